"""A form, a list of questions or a codebook among the interviews is nobody: it is named, and left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import check_study, read_study
from bp_qual.study.corpus_reading import gather_corpus
from bp_qual.study.papers import is_paper
from bp_qual.study.proposals import propose_by_name

TALK = "I: Hoe gaat het?\nR: " + "Wij doen hier veel samen met de buren en de gemeente. " * 8 + "\n"


def make_study(folder: Path, *names: str, language: str = "en") -> Path:
    folder.mkdir()
    for name in ("P01_2010.txt", "P01_2020.txt", "P02_2010.txt", *names):
        (folder / name).write_text(TALK, encoding="utf-8")
    (folder / "study.yaml").write_text(f"language: {language}\n", encoding="utf-8")
    return folder


def persons(folder: Path) -> set[str]:
    return {person for interview in read_study(folder).interviews for person in interview.persons}


PAPERS = [
    *("topiclijst_2010.txt", "topic_guide_2020.txt", "topic guide.txt", "vragenlijst.md", "leidraad_2010.txt"),
    *("interview guide_2020.txt", "interviewguide_2010.txt", "Interviewleidraad_2010.txt", "codeboek_2020.txt"),
    *("codebook.txt", "codebook_v2.txt", "notities_2020.txt", "veldnotities_2010.txt", "fieldnotes_2010.txt"),
    *("vragenlijst_P01_2010.txt", "samenvatting_2010.txt", "Summary_2020.txt", "consent forms_2010.txt"),
    *("vragenlijst versie 2_2010.txt", "interview questions_2010.txt", "deelnemerslijst_2020.txt", "methode_2010.txt"),
    *("maillijst_2010.txt", "uitnodiging per mail P01_2010.txt"),
]


@pytest.mark.parametrize(
    ("name", "person"),
    [
        *(("mail Marga juni 2011", "Marga"), ("email Gwyn June 2008", "Gwyn"), ("Dilys e-mail 2008", "Dilys")),
        *(("Jean per mail 2008", "Jean"), ("Tom via email 2008", "Tom"), ("Marga_mail_2011", "Marga")),
        *(("Jan de Vries mail ronde 2", "Jan de Vries"), ("P07 email 2010", "P07"), ("2011-06-12 e-mail Jo", "Jo")),
        *(("Gerrit (per e-mail) 2011", "Gerrit"), ("maillijst 2011", ""), ("mailinglijst Jo 2011", "")),
        *(("email list 2008", ""), ("mail 2010", ""), ("mail Marga", ""), ("mail aan Marga 2011", "")),
        *(("email reminder Tom 2008", ""), ("mail toestemming Jo 2011", ""), ("e-mailadressen 2011", "")),
        *(("mail gemeente 2011", ""), ("mail METC 2011", ""), ("afzegging mail Jo 2011", ""), ("re mail Jo 2011", "")),
        *(("mail Jo afzegging 2011", ""), ("Jo Wijngaarde mail 2011", "Jo Wijngaarde")),
        *(("mail deelnemers 2011", ""), ("uitnodiging per mail Jo 2011", "")),
    ],
)
def test_an_interview_by_mail_is_one_and_a_letter_or_a_list_for_mail_is_not(name: str, person: str) -> None:
    file = Path(f"{name}.txt")
    assert is_paper(file) == (not person)
    assert not person or propose_by_name(file).person == person


@pytest.mark.sweep(2)
@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_papers_are_no_person_and_are_named(name: str, language: str, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", name, language=language)
    assert persons(folder) == {"P01", "P02"}
    findings = check_study(folder)
    assert findings.problems == ()
    said = {"en": "is left out", "nl": "doet niet mee"}[language]
    (note,) = [note for note in findings.notes if note.startswith(name)]
    assert said in note
    assert gather_corpus(read_study(folder))[0].missing == ()


def test_papers_are_read_where_interviews_csv_says_that_they_are_talk(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "vragenlijst_2020.txt")
    (folder / "interviews.csv").write_text("file,person,wave\nvragenlijst_2020.txt,P02,2020\n", encoding="utf-8")
    assert ("P02", "2020") in {(p, i.wave) for i in read_study(folder).interviews for p in i.persons}


@pytest.mark.sweep(5)
@pytest.mark.parametrize("name", ["P02 toestemming_2020.txt", "vragenlijst_P02_2020.txt", "P02_notities_2020.txt"])
@pytest.mark.parametrize("ending", [".txt", ".doc"])
def test_papers_about_somebody_are_no_interview_and_their_person_is_no_dropout(
    name: str, ending: str, tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study", name.replace(".txt", ending))
    assert persons(folder) == {"P01", "P02"}
    assert gather_corpus(read_study(folder))[0].missing == (("P02", "2020"),)
    assert check_study(folder).problems == ()


@pytest.mark.parametrize(
    "name", ["De Brief-Jansen_2020.txt", "Notenboom_2020.txt", "Guido_2020.txt", "Formica_2020.txt", "Mailer_2020.txt"]
)
def test_a_name_with_such_a_word_in_it_is_a_person(name: str, tmp_path: Path) -> None:
    assert persons(make_study(tmp_path / "study", name)) == {"P01", "P02", name.partition("_")[0]}


def test_an_interview_with_notes_is_one(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "Interview P02 2020 notes.txt")
    assert ("P02", "2020") in {(p, i.wave) for i in read_study(folder).interviews for p in i.persons}
