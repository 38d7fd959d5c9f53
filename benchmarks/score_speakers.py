"""Score who speaks: `python benchmarks/score_speakers.py [--damaged] [--turns N] [--seeds N] [--errors N]`.

Interviews with known turns, in 38 ways of marking speakers, eight formats and two languages. A turn is right if its
words and its role are. Without `--damaged` the files are as they were meant, read with the speaker named by the study
and without; a file with a wrong turn is told if a note says more than that the roles are a guess. With it, one label of
each file is damaged at random (`tests/damaged_talk.py` has the ways), the study names both speakers, and a file with a
wrong turn is told only if a note shows the damaged line, the talk behind it or the damaged label.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from bp_qual.transcripts import read_transcript
from damaged_talk import DAMAGES, count_right, is_told, make_damaged
from talk_builders import FORMATS, NAMES, STYLES, applies, make_talk, meant, save

ENDINGS = (*FORMATS, "srt", "csv")


@dataclass(frozen=True, slots=True)
class Score:
    """What came of one file: its turns, those that are right, whether a wrong one is told, and what to show of it."""

    style: str
    ending: str
    damage: str
    right: int
    total: int
    told: bool
    shown: str


def score_whole(style: str, ending: str, folder: Path, *, turns: int) -> Iterator[Score]:
    """Yield the scores of files as they were meant."""
    for language, pairs in NAMES.items():
        for seed, names in enumerate(pairs):
            talk = make_talk(names, language, seed, turns=turns)
            path = folder / f"{language}{seed}.{ending}"
            path.write_bytes(save(style, ending, talk, language))
            expected = meant(style, talk, names)
            for persons in ({"P01": (names[1],)}, {"P01": ()}):
                transcript = read_transcript(path, interview="a", wave="1", persons=persons, language=language)
                told = any(note.kind != "roles guessed" for note in transcript.notes)
                right, shown = count_right(transcript, expected), f"{language}, {names}, {persons}"
                yield Score(style, ending, "none", right, len(expected), told, shown)


def score_damaged(style: str, ending: str, folder: Path, *, seeds: int) -> Iterator[Score]:
    """Yield the scores of files in each of which one label is damaged."""
    for language, pairs in NAMES.items():
        for seed in range(seeds):
            chance = random.Random(f"{style}{ending}{language}{seed}")
            names, damage = chance.choice(pairs), chance.choice(DAMAGES)
            damaged = make_damaged(style, ending, names, language, damage, seed)
            path = folder / f"{language}{seed}.{ending}"
            path.write_bytes(damaged.data)
            who = {"persons": {"P01": (names[1],)}, "speakers": {"interviewer": (names[0],)}}
            transcript = read_transcript(path, interview="a", wave="1", language=language, **who)
            right, shown = count_right(transcript, damaged.meant), f"{language}, {names}: {damaged.line!r}"
            shown += "".join(f"\n      {note}" for note in transcript.notes)
            told = is_told(transcript.notes, damaged)
            yield Score(style, ending, damage, right, len(damaged.meant), told, shown)


def show_table(scores: list[Score], of: str) -> None:
    """Print by style, format or damage the share of right turns and the files with a wrong one, told and untold."""
    groups = defaultdict[str, list[Score]](list)
    for score in scores:
        groups[{"style": score.style, "format": score.ending, "damage": score.damage}[of]].append(score)
    print(f"\n{of:40}  files  turns right  wrong, told  wrong, untold")
    for name, group in {**groups, "all": scores}.items():
        counts = count_outcomes(group)
        share = 100 * sum(score.right for score in group) / sum(score.total for score in group)
        print(f"{name:40} {len(group):6,} {share:10.2f} % {counts['told']:12,} {counts['untold']:14,}")


def count_outcomes(scores: list[Score]) -> Mapping[str, int]:
    """Return how many files are right, wrong and told, or wrong and untold."""
    return Counter("right" if s.right == s.total else "told" if s.told else "untold" for s in scores)


def main() -> None:
    """Print the share of right turns by format, way of marking and damage, and the files that are wrong and untold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--damaged", action="store_true")
    parser.add_argument("--turns", type=int, default=40)
    parser.add_argument("--seeds", type=int, default=20, help="damaged files for each way, format and language")
    parser.add_argument("--errors", type=int, default=20)
    options = parser.parse_args()
    scores = list[Score]()
    with tempfile.TemporaryDirectory() as folder:
        for ending in ENDINGS:
            for style in filter(lambda style: applies(style, ending), STYLES):
                if options.damaged:
                    scores += score_damaged(style, ending, Path(folder), seeds=options.seeds)
                else:
                    scores += score_whole(style, ending, Path(folder), turns=options.turns)
    for of in ("style", "format", *(["damage"] if options.damaged else [])):
        show_table(scores, of)
    counts = count_outcomes(scores)
    print(f"\n{len(scores):,} files: {counts['right']:,} right, {counts['told']:,} told, {counts['untold']:,} untold")
    wrong = [s for s in scores if s.right < s.total and not (options.damaged and s.told)]
    for score in wrong[: options.errors]:
        print(f"{score.style}, {score.ending}, {score.damage}, {score.right} of {score.total}: {score.shown}")


if __name__ == "__main__":
    main()
