"""A codebook that an import made and somebody wrote in, in whatever way, is not touched by a next import."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import import_codings, read_codebook
from bp_qual.codebook import Codebook, codebook_text
from bp_qual.study.import_report import CodingImport


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    for wave in (2010, 2020):
        talk = f"I: Hoe?\nR: In {wave} deden wij alles samen op één plek.\n"
        (folder / f"P01_{wave}.txt").write_text(talk, encoding="utf-8")
    bring(folder, "samen")
    return folder


def bring(study: Path, code: str) -> CodingImport:
    path = study.parent / f"{code}.csv"
    path.write_text(f"person,wave,code,quote\nP01,2010,{code},alles samen\nP01,2010,plek,één plek\n", encoding="utf-8")
    return import_codings(path, study, coder="anna")


EDITS = {
    "id": ("- id: samen", "- id: met_elkaar"),
    "definition": ("- id: samen", "- id: samen\n    definition: Met elkaar."),
    "addition": ("- id: samen", "- id: werk\n  - id: samen"),
    "deletion": ("  - id: plek\n", ""),
    "version": ("1.0.0", "2.0.0"),
}


@pytest.mark.sweep(2)
@pytest.mark.parametrize("edit", EDITS)
def test_what_somebody_wrote_in_a_codebook_that_an_import_made_stays_as_it_is(study: Path, edit: str) -> None:
    file = study / "codebook.yaml"
    text = file.read_text("utf-8")
    assert EDITS[edit][0] in text
    file.write_text(text.replace(*EDITS[edit]), encoding="utf-8")
    book = read_codebook(file)
    file.write_text(codebook_text(book), encoding="utf-8")  # in the very way that an import writes it
    edited = file.read_bytes()
    done = bring(study, "later")
    assert file.read_bytes() == edited
    assert done.codebook == study / "codebook_later.yaml"
    assert ids(read_codebook(done.codebook)) >= ids(book) | {"later"}


def test_where_nobody_wrote_a_next_import_and_the_one_after_it_add_their_codes(study: Path) -> None:
    for code in ("later", "laatst"):
        assert bring(study, code).codebook == study / "codebook.yaml"
    assert ids(read_codebook(study / "codebook.yaml")) == {"samen", "plek", "later", "laatst"}


def ids(book: Codebook) -> set[str]:
    return {code.id for code in book.codes}
