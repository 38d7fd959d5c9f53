"""What was coded with a code that the codebook renamed or merged since counts for the code that it became."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from bp_qual.cli import main
from bp_qual.codebook import Codebook, parse_codebook, read_codebook
from bp_qual.coding.by_hand import Event
from bp_qual.coding.by_hand.carrying import carry_over
from bp_qual.coding.by_hand.replay import replay
from bp_qual.page.desk import open_desk
from bp_qual.page.start_view import describe_study
from bp_qual.study.confirming import confirm_codings
from bp_qual.study.hand_coding import read_codings, write_coding

TALK = "I: Hoe?\nR: Wij doen dat samen. De buurt doet samen mee met geld.\n"
HEAD = "codebook: B\nversion: {version}\nlanguage: {language}\n"
CODES = "codes:\n  - id: {first}\n    terms: [samen]\n  - id: geld\n    terms: [geld]\n"
RENAMED = HEAD.format(version="2.0.0", language="nl") + "renamed: {samen: wij}\n" + CODES.format(first="wij")
MERGED = HEAD.format(version="2.0.0", language="nl") + (
    "merged: {samen: geld}\ncodes:\n  - id: geld\n    terms: [geld, samen]\n"
)
SPLIT = HEAD.format(version="2.0.0", language="nl") + (
    "split: {samen: [wij, allen]}\ncodes:\n  - id: wij\n    terms: [samen]\n  - id: allen\n  - id: geld\n"
)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return a study in which Anna coded, accepted, rejected, wrote memos and a summary, and finished an interview."""
    write_book(tmp_path, HEAD.format(version="1.0.0", language="nl") + CODES.format(first="samen"))
    (tmp_path / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: nl\n", encoding="utf-8")
    for person in ("P01", "P02"):
        for wave in ("2010", "2020"):
            (tmp_path / f"{person}_{wave}.txt").write_text(TALK, encoding="utf-8")
    act(tmp_path, "add", start=34, end=39)
    act(tmp_path, "accept", start=24, end=29)
    act(tmp_path, "reject", start=45, end=50)
    act(tmp_path, "memo", note="Wie zijn wij?")
    act(tmp_path, "summary", note="Vaak.", person="P01", wave="2010")
    write_coding(tmp_path, {"interview": "P01_2010"}, coder="anna", do="done")
    return tmp_path


def act(study: Path, do: str, code: str = "samen", interview: str = "P01_2010", **more: object) -> None:
    write_coding(study, {"interview": interview, "code": code, **more}, coder="anna", do=do)


def write_book(study: Path, text: str) -> None:
    (study / "codebook.yaml").write_text(text, encoding="utf-8")


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def finished(study: Path, *codes: str) -> list[tuple[str, str]]:
    hand = read_codings(study)
    return sorted(hand.state.finished(["P01_2010", "P01_2020"], codes or ("wij", "geld")))


def test_everything_done_with_a_code_holds_under_its_new_name(study: Path) -> None:
    before = (study / "codings" / "anna.jsonl").read_bytes()
    write_book(study, RENAMED)
    hand = read_codings(study)
    assert hand.codings[["code", "quote"]].values.tolist() == [["wij", "buurt"]]
    assert hand.decisions[["code", "quote", "status"]].values.tolist() == [
        ["wij", "samen", "accepted"], ["wij", "samen", "rejected"],
    ]  # fmt: skip
    assert hand.memos["code"].tolist() == ["wij"]
    assert [(cell.code, cell.text) for cell in hand.state.summaries] == [("wij", "Vaak.")]
    assert finished(study) == [("P01_2010", "geld"), ("P01_2010", "wij")]
    assert (study / "codings" / "anna.jsonl").read_bytes() == before


def test_without_a_word_in_the_codebook_nothing_is_guessed(study: Path) -> None:
    write_book(study, RENAMED.replace("renamed: {samen: wij}\n", ""))
    assert read_codings(study).codings["code"].tolist() == ["samen"]
    assert finished(study) == [("P01_2010", "geld")]


def test_what_still_fits_holds_under_the_new_name_too(study: Path) -> None:
    redefined = CODES.replace("{first}", "{first}\n    definition: Met elkaar.")
    write_book(study, HEAD.format(version="1.1.0", language="nl") + redefined.format(first="samen"))
    assert len(confirm_codings(study, "samen", coder="anna")) == 1
    write_book(study, RENAMED.replace("id: wij\n", "id: wij\n    definition: Met elkaar.\n"))
    assert confirm_codings(study, "wij", coder="anna") == ()


def test_what_was_coded_before_a_code_was_renamed_and_redefined_is_said_to_fit(study: Path) -> None:
    write_book(study, RENAMED.replace("id: wij\n", "id: wij\n    definition: Met elkaar.\n"))
    assert [event.code for event in confirm_codings(study, "wij", coder="anna")] == ["wij"]
    assert confirm_codings(study, "wij", coder="anna") == ()


def test_what_still_fits_may_be_said_under_the_old_name(study: Path) -> None:
    write_book(study, RENAMED.replace("id: wij\n", "id: wij\n    definition: Met elkaar.\n"))
    done = run("codings", study, "--fits", "samen", "--coder", "anna")
    assert done.exit_code == 0, done.output
    assert [event.code for event in read_codings(study).state.fits] == ["wij"]
    assert confirm_codings(study, "samen", coder="anna") == ()


@pytest.mark.slow
@pytest.mark.parametrize("rule", ["reviewed", "human"])
def test_a_comparison_counts_the_same_before_and_after_a_rename(study: Path, tmp_path: Path, rule: str) -> None:
    for interview in ("P01_2020", "P02_2010", "P02_2020"):
        write_coding(study, {"interview": interview}, coder="anna", do="done")
    tables = []
    for name, book in (("old", None), ("new", RENAMED)):
        if book:
            write_book(study, book)
        done = run("code", study, "--count", rule, "--coder", "anna", "-o", tmp_path / f"{name}.csv")
        assert done.exit_code == 0, done.stderr
        tables.append(pd.read_csv(tmp_path / f"{name}.csv")[["interview", "code", "quote", "status"]])
    assert tables[0].replace({"code": {"samen": "wij"}}).equals(tables[1])
    assert "rejected" in set(tables[0]["status"]) or rule == "human"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "anna: what was coded and decided with 'samen' counts for 'wij', as the codebook says (3 passages)."),
        (
            "nl",
            "anna: wat met 'samen' gecodeerd en besloten is, telt voor 'wij', volgens het codeboek (3 passages).",
        ),
    ],
)
def test_codings_check_compare_and_the_page_tell_it(study: Path, tmp_path: Path, language: str, sentence: str) -> None:
    write_book(study, RENAMED)
    asked = ["compare", study, "--count", "reviewed", "-o", tmp_path / "out"]
    for command in (["codings", study], ["check", study], asked):
        done = run(*command, "--language", language)
        assert done.output.count(sentence) == 1, done.output
    assert sentence in describe_study(open_desk(study, coder="anna"), language).notices


def test_a_desk_that_is_open_follows_a_rename(study: Path) -> None:
    desk = open_desk(study, coder="anna")
    write_book(study, RENAMED)
    assert desk.renew_codebook()
    assert desk.hand.codings["code"].tolist() == ["wij"]
    (standing,) = desk.standing_in("P01_2010")
    assert {passage.where[1] for passage in (*standing.codings, *standing.decisions)} == {"wij"}


def test_a_decision_under_the_old_name_is_taken_back_under_the_new_one(study: Path) -> None:
    write_book(study, RENAMED)
    act(study, "clear", "wij", start=45, end=50)
    assert read_codings(study).decisions["status"].tolist() == ["accepted"]
    act(study, "summary", "wij", note="Zelden.", person="P01", wave="2010")
    assert [cell.versions for cell in read_codings(study).state.summaries] == [("Zelden.",)]


def test_two_codes_that_were_merged_are_finished_where_both_were(study: Path) -> None:
    act(study, "done", interview="P01_2020")
    write_book(study, MERGED)
    assert finished(study) == [("P01_2010", "geld")]
    assert read_codings(study).codings["code"].tolist() == ["geld"]
    act(study, "done", "geld", interview="P01_2020")
    assert finished(study) == [("P01_2010", "geld"), ("P01_2020", "geld")]


def book_of(fates: str, *codes: str) -> Codebook:
    return parse_codebook(f"{{language: nl, {fates}, codes: [{', '.join(f'{{id: {code}}}' for code in codes)}]}}")


@pytest.mark.parametrize(
    ("marks", "is_done"),
    [
        (["done a", "done b"], True),
        (["done a"], False),
        (["done n"], True),
        (["done a b"], True),
        (["done a b", "undone b"], False),
        (["done a b", "undone n"], False),
        (["done a b", "undone a", "done a"], True),
        (["done a", "done n"], True),  # once they were one
        (["done n", "done a b"], True),
        (["done n", "undone a", "done b"], False),  # beside each other
        (["undone n", "done a b"], False),
        (["done n a b"], True),
        (["done n a", "done b"], True),
        (["done b", "undone a"], False),
        (["done"], True),
        (["done", "undone a"], False),
    ],
)
def test_an_interview_is_finished_for_a_merged_code_where_it_was_for_all_it_was_merged_from(
    marks: list[str], is_done: bool
) -> None:
    events = []
    for n, (do, *codes) in enumerate(map(str.split, marks), start=1):
        events.append(Event(f"e{n}", do, n=n, interview="P01_2010", codes=tuple(codes)))
    carried, _ = carry_over(events, book_of("merged: {a: n, b: n}", "n"))
    assert replay(carried).is_done("P01_2010", "n") is is_done
    one_each = [
        Event(f"{e.id}.{code}", e.do, n=10 * e.n + place, interview="P01_2010", code=code)
        for e in events for place, code in enumerate(e.codes or ("",))
    ]  # fmt: skip
    carried, _ = carry_over(one_each, book_of("merged: {a: n, b: n}", "n"))
    assert replay(carried).is_done("P01_2010", "n") is is_done


def test_a_mark_that_was_undone_finishes_nothing() -> None:
    mark = Event("e1", "done", n=1, interview="P01_2010", codes=("a",))
    events = [mark, Event("e2", "undo", n=2, of="e1"), Event("e3", "done", n=3, interview="P01_2010", codes=("b",))]
    carried, _ = carry_over(events, book_of("merged: {a: n, b: n}", "n"))
    assert not replay(carried).is_done("P01_2010", "n")


@pytest.mark.parametrize(("open_code", "is_done"), [("s", False), ("p", False), ("other", True)])
def test_a_code_that_was_renamed_and_took_up_another_needs_both(open_code: str, is_done: bool) -> None:
    events = [
        Event("e1", "undone", n=1, interview="P01_2010", code=open_code),
        Event("e2", "done", n=2, interview="P01_2010", codes=tuple({"s", "p"} - {open_code})),
    ]
    carried, _ = carry_over(events, book_of("renamed: {s: n}, merged: {p: n}", "n"))
    assert replay(carried).is_done("P01_2010", "n") is is_done


@pytest.mark.parametrize(("book", "is_done"), [("B@1+1", False), ("B@2+2", True)])
def test_a_mark_made_with_the_codebook_that_still_had_both_codes_is_about_one_of_them(book: str, is_done: bool) -> None:
    events = [
        Event("e1", "add", n=1, interview="P02_2010", code="a", codebook="B@1+1"),
        Event("e2", "done", n=2, interview="P01_2010", code="n", codebook=book),
    ]
    carried, _ = carry_over(events, book_of("merged: {a: n}", "n"))
    assert replay(carried).is_done("P01_2010", "n") is is_done


def test_names_that_a_code_had_one_after_the_other_are_one_code() -> None:
    events = [Event(f"e{n}", "done", n=n, interview=f"P0{n}", codes=(name,)) for n, name in enumerate("abc", start=1)]
    carried, was = carry_over(events, book_of("renamed: {a: c, b: c}", "c"))
    assert all(replay(carried).is_done(f"P0{n}", "c") for n in (1, 2, 3))
    assert was == {}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "the codebook split samen into wij, allen (1 coding, 2 decisions)"),
        ("nl", "het codeboek splitste samen in wij, allen (1 codering, 2 beslissingen)"),
    ],
)
def test_of_a_code_that_was_split_a_person_must_say_what_its_passages_are(
    study: Path, language: str, said: str
) -> None:
    write_book(study, SPLIT)
    assert said in run("codings", study, "--language", language).output
    assert set(read_codings(study).codings["code"]) == {"samen"}


def test_decisions_are_not_told_as_codings_where_the_code_is_gone(study: Path) -> None:
    write_book(study, RENAMED.replace("renamed: {samen: wij}\n", ""))
    told = run("codings", study, "--language", "en").output
    assert "no code samen (1 coding, 2 decisions)" in told
    assert "renamed: {samen: NEW}" in told
    assert any(
        "(1 coding, 2 decisions)" in line for line in describe_study(open_desk(study, coder="anna"), "en").notices
    )


def test_an_import_of_the_old_list_finds_what_is_there_under_the_new_name(study: Path, tmp_path: Path) -> None:
    out = tmp_path / "lijst.csv"
    assert run("export", study, "--csv", out, "--coder", "anna", "--count", "human").exit_code == 0
    write_book(study, RENAMED)
    done = run("import", out, study, "--coder", "anna")
    assert done.exit_code == 0, done.output
    assert "samen is opgevat als wij: dat is het volgens het codeboek geworden" in done.output, done.output
    assert {file.name for file in study.glob("*.yaml")} == {"study.yaml", "codebook.yaml"}
    assert read_codings(study).codings["code"].tolist() == ["wij"]


def test_an_import_that_adds_a_code_keeps_what_became_of_earlier_ones(study: Path, tmp_path: Path) -> None:
    write_book(study, RENAMED)
    (tmp_path / "lijst.csv").write_text("interview,quote,code\nP02_2010,mee met,mee\n", encoding="utf-8")
    done = run("import", tmp_path / "lijst.csv", study, "--coder", "anna")
    assert done.exit_code == 0, done.output
    assert read_codebook(study / "codebook_lijst.yaml").renamed == {"samen": "wij"}


@pytest.mark.parametrize("book", [RENAMED, MERGED])
def test_what_is_saved_under_an_earlier_id_is_saved_under_the_code_it_became(study: Path, book: str) -> None:
    """A coding that waits while its code is renamed, and a notebook of before."""
    desk = open_desk(study, coder="anna")
    write_book(study, book)
    new = read_codebook(study / "codebook.yaml").successors["samen"]
    desk.renew_codebook()
    place = {"interview": "P02_2010", "start": 34, "end": 39, "code": "samen"}
    rows = [
        {"id": "w1", "do": "add", **place}, {"id": "w2", "do": "reject", **place, "start": 24, "end": 29},
        {"id": "w3", "do": "memo", "code": "samen", "note": "Wie?"},
        {"id": "w4", "do": "summary", "code": "samen", "person": "P02", "wave": "2010", "note": "Soms."},
    ]  # fmt: skip
    assert desk.save(rows, desk.codebook.coder).refused == ()
    act(study, "add", interview="P02_2020", start=34, end=39, id="w5")
    act(study, "done", interview="P02_2020")
    hand = read_codings(study, coder="anna")
    own = [event for event in (*hand.state.codings, *hand.state.decisions) if event.id in ("w1", "w2", "w5")]
    assert {event.code for event in own} == {new}
    assert hand.is_done("P02_2020", new)
    assert {cell.code for cell in hand.state.summaries} == {new}
    act(study, "add", interview="P02_2020", start=34, end=39, id="w5")


def test_a_request_that_is_sent_again_after_its_code_was_renamed_counts_once(study: Path) -> None:
    act(study, "add", interview="P02_2020", start=34, end=39, id="w5")
    write_book(study, RENAMED)
    act(study, "add", interview="P02_2020", start=34, end=39, id="w5")
    codings = read_codings(study, coder="anna").codings
    assert (codings["id"] == "w5").sum() == 1


def test_what_was_coded_with_a_code_that_was_split_is_refused_as_before(study: Path) -> None:
    write_book(study, SPLIT)
    with pytest.raises(ValueError, match="no code 'samen'"):
        act(study, "add", interview="P02_2020", start=34, end=39)
