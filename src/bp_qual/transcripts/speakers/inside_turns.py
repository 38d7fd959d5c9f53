"""Labels inside a turn: several speakers in one paragraph, or an interruption in brackets or between dashes.

They are looked for once the labels of the file are known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.speakers.forms_within import find_forms
from bp_qual.transcripts.speakers.label_forms import BLANK, NAME, STAMP, Candidate, talk_begin
from bp_qual.transcripts.speakers.label_names import LabelNames
from bp_qual.transcripts.speakers.labels import (
    SAYING,
    can_be_label,
    is_name,
    is_role_label,
    is_strong,
    label_key,
    tidy_label,
    usual_role,
)
from bp_qual.transcripts.speakers.labels_within import find_colonless, read_known
from bp_qual.transcripts.speakers.other_voices import find_tagged
from bp_qual.transcripts.speakers.titles_before_names import TITLE
from bp_qual.transcripts.speech import find_asides

_BEHIND = lazy_pattern(r"[\s\"“‘'„(\[*_]|\Z")  # what stands behind the colon of a label
_AROUND = " \u00a0\u2007\u2009\u202f*_"  # may stand between a label and its colon
_REACH = 60  # letters before a colon in which its label is looked for
_INNER = lazy_pattern(rf"(?:\A|(?<=[.?!…\"”’'»)\]}}*_])\s+|\s{{2,}}|\t)(?:{STAMP}\s+)?{NAME}{BLANK}*[*_]{{0,3}}\Z")
_INTERRUPTS = lazy_pattern(
    rf"(?P<opening>\(\(|[(\[{{<«]|(?<!\S)[\"“„]|//|/|\*)=?{BLANK}*(?P<label>[^\W_][\w .'’-]{{0,40}}?){BLANK}*\Z"
)
_CLOSINGS = {"((": "))", "(": ")", "[": "]", "{": "}", "<": ">", "«": "»", "//": "//", "/": "/", "*": "*"}
_CLOSINGS |= {'"': '"', "“": "”", "„": "”"}
_QUOTED = frozenset('"“„')
_CAPITALS = 0.8  # share of what is said behind labels
_INITIAL = lazy_pattern(r"(?:.*[.-])?[A-Z]\.")  # M. or J.H.
_FEW = 4  # words before a label that may be a part of it
_LONGEST = 400  # letters of an interruption
_Colon = tuple[int, Paragraph, int]  # its line and its place


def find_inner_labels(
    reading: Reading, labels: list[Candidate], known: Collection[str]
) -> tuple[list[Candidate], list[str]]:
    r"""Return the labels that are in the middle of lines, in the order of the text, and what may be one.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : list of Candidate
        The labels at the beginning of lines.
    known : collection of str
        The keys of labels that the study names.

    Returns
    -------
    list of Candidate, list of str
        The labels, with `end` where an interruption ends; and stretches of text in which a label may be.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"R: Ja. I: Echt? R: Nou (I: hm) ja I: en", where="a.txt")
    >>> [found.label for found in find_inner_labels(reading, [Candidate(0, "R", "colon", 0, 3)], ())[0]]
    ['I', 'R', 'I', 'I']
    """
    names = {label_key(candidate.label): candidate.label for candidate in labels if candidate.label}
    accepted, loose, doubtful = _read_parted(reading, labels, names, known)
    written = LabelNames({candidate.label for candidate in [*labels, *accepted]})
    more, colonless = find_colonless(reading, labels, written)
    tagged, untagged = find_tagged(reading, labels, written)
    accepted += tagged
    doubtful += [*colonless, *untagged, *_same_before(reading.text, labels, reading.paragraphs, accepted)]
    for number, line, colon in loose:
        read, is_clear = read_known(reading.text, number, line, colon, written)
        if read and is_clear:
            accepted.append(read)
            if _goes_on(read, labels):
                doubtful.append(_around(reading.text, line, colon, read))
        elif read:
            doubtful.append(_around(reading.text, line, colon, read))
    shaped, unclear = find_forms(reading, labels, written)
    accepted += _apart_from(shaped, [*accepted, *more])
    doubtful += unclear
    return sorted([*accepted, *more], key=attrgetter("line", "start")), doubtful


def _apart_from(found: list[Candidate], others: list[Candidate]) -> list[Candidate]:
    """Return the labels that none of the others overlaps."""
    taken = {(other.line, place) for other in others for place in range(other.start, other.talk)} if found else ()
    return [one for one in found if not any((one.line, place) in taken for place in (one.start, one.talk - 1))]


def _read_parted(
    reading: Reading, labels: list[Candidate], names: Mapping[str, str], known: Collection[str]
) -> tuple[list[Candidate], list[_Colon], list[str]]:
    """Return the labels within lines that are set apart, the colons that are left, and what may be an interruption."""
    colons = _inner_colons(reading, labels)
    likely = names.keys() | set(known)
    inner = [(place, _read_inner(reading.text, *place, likely)) for place in colons]
    found = [candidate for _, candidate in inner if candidate]
    counts = Counter(candidate.label for candidate in found if candidate.end < 0)
    is_one_block = 0 < len(labels) <= len(found)  # few lines begin with a label: the speakers share paragraphs
    accepted, loose, doubtful = list[Candidate](), list[_Colon](), list[str]()
    is_capital = bool(found) and _begin_with_capitals(reading.text, labels)
    for place, candidate in inner:
        if candidate is None:
            loose.append(place)
            continue
        key, interrupts = label_key(candidate.label), candidate.end >= 0
        is_given = key in names or key in known
        is_usual = is_role_label(key) and candidate.label[0].isupper() and (len(key) > 2 or is_one_block)
        comes_back = is_one_block and counts[candidate.label] >= 2 and is_name(candidate.label)
        whose = _who_interrupts(candidate, labels, names) if interrupts and not is_given else ""
        is_quoted = interrupts and reading.text[candidate.start] in _QUOTED
        if is_given and _may_be_talk(reading.text, place[1].start, candidate, is_capital=is_capital):
            doubtful.append(_around(reading.text, *place[1:], candidate))
            continue
        if is_given or (not is_quoted and (whose or (is_usual and labels) or comes_back)):
            accepted.append(replace(candidate, label=whose or names.get(key, candidate.label)))
        elif not interrupts or is_quoted:
            loose.append(place)
        elif not len(find_asides(reading.text, candidate.start, candidate.end + 1)):
            doubtful.append(reading.text[candidate.start : candidate.end + 1])
    return accepted, loose, doubtful


def _around(text: str, line: Paragraph, colon: int, found: Candidate) -> str:
    """Return what is shown of the text around a label."""
    return text[max(line.start, found.start - 20) : min(line.end, colon + 20)].strip()


def _begin_with_capitals(text: str, labels: Sequence[Candidate]) -> bool:
    """Whether nearly all that is said behind the labels of a file begins with a capital."""
    begins = [text[label.talk : label.talk + 1] for label in labels]
    letters = [letter for letter in begins if letter.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) >= _CAPITALS * len(letters)


def _may_be_talk(text: str, begin: int, found: Candidate, *, is_capital: bool) -> bool:
    """Whether somebody tells what was said: `Toen riep ze “Eva: kom”`, but `“I: echt?”` interrupts.

    Without quotation marks a name may be talked of in small letters, where all turns begin with a capital.
    """
    if found.end < 0:
        return is_capital and not is_strong(found.label) and text[found.talk : found.talk + 2].lstrip()[:1].islower()
    if text[found.start] not in _QUOTED | {"«"}:
        return False
    before = text[begin : found.start].rstrip()
    return not is_strong(found.label) or before[-1:] == ":" or before.rpartition(" ")[2].casefold() in SAYING


def _goes_on(found: Candidate, labels: Sequence[Candidate]) -> bool:
    """Whether a label in the middle of a sentence is that of the next line too: `U zei net R: dat is mijn bus?`."""
    following = next((label.label for label in labels if label.line > found.line), "")
    return found.end < 0 and following == found.label


def _same_before(
    text: str, labels: Sequence[Candidate], lines: Sequence[Paragraph], inner: Sequence[Candidate]
) -> list[str]:
    """Return what stands before a label at the beginning of several lines, and may be a part of it: `Weledele B.:`."""
    taken = {label.line for label in labels}
    before = Counter(
        (text[lines[label.line].start : label.start].strip(), label.label)
        for label in inner
        if label.end < 0 and label.line not in taken
    )
    return [
        f"{head} {label}:" for (head, label), count in before.items() if count > 1 and 0 < len(head.split()) <= _FEW
    ]


def _who_interrupts(candidate: Candidate, labels: Sequence[Candidate], names: Mapping[str, str]) -> str:
    """Return the label of whoever interrupts by another name: a usual one, a first name or initials; or nothing."""
    key = label_key(candidate.label)
    short = [name for name in names.values() if key in (label_key(name.split()[0]), _initials(name))]
    if len(short) == 1 and is_name(candidate.label):
        return short[0]
    role = usual_role(key)
    same = [name for own, name in names.items() if role and usual_role(own) == role]
    if len(same) == 1:
        return same[0]
    speaker = next((label.label for label in reversed(labels) if label.line <= candidate.line), "")
    others = [name for own, name in names.items() if own != label_key(speaker)]
    return others[0] if role and len(names) == 2 and len(others) == 1 else ""


def _initials(name: str) -> str:
    words = name.split()
    return label_key("".join(word[0] for word in words)) if len(words) > 1 else ""


def _inner_colons(reading: Reading, labels: list[Candidate]) -> list[_Colon]:
    """Return line and place of each colon that is not that of the label of its line, nor of a time or an address."""
    taken = {candidate.line: candidate.talk for candidate in labels}
    text, found = reading.text, list[_Colon]()
    before = sum(text.count(":", reading.paragraphs[number].start, talk) for number, talk in taken.items())
    if text.count(":") == before:  # by far the usual case
        return found
    for number, line in enumerate(reading.paragraphs):
        place = text.find(":", taken.get(number, line.start), line.end)
        while place >= 0:
            behind = text[place + 1 : place + 2]
            if not (behind.isdigit() or behind == "/"):
                found.append((number, line, place))
            place = text.find(":", place + 1, line.end)
    return found


def _read_inner(text: str, number: int, line: Paragraph, colon: int, likely: Collection[str]) -> Candidate | None:
    """Return the label that ends at a colon, if there is one: after a sentence, in bold, or within brackets."""
    if not _BEHIND.match(text, colon + 1, line.end):
        return None
    reach = max(line.start, colon - _REACH)
    before = text[reach:colon]
    match = _INTERRUPTS.search(before)
    is_set_apart = match is not None and len(match["label"].split()) <= 2
    if not is_set_apart and not _may_end_label(text, line.start, colon, likely):
        return None
    if match:
        end = _closing(text, match["opening"], colon + 1, min(line.end, colon + _LONGEST))
        is_said = end > 0 and any(map(str.isalnum, text[colon + 1 : end]))  # not `**R:** Goed.`, where stars are a look
        if is_said and can_be_label(match["label"], colon=True):
            start = reach + match.start()
            return Candidate(number, tidy_label(match["label"]), "inside", start, colon + 1, None, end=end)
    bold = max((m.start for m in line.marks if reach < m.start < colon <= m.end + 1), default=-1)
    if bold > line.start and can_be_label(text[bold:colon].strip(), colon=True):
        return Candidate(number, tidy_label(text[bold:colon]), "inside", bold, colon + 1)
    ends = [match for match in _inner_ends(before) if reach + match.start() > line.start]
    ends = [match for match in ends if can_be_label(tidy_label(match["label"]), colon=True)]
    if not ends:
        return None
    known = [match for match in ends if label_key(match["label"]) in likely]
    if not known and _ends_in_name(text[line.start : reach + ends[-1].start("label")]):
        return None
    match = known[0] if known else ends[-1]
    return Candidate(number, tidy_label(match["label"]), "inside", reach + match.start("label"), colon + 1)


def _ends_in_name(before: str) -> bool:
    """Whether a line begins with the first part of a name, up to a title or an initial: `Dr. Eva M.`."""
    begun = before[talk_begin(before, Paragraph(0, len(before))) :].rstrip() if before.strip() else ""
    word = begun.rpartition(" ")[2]
    is_part = _INITIAL.fullmatch(word) or (word.endswith(".") and TITLE.match(f"{word} "))
    return bool(is_part) and is_name(tidy_label(begun))


def _may_end_label(text: str, start: int, colon: int, likely: Collection[str]) -> bool:
    """Whether the word before a colon can be the last of a label: a name, or what ends a label of the file."""
    word = text[max(start, colon - _REACH) : colon].rstrip(_AROUND).rpartition(" ")[2]
    letter = next(filter(str.isalnum, word), "")
    if not letter.islower() or is_name(word):
        return bool(letter)
    key = label_key(word)
    return any(label.endswith(key) for label in likely)


def _closing(text: str, opening: str, start: int, end: int) -> int:
    """Return where what was opened closes, with what opens and closes within it left out, or -1."""
    closing = _CLOSINGS[opening]
    place = text.find(closing, start, end)
    if opening == "„" and place < 0:  # „So ist das“
        place = text.find("“", start, end)
    within = start
    while place >= 0 and opening != closing and (within := text.find(opening, within, place)) >= 0:
        within += len(opening)
        place = text.find(closing, place + len(closing), end)
    return place


def _inner_ends(before: str) -> Iterator[re.Match[str]]:
    """Yield what may be the label at the end of a text, the longest first: `Dr. Bos`, `Bos`."""
    match = _INNER.search(before)
    while match:
        yield match
        match = _INNER.search(before, match.start("label") + 1)
