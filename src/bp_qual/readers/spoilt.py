"""Text that was spoilt before it came here: `CafÃ©` for `Café`, `caf�`, `caf?`, `Caf&eacute;`.

Such words are not found by any term, and nothing in the file says what they were; so it is reported, with the remedy.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording.remarks import Remark

_LOST = lazy_pattern("\ufffd")
_RUN = lazy_pattern(r"[^\x00-\x7f]{2,20}")  # a letter that was spoilt three times is up to 18 signs
_SPOILT_BY = ("cp1252", "latin-1", "mac_roman", "cp850")
_MOST_OFTEN = 4  # times that a text was spoilt in the same way
_LIKELY = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜŒ’‘“”–—…€•«»\u00a0\u00ad")
_CYRILLIC = lazy_pattern(r"[а-яёіїєґ]+", re.IGNORECASE)
_BEGIN_CYRILLIC = {"cp1251": "РС", "cp1252": "ÐÑ", "latin-1": "ÐÑ", "mac_cyrillic": "–—", "mac_roman": "–—"}
_FEWEST_LETTERS = 3
_CYRILLIC_SPOILT = {  # so many letters of Cyrillic in UTF-8 or more, taken for an encoding in which each is two
    encoding: lazy_pattern(
        f"(?:[{first}][{re.escape(bytes(range(0x80, 0xC0)).decode(encoding, 'ignore'))}]){{{_FEWEST_LETTERS},}}"
    )
    for encoding, first in _BEGIN_CYRILLIC.items()
}
_MARKED = lazy_pattern(r"\?(?=[a-zà-ÿ])(?<=[a-zà-ÿ]\?)")  # begins with the mark, which is quickly found
_OF_OTHERS = lazy_pattern(  # cafŽ and fotoÕs of a Macintosh, cafÈ of Windows on one; C1 signs of either
    r"(?:[ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒŠŽ](?<=[a-z].)|[\x80-\x9f](?<![^\x00-\x7f].))(?![^\x00-\x7f]|[A-Z])"
)
_ESCAPED = lazy_pattern(  # &uuml; &#252; \u00fc =C3=BC, %C3%BC, and =FC behind a letter
    r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#[xX][0-9a-fA-F]{2,4});|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}"
    r"|\\'[89a-f][0-9a-f]|(?:=[C-E][0-9A-F](?:=[89AB][0-9A-F])+)+|(?:%[C-Ec-e][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f])+)+"
    r"|(?<=[a-zA-Z])[=%][C-F][0-9A-F](?=[a-z]|\b)"
)
_LOOSE_ACCENTS = {"¨": "\u0308", "´": "\u0301", "˜": "\u0303", "¸": "\u0327"}
_LOOSE = lazy_pattern(  # co¨operatie, caf´e and franc¸ais, as TeX sets them in a PDF; not foto´s, lorsqu´il
    r"[¨˜](?<=[^\W\d_Ã].)[aeiouynıAEIOU]|´(?<=[^\W\d_][^\W\d_aeiouAEIOUÃ].)(?<!qu.)[aeiouyı]|¸(?<=c.)(?=[^\W\d_])"
)
_SIGNS = lazy_pattern(  # begins with the sign, which is quickly found
    r"[ˆ¨‰□³¯²¹§¤¥±¬¦÷¶ª■│┤├╗╝═╬░▒▓](?<=[^\W\d_].)(?=[^\W\d_])"
)
_ODD = "\u2800\ue000-\uf8ff\ufffc\U000f0000-\U0010ffff"  # no letters, though letters are around
_NOTHING = "\ufdd0-\ufdef\ufffe\uffff"  # no character by Unicode
_FRAMED = "\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189"  # letters in a ring or box
_OTHER_SCRIPT = "\u0370-\u03ff\u0400-\u052f"
_ALIKE = frozenset(  # letters that look like those of another script; no symbol of a quantity or a unit is among them
    "ABCEHIKMNOPSTXYZaceijopsxy"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf"
    "\u0405\u0406\u0408\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458"
)
_ODD_IN_WORDS = lazy_pattern(
    rf"[{_NOTHING}]|(?<=[^\W\d_])[{_ODD}]+(?=[^\W\d_])|[{_FRAMED}]{{3,}}|(?<=[a-zA-Z])[{_FRAMED}]|[{_FRAMED}](?=[a-zA-Z])"
    rf"|(?P<mixed>(?<=[a-zA-Z])[{_OTHER_SCRIPT}]|[{_OTHER_SCRIPT}](?=[a-zA-Z]))"
)
_MAYBE_ODD = lazy_pattern(f"[{_NOTHING}{_ODD}{_FRAMED}{_OTHER_SCRIPT}]")  # found much sooner, and nearly never
_EXCHANGED = (("cp1252", "mac_roman"), ("mac_roman", "cp1252"))
_NO_SIGNS = {ord("="): "", ord("%"): ""}
_APOSTROPHES = frozenset("’‘")
_FIRST = tuple("ÃÂâÅ√¬├┬")  # with which UTF-8 begins where it was taken for another encoding
_CONCERN_WORDS = frozenset(
    (
        *(
            "windows 1252",
            "byte not utf-8",
            "bytes not utf-8",
            "control characters",
            "control letters",
            "control escapes",
            "not understood",
        ),
        *(
            "accents spoilt",
            "letters lost",
            "marks inside words",
            "signs inside words",
            "odd letters",
            "page broken",
            "letters without width",
            "lines over others",
            "letters over others",
            "one sheet",
            "row without text",
            "cells exchanged",
        ),
    )
)
_FEWEST_MARKS = 3  # one question mark inside a word may be a slip


def concerns_words(note: Remark) -> bool:
    """Return whether a note says that words of a file may be other than they were written, or left out.

    >>> concerns_words(Remark("windows 1252")), concerns_words(Remark("line numbers"))
    (True, False)
    """
    return note.kind in _CONCERN_WORDS


def note_spoilt(text: str) -> Iterator[Remark]:
    """Yield a remark for each way in which accents of a text were spoilt before.

    >>> print(*note_spoilt("R: CafÃ©, reÃ¼nie."))
    Letters were spoilt before this file was saved ('CafÃ©' for 'Café', 'reÃ¼nie' for 'reünie'; 2 places): words ...
    >>> list(note_spoilt("R: Café."))
    []
    """
    yield from _note_escaped(text)
    if text.isascii():
        yield from _note_marks(text)
        return
    runs = set(_RUN.findall(text)) if any(first in text for first in _FIRST) else ()
    spoilt = {run: mended for run in runs if (mended := _mend(run)) != run}
    if spoilt:
        yield _note_mended(text, spoilt)
    yield from _note_of_others(text)
    yield from _note_loose(text)
    yield from _note_cyrillic(text)
    yield from _note_signs(text)
    yield from _note_odd_letters(text)
    if lost := len(_LOST.findall(text)):
        first = text.index("\ufffd")
        line = text.count("\n", 0, first) + 1
        yield Remark("letters lost", values={"n": lost, "word": _word_at(text, first), "line": line})
    yield from _note_marks(text)


def _mend(run: str) -> str:
    """Return what a run of odd letters was before UTF-8 was taken for another encoding; itself where it was not."""
    if (whole := _mend_often(run)) != run:
        return whole
    for encoding in _SPOILT_BY:
        mended = _mend_as(run, encoding)
        if mended != run:
            return mended
    return run


def _mend_often(run: str) -> str:
    """Return what a whole run of odd letters was before Windows or Latin took it for letters, perhaps several times."""
    mended = run
    for _ in range(_MOST_OFTEN):
        try:
            mended = b"".join(map(_byte_of, mended)).decode("utf-8")
        except UnicodeError:
            return run
        if _LIKELY.issuperset(mended):
            return mended
    return run


def _byte_of(letter: str) -> bytes:
    """Return the byte that Windows-1252 shows as a letter, or Latin-1 where that has none."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


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


def _note_of_others(text: str) -> Iterator[Remark]:
    """Say that single letters became others, as a Macintosh and Windows show each other's."""
    places = [match for match in _OF_OTHERS.finditer(text) if _mend_of_others(match) != match[0]]
    if places:
        words = [*dict.fromkeys(_word_at(text, match.start()) for match in places)][:2]
        pairs = [Remark("accent", values={"spoilt": w, "word": _OF_OTHERS.sub(_mend_of_others, w)}) for w in words]
        yield Remark("accents spoilt", values={"words": pairs, "n": len(places)})


def _mend_of_others(match: re.Match[str]) -> str:
    """Return the small letter or apostrophe that a sign was; the sign itself where it can be none."""
    sign = match[0]
    for written, read in (("latin-1", "cp1252"), ("latin-1", "mac_roman")) if sign < "\xa0" else _EXCHANGED:
        try:
            letter = sign.encode(written).decode(read)
        except UnicodeError:
            continue
        if letter in _APOSTROPHES or (letter in _LIKELY and letter.islower()):
            return letter
    return sign


def _note_loose(text: str) -> Iterator[Remark]:
    """Say that accents stand as signs of their own beside their letters: `co¨operatie`."""
    if not any(sign in text for sign in _LOOSE_ACCENTS):
        return
    found = [_word_at(text, match.start()) for match in _LOOSE.finditer(text)]
    if found:
        words = [*dict.fromkeys(found)][:2]
        pairs = [Remark("accent", values={"spoilt": word, "word": _join_accents(word)}) for word in words]
        yield Remark("accents spoilt", values={"words": pairs, "n": len(found)})


def _join_accents(word: str) -> str:
    joined = _LOOSE.sub(lambda match: match[0][1:].replace("ı", "i") + _LOOSE_ACCENTS[match[0][0]], word)
    return unicodedata.normalize("NFC", joined)


def _note_cyrillic(text: str) -> Iterator[Remark]:
    """Say that words in Cyrillic were spoilt: a pair that is no letter of one ends the search for them."""
    for encoding, pattern in _CYRILLIC_SPOILT.items():
        if sum(map(text.count, _BEGIN_CYRILLIC[encoding])) < _FEWEST_LETTERS:
            continue
        words = {run: run.encode(encoding).decode("utf-8", "replace") for run in pattern.findall(text)}
        spoilt = [run for run, word in words.items() if _CYRILLIC.fullmatch(word)]
        if spoilt:
            pairs = [Remark("accent", values={"spoilt": run, "word": words[run]}) for run in spoilt[:2]]
            n = sum(map(text.count, spoilt))
            yield Remark("accents spoilt", values={"words": pairs, "n": n})
            return


def _note_mended(text: str, spoilt: dict[str, str]) -> Remark:
    places = [match for match in _RUN.finditer(text) if match[0] in spoilt]
    words = [*dict.fromkeys(_word_at(text, match.start()) for match in places)][:2]
    pairs = [
        Remark("accent", values={"spoilt": word, "word": _RUN.sub(lambda run: _mend(run[0]), word)}) for word in words
    ]
    return Remark("accents spoilt", values={"words": pairs, "n": len(places)})


def _note_escaped(text: str) -> Iterator[Remark]:
    """Say that letters are written as signs for them: `M&uuml;hsam`, `M=C3=BChsam`; not in an address."""
    if not any(sign in text for sign in "&\\=%"):
        return
    places = [match for match in _ESCAPED.finditer(text) if _unescape(match) != match[0]]
    found = [word for match in places if not set("/@") & set(word := _word_around(text, match))]
    if found:
        pairs = [
            Remark("accent", values={"spoilt": word, "word": _ESCAPED.sub(_unescape, word)})
            for word in [*dict.fromkeys(found)][:2]
        ]
        yield Remark("accents spoilt", values={"words": pairs, "n": len(found)})


def _word_around(text: str, match: re.Match[str]) -> str:
    """Return the word around a stretch of text, which may end in a sign that ends no word."""
    word = _word_at(text, match.start())
    begin = text.find(word, max(0, match.start() - 40))
    return text[begin : max(begin + len(word), match.end())]


def _unescape(match: re.Match[str]) -> str:
    """Return the letters that signs stand for; the signs themselves where these are no letters with an accent."""
    written = match[0]
    if written.startswith("&"):
        letters = html.unescape(written)
    elif written.startswith("\\"):
        letters = chr(int(written[2:], 16))
    else:
        data = bytes.fromhex(written.translate(_NO_SIGNS))
        try:
            letters = data.decode("utf-8")
        except UnicodeDecodeError:
            letters = data.decode("cp1252", "replace")
    return letters if letters in _APOSTROPHES or (letters.isalpha() and not letters.isascii()) else written


def _note_signs(text: str) -> Iterator[Remark]:
    """Say that signs are inside words, as the letters of DOS become where they are taken for those of Windows."""
    words = [_word_at(text, match.start()) for match in _SIGNS.finditer(text)]
    if len(words) >= _FEWEST_MARKS:
        yield Remark("signs inside words", values={"n": len(words), "words": tuple(dict.fromkeys(words[:3]))})


def _note_odd_letters(text: str) -> Iterator[Remark]:
    """Say that words hold signs that are no letters, or letters that only look like those beside them."""
    if _is_western(text) or not _MAYBE_ODD.search(text):
        return
    places = [match for match in _ODD_IN_WORDS.finditer(text) if _is_odd(text, match)]
    words = list(dict.fromkeys(_word_at(text, match.start()) for match in places))
    if words:
        sign = f"U+{ord(places[0][0][0]):04X}"
        yield Remark("odd letters", values={"n": len(words), "words": tuple(words[:3]), "sign": sign})


def _is_western(text: str) -> bool:
    """Whether all signs are of Windows-1252, which none of the odd ones is; told ten times as soon as by a search."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _is_odd(text: str, match: re.Match[str]) -> bool:
    """Whether a sign is no letter of its word, or a letter of another script that looks like one: not that of `kΩ`."""
    if not match["mixed"]:
        return True
    scripts: tuple[list[str], list[str]] = ([], [])
    for letter in filter(str.isalpha, _word_at(text, match.start())):
        scripts["\u0370" <= letter < "\u0530"].append(letter)
    few, most = sorted(scripts, key=len)
    return len(few) < len(most) and not _ALIKE.isdisjoint(few)


def _note_marks(text: str) -> Iterator[Remark]:
    """Say that question marks are inside words, as a program writes them for letters it does not have."""
    if "?" not in text:
        return
    words = [word for match in _MARKED.finditer(text) if not set("/=&@") & set(word := _word_at(text, match.start()))]
    if len(words) >= _FEWEST_MARKS:
        yield Remark("marks inside words", values={"n": len(words), "words": tuple(dict.fromkeys(words[:3]))})


def _word_at(text: str, place: int) -> str:
    """Return the word around a place, without the signs at its ends."""
    start = max((text.rfind(blank, max(0, place - 40), place) for blank in " \n\t"), default=-1) + 1
    ends = [end for blank in " \n\t" if (end := text.find(blank, place, place + 40)) >= 0]
    return text[max(start, place - 40) : min(ends, default=min(place + 40, len(text)))].strip(".,;:!?()\"'")
