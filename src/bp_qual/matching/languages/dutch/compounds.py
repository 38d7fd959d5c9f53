"""Dutch compounds: whether a word is part of a longer one, at its beginning, at its end or between two other words.

`samenwerking` is the first part of `samenwerkingsverband`, the last of `ketensamenwerking` and the middle of
`wijksamenwerkingsplan`; what is beside it must be a word too, with a linking sound where the compound wants one, or
a name before a long last part. A person in -er counts (`welzijnswerkers` for `werk`), a verb with a particle or prefix
does not (`uitwerken`).
"""

from __future__ import annotations

import re

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.matching.languages.dutch.dutch_tables import DutchTables
from bp_qual.matching.languages.dutch.dutch_words import PREPOSITIONS
from bp_qual.matching.languages.dutch.separable import FIXED_PREFIXES, PARTICLES
from bp_qual.matching.languages.word_lists import words

SHORTEST = 3
_LONG = 6
_MIDDLE = 4
_PLURAL_IN_S = ("e", "el", "em", "en", "er", "aar", "ier", "or", "ie")
# Endings that make another word of a word, though they are in the word lists as nouns too.
_ENDINGS = frozenset(words("lijk lijke lijker lijks heid heden baar bare loos loze achtig matig ing ingen schap zaam"))
# What stands before the last part of no compound: `be-leid`.
_NEVER_LAST = ("be", "ge", "ver", "her", "ont", "on")
# Persons that no verb makes: `kerkgangers`, `bouwvakkers`.
_MORE_PERSONS = frozenset(words("ganger vakker"))
# Persons, but not of the verb: a `rechter` does not `rechten`.
_OTHER_PERSONS = frozenset(words("rechter lander"))
# First parts that are no words of their own: `vicevoorzitter`.
_PREFIXES = frozenset(
    words("vice oud mede adjunct semi anti contra super mini mega micro macro multi tele ultra bio eco")
)
_BEFORE_VERBS = (*PARTICLES, *FIXED_PREFIXES)
_NEVER_FIRST = PREPOSITIONS | frozenset(_BEFORE_VERBS)
_LINKS = ("", "s", "en", "n", "e", "er", "'s")
_VOWELS = "aeiou"
_DOUBLED = lazy_pattern(r"(.*)(aa|ee|oo|uu)([^aeiou])$")


def has_part(form: str, part: str, dutch: DutchTables) -> bool:
    """Return whether a word is a compound with this part as its first, its last or a middle member.

    Parameters
    ----------
    form : str
        A word, folded.
    part : str
        What it may hold, folded.
    dutch : DutchTables
        The word tables.

    Returns
    -------
    bool
        False where part or remainder is too short to be a word of its own.

    Examples
    --------
    >>> from bp_qual.matching.languages import find_language
    >>> words = ("steunpunten", "mantelzorgsteun", "ondersteuning", "steunen")
    >>> [has_part(word, "steun", find_language("nl")) for word in words]
    [True, True, False, False]
    >>> [has_part(word, "werk", find_language("nl")) for word in ("welzijnswerkers", "jeugdwerkplan", "uitwerken")]
    [True, True, False]
    """
    if len(part) >= _LONG and form in (part + "er", part + "ers") and _names_person(part, dutch):
        return True
    if len(part) < SHORTEST or len(form) < len(part) + SHORTEST:
        return False
    whole = sorted(dutch.table_lemmas(form)) or [form]
    if any(_has_first(lemma, part, dutch) for lemma in whole):
        return True
    return not _is_verb_with(form, dutch) and (_has_last(form, part, dutch) or _has_middle(form, part, dutch))


def split_compound(form: str, dutch: DutchTables) -> list[tuple[str, str]]:
    """Return the ways to split a word in a first part, as written, and a last one that is a noun.

    >>> from bp_qual.matching.languages import find_language
    >>> ("bewoners", "initiatief") in split_compound("bewonersinitiatieven", find_language("nl"))
    True
    """
    found = []
    for cut in range(SHORTEST, len(form) - SHORTEST + 1):
        if can_modify(form[:cut], dutch):
            found += [(form[:cut], head) for head in _heads(form[cut:], dutch)]
    return found


def can_modify(left: str, dutch: DutchTables) -> bool:
    """Return whether this can be a first part: a word with a linking sound, or the stem of a verb.

    >>> from bp_qual.matching.languages import find_language
    >>> can_modify("werk", find_language("nl")), can_modify("xqz", find_language("nl"))
    (True, False)
    """
    nouns, adjectives, verbs = (dutch.listed(kind) for kind in ("noun", "adj", "verb"))
    for link in _LINKS:
        base = left.removesuffix(link)
        if (link and base == left) or len(base) < SHORTEST:
            continue
        if base in nouns or base in adjectives or (link in ("", "s") and base + "en" in verbs):
            return True
        if link in ("en", "e") and ((base[:-1] in nouns and base[-1] == base[-2]) or _unvoiced(base) in nouns):
            return True
    if left in PREPOSITIONS or left in _PREFIXES:
        return True
    lemmas = dutch.table_lemmas(left)
    if left.endswith("e") and not adjectives.isdisjoint(lemmas):  # `hogedruk`
        return True
    return not nouns.isdisjoint(lemmas) or (not left.endswith("t") and not verbs.isdisjoint(lemmas))


def compound_stems(part: str) -> tuple[str, ...]:
    """Return what a compound with this part has in it, whatever its ending: for looking it up quickly.

    >>> compound_stems("jaar"), compound_stems("steun")
    (('jaa', 'jar'), ('steu',))
    """
    return (part[:-1], *(plural[:-2] for plural in _plurals(part)))


def _has_first(form: str, part: str, dutch: DutchTables) -> bool:
    for stem in [part, *_plurals(part)]:
        if form.startswith(stem):
            rest = form[len(stem) :]
            links = [link for link in (_LINKS if stem == part else ("",)) if rest.startswith(link)]
            rests = [rest[len(link) :] for link in links if stem + link not in PREPOSITIONS - {part}]
            if any(_heads(head, dutch) or _is_compound(head, dutch) for head in rests):
                return True
    return False


def _has_last(form: str, part: str, dutch: DutchTables) -> bool:
    forms = {*dutch.listed_forms(part), *_plurals(part), part + "en", part + "'s"}
    forms |= {part + "n"} if part.endswith("e") and "adj" in dutch.word_classes(part) else set()  # `jongere`
    forms |= {part + "s"} if part.endswith(_PLURAL_IN_S) else set()
    forms |= {part + "er", part + "ers"} if _is_person(part + "er", dutch) else set()
    unknown = len(part) >= _LONG and not dutch.knows(form)
    for cut in range(SHORTEST, len(form) - 2):
        head = form[cut:]
        if head[:2] == part[:2] and (head in forms or part in dutch.table_lemmas(head)):
            left = form[:cut]
            if can_modify(left, dutch) or (unknown and not left.endswith(_NEVER_LAST)):
                return True
    return False


def _has_middle(form: str, part: str, dutch: DutchTables) -> bool:
    """Return whether a part is between two other words: `buurtontmoetingsplek`."""
    if len(part) < _MIDDLE or part in PREPOSITIONS:
        return False
    starts = [match.start() for match in re.finditer(f"(?={re.escape(part)})", form) if match.start() >= SHORTEST]
    return any(
        _has_first(form[start:], part, dutch)
        for start in starts
        if can_modify(form[:start], dutch)
        and (form[:start] not in _NEVER_FIRST or _stays_noun(form[:start], part, dutch))
    )


def _is_compound(word: str, dutch: DutchTables) -> bool:
    """Return whether an unknown word is a compound of two nouns itself: the rest of `buurt-huisbezoekers`."""
    if len(word) < 2 * _MIDDLE or dutch.knows(word):
        return False
    return any(len(left) >= _MIDDLE and left not in _NEVER_FIRST for left, _ in split_compound(word, dutch))


def _stays_noun(left: str, part: str, dutch: DutchTables) -> bool:
    """Return whether both together are a noun that no verb makes: `thuiszorg`, `achterbuurt`, not `opbouw`."""
    joined = left + part
    return joined in dutch.listed("noun") and not any(
        joined + ending in dutch.listed("verb") for ending in ("en", "n", part[-1] + "en")
    )


def _is_verb_with(form: str, dutch: DutchTables) -> bool:
    """Return whether a form is a verb with a particle or prefix and nothing else: `uitwerken`, `verzorgen`."""
    if not form.startswith(_BEFORE_VERBS):
        return False
    verbs = dutch.listed("verb")
    joined = [lemma for lemma in dutch.table_lemmas(form) if lemma in verbs]
    only = "noun" not in dutch.word_classes(form)
    cuts = [(lemma, prefix) for lemma in joined for prefix in _BEFORE_VERBS if lemma.startswith(prefix)]
    return any((only or form == lemma) and lemma[len(prefix) :] in verbs for lemma, prefix in cuts)


def _is_person(word: str, dutch: DutchTables) -> bool:
    """Return whether a word names who does something: `werkers`, `stiller`."""
    singular = word.removesuffix("s")
    if len(word) <= 4 or not singular.endswith("er") or singular in _OTHER_PERSONS:
        return False
    verb = singular[:-2] + "en"
    return singular in _MORE_PERSONS or verb in dutch.listed("verb")


def _names_person(part: str, dutch: DutchTables) -> bool:
    """Return whether who does what a compound names is called by it and -er: `mantelzorg`, `mantelzorger`."""
    cuts = range(SHORTEST, len(part) - SHORTEST + 1)
    return any(_is_person(part[cut:] + "er", dutch) and can_modify(part[:cut], dutch) for cut in cuts)


def _heads(word: str, dutch: DutchTables) -> list[str]:
    """Return the nouns this can be a form of."""
    if len(word) < SHORTEST or word in _ENDINGS:
        return []
    nouns = dutch.listed("noun")
    if _is_person(word, dutch):
        return [word.removesuffix("s")]
    return [lemma for lemma in sorted(dutch.table_lemmas(word)) if len(lemma) >= SHORTEST and lemma in nouns]


def _plurals(word: str) -> list[str]:
    """Return how the word may look with a plural as its linking sound: `bruggen`, `brieven`, `huizen`, `bomen`."""
    found = []
    if len(word) > 3 and word[-1] not in _VOWELS and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        found.append(word + word[-1] + "en")
    if word[-1] in "fs":
        found.append(word[:-1] + {"f": "v", "s": "z"}[word[-1]] + "en")
    doubled = _DOUBLED.match(word)
    if doubled:
        found.append(doubled[1] + doubled[2][0] + doubled[3] + "en")
    return found


def _unvoiced(base: str) -> str:
    return base[:-1] + {"v": "f", "z": "s"}.get(base[-1], base[-1])
