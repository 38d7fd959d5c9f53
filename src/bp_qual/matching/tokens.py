"""Folding: a text made plain for comparison, and cut into tokens, with the way back to every character.

Case, accents, Unicode form (`é` as one character or two), soft hyphens, zero-width characters and curly apostrophes
make no difference after folding, nor does the shape in which Unicode has a letter or digit once more: ligatures
(`ﬁ`), the long s (`ſ`), wide, mathematical and raised letters. A *token* is a run of letters, digits and marks, with
single apostrophes and hyphens inside it. Every token keeps the exact half-open code point span it has in the original
text, whatever folding dropped or widened. This module knows no language and no theme.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from bp_qual.display import UNSEEN_CODES

Ints = npt.NDArray[np.int32]
Levels = npt.NDArray[np.uint8]

# What stands between a token and the one before it, the strongest sign counting.
SPACE, SOFT, PAUSE, STOP, TURN = range(5)

_BLANK, _WORD, _JOIN, _QUOTE, _PAUSE, _STOP, _POINT, _DROP, _WIDEN = range(9)
_PLANE = 0x10000
_LONGER_THAN_ABBREVIATED = 5
# Titles, and abbreviations that something always follows: their full stop ends no sentence though a capital follows.
_TITLES = frozenset(
    (
        *("dr", "drs", "mr", "mrs", "ms", "mw", "mevr", "dhr", "prof", "ir", "ing", "st"),
        *("bijv", "bv", "evt", "incl", "excl", "resp", "zgn", "vgl"),
    )
)
_FEW = 5_000  # tokens; more are numbered by pyarrow
_APOSTROPHES = "'’‘ʼ´`′＇"
_HYPHENS = "-‐‑－_"
_DROPPED = [
    *UNSEEN_CODES,
    *range(0x300, 0x370),
    *range(0x591, 0x5BE),
    0x5BF,
    0x5C1,
    0x5C2,
    0x5C4,
    0x5C5,
    *range(0x64B, 0x660),
]
_PLAIN = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "İ": "i", "ð": "d", "ς": "σ"}
_WIDENED = {"ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe"}
_KINDS_OF_SIGNS = (
    ('"“”„«»‹›‚‛…*', _QUOTE),
    (",–—―()[]{}<>/|\\=+~", _PAUSE),
    ("?!;:。！？；：¿¡", _STOP),
    (".", _POINT),
    (_APOSTROPHES + _HYPHENS, _JOIN),
    ("".join(chr(code) for code in _DROPPED if code < _PLANE), _DROP),
)


def _plain(letter: str) -> str:
    """Return the letters for which one stands, without case and accents; digits above the line are no digits."""
    known = _WIDENED.get(letter)
    if known or not (letter.isalpha() or letter.isdecimal()):
        return known or _plain_one(letter)
    shaped = unicodedata.normalize("NFKC", letter)
    same = shaped == letter or not all(part.isalnum() or unicodedata.category(part)[0] == "M" for part in shaped)
    plain = "".join(map(_plain_one, letter if same else shaped))
    fits = max(map(ord, plain)) < _PLANE if ord(letter) < _PLANE else len(plain) == 1
    return plain if fits else _plain_one(letter)


def _plain_one(letter: str) -> str:
    """Return the letter without case and accents, as one character."""
    low = letter.lower()
    base = unicodedata.normalize("NFD", low)
    if len(base) == 1 or all(0x300 <= ord(mark) < 0x370 for mark in base[1:]):
        low = base[0]
    low = _PLAIN.get(low, low)
    return low if len(low) == 1 and (ord(low) < _PLANE) == (ord(letter) < _PLANE) else letter


class _Loosening(dict[int, "str | None"]):
    """What `str.translate` makes of a character of a word."""

    def __missing__(self, code: int) -> str:
        self[code] = _plain(chr(code))
        return str(self[code])


_LOOSENING = _Loosening()
_LOOSENING.update(dict.fromkeys([*_DROPPED, *map(ord, _HYPHENS)]) | dict.fromkeys(map(ord, _APOSTROPHES), "'"))


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The tokens of a text: which type each one is, where it is, and what separates it from the one before.

    ``types`` are the distinct folded words; ``ids`` points into them. ``gap`` is SPACE, SOFT (a quotation mark, an
    ellipsis), PAUSE (a comma, a dash, a bracket), STOP (the end of a sentence) or TURN.
    """

    types: tuple[str, ...]
    ids: Ints
    start: Ints
    end: Ints
    gap: Levels

    def __len__(self) -> int:
        return len(self.ids)


def fold_word(word: str) -> str:
    """Return how a word is compared: without case, accents, hyphens, and with straight apostrophes.

    >>> fold_word("Co-Creatie"), fold_word("dóén"), fold_word("foto’s"), fold_word("over_dragen")
    ('cocreatie', 'doen', "foto's", 'overdragen')
    """
    if word.isascii():
        return word.lower().replace("-", "").replace("_", "").replace("`", "'")
    return word.translate(_LOOSENING)


def fold_words(written: Iterable[str]) -> list[str]:
    """Return many words folded, quicker than one by one.

    >>> fold_words(["Samen", "dóén", "co-creatie"])
    ['samen', 'doen', 'cocreatie']
    """
    listed = list(written)
    if not listed:
        return []
    low = "\n".join(listed).lower().replace("-", "").replace("_", "").replace("`", "'").split("\n")
    return [loose if loose.isascii() else fold_word(word) for word, loose in zip(listed, low, strict=True)]


def split_tokens(text: str) -> Tokens:
    r"""Return the tokens of a text.

    >>> found = split_tokens("Nee, co\u00adcreatie dóén we zo’n\u00a0beetje.")
    >>> [found.types[number] for number in found.ids.tolist()]
    ['nee', 'cocreatie', 'doen', 'we', "zo'n", 'beetje']
    >>> found.gap.tolist() == [SPACE, PAUSE, SPACE, SPACE, SPACE, SPACE]
    True
    """
    folded = _fold(text)
    word = _join_words(folded)
    edges = np.flatnonzero(np.diff(word, prepend=False, append=False)).astype(np.int32)
    begin, stop = edges[::2], edges[1::2]
    types, ids = _number_types(folded.letters[word], np.cumsum(stop - begin))
    titles = [number for number, name in enumerate(types) if name in _TITLES]
    gap = _find_gaps(folded, word, begin, stop, np.isin(ids, titles) if titles else np.zeros(len(ids), dtype=bool))
    if folded.place is None:
        return Tokens(types, ids, begin, stop, gap)
    after = np.append(folded.place, len(text))
    start, end = folded.place[begin], folded.place[stop - 1] + 1 if len(stop) else stop
    marks = np.array([0x300 <= ord(text[p]) < 0x370 if p < len(text) else False for p in end.tolist()], dtype=bool)
    end = np.where(marks, after[stop], end) if len(stop) else end
    return Tokens(types, ids, start.astype(np.int32), end.astype(np.int32), gap)


class _Folded(NamedTuple):
    """Folded characters, their kinds, whether they were capitals, and their places in the text (None: the same)."""

    letters: npt.NDArray[np.unsignedinteger]
    kinds: npt.NDArray[np.uint8]
    upper: npt.NDArray[np.bool_]
    place: Ints | None


def _fold(text: str) -> _Folded:
    return _fold_bytes(text) or _fold_codes(text)


def _fold_bytes(text: str) -> _Folded | None:
    """Fold a text whose characters fit in a byte of Latin-1 or Windows-1252, as most talk does: far quicker."""
    for encoding in ("latin-1", "cp1252"):
        try:
            raw = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        letters, kinds, upper = (np.frombuffer(raw.translate(table), np.uint8) for table in _byte_tables(encoding))
        return None if (kinds >= _DROP).any() else _Folded(letters, kinds, upper.view(np.bool_), None)
    return None


@cache
def _byte_tables(encoding: str) -> tuple[bytes, bytes, bytes]:
    """Return the three tables for the characters of an encoding with one byte a character."""
    codes = np.array([ord(bytes([byte]).decode(encoding, "replace")) for byte in range(256)])
    letters, kinds, upper = _SIGNS.read(codes)
    wide = letters >= 0x100
    one_byte = np.where(wide, 0, letters).astype(np.uint8)
    changed = np.where(wide & (kinds == _WORD), _WIDEN, kinds).astype(np.uint8)
    return one_byte.tobytes(), changed.tobytes(), upper.tobytes()


def _fold_codes(text: str) -> _Folded:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    letters, kinds, upper = _SIGNS.read(codes)
    if len(codes) and codes.max() >= _PLANE:
        letters = letters.astype(np.uint32)
        for code in np.unique(codes[codes >= _PLANE]).tolist():
            here = codes == code
            if code in UNSEEN_CODES:
                kinds[here] = _DROP
            elif chr(code).isalnum():
                letters[here], kinds[here], upper[here] = ord(_plain(chr(code))), _WORD, chr(code).isupper()
    if not (kinds >= _DROP).any():
        return _Folded(letters, kinds, upper, None)
    return _change_length(codes, letters, kinds, upper)


def _change_length(
    codes: npt.NDArray[np.uint32],
    letters: npt.NDArray[np.unsignedinteger],
    kinds: npt.NDArray[np.uint8],
    upper: npt.NDArray[np.bool_],
) -> _Folded:
    """Take out what is dropped, write out ligatures, and remember where everything stood."""
    width = np.where(kinds == _DROP, 0, 1)
    present = np.unique(codes[kinds == _WIDEN]).tolist()
    for code in present:
        width[codes == code] = len(_plain(chr(code)))
    source = np.repeat(np.arange(len(codes), dtype=np.int32), width)
    first = np.cumsum(width) - width
    letters, kinds, upper = letters[source], kinds[source], upper[source]
    for code in present:
        at = first[codes == code]
        for offset, plain in enumerate(_plain(chr(code))):
            letters[at + offset], kinds[at + offset] = ord(plain), _WORD
    return _Folded(letters, kinds, upper, source)


def _join_words(folded: _Folded) -> npt.NDArray[np.bool_]:
    """Return which characters belong to a token: letters, and a single apostrophe or hyphen between two of them.

    An apostrophe before a single letter belongs to it: `'t`, `'k`.
    """
    word: npt.NDArray[np.bool_] = folded.kinds == _WORD
    joins = np.flatnonzero(folded.kinds == _JOIN)
    joins = joins[(joins > 0) & (joins < len(word) - 1)]
    inside = joins[word[joins - 1] & word[joins + 1]]
    padded = np.concatenate((word, [False, False]))
    elided = np.flatnonzero((folded.kinds == _JOIN) & (folded.letters == ord("'")))
    elided = elided[padded[elided + 1] & ~padded[elided + 2] & ~padded[elided - 1]]
    word[inside] = True
    word[elided] = True
    return word


def _number_types(
    letters: npt.NDArray[np.unsignedinteger], ends: npt.NDArray[np.integer]
) -> tuple[tuple[str, ...], Ints]:
    """Give every token the number of its type; types that differ by a hyphen only are one."""
    width = letters.dtype.itemsize
    if width == 2 and (not len(letters) or letters.max() < 0x100):
        letters, width = letters.astype(np.uint8), 1
    if len(ends) < _FEW:
        numbers: dict[str, int] = {}
        forms = _cut(letters.tobytes(), width, [0, *ends.tolist()])
        found = [numbers.setdefault(form.replace("-", ""), len(numbers)) for form in forms]
        return tuple(numbers), np.array(found, dtype=np.int32)
    return _number_many(letters, ends, width)


def _number_many(
    letters: npt.NDArray[np.unsignedinteger], ends: npt.NDArray[np.integer], width: int
) -> tuple[tuple[str, ...], Ints]:
    """Number the types of a long text: quicker with a library that takes as long to load as a short one takes."""
    import pyarrow as pa

    offsets = np.concatenate(([0], ends * width)).astype(np.int64 if len(letters) * width >= 2**31 else np.int32)
    kind = pa.large_binary() if offsets.dtype == np.int64 else pa.binary()
    buffers = [None, pa.py_buffer(offsets), pa.py_buffer(np.ascontiguousarray(letters))]
    coded = pa.Array.from_buffers(kind, len(ends), buffers).dictionary_encode()
    ids = coded.indices.to_numpy(zero_copy_only=False)
    types = _read_types(coded.dictionary, width, offsets.dtype)
    if any("-" in form for form in types):
        numbers = dict[str, int]()
        again = np.array([numbers.setdefault(form.replace("-", ""), len(numbers)) for form in types], dtype=np.int32)
        types, ids = list(numbers), again[ids]
    return tuple(types), ids.astype(np.int32, copy=False)


def _read_types(dictionary: Any, width: int, kind: np.dtype[Any]) -> list[str]:
    """Return the distinct tokens, decoded all at once."""
    if not len(dictionary):
        return []
    _, places, values = dictionary.buffers()
    edges = (np.frombuffer(places, kind)[dictionary.offset : dictionary.offset + len(dictionary) + 1] // width).tolist()
    return _cut(values.to_pybytes()[: edges[-1] * width], width, edges)


def _cut(letters: bytes, width: int, edges: Sequence[int]) -> list[str]:
    """Return the words that lie between the edges of letters, decoded all at once."""
    how = {1: "latin-1", 2: "utf-16-le", 4: "utf-32-le"}[width]
    text = letters.decode(how, "surrogatepass" if width > 1 else "strict")
    return [text[begin:end] for begin, end in pairwise(edges)]


def _find_gaps(
    folded: _Folded, word: npt.NDArray[np.bool_], begin: Ints, stop: Ints, titled: npt.NDArray[np.bool_]
) -> Levels:
    """Return for each token what separates it from the one before.

    A full stop before a small letter ends a sentence behind a word that is too long for an abbreviation; it is no
    pause behind letters that each have one (`i.p.v. de fiets`), nor behind a title (`dr. Jansen`).
    """
    gap = np.zeros(len(begin) + 1, dtype=np.uint8)
    signs = np.flatnonzero(folded.kinds > _WORD)
    signs = signs[~word[signs]]
    if not len(signs) or not len(begin):
        return gap[:-1]
    kinds = folded.kinds[signs]
    follower = np.searchsorted(begin, signs, side="right")
    capital = np.append(folded.upper[begin], True)[follower]
    nearby = np.append(word, True)[signs + 1]
    point = kinds == _POINT
    run = np.append(np.diff(signs) == 1, False) & point & np.append(point[1:], False)
    many = run | np.insert(run[:-1], 0, False)
    level = np.full(len(signs), SOFT, dtype=np.uint8)
    level[kinds == _PAUSE] = PAUSE
    level[kinds == _STOP] = STOP
    before = np.maximum(follower - 1, 0)
    single = (stop[before] == signs) & (stop[before] - begin[before] == 1)
    named = (single & nearby) | (titled[before] & (stop[before] == signs))  # `U.S.`, `dr. Jansen`
    ends = (capital & ~named) | (
        (stop[before] == signs) & (stop[before] - begin[before] >= _LONGER_THAN_ABBREVIATED) & ~nearby
    )
    earlier = np.maximum(begin[before] - 1, 0)
    dotted = single & (folded.kinds[earlier] == _POINT) & np.append(False, word)[earlier]  # `i.p.v. de fiets`
    level[point & ~many] = np.where(ends, STOP, np.where(nearby | dotted | named, SPACE, PAUSE))[point & ~many]
    hyphen = (kinds == _JOIN) & (folded.letters[signs] == ord("-"))
    level[hyphen] = PAUSE
    np.maximum.at(gap, follower, level)
    return gap[:-1]


class _Signs:
    """What every character of the first plane is: its plain letter, its kind, whether it is a capital.

    Worked out for a character when a text first holds it: all 65,536 of them take longer than a command should.
    """

    def __init__(self) -> None:
        self._letters = np.zeros(_PLANE, dtype=np.uint16)
        self._kinds = np.zeros(_PLANE, dtype=np.uint8)
        self._upper = np.zeros(_PLANE, dtype=np.bool_)
        self._ready = np.zeros(_PLANE, dtype=np.bool_)
        self._ready[-1] = True  # stands for every character of a higher plane
        for signs, kind in _KINDS_OF_SIGNS:
            places = [ord(sign) for sign in signs]
            self._kinds[places], self._ready[places] = kind, True
        for sign in _APOSTROPHES + _HYPHENS:
            self._letters[ord(sign)] = ord("'" if sign in _APOSTROPHES else "-")

    def read(
        self, codes: npt.NDArray[np.integer]
    ) -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.uint8], npt.NDArray[np.bool_]]:
        """Return letter, kind and capital of characters, given by their numbers."""
        known = self._ready.take(codes, mode="clip")
        if not known.all():
            for code in np.flatnonzero(np.bincount(codes[~known])).tolist():
                self._work_out(code)
        letters = self._letters.take(codes, mode="clip")
        return letters, self._kinds.take(codes, mode="clip"), self._upper.take(codes, mode="clip")

    def _work_out(self, code: int) -> None:
        letter = chr(code)
        if letter.isalnum() or unicodedata.category(letter)[0] == "M":
            plain = _plain(letter)
            self._letters[code] = ord(plain[0])
            self._kinds[code] = _WORD if len(plain) == 1 else _WIDEN
            self._upper[code] = letter.isupper() or letter.istitle() or letter.isdigit()
        self._ready[code] = True


_SIGNS = _Signs()
