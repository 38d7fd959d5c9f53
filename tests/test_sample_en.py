"""What the English sample study promises: who speaks when, that it is fiction, and that it can be argued with."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner
from docx import Document

from bp_qual.cli import main
from bp_qual.coding import apply_codebook
from bp_qual.coding.by_hand import HandCodings
from bp_qual.compare import Comparison, compare_waves
from bp_qual.panel import count_codes
from bp_qual.study import Study, read_study
from bp_qual.study.checking import check_study
from bp_qual.study.corpus_reading import gather_corpus
from bp_qual.study.gathering import codebook_of
from bp_qual.study.hand_coding import read_coders
from bp_qual.study.shipped_sample import copy_sample
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.transcripts.speech import count_words

SAMPLE = Path(__file__).parents[1] / "transcripts_sample_en"
README = " ".join((SAMPLE / "README.md").read_text("utf-8").split())
FILES = sorted(path for path in SAMPLE.iterdir() if path.suffix in (".docx", ".odt", ".txt", ".vtt"))
FIVE = ("P01", "P02", "P03", "P04", "P08")
SEEN = {
    "2005": {*FIVE, "P05", "P06", "P09"},
    "2013": {*FIVE, "P06", "P07", "P10"},
    "2022": {*FIVE, "P05", "P10", "P11"},
}


@cache
def read_sample() -> tuple[Study, Corpus]:
    study = read_study(SAMPLE)
    return study, gather_corpus(study)[0]


@cache
def code_sample() -> pd.DataFrame:
    study, corpus = read_sample()
    return apply_codebook(codebook_of(study), corpus)


@cache
def compare_sample() -> Comparison:
    study, corpus = read_sample()
    codebook = codebook_of(study)
    return compare_waves(count_codes(code_sample(), corpus, codebook), floor=study.floor, draws=999, language="en")


@cache
def read_hands() -> dict[str, HandCodings]:
    study, corpus = read_sample()
    hands = read_coders(study, corpus=corpus, codebook=codebook_of(study))
    return {hand.coder: hand for hand in hands}


def read_rows(name: str) -> list[dict[str, str]]:
    with (SAMPLE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def words_of(transcript: Transcript, role: str) -> int:
    return sum(count_words(transcript.text, turn.start, turn.end) for turn in transcript.turns if turn.role == role)


def rates(code: str) -> pd.DataFrame:
    """Return the mentions of a code per 1,000 words, a row for each of the five and a column for each wave."""
    panel = compare_sample().panel
    table = panel.counts.merge(panel.exposure[["person", "wave", "words"]], on=["person", "wave"])
    table = table[(table["code"] == code) & table["person"].isin(FIVE)]
    return table.assign(rate=1000 * table["mentions"] / table["words"]).pivot_table("rate", "person", "wave")


def mentions(code: str, *persons: str) -> dict[str, int]:
    """Return how often a code is mentioned in each wave, by these persons."""
    counts = compare_sample().panel.counts
    counts = counts[(counts["code"] == code) & counts["person"].isin(persons)]
    return counts.groupby("wave")["mentions"].sum().to_dict()


def quotes(code: str, *persons: str) -> set[str]:
    table = code_sample()
    return set(table[(table["code"] == code) & table["person"].isin(persons)]["quote"])


def test_eleven_persons_are_in_the_waves_that_the_readme_says():
    there = read_sample()[1].transcripts
    assert {wave: {p for t in there if t.wave == wave for p in t.persons} for wave in SEEN} == SEEN
    assert sorted(row["person"] for row in read_rows("persons.csv")) == sorted(set().union(*SEEN.values()))
    assert len(there) == 24


def test_every_file_is_listed_and_every_listed_file_is_there_under_a_plain_name():
    assert sorted({row["file"] for row in read_rows("interviews.csv")}) == [path.name for path in FILES]
    assert {path.suffix for path in FILES} == {".docx", ".odt", ".txt", ".vtt"}
    assert all(re.fullmatch(r"[A-Za-z0-9_.]+", path.name) for path in FILES)


def test_check_finds_no_problem_in_it():
    assert not check_study(SAMPLE).problems


def test_each_wave_has_interviewers_of_its_own_who_saw_nobody_in_another():
    by_wave: dict[str, set[str]] = {}
    for row in read_rows("interviews.csv"):
        by_wave.setdefault(row["wave"], set()).add(row["interviewer"])
    assert by_wave == {"2005": {"A", "B"}, "2013": {"C", "D"}, "2022": {"E", "F"}}


def test_a_couple_shares_an_interview_and_one_person_has_two_in_a_wave():
    there = read_sample()[1].transcripts
    assert [(t.persons, t.wave) for t in there if len(t.persons) == 2] == [(("P06", "P10"), "2013")]
    assert [t.wave for t in there if "P03" in t.persons] == ["2005", "2013", "2013", "2022"]
    exposure = compare_sample().panel.exposure.set_index(["person", "wave"])
    assert exposure.loc[("P06", "2013"), "words"] == 216
    assert "216 words" in README


@pytest.mark.parametrize("name", [path.name for path in FILES])
def test_every_interview_begins_by_saying_that_it_is_fiction_and_nobody_says_it_in_the_talk(name: str):
    (transcript,) = (t for t in read_sample()[1].transcripts if Path(t.source).name == name)
    if name.endswith(".docx"):
        first = Document(str(SAMPLE / name)).paragraphs[0].text
        assert first.startswith("Fictional interview")
        properties = Document(str(SAMPLE / name)).core_properties
        assert properties.author == properties.last_modified_by == "Research team (fictional)"
    elif not name.endswith(".odt"):
        data = (SAMPLE / name).read_bytes()
        assert data.removeprefix(b"WEBVTT\n\nNOTE\n").startswith(b"Fictional interview")
    assert not any("Fictional interview" in transcript.text[turn.start : turn.end] for turn in transcript.turns)


def test_every_interview_holds_650_to_900_words_and_mostly_the_respondent_talks():
    for transcript in read_sample()[1].transcripts:
        said, asked = words_of(transcript, "respondent"), words_of(transcript, "interviewer")
        assert 650 <= said + asked <= 900, transcript.source
        assert said > 3 * asked, transcript.source
        assert {turn.role for turn in transcript.turns} == {"respondent", "interviewer"}, transcript.source


def test_no_two_interviews_share_a_sentence_of_five_words_and_no_question_opens_often_the_same():
    seen: dict[str, str] = {}
    openings: Counter[str] = Counter()
    for transcript in read_sample()[1].transcripts:
        texts = [(turn.role, transcript.text[turn.start : turn.end]) for turn in transcript.turns]
        said = " ".join(text for _, text in texts)
        sentences = (" ".join(re.findall(r"\w+", piece.casefold())) for piece in re.split(r"[.!?\n]+", said))
        for sentence in {one for one in sentences if len(one.split()) >= 5}:
            assert sentence not in seen, (sentence, seen[sentence], transcript.source)
            seen[sentence] = transcript.source
        openings.update(
            {" ".join(text.split()[:4]).casefold() for role, text in texts if role == "interviewer" and " " in text}
        )
    assert len(seen) > 1100
    assert openings.most_common(1)[0][1] <= 3


def test_institutions_rise_with_all_five_in_2013_and_fall_with_all_five_in_2022():
    found = rates("instanties")
    assert (found["2005"] < found["2013"]).all()
    assert (found["2013"] > found["2022"]).all()
    assert mentions("papierwerk", *FIVE)["2005"] == 0
    assert mentions("papierwerk", "P08")["2022"] > 0


def test_money_goes_the_same_way_for_three_of_the_five():
    found = rates("financiering")
    rises = (found["2005"] < found["2013"]) & (found["2013"] > found["2022"])
    assert set(found.index[rises]) == {"P02", "P03", "P04"}
    assert {"Grant", "Revenue"} <= quotes("financiering", "P01", "P08")


def test_boxes_are_a_matter_of_2013_and_the_silos_before_and_after_hold_grain_and_swallows():
    found = rates("hokjes")
    assert (found["2013"] > 0).all()
    assert not found[["2005", "2022"]].to_numpy().any()
    assert quotes("hokjes", "P06", "P10") == {"silo"}


@pytest.mark.slow
def test_the_report_says_of_boxes_that_they_are_in_neither_of_the_waves_compared_not_that_nobody_was_put_in_one(
    tmp_path: Path,
):
    for language, said in (("en", "(1 of them was found in neither wave)"), ("nl", "(1 ervan is in geen van beide")):
        where = tmp_path / language
        said_by("compare", "--language", language, "-o", str(where))
        report = " ".join((where / "report.html").read_text("utf-8").split())
        assert said in report
        assert "not found at all" not in report


@pytest.mark.slow
def test_words_drawn_together_of_words_that_say_little_are_not_among_those_that_changed():
    said = {line.split()[0] for line in said_by("words", "--most", "99").splitlines() if line.startswith("  ")}
    assert {"night", "write"} <= said
    assert not {word for word in said if "'" in word}


def test_more_than_half_of_lasting_in_2013_follows_a_question_that_named_it():
    table = code_sample()
    lasting = table[(table["code"] == "duurzaamheid") & (table["wave"] == "2013")]
    assert lasting["prompted"].mean() > 0.5


def test_working_together_falls_in_the_count_and_the_readme_says_by_what():
    assert mentions("samenwerking", *FIVE) == {"2005": 11, "2013": 11, "2022": 6}
    assert "11 mentions of the five in 2005 and 11 in 2013 to 6" in README


def test_a_next_generation_has_no_word_in_2005_and_one_with_four_of_the_five_in_2022():
    found = rates("opvolging")
    assert not found["2005"].any()
    assert set(found.index[found["2022"] > 0]) == {"P01", "P02", "P03", "P08"}


@pytest.mark.parametrize(
    ("code", "person", "quote"),
    [
        ("bondgenoten", "P04", "Ally"),
        ("bondgenoten", "P06", "champion"),
        ("bondgenoten", "P01", "have his back"),
        ("vernieuwing", "P02", "Pioneer"),
        ("opvolging", "P06", "step away"),
        ("kennisoverdracht", "P05", "passed on"),
    ],
)
def test_words_are_used_for_something_else(code: str, person: str, quote: str):
    assert quote in quotes(code, person)


def test_three_times_somebody_passed_on_and_is_dead():
    table = code_sample()
    assert sorted(table[table["quote"] == "passed on"]["person"]) == ["P01", "P02", "P05"]


def test_three_waves_have_a_trend_and_each_pair_of_waves_can_be_compared():
    comparison = compare_sample()
    assert comparison.panel.waves == ("2005", "2013", "2022")
    trend = comparison.trend.set_index("code")
    assert trend.loc["opvolging", "p"] < 0.05
    assert trend.loc["instanties", "p"] > 0.5  # 5 mentions, then 38, then 8: the trend does not see it
    assert trend.loc["instanties", "bend_p_adjusted"] < 0.05
    assert "instanties more in between than before and after" in comparison.summary()
    counted = "6 of 11 persons were interviewed in both waves · 2 dropouts · 1 entrant in 2022 · 1 missed a wave"
    assert f"{counted} · 1 in another wave only ·" in comparison.summary()
    assert "Of 11 persons, 6 were interviewed in both 2005 and 2022." in comparison.methods("en")
    later = compare_waves(comparison.panel, before="2013", after="2022", draws=99, language="en").persons
    assert set(later[later["code"] == "instanties"]["person"]) >= {*FIVE}


def test_two_coders_coded_a_part_each_and_forty_passages_both_and_all_stands_at_its_quotes():
    hands = read_hands()
    texts = {t.interview: t.text for t in read_sample()[1].transcripts}
    assert set(hands) == {"amir", "nell"}
    for hand in hands.values():
        assert not len(hand.lost)
        for row in hand.codings.to_dict("records"):
            assert texts[row["interview"]][row["start"] : row["end"]] == row["quote"]
        assert len(hand.memos) == 3
    parts = Counter(row["coders"] for row in read_rows("samples/first.csv"))
    assert parts == {"nell amir": 40, "nell": 40, "amir": 40}


def said_by(*command: str) -> str:
    """Return what a command says, each line a row."""
    done = CliRunner().invoke(main, [*command, str(SAMPLE)])
    assert done.exit_code == 0, done.output
    return done.stdout


def line_of(text: str, begin: str) -> str:
    (line,) = (line for line in text.splitlines() if line.startswith(begin))
    return line


def test_the_coders_agree_as_the_readme_says():
    said = said_by("agree")
    both = line_of(said, "instanties, all waves: 40 passages")
    assert "found in 55% (amir), 35% (nell)" in both
    assert "alpha 0.60" in both
    assert "alpha 0.31" in line_of(said, "instanties, 2005")
    assert "Amir found it in 55%, Nell in 35% (alpha 0.60)" in README
    assert "(alpha 0.31)" in README
    for code in ("opvolging", "kennisoverdracht"):
        assert "found in 5% (amir), 5% (nell); agreement 1.00" in line_of(said, f"{code}, all waves: 40 passages")


def test_the_codebook_finds_one_in_six_institutions_in_2005_and_nearly_two_thirds_in_2013():
    said = said_by("validate", "--before", "2013", "--after", "2022")
    rows = {tuple(line.split()[:2]): line for line in said.splitlines() if line.startswith("instanties ")}
    assert "0.16 (0.08 to 0.30)" in rows["instanties", "2005"]
    assert "0.63 (0.50 to 0.66)" in rows["instanties", "2013"]
    assert "corrected −" in line_of(said, "instanties, 2013 to 2022")


@pytest.mark.slow
def test_a_fall_of_recall_is_told_between_the_waves_that_were_asked_for():
    said = said_by("validate", "--before", "2013", "--after", "2022")
    assert line_of(said, "instanties: recall").startswith("instanties: recall in 2022 minus recall in 2013 0.0")
    assert "recall in 2022 minus recall in 2005" not in said
    assert "instanties: recall in 2022 minus recall in 2005 0.49" in said_by("validate")


@pytest.mark.slow
def test_the_english_sample_is_copied_by_its_language_and_the_dutch_one_without(tmp_path: Path):
    done = CliRunner().invoke(main, ["init", "--sample", "--language", "en", str(tmp_path / "en")])
    assert done.exit_code == 0, done.output
    names = {path.relative_to(SAMPLE).as_posix() for path in SAMPLE.rglob("*") if path.is_file()}
    copied = {path.relative_to(tmp_path / "en").as_posix() for path in (tmp_path / "en").rglob("*") if path.is_file()}
    assert copied == {*names, "best_persons_en.yaml"}
    assert not check_study(tmp_path / "en").problems
    assert "Try it" in done.stderr
    assert CliRunner().invoke(main, ["init", "--sample", str(tmp_path / "nl")]).exit_code == 0
    assert (tmp_path / "nl" / "P01_2010.docx").is_file()
    dutch = CliRunner().invoke(main, ["init", "--sample", "--language", "nl", str(tmp_path / "again")])
    assert dutch.exit_code == 0
    assert (tmp_path / "again" / "P01_2010.docx").is_file()
    with pytest.raises(ValueError, match="no sample study in 'fr'"):
        copy_sample(tmp_path / "fr", "fr")
