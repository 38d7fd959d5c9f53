"""Codes of one file that are open in the interviews of another, of the same coder or of somebody else: told, and asked.

They count in no comparison there, and only who coded knows whether they were looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bp_qual.coding.by_hand import Event, list_coders, read_history
from bp_qual.coding.by_hand.coder_names import AGREED
from bp_qual.coding.by_hand.following import followed
from bp_qual.coding.by_hand.replay import State, codes_left, replay
from bp_qual.coding.open_codes import say_open_codes
from bp_qual.display import show_name
from bp_qual.study.import_covering import Covered, NewEvents
from bp_qual.study.import_placing import Placement
from bp_qual.study.import_reading import Incoming
from bp_qual.wording import Remark


def say_in_no_file(incoming: Incoming, placement: Placement, covered: Covered, new: NewEvents) -> Iterator[Remark]:
    """Yield for each coder which codes of other files are open, and for whom else codes of this file are.

    Parameters
    ----------
    incoming : Incoming
        The file and the study.
    placement : Placement
        Where its passages stand.
    covered : Covered
        What its coders looked for. What is open for the sake of rows without a place is told with their own reason.
    new : NewEvents
        What comes to the work of each coder.

    Yields
    ------
    Remark
    """
    corpus, book, file = incoming.corpus, incoming.matched.codebook, show_name(incoming.path.name)
    talks = [talk.interview for talk in corpus.transcripts]
    others = {name: _state(incoming, name) for name in list_coders(incoming.study.folder)}
    others = {name: state for name, state in others.items() if name not in {*placement.histories, AGREED}}
    done_by = {name: state.finished(talks, book.ids) for name, state in others.items()}
    used = {code for done in done_by.values() for _, code in done}
    for name, history in placement.histories.items():
        theirs = {*covered.sought[name]}
        done = _with(replay(history.events), new.by_coder[name]).finished(talks, book.ids)
        known = {code for _, code in done} | (used - ({*incoming.matched.sought} - theirs))
        cells = [
            (interview, code)
            for interview, code in _open(done, [code for code in book.ids if code in known])
            if (code not in theirs or (name, interview) not in covered.looked_for)
            and code not in covered.undecided.get((name, interview), ())
        ]
        if any((code in theirs) != ((name, interview) in covered.looked_for) for interview, code in cells):
            values = {"coder": name, "open": say_open_codes(cells, corpus, book), "file": file}
            yield Remark("in no file", values=values)
    sought = {code for codes in covered.looked_for.values() for code in codes}
    for name, done in done_by.items():
        left = _open(done, [code for code in book.ids if code in sought])
        if cells := [cell for cell in left if cell not in others[name].opened]:
            yield Remark("in no file of", values={"coder": name, "open": say_open_codes(cells, corpus, book)})


def _state(incoming: Incoming, coder: str) -> State:
    """Return what a coder did who is not in the file."""
    history = read_history(incoming.study.folder, coder, incoming.matched.codebook)
    return replay(followed(history, incoming.corpus).events)


def _with(before: State, events: Iterable[Event]) -> State:
    """Return a state with what is said besides of what is finished."""
    marks = (event for event in events if event.do in ("done", "undone"))
    return replace(before, marks=(*before.marks, *marks))


def _open(done: Iterable[tuple[str, str]], codes: list[str]) -> Iterator[tuple[str, str]]:
    """Yield interviews that are finished for any code, with the codes among these for which they are not."""
    yield from ((interview, code) for interview, left in codes_left(done, codes).items() for code in left)
