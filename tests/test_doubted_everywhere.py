"""Every command that reads the interviews says which of them are not UTF-8, and none is forgotten."""

from __future__ import annotations

import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from bp_qual import write_coding
from bp_qual.cli import main
from bp_qual.errors import BpQualWarning
from bp_qual.pseudonyms.name_rows import NameRow
from bp_qual.pseudonyms.name_sheet import name_sheet_bytes

BOOK = "codebook: B\nversion: 1.0.0\nlanguage: en\ncodes:\n  - {id: help, terms: [help], terms_from: words.csv}\n"
TALK = "I: How are things?\n" + "R: We help each other in the street, caf\u00e9 and all that.\nI: And?\n" * 12
COMMANDS = (
    "check {s}",
    "code {s} -o {o}/c.csv",
    "code {s} --local-cluster 1 -o {o}/archive",
    "quotes {s} --code help",
    "words {s}",
    "groups {s} -k 2",
    "suggest {s} --letters",
    "compare {s} -o {o}/compared",
    "report {s} --html {o}/r.html",
    "paper {s} -o {o}/paper",
    "framework {s} -o {o}/m.xlsx",
    "framework {s} --by-change -o {o}/change.docx",
    "portrait {s} -o {o}/portraits",
    "codings {s}",
    "agree {s}",
    "sample {s} -n 4",
    "sheet {s} --coder carla -o {o}/s.xlsx",
    "validate {s} --coder anna",
    "export {s} --csv {o}/e.csv",
    "import {o}/list.csv {s} --coder carla",
    "plan {s} --simulations 50",
    "sensitivity {s}",
    "page {s} --coder anna --no-browser",
    "codebook words help {s}",
    "codebook add help {s} --term neighbour --dry-run",
    "codebook check {s}/codebook.yaml {s}",
    "codebook diff {s}/codebook.yaml {s}/codebook.yaml {s}",
    "pseudonyms propose {s} -o {o}/names.xlsx",
    "pseudonyms apply {s} {o}/decided.xlsx -o {o}/new --key {o}/key.csv",
)
SPOILT = {  # how many bytes of each interview are not UTF-8, and where they stand
    "P01_2010": (1, b"R: Another caf\xe9 here.\n"),
    "P01_2020": (1, b"R: Cut within a letter: caf\xc3 here.\n"),
    "P02_2010": (1, b"R: The end of a letter: caf\xa9 here.\n"),
    "P02_2020": (2, b"R: Longer than it may be: \xc0\xaf here.\n"),
    "P03_2010": (2, b"R: In quotes of Windows: \x93yes\x94 we did.\n"),
    "P03_2020": (3, b"R: Half of a pair: \xed\xa0\x80 here.\n"),
    "P04_2010": (4, b"R: Beyond the last: \xf5\x80\x80\x80 here.\n"),
    "P04_2020": (1, b"R: Cut at the end: caf\xc3"),
}
TABLES = {  # beside the interviews, each with a byte that is not UTF-8
    "persons.csv": b"person,street\nP01,Caf\xe9 street\nP02,x\nP03,x\nP04,x\n",
    "interviews.csv": b"file,person,wave,interviewer\nP01_2010.txt,P01,2010,Ren\xe9e\n",
    "words.csv": b"term\nhelp\ncaf\xe9\n",
}
READ_NO_TALK = {
    *("init", "explain", "restore", "codebook tree", "codebook show", "codebook migrate", "codebook new"),
    *("codebook import", "codebook export", "pseudonyms check", "pseudonyms reveal"),  # these two read every file whole
}


def walk(command: click.Command, name: str = "") -> list[str]:
    if not isinstance(command, click.Group):
        return [name]
    return [leaf for word, below in command.commands.items() for leaf in walk(below, f"{name} {word}".strip())]


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("doubted")
    s = folder / "study"
    s.mkdir()
    (s / "codebook.yaml").write_text(BOOK, "utf-8")
    for name, spoilt in TABLES.items():
        (s / name).write_bytes(spoilt)
    (s / "study.yaml").write_text(
        "study: S\nlanguage: en\ncodebook: codebook.yaml\nfloor: 5\nspeakers: {interviewer: [I], respondent: [R]}\n"
    )
    for name, (_, spoilt) in SPOILT.items():
        begin = f"{TALK}R: That is al{chr(0) if name == 'P01_2010' else ''}l of {name}.\n"
        (s / f"{name}.txt").write_bytes(begin.encode() + spoilt)
    for coder in ("anna", "bert"):
        for name in SPOILT:
            with pytest.warns(BpQualWarning, match="words.csv: Read as Windows-1252"):
                write_coding(s, {"interview": name}, coder=coder, do="done")
    CliRunner().invoke(main, ["sample", str(s), "-n", "4"])
    (folder / "list.csv").write_text("person,wave,code,quote\nP02,2010,help,We help\n", "utf-8")
    sheet = name_sheet_bytes([NameRow("street", "[place 1]", True)], ("2010", "2020"), language="en")
    (folder / "decided.xlsx").write_bytes(sheet)
    return s


@pytest.mark.sweep(4)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_that_reads_the_interviews_names_the_one_that_is_not_utf_8(
    command: str, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bp_qual.cli.page_command.serve", lambda *_, **__: None, raising=False)
    monkeypatch.setattr("bp_qual.page.serving.serve", lambda *_, **__: None)
    arguments = [part.format(s=study, o=study.parent) for part in command.split()]
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    assert result.exit_code in (0, 1), result.output
    told = " ".join(result.output.split())
    for name, (n, _) in SPOILT.items():
        assert f"{name}.txt: {n} {'byte is' if n == 1 else 'bytes are'} not UTF-8" in told, result.output
    assert "P01_2010.txt: 1 control character was left out (line 26: U+0000)" in told, result.output
    for name in sorted(TABLES)[: 2 if command.startswith("pseudonyms") else None]:  # these read no codebook
        assert f"{name}: Read as Windows-1252, because it is not UTF-8." in told, result.output


@pytest.mark.parametrize("spoilt", [b"caf\xe9 \xc3\xa9\xc3\xa9n", b"caf\xe9", b"al\x00l caf\xc3\xa9"])
@pytest.mark.parametrize("option", ["--stop-words", "--guide", "import"])
def test_a_list_beside_the_study_is_told_too(option: str, spoilt: bytes, study: Path, tmp_path: Path) -> None:
    given = tmp_path / "given.csv"
    if option == "import":
        given.write_bytes(b"person,wave,code,quote,memo\nP02,2010,help,We help,%b\n" % spoilt)
        arguments = ["import", str(given), str(study), "--coder", "carla", "--dry-run"]
    else:
        given = given.with_suffix(".txt")
        given.write_bytes(b"help\nstreet\n%b\n" % spoilt)
        arguments = ["words", str(study), option, str(given)]
    told = " ".join(CliRunner().invoke(main, arguments).output.split())
    assert "".join(f"{given}: ".split()) in "".join(told.split()), told


@pytest.mark.parametrize("command", ["check {s}", "suggest {s} --letters --coder anna", "validate {s} --sample first"])
def test_a_sample_with_a_byte_that_is_not_utf_8_is_told_wherever_it_is_read(
    command: str, study: Path, tmp_path: Path
) -> None:
    shutil.copytree(study, copy := tmp_path / "study")
    CliRunner().invoke(main, ["sample", str(copy), "-n", "4", "--name", "first"])
    sample = copy / "samples" / "first.csv"
    head, first, *others = sample.read_bytes().split(b"\n")
    sample.write_bytes(b"\n".join([head + b",note", first + b",caf\xe9", *others]))
    result = CliRunner().invoke(main, [part.format(s=copy, o=tmp_path) for part in command.split()])
    assert "first.csv: Read as Windows-1252" in " ".join(result.output.split()), result.output


@pytest.mark.sweep(3)
@pytest.mark.parametrize("command", [command for command in COMMANDS if " {s}" in command])
def test_every_command_that_reads_the_interviews_stops_at_one_in_utf_16_without_its_mark(
    command: str, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bp_qual.page.serving.serve", lambda *_, **__: None)
    shutil.copytree(study, copy := tmp_path / "study")
    for name in ("list.csv", "decided.xlsx"):
        shutil.copy(study.parent / name, tmp_path)
    (copy / "P01_2010.txt").write_bytes((TALK + "R: Only here.\n").encode("utf-16-le"))
    result = CliRunner().invoke(main, [part.format(s=copy, o=tmp_path) for part in command.split()])
    assert isinstance(result.exception, SystemExit), result.output
    assert result.exit_code == 1
    assert "P01_2010.txt is not text, or UTF-16 without its mark" in " ".join(result.output.split())


def test_no_command_is_forgotten() -> None:
    tried = {leaf for leaf in walk(main) for command in COMMANDS if command.startswith(f"{leaf} ")}
    assert set(walk(main)) - tried == READ_NO_TALK


def test_the_page_on_trust_says_how_many_ways_were_tried() -> None:
    page = (Path(__file__).parents[1] / "docs" / "trust.md").read_text("utf-8")
    assert f"with {len(SPOILT)} ways in which bytes are not UTF-8" in page
