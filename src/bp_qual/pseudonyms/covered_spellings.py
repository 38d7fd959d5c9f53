"""Which spellings are a decided name in another form: with a possessive, in capitals, in small letters."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from bp_qual.pseudonyms.decided_names import DecidedName, RowOfSheet
from bp_qual.pseudonyms.forms_of_spelling import as_typed
from bp_qual.pseudonyms.replacing import Replacer


class CoveredSpellings:
    """Tells of a spelling without a row which name with rows it is a form of.

    With an s and no apostrophe it is one only where the study shows a possessive: 'Hans' is not Han's, but Hans.

    Parameters
    ----------
    rows : iterable of RowOfSheet
        What was decided.
    possessives : collection of str
        The spellings with an s and no apostrophe that the study shows to be possessives.

    Examples
    --------
    >>> from bp_qual.pseudonyms.name_rows import NameRow
    >>> rows = [NameRow(name, "P01", True) for name in ("Sjoerd", "Van den Berg", "Han")]
    >>> covered = CoveredSpellings(rows, ["Sjoerds"])
    >>> [covered.base_of(form) for form in ("Sjoerds", "sjoerd", "van den Berg's", "Sjoerd", "Sjoerdje", "Hans")]
    ['Sjoerd', 'Sjoerd', 'Van den Berg', '', '', '']
    >>> covered.is_replaced_with("Sjoerds"), covered.is_replaced_with("sjoerd")
    (True, False)
    """

    def __init__(self, rows: Iterable[RowOfSheet], possessives: Collection[str] = ()) -> None:
        self._possessives = frozenset(possessives)
        kinds = {row.spelling: row.kind for row in rows}
        small = {as_typed(spelling).casefold(): spelling for spelling in kinds}
        self._decided = kinds.keys()
        self._as_written = Replacer(DecidedName(name, name, kind) for name, kind in kinds.items())
        self._any_case = Replacer(DecidedName(form, name, kinds[name]) for form, name in small.items())

    def base_of(self, spelling: str) -> str:
        """Return the name that a spelling is a form of, '' where it has rows of its own, or is none."""
        if spelling in self._decided or self.maybe_possessive_of(spelling):
            return ""
        return self._form_of(spelling)

    def is_replaced_with(self, spelling: str) -> bool:
        """Return whether a spelling is replaced, or left, wherever that name is, without a row of its own."""
        return bool(self.base_of(spelling)) and bool(_whole(self._as_written, spelling))

    def maybe_possessive_of(self, spelling: str) -> str:
        """Return the name that a spelling without rows is with an s, where nothing shows that it is no other name.

        >>> from bp_qual.pseudonyms.name_rows import NameRow
        >>> CoveredSpellings([NameRow("Han", "P01", True)]).maybe_possessive_of("Hans")
        'Han'
        """
        bare = without_possessive(spelling)
        known = self._decided | self._possessives
        if spelling in known or bare in known or bare[-1:] not in ("s", "S"):
            return ""
        name = self._form_of(bare)
        return name if name and self._form_of(bare[:-1]) == name else ""

    def _form_of(self, spelling: str) -> str:
        return _whole(self._as_written, spelling) or _whole(self._any_case, as_typed(spelling).casefold())


def without_possessive(spelling: str) -> str:
    """Return a spelling without an apostrophe, and an s behind it, at its end.

    >>> without_possessive("Hans's"), without_possessive("Hans'"), without_possessive("Hans")
    ('Hans', 'Hans', 'Hans')
    """
    return re.sub(r"(?<=\w)['’]s?\Z", "", spelling)


def _whole(replacer: Replacer, spelling: str) -> str:
    """Return the name that takes the whole of a spelling."""
    places = replacer.replace(spelling).places
    is_whole = len(places) == 1 and (places[0].old_start, places[0].old_end) == (0, len(spelling))
    return places[0].pseudonym if is_whole else ""
