"""The one reader of tables in text."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.codebook import read_codebook
from bp_qual.errors import BpQualWarning, CodebookError, StudyError, TranscriptError
from bp_qual.exchange import import_codebook
from bp_qual.files.csv_tables import parse_csv, read_csv_frame, read_csv_table
from bp_qual.files.table_bytes import csv_bytes
from bp_qual.readers import read_data


def cells(text: str, **settings: str) -> list[tuple[str, ...]]:
    table = parse_csv(text.encode(), where="a.csv", **settings)
    return [table.header, *(row for _, row in table.rows)]


def refusal(text: str) -> list[str]:
    with pytest.raises(TranscriptError) as error:
        parse_csv(text.encode(), where="a.csv")
    return [str(problem) for problem in error.value.problems]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_what_stands_between_the_columns_is_found(separator: str) -> None:
    text = f'speaker{separator}text\nI{separator}"Hoe; ging, dat?"\n'
    assert cells(text) == [("speaker", "text"), ("I", "Hoe; ging, dat?")]


@pytest.mark.parametrize(
    "text",
    [
        "naam, rol;tekst\nI, x;Hoe\nR, y;We kregen, zei hij, subsidie\n",
        "naam, rol;tekst\nI;Hoe\nR;Goed\n",
    ],
)
def test_a_comma_in_a_heading_does_not_hide_the_semicolons(text: str) -> None:
    assert cells(text)[0] == ("naam, rol", "tekst")


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"', "sep=;;"])
def test_the_line_that_excel_puts_first_says_what_separates_and_lines_keep_their_numbers(first: str) -> None:
    table = parse_csv(f"{first}\na;b\n1,5;2\n".encode(), where="a.csv")
    assert (table.header, table.rows) == (("a", "b"), ((3, ("1,5", "2")),))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encodings_of_spreadsheets_are_read(encoding: str) -> None:
    table = parse_csv("person;café\r\nP01;één\r\n".encode(encoding), where="a.csv")
    assert (table.header, table.rows[0][1]) == (("person", "café"), ("P01", "één"))
    assert bool(table.notes) == (encoding == "cp1252")


def test_a_cell_is_text_whatever_it_looks_like() -> None:
    assert cells("a,b,c,d,e\n2010,NA,1e5,007,2010.0\n")[1] == ("2010", "NA", "1e5", "007", "2010.0")


def test_every_row_with_too_many_cells_is_refused_with_its_line() -> None:
    told = refusal('speaker,text\nI,"Hoe\nging het?"\nR,Dat kostte 3,5 ton\nR,Ja\nR,a,b,c\n')
    assert told == [
        "a.csv:4  has a cell too many: 3 cells under 2 headings. "
        'Put quotation marks around the cell that holds a comma, as in "3,5".',
        "a.csv:6  has 2 cells too many: 4 cells under 2 headings. "
        'Put quotation marks around the cell that holds a comma, as in "3,5".',
    ]


def test_of_a_table_in_which_all_rows_are_too_wide_the_first_twenty_are_named() -> None:
    told = refusal("a,b\n" + "1,2,3\n" * 30)
    assert len(told) == 21
    assert told[-1] == "a.csv  has 10 more rows with too many cells."


def test_empty_cells_at_the_end_of_rows_and_headings_are_nothing() -> None:
    assert cells("a;b;;\n1;2;;\n3;;;\n\n;;;\n4\n") == [("a", "b"), ("1", "2"), ("3", ""), ("4", "")]


def test_a_quotation_mark_that_is_not_closed_is_told_where_it_opens() -> None:
    assert refusal('a,b\n1,2\n3,"4\n5,6\n')[0].startswith("a.csv:3  is no CSV from here on")


@pytest.mark.parametrize("cell", ['"Nou" zei hij', '"Nou ja', 'zegt "ja"'])
def test_between_tabs_a_quotation_mark_is_a_sign_of_the_talk(cell: str) -> None:
    assert cells(f'speaker\ttext\nR\t{cell}\nI\tHoe?\nR\tgoed"\n')[1] == ("R", cell)


def test_a_quoted_cell_between_tabs_keeps_its_line_breaks() -> None:
    assert cells('a\tb\n1\t"twee\nregels en ""aanhaling"""\n')[1] == ("1", 'twee\nregels en "aanhaling"')


def test_a_filled_column_without_a_heading_is_refused_but_not_the_numbers_that_pandas_writes(tmp_path: Path) -> None:
    file = tmp_path / "persons.csv"
    file.write_text(",person\n0,P01\n1,P02\n", "utf-8")
    assert read_csv_table(file, needed=["person"]).columns == ("person",)
    file.write_text("person,,job\nP01,,baker\nP02,retired,smith\n", "utf-8")
    with pytest.raises(StudyError, match=r":3  has 'retired' in column 2, which has no heading"):
        read_csv_table(file, needed=["person"])


def test_a_table_of_talk_with_two_columns_of_text_of_one_name_is_refused() -> None:
    with pytest.raises(TranscriptError, match="the column 'text' twice"):
        read_data(b"speaker,text,text\nI,a,b\n", where="a.csv")


@pytest.mark.parametrize("start", ["", "sep=;\n"])
def test_one_reader_reads_talk_codebooks_persons_and_codings(tmp_path: Path, start: str) -> None:
    read = read_data(f"{start}spreker;tekst\nI;Hoe?\nR;Goed, hoor\n".encode(), where="a.csv")
    assert [paragraph.label for paragraph in read.paragraphs] == ["I", "R"]
    file = tmp_path / "book.csv"
    file.write_text(start + 'code;terms\nSamen;"samenwerken; samen doen"\n', "utf-8")
    assert len(import_codebook(file, name="T", language="nl").codebook.codes[0].terms) == 2
    file.write_text(start + "person;type\nP01;doener, denker\n", "utf-8")
    assert dict(read_csv_table(file, needed=["person"]).rows[0][1]) == {"person": "P01", "type": "doener, denker"}
    assert read_csv_frame(file)["type"].tolist() == ["doener, denker"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_codings_that_a_spreadsheet_saved_are_carried_over(tmp_path: Path, separator: str) -> None:
    book = tmp_path / "book.yaml"
    book.write_text("codebook: T\nversion: 1.0.0\nlanguage: nl\ncodes: [{id: samen, terms: [samen]}]\n", "utf-8")
    codings = pd.DataFrame({"person": ["P01"], "wave": ["2010"], "code": ["samen"], "quote": ["= x"], "coder": ["ann"]})
    text = csv_bytes(codings).decode().replace(",", separator)
    (tmp_path / "codings.csv").write_text(f"sep={separator}\n{text}", "utf-8-sig")
    files = [str(book), str(book), str(tmp_path / "codings.csv")]
    done = CliRunner().invoke(main, ["codebook", "migrate", *files, "-o", str(tmp_path / "new")])
    assert done.exit_code == 0, done.output
    assert read_csv_frame(tmp_path / "new" / "codings.csv")["quote"].tolist() == ["= x"]


def test_a_table_of_codings_without_a_column_code_names_what_it_has(tmp_path: Path) -> None:
    book = tmp_path / "book.yaml"
    book.write_text("codebook: T\nversion: 1.0.0\nlanguage: nl\ncodes: [{id: samen, terms: [samen]}]\n", "utf-8")
    (tmp_path / "c.csv").write_text("thema,quote\nsamen,x\n", "utf-8")
    files = [str(book), str(book), str(tmp_path / "c.csv")]
    done = CliRunner().invoke(main, ["codebook", "migrate", *files, "-o", str(tmp_path / "new")])
    assert "c.csv:1  heeft geen kolom 'code'. De kolommen zijn: thema, quote." in done.output
    assert done.exit_code == 1


def test_terms_may_stand_between_upright_strokes(tmp_path: Path) -> None:
    file = tmp_path / "book.csv"
    file.write_text("code,terms\nDruk,haast|geen tijd\n", "utf-8")
    assert [term.text for term in import_codebook(file, name="T", language="nl").codebook.codes[0].terms] == [
        "haast",
        "geen tijd",
    ]


TITLES = ["Mijn project\n", "Codeboek, versie 3\n\n", "Project zorg;;\n;;\n", "Lijst van 12 mei 2010\nals besproken\n"]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_title_above_the_headings_of_a_codebook_is_passed_over(tmp_path: Path, title: str, separator: str) -> None:
    file = tmp_path / "book.csv"
    file.write_text(title + "code;terms;definition\nwerk;baan;Betaald werk\n".replace(";", separator), "utf-8")
    codes = import_codebook(file, name="T", language="nl").codebook.codes
    assert [(code.id, code.definition) for code in codes] == [("werk", "Betaald werk")]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_above_the_headings_of_the_tables_of_a_study_is_passed_over(tmp_path: Path, title: str) -> None:
    file = tmp_path / "interviews.csv"
    file.write_text(title + "File;person;wave\na.txt;P01;2010\nb.txt;P01\n", "utf-8")
    table = read_csv_table(file, needed=["file", "person", "wave"])
    first = title.count("\n") + 2
    assert table.rows == (
        (first, {"file": "a.txt", "person": "P01", "wave": "2010"}),
        (first + 1, {"file": "b.txt", "person": "P01", "wave": ""}),
    )


def test_a_title_above_codings_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "codings.csv"
    file.write_text("Codes van Eva, mei\ncode,quote\nwerk,een baan\n", "utf-8")
    assert list(read_csv_frame(file, needed=("code",))["quote"]) == ["een baan"]


@pytest.mark.parametrize("talk", ["spreker;tekst\nI;Hoe?\nR;Goed, hoor\n", "Vraag;Antwoord\nHoe?;Goed, hoor\n"])
@pytest.mark.parametrize("title", ["Gesprek met Jan, 12 mei\n", "Interview 7\n3 mei\n\n", "Naam;Jan\nDatum;3 mei\n"])
def test_a_title_above_a_table_of_talk_is_kept_apart(title: str, talk: str) -> None:
    book, text = openpyxl.Workbook(), title + talk
    for row in text.splitlines():
        book.active.append(row.split(";"))  # type: ignore[union-attr]
    book.save(stored := io.BytesIO())
    for reading in (read_data(text.encode(), where="a.csv"), read_data(stored.getvalue(), where="a.xlsx")):
        assert reading.text == "Hoe?\nGoed, hoor"
        assert reading.remainders["header"].replace(";", " ").split() == title.replace(";", " ").split()


@pytest.mark.parametrize(
    ("title", "is_told"),
    [
        *(("Interview 7, 3 mei 2010\n", False), ("Het gesprek met een bewoner van de wijk over tuinen.\n", False)),
        *(("Gesprek met mw. B.\n", False), ("Naam;Jan de Boer\n", False)),
        *(("Kunt u iets vertellen?;Ik ben Ans.\n", True), ("Ik vond het eerst maar niks, en mijn man ook.\n", True)),
    ],
)
def test_what_reads_as_said_above_the_headings_is_told(title: str, is_told: bool) -> None:
    book, text = openpyxl.Workbook(), title + "Vraag;Antwoord\nHoe ging dat?;Goed hoor.\nEn toen?;Ook goed.\n"
    for line in text.splitlines():
        book.active.append(line.split(";"))  # type: ignore[union-attr]
    book.save(saved := io.BytesIO())
    for data, name in ((text.encode(), "a.csv"), (saved.getvalue(), "a.xlsx")):
        notes = read_data(data, where=name).notes
        assert [note.kind for note in notes if note.kind == "apart may be talk"] == ["apart may be talk"] * is_told


def test_headings_that_nobody_knows_below_a_title_are_refused_with_that_title() -> None:
    told = refusal("Antwoorden van mei 2010\nnr;sterk;zwak\n1;de buurt;niets\n2;alles;de gemeente\n")
    assert "take out the line 'Antwoorden van mei 2010' above them" in told[0]


def test_a_word_list_as_a_spreadsheet_saves_it_is_a_list_of_terms(tmp_path: Path) -> None:
    (tmp_path / "words.csv").write_text('sep=;\nterm;note\nhaast;often\n"geen tijd; nooit";\n', "utf-8")
    book = tmp_path / "book.yaml"
    text = "codebook: T\nversion: 1.0.0\nlanguage: nl\ncodes: [{id: druk, terms_from: words.csv}]\n"
    book.write_text(text, "utf-8")
    assert [term.text for term in read_codebook(book).codes[0].terms] == ["haast", "geen tijd; nooit"]
    (tmp_path / "words.csv").write_text("term\nhaast,nu\n", "utf-8")
    with pytest.raises(CodebookError, match="too many"):
        read_codebook(book)


@pytest.mark.parametrize("sign", ["\v", "\f", "\x85", "\u2028", "\u2029"])
def test_only_the_end_of_a_line_ends_a_row(sign: str) -> None:
    assert cells(f"person,said\r\nP01,one{sign}two\rP02,three\n") == [
        ("person", "said"),
        ("P01", "one\ntwo"),
        ("P02", "three"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"file,person,wave"\n"a.txt,P01,2010"\n"b.txt,P02,2010"\n',
        '"file,person,wave,speaker"\n"a.txt,P01,2010,""R"""\n"b.txt,P02,2010,"\n',
        "file,person,wave;;\na.txt,P01,2010;;\nb.txt,P02,2010;;\n",
        '"file,person,wave";;\n"a.txt,P01,2010";;\n',
        'file,person,wave\n"a.txt,P01,2010"\n"b.txt,P02,2010"\n',
        '"file;person;wave",,\n"a.txt;P01;2010",,\n',
        "file,person,wave,speaker;;\na.txt,P01,2010,R;;\n",
        "file,person,wave\t\na.txt,P01,2010\t\n",
    ],
)
def test_rows_of_which_each_stands_in_one_cell_are_cut_with_one_note(text: str, tmp_path: Path) -> None:
    (file := tmp_path / "interviews.csv").write_text(text, encoding="utf-8")
    with pytest.warns(BpQualWarning) as warned:
        table = read_csv_table(file, needed=["file", "person", "wave"])
    ((line, first), *_) = table.rows
    assert (line, first["file"], first["person"], first["wave"]) == (2, "a.txt", "P01", "2010")
    (note,) = (str(warning.message) for warning in warned)
    assert "Each row stands in one cell" in note


@pytest.mark.parametrize("own", [",", ";"])
@pytest.mark.parametrize("other", [",", ";"])
def test_a_spreadsheet_that_cuts_at_another_sign_loses_nothing(own: str, other: str, tmp_path: Path) -> None:
    rows = [
        ["file", "person", "wave", "speaker", "known_from"],
        ["a, b; c.txt", "P01", "2010", "", "date, wave; person: 'x'"],
        ["b.txt", 'Jan "Jopie" Smit', "2020", "R", "one; two; three, four"],
        ["c.txt", "P03", "2020", "", ""],
    ]
    written, saved = io.StringIO(), io.StringIO()
    csv.writer(written, delimiter=own, lineterminator="\n").writerows(rows)
    cut = [[line] if own == other else line.split(other) for line in written.getvalue().splitlines()]
    widest = max(map(len, cut))
    csv.writer(saved, delimiter=other, lineterminator="\r\n").writerows(
        [[*cells, *[""] * (widest - len(cells))] for cells in cut]
    )
    (file := tmp_path / "interviews.csv").write_text(saved.getvalue(), encoding="utf-8")
    with pytest.warns(BpQualWarning, match="Each row stands in one cell"):
        table = read_csv_table(file, needed=["file", "person", "wave"])
    assert [list(row.values()) for _, row in table.rows] == rows[1:]
    assert [line for line, _ in table.rows] == [2, 3, 4]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ('person,kind\n"Lindqvist, Anna",\n"Smit, Jan",\n', "Lindqvist, Anna"),
        ('person,file,wave\n"P01, P02, P03",a.txt,2010\n', "P01, P02, P03"),
        ("person,file,wave\nP01;,a.txt,2010\n", "P01;"),
        ("person\nP01\n", "P01"),
        ("person;;\nP01;;\n", "P01"),
    ],
)
def test_a_cell_with_a_comma_is_no_row_in_one_cell(text: str, first: str, tmp_path: Path) -> None:
    (file := tmp_path / "persons.csv").write_text(text, encoding="utf-8")
    assert read_csv_table(file, needed=["person"]).rows[0][1]["person"] == first


def test_a_cell_with_a_line_end_out_of_quotes_is_one_cell() -> None:
    table = b'person;wave;text\n"P01;2010;Hoe\rdan"\n"P02;2010;Zo"\n'
    rows = parse_csv(table, where="list.csv", is_heading=lambda _: True).rows
    assert [cells[0] for _, cells in rows] == ["P01;2010;Hoe\ndan", "P02;2010;Zo"]
