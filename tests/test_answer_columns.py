"""A survey, a row a person: columns of answers whose headings do not ask, and a column that parts waves."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.errors import TranscriptError
from bp_qual.transcripts import Transcript
from bp_qual.transcripts.parsing import read_transcript

WHY = "Omdat we hier al jaren samen de tuin doen en elkaar kennen."
HEADS = ["Respondent", "Wat vindt u van de buurt?", "Toelichting", "Leeftijd"]


def read(tmp_path: Path, rows: list[list[str]], **stated: object) -> Transcript:
    file = tmp_path / "a.csv"
    file.write_text("\n".join(map(";".join, rows)), "utf-8")
    return read_transcript(file, interview="a", wave="1", persons={"P01": ["R1"], "P02": ["R2"]}, **stated)  # type: ignore[arg-type]


@pytest.mark.parametrize("why", [[WHY] * 4, [f"{WHY} {n}" for n in range(4)]])
def test_answers_below_a_heading_that_does_not_ask_are_told_with_the_line_that_counts_them(
    tmp_path: Path, why: list[str]
) -> None:
    rows = [HEADS, *([f"R{n + 1}", "Fijn", said, "40"] for n, said in enumerate(why))]
    (note,) = [note for note in read(tmp_path, rows).notes if note.kind == "answers apart"]
    assert "Toelichting" in str(note)
    assert 'columns: {person: "Respondent", questions: ["Wat vindt u van de buurt?", "Toelichting"]}' in note.say("nl")
    for questions in (("Wat vindt u van de buurt?", "Toelichting"), ("Wat vindt u van de buurt?",)):
        stated = read(tmp_path, rows, columns={"person": ("Respondent",), "questions": questions})
        assert "answers apart" not in {note.kind for note in stated.notes}


@pytest.mark.parametrize("cells", [["vrouw", "man", "man", "man"], ["helemaal mee eens", "niet mee eens"] * 2])
def test_choices_from_a_list_are_no_answers(tmp_path: Path, cells: list[str]) -> None:
    rows = [HEADS, *([f"R{n + 1}", "Fijn wonen", said, "40"] for n, said in enumerate(cells))]
    assert "answers apart" not in {note.kind for note in read(tmp_path, rows).notes}


@pytest.mark.parametrize("head", ["ronde", "Meting", "Jaar", "wave"])
def test_a_table_with_rows_of_several_waves_for_a_person_is_refused(tmp_path: Path, head: str) -> None:
    rows = [["persoon", head, "Hoe gaat het?"], ["R1", "2010", "Goed"], ["R1", "2020", "Minder"], ["R2", "2010", "Ja"]]
    with pytest.raises(TranscriptError, match=f"'R1' has a row for each '{head}' \\(2010, 2020\\)"):
        read(tmp_path, rows)
    assert len(read(tmp_path, [rows[0], rows[1], rows[3]]).turns) == 4
