"""A study: what its files say, and what is wrong in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.errors import BpQualError, StudyError, TranscriptError
from bp_qual.study import read_corpus, read_study
from bp_qual.study.checking import check_study
from bp_qual.study.study_inputs import read_inputs

STUDY = """\
study: Proef
language: nl
waves:
  - {id: "2010", from: 2009, to: 2011}
  - "2020"
speakers: {interviewer: [I], respondent: [R]}
codebook: codebook.yaml
"""
CODEBOOK = """\
codebook: Proef
version: 1.0.0
language: nl
codes:
  - id: samen
    definition: Together.
    terms: [samen]
"""
TALK = "I: Hoe gaat het?\nR: Wij doen het samen.\n"


def make(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return folder


def ids(folder: Path) -> list[str]:
    return [interview.id for interview in read_study(folder).interviews]


def messages(folder: Path) -> list[str]:
    with pytest.raises(BpQualError) as error:
        read_study(folder)
    return [str(problem).replace(f"{folder}/", "") for problem in error.value.problems]


def test_a_folder_with_only_files_is_a_study(tmp_path: Path) -> None:
    make(tmp_path, P02_2010__txt=TALK, P01_2020__txt=TALK, P01_2010__txt=TALK, README__md="Lees mij.")
    assert ids(tmp_path) == ["P01_2010", "P01_2020", "P02_2010"]
    assert [wave.id for wave in read_study(tmp_path).waves] == ["2010", "2020"]


def test_a_folder_with_only_interviews_csv_is_a_study(tmp_path: Path) -> None:
    make(tmp_path, a__txt=TALK, b__txt=TALK, interviews__csv="file,person,wave\na.txt,P01,voor\nb.txt,P01,na\n")
    assert sorted(ids(tmp_path)) == ["P01_na", "P01_voor"]


def test_waves_keep_the_order_of_the_study_file(tmp_path: Path) -> None:
    make(tmp_path, study__yaml="waves: [voor, na]\n", P01_voor__txt=TALK, P01_na__txt=TALK)
    assert read_corpus(tmp_path).waves == ("voor", "na")
    assert [t.wave for t in read_corpus(tmp_path).transcripts] == ["voor", "na"]


def test_a_file_that_says_neither_person_nor_wave_is_left_out_and_named(tmp_path: Path) -> None:
    make(tmp_path, P01_2010__txt=TALK, aantekeningen__txt="x")
    assert any(str(note).startswith("aantekeningen.txt is left out") for note in read_study(tmp_path).notes)


def test_the_output_of_an_earlier_run_is_not_read(tmp_path: Path) -> None:
    make(tmp_path, P01_2010__txt=TALK)
    (tmp_path / "out").mkdir()
    record = '{"bp_qual": "1", "outputs": {"P09_2010.csv": ""}}'
    table = "code,persons,up,down\nbuurt,2,1,1\n"
    make(tmp_path / "out", run__json=record, P09_2010__csv=table, P08_2010__txt=TALK)
    assert ids(tmp_path) == ["P01_2010", "P08_2010"]
    assert not [note for note in read_study(tmp_path).notes if note.kind == "own results"]


def test_an_output_beside_the_study_does_not_hide_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, run__json="{}")
    (tmp_path / "study").mkdir()
    make(tmp_path / "study", P01_2010__txt=TALK)
    monkeypatch.chdir(tmp_path)
    assert ids(Path("study")) == ids(Path("../" + tmp_path.name + "/study")) == ids(tmp_path / "study") == ["P01_2010"]


def test_everything_wrong_in_the_study_file_is_told_at_once(tmp_path: Path) -> None:
    text = "studdy: x\nwaves: [{id: a, form: 2010}, {from: eens, id: b}, a]\nspeakers: {respondant: [R]}\nfloor: veel\n"
    make(tmp_path, study__yaml=text, P01_a__txt=TALK)
    found = messages(tmp_path)
    assert "study.yaml:1:1  unknown key 'studdy' in the study file. Did you mean 'study'?" in found[0]
    wanted = [
        "'form'",
        "'eens' is not a date",
        "wave 'a' is listed twice; the first is on line 2.",
        "'respondant'",
        "'veel' is not a number",
    ]
    assert all(any(want in message for message in found) for want in wanted), found


@pytest.mark.parametrize("name", ["nowhere", "file.txt/inside"])
def test_a_study_that_is_not_there_says_how_to_make_one(tmp_path: Path, name: str) -> None:
    with pytest.raises(StudyError, match="is not there. Give the folder of a study, or make one with: bp-qual init"):
        read_study(tmp_path / name)


def test_an_empty_study_says_how_files_are_named(tmp_path: Path) -> None:
    assert "Name the files like P01_2010.docx" in messages(tmp_path)[0]


def test_an_interview_outside_its_window_is_pointed_out(tmp_path: Path) -> None:
    csv = "file,person,wave,date\nP01_2010.txt,P01,2010,2012-03-01\n"
    make(tmp_path, study__yaml=STUDY, interviews__csv=csv, P01_2010__txt=TALK)
    assert any("outside the window of wave 2010 (2009 to 2011)" in str(note) for note in read_study(tmp_path).notes)


def test_persons_without_interview_and_the_reverse_are_pointed_out(tmp_path: Path) -> None:
    make(tmp_path, P01_2010__txt=TALK, persons__csv="person,type\nP02,doener\n")
    study = read_study(tmp_path)
    assert "P02 is in persons.csv but has no interview." in map(str, study.notes)
    assert "P01 has an interview but is not in persons.csv." in map(str, study.notes)
    assert study.persons.to_dict("records") == [{"person": "P02", "type": "doener"}]


def test_a_person_may_have_attributes_for_each_wave_but_not_twice_the_same(tmp_path: Path) -> None:
    rows = "person,wave,type\nP01,2010,doener\nP01,2020,bouwer\nP01,2020,doener\n"
    make(tmp_path, P01_2010__txt=TALK, persons__csv=rows)
    assert messages(tmp_path) == ["persons.csv:4  P01 2020 is listed twice; the first is on line 3. Keep one row."]


def test_an_unreadable_file_stops_the_study_and_can_be_left_out_by_name(tmp_path: Path) -> None:
    make(tmp_path, P01_2010__txt=TALK, P02_2010__txt="")
    with pytest.raises(TranscriptError, match="1 of 2 files cannot be read"):
        read_corpus(tmp_path)
    corpus = read_corpus(tmp_path, skip_unreadable=True)
    assert [t.interview for t in corpus.transcripts] == ["P01_2010"]
    assert len(corpus.unread) == 1
    assert "P02_2010.txt" in str(corpus.unread[0])


def test_wrong_study_codebook_and_transcript_are_one_message(tmp_path: Path) -> None:
    make(tmp_path, study__yaml=STUDY + "oeps: 1\n", codebook__yaml=CODEBOOK + "    oeps: 2\n", P01_2010__txt="")
    with pytest.raises(StudyError) as error:
        read_inputs(tmp_path)
    text = str(error.value)
    assert all(f"{name}" in text for name in ("study.yaml:8", "codebook.yaml:8", "P01_2010.txt"))
    assert text.splitlines()[-1].startswith("3 problems. Nothing was coded.")


def test_a_study_without_codebook_says_where_to_name_one(tmp_path: Path) -> None:
    make(tmp_path, P01_2010__txt=TALK)
    with pytest.raises(StudyError, match=r"has no codebook\. Name one in study\.yaml"):
        read_inputs(tmp_path)


@pytest.mark.parametrize("book", [CODEBOOK, "# thema's\n" + CODEBOOK, "{codebook: B, version: 1.0.0, codes: []}"])
def test_a_codebook_in_the_folder_that_study_yaml_does_not_name_is_named_with_what_to_write(
    tmp_path: Path, book: str
) -> None:
    make(tmp_path, P01_2010__txt=TALK, thema__yaml=book)
    with pytest.raises(StudyError, match=r"thema\.yaml is one\. Name it in study\.yaml \(codebook: thema\.yaml\)"):
        read_inputs(tmp_path)
    assert any("codebook: thema.yaml" in str(note) for note in check_study(tmp_path).notes)


@pytest.mark.parametrize("others", [{"a__yaml": CODEBOOK, "b__yaml": CODEBOOK}, {"a__yaml": "codebook: x\n"}])
def test_of_two_codebooks_and_of_another_file_none_is_named(tmp_path: Path, others: dict[str, str]) -> None:
    make(tmp_path, P01_2010__txt=TALK, **others)
    with pytest.raises(StudyError, match=r"has no codebook\."):
        read_inputs(tmp_path)


def test_the_source_of_a_transcript_is_relative_to_the_study(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    make(tmp_path / "deep", P01_2010__txt=TALK)
    assert read_corpus(tmp_path).transcripts[0].source == "deep/P01_2010.txt"


def test_a_folder_for_each_wave_is_understood_and_told(tmp_path: Path) -> None:
    for wave in ("Ronde 1", "Ronde 2"):
        (tmp_path / wave).mkdir()
        make(tmp_path / wave, P07__txt=TALK)
    study = read_study(tmp_path)
    assert [(i.id, i.known_from) for i in study.interviews] == [
        ("P07_1", "person from the file name; wave from the folder 'Ronde 1'"),
        ("P07_2", "person from the file name; wave from the folder 'Ronde 2'"),
    ]
    assert sum("List it in interviews.csv to be sure" in str(note) for note in study.notes) == 2


def test_without_a_stated_language_that_of_the_codebook_counts_and_else_that_of_the_talk(tmp_path: Path) -> None:
    talk = "I: How are you doing these days?\nR: We are working together with the people in the street.\n"
    make(tmp_path, P01_2010__txt=talk, codebook__yaml=CODEBOOK.replace("language: nl", "language: de"))
    assert read_corpus(tmp_path).transcripts[0].language == "en"
    assert read_inputs(tmp_path, codebook=tmp_path / "codebook.yaml")[1].transcripts[0].language == "de"


def test_a_link_out_of_the_study_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "study").mkdir()
    make(tmp_path, secret__txt=TALK)
    (tmp_path / "study" / "P01_2010.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(TranscriptError, match="is a link to a place outside the study"):
        read_corpus(tmp_path / "study")


def test_persons_and_waves_are_in_natural_order(tmp_path: Path) -> None:
    make(tmp_path, P10_w2__txt=TALK, P2_w10__txt=TALK)
    corpus = read_corpus(tmp_path)
    assert corpus.persons == ("P2", "P10")
    assert corpus.waves == ("w2", "w10")


def test_a_codebook_in_another_language_than_the_talk_is_pointed_out(tmp_path: Path) -> None:
    make(tmp_path, P01_2010__txt=TALK * 9, codebook__yaml=CODEBOOK.replace("language: nl", "language: en"))
    note = "the codebook has words in en, but 1 of 1 interviews seem to be in nl"
    assert any(str(n).startswith(note) for n in read_inputs(tmp_path, codebook=tmp_path / "codebook.yaml")[0].notes)
    assert any(n.startswith(note) for n in check_study(tmp_path, codebook=tmp_path / "codebook.yaml").notes)
    both = CODEBOOK.replace("language: nl", "language: en").replace("[samen]", "{nl: [samen], en: [together]}")
    make(tmp_path, codebook__yaml=both)
    assert not any("seem to be" in str(n) for n in read_inputs(tmp_path, codebook=tmp_path / "codebook.yaml")[0].notes)


@pytest.mark.parametrize(
    ("terms", "told"),
    [("schulden, hielp, mensen", "'schulden' (said too: schuld)"), ("schuld, schulden, gegroeid, betere", "")],
)
def test_a_term_that_does_not_find_the_base_form_that_is_said_is_told(tmp_path: Path, terms: str, told: str) -> None:
    make(tmp_path, P01_2010__txt="I: Hoe?\nR: Door mijn schuld, en het groeien gaat goed.\n")
    file = tmp_path / "book.yaml"
    file.write_text(f"{{codebook: A, version: 1.0.0, language: nl, codes: [{{id: a, terms: [{terms}]}}]}}", "utf-8")
    notes = [note for note in check_study(tmp_path, codebook=file, language="en").notes if "finds itself only" in note]
    assert len(notes) == bool(told)
    assert all(f"only: {told}. Write" in note for note in notes)


def test_a_respondent_who_says_nothing_or_little_is_pointed_out(tmp_path: Path) -> None:
    make(tmp_path, P01_2010__txt=TALK, P02_2010__txt="I: Hoe gaat het?\nR: ...\nI: En nu?\nR: (zwijgt)\n")
    notes = check_study(tmp_path, language="en").notes
    short = "fewer than 300 words, so kept in the tables but not compared: P01 (2010, 4). If interviews are that short,"
    assert any(note.startswith(short) and "`floor:`" in note for note in notes)
    assert any(note.startswith("there are turns, but not a word in them, of: P02 (2010).") for note in notes)


def test_a_transcript_is_no_study(tmp_path: Path) -> None:
    make(tmp_path, P01_2010__txt=TALK)
    assert messages(tmp_path / "P01_2010.txt") == [
        f"{tmp_path / 'P01_2010.txt'}  is no study. Give its folder, or its study.yaml."
    ]


def test_a_plan_or_guide_that_names_what_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    text = STUDY + "plan: [samne]\nasked: {samen: ['2030']}\n"
    make(tmp_path, P01_2010__txt=TALK, P01_2020__txt=TALK, codebook__yaml=CODEBOOK, study__yaml=text)
    told = [str(problem).replace(f"{tmp_path}/", "") for problem in check_study(tmp_path).problems]
    assert told == [
        "study.yaml:8:8  'samne' is not a code of the codebook. Did you mean 'samen'?",
        "study.yaml:9:17  '2030' is not a wave of the study. There are: 2010, 2020.",
    ]
    result = CliRunner().invoke(main, ["compare", str(tmp_path), "-o", str(tmp_path / "out")])
    assert (result.exit_code, (tmp_path / "out").exists()) == (1, False)
    assert all(line in result.stderr for line in ("'samne' is geen code", "'2030' is geen ronde"))


@pytest.mark.slow
def test_a_language_without_texts_of_the_report_gets_an_english_one(tmp_path: Path) -> None:
    german = {"study__yaml": STUDY.replace("nl", "de"), "codebook__yaml": CODEBOOK.replace("nl", "de")}
    make(tmp_path, P01_2010__txt=TALK, P01_2020__txt=TALK, **german)
    result = CliRunner().invoke(main, ["compare", str(tmp_path), "-o", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    assert '<html lang="en"' in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (STUDY.replace("language: nl", "language: Nederlands"), "study.yaml:2:11  'Nederlands' is not the code"),
        (STUDY.replace("to: 2011", "to: 2008"), "study.yaml:4:34  '2008' is before '2009'. Write the first date"),
        (STUDY.replace("to: 2011", "to: 2011-13"), "study.yaml:4:34  '2011-13' is not a date."),
    ],
)
def test_a_language_or_a_window_that_cannot_be_is_told(tmp_path: Path, text: str, told: str) -> None:
    make(tmp_path, P01_2010__txt=TALK, study__yaml=text, codebook__yaml=CODEBOOK)
    assert messages(tmp_path)[0].startswith(told)


@pytest.mark.parametrize("floor", ["²", "9" * 5_000])
def test_a_floor_that_looks_like_a_number_and_is_none_is_a_problem(tmp_path: Path, floor: str) -> None:
    (tmp_path / "study.yaml").write_text(f"study: Demo\nlanguage: en\nfloor: {floor}\n", encoding="utf-8")
    (tmp_path / "P1_2010.txt").write_text("R: ja", encoding="utf-8")
    with pytest.raises(StudyError, match="is not a number of words"):
        read_study(tmp_path)


def test_a_row_of_persons_csv_without_a_person_is_a_problem(tmp_path: Path) -> None:
    make(tmp_path, P01_2010__txt=TALK, persons__csv="person,born\nP01,1950\n,1960\n")
    assert messages(tmp_path)[0] == "persons.csv:3  says no person. Fill it in, or delete the row."


@pytest.mark.parametrize("wave", ["2010.0", "T1", "2222"])
def test_a_wave_in_persons_csv_that_is_none_of_the_study_is_told(tmp_path: Path, wave: str) -> None:
    rows = f"person,wave,type\nP01,{wave},doener\nP01,2010,bouwer\n"
    make(tmp_path, P01_2010__txt=TALK, persons__csv=rows)
    (note,) = [str(note) for note in read_study(tmp_path).notes if f"wave {wave}" in str(note)]
    assert "(2010)" in note
    make(tmp_path, study__yaml=STUDY, P01_2010__txt=TALK, persons__csv=rows)
    assert messages(tmp_path)[0].startswith(f"persons.csv:2  wave '{wave}' is not in study.yaml. Its waves: 2010")


def test_rows_of_waves_of_a_survey_between_the_interviews_are_told_once_and_no_problem(tmp_path: Path) -> None:
    rows = [f"{person},{wave},doener" for person in ("P01", "P02") for wave in (2010, 2013, 2016, 2020)]
    del rows[-1]  # who left
    files = {"study__yaml": STUDY, "codebook__yaml": CODEBOOK, "P01_2010__txt": TALK, "P01_2020__txt": TALK}
    make(tmp_path, **files, P02_2010__txt=TALK, persons__csv="\n".join(["person,wave,type", *rows, ""]))
    (note,) = [str(note) for note in read_study(tmp_path).notes if note.kind == "person in no wave"]
    assert note.startswith("persons.csv has 4 rows of wave 2013 and 2016, in which nobody was interviewed (2010, 2020)")


@pytest.mark.parametrize("wave", ["201O", "2011", "2010.0"])
def test_a_row_of_a_wave_that_stands_instead_of_one_of_the_study_is_a_problem(tmp_path: Path, wave: str) -> None:
    rows = ["P01,2010,doener", "P01,2013,doener", "P01,2020,doener", f"P02,{wave},bouwer", "P02,2020,bouwer"]
    make(tmp_path, study__yaml=STUDY, codebook__yaml=CODEBOOK, P01_2010__txt=TALK, P02_2020__txt=TALK)
    make(tmp_path, persons__csv="\n".join(["person,wave,type", *rows, ""]))
    assert messages(tmp_path) == [f"persons.csv:5  wave '{wave}' is not in study.yaml. Its waves: 2010, 2020."]


@pytest.mark.parametrize("wave", ["2010", ""])
def test_a_wave_in_persons_csv_that_is_one_of_the_study_is_not_told(tmp_path: Path, wave: str) -> None:
    make(tmp_path, P01_2010__txt=TALK, persons__csv=f"person,wave,type\nP01,{wave},doener\n")
    assert not [note for note in read_study(tmp_path).notes if note.kind == "person in no wave"]
