"""Places in a sheet that people edit: `start` and `end` as spreadsheets and statistics programs write whole numbers."""

from __future__ import annotations

from bp_qual.lazy_patterns import lazy_pattern

_THOUSANDS = lazy_pattern(r"([0-9]{1,3})([.,'’])([0-9]{3}(?:\2[0-9]{3})*)(?:(?!\2)[.,]0+)?")
_WHOLE = lazy_pattern(r"([0-9]{1,12})(?:[.,]0*)?")


def read_place(cell: str) -> int | None:
    """Return the place in a cell, however a program wrote the number; None where it is no whole number.

    Three digits behind a sign are thousands: no place is a part of a letter.

    >>> [read_place(cell) for cell in ("1392", "1392.0", "1392,00", "1,392", "1.392", "1 392", "1.39")]
    [1392, 1392, 1392, 1392, 1392, 1392, None]
    """
    bare = "".join(cell.split())
    if parts := _THOUSANDS.fullmatch(bare):
        return int(parts[1] + "".join(filter(str.isdigit, parts[3])))
    whole = _WHOLE.fullmatch(bare)
    return int(whole[1]) if whole else None
