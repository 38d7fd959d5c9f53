"""Several quotes in one cell of a list or a matrix, as people keep them: on lines, in a list, in quotation marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bp_qual.exchange.received import Passage
from bp_qual.lazy_patterns import lazy_pattern

_BULLET = lazy_pattern(r"[^\S\n]*(?:[-–—•●▪*·]|[0-9]{1,2}[.)])\s+")
_ITEMS = lazy_pattern(rf"\n(?={_BULLET.pattern})")
_NUMBER = lazy_pattern(r"\s\(?([0-9]{1,2})[.)]\s+")
_BLANK = lazy_pattern(r"\n\s*\n")
_QUOTED = lazy_pattern(r"[\"“„”«»]([^\"“„”«»]+)[\"“„”«»]")
_AROUND, _AND = " \t\n;,/|&+.", ("", "en", "and", "und")  # between quotes
_END = lazy_pattern(r"""[.!?…]["'”’»)\]]*$""")


def quotes_in_cell(passage: Passage) -> tuple[Passage, ...]:
    r"""Return the quotes in a cell that holds several, each as a passage of its own; none where it holds one.

    They stand apart by a blank line, by what is put before each line of a list, by quotation marks around each, or on
    lines that each end as a sentence does.

    Examples
    --------
    >>> cell = Passage("list.csv:2", '"We did." / "I stopped in May."', (0,))
    >>> [(part.where, part.quote) for part in quotes_in_cell(cell)]
    [('list.csv:2 (1)', 'We did.'), ('list.csv:2 (2)', 'I stopped in May.')]
    >>> quotes_in_cell(replace(cell, quote="It was always\ntoo much."))
    ()
    """
    return _passages(passage, _apart(passage.quote.strip()))


def lines_in_cell(passage: Passage) -> tuple[Passage, ...]:
    r"""Return the lines of a cell as passages; they are quotes where each of them is, else one that was wrapped.

    >>> [part.quote for part in lines_in_cell(Passage("list.csv:2", "It was always\ntoo much.", (0,)))]
    ['It was always', 'too much.']
    """
    return _passages(passage, passage.quote.splitlines())


def numbers_in_cell(passage: Passage) -> tuple[Passage, ...]:
    """Return what stands behind the numbers 1, 2, ... on one line as passages; quotes where each of them is found.

    >>> [part.quote for part in numbers_in_cell(Passage("list.csv:2", "1. We did. 2. I stopped in May.", (0,)))]
    ['We did.', 'I stopped in May.']
    >>> numbers_in_cell(Passage("list.csv:2", "In room 2. We did.", (0,)))
    ()
    """
    parts = _NUMBER.split(" " + passage.quote.strip())
    if parts[0].strip() or parts[1::2] != [str(n) for n in range(1, len(parts) // 2 + 1)]:
        return ()
    return _passages(passage, (part.strip(" \t\n;,/") for part in parts[2::2]))


def _passages(passage: Passage, parts: Iterable[str]) -> tuple[Passage, ...]:
    texts = [text for part in parts if (text := part[match.end() if (match := _BULLET.match(part)) else 0 :].strip())]
    texts = [text for text in texts if any(map(str.isalnum, text))]  # signs of what was left out say nothing
    if len(texts) < 2 or passage.source or passage.start >= 0 or passage.before or passage.after:
        return ()
    return tuple(
        replace(passage, where=f"{passage.where} ({n})", quote=text, memo=passage.memo if n == 1 else "")
        for n, text in enumerate(texts, start=1)
    )


def _apart(cell: str) -> list[str]:
    lines = [line for line in cell.splitlines() if line.strip()]
    if _BULLET.match(cell) and len(items := _ITEMS.split(cell)) > 1:
        return items
    if len(lines) > 1 and all(_END.search(line.rstrip()) for line in lines[:-1]):
        return lines
    if _QUOTED.search(cell) and all(part.strip(_AROUND) in _AND for part in _QUOTED.split(cell)[::2]):
        return _QUOTED.findall(cell)
    return _BLANK.split(cell)
