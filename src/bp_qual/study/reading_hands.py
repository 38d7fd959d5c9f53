"""Read what a coder did in a study, and say what of it cannot be read: no coding is left out without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import (
    Event,
    HandCodings,
    History,
    is_coders_file,
    list_coders,
    list_strays,
    missing_numbers,
    place_codings,
    read_history,
)
from bp_qual.coding.by_hand.events import Damage
from bp_qual.coding.by_hand.following import is_other
from bp_qual.coding.by_hand.replay import replay
from bp_qual.display import show_name
from bp_qual.errors import BpQualWarning, warn_caller
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark


def read_hand(folder: Path, coder: str, corpus: Corpus, codebook: Codebook | None) -> HandCodings:
    """Return what a coder did in a study, in the interviews as they are now; a warning tells of lines that are damaged.

    Parameters
    ----------
    folder : Path
        Of the study.
    coder : str
        Whose codings.
    corpus : Corpus
        The interviews.
    codebook : Codebook or None
        As it is now; None where the study has none.

    Returns
    -------
    HandCodings

    Examples
    --------
    >>> len(read_hand(Path("no/such/folder"), "anna", corpus, codebook).codings)
    0
    """
    history = read_history(folder, coder, codebook)
    for note in _tell_damage(history):
        warn_caller(BpQualWarning(note))
    return place_codings(history, corpus)


def note_codings(folder: Path, codebook: Codebook | None) -> Iterator[Remark]:
    """Yield what must be known of the codings in a study: lines that cannot be read, codes that have another name now.

    Parameters
    ----------
    folder : Path
        Of the study.
    codebook : Codebook or None
        As it is now; None where it cannot be read.

    Yields
    ------
    Remark

    Examples
    --------
    >>> list(note_codings(Path("no/such/folder"), codebook))
    []
    """
    for coder in list_coders(folder):
        history = read_history(folder, coder, codebook)
        yield from _tell_damage(history)
        state = replay(history.events)
        yield from tell_carried(coder, (*state.codings, *state.decisions), history.was)


def note_strays(folder: Path) -> tuple[Remark, ...]:
    """Say which entries lie where the files of coders do and are not read: by their name, or what they are.

    >>> note_strays(Path("no/such/folder"))
    ()
    """
    return tuple(
        Remark(_why_not_read(path), values={"file": show_name(path.name)})
        for path in list_strays(folder)
        if is_coders_file(path)
    )


def _why_not_read(path: Path) -> str:
    return "codings named otherwise" if path.is_file() and not path.is_symlink() else "codings not read"


def tell_carried(coder: str, events: Iterable[Event], was: Mapping[str, str]) -> tuple[Remark, ...]:
    """Say which codings and decisions of a coder count for a code that theirs became by ``renamed`` or ``merged``.

    Parameters
    ----------
    coder : str
        Whose.
    events : iterable of Event
        The codings and decisions that hold.
    was : mapping of str to str
        From `History` or `HandCodings`.

    Returns
    -------
    tuple of Remark
        One for each earlier code.

    Examples
    --------
    >>> str(tell_carried("anna", [Event("e1", "add", code="wijk")], {"e1": "buurt"})[0])
    "anna: what was coded and decided with 'buurt' counts for 'wijk', as the codebook says (1 passage)."
    """
    carried = Counter((was[event.id], event.code) for event in events if event.id in was)
    return tuple(
        Remark("codings carried", values={"coder": coder, "old": old, "new": new, "n": n})
        for (old, new), n in carried.items()
    )


def tell_renamed(
    coder: str, renamed: Mapping[str, str], marks: Iterable[Event], there: Collection[str]
) -> tuple[Remark, ...]:
    """Say which interviews are called otherwise now than when a coder did something there, are others, or are no more.

    Parameters
    ----------
    coder : str
        Whose.
    renamed : mapping of str to str
        From `HandCodings` or `Standing`.
    marks : iterable of Event
        Of the coder's state: what was finished again since is not told.
    there : collection of str
        The interviews that are read now.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> str(tell_renamed("anna", {"P01_2010": "P07_2010"}, (), ["P07_2010"])[0])
    'anna: what was done in P01_2010 counts for P07_2010, which has its text now.'
    """
    others = [old for old, new in renamed.items() if is_other(old, new)]
    marks = tuple(marks)
    again = {mark.interview for mark in marks if mark.do == "done"}
    last = {mark.interview: mark.do for mark in marks if mark.interview not in {*there, *renamed.values()}}
    left = {
        "done of another text": [old for old in others if old not in again],
        "done of no interview": [name for name, do in last.items() if do == "done"],
    }
    told = (Remark(kind, values={"coder": coder, "interviews": names}) for kind, names in left.items() if names)
    followed = (
        Remark("codings followed", values={"coder": coder, "old": old, "new": new})
        for old, new in renamed.items()
        if old not in others
    )
    return (*followed, *told)


def _tell_damage(history: History) -> Iterator[Remark]:
    for path, parts in history.damage.items():
        yield from tell_resaved(path, parts)
        wrong = [part for part in parts if not (part.unfinished or part.encoding)]
        for kind, is_newer in (("codings damaged", False), ("codings newer", True)):
            if lines := [part.line for part in wrong if part.newer == is_newer]:
                yield Remark(kind, values={"file": show_name(path.name), "n": len(lines), "line": lines[0]})
        if cut := [part.line for part in parts if part.unfinished and part.at_end]:
            yield Remark("codings cut", values={"file": show_name(path.name), "line": cut[-1]})
    yield from tell_missing(history)


def tell_resaved(path: Path, parts: Iterable[Damage]) -> tuple[Remark, ...]:
    """Say that an editor saved the file of a coder in another encoding, of which lines cannot be read.

    >>> part = Damage(3, b"", encoding="UTF-16")
    >>> str(tell_resaved(Path("anna.jsonl"), [part])[0])[:45]
    'anna.jsonl was saved as UTF-16 in an editor, '
    """
    lines: dict[str, list[int]] = {}
    for part in parts:
        if part.encoding:
            lines.setdefault(part.encoding, []).append(part.line)
    return tuple(
        Remark(
            "codings resaved",
            values={"file": show_name(path.name), "encoding": encoding, "n": len(of), "line": of[0]},
        )
        for encoding, of in lines.items()
    )


def tell_missing(history: History) -> tuple[Remark, ...]:
    """Say which lines are gone from the file of a coder, or that all are.

    >>> tell_missing(History("anna", ()))
    ()
    """
    missing = list(map(str, missing_numbers(history)))
    values = {"coder": history.coder, "n": len(missing), "numbers": missing}
    empty = [path.name for path in history.files if not path.stat().st_size]
    told = [Remark("codings empty", values={"file": show_name(name)}) for name in empty]
    return (*told, *([Remark("codings missing", values=values)] if missing else []))
