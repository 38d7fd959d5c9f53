"""Which words beside a replaced name are told as perhaps that name: slips, other capitals; all names are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import read_corpus
from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.pseudonyms.near_spellings import find_near
from test_names_applied import apply, write_sheet, write_study

NAMES = [
    DecidedName("mevrouw Kok", "P05"),
    DecidedName("meneer Kok", "P02"),
    DecidedName("Wijkcentrum De Akkers", "[organisatie 1]", "organisation"),
    DecidedName("Jan", "P03"),
    DecidedName("Het Palet", "[organisatie 2]", "organisation"),
    DecidedName("Mrs Muster", "P06"),
    DecidedName("Lister", "P04"),
    DecidedName("theo.kok@buurt.example", "[e-mail 1]", "email"),
]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("De meneer van het wijkcentrum zei tegen mevrouw Kok dat het goed was.", set()),
        ("Toen belde meneer kok weer.", {"kok"}),
        ("Toen belde jan weer.", {"jan"}),
        ("Wijkcentrum De Akers ging dicht.", {"Akers"}),
        ("Toen belde Lyster weer.", {"Lyster"}),
        ("En dan van de man uit het dorp, ja.", set()),
        ("Het was mis. Mrs Jones zei dat ook, met zuster Zuster.", set()),
    ],
)
def test_what_is_told_is_a_name_with_other_capitals_or_a_slip(said: str, told: set[str], tmp_path: Path) -> None:
    for wave in ("2010", "2020"):
        (tmp_path / f"P01_{wave}.txt").write_text(f"I: Hoe ging dat toen?\nR: {said}\n", "utf-8")
    (tmp_path / "study.yaml").write_text("language: nl\n", "utf-8")
    near = find_near(read_corpus(tmp_path), NAMES, {})
    assert {found.word for found in near} - {"Wijkcentrum"} == told


def test_half_a_double_name_beside_a_pseudonym_is_told_in_talk_and_in_the_names_of_files(tmp_path: Path) -> None:
    study = write_study(tmp_path / "study")
    (study / "Annie_2010.txt").rename(study / "Annie-Marie 2010.txt")
    table = study / "interviews.csv"
    table.write_text(table.read_text("utf-8").replace("Annie_2010.txt", "Annie-Marie 2010.txt"), encoding="utf-8")
    with (study / "Annie_2020.txt").open("a", encoding="utf-8") as file:
        file.write("I: Wie nog meer?\r\nAnnie: Roos-Vos, en Jan-achtig.\r\n")
    write_sheet(tmp_path / "names.xlsx")
    said = apply(tmp_path).say("nl")
    assert "Van een dubbele naam staat er misschien nog de helft naast een pseudoniem: " in said
    assert "P05-Marie" in said
    assert "[naam 2]-Vos" in said
    assert "achtig" not in said
