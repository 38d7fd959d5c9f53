"""Words that belong to a code and are not among its terms: said beside its passages, or close to it in meaning.

They are for a person to read about: nothing is coded by them. Each has its uses in every wave, so that a word that
would count in one wave only is seen before it is added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.codebook import Codebook
from bp_qual.coding import apply_codebook
from bp_qual.coding.overlaps import overlapping
from bp_qual.coding.passages import list_sentences
from bp_qual.matching.token_table import RESPONDENT
from bp_qual.suggestions.known_passages import SpokenSentences
from bp_qual.suggestions.sentence_vectors import Encode, Vectors
from bp_qual.suggestions.spoken_words import SpokenWords, list_spoken_words
from bp_qual.suggestions.word_counts import count_by_person, person_of_each
from bp_qual.suggestions.written_words import WrittenWords
from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]

FEWEST_BESIDE = 2  # uses beside passages of the code
FEWEST_SPEAKERS = 2  # persons who used the word there
CLEAR = 6.63  # of the log-likelihood ratio: chance gives as much to one word in a hundred
FEWEST_USES = 2  # of a word that is proposed for its meaning


def suggest_words(
    codebook: Codebook, corpus: Corpus, codings: pd.DataFrame, code: str, *, hits: pd.DataFrame | None = None,
    encode: Encode | None = None, most: int = 15,
) -> pd.DataFrame:  # fmt: skip
    """Return words that belong to a code and that its terms do not find.

    Parameters
    ----------
    codebook, corpus : Codebook and Corpus
        The codes and the interviews.
    codings : DataFrame
        What was found and coded: from `apply_codebook`, or `Combined.codings`. Rejected rows are left out.
    code : str
        Its id; sub-codes belong to it.
    hits : DataFrame, optional
        What its terms found, whatever was coded over it or decided of it; looked for if not given.
    encode : callable, optional
        What gives words their vectors, from `load_encoder`; without it no word is proposed for its meaning.
    most : int
        How many of each kind.

    Returns
    -------
    DataFrame
        word, kind, like, beside, speakers, how often respondents said it in each wave, total. Of kind ``beside`` are
        words that respondents said in the sentences of the code more than elsewhere, the clearest first: at least twice
        there, by at least two persons, with a log-likelihood ratio that chance gives one word in a hundred. Of kind
        ``meaning`` are those said at least twice that are closest to the terms of the code (``like`` is the closest
        one) and to its definition.

    Notes
    -----
    What the terms of the code found counts neither beside it nor elsewhere. The log-likelihood ratio is that of Dunning
    (1993), *Accurate methods for the statistics of surprise and coincidence*, Computational Linguistics 19(1), over the
    words beside and elsewhere. For meaning, vectors are taken from the mean of all words said; a word is as close as
    the three terms closest to it are on the mean, less how close it and they are to all else (CSLS of Conneau et al.
    2018, *Word translation without parallel data*), and as it is to the labels and definitions.

    Examples
    --------
    >>> suggest_words(codebook, corpus, codings, "money").columns.tolist()
    ['word', 'kind', 'like', 'beside', 'speakers', '2010', '2020', 'total']
    """
    import pandas as pd

    own = {code, *codebook.descendants(code)}
    rows = codings[codings["code"].isin(own) & (codings["status"] != "rejected")]
    if hits is None:
        hits = apply_codebook(codebook, corpus)
        hits = hits[hits["code"].isin(own)]
    spoken = _unfound(list_spoken_words(corpus, phrases=False), corpus, hits)
    uses = count_by_person(spoken, corpus, corpus.waves).sum(axis=0)
    beside, speakers, clear = _beside(spoken, corpus, rows)
    found = [(word, "beside", "") for word in np.flatnonzero(clear > 0)[np.argsort(-clear[clear > 0], kind="stable")]]
    close = [] if encode is None else _close(spoken, uses.sum(axis=0), codebook, own, encode)
    shown = [*found[:most], *close[:most]]
    names = WrittenWords(spoken.only(np.unique([word for word, _, _ in shown]).astype(np.int64)), corpus).names
    lines = [
        (names[spoken.words[word]], kind, like, int(beside[word]), int(speakers[word]), *map(int, uses[:, word]))
        for word, kind, like in shown
    ]
    table = pd.DataFrame(lines, columns=["word", "kind", "like", "beside", "speakers", *corpus.waves])
    return table.assign(total=table[[*corpus.waves]].sum(axis=1))


def _unfound(spoken: SpokenWords, corpus: Corpus, hits: pd.DataFrame) -> SpokenWords:
    """Return the words of respondents that no term found."""
    said = SpokenSentences(spoken.transcript, spoken.start, spoken.end)
    return spoken.at(np.flatnonzero((spoken.role == RESPONDENT) & ~said.touched(corpus, hits)))


def _beside(spoken: SpokenWords, corpus: Corpus, rows: pd.DataFrame) -> tuple[Floats, Floats, Floats]:
    """Return how often each word was said in sentences of the code, by how many, and how clear it is; 0 where not."""
    sentences = SpokenSentences.of(corpus, list_sentences(corpus))
    coded = np.flatnonzero(sentences.touched(corpus, rows))
    longest = int(max(sentences.end.max(initial=0), spoken.end.max(initial=0))) + 1
    place, first = (one.transcript * longest for one in (spoken, sentences))
    inside = overlapping(
        spoken.start + place, spoken.end + place, (sentences.start + first)[coded], (sentences.end + first)[coded]
    )
    size = len(spoken.words)
    beside, all_uses = (np.bincount(spoken.word[kept], minlength=size).astype(float) for kept in (inside, ...))
    who = np.unique(np.stack((spoken.word, person_of_each(spoken, corpus)))[:, inside], axis=1)
    speakers = np.bincount(who[0], minlength=size).astype(float)
    ratio = log_likelihood(beside, all_uses - beside)
    enough = (beside >= FEWEST_BESIDE) & (speakers >= FEWEST_SPEAKERS) & (ratio >= CLEAR)
    more = beside * all_uses.sum() > all_uses * beside.sum()
    return beside, speakers, np.where(enough & more, ratio, 0.0)


def log_likelihood(here: Floats, elsewhere: Floats) -> Floats:
    """Return Dunning's log-likelihood ratio of each word, between two lists of counts.

    It is computed from the uses of the word alone, as is usual for frequencies of words (Rayson & Garside 2000).

    Parameters
    ----------
    here, elsewhere : array of words
        How often each word was said.

    Returns
    -------
    array of words

    Examples
    --------
    >>> log_likelihood(np.array([10.0, 90.0]), np.array([10.0, 990.0])).round(2).tolist()
    [22.14, 0.77]
    """
    both = here + elsewhere
    parts = np.zeros_like(both)
    for counts in (here, elsewhere):
        expected = both * counts.sum() / max(both.sum(), 1.0)
        parts += np.where(
            counts > 0, counts * np.log(np.divide(counts, expected, where=counts > 0, out=counts * 0 + 1)), 0
        )
    return 2.0 * parts


def _close(
    spoken: SpokenWords, uses: Floats, codebook: Codebook, own: set[str], encode: Encode
) -> list[tuple[int, str, str]]:  # fmt: skip
    """Return the words that mean about what a code does, the closest first, each with the term it is closest to."""
    codes = [code for code in codebook.codes if code.id in own]
    labels = [label for code in codes for label in code.label.values()]
    terms = [*dict.fromkeys(term.text for code in codes for term in code.terms if term.kind != "regex")] or labels
    said = np.flatnonzero(uses >= FEWEST_USES)
    if not len(said) or not terms:
        return []
    texts = list(dict.fromkeys([*labels, *(code.definition for code in codes if code.definition)])) or terms
    vectors = encode([spoken.words[word] for word in said.tolist()])
    middle = vectors.mean(axis=0)
    words, known, told = (_directions(part, middle) for part in (vectors, encode(terms), encode(texts)))
    likeness = 2 * words @ known.T - _closeness(words, words)[:, None] - _closeness(known, words)
    closest = np.sort(likeness, axis=1)[:, -3:].mean(axis=1) + (words @ told.T).max(axis=1)
    best = likeness.argmax(axis=1)
    return [(int(said[row]), "meaning", terms[int(best[row])]) for row in np.argsort(-closest, kind="stable").tolist()]


def _directions(vectors: Vectors, middle: Vectors) -> Vectors:
    apart = vectors - middle
    length = np.linalg.norm(apart, axis=1, keepdims=True)
    return (apart / np.where(length > 0, length, 1)).astype(np.float32)


def _closeness(these: Vectors, words: Vectors) -> Vectors:
    """Return how close each is to the ten words closest to it: a word that is close to everything says little."""
    closest: Vectors = np.sort(these @ words.T, axis=1)[:, -10:].mean(axis=1)
    return closest
