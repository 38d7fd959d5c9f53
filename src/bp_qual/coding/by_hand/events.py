"""An event: one thing that a coder did, as one line of the coder's file.

A line carries its own checksum, so that a byte that went wrong is noticed and costs that line only.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from operator import attrgetter
from typing import get_origin, get_type_hints

from bp_qual.coding.by_hand.resaved import NARROW, as_it_was, find_wide
from bp_qual.files.json_text import parse_json
from bp_qual.lazy_patterns import lazy_pattern

VERSION = 1
ACTIONS = (
    "add", "remove", "accept", "reject", "clear", "memo", "summary", "done", "undone", "settle", "fits", "undo",
    "import",
)  # fmt: skip
SUGGESTED = "suggested-"  # how the id of what a coder decided on a proposed passage begins
_END = lazy_pattern(rb',"crc":"([0-9a-f]{8})"\}')
_BEGIN = b'{"v":'
_FIRST = b'{"v":%d,"id":"' % VERSION
_MARK = b"\xef\xbb\xbf"  # a byte order mark, which an editor puts before the first line of a file


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that a coder did.

    Attributes
    ----------
    id : str
        Made by whoever asks for it to be saved, so that the same request sent twice counts once.
    n : int
        Its number in the order of what this coder did: one more than the highest number that was in the file.
    at : str
        When, by the clock of that computer; told, and used for nothing.
    do : str
        One of `ACTIONS`. ``clear`` takes a decision on a hit back; ``undo`` makes another event count as not done;
        ``fits`` says that what was coded of a code in an interview before still fits its ``meaning``; ``settle`` is
        what coders decided together about a passage and a code on which they differed.
    of : str
        The event that a ``remove``, an ``undo`` or a ``memo`` on a coding is about; of a ``summary`` the ids, with
        blanks between them, of those it takes the place of.
    interview, text, start, end, quote, before, after : str and int
        Where: offsets are half-open code points of the text with that SHA-256, ``quote`` is what stands there, with
        some of the text before and after it. ``start`` is -1 where no passage is meant.
    times, again : int and str
        How often the quote stood in that text, and whether it did so with the same text ``before`` or ``after`` it.
    code, codebook : str
        The code, and the codebook it was taken from.
    meaning : str
        What the code meant then, as `Codebook.meaning` has it; empty in what was written before this was kept.
    codes : tuple of str
        What a ``done`` without a code is about: the codes that the codebook had then. One that is added to it later was
        not looked for. Of an ``undone`` those it opens again: of an interview, as an import does that has a passage of
        them without a place.
    person, wave : str
        Who a memo is about; a ``summary`` is about a person, a code and a wave.
    note : str
        The text of a memo or summary; for any other action a remark.
    quotes : str
        What stands for the quotes that a summary was written for.
    file, form, program : str
        Of an ``import``: the file that codings came from, what such a file is, and the program that made it. An
        ``undone`` of an import names the file too, and has a form where rows are in doubt. The form of a ``settle`` is
        yes or no, that of a ``done`` of one passage ``masked`` or ``unmasked``: whether what tells the wave was blotted
        out in it, where that is known.
    placed, listed : int
        How many of its passages got a place here, and how many did not.
    coders : tuple of str
        Of what is the work of several: theirs. Of an ``import`` what the file calls the coder, where that is no name
        that a file can have.
    sketch : str
        Of a ``done``: a few of the runs of words in that text, by which an edited form of it is known (`sketch_text`).

    Examples
    --------
    >>> event = Event("e1", "add", interview="P01_2010", start=3, end=8, quote="samen", code="samenwerking")
    >>> read_events(write_line(event))[0] == (event,)
    True
    """

    id: str
    do: str
    n: int = 0
    at: str = ""
    of: str = ""
    interview: str = ""
    text: str = ""
    start: int = -1
    end: int = -1
    quote: str = ""
    before: str = ""
    after: str = ""
    times: int = 1
    again: str = ""
    code: str = ""
    codes: tuple[str, ...] = ()
    codebook: str = ""
    meaning: str = ""
    person: str = ""
    wave: str = ""
    note: str = ""
    quotes: str = ""
    file: str = ""
    form: str = ""
    program: str = ""
    placed: int = 0
    listed: int = 0
    coders: tuple[str, ...] = ()
    sketch: str = ""


_TYPES = {name: get_origin(hint) or hint for name, hint in get_type_hints(Event).items()}
_DEFAULTS = {field.name: field.default for field in fields(Event)}


@dataclass(frozen=True, slots=True)
class Damage:
    """A line, or a part of one, that is no whole event.

    ``unfinished`` if it begins as one and breaks off at the end of the line, and no number lacks there: a program was
    stopped while it wrote. It cannot be told from a last line that was cut off after it was saved. ``newer`` if it is
    as it was written, by a version of this program that knows more. ``encoding`` is that in which an editor saved it,
    where it is whole but for that.

    >>> Damage(3, b'{"v":1,"id"', unfinished=True).line
    3
    """

    line: int
    data: bytes
    unfinished: bool = False
    at_end: bool = False
    newer: bool = False
    encoding: str = ""


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events in the order in which they were done, each id once, whatever order they were read in.

    >>> [event.id for event in in_order([Event("b", "memo", n=2), Event("a", "memo", n=1), Event("b", "memo", n=2)])]
    ['a', 'b']
    """
    once = {event.id: event for event in events}
    return tuple(sorted(once.values(), key=attrgetter("n", "id")))


def write_line(event: Event) -> bytes:
    """Return an event as one line, without its end.

    >>> write_line(Event("e1", "undo", of="e0", n=2))
    b'{"v":1,"id":"e1","do":"undo","n":2,"of":"e0","crc":"90f4b96a"}'
    """
    said = {name: value for name, value in asdict(event).items() if value != _DEFAULTS[name]}
    text = json.dumps({"v": VERSION, **said}, ensure_ascii=False, separators=(",", ":"))
    head = text.encode("utf-8", "surrogatepass")[:-1]
    return head + b',"crc":"%08x"}' % zlib.crc32(head)


def read_events(data: bytes, *, after: int = 0) -> tuple[tuple[Event, ...], tuple[Damage, ...]]:
    """Read the events in the bytes of a file, in their order, and what is damaged.

    Events that a lost line end has run together are told apart, and zero bytes that a crash left are skipped.

    Parameters
    ----------
    data : bytes
        One file, or the end of one from the beginning of a line.
    after : int
        The number of the last event before that.

    Returns
    -------
    tuple of Event
        Those that are whole.
    tuple of Damage
        The rest, by line; a byte order mark of UTF-8 is nothing.

    Examples
    --------
    >>> first, second = (write_line(Event(name, "done", interview="P01_2010")) for name in ("e1", "e2"))
    >>> events, damage = read_events(first + b"X" + second + bytes([10]) + second[:9])
    >>> [event.id for event in events], [(part.line, part.data, part.unfinished) for part in damage]
    (['e1', 'e2'], [(1, b'X', False), (2, b'{"v":1,"i', True)])
    """
    events: list[Event] = []
    damage: list[tuple[int, bytes, int]] = []  # with how many events are before it
    lines = data.split(b"\n")
    for number, line in enumerate(lines, start=1):
        is_marked = number == 1 or line.startswith(_MARK + _BEGIN)
        for piece in _pieces(line.removeprefix(_MARK) if is_marked else line):
            event = _read_piece(piece)
            if event is not None:
                events.append(event)
            else:
                damage.append((number, piece, len(events)))
    wide = find_wide(data)
    told = (
        Damage(
            number,
            piece,
            _is_begun(piece)
            and (number == len(lines) or (lines[number - 1].endswith(piece) and _is_next(events, place, after))),
            number == len(lines),
            _is_as_written(piece),
            wide or (NARROW if _is_as_written(as_it_was(piece)) else ""),
        )
        for number, piece, place in damage
    )
    return tuple(events), tuple(told)


def _is_begun(piece: bytes) -> bool:
    """Return whether this begins as every line does, and has no end."""
    begin = piece[: len(_FIRST)]
    return not _END.search(piece) and _FIRST.startswith(begin)


def _is_next(events: Sequence[Event], place: int, after: int) -> bool:
    """Return whether no number lacks before an event, as where nothing that was saved stood there."""
    before = events[place - 1].n if place else after
    return place < len(events) and events[place].n == before + 1


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a file held when it was read: its bytes, its events, and what is no whole event.

    >>> ReadFile().events
    ()
    """

    data: bytes = b""
    events: tuple[Event, ...] = ()
    damage: tuple[Damage, ...] = ()


def read_on(data: bytes, before: ReadFile) -> ReadFile:
    r"""Return what a file holds now; where whole lines were added to what it held before, only those are read.

    Parameters
    ----------
    data : bytes
        All of the file.
    before : ReadFile
        What it held before. Where any of that changed, or it did not end with a line, everything is read anew.

    Returns
    -------
    ReadFile

    Examples
    --------
    >>> first = read_on(write_line(Event("e1", "memo", n=1)) + b"\n", ReadFile())
    >>> then = read_on(first.data + write_line(Event("e2", "memo", n=2)) + b"\n", first)
    >>> [event.id for event in then.events], then.events[0] is first.events[0]
    (['e1', 'e2'], True)
    """
    size = len(before.data)
    if not (before.data.endswith(b"\n") and data.startswith(before.data)):
        before, size = ReadFile(), 0
    events, damage = read_events(data[size:], after=before.events[-1].n if before.events else 0)
    lines = before.data.count(b"\n") if damage else 0
    later = (replace(part, line=part.line + lines) for part in damage)
    return ReadFile(data, before.events + events, (*before.damage, *later))


def _pieces(line: bytes) -> Iterable[bytes]:
    """Cut a line after each checksum, and before the begin of an event; nearly always that is the line as it is."""
    at = 0
    for end in _END.finditer(line):
        piece = line[at : end.end()]
        at = end.end()
        begin = piece.rfind(_BEGIN)
        yield from (part for part in (piece[: max(begin, 0)], piece[max(begin, 0) :]) if part.strip(b"\0 \r"))
    if line[at:].strip(b"\0 \r"):
        yield line[at:]


def _is_as_written(piece: bytes) -> bool:
    """Return whether a line has a checksum, and that is right."""
    end = _END.search(piece)
    return end is not None and zlib.crc32(piece[: end.start()]) == int(end.group(1), 16)


def _read_piece(piece: bytes) -> Event | None:
    if not _is_as_written(piece):
        return None
    try:
        said = parse_json(piece)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or said.pop("v", None) != VERSION:
        return None
    said.pop("crc")
    for name in ("codes", "coders"):
        if isinstance(said.get(name), list):
            said[name] = tuple(map(str, said[name]))
    whole = {"id", "do"} <= said.keys() <= _TYPES.keys() and said["do"] in ACTIONS and said["id"]
    return Event(**said) if whole and all(type(value) is _TYPES[name] for name, value in said.items()) else None
