"""Score who speaks: `python benchmarks/score_speakers.py [--turns N] [--errors N]`.

Interviews with known turns, in 38 ways of marking speakers, eight formats and two languages, with the speaker named by
the study and without. A turn is right if its words and its role are. A file with a wrong turn is told if a note says
more than that the roles are a guess.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from bp_qual.transcripts import read_transcript
from talk_builders import FORMATS, NAMES, STYLES, applies, make_talk, meant, save


def score(style: str, ending: str, folder: Path, *, turns: int) -> tuple[int, int, list[str], int]:
    """Return the turns that are right, all turns, the files with a wrong turn, and how many of these are told."""
    right, total, wrong, told = 0, 0, list[str](), 0
    for language, pairs in NAMES.items():
        for seed, names in enumerate(pairs):
            talk = make_talk(names, language, seed, turns=turns)
            path = folder / f"{language}{seed}.{ending}"
            path.write_bytes(save(style, ending, talk, language))
            expected = meant(style, talk, names)
            for persons in ({"P01": (names[1],)}, {"P01": ()}):
                transcript = read_transcript(path, interview="a", wave="1", persons=persons, language=language)
                found = [(t.role, " ".join(transcript.text[t.start : t.end].split())) for t in transcript.turns]
                good = sum((Counter(expected) & Counter(found)).values())
                right, total = right + good, total + len(expected)
                if good < len(expected):
                    wrong.append(f"{style}, {ending}, {language}, {names}, {persons}: {good} of {len(expected)}")
                    told += any(not note.startswith("A guess") for note in transcript.notes)
    return right, total, wrong, told


def main() -> None:
    """Print the share of right turns by format, and the ways of marking speakers that fall short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=40)
    parser.add_argument("--errors", type=int, default=20)
    options = parser.parse_args()
    rights, totals, wrongs, told = Counter[str](), Counter[str](), list[str](), 0
    with tempfile.TemporaryDirectory() as folder:
        for ending in (*FORMATS, "srt", "csv"):
            for style in STYLES:
                if applies(style, ending):
                    right, total, wrong, heard = score(style, ending, Path(folder), turns=options.turns)
                    rights[ending], totals[ending] = rights[ending] + right, totals[ending] + total
                    wrongs, told = [*wrongs, *wrong], told + heard
            print(f"{ending:5} {100 * rights[ending] / totals[ending]:6.2f} % of {totals[ending]:,} turns")
    print(f"all   {100 * rights.total() / totals.total():6.2f} % of {totals.total():,} turns right")
    print(f"{len(wrongs):,} files with a wrong turn, {told:,} of them told")
    print(*wrongs[: options.errors], sep="\n")


if __name__ == "__main__":
    main()
