"""Whatever is wrong in a Dutch study, the commands say it in Dutch: a row of mistakes, none answered in English."""

from __future__ import annotations

import io
import re
import string
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bp_qual.cli import main
from bp_qual.wording.problem_texts import PROBLEM_PARTS, PROBLEMS

TALK = "I: Wat vind je van de zorg?\nR: De zorg in de buurt was goed, daar werkten wij samen aan.\n" * 12
BOOK = """codebook: Thema
version: 1.0.0
language: nl
codes:
  - id: zorg
    terms: [zorg]
  - id: samen
    terms: [samen]
"""
STUDY = "language: nl\nwaves: ['2010', '2020']\ncodebook: book.yaml\n"
CODE = BOOK.replace("    terms: [samen]\n", "")
TEXTS = [text for sentences in PROBLEMS.values() for text in sentences] + list(PROBLEM_PARTS.values())
FUNCTION_WORDS = re.compile(
    r"\b(the|is not|was|were|are|and|which|that|these|this|with|from|only|has no|there is|must be|cannot|did you mean"
    r"|save it|write it|open it|name another|nothing|error|usage|invalid value|there)\b",
    re.IGNORECASE,
)
DUTCH_TOO = re.compile(r"\b(was|were)\b")
QUOTED = re.compile(r"'[^']*'|`[^`]*`|\{id, from, to\}|\[OPTIONS\]|/[\w/.-]+|[\w-]+\.(csv|yaml|docx|txt|xlsx|html)")
EXCERPT = re.compile(r"^    .*$", re.MULTILINE)


def pieces(text: str) -> list[str]:
    """Return what of a text stands between its gaps, where that is two words or more."""
    parts = (literal.strip(" :;,.()'") for literal, *_ in string.Formatter().parse(text))
    return [part for part in parts if re.search(r"[a-z]{3,} [a-z]{3,}", part)]


ENGLISH = {piece for english, dutch in TEXTS for piece in pieces(english) if piece not in dutch}


def english_in(output: str) -> list[str]:
    """Return the English sentences and words in what a command said, but for the lines of a file that it shows."""
    shown = EXCERPT.sub("", output)
    words = [line for line in shown.splitlines() if FUNCTION_WORDS.search(QUOTED.sub("", DUTCH_TOO.sub("", line)))]
    return sorted({piece for piece in ENGLISH if piece in shown}) + words


def packed(**parts: str) -> bytes:
    with zipfile.ZipFile(stream := io.BytesIO(), "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return stream.getvalue()


LOCKED_PDF = f"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj
3 0 obj <</Filter/Standard/V 1/R 2/O({"o" * 32})/U({"u" * 32})/P -4>> endobj
trailer <</Root 1 0 R/Encrypt 3 0 R/ID[(a)(a)]/Size 4>>
startxref
0
%%EOF
"""
CHECK, COMPARE = ("check", "STUDY"), ("compare", "STUDY", "-o", "OUT")
Files = dict[str, str | bytes]

# What is wrong in which file, and the command that meets it.
MISTAKES: dict[str, tuple[Files, tuple[str, ...]]] = {
    # study.yaml
    "yaml that does not end": ({"study.yaml": STUDY + "transcripts: [a"}, CHECK),
    "yaml with a tab": ({"study.yaml": STUDY + "\tstudy: x\n"}, CHECK),
    "yaml with a colon": ({"study.yaml": STUDY + "study: een: twee\n"}, CHECK),
    "unknown key": ({"study.yaml": STUDY + "codebok: x\n"}, CHECK),
    "key of nothing": ({"study.yaml": STUDY + "zzz: x\n"}, CHECK),
    "key twice": ({"study.yaml": STUDY + "language: nl\n"}, CHECK),
    "list for a text": ({"study.yaml": STUDY + "study: [a]\n"}, CHECK),
    "text for a list": ({"study.yaml": STUDY.replace("['2010', '2020']", "{a: b}")}, CHECK),
    "floor in words": ({"study.yaml": STUDY + "floor: veel\n"}, CHECK),
    "margin below one": ({"study.yaml": STUDY + "plan: [zorg]\nmargin: 0.5\n"}, CHECK),
    "different from nobody": ({"study.yaml": STUDY + "different: [P02]\n"}, CHECK),
    "margin without plan": ({"study.yaml": STUDY + "margin: 1.5\n"}, CHECK),
    "wave twice": ({"study.yaml": STUDY.replace("'2020'", "'2010'")}, CHECK),
    "window the wrong way": (
        {"study.yaml": STUDY.replace("['2010', '2020']", "[{id: '2010', from: 2011, to: 2009}, '2020']")},
        CHECK,
    ),
    "labels that name nobody": ({"study.yaml": STUDY + "labels: '>'\n"}, CHECK),
    "labels with an unknown gap": ({"study.yaml": STUDY + "labels: '{wie}:'\n"}, CHECK),
    "file names without wave": ({"study.yaml": STUDY + "filename: '{person}'\n"}, CHECK),
    "file names with a brace": ({"study.yaml": STUDY + "filename: '{person}_{wave}{'\n"}, CHECK),
    "file names without a border": ({"study.yaml": STUDY + "filename: '{x}{person}_{wave}'\n"}, CHECK),
    "label of two roles": ({"study.yaml": STUDY + "speakers: {interviewer: [R], respondent: [r]}\n"}, CHECK),
    "plan of an unknown code": ({"study.yaml": STUDY + "plan: [zrog]\n"}, COMPARE),
    "guide of an unknown wave": ({"study.yaml": STUDY + "asked: {zorg: ['2030']}\n"}, COMPARE),
    "no such codebook": ({"study.yaml": STUDY.replace("book.yaml", "boek.yaml")}, COMPARE),
    "no codebook": ({"study.yaml": STUDY.replace("codebook: book.yaml\n", ""), "book.yaml": "a: b\n"}, COMPARE),
    "codebook not named": ({"study.yaml": STUDY.replace("codebook: book.yaml\n", "")}, COMPARE),
    "codebook elsewhere": ({"study.yaml": STUDY.replace("book.yaml", "../../weg.yaml")}, COMPARE),
    "no folder of transcripts": ({"study.yaml": STUDY + "transcripts: weg\n"}, COMPARE),
    "language as a name": ({"study.yaml": "language: nl\nwaves: ['2010', '2020']\nmodel: 1x\n"}, CHECK),
    "order unknown": (
        {
            "study.yaml": "language: nl\ncodebook: book.yaml\n",
            "interviews.csv": "file,person,wave\nP01_2010.txt,P01,groen\nP01_2020.txt,P01,paars\n",
        },
        CHECK,
    ),
    "waves of sorts": (
        {
            "study.yaml": "language: nl\ncodebook: book.yaml\n",
            "interviews.csv": "file,person,wave\nP01_2010.txt,P01,1\nP01_2020.txt,P02,2020\n",
        },
        CHECK,
    ),
    # tables
    "ragged csv": ({"interviews.csv": "file,person,wave\nP01_2010.txt,P01,2010,te,veel\n"}, CHECK),
    "csv with a comma too many": ({"persons.csv": "person,soort\nP01,3,5\n"}, CHECK),
    "csv with an open quote": ({"persons.csv": 'person,soort\nP01,"doener\n'}, CHECK),
    "empty csv": ({"persons.csv": "\n"}, CHECK),
    "csv without its column": ({"interviews.csv": "file,wie,wave\nP01_2010.txt,P01,2010\n"}, CHECK),
    "column twice": ({"persons.csv": "person,soort,soort\nP01,a,b\n"}, CHECK),
    "column without heading": ({"persons.csv": "person,,soort\nP01,x,y\n"}, CHECK),
    "person twice": ({"persons.csv": "person,soort\nP01,a\nP01,b\n"}, CHECK),
    "row without a wave": ({"interviews.csv": "file,person,wave\nP01_2010.txt,P01,\n"}, CHECK),
    "row of an unknown wave": ({"interviews.csv": "file,person,wave\nP01_2010.txt,P01,2015\n"}, CHECK),
    "row of no file": ({"interviews.csv": "file,person,wave\nP09_2010.txt,P09,2010\n"}, CHECK),
    "no date": ({"interviews.csv": "file,person,wave,date\nP01_2010.txt,P01,2010,mei\n"}, CHECK),
    "labels in a row": ({"interviews.csv": "file,person,wave,labels\nP01_2010.txt,P01,2010,>\n"}, CHECK),
    "one file in two waves": (
        {"interviews.csv": "file,person,wave\nP01_2010.txt,P01,2010\nP01_2010.txt,P02,2020\n"},
        CHECK,
    ),
    "two files of one interview": ({"P01_2010.md": TALK}, CHECK),
    # transcripts
    "empty transcript": ({"P03_2010.txt": ""}, COMPARE),
    "damaged docx": ({"P03_2010.docx": b"PK\x03\x04 en verder niets"}, COMPARE),
    "zip that is no docx": ({"P03_2010.docx": packed(a_txt="x")}, COMPARE),
    "docx with entities": (
        {"P03_2010.docx": packed(word__document_xml="<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>")},
        COMPARE,
    ),
    "docx whose xml is broken": ({"P03_2010.docx": packed(word__document_xml="<a><b>")}, COMPARE),
    "pdf with a password": ({"P03_2010.pdf": LOCKED_PDF}, COMPARE),
    "damaged pdf": ({"P03_2010.pdf": b"%PDF-1.7 en verder niets"}, COMPARE),
    "old word": ({"P03_2010.doc": b"\xd0\xcf\x11\xe0" + b"\0" * 600}, COMPARE),
    "picture": ({"P03_2010.txt": b"\x89PNG en verder"}, COMPARE),
    "recording": ({"P03_2010.mp3": b"ID3"}, COMPARE),
    "no ending": ({"P03_2010": TALK}, COMPARE),
    "broken subtitles": ({"P03_2010.srt": "1\n00:00:0x --> nooit\nJa.\n"}, COMPARE),
    "json of something else": ({"P03_2010.json": '{"a": 1}'}, COMPARE),
    "broken json": ({"P03_2010.json": '{"a": '}, COMPARE),
    "table without the talk": ({"P03_2010.csv": "a,b\n1,2\n3,4\n"}, COMPARE),
    "old encoding": ({"P03_2010.txt": (TALK + "R: caf\u00e9 en co\u00f6rdinatie.").encode("mac_roman") * 3}, COMPARE),
    "unknown encoding": ({"study.yaml": STUDY + "encoding: utf-99\n"}, COMPARE),
    # the codebook
    "code without id": ({"book.yaml": BOOK.replace("- id: samen", "- label: Samen")}, CHECK),
    "unknown key of a code": ({"book.yaml": BOOK.replace("terms: [samen]", "trems: [samen]")}, CHECK),
    "regex that is not closed": ({"book.yaml": CODE + "    terms: [{regex: '(samen'}]\n"}, CHECK),
    "term with a sign inside": ({"book.yaml": CODE + "    terms: [sub~sidie]\n"}, CHECK),
    "near with one term": ({"book.yaml": CODE + "    terms: [{near: [a]}]\n"}, CHECK),
    "word list that is absent": ({"book.yaml": CODE + "    terms_from: weg.txt\n"}, CHECK),
    "example that is not found": ({"book.yaml": BOOK + "    examples: [Alleen.]\n"}, ("codebook", "check", "BOOK")),
    "tilde behind a function word": ({"book.yaml": CODE + "    terms: [de~]\n"}, ("codebook", "check", "BOOK")),
    "parent of itself": ({"book.yaml": BOOK + "    parent: samen\n"}, ("codebook", "check", "BOOK")),
    "codebook that is absent": ({}, ("codebook", "check", "STUDY/weg.yaml")),
    # the command line
    "unknown wave": ({}, (*COMPARE, "--before", "2011")),
    "one wave twice": ({}, (*COMPARE, "--before", "2010", "--after", "2010")),
    "unknown code": ({}, ("quotes", "STUDY", "--code", "zrog")),
    "unknown person": ({}, ("quotes", "STUDY", "--code", "zorg", "--person", "P77")),
    "no passages chosen": ({}, ("quotes", "STUDY")),
    "query that ends early": ({}, ("quotes", "STUDY", "--query", "zorg and")),
    "query with not": ({}, ("quotes", "STUDY", "--query", "not zorg")),
    "output that is no table": ({}, ("code", "STUDY", "-o", "OUT.doc")),
    "output over a file of the study": ({}, ("code", "STUDY", "-o", "STUDY/persons.csv")),
    "output over a file of others": ({}, ("report", "STUDY", "--html", "STUDY/eigen.html")),
    "output without a name": ({}, ("compare", "STUDY", "-o", "")),
    "a file where a folder is needed": ({}, ("compare", "STUDY", "-o", "STUDY/eigen.html/uit")),
    "a matrix of something else": ({}, ("framework", "STUDY", "-o", "OUT.xlsx", "--from", "STUDY/vreemd.xlsx")),
    "a codebook of something else": ({}, ("codebook", "import", "STUDY/eigen.html", "-o", "OUT.yaml")),
    "a study already": (
        {"codebook.yaml": BOOK, "interviews.csv": "file,person,wave\nP01_2010.txt,P01,2010\n"},
        ("init", "STUDY"),
    ),
}


def make_study(folder: Path, files: Files) -> Path:
    """Write a Dutch study of two persons in two waves, with a mistake in it."""
    sound: Files = {f"P0{person}_{wave}.txt": TALK for person in (1, 2) for wave in (2010, 2020)}
    sound |= {"study.yaml": STUDY, "book.yaml": BOOK, "persons.csv": "person,soort\nP01,a\nP02,b\n"}
    sound |= {"eigen.html": "<p>van mij</p>", "vreemd.xlsx": packed(a_xml="<a/>")}
    folder.mkdir()
    for name, content in {**sound, **files}.items():
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def run_command(folder: Path, words: tuple[str, ...]) -> Result:
    places = {"STUDY": str(folder), "OUT": str(folder.parent / "uit"), "BOOK": str(folder / "book.yaml")}
    given = [re.sub(r"^(STUDY|OUT|BOOK)", lambda found: places[found[1]], word) for word in words]
    return CliRunner().invoke(main, given)


@pytest.mark.sweep(6)
@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_a_dutch_study_is_told_in_dutch(mistake: str, tmp_path: Path) -> None:
    files, words = MISTAKES[mistake]
    outcome = run_command(make_study(tmp_path / "studie", files), words)
    assert outcome.exit_code in (1, 2), (outcome.output, outcome.exception)
    assert isinstance(outcome.exception, SystemExit), outcome.exception
    assert outcome.output.strip()
    assert english_in(outcome.output) == [], outcome.output


@pytest.mark.parametrize("mistake", ["unknown key", "ragged csv", "damaged docx", "unknown wave", "no codebook"])
def test_the_same_mistake_is_told_in_english_where_that_is_asked_for(mistake: str, tmp_path: Path) -> None:
    files, words = MISTAKES[mistake]
    outcome = run_command(make_study(tmp_path / "studie", files), (*words, "--language", "en"))
    assert english_in(outcome.output), outcome.output


def test_a_study_without_a_stated_language_is_told_of_its_mistakes_in_that_of_its_talk(tmp_path: Path) -> None:
    files: Files = {"study.yaml": "codebok: x\n", "P03_2010.docx": b"PK\x03\x04"}
    outcome = run_command(make_study(tmp_path / "studie", files), COMPARE)
    assert "onbekende sleutel 'codebok'" in outcome.output
    assert english_in(outcome.output) == []


def test_english_is_found_where_it_is() -> None:
    assert english_in("study.yaml:4:1  unknown key 'zz' in the study file. It may hold: study.")
    assert english_in("Error: Invalid value for --before: '2011' is er niet in het onderzoek.")
