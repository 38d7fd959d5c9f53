r"""JSON to values, without the halves of letters that it can name: ``\ud83d`` alone is no text that can be written.

Programs that count in UTF-16 cut a quote in the middle of an emoji, and write the half.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from bp_qual.lazy_patterns import lazy_pattern

_ESCAPE = lazy_pattern(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)
_HALVES = lazy_pattern("[\ud800-\udfff]")
_MAY_NAME = lazy_pattern(r"\\u[dD][89a-fA-F]")


def parse_json(text: str | bytes, *, of_pairs: Callable[[list[tuple[str, Any]]], Any] | None = None) -> Any:
    r"""Return what JSON says, with U+FFFD for each half of a letter; a whole one that is written as two stays.

    Parameters
    ----------
    text : str or bytes
        The JSON.
    of_pairs : callable, optional
        What makes something of the pairs of an object; a dict if not given.

    Returns
    -------
    object

    Raises
    ------
    ValueError, RecursionError
        Where it is no JSON, or too deep.

    Examples
    --------
    >>> parse_json(r'["een pan soep \ud83d", "\ud83d\ude00", "\\ud83d"]')
    ['een pan soep �', '😀', '\\ud83d']
    """
    said = text if isinstance(text, str) else text.decode(json.detect_encoding(text), "surrogatepass")
    if not said.isascii():
        said = _HALVES.sub("\ufffd", said)
    if _MAY_NAME.search(said):
        said = _ESCAPE.sub(lambda found: r"\ufffd" if found["half"] else found[0], said)
    return json.loads(said, object_pairs_hook=of_pairs)
