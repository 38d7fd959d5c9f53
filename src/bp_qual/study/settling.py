"""Settling what coders disagree on: what they decide together is the work of a third coder, `agreed`.

That coder finds in a passage what all found who judged it; where they differ, what was decided; and rejects the hits of
the codebook that are none by this, in a passage that was settled as not that code also those that nobody looked at. So
the work of `agreed` can be counted, and can judge a codebook, as that of any coder. What nobody decided yet is not
judged by `agreed`, and a passage that only one coder judged neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from numbers import Integral
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.codebook import Codebook
from bp_qual.coding import apply_codebook
from bp_qual.coding.agreed_work import missing_work
from bp_qual.coding.agreeing import AGREED, AgreedOn, agree_on, places_in, stand_by
from bp_qual.coding.by_hand import CoderLog, HandCodings, read_history
from bp_qual.coding.by_hand.coder_files import own_file
from bp_qual.coding.by_hand.following import followed
from bp_qual.errors import BpQualWarning, warn_caller
from bp_qual.files.appending import one_at_a_time
from bp_qual.files.own_places import refuse_links
from bp_qual.study.gathering import read_study
from bp_qual.study.not_settled import NotSettled
from bp_qual.study.reading_agreed import read_agreed, settled_between
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Decision:
    """What coders decided together: whether a passage has a code.

    >>> Decision("P01_2010", 24, 29, "money", True).found
    True
    """

    interview: str
    start: int
    end: int
    code: str
    found: bool

    def __post_init__(self) -> None:
        if not (isinstance(self.interview, str) and isinstance(self.code, str)):
            raise TypeError(f"interview and code of a decision are text, not {self.interview!r} and {self.code!r}")
        if not all(isinstance(place, Integral) and not isinstance(place, bool) for place in (self.start, self.end)):
            raise TypeError(f"start and end of a decision are whole numbers, not {self.start!r} and {self.end!r}")
        if not isinstance(self.found, (bool, np.bool_)):
            raise TypeError(f"found is True or False: whether the passage has the code; not {self.found!r}")


@dataclass(frozen=True, slots=True)
class Settled:
    """How many disagreements there are and are still open, the decisions that are about none of them, and why not.

    >>> Settled(5, 2, ()).left
    2
    """

    all: int
    left: int
    strange: tuple[Decision, ...]
    told: tuple[Remark, ...] = ()


def settle(
    study: Study | Path | str, coders: Sequence[HandCodings], corpus: Corpus, codebook: Codebook,
    decisions: Iterable[Decision], *, by: str = "", hits: pd.DataFrame | None = None,
) -> Settled:  # fmt: skip
    """Save what coders decided about their disagreements, with what they agreed on, as the work of `agreed`.

    Parameters
    ----------
    study : Study, Path or str
        A study, or the folder of one.
    coders : sequence of HandCodings
        Two or more, from `read_coders`.
    corpus, codebook : Corpus and Codebook
        As they are now.
    decisions : iterable of Decision
        About passages of `list_disagreements`, also under the id that a code, or the name that an interview, had then;
        a later one takes the place of an earlier.
    by : str
        Who says so; kept as a note.
    hits : DataFrame, optional
        The codebook's hits, where somebody has them already: those in a passage that is settled as "not this code" are
        rejected.

    Returns
    -------
    Settled
        A warning names the decisions that are about no disagreement of these coders, and says why; they are in
        ``strange``.

    Examples
    --------
    >>> import tempfile
    >>> from bp_qual import read_codings
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> done = [Event(wave, "done", n=1, interview=f"P01_{wave}") for wave in ("2010", "2020")]
    >>> add = Event("a", "add", n=2, interview="P01_2010", start=24, end=29, quote="Money", code="money")
    >>> pair = [place_codings(History(name, tuple(own)), corpus) for name, own in (("A", [*done, add]), ("B", done))]
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     study = Study(Path(folder))
    ...     settle(study, pair, corpus, codebook, [Decision("P01_2010", 0, 41, "money", True)])
    ...     read_codings(study, coder="agreed", corpus=corpus).codings["quote"].tolist()
    Settled(all=1, left=0, strange=(), told=())
    ['Money']
    """
    done = save_decisions(study, coders, corpus, codebook, decisions, by=by, hits=hits)
    for note in done.told:
        warn_caller(BpQualWarning(note))
    return done


def save_decisions(
    study: Study | Path | str, coders: Sequence[HandCodings], corpus: Corpus, codebook: Codebook,
    decisions: Iterable[Decision], *, by: str = "", hits: pd.DataFrame | None = None,
) -> Settled:  # fmt: skip
    """Do what `settle` does, for whoever says in another way which decisions are about no disagreement.

    Parameters
    ----------
    study, coders, corpus, codebook, decisions, by, hits
        As of `settle`.

    Returns
    -------
    Settled

    Examples
    --------
    >>> import tempfile
    >>> said = [Decision("P01_2010", 0, 41, "money", True)]
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     save_decisions(Study(Path(folder)), (), corpus, codebook, said).strange == tuple(said)
    True
    """
    study = study if isinstance(study, Study) else read_study(study)
    own = own_file(study.folder, AGREED)
    refuse_links(own, study.folder)
    with one_at_a_time(own):
        return _save_decisions(study, coders, corpus, codebook, decisions, by, hits)


def _save_decisions(
    study: Study, coders: Sequence[HandCodings], corpus: Corpus, codebook: Codebook, decisions: Iterable[Decision],
    by: str, hits: pd.DataFrame | None,
) -> Settled:  # fmt: skip
    """Add what lacks in the work of `agreed` as it is now; nobody else does so meanwhile: nothing is added twice."""
    agreed = read_agreed(study.folder, corpus, codebook)
    agreement = agree_on(coders, agreed, corpus, codebook)
    judged, decided, differ = agreement.judged, agreement.decided.copy(), agreement.differ
    row_of, number = rows_by_place(judged.passages), {code: at for at, code in enumerate(judged.codes)}
    called = {old: new for hand in coders for old, new in hand.renamed.items()}
    strange, told = [], NotSettled(corpus, codebook)
    for decision in decisions:
        interview = called.get(decision.interview, decision.interview)
        code = codebook.aliases.get(decision.code, decision.code)
        row = row_of.get((interview, decision.start, decision.end), -1)
        if code in number and row >= 0 and differ[number[code], row]:
            decided[number[code], row] = decision.found
        else:
            strange.append(decision)
            told.add(interview, decision.start, decision.end, code, is_passage=row >= 0)
    settled = stand_by(judged, decided, codebook)
    hits = apply_codebook(codebook, corpus, model=study.model) if hits is None else hits
    own = _theirs(coders, agreement, study.folder, corpus)
    events = missing_work(settled, coders, agreed, hits, own, codebook, by=by)
    CoderLog(study.folder, AGREED, settled=True).append(events, command="agree --settled")
    return Settled(int(differ.sum()), int(settled.open.sum()), tuple(strange), told.remarks)


def _theirs(coders: Sequence[HandCodings], agreement: AgreedOn, folder: Path, corpus: Corpus) -> Corpus:
    """Return the interviews of which these coders judged something together, or that were settled between them."""
    between, _ = settled_between(followed(read_history(folder, AGREED), corpus))
    names, judged = tuple(hand.coder for hand in coders), set(agreement.judged.passages["interview"])
    own = [t for t in corpus.transcripts if t.interview in judged or between.get(t.interview) == names]
    return replace(corpus, transcripts=tuple(own))


def rows_by_place(passages: pd.DataFrame) -> dict[tuple[str, int, int], int]:
    """Return the number of each passage by its interview, start and end.

    >>> import pandas as pd
    >>> rows_by_place(pd.DataFrame({"interview": ["P01_2010"], "start": [0], "end": [41]}))
    {('P01_2010', 0, 41): 0}
    """
    return {place: row for row, place in enumerate(places_in(passages))}
