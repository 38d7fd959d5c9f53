"""Labels inside a turn: several speakers in one paragraph, an interruption in brackets, a label with a slip.

They are looked for once the labels of the file are known.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.speakers.label_forms import BEFORE, BLANK, COLON, NAME, STAMP, Candidate
from bp_qual.transcripts.speakers.labels import can_be_label, is_name, is_role_label, label_key, tidy_label

_BEHIND = re.compile(r"[\s\"“‘'„(\[*_]|\Z")  # what stands behind the colon of a label
_REACH = 60  # letters before a colon in which its label is looked for
_INNER = re.compile(rf"(?:\A|(?<=[.?!…\"”’'»)\]}}*_])\s+|\s{{2,}}|\t)(?:{STAMP}\s+)?{NAME}{BLANK}*[*_]{{0,3}}\Z")
_INTERRUPTS = re.compile(rf"(?P<opening>\(\(|[(\[{{<]|//|/|\*){BLANK}*(?P<label>[^\W_][\w .'’-]{{0,40}}?){BLANK}*\Z")
_CLOSINGS = {"((": "))", "(": ")", "[": "]", "{": "}", "<": ">", "//": "//", "/": "/", "*": "*"}
_LONGEST = 400  # letters of an interruption
_SLIP = re.compile(
    rf"(?:{BLANK}*(?:\([^()\n]{{1,40}}\)|\[[^\[\]\n]{{1,40}}\]|\*[^*\n]{{1,40}}\*)"
    rf"|,{BLANK}*[a-zà-ÿ][\w ]{{1,25}}(?=:))?"
    rf"(?:[.*]{{0,2}}{BLANK}*(?:{COLON}+|;|>|\||=){BLANK}*(?P<clear>)"
    rf"|{BLANK}*(?P<sign>[.)?!]){BLANK}+|(?P<comma>,){BLANK}+|{BLANK}*[–—-]{BLANK}+|{BLANK}+(?=[A-ZÀ-Þ]))"
)
_LAST_WORD = re.compile(rf"(?:{BLANK}+|\A)[^\s]+\Z")
_FIRST = re.compile(r"[^\W\d_]\w*")
_WORD = r"[^\s:;,?!>|=()\[\]*]+"
_WORDS = re.compile(rf"{_WORD}(?:{BLANK}+{_WORD}){{0,4}}")


def find_inner_labels(reading: Reading, labels: list[Candidate], known: Collection[str]) -> list[Candidate]:
    r"""Return the labels that are in the middle of lines, in the order of the text.

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
    list of Candidate
        With `end` where an interruption ends.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"R: Ja. I: Echt? R: Nou (I: hm) ja.", where="a.txt")
    >>> [found.label for found in find_inner_labels(reading, [Candidate(0, "R", "colon", 0, 3)], ())]
    ['I', 'R', 'I']
    """
    colons = _inner_colons(reading, labels)
    if not colons:
        return []
    names = {label_key(candidate.label): candidate.label for candidate in labels if candidate.label}
    likely = names.keys() | set(known)
    inner = [
        found for number, line, colon in colons if (found := _read_inner(reading.text, number, line, colon, likely))
    ]
    counts = Counter(candidate.label for candidate in inner if candidate.end < 0)
    is_one_block = 0 < len(labels) <= len(inner)  # few lines begin with a label: the speakers share paragraphs
    accepted = list[Candidate]()
    for candidate in inner:
        key = label_key(candidate.label)
        is_usual = is_role_label(key) and candidate.label[0].isupper() and (len(key) > 2 or is_one_block)
        comes_back = is_one_block and counts[candidate.label] >= 2 and is_name(candidate.label)
        if key in names or key in known or (is_usual and labels) or comes_back:
            accepted.append(replace(candidate, label=names.get(key, candidate.label)))
    return accepted


def _inner_colons(reading: Reading, labels: list[Candidate]) -> list[tuple[int, Paragraph, int]]:
    """Return line and place of each colon that is not that of the label of its line."""
    taken = {candidate.line: candidate.talk for candidate in labels}
    text, found = reading.text, list[tuple[int, Paragraph, int]]()
    if ":" not in text:
        return found
    for number, line in enumerate(reading.paragraphs):
        place = text.find(":", taken.get(number, line.start), line.end)
        while place >= 0:
            if _BEHIND.match(text, place + 1, line.end):
                found.append((number, line, place))
            place = text.find(":", place + 1, line.end)
    return found


def _read_inner(text: str, number: int, line: Paragraph, colon: int, likely: Collection[str]) -> Candidate | None:
    """Return the label that ends at a colon, if there is one: after a sentence, in bold, or within brackets."""
    reach = max(line.start, colon - _REACH)
    before = text[reach:colon]
    if match := _INTERRUPTS.search(before):
        closing = _CLOSINGS[match["opening"]]
        end = text.find(closing, colon + 1, min(line.end, colon + _LONGEST))
        if end > 0 and can_be_label(match["label"], colon=True):
            start = reach + match.start()
            return Candidate(number, tidy_label(match["label"]), "inside", start, colon + 1, None, end=end)
    bold = max((m.start for m in line.marks if reach < m.start < colon <= m.end + 1), default=-1)
    if bold > line.start and can_be_label(text[bold:colon].strip(), colon=True):
        return Candidate(number, tidy_label(text[bold:colon]), "inside", bold, colon + 1)
    ends = [match for match in _inner_ends(before) if reach + match.start() > line.start]
    ends = [match for match in ends if can_be_label(tidy_label(match["label"]), colon=True)]
    if not ends:
        return None
    match = next((match for match in ends if label_key(match["label"]) in likely), ends[-1])
    return Candidate(number, tidy_label(match["label"]), "inside", reach + match.start("label"), colon + 1)


def _inner_ends(before: str) -> Iterator[re.Match[str]]:
    """Yield what may be the label at the end of a text, the longest first: `Dr. Bos`, `Bos`."""
    match = _INNER.search(before)
    while match:
        yield match
        match = _INNER.search(before, match.start("label") + 1)


def find_slips(
    reading: Reading, labels: list[Candidate], names: Mapping[str, str]
) -> tuple[list[Candidate], list[tuple[str, str]]]:
    r"""Return labels with a slip (`R; Ja.`), and lines that begin with a label but are left as they are.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : list of Candidate
        The labels that were seen.
    names : mapping of str to str
        The labels of the file by their text in small letters.

    Returns
    -------
    list of Candidate, list of tuple of str and str
        What is a label in spite of its sign, and label and line where that is not clear.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"I: Hoe?\nR; Goed.\nR Mooi.", where="a.txt")
    >>> slips, unclear = find_slips(reading, [Candidate(0, "I", "colon", 0, 3)], {"i": "I", "r": "R"})
    >>> [slip.label for slip in slips], unclear
    (['R'], [('R', 'R Mooi.')])
    """
    taken = {candidate.line for candidate in labels}
    first = min(taken, default=0)
    begins = {match[0] for name in names if (match := _FIRST.search(name))}
    clear, unclear = list[Candidate](), list[tuple[str, str]]()
    for number in range(first, len(reading.paragraphs)):
        line = reading.paragraphs[number]
        if number in taken or line.label or line.kind == "heading":
            continue
        word = _FIRST.search(reading.text, line.start, min(line.end, line.start + 40))
        if word is None or word[0].casefold() not in begins:
            continue
        if found := _read_slip(reading.text, line, names):
            label, talk, start = found
            if talk:
                clear.append(Candidate(number, label, "colon", line.start, talk))
            else:
                unclear.append((label, reading.text[start : line.end]))
    return clear, unclear


def _read_slip(text: str, line: Paragraph, names: Mapping[str, str]) -> tuple[str, int, int] | None:
    """Return the label that a line begins with, where its talk begins (0 if that is unclear), and in context."""
    before = BEFORE.match(text, line.start, line.end)
    start = before.end() if before else line.start
    match = _WORDS.match(text, start, line.end)
    if not match:
        return None
    words = match[0]
    while words:
        written = " ".join(words.split())
        label = names.get(written.casefold())
        if label is None and words[-1] == ".":  # the end of a sentence or of an initial
            words = words.rstrip(".")
            written = " ".join(words.split())
            label = names.get(written.casefold())
        if label and (sign := _SLIP.match(text, start + len(words), line.end)):
            if sign["clear"] is not None:
                return label, sign.end(), start
            is_word = len(label) == 1 and label in "AEIOU" and not sign["sign"]
            is_address = sign["comma"] is not None and not is_role_label(label_key(label))  # `Jan, kom eens`
            if written == label and not is_word and not is_address and line.end > sign.end():
                return label, 0, start
        words = _LAST_WORD.sub("", words)
    return None


def find_signed_labels(reading: Reading, known: Collection[str]) -> list[Candidate]:
    r"""Return the labels of a file in which another sign than a colon is behind each: `R; Ja.`, `R > Ja.`.

    Only usual labels of roles and those the study names are seen so, only with one sign throughout, and only where
    both sides are there.

    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"I; Hoe?\nR; Goed.\nI; En?\nR; Ook.", where="a.txt")
    >>> [found.label for found in find_signed_labels(reading, ())]
    ['I', 'R', 'I', 'R']
    """
    signed = defaultdict[str, list[Candidate]](list)
    for number, line in enumerate(reading.paragraphs):
        for sign, candidate in _signed(reading.text, number, line):
            if label_key(candidate.label) in known or is_role_label(label_key(candidate.label)):
                signed[sign].append(candidate)
    for found in sorted(signed.values(), key=len, reverse=True):
        counts = Counter(candidate.label for candidate in found)
        repeated = [label for label, count in counts.items() if count > 1]
        if len(repeated) >= 2 and len(found) * 3 >= len(reading.paragraphs):
            return found
    return []


_SIGNED = re.compile(rf"([^\W_][\w .]{{0,30}}?){BLANK}*(?:(;|>|\||=|\)|\.)|(?<=\s)([-–—]))(?:\s+)")


def _signed(text: str, number: int, line: Paragraph) -> Iterator[tuple[str, Candidate]]:
    before = BEFORE.match(text, line.start, line.end)
    match = _SIGNED.match(text, before.end() if before else line.start, line.end)
    if match:
        yield (
            match[2] or match[3],
            Candidate(number, tidy_label(match[1]), "colon", line.start, match.end()),
        )
