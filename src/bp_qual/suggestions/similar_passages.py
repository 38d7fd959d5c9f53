"""Passages like these: sentences that no term found and that are like what is known of a code, for a person to judge.

Nothing here is counted. What a person accepts is a coding of that person, as any other; what is declined is not
proposed again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.codebook import Codebook
from bp_qual.coding.passages import list_sentences
from bp_qual.display import escape
from bp_qual.suggestions.content_words import content_words
from bp_qual.suggestions.known_passages import KnownPassages, SpokenSentences, gather_known, rows_within
from bp_qual.suggestions.likeness import Aspects, Directions, Letters, measure_likeness
from bp_qual.suggestions.passage_summary import summarise_passages
from bp_qual.suggestions.sentence_vectors import Encode, encode_corpus, encode_words
from bp_qual.suggestions.word_meanings import gather_meanings, list_words
from bp_qual.transcripts import Corpus
from bp_qual.transcripts.speech import count_words_in
from bp_qual.wording import choose_language

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.suggestions.sentence_vectors import Vectors

Rows = NDArray[np.int64]

FEWEST_WORDS = 4  # a shorter sentence says too little by itself
FEWEST_KNOWN = 5  # known passages from which on it can be said which share of them another is nearer than
SUGGESTION_COLUMNS = (
    "code", "interview", "person", "wave", "turn", "start", "end", "quote", "likeness", "above_known", "like",
    "like_from", "also_like", "also_like_from", "status",
)  # fmt: skip
KNOWN_OF_A_CODE = ("code", "codebook", "examples", "by_person", "hits", "counterexamples", "rejected")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Suggestions:
    """Sentences that may be about a code, the most likely ones first, and what they were compared with.

    Attributes
    ----------
    table : DataFrame
        `SUGGESTION_COLUMNS`, a row for each. ``likeness`` is in standard deviations of all sentences; ``above_known``
        the share of what is known of the code that is less like the rest of it than this is (missing where fewer than
        five passages are known): a rank within the code, and no chance of being right; ``like`` and ``also_like`` the
        two known passages that it resembles most (of the same words one; empty where there is no second), ``like_from``
        the interview they are in, or ``codebook``. The status is always ``suggested``.
    known : DataFrame
        `KNOWN_OF_A_CODE`, a row for each code: how many texts were known from the codebook, and how many of these are
        examples; how many passages by persons, and only as hits of the codebook that nobody looked at; how many
        counterexamples the codebook has, and how many passages a person rejected, hits and proposals.
    """

    table: pd.DataFrame
    known: pd.DataFrame
    language: str = "en"

    def to_text(self, language: str | None = None, *, most: int = 10) -> str:
        """Return the suggestions as the command line prints them."""
        return summarise_passages(self.table, self.known, language=choose_language(language, self.language), most=most)

    def __repr__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        return f"<pre>{escape(repr(self))}</pre>"


def suggest_passages(
    codebook: Codebook,
    corpus: Corpus,
    codings: pd.DataFrame,
    *,
    codes: Sequence[str] = (),
    declined: pd.DataFrame | None = None,
    sampled: pd.DataFrame | None = None,
    most: int = 20,
    encode: Encode | None = None,
    keep: Path | None = None,
    language: str | None = None,
) -> Suggestions:
    """Return sentences in which a code was not found and that are like what is known of it.

    Parameters
    ----------
    codebook, corpus : Codebook and Corpus
        The codes and the interviews.
    codings : DataFrame
        What was found and coded: from `apply_codebook`, or `Combined.codings`. Known of a code are its definition and
        examples, what persons coded or accepted, and where that is little, hits of its terms.
    codes : sequence of str
        For which codes; for all if none is named.
    declined : DataFrame, optional
        interview, start, end, code: passages of which a person said that they are not that code, as
        `HandCodings.decisions` has them with status ``rejected``. Like counterexamples they count against a passage.
    sampled : DataFrame, optional
        interview, start, end: passages of samples that were drawn, from `find_sampled`. They are coded blind, so
        nothing in them is proposed, and no hit in them that nobody looked at is shown as what a sentence is like.
        Without it passages of samples are proposed too: this function does not know the study.
    most : int
        How many sentences for each code.
    encode : callable, optional
        What gives sentences their vectors, from `load_encoder`; without it likeness is by letters only.
    keep : Path, optional
        A folder in which vectors are kept, as in `encode_corpus`.
    language : str, optional
        In which it is said; that of the codebook if not given.

    Returns
    -------
    Suggestions
        Of sentences with the same words that of the earliest wave. Never one that overlaps a coding of that code,
        whatever its status, or a passage that was declined; and none of a code of which nothing is known.

    Raises
    ------
    ValueError
        For a code that the codebook does not have, or fewer than one sentence a code.

    Notes
    -----
    A sentence is compared with known ones of the code, against all sentences and what is known of other codes
    (`suggestions.likeness`). The arithmetic is the same each time: no draw, no seed.

    Examples
    --------
    >>> found = suggest_passages(codebook, corpus, codings, codes=["money"])
    >>> found.table[["interview", "quote", "like"]].values.tolist()[0]
    ['P01_2010', 'There was never enough.', 'Money worried me.']
    """
    if strange := [code for code in codes if code not in codebook.ids]:
        raise ValueError(f"the codebook has no code {strange[0]!r}. {codebook.guess(strange[0])}".strip())
    if most < 1:
        raise ValueError("at least one sentence for each code")
    spans = list_sentences(corpus)
    sentences = SpokenSentences.of(corpus, spans)
    none = codings.iloc[:0]
    blind = none if sampled is None else sampled
    seen = codings[~((codings["status"] == "auto").to_numpy() & rows_within(codings, blind))]
    known = gather_known(codebook, corpus, seen, none if declined is None else declined, sentences)
    said = _Said(codebook, corpus, sentences, known, encode, keep, spans)
    said.free &= ~sentences.touched(corpus, blind)
    wanted = [code for code in codebook.ids if not codes or code in codes]
    rows = list(chain.from_iterable(said.suggest(code, codings, most) for code in wanted))
    return Suggestions(_as_table(rows), _known_table(known, wanted), language or codebook.language)


class _Said:
    """Sentences of the interviews, then the texts of the codebook, with what they are like."""

    def __init__(
        self, codebook: Codebook, corpus: Corpus, sentences: SpokenSentences, known: Mapping[str, KnownPassages],
        encode: Encode | None, keep: Path | None, spans: Mapping[str, Rows],
    ) -> None:  # fmt: skip
        self.codebook, self.corpus, self.sentences, self.known = codebook, corpus, sentences, known
        places = zip(sentences.transcript.tolist(), sentences.start.tolist(), sentences.end.tolist(), strict=True)
        waves = {wave: at for at, wave in enumerate(corpus.waves)}
        wave = np.array([waves.get(one.wave, len(waves)) for one in corpus.transcripts], dtype=np.int64)
        self.when = wave[sentences.transcript]
        self.talk = [corpus.transcripts[row].text[start:end] for row, start, end in places]
        book = list(dict.fromkeys(chain.from_iterable((*one.texts, *one.not_texts) for one in known.values())))
        self.row_of = {text: len(self.talk) + at for at, text in enumerate(book)}
        self.texts = [*self.talk, *book]
        spoken = [corpus.transcripts[row].language for row in sentences.transcript.tolist()]
        languages = [*spoken, *[codebook.language] * len(book)]
        words = content_words(self.texts, languages)
        self.letters = Letters(words)
        self.aspects = Aspects(self.letters)
        self.vectors: Vectors | None = None
        if encode is not None and self.texts:
            parts = [encode(book)] if book else []
            width = parts[0].shape[1] if parts else 0
            if self.talk:
                parts.insert(0, encode_corpus(corpus, spans, encode, keep=keep, width=width))
            self.vectors = np.vstack(parts)
            own, width = len(list_words(words[: len(self.talk)], spoken)), self.vectors.shape[1]

            def encode_all(names: Sequence[str]) -> Vectors:  # the words of the codebook come after those of the talk
                kept = encode_words(corpus, spans, names[:own], encode, keep=keep, width=width)
                return np.vstack([kept, encode(names[own:])]) if len(names) > own else kept

            meanings = gather_meanings(words, languages, encode_all)
            self.aspects = Aspects(self.letters, Directions(self.vectors), Directions(meanings))
        counts = [count_words_in(t.text, spans[t.interview]) for t in corpus.transcripts if t.interview in spans]
        self.free = np.concatenate([np.empty(0, dtype=np.int64), *counts]) >= FEWEST_WORDS

    def suggest(self, code: str, codings: pd.DataFrame, most: int) -> list[tuple[object, ...]]:
        """Return the rows of the sentences that are most like what is known of a code."""
        known, others = self._about(code), self._others(code)
        if not len(known) or not len(self.talk):
            return []
        told, rest = self._told([code]), self._told(self._apart(code))
        likeness = measure_likeness(self.aspects, known, others, told=told, rest=rest)
        free = self.free & ~self.sentences.touched(self.corpus, codings[codings["code"] == code])
        free[self.known[code].declined] = False
        rows = np.flatnonzero(free)
        once: dict[str, int] = {}
        for row in rows[np.argsort(self.when[rows], kind="stable")].tolist():
            once.setdefault(" ".join(self.talk[row].split()), row)
        first = np.array(sorted(once.values()), dtype=np.int64)
        order = first[np.argsort(-likeness.scores[first], kind="stable")][:most].tolist()
        above = likeness.above_known if len(known) >= FEWEST_KNOWN else np.full(len(self.texts), np.nan)
        return [self._row(code, row, likeness.scores[row], above[row], known) for row in order]

    def _about(self, code: str) -> Rows:
        own = self.known[code]
        return np.array([*own.rows.tolist(), *(self.row_of[text] for text in own.texts)], dtype=np.int64)

    def _told(self, codes: Sequence[str]) -> Rows:
        """Return the rows in which the codebook says what these codes are, their examples aside."""
        rows = {self.row_of[text] for code in codes for text in self.known[code].definition}
        return np.array(sorted(rows), dtype=np.int64)

    def _apart(self, code: str) -> list[str]:
        """Return the codes that are neither above nor below one."""
        near = {code, *self.codebook.ancestors(code)}
        return [name for name in self.codebook.ids if name not in near and code not in self.codebook.ancestors(name)]

    def _others(self, code: str) -> Rows:
        """Return what is known not to be about a code: declined, and about codes that are neither above nor below."""
        own = self.known[code]
        rows = [self._about(name) for name in self._apart(code)]
        no = [*own.declined.tolist(), *(self.row_of[text] for text in own.not_texts)]
        about = set(self._about(code).tolist())
        found = np.unique(np.concatenate([np.array(no, dtype=np.int64), *rows]))
        return np.array([row for row in found.tolist() if row not in about], dtype=np.int64)

    def _row(self, code: str, row: int, score: float, above: float, known: Rows) -> tuple[object, ...]:
        transcript = self.corpus.transcripts[int(self.sentences.transcript[row])]
        start, end = int(self.sentences.start[row]), int(self.sentences.end[row])
        turn = next(turn for turn in transcript.turns if turn.start <= start < turn.end)
        where = (code, transcript.interview, turn.person, transcript.wave, turn.index, start, end, self.talk[row])
        return (*where, score, above, *self._most_like(row, known), "suggested")

    def _most_like(self, row: int, known: Rows) -> tuple[str, str, str, str]:
        """Return the two known passages that a sentence resembles most, each with where it is from."""
        scores = self.letters.shared(row, known) if self.vectors is None else self.vectors[known] @ self.vectors[row]
        unlike: dict[str, int] = {}  # what is said twice is one passage
        for other in known[np.argsort(-scores, kind="stable")].tolist():
            unlike.setdefault(" ".join(self.texts[other].casefold().split()).rstrip(".!?"), other)
        told = [(self.texts[other], self._origin(other)) for other in [*unlike.values()][:2]] + [("", "")]
        return (*told[0], *told[1])

    def _origin(self, row: int) -> str:
        if row >= len(self.talk):
            return "codebook"
        return self.corpus.transcripts[int(self.sentences.transcript[row])].interview


def _as_table(rows: Sequence[tuple[object, ...]]) -> pd.DataFrame:
    import pandas as pd

    whole = dict.fromkeys(("turn", "start", "end"), "int64") | dict.fromkeys(("likeness", "above_known"), "float64")
    return pd.DataFrame(rows, columns=list(SUGGESTION_COLUMNS)).astype(whole)


def _known_table(known: Mapping[str, KnownPassages], codes: Sequence[str]) -> pd.DataFrame:
    import pandas as pd

    rows = [
        (
            code,
            len(own.texts),
            len(own.examples),
            len(own.by_person),
            len(own.hits),
            len(own.not_texts),
            len(own.declined),
        )
        for code, own in ((code, known[code]) for code in codes)
    ]
    return pd.DataFrame(rows, columns=list(KNOWN_OF_A_CODE))
