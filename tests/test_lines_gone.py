"""What is said of a coder's file in which a line is torn, strange or gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.coding.by_hand import missing_numbers, read_history
from bp_qual.coding.by_hand.events import read_events
from bp_qual.page.desk import open_desk
from bp_qual.page.start_view import describe_study
from bp_qual.study.hand_coding import write_coding


@pytest.fixture
def study(tmp_path: Path) -> Path:
    (tmp_path / "codebook.yaml").write_text(
        "{codebook: B, language: nl, codes: [{id: samen, terms: [samen]}]}", "utf-8"
    )
    (tmp_path / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: nl\n", encoding="utf-8")
    for wave in ("2010", "2020"):
        (tmp_path / f"P01_{wave}.txt").write_text("I: Hoe?\nR: Wij doen dat samen.\n", encoding="utf-8")
    for number in range(5):
        write_coding(tmp_path, {"note": f"memo {number}"}, coder="anna", do="memo")
    return tmp_path


def say(study: Path, language: str = "en", command: str = "codings") -> tuple[int, str]:
    done = CliRunner().invoke(main, [command, str(study), "--language", language])
    return done.exit_code, done.output


def edit(study: Path, change: object) -> None:
    file = study / "codings" / "anna.jsonl"
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(change(lines)))  # type: ignore[operator]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "never", "sentence"),
    [
        ("en", "never saved", "anna.jsonl:5 is not whole, and is left out"),
        ("nl", "nooit bewaard", "anna.jsonl:5 is niet heel en blijft buiten beschouwing"),
    ],
)
def test_of_a_last_line_that_was_saved_and_cut_off_it_is_not_said_that_it_never_was(
    study: Path, language: str, never: str, sentence: str
) -> None:
    edit(study, lambda lines: [*lines[:4], lines[4][:60]])
    told = say(study, language)[1]
    assert never not in told
    assert sentence in told
    write_coding(study, {"note": "later"}, coder="anna", do="memo")  # and what was last stands in the middle now
    told = say(study, language)[1]
    assert never not in told
    assert sentence in told


@pytest.mark.sweep(1)
@pytest.mark.parametrize("rubbish", [b"asdf", b'{"x": 1', b"\xff\xfe", b'{"v":2,"id":"e', b"{"])
def test_a_last_line_of_other_letters_is_damage_and_a_begin_of_a_line_is_not(study: Path, rubbish: bytes) -> None:
    edit(study, lambda lines: [*lines, rubbish])
    code, told = say(study)
    begun = rubbish == b"{"
    assert (code, "anna.jsonl:6 cannot be read" in told) == (1, not begun)


@pytest.mark.sweep(3)
@pytest.mark.parametrize(
    ("language", "command", "sentence"),
    [
        ("en", "codings", "anna: 2 lines gone from the file of codings, by number 2, 4: what stood there"),
        ("nl", "codings", "anna: 2 regels weg uit het bestand met coderingen, met nummer 2, 4: wat daar stond"),
        ("en", "check", "anna: 2 lines gone from the file of codings"),
        ("nl", "check", "anna: 2 regels weg uit het bestand met coderingen"),
    ],
)
def test_lines_that_are_gone_from_the_middle_are_named(study: Path, language: str, command: str, sentence: str) -> None:
    edit(study, lambda lines: [lines[0], lines[2], lines[4]])
    code, told = say(study, language, command)
    assert sentence in told
    assert code == int(command == "codings")
    assert any("2, 4" in line for line in describe_study(open_desk(study, coder="anna"), language).notices)


def test_the_first_line_is_missed_too_and_a_copy_that_holds_it_brings_it_back(study: Path) -> None:
    whole = (study / "codings" / "anna.jsonl").read_bytes()
    edit(study, lambda lines: lines[1:])
    assert missing_numbers(read_history(study, "anna")) == (1,)
    (study / "codings" / "anna (conflicted copy).jsonl").write_bytes(whole)
    assert missing_numbers(read_history(study, "anna")) == ()


def test_a_line_that_is_there_and_cannot_be_read_is_not_told_as_gone(study: Path) -> None:
    edit(study, lambda lines: [lines[0], lines[1].replace(b"memo 1", b"memo 9"), *lines[2:]])
    told = say(study)[1]
    assert "anna.jsonl:2 cannot be read" in told
    assert "gone from the file" not in told


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_a_byte_order_mark_before_the_first_line_is_nothing(study: Path, mark: bytes) -> None:
    edit(study, lambda lines: [mark, *lines])
    assert say(study)[0] == 0
    assert read_history(study, "anna").damage == {}
    write_coding(study, {"note": "later"}, coder="anna", do="memo")
    assert len(read_history(study, "anna").events) == 6


def test_a_mark_elsewhere_is_damage() -> None:
    assert [part.line for part in read_events(b"\n\xef\xbb\xbf\n")[1]] == [2]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("command", ["check", "codings", "compare"])
@pytest.mark.parametrize(
    ("data", "language", "said"),
    [
        ("cut", "en", "anna.jsonl: the last line, 5, is not whole and does not count"),
        ("cut", "nl", "anna.jsonl: de laatste regel, 5, is niet heel en telt niet mee"),
        ("empty", "en", "anna.jsonl is empty, so nothing of that coder counts"),
        ("empty", "nl", "anna.jsonl is leeg, dus van die codeur telt niets mee"),
    ],
)
def test_every_command_says_of_a_coders_file_that_its_end_is_cut_off_or_that_it_is_empty(
    study: Path, tmp_path: Path, command: str, data: str, language: str, said: str
) -> None:
    edit(study, lambda lines: [*lines[:4], lines[4][:60]] if data == "cut" else [])
    if (command, data) == ("codings", "cut"):
        said = {"en": "anna.jsonl:5 is not whole, and is left out", "nl": "anna.jsonl:5 is niet heel"}[language]
    more = ["--count", "human", "--coder", "anna", "-o", str(tmp_path / "out")] if command == "compare" else []
    told = CliRunner().invoke(main, [command, str(study), "--language", language, *more]).output
    assert told.count(said) == 1


def test_a_cut_line_to_which_others_were_added_is_told_by_codings_only(study: Path) -> None:
    edit(study, lambda lines: [*lines[:4], lines[4][:60]])
    write_coding(study, {"note": "later"}, coder="anna", do="memo")
    assert "is not whole" not in say(study, command="check")[1]
    assert "is not whole" in say(study)[1]


@pytest.mark.sweep(3)
@pytest.mark.parametrize("command", ["check", "compare"])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "codings/eva.jsonl is called like the file of a coder and cannot be read as one"),
        ("nl", "codings/eva.jsonl heet als het bestand van een codeur en is zo niet te lezen"),
    ],
)
@pytest.mark.parametrize("kind", ["folder", "link to nothing"])
def test_what_is_called_as_a_coders_file_and_cannot_be_read_is_told(
    study: Path, tmp_path: Path, command: str, language: str, said: str, kind: str
) -> None:
    place = study / "codings" / "eva.jsonl"
    place.mkdir() if kind == "folder" else place.symlink_to("gone.jsonl")
    more = ["-o", str(tmp_path / "out")] if command == "compare" else []
    told = CliRunner().invoke(main, [command, str(study), "--language", language, *more]).output
    assert " ".join(told.split()).count(said) == 1
