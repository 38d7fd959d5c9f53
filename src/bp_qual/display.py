"""How text from a transcript is shown: nothing hidden, nothing executable.

A transcript may hold anything: control characters that no Word file accepts, marks that turn the writing direction of
everything after them, HTML. Such characters are shown by name; escaping for HTML is added to that.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.windows import typed

_HIDDEN = lazy_pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]"
)

# What no program shows (Unicode: Default_Ignorable_Code_Point) and marks of notes between lines; folding drops them.
_UNSEEN_RANGES = (
    *((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F)),
    *((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF)),
    *((0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
)
UNSEEN_CODES = frozenset(code for first, last in _UNSEEN_RANGES for code in range(first, last + 1))
_UNSEEN = lazy_pattern("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _UNSEEN_RANGES) + "]")


def visible(text: str) -> str:
    r"""Return the text with every hidden or direction-changing character replaced by its code point.

    Line ends, tabs and all visible characters are kept.

    >>> visible("goed \u202etxt.exe")
    'goed ‹U+202E›txt.exe'
    """
    if text.isascii() and text.isprintable():  # nearly all, and far quicker to tell
        return text
    return _HIDDEN.sub(lambda match: f"‹U+{ord(match[0]):04X}›", text)


def without_unseen(text: str) -> str:
    r"""Return the text without soft hyphens, zero-width signs and marks of direction, which are in no word of talk.

    >>> without_unseen("ge\u00admeente\u200b")
    'gemeente'
    """
    return text if text.isascii() else _UNSEEN.sub("", text)


def escape(text: object) -> str:
    """Return the text as HTML that displays it and does nothing else.

    >>> escape("<script>alert(1)</script>")
    '&lt;script&gt;alert(1)&lt;/script&gt;'
    """
    return html.escape(visible(str(text)), quote=True)


def one_line(text: str) -> str:
    r"""Return the text on one line, with white space collapsed, for terminals and table cells.

    >>> one_line("we werken\n  samen")
    'we werken samen'
    """
    return visible(" ".join(text.split()))


def show_name(path: Path | str) -> str:
    r"""Return a path for printing, with line breaks and other invisible characters escaped.

    >>> show_name("P01\n2010.txt")
    'P01\\n2010.txt'
    """
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in str(path))


def in_shell(path: Path | str) -> str:
    """Return a path as it is typed in a terminal: between quotation marks where it holds a blank.

    >>> in_shell("out"), in_shell("my results")
    ('out', "'my results'")
    """
    return typed(str(path))


def skips(skip_unreadable: bool) -> str:
    """Return what stands behind a command that is advised, where this one goes on without files.

    >>> skips(True), skips(False)
    (' --skip-unreadable', '')
    """
    return " --skip-unreadable" if skip_unreadable else ""


def shown(text: str, most: int = 60) -> str:
    """Return part of a user's file, shortened and cleaned for use in a message.

    >>> shown("a" * 100, 5)
    'aaaa…'
    """
    clean = "".join(char if char.isprintable() else " " for char in text)
    return clean if len(clean) <= most else clean[: most - 1] + "…"


def word_property(text: str) -> str:
    """Return a text as a property of a Word file, which holds no more than 255 characters.

    >>> word_property("Our street"), len(word_property("a" * 300))
    ('Our street', 255)
    """
    return shown(visible(text), 255)


def in_columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows of cells as lines with aligned columns; a column without a sign takes no room.

    >>> in_columns([("code", "", "n"), ("money", "", "12")])
    ['code   n', 'money  12']
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True) if w).rstrip() for row in rows]


def first_few(names: Sequence[str], most: int = 5) -> str:
    """Return the first names of a list, and how many more there are.

    >>> first_few(["a.txt", "b.txt", "c.txt"], most=2)
    'a.txt, b.txt, + 1'
    """
    more = [f"+ {len(names) - most}"] if len(names) > most else []
    return ", ".join([*names[:most], *more])


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known name that was probably meant by a word, whatever their capitals; empty where none was.

    It is a slip of the pen away: one letter that is missing, too many, another or swapped, in longer words more; or it
    is the beginning of the word, or the word that of it. The word itself is no answer, nor is a name that differs in
    its numbers only (another year or person is no slip), nor one that begins otherwise and differs in more than a
    letter (*ongezond* is not what was meant by *gezond*).

    Parameters
    ----------
    word : str
        What was written.
    known : iterable of str
        What could have been meant.

    Returns
    -------
    str

    Examples
    --------
    >>> nearest("inclde", ["include", "exclude"]), nearest("P01_2010.txt", ["P01_2010.txt", "P02_2010.txt"])
    ('include', '')
    >>> nearest("ouder", ["moeder"]), nearest("zorg", ["zorgen", "borg"])
    ('', 'borg')
    """
    said = word.casefold()[:100]
    near = [
        (slips, sorted(name.casefold()) != sorted(word.casefold()), place, name)
        for place, name in enumerate(known)
        if name != word and not _other_number(name, word) and (slips := _slips(said, name.casefold()[:100])) is not None
    ]
    return min(near)[-1] if near else ""


def _slips(word: str, name: str) -> int | None:
    """Return how many slips of the pen two names are apart; None where more than anybody makes."""
    shorter, longer = sorted((word, name), key=len)
    most = 1 if len(longer) < 6 else max(2, len(longer) // 5)
    begins = len(shorter) > 2 and longer.startswith(shorter) and len(shorter) > 0.4 * len(longer)
    if len(longer) - len(shorter) > most and not begins:
        return None
    slips = _edits(word, name)
    if begins:
        return slips
    if slips > most or not shorter or (slips > 1 and word[0] != name[0]):
        return None
    return None if len(longer) < 4 and len(longer) == len(shorter) and sorted(word) != sorted(name) else slips


def _edits(word: str, name: str) -> int:
    """Return how many letters must be put in, taken out, replaced or swapped with the next to make one of the other."""
    before, row = list[int](), list(range(len(name) + 1))
    for at, letter in enumerate(word, start=1):
        two_before, before, row = before, row, [at]
        for place, other in enumerate(name, start=1):
            least = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != other))
            if at > 1 and place > 1 and letter == name[place - 2] and word[at - 2] == other:
                least = min(least, two_before[place - 2] + 1)
            row.append(least)
    return row[-1]


def _other_number(first: str, second: str) -> bool:
    """Return whether two names are the same but for a number in them."""
    numbers, others = ([int(number[:99]) for number in re.findall(r"\d+", name)] for name in (first, second))
    return (
        bool(numbers)
        and numbers != others
        and re.sub(r"\d+", "", first.casefold()) == re.sub(r"\d+", "", second.casefold())
    )
