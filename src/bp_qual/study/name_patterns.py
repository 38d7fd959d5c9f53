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

TIME_LIMIT = 3.0


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
            When ``{person}`` or ``{wave}`` is not in the pattern, or stands there twice.

        Examples
        --------
        >>> NamePattern.parse("{wave}").match("2010")
        Traceback (most recent call last):
        bp_qual.errors.StudyError: filename: '{wave}' must contain {person} and {wave} once each, ...
        """
        import regex

        names = re.findall(r"\{(\w+)\}", written)
        if names.count("person") != 1 or names.count("wave") != 1:
            raise StudyError(Problem("", "filename without both", {"written": written}))
        known = "|".join(re.escape(wave) for wave in sorted(map(composed, waves), key=lambda wave: -len(wave)))
        wave = known or r"[TtMmWw][-+−–]\d{1,2}|(?=\w*\d)[^\W_]+"  # T-1 is before T0
        parts = {"person": r"(?P<person>[^\W_][\w .+'’-]*?)", "wave": f"(?P<wave>{wave})"}
        pieces = re.split(r"(\{\w+\})", written)
        expression = "".join(parts.get(p[1:-1], r".+?") if p[:1] == "{" else re.escape(p) for p in pieces)
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
