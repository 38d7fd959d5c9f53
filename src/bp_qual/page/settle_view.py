"""Settling on the page: what coders judged differently, with what each marked side by side, and what was decided.

It tells neither person nor wave: whether a passage has a code is decided by what is said in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bp_qual.coding.agreeing import AGREED
from bp_qual.coding.by_hand import HandCodings
from bp_qual.coding.by_hand.log import read_history
from bp_qual.coding.judgements import coded_passages
from bp_qual.page.desk import Desk
from bp_qual.study.hand_coding import own_coders, read_coders
from bp_qual.study.settled_sheets import list_unsettled, why_apart
from bp_qual.study.settling import Decision, save_decisions
from bp_qual.wording import Wording

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PassagePart:
    """A stretch of a passage, and whether a coder marked it.

    >>> PassagePart("Wij werkten ", False).marked
    False
    """

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class CodersReading:
    """A passage as one coder read it; ``apart`` says in words why a coder is not one of those who differ, if so.

    >>> CodersReading("anna", True, (PassagePart("samen", True),)).found
    True
    """

    coder: str
    found: bool
    stretches: tuple[PassagePart, ...]
    apart: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A passage and a code on which coders differ; `agreed` is yes, no or empty, `below` are the codes below the code.

    >>> Disagreement("money", "P01_2010", 0, 41, "", ()).agreed
    ''
    """

    code: str
    interview: str
    start: int
    end: int
    agreed: str
    readings: tuple[CodersReading, ...]
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SettleView:
    """All disagreements of the coders of a study; none where fewer than two coded.

    ``events`` is how many lines their common work has: more of them later were written elsewhere.

    >>> SettleView((), ()).coders
    ()
    """

    coders: tuple[str, ...]
    rows: tuple[Disagreement, ...]
    events: int = 0


@dataclass(frozen=True, slots=True)
class SettledNow:
    """How many disagreements are still open once one was settled, and how many lines the common work has then.

    >>> SettledNow(2, 9).left
    2
    """

    left: int
    events: int


def describe_disagreements(desk: Desk, language: str = "en") -> SettleView:
    """Return what the coders of a study judged differently, in the order of the codebook and the interviews.

    >>> describe_disagreements(desk)
    SettleView(coders=(), rows=(), events=0)
    """
    say, events = Wording(language), count_settled(desk)  # before the rows: what comes in between is news
    coders = _coders(desk)
    if not coders:
        return SettleView((), ())
    texts = {transcript.interview: transcript.text for transcript in desk.corpus.transcripts}
    marks = [_marks(hand, desk) for hand in coders]
    reasons = [why_apart(hand, desk.codebook) for hand in coders]
    rows = []
    table = list_unsettled(desk.study, coders, desk.corpus, desk.codebook)
    looked = {hand.coder: table[hand.coder].notna().tolist() for hand in coders}
    for number, row in enumerate(table.to_dict("records")):
        interview, code, start, end = row["interview"], row["code"], int(row["start"]), int(row["end"])
        readings = []
        for hand, own, why in zip(coders, marks, reasons, strict=True):
            if not looked[hand.coder][number]:
                apart = say(f"validation_apart_{why(row)}")
                readings.append(CodersReading(hand.coder, False, (), apart))
                continue
            stretches = _stretches(texts[interview], start, end, own.get((interview, code), ()))
            found = any(stretch.marked for stretch in stretches) and bool(row[hand.coder])
            readings.append(CodersReading(hand.coder, found, stretches))
        below = tuple(desk.codebook.descendants(code))
        rows.append(Disagreement(code, interview, start, end, row[AGREED], tuple(readings), below))
    return SettleView(tuple(hand.coder for hand in coders), tuple(rows), events)


def count_settled(desk: Desk) -> int:
    """Return how many lines there are of what coders settled together.

    >>> count_settled(desk)
    0
    """
    return len(read_history(desk.study.folder, AGREED).events)


def settle_one(desk: Desk, said: Mapping[str, object], language: str = "en") -> SettledNow:
    """Save what was decided about one passage and code.

    Parameters
    ----------
    desk : Desk
        The study.
    said : mapping
        interview, start, end, code, and found: true or false.
    language : str
        Language of why it is refused.

    Returns
    -------
    SettledNow
        How many disagreements are open.

    Raises
    ------
    ValueError
        Where the coders do not differ on it.

    Examples
    --------
    >>> settle_one(desk, {"interview": "P01_2010", "start": 0, "end": 41, "code": "money", "found": True})
    Traceback (most recent call last):
    ValueError: the coders do not differ on this any more: something was coded or edited since this list was made. ...
    """
    places = said.get("start"), said.get("end")
    found = said.get("found")
    coders = _coders(desk)
    if not (all(type(place) is int for place in places) and isinstance(found, bool) and coders):
        raise ValueError(Wording(language)("hand_agree_now"))
    start, end = (int(str(place)) for place in places)
    decision = Decision(str(said.get("interview")), start, end, str(said.get("code")), found)
    desk.renew_codebook()
    done = save_decisions(desk.study, coders, desk.corpus, desk.codebook, [decision], by=desk.coder, hits=desk.codings)
    for remark in done.told:
        is_same = remark.kind in ("settled no disagreement", "settled no passage")
        raise ValueError(Wording(language)("hand_agree_now") if is_same else remark.say(language))
    return SettledNow(done.left, count_settled(desk))


def _coders(desk: Desk) -> tuple[HandCodings, ...]:
    several = len(own_coders(desk.study.folder)) > 1
    return read_coders(desk.study, corpus=desk.corpus, codebook=desk.codebook) if several else ()


def _marks(hand: HandCodings, desk: Desk) -> dict[tuple[str, str], list[Span]]:
    found: dict[tuple[str, str], list[Span]] = {}
    table = coded_passages(hand, desk.codebook)
    columns = (table[name].tolist() for name in ("interview", "code", "start", "end"))
    for interview, code, start, end in zip(*columns, strict=True):
        found.setdefault((interview, code), []).append((start, end))
    return found


def _stretches(text: str, start: int, end: int, spans: Sequence[Span]) -> tuple[PassagePart, ...]:
    """Cut a passage where marks begin and end."""
    inside = [(max(first, start), min(last, end)) for first, last in spans if first < end and start < last]
    cuts = sorted({start, end, *(place for span in inside for place in span)})
    return tuple(
        PassagePart(text[first:last], any(begin <= first and last <= finish for begin, finish in inside))
        for first, last in pairwise(cuts)
    )
