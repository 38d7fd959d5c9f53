"""The comparison: what changed between two waves, as a value that shows itself and leads back to the quotes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bp_qual.compare.methods import describe_methods
from bp_qual.compare.summary import explain_missing, say_tipping, summarise
from bp_qual.display import escape
from bp_qual.panel import Panel
from bp_qual.quotes import Quotes, find_quotes
from bp_qual.wording.remarks import Remark

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Comparison:
    """What changed between two waves, for the group and for each person.

    Attributes
    ----------
    codes : DataFrame
        One row for each code: code, persons, up, down, same, rate_before, rate_after, difference, difference_low,
        difference_high, ratio, ratio_low, ratio_high, p, p_adjusted, note. Only persons compared in both waves.
    persons : DataFrame
        One row for each person and code: person, code, mentions_before, mentions_after, rate_before, rate_after,
        difference, trajectory, note. Everybody who was interviewed in either wave.
    attrition : DataFrame
        One row for each person: person, status, words_before, words_after, note.
    effects, evidence, leavers, leavers_by, drift, groups, trend, paths, profile, pairs : DataFrame
        What stands beside them: other tests and effect sizes for each code; how far each person's change can be shown;
        leavers against stayers; terms found in one wave only; kinds of persons; trends and courses over all waves; how
        talk is divided over the codes; which codes are heard together. Empty where there is nothing to say.
    before, after : str
        The two waves.
    settings : mapping of str to object
        Everything that was chosen, and what followed from it.
    warnings : tuple of Remark
        What deserves a look; `str()` of each is a sentence.
    remarks : tuple of Remark
        What stands beside a single code; the notes of `codes` are made of them.
    panel : Panel
        What was compared.

    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": p, "wave": w, "words": 1000} for p in ("P01", "P02") for w in ("2010", "2020")]
    >>> counts = [{"person": p, "wave": "2020", "code": "a", "mentions": 4} for p in ("P01", "P02")]
    >>> compare_waves(make_panel(counts, words)).codes[["code", "up", "down"]].to_dict("records")
    [{'code': 'a', 'up': 2, 'down': 0}]
    """

    codes: pd.DataFrame
    persons: pd.DataFrame
    attrition: pd.DataFrame
    effects: pd.DataFrame
    evidence: pd.DataFrame
    leavers: pd.DataFrame
    leavers_by: pd.DataFrame
    drift: pd.DataFrame
    groups: pd.DataFrame
    trend: pd.DataFrame
    paths: pd.DataFrame
    profile: pd.DataFrame
    pairs: pd.DataFrame
    before: str
    after: str
    settings: Mapping[str, object]
    warnings: tuple[Remark, ...]
    remarks: tuple[Remark, ...]
    panel: Panel

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """All tables that say something, by name.

        >>> from bp_qual.compare import compare_waves
        >>> from bp_qual.panel import make_panel
        >>> words = [{"person": "P01", "wave": wave, "words": 2000} for wave in ("2010", "2020")]
        >>> sorted(compare_waves(make_panel([], words, codes=["a"])).tables)
        ['attrition', 'codes', 'effects', 'evidence', 'persons']
        """
        names = (
            *("codes", "persons", "attrition", "effects", "evidence", "leavers", "leavers_by", "drift"),
            *("groups", "trend", "paths", "profile", "pairs"),
        )
        return {name: getattr(self, name) for name in names if len(getattr(self, name))}

    def quotes(self, code: str, person: str | None = None) -> Quotes:
        """Return the passages behind the numbers of a code, in both waves.

        Raises
        ------
        ValueError
            Where the counts came from elsewhere, so that there are no passages.

        >>> from bp_qual.compare import compare_waves
        >>> from bp_qual.panel import make_panel
        >>> words = [{"person": p, "wave": w, "words": 1000} for p in ("P01", "P02") for w in ("2010", "2020")]
        >>> counts = [{"person": p, "wave": "2020", "code": "a", "mentions": 4} for p in ("P01", "P02")]
        >>> compare_waves(make_panel(counts, words)).quotes("a")
        Traceback (most recent call last):
        ValueError: these counts came without codings, so there are no quotes to show
        """
        if self.panel.codings is None:
            raise ValueError("these counts came without codings, so there are no quotes to show")
        rows = self.panel.codings[self.panel.codings["wave"].isin([self.before, self.after])]
        return find_quotes(
            rows,
            code=code,
            person=person,
            negated=None if self.settings["negated"] else False,
            prompted=None if self.settings["prompted"] else False,
            corpus=self.panel.corpus,
        )

    def why_not(self, code: str) -> str:
        """Say in words why a number of a code is missing, or that none is.

        >>> from bp_qual.compare import compare_waves
        >>> from bp_qual.panel import make_panel
        >>> words = [{"person": "P01", "wave": wave, "words": 2000} for wave in ("2010", "2020")]
        >>> change = compare_waves(make_panel([{"person": "P01", "wave": "2020", "code": "a", "mentions": 4}], words))
        >>> print(change.why_not("a"))
        ratio: only in 2020, and nothing can be divided by zero.
        difference_low, difference_high: an interval needs two persons or more; there is one.
        p: too few for a test (1 changed; 6 needed). With 1 changed person no p can be below 1.
        """
        return explain_missing(self, code)

    def tipping(self, code: str) -> str:
        """Say how unequally the automatic coding would have to work for a code's change to be none.

        >>> from bp_qual.compare import compare_waves
        >>> from bp_qual.panel import make_panel
        >>> words = [{"person": "P01", "wave": wave, "words": 1000} for wave in ("2010", "2020")]
        >>> counts = [{"person": "P01", "wave": w, "code": "a", "mentions": n} for w, n in (("2010", 8), ("2020", 6))]
        >>> print(compare_waves(make_panel(counts, words)).tipping("a"))
        The fall of a (x 0.75) would vanish if recall in 2020 were 0.75 of that in 2010 (say, .64 instead of .85).
        """
        return say_tipping(self, code)

    def methods(self, language: str = "en") -> str:
        """Return what was done as a paragraph with references for a paper, in English (`en`) or Dutch (`nl`).

        >>> from bp_qual.compare import compare_waves
        >>> from bp_qual.panel import make_panel
        >>> words = [{"person": p, "wave": w, "words": 1000} for p in ("P01", "P02") for w in ("2010", "2020")]
        >>> counts = [{"person": p, "wave": "2020", "code": "a", "mentions": 4} for p in ("P01", "P02")]
        >>> compare_waves(make_panel(counts, words)).methods().split(". ")[0]
        'Of 2 persons 2 were interviewed both in 2010 and in 2020'
        """
        return describe_methods(self, language)

    def summary(self, title: str = "") -> str:
        """Return the comparison in a few lines of plain text.

        >>> from bp_qual.compare import compare_waves
        >>> from bp_qual.panel import make_panel
        >>> words = [{"person": p, "wave": w, "words": 1000} for p in ("P01", "P02") for w in ("2010", "2020")]
        >>> counts = [{"person": p, "wave": "2020", "code": "a", "mentions": 4} for p in ("P01", "P02")]
        >>> print(compare_waves(make_panel(counts, words)).summary("Neighbours").splitlines()[0])
        Neighbours          1 code
        """
        return summarise(self, title)

    def __repr__(self) -> str:
        return self.summary()

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.summary())}</pre>"
