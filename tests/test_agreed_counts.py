"""What several coders agree on, passage by passage: one rule for Settle, for `agreed` and for what is counted."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bp_qual import apply_codebook, read_codings, write_coding
from bp_qual.cli import main
from bp_qual.coding.combining import Combined
from bp_qual.errors import StudyError
from bp_qual.page.desk import open_desk
from bp_qual.page.settle_view import describe_disagreements
from bp_qual.study.hand_coding import own_coders, read_coders
from bp_qual.study.settled_sheets import list_unsettled
from bp_qual.study.settling import Decision, settle
from bp_qual.study.study_inputs import read_inputs
from bp_qual.study.what_counts import what_counts

BOOK = """\
codebook: Themes
version: 1.0.0
language: en
codes:
  - {id: help, terms: [help]}
  - {id: kin, parent: help, terms: [sister]}
  - {id: money, terms: [money]}
"""
SAID = (
    "We help each other here, and my sister came by with money.",
    "There was no money then, no money at all, and help was far away from us.",
    "It was a long winter, and nobody had any money or help to spare for a sister.",
)
WORDS = {"help": "help", "sister": "kin", "money": "money"}


def make_study(folder: Path, persons: tuple[str, ...] = ("P01",)) -> Path:
    folder.mkdir()
    talk = "".join(f"I: And then?\nR: {said}\n" for said in SAID)
    for name in (f"{person}_{wave}" for person in persons for wave in (2010, 2020)):
        (folder / f"{name}.txt").write_text(talk, "utf-8")
    (folder / "themes.yaml").write_text(BOOK, "utf-8")
    (folder / "study.yaml").write_text("language: en\ncodebook: themes.yaml\n", "utf-8")
    return folder


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return a study of one person in two waves."""
    return make_study(tmp_path / "study")


def mark(
    study: Path, coder: str, do: str, words: str, code: str, *, interview: str = "P01_2010", at: int = 0, **read: Any
) -> None:
    """Do something on the words of an interview, the ``at``-th time that they are there; `read`: corpus, codebook."""
    text = (study / f"{interview}.txt").read_text("utf-8")
    start = [found.start() for found in re.finditer(re.escape(words), text)][at]
    row = {"interview": interview, "start": start, "end": start + len(words), "code": code}
    write_coding(study, row, coder=coder, do=do, **read)


def finish(study: Path, *coders: str, interviews: tuple[str, ...] = ("P01_2010", "P01_2020")) -> None:
    for coder in coders:
        for interview in interviews:
            write_coding(study, {"interview": interview}, coder=coder, do="done")


def counted(study: Path, coder: str, count: str = "human") -> Combined:
    own, corpus, book = read_inputs(study)
    return what_counts(own, apply_codebook(book, corpus), corpus, book, count=count, coder=coder).combined  # type: ignore[arg-type]


def compare(study: Path) -> str:
    """Return what `compare` says where all coders count."""
    words = ["compare", str(study), "--count", "human", "--coder", "all", "-o", str(study / "out")]
    return " ".join(CliRunner().invoke(main, words).output.split())


def rows(combined: Combined) -> list[tuple[str, str, int, int]]:
    """Return what counts: interview, code, start, end."""
    done = set(combined.coded.loc[combined.coded["coded"], ["interview", "code"]].itertuples(index=False, name=None))
    table = combined.codings[combined.codings["status"] != "rejected"]
    places = table[["interview", "code", "start", "end"]].itertuples(index=False, name=None)
    return sorted(place for place in places if place[:2] in done)


def quotes(combined: Combined) -> list[tuple[str, str, str]]:
    table = combined.codings[combined.codings["status"] != "rejected"]
    return list(table[["code", "quote", "coder"]].itertuples(index=False, name=None))


def decide(study: Path, *, found: bool = True) -> int:
    """Settle everything, and return how much there was."""
    own, corpus, book = read_inputs(study)
    coders = read_coders(own, corpus=corpus, codebook=book)
    table = list_unsettled(own, coders, corpus, book)
    said = [Decision(row.interview, row.start, row.end, row.code, found) for row in table.itertuples()]
    return settle(own, coders, corpus, book, said).all


@pytest.mark.slow
def test_marks_that_overlap_are_one_coding_of_both(study: Path) -> None:
    mark(study, "anna", "add", "help each other", "help")
    mark(study, "bert", "add", "We help", "help")
    finish(study, "anna", "bert")
    for coder in ("all", "any"):
        assert quotes(counted(study, coder)) == [("help", "We help each other", "anna + bert")]


@pytest.mark.slow
def test_a_mark_that_not_all_made_beside_one_that_all_made_does_not_count_and_is_told(study: Path) -> None:
    for coder in ("anna", "bert"):
        mark(study, coder, "add", "no money", "money")
    mark(study, "anna", "add", "no money", "money", at=1)
    finish(study, "anna", "bert")
    combined = counted(study, "all")
    assert [row[:2] for row in quotes(combined)] == [("money", "no money")]
    assert [(of.coder, of.settled) for of in combined.uncounted] == [("anna", 1), ("bert", 0)]
    told = compare(study)
    assert "Of 2 codings by anna, 1 count." in told
    assert "1 that not all of them marked, or on which they settled otherwise" in told


def test_a_passage_in_which_they_marked_different_words_counts_once(study: Path) -> None:
    mark(study, "anna", "add", "no money", "money")
    mark(study, "bert", "add", "no money at all", "money")
    mark(study, "bert", "add", "far away", "help")
    mark(study, "anna", "add", "help was", "help")
    finish(study, "anna", "bert")
    assert [row[:2] for row in quotes(counted(study, "all"))] == [
        ("money", "no money then, no money at all"), ("help", "help was far away"),
    ]  # fmt: skip


@pytest.mark.slow
def test_coders_who_coded_exactly_alike_have_together_the_numbers_of_each(study: Path) -> None:
    for coder in ("anna", "bert"):
        mark(study, coder, "add", "no money", "money")
        mark(study, coder, "add", "no money", "money", at=1)
        mark(study, coder, "add", "my sister", "kin")
        mark(study, coder, "add", "help", "help")
        mark(study, coder, "reject", "money", "money")
        mark(study, coder, "accept", "help", "help", at=1)
    finish(study, "anna", "bert")
    for count in ("human", "reviewed"):
        alone = counted(study, "anna", count)
        for coder in ("all", "any"):
            combined = counted(study, coder, count)
            assert rows(combined) == rows(alone)
            assert sorted(combined.codings["status"]) == sorted(alone.codings["status"])
            assert all(not of.settled for of in (*combined.uncounted, *combined.undecided))


@pytest.mark.slow
def test_what_was_settled_stands_for_all(study: Path) -> None:
    mark(study, "anna", "add", "no money", "money")
    mark(study, "bert", "add", "long winter", "help")
    finish(study, "anna", "bert")
    with pytest.raises(StudyError, match=r"anna and bert differ on 2 passages in 1 interview, first in P01_2010, turn"):
        counted(study, "all")
    assert decide(study) == 2
    combined = counted(study, "all")
    assert quotes(combined) == [("money", "no money", "anna + agreed"), ("help", "long winter", "bert + agreed")]
    assert (combined.settled, combined.coders, combined.beside) == (2, ("anna", "bert"), ())
    told = compare(study)
    assert "Where they differed (2 passages), what they settled counts." in told
    decide(study, found=False)
    combined = counted(study, "all")
    assert quotes(combined) == []
    assert [of.settled for of in combined.uncounted] == [1, 1]


def test_a_hit_that_one_rejected_and_nobody_accepted_is_rejected_for_both(study: Path) -> None:
    mark(study, "anna", "reject", "sister", "kin")
    mark(study, "bert", "accept", "help", "help")
    mark(study, "anna", "accept", "help", "help")
    finish(study, "anna", "bert")
    combined = counted(study, "all", "reviewed")
    table = combined.codings[(combined.codings["interview"] == "P01_2010") & (combined.codings["turn"] == 1)]
    found = set(table[["code", "quote", "status"]].itertuples(index=False, name=None))
    assert ("kin", "sister", "rejected") in found
    assert ("help", "help", "accepted") in found
    assert ("money", "money", "auto") in found, "nobody decided on it: it counts as it does of one coder"


def test_a_hit_that_one_accepted_is_to_be_settled_as_settle_shows_it(study: Path) -> None:
    mark(study, "anna", "accept", "sister", "kin")
    mark(study, "bert", "reject", "sister", "kin")
    finish(study, "anna", "bert")
    with pytest.raises(StudyError, match="differ on 2 passages"):  # kin, and help above it
        counted(study, "any", "reviewed")
    assert len(describe_disagreements(open_desk(study, coder="anna")).rows) == 2


def draw(study: Path, coders: tuple[str, ...], seed: int) -> None:
    """Let coders do something to most of the words that could be a theme, each in an own way."""
    rng = random.Random(seed)
    _, corpus, book = read_inputs(study)
    for coder in coders:
        for interview in ("P01_2010", "P01_2020"):
            text = (study / f"{interview}.txt").read_text("utf-8")
            for word, code in WORDS.items():
                for at in range(text.count(word)):
                    do = rng.choice(("", "add", "add", "accept", "reject"))
                    longer = rng.choice((word, word, f" {word}"))
                    if do:
                        words = word if do != "add" else longer
                        read = {"corpus": corpus, "codebook": book}
                        mark(study, coder, do, words, code, interview=interview, at=at, **read)
    finish(study, *coders)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(40))
def test_what_settle_shows_as_open_is_what_is_refused_and_once_settled_all_is_agreed(tmp_path: Path, seed: int) -> None:
    coders = ("anna", "bert", "cor")[: 2 + seed % 2]
    study = make_study(tmp_path / "study")
    draw(study, coders, seed)
    shown = [row for row in describe_disagreements(open_desk(study, coder="anna")).rows if not row.agreed]
    assert shown, "the draw has differences"
    for count in ("human", "reviewed"):
        for coder in ("all", "any"):
            with pytest.raises(StudyError, match=f"differ on {len(shown)} passages? in .*: {shown[0].code} on") as told:
                counted(study, coder, count)
            assert f"first in {shown[0].interview}, " in str(told.value)
    rng = random.Random(seed)
    own, corpus, book = read_inputs(study)
    hands = read_coders(own, corpus=corpus, codebook=book)
    table = list_unsettled(own, hands, corpus, book)
    said = [Decision(row.interview, row.start, row.end, row.code, rng.random() < 0.5) for row in table.itertuples()]
    assert settle(own, hands, corpus, book, said).left == 0
    for count in ("human", "reviewed"):
        agreed = counted(study, "agreed", count)
        for coder in ("all", "any"):
            combined = counted(study, coder, count)
            assert rows(combined) == rows(agreed)
            assert combined.settled == len(said)
            for of in combined.uncounted:
                assert min(of.out.values()) >= 0
    assert own_coders(study) == coders
    assert len(read_codings(study, coder="agreed", corpus=corpus).lost) == 0


@pytest.mark.slow
def test_the_order_of_the_names_changes_nothing(tmp_path: Path) -> None:
    """What the first of the alphabet marked counted, where two marked a passage in other words."""
    found = []
    for names in (("anna", "bert"), ("bert", "anna")):
        study = make_study(tmp_path / names[0])
        mark(study, names[0], "add", "no money", "money")
        mark(study, names[0], "add", "no money", "money", at=1)
        mark(study, names[1], "add", "There was no money then", "money")
        finish(study, *names)
        found.append(rows(counted(study, "all")))
    assert found[0] == found[1]
    assert len(found[0]) == 1


def test_any_takes_the_one_who_finished_an_interview_and_what_two_agree_on(study: Path) -> None:
    mark(study, "anna", "add", "no money", "money")
    mark(study, "anna", "add", "no money", "money", interview="P01_2020")
    mark(study, "bert", "add", "money then", "money")
    finish(study, "anna")
    finish(study, "bert", interviews=("P01_2010",))
    combined = counted(study, "any")
    assert [(row[1], row[2]) for row in quotes(combined)] == [("no money then", "anna + bert"), ("no money", "anna")]
    done = combined.coded[combined.coded["code"] == "money"]
    assert done["coder"].tolist() == ["anna + bert", "anna"]
    assert combined.double == ("P01_2010",)


@pytest.mark.slow
def test_what_a_third_marked_where_that_one_has_not_finished_neither_widens_nor_makes_a_coding(study: Path) -> None:
    for coder in ("anna", "bert"):
        mark(study, coder, "accept", "sister", "kin")
        mark(study, coder, "add", "no money", "money")
    mark(study, "cor", "add", "my sister came by", "kin")
    mark(study, "cor", "add", "There was no money", "money")
    finish(study, "anna", "bert")
    finish(study, "cor", interviews=("P01_2020",))
    for coder in ("any", "agreed"):
        assert [row[:2] for row in quotes(counted(study, coder))] == [("money", "no money")]
        decide(study)
    finish(study, "cor")
    assert {row[:2] for row in quotes(counted(study, "any"))} >= {("money", "There was no money")}


@pytest.mark.slow
def test_a_code_above_one_that_was_settled_needs_no_decision_of_its_own(study: Path) -> None:
    mark(study, "anna", "add", "my sister", "kin")
    finish(study, "anna", "bert")
    own, corpus, book = read_inputs(study)
    coders = read_coders(own, corpus=corpus, codebook=book)
    table = list_unsettled(own, coders, corpus, book)
    assert table["code"].tolist() == ["help", "kin"]
    row = table.iloc[1]
    said = [Decision(row["interview"], int(row["start"]), int(row["end"]), "kin", found=True)]
    assert settle(own, coders, corpus, book, said).left == 0
    assert list_unsettled(own, coders, corpus, book)["agreed"].tolist() == ["yes", "yes"]
    assert [row[:2] for row in quotes(counted(study, "all"))] == [("help", "my sister"), ("kin", "my sister")]


@pytest.mark.slow
@pytest.mark.parametrize("whose", ["all", "any"])
@pytest.mark.parametrize("code", ["help", "kin"])
def test_a_hit_that_all_accepted_is_no_coding_by_hand_where_they_coded_another_code_at_the_same_words(
    study: Path, whose: str, code: str
) -> None:
    for coder in ("anna", "bert"):
        mark(study, coder, "accept", "money", "money")
        mark(study, coder, "add", "money", code)
    finish(study, "anna", "bert")
    human = counted(study, whose).codings
    assert set(human["code"]) == {"kin", "help"} - ({"kin"} if code == "help" else set())
    reviewed = counted(study, whose, "reviewed").codings
    assert (reviewed["code"] == "money").any()


def test_what_both_coded_at_the_words_of_a_hit_that_they_accepted_is_one_of_both(study: Path) -> None:
    for coder in ("anna", "bert"):
        mark(study, coder, "accept", "money", "money")
        mark(study, coder, "add", "money", "money")
    finish(study, "anna", "bert")
    assert counted(study, "all").codings["code"].tolist() == ["money"]
