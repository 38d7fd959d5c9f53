"""What an import could not place is open for that coder and interview, whoever else finished it, until it is mended."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bp_qual import import_codings, read_codebook, read_codings, read_corpus, read_study
from bp_qual.codebook import parse_codebook
from bp_qual.coding import apply_codebook
from bp_qual.coding.by_hand import CoderLog, Event, History, place_codings, read_history
from bp_qual.coding.by_hand.anchors import hash_text
from bp_qual.coding.by_hand.replay import replay
from bp_qual.coding.by_hand.sketches import finish_text
from bp_qual.coding.combining import Together, combine_codings
from bp_qual.coding.open_codes import find_left_by, find_open_above
from bp_qual.coding.team import combine_coders
from bp_qual.study.import_report import CodingImport
from bp_qual.study.what_counts import what_counts

TALK = "I: How is it?\nR: My back hurts. I work too much. That was in {}.\n"
BOOK = """
codebook: B
version: 1.0.0
language: en
codes: [{id: body}, {id: health, parent: body}, {id: work}, {id: pay}]
"""
HEAD = "person,wave,code,quote"
PLACED = ("P01,2010,health,My back hurts", "P01,2010,work,I work too much")
LOST = "P01,2010,health,My elbow is sore"
Cells = set[tuple[str, str]]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "study.yaml").write_text("language: en\ncodebook: codebook.yaml\n", encoding="utf-8")
    (folder / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    for wave in ("2010", "2020"):
        (folder / f"P01_{wave}.txt").write_text(TALK.format(wave), encoding="utf-8")
    return folder


def take(study: Path, name: str, *rows: str, coder: str = "anna", **said: object) -> CodingImport:
    path = study.parent / name
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return import_codings(path, study, coder=coder, listed_in=study.parent / "listed.csv", **said)


def counted(study: Path, coder: str) -> Cells:
    """Return the interviews and codes that are coded where this coder, or these, count."""
    told, corpus = read_study(study), read_corpus(study)
    book = read_codebook(study / "codebook.yaml")
    done = what_counts(told, apply_codebook(book, corpus), corpus, book, count="human", coder=coder).combined.coded
    return {*done.loc[done["coded"], ["interview", "code"]].itertuples(index=False, name=None)}


def test_a_code_that_was_finished_is_open_again_where_a_later_file_has_a_passage_without_a_place(study: Path) -> None:
    take(study, "first.csv", *PLACED)
    assert ("P01_2010", "health") in counted(study, "anna")
    take(study, "second.csv", LOST)
    assert counted(study, "anna") & {("P01_2010", code) for code in ("health", "body", "work")} == {
        ("P01_2010", "work")
    }


def test_it_is_finished_once_the_list_to_mend_comes_in_whatever_was_finished_before(study: Path) -> None:
    take(study, "first.csv", *PLACED)
    take(study, "second.csv", LOST)
    listed = study.parent / "listed.csv"
    listed.write_text(listed.read_text("utf-8-sig").replace("My elbow is sore", "too much"), encoding="utf-8")
    import_codings(listed, study)
    assert {("P01_2010", "health"), ("P01_2010", "body")} <= counted(study, "anna")
    assert replay(read_history(study, "anna").events).opened == {}
    assert not [event for event in import_codings(listed, study).codings["new"] if event]


@pytest.mark.slow
def test_neither_the_first_file_nor_another_finishes_what_a_passage_without_a_place_left_open(study: Path) -> None:
    take(study, "first.csv", *PLACED)
    take(study, "second.csv", LOST)
    for name in ("first.csv", "third.csv"):
        done = take(study, name, *PLACED)
        assert (
            "because rows of second.csv have no place there or can mean another code: body, health (2010: 1)"
            in done.say("en")
        )
        assert ("P01_2010", "health") not in counted(study, "anna")


def test_a_corrected_file_of_the_same_name_finishes_it(study: Path) -> None:
    take(study, "first.csv", *PLACED)
    take(study, "second.csv", LOST)
    done = take(study, "second.csv", "P01,2010,health,I work too much")
    assert "still open" not in done.say("en")
    assert ("P01_2010", "health") in counted(study, "anna")


def test_importing_a_file_again_does_not_open_what_was_finished_by_hand_since(study: Path) -> None:
    take(study, "first.csv", *PLACED, LOST)
    events = read_history(study, "anna").events
    CoderLog(study, "anna").append([Event("by-hand", "done", interview="P01_2010")])
    take(study, "first.csv", *PLACED, LOST)
    assert ("P01_2010", "health") in counted(study, "anna")
    assert len(read_history(study, "anna").events) == len(events) + 1


def test_a_file_that_comes_in_twice_opens_nothing_twice(study: Path) -> None:
    take(study, "first.csv", *PLACED, LOST)
    before = read_history(study, "anna").events
    take(study, "first.csv", *PLACED, LOST)
    assert read_history(study, "anna").events == before


def test_a_code_that_nothing_of_the_file_is_coded_with_and_the_codebook_lacks_is_not_written_down(study: Path) -> None:
    take(study, "second.csv", "P01,2010,elbow,My elbow is sore")
    assert not [event for event in read_history(study, "anna").events if event.codes]


def history_of(coder: str, *said: tuple[str, str, tuple[str, ...]]) -> History:
    """Return the history of a coder: what was done in which interview, for which codes."""
    marks = (Event(f"{coder}{n}", do, n=n, interview=name, codes=codes) for n, (do, name, codes) in enumerate(said))
    return History(coder, tuple(marks))


ALL = ("body", "health", "work", "pay")
OPEN = (("undone", "P01_2010", ("health",)), ("done", "P01_2010", ("work", "pay")))
DONE = (("done", "P01_2010", ALL),)
SOME = (("done", "P01_2010", ("work", "pay")),)
NONE = (("undone", "P01_2010", ()),)
Said = tuple[tuple[str, str, tuple[str, ...]], ...]


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("together", "said", "is_coded"),
    [
        ("team", (OPEN, DONE), False),
        ("any", (OPEN, DONE), False),
        ("any", (DONE, OPEN), False),
        ("first", (OPEN, DONE), False),
        ("first", (DONE, OPEN), True),
        ("all", (OPEN, DONE), False),
        ("team", (DONE, DONE), True),
        ("team", (SOME, DONE), True),
        ("team", ((*NONE, *SOME), DONE), True),
        ("any", (DONE, (*OPEN, ("done", "P01_2010", ("health",)))), True),
    ],
)
def test_of_several_coders_one_who_has_a_passage_without_a_place_leaves_the_code_open(
    study: Path, together: Together, said: tuple[Said, Said], is_coded: bool
) -> None:
    corpus, book = read_corpus(study), read_codebook(study / "codebook.yaml")
    hands = [place_codings(history_of(name, *own), corpus) for name, own in zip(("anna", "bea"), said, strict=True)]
    done = combine_coders(apply_codebook(book, corpus), hands, corpus, book, together=together).coded
    here = done[(done["interview"] == "P01_2010") & (done["code"] == "health")]
    assert here["coded"].tolist() == [is_coded]
    assert bool(here["coder"].tolist()[0]) == is_coded
    work = done[(done["interview"] == "P01_2010") & (done["code"] == "work")]
    assert work["coded"].tolist() == [True]


@pytest.mark.slow
def test_a_team_of_imports_counts_no_interview_short_of_what_one_of_them_could_not_place(study: Path) -> None:
    take(study, "anna.csv", PLACED[1], LOST)
    take(study, "bea.csv", *PLACED, coder="bea")
    for coder in ("team", "any"):
        assert ("P01_2010", "health") not in counted(study, coder)
        assert ("P01_2010", "work") in counted(study, coder)
    assert ("P01_2010", "health") in counted(study, "bea,anna")
    assert ("P01_2010", "health") not in counted(study, "anna,bea")


def test_what_is_only_left_open_answers_nothing(study: Path) -> None:
    take(study, "first.csv", PLACED[0].replace("2010", "2020"), ",2010,work,Said nowhere at all")
    marks = replay(read_history(study, "anna").events).marks
    assert [mark.do for mark in marks if mark.interview == "P01_2010"] == ["undone", "done"]


def test_an_interview_that_a_passage_may_be_of_is_asked_about_and_can_be_answered(study: Path) -> None:
    done = take(study, "first.csv", PLACED[0].replace("2010", "2020"), "P01_2010,2020,work,Said nowhere at all")
    assert done.without == ("P01_2010",)
    again = take(study, "first.csv", PLACED[0].replace("2010", "2020"), "P01_2010,2020,work,Said nowhere at all")
    assert again.without == ("P01_2010",)
    notes = what_counts_notes(study)
    assert any("P01_2010" in note for note in notes)
    take(study, "first.csv", PLACED[0].replace("2010", "2020"), not_coded=["P01_2010"])
    assert [e.do for e in read_history(study, "anna").events if e.interview == "P01_2010"] == ["undone", "undone"]


def what_counts_notes(study: Path) -> list[str]:
    told, corpus, book = read_study(study), read_corpus(study), read_codebook(study / "codebook.yaml")
    counting = what_counts(told, apply_codebook(book, corpus), corpus, book, count="human", coder="anna")
    return [note.say("en") for note in counting.notes]


def test_all_coded_does_not_take_a_code_left_open_for_an_interview_that_was_said_not_to_be_coded(study: Path) -> None:
    take(study, "first.csv", *PLACED)
    take(study, "second.csv", LOST)
    take(study, "first.csv", *PLACED, all_coded=True)
    assert ("P01_2010", "health") not in counted(study, "anna")


def test_that_an_interview_was_edited_once_done_is_still_told_where_an_import_left_a_code_open(study: Path) -> None:
    talk = next(talk for talk in read_corpus(study).transcripts if talk.interview == "P01_2010")
    done = finish_text(Event("e1", "done", n=1, interview="P01_2010"), talk)
    done = replace(done, text=hash_text("before it was edited"))
    left = Event("e2", "undone", n=2, interview="P01_2010", codes=("health",), file="list.csv")
    assert place_codings(History("anna", (done, left)), read_corpus(study)).edited == ("P01_2010",)


# --- the code above --------------------------------------------------------------------------------------------------


def coded_by(study: Path, *marks: tuple[str, tuple[str, ...]]) -> Cells:
    corpus, book = read_corpus(study), read_codebook(study / "codebook.yaml")
    hand = place_codings(history_of("anna", *(("done", *mark) for mark in marks)), corpus)
    done = combine_codings(apply_codebook(book, corpus), hand, corpus, book, count="human").coded
    return {*done.loc[done["coded"], ["interview", "code"]].itertuples(index=False, name=None)}


def test_a_code_is_open_where_one_below_it_is_that_was_looked_for_elsewhere(study: Path) -> None:
    assert coded_by(study, ("P01_2010", ("body", "health")), ("P01_2020", ("body",))) == {
        ("P01_2010", "body"),
        ("P01_2010", "health"),
    }


def test_a_code_below_that_was_looked_for_nowhere_leaves_none_open(study: Path) -> None:
    assert coded_by(study, ("P01_2010", ("body",))) == {("P01_2010", "body")}


def test_every_code_above_is_open_with_the_lowest() -> None:
    codes = "[{id: a}, {id: b, parent: a}, {id: c, parent: b}, {id: d}]"
    book = parse_codebook(f"{{codebook: D, version: 1.0.0, language: nl, codes: {codes}}}")
    cells = [(name, code) for name in ("P01", "P02") for code in "abcd"]
    coded = np.array([True] * 4 + [True, True, False, True])
    assert [cells[n] for n in np.flatnonzero(find_open_above(cells, coded, book))] == [("P02", "a"), ("P02", "b")]


def test_of_several_coders_what_is_below_may_be_finished_by_another(study: Path) -> None:
    corpus, book = read_corpus(study), read_codebook(study / "codebook.yaml")
    anna = history_of("anna", ("done", "P01_2010", ("body",)), ("done", "P01_2020", ("body",)))
    bea = history_of("bea", ("done", "P01_2010", ("health",)))
    hands = [place_codings(history, corpus) for history in (anna, bea)]
    done = combine_coders(apply_codebook(book, corpus), hands, corpus, book, together="team").coded
    coded = {*done.loc[done["coded"], ["interview", "code"]].itertuples(index=False, name=None)}
    assert coded == {("P01_2010", "body"), ("P01_2010", "health")}


def test_what_is_coded_with_a_code_that_is_open_for_one_below_it_is_told_not_to_count(study: Path) -> None:
    take(study, "first.csv", "P01,2010,health,My back hurts")
    take(study, "second.csv", "P01,2020,body,My back hurts")
    corpus, book = read_corpus(study), read_codebook(study / "codebook.yaml")
    hand = read_codings(study, coder="anna", corpus=corpus)
    combined = combine_codings(apply_codebook(book, corpus), hand, corpus, book, count="human")
    assert combined.left["P01_2010"] == ("work", "pay")
    assert "P01_2020" not in combined.left
    assert combined.uncounted[0].open == 1


def test_what_is_finished_already_is_not_said_again_by_a_part_of_the_list(study: Path) -> None:
    take(study, "first.csv", *PLACED)
    take(study, "part.csv", PLACED[0])
    assert [event.do for event in read_history(study, "anna").events].count("done") == 1


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("row", "opened"),
    [
        ("P01,2,health,My elbow is sore", {"P01_2010", "P01_2020"}),  # a rank, perhaps
        ("P01,2030,health,My back hurts", {"P01_2010", "P01_2020"}),  # said in both, in no wave of that name
        ("P01,2030,health,My elbow is sore", set[str]()),  # said nowhere: of a wave that the study does not have
        ("P05,2010,health,That was in 2010", {"P01_2010"}),  # nobody of the study, in words of P01
        ("P05,2010,health,My elbow is sore", set[str]()),
    ],
)
def test_a_row_of_no_interview_leaves_its_code_open_where_it_can_have_been_said(
    study: Path, row: str, opened: set[str]
) -> None:
    rows = [f"P01,{wave},work,I work too much" for wave in ("2010", "2020")]
    take(study, "list.csv", *rows, row)
    done = counted(study, "anna")
    assert {name for name in ("P01_2010", "P01_2020") if (name, "health") not in done} == opened
    assert {(f"P01_{wave}", "work") for wave in ("2010", "2020")} <= done


def test_a_document_and_a_wave_that_contradict_each_other_leave_the_code_open_in_both(study: Path) -> None:
    path = study.parent / "list.csv"
    path.write_text(
        "document,wave,code,quote\nP01_2020.txt,2010,health,My elbow is sore\n"
        "P01_2010.txt,2010,work,I work too much\nP01_2020.txt,2020,work,I work too much\n",
        encoding="utf-8",
    )
    import_codings(path, study, coder="anna", listed_in=study.parent / "listed.csv")
    assert {(f"P01_{wave}", "health") for wave in ("2010", "2020")}.isdisjoint(counted(study, "anna"))


def test_the_files_that_leave_a_code_open_leave_those_above_it_open_and_nothing_that_is_gone(study: Path) -> None:
    """Also where somebody put a code above another since, or took an interview or a code away."""
    corpus, book = read_corpus(study), parse_codebook(BOOK)
    lost = (Event("e1", "undone", file="list.csv"), Event("e2", "undone", file="list.csv"), Event("e3", "undone"))
    opened = dict.fromkeys([("P01_2010", "health"), ("P99_2010", "health"), ("P01_2010", "gone")], lost)
    assert find_left_by(opened, corpus, book) == {
        ("P01_2010", "health"): ("list.csv",),
        ("P01_2010", "body"): ("list.csv",),
    }
    assert find_left_by({("P01_2010", "work"): lost[2:]}, corpus, book) == {}
