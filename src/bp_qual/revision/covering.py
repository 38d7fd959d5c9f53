"""Covering: which term finds whatever another term of its code finds, so that the other can go.

A term is tried on its own words in every form and order that it is found in; another covers it that finds all of these.
What context decides is not tried but known: a bare verb gives way to a verb in two parts (`gaf les` is no `geven`, but
`gaf`), and a form that is another word too gives way to that.
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from itertools import islice

from bp_qual.codebook import Codebook, Term
from bp_qual.matching.languages import Language, find_language
from bp_qual.matching.rules import compile_term
from bp_qual.matching.slots import Slot
from bp_qual.matching.tokens import fold_word
from bp_qual.matching.word_reading import own_classes
from bp_qual.revision.term_hits import Owner, find_term_hits
from bp_qual.transcripts import Corpus, Transcript, Turn

_MOST_FORMS = 40
_FILLERS = {"nl": "het", "en": "it"}


def find_covered(codebook: Codebook, hits: dict[str, set[str]], owners: dict[str, Owner]) -> dict[str, Term]:
    """Return the terms that another term of their code covers, each with that term.

    Parameters
    ----------
    codebook : Codebook
        Whose terms they are.
    hits : dict of str to set of str
        For each term, by its name, the terms that match its own words.
    owners : dict of str to tuple
        The code and the term of each name.

    Returns
    -------
    dict of str to Term

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> book = parse_codebook("{language: en, codes: [{id: a, terms: [took over, take over, 'take*']}]}")
    >>> owners = {str(n): (book.codes[0], term) for n, term in enumerate(book.codes[0].terms)}
    >>> hits = {"0": {"0", "1"}, "1": {"1", "2"}, "2": {"2"}}
    >>> {name: term.text for name, term in find_covered(book, hits, owners).items()}
    {'0': 'take over'}
    """
    pairs = {
        name: [other for other in sorted(found - {name}, key=int) if _may_cover(codebook, name, other, hits, owners)]
        for name, found in hits.items()
    }
    found = _try_all_forms(codebook, {name for name, others in pairs.items() if others}, owners)
    covered = {}
    for name, others in pairs.items():
        said = [terms for terms in found.get(name, ()) if name in terms]
        covering = next((other for other in others if all(other in terms for terms in said)), "")
        if covering:
            covered[name] = owners[covering][1]
    return covered


def _may_cover(codebook: Codebook, name: str, other: str, hits: dict[str, set[str]], owners: dict[str, Owner]) -> bool:
    """Return whether a term may cover another, as far as their kinds say; of two that cover each other the first."""
    (code, term), (theirs, by) = owners[name], owners[other]
    mutual = name in hits[other]
    if theirs is not code or by.language not in ("", term.language) or (mutual and int(other) > int(name)):
        return False
    if term.kind == "wildcard":
        return by.kind == "wildcard" and fnmatchcase(fold_word(term.text), fold_word(by.text))
    if term.kind == "compound":
        return by.kind == "compound"
    if by.word_class and by.word_class != term.word_class:
        return False
    return by.kind != "lemma" or not _gives_way(by, term, find_language(term.language or codebook.language))


def _gives_way(by: Term, term: Term, known: Language) -> bool:
    """Return whether a bare term is not found in some context in which the other is."""
    base = fold_word(by.text)
    particles = {particle for particle, _ in known.split_verbs.joined_with(base)} if known.split_verbs else set()
    if term.kind == "phrase":  # `gaven uit handen` is no `geven`
        return bool(particles & {fold_word(word) for word in term.text.split()})
    if term.kind != "lemma" or fold_word(term.text) == base:
        return False
    mine, theirs = (compile_term(0, one, False, known) for one in (term, by))
    forms = known.forms(term.text) | {fold_word(term.text)}
    doubted = (own_classes(theirs, form, known) for form in forms)
    own = (own_classes(mine, form, known) for form in forms)
    return bool(particles) or any(their and their != our for their, our in zip(doubted, own, strict=True))


def _try_all_forms(codebook: Codebook, names: set[str], owners: dict[str, Owner]) -> dict[str, list[set[str]]]:
    """Return for each of some terms which terms are found in each way to say it."""
    transcripts = []
    for name in sorted(names, key=int):
        term = owners[name][1]
        language = term.language or codebook.language
        for number, said in enumerate(dict.fromkeys(_ways_to_say(term, find_language(language)))):
            turn = Turn(0, "", "respondent", 0, len(said))
            transcripts.append(Transcript(f"{name} {number}", ("",), "", said, (turn,), language))
    table = find_term_hits(codebook, Corpus(tuple(transcripts), ("",), ("",)))[0] if transcripts else None
    found: dict[str, set[str]] = {transcript.interview: set() for transcript in transcripts}
    for interview, other in zip(table["interview"], table["code"], strict=True) if table is not None else ():
        found[interview].add(other)
    by_name: dict[str, list[set[str]]] = {}
    for interview, terms in found.items():
        by_name.setdefault(interview.split()[0], []).append(terms)
    return by_name


def _ways_to_say(term: Term, known: Language) -> Iterator[str]:
    """Yield a term as it is, with each word in each of its forms, and with its verb apart.

    >>> list(_ways_to_say(Term("wijken", "lemma"), find_language("nl")))[:3]
    ['wijken', 'geweken', 'week']
    """
    if term.kind == "near":
        first, second = (list(_ways_to_say(part, known)) for part in term.parts)
        yield from (f"{one} {second[0]}" for one in first)
        yield from (f"{first[0]} {other}" for other in second)
        return
    words = [word.split("|")[0].strip("~").replace("*", "") for word in term.text.split()]
    yield term.text if term.kind == "exact" else " ".join(words)
    if term.kind not in ("lemma", "phrase"):
        return
    for place, word in enumerate(words):
        for form in _forms(word, known):
            yield " ".join([*words[:place], form, *words[place + 1 :]])
    rule = compile_term(0, term, False, known)
    filler = _FILLERS.get(known.code, "")
    for phrase in rule.phrases:
        rest = " ".join(_first(slot) for slot in phrase.fixed)
        yield from (f"{form} {filler} {rest}" for form in _forms(_first(phrase.verb), known))
    for particle, base in rule.halves:
        yield from (f"{form} {filler} {particle}" for form in _forms(base, known))


def _first(slot: Slot) -> str:
    return slot[0].key


def _forms(word: str, known: Language) -> list[str]:
    return list(islice(sorted(known.forms(word)), _MOST_FORMS))
