"""A file by several coders: a code that only one of them ever used is no zero of the other's."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bp_qual import import_codings, read_codebook, read_codings
from bp_qual.cli import main
from program_builders import make_commented
from refi_builders import Mark, guid, make_qdpx

TALK = {
    "P01_2010": "I: Hoe?\nR: Het was te veel werk. De gemeente zweeg.\n",
    "P01_2020": "I: En nu?\nR: In mei ben ik gestopt. Er kwam subsidie.\n",
    "P02_2010": "I: Hoe?\nR: Ik was buschauffeur. Het bestuur hielp mij.\n",
    "P02_2020": "I: En nu?\nR: Het is overgedragen. Zij doen het anders.\n",
}
QUOTES = {
    "P01_2010": ("te veel werk", "De gemeente zweeg"),
    "P01_2020": ("In mei ben ik gestopt", "Er kwam subsidie"),
    "P02_2010": ("Ik was buschauffeur", "Het bestuur hielp mij"),
    "P02_2020": ("Het is overgedragen", "Zij doen het anders"),
}
CODERS = ("anna", "bert", "cleo")
Row = tuple[str, int, str, str]  # interview, which of its quotes, code, coder
WHOSE = ((0, "werk", "anna"), (1, "overheid", "bert"))
THEMES = tuple((name, quote, code, coder) for name in TALK for quote, code, coder in WHOSE)
WAVES = tuple(row for row in THEMES if row[0].endswith("2010") == (row[3] == "anna"))


def make_study(folder: Path) -> Path:
    folder.mkdir()
    for name, talk in TALK.items():
        (folder / f"{name}.txt").write_text(talk, encoding="utf-8")
    return folder


def cells_of(row: Row) -> tuple[str, str, str, str]:
    return row[0][:3], row[0][4:], row[2], QUOTES[row[0]][row[1]]


def write_list(path: Path, rows: Iterable[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [("person", "wave", "code", "quote", "coder"), *((*cells_of(r), r[3]) for r in rows)]
        )
    return path


def write_sheets(path: Path, rows: Sequence[Row]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for coder in sorted({row[3] for row in rows}):
        sheet = book.create_sheet(coder)
        for cells in (("person", "wave", "code", "quote"), *(cells_of(row) for row in rows if row[3] == coder)):
            sheet.append(cells)
    book.save(path)
    return path


def write_columns(path: Path, rows: Sequence[Row]) -> Path:
    """Write the list with a column of zeros and ones for each code."""
    codes = sorted({row[2] for row in rows})
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(("person", "wave", "quote", "coder", *codes))
        for row in rows:
            person, wave, code, quote = cells_of(row)
            csv.writer(file).writerow((person, wave, quote, row[3], *(int(code == other) for other in codes)))
    return path


def write_project(path: Path, rows: Sequence[Row]) -> Path:
    marks = {name: [Mark(QUOTES[name][r[1]], r[2], r[3]) for r in rows if r[0] == name] for name in TALK}
    path.write_bytes(make_qdpx(TALK, marks))
    return path


def write_comments(path: Path, rows: Sequence[Row]) -> Path:
    path.mkdir()
    for name, talk in TALK.items():
        comments = [(QUOTES[name][row[1]], row[2], row[3]) for row in rows if row[0] == name]
        (path / f"{name}.docx").write_bytes(make_commented(talk.strip().split("\n"), comments))
    return path


FILES = {
    "list.csv": write_list,
    "sheets.xlsx": write_sheets,
    "columns.csv": write_columns,
    "project.qdpx": write_project,
    "in_word": write_comments,
}


def finished(study: Path) -> set[tuple[str, str, str]]:
    """Return what is finished: coder, interview and code."""
    codes = read_codebook(study / "codebook.yaml").ids
    coders = [file.stem for file in (study / "codings").glob("*.jsonl")]
    return {(coder, *cell) for coder in coders for cell in read_codings(study, coder=coder).state.finished(TALK, codes)}


def panel(study: Path, coder: str) -> str | dict[str, list[str]]:
    """Return the columns of the wide table, in which what is not coded is empty, or that none is written.

    The difference that a refusal names is the first in the order of the codebook, which here is made of the files.
    """
    path = study / "wide.csv"
    path.unlink(missing_ok=True)
    done = CliRunner().invoke(main, ["export", str(study), "--wide", str(path), "--count", "human", "--coder", coder])
    if done.exit_code:
        return f"refused with {done.exit_code}"
    header, *rows = csv.reader(io.StringIO(path.read_text("utf-8-sig")))
    return {name: [row[index] for row in rows] for index, name in enumerate(header)}


@pytest.mark.slow
@pytest.mark.parametrize("rows", [THEMES, WAVES])
@pytest.mark.parametrize("name", [*FILES])
def test_a_code_that_only_one_coder_used_is_not_finished_for_the_other(
    tmp_path: Path, name: str, rows: tuple[Row, ...]
) -> None:
    study, path = make_study(tmp_path / "study"), FILES[name](tmp_path / name, rows)
    done = import_codings(path, study, sheets="coders")
    assert finished(study) == {(coder, interview, code) for interview, _, code, coder in rows}
    assert "left open, and is no zero: overheid (for anna); werk (for bert)" in done.say("en")
    assert "blijft open en is geen nul: overheid (bij anna); werk (bij bert)" in done.say("nl")
    again = import_codings(path, study, sheets="coders", one_codebook=True)
    assert "--one-codebook" in done.say("en")
    assert "--one-codebook" not in again.say("en")
    assert finished(study) == {(row[3], row[0], code) for row in rows for code in ("werk", "overheid")}


def test_what_nobody_used_was_looked_for_by_all(tmp_path: Path) -> None:
    study, path = make_study(tmp_path / "study"), tmp_path / "project.qdpx"
    codes = "".join(f'<Code guid="{guid(c)}" name="{c}" isCodable="true"/>' for c in ("werk", "overheid", "geld"))
    marks = {"P01_2010": [Mark("te veel werk", "werk", "anna")], "P01_2020": [Mark("Er kwam", "overheid", "bert")]}
    path.write_bytes(make_qdpx(TALK, marks, codes=codes))
    import_codings(path, study)
    used = {("anna", "P01_2010", "werk"), ("bert", "P01_2020", "overheid")}
    assert finished(study) == used | {("anna", "P01_2010", "geld"), ("bert", "P01_2020", "geld")}


def test_a_code_above_that_of_another_coder_is_open_too(tmp_path: Path) -> None:
    study, path = make_study(tmp_path / "study"), tmp_path / "list.csv"
    rows = ("P01,2010,werk > druk,te veel werk,anna", "P01,2020,geld,Er kwam subsidie,bert")
    path.write_text("\n".join(["person,wave,code,quote,coder", *rows]), encoding="utf-8")
    import_codings(path, study)
    assert finished(study) == {
        *(("anna", "P01_2010", "werk"), ("anna", "P01_2010", "druk"), ("bert", "P01_2020", "geld"))
    }


def test_the_answer_for_one_coder_is_on_the_codes_of_that_coder(tmp_path: Path) -> None:
    study, path = make_study(tmp_path / "study"), write_list(tmp_path / "list.csv", WAVES)
    import_codings(path, study, coder="anna", all_coded=True)
    assert finished(study) == {("anna", interview, "werk") for interview in TALK}
    import_codings(path, study, coder="anna", all_coded=True, one_codebook=True)
    assert finished(study) == {("anna", interview, code) for interview in TALK for code in ("werk", "overheid")}


def test_one_coder_is_asked_nothing(tmp_path: Path) -> None:
    rows = [(*row[:3], "anna") for row in THEMES]
    done = import_codings(write_list(tmp_path / "list.csv", rows), make_study(tmp_path / "study"))
    assert "--one-codebook" not in done.say("en")


ROWS = st.lists(
    st.tuples(
        st.sampled_from([*TALK]), st.sampled_from([0, 1]), st.sampled_from(["werk", "overheid", "geld"]),
        st.sampled_from(CODERS),
    ),
    min_size=1, max_size=12, unique=True,
)  # fmt: skip


@pytest.mark.slow
@given(ROWS)
@settings(max_examples=2, deadline=None, phases=[Phase.explicit, Phase.generate])
def test_one_file_with_a_column_of_coders_is_one_file_for_each_coder(rows: list[Row]) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        together, apart = make_study(folder / "together"), make_study(folder / "apart")
        import_codings(write_list(folder / "all.csv", rows), together)
        coders = [*dict.fromkeys(row[3] for row in rows)]
        for coder in coders:
            import_codings(write_list(folder / f"of_{coder}.csv", [row for row in rows if row[3] == coder]), apart)
        assert finished(together) == finished(apart)
        for counted in (coders[0], ",".join(coders), *(("any", "team") if len(coders) > 1 else ())):
            assert panel(together, counted) == panel(apart, counted)
