"""The colours of codes that have none in the codebook: given once and kept, so that no new code repaints another."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from bp_qual.codebook import Codebook
from bp_qual.errors import BpQualError
from bp_qual.files.atomic_writing import write_atomically
from bp_qual.files.safe_reading import read_bytes
from bp_qual.lazy_patterns import lazy_pattern

COLOURS = (
    "#1b6ca8", "#b3541e", "#2d7d46", "#8a3ffc", "#a4123f", "#00708c", "#7a5c00", "#5b4b8a", "#c2185b", "#33691e",
    "#455a64", "#9a3412",
)  # fmt: skip
FILE = ".colours.json"
_COLOUR = lazy_pattern(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


class CodeColours:
    """Which code has which colour in a study.

    Parameters
    ----------
    folder : Path
        The folder of the codings, where they are kept; what is kept there and cannot be read counts as nothing.

    Examples
    --------
    >>> from bp_qual.codebook import Code
    >>> colours = CodeColours(Path("no/such/folder"))
    >>> colours.take(Codebook("Demo", "1.0.0", "nl", (Code("a"),)))
    >>> colours.take(Codebook("Demo", "1.1.0", "nl", (Code("b"), Code("a"), Code("c", colour="#aabbcc"))))
    >>> [colours.of(code, "") for code in "ab"], colours.of("c", "#aabbcc")
    (['#1b6ca8', '#b3541e'], '#aabbcc')
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._given = _read(self._path)
        self._kept = dict(self._given)

    def take(self, codebook: Codebook) -> None:
        """Give each code that has none yet the colour that the fewest codes of the codebook have."""
        used = [self.of(code.id, code.colour) for code in codebook.codes]
        for code in codebook.codes:
            if not code.colour and code.id not in self._given:
                self._given[code.id] = min(COLOURS, key=used.count)
                used.append(self._given[code.id])

    def of(self, code: str, own: str) -> str:
        """Return the colour of a code: its own where the codebook has one."""
        return own or self._given.get(code, "")

    def keep(self) -> None:
        """Write what was given; where that cannot be, the colours are given anew another time, and nothing is lost."""
        if self._given == self._kept:
            return
        with suppress(BpQualError):
            write_atomically(self._path, json.dumps(self._given, indent=1, sort_keys=True).encode(), edited=True)
            self._kept = dict(self._given)


def _read(path: Path) -> dict[str, str]:
    try:
        kept = json.loads(read_bytes(path)) if path.is_file() else {}
    except (BpQualError, ValueError, RecursionError):
        return {}
    pairs = kept.items() if isinstance(kept, dict) else ()
    return {code: colour for code, colour in pairs if isinstance(colour, str) and _COLOUR.fullmatch(colour)}
