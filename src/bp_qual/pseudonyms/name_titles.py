"""What a title or a name says of a man or a woman: 'mevrouw Smit' is not Jan Smit."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.name_sexes import sex_of_first_name
from bp_qual.transcripts.speakers.titles_before_names import TITLE

_KIN = lazy_pattern(
    r"^(?:tante|oom|ome|opa|oma|zuster|juf|little|our|old(?! mr)|sister|brother|auntie|aunt|uncle|nan|grandma|grandpa"
    r"|buurman|buurvrouw|collega|pater|broeder|broer|zus|neef|nicht|zwager|cousin|nurse|matron|coach|pastor|father)\s+",
    re.IGNORECASE,
)
_SAME = {
    "sgt": "sergeant",
    "huisarts": "dokter",
    "doctor": "dokter",
    "rabbijn": "rabbi",
    "ome": "oom",
    "auntie": "aunt",
}
_SAME |= dict.fromkeys(("juf", "mejuffrouw", "mej"), "juffrouw")
_OF_ANYBODY = frozenset(("little", "our", "old"))
_OFFICE = lazy_pattern(
    r"^(?:juffrouw|mejuffrouw|mej\.?|wethouder|burgemeester|huisarts|dokter|doctor|professor|notaris|rabbijn|rabbi|imam|kapelaan|cllr\.?|captain"
    r"|sergeant|sgt\.?|judge|inspector|constable|vicar|canon|sir|lady)\s+",
    re.IGNORECASE,
)
_BEFORE_FIRST_NAMES = lazy_pattern(
    r"^(?:juffrouw|meester|miss|pastoor|kapelaan|dominee|ds\.?|rabbijn|rabbi|imam|vicar|canon|reverend|rev\.?|sir|lady)\s",
    re.IGNORECASE,
)
_WOMANS_TITLE = lazy_pattern(
    r"^(?:mevrouw|mevr\.?|mw\.?|mrs\.?|ms\.?|miss|zuster|juf|juffrouw|mejuffrouw|mej\.?|buurvrouw|zus|nicht|matron"
    r"|tante|oma|sister|auntie|aunt|nan|grandma|frau|mme\.?)\s",
    re.IGNORECASE,
)
_MANS_TITLE = lazy_pattern(
    r"^(?:(?:de )?heer|meneer|dhr\.?|mr\.?|old mr|meester|oom|ome|opa|buurman|pater|broeder|broer|neef|zwager"
    r"|brother|uncle|father|pastoor|grandpa|herr)\s",
    re.IGNORECASE,
)
# Endings that first names of women have, and hardly any of men. ('a' has a few: Mustafa, Luca.)
_WOMANS_ENDING = lazy_pattern(r"(?:[^f]a|[tp]je|neke|ieke|ette|elle|line|ine|beth|lies|trud|ien)$")

_SMALL = lazy_pattern(r"(?:[tp]?je|ie|y)$")  # a diminutive: 'Pietje' beside 'Piet' is no woman


def title_before(form: str) -> tuple[str, bool]:
    """Return the titles that a form begins with, and whether a surname follows; behind 'tante' a first name does.

    >>> title_before("prof. dr. Smit"), title_before("buurman Harrie"), title_before("Jan Smit")
    (('prof. dr. ', True), ('buurman ', False), ('', False))
    """
    at, of_surname = 0, False
    while title := _KIN.match(form[at:]) or TITLE.match(form[at:]) or _OFFICE.match(form[at:]):
        of_surname = not _KIN.match(title[0])
        at += title.end()
    return form[:at], of_surname


def office_before(form: str) -> str:
    """Return the office, or the word for kin, that a form begins with: 'neef Jan' is not 'broer Jan'.

    >>> office_before("notaris Bos"), office_before("oom Henk"), office_before("our Tom"), office_before("mr Hall")
    ('notaris', 'oom', '', '')
    """
    title = title_before(form)[0]
    words = [word for word in title.casefold().split() if _KIN.match(f"{word} ") or _OFFICE.match(f"{word} ")]
    office = next((word.rstrip(".") for word in words if word not in _OF_ANYBODY), "")
    return _SAME.get(office, office)


def may_be_before_first_name(form: str) -> bool:
    """Return whether a form begins with a title of a surname that often stands before a first name too.

    >>> may_be_before_first_name("pastoor Glenn"), may_be_before_first_name("Mr James")
    (True, False)
    """
    return _BEFORE_FIRST_NAMES.match(form) is not None


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
