"""The cues of a file of subtitles: their times, their names, and every line that is neither.

Programs and people write time lines in many ways: without milliseconds, with a short arrow, with a blank line below
them. Whatever is between two of them was said, but for the number or name above the second and for notes. What is
broken beyond reading is refused with its line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from typing import NamedTuple

from bp_qual.display import one_line
from bp_qual.errors import Problem, TranscriptError
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.cues import Cue
from bp_qual.readers.outside_cues import NOTE_BLOCK, is_style, note_outside, odd_names, part_head
from bp_qual.wording.remarks import Remark

_STAMP = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,3}))?"
_ARROW = r"(?:[-–—=]{1,3}>|[→⇒➔])"
_BETWEEN = rf"[ \t]*(?:{_ARROW}[ \t]*|,(?=\d))"
_TIME_LINE = lazy_pattern(rf"^[ \t]*{_STAMP}{_BETWEEN}{_STAMP}(?![\d:])([^\n]*)$", re.MULTILINE)
_SHORT = lazy_pattern(rf"{_STAMP}(?![\d:])")
_ARROWED = lazy_pattern(rf"^[^\n]*?{_ARROW}[^\n]*$", re.MULTILINE)
_BARE = lazy_pattern(rf"\n\d+[ \t]*\n(?![^\n]*>)(?P<line>[ \t]*{_STAMP}(?:[ \t;–—-]+{_STAMP})?[ \t]*$)", re.MULTILINE)
_ODD = lazy_pattern(  # a time with a letter for a nought, or with no arrow, below the number of its cue
    r"\n[ \t]*\d+[ \t]*\n(?:[ \t]*\n)?(?![\d:.,]+ --> \d)"
    r"(?P<line>(?=[^\n]*[\dOo][:;][\dOo][^\n]*[\dOo][:;][\dOo])[ \t]*[\dO][\dOo:.,;<>=–—→ \t-]{6,}$)",
    re.MULTILINE,
)
_UNNUMBERED = lazy_pattern(  # the same where cues have no number, as in .sbv: by itself below a blank line
    r"(?:\A|\n[ \t]*\n)(?P<line>(?=[^\n]*[\dOo]:[\dOo]{1,2}:[\dOo]{1,2})[ \t]*-?[\dO][\dOo:.,;<>=–—→ \t-]{6,}$)",
    re.MULTILINE,
)
_ANY_ARROW = lazy_pattern(_ARROW)
_SETTINGS = lazy_pattern(r"(?:[ \t]*[A-Za-z]\w*:[\w.,%+-]+)*[ \t]*")
_BLANK = lazy_pattern(r"\n[ \t]*\n")
_MAKER = lazy_pattern(
    r"(?:transcribed|transcribeerd|created|generated|subtitles?|captions?|ondertitel\w*) (?:by|with|door|met)\b", re.I
)
_WEBEX = lazy_pattern(r'\d+[ \t]+"([^"\n]{1,60})"[ \t]*(?:\(\d+\))?')
_TALK = lazy_pattern(r"[^\W\d][^:]{0,39}:[ \t]+\S+[ \t]+\S")  # somebody and what that one said
_ID = lazy_pattern(r"(?=\S*\d)\S{8,}")
_ENDS_IN_NUMBER = lazy_pattern(r"(?:\A|\n)[ \t]*\n[ \t]*(\d{1,6})\s*\Z")  # with a blank line below it
_LONE_NUMBER = lazy_pattern(r"\n[ \t]*\n[ \t]*(\d{1,6})[ \t]*\n(?:[ \t]*\n)?(?=[^\n]*[^\W\d])")
_MOST_LOST = 10  # cues without a time between two that have one
_SAMPLE = 50  # time lines that tell whether cues are numbered


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of a file, text as written, and sentences about times that were only half readable.

    >>> Cues((Cue(1.0, 2.0, "Ja."),)).notes
    ()
    """

    cues: tuple[Cue, ...]
    notes: tuple[Remark, ...] = ()


def find_cues(text: str, rest: StringIO, outside: StringIO, *, where: str = "") -> Cues:
    r"""Return the cues of subtitles, as written.

    Parameters
    ----------
    text : str
        The file.
    rest : StringIO
        What is neither talk nor a speaker is written to it.
    outside : StringIO
        Words that are in no cue, and may have been said, are written to it.
    where : str
        What messages call the file.

    Returns
    -------
    Cues
        In the order of the file; none where no line holds two times.

    Examples
    --------
    >>> talk = "1\n00:00:01 -> 00:00:02\n\nJa.\n\nNee.\n\n2\n01:00:00,500 --> 01:00:01,000\nZo."
    >>> found = find_cues(talk, StringIO(), StringIO())
    >>> [(cue.at, cue.text) for cue in found.cues]
    [(1.0, 'Ja.\n\nNee.'), (3600.5, 'Zo.')]
    """
    lines, notes = _time_lines(text, where)
    if not lines:
        return Cues(())
    numbered = _are_numbered(text, lines)
    before = text[: lines[0].start]
    names, cues, behind = [_last_line(before)], list[Cue](), list[str]()
    ends = [line.start for line in lines[1:]]
    for (start, talk_start, at, until, talk), end in zip(lines, [*ends, None], strict=True):
        said, name = _part(text[talk_start:end], numbered, is_last=end is None)
        names.append(name)
        rest.write(text[start : talk_start - len(talk)])
        rest.write("\n")
        if end is None or _BLANK.search(said):
            said, left = _without_notes(said, rest, is_last=end is None)
            behind += left
        cues.append(Cue(at, until, f"{talk}\n{said}".strip("\n") if talk else said.strip("\n")))
    labels = _speaking_names(names[:-1], cues)
    head, told = part_head(before[:-1].rpartition("\n")[0])
    odd = list(odd_names(names[:-1], labels))
    told = [*told, *odd, *behind]
    rest.writelines(f"{line}\n" for line in (*head, *(name for name in names[:-1] if name not in odd)))
    outside.writelines(f"{line}\n" for line in told)
    if labels:
        cues = [Cue(cue.at, cue.until, cue.text, label) for cue, label in zip(cues, labels, strict=True)]
    return Cues(tuple(cues), (*notes, *note_outside(told)))


class _TimeLine(NamedTuple):
    start: int
    end: int
    at: float
    until: float
    talk: str = ""  # what was said on the line itself


def _time_lines(text: str, where: str) -> tuple[list[_TimeLine], tuple[Remark, ...]]:
    """Return the time lines in order, whole and broken ones, and a note about the broken ones."""
    lines = [_whole(match) for match in _TIME_LINE.finditer(text)]
    arrows = sum(text.count(arrow) for arrow in ("->", "–>", "—>", "=>", "→", "⇒", "➔"))
    odd = list[re.Match[str]]()
    is_bare = _BARE.search(text) is not None
    pattern = _ODD if _are_numbered(text, lines) else _UNNUMBERED
    strange = [match for match in pattern.finditer(text) if not _TIME_LINE.match(text, match.start("line"))]
    starts = {line.start for line in lines} if arrows > len(lines) or is_bare else set()
    starts |= {match.start("line") for match in strange}
    if arrows > len(lines):
        odd += [match for match in _ARROWED.finditer(text) if match.start() not in starts]
    if is_bare:
        odd += [match for match in _BARE.finditer(text) if match.start("line") not in starts]
    broken = [line for match in (*strange, *odd) if (line := _broken(match, text, where))]
    whole = sorted([*lines, *broken], key=lambda line: line.start)
    broken += _without_time(text, whole)
    shown = [Remark("line", values={"n": text.count("\n", 0, line.start) + 1}) for line in broken[:5]]
    notes = (Remark("broken times", values={"n": len(broken), "lines": shown}),) if broken else ()
    return sorted([*lines, *broken], key=lambda line: line.start) if broken else lines, notes


def _whole(match: re.Match[str]) -> _TimeLine:
    hours, minutes, seconds, part, hours_to, minutes_to, seconds_to, part_to, behind = match.groups()
    talk = "" if not behind or _SETTINGS.fullmatch(behind) else behind
    at, until = _seconds(hours, minutes, seconds, part), _seconds(hours_to, minutes_to, seconds_to, part_to)
    return _TimeLine(*match.span(), at, until, talk)


def _broken(match: re.Match[str], text: str, where: str) -> _TimeLine | None:
    """Return a time line that can be read only in part; None for talk that happens to hold an arrow."""
    line = match.groupdict().get("line") or match[0]
    start = match.end() - len(line)
    if not re.search(r"[^\W\d_Oo]", line):
        line = line.replace("O", "0").replace("o", "0")
    above = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)].strip()
    arrow = _ANY_ARROW.search(line)
    beside = line[: arrow.start()] + line[arrow.end() :] if arrow else line
    if (above and not above.isdigit()) or not re.search(r"\d", beside) or re.search(r"[^\W\d_]{2}", beside):
        return None
    stamps = [_seconds(*stamp.groups()) for stamp in _SHORT.finditer(line)]
    if not stamps:
        number = text.count("\n", 0, start) + 1
        raise TranscriptError(Problem(f"{where}:{number}", "time unreadable", {"time": one_line(line)[:60]}))
    return _TimeLine(start, match.end(), stamps[0], stamps[-1])


def _without_time(text: str, lines: Sequence[_TimeLine]) -> list[_TimeLine]:
    """Return an empty time line behind the number of each cue that has no time, where cues are numbered one by one."""
    if len(lines) < 2 or not _are_numbered(text, list(lines)):
        return []
    first, last = _number_above(text, lines[0]), _number_above(text, lines[-1])
    is_gapped = last - first != len(lines) - 1
    looked = list(zip(lines, [*lines[1:], None], strict=True)) if is_gapped else [(lines[-1], None)]
    found = list[_TimeLine]()
    for line, following in looked:
        number = _number_above(text, line)
        until = _number_above(text, following) if following else number + _MOST_LOST
        if number < 0 or not 1 < until - number <= _MOST_LOST:
            continue
        for match in _LONE_NUMBER.finditer(text, line.end, following.start if following else len(text)):
            if number < int(match[1]) < until:
                found.append(_TimeLine(match.end(), match.end(), line.until, line.until))
    return found


def _number_above(text: str, line: _TimeLine) -> int:
    """Return the number of a cue; -1 where it has none."""
    name = _last_line(text[max(0, line.start - 40) : line.start].rstrip() + "\n")
    return int(name) if name.isdecimal() else -1


def _seconds(hours: str | None, minutes: str, seconds: str, part: str | None) -> float:
    whole = int(minutes) * 60 + int(seconds) + (int(hours) * 3600 if hours else 0)
    return whole + int(part.ljust(3, "0")) / 1000 if part else float(whole)


def _are_numbered(text: str, lines: list[_TimeLine]) -> bool:
    """Whether the line above a time line is a number, in most of the first cues."""
    above = [_last_line(text[max(0, line.start - 200) : line.start]) for line in islice(lines, _SAMPLE)]
    return 2 * sum(name.isdigit() for name in above) >= len(above)


def _last_line(block: str) -> str:
    """Return the line directly above a time line, or '' where that line is blank."""
    return block[:-1].rpartition("\n")[2].strip()


def _part(block: str, numbered: bool, *, is_last: bool) -> tuple[str, str]:
    """Part what is between two time lines into what was said and the number or name of the next cue."""
    if is_last:
        return block, ""
    body = block.removesuffix("\n")
    said, _, last = body.rpartition("\n")
    name = last.strip()
    if not name and numbered and (lone := _ENDS_IN_NUMBER.search(body)):
        return body[: lone.start()], lone[1]
    if not name:
        return body, ""
    if numbered and name.isdigit():
        return said, name
    stands_apart = not said.strip(" \t") or said.rstrip(" \t").endswith("\n")
    if name.isdigit():
        return (said, name) if stands_apart and said.strip() else (body, "")
    is_id = _ID.fullmatch(name) is not None
    is_name = len(name) <= 60 and name[-1] not in ".?!,…" and bool(said.strip()) and not _TALK.match(name)
    return (said, name) if stands_apart and (is_id or is_name) else (body, "")


def _without_notes(said: str, rest: StringIO, *, is_last: bool) -> tuple[str, list[str]]:
    """Return what was said without notes or styles, and without the line of who made the file; and what is below notes.

    Nobody takes up a cue again behind a note.
    """
    kept, below, is_note = list[str](), list[str](), False
    blocks = _BLANK.split(said)
    for number, block in enumerate(blocks):
        begins = number > 0 and NOTE_BLOCK.match(block) is not None
        maker = is_last and 0 < number == len(blocks) - 1 and _MAKER.match(block.lstrip())
        if begins or maker or (is_note and is_style(block)):
            rest.write(f"{block}\n")
        elif is_note:
            below.append(block.strip("\n"))
        else:
            kept.append(block)
        is_note = is_note or begins
    return "\n\n".join(kept), below


def _speaking_names(names: list[str], cues: list[Cue]) -> list[str]:
    """Return the speaker of each cue where the names above the times are speakers, as Webex writes them, else []."""
    if any('"' in name for name in names):
        webex = [match[1] if (match := _WEBEX.fullmatch(name)) else "" for name in names]
        if 2 * sum(map(bool, webex)) >= len(names):
            return webex
    given = [name for name in names if name and name[0].isalpha() and not re.search(r"\d[-_/]|[-_/]\d", name)]
    often = Counter(given)
    if 2 * len(given) < len(cues) or len(cues) < 3 or len(often) * 2 > len(given):
        return []
    return [name if name in often else "" for name in names]
