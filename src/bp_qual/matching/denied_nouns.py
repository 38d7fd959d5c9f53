"""Denied nouns: whether a denial in the clause of a noun is about the noun, or about something else there.

`geen subsidie` and `een oogst was er niet` deny the noun; `de dominee was niet blij` and `hij kwam niet bij de dominee`
do not. Only hits that the word class model takes for a noun are looked at.
"""

from __future__ import annotations

from bp_qual.matching.class_in_place import is_base_form, is_noun
from bp_qual.matching.denial_clauses import occurs
from bp_qual.matching.denial_cues import cues_of
from bp_qual.matching.denial_topics import comes_about, is_definite
from bp_qual.matching.denied_ahead import denies_ahead, may_part
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import PAUSE, STOP
from bp_qual.matching.word_reading import MARGIN, read_class

_NAMED = 4


def denies_noun(block: Block, denials: Denials, hit: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether a denial that reaches a hit denies it: a noun only if it is what is denied.

    `geen subsidie`, `de deadline werd niet gehaald`, but not `hij kwam niet meer langs in de wijk`: nothing
    but articles, adjectives and light verbs may be between a cue and a noun.

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
        True for everything that is not a single noun.
    """
    first, (stop, begin) = hit[0], cue
    if block.language.word_class_model is None:
        return True
    if begin < first and hit[0] == hit[1] and _is_reproached(block, denials, first, begin):
        return False
    lacks = begin < first and any(word == block.word(begin) for word, _ in denials.fronted)
    if not lacks and not is_noun(block, hit):
        return hit[0] != hit[1] or stop < first or not _is_subject(block, denials, first)
    return denies_ahead(block, denials, hit, cue) if begin < first else _denies_behind(block, denials, hit, cue)


def denies_taken_up(
    block: Block, denials: Denials, topic: tuple[int, int], cue: tuple[int, int], *, named: bool
) -> bool:
    """Return whether what opened a sentence is denied where it is taken up: `dat kwam niet`, not `dat was niet leuk`.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    topic : tuple of int
        Its first token, and the one that takes it up.
    cue : tuple of int
        The first and the last token of the denial.
    named : bool
        Whether a noun is taken up, and not what is done.

    Returns
    -------
    bool
    """
    again, following = topic[1], cue[1] + 1
    if named and is_definite(block, denials, topic[0]) and block.word(cue[0]) not in denials.undone:
        return comes_about(block, denials, again, cue)
    light = block.word(again) in denials.resuming and block.word(again + 1) in denials.resuming_verbs
    if named and not (light and not block.joined(following)):
        return _denies_behind(block, denials, topic, cue)
    ascribed = _ascribes(block, denials, range(again + 1, cue[0]), following)
    return not ascribed and not _is_equated(block, denials, range(again + 1, following), following)


def _denies_behind(block: Block, denials: Denials, hit: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether a denial behind a noun denies that it is there or comes about."""
    (first, last), (stop, begin) = hit, cue
    if block.word(stop) in denials.things:
        return False  # `de mantelzorgers krijgen niks`
    if block.joined(begin + 1) and block.word(begin + 1) in denials.undone:
        return False  # `the show wasn't cancelled`
    if _is_fronted(block, denials, hit, stop):
        return True  # `een sponsor vonden we niet`
    if occurs(block, denials, begin + 1):
        return not _governed(block, denials, first, begin)  # not `door de regen kon het niet doorgaan`
    if _is_taken_up(block, denials, last):
        if first and block.joined(first) and block.word(first - 1) in denials.indefinite:
            return True  # `een begeleider die heb ik nooit gezien`
        if is_definite(block, denials, first):
            return comes_about(block, denials, last + 1, (stop, begin))  # not `de pijn die gaat nooit over`
        return not _is_acted_on(block, denials, range(last + 1, stop), begin + 1)  # `die heb ik nooit gesproken`
    if _is_existing(block, denials, first, (last, begin)) or _is_done_with(block, denials, first):
        return True
    if _governed(block, denials, first, begin):
        return False
    if block.joined(begin + 1) and block.word(begin + 1) in denials.sufficing and is_definite(block, denials, first):
        return False  # `die uitkering was niet genoeg`
    if _ascribes(block, denials, range(last + 1, stop), begin + 1):
        return False  # `my boss wasn't happy`
    if _is_equated(block, denials, range(last + 1, begin + 1), begin + 1):
        return False  # `the money wasn't the problem`
    if _acts(block, denials, begin):
        return False  # `the vicar didn't like it`
    between = _behind_place(block, denials, first, range(last + 1, stop))
    if len(between) == 1 and block.word(last + 1) in denials.wanting and denials.having:
        return False  # `de buurman wilde niet`
    if _is_acted_on(block, denials, between, begin + 1):
        return False  # `mijn buren heb ik nooit gesproken`
    if not between and _is_object(block, denials, first, begin + 1):
        return False  # `hij kon de sleutel niet vinden`
    if _is_placed(block, denials, between, begin + 1):
        return False  # `het plan komt niet uit de lucht vallen`
    if _stands_by(block, denials, between, begin + 1):
        return False  # `mijn collega was er niet bij`
    asides = cues_of(block).asides
    return all(may_part(block, denials, token) or token in asides for token in between)


def _behind_place(block: Block, denials: Denials, first: int, between: range) -> range:
    """Return what is between a noun and its denial but for a preposition and its noun: `the deal with the bank fell`.

    Only where the noun opens the sentence, so that they belong to it.
    """
    opens = block.gap[first] >= STOP or (first and block.gap[first - 1] >= STOP)
    if not opens or not between or block.word(between[0]) not in denials.prepositions:
        return between
    for token in between[1:_NAMED]:
        word = block.word(token)
        if "N" in block.language.class_lemmas(word) and word not in denials.around_nouns | denials.articles:
            return range(token + 1, between.stop)
    return between


def _is_reproached(block: Block, denials: Denials, token: int, cue: int) -> bool:
    """Return whether what is done stands behind a preposition, and a denied verb or noun has it as its object.

    `didn't apologise for complaining`, `nooit spijt van dat verhuizen`.
    """
    before, further = block.word(token - 1), block.word(token - 2)
    if token - cue < 3 or block.gap[token] >= PAUSE:
        return False
    if block.word(token).endswith("ing") and before in denials.reproaching:
        return True
    named = before in denials.pointing and further in denials.prepositions and token - cue > 3
    return named and is_base_form(block, token)


def _is_fronted(block: Block, denials: Denials, hit: tuple[int, int], cue: int) -> bool:
    """Return whether an indefinite noun opens a sentence before a verb and its subject: `sponsors vonden we niet`."""
    begin, token = hit
    known = denials.definite | denials.articles | denials.retaken_by
    while block.joined(begin) and begin and block.word(begin - 1) not in known:
        if "A" not in block.language.class_lemmas(block.word(begin - 1)):
            break
        begin -= 1  # `verse groente zag je daar niet`
    begin -= begin > 0 and block.joined(begin) and block.word(begin - 1) in denials.indefinite
    if block.gap[begin] < STOP or not block.joined(token + 2) or block.word(token) in denials.times:
        return False
    if block.word(begin) in denials.open_questions:
        return False  # `hoeveel vrienden heb ik niet gemaakt`
    verb, subject = (block.word(token + step) for step in (1, 2))
    named = subject in denials.articles | denials.owners | denials.relatives and cue == token + _NAMED
    named = named and "N" in block.language.class_lemmas(block.word(token + 3))  # `sporten mochten die meiden niet`
    return (subject in denials.nominatives or named) and "V" in block.language.class_lemmas(verb)


def _is_subject(block: Block, denials: Denials, token: int) -> bool:
    """Return whether an infinitive opens a sentence as the subject of a verb of its own: `klagen helpt niet`."""
    if block.gap[token] < STOP or not block.joined(token + 1):
        return False
    if denials.bare_clauses:
        return _is_told_of_doing(block, denials, token)
    if not is_base_form(block, token):
        return False
    verb = block.word(token + 1)
    helping = denials.resuming_verbs | denials.around_nouns | denials.copulas | denials.passives | denials.resuming
    return verb not in helping and "V" in block.language.class_lemmas(verb)


def _is_told_of_doing(block: Block, denials: Denials, token: int) -> bool:
    """Return whether a denied verb tells what doing something is like or good for: `complaining won't help`."""
    doing = block.word(token).endswith("ing") and block.word(token + 1) in denials.contracted
    verb = token + 2
    if not doing or not block.joined(verb) or occurs(block, denials, verb):
        return False
    word = block.word(verb)
    return word not in denials.around_nouns | denials.topic_verbs and bool(
        {"B", "V"} & set(block.language.class_lemmas(word))
    )


def _is_taken_up(block: Block, denials: Denials, last: int) -> bool:
    """Return whether `dat` and a light verb take up what was said: `stemmen (nee) dat doe ik niet meer`."""
    last += last + 1 < len(block) and block.word(last + 1) in denials.answers
    if not block.joined(last + 2):
        return False
    again, verb = (block.word(last + step) for step in (1, 2))
    there = block.joined(last + 3) and block.word(last + 3) in denials.there
    light = verb in denials.resuming_verbs or (there and verb in denials.copulas)
    return again in denials.resuming and light


def _is_existing(block: Block, denials: Denials, first: int, clause: tuple[int, int]) -> bool:
    """Return whether an indefinite noun opens a sentence that tells, up to its denial, whether there is one.

    `een huisarts is er in het dorp al jaren niet meer`.
    """
    last, stop = clause
    begin = first - 1 if first and block.joined(first) and block.word(first - 1) in denials.indefinite else first
    told = tuple(block.word(token) for token in (last + 1, last + 2) if block.joined(token))
    return block.gap[begin] >= STOP and told in denials.existing and not block.joined(stop + 1)


def _governed(block: Block, denials: Denials, token: int, cue: int) -> bool:
    """Return whether a preposition stands before a noun with its article and adjectives: `in deze tijd nauwelijks`.

    Not where it belongs to the denial: `aan tijd ontbrak het`.
    """
    for place in range(token - 1, max(token - 5, -1), -1):
        word = block.word(place)
        if block.gap[place + 1] >= PAUSE or word in denials.prepositions:
            own = (block.word(cue), word) in denials.fronted
            return word in denials.prepositions and not own and bool(block.gap[place + 1] < PAUSE)
        if not may_part(block, denials, place):
            return False
    return False


def _is_done_with(block: Block, denials: Denials, token: int) -> bool:
    """Return whether a noun opens a sentence behind a preposition of its verb: `aan vrijwilligerswerk doe ik niet`."""
    preposition = token - 1 - (token > 1 and block.word(token - 1) in denials.indefinite)
    opens = preposition >= 0 and block.gap[preposition] >= STOP and block.joined(token + 1)
    return opens and (block.word(preposition), block.word(token + 1)) in denials.done_with


def _acts(block: Block, denials: Denials, cue: int) -> bool:
    """Return whether a denied auxiliary is followed by what somebody does, rather than by being or coming about."""
    following = cue + 1
    if following >= len(block):
        return False
    if block.word(cue) in denials.lacking:  # `the mayor hadn't a clue`
        return block.word(following) in denials.indefinite | denials.polar | denials.taking_up
    if block.word(cue) not in denials.auxiliaries:
        return False
    if block.word(cue - 1) in denials.copulas:
        return False  # `the permit was never issued`
    word = block.word(following)
    further = following + 1
    if word in denials.wanting or (word in denials.asked - denials.opening and block.joined(further)):
        return True  # `the vet couldn't do a thing`
    came = denials.failing - denials.resuming_verbs
    if word in came and block.joined(further) and block.word(further) in denials.prepositions:
        return True  # `the sponsor never came to a game`
    if word in denials.getting and block.joined(further):
        return block.word(further) in denials.prepositions  # `the bailiff couldn't get in`
    if block.gap[following] >= PAUSE or word in denials.around_nouns:
        return False
    return bool({"B", "V"} & set(block.language.class_lemmas(word)))


def _is_acted_on(block: Block, denials: Denials, between: range, following: int) -> bool:
    """Return whether somebody has not done something with the noun, rather than not had or got it."""
    if not block.joined(following):
        return False
    having = any(block.word(token) in denials.having for token in between)
    word = block.word(following)
    return (
        having
        and word not in denials.around_nouns | denials.resuming_verbs
        and "V" in block.language.class_lemmas(word)
    )


def _is_object(block: Block, denials: Denials, first: int, following: int) -> bool:
    """Return whether a definite noun stands before a denied infinitive, with its helping verb before the noun."""
    ends = block.joined(following) and not block.joined(following + 1)
    if not ends or not first or block.word(first - 1) not in denials.definite or not denials.infinitive_signs:
        return False
    helped = any(block.word(place) in denials.opening for place in range(max(first - 4, 0), first - 1))
    verb = block.word(following)
    return helped and is_base_form(block, following) and verb not in denials.around_nouns | denials.getting


def _is_placed(block: Block, denials: Denials, between: range, following: int) -> bool:
    """Return whether the noun is denied a place or origin, not its being there: `het plan komt niet uit de lucht`."""
    if following + 1 >= len(block) or not block.joined(following) or not denials.having:
        return False
    words = {block.word(token) for token in between}
    ends = not block.joined(following + 1)
    signed = (
        block.word(following) in denials.infinitive_signs and block.word(following + 1) in denials.finding
    )  # `begrip was nergens te vinden`
    placed = block.word(following) in denials.prepositions and not ends and not signed
    return placed and not words & (denials.having | denials.getting | denials.there)


def _stands_by(block: Block, denials: Denials, between: range, following: int) -> bool:
    """Return whether a preposition that ends its clause behind the denial goes with `er` before it."""
    if not block.joined(following):
        return False
    there = any(block.word(token) in denials.there for token in between)
    return there and not block.joined(following + 1) and block.word(following) in denials.prepositions


def _is_equated(block: Block, denials: Denials, between: range, token: int) -> bool:
    """Return whether a noun with its article is there, so that `isn't` says what the first noun is not."""
    if not block.joined(token) or not block.joined(token + 1):
        return False
    words = {block.word(place) for place in between}
    if not words & denials.copulas or words & denials.there:
        return False
    article, noun = (block.word(token + step) for step in (0, 1))
    return article in denials.articles and noun not in denials.times and "N" in block.language.class_lemmas(noun)


def _ascribes(block: Block, denials: Denials, between: range, token: int) -> bool:
    """Return whether an adjective or place is there, so that `isn't` denies a noun a quality, not its being."""
    while block.joined(token + 1) and block.word(token) in denials.degrees:
        token += 1  # `die cursus was niet zo moeilijk`
    if not block.joined(token):
        return False
    word = block.word(token)
    if word in denials.prepositions and not denials.having:
        return block.joined(token + 1)  # `the interpreter wasn't on time`
    model = block.language.word_class_model
    if word in denials.feelings:
        return True
    if model is None or word in denials.being or word in denials.around_nouns:
        return False
    classes = block.language.class_lemmas(word)
    if "A" not in classes:
        return False
    done = "V" in classes and (not denials.infinitive_signs or block.language.is_participle(word, perhaps=True))
    if not done and not block.joined(token + 1) and _is_said_of(block, denials, between, token):
        return True  # `the list wasn't fair`
    if done and any(block.word(place) in denials.passives for place in between):
        return False  # `de deadline wordt niet gehaald`
    scores = read_class(model, block, token)
    return scores["A"] - max(score for name, score in scores.items() if name != "A") > (MARGIN if done else 0)


def _is_said_of(block: Block, denials: Denials, between: range, token: int) -> bool:
    """Return whether a form of `to be` is before a word, or the denial of one."""
    return any(block.word(place) in denials.copulas for place in (*between, token - 1))
