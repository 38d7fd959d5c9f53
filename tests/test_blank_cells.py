"""A code or a person that stands in the first row of its block only: it is asked what the empty cells below it say."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from bp_qual import import_codings, read_codings, read_corpus
from bp_qual.cli import main
from bp_qual.exchange.blank_cells import Blanks
from bp_qual.study.import_report import CodingImport
from two_persons import make_two_persons

HEAD = "person,wave,code,quote"
GROUPED = (  # the code in its first row alone
    "P01,2010,health,My back hurts",
    "P02,2010,,My back hurts",
    "P02,2020,,My knees are sore",
    "P01,2010,work,I work too much",
)
ASKED = "empty cells below others, in code: 2 rows with a quote, the first on line 3"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return make_two_persons(tmp_path / "study")


def take(study: Path, *rows: str, blanks: Blanks = "", **said: object) -> CodingImport:
    path = study.parent / "list.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return import_codings(path, study, coder="anna", blanks=blanks, **said)


def coded(done: CodingImport) -> set[tuple[str, str, str]]:
    return {*done.codings[["interview", "code", "quote"]].itertuples(index=False, name=None)}


def finished(study: Path, *codes: str) -> set[tuple[str, str]]:
    names = [transcript.interview for transcript in read_corpus(study).transcripts]
    return {*read_codings(study, coder="anna").state.finished(names, codes or ("health", "work"))}


def test_a_row_without_a_code_below_one_leaves_that_code_open_and_it_is_asked_what_is_meant(study: Path) -> None:
    done = take(study, HEAD, *GROUPED, "P02,2010,work,I work too much")
    assert ASKED in done.say("en")
    assert "--blanks above" in done.say("en")
    assert [*done.listed["why"]] == ["no_code"] * 2
    assert finished(study) == {("P01_2010", "health"), ("P01_2010", "work"), ("P02_2010", "work")}


def test_where_they_say_what_stands_above_the_code_holds_for_its_block(study: Path) -> None:
    done = take(study, HEAD, *GROUPED, blanks="above")
    assert ("P02_2020", "health", "My knees are sore") in coded(done)
    assert len(done.codings) == 4
    assert not len(done.listed)
    assert "were taken to say the same as the cell above: 2 rows, the first on line 3" in done.say("en")
    assert finished(study) == {
        (name, code) for name in ("P01_2010", "P02_2010", "P02_2020") for code in ("health", "work")
    }


def test_where_they_say_nothing_a_row_without_a_code_leaves_no_code_open(study: Path) -> None:
    done = take(study, HEAD, *GROUPED, "P02,2010,work,I work too much", blanks="none")
    assert "empty cells" not in done.say("en")
    assert ("P02_2010", "health") in finished(study)


def test_the_answer_may_come_when_the_list_is_imported_again(study: Path) -> None:
    take(study, HEAD, *GROUPED, "P02,2010,work,I work too much")
    take(study, HEAD, *GROUPED, "P02,2010,work,I work too much", blanks="above")
    assert ("P02_2010", "health") in finished(study)


def test_persons_and_waves_are_filled_down_as_a_pivot_table_shows_them(study: Path) -> None:
    rows = ("P01,2010,health,My back hurts", ",,work,I work too much", ",2020,health,My knees are sore")
    done = take(study, HEAD, *rows, "P02,2010,work,I work too much", ",,health,My back hurts", blanks="above")
    assert len(done.codings) == 5
    assert not done.anywhere
    assert ("P02_2010", "health", "My back hurts") in coded(done)


def test_a_row_of_its_own_may_say_the_code_of_those_below_it(study: Path) -> None:
    rows = ("health,,,", ",P01,2010,My back hurts", ",P02,2010,My back hurts", "work,,,", ",P01,2010,I work too much")
    done = take(study, "code,person,wave,quote", *rows, blanks="above")
    assert len(done.codings) == 3
    assert not len(done.listed)


def test_no_cell_is_filled_beside_one_that_begins_a_block(study: Path) -> None:
    rows = ("P01,2010,health,My back hurts", ",2010,,I work too much", "P02,2010,,My back hurts")
    done = take(study, HEAD, *rows, blanks="above")
    assert coded(done) == {("P01_2010", "health", "My back hurts"), ("P01_2010", "health", "I work too much")}
    assert [*done.listed["person"]] == ["P02"]
    assert ("P02_2010", "health") not in finished(study)


def test_a_name_that_is_repeated_begins_no_block(study: Path) -> None:
    rows = ("P01,2010,health,My back hurts", ",,,I work too much", "P02,2010,work,I work too much")
    done = take(study, HEAD, *rows, "P02,2010,,My back hurts", blanks="above")
    assert ("P02_2010", "work", "My back hurts") in coded(done)


@pytest.mark.slow
@pytest.mark.parametrize("head", ["parent,code,person,wave,quote", "code,subcode,person,wave,quote"])
def test_the_code_above_may_stand_in_its_first_row_alone(study: Path, head: str) -> None:
    rows = ("body,back,P01,2010,My back hurts", ",knees,P01,2020,My knees are sore")
    take(study, head, *rows)
    assert finished(study, "body") == {("P01_2010", "body")}
    done = take(study, head, *rows, blanks="above")
    assert finished(study, "body") == {("P01_2010", "body"), ("P01_2020", "body")}
    assert {code for _, code, _ in coded(done)} >= {"back"}


def test_a_sub_code_is_not_filled_beside_a_code_of_its_own_row(study: Path) -> None:
    rows = ("body,back,P01,2010,My back hurts", "body,,P01,2020,My knees are sore")
    done = take(study, "code,subcode,person,wave,quote", *rows, blanks="above")
    assert {(interview, code) for interview, code, _ in coded(done)} == {("P01_2010", "back"), ("P01_2020", "body")}


def test_a_document_says_person_and_wave_so_that_empty_cells_for_these_ask_nothing(study: Path) -> None:
    rows = ("P01,2010,,health,My back hurts", ",,P02_2020,health,My knees are sore")
    done = take(study, "person,wave,document,code,quote", *rows, blanks="above")
    assert {interview for interview, *_ in coded(done)} == {"P01_2010", "P02_2020"}
    assert "empty cells" not in done.say("en")


def test_of_a_program_that_writes_every_cell_an_empty_one_says_nothing(study: Path) -> None:
    rows = ("P01_2010,health,My back hurts", "P02_2010,,My back hurts", "P02_2010,work,I work too much")
    done = take(study, "Document,Codes,Quotation Content", *rows)
    assert "empty cells" not in done.say("en")
    assert ("P02_2010", "health") in finished(study)


def test_merged_cells_of_a_workbook_say_it_themselves(study: Path) -> None:
    book = openpyxl.Workbook()
    for row in (HEAD, *GROUPED):
        book.active.append([cell or None for cell in row.split(",")])
    book.active.merge_cells("C2:C4")
    book.save(study.parent / "list.xlsx")
    done = import_codings(study.parent / "list.xlsx", study, coder="anna")
    assert len(done.codings) == 4
    assert "empty cells" not in done.say("en")


def test_totals_of_groups_are_left_out_and_no_code_of_the_rows_below_them(study: Path) -> None:
    rows = (
        "health,P01,2010,My back hurts",
        ",P02,2010,My back hurts",
        "health Total,,,2",
        "work,P01,2010,I work too much",
    )
    done = take(study, "code,person,wave,quote", *rows, ",P02,2010,I work too much", "Grand Total,,,4", blanks="above")
    assert {code for _, code, _ in coded(done)} == {"health", "work"}
    assert len(done.codings) == 4
    assert not len(done.listed)
    assert "rows of totals: 2" in done.say("en")


@pytest.mark.parametrize("blanks", ["", "above"])
def test_a_matrix_with_a_person_in_the_first_row_alone_is_asked_about_too(study: Path, blanks: Blanks) -> None:
    rows = ("P01,2010,My back hurts,I work too much", ",2020,My knees are sore,", "P02,2010,My back hurts,")
    done = take(study, "person,wave,health,work", *rows, blanks=blanks)
    assert ("empty cells below others, in person: 1 row with a quote" in done.say("en")) == (not blanks)
    assert len(done.codings) == (4 if blanks else 3)
    assert [*done.listed["why"].drop_duplicates()] == ([] if blanks else ["found_twice"])


def test_the_command_takes_the_answer(study: Path) -> None:
    take(study, HEAD, *GROUPED, dry_run=True)
    command = ["import", str(study.parent / "list.csv"), str(study), "--coder", "anna", "--blanks", "above"]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0
    assert "4 codings added for anna" in done.output


def test_another_answer_is_refused(study: Path) -> None:
    with pytest.raises(ValueError, match="blanks is above or none, not 'below'"):
        take(study, HEAD, *GROUPED, blanks="below")  # type: ignore[arg-type]


@pytest.mark.parametrize(("blanks", "asked"), [("", "with a quote, "), ("above", "")])
def test_a_row_without_a_quote_is_not_counted_among_them(study: Path, blanks: Blanks, asked: str) -> None:
    done = take(study, HEAD, GROUPED[0], "P02,2020,,", GROUPED[1], blanks=blanks)
    assert f"1 row {asked}".rstrip() in done.say("en").replace("1 row,", "1 row")
    assert "the first on line 4" in done.say("en")
    assert "rows with neither a code nor a quote: 1, the first on line 3: P02 2020" in done.say("en")


CODERS = (  # of whose rows the second may be too
    "person,wave,coder,code,quote",
    "P01,2010,Bert,health,My back hurts",
    "P01,2010,,work,I work too much",
    "P02,2010,Bert,health,My back hurts",
    "P02,2010,Anna,work,I work too much",
)


def left_of(study: Path, coder: str) -> set[tuple[str, str]]:
    names = [transcript.interview for transcript in read_corpus(study).transcripts]
    return {*read_codings(study, coder=coder).state.finished(names, ("health", "work"))}


def take_coders(study: Path, *rows: str, coder: str = "", blanks: Blanks = "") -> CodingImport:
    path = study.parent / "list.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return import_codings(path, study, coder=coder, blanks=blanks)


def test_a_row_without_a_coder_below_one_is_left_open_for_that_coder_and_for_the_one_who_is_named(study: Path) -> None:
    done = take_coders(study, *CODERS, coder="anna")
    assert "empty cells below others, in coder: 1 row" in done.say("en")
    assert [*done.listed["why"]] == ["whose_coding"]
    assert [*done.listed["coder"]] == ["anna"]
    assert left_of(study, "anna") == {("P02_2010", "work")}, "health is a code of bert alone"
    take_coders(study, *CODERS, coder="bert")
    assert ("P01_2010", "work") in left_of(study, "bert"), "below a name, and taken as that of whoever is named"


def test_a_row_without_a_coder_leaves_its_code_open_for_the_coder_above_where_all_are_taken(study: Path) -> None:
    done = take_coders(study, *CODERS)
    assert [*done.listed["coder"]] == ["bert"]
    assert left_of(study, "bert") == {("P01_2010", "health"), ("P02_2010", "health")}, "work may be no code of bert's"
    assert "imported" not in done.coders


def test_where_other_rows_are_of_nobody_it_is_listed_for_both(study: Path) -> None:
    done = take_coders(study, CODERS[0], "P02,2020,,health,My knees are sore", *CODERS[1:])
    assert {*done.listed["coder"]} == {"bert", "imported"}
    assert not any(interview == "P01_2010" for interview, _ in left_of(study, "imported"))


def test_a_row_without_a_coder_is_open_too_for_the_one_whose_initials_stand_above_it(study: Path) -> None:
    done = take_coders(study, *CODERS, coder="Bert=els")
    assert [*done.listed["coder"]] == ["els"]
    assert ("P01_2010", "work") not in left_of(study, "els")


def test_a_row_without_a_coder_is_open_for_each_of_the_two_who_stand_above_it(study: Path) -> None:
    rows = [row.replace("P01,2010,Bert", 'P01,2010,"Anna, Bert"') for row in CODERS]
    assert {*take_coders(study, *rows).listed["coder"]} == {"anna", "bert"}


@pytest.mark.slow
@pytest.mark.parametrize(("blanks", "whose"), [("above", "bert"), ("none", "imported")])
def test_what_an_empty_cell_of_a_coder_says_may_be_answered(study: Path, blanks: Blanks, whose: str) -> None:
    take_coders(study, *CODERS)
    done = take_coders(study, *CODERS, blanks=blanks)
    assert not len(done.listed)
    assert ("P01_2010", "work", whose) in {*done.codings[["interview", "code", "coder"]].itertuples(index=False)}
    assert (("P01_2010", "work") in left_of(study, "bert")) == (whose == "bert"), "a code of others is no zero for bert"


ORDERS = {
    "asked, then answered": (False, True),
    "answered twice": (True, True),
    "asked twice, then answered": (False, False, True),
}


@pytest.mark.slow
@pytest.mark.parametrize("blanks", ["above", "none"])
@pytest.mark.parametrize("order", [*ORDERS])
def test_what_is_answered_after_it_was_asked_is_what_is_answered_at_once(
    study: Path, tmp_path: Path, order: str, blanks: Blanks
) -> None:
    fresh = tmp_path / "fresh" / "study"
    shutil.copytree(study, fresh)
    take_coders(fresh, *CODERS, blanks=blanks)
    for said in ORDERS[order]:
        take_coders(study, *CODERS, blanks=blanks if said else "")
    for coder in ("anna", "bert", *(["imported"] if blanks == "none" else [])):
        assert left_of(study, coder) == left_of(fresh, coder), coder


def test_an_empty_cell_of_a_coder_below_the_one_who_is_named_with_nothing_else_is_not_asked(study: Path) -> None:
    done = take_coders(study, *CODERS[:3], coder="Bert")
    assert len(done.codings) == 2
    assert not done.lost
