"""Which codes each coder of a file looked for: not those that only another coder of it ever used.

What Anna and Bert coded in one list is what they coded in a list each. That Anna never used a code of Bert's may be
because it was his to look for: it is left open for her and asked about. That all worked with one codebook is the answer
for whatever lists came in: each of them looked for every code with which anybody codes here, wherever they coded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path

from bp_qual.coding.by_hand import list_coders, read_history
from bp_qual.coding.by_hand.following import followed
from bp_qual.coding.by_hand.log import History
from bp_qual.coding.by_hand.replay import replay
from bp_qual.exchange.received import Passage, Received
from bp_qual.study.received_codes import MatchedCodes
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark

ByCoder = Mapping[str, Sequence[str]]  # codes, in the order of the codebook


def sought_by_coder(
    received: Received,
    taken: Iterable[Passage],
    matched: MatchedCodes,
    coders: Mapping[str, str],
    *,
    one_codebook: Set[str] | None = None,
) -> dict[str, tuple[str, ...]]:
    """Return the codes that each coder looked for: those of the file, but for what only others of the file used.

    Parameters
    ----------
    received : Received
        The file.
    taken : iterable of Passage
        Its passages, as far as they are taken.
    matched : MatchedCodes
        Its codes.
    coders : mapping of str to str
        Coders here by their names in the file.
    one_codebook : set of str, optional
        The codes with which anybody codes here, where each of them looked for all of these and of those of the file.

    Returns
    -------
    dict of str to tuple of str

    Examples
    --------
    >>> rows = [Passage("a.csv:2", "x", (0,), coder="Anna"), Passage("a.csv:3", "y", (1,), coder="Bert")]
    >>> matched = MatchedCodes(("money", "contact"), codebook, ())
    >>> sought_by_coder(Received("a.csv", (*rows,), ()), rows, matched, {"Anna": "anna", "Bert": "bert"})
    {'anna': ('money',), 'bert': ('contact',)}
    """
    own: dict[str, set[str]] = {coder: set() for coder in coders.values()}
    for passage in (passage for passage in taken if not passage.perhaps_by):  # whose it is will be answered
        own[coders[passage.coder]] |= _codes_of(passage, matched)
    used = set[str]().union(*(_codes_of(passage, matched) for passage in received.passages))
    if one_codebook is not None:
        every = tuple(code for code in matched.codebook.ids if code in one_codebook or code in matched.sought)
        return dict.fromkeys(own, every)
    return {
        coder: tuple(code for code in matched.sought if code in theirs or code not in used)
        for coder, theirs in own.items()
    }


def codes_in_use(study: Path, matched: MatchedCodes, corpus: Corpus) -> Set[str]:
    """Return the codes with which anybody coded here by hand, or that somebody looked for.

    Parameters
    ----------
    study : Path
        The folder of the study.
    matched : MatchedCodes
        With all its codes.
    corpus : Corpus
        Its interviews.

    Returns
    -------
    set of str

    Examples
    --------
    >>> codes_in_use(Path("no/such/study"), MatchedCodes((), codebook, ()), corpus)
    frozenset()
    """
    interviews = [transcript.interview for transcript in corpus.transcripts]
    used = set[str]()
    for coder in list_coders(study):
        state = replay(followed(read_history(study, coder, matched.codebook), corpus).events)
        used |= {event.code for event in state.codings}
        used |= {code for _, code in state.finished(interviews, matched.codebook.ids)}
    return frozenset(used) & {*matched.codebook.ids}


def coded_before(histories: Mapping[str, History], sought: ByCoder, corpus: Corpus) -> dict[tuple[str, str], Set[str]]:
    """Return what was looked for in the interviews that coders coded before, where all worked with one codebook.

    Parameters
    ----------
    histories : mapping of str to History
        What each coder did before. An interview that was said not to be coded stays so.
    sought : mapping of str to sequence of str
        The codes that each coder looked for, from `sought_by_coder`.
    corpus : Corpus
        The interviews.

    Returns
    -------
    dict of (str, str) to set of str
        Codes, by coder and interview.

    Examples
    --------
    >>> coded_before({"anna": History("anna", ())}, {"anna": ["money"]}, corpus)
    {}
    """
    interviews = [transcript.interview for transcript in corpus.transcripts]
    found = dict[tuple[str, str], Set[str]]()
    for coder, history in histories.items():
        state = replay(history.events)
        last = {mark.interview: mark.do for mark in state.answers}
        seen = {event.interview for event in state.codings}
        seen |= {interview for interview, do in last.items() if do == "done"}
        found |= {(coder, name): {*sought[coder]} for name in interviews if name in seen and last.get(name) != "undone"}
    return found


def say_codes_of_others(sought: ByCoder, matched: MatchedCodes, interviews: Mapping[str, object]) -> Iterator[Remark]:
    """Yield which codes of the file are left open for whom, because only others used them, and which of others are not.

    Parameters
    ----------
    sought : mapping of str to sequence of str
        From `sought_by_coder`.
    matched : MatchedCodes
        The codes of the file.
    interviews : mapping of str to object
        Where each coder coded; empty of who coded nowhere.

    Yields
    ------
    Remark

    Examples
    --------
    >>> matched = MatchedCodes(("money", "contact"), codebook, ())
    >>> print(*say_codes_of_others({"anna": ["money"]}, matched, {"anna": ["P01_2010"]}))
    a code that only another coder of the file used is left open, and is no zero: Contact (for anna). If ...
    """
    book = matched.codebook
    left = [
        Remark("codes of other", values={"codes": names, "coder": coder})
        for coder, codes in sought.items()
        if interviews.get(coder) and (names := [book.label(code) for code in matched.sought if code not in codes])
    ]
    if left:
        yield Remark("codes of others", values={"open": left})
    more = {code for codes in sought.values() for code in codes} - {*matched.sought}
    if more:
        yield Remark("with one codebook", values={"codes": [book.label(code) for code in book.ids if code in more]})


def _codes_of(passage: Passage, matched: MatchedCodes) -> set[str]:
    """Return the codes of a passage, with those above them."""
    ids = {matched.ids[code] for code in passage.codes} - {""}
    return {above for code in ids for above in (code, *matched.codebook.ancestors(code))}
