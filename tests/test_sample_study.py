"""What the sample study promises: who is in it, that it is fiction, and that no two interviews are alike."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from docx import Document

from bp_qual.codebook import read_codebook
from bp_qual.coding import apply_codebook
from bp_qual.compare import compare_waves
from bp_qual.panel import count_codes
from bp_qual.study import read_study
from bp_qual.study.corpus_reading import gather_corpus
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.transcripts.speech import count_words

SAMPLE = Path(__file__).parents[1] / "transcripts_sample"
TWELVE = tuple(f"P{number:02}" for number in range(1, 13))
AGAIN = ("P01", "P02", "P03", "P04", "P06", "P08", "P09", "P11")
TYPES = ("alledaagse doener", "frontliniewerker", "sociaal ondernemer", "bruggenbouwer")
FILES = sorted(p for p in SAMPLE.iterdir() if p.suffix in (".docx", ".txt", ".vtt"))


@cache
def read_sample() -> Corpus:
    return gather_corpus(read_study(SAMPLE))[0]


def read_rows(name: str) -> list[dict[str, str]]:
    with (SAMPLE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def persons_in(wave: str) -> list[str]:
    return sorted({p for t in read_sample().transcripts if t.wave == wave for p in t.persons})


def words_of(transcript: Transcript, *roles: str) -> int:
    return sum(count_words(transcript.text, t.start, t.end) for t in transcript.turns if t.role in roles)


def sentences_of(transcript: Transcript) -> set[str]:
    said = " ".join(transcript.text[turn.start : turn.end] for turn in transcript.turns)
    pieces = (" ".join(re.findall(r"\w+", piece.casefold())) for piece in re.split(r"[.!?\n]+", said))
    return {piece for piece in pieces if len(piece.split()) >= 5}


def test_twelve_persons_speak_about_2010_eight_of_them_again_in_2020_and_one_entrant():
    assert persons_in("2010") == list(TWELVE)
    assert persons_in("2020") == sorted([*AGAIN, "P13"])


def test_each_of_the_four_types_has_three_of_the_twelve_in_five_neighbourhoods():
    rows = read_rows("persons.csv")
    assert Counter(row["type"] for row in rows if row["person"] in TWELVE) == dict.fromkeys(TYPES, 3)
    assert len({row["neighbourhood"] for row in rows}) == 5
    assert sorted(row["person"] for row in rows) == [*TWELVE, "P13"]


def test_every_file_is_listed_and_every_listed_file_is_there():
    assert sorted({row["file"] for row in read_rows("interviews.csv")}) == [path.name for path in FILES]
    assert {path.suffix for path in FILES} == {".docx", ".txt", ".vtt"}


def test_every_date_lies_inside_the_window_of_its_wave_so_that_nothing_is_noted():
    assert not [note for note in read_study(SAMPLE).notes if "window" in str(note) or "date" in str(note)]
    dates = {row["wave"]: [] for row in read_rows("interviews.csv")}
    for row in read_rows("interviews.csv"):
        dates[row["wave"]].append(row["date"])
    assert min(dates["2010"]) >= "2008-11"
    assert max(dates["2010"]) < "2012-01"
    assert min(dates["2020"]) >= "2019-06"
    assert max(dates["2020"]) < "2021-01"


def test_one_person_has_two_interviews_in_2020_and_one_interview_has_two_persons():
    transcripts = read_sample().transcripts
    assert [t.wave for t in transcripts if "P03" in t.persons] == ["2010", "2020", "2020"]
    couple = [t for t in transcripts if len(t.persons) == 2]
    assert [(t.persons, t.wave) for t in couple] == [(("P04", "P09"), "2010")]
    spoken = Counter(turn.person for turn in couple[0].turns if turn.role == "respondent")
    assert spoken.keys() == {"P04", "P09"}
    assert min(spoken.values()) >= 10


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_begins_by_saying_that_it_is_fiction(path: Path):
    if path.suffix == ".docx":
        first = Document(str(path)).paragraphs[0].text
    else:
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        first = " ".join(lines[2:3]) if path.suffix == ".vtt" else lines[0]
        assert path.suffix != ".vtt" or lines[1] == "NOTE"
    assert first.startswith("Fictief interview.")


def test_the_readme_says_in_two_languages_that_it_is_fiction():
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    assert "Everything in this folder is fiction." in readme
    assert "Alles in deze map is verzonnen." in readme


def test_that_it_is_fiction_is_said_by_nobody_in_the_interview():
    for transcript in read_sample().transcripts:
        assert not any("Fictief interview" in transcript.text[t.start : t.end] for t in transcript.turns)


def test_every_interview_holds_500_to_1000_words_and_mostly_the_respondent_talks():
    for transcript in read_sample().transcripts:
        said, asked = words_of(transcript, "respondent"), words_of(transcript, "interviewer")
        assert 500 <= said + asked <= 1000, transcript.source
        assert said > 3 * asked, transcript.source


def test_every_turn_has_a_known_role_and_every_answer_a_known_person():
    for transcript in read_sample().transcripts:
        assert {turn.role for turn in transcript.turns} == {"respondent", "interviewer"}, transcript.source
        assert all(bool(turn.person) == (turn.role == "respondent") for turn in transcript.turns)
        assert {turn.person for turn in transcript.turns} - {""} == set(transcript.persons)


def test_no_two_interviews_share_a_sentence_of_five_words():
    seen: dict[str, str] = {}
    for transcript in read_sample().transcripts:
        for sentence in sentences_of(transcript):
            assert sentence not in seen, (sentence, seen[sentence], transcript.source)
            seen[sentence] = transcript.source
    assert len(seen) > 800


def test_no_questionnaire_is_shared_by_more_than_a_few_openings():
    """Templates show in how the interviewers begin: hardly a question opens with the same four words."""
    openings: Counter[str] = Counter()
    for transcript in read_sample().transcripts:
        asked = (transcript.text[t.start : t.end] for t in transcript.turns if t.role == "interviewer")
        openings.update({" ".join(text.split()[:4]).casefold() for text in asked if len(text.split()) >= 4})
    assert openings.most_common(1)[0][1] <= 3


def test_the_word_files_carry_no_name_and_no_date_of_their_making():
    for path in (path for path in FILES if path.suffix == ".docx"):
        properties = Document(str(path)).core_properties
        assert properties.author == properties.last_modified_by == "Onderzoeksteam (fictief)"
        assert properties.created == properties.modified
        assert (properties.modified.year, properties.modified.month) in {(2011, 1), (2020, 1)}


@cache
def compare_sample() -> pd.DataFrame:
    codebook = read_codebook(SAMPLE.parent / "codebooks" / "best_persons.yaml")
    return compare_waves(count_codes(apply_codebook(codebook, read_sample()), read_sample(), codebook)).persons


def moved(code: str) -> pd.Series:
    """Return the difference in rate of a code for each person in both waves."""
    rows = compare_sample()
    rows = rows[(rows["code"] == code) & rows["person"].isin(AGAIN)].set_index("person")
    return rows["rate_after"] - rows["rate_before"]


@pytest.mark.slow
def test_institutions_money_and_boxes_weigh_heavier_for_most_but_not_for_all():
    assert (moved("instanties") > 0).sum() >= 6
    assert (moved("financiering") > 0).sum() >= 4
    assert (moved("hokjes") > 0).sum() >= 4
    assert moved("hokjes")["P06"] < 0, "the nurse was cut into codes in 2010 and leads her own team in 2020"
    assert moved("financiering")["P11"] < 0, "the laundry had a bank in 2010 and a contract in 2020"


def test_working_together_stays_about_as_much_present():
    change = moved("samenwerking")
    assert min((change > 0).sum(), (change < 0).sum()) >= 2
    assert abs(change.mean()) < 1, "less than one mention in a thousand words"


def test_a_next_generation_is_spoken_of_by_several_in_2020_and_by_none_of_them_in_2010():
    rows = compare_sample()
    rows = rows[(rows["code"] == "opvolging") & rows["person"].isin(AGAIN)]
    assert rows["mentions_before"].sum() == 0
    assert (rows["mentions_after"] > 0).sum() >= 4
