"""The titles before names, and what a title or a name says of a man or a woman: 'mevrouw Smit' is not Jan Smit."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bp_qual.lazy_patterns import lazy_pattern

TITLE = lazy_pattern(
    r"^(?:(?:de )?heer|meneer|mevrouw|mevr\.?|mw\.?|dhr\.?|mr\.?|mrs\.?|ms\.?|miss|dr\.?|drs\.?|ds\.?|prof\.?|dokter"
    r"|dominee|pastoor|zuster|juf|meester|tante|oom|ome|opa|oma|old mr|old|little|our|father|sister|auntie|aunt|uncle"
    r"|pastor|reverend|rev\.?|councillor|familie|fam\.?|nan|grandma|grandpa)\s+",
    re.IGNORECASE,
)
KIN = lazy_pattern(
    r"^(?:tante|oom|ome|opa|oma|zuster|juf|little|our|sister|auntie|aunt|uncle|nan|grandma|grandpa)\s", re.IGNORECASE
)
_WOMANS_TITLE = lazy_pattern(
    r"^(?:mevrouw|mevr\.?|mw\.?|mrs\.?|ms\.?|miss|zuster|juf|tante|oma|sister|auntie|aunt|nan|grandma)\s", re.IGNORECASE
)
_MANS_TITLE = lazy_pattern(
    r"^(?:(?:de )?heer|meneer|dhr\.?|mr\.?|old mr|meester|oom|ome|opa|uncle|father|pastoor|grandpa)\s", re.IGNORECASE
)
# Endings that first names of women have, and hardly any of men. ('a' has a few: Mustafa, Luca.)
_WOMANS_ENDING = lazy_pattern(r"(?:[^f]a|[tp]je|neke|ieke|ette|elle|line|ine|beth|lies|trud|ien)$")


def sex_of_title(form: str) -> str:
    """Return `f` or `m` where a title before a name says so, else nothing.

    >>> sex_of_title("mevrouw Smit"), sex_of_title("oom Henk"), sex_of_title("dr. Smit")
    ('f', 'm', '')
    """
    if _WOMANS_TITLE.match(form):
        return "f"
    return "m" if _MANS_TITLE.match(form) else ""


def sex_of_name(firsts: Iterable[str], lasts: Iterable[str]) -> str:
    """Return `f` where a first name ends as women's do or a surname is double, as of who married; else nothing.

    >>> sex_of_name(["geertje"], ["smit"]), sex_of_name(["jan"], ["smit"]), sex_of_name(["truus"], ["smit-bos"])
    ('f', '', 'f')
    """
    if any(_WOMANS_ENDING.search(first) for first in firsts):
        return "f"
    return "f" if any("-" in last for last in lasts) else ""
