"""What an import leaves open: codes with a row that has no place, or can mean another code, until that is dealt with.

It is an ``undone`` of the coder that names these codes, so that it holds whatever was or is finished otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import Event
from bp_qual.coding.by_hand.log import History
from bp_qual.coding.by_hand.replay import IN_DOUBT, replay
from bp_qual.coding.open_codes import say_open_codes
from bp_qual.display import show_name
from bp_qual.exchange.received import Received
from bp_qual.study.import_events import Events, make_event_id
from bp_qual.study.import_finished import ByInterview
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark


def leave_open(
    left: ByInterview, in_doubt: ByInterview, histories: Mapping[str, History], codebook: Codebook,
    codes: Collection[str], received: Received,
) -> Events:  # fmt: skip
    """Return for each coder what is left open: codes with a passage of this file that has no place, by interview.

    What this file left open before is not opened again, nor is what was finished since it came in.

    Parameters
    ----------
    left, in_doubt : mapping of (str, str) to set of str
        By coder and interview, from `left_open` and `left_in_doubt`.
    histories : mapping of str to History
        What each coder did before.
    codebook : Codebook
        With all the codes.
    codes : collection of str
        Those that the study has, or gets.
    received : Received
        The file.

    Returns
    -------
    dict of str to list of Event
        By coder.

    Examples
    --------
    >>> left = {("anna", "P01_2010"): {"money"}}
    >>> before = {"anna": History("anna", ())}
    >>> opened = leave_open(left, {}, before, codebook, ["money"], Received("list.csv", (), ()))
    >>> [(event.do, event.interview, event.codes, event.file) for event in opened["anna"]]
    [('undone', 'P01_2010', ('money',), 'list.csv')]
    """
    file, found = file_of(received), Events({coder: [] for coder in histories})
    there = {coder: replay(history.events).opened for coder, history in histories.items()}
    known = {coder: {event.id for event in history.events} for coder, history in histories.items()}
    every = [(place, own, form) for form, of in (("", left), (IN_DOUBT, in_doubt)) for place, own in of.items()]
    for (coder, interview), own, form in every:
        before = there[coder]
        new = tuple(
            code
            for code in codebook.ids
            if code in own
            and code in codes
            and (file, form) not in ((event.file, event.form) for event in before.get((interview, code), ()))
        )
        event_id = make_event_id("undone", coder, interview, received.digest, form, *new)
        if new and event_id not in known[coder]:
            who = Event(event_id, "undone", interview=interview, codes=new, codebook=codebook.coder)
            found[coder].append(replace(who, file=file, form=form))
    return found


def opened_before(
    looked_for: ByInterview, histories: Mapping[str, History], received: Received, *, mended: bool
) -> dict[tuple[str, str], set[str]]:
    """Return the codes that other files left open, by coder and interview, of those that were looked for.

    Parameters
    ----------
    looked_for : mapping of (str, str) to set of str
        By coder and interview, from `codes_looked_for`.
    histories : mapping of str to History
        What each coder did before.
    received : Received
        The file; an earlier one of its name is not another.
    mended : bool
        Whether it is a list to mend: it deals with rows that had no place, and not with those in doubt.

    Returns
    -------
    dict of (str, str) to set of str

    Examples
    --------
    >>> left = Event("e1", "undone", interview="P01_2010", codes=("money",), file="old.csv")
    >>> before = {"anna": History("anna", (left,))}
    >>> looked_for = {("anna", "P01_2010"): {"money"}}
    >>> opened_before(looked_for, before, Received("new.csv", (), ()), mended=False)
    {('anna', 'P01_2010'): {'money'}}
    """
    file, found = file_of(received), dict[tuple[str, str], set[str]]()
    for coder, history in histories.items():
        for (interview, code), events in replay(history.events).opened.items():
            others = [event for event in events if event.file != file and (event.form == IN_DOUBT or not mended)]
            if others and code in looked_for.get((coder, interview), ()):
                found.setdefault((coder, interview), set()).add(code)
    return found


def say_opened_by_others(
    others: ByInterview, histories: Mapping[str, History], corpus: Corpus, codebook: Codebook
) -> Iterator[Remark]:
    """Yield for each coder the codes that stay open for the sake of other files, and what finishes them.

    Parameters
    ----------
    others : mapping of (str, str) to set of str
        From `opened_before`.
    histories : mapping of str to History
        What each coder did before.
    corpus, codebook : Corpus and Codebook
        What they are of.

    Yields
    ------
    Remark

    Examples
    --------
    >>> [*say_opened_by_others({}, {}, corpus, codebook)]
    []
    """
    for coder, history in histories.items():
        cells = [(interview, code) for (of, interview), codes in others.items() if of == coder for code in codes]
        if cells:
            opened = replay(history.events).opened
            files = sorted({event.file for cell in cells for event in opened[cell]})
            values = {"coder": coder, "open": say_open_codes(cells, corpus, codebook), "files": files}
            yield Remark("open for others", values=values)


def file_of(received: Received) -> str:
    """Return the name under which it is kept that a file came in.

    >>> file_of(Received("codings/list.csv", (), ()))
    'list.csv'
    """
    return show_name(PurePath(received.where).name)
