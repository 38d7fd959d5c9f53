"""What coders finished, in a project of Taguette that was opened, changed and exported in Taguette."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bp_qual import export_codings, import_codings, read_codings
from bp_qual.exchange import taguette_writing
from test_finished_exchange import code_by_hand, finished, make_study


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = make_study(tmp_path / "study")
    code_by_hand(folder)
    return folder


def exported(study: Path, *changes: tuple[str, tuple[object, ...]], opened: bool = False, coder: str = "") -> Path:
    """Return a project after so many changes in its tables; one that was opened has but one user, whom it is all of."""
    path = study.parent / "out.sqlite3"
    export_codings(study, path, coder=coder)
    if opened:
        changes = (
            ("UPDATE commands SET user_login='admin'", ()),
            ("DELETE FROM users WHERE login<>'admin'", ()),
            *changes,
        )
    with closing(sqlite3.connect(path)) as base:
        for sql, values in changes:
            base.execute(sql, values)
        base.commit()
    return path


def logged(kind: str, **said: object) -> tuple[str, tuple[object, ...]]:
    sql = "INSERT INTO commands (date, user_login, project_id, payload) VALUES ('2026-01-01 10:00:00', 'admin', 1, ?)"
    return sql, (json.dumps({"type": kind, **said}),)


def renamed(tag: int, path: str) -> tuple[tuple[str, tuple[object, ...]], ...]:
    """Return what Taguette writes where a tag gets another name."""
    return ("UPDATE tags SET path=? WHERE id=?", (path, tag)), logged("tag_add", tag_id=tag, tag_path=path)


def codes_of(study: Path, coder: str, interview: str, *codes: str) -> set[str]:
    return {code for _, code in read_codings(study, coder=coder).state.finished([interview], codes)}


@pytest.mark.slow
def test_a_coder_who_is_called_as_the_user_of_taguette_stays_that_coder(study: Path) -> None:
    """Codings of a coder `admin` came back as those of nobody, and those of a coder `imported` with them."""
    (study / "codings" / "bob.jsonl").rename(study / "codings" / "admin.jsonl")
    other = make_study(study.parent / "other")
    import_codings(exported(study), other)
    columns = ["interview", "start", "end", "code"]
    own, came = (read_codings(one, coder="admin").codings[columns] for one in (study, other))
    assert len(own)
    assert came.to_dict("list") == own.to_dict("list")
    assert finished(other, "admin") == finished(study, "admin")


def test_of_the_one_user_of_a_project_that_was_opened_the_only_coder_s_interviews_are_finished(study: Path) -> None:
    other = make_study(study.parent / "other")
    done = import_codings(exported(study, opened=True, coder="anna"), other, coder="anna")
    assert finished(other, "anna") == finished(study, "anna")
    assert "all finished" not in {note.kind for note in done.notes}


@pytest.mark.slow
def test_of_several_who_became_one_user_what_any_of_them_finished_is(study: Path) -> None:
    other = make_study(study.parent / "other")
    import_codings(exported(study, opened=True), other, coder="both")
    assert finished(other, "both") == finished(study, "anna") | finished(study, "bob")


def test_a_tag_that_got_another_name_stays_finished_and_a_new_one_with_its_old_name_is_not(study: Path) -> None:
    new = ("INSERT INTO tags VALUES (4, 1, 'Rust', '')", ()), logged("tag_add", tag_id=4, tag_path="Rust")
    other = make_study(study.parent / "other")
    import_codings(exported(study, *renamed(3, "Ontspanning"), *new), other)
    assert codes_of(other, "anna", "P01_2010", "rust", "ontspanning") == {"ontspanning"}


@pytest.mark.slow
@pytest.mark.parametrize(("of", "into"), [(2, 3), (1, 3), (3, 1)])
def test_a_tag_into_which_another_was_merged_is_finished_where_both_are(study: Path, of: int, into: int) -> None:
    gone = ("DELETE FROM highlight_tags WHERE tag_id=?", (of,)), ("DELETE FROM tags WHERE id=?", (of,))
    merged = logged("tag_merge", src_tag_id=of, dest_tag_id=into)
    other = make_study(study.parent / "other")
    import_codings(exported(study, *gone, merged), other, coder="anna")
    code = {1: "werk", 3: "rust"}[into]
    assert codes_of(other, "anna", "P01_2010", code) == set()
    assert codes_of(other, "anna", "P02_2010", code) == {code}


@pytest.mark.slow
def test_what_is_written_into_a_description_besides_does_not_matter(study: Path) -> None:
    text = "UPDATE documents SET description = 'At home.' || char(10) || replace(description, char(10), char(13, 10))"
    other = make_study(study.parent / "other")
    import_codings(exported(study, (text, ())), other)
    assert (finished(other, "anna"), finished(other, "bob")) == (finished(study, "anna"), finished(study, "bob"))


def test_of_a_description_that_taguette_would_refuse_nothing_is_finished_and_that_is_told(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taguette_writing, "_ABOUT", 75)
    path = study.parent / "out.sqlite3"
    (lost,) = (remark for remark in export_codings(study, path) if remark.kind == "lost marks")
    assert (lost.values["n"], lost.values["interviews"]) == (2, ["P02_2010", "P03_2020"])
    other = make_study(study.parent / "other")
    import_codings(path, other)
    assert finished(other, "anna") == {("P01_2010", "rust")}


@pytest.mark.slow
def test_a_project_of_another_maker_is_told_to_count_as_finished_with_what_to_do(study: Path) -> None:
    other = make_study(study.parent / "other")
    done = import_codings(exported(study, ("UPDATE documents SET description = ''", ())), other)
    assert "all finished" in {note.kind for note in done.notes}
    import_codings(study.parent / "out.sqlite3", other, not_coded=["P01_2010"])
    assert finished(other, "anna") == {("P02_2010", code) for code in ("werk", "druk", "rust")}


@pytest.mark.slow
def test_coders_with_long_names_that_begin_alike_stay_apart(study: Path) -> None:
    names = [f"wilhelmina_van_der_meer-de_vries_{letter}" for letter in "ab"]
    for name in names:
        take(study, name, "P01,2010,Rust,Het was druk")
    other = make_study(study.parent / "other")
    done = import_codings(exported(study), other)
    assert {*names} <= {*done.codings["coder"]}
    assert [finished(other, name) for name in names] == [finished(study, name) for name in names]


def take(study: Path, coder: str, *rows: str) -> None:
    path = study.parent / "list.csv"
    path.write_text("\n".join(["person,wave,code,quote", *rows]) + "\n", encoding="utf-8")
    import_codings(path, study, coder=coder)
