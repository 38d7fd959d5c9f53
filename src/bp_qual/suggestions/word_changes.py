"""Words that changed between two waves, whatever the codebook knows: the same persons, then and later.

Each word is compared as a code is (`compare.group`): rates of the persons, who is up and down, and what chance alone
could have done, corrected for all words that were looked at. Nothing is coded by it.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.codebook import Codebook
from bp_qual.compare.choices import Choices, choose_waves
from bp_qual.compare.codes_table import codes_table
from bp_qual.compare.group import Group, mean_of, test_group
from bp_qual.compare.households import households_of
from bp_qual.compare.inclusion import Inclusion, who_is_compared
from bp_qual.compare.sameness import find_changes
from bp_qual.display import escape
from bp_qual.panel import count_codes
from bp_qual.panel.rates import Rates, measure_rates
from bp_qual.quotes import Quotes, find_quotes
from bp_qual.suggestions.guide_words import words_of_guide
from bp_qual.suggestions.said_places import find_said
from bp_qual.suggestions.spoken_words import SpokenWords, list_spoken_words
from bp_qual.suggestions.word_counts import asked_rates, coded_shares, count_by_person, rates_of, said_by
from bp_qual.suggestions.word_summary import summarise_words
from bp_qual.suggestions.written_words import WrittenWords
from bp_qual.transcripts import Corpus
from bp_qual.wording import choose_language
from bp_qual.wording.guesses import did_you_mean

if TYPE_CHECKING:
    import pandas as pd

WORD_COLUMNS = (
    "word", "kind", "forms", "persons", "said_before", "said_after", "up", "down", "same", "count_before",
    "count_after", "largest_share", "rate_before", "rate_after", "difference", "difference_low", "difference_high",
    "ratio", "ratio_low", "ratio_high", "p", "p_adjusted", "verdict", "asked_before", "asked_after", "in_guide",
    "in_codebook",
)  # fmt: skip
GROUP_COLUMNS = ("word", "group", "persons", "up", "down", "rate_before", "rate_after", "difference")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WordChanges:
    """What `compare_words` found: a table with a row for each word, the passages behind it, and who was compared.

    Attributes
    ----------
    before, after : str
        The two waves.
    table : DataFrame
        One row a word (`WORD_COLUMNS`): clear and uncertain ones first, then by how many more went one way.
        ``said_before`` counts the persons compared who said it, ``largest_share`` is the share of all its uses that is
        of one person, ``asked_before`` how often interviewers said it per 1,000 of their own words, ``in_codebook`` the
        share of its uses that lie in a coding.
    persons : tuple of str
        Who was compared.
    everybody : tuple of str
        Everybody of the study.
    """

    before: str
    after: str
    table: pd.DataFrame
    persons: tuple[str, ...]
    everybody: tuple[str, ...]
    language: str
    rates: Rates
    spoken: SpokenWords
    said: SpokenWords
    corpus: Corpus

    def find_said(self, word: str) -> pd.DataFrame:
        """Return each time that respondents said a word or phrase, whether or not it is in the table.

        Empty where nobody said it.
        """
        return find_said(word, self.said, self.corpus)

    def quotes(
        self, word: str, *, person: str | None = None, wave: str | int | None = None, context: int = 1
    ) -> Quotes:
        """Return every passage in which respondents said a word or phrase; `to_kwic` shows them below each other.

        Parameters
        ----------
        word : str
            A word of the table, in all its forms, or any other as it was said.
        person, wave : str, optional
            Only from this person or wave.
        context : int
            How many more sentences on either side.

        Returns
        -------
        Quotes

        Raises
        ------
        ValueError
            For a word that no respondent said.
        """
        places = self.find_said(word)
        if places.empty:
            raise ValueError(f"no respondent said {word!r}. {did_you_mean(word, self.said.words).say('en')}".strip())
        return find_quotes(
            places, person=person, wave=wave, corpus=self.corpus, context=context, language=self.language
        )

    def by_group(self, attributes: pd.DataFrame, column: str) -> pd.DataFrame:
        """Return how each word changed among the persons of each kind.

        Parameters
        ----------
        attributes : DataFrame
            person and columns that divide persons, as in persons.csv.
        column : str
            By which column.

        Returns
        -------
        DataFrame
            `GROUP_COLUMNS`: one row a word and kind, in the order of the table; no test, the groups are small.

        Raises
        ------
        ValueError
            Where there is no such column.
        """
        import pandas as pd

        if column not in attributes or "person" not in attributes:
            raise ValueError(f"there is no column {column!r}; there is {', '.join(attributes.columns)}")
        kinds = dict(zip(attributes["person"].astype(str), attributes[column].astype(str), strict=True))
        changes = find_changes(self.rates)
        words = {word: number for number, word in enumerate(self.rates.codes)}
        order = np.array([words[word] for word in self.table["word"]], dtype=np.int64)
        tables = []
        for kind in sorted({kinds.get(person, "") for person in self.persons} - {""}):
            own = np.array([name in self.persons and kinds.get(name) == kind for name in self.rates.persons])
            before, after = (self.rates.rates[own, wave][:, order] for wave in (0, 1))
            moved = changes[own][:, order]
            tables.append(pd.DataFrame({
                "word": self.table["word"], "group": kind, "persons": int(own.sum()), "up": (moved > 0).sum(axis=0),
                "down": (moved < 0).sum(axis=0), "rate_before": mean_of(before), "rate_after": mean_of(after),
                "difference": mean_of(after - before),
            }))  # fmt: skip
        if not tables:
            return pd.DataFrame(columns=list(GROUP_COLUMNS))
        return pd.concat(tables).sort_index(kind="stable").reset_index(drop=True)

    def to_text(self, language: str | None = None, *, most: int = 15) -> str:
        """Return the words that changed most, up and down, as the command line prints them."""
        compared = (len(self.persons), len(self.everybody))
        spoken = choose_language(language, self.language)
        return summarise_words(self.table, (self.before, self.after), compared, language=spoken, most=most)

    def __repr__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        return f"<pre>{escape(repr(self))}</pre>"


def compare_words(
    corpus: Corpus,
    *,
    before: str | int | None = None,
    after: str | int | None = None,
    phrases: bool = True,
    stop_words: Collection[str] | None = None,
    guide: str = "",
    codings: pd.DataFrame | None = None,
    fewest_persons: int | None = None,
    fewest: int = 5,
    floor: int = 300,
    groups: pd.DataFrame | None = None,
    draws: int = 9999,
    seed: int = 1,
    level: float = 0.95,
    language: str | None = None,
) -> WordChanges:
    """Compare the words of two waves, without a codebook, with persons as units.

    Parameters
    ----------
    corpus : Corpus
        The interviews.
    before, after : str or int, optional
        The waves; the first and the last if not given.
    phrases : bool
        Also phrases of two and three words.
    stop_words : collection of str, optional
        Words to leave out; those that spaCy lists for the language if not given.
    guide : str
        The text of a topic guide: ``in_guide`` tells which words and phrases stand in it.
    codings : DataFrame, optional
        A table of codings: ``in_codebook`` tells which share of the uses of a word lies in one.
    fewest_persons, fewest : int
        Words that fewer of the persons compared said, or that they said less often, are not looked at. By default one
        person in eight, and at least three.
    floor : int
        Who has fewer words than this in a wave is not compared.
    groups : DataFrame, optional
        Attributes of persons; who shares a household counts as one in the tests.
    draws, seed : int
        Number of random permutations and their seed, where not every arrangement is counted.
    level : float
        Confidence level of the intervals.
    language : str, optional
        In which it is said; that of the interviews if not given.

    Returns
    -------
    WordChanges
        The table, and the passages behind each row.

    Raises
    ------
    ValueError
        For a wave that the corpus does not have, or a setting that makes no sense.

    Notes
    -----
    p is of a sign-flip test over persons, corrected by step-down maxT for all words together, so that one talkative
    person makes no word, and a thousand words make no chance finding.

    References
    ----------
    Westfall and Young (1993), Resampling-Based Multiple Testing.

    Examples
    --------
    >>> from bp_qual.transcripts import Transcript, Turn
    >>> said = {"1": "Toen deden wij dat zonder geld. ", "2": "Nu is er een netwerk voor de buurt. "}
    >>> persons = tuple(f"P{n}" for n in range(1, 8))
    >>> def talk(person, wave):
    ...     text = said[wave] * 60
    ...     turns = (Turn(0, "R", "respondent", 0, len(text), person),)
    ...     return Transcript(f"{person}_{wave}", (person,), wave, text, turns, "nl")
    >>> talks = tuple(talk(person, wave) for person in persons for wave in said)
    >>> words = compare_words(Corpus(talks, persons, ("1", "2")), phrases=False)
    >>> words.table[["word", "said_before", "said_after", "p_adjusted"]].head(3)
          word  said_before  said_after  p_adjusted
    0     geld            7           0    0.015625
    1    buurt            0           7    0.015625
    2  netwerk            0           7    0.015625
    """
    if fewest < 1 or (fewest_persons is not None and fewest_persons < 1):
        raise ValueError("fewest_persons and fewest are numbers of 1 or more")
    panel = count_codes(_no_codings(), corpus, Codebook("words", "1", language or "", ()))
    choices = Choices(*choose_waves(panel, before, after), floor=floor, draws=draws, seed=seed, level=level)
    plain = measure_rates(panel, choices.waves)
    who = who_is_compared(panel, plain, floor)
    said = list_spoken_words(corpus, stops=stop_words, phrases=phrases, fewest=fewest)
    rows = [corpus.persons.index(person) for person in plain.persons]
    mentions = count_by_person(said, corpus, choices.waves)[rows]
    own = mentions[who.compared].sum(axis=1)
    enough = fewest_persons or max(3, math.ceil(len(own) / 8))
    kept = np.flatnonzero(((own > 0).sum(axis=0) >= enough) & (own.sum(axis=0) >= fewest))
    spoken, mentions = said.only(kept), mentions[:, :, kept]
    compared = said_by(spoken, corpus, who.names, choices.waves)
    written = WrittenWords(compared, corpus)
    rates = rates_of(plain, mentions, tuple(written.names.values()))
    group = test_group(rates, who, choices, households_of(panel, who.names, choices.waves, groups))
    table = _table(group, choices, rates, who, spoken, corpus)
    table["forms"] = [*map(written.forms, spoken.words)]
    marks = words_of_guide(guide, spoken) if guide else None
    table["in_guide"] = [None if marks is None else word in marks for word in spoken.words]
    table["in_codebook"] = np.nan if codings is None else coded_shares(compared, corpus, codings)
    table = _in_order(table[list(WORD_COLUMNS)])
    told = choose_language(language, panel.language or corpus.transcripts[0].language if corpus.transcripts else "en")
    return WordChanges(
        *choices.waves, table, who.names, who.persons, told, rates, spoken, said, corpus,
    )  # fmt: skip


def _no_codings() -> pd.DataFrame:
    import pandas as pd

    from bp_qual.coding import CODING_COLUMNS

    return pd.DataFrame({name: pd.array([], dtype="str") for name in CODING_COLUMNS})


def _table(
    group: Group, choices: Choices, rates: Rates, who: Inclusion, spoken: SpokenWords, corpus: Corpus
) -> pd.DataFrame:
    """Return the columns that come of counting and testing."""
    table = codes_table(group, (), choices).drop(columns="note").rename(columns={"code": "word"})
    own = rates.mentions[who.compared]
    total = own.sum(axis=(0, 1))
    most = own.sum(axis=1).max(axis=0, initial=0.0)
    table["kind"] = np.where(spoken.phrase, "phrase", "word")
    for place, name in enumerate(("before", "after")):
        table[f"said_{name}"] = (own[:, place] > 0).sum(axis=0)
        table[f"count_{name}"] = own[:, place].sum(axis=0).astype(int)
        table[f"asked_{name}"] = asked_rates(spoken, corpus, choices.waves[place])
    table["largest_share"] = np.divide(most, total, out=np.zeros_like(total), where=total > 0)
    return table


def _in_order(table: pd.DataFrame) -> pd.DataFrame:
    """Put first what is clear, then uncertain, then what more persons did one way than the other."""
    rank = table["verdict"].map({"clear": 0, "uncertain": 1}).fillna(2)
    one_way, size = -(table["up"] - table["down"]).abs(), -table["difference"].abs()
    keys = table.assign(rank=rank, one_way=one_way, size=size)
    order = keys.sort_values(["rank", "one_way", "size", "word"], kind="stable").index
    return table.loc[order].reset_index(drop=True)
