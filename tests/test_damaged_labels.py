"""Generated interviews with one label damaged at random: each turn is right, or a note shows the line."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bp_qual.transcripts import read_transcript
from damaged_talk import DAMAGES, count_right, is_told, make_damaged
from talk_builders import FORMATS, NAMES, STYLES, applies

ENDINGS = (*FORMATS, "srt", "csv")


def read_damaged(folder: Path, style: str, ending: str, language: str, damage: str, seed: int) -> str:
    """Return what is wrong with the reading of a damaged interview and told nowhere, or ''."""
    names = random.Random(f"{style}{language}{damage}{seed}").choice(NAMES[language])
    damaged = make_damaged(style, ending, names, language, damage, seed)
    path = folder / f"a.{ending}"
    path.write_bytes(damaged.data)
    who = {"persons": {"P01": (names[1],)}, "speakers": {"interviewer": (names[0],)}}
    transcript = read_transcript(path, interview="a", wave="1", language=language, **who)
    is_right = count_right(transcript, damaged.meant) == len(damaged.meant)
    return "" if is_right or is_told(transcript.notes, damaged) else f"{style}, {names}, {damage}: {damaged.line!r}"


@pytest.mark.sweep(2)
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_label_is_read_rightly_or_its_line_is_told(tmp_path: Path, damage: str, ending: str) -> None:
    styles = [style for style in STYLES if applies(style, ending)]
    untold = [read_damaged(tmp_path, style, ending, language, damage, 1) for style in styles for language in NAMES]
    assert list(filter(None, untold)) == []
