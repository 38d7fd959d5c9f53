"""Text that was spoilt before it came here: `CafÃ©` for `Café`, `caf�`, `caf?`.

Such words are not found by any term, and nothing in the file says what they were; so it is told, with the remedy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LOST = re.compile("\ufffd")
_RUN = re.compile(r"[^\x00-\x7f]{2,6}")
_SPOILT_BY = ("cp1252", "latin-1", "mac_roman", "cp850")
_LIKELY = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜŒ’‘“”–—…€•«»\u00a0\u00ad")
_MARKED = re.compile(r"\?(?=[a-zà-ÿ])(?<=[a-zà-ÿ]\?)")  # begins with the mark, which is quickly found
_FIRST = tuple("ÃÂâÅ√¬├┬")  # with which UTF-8 begins where it was taken for another encoding
_AGAIN = "Save it again from its source as UTF-8."
_FEWEST_MARKS = 3  # one question mark inside a word may be a slip


def concerns_words(note: str) -> bool:
    """Return whether a note says that words of a file may be other than they were written, or left out.

    >>> concerns_words("Read as Windows-1252, because it is not UTF-8. Look at its accents.")
    True
    >>> concerns_words("Only the first of its 3 sheets was read.")
    False
    """
    return "UTF-8" in note or "was not understood" in note


def tell_spoilt(text: str) -> Iterator[str]:
    """Yield a sentence for each way in which accents of a text were spoilt before.

    >>> list(tell_spoilt("R: CafÃ©, reÃ¼nie."))[0][:69]
    "Accents were spoilt before this file was saved ('CafÃ©' for 'Café', '"
    >>> list(tell_spoilt("R: Café."))
    []
    """
    if text.isascii():
        yield from _tell_marks(text)
        return
    runs = set(_RUN.findall(text)) if any(first in text for first in _FIRST) else ()
    spoilt = {run: mended for run in runs if (mended := _mend(run)) != run}
    if spoilt:
        yield _tell_mended(text, spoilt)
    if lost := len(_LOST.findall(text)):
        first = text.index("\ufffd")
        yield (
            f"{lost:,} letters were lost before this file was saved (\ufffd, first in {_word_at(text, first)!r}, "
            f"line {text.count(chr(10), 0, first) + 1}): words with them are not found. {_AGAIN}"
        )
    yield from _tell_marks(text)


def _mend(run: str) -> str:
    """Return what a run of odd letters was before UTF-8 was taken for another encoding; itself where it was not."""
    for encoding in _SPOILT_BY:
        mended = _mend_as(run, encoding)
        if mended != run:
            return mended
    return run


def _mend_as(run: str, encoding: str) -> str:
    parts, place = list[str](), 0
    while place < len(run):
        for length in (3, 2):
            part = run[place : place + length]
            try:
                letter = part.encode(encoding).decode("utf-8")
            except UnicodeError:
                continue
            if len(part) == length and len(letter) == 1 and letter in _LIKELY:
                parts.append(letter)
                place += length
                break
        else:
            parts.append(run[place])
            place += 1
    return "".join(parts)


def _tell_mended(text: str, spoilt: dict[str, str]) -> str:
    places = [match for match in _RUN.finditer(text) if match[0] in spoilt]
    shown = list[str]()
    for match in places:
        word = _word_at(text, match.start())
        pair = f"{word!r} for {_RUN.sub(lambda run: _mend(run[0]), word)!r}"
        if pair not in shown:
            shown.append(pair)
    return (
        f"Accents were spoilt before this file was saved ({', '.join(shown[:2])}; {len(places):,} places): "
        f"words with them are not found. {_AGAIN}"
    )


def _tell_marks(text: str) -> Iterator[str]:
    """Say that question marks stand inside words, as a program writes them for letters it does not have."""
    if "?" not in text:
        return
    words = [word for match in _MARKED.finditer(text) if not set("/=&@") & set(word := _word_at(text, match.start()))]
    if len(words) >= _FEWEST_MARKS:
        yield (
            f"Question marks stand inside {len(words):,} words ({', '.join(map(repr, dict.fromkeys(words[:3])))}), "
            f"as if accents were lost: such words are not found. {_AGAIN}"
        )


def _word_at(text: str, place: int) -> str:
    """Return the word around a place, without the signs at its ends."""
    start = max((text.rfind(blank, max(0, place - 40), place) for blank in " \n\t"), default=-1) + 1
    ends = [end for blank in " \n\t" if (end := text.find(blank, place, place + 40)) >= 0]
    return text[max(start, place - 40) : min(ends, default=min(place + 40, len(text)))].strip(".,;:!?()\"'")
