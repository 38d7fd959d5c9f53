"""How the spelling of a name may be written: in capitals, as one word, with a tussenvoegsel in the other case."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bp_qual.pseudonyms.bare_text import bare_text, composed_letters, holds_escapes
from bp_qual.pseudonyms.name_cues import LINKS
from bp_qual.pseudonyms.names_in_addresses import APOSTROPHE_INSIDE


def written_forms(spelling: str) -> frozenset[str]:
    """Return how a spelling may be written: as it is, in capitals, as one word, with a tussenvoegsel in the other case.

    With percent signs in it, as in a link: as it is meant, too.

    Never an ordinary word in small letters: 'Roos' is replaced, 'roos' only if it is a row of its own.

    >>> sorted(written_forms("van den Berg"))
    ['VAN DEN BERG', 'VANDENBERG', 'Van den Berg', 'VanDenBerg', 'van den Berg', 'vandenBerg', 'vandenberg']
    """
    plain = as_typed(spelling)
    forms = {plain, plain.upper()} if len(plain) > 1 else {plain}
    if holds_escapes(plain) and (bare := bare_text(plain)) is not None:
        forms.add(bare.text)
    first, _, rest = plain.partition(" ")
    if rest and first.casefold() in LINKS:
        forms |= {f"{first.capitalize()} {rest}", f"{first.casefold()} {rest}"}
    elif rest:
        words = rest.split(" ")
        small = [word.casefold() if word.casefold() in LINKS else word for word in words]
        risen = [word.capitalize() if word.casefold() in LINKS else word for word in words]
        forms |= {" ".join([first, *small]), " ".join([first, *risen]), " ".join([first, risen[0], *small[1:]])}
    return frozenset(form for form in forms if form) | _glued_forms(plain.split(" "))


def _glued_forms(words: Sequence[str]) -> frozenset[str]:
    """Return how words are written as one, in a hashtag or an address: with capitals inside, or in one case.

    Not two in one case of which the first is a tussenvoegsel: 'van Daan' is no 'vandaan'.

    >>> sorted(_glued_forms(["Jan", "de", "Wit"])), sorted(_glued_forms(["van", "Daan"]))
    (['JANDEWIT', 'JanDeWit', 'JandeWit', 'jandewit'], ['VanDaan', 'vanDaan'])
    >>> sorted(_glued_forms(["O'Brien"])), sorted(_glued_forms(["'t", "Hart"]))
    (['OBRIEN', 'OBrien'], ['THart', 'tHart'])
    """
    bare = [APOSTROPHE_INSIDE.sub("", word) for word in words]
    if (bare == words and len(words) < 2) or not all(word[:1].isalpha() for word in bare):
        return frozenset()
    glued = {"".join(bare), "".join(word[:1].upper() + word[1:] for word in bare)}
    if len(words) > 2 or words[0].casefold() not in LINKS:
        glued |= {"".join(bare).upper(), *(["".join(bare).casefold()] if len(words) > 1 else [])}
    return frozenset(glued)


def glued_in_one_case(spelling: str) -> frozenset[str]:
    """Return the forms of a spelling as one word in small letters or capitals, which may be an ordinary word.

    >>> sorted(glued_in_one_case("Will Power")), glued_in_one_case("Will")
    (['WILLPOWER', 'willpower'], frozenset())
    """
    words = as_typed(spelling).split(" ")
    return frozenset(form for form in _glued_forms(words) if form.islower() or form.isupper())


def as_typed(spelling: str) -> str:
    """Return a spelling with one kind of apostrophe, single blanks and nothing unseen.

    >>> as_typed("d’Arc "), as_typed("Jan  Smit")
    ("d'Arc", 'Jan Smit')
    """
    return re.sub(r"\s+", " ", composed_letters(spelling).replace("’", "'")).strip()
