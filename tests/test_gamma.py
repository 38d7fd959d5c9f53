"""Gamma over texts that lie behind each other, against what the library says of one text and what must hold anyway."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.errors import StudyError
from bp_qual.validation import gamma as of_gamma
from bp_qual.validation.gamma import measure_gamma
from bp_qual.validation.marked_spans import MarkedSpans, MarkedText
from test_agreement import code, finish, study  # noqa: F401


def text_of(person: str, anna: list[tuple[int, int]], bert: list[tuple[int, int]], *, words: int = 400) -> MarkedText:
    return MarkedText(
        person, "2010", words, {0: [np.array(own, dtype=np.int64).reshape(-1, 2) for own in (anna, bert)]}
    )


def apart(by: int, *, persons: int = 4) -> MarkedSpans:
    """Return texts in which bert marked what anna marked, a few words later, but for the first: of P0 the first two."""
    draw = np.random.default_rng(1)
    texts = []
    for number in range(persons):
        anna = [(int(start), int(start) + 12) for start in np.sort(draw.choice(18, 8, replace=False)) * 20]
        texts.append(text_of(f"P{number}", anna, [(start + by, end + by) for start, end in anna[1 + (number == 0) :]]))
    return MarkedSpans(tuple(texts))


def test_without_the_library_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pygamma_agreement", None)
    with pytest.raises(StudyError, match=r'pip install "bp_qual\[gamma\]"'):
        measure_gamma(apart(2), 0, "")


def test_without_the_library_the_command_says_so_in_dutch(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    monkeypatch.setitem(__import__("sys").modules, "pygamma_agreement", None)
    code(study, "anna", "P01_2010", "money", "money")
    finish(study, "anna")
    finish(study, "bert")
    result = CliRunner().invoke(main, ["agree", str(study), "--gamma", "--language", "nl"])
    assert result.exit_code == 1
    assert 'Draai: pip install "bp_qual[gamma]"' in result.output
    assert "Traceback" not in result.output


def test_nobody_who_marked_anything_has_no_gamma() -> None:
    assert np.isnan(measure_gamma(MarkedSpans((text_of("P1", [], []),)), 0, "")[:3]).all()


needs_library = pytest.mark.skipif(
    __import__("importlib.util").util.find_spec("pygamma_agreement") is None,
    reason='pygamma-agreement is not installed: pip install "bp_qual[gamma]"',
)


@needs_library
def test_one_text_has_the_gamma_that_the_library_gives() -> None:
    """The same passages given to the library itself, with its own sum of the disorder."""
    spans = apart(3, persons=1)
    continuum, _ = of_gamma._lay_out(__import__("pygamma_agreement"), spans.texts, 0)
    from pygamma_agreement import PositionalSporadicDissimilarity, ShuffleContinuumSampler

    with of_gamma._seeded(1), of_gamma._quiet():
        known = continuum.compute_gamma(
            PositionalSporadicDissimilarity(delta_empty=1.0), n_samples=30, precision_level=0.02,
            sampler=ShuffleContinuumSampler(), fast=True,
        )  # fmt: skip
    assert measure_gamma(spans, 0, "")[0] == pytest.approx(known.gamma, abs=1e-6)


@needs_library
def test_passages_further_apart_agree_less_and_the_same_passages_fully() -> None:
    values = [measure_gamma(apart(by), 0, "")[0] for by in (1, 3, 6)]
    assert values == sorted(values, reverse=True)
    assert values[0] > values[2] + 0.05
    same = MarkedSpans((text_of("P1", [(4, 9)], [(4, 9)]), text_of("P2", [(1, 7), (20, 30)], [(1, 7), (20, 30)])))
    assert measure_gamma(same, 0, "")[0] == 1.0


@needs_library
def test_coders_who_mark_by_chance_have_a_gamma_about_nothing() -> None:
    draw = np.random.default_rng(3)

    def anywhere() -> list[tuple[int, int]]:
        return [(int(start) * 20, int(start) * 20 + 12) for start in np.sort(draw.choice(100, 8, replace=False))]

    values = [
        measure_gamma(MarkedSpans((text_of("P1", anywhere(), anywhere(), words=2000),)), 0, "")[0] for _ in range(12)
    ]
    assert abs(np.mean(values)) < 0.05


@needs_library
def test_a_passage_is_never_taken_for_one_of_the_next_interview() -> None:
    """The last words of one text and the first of the next: laid behind each other without a gap they would touch."""
    spans = MarkedSpans((text_of("P1", [(390, 400)], []), text_of("P2", [], [(0, 10)])))
    separate, units, _ = of_gamma._align(spans.texts, 0, 1)
    assert units.tolist() == [1.0, 1.0]
    assert separate.tolist() == [1.0, 1.0]


@needs_library
def test_the_same_seed_gives_the_same_and_the_shared_generator_goes_on_as_it_was() -> None:
    np.random.seed(5)
    expected = np.random.random()
    np.random.seed(5)
    first = measure_gamma(apart(2), 0, "")
    assert np.random.random() == expected
    assert measure_gamma(apart(2), 0, "") == first
    value, low, high, why = first
    assert low < value < high < 1
    assert why == ""


@needs_library
def test_the_command_says_gamma_and_writes_it(study: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:  # noqa: F811
    code(study, "anna", "P01_2010", "no money", "money")
    code(study, "bert", "P01_2010", "money", "money")
    code(study, "anna", "P02_2010", "no money", "money")
    finish(study, "anna")
    finish(study, "bert")
    out = tmp_path / "agreement.csv"
    result = CliRunner().invoke(main, ["agree", str(study), "--gamma", "-o", str(out)])
    assert result.exit_code == 0, result.output
    assert ", gamma " in result.output
    assert "gamma,gamma_low,gamma_high" in out.read_text("utf-8").splitlines()[0]
    assert "GLPK" not in capfd.readouterr().out + result.output
