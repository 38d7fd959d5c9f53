"""What a researcher is shown before changing a codebook."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.codebook import Codebook, parse_codebook, read_codebook
from bp_qual.coding import apply_codebook, check_examples
from bp_qual.coding.explanation import explain
from bp_qual.revision import find_dead_terms, find_effects, find_words_of_code, lint_codebook
from bp_qual.revision.homographs import find_other_words
from bp_qual.study import read_corpus
from bp_qual.study.study_inputs import read_inputs
from bp_qual.transcripts import Corpus, Transcript, Turn

ROOT = Path(__file__).parents[1]


def make_codebook(codes: str, version: str = "1.0.0", more: str = "") -> Codebook:
    return parse_codebook(f"codebook: D\nversion: {version}\nlanguage: nl\n{more}\ncodes:\n{codes}", "x.yaml")


def make_corpus(**said: str) -> Corpus:
    """Make a corpus of interviews named person_wave, each one turn of the respondent."""
    transcripts = []
    for name, text in said.items():
        person, wave = name.split("_")
        turn = Turn(0, "R", "respondent", 0, len(text), person=person)
        transcripts.append(Transcript(name, (person,), wave, text, (turn,)))
    persons, waves = ({part(t) for t in transcripts} for part in (lambda t: t.persons[0], lambda t: t.wave))
    return Corpus(tuple(transcripts), tuple(sorted(persons)), tuple(sorted(waves)))


def lint(codes: str, corpus: Corpus | None = None) -> list[str]:
    return [str(problem) for problem in lint_codebook(make_codebook(codes), corpus)]


# --- lint in the codebook alone --------------------------------------------------------------------------------------


def test_a_good_codebook_has_nothing_to_look_at():
    assert lint("  - {id: a, terms: [samenwerken, de handen ineenslaan, subsidie~]}") == []


def test_a_term_that_its_own_unless_takes_away_can_never_match():
    found = lint("  - {id: a, terms: [samenwerken], unless: [samenwerken]}")
    assert len(found) == 1
    assert found[0].startswith("x.yaml:6:21  'samenwerken' of 'a' can never match: it is also listed under 'unless'")


def test_near_can_match_its_own_words_and_its_unless_may_take_them_away():
    assert lint("  - {id: a, terms: [{near: [wethouder, beloven], within: 5}]}") == []
    assert "can never match" in lint("  - {id: a, terms: [{near: [wethouder, beloven]}], unless: [wethouder]}")[0]


def test_a_token_pattern_that_needs_a_model_is_told():
    assert "asks for POS" in "".join(lint("  - {id: a, terms: [{tokens: [{POS: NOUN}]}]}"))


def test_terms_for_a_language_nobody_speaks_are_told():
    found = lint("  - {id: a, terms: {nl: [wethouder], en: [mayor]}}", make_corpus(P01_2010="wethouder"))
    assert found == [
        "x.yaml:6  the terms of 'a' in 'en' never match: no interview is in that language. "
        "State the language of the interviews in study.yaml."
    ]


def test_codes_whose_ids_differ_by_capitals_only_are_told():
    codes = "".join(f"  - {{id: {code}, terms: [wethouder{code}]}}\n" for code in ("samen", "Samen", "same"))
    assert [note for note in lint(codes) if "capitals" in note] == [
        "x.yaml:7  the codes 'samen' and 'Samen' differ by capitals only. "
        "If they are one theme, merge them; if not, give one another id."
    ]


def test_a_term_that_another_finds_adds_nothing():
    assert lint("  - {id: a, terms: [eigen wethouder, wethouder]}") == [
        "x.yaml:6:21  'eigen wethouder' of 'a' adds nothing: 'wethouder' finds it already. Delete 'eigen wethouder'."
    ]


def test_two_terms_that_find_each_other_are_told_once():
    assert len([line for line in lint("  - {id: a, terms: [burn-out, burnout]}") if "adds nothing" in line]) == 1


def test_a_term_of_another_code_takes_nothing_away():
    assert lint("  - {id: a, terms: [eigen wethouder]}\n  - {id: b, terms: [wethouder]}") == []


@pytest.mark.parametrize(
    ("word", "other"), [("deel", "delen"), ("zorg", "zorgen"), ("werken", "werk"), ("plaats", "plaatsen")]
)
def test_a_word_whose_forms_belong_to_another_word_is_told(word, other):
    assert other in find_other_words(word, "nl")
    assert f"also finds forms of '{other}'" in "".join(lint(f"  - {{id: a, terms: [{word}]}}"))


@pytest.mark.parametrize("word", ["samenwerken", "overdragen", "subsidie", "gemeente", "wethouder", "gegroeid"])
def test_a_word_with_forms_of_its_own_is_not_told(word):
    assert find_other_words(word, "nl") == {}


def test_in_a_corpus_a_form_is_told_where_it_reads_as_another_word():
    said = "Sociale netwerken zijn belangrijk. Ik moet leren netwerken. Onze netwerken zijn groot."
    found = "".join(lint("  - {id: a, terms: [netwerken]}", make_corpus(P01_2010=said)))
    assert "'netwerken' of 'a' may be 'netwerk' (2 of 3 times)" in found
    assert lint("  - {id: a, terms: [zorg]}", make_corpus(P01_2010="Ze hebben grote zorgen.")) == []


def lint_english(terms: str, *said: str) -> list[str]:
    book = parse_codebook(f"{{language: en, codes: [{{id: a, terms: [{terms}]}}]}}", "x.yaml")
    turns, text = [], ""
    for number, one in enumerate(said):
        turns.append(Turn(number, "R", "respondent", len(text), len(text) + len(one), person="P1"))
        text += one + "\n"
    talk = Transcript("P1_1", ("P1",), "1", text, tuple(turns), "en")
    return [problem.what for problem in lint_codebook(book, Corpus((talk,), ("P1",), ("1",)) if said else None)]


def test_an_english_form_of_another_word_is_told():
    assert "'found' of 'a' also finds forms of 'find' (found)" in "".join(lint_english("found"))
    assert lint_english("volunteer") == []


def test_a_noun_that_is_a_verb_too_is_told_where_both_were_said():
    nouns = ["The train was late.", "We took the train home.", "I missed my train again."]
    verbs = ["We train every week.", "They had to train the new people.", "She wants to train us."]
    told = "'train' of 'a' is found 3 times as a noun and 3 times as a verb."
    assert told in lint_english("train", *nouns, *verbs)
    assert not [what for what in lint_english("train", *nouns) if "as a noun" in what]
    assert not [
        what for what in lint_english("'{lemma: train, as: verb}'".strip("'"), *nouns, *verbs) if "noun" in what
    ]


def test_in_a_corpus_homographs_are_one_note_a_rule_commonest_first_without_rare_ones():
    codes = "  - {id: a, terms: [plannen, netwerken, prijzen]}"
    said = "Onze netwerken zijn groot. " * 2 + "De plannen van de wethouder zijn mooi. " * 4
    said += "Alle prijzen waren hoog. " + "Ik ga hem niet prijzen. " * 30
    [note] = [line for line in lint(codes, make_corpus(P01_2010=said)) if "may be" in line]
    assert note.startswith(
        "x.yaml:6:21  2 terms may be another word in places, commonest first: 'plannen' of 'a' may be"
    )
    assert note.index("'plannen'") < note.index("'netwerken'")
    assert "prijzen" not in note


@pytest.mark.parametrize(
    ("term", "better"),
    [
        ("iem. serieus nemen", "iemand serieus nemen"),
        ("het/de voortouw nemen", "het|de voortouw nemen"),
        ("(iets) voor elkaar krijgen", "voor elkaar krijgen"),
    ],
)
def test_what_is_written_as_nobody_speaks_is_told_on_reading_and_by_check_and_explain(term: str, better: str):
    book = make_codebook(f"  - {{id: a, terms: ['{term}']}}")
    assert [note for note in book.notes if "can never match" in note.what and f"'{better}'" in note.remedy]
    assert len([line for line in lint(f"  - {{id: a, terms: ['{term}']}}") if "can never match" in line]) == 1
    assert find_dead_terms(book) == (f"'{term}' of 'a'",)
    explained = repr(explain(book, "Ze nemen het voor elkaar serieus."))
    assert "dit kan nooit iets vinden: er wordt gezocht naar wat er staat" in explained
    assert make_codebook(f"  - {{id: a, terms: ['{better}']}}").notes == ()


def test_a_term_under_its_own_unless_is_told_once():
    told = [line for line in lint("  - {id: a, terms: [buurt, plan], unless: [plan]}") if "never" in line]
    assert len(told) == 1
    assert "'plan' of 'a' can never match: it is also listed under 'unless' of its own code" in told[0]


@pytest.mark.parametrize(("term", "base"), [("mantelzorgers", "mantelzorger"), ("opgebouwd", "opbouwen")])
def test_an_inflected_form_as_a_term_is_told_with_its_base(term: str, base: str):
    assert [line for line in lint(f"  - {{id: a, terms: [{term}]}}") if f"is a form of '{base}'" in line]
    assert not [line for line in lint(f"  - {{id: a, terms: [{base}]}}") if "is a form of" in line]


def test_a_short_compound_is_told():
    assert "'geld~' of 'a' is too short for '~'" in lint("  - {id: a, terms: [geld~]}")[0]


def test_a_term_shared_by_two_codes_is_told_once():
    assert len(lint("  - {id: a, terms: [wethouder]}\n  - {id: b, terms: [wethouder]}")) == 1


# --- lint in a corpus ------------------------------------------------------------------------------------------------


def test_a_term_found_in_one_wave_only_may_be_a_new_word():
    corpus = make_corpus(
        P01_2010="niets", P01_2020="aanbesteding, aanbesteding", P02_2010="wethouder", P02_2020="aanbesteding wethouder"
    )
    found = lint("  - {id: a, terms: [aanbesteding, wethouder]}", corpus)
    assert len(found) == 1
    assert "'aanbesteding' of 'a' is found in 2020 only (3 mentions, 2 persons)" in found[0]


def test_two_mentions_are_too_few_to_speak_of_drift():
    corpus = make_corpus(P01_2010="niets", P01_2020="aanbesteding, aanbesteding")
    assert lint("  - {id: a, terms: [aanbesteding]}", corpus) == []


def test_a_code_nobody_is_coded_with_is_told():
    corpus = make_corpus(P01_2010="weduwe")
    found = lint(
        "  - {id: a, terms: [weduwe]}\n  - {id: b, terms: [auto]}\n  - {id: c, codes: [{id: d, terms: [weduwe]}]}",
        corpus,
    )
    assert [line.split("  ")[1][:30] for line in found if "nobody" in line] == ["nobody is coded with 'b': none"]


def test_a_wildcard_that_catches_hundreds_of_words_is_told():
    words = " ".join(f"ver{a}{b}{c}" for a in "abcdefg" for b in "aeiou" for c in "klmnprst")
    assert "matches 280 different words" in "".join(lint("  - {id: a, terms: ['ver*']}", make_corpus(P01_2010=words)))


def test_a_code_that_two_others_cover_wholly_is_told():
    codes = (
        "  - {id: a, terms: [wethouder, auto]}\n  - {id: b, terms: [mijn wethouder]}\n  - {id: c, terms: [mijn auto]}"
    )
    found = lint(codes, make_corpus(P01_2010="mijn wethouder, mijn auto, mijn auto"))
    assert "every mention of 'a' is also one of 'b' or 'c'." in "".join(found)
    assert "every mention of 'a'" not in "".join(lint(codes, make_corpus(P01_2010="mijn wethouder, mijn auto, auto")))


def test_a_parent_is_not_covered_by_its_own_children():
    codes = "  - {id: a, terms: [wethouder], codes: [{id: b, terms: [mijn wethouder]}]}"
    assert "every mention" not in "".join(
        lint(codes, make_corpus(P01_2010="mijn wethouder, mijn wethouder, mijn wethouder"))
    )


# --- words -----------------------------------------------------------------------------------------------------------


def test_words_shows_how_each_term_was_said_in_each_wave():
    corpus = make_corpus(P01_2010="Wij fietsten, ik fietste.", P01_2020="Fietsen! Fietsen?")
    matched = find_words_of_code(make_codebook("  - {id: a, terms: [fietsen, auto]}"), corpus, "a").matched
    assert matched.to_numpy().tolist() == [
        ["fietsen", "fietsen", 0, 2, 2],
        ["fietsen", "fietste", 1, 0, 1],
        ["fietsen", "fietsten", 1, 0, 1],
        ["auto", "", 0, 0, 0],
    ]


def test_words_counts_a_term_that_hides_behind_another():
    corpus = make_corpus(P01_2010="mijn eigen fiets")
    matched = find_words_of_code(make_codebook("  - {id: a, terms: [eigen fiets, fiets]}"), corpus, "a").matched
    assert matched["total"].tolist() == [1, 1]


def test_words_of_a_parent_show_the_terms_of_its_children():
    book = make_codebook("  - {id: a, codes: [{id: b, terms: [fiets]}]}")
    assert find_words_of_code(book, make_corpus(P01_2010="fiets"), "a").matched["term"].tolist() == ["fiets"]


@pytest.mark.slow
def test_candidates_look_like_a_term_and_did_not_match():
    corpus = make_corpus(P01_2010="samenwerking samenwerkingsverband samenwerkign fiets", P01_2020="samenwerkign")
    found = find_words_of_code(make_codebook("  - {id: a, terms: [samenwerking]}"), corpus, "a")
    assert found.candidates[["word", "like", "total"]].to_numpy().tolist() == [
        ["samenwerkign", "samenwerking", 2],
        ["samenwerkingsverband", "samenwerking", 1],
    ]
    assert "Niet gevonden, maar lijkt erop in spelling: samenwerkign 2" in repr(found)


@pytest.mark.slow
def test_a_word_that_is_alike_and_said_beside_the_code_is_named_once():
    said = "De samenwerking en het samenwerkingsverband. " + "De straat was lang. " * 12
    corpus = make_corpus(P01_2010=said, P02_2010=said)
    found = find_words_of_code(make_codebook("  - {id: a, terms: [samenwerking]}"), corpus, "a")
    assert found.candidates["word"].tolist() == ["samenwerkingsverband"]
    assert found.around.empty


def test_the_interviewers_words_are_no_candidates():
    text = "Samenwerkingsverband? Samenwerking."
    turns = (Turn(0, "I", "interviewer", 0, 21), Turn(1, "R", "respondent", 22, len(text), person="P01"))
    corpus = Corpus((Transcript("P01_2010", ("P01",), "2010", text, turns),), ("P01",), ("2010",))
    assert find_words_of_code(make_codebook("  - {id: a, terms: [samenwerking]}"), corpus, "a").candidates.empty


def test_words_of_a_code_that_is_none_is_a_wrong_call():
    with pytest.raises(ValueError, match="no code 'b'"):
        find_words_of_code(make_codebook("  - id: a"), make_corpus(P01_2010="x"), "b")


# --- effects of a new version ----------------------------------------------------------------------------------------


def test_effects_names_the_counts_and_the_persons_whose_change_moves():
    old, new = make_codebook("  - {id: a, terms: [fiets]}"), make_codebook("  - {id: a, terms: [fiets, auto]}", "2.0.0")
    corpus = make_corpus(P01_2010="fiets", P01_2020="fiets auto auto", P02_2010="fiets auto", P02_2020="auto")
    effects = find_effects(old, new, corpus)
    assert effects.codes.to_numpy().tolist() == [["a", "2010", 2, 3], ["a", "2020", 1, 4]]
    assert effects.persons.to_numpy().tolist() == [["P01", "a", 0, 2]]
    assert "de verandering van a is anders bij P01 +0 -> +2" in repr(effects)


def test_a_person_met_in_one_wave_only_has_no_change_to_differ():
    old, new = make_codebook("  - {id: a, terms: [fiets]}"), make_codebook("  - {id: a, terms: [auto]}", "2.0.0")
    effects = find_effects(old, new, make_corpus(P01_2010="fiets", P01_2020="niets", P02_2020="auto", P03_2010="fiets"))
    assert effects.persons["person"].tolist() == ["P01"]


def test_a_mere_rename_affects_no_coding():
    old = make_codebook("  - {id: a, terms: [fiets]}")
    new = make_codebook("  - {id: b, terms: [fiets]}", "2.0.0", "renamed: {a: b}")
    effects = find_effects(old, new, make_corpus(P01_2010="fiets", P01_2020="fiets"))
    assert effects.codes.empty
    assert effects.persons.empty
    assert "voor geen codering maakt het uit" in repr(effects)


def test_a_split_shows_what_was_and_what_is():
    old = make_codebook("  - {id: a, terms: [fiets, auto]}")
    new = make_codebook("  - {id: b, terms: [fiets]}\n  - {id: c, terms: [auto]}", "2.0.0", "split: {a: [b, c]}")
    effects = find_effects(old, new, make_corpus(P01_2010="fiets auto"))
    assert effects.codes.to_numpy().tolist() == [["b", "2010", 0, 1], ["c", "2010", 0, 1], ["a (old)", "2010", 2, 0]]


# --- the codebooks of the project ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["best_persons.yaml", "best_persons_en.yaml"])
def test_the_examples_in_the_codebooks_of_the_project_hold(name):
    assert not check_examples(read_codebook(ROOT / "codebooks" / name))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["best_persons.yaml", "best_persons_en.yaml"])
def test_no_term_in_the_codebooks_of_the_project_is_dead_or_swallowed(name):
    found = [str(problem) for problem in lint_codebook(read_codebook(ROOT / "codebooks" / name))]
    assert not [line for line in found if "never match" in line or "adds nothing" in line]


@pytest.mark.slow
def test_the_real_panel_is_read_in_the_language_of_the_codebook():
    folder = ROOT.parent / "shared" / "real" / "maintainers"
    if not folder.is_dir():
        pytest.skip("the real panel is not beside the repository")
    english = ROOT / "codebooks" / "best_persons_en.yaml"
    _, corpus, book = read_inputs(folder, codebook=english)
    found = find_words_of_code(book, corpus, "samenwerking")
    said = dict(zip(found.matched["said"], found.matched["total"], strict=True))
    assert said["contributors"] > 20
    assert said["collaborating"] > 0
    assert not set(found.candidates["word"]) & set(said)


@pytest.mark.slow
def test_the_words_of_a_code_in_the_sample_add_up_to_no_less_than_its_mentions():
    book, corpus = read_codebook(ROOT / "codebooks" / "best_persons.yaml"), read_corpus(ROOT / "transcripts_sample")
    codings = apply_codebook(book, corpus)
    for code in ("financiering", "samenwerking"):
        assert find_words_of_code(book, corpus, code).matched["total"].sum() >= (codings["code"] == code).sum() > 0
