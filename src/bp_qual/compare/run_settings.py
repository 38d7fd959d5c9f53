"""What was chosen for a comparison and what followed from it, as the record of a run has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.compare.choices import FEWEST_CHANGED
from bp_qual.compare.correction import CORRECTED_BY
from bp_qual.compare.origins import record_origins
from bp_qual.compare.person_groups import names_of
from bp_qual.compare.who_coded import find_who_coded
from bp_qual.statistics.permutation import EXACT_PAIRS
from bp_qual.wording import MEASURES, TESTS

if TYPE_CHECKING:
    from bp_qual.compare.comparison_tables import ComparisonTables


def record_settings(comparison: ComparisonTables) -> dict[str, object]:
    """Return every setting by name; in English, because the record is read by programs and by other researchers.

    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": "P01", "wave": wave, "words": 2000} for wave in ("2010", "2020")]
    >>> settings = record_settings(compare_waves(make_panel([], words, codes=["a"])))
    >>> settings["unit"], settings["compared"], settings["tested"]
    ('mentions per 1,000 of their words', 1, 0)
    """
    choices = comparison.choices
    source = comparison.panel.source
    combined, done = (source.combined, source.reviewed) if source else (None, None)
    counted: dict[str, object] = {} if combined is None else {"count": combined.count, "coder": combined.coder}
    if (who := find_who_coded(comparison)) is not None:
        counted |= {
            "together": who.together, "coded_by_several": list(who.double),
            "passages_settled": who.settled,
            "interviews_by_coder": {
                coder: [f"{wave}: {n}" for wave, n in waves.items()] for coder, waves in who.interviews.items()
            },
            "coders_differ_between_waves": list(who.across),
        }  # fmt: skip
    if combined is not None and combined.imports:
        counted["imported"] = record_origins(combined.imports)
    if combined is not None and combined.proposed:
        counted["proposed"] = [remark.say("en") for remark in combined.proposed]
    if done is not None:
        counted["reviewed"] = f"{done.interviews}/{done.of}"
    return {
        "before": choices.before, "after": choices.after, "measure": choices.measure,
        "unit": MEASURES[choices.measure].heading[0], "negated": choices.negated, "prompted": choices.prompted,
        "floor": choices.floor, "compared": comparison.compared, "tested": comparison.tested, "test": choices.test,
        "test_name": TESTS[choices.test].name[0],
        "exact_pairs": EXACT_PAIRS, "draws": choices.draws, "seed": choices.seed,
        "correction": choices.correction, "correction_beside_plan": "Benjamini-Hochberg" if choices.plan else "",
        "plan": list(choices.plan), "asked": {code: list(waves) for code, waves in choices.asked.items()},
        "groups": list(names_of(comparison.attributes)), "fewest_changed": FEWEST_CHANGED, "level": choices.level,
        "margin": choices.margin or "", **counted, **_corrected(comparison),
    }  # fmt: skip


def _corrected(comparison: ComparisonTables) -> dict[str, object]:
    """Say by which sample the change is corrected, if it is, and of which codes."""
    correction = comparison.correction
    if correction is None:
        return {}
    labelled = correction.labelled
    return {
        "sample": correction.sample.name, "sample_coder": correction.sample.coder,
        "sample_judged": f"{labelled.judged}/{labelled.drawn}", "corrected_codes": list(correction.codes),
        "correction_of_corrected": CORRECTED_BY,
    }  # fmt: skip
