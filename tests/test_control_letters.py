"""Control characters that stand for letters of Windows-1252: read as what was typed, told, and nowhere a command."""

from __future__ import annotations

import re
from pathlib import Path
from unittest import mock

import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.readers import read_data
from reader_samples import TALK, make_samples

SPOILT = tuple((who, f"Dat is \x93zo\x94, ’s avonds \x96 {said} \x9b31m en \x9d0;") for who, said in TALK)
with mock.patch("reader_samples.make_pdf"):  # a PDF names its letters, and can name none of these
    SAMPLES = {name: data for name, data in make_samples(SPOILT).items() if not name.endswith(".pdf")}
LEFT_OUT = dict.fromkeys(range(0x80, 0xA0))
CONTROLS = re.compile("[\x80-\x9f]")


@pytest.mark.parametrize("name", SAMPLES)
def test_in_every_format_they_are_read_as_the_letters_that_were_typed_and_told(name: str) -> None:
    reading = read_data(SAMPLES[name], where=name)
    whole = "\n".join([reading.text, *reading.remainders.values(), *(line.label for line in reading.paragraphs)])
    assert not CONTROLS.search(whole)
    assert "“zo”" in reading.text
    assert any("Latin-1" in str(note) for note in reading.notes), [str(note) for note in reading.notes]


def test_a_file_of_windows_that_is_called_latin_1_has_its_letters_and_the_dots_in_it() -> None:
    data = "R: It’s “so”… and on".encode("cp1252")
    reading = read_data(data, where="a.txt", encoding="latin-1")
    assert reading.text == "R: It’s “so”… and on"
    assert "1252" in str(reading.notes[0])


def test_dots_without_another_such_sign_are_dots_and_no_end_of_a_line() -> None:
    reading = read_data("I: Hoe?\nR: Wacht\x85 ja\x85 goed.\n".encode(), where="a.txt")
    assert reading.text == "I: Hoe?\nR: Wacht… ja… goed.\n"
    assert any("Latin-1" in str(note) for note in reading.notes)


def test_lines_that_end_in_that_sign_alone_end_there() -> None:
    reading = read_data("I: Hoe?\x85R: Goed.\x85I: Ja?\x85R: Ja.\x85".encode(), where="a.txt")
    assert reading.text.splitlines() == ["I: Hoe?", "R: Goed.", "I: Ja?", "R: Ja."]


@pytest.mark.slow
def test_no_command_sends_one_to_the_terminal_or_into_what_it_writes(tmp_path: Path) -> None:
    study = tmp_path / "study"
    study.mkdir()
    talk = "I: Hoe?\nR: Wij werken \x9b31msamen\x9bm en \x9d0;help \x92s avonds.\n" * 20
    (study / "codebook.yaml").write_text("{language: nl, codes: [{id: samen, terms: [samen]}]}", "utf-8")
    (study / "study.yaml").write_text("language: nl\ncodebook: codebook.yaml\nfloor: 5\n", "utf-8")
    for person in ("P01", "P02"):
        for wave in ("2010", "2020"):
            spoilt = person + wave == "P012010"
            (study / f"{person}_{wave}.txt").write_text(talk if spoilt else talk.translate(LEFT_OUT), "utf-8")
    (study / "persons.csv").write_text("person,street\nP01,It\x92s \x9b31m\n", "utf-8")
    out = tmp_path / "out"
    for command in (
        "check",
        "quotes --code samen",
        "code -o {o}/code.csv",
        "compare -o {o}/all",
        "codebook words samen",
    ):
        name, *rest = command.format(o=out).split(" -o ")
        words = [*name.split(), str(study)]
        done = CliRunner().invoke(main, [*words, *(["-o", *rest] if rest else [])])
        assert done.exit_code == 0, done.output
        assert not CONTROLS.search(done.output)
        told = " ".join(done.output.split())
        for file, n in (("P01_2010.txt", "80 stuurtekens zijn"), ("persons.csv", "2 stuurtekens zijn")):
            assert f"{file}: {n} gelezen als Windows-1252 (" in told
    written = [path for path in out.rglob("*") if path.suffix in (".csv", ".html", ".json", ".txt", ".svg")]
    assert len(written) > 5
    assert [path.name for path in written if CONTROLS.search(path.read_text("utf-8"))] == []
