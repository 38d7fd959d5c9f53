"""Double names of which one half was replaced and the other stays: 'Schaap-Vos' that became 'P02-Vos'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bp_qual.display import show_name
from bp_qual.wording import Remark

_SHOWN = 10
_HYPHEN = "[-‐‑]"


def halves_that_stay(texts: Iterable[str], pseudonyms: Iterable[str]) -> tuple[Remark, ...]:
    """Return what is said of words with a capital that a hyphen joins to a pseudonym.

    Parameters
    ----------
    texts : iterable of str
        Texts of the new study, and the names of its files.
    pseudonyms : iterable of str
        What stands for names.

    Returns
    -------
    tuple of Remark
        One, or none.

    Examples
    --------
    >>> said = halves_that_stay(["P02-Vos, P02-P03, Jan-[name 1]."], ["P02", "P03", "[name 1]"])
    >>> [remark.values["words"] for remark in said]
    [['Jan-[name 1]', 'P02-Vos']]
    """
    written = sorted({name for name in pseudonyms if name}, key=len, reverse=True)
    if not written:
        return ()
    name = "|".join(map(re.escape, written))
    word = r"[^\W\d_][\w'’]+"
    before, behind = rf"(?:(?P<before>{word}){_HYPHEN})?", rf"(?:{_HYPHEN}(?P<behind>{word}))?"
    found = re.compile(rf"(?<![\w-]){before}(?:{name}){behind}(?!\w)")
    halves = sorted({half for text in texts for half in _halves(found, text, {*written})})
    return (Remark("halves stay", values={"words": [show_name(half) for half in halves[:_SHOWN]]}),) if halves else ()


def _halves(found: re.Pattern[str], text: str, pseudonyms: set[str]) -> Iterator[str]:
    for match in found.finditer(text):
        beside = [word for word in (match["before"], match["behind"]) if word]
        if any(word[0].isupper() and word not in pseudonyms for word in beside):
            yield match[0]
