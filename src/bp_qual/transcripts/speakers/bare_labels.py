"""Bare labels: labels that a study states without a sign, and lines that begin with the same word of a sentence.

`I Hoe gaat het?` is a turn of I; `I think so` may be an answer. Where a file has a sign behind such a label (`I: Hoe?`)
only that is a label; elsewhere what may be a sentence is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from bp_qual.readers import Reading
from bp_qual.transcripts.speakers.label_forms import Candidate, ends_in_question
from bp_qual.transcripts.speakers.labels import is_strong, is_talk, is_word_of

BARE = "bare"  # the style of a label with no sign behind it
_FEWEST_SIGNED = 2  # labels with a sign that show how a file is written
_SHARE_SIGNED = 5  # at least every fifth has it, where all others go on in small letters


def leave_words(found: Sequence[Candidate], text: str) -> list[Candidate]:
    """Return the labels that were found, less the bare ones of a name that has a sign behind it in this file.

    One that no sentence goes on behind, or that asks where it is no word of the talk, is a label all the same.

    >>> text = "I: Hoe? I: En? Ik I wel"
    >>> signed = [Candidate(0, "I", "stated", 0, 3), Candidate(1, "I", "stated", 8, 11)]
    >>> [one.line for one in leave_words([*signed, Candidate(2, "I", BARE, 18, 20)], text)]
    [0, 1]
    """
    signed, bare, capital = Counter[str](), Counter[str](), Counter[str]()
    for one in found:
        if one.style == BARE:
            bare[one.label] += 1
            capital[one.label] += not _goes_on(one, text)
        else:
            signed[one.label] += 1
    with_sign = {
        label
        for label, n in signed.items()
        if n >= max(_FEWEST_SIGNED, capital[label]) and _SHARE_SIGNED * n >= bare[label]
    }
    words = {label for label in with_sign if is_word_of(text, label)}
    return [
        one
        for one in found
        if one.style != BARE or one.label not in with_sign or _is_turn(one, text, is_word=one.label in words)
    ]


def find_bare_doubts(labels: Sequence[Candidate], text: str) -> Iterator[Candidate]:
    """Yield the bare labels that may be a word of a sentence: it goes on in small letters, as talk of the file does.

    >>> text = "I Well? R Now, and I see. I think so, and I know."
    >>> labels = [Candidate(0, "I", BARE, 0, 2), Candidate(1, "R", BARE, 8, 10), Candidate(2, "I", BARE, 26, 28)]
    >>> [one.line for one in find_bare_doubts(labels, text)]
    [2]
    """
    bare = [one for one in labels if one.style == BARE]
    times, small = Counter(one.label for one in bare), Counter(one.label for one in bare if _goes_on(one, text))
    doubtful = {label for label in small if _may_be_word(label, text, 2 * small[label] <= times[label])}
    yield from (one for one in bare if one.label in doubtful and _goes_on(one, text))


def find_numbered_doubts(reading: Reading, labels: Sequence[Candidate], closed: Collection[int]) -> list[int]:
    r"""Return the lines in which a number is glued to a bare label, on others than those closed: `R30 jaar`, `R2 Nee`.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : sequence of Candidate
        Its labels.
    closed : collection of int
        The numbers of lines that hold a label, or of which the study says that they hold none.

    Returns
    -------
    list of int
        Numbers of lines.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"I Hoe oud?\nR30 jaar.", where="a.txt")
    >>> find_numbered_doubts(reading, [Candidate(0, "R", BARE, 0, 2)], {0})
    [1]
    """
    names = sorted({one.label for one in labels if one.style == BARE and one.label.isalpha() and is_strong(one.label)})
    glued = re.compile(rf"\s*(?:{'|'.join(map(re.escape, names))})\d{{1,3}}(?!\w)") if names else None
    lines = enumerate(reading.paragraphs)
    return [n for n, line in lines if glued and n not in closed and glued.match(reading.text, line.start, line.end)]


def _may_be_word(label: str, text: str, is_seldom: bool) -> bool:
    """Whether a label is also said: as a word, or as a name, of which few lines go on as a sentence does."""
    is_said = is_word_of(text, label) or re.search(rf"\b{re.escape(label)}['’](?:m|ve|d|ll|re)\b", text) is not None
    return is_said or (is_seldom and not is_strong(label))


def _goes_on(label: Candidate, text: str) -> bool:
    return text[label.talk : label.talk + 1].islower()


def _is_turn(label: Candidate, text: str, *, is_word: bool) -> bool:
    """Whether a bare label is one though others have a sign: `I En verder?`, `R fine`; no `I see`, no `Jan Bos`."""
    if not is_word and ends_in_question(label, text):
        return True
    is_letters = not is_word and label.label.isupper() and not is_talk(label.label)  # R, but I
    return is_strong(label.label) and (is_letters or not _goes_on(label, text))
