"""Codings and decisions older than their code: told everywhere, until the coder says that they still fit."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import confirm_codings, read_codebook, read_codings, write_coding
from bp_qual.cli import main
from bp_qual.errors import StudyError
from bp_qual.page.desk import open_desk
from bp_qual.page.interview_view import describe_interview
from bp_qual.page.notes_view import list_events
from bp_qual.page.outcomes import OtherCodebookError
from bp_qual.page.start_view import describe_study

BOOK = """\
codebook: Themes
version: {version}
language: en
codes:
  - {{id: help, label: Help, definition: {help}, terms: [{terms}]}}
  - {{id: money, label: Money, definition: Cash., terms: [money]}}
"""
SAID = "We help each other here, and there was no money at all. "
NAMES = tuple(f"P0{person}_{wave}" for person in (1, 2) for wave in (2010, 2020))


def write_book(study: Path, version: str = "1.0.0", *, definition: str = "Giving help.", terms: str = "help") -> None:
    (study / "themes.yaml").write_text(BOOK.format(version=version, help=definition, terms=terms), "utf-8")


def act(study: Path, coder: str, do: str, words: str, code: str, *interviews: str) -> None:
    for name in interviews or NAMES:
        start = (study / f"{name}.txt").read_text("utf-8").index(words)
        row = {"interview": name, "start": start, "end": start + len(words), "code": code}
        write_coding(study, row, coder=coder, do=do)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return a study in which anna coded and decided in four interviews, and finished them."""
    folder = tmp_path / "study"
    folder.mkdir()
    for name in NAMES:
        (folder / f"{name}.txt").write_text(f"I: And then?\nR: {SAID * 10}\n", "utf-8")
    write_book(folder)
    (folder / "study.yaml").write_text("language: en\ncodebook: themes.yaml\n", "utf-8")
    act(folder, "anna", "add", "each other", "help")
    act(folder, "anna", "reject", "help", "help")
    act(folder, "anna", "accept", "money", "money")
    for name in NAMES:
        write_coding(folder, {"interview": name}, coder="anna", do="done")
    return folder


def run(*words: object, code: int = 0) -> str:
    result = CliRunner().invoke(main, [*map(str, words)], prog_name="bp-qual")
    assert result.exit_code == code, result.output
    return " ".join(result.output.split())


def places(study: Path, language: str = "en", count: str = "reviewed") -> list[str]:
    """Return what each place says that tells of codings and decisions."""
    out = study.parent / "out"
    compared = run("compare", study, "--count", count, "--coder", "anna", "--language", language, "-o", out)
    report = " ".join(html.unescape((out / "report.html").read_text("utf-8")).split())
    return [compared, report, run("codings", study, "--language", language)]


TOLD = {
    "en": ("4 of 4 codings by anna were made before", "4 of 8 decisions on hits by anna were made before"),
    "nl": (
        "4 van 4 coderingen van anna zijn gemaakt voordat",
        "4 van 8 beslissingen van anna over treffers zijn",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "nl"])
def test_decisions_older_than_their_code_are_told_as_codings_are(study: Path, language: str) -> None:
    assert not any(sentence in text for text in places(study, language) for sentence in TOLD[language])
    write_book(study, "2.0.0", definition="Asking for help.")
    for text in places(study, language):
        for sentence in TOLD[language]:
            assert sentence in text
    counted = places(study, language, "human")[:2]
    assert all(TOLD[language][0] in text and TOLD[language][1] not in text for text in counted)


@pytest.mark.slow
def test_other_terms_make_nothing_of_a_decision_on_a_hit(study: Path) -> None:
    """A hit was rejected, and the term made narrower: that is what rejecting is for."""
    write_book(study, "1.1.0", terms="help, aid")
    text = run("codings", study)
    assert "4 of 4 codings by anna" in text
    assert "decisions on hits" not in text


@pytest.mark.slow
def test_saying_that_they_still_fit_ends_it_everywhere_and_undoing_brings_it_back(study: Path) -> None:
    write_book(study, "2.0.0", definition="Asking for help.")
    before = (study / "codings" / "anna.jsonl").read_bytes()
    events = confirm_codings(study, "help")
    assert [event.interview for event in events] == list(NAMES)
    assert (study / "codings" / "anna.jsonl").read_bytes().startswith(before), "lines are added, none is changed"
    assert not any("were made before" in text for text in places(study))
    assert confirm_codings(study, "help") == ()
    write_coding(study, {"of": events[0]}, coder="anna", do="undo")
    assert "1 of 4 codings by anna was made before" in run("codings", study)
    write_book(study, "3.0.0", definition="Something else again.")
    assert "4 of 4 codings by anna were made before" in run("codings", study)


@pytest.mark.slow
def test_it_is_said_of_some_interviews_and_codes_only(study: Path) -> None:
    text = (study / "themes.yaml").read_text("utf-8").replace("Cash.", "Coins.").replace("Giving", "Asking for")
    (study / "themes.yaml").write_text(text, "utf-8")
    assert len(confirm_codings(study, ["help"], interviews=["P01_2010"])) == 1
    assert "3 of 4 codings by anna" in run("codings", study)
    assert "7 of 8 decisions on hits by anna" in run("codings", study)
    assert "In 3 interviews it is said that what was coded before still fits." in run(
        "codings", study, "--fits", "help"
    )
    assert "4 of 8 decisions on hits by anna were made before their code was redefined (Money)" in run("codings", study)


@pytest.mark.slow
def test_what_is_coded_after_that_with_an_older_codebook_is_told_again(study: Path) -> None:
    old = read_codebook(study / "themes.yaml")
    write_book(study, "2.0.0", definition="Asking for help.")
    confirm_codings(study, "help")
    start = (study / "P01_2010.txt").read_text("utf-8").index("We help")
    row = {"interview": "P01_2010", "start": start, "end": start + 7, "code": "help"}
    write_coding(study, row, coder="anna", codebook=old)
    assert "1 of 5 codings by anna was made before" in run("codings", study)


@pytest.mark.slow
def test_who_says_it_is_asked_where_several_coded_and_a_code_that_is_none_is_refused(study: Path) -> None:
    act(study, "bert", "add", "no money", "money", "P01_2010")
    write_book(study, "2.0.0", definition="Asking for help.")
    with pytest.raises(StudyError, match="anna and bert coded"):
        confirm_codings(study, "help")
    assert "anna and bert" in run("codings", study, "--fits", "help", code=1)
    assert "In 4 interviews" in run("codings", study, "--fits", "help", "--coder", "anna")
    assert "Did you mean 'help'" in run("codings", study, "--fits", "hlp", "--coder", "anna", code=2)
    assert "klopt" not in run("codings", study)
    assert "In 0 interviews is gezegd" in run("codings", study, "--fits", "help", "--coder", "anna", "--language", "nl")


def test_the_page_shows_them_by_interview_and_takes_the_word_for_it(study: Path) -> None:
    write_book(study, "2.0.0", definition="Asking for help.")
    desk = open_desk(study, coder="anna")
    shown = describe_study(desk).outdated
    assert [(row.interview, row.code, row.codings, row.decisions) for row in shown] == [
        (name, "help", 1, 1) for name in NAMES
    ]
    assert describe_interview(desk, "P02_2010").outdated[0].versions == ("Themes 1.0.0",)
    row = {"id": "f1", "do": "fits", "interview": "P02_2010", "code": "help"}
    assert desk.save([row], desk.codebook.coder).saved == ("f1",)
    assert describe_interview(desk, "P02_2010").outdated == ()
    assert len(describe_study(desk).outdated) == 3
    assert list_events(desk, "P02_2010")[0].do == "fits"
    desk.save([{"id": "f2", "do": "undo", "of": "f1"}], desk.codebook.coder)
    assert len(describe_interview(desk, "P02_2010").outdated) == 1
    refused = desk.save([{**row, "id": "f3", "code": "hlp"}], desk.codebook.coder, "en").refused
    assert "hlp" in refused[0].why


def test_it_is_not_said_of_a_codebook_that_changed_while_one_looked(study: Path) -> None:
    write_book(study, "2.0.0", definition="Asking for help.")
    desk = open_desk(study, coder="anna")
    seen = desk.codebook.coder
    write_book(study, "3.0.0", definition="Something else again.")
    with pytest.raises(OtherCodebookError):
        desk.save([{"id": "f1", "do": "fits", "interview": "P02_2010", "code": "help"}], seen)


@pytest.mark.slow
def test_of_several_coders_each_is_told_of_codings_and_decisions_that_count(study: Path) -> None:
    act(study, "bert", "add", "each other", "help", "P01_2010", "P01_2020")
    act(study, "bert", "reject", "help", "help", "P01_2010", "P01_2020")
    act(study, "bert", "accept", "money", "money", "P01_2010", "P01_2020")
    for name in ("P01_2010", "P01_2020"):
        write_coding(study, {"interview": name}, coder="bert", do="done")
    write_book(study, "2.0.0", definition="Asking for help.")
    out = study.parent / "out"
    told = run("compare", study, "--count", "reviewed", "--coder", "all", "-o", out)
    assert "2 of 2 codings by anna were made before" in told
    assert "2 of 2 codings by bert were made before" in told
    assert "2 of 4 decisions on hits by anna were made before" in told
    confirm_codings(study, "help", coder="bert")
    told = run("compare", study, "--count", "reviewed", "--coder", "all", "-o", out)
    assert "by bert were made before" not in told
    assert "2 of 2 codings by anna were made before" in told


def test_an_old_word_for_it_is_kept_with_what_the_code_meant_then(study: Path) -> None:
    write_book(study, "2.0.0", definition="Asking for help.")
    (event, *_) = confirm_codings(study, "help")
    fits = read_codings(study, coder="anna").state.fits
    assert event.meaning == read_codebook(study / "themes.yaml").meaning("help") == fits[0].meaning
    assert len(fits) == 4


def test_of_codes_that_were_merged_it_is_not_said_that_the_code_was_redefined(study: Path) -> None:
    book = BOOK.format(version="2.0.0", help="Giving help.", terms="help").rsplit("  - ", 1)[0]
    (study / "themes.yaml").write_text(book + "merged: {money: help}\n", "utf-8")
    shown = describe_study(open_desk(study, coder="anna")).outdated
    assert {row.merged for row in shown} == {True}
    write_book(study, "2.0.0", definition="Asking for help.")
    assert {row.merged for row in describe_study(open_desk(study, coder="anna")).outdated} == {False}
