"""The score of a split verb: a sum of named weights, each for something around it.

The weights are in ``data/nl_split_verbs.json``: sixty-three that were trained, and a few set by hand for talk.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from bp_qual.matching.distinct import distinct
from bp_qual.matching.languages.dutch.clauses import find_estimates
from bp_qual.matching.languages.dutch.dutch_words import (
    ARTICLES,
    AUXILIARIES,
    BEFORE_LAST,
    BEFORE_NOUNS,
    COMPLEMENTIZERS,
    COPULAS,
    GOING,
    LIGHT_VERBS,
    MODALS,
    NOMINATIVES,
    NUMBERS,
    OF_TIME,
    OPENING,
    PLACES,
    PLACES_GONE,
    POSSESSIVES,
    PREPOSITIONS,
    QUALITIES,
    R_PRONOUNS,
    SUBJECTS,
    SUBORDINATING,
    THINGS,
    TIMES,
    VERBS_BESIDE_SUBJECTS,
)
from bp_qual.matching.languages.dutch.split_context import CLASSES, Context
from bp_qual.matching.languages.dutch.split_lexicon import FORMS
from bp_qual.matching.tokens import PAUSE, SOFT
from bp_qual.wording import Remark
from bp_qual.wording.explain_texts import WHYS

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

BACK = 25
_ACROSS = frozenset(("door", "over", "op", "in", "tegen", "langs", "tussen"))  # `dwars over de weg`
_WITH_STEM = frozenset(("ik", "'k", "je", "jij", "u", "ge", "gij"))
_NO_STEM = ("t", "en", "de", "te")
RULES = "ABCD"


class Pairs(NamedTuple):
    """Candidates: token of the verb, token of the particle, base verb, form of the verb, rule, and the score."""

    verb: Ints
    particle: Ints
    base: Ints
    form: Ints
    rule: Ints
    score: npt.NDArray[np.float64]


def take_pairs(pairs: Pairs, rows: Ints) -> Pairs:
    """Return some rows of the pairs."""
    verb, particle, base, form, rule, score = pairs
    return Pairs(verb[rows], particle[rows], base[rows], form[rows], rule[rows], score[rows])


class RuleWeights(NamedTuple):
    """The named weights, what is added to each sum, and the score from which on a pair is taken."""

    bias: float
    threshold: float
    values: dict[str, float]


@cache
def weights() -> RuleWeights:
    """Return the weights, read once."""
    read = json.loads(
        files("bp_qual.matching.languages.dutch").joinpath("data", "nl_split_verbs.json").read_text("utf-8")
    )
    return RuleWeights(read["bias"], read["threshold"], read["weights"] | read["added_weights"])


def score_pairs(context: Context, pairs: Pairs) -> Pairs:
    """Return the pairs with their scores, between 0 and 1."""
    total = np.full(len(pairs.verb), weights().bias)
    for name, rows in _features(context, pairs):
        total[rows] += weights().values.get(name, 0.0)
    return pairs._replace(score=1 / (1 + np.exp(-total)))


def reasons(context: Context, pairs: Pairs, row: int) -> list[tuple[str, float]]:
    """Return the features that spoke for or against one pair, with their weights.

    Parameters
    ----------
    context : Context
        The talk around the pairs.
    pairs : Pairs
        Words that may be the halves of one verb.
    row : int
        Which of the pairs.

    Returns
    -------
    list of tuple of str and float
        The strongest first; a weight below zero speaks against.
    """
    pair = take_pairs(pairs, np.array([row]))
    values = weights().values
    found = [(name, values[name]) for name, rows in _features(context, pair) if name in values and len(rows)]
    return sorted(found, key=lambda weighed: -abs(weighed[1]))


def _features(context: Context, pairs: Pairs) -> list[tuple[str, Ints]]:
    """Return every named feature with the rows that have it."""
    block = context.block
    out: list[tuple[str, Ints]] = []

    def add(name: str, flags: Flags) -> None:
        if name in weights().values:
            out.append((name, np.flatnonzero(flags)))

    particle = context.particle[block.ids[pairs.particle]]
    prep = context.lexicon.prepositional[particle]
    after, before = context.class_after(pairs.particle), context.class_before(pairs.particle)
    rule = pairs.rule
    add("prep", prep)
    for number, name in enumerate(context.lexicon.particles):
        if f"p={name}" in weights().values:
            add(f"p={name}", particle == number)
    for number, name in enumerate(CLASSES):
        for flag in (0, 1):
            if f"prep{flag}&nc={name}" in weights().values:
                add(f"prep{flag}&nc={name}", (after == number) & (prep == flag))
            if f"prep{flag}&prv={name}" in weights().values:
                add(f"prep{flag}&prv={name}", (before == number) & (prep == flag))
    _neighbour_features(context, pairs, prep, add)
    for number, name in enumerate(RULES):
        add(f"rule={name}", rule == number)
    second = rule == RULES.index("B")
    add("B&prep1", second & prep)
    add("B&te", second)
    add("B&kind=inf", second & (pairs.form == FORMS["infinitive"]))
    for base in ("doen", "gaan", "hebben", "komen", "staan", "zijn"):
        if base in context.lexicon.base:
            add(f"base={base}", pairs.base == context.lexicon.base[base])
    add("ge0", ~context.attested(particle, pairs.base))
    _left_features(context, pairs, prep, add)
    _talk_features(context, pairs, prep, add)
    return out


def _talk_features(context: Context, pairs: Pairs, prep: Flags, add: Any) -> None:
    """Features with weights set by hand."""
    block = context.block
    third, fourth = pairs.rule == RULES.index("C"), pairs.rule == RULES.index("D")
    add("C&prep0", third & ~prep)
    add("C&prep1", third & prep)
    add("D&prep0&inf", fourth & ~prep & (pairs.form == FORMS["infinitive"]))
    add("D&bridged", fourth & (block.gap[pairs.verb] == SOFT))
    after = context.class_after(pairs.particle)
    things = context.flag(THINGS)[block.ids[pairs.particle]]
    article = context.flag(ARTICLES | POSSESSIVES)[block.ids[np.maximum(pairs.particle - 1, 0)]]
    article &= pairs.verb != pairs.particle - 2  # `neem je deel`: a subject, not `your part`
    add("thing&prv=det", things & article & (block.gap[pairs.particle] < PAUSE))
    across = context.flag(["dwars"])[block.ids[pairs.particle]]
    next_word = block.ids[np.minimum(pairs.particle + 1, len(block) - 1)]
    add("dwars&nc=prep", across & (after == CLASSES.index("prep")) & context.flag(_ACROSS)[next_word])
    nearby = np.minimum(pairs.verb + 1, len(block) - 1)
    infinitive = context.flag(context.lexicon.bases)[block.ids[nearby]]
    follows_verb = infinitive & (block.gap[nearby] < PAUSE) & (nearby > pairs.verb)
    helping = context.flag(AUXILIARIES | MODALS)[block.ids[pairs.verb]]
    add("aux&more", (pairs.rule > 0) & helping & follows_verb)
    left = pairs.rule == 0
    token = pairs.particle[:, None] - np.arange(BACK, 0, -1)
    inside = (token > pairs.verb[:, None]) & left[:, None]
    ids = block.ids[np.maximum(token, 0)]
    joining = context.joins_clauses(token) & inside
    opened = np.logical_or.accumulate(joining, axis=1)
    directly = np.zeros_like(joining)
    directly[:, 1:] = joining[:, :-1] & (context.verbal[ids[:, 1:]] > 0)
    ahead = np.maximum(pairs.verb - 1, 0)
    pronoun = context.flag(PLACES)[block.ids[ahead]] & (block.gap[pairs.verb] < PAUSE) & (pairs.verb > 0)
    light = np.isin(
        pairs.base,
        [context.lexicon.base[verb] for verb in sorted(LIGHT_VERBS) if verb in context.lexicon.base],
        kind="table",
    )
    alone = context.class_before(pairs.particle) != CLASSES.index("prep")
    add("A&stranded", left & prep & pronoun & alone & light)
    add("A&clause", (((opened & context.plain_verbs(ids)) | directly) & inside).any(axis=1))
    follows = block.ids[np.minimum(np.maximum(token + 1, 0), len(block) - 1)]
    noun, article = (block.ids[np.maximum(token - step, 0)] for step in (1, 2))
    described = context.flag(["het"])[article] & ~context.flag(SUBJECTS)[noun]  # `van het beetje dat er was`
    that = (
        context.flag(["dat"])[ids]
        & ~described
        & context.flag(SUBJECTS - {"een"})[follows]
        & (token + 1 < pairs.particle[:, None])
    )
    following = np.minimum(pairs.particle + 1, len(block) - 1)
    more = (following > pairs.particle) & (block.gap[following] < PAUSE)
    # `we bouwden dat af`: right before the particle it opens no clause
    opening = (context.flag(OPENING)[ids] & inside & (token + 1 < pairs.particle[:, None])).any(axis=1)
    tag = context.tag(pairs.particle)
    add("A&sub&fin", left & opening & more & ~tag & context.plain_verbs(block.ids[following]))
    add("A&te", left & more & context.flag(["te"])[block.ids[following]])
    counted = context.flag(NUMBERS | OF_TIME | {"paar", "deze", "die", "geen"})[block.ids[ahead]]
    add("A&times", left & counted & context.flag(TIMES)[block.ids[pairs.verb]] & (block.gap[pairs.verb] < PAUSE))
    third_word = np.minimum(pairs.particle + 2, len(block) - 1)
    predicate = more & context.flag(COPULAS)[block.ids[following]] & context.flag(NOMINATIVES)[block.ids[third_word]]
    add("A&predicate", left & predicate & (block.gap[third_word] < PAUSE))
    add("A&listed", left & _is_listed(context, pairs))
    add("A&into", left & ((prep & _goes_into(context, pairs)) | _goes_off(context, pairs)))
    begun = np.searchsorted(block.clause_starts, pairs.particle) > np.searchsorted(
        block.clause_starts, pairs.verb, side="right"
    )
    add("A&clause", left & begun)
    again = (ids == block.ids[pairs.verb][:, None]) & inside
    add("A&again", again.any(axis=1))
    add("A&final", left & _ends_clause(context, pairs))
    add("adj&noun", _is_attribute(context, pairs, after) & ~prep)
    add("A&imperative", left & context.commands(pairs.verb, pairs.particle))
    add("A&dat", ((that | context.flag(COMPLEMENTIZERS)[ids]) & inside).any(axis=1))


def _is_listed(context: Context, pairs: Pairs) -> Flags:
    """Return where `en` or `of` stands before the particle and no particle before that: `liep weg en vast niet ver`."""
    block = context.block
    joiner, further = (np.maximum(pairs.particle - step, 0) for step in (1, 2))
    joined = (block.gap[pairs.particle] < PAUSE) & context.flag(["en", "of"])[block.ids[joiner]]
    alone = (context.particle[block.ids[further]] < 0) | (block.gap[joiner] >= PAUSE)  # `laadden in en uit`
    listed: Flags = joined & (pairs.particle > 1) & (pairs.verb < joiner) & alone
    return listed


def _ends_clause(context: Context, pairs: Pairs) -> Flags:
    """Return where `wat` or `als` and a pronoun stand before the verb, which then is the last of its clause."""
    block = context.block
    opener, pronoun = (np.maximum(pairs.verb - step, 0) for step in (2, 1))
    joined = (pairs.verb > 1) & (block.gap[pairs.verb] < PAUSE) & (block.gap[pronoun] < PAUSE)
    ends: Flags = (
        joined & context.flag(SUBORDINATING)[block.ids[opener]] & context.flag(BEFORE_LAST)[block.ids[pronoun]]
    )
    return ends


def _is_attribute(context: Context, pairs: Pairs, after: Ints) -> Flags:
    """Return where the particle is an adjective before its noun: `bracht een groot pakket`."""
    block = context.block
    types = distinct(block.ids[pairs.particle])
    adjective = np.zeros(len(block.types) + 1, dtype=bool)
    adjective[types] = ["adj" in context.language.word_classes(block.types[number]) for number in types.tolist()]
    article = context.flag(["een", "geen", "zo'n"])[block.ids[np.maximum(pairs.particle - 1, 0)]] & (pairs.particle > 0)
    thing = (after == CLASSES.index("noun")) & ~context.times(pairs.particle)
    thing &= ~context.flag(TIMES)[block.ids[np.minimum(pairs.particle + 1, len(block) - 1)]]
    thing &= ~context.flag(["klaar"])[block.ids[pairs.particle]]
    attribute: Flags = adjective[block.ids[pairs.particle]] & (article | thing) & (pairs.rule == 0)
    return attribute


def _goes_into(context: Context, pairs: Pairs) -> Flags:
    """Return where the particle is behind a place that somebody goes into or along: `liepen de straat op`."""
    block = context.block
    noun, before = (np.maximum(pairs.particle - step, 0) for step in (1, 2))
    goal = context.flag(PLACES_GONE)[block.ids[noun]] & context.flag(BEFORE_NOUNS - PREPOSITIONS)[block.ids[before]]
    goal &= (noun > pairs.verb) & (block.gap[pairs.particle] < PAUSE) & (block.gap[noun] < PAUSE)
    going = [context.lexicon.base[verb] for verb in sorted(GOING) if verb in context.lexicon.base]
    into: Flags = goal & np.isin(pairs.base, going, kind="table")
    return into


def _goes_off(context: Context, pairs: Pairs) -> Flags:
    """Return where `van` and a thing that somebody goes off are before `af`: `viel van de trap af`."""
    block = context.block
    thing, article, van = (np.maximum(pairs.particle - step, 0) for step in (1, 2, 3))
    joined = (block.gap[pairs.particle] < PAUSE) & (block.gap[thing] < PAUSE) & (block.gap[article] < PAUSE)
    off = context.flag(["af"])[block.ids[pairs.particle]] & context.flag(["van"])[block.ids[van]] & joined
    off &= context.flag(ARTICLES | POSSESSIVES | {"die", "dat", "deze"})[block.ids[article]] & (van > pairs.verb)
    gone = sorted((GOING | {"vallen"}) - {"kijken"})  # `keek het breien van mijn oma af`
    going = [context.lexicon.base[verb] for verb in gone if verb in context.lexicon.base]
    found: Flags = off & np.isin(pairs.base, going, kind="table")
    return found


def _neighbour_features(context: Context, pairs: Pairs, prep: Flags, add: Any) -> None:
    block = context.block
    here = pairs.particle
    nearby = np.minimum(here + 1, len(block) - 1)
    joined = (here + 1 < len(block)) & (block.gap[nearby] < PAUSE)
    for flag, name in ((0, "te"), (1, "de"), (1, "en"), (1, "het"), (1, "te")):
        if name in block.number:
            add(f"prep{flag}&nxt={name}", joined & (block.ids[nearby] == block.number[name]) & (prep == flag))
    if "de" in block.number:
        add("prv=de", (here > 0) & (block.gap[here] < PAUSE) & (block.ids[here - 1] == block.number["de"]))


def _left_features(context: Context, pairs: Pairs, prep: Flags, add: Any) -> None:
    """Features of rule A, where the verb is before its particle: what is between, and before the verb."""
    block = context.block
    left = pairs.rule == 0
    token = pairs.particle[:, None] - np.arange(1, BACK + 1)
    between = (token >= pairs.verb[:, None]) & left[:, None]
    ids = block.ids[np.maximum(token, 0)]
    strictly = between & (token > pairs.verb[:, None])
    commas = ((block.gap[np.maximum(token + 1, 0)] == PAUSE) & between).sum(axis=1)
    joining = (context.joins_clauses(token) & between).sum(axis=1)
    verbs = ((context.verbal[ids] > 0) & strictly).sum(axis=1)
    kind = context.particle[block.ids[pairs.particle]]
    rank = (context.forms.joins_left[context.verbal[ids], kind[:, None]] & strictly).sum(axis=1)
    pronoun = (context.flag(R_PRONOUNS)[ids] & between).any(axis=1)
    opened = (context.flag(OPENING)[ids] & between).any(axis=1)
    distance = pairs.particle - pairs.verb + commas
    for name, low, high in (
        ("1", 1, 1),
        ("2", 2, 2),
        ("3-4", 3, 4),
        ("5-8", 5, 8),
        ("9-14", 9, 14),
        ("15+", 15, 999),
    ):
        add(f"A&dist={name}", left & (distance >= low) & (distance <= high))
    for name, count in (("commas", commas), ("conj", joining), ("rank", rank)):
        for size in range(3):
            add(f"A&{name}={size}", left & (np.minimum(count, 2) == size))
    for size in range(4):
        add(f"A&vb={size}", left & (np.minimum(verbs, 3) == size))
    for flag in (0, 1):
        for other in (0, 1):
            add(f"A&rpron{flag}&prep{other}", left & (pronoun == flag) & (prep == other))
    add("A&sub1", left & opened)
    add("A&kind=inf", left & (pairs.form == FORMS["infinitive"]))
    _verb_features(context, pairs, left, add)


def _verb_features(context: Context, pairs: Pairs, left: Flags, add: Any) -> None:
    block = context.block
    types = distinct(block.ids[pairs.verb])
    noun = np.array(["noun" in context.language.word_classes(block.types[number]) for number in types.tolist()], bool)
    noun = noun[np.searchsorted(types, block.ids[pairs.verb])]
    before = context.class_before(pairs.verb)
    listed = (pairs.verb > 0) & (block.gap[pairs.verb] < PAUSE) & context.flag(BEFORE_NOUNS)[block.ids[pairs.verb - 1]]
    listed |= noun & _is_pointed_at(context, pairs.verb)
    pronoun = (before == CLASSES.index("det")) & ~listed
    before = np.where(listed, CLASSES.index("det"), np.where(pronoun, CLASSES.index("other"), before))
    for number, name in enumerate(CLASSES):
        add(f"A&nounr0&prev={name}", left & ~noun & (before == number))
        add(f"A&nounr1&prev={name}", left & noun & (before == number))
    first = np.searchsorted(block.sentence, block.sentence[pairs.verb])
    position = np.minimum(pairs.verb - first, 2)
    pauses = (block.gap[pairs.verb] == PAUSE) & (position == 1)
    nearby = np.minimum(pairs.verb + 1, len(block) - 1)
    spoken = (pairs.verb > 0) & (block.gap[pairs.verb] < PAUSE) & context.flag(["ik", "'k"])[block.ids[pairs.verb - 1]]
    spoken |= (block.gap[nearby] < PAUSE) & context.flag(["ik", "je", "jij", "u"])[block.ids[nearby]]
    spoken |= (position == 0) & context.flag(["pas"])[block.ids[pairs.verb]]  # `pas op`
    aside = find_estimates(block, np.maximum(pairs.verb - 1, 0)) & (pairs.verb > 0)  # `ik denk wel twintig kilo`
    as_quality = context.flag(QUALITIES)[block.ids[pairs.verb]] & (pairs.particle == pairs.verb + 1)
    alone = ~spoken & (context.flag(VERBS_BESIDE_SUBJECTS)[block.ids[pairs.verb]] | as_quality)
    add("A&subjectless", left & (alone | aside))
    add("A&vpos=2", left & (position == 1) & ~pauses)
    add("A&vpos=3+", left & ((position == 2) | pauses))


def _is_pointed_at(context: Context, token: Ints) -> Flags:
    """Return where `die` or `dat` is before a bare stem, which so is a noun: `stuur je die mail door`.

    As a verb it would have its `ik` or `je` behind it: `dat mail ik door`.
    """
    block = context.block
    before, after = np.maximum(token - 1, 0), np.minimum(token + 1, len(block) - 1)
    pointing = context.flag(["die", "dat"])[block.ids[before]] & (token > 0) & (block.gap[token] < PAUSE)
    subject = context.flag(_WITH_STEM)[block.ids[after]] & (block.gap[after] < PAUSE)
    found: Flags = pointing & ~subject
    found[found] = [not block.types[number].endswith(_NO_STEM) for number in block.ids[token[found]].tolist()]
    return found


def doubt_of(name: str) -> Remark:
    """Return what a weight speaks of, as a remark.

    >>> doubt_of("A&commas=1").say("nl"), str(doubt_of("A&rank=1"))
    ('een komma ertussen', 'A&rank=1')
    """
    kind = f"split doubt {name}"
    return Remark(kind) if kind in WHYS else Remark("split doubt", values={"name": name})
