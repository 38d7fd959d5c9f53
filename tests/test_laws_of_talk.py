"""Laws of a comparison of interviews with their text: which file, person or wave comes first decides nothing."""

from __future__ import annotations

from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.compare import Comparison, compare_waves
from bp_qual.panel import Panel, count_codes
from panel_builders import code_word, make_corpus, make_transcript

WORDS = ("samen", "hokje", "opvolging")
BOOK = Codebook("Demo", "1", "nl", tuple(Code(word, terms=(Term(word, "lemma"),)) for word in WORDS))
SENTENCE = "Wij doen dat hier met elkaar zoals het {} al jaren ging."
TALK = st.tuples(st.integers(0, 10_000), st.integers(3, 8))


def interviews_of(seed: int, persons: int, *, waves: tuple[str, ...] = ("1", "2")) -> dict[tuple[str, str], list[str]]:
    """Make up what each person says in each wave, in turns of a few sentences: themes in runs, of any length."""
    random = np.random.default_rng(seed)
    said = {}
    for person, wave in product(range(persons), waves):
        sentences, theme = [], ""
        shares = random.dirichlet((4, 1, 1, 0.5))
        for _ in range(random.integers(25, 60 if seed % 2 else 240)):
            theme = theme if random.random() < 0.5 else str(random.choice(["", *WORDS], p=shares))
            sentences.append(SENTENCE.format(theme))
        said[f"P{person}", wave] = [" ".join(sentences[start : start + 5]) for start in range(0, len(sentences), 5)]
    return said


def panel_of_files(said: dict[tuple[str, str], list[str]], order: list[int] | None = None) -> Panel:
    """Build the panel of one file an interview; ``order`` is that in which files and codings are given."""
    files = [make_transcript(f"{p}_{w}", w, *((p, turn) for turn in turns)) for (p, w), turns in said.items()]
    corpus = make_corpus(*(files[place] for place in order or range(len(files))))
    codings = pd.concat([code_word(corpus, word, word).assign(term=word) for word in WORDS], ignore_index=True)
    return count_codes(codings, corpus, BOOK)


ROLES = pd.DataFrame({"person": [f"P{n}" for n in range(8)], "role": list("xyxyxyxy")})


def compare(panel: Panel, groups: pd.DataFrame = ROLES, **choices: object) -> Comparison:
    return compare_waves(panel, groups=groups, draws=199, **choices)


TURNED = {"dominance", "dz", "rank_biserial"}
INVERTED = {"ratio", "ratio_low", "ratio_high", "ratio_without", "all_ratio", "shrunken"}
OTHER = {"up": "down", "intensified": "receded", "emerged": "faded"} | {"1": "2"}
OTHER |= {other: word for word, other in OTHER.items()}


def counterpart(column: str) -> str:
    """Which column of the swapped table says the same as this one."""
    for one, other in (("_before", "_after"), ("_low", "_high")):
        if column.endswith((one, other)):
            return column.removesuffix(one) + other if column.endswith(one) else column.removesuffix(other) + one
    return {"up": "down", "down": "up"}.get(column, column)


def assert_swapped(table: pd.DataFrame, back: pd.DataFrame, name: str) -> None:
    if "wave" in table:
        table, back = table.sort_values("wave"), back.sort_values("wave")
        pd.testing.assert_frame_equal(table.reset_index(drop=True), back.reset_index(drop=True))
        return
    for column in (column for column in table if column != "note"):
        one, other = table[column], back[counterpart(column)]
        if one.dtype.kind != "f":
            told = [str(value) for value in other]
            told = [OTHER.get(word, word) for word in told] if one.dtype.kind == "O" else told
            assert [str(value) for value in one] == told, column
            continue
        expected = other.to_numpy()
        if column.startswith("difference") or column in TURNED:
            expected = -expected
        with np.errstate(divide="ignore"):
            expected = 1 / expected if column in INVERTED else expected
        np.testing.assert_allclose(one, expected, rtol=3e-3, atol=1e-9, err_msg=f"{name} {column}")


@settings(max_examples=4, deadline=None)
@given(TALK, st.randoms(use_true_random=False))
def test_the_order_of_files_and_codings_changes_no_table(talk, random) -> None:
    said = interviews_of(*talk)
    order = list(range(len(said)))
    random.shuffle(order)
    one, other = compare(panel_of_files(said)).tables, compare(panel_of_files(said, order)).tables
    assert list(one) == list(other)
    for name, table in one.items():
        pd.testing.assert_frame_equal(table, other[name], obj=name)


@pytest.mark.slow
@settings(max_examples=4, deadline=None)
@example((266, 5))  # with unequal numbers of blocks, too many to try all ways
@example((176, 8))  # with a pair of codes that six persons speak of
@given(TALK)
@pytest.mark.filterwarnings("ignore::bp_qual.BpQualWarning")  # told, as it should be
def test_swapping_the_waves_turns_every_sign_and_inverts_every_ratio_of_interviews(talk) -> None:
    panel = panel_of_files(interviews_of(*talk))
    there, back = compare(panel).tables, compare(panel, before="2", after="1").tables
    assert list(there) == list(back)
    for name, table in there.items():
        assert_swapped(table, back[name], name)


@pytest.mark.slow
@settings(max_examples=4, deadline=None)
@given(TALK, st.randoms(use_true_random=False))
def test_which_person_is_which_changes_nothing_for_the_group_nor_for_that_person(talk, random) -> None:
    said = interviews_of(*talk)
    people = sorted({person for person, _ in said})
    renamed = dict(zip(people, random.sample(people, len(people)), strict=True))
    one = compare(panel_of_files(said)).tables
    panel = panel_of_files({(renamed[person], wave): turns for (person, wave), turns in said.items()})
    other = compare(panel, ROLES.assign(person=ROLES["person"].map(lambda person: renamed.get(person, person)))).tables
    assert list(one) == list(other)
    for name in {"codes", "effects", "recounts"} & one.keys():  # nothing is counted otherwise where nobody is compared
        left, right = (tables[name].drop(columns=["leaning_on", "note"], errors="ignore") for tables in (one, other))
        pd.testing.assert_frame_equal(left, right, rtol=3e-3, obj=name)
    for name in ("persons", "evidence"):
        moved = one[name].assign(person=one[name]["person"].map(renamed)).sort_values(["person", "code"])
        theirs = other[name].sort_values(["person", "code"])
        pd.testing.assert_frame_equal(moved.reset_index(drop=True), theirs.reset_index(drop=True), obj=name)
