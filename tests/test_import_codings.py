"""Codings of other programs come in with every quote at its place, or listed; never in a wrong place."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook
from openpyxl.comments import Comment

from bp_qual import import_codings, read_codebook, read_codings
from bp_qual.cli import main
from bp_qual.errors import BpQualError
from bp_qual.exchange.list_headings import find_list_columns
from bp_qual.exchange.sheet_rows import read_rows
from processor_time import seconds

BOOK = """
codebook: B
version: 1.0.0
language: nl
codes:
  - id: samen
    label: Samen doen
  - id: werk
  - id: druk
    label: Druk
    parent: werk
"""
TALK = {
    "P01_2010": "I: Hoe gaat het?\nP01: Wij doen dat samen, altijd. Het wérk is ‘heel’ zwaar geworden vorig jaar.\n"
    "I: En nu?\nP01: Ja, ja. Wij wonen hier al lang en dat bevalt ons nog steeds heel erg goed.\n",
    "P01_2020": "I: Hoe gaat het?\nP01: Ieder voor zich, zo is dat. Wij doen niets meer samen.\n",
    "P02_2010": "I: Hoe gaat het?\nP02: Goed hoor. Goed hoor. Dat komt door de buren: die helpen.\n",
}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (folder / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: nl\n", encoding="utf-8")
    for name, talk in TALK.items():
        (folder / f"{name}.txt").write_text(talk, encoding="utf-8")
    return folder


def write_list(folder: Path, *rows: str, heading: str = "person,wave,code,quote") -> Path:
    path = folder.parent / "list.csv"
    path.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
    return path


def why(path: Path, study: Path) -> list[str]:
    return list(import_codings(path, study, dry_run=True).listed["why"])


# --- columns ---------------------------------------------------------------------------------------------------------

PROGRAMS = {
    "NVivo": "Name;In Folder;Codes;Coded Text;Coded By Initials;Modified On",
    "ATLAS.ti": "ID;Document;Quotation Content;Comment;Codes;Reference;Created by;Created",
    "ATLAS.ti Deutsch": "ID;Dokument;Zitatinhalt;Kommentar;Kodes;Erstellt von",
    "MAXQDA": "Comment;Document group;Document name;Code;Beginning;End;Weight score;Segment;Author;Creation date",
    "MAXQDA Deutsch": "Kommentar;Dokumentgruppe;Dokumentname;Code;Anfang;Ende;Gewicht;Segment;Bearbeitet von",
    "Dedoose": "Media Title;Excerpt Range;Excerpt Creator;Excerpt Date;Excerpt Copy;Codes Applied Combined",
    "QualCoder": "Filename;Coder;Coded;Codename;Category",
    "Taguette": "id;document;tag;content",
    "by hand, Dutch": "Persoon;Jaar;Thema;Citaat;Codeur;Opmerking",
    "by hand, German": "Teilnehmer;Welle;Thema;Textstelle",
}


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_columns_of_every_program_are_known(program: str) -> None:
    columns = find_list_columns(PROGRAMS[program].split(";"))
    assert {"quote", "code"} <= set(columns)
    assert "document" in columns or {"person", "wave"} <= set(columns)


def test_a_list_of_maxqda_with_a_title_above_it_is_read_from_excel(study: Path) -> None:
    sheet = Workbook()
    for row in (
        ["Überblick Codings"],
        [],
        ["Dokumentgruppe", "Dokumentname", "Code", "Anfang", "Ende", "Segment", "Bearbeitet von"],
        ["2010", "P01", "werk > Druk", 2, 2, "Het werk is 'heel' zwaar geworden", "Anna"],
    ):
        sheet.active.append(row)
    sheet.save(data := io.BytesIO())
    path = study.parent / "codings.xlsx"
    path.write_bytes(data.getvalue())
    done = import_codings(path, study)
    assert done.codings[["interview", "code", "quote", "coder"]].values.tolist() == [
        ["P01_2010", "druk", "Het wérk is ‘heel’ zwaar geworden", "anna"]
    ]


@pytest.mark.parametrize("heads", [("Anfang", "Ende"), ("Beginning", "End"), ("Begin", "Einde")])
def test_paragraphs_of_maxqda_are_known_and_are_no_place(study: Path, heads: tuple[str, str]) -> None:
    cell = '"""doen dat samen"" / ""vorig jaar"""'  # two quotes in a cell: one with a place is never parted
    path = write_list(study, f"P01_2010,samen,2,3,{cell}", heading=f"Dokumentname,Code,{heads[0]},{heads[1]},Segment")
    done = import_codings(path, study)
    assert (done.codings["quote"].tolist(), done.lost) == (["doen dat samen", "vorig jaar"], ())


def test_a_code_label_is_a_code(study: Path) -> None:
    path = write_list(study, "P01,2010,Iets nieuws,doen dat samen", heading="person,wave,code label,quote")
    assert import_codings(path, study).new_codes == ("iets_nieuws",)


def test_numbered_quotes_on_one_line_are_parted_where_each_is_found(study: Path) -> None:
    path = write_list(
        study,
        "P01,2010,samen,1. doen dat samen 2. 'heel' zwaar; 3) vorig jaar",
        "P01,2010,druk,1. doen dat samen 2. nooit gezegd",
        "P01,2010,druk,1. doen dat samen 3. vorig jaar",
    )
    done = import_codings(path, study)
    assert done.codings["quote"].tolist() == ["doen dat samen", "‘heel’ zwaar", "vorig jaar"]
    assert list(done.listed[["where", "why"]].itertuples(index=False, name=None)) == [
        ("list.csv:3", "not_found"),
        ("list.csv:4", "not_found"),
    ]


def test_signs_of_what_was_left_out_are_no_quotes_of_their_own(study: Path) -> None:
    path = write_list(study, 'P01,2010,samen,"[...]\n…"')
    assert import_codings(path, study).listed["where"].tolist() == ["list.csv:2"]


@pytest.mark.slow
def test_codes_are_told_by_name_and_as_done_or_still_to_be_done(study: Path) -> None:
    for file in study.glob("*.yaml"):
        file.unlink()
    path = write_list(study, "P01,2010,Werk > Te veel,doen dat samen")
    plan = import_codings(path, study, dry_run=True)
    assert "The study has no codebook: " in plan.say("en")
    assert "would be made of 2 codes (Werk, Te veel)." in plan.say("en")
    assert "study.yaml zou" in plan.say("nl")
    assert "The study had no codebook: " in import_codings(path, study).say("en")
    (study / "codebook.yaml").write_text((study / "codebook.yaml").read_text("utf-8") + "# mine\n", encoding="utf-8")
    path = write_list(study, "P01,2010,Te licht,vorig jaar")
    plan = import_codings(path, study, dry_run=True)
    assert "1 code that the codebook lacks (Te licht), to be put with those of the study in" in plan.say("en")
    assert "bij die van het onderzoek gezet in" in import_codings(path, study).say("nl")
    shown = CliRunner().invoke(main, ["codings", str(study), "--language", "en"]).output
    assert (
        "the codebook has no code Te licht (te_licht) (1 coding, 0 decisions), but codebook_list.yaml has it" in shown
    )
    assert "P01_2020: finished, but not for" not in shown


def test_codings_without_a_coder_are_told_with_their_name(study: Path) -> None:
    path = write_list(study, "P01,2010,samen,doen dat samen")
    said = import_codings(path, study, dry_run=True).say("nl")
    assert "Zonder codeur in" in said
    assert "onder de naam imported (geïmporteerd): 1 codering." in said
    assert import_codings(path, study, coder="anna").unnamed == 0
    assert import_codings(path, study, coder="imported").unnamed == 0


def test_a_column_that_nothing_is_made_of_is_named(study: Path) -> None:
    path = write_list(study, "P01,2010,samen,doen dat samen,9", heading="person,wave,code,quote,weight")
    assert [str(item) for item in import_codings(path, study).lost] == ["the column 'weight'"]


def test_columns_of_dedoose_with_a_true_for_each_code_are_codes(study: Path) -> None:
    path = write_list(
        study,
        "P01_2010.docx,doen dat samen,TRUE,,False",
        heading="Media Title,Excerpt Copy,Code: Samen doen Applied,Code: Samen doen Weight,Code: Druk Applied",
    )
    done = import_codings(path, study)
    assert (done.codings["code"].tolist(), done.lost) == (["samen"], ())


def test_a_table_that_is_no_list_is_refused_with_what_it_lacks(study: Path) -> None:
    path = write_list(study, "P01,Ja", heading="person,remark")
    with pytest.raises(
        BpQualError, match=r"list\.csv:1  has no column of quotes and column of codes; its headings are: p"
    ):
        import_codings(path, study)
    with pytest.raises(BpQualError, match="holds counts and no quotes"):
        import_codings(write_list(study, "P01,2010,werk,3", heading="person,wave,code,mentions"), study)
    with pytest.raises(BpQualError, match=r"codebook\.yaml  holds codes and no codings\."):
        import_codings(study / "codebook.yaml", study)
    (study / "notes.odp").write_bytes(b"PK")
    with pytest.raises(BpQualError, match="not in a known format for codings"):
        import_codings(study / "notes.odp", study)


# --- whose words -----------------------------------------------------------------------------------------------------


@pytest.mark.sweep(5)
@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("document", "P01_2010"),
        ("document", "p01_2010.TXT"),
        ("document", r"Internals\Interviews\P01 2010.docx"),
        ("document", "Interview met P01 (2010) definitief"),
        ("folder,document", "2010,P01"),
        ("person,wave", "p01,2010"),
        ("person,wave", "P01,ronde 2010"),
    ],
)
def test_an_interview_is_known_by_document_or_by_person_and_wave(study: Path, heading: str, cells: str) -> None:
    path = write_list(study, f"{cells},samen,doen dat samen", heading=f"{heading},code,quote")
    assert import_codings(path, study).codings["interview"].tolist() == ["P01_2010"]


def test_an_interview_that_is_not_there_or_contradicts_itself_is_listed(study: Path) -> None:
    assert why(write_list(study, "P09,2010,samen,doen dat samen"), study) == ["no_interview"]
    path = write_list(study, "P01_2010,P02,samen,doen dat samen", heading="document,person,code,quote")
    assert why(path, study) == ["no_interview"]


# --- places ----------------------------------------------------------------------------------------------------------


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    ("quote", "text", "how"),
    [
        ("Wij doen dat samen", "Wij doen dat samen", "same"),
        ("“wij  DOEN dat samen”", "Wij doen dat samen", "same"),
        ('het werk is "heel" zwaar', "Het wérk is ‘heel’ zwaar", "same"),
        ("Het we\u00adrk is", "Het wérk is", "same"),
        ("Wij doen dat [...] zwaar geworden", "Wij doen dat samen, altijd. Het wérk is ‘heel’ zwaar geworden", "parts"),
        ("Het werk is veel zwaar geworden vorig jaar", "Het wérk is ‘heel’ zwaar geworden vorig jaar", "nearly"),
        ("sdat bevalt ons nog steeds heel erg", "dat bevalt ons nog steeds heel erg", "nearly"),
        ("dat bevalt ons nog steeds heel ergs", "dat bevalt ons nog steeds heel erg", "nearly"),
        ("at bevalt ons niog steeds heel er", "dat bevalt ons nog steeds heel erg", "nearly"),
        ("Wij … samen, altijd", "Wij doen dat samen, altijd", "parts"),
        ("lang (...) erg goed", "lang en dat bevalt ons nog steeds heel erg goed", "parts"),
    ],
)
def test_a_quote_is_found_however_it_was_copied(study: Path, quote: str, text: str, how: str) -> None:
    cell = '"' + quote.replace('"', '""') + '"'
    codings = import_codings(write_list(study, f"P01,2010,samen,{cell}"), study).codings
    assert codings[["quote", "how"]].values.tolist() == [[text, how]]
    start, end = codings.loc[0, ["start", "end"]]
    assert TALK["P01_2010"][start:end] == text


@pytest.mark.parametrize(
    "quote",
    [
        "Wij doen niets meer samen.",
        "Ieder voor zich, zo is dat. [...] niets meer samen.",
        "Ieder voor zich, zo ist dat. Wij doen niets meer samen.",
    ],
)
def test_a_quote_that_ends_with_a_full_stop_does_so_however_it_is_found(study: Path, quote: str) -> None:
    codings = import_codings(write_list(study, f'P01,2020,samen,"{quote}"'), study).codings
    assert codings.loc[0, "quote"].endswith("niets meer samen.")


def test_a_quote_with_and_without_its_full_stop_is_one_coding(study: Path) -> None:
    rows = ("P01,2020,samen,Wij doen niets meer samen", "P01,2020,samen,Wij doen niets meer samen.")
    done = import_codings(write_list(study, *rows), study, coder="anna")
    assert done.codings["quote"].tolist() == ["Wij doen niets meer samen"]
    assert "the same coding as an earlier row has, kept once: 1 row" in done.say("en")
    assert import_codings(write_list(study, rows[1]), study, coder="anna").codings["new"].tolist() == [False]
    assert len(read_codings(study, coder="anna").codings) == 1


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("P02,2010,samen,Goed hoor", "found_twice"),
        ("P01,2010,samen,Hoe gaat het", "no_answer"),
        ("P01,2010,samen,Dat heb ik nooit gezegd", "not_found"),
        ("P01,2010,samen,ord", "within_word"),
        ("P01,2010,samen,Wij … nog", "not_found"),
        ("P01,2010,samen,oen … lang en", "not_found"),
        ("P01,2010,samen,Ja (...) hier al", "found_twice"),
        ("P01,2010,samen,", "no_quote"),
        ("P01,2010,,doen dat samen", "no_code"),
    ],
)
def test_a_quote_without_one_certain_place_is_listed(study: Path, row: str, reason: str) -> None:
    path = write_list(study, row)
    assert set(why(path, study)) == {reason}
    assert import_codings(path, study).codings.empty


@pytest.mark.parametrize(
    "cell",
    [
        "- Ieder voor zich, zo is dat.\n- Wij doen niets meer samen.",
        "Ieder voor zich, zo is dat.\nWij doen niets meer samen.",
        "1) Ieder voor zich, zo is dat. 2) Wij doen niets meer samen.",
        '"Ieder voor zich, zo is dat." "Wij doen niets meer samen."',
    ],
)
def test_quotes_in_a_cell_that_stand_next_to_each_other_stay_apart(study: Path, cell: str) -> None:
    row = 'P01,2020,samen,"' + cell.replace('"', '""') + '"'
    quotes = import_codings(write_list(study, row), study).codings["quote"].tolist()
    assert [quote.strip('"') for quote in quotes] == ["Ieder voor zich, zo is dat.", "Wij doen niets meer samen."]


def test_a_quote_over_two_lines_of_the_transcript_is_one(study: Path) -> None:
    (study / "P01_2020.txt").write_text("I: Hoe?\nP01: Ieder voor zich.\nWij doen niets samen.\n", encoding="utf-8")
    done = import_codings(write_list(study, 'P01,2020,samen,"Ieder voor zich.\nWij doen niets samen."'), study)
    assert done.codings["quote"].tolist() == ["Ieder voor zich.\nWij doen niets samen."]


@pytest.mark.parametrize("row", ["P01,2010,,Hoe gaat het,rare vraag", "P01,2010,,doen dat samen,"])
def test_a_row_without_a_code_leaves_no_code_open_where_an_empty_cell_says_nothing(study: Path, row: str) -> None:
    path = write_list(study, "P01,2010,samen,doen dat samen,", row, heading="person,wave,code,quote,memo")
    assert len(import_codings(path, study, coder="anna", blanks="none").listed) == 1
    assert read_codings(study, coder="anna").state.finished(["P01_2010"], ["samen"]) == {("P01_2010", "samen")}


def test_an_interview_of_which_only_a_memo_has_no_place_is_not_taken_for_coded(study: Path) -> None:
    path = write_list(
        study,
        "P01,2010,samen,doen dat samen,",
        "P02,2010,,dit zei niemand,vraag",
        heading="person,wave,code,quote,memo",
    )
    import_codings(path, study, coder="anna")
    finished = read_codings(study, coder="anna").state.finished(["P01_2010", "P02_2010"], ["samen"])
    assert finished == {("P01_2010", "samen")}


def test_of_an_interview_with_a_memo_and_no_coding_it_is_asked_whether_it_was_coded(study: Path) -> None:
    path = write_list(
        study, "P01,2010,samen,doen dat samen,", "P02,2010,,Hoe?,vraag", heading="person,wave,code,quote,memo"
    )
    assert "P02_2010" in import_codings(path, study, coder="anna").without


def test_more_than_one_letter_in_ten_different_is_not_found(study: Path) -> None:
    assert why(write_list(study, "P01,2010,samen,Het werk was niet zwaar geweest vorig jaar"), study) == ["not_found"]


def test_what_stands_around_a_quote_tells_its_places_apart(study: Path) -> None:
    path = write_list(study, "P02,2010,samen,Goed hoor,Dat komt", heading="person,wave,code,quote,after")
    done = import_codings(path, study)
    assert done.codings[["start", "how"]].values.tolist() == [[TALK["P02_2010"].rindex("Goed"), "context"]]


def test_the_table_of_what_is_listed_can_be_imported_when_one_row_is_kept(study: Path) -> None:
    listed = import_codings(write_list(study, "P02,2010,samen,Goed hoor"), study).listed
    assert listed["why"].tolist() == ["found_twice"] * 2
    path = study.parent / "mended.csv"
    listed.iloc[1:].to_csv(path, index=False)
    done = import_codings(path, study)
    assert (done.codings["start"].tolist(), done.lost) == ([TALK["P02_2010"].rindex("Goed")], ())


def test_a_passage_over_several_answers_is_coded_in_each(study: Path) -> None:
    quote = "zwaar geworden vorig jaar.\nI: En nu?\nP01: Ja, ja."
    done = import_codings(write_list(study, f'P01,2010,samen,"{quote}"'), study)
    assert done.codings["quote"].tolist() == ["zwaar geworden vorig jaar.", "Ja, ja."]
    assert "Goes on beyond one answer, which makes a coding in each answer that it covers: 1 row." in done.say("en")


@pytest.mark.parametrize(
    "rows",
    [
        ("document,code,quote", "P05_2010,koken,Ik kook graag", "P05_2010,delen,Wij delen alles"),
        ("interview,koken,delen", "P05_2010,Ik kook graag,Wij delen alles"),
        (",P04_2010,P05_2010", "koken,,Ik kook graag", "delen,,Wij delen alles"),
    ],
)
def test_a_document_that_names_one_person_of_a_shared_interview_holds_only_her_words(
    tmp_path: Path, rows: tuple[str, ...]
) -> None:
    study = tmp_path / "study"
    study.mkdir()
    talk = "I: Hoe?\nJan: Wij delen alles. Ik kook graag.\nMarie: Hij kookt nooit. Wij delen alles, ja.\n"
    (study / "P04_P05_2010.txt").write_text(talk, encoding="utf-8")
    (study / "interviews.csv").write_text(
        "file,person,wave,speaker\nP04_P05_2010.txt,P04,2010,Jan\nP04_P05_2010.txt,P05,2010,Marie\n", encoding="utf-8"
    )
    (path := tmp_path / "list.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    done = import_codings(path, study, coder="anna")
    assert done.codings[["code", "start"]].values.tolist() == [["delen", talk.rindex("Wij")]]
    assert done.listed[["code", "why"]].values.tolist() == [["koken", "no_answer"]]


def test_in_a_shared_interview_only_the_words_of_that_person_are_hers(tmp_path: Path) -> None:
    study = tmp_path / "study"
    study.mkdir()
    (study / "stel.txt").write_text("I: En?\nAnn: Wij zijn samen.\nBob: Ik ben alleen.\n", encoding="utf-8")
    (study / "interviews.csv").write_text(
        "file,person,wave,speaker\nstel.txt,P01,2010,Ann\nstel.txt,P02,2010,Bob\n", encoding="utf-8"
    )
    done = import_codings(write_list(study, "P01,2010,a,Wij zijn samen", "P01,2010,a,Ik ben alleen"), study)
    assert done.codings["person"].tolist() == ["P01"]
    assert done.listed["why"].tolist() == ["no_answer"]


# --- codes -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("samen", ["samen"]),
        ("SAMEN DOEN", ["samen"]),
        ("samen; Druk", ["samen", "druk"]),
        ('"samen\ndruk"', ["samen", "druk"]),
        ('"samen, druk"', ["samen", "druk"]),
        ("werk > druk", ["druk"]),
        (r"Codes\werk\Druk", ["druk"]),
    ],
)
def test_a_cell_may_hold_several_codes(study: Path, cell: str, codes: list[str]) -> None:
    assert import_codings(write_list(study, f"P01,2010,{cell},doen dat samen"), study).codings["code"].tolist() == codes


def test_a_row_that_leaves_open_of_whom_or_when_is_placed_where_only_one_place_fits_and_told(study: Path) -> None:
    rows = (",,samen,Ieder voor zich", ",2010,werk,die helpen", "P01,,werk,vorig jaar", ",,werk,Goed hoor")
    done = import_codings(write_list(study, *rows), study, coder="anna")
    assert done.anywhere == ("list.csv:2", "list.csv:3", "list.csv:4")
    told = done.say("nl").splitlines()
    assert told[1].startswith("Het bestand laat open van welke persoon of ronde (3 rijen: ")
    assert told[2] == "  list.csv:2: 'Ieder voor zich' → P01_2020"
    assert done.listed["where"].unique().tolist() == ["list.csv:5"]  # said twice: listed as ever


def test_the_reasons_in_the_list_to_mend_are_in_the_language_of_the_study(study: Path, tmp_path: Path) -> None:
    path = write_list(study, "P01,2010,werk,nergens gezegd", "P02,2010,samen,Goed hoor")
    done = import_codings(path, study, coder="anna", listed_in=tmp_path / "mend.csv")
    assert done.listed["why"].tolist() == ["not_found", "found_twice", "found_twice"]
    mended = (tmp_path / "mend.csv").read_text("utf-8-sig")
    assert "niet gevonden in het interview" in mended
    assert "laat de juiste rij staan" in mended
    assert import_codings(tmp_path / "mend.csv", study, coder="anna").listed["quote"].tolist() == ["nergens gezegd"]


def test_codes_that_the_codebook_lacks_are_offered_in_a_codebook(study: Path) -> None:
    from bp_qual import read_codebook

    row = "P01,2010,werk > Sfeer op het werk,doen dat samen,Hoe men met elkaar omgaat."
    done = import_codings(write_list(study, row, heading="person,wave,code,quote,definition"), study)
    assert done.new_codes == ("sfeer_op_het_werk",)
    assert (study / "codebook.yaml").read_text("utf-8") == BOOK
    assert done.codebook is not None
    offered = read_codebook(done.codebook)
    added = offered.code("sfeer_op_het_werk")
    assert (added.parent, added.definition, offered.version) == ("werk", "Hoe men met elkaar omgaat.", "1.0.1")
    assert (
        import_codings(write_list(study, row, heading="person,wave,code,quote,definition"), study).codebook
        == done.codebook
    )


def test_an_import_that_places_nothing_makes_no_codebook_and_no_study_file(study: Path) -> None:
    for name in ("codebook.yaml", "study.yaml"):
        (study / name).unlink()
    done = import_codings(write_list(study, "P01,2010,nieuw,nergens gezegd", "P09,2010,ander,nergens"), study)
    assert (done.codebook, done.new_codes) == (None, ())
    assert sorted(path.name for path in study.glob("*.yaml")) == []
    assert "its codes were not put in a codebook" in done.say("en")
    assert '"done"' not in (study / "codings" / "imported.jsonl").read_text("utf-8")
    done = import_codings(write_list(study, "P01,2010,nieuw,doen dat samen", "P09,2010,ander,nergens"), study)
    assert (done.new_codes, (study / "codebook.yaml").exists()) == (("nieuw", "ander"), True)


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_codebook_that_studies_share_has_the_one_with_the_new_codes_beside_it(study: Path, dry_run: bool) -> None:
    (shared := study.parent / "codebooks").mkdir()
    (study / "codebook.yaml").rename(shared / "all.yaml")
    (study / "study.yaml").write_text("codebook: ../codebooks/all.yaml\nlanguage: nl\n", encoding="utf-8")
    done = import_codings(write_list(study, "P01,2010,Sfeer,doen dat samen"), study, dry_run=dry_run)
    assert done.codebook is not None
    assert done.codebook.resolve() == (shared / "codebook_list.yaml").resolve()
    assert done.codebook.exists() != dry_run


def test_the_coding_page_names_the_codebook_that_an_import_offers_and_how_to_adopt_it(study: Path) -> None:
    from bp_qual import read_codebook, read_corpus, read_study
    from bp_qual.matching import index_corpus
    from bp_qual.page.desk import Desk
    from bp_qual.page.start_view import describe_study

    done = import_codings(write_list(study, "P01,2010,werk > Sfeer,doen dat samen"), study, coder="anna")
    assert done.codebook is not None
    desk = Desk(read_study(study), index_corpus(read_corpus(study)), read_codebook(study / "codebook.yaml"), "anna")
    said = f"{done.codebook.name} has it: name it in study.yaml (codebook: {done.codebook.name})"
    assert any(said in line for line in describe_study(desk).notices)
    adopted = Desk(read_study(study), index_corpus(read_corpus(study)), read_codebook(done.codebook), "anna")
    assert not any("has no code" in line for line in describe_study(adopted).notices)


def test_a_study_without_a_codebook_gets_one(tmp_path: Path) -> None:
    study = tmp_path / "study"
    study.mkdir()
    (study / "P01_2010.txt").write_text(TALK["P01_2010"], encoding="utf-8")
    done = import_codings(write_list(study, "P01,2010,werk > druk,doen dat samen"), study)
    assert (done.codebook, done.new_codes) == (study / "codebook.yaml", ("werk", "druk"))


def test_a_name_that_two_codes_have_is_listed_unless_the_code_above_it_is_named(study: Path) -> None:
    twice = BOOK + "  - id: druk-2\n    label: Druk\n    parent: samen\n"
    (study / "codebook.yaml").write_text(twice, encoding="utf-8")
    assert why(write_list(study, "P01,2010,Druk,doen dat samen"), study) == ["code_twice"]
    done = import_codings(write_list(study, "P01,2010,samen > Druk,doen dat samen"), study)
    assert done.codings["code"].tolist() == ["druk-2"]


# --- the store -------------------------------------------------------------------------------------------------------


def test_a_bare_name_is_the_only_sub_code_of_that_name_and_told(study: Path) -> None:
    path = write_list(study, "P01,2010,druk,doen dat samen", "P01,2010,werk > druk,vorig jaar")
    done = import_codings(path, study)
    assert (done.codings["code"].tolist(), done.new_codes) == (["druk", "druk"], ())
    assert "druk was taken for werk > druk, the only code of that name" in done.say("en")


@pytest.mark.parametrize("turned", [1, -1])
def test_a_bare_name_is_the_code_of_that_name_elsewhere_in_the_list(study: Path, turned: int) -> None:
    rows = ["P01,2010,thuis > rust,doen dat samen", "P01,2010,rust,vorig jaar"][::turned]
    done = import_codings(write_list(study, *rows), study)
    assert (set(done.codings["code"]), done.new_codes) == ({"rust"}, ("thuis", "rust"))
    assert "rust was taken for thuis > rust" in done.say("en")


def test_a_bare_name_of_several_codes_is_listed_with_all_of_them(study: Path) -> None:
    path = write_list(study, "P01,2010,thuis > druk,doen dat samen", "P01,2010,druk,vorig jaar")
    done = import_codings(path, study)
    assert done.listed["why"].tolist() == ["code_twice"]
    assert "druk can be several codes: werk > druk, thuis > druk-2;" in done.say("en")


def test_a_path_that_a_program_wrote_is_the_whole_of_it(study: Path) -> None:
    heading = "Dokumentname,Dokumentgruppe,Code,Segment,Abdeckungsgrad %"
    path = write_list(study, "P01_2010,,werk > rust,doen dat samen,1", "P01_2010,,rust,vorig jaar,1", heading=heading)
    assert sorted(import_codings(path, study).new_codes) == ["rust", "rust-2"]


def test_importing_twice_adds_nothing_twice(study: Path) -> None:
    path = write_list(study, "P01,2010,samen,doen dat samen", "P01,2010,samen,Doen dat samen")
    first, second = (import_codings(path, study, coder="anna") for _ in range(2))
    assert (first.codings["new"].tolist(), second.codings["new"].tolist()) == ([True], [False])
    assert len(read_codings(study, coder="anna").codings) == 1


def test_a_coding_that_was_taken_away_here_does_not_come_back(study: Path) -> None:
    from bp_qual import write_coding

    path = write_list(study, "P01,2010,samen,doen dat samen")
    import_codings(path, study, coder="anna")
    write_coding(study, {"of": read_codings(study).codings.loc[0, "id"]}, coder="anna", do="remove")
    import_codings(path, study, coder="anna")
    assert read_codings(study).codings.empty


def test_a_dry_run_writes_nothing(study: Path) -> None:
    before = sorted(study.rglob("*"))
    done = import_codings(write_list(study, "P01,2010,nieuw,doen dat samen"), study, dry_run=True)
    assert (len(done.codings), sorted(study.rglob("*"))) == (1, before)
    assert "Nothing was written." in done.say("en")


def test_every_coder_of_the_file_keeps_a_file_and_one_can_be_taken(study: Path) -> None:
    rows = ("P01,2010,samen,doen dat samen,Anna de W.", "P01,2020,samen,Ieder voor zich,Bea")
    path = write_list(study, *rows, heading="person,wave,code,quote,coder")
    assert import_codings(path, study, dry_run=True).coders == ("anna_de_w", "bea")
    taken = import_codings(path, study, coder="bea", dry_run=True)
    assert taken.codings["interview"].tolist() == ["P01_2020"]
    assert "Not carried over: 1 row of Anna de W.; import again without --coder to take all" in taken.say("en")
    with pytest.raises(BpQualError, match="holds the codings of Anna de W., Bea"):
        import_codings(path, study, coder="cor")
    assert import_codings(
        write_list(study, rows[0], heading="person,wave,code,quote,coder"), study, coder="Anna de W.=cor"
    ).coders == ("cor",)


def test_memos_come_along(study: Path) -> None:
    path = write_list(study, "P01,2010,samen,doen dat samen,Let op", heading="person,wave,code,quote,memo")
    import_codings(path, study)
    assert list(read_codings(study).memo_of.values()) == ["Let op"]


def test_an_interview_is_finished_for_the_codes_that_all_have_their_place(study: Path) -> None:
    path = write_list(
        study, "P01,2010,samen,doen dat samen", "P01,2010,druk,nooit gezegd", "P01,2020,druk,Ieder voor zich"
    )
    done = import_codings(path, study)
    hand = read_codings(study)
    finished = {
        (name, code): hand.is_done(name, code)
        for name in ("P01_2010", "P01_2020")
        for code in ("samen", "druk", "werk")
    }
    assert finished == {
        ("P01_2010", "samen"): True,
        ("P01_2010", "druk"): False,
        ("P01_2010", "werk"): False,
        **dict.fromkeys([("P01_2020", "samen"), ("P01_2020", "druk"), ("P01_2020", "werk")], True),
    }
    assert done.without == ("P02_2010",)
    import_codings(path, study, all_coded=True)
    assert read_codings(study).is_done("P02_2010", "samen")


# --- interviews without a coding, and where codings come from ---------------------------------------------------------


def test_an_answer_on_an_interview_without_a_coding_is_kept(study: Path) -> None:
    path = write_list(study, "P01,2010,samen,doen dat samen")
    assert import_codings(path, study, coder="anna").without == ("P01_2020", "P02_2010")
    done = import_codings(path, study, coder="anna", empty=["P01_2020"], not_coded=["P02_2010"])
    assert (done.without, import_codings(path, study, coder="anna").without) == ((), ())
    hand = read_codings(study)
    assert [hand.is_done(name, "samen") for name in ("P01_2020", "P02_2010")] == [True, False]
    import_codings(path, study, coder="anna", empty=["P02_2010"], not_coded=["P01_2020"])
    hand = read_codings(study)
    assert [hand.is_done(name, "samen") for name in ("P01_2020", "P02_2010")] == [False, True]


def test_an_answer_on_no_interview_or_a_double_one_is_refused(study: Path) -> None:
    path = write_list(study, "P01,2010,samen,doen dat samen")
    with pytest.raises(BpQualError, match="P01_202  is no interview of this study. There are: P01_2010"):
        import_codings(path, study, empty=["P01_202"])
    with pytest.raises(BpQualError, match="said to be coded and empty, and not to be coded"):
        import_codings(path, study, empty=["P01_2020"], not_coded=["P01_2020"])
    assert not (study / "codings").exists()


@pytest.mark.slow
def test_a_comparison_asks_about_interviews_without_a_coding_until_it_is_answered(study: Path) -> None:
    path = str(write_list(study, "P01,2010,samen,doen dat samen"))
    compare = ["compare", str(study), "--count", "human", "-o", str(study.parent / "out")]
    assert CliRunner().invoke(main, ["import", path, str(study)]).exit_code == 0
    asked = "zonder enige codering van imported: P01_2020, P02_2010"
    assert asked in CliRunner().invoke(main, compare).output
    answers = ["--empty", "P01_2020", "--not-coded", "P02_2010"]
    assert CliRunner().invoke(main, ["import", path, str(study), *answers]).exit_code == 0
    assert "zonder enige codering" not in CliRunner().invoke(main, compare).output


@pytest.mark.slow
def test_the_summary_the_report_and_the_record_say_where_codings_come_from(study: Path) -> None:
    heading = "Document group,Document name,Code,Segment"
    path = write_list(study, "2010,P01,samen,doen dat samen", "2010,P01,samen,nooit gezegd", heading=heading)
    CliRunner().invoke(main, ["import", str(path), str(study), "--coder", "anna"])
    out = study.parent / "out"
    run = CliRunner().invoke(main, ["compare", str(study), "--count", "human", "-o", str(out)])
    today = read_codings(study).state.imports[0].at[:10]
    said = f"een lijst met citaten van MAXQDA ({today}; 1 van 2 passages geplaatst)"
    assert f"Geïmporteerd uit andere programma's: {said}." in run.output
    assert f"Coderingen uit andere software zijn geïmporteerd uit {said};" in (out / "report.html").read_text("utf-8")
    record = json.loads((out / "run.json").read_text("utf-8"))["settings"]["imported"]
    assert [(row["program"], row["placed"], row["listed"]) for row in record] == [("MAXQDA", 1, 1)]
    assert "list.csv" in CliRunner().invoke(main, ["codings", str(study)]).output
    assert "list.csv" not in "".join(file.read_text("utf-8") for file in out.iterdir() if file.suffix != ".png")


def test_the_last_import_of_a_file_is_the_one_that_is_told(study: Path) -> None:
    path = write_list(study, "P01,2010,samen,doen dat allemaal samen")
    import_codings(path, study)
    (study / "P01_2010.txt").write_text(TALK["P01_2010"].replace("dat samen", "dat allemaal samen"), encoding="utf-8")
    for _ in range(2):
        import_codings(path, study)
        assert [(e.placed, e.listed) for e in read_codings(study).state.imports] == [(1, 0)]


@pytest.mark.slow
def test_transcripts_and_a_sheet_are_enough_to_compare(tmp_path: Path) -> None:
    study = tmp_path / "study"
    study.mkdir()
    for name, talk in TALK.items():
        (study / f"{name}.txt").write_text(talk, encoding="utf-8")
    path = write_list(study, "P01_2010,werk\\Druk,zwaar geworden", heading="Source,Node,Coded Text")
    run = CliRunner().invoke(main, ["import", str(path), str(study), "--coder", "anna"])
    assert run.exit_code == 0, run.output
    command = re.search(r"bp-qual (compare .*)", run.output)[1].split()
    run = CliRunner().invoke(main, [*command, "-o", str(tmp_path / "out")])
    assert (run.exit_code, "Geteld is wat anna met de hand codeerde: 1 codering" in run.output) == (0, True)
    run = CliRunner().invoke(main, ["compare", str(study), "-o", str(tmp_path / "out")])
    assert "Geteld is wat anna met de hand codeerde: 1 codering" in run.output


def test_a_table_for_each_code_makes_one_codebook(tmp_path: Path) -> None:
    study = tmp_path / "study"
    study.mkdir()
    for name, talk in TALK.items():
        (study / f"{name}.txt").write_text(talk, encoding="utf-8")
    quotes = {"werk": "zwaar geworden", "werk > druk": "Het werk is", "samen": "doen dat samen"}
    for code, quote in quotes.items():
        path = write_list(study, f"P01,2010,{code},{quote}")
        run = CliRunner().invoke(main, ["import", str(path), str(study), "--coder", "anna"])
        assert run.exit_code == 0, run.output
    book = read_codebook(study / "codebook.yaml")
    assert [(code.id, code.parent) for code in book.codes] == [("werk", ""), ("druk", "werk"), ("samen", "")]
    assert sorted(path.name for path in study.glob("codebook*")) == ["codebook.yaml"]
    text = (study / "codebook.yaml").read_text("utf-8")
    (study / "codebook.yaml").write_text(f"# mine\n{text}", encoding="utf-8")
    done = import_codings(write_list(study, "P01,2010,nieuw,nog steeds"), study, coder="anna")
    assert (done.codebook, done.counts) == (study / "codebook_list.yaml", False)  # what somebody wrote in is left alone
    assert (study / "codebook.yaml").read_text("utf-8") == f"# mine\n{text}"


def test_a_second_list_adds_its_codes_to_the_codebook_that_the_first_made_beside_that_of_the_study(study: Path) -> None:
    for code, quote in {"nieuw": "doen dat samen", "anders": "zwaar geworden", "samen > later": "nog steeds"}.items():
        path = write_list(study, f"P01,2010,{code},{quote}")
        path = path.replace(study.parent / f"{code[:3]}.csv")
        run = CliRunner().invoke(main, ["import", str(path), str(study), "--coder", "anna"])
        assert run.exit_code == 0, run.output
        command = re.search(r"bp-qual (compare .*)", run.output)[1].split()
        assert command[-2:] == ["--codebook", str(study / "codebook_nie.yaml")]
    book = read_codebook(study / "codebook_nie.yaml")
    assert ({*book.ids} > {"later", "nieuw", "anders"}, book.code("later").parent) == (True, "samen")
    assert (study / "codebook.yaml").read_text("utf-8") == BOOK
    again = import_codings(study.parent / "nie.csv", study, coder="anna")
    assert (again.new_codes, again.counts, again.codings["new"].any()) == (("nieuw",), False, False)
    made = (study / "codebook_nie.yaml").read_text("utf-8")
    (study / "codebook_nie.yaml").write_text(f"# mine\n{made}", encoding="utf-8")
    assert import_codings(path, study, coder="anna").codebook == study / "codebook_sam.yaml"
    assert (study / "codebook_nie.yaml").read_text("utf-8") == f"# mine\n{made}"


def test_the_command_puts_the_texts_of_a_project_into_an_empty_folder(study: Path, tmp_path: Path) -> None:
    import_codings(write_list(study, "P01,2010,samen,doen dat samen"), study, coder="anna")
    project, new = tmp_path / "project.qdpx", tmp_path / "new"
    assert CliRunner().invoke(main, ["export", str(study), "--qdpx", str(project)]).exit_code == 0
    new.mkdir()
    run = CliRunner().invoke(main, ["import", str(project), str(new)])
    assert (run.exit_code, "1 codering toegevoegd voor anna" in run.output) == (0, True), run.output
    assert read_codings(new, coder="anna").codings["quote"].tolist() == ["doen dat samen"]


def test_a_name_in_other_capitals_is_the_same_coder_and_a_row_without_one_is_of_the_coder_that_is_named(
    study: Path,
) -> None:
    rows = ["P01,2010,samen,doen dat samen,SJ", "P01,2010,werk,zwaar geworden,", "P01,2020,samen,Ieder voor,s  j"]
    rows += ["P02,2010,samen,die helpen,sj", "P02,2010,werk,de buren,S J"]
    path = write_list(study, *rows, heading="person,wave,code,quote,coder")
    done = import_codings(path, study, blanks="none", dry_run=True)
    assert done.codings["coder"].tolist() == ["sj", "imported", "s_j", "sj", "s_j"]
    done = import_codings(path, study, coder="sj", blanks="none", dry_run=True)
    assert done.codings[["quote", "coder"]].values.tolist() == [
        [quote, "sj"] for quote in ("doen dat samen", "zwaar geworden", "die helpen")
    ]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("said", ["Anna de W.", "anna_de_w", "Anna_de_W", "anna de w"])
def test_a_coder_is_known_in_the_spelling_of_the_file_and_of_the_study(study: Path, said: str) -> None:
    rows = ("P01,2010,samen,doen dat samen,Anna de W.", "P01,2020,samen,Ieder voor zich,Bea")
    path = write_list(study, *rows, heading="person,wave,code,quote,coder")
    run = CliRunner().invoke(main, ["import", str(path), str(study), "--coder", said])
    assert (run.exit_code, list(import_codings(path, study, coder=said).coders)) == (0, ["anna_de_w"])
    bare = write_list(study, "P01,2010,werk,zwaar geworden")
    assert import_codings(bare, study, coder="Anna_de_W").coders == ("anna_de_w",)


def test_codings_that_are_taken_under_another_name_than_the_file_has_are_told(study: Path) -> None:
    path = write_list(study, "P01,2010,samen,doen dat samen,Anna", heading="person,wave,code,quote,coder")
    said = "taken as bert's, as --coder says, though the file names Anna: 1 row"
    done = import_codings(path, study, coder="Anna=bert", dry_run=True)
    assert ([str(note) for note in done.notes], done.coders) == ([said], ("bert",))
    assert import_codings(path, study, coder="Anna", dry_run=True).notes == ()


def test_initials_in_a_file_that_names_nobody_or_somebody_else_are_told(study: Path) -> None:
    path = write_list(study, "P01,2010,samen,doen dat samen")
    done = import_codings(path, study, coder="AB=anna", dry_run=True)
    assert "the file names no coder, nor AB: all of it was taken as anna's" in done.say("en")
    rows = ("P01,2010,samen,doen dat samen,AB", "P01,2020,samen,niets meer samen,CD", "P02,2010,samen,die helpen,")
    path = write_list(study, *rows, heading="person,wave,code,quote,coder initials")
    done = import_codings(path, study, coder="AB=anna", dry_run=True)
    assert done.codings["quote"].tolist() == ["doen dat samen"]
    assert "2 rows of CD, nobody who is named" in done.say("en")


def test_two_coders_at_once_are_refused(study: Path) -> None:
    path = write_list(study, "P01,2010,samen,doen dat samen,AB", heading="person,wave,code,quote,coder")
    run = CliRunner().invoke(main, ["import", str(path), str(study), "--coder", "AB=anna", "--coder", "CD=bert"])
    assert (run.exit_code, "twee keer" in run.output) == (2, True)


def test_a_quote_in_very_many_places_is_listed_with_the_first_hundred_and_that_is_told(study: Path) -> None:
    (study / "P03_2010.txt").write_text("I: Hoe?\nP03: " + "Ja hoor. " * 120 + "\n", encoding="utf-8")
    done = import_codings(write_list(study, "P03,2010,samen,Ja hoor"), study, dry_run=True)
    assert len(done.listed) == 100
    assert "found in more than 100 places, of which the first are listed: 1 row" in done.say("en")


def test_the_rows_of_a_coder_whom_a_file_names_are_nobody_elses(study: Path) -> None:
    rows = ("P01,2010,samen,doen dat samen,Anna", "P01,2020,werk,Ieder voor zich,")
    heading = "person,wave,code,quote,coder"
    path = write_list(study, *rows, heading=heading)
    done = import_codings(path, study, coder="bert", blanks="none", dry_run=True)
    assert done.codings[["code", "coder"]].values.tolist() == [["werk", "bert"]]
    assert [str(lost) for lost in done.lost] == [
        "1 row of Anna; import again without --coder to take all, each as their own"
    ]
    run = CliRunner().invoke(
        main, ["import", str(write_list(study, rows[0], heading=heading)), str(study), "--coder", "bert"]
    )
    assert (run.exit_code, "--coder 'Anna=bert'" in run.output) == (1, True)
    assert not (study / "codings").exists()


def test_the_next_command_leaves_no_coder_of_a_shared_interview_out(study: Path) -> None:
    rows = ("P01,2010,samen,doen dat samen,anna", "P01,2010,samen,nog steeds,bert", "P01,2020,samen,Ieder,bert")
    path = write_list(study, *rows, heading="person,wave,code,quote,coder")
    said = CliRunner().invoke(main, ["import", str(path), str(study)]).output
    assert "--coder team" in said.splitlines()[-2]
    assert "--coder anna,bert" in said.splitlines()[-1]


def test_a_row_that_says_a_coding_once_more_is_counted_and_shown_where_its_words_differ(study: Path) -> None:
    quotes = ("dat bevalt ons nog steeds", "dat bevalt ons nog steets", "dat bevalt ons nog steeds")
    done = import_codings(write_list(study, *(f"P01,2010,samen,{quote}" for quote in quotes)), study)
    assert len(done.codings) == 1
    assert [note.say("en") for note in done.notes] == [
        "the same coding as an earlier row has, kept once: 2 rows (list.csv:3 = list.csv:2, list.csv:4 = list.csv:2)",
        "list.csv:3: 'dat bevalt ons nog steets' was taken for 'dat bevalt ons nog steeds', as list.csv:2 has it;"
        " check",
    ]


def test_a_comment_on_a_cell_of_a_list_is_told(study: Path) -> None:
    book = Workbook()
    for row in (["person", "wave", "code", "quote"], ["P01", "2010", "samen", "doen dat samen"]):
        book.active.append(row)
    book.active["D2"].comment = Comment("ook werk", "Anna")
    book.save(path := study.parent / "list.xlsx")
    assert [note.say("en") for note in import_codings(path, study).notes] == [
        "comments on cells were not read (1 cell: D2); write them in a column called memo"
    ]


def test_a_workbook_is_opened_once(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = Workbook()
    for row in (["interview", "samen"], ["P01_2010", "Wij doen dat samen, altijd."]):
        book.active.append(row)
    book.active["B2"].comment = Comment("ook werk", "Anna")
    book.save(path := study.parent / "matrix.xlsx")
    workbooks, opened = import_module("bp_qual.exchange.workbooks"), list[str]()
    open_package = workbooks.open_package
    monkeypatch.setattr(
        workbooks, "open_package", lambda data, where: opened.append(where) or open_package(data, where=where)
    )
    done = import_codings(path, study)
    assert (done.codings["code"].tolist(), "comments on cells" in done.say("en")) == (["samen"], True)
    assert len(opened) == 1


@pytest.mark.parametrize("heading", ["persoon,jaar,samen,werk", "document,samen,werk,druk", ",A : samen,B : werk,C"])
def test_a_table_of_zeros_and_ones_is_told_where_it_belongs(study: Path, heading: str) -> None:
    with pytest.raises(BpQualError, match="read_counts"):
        import_codings(write_list(study, "P01,2010,1,0", "P02,2010,0,0", heading=heading), study)


def test_the_next_command_names_the_coder_who_coded_most(study: Path) -> None:
    rows = ("P09,2010,samen,weg,a", "P01,2010,samen,doen dat samen,bert")
    path = write_list(study, *rows, heading="person,wave,code,quote,coder")
    assert "--coder bert" in CliRunner().invoke(main, ["import", str(path), str(study)]).output


def test_where_the_study_names_another_codebook_the_next_command_names_the_new_one(study: Path) -> None:
    path = write_list(study, "P01,2010,nieuw,doen dat samen")
    run = CliRunner().invoke(main, ["import", str(path), str(study), "--coder", "anna"])
    command = re.search(r"bp-qual (compare .*)", run.output)[1].split()
    assert command[-2:] == ["--codebook", str(study / "codebook_list.yaml")]
    run = CliRunner().invoke(main, [*command, "-o", str(study.parent / "out")])
    assert (run.exit_code, "codeerde: 1 codering" in run.output) == (0, True)


# --- the command -----------------------------------------------------------------------------------------------------


def test_the_command_reports_in_the_language_of_the_study_and_lists_what_has_no_place(
    study: Path, tmp_path: Path
) -> None:
    path = write_list(study, "P01,2010,samen,doen dat samen", "P02,2010,samen,Goed hoor")
    listed = tmp_path / "listed.csv"
    run = CliRunner().invoke(main, ["import", str(path), str(study), "--coder", "anna", "-o", str(listed)])
    assert run.exit_code == 1
    assert "1 codering toegevoegd voor anna; er al: 0." in run.output
    assert "Op meer dan één plaats gevonden (1 rij)" in run.output
    assert "Geen codering van anna in 1 interview: P01_2020." in run.output
    assert "bp-qual compare" in run.output
    assert listed.read_text("utf-8").count(",Goed hoor,") == 2


def test_imported_codings_are_compared_on_their_own(study: Path) -> None:
    rows = ("P01,2010,samen,doen dat samen", "P01,2020,druk,Ieder voor zich", "P02,2010,druk,die helpen")
    run = CliRunner().invoke(main, ["import", str(write_list(study, *rows)), str(study), "--coder", "anna"])
    assert run.exit_code == 0, run.output
    out = str(study.parent / "out")
    run = CliRunner().invoke(main, ["compare", str(study), "--count", "human", "--coder", "anna", "-o", out])
    assert run.exit_code == 0, run.output
    assert "anna" in run.output


def test_a_name_that_no_coder_can_have_is_refused_on_the_command_line(study: Path) -> None:
    run = CliRunner().invoke(main, ["import", str(write_list(study)), str(study), "--coder", "../x"])
    assert run.exit_code == 2


@pytest.mark.slow
def test_a_sheet_that_says_it_is_larger_than_it_is_costs_no_more_than_what_is_in_it() -> None:
    book, claims = Workbook(), io.BytesIO()
    for row in (["code", "quote"], ["samen", "dat samen"]):
        book.active.append(row)
    book.save(plain := io.BytesIO())
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(claims, "w") as target:
        for name in source.namelist():
            part = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', source.read(name))
            part = part.replace(b'<row r="2"', b'<row r="5000"') if name.endswith("sheet1.xml") else part
            target.writestr(name, part.replace(b'"A2"', b'"A5000"').replace(b'"B2"', b'"B5000"'))

    def rows_of(workbook: io.BytesIO) -> object:
        return read_rows(workbook.getvalue(), "a.xlsx", is_heading=lambda cells: "code" in cells).rows

    assert rows_of(plain) == ((2, ("samen", "dat samen")),)
    assert rows_of(claims) == ((5000, ("samen", "dat samen")),)
    assert seconds(lambda: rows_of(claims)) < 50 * seconds(
        lambda: rows_of(plain)
    )  # measured: 2; over 1,000 where empty cells were made


def test_a_row_that_damage_cut_in_two_is_told_and_not_dropped(study: Path, tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text("person,wave,code,quote\nP01,2010,samen,Wij doen dat\nsamen altijd\n", encoding="utf-8")
    lost = [str(item) for item in import_codings(table, study, coder="anna", dry_run=True).lost]
    assert lost == ["rows with neither a code nor a quote: 1, the first on line 3: samen altijd"]


def test_what_has_no_place_does_not_tell_in_which_folder_the_list_lay(study: Path, tmp_path: Path) -> None:
    (table := tmp_path / "list.csv").write_text("person,wave,code,quote\nP01,2010,samen,nooit gezegd\n", "utf-8")
    done = import_codings(table, study, coder="anna")
    assert done.listed["where"].tolist() == ["list.csv:2"]
    (table := tmp_path / "good.csv").write_text("person,wave,code,quote\nP01,2010,samen,Wij doen\n", "utf-8")
    assert import_codings(table, study, coder="anna").codings["where"].tolist() == ["good.csv:2"]


def test_what_an_import_leaves_with_the_codings_does_not_tell_where_the_file_lay(study: Path, tmp_path: Path) -> None:
    (table := tmp_path / "list.csv").write_text("person,wave,code,quote\nP01,2010,samen,Wij doen\n", "utf-8")
    import_codings(table, study, coder="anna")
    kept = (study / "codings" / "anna.jsonl").read_text(encoding="utf-8")
    assert "list.csv" in kept
    assert str(tmp_path) not in kept


# --- killed on its way -----------------------------------------------------------------------------------------------


def run_import(study: Path, *more: str) -> Result:
    path = write_list(study, "P01,2010,samen,doen dat samen", "P02,2010,samen,Goed hoor", "P01,2010,nieuw,zwaar")
    return CliRunner().invoke(main, ["import", str(path), str(study), "--coder", "anna", *more])


@pytest.mark.slow
@pytest.mark.parametrize("command", ["check", "compare"])
def test_an_import_that_was_killed_is_told_by_every_command_until_it_is_run_again(study: Path, command: str) -> None:
    (study / "codings" / ".bp_qual-unfinished-import-999999999").mkdir(parents=True)
    arguments = [command, str(study), *(["-o", str(study.parent / "out")] if command == "compare" else [])]
    told = "`bp-qual import` is afgebroken voor het klaar was"
    assert told in CliRunner().invoke(main, arguments).output
    run_import(study)
    assert told not in CliRunner().invoke(main, arguments).output
    assert not list(study.rglob(".bp_qual-*"))


def test_a_study_is_marked_while_an_import_writes_and_not_after_it(
    study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saving, codebook = (import_module(f"bp_qual.study.{name}") for name in ("import_saving", "import_codebook"))
    seen = list[tuple[str, int]]()

    def watched(name: str, writer: Callable[..., None]) -> Callable[..., None]:
        def write(*arguments: object, **more: object) -> None:
            seen.append((name, len(list(study.rglob(".bp_qual-unfinished-*")))))
            writer(*arguments, **more)

        return write

    for module, name in ((saving, "write_atomically"), (codebook, "write_atomically"), (saving, "save_events")):
        monkeypatch.setattr(module, name, watched(name, getattr(module, name)))
    run_import(study, "-o", str(tmp_path / "listed.csv"))
    assert seen == [("write_atomically", 1), ("write_atomically", 1), ("save_events", 1)]
    assert not list(study.rglob(".bp_qual-*"))


def test_nothing_is_imported_where_the_list_of_what_has_no_place_cannot_be_written(study: Path, tmp_path: Path) -> None:
    (tmp_path / "listed.csv").write_text("van iemand anders\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in study.rglob("*") if path.is_file()}
    run = run_import(study, "-o", str(tmp_path / "listed.csv"))
    assert "niet door bp_qual geschreven" in run.output
    assert {path: path.read_bytes() for path in study.rglob("*") if path.is_file()} == before
    assert not (study / "codings").exists()


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    "command",
    [
        ["codings"],
        ["sample", "-n", "2", "--name", "x"],
        ["export", "--csv", "{out}"],
        ["code", "-o", "{out}"],
    ],
)
def test_a_byte_that_is_no_letter_and_an_import_that_was_killed_are_told_by_every_command(
    study: Path, tmp_path: Path, command: list[str]
) -> None:
    run_import(study)
    book = study / "codebook.yaml"
    book.write_text(book.read_text("utf-8").replace("  - id: werk\n", "  - id: werk\n    terms: [zwaar]\n"), "utf-8")
    talk = study / "P02_2010.txt"
    talk.write_bytes(talk.read_bytes() + "P02: Eén keer".encode() + b" \x92s avonds.\n")
    (study / "codings" / ".bp_qual-unfinished-import-999999999").mkdir()
    words = [part.format(out=tmp_path / "out.csv") for part in command]
    output = CliRunner().invoke(main, [words[0], str(study), *words[1:]]).output
    assert re.search(r"P02_2010\.txt.*UTF-8", output)
    assert "`bp-qual import` is afgebroken" in output


def test_in_a_german_study_nothing_is_written_in_dutch(tmp_path: Path) -> None:
    folder = tmp_path / "studie"
    folder.mkdir()
    talk = "I: Und heute?\nB: Das Geld reicht, aber ich habe es nicht gewusst. Ich habe drei Enkel.\n"
    (folder / "Groß_2022.txt").write_text(talk, encoding="utf-8")
    path = write_list(folder, "Groß,2022,Familie,drei Enkel", heading="Person,Welle,Code,Zitat")
    said = CliRunner().invoke(main, ["import", str(path), str(folder)]).output
    assert "1 coding added" in said
    assert "language: de" in (folder / "study.yaml").read_text("utf-8")
    assert read_codebook(folder / "codebook.yaml").codes[0].label == {"de": "Familie"}


def test_the_line_that_is_told_for_a_file_of_a_codebooks_codings_takes_them(study: Path, tmp_path: Path) -> None:
    """A codebook is called Themes@1.0.0+3f2a, which nobody is; a name here is checked as ever."""
    path, of_file = tmp_path / "coded.csv", "Themes@1.0.0+3f2a"
    path.write_text(f"person,wave,code,quote,coder\nP01,2010,samen,doen dat samen,{of_file}\n", encoding="utf-8")
    output = CliRunner().invoke(main, ["import", str(path), str(study), "--coder", "anna"]).output
    said = re.search(r"--coder '([^']+)'", output)
    assert said is not None
    assert said[1] == f"{of_file}=anna"
    assert import_codings(path, study, coder=said[1]).codings["coder"].tolist() == ["anna"]
    for wrong in (f"{of_file}=../anna", "=anna"):
        with pytest.raises(ValueError, match="a coder's name"):
            import_codings(path, study, coder=wrong)


@pytest.mark.parametrize("theme", ["media", "bron", "titel"])
def test_a_theme_that_is_called_as_a_document_may_be_is_a_code_beside_persons(study: Path, theme: str) -> None:
    rows = ("P01,2010,doen dat samen,zwaar geworden vorig jaar", "P01,2020,Ieder voor zich,Wij doen niets meer")
    done = import_codings(write_list(study, *rows, heading=f"persoon,ronde,{theme},werk"), study, dry_run=True)
    assert done.codings[["code", "quote"]].values.tolist() == [
        [theme, "doen dat samen"],
        ["werk", "zwaar geworden vorig jaar"],
        [theme, "Ieder voor zich"],
        ["werk", "Wij doen niets meer"],
    ]


def test_a_column_with_interviews_of_the_study_is_no_code(study: Path) -> None:
    rows = ("P01,2010,P01_2010,zwaar geworden vorig jaar", "P01,2020,P01_2020,Wij doen niets meer")
    done = import_codings(write_list(study, *rows, heading="persoon,ronde,bron,werk"), study, dry_run=True)
    assert done.codings["code"].tolist() == ["werk", "werk"]


def test_what_somebody_rejected_does_not_come_back_as_coded(study: Path) -> None:
    from bp_qual import write_coding

    terms = BOOK.replace("label: Samen doen", "label: Samen doen\n    terms: [samen]")
    (study / "codebook.yaml").write_text(terms, encoding="utf-8")
    text = TALK["P01_2010"]
    start = text.index("zwaar")
    write_coding(study, {"interview": "P01_2010", "start": start, "end": start + 5, "code": "werk"}, coder="anna")
    start = text.index("samen")
    row = {"interview": "P01_2010", "start": start, "end": start + 5, "code": "samen"}
    write_coding(study, row, coder="anna", do="reject")
    table = study.parent / "codings.csv"
    assert CliRunner().invoke(main, ["codings", str(study), "-o", str(table)]).exit_code == 0
    assert "rejected" in table.read_text("utf-8")
    (study / "codings" / "anna.jsonl").unlink()
    report = import_codings(table, study, coder="anna")
    assert read_codings(study, coder="anna").codings[["code", "quote"]].to_numpy().tolist() == [["werk", "zwaar"]]
    assert any("status says that the code was rejected" in str(left) for left in report.lost)


def test_where_study_yaml_does_not_say_what_counts_the_message_does_not_say_that_it_does(study: Path) -> None:
    for name in ("codebook.yaml", "study.yaml"):
        (study / name).unlink(missing_ok=True)
    first = import_codings(write_list(study, "P01,2010,samen,doen dat samen"), study)
    assert (first.human, "(count: human)" in first.say("en")) == (True, True)
    text = (study / "study.yaml").read_text("utf-8").replace("count: human\n", "")
    (study / "study.yaml").write_text(text, encoding="utf-8")
    for dry_run in (True, False):
        again = import_codings(write_list(study, "P01,2010,werk,zwaar geworden"), study, dry_run=dry_run)
        assert again.new_codes
        assert not again.human
        assert "What people coded counts with --count human" in again.say("en")
