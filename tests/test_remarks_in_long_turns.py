"""Files whose turns have several paragraphs: headings, remarks and passers-by in them are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from test_unlabelled_paragraphs import ASKED, SAID, read, told

MORE = "Dat weet ik nog goed. Het was koud."
PARTINGS = {"blank": "\n\n", "line": "\n"}


def write(parting: str, odd: str = "", *, ending: str = ".") -> str:
    """Return turns of three paragraphs, with one more line at the end of the third."""
    lines = list[str]()
    for number, (asked, said) in enumerate(zip(ASKED * 3, SAID * 3, strict=True)):
        lines += [f"I: {asked}", f"R: {said}", MORE, f"En dat was nummer {number}{ending}"]
        lines += [odd] if odd and number == 2 else []
    return parting.join(lines)


@pytest.mark.sweep(10)
@pytest.mark.parametrize("parting", PARTINGS.values(), ids=PARTINGS)
@pytest.mark.parametrize(
    "odd",
    [
        "Samenwerking", "SAMENWERKING", "2. Samenwerking in de buurt", "Bestand 2", "Einde opname 1", "Next topic",
        "Opmerking transcribent: hier valt de opname weg.", "Man op straat: goedemorgen allemaal.",
        "Jan (buurman) komt binnen: hoi", "Interviewer lacht.", "Respondent looks away.", "https://example.org/audio",
        "Code toegekend: samenwerking", "Note from typist: the tape stops here.",
    ],
)  # fmt: skip
def test_a_line_that_nobody_or_another_said_is_told_in_turns_of_several_paragraphs(
    tmp_path: Path, parting: str, odd: str
) -> None:
    lines = told(read(tmp_path, write(parting, odd)), "paragraphs unlabelled")
    assert [line for line in lines if line.startswith(odd[:30])]
    assert len(lines) == 1


@pytest.mark.parametrize("parting", PARTINGS.values(), ids=PARTINGS)
@pytest.mark.parametrize(
    "odd",
    [
        "Toen zei Fatima: we gaan door.", "En dan dit: het was koud.", "Man kann sagen: schön.", "Ik denk: laat maar.",
        "Interviews zijn zwaar.", "Mijn broer zei: kom maar.", "maar toen niet meer", "Maar toen --", "Zo was dat!",
    ],
)  # fmt: skip
def test_talk_is_not_told_in_turns_of_several_paragraphs(tmp_path: Path, parting: str, odd: str) -> None:
    assert told(read(tmp_path, write(parting, odd)), "paragraphs unlabelled") == ()


@pytest.mark.parametrize("parting", PARTINGS.values(), ids=PARTINGS)
def test_lines_without_a_full_stop_are_no_titles_where_many_have_none(tmp_path: Path, parting: str) -> None:
    assert told(read(tmp_path, write(parting, "Samenwerking", ending="")), "paragraphs unlabelled") == ()
