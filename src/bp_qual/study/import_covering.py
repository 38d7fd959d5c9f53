"""What each coder looked for in which interview by a file that comes in: what is finished, and what stays open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bp_qual.study.codes_by_coder import coded_before, codes_in_use, sought_by_coder
from bp_qual.study.import_answers import Answers, answer, finish_again, with_texts
from bp_qual.study.import_events import Events, find_new, record_import
from bp_qual.study.import_finished import (
    ByInterview,
    codes_looked_for,
    finish,
    left_in_doubt,
    left_open,
    said_finished,
    without_row,
)
from bp_qual.study.import_left_open import leave_open, opened_before
from bp_qual.study.import_nothing_new import nothing_new_for
from bp_qual.study.import_placing import Placement
from bp_qual.study.import_reading import ImportChoices, Incoming
from bp_qual.study.received_coders import called_here
from bp_qual.study.received_memos import place_memos
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark


@dataclass(frozen=True, slots=True)
class Covered:
    """What coders looked for by a file, and where.

    Attributes
    ----------
    sought : dict of str to tuple of str
        The codes that each coder looked for.
    looked_for, doubted, unsure, others : mapping of (str, str) to set of str
        By coder and interview: the codes looked for, and of these what has a row without a place, what may be another
        code, and what other files left open.
    marks : dict of str to list of Event
        What each coder finished.
    said : mapping of (str, str) to set of str
        What the file itself says that a coder finished, by coder and interview.
    told : tuple of Remark
        What is to be known of that.
    rowless : mapping of (str, str) to tuple of str
        Persons without a row in a matrix, by coder and interview, who share it with one who has one.
    idle : tuple of str
        Coders of whom everything was here already.
    untouched : tuple of str
        The interviews of which neither the file nor anybody says anything.
    answers : Answers
        What was said of interviews without a coding, the rest of them too where all were coded.
    """

    sought: Mapping[str, tuple[str, ...]]
    looked_for: ByInterview
    doubted: Mapping[tuple[str, str], set[str]]
    unsure: Mapping[tuple[str, str], set[str]]
    others: ByInterview
    marks: Events
    said: ByInterview
    told: tuple[Remark, ...]
    rowless: Mapping[tuple[str, str], tuple[str, ...]]
    idle: tuple[str, ...]
    untouched: tuple[str, ...]
    answers: Answers

    @property
    def undecided(self) -> dict[tuple[str, str], set[str]]:
        """The codes that this file leaves open, and those that others left open, by coder and interview."""
        return _together(_together(self.doubted, self.unsure), self.others)

    @property
    def interviews(self) -> dict[str, set[str]]:
        """The interviews that each coder finished for any code."""
        return {name: {mark.interview for mark in own} for name, own in self.marks.items()}

    def coded_in(self, placement: Placement) -> dict[str, set[str]]:
        """Return the interviews in which each coder coded, or that are finished, also of who finished nothing."""
        found = {name: {*own} for name, own in self.interviews.items()}
        for row in placement.coded:
            found[row.coder].add(row.part.transcript.interview)
        return found


def shared_interviews(coded_in: Mapping[str, set[str]], corpus: Corpus) -> tuple[str, ...]:
    """Return the interviews that more than one coder coded, in the order of the study.

    >>> shared_interviews({"anna": {"P01_2010"}, "bert": {"P01_2010", "P01_2020"}}, corpus)
    ('P01_2010',)
    """
    often = Counter(name for own in coded_in.values() for name in own)
    return tuple(talk.interview for talk in corpus.transcripts if often[talk.interview] > 1)


def cover_incoming(incoming: Incoming, placement: Placement, asked: ImportChoices) -> Covered:
    """Return what each coder looked for and finished by a file.

    Parameters
    ----------
    incoming : Incoming
        The file and the study.
    placement : Placement
        Where its passages stand.
    asked : ImportChoices
        What was said of it.

    Returns
    -------
    Covered
    """
    received, matched, coders, corpus = incoming.received, incoming.matched, incoming.coders, incoming.corpus
    coded, listed, histories = placement.coded, placement.listed, placement.histories
    said: ByInterview = {}
    told: tuple[Remark, ...] = ()
    if not placement.nothing:
        said, told = said_finished(received, matched, coders, placement.finder, mended=incoming.mended)
    in_use = codes_in_use(incoming.study.folder, matched, corpus) if asked.one_codebook else None
    sought = sought_by_coder(received, incoming.passages, matched, coders, one_codebook=in_use)
    looked_for = coded_before(histories, sought, corpus) if asked.one_codebook else {}
    looked_for |= codes_looked_for(coded, listed, sought, coders, said, told=incoming.told)
    idle = () if asked.one_codebook or asked.all_coded else nothing_new_for(incoming, placement)
    looked_for = {place: codes for place, codes in looked_for.items() if place[0] not in idle}
    told += (Remark("nothing new", values={"coders": list(idle)}),) if idle else ()
    doubted = left_open(listed, matched, coders)
    unsure = left_in_doubt(placement.placed, received, matched, coders)
    rowless = without_row(received, coders, placement.finder)
    unsure = _together(unsure, {key: {*looked_for[key]} for key in rowless if key in looked_for})
    untouched = tuple(name for name in placement.untouched if not any(name == of for _, of in said))
    answers = incoming.answers.with_rest(untouched) if asked.all_coded else incoming.answers
    empty: ByInterview = {(name, interview): {*sought[name]} for name in histories for interview in answers.empty}
    others = opened_before({**empty, **looked_for}, histories, received, mended=incoming.mended)
    unfinished = _together(_together(doubted, unsure), others)
    marks = finish({} if placement.nothing else looked_for, unfinished, matched, coders, corpus)
    return Covered(sought, looked_for, doubted, unsure, others, marks, said, told, rowless, idle, untouched, answers)


def _together(one: ByInterview, other: ByInterview) -> dict[tuple[str, str], set[str]]:
    return {key: {*one.get(key, ()), *other.get(key, ())} for key in {**one, **other}}


@dataclass(frozen=True, slots=True)
class NewEvents:
    """What an import adds to the work of each coder.

    Attributes
    ----------
    by_coder : dict of str to list of Event
        Everything that is saved.
    ids : set of str
        Of the codings and memos on passages among it, and of what is finished.
    memos : int
        How many memos without a passage there are.
    not_taken : tuple of Remark
        Of the memos that were left out.
    """

    by_coder: Events
    ids: frozenset[str]
    memos: int
    not_taken: tuple[Remark, ...]


def make_new_events(incoming: Incoming, placement: Placement, covered: Covered, asked: ImportChoices) -> NewEvents:
    """Return what an import adds to the work of each coder.

    Parameters
    ----------
    incoming : Incoming
        The file and the study.
    placement : Placement
        Where its passages stand.
    covered : Covered
        What is finished by it.
    asked : ImportChoices
        What was said of it.

    Returns
    -------
    NewEvents
    """
    received, matched, coders, histories = incoming.received, incoming.matched, incoming.coders, placement.histories
    book, marks, there = matched.codebook, covered.marks, placement.there
    found = find_new(placement.coded, placement.noted, coders, marks, book, histories, there)
    ids = frozenset(event.id for events in found.values() for event in events)
    kept = {*book.ids} - ({*incoming.added} if placement.nothing else set())
    opened = leave_open(covered.doubted, covered.unsure, histories, book, kept, received)
    memos, not_taken = Events(), tuple[Remark, ...]()
    if not placement.nothing:
        memos, not_taken = place_memos(received, matched, coders, placement.finder, histories)
    new = Events()
    for name, history in histories.items():
        left = [part for part in placement.listed if coders[part.passage.coder] == name]
        brings = name not in covered.idle
        again = finish_again(marks[name], covered.answers, history) if asked.all_coded else ()
        answered = answer(covered.answers, covered.sought[name], book, history, covered.undecided)
        new[name] = [
            *opened[name],
            *found[name],
            *again,
            *with_texts(answered, incoming.corpus),
            *(
                record_import(received, name, placement.coded, left, history, called_here(coders, name))
                if brings
                else ()
            ),
            *memos.get(name, ()),
        ]
    return NewEvents(new, ids, sum(map(len, memos.values())), not_taken)
