"""The log of a project of Taguette: who did what, a line for each deed, with the ids of tags and highlights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bp_qual.exchange.sqlite_tables import Row, cell_number, cell_text
from bp_qual.files.json_text import parse_json

ONLY_USER = "admin"  # whom Taguette calls everybody on their own computer


@dataclass(frozen=True, slots=True)
class Logged:
    """One deed: of what kind, by whom and when, and what it was done with.

    >>> Logged("tag_add", "anna", "", {"tag_id": 3}).number("tag_id"), Logged("tag_add", "", "", {}).number("tag_id")
    (3, -1)
    """

    kind: str
    coder: str
    date: str
    said: Mapping[str, object]

    def number(self, name: str) -> int:
        """Return what is said under a name where that is a whole number, else -1."""
        value = self.said.get(name)
        return value if isinstance(value, int) else -1


def coder_of(login: str) -> str:
    """Return who a user of Taguette is; nobody who is named on somebody's own computer.

    >>> coder_of("anna"), coder_of("admin")
    ('anna', '')
    """
    return "" if login == ONLY_USER else login


def login_of(coder: str) -> str:
    """Return the user of Taguette that a coder is: not the one that everybody is there, whatever they are called.

    >>> login_of("anna"), login_of("admin"), coder_of(login_of("admin"))
    ('anna', 'Admin', 'Admin')
    """
    return coder.title() if coder == ONLY_USER else coder


def read_log(rows: Iterable[Row]) -> Iterator[Logged]:
    """Yield the lines of the log of a project, in their order; what is no deed is left out.

    >>> [*read_log([])]
    []
    """
    for row in sorted(rows, key=lambda row: cell_number(row, "id")):
        try:
            said = parse_json(cell_text(row, "payload"))
        except (ValueError, RecursionError):
            continue
        if isinstance(said, dict) and isinstance(said.get("type"), str):
            yield Logged(said["type"], coder_of(cell_text(row, "user_login")), cell_text(row, "date"), said)
