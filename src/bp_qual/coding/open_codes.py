"""Codes that are open, not coded, in interviews that were coded for others: which, and in which waves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand.events import Event
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark, Wording

Cell = tuple[str, str]  # interview and code
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


def find_left_by(
    opened: Mapping[Cell, Iterable[Event]], corpus: Corpus, codebook: Codebook
) -> dict[Cell, tuple[str, ...]]:
    """Return the files with rows that leave a code, and so those above it, open in an interview.

    Parameters
    ----------
    opened : mapping of (str, str) to iterable of Event
        As in `State.opened`.
    corpus, codebook : Corpus and Codebook
        What they are of; other interviews and codes are left out.

    Returns
    -------
    dict of (str, str) to tuple of str
        By interview and code.

    Examples
    --------
    >>> left = Event("e1", "undone", interview="P01_2010", codes=("money",), file="list.csv")
    >>> find_left_by({("P01_2010", "money"): (left,)}, corpus, codebook)
    {('P01_2010', 'money'): ('list.csv',)}
    """
    found: dict[Cell, tuple[str, ...]] = {}
    interviews, codes = {transcript.interview for transcript in corpus.transcripts}, frozenset(codebook.ids)
    for (interview, code), events in opened.items():
        files = [event.file for event in events if event.file]
        is_there = interview in interviews and code in codes
        for other in (code, *codebook.ancestors(code)) if files and is_there else ():
            found[interview, other] = tuple(dict.fromkeys((*found.get((interview, other), ()), *files)))
    return found


def say_left_open(
    left_by: Mapping[Cell, Iterable[str]], corpus: Corpus, codebook: Codebook, say: Wording, *, named: bool = True
) -> list[str]:
    """Say which codes are open for the sake of rows of which files, and what to do; nothing where none are.

    Parameters
    ----------
    left_by : mapping of (str, str) to iterable of str
        From `find_left_by`.
    corpus, codebook : Corpus and Codebook
        What they are of.
    say : Wording
        In the language of the reader.
    named : bool
        Whether the files are: not in results.

    Returns
    -------
    list of str

    Examples
    --------
    >>> say_left_open({}, corpus, codebook, Wording("en"))
    []
    """
    if not left_by:
        return []
    files = [*dict.fromkeys(file for cell in left_by for file in left_by[cell])]
    left = say_open_codes(left_by, corpus, codebook, language=say.language)
    return [say("summary_counted_left_open", files=name_files(files, say, named=named), open=left)]


def name_files(files: Sequence[str], say: Wording, *, named: bool) -> list[str]:
    """Return what files of other programs are called: by their names, or, as in results, only how many they are.

    Parameters
    ----------
    files : sequence of str
        Their names.
    say : Wording
        In the language of the reader.
    named : bool
        Whether by their names.

    Returns
    -------
    list of str

    Examples
    --------
    >>> name_files(["anna.xlsx"], Wording("en"), named=False), name_files(["anna.xlsx"], Wording("en"), named=True)
    (['the imported file'], ['anna.xlsx'])
    """
    return [*files] if named else [say.many("summary_imported_files", len(files))]


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
