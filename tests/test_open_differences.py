"""What coders settled judges a code only where none of their differences in the sample is open."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import read_chances, read_codebook, read_corpus, read_study, write_coding
from bp_qual.cli import main
from bp_qual.study import Study
from bp_qual.study.hand_coding import read_coders
from bp_qual.study.judged_samples import find_judged_sample
from bp_qual.study.settled_sheets import list_unsettled
from bp_qual.study.settling import Decision, settle
from test_corrected_everywhere import FOUND, MISSED, make_study


def decide(study: Study, n: int | None) -> None:
    """Settle the first so many differences, or all, as there."""
    corpus, book = read_corpus(study), read_codebook(study.codebook)
    coders = read_coders(study, ("anna", "bert"), corpus=corpus, codebook=book)
    rows = list(list_unsettled(study, coders, corpus, book).itertuples())[:n]
    settle(study, coders, corpus, book, [Decision(row.interview, row.start, row.end, row.code, True) for row in rows])


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """Return a study in which anna found all that is there in the sample, and bert not what is hard to see."""
    study = make_study(tmp_path_factory.mktemp("coded") / "study", coders=())
    corpus, book = read_corpus(study), read_codebook(study.codebook)
    texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    for unit in read_chances(study, "first", corpus).itertuples():
        place = {"interview": unit.interview, "start": unit.start, "end": unit.end}
        for coder, sees in (("anna", (FOUND, MISSED)), ("bert", (FOUND,))):
            if texts[unit.interview][unit.start : unit.end] in sees:
                write_coding(study, {**place, "code": "money"}, coder=coder, corpus=corpus, codebook=book)
            write_coding(study, place, coder=coder, do="done", corpus=corpus, codebook=book)
    return study


@pytest.fixture
def study(coded: Study, tmp_path: Path) -> Study:
    """Return a copy of it."""
    return read_study(shutil.copytree(coded.folder, tmp_path / "study"))


def run(*words: object) -> str:
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exit_code == 0, result.output
    return " ".join(result.output.split())


@pytest.mark.slow
@pytest.mark.parametrize(("language", "told", "why"), [
    ("en", "coders still differ in passages of it on money (37), so what they settled judges nothing",
     "nobody finished a passage of the sample for this code"),
    ("nl", "codeurs verschillen nog over passages ervan bij money (37), dus wat ze hebben opgelost beoordeelt niets",
     "niemand een passage van de steekproef af heeft voor deze code"),
])  # fmt: skip
def test_with_a_difference_open_what_was_settled_does_not_judge_the_code(
    study: Study, tmp_path: Path, language: str, told: str, why: str
) -> None:
    decide(study, 3)
    said = run("validate", study.folder, "--language", language)
    assert (told in said, why in said) == (True, True)
    assert told in run("compare", study.folder, "--language", language, "-o", tmp_path / "out")
    judged = find_judged_sample(study, read_corpus(study), read_codebook(study.codebook))
    assert (judged.coder, judged.open) == ("agreed", (("money", 37),))
    assert "202 for winter, river; 0 for money" in run("validate", study.folder)


@pytest.mark.slow
def test_with_all_settled_what_was_settled_judges(study: Study, tmp_path: Path) -> None:
    decide(study, None)
    assert "differ" not in run("validate", study.folder)
    assert "Corrected for the errors of the codebook by sample first (202 of 202 passages coded by agreed" in run(
        "compare", study.folder, "-o", tmp_path / "out"
    )


@pytest.mark.slow
def test_a_coder_who_is_named_judges_all_the_same(study: Study) -> None:
    decide(study, 3)
    said = run("validate", study.folder, "--coder", "anna")
    assert ("money, 2010 to 2020" in said, "still differ" in said) == (True, False)


@pytest.mark.slow
def test_what_a_coder_changes_since_is_open_again(study: Study) -> None:
    decide(study, None)
    corpus, book = read_corpus(study), read_codebook(study.codebook)
    unit = next(read_chances(study, "first", corpus).itertuples())
    place = {"interview": unit.interview, "start": unit.start, "end": unit.end, "code": "river"}
    write_coding(study, place, coder="bert", corpus=corpus, codebook=book)
    assert find_judged_sample(study, corpus, book).open == (("river", 1),)
