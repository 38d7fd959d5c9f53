"""A legend: lines at the top that say who is who, with the labels of the talk: `R: Jan Bos, 65 jaar, voorzitter`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bp_qual.display import one_line
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Reading
from bp_qual.transcripts.speakers.label_forms import Candidate
from bp_qual.transcripts.speakers.labels import HEADER_WORDS, can_be_label, is_name, label_key
from bp_qual.wording.remarks import Remark

_LONGEST = 16  # words of a line
_PARTS = lazy_pattern(r"\s*[,;(–—]\s*|\s+-\s+")
_ROLE = lazy_pattern(
    r"\W*(?:de |the |een |a |an )?(?:interview(?:er|ster|ee)|onderzoek(?:er|ster)|respondente?|ge[iï]nterviewde"
    r"|researcher|participant|deelne(?:mer|emster)|informant|moderator|voorzit(?:ter|ster)|lid|leden|bestuurslid|directeur|coördinator"
    r"|medewerk(?:er|ster)|vrijwillig(?:er|ster)|bewo(?:ner|onster)|student|docent|partner|echtgeno(?:ot|te)|man|vrouw"
    r"|moeder|vader|dochter|zoon|chair(?:man|woman|person)?|member|volunteer|resident|teacher|wife|husband|mother|father"
    r"|daughter|son|manager|forscher(?:in)?|chercheu(?:r|se))\b"
    r"(?=\W*\Z|\s+(?:van|of|bij|at|in|for|from|uit|voor)\s|\s+\w+\W*\Z)",
    re.IGNORECASE,
)
_AGE = lazy_pattern(
    r"\W*\d{1,3}\s*(?:jaar|jr|jaren|years?|yrs?|j\.|Jahre|ans)\b|\W*[mvf]\W*\Z|\W*\d{2}\W*\Z", re.IGNORECASE
)
_TITLES = lazy_pattern(r"(?:mevrouw|mevr\.?|mw\.?|meneer|de heer|dhr\.?|mrs?\.?|ms\.?|dr\.?)\s+", re.IGNORECASE)
_GREETS = lazy_pattern(r"\W*(?:hallo|dag|hoi|hi|hello|hey|goede\w*|good|welkom|welcome|bonjour|guten)\b", re.IGNORECASE)
_ENDS = frozenset(".?!…")


def find_legend(reading: Reading, labels: Sequence[Candidate]) -> list[int]:
    r"""Return the labelled lines at the top that say who the speakers are; usually none.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : sequence of Candidate
        The labels at the beginning of its lines, in order.

    Returns
    -------
    list of int
        The numbers of the lines.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> from bp_qual.transcripts.speakers.label_forms import find_candidates
    >>> said = "I: Eva Smit, onderzoeker\nR: Jan Bos\n\nI: Hoe?\nR: Zo.\nI: En?"
    >>> find_legend(*((reading := read_data(said.encode(), where="a.txt")), list(find_candidates(reading))))
    [0, 1]
    """
    found, is_told, seen = list[int](), False, set[str]()
    for label in labels:
        line = reading.paragraphs[label.line]
        said = reading.text[label.talk : line.end].strip()
        is_next = not found or label.line == found[-1] + 1
        if label.style == "format" or label.label in seen or not is_next or not _may_tell(said):
            break
        seen.add(label.label)
        found.append(label.line)
        is_told = is_told or _tells(said)
    is_told = is_told or (len(found) > 1 and _is_header(reading, found[-1] + 1))
    is_parted = bool(found) and _is_parted(reading, found[-1]) and len(found) > 1
    if not is_told and not (is_parted and _are_names(reading, labels[: len(found)])):
        return []
    return found if len({label.label for label in labels[len(found) :]}) > 1 else []


def _may_tell(said: str) -> bool:
    """Whether a line can say who somebody is: a name or a role at its beginning, and no sentence."""
    if not said or said[-1] in _ENDS or len(said.split()) > _LONGEST or _GREETS.match(said):
        return False
    first = _TITLES.sub("", _PARTS.split(said)[0])
    return label_key(first) not in HEADER_WORDS and (is_name(first) or _ROLE.match(first) is not None)


def _tells(said: str) -> bool:
    """Whether a role or an age is told."""
    parts = _PARTS.split(said)
    return any(_ROLE.match(part) for part in parts) or any(_AGE.match(part) for part in parts[1:])


def _is_header(reading: Reading, number: int) -> bool:
    """Whether a line goes on with what else there is to know: `Datum: 3 mei`."""
    line = reading.paragraphs[number] if number < len(reading.paragraphs) else None
    key = reading.text[line.start : line.end].partition(":") if line else ("", "", "")
    return bool(key[1]) and label_key(key[0]) in HEADER_WORDS


def _are_names(reading: Reading, labels: Sequence[Candidate]) -> bool:
    """Whether lines hold a name and no more, one of them at least of two words or with a title: `Mevr. Jansen`."""
    said = [reading.text[label.talk : reading.paragraphs[label.line].end].strip() for label in labels]
    bare = [_TITLES.sub("", name) for name in said]
    return all(is_name(name) and can_be_label(name, colon=True) for name in bare) and any(" " in name for name in said)


def _is_parted(reading: Reading, number: int) -> bool:
    """Whether a blank line parts a line from what is below it, though not from what is above it."""
    lines, text = reading.paragraphs, reading.text
    below = text[lines[number].end : lines[number + 1].start] if number + 1 < len(lines) else ""
    above = text[lines[number - 1].end : lines[number].start] if number else ""
    return below.count("\n") > 1 >= above.count("\n")


def note_legend(reading: Reading, found: Sequence[int]) -> tuple[Remark, ...]:
    r"""Return the note on a legend that was kept apart.

    >>> from bp_qual.readers import read_data
    >>> print(*note_legend(read_data(b"R: Jan Bos, 65 jaar\nI: Hoe?", where="a.txt"), [0]))
    Kept apart, as it says who speaks: 'R: Jan Bos, 65 jaar'. If it was said, end it with a full stop.
    """
    lines = [reading.paragraphs[number] for number in found]
    shown = tuple(one_line(reading.text[line.start : line.end].strip())[:40] for line in lines)
    return (Remark("legend", values={"lines": shown}),) if shown else ()
