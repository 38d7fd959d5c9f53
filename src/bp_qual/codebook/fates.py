"""What became of the codes of the previous version: ``renamed``, ``merged`` and ``split`` in a codebook's file."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from bp_qual.display import shown
from bp_qual.files.yaml_text import Entries, Text, YamlReading
from bp_qual.wording import Remark


class FateReader:
    """Reads what became of the old codes, given the codes of the present version.

    >>> from bp_qual.files.yaml_text import parse_yaml
    >>> reading = parse_yaml("renamed: {oud: nieuw}", "book.yaml")
    >>> FateReader(reading, {"nieuw"}).read_single(reading.root, "renamed")
    {'oud': 'nieuw'}
    """

    def __init__(self, reading: YamlReading, ids: Collection[str]) -> None:
        self.reading = reading
        self.ids = ids

    def read_single(self, root: Entries, key: str) -> dict[str, str]:
        """Return the present code of each old code under ``renamed`` or ``merged``."""
        value = root.get(key)
        if value is None or (isinstance(value, Text) and not value):
            return {}
        inside = Remark("the key", values={"key": key})
        mapping = self.reading.mapping(value, inside)
        changes = {str(old): self.reading.text(mapping, old, inside) for old in mapping}
        for old, new in changes.items():
            self._check_new(mapping[old], new, key)
        self._check_old(mapping, key)
        return changes

    def read_split(self, root: Entries, key: str) -> dict[str, tuple[str, ...]]:
        """Return the present codes of each old code under ``split``."""
        value = root.get(key)
        if value is None or (isinstance(value, Text) and not value):
            return {}
        inside = Remark("the key", values={"key": key})
        mapping = self.reading.mapping(value, inside)
        changes = {}
        for old in mapping:
            parts = self.reading.texts(mapping, old, inside)
            for part in parts:
                self._check_new(part, str(part), key)
            changes[str(old)] = tuple(map(str, parts))
        return changes

    def _check_new(self, at: Any, new: str, key: str) -> None:
        if isinstance(at, Text) and new not in self.ids:
            guess = self.reading.guess(new, self.ids)
            self.reading.report(at, "leads nowhere", {"key": key, "code": shown(new), "guess": guess})

    def _check_old(self, mapping: Entries, key: str) -> None:
        for old in mapping:
            if key in ("renamed", "merged") and old in self.ids:
                self.reading.report(old, "still a code", {"key": key, "code": shown(old)})
