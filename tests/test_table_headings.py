"""What the columns of a table hold: known, guessed and told, proposed, or refused with the line to mend."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from bp_qual.errors import TranscriptError
from bp_qual.readers import Reading, read_data
from bp_qual.readers.tables import read_csv, read_xlsx
from bp_qual.study.checking import check_study
from bp_qual.study.corpus_reading import read_corpus
from bp_qual.study.starter import make_study

SAID = [("I", "Hoe ging het?"), ("R", "Wij werkten samen"), ("I", "En?"), ("R", "Ja.")]


def read(text: str) -> Reading:
    return read_data(text.encode(), where="a.csv")


def turns(reading: Reading) -> list[tuple[str, str]]:
    return [(line.label, reading.text[line.start : line.end]) for line in reading.paragraphs]


@pytest.mark.parametrize(
    "rows",
    [
        ["Jan Bos;Nou, wij werken veel samen.", "Eva Smit;Hoe ging dat dan?", "Piet Wit;Wij kookten soep voor velen."],
        ["Jan;Nou, wij werken veel samen.", "Eva;Hoe ging dat dan?"],
        ["P01;De buurt is goed voor ons.", "P02;Wij werken samen met velen."],
        ["Eva Smit;Hoe ging het met u?", "Jan Bos;Goed hoor, dank u wel."],
    ],
)
def test_a_first_row_with_a_name_and_a_sentence_is_no_heading_and_no_line_is_proposed_with_it(rows: list[str]) -> None:
    with pytest.raises(TranscriptError, match=r"a\.csv:1  is a row like the others .*no headings") as refused:
        read("\n".join(rows))
    assert "person:" not in str(refused.value)


@pytest.mark.parametrize("rows", [["Jan Bos;Eva Smit"], ["Jan Bos;x", ";Hoe ging dat dan verder?"]])
def test_no_line_is_proposed_where_no_column_holds_persons(rows: list[str]) -> None:
    with pytest.raises(TranscriptError) as refused:
        read("\n".join([*rows, *["Wij werken veel samen.;Hoe ging dat dan verder?"] * 2]))
    assert "Jan Bos" not in str(refused.value).partition("They are")[0]


@pytest.mark.parametrize("heads", ["Naam;Wat ging goed?", "Proefpersoon;Wat ging goed?"])
def test_a_heading_of_one_word_beside_a_question_is_one(heads: str) -> None:
    reading = read("\n".join([heads, "Anna;De buurt is goed.", "Bram;Wij werken samen."]))
    assert [label for label, _ in turns(reading)] == ["Question", "Anna", "Question", "Bram"]


@pytest.mark.parametrize(
    "heads",
    [
        "naam;uitspraak", "wie;wat", "persoon;tekst", "speaker;utterance", "Spreker;Gesproken tekst", "who;what",
        "respondent;citaat", "Speaker ID;Sentence", "van;bericht", "author;message", "rol;zinnen", "actor;line",
        "Wie spreekt?;Wat wordt gezegd?", "interviewee;verbatim", "aan het woord;tekst",
    ],
)  # fmt: skip
def test_the_usual_headings_of_a_table_of_turns_are_known(heads: str) -> None:
    reading = read("\n".join([heads, *map(";".join, SAID)]))
    assert turns(reading) == SAID
    assert not reading.notes


@pytest.mark.parametrize(
    ("heads", "told"),
    [("spreker;verhaal", "column 'verhaal' was taken for the text"), ("stemnr;tekst", "'stemnr' was taken for the sp")],
)
def test_one_unknown_column_beside_a_known_one_is_guessed_and_told(heads: str, told: str) -> None:
    said = [
        ("I", "Hoe ging het toen?"),
        ("R", "Wij werkten samen toen"),
        ("I", "En daarna dan?"),
        ("R", "Ja, dat ook."),
    ]
    reading = read("\n".join([heads, *map(";".join, said)]))
    assert turns(reading) == said
    assert told in str(reading.notes[0])


def test_two_columns_that_can_be_the_text_are_not_guessed() -> None:
    rows = ["I;een twee drie vier;een twee drie", "R;een twee drie vier;een twee drie"] * 2
    with pytest.raises(TranscriptError, match="no column for the text"):
        read("\n".join(["spreker;verhaal;vertaling in het Engels", *rows]))


@pytest.mark.parametrize(
    ("text", "line", "cells"),
    [
        ("speaker,text\nI,Hoe?\nWij werkten samen\nR,Ja\n", 3, "1 cell under 2 headings ('Wij werkten samen')"),
        ("nr;speaker;text\n\n1;I;Hoe?\n2;Wij werkten\n", 4, "2 cells under 3 headings ('2', 'Wij werkten')"),
        ("sep=;\nnr;speaker;text\n1;I;Hoe?\n2;Wij werkten\n", 4, "2 cells under 3 headings"),
    ],
)
def test_a_row_that_ends_before_the_text_is_refused_with_its_line(text: str, line: int, cells: str) -> None:
    with pytest.raises(TranscriptError) as refused:
        read(text)
    assert f"a.csv:{line}  has no cell for the text: {cells}" in str(refused.value)


def test_talk_in_the_wrong_column_is_told_and_a_silent_turn_is_not() -> None:
    told = read("speaker;text\nI;Hoe?\nWij werkten samen;\nR;Ja.\n").notes
    assert "1 row without text but with words in another column, first in line 3 ('Wij werkten samen')" in str(told[0])
    assert not read("speaker;text\nI;Hoe?\nR;\nR;Ja.\nJan Bos;\nJan Bos;Ja.\n").notes


def test_a_row_with_its_cells_exchanged_is_told_and_left_out() -> None:
    reading = read("speaker;text\nI;Hoe?\nR;Zo.\nEn wie betaalde dat?;I\n;Nou?\nR;Ik.\n")
    assert turns(reading) == [("I", "Hoe?"), ("R", "Zo."), ("I", "Nou?"), ("R", "Ik.")]
    assert "1 row, first line 4 ('En wie betaalde dat?', 'I')" in str(reading.notes[-1])
    for cells in ("I;R", "Mevr. B.;R", "Dr. J. de Vries.;R", "R?;I", "En wie betaalde dat?;Eva", "De buurvrouw;Ja, I."):
        assert (*cells.split(";"),) in turns(read(f"speaker;text\nI;Hoe?\nR;Zo.\n{cells}\nR;Ik.\n"))


@pytest.mark.parametrize(
    "text",
    [
        "I,Hoe ging het?\nR,Wij werkten samen\nI,En toen?\n", "I;Hoe ging het?\nR;Wij werkten samen\n",
        "00:01;I;Hoe ging het?\n00:03;R;Wij werkten\n", "Speaker 1;Hoe ging het toen?\nSpeaker 2;Wij werkten samen\n",
        "Anna;Hoe ging het?\nJan;Goed.\nAnna;Ja?\n",
    ],
)  # fmt: skip
def test_a_table_without_headings_is_refused_and_no_survey(text: str) -> None:
    with pytest.raises(TranscriptError, match=r"a\.csv:1  is a row like the others .*no headings"):
        read(text)


def test_a_survey_with_questions_for_headings_is_still_one() -> None:
    reading = read("respondent;Wat vond u van de buurt?\nP01;Wij werkten samen\nP02;Goed\n")
    assert turns(reading)[1] == ("P01", "Wij werkten samen")


SURVEY = "respondent;ervaring met de gemeente;samenwerking;leeftijd\n{}"
ANSWERS = "P01;Wij werkten goed samen;Dat ging best goed;40\nP02;Wij kregen veel subsidie;Iedereen deed wat mee;51\n"


def test_init_proposes_the_columns_of_answers_whose_headings_do_not_ask(tmp_path: Path) -> None:
    for year in (2010, 2020):
        (tmp_path / f"{year}.csv").write_text(SURVEY.format(ANSWERS), encoding="utf-8")
    make_study(tmp_path)
    study = (tmp_path / "study.yaml").read_text(encoding="utf-8")
    assert 'columns: {person: "respondent", questions: ["ervaring met de gemeente", "samenwerking"]}' in study
    assert "guessed: [language, columns, waves]" in study
    assert check_study(tmp_path).problems == ()
    corpus = read_corpus(tmp_path)
    assert corpus.persons == ("P01", "P02")
    assert {turn.speaker for turn in corpus.transcripts[0].turns} == {"Vraag", "P01", "P02"}


def test_init_proposes_no_columns_where_the_tables_differ(tmp_path: Path) -> None:
    (tmp_path / "2010.csv").write_text(SURVEY.format(ANSWERS), encoding="utf-8")
    (tmp_path / "2020.csv").write_text(f"nr;verhaal;leeftijd\n{ANSWERS.replace(';Dat', ' Dat').replace(';Ie', ' Ie')}")
    make_study(tmp_path)
    assert "columns:" not in (tmp_path / "study.yaml").read_text(encoding="utf-8")


def test_the_message_on_a_table_of_answers_has_the_line_to_write() -> None:
    with pytest.raises(
        TranscriptError, match=r'write in study\.yaml: columns: \{person: "respondent", questions: \["er'
    ):
        read(SURVEY.format(ANSWERS))


def test_interviews_csv_with_a_bad_row_is_not_named_as_a_file_that_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "P01_2010.txt").write_text("I: Hoe?\nR: Goed.", encoding="utf-8")
    (tmp_path / "interviews.csv").write_text("file,person,wave\nP01_2010.txt,P01,2010,x\n", encoding="utf-8")
    findings = check_study(tmp_path, language="en")
    assert "interviews.csv:2" in str(findings.problems[0])
    assert "not read" not in "\n".join(findings.notes)


@pytest.mark.parametrize("title", ["Gesprek met Jan\n", "Gesprek met Jan;;\n\nopgenomen in 2010;;\n"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("stated", [
    {"speaker": ("Stem",), "text": ("Het Gezegde",)},
    {"text": ("het  gezegde",)},
    {"person": ("Stem",), "questions": ("Het gezegde",)},
])  # fmt: skip
def test_headings_that_the_study_names_are_found_below_a_title(
    title: str, ending: str, stated: dict[str, tuple[str, ...]]
) -> None:
    def lines_of(text: str) -> list[tuple[str, str]]:
        if ending == "csv":
            return turns(read_csv(text.encode(), where="a.csv", columns=stated))
        book, data = openpyxl.Workbook(), io.BytesIO()
        for line in text.splitlines():
            book.active.append(line.split(";"))
        book.save(data)
        return turns(read_xlsx(data.getvalue(), where="a.xlsx", columns=stated))

    table = "Stem;Het gezegde;Code\nA;Hoe ging het toen?;x\nB;Wij werkten samen.;y\n"
    assert lines_of(title + table) == lines_of(table) != []


def test_headings_that_stand_nowhere_are_still_told_with_the_first_row() -> None:
    with pytest.raises(TranscriptError, match="Gesprek met Jan"):
        read_csv(b"Gesprek met Jan;;\nStem;Tekst;Code\nA;Ja.;x\n", where="a.csv", columns={"text": ("Gezegd",)})
