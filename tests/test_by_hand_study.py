"""Coding a study from a notebook: what the page does, as functions, with a sentence for a wrong call."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from bp_qual import check_study
from bp_qual.cli import main
from bp_qual.coding.by_hand import events
from bp_qual.errors import BpQualWarning
from bp_qual.study.hand_coding import read_codings, write_coding

BOOK = "codebook: B\nversion: 1.0.0\nlanguage: nl\ncodes:\n  - id: samen\n    terms: [samen]\n"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    (tmp_path / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (tmp_path / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: nl\n", encoding="utf-8")
    for wave in ("2010", "2020"):
        (tmp_path / f"P01_{wave}.txt").write_text("I: Hoe?\nR: Wij doen dat samen.\n", encoding="utf-8")
    return tmp_path


def passage(**more: object) -> dict[str, object]:
    return {"interview": "P01_2010", "start": 24, "end": 29, "code": "samen", **more}


def test_what_was_written_is_read_and_a_request_sent_twice_counts_once(study: Path) -> None:
    for _ in range(2):
        write_coding(study, passage(id="e1"), coder="anna")
    hand = read_codings(study)
    assert hand.codings[["interview", "quote", "id"]].values.tolist() == [["P01_2010", "samen", "e1"]]


@pytest.mark.slow
def test_what_was_read_once_is_not_taken_apart_again_for_every_coding_that_is_written(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken_apart = list[bytes]()
    read_piece = events._read_piece

    def counted(piece: bytes) -> events.Event | None:
        taken_apart.append(piece)
        return read_piece(piece)

    monkeypatch.setattr(events, "_read_piece", counted)
    for number in range(40):
        write_coding(study, {"note": f"memo {number}"}, coder="anna", do="memo")
    assert len(taken_apart) < 3 * 40
    assert read_codings(study).memos["note"].tolist() == [f"memo {number}" for number in range(40)]


def test_a_file_that_another_program_wrote_anew_is_read_anew(study: Path) -> None:
    for note in ("first", "second"):
        write_coding(study, {"note": note}, coder="anna", do="memo")
    file = study / "codings" / "anna.jsonl"
    file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[1:]))
    with pytest.warns(BpQualWarning, match="anna: 1 line gone from the file of codings, by number 1"):
        assert read_codings(study).memos["note"].tolist() == ["second"]


@pytest.mark.slow
def test_lines_of_codings_that_cannot_be_read_are_told_wherever_codings_count(study: Path, tmp_path: Path) -> None:
    for number in range(3):
        write_coding(study, passage(id=f"e{number}", start=24 - number), coder="anna")
    for coder in ("anna", "bert"):
        write_coding(study, {"interview": "P01_2010"}, coder=coder, do="done")
    file = study / "codings" / "anna.jsonl"
    file.write_bytes(file.read_bytes().replace(b'"e1"', b'"e9"').replace(b'"e2"', b'"e8"'))
    told = "anna.jsonl: 2 regels niet te lezen, de eerste is regel 2: wat daar gecodeerd is, telt niet mee."
    assert [note for note in check_study(study, language="nl").notes if note.startswith(told)]
    with pytest.warns(BpQualWarning, match="2 lines cannot be read, the first is line 2"):
        assert len(read_codings(study, coder="anna").codings) == 1
    out = tmp_path / "out"
    for words in (
        f"compare {study} --count human --coder anna -o {out}",
        f"code {study} --count human --coder anna -o {out}/x.csv",
        f"export {study} --csv {out}/y.csv",
        f"agree {study}",
        f"framework {study} --count human --coder anna -o {out}/m.xlsx",
    ):
        done = CliRunner().invoke(main, words.split())
        assert done.output.count(told) == 1, (words, done.output)
    file.write_bytes(file.read_bytes().replace(b'"e9"', b'"e1"').replace(b'"e8"', b'"e2"') + b'{"v":1,"id":"e')
    assert not [note for note in check_study(study, language="nl").notes if "niet te lezen" in note]


def test_a_row_of_a_table_of_codings_is_enough_to_decide_on_a_hit(study: Path) -> None:
    from bp_qual import apply_codebook, read_codebook, read_corpus

    hits = apply_codebook(read_codebook(study / "codebook.yaml"), read_corpus(study))
    write_coding(study, hits.iloc[0], coder="anna", do="reject")
    decided = read_codings(study).decisions
    assert decided[["interview", "quote", "status"]].values.tolist() == [["P01_2010", "samen", "rejected"]]


def test_undo_done_and_memos_are_kept(study: Path) -> None:
    added = write_coding(study, passage(), coder="anna")
    write_coding(study, {"of": added.id, "note": "Later nog eens lezen."}, coder="anna", do="memo")
    write_coding(study, {"interview": "P01_2010"}, coder="anna", do="done")
    write_coding(study, {"of": added.id}, coder="anna", do="undo")
    hand = read_codings(study, coder="anna")
    assert (len(hand.codings), hand.memos["note"].tolist()) == (0, ["Later nog eens lezen."])
    assert [hand.is_done(f"P01_{wave}", "samen") for wave in ("2010", "2020")] == [True, False]


@pytest.mark.parametrize(
    ("row", "do", "told"),
    [
        (passage(interview="P01_2011"), "add", "there is no interview 'P01_2011'. There are: P01_2010, P01_2020"),
        (passage(code="samn"), "add", "Did you mean 'samen'"),
        (passage(start=3, end=8), "add", "not within one answer of a respondent"),
        ({"start": 1, "end": 2, "code": "samen"}, "reject", "reject needs interview"),
        ({}, "memo", "memo needs note"),
        ({}, "undo", "undo needs of"),
        ({"of": "nosuch"}, "undo", "nothing with the id 'nosuch' is in the coder's file"),
        ({"of": "nosuch"}, "remove", "nothing with the id 'nosuch'"),
        ({"of": "nosuch", "note": "x"}, "memo", "nothing with the id 'nosuch'"),
        ({"interview": "P01_2011", "note": "x"}, "memo", "there is no interview 'P01_2011'. There are: P01_2010"),
        ({"code": "samn", "note": "x"}, "memo", "Did you mean 'samen'"),
        ({"person": "P10", "note": "x"}, "memo", "there is no person 'P10' in this study. .*P01"),
        ({"person": "P10", "wave": "2010", "code": "samen", "note": "x"}, "summary", "there is no person 'P10'"),
        ({"person": "P01", "wave": "2011", "code": "samen", "note": "x"}, "summary", "there is no wave '2011'"),
        (passage(), "delete", "'delete' is nothing that a coder does: add, accept"),
    ],
)
def test_a_wrong_row_is_a_sentence_and_saves_nothing(study: Path, row: dict[str, object], do: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        write_coding(study, row, coder="anna", do=do)
    assert not (study / "codings" / "anna.jsonl").exists()


def test_a_table_in_the_place_of_a_row_is_a_sentence(study: Path) -> None:
    table = pd.DataFrame([passage()])
    with pytest.raises(TypeError, match="takes a row, not a table"):
        write_coding(study, table, coder="anna")
    for _, row in table.iterrows():
        write_coding(study, row, coder="anna")
    assert len(read_codings(study, coder="anna").codings) == 1


def test_empty_cells_of_a_table_are_no_values(study: Path) -> None:
    """It saved the memo 'nan', and refused a place that pandas gives as 24.0 beside a gap."""
    table = pd.DataFrame([passage(note=None), {"interview": "P01_2010", "note": float("nan")}])
    assert table["start"].tolist()[0] == 24.0
    coded = write_coding(study, table.iloc[0], coder="anna")
    assert (coded.start, coded.note) == (24, "")
    with pytest.raises(ValueError, match="note"):
        write_coding(study, table.iloc[1], coder="anna", do="memo")
    with pytest.raises(TypeError, match="takes a row"):
        write_coding(study, [passage()], coder="anna")


def test_a_row_whose_words_stand_elsewhere_is_refused(study: Path) -> None:
    with pytest.raises(ValueError, match="24 to 29 of P01_2010 is 'samen', not 'alleen'"):
        write_coding(study, passage(quote="alleen"), coder="anna")
    for quote in ("samen", " samen\n", "", float("nan")):
        write_coding(study, passage(quote=quote), coder="anna")
    assert set(read_codings(study).codings["quote"]) == {"samen"}


def test_another_event_with_an_id_that_was_saved_is_refused(study: Path) -> None:
    write_coding(study, passage(id="e1"), coder="anna")
    with pytest.raises(ValueError, match="anna has another event with the id 'e1'"):
        write_coding(study, passage(id="e1", note="anders"), coder="anna")
    assert read_codings(study).codings["quote"].tolist() == ["samen"]


@pytest.mark.parametrize("do", ["remove", "undo"])
def test_what_write_coding_returned_is_taken_away_by_itself_or_by_its_id(study: Path, do: str) -> None:
    for of in (lambda event: event, lambda event: event.id):
        added = write_coding(study, passage(), coder="anna")
        assert write_coding(study, {"of": of(added)}, coder="anna", do=do).of == added.id
        assert read_codings(study, coder="anna").codings.empty
        write_coding(study, {"of": added, "note": "Toch niet."}, coder="anna", do="memo")


def test_who_coded_is_asked_for_where_nobody_or_several_did(study: Path) -> None:
    with pytest.raises(ValueError, match="no coders have coded this study: there is no file"):
        read_codings(study)
    for coder in ("anna", "bea"):
        write_coding(study, {"note": "x"}, coder=coder, do="memo")
    with pytest.raises(ValueError, match="2 coders have coded this study: name one of anna, bea"):
        read_codings(study)
    with pytest.raises(ValueError, match="'ana' has not coded this study. Did you mean 'anna'"):
        read_codings(study, coder="ana")


def test_the_files_of_coders_are_no_interviews_of_the_study(study: Path) -> None:
    from bp_qual import check_study

    write_coding(study, passage(), coder="anna")
    assert "codings" not in str(check_study(study))


def test_a_memo_on_a_passage_moves_with_its_words_and_loses_its_place_with_them(study: Path) -> None:
    (study / "P01_2020.txt").write_text("I: En nu?\nR: Nu niet meer.\n", encoding="utf-8")
    place = {name: value for name, value in passage().items() if name != "code"}
    write_coding(study, {**place, "note": "Let op."}, coder="anna", do="memo")
    file = study / "P01_2010.txt"
    file.write_text("I: Dag.\nI: Hoe?\nR: Wij doen dat samen.\n", encoding="utf-8")
    (memo,) = read_codings(study).memos.to_dict("records")
    assert (memo["quote"], memo["start"], memo["end"]) == ("samen", 32, 37)
    file.write_text("I: Hoe?\nR: Wij doen dat alleen.\n", encoding="utf-8")
    (memo,) = read_codings(study).memos.to_dict("records")
    assert (memo["quote"], memo["start"], memo["interview"]) == ("samen", -1, "P01_2010")


def test_a_memo_on_a_coding_is_taken_also_when_its_code_is_gone(study: Path) -> None:
    added = write_coding(study, passage(), coder="anna")
    book = study / "codebook.yaml"
    book.write_text(book.read_text("utf-8").replace("id: samen", "id: saam"), "utf-8")
    row = {**passage(), "of": added.id, "note": "Welke code was dit?"}
    write_coding(study, row, coder="anna", do="memo")
    assert read_codings(study).memos["note"].tolist() == ["Welke code was dit?"]


def test_a_memo_on_no_passage_of_the_interview_is_refused(study: Path) -> None:
    with pytest.raises(ValueError, match="is no passage"):
        write_coding(study, {"interview": "P01_2010", "start": 5, "end": 900, "note": "x"}, coder="anna", do="memo")


@pytest.mark.slow
def test_an_interview_edited_after_it_was_done_is_named_until_it_is_done_again(study: Path) -> None:
    from bp_qual import apply_codebook, read_codebook, read_corpus
    from bp_qual.study import read_study
    from bp_qual.study.hand_overview import overview_of
    from bp_qual.study.what_counts import what_counts

    def told() -> tuple[str, str]:
        corpus, book = read_corpus(study), read_codebook(study / "codebook.yaml")
        hits = apply_codebook(book, corpus)
        counted = what_counts(read_study(study), hits, corpus, book, count="human", coder="anna")
        return " ".join(note.say("en") for note in counted.notes), " ".join(
            overview_of(read_study(study), hits, corpus, book).lines
        )

    for wave in ("2010", "2020"):
        write_coding(study, {"interview": f"P01_{wave}"}, coder="anna", do="done")
    assert "edited after" not in " ".join(told())
    with (study / "P01_2010.txt").open("a", encoding="utf-8") as file:
        file.write("I: En?\nR: Nog iets dat niemand zag.\n")
    assert all("edited after" in text and "P01_2010" in text and "P01_2020" not in text for text in told())
    write_coding(study, {"interview": "P01_2010"}, coder="anna", do="undone")
    assert "edited after" not in " ".join(told()), "who goes on coding need not be told"
    write_coding(study, {"interview": "P01_2010"}, coder="anna", do="done")
    assert "edited after" not in " ".join(told())
