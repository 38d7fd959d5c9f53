"""Only passages that somebody coded one by one judge a codebook; an interview finished on the page does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import apply_codebook, choose_judged_sample, read_codebook, read_corpus, write_coding
from bp_qual.cli import main
from bp_qual.errors import StudyError
from bp_qual.page.blind import BlindDesk
from bp_qual.page.desk import open_desk
from bp_qual.study import Study
from bp_qual.study.hand_coding import read_coders
from bp_qual.study.judged_samples import find_judged_sample, list_judged_samples, who_has_units
from bp_qual.study.settling import settle
from test_corrected_everywhere import make_study

NAMES = tuple(f"P{person:02}_{wave}" for person in range(1, 9) for wave in ("2010", "2020"))


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """A study with a sample that nobody coded."""
    return make_study(tmp_path / "study", coders=())


def finish(study: Study, *coders: str) -> None:
    for coder in coders:
        for name in NAMES:
            write_coding(study, {"interview": name}, coder=coder, do="done")


def chosen(study: Study, coder: str = ""):
    corpus, book = read_corpus(study.folder), read_codebook(study.folder / "themes.yaml")
    return choose_judged_sample(study, corpus, book, coder=coder)


def run(*words: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(word) for word in words])
    return result.exit_code, " ".join(result.output.split())


@pytest.mark.slow
@pytest.mark.parametrize("coders", [("anna",), ("anna", "bert")])
def test_who_finished_interviews_on_the_page_is_no_blind_coder_of_the_sample(
    study: Study, tmp_path: Path, coders: tuple[str, ...]
) -> None:
    finish(study, *coders)
    sample, notes = chosen(study)
    assert sample is None
    assert f"That whole interviews are finished ({' and '.join(coders)}) is not enough" in str(notes[0])
    assert "een voor een codeerde" in notes[0].say("nl")
    code, told = run("compare", study.folder, "-o", tmp_path / "out")
    assert (code, "sample first corrects nothing, because nobody coded its passages one by one" in told) == (0, True)
    code, told = run("validate", study.folder, "--sample", "first")
    assert (code, "nobody coded its passages one by one" in told, "--coder NAME" in told) == (1, True, True)
    corpus, book = read_corpus(study.folder), read_codebook(study.folder / "themes.yaml")
    assert list_judged_samples(study, corpus, book) == ()
    assert who_has_units(study, "first", corpus, book) == {}


@pytest.mark.slow
def test_who_is_named_may_judge_it_by_whole_interviews_and_that_is_said(study: Study, tmp_path: Path) -> None:
    finish(study, "anna")
    sample, notes = chosen(study, "anna")
    assert sample is not None
    assert sample.whole
    assert "judged by whole interviews, because anna is named" in str(notes[0])
    for words in (("compare", study.folder, "--sample-coder", "anna", "-o", tmp_path / "out"),
                  ("validate", study.folder, "--sample", "first", "--coder", "anna")):  # fmt: skip
        code, told = run(*words)
        assert (code, "judged by whole interviews, because anna is named" in told) == (0, True)
    (study.folder / "study.yaml").write_text("language: nl\ncodebook: themes.yaml\nsample_coder: anna\n", "utf-8")
    code, told = run("validate", study.folder, "--sample", "first")
    assert (code, "met hele interviews beoordeeld, omdat anna genoemd is" in told) == (0, True)


@pytest.mark.slow
def test_of_a_coder_who_did_both_only_the_passages_judge_it(study: Study) -> None:
    """The interviews that were finished add nothing to the passages that were coded one by one."""
    corpus, book = read_corpus(study.folder), read_codebook(study.folder / "themes.yaml")
    for place in corpus.transcripts[0].turns[1::2][:3]:
        row = {"interview": NAMES[0], "start": place.start, "end": place.end}
        write_coding(study, row, coder="anna", do="done", corpus=corpus, codebook=book)
    finish(study, "anna")
    for coder in ("", "anna"):
        sample, notes = chosen(study, coder)
        assert sample is not None
        assert (sample.whole, notes) == (False, ())
        assert sample.hand.state.finished(NAMES, book.ids) == frozenset()
        assert len(sample.hand.units) == 3


@pytest.mark.slow
def test_what_was_settled_of_whole_interviews_is_no_blind_coding(study: Study) -> None:
    finish(study, "anna", "bert")
    corpus, book = read_corpus(study.folder), read_codebook(study.folder / "themes.yaml")
    settle(study, read_coders(study, corpus=corpus, codebook=book), corpus, book, ())
    sample, notes = chosen(study)
    assert (sample, notes[0].kind) == (None, "sample not blind")


@pytest.mark.slow
def test_what_two_settled_of_the_sample_judges_it(tmp_path: Path) -> None:
    study = make_study(tmp_path / "study", coders=("anna", "bert"))
    corpus, book = read_corpus(study.folder), read_codebook(study.folder / "themes.yaml")
    settle(study, read_coders(study, corpus=corpus, codebook=book), corpus, book, ())
    sample, _ = chosen(study)
    assert sample is not None
    assert (sample.coder, sample.whole) == ("agreed", False)


@pytest.mark.slow
def test_who_codes_every_answer_blind_codes_the_sample_too(study: Study) -> None:
    blind = BlindDesk(open_desk(study.folder, coder="cor"))
    for number, key in enumerate(list(blind.units)[:8]):
        blind.save([{"id": f"d{number}", "do": "done", "interview": key}], blind.desk.codebook.coder)
    sample, notes = chosen(study)
    assert sample is not None
    assert (sample.coder, sample.whole, notes) == ("cor", False, ())


def test_a_sample_of_nobody_is_told_as_before(study: Study) -> None:
    write_coding(study, {"note": "Begin."}, coder="anna", do="memo")
    assert chosen(study) == (None, ())
    corpus, book = read_corpus(study.folder), read_codebook(study.folder / "themes.yaml")
    with pytest.raises(StudyError, match="nobody finished two of its passages"):
        find_judged_sample(study, corpus, book)
    assert len(apply_codebook(book, corpus))
