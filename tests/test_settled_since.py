"""What coders found after they settled: what nobody decided is open, by `--coder all` and by `--coder agreed` alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import apply_codebook, read_codings, write_coding
from bp_qual.cli import main
from bp_qual.errors import BpQualWarning, StudyError
from bp_qual.page.desk import open_desk
from bp_qual.page.settle_view import describe_disagreements, settle_one
from bp_qual.study.hand_coding import read_coders
from bp_qual.study.hand_overview import overview_of
from bp_qual.study.settled_sheets import list_unsettled, read_decisions
from bp_qual.study.settling import Decision, settle
from bp_qual.study.study_inputs import read_inputs
from bp_qual.study.what_counts import Counted, what_counts
from test_agreed_counts import counted, decide, finish, make_study, mark, rows


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return a study of one person in two waves, in which anna and bert settled what they differed on."""
    study = make_study(tmp_path / "study")
    mark(study, "anna", "add", "no money", "money")
    finish(study, "anna", "bert")
    assert decide(study) == 1
    return study


def whole(study: Path, coder: str, count: str = "human") -> Counted:
    own, corpus, book = read_inputs(study)
    return what_counts(own, apply_codebook(book, corpus), corpus, book, count=count, coder=coder)  # type: ignore[arg-type]


def open_of(study: Path, coder: str = "agreed") -> list[tuple[str, str]]:
    coded = counted(study, coder).coded
    table = coded.loc[~coded["coded"], ["interview", "code"]]
    return list(table.itertuples(index=False, name=None))


def shown(study: Path) -> list[tuple[str, str, str]]:
    """Return what Settle shows: code, interview, and what was decided."""
    return [
        (row.code, row.interview, row.agreed) for row in describe_disagreements(open_desk(study, coder="anna")).rows
    ]


def settle_only(study: Path, answers: dict[str, bool], *names: str) -> None:
    """Settle what coders differ on, for some codes."""
    own, corpus, book = read_inputs(study)
    coders = read_coders(own, names, corpus=corpus, codebook=book)
    table = list_unsettled(own, coders, corpus, book)
    said = [
        Decision(r.interview, r.start, r.end, r.code, answers[r.code]) for r in table.itertuples() if r.code in answers
    ]
    settle(own, coders, corpus, book, said)


@pytest.mark.slow
@pytest.mark.parametrize(("words", "code"), [("long winter", "money"), ("far away", "help"), ("my sister", "kin")])
def test_what_coders_differ_on_after_they_settled_is_open_and_no_decided_no(study: Path, words: str, code: str) -> None:
    mark(study, "bert", "add", words, code)
    above = [("help", "P01_2010")] * (code == "kin")
    assert [row[:2] for row in shown(study) if not row[2]] == [*above, (code, "P01_2010")]
    for coder in ("all", "any"):
        with pytest.raises(StudyError, match="differ on"):
            counted(study, coder)
    assert open_of(study) == [("P01_2010", "help")] * (code != "money") + [("P01_2010", code)] * (code != "help")
    told = [str(note) for note in whole(study, "agreed").notes]
    assert any("Not counted, as anna and bert differ there and did not settle it" in note for note in told)
    assert not read_codings(study, coder="agreed").is_done("P01_2010", code)


@pytest.mark.slow
def test_of_two_codes_in_one_passage_the_one_that_was_settled_stays_so(study: Path) -> None:
    mark(study, "bert", "add", "far away", "help")
    settle_only(study, {})
    assert shown(study) == [("help", "P01_2010", ""), ("money", "P01_2010", "yes")]
    settle_only(study, {"help": False})
    assert shown(study) == [("help", "P01_2010", "no"), ("money", "P01_2010", "yes")]
    assert open_of(study) == []


@pytest.mark.slow
def test_what_coders_found_alike_after_they_settled_counts_by_all_and_by_agreed(study: Path) -> None:
    for coder in ("anna", "bert"):
        mark(study, coder, "add", "far away", "help")
        mark(study, coder, "add", "no money", "money", at=1)  # in the passage that they settled before
        mark(study, coder, "reject", "sister", "kin")
    for count in ("human", "reviewed"):
        assert rows(counted(study, "agreed", count)) == rows(counted(study, "all", count))
    assert [row[1] for row in rows(counted(study, "agreed"))].count("help") == 1


@pytest.mark.slow
def test_where_both_found_later_what_they_settled_as_not_there_what_one_accepted_is_not_rejected(
    study: Path,
) -> None:
    mark(study, "bert", "add", "long winter", "money")
    settle_only(study, {"money": False})
    mark(study, "anna", "add", "long winter", "money")
    mark(study, "anna", "accept", "money", "money", at=3)
    agreed, together = (rows(counted(study, coder, "reviewed")) for coder in ("agreed", "all"))
    assert agreed == together
    text = (study / "P01_2010.txt").read_text("utf-8")
    start = text.rindex("money")
    assert ("P01_2010", "money", start, start + 5) in agreed


@pytest.mark.slow
def test_what_both_took_away_again_is_no_more_of_agreed(study: Path) -> None:
    anna = read_codings(study, coder="anna")
    write_coding(study, {"of": anna.codings["id"].iloc[0]}, coder="anna", do="remove")
    assert rows(counted(study, "agreed")) == rows(counted(study, "all")) == []
    assert shown(study) == []
    mark(study, "bert", "add", "no money", "money")
    assert shown(study) == [("money", "P01_2010", "yes")], "of this passage and code they decided once"


@pytest.mark.slow
def test_an_interview_that_one_opened_again_is_open_by_both(study: Path) -> None:
    write_coding(study, {"interview": "P01_2010", "code": "money"}, coder="bert", do="undone")
    assert open_of(study) == open_of(study, "all") == [("P01_2010", "money")]
    finish(study, "bert")
    assert open_of(study) == open_of(study, "all") == []
    assert rows(counted(study, "agreed")) == rows(counted(study, "all")) != []


@pytest.mark.slow
def test_two_of_three_settle_what_they_coded_and_the_third_opens_nothing(tmp_path: Path) -> None:
    study = make_study(tmp_path / "study")
    mark(study, "anna", "add", "no money", "money")
    mark(study, "cor", "add", "far away", "help", interview="P01_2020")
    finish(study, "anna", "bert", "cor")
    settle_only(study, {"money": True}, "anna", "bert")
    before = rows(counted(study, "agreed"))
    assert len(before) == 1
    assert open_of(study) == []
    settle_only(study, {"help": False}, "anna", "cor")
    assert rows(counted(study, "agreed")) == before


def test_a_transcript_edited_in_a_passage_that_was_settled_opens_it_again(study: Path) -> None:
    file = study / "P01_2010.txt"
    file.write_text(file.read_text("utf-8").replace("help was far", "help was very far"), "utf-8")
    assert shown(study) == [("money", "P01_2010", "")]
    assert open_of(study) == [("P01_2010", "money")]


@pytest.mark.slow
def test_a_transcript_edited_elsewhere_leaves_what_was_settled(study: Path) -> None:
    file = study / "P01_2010.txt"
    file.write_text(file.read_text("utf-8").replace("And then?", "And what then?"), "utf-8")
    assert shown(study) == [("money", "P01_2010", "yes")]
    assert rows(counted(study, "agreed")) == rows(counted(study, "all")) != []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("become", "said"), [("renamed: {money: cash}", "yes"), ("merged: {money: cash, help: cash}", "")]
)
def test_a_decision_counts_for_a_code_that_was_renamed_and_not_for_one_that_holds_others(
    study: Path, become: str, said: str
) -> None:
    book = study / "themes.yaml"
    text = book.read_text("utf-8").replace("{id: money,", "{id: cash,")
    if not said:
        text = text.replace("  - {id: help, terms: [help]}\n", "").replace("parent: help, ", "")
    book.write_text(f"{text}{become}\n", "utf-8")
    assert shown(study) == [("cash", "P01_2010", said)]


@pytest.mark.slow
@pytest.mark.parametrize("above", [None, True, False])
def test_a_hit_of_a_code_above_counts_unless_it_was_settled_that_it_is_none(tmp_path: Path, above: bool | None) -> None:
    """The code below is settled yes; a hit of the code above in that passage, which nobody decided on, is left."""
    study = make_study(tmp_path / "study")
    mark(study, "anna", "add", "my sister", "kin")
    finish(study, "anna", "bert")
    settle_only(study, {"kin": True} | ({} if above is None else {"help": above}))
    for coder in ("all", "any", "agreed"):
        table = counted(study, coder, "reviewed").codings
        first = table[(table["interview"] == "P01_2010") & (table["code"] == "help") & (table["quote"] == "help")].iloc[
            0
        ]
        assert first["status"] == ("rejected" if above is False else "auto"), coder


@pytest.mark.slow
def test_a_hit_of_a_code_above_that_one_accepted_is_not_rejected_as_the_code_below_was_settled(tmp_path: Path) -> None:
    study = make_study(tmp_path / "study")
    mark(study, "anna", "add", "my sister", "kin")
    mark(study, "anna", "accept", "help", "help")
    finish(study, "anna", "bert")
    settle_only(study, {"kin": True})
    for coder in ("all", "agreed"):
        table = counted(study, coder, "reviewed").codings
        assert ("help", "help") in {
            (code, quote)
            for code, quote, status in zip(table["code"], table["quote"], table["status"], strict=True)
            if status != "rejected"
        }


@pytest.mark.slow
def test_the_overview_shows_what_agreed_has_now_and_what_is_open(study: Path) -> None:
    mark(study, "bert", "add", "far away", "help")
    own, corpus, book = read_inputs(study)
    said = {
        language: overview_of(own, apply_codebook(book, corpus), corpus, book, language=language).lines
        for language in ("en", "nl")
    }
    assert "agreed: 1 coding, 0 hits accepted, 0 rejected, 0 memos; 2 of 2 interviews finished." in said["en"]
    place = "(1 passage): P01_2010 (help). "
    assert any(
        f"anna and bert differ there and did not settle it {place}Settle it between you" in line for line in said["en"]
    )
    assert any(f"anna en bert verschillen er en zijn het niet eens geworden {place}Word" in line for line in said["nl"])


@pytest.mark.slow
def test_where_a_code_was_settled_as_not_there_no_hit_of_a_code_below_counts(tmp_path: Path) -> None:
    """It would count for the code below, and not for the code above."""
    study = make_study(tmp_path / "study")
    mark(study, "anna", "accept", "help", "help")
    finish(study, "anna", "bert")
    settle_only(study, {"help": False})
    for coder in ("all", "any", "agreed"):
        table = counted(study, coder, "reviewed").codings
        first = table[(table["interview"] == "P01_2010") & (table["turn"] == 1)]
        found = dict(zip(zip(first["code"], first["quote"], strict=True), first["status"], strict=True))
        assert (found["help", "help"], found["kin", "sister"]) == ("rejected", "rejected")


@pytest.mark.slow
def test_what_one_accepted_for_a_code_below_counts_for_the_code_above_where_that_was_settled(tmp_path: Path) -> None:
    study = make_study(tmp_path / "study")
    mark(study, "bert", "accept", "sister", "kin")
    finish(study, "anna", "bert")
    settle_only(study, {"kin": False, "help": True})
    for coder in ("all", "agreed"):
        table = counted(study, coder, "reviewed").codings
        first = table[(table["interview"] == "P01_2010") & (table["quote"] == "sister") & (table["turn"] == 1)]
        assert dict(zip(first["code"], first["status"], strict=True)) == {"help": "accepted", "kin": "rejected"}


@pytest.mark.slow
def test_where_one_settles_it_is_said_that_no_takes_out_hits_of_the_codes_below(study: Path) -> None:
    mark(study, "bert", "add", "far away", "help")
    below = {row.code: row.below for row in describe_disagreements(open_desk(study, coder="anna")).rows}
    assert below == {"help": ("kin",), "money": ()}
    for language, said in (("en", "A no for help also takes out"), ("nl", "Een nee bij help haalt ook weg")):
        words = ["agree", str(study), "--disagreements", str(study.parent / f"{language}.csv"), "--language", language]
        assert said in CliRunner().invoke(main, words).output


def test_where_no_code_has_one_below_nothing_is_said_of_it(study: Path) -> None:
    words = ["agree", str(study), "--disagreements", str(study.parent / "list.csv"), "--language", "en"]
    assert "takes out" not in CliRunner().invoke(main, words).output


# --- a list that was written before the codebook or the interviews changed --------------------------------------------


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """Return a study with a list in which everything that anna and bert differ on is settled as yes."""
    study = make_study(tmp_path / "study")
    talk = study / "P01_2020.txt"
    talk.write_text(talk.read_text("utf-8").replace("long winter", "short summer"), "utf-8")
    mark(study, "anna", "add", "no money", "money")
    finish(study, "anna", "bert")
    words = ["agree", str(study), "--disagreements", str(tmp_path / "list.csv")]
    assert CliRunner().invoke(main, words).exit_code == 0
    heads, *lines = (tmp_path / "list.csv").read_text("utf-8-sig").splitlines()
    assert heads.endswith(",agreed")
    (tmp_path / "list.csv").write_text("\n".join([heads, *(f"{line}yes" for line in lines)]), "utf-8")
    return study


def become(study: Path, was: str, now: str, more: str = "") -> None:
    """Give the codebook another code, and say what became of it."""
    book = study / "themes.yaml"
    text = book.read_text("utf-8")
    assert was in text
    book.write_text(f"{text.replace(was, now)}{more}\n", "utf-8")


def read_list(study: Path, language: str = "en") -> str:
    words = ["agree", str(study), "--settled", str(study.parent / "list.csv"), "--language", language]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output
    return " ".join(done.output.split())


def test_a_list_written_before_a_code_was_renamed_settles_what_it_says(listed: Path) -> None:
    become(listed, "{id: money,", "{id: cash,", "renamed: {money: cash}")
    assert read_list(listed) == "Saved as the work of agreed: of 1 disagreement, 0 not settled."
    assert shown(listed) == [("cash", "P01_2010", "yes")]


def test_a_list_written_before_an_interview_was_renamed_settles_what_it_says(listed: Path) -> None:
    for wave in (2010, 2020):
        (listed / f"P01_{wave}.txt").rename(listed / f"P07_{wave}.txt")
    assert "of 1 disagreement, 0 not settled" in read_list(listed)
    assert shown(listed) == [("money", "P07_2010", "yes")]


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("now", "more", "en", "nl"),
    [
        (
            "{id: cash, terms: [money]}", "merged: {money: cash, wealth: cash}",
            "the codebook made money a part of cash since", "het codeboek maakte money tot een deel van cash sinds",
        ),
        (
            "{id: coins, terms: [money]}\n  - {id: notes}", "split: {money: [coins, notes]}",
            "the codebook split money into coins and notes since",
            "het codeboek splitste money in coins en notes sinds",
        ),
        (
            "{id: cash, terms: [money]}", "",
            "the codebook has no code money, so", "het codeboek heeft geen code money, dus",
        ),
    ],
)  # fmt: skip
def test_what_a_list_says_of_a_code_that_is_no_more_is_told_with_its_true_reason(
    listed: Path, now: str, more: str, en: str, nl: str
) -> None:
    become(listed, "{id: money, terms: [money]}", now, more)
    for language, said in (("en", en), ("nl", nl)):
        told = read_list(listed, language)
        assert said in told
        assert "money, P01_2010" in told
        assert "do not differ" not in told
        assert "verschillen de codeurs niet" not in told


def test_what_a_list_says_of_an_interview_or_a_passage_that_is_no_more_is_told_with_its_true_reason(
    listed: Path,
) -> None:
    own, corpus, book = read_inputs(listed)
    coders = read_coders(own, corpus=corpus, codebook=book)
    row = list_unsettled(own, coders, corpus, book).iloc[0]
    gone = [
        Decision(row["interview"], row["start"], row["end"] - 1, "money", True),
        Decision("P09_2010", row["start"], row["end"], "money", True),
        Decision(row["interview"], row["start"], row["end"], "help", True),
    ]
    with pytest.warns(BpQualWarning):
        done = settle(own, coders, corpus, book, gone)
    kinds = ["settled no passage", "settled no interview", "settled no disagreement"]
    assert ([note.kind for note in done.told], list(done.strange), done.left) == (kinds, gone, 1)
    assert ["P09_2010" in note.say(language) for note in done.told for language in ("en", "nl")] == [
        False, False, True, True, False, False,
    ]  # fmt: skip


def test_a_decision_of_a_notebook_counts_under_the_id_that_its_code_has_now(listed: Path) -> None:
    old = read_decisions(listed.parent / "list.csv").decisions
    become(listed, "{id: money,", "{id: cash,", "renamed: {money: cash}")
    own, corpus, book = read_inputs(listed)
    done = settle(own, read_coders(own, corpus=corpus, codebook=book), corpus, book, old)
    assert (done.all, done.left, done.strange, done.told) == (1, 0, (), ())


def test_on_the_page_a_code_that_was_merged_since_is_refused_with_its_reason(listed: Path) -> None:
    desk = open_desk(listed, coder="anna")
    row = describe_disagreements(desk).rows[0]
    become(listed, "{id: money, terms: [money]}", "{id: cash, terms: [money]}", "merged: {money: cash, wealth: cash}")
    said = {"interview": row.interview, "start": row.start, "end": row.end, "code": row.code, "found": True}
    with pytest.raises(ValueError, match="the codebook made money a part of cash"):
        settle_one(desk, said)


# --- why the work of agreed does not count ----------------------------------------------------------------------------


def reasons(study: Path, count: str) -> dict[str, int]:
    of = whole(study, "agreed", count).combined.uncounted[0]
    return {reason: n for reason, n in of.out.items() if n}


def told_of(study: Path, count: str, language: str) -> str:
    words = ["compare", str(study), "--count", count, "--coder", "agreed", "-o", str(study / "out"), "--floor", "1"]
    told = " ".join(CliRunner().invoke(main, [*words, "--language", language]).output.split())
    assert "blind" not in told
    return told


@pytest.mark.slow
@pytest.mark.parametrize("count", ["human", "reviewed"])
def test_work_of_agreed_that_a_difference_keeps_out_is_told_so(study: Path, count: str) -> None:
    mark(study, "bert", "add", "sister came by", "money")
    assert reasons(study, count) == {"differ": 1}
    assert "1 with a code on which coders still differ there" in told_of(study, count, "en")
    assert "1 met een code waarover codeurs daar nog verschillen" in told_of(study, count, "nl")


@pytest.mark.slow
@pytest.mark.parametrize("count", ["human", "reviewed"])
def test_work_of_agreed_that_a_difference_on_a_code_below_keeps_out_is_told_so(study: Path, count: str) -> None:
    for coder in ("anna", "bert"):
        for interview in ("P01_2010", "P01_2020"):
            mark(study, coder, "add", "far away", "help", interview=interview)
    mark(study, "bert", "add", "my sister", "kin")
    settle_only(study, {"help": True})
    made = read_codings(study, coder="agreed").codings
    assert made.loc[made["interview"] == "P01_2010", "code"].tolist().count("help") == 2
    assert reasons(study, count) == {"differ": 2}


@pytest.mark.slow
def test_work_of_agreed_in_an_interview_that_one_opened_again_is_told_so(study: Path) -> None:
    settle_only(study, {})
    write_coding(study, {"interview": "P01_2010"}, coder="bert", do="undone")
    hand = read_codings(study, coder="agreed")
    assert len(hand.codings) == 1
    assert reasons(study, "human") == {"joint": 1}
    assert "1 in an interview that not two of the coders finished" in told_of(study, "human", "en")
    assert "1 in een interview dat niet bij twee van de codeurs af is" in told_of(study, "human", "nl")
