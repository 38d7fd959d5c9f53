"""Whether the passages of a sample were masked is kept with each that is finished, and the paragraph says it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bp_qual import read_codebook, read_corpus, read_study, write_coding
from bp_qual.page.blind import BlindDesk
from bp_qual.page.desk import open_desk
from bp_qual.study.coding_sheets import SheetSaved, save_sheet, sheet_bytes
from bp_qual.study.judged_samples import list_judged_samples
from bp_qual.study.sample_units import read_sample
from bp_qual.validation.sheet_marks import read_marks
from bp_qual.validation.shown_masked import MASKED, UNMASKED, UNRECORDED
from test_coding_sheets import folder, grid, mark_all, run

__all__ = ["folder"]
BLOTTED = {"en": "was blotted out.", "nl": "was onleesbaar gemaakt."}
LEFT = {"en": "What a passage itself says of its year was left in it.", "nl": "Wat een passage zelf over haar jaar"}


def by_sheet(folder: Path, tmp_path: Path, coder: str = "anna", *, mask: bool) -> SheetSaved:
    study, corpus, book = read_study(folder), read_corpus(folder), read_codebook(folder / "themes.yaml")
    units, path = read_sample(study, "first", corpus), tmp_path / f"{coder}{mask}.xlsx"
    path.write_bytes(sheet_bytes(units, corpus, book, coder=coder, ending=".xlsx", mask=mask))
    mark_all(path)
    return save_sheet(study, path, units, corpus, book, coder=coder, name="first")


def by_page(folder: Path, *, mask: bool, only: int | None = None) -> None:
    study = read_study(folder)
    desk = open_desk(folder, coder="anna")
    blind = BlindDesk(desk, read_sample(study, "first", desk.corpus), name="first", mask=mask)
    rows = [{"id": f"d{n}{mask}", "do": "done", "interview": key} for n, key in enumerate(list(blind.units)[:only])]
    assert blind.save(rows, desk.codebook.coder).refused == ()


def finish_some(folder: Path, n: int | None) -> None:
    """Finish passages as a notebook does, which does not say how they were shown."""
    study, corpus, book = read_study(folder), read_corpus(folder), read_codebook(folder / "themes.yaml")
    for unit in read_sample(study, "first", corpus)[-n if n else None :]:
        row = {"interview": unit.interview, "start": unit.start, "end": unit.end, "note": "first"}
        write_coding(study, row, coder="anna", do="done", corpus=corpus, codebook=book)


def paragraph(folder: Path, language: str = "en") -> str:
    result = run("validate", folder, "--sample", "first", "--paragraph", "--language", language)
    assert result.exit_code == 0, result.output
    return " ".join(result.output.split())


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("mask", [True, False])
@pytest.mark.parametrize("how", ["sheet", "page"])
def test_the_paragraph_says_whether_what_tells_the_wave_was_blotted_out(
    folder: Path, tmp_path: Path, how: str, mask: bool, language: str
) -> None:
    if how == "sheet":
        by_sheet(folder, tmp_path, mask=mask)
    else:
        by_page(folder, mask=mask)
    said = paragraph(folder, language)
    assert (BLOTTED[language] in said, LEFT[language] in said) == (mask, not mask)
    assert "without knowing" not in said
    assert "zonder te weten" not in said


@pytest.mark.slow
def test_passages_that_were_partly_masked_are_counted_and_what_was_seen_once_was_seen(
    folder: Path, tmp_path: Path
) -> None:
    finish_some(folder, 2)
    by_page(folder, mask=False, only=4)
    by_sheet(folder, tmp_path, mask=True)  # finishes the rest; what was seen was seen
    said = paragraph(folder)
    known = re.search(r"blotted out in (\d+) of 12 passages; in (\d+) it was left[.] (?:Of (\d) pass)?", said)
    assert known is not None
    masked, unmasked, unrecorded = map(int, known.groups())
    assert (masked + unmasked + unrecorded, unmasked, unrecorded <= 2) == (12, 4, True)


@pytest.mark.slow
def test_of_passages_of_which_it_is_not_known_only_what_was_not_shown_is_said(folder: Path) -> None:
    finish_some(folder, None)
    said = paragraph(folder)
    assert "without being shown whose they were, from which wave" in said
    assert (BLOTTED["en"] in said, LEFT["en"] in said, "not recorded" in said) == (False, False, False)


def test_each_coder_of_a_sample_has_what_that_coder_saw(folder: Path, tmp_path: Path) -> None:
    for coder in ("anna", "bert"):
        by_sheet(folder, tmp_path, coder, mask=coder == "bert")
    study, corpus, book = read_study(folder), read_corpus(folder), read_codebook(folder / "themes.yaml")
    shown = {one.coder: one.shown for one in list_judged_samples(study, corpus, book, name="first")}
    assert shown == {"anna": ((UNMASKED, 12),), "bert": ((MASKED, 12),)}


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("In ████ I had money.", (MASKED, MASKED)),
        ("In 2020 I had money.", (UNMASKED, UNMASKED)),
        ("something else", (UNRECORDED, UNRECORDED)),
    ],
)
def test_a_passage_in_which_nothing_is_blotted_out_is_as_the_others_in_the_sheet(
    first: str, expected: tuple[str, str]
) -> None:
    passages = {"p1": "In 2020 I had money.", "p2": "It rained."}
    rows = grid(["key", "passage", "money"], ["p1", first, "x"], ["p2", "It rained.", "x"])
    marks = read_marks([rows], passages, {"money": ["money"]})
    assert tuple(row.shown for row in marks.rows) == expected
