"""Two transcripts with the same talk are told: one interview under two persons or waves, a copy, a pasted passage."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bp_qual.cli import main
from bp_qual.study.checking import check_study
from bp_qual.study.corpus_reading import read_corpus
from bp_qual.study.same_talk import note_same_talk

NAMES = ("de buurvrouw", "mijn broer", "het bestuur", "de school", "een vrijwilliger", "onze huisarts", "de bakker")
DOES = ("hielp ons aan", "begon steeds over", "schreef een brief over", "dacht lang na over", "vertelde ons over")
WHAT = ("het geld voor de zaal", "de sleutel van het pand", "een plan voor de tuin", "de hulp van de gemeente")


def answers(seed: int, number: int = 20) -> list[str]:
    """Return answers that another seed does not give."""
    chance = random.Random(seed)
    return [
        f"{chance.choice(NAMES)} {chance.choice(DOES)} {chance.choice(WHAT)}, dat was in {chance.randint(0, 10**6)}."
        for _ in range(number)
    ]


def interview(said: list[str], *, question: str = "Hoe ging dat verder, kunt u daar iets over vertellen?") -> str:
    return "\n".join(f"I: {question}\nR: {answer}" for answer in said)


def told(folder: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    notes = note_same_talk(read_corpus(folder))
    return [(str(note.values["first"]), str(note.values["second"])) for note in notes]


def test_one_interview_under_two_persons_or_waves_is_told(tmp_path):
    same = interview(answers(1))
    pairs = told(tmp_path, {"P01_2010.txt": same, "P02_2010.txt": same, "P03_2020.txt": interview(answers(2))})
    assert pairs == [("P01_2010.txt", "P02_2010.txt")]
    assert told(tmp_path, {"P02_2010.txt": interview(answers(3)), "P01_2020.txt": same}) == [
        ("P01_2010.txt", "P01_2020.txt")
    ]


def test_a_copy_that_was_corrected_and_labelled_otherwise_is_told(tmp_path):
    said = answers(1)
    edited = [answer.upper() if n % 3 else f"nou ja, {answer}" for n, answer in enumerate(said)]
    other = interview(edited, question="En verder?").replace("I:", "Interviewer:").replace("R:", "Respondent:")
    assert told(tmp_path, {"P01_2010.txt": interview(said), "P01_2020.txt": other})


def test_line_ends_inside_sentences_do_not_hide_a_copy(tmp_path):
    said = answers(1)
    broken = interview([answer.replace(" over ", "\nover ").replace(", dat", ",\ndat") for answer in said])
    assert told(tmp_path, {"P01_2010.txt": interview(said), "P01_2020.txt": broken})


def test_a_long_passage_in_a_much_longer_interview_is_told(tmp_path):
    short, long = answers(1, 30), answers(2, 200)
    mixed = interview([*answers(3, 170), *short])
    assert told(tmp_path, {"P01_2010.txt": interview(long), "P01_2020.txt": mixed}) == []
    assert told(tmp_path, {"P01_2010.txt": interview([*long, *short])})


def test_questions_and_a_few_equal_answers_are_not_the_same_talk(tmp_path):
    shared = answers(9, 3)
    first, second = ([*answers(seed), *shared] for seed in (1, 2))
    assert told(tmp_path, {"P01_2010.txt": interview(first), "P01_2020.txt": interview(second)}) == []


def test_the_two_persons_of_one_file_do_not_share_their_talk(tmp_path):
    ans, piet = answers(1), answers(2)
    text = "\n".join(f"I: En toen?\nAns: {one}\nPiet: {other}" for one, other in zip(ans, piet, strict=True))
    (tmp_path / "samen.txt").write_text(text, "utf-8")
    (tmp_path / "interviews.csv").write_text(
        "file,person,wave,speaker\nsamen.txt,Ans,2010,Ans\nsamen.txt,Piet,2010,Piet\n", "utf-8"
    )
    assert note_same_talk(read_corpus(tmp_path)) == ()


@pytest.mark.slow
def test_check_and_compare_tell_the_same_talk_and_leaving_it_out_silences_them(tmp_path, capsys):
    same = interview(answers(1))
    told(tmp_path, {"P01_2010.txt": same, "P01_2020.txt": same})
    (tmp_path / "codes.yaml").write_text(
        "codebook: t\nversion: 1.0.0\nlanguage: nl\ncodes: [{id: geld, terms: [geld]}]", "utf-8"
    )
    (tmp_path / "study.yaml").write_text("study: t\nlanguage: nl\ncodebook: codes.yaml\n", "utf-8")
    sentence = "P01_2010.txt en P01_2020.txt bevatten dezelfde tekst"
    assert any(sentence in note for note in check_study(tmp_path).notes)
    main(["compare", str(tmp_path), "-o", str(tmp_path / "out")], standalone_mode=False)
    assert sentence in capsys.readouterr().err
    (tmp_path / "P01_2020.txt").write_text(interview(answers(2)), "utf-8")
    assert not any("dezelfde tekst" in note for note in check_study(tmp_path).notes)


def test_copies_are_told_in_one_note_and_fall_silent_once_the_study_names_them(tmp_path):
    same, other = interview(answers(1)), interview(answers(2))
    names = ("P01_2010.txt", "P02_2010.txt", "P03_2010.txt", "P04_2010.txt")
    for name in names:
        (tmp_path / name).write_text(other if name.startswith("P04") else same, "utf-8")
    rows = "".join(f"{name},{name[:3]},2010,\n" for name in names)
    (tmp_path / "interviews.csv").write_text(f"file,person,wave,same_talk\n{rows}", "utf-8")
    told = [note for note in check_study(tmp_path).notes if "same_talk" in note]
    assert len(told) == 1
    assert all(name in told[0] for name in names[:3])
    assert names[3] not in told[0]
    named = rows.replace("P01_2010.txt,P01,2010,", "P01_2010.txt,P01,2010,P02_2010.txt|P03_2010.txt")
    (tmp_path / "interviews.csv").write_text(f"file,person,wave,same_talk\n{named}", "utf-8")
    assert not [note for note in check_study(tmp_path).notes if "same_talk" in note]


def test_a_file_of_the_same_name_in_another_folder_is_named_by_its_path(tmp_path):
    rows = "2010/P01.txt,P01,2010,2020/P01.txt\n2020/P01.txt,P01,2020,\n"
    for year in ("2010", "2020"):
        (tmp_path / year).mkdir()
        (tmp_path / year / "P01.txt").write_text(interview(answers(1)), "utf-8")
    (tmp_path / "interviews.csv").write_text(f"file,person,wave,same_talk\n{rows}", "utf-8")
    assert not [note for note in check_study(tmp_path).notes if "same_talk" in note]


@pytest.mark.parametrize(
    "name",
    [
        "Kopie van P10_2020",
        "Copy of P10_2020",
        "P10_2020 - Kopie",
        "P10_2020 - Copy (2)",
        "P10_2020_kopie2",
        "P10_2020 (1)",
    ],
)
def test_a_copy_of_a_file_is_no_person_of_its_own(tmp_path, name):
    for stem in ("P10_2020", name, "P10_2010"):
        (tmp_path / f"{stem}.txt").write_text(interview(answers(len(stem))), "utf-8")
    findings = check_study(tmp_path, language="en")
    assert findings.corpus.persons == ("P10",)
    assert any("2 files for P10 in wave 2020" in str(problem) for problem in findings.problems)
