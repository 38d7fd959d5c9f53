"""What bp_qual says: each text in two languages, each number by one formatter, each measure and test one row."""

import re
import string
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bp_qual.wording import LANGUAGES, Notice, Remark, Wording, choose_language, group_notices, numerals
from bp_qual.wording.doubt_texts import DOUBTS
from bp_qual.wording.notice_texts import HEADINGS, NOTICES
from bp_qual.wording.report_texts import REPORT
from bp_qual.wording.texts import TEXTS
from every_text import every_text

TEXTS_OF_ALL = every_text()
ROOMS = ("report", "plots", "framework", "wording", "quotes", "compare", "cli", "study")


def gaps(text):
    return sorted((name, form) for _, name, form, _ in string.Formatter().parse(text) if name is not None)


def test_both_languages_say_everything_with_the_same_gaps():
    for name, (english, dutch) in TEXTS_OF_ALL.items():
        assert gaps(english) == gaps(dutch), name
        assert bool(english) == bool(dutch), name


def test_no_dutch_text_says_golf_where_a_researcher_says_ronde():
    for name, (_, dutch) in TEXTS_OF_ALL.items():
        assert not re.search(r"\bgol(f|ven)\b", dutch.casefold()), name


def test_what_is_to_be_typed_is_quoted_where_it_holds_a_blank():
    bare = r"bp-qual [^.;,]*\{(?:folder|file|out|study|report)\}"
    assert [name for name, pair in TEXTS_OF_ALL.items() if any(re.search(bare, text) for text in pair)] == []
    assert Wording("en")("cli_try", folder="my study", out="out").endswith("bp-qual compare 'my study' -o out")


def gaps_of(text: str) -> dict[str, str]:
    return {name: spec or "" for _, name, spec, _ in string.Formatter().parse(text) if name}


def filled_but_for(text: str, empty: str) -> str:
    """A text whose gaps all hold something, but for one that holds nothing."""
    pieces = [
        lead + ("" if name is None else "{" + name + "}" if name == empty else "x")
        for lead, name, _, _ in string.Formatter().parse(text)
    ]
    return Wording("en").fill(
        ("".join(piece.replace("{{", "{").replace("}}", "}") for piece in pieces),) * 2, **{empty: ""}
    )


@pytest.mark.slow
def test_a_gap_with_nothing_in_it_leaves_no_brackets_and_no_second_blank():
    odd = re.compile(r"\(\s*\)|\S  \S|\S [,.;:)](?=\s|$)")
    for name, pair in TEXTS_OF_ALL.items():
        for text in pair:
            for gap, spec in gaps_of(text).items():
                if spec.partition(" ")[0] in ("", "said", "commas", "names", "some", "joined", "shown", "quoted"):
                    whole = text.replace("{{", "").replace("}}", "")
                    found = odd.findall(filled_but_for(whole, gap))
                    assert len(found) <= len(odd.findall(re.sub(r"\{[^{}]*\}", "x", whole))), (name, gap)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_study_is_told_without_empty_brackets(language: str):
    nothing = {"name": "leeg", "n": 0, "persons": 0, "waves": 0, "names": ""}
    assert "(" not in Remark("standing study", values=nothing).say(language)


def test_a_number_before_a_noun_bends_it():
    """`{n:number} words` reads "1 words" where there is one: it is to be `{n:many word}`."""
    many = [[re.fullmatch(r"\{n\} (\w+)", text) for text in TEXTS[name]] for name in TEXTS if name.endswith("_many")]
    nouns = {(en[1], nl[1]) for en, nl in many if en and nl}
    stiff = re.compile(r"\{(\w+):number\} (\w+)\b")
    for name, (en, nl) in TEXTS_OF_ALL.items():
        if not name.endswith("many"):
            dutch = dict(stiff.findall(nl))
            assert not [gap for gap, noun in stiff.findall(en) if (noun, dutch.get(gap)) in nouns], name


def test_every_text_is_used_somewhere():
    room = resources.files("bp_qual")
    parts = [f for name in (*ROOMS, "wording/problem_texts") for f in room.joinpath(name).iterdir()]
    parts += list(room.joinpath("report", "templates").iterdir())
    files = (f for f in parts if f.is_file() and f.name.endswith((".py", ".html")) and f.name != "texts.py")
    source = "".join(f.read_text() for f in files)
    for name in TEXTS | REPORT | DOUBTS:
        stem = re.sub(r"_(one|many)$", "", name)
        prefix = re.match(
            r"(state|status|role|section|verdict|head|who|lede|flow|evidence|matrix|setting|recount)_", stem
        )
        assert stem in source or prefix, f"nobody says {name}"


def test_a_remark_of_an_unknown_kind_is_refused_when_it_is_made():
    with pytest.raises(ValueError, match="there is no remark 'perhap'"):
        Remark("perhap")


def test_a_remark_shows_what_is_hidden_in_the_words_it_quotes():
    remark = Remark("no speaker", values={"answers": "a\x1b[31m\x9bb"})
    assert "a‹U+001B›[31m‹U+009B›b" in remark.say("nl")


def test_every_kind_of_notice_has_a_heading_for_when_there_are_several():
    assert set(HEADINGS) == set(NOTICES)


def test_notices_of_a_kind_are_said_together_and_what_matters_most_first():
    forms = [Notice("inflected", f"a.yaml:{n}", {"term": f"x{n}", "code": "c", "base": f"y{n}"}) for n in (1, 2)]
    said = {"term": "z", "code": "c", "wave": "2020", "mentions": 3, "persons": 2}
    drift = [Notice("found in one wave", f"a.yaml:{n}", said) for n in (3, 4)]
    alone = Notice("nobody coded", "a.yaml:5", {"code": "d"})
    first, second, third = group_notices([*forms, alone, *drift], "en")
    assert first.splitlines()[0] == "found in one wave only, 2 times:"
    assert first.count("Did the word change, or the theme?") == 1  # what to do is the same: once
    assert second == alone.say("en")
    assert third.splitlines()[0] == "an inflected form, 2 times:"
    assert "Write 'y1'." in third.splitlines()[1]  # what to do differs: with each
    assert "Write 'y2'." in third.splitlines()[2]


def test_a_language_without_texts_is_refused_by_name():
    with pytest.raises(ValueError, match="there are no texts in 'fr'; choose one of en, nl"):
        Wording("fr")
    assert choose_language(None, "fr") == "en"


@pytest.mark.parametrize(
    ("name", "values", "english", "dutch"),
    [
        ("cli_tables_written", {"n": 1, "folder": "out"}, "1 table written to out", "1 tabel geschreven in out"),
        ("codebook_mentions", {"old": 3, "new": 1}, "3 -> 1 mention", "3 -> 1 vermelding"),
        ("summary_words", {"n": 1}, "1 respondent word", "1 woord van respondenten"),
        (
            "names_revealed",
            {"n": 1, "folder": "out"},
            "out: back in place: 1 name.",
            "out: weer op hun plaats: 1 naam.",
        ),
        (
            "names_edited",
            {"n": 1, "file": "a.txt"},
            "a.txt was edited since; not put back: 1 name.",
            "a.txt is sindsdien veranderd; niet teruggezet: 1 naam.",
        ),
        ("more_words_one", {"n": 1, "mentions": 1}, "and 1 other word (1 time)", "en 1 ander woord (1 keer)"),
    ],
)
def test_a_number_that_is_one_has_a_singular_beside_it(name, values, english, dutch):
    assert [Wording(language)(name, **values) for language in ("en", "nl")] == [english, dutch]


@pytest.mark.parametrize(
    ("kind", "values", "english", "dutch"),
    [
        ("notes after the talk", {"words": 1, "begin": "moe"}, "(1 word)", "(1 woord)"),
        ("not corrected", {"before": 1, "after": 0, "needed": 10}, "in 1 passage of", "in 1 passage van"),
        ("case noun and verb", {"term": "x", "code": "a", "nouns": 1, "verbs": 2}, "1 time as a noun", "1 keer als"),
    ],
)
def test_a_remark_on_one_has_a_singular(kind, values, english, dutch):
    remark = Remark(kind, values=values)
    assert english in remark.say("en")
    assert dutch in remark.say("nl")


def test_small_numbers_are_never_written_as_minus_zero():
    assert Wording("en").number(-0.0001, 2) == "0.00"
    assert Wording("nl").number(-1234.5, 1) == "−1.234,5"


def test_a_p_has_three_digits_up_to_a_tenth_and_two_above_it():
    shown = [numerals.p_value(value) for value in (0.0009, 0.0163, 0.051, 0.0904, 0.1, 0.4)]
    assert shown == ["< .001", ".016", ".051", ".090", ".10", ".40"]


def test_a_rate_keeps_its_second_digit_even_where_it_is_a_zero():
    assert [numerals.rate(value) for value in (0.3, 4.0, 0.043)] == ["0.30", "4.0", "0.043"]


@given(st.floats(0, 5000), st.sampled_from(["rate", "ratio", "p_value", "percent", "step"]))
def test_dutch_writes_the_same_digits_as_english(value, form):
    english, dutch = (getattr(numerals, form)(value, language=language) for language in LANGUAGES)
    assert dutch.translate(str.maketrans(",.", ".,")) == english


@given(st.floats(0.0001, 99_000))
def test_a_rate_is_written_within_half_of_its_second_digit(value):
    assert float(numerals.rate(value).replace(",", "")) == pytest.approx(value, rel=0.051)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["lede_none", "lede_only", "lede_untested"])
def test_a_count_at_the_top_of_a_report_says_of_what_so_that_it_is_no_wave_called_1(language: str, key: str) -> None:
    say = Wording(language)
    assert " code" in say.many(key, 1)
    assert " codes " in say.many(key, 2)
