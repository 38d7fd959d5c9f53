"""Label names: the labels of a file as they are written, to find one at a place in its text, however many there are."""

from __future__ import annotations

from collections.abc import Iterable

from bp_qual.transcripts.speakers.labels import label_key


class LabelNames:
    """The labels of a file; of two that begin or end alike the longer one is found.

    >>> names = LabelNames(["Jan", "Jan Bos", "I"])
    >>> names.beginning("Jan Bos zei", 0), names.ending("zei Jan Bos"), names.beginning("Piet zei", 0)
    ('Jan Bos', 'Jan Bos', '')
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.written = frozenset(name for name in names if label_key(name) and name[0] != "(")
        self.by_case = {name.casefold(): name for name in sorted(self.written)}
        self._lengths = sorted({len(name) for name in self.written}, reverse=True)
        self._firsts = frozenset(name[0] for name in self.by_case)

    def __bool__(self) -> bool:
        return bool(self.written)

    def may_begin(self, text: str, start: int) -> bool:
        """Return whether the letter at a place is the first one of a label, in whatever case.

        >>> names = LabelNames(["Jan"])
        >>> names.may_begin("januari", 0), names.may_begin("Piet", 0)
        (True, False)
        """
        return text[start : start + 1].casefold()[:1] in self._firsts

    def beginning(self, text: str, start: int, *, glued: bool = False) -> str:
        """Return the label that a text has at a place, as the text has it, or ''; a word does not go on behind it.

        Parameters
        ----------
        text : str
            The text.
        start : int
            The place.
        glued : bool
            Let a word with a capital go on behind the label, which must be in its own case.

        Returns
        -------
        str
            In whatever case.

        Examples
        --------
        >>> names = LabelNames(["R"])
        >>> names.beginning("r; Nou", 0), names.beginning("RNou", 0), names.beginning("RNou", 0, glued=True)
        ('r', '', 'R')
        """
        for length in self._lengths:
            name, behind = text[start : start + length], text[start + length : start + length + 1]
            if glued and name in self.written and behind.isupper():
                return name
            if not glued and not behind.isalnum() and name.casefold() in self.by_case:
                return name
        return ""

    def ending(self, text: str) -> str:
        """Return the label that a text ends with, or ''."""
        return next((text[-length:] for length in self._lengths if text[-length:] in self.written), "")
