"""A guard on speed that is quick and stable: what commands load, ratios within one run, and the page that tells them.

The bounds are wide; the figures are in docs/performance.md, which `benchmarks/performance.py` measures and writes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bp_qual.coding import apply_codebook
from processor_time import seconds

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from bench_matching import make_codebook, make_corpus
from performance import FIGURES, MEASURE, PARTS, SENTENCE, in_turns, make_study, spend
from performance_page import pictures, render

ROOT = Path(__file__).parents[1]
SAMPLE = str(ROOT / "transcripts_sample")
MODELS = {"spacy", "altair", "scipy.stats", "scipy.special", "numpy.f2py", "lemminflect", "distributed"}
IMPORTING = {"bp_qual.exchange.received", "bp_qual.exchange.workbooks", "bp_qual.study.founding"}
SUGGESTING = {"bp_qual.suggestions.word_changes", "bp_qual.revision.coding_effects", "bp_qual.page.desk"}
LOADED = """
import io, json, sys
out, sys.stdout = sys.stdout, io.StringIO()
from bp_qual.cli import main
main(json.loads(sys.argv[1]), standalone_mode=False)
print(json.dumps(sorted(sys.modules)), file=out)
"""


def loaded_by(*command: str) -> set[str]:
    """Return the modules that a command has loaded when it is done."""
    program = [sys.executable, "-c", LOADED, json.dumps(command)]
    return set(json.loads(subprocess.run(program, capture_output=True, text=True, check=True).stdout))


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    "command",
    [
        ["compare", SAMPLE, "-o", "out"],
        ["code", SAMPLE, "-o", "codings.csv"],
        ["quotes", SAMPLE, "--code", "samenwerking"],
        ["check", SAMPLE],
        ["explain", SENTENCE, SAMPLE],
        ["codebook", "tree", f"{ROOT}/codebooks/best_persons.yaml"],
    ],
    ids=lambda command: command[0],
)
def test_a_command_loads_no_model_no_picture_and_no_room_that_it_does_not_use(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    loaded = loaded_by(*command)
    assert loaded & (MODELS | IMPORTING | SUGGESTING) == set()
    assert "bp_qual.cli" in loaded


@pytest.mark.slow
def test_a_sentence_is_explained_without_what_only_other_work_needs() -> None:
    """`numpy.unique` loads arrays that hide numbers: a fiftieth of the whole time; the others take a tenth together."""
    unused = {"numpy.ma", "importlib.metadata", "bp_qual.transcripts.speakers.stretches", "bp_qual.coding.combining"}
    assert not unused & loaded_by("explain", SENTENCE, SAMPLE)


def test_a_sentence_is_explained_before_three_libraries_are_loaded() -> None:
    """Measured: a third of the time; the goal is .4."""
    taken = in_turns(
        {
            "measure": lambda: spend("-c", MEASURE),
            "explain": lambda: spend("-m", "bp_qual", "explain", SENTENCE, SAMPLE),
        },
        3,
    )
    assert taken["explain"] < 0.8 * taken["measure"]


@pytest.mark.slow
def test_eighty_times_as_many_codes_take_a_few_times_as_long() -> None:
    """Measured: 4 to 5 times; one pattern for each code would take eighty."""
    corpus, few, many = make_corpus(0.3), make_codebook(12), make_codebook(1000)
    for book in (few, many):
        apply_codebook(book, make_corpus(0.05))
    assert seconds(lambda: apply_codebook(many, corpus)) < 12 * seconds(lambda: apply_codebook(few, corpus))


def test_the_page_is_what_the_figures_say() -> None:
    """Write it anew with `python benchmarks/performance.py --page`."""
    figures = json.loads(FIGURES.read_text("utf-8"))
    assert set(figures) == set(PARTS)
    assert (ROOT / "docs" / "performance.md").read_text("utf-8") == render(figures)
    assert set(pictures(figures)) == {path.name for path in (ROOT / "docs").glob("performance_*.svg")}


def test_a_goal_that_was_missed_is_said_to_be() -> None:
    figures = json.loads(FIGURES.read_text("utf-8"))
    for taken, said in ((9.0, "| 9.00 s | 9.00 | 1.2 | **missed** |"), (1.0, "| 1.00 s | 1.00 | 1.2 | reached |")):
        page = render(figures | {"start": figures["start"] | {"measure": 1.0, "compare": taken}})
        assert said in page


def test_the_study_that_is_measured_is_one(tmp_path: Path) -> None:
    from bp_qual.study import read_corpus

    corpus = read_corpus(make_study(tmp_path, 2, 300))
    assert corpus.persons == ("P00", "P01")
    assert corpus.waves == ("2010", "2020")
    assert all(not transcript.notes for transcript in corpus.transcripts)


def test_a_command_that_fails_is_not_measured() -> None:
    with pytest.raises(SystemExit, match="exit code 2"):
        spend("-m", "bp_qual", "no-such-command")
