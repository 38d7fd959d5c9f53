"""Names in interviews that no 'only in' of their rows names: later ones, or forgotten when two were told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from bp_qual.pseudonyms.decided_names import DecidedName, is_outside
from bp_qual.pseudonyms.replacing import Replacer
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark


def find_outside(
    corpus: Corpus,
    names: Sequence[DecidedName],
    left: Iterable[DecidedName],
    called: Mapping[str, Collection[str]],
) -> tuple[Remark, ...]:
    """Return what is said of each name that stays in an interview because its rows are about others.

    Parameters
    ----------
    corpus : Corpus
        The interviews.
    names : sequence of DecidedName
        What is replaced.
    left : iterable of DecidedName
        What a person decided to leave, of which nothing is said.
    called : mapping of str to collection of str
        What each interview goes by: its id, persons, wave and file.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> jan = DecidedName("Werk", "P01", only_in=("2010",))
    >>> find_outside(corpus, [jan], [], {t.interview: {t.interview, t.wave} for t in corpus.transcripts})
    ()
    """
    rows: dict[str, list[DecidedName]] = {}
    for name in (*names, *left):
        rows.setdefault(name.spelling, []).append(name)
    split = {name.spelling: name for name in names if name.only_in}
    found: dict[str, Counter[str]] = {}
    for talk in corpus.transcripts:
        here = called.get(talk.interview, ())
        outside = [split[spelling] for spelling in split if is_outside(rows[spelling], here)]
        if outside:
            stays = Replacer(names, here).replace(talk.text).text
            whole = (replace(name, pseudonym=name.spelling, only_in=()) for name in outside)
            search = Replacer(whole, keeps_dates=True)
            for place in search.replace(stays).places:
                found.setdefault(place.pseudonym, Counter())[talk.interview] += 1
    return tuple(
        Remark("outside only in", values={"name": name, "n": places.total(), "interviews": list(places)})
        for name, places in found.items()
    )
