"""Known labels within a line that nothing sets apart: no full stop before them, or no colon behind.

A label that is no word of the talk (`I`, `R`, `P07`) begins a turn wherever it is. A name does not: people say
`en toen zei Jan: kom`. Where that is not clear the text stays as it was, and is told.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache, partial

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.speakers.label_forms import BLANK, Candidate
from bp_qual.transcripts.speakers.label_names import LabelNames
from bp_qual.transcripts.speakers.labels import PREPOSITIONS, SAYING, is_role_label, is_strong, is_word_of, label_key
from bp_qual.transcripts.speech import find_asides

_BREAKS = ".?!…\"”’'»)]}*_"  # what a turn can end with
_DASHES, _QUOTES = "-–—", frozenset("\"“„‘'’«")
_OPENINGS = "([{<"
_BLANKS, _SENTENCE_ENDS = frozenset(" \u00a0\u2007\u2009\u202f"), frozenset(".?!…")
_CLOSING_DASHES = [lazy_pattern(rf"\s[-–—]{{{count}}}(?=\s|[.,?!]|\Z)") for count in (1, 2)]  # - and --
_GLUED_DASH = lazy_pattern(r"(?<=\S)[-–—]{1,2}(?=\s|[.,?!]|\Z)")  # closes what a dash right before the label opened
_LONGEST = 400  # letters of an interruption
_REACH = 300  # letters before a colon: a label, and the word before it
_FARTHEST = 2_000  # letters behind it in which a bracket is closed
_BRACKETED = lazy_pattern(r"[(\[](?P<inner>[^\W_][^()\[\]\n:]{2,240})[)\]]")
_ENDS_LABEL = lazy_pattern(rf"{BLANK}*[,;-]?{BLANK}+")
_SENTENCE = lazy_pattern(r"[^.?!…]*[.?!…]")
_BEFORE_NAMES = SAYING | PREPOSITIONS


def read_known(text: str, number: int, line: Paragraph, colon: int, names: LabelNames) -> tuple[Candidate | None, bool]:
    """Return the label of the file that ends at a colon, and whether it is one beyond doubt.

    Parameters
    ----------
    text : str
        The text of the file.
    number, line
        The line.
    colon : int
        The place of the colon.
    names : LabelNames
        The labels of the file as they are written.

    Returns
    -------
    Candidate or None, bool
        None where no label of the file is there, or where somebody is quoted.

    Examples
    --------
    >>> said = "We werken samen I: ja"
    >>> read_known(said, 0, Paragraph(0, 21), 17, LabelNames(["I"]))
    (Candidate(line=0, label='I', style='inside', start=16, talk=18, at=None, bold=False, end=-1), True)
    >>> read_known("en toen zei Jan: kom", 0, Paragraph(0, 20), 15, LabelNames(["Jan"]))
    (None, False)
    """
    begin = max(line.start, colon - _REACH)  # a line may hold thousands of labels: only what is near is looked at
    before = text[begin:colon].rstrip(" \u00a0*_")
    name = names.ending(before)
    start = begin + len(before) - len(name)
    context = before[: len(before) - len(name)]
    if not name or context[-1:].isalnum():
        return None, False
    bare = context.rstrip()
    start = line.start if bare == "<v" and begin == line.start else start  # a voice tag that is not closed
    candidate = Candidate(number, name, "inside", start, colon + 1)
    said = bare.rstrip(_DASHES)
    dashes = len(bare) - len(said)
    if 1 <= dashes <= len(_CLOSING_DASHES) and context != bare and (not said or said[-1].isspace()):
        dash = begin + len(said)
        closing = _CLOSING_DASHES[dashes - 1].search(text, colon + 1, min(line.end, colon + _LONGEST))
        end = closing.start() + 1 if closing else -1
        return Candidate(number, name, "inside", dash, colon + 1, end=end), True
    if dashes and context == bare and said[-1:].isspace():
        closing = _GLUED_DASH.search(text, colon + 1, min(line.end, colon + _LONGEST))
        if closing:
            dash = begin + len(said)
            return Candidate(number, name, "inside", dash, colon + 1, end=closing.end() - 1), True
    if _is_opened(context, text[colon + 1 : min(line.end, colon + _FARTHEST)]):
        return candidate, False
    if not bare or bare[-1] in _BREAKS or bare[-1] in _DASHES or context.endswith(("  ", "\t")):
        return candidate, True
    last = bare.split()[-1].strip(_OPENINGS).casefold()
    if is_strong(name):
        is_clear = last not in _BEFORE_NAMES and (context != bare or text[colon + 1 : colon + 2].isupper())
        return candidate, is_clear
    return (None if last in _BEFORE_NAMES or bare[-1] in ",;" else candidate), False


def _is_opened(before: str, behind: str) -> bool:
    """Whether a label stands right behind a quotation mark, or what is behind it closes a bracket."""
    is_quoted = before[-1:] in _QUOTES and not before[-2:-1].strip()
    bracket = re.search(r"(?<![:;-])[()\[\]]", behind)  # but :)
    return is_quoted or (bracket is not None and bracket[0] in ")]")


@lru_cache(maxsize=256)
def _letters_of_roles(names: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(name for name in names if len(name) <= 3 and name.isupper() and is_role_label(label_key(name))))


@lru_cache(maxsize=256)
def _capitals(letters: tuple[str, ...]) -> re.Pattern[str]:
    """Return the expression for a role's letters behind a full stop, without a colon: `Ja. I Echt?`, `Ja. I. Echt?`."""
    any_letters = "|".join(map(re.escape, letters))
    return re.compile(rf"(?:{any_letters})(?:{BLANK}*[;/>|=]|\.?{BLANK}+(?=[A-ZÀ-Þ][a-zà-ÿ]))")


def _find_capitals(text: str, names: frozenset[str]) -> list[re.Match[str]]:
    """Return where a role's letters are behind a blank; a search for a letter is far quicker than the expression."""
    places, letters = list[int](), _letters_of_roles(names)
    for first in {name[0] for name in letters}:
        place = text.find(first, 1)
        while place >= 0:
            if text[place - 1] in _BLANKS:
                places.append(place)
            place = text.find(first, place + 1)
    return [match for place in sorted(places) if (match := _capitals(letters).match(text, place))]


def _find_slashed(text: str, names: frozenset[str]) -> list[re.Match[str]]:
    """Return where a role's letters are behind a stroke, without a colon: `ja / I en toen / naar school`."""
    letters = _letters_of_roles(names)
    if not letters or not any(sign in text and f"{sign} " in text for sign in "/|"):
        return []
    any_letters = "|".join(map(re.escape, letters))
    return list(re.finditer(rf"(?<=\s)[/|]{BLANK}+({any_letters}){BLANK}+(?=[^\W\d_]{{2}})", text))


def _find_sentence_end(text: str, place: int) -> int:
    """Return where a sentence ends before the blanks that come before a place, or -1."""
    end = place
    while end > 0 and text[end - 1] in _BLANKS:
        end -= 1
    return end if end < place and text[end - 1 : end] in _SENTENCE_ENDS else -1


def _is_between(text: str, before: int, behind: int, end: int) -> bool:
    """Whether a question ends before a label with a full stop, or the sentence behind it: no `Ja. R. Bos kwam`."""
    sentence = _SENTENCE.match(text, behind, end)
    return text[before - 1] == "?" or (sentence is not None and sentence[0].endswith("?"))


def find_colonless(
    reading: Reading, labels: Sequence[Candidate], names: LabelNames
) -> tuple[list[Candidate], list[str]]:
    r"""Return labels without a colon inside turns: clear ones (`[I een bijdrage?]`), and what may be one.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : sequence of Candidate
        The labels at the beginning of lines.
    names : LabelNames
        The labels of the file as they are written.

    Returns
    -------
    list of Candidate, list of str
        Interruptions in brackets that ask something; and stretches of text in which a label may be.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"R: We kregen [I een bijdrage?] geld. I Echt? R Ja.", where="a.txt")
    >>> found, doubtful = find_colonless(reading, [Candidate(0, "R", "colon", 0, 3)], LabelNames(["I", "R"]))
    >>> [(label.label, label.start, label.end) for label in found], doubtful
    ([('I', 13, 29)], ['een bijdrage?] geld. I Echt? R Ja.'])
    """
    text, found, doubtful = reading.text, list[Candidate](), dict[int, str]()
    bracketed = list(_BRACKETED.finditer(text)) if "(" in text or "[" in text else []
    letters = _find_capitals(text, names.written)
    slashed = _find_slashed(text, names.written)
    if not bracketed and not letters and not slashed:
        return [], []
    lines = reading.paragraphs
    starts = [line.start for line in lines]
    is_word = cache(partial(is_word_of, text))  # reads the whole text, for a label that may come thousands of times
    signed = {(label.label, text[label.start : label.talk].rstrip()[-1:]) for label in labels}
    talks = {label.line: label.talk for label in labels}
    for match in bracketed:
        inner = match["inner"]
        label = names.beginning(inner, 0)
        behind = _ENDS_LABEL.match(inner, len(label)) if label in names.written else None
        number = bisect_right(starts, match.start()) - 1
        if not behind or match.start() < talks.get(number, starts[number]) or match.end() > lines[number].end:
            continue
        if inner.rstrip().endswith("?"):
            place = match.start("inner") + behind.end()
            found.append(Candidate(number, label, "inside", match.start(), place, end=match.end() - 1))
        elif match[0][0] == "(" and not len(find_asides(text, *match.span())) and not is_word(label):
            doubtful.setdefault(number, match[0])
    for match in slashed:
        label, number = match[1], bisect_right(starts, match.start()) - 1
        if match.start() > talks.get(number, starts[number]) and not is_word(label):
            doubtful.setdefault(number, text[max(starts[number], match.start() - 20) : match.end() + 20].strip())
    for match in letters:
        start = _find_sentence_end(text, match.start())
        if start < 0:
            continue
        label = match[0].split()[0].rstrip(";/>|=.")
        number = bisect_right(starts, start) - 1
        sign = match[0].rstrip()[-1]
        if sign in ".=" and (label, sign) not in signed:  # `I = interviewer`
            continue
        if sign == "." and not _is_between(text, start, match.end(), lines[number].end):
            continue
        if start > talks.get(number, starts[number]) and not is_word(label):
            doubtful.setdefault(number, text[max(starts[number], start - 20) : match.end() + 20].strip())
    return found, list(doubtful.values())
