"""Where the clause of a denial ends before it reaches a hit, as far as the verbs around the two show it."""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from bp_qual.matching.class_in_place import is_finite, likeliest_class
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import PAUSE, STOP

_OPENED, _BEGUN, _COMPARED = 8, 5, 5


def ends_before(block: Block, denials: Denials, hit: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether a clause ends between a denial and a hit.

    `zonder te groeten | ging hij klagen`; `ze had geen rijbewijs en verhuisde toch`; `de jongens die mij pestten | zijn
    nooit gestraft`; `people who don't work | complain the most`.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    hit : tuple of int
        The first and the last token of the hit.
    cue : tuple of int
        The first and the last token of the denial.

    Returns
    -------
    bool
    """
    (first, last), (begin, stop) = hit, cue
    if begin > last and denials.infinitive_signs and _is_over(block, denials, last):
        return True
    if begin > last:
        return _has_second_verb(block, denials, last, begin) or _leaves_relative(block, denials, hit, cue)
    if stop >= first:
        return False
    between = range(stop + 1, first)
    if any(block.word(token) in denials.following_from for token in between) and _is_condition(block, denials, begin):
        return True
    if block.word(stop) in denials.infinitive_signs and any(_opens(block, denials, token) for token in between):
        return True
    for token in between:
        if block.word(token) not in denials.listing:
            continue
        if block.word(token + 1) in denials.going_on or _opens(block, denials, token + 1):
            return True
    if denials.infinitive_signs and any(_goes_on(block, denials, token) for token in range(stop + 2, last + 1)):
        return True
    return _has_own_verb(block, denials, first, cue) or _is_beyond_relative(block, denials, first, cue)


def _is_over(block: Block, denials: Denials, verb: int) -> bool:
    """Return whether the clause that a finite verb ends is over: `als ik weiger (dan) | vragen ze me niet meer`."""
    if not block.joined(verb + 1):
        return False
    then = block.word(verb + 1) in denials.following_from and _is_condition(block, denials, verb)
    if not then and not _goes_on(block, denials, verb + 1):
        return False
    return not block.language.is_participle(block.word(verb), perhaps=True) and is_finite(block, verb)


def _goes_on(block: Block, denials: Denials, token: int) -> bool:
    """Return whether a Dutch clause begins with a verb right behind the last one of another, its subject behind it.

    `zonder dat ze het hadden gevraagd | lag die vergunning er`.
    """
    if not block.joined(token + 1) or block.gap[token] >= PAUSE or block.word(token + 1) not in _begun(denials):
        return False
    word = block.word(token)
    done = block.language.is_participle(word, perhaps=True) and word not in denials.staying
    if done or "V" not in block.language.class_lemmas(word) or not is_finite(block, token):
        return False
    return likeliest_class(block, token - 1) == "V"


@cache
def _begun(denials: Denials) -> frozenset[str]:
    return denials.clause_subjects | denials.articles | denials.nominatives


def _is_condition(block: Block, denials: Denials, cue: int) -> bool:
    """Return whether a denial is in a condition: `als je niet op tijd belt | dan verwijzen ze je door`."""
    for token in range(cue - 1, max(cue - _OPENED, -1), -1):
        if block.gap[token + 1] >= PAUSE:
            return False
        if block.word(token) in denials.conditions:
            return True
    return False


def _opens(block: Block, denials: Denials, token: int) -> bool:
    """Return whether a word is a finite verb, with which a Dutch clause may go on."""
    if not denials.infinitive_signs:
        return False
    finite = not block.language.is_participle(block.word(token), perhaps=True) and is_finite(block, token)
    return finite or block.word(token) in denials.opening


def _has_second_verb(block: Block, denials: Denials, verb: int, cue: int) -> bool:
    """Return whether another finite verb is between a finite one and a denial: `ze hielpen ons daar werd niet`."""
    between = range(verb + 2, cue)
    return any(block.word(token) in denials.opening for token in between) and _opens(block, denials, verb)


def _has_own_verb(block: Block, denials: Denials, verb: int, cue: tuple[int, int]) -> bool:
    """Return whether a denial has a finite verb before it, and a hit that is one begins another clause.

    `ze zei niks hielp gewoon mee`; not in `ik weet dat hij niets zei`, where `dat` is between.
    """
    begin, stop = cue
    if not denials.infinitive_signs or verb - stop < 2 or not _opens(block, denials, verb):
        return False
    if any(block.word(token) in denials.borders for token in range(stop, verb)):
        return False
    for token in range(begin - 1, max(begin - _OPENED, -1), -1):
        word = block.word(token)
        if block.gap[token + 1] >= PAUSE or word in denials.borders:
            return False
        if word in denials.opening or word in denials.copulas:
            return True
    return False


def _leaves_relative(block: Block, denials: Denials, hit: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether a hit is the last verb of a clause, and the denial is in the one that goes on behind it."""
    (first, last), (begin, _) = hit, cue
    if denials.infinitive_signs:
        behind = last + 1
        if block.joined(behind + 1) and block.word(behind) in denials.there | denials.going_on:
            behind += 1  # `dat ik verhuisd ben daar heb ik geen spijt van`
        if behind >= begin or block.gap[behind] >= PAUSE:
            return False
        if block.word(behind) not in denials.copulas and not _opens(block, denials, behind):
            return False
        opener = _opened(block, denials, first)
        if opener < 0 or likeliest_class(block, last) != "V":
            return False
        helped = any(block.word(token) in denials.opening for token in range(opener + 1, last))
        return helped or not block.language.is_participle(block.word(last), perhaps=True)
    opener = _opened(block, denials, first)
    return opener >= 0 and first - opener <= 2 and block.word(begin) in denials.contracted | denials.never


def _opened(block: Block, denials: Denials, token: int) -> int:
    """Return the word that opens the subordinate clause of a word, or -1."""
    for place in range(token - 1, max(token - _OPENED, -1), -1):
        if block.gap[place + 1] >= PAUSE:
            return -1
        if block.word(place) in denials.relatives:
            if block.gap[place] >= STOP:
                return place
            noun = place and block.gap[place] < PAUSE and "N" in block.language.class_lemmas(block.word(place - 1))
            return place if noun else -1
    return -1


def _is_beyond_relative(block: Block, denials: Denials, first: int, cue: tuple[int, int]) -> bool:
    """Return whether a hit is behind the relative clause of a denial: `people who don't work complain`."""
    begin, stop = cue
    if not begin or block.word(begin - 1) not in denials.relatives or not denials.bare_clauses:
        return False
    verb = stop + 1
    between = {block.word(token) for token in range(verb + 1, first)}
    if verb >= first or between & (denials.closers | denials.listing):
        return False
    own = block.word(verb) not in denials.around_nouns and "V" in block.language.class_lemmas(block.word(verb))
    return own and likeliest_class(block, first) == "V"


def begins_later(block: Block, denials: Denials, hit: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether it is told since when there is what a denial before it denies: `didn't marry until we were forty`.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    hit, cue : tuple of int
        The first and the last token of the hit, and of the denial.

    Returns
    -------
    bool
    """
    if cue[1] >= hit[0] or block.word(cue[1]) not in denials.past:
        return False
    token = hit[1] + 1
    while token <= hit[1] + _BEGUN and block.joined(token) and block.word(token) not in denials.borders - denials.until:
        if block.word(token) in denials.until:
            return True
        token += 1
    return False


def compares(block: Block, denials: Denials, hit: tuple[int, int], cue: tuple[int, int], *, noun: bool) -> bool:
    """Return whether a denied noun is only compared: `geen betere begeleider`, `no carer as kind`.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    hit, cue : tuple of int
        The first and the last token of the noun, and of the denial.
    noun : bool
        Whether the denial is about the noun alone (`geen`).

    Returns
    -------
    bool
    """
    first, last = hit
    before = block.word(first - 1) if first and block.gap[first] < PAUSE else ""
    than = any(block.word(token) in denials.than for token in range(max(first - 4, cue[1] + 1), first))
    after = block.word(last + 1) if block.joined(last + 1) else ""
    if before in denials.as_much and after in denials.as_much | denials.likened:
        return True  # `niemand zo betrouwbaar als hij`
    if not noun and _outdoes(block, denials, last):
        return True  # `nobody helped me as much as she did`
    as_much = after in denials.as_much and block.joined(last + 2) and likeliest_class(block, last + 2) == "A"
    as_much = as_much and "A" in block.language.class_lemmas(block.word(last + 2))  # not `as such`
    if than and block.word(cue[0]) in denials.nobody:
        return True  # `niks leukers dan knutselen`
    return noun and (_is_comparative(block, denials, before) or than or as_much)


def _outdoes(block: Block, denials: Denials, last: int) -> bool:
    """Return whether what nobody does is compared behind it: `so much as the high street`, `more than my gran`."""
    said = [block.word(token) for token in takewhile(block.joined, range(last + 1, last + 2 + _COMPARED))]
    for place in range(1, len(said)):
        likened = said[place] in denials.likened and said[place - 1] in denials.amounts  # not `as far as I know`
        if likened or (said[place] in denials.than and said[place - 1] in denials.more):
            return True
    return False


def _is_comparative(block: Block, denials: Denials, word: str) -> bool:
    """Return whether a word says that something is more of what is praised or blamed: `betere`, `kinder`."""
    lemmas = block.language.class_lemmas(word).get("A", frozenset())
    return word.endswith(denials.comparative_endings) and word not in lemmas and bool(lemmas & denials.valued)


def acts_in_clause(block: Block, denials: Denials, hit: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether a definite noun is who did what a denied clause tells: `not true that the teacher took it`.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    hit, cue : tuple of int
        The first and the last token of the noun, and of the denial.

    Returns
    -------
    bool
    """
    last, article = hit[1], hit[0] - 1
    opens = article == cue[1] + 1 or (article == cue[1] + 2 and block.word(article - 1) in denials.that)
    if not opens or block.word(article) not in denials.definite or occurs(block, denials, last + 1):
        return False
    clause = []
    token = last + 1
    while block.joined(token) and block.word(token) not in denials.turning:
        clause.append(block.word(token))
        token += 1
    light = denials.around_nouns | denials.copulas | denials.passives | denials.having
    objects = denials.given_to | denials.articles | denials.definite | denials.indefinite | denials.event_subjects
    if len(clause) < 2:
        return False  # `not true that the cheque cleared`
    if denials.bare_clauses:
        return clause[0] not in light and clause[1] in objects and _is_verb(block, clause[0])
    verb = clause[-1 - (clause[-1] in denials.having)]  # `gered heeft`
    acts = clause[0] in objects and verb not in light and _is_verb(block, verb)
    return acts and (verb,) not in denials.occurring and not set(clause) & denials.passives


def _is_verb(block: Block, word: str) -> bool:
    return bool({"V", "B"} & set(block.language.class_lemmas(word)))


def occurs(block: Block, denials: Denials, token: int) -> bool:
    """Return whether words with which something comes about are there: `take place`, `van de grond`.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    token : int
        The token with which they begin.

    Returns
    -------
    bool
    """
    return any(
        tuple(block.word(place) for place in range(token, min(token + len(words), len(block)))) == words
        for words in denials.occurring
    )
