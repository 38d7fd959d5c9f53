"""Names put back in Word stand where text may stand, and the study reads as it did; all invented."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bp_qual import apply_pseudonyms, read_corpus
from bp_qual.pseudonyms.cut_back import cut_back
from bp_qual.pseudonyms.name_rows import NameRow
from bp_qual.pseudonyms.revealing import reveal_names
from bp_qual.pseudonyms.searching_names import find_leftover_names
from test_names_applied import write_sheet

SAID = [
    ("R: Dat was J. v.d. Meulen.", "J. v.d. Meulen", "[naam 1]"),
    ("R: Mail naar jan.smit@kpn.nl.", "jan.smit@kpn.nl", "[e-mail 1]"),
    ("R: Ga naar www.noordekker.nl.", "www.noordekker.nl", "[website 1]"),
    ("R: Dat was Zaltbommel.", "Zaltbommel", "www.stad.nl"),
    ("Zaltbommel.", "Zaltbommel", "St. Jan"),
]
PIECE = st.text(" .[]a1\n", max_size=4)


@pytest.mark.slow
@pytest.mark.parametrize(("said", "name", "pseudonym"), SAID)
def test_a_name_with_dots_before_a_full_stop_stands_in_word_where_text_may(
    said: str, name: str, pseudonym: str, tmp_path: Path
) -> None:
    study = tmp_path / "study"
    study.mkdir()
    document = docx.Document()
    for text in ("I: Hoe?", "R: Nou."):
        document.add_paragraph(text)
    paragraph = document.add_paragraph("R: Ja. " if not said.startswith("R") else "")
    paragraph.add_run(said).bold = True
    document.save(study / "P02_2020.docx")
    sheet = write_sheet(tmp_path / "names.xlsx", [NameRow(name, pseudonym, True, "other")])
    made = apply_pseudonyms(study, sheet, tmp_path / "new", key=tmp_path / "keys" / "key.csv")
    assert made.turned == {}
    reveal_names(tmp_path / "new", tmp_path / "again", key=tmp_path / "keys" / "key.csv")
    assert read_corpus(tmp_path / "again").transcripts[0].text == read_corpus(study).transcripts[0].text
    runs = docx.Document(tmp_path / "again" / "P02_2020.docx").paragraphs[-1].runs
    assert [run.text for run in runs if run.bold] == [said]


@given(st.lists(PIECE, min_size=1, max_size=6), PIECE, PIECE)
def test_a_text_cut_back_is_whole_and_leaves_empty_pieces_empty(texts: list[str], before: str, after: str) -> None:
    whole = "".join(texts)
    changed = whole.replace("a", f"{before}a{after}").replace("[", "a.")
    parts = cut_back(texts, changed)
    assert "".join(parts) == changed
    if whole.strip():
        assert [part for part, text in zip(parts, texts, strict=True) if not text] == [""] * texts.count("")


@pytest.mark.parametrize(
    ("name", "picture"),
    [
        ("P02_2020.html", '<img src="data:image/png;base64,iVBORw0KGgo=">'),
        ("P02_2020.rtf", r"{\pict\pngblip 89504e47}"),
    ],
)
def test_a_picture_in_a_page_or_rich_text_is_told_as_not_looked_into(name: str, picture: str, tmp_path: Path) -> None:
    study = tmp_path / "study"
    study.mkdir()
    said = r"{\rtf1 I: Hoe?\par R: Roos.\par " if name.endswith("rtf") else "<p>I: Hoe?</p><p>R: Roos.</p>"
    (study / name).write_text(said + picture + "}" * name.endswith("rtf"), encoding="utf-8")
    sheet = write_sheet(tmp_path / "names.xlsx", [NameRow("Roos", "[naam 1]", True)])
    made = apply_pseudonyms(study, sheet, tmp_path / "new", key=tmp_path / "keys" / "key.csv")
    told = [note.values["files"] for note in made.notes if note.kind == "pictures not searched"]
    assert told == [[name]]
    assert find_leftover_names(tmp_path / "new", key=tmp_path / "keys" / "key.csv").unsearched == (name,)


def test_a_table_names_an_interview_that_became_text_as_it_is_called_with_its_names(tmp_path: Path) -> None:
    """Its pseudonym has the sign between cells; the study that is given back can be read."""
    study = tmp_path / "study"
    study.mkdir()
    (study / "Roos_2010.csv").write_text("speaker,text\nI,Hoe?\nRoos,Met Jan.\n", encoding="utf-8")
    (study / "interviews.csv").write_text("file,person,wave,speaker\nRoos_2010.csv,P01,2010,Roos\n", encoding="utf-8")
    rows = [NameRow("Roos", "P01", True), NameRow("Jan", "Bos, Piet", True)]
    sheet, key = write_sheet(tmp_path / "names.xlsx", rows), tmp_path / "keys" / "key.csv"
    assert apply_pseudonyms(study, sheet, tmp_path / "new", key=key).turned == {"Roos_2010.csv": "P01_2010.txt"}
    done = reveal_names(tmp_path / "new", tmp_path / "again", key=key)
    assert [talk.turns[1].person for talk in read_corpus(tmp_path / "again").transcripts] == ["P01"]
    assert (tmp_path / "again" / "Roos_2010.txt").read_text("utf-8") == "I: Hoe?\nRoos: Met Jan."
    assert "Roos_2010.csv had become plain text and stays so: it is Roos_2010.txt" in done.say("en")
    assert "Roos_2010.csv was platte tekst geworden en blijft dat: het is Roos_2010.txt" in done.say("nl")


def test_names_of_sheets_are_put_back_and_not_taken_for_edited(tmp_path: Path) -> None:
    study = tmp_path / "study"
    study.mkdir()
    book = openpyxl.Workbook()
    book.active.title = "03 Brug"
    book.active.append(["speaker", "text"])
    for row in (["I", "Hoe?"], ["R", "De Brug, met Jan."]):
        book.active.append(row)
    book.save(study / "P01_2010.xlsx")
    rows = [NameRow("Brug", "[organisatie 3]", True, "organisation"), NameRow("Jan", "P02", True)]
    sheet, key = write_sheet(tmp_path / "names.xlsx", rows), tmp_path / "keys" / "key.csv"
    assert apply_pseudonyms(study, sheet, tmp_path / "new", key=key).turned == {}
    done = reveal_names(tmp_path / "new", tmp_path / "again", key=key)
    assert done.edited == {}
    again = openpyxl.load_workbook(tmp_path / "again" / "P01_2010.xlsx")
    assert again.sheetnames == ["03 Brug"]
    assert again.active["B3"].value == "De Brug, met Jan."
