"""Regular expressions that are compiled when they are first used: most commands need few of the hundreds there are."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Pattern:
    """A regular expression that turns into a compiled one as soon as anything is asked of it."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        """Compile the expression; keep what was asked for here, so that the next time costs nothing."""
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value


def lazy_pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    r"""Return a regular expression that is compiled when it is first used.

    >>> year = lazy_pattern(r"\b(?:19|20)\d\d\b")
    >>> year.findall("Between 2010 and 2020.")
    ['2010', '2020']
    """
    return cast("re.Pattern[AnyStr]", _Pattern(source, flags))
