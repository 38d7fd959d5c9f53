"""Simplemma's rules for unknown words, over its list in a file instead of one it unpacks at each start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from bp_qual.matching.languages.word_files import AS_WRITTEN, EntryTable

if TYPE_CHECKING:
    from simplemma import Lemmatizer


class WrittenList(Mapping[str, str]):
    """Simplemma's list of forms and lemmas, as it writes them.

    Parameters
    ----------
    folded : EntryTable
        The lemmas of each folded form, those marked that simplemma writes so.
    rest : EntryTable
        The rows of simplemma that folding changes.
    """

    def __init__(self, folded: EntryTable, rest: EntryTable) -> None:
        self._folded, self._rest = folded, rest

    def __getitem__(self, form: str) -> str:
        for table in (self._rest, self._folded):
            if lemmas := table.of(form).under(AS_WRITTEN):
                return lemmas[0]
        raise KeyError(form)

    def __iter__(self) -> Iterator[str]:
        for table in (self._rest, self._folded):
            yield from (form for form, entry in table.entries() if entry.under(AS_WRITTEN))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def get_dictionary(self, lang: str) -> Mapping[str, str]:  # noqa: ARG002
        """Return the list itself: simplemma asks whoever keeps its lists for that of a language."""
        return self


def make_lemmatizer(written: WrittenList) -> Lemmatizer:
    """Return simplemma's lemmatizer over a list."""
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=written))
