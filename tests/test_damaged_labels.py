"""Generated interviews with one label damaged at a random place: each turn comes out right, or the line is told."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from bp_qual.transcripts import read_transcript
from talk_builders import FORMATS, NAMES, applies, bare, make_talk, meant, write

STYLES = ("colon", "blank before the colon", "time before", "dash", "stars in plain text")
LETTERS = {"I": "l", "R": "T", "V": "v", "A": "S", "Q": "O"}


def swap_sign(sign: str) -> Callable[[str, str], str]:
    return lambda line, label: line.replace(f"{label} :", f"{label}:").replace(f"{label}:", label + sign, 1)


def spoil_letter(line: str, label: str) -> str:
    spoilt = LETTERS.get(label) or label[:-2] + label[-1] + label[-2]
    return line.replace(label, spoilt, 1)


DAMAGES: dict[str, Callable[[str, str], str]] = {
    "a letter": spoil_letter,
    "glued": lambda line, label: line.replace(f"{label} :", f"{label}:").replace(f"{label}: ", label, 1),
    **{f"the sign {sign!r}": swap_sign(sign) for sign in ("", ",", ".", "?:", "/", " -", "!", "…", ";", "):")},
}


def damaged(style: str, names: tuple[str, str], language: str, damage: str, seed: int) -> tuple[list[str], int, str]:
    """Return the paragraphs of an interview, the turn whose label is damaged, and the damaged line as it is read."""
    chance = random.Random(f"{style}{names}{damage}{seed}")
    turns = make_talk(names, language, seed, turns=14)
    place = chance.randrange(3, 12)
    label = turns[place][0]
    before, until = len(write(style, turns[:place], language)), write(style, turns, language)
    until[before] = DAMAGES[damage](until[before], label)
    return until, place, until[before]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("ending", FORMATS)
def test_a_damaged_label_is_read_rightly_or_its_line_is_told(tmp_path: Path, damage: str, ending: str) -> None:
    untold = list[str]()
    for style in (style for style in STYLES if applies(style, ending)):
        for seed, (language, names) in enumerate((lang, pair) for lang in NAMES for pair in NAMES[lang][:4]):
            lines, _, line = damaged(style, names, language, damage, seed)
            path = tmp_path / f"a.{ending}"
            path.write_bytes(FORMATS[ending](lines))
            transcript = read_transcript(path, interview="a", wave="1", persons={"P01": (names[1],)}, language=language)
            turns = make_talk(names, language, seed, turns=14)
            said = [(t.role, transcript.text[t.start : t.end]) for t in transcript.turns]
            found = Counter((role, " ".join(text.replace("*", "").split())) for role, text in said)
            wrong = Counter((role, text.replace("*", "")) for role, text in meant(style, turns, names)) - found
            words = re.sub(r"^\[[\d:]+\]", "", bare(line).replace("*", "")).lstrip("- ")[:5]
            notes = " ".join(str(note) for note in transcript.notes if note.kind != "roles guessed")
            if wrong and words.split(":")[0].strip() not in notes.replace("*", ""):
                untold.append(f"{style}, {names}: {line!r}")
    assert untold == []
