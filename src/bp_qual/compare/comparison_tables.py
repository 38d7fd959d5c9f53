"""What a comparison is made of, and every table that follows from it: made when asked for, and kept."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Self

from bp_qual.compare.choices import Choices, counted_codings
from bp_qual.compare.code_pairs import pairs_table, profile_table, remark_on_pairs
from bp_qual.compare.codes_table import codes_table, remarks_on_codes
from bp_qual.compare.correction import Correction, correct_group, decided_p, remarks_on_correction, why_uncorrected
from bp_qual.compare.coverage import compared_on, review_of, with_shares
from bp_qual.compare.drift import drift_remarks, drift_table
from bp_qual.compare.dropouts import dropouts_by_table, dropouts_table
from bp_qual.compare.effects import effects_table
from bp_qual.compare.group import Group, test_group
from bp_qual.compare.households import Households, households_of
from bp_qual.compare.inclusion import Inclusion, attrition_table, remarks_on_the_whole
from bp_qual.compare.interviewing import design_remarks, interviewers_table, told_at_once
from bp_qual.compare.person_groups import groups_table
from bp_qual.compare.persons import (
    Evidence,
    assess_persons,
    evidence_table,
    false_flags,
    log_shrunken,
    paths_table,
    persons_table,
)
from bp_qual.compare.recounts import Design, recounts_table
from bp_qual.compare.trends import trend_table
from bp_qual.panel import Panel
from bp_qual.panel.rates import Rates, count_mentions, measure_rates
from bp_qual.validation.judged_sample import JudgedSample
from bp_qual.wording import Remark, choose_language
from bp_qual.wording.remarks import with_notes

if TYPE_CHECKING:
    import pandas as pd

TABLES = (
    "codes", "persons", "attrition", "effects", "evidence", "dropouts", "dropouts_by", "drift", "groups", "trend",
    "paths", "profile", "pairs", "interviewers", "recounts", "review",
)  # fmt: skip
_WITHOUT_WORDS = (
    "design", "interviewers", "households", "group", "person_evidence", "shrunken", "all_waves", "codings",
    "correction",
)  # fmt: skip


@dataclass(frozen=True, eq=False, repr=False)
class ComparisonTables:
    """The choices, the rates and who is compared, with the tables and remarks that follow; `Comparison` describes them.

    >>> list(comparison.tables)
    ['codes', 'persons', 'attrition', 'effects', 'evidence', 'dropouts', 'profile', 'recounts']
    """

    panel: Panel
    choices: Choices
    rates: Rates
    who: Inclusion
    attributes: pd.DataFrame | None = None
    language: str = "en"
    sample: JudgedSample | None = None

    def in_language(self, language: str) -> Self:
        """Return the same comparison with its notes and its summary in another language.

        >>> comparison.in_language("nl").codes.loc[1, "note"].split(" · ")[-1]
        'alleen in 2010: geen verhouding'
        """
        if choose_language(language) == self.language:
            return self
        other = replace(self, language=language)
        other.__dict__.update({name: self.__dict__[name] for name in _WITHOUT_WORDS if name in self.__dict__})
        return other

    @property
    def before(self) -> str:
        """The earlier wave."""
        return self.choices.before

    @property
    def after(self) -> str:
        """The later wave."""
        return self.choices.after

    @property
    def compared(self) -> int:
        """How many persons are compared."""
        return len(self.who.names)

    @property
    def tested(self) -> int:
        """How many codes were tested."""
        return len(self.with_p)

    @property
    def with_p(self) -> frozenset[str]:
        """The codes that were tested: those with a p, as counted or corrected.

        >>> comparison.with_p
        frozenset()
        """
        rows = self.codes.to_dict("records")
        return frozenset(str(row["code"]) for row in rows if not math.isnan(decided_p(row)))

    @cached_property
    def group(self) -> Group:
        """The change of the persons compared, code by code, with its tests."""
        return test_group(self.rates, self.who, self.choices, self.households)

    @cached_property
    def correction(self) -> Correction | None:
        """The change of each code with the codebook's errors taken out; None where nobody coded a sample."""
        return correct_group(self.panel, self.codings, self.group, self.choices, self.households, self.sample)

    @property
    def uncorrected(self) -> Remark | None:
        """Why a sample that somebody coded corrects nothing here; None where it does, or there is none."""
        return why_uncorrected(self.panel, self.sample, self.choices)

    @cached_property
    def households(self) -> Households:
        """The persons compared, put together where they were interviewed together or live together."""
        return households_of(self.panel, self.who.names, self.choices.waves, self.attributes)

    @cached_property
    def person_evidence(self) -> Evidence:
        """How far each person's change can be shown."""
        return assess_persons(self.panel, self.rates, self.who, self.choices)

    @cached_property
    def shrunken(self) -> dict[tuple[str, str], float]:
        """The log change of each person compared on each code, drawn towards the group's: who changed most."""
        return log_shrunken(self.evidence)

    @cached_property
    def all_waves(self) -> Rates:
        """Rates in all waves of the panel, measured as chosen."""
        choices = self.choices
        if choices.waves == self.panel.waves:
            return self.rates
        kept = {"negated": choices.negated, "prompted": choices.prompted}
        return measure_rates(self.panel, self.panel.waves, measure=choices.measure, **kept)

    @property
    def drawn_waves(self) -> tuple[str, ...]:
        """The two waves and all that lie between them: what a picture of persons shows."""
        return self.choices.with_waves_between(self.panel.waves)

    def rates_of(self, person: str, code: str) -> tuple[float, ...]:
        """Return a person's rates of a code in the drawn waves, measured as chosen; NaN where not interviewed.

        >>> comparison.rates_of("P01", "contact")
        (0.0, 30.0)
        """
        row, column = self._rows[person], self._columns[code]
        ends = dict(zip(self.choices.waves, self.rates.rates[row, :, column].tolist(), strict=True))
        every = dict(zip(self.panel.waves, self.all_waves.rates[row, :, column].tolist(), strict=True))
        return tuple(ends.get(wave, every[wave]) for wave in self.drawn_waves)

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {person: row for row, person in enumerate(self.panel.persons)}

    @cached_property
    def _columns(self) -> dict[str, int]:
        return {code: column for column, code in enumerate(self.panel.codes)}

    def persons_on(self, code: str) -> tuple[str, ...]:
        """Return the persons who are compared on a code: those who were coded for it in both waves.

        >>> comparison.persons_on("contact")
        ('P01', 'P02')
        """
        coded = compared_on(self.rates, self.who)[:, self._columns[code]]
        return tuple(person for person, own in zip(self.who.names, coded, strict=True) if own)

    @cached_property
    def codings(self) -> pd.DataFrame | None:
        """The codings that were counted, of everybody and in all waves; None where counts came without codings.

        Rejected ones are not among them, nor negated or prompted ones where those were left out.
        """
        return counted_codings(self.panel, self.choices)

    @cached_property
    def counts(self) -> pd.DataFrame:
        """The counts of the panel, without the mentions that were left out; as many as `codings` has rows."""
        return count_mentions(self.panel, negated=self.choices.negated, prompted=self.choices.prompted)

    @cached_property
    def codes(self) -> pd.DataFrame:
        """What changed for the group, one row for each code."""
        table = codes_table(self.group, self._code_remarks, self.choices, self.panel.without_terms, self.correction)
        return with_notes(with_shares(table, self.review, self.choices), self.language)

    @cached_property
    def persons(self) -> pd.DataFrame:
        """What changed for each person, one row for each person and code."""
        return with_notes(persons_table(self.rates, self.who, self.person_evidence), self.language)

    @cached_property
    def attrition(self) -> pd.DataFrame:
        """Who is compared and who is not."""
        return with_notes(attrition_table(self.rates, self.who), self.language)

    @cached_property
    def effects(self) -> pd.DataFrame:
        """Other tests and effect sizes for each code."""
        return with_notes(effects_table(self.group, self.rates, self.choices), self.language)

    @cached_property
    def evidence(self) -> pd.DataFrame:
        """How far each person's change can be shown, as a table."""
        return with_notes(evidence_table(self.rates, self.who, self.person_evidence), self.language)

    @cached_property
    def dropouts(self) -> pd.DataFrame:
        """Dropouts against completers in the earlier wave."""
        return with_notes(dropouts_table(self.rates, self.who, self.choices), self.language)

    @cached_property
    def dropouts_by(self) -> pd.DataFrame:
        """Dropouts against completers by what is known of them."""
        return with_notes(dropouts_by_table(self.who, self.attributes, self.choices), self.language)

    @cached_property
    def drift(self) -> pd.DataFrame:
        """Terms found in one wave only."""
        return drift_table(self.panel, self.codings, self.who, self.choices)

    @cached_property
    def groups(self) -> pd.DataFrame:
        """The change of each group of persons."""
        table = groups_table(self.rates, self.who, self.attributes, self.choices, self.households)
        return with_notes(table, self.language)

    @cached_property
    def trend(self) -> pd.DataFrame:
        """The trend of every code over all waves; empty where there are two."""
        everybody = households_of(self.panel, self.panel.persons, self.panel.waves, self.attributes)
        return with_notes(trend_table(self.all_waves, self.choices, everybody), self.language)

    @cached_property
    def paths(self) -> pd.DataFrame:
        """Every person's course over all waves; empty where there are two."""
        return paths_table(self.all_waves)

    @cached_property
    def profile(self) -> pd.DataFrame:
        """How talk is divided over the codes."""
        table = profile_table(self.panel, self.rates, self.who, self.choices, self.households)
        return with_notes(table, self.language)

    @cached_property
    def pairs(self) -> pd.DataFrame:
        """Which codes are heard together."""
        return with_notes(pairs_table(self.panel, self.who, self.choices, self.households), self.language)

    @cached_property
    def interviewers(self) -> pd.DataFrame:
        """Who interviewed the persons compared in either wave, and how much they said themselves."""
        return interviewers_table(self.panel, self.who, self.choices)

    @cached_property
    def recounts(self) -> pd.DataFrame:
        """The same change in openings of equal length, weighed by words, with length allowed for, without drift."""
        design = Design(self.panel, self.rates, self.who, self.choices, self.households, self.drift)
        return with_notes(recounts_table(design), self.language)

    @cached_property
    def review(self) -> pd.DataFrame:
        """In how many interviews each code was coded by the person whose codings count, and what became of the hits."""
        return review_of(self.panel)

    @cached_property
    def design(self) -> tuple[Remark, ...]:
        """What the two waves differ in beside time: who asked, how much, how long; and who belongs together."""
        return tuple(design_remarks(self.panel, self.rates, self.who, self.choices, self.households))

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """All tables that say something, by name.

        >>> list(comparison.tables)
        ['codes', 'persons', 'attrition', 'effects', 'evidence', 'dropouts', 'profile', 'recounts']
        """
        return {name: getattr(self, name) for name in TABLES if len(getattr(self, name))}

    @cached_property
    def _code_remarks(self) -> tuple[Remark, ...]:
        corrected = tuple(remarks_on_correction(self.correction, self.choices))
        own = {remark.code for remark in corrected if not remark.kind.startswith("not corrected")}
        unfinished = bool(self.who.with_status("not coded").any())
        counted = remarks_on_codes(self.group, self.choices, self.panel.without_terms, unfinished=unfinished)
        return (*(remark for remark in counted if remark.kind != "stayed" or remark.code not in own), *corrected)

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        """What must be known beside a single code; the notes of `codes` are made of them."""
        return (*self._code_remarks, *drift_remarks(self.drift))

    @cached_property
    def warnings(self) -> tuple[Remark, ...]:
        """What deserves a look; `str()` of each is a sentence."""
        flags = false_flags(self.person_evidence)
        pairs = remark_on_pairs(self.panel, self.who, self.choices)
        some_corrected = self.correction is not None and bool(self.correction.known.any())
        on_the_whole = remarks_on_the_whole(
            self.rates, self.who, self.choices, len(self.households), some_corrected=some_corrected
        )
        return (*on_the_whole, *told_at_once(self.design), *filter(None, (flags, pairs)))
