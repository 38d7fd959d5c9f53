"""The matrix by change: what each descriptor rests on, and that what people write in it is kept, whatever they do."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.compare.descriptors import describe_courses
from bp_qual.framework import is_by_change, make_change_matrix, make_framework, read_framework, write_framework
from bp_qual.framework.by_change import ASPECTS
from bp_qual.framework.matrix import Framework, summary_table
from bp_qual.panel import make_panel
from wave_studies import count_said

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SAID = {"P01": (0, 2, 5), "P02": (4, 1, 0), "P03": (2, 2, 2), "P04": (1, None, 1), "P05": (None, 3, None)}
ROWS = {"nl": "neemt toe of komt op", "en": "increases or emerges"}


def findings(*numbers: int | None, words: int = 2000) -> set[str]:
    """What the counts of one person point at, among two others who never speak of the code."""
    waves = [str(n) for n, _ in enumerate(numbers)]
    spoken = [("A", w) for w, n in zip(waves, numbers, strict=True) if n is not None]
    spoken += [(person, wave) for person in "BC" for wave in waves]
    counts = [{"person": "A", "wave": w, "code": "x", "mentions": n} for w, n in zip(waves, numbers, strict=True) if n]
    panel = make_panel(counts, [{"person": p, "wave": w, "words": words} for p, w in spoken], codes=["x"], waves=waves)
    return {name for name in describe_courses(panel)["A", "x"].findings if not name.startswith("only_")}


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((0, 4), {"emerges"}),
        ((1, 4), {"increases"}),
        ((4, 0), {"ceases"}),
        ((4, 1), {"decreases"}),
        ((2, 2), {"stays"}),
        ((0, 0), {"never_said"}),
        ((3, None), set()),
    ],
)
def test_with_two_waves_more_less_and_the_same_are_all_that_can_be_told(
    numbers: tuple[int | None, ...], expected: set[str]
) -> None:
    assert findings(*numbers) == expected


@pytest.mark.sweep(3)
@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((1, 2, 3), {"increases", "builds_up"}),
        ((0, 2, 3), {"emerges", "builds_up"}),
        ((1, 1, 3), {"increases", "surges"}),
        ((2, 2, 3), {"increases"}),  # up once, and not twice as much: neither builds up nor surges
        ((0, 0, 1), {"emerges"}),  # a single mention is no surge
        ((0, 3, 0), {"surges", "turns"}),
        ((1, 5, 2), {"increases", "surges", "turns"}),
        ((3, 1, 3), {"turns"}),
        ((5, 2, 2), {"decreases"}),  # what is high at the start did not surge
        ((5, 2, 0), {"ceases"}),
        ((2, 2, 2), {"stays"}),
        ((0, None, 3), {"emerges"}),
        ((0, 1, 2, 3), {"emerges", "builds_up"}),
        ((0, 4, 4, 1), {"emerges", "turns"}),  # as much in two waves: no surge
    ],
)
def test_with_three_waves_a_build_up_a_surge_and_a_turn_are_told_apart(
    numbers: tuple[int | None, ...], expected: set[str]
) -> None:
    assert findings(*numbers) == expected


def test_a_difference_smaller_than_one_mention_in_the_shorter_interview_is_none() -> None:
    words = [{"person": "A", "wave": wave, "words": said} for wave, said in (("1", 5000), ("2", 500))]
    panel = make_panel([{"person": "A", "wave": "1", "code": "x", "mentions": 1}], words, codes=["x"])
    assert set(describe_courses(panel)["A", "x"].findings) == {"stays"}


def test_who_alone_speaks_of_it_or_alone_goes_a_way_is_idiosyncratic() -> None:
    courses = describe_courses(count_said(SAID))
    alone = {person: set(courses[person, "hokjes"].found("idiosyncratic")) for person in SAID}
    assert alone == {"P01": {"only_up"}, "P02": {"only_down"}, "P03": set(), "P04": set(), "P05": set()}
    two = describe_courses(count_said({"P01": (0, 1, 2), "P02": (0, 0, 0)}))
    assert two["P01", "hokjes"].found("idiosyncratic") == {}  # of two persons one is always the only one
    three = describe_courses(count_said({"P01": (0, 1, 2), "P02": (0, 0, 0), "P03": (0, 0, 0)}))
    assert set(three["P01", "hokjes"].found("idiosyncratic")) == {"only_speaker", "only_up"}


def told(matrix: Framework, row: str) -> list[str]:
    (cell,) = [cell for cell in matrix.cells if cell.person == row]
    return list(cell.told)


def test_each_row_has_its_counts_and_every_quote_of_every_wave_with_its_place() -> None:
    panel = count_said(SAID)
    up = told(make_change_matrix(panel), f"P01 · {ROWS['nl']}")
    assert up[0] == "Komt op van 2010 naar 2020."
    assert up[1].startswith("2010: 0 vermeldingen in 1.800 woorden · 2015: 2 vermeldingen in 1.814")
    assert [line[:5] for line in up[2:]] == ["2015:"] * 2 + ["2020:"] * 5
    assert up[2].endswith("(P01_2015, beurt 1)")
    assert "»hokjes«" in up[2]


def test_every_quote_of_the_study_stands_in_some_row() -> None:
    panel = count_said(SAID)
    matrix = make_change_matrix(panel)
    for person, numbers in SAID.items():
        own = [cell for cell in matrix.cells if cell.person.startswith(f"{person} ·")]
        shown = [sum("»hokjes«" in line for line in cell.told) for cell in own]
        assert max(shown) == sum(filter(None, numbers)), person


def test_who_was_not_interviewed_is_never_without_evidence() -> None:
    matrix = make_change_matrix(count_said(SAID), language="en")
    assert told(matrix, "P05 · increases or emerges")[0] == "Cannot be told: known in 2015 only."
    missing = told(matrix, "P05 · missing")
    assert missing[:2] == ["2010: not interviewed", "2020: not interviewed"]
    assert sum("»hokjes«" in line for line in missing) == 3  # the only interview is read here
    surge = told(matrix, "P04 · surge, epiphany, turning point")
    assert surge[0].startswith("Cannot be told from two interviews (2010, 2020)")
    assert surge[1:] == ["2015: not interviewed"]
    assert told(matrix, "P03 · increases or emerges") == ["No evidence in 2010, 2015, 2020."]


def test_all_persons_are_counted_with_those_of_whom_it_can_be_known() -> None:
    matrix = make_change_matrix(count_said(SAID), language="en")
    assert told(matrix, "all persons · increases or emerges") == ["emerges: 1 of 4 persons: P01"]
    assert told(matrix, "all persons · cumulative: builds up") == ["builds up: 1 of 3 persons: P01"]
    assert told(matrix, "all persons · constant, consistent") == ["stays the same: 2 of 4 persons: P03, P04"]
    assert told(matrix, "all persons · missing") == [
        "2010: not interviewed: P05", "2015: not interviewed: P04", "2020: not interviewed: P05"
    ]  # fmt: skip


def test_what_the_topic_guide_asked_for_in_one_wave_only_is_said() -> None:
    matrix = make_change_matrix(count_said(SAID), asked={"hokjes": ("2020",)}, language="en")
    assert "The topic guide asked about it in 2020 only." in told(matrix, "P01 · increases or emerges")
    assert "The topic guide asked about it in 2020 only." in told(matrix, "all persons · increases or emerges")


@pytest.fixture(params=[".xlsx", ".docx"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tmp_path / f"change{request.param}"


def fill_every_field(path: Path, persons: tuple[str, ...]) -> dict[tuple[str, str], str]:
    """Write something else in each field, as a researcher would; return what, by person and descriptor."""
    keys = [(person, aspect) for person in ("", *persons) for aspect in ASPECTS]
    texts = {key: f"Over {key[0] or 'iedereen'}: {key[1]} nr. {number}." for number, key in enumerate(keys)}
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        for row, text in enumerate(texts.values(), start=2):
            book.worksheets[0].cell(row, 2).value = text
        book.save(path)
        return texts
    document = docx.Document(str(path))
    for field, text in zip(document.element.body.iter(f"{W}sdt"), texts.values(), strict=True):
        next(field.iter(f"{W}t")).text = text
    document.save(str(path))
    return texts


def written_in(matrix: Framework) -> list[str]:
    return sorted(
        [*(c.summary for c in (*matrix.cells, *matrix.carried) if c.summary), *(n.text for n in matrix.notes)]
    )


@pytest.mark.slow
def test_what_was_typed_is_kept_in_its_row_also_in_the_other_language(path: Path) -> None:
    panel = count_said(SAID)
    write_framework(make_change_matrix(panel), path)
    assert len(read_framework(path)) == 0
    texts = fill_every_field(path, panel.persons)
    for language in ("nl", "en", "nl"):
        matrix = make_change_matrix(panel, summaries=read_framework(path), language=language)
        assert [cell.summary for cell in matrix.cells] == list(texts.values())
        assert matrix.stale == ()
        assert matrix.kept == ()
        write_framework(matrix, path)
    assert is_by_change(read_framework(path))


@pytest.mark.slow
def test_what_is_beside_it_changed_makes_a_text_stale_and_nothing_else_does(path: Path) -> None:
    panel = count_said(SAID)
    write_framework(make_change_matrix(panel), path)
    texts = fill_every_field(path, panel.persons)
    other = count_said({**SAID, "P03": (2, 2, 3)})  # no longer the same: what is said of P03, and of all, is another
    matrix = make_change_matrix(other, summaries=read_framework(path), language="en")
    assert sorted(written_in(matrix)) == sorted(texts.values())
    stale = {cell.person for cell in matrix.stale}
    assert {row for row in stale if row.startswith("P03")} == {c.person for c in matrix.cells if c.person[:3] == "P03"}
    assert "all persons · constant, consistent" in stale
    assert not {row for row in stale if row[:3] in ("P02", "P04", "P05")}
    assert {row for row in stale if row[:3] == "P01"} == {  # who is no longer the only one
        row for row in stale if row.startswith(("P01 · idiosyncratic", "P01 · note:"))
    }
    write_framework(matrix, path)
    again = make_change_matrix(other, summaries=read_framework(path), language="nl")
    assert len(again.stale) == len(matrix.stale)  # until somebody writes them anew


def test_another_quote_with_the_same_counts_makes_it_stale(path: Path) -> None:
    write_framework(make_change_matrix(count_said(SAID)), path)
    fill_every_field(path, tuple(SAID))
    other = count_said(SAID, sentence="Wij willen nooit meer {code}, zeg ik.")
    stale = {cell.person for cell in make_change_matrix(other, summaries=read_framework(path)).stale}
    assert f"P01 · {ROWS['nl']}" in stale
    assert "P01 · neemt af of houdt op" not in stale  # nothing is shown there


HEADINGS = {"B1": "Mijn woorden", "C1": "Wat er staat", "A1": "Wie"}


def rename_headings(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
    for place, text in HEADINGS.items():
        sheet[place] = text
    sheet.title = "eigen blad"


def move_rows(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
    last = 1 + len(ASPECTS) * (1 + len(SAID))
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=last)]
    for number, row in enumerate(reversed(rows), start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value


def delete_quotes(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
    for row in range(2, 60):
        sheet.cell(row, 3).value = None


@pytest.mark.sweep(1)
@pytest.mark.parametrize("edit", [rename_headings, move_rows, delete_quotes])
def test_edits_in_excel_lose_no_sentence_and_none_changes_hands(edit, tmp_path: Path) -> None:
    path, panel = tmp_path / "change.xlsx", count_said(SAID)
    write_framework(make_change_matrix(panel), path)
    texts = fill_every_field(path, panel.persons)
    book = openpyxl.load_workbook(path)
    edit(book.worksheets[0])
    book.save(path)
    matrix = make_change_matrix(panel, summaries=read_framework(path))
    assert [cell.summary for cell in matrix.cells] == list(texts.values())
    assert {note.text for note in matrix.notes} <= set(HEADINGS.values())


def test_sorting_only_the_names_of_the_rows_marks_what_stands_beside_other_quotes(tmp_path: Path) -> None:
    path, panel = tmp_path / "change.xlsx", count_said(SAID)
    write_framework(make_change_matrix(panel), path)
    texts = fill_every_field(path, panel.persons)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    up, down = (
        next(r for r in range(2, 80) if sheet.cell(r, 1).value == f"{p} · {ROWS['nl']}") for p in ("P01", "P03")
    )
    sheet.cell(up, 1).value, sheet.cell(down, 1).value = sheet.cell(down, 1).value, sheet.cell(up, 1).value
    book.save(path)
    matrix = make_change_matrix(panel, summaries=read_framework(path))
    assert written_in(matrix) == sorted(texts.values())
    assert {cell.person for cell in matrix.stale} >= {f"P03 · {ROWS['nl']}", f"P01 · {ROWS['nl']}"}


@pytest.mark.slow
def test_a_deleted_row_takes_only_its_own_sentence_and_comes_back_empty(path: Path) -> None:
    panel = count_said(SAID)
    write_framework(make_change_matrix(panel), path)
    texts = fill_every_field(path, panel.persons)
    gone = texts.pop(("P02", "increase"))
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        sheet.delete_rows(next(row for row in range(2, 80) if sheet.cell(row, 2).value == gone))
        book.save(path)
    else:
        document = docx.Document(str(path))
        row = next(r for r in document.element.body.iter(f"{W}tr") if gone in "".join(r.itertext()))
        row.getparent().remove(row)
        document.save(str(path))
    matrix = make_change_matrix(panel, summaries=read_framework(path))
    assert written_in(matrix) == sorted(texts.values())
    assert next(c.summary for c in matrix.cells if c.person == f"P02 · {ROWS['nl']}") == ""
    assert matrix.stale == ()


def test_in_word_a_renamed_heading_and_equal_quotes_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "change.docx"
    panel = count_said({"P01": (1, 2, 3), "P02": (1, 2, 3)})  # the same quotes and the same counts
    write_framework(make_change_matrix(panel), path)
    texts = fill_every_field(path, panel.persons)
    document = docx.Document(str(path))
    document.tables[0].rows[0].cells[1].paragraphs[0].runs[0].text = "Wat ik ervan vind"
    document.save(str(path))
    matrix = make_change_matrix(panel, summaries=read_framework(path))
    assert [cell.summary for cell in matrix.cells] == list(texts.values())


def test_in_word_rows_without_their_fields_as_libreoffice_saves_them_lose_nothing(tmp_path: Path) -> None:
    path, panel = tmp_path / "change.docx", count_said(SAID)
    write_framework(make_change_matrix(panel), path)
    texts = fill_every_field(path, panel.persons)
    document = docx.Document(str(path))
    for field in list(document.element.body.iter(f"{W}sdt")):
        for paragraph in field.find(f"{W}sdtContent"):
            field.addprevious(paragraph)
        field.getparent().remove(field)
    document.save(str(path))
    matrix = make_change_matrix(panel, summaries=read_framework(path), language="en")
    assert [cell.summary for cell in matrix.cells] == list(texts.values())
    assert len(matrix.stale) == len(texts)  # for what they were written is not known any more


@pytest.mark.slow
def test_words_about_a_person_or_code_that_is_gone_are_carried_along_and_come_back(path: Path) -> None:
    panel = count_said(SAID)
    write_framework(make_change_matrix(panel), path)
    texts = fill_every_field(path, panel.persons)
    fewer = count_said({name: said for name, said in SAID.items() if name != "P02"})
    matrix = make_change_matrix(fewer, summaries=read_framework(path), language="en")
    assert len(matrix.carried) == len(ASPECTS)
    assert written_in(matrix) == sorted(texts.values())
    write_framework(matrix, path)
    whole = make_change_matrix(panel, summaries=read_framework(path))
    assert [cell.summary for cell in whole.cells] == list(texts.values())


def test_what_was_typed_beside_the_fields_is_a_note(tmp_path: Path) -> None:
    path, panel = tmp_path / "change.xlsx", count_said(SAID)
    write_framework(make_change_matrix(panel), path)
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["F3"] = "Nog eens bellen."
    book.save(path)
    matrix = make_change_matrix(panel, summaries=read_framework(path))
    assert [note.text for note in matrix.notes] == ["Nog eens bellen."]


def test_the_matrix_is_the_same_bytes_each_time(path: Path) -> None:
    write_framework(make_change_matrix(count_said(SAID)), path)
    first = path.read_bytes()
    write_framework(make_change_matrix(count_said(SAID)), path)
    assert path.read_bytes() == first


def test_a_matrix_by_change_is_written_in_the_language_it_was_made_in(path: Path) -> None:
    with pytest.raises(ValueError, match="make_change_matrix"):
        write_framework(make_change_matrix(count_said(SAID), language="nl"), path, language="en")


def test_it_shows_itself_in_both_languages() -> None:
    matrix = make_change_matrix(count_said(SAID), summaries=summary_table([]))
    assert matrix.say("en") == "Longitudinal matrix: 72 rows x 1 code · 0 summaries, 0 of them stale"
    assert repr(matrix).startswith("Longitudinale matrix: 72 rijen x 1 code")


def test_a_matrix_of_the_other_kind_is_refused_once_somebody_wrote_in_it(tmp_path: Path) -> None:
    run, sample = CliRunner(), tmp_path / "study"
    assert run.invoke(main, ["init", str(sample)]).exit_code == 0
    path = tmp_path / "matrix.xlsx"
    assert run.invoke(main, ["framework", str(sample), "-o", str(path), "--by-change"]).exit_code == 0
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["B2"] = "Vijf mensen trekken meer samen op."
    book.save(path)
    before = path.read_bytes()
    refused = run.invoke(main, ["framework", str(sample), "-o", str(path)])
    assert refused.exit_code == 1
    assert "--by-change" in refused.stderr
    assert path.read_bytes() == before
    done = run.invoke(main, ["framework", str(sample), "-o", str(path), "--by-change"])
    assert done.exit_code == 0
    assert "1 samenvatting" in done.stderr
    other = tmp_path / "waves.xlsx"
    filled = make_framework(count_said(SAID), summaries=summary_table([("P01", "hokjes", "2010", "Nee.", "", "", "")]))
    write_framework(filled, other)
    assert run.invoke(main, ["framework", str(sample), "-o", str(other), "--by-change"]).exit_code == 1


def test_no_cell_of_the_excel_file_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "change.xlsx"
    write_framework(make_change_matrix(count_said(SAID, sentence="=1+1 {code}")), path)
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
