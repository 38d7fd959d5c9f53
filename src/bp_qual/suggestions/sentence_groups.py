"""Groups of sentences that belong together, by person and wave: an aid for reading, and no finding.

No codebook is needed. How the sentences fall into groups depends on how many groups are asked for and on where the
search begins; how far a group comes back when it begins elsewhere is told with each.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.coding.passages import list_sentences
from bp_qual.display import escape
from bp_qual.errors import BpQualError, Problem
from bp_qual.matching.token_table import RESPONDENT
from bp_qual.suggestions.group_summary import summarise_groups
from bp_qual.suggestions.known_passages import SpokenSentences
from bp_qual.suggestions.sentence_vectors import Encode, Vectors, encode_corpus
from bp_qual.suggestions.spoken_words import SpokenWords, list_spoken_words
from bp_qual.suggestions.word_counts import person_of_each
from bp_qual.suggestions.words_of_theme import log_likelihood
from bp_qual.suggestions.written_words import WrittenWords
from bp_qual.transcripts import Corpus
from bp_qual.transcripts.speech import count_words_in
from bp_qual.wording import choose_language

if TYPE_CHECKING:
    import pandas as pd

Numbers = NDArray[np.int64]

FEWEST_WORDS = 5  # a shorter sentence belongs to no group
MOST_SEARCHED = 10_000  # sentences among which the groups are searched; the others go to the nearest
_DIRECTIONS = 10  # of a vector that are looked at: in all 512 the groups hardly come back
_STARTS, _STEPS = 10, 50  # of each search
_NAMED_BY = 5  # words


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SentenceGroups:
    """Groups of sentences, the largest first.

    Attributes
    ----------
    table : DataFrame
        group (from 1), words (said more in it than elsewhere), sentences, persons, how many sentences of each wave,
        largest_share (of one person), stability.
    sentences : DataFrame
        interview, person, wave, turn, start, end, quote, group, typical (the rank within the group, from 1).
    persons : DataFrame
        person, wave, group, sentences, share of the person's sentences in that wave; both missing where nobody was
        interviewed or nothing long enough was said.
    language : str
        In which it is said.
    """

    table: pd.DataFrame
    sentences: pd.DataFrame
    persons: pd.DataFrame
    language: str = "en"

    def to_text(self, language: str | None = None, *, most: int = 3) -> str:
        """Return each group with its words and most typical sentences, as the command line prints them."""
        return summarise_groups(self.table, self.sentences, choose_language(language, self.language), most=most)

    def __repr__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        return f"<pre>{escape(repr(self))}</pre>"


def group_sentences(
    corpus: Corpus,
    encode: Encode,
    *,
    groups: int = 8,
    seed: int = 1,
    restarts: int = 20,
    keep: Path | None = None,
    language: str | None = None,
) -> SentenceGroups:
    """Return groups of the respondents' sentences that are about the same, with how stable each is.

    Parameters
    ----------
    corpus : Corpus
        The interviews.
    encode : callable
        What gives sentences their vectors, from `load_encoder`.
    groups : int
        How many groups, at least two.
    seed : int
        Where the search begins.
    restarts : int
        How often it begins elsewhere, to see what comes back.
    keep : Path, optional
        A folder in which vectors are kept, as in `encode_corpus`.
    language : str, optional
        In which it is said; that of the first interview if not given.

    Returns
    -------
    SentenceGroups

    Raises
    ------
    ValueError
        For fewer than two groups.
    BpQualError
        Where there are fewer sentences of five words than groups.

    Notes
    -----
    k-means on the ten principal directions of the vectors, each of length one, begun ten times by k-means++ (Arthur &
    Vassilvitskii 2007), of which the closest is kept. The stability of a group is the mean, over searches that begin
    elsewhere, of its largest Jaccard overlap with a group found there: above .75 it is the same group again, below .5
    it is dissolved (Hennig 2007, *Cluster-wise assessment of cluster stability*, Computational Statistics & Data
    Analysis 52, who draws other samples too: other interviews may change more than this tells).

    Examples
    --------
    >>> from bp_qual.transcripts import Transcript, Turn
    >>> said = "I had no money at all. We never had any money. The garden was full of roses."
    >>> turn = Turn(0, "R", "respondent", 0, len(said), "P1")
    >>> talk = Corpus((Transcript("P1_1", ("P1",), "1", said, (turn,), "en"),), ("P1",), ("1",))
    >>> def about(texts):
    ...     return np.array([[float("money" in text), float("roses" in text)] for text in texts])
    >>> group_sentences(talk, about, groups=2).table[["group", "sentences", "stability"]].values.tolist()
    [[1.0, 2.0, 1.0], [2.0, 1.0, 1.0]]
    """
    language = choose_language(language, corpus.transcripts[0].language if corpus.transcripts else "en")
    if groups < 2:
        raise ValueError("at least two groups")
    spans = list_sentences(corpus)
    every = SpokenSentences.of(corpus, spans)
    counts = [count_words_in(t.text, spans[t.interview]) for t in corpus.transcripts if t.interview in spans]
    long = np.flatnonzero(np.concatenate([np.empty(0, dtype=np.int64), *counts]) >= FEWEST_WORDS)
    if len(long) < groups:
        values = {"words": FEWEST_WORDS, "groups": groups, "n": len(long)}
        raise BpQualError(Problem("", "few sentences", values) if values["n"] else Problem("", "no sentences", values))
    points = _directions(encode_corpus(corpus, spans, encode, keep=keep)[long])
    sentences = SpokenSentences(every.transcript[long], every.start[long], every.end[long])
    found = _search(points, groups, seed)
    again = [_search(points, groups, seed + 1 + number)[0] for number in range(restarts)]
    table = _sentence_table(corpus, sentences, *found)
    return SentenceGroups(
        _group_table(corpus, sentences, table, found[0], _stability(found[0], again)),
        table,
        _person_table(corpus, table, groups),
        language,
    )


def _directions(vectors: Vectors) -> NDArray[np.float64]:
    """Return the principal directions of vectors, each of length one."""
    apart = _of_length_one(vectors.astype(np.float64) - vectors.mean(axis=0, dtype=np.float64))
    strength, axes = np.linalg.eigh(apart.T @ apart)
    axes *= np.where(axes[np.abs(axes).argmax(axis=0), np.arange(len(strength))] < 0, -1.0, 1.0)  # the same each time
    return _of_length_one(apart @ axes[:, ::-1][:, :_DIRECTIONS])


def _of_length_one(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    directions: NDArray[np.float64] = vectors / np.where(length > 0, length, 1.0)
    return directions


def _search(points: NDArray[np.float64], groups: int, seed: int) -> tuple[Numbers, NDArray[np.float64]]:
    """Return the group of each point, the largest first, and how far it is from the middle of its group."""
    from scipy.cluster.vq import kmeans2, vq

    rng = np.random.default_rng(seed)
    searched = points
    if len(points) > MOST_SEARCHED:
        searched = points[np.sort(rng.choice(len(points), MOST_SEARCHED, replace=False))]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a group became empty: another start is better
        tried = [kmeans2(searched, groups, iter=_STEPS, minit="++", seed=rng)[0] for _ in range(_STARTS)]
    middles = min(tried, key=lambda found: float((vq(searched, found)[1] ** 2).sum()))
    group, far = vq(points, middles)
    order = np.argsort(-np.bincount(group, minlength=groups), kind="stable")
    place = np.empty(groups, dtype=np.int64)
    place[order] = np.arange(groups)
    return place[group], far


def _stability(group: Numbers, again: list[Numbers]) -> NDArray[np.float64]:
    """Return the mean over other searches of the largest overlap of each group with one found there."""
    size = int(group.max()) + 1
    best = np.full((max(len(again), 1), size), np.nan)
    for row, other in enumerate(again):
        both = np.zeros((size, int(other.max()) + 1))
        np.add.at(both, (group, other), 1.0)
        either = both.sum(axis=1, keepdims=True) + both.sum(axis=0, keepdims=True) - both
        best[row] = (both / either).max(axis=1)
    stable: NDArray[np.float64] = best.mean(axis=0)
    return stable


def _sentence_table(
    corpus: Corpus, sentences: SpokenSentences, group: Numbers, far: NDArray[np.float64]
) -> pd.DataFrame:
    import pandas as pd

    rows = []
    for transcript, start, end in zip(
        sentences.transcript.tolist(), sentences.start.tolist(), sentences.end.tolist(), strict=True
    ):
        one = corpus.transcripts[transcript]
        turn = next(turn for turn in one.turns if turn.start <= start < turn.end)
        rows.append((one.interview, turn.person, one.wave, turn.index, start, end, one.text[start:end]))
    table = pd.DataFrame(rows, columns=["interview", "person", "wave", "turn", "start", "end", "quote"])
    table = table.assign(group=group + 1, far=far)
    table["typical"] = table.groupby("group")["far"].rank(method="first").astype(int)
    return table.drop(columns="far").sort_values(["group", "typical"], kind="stable").reset_index(drop=True)


def _group_table(
    corpus: Corpus, sentences: SpokenSentences, table: pd.DataFrame, group: Numbers, stability: NDArray[np.float64]
) -> pd.DataFrame:
    import pandas as pd

    words = _words_of_groups(corpus, sentences, group, len(stability))
    rows = []
    for number, rest in table.groupby("group"):
        waves = [int((rest["wave"] == wave).sum()) for wave in corpus.waves]
        largest = rest["person"].value_counts(normalize=True).iloc[0]
        at = int(str(number)) - 1
        rows.append((number, words[at], len(rest), rest["person"].nunique(), *waves, largest, stability[at]))
    columns = ["group", "words", "sentences", "persons", *corpus.waves, "largest_share", "stability"]
    return pd.DataFrame(rows, columns=columns)


def _words_of_groups(corpus: Corpus, sentences: SpokenSentences, group: Numbers, groups: int) -> list[str]:
    """Return the words said more in each group than elsewhere, the clearest first.

    By at least two persons, or by one where nobody else spoke.
    """
    spoken = list_spoken_words(corpus, phrases=False)
    own = spoken.at(np.flatnonzero(spoken.role == RESPONDENT))
    where = _group_of_words(own, sentences, group)
    counts = np.zeros((groups + 1, len(own.words)))
    np.add.at(counts, (where, own.word), 1.0)
    who = np.unique(np.stack((where, own.word, person_of_each(own, corpus))), axis=1)
    persons = np.zeros_like(counts)
    np.add.at(persons, (who[0], who[1]), 1.0)
    enough = min(2, len(np.unique(who[2])))
    named: list[list[int]] = []
    for here in range(groups):
        elsewhere = counts.sum(axis=0) - counts[here]
        clear = log_likelihood(counts[here], elsewhere)
        more = counts[here] * elsewhere.sum() > elsewhere * counts[here].sum()
        clear = np.where(more & (persons[here] >= enough), clear, 0.0)
        best = np.argsort(-clear, kind="stable")[:_NAMED_BY]
        named.append([word for word in best.tolist() if clear[word] > 0])
    names = WrittenWords(own.only(np.unique([*chain(*named)]).astype(np.int64)), corpus).names
    return [", ".join(names[own.words[word]] for word in words) for words in named]


def _group_of_words(spoken: SpokenWords, sentences: SpokenSentences, group: Numbers) -> Numbers:
    """Return in a sentence of which group each word was said; the last number where in none."""
    longest = int(max(sentences.end.max(initial=0), spoken.end.max(initial=0))) + 1
    begins = sentences.transcript * longest + sentences.start
    place = spoken.transcript * longest + spoken.start
    before = np.searchsorted(begins, place, side="right") - 1
    ends = sentences.transcript * longest + sentences.end
    inside = (before >= 0) & (place < ends[before])
    where: Numbers = np.where(inside, group[before], group.max() + 1)
    return where


def _person_table(corpus: Corpus, table: pd.DataFrame, groups: int) -> pd.DataFrame:
    """Return how many sentences of each group each person said in each wave; missing where there are none at all."""
    import pandas as pd

    keys = pd.MultiIndex.from_product([corpus.persons, corpus.waves, range(1, groups + 1)])
    counts = table.groupby(["person", "wave", "group"]).size().reindex(keys, fill_value=0).astype("Int64")
    counts.index.names = ["person", "wave", "group"]
    whole = counts.groupby(level=[0, 1]).transform("sum")
    known = counts.where(whole > 0)
    return pd.DataFrame({"sentences": known, "share": (known / whole).astype("float64")}).reset_index()
