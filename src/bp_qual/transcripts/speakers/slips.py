"""Slips: lines that begin with a label of the file, but not as its labels do (`R; Ja.`, `RNou`, `l: Hoe?`).

What leaves no doubt is read as a label. The rest stays where it was, and is told: no slip is silently given to whoever
spoke before.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from functools import cached_property

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.speakers.label_forms import BLANK, COLON, STAMP, Candidate, look_end, read_seconds, talk_begin
from bp_qual.transcripts.speakers.label_names import LabelNames
from bp_qual.transcripts.speakers.labels import (
    ANSWERS,
    is_role_label,
    is_somebody_beside,
    is_strong,
    is_word_of,
    label_key,
    split_remark,
)
from bp_qual.transcripts.speech import is_happening

_OPENING = lazy_pattern(rf"(?:<v(?:\.[^ >\n]{{0,40}})?{BLANK}+|[\[({{<«“\"'‘#@*+~•]{{1,2}}{BLANK}?|\|(?![:;]))?")
_REMARK = (
    rf"(?:{BLANK}*(?:\([^()\n]{{1,40}}\)|\[[^\[\]\n]{{1,40}}\]|\*[^*\n]{{1,40}}\*)"
    rf"|{BLANK}*(?P<parting>[,–—-]){BLANK}*(?P<remark>[a-zà-ÿ][\w ]{{1,25}})(?=:))?"
)
_CLEAR = lazy_pattern(
    rf"{_REMARK}(?P<odd>[^\w\s:;>|=]{{0,2}}){BLANK}*(?:{COLON}+|;|>|\||=)[*_]{{0,3}}{BLANK}*"
    rf"(?:(?P<behind>{STAMP})(?=\s|\Z|{COLON}){COLON}*\s*)?"
)
_DASHED = lazy_pattern(rf"{BLANK}+[-–—]{BLANK}+(?=[A-ZÀ-Þ])(?P<behind>(?!))?")
_UNCLEAR = lazy_pattern(
    rf"(?P<sign>{BLANK}*[^\w\s\[(“„\"«]{{1,3}})?(?P<blank>{BLANK}*)(?P<opening>[\[(“„\"«]*)(?P<word>\w*)"
)
_MARKED = lazy_pattern(rf"{BLANK}*(?:{STAMP}|\Z)")
_WORD = lazy_pattern(r"[^\W\d_]+")
_HEAD = lazy_pattern(rf"(?P<head>[|!]|[^\W_][^\n:;\t\[\](){{}}<>|?!]{{0,40}}+)[ ]?(?P<sign>[:;\t\])}}>|]|{STAMP}|\Z)")
_LONE_TIMED = lazy_pattern(rf"(?P<head>[^\W\d_]){BLANK}*[-–—|]?{BLANK}*(?P<sign>{STAMP})")
_DOUBTED = lazy_pattern(r"\w ?\?+[\s:)\]*_]*\Z")  # R?: and [R?]
_ENDS = frozenset(".?!…")
_SMALL_SIGNS = frozenset((".", "-", "–", "—", "/", ")"))  # behind a label that is written small
_SHORT = 30  # letters of a line that can be a label with a slip


def find_slips(
    reading: Reading, labels: list[Candidate], names: Collection[str], settled: Collection[int] = ()
) -> tuple[list[Candidate], dict[int, str]]:
    r"""Return labels with a slip (`R; Ja.`), and lines that may begin with a label but are left as they are.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : list of Candidate
        The labels that were seen.
    names : collection of str
        How these labels are written.
    settled : collection of int
        The numbers of lines of which the study says that they hold no label.

    Returns
    -------
    list of Candidate, dict of int to str
        What is a label in spite of its sign; and by number the lines where that is not clear.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"I: Hoe?\nR; Goed.\nR Mooi.\nl: En?", where="a.txt")
    >>> slips, unclear = find_slips(reading, [Candidate(0, "I", "colon", 0, 3)], ["I", "R"])
    >>> [slip.label for slip in slips], unclear
    (['R'], {2: 'R Mooi.', 3: 'l: En?'})
    """
    taken = {candidate.line for candidate in labels}
    search, clear, unclear = _Search(reading, LabelNames(names), taken), list[Candidate](), dict[int, str]()
    if not search.names:
        return [], {}
    first = min(taken, default=0)
    for number, line in enumerate(reading.paragraphs):
        if number in taken or line.label or line.kind == "heading" or number in settled:
            continue
        if number < first and reading.text[line.start : line.end].rstrip()[-1:] not in _ENDS:
            continue  # a title
        start, end = _begin(reading.text, line), line.end
        may_begin = search.names.may_begin(reading.text, start)
        if may_begin and (found := search.read_exactly(start, end)):
            label, sign = found
            at = read_seconds(sign["behind"], line.at)
            clear.append(Candidate(number, label, "colon", line.start, sign.end(), at))
        elif (may_begin and search.is_doubtful(start, end)) or search.is_near(start, end) or search.is_bold_near(line):
            unclear[number] = reading.text[start:end].strip()
    return clear, unclear


def _begin(text: str, line: Paragraph) -> int:
    """Return where the words of a line begin: behind its time, its number, its dash and a sign that opens."""
    if text[line.start : line.start + 1].isalpha():
        return line.start
    opening = _OPENING.match(text, talk_begin(text, line), line.end)
    return opening.end() if opening else line.start


class _Search:
    """The labels of a file, looked for at the beginning of its other lines."""

    def __init__(self, reading: Reading, names: LabelNames, taken: Collection[int]) -> None:
        self.reading, self.text, self.names, self.taken = reading, reading.text, names, taken
        self.has_letters = any(len(name) == 1 for name in names.written)
        self.alike = defaultdict[str, set[str]](set)
        self.lengths = set[int]()
        for key in map(label_key, names.written):
            self.lengths |= {len(key) - 1, len(key), len(key) + 1}
            for variant in _less_a_letter(key):
                self.alike[variant].add(key)
        self.words, self.said = dict[str, bool](), Counter[str]()

    def read_exactly(self, start: int, end: int) -> tuple[str, re.Match[str]] | None:
        """Return the label that a line begins with and what is behind it, if only the sign is another.

        Whoever is named behind it is somebody else: `R (zoon)`.
        """
        label = self.names.beginning(self.text, start)
        dashed = _DASHED.match(self.text, start + len(label), end)  # `R - Nou`
        if dashed and label in self.names.written and is_strong(label) and not self._is_word(label):
            return label, dashed
        if not label or not (sign := _CLEAR.match(self.text, start + len(label), end)):
            return None
        remark = sign["remark"]
        if remark and sign["parting"] != "," and " " in remark and not is_happening(remark):
            return None
        name = self.names.by_case[label.casefold()]
        said = " ".join(self.text[start : sign.start("odd")].split())
        beside = remark or split_remark(said)[1]
        return (f"{name} ({beside})" if beside and is_somebody_beside(beside) else name), sign

    def is_doubtful(self, start: int, end: int) -> bool:
        """Whether a line begins with a label as it is written, with a weak sign or none behind it."""
        if label := self.names.beginning(self.text, start):
            place = start + len(label)
            if label not in self.names.written:  # in another case: `db [0:02]`
                return _MARKED.match(self.text, place, end) is not None or self._may_be_small(label, place, end)
            return self._may_end(label, place, end)
        if label := self.names.beginning(self.text, start, glued=True):
            word = _WORD.match(self.text, start, end)
            rest = self.text[start + len(label) : min(end, start + len(label) + 2)]
            is_digraph = label == "I" and rest[:1] == "J"  # IJsland
            is_one_word = rest[1:].islower() or not rest[1:].isalnum()
            return word is not None and is_one_word and not is_digraph and not self._is_said(word[0])
        return False

    def _may_be_small(self, label: str, place: int, end: int) -> bool:
        """Whether a usual label in another case ends at a place, with a sign behind it or as a lone letter: `r. Ja`."""
        match = _UNCLEAR.match(self.text, place, end)
        if match is None or not is_role_label(label_key(label)) or self._is_word(label):
            return False
        is_lone = len(label) == 1 and bool(match["blank"])
        return bool(match["word"]) and (is_lone or (match["sign"] or "").strip() in _SMALL_SIGNS)

    def _may_end(self, label: str, place: int, end: int) -> bool:
        """Whether a label may end at a place: what is behind it does not go on with it as a word does."""
        match = _UNCLEAR.match(self.text, place, end)
        if match is None or match.end() == place:
            return place >= end
        sign, word = (match["sign"] or "").strip(), match["word"]
        is_role = is_role_label(label_key(label))
        if opening := match["opening"]:  # `R [zucht] Nou`; but `Jan (mijn broer) kwam`
            return bool(sign) or "(" not in opening or is_strong(label)
        if not word:
            return match.end() >= end and (is_role or sign not in ("?", "!", "…", "..."))
        if word.casefold() == label.casefold():  # `I - I mean`
            return False
        if word[0].islower() or word[0].isdigit():
            is_apart = bool(sign) and bool(match["blank"]) and (sign[-1] in ".)?!-–—" or is_role)
            is_letters = is_role and len(label) <= 3 and label.isupper() and bool(match["blank"])
            return (is_apart or is_letters) and not self._is_word(label)
        if sign and not match["blank"] and len(word) > 1 and word.isupper():
            return False
        if sign and not match["blank"] and self.text[match.end() - 1 : match.end() + 1].endswith("."):  # R.I.P.
            return len(word) > 1
        if self._is_word(label):
            return self._is_said(word)
        return bool(sign) or is_role or self.text.count(f"{label} {word}") < 2

    def _is_word(self, label: str) -> bool:
        if label not in self.words:
            self.words[label] = is_word_of(self.text, label)
        return self.words[label]

    def _is_said(self, phrase: str) -> bool:
        """Whether the text holds the words of a phrase in small letters."""
        if not self.said:
            self.said = Counter(word for word in _WORD.findall(self.text) if word.islower())
        return all(self.said[word.lower()] > word.islower() for word in _WORD.findall(phrase))

    @cached_property
    def enumerated(self) -> frozenset[str]:
        """The lone letters and digits before a colon that count something: `1: geld`, `2: tijd`."""
        heads = {
            self.text[line.start].casefold()
            for number, line in enumerate(self.reading.paragraphs)
            if number not in self.taken and self.text[line.start + 1 : line.start + 2] == ":"
        }
        return frozenset(head for head in heads if head in "12345abcde" and len(heads & set("12345abcde")) > 1)

    def is_bold_near(self, line: Paragraph) -> bool:
        """Whether a line begins in bold or colour with what is a letter away from a label."""
        if not line.marks:
            return False
        end = look_end(line, line.start, min(line.end, line.start + _SHORT))
        head = self.text[line.start : end].strip()
        return self.is_near(line.start, end) or (len(head) == 1 and head.isalpha() and self.has_letters)

    def is_near(self, start: int, end: int) -> bool:
        """Whether a line begins with what is a letter away from a label, and is marked as labels are."""
        if self.text[start : start + 1] in ":;":
            return self.text[start + 1 : start + 2].isspace()
        is_lone = not self.text[start + 1 : start + 2].isalnum()
        match = (_LONE_TIMED.match(self.text, start, end) if is_lone else None) or _HEAD.match(self.text, start, end)
        if match is None or (not match["sign"] and end - start > _SHORT):
            return False
        head, sign = " ".join(match["head"].split()), match["sign"]
        if len(head) == 1:
            is_marked = sign != ")" or (self.text[start - 1 : start] == "(" and (head in "l1|" or head.isupper()))
            is_marked = is_marked and (bool(sign) or head.isalpha())
            return self.has_letters and is_marked and head.casefold() not in self.enumerated
        if head.isascii() and sum(map(str.isalnum, head)) not in self.lengths:  # the letters of its key
            return False
        key = label_key(head)
        if not key or key in ANSWERS or (not sign and len(key) < 4):
            return False
        others = {other for variant in _less_a_letter(key) for other in self.alike.get(variant, ())}
        return any(is_slip(key, other) for other in others) and not self._is_said(head)


def _less_a_letter(key: str) -> set[str]:
    """Return a key, and the key less each of its letters: keys with a slip between them have one in common."""
    return {key, *(key[:place] + key[place + 1 :] for place in range(len(key)))}


def is_slip(key: str, other: str) -> bool:
    """Whether a label is another with a slip of the keyboard: a letter too many, too few, another, or two turned.

    >>> is_slip("itnerviewer", "interviewer"), is_slip("r1", "r2")
    (True, False)
    """
    if min(len(key), len(other)) < 2 or _digits(key) != _digits(other):
        return False
    if len(key) == len(other):
        different = sum(a != b for a, b in zip(key, other, strict=True))
        return (different < 2 and len(key) > 2) or (different == 2 and sorted(key) == sorted(other))
    short, long = sorted((key, other), key=len)
    return short in _less_a_letter(long)


def _digits(key: str) -> str:
    return "".join(character for character in key if character.isdigit())


def find_doubted(reading: Reading, labels: Iterable[Candidate]) -> list[str]:
    """Return the lines whose label has a question mark behind it: whoever wrote it down did not know who spoke.

    >>> from bp_qual.readers import read_data
    >>> find_doubted(read_data(b"R?: Ja.", where="a.txt"), [Candidate(0, "R", "colon", 0, 4)])
    ['R?: Ja.']
    """
    lines, text = reading.paragraphs, reading.text
    heads = ((lines[label.line], text[label.start : label.talk]) for label in labels if label.style != "inside")
    return [text[line.start : line.end].strip() for line, head in heads if _DOUBTED.search(head)]


def shown_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """Return how the beginnings of lines are shown in a note, each once.

    >>> shown_lines(["R Mooi.", "R Mooi."])
    ('R Mooi.',)
    """
    return tuple(dict.fromkeys(line[:40] for line in lines))
