"""The comparison: what changed between two waves, as a value that shows itself and leads back to the quotes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bp_qual.compare.comparison_tables import ComparisonTables
from bp_qual.compare.coverage import compared_codings
from bp_qual.compare.methods import describe_methods
from bp_qual.compare.missing import explain_missing
from bp_qual.compare.run_settings import record_settings
from bp_qual.compare.summary import summarise
from bp_qual.compare.tipping import say_tipping_point
from bp_qual.display import escape
from bp_qual.quotes import Quotes, find_quotes
from bp_qual.wording import choose_language


@dataclass(frozen=True, eq=False, repr=False)
class Comparison(ComparisonTables):
    """What changed between two waves, for the group and for each person.

    Every table, picture, quote and sentence is made from these attributes when it is asked for, and kept; so what was
    left out of one is left out of all.

    Attributes
    ----------
    panel : Panel
        What was compared.
    choices : Choices
        Everything that was decided: waves, measure, test, what is left out, plan, seed.
    rates : Rates
        Rates of every person in the two waves, measured as chosen.
    who : Inclusion
        Who is compared, and why others are not.
    attributes : DataFrame or None
        What is known of the persons, as given to `compare_waves` as ``groups``.
    language : str
        Language of its notes and its summary: `en` or `nl`.
    sample : JudgedSample or None
        What a person coded of a sample, by which the change is corrected.

    Notes
    -----
    The tables:

    codes
        One row for each code: code, persons, up, down, same, rate_before, rate_after, difference, difference_low,
        difference_high, ratio, ratio_low, ratio_high, p, p_adjusted, verdict, note. Only persons compared. With a
        sample that somebody coded also corrected, corrected_low, corrected_high, corrected_ratio and its limits,
        corrected_p, corrected_p_adjusted and error_of_codebook; the verdict is about these where they are known.
    persons
        One row for each person and code: person, code, mentions_before, mentions_after, rate_before, rate_after,
        difference, trajectory, verdict, note. Everybody who was interviewed in either wave.
    attrition
        One row for each person: person, status, words_before, words_after, note.
    effects, evidence, dropouts, dropouts_by, drift, groups, trend, paths, profile, pairs, interviewers, recounts,
    review
        Other tests and effect sizes for each code; how far each person's change can be shown; dropouts against
        completers; terms found in one wave only; groups of persons; trends and courses over all waves; how talk is
        divided over the codes; which codes are heard together; who interviewed; the change counted in ways that
        answer a doubt about the design; how much a person reviewed. Empty where there is nothing to say.

    Examples
    --------
    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": p, "wave": w, "words": 1000} for p in ("P01", "P02") for w in ("2010", "2020")]
    >>> counts = [{"person": p, "wave": "2020", "code": "a", "mentions": 4} for p in ("P01", "P02")]
    >>> compare_waves(make_panel(counts, words)).codes[["code", "up", "down"]].to_dict("records")
    [{'code': 'a', 'up': 2, 'down': 0}]
    """

    @cached_property
    def settings(self) -> dict[str, object]:
        """Everything that was chosen and what followed from it, for the record of a run."""
        return record_settings(self)

    def quotes(self, code: str, person: str | None = None) -> Quotes:
        """Return the passages behind the numbers of a code, in both waves.

        Parameters
        ----------
        code : str
            Which code.
        person : str, optional
            Of this person, compared or not; of the persons compared if not given, so that the quotes are those that
            the numbers of the code are made of.

        Raises
        ------
        ValueError
            Where the counts came from elsewhere, so that there are no passages.

        Examples
        --------
        >>> from bp_qual.compare import compare_waves
        >>> from bp_qual.panel import count_codes
        >>> compare_waves(count_codes(codings, corpus, codebook), floor=1).quotes("money")
        2 quotes
          P01 · 2010 · turn 1  There was never enough. [Money] worried me.
          P01 · 2020 · turn 1  I have no [money]. My neighbours help me.  (negated: no)
        """
        if self.panel.source is None or self.codings is None:
            raise ValueError("these counts came without codings, so there are no quotes to show")
        if person is None:
            rows = compared_codings(self.panel, self.codings, self.who, self.choices)
        else:
            rows = self.codings[self.codings["wave"].isin(self.choices.waves)]
        return find_quotes(rows, code=code, person=person, corpus=self.panel.source.corpus, language=self.language)

    def explain_missing(self, code: str) -> str:
        """Say in words why a number of a code is missing, or that none is.

        >>> print(comparison.explain_missing("money"))
        ratio: only in 2010, and nothing can be divided by zero.
        p: too few for a test (1 changed; 6 needed). With 1 changed person no p can be below 1.00.
        """
        return explain_missing(self, code)

    def tipping_point(self, code: str) -> str:
        """Say how unequal the recall of the coding in the two waves would have to be for a code's change to vanish.

        >>> print(comparison.tipping_point("contact").split(". ")[-1])
        It would disappear, for instance, with a recall of .03 in 2010 and .85 in 2020.
        """
        return say_tipping_point(self, code)

    def methods(self, language: str | None = None) -> str:
        """Return what was done as a paragraph with references for a paper, in its own language or another.

        >>> comparison.methods().split(". ")[1]
        'Of 3 persons, 2 were interviewed in both 2010 and 2020'
        """
        return describe_methods(self, choose_language(language, self.language))

    def summary(self, title: str = "", *, language: str | None = None) -> str:
        """Return the comparison in a few lines of plain text, in its own language or another.

        >>> print(comparison.summary("Neighbours"))
        Neighbours, 2010 to 2020          2 codes
        2 of 3 persons were interviewed in both waves · 1 dropout · 5 interviews · 10,000 respondent words
        <BLANKLINE>
        What changed for these 2 (mentions per 1,000 of their words)
          contact  0.50 -> 16  x 31  (at least 0.15)  1 up, 0 down, 1 same  too few for a test (1 changed; 6 needed)
          money    0.75 -> 0         (at most 10)     0 up, 1 down, 1 same  too few for a test (1 changed; 6 needed)
        <BLANKLINE>
        P03: interviewed in one of the two waves only, so not compared.
        With 2 persons compared no test is possible (6 who changed are needed): read this as description.
        1 of 3 person-by-code changes are clear; chance alone could give 1.
        """
        return summarise(self if language is None else self.in_language(language), title)

    def __repr__(self) -> str:
        return self.summary()

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.summary())}</pre>"
