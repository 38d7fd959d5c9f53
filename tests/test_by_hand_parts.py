"""What a coder did, kept apart by interview: the parts are the whole, and only what was touched is found again."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bp_qual.coding.by_hand import CoderLog, Event, History, read_history
from bp_qual.coding.by_hand.by_interview import StandingByInterview
from bp_qual.coding.by_hand.events import in_order
from bp_qual.coding.by_hand.log import HistoryReader
from bp_qual.coding.by_hand.replay import replay
from bp_qual.coding.by_hand.standing import find_standing
from bp_qual.transcripts import Corpus, Transcript, Turn

SAID = "R: Wij doen dat samen."
TALKS = tuple(
    Transcript(f"P01_{wave}", ("P01",), wave, SAID, (Turn(0, "R", "respondent", 3, len(SAID), person="P01"),))
    for wave in ("2010", "2020")
)
CORPUS = Corpus(TALKS, ("P01",), ("2010", "2020"))
INTERVIEWS = ("P01_2010", "P01_2020", "P09_2010")
PASSAGES = ("add", "accept", "reject", "clear")


def passage(number: int, do: str, interview: str) -> Event:
    return Event(
        f"e{number}", do, n=number, interview=interview, start=16, end=21, quote="samen", before="R: Wij doen dat ",
        after=".", code="a",
    )  # fmt: skip


@st.composite
def everything_done(draw: st.DrawFn) -> tuple[Event, ...]:
    events: list[Event] = []
    for number in range(draw(st.integers(0, 14))):
        do = draw(st.sampled_from((*PASSAGES, "done", "undone", "memo", "undo", "remove", "summary")))
        interview = draw(st.sampled_from(INTERVIEWS))
        of = draw(st.sampled_from([event.id for event in events] or ["nothing"]))
        if do in PASSAGES:
            events.append(passage(number, do, interview))
        elif do in ("undo", "remove"):
            events.append(Event(f"e{number}", do, n=number, of=of))
        elif do == "memo":
            events.append(Event(f"e{number}", do, n=number, of=draw(st.sampled_from(("", of))), note="Look."))
        elif do == "summary":
            events.append(Event(f"e{number}", do, n=number, person="P01", code="a", wave="2010", note="Rarely."))
        else:
            events.append(Event(f"e{number}", do, n=number, interview=interview))
    return tuple(events)


def ids(parts: list[tuple[Event, ...]]) -> list[str]:
    return sorted(event.id for part in parts for event in part)


@pytest.mark.slow
@given(everything_done(), everything_done())
def test_what_holds_in_each_interview_is_what_holds_in_all(before: tuple[Event, ...], after: tuple[Event, ...]) -> None:
    parted = StandingByInterview(CORPUS)
    for events in (before, after, before + after):
        history = History("anna", in_order(events))
        parted.take(history)
        parts = [parted.of(name) for name in parted.parts]
        whole = find_standing(history, CORPUS)
        for name in ("codings", "decisions", "units"):
            found = [passage for part in parts for passage in getattr(part, name)]
            assert sorted(found, key=str) == sorted(getattr(whole, name), key=str)
        assert sorted(map(str, whole.lost)) == sorted(str(row) for part in parts for row in part.lost)
        assert ids([part.state.marks for part in parts]) == ids([whole.state.marks])
        assert sorted(map(str, whole.memos)) == sorted(str(memo) for part in parts for memo in part.memos)
        assert [cell for part in parts for cell in part.state.summaries] == list(whole.state.summaries)
        assert sorted(interview for part in parts for interview in part.edited) == sorted(whole.edited)


def test_a_coding_in_one_interview_leaves_what_was_found_in_another() -> None:
    parted = StandingByInterview(CORPUS)
    first = (passage(1, "accept", "P01_2010"), passage(2, "add", "P01_2020"))
    parted.take(History("anna", first))
    here, there = parted.of("P01_2010"), parted.of("P01_2020")
    parted.take(History("anna", (*first, Event("e3", "undo", n=3, of="e1"))))
    assert parted.of("P01_2020") is there
    assert parted.of("P01_2010") is not here
    assert parted.of("P01_2010").decisions == ()


def test_a_file_that_only_grew_is_read_on_and_any_other_anew(tmp_path: Path) -> None:
    log, reader = CoderLog(tmp_path, "anna"), HistoryReader(tmp_path, "anna")
    log.append([Event("e1", "memo", note="One."), Event("e2", "memo", note="Two.")])
    first = reader.read()
    log.append([Event("e3", "memo", note="Three.")])
    then = reader.read()
    assert [event.id for event in then.events] == ["e1", "e2", "e3"]
    assert then.events[0] is first.events[0]
    own = log.path.read_bytes()
    log.path.write_bytes(own.replace(b"One.", b"Uno.") + b"torn")
    assert reader.read() == read_history(tmp_path, "anna")
    assert [part.line for part in reader.history.damage[log.path]] == [1, 4]
    log.path.write_bytes(own + b'{"v":1,"id":"e9"')  # another program is halfway a line
    assert reader.read().damage
    log.path.write_bytes(own + b"\nnonsense\n")
    reader.read()
    log.path.write_bytes(own + b"\nnonsense\nmore\n")
    assert reader.read() == read_history(tmp_path, "anna")
    assert [part.line for part in reader.history.damage[log.path]] == [5, 6]
    (tmp_path / "codings" / "anna (conflicted copy).jsonl").write_bytes(own)
    assert reader.read() == read_history(tmp_path, "anna")
    log.path.unlink()
    assert reader.read() == read_history(tmp_path, "anna")


@pytest.mark.parametrize("seed", range(20))
def test_requests_that_are_sent_up_to_three_times_in_any_order_give_the_same(seed: int, tmp_path: Path) -> None:
    draw = random.Random(seed)
    events = [
        Event(f"e{number}", draw.choice(["add", "accept", "reject"]), interview="P1", start=number, end=20, code="a")
        for number in range(10)
    ]
    sent = [event for event in events for _ in range(draw.randint(1, 3))]
    draw.shuffle(sent)
    while sent:
        CoderLog(tmp_path, "anna").append([sent.pop() for _ in range(min(len(sent), draw.randint(1, 4)))])
    once, kept = replay(events), replay(read_history(tmp_path, "anna").events)
    for name in ("codings", "decisions"):
        assert {event.id for event in getattr(kept, name)} == {event.id for event in getattr(once, name)}
    assert len(read_history(tmp_path, "anna").events) == len(events)
