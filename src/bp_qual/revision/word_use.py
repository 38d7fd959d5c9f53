"""Which words of a corpus the terms of a code matched, how often in each wave, and which others may belong to it.

These are candidates: alike in spelling, said beside the code, or close to it in meaning. The researcher decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook, Term
from bp_qual.coding import apply_codebook
from bp_qual.display import escape, in_columns, one_line
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.revision.term_hits import find_term_hits
from bp_qual.suggestions.sentence_vectors import Encode
from bp_qual.suggestions.words_of_theme import suggest_words
from bp_qual.transcripts import Corpus
from bp_qual.wording import Wording, choose_language

if TYPE_CHECKING:
    import pandas as pd

MIN_STEM = 5
MIN_PHRASE_WORD = 8
MAX_CANDIDATES = 30
ONE_SLIP = 0.88
_WORD = lazy_pattern(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, repr=False)
class WordUse:
    """What the terms of a code matched in a corpus.

    ``matched`` has a row for each term and each form in which it occurred (term, said, one column per wave, total); a
    term that matched nothing has one row with an empty ``said``. ``candidates`` are words of the respondents that
    resemble a term but were not matched (word, like, one column per wave, total). ``around`` has the words of
    `suggest_words`: said beside the code, or close to it in meaning.

    >>> import pandas as pd
    >>> matched = pd.DataFrame({"term": ["samen"], "said": ["samen"], "2010": [3], "total": [3]})
    >>> WordUse("samenwerking", matched, pd.DataFrame(), pd.DataFrame({"kind": []}))
    Words of samenwerking
      samen: samen 3
    """

    code: str
    matched: pd.DataFrame
    candidates: pd.DataFrame
    around: pd.DataFrame
    language: str = "en"

    def __repr__(self) -> str:
        return self.say(self.language)

    def say(self, language: str) -> str:
        """Return each term with the words it matched, in English (`en`) or Dutch (`nl`).

        >>> import pandas as pd
        >>> matched = pd.DataFrame({"term": ["samen"], "said": [""], "total": [0]})
        >>> print(WordUse("samenwerking", matched, pd.DataFrame(), pd.DataFrame({"kind": []})).say("nl"))
        Woorden van samenwerking
          samen: niet gevonden
        """
        say = Wording(language)
        lines = [say("codebook_words_of", code=self.code)]
        for term, rows in self.matched.groupby("term", sort=False):
            said = [one_line(f"{row.said} {row.total}") for row in rows.itertuples() if row.said]
            lines.append(f"  {term}: " + (", ".join(said) or say("codebook_not_found")))
        for key, table in self._proposed():
            proposed = [f"{row.word} {row.total}" for row in table.itertuples()]
            lines.append(f"{say(key)} {', '.join(proposed)}")
        return "\n".join(lines)

    def _proposed(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """Yield what may belong to the code, each kind under its heading."""
        beside, meaning = (self.around[self.around["kind"] == kind] for kind in ("beside", "meaning"))
        kinds = {
            "codebook_similar": self.candidates,
            "codebook_beside": beside.drop(columns=["kind", "like"], errors="ignore"),
            "codebook_meaning": meaning.drop(columns=["kind", "beside", "speakers"], errors="ignore"),
        }
        yield from ((key, table) for key, table in kinds.items() if len(table))

    def to_text(self, language: str | None = None) -> str:
        """Return both tables in full, as the command line prints them, in their own language or another.

        >>> import pandas as pd
        >>> empty = pd.DataFrame(columns=["word", "like", "total"])
        >>> matched = pd.DataFrame({"term": ["x"], "said": [""], "total": [0]})
        >>> print(WordUse("a", matched, empty, pd.DataFrame({"kind": []})).to_text())
        term  said  total
        x           0
        """
        say = Wording(choose_language(language, self.language))
        parts = [_lines(self.matched, say)]
        parts += [f"{say(key)}\n{_lines(table, say)}" for key, table in self._proposed()]
        return "\n\n".join(parts)

    def _repr_html_(self) -> str:
        return f"<pre>{escape(repr(self))}</pre>"


def find_words_of_code(
    codebook: Codebook, corpus: Corpus, code: str, *, codings: pd.DataFrame | None = None, encode: Encode | None = None
) -> WordUse:
    """Return what each term of a code (and of its sub-codes) matched in a corpus, and which other words may belong.

    Parameters
    ----------
    codebook : Codebook
        The codebook.
    corpus : Corpus
        The interviews.
    code : str
        The id of the code.
    codings : DataFrame, optional
        What was found and coded, by people too: words beside it are proposed. The codebook's hits if not given.
    encode : callable, optional
        What gives words their vectors, from `load_encoder`: words close in meaning are then proposed too.

    Returns
    -------
    WordUse

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> from bp_qual.transcripts import Transcript, Turn
    >>> said = "Samenwerken? Die samenwerkingspartner werkte niet."
    >>> turn = Turn(0, "R", "respondent", 0, len(said), person="P01")
    >>> corpus = Corpus((Transcript("P01_2010", ("P01",), "2010", said, (turn,)),), ("P01",), ("2010",))
    >>> book = parse_codebook("{language: nl, codes: [{id: a, terms: [samenwerken]}]}")
    >>> find_words_of_code(book, corpus, "a")
    Woorden van a
      samenwerken: samenwerken 1
    Niet gevonden, maar lijkt erop in spelling: samenwerkingspartner 1
    """
    codebook.code(code)
    wanted = {code, *codebook.descendants(code)}
    hits, owners = find_term_hits(codebook, corpus)
    own_terms = {name: term for name, (owner, term) in owners.items() if owner.id in wanted}
    hits = hits[hits["code"].isin(list(own_terms))]
    matched = _count_said(hits, {name: term.text for name, term in own_terms.items()}, corpus.waves)
    taken = {word.casefold() for quote in hits["quote"] for word in _WORD.findall(quote)}
    words = sorted({_main_word(term) for term in own_terms.values()} - {""})
    candidates = _find_candidates(_count_words(corpus), taken, words, corpus.waves)
    codings = apply_codebook(codebook, corpus) if codings is None else codings
    around = suggest_words(codebook, corpus, codings, code, hits=hits, encode=encode)
    around = around[~around["word"].isin(candidates["word"])]
    return WordUse(code, matched, candidates, around, choose_language(None, codebook.language))


def _count_said(hits: pd.DataFrame, terms: dict[str, str], waves: Iterable[str]) -> pd.DataFrame:
    import pandas as pd

    waves = list(waves)
    counts = Counter(
        (name, " ".join(quote.casefold().split()), wave)
        for name, quote, wave in zip(hits["code"], hits["quote"], hits["wave"], strict=True)
    )
    rows = []
    for name, text in terms.items():
        totals: Counter[str] = Counter()
        for (term, said, _), number in counts.items():
            if term == name:
                totals[said] += number
        for said, total in sorted(totals.items(), key=lambda item: (-item[1], item[0])) or [("", 0)]:
            rows.append((text, said, *(counts[name, said, wave] for wave in waves), total))
    return pd.DataFrame(rows, columns=["term", "said", *waves, "total"])


def _count_words(corpus: Corpus) -> Counter[tuple[str, str]]:
    """Count the respondents' words by word and wave."""
    return Counter(
        (word.casefold(), transcript.wave)
        for transcript in corpus.transcripts
        for turn in transcript.turns
        if turn.role == "respondent"
        for word in _WORD.findall(transcript.text[turn.start : turn.end])
    )


def _main_word(term: Term) -> str:
    """Return the word to which others are compared: the only one, or the longest of a phrase if it is long enough."""
    words: list[str] = sorted(_WORD.findall(term.text.casefold()), key=len) if term.kind != "regex" else []
    if not words or (term.kind in ("phrase", "near") and len(words[-1]) < MIN_PHRASE_WORD):
        return ""
    return words[-1]


def _find_candidates(
    counts: Counter[tuple[str, str]], taken: set[str], terms: list[str], waves: Iterable[str]
) -> pd.DataFrame:
    """Return words that begin like a term, contain its stem, or differ by a slip, the most frequent first."""
    import pandas as pd

    waves = list(waves)
    rows = []
    for word in sorted({word for word, _ in counts} - taken):
        like = next((term for term in terms if _is_like(word, term)), "")
        if like:
            rows.append((word, like, *(counts[word, wave] for wave in waves)))
    table = pd.DataFrame(rows, columns=["word", "like", *waves])
    table["total"] = table[waves].sum(axis=1)
    return table.sort_values(["total", "word"], ascending=[False, True]).head(MAX_CANDIDATES).reset_index(drop=True)


def _is_like(word: str, term: str) -> bool:
    stem = _stem(term)
    if len(stem) >= MIN_STEM and (word.startswith(stem) or (len(stem) > MIN_STEM and stem in word)):
        return True
    if len(term) <= MIN_STEM or word[0] != term[0] or abs(len(word) - len(term)) > 1:
        return False
    return SequenceMatcher(None, word, term, autojunk=False).ratio() >= ONE_SLIP


def _lines(table: pd.DataFrame, say: Wording) -> str:
    """Return a table as lines of text with aligned columns."""
    ours = {
        name: say(f"codebook_column_{name}") for name in ("term", "said", "word", "like", "beside", "speakers", "total")
    }
    rows = [
        [ours.get(name, name) for name in table.columns],
        *([one_line(str(cell)) for cell in row] for row in table.itertuples(index=False)),
    ]
    return "\n".join(in_columns(rows))


def _stem(word: str) -> str:
    """Return, roughly, the beginning shared by inflected and derived forms."""
    for ending in ("ingen", "ing", "eren", "en", "tion", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= MIN_STEM:
            return word[: -len(ending)]
    return word
