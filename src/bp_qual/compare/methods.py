"""The methods paragraph: what was done, in words fit for a paper, made from the settings that were really used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.compare.choices import FEWEST_CHANGED
from bp_qual.compare.correction import CORRECTED_BY, PER
from bp_qual.compare.origins import say_origins
from bp_qual.compare.persons import DRAWS, LABEL_WORDS
from bp_qual.compare.recounts import RECOUNTS
from bp_qual.compare.talk_blocks import BLOCK_WORDS, FEWEST_BLOCKS
from bp_qual.compare.who_coded import say_who_coded
from bp_qual.extras import installed_version
from bp_qual.statistics.permutation import EXACT_PAIRS
from bp_qual.validation.accuracy import measure_accuracy
from bp_qual.validation.corrected_change import TOO_FEW
from bp_qual.validation.paragraph import describe_validation
from bp_qual.wording import CORRECTIONS, MEASURES, TESTS, Wording
from bp_qual.wording.method_texts import METHODS, SAME_UNITS
from bp_qual.wording.significance import REFERENCES

if TYPE_CHECKING:
    from bp_qual.compare.comparison_tables import ComparisonTables


def describe_methods(comparison: ComparisonTables, language: str = "en") -> str:
    """Return the methods of a comparison as a paragraph with references, in English (`en`) or Dutch (`nl`).

    >>> describe_methods(comparison, "nl").split(". ")[1]
    'Van 3 personen zijn er 2 zowel in 2010 als in 2020 geïnterviewd'
    """
    say = Wording(language)
    facts = {**_facts(comparison, say), **_facts_of_tests(comparison, say)}
    test = TESTS[comparison.choices.test]
    exact = test.exact[0] and comparison.compared <= EXACT_PAIRS
    sentences = {**METHODS, "test": test.exact if exact else test.method}
    said = " ".join(say.fill(sentences[kind], **facts) for kind in _kinds(comparison, facts))
    said = f"{say_estimand(comparison, say)} {said}".strip()
    references = [text for name, text in REFERENCES.items() if name in said]
    judged, _, more = _validation(comparison, language).partition("\n\n")
    return "\n".join([f"{said} {judged}".strip(), "", *references, *more.splitlines()])


def _validation(comparison: ComparisonTables, language: str) -> str:
    """Say how the coding was judged and what was corrected, where a sample was coded."""
    correction, source = comparison.correction, comparison.panel.source
    if correction is None or source is None or comparison.codings is None:
        return ""
    known = correction.table.loc[correction.known, "code"].tolist()
    codes = known or str(correction.sample.units["codes"].iloc[0]).split()
    accuracy = measure_accuracy(correction.labelled, comparison.codings, source.corpus, codes=codes)
    sought = correction.table[correction.table["code"].isin(correction.labelled.codes)]
    refused = sought["note"].replace("", TOO_FEW)
    change = sought.assign(note=np.where(sought["change"].isna(), refused, ""))
    per, _ = PER[comparison.choices.measure]
    return describe_validation(correction.sample, correction.labelled, accuracy, change, per=per, language=language)


def say_estimand(comparison: ComparisonTables, say: Wording) -> str:
    """Return in one sentence what is estimated, and of whom it speaks; empty where nobody is compared.

    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": p, "wave": w, "words": 2000} for p in ("P01", "P02") for w in ("2010", "2020")]
    >>> sentence = say_estimand(compare_waves(make_panel([], words, codes=["a"])), Wording("en"))
    >>> print(sentence.split(", in 2010")[0])
    What is estimated, for each theme, is the mean over these 2 persons of mentions per 1,000 words of the respondent
    """
    if not comparison.compared:
        return ""
    facts = _facts(comparison, say)
    where = say.fill(METHODS[_where(comparison)], **facts)
    kind = "estimand, one person" if comparison.compared == 1 else "estimand"
    return say.fill(METHODS[kind], **facts, where=where)


def _where(comparison: ComparisonTables) -> str:
    """Name the text that says in what the themes were found, and by whom."""
    source = comparison.panel.source
    if source is None:
        return "where, counts"
    count = source.combined.count if source.combined else "machine"
    return "where, transcripts" if count == "machine" else f"where, {count}"


def _kinds(comparison: ComparisonTables, facts: Mapping[str, object]) -> Iterator[str]:
    """Say what applies, in order."""
    choices, status, source = comparison.choices, comparison.attrition["status"], comparison.panel.source
    both = comparison.compared + int(status.isin(["too little text", "not coded"]).sum())
    tested = comparison.tested
    combined = source.combined if source else None
    count, together = (combined.count, bool(combined.together)) if combined else ("", False)
    planned = [code for code in choices.plan if code in comparison.with_p]
    fixed = () if comparison.correction is None else comparison.correction.codes
    applies = {
        "persons": both != 1 and len(comparison.panel.persons) > 1,
        "persons, one": both == 1 and len(comparison.panel.persons) > 1,
        "short": (status == "too little text").any(),
        "uncoded": (status == "not coded").any(),
        "coded for some": bool((comparison.group.persons < comparison.compared).any()),
        "one wave": status.isin(["dropout", "entrant", "missed a wave"]).any(),
        "automatic": source is not None and source.automatic and comparison.correction is None,
        "automatic, sampled": comparison.correction is not None,
        "checked": source is not None and not source.automatic and source.reviewed is None,
        "reviewed": count == "reviewed" and not together,
        "reviewed, several": count == "reviewed" and together,
        "by hand": count == "human" and not together,
        "by hand, several": count == "human" and together,
        "who coded": together,
        "proposed": combined is not None and bool(combined.proposed),
        "imported": combined is not None and bool(combined.imports),
        "negated": not choices.negated,
        "prompted": not choices.prompted,
        "measure": True,
        "same": comparison.compared > 0 and choices.measure in SAME_UNITS,
        "test": tested > 0,
        "fewest": tested > 0,
        "none tested": tested == 0 and comparison.compared > 1,
        "households": any(len(members) > 1 for members in comparison.households),
        "ratio": comparison.compared > 1,
        "corrected, unplanned": not choices.plan and tested > 1 and not fixed,
        "one tested": not choices.plan and tested == 1,
        "planned": bool(choices.plan),
        "planned, untested": len(planned) < len(choices.plan),
        "corrected, planned": len(planned) > 1 and not set(fixed) & set(planned),
        "one planned": len(planned) == 1,
        "sampled, unplanned": not choices.plan and tested > 1 and bool(fixed),
        "sampled, planned": len(planned) > 1 and bool(set(fixed) & set(planned)),
        "exploratory": bool(choices.plan) and tested > len(planned),
        "margin": np.isfinite(comparison.group.equivalence.low).any(),
        "trend": comparison.trend[["p", "bend_p"]].notna().any(axis=None),
        "groups": comparison.groups["p"].notna().any(),
        "profile": comparison.profile.loc[comparison.profile["person"] == "", "p"].notna().any(),
        "pairs": facts["pairs"] != 0,
        "recounts": facts["ways"] != "",
        "asked": bool(choices.asked),
        "blocks": source is not None,
        "rule of thumb": source is None,
        "version": True,
    }
    return (kind for kind, yes in applies.items() if yes)


def _facts_of_tests(comparison: ComparisonTables, say: Wording) -> dict[str, object]:
    """Return what is said of pairs and recounts, which take long to count: the estimand needs neither."""
    recounted = set(comparison.recounts.dropna(subset="p")["counted"])
    return {
        "ways": say.listed(say(f"recount_{name}") for name in RECOUNTS if name in recounted),
        "pairs": int(comparison.pairs["p"].notna().sum()), "pair_draws": min(comparison.choices.draws, DRAWS),
    }  # fmt: skip


def _facts(comparison: ComparisonTables, say: Wording) -> dict[str, object]:
    choices, status, panel = comparison.choices, comparison.attrition["status"], comparison.panel
    short, uncoded = (int((status == name).sum()) for name in ("too little text", "not coded"))
    book = panel.source.codebook if panel.source else None
    done = panel.source.reviewed if panel.source else None
    combined = panel.source.combined if panel.source else None
    return {
        "origins": "; ".join(say_origins(combined.imports if combined else (), say)),
        "coders": combined.coders if combined else (), "several": len(combined.coders) if combined else 0,
        "how": say(f"coded_how_{combined.together}") if combined and combined.together else "",
        "who_coded": " ".join(say_who_coded(comparison, say)),
        "proposed": " ".join(remark.say(say.language) for remark in (combined.proposed if combined else ())),
        **({} if done is None else {f"done_{name}": getattr(done, name) for name in done.__slots__}),
        "before": choices.before, "after": choices.after, "floor": choices.floor, "seed": choices.seed,
        "exact_pairs": EXACT_PAIRS, "fewest_changed": FEWEST_CHANGED, "tested": comparison.tested,
        "persons": len(panel.persons), "compared": comparison.compared, "short": short, "uncoded": uncoded,
        "both": comparison.compared + short + uncoded, "fewest": min(comparison.group.persons.tolist(), default=0),
        "codes": len(panel.codes),
        "codebook": f"{book.name} {book.version}" if book else "", "level": choices.level,
        "measure_name": say.fill(MEASURES[choices.measure].method),
        "method": say.fill(CORRECTIONS[choices.correction].name),
        "sampled_method": say.fill(CORRECTIONS[CORRECTED_BY].name), "planned": ", ".join(choices.plan),
        "untested": ", ".join(code for code in choices.plan if code not in comparison.with_p),
        "unit": say.fill(SAME_UNITS.get(choices.measure, ("", ""))), "margin": choices.margin,
        "waves": len(panel.waves),
        "draws": choices.draws, "person_draws": DRAWS,
        "block_words": BLOCK_WORDS, "blocks": FEWEST_BLOCKS, "version": installed_version("bp_qual"),
        "label_words": LABEL_WORDS, "occasion": comparison.person_evidence.occasion,
    }  # fmt: skip
