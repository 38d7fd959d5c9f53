"""What is nested far deeper than any program writes it, which no library reads: no damage, and said as what it is."""

from __future__ import annotations

NESTED = "nested beyond reading"  # what can be wrong
_SAID = ("excessive depth", "maximum nesting depth")  # by libxml2 and libyaml


def is_too_deep(error: BaseException | None) -> bool:
    """Return whether a library, or what it met below, gave up because of depth: of JSON, XML or YAML.

    >>> import json
    >>> try:
    ...     json.loads("[" * 200_000)
    ... except RecursionError as error:
    ...     is_too_deep(error)
    True
    >>> is_too_deep(ValueError("no JSON"))
    False
    """
    while error is not None:
        if isinstance(error, RecursionError) or any(said in str(error).casefold() for said in _SAID):
            return True
        error = error.__cause__ or error.__context__
    return False
