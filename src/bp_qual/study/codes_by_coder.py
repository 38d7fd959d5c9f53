"""Which codes each coder of a file looked for: not those that only another coder of it ever used.

What Anna and Bert coded in one list is what they coded in a list each. That Anna never used a code of Bert's may be
because it was his to look for: it is left open for her and asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bp_qual.exchange.received import Passage, Received
from bp_qual.study.received_codes import MatchedCodes
from bp_qual.wording import Remark

ByCoder = Mapping[str, Sequence[str]]  # codes, in the order of the codebook


def sought_by_coder(
    received: Received,
    taken: Iterable[Passage],
    matched: MatchedCodes,
    coders: Mapping[str, str],
    *,
    one_codebook: bool = False,
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
    one_codebook : bool
        Whether each of them looked for all of its codes.

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
    for passage in () if one_codebook else taken:
        own[coders[passage.coder]] |= _codes_of(passage, matched)
    used = set[str]().union(*(_codes_of(passage, matched) for passage in received.passages))
    return {
        coder: tuple(code for code in matched.sought if one_codebook or code in theirs or code not in used)
        for coder, theirs in own.items()
    }


def say_codes_of_others(sought: ByCoder, matched: MatchedCodes, interviews: Mapping[str, object]) -> Iterator[Remark]:
    """Yield which codes of the file are left open for whom, because only others used them, and what says otherwise.

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


def _codes_of(passage: Passage, matched: MatchedCodes) -> set[str]:
    """Return the codes of a passage, with those above them."""
    ids = {matched.ids[code] for code in passage.codes} - {""}
    return {above for code in ids for above in (code, *matched.codebook.ancestors(code))}
