"""Two spellings of a code in one list: nobody who used the one has a zero of the other, until somebody says."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bp_qual import import_codings, read_codings, read_corpus
from bp_qual.exchange.drafts import Draft
from bp_qual.exchange.spelled_alike import NearNames, are_alike, find_spelled_alike
from bp_qual.study.import_report import CodingImport
from processor_time import seconds

TALK = "I: How is it?\nR: My back hurts. I work too much. I sleep well. That was in {}.\n"
HEAD = "person,wave,code,quote"
HURTS, MUCH = "My back hurts", "I work too much"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "study.yaml").write_text("language: nl\n", encoding="utf-8")
    for person in ("P01", "P02"):
        (folder / f"{person}_2010.txt").write_text(TALK.format("2010"), encoding="utf-8")
    return folder


def take(study: Path, *rows: str, head: str = HEAD, **said: bool) -> CodingImport:
    path = study.parent / "list.csv"
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return import_codings(path, study, coder="anna", **said)


def finished(study: Path, *codes: str) -> set[tuple[str, str]]:
    names = [transcript.interview for transcript in read_corpus(study).transcripts]
    return {*read_codings(study, coder="anna").state.finished(names, codes)}


ROWS = (f"P01,2010,werk druk,{MUCH}", f"P02,2010,werkdruk,{MUCH}", f"P02,2010,rust,{HURTS}")


def test_where_one_spelling_is_coded_the_other_is_open_and_it_is_said_what_to_type(study: Path) -> None:
    done = take(study, *ROWS)
    assert finished(study, "werk_druk", "werkdruk") == {("P01_2010", "werk_druk"), ("P02_2010", "werkdruk")}
    assert "several spellings: werk druk / werkdruk. Where the one is coded" in done.say("en")
    assert "--as-spelled" in done.say("en")
    assert ("P01_2010", "rust") in finished(study, "rust")


def test_where_somebody_has_both_neither_is_finished(study: Path) -> None:
    take(study, *ROWS, f"P02,2010,werk druk,{HURTS}")
    assert finished(study, "werk_druk", "werkdruk") == {("P01_2010", "werk_druk")}


def test_that_they_are_two_codes_finishes_both(study: Path) -> None:
    take(study, *ROWS)
    done = take(study, *ROWS, as_spelled=True)
    assert "spellings" not in done.say("en")
    assert len(finished(study, "werk_druk", "werkdruk")) == 4
    take(study, *ROWS)
    assert len(finished(study, "werk_druk", "werkdruk")) == 4


def test_two_codes_that_people_wrote_in_a_codebook_are_two(study: Path) -> None:
    book = "{codebook: B, version: 1.0.0, language: nl, codes: [{id: werkdruk}, {id: w2, label: werk druk}]}"
    (study / "codebook.yaml").write_text(book, encoding="utf-8")
    (study / "study.yaml").write_text("language: nl\ncodebook: codebook.yaml\n", encoding="utf-8")
    done = take(study, *ROWS)
    assert "spellings" not in done.say("en")
    assert len(finished(study, "w2", "werkdruk")) == 4


def test_a_spelling_beside_a_code_of_the_codebook_is_asked_about_too(study: Path) -> None:
    book = "{codebook: B, version: 1.0.0, language: nl, codes: [{id: werkdruk}, {id: rust}]}"
    (study / "codebook.yaml").write_text(book, encoding="utf-8")
    (study / "study.yaml").write_text("language: nl\ncodebook: codebook.yaml\n", encoding="utf-8")
    assert "spellings: werk druk / werkdruk" in take(study, *ROWS).say("en")
    assert ("P01_2010", "werkdruk") not in finished(study, "werkdruk")


def test_codes_of_a_program_are_as_the_program_has_them(study: Path) -> None:
    rows = [f"P01_2010,werk druk,{MUCH}", f"P02_2010,werkdruk,{MUCH}"]
    done = take(study, *rows, head="Document,Codes,Quotation Content")
    assert "spellings" not in done.say("en")
    assert len(finished(study, "werk_druk", "werkdruk")) == 4


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("werk druk", "werkdruk", True),
        ("werk-druk", "Werkdruk", True),
        ("werk_druk", "werk druk", True),
        ("zorg'n", "zorgn", True),
        ("café", "cafe", True),
        ("e.h.b.o", "ehbo", True),
        ("stress", "stres", True),
        ("stress", "strss", True),
        ("stress", "sterss", True),
        ("samenwerking", "samenverking", True),
        ("steun van buren", "steun van buuren", True),
        ("+ steun", "- steun", False),
        ("C#", "C++", False),
        ("taak 1", "taak 2", False),
        ("stress1", "stress2", False),
        ("steun A", "steun B", False),
        ("werk", "merk", False),
        ("steunpunt", "steun", False),
        ("werk", "werkk", True),
        ("druk", "drukk", True),
        ("man", "mann", True),
        ("steun van man", "steun van mann", True),
        ("bom", "boom", False),
        ("huis", "thuis", False),
        ("zorg", "zorgg", True),
        ("werk", "werrkk", False),
        ("ab", "abb", False),
        ("werk 1", "werk 11", False),
        ("stress", "distress", False),
        ("inclusie", "exclusie", False),
        ("steun van buren", "steun voor boeren", False),
        ("steun buren", "steun buren samen", False),
        ("samen", "samen", False),
        ("1. stress", "stress", True),
        ("1) stress", "Stress", True),
        ("1.2 stress", "stress", True),
        ("1 stress", "stress", True),
        ("2.stress", "stress", True),
        ("1. stress", "2. stress", True),
        ("a) stress", "stress", True),
        ("2 banen", "3 banen", False),
        ("stress 2", "stress", False),
        ("stress (2)", "stress", True),
        ("stress (2)", "stress (11)", True),
        ("stress [2]", "stress", True),
        ("stress.", "stress", True),
        ("stress!", "stress;", True),
        ('"stress"', "stress", True),
        ("“stress”", "stress", True),
        ("#stress", "stress", True),
        ("#1 stress", "stress", True),
        ("C#", "C", False),
        ("C++", "C", False),
        ("+ steun", "steun", False),
        ("- steun", "steun", False),
        ("werk & thuis", "werk en thuis", True),
        ("werk&thuis", "werk and thuis", True),
        ("werk + thuis", "werk en thuis", True),
        ("werk und thuis", "werk en thuis", True),
        ("werk en thuis", "werk of thuis", False),
        ("werkenthuis", "werk en thuis", True),
        ("werk druk…", "werk drukte", True),
        ("werk stre...", "werk stress", True),
        ("wer…", "werk stress", False),
        ("werk…", "werk", True),
        ("balans tussen werk en het gezin", "balans tussen werk en het gezin thuis", True),
        ("balans tussen werk en het leven", "balans tussen werk en het gezin thuis", False),
        ("balans tussen werk en gezin", "balans tussen werk en gezin thuis", False),
        ("1.", "2.", False),
        ("(1)", "(2)", False),
    ],
)
def test_which_names_may_be_one(one: str, other: str, alike: bool) -> None:
    ids = ["a", "a" if one == other else "b"]
    assert bool(find_spelled_alike([Draft(one), Draft(other)], ids, ())) == alike
    assert bool(find_spelled_alike([Draft(other), Draft(one)], ids, ())) == alike


NAMES = st.text("aeknrst ", min_size=1, max_size=7)
EDITS = st.sampled_from(
    ("{}", "1. {}", "1 {}", "2 {}", "#{}", "{}.", "({})", "{} (2)", "the {}", "{}s", "{}en", "{}ies", "{}…", "{} & {}")
)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Two names of which the one was often made of the other."""
    one = draw(NAMES)
    other = draw(st.one_of(st.just(one), NAMES))
    at = draw(st.integers(0, len(other)))
    other = draw(
        st.sampled_from((other, other[:at] + other[at + 1 :], other[:at] + "k" + other[at:], other[:-1] + "y"))
    )
    return tuple(edit.format(name, name) for name, edit in zip((one, other), (draw(EDITS), draw(EDITS)), strict=True))


@pytest.mark.slow
@given(pairs())
@settings(max_examples=500, deadline=None)
def test_every_name_that_is_like_another_is_looked_at(pair: tuple[str, str]) -> None:
    for one, other in (pair, pair[::-1]):
        names = NearNames()
        names.add(0, one)
        assert names.near(other) == [0] or not are_alike(one, other)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["{0} {1}", "code {0}", "{0} code", "{0}. {1}", "stress {0}{1}"])
def test_finding_names_that_are_alike_takes_as_much_longer_as_there_are_more(name: str) -> None:
    rng = random.Random(1)

    def find(n: int) -> float:
        words = ["".join(rng.choices("aeiouklmnprst", k=9)) for _ in range(n)]
        codes = [Draft(name.format(number, word)) for number, word in enumerate(words)]
        return seconds(lambda: find_spelled_alike(codes, [str(number) for number in range(n)], ()), times=2)

    assert find(2400) < 8 * find(600)  # 4 times as many; by twos it would be 16 times as long


def test_codes_below_different_codes_are_no_spellings_and_what_has_no_code_here_is_none() -> None:
    codes = [
        Draft("werk"),
        Draft("thuis"),
        Draft("stress", parent=0),
        Draft("stres", parent=1),
        Draft("stres", parent=0),
    ]
    assert find_spelled_alike(codes, ["a", "b", "c", "d", "e"], ()) == [(2, 4)]
    assert find_spelled_alike(codes, ["a", "b", "c", "d", ""], ()) == []


def test_codes_of_one_name_below_two_spellings_of_a_code_may_be_one() -> None:
    codes = [Draft("werk"), Draft("druk", parent=0), Draft("1. werk"), Draft("druk", parent=2), Draft("druk")]
    assert find_spelled_alike(codes, ["a", "b", "c", "d", "e"], ()) == [(0, 2), (1, 3)]
    assert find_spelled_alike(codes, ["a", "b", "c", "d", "e"], ("werk", "druk")) == [(0, 2), (1, 3)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("1. stress", "stress"), ("stress (2)", "stress"), ("work & home", "work and home"), ("#stress", "stress")],
)
def test_nobody_who_has_one_spelling_has_a_zero_of_the_other(study: Path, one: str, other: str) -> None:
    done = take(study, f"P01,2010,{one},{MUCH}", f"P02,2010,{other},{MUCH}")
    first, second = done.new_codes
    assert finished(study, first, second) == {("P01_2010", first), ("P02_2010", second)}
    assert f"several spellings: {one} / {other}" in done.say("en")


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    ("one", "other"),
    [("(family)", "family"), ("the family", "family"), ("families", "family"), ("de kinderen", "kinderen"),
     ("job", "jobs"), ("family tie", "family ties"), ("[kans]", "kansen")],
)  # fmt: skip
def test_brackets_an_article_and_a_plural_may_be_the_same_code(study: Path, one: str, other: str) -> None:
    done = take(study, f"P01,2010,{one},{MUCH}", f"P02,2010,{other},{MUCH}")
    assert f"{one} / {other}" in done.say("en")
    assert not finished(study, *done.new_codes) & {("P01_2010", done.new_codes[1]), ("P02_2010", done.new_codes[0])}


@pytest.mark.parametrize(
    ("one", "other"), [("family work", "work"), ("man", "mandate"), ("+ steun", "- steun"), ("the", "a"), ("A", "As")]
)
def test_other_codes_are_not_asked_about_for_an_article_or_an_ending(one: str, other: str) -> None:
    assert not find_spelled_alike([Draft(one), Draft(other)], ["a", "b"], ())
