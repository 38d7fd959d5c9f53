"""Codes together: how talk is divided over them, and which of them meet more often than before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.compare.choices import FEWEST_CHANGED, Choices
from bp_qual.compare.coverage import compared_on
from bp_qual.compare.households import Households, numbered
from bp_qual.compare.inclusion import Inclusion
from bp_qual.compare.persons import DRAWS
from bp_qual.compare.talk_blocks import cut_in_blocks
from bp_qual.panel import Panel
from bp_qual.panel.rates import Rates
from bp_qual.statistics.cooccurrence import FEWEST_EXPECTED, CodeTracks, pair_test, stretches
from bp_qual.statistics.profiles import own_distance, profile_test
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]

MOST_PAIRS = 5_000  # a hundred codes make 4,950

PROFILE_COLUMNS = ("person", "distance", "expected", "beyond_chance", "p", "note")
PAIR_COLUMNS = (
    "code", "other", "persons", "lift_before", "lift_after", "difference", "p", "p_adjusted", "note",
)  # fmt: skip


def profile_table(
    panel: Panel, rates: Rates, who: Inclusion, choices: Choices, households: Households = ()
) -> pd.DataFrame:
    """Return how far the division of talk over the codes moved: of the group (no person named) and of each person.

    Only top codes are used, so that nothing counts twice, and only persons who were coded for all of them that anybody
    was coded for. A person's raw distance is large whenever an interview is short: look at `beyond_chance`.

    Parameters
    ----------
    panel : Panel
        The counts; with texts (`count_codes`) each person's own change is measured too.
    rates : Rates
        Mentions of each person in the two waves.
    who : Inclusion
        Who is compared.
    choices : Choices
        Seed and number of permutations.
    households : tuple of tuple of str
        Who belong together (`households_of`): swapped together, and counted once among those who changed.

    Returns
    -------
    DataFrame
        person, distance (Hellinger, 0 to 1), expected (what chance alone gives), beyond_chance, p, note. No rows where
        the codebook has a single top code or nobody is compared.

    Examples
    --------
    >>> comparison.profile.loc[0, "note"]
    'too few for a test (2 changed; 6 needed)'
    """
    import pandas as pd

    coded = compared_on(rates, who)
    top = [column for column in _top_codes(panel) if coded[:, column].any()]
    whole = coded[:, top].all(axis=1)  # a division over codes needs all of them
    names = np.array(who.names, dtype=object)[whole].tolist()
    rows: list[tuple[object, ...]] = []
    if len(top) > 1 and names:
        mentions = rates.mentions[who.compared][whole][:, :, top]
        homes = numbered(households, names)
        moved = len(np.unique(homes[(mentions[:, 0] != mentions[:, 1]).any(axis=1)]))
        before, after = mentions[:, 0], mentions[:, 1]
        distance, p = profile_test(before, after, households=homes, draws=choices.draws, seed=choices.seed)
        few = moved < FEWEST_CHANGED
        note = (_too_few(moved) if few else Remark("group profile"),)
        rows.append(("", distance, np.nan, np.nan, np.nan if few else p, note))
        blocks = cut_in_blocks(panel, choices)
        for person in names:
            if person in blocks:
                own = blocks[person]
                found = own_distance(own.mentions[:, top], own.later, draws=DRAWS, seed=choices.seed)
                beyond = found.distance - found.expected
                rows.append((person, found.distance, found.expected, beyond, found.p, ()))
    return pd.DataFrame(rows, columns=list(PROFILE_COLUMNS))


def pairs_table(panel: Panel, who: Inclusion, choices: Choices, households: Households = ()) -> pd.DataFrame:
    """Return how much more often than by chance two codes occur together, and how that changed.

    Together means within three sentences. Codes of which one contains the other are no pair, nor are codes that only
    one wave asked for; pairs that fewer than six persons speak of are left out. Of more than 5,000 pairs those are kept
    that most persons speak of enough to count, then those that are heard most: how often each code is heard decides,
    not whether the two meet.

    Parameters
    ----------
    panel : Panel
        The counts; only those of `count_codes` know what was said together.
    who : Inclusion
        Who is compared.
    choices : Choices
        Waves, what was asked when, seed and number of permutations.
    households : tuple of tuple of str
        Who belong together (`households_of`): their tracks are turned round and their waves swapped at once.

    Returns
    -------
    DataFrame
        code, other, persons, lift_before, lift_after, difference, p, p_adjusted, note. `persons` spoke of both codes in
        both waves, and chance alone would bring the two together at least once in each. Lifts are logs, averaged over
        those persons; 0 is chance. Empty where the counts came without texts.

    Examples
    --------
    >>> comparison.pairs.empty  # counts do not tell what was said together
    True
    """
    import pandas as pd

    before, after = _interviews(panel, who, choices)
    pairs = _spoken_of_most(_pairs_spoken_of(panel, before, after, choices), before, after)
    if not pairs:
        return pd.DataFrame(columns=list(PAIR_COLUMNS))
    turned = panel.waves.index(choices.before) > panel.waves.index(choices.after)  # the shifts are drawn in one order
    found = pair_test(
        *((after, before) if turned else (before, after)), pairs, households=numbered(households, who.names),
        fewest=FEWEST_CHANGED, draws=min(choices.draws, DRAWS), seed=choices.seed,
    )  # fmt: skip
    first, last = (found.after, found.before) if turned else (found.before, found.after)
    return pd.DataFrame({
        "code": [panel.codes[code] for code, _ in pairs], "other": [panel.codes[other] for _, other in pairs],
        "persons": found.persons, "lift_before": first, "lift_after": last, "difference": last - first,
        "p": found.p, "p_adjusted": found.p_adjusted,
        "note": [_too_few_with_both(*counted) for counted in zip(found.persons, found.independent, strict=True)],
    })  # fmt: skip


def _too_few(changed: int) -> Remark:
    return Remark("too few changed", values={"changed": changed, "needed": FEWEST_CHANGED})


def _too_few_with_both(persons: int, independent: int) -> tuple[Remark, ...]:
    if independent >= FEWEST_CHANGED:
        return ()
    kind = "too few with both" if persons < FEWEST_CHANGED else "too few households with both"
    return (Remark(kind, values={"persons": int(independent), "needed": FEWEST_CHANGED}),)


def _interviews(panel: Panel, who: Inclusion, choices: Choices) -> tuple[list[CodeTracks], list[CodeTracks]]:
    """Give the tracks of all codes through the interviews of the persons compared, for either wave."""
    if panel.source is None:
        return [], []
    segments, corpus = panel.source.segments, panel.source.corpus
    heard = np.zeros((len(segments.words), len(panel.codes)), dtype=bool)
    kept = (choices.negated | ~segments.negated) & (choices.prompted | ~segments.prompted)
    heard[segments.sentence[kept], segments.code[kept]] = True
    heard[_one_sided(panel, choices)[segments.person[:, None], np.arange(len(panel.codes))]] = False
    places = segments.person * len(corpus.waves) + segments.wave  # in order, as the sentences are

    def track(person: str, wave: str) -> CodeTracks:
        place = corpus.persons.index(person) * len(corpus.waves) + corpus.waves.index(wave)
        return CodeTracks(stretches(heard[slice(*np.searchsorted(places, [place, place + 1]))]))

    before, after = ([track(person, wave) for person in who.names] for wave in choices.waves)
    return before, after


def _one_sided(panel: Panel, choices: Choices) -> NDArray[np.bool_]:
    """Tell which persons of the corpus were not coded for which code in one of the two waves at least."""
    assert panel.source is not None
    persons, codes = panel.source.corpus.persons, panel.codes
    gaps = np.zeros((len(persons), len(codes)), dtype=bool)
    for person, wave, code in panel.uncoded:
        if wave in choices.waves:
            gaps[persons.index(person), codes.index(code)] = True
    return gaps


def _pairs_spoken_of(
    panel: Panel, before: list[CodeTracks], after: list[CodeTracks], choices: Choices
) -> list[tuple[int, int]]:
    """Give the pairs of codes that enough persons speak of in either wave, and that can be compared."""
    speakers = np.zeros((len(panel.codes), len(panel.codes)), dtype=np.int64)
    for waves in zip(before, after, strict=True):
        speakers += np.any([wave.expected > 0 for wave in waves], axis=0)
    usable = np.array([not choices.asked_once(code) for code in panel.codes], dtype=bool)
    spoken = np.triu((speakers >= FEWEST_CHANGED) & usable & usable[:, None], k=1)
    lines = _lines(panel)
    return [
        (code, other)
        for code, other in np.argwhere(spoken).tolist()
        if panel.codes[code] not in lines[panel.codes[other]] and panel.codes[other] not in lines[panel.codes[code]]
    ]


def _spoken_of_most(
    pairs: list[tuple[int, int]], before: list[CodeTracks], after: list[CodeTracks]
) -> list[tuple[int, int]]:
    """Keep the pairs that most persons speak of enough, in their order; all of them where there are few.

    What is looked at is how often each code of a pair is heard, which the shifts and swaps of the test leave as it is:
    whether the two meet, and whether that changed, plays no part, so the p of those that are kept stays what it is.
    """
    if len(pairs) <= MOST_PAIRS:
        return pairs
    code, other = np.array(pairs, dtype=np.int64).T
    persons, heard = np.zeros(len(pairs), dtype=np.int64), np.zeros(len(pairs))
    for waves in zip(before, after, strict=True):
        fewest = np.minimum(*(wave.expect(code, other) for wave in waves))
        persons += fewest >= FEWEST_EXPECTED
        heard += fewest
    order = np.lexsort((-np.round(heard, 9), -persons))[:MOST_PAIRS]
    return [pairs[row] for row in np.sort(order).tolist()]


def remark_on_pairs(panel: Panel, who: Inclusion, choices: Choices) -> Remark | None:
    """Say how many pairs of codes are left out of the table of pairs.

    Parameters
    ----------
    panel : Panel
        The counts.
    who : Inclusion
        Who is compared.
    choices : Choices
        Waves, and what was asked when.

    Returns
    -------
    Remark or None
        Nothing where the table holds them all.

    Examples
    --------
    >>> remark_on_pairs(comparison.panel, comparison.who, comparison.choices) is None
    True
    """
    codes = len(panel.codes)
    if codes * (codes - 1) // 2 <= MOST_PAIRS:
        return None
    pairs = len(_pairs_spoken_of(panel, *_interviews(panel, who, choices), choices))
    return Remark("pairs left out", values={"kept": MOST_PAIRS, "pairs": pairs}) if pairs > MOST_PAIRS else None


def _top_codes(panel: Panel) -> list[int]:
    lines = _lines(panel)
    return [row for row, code in enumerate(panel.codes) if not lines[code]]


def _lines(panel: Panel) -> dict[str, frozenset[str]]:
    """Return for each code all codes above it; none for a code of counts from elsewhere."""
    lines: dict[str, frozenset[str]] = dict.fromkeys(panel.codes, frozenset())
    for own in panel.source.codebook.codes if panel.source else ():  # parents before their children
        lines[own.id] = lines[own.parent] | {own.parent} if own.parent else frozenset()
    return lines
