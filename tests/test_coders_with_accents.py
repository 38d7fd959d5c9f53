"""A coder's name is one, however its accents are written: macOS writes é as e and an accent in the names of files."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

import bp_qual as bq
from bp_qual import read_codings, read_corpus, read_study, write_coding
from bp_qual.cli import main
from bp_qual.cli.page_command import coder_of_page
from bp_qual.coding.by_hand import CoderLog, Event, list_coders, read_history
from bp_qual.page import open_desk
from bp_qual.page.start_view import describe_study
from bp_qual.study.judged_samples import list_judged_samples
from bp_qual.study.sample_units import read_sample
from bp_qual.validation.dividing import divide_sample

ONE, APART = (unicodedata.normalize(form, "Noé") for form in ("NFC", "NFD"))
BOOK = "codebook: B\nversion: 1.0.0\nlanguage: nl\ncodes:\n  - {id: samen, terms: [samen]}\n"


@pytest.fixture(params=[ONE, APART], ids=["composed", "apart"])
def study(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A study of Noé and Bert, in which the file of Noé and what names him are written in one way or the other."""
    (tmp_path / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (tmp_path / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: en\n", encoding="utf-8")
    for person in ("P01", "P02"):
        for wave in ("2010", "2020"):
            talk = tmp_path / f"{person}_{wave}.txt"
            talk.write_text("I: Hoe?\nR: Wij doen dat samen en vrij.\n", encoding="utf-8")
            for coder in ("bert", ONE):
                row = {"interview": talk.stem, "start": 24, "end": 29, "code": "samen"}
                write_coding(tmp_path, row, coder=coder, do="accept")
                write_coding(tmp_path, {"interview": talk.stem}, coder=coder, do="done")
    (tmp_path / "codings" / f"{ONE}.jsonl").rename(tmp_path / "codings" / f"{request.param}.jsonl")
    units = [
        f"u{number},{name},11,38,{request.param}"
        for number, name in enumerate(("P01_2010", "P01_2020", "P02_2010", "P02_2020"))
    ]
    (tmp_path / "samples").mkdir()
    table = "\n".join(("unit,interview,start,end,coders", *units)) + "\n"
    (tmp_path / "samples" / "s.csv").write_text(table, encoding="utf-8")
    return tmp_path


def run(*words: str) -> str:
    result = CliRunner().invoke(main, list(words), prog_name="bp-qual")
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.sweep(1)
@pytest.mark.parametrize("asked", [ONE, APART])
@pytest.mark.parametrize(
    "command",
    [
        "compare STUDY -o OUT --count reviewed --coder CODER",
        "compare STUDY -o OUT --count human --coder bert,CODER",
        "quotes STUDY --code samen --count reviewed --coder CODER",
        "code STUDY -o OUT/codings.csv --count reviewed --coder CODER",
        "framework STUDY -o OUT/matrix.xlsx --count reviewed --coder CODER",
        "agree STUDY --coders CODER bert",
        "agree STUDY -o OUT/agree.csv",
        "codings STUDY --fits samen --coder CODER",
        "suggest STUDY --code samen --coder CODER --letters",
        "sheet STUDY --sample s --coder CODER -o OUT/sheet.xlsx",
        "sample STUDY -n 2 --name t --coder CODER --coder bert --design pps",
    ],
)
def test_a_command_takes_the_name_written_in_either_way(study: Path, tmp_path: Path, asked: str, command: str) -> None:
    (tmp_path / "out").mkdir()
    words = command.replace("STUDY", str(study)).replace("OUT", str(tmp_path / "out")).replace("CODER", asked).split()
    run(*words)
    assert list_coders(study) == (ONE, "bert")


@pytest.mark.slow
def test_the_settings_of_a_study_take_the_name_in_either_way(study: Path, tmp_path: Path) -> None:
    keys = "codebook: codebook.yaml\nlanguage: en\ncount: reviewed\n"
    for name in (ONE, APART):
        (study / "study.yaml").write_text(f"{keys}coders: [{name}]\n", "utf-8")
        run("compare", str(study), "-o", str(tmp_path / "out"))
        (study / "study.yaml").write_text(f"{keys}coders: [{name}]\nsample_coder: {name}\n", "utf-8")
        said = read_study(study)
        assert (said.coders, said.sample_coder) == ((ONE,), ONE)


@pytest.mark.slow
@pytest.mark.parametrize("asked", [ONE, APART])
def test_in_a_notebook_too_the_name_is_one(study: Path, asked: str) -> None:
    assert len(read_codings(study, coder=asked).decisions) == 4
    assert read_codings(study, coder=asked).coder == ONE
    assert len(read_history(study, asked).events) == 8
    corpus, book = read_corpus(study), bq.read_codebook(study / "codebook.yaml")
    assert bq.confirm_codings(study, "samen", coder=asked) is not None
    units = read_sample(read_study(study), "s", corpus)
    assert all(unit.is_for(asked) for unit in units)
    assert not any(unit.is_for("bert") for unit in units)
    run("sample", str(study), "-n", "4", "--name", "d", "--design", "srs")
    assert [own.coder for own in list_judged_samples(read_study(study), corpus, book, name="d", coder=asked)] == [ONE]
    drawn = pd.DataFrame({"unit": ["a", "b"], "order": [1, 2]})
    divided = divide_sample(drawn, [asked, "bert"], coded={"a": [ONE]})
    assert set(divided["coders"]) == {ONE}
    with pytest.raises(ValueError, match="twice"):
        divide_sample(drawn, [ONE, APART])


@pytest.mark.slow
@pytest.mark.parametrize("asked", [ONE, APART])
def test_what_is_saved_goes_into_the_file_that_is_there(study: Path, asked: str) -> None:
    before = sorted(path.name for path in (study / "codings").glob("*.jsonl"))
    write_coding(study, {"note": "Go on."}, coder=asked, do="memo")
    CoderLog(study, asked).append([Event("e1", "memo", note="Go on.")])
    desk = open_desk(study, coder=coder_of_page(study, asked))
    desk.save([{"id": "e2", "do": "memo", "note": "Go on."}], desk.codebook.coder)
    assert desk.coder == ONE
    assert describe_study(desk).notices == ()
    assert sorted(path.name for path in (study / "codings").glob("*.jsonl")) == before
    assert len(read_codings(study, coder=ONE).memos) == 3


@pytest.mark.slow
def test_a_file_in_either_way_is_one_coder_whose_work_counts_once(study: Path) -> None:
    """A folder that went from a Mac to Linux and back may hold both."""
    (own,) = (path for path in (study / "codings").glob("*.jsonl") if path.stem != "bert")
    other = own.with_name(f"{APART if own.stem == ONE else ONE}.jsonl")
    other.write_bytes(own.read_bytes())
    assert list_coders(study) == (ONE, "bert")
    assert len(read_codings(study, coder=ONE).decisions) == 4
    assert "also read, as copies of the same file" in run("codings", str(study))
