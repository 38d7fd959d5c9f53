"""CHAT, the .cha of TalkBank and CHILDES: a line for each utterance, `*PAR: text`.

Headers (`@`) and dependent tiers (`%mor:`) are counted and kept apart, and so are the codes for what is no talk
(`&=laughs`) and the time marks.
"""

from __future__ import annotations

import re

from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import decode_text
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.cues import Cue, join_cues
from bp_qual.readers.paragraphs import Reading, check_lines, count_visible, join_pieces

_BULLET = lazy_pattern(rb"\x15(\d{1,12})_(\d{1,12})\x15")
_TIME = lazy_pattern(r"⁅(\d{1,12})_(\d{1,12})⁆")
_FOLDED = lazy_pattern(r"\n[\t ]+")
_TALK = lazy_pattern(r"\*([^:\s]{1,30}):[\t ]*(.*)")
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
    cues = list[Cue]()
    for line in _FOLDED.sub(" ", decoded.text).split("\n"):
        if match := _TALK.match(line):
            cues.append(_cue(match, remainders))
            remainders["labels"].append(line[: match.start(2)])
        elif line.strip():
            remainders["dependent tiers" if line.startswith("%") else "headers"].append(line)
    if not cues:
        raise TranscriptError(Problem(where, "chat without talk"))
    text, lines = join_pieces(join_cues(cues))
    rests = {name: "\n".join(rest) for name, rest in remainders.items() if rest}
    return Reading(text, lines, rests, decoded.notes, {}, count_visible(decoded.text), "chat")


def _cue(match: re.Match[str], remainders: dict[str, list[str]]) -> Cue:
    talk, times = match[2], _TIME.findall(match[2])
    remainders["codes and times"] += [code[0] for code in _CODE.finditer(talk)]
    remainders["codes and times"] += [code[0] for code in _TIME.finditer(talk)]
    text = " ".join(_CODE.sub("", _TIME.sub("", talk)).split())
    start, end = (int(times[0][0]) / 1000, int(times[-1][1]) / 1000) if times else (None, None)
    return Cue(start, end, text, match[1])
