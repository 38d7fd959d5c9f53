"""CHAT, the .cha of TalkBank and CHILDES: a line for each utterance, `*PAR: text`.

Headers (`@`) and dependent tiers (`%mor:`) are counted and kept apart, and so are the codes for what is no talk
(`&=laughs`) and the time marks. A line that is none of these is reported; one behind `@End` is read as any other.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import decode_text
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.cues import Cue, join_cues
from bp_qual.readers.paragraphs import (
    NOT_UNDERSTOOD,
    Reading,
    check_lines,
    count_visible,
    join_pieces,
    note_not_understood,
)

_BULLET = lazy_pattern(rb"\x15(\d{1,12})_(\d{1,12})\x15")
_TIME = lazy_pattern(r"⁅(\d{1,12})_(\d{1,12})⁆")
_FOLDED = lazy_pattern(r"\n[\t ]+")
_TALK = lazy_pattern(r"\*([^:\s]{1,30}):[\t ]*(.*)")
_NAMED = lazy_pattern(r"([@%])([^\s:]+)")
_CODE = lazy_pattern(r"&=[^\s⁅⁆]+")


def read_chat(data: bytes, *, where: str = "", encoding: str = "") -> Reading:
    r"""Read CHAT (.cha), the format of CLAN.

    Parameters
    ----------
    data, where, encoding
        As in `read_text`.

    Returns
    -------
    Reading
        A line for each main tier, with its speaker's code as label; headers, dependent tiers, codes and times are kept
        apart.

    Examples
    --------
    >>> reading = read_chat(b"@Begin\n@Participants:\tINV Investigator\n*INV:\thoe gaat het ?\n%mor:\tx\n@End\n")
    >>> reading.text, reading.paragraphs[0].label, sorted(reading.remainders)
    ('hoe gaat het ?', 'INV', ['dependent tiers', 'headers', 'labels'])
    """
    marked = _BULLET.sub("⁅".encode() + rb"\1_\2" + "⁆".encode(), data)
    decoded = decode_text(marked, where=where, encoding=encoding)
    check_lines(decoded.text.count("\n"), where)
    remainders: dict[str, list[str]] = {"headers": [], "dependent tiers": [], "labels": [], "codes and times": []}
    remainders[NOT_UNDERSTOOD] = []
    cues, others = list[Cue](), list[str]()
    for line in _FOLDED.sub(" ", decoded.text).split("\n"):
        if match := _TALK.match(line):
            cues.append(_cue(match, remainders))
            remainders["labels"].append(line[: match.start(2)])
        elif line.strip():
            others.append(line)
    if not cues:
        raise TranscriptError(Problem(where, "chat without talk"))
    speakers = {cue.label for cue in cues}
    for line in others:
        remainders[_kind_of(line, speakers)].append(line)
    text, lines = join_pieces(join_cues(cues))
    rests = {name: "\n".join(rest) for name, rest in remainders.items() if rest}
    notes = (*decoded.notes, *note_not_understood(rests.get(NOT_UNDERSTOOD, ""), "on lines that are no known ones"))
    return Reading(text, lines, rests, notes, {}, count_visible(decoded.text), "chat")


def _kind_of(line: str, speakers: Collection[str]) -> str:
    r"""Return what a line is that begins with no speaker as talk does; no header or tier bears a speaker's name.

    >>> [_kind_of(line, {"PAR"}) for line in ("@Begin", "%mor:\tx", "@PAR:\tja", "*PAR\tja", "ja")]
    ['headers', 'dependent tiers', 'not understood', 'not understood', 'not understood']
    """
    found = _NAMED.match(line)
    if found is None or found[2] in speakers:
        return NOT_UNDERSTOOD
    return "headers" if found[1] == "@" else "dependent tiers"


def _cue(match: re.Match[str], remainders: dict[str, list[str]]) -> Cue:
    talk, times = match[2], _TIME.findall(match[2])
    remainders["codes and times"] += [code[0] for code in _CODE.finditer(talk)]
    remainders["codes and times"] += [code[0] for code in _TIME.finditer(talk)]
    text = " ".join(_CODE.sub("", _TIME.sub("", talk)).split())
    start, end = (int(times[0][0]) / 1000, int(times[-1][1]) / 1000) if times else (None, None)
    return Cue(start, end, text, match[1])
