"""Bytes to text: UTF-8, UTF-16, a named encoding, or Windows-1252 where nothing speaks against it.

A guess is never silent, and what would spoil words is refused: one bad byte does not turn a whole file into another
encoding, and a file of an old DOS or Macintosh program is not read as if Windows had written it.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import islice

from bp_qual.errors import BpQualWarning, Problem, TranscriptError, warn_caller
from bp_qual.files.windows_signs import as_windows_letters, note_windows_letters
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording.remarks import Remark

_LINE_ENDS = lazy_pattern("\r\n?")
_BREAKS = lazy_pattern("\r\n?|[\v\f\x85\u2028\u2029]")
BREAKING = tuple("\r\v\f\x85\u2028\u2029")
_CONTROLS = lazy_pattern("[\x00-\x08\x0e-\x1f\x7f\ufeff\ud800-\udfff]")
_OF_NO_TEXT = lazy_pattern("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")  # a mark of byte order takes no letter away
_LEFT_OUT: ContextVar[list[str] | None] = ContextVar("left_out", default=None)
_HIGH = lazy_pattern(rb"[\x80-\xff]")
_OTHERS = {"cp850": "DOS", "mac_roman": "Macintosh"}
_LETTERS = frozenset("àáâãäåæçèéêëìíîïñòóôöøùúûüýÿßœÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜŒ")
_SIGNS = frozenset("’‘“”–—…€•«»§°´\u00a0\u00ad¿¡½¼¾²³·©®")
_ABOVE = bytes(range(0x80, 0x100))
_UNUSED = frozenset((0x81, 0x8D, 0x8F, 0x90, 0x9D))  # bytes that Windows-1252 does not have
_OF_PROGRAMS = frozenset({"charmap", "idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})
_PLAIN = rb"[A-Za-z0-9 .,:;!?'\"()\n\r-]"  # what makes up most of any text in European letters
_WIDE = lazy_pattern(rb"(?:%b\0){3}" % _PLAIN)  # a stretch of UTF-16, whichever byte comes first
_NARROW = lazy_pattern(rb"%b{6}" % _PLAIN)  # a stretch of one byte a letter, in UTF-16 of European letters
_LONG_NARROW = lazy_pattern(rb"%b{14}" % _PLAIN)  # in UTF-16 of Chinese, of which letters may have two such bytes
_EUROPEAN = 0.4  # of the bytes of UTF-16 are zero
_SWAPPED = lazy_pattern(f"[{''.join(chr(letter << 8) for letter in b'abcdefghijklmnopqrstuvwxyz ,.:')}]{{7}}")
_LOST = "\ufffd"
_AROUND = 12  # letters before and behind one that is in doubt, as a note on a cell quotes them
_SAMPLE = 20_000  # bytes above ASCII that tell an older encoding


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, the encoding that gave it, and a sentence where that was not plain UTF-8.

    >>> Decoded("Ja.", "utf-8").notes
    ()
    """

    text: str
    encoding: str
    notes: tuple[Remark, ...] = ()


def decode_text(data: bytes, *, where: str = "", encoding: str = "", is_table: bool = False) -> Decoded:
    r"""Return the canonical text of bytes: LF line ends, no byte order mark, no control characters.

    UTF-8 (with or without a mark) and UTF-16 (with a mark) are read as they are. In a UTF-8 file a few bytes of
    Windows-1252, pasted from elsewhere, are read as such and reported with their place. A file without any UTF-8 is
    read as Windows-1252, with a note, unless its accents say that an older program wrote it: then it is refused
    with the encoding to name. Nothing else is changed: accents stay composed or not, as they were written.

    Parameters
    ----------
    data : bytes
        The file.
    where : str
        Its name, for messages.
    encoding : str
        The encoding that the study names, if any.
    is_table : bool
        Whether lines are rows: line breaks of other kinds (a vertical tab, U+2028) then stay, for they are in a cell.

    Returns
    -------
    Decoded
        The text, the encoding, and a note.

    Examples
    --------
    >>> decoded = decode_text("caf\u00e9\r\n".encode("cp1252"), where="a.txt")
    >>> decoded.text, decoded.encoding
    ('café\n', 'cp1252')
    >>> print(*decoded.notes)
    Read as Windows-1252, because it is not UTF-8. Look at its accents.
    >>> print(*decode_text("één ’t".encode() + b" \x92s", where="a.txt").notes)
    1 byte is not UTF-8 and was read as Windows-1252 (0x92 at byte 11, line 1: '’'). Look at it, and save the file ...
    """
    whole = decode_whole(data, where=where, encoding=encoding)
    used, notes = whole.encoding, whole.notes
    text = whole.text.removeprefix("\ufeff").replace("\r\n", "\n")
    if any(sign in text for sign in BREAKING):
        text = (_LINE_ENDS if is_table else _BREAKS).sub("\n", text)
    clean = text if _is_clean(text) else _CONTROLS.sub("", text)
    if len(clean) < len(text):
        notes = (*notes, _note_controls(text, len(text) - len(clean)))
    return Decoded(clean, used, notes)


def decode_whole(data: bytes, *, where: str = "", encoding: str = "") -> Decoded:
    r"""Return the text of bytes with every sign and line end that is in them, for offsets that count those.

    Parameters
    ----------
    data, where, encoding : bytes, str and str
        As of `decode_text`.

    Returns
    -------
    Decoded

    Examples
    --------
    >>> decode_whole("caf\u00e9\r\n".encode("cp1252")).text
    'café\r\n'
    """
    raw, used, notes = _decode(data, where, encoding)
    return Decoded(as_windows_letters(raw), used, (*notes, *note_windows_letters(raw)))


def _note_controls(text: str, n: int) -> Remark:
    """Return the note on control characters that were left out of a text, with the first of them."""
    first = _CONTROLS.search(text)
    at, sign = (first.start(), first[0]) if first else (0, "")
    values = {"n": n, "line": text.count("\n", 0, at) + 1, "sign": f"U+{ord(sign):04X}" if sign else ""}
    return Remark("control characters", values=values)


def warn_of_bytes(where: str, notes: Iterable[Remark]) -> None:
    """Warn of what was doubtful in the bytes of a file whose notes nobody keeps.

    Parameters
    ----------
    where : str
        What messages call the file.
    notes : iterable of Remark
        Of `Decoded`, or of what was read with it.

    Examples
    --------
    >>> warn_of_bytes("list.csv", ())
    """
    for note in notes:
        warn_caller(BpQualWarning(Remark("in file", values={"file": where, "note": note})))


def decode_warning(data: bytes, *, where: str) -> str:
    r"""Return the canonical text of a file that is no interview, and warn of what `decode_text` notes of it.

    Parameters
    ----------
    data : bytes
        The file.
    where : str
        Its name, for messages.

    Returns
    -------
    str

    Examples
    --------
    >>> decode_warning("caf\u00e9\r\n".encode(), where="a.dic")
    'café\n'
    """
    decoded = decode_text(data, where=where)
    warn_of_bytes(where, decoded.notes)
    return decoded.text


def clean_text(text: str) -> str:
    r"""Return text with LF line ends and without byte order marks, control characters and lone surrogates.

    >>> clean_text("one\r\ntwo\x00\rthree")
    'one\ntwo\nthree'
    """
    if text.isprintable():
        return text
    whole = _BREAKS.sub("\n", text)
    clean = _CONTROLS.sub("", whole)
    if len(clean) < len(whole) and (left_out := _LEFT_OUT.get()) is not None:
        left_out.append(whole)
    return clean


@contextmanager
def noting_controls() -> Iterator[list[Remark]]:
    r"""Give a list that has a note at the end where `clean_text` left out control characters, with the first of them.

    They are written as escapes (`\u0007` in JSON, `&#7;` in a page), so that no byte of the file tells of them.

    >>> with noting_controls() as notes:
    ...     said = clean_text("samen\x07werken")
    >>> said, str(notes[0])
    ('samenwerken', "Control characters were left out (the first: U+0007, in 'samenwerken'). Look at that place.")
    """
    notes, left_out = list[Remark](), list[str]()
    token = _LEFT_OUT.set(left_out)
    try:
        yield notes
    finally:
        _LEFT_OUT.reset(token)
        found = ((text, first) for text in left_out if (first := _OF_NO_TEXT.search(text)))
        if pair := next(found, None):
            text, first = pair
            around = text[max(0, first.start() - 2 * _AROUND) : first.end() + 2 * _AROUND]
            values = {"sign": f"U+{ord(first[0]):04X}", "begin": " ".join(_CONTROLS.sub("", around).split())}
            notes.append(Remark("control escapes", values=values))


def _is_clean(text: str) -> bool:
    """Whether a text has nothing in it but what is seen, blanks, tabs and line ends; true far quicker than a search."""
    return text.isascii() and text.replace("\n", "").replace("\t", "").isprintable()


def _decode(data: bytes, where: str, encoding: str) -> tuple[str, str, tuple[Remark, ...]]:
    if not encoding and data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        encoding = "utf-32"
    elif not encoding and data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    if encoding:
        text = _decode_as(data, where, encoding)
        _refuse_mixed(data, text, encoding, where)
        return text, encoding, ()
    if data[:4096].count(0) * 4 > len(data[:4096]):
        raise TranscriptError(Problem(where, "not text"))
    _refuse_mixed(data, "", "utf-8", where)
    try:
        return data.decode("utf-8-sig"), "utf-8", ()
    except UnicodeDecodeError:
        pass
    text, bad = _decode_mixed(data)
    if _is_mixed(data, bad):
        return text, "utf-8", (_note_bad(data, bad, where),)
    _refuse_older(data, where)
    text = _decode_as(data, where, "cp1252")
    return text, "cp1252", (Remark("windows 1252"),)


def _refuse_mixed(data: bytes, text: str, encoding: str, where: str) -> None:
    """Raise where a part of a file is in another encoding than the rest: pasted behind it, or under a wrong mark."""
    is_wide = codecs.lookup(encoding).name.startswith(("utf-16", "utf-32"))
    if not is_wide and b"\0" not in data:  # by far the usual case
        return
    narrow = _NARROW if data.count(0) > _EUROPEAN * len(data) else _LONG_NARROW
    found = (narrow if is_wide else _WIDE).search(data)
    swapped = _SWAPPED.search(text) if is_wide else None
    if found or swapped:
        before = data[: found.start()].count(b"\n") if found else text.count("\n", 0, swapped.start() if swapped else 0)
        raise TranscriptError(Problem(where, "two encodings", {"encoding": encoding, "line": before + 1}))


def _decode_as(data: bytes, where: str, encoding: str) -> str:
    try:
        if codecs.lookup(encoding).name in _OF_PROGRAMS:  # no file is in these; they would change what was said
            raise LookupError(encoding)
        return data.decode(encoding)
    except UnicodeDecodeError as err:
        either = Remark("either encoding") if encoding == "cp1252" else Remark("as written", values={"text": encoding})
        byte = f"{data[err.start] if err.start < len(data) else 0:#04x}"
        line = data.count(b"\n", 0, err.start) + 1
        values = {"encoding": either, "byte": byte, "at": err.start, "line": line}
        raise TranscriptError(Problem(where, "wrong encoding", values)) from err
    except (LookupError, UnicodeError, ValueError) as err:
        raise TranscriptError(Problem(where, "unknown encoding", {"encoding": encoding[:40]})) from err


def _decode_mixed(data: bytes) -> tuple[str, list[int]]:
    """Return the text of UTF-8 with bytes of Windows-1252 in it, and the places of those bytes."""
    bad = list[int]()

    def take_over(err: UnicodeError) -> tuple[str, int]:
        if not isinstance(err, UnicodeDecodeError):
            raise err
        bad.append(err.start)
        byte = err.object[err.start : err.start + 1]
        return byte.decode("latin-1" if byte[0] in _UNUSED else "cp1252"), err.start + 1

    codecs.register_error("bp_qual.cp1252", take_over)
    return data.decode("utf-8-sig", "bp_qual.cp1252"), bad


def _is_mixed(data: bytes, bad: list[int]) -> bool:
    """Return whether some letters above ASCII are UTF-8, beside those at these places, which are not."""
    return len(data) - len(data.translate(None, _ABOVE)) > len(bad)


def decode_with_windows_bytes(data: bytes) -> str | None:
    r"""Return the whole text of UTF-8 with bytes of Windows-1252 in it; None where it is all of one encoding.

    >>> decode_with_windows_bytes(b"Ren\xc3\xa9, Andr\xe9"), decode_with_windows_bytes(b"Andr\xe9")
    ('René, André', None)
    """
    text, bad = _decode_mixed(data)
    return text if bad and _is_mixed(data, bad) else None


def decode_cell(data: bytes) -> Decoded:
    r"""Return the text of a cell of a database, which ought to be UTF-8, with every sign that is in it.

    Bytes that are not UTF-8 are read as Windows-1252, as in a text file; what is nothing there either is lost
    (U+FFFD). The notes quote where the first of each stands.

    >>> decode_cell("café".encode()).notes
    ()
    >>> cell = decode_cell(b"In het caf\xe9, \x81 keer.")
    >>> ascii(cell.text)
    "'In het caf\\xe9, \\ufffd keer.'"
    >>> print(*cell.notes, sep="\n")
    'In het café, ‹U+FFFD› keer.' is not all UTF-8, and was read as Windows-1252
    letters of 'n het café, ‹U+FFFD› keer.' are in no encoding, and are lost
    """
    if data.isascii():
        return Decoded(data.decode("ascii"), "utf-8")
    mark = "\ufeff" if data.startswith(codecs.BOM_UTF8) else ""
    text, bad = _decode_mixed(data)
    read, skip = as_windows_letters(text), len(mark.encode())
    changed = [place for place, sign in enumerate(read) if sign != text[place]] if read != text else []
    lost = next((place for place in changed if read[place] == _LOST), None)
    first = next((offset + skip for offset in bad if data[offset + skip] not in _UNUSED), None)
    taken = [] if first is None else [len(_decode_mixed(data[:first])[0])]
    taken += [place for place in changed if read[place] != _LOST][:1]
    places = {"cell as windows": min(taken, default=None), "cell lost": lost}
    notes = [
        Remark(kind, values={"around": read[max(0, place - _AROUND) : place + _AROUND]})
        for kind, place in places.items()
        if place is not None
    ]
    return Decoded(mark + read, "utf-8", tuple(notes))


def _note_bad(data: bytes, bad: list[int], where: str) -> Remark:
    """Return the note on bytes that are not UTF-8; bytes that are nothing in Windows-1252 either are refused."""
    shift = 3 if data.startswith(codecs.BOM_UTF8) else 0
    nothing = next((offset for offset in bad if data[offset + shift] in _UNUSED), None)
    first = bad[0] + shift if nothing is None else nothing + shift
    line = data.count(10, 0, first) + 1
    if nothing is not None:
        kind = "byte of no encoding" if len(bad) == 1 else "bytes of no encoding"
        where_in_it = {"n": len(bad), "byte": f"{data[first]:#04x}", "at": first, "line": line}
        raise TranscriptError(Problem(where, kind, where_in_it))
    letter = data[first : first + 1].decode("cp1252")
    values = {"n": len(bad), "byte": f"{data[first]:#04x}", "at": first, "line": line, "letter": letter}
    return Remark("byte not utf-8" if len(bad) == 1 else "bytes not utf-8", values=values)


def _refuse_older(data: bytes, where: str) -> None:
    """Raise where the accents of a file make words in an older encoding and none in Windows-1252."""
    marks = [match.start() for match in islice(_HIGH.finditer(data), _SAMPLE)]
    scores = {name: _likely(data, marks, name) for name in ("cp1252", *_OTHERS)}
    better = sorted(
        (name for name in _OTHERS if scores[name] > 2 * max(0.0, scores["cp1252"])),
        key=lambda name: scores[name],
        reverse=True,
    )
    if not better:
        return
    words = [
        Remark(
            "word so encoded",
            values={"encoding": name, "system": _OTHERS[name], "word": _first_word(data, marks, name)},
        )
        for name in better
    ]
    raise TranscriptError(Problem(where, "older encoding", {"words": words, "encoding": better[0]}))


def _first_word(data: bytes, marks: list[int], encoding: str) -> str:
    """Return the first word with a letter above ASCII."""
    first = next(
        (offset for offset in marks if data[offset : offset + 1].decode(encoding, "replace") in _LETTERS), marks[0]
    )
    start = max(data.rfind(blank, 0, first) for blank in (b" ", b"\n", b"\t")) + 1
    ends = [end for blank in (b" ", b"\n", b"\t", b"\r") if (end := data.find(blank, first)) >= 0]
    return data[start : min(ends, default=len(data))].decode(encoding, "replace").strip(".,;:!?")[:40]


def _likely(data: bytes, marks: list[int], encoding: str) -> float:
    """Return how many bytes above ASCII make letters of western European words in an encoding, less what makes none."""
    score = 0.0
    for offset in marks:
        letter = data[offset : offset + 1].decode(encoding, "replace")
        before, behind = data[max(0, offset - 1) : offset].isalpha(), data[offset + 1 : offset + 2].isalpha()
        if letter in _LETTERS:
            score += 1.0 if letter.islower() else 0.25
        elif (letter in "‘“«¿¡" and not before) or letter in "’" or (letter in _SIGNS and not behind):
            score += 0.75
        elif letter not in _SIGNS or before:
            score -= 1
    return score
