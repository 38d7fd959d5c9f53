"""What a coder did is kept: through kills, torn ends, power cuts, full disks, two windows and sync clients."""

from __future__ import annotations

import errno
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bp_qual.coding.by_hand import CoderLog, Event, list_coders, list_strays, read_history
from bp_qual.coding.by_hand.events import read_events, write_line
from bp_qual.coding.by_hand.replay import replay
from bp_qual.errors import StoreError, TranscriptError
from bp_qual.files import appending

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import kill_coder


def memo(name: str, **more: object) -> Event:
    return Event(name, "memo", note="ü" * 30, **more)  # type: ignore[arg-type]


def saved_ids(study: Path, coder: str = "anna") -> list[str]:
    return [event.id for event in read_history(study, coder).events]


@pytest.mark.slow
def test_a_program_that_is_killed_loses_nothing_that_it_reported_as_saved() -> None:
    saved, lost, unreadable = kill_coder.run(6)
    assert saved >= 6
    assert (lost, unreadable) == (0, 0)


def test_a_program_that_says_saved_too_early_is_caught_by_the_same_kills() -> None:
    _, lost, _ = kill_coder.run(3, keeper=kill_coder.HastyLog)
    assert lost > 0


def tear(path: Path, draw: random.Random) -> None:
    """Leave what a crash leaves of an event that was never reported as saved: a part of it, or zero bytes."""
    line = write_line(memo("torn")) + b"\n"
    length = draw.randrange(len(line))
    with path.open("ab") as file:
        file.write(line[:length] if draw.random() < 0.7 else b"\0" * length)


@pytest.mark.slow
@pytest.mark.parametrize("guarded", [True, False])
def test_after_a_torn_end_the_next_event_begins_on_a_new_line(
    tmp_path: Path, guarded: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the guard no line is glued to a torn one; and a reader finds an event in one that is, so nothing is lost."""
    if not guarded:
        monkeypatch.setattr(appending, "_ends_a_line", lambda *_: True)
    draw, lost = random.Random(3), 0
    for trial in range(200 if guarded else 50):
        study = tmp_path / str(trial)
        log = CoderLog(study, "anna")
        log.append([memo("before")])
        tear(log.path, draw)
        CoderLog(study, "anna").append([memo("after")])
        lost += len({"before", "after"} - set(saved_ids(study)))
        tail = log.path.read_bytes().split(b"\n")[-2]
        assert not guarded or tail.startswith(b'{"v":1'), tail
    assert lost == 0


class Recorder:
    """Passes on to the real `os`, and writes down what was done to the file."""

    def __init__(self, done: list[tuple[str, bytes]]) -> None:
        self.done = done

    def __getattr__(self, name: str) -> object:
        return getattr(os, name)

    def write(self, handle: int, data: bytes) -> int:
        short = bytes(data[: max(1, len(data) // 2)])  # a disk may take less than it was given
        self.done.append(("write", short))
        return os.write(handle, short)

    def fsync(self, handle: int) -> None:
        self.done.append(("sync", b""))
        os.fsync(handle)


def survives(done: list[tuple[str, bytes]], draw: random.Random) -> tuple[bytes, set[str]]:
    """Return what a disk may hold after a power cut at the end of what was done, and what was reported as saved."""
    safe, written, named, reported = b"", b"", False, set[str]()
    for what, data in done:
        if what == "write":
            written += data
        elif what == "sync":
            safe = written
        elif what == "folder":
            named = True
        else:
            reported.add(data.decode())
    left = written[len(safe) :]
    left = left[: draw.randint(0, len(left))] if draw.random() < 0.7 else b"\0" * draw.randint(0, len(left))
    return (safe + left if named or draw.random() < 0.5 else b""), reported


@pytest.mark.slow
@pytest.mark.parametrize("dropped", ["", "sync", "folder"])
def test_what_was_reported_as_saved_survives_a_power_cut(
    tmp_path: Path, dropped: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was not flushed may be gone, and so may the name of a new file. Without either flush events are lost."""
    done: list[tuple[str, bytes]] = []
    monkeypatch.setattr(appending, "os", Recorder(done))
    monkeypatch.setattr(appending, "sync_folder", lambda folder: done.append(("folder", b"")))
    log = CoderLog(tmp_path, "anna")
    for number in range(40):
        log.append([memo(f"e{number}")])
        done.append(("reported", f"e{number}".encode()))
    done = [step for step in done if step[0] != dropped]
    draw, lost = random.Random(5), 0
    for end in range(len(done) + 1):
        for _ in range(5):
            data, reported = survives(done[:end], draw)
            lost += len(reported - {event.id for event in read_events(data)[0]})
    assert (lost == 0) == (dropped == "")


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of a file can be set")
def test_a_full_disk_is_told_and_what_was_saved_before_is_kept(tmp_path: Path) -> None:
    script = """
import resource, signal, sys
from bp_qual.coding.by_hand import CoderLog, Event
from bp_qual.errors import StoreError, TranscriptError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))
log = CoderLog(sys.argv[1], "anna")
for number in range(100):
    try:
        log.append([Event(f"e{number}", "memo", note="x" * 100)])
    except StoreError as error:
        print(error)
        break
    print(f"e{number}")
"""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", script, str(tmp_path)]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.splitlines()
    assert "room on the disk" in said[-1]
    assert "Nothing was saved" in said[-1]
    assert saved_ids(tmp_path) == said[:-1]
    assert read_history(tmp_path, "anna").damage == {}


@pytest.mark.parametrize("there", [None, b"", b"{}"])
def test_a_refused_first_line_leaves_no_file_of_somebody_who_did_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bytes | None
) -> None:
    log = tmp_path / "anna.jsonl"
    if there is not None:
        log.write_bytes(there)

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    assert appending.append_lines(log, lambda *_: []) == len(there or b"")
    assert (log.read_bytes() if log.exists() else None) == there
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(StoreError, match="room on the disk"):
        appending.append_lines(log, lambda *_: [b"{}"])
    assert (log.read_bytes() if log.exists() else None) == there


def test_a_file_that_may_not_be_written_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = CoderLog(tmp_path, "anna")
    log.append([memo("e1")])

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(StoreError, match=r"anna\.jsonl.*cannot be written.*you may write there"):
        log.append([memo("e2")])


@pytest.mark.slow
def test_two_windows_of_one_coder_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    script = """
import sys
from bp_qual.coding.by_hand import CoderLog, Event
log = CoderLog(sys.argv[1], "anna")
for number in range(250):
    log.append([Event(f"{sys.argv[2]}-{number}", "memo", note="x")])
"""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(tmp_path), str(name)], env=environment) for name in range(4)
    ]
    assert [child.wait() for child in running] == [0] * 4
    events = read_history(tmp_path, "anna").events
    assert {event.id for event in events} == {f"{name}-{number}" for name in range(4) for number in range(250)}
    assert [event.n for event in events] == list(range(1, 1_001))


def test_every_byte_that_went_wrong_is_noticed_and_costs_one_line_only() -> None:
    lines = [write_line(memo(f"e{number}", n=number)) for number in range(5)]
    data = b"\n".join(lines) + b"\n"
    whole = {event.id for event in read_events(data)[0]}
    draw = random.Random(7)
    for _ in range(1_000):
        place = draw.randrange(len(data))
        flipped = bytearray(data)
        flipped[place] ^= 1 << draw.randrange(8)
        events, damage = read_events(bytes(flipped))
        lost = whole - {event.id for event in events}
        hit = data[:place].count(b"\n")
        assert lost <= {f"e{hit}"}
        assert damage or (data[place] == 10 and not lost), place
        assert set(events) <= set(read_events(data)[0])


def test_a_request_that_is_sent_again_counts_once(tmp_path: Path) -> None:
    log = CoderLog(tmp_path, "anna")
    assert [event.n for event in log.append([memo("e1"), memo("e2")])] == [1, 2]
    assert log.append([memo("e2"), memo("e1")]) == ()
    assert CoderLog(tmp_path, "anna").append([memo("e1"), memo("e3")])[0].n == 3


@pytest.mark.slow
@given(st.lists(st.sampled_from(range(12)), max_size=40), st.randoms(use_true_random=False))
@settings(max_examples=120, deadline=None)
def test_copies_of_a_sync_client_give_the_same_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, doubled: list[int], draw: random.Random
) -> None:
    events = [memo(f"e{number}", n=1 + number // 2, at=str(draw.random())) for number in range(12)]
    copies: list[list[Event]] = [[], [], []]
    for number in [*range(12), *doubled]:
        copies[draw.randrange(3)].append(events[number])
    expected = [event.id for event in sorted(events, key=lambda event: (event.n, event.id))]
    study = tmp_path_factory.mktemp("study")
    (study / "codings").mkdir()
    names = ["anna.jsonl", "anna (conflicted copy 2026-11-02).jsonl", "anna.sync-conflict-20261102-XYZ.jsonl"]
    for name, copy in zip(names, copies, strict=True):
        (study / "codings" / name).write_bytes(b"".join(write_line(event) + b"\n" for event in copy))
    assert saved_ids(study) == expected
    assert list_coders(study) == ("anna",)


def test_a_copy_that_begins_as_another_coders_file_is_of_that_coder_and_other_names_are_told(tmp_path: Path) -> None:
    for coder in ("anna", "anna-2"):
        CoderLog(tmp_path, coder).append([memo(f"first of {coder}")])
    folder = tmp_path / "codings"
    (folder / "anna-LAPTOP.jsonl").write_bytes((folder / "anna.jsonl").read_bytes() + write_line(memo("there", n=2)))
    (folder / "(1).jsonl").write_bytes(b"")
    assert list_coders(tmp_path) == ("anna", "anna-2")
    assert saved_ids(tmp_path) == ["first of anna", "there"]
    assert [path.name for path in list_strays(tmp_path)] == ["(1).jsonl"]


@pytest.mark.parametrize("name", ["", "..", "a/b", "a b", "-a", "x" * 41, "a.b", "a\n"])
def test_a_name_that_could_lead_elsewhere_is_no_coders(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="a coder's name is letters, digits"):
        CoderLog(tmp_path, name)


def test_a_coders_own_file_that_cannot_be_read_is_never_taken_for_no_codings(tmp_path: Path) -> None:
    (tmp_path / "codings").mkdir()
    (tmp_path / "codings" / "anna.jsonl").symlink_to("gone")
    assert list_coders(tmp_path) == ()
    assert [path.name for path in list_strays(tmp_path)] == ["anna.jsonl"]
    with pytest.raises(TranscriptError, match="does not exist"):
        read_history(tmp_path, "anna")


@pytest.mark.parametrize("name", ["CON", "con", "nul", "Aux", "com1", "LPT9"])
def test_a_name_that_windows_keeps_for_a_device_is_no_coders(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no file can be called"):
        CoderLog(tmp_path, name)


def test_a_name_that_is_no_coders_is_answered_with_one_that_is(tmp_path: Path) -> None:
    for name, better in (("Jan de Vries", "Jan_de_Vries"), ("😀", "anna"), ("-x" * 40, "x_x")):
        with pytest.raises(ValueError, match=f"digit: {better}"):
            CoderLog(tmp_path, name)


def test_two_coders_do_not_differ_in_capitals_only(tmp_path: Path) -> None:
    CoderLog(tmp_path, "anna").append([memo("e1")])
    with pytest.raises(ValueError, match="code as anna, or under a name that differs more"):
        CoderLog(tmp_path, "Anna")
    CoderLog(tmp_path, "anna").append([memo("e2")])
    CoderLog(tmp_path, "anneke").append([memo("e3")])
    assert list_coders(tmp_path) == ("anna", "anneke")


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "codings").mkdir()
    (tmp_path / "elsewhere").write_bytes(b"")
    (tmp_path / "codings" / "anna.jsonl").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StoreError, match="is a link"):
        CoderLog(tmp_path, "anna")


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[str, int]]:
    """Return actions (what, on which earlier event)."""
    length = draw(st.integers(1, 14))
    return [
        (draw(st.sampled_from(["add", "remove", "undo", "accept", "reject", "clear"])), draw(st.integers(0, number)))
        for number in range(length)
    ]


def model(actions: list[tuple[str, int]]) -> tuple[set[int], dict[int, str]]:
    """Return what holds, found the slow way: take the undone events out, last undo first, and start again."""
    live = list(range(len(actions)))
    for number in reversed(range(len(actions))):
        what, target = actions[number]
        if what == "undo" and number in live and target < number and target in live:
            live.remove(target)
    added, decided = set[int](), dict[int, str]()
    for number in live:
        if actions[number][0] == "add":
            added.add(number)
        elif actions[number][0] in ("accept", "reject", "clear"):
            decided[actions[number][1] % 3] = actions[number][0]
    for number in live:
        if actions[number][0] == "remove":
            added.discard(actions[number][1])
    return added, {place: what for place, what in decided.items() if what != "clear"}


@pytest.mark.slow
@given(histories(), st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_undo_remove_and_decisions_give_what_the_model_gives(
    actions: list[tuple[str, int]], draw: random.Random
) -> None:
    events = [
        Event(f"e{number:02}", what, n=number, of=f"e{target:02}", start=target % 3, end=9, interview="P1", code="a")
        for number, (what, target) in enumerate(actions)
    ]
    draw.shuffle(events)
    state = replay(events)
    added, decided = model(actions)
    assert {int(event.id[1:]) for event in state.codings} == added
    assert {event.start: event.do for event in state.decisions} == decided


def test_undoing_done_for_one_code_leaves_the_others_done() -> None:
    marks = [("done", ""), ("undone", "a"), ("done", "b")]
    state = replay(Event(f"e{n}", do, n=n, interview="P1", code=code) for n, (do, code) in enumerate(marks))
    assert [state.is_done("P1", code) for code in "abc"] == [False, True, True]
    assert not state.is_done("P2", "a")


def test_a_file_that_became_shorter_since_it_was_read_is_not_written_to(tmp_path: Path) -> None:
    log = CoderLog(tmp_path, "anna")
    log.append([memo("e1"), memo("e2")])
    shorter = log.path.read_bytes().split(b"\n")[0] + b"\n"
    log.path.write_bytes(shorter)
    with pytest.raises(StoreError, match=r"anna\.jsonl.*has become shorter since it was read"):
        log.append([memo("e3")])
    assert log.path.read_bytes() == shorter


@pytest.mark.parametrize("seed", range(20))
def test_two_coders_at_once_are_apart_and_their_order_and_clocks_do_not_matter(seed: int, tmp_path: Path) -> None:
    """Any interleaving, and any clock (summer time, one that jumps back), gives each coder the same."""
    draw = random.Random(seed)
    doing = {
        coder: [("add", ""), ("accept", ""), ("undo", f"{coder}0"), ("done", ""), ("undone", "")][
            : draw.randrange(2, 6)
        ]
        for coder in ("anna", "bea")
    }
    turns = [coder for coder, did in doing.items() for _ in did]
    draw.shuffle(turns)
    logs = {coder: CoderLog(tmp_path, coder) for coder in doing}
    for coder in turns:
        number = sum(event.id.startswith(coder) for event in read_history(tmp_path, coder).events)
        do, of = doing[coder][number]
        at = f"20{draw.randrange(10, 30)}-03-28T0{draw.randrange(10)}:00:00+0{draw.randrange(3)}:00"
        logs[coder].append([Event(f"{coder}{number}", do, of=of, at=at, interview="P1", start=1, end=2, code="a")])
    for coder, did in doing.items():
        alone = [
            Event(f"{coder}{n}", do, of=of, n=n, interview="P1", start=1, end=2, code="a")
            for n, (do, of) in enumerate(did)
        ]
        ours, theirs = replay(read_history(tmp_path, coder).events), replay(alone)
        for name in ("codings", "decisions", "marks"):
            assert [e.id for e in getattr(ours, name)] == [e.id for e in getattr(theirs, name)]


@pytest.mark.slow
@given(
    st.lists(
        st.tuples(st.sampled_from(["done", "undone"]), st.sampled_from(["P1", "P2"]), st.sampled_from("ab ")),
        max_size=12,
    )
)
@settings(max_examples=200, deadline=None)
def test_what_is_finished_is_what_is_done_for_each_code(marks: list[tuple[str, str, str]]) -> None:
    state = replay(
        Event(f"e{n:02}", do, n=n, interview=interview, code=code.strip())
        for n, (do, interview, code) in enumerate(marks)
    )
    asked = [(interview, code) for interview in ("P1", "P2") for code in "ab"]
    assert state.finished(["P1", "P2"], "ab") == {place for place in asked if state.is_done(*place)}


@pytest.mark.parametrize("start", [0, 7])
def test_a_passage_of_a_sample_that_was_done_marks_no_interview_as_done(start: int) -> None:
    state = replay([Event("e1", "done", interview="P01_2010", start=start, end=start + 5, text="Wij s")])
    assert state.marks == ()
    assert [event.id for event in state.units] == ["e1"]
