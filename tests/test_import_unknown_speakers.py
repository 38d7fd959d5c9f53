"""A passage whose speaker nobody knows is listed for that reason, and has a place once the speaker is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import export_codings, import_codings

LIST = "person,wave,code,quote\nP01,2010,werk,dat was zwaar\n"


def make(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder.parent / "list.csv").write_text(LIST, encoding="utf-8")
    return folder


def whys(study: Path) -> list[str]:
    return import_codings(study.parent / "list.csv", study, coder="anna", dry_run=True).listed["why"].tolist()


TALK = "Ann: Wij werkten daar samen in een winkel.\nBob: En dat was zwaar, vond ik.\nAnn: Ja, dat vond ik ook.\n"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_passage_of_a_speaker_who_is_not_known_says_what_to_do(tmp_path: Path, language: str) -> None:
    rows = "file,person,wave\nstel.txt,P01,2010\nstel.txt,P02,2010\n"
    study = make(tmp_path / "study", {"stel.txt": TALK, "interviews.csv": rows})
    done = import_codings(tmp_path / "list.csv", study, coder="anna")
    assert done.listed["why"].tolist() == ["no_speaker"]
    assert "speaker" in done.say(language)
    assert "interviews.csv" in done.say(language)


def test_and_has_a_place_once_the_column_speaker_names_them(tmp_path: Path) -> None:
    rows = "file,person,wave,speaker\nstel.txt,P01,2010,Bob\nstel.txt,P02,2010,Ann\n"
    study = make(tmp_path / "study", {"stel.txt": TALK, "interviews.csv": rows})
    assert whys(study) == []


def test_a_text_that_names_nobody_is_of_nobody_who_is_known(tmp_path: Path) -> None:
    talk = "Hoe was het werk daar?\nNou, dat was zwaar.\nEn toen?\nToen ging ik weg.\n"
    assert whys(make(tmp_path / "study", {"P01_2010.txt": talk})) == ["no_speaker"]


def test_the_words_of_an_interviewer_are_still_no_answer(tmp_path: Path) -> None:
    talk = "I: Hoezo, dat was zwaar?\nR: Nou, gewoon.\n"
    assert whys(make(tmp_path / "study", {"P01_2010.txt": talk})) == ["no_answer"]


def test_labels_before_a_tab_are_read_in_a_project_of_taguette_that_founds_a_study(tmp_path: Path) -> None:
    talk = "I\tHoe was het werk daar?\nR\tNou, dat was zwaar.\nI\tEn toen?\nR\tToen ging ik weg.\n"
    rows = "file,person,wave\nP01_2010.txt,P01,2010\n"
    study = make(
        tmp_path / "study",
        {
            "P01_2010.txt": talk,
            "interviews.csv": rows,
            "codebook.yaml": "codebook: A\nlanguage: nl\ncodes: [{id: werk}]\n",
        },
    )
    (study / "study.yaml").write_text("codebook: codebook.yaml\n", "utf-8")
    import_codings(tmp_path / "list.csv", study, coder="anna")
    export_codings(study, tmp_path / "out.sqlite3")
    (tmp_path / "founded").mkdir()
    done = import_codings(tmp_path / "out.sqlite3", tmp_path / "founded")
    assert done.listed["why"].tolist() == []
    written = next((tmp_path / "founded").glob("P01*.txt")).read_text("utf-8")
    assert written.strip() == talk.strip()
