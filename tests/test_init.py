"""`init`: what it proposes for a folder of interviews, marked as a guess until a person confirms it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import read_study
from bp_qual.cli import main
from bp_qual.codebook import read_codebook
from bp_qual.coding import check_examples
from bp_qual.errors import StudyError
from bp_qual.study.checking import check_study
from bp_qual.study.interview_files import transcript_files, without_papers
from bp_qual.study.label_use import suggest_labels
from bp_qual.study.listed_persons import spell_as_listed
from bp_qual.study.proposal import Proposal
from bp_qual.study.proposed_files import maybe_one_person, wave_lines
from bp_qual.study.starter import make_codebook, make_study
from bp_qual.transcripts import count_turn_words
from bp_qual.wording import Wording
from proposed_rows import proposed_rows

TALK = "Interviewer: Hoe ging dat?\nIk: Wij werkten samen.\nInterviewer: En toen?\nIk: Toen niet meer.\n"


def begin(folder: Path, *names: str, talk: str = TALK) -> list[dict[str, str]]:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(talk, "utf-8")
    make_study(folder)
    return proposed_rows(folder)


@pytest.mark.parametrize(
    ("name", "person", "wave"),
    [
        ("Interview met Fatima 9-11-2021 def2.txt", "Fatima", "2021"),
        ("Jan_2020_bewerkt.txt", "Jan", "2020"),
        ("Jan 2020 (edited).txt", "Jan", "2020"),
        ("mevrouw de vries 15 okt 2021.txt", "De vries", "2021"),
        ("interview gerrit maart 2011.txt", "Gerrit", "2011"),
        ("Kopie van gesprek Piet 2021 v2.txt", "Piet", "2021"),
        ("Mr Smith 2010 final (1).txt", "Smith", "2010"),
        ("nameting Dhr. Bos.txt", "Bos", "nameting"),
        ("P01 ronde 2 versie 3.txt", "P01", "2"),
    ],
)
def test_words_such_as_interview_title_month_and_version_are_no_names(
    tmp_path: Path, name: str, person: str, wave: str
) -> None:
    (row,) = begin(tmp_path, name)
    assert (row["person"], row["wave"]) == (person, wave)


def test_the_label_of_who_answers_is_the_person_before_the_file_name(tmp_path: Path) -> None:
    talk = TALK.replace("Ik:", "Mevr. Bakker:")
    (row,) = begin(tmp_path, "opname schuurtje 2011.txt", talk=talk)
    assert (row["person"], row["speaker"]) == ("Bakker", "Mevr. Bakker")


def test_a_label_that_answers_in_the_files_of_different_people_is_no_name(tmp_path: Path) -> None:
    rows = begin(tmp_path, "gerrit 2011.txt", "fatima 2011.txt")
    assert {row["person"] for row in rows} == {"Gerrit", "Fatima"}


def test_one_name_in_two_spellings_of_case_is_one_person(tmp_path: Path) -> None:
    rows = begin(tmp_path, "mevrouw de vries 2021.txt", "Mevr De Vries 2011.txt")
    assert {row["person"] for row in rows} == {"De Vries"}


def test_persons_are_spelled_as_the_list_of_persons_has_them(tmp_path: Path) -> None:
    for name in ("Karel_Bos_2010", "karel bos 2020"):
        (tmp_path / f"{name}.txt").write_text("I: Hoe gaat het?\nR: Goed, dank u.", encoding="utf-8")
    (tmp_path / "persons.csv").write_text("person;role\nKarel_Bos;kok\n", encoding="utf-8")
    said = CliRunner().invoke(main, ["init", str(tmp_path)])
    assert {row["person"] for row in proposed_rows(tmp_path)} == {"Karel_Bos"}
    assert "persons.csv" not in said.output


def test_persons_are_spelled_as_listed_with_accents_written_in_either_way(tmp_path: Path) -> None:
    (tmp_path / "persons.csv").write_text("person\nRene\u0301_Bos\n", encoding="utf-8")
    assert spell_as_listed([Proposal(tmp_path, "Ren\u00e9 Bos")], tmp_path)[0].person == "Rene\u0301_Bos"


def test_what_is_guessed_is_marked_and_repeated_until_it_is_confirmed(tmp_path: Path) -> None:
    rows = begin(tmp_path, "P01_2010.txt", "gerrit maart 2020.txt", "gerrit 2010.txt")
    assert {row["file"]: row["guessed"] for row in rows} == {
        "P01_2010.txt": "speaker",
        "gerrit maart 2020.txt": "person wave speaker",
        "gerrit 2010.txt": "person wave speaker",
    }
    told = [note for note in check_study(tmp_path, language="en").notes if "init guessed" in note]
    assert len(told) == 2
    assert "empty the cell `guessed`" in told[0]
    assert told[1] == "study.yaml: init guessed language, waves. Where that is right, take it out of `guessed:`."
    study = tmp_path / "study.yaml"
    study.write_text(study.read_text("utf-8").replace("guessed: [language, waves]", "guessed: []"), "utf-8")
    file = tmp_path / "interviews.csv"
    file.write_text(file.read_text("utf-8").replace("person wave speaker", "").replace(";speaker\n", ";\n"), "utf-8")
    assert not [note for note in check_study(tmp_path, language="en").notes if "init guessed" in note]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("sign", [",", ";"])
def test_a_table_with_questions_in_its_columns_has_a_person_in_each_row(tmp_path: Path, sign: str) -> None:
    for wave in ("2010", "2020"):
        lines = (("id", "age", "What went well?", "What did not?"), ("Ann", "34", "A lot.", "Little did that year."))
        text = "\n".join(sign.join(cells) for cells in (*lines, ("Bob", "51", "Hardly a thing.", "All.")))
        (tmp_path / f"survey {wave}.csv").write_text(text, "utf-8")
    make_study(tmp_path)
    words = dict.fromkeys([("Ann", "2010"), ("Bob", "2010"), ("Ann", "2020"), ("Bob", "2020")], 0)
    for transcript in check_study(tmp_path).corpus.transcripts:
        for turn, count in zip(transcript.turns, count_turn_words(transcript).tolist(), strict=True):
            if turn.role == "respondent":
                words[turn.person, transcript.wave] += count
    assert list(words.values()) == [6, 4, 6, 4]


def test_a_file_of_questions_and_answers_is_of_whom_its_name_says(tmp_path: Path) -> None:
    talk = "Question: How did it start?\nAnswer: We did the garden.\n" * 3
    rows = begin(tmp_path, "Anneke_2010.txt", "Bob_2020.txt", talk=talk)
    assert [(row["person"], row["wave"]) for row in rows] == [("Anneke", "2010"), ("Bob", "2020")]


def test_headings_and_colours_are_not_written_as_speakers(tmp_path: Path) -> None:
    (row,) = begin(tmp_path, "Truus_2021.md", talk="**Hoe was dat?**\n\nGoed.\n\n**En toen?**\n\nToen niet.\n")
    assert row["speaker"] == ""
    (transcript,) = check_study(tmp_path).corpus.transcripts
    assert [turn.role for turn in transcript.turns] == ["interviewer", "respondent"] * 2


def test_waves_that_nothing_orders_are_left_to_be_put_in_order(tmp_path: Path) -> None:
    lines = list(wave_lines([Proposal(tmp_path / wave, "P01", wave) for wave in ("groen", "blauw")], Wording("en")))
    assert all(line.startswith("#") for line in lines)
    assert lines[-1] == '# waves: ["blauw", "groen"]'
    known = list(wave_lines([Proposal(tmp_path / wave, "P01", wave) for wave in ("post", "pre")], Wording("en")))
    assert known[1:] == ['  - "pre"', '  - "post"']


def test_waves_of_two_sorts_are_asked_for_and_not_put_in_order(tmp_path: Path) -> None:
    begin(tmp_path, "2010 Riet Bos.txt", "2020 Riet Bos.txt", "ronde 1 - Henk.txt", "ronde 2 - Henk.txt")
    file = tmp_path / "study.yaml"
    said = file.read_text("utf-8")
    assert 'waves: ["' not in said
    assert "2010, 2020; 1, 2" in said
    assert "2010, 2020; 1, 2" in str(check_study(tmp_path).problems[0])
    for told, more in ((True, ""), (False, "different: [2010 | 2020 | 1 | 2]\n")):  # an order alone is no answer yet
        file.write_text(f"{said}waves: [2010, 2020, 1, 2]\n{more}", "utf-8")
        checked = check_study(tmp_path)
        assert not checked.problems
        assert any("2010, 2020; 1, 2" in note for note in checked.notes) == told


def test_after_init_compare_runs(tmp_path: Path) -> None:
    begin(tmp_path, "P01_2010.txt", "P01_2020.txt")
    done = CliRunner().invoke(main, ["compare", str(tmp_path), "-o", str(tmp_path / "out"), "--floor", "0"])
    assert done.exit_code == 0, done.output
    assert not check_study(tmp_path).problems


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_first_codebook_is_right_in_its_own_eyes_and_never_written_over(tmp_path: Path, language: str) -> None:
    file = tmp_path / "themes.yaml"
    done = CliRunner().invoke(main, ["codebook", "new", str(file), "--language", language])
    assert done.exit_code == 0, done.output
    book = read_codebook(file)
    assert (book.name, book.language) == ("themes", language)
    assert not check_examples(book)
    with pytest.raises(StudyError, match="is there already"):
        make_codebook(file)


@pytest.mark.parametrize("language", ["fr", "de", "no"])
def test_in_another_language_the_first_codebook_has_no_terms_that_could_never_be_found(
    tmp_path: Path, language: str
) -> None:
    done = CliRunner().invoke(main, ["codebook", "new", str(tmp_path / "themes.yaml"), "--language", language])
    known = language != "no"
    assert (done.exit_code, "no word tables" in done.output) == ((0, False) if known else (1, True)), done.output
    if known:
        book = read_codebook(tmp_path / "themes.yaml")
        assert (book.language, [code.terms for code in book.codes]) == (language, [()])
        assert f"no example words in '{language}'" in (tmp_path / "themes.yaml").read_text("utf-8")


def test_interviews_that_say_they_are_in_another_language_get_a_study_without_english_terms(tmp_path: Path) -> None:
    rows = "file,person,wave,language\n" + "".join(f"P01_{wave}.txt,P01,{wave},fr\n" for wave in (2010, 2020))
    (tmp_path / "interviews.csv").write_text(rows, "utf-8")
    begin(tmp_path, "P01_2010.txt", "P01_2020.txt")
    assert read_codebook(tmp_path / "codebook.yaml").codes[0].terms == ()
    assert "language: fr" in (tmp_path / "study.yaml").read_text("utf-8")


def test_names_that_nobody_can_read_yet_do_not_make_english_talk_dutch(tmp_path: Path) -> None:
    talk = "Interviewer: How was it?\nAnna: It was too much and I stopped in May, because my health was not the best.\n"
    rows = begin(tmp_path, "anna smith T0.txt", "anna smith T1.txt", talk=talk)
    assert [row["wave"] for row in rows] == ["0", "1"]
    assert "language: en" in (tmp_path / "study.yaml").read_text("utf-8")


def test_a_study_that_has_its_own_study_file_gets_no_second_codebook(tmp_path: Path) -> None:
    (tmp_path / "study.yaml").write_text("language: nl\n", "utf-8")
    begin(tmp_path, "P01_2010.txt")
    assert not (tmp_path / "codebook.yaml").exists()


def test_a_file_with_a_blank_before_its_name_is_found(tmp_path: Path) -> None:
    begin(tmp_path, " P01_2010.txt", "P01_2020.txt")
    findings = check_study(tmp_path)
    assert not findings.problems
    assert len(findings.corpus.transcripts) == 2


def test_a_first_line_that_says_another_wave_is_told_until_the_date_is_known(tmp_path: Path) -> None:
    begin(tmp_path, "2010/P01.txt", "2020/P01.txt", talk="Interview P01, wave 2020\n\n" + TALK)
    assert any("2010/P01.txt: its first line says 2020" in note for note in check_study(tmp_path, language="en").notes)
    file = tmp_path / "interviews.csv"
    file.write_text(file.read_text("utf-8").replace("P01;2010;;", "P01;2010;2010-05-01;"), "utf-8")
    assert not any("its first line says" in note for note in check_study(tmp_path, language="en").notes)


def test_who_may_be_one_person_is_proposed() -> None:
    names = ["Mo", "Mohammed", "De Vries", "Mevr. de Vries", "De Jong", "Jan Bos", "Jan Smit", "P1", "P10"]
    told = [str(sentence).partition(" may be")[0] for sentence in maybe_one_person(names)]
    assert told == ["'De Vries' and 'Mevr. de Vries'", "'Mo' and 'Mohammed'"]


def test_two_labels_that_are_one_persons_already_are_not_suggested(tmp_path: Path) -> None:
    for name, label in (("a.txt", "Mevr. De Vries"), ("b.txt", "Mevr. de Vries")):
        (tmp_path / name).write_text(TALK.replace("Ik:", f"{label}:"), "utf-8")
    rows = "file,person,wave,speaker\na.txt,V,2011,Mevr. De Vries\nb.txt,V,2021,Mevr. de Vries\n"
    (tmp_path / "interviews.csv").write_text(rows, "utf-8")
    assert not suggest_labels(check_study(tmp_path).corpus)


@pytest.mark.parametrize("place", ["study.yaml", "interviews.csv"])
def test_how_speakers_are_marked_can_be_said_for_a_study_or_for_one_file(tmp_path: Path, place: str) -> None:
    for name in ("P01_2010.txt", "P01_2020.txt"):
        (tmp_path / name).write_text("Eva > Hoe ging dat?\nJan > Goed hoor.\nEva > En toen?\nJan > Ook.\n", "utf-8")
    in_file = place == "interviews.csv"
    rows = [f"{name},P01,{name[4:8]},Jan,{'{name} >' * in_file}" for name in ("P01_2010.txt", "P01_2020.txt")]
    (tmp_path / "interviews.csv").write_text("\n".join(["file,person,wave,speaker,labels", *rows]) + "\n", "utf-8")
    (tmp_path / "study.yaml").write_text("language: nl\n" + 'labels: "{name} >"\n' * (not in_file), "utf-8")
    for transcript in check_study(tmp_path).corpus.transcripts:
        assert [turn.speaker for turn in transcript.turns] == ["Eva", "Jan"] * 2
        assert [turn.role for turn in transcript.turns] == ["interviewer", "respondent"] * 2
    file = tmp_path / place
    file.write_text(file.read_text("utf-8").replace("{name}", "{Name}"), "utf-8")
    with pytest.raises(StudyError, match=rf"{place}:\d.*only \{{name\}} and \{{time\}}"):
        read_study(tmp_path)


@pytest.mark.slow
def test_compare_says_in_one_line_each_what_check_knows(tmp_path: Path) -> None:
    begin(tmp_path, "P01_2010.txt", "P01_2020.txt")
    book, out = tmp_path / "codebook.yaml", tmp_path / "out"
    command = ["compare", str(tmp_path), "-o", str(out), "--floor", "0", "--language", "en"]
    first = CliRunner().invoke(main, command)
    assert "examples fail" not in first.output
    assert "under the same version" not in first.output
    book.write_text(book.read_text("utf-8").replace("wonen samen in de wijk", "werken samen in de wijk"), "utf-8")
    assert "1 of the codebook's examples fail: the numbers of samenwerking" in CliRunner().invoke(main, command).output
    text = book.read_text("utf-8").replace("- samenwerking\n", "- samenwerking\n      - partner\n")
    book.write_text(text, "utf-8")
    assert "under the same version" in CliRunner().invoke(main, command).output


@pytest.mark.slow
def test_compare_says_once_how_much_more_check_has_and_in_full_what_changes_numbers(tmp_path: Path) -> None:
    turned = TALK.replace("Ik:", "Q:").replace("Interviewer:", "Ik:").replace("Q:", "Interviewer:") * 3
    for name, talk in (("Anna 2010", TALK), ("Anna 2020", turned), ("Bob Jansen 2010", TALK), ("Bob 2020", TALK)):
        (tmp_path / f"{name}.txt").write_text(talk, "utf-8")
    (tmp_path / "Dirk 2010.doc").write_bytes(b"x")
    (tmp_path / "plan.dwg").write_bytes(b"x")
    make_study(tmp_path)
    (tmp_path / "Cor.txt").write_text(TALK, "utf-8")
    command = [str(tmp_path), "--language", "en"]
    full = notes_told(CliRunner().invoke(main, ["check", *command]).output)
    told = notes_told(CliRunner().invoke(main, ["compare", *command, "-o", str(tmp_path / "out")]).output)
    kept, (brief,) = told[:-1], told[-1:]
    assert set(kept) <= set(full)
    for told_of in ("Cor.txt is left out", "Anna 2020.txt: ", "'Bob' (Bob 2020.txt)", "Dirk 2010.doc"):
        assert [note for note in full if told_of in note] == [note for note in kept if told_of in note] != []
    assert [note for note in kept if "plan" in note or "guessed" in note] == []
    groups = "2 on guesses that nobody confirmed, 1 on files that are not read"
    assert brief == f"3 notes besides ({groups}): bp-qual check {tmp_path}"


def notes_told(output: str) -> list[str]:
    return [line.removeprefix("Note: ") for line in output.splitlines() if line.startswith("Note: ")]


ROUNDS = ("Anna 2009", "Bert mei 2010", "Cor 12-3-2010", "Dirk 2011", "Anna 2019", "Bert 2020", "Cor juni 2020")


def test_years_that_lie_together_are_proposed_as_one_wave_with_its_dates(tmp_path: Path) -> None:
    rows = begin(tmp_path, *(f"{name}.txt" for name in ROUNDS))
    assert {(row["person"], row["wave"]) for row in rows} == {
        *((person, "2010") for person in ("Anna", "Bert", "Cor", "Dirk")),
        *((person, "2020") for person in ("Anna", "Bert", "Cor")),
    }
    assert all("wave" in row["guessed"].split() for row in rows)
    study = (tmp_path / "study.yaml").read_text("utf-8")
    assert '- {id: "2010", from: 2009-01, to: 2011-12}\n  - {id: "2020", from: 2019-01, to: 2020-12}\n' in study
    assert "guessed: [language, waves]" in study
    assert [wave.id for wave in read_study(tmp_path).waves] == ["2010", "2020"]


@pytest.mark.parametrize(
    "names",
    [
        [f"{person} {year}" for person in ("Anna", "Bert", "Cor") for year in (2009, 2010, 2020)],  # asked every year
        ["Anna 2009", "Bert 2010", "Cor 2020", "Dirk 2021"],  # nobody twice
        [f"{person} {year}" for person, year in (("Anna", 2009), ("Bert", 2010), ("Anna", 2012), ("Bert", 2013))],
        [f"{person} {year}" for person in ("Anna", "Bert") for year in (2010, 2020)],
        ["Anna 2006", "Bert 2007", "Cor 2008", "Dirk 2009", "Anna 2020", "Bert 2020"],  # a round of four years
    ],
)
def test_years_that_can_be_waves_of_their_own_stay_so(tmp_path: Path, names: list[str]) -> None:
    rows = begin(tmp_path, *(f"{name}.txt" for name in names))
    assert {row["wave"] for row in rows} == {name.split()[1] for name in names}


def test_a_person_who_is_in_an_interview_with_somebody_else_too_is_no_look_alike(tmp_path: Path) -> None:
    talk = "I: Hoe?\nSamira: Goed zo.\nBertus: Samen wel.\nI: En?\nSamira: Ja hoor.\nBertus: Nee dus.\n"
    begin(tmp_path, "Samira en Bertus 30-9-2010.txt", talk=talk)
    (tmp_path / "study.yaml").unlink()
    (tmp_path / "interviews.csv").unlink()
    begin(tmp_path, "Samira 2019.txt", talk=TALK)
    assert "different" not in (tmp_path / "study.yaml").read_text("utf-8")


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    ("name", "date"),
    [
        *(
            (f"Oane en Baukje {day}", "2010-09-02")
            for day in ("2-9-10", "02-09-10", "2.9.10", "02_09_10", "2 sept '10")
        ),
        *((f"Isla and Ewan {day}", "2022-09-02") for day in ("2-9-22", "02.09.22", "2-9-'22", "2nd Sept 22", "2sep22")),
        *((f"{day} Oane en Baukje", "1998-12-31") for day in ("31-12-98", "31.12.98", "31 dec 98", "31_12_98")),
    ],
)
def test_a_short_year_behind_day_and_month_is_a_date_and_no_part_of_a_name(
    tmp_path: Path, name: str, date: str
) -> None:
    first, other = ("Oane", "Baukje") if "Oane" in name else ("Isla", "Ewan")
    talk = TALK.replace("Ik: W", f"{first}: W").replace("Ik: T", f"{other}: T")
    rows = begin(tmp_path, f"{name}.txt", talk=talk)
    assert [(row["person"], row["date"], row["wave"]) for row in rows] == [
        (first, date, date[:4]),
        (other, date, date[:4]),
    ]


PAPERS = [
    *("Topic guide 2010 v2.txt", "Interview guide 2010.txt", "topiclijst 2010 en 2020 v3.txt", "topiclijst_2010.txt"),
    *("interviewleidraad ronde 2.txt", "vragenlijst 2020 definitief.txt", "Interview questions 2nd round.txt"),
    *("Toestemming Jelle 2010.txt", "Toestemming_Jelle_2010.txt", "TOESTEMMING JELLE.txt", "consent_P02_2010.txt"),
    *("Consent Isla 2010.txt", "informed consent P01.txt", "toestemmingsverklaring Oane 2010.txt", "consent form.txt"),
    *("information letter 2010.txt", "Information sheet participants v2.txt", "informatiebrief deelnemers.txt"),
    *("personen.csv", "deelnemers.csv", "participants.csv", "persons 2010.txt", "list of participants.txt"),
    *("lijst van deelnemers 2010.txt", "Respondenten ronde 1.txt", "deelnemerslijst_2010.txt", "respondents list.txt"),
    *("codeboek 2010.txt", "codebook v3.txt", "codelijst_2020.txt", "code list 2020.txt", "coding scheme.txt"),
    *("brief Jelle 2010.txt", "Letter to participants.txt"),
]
TALKS = [
    *(
        "Jan de Brief 2010.txt",
        "Kees Brief 2020.txt",
        "Interview P02 2010 notes.txt",
        "Interview Isla 2010, letter.txt",
    ),
    *("interview met 3 deelnemers 2010.txt", "Deelnemer 3 2010.txt", "Participant 4 2020.txt", "Notenboom 2020.txt"),
    *("gesprek Jelle 2010.txt", "Anna met vragenlijst, interview 2020.txt", "Respondent 2 ronde 1.txt"),
]


@pytest.mark.sweep(2)
@pytest.mark.parametrize("name", PAPERS)
def test_forms_guides_and_lists_of_persons_are_left_out_and_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Vraag: Hoe gaat het?\n- leeftijd\n", "utf-8")
    for language in ("nl", "en"):
        (tmp_path / "P01_2010.txt").write_text(TALK, "utf-8")
        done = CliRunner().invoke(main, ["init", str(tmp_path), "--language", language])
        assert done.exit_code == 0
        assert {"nl": "Doen niet mee", "en": "Left out, as the names"}[language] in done.stderr
        assert name in done.stderr
        rows = proposed_rows(tmp_path)
        assert [row["file"] for row in rows] == ["P01_2010.txt"]
        told = check_study(tmp_path, language=language)
        assert name in " ".join([*told.notes, *map(str, told.problems)])
        assert [interview.file.name for interview in read_study(tmp_path).interviews] == ["P01_2010.txt"]
        for made in ("study.yaml", "interviews.csv", "codebook.yaml"):
            (tmp_path / made).unlink()
    assert [interview.file.name for interview in read_study(tmp_path).interviews] == ["P01_2010.txt"]


@pytest.mark.parametrize("name", TALKS)
def test_a_name_that_speaks_of_talk_or_ends_in_a_surname_is_no_form(tmp_path: Path, name: str) -> None:
    assert name in {row["file"] for row in begin(tmp_path, "P01_2010.txt", name)}


def test_where_every_name_is_that_of_a_form_the_forms_are_proposed(tmp_path: Path) -> None:
    rows = begin(tmp_path, "vragenlijst P01 2010.txt", "vragenlijst P01 2020.txt")
    assert [(row["person"], row["wave"]) for row in rows] == [("P01", "2010"), ("P01", "2020")]
    assert without_papers(transcript_files(tmp_path / "no"))[1] == ()


RECORDED = [  # the name that a program or telephone gives, and the day that it says
    *((f"{name}.txt", "2020-11-03") for name in (
        "GMT20201103-140212_Recording.transcript", "GMT20201103-140212_Recording_640x360",
        "Meeting in General-20201103_140212-Meeting Recording", "20201103_140212", "REC_20201103_140212",
        "Vergadering in Algemeen-20201103_140212-Opname van vergadering", "WhatsApp Audio 2020-11-03 at 14.02.12",
        "Meeting in Onderzoek ouderen-20201103_140212-Meeting Recording", "Recording 2020-11-03 140212",
        "2020-11-03 14.02.12 Anna's Zoom Meeting 81234567890",
    )),
    *((f"{name}.txt", "") for name in (
        "video1234567890", "audio1234567890", "audio_only", "zoom_0", "meeting_saved_closed_caption",
    )),
]  # fmt: skip


@pytest.mark.sweep(4)
@pytest.mark.parametrize(("name", "date"), RECORDED)
@pytest.mark.parametrize("label", ["Fokje de Vries", "Isla Grant"])
def test_a_name_that_a_program_gave_says_the_day_and_a_label_the_person(
    tmp_path: Path, name: str, date: str, label: str
) -> None:
    talk = TALK.replace("Ik:", f"{label}:")
    (row,) = begin(tmp_path, name, talk=talk)
    assert (row["person"], row["date"], row["wave"]) == (label, date, date[:4])


@pytest.mark.parametrize(
    "name",
    [
        "Call with Fokje de Vries-20201103_140212-Meeting Recording.txt",
        "Interview Fokje de Vries-20201103_140212-Vergaderingsopname.txt",
        "Interview Fokje de Vries (2020-11-03 14:02 GMT+1) - Transcript.txt",
        "Fokje de Vries_GMT20201103-140212_Recording.txt",
    ],
)
def test_a_person_who_is_named_beside_what_a_program_wrote_is_the_person(tmp_path: Path, name: str) -> None:
    (row,) = begin(tmp_path, name)
    assert (row["person"], row["date"], row["wave"]) == ("Fokje de Vries", "2020-11-03", "2020")


@pytest.mark.parametrize("name", [name for name, _ in RECORDED])
def test_nobody_is_read_under_a_name_that_a_program_gave(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TALK, "utf-8")
    (tmp_path / "P01_2010.txt").write_text(TALK, "utf-8")
    assert [interview.file.name for interview in read_study(tmp_path).interviews] == ["P01_2010.txt"]
    assert any(name in note for note in check_study(tmp_path).notes)


ROUND_FOLDERS = [
    (("ronde 1", "ronde 2"), ("1", "2")),
    (("Wave 1", "Wave 2"), ("1", "2")),
    (("eerste", "tweede"), ("1", "2")),
    (("1st round", "2nd round"), ("1", "2")),
    (("T0", "T1"), ("0", "1")),
    (("voormeting", "nameting"), ("voormeting", "nameting")),
    (("baseline", "follow-up"), ("baseline", "follow-up")),
    (("2010-2011", "2019-2021"), ("2011", "2021")),
    (("2010-11", "2019-21"), ("2010", "2019")),
    (("ronde 1", "Ronde twee (2019-21)"), ("1", "2")),
    (("interviews ronde_1", "interviews ronde_2"), ("1", "2")),
    (("ronde 1/docx", "ronde 2/docx"), ("1", "2")),
]


@pytest.mark.sweep(2)
@pytest.mark.parametrize(("folders", "waves"), ROUND_FOLDERS)
def test_where_folders_are_the_rounds_a_year_in_a_name_is_the_date(
    tmp_path: Path, folders: tuple[str, str], waves: tuple[str, str]
) -> None:
    names = ("Anna 2010", "Bram", "Carla 2011"), ("Anna", "Bram 2020", "Carla 2021")
    rows = begin(tmp_path, *(f"{f}/{n}.txt" for f, own in zip(folders, names, strict=True) for n in own))
    found = {(row["person"], row["wave"], row["date"]) for row in rows}
    assert found == {
        ("Anna", waves[0], "2010"),
        ("Bram", waves[0], ""),
        ("Carla", waves[0], "2011"),
        ("Anna", waves[1], ""),
        ("Bram", waves[1], "2020"),
        ("Carla", waves[1], "2021"),
    }
    assert all(folders[0].split("/")[0] in row["known_from"] for row in rows if row["wave"] == waves[0])
    study = read_study(tmp_path)
    assert [wave.id for wave in study.waves] == [*waves]


def test_folders_are_the_rounds_where_names_say_them_in_other_words(tmp_path: Path) -> None:
    names = ("pre/Ann before", "pre/Bob pre", "post/Ann post", "post/Bob after", "12 months/Ann 12 months")
    rows = begin(tmp_path, *(f"{name}.txt" for name in names))
    assert [row["wave"] for row in rows] == ["12 months", "post", "post", "pre", "pre"]
    assert "namen van bestanden after, before:" in (tmp_path / "study.yaml").read_text("utf-8")


def test_words_of_talks_in_one_folder_stay_waves_of_their_own(tmp_path: Path) -> None:
    names = ("fase 1/An voormeting", "fase 1/An nameting", "fase 2/An follow-up", "fase 2/Bo follow-up")
    rows = begin(tmp_path, *(f"{name}.txt" for name in names))
    assert {row["wave"] for row in rows} == {"voormeting", "nameting", "follow-up"}


@pytest.mark.parametrize(("folders", "waves"), [own for own in ROUND_FOLDERS if own[1][0] in ("1", "0", "2011")])
def test_without_a_table_the_folders_are_the_rounds_as_well(
    tmp_path: Path, folders: tuple[str, str], waves: tuple[str, str]
) -> None:
    names = ("P01_2010", "P02_2011", "P03"), ("P01_2020", "P02", "P03 2021")
    for name in (f"{f}/{n}.txt" for f, own in zip(folders, names, strict=True) for n in own):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TALK, "utf-8")
    study = read_study(tmp_path)
    assert {(*interview.persons, interview.wave) for interview in study.interviews} == {
        (person, wave) for person in ("P01", "P02", "P03") for wave in waves
    }
    assert all(interview.clues for interview in study.interviews)


@pytest.mark.parametrize(
    "names",
    [
        ("ronde 1/Anna 2010", "ronde 1/Bram 2010", "ronde 2/Anna 2020", "ronde 2/Bram 2020"),  # one year each
        ("2010/Anna 2010", "2010/Bram 2010", "2020/Anna 2020", "2020/Bram 2020"),
        ("Anna/Anna 2010", "Anna/Anna 2020", "Bram/Bram 2010", "Bram/Bram 2020"),  # folders of persons
        ("ronde 1/Anna 2010", "ronde 1/Bram 2010", "Anna 2020", "Bram 2020"),  # one folder
    ],
)
def test_folders_that_say_the_same_as_the_names_or_nothing_leave_the_years_as_waves(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    rows = begin(tmp_path, *(f"{name}.txt" for name in names))
    assert {(row["person"], row["wave"]) for row in rows} == {
        (person, year) for person in ("Anna", "Bram") for year in ("2010", "2020")
    }


def test_a_folder_without_known_interviews_is_told_that_init_proposes_them(tmp_path: Path) -> None:
    (tmp_path / "ronde 1").mkdir()
    (tmp_path / "ronde 1" / "Anna 2010.txt").write_text(TALK, "utf-8")
    (problem,) = check_study(tmp_path).problems
    assert "bp-qual init proposes" in problem.say("en")
    assert "dat bp-qual init voorstelt" in problem.say("nl")


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    "ends", [("_1", "_2"), (" 1", " 2"), ("-1", "-2"), ("1", "2"), ("_1", "_2", "_3"), ("_a", "_b")]
)
@pytest.mark.parametrize("round_", ["ronde", "wave"])
def test_files_that_are_numbered_among_names_that_are_not_are_parts_of_one_interview(
    tmp_path: Path, ends: tuple[str, ...], round_: str
) -> None:
    parts = [f"{round_} 1/Karim{end}.txt" for end in ends]
    whole = [f"{round_} {number}/{name}.txt" for number in (1, 2) for name in ("Anna", "Bram")]
    rows = begin(tmp_path, *parts, *whole, f"{round_} 2/Karim.txt")
    assert [(row["person"], row["wave"]) for row in rows if row["file"] in parts] == [("Karim", "1")] * len(parts)
    assert all("person" in row["guessed"] and "deel" in row["known_from"] for row in rows if row["file"] in parts)
    assert {person for interview in read_study(tmp_path).interviews for person in interview.persons} == {
        "Anna", "Bram", "Karim",
    }  # fmt: skip


@pytest.mark.parametrize(
    "names",
    [
        ("ronde 1/Deelnemer_1", "ronde 1/Deelnemer_2", "ronde 2/Anna", "ronde 2/Bram", "ronde 2/Carla"),
        ("wave 1/Participant 1", "wave 1/Participant 2", "wave 2/Isla", "wave 2/Ewan", "wave 2/Kit"),
        ("ronde 1/man_1", "ronde 1/man_2", "ronde 1/buur_1", "ronde 1/buur_2"),
        ("ronde 1/Karim_2", "ronde 1/Karim_3", "ronde 1/Anna", "ronde 1/Bram"),
        ("ronde 1/P_1", "ronde 1/P_2", "ronde 1/Anna", "ronde 1/Bram"),
    ],
)
def test_numbers_behind_words_for_anybody_or_behind_most_names_are_persons(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    rows = begin(tmp_path, *(f"{name}.txt" for name in names))
    assert len({row["person"] for row in rows}) == len(names)


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    ("table", "begins"),
    [
        ("", "file,person,wave"),
        ("file,person,wave,date\n", "file,person,wave"),
        ("wave;person;date;file;speaker\n", "wave;person;date;file"),
        ("person\tfile\twave\n", "person\tfile\twave"),
        ("sep=;\nfile;person;wave\n", "file;person;wave"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("home", [".", "teksten"])
def test_a_row_that_a_note_gives_can_be_pasted_as_it_stands(
    tmp_path: Path, table: str, begins: str, language: str, home: str
) -> None:
    for name in ("ronde 1/P02 sprak P04_2020.txt", "ronde 1/P04_2010.txt", "P02_2010.txt", "ronde 2/P02b, x_2020.txt"):
        (tmp_path / home / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / home / name).write_text(TALK, "utf-8")
    (tmp_path / "study.yaml").write_text(
        f"language: {language}\ntranscripts: {home}\nwaves: ['2010', '2020']\n", "utf-8"
    )
    sign = "\t" if "\t" in table else ";" if ";" in table else ","
    columns = (table.splitlines() or [begins])[-1].split(sign)
    said = {"file": "ronde 1/P02 sprak P04_2020.txt", "person": "P02", "wave": "2020"}
    rows = [sign.join(said.get(name, "") for name in columns)] if table else []
    if table:
        (tmp_path / "interviews.csv").write_text(table + rows[0] + "\n", "utf-8")
    notes = [note for note in check_study(tmp_path).notes if f"({begins})" in note]
    given = [re.split(r"\. (?:If|Zijn)", note.partition(f"({begins}): ")[2])[0] for note in notes]
    assert given
    pasted = "".join(f"{row}\n" for row in given)
    (tmp_path / "interviews.csv").write_text(
        f"{table or begins + chr(10)}{''.join(f'{row}{chr(10)}' for row in rows)}{pasted}", "utf-8"
    )
    assert check_study(tmp_path).problems == ()


def test_an_example_is_not_made_among_interviews_and_the_command_for_them_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "mijn interviews"
    folder.mkdir()
    for name in ("Corrie maart 2010.txt", "Corrie 2020.txt"):
        (folder / name).write_text(TALK, "utf-8")
    monkeypatch.chdir(folder)
    done = CliRunner().invoke(main, ["init", "mijn_onderzoek"])
    assert done.exit_code == 1
    assert "bp-qual init ." in done.output
    assert not Path("mijn_onderzoek").exists()
    monkeypatch.chdir(tmp_path)
    assert "bp-qual init 'mijn interviews'" in CliRunner().invoke(main, ["init", "mijn interviews/nieuw"]).output
    assert CliRunner().invoke(main, ["init", "mijn interviews/nieuw", "--sample"]).exit_code == 0
    assert CliRunner().invoke(main, ["init", "voorbeeld"]).exit_code == 0


def test_a_study_below_a_folder_of_interviews_is_another_study(tmp_path: Path) -> None:
    make_study(tmp_path / "voorbeeld")
    rows = begin(tmp_path, "Corrie 2010.txt", "Corrie 2020.txt")
    assert {row["person"] for row in rows} == {"Corrie"}
    assert {interview.file.parent for interview in read_study(tmp_path).interviews} == {tmp_path}
    assert any("voorbeeld" in str(note) and "een ander onderzoek" in str(note) for note in check_study(tmp_path).notes)


@pytest.mark.parametrize(("language", "word"), [("en", "not read"), ("nl", "niet gelezen")])
def test_init_names_each_file_that_it_does_not_take_once_with_what_to_do(
    tmp_path: Path, language: str, word: str
) -> None:
    names = ("Dirk 2010.doc", "Els 2020.pages", "Frits.m4a", "REC_001.wav", "Ans 2010.mp3", "photo.jpg")
    for name in ("Ans 2010.txt", "Ans 2020.txt"):
        (tmp_path / name).write_text(TALK, "utf-8")
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    done = CliRunner().invoke(main, ["init", str(tmp_path), "--language", language])
    told = [line for line in done.output.splitlines() if word in line]
    assert [sum(name in line for line in told) for name in names] == [1] * len(names)
    advised = [line for line in told if ".docx" in line]
    assert [[name for name in names if name in line] for line in advised] == [
        ["Dirk 2010.doc"],
        ["Els 2020.pages"],
        ["Frits.m4a", "REC_001.wav"],
    ]
