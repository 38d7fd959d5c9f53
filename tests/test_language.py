"""The words of a language: lemmas and forms, compounds, separable verbs, and that both ways of asking agree."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bp_qual
from bp_qual.codebook import parse_codebook
from bp_qual.coding import apply_codebook
from bp_qual.coding.explanation import explain
from bp_qual.errors import BpQualError, CodebookError
from bp_qual.matching import languages
from bp_qual.matching.languages import Language, find_language, guess_language, register_language
from bp_qual.matching.languages.dutch.compounds import can_modify
from bp_qual.matching.tokens import fold_word, fold_words
from bp_qual.study.checking import check_study
from bp_qual.study.spoken_languages import language_notes, note_gaps
from bp_qual.study.study_inputs import read_inputs
from test_coding import make_book, make_corpus

DUTCH = find_language("nl")


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("droegen", "dragen"), ("overgedragen", "overdragen"), ("kamerleden", "kamerlid"), ("boekjes", "boekje"),
        ("duurzamer", "duurzaam"), ("bewonersinitiatieven", "bewonersinitiatief"), ("Gemeentes", "gemeente"),
        ("huizen", "huis"), ("dóén", "doen"), ("doorgemodderd", "doormodderen"),
    ],
)  # fmt: skip
def test_a_dutch_form_can_have_its_lemma(form: str, lemma: str) -> None:
    assert lemma in DUTCH.lemmas(form)


def test_no_lemma_and_no_form_holds_an_underscore() -> None:
    assert not any("_" in one for word in ("overgedragen", "kamerlid", "oplossen") for one in DUTCH.lemmas(word))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(DUTCH.known)[::97]))
def test_a_form_belongs_to_the_forms_of_each_of_its_lemmas(form: str) -> None:
    for lemma in DUTCH.lemmas(form):
        assert form in DUTCH.forms(lemma)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(alphabet="aàbé-_'’ßſK", min_size=1, max_size=8), max_size=4))
def test_folding_many_words_is_folding_each(words: list[str]) -> None:
    assert fold_words(words) == [fold_word(word) for word in words]


@pytest.mark.parametrize(
    ("word", "part", "expected"),
    [
        ("samenwerkingsverband", "samenwerking", True), ("ketensamenwerking", "samenwerking", True),
        ("gemeentesubsidie", "subsidie", True), ("bruggenbouwer", "brug", True), ("jeugdjaren", "jaar", True),
        ("ondersteuning", "steun", False), ("vergeldingsacties", "geld", False), ("planten", "plan", False),
        ("verhuisd", "huis", False), ("overdrachtelijk", "overdracht", False), ("duurzaamheid", "duurzaam", False),
        ("geldt", "geld", False), ("maanden", "maan", False),
    ],
)  # fmt: skip
def test_a_compound_holds_its_parts_and_no_chance_letters(word: str, part: str, expected: bool) -> None:
    assert DUTCH.has_part(word, part) is expected


def test_other_languages_have_lemma_lists_and_parts_of_known_words() -> None:
    french = find_language("fr")
    assert "cheval" in french.lemmas("Chevaux")
    assert french.has_part("portefeuille", "feuille")
    assert {form for form, _ in french.candidate_forms("cheval")} == french.forms("cheval")


@pytest.fixture
def frisian() -> str:
    """Register a throw-away language of one word."""
    register_language("fy", lambda: Language("fy", {"buorlju": "buorman"}))
    return "fy"


def test_a_language_with_a_lemma_table_and_nothing_else_codes_and_explains(frisian: str) -> None:
    book = make_book("{id: a, terms: [buorman, de rie oan wurde]}", language=frisian)
    corpus = make_corpus(("respondent", "Net de buorlju, wy wiene de rie oan."), language=frisian)
    table = apply_codebook(book, corpus)
    assert table["quote"].tolist() == ["buorlju"]
    assert not table["negated"].any()
    assert "a form of 'buorman'" in repr(explain(book, "Us buorlju."))
    assert "the same beginning" in repr(explain(book, "Us buormantsje."))


def test_what_a_language_lacks_is_told_once_in_one_sentence(frisian: str) -> None:
    book = make_book("{id: a, terms: [buorman]}", language=frisian)
    corpus = make_corpus(("respondent", "Us buorlju."), language=frisian)
    [note] = language_notes(book, corpus)
    assert str(note).startswith("interviews in 'fy': denials")
    assert "in two parts" in str(note)


@pytest.mark.parametrize("code", ["nl", "en"])
def test_nothing_is_lacking_in_dutch_and_english(code: str) -> None:
    assert find_language(code).lacks == ()


def test_every_part_that_can_lack_has_its_words_in_both_languages() -> None:
    lacks = Language("x").lacks
    [note] = note_gaps("x", lacks)
    assert str(note).count(";") == note.say("nl").count(";") == 2


def test_a_language_is_known_by_its_telltale_words() -> None:
    assert guess_language("Ik denk dat het niet van de gemeente is.") == "nl"
    assert guess_language("I think that it is not the council.") == "en"
    assert guess_language("Ich denke, dass die Gemeinde es nicht ist, aber die wissen das auch nicht.") == "de"


def test_a_telltale_word_tells_one_language_from_all_others() -> None:
    """Shared words make a text look like both: the language is guessed wrongly, or the note on another one is lost."""
    listed = [(word, code) for code in languages._REGISTRY for word in find_language(code).telltale_words]
    codes = {word: sorted(code for other, code in listed if other == word) for word, _ in listed}
    assert {word: those for word, those in codes.items() if len(those) > 1} == {}


def test_nothing_outside_its_folder_knows_a_language_by_name() -> None:
    source = Path(bp_qual.__file__).parent
    folders = [folder.name for folder in (source / "matching" / "languages").iterdir() if folder.is_dir()]
    named = {name for name in folders if not name.startswith("_")}
    assert named >= {"dutch", "english"}
    for path in source.rglob("*.py"):
        own = set(path.relative_to(source).parts) & named
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and path != source / "matching" / "languages" / "__init__.py":
                reached = set((node.module or "").split(".")) & named
                assert reached <= own, f"{path}:{node.lineno} imports {node.module}"


def test_an_adjective_can_be_the_first_part_of_a_compound() -> None:
    assert can_modify("grof", DUTCH)
    assert not can_modify("xqof", DUTCH)


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("study.yaml", "study: S\ncodebook: codebook.yaml\nlanguage: no\n", "study.yaml:3:11"),
        ("interviews.csv", "file,person,wave,language\nP01_2010.txt,P01,2010,no\n", "interviews.csv:2"),
    ],
)
def test_a_language_without_word_tables_is_refused_where_it_is_written(
    name: str, text: str, where: str, tmp_path: Path
) -> None:
    (tmp_path / "P01_2010.txt").write_text("I: Hoe gaat het?\nR: Goed, met de buren samen.\n", "utf-8")
    (tmp_path / "codebook.yaml").write_text("{language: nl, codes: [{id: a, terms: [samen]}]}", "utf-8")
    (tmp_path / name).write_text(text, "utf-8")
    told = [(problem.where.rpartition("/")[2], problem.kind) for problem in check_study(tmp_path).problems]
    assert (where, "no word tables") in told


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "'nb' or 'nn'"), ("'no'", "'nb' or 'nn'"), ("false", "'nb' or 'nn'"), ("nor", "'nb' or 'nn'"),
        ("hr", "'hbs'"), ("iw", "'he'"), ("cz", "'cs'"), ("nld", "'nl'"), ("nl-BE", "'nl'"), ("Nederlands", "'nl'"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["study.yaml", "codebook.yaml", "interviews.csv"])
def test_what_was_meant_by_an_unknown_language_is_said_where_it_is_written(
    name: str, written: str, meant: str, tmp_path: Path
) -> None:
    files = {
        "study.yaml": "study: S\ncodebook: codebook.yaml\nlanguage: nl\n",
        "codebook.yaml": "codebook: C\nversion: 1.0.0\nlanguage: nl\ncodes: [{id: a, terms: [samen]}]\n",
        "interviews.csv": "file,person,wave,language\nP01_2010.txt,P01,2010,nl\n",
    }
    said = written.strip("'") if name.endswith(".csv") else written
    places = {"study.yaml": ":3:11", "codebook.yaml": ":3:11", "interviews.csv": ":2"}
    files[name] = files[name].replace(": nl", f": {said}").replace(",nl\n", f",{said}\n")
    (tmp_path / "P01_2010.txt").write_text("I: Hoe gaat het?\nR: Goed, met de buren samen.\n", "utf-8")
    for file, text in files.items():
        (tmp_path / file).write_text(text, "utf-8")
    told = next(problem for problem in check_study(tmp_path).problems if problem.where.endswith(name + places[name]))
    assert told.remedy == f"Did you mean {meant}?"
    with pytest.raises(BpQualError, match=f"{name}{places[name]} .*Did you mean {meant}"):
        read_inputs(tmp_path)


def test_a_codebook_in_an_unknown_language_is_refused_with_its_line_also_where_the_study_is_in_another(
    tmp_path: Path,
) -> None:
    text = "codebook: C\nversion: 1.0.0\nlanguage: nl\ncodes:\n  - id: a\n    terms:\n"
    text += "      nl: [samen]\n      no: [sammen]\n"
    with pytest.raises(CodebookError, match=r"c.yaml:8:12 .*'no'\. Did you mean 'nb' or 'nn'"):
        apply_codebook(parse_codebook(text, "c.yaml"), make_corpus(("respondent", "samen")))
    with pytest.raises(CodebookError, match=r"c.yaml:3:11 .*'no'\. Did you mean 'nb' or 'nn'"):
        explain(parse_codebook(text.replace("language: nl", "language: no"), "c.yaml"), "Sammen.")
