"""Memos of another program that lie on no passage, as memos of the coder here: on an interview, a person, a code, or
on the study, where what they are about is not known here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bp_qual.coding.by_hand.events import Event
from bp_qual.coding.by_hand.log import History
from bp_qual.display import shown
from bp_qual.exchange.received import FreeMemo, Passage, Received, documents_of
from bp_qual.study.import_events import Events, make_event_id
from bp_qual.study.received_codes import MatchedCodes
from bp_qual.study.received_interviews import InterviewFinder
from bp_qual.study.received_places import Placer
from bp_qual.wording import Remark


def place_memos(
    received: Received,
    matched: MatchedCodes,
    coders: Mapping[str, str],
    finder: InterviewFinder,
    histories: Mapping[str, History] = MappingProxyType({}),
) -> tuple[Events, tuple[Remark, ...]]:
    """Return the memos on no passage as what coders did, and whose memos are not carried over.

    Parameters
    ----------
    received : Received
        The file.
    matched : MatchedCodes
        Its codes.
    coders : mapping of str to str
        Coders here by their names in the file. A memo of nobody is that of the only one.
    finder : InterviewFinder
        What knows the interviews.
    histories : mapping of str to History
        What each coder did before.

    Returns
    -------
    dict of str to list of Event
        By coder, without what came in before, which is not brought back either.
    tuple of Remark
        How many memos are of somebody whose codings are not taken, or of nobody where there are several coders.

    Examples
    --------
    >>> received = Received("a.qdpx", (), (), memos=(FreeMemo("Shy.", "Anna", person="P01"), FreeMemo("Hm.", "Bert")))
    >>> events, left = place_memos(received, MatchedCodes((), codebook, ()), {"Anna": "anna"}, InterviewFinder(corpus))
    >>> [(event.person, event.note) for event in events["anna"]], str(left[0])
    ([('P01', 'Shy.')], 'memos on no passage, of somebody whose codings were not taken: 1 (Bert)')
    """
    events: Events = {}
    left: list[FreeMemo] = []
    subjects = _Subjects(received, finder)
    there = {event.id for history in histories.values() for event in history.events}
    said = {(coder, *_what(event)) for coder, history in histories.items() for event in history.events}
    only = next(iter(coders.values())) if len({*coders.values()}) == 1 else ""
    for memo in received.memos:
        coder = coders.get(memo.coder, "") or ("" if memo.coder else only)
        if coder:
            event = subjects.event(memo, coder, matched.ids)
            is_new = event.id not in there and (coder, *_what(event)) not in said
            events.setdefault(coder, []).extend([event] if is_new else [])
        else:
            left.append(memo)
    names = [shown(name, 60) if name else Remark("no coder named") for name in dict.fromkeys(m.coder for m in left)]
    return events, (Remark("lost memos of others", values={"n": len(left), "names": names}),) if left else ()


def _what(event: Event) -> tuple[str, ...]:
    """Return what a memo says, and of what, by which it is known whoever wrote it down: a file, or a coder here."""
    return event.do, event.interview, event.person, event.code, event.note.strip()


class _Subjects:
    """What the memos of a file are about, by all that the file says of its documents."""

    def __init__(self, received: Received, finder: InterviewFinder) -> None:
        self._finder, self._placer, self._documents = finder, Placer(finder), documents_of(received)

    def event(self, memo: FreeMemo, coder: str, codes: Sequence[str]) -> Event:
        """Return a memo as an event; what is not known here is named before its words."""
        code = codes[memo.code] if memo.code >= 0 else ""
        person = self._finder.person_here(memo.person)
        person = person if self._finder.is_person(person) else ""
        interview = self._interview(memo.document) if memo.document else ""
        unknown = "" if code or person or interview else memo.document or memo.person
        note = f"{unknown}: {memo.note}" if unknown else memo.note
        event_id = make_event_id("memo", coder, interview, person, code, note)
        return Event(event_id, "memo", at=memo.at, interview=interview, person=person, code=code, note=note)

    def _interview(self, document: str) -> str:
        """Return the one interview that is meant; of several in a wave the one of that very name."""
        said = self._documents.get(document, (Passage("", "", (), document=document),))
        found = {talk.interview for passage in said for talk in self._placer.interviews_of(passage)}
        return document if document in found else found.pop() if len(found) == 1 else ""
