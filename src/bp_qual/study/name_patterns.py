"""Patterns for file names: how ``{person}_{wave}`` says whose interview a file is, and of which wave."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bp_qual.display import shown
from bp_qual.errors import Problem, StudyError
from bp_qual.files.as_written import composed
from bp_qual.lazy_patterns import lazy_pattern

TIME_LIMIT = 3.0
_FIELD = lazy_pattern(r"(\{\w+(?:[ -]\w+)*\})")  # {interviewer naam}
_BRACE = lazy_pattern(r"[{}]")
_TOUCHING = lazy_pattern(r"\{([\w -]+)\}(?=\{([\w -]+)\})")
_PERSON, _WAVE = "person", "wave"


@dataclass(slots=True)
class NamePattern:
    """A pattern for file names, with so many seconds for all names of a folder together.

    Several ``{names}`` without anything fixed between them can be tried in so many ways on a long name that no computer
    comes to an end.

    Examples
    --------
    >>> NamePattern.parse("{person}_{wave}").match("P01_2010")
    ('P01', '2010')
    """

    written: str
    expression: Any
    seconds_left: float = TIME_LIMIT

    @classmethod
    def parse(cls, written: str, waves: Iterable[str] = ()) -> NamePattern:
        """Return the pattern that is written as ``{person}_{wave}``; other ``{names}`` match anything.

        Raises
        ------
        StudyError
            When `fault_of_pattern` finds fault with it.

        Examples
        --------
        >>> NamePattern.parse("{wave}").match("2010")
        Traceback (most recent call last):
        bp_qual.errors.StudyError: filename: '{wave}' must contain {person} and {wave} once each, ...
        """
        import regex

        waves = tuple(waves)
        if fault := fault_of_pattern(written, waves):
            raise StudyError(Problem("", *fault))
        known = "|".join(re.escape(wave) for wave in sorted(map(composed, waves), key=lambda wave: -len(wave)))
        wave = known or r"[TtMmWw][-+−–]\d{1,2}|(?=\w*\d)[^\W_]+"  # T-1 is before T0
        parts = {"person": r"(?P<person>[^\W_][\w .+'’-]*?)", "wave": f"(?P<wave>{wave})"}
        pieces = _FIELD.split(written)  # every second one is a field
        expression = "".join(
            parts.get(piece[1:-1], r".+?") if place % 2 else re.escape(piece) for place, piece in enumerate(pieces)
        )
        return cls(written, regex.compile(expression))

    def match(self, name: str) -> tuple[str, str] | None:
        """Return the person and the wave that a file name says, without its ending.

        Raises
        ------
        StudyError
            When it takes too long.

        Examples
        --------
        >>> NamePattern.parse("{person}_{wave}").match("notes") is None
        True
        """
        start = time.perf_counter()
        try:
            found = self.expression.fullmatch(composed(name), timeout=max(self.seconds_left, 0.001))
        except TimeoutError as err:
            values = {"written": shown(self.written), "name": shown(name)}
            raise StudyError(Problem("", "filename too loose", values)) from err
        finally:
            self.seconds_left -= time.perf_counter() - start
        return (found["person"], found["wave"]) if found else None


def fault_of_pattern(written: str, waves: Iterable[str] = ()) -> tuple[str, dict[str, str]] | None:
    """Return what is wrong with a pattern, where something is: the kind of problem and its values.

    Both ``{person}`` and ``{wave}`` must be there once, every brace must belong to a field, and something must stand
    beside these two where nothing else says where they end.

    Examples
    --------
    >>> fault_of_pattern("{person}_{wave}")
    >>> fault_of_pattern("{person}_{wave}{")
    ('filename with a brace', {'written': '{person}_{wave}{', 'brace': '{'})
    >>> fault_of_pattern("{person}{wave}", ["2010", "2020"])
    >>> fault_of_pattern("{person}{wave}", ["1", "11"])
    ('filename without a border', {'written': '{person}{wave}', 'one': '{person}', 'other': '{wave}'})
    """
    said = {"written": shown(written)}
    if brace := _BRACE.search("".join(_FIELD.split(written)[::2])):
        return "filename with a brace", {**said, "brace": brace[0]}
    names = [field[1:-1] for field in _FIELD.findall(written)]
    if names.count(_PERSON) != 1 or names.count(_WAVE) != 1:
        return "filename without both", said
    for one, other in _TOUCHING.findall(written):
        if {one, other} & {_PERSON, _WAVE} and not _is_told_by_waves(one, other, tuple(map(composed, waves))):
            return "filename without a border", {**said, "one": f"{{{one}}}", "other": f"{{{other}}}"}
    return None


def _is_told_by_waves(one: str, other: str, waves: tuple[str, ...]) -> bool:
    """Return whether the names of the waves tell where one of two fields ends: no wave begins or ends as another."""
    if not waves or _WAVE not in (one, other):
        return False
    meets = str.startswith if one == _WAVE else str.endswith
    return not any(meets(wave, part) for wave in waves for part in waves if wave != part)
