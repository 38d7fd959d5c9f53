"""First names that are months too: a date keeps its month, a person beside a number does not; all invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bp_qual.pseudonyms.dates_in_names import replace_in_path
from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.pseudonyms.found_names import LIKELY, find_names
from bp_qual.pseudonyms.name_rows import NameRow
from bp_qual.pseudonyms.replacing import Replacer
from bp_qual.pseudonyms.searching_names import find_leftover_names
from bp_qual.pseudonyms.word_evidence import NameLexicon
from test_names_applied import NAMES, apply, write_sheet, write_study

MONTHS = ("Jan", "Mei", "May", "Juni", "June", "April", "August", "Augustus")
DATES = """
12 Jan 2010|12-Jan-2010|12/May/2010|12 Jan. 2010|12. Mei 2010|12Jan2010|12e Mei 2010|4 April, 1999
12 of May 2010|the 3rd of May|on 3 May we moved|op 5 Augustus, denk ik|since 3 April|op 3 en 4 Juni
Monday 3 June|May 12, 2010|on May 12 we moved|in May 2010|sinds Mei 2010|on 3 May. She came
"""
PERSONS = """
Interview 12 Jan 2010|Interview 3 Jan|Ronde 2 Jan 2020|gesprek_2_Jan_2010|3. May|12 Jan: ja|Jan 2010|May_2010
Jan 12 jaar|12Jan|Jan2010|112Jan2010|April 34, baker|June 65|P03 June|2 May|on 12 May Smith came|op 12 Jan de Wit
op 12 Jan's feest|om 12 Jan|kamer 12 Mei 2010|10 Augustus 15|on June 65|op 12, Jan zei
client 3 Jan 2010|student 12 June 2010|kind 3 Jan 2010|3 Jan 2010.txt|01_Jan_2010|12_Jan_2010|2010-Jan-01|39Jan2010
by 8 June was home|until 5 May called|on May 12 times|on May 3 of us|from 9 to 5 May worked|op 12 Jan kwam ik
on 3 May told me|op 3 en 4 Juni kwam|Jan 12th was born|3rd June said|3 Juni '10|do 3 May|before 5 May|3Jan10
"""


def texts(block: str) -> list[str]:
    return [text for line in block.split("\n") for text in line.split("|") if text]


def replaced(text: str) -> str:
    return Replacer([DecidedName(month, "P07") for month in MONTHS], keeps_dates=True).replace(text).text


@pytest.mark.parametrize("text", texts(DATES))
def test_a_date_keeps_its_month(text: str) -> None:
    assert replaced(f"Dat was {text} .") == f"Dat was {text} ."


@pytest.mark.parametrize("text", texts(PERSONS))
def test_a_person_beside_a_number_gets_the_pseudonym(text: str) -> None:
    wanted = re.sub(rf"(?<![^\W\d_])(?:{'|'.join(MONTHS)})(?![^\W\d_])", "P07", text)
    assert replaced(text) == re.sub(r"P07(?=\d)", "P07_", wanted)


@pytest.mark.parametrize(("text", "language"), [("Dat was op 12 Jan 2010.", "nl"), ("Since 3 Jan he works.", "en")])
def test_a_month_of_a_date_is_not_proposed_as_a_name(text: str, language: str) -> None:
    found = find_names(text, NameLexicon(language))
    assert "Jan" not in [text[name.start : name.end] for name in found]


def test_a_month_is_proposed_where_it_does_what_persons_do() -> None:
    text = "En toen zei ik: Mei woont daar, en Juni vertelde alles."
    found = find_names(text, NameLexicon("nl"))
    assert [text[name.start : name.end] for name in found if name.block == LIKELY] == ["Mei", "Juni"]


def test_months_that_stay_are_told_by_apply_and_by_check(tmp_path: Path) -> None:
    study = write_study(tmp_path / "study")
    talk = study / "Annie_2020.txt"
    talk.write_bytes(talk.read_bytes() + b"Annie: Op 12 Jan 2020 en 3 mei kwam June; 5 June 2020 niet.\r\n")
    write_sheet(tmp_path / "names.xlsx", [*NAMES, NameRow("June", "P08", True)])
    done = apply(tmp_path)
    assert "Op 12 Jan 2020 en 3 mei kwam P08; 5 June 2020 niet." in (tmp_path / "new" / "P05_2020.txt").read_text()
    assert any("(2)" in line and "12 Jan 2020" in line and "5 June 2020" in line for line in done.say("nl").split("\n"))
    assert "June" not in {near.word for near in done.near}
    check = find_leftover_names(tmp_path / "new", key=tmp_path / "key.csv")
    assert check.found == ()
    assert [(one.file, one.dates) for one in check.dates] == [("P05_2020.txt", ("12 Jan 2020", "5 June 2020"))]
    assert "P05_2020.txt: 12 Jan 2020" in check.say("en")
    assert "No name of the key" not in check.say("en")
    assert "Geen naam uit de sleutel" not in check.say("nl")


@pytest.mark.sweep(1)
@pytest.mark.parametrize("stem", ["01_Jan_2010", "client 3 Jan 2010", "3 Jan 2010", "12Jan2010", "2010-Jan-01"])
def test_a_name_in_the_name_of_a_file_is_replaced_and_found_whatever_date_it_makes(stem: str, tmp_path: Path) -> None:
    study = write_study(tmp_path / "study")
    (study / "Annie_2010.txt").rename(study / f"{stem}.txt")
    table = study / "interviews.csv"
    table.write_bytes(table.read_bytes().replace(b"Annie_2010.txt", f"{stem}.txt".encode()))
    write_sheet(tmp_path / "names.xlsx")
    apply(tmp_path)
    texts = [path.name for path in (tmp_path / "new").iterdir()] + [(tmp_path / "new" / "interviews.csv").read_text()]
    assert not any("Jan" in text for text in texts)
    assert "naam 1" in texts[-1]
    (tmp_path / "new" / f"{stem}.md").write_bytes(b"-")
    found = find_leftover_names(tmp_path / "new", key=tmp_path / "key.csv").found
    assert [one.spelling for one in found] == ["Jan"]


@pytest.mark.sweep(7)
@pytest.mark.parametrize(
    "stem",
    [
        "Bea 12 Jan 2010",
        "Bea_2010-Jan-12",
        "Bea Jan 2010",
        "Bea-Jan-2010",
        "12Jan2010 Bea",
        "P02 12 Jan 2010",
        "b12 Jan 2010",
    ],
)
def test_a_date_stays_in_the_name_of_a_file_of_another_and_is_told(stem: str, tmp_path: Path) -> None:
    """P01 would be known to be called Jan, and stand in a file of P02."""
    study, name = tmp_path / "study", f"{stem}.txt"
    study.mkdir()
    for file in (name, "Jan 2021.txt"):
        (study / file).write_text("I: Hoe gaat het?\nR: Goed, dank u.\n" * 3, "utf-8")
    (study / "persons.csv").write_text("person,born\nb12,12 Jan 1960\n", "utf-8")
    rows = f"file,person,wave,date\n{name},b12,2010,2010-01-12\nJan 2021.txt,Jan,2021,2021-01-02\n"
    (study / "interviews.csv").write_text(rows, "utf-8")
    write_sheet(tmp_path / "names.xlsx", [NameRow("Bea", "P02", True), NameRow("Jan", "P01", True)])
    done = apply(tmp_path)
    made = stem.replace("Bea", "P02")
    new = {path.name: path for path in (tmp_path / "new").iterdir()}
    assert f"{made}.txt" in new
    assert "P01 2021.txt" in new
    assert f"{made}.txt,b12,2010" in new["interviews.csv"].read_text()
    assert "b12,12 Jan 1960" in new["persons.csv"].read_text()
    date = re.search(r"(?:2010-|(?<![b\d])12 ?)?Jan[ -]?(?:12|2010)", stem)[0]
    assert date in done.say("en")
    assert "12 Jan 1960" in done.say("en")
    check = find_leftover_names(tmp_path / "new", key=tmp_path / "key.csv")
    assert check.found == ()
    told = [(one.file, one.dates) for one in check.dates]
    assert told == sorted([(f"{made}.txt", (date,)), ("persons.csv", ("12 Jan 1960",))])


@pytest.mark.parametrize(
    ("path", "own", "wanted"),
    [
        ("Bea Jan 2010.txt", ("P01",), "P02 P01 2010.txt"),
        ("Bea 12 Jan 2010.txt", ("Jan",), "P02 12 P01 2010.txt"),
        ("Bea & Jan 2010.txt", (), "P02 & P01 2010.txt"),
        ("Bea met Jan 2010.txt", (), "P02 met P01 2010.txt"),
        ("Bea_en_Jan_2010.txt", (), "P02_en_P01_2010.txt"),
        ("Bea, Jan 2010.txt", (), "P02, P01 2010.txt"),
        ("Bea about Jan 2010.txt", (), "P02 about P01 2010.txt"),
        ("Bea-Jan 2010.txt", (), "P02-P01 2010.txt"),
        ("Bea (Jan 2010).txt", (), "P02 (Jan 2010).txt"),
        ("Bea 12 Jan.txt", (), "P02 12 P01.txt"),
        ("Notes 12 Jan 2010.md", (), "Notes 12 P01 2010.md"),
        ("Bea/12 Jan 2010.txt", (), "P02/12 Jan 2010.txt"),
    ],
)
def test_a_month_in_the_path_of_a_file_is_a_person_where_the_file_is_theirs(
    path: str, own: tuple[str, ...], wanted: str
) -> None:
    names = Replacer([DecidedName("Jan", "P01"), DecidedName("Bea", "P02")])
    parts = replace_in_path(path, names, own=own, persons={"P01", "P02"})
    assert "/".join(part.text for part in parts) == wanted
