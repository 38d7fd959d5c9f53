"""Codes that are open, not coded, in interviews that were coded for others: which, and in which waves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from bp_qual.codebook import Codebook
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark

Flags = NDArray[np.bool_]


def say_open_codes(
    cells: Iterable[tuple[str, str]], corpus: Corpus, codebook: Codebook, *, language: str = ""
) -> tuple[Remark, ...]:
    """Return which codes are open in how many interviews of each wave; codes that are so alike are named together.

    Parameters
    ----------
    cells : iterable of tuple of str
        Interviews and codes.
    corpus, codebook : Corpus and Codebook
        What they are of.
    language : str
        Of the names of the codes; that of the codebook if not given.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> print(*say_open_codes([("P01_2010", code) for code in codebook.ids], corpus, codebook))
    Contact, Money (2010: 1)
    """
    wave_of = {transcript.interview: transcript.wave for transcript in corpus.transcripts}
    interviews: dict[str, set[str]] = {}
    for interview, code in cells:
        interviews.setdefault(code, set()).add(interview)
    alike: dict[frozenset[str], list[str]] = {}
    for code in codebook.ids:
        if code in interviews:
            alike.setdefault(frozenset(interviews[code]), []).append(codebook.label(code, language))
    return tuple(_say(names, Counter(wave_of[name] for name in own), corpus) for own, names in alike.items())


def open_for_persons(cells: Iterable[tuple[str, str]], corpus: Corpus) -> frozenset[tuple[str, str, str]]:
    """Return for whom codes are open in a wave: of two interviews with a person in it both must be coded.

    Parameters
    ----------
    cells : iterable of tuple of str
        The interviews and codes that are not coded.
    corpus : Corpus
        Whose interviews they are.

    Returns
    -------
    frozenset of tuple of str
        Person, wave and code.

    Examples
    --------
    >>> open_for_persons([("P01_2010", "money")], corpus)
    frozenset({('P01', '2010', 'money')})
    """
    persons = {t.interview: [(person, t.wave) for person in t.persons] for t in corpus.transcripts}
    return frozenset((*own, code) for interview, code in cells for own in persons.get(interview, ()))


def find_open_above(cells: Sequence[tuple[str, str]], coded: Flags, codebook: Codebook) -> Flags:
    """Return which codes are open in an interview because one below them is, whose codings are part of their count.

    A code that was looked for in no interview has no part in any count.

    Parameters
    ----------
    cells : sequence of tuple of str
        Interviews and codes.
    coded : array of bool
        Whether they are coded.
    codebook : Codebook
        Theirs.

    Returns
    -------
    array of bool

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> book = parse_codebook("{codebook: D, version: 1.0.0, language: nl, codes: [{id: a}, {id: b, parent: a}]}")
    >>> cells = [("P01", "a"), ("P01", "b"), ("P02", "a"), ("P02", "b")]
    >>> find_open_above(cells, np.array([True, False, True, True]), book)
    array([ True, False, False, False])
    """
    looked_for = {code for (_, code), yes in zip(cells, coded, strict=True) if yes}
    above = {code: codebook.ancestors(code) for code in looked_for}
    left = {
        (interview, other)
        for (interview, code), yes in zip(cells, coded, strict=True)
        if not yes
        for other in above.get(code, ())
    }
    return np.array([yes and cell in left for cell, yes in zip(cells, coded, strict=True)], dtype=bool)


def _say(names: list[str], waves: Counter[str], corpus: Corpus) -> Remark:
    counted = [f"{wave}: {waves[wave]}" for wave in corpus.waves if waves[wave]]
    return Remark("open codes", values={"codes": names, "waves": counted})
