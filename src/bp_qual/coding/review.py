"""How much of what is counted a person looked at: by code and wave, and in all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import numpy as np

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand.events import Event
from bp_qual.coding.by_hand.standing import find_turn
from bp_qual.coding.combining import AND, Combined, places_of
from bp_qual.coding.made_with import redefined_since
from bp_qual.coding.open_codes import open_for_persons
from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd

REVIEW_COLUMNS = ("code", "wave", "interviews", "coded", "automatic", "accepted", "rejected", "added")
_STATUS = {"auto": "automatic", "accepted": "accepted", "rejected": "rejected", "human": "added"}


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What one coder, or several together, did in the interviews that they finished.

    ``partly`` are the interviews among them that were finished for some codes only. ``automatic`` are hits without a
    decision. Two codes on one passage are two; the codes above a code, for which it counts too, are none of their own.
    ``added_by`` is how many codings of each coder count; of what several agree on each has those that it is made of.
    ``redefined`` are those of each coder whose code has come to mean something else since; ``decided_by`` and
    ``redecided`` are the same of decisions on hits.

    >>> Reviewed("anna", 2, 16, automatic=40, accepted=9, rejected=3, added=1).interviews
    2
    """

    coder: str
    interviews: int
    of: int
    automatic: int
    accepted: int
    rejected: int
    added: int
    partly: int = 0
    added_by: Mapping[str, int] = field(default_factory=dict)
    redefined: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    decided_by: Mapping[str, int] = field(default_factory=dict)
    redecided: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)


def review_table(combined: Combined, corpus: Corpus, codebook: Codebook) -> pd.DataFrame:
    """Return for each code and wave in how many interviews it was coded, and what a person did with the hits there.

    Parameters
    ----------
    combined : Combined
        The codings that count.
    corpus : Corpus
        The interviews.
    codebook : Codebook
        Its codes.

    Returns
    -------
    DataFrame
        code, wave, interviews, coded (of those), automatic, accepted, rejected, added. No rows where only the
        codebook's hits count.

    Examples
    --------
    >>> from bp_qual.coding.combining import combine_codings
    >>> len(review_table(combine_codings(codings, None, corpus, codebook, count="machine"), corpus, codebook))
    0
    """
    import pandas as pd

    if combined.count == "machine":
        return pd.DataFrame(columns=list(REVIEW_COLUMNS))
    wave_of = {transcript.interview: transcript.wave for transcript in corpus.transcripts}
    cells = combined.coded.assign(wave=combined.coded["interview"].map(wave_of))
    sizes = cells.groupby(["code", "wave"], sort=False)["coded"].agg(["size", "sum"])
    finished = _finished(combined, corpus)
    counts = finished.groupby(["code", "wave", "status"]).size()
    rows = [
        (code, wave, *sizes.loc[(code, wave)], *(int(counts.get((code, wave, status), 0)) for status in _STATUS))
        for code in codebook.ids
        for wave in corpus.waves
        if (code, wave) in sizes.index
    ]
    return pd.DataFrame(rows, columns=list(REVIEW_COLUMNS))


def summarise_review(combined: Combined, corpus: Corpus, codebook: Codebook) -> Reviewed | None:
    """Return what the coder did whose codings count, or None where only the codebook's hits do.

    Parameters
    ----------
    combined : Combined
        The codings that count.
    corpus, codebook : Corpus and Codebook
        The interviews, and what was coded with.

    Returns
    -------
    Reviewed or None

    Examples
    --------
    >>> from bp_qual.coding.combining import combine_codings
    >>> machine = combine_codings(codings, None, corpus, codebook, count="machine")
    >>> summarise_review(machine, corpus, codebook) is None
    True
    """
    if combined.count == "machine":
        return None
    left, talks = combined.left, {transcript.interview: transcript for transcript in corpus.transcripts}
    beside = open_for_persons(combined.gaps, corpus)
    finished = _without_codes_above(_finished(combined, corpus), codebook)
    counts = {name: int((finished["status"] == status).sum()) for status, name in _STATUS.items()}
    partly = sum(codes != () for codes in left.values())
    own = finished[finished["status"] == "human"]
    rows = zip(own["coder"], places_of(own), strict=True)
    made: dict[str, list[Event | None]] = {}
    for names, place in rows:
        for coder in names.split(AND):
            event = combined.made_with.get((coder, place))
            if event or coder == names:  # else another made it by hand, and this coder accepted the hit
                made.setdefault(coder, []).append(event)
    decided: dict[str, list[Event]] = {}
    for (coder, place), event in combined.decided_with.items():
        interview, code, start, end = cast(tuple[str, str, int, int], place)
        turn = find_turn(talks[interview], start, end)
        if turn is None or (turn.person, talks[interview].wave, code) not in beside:
            decided.setdefault(coder, []).append(event)
    return Reviewed(
        combined.coder,
        len(left),
        len(corpus.transcripts),
        **counts,
        partly=partly,
        added_by={coder: len(events) for coder, events in made.items()},
        redefined={coder: redefined_since(filter(None, events), codebook) for coder, events in made.items()},
        decided_by={coder: len(events) for coder, events in decided.items()},
        redecided={coder: redefined_since(events, codebook) for coder, events in decided.items()},
    )


def _finished(combined: Combined, corpus: Corpus) -> pd.DataFrame:
    """Return the codings in what was coded, rejected ones among them, as the panel counts it.

    Of a person with whom another interview of that wave is open none are.
    """
    done = combined.coded[combined.coded["coded"]]
    cells = set(zip(done["interview"], done["code"], strict=True))
    table = combined.codings
    beside = open_for_persons(combined.gaps, corpus)
    own = [
        (interview, code) in cells and (person, wave, code) not in beside
        for interview, person, wave, code in table[["interview", "person", "wave", "code"]].values.tolist()
    ]
    return table[np.array(own, dtype=bool)]


def _without_codes_above(codings: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """Return the codings without those that stand there because a code below theirs is on the same passage."""
    place = list(zip(codings["interview"], codings["start"], codings["end"], codings["status"], strict=True))
    above = {
        (*where, ancestor)
        for where, code in zip(place, codings["code"], strict=True)
        for ancestor in codebook.ancestors(code)
    }
    own = [(*where, code) not in above for where, code in zip(place, codings["code"], strict=True)]
    return codings[np.array(own, dtype=bool)]
