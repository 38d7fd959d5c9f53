"""Codes that find less or more where names are pseudonyms are told, as the matcher finds; all invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import apply_pseudonyms
from bp_qual.pseudonyms.name_rows import NameRow
from test_names_applied import write_sheet, write_study


def told(place: Path, terms: str, rows: list[NameRow], said: str) -> list[tuple[str, list[str]]]:
    study = write_study(place / "study")
    book = (study / "codebook.yaml").read_text(encoding="utf-8").replace("[helpen, hulp]", terms)
    (study / "codebook.yaml").write_text(book, encoding="utf-8")
    (study / "Annie_2010.txt").write_text(f"I: Wie hielp u?\nAnnie: {said}\n", encoding="utf-8")
    rows = [NameRow("Annie", "P05", True), *rows]
    made = apply_pseudonyms(study, write_sheet(place / "names.xlsx", rows), place / "new", key=place / "key.csv")
    kinds = ("terms are names", "terms in pseudonyms")
    return [(note.kind, note.values["terms"]) for note in made.notes if note.kind in kinds]


@pytest.mark.parametrize(
    ("terms", "name", "said"),
    [
        ("[bakker]", "Bakker", "Bakker hielp ons altijd."),
        ("[bakk*]", "Bakker", "Wij gingen naar Bakker toe."),
        ("[bakker helpen]", "Bakker", "Bakker helpen deden wij graag."),
    ],
)
def test_a_term_that_finds_a_name_written_otherwise_is_told(terms: str, name: str, said: str, tmp_path: Path) -> None:
    assert told(tmp_path, terms, [NameRow(name, "[naam 4]", True)], said) == [("terms are names", [terms[1:-1]])]


def test_a_term_that_finds_a_word_of_a_pseudonym_is_told(tmp_path: Path) -> None:
    rows = [NameRow("Humanitas", "de Bakker", True, "organisation")]
    assert told(tmp_path, "[bakker]", rows, "Humanitas hielp ons.") == [("terms in pseudonyms", ["bakker"])]


def test_nothing_is_told_of_terms_that_find_what_they_found(tmp_path: Path) -> None:
    assert told(tmp_path, "[hulp, roos]", [NameRow("Jan", "[naam 1]", True)], "Jan gaf een roos en hulp.") == []
