"""What is finished by what came in: the codes of the file in the interviews it is about, but for those left open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from types import MappingProxyType

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import Event
from bp_qual.coding.by_hand.anchors import hash_text
from bp_qual.coding.by_hand.sketches import finish_text
from bp_qual.exchange.drafts import Draft, draft_paths
from bp_qual.exchange.given import path_of
from bp_qual.exchange.received import Passage, Received
from bp_qual.study.codes_by_coder import ByCoder
from bp_qual.study.import_events import Coded, Events, make_event_id
from bp_qual.study.received_codes import MatchedCodes
from bp_qual.study.received_interviews import InterviewFinder
from bp_qual.study.received_places import Listed, Placed
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark

ByInterview = Mapping[tuple[str, str], Set[str]]  # codes, by coder and interview


def codes_looked_for(
    coded: Sequence[Coded],
    listed: Sequence[Listed],
    sought: ByCoder,
    coders: Mapping[str, str],
    said: ByInterview = MappingProxyType({}),
    *,
    told: bool = False,
) -> dict[tuple[str, str], Set[str]]:
    """Return the codes that were looked for, by coder and interview: what the file says, else its codes where it codes.

    Parameters
    ----------
    coded, listed : sequence of Coded and of Listed
        What has a place, and what has none.
    sought : mapping of str to sequence of str
        The codes that each coder looked for, from `sought_by_coder`.
    coders : mapping of str to str
        Coders here by their names in the file.
    said : mapping of (str, str) to set of str
        The codes that a coder finished in an interview, from `said_finished`.
    told : bool
        Whether the file says of all its coders what they finished: who is not among `said` has finished nothing. A list
        to mend says only what it left open, and has codings besides.

    Returns
    -------
    dict of (str, str) to set of str

    Examples
    --------
    >>> codes_looked_for([], [], {"anna": ["money"]}, {"": "anna"})
    {}
    """
    seen = dict.fromkeys((row.coder, row.part.transcript.interview) for row in coded)
    own = (left for left in listed if left.passage.codes and not left.passage.perhaps_by)
    ones = (left for left in own if len(left.transcripts) == 1)
    seen |= dict.fromkeys((coders[left.passage.coder], left.transcripts[0].interview) for left in ones)
    found: dict[tuple[str, str], Set[str]] = {} if told else {place: {*sought[place[0]]} for place in seen}
    return found | {place: {*codes, *found.get(place, ())} for place, codes in said.items()}


def finish(
    looked_for: ByInterview, doubted: ByInterview, matched: MatchedCodes, coders: Mapping[str, str], corpus: Corpus
) -> Events:
    """Return for each coder what is finished: what was looked for in an interview, but for what is left open there.

    Parameters
    ----------
    looked_for : mapping of (str, str) to set of str
        By coder and interview, from `codes_looked_for`.
    doubted : mapping of (str, str) to set of str
        From `left_open`: a code with a passage that has no place is not finished in that interview, nor are the codes
        above it.
    matched : MatchedCodes
        The codes of the file.
    coders : mapping of str to str
        Coders here by their names in the file.
    corpus : Corpus
        The interviews.

    Returns
    -------
    dict of str to list of Event
        By coder.

    Examples
    --------
    >>> finish({}, {}, MatchedCodes((), codebook, ()), {"": "anna"}, corpus)
    {'anna': []}
    """
    book = matched.codebook
    marks: Events = {coder: [] for coder in coders.values()}
    for coder in marks:
        for transcript in corpus.transcripts:
            name = transcript.interview
            sought = {*looked_for.get((coder, name), ())} - {*doubted.get((coder, name), ())}
            if codes := tuple(code for code in book.ids if code in sought):
                event_id = make_event_id("done", coder, name, hash_text(transcript.text), *codes)
                event = Event(event_id, "done", interview=name, codes=codes, codebook=book.coder)
                marks[coder].append(finish_text(event, transcript))
    return marks


def still_open(
    looked_for: ByInterview, doubted: ByInterview, matched: MatchedCodes, drafts: Sequence[Draft]
) -> Iterator[tuple[str, str, str]]:
    """Yield coder, interview and the codes that were looked for there and are left open, a code a line.

    Parameters
    ----------
    looked_for, doubted : mapping of (str, str) to set of str
        As in `finish`.
    matched : MatchedCodes
        The codes of the file.
    drafts : sequence of Draft
        These codes as the file has them, whose names are given.

    Yields
    ------
    tuple of str, str and str

    Examples
    --------
    >>> left = {("anna", "P01_2010"): {"money"}}
    >>> [*still_open(left, left, MatchedCodes(("money",), codebook, ()), [Draft("Money")])]
    [('anna', 'P01_2010', 'Money')]
    """
    named = {code: draft_paths(drafts, (number,)) for number, code in reversed([*enumerate(matched.ids)]) if code}
    for (coder, interview), codes in looked_for.items():
        left = codes & {*doubted.get((coder, interview), ())}
        names = [named.get(code, path_of(matched.codebook, code)) for code in matched.codebook.ids if code in left]
        if names:
            yield coder, interview, "\n".join(names)


def left_open(
    listed: Iterable[Listed], matched: MatchedCodes, coders: Mapping[str, str]
) -> dict[tuple[str, str], set[str]]:
    """Return the codes that are no zero, by coder and interview: of passages without a place that can stand there.

    Parameters
    ----------
    listed : iterable of Listed
        What has no place. Of a passage that means no interview its code is open in each that it could be of; what has
        no code, a memo or a passage that nobody coded, leaves none open.
    matched : MatchedCodes
        The codes of the file.
    coders : mapping of str to str
        Coders here by their names in the file.

    Returns
    -------
    dict of (str, str) to set of str
        By id, with the codes above them.

    Examples
    --------
    >>> left_open([], MatchedCodes((), codebook, ()), {})
    {}
    """
    book, found = matched.codebook, defaultdict[tuple[str, str], set[str]](set)
    for left in listed:
        ids = {matched.ids[code] for code in (*left.passage.codes, *left.passage.perhaps)}
        for transcript in (*left.transcripts, *left.possible) if ids else ():
            place = (coders[left.passage.coder], transcript.interview)
            found[place] |= _with_above(ids, book) if all(ids) else set(book.ids)
    return dict(found)


def left_in_doubt(
    placed: Iterable[Placed], received: Received, matched: MatchedCodes, coders: Mapping[str, str]
) -> dict[tuple[str, str], set[str]]:
    """Return the codes that a passage with a place may have too, and so are no zero, by coder and interview.

    Parameters
    ----------
    placed : iterable of Placed
        What has a place.
    received : Received
        The file, which says which of its codes may stand for others.
    matched : MatchedCodes
        Its codes.
    coders : mapping of str to str
        Coders here by their names in the file.

    Returns
    -------
    dict of (str, str) to set of str
        By id, with the codes above them.

    Examples
    --------
    >>> left_in_doubt([], Received("list.csv", (), ()), MatchedCodes((), codebook, ()), {})
    {}
    """
    found = defaultdict[tuple[str, str], set[str]](set)
    for part in placed:
        doubts = (other for code in part.passage.codes for other in received.doubts.get(code, ()))
        if ids := {matched.ids[code] for code in (*doubts, *part.passage.perhaps)}:
            found[coders[part.passage.coder], part.transcript.interview] |= _with_above(ids, matched.codebook)
    return dict(found)


def without_row(
    received: Received, coders: Mapping[str, str], finder: InterviewFinder
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return who of an interview with several persons has no row in a matrix in which another has, and was not coded.

    Parameters
    ----------
    received : Received
        The file.
    coders : mapping of str to str
        Coders here by their names in the file.
    finder : InterviewFinder
        What knows the interviews.

    Returns
    -------
    dict of (str, str) to tuple of str
        Persons, by coder and interview.

    Examples
    --------
    >>> without_row(Received("list.csv", (), ()), {}, InterviewFinder(corpus))
    {}
    """
    there = defaultdict[tuple[str, str], set[str]](set)
    talks = {talk.interview: talk for talk in finder.transcripts if len(talk.persons) > 1}
    for row in received.rows:
        for talk in finder.find(row) if row.coder in coders else ():
            person = finder.person_in(row, talk)
            there[coders[row.coder], talk.interview] |= {person} if person else {*talk.persons}
    return {
        (coder, interview): left
        for (coder, interview), own in there.items()
        if interview in talks and (left := tuple(name for name in talks[interview].persons if name not in own))
    }


def said_finished(
    received: Received, matched: MatchedCodes, coders: Mapping[str, str], finder: InterviewFinder, *, mended: bool
) -> tuple[dict[tuple[str, str], Set[str]], tuple[Remark, ...]]:
    """Return what the file says that its coders finished, by coder and interview, and what of that has no interview.

    Parameters
    ----------
    received : Received
        The file.
    matched : MatchedCodes
        Its codes.
    coders : mapping of str to str
        Coders here by their names in the file; what others finished is left out.
    finder : InterviewFinder
        What knows the interviews.
    mended : bool
        Whether the file is a list to mend, which says only of what it left open that it is finished.

    Returns
    -------
    dict of (str, str) to set of str
        The codes, by id.
    tuple of Remark
    """
    said: dict[tuple[str, str], Set[str]] = {}
    nowhere = 0
    for part in received.finished:
        if part.coder not in coders:
            continue
        found = finder.find(Passage("", "", (), document=part.document, person=part.person, wave=part.wave))
        if (
            len(found) > 1
        ):  # only files of our own say what is finished: of several in a wave by the names they have here
            found = tuple(transcript for transcript in found if transcript.interview == part.document)
        if len(found) != 1:
            nowhere += 1
            continue
        ids = [matched.ids[code] for code in part.codes]
        key = (coders[part.coder], found[0].interview)
        said[key] = said.get(key, frozenset()) | ({*ids} - {""})
    n = len({interview for (_, interview), codes in said.items() if codes})
    busy = {coder for (coder, _), codes in said.items() if codes}
    idle = dict.fromkeys(coder for coder in coders.values() if coder not in busy)
    idle = idle if received.finished and not mended else {}
    told = [Remark("finished said", values={"n": n})] if n else []
    told += [Remark("finished none", values={"coders": list(idle)})] if idle else []
    told += [Remark("finished nowhere", values={"n": nowhere})] if nowhere else []
    return said, tuple(told)


def _with_above(ids: set[str], book: Codebook) -> set[str]:
    return {above for code in ids - {""} for above in (code, *book.ancestors(code))}
