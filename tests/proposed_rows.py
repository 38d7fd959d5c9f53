"""The rows of the interviews.csv that `init` proposed, as the house reads them."""

from __future__ import annotations

from pathlib import Path

from bp_qual.files.csv_tables import read_csv_table


def proposed_rows(folder: Path, data: bytes | None = None) -> list[dict[str, str]]:
    """Return the rows of interviews.csv in a folder, or of what would be written there."""
    return [dict(row) for _, row in read_csv_table(folder / "interviews.csv", needed=("file",), data=data).rows]
