"""Several coders of one study: who counts where, never two added up unasked, and said in every place."""

from __future__ import annotations

import html
import json
import re
import shutil
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from bp_qual import apply_codebook, read_codebook, read_corpus, read_study, write_coding
from bp_qual.cli import main
from bp_qual.coding.by_hand import list_coders
from bp_qual.coding.combining import Combined
from bp_qual.coding.team import combine_coders
from bp_qual.errors import StudyError
from bp_qual.study.what_counts import what_counts

BOOK = """
codebook: Buurt
version: 1.0.0
language: nl
codes:
  - {id: zorg, label: Zorg}
  - {id: hulp, label: Hulp, parent: zorg}
  - {id: samen, label: Samen, terms: [samen]}
"""
PERSONS = [f"P{number}" for number in range(1, 9)]
SAID = "Wij doen dat samen en wij krijgen hulp. " * 80


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return a study of eight persons who say the same in both waves."""
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (folder / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: en\n", encoding="utf-8")
    for person in PERSONS:
        for wave in ("2010", "2020"):
            (folder / f"{person}_{wave}.txt").write_text(f"I: Hoe?\nR: {SAID}\n", encoding="utf-8")
    return folder


def code(
    study: Path, coder: str, interviews: list[str], *, word: str = "hulp", times: int = 1, done: bool = True
) -> None:
    """Code a word, the first so many times, in interviews, and finish them."""
    known = {"coder": coder, "corpus": read_corpus(study), "codebook": read_codebook(study / "codebook.yaml")}
    texts = {transcript.interview: transcript.text for transcript in known["corpus"].transcripts}
    for interview in interviews:
        start = 0
        for _ in range(times):
            start = texts[interview].index(word, start)
            row = {"interview": interview, "start": start, "end": start + len(word), "code": "hulp"}
            write_coding(study, row, **known)
            start += 1
        if done:
            write_coding(study, {"interview": interview}, do="done", **known)


def both(persons: list[str]) -> list[str]:
    return [f"{person}_{wave}" for person in persons for wave in ("2010", "2020")]


def counted(study: Path, coder: str, count: str = "human") -> Combined:
    corpus, book = read_corpus(study), read_codebook(study / "codebook.yaml")
    hits = apply_codebook(book, corpus)
    return what_counts(read_study(study), hits, corpus, book, count=count, coder=coder).combined  # type: ignore[arg-type]


def run(*words: str, code: int | None = 0) -> str:
    result = CliRunner().invoke(main, list(words), prog_name="bp-qual")
    assert code is None or result.exit_code == code, result.output
    return result.output


@pytest.mark.slow
def test_coders_who_divided_the_interviews_are_compared_each_interview_by_its_own_coder(
    study: Path, tmp_path: Path
) -> None:
    code(study, "anna", both(PERSONS[:4]), times=2)
    code(study, "bea", both(PERSONS[4:]))
    told = run("compare", str(study), "--count", "human", "--coder", "any", "-o", str(tmp_path / "out"))
    codes = pd.read_csv(tmp_path / "out" / "codes.csv").set_index("code")
    assert codes.loc["hulp", "persons"] == codes.loc["zorg", "persons"] == 8
    panel = pd.read_csv(tmp_path / "out" / "panel.csv")
    mentions = panel[panel["code"] == "hulp"].groupby("person")["mentions"].unique().map(list).to_dict()
    assert mentions == {person: [2] for person in PERSONS[:4]} | {person: [1] for person in PERSONS[4:]}
    assert (
        "Counted is what anna and bea coded by hand, each interview counted by one of them: 24 codings, 16 of 16"
        in told
    )
    assert "Who coded what: anna 8 interviews (2010: 4, 2020: 4); bea 8 interviews (2010: 4, 2020: 4)." in told
    assert "not coded by the same coder" not in told


@pytest.mark.slow
def test_the_record_the_methods_and_the_report_say_who_coded_what(study: Path, tmp_path: Path) -> None:
    code(study, "anna", [f"{person}_2010" for person in PERSONS])
    code(study, "bea", [f"{person}_2020" for person in PERSONS], times=2)
    words = ["--count", "human", "--coder", "any"]
    run("compare", str(study), *words, "-o", str(tmp_path / "out"))
    settings = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))["settings"]
    assert settings["coder"] == "anna + bea"
    assert settings["together"] == "any"
    assert settings["interviews_by_coder"] == {"anna": ["2010: 8"], "bea": ["2020: 8"]}
    assert settings["coders_differ_between_waves"] == PERSONS
    run("report", str(study), *words, "--html", str(tmp_path / "report.html"))
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "2 coders (anna and bea) coded 16 of 16 interviews by hand with Buurt 1.0.0" in page
    warned = "For 8 of the 8 persons compared, 2010 and 2020 were not coded by the same coder"
    assert page.count(warned) >= 2
    assert "a change there can also be a difference between coders" in page
    assert "One coder" not in page
    dutch = run("compare", str(study), *words, "-o", str(tmp_path / "nl"), "--language", "nl")
    assert "Wie wat codeerde: anna 8 interviews (2010: 8); bea 8 interviews (2020: 8)." in dutch
    assert "niet door dezelfde codeur gecodeerd" in dutch
    code(study, "cor", [f"{person}_2010" for person in PERSONS])
    words = ["--count", "human", "--coder", "anna,bea,cor", "--language", "nl"]
    dutch = run("compare", str(study), *words, "-o", str(tmp_path / "nl"))
    assert "bea 8 interviews (2020: 8); cor geen interviews." in dutch


@pytest.mark.slow
def test_an_interview_that_two_coded_otherwise_is_refused_until_somebody_says_who_counts(study: Path) -> None:
    code(study, "anna", both(PERSONS[:5]))
    code(study, "bea", both(PERSONS[4:]), times=20)  # three passages of seven sentences
    with pytest.raises(
        StudyError, match=r"anna and bea coded some of the same interviews, and differ on 8 passages in 2 interviews"
    ) as told:
        counted(study, "any")
    assert "--coder anna,bea takes the first who did" in str(told.value)
    assert "--coder team" in str(told.value)
    for order, own in (("anna,bea", "anna"), ("bea, anna", "bea")):
        combined = counted(study, order)
        rows = combined.codings[(combined.codings["interview"] == "P5_2010") & (combined.codings["code"] == "hulp")]
        assert set(rows["coder"]) == {own}
        assert len(rows) == {"anna": 1, "bea": 20}[own]
        assert combined.double == ("P5_2010", "P5_2020")
        assert combined.coded["coded"].groupby(combined.coded["interview"]).all().sum() == 16


def test_an_interview_that_two_coded_alike_counts_once(study: Path) -> None:
    code(study, "anna", both(PERSONS[:5]))
    code(study, "bea", both(PERSONS[4:]))
    combined = counted(study, "any")
    assert (combined.codings["interview"] == "P5_2010").sum() == 2  # hulp, and zorg above it
    assert combined.double == ("P5_2010", "P5_2020")


def test_a_coding_that_a_team_made_together_is_added_up_and_overlaps_count_once(study: Path) -> None:
    code(study, "anna", ["P1_2010"], times=2)
    code(study, "bea", ["P1_2010"], times=3)
    code(study, "bea", ["P1_2010"], word="krijgen hulp", times=1)
    combined = counted(study, "team")
    own = combined.codings[combined.codings["code"] == "hulp"]
    assert len(own) == 3
    assert combined.together == "team"
    assert combined.coded.loc[combined.coded["coded"], "coder"].unique().tolist() == ["anna + bea"]


def test_of_a_team_nothing_counts_that_its_coder_did_not_finish_where_another_did(study: Path) -> None:
    code(study, "anna", ["P1_2010"])
    code(study, "bea", ["P1_2010"], times=3, done=False)
    code(study, "bea", ["P2_2010"])
    combined = counted(study, "team")
    assert set(combined.codings.loc[combined.codings["interview"] == "P1_2010", "coder"]) == {"anna"}


def why_not(study: Path, coder: str) -> list[str]:
    """Return what `compare` says of the codings that do not count."""
    told = " ".join(run("compare", str(study), "--count", "human", "--coder", coder, "-o", str(study / "out")).split())
    page = " ".join(html.unescape((study / "out" / "report.html").read_text(encoding="utf-8")).split())
    sentences = re.findall(r"Of \d+ codings? by .*? Not counted: .*?\.", told)
    assert all(sentence in page for sentence in sentences)
    return sentences


@pytest.mark.slow
def test_of_each_of_several_coders_it_is_said_how_many_codings_do_not_count_and_why(study: Path) -> None:
    code(study, "anna", both(PERSONS[:5]))
    code(study, "bea", both(PERSONS[4:]), times=3)
    code(study, "bea", ["P1_2010"], done=False)
    over = "on other codings of the same code or of one below it, which count once"
    opened = "1 in an interview that is not finished, or not for that code"
    assert why_not(study, "anna,bea") == [
        f"Of 25 codings by bea, 18 count. Not counted: {opened}; 6 in interviews that count as another coder coded"
        " them."
    ]
    assert why_not(study, "bea,anna") == [
        f"Of 25 codings by bea, 24 count. Not counted: {opened}.",
        "Of 10 codings by anna, 8 count. Not counted: 2 in interviews that count as another coder coded them.",
    ]
    code(study, "bea", both(PERSONS[4:5]), word="krijgen hulp", times=2)  # over what anna and bea have there
    assert why_not(study, "team") == [
        f"Of 10 codings by anna, 8 count. Not counted: 2 {over}.",
        f"Of 29 codings by bea, 24 count. Not counted: {opened}; 4 {over}.",
    ]


@pytest.mark.slow
def test_codings_of_who_coded_alike_count_for_each_and_others_wait_for_every_coder(study: Path) -> None:
    code(study, "anna", both(PERSONS))
    code(study, "bea", both(PERSONS[:4]))
    assert why_not(study, "all") == [
        "Of 16 codings by anna, 8 count. Not counted: 8 in interviews that not every coder finished, or not for that"
        " code."
    ]
    assert why_not(study, "any") == []


@pytest.mark.slow
def test_where_every_coding_of_several_coders_counts_nothing_is_said_of_it(study: Path) -> None:
    code(study, "anna", both(PERSONS[:4]), times=2)
    code(study, "bea", both(PERSONS[4:]))
    for rule in ("any", "team", "bea,anna"):
        assert why_not(study, rule) == []


def test_who_finished_nothing_is_named_beside_and_does_not_count(study: Path) -> None:
    code(study, "anna", both(PERSONS))
    code(study, "bea", ["P1_2010"], times=3, done=False)
    combined = counted(study, "any")
    assert (combined.coder, combined.beside, combined.together) == ("anna", ("bea",), "")


def test_decisions_of_a_team_against_each_other_are_refused(study: Path) -> None:
    corpus, book = read_corpus(study), read_codebook(study / "codebook.yaml")
    hit = apply_codebook(book, corpus).iloc[0]
    for coder, do in (("anna", "accept"), ("bea", "reject")):
        write_coding(study, hit, do=do, coder=coder, corpus=corpus, codebook=book)
        write_coding(study, {"interview": hit["interview"]}, do="done", coder=coder, corpus=corpus, codebook=book)
    with pytest.raises(StudyError, match="one accepted what another rejected"):
        counted(study, "team", "reviewed")
    with pytest.raises(StudyError, match="coded some of the same interviews"):
        counted(study, "any", "reviewed")
    rows = counted(study, "bea,anna", "reviewed").codings
    assert rows[(rows["interview"] == hit["interview"])].iloc[0]["status"] == "rejected"


@pytest.mark.slow
def test_reviewed_interviews_of_several_coders_count_by_their_own_reviewer(study: Path, tmp_path: Path) -> None:
    corpus, book = read_corpus(study), read_codebook(study / "codebook.yaml")
    hits = apply_codebook(book, corpus)
    for number, transcript in enumerate(corpus.transcripts):
        coder = "anna" if number < 8 else "bea"
        if coder == "bea":
            own = hits[hits["interview"] == transcript.interview]
            write_coding(study, own.iloc[0], do="reject", coder=coder, corpus=corpus, codebook=book)
        write_coding(study, {"interview": transcript.interview}, do="done", coder=coder, corpus=corpus, codebook=book)
    told = run("compare", str(study), "--count", "reviewed", "--coder", "any", "-o", str(tmp_path / "out"))
    assert (
        "Counted is the codebook as anna and bea reviewed it, each interview counted by one of them: 16 of 16" in told
    )
    assert "8 rejected" in told


@pytest.mark.slow
def test_study_yaml_says_for_good_how_several_coders_count(study: Path) -> None:
    code(study, "anna", both(PERSONS[:4]))
    code(study, "bea", both(PERSONS[4:]))
    for named, together in (("any", "any"), ("team", "team"), ("bea, anna", "first")):
        (study / "study.yaml").write_text(
            f"codebook: codebook.yaml\nlanguage: en\ncount: human\ncoders: [{named}]\n", encoding="utf-8"
        )
        corpus, book = read_corpus(study), read_codebook(study / "codebook.yaml")
        combined = what_counts(read_study(study), apply_codebook(book, corpus), corpus, book).combined
        assert combined.together == together
        assert combined.coded["coded"].all()


RULES = ("all", "any", "team", "agreed", "ALL", "Any", "TEAM", "Agreed")


@pytest.mark.sweep(1)
@pytest.mark.parametrize("name", RULES)
def test_no_coder_bears_the_name_of_a_rule(study: Path, name: str) -> None:
    """Wherever somebody says who codes: in a notebook, on the page, with a sheet, a sample or an import."""
    with pytest.raises(ValueError, match=f"'{name}' says how several coders count together; name one coder"):
        code(study, name, ["P1_2010"])
    rows = study.parent / "rows.csv"
    rows.write_text("person,wave,code,quote\nP1,2010,hulp,hulp\n", "utf-8")
    code(study, "bea", ["P1_2010"])
    (study / "codings" / "agreed.jsonl").write_bytes(b"")
    for words in (
        ("page", study, "--coder", name), ("import", rows, study, "--coder", name),
        ("import", rows, study, "--coder", f"x={name}"), ("sample", study, "--coder", name),
        ("sheet", study, "--sample", "first", "--coder", name, "-o", study / "a.xlsx"),
    ):  # fmt: skip
        result = CliRunner().invoke(main, [str(word) for word in words])
        assert result.exit_code in (1, 2), words
        assert "says how several coders count together" in " ".join(result.output.split()), (words, result.output)
    assert sorted(path.name for path in (study / "codings").glob("*.jsonl")) == ["agreed.jsonl", "bea.jsonl"]


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in RULES if name.casefold() != "agreed"])
def test_a_file_that_is_called_as_a_rule_is_nobodys_and_told(study: Path, name: str) -> None:
    code(study, "anna", both(PERSONS[:4]))
    code(study, "bea", both(PERSONS[4:]))
    shutil.copy(study / "codings" / "bea.jsonl", study / "codings" / f"{name}.jsonl")
    assert list_coders(study) == ("anna", "bea")
    for rule in (name, name.lower()):
        assert counted(study, rule).coders == ("anna", "bea")
    told = run("codings", str(study), code=1)
    assert f"Not read, because they are no file of a coder: {name}.jsonl" in told
    assert f"codings/{name}.jsonl" in " ".join(run("check", str(study), code=None).split())


def test_a_coder_of_another_program_who_is_called_as_a_rule_gets_a_number(study: Path) -> None:
    rows = study.parent / "rows.csv"
    rows.write_text("person,wave,code,quote,coder\nP1,2010,hulp,hulp,Team\nP2,2010,hulp,hulp,bea\n", "utf-8")
    told = " ".join(run("import", str(rows), str(study), code=None).split())
    assert "Team" in told
    assert list_coders(study) == ("bea", "team_1")


def test_a_name_among_several_that_coded_nothing_is_refused_with_a_guess(study: Path) -> None:
    code(study, "anna", ["P1_2010"])
    code(study, "bea", ["P2_2010"])
    with pytest.raises(StudyError, match="beaa has not coded this study. Did you mean 'bea'"):
        counted(study, "anna,beaa")


@pytest.mark.slow
def test_what_goes_out_of_several_coders_is_what_counts_under_their_own_names(study: Path, tmp_path: Path) -> None:
    code(study, "anna", both(PERSONS[:5]))
    code(study, "bea", both(PERSONS[4:]), times=3)
    for coder, numbers in (("anna,bea", {"anna": 10, "bea": 18}), ("team", {"anna": 10, "bea": 24})):
        run("export", str(study), "--csv", str(tmp_path / "out.csv"), "--count", "human", "--coder", coder)
        rows = pd.read_csv(tmp_path / "out.csv")
        assert rows[rows["code"].notna()]["coder"].value_counts().to_dict() == numbers
    run("export", str(study), "--wide", str(tmp_path / "wide.csv"), "--count", "human", "--coder", "bea,anna")
    assert pd.read_csv(tmp_path / "wide.csv").set_index("person").loc["P5", "hulp_2010"] == 3


def test_a_rule_that_is_none_is_a_wrong_call(study: Path) -> None:
    code(study, "anna", ["P1_2010"])
    corpus, book = read_corpus(study), read_codebook(study / "codebook.yaml")
    hits = apply_codebook(book, corpus)
    with pytest.raises(ValueError, match="together is all, any, first or team"):
        combine_coders(hits, [], corpus, book, together="sum")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="reviewed or human"):
        combine_coders(hits, [], corpus, book, count="machine", together="any")


def team_list(folder: Path, rows: list[tuple[str, str, str]]) -> Path:
    """Write a list of quotations by several coders: interview, quote, coder."""
    table = folder / "team.csv"
    lines = [f"{interview},hulp,{quote},{coder}" for interview, quote, coder in rows]
    table.write_text("\n".join(["document,code,quote,coder", *lines]) + "\n", encoding="utf-8")
    return table


def small_study(tmp_path: Path) -> Path:
    folder = tmp_path / "small"
    folder.mkdir()
    for person in ("P1", "P2", "P3"):
        for wave in ("2010", "2020"):
            said = f"Ik kreeg hulp van {person}. " + "En toen gingen wij verder met iets anders dan dat. " * 40
            (folder / f"{person}_{wave}.txt").write_text(f"I: Hoe?\nR: {said}\n", encoding="utf-8")
    return folder


def test_a_file_of_a_team_that_divided_the_interviews_can_be_compared_at_once(tmp_path: Path) -> None:
    folder = small_study(tmp_path)
    rows = [
        (f"{p}_{w}", f"hulp van {p}", "Anna" if p == "P1" else "Bea") for p in ("P1", "P2", "P3") for w in (2010, 2020)
    ]
    told = run("import", str(team_list(tmp_path, rows)), str(folder), "--language", "en")
    assert "By coder: anna in 2 interviews, bea in 4 interviews." in told
    assert "They divided the interviews: --coder any counts each by its own coder." in told
    assert "--count human --coder any" in told
    assert 'coders: ["any"]' in (folder / "study.yaml").read_text("utf-8")
    told = run("compare", str(folder), "-o", str(tmp_path / "out"), "--language", "en")
    assert "anna 2 interviews (2010: 1, 2020: 1); bea 4 interviews (2010: 2, 2020: 2)" in told


def test_a_file_with_interviews_of_several_coders_says_what_to_choose_and_names_nobody(tmp_path: Path) -> None:
    folder = small_study(tmp_path)
    rows = [("P1_2010", "hulp", "Anna"), ("P1_2010", "kreeg hulp", "Bea"), ("P2_2010", "hulp", "Bea")]
    told = run("import", str(team_list(tmp_path, rows)), str(folder), "--language", "en")
    assert "1 interview with codings of several coders: P1_2010. These are not added up." in told
    assert "coders" not in (folder / "study.yaml").read_text("utf-8")


def test_of_several_coders_each_answers_for_the_interviews_without_codings(tmp_path: Path) -> None:
    folder = small_study(tmp_path)
    table = str(team_list(tmp_path, [("P1_2010", "hulp", "Anna"), ("P2_2010", "hulp", "Bea")]))
    for words in (["--empty", "P3_2010"], ["--all-coded"]):
        result = CliRunner().invoke(main, ["import", table, str(folder), *words, "--language", "en"])
        assert result.exit_code == 1
        assert "it is not said which of them coded the interviews without codings" in result.output
    assert not (folder / "codings").exists()
    run("import", table, str(folder), "--coder", "bea", "--empty", "P3_2010")
    assert (folder / "codings" / "bea.jsonl").read_text("utf-8").count('"P3_2010"') == 1
    assert not (folder / "codings" / "anna.jsonl").exists()
