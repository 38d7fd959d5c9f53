"""What a coder finished goes out and comes in again: a code that was looked for and not found stays zero."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from bp_qual import export_codings, import_codings, read_codebook, read_codings, read_corpus
from refi_builders import guid, pack

BOOK = """
codebook: B
version: 1.0.0
language: nl
codes:
  - {id: werk, label: Werk}
  - {id: druk, label: Druk, parent: werk}
  - {id: rust, label: Rust}
"""
ENDINGS = (".qdpx", ".csv", ".xlsx", ".json", ".sqlite3")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return make_study(tmp_path / "study")


def make_study(folder: Path) -> Path:
    folder.mkdir()
    (folder / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (folder / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: nl\n", encoding="utf-8")
    for person in ("P01", "P02", "P03"):
        for wave in ("2010", "2020"):
            talk = f"I: Hoe?\nR: Het was druk met {person}, toen in {wave}.\nI: En?\nR: Ja.\n"
            (folder / f"{person}_{wave}.txt").write_text(talk, encoding="utf-8")
    return folder


def code_by_hand(study: Path) -> None:
    """Anna finished one code in one interview, all in a second, found nothing in a third; Bob finished two."""
    path = study.parent / "list.csv"

    def take(*rows: str, coder: str, empty: tuple[str, ...] = ()) -> None:
        path.write_text("\n".join(["person,wave,code,quote", *rows]) + "\n", encoding="utf-8")
        import_codings(path, study, coder=coder, empty=empty)

    take("P01,2010,Rust,Het was druk", coder="anna")
    take("P02,2010,Rust,toen in", "P02,2010,Werk > Druk,Het was druk", coder="anna", empty=("P03_2020",))
    take("P03,2010,Druk,Het was druk", coder="bob")


def finished(study: Path, coder: str) -> frozenset[tuple[str, str]]:
    names = [transcript.interview for transcript in read_corpus(study).transcripts]
    return read_codings(study, coder=coder).state.finished(names, read_codebook(study / "codebook.yaml").ids)


@pytest.mark.slow
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("bare", [False, True])
def test_what_each_coder_finished_is_the_same_after_export_and_import(study: Path, ending: str, bare: bool) -> None:
    code_by_hand(study)
    path = study.parent / f"out{ending}"
    assert [lost for lost in export_codings(study, path) if lost.kind == "lost marks"] == []
    other = make_study(study.parent / "other")
    if bare:
        for name in ("codebook.yaml", "study.yaml"):
            (other / name).unlink()
    done = import_codings(path, other)
    assert "all finished" not in [note.kind for note in done.notes]
    said = finished(study, "anna")
    assert len(said) == 7
    assert (finished(other, "anna"), finished(other, "bob")) == (said, finished(study, "bob"))
    assert set(done.without) == {"P01_2020", "P02_2020"}
    assert not import_codings(path, other).codings["new"].any()


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_code_with_a_quote_without_a_place_is_not_finished_whatever_the_file_says(study: Path, ending: str) -> None:
    code_by_hand(study)
    path = study.parent / f"out{ending}"
    export_codings(study, path)
    other = make_study(study.parent / "other")
    (other / "P03_2010.txt").write_text("I: Hoe?\nR: Iets heel anders dan toen.\n", encoding="utf-8")
    assert "P03_2010" in import_codings(path, other).listed["document"].tolist()
    assert finished(other, "bob") == frozenset()


@pytest.mark.slow
def test_of_a_coder_who_is_not_taken_nothing_is_finished(study: Path) -> None:
    code_by_hand(study)
    export_codings(study, path := study.parent / "out.csv")
    other = make_study(study.parent / "other")
    import_codings(path, other, coder="anna")
    assert finished(other, "anna") == finished(study, "anna")
    assert sorted(file.name for file in (other / "codings").glob("*.jsonl")) == ["anna.jsonl"]


def test_what_is_finished_in_an_interview_that_is_not_there_is_told(study: Path) -> None:
    code_by_hand(study)
    export_codings(study, path := study.parent / "out.qdpx")
    other = make_study(study.parent / "other")
    (other / "P03_2020.txt").unlink()
    notes = {note.kind: note.values["n"] for note in import_codings(path, other).notes}
    assert (notes["finished said"], notes["finished nowhere"]) == (3, 1)


@pytest.mark.slow
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("names", [("a", "b"), ("", "b"), ("a", "b", "c")])
def test_of_several_interviews_in_a_wave_each_is_finished_as_it_was(
    study: Path, ending: str, names: tuple[str, ...]
) -> None:
    talk = "I: Hoe?\nR: Het was druk, in gesprek {}.\n"

    def with_several(folder: Path) -> Path:
        (folder / "P01_2010.txt").unlink()
        rows = ["file,person,wave", *(f"{file.name},{file.stem[:3]},2020" for file in folder.glob("*_2020.txt"))]
        for name in names:
            (folder / f"P01_2010{name}.txt").write_text(talk.format(name or "nul"), encoding="utf-8")
            rows.append(f"P01_2010{name}.txt,P01,2010")
        rows += ["P02_2010.txt,P02,2010", "P03_2010.txt,P03,2010"]
        (folder / "interviews.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
        return folder

    with_several(study)
    for name, code in zip(names, ("rust", "werk > druk", "rust"), strict=False):
        path = study.parent / "list.csv"
        path.write_text(f"document,code,quote\nP01_2010{name}.txt,{code},gesprek {name or 'nul'}\n", encoding="utf-8")
        import_codings(path, study, coder="anna")
    out = study.parent / f"out{ending}"
    export_codings(study, out)
    other = with_several(make_study(study.parent / "other"))
    done = import_codings(out, other)
    assert len({interview for interview, _ in finished(study, "anna")}) == len(names)
    assert finished(other, "anna") == finished(study, "anna")
    assert "finished nowhere" not in [note.kind for note in done.notes]


@pytest.mark.slow
def test_who_alone_is_taken_of_a_project_that_says_of_others_what_they_finished_has_finished_nothing(
    study: Path,
) -> None:
    code_by_hand(study)
    path = study.parent / "out.qdpx"
    export_codings(study, path)
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["project.qde"] = files["project.qde"].replace(b"finished: bob", b"another variable")
    path.write_bytes(pack(files))
    for coder in ("", "bob"):
        other = make_study(study.parent / f"other{coder}")
        done = import_codings(path, other, coder=coder)
        assert finished(other, "bob") == frozenset()
        assert "no interview was finished by bob" in done.say("en")


def test_a_list_to_mend_says_of_nobody_that_nothing_is_finished(study: Path) -> None:
    path = study.parent / "list.csv"
    rows = ["P01,2010,Rust,nergens gezegd,anna", "P02,2010,Rust,Het was druk,bob"]
    path.write_text("\n".join(["person,wave,code,quote,coder", *rows]) + "\n", encoding="utf-8")
    import_codings(path, study, listed_in=study.parent / "mend.csv")
    text = (study.parent / "mend.csv").read_text("utf-8-sig").replace("nergens gezegd", "Het was druk")
    (study.parent / "mend.csv").write_text(text + "list.csv:9,,P03,2010,Rust,Het was druk,bob\n", encoding="utf-8")
    done = import_codings(study.parent / "mend.csv", study)
    assert "finished none" not in [note.kind for note in done.notes]
    assert ("P03_2010", "rust") in finished(study, "bob")


def changed(path: Path, *changes: tuple[bytes, bytes]) -> Path:
    """Return a project in which other programs changed something."""
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for before, after in changes:
        assert before in files["project.qde"]
        files["project.qde"] = files["project.qde"].replace(before, after)
    other = path.with_name("changed.qdpx")
    other.write_bytes(pack(files))
    return other


def test_a_code_that_got_another_name_elsewhere_stays_finished_where_it_was(study: Path) -> None:
    code_by_hand(study)
    path = study.parent / "out.qdpx"
    export_codings(study, path)
    other = make_study(study.parent / "other")
    import_codings(changed(path, (b'name="Rust"', b'name="Ontspanning"')), other)
    assert finished(other, "anna") == finished(study, "anna")


@pytest.mark.slow
def test_a_new_code_with_the_old_name_of_another_was_finished_nowhere(study: Path) -> None:
    code_by_hand(study)
    path = study.parent / "out.qdpx"
    export_codings(study, path)
    new = f'<Codes><Code guid="{guid("new")}" name="Rust" isCodable="true"/>'.encode()
    other = make_study(study.parent / "other")
    done = import_codings(changed(path, (b'name="Rust"', b'name="Ontspanning"'), (b"<Codes>", new)), other)
    assert [*done.new_codes] == ["rust-2"]
    names = [transcript.interview for transcript in read_corpus(other).transcripts]
    assert not read_codings(other, coder="anna").state.finished(names, ["rust-2"])
    assert finished(other, "anna") == finished(study, "anna")


def test_where_a_program_gave_codes_new_ids_their_names_tell_what_is_finished(study: Path) -> None:
    code_by_hand(study)
    path = study.parent / "out.qdpx"
    export_codings(study, path)
    with zipfile.ZipFile(path) as archive:
        ids = dict.fromkeys(re.findall(rb'<Code guid="([^"]+)"', archive.read("project.qde")))
    other = make_study(study.parent / "other")
    import_codings(changed(path, *((old, guid("x", n).encode()) for n, old in enumerate(ids))), other)
    assert finished(other, "anna") == finished(study, "anna")
