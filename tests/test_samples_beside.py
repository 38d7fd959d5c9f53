"""Samples beside each other: what was judged for one counts for another with the chance that it has there, or not."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner

from bp_qual import apply_codebook, draw_sample, label_passages, read_chances, read_codebook, read_corpus, write_sample
from bp_qual.cli import main
from bp_qual.coding.by_hand import CoderLog, Event, HandCodings, History, place_codings
from bp_qual.errors import StudyError
from bp_qual.study import Study
from bp_qual.study.judged_samples import find_judged_sample, list_judged_samples
from bp_qual.study.row_events import make_event
from bp_qual.validation.made_for import with_others
from bp_qual.validation.sampling import top_up_sample

BOOK = "codebook: Themes\nversion: 1.0.0\nlanguage: en\ncodes:\n  - {id: money, terms: [money]}\n"
SAID = ("We had money.", "We were poor.", "We were poor too.", *(f"It was winter {n}." for n in range(9)))


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return write_study(tmp_path_factory.mktemp("study"), persons=4)


def write_study(folder: Path, *, persons: int) -> Study:
    """Write a study in which everybody says the same in both waves."""
    for person in (f"P{number:02}" for number in range(1, persons + 1)):
        for wave in ("2010", "2020"):
            (folder / f"{person}_{wave}.txt").write_text("".join(f"I: And?\nR: {said}\n" for said in SAID), "utf-8")
    (folder / "themes.yaml").write_text(BOOK, "utf-8")
    (folder / "study.yaml").write_text("language: en\ncodebook: themes.yaml\n", "utf-8")
    return Study(folder)


@pytest.fixture(scope="module")
def inputs(study: Study) -> tuple:
    return read_inputs(study)


def read_inputs(study: Study) -> tuple:
    """Return the interviews, the codebook's hits in them, and the codebook."""
    corpus, book = read_corpus(study.folder), read_codebook(study.folder / "themes.yaml")
    return corpus, apply_codebook(book, corpus), book


def finished(inputs: tuple, *parts: tuple[str, pd.DataFrame]) -> HandCodings:
    """Return a coder who finished these passages, each for the sample of that name, and found money where it is."""
    corpus, events = inputs[0], list[Event]()
    texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    for name, units in parts:
        for unit in units.itertuples():
            quote = texts[unit.interview][unit.start : unit.end]
            place = {"interview": unit.interview, "start": unit.start, "end": unit.end, "quote": quote}
            events.append(Event(f"d{len(events)}", "done", n=len(events), note=name, **place))
            if "money" in quote or "poor" in quote:
                events.append(Event(f"a{len(events)}", "add", n=len(events), code="money", **place))
    return place_codings(History("anna", tuple(events)), corpus)


def first_of(units: pd.DataFrame, n: int) -> pd.DataFrame:
    """Return the n passages that a coder comes to first."""
    return units.sort_values("order").head(n)


def estimates(inputs: tuple, units: pd.DataFrame, hand: HandCodings) -> tuple[float, float]:
    """Return how many passages there are and how many hold money, raised from those that were judged; 96 and 24."""
    found = label_passages(units, hand, inputs[1], inputs[0], inputs[2])
    seen = np.isfinite(found.human[0])
    weights = 1 / found.chances[0, seen]
    return float(weights.sum()), float((weights * (found.human[0, seen] > 0)).sum())


def places(units: pd.DataFrame) -> dict[str, tuple[str, int, int]]:
    return {unit.unit: (unit.interview, unit.start, unit.end) for unit in units.itertuples()}


def save(study: Study, inputs: tuple, coder: str, name: str, units: pd.DataFrame) -> None:
    events = [
        make_event({"interview": unit.interview, "start": unit.start, "end": unit.end, "note": name}, "done",
                   inputs[0], inputs[2])
        for unit in units.itertuples()
    ]  # fmt: skip
    CoderLog(study.folder, coder).append(events, command="test")


@pytest.mark.slow
def test_what_was_judged_for_another_sample_and_is_drawn_by_chance_has_its_own_chance(inputs: tuple) -> None:
    """A sample of errors is coded, and half of one at random: the passages of both are no random part of the second."""
    found = []
    for seed in range(40):
        near = draw_sample(*inputs, n=40, codes=["money"], seed=seed).units
        even = draw_sample(*inputs, n=48, design="srs", seed=1000 + seed).units
        hand = finished(inputs, ("near", near), ("even", first_of(even, 24)))
        found.append(estimates(inputs, with_others(even, "even", {"near": places(near)}), hand))
    everything, money = np.mean(found, axis=0)
    assert everything == pytest.approx(96, rel=0.03)
    assert money == pytest.approx(24, rel=0.07)


def test_of_a_sample_that_nobody_coded_what_was_judged_for_another_judges_nothing(inputs: tuple) -> None:
    near = draw_sample(*inputs, n=40, codes=["money"]).units
    even = with_others(draw_sample(*inputs, n=48, design="srs").units, "even", {"near": places(near)})
    for name in ("near", "", "a sample that was thrown away"):
        found = label_passages(even, finished(inputs, (name, near)), inputs[1], inputs[0], inputs[2])
        assert (name, found.judged) == (name, 0)


@pytest.mark.sweep(1)
@pytest.mark.parametrize("named", [True, False])
def test_a_sample_that_nobody_coded_has_no_labels_and_says_so(
    study: Study, inputs: tuple, tmp_path: Path, *, named: bool
) -> None:
    own = Study(Path(shutil.copytree(study.folder, tmp_path / "study")))
    near, even = draw_sample(*inputs, n=40, codes=["money"]), draw_sample(*inputs, n=48, design="srs")
    for name, sample in (("near", near), ("even", even)):
        write_sample(own, name, sample)
    save(own, inputs, "anna", "near" if named else "", near.units)
    assert [judged.name for judged in list_judged_samples(own, inputs[0], inputs[2])] == ["near"]
    with pytest.raises(StudyError, match="judged for another sample"):
        find_judged_sample(own, inputs[0], inputs[2], name="even")
    told = CliRunner().invoke(main, ["validate", str(own.folder), "--sample", "even", "--coder", "anna"])
    assert (told.exit_code, "nobody finished two of its passages" in " ".join(told.output.split())) == (1, True)
    save(own, inputs, "anna", "even" if named else "", even.units)
    assert {judged.name for judged in list_judged_samples(own, inputs[0], inputs[2])} == {"near", "even"}
    counted = read_chances(own, "even", inputs[0])
    assert label_passages(counted, finished(inputs, ("near", near.units), ("even", even.units)), inputs[1], inputs[0],
                          inputs[2]).judged == 48  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("design", ["near-miss", "pps", "srs"])
@pytest.mark.parametrize("more", [0, 15, 30])
def test_a_topped_up_sample_of_which_the_pilot_and_a_part_are_finished_has_the_chances_of_these(
    inputs: tuple, design: str, more: int
) -> None:
    found = []
    for seed in range(60):
        pilot = draw_sample(*inputs, n=30, design=design, codes=["money"], seed=seed).units
        both = top_up_sample(pilot, *inputs, n=30, seed=seed).units
        rest = both[~both["unit"].isin(pilot["unit"])]
        hand = finished(inputs, ("pilot", pilot), ("both", first_of(rest, more)))
        found.append(estimates(inputs, with_others(both, "both", {"pilot": places(pilot)}), hand))
    everything, money = np.mean(found, axis=0)
    assert everything == pytest.approx(96, rel=0.04)
    assert money == pytest.approx(24, rel=0.08)


@pytest.mark.slow
@pytest.mark.parametrize("design", ["near-miss", "srs"])
@pytest.mark.parametrize("more", [15, 30])
def test_two_samples_that_top_up_one_pilot_each_have_their_own_chances(inputs: tuple, design: str, more: int) -> None:
    found = []
    for seed in range(60):
        pilot = draw_sample(*inputs, n=30, design=design, codes=["money"], seed=seed).units
        one, two = (top_up_sample(pilot, *inputs, n=30, seed=seed + other).units for other in (0, 500))
        rests = [both[~both["unit"].isin(pilot["unit"])] for both in (one, two)]
        hand = finished(inputs, ("pilot", pilot), ("one", rests[0]), ("two", first_of(rests[1], more)))
        others = {"pilot": places(pilot), "one": places(one)}
        found.append(estimates(inputs, with_others(two, "two", others), hand))
    everything, money = np.mean(found, axis=0)
    assert everything == pytest.approx(96, rel=0.04)
    assert money == pytest.approx(24, rel=0.08)


@pytest.mark.slow
@pytest.mark.parametrize(("language", "said"), [
    ("en", "one tops up first already, and of two such samples with unequal probabilities neither has known ones"),
    ("nl", "one vult first al aan, en van twee zulke steekproeven met ongelijke kansen heeft geen van beide bekende"),
])  # fmt: skip
@pytest.mark.parametrize("design", ["near-miss", "pps"])
def test_with_unequal_chances_a_pilot_is_topped_up_once(
    study: Study, tmp_path: Path, design: str, language: str, said: str
) -> None:
    own = str(shutil.copytree(study.folder, tmp_path / "study"))

    def sample(*words: str) -> tuple[int, str]:
        result = CliRunner().invoke(main, ["sample", own, "-n", "20", *words, "--language", language])
        return result.exit_code, " ".join(result.output.split())

    assert sample("--name", "first", "--design", design)[0] == 0
    assert sample("--name", "one", "--top-up", "first")[0] == 0
    code, told = sample("--name", "two", "--top-up", "first")
    assert (code == 0, said in told) == (design != "pps", design == "pps")
    assert sample("--name", "three", "--top-up", "one")[0] == 0


def test_a_pilot_counts_what_was_finished_of_it_for_the_sample_that_tops_it_up(inputs: tuple) -> None:
    pilot = draw_sample(*inputs, n=30, codes=["money"]).units
    both = top_up_sample(pilot, *inputs, n=30).units
    hand = finished(inputs, ("both", both))
    for units, name, other in ((pilot, "pilot", both), (both, "both", pilot)):
        known = with_others(units, name, {"pilot" if name == "both" else "both": places(other)})
        assert label_passages(known, hand, inputs[1], inputs[0], inputs[2]).judged == len(units)


@pytest.mark.slow
def test_a_top_up_with_unequal_chances_draws_what_was_asked_whatever_its_seed(inputs: tuple) -> None:
    sizes = []
    for seed in range(1, 21):
        pilot = draw_sample(*inputs, n=30, seed=seed).units
        both = top_up_sample(pilot, *inputs, n=30, seed=seed).units
        again = top_up_sample(both, *inputs, n=20, seed=seed).units
        sizes += [len(both) - 30, len(again) - len(both) + 10]
        assert set(pilot["unit"]) <= set(both["unit"]) <= set(again["unit"])
    assert (min(sizes) >= 27, max(sizes) <= 33) == (True, True)


@pytest.mark.slow
def test_the_chances_of_a_top_up_are_how_often_a_passage_is_drawn(inputs: tuple) -> None:
    drawn, stated = np.zeros(96), np.zeros(96)
    order = {(t.interview, start): at for at, (t, start) in enumerate(
        (t, turn.start) for t in inputs[0].transcripts for turn in t.turns if turn.person)}  # fmt: skip
    for seed in range(150):
        pilot = draw_sample(*inputs, n=24, seed=seed).units
        both = top_up_sample(pilot, *inputs, n=24, seed=seed).units
        rows = [order[interview, start] for interview, start in zip(both["interview"], both["start"], strict=True)]
        drawn[rows] += 1 / 150
        stated[rows] = both["chance"]
    assert np.abs(drawn - stated).max() < 0.16  # four standard errors
    assert np.corrcoef(drawn, stated)[0, 1] > 0.8


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "beside", "least", "every"),
    [("en", "are new, beside the 30 passages of sample pilot", "two of each of the 4 strata", "there are no more"),
     ("nl", "nieuw, naast de 30 passages van steekproef pilot", "van elk van de 4 strata", "meer zijn er niet")],
)  # fmt: skip
def test_the_command_says_how_many_are_drawn_where_that_is_not_what_was_asked(
    study: Study, tmp_path: Path, language: str, beside: str, least: str, every: str
) -> None:
    own = shutil.copytree(study.folder, tmp_path / "study")

    def told(*words: str) -> str:
        result = CliRunner().invoke(main, ["sample", str(own), "--language", language, *words])
        assert result.exit_code == 0, result.output
        return " ".join(result.output.split())

    first = told("-n", "30", "--name", "pilot")
    assert not any(text in first for text in (beside, least, every))
    assert beside in told("-n", "30", "--top-up", "pilot", "--name", "both")
    assert least in told("-n", "2", "--codes", "money", "--name", "few")
    assert every in told("-n", "400", "--name", "whole")
