"""What an import keeps of one coding in several rows, and what it says where not everything could be kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import import_codings, read_codings
from bp_qual.coding.by_hand import CoderLog, Event
from bp_qual.errors import Problem, StoreError
from bp_qual.files.taking_back import Before
from bp_qual.study.import_events import save_events
from bp_qual.study.study_folder import Study

TALK = "I: How is it?\nR: It is all far too much. My sister helps me.\n"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "study.yaml").write_text("language: en\n", encoding="utf-8")
    (folder / "P01_2010.txt").write_text(TALK, encoding="utf-8")
    return folder


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    ("memos", "kept"),
    [(("a", "a"), "a"), (("a", "b"), "a · b"), (("", "b"), "b"), (("a", ""), "a"), (("a b", "b"), "a b")],
)
def test_what_is_noted_in_several_rows_of_a_coding_is_kept_once(study: Path, memos: tuple[str, str], kept: str) -> None:
    path = study.parent / "list.csv"
    rows = [f"P01,2010,stress,far too much,{memo}" for memo in memos]
    path.write_text("\n".join(["person,wave,code,quote,memo", *rows]) + "\n", encoding="utf-8")
    import_codings(path, study, coder="anna")
    assert [event.note for event in read_codings(study, coder="anna").state.codings] == [kept]


@pytest.mark.parametrize(("events", "said"), [((1, 1), ["anna"]), ((0, 1), []), ((1, 0), None), ((0, 0), None)])
def test_where_a_file_cannot_be_written_it_is_said_whose_codings_were_saved(
    study: Path, monkeypatch: pytest.MonkeyPatch, events: tuple[int, int], said: list[str] | None
) -> None:
    def refuse(_: CoderLog, own: list[Event]) -> None:
        if own[0].id == "bert":
            raise StoreError(Problem("bert.jsonl", "not there"))

    monkeypatch.setattr(CoderLog, "append", refuse)
    theirs = dict(
        zip(
            ("anna", "bert"),
            ([Event(coder, "done")] * n for coder, n in zip(("anna", "bert"), events, strict=True)),
            strict=True,
        )
    )
    if said is None:
        save_events(theirs, Study(study), Before())
        return
    with pytest.raises(StoreError) as refused:
        save_events(theirs, Study(study), Before())
    summary = refused.value.summary
    assert (summary and summary.values["coders"]) == (said or None)
