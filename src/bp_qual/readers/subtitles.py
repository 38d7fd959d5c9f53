"""Subtitles, .vtt and .srt: what Zoom, Teams, Otter, YouTube and the transcription services export.

Cues of one speaker that follow one another become one line with its times. A name before a colon counts as the
speaker where most cues have one. Lines that a rolling caption repeats are kept once.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import clean_text, decode_text
from bp_qual.readers.cues import Cue, join_cues
from bp_qual.readers.reading import Reading, check_lines, count_visible, join_pieces

_STAMP = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMES = re.compile(rf"^[ \t]*{_STAMP}[ \t]*-->[ \t]*{_STAMP}[^\n]*$", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[^ \t>]*)?[ \t]+([^>]*)>")
_TAG = re.compile(r"</?(?:[bicuv]|ruby|rt|lang|font|\d)[^<>]*>|\{\\an?\d+\}", re.IGNORECASE)
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
    remainders: dict[str, list[str]] = {
        "cue numbers and notes": [],
        "markup": [],
        "labels": [],
        "repeated captions": [],
    }
    cues = list(_find_cues(decoded.text, remainders))
    if not cues:
        remedy = "Export the subtitles again; a cue needs a line such as 00:00:01.000 --> 00:00:04.000."
        raise TranscriptError(Problem(where, "holds no subtitles.", remedy))
    cues = _drop_repeats(cues, remainders["repeated captions"])
    cues = _name_speakers([part for cue in cues for part in _voices(cue, remainders)], remainders["labels"])
    pieces = list(join_cues(cues))
    check_lines(len(pieces), where)
    text, lines = join_pieces(pieces)
    rests = {name: "\n".join(rest) for name, rest in remainders.items() if rest}
    notes = tuple(filter(None, [decoded.note]))
    return Reading(text, lines, rests, notes, {}, count_visible(decoded.text), "subtitles")


def _find_cues(text: str, remainders: dict[str, list[str]]) -> Iterator[Cue]:
    """Yield the cues as written; the line before a time line is its number or name, not talk of the cue before."""
    previous, rest = None, remainders["cue numbers and notes"]
    for match in _TIMES.finditer(text):
        if previous is None:
            rest.append(text[: match.start()])
        else:
            yield _cue(previous, text[previous.end() : match.start()], rest, last=False)
        rest.append(match[0])
        previous = match
    if previous is not None:
        yield _cue(previous, text[previous.end() :], rest, last=True)


def _cue(times: re.Match[str], between: str, rest: list[str], *, last: bool) -> Cue:
    payload, blank, after = between.partition("\n\n") if "\n\n" in between.lstrip("\n") else (between, "", "")
    if not blank and not last:  # no blank line: the line above the times is a number
        payload, _, after = payload.rstrip("\n").rpartition("\n") if _ends_in_number(payload) else (payload, "", "")
    rest.append(after)
    hours, minutes, seconds, thousandths, *end = times.groups()
    return Cue(_seconds(hours, minutes, seconds, thousandths), _seconds(*end), payload.strip("\n"))


def _ends_in_number(payload: str) -> bool:
    return payload.rstrip("\n").rpartition("\n")[2].strip().isdigit()


def _seconds(hours: str | None, minutes: str, seconds: str, thousandths: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(thousandths.ljust(3, "0")) / 1000


def _drop_repeats(cues: list[Cue], dropped: list[str]) -> list[Cue]:
    """Keep each line of a rolling caption once, if this file's captions do roll."""
    lines = [[line for line in cue.text.split("\n") if line.strip()] for cue in cues]
    plain = [[_TAG.sub("", line).strip() for line in cue] for cue in lines]
    brief = [len(seen) > 1 or cue.until - cue.at < _BRIEF for cue, seen in zip(cues, plain, strict=True)]
    rolls = sum(
        bool(a and b) and b[0] in a[-2:] and short for (a, b), short in zip(pairwise(plain), brief[1:], strict=True)
    )
    if rolls < 2 or rolls < _REPEATING * len(cues):
        return cues
    kept, before = list[Cue](), list[str]()
    for cue, raw, seen in zip(cues, lines, plain, strict=True):
        known = next((n for n in range(min(len(before), len(seen)), 0, -1) if before[-n:] == seen[:n]), 0)
        dropped += raw[:known]
        if raw[known:]:
            kept.append(Cue(cue.at, cue.until, "\n".join(raw[known:])))
        before = seen or before
    return kept


def _voices(cue: Cue, remainders: dict[str, list[str]]) -> Iterator[Cue]:
    """Yield the cue in as many parts as it has voices, without its tags."""
    voices = list(_VOICE.finditer(cue.text))
    borders = [0, *(voice.start() for voice in voices), len(cue.text)]
    for number, (start, end) in enumerate(pairwise(borders)):
        part, label = cue.text[start:end], voices[number - 1][1] if number else ""
        seen = clean_text(html.unescape(_TAG.sub("", part))) if "<" in part or "&" in part or "{" in part else part
        _put_aside(part, seen, remainders["markup"])
        seen = " ".join(seen.split())
        if seen or label:
            yield Cue(cue.at, cue.until, seen, " ".join(html.unescape(label).split()))


def _put_aside(part: str, seen: str, markup: list[str]) -> None:
    """Keep the visible characters of tags and entities, so that the count of the whole file comes out."""
    if part is seen:
        return
    for match in re.finditer(rf"{_TAG.pattern}|&#?\w+;", part, re.IGNORECASE):
        whole = match[0]
        shown = html.unescape(whole) if whole.startswith("&") else ""
        if shown != whole:
            markup.append(whole[count_visible(shown) :])


def _name_speakers(cues: list[Cue], labels: list[str]) -> list[Cue]:
    """Take `Name: ` off the text where most cues, or the same few names again and again, begin so."""
    if any(cue.label for cue in cues):
        return cues
    found = [_NAMED.match(cue.text) for cue in cues]
    counts = Counter(match[1] for match in found if match)
    if sum(counts.values()) < len(cues) / 2:
        return cues
    named = list[Cue]()
    for cue, match in zip(cues, found, strict=True):
        if match:
            labels.append(match[0])
            named.append(Cue(cue.at, cue.until, cue.text[match.end() :], match[1]))
        else:
            named.append(cue)
    return named
