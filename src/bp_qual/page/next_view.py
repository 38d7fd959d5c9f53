"""What to look at next, over all interviews: undecided hits and proposed sentences of which a decision pays most.

Passages of a sample that was drawn are left out: they are judged blind, and by nobody who was shown them for a reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bp_qual.coding.combining import places_of
from bp_qual.coding.passages import list_sentences
from bp_qual.errors import BpQualError
from bp_qual.page.code_view import MarkedSentence, show_in_sentences
from bp_qual.page.desk import Desk
from bp_qual.page.interview_view import PageMark, collect_marks
from bp_qual.study.answered_proposals import count_accepted, find_uneven
from bp_qual.study.sampled_talk import find_sampled
from bp_qual.suggestions import load_encoder, suggest_passages
from bp_qual.suggestions.known_passages import known_by_hand, rows_within
from bp_qual.suggestions.list_notes import note_lists
from bp_qual.suggestions.review_order import PROPOSAL, order_review
from bp_qual.suggestions.sentence_vectors import KEPT, Encode, are_kept
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd

MOST = 20  # passages that are shown at once


@dataclass(frozen=True, slots=True)
class NextPassage:
    """A passage in its sentences, and why it comes now.

    ``right``, ``wrong`` and ``left`` are how many of its kind were accepted and rejected, and how many wait; ``like``
    is what a proposed sentence resembles most, empty for a hit.

    >>> mark = PageMark("", "P01_2010", "codebook", "auto", 1, 3, 8, "a", "samen")
    >>> NextPassage(MarkedSentence("P01", "2010", "Wij doen ", ".", mark), 3, 1, 12).left
    12
    """

    quote: MarkedSentence
    right: int
    wrong: int
    left: int
    like: str = ""


@dataclass(frozen=True, slots=True)
class NextView:
    """What to look at next, for one code or for all (empty); how many undecided hits a sample keeps back.

    `proposals` says how sentences without a term were found: ``vectors``, ``letters``, or not at all (empty); `uneven`
    are the codes shown whose proposals were right more often in one wave than in another; `note` is what can be
    told of the list of proposals.

    >>> NextView("", ()).passages
    ()
    """

    code: str
    passages: tuple[NextPassage, ...]
    in_samples: int = 0
    proposals: str = ""
    uneven: tuple[str, ...] = ()
    note: str = ""


def describe_next(desk: Desk, code: str = "", language: str = "en") -> NextView:
    """Return which passages to look at next.

    Parameters
    ----------
    desk : Desk
        The study.
    code : str
        Only this code and those below it, and then also sentences that no term found; all codes if empty.
    language : str
        Of the page.

    Returns
    -------
    NextView

    Raises
    ------
    ValueError
        Where the codebook has no such code.

    Examples
    --------
    >>> [passage.quote.mark.quote for passage in describe_next(desk).passages]
    ['Money', 'money', 'neighbours']
    """
    if code:
        desk.codebook.code(code)
    hand = desk.hand
    wanted = {code, *desk.codebook.descendants(code)} if code else set(desk.codebook.ids)
    own = desk.hits[desk.hits["code"].isin(wanted)]
    units = find_sampled(desk.study, desk.corpus)
    proposals, how, note = _propose(desk, code, units, language) if code else (None, "", "")
    counts = count_accepted(hand, desk.corpus.waves)
    judged = {(name, wave): (right, wrong) for name, wave, right, wrong in counts.itertuples(index=False, name=None)}
    uneven = tuple(name for name, _ in find_uneven(counts) if name in wanted)
    rows = order_review(
        own, hand.decisions, desk.codebook, proposals=proposals, judged=judged, sampled=units, most=MOST
    )
    kept_back = set(places_of(own[rows_within(own, units)])) - set(places_of(hand.decisions))
    return NextView(code, tuple(_show(desk, rows, proposals)), len(kept_back), how, uneven, note)


def _propose(desk: Desk, code: str, units: pd.DataFrame, language: str) -> tuple[pd.DataFrame, str, str]:
    """Return sentences like what is known of a code, without those in samples, how they were found, what to note.

    By their vectors where these were made before (`bp-qual suggest`): to make them takes longer than a page may.
    """
    keep = desk.study.folder / KEPT
    encode = _encoder() if keep.is_dir() and are_kept(desk.corpus, list_sentences(desk.corpus), keep) else None
    known, declined = known_by_hand(desk.codings, desk.hand, desk.corpus, desk.codebook)
    found = suggest_passages(
        desk.codebook, desk.corpus, known, codes=[code], declined=declined, sampled=units, most=MOST, encode=encode,
        keep=keep,
    )  # fmt: skip
    note = note_lists(found.table, found.known, Wording(language)).get(code, "")
    return found.table, "letters" if encode is None else "vectors", note


@cache
def _encoder() -> Encode | None:
    try:
        return load_encoder()
    except BpQualError:  # the library is not installed
        return None


def _show(desk: Desk, rows: pd.DataFrame, proposals: pd.DataFrame | None) -> list[NextPassage]:
    """Return passages in their sentences, in the order of the rows."""
    marks = collect_marks(desk, *dict.fromkeys(rows["interview"])) if len(rows) else ()
    hits = {(mark.interview, mark.code, mark.start, mark.end): mark for mark in marks if mark.by == "codebook"}
    like = {} if proposals is None else dict(zip(places_of(proposals), proposals["like"].tolist(), strict=True))
    shown = []
    for place, row in zip(places_of(rows), rows.itertuples(index=False), strict=True):
        proposed = PageMark(
            "", row.interview, "codebook", "suggested", row.turn, row.start, row.end, row.code, row.quote
        )
        (quote,) = show_in_sentences(desk, [proposed if row.source == PROPOSAL else hits[place]])
        likest = like[place] if row.source == PROPOSAL else ""
        shown.append(NextPassage(quote, row.right, row.wrong, row.left, likest))
    return shown
