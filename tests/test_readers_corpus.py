"""A generated corpus: many ways to mark who speaks, in eight formats; at least 99 of 100 turns come out right.

`python benchmarks/score_speakers.py` does the same at length.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bp_qual.transcripts import read_transcript
from talk_builders import FORMATS, NAMES, STYLES, Turns, applies, make_talk, meant, save, write
from test_readers_formats import make_pdf

SLIPS = (";", ".", ")", " -", "", "::", ".:", " (lachend):", "*:", "?")


def turns_read(path: Path, *, speaker: str = "") -> tuple[Turns, tuple[str, ...]]:
    persons = {"P01": (speaker,) if speaker else ()}
    transcript = read_transcript(path, interview="a", wave="2010", persons=persons)
    turns = [(turn.role, " ".join(transcript.text[turn.start : turn.end].split())) for turn in transcript.turns]
    return turns, transcript.notes


@pytest.mark.parametrize("ending", [*FORMATS, "srt", "csv"])
def test_99_of_100_turns_come_out_right_in_every_style_and_format(tmp_path: Path, ending: str) -> None:
    shares = dict[str, float]()
    for style in filter(lambda style: applies(style, ending), STYLES):
        right = total = 0
        for number, (language, pairs) in enumerate(NAMES.items()):
            for seed in (number, number + 3, number + 6):
                names = pairs[seed]
                turns = make_talk(names, language, seed, turns=14)
                path = tmp_path / f"{language}{seed}.{ending}"
                path.write_bytes(save(style, ending, turns, language))
                expected, (found, _) = meant(style, turns, names), turns_read(path, speaker=names[1])
                right += sum((Counter(expected) & Counter(found)).values())
                total += len(expected)
        shares[style] = right / total
    assert len(shares) >= {"srt": 5, "csv": 1}.get(ending, 30)
    assert {style: share for style, share in shares.items() if share < 0.99} == {}


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("names", [("I", "R"), ("Interviewer", "Respondent"), ("Eva", "Jan")])
def test_a_turn_behind_a_slip_is_read_rightly_or_told(tmp_path: Path, slip: str, names: tuple[str, str]) -> None:
    turns = [(names[0], "Hoe ging dat?"), (names[1], "Wij werkten samen met de buurt.")] * 5
    lines = [f"{who}{slip if number == 5 else ':'} {said}" for number, (who, said) in enumerate(turns)]
    (tmp_path / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    found, notes = turns_read(tmp_path / "a.txt", speaker=names[1])
    assert found == meant("colon", turns, names) or any(names[1] + slip in str(note) for note in notes)


def test_the_turns_of_a_pdf_come_out_right(tmp_path: Path) -> None:
    names = ("Interviewer", "Respondent")
    turns = [(label, talk) for label, talk in make_talk(names, "nl", 1, turns=120) if "“" not in talk]
    lines = write("colon", turns, "nl")
    pages = [["Gesprek 7", *lines[n : n + 30], f"blz. {n // 30}"] for n in range(0, len(lines), 30)]
    (tmp_path / "a.pdf").write_bytes(make_pdf(*pages))
    expected, (found, _) = meant("colon", turns, names), turns_read(tmp_path / "a.pdf")
    assert sum((Counter(expected) & Counter(found)).values()) / len(expected) >= 0.95
