"""Cues: short pieces of talk with a time and perhaps a speaker, as subtitles and annotation programs keep them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from bp_qual.display import one_line
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.paragraphs import NOBODY, Piece
from bp_qual.wording.remarks import Remark

_ENDS = frozenset(".?!…\"”’'»)]")
_NAMES = lazy_pattern(r"[.?!…]\s+([^\W\d_a-zà-ÿ][\w.'’-]*(?: [\w.'’-]+){0,4}):\s")  # `Who from? Bo: Me.`
_BRACKETED = lazy_pattern(  # `We got it. [Bo] Who from?`
    r"[.?!…\"”'’)\]]\s*[\[(]([^\n\[\]()]{1,60})[\])](?::|\s*\Z|(?=\s+[^\sa-zà-ÿ]))"
)
_ENOUGH = 5  # names that tell whether they are written only where the speaker changes


class Cue(NamedTuple):  # made so often that a dataclass is felt
    """One piece of talk from `at` to `until` (seconds, None where unknown); `label` is empty where nobody is named.

    >>> Cue(1.0, 2.5, "Ja.", "Ann").label
    'Ann'
    """

    at: float | None
    until: float | None
    text: str
    label: str = ""


def by_time(cues: Iterable[Cue]) -> list[Cue]:
    """Return cues, speaker by speaker, in order of time; one without a time stays behind the one before it of its own.

    >>> cues = [Cue(5, 6, "c", "Ann"), Cue(None, None, "d", "Ann"), Cue(None, None, "a", "Bo"), Cue(1, 2, "b", "Bo")]
    >>> [cue.text for cue in by_time(cues)]
    ['a', 'b', 'c', 'd']
    """
    timed = list[tuple[float, Cue]]()
    for _, own in groupby(cues, key=lambda cue: cue.label):
        last = 0.0
        for cue in own:
            last = last if cue.at is None else cue.at
            timed.append((last, cue))
    return [cue for _, cue in sorted(timed, key=lambda pair: pair[0])]


def join_cues(cues: Iterable[Cue], *, nobody: bool = False) -> Iterator[Piece]:
    """Yield one line for the cues of one speaker in a row; a cue without a speaker stays a line.

    With `nobody`, such a line is said to be nobody's: the speaker before does not go on.

    A cue in which another of the speakers is named too (`We got it. Bo: Who from?`, or `[Bo]`) ends the line: who
    speaks at its end is not who spoke at its beginning.

    >>> cues = [Cue(0, 1, "Ja,", "Ann"), Cue(1, 2, "goed.", "Ann"), Cue(2, 3, "Zo.", "Bo")]
    >>> [piece.text for piece in join_cues(cues)]
    ['Ja, goed.', 'Zo.']
    """
    cues = list(cues)
    names = {cue.label for cue in cues} - {""}
    within = Counter(match[1] for cue in cues if ":" in cue.text for match in _NAMES.finditer(cue.text))
    names |= {name for name, count in within.items() if count > 1 and name.split()[-1][0].isupper()}
    run: list[Cue] = []
    for cue in cues:
        if run and not (cue.label and cue.label == run[-1].label and not _names_another(run[-1], names)):
            yield _line(run, nobody=nobody)
            run = []
        run.append(cue)
    if run:
        yield _line(run, nobody=nobody)


def _names_another(cue: Cue, names: set[str]) -> bool:
    if ("[" in cue.text or "(" in cue.text) and any(
        " ".join(match[1].split()) in names for match in _BRACKETED.finditer(cue.text)
    ):
        return True
    if ":" not in cue.text:
        return False
    before = [part.rstrip() for part in cue.text.split(":")[:-1]]
    return any(
        part.endswith(name) and not part[-len(name) - 1 : -len(name)].isalnum() for part in before for name in names
    )


def _line(run: list[Cue], *, nobody: bool) -> Piece:
    said = [cue.text for cue in run if cue.text]
    text = run[0].text if len(run) == 1 else " ".join(said)
    ends = accumulate(len(one) + 1 for one in said[:-1]) if run[0].label else ()
    until = run[0].until if len(run) == 1 else max((cue.until for cue in run if cue.until is not None), default=None)
    kind = NOBODY if nobody and not run[0].label else "text"
    return Piece(text, run[0].label, kind, at=run[0].at, until=until, again=(0, *ends) if run[0].label else ())


def names_each(labels: Sequence[str]) -> bool:
    """Return whether a speaker is named beside each cue, not only where another begins; then a gap is nobody's.

    >>> names_each(["Eva", "", "Jan", "", "Eva", "Jan", "Eva"]), names_each(["Eva", "", "Eva", "Jan"])
    (False, True)
    """
    named = [label for label in labels if label]
    gapped = sum(bool(label) and not after for label, after in pairwise(labels))
    is_at_changes = len(named) >= _ENOUGH and not _are_rare(gapped, named) and all(a != b for a, b in pairwise(named))
    return bool(named) and len(named) < len(labels) and not is_at_changes


def _are_rare(gapped: int, named: Sequence[object]) -> bool:
    """Whether so few of the names are followed by parts without one that these lack a name, rather than go on."""
    return 3 * gapped <= len(named)


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


def note_unnamed_first(cues: Sequence[Cue]) -> tuple[Remark, ...]:
    """Return the note on cues before the first that names a speaker, which are nobody's.

    >>> print(*note_unnamed_first([Cue(0, 1, "Hoe?"), Cue(1, 2, "Goed.", "Jan"), Cue(2, 3, "Ja.")]))
    Pieces of talk without a speaker, though others have one: 1 of 3 (first: 'Hoe?'). They are not counted. ...
    """
    first = next((number for number, cue in enumerate(cues) if cue.label), 0)
    note = note_unnamed(cues[:first])
    return tuple(replace(remark, values={**remark.values, "all": len(cues)}) for remark in note)


def set_unnamed_apart(cues: Sequence[Cue]) -> tuple[bool, tuple[Remark, ...]]:
    """Return whether cues without a speaker are nobody's, where a format keeps one for each; and what is to be told.

    >>> set_unnamed_apart([Cue(0, 1, "Hoe?", "Eva"), Cue(1, 2, "Goed.")])[0], set_unnamed_apart([Cue(0, 1, "Goed.")])
    (True, (False, ()))
    """
    return (True, note_unnamed(cues)) if any(cue.label for cue in cues) else (False, ())


def find_nobodys(cues: Sequence[Cue]) -> tuple[bool, tuple[Remark, ...]]:
    """Return whether cues without a speaker are nobody's, or go on with the one before; and what is to be told of them.

    >>> find_nobodys([Cue(0, 1, "Hoe?", "Eva"), Cue(1, 2, "Goed.", "Jan")])
    (False, ())
    >>> find_nobodys([Cue(0, 1, "Hoe?", "Eva"), Cue(1, 2, "Goed hoor."), Cue(2, 3, "En?", "Eva")])[0]
    True
    """
    if names_each([cue.label for cue in cues]):
        return True, note_unnamed(cues)
    return False, (*note_unnamed_first(cues), *note_taken([(cue.label, cue.text) for cue in cues]))


class _Run(NamedTuple):
    """What follows a name: the name, the next one, and the parts between that do not go on in mid-sentence."""

    name: str
    after: str
    doubtful: tuple[str, ...]


def note_taken(named: Sequence[tuple[str, str]]) -> tuple[Remark, ...]:
    """Return notes on parts without a name that were given to the speaker before, where somebody else may have spoken.

    That is so where hardly any part lacks a name; where a speaker is named again behind the gap; for questions in a
    gap of somebody who does not ask; and where no name comes any more for longer than anywhere else.

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
    >>> print(*note_taken([("Eva", "Hoe?"), ("", "Goed hoor."), ("Eva", "En?")]))
    No speaker is named for 'Goed hoor.', and the one before was taken, though named again after it. Check who it is.
    >>> print(*note_taken([("Eva", "Hoe?"), ("Jan", "Zo."), ("", "Ja."), ("", "En toen?"), ("", "Nee.")]))
    Pieces of talk without a speaker, which were given to the speaker before: 3 of 5 (68 % of the text): 'Ja.', ...
    """
    if all(name for name, _ in named):
        return ()
    runs = _runs(named)
    gapped = [run for run in runs if run.doubtful]
    if _are_rare(len(gapped), runs):
        taken = [said for run in gapped for said in run.doubtful]
    else:
        taken = [said for run in gapped if _is_longest_at_end(run, runs) for said in run.doubtful]
        taken = taken or _foreign_questions(gapped, named)
    notes = list[Remark]()
    if taken:
        share = sum(map(len, taken)) / max(1, sum(len(said) for _, said in named))
        told = {"n": len(taken), "all": len(named), "percent": f"{100 * share:.0f}", "lines": _begins(taken)}
        notes.append(Remark("unnamed taken", values=told))
    if alike := [run.doubtful[0] for run in gapped if run.name == run.after and not set(run.doubtful) & set(taken)]:
        notes.append(Remark("unnamed between", values={"lines": _begins(alike)}))
    return tuple(notes)


def _runs(named: Sequence[tuple[str, str]]) -> list[_Run]:
    """Return what follows each name; parts that go on with an unfinished sentence are no gap."""
    sentences = 2 * sum(said.rstrip()[-1:] in _ENDS for _, said in named) >= len(named)
    runs, name, doubtful, before = list[_Run](), "", list[str](), ""
    for own, said in (*named, ("\n", "")):
        if own:
            runs += [_Run(name, own.strip(), tuple(doubtful))] if name else []
            name, doubtful = own, []
        elif name and not (sentences and before[-1:] not in _ENDS and said.lstrip()[:1].islower()):
            doubtful.append(said)
        before = said.rstrip()
    return runs


def _is_longest_at_end(run: _Run, runs: Sequence[_Run]) -> bool:
    """Whether no name comes after a run that is more than twice as long as any other."""
    return not run.after and len(run.doubtful) > 2 * max((len(other.doubtful) for other in runs[:-1]), default=0)


def _foreign_questions(gapped: Sequence[_Run], named: Sequence[tuple[str, str]]) -> list[str]:
    """Return questions that were given to somebody who never asks under their own name."""
    asking = {name for name, said in named if name and said.rstrip().endswith("?")}
    return [
        said
        for run in gapped
        if run.name not in asking
        for said in run.doubtful
        if said.rstrip().endswith("?") and len(said.split()) > 2
    ]


def _begins(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(one_line(" ".join(said.split())[:40]) for said in lines)
