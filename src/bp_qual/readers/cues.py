"""Cues: short pieces of talk with a time and perhaps a speaker, as subtitles and annotation programs keep them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bp_qual.readers.paragraphs import Piece


class Cue(NamedTuple):  # made so often that a dataclass is felt
    """One piece of talk from `at` to `until` (seconds); `label` is empty where nobody is named.

    >>> Cue(1.0, 2.5, "Ja.", "Ann").label
    'Ann'
    """

    at: float
    until: float
    text: str
    label: str = ""


def join_cues(cues: Iterable[Cue]) -> Iterator[Piece]:
    """Yield one line for the cues of one speaker in a row; a cue without a speaker stays a line.

    A cue in which another of the speakers is named too (`We got it. Bo: Who from?`) ends the line: who speaks at its
    end is not who spoke at its beginning.

    >>> cues = [Cue(0, 1, "Ja,", "Ann"), Cue(1, 2, "goed.", "Ann"), Cue(2, 3, "Zo.", "Bo")]
    >>> [piece.text for piece in join_cues(cues)]
    ['Ja, goed.', 'Zo.']
    """
    cues = list(cues)
    names = {cue.label for cue in cues} - {""}
    run: list[Cue] = []
    for cue in cues:
        if run and not (cue.label and cue.label == run[-1].label and not _names_another(run[-1], names)):
            yield _line(run)
            run = []
        run.append(cue)
    if run:
        yield _line(run)


def _names_another(cue: Cue, names: set[str]) -> bool:
    if ":" not in cue.text:
        return False
    before = [part.rstrip() for part in cue.text.split(":")[:-1]]
    return any(
        part.endswith(name) and not part[-len(name) - 1 : -len(name)].isalnum() for part in before for name in names
    )


def _line(run: list[Cue]) -> Piece:
    text = run[0].text if len(run) == 1 else " ".join(cue.text for cue in run if cue.text)
    until = run[0].until if len(run) == 1 else max(cue.until for cue in run)
    return Piece(text, run[0].label, at=run[0].at, until=until)
