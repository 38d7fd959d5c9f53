"""Names that sayings are made with and that name nobody: 'Jan Modaal', 'happy as Larry', 'Bob's your uncle'."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bp_qual.lazy_patterns import lazy_pattern

_SAYINGS: Mapping[str, tuple[str, ...]] = {
    "nl": (
        "jan modaal", "jan publiek", "jan lul", "jan rap", "jan met de pet", "jan en alleman", "jan splinter",
        "jan klaassen", "jan boerenfluitjes", "jan doedel", "jantje[ -]van[ -]leiden",
        "jantje lacht", "jantje huilt", "jantje beton", "piet snot", "zwarte piet(?:en)?", "pietje precies",
        "pietje bell", "brave hendrik", "klaas vaak", "jut en jul", "joost mag het weten", "hans en grietje",
        "vrouw holle", "vrolijke frans", "houten klaas", "klaar is kees",
        "sjaak afhaak", "thomas vaer", "dolle mina",
        "hein met de zeis", "magere hein", "jan soldaat",
        "heintje davids", "vadertje drees", "moeder teresa",
    ),
    "en": (
        "joe bloggs", "joe public", "joe soap", "joe average", "average joe", "tom,? dick and harry", "jack the lad",
        "jack[ -]of[ -]all[ -]trades", "jack frost", "jack robinson", "jack sprat", "jack shit",
        "peeping tom", "plain jane", "billy no[ -]mates", "bob'?s your uncle", "jekyll and hyde",
        "uncle sam", "father christmas", "santa claus", "father time", "mother nature", "old bill",
        "murphy's law", "hobson's choice", "gordon bennett", "john doe", "jane doe", "heath robinson",
        "mickey mouse", "robin hood", "robin redbreasts?", "good samaritan", "doubting thomas", "nosy parker",
        "nosey parker", "smart alec", "hooray henry", "happy as larry", "sweet fanny adams",
        "debbie downer", "negative nancy", "nervous nellie", "chatty cathy", "rosie the riveter", "jim crow",
        "punch and judy", "bonnie and clyde", "romeo and juliet", "adam and eve", "cain and abel", "pat on the back",
        "humpty dumpty", "jolly roger", "johnny[ -]come[ -]lately",
        "johnny foreigner", "even stevens?", "steady eddie", "flash harry", "alf garnett",
        "taking the mickey", "take the mickey", "took the mickey", "taking the michael",
        "for pete'?s sake", "the real mccoy", "hail mary", "ave maria",
    ),
}  # fmt: skip
_PATTERNS = {
    language: lazy_pattern(rf"(?<!\w)(?:{'|'.join(sorted(sayings, key=len, reverse=True))})(?!\w)", re.IGNORECASE)
    for language, sayings in _SAYINGS.items()
}


def find_sayings(text: str, language: str) -> list[tuple[int, int]]:
    """Return where a saying with a name in it stands.

    Parameters
    ----------
    text : str
        Talk.
    language : str
        Its language.

    Returns
    -------
    list of tuple of int
        Start and end of each.

    Examples
    --------
    >>> find_sayings("Jan Modaal, en Jan ook", "nl"), find_sayings("Bob's your uncle", "en")
    ([(0, 10)], [(0, 16)])
    """
    pattern = _PATTERNS.get(language)
    return [] if pattern is None else [match.span() for match in pattern.finditer(text.replace("’", "'"))]
