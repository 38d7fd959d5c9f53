"""Subtitles, .vtt and .srt: what Zoom, Teams, Otter, YouTube and the transcription services export.

Cues of one speaker that follow one another become one line with its times. A name before a colon counts as the
speaker where most cues have one. Lines that a rolling caption repeats are kept once.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import pairwise

from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import clean_text, decode_text
from bp_qual.readers.cues import Cue, join_cues
from bp_qual.readers.paragraphs import Reading, check_lines, count_visible, join_pieces

_STAMP = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMES = re.compile(rf"^[ \t]*{_STAMP}[ \t]*-->[ \t]*{_STAMP}[^\n]*$", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[^ \t>]*)?[ \t]+([^>]*)>")
_TAG = re.compile(r"</?(?:[bicuv]|ruby|rt|lang|font|\d)[^<>]*>|\{\\an?\d+\}", re.IGNORECASE)
_ENTITY = re.compile(r"&#?\w+;")
_MARKUP = re.compile(rf"{_TAG.pattern}|{_ENTITY.pattern}", re.IGNORECASE)
_MARKED = re.compile("[<&{]")
_ONE_VOICE = re.compile(r"<v[ \t]+([^<>&]*)>([^<&{]*)(</v>)?")
_NAMED = re.compile(r"[-–>]*[ \t]*([^\W\d_][^\n:<>\[\]?!]{0,48}?)[ \t]*:(?=\s)[ \t]*")
_REPEATING = 0.3  # share of cues from which captions are taken to roll
_BRIEF = 0.5  # seconds in which nobody says a line again


def read_subtitles(data: bytes, *, where: str = "", encoding: str = "") -> Reading:
    r"""Read .vtt or .srt.

    >>> cues = b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Ja,\n\n00:02.000 --> 00:03.000\n<v Ann>dat klopt.</v>\n"
    >>> reading = read_subtitles(cues)
    >>> reading.text, reading.paragraphs[0].label, reading.paragraphs[0].at
    ('Ja, dat klopt.', 'Ann', 1.0)
    """
    decoded = decode_text(data, where=where, encoding=encoding)
    apart = {name: StringIO() for name in ("cue numbers and notes", "markup", "labels", "repeated captions")}
    cues = list(_find_cues(decoded.text, apart["cue numbers and notes"]))
    if not cues:
        remedy = "Export the subtitles again; a cue needs a line such as 00:00:01.000 --> 00:00:04.000."
        raise TranscriptError(Problem(where, "holds no subtitles.", remedy))
    cues = _drop_repeats(cues, apart["repeated captions"]) if _are_rolling(cues) else cues
    parts = (part for cue in cues for part in _voices(cue, apart["markup"]))
    voiced = parts if _VOICE.search(decoded.text) else _name_speakers(list(parts), apart["labels"])
    pieces = list(join_cues(voiced))
    check_lines(len(pieces), where)
    text, lines = join_pieces(pieces)
    rests = {name: rest.getvalue() for name, rest in apart.items() if rest.tell()}
    notes = tuple(filter(None, [decoded.note]))
    return Reading(text, lines, rests, notes, {}, count_visible(decoded.text), "subtitles")


def _find_cues(text: str, rest: StringIO) -> Iterator[Cue]:
    """Yield the cues as written; the line before a time line is its number or name, not talk of the cue before."""
    previous = None
    for match in _TIMES.finditer(text):
        if previous is None:
            rest.write(text[: match.start()])
        else:
            yield _cue(previous, text[previous.end() : match.start()], rest, last=False)
        rest.write(match[0] + "\n")
        previous = match
    if previous is not None:
        yield _cue(previous, text[previous.end() :], rest, last=True)


def _cue(times: re.Match[str], between: str, rest: StringIO, *, last: bool) -> Cue:
    payload, blank, after = between.partition("\n\n") if "\n\n" in between.lstrip("\n") else (between, "", "")
    if not blank and not last:  # no blank line: the line above the times is a number
        payload, _, after = payload.rstrip("\n").rpartition("\n") if _ends_in_number(payload) else (payload, "", "")
    rest.write(after)
    hours, minutes, seconds, thousandths, *end = times.groups()
    return Cue(_seconds(hours, minutes, seconds, thousandths), _seconds(*end), payload.strip("\n"))


def _ends_in_number(payload: str) -> bool:
    return payload.rstrip("\n").rpartition("\n")[2].strip().isdigit()


def _seconds(hours: str | None, minutes: str, seconds: str, thousandths: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(thousandths.ljust(3, "0")) / 1000


def _are_rolling(cues: list[Cue]) -> bool:
    """Whether captions roll: many cues begin with a line of the one before, and are longer or flash by."""
    rolls, before = 0, list[str]()
    for cue in cues:
        seen = _seen_lines(cue)
        rolls += bool(seen) and seen[0] in before[-2:] and (len(seen) > 1 or cue.until - cue.at < _BRIEF)
        before = seen
    return rolls >= 2 and rolls >= _REPEATING * len(cues)


def _seen_lines(cue: Cue) -> list[str]:
    return [_TAG.sub("", line).strip() for line in cue.text.split("\n") if line.strip()]


def _drop_repeats(cues: list[Cue], dropped: StringIO) -> list[Cue]:
    """Keep each line of rolling captions once."""
    kept, before = list[Cue](), list[str]()
    for cue in cues:
        raw, seen = [line for line in cue.text.split("\n") if line.strip()], _seen_lines(cue)
        known = next((n for n in range(min(len(before), len(seen)), 0, -1) if before[-n:] == seen[:n]), 0)
        dropped.writelines(f"{line}\n" for line in raw[:known])
        if raw[known:]:
            kept.append(Cue(cue.at, cue.until, "\n".join(raw[known:])))
        before = seen or before
    return kept


def _voices(cue: Cue, markup: StringIO) -> Iterator[Cue]:
    """Yield the cue in as many parts as it has voices, without its tags."""
    if not _MARKED.search(cue.text):
        if cue.text.strip():
            yield Cue(cue.at, cue.until, " ".join(cue.text.split()))
        return
    if match := _ONE_VOICE.fullmatch(cue.text):  # by far the usual form
        markup.write(f"<v>{match[1]}{match[3] or ''}")
        yield Cue(cue.at, cue.until, " ".join(match[2].split()), " ".join(match[1].split()))
        return
    voices = list(_VOICE.finditer(cue.text))
    borders = [0, *(voice.start() for voice in voices), len(cue.text)]
    for number, (start, end) in enumerate(pairwise(borders)):
        part, label = cue.text[start:end], voices[number - 1][1] if number else ""
        for match in _MARKUP.finditer(part):
            shown = _resolve(match) if match[0].startswith("&") else ""
            markup.write(match[0][count_visible(shown) :] if shown != match[0] else "")
        seen = " ".join(_ENTITY.sub(_resolve, _TAG.sub("", part)).split())
        if seen or label:
            yield Cue(cue.at, cue.until, seen, " ".join(_ENTITY.sub(_resolve, label).split()))


def _resolve(entity: re.Match[str]) -> str:
    return clean_text(html.unescape(entity[0]))


def _name_speakers(cues: list[Cue], labels: StringIO) -> list[Cue]:
    """Take `Name: ` off the text where most cues, or the same few names again and again, begin so."""
    found = [_NAMED.match(cue.text) for cue in cues]
    counts = Counter(match[1] for match in found if match)
    if sum(counts.values()) < len(cues) / 2:
        return cues
    named = list[Cue]()
    for cue, match in zip(cues, found, strict=True):
        if match:
            labels.write(match[0])
            named.append(Cue(cue.at, cue.until, cue.text[match.end() :], match[1]))
        else:
            named.append(cue)
    return named
