"""The command line, as a person uses it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import click
import docx
import pandas as pd
import pytest
from click.testing import CliRunner, Result

from bp_qual.cli import _notes_on_stderr, main
from bp_qual.errors import BpQualWarning
from bp_qual.report.run_record import earlier_outputs

REPOSITORY = Path(__file__).parents[1]
SAMPLE = REPOSITORY / "transcripts_sample"
WRITTEN = {
    "codings.csv": "interview person wave turn start end code quote term kind negated cue prompted coder status",
    "panel.csv": "person wave code mentions sentences present",
    "exposure.csv": "person wave interviews words sentences turns",
    "codes.csv": "code persons up down same rate_before rate_after difference difference_low difference_high "
    "ratio ratio_low ratio_high p p_adjusted verdict note",
    "persons.csv": "person code mentions_before mentions_after rate_before rate_after difference trajectory verdict "
    "note",
}


def run(*arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(main, [str(a) for a in arguments])
    assert result.exit_code == code, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("studies") / "mine"
    run("init", folder)
    return folder


def test_a_new_study_runs_at_once(starter: Path, tmp_path: Path) -> None:
    checked = run("check", starter)
    assert "0 problemen" in checked.stdout
    assert "transcripts/" not in checked.stdout + checked.stderr, "nothing to say about the files of an example"
    result = run("compare", starter, "-o", tmp_path / "out")
    assert "2 van 3 personen zijn in beide rondes geïnterviewd" in result.stdout
    assert (tmp_path / "out" / "report.html").is_file()


def test_python_runs_the_same_commands_where_bp_qual_is_not_on_the_path(starter: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "bp_qual", "check", str(starter)], capture_output=True, check=True)
    assert done.stdout.decode("utf-8") == run("check", starter).stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("library", "command"),
    [
        ("docx", "report {} --docx r.docx"),
        ("pyarrow", "report {} --parquet pq"),
        ("lxml", "pseudonyms propose {} -o n.csv"),
        ("scipy", "compare {} -o out"),
    ],
)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_library_that_is_gone_is_told_in_one_line(library: str, command: str, language: str, tmp_path: Path) -> None:
    study = tmp_path / "study"
    study.mkdir()
    for name in ("P01_2010.txt", "P01_2020.txt"):
        (study / name).write_text(
            "I: Hoe gaat het?\nR: Wij werken hier veel samen met de gemeente.\n", encoding="utf-8"
        )
    (study / "codebook.yaml").write_text("{codebook: B, language: nl, codes: [{id: samen, terms: [samenwerken]}]}")
    (study / "study.yaml").write_text(f"codebook: codebook.yaml\nlanguage: {language}\nfloor: 1\n")
    code = "import sys; sys.modules[sys.argv.pop(1)] = None; from bp_qual.cli import main; main()"
    words = command.format(study).split()
    done = subprocess.run([sys.executable, "-c", code, library, *words], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    said = {"en": f"missing or broken here ({library})", "nl": f"ontbreekt of stuk is ({library})"}[language]
    assert said in done.stderr


def test_an_import_that_is_our_own_mistake_is_no_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "bp_qual.study.checking", None)
    (tmp_path / "P01_2010.txt").write_text("R: Ja.")
    assert isinstance(CliRunner().invoke(main, ["check", str(tmp_path)]).exception, ImportError)


def test_init_writes_nothing_over_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "budget.pptx").write_text("mine", encoding="utf-8")
    assert "is not empty, and no transcript is in it" in run("init", tmp_path, code=1).stderr
    assert [file.name for file in tmp_path.iterdir()] == ["budget.pptx"]


def test_init_beside_interviews_proposes_how_to_read_them_and_the_proposal_runs(starter: Path, tmp_path: Path) -> None:
    for wave in ("2010", "2020"):
        (tmp_path / f"Ronde {wave}").mkdir()
        for person in ("P01", "P02"):
            shutil.copy(starter / "transcripts" / f"{person}_{wave}.txt", tmp_path / f"Ronde {wave}" / f"{person}.txt")
    (tmp_path / "interviews.csv").write_text("file,person,wave\n", encoding="utf-8")
    result = run("init", tmp_path)
    assert "Dit zijn voorstellen: loop ze na" in result.stderr
    assert (tmp_path / "interviews.csv").read_text(encoding="utf-8") == "file,person,wave\n"
    assert "2010" in (tmp_path / "study.yaml").read_text(encoding="utf-8")
    (tmp_path / "interviews.csv").unlink()
    run("init", tmp_path)
    result = run("compare", tmp_path, "--codebook", starter / "codebook.yaml", "--floor", 10, "-o", tmp_path / "out")
    assert "2 van 2 personen" in result.stdout
    assert "is al een onderzoek" in run("init", tmp_path, code=1).stderr


def test_compare_writes_the_tables_with_the_columns_that_are_promised(starter: Path, tmp_path: Path) -> None:
    run("compare", starter, "-o", tmp_path)
    for name, columns in WRITTEN.items():
        assert list(pd.read_csv(tmp_path / name).columns) == columns.split(), name
    assert {f.name for f in tmp_path.iterdir()} >= {*WRITTEN, "attrition.csv", "report.html", "run.json"}


@pytest.mark.slow
def test_a_table_that_only_the_earlier_run_had_is_removed(starter: Path, tmp_path: Path) -> None:
    run("compare", starter, "-o", tmp_path)
    record = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    table = (tmp_path / "codes.csv").read_bytes()
    mark, other = hashlib.sha256(table).hexdigest(), hashlib.sha256(b"x").hexdigest()
    record["outputs"] |= {"gone.csv": mark, "../outside.csv": mark, "forged.csv": other}
    (tmp_path / "run.json").write_text(json.dumps(record), encoding="utf-8")
    for file in (tmp_path / "gone.csv", tmp_path.parent / "outside.csv", tmp_path / "mine.csv"):
        file.write_bytes(table)
    (tmp_path / "forged.csv").write_bytes(b"x")  # nothing in it says that bp_qual wrote it
    run("compare", starter, "-o", tmp_path)
    assert not (tmp_path / "gone.csv").exists()
    assert (tmp_path / "mine.csv").exists()
    assert (tmp_path / "forged.csv").exists()
    assert (tmp_path.parent / "outside.csv").exists()


@pytest.mark.slow
def test_compare_replaces_only_its_own_files(starter: Path, tmp_path: Path) -> None:
    for name in ("notes.txt", "codes.csv", "report.html"):
        (tmp_path / name).write_text("mine", encoding="utf-8")
    result = run("compare", starter, "-o", tmp_path, code=1)
    assert "codes.csv  bestaat al en is niet door bp_qual geschreven" in result.stderr
    assert "report.html  bestaat al" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["codes.csv", "notes.txt", "report.html"]
    run("compare", starter, "-o", tmp_path, "--overwrite")
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "codes.csv").read_text(encoding="utf-8") != "mine"


@pytest.mark.slow
def test_a_table_that_was_edited_since_is_not_replaced(starter: Path, tmp_path: Path) -> None:
    run("compare", starter, "-o", tmp_path)
    run("compare", starter, "-o", tmp_path)
    with (tmp_path / "codes.csv").open("a", encoding="utf-8") as file:
        file.write("my remark\n")
    assert "codes.csv" in run("compare", starter, "-o", tmp_path, code=1).stderr
    assert (tmp_path / "codes.csv").read_text(encoding="utf-8").endswith("my remark\n")


@pytest.mark.slow
def test_results_of_two_runs_in_one_folder_are_told(tmp_path: Path) -> None:
    run("init", study := tmp_path / "study")
    run("compare", study, "-o", study / "out", "--seed", 1)
    assert "anders dan run.json zegt" not in run("check", study).stdout
    run("compare", study, "-o", tmp_path / "other", "--seed", 2, "--without-negated")
    shutil.copy(tmp_path / "other" / "report.html", study / "out" / "report.html")
    assert "in out, anders dan run.json zegt: report.html" in run("check", study).stdout


def test_the_run_json_of_another_program_tells_of_no_output_even_if_it_has_the_right_hash(tmp_path: Path) -> None:
    """`compare` refuses such a folder before it looks; who calls the library has only this."""
    record = {"outputs": {"thesis.docx": hashlib.sha256(b"mine").hexdigest()}}
    (tmp_path / "run.json").write_text(json.dumps(record), encoding="utf-8")
    assert earlier_outputs(tmp_path) == {}


def test_a_run_json_tells_of_no_output_beside_its_folder(tmp_path: Path) -> None:
    record = {"bp_qual": "0.1.0", "outputs": dict.fromkeys(("../a.csv", "/a.csv", "b/a.csv", "..", "", "a.csv"), "x")}
    (tmp_path / "run.json").write_text(json.dumps(record), encoding="utf-8")
    assert set(earlier_outputs(tmp_path)) == {"a.csv", "run.json"}


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    "content",
    [
        '{"outputs": {"thesis.docx": "x", "..": 1, "folder": 2}}',
        '{"bp_qual": "0.1.0", "outputs": {"thesis.docx": "x", "..": 1, "folder": 2}}',
        "[" * 100_000,
        '{"bp_qual": "0.1.0", "outputs": 7}',
    ],
)
def test_a_foreign_or_damaged_run_json_removes_nothing(starter: Path, tmp_path: Path, content: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "thesis.docx").write_text("mine", encoding="utf-8")
    (tmp_path / "run.json").write_text(content, encoding="utf-8")
    result = CliRunner().invoke(main, ["compare", str(starter), "-o", str(tmp_path)])
    assert result.exit_code in (0, 1)
    assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit)
    assert (tmp_path / "thesis.docx").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "folder").is_dir()
    assert not list(tmp_path.glob(".bp_qual*"))


def test_an_empty_name_is_a_wrong_command_line(starter: Path) -> None:
    assert "de naam is leeg" in run("compare", starter, "-o", "", code=2).stderr


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a\0b", "é" * 128, "map/" + "x" * 256])
@pytest.mark.parametrize(
    "command", [["compare", "-o"], ["report", "--html"], ["check"], ["compare", "--codebook"], ["init"]]
)
def test_a_name_that_no_file_can_have_is_a_wrong_command_line(command: list[str], name: str) -> None:
    assert " NUL" in run(*command, name, code=2).stderr


@pytest.mark.slow
def test_no_command_writes_over_a_word_list_it_has_read(tmp_path: Path) -> None:
    run("init", study := tmp_path / "study")
    book = study / "codebook.yaml"
    words = study / "words.csv"
    words.write_text("partner\n", encoding="utf-8")
    text = book.read_text(encoding="utf-8")
    book.write_text(text.replace("- partner", "- partner\n    terms_from: words.csv", 1), encoding="utf-8")
    for arguments in (["codebook", "export", book], ["code", study], ["codebook", "words", "samenwerking", study]):
        CliRunner().invoke(main, [*map(str, arguments), "-o", str(words)])
        assert words.read_text(encoding="utf-8") == "partner\n", arguments


def test_report_never_lies_over_the_tables_of_the_study(tmp_path: Path) -> None:
    run("init", study := tmp_path / "study")
    before = (study / "persons.csv").read_bytes()
    assert "persons.csv  is een bestand van het onderzoek" in run("report", study, "--csv", study, code=1).stderr
    run("report", study, "--csv", study, "--overwrite", code=1)
    assert (study / "persons.csv").read_bytes() == before


@pytest.mark.slow
@pytest.mark.parametrize("refused", ["docx", "tables", "file as folder"])
def test_nothing_is_written_where_one_of_several_outputs_is_refused(
    refused: str, starter: Path, tmp_path: Path
) -> None:
    outputs = ["--html", tmp_path / "r.html", "--docx", tmp_path / "r.docx", "--csv", tmp_path / "tables"]
    if refused == "docx":
        (tmp_path / "r.docx").write_bytes(b"of somebody else")
    elif refused == "tables":
        (tmp_path / "tables").mkdir()
        (tmp_path / "tables" / "codes.csv").write_text("name,phone\n")
    else:
        (tmp_path / "tables").write_text("no folder")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    run("report", starter, *outputs, code=1)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_every_command_that_writes_can_be_told_to_overwrite() -> None:
    def all_of(command: click.Command) -> list[click.Command]:
        inner = command.commands.values() if isinstance(command, click.Group) else ()
        return [command, *(found for each in inner for found in all_of(each))]

    writing = [command for command in all_of(main) if any(p.name in ("output", "html") for p in command.params)]
    assert len(writing) >= 10
    for command in writing:
        assert any("--overwrite" in param.opts for param in command.params), command.name


def test_the_record_of_a_run_names_versions_hashes_settings_and_no_time(starter: Path, tmp_path: Path) -> None:
    run("compare", starter, "-o", tmp_path, "--seed", 7)
    record = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert record["settings"]["seed"] == 7
    assert set(record["transcripts"]) == {"P01_2010", "P01_2020", "P02_2010", "P02_2020", "P03_2010"}
    assert {"numpy", "scipy", "simplemma", "lemminflect"} <= set(record["versions"])
    assert set(record["study"]) == {"study.yaml", "interviews.csv", "persons.csv"}
    assert record["study"]["persons.csv"] == hashlib.sha256((starter / "persons.csv").read_bytes()).hexdigest()
    assert "P01_2010.txt" not in json.dumps(record)


@pytest.mark.slow
def test_a_second_run_gives_the_same_bytes(starter: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("compare", starter, "-o", tmp_path / name)
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes(), file.name


@pytest.mark.parametrize("ending", ["csv", "parquet", "xlsx"])
def test_code_writes_the_table_its_ending_names(starter: Path, tmp_path: Path, ending: str) -> None:
    run("code", starter, "-o", tmp_path / f"codings.{ending}")
    if ending == "parquet":
        assert list(pd.read_parquet(tmp_path / "codings.parquet").columns) == WRITTEN["codings.csv"].split()
    assert (tmp_path / f"codings.{ending}").stat().st_size > 100


def test_an_output_that_cannot_be_a_table_is_a_wrong_command_line(starter: Path, tmp_path: Path) -> None:
    assert (
        "moet eindigen op .csv, .parquet, .xlsx" in run("code", starter, "-o", tmp_path / "codings.doc", code=2).stderr
    )


def test_quotes_prints_passages_with_their_place(starter: Path) -> None:
    result = run("quotes", starter, "--code", "samenwerking", "--person", "P01", "--wave", "2020")
    assert "P01 · 2020" in result.stdout
    assert "samenwerking" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["quotes", "--code", "samenwerkin"], "Bedoel je 'samenwerking'?"),
        (["quotes", "--code", "samenwerking", "--person", "Piet"], "Bekend zijn: P01, P02, P03."),
        (["compare", "--before", "2011"], "Bekend zijn: 2010, 2020."),
        (["compare", "--bfore", "2010"], "--before"),
        (["comparr"], "compare"),
    ],
)
def test_a_wrong_command_line_ends_with_2_and_says_what_was_meant(
    starter: Path, arguments: list[str], hint: str
) -> None:
    assert hint in run(arguments[0], starter, *arguments[1:], code=2).stderr


@pytest.mark.slow
def test_the_earlier_and_the_later_wave_can_be_swapped(starter: Path, tmp_path: Path) -> None:
    run("compare", starter, "-o", tmp_path / "a")
    swapped = run("compare", starter, "--before", "2020", "--after", "2010", "-o", tmp_path / "b")
    assert "komt 2010 voor 2020" in swapped.stderr
    forward, backward = (pd.read_csv(tmp_path / n / "persons.csv", dtype={"person": str}) for n in "ab")
    pd.testing.assert_series_equal(forward["difference"], -backward["difference"])


def broken(folder: Path) -> Path:
    run("init", folder)
    (folder / "interviews.csv").write_text(
        "file,person,wave\nP01_2010.txt,P01,2010\nno.txt,P09,2020\n", encoding="utf-8"
    )
    (folder / "codebook.yaml").write_text("codebook: x\nversion: 1\ncodes: [{id: a, trems: [b]}]\n", encoding="utf-8")
    (folder / "transcripts" / "P02_2010.txt").write_bytes(b"")
    return folder


@pytest.mark.parametrize("command", ["compare", "check", "code"])
def test_every_problem_is_told_at_once_without_traceback_and_nothing_is_written(tmp_path: Path, command: str) -> None:
    folder = broken(tmp_path / "study")
    extra = {"compare": ["-o", tmp_path / "out"], "code": ["-o", tmp_path / "out.csv"], "check": []}[command]
    result = run(command, folder, *extra, code=1)
    told = result.output
    assert "er is geen bestand 'no.txt' voor P09 in 2020" in told
    assert "Bedoel je 'terms'?" in told
    assert "P02_2010.txt" in told
    assert "Traceback" not in told
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "out.csv").exists()


def test_two_undeclared_files_of_one_person_and_wave_stop_the_run(tmp_path: Path) -> None:
    for name in ("P01_2010.txt", "P01_2010.md"):
        (tmp_path / name).write_text("I: Hoe?\nR: Samen.\n", encoding="utf-8")
    assert "2 bestanden voor P01 in ronde 2010" in run("check", tmp_path, code=1).stdout


def test_one_wave_cannot_be_compared_and_says_so(tmp_path: Path, starter: Path) -> None:
    (tmp_path / "P01_2010.txt").write_text("I: Hoe?\nR: Samen.\n", encoding="utf-8")
    result = run("compare", tmp_path, "--codebook", starter / "codebook.yaml", "-o", tmp_path / "out", code=1)
    assert "er valt niets te vergelijken" in result.stderr


@pytest.mark.slow
def test_a_study_can_lie_where_one_stands(starter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(starter, tmp_path / "study")
    monkeypatch.chdir(tmp_path / "study")
    run("compare")
    assert (tmp_path / "study" / "out" / "run.json").is_file()
    run("compare")  # its own output is no transcript


def test_the_sample_study_of_the_readme_runs(tmp_path: Path) -> None:
    result = run("compare", SAMPLE, "-o", tmp_path)
    assert "8 van 13 personen zijn in beide rondes geïnterviewd" in result.stdout
    assert "report.html" in result.stdout.splitlines()[-1]


def test_nothing_but_results_goes_to_stdout(starter: Path, tmp_path: Path) -> None:
    assert run("code", starter, "-o", tmp_path / "c.csv").stdout == ""


def test_the_output_never_lies_over_the_files_of_the_study(tmp_path: Path) -> None:
    run("init", tmp_path / "study")
    before = (tmp_path / "study" / "persons.csv").read_bytes()
    result = run("compare", tmp_path / "study", "-o", tmp_path / "study", code=1)
    assert "persons.csv  is een bestand van het onderzoek" in result.stderr
    assert (tmp_path / "study" / "persons.csv").read_bytes() == before
    assert not (tmp_path / "study" / "run.json").exists()


def test_a_study_without_persons_csv_is_not_given_one_by_its_own_results(starter: Path, tmp_path: Path) -> None:
    shutil.copytree(starter / "transcripts", tmp_path / "study")
    book = starter / "codebook.yaml"
    result = run("compare", tmp_path / "study", "--codebook", book, "-o", tmp_path / "study", code=1)
    assert "persons.csv  is een bestand van het onderzoek" in result.stderr
    assert not (tmp_path / "study" / "persons.csv").exists()


@pytest.mark.parametrize("name", ["persons.csv", "interviews.csv"])
def test_no_command_writes_what_the_study_would_read_as_its_own_next_time(
    starter: Path, tmp_path: Path, name: str
) -> None:
    shutil.copytree(starter / "transcripts", study := tmp_path / "study")
    result = run("code", study, "--codebook", starter / "codebook.yaml", "-o", study / name, code=1)
    assert f"{name}  is een bestand van het onderzoek" in result.stderr
    assert not (study / name).exists()


@pytest.mark.parametrize(
    "arguments",
    [["code", "-o"], ["quotes", "--code", "samenwerking", "--html"], ["report", "--html"], ["framework", "-o"]],
)
def test_no_table_or_page_lies_over_a_file_of_the_study(tmp_path: Path, arguments: list[str]) -> None:
    run("init", study := tmp_path / "study")
    name = {"code": "interviews.csv", "framework": "P01_2010.docx"}.get(arguments[0], "P01_2010.html")
    if name != "interviews.csv":
        talk = (study / "transcripts" / "P01_2010.txt").read_text(encoding="utf-8")
        (study / "transcripts" / "P01_2010.txt").unlink()
        if name.endswith(".docx"):
            document = docx.Document()
            for line in talk.splitlines():
                document.add_paragraph(line)
            document.save(str(study / name))
        else:
            (study / name).write_text("".join(f"<p>{line}</p>" for line in talk.splitlines()), encoding="utf-8")
        table = (study / "interviews.csv").read_text(encoding="utf-8").replace("P01_2010.txt", name)
        (study / "interviews.csv").write_text(table, encoding="utf-8")
    before = (study / name).read_bytes()
    assert run(arguments[0], study, *arguments[1:], study / name, code=1).stderr
    assert (study / name).read_bytes() == before


def test_no_quotes_of_somebody_who_was_not_met_are_no_silence(starter: Path) -> None:
    result = run("quotes", starter, "--code", "samenwerking", "--person", "P03", "--wave", "2020")
    assert "Let op: P03 is niet geïnterviewd in 2020." in result.stderr


def test_a_person_written_otherwise_is_the_one_that_was_meant(starter: Path) -> None:
    assert "Bedoel je 'P03'?" in run("quotes", starter, "--code", "samenwerking", "--person", "P3", code=2).stderr


def test_letters_that_the_terminal_does_not_have_stop_nothing() -> None:
    command = [sys.executable, "-c", "from bp_qual.cli import main; main()", "codebook", "tree"]
    book = REPOSITORY / "codebooks" / "best_persons.yaml"
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    done = subprocess.run([*command, str(book)], env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"bondgenoten" in done.stdout


@pytest.mark.slow
def test_a_meaning_that_changed_without_a_new_version_is_told_by_check(tmp_path: Path) -> None:
    run("init", tmp_path / "study")
    run("compare", tmp_path / "study", "-o", tmp_path / "study" / "out")
    book = tmp_path / "study" / "codebook.yaml"
    book.write_text(book.read_text(encoding="utf-8").replace("- partner", "- vriend"), encoding="utf-8")
    assert "0.1.0" in run("check", tmp_path / "study", code=1).stdout
    book.write_text(book.read_text(encoding="utf-8").replace("version: 0.1.0", "version: 0.2.0"), encoding="utf-8")
    run("check", tmp_path / "study")


@pytest.mark.slow
def test_counts_are_written_as_whole_numbers_and_empty_where_nobody_was_met(tmp_path: Path) -> None:
    run("compare", SAMPLE, "-o", tmp_path)
    table = pd.read_csv(tmp_path / "persons.csv", dtype=str, keep_default_na=False)
    assert set("".join(table["mentions_before"])) <= set("0123456789")
    assert set(table.loc[table["person"] == "P13", "mentions_before"]) == {""}


@pytest.mark.slow
def test_the_report_speaks_the_language_of_the_study_or_the_one_asked_for(starter: Path, tmp_path: Path) -> None:
    run("compare", starter, "-o", tmp_path / "a")
    run("compare", starter, "--language", "en", "-o", tmp_path / "b")
    assert '<html lang="nl"' in (tmp_path / "a" / "report.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in (tmp_path / "b" / "report.html").read_text(encoding="utf-8")


def test_what_two_modules_warn_of_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    with _notes_on_stderr():
        for module in ("one", "two"):
            warnings.warn_explicit(BpQualWarning("P05 spoke once."), BpQualWarning, f"{module}.py", 1, registry={})
        warnings.warn_explicit(BpQualWarning("P06 spoke once."), BpQualWarning, "two.py", 1, registry={})
    assert capsys.readouterr().err.count("spoke once.") == 2
