"""The codebook as the page shows it: what each code means, its quotes in both waves, and all hits of one term."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bp_qual.coding.by_hand.anchors import hash_text
from bp_qual.page.desk import Desk
from bp_qual.page.interview_view import PageMark, collect_marks


@dataclass(frozen=True, slots=True)
class CodeView:
    """A code: its name, what it means, and where it stands.

    >>> CodeView("a", "Aap", "", "", "", "", (), (), "", 0, False).id
    'a'
    """

    id: str
    label: str
    parent: str
    definition: str
    include: str
    exclude: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    colour: str
    terms: int
    folder: bool


@dataclass(frozen=True, slots=True)
class CodebookView:
    """The codes in the order of the codebook, and which version it is.

    >>> CodebookView("Themes@1.0.0+0", "Themes", "1.0.0", ()).version
    '1.0.0'
    """

    coder: str
    name: str
    version: str
    codes: tuple[CodeView, ...]


@dataclass(frozen=True, slots=True)
class TermView:
    """A term of a code: how many hits it has, and how many of them were decided on.

    >>> TermView("a", "samen", 3, 1, 2).hits
    3
    """

    code: str
    term: str
    hits: int
    accepted: int
    rejected: int


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A mark in its sentences: what stands before it and after it there; `text` says in which text (`hash_text`).

    >>> mark = PageMark("e", "P01_2010", "coder", "human", 1, 3, 8, "a", "x")
    >>> MarkedSentence("P01", "2010", "Wij doen ", ".", mark).mark.code
    'a'
    """

    person: str
    wave: str
    before: str
    after: str
    mark: PageMark
    text: str = ""


def describe_codebook(desk: Desk, language: str = "") -> CodebookView:
    """Return the codebook as the page shows it.

    Parameters
    ----------
    desk : Desk
        The study.
    language : str
        Language of the labels, where there are several.

    Returns
    -------
    CodebookView

    Examples
    --------
    >>> [(code.id, code.label, code.terms) for code in describe_codebook(desk).codes]
    [('contact', 'Contact', 1), ('money', 'Money', 1)]
    """
    book = desk.codebook
    codes = (
        CodeView(
            code.id,
            book.label(code.id, language),
            code.parent,
            *(code.definition, code.include, code.exclude, code.examples, code.counterexamples),
            desk.colours.of(code.id, code.colour),
            len(code.terms),
            code.folder,
        )
        for code in book.codes
    )
    return CodebookView(book.coder, book.name, book.version, tuple(codes))


def list_terms(desk: Desk) -> tuple[TermView, ...]:
    """Return the terms that were found, those with most undecided hits first.

    Examples
    --------
    >>> [(term.term, term.hits, term.rejected) for term in list_terms(desk)]
    [('money', 2, 0), ('neighbour', 1, 0)]
    """
    decided: dict[tuple[str, str], Counter[str]] = {}
    for standing in desk.standing_in(*desk.interviews):
        for passage in standing.decisions:
            term = desk.terms_hit.get(passage.where)
            if term is not None:
                decided.setdefault((passage.where[1], term), Counter())[passage.event.do] += 1
    terms = []
    for (code, term), hits in desk.term_counts.items():
        count = decided.get((code, term), Counter[str]())
        terms.append(TermView(code, term, hits, count["accept"], count["reject"]))
    return tuple(sorted(terms, key=lambda term: (-(term.hits - term.accepted - term.rejected), term.code, term.term)))


def find_hits_of_term(desk: Desk, code: str, term: str) -> tuple[MarkedSentence, ...]:
    """Return every hit of one term in its sentence, in the order of the study.

    Parameters
    ----------
    desk : Desk
        The study.
    code, term : str
        The code, and one of its terms.

    Returns
    -------
    tuple of MarkedSentence
    """
    marks = (m for m in collect_marks(desk, codes=(code,)) if m.by == "codebook" and m.term == term)
    return show_in_sentences(desk, marks)


def find_code_quotes(desk: Desk, code: str, person: str) -> tuple[MarkedSentence, ...]:
    """Return the passages of one person that are coded with a code or one below it, in every wave.

    Parameters
    ----------
    desk : Desk
        The study.
    code, person : str
        The code, and who.

    Returns
    -------
    tuple of MarkedSentence
        Those of the coder, and the hits of the codebook that the coder did not reject; what overlaps is one, as it
        counts once (`Desk.reviewed`).

    Examples
    --------
    >>> [(quote.wave, quote.before, quote.mark.quote, quote.after) for quote in find_code_quotes(desk, "money", "P01")]
    [('2010', '', 'Money', ' worried me.'), ('2020', 'I have no ', 'money', '.')]
    """
    wanted = {code, *desk.codebook.descendants(code)}
    interviews = desk.interviews_with(person)
    marks = collect_marks(desk, *interviews, codes=wanted) if interviews else ()
    table = desk.reviewed(code, person)
    counted = set(zip(*(table[name].tolist() for name in ("interview", "start", "end")), strict=True))
    kept: dict[tuple[str, int, int], PageMark] = {}
    for mark in marks:
        place = (mark.interview, mark.start, mark.end)
        if mark.status != "rejected" and place in counted and (place not in kept or mark.code == code):
            kept[place] = mark
    quotes = show_in_sentences(desk, kept.values())
    return tuple(quote for quote in quotes if quote.person == person)


def show_in_sentences(desk: Desk, marks: Iterable[PageMark]) -> tuple[MarkedSentence, ...]:
    """Return marks with the sentences they stand in, in the order of the study."""
    order = {transcript.interview: number for number, transcript in enumerate(desk.corpus.transcripts)}
    shown = []
    for mark in marks:
        transcript = desk.transcript(mark.interview)
        start, end = desk.sentences.around(mark.interview, mark.turn, mark.start, mark.end, 0)
        before, after = transcript.text[start : mark.start], transcript.text[mark.end : end]
        person, which = transcript.turns[mark.turn].person, hash_text(transcript.text)
        shown.append(MarkedSentence(person, transcript.wave, before, after, mark, which))
    return tuple(sorted(shown, key=lambda quote: (order[quote.mark.interview], quote.mark.start)))
