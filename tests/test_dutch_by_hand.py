"""A Dutch study coded by hand, imported, exported, sampled and judged: no terminal, file or page has English."""

from __future__ import annotations

import html
import re
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner

from bp_qual import apply_codebook, read_codebook, read_corpus, read_study, write_coding
from bp_qual.cli import main
from bp_qual.page.desk import open_desk
from bp_qual.page.routes import make_app
from every_text import english_in
from page_builders import PORT, TOKEN, let_in
from test_notes_dutch import foreign_words

pytestmark = pytest.mark.slow
BOOK = """codebook: Thema
version: 1.0.0
language: nl
codes:
  - {id: zorg, definition: Hulp., label: {nl: Zorg, en: Care}, terms: [zorg, plan, eigen plan]}
  - {id: wijk, terms: [wijk, ren~, gingen], unless: [de wijk]}
  - {id: niets, terms: [zeppelin]}
  - {id: leeg}
"""
QUOTES = """persoon;ronde;code;citaat;codeur
P01;2010;zorg;bij tuin 1 was de zorg goed;carla
P01;2010;nieuw;dat staat er niet;carla
P09;2010;zorg;de zorg;carla
P02;2010;wijk;een plan;carla
P03;2010;;een plan;carla
"""
KEYS = re.compile(r"\b(not (tested|coded|asked|mentioned|compared|read|computable)|no variation|too few \w+)\b")
SOURCES = re.compile(r"^[A-Z][\w-]+, .*\(\d{4}\)\. .*$", re.MULTILINE)  # titles of books and papers
CODE = re.compile(r"(?s)<(script|style)\b.*?</\1>|<[^>]+>")


def said_by(person: int, wave: str) -> str:
    early = "Bij tuin {n} was de zorg goed. Een plan was er niet. Wij gingen naar wijk {n}{p}, zo ver als ik weet."
    late = "Ik heb zorgen om straat {n}. Geen zorg meer, zei buur {n}{p}. Mooie wijk was dat toen. Mijn plannen {n}."
    talk = (early if wave == "2010" else late) * 3
    turns = (f"I: Vraag {n}, wat vind je van de zorg?\nR: {talk.format(n=n, p=person)}\n" for n in range(1, 4 + person))
    return "".join(turns)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study of six persons, coded by anna and by bert; each has left two interviews out."""
    folder = tmp_path_factory.mktemp("hand") / "studie"
    folder.mkdir()
    for person in range(1, 7):
        for wave in ("2010", "2020"):
            (folder / f"P0{person}_{wave}.txt").write_text(said_by(person, wave), encoding="utf-8")
    (folder / "study.yaml").write_text("language: nl\ncodebook: book.yaml\n", encoding="utf-8")
    (folder / "book.yaml").write_text(BOOK, encoding="utf-8")
    (folder.parent / "lijst.csv").write_text(QUOTES, encoding="utf-8")
    corpus, book = read_corpus(read_study(folder)), read_codebook(folder / "book.yaml")
    known = {"corpus": corpus, "codebook": book}
    hits = apply_codebook(book, corpus).groupby("interview").head(6)
    for number, (_, row) in enumerate(hits.iterrows()):
        for coder, deeds in (("anna", ("accept", "reject", "add")), ("bert", ("accept", "add"))):
            write_coding(folder, row, coder=coder, do=deeds[number % len(deeds)], **known)
    for coder, finished in (("anna", corpus.transcripts[:-2]), ("bert", corpus.transcripts[2:])):
        for transcript in finished:
            write_coding(folder, {"interview": transcript.interview}, coder=coder, do="done", **known)
    write_coding(folder, {"note": "Begin met P01."}, coder="anna", do="memo")
    cell = {"note": "Over P01.", "person": "P01", "code": "zorg", "wave": "2010"}
    write_coding(folder, cell, coder="anna", do="summary", **known)
    return folder


def commands_on(folder: Path) -> list[tuple[int, list[str | Path]]]:
    """Return every command that has to do with codings by hand, and with what it exits."""
    out = folder.parent
    anna: list[str | Path] = ["--count", "reviewed", "--coder", "anna"]
    return [
        (0, ["codings", folder, "-o", out / "codeurs.csv"]),
        (0, ["agree", folder, "-o", out / "eens.xlsx", "--disagreements", out / "oneens.csv"]),
        (0, ["code", folder, *anna, "-o", out / "codings.xlsx"]),
        (0, ["compare", folder, "--count", "human", "--coder", "bert", "-o", out / "hand"]),
        (0, ["compare", folder, *anna, "-o", out / "nagezien"]),
        (0, ["report", folder, *anna, "--memos", *_files("r", out)]),
        (0, ["quotes", folder, "--code", "zorg", *anna, "--memos", "--html", out / "citaten.html"]),
        (0, ["framework", folder, *anna, "-o", out / "raamwerk.xlsx"]),
        (0, ["export", folder, "--qdpx", out / "x.qdpx", "--csv", out / "x.csv", "--xlsx", out / "x.xlsx"]),
        (0, ["export", folder, "--wide", out / "breed.csv", "--count", "human", "--coder", "anna"]),
        (1, ["import", out / "lijst.csv", folder, "-o", out / "rest.csv", "--dry-run"]),
        (1, ["import", out / "lijst.csv", folder, "-o", out / "rest.csv"]),
        (0, ["codings", folder]),
        (0, ["sample", folder, "-n", "40", "--codes", "zorg"]),
        (0, ["sample", folder, "-n", "60", "--name", "breed"]),
        (0, ["validate", folder, "--coder", "anna", "-o", out / "oordeel"]),
        (0, ["validate", folder, "--coder", "anna", "--per", "passages", "--sample", "breed"]),
        (0, ["restore", folder]),
        (0, ["check", folder]),
    ]


def _files(name: str, folder: Path) -> list[str | Path]:
    return [word for ending in ("html", "docx", "xlsx") for word in (f"--{ending}", folder / f"{name}.{ending}")]


@pytest.fixture(scope="module")
def outputs(study: Path) -> dict[str, str]:
    """What every command said, and what is in each file that they left, by name."""
    said = {}
    for number, (code, arguments) in enumerate(commands_on(study)):
        outcome = CliRunner().invoke(main, [str(word) for word in arguments])
        assert outcome.exit_code == code, (arguments, outcome.output, outcome.exception)
        said[f"{number} {arguments[0]}"] = outcome.output
    written = {path for path in study.parent.rglob("*") if path.suffix in (".csv", ".html", ".docx", ".xlsx")}
    return said | {str(path.relative_to(study.parent)): read_text(path) for path in written}


def read_text(path: Path) -> str:
    """Return what a reader of a file sees; of a table not its headings, which are the same in every language."""
    if path.suffix == ".xlsx":
        sheets = openpyxl.load_workbook(path, read_only=True)
        rows = [row for sheet in sheets for row in list(sheet.iter_rows(values_only=True))[1:]]
        return "\n".join(str(cell) for row in rows for cell in row if cell is not None)
    if path.suffix == ".docx":
        document = docx.Document(str(path))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    text = path.read_text("utf-8-sig")
    return html.unescape(CODE.sub("\n", text)) if path.suffix == ".html" else text.partition("\n")[2]


def english_of(text: str) -> list[str]:
    """Return what is English in an output, but for fixed words of tables, names of columns and titles of papers."""
    plain = SOURCES.sub("", KEYS.sub("", text))
    lines = [line for line in plain.splitlines() if " " in line.strip() and not line.startswith('["bp_qual"')]
    return [*english_in(plain), *foreign_words("\n".join(lines))]


def test_whatever_comes_of_coding_by_hand_is_in_dutch(outputs: dict[str, str]) -> None:
    assert len(outputs) > 45
    assert {name: said for name, text in outputs.items() if (said := english_of(text))} == {}


def test_every_command_about_codings_by_hand_says_something(outputs: dict[str, str]) -> None:
    assert [name for name, text in outputs.items() if name[0].isdigit() and not text.strip()] == []


def test_an_english_sentence_in_any_of_these_outputs_would_be_seen() -> None:
    assert english_of("Codeur,Wat\n3 codings written to the folder, which are not found") != []
    assert english_of("not tested") == []


def test_the_page_of_a_dutch_study_is_in_dutch(study: Path, outputs: dict[str, str]) -> None:
    assert outputs
    gate = make_app(open_desk(study, coder="anna"), token=TOKEN, port=PORT, language="nl")
    page = let_in(gate)
    asked = ("texts", "start", "codebook", "interview?id=P01_2010", "quotes?code=zorg", "cells?code=zorg", "memos")
    for name in asked:
        answer = page.get(f"/api/{name}")
        assert answer.status_code == 200
        text = answer.text.replace("anna", "")
        assert english_of("\n".join(re.findall(r'": "([^"]*)"', text))) == [], name
