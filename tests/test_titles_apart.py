"""A husband and a wife who are called by their titles alone stay two."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.study.starter import make_study
from proposed_rows import proposed_rows

TALK = "I: Hoe gaat het?\nR: Goed, dank u wel, ik werk er nog en dat bevalt mij.\n"


def persons(folder: Path, *names: str) -> list[str]:
    for number, name in enumerate(names):
        (folder / f"{name}.txt").write_text(TALK.replace("nog", f"nog {number}"), encoding="utf-8")
    make_study(folder)
    told = {row["file"]: row["person"] for row in proposed_rows(folder)}
    return [told[f"{name}.txt"] for name in names]


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Mr Harris 3 May 2012", "Mrs Harris 8 June 2018", "Ms Ng 2012", "Ms Ng 2018"),
         ["Mr Harris", "Mrs Harris", "Ng", "Ng"]),
        (("dhr. Bakker 2012", "mevr. Bakker 2018", "mw Vos 2012", "mevrouw Vos 2018"),
         ["Dhr Bakker", "Mevr Bakker", "Vos", "Vos"]),
        (("2012_meneer_Smit", "2012_mevrouw_Smit", "2018_meneer_Smit", "2018_mevrouw_Smit"),
         ["Meneer Smit", "Mevrouw Smit", "Meneer Smit", "Mevrouw Smit"]),
        (("dhr. Bos 2012", "meneer Bos 2018", "Mw. Bos 2012", "mevrouw Bos 2018"),
         ["Dhr Bos", "Dhr Bos", "Mw Bos", "Mw Bos"]),
        (("DHR Bakker 2010", "MW Bakker 2020"), ["Dhr Bakker", "Mw Bakker"]),
        (("Dhr Jansen 2010", "DHR Jansen 2020"), ["Jansen", "Jansen"]),
        (("Mr. Smit 2010", "Mw. Smit 2010", "Mr. Smit 2020"), ["Mr Smit", "Mw Smit", "Mr Smit"]),
    ],
)  # fmt: skip
def test_a_title_stays_where_one_name_has_two(names: tuple[str, ...], expected: list[str], tmp_path: Path) -> None:
    assert persons(tmp_path, *names) == expected


@pytest.mark.parametrize(
    "names",
    [
        ("MS_Anna_2010", "MR_Anna_2020"),
        ("Anna_2010_MW_def", "Anna_2020_MR_def"),
        ("P01_mw_Jansen_2010", "P01_dhr_Jansen_2020"),
        ("mr. Bakker 2010", "Mw. Bakker 2020"),
        ("Eva dochter van mw Smit 2010", "Eva dochter van dhr Smit 2020"),
        ("Mr Smit 2010", "Smit MS Teams 2020"),
    ],
)
def test_initials_a_master_of_laws_and_the_titles_of_others_part_nobody(names: tuple[str, ...], tmp_path: Path) -> None:
    assert len(set(persons(tmp_path, *names))) == 1
