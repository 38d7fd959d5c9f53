"""Which spellings are a decided name in another form: with a possessive, in capitals, in small letters."""

from __future__ import annotations

from collections.abc import Iterable

from bp_qual.pseudonyms.decided_names import DecidedName, RowOfSheet
from bp_qual.pseudonyms.replacing import Replacer, as_typed


class CoveredSpellings:
    """Tells of a spelling without a row which name with rows it is a form of.

    Examples
    --------
    >>> from bp_qual.pseudonyms.name_rows import NameRow
    >>> covered = CoveredSpellings([NameRow("Sjoerd", "[naam 1]", True), NameRow("Van den Berg", "P01", True)])
    >>> [covered.base_of(form) for form in ("Sjoerds", "sjoerd", "van den Berg's", "Sjoerd", "Sjoerdje")]
    ['Sjoerd', 'Sjoerd', 'Van den Berg', '', '']
    >>> covered.is_replaced_with("Sjoerds"), covered.is_replaced_with("sjoerd")
    (True, False)
    """

    def __init__(self, rows: Iterable[RowOfSheet]) -> None:
        kinds = {row.spelling: row.kind for row in rows}
        small = {as_typed(spelling).casefold(): spelling for spelling in kinds}
        self._decided = kinds.keys()
        self._as_written = Replacer(DecidedName(name, name, kind) for name, kind in kinds.items())
        self._any_case = Replacer(DecidedName(form, name, kinds[name]) for form, name in small.items())

    def base_of(self, spelling: str) -> str:
        """Return the name that a spelling is a form of, '' where it has rows of its own, or is none."""
        if spelling in self._decided:
            return ""
        return _whole(self._as_written, spelling) or _whole(self._any_case, as_typed(spelling).casefold())

    def is_replaced_with(self, spelling: str) -> bool:
        """Return whether a spelling is replaced, or left, wherever that name is, without a row of its own."""
        return spelling not in self._decided and bool(_whole(self._as_written, spelling))


def _whole(replacer: Replacer, spelling: str) -> str:
    """Return the name that takes the whole of a spelling."""
    places = replacer.replace(spelling).places
    is_whole = len(places) == 1 and (places[0].old_start, places[0].old_end) == (0, len(spelling))
    return places[0].pseudonym if is_whole else ""
