"""What a title or a name says of a man or a woman: 'mevrouw Smit' is not Jan Smit."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.name_sexes import sex_of_first_name

KIN = lazy_pattern(
    r"^(?:tante|oom|ome|opa|oma|zuster|juf|little|our|sister|auntie|aunt|uncle|nan|grandma|grandpa)\s", re.IGNORECASE
)
_WOMANS_TITLE = lazy_pattern(
    r"^(?:mevrouw|mevr\.?|mw\.?|mrs\.?|ms\.?|miss|zuster|juf|tante|oma|sister|auntie|aunt|nan|grandma|frau|mme\.?)\s",
    re.IGNORECASE,
)
_MANS_TITLE = lazy_pattern(
    r"^(?:(?:de )?heer|meneer|dhr\.?|mr\.?|old mr|meester|oom|ome|opa|uncle|father|pastoor|grandpa|herr)\s",
    re.IGNORECASE,
)
# Endings that first names of women have, and hardly any of men. ('a' has a few: Mustafa, Luca.)
_WOMANS_ENDING = lazy_pattern(r"(?:[^f]a|[tp]je|neke|ieke|ette|elle|line|ine|beth|lies|trud|ien)$")

_SMALL = lazy_pattern(r"(?:[tp]?je|ie|y)$")  # a diminutive: 'Pietje' beside 'Piet' is no woman


def sex_of_title(form: str) -> str:
    """Return `f` or `m` where a title before a name says so, else nothing.

    >>> sex_of_title("mevrouw Smit"), sex_of_title("oom Henk"), sex_of_title("dr. Smit")
    ('f', 'm', '')
    """
    if _WOMANS_TITLE.match(form):
        return "f"
    return "m" if _MANS_TITLE.match(form) else ""


def sex_of_name(firsts: Iterable[str], lasts: Iterable[str]) -> str:
    """Return whose the first names are as the lists have it; else `f` by a woman's ending or a double surname.

    >>> sex_of_name(["jan"], ["smit"]), sex_of_name(["geertje"], ["smit"]), sex_of_name(["robin"], ["smit-bos"])
    ('m', 'f', 'f')
    """
    names = set(firsts)
    listed = {sex_of_first_name(name) for name in names if _SMALL.sub("", name) not in names - {name}} - {""}
    if listed:
        return listed.pop() if len(listed) == 1 else ""
    if any(_WOMANS_ENDING.search(first) for first in names):
        return "f"
    return "f" if any("-" in last for last in lasts) else ""
