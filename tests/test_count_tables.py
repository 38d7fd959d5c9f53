"""Tables of counts of other programs become a panel, or one message with every cell that is no count."""

from __future__ import annotations

from pathlib import Path

import pytest
from pandas import NA

from bp_qual import make_panel, read_counts
from bp_qual.errors import BpQualError, BpQualWarning


def counts_of(folder: Path, text: str) -> list[list[object]]:
    (folder / "counts.csv").write_text(text, encoding="utf-8")
    return read_counts(folder / "counts.csv").values.tolist()


@pytest.mark.parametrize(
    "text",
    [
        "person,wave,code,mentions\nP01,2010,werk,3\nP01,2010,thuis,0\n",
        "Persoon;Jaar;Thema;Aantal\nP01;2010;werk;3\nP01;2010;thuis;0\n",
        "persoon;ronde;werk;thuis\nP01;2010;3;-\n",
        "person,werk,thuis\nP01 2010,3,0\n",
        ",A : werk,B : thuis\n1 : P01 2010,3,0\n",
        "Cases,A : werk,B : thuis,Total\n1 : P01 2010,3,0,3\n",
        ",A : werk,B : thuis,Totaal\n1 : P01 2010,3,0,3\nTotaal,3,0,3\n",
        "Code system;P01 2010;SUM\nwerk;3;3\nthuis;0;0\nSUM;3;3\n",
        "document,code,count\nP01_2010,werk,3\nP01_2010,thuis,0\n",
        ",A : P01_2010,Total\n1 : werk,3,3\n2 : thuis,0,0\n",
        "Codesystem;P01 2010;SUMME\nwerk;3;3\nthuis;0;0\nSUMME;3;3\n",
        "Document;werk;thuis\nInternals\\P01_2010.docx;3,0;0,0\n",
        "person,wave,werk,thuis\nP01,2010,3.0,0.0\n",
        ',"P01_2010\nGr=12",Totals\n"○ werk\nGr=4",3,3\n"thuis\nGr=2;  GS=1",0,0\nTotals,3,3\n',
        ',"1: P01_2010\nGr=12",Totals\n"● werk\nGr=4",3,3\n"● thuis\nGr=2",0,0\nTotals,3,3\n',
        "Document group,Document name,werk,thuis,Total\n2010,P01,3,0,3\n",
    ],
)
def test_long_and_wide_tables_and_a_matrix_of_nvivo_say_the_same(tmp_path: Path, text: str) -> None:
    assert counts_of(tmp_path, text) == [["P01", "2010", "werk", 3], ["P01", "2010", "thuis", 0]]


@pytest.mark.parametrize(
    "text",
    [
        ",A : ronde = 2011,B : ronde = 2019\n1 : werk,3,0\n2 : thuis,1,2\n",
        ",A : werk,B : thuis,Total\n1 : ronde = 2011,3,0,3\n2 : ronde = 2019,1,2,3\nTotal,4,2,6\n",
        ",A : geslacht = man,B : geslacht = vrouw\n1 : werk,3,0\n",
    ],
)
def test_a_matrix_of_values_of_an_attribute_is_nobodys_counts_and_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BpQualError, match=r"counts for values of an attribute \('.* = .*, not for persons"):
        counts_of(tmp_path, text)


@pytest.mark.parametrize(
    ("heading", "cells", "said"),
    [
        ("age", ("44", "54"), "left out (2 cells: '44', '54')"),
        ("Leeftijd", ("1", "2"), "left out"),
        ("sector", ("zorg", "bouw"), "left out (2 cells: 'zorg', 'bouw')"),
        ("Nr.", ("1", "2"), "left out"),
        ("ervaring", ("12", "30"), "was taken for a code (2 cells: '12', '30')"),
        ("leeftijd", ("0", "1"), "was taken for a code"),
    ],
)
def test_a_column_that_is_or_may_be_no_code_is_told(
    tmp_path: Path, heading: str, cells: tuple[str, str], said: str
) -> None:
    text = f"person,wave,werk,thuis,{heading}\nP01,2010,1,0,{cells[0]}\nP01,2020,9,2,{cells[1]}\n"
    with pytest.warns(BpQualWarning) as told:
        rows = counts_of(tmp_path, text)
    assert [said in str(warning.message) for warning in told] == [True]
    assert {str(row[2]) for row in rows} == {"werk", "thuis", *([] if "left" in said else [heading])}


@pytest.mark.parametrize(
    ("first", "second", "person"),
    [
        ("P01 mei 2010", "P01 juni 2020", "P01"),
        ("P01_2010-05-12", "P01_2020-06-01", "P01"),
        ("P01 12-05-2010", "P01 2020-06-01", "P01"),
        ("Jan voorjaar 2010", "Jan najaar 2020", "Jan"),
        ("Jan 2010", "Jan_2020", "Jan"),
        ("Internals\\\\P01 2010", "Files\\\\P01_2020", "P01"),
        ("Internals/P01 2010", "Files/P01 2020", "P01"),
        ("2010\\P01", "2020\\P01", "P01"),
        ("An/Piet 2010", "An/Piet 2020", "An/Piet"),
    ],
)
def test_the_name_of_a_row_is_one_person_however_it_says_when(
    tmp_path: Path, first: str, second: str, person: str
) -> None:
    assert counts_of(tmp_path, f",A : werk\n1 : {first},3\n2 : {second},1\n") == [
        [person, "2010", "werk", 3],
        [person, "2020", "werk", 1],
    ]


def test_a_table_of_yes_and_no_is_one_of_ones_and_zeros(tmp_path: Path) -> None:
    text = "person,wave,a,b,c,d\nP01,2010,1,0,ja,WAAR\nP01,2020,x,-,nee,0\n"
    assert [row[-1] for row in counts_of(tmp_path, text)] == [1, 0, 1, 1, 1, 0, 0, 0]


def test_every_cell_that_is_no_count_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(BpQualError) as caught:
        counts_of(tmp_path, "person,wave,code,mentions\nP01,,werk,3\nP02,2010,werk,2.5\nP03,2010,werk,-1\n")
    said = str(caught.value)
    assert "counts.csv:2  says no wave" in said
    assert "counts.csv:3  '2.5' is no count of 'werk'" in said
    assert "counts.csv:4  '-1' is no count" in said


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("person,wave,code,mentions\nP01,2010,werk,3\nP01,2020,werk,1\nP01,2010,werk,2\n", 4),
        ("person,wave,werk\nP01,2010,3\nP02,2010,1\nP01,2010,2\n", 4),
        (",werk\nP01 2010,3\nP01 2010,2\n", 3),
        ("document,werk\nP01_2010,3\nP01_2010,2\n", 3),
    ],
)
def test_what_is_counted_twice_of_one_is_refused_and_not_added_up(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(BpQualError, match=rf"counts\.csv:{line}  counts 'werk' a second time for whoever line 2 does"):
        counts_of(tmp_path, text)


def test_two_interviews_of_a_person_in_a_wave_are_no_count_given_twice(tmp_path: Path) -> None:
    counts = counts_of(tmp_path, "document,person,wave,werk\nP01a,P01,2010,3\nP01b,P01,2010,2\n")
    assert [row[-1] for row in counts] == [3, 2]


@pytest.mark.parametrize("cell", ["1.000", "1,000", "12.000"])
def test_what_may_be_a_thousand_or_one_is_refused(tmp_path: Path, cell: str) -> None:
    (path := tmp_path / "counts.csv").write_text(f"person;wave;code;mentions\nP01;2010;werk;{cell}\n", encoding="utf-8")
    with pytest.raises(BpQualError, match=f"'{cell}' is no count of 'werk'\\. Write a whole number"):
        read_counts(path)


@pytest.mark.parametrize("cell", ["1", "1.0", "1,0", "1.00", "1.0000"])
def test_a_whole_number_with_decimals_is_that_number(tmp_path: Path, cell: str) -> None:
    (path := tmp_path / "counts.csv").write_text(f"person;wave;code;mentions\nP01;2010;werk;{cell}\n", encoding="utf-8")
    assert read_counts(path)["mentions"].tolist() == [1]


def test_what_is_read_makes_a_panel(tmp_path: Path) -> None:
    (tmp_path / "counts.csv").write_text(",A : werk\n1 : P01 2010,3\n2 : P01 2020,1\n", encoding="utf-8")
    words = [{"person": "P01", "wave": wave, "words": 1000} for wave in ("2010", "2020")]
    assert make_panel(read_counts(tmp_path / "counts.csv"), words).counts["mentions"].tolist() == [3, 1]


def test_a_file_of_another_kind_or_without_a_code_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BpQualError, match="not in a known format"):
        read_counts(tmp_path / "counts.docx")
    with pytest.raises(BpQualError, match="holds no codes"):
        counts_of(tmp_path, "person,wave\nP01,2010\n")


WIDE = "person,sex,words_2010,words_2020,werk_2010,werk_2020\nP01,f,900,800,3,0\nP02,m,700,,1,\n"
COLUMNS = "column,holds,code,label,wave\nperson,person,,,\nwerk_2010,mentions,werk,Werk,2010\n"
COLUMNS += "werk_2020,mentions,werk,Werk,2020\nwords_2010,words,,,2010\n"


def test_what_export_wide_writes_is_read_with_its_columns_and_nobody_absent_is_a_zero(tmp_path: Path) -> None:
    (tmp_path / "counts_columns.csv").write_text(COLUMNS, encoding="utf-8")
    assert counts_of(tmp_path, WIDE) == [
        ["P01", "2010", "werk", 3], ["P01", "2020", "werk", 0], ["P02", "2010", "werk", 1], ["P02", "2020", "werk", NA],
    ]  # fmt: skip
    with pytest.raises(BpQualError, match=r"counts.csv:2  'veel' is no count of 'werk'"):
        counts_of(tmp_path, WIDE.replace("3,0", "veel,0"))


def test_a_wide_table_without_its_columns_and_the_columns_alone_say_which_file_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(BpQualError, match=r"in counts_columns.csv, which is not beside it"):
        counts_of(tmp_path, WIDE)
    (tmp_path / "n_columns.csv").write_text(COLUMNS, encoding="utf-8")
    with pytest.raises(BpQualError, match=r"Give the table itself: n.csv"):
        read_counts(tmp_path / "n_columns.csv")


def test_a_wide_table_without_any_code_is_told_as_that(tmp_path: Path) -> None:
    columns = "".join(line for line in COLUMNS.splitlines(keepends=True) if "mentions" not in line)
    (tmp_path / "counts_columns.csv").write_text(columns, encoding="utf-8")
    with pytest.raises(BpQualError, match=r"counts.csv  is a table that bp-qual export --wide wrote, and holds no"):
        counts_of(tmp_path, "person,active_since,words_2010\nP01,1987,900\n")


@pytest.mark.parametrize(
    ("name", "person"),
    [("p_01_2010", "p_01"), ("2010_p_01", "p_01"), ("Jan de Vries (2010)", "Jan de Vries"), ("P01 - 2010.docx", "P01")],
)
def test_the_name_of_a_row_without_its_wave_is_the_person(tmp_path: Path, name: str, person: str) -> None:
    assert counts_of(tmp_path, f"Document,werk\n{name},1\n") == [[person, "2010", "werk", 1]]


@pytest.mark.parametrize(
    "name", ["P01 2010 (def 2020)", "P01_2010_2020", "Internals\\P01 2010 exported 2020-05-01.docx"]
)
@pytest.mark.parametrize("heading", ["", "person", "document"])
def test_the_name_of_a_row_with_two_waves_is_refused_with_both(tmp_path: Path, name: str, heading: str) -> None:
    with pytest.raises(BpQualError, match=r"csv:2  names several waves: 2010, 2020\. Add a column wave"):
        counts_of(tmp_path, f"{heading},werk,thuis\n{name},1,0\n")
    assert counts_of(tmp_path, f"{heading or 'person'},wave,werk\n{name},2010,1\n")[0][1:] == ["2010", "werk", 1]


# --- empty cells and totals ------------------------------------------------------------------------------------------

EXPOSURE = [{"person": person, "wave": wave, "words": 1000} for person in ("P01", "P02") for wave in ("2010", "2020")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("person,wave,werk,thuis\nP01,2010,3,0\nP02,2010,1,\nP01,2020,,1\n", "csv:3  is the first of 2 cells"),
        ("person,wave,code,mentions\nP01,2010,thuis,\n", "csv:2  is the first of 1 cell"),
        ("person,wave,werk,thuis\nP01,2010,x,\n", "csv:2  is the first of 1 cell"),
    ],
)
def test_an_empty_cell_is_no_zero_and_it_is_said_what_to_write(tmp_path: Path, text: str, place: str) -> None:
    with pytest.raises(BpQualError) as caught:
        counts_of(tmp_path, text)
    said = str(caught.value)
    assert place in said
    assert "that of 'thuis'" in said
    assert "Write 0 where it was looked for and nothing found, and n/a where it was not coded" in said


@pytest.mark.parametrize("said", ["n/a", "NA", "n.v.t.", "nvt", "niet gecodeerd"])
def test_what_is_said_not_to_be_coded_is_absent_from_the_panel_and_no_zero(tmp_path: Path, said: str) -> None:
    (tmp_path / "counts.csv").write_text(f"person,wave,werk,thuis\nP01,2010,3,{said}\nP01,2020,0,2\n", "utf-8")
    panel = make_panel(read_counts(tmp_path / "counts.csv"), EXPOSURE[:2])
    cells = panel.counts[["wave", "code", "mentions"]]
    assert cells.values.tolist() == [["2010", "werk", 3], ["2020", "thuis", 2], ["2020", "werk", 0]]


def test_what_export_wide_left_empty_is_absent_from_the_panel_too(tmp_path: Path) -> None:
    (tmp_path / "counts_columns.csv").write_text(COLUMNS, encoding="utf-8")
    (tmp_path / "counts.csv").write_text(WIDE, encoding="utf-8")
    panel = make_panel(read_counts(tmp_path / "counts.csv"), EXPOSURE)
    assert panel.counts[["person", "wave"]].values.tolist() == [["P01", "2010"], ["P01", "2020"], ["P02", "2010"]]
    absent = make_panel(read_counts(tmp_path / "counts.csv"), EXPOSURE[:3])
    assert absent.uncoded == frozenset()


def test_of_two_rows_for_a_cell_one_that_is_missing_leaves_it_out() -> None:
    rows = [{"person": "P01", "wave": 2010, "code": "werk", "mentions": n} for n in (3, None)]
    panel = make_panel(rows, EXPOSURE[:2])
    assert panel.codes == ("werk",)
    assert panel.counts[["wave", "mentions"]].values.tolist() == [["2020", 0]]


@pytest.mark.parametrize(
    "text",
    [
        "person,wave,werk,thuis,Grand total\nP01,2010,3,0,3\nEindtotaal,,3,0,3\n",
        "person,wave,werk,thuis,Som\nP01,2010,3,0,3\nP01 Total,,3,0,3\n",
        "Code system;P01 2010;Gesamt\nwerk;3;3\nthuis;0;0\nΣ;3;3\n",
    ],
)
def test_totals_are_left_out_whatever_they_are_called(tmp_path: Path, text: str) -> None:
    assert counts_of(tmp_path, text) == [["P01", "2010", "werk", 3], ["P01", "2010", "thuis", 0]]


def test_a_code_whose_name_begins_with_total_is_one(tmp_path: Path) -> None:
    assert counts_of(tmp_path, "person,wave,total rewards\nP01,2010,3\n") == [["P01", "2010", "total rewards", 3]]
