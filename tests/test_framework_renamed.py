"""A matrix of before the codebook renamed or merged a code: what was written for it is in the cell of its successor."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from bp_qual.cli import main

TALK = "I: Hoe?\nR: Wij willen samenwerken met subsidie, dat was het.\n"
BEFORE = (
    "{codebook: F, version: 1.0.0, language: nl, codes: [{id: samen, terms: [samen]}, {id: geld, terms: [subsidie]}]}"
)
RENAMED = (
    "{codebook: F, version: 2.0.0, language: nl, renamed: {geld: middelen},"
    " codes: [{id: samen, terms: [samen]}, {id: middelen, terms: [subsidie]}]}"
)
MERGED = "{codebook: F, version: 2.0.0, language: nl, merged: {geld: samen}, codes: [{id: samen, terms: [samen]}]}"


@pytest.mark.slow
@pytest.mark.parametrize("is_coded", [False, True])
@pytest.mark.parametrize(
    ("codebook", "code", "text"),
    [(RENAMED, "middelen", "Er is geld."), (MERGED, "samen", "Wij doen het samen.\n\nEr is geld.")],
)
def test_a_summary_goes_along_with_its_code(
    tmp_path: Path, codebook: str, code: str, text: str, is_coded: bool
) -> None:
    study, matrix = tmp_path / "study", tmp_path / "matrix.xlsx"
    study.mkdir()
    for wave in ("2010", "2020"):
        (study / f"P01_{wave}.txt").write_text(TALK, encoding="utf-8")
    (study / "codebook.yaml").write_text(BEFORE, encoding="utf-8")
    (study / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: nl\n", encoding="utf-8")
    if is_coded:
        (study / "codings").mkdir()
        (study / "codings" / "anna.jsonl").write_text('{"id": "e1", "n": 1, "do": "memo", "note": "x"}\n', "utf-8")
    assert run(study, matrix).startswith(f"{matrix} geschreven")
    book = openpyxl.load_workbook(matrix)
    for sheet, said in zip(book.worksheets, ("Wij doen het samen.", "Er is geld."), strict=False):
        sheet["B2"] = said
    book.save(matrix)
    (study / "codebook.yaml").write_text(codebook, encoding="utf-8")
    for _ in range(2):
        told = run(study, matrix)
        assert "heeft geen eigen veld" not in told
        assert "van personen of codes die er niet meer zijn" not in told
    cells = {sheet.title: sheet["B2"].value for sheet in openpyxl.load_workbook(matrix).worksheets}
    assert next(said for title, said in cells.items() if title.endswith(code)) == text
    assert "_carried" not in cells or not cells["_carried"]


def run(study: Path, matrix: Path) -> str:
    return CliRunner().invoke(main, ["framework", str(study), "-o", str(matrix)]).output
