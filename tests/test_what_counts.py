"""What counts in a study: as asked or as study.yaml says, said in every place where a number is shown."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from bp_qual import (
    apply_codebook,
    combine_codings,
    read_codebook,
    read_codings,
    read_corpus,
    read_study,
    write_coding,
)
from bp_qual.cli import main
from bp_qual.codebook import parse_codebook
from bp_qual.coding.by_hand.events import read_events, write_line
from bp_qual.errors import StudyError
from bp_qual.study.what_counts import what_counts

BOOK = """
codebook: Buurt
version: 1.0.0
language: nl
codes:
  - {id: samen, label: Samen, terms: [samen]}
  - {id: vrij, label: Vrij}
"""
PERSONS = [f"P{number}" for number in range(1, 9)]
SAID = "Wij doen dat samen en ook vrij, en dan weer samen. " * 40


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return a study of eight persons who say the same in both waves; `samen` stands 80 times in each interview."""
    (tmp_path / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (tmp_path / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: en\n", encoding="utf-8")
    for person in PERSONS:
        for wave in ("2010", "2020"):
            (tmp_path / f"{person}_{wave}.txt").write_text(f"I: Hoe?\nR: {SAID}\n", encoding="utf-8")
    return tmp_path


def review(study: Path, coder: str = "anna", persons: list[str] | None = None) -> None:
    """Reject the first hit of every later interview, code `vrij` once in it, and finish those persons' interviews."""
    corpus, book = read_corpus(study), read_codebook(study / "codebook.yaml")
    hits = apply_codebook(book, corpus)
    known = {"coder": coder, "corpus": corpus, "codebook": book}
    for transcript in corpus.transcripts:
        if transcript.persons[0] not in (PERSONS[:7] if persons is None else persons):
            continue
        if transcript.wave == "2020":
            own = hits[hits["interview"] == transcript.interview]
            write_coding(study, own.iloc[0], do="reject", **known)
            write_coding(study, {**own.iloc[1], "note": "Mooi gezegd."}, do="accept", **known)
            start = transcript.text.index("vrij")
            row = {"interview": transcript.interview, "start": start, "end": start + 4, "code": "vrij"}
            write_coding(study, row, **known)
        write_coding(study, {"interview": transcript.interview}, do="done", **known)


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), prog_name="bp-qual")


def compared(study: Path, out: Path, *words: str) -> tuple[pd.DataFrame, str]:
    result = run("compare", str(study), "-o", str(out), *words)
    assert result.exit_code == 0, result.output
    return pd.read_csv(out / "codes.csv").set_index("code"), result.output


def test_compare_counts_exactly_what_was_decided(study: Path, tmp_path: Path) -> None:
    review(study)
    machine, _ = compared(study, tmp_path / "m")
    reviewed, told = compared(study, tmp_path / "r", "--count", "reviewed")
    human, by_hand = compared(study, tmp_path / "h", "--count", "human", "--coder", "anna")
    assert machine["persons"].tolist() == [8, 0], "nobody was searched for vrij, which has no terms"
    assert machine.loc["vrij", "verdict"] == "not coded"
    assert reviewed["persons"].tolist() == human["persons"].tolist() == [7, 7]
    panel = pd.read_csv(tmp_path / "r" / "panel.csv", dtype={"wave": str})
    assert set(panel["person"]) == set(PERSONS[:7])
    sums = panel.groupby(["code", "wave"])["mentions"].unique().map(list).to_dict()
    assert sums == {
        ("samen", "2010"): [80], ("samen", "2020"): [79], ("vrij", "2010"): [0], ("vrij", "2020"): [1],
    }  # fmt: skip
    assert human.loc["samen", "verdict"] == "not mentioned"
    assert human.loc["vrij", "up"] == 7
    assert (
        "Counted is the codebook as reviewed by anna: 14 of 16 interviews finished, 7 hits accepted, 7 rejected,"
        " 1,106 left as they were, 7 codings added. What was not finished is not counted." in told
    )
    assert "Counted is what anna coded by hand: 7 codings, 14 of 16 interviews finished." in by_hand
    assert "automatic and unchecked" not in told


UNCOUNTED = {
    "en": (
        "Of 9 codings by anna, 2 count. Not counted: 2 that have lost their place; 1 with a code that the codebook"
        " does not have; 1 in a passage that was finished by itself (coding blind), in an interview that is not"
        " finished; 2 in interviews that are not finished, or not for that code; 1 on another coding of the same code"
        " or of one below it, which counts once."
    ),
    "nl": (
        "Van 9 coderingen van anna tellen er 2. Niet geteld: 2 die hun plaats kwijt zijn; 1 met een code die het"
        " codeboek niet heeft; 1 in een passage die op zichzelf af is (blind gecodeerd), in een interview dat niet af"
        " is; 2 in interviews die niet af zijn, of niet voor die code; 1 op een andere codering van dezelfde code of"
        " een code eronder, die één keer telt."
    ),
}


@pytest.mark.sweep(1)
@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("count", ["reviewed", "human"])
def test_compare_says_of_every_coding_that_is_not_counted_why(
    study: Path, tmp_path: Path, count: str, language: str
) -> None:
    review(study, persons=PERSONS[:2])  # `vrij` once in two interviews
    file = study / "codebook.yaml"
    file.write_text(BOOK + "  - {id: weg, label: Weg}\n", encoding="utf-8")
    known = {"coder": "anna", "corpus": read_corpus(study), "codebook": read_codebook(file)}

    def code(interview: str, what: str, code: str = "vrij", do: str = "add") -> None:
        talk = next(talk for talk in known["corpus"].transcripts if talk.interview == interview)
        start = talk.text.index(what)
        write_coding(
            study, {"interview": interview, "start": start, "end": start + len(what), "code": code}, do=do, **known
        )

    code("P1_2020", "ook vrij")  # over another
    code("P1_2020", "Wij", "weg")
    code("P3_2010", "vrij")
    code("P3_2020", "vrij")
    code("P4_2010", "vrij")
    code("P4_2010", "Wij doen dat samen en ook vrij", do="done", code="")
    code("P5_2010", "vrij")
    code("P5_2010", "ook")
    (study / "P5_2010.txt").write_text("I: Hoe?\nR: Heel iets anders.\n", encoding="utf-8")
    file.write_text(BOOK, encoding="utf-8")
    _, told = compared(study, tmp_path / "o", "--count", count, "--language", language)
    assert UNCOUNTED[language] in " ".join(told.split())
    assert " ".join(UNCOUNTED[language].split()) in " ".join(
        html.unescape((tmp_path / "o" / "report.html").read_text("utf-8")).split()
    )


UNDECIDED = {
    "en": (
        "Not counted of 8 decisions on hits by anna: 1 that has lost its place; 1 with a code that the codebook does"
        " not have; 1 on a hit that the codebook no longer makes; 3 in interviews that are not finished, or not for"
        " that code."
    ),
    "nl": (
        "Niet geteld van 8 beslissingen van anna over treffers: 1 die zijn plaats kwijt is; 1 met een code die het"
        " codeboek niet heeft; 1 op een treffer die het codeboek niet meer doet; 3 in interviews die niet af zijn, of"
        " niet voor die code."
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("language", "several"), [("en", True), ("nl", False)])
def test_compare_says_of_every_decision_that_is_not_counted_why(
    study: Path, tmp_path: Path, several: bool, language: str
) -> None:
    review(study, persons=PERSONS[:1])  # two decisions in one interview
    file = study / "codebook.yaml"
    file.write_text(BOOK.replace("[samen]", "[samen, dan]") + "  - {id: weg, terms: [weer]}\n", encoding="utf-8")
    corpus, book = read_corpus(study), read_codebook(file)
    hits = apply_codebook(book, corpus)

    def decide(interview: str, quote: str, do: str = "reject") -> None:
        hit = hits[(hits["interview"] == interview) & (hits["quote"] == quote)].iloc[5]
        write_coding(study, hit, do=do, coder="anna", corpus=corpus, codebook=book)

    decide("P1_2010", "dan")
    decide("P1_2010", "weer")
    decide("P3_2010", "samen")
    decide("P3_2020", "samen", "accept")
    decide("P4_2020", "samen", "accept")
    decide("P5_2020", "samen", "accept")
    (study / "P5_2020.txt").write_text("I: Hoe?\nR: Heel iets anders.\n", encoding="utf-8")
    file.write_text(BOOK, encoding="utf-8")
    if several:
        review(study, "bea", persons=PERSONS[6:7])
    coders = ("--coder", "any") if several else ()
    _, told = compared(study, tmp_path / "o", "--count", "reviewed", "--language", language, *coders)
    report = html.unescape((tmp_path / "o" / "report.html").read_text("utf-8"))
    assert UNDECIDED[language] in " ".join(told.split())
    assert UNDECIDED[language] in " ".join(report.split())
    assert ("left as they were" if language == "en" else "zo gelaten") in " ".join(told.split())
    _, by_hand = compared(study, tmp_path / "h", "--count", "human", "--language", "en", *coders)
    assert "decisions on hits" not in by_hand


def test_two_codes_on_one_passage_are_two_codings_and_a_code_above_is_none(tmp_path: Path) -> None:
    codes = "\n  - {id: zorg, label: Zorg}\n  - {id: hulp, label: Hulp, parent: zorg}\n  - {id: samen, terms: [samen]}"
    (tmp_path / "codebook.yaml").write_text(
        f"codebook: Buurt\nversion: 1.0.0\nlanguage: nl\ncodes:{codes}\n", encoding="utf-8"
    )
    (tmp_path / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: en\n", encoding="utf-8")
    for wave in ("2010", "2020"):
        (tmp_path / f"P1_{wave}.txt").write_text("I: Hoe?\nR: Wij helpen elkaar samen.\n", encoding="utf-8")
    corpus, book = read_corpus(tmp_path), read_codebook(tmp_path / "codebook.yaml")
    known = {"coder": "anna", "corpus": corpus, "codebook": book}
    for transcript in corpus.transcripts:
        start = transcript.text.index("helpen")
        for code in ("hulp", "samen"):
            row = {"interview": transcript.interview, "start": start, "end": start + 6, "code": code}
            write_coding(tmp_path, row, **known)
        write_coding(tmp_path, {"interview": transcript.interview}, do="done", **known)
    told = run("compare", str(tmp_path), "-o", str(tmp_path / "o"), "--floor", "1", "--count", "human")
    assert "4 codings, 2 of 2 interviews finished" in " ".join(told.output.split()), told.output
    added = pd.read_csv(tmp_path / "o" / "review.csv").groupby("code")["added"].sum()
    assert added.to_dict() == {"hulp": 2, "samen": 2, "zorg": 2}


@pytest.mark.slow
def test_the_record_of_a_run_says_what_counted_and_holds_the_coders_file(study: Path, tmp_path: Path) -> None:
    review(study)
    compared(study, tmp_path / "r", "--count", "reviewed")
    record = json.loads((tmp_path / "r" / "run.json").read_text(encoding="utf-8"))
    assert {name: record["settings"][name] for name in ("count", "coder", "reviewed")} == {
        "count": "reviewed", "coder": "anna", "reviewed": "14/16",
    }  # fmt: skip
    assert "codings/anna.jsonl" in record["study"]
    compared(study, tmp_path / "m")
    assert json.loads((tmp_path / "m" / "run.json").read_text(encoding="utf-8"))["settings"]["count"] == "machine"


@pytest.mark.slow
def test_codings_that_are_not_used_are_named_in_the_summary(study: Path, tmp_path: Path) -> None:
    _, before = compared(study, tmp_path / "a")
    review(study)
    review(study, "bea")
    _, machine = compared(study, tmp_path / "a")
    _, reviewed = compared(study, tmp_path / "b", "--count", "reviewed", "--coder", "bea", "--language", "nl")
    assert "Coded by hand too" not in before
    assert "Coded by hand too, and not counted here: anna and bea (--count reviewed or human)." in machine
    assert "Ook met de hand gecodeerd, en hier niet geteld: anna (--coder)." in reviewed


def test_two_coders_are_never_added_up(study: Path) -> None:
    review(study)
    review(study, "bea")
    result = run("compare", str(study), "-o", str(study / "out"), "--count", "human")
    assert result.exit_code == 1
    assert "anna and bea coded this study, and their codings are never added up. Say whose count" in result.output
    (study / "study.yaml").write_text(
        "codebook: codebook.yaml\nlanguage: en\ncount: human\ncoders: [bea]\n", encoding="utf-8"
    )
    described = read_study(study)
    corpus, book = read_corpus(study), read_codebook(study / "codebook.yaml")
    counted = what_counts(described, apply_codebook(book, corpus), corpus, book).combined
    assert (counted.count, counted.coder, counted.beside) == ("human", "bea", ("anna",))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--count", "reviewed"], "nobody has coded this study by hand"),
        (["--coder", "anna"], "only the codebook's hits are counted"),
    ],
)
def test_what_cannot_be_counted_is_a_sentence(study: Path, words: list[str], told: str) -> None:
    result = run("compare", str(study), "-o", str(study / "out"), *words)
    assert result.exit_code == 1
    assert told in result.output
    assert "Nothing was counted." in result.output


def test_a_coder_who_is_not_there_is_a_sentence_with_a_guess(study: Path) -> None:
    review(study, persons=["P1"])
    corpus, book = read_corpus(study), read_codebook(study / "codebook.yaml")
    with pytest.raises(StudyError, match="ana has not coded this study. Did you mean 'anna'"):
        what_counts(read_study(study), apply_codebook(book, corpus), corpus, book, count="human", coder="ana")


def test_a_rule_of_study_yaml_that_is_none_is_told_with_its_line(study: Path) -> None:
    (study / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: en\ncount: both\n", encoding="utf-8")
    result = run("compare", str(study))
    assert result.exit_code == 1
    assert "study.yaml:3:8  'both' does not say what counts. Write count: machine, reviewed or human." in result.output


def test_quotes_say_who_coded_and_carry_memos_if_asked(study: Path) -> None:
    review(study, persons=["P1"])
    plain = run("quotes", str(study), "--code", "vrij", "--count", "human").output
    assert "(coded by anna)" in plain
    noted = run("quotes", str(study), "--code", "samen", "--count", "reviewed", "--person", "P1", "--memos").output
    assert "Mooi gezegd." in noted
    without = run("quotes", str(study), "--code", "samen", "--count", "reviewed", "--person", "P1").output
    assert "Mooi gezegd." not in without


def test_the_table_of_codings_has_what_a_person_decided(study: Path, tmp_path: Path) -> None:
    review(study, persons=["P1"])
    result = run("code", str(study), "--count", "reviewed", "-o", str(tmp_path / "codings.csv"))
    assert result.exit_code == 0, result.output
    table = pd.read_csv(tmp_path / "codings.csv")
    own = table[table["interview"] == "P1_2020"]
    assert own["status"].value_counts().to_dict() == {"auto": 78, "accepted": 1, "rejected": 1, "human": 1}
    assert set(own.loc[own["status"] == "human", "coder"]) == {"anna"}


@pytest.mark.slow
def test_the_report_shows_the_share_reviewed_who_coded_and_memos(study: Path, tmp_path: Path) -> None:
    review(study)
    page, annex = tmp_path / "report.html", tmp_path / "report.docx"
    words = ["report", str(study), "--count", "reviewed", "--html", str(page), "--docx", str(annex), "--memos"]
    result = run(*words, "--xlsx", str(tmp_path / "all.xlsx"))
    assert result.exit_code == 0, result.output
    text = page.read_text(encoding="utf-8")
    assert "coded in 7 of 8 interviews" in text
    assert "coded by anna" in text
    assert "Mooi gezegd." in text
    assert "One coder (anna) reviewed 14 of 16 interviews: 7 hits rejected, 7 accepted" in text
    assert "automatic and unchecked" not in text
    sheets = pd.read_excel(tmp_path / "all.xlsx", sheet_name=None)
    rows = sheets["review"].astype({"wave": str}).set_index(["code", "wave"])
    assert rows.loc[("samen", "2020")].tolist() == [8, 7, 7 * 78, 7, 7, 0]


def read_report(study: Path, page: Path, *words: str) -> str:
    """Return the text of a report, without what is hidden between its tags."""
    result = run("report", str(study), "--html", str(page), *words)
    assert result.exit_code == 0, result.output
    return re.sub(r"<[^>]+>", "", html.unescape(page.read_text(encoding="utf-8")))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "by this codebook (Buurt 1.0.0);"),
        (("--count", "reviewed"), "by this codebook (Buurt 1.0.0) as reviewed by anna;"),
        (("--count", "human"), "as coded by hand with this codebook (Buurt 1.0.0) by anna;"),
        (("--count", "human", "--language", "nl"), "met dit codeboek (Buurt 1.0.0) met de hand gecodeerd door anna;"),
    ],
)
def test_the_first_lines_of_a_report_say_who_coded(
    study: Path, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    review(study)
    assert told in read_report(study, tmp_path / "report.html", *words)


@pytest.mark.slow
def test_the_share_that_is_coded_stands_beside_a_number_until_all_is(study: Path, tmp_path: Path) -> None:
    told = "coded in 7 of 8 interviews in 2010 and 7 of 8 in 2020"
    review(study)
    text = read_report(study, tmp_path / "report.html", "--count", "reviewed")
    assert text.rpartition("What changed")[2].partition("Each code, with quotes")[0].count(told) == 2
    review(study, persons=PERSONS[7:])
    assert told not in read_report(study, tmp_path / "report.html", "--count", "reviewed")


@pytest.mark.slow
def test_a_report_says_how_it_was_coded_also_where_nothing_was_found(study: Path, tmp_path: Path) -> None:
    for person in PERSONS:
        for wave in ("2010", "2020"):
            write_coding(study, {"interview": f"{person}_{wave}"}, coder="anna", do="done")
    text = read_report(study, tmp_path / "report.html", "--count", "human")
    assert "Counted is what anna coded by hand: 0 codings, 16 of 16 interviews finished." in text
    assert "rejected" not in text.partition("Counted is what")[2].partition("Attrition")[0]


@pytest.mark.slow
def test_codings_that_are_not_used_are_named_in_the_report(study: Path, tmp_path: Path) -> None:
    review(study)
    review(study, "bea")
    machine = read_report(study, tmp_path / "report.html")
    assert "has not been checked by hand" in machine
    assert "Coded by hand too, and not counted here: anna and bea (--count reviewed or human)." in machine
    reviewed = read_report(study, tmp_path / "report.html", "--count", "reviewed", "--coder", "bea")
    assert "Coded by hand too, and not counted here: anna (--coder)." in reviewed


def test_an_unfinished_interview_is_not_coded_and_its_codings_do_not_count(study: Path, tmp_path: Path) -> None:
    review(study)
    corpus, book = read_corpus(study), read_codebook(study / "codebook.yaml")
    start = corpus.transcripts[-1].text.index("vrij")
    row = {"interview": "P8_2020", "start": start, "end": start + 4, "code": "vrij"}
    write_coding(study, row, coder="anna", corpus=corpus, codebook=book)
    compared(study, tmp_path / "h", "--count", "human")
    assert "P8" not in set(pd.read_csv(tmp_path / "h" / "panel.csv")["person"])
    attrition = pd.read_csv(tmp_path / "h" / "attrition.csv").set_index("person")
    assert attrition.loc["P8", ["status", "note"]].tolist() == ["not coded", "not coded in 2010 and 2020"]
    assert "P8" not in set(pd.read_csv(tmp_path / "h" / "codings.csv")["person"])


@pytest.mark.slow
def test_a_code_that_was_added_after_an_interview_was_finished_is_not_coded(study: Path, tmp_path: Path) -> None:
    review(study)
    book = study / "codebook.yaml"
    book.write_text(book.read_text("utf-8").rstrip("\n") + "\n  - {id: later, terms: [samen]}\n", "utf-8")
    for count in ("reviewed", "human"):
        codes, _ = compared(study, tmp_path / count, "--count", count, "--coder", "anna")
        assert codes.loc["later", "verdict"] == "not coded"
        told = run("compare", str(study), "-o", str(tmp_path / count), "--count", count, "--coder", "anna").output
        assert "14 of 16 interviews finished" in told
        assert "Finished for some of the codes only: 14 interviews of these." in told
    hand, corpus = read_codings(study, coder="anna"), read_corpus(study)
    combined = combine_codings(apply_codebook(read_codebook(book), corpus), hand, corpus, read_codebook(book))
    assert not combined.coded.set_index("code").loc["later", "coded"].any()


def test_a_code_that_is_not_there_cannot_be_finished(study: Path) -> None:
    with pytest.raises(ValueError, match="no code 'vrijj'"):
        write_coding(study, {"interview": "P01_2010", "code": "vrijj"}, coder="anna", do="done")


@pytest.mark.slow
def test_two_coders_count_together_only_where_they_agree(study: Path, tmp_path: Path) -> None:
    review(study)
    review(study, "bea", PERSONS[:6])
    codes, _ = compared(study, tmp_path / "all", "--count", "reviewed", "--coder", "all")
    alone, _ = compared(study, tmp_path / "bea", "--count", "reviewed", "--coder", "bea")
    assert codes.loc["vrij", "persons"] == 6
    assert codes.drop(columns="note").equals(alone.drop(columns="note"))
    assert "anna + bea" in set(pd.read_csv(tmp_path / "all" / "codings.csv")["coder"])
    row = {"interview": "P1_2010", "start": study_text(study).index("vrij"), "code": "vrij"}
    write_coding(study, {**row, "end": row["start"] + 4}, coder="bea")
    result = run("compare", str(study), "-o", str(tmp_path / "x"), "--count", "reviewed", "--coder", "all")
    assert result.exit_code == 1
    assert "anna and bea differ on 1 passage in 1 interview, first in P1_2010, turn 2: vrij on 'vrij'." in result.output


def study_text(study: Path) -> str:
    return read_corpus(study).transcripts[0].text


@pytest.mark.slow
def test_the_share_finished_stands_beside_each_code_and_only_where_a_person_counts(study: Path, tmp_path: Path) -> None:
    review(study)
    codes, _ = compared(study, tmp_path / "r", "--count", "reviewed")
    assert codes.loc["samen", ["reviewed_before", "reviewed_after"]].tolist() == [0.875, 0.875]
    codes, _ = compared(study, tmp_path / "m")
    assert "reviewed_before" not in codes.columns


@pytest.mark.slow
def test_what_is_not_finished_is_marked_in_the_table_of_codings_and_told_with_quotes(
    study: Path, tmp_path: Path
) -> None:
    review(study, persons=["P1"])
    told = run("code", str(study), "--count", "reviewed", "-o", str(tmp_path / "codings.csv"))
    assert "Not finished by anna: 14 of 16 interviews" in told.output
    table = pd.read_csv(tmp_path / "codings.csv")
    assert set(table.loc[table["finished"], "interview"]) == {"P1_2010", "P1_2020"}
    assert (
        "Not finished by anna: 14 of 16" in run("quotes", str(study), "--code", "samen", "--count", "reviewed").output
    )
    assert "finished" not in run("quotes", str(study), "--code", "samen").output.replace(str(tmp_path), "")


@pytest.mark.slow
def test_memos_on_persons_and_codes_are_a_table_beside_the_others_if_asked(study: Path, tmp_path: Path) -> None:
    review(study)
    write_coding(study, {"person": "P1", "note": "=Verlegen."}, coder="anna", do="memo")
    words = ["report", str(study), "--count", "reviewed", "--csv"]
    assert run(*words, str(tmp_path / "with"), "--memos").exit_code == 0
    assert run(*words, str(tmp_path / "without")).exit_code == 0
    memos = pd.read_csv(tmp_path / "with" / "memos.csv")
    assert memos[["person", "note"]].values.tolist() == [["P1", "'=Verlegen."]]
    assert not (tmp_path / "without" / "memos.csv").exists()


REDEFINED = {
    "en": (
        "4 of 7 codings by anna were made before their code was redefined (Gebonden): with Buurt 1.0.0, and the"
        " codebook is now Buurt 2.0.0. Check whether they still fit, and say so"
    ),
    "nl": (
        "4 van 7 coderingen van anna zijn gemaakt voordat de betekenis van hun code veranderde (Gebonden): met Buurt"
        " 1.0.0, en het codeboek is nu Buurt 2.0.0. Kijk na of ze nog kloppen, en zeg dat dan"
    ),
}
REDEFINING = ("label: Vrij", "label: Gebonden, definition: Iets heel anders")


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("count", ["reviewed", "human"])
def test_codings_whose_code_was_redefined_are_told(study: Path, tmp_path: Path, count: str, language: str) -> None:
    review(study, persons=PERSONS[:4])
    told = compared(study, tmp_path / "before", "--count", count)[1] + run("codings", str(study)).output
    assert "redefined" not in told
    (study / "codebook.yaml").write_text(BOOK.replace("1.0.0", "2.0.0").replace(*REDEFINING), encoding="utf-8")
    review(study, persons=PERSONS[4:7])
    _, told = compared(study, tmp_path / "o", "--count", count, "--language", language)
    page = html.unescape((tmp_path / "o" / "report.html").read_text("utf-8"))
    listed = run("codings", str(study), "--language", language).output
    for text in (told, page, listed):
        assert REDEFINED[language] in " ".join(text.split())


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("before", "after", "redefined"),
    [
        ("label: Vrij", "label: Vrij, definition: Zelf kiezen", True),
        ("label: Vrij", "label: Vrij, include: Ook zelf kiezen", True),
        ("label: Vrij", "label: Vrij, exclude: Geen vrije dagen", True),
        ("label: Vrij", "label: Vrij, terms: [vrij]", True),
        ("label: Vrij", "label: Vrijheid, colour: '#aa3355', examples: [Ik ben vrij]", False),
        ("terms: [samen]", "terms: [samen, saam], definition: Niet alleen", False),
        ("label: Vrij}", "label: Vrij}\n  - {id: nieuw, label: Nieuw, terms: [nieuw]}", False),
    ],
)
def test_only_the_definition_and_terms_of_its_own_code_redefine_a_coding(
    study: Path, before: str, after: str, redefined: bool
) -> None:
    review(study, persons=PERSONS[:1])
    changed = BOOK.replace("1.0.0", "1.1.0").replace(before, after)
    (study / "codebook.yaml").write_text(changed, encoding="utf-8")
    assert ("1 of 1 coding by anna was made before its code" in run("codings", str(study)).output) is redefined


def test_a_coding_of_which_no_meaning_was_kept_is_read_and_not_told(study: Path) -> None:
    review(study, persons=PERSONS[:1])
    path = study / "codings" / "anna.jsonl"
    events = [replace(event, meaning="") for event in read_events(path.read_bytes())[0]]
    path.write_bytes(b"".join(write_line(event) + b"\n" for event in events))
    (study / "codebook.yaml").write_text(BOOK.replace("1.0.0", "2.0.0").replace(*REDEFINING), encoding="utf-8")
    told = run("codings", str(study)).output
    assert "1 coding" in told
    assert "redefined" not in told


@pytest.mark.slow
def test_of_each_of_several_coders_it_is_told_what_was_made_before_a_code_was_redefined(
    study: Path, tmp_path: Path
) -> None:
    review(study, persons=PERSONS[:1])
    review(study, "bea", persons=PERSONS[1:2])
    (study / "codebook.yaml").write_text(BOOK.replace("1.0.0", "1.1.0").replace(*REDEFINING), encoding="utf-8")
    review(study, "bea", persons=PERSONS[2:3])
    _, told = compared(study, tmp_path / "o", "--count", "human", "--coder", "any")
    rest = "was made before its code was redefined (Gebonden): with Buurt 1.0.0, and the codebook is now Buurt 1.1.0."
    assert f"1 of 1 coding by anna {rest}" in told
    assert f"1 of 2 codings by bea {rest}" in told


def test_a_code_redefined_without_a_higher_version_is_told_by_its_hash(study: Path, tmp_path: Path) -> None:
    review(study, persons=PERSONS[:1])
    other = BOOK.replace(*REDEFINING)
    (study / "codebook.yaml").write_text(other, encoding="utf-8")
    _, told = compared(study, tmp_path / "o", "--count", "human")
    before, after = parse_codebook(BOOK).coder.replace("@", " "), parse_codebook(other).coder.replace("@", " ")
    assert f"with {before}, and the codebook is now {after}" in told


def test_of_human_codings_it_is_said_that_accepted_hits_are_none(study: Path) -> None:
    corpus, book = read_corpus(study), read_codebook(study / "codebook.yaml")
    hits = apply_codebook(book, corpus)
    write_coding(study, hits.iloc[0], coder="anna", do="accept")
    for name in ("human", "reviewed"):
        notes = what_counts(read_study(study), hits, corpus, book, count=name, coder="anna").notes
        told = [note for note in notes if note.kind == "accepted not counted"]
        assert len(told) == (name == "human")
    (note,) = [
        n for n in what_counts(read_study(study), hits, corpus, book, count="human").notes if "accepted" in n.kind
    ]
    assert str(note).startswith("anna accepted 1 hit of the codebook, and with --count human these are no codings")
    assert note.say("nl").startswith("anna aanvaardde 1 treffer van het codeboek, en bij --count human")


def test_a_hit_that_was_accepted_for_the_code_above_only_counts_for_that(tmp_path: Path) -> None:
    """The code below was rejected: what was accepted was gone without a word."""
    (tmp_path / "codebook.yaml").write_text(
        "language: nl\ncodes:\n  - {id: hulp}\n  - {id: buur, parent: hulp, terms: [buur]}\n", encoding="utf-8"
    )
    (tmp_path / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: en\n", encoding="utf-8")
    for wave in ("2010", "2020"):
        (tmp_path / f"P1_{wave}.txt").write_text("I: Hoe?\nR: De buur kwam.\n", encoding="utf-8")
    corpus, book = read_corpus(tmp_path), read_codebook(tmp_path / "codebook.yaml")
    hits = apply_codebook(book, corpus)
    for row in hits[hits["wave"] == "2010"].to_dict("records"):
        write_coding(tmp_path, row, coder="anna", do="accept" if row["code"] == "hulp" else "reject")
    write_coding(tmp_path, {"interview": "P1_2010"}, coder="anna", do="done")
    combined = what_counts(read_study(tmp_path), hits, corpus, book, count="reviewed").combined
    own = combined.codings[combined.codings["interview"] == "P1_2010"]
    assert sorted(zip(own["code"], own["status"], strict=True)) == [("buur", "rejected"), ("hulp", "accepted")]
    assert len(combined.lost) == 0


@pytest.mark.sweep(1)
@pytest.mark.parametrize(("asked", "count"), [("anna,", 0), (",anna , ", 0), (",", 1), ("anna,,bert", 1)])
def test_commas_between_no_coders_name_nobody(study: Path, tmp_path: Path, asked: str, count: int) -> None:
    review(study)
    result = run("compare", str(study), "--count", "human", "--coder", asked, "-o", str(tmp_path / "out"))
    assert result.exit_code == count, result.output
    assert (count == 0) == ("what anna coded by hand" in result.output)
    assert "   has not" not in result.output
