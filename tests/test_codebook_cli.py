"""`bp-qual codebook ...`: what it prints, writes, and returns."""

from __future__ import annotations

import hashlib
import json
import zipfile
from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from bp_qual.cli import main
from bp_qual.codebook import Code, Codebook, parse_codebook
from bp_qual.codebook.printing import codebook_docx, codebook_html

BOOK = """codebook: Demo
version: 1.0.0
language: nl
codes:
  - id: fietsen
    label: {nl: Fietsen, en: Cycling}
    definition: Alles op twee wielen.
    examples: [Wij fietsten samen.]
    counterexamples: [Wij liepen.]
    terms: [fietsen]
    codes: [{id: bakfiets, terms: [bakfiets], colour: '#abc'}]
"""


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, ["codebook", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "book.yaml").write_text(BOOK, encoding="utf-8")
    return tmp_path / "book.yaml"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "P01_2010.txt").write_text("I: En?\nR: Ik fietste, ik fietste op de bakfiets.\n", encoding="utf-8")
    (folder / "P01_2020.txt").write_text("I: En?\nR: Fietsen doe ik niet meer. Een fietsroute?\n", encoding="utf-8")
    return folder


def test_check_finds_nothing_to_mend_in_a_good_codebook(book):
    result = run("check", book)
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "Demo 1.0.0: 0 fouten, 1 waarschuwing.")


def test_check_reports_an_example_that_fails(book):
    book.write_text(BOOK.replace("Wij liepen", "Wij fietsten"), encoding="utf-8")
    result = run("check", book)
    assert result.exit_code == 1
    assert "book.yaml:9:23  tegenvoorbeeld van code 'fietsen' wordt er wel mee gecodeerd" in result.stdout
    assert "    counterexamples: [Wij fietsten.]\n                      ^^^^^^^^^^^^^\n" in result.stdout


def test_check_with_a_study_says_how_the_terms_do_there(book, study):
    book.write_text(BOOK + "  - {id: auto, terms: [auto]}\n", encoding="utf-8")
    result = run("check", book, study)
    assert result.exit_code == 0
    assert "Let op: " in result.stdout
    assert "niemand is gecodeerd met 'auto'" in result.stdout


def test_check_reports_a_broken_codebook_without_a_traceback(book):
    book.write_text(BOOK.replace("terms: [fietsen]", "trems: [fietsen]"), encoding="utf-8")
    result = run("check", book)
    assert result.exit_code == 1
    assert "Bedoel je 'terms'?" in result.stderr
    assert "Traceback" not in result.output


def lay_record(folder: Path, transcripts: list[Path]) -> None:
    """Lay the record of a run with the codebook as it was."""
    folder.mkdir()
    record = {
        "bp_qual": "1",
        "codebook": {"name": "Demo", "version": "1.0.0", "sha256": parse_codebook(BOOK).sha256},
        "transcripts": {path.stem: hashlib.sha256(path.read_bytes()).hexdigest() for path in transcripts},
    }
    (folder / "run.json").write_text(json.dumps(record))


def test_check_says_when_the_version_should_have_gone_up(book, study):
    lay_record(study / "out", [path for path in study.iterdir() if path.is_file()])
    assert run("check", book, study).exit_code == 0
    book.write_text(BOOK.replace("terms: [fietsen]", "terms: [fietsen, trappen]"), encoding="utf-8")
    result = run("check", book, study)
    assert result.exit_code == 1
    assert (
        "de betekenis is veranderd sinds versie 1.0.0, maar de versie is nog 1.0.0. Schrijf version: 1.0.1"
        in result.stdout
    )
    book.write_text(book.read_text().replace("1.0.0", "1.1.0"), encoding="utf-8")
    assert run("check", book, study).exit_code == 0


def test_check_holds_a_codebook_against_no_run_of_another_study(book, study, tmp_path, monkeypatch):
    lay_record(tmp_path / "out", [book])  # the current folder's; its codebook is called Demo too
    monkeypatch.chdir(tmp_path)
    named = study / "codebook.yaml"
    named.write_text(BOOK.replace("terms: [fietsen]", "terms: [fietsen, trappen]"), encoding="utf-8")
    assert "sinds versie 1.0.0" not in run("check", named, study).output
    (study / "study.yaml").write_text("language: nl\ncodebook: codebook.yaml\n", encoding="utf-8")
    assert "sinds versie 1.0.0" not in run("check", named).output
    assert "sinds versie 1.0.0" not in CliRunner().invoke(main, ["check", str(study)]).output
    compared = CliRunner().invoke(main, ["compare", str(study), "--overwrite", "-o", str(tmp_path / "out")])
    assert (compared.exit_code, "onder dezelfde versie" in compared.output) == (0, False)


@pytest.mark.slow
def test_check_holds_a_codebook_against_a_run_of_its_study_in_the_current_folder(book, study, tmp_path, monkeypatch):
    lay_record(tmp_path / "out", [path for path in study.iterdir() if path.is_file()])
    monkeypatch.chdir(tmp_path)
    named = study / "codebook.yaml"
    named.write_text(BOOK.replace("terms: [fietsen]", "terms: [fietsen, trappen]"), encoding="utf-8")
    book.write_bytes(named.read_bytes())
    assert "sinds versie 1.0.0" in run("check", book).output, "below the current folder, and of no study"
    assert "sinds versie 1.0.0" in run("check", named, study).output
    (study / "study.yaml").write_text("language: nl\ncodebook: codebook.yaml\n", encoding="utf-8")
    assert "sinds versie 1.0.0" in run("check", named).output
    assert "sinds versie 1.0.0" in CliRunner().invoke(main, ["check", str(study)]).output
    compared = CliRunner().invoke(main, ["compare", str(study), "--overwrite", "-o", str(tmp_path / "out")])
    assert "onder dezelfde versie" in compared.output


def test_a_codebook_elsewhere_is_not_held_against_a_run_in_the_current_folder(book, study, tmp_path, monkeypatch):
    lay_record(tmp_path / "out", [])
    other = tmp_path / "other"
    other.mkdir()
    book.write_text(BOOK.replace("terms: [fietsen]", "terms: [fietsen, trappen]"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("check", book).exit_code == 1
    (tmp_path / "out").rename(other / "out")
    monkeypatch.chdir(other)
    assert run("check", book).exit_code == 0


@pytest.mark.sweep(2)
@pytest.mark.parametrize("content", ["[]", "{}", '{"bp_qual": "1", "codebook": []}', "[" * 100_000, "\xff"])
def test_a_foreign_or_damaged_record_that_nobody_named_says_nothing(book, study, content):
    (study / "out").mkdir()
    (study / "out" / "run.json").write_text(content, encoding="latin-1")
    assert "is niet het verslag" not in run("check", book, study).output


def test_check_against_a_file_that_is_no_run_record_is_one_message(book, tmp_path):
    (tmp_path / "run.json").write_text("[]")
    result = run("check", book, "--run", tmp_path / "run.json")
    assert (result.exit_code, "is niet het verslag van een vergelijking" in result.stderr) == (1, True)


def test_tree_draws_the_codes_with_the_labels_asked_for(book):
    assert run("tree", book, "--language", "en").stdout == "fietsen  Cycling  1 term\n└─ bakfiets  1 term\n"


def test_show_writes_a_page_and_a_word_document(book, tmp_path):
    assert run("show", book).exit_code == 0
    assert "<h2" in (tmp_path / "book.html").read_text(encoding="utf-8")
    assert run("show", book, "--docx", "-o", tmp_path / "x.docx").exit_code == 0
    with zipfile.ZipFile(tmp_path / "x.docx") as parts:
        assert "Alles op twee wielen." in parts.read("word/document.xml").decode()


def test_diff_says_what_changed(book, tmp_path):
    (tmp_path / "new.yaml").write_text(
        BOOK.replace("1.0.0", "1.1.0").replace("[fietsen]", "[fietsen, auto]"), encoding="utf-8"
    )
    result = run("diff", book, tmp_path / "new.yaml")
    assert result.stdout.splitlines() == ["Demo 1.0.0 -> Demo 1.1.0: 1 verschil", "  termen        fietsen  + auto"]


def test_diff_with_a_study_says_what_it_moves(book, study, tmp_path):
    (tmp_path / "new.yaml").write_text(
        BOOK.replace("1.0.0", "1.1.0").replace("[fietsen]", "[fietsen, route~]"), encoding="utf-8"
    )
    result = run("diff", book, tmp_path / "new.yaml", study)
    assert "In dit onderzoek:" in result.stdout
    assert "1 -> 2 vermeldingen" in result.stdout
    assert "de verandering van fietsen is anders bij P01" in result.stdout


def test_diff_reports_the_problems_of_both_files_at_once(tmp_path):
    result = run("diff", tmp_path / "a.yaml", tmp_path / "b.yaml")
    assert (result.exit_code, result.stderr.count("does not exist")) == (1, 2)


def test_migrate_carries_codings_and_lists_the_rest(book, tmp_path):
    new = BOOK.replace("1.0.0", "2.0.0").replace("id: bakfiets", "id: vracht")
    (tmp_path / "new.yaml").write_text(
        new.replace("codes:\n  -", "renamed: {bakfiets: vracht}\ncodes:\n  -"), encoding="utf-8"
    )
    rows = pd.DataFrame({"code": ["bakfiets", "fietsen", "weg"], "quote": ["- nou", "=1", "x"], "status": "human"})
    rows.to_csv(tmp_path / "codings.csv", index=False)
    result = run("migrate", book, tmp_path / "new.yaml", tmp_path / "codings.csv", "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert "2 coderingen overgenomen, 1 opnieuw te coderen door een mens" in result.stdout
    assert pd.read_csv(tmp_path / "out" / "codings.csv")["code"].tolist() == ["vracht", "fietsen"]
    assert pd.read_csv(tmp_path / "out" / "recode.csv")["reason"].tolist() == ["is geen code van de oude versie"]


@pytest.mark.parametrize("content", [None, b"", b"a,b\n1,2\n", b"\x00\xff\xfe"])
def test_migrate_of_no_table_is_one_message(book, tmp_path, content):
    if content is not None:
        (tmp_path / "codings.csv").write_bytes(content)
    result = run("migrate", book, book, tmp_path / "codings.csv", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "codings.csv" in result.stderr
    assert not (tmp_path / "out").exists()


def test_no_command_writes_over_what_it_reads(book, tmp_path):
    codings = tmp_path / "codings.csv"
    codings.write_text("interview,person,wave,turn,start,end,code,quote,coder,status\n", encoding="utf-8")
    sheet = book.rename(tmp_path / "book.yml")
    for arguments in (["migrate", sheet, sheet, codings, "-o", tmp_path], ["export", sheet, "-o", sheet]):
        before = codings.read_bytes(), sheet.read_bytes()
        result = run(*arguments)
        assert result.exit_code == 1
        assert "zou worden overschreven. Noem een andere" in result.stderr
        assert (codings.read_bytes(), sheet.read_bytes()) == before


@pytest.mark.parametrize("arguments", [["show", "{book}", "-o", "{out}.txt"], ["import", "{book}", "-o", "{out}.txt"]])
def test_an_output_of_another_kind_is_a_wrong_command(book, tmp_path, arguments):
    result = run(*(each.format(book=book, out=tmp_path / "out") for each in arguments))
    assert result.exit_code == 2
    assert "moet eindigen op" in result.stderr


@pytest.mark.slow
def test_words_shows_what_matched_and_what_did_not(book, study):
    result = run("words", "fietsen", study, "--codebook", book)
    assert result.stdout.splitlines()[:3] == [
        "term      gezegd    2010  2020  totaal",
        "fietsen   fietste   2     0     2",
        "fietsen   fietsen   0     1     1",
    ]
    assert "fietsroute" in result.stdout


def test_words_writes_a_table_where_asked(book, study, tmp_path):
    assert run("words", "fietsen", study, "--codebook", book, "-o", tmp_path / "words.csv").exit_code == 0
    assert pd.read_csv(tmp_path / "words.csv")["total"].tolist() == [2, 1, 1]
    assert run("words", "fietsen", study, "--codebook", book, "-o", tmp_path / "words.pdf").exit_code == 2


def test_words_of_an_unknown_code_is_a_wrong_command(book, study):
    result = run("words", "fiets", study, "--codebook", book)
    assert (result.exit_code, "Bedoel je 'fietsen'?" in result.stderr) == (2, True)


def test_a_codebook_that_tries_to_be_html_is_shown_as_text():
    book = parse_codebook('{codebook: "<script>x</script>", language: nl, codes: [{id: a, definition: "<img src=x>"}]}')
    page = codebook_html(book)
    assert "<script" not in page
    assert "<img" not in page


def test_the_same_codebook_gives_the_same_bytes():
    book = parse_codebook(BOOK)
    assert codebook_docx(book) == codebook_docx(book)
    with zipfile.ZipFile(BytesIO(codebook_docx(book))) as parts:
        assert {part.date_time for part in parts.infolist()} == {(2000, 1, 1, 0, 0, 0)}


def test_a_docx_survives_control_characters():
    assert codebook_docx(Codebook("B", "1", "nl", (Code("a", definition="a\x08b"),)))
