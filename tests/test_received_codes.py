"""A code that comes in is one of the codebook only where its name and the codes above it are the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import import_codings, read_codebook, write_coding
from bp_qual.cli import main
from bp_qual.codebook import Code, Codebook, parse_codebook
from bp_qual.exchange.drafts import Draft
from bp_qual.study.exporting import export_codings
from bp_qual.study.received_codes import match_codes
from two_persons import make_two_persons

BOOK = """
codebook: B
version: 1.0.0
language: nl
codes:
  - id: werk
    label: Werk
    codes:
      - id: stress
        label: Stress
        codes: [{id: deadline}]
  - {id: steun, label: "+ steun"}
  - {id: geld_op}
"""
THERE = parse_codebook(BOOK, "codebook.yaml")


def match(drafts: Sequence[Draft], *, bare: bool) -> tuple[tuple[str, ...], list[str]]:
    matched = match_codes(drafts, THERE, name="", language="nl", bare=bare)
    return matched.ids, [str(note) for note in matched.notes]


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize(
    ("path", "ids", "told"),
    [
        (("thuis", "stress"), ("thuis", "stress-2"), "thuis > stress is a new code (stress-2)"),
        (("thuis", "Werk", "stress"), ("thuis", "werk-2", "stress-2"), "thuis > Werk > stress is a new code"),
        (("WERK", " stress "), ("werk", "stress"), ""),
        (("stress",), ("stress",), "stress was taken for werk > stress"),
        (("stress", "deadline"), ("stress", "deadline"), "stress was taken for werk > stress"),
        (("stress", "thuis"), ("stress-2", "thuis"), "stress is a new code (stress-2): the codebook has Werk > Stress"),
        (("+  Steun",), ("steun",), ""),
        (("- steun",), ("steun-2",), "- steun is a new code (steun-2): the codebook has + steun"),
        (("steun",), ("steun-2",), "steun is a new code (steun-2)"),
        (("Geld  op",), ("geld_op",), ""),
        (("geld-op?",), ("geld-op",), "geld-op? is a new code (geld-op): the codebook has geld_op"),
        (("werk!", "stress"), ("werk-2", "stress-2"), "werk! is a new code (werk-2): the codebook has Werk"),
    ],
)
def test_a_code_is_the_one_of_its_name_and_path(
    path: tuple[str, ...], ids: tuple[str, ...], told: str, bare: bool
) -> None:
    found, notes = match([Draft(name, number - 1) for number, name in enumerate(path)], bare=bare)
    assert found == ids
    assert any(told in note for note in notes) if told else not notes


def test_a_name_that_a_program_has_under_several_codes_is_new_at_the_top() -> None:
    ids, _ = match([Draft("stress"), Draft("thuis"), Draft("stress", 1)], bare=False)
    assert ids == ("stress-2", "thuis", "stress-3")


def test_the_label_goes_before_the_id_where_both_are_at_the_same_place() -> None:
    codes = (Code("c", label={"nl": "Zee"}), Code("c-2", label={"nl": "C"}))
    book = Codebook("B", "1.0.0", "nl", codes)
    assert match_codes([Draft("c")], book, name="", language="nl").ids == ("c-2",)


TALK = "I: Hoe gaat het?\nR: Mijn chef hielp mij altijd. Wij hadden niks meer. Het was heel druk.\n"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "P01_2010.txt").write_text(TALK, encoding="utf-8")
    return folder


def write_list(folder: Path, *rows: str, name: str = "list.csv", heading: str = "person,wave,code,quote") -> Path:
    path = folder.parent / name
    path.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
    return path


def test_tables_of_one_name_under_two_codes_stay_apart_in_either_order(study: Path) -> None:
    first = write_list(study, "P01,2010,werk > stress,Wij hadden niks meer")
    second = write_list(study, "P01,2010,stress,thuis,Het was heel druk", name="2.csv",
                        heading="person,wave,code,parent,quote")  # fmt: skip
    assert import_codings(first, study, coder="anna").codings["code"].tolist() == ["stress"]
    done = import_codings(second, study, coder="anna")
    assert done.codings["code"].tolist() == ["stress-2"]
    assert "thuis > stress is een nieuwe code (stress-2): het codeboek heeft werk > stress" in done.say("nl")
    for path, code in ((first, "stress"), (second, "stress-2")):
        again = import_codings(path, study, coder="anna")
        assert (again.codings["code"].tolist(), again.codings["new"].any()) == ([code], False)
    book = read_codebook(study / "codebook.yaml")
    assert (book.code("stress").parent, book.code("stress-2").parent) == ("werk", "thuis")


def test_a_tag_of_taguette_under_another_tag_is_a_code_of_its_own(study: Path) -> None:
    import_codings(write_list(study, "P01,2010,werk > stress,Wij hadden niks meer"), study, coder="anna")
    tags = write_list(study, "1,P01_2010.txt,thuis.stress,Het was heel druk", name="tags.csv",
                      heading="id,document,tag,content")  # fmt: skip
    assert import_codings(tags, study, coder="anna").codings["code"].tolist() == ["stress-2"]


@pytest.mark.sweep(2)
@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".qdpx"])
def test_codes_whose_names_differ_in_signs_go_out_and_come_back_apart(study: Path, ending: str) -> None:
    rows = ("P01,2010,+ steun,Mijn chef hielp mij", "P01,2010,- steun,Wij hadden niks", "P01,2010,steun,Het was heel")
    first = import_codings(write_list(study, *rows), study, coder="anna")
    assert len(set(first.codings["code"])) == 3
    file = study.parent / f"out{ending}"
    export_codings(study, file)
    again = import_codings(file, study, coder="anna")
    assert (again.codings["new"].any(), len(again.codings), len(again.listed), again.new_codes) == (False, 3, 0, ())


def test_a_second_import_extends_the_codebook_of_the_first_where_study_yaml_names_none(study: Path) -> None:
    (study / "study.yaml").write_text("language: nl\n", encoding="utf-8")
    first = write_list(study, "P01,2010,+ steun,Mijn chef hielp mij", "P01,2010,druk,Het was heel druk")
    assert import_codings(first, study, coder="anna").first
    second = write_list(study, "P01,2010,- steun,Wij hadden niks meer", name="second.csv")
    done = import_codings(second, study, coder="anna")
    assert (done.codebook, done.first, done.counts) == (study / "codebook.yaml", False, False)
    assert done.codings["code"].tolist() == ["steun-2"]
    assert read_codebook(study / "codebook.yaml").ids == ("steun", "druk", "steun-2")
    again = import_codings(first, study, coder="anna")
    assert (again.codebook, set(again.new_codes)) == (study / "codebook.yaml", {"steun", "druk"})  # to be named still
    assert [path.name for path in study.glob("codebook*")] == ["codebook.yaml"]


def test_a_codebook_that_somebody_wrote_in_and_did_not_name_yet_gives_no_id_twice(study: Path) -> None:
    (study / "study.yaml").write_text("language: nl\n", encoding="utf-8")
    first = write_list(study, "P01,2010,+ steun,Mijn chef hielp mij")
    import_codings(first, study, coder="anna")
    mine = "# mine\n" + (study / "codebook.yaml").read_text("utf-8")
    (study / "codebook.yaml").write_text(mine, encoding="utf-8")
    assert import_codings(first, study, coder="anna").codebook == study / "codebook.yaml"
    second = write_list(study, "P01,2010,- steun,Wij hadden niks meer", name="second.csv")
    done = import_codings(second, study, coder="anna")
    assert done.codebook == study / "codebook_second.yaml"
    assert read_codebook(done.codebook).ids == ("steun", "steun-2")
    third = write_list(study, "P01,2010,druk,Het was heel druk", name="third.csv")
    assert import_codings(third, study, coder="anna").codebook == done.codebook
    assert (study / "codebook.yaml").read_text("utf-8") == mine


def test_two_spellings_of_a_code_in_a_first_list_are_told(study: Path) -> None:
    rows = ("P01,2010,gezin,Mijn chef hielp mij", "P01,2010,Gezin.,Wij hadden niks", "P01,2010,gezin,Het was heel")
    said = import_codings(write_list(study, *rows), study, coder="anna").say("nl")
    assert said.count("Gezin. is een nieuwe code (gezin-2): het codeboek heeft gezin, en dat is een andere") == 1


def test_codes_of_one_name_under_different_codes_of_a_first_list_are_no_two_spellings(study: Path) -> None:
    rows = ("P01,2010,werk > rest,Mijn chef hielp mij", "P01,2010,thuis > rest.,Wij hadden niks")
    assert import_codings(write_list(study, *rows), study, coder="anna").notes == ()


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("1. stress", [["Stress"]]),
        ("stress (3)", [["Stress"]]),
        ("stress!", [["pressure > stress", "Stress"]]),
        ("distress", []),
    ],
)
def test_a_new_code_that_is_spelled_almost_as_one_of_the_codebook_is_told_beside_it(
    name: str, paths: list[list[str]]
) -> None:
    codes = (Code("pressure"), Code("stress", parent="pressure"), Code("stress2", {"en": "Stress"}))
    notes = match_codes([Draft(name)], Codebook("B", "1.0.0", "en", codes), name="", language="en").notes
    assert [note.values["paths"] for note in notes if note.kind == "code apart"] == paths


@pytest.mark.sweep(1)
@pytest.mark.parametrize("form", ["csv", "xlsx", "qdpx", "taguette"])
def test_a_code_that_was_made_on_the_page_comes_back_under_its_own_id(tmp_path: Path, form: str) -> None:
    for name in ("own", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "book.yaml").write_text("{codebook: B, language: nl, codes: [{id: samen}]}", "utf-8")
        (tmp_path / name / "study.yaml").write_text("codebook: book.yaml\nlanguage: nl\n", encoding="utf-8")
        for wave in ("2010", "2020"):
            (tmp_path / name / f"P01_{wave}.txt").write_text("I: Hoe?\nR: Wij doen dat samen.\n", encoding="utf-8")
    long = "L" + 90 * "o" + "g"
    (tmp_path / "own" / "book.yaml").write_text(
        f"{{codebook: B, language: nl, codes: [{{id: samen}}, {{id: Een-Zorg.2, label: Één zorg}}, {{id: {long}}}]}}",
        "utf-8",
    )
    for code, start in (("Een-Zorg.2", 11), (long, 15)):
        row = {"interview": "P01_2010", "start": start, "end": start + 4, "code": code}
        write_coding(tmp_path / "own", row, coder="anna")
    out = tmp_path / f"out.{'sqlite3' if form == 'taguette' else form}"
    for words in (f"export {tmp_path}/own --{form} {out} --count human", f"import {out} {tmp_path}/other"):
        done = CliRunner().invoke(main, [*words.split(), "--coder", "anna"])
        assert done.exit_code == 0, done.output
    (made,) = (tmp_path / "other").glob("codebook_*.yaml")
    assert set(read_codebook(made).ids) == {"samen", "Een-Zorg.2", long}


DEFINED = (
    "person,wave,code,quote,definition",
    "P01,2010,work,I work too much,Paid work",
    "P02,2010,work,I work too much,All work",
    'P02,2010,"work; health",My back hurts,Both',
)


def test_definitions_that_are_not_taken_are_told(tmp_path: Path) -> None:
    study = make_two_persons(tmp_path / "study")
    (path := tmp_path / "list.csv").write_text("\n".join(DEFINED), encoding="utf-8")
    first = import_codings(path, study, coder="anna")
    assert read_codebook(first.codebook).code("work").definition == "Paid work"
    assert "an earlier row defines otherwise: 2, the first on line 3: All work" in first.say("en")
    assert "than the codebook does" not in first.say("en")
    path.write_text("\n".join([DEFINED[0], DEFINED[2]]), encoding="utf-8")
    again = import_codings(path, study, coder="anna")
    assert "than the codebook does, or that it alone defines: 1, the first work: 'All work'" in again.say("en")
