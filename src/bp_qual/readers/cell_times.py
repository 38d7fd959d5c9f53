"""Times in a cell of a table: `00:01:05,5`, or a number of seconds."""

from __future__ import annotations

from bp_qual.lazy_patterns import lazy_pattern

STAMP = lazy_pattern(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?$")


def seconds(cell: str) -> float | None:
    """Return a time of day or a number of seconds; None for anything else.

    >>> seconds("00:01:05,5"), seconds("12"), seconds("soon")
    (65.5, 12.0, None)
    """
    cell = cell.strip()
    if match := STAMP.match(cell):
        hours, minutes, whole, part = match.groups()
        return int(hours or 0) * 3600 + int(minutes) * 60 + int(whole) + float(f"0.{part or 0}")
    try:
        seconds_alone = float(cell.replace(",", ".")[:40])
    except ValueError:
        return None
    return seconds_alone if abs(seconds_alone) < 1e9 else None
