"""What became of the codes of the version before: ``renamed``, ``merged`` and ``split`` in a codebook's file."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from bp_qual.display import shown
from bp_qual.files.yaml_text import Entries, Text, YamlReading


class Fate:
    """The one reader of what became of the old codes; it knows which codes there are now.

    >>> from bp_qual.files.yaml_text import parse_yaml
    >>> reading = parse_yaml("renamed: {oud: nieuw}", "book.yaml")
    >>> Fate(reading, {"nieuw"}).one(reading.root, "renamed")
    {'oud': 'nieuw'}
    """

    def __init__(self, reading: YamlReading, ids: Collection[str]) -> None:
        self.reading = reading
        self.ids = ids

    def one(self, root: Entries, key: str) -> dict[str, str]:
        """Return under ``renamed`` or ``merged`` which code each old one is now."""
        value = root.get(key)
        if value is None or (isinstance(value, Text) and not value):
            return {}
        mapping = self.reading.mapping(value, f"'{key}'")
        changes = {str(old): self.reading.text(mapping, old, f"'{key}'") for old in mapping}
        for old, new in changes.items():
            self._check_new(mapping[old], new, key)
        self._check_old(mapping, key)
        return changes

    def several(self, root: Entries, key: str) -> dict[str, tuple[str, ...]]:
        """Return under ``split`` which codes each old one is now."""
        value = root.get(key)
        if value is None or (isinstance(value, Text) and not value):
            return {}
        mapping = self.reading.mapping(value, f"'{key}'")
        changes = {}
        for old in mapping:
            new = self.reading.texts(mapping, old, f"'{key}'")
            for each in new:
                self._check_new(each, str(each), key)
            changes[str(old)] = tuple(str(each) for each in new)
        return changes

    def _check_new(self, at: Any, new: str, key: str) -> None:
        if isinstance(at, Text) and new not in self.ids:
            what = f"'{key}' leads to '{shown(new)}', which is no code of this version."
            self.reading.report(at, what, self.reading.guess(new, self.ids))

    def _check_old(self, mapping: Entries, key: str) -> None:
        for old in mapping:
            if key in ("renamed", "merged") and old in self.ids:
                what = f"'{key}' says that '{shown(old)}' is gone, but it is still a code of this version."
                self.reading.report(old, what, "Write {old: new}: on the left what it was called before.")
