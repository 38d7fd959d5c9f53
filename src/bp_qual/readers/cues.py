"""Cues: short pieces of talk with a time and perhaps a speaker, as subtitles and annotation programs keep them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bp_qual.display import one_line
from bp_qual.readers.paragraphs import NOBODY, Piece
from bp_qual.wording.remarks import Remark

_ENOUGH = 5  # names that tell whether they are written only where the speaker changes


class Cue(NamedTuple):  # made so often that a dataclass is felt
    """One piece of talk from `at` to `until` (seconds); `label` is empty where nobody is named.

    >>> Cue(1.0, 2.5, "Ja.", "Ann").label
    'Ann'
    """

    at: float
    until: float
    text: str
    label: str = ""


def join_cues(cues: Iterable[Cue], *, nobody: bool = False) -> Iterator[Piece]:
    """Yield one line for the cues of one speaker in a row; a cue without a speaker stays a line.

    With `nobody`, such a line is said to be nobody's: the speaker before does not go on.

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
            yield _line(run, nobody=nobody)
            run = []
        run.append(cue)
    if run:
        yield _line(run, nobody=nobody)


def _names_another(cue: Cue, names: set[str]) -> bool:
    if ":" not in cue.text:
        return False
    before = [part.rstrip() for part in cue.text.split(":")[:-1]]
    return any(
        part.endswith(name) and not part[-len(name) - 1 : -len(name)].isalnum() for part in before for name in names
    )


def _line(run: list[Cue], *, nobody: bool) -> Piece:
    text = run[0].text if len(run) == 1 else " ".join(cue.text for cue in run if cue.text)
    until = run[0].until if len(run) == 1 else max(cue.until for cue in run)
    kind = NOBODY if nobody and not run[0].label else "text"
    return Piece(text, run[0].label, kind, at=run[0].at, until=until)


def names_each(labels: Sequence[str]) -> bool:
    """Return whether a speaker is named beside each cue, not only where another begins; then a gap is nobody's.

    >>> names_each(["Eva", "", "Jan", "", "Eva", "Jan", "Eva"]), names_each(["Eva", "", "Eva", "Jan"])
    (False, True)
    """
    named = [label for label in labels if label]
    gaps = len(labels) - len(named)
    is_at_changes = len(named) >= _ENOUGH and 4 * gaps >= len(named) and all(a != b for a, b in pairwise(named))
    return bool(named) and gaps > 0 and not is_at_changes


def note_unnamed(cues: Sequence[Cue]) -> tuple[Remark, ...]:
    """Return the note on cues for which no speaker is named, though others are.

    >>> print(*note_unnamed([Cue(0, 1, "Hoe?", "Eva"), Cue(1, 2, "Goed hoor."), Cue(2, 3, "En?", "Eva")]))
    Pieces of talk without a speaker, though others have one: 1 of 3 (first: 'Goed hoor.'). They are ...
    >>> note_unnamed([Cue(0, 1, "Hoe?", "Eva"), Cue(1, 2, " ")])
    ()
    """
    unnamed = [cue for cue in cues if not cue.label and cue.text.strip()]
    if not unnamed:
        return ()
    begin = one_line(" ".join(unnamed[0].text.split())[:40])
    return (Remark("cues unnamed", values={"n": len(unnamed), "all": len(cues), "begin": begin}),)


def note_between_alike(named: Sequence[tuple[str, str]]) -> tuple[Remark, ...]:
    """Return the note on parts without a name of their own between two of one speaker: perhaps another's.

    Parameters
    ----------
    named : sequence of tuple of str and str
        For each part the name beside it, or '', and what was said.

    Returns
    -------
    tuple of Remark
        None where names are written only at changes of speaker, as they are then not repeated.

    Examples
    --------
    >>> print(*note_between_alike([("Eva", "Hoe?"), ("", "Goed hoor."), ("Eva", "En?")]))
    No speaker is named for 'Goed hoor.', and the one before was taken, though named again after it. Check who it is.
    """
    before, waiting, found = "", list[str](), list[str]()
    for name, said in named:
        if not name:
            waiting.append(said)
            continue
        found += waiting[:1] if waiting and name == before else []
        before, waiting = name, []
    lines = tuple(one_line(" ".join(said.split())[:40]) for said in found)
    return (Remark("unnamed between", values={"lines": lines}),) if lines else ()
