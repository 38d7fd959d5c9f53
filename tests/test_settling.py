"""Disagreements that coders settled are the work of a third coder, `agreed`, with all that they found alike."""

from __future__ import annotations

import csv
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pytest
from click.testing import CliRunner

from bp_qual import measure_agreement, read_codebook, read_codings, read_corpus, read_study, write_coding
from bp_qual.cli import main
from bp_qual.coding import apply_codebook
from bp_qual.coding.by_hand import list_coders
from bp_qual.coding.judgements import collect_judgements
from bp_qual.errors import BpQualWarning
from bp_qual.page.desk import open_desk
from bp_qual.page.settle_view import describe_disagreements
from bp_qual.study import settling
from bp_qual.study.hand_coding import read_coders
from bp_qual.study.settled_sheets import list_unsettled, read_decisions
from bp_qual.study.settling import Decision, settle
from bp_qual.study.study_inputs import read_inputs
from bp_qual.study.what_counts import what_counts

BOOK = """\
codebook: Themes
version: 1.0.0
language: en
codes:
  - id: help
    terms: [help]
  - {id: kin, parent: help, terms: [sister]}
  - {id: money, terms: [money]}
"""
ANSWERS = ("We help each other here.", "My sister came by.", "There was no money.", "It was a long winter.")
NAMES = ("P01_2010", "P01_2020", "P02_2010", "P02_2020")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Two coders finished two persons; they differ on money twice and on kin once."""
    folder = tmp_path / "study"
    folder.mkdir()
    talk = "".join(f"I: And then?\nR: {answer}\n" for answer in ANSWERS)
    for name in NAMES:
        (folder / f"{name}.txt").write_text(talk, "utf-8")
    (folder / "themes.yaml").write_text(BOOK, "utf-8")
    (folder / "study.yaml").write_text("language: en\ncodebook: themes.yaml\n", "utf-8")
    for name in NAMES:
        code(folder, "anna", name, "help each other", "help")
        code(folder, "bert", name, "We help", "help")
    code(folder, "anna", "P01_2010", "money", "money")
    code(folder, "bert", "P02_2020", "no money", "money")
    code(folder, "anna", "P01_2020", "My sister", "kin")
    code(folder, "bert", "P01_2020", "sister", "help")
    for coder in ("anna", "bert"):
        for name in NAMES:
            write_coding(folder, {"interview": name}, coder=coder, do="done")
    return folder


def code(folder: Path, coder: str, interview: str, words: str, name: str) -> None:
    text = (folder / f"{interview}.txt").read_text("utf-8")
    at = text.index(words)
    write_coding(folder, {"interview": interview, "start": at, "end": at + len(words), "code": name}, coder=coder)


def agree(study: Path, *more: object) -> str:
    result = CliRunner().invoke(main, ["agree", str(study), "--language", "en", *map(str, more)])
    assert result.exit_code == 0, result.output
    return result.output


def agreed(study: Path) -> list[tuple[str, str, str]]:
    table = read_codings(study, coder="agreed").codings
    return sorted(zip(table["interview"], table["code"], table["quote"], strict=True))


def fill(path: Path, decide: dict[tuple[str, str], str]) -> None:
    """Write what was decided in the Excel sheet, as people do: rows turned around, a column put before."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head, body = rows[0], rows[1:]
    for row in body:
        row[head.index("agreed")] = decide.get((row[head.index("code")], row[head.index("interview")]))
    sheet.delete_rows(1, len(rows))
    for row in [["remark", *head], *([None, *row] for row in reversed(body))]:
        sheet.append(row)
    book.save(path)


@pytest.mark.slow
def test_a_sheet_of_disagreements_is_filled_in_and_read_back_as_the_work_of_agreed(study: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "differences.xlsx"
    assert "Settle them: write yes or no in column agreed" in agree(study, "--disagreements", sheet).replace("\n", " ")
    fill(sheet, {("money", "P01_2010"): "yes", ("money", "P02_2020"): "Nee", ("kin", "P01_2020"): "x"})
    assert "Saved as the work of agreed: of 3 disagreements, 0 not settled." in agree(study, "--settled", sheet)
    assert agreed(study) == [
        *((name, "help", "We help each other") for name in NAMES[:1]), ("P01_2010", "money", "money"),
        ("P01_2020", "help", "We help each other"), ("P01_2020", "kin", "My sister"),
        *((name, "help", "We help each other") for name in NAMES[2:]),
    ]  # fmt: skip
    hand = read_codings(study, coder="agreed")
    assert all(hand.is_done(name, code) for name in NAMES for code in ("help", "kin", "money"))


def test_agreed_judges_every_passage_as_it_was_decided(study: Path) -> None:
    corpus, book = read_corpus(study), read_codebook(study / "themes.yaml")
    coders = read_coders(read_study(study), corpus=corpus, codebook=book)
    table = measure_agreement(coders, corpus, book).disagreements
    decisions = [Decision(row.interview, row.start, row.end, row.code, row.code == "kin") for row in table.itertuples()]
    assert settle(read_study(study), coders, corpus, book, decisions).left == 0
    three = collect_judgements([*coders, read_codings(study, coder="agreed", corpus=corpus)], corpus, book).found
    alike = three[:, :, 0] == three[:, :, 1]
    assert (three[:, :, 2][alike] == three[:, :, 0][alike]).all()
    assert {book.ids[row] for row, _ in zip(*((~alike) & (three[:, :, 2] == 1)).nonzero(), strict=True)} == {"kin"}
    assert (three[:, :, 2] >= 0).all()


@pytest.mark.slow
def test_what_was_not_decided_is_not_judged_and_can_be_decided_later_and_otherwise(study: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "differences.xlsx"
    agree(study, "--disagreements", sheet)
    fill(sheet, {("money", "P01_2010"): "yes"})
    assert "of 3 disagreements, 2 not settled" in agree(study, "--settled", sheet)
    hand = read_codings(study, coder="agreed")
    assert (hand.is_done("P01_2010", "money"), hand.is_done("P01_2020", "kin")) == (True, False)
    sheet = tmp_path / "again.xlsx"
    agree(study, "--disagreements", sheet)
    filled = [row[-1].value for row in openpyxl.load_workbook(sheet).active.iter_rows(min_row=2)]
    assert sorted(value or "" for value in filled) == ["", "", "yes"]
    fill(sheet, {("money", "P01_2010"): "no", ("kin", "P01_2020"): "no", ("money", "P02_2020"): "yes"})
    assert "0 not settled" in agree(study, "--settled", sheet)
    found = agreed(study)
    assert [row for row in found if row[1] != "help"] == [("P02_2020", "money", "no money")]
    assert ("P01_2020", "help", "My sister") in found, "what both found of the code above stays"
    before = (study / "codings" / "agreed.jsonl").read_bytes()
    agree(study, "--settled", sheet)
    assert (study / "codings" / "agreed.jsonl").read_bytes() == before, "read twice it says nothing new"


@pytest.mark.slow
def test_a_decision_that_was_emptied_stays_and_is_told(study: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "differences.xlsx"
    agree(study, "--disagreements", sheet)
    said = []
    for decided in ({("money", "P01_2010"): "no", ("kin", "P01_2020"): "no"}, {("kin", "P01_2020"): "no"}):
        fill(sheet, decided)
        said.append(agree(study, "--settled", sheet))
    told = "1 row without a decision now, of disagreements that were settled before: those decisions stay."
    assert [told in output.replace("\n", " ") for output in said] == [False, True]
    assert all("of 3 disagreements, 1 not settled" in output for output in said)


@pytest.mark.slow
def test_decisions_in_another_worksheet_are_told(study: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "differences.xlsx"
    agree(study, "--disagreements", sheet)
    book = openpyxl.load_workbook(sheet)
    first = book.active
    first.title = "All"
    book.copy_worksheet(first).title = "Ours"
    book.save(sheet)
    said = agree(study, "--settled", sheet)
    assert "only worksheet 'All' was read, and not" in said
    assert "Ours" in said


@pytest.mark.slow
def test_a_csv_is_read_back_too_and_what_is_no_answer_is_told(study: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "differences.csv"
    agree(study, "--disagreements", sheet)
    rows = list(csv.DictReader(sheet.read_text("utf-8-sig").splitlines()))
    rows[0]["agreed"], rows[1]["agreed"] = "perhaps", "yes"
    rows += [{**rows[1], "agreed": "no"}, {**rows[2], "start": "1", "agreed": "yes"}]
    with sheet.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    said = agree(study, "--settled", sheet)
    assert "'perhaps' is neither yes nor no" in said
    assert "settle the same otherwise" in said
    assert "judged no such passage now" in said
    assert "3 not settled" in said
    sheet.write_text("code,interview\nmoney,P01_2010\n", "utf-8")
    assert CliRunner().invoke(main, ["agree", str(study), "--settled", str(sheet)]).exit_code == 1


def test_a_workbook_without_the_columns_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["code", "interview"])
    book.save(tmp_path / "wrong.xlsx")
    with pytest.raises(Exception, match="has no table with the columns code, interview, start, end, agreed"):
        read_decisions(tmp_path / "wrong.xlsx")


@pytest.mark.slow
def test_agreed_is_no_coder_whose_agreement_with_others_is_measured(study: Path, tmp_path: Path) -> None:
    before = agree(study)
    sheet = tmp_path / "differences.xlsx"
    agree(study, "--disagreements", sheet)
    fill(sheet, {("money", "P01_2010"): "yes"})
    agree(study, "--settled", sheet)
    assert agree(study) == before
    assert "agreed" in agree(study, "--coders", "anna", "agreed")


@pytest.mark.slow
def test_decisions_in_a_list_that_is_written_anew_are_kept_beside_it(study: Path, tmp_path: Path) -> None:
    """Also in .csv, where a cell that was typed in a text editor leaves no mark of another program."""
    sheet = tmp_path / "differences.csv"
    assert "is kept as" not in agree(study, "--disagreements", sheet)
    lines = sheet.read_text("utf-8").splitlines()
    sheet.write_text("\n".join([lines[0], *(f"{line}yes" for line in lines[1:])]) + "\n", "utf-8")
    decided = sheet.read_bytes()
    assert "The file as you left it is kept as" in agree(study, "--disagreements", sheet)
    assert (tmp_path / "differences.earlier.csv").read_bytes() == decided
    sheet.write_bytes(b"my,own\n")
    result = CliRunner().invoke(main, ["agree", str(study), "--disagreements", str(sheet)])
    assert result.exit_code == 1
    assert sorted(path.name for path in tmp_path.glob("*.csv")) == ["differences.csv", "differences.earlier.csv"]


@pytest.mark.slow
def test_what_was_agreed_is_no_third_coder_beside_those_who_agreed(study: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "differences.xlsx"
    agree(study, "--disagreements", sheet)
    agree(study, "--settled", sheet)
    assert "agreed" in list_coders(study)
    for together in ("all", "any"):
        words = ["quotes", str(study), "--code", "money", "--count", "human", "--coder", together]
        told = CliRunner().invoke(main, words).output
        assert "agreed, anna" not in told
        assert "differ on 3 passages in 3 interviews, first in P01_2020, turn 4: kin on 'My sister'." in told


def decide(folder: Path, coder: str, do: str, interview: str, word: str, name: str) -> None:
    at = (folder / f"{interview}.txt").read_text("utf-8").index(word)
    row = {"interview": interview, "start": at, "end": at + len(word), "code": name}
    write_coding(folder, row, coder=coder, do=do)


def reviewed(folder: Path, coder: str, interview: str) -> list[tuple[str, str]]:
    """What counts in an interview once its hits were reviewed."""
    study, corpus, book = read_inputs(folder)
    counted = what_counts(study, apply_codebook(book, corpus), corpus, book, count="reviewed", coder=coder)
    table = counted.combined.codings
    table = table[(table["interview"] == interview) & (table["status"] != "rejected")]
    return sorted(zip(table["code"], table["quote"], strict=True))


@pytest.mark.slow
def test_a_hit_that_was_rejected_together_does_not_count_among_those_that_agreed_reviewed(study: Path) -> None:
    for coder in ("anna", "bert"):
        decide(study, coder, "reject", "P02_2010", "sister", "kin")
    decide(study, "anna", "accept", "P02_2010", "money", "money")
    decide(study, "bert", "reject", "P02_2010", "money", "money")
    sheet = study.parent / "differences.xlsx"
    agree(study, "--disagreements", sheet)
    fill(sheet, {("money", "P02_2010"): "no"})
    agree(study, "--settled", sheet)
    assert reviewed(study, "agreed", "P02_2010") == [("help", "We help each other")]
    before = (study / "codings" / "agreed.jsonl").read_bytes()
    agree(study, "--settled", sheet)
    assert (study / "codings" / "agreed.jsonl").read_bytes() == before, "read twice it says nothing new"
    fill(sheet, {("money", "P02_2010"): "yes"})
    agree(study, "--settled", sheet)
    assert reviewed(study, "agreed", "P02_2010") == [("help", "We help each other"), ("money", "money")]
    fill(sheet, {("money", "P02_2010"): "no"})
    agree(study, "--settled", sheet)
    assert reviewed(study, "agreed", "P02_2010") == [("help", "We help each other")]


@pytest.mark.slow
def test_of_two_hits_in_a_passage_the_one_that_was_rejected_stays_out(study: Path) -> None:
    file = study / "P02_2010.txt"
    file.write_text(file.read_text("utf-8") + "R: More money, and money again.\n", "utf-8")
    text = file.read_text("utf-8")
    first, second = text.index("money,"), text.rindex("money")
    for coder in ("anna", "bert"):
        for do, at in (("accept", first), ("reject", second)):
            row = {"interview": "P02_2010", "start": at, "end": at + 5, "code": "money"}
            write_coding(study, row, coder=coder, do=do)
        write_coding(study, {"interview": "P02_2010"}, coder=coder, do="done")
    sheet = study.parent / "differences.xlsx"
    agree(study, "--disagreements", sheet)
    agree(study, "--settled", sheet)
    table = read_codings(study, coder="agreed").decisions
    assert table[["start", "status"]].to_numpy().tolist() == [[first, "accepted"], [second, "rejected"]]


@pytest.mark.slow
def test_a_passage_that_was_settled_as_not_a_code_has_no_hit_of_it_not_even_one_that_nobody_decided(
    study: Path,
) -> None:
    file = study / "P02_2010.txt"
    file.write_text(file.read_text("utf-8").replace("money", "money and money"), "utf-8")
    first = file.read_text("utf-8").index("money")
    for coder, do in (("anna", "accept"), ("bert", "reject")):
        row = {"interview": "P02_2010", "start": first, "end": first + 5, "code": "money"}
        write_coding(study, row, coder=coder, do=do)
        write_coding(study, {"interview": "P02_2010"}, coder=coder, do="done")
    sheet = study.parent / "differences.xlsx"
    agree(study, "--disagreements", sheet)
    fill(sheet, {("money", "P02_2010"): "no"})
    agree(study, "--settled", sheet)
    assert ("money", "money") not in reviewed(study, "agreed", "P02_2010")
    fill(sheet, {("money", "P02_2010"): "yes"})
    agree(study, "--settled", sheet)
    assert reviewed(study, "agreed", "P02_2010").count(("money", "money")) == 2


# --- who did not look ------------------------------------------------------------------------------------------------


def judge(study: Path, coder: str, interview: str, words: str, *codes: str) -> None:
    """Code a passage blind, as a unit of a sample."""
    text = (study / f"{interview}.txt").read_text("utf-8")
    at = text.index(words)
    for name in codes:
        code(study, coder, interview, words, name)
    unit = {"interview": interview, "start": at, "end": at + len(words), "note": "first"}
    write_coding(study, unit, coder=coder, do="done")


def shown(study: Path, language: str = "en") -> dict[tuple[str, str], dict[str, str]]:
    """Return what Settle says of each coder, by code and interview."""
    view = describe_disagreements(open_desk(study, coder="anna"), language)
    return {
        (row.code, row.interview): {own.coder: own.apart or ("yes" if own.found else "no") for own in row.readings}
        for row in view.rows
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            ("has not coded this interview", "has not finished this interview",
             "has finished this interview for other codes only"),
        ),
        (
            "nl",
            ("heeft dit interview niet gecodeerd", "heeft dit interview niet af",
             "heeft dit interview alleen voor andere codes af"),
        ),
    ],
)  # fmt: skip
def test_a_coder_who_did_not_look_is_named_as_such_on_the_page_and_in_the_sheet(
    study: Path, tmp_path: Path, language: str, sentences: tuple[str, ...]
) -> None:
    code(study, "cees", "P01_2020", "My sister", "kin")
    write_coding(study, {"interview": "P02_2020", "code": "kin"}, coder="cees", do="done")
    places = (("money", "P01_2010"), ("kin", "P01_2020"), ("money", "P02_2020"))
    assert {place: row["cees"] for place, row in shown(study, language).items()} == dict(
        zip(places, sentences, strict=True)
    )
    agree(study, "--disagreements", tmp_path / "d.csv", "--language", language)
    with (tmp_path / "d.csv").open(encoding="utf-8-sig") as file:
        rows = {(row["code"], row["interview"]): row for row in csv.DictReader(file)}
    assert {place: row["cees"] for place, row in rows.items()} == {
        place: f"({sentence})" for place, sentence in zip(places, sentences, strict=True)
    }
    assert rows["money", "P01_2010"]["bert"] == ""


@pytest.mark.slow
def test_the_sample_of_a_third_coder_makes_no_rows_and_no_reading_among_two_who_finished(study: Path) -> None:
    before = shown(study)
    judge(study, "cees", "P01_2010", "There was no money.")
    judge(study, "cees", "P01_2020", "It was a long winter.", "money")
    after = shown(study)
    assert {place: {name: row[name] for name in ("anna", "bert")} for place, row in after.items()} == before
    assert after["money", "P01_2010"]["cees"].startswith("is not one of those who differ here")
    own, corpus, book = read_inputs(study)
    settle(study, read_coders(own, corpus=corpus, codebook=book), corpus, book, [])
    agreed = read_codings(study, coder="agreed").codings
    assert "It was a long winter." not in set(agreed["quote"])


def test_two_who_coded_a_sample_are_compared_with_each_other_beside_two_who_finished(study: Path) -> None:
    judge(study, "cees", "P01_2010", "It was a long winter.", "money")
    judge(study, "dora", "P01_2010", "It was a long winter.")
    judge(study, "cees", "P02_2010", "There was no money.", "money")
    judge(study, "dora", "P02_2010", "There was no money.", "money")
    own, corpus, book = read_inputs(study)
    table = list_unsettled(study, read_coders(own, corpus=corpus, codebook=book), corpus, book)
    money = table[(table["code"] == "money") & (table["interview"] != "P02_2020")]
    assert money[["interview", "passage"]].values.tolist() == [
        ["P01_2010", "There was no money."], ["P01_2010", "It was a long winter."],
    ]  # fmt: skip
    assert money.iloc[1][["cees", "dora"]].tolist() == ["It was a long winter.", ""]
    assert money.iloc[1][["anna", "bert"]].isna().all()
    assert shown(study)["money", "P02_2020"]["cees"] == "has not coded this interview"


def test_one_who_finished_and_one_who_coded_a_sample_of_it_are_a_pair(study: Path) -> None:
    for name in NAMES:
        write_coding(study, {"interview": name}, coder="bert", do="undone")
    judge(study, "cees", "P01_2010", "There was no money.")
    assert shown(study)["money", "P01_2010"] == {
        "anna": "yes", "bert": "has not finished this interview", "cees": "no",
    }  # fmt: skip


def test_the_coefficients_hold_every_judgement_of_a_sample(study: Path) -> None:
    corpus, book = read_corpus(study), read_codebook(study / "themes.yaml")
    judge(study, "cees", "P01_2010", "There was no money.")
    coders = read_coders(read_study(study), ("anna", "cees"), corpus=corpus, codebook=book)
    table = measure_agreement(coders, corpus, book).table
    assert table.loc[(table["code"] == "money") & (table["wave"] == ""), "units"].tolist() == [1]


# --- from a notebook -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"found": "yes"}, "found is True or False"), ({"found": 1}, "found is True or False"),
        ({"start": "0"}, "whole numbers"), ({"end": 4.0}, "whole numbers"), ({"start": True}, "whole numbers"),
        ({"code": None}, "are text"), ({"interview": 2010}, "are text"),
    ],
)  # fmt: skip
def test_a_decision_that_is_none_is_refused_when_it_is_made(wrong: dict[str, Any], said: str) -> None:
    right = {"interview": "P01_2010", "start": 0, "end": 41, "code": "money", "found": True}
    with pytest.raises(TypeError, match=said):
        Decision(**{**right, **wrong})


def test_a_decision_about_no_disagreement_is_told_and_the_folder_is_enough(study: Path) -> None:
    own, corpus, book = read_inputs(study)
    coders = read_coders(own, corpus=corpus, codebook=book)
    strange = Decision("P01_2010", 0, 5, "money", True)
    row = list_unsettled(str(study), coders, corpus, book).iloc[0]
    decision = Decision(row["interview"], row["start"], row["end"], row["code"], np.bool_(True))
    with pytest.warns(BpQualWarning, match="money, P01_2010 0-5"):
        done = settle(study, coders, corpus, book, [strange, decision])
    assert (done.strange, done.left) == ((strange,), done.all - 1)


@pytest.mark.slow
def test_who_decides_at_the_same_moment_in_two_places_adds_nothing_twice(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As by a double click on the page: both would find that everything lacks."""
    found = settling.agree_on

    def slow(*given: object) -> object:
        time.sleep(0.3)
        return found(*given)  # type: ignore[arg-type]

    corpus, book = read_corpus(study), read_codebook(study / "themes.yaml")
    hands = read_coders(read_study(study), corpus=corpus, codebook=book)
    monkeypatch.setattr(settling, "agree_on", slow)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: settling.save_decisions(study, hands, corpus, book, []), range(4)))
    coded = read_codings(study, coder="agreed", corpus=corpus, codebook=book).codings
    assert len(coded) > 0
    assert not coded.duplicated(["interview", "start", "end", "code"]).any()
