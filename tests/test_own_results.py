"""What bp_qual made is known by its own mark: it is no interview, and nobody's work in it is written over."""

from __future__ import annotations

import importlib
import io
import pkgutil
import shutil
import warnings
import zipfile
from pathlib import Path

import docx
import openpyxl
import pandas as pd
import pyarrow.parquet
import pytest
from click.testing import CliRunner, Result

import bp_qual
from bp_qual.cli import main
from bp_qual.errors import StoreError, TranscriptError
from bp_qual.files import guarded_run
from bp_qual.files.own_marks import is_own_file, is_own_table
from bp_qual.files.written_before import is_ours
from bp_qual.readers import read_data
from bp_qual.study.gathering import gather_study

UNMARKED = (".yml", ".dic", ".yaml")  # formats of others, in which no interview is kept
OUTPUTS = (
    "code {s} -o {o}/codings.csv",
    "code {s} -o {o}/codings.parquet",
    "code {s} -o {o}/codings.xlsx",
    "code {s} --local-cluster 1 -o {o}/archive",
    "codings {s} -o {o}/by_hand.csv",
    "agree {s} -o {o}/agreement.csv --disagreements {o}/disagreements.csv",
    "plan {s} --simulations 50 -o {o}/power.csv",
    "sensitivity {s} -o {o}/variants.csv",
    "quotes {s} --code samenwerking --html {o}/quotes.html",
    "paper {s} -o {o}/paper",
    "words {s} --floor 1 -o {o}/spoken.csv",
    "words {s} --floor 1 --picture {o}/spoken.pdf",
    "groups {s} -k 2 -o {o}/groups.csv",
    "suggest {s} --letters -o {o}/proposed.csv",
    "suggest {s} --letters -o {o}/proposed.xlsx",
    "report {s} --html {o}/report.html --docx {o}/annex.docx --xlsx {o}/tables.xlsx --csv {o}/tables",
    "framework {s} -o {o}/matrix.xlsx",
    "framework {s} -o {o}/matrix.docx",
    "framework {s} --by-change -o {o}/change.xlsx",
    "portrait {s} --person P01 -o {o}/portraits",
    "export {s} --qdpx {o}/p.qdpx --csv {o}/q.csv --xlsx {o}/q.xlsx --wide {o}/wide.csv",
    "import {s}/list.csv {s} --coder carla -o {o}/left.csv",
    "codebook words samenwerking {s} -o {o}/words.csv",
    "codebook show {s}/codebook.yaml -o {o}/book.html",
    "codebook show {s}/codebook.yaml -o {o}/book.docx",
    "codebook export {s}/codebook.yaml -o {o}/book.qdc",
    "codebook export {s}/codebook.yaml -o {o}/book.csv",
    "codebook export {s}/codebook.yaml -o {o}/book.taguette.csv",
    "sample {s} -n 6 --name first",
    "sheet {s} --sample first --coder bert -o {o}/sheet.docx",
    "sheet {s} --sample first --coder bert -o {o}/sheet.xlsx",
    "validate {s} --sample first --coder anna -o {o}/validated",
    "compare {s} -o {o}/compared",
)


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a study with a folder of transcripts of its own, two coders and a sample."""
    folder = tmp_path_factory.mktemp("own") / "study"
    run("init", folder)
    for coder in ("anna", "bert"):
        run("export", folder, "--count", "machine", "--csv", folder / "coded.csv")
        machine = pd.read_csv(folder / "coded.csv")["coder"][0]
        done = run("import", folder / "coded.csv", folder, "--coder", f"{machine}={coder}", "--all-coded")
        assert done.exit_code == 0, done.output
    (folder / "coded.csv").unlink()
    (folder / "list.csv").write_text("person,wave,code,quote\nP01,2010,samenwerking,dit zei niemand\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def results(starter: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Return every file that the commands write of a study, but run.json and pictures."""
    out = tmp_path_factory.mktemp("results")
    for command in OUTPUTS:
        run(*command.format(s=starter, o=out).split())
    made = sorted(path for path in out.rglob("*") if path.is_file())
    assert len(made) > 40
    return (*made, starter / "samples" / "first.csv")


def copy_of(starter: Path, folder: Path) -> Path:
    return Path(shutil.copytree(starter, folder / "study"))


def interviews_of(study: Path) -> set[str]:
    return {interview.file.name for interview in gather_study(study)[0].interviews}


def test_every_result_of_every_command_bears_the_mark(results: tuple[Path, ...]) -> None:
    assert [path.name for path in results if not is_own_file(path) and path.suffix not in UNMARKED] == []


def test_every_table_that_a_room_makes_is_known_by_its_headings() -> None:
    """A table that is new has its columns in a constant; forgetting its headings in `own_marks` fails here."""
    rooms = ("compare", "suggestions", "validation", "study", "exchange")
    modules = [
        importlib.import_module(f"bp_qual.{room}.{module.name}")
        for room in rooms
        for module in pkgutil.iter_modules([str(Path(bp_qual.__file__).parent / room)])
        if not module.ispkg
    ]
    columns = {
        name: value
        for module in modules
        for name, value in vars(module).items()
        if name.endswith("_COLUMNS") and name not in ("HOUSEHOLD_COLUMNS", "_COLUMNS") and isinstance(value, tuple)
    }
    assert len(columns) > 15
    assert [name for name, headings in columns.items() if not is_own_table(headings)] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["report_2020", "P09_2010"])
def test_a_result_among_the_interviews_is_named_and_never_read(
    name: str, starter: Path, results: tuple[Path, ...], tmp_path: Path
) -> None:
    """Whatever it is called: as a person of the study it is a problem, else a note."""
    study = copy_of(starter, tmp_path)
    before = interviews_of(study)
    kept = [path for path in results if path.suffix not in UNMARKED and path.name != "run.json"]
    for number, path in enumerate(kept):
        place = study / "transcripts" / str(number)
        place.mkdir()
        shutil.copy(path, place / f"{name}{path.suffix}")
    described, problems = gather_study(study)
    assert interviews_of(study) == before
    assert not problems
    if name == "P09_2010":
        told = {str(left.problem) for left in described.unread}
        assert len(told) == len(kept)
        assert all("is a result that bp_qual made, not an interview" in text for text in told)
    else:
        note = next(str(note) for note in described.notes if "made by bp_qual, so not an interview" in str(note))
        assert f"+ {len(kept) - 5}" in note or len(kept) <= 5


def test_a_result_that_interviews_csv_lists_is_a_problem(
    starter: Path, results: tuple[Path, ...], tmp_path: Path
) -> None:
    study = copy_of(starter, tmp_path)
    shutil.copy(next(path for path in results if path.name == "annex.docx"), study / "transcripts" / "x.docx")
    with (study / "interviews.csv").open("a", encoding="utf-8") as file:
        file.write("x.docx;P01;2020;\n")
    assert any("is a result that bp_qual made" in str(problem) for problem in gather_study(study)[1])


def test_init_proposes_no_result_as_an_interview(results: tuple[Path, ...], tmp_path: Path) -> None:
    (tmp_path / "P01_2010.txt").write_text("I: Hoe?\nR: Samen.\n", encoding="utf-8")
    shutil.copy(next(path for path in results if path.name == "annex.docx"), tmp_path / "P01_2020.docx")
    run("init", tmp_path)
    assert "P01_2020" not in (tmp_path / "interviews.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_table_of_ours_that_another_program_saved_is_still_no_interview(
    ending: str, results: tuple[Path, ...], tmp_path: Path
) -> None:
    """A Dutch Excel writes ; and \\r\\n and a mark in front; an .xlsx of it names another maker."""
    text = next(path for path in results if path.name == "codings.csv").read_text(encoding="utf-8")
    saved = tmp_path / f"P01_2010{ending}"
    if ending == ".csv":
        saved.write_bytes(text.replace(",", ";").replace("\n", "\r\n").encode("utf-8-sig"))
        assert is_own_file(saved)
    else:
        book = openpyxl.Workbook()
        for line in text.splitlines()[:5]:
            book.active.append(line.split(","))
        book.save(saved)
        assert not is_own_file(saved)
    with pytest.raises(TranscriptError, match="is a result that bp_qual made"):
        read_data(saved.read_bytes(), where=saved.name)


def test_documents_of_others_bear_no_mark(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.comments = "over bp_qual"
    document.add_paragraph("R: bp_qual is een programma.")
    document.save(str(tmp_path / "a.docx"))
    (tmp_path / "a.csv").write_text("person,wave,text\nP01,2010,Ja\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("code,persons,text\n", encoding="utf-8")
    (tmp_path / "a.html").write_text("<p>bp_qual</p>", encoding="utf-8")
    (tmp_path / "a.json").write_text('{"segments": [{"text": "bp_qual"}]}', encoding="utf-8")
    (tmp_path / "b.docx").write_bytes(b"PK\3\4 no zip")
    (tmp_path / "a.txt").write_text('{"bp_qual": "1"}', encoding="utf-8")
    assert not any(is_own_file(path) for path in tmp_path.iterdir())


def test_a_link_that_leads_out_is_not_looked_into(starter: Path, results: tuple[Path, ...], tmp_path: Path) -> None:
    study = copy_of(starter, tmp_path)
    outside = next(path for path in results if path.name == "annex.docx")
    (study / "transcripts" / "P09_2010.docx").symlink_to(outside)
    run_of = run("check", study)
    assert "resultaat van bp_qual" not in run_of.output
    assert "P09_2010.docx" in run_of.output


def test_no_result_is_written_under_the_name_of_an_interview(starter: Path, tmp_path: Path) -> None:
    study = copy_of(starter, tmp_path)
    before = sorted(path.name for path in (study / "transcripts").iterdir())
    for target in ("P09_2010.xlsx", "out/codings_2020.csv"):
        done = run("code", study, "-o", study / "transcripts" / target)
        assert done.exit_code == 1
        assert "naam van een interview" in done.stderr
    assert sorted(path.name for path in (study / "transcripts").iterdir()) == before


def test_a_result_in_the_folder_of_the_interviews_is_written_with_a_warning(starter: Path, tmp_path: Path) -> None:
    study = copy_of(starter, tmp_path)
    assert "in de map met interviews (transcripts)" in run("code", study, "-o", study / "transcripts" / "x.csv").stderr
    assert "in de map met interviews" not in run("code", study, "-o", study / "x.csv").stderr


def edited(path: Path) -> None:
    """Change a result as a program would that keeps all its properties."""
    if path.suffix == ".csv":
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    elif path.suffix == ".parquet":
        table = pyarrow.parquet.read_table(path)
        pyarrow.parquet.write_table(table.slice(1), path)
    elif path.suffix in (".docx", ".xlsx", ".qdpx"):
        with zipfile.ZipFile(path) as package:
            parts = {entry: package.read(entry) for entry in package.infolist()}
        with zipfile.ZipFile(buffer := io.BytesIO(), "w") as package:
            for entry, data in parts.items():
                package.writestr(entry, data.replace(b"samenwerk", b"S.", 1))
        path.write_bytes(buffer.getvalue())
    else:
        path.write_bytes(path.read_bytes().replace(b"<title>", b"<title>Mijn ", 1))


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        "code {s} -o {o}/x.csv",
        "code {s} -o {o}/x.xlsx",
        "code {s} -o {o}/x.parquet",
        "export {s} --count machine --qdpx {o}/x.qdpx",
        "export {s} --count machine --xlsx {o}/x.xlsx",
        "sheet {s} --sample first --coder bert -o {o}/x.docx",
        "sheet {s} --sample first --coder bert -o {o}/x.xlsx",
        "report {s} --xlsx {o}/x.xlsx",
        "words {s} --floor 1 --picture {o}/x.html",
        "quotes {s} --code samenwerking --html {o}/x.html",
        "report {s} --html {o}/x.html",
        "report {s} --docx {o}/x.docx",
        "codebook show {s}/codebook.yaml -o {o}/x.html",
        "codebook show {s}/codebook.yaml -o {o}/x.docx",
    ],
)
@pytest.mark.usefixtures("results")  # which draw the sample
def test_a_result_is_replaced_until_somebody_changes_it(command: str, starter: Path, tmp_path: Path) -> None:
    arguments = command.format(s=starter, o=tmp_path).split()
    assert run(*arguments).exit_code == run(*arguments).exit_code == 0
    assert is_ours((made := next(tmp_path.glob("x.*"))).read_bytes(), made.read_bytes(), made.suffix)
    edited(result := next(tmp_path.glob("x.*")))
    before = result.read_bytes()
    done = run(*arguments)
    assert done.exit_code == 1
    assert "of een dat daarna is veranderd" in done.stderr
    assert result.read_bytes() == before


def test_a_table_in_which_a_cell_was_changed_is_kept_beside_the_new_one(starter: Path, tmp_path: Path) -> None:
    command = ("code", starter, "-o", table := tmp_path / "x.csv")
    run(*command)
    mine = table.read_bytes().replace(b"samenwerking", b"opmerking", 1)
    table.write_bytes(mine)
    said = run(*command).stderr
    assert "x.csv was er al, en kan sindsdien bewerkt zijn: het is bewaard als" in said
    assert (tmp_path / "x.earlier.csv").read_bytes() == mine
    assert "x.earlier" not in run(*command).stderr


@pytest.mark.sweep(5)
@pytest.mark.parametrize(
    ("command", "shows_edits"),
    [
        ("export {s} --qdpx {o}/x.qdpx", True),
        ("export {s} --csv {o}/x.csv", True),
        ("export {s} --xlsx {o}/x.xlsx", True),
        ("export {s} --count machine --wide {o}/x.csv", True),
        ("export {s} --taguette {o}/x.sqlite3", False),
        ("export {s} --annotations {o}/x.json", False),
        ("codebook export {s}/codebook.yaml -o {o}/x.csv", True),
        ("codebook export {s}/codebook.yaml -o {o}/x.xlsx", True),
        ("codebook export {s}/codebook.yaml -o {o}/x.taguette.csv", True),
        ("codebook export {s}/codebook.yaml -o {o}/x.qdc", False),
        ("codebook export {s}/codebook.yaml -o {o}/x.yml", False),
        ("codebook export {s}/codebook.yaml -o {o}/x.dic", False),
    ],
)
def test_an_export_that_could_not_show_an_edit_is_replaced_on_request_only(
    command: str, shows_edits: bool, starter: Path, tmp_path: Path
) -> None:
    study = copy_of(starter, tmp_path)
    arguments = command.format(s=study, o=tmp_path).split()
    assert run(*arguments).exit_code == 0
    result = next(tmp_path.glob("x.*"))
    before = result.read_bytes()
    assert run(*arguments).exit_code == 0  # the same bytes take nothing away
    assert result.read_bytes() == before
    book = study / "codebook.yaml"
    changed = book.read_text("utf-8").replace("samenwerk", "saamwerk").replace("- id: samenwerking", "- id: samen")
    book.write_text(changed.replace("- id: saamwerking", "- id: saam"), encoding="utf-8")
    done = run(*arguments)
    assert (done.exit_code == 0) == shows_edits, done.output
    if not shows_edits:
        assert "--overwrite" in done.stderr
        assert result.read_bytes() == before
        assert run(*arguments, "--overwrite").exit_code == 0
        assert result.read_bytes() != before


def test_a_matrix_to_fill_in_is_replaced_by_no_other_command(starter: Path, tmp_path: Path) -> None:
    run("framework", starter, "-o", matrix := tmp_path / "m.xlsx")
    before = matrix.read_bytes()
    assert run("code", starter, "-o", matrix).exit_code == 1
    assert matrix.read_bytes() == before


def test_a_matrix_is_written_over_no_document_of_somebody_else(starter: Path, tmp_path: Path) -> None:
    run("framework", starter, "-o", matrix := tmp_path / "m.docx")
    document = docx.Document()
    document.add_paragraph("Mijn proefschrift")
    document.save(str(mine := tmp_path / "mine.docx"))
    before = mine.read_bytes()
    done = run("framework", starter, "--from", matrix, "-o", mine)
    assert done.exit_code == 1
    assert "--overwrite" in done.stderr
    assert mine.read_bytes() == before
    assert not list(tmp_path.glob("mine.earlier*"))


def test_outside_a_run_nothing_is_noted_of_interviews(tmp_path: Path) -> None:
    from bp_qual.files import write_atomically
    from bp_qual.files.guard import note_interviews

    note_interviews(tmp_path, lambda name, is_folder: True, apart=True)
    write_atomically(tmp_path / "a.csv", b"x")
    with guarded_run():
        note_interviews(tmp_path, lambda name, is_folder: True, apart=True)
        with pytest.raises(StoreError, match="under the name of one"):
            write_atomically(tmp_path / "b.csv", b"x")


PLACED = (
    "codebook show {s}/codebook.yaml -o {o}.html",
    "codebook show {s}/codebook.yaml -o {o}.docx",
    "codebook export {s}/codebook.yaml -o {o}.qdc",
    "codebook export {s}/codebook.yaml -o {o}.yml",
    "codebook export {s}/codebook.yaml -o {o}.dic",
    "codebook new {o}.yaml",
    "export {s} --taguette {o}.sqlite3",
    "export {s} --annotations {o}.json",
    "code {s} -o {o}.csv",
    "report {s} --html {o}.html",
    "compare {s} -o {o}",
    "pseudonyms propose {s} -o {o}.xlsx",
)


@pytest.mark.sweep(7)
@pytest.mark.parametrize("place", ["transcripts/P14_2020", "codings/carla", "transcripts/P14_2020/result"])
@pytest.mark.parametrize("command", PLACED)
def test_no_command_writes_where_a_study_would_take_it_for_an_interview_or_a_coder(
    command: str, place: str, starter: Path, tmp_path: Path
) -> None:
    """Also a command that reads no study, with any ending, and a folder."""
    study = copy_of(starter, tmp_path)
    before = {path: path.read_bytes() for path in study.rglob("*") if path.is_file()}
    done = run(*command.format(s=study, o=study / place).split())
    assert done.exit_code == 1
    told = ("under the name of one", "met de naam van een interview", "is that of a coder", "van een codeur is")
    assert any(text in done.stderr for text in told), done.stderr
    assert {path: path.read_bytes() for path in study.rglob("*") if path.is_file()} == before


CALLED = ("P14", "p14", "P14 en P15", "Interview P14", "2020 P14", "P142020", "results/P14")


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("command", "name"),
    [
        *(("codebook show {s}/codebook.yaml -o {o}.html", name) for name in CALLED),
        *(("code {s} -o {o}.csv", name) for name in ("P14", "Interview P14")),
        ("report {s} --docx {o}.docx", "results/P14"),
        *(("compare {s} -o {o}", name) for name in ("P14 en P15", "results/P14")),
    ],
)
@pytest.mark.parametrize("listed", [False, True])
def test_no_command_writes_a_result_that_is_called_after_a_person_of_the_study(
    command: str, name: str, listed: bool, starter: Path, tmp_path: Path
) -> None:
    study = copy_of(starter, tmp_path)
    for file in ("one.txt", "two.txt") if listed else ("P14_2020.txt", "P15_2010.txt"):
        (study / "transcripts" / file).write_text("I: Hoe?\nR: Ja.\n", "utf-8")
    if listed:
        rows = "file,person,wave\none.txt,P14,2020\ntwo.txt,P15,2010\n"
        (study / "interviews.csv").write_text(rows, "utf-8")
    done = run(*(word.format(s=study, o=study / "transcripts" / name) for word in command.split()))
    assert done.exit_code == 1
    assert "met de naam van een interview" in done.stderr


@pytest.mark.parametrize("name", ["codes.csv", "report P.html", "2020.csv", "P14.png"])
def test_a_result_that_is_called_after_nobody_or_is_a_picture_may_lie_there(
    name: str, starter: Path, tmp_path: Path
) -> None:
    from bp_qual.files.guard import check_places

    study = copy_of(starter, tmp_path)
    (study / "transcripts" / "P14_2020.txt").write_text("I: Hoe?\nR: Ja.\n", "utf-8")
    with guarded_run(), warnings.catch_warnings(action="ignore"):
        gather_study(study)
        check_places([study / "transcripts" / name])


def test_a_folder_of_interviews_without_any_other_file_is_a_study_too(starter: Path, tmp_path: Path) -> None:
    for name in ("P01_2010.txt", "P01_2020.txt"):
        (tmp_path / name).write_text("R: Ja, dat doen we samen.", "utf-8")
    done = run("codebook", "show", starter / "codebook.yaml", "-o", tmp_path / "P02_2010.html")
    assert done.exit_code == 1
    assert "met de naam van een interview" in done.stderr
    assert run("codebook", "show", starter / "codebook.yaml", "-o", tmp_path / "book.html").exit_code == 0


def test_results_of_ours_under_such_names_make_no_study_of_a_folder(starter: Path, tmp_path: Path) -> None:
    for name in ("P01_2010.html", "P02_2010.html"):
        assert run("codebook", "show", starter / "codebook.yaml", "-o", tmp_path / name).exit_code == 0


@pytest.mark.parametrize(
    ("there", "content"),
    [("P01_2010.png", b"x"), ("begroting_2010.txt", b"Huur: 100"), ("study.yaml", b"filename: '{person'\n")],
)
def test_a_result_may_lie_where_no_study_can_be_read(there: str, content: bytes, starter: Path, tmp_path: Path) -> None:
    (tmp_path / there).write_bytes(content)
    done = run("codebook", "show", starter / "codebook.yaml", "-o", tmp_path / "P02_2010.html")
    assert done.exit_code == 0, done.stderr


def test_a_result_beside_interviews_that_have_no_folder_of_their_own_is_written_without_a_word(tmp_path: Path) -> None:
    from bp_qual.files.guard import check_places, note_interviews

    with guarded_run(), warnings.catch_warnings():
        warnings.simplefilter("error")
        note_interviews(tmp_path, lambda name, is_folder: False, apart=False)
        check_places([tmp_path / "x.csv"])


def test_a_folder_of_results_may_be_called_after_a_year(starter: Path, tmp_path: Path) -> None:
    study = copy_of(starter, tmp_path)
    assert run("compare", study, "-o", study / "result_2020").exit_code == 0
    assert run("check", study).exit_code == 0


def test_a_new_folder_and_a_private_file_ask_where_they_may_lie(tmp_path: Path) -> None:
    from bp_qual.files.guard import note_interviews
    from bp_qual.files.new_folder import write_new_folder
    from bp_qual.files.private_files import write_private

    with guarded_run():
        note_interviews(tmp_path, lambda name, is_folder: name.startswith("P"), apart=False)
        with pytest.raises(StoreError, match="under the name of one"):
            write_new_folder(tmp_path / "P1", {"a.txt": b"1"}, check=lambda _: None, first=lambda: None)
        with pytest.raises(StoreError, match="under the name of one"):
            write_private(tmp_path / "P1.csv", b"key")
    assert not list(tmp_path.iterdir())


def test_a_folder_is_named_as_an_interview_also_with_a_point_in_its_name(tmp_path: Path) -> None:
    from bp_qual.files.guard import check_places, note_interviews

    with guarded_run():
        note_interviews(tmp_path, lambda name, is_folder: name == "J. de Vries_2020", apart=False)
        with pytest.raises(StoreError, match="under the name of one"):
            check_places([tmp_path / "J. de Vries_2020"])
        check_places([tmp_path])  # the folder itself is none of what lies in it


def test_what_is_looked_up_around_a_result_is_no_input_of_the_command(tmp_path: Path) -> None:
    from bp_qual.files import read_bytes, write_atomically

    (tmp_path / "study.yaml").write_bytes(b"study: A\n")
    with guarded_run(lambda folder: read_bytes(folder / "study.yaml") and None) as this_run:
        this_run.overwrite = True
        write_atomically(tmp_path / "a.csv", b"x")
        write_atomically(tmp_path / "study.yaml", b"study: B\n")
    assert (tmp_path / "study.yaml").read_bytes() == b"study: B\n"


def test_the_page_on_trust_says_how_many_command_lines_were_tried() -> None:
    page = (Path(__file__).parents[1] / "docs" / "trust.md").read_text("utf-8")
    assert f"what {len(OUTPUTS)} command lines write" in page


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    ["compare {s} -o {s}/samples", "code {s} -o {s}/samples/x.csv", "report {s} --csv {s}/samples",
     "export {s} --csv {s}/samples/x.csv"],
)  # fmt: skip
def test_no_table_is_written_where_a_study_would_take_it_for_a_sample(
    command: str, starter: Path, tmp_path: Path
) -> None:
    study = copy_of(starter, tmp_path)
    shutil.rmtree(study / "samples", ignore_errors=True)
    made = run("sample", study, "-n", "2", "--name", "first")
    assert made.exit_code == 0, made.stderr
    done = run(*command.format(s=study).split())
    assert [path.name for path in (study / "samples").iterdir()] == ["first.csv"], done.stderr
    assert done.exit_code == 1
    assert "voor een steekproef doorgaat" in done.stderr
    assert run("report", study, "--html", study / "samples" / "report.html").exit_code == 0


def test_all_that_a_comparison_of_three_waves_wrote_is_known_and_replaced(tmp_path: Path) -> None:
    for wave in ("2010", "2015", "2020"):
        for person in ("P01", "P02"):
            talk = f"I: Hoe?\nR: {'Wij doen dat samen. ' * 30}\n"
            (tmp_path / f"{person}_{wave}.txt").write_text(talk, encoding="utf-8")
    book = tmp_path / "codebook.yaml"
    for terms in ("samen", "wij"):
        book.write_text(
            f"{{codebook: B, version: 1.0.0, language: nl, codes: [{{id: a, terms: [{terms}]}}]}}", encoding="utf-8"
        )
        done = CliRunner().invoke(
            main, ["compare", str(tmp_path), "--codebook", str(book), "--floor", "50", "-o", str(tmp_path / "out")]
        )
        assert done.exit_code == 0, done.output
    (tmp_path / "out" / "run.json").unlink()
    tables = sorted((tmp_path / "out").glob("*.csv"))
    assert "paths.csv" in [table.name for table in tables]
    assert [table.name for table in tables if not is_own_file(table)] == []
