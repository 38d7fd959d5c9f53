"""A file that names two waves or none, or contradicts itself, has no quote placed by chance."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest

from bp_qual import import_codings, read_corpus, read_study
from bp_qual.study.import_report import CodingImport
from bp_qual.study.received_interviews import InterviewFinder
from refi_builders import Mark, make_qdpx

BOTH, ONCE = "I should rest more", "My back hurts"
TALK = {"2010": f"I: How is it?\nR: {ONCE}. {BOTH}.\n", "2020": f"I: And now?\nR: {BOTH}. I stopped in May.\n"}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return make_study(tmp_path / "study", "P01", "P02")


def make_study(folder: Path, *persons: str, waves: tuple[str, ...] = ("2010", "2020")) -> Path:
    folder.mkdir()
    (folder / "study.yaml").write_text("language: en\n", encoding="utf-8")
    for person in persons:
        for wave, talk in zip(waves, TALK.values(), strict=True):
            said = talk if person == persons[0] else talk.replace("I", "We").replace("My", "Our")
            (folder / f"{person}_{wave}.txt").write_text(said, encoding="utf-8")
    return folder


def take(study: Path, heading: str, *rows: str) -> CodingImport:
    path = study.parent / "list.csv"
    path.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
    return import_codings(path, study, coder="anna", dry_run=True)


def places(done: CodingImport) -> list[str]:
    """Return where the only quote is: in one interview, or in each of those that are listed."""
    return [*done.codings["interview"], *done.listed["document"]]


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    "name",
    [
        "P01_2010 exported 2020-05-01",
        "P01 2010 (uitgewerkt 2020)",
        "P01_2010_versie_2020.docx",
        "P01_2010.docx (2020-03-04 12.30)",
        "P01_2010 - P01_2020",
        "2010_P01_def_2020",
        "2020/P01_2010.docx",
        "Internals\\2020\\P01 2010",
        "/home/anna/ronde 2020/P01_2010.txt",
    ],
)
def test_a_document_that_names_two_waves_may_be_either(study: Path, name: str) -> None:
    assert places(take(study, "document,code,quote", f"{name},rest,{BOTH}")) == ["P01_2010", "P01_2020"]
    done = take(study, "document,code,quote", f"{name},rest,{ONCE}")
    assert (places(done), done.anywhere) == (["P01_2010"], ("list.csv:2",))


@pytest.mark.parametrize("name", ["P01_2010.docx", "2010/P01_2010.docx", "Internals\\2015\\P01 2010", "P01 1 (2010)"])
def test_a_document_that_names_one_wave_is_of_that_one_alone(study: Path, name: str) -> None:
    done = take(study, "document,code,quote", f"{name},rest,{BOTH}")
    assert (places(done), done.anywhere) == (["P01_2010"], ())


def test_a_path_with_documents_of_several_waves_says_no_wave(study: Path) -> None:
    rows = (f"Export 2020/P01_2010.docx,rest,{BOTH}", f"Export 2020/P01_2020.docx,rest,{BOTH}")
    done = take(study, "document,code,quote", *rows)
    assert (places(done), done.anywhere) == (["P01_2010", "P01_2020"], ())


def test_a_document_with_the_path_that_it_has_in_the_study_is_that_interview(study: Path) -> None:
    (study / "2020").mkdir()
    (study / "P01_2010.txt").rename(study / "2020" / "P01_2010.txt")
    rows = ["file,person,wave", "2020/P01_2010.txt,P01,2010", "P01_2020.txt,P01,2020"]
    (study / "interviews.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    done = take(study, "document,code,quote", f"2020/P01_2010.txt,rest,{BOTH}")
    assert (places(done), done.anywhere) == (["P01_2010"], ())
    done = take(study, "document,code,quote", f"2020\\P01_2010.txt,rest,{BOTH}")
    assert (places(done), done.anywhere) == (["P01_2010"], ())


@pytest.mark.parametrize(("heading", "said"), [("fase", "open coderen"), ("phase", "axial"), ("ronde", "3")])
def test_what_is_no_wave_of_the_study_is_told_where_the_document_says_the_interview(
    study: Path, heading: str, said: str
) -> None:
    done = take(study, f"document,{heading},code,quote", f"P01_2010,{said},rest,{BOTH}", f"P01_2020,2020,rest,{BOTH}")
    assert places(done) == ["P01_2010", "P01_2020"]
    assert f"what is no wave of the study ('{said}'; 1 row)" in done.say("en")
    done = take(study, f"document,{heading},code,quote", f"P01_2010,2010,rest,{BOTH}")
    assert "no wave of the study" not in done.say("en")


@pytest.mark.parametrize("wave", ["2010/2020", "2010-2020", "2010 en 2020", '"2010, 2020"', "2010-05-03 (seen 2020)"])
def test_a_cell_with_two_waves_means_either(study: Path, wave: str) -> None:
    assert places(take(study, "person,wave,code,quote", f"P01,{wave},rest,{BOTH}")) == ["P01_2010", "P01_2020"]


def test_a_person_with_two_waves_in_the_name_may_be_of_either(study: Path) -> None:
    done = take(study, "person,code,quote", f'"P01 in wave 2010, exported 2020",rest,{BOTH}')
    assert places(done) == ["P01_2010", "P01_2020"]


@pytest.mark.sweep(1)
@pytest.mark.parametrize(("first", "second"), [("T1", "T2"), ("voormeting", "nameting"), ("ronde 1", "ronde 2")])
def test_two_waves_are_seen_whatever_waves_are_called(tmp_path: Path, first: str, second: str) -> None:
    study = make_study(tmp_path / "study", "P01", waves=(first, second))
    ids = [f"P01_{wave.removeprefix('ronde ')}" for wave in (first, second)]
    assert places(take(study, "document,code,quote", f"P01 {first} (na {second}),rest,{BOTH}")) == ids
    assert places(take(study, "document,code,quote", f"P01 {first} 2021-03-04,rest,{BOTH}")) == ids[:1]


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("folder", "document", "meant"),
    [
        ("2010", "P01_2020", ["P01_2010", "P01_2020"]),
        ("Wave 2010 vs 2020", "P01", ["P01_2010", "P01_2020"]),
        ("2020 interviews (after 2010)", "P01", ["P01_2010", "P01_2020"]),
        ("Interviews 2010", "P01", ["P01_2010"]),
        ("Interviews 2010", "P01_2010", ["P01_2010"]),
        ("Study of 2015", "P01_2010", ["P01_2010"]),
    ],
)
def test_a_document_group_that_contradicts_a_name_leaves_both(
    study: Path, folder: str, document: str, meant: list[str]
) -> None:
    assert places(take(study, "document group,document,code,segment", f"{folder},{document},rest,{BOTH}")) == meant


def test_a_group_with_documents_of_several_waves_says_no_wave(study: Path) -> None:
    rows = (f"Study 2020,P01_2010,a,{BOTH}", f"Study 2020,P01_2020,b,{BOTH}", f"Study 2020,P01,c,{BOTH}")
    done = take(study, "document group,document,code,segment", *rows)
    assert done.codings["interview"].tolist() == ["P01_2010", "P01_2020"]
    assert (done.listed["document"].tolist(), done.anywhere) == (["P01_2010", "P01_2020"], ())


def test_a_group_that_is_called_as_a_wave_says_it_whatever_is_in_it(study: Path) -> None:
    rows = (f"2010,P01_2010,a,{BOTH}", f"2010,P01_2020,b,{BOTH}")
    done = take(study, "document group,document,code,segment", *rows)
    assert done.codings[["code", "interview"]].values.tolist() == [["a", "P01_2010"]]
    assert done.listed[["code", "document"]].values.tolist() == [["b", "P01_2010"], ["b", "P01_2020"]]


def make_book(study: Path, *sheets: tuple[str, list[list[object]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path := study.parent / "book.xlsx")
    return path


def test_a_sheet_that_contradicts_its_rows_leaves_both_and_one_that_names_two_waves_too(study: Path) -> None:
    head = ["person", "wave", "code", "quote"]
    path = make_book(
        study,
        ("2010", [head, ["P01", 2020, "a", BOTH], ["P01", None, "b", BOTH]]),
        ("Blad 2010 (def 2020)", [["person", "code", "quote"], ["P01", "c", BOTH]]),
        ("Export 2020", [head, ["P01", 2010, "d", BOTH], ["P01", 2020, "e", BOTH]]),
    )
    done = import_codings(path, study, coder="anna", dry_run=True)
    assert done.codings[["code", "interview"]].values.tolist() == [
        ["b", "P01_2010"], ["d", "P01_2010"], ["e", "P01_2020"],
    ]  # fmt: skip
    assert done.listed["code"].tolist() == ["a", "a", "c", "c"]


def test_a_matrix_on_a_sheet_of_another_wave_leaves_both(study: Path) -> None:
    path = make_book(study, ("2010", [["document", "rest", "back"], ["P01_2020", BOTH, ONCE]]))
    done = import_codings(path, study, coder="anna", dry_run=True)
    assert places(done) == ["P01_2010", "P01_2010", "P01_2020"]
    two = make_book(study, ("x", [["person", "rest 2010 vs 2020"], ["P01", BOTH], ["P02", "We stopped in May"]]))
    done = import_codings(two, study, coder="anna", dry_run=True)
    assert (done.listed["document"].tolist(), done.new_codes) == (["P01_2010", "P01_2020"], ("rest_2010_vs_2020",))


def test_a_row_that_is_kept_of_those_that_are_listed_gets_its_place(study: Path) -> None:
    path = make_book(study, ("2010", [["person", "wave", "code", "quote"], ["P01", 2020, "a", BOTH]]))
    listed = study.parent / "listed.csv"
    import_codings(path, study, coder="anna", listed_in=listed)
    heading, *rows = csv.reader(io.StringIO(listed.read_text("utf-8-sig")))
    for kept, interview in zip(rows, ("P01_2010", "P01_2020"), strict=True):
        with listed.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([heading, kept])
        done = import_codings(listed, study, coder="anna", dry_run=True)
        assert (done.codings["interview"].tolist(), len(done.listed)) == ([interview], 0)


@pytest.mark.parametrize("name", ["Interview Jan Willem 2010", "Interview Jan-Willem 2010", "Janwillem 2010"])
def test_the_longest_name_of_a_person_in_a_document_is_meant(tmp_path: Path, name: str) -> None:
    study = make_study(tmp_path / "study", "Jan", "Jan-Willem")
    done = take(study, "document,code,quote", f"{name},back,Our back hurts", f"{name},rest,{ONCE}")
    assert done.codings["person"].tolist() == ["Jan-Willem"]
    assert done.listed["why"].tolist() == ["not_found"]
    both = take(study, "document,code,quote", "Jan en Jan-Willem 2010,back,Our back hurts")
    assert (both.codings["person"].tolist(), both.anywhere) == (["Jan-Willem"], ("list.csv:2",))


@pytest.mark.parametrize("heading", ["document", "person"])
def test_a_document_or_person_without_a_wave_is_looked_for_in_each_and_to_be_checked(study: Path, heading: str) -> None:
    done = take(study, f"{heading},code,quote", f"P01,back,{ONCE}", f"P01,rest,{BOTH}")
    assert (done.codings["interview"].tolist(), done.anywhere) == (["P01_2010"], ("list.csv:2",))
    assert done.listed["document"].tolist() == ["P01_2010", "P01_2020"]


def test_a_document_of_a_wave_that_the_study_does_not_have_is_none_of_it(study: Path) -> None:
    done = take(study, "document,wave,code,quote", f"P01 2015,,back,{ONCE}", f"P01,2015,back,{ONCE}")
    assert done.listed["why"].tolist() == ["no_interview", "no_interview"]


def test_a_wave_that_contradicts_a_document_is_listed(study: Path) -> None:
    done = take(study, "document,wave,code,quote", f"P01_2010,2020,rest,{BOTH}", f"P01,2020,rest,{BOTH}")
    assert (done.listed["why"].tolist(), done.codings["interview"].tolist()) == (["no_interview"], ["P01_2020"])
    unknown = take(study, "document,person,wave,code,quote", f"P01_2010,P01,both,rest,{BOTH}")
    assert (unknown.codings["interview"].tolist(), unknown.anywhere) == (["P01_2010"], ())


def test_a_name_with_a_person_but_no_wave_is_that_of_no_interview(study: Path) -> None:
    finder = InterviewFinder(read_corpus(read_study(study)))
    assert [finder.knows(name) for name in ("P01", "P01 in 2010", "help for P01")] == [True, True, False]


def test_two_interviews_of_a_person_in_a_wave_leave_neither_person_nor_wave_open(study: Path) -> None:
    (study / "P01_again.txt").write_text("I: And?\nR: Nothing else.\n", encoding="utf-8")
    files = {"P01_again": ("P01", "2010")} | {name: (*name.split("_"),) for name in ("P01_2010", "P01_2020")}
    table = "".join(f"{file}.txt,{person},{wave}\n" for file, (person, wave) in files.items())
    (study / "interviews.csv").write_text(f"file,person,wave\n{table}P02_2010.txt,P02,2010\nP02_2020.txt,P02,2020\n")
    done = take(study, "person,wave,code,quote", f"P01,2010,back,{ONCE}")
    assert (len(done.codings), done.anywhere) == (1, ())


@pytest.mark.parametrize("said", [{"variables": {"P01_2010": {"wave": "2020"}}}, {"cases": {"P02": ["P01_2010"]}}])
def test_the_text_of_a_project_decides_and_a_case_or_variable_that_says_otherwise_is_told(
    study: Path, said: dict[str, dict[str, dict[str, str]]]
) -> None:
    data = make_qdpx({"P01_2010": TALK["2010"]}, {"P01_2010": [Mark(BOTH, "rest")]}, **said)
    (study.parent / "project.qdpx").write_bytes(data)
    done = import_codings(study.parent / "project.qdpx", study)
    assert (done.codings["interview"].tolist(), done.anywhere) == (["P01_2010"], ())
    assert [note.kind for note in done.notes if "known" in note.kind] == ["known against"]


def test_a_document_with_the_text_of_another_interview_than_its_name_says_is_told_as_that(study: Path) -> None:
    data = make_qdpx({"P02_2010": TALK["2010"]}, {"P02_2010": [Mark(BOTH, "rest")]})
    (study.parent / "project.qdpx").write_bytes(data)
    done = import_codings(study.parent / "project.qdpx", study)
    assert done.codings["interview"].tolist() == ["P01_2010"]
    assert [note.kind for note in done.notes if "known" in note.kind] == ["known by text"]
