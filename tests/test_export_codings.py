"""Codings go out so that other programs read them unshifted, and come back as they were."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import (
    BpQualError,
    export_codings,
    import_codings,
    read_codebook,
    read_codings,
    read_corpus,
    read_counts,
    write_coding,
)
from bp_qual.cli import main
from bp_qual.coding import apply_codebook
from bp_qual.coding.counting import Count
from bp_qual.exchange.refi_passages import read_refi_project
from bp_qual.panel import count_codes
from bp_qual.study.exporting import export_wide
from bp_qual.study.study_inputs import read_inputs

BOOK = """
codebook: B
version: 1.0.0
language: nl
codes:
  - id: werk
    label: Werk & geld
    colour: "#ff8800"
    definition: |-
      Betaald <werk>.
      Ook onbetaald.
    include: mantelzorg
    examples: [Ik werk.]
    terms: [werk]
  - id: druk
    label: Druk
    parent: werk
  - id: thuis
    label: Thuis
  - id: druk-2
    label: Druk
    parent: thuis
"""
TEXTS = {
    "P01_2010": "I: Hoe?\nP01: Goed \U0001f600, het cafe\u0301 is dicht.\n"
    "Ik werk \u2019s nachts, een werk\u00adweek lang. Ja. Ja.\n",
    "P01_2010_b": "I: Nog een keer?\n"
    "P01: Ik zorg voor mijn moeder \U0001f469\U0001f3fd\u200d\U0001f9b3, dat is werk.\n",
    "P01_2020": "I: En nu?\nP01: Ik ben thuis. Thuis is het caf\u00e9 nu.\n",
    "stel": "I: En?\nAnn: Wij werken samen.\nBob: Wij werken samen.\n",
}
INTERVIEWS = (
    "file,person,wave,speaker,date\nP01_2010.txt,P01,2010,,2010-05-01\nP01_2010_b.txt,P01,2010,,2010-06-01\n"
    "P01_2020.txt,P01,2020,,2020-05-01\nstel.txt,P02,2010,Ann,2010-05-02\nstel.txt,P03,2010,Bob,2010-05-02\n"
)
KEPT = ["interview", "person", "wave", "start", "end", "code", "quote", "coder"]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return make_coded_study(tmp_path / "study")


def make_coded_study(folder: Path) -> Path:
    """Return a study of hard Unicode that anna and bea coded; `benchmarks/independent_readers.py` has it read."""
    make_study(folder)
    quotes = [
        ("P01_2010", "\U0001f600", "werk", "anna", "Lacht, \u2013 & hoe?\nTweede regel"),
        ("P01_2010", "cafe\u0301 is dicht.\nIk werk \u2019s nachts", "druk", "anna", ""),
        ("P01_2010", "werk\u00adweek", "werk", "bea", ""),
        ("P01_2010", "werk\u00adweek", "druk-2", "bea", ""),
        ("P01_2010", "Ja", "thuis", "anna", ""),
        ("P01_2020", "Thuis is het caf\u00e9", "thuis", "anna", "x"),
        ("zorg", "moeder \U0001f469\U0001f3fd\u200d\U0001f9b3", "druk-2", "anna", ""),
        ("Bob", "Wij werken samen", "werk", "anna", ""),
    ]
    corpus = read_corpus(folder)
    for mark, quote, code, coder, note in quotes:
        transcript = next(
            t for t in corpus.transcripts if t.interview == mark or (mark not in TEXTS and mark in t.text)
        )
        start = transcript.text.index(quote, transcript.text.index(mark) if mark == "Bob" else 0)
        row = {"interview": transcript.interview, "start": start, "end": start + len(quote), "code": code, "note": note}
        write_coding(folder, row, coder=coder, corpus=corpus)
    write_coding(
        folder, {"interview": "P01_2020", "start": 15, "end": 17, "note": "Wie is ik?"}, coder="bea", do="memo"
    )
    return folder


def make_study(folder: Path) -> None:
    folder.mkdir()
    (folder / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (folder / "study.yaml").write_text("study: Proef\ncodebook: codebook.yaml\nlanguage: nl\n", encoding="utf-8")
    (folder / "interviews.csv").write_text(INTERVIEWS, encoding="utf-8")
    (folder / "persons.csv").write_text("person,sex\nP01,v\nP02,v\nP03,m\n", encoding="utf-8")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def codings_of(study: Path) -> list[list[object]]:
    rows = [row for coder in ("anna", "bea") for row in read_codings(study, coder=coder).codings[KEPT].values.tolist()]
    return sorted(rows, key=str)


def memos_of(study: Path) -> list[str]:
    return sorted(note for coder in ("anna", "bea") for note in read_codings(study, coder=coder).memo_of.values())


# --- round trip ------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".qdpx", ".csv", ".xlsx", ".json", ".sqlite3"])
def test_what_goes_out_comes_back_into_a_study_with_the_same_interviews(
    study: Path, tmp_path: Path, ending: str
) -> None:
    file, other = tmp_path / f"out{ending}", tmp_path / "other"
    export_codings(study, file)
    make_study(other)
    done = import_codings(file, other)
    assert (done.listed["why"].tolist(), done.new_codes) == ([], ())
    assert codings_of(other) == codings_of(study)
    assert len(codings_of(study)) == 8
    free = ["Wie is ik?"] if ending in (".qdpx", ".json") else []
    own = [] if ending == ".sqlite3" else ["Lacht, \u2013 & hoe?\nTweede regel", "x"]  # Taguette has no memos
    assert memos_of(other) == sorted([*own, *free])
    assert import_codings(file, study).codings["new"].sum() == 0


@pytest.mark.slow
def test_a_project_makes_the_same_study_in_an_empty_folder(study: Path, tmp_path: Path) -> None:
    file, other = tmp_path / "out.qdpx", tmp_path / "other"
    export_codings(study, file)
    done = import_codings(file, other)
    book, made = read_codebook(study / "codebook.yaml"), read_codebook(other / "codebook.yaml")
    assert [(c.id, c.parent, c.colour, c.definition, c.include, c.examples) for c in made.codes] == [
        (c.id, c.parent, c.colour, c.definition, c.include, c.examples) for c in book.codes
    ]
    assert sorted(done.codings[KEPT].values.tolist(), key=str) == codings_of(study)
    assert done.listed.empty


def test_names_that_two_codes_have_are_made_distinct_and_told(study: Path, tmp_path: Path) -> None:
    lost = export_codings(study, tmp_path / "out.qdpx")
    assert "names that several codes have, made distinct: 1" in [str(item) for item in lost]
    with zipfile.ZipFile(tmp_path / "out.qdpx") as archive:
        assert b'name="Druk (Thuis)"' in archive.read("project.qde")
    names = [code.name for code in read_refi_project((tmp_path / "out.qdpx").read_bytes(), "out.qdpx").codes]
    assert names == ["Werk & geld", "Druk", "Thuis", "Druk"]  # in a study without this codebook it is that name again


def test_what_a_project_cannot_carry_is_told_with_its_number(study: Path, tmp_path: Path) -> None:
    write_coding(study, {"interview": "P01_2020"}, coder="anna", do="done")
    write_coding(study, {"note": "Begin met P01."}, coder="anna", do="memo")
    write_coding(study, {"person": "P01", "code": "werk", "wave": "2010", "note": "Veel."}, coder="anna", do="summary")
    said = {str(item) for item in export_codings(study, tmp_path / "out.qdpx")}
    assert {
        "summaries of the framework matrix: 1",
        "1 term",
    } <= said


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".qdpx", ".sqlite3"])
def test_interviews_whose_speakers_do_not_stand_in_their_text_are_told(
    study: Path, tmp_path: Path, ending: str
) -> None:
    (study / "P05_2020.txt").write_text("Ik werk, en alleen ik spreek hier.\n", encoding="utf-8")
    with (study / "interviews.csv").open("a", encoding="utf-8") as table:
        table.write("P05_2020.txt,P05,2020,,2020-05-02\n")
    assert not any("who speaks" in str(item) for item in export_codings(study, tmp_path / f"out{ending}"))
    cues = "00:01.000 --> 00:02.000\n<v Eva>Hoe?\n\n00:02.000 --> 00:03.000\n<v P04>Ik werk.\n"
    (study / "P04_2020.vtt").write_text(f"WEBVTT\n\n{cues}", encoding="utf-8")
    with (study / "interviews.csv").open("a", encoding="utf-8") as table:
        table.write("P04_2020.vtt,P04,2020,P04,2020-05-02\n")
    told = [str(item) for item in export_codings(study, tmp_path / f"out_2{ending}")]
    said = "who speaks in 1 interview whose text names no speakers (P04_2020)"
    assert (said in told) == (ending != ".qdpx")  # which has a variable for it


# --- the project -----------------------------------------------------------------------------------------------------


def project_of(file: Path) -> bytes:
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        return archive.read("project.qde")


@pytest.mark.slow
@pytest.mark.parametrize("count", ["machine", "human"])
def test_a_project_is_valid_against_the_schema(study: Path, tmp_path: Path, count: Count) -> None:
    from lxml import etree

    write_coding(study, {"interview": "P01_2020"}, coder="anna", do="done")
    export_codings(study, tmp_path / "out.qdpx", count=count)
    assert (b"finished: anna" in project_of(tmp_path / "out.qdpx")) == (count == "human")
    schema = etree.XMLSchema(etree.parse(Path(__file__).parent / "refi" / "Project.xsd"))
    schema.assertValid(etree.fromstring(project_of(tmp_path / "out.qdpx")))


def test_every_passage_is_named_by_its_text_and_every_text_is_there(study: Path, tmp_path: Path) -> None:
    from lxml import etree

    export_codings(study, tmp_path / "out.qdpx")
    with zipfile.ZipFile(tmp_path / "out.qdpx") as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(files["project.qde"])
    space = "{urn:QDA-XML:project:1.0}"
    guids = [element.get("guid") for element in root.iter() if element.get("guid")]
    assert len(guids) == len(set(guids))
    assert {element.get("targetGUID") for element in root.iter() if element.get("targetGUID")} <= set(guids)
    for source in root.iter(f"{space}TextSource"):
        data = files["sources/" + source.get("plainTextPath").removeprefix("internal://")]
        assert not data.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in data
        for selection in source.iter(f"{space}PlainTextSelection"):
            start, end = int(selection.get("startPosition")), int(selection.get("endPosition"))
            assert data.decode()[start:end] == selection.get("name")


def test_the_same_study_gives_the_same_bytes(study: Path, tmp_path: Path) -> None:
    for name in ("a.qdpx", "b.qdpx"):
        export_codings(study, tmp_path / name)
    assert (tmp_path / "a.qdpx").read_bytes() == (tmp_path / "b.qdpx").read_bytes()


def test_hits_of_the_codebook_go_out_too_each_once(study: Path, tmp_path: Path) -> None:
    lost = export_codings(study, tmp_path / "out.qdpx", count="machine")
    received = read_refi_project((tmp_path / "out.qdpx").read_bytes(), "out.qdpx")
    assert {passage.quote for passage in received.passages} <= {"werk", "werken", "werk\u00adweek"}
    assert {passage.coder.partition("@")[0] for passage in received.passages} == {"B"}
    assert len({(p.document, p.start, p.end) for p in received.passages}) == len(received.passages)
    assert lost


# --- the command -----------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_command_writes_every_format_and_says_what_is_lost(study: Path, tmp_path: Path) -> None:
    endings = {"qdpx": "qdpx", "csv": "csv", "xlsx": "xlsx", "taguette": "sqlite3", "annotations": "json"}
    files = {option: tmp_path / f"out.{ending}" for option, ending in endings.items()}
    wide = tmp_path / "wide.csv"
    options = [part for option, file in files.items() for part in (f"--{option}", str(file))]
    write_coding(study, {"interview": "P01_2010"}, coder="anna", do="done")
    run = CliRunner().invoke(main, ["export", str(study), *options])
    assert run.exit_code == 0, run.output
    assert "Niet meegenomen: 1 term." in run.output
    again = CliRunner().invoke(main, ["export", str(study), *options])
    assert again.exit_code == 0, again.output  # what bp_qual wrote it may write again
    run = CliRunner().invoke(main, ["export", str(study), "--wide", str(wide), "--count", "human", "--coder", "anna"])
    assert run.exit_code == 0, run.output


def test_where_one_file_cannot_be_made_none_is_written(study: Path, tmp_path: Path) -> None:
    for coder in ("anna", "bert"):
        write_coding(study, {"interview": "P01_2010"}, coder=coder, do="done")
    files = [tmp_path / "out.csv", tmp_path / "wide.csv"]
    run = CliRunner().invoke(main, ["export", str(study), "--csv", str(files[0]), "--wide", str(files[1])])
    assert (run.exit_code, "Er is niets geschreven." in run.output) == (1, True), run.output
    assert not any(file.exists() for file in files)


def test_a_project_of_another_program_is_not_written_over(study: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.qdpx"
    file.write_bytes(b"PK of NVivo")
    run = CliRunner().invoke(main, ["export", str(study), "--qdpx", str(file)])
    assert (run.exit_code, file.read_bytes()) == (1, b"PK of NVivo")


def test_a_study_that_names_no_codebook_is_exported_with_the_one_that_is_given(study: Path, tmp_path: Path) -> None:
    named = (study / "study.yaml").read_text(encoding="utf-8")
    (book,) = study.glob("*book*.yaml")
    kept = "".join(line for line in named.splitlines(keepends=True) if "codebook" not in line)
    (study / "study.yaml").write_text(kept, encoding="utf-8")
    command = ["export", str(study), "--csv", str(tmp_path / "q.csv")]
    refused = CliRunner().invoke(main, command)
    assert refused.exit_code == 1
    assert "--codebook" in refused.output
    done = CliRunner().invoke(main, [*command, "--codebook", str(book)])
    assert done.exit_code == 0, done.output
    assert (tmp_path / "q.csv").exists()


def test_an_export_without_a_file_is_a_wrong_command(study: Path) -> None:
    run = CliRunner().invoke(main, ["export", str(study)])
    assert (run.exit_code, "noem minstens één bestand" in run.output) == (2, True)


def test_a_wide_table_has_a_row_a_person_and_is_empty_where_nothing_was_coded(study: Path, tmp_path: Path) -> None:
    import pandas as pd

    for interview in ("P01_2010", "P01_2010-2", "P01_2020"):
        write_coding(study, {"interview": interview}, coder="anna", do="done")
    run = CliRunner().invoke(
        main, ["export", str(study), "--wide", str(tmp_path / "w.csv"), "--count", "human", "--coder", "anna"]
    )
    assert run.exit_code == 0, run.output
    table = pd.read_csv(tmp_path / "w.csv").set_index("person")
    columns = pd.read_csv(tmp_path / "w_columns.csv").set_index("column")
    assert list(columns.index) == ["person", *table.columns]
    assert columns.loc["druk_2_2010", ["code", "label", "holds"]].tolist() == ["druk-2", "Druk", "mentions"]
    assert (table.loc["P01", "thuis_2020"], table.loc["P01", "sex"]) == (1, "v")
    assert table.loc[["P02", "P03"], "thuis_2010"].isna().all()
    assert pd.isna(table.loc["P02", "words_2020"])


@pytest.mark.slow
def test_without_count_a_wide_table_holds_what_people_coded_unless_the_study_says_otherwise(
    study: Path, tmp_path: Path
) -> None:
    import pandas as pd

    for interview in ("P01_2010", "P01_2010-2", "P01_2020"):
        write_coding(study, {"interview": interview}, coder="anna", do="done")

    def wide(*options: str) -> list[object]:
        (tmp_path / "w.csv").unlink(missing_ok=True)
        run = CliRunner().invoke(main, ["export", str(study), "--wide", str(tmp_path / "w.csv"), *options])
        assert run.exit_code == 0, run.output
        return pd.read_csv(tmp_path / "w.csv").set_index("person").astype(str).loc["P01"].tolist()

    human, machine = wide("--count", "human", "--coder", "anna"), wide("--count", "machine")
    assert human != machine
    assert wide("--coder", "anna") == human
    (study / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: nl\ncount: machine\n", encoding="utf-8")
    assert wide() == machine


@pytest.mark.slow
def test_codes_without_a_column_in_a_wide_table_are_told_with_what_to_do(study: Path, tmp_path: Path) -> None:
    path = tmp_path / "w.csv"
    left = export_wide(study, path, count="human", coder="anna")
    assert [(one.kind, one.values["codes"]) for one in left] == [
        ("lost unfinished", ["werk", "druk", "thuis", "druk-2"])
    ]
    with pytest.raises(BpQualError, match="holds no counted code"):
        read_counts(path)
    left = export_wide(study, path, count="machine")
    assert [(one.kind, one.values["codes"]) for one in left] == [("lost termless", ["druk", "thuis", "druk-2"])]
    run = CliRunner().invoke(main, ["export", str(study), "--wide", str(path), "--count", "human", "--coder", "anna"])
    assert "maak er af, of neem --count machine" in run.output
    for interview in ("P01_2010", "P01_2010-2", "P01_2020"):
        write_coding(study, {"interview": interview}, coder="anna", do="done")
    assert export_wide(study, path, count="human", coder="anna") == ()


def test_a_wide_table_is_read_back_as_counts(study: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke(main, ["export", str(study), "--wide", str(tmp_path / "w.csv"), "--count", "machine"])
    assert run.exit_code == 0, run.output
    _, corpus, book = read_inputs(study)
    counts = count_codes(apply_codebook(book, corpus), corpus, book).counts
    counts = counts[counts["code"] == "werk"]  # the only code with terms
    read = read_counts(tmp_path / "w.csv")
    read = read.dropna()  # who was not interviewed has empty cells
    assert sorted(read.values.tolist()) == sorted(counts[[*read.columns]].values.tolist())
    assert read["mentions"].sum() > 0


@pytest.mark.slow
@pytest.mark.parametrize("beside", [True, False])
def test_codings_with_a_code_of_another_codebook_are_told_once_with_the_line_to_write(
    study: Path, tmp_path: Path, beside: bool
) -> None:
    book = (study / "codebook.yaml").read_text("utf-8")
    if beside:
        (study / "codebook_lijst.yaml").write_text(book, encoding="utf-8")
    (study / "codebook.yaml").write_text(book.partition("  - id: thuis")[0], encoding="utf-8")
    (study / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: nl\n", encoding="utf-8")
    lost = [str(item) for item in export_codings(study, tmp_path / "out.csv") if "codings with" in str(item)]
    said = "4 codings with a code that the codebook does not have (thuis, druk-2)"
    assert len(lost) == 1
    assert lost[0].startswith(said)
    assert lost[0].endswith("(codebook: codebook_lijst.yaml)") == beside
    assert not any("without a place" in str(item) for item in export_codings(study, tmp_path / "out.csv"))


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".qdpx", ".sqlite3"])
def test_a_project_founds_a_study_with_whose_it_is_when_and_under_which_label(
    study: Path, tmp_path: Path, ending: str
) -> None:
    export_codings(study, file := tmp_path / f"out{ending}")
    done = import_codings(file, tmp_path / "new")
    assert len(done.listed) == 0
    assert codings_of(tmp_path / "new") == codings_of(study)
    interviews = {(t.persons, t.wave, t.date) for t in read_corpus(study).transcripts}
    assert {(t.persons, t.wave, t.date) for t in read_corpus(tmp_path / "new").transcripts} == interviews
    assert not (tmp_path / "new" / "codebook_out.yaml").exists()
