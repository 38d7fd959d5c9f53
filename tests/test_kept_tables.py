"""What is written for people to keep in a spreadsheet opens there by a double click: accents and columns as they are.

Excel reads UTF-8 where a mark stands first, else the letters of Windows, and cuts at what the computer's settings say.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from bp_qual import import_codings
from bp_qual.errors import BpQualError
from bp_qual.files.csv_tables import read_csv_table
from bp_qual.files.kept_tables import kept_table_bytes, separator_for
from bp_qual.pseudonyms.file_texts import change_file
from bp_qual.study.checking import check_study
from bp_qual.study.starter import make_study
from proposed_rows import proposed_rows
from refi_builders import Mark, make_qdpx

DUTCH = "Interviewer: Hoe ging dat bij jullie?\nZoë: Wij werkten samen, en dat ging goed.\n" * 3
ENGLISH = "Interviewer: How did that go with you?\nZoë: We worked together, and it went well.\n" * 3


def double_click(data: bytes, separator: str) -> list[list[str]]:
    """Return the cells as Excel shows them on a computer whose settings have this separator."""
    marked = data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig" if marked else "cp1252")
    return list(csv.reader(io.StringIO(text), delimiter=separator))


@pytest.mark.slow
@pytest.mark.parametrize(("talk", "separator"), [(DUTCH, ";"), (ENGLISH, ",")])
def test_a_double_click_on_what_init_proposes_keeps_accents_and_columns(
    tmp_path: Path, talk: str, separator: str
) -> None:
    for name in ("Zoë, buurt 2010.txt", "Zoë 2020.txt"):
        (tmp_path / name).write_text(talk, "utf-8")
    make_study(tmp_path)
    head, *rows = double_click((tmp_path / "interviews.csv").read_bytes(), separator)
    assert head[:4] == ["file", "person", "wave", "date"]
    assert {len(row) for row in rows} == {len(head)}
    assert [row[0] for row in rows] == ["Zoë 2020.txt", "Zoë, buurt 2010.txt"]
    assert len(check_study(tmp_path).corpus.transcripts) == 2


@pytest.mark.parametrize("name", ["interviews.csv", "persons.csv"])
def test_a_double_click_on_the_tables_of_the_example_study_keeps_columns(tmp_path: Path, name: str) -> None:
    make_study(tmp_path / "new")
    rows = double_click((tmp_path / "new" / name).read_bytes(), ";")
    assert len(rows[0]) > 2
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize(("talk", "separator"), [(DUTCH, ";"), (ENGLISH, ",")])
def test_what_an_import_proposes_opens_so_too_also_after_rows_were_added(
    tmp_path: Path, talk: str, separator: str
) -> None:
    said = {"een": {"person": "Zoë", "wave": "2010"}, "twee": {"person": "P10", "wave": "2010"}}
    texts = {"een": talk, "twee": talk + "Zoë: Ja.\n", "P06+P10_2013": talk + "Zoë: Nee.\n"}
    marks = {"een": [Mark("samen" if separator == ";" else "together", "a")]}
    path = tmp_path / "project.qdpx"
    path.write_bytes(make_qdpx(texts, marks, variables=said))
    with pytest.raises(BpQualError):
        import_codings(path, tmp_path / "new")
    head, *rows = double_click((tmp_path / "new" / "interviews.csv").read_bytes(), separator)
    assert [row[0] for row in rows] == ["een.txt", "twee.txt", *["P06+P10_2013.txt"] * 2]
    assert (rows[0][head.index("person")], {len(row) for row in rows}) == ("Zoë", {len(head)})


def test_names_replaced_in_it_leave_mark_and_separator(tmp_path: Path) -> None:
    data = kept_table_bytes(["file", "person"], [["Zoë 2010.txt", "Zoë"]], separator=";")
    done = change_file(data, "interviews.csv", lambda text: text.replace("Zoë", "P01"))
    assert done == b"\xef\xbb\xbffile;person\nP01 2010.txt;P01\n"


@pytest.mark.parametrize(
    "cell", ["=1+1.txt", "'t Hart 2010.txt", "'=x.txt", 'a "b", c.txt', "-x;y.txt", "a;=b.txt", "@x"]
)
@pytest.mark.parametrize("separator", [",", ";"])
def test_each_cell_comes_back_as_it_was_and_none_is_a_formula(tmp_path: Path, cell: str, separator: str) -> None:
    data = kept_table_bytes(["file", "person"], [[cell, "Jan"]], separator=separator)
    assert proposed_rows(tmp_path, data) == [{"file": cell, "person": "Jan"}]
    for sign in (",", ";"):
        assert not [part for row in double_click(data, sign) for part in row if part.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("language", ["nl", "en", "fr", "de"])
@pytest.mark.parametrize("saved", ["utf-8-sig", "cp1252"])
@pytest.mark.parametrize("cut", [",", ";"])
def test_it_is_read_after_a_spreadsheet_saved_it(tmp_path: Path, language: str, saved: str, cut: str) -> None:
    sign = separator_for(language)
    assert sign == ("," if language == "en" else ";")
    columns, row = ("file", "person", "wave", "known_from"), ("Zoë 1.txt", "Zoë", "1", "a; b, c")
    data = kept_table_bytes(columns, [row], separator=sign)
    text = io.StringIO()
    csv.writer(text, delimiter=cut).writerows(double_click(data, sign))
    path, said = tmp_path / "interviews.csv", text.getvalue().encode(saved)
    table = read_csv_table(path, needed=("file", "person", "wave"), data=said, warns=False)
    assert [dict(read) for _, read in table.rows] == [dict(zip(columns, row, strict=True))]
