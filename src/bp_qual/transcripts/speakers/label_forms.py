"""The forms of labels: how a line can begin that says who speaks.

Whether it does say so is for `acceptance` to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.moments import is_whole_date
from bp_qual.transcripts.speakers.labels import tidy_label

# Quantifiers that give nothing back (`*+`), so that a line of a million blanks takes no longer than any other; a group
# with one is atomic (`(?>`), as what fails within another moves the place in Python before 3.11.5 (gh-106052).
_UNSEEN = "[\u200b\u200c\u200d\u2060\ufeff\u00ad]*+"
BLANK = "[ \u00a0\u2007\u2009\u202f]"
_CLOCK = r"\d{1,3}:\d{2}(?>:\d{2})?+(?>[.,:]\d{1,3}|-\d{1,3}(?![\d:]))?+"
_DOTTED = r"\d{1,2}\.\d{2}(?:\.\d{2})?(?=:)"  # I 0.01:
_RANGE = rf"{_CLOCK}(?>{BLANK}?(?:-->|-|–|—|to){BLANK}?{_CLOCK})?+"
_ODD_CLOCK = r"[\[(]\d{1,2}[uh]\d{2}[\])]|\d{1,3}['’′]\d{2}(?:[\"”″]|['’]{2})"  # [1u02], 1'02"
_SHORT_CLOCK = r"\d{1,3}:\d{1,2}:\d{1,2}(?>[.,]\d{1,7})?+"
_SHORT_RANGE = rf"{_SHORT_CLOCK}{BLANK}?-->{BLANK}?{_SHORT_CLOCK}"  # 0:0:7.120 --> 0:0:10.490, of older Teams
_HALF_DAY = rf"(?>{BLANK}?(?:[AP]M\b|pm\b|[ap]\.m\.|am(?=\s*\Z)))?+"  # `um 2:01 am Abend` goes on
STAMP = rf"(?>{_SHORT_RANGE}|(?:[\[(#<]{BLANK}?)?{_RANGE}{_HALF_DAY}(?:{BLANK}?[\])#>])?|{_ODD_CLOCK})"
_TIME_BEHIND = lazy_pattern(rf"\s*{STAMP}\s*\Z")
_LONGEST_TIME, _ENDS_TIME = 30, frozenset("#])>")  # letters of a time at most; what one ends with
_DAY, _HOUR = r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}", rf"\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:{BLANK}?[AaPp]\.?[Mm]\.?)?"
SENT = (  # when a message was sent, as exports and copies of a chat have it before the name
    rf"(?:\[?{_DAY},?{BLANK}{{1,2}}{_HOUR}(?:\][ \t]*|[ \t]*[-–][ \t]+)|\[{_HOUR},{BLANK}{{1,2}}{_DAY}\][ \t]*)"
)
_NUMBER = r"(?>\[(?:id)?\d+\][ \t]*+|\d{1,4}[.)]?[ \t]++(?=[^\W\d]|[\[(#]\d|\*\*|\d{1,3}:\d\d))?+"
_DASH = rf"(?>[-–—]{BLANK}++)?+"
_LEAD = rf"[\s\u200b\u200e\ufeff]*+(?>{SENT})?+{_NUMBER}(?>[-–—•>]++[ \t]*+|[*+][ \t]++)?+"
_LETTERS = "\\w .,'’‘“”„\"«»()&/+\u00ad\u200b\u00a0\u202f–-"
NAME = rf"(?P<label>(?>['’‘`]t{BLANK})?+[^\W_][{_LETTERS}]{{0,58}}?)"
_REMARK = rf"(?>{BLANK}*+(?:\([\s?.…-]*\)|\[[^\[\]\n:]{{0,40}}\]|{{[^{{}}\n:]{{1,40}}}}|<[^<>\n:]{{1,40}}>))?+"
COLON = "[:：﹕∶]"
_BEHIND = rf"[*_]{{0,3}}+[ \t]*+{_UNSEEN}(?P<behind>{STAMP}(?=\s|\Z))?[\s]*+"
_CELL_ENDS = r"[ ]?\t[ \t]*+"
_COUNT = rf"\d{{1,9}}(?>[.,]\d{{1,6}}|[.)])?+{_CELL_ENDS}"  # a number in a column of its own
CELL = rf"(?:{STAMP}{_CELL_ENDS}|{_COUNT})"
CELLS = rf"(?>{CELL})*+"  # times and numbers: columns of ELAN's export
BEFORE = lazy_pattern(
    rf"{_LEAD}(?>(?>{_COUNT}){{2,}}+|(?P<at>{STAMP})(?>{_CELL_ENDS}{CELLS})?+)?+{BLANK}*+{_DASH}{_UNSEEN}[*_]{{0,3}}+"
)
_NAMED = lazy_pattern(
    rf"(?>(?P<mention>[#@]))?+{NAME}(?P<remark>{_REMARK}){BLANK}*+{_UNSEEN}[*_]{{0,3}}+{BLANK}*+(?:"
    rf"{COLON}{{1,3}}+(?![\d/])(?P<colon>){_BEHIND}"
    rf"|(?P<tab>\t)[*_]{{0,3}}+[ \t]*+{_UNSEEN}{CELLS}(?:{STAMP}(?=\s))?[ \t]*+"
    rf"|(?:[-–—|]{BLANK}*+)?(?P<later>{STAMP}|{_DOTTED}){BLANK}*+{_UNSEEN}[*_]{{0,3}}+{BLANK}*+"
    rf"(?:{COLON}{{1,3}}+(?!\d)(?P<stamped_colon>)[*_]{{0,3}}+\s*+|(?P<line>\s*+\Z)|(?P<timed>)(?<=\s){_DASH})"
    rf"|(?P<alone>\Z))"
)
_PLAIN = lazy_pattern(r"([^\W\d_][\w .'-]{0,48}?):[ \t]++(?=[^\W\d_])")  # by far the usual form
_ONLY_TIME = lazy_pattern(rf"{BLANK}*(?P<at>{STAMP})\s*\Z")
_DASH_BEHIND = lazy_pattern(rf"{BLANK}*+[-–—]{BLANK}++(?=\S)")  # **Eva** – Hoe?
_BARE = lazy_pattern(rf"[^\W_][{_LETTERS}]{{0,48}}+[*_]{{0,3}}+\s*+\Z")
_BRACKETED = lazy_pattern(
    rf"[\[({{<]{BLANK}*+(?P<label>[^\W_][^\[\](){{}}\n:<>]{{0,48}}+)[\])}}>][*_]{{0,3}}+{BLANK}*+"
    rf"(?>(?P<later>{STAMP}(?=\s|\Z|{COLON})))?+{BLANK}*+(?>(?P<colon>{COLON}(?![\d/])))?+[*_]{{0,3}}+\s*+"
    rf"(?>(?<=[:：﹕∶]\s)(?P<behind>{STAMP})(?:\s+|\Z))?+"
)
_QUOTED = lazy_pattern(  # a nickname: “Oma Bep”:
    rf"[“”„\"«»‘’'](?P<label>[^\W_][\w .’'-]{{0,40}}?)[“”„\"«»‘’']{BLANK}*+{COLON}(?![\d/])[*_]{{0,3}}+\s*+"
)
_VOICE = lazy_pattern(r"<v(?>\.[^ \t>\n]{0,40})?+[ \t]++(?P<label>[^<>\n]{1,80}+)>[ \t]*+")
_OPENING = frozenset("[({<#@")
_QUOTES = frozenset("“”„\"«»‘’'")
_STAMP_PARTS = lazy_pattern(r"(?:(\d+):)?(\d{1,3}):(\d{1,2})(?:[.,-](\d+))?")
_ODD_PARTS = lazy_pattern(r"(\d+)([uh'’′])(\d{2})")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a label: its line, how it is marked, where it begins (`start`) and the talk behind it (`talk`).

    An interruption within a turn ends at `end`; then the one who was interrupted goes on.

    >>> Candidate(0, "R", "colon", 0, 3).bold
    False
    """

    line: int
    label: str
    style: str  # format, tag, colon, tab, bold, stamped, timed, bracketed, alone, inside, stated, named
    start: int
    talk: int
    at: float | None = None
    bold: bool = False
    end: int = -1


def ends_in_question(label: Candidate, text: str) -> bool:
    r"""Return whether the line behind a label ends in a question mark.

    >>> ends_in_question(Candidate(0, "I", "colon", 0, 3), "I: Hoe? \nR: Zo.")
    True
    """
    end = text.find("\n", label.talk)
    return text[label.talk : end if end >= 0 else len(text)].rstrip().endswith("?")


def without_time(said: str) -> str:
    """Return what was said without a time behind it; one within brackets that hold more stays.

    >>> without_time("Ja. #00:01:02-3#"), without_time("Ja. 0:12"), without_time("Om 10:30 uur.")
    ('Ja.', 'Ja.', 'Om 10:30 uur.')
    """
    said = said.strip()
    if not (said[-1:].isdigit() or said[-1:] in _ENDS_TIME):
        return said
    tail = max(0, len(said) - _LONGEST_TIME)
    behind = _TIME_BEHIND.search(said, tail)
    is_within = behind is not None and said[-1] in _ENDS_TIME and behind[0].lstrip()[:1].isdigit()
    return said if behind is None or is_within else said[: behind.start()]


def begins_with_time(text: str, start: int) -> bool:
    """Return whether a line that starts there begins with a time.

    >>> begins_with_time("[00:12] Ja.", 0), begins_with_time("Om 10:30 uur.", 0)
    (True, False)
    """
    match = BEFORE.match(text, start)
    return match is not None and match["at"] is not None


def find_candidates(reading: Reading) -> Iterator[Candidate]:
    r"""Yield every line that looks as if it began with a label.

    >>> from bp_qual.readers import read_data
    >>> [found.label for found in find_candidates(read_data(b"R: Ja.\n[Eva] [0:03] Hoe?\nEn dan?", where="a.txt"))]
    ['R', 'Eva']
    """
    text = reading.text
    for number, line in enumerate(reading.paragraphs):
        if line.label:
            yield named_by_format(number, line)
        elif (
            not (line.kind == "heading" and _is_head(reading, number))
            and _may_begin_with_label(text, line)
            and (candidate := _read_line(text, number, line))
        ):
            yield candidate


def _is_head(reading: Reading, number: int) -> bool:
    """Whether a heading holds those of a table that name the speakers of its rows: `Vraag`, `Antwoord`."""
    lines = reading.paragraphs
    if number + 1 == len(lines):
        return False
    cells = reading.text[lines[number].start : lines[number].end].split("\t")
    return len(cells) > 1 and bool(lines[number + 1].label) and lines[number + 1].label in map(str.strip, cells)


def named_by_format(number: int, line: Paragraph) -> Candidate:
    """Return the label that the format has for a line, as in a table or subtitles; `-` stays `-`, and is somebody.

    >>> named_by_format(0, Paragraph(0, 2, label="-")).label
    '-'
    """
    label = tidy_label(line.label) or " ".join(line.label.split())
    return Candidate(number, label, "format", line.start, line.start, line.at)


def _may_begin_with_label(text: str, line: Paragraph) -> bool:
    """Whether a line is worth a closer look: short, marked, or with a colon or tab near its beginning."""
    start, end = line.start, line.end
    if end - start <= 70 or line.marks or text[start] in _OPENING:
        return True
    near = min(end, start + 120)
    return text.find(":", start, near) >= 0 or text.find("\t", start, near) >= 0 or text.find("：", start, near) >= 0


def talk_begin(text: str, line: Paragraph) -> int:
    """Return where the words of a line begin: behind its time, its number and its dash."""
    if text[line.start : line.start + 1].isalpha():  # by far the usual case
        return line.start
    before = BEFORE.match(text, line.start, line.end)
    return before.end() if before else line.start


def _read_line(text: str, number: int, line: Paragraph) -> Candidate | None:
    """Return what a line may have as its label."""
    bold = look_end(line, line.start, min(line.end - 1, line.start + 50)) if line.marks else 0
    if match := _PLAIN.match(text, line.start, line.end):
        label = match[1]
        is_timed = label[-3:-2] == "." and label[-2:].isdigit()  # `I 0.01: Hoe?`
        if not is_timed and (bold >= line.start + len(label) or not bold):
            return Candidate(number, tidy_label(label), "colon", line.start, match.end(), line.at, bold > 0)
    before = None if text[line.start].isalpha() else BEFORE.match(text, line.start, line.end)
    at, place = (before["at"], before.end()) if before else (None, line.start)
    first = text[place] if place < line.end else ""
    if first == "<" and (match := _VOICE.match(text, place, line.end)):
        return Candidate(number, tidy_label(match["label"]), "tag", line.start, match.end(), read_seconds(at, line.at))
    if first and first in "[({<" and (match := _BRACKETED.match(text, place, line.end)):
        style = "colon" if match["colon"] else "bracketed"
        seconds = read_seconds(at or match["later"] or match["behind"], line.at)
        return Candidate(number, tidy_label(match["label"]), style, line.start, match.end(), seconds)
    if first and first in _QUOTES and (match := _QUOTED.match(text, place, line.end)):
        seconds = read_seconds(at, line.at)
        return Candidate(number, tidy_label(match["label"]), "colon", line.start, match.end(), seconds, bold > 0)
    if not bold and not any(text.find(sign, place, line.end) >= 0 for sign in ":\t：["):
        return _alone(text, number, line, place, at)
    match = _NAMED.match(text, place, line.end)
    in_word = 0 < bold < line.end and text[bold - 1 : bold + 1].isalnum()
    is_cut = in_word and match is not None and match["colon"] is not None  # `**Ro**elof: Ja`
    if bold and not is_cut and (match is None or bold < match.end("label")):
        label, timed = tidy_label(text[line.start : bold]), _ONLY_TIME.match(text, bold, line.end)
        at = read_seconds(timed["at"] if timed else None, line.at)
        behind = timed or _DASH_BEHIND.match(text, bold, line.end)
        return Candidate(number, label, "bold", line.start, behind.end() if behind else bold, at, bold=True)
    return _named(match, number, line, at) if match else None


def _alone(text: str, number: int, line: Paragraph, place: int, at: str | None) -> Candidate | None:
    """Return the candidate that a short line makes which holds no sign but those in names."""
    match = _BARE.match(text, place, line.end) if line.end - line.start <= 70 else None
    if match is None:
        return None
    bold = look_end(line, place, line.end) > 0
    return Candidate(number, tidy_label(match[0]), "alone", line.start, line.end, read_seconds(at, line.at), bold)


def _named(match: re.Match[str], number: int, line: Paragraph, at: str | None) -> Candidate | None:
    """Return the candidate that a line with a name at its beginning makes."""
    later, is_long = match["later"], line.end - line.start > 70
    if match["colon"] is not None or match["stamped_colon"] is not None:
        style = "colon"
    elif match["tab"] is not None:
        style = "tab"
    elif later and match["line"] is not None:
        style = "stamped"
    elif later:
        style = "timed"
    else:
        style = "alone"
    if style == "stamped" and is_whole_date(match.string[line.start : match.start("later")]):
        return None  # when it was recorded: `January 22, 2019, 10:15AM`
    if (style in ("alone", "stamped") and is_long) or (match["mention"] and style != "colon"):
        return None
    label = match["label"] + match["remark"] if style == "colon" else match["label"]
    label = f"{match['mention']}{label}" if match["mention"] and label.isdigit() else label  # #1: and #2:
    bold = look_end(line, match.start("label"), match.end()) > 0
    seconds = read_seconds(at or later or match["behind"], line.at)
    return Candidate(number, tidy_label(label), style, line.start, match.end(), seconds, bold)


def look_end(line: Paragraph, start: int, end: int) -> int:
    """Return where bold or coloured letters that begin at `start` come to an end.

    Parameters
    ----------
    line : Paragraph
        A line with its marks.
    start, end : int
        The stretch of text that may be a label.

    Returns
    -------
    int
        At most `end`; 0 where no such letters begin at `start`.

    Examples
    --------
    >>> from bp_qual.readers import Mark
    >>> look_end(Paragraph(0, 9, marks=(Mark(0, 2, "bold"),)), 0, 5)
    2
    """
    if not line.marks:
        return 0
    ends = (m.end for m in line.marks if m.start <= start < m.end <= end and m.kind != "italic")
    return max(ends, default=0)


def read_seconds(stamp: str | None, otherwise: float | None) -> float | None:
    """Return the seconds of a time as it is written beside a label, or else what is given.

    >>> read_seconds("(1:02:03)", None), read_seconds("[1u02]", None), read_seconds(None, 4.0)
    (3723.0, 3720, 4.0)
    """
    if not stamp:
        return otherwise
    match = _STAMP_PARTS.search(stamp)
    if not match:
        odd = _ODD_PARTS.search(stamp)
        if not odd:
            return otherwise
        return (3600 if odd[2] in "uh" else 60) * int(odd[1]) + (60 if odd[2] in "uh" else 1) * int(odd[3])
    hours, minutes, seconds, part = match.groups()
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{part or 0}")
