"""Subtitles, .vtt, .srt and .sbv: what Zoom, Teams, Webex, Otter, YouTube and the transcription services export.

Cues of one speaker that follow one another become one line with its times. Lines that a rolling caption repeats are
kept once. The speakers come from the tags of the file (`<v Name>`), from the names above its times, or from names
before the talk (see `named_cues`).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import pairwise

from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import clean_text, decode_text
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.cues import Cue, join_cues, names_each, note_taken, note_unnamed, note_unnamed_first
from bp_qual.readers.named_cues import name_speakers
from bp_qual.readers.outside_cues import OUTSIDE_CUES
from bp_qual.readers.paragraphs import Reading, check_lines, count_visible, join_pieces
from bp_qual.readers.subtitle_cues import find_cues
from bp_qual.wording.remarks import Remark

_VOICE = lazy_pattern(r"<v(?:\.[^ \t<>]*)?[ \t]+([^<>]*)>")
_TAG = lazy_pattern(r"</?(?:[bicuv]|ruby|rt|lang|font|\d)[^<>]*>|\{\\an?\d+\}", re.IGNORECASE)
_ENTITY = lazy_pattern(r"&#?\w+;")
_MARKUP = lazy_pattern(rf"{_TAG.pattern}|{_ENTITY.pattern}", re.IGNORECASE)
_WORD = lazy_pattern(r"\w")
_MARKED, _MARKS = lazy_pattern("[<&{]"), "<&{"
_ONE_VOICE = lazy_pattern(r"<v[ \t]+([^<>&]*)>([^<&{]*)(</v>)?")
_VOICED_LINE = lazy_pattern(
    r"^[ \t]*[\[(]?((?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)?[\])]?[ \t]*(?=<v[ .\t])", re.MULTILINE
)
_ENDS, _OPENINGS = frozenset(".?!…\"”’'»)]"), "[(“\"'‘ \n"
_FEW, _FEW_LINES = 3, 0.05  # lines below tagged ones, and their share, up to which they are told
_REPEATING = 0.3  # share of cues from which captions are taken to roll
_BRIEF = 0.5  # seconds in which nobody says a line again


def read_subtitles(data: bytes, *, where: str = "", encoding: str = "") -> Reading:
    r"""Read subtitles (.vtt, .srt, .sbv).

    Parameters
    ----------
    data, where, encoding
        As in `read_text`.

    Returns
    -------
    Reading
        A line for each turn or sentence, joined over cues; what rolling captions repeat is kept apart.

    Raises
    ------
    TranscriptError
        Where it holds no subtitles.

    Examples
    --------
    >>> cues = b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Ja,\n\n00:02.000 --> 00:03.000\n<v Ann>dat klopt.</v>\n"
    >>> reading = read_subtitles(cues)
    >>> reading.text, reading.paragraphs[0].label, reading.paragraphs[0].at
    ('Ja, dat klopt.', 'Ann', 1.0)
    """
    decoded = decode_text(data, where=where, encoding=encoding)
    apart = {
        name: StringIO() for name in ("cue numbers and notes", OUTSIDE_CUES, "markup", "labels", "repeated captions")
    }
    found = find_cues(decoded.text, apart["cue numbers and notes"], apart[OUTSIDE_CUES], where=where)
    if not found.cues:
        raise TranscriptError(Problem(where, "no subtitles"))
    cues = _drop_repeats(found.cues, apart["repeated captions"]) if _are_rolling(found.cues) else found.cues
    return _gather(cues, apart, (*decoded.notes, *found.notes), decoded.text, where)


def read_voiced_lines(text: str, notes: tuple[Remark, ...], where: str) -> Reading:
    r"""Read plain text whose lines name their voices as subtitles do: `00:00:04 <v Jan>Nou`.

    Parameters
    ----------
    text : str
        The file.
    notes : tuple of Remark
        What is to be said of its encoding.
    where : str
        What messages call it.

    Returns
    -------
    Reading
        A line for each voice, with its time.

    Examples
    --------
    >>> read_voiced_lines("00:04 <v Jan>Nou,\nja.", (), "a.txt").paragraphs[0].label
    'Jan'
    """
    starts = list(_VOICED_LINE.finditer(text))
    ends = [*(match.start() for match in starts[1:]), len(text)]
    apart = {
        "before the first speaker": StringIO(text[: starts[0].start()]),
        "markup": StringIO(),
        "labels": StringIO(),
    }
    apart["before the first speaker"].seek(0, 2)
    cues = list[Cue]()
    for match, end in zip(starts, ends, strict=True):
        apart["markup"].write(text[match.start() : match.end()])
        at = _moment(match[1]) if match[1] else None
        cues.append(Cue(at, at, text[match.end() : end].strip("\n")))
    return _gather(cues, apart, (*notes, *_note_untagged(cues)), text, where)


def _note_untagged(cues: Sequence[Cue]) -> tuple[Remark, ...]:
    """Return the note on paragraphs below a tagged line, if few lines have one: perhaps their tag is missing."""
    parts = [(first.rstrip(), below.strip()) for first, _, below in (cue.text.partition("\n") for cue in cues)]
    lines = [b for first, b in parts if first[-1:] in _ENDS and b.lstrip(_OPENINGS)[:1].isupper()]
    is_rare = 0 < len(lines) <= max(_FEW, _FEW_LINES * len(cues))
    return (Remark("label missing", values={"lines": tuple(line[:40] for line in lines)}),) if is_rare else ()


def has_voiced_lines(text: str) -> bool:
    r"""Return whether lines of plain text begin with the voice tags of subtitles.

    >>> has_voiced_lines("<v Jan>Nou.\n<v Eva>Ja."), has_voiced_lines("Nou.")
    (True, False)
    """
    return "<v" in text and len(_VOICED_LINE.findall(text)) >= 2


def _moment(stamp: str) -> float:
    return sum(60.0**power * float(part.replace(",", ".")) for power, part in enumerate(reversed(stamp.split(":"))))


def _gather(
    cues: Iterable[Cue], apart: dict[str, StringIO], notes: tuple[Remark, ...], raw: str, where: str
) -> Reading:
    """Name the speakers, join their cues to lines, and account for all of the raw text."""
    if any(sign in raw for sign in _MARKS):
        parts = [part for cue in cues for part in _voices(cue, apart["markup"])]
    else:
        parts = [cue for cue in cues if cue.text.strip()]
    is_voiced = any(part.label for part in parts) and names_each([part.label for part in parts])
    if is_voiced:
        notes = (*notes, *note_unnamed(parts))
    else:
        if not any(part.label for part in parts):
            parts, told = name_speakers(parts, apart["labels"])
            notes = (*notes, *told)
        notes = (*notes, *note_unnamed_first(parts), *note_taken([(part.label, part.text) for part in parts]))
    pieces = list(join_cues(map(_in_one_line, parts), nobody=is_voiced))
    check_lines(len(pieces), where)
    text, lines = join_pieces(pieces)
    rests = {name: rest.getvalue() for name, rest in apart.items() if rest.tell()}
    return Reading(text, lines, rests, notes, {}, count_visible(raw), "subtitles")


def _in_one_line(cue: Cue) -> Cue:
    text = " ".join(cue.text.split())
    return cue if text == cue.text else Cue(cue.at, cue.until, text, cue.label)


def _are_rolling(cues: Iterable[Cue]) -> bool:
    """Whether captions roll: many cues begin with a line of the one before, and are longer or flash by."""
    rolls, count, before = 0, 0, list[str]()
    for count, cue in enumerate(cues, 1):  # noqa: B007
        seen = _seen_lines(cue)
        rolls += bool(seen) and seen[0] in before[-2:] and (len(seen) > 1 or _is_brief(cue))
        before = seen
    return rolls >= 2 and rolls >= _REPEATING * count


def _is_brief(cue: Cue) -> bool:
    return cue.at is not None and cue.until is not None and cue.until - cue.at < _BRIEF


def _seen_lines(cue: Cue) -> list[str]:
    lines = [line for line in cue.text.split("\n") if line.strip()]
    return [(_TAG.sub("", line) if "<" in line or "{" in line else line).strip() for line in lines]


def _drop_repeats(cues: Iterable[Cue], dropped: StringIO) -> list[Cue]:
    """Keep each line of rolling captions once."""
    kept, before = list[Cue](), list[str]()
    for cue in cues:
        raw, seen = [line for line in cue.text.split("\n") if line.strip()], _seen_lines(cue)
        known = next((n for n in range(min(len(before), len(seen)), 0, -1) if before[-n:] == seen[:n]), 0)
        dropped.writelines(f"{line}\n" for line in raw[:known])
        if raw[known:]:
            kept.append(Cue(cue.at, cue.until, "\n".join(raw[known:]), cue.label))
        before = seen or before
    return kept


def _voices(cue: Cue, markup: StringIO) -> Iterator[Cue]:
    """Yield the cue in as many parts as it has voices, without its tags; line ends are kept."""
    if not _MARKED.search(cue.text):
        if cue.text.strip():
            yield cue
        return
    if match := _ONE_VOICE.fullmatch(cue.text):  # by far the usual form
        markup.write(f"<v>{match[1]}{match[3] or ''}")
        yield Cue(cue.at, cue.until, match[2], " ".join(match[1].split()))
        return
    voices = list(_VOICE.finditer(cue.text))
    borders = [0, *(voice.start() for voice in voices), len(cue.text)]
    for number, (start, end) in enumerate(pairwise(borders)):
        part, label = cue.text[start:end], voices[number - 1][1] if number else cue.label
        for match in _MARKUP.finditer(part):
            shown = _resolve(match) if match[0].startswith("&") else ""
            markup.write(match[0][count_visible(shown) :] if shown != match[0] else "")
        seen, behind = map(_without_tags, _part_voice(part)) if number else (_without_tags(part), "")
        if seen.strip() or (label and number):
            yield Cue(cue.at, cue.until, seen, " ".join(_ENTITY.sub(_resolve, label).split()))
        if behind.strip():
            yield Cue(cue.at, cue.until, behind)


def _part_voice(said: str) -> tuple[str, str]:
    """Part what a tag holds from the words behind its end, which are nobody's; where it holds none, they are its own.

    >>> _part_voice("<v Jan>Goed.</v> Echt?"), _part_voice("<v Jan>Goed</v>."), _part_voice("<v Jan></v> Goed.")
    (('<v Jan>Goed.', ' Echt?'), ('<v Jan>Goed</v>.', ''), ('<v Jan></v> Goed.', ''))
    """
    within, closing, behind = said.partition("</v>")
    is_parted = closing and all(_WORD.search(_without_tags(part)) for part in (within, behind))
    return (within, behind) if is_parted else (said, "")


def _without_tags(said: str) -> str:
    return _ENTITY.sub(_resolve, _TAG.sub("", said))


def _resolve(entity: re.Match[str]) -> str:
    return clean_text(html.unescape(entity[0]))
