"""Codes together: how talk is divided over them, and which of them meet more often than before."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.compare.choices import FEWEST_CHANGED, Choices
from bp_qual.compare.inclusion import Inclusion
from bp_qual.compare.persons import DRAWS, cut_in_blocks
from bp_qual.panel import Panel
from bp_qual.panel.rates import Rates
from bp_qual.statistics.cooccurrence import Interview, pair_test, stretches
from bp_qual.statistics.profiles import own_distance, profile_test
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]

PROFILE_COLUMNS = ("person", "distance", "expected", "beyond_chance", "p", "note")
PAIR_COLUMNS = (
    "code", "other", "persons", "lift_before", "lift_after", "difference", "p", "p_adjusted", "note",
)  # fmt: skip


def profile_table(panel: Panel, rates: Rates, who: Inclusion, choices: Choices) -> pd.DataFrame:
    """Return how far the division of talk over the codes moved: of the group (no person named) and of each person.

    Only top codes are used, so that nothing counts twice. A person's raw distance is large whenever an interview is
    short: look at `beyond_chance`.

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

    top = _top_codes(panel)
    rows: list[tuple[object, ...]] = []
    if len(top) > 1 and who.names:
        mentions = rates.mentions[who.compared][:, :, top]
        moved = int((mentions[:, 0] != mentions[:, 1]).any(axis=1).sum())
        distance, p = profile_test(mentions[:, 0], mentions[:, 1], draws=choices.draws, seed=choices.seed)
        few = moved < FEWEST_CHANGED
        note = (_too_few(moved) if few else Remark("group profile"),)
        rows.append(("", distance, np.nan, np.nan, np.nan if few else p, note))
        blocks = cut_in_blocks(panel, choices)
        for person in who.names:
            if person in blocks:
                own = blocks[person]
                found = own_distance(own.mentions[:, top], own.later, draws=DRAWS, seed=choices.seed)
                beyond = found.distance - found.expected
                rows.append((person, found.distance, found.expected, beyond, found.p, ()))
    return pd.DataFrame(rows, columns=list(PROFILE_COLUMNS))


def pairs_table(panel: Panel, who: Inclusion, choices: Choices) -> pd.DataFrame:
    """Return how much more often than by chance two codes occur together, and how that changed.

    Together means within three sentences. Codes of which one contains the other are no pair, nor are codes that only
    one wave asked for; pairs that fewer than six persons speak of are left out.

    Parameters
    ----------
    panel : Panel
        The counts; only those of `count_codes` know what was said together.
    who : Inclusion
        Who is compared.
    choices : Choices
        Waves, what was asked when, seed and number of permutations.

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
    pairs = _pairs_spoken_of(panel, before, after, choices)
    if not pairs:
        return pd.DataFrame(columns=list(PAIR_COLUMNS))
    found = pair_test(before, after, pairs, fewest=FEWEST_CHANGED, draws=min(choices.draws, DRAWS), seed=choices.seed)
    return pd.DataFrame({
        "code": [panel.codes[code] for code, _ in pairs], "other": [panel.codes[other] for _, other in pairs],
        "persons": found.persons, "lift_before": found.before, "lift_after": found.after,
        "difference": found.after - found.before, "p": found.p, "p_adjusted": found.p_adjusted,
        "note": [() if counted >= FEWEST_CHANGED else (_too_few_with_both(int(counted)),) for counted in found.persons],
    })  # fmt: skip


def _too_few(changed: int) -> Remark:
    return Remark("too few changed", values={"changed": changed, "needed": FEWEST_CHANGED})


def _too_few_with_both(persons: int) -> Remark:
    return Remark("too few with both", values={"persons": persons, "needed": FEWEST_CHANGED})


def _interviews(panel: Panel, who: Inclusion, choices: Choices) -> tuple[list[Interview], list[Interview]]:
    """Give the tracks of all codes through the interviews of the persons compared, for either wave."""
    if panel.source is None:
        return [], []
    segments, corpus = panel.source.segments, panel.source.corpus
    heard = np.zeros((len(segments.words), len(panel.codes)), dtype=bool)
    kept = (choices.negated | ~segments.negated) & (choices.prompted | ~segments.prompted)
    heard[segments.sentence[kept], segments.code[kept]] = True
    places = segments.person * len(corpus.waves) + segments.wave  # in order, as the sentences are

    def track(person: str, wave: str) -> Interview:
        place = corpus.persons.index(person) * len(corpus.waves) + corpus.waves.index(wave)
        return Interview(stretches(heard[slice(*np.searchsorted(places, [place, place + 1]))]))

    before, after = ([track(person, wave) for person in who.names] for wave in choices.waves)
    return before, after


def _pairs_spoken_of(
    panel: Panel, before: list[Interview], after: list[Interview], choices: Choices
) -> list[tuple[int, int]]:
    """Give the pairs of codes that enough persons speak of in either wave, and that can be compared."""
    speakers = np.zeros((len(panel.codes), len(panel.codes)), dtype=np.int64)
    for waves in zip(before, after, strict=True):
        speakers += np.any([wave.expected > 0 for wave in waves], axis=0)
    usable = [not choices.asked_once(code) for code in panel.codes]
    return [
        (code, other)
        for code, other in combinations(range(len(panel.codes)), 2)
        if speakers[code, other] >= FEWEST_CHANGED and usable[code] and usable[other] and not _kin(panel, code, other)
    ]


def _top_codes(panel: Panel) -> list[int]:
    return [row for row, code in enumerate(panel.codes) if not _parent(panel, code)]


def _kin(panel: Panel, one: int, other: int) -> bool:
    codes = panel.codes[one], panel.codes[other]
    return codes[0] in _line(panel, codes[1]) or codes[1] in _line(panel, codes[0])


def _line(panel: Panel, code: str) -> tuple[str, ...]:
    parent = _parent(panel, code)
    return (parent, *_line(panel, parent)) if parent else ()


def _parent(panel: Panel, code: str) -> str:
    codes = panel.source.codebook.codes if panel.source else ()
    return next((own.parent for own in codes if own.id == code), "")
