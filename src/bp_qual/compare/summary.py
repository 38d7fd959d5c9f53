"""The summary: a comparison in a few lines that a tired researcher understands."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.compare.correction import decided_change, decided_p
from bp_qual.compare.origins import say_origins
from bp_qual.compare.tipping import describe_tipping
from bp_qual.compare.trends import strongest_bends, strongest_trends
from bp_qual.compare.who_coded import say_beside, say_counted
from bp_qual.display import in_columns, visible
from bp_qual.wording import MEASURES, Wording, explain_verdicts
from bp_qual.wording.remarks import say_all

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.compare.comparison_tables import ComparisonTables

_LINES, _DRIFTS, _TRENDS, _BENDS, _RECOUNTED = 12, 2, 3, 2, 2


def summarise(comparison: ComparisonTables, title: str = "") -> str:
    """Return a comparison in a few lines, in its language: who was compared, what changed, and what to check.

    >>> print(summarise(comparison, "Two neighbours"))
    Two neighbours, 2010 to 2020          2 codes
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
    say, compared = Wording(comparison.language), comparison.compared
    lines = [_heading(comparison, title, say), _who(comparison, compared, say), ""]
    if compared:
        unit = say.fill(MEASURES[comparison.choices.measure].heading)
        lines.append(say.many("summary_changed", compared, unit=unit))
        lines += [f"  {line}" for line in _code_lines(comparison, say)]
        lines += ["", *_verdict_rules(comparison, say), *_corrected(comparison, say)]
    lines += _over_all_waves(comparison, say)
    lines += _points_to_check(comparison, say)
    lines += _recounts(comparison, say)
    lines += [say.sentence(warning.say(say.language)) for warning in comparison.warnings]
    lines += _tipping(comparison, say)
    source = comparison.panel.source
    lines += say_beside(source.combined if source else None, say)
    return "\n".join(map(visible, lines)).rstrip()


def _heading(comparison: ComparisonTables, title: str, say: Wording) -> str:
    panel, source = comparison.panel, comparison.panel.source
    parts = [say.many("code", len(panel.codes))]
    if source is not None:
        book = source.codebook
        parts.insert(0, say("summary_codebook", name=f"{book.name} {book.version}".rstrip()))
        parts.append(say.tongue(book.language))
    waves = say("from_to", before=comparison.before, after=comparison.after)
    return f"{f'{title}, {waves}' if title else waves}          {' · '.join(parts)}"


def _who(comparison: ComparisonTables, compared: int, say: Wording) -> str:
    panel, attrition = comparison.panel, comparison.attrition  # the latter of those interviewed in either wave
    both = compared + int(attrition["status"].isin(["too little text", "not coded"]).sum())
    parts = [say("summary_both_one" if both == 1 else "summary_both_many", both=both, persons=len(panel.persons))]
    if (attrition["status"] == "too little text").any():
        parts.append(say("summary_enough", n=compared))
    dropouts = int((attrition["status"] == "dropout").sum())
    parts += [say.many("dropout", dropouts)] if dropouts else []
    entrants = int((attrition["status"] == "entrant").sum())
    if entrants:
        parts.append(say("summary_entrants", n=entrants, wave=comparison.after))
    missed = int((attrition["status"] == "missed a wave").sum())
    parts += [say.many("who_missed a wave", missed)] if missed else []
    unread = int((attrition["status"] == "not read").sum())
    parts += [say.many("who_not read", unread)] if unread else []
    uncoded = int((attrition["status"] == "not coded").sum())
    parts += [say.many("who_not coded", uncoded)] if uncoded else []
    elsewhere = len(panel.persons) - len(attrition)
    parts += [say.many("who_elsewhere", elsewhere)] if elsewhere else []
    source = panel.source
    interviews = len(source.corpus.transcripts) if source else int(panel.exposure["interviews"].sum())
    parts.append(say.many("interview", interviews))
    parts.append(say("summary_words", n=panel.exposure["words"].sum()))
    return " · ".join(parts)


def _code_lines(comparison: ComparisonTables, say: Wording) -> list[str]:
    """Order codes from the most to the least evidence, and set them out in columns."""
    codes = comparison.codes[~comparison.codes["verdict"].isin(["not asked", "not coded"])]
    rows = codes.to_dict("records")
    sizes, p = ([count(row) for row in rows] for count in (decided_change, decided_p))
    order = codes.assign(untested=np.isnan(p), size=-np.abs(sizes), decided=p)
    order = order.sort_values(["untested", "decided", "size", "code"], kind="stable")
    cells = [_cells(comparison, row, say) for _, row in order.head(_LINES).iterrows()]
    lines = in_columns(cells)
    if len(order) > _LINES:
        lines.append(say("summary_more", n=len(order) - _LINES))
    return lines


def _over_all_waves(comparison: ComparisonTables, say: Wording) -> list[str]:
    """Name the themes with the strongest trends and bends, where there are three waves or more."""
    trend, waves = comparison.trend, comparison.panel.waves
    trends, bends = strongest_trends(trend, _TRENDS), strongest_bends(trend, waves, _BENDS)
    shown = [
        say(
            f"summary_course_{kind}_{'up' if row[size] > 0 else 'down'}",
            code=row["code"],
            p=_p(row["p"], row["p_adjusted"], row["tested"], "summary_p_corrected", say),
        )
        for kind, size, found in (("trend", "slope", trends), ("bend", "bend", bends))
        for row in found.to_dict("records")
    ]
    return [say("summary_all_waves", n=len(waves), trends=", ".join(shown))] if shown else []


def _asked_once(comparison: ComparisonTables) -> dict[str, str]:
    return {remark.code: str(remark.values["wave"]) for remark in comparison.remarks if remark.kind == "asked once"}


def _points_to_check(comparison: ComparisonTables, say: Wording) -> list[str]:
    """Say which codes were not asked about in both waves, and which words came or went."""
    lines = []
    asked = ", ".join(f"{code} ({wave})" for code, wave in _asked_once(comparison).items())
    if asked:
        lines.append(say("summary_asked_once", codes=asked))
    if comparison.panel.without_terms:
        lines.append(say("summary_without_terms", codes=", ".join(comparison.panel.without_terms)))
    open_questions = comparison.drift[~comparison.drift["code"].isin(list(_asked_once(comparison)))]
    most = open_questions.sort_values("persons", ascending=False, kind="stable").head(_DRIFTS)
    for code, term, wave, persons in zip(most["code"], most["term"], most["wave"], most["persons"], strict=True):
        text = "summary_drift_gone" if wave == comparison.before else "summary_drift"
        lines.append(say(text, code=code, term=term, wave=wave, n=persons))
    unnamed = len(open_questions) - len(most)
    return [*lines, *([say.many("summary_drift_more", unnamed)] if unnamed else [])]


def _cells(comparison: ComparisonTables, row: pd.Series, say: Wording) -> tuple[str, ...]:
    moves = {name: int(row[name]) for name in ("up", "down", "same")}
    return (
        row["code"],
        say("summary_rates", before=row["rate_before"], after=row["rate_after"]),
        "" if _missing(row["ratio"]) else say("summary_ratio", ratio=row["ratio"]),
        _interval(row["ratio_low"], row["ratio_high"], say),
        say("summary_moves_same" if row["same"] else "summary_moves", **moves),
        _evidence(comparison, row, say),
    )


def _evidence(comparison: ComparisonTables, row: pd.Series, say: Wording) -> str:
    """Say what the change is called and its p, which never stands alone where more than one code was tested."""
    if row["verdict"] == "not tested":  # nor is it then corrected
        return say_all([remark for remark in comparison.remarks if remark.code == row["code"]][:1], say.language)
    verdict = say.verdict(row["verdict"])
    if not _missing(row.get("corrected_p", math.nan)):
        known = {name: row[f"corrected_{name}"] for name in ("p", "p_adjusted")}
        return f"{verdict} ({say('summary_p_of_corrected', change=row['corrected'], **known)})"
    if _missing(row["p"]):
        return verdict
    plan = comparison.choices.plan
    if plan and row["code"] not in plan:
        return f"{verdict} ({say('summary_p_exploratory', p=row['p'])})"
    text = "summary_p_planned" if plan else "summary_p_corrected"
    return f"{verdict} ({_p(row['p'], row['p_adjusted'], _corrected_for(comparison), text, say)})"


def _corrected_for(comparison: ComparisonTables) -> int:
    """Return for how many codes the second p is corrected: those tested, or those of the plan that were."""
    plan, tested = comparison.choices.plan, comparison.with_p
    return len(tested.intersection(plan)) if plan else len(tested)


def _verdict_rules(comparison: ComparisonTables, say: Wording) -> list[str]:
    """Say what the two p are, and when a change is called clear or uncertain, where one is."""
    family = _corrected_for(comparison)
    two = "summary_two_p_planned" if comparison.choices.plan else "summary_two_p"
    given = set(comparison.codes["verdict"]) & {"clear", "uncertain"}
    rules = [say.sentence(rule) for rule in explain_verdicts(say.language, words=given)]
    return [*([say(two, n=family)] if family > 1 else []), *rules]


def _corrected(comparison: ComparisonTables, say: Wording) -> list[str]:
    """Say by which sample the change is corrected, give both changes of each code, and name the codes without."""
    correction = comparison.correction
    if correction is None:
        return [comparison.uncorrected.say(say.language)] if comparison.uncorrected else []
    lines = [correction.say_sample(say)]
    for row in correction.table[correction.known].to_dict("records"):
        names = ("code", "naive", "change", "low", "high", "bias")
        lines.append(say("sample_both_changes", **{name: row[name] for name in names}))
    return lines


def _p(p: float, adjusted: float, family: int, text: str, say: Wording) -> str:
    return say(text, p=p, adjusted=adjusted, n=family) if family > 1 else say("summary_p", p=p)


def _tipping(comparison: ComparisonTables, say: Wording) -> list[str]:
    """Say how unequally the automatic coding would have to err to make the strongest change from nothing."""
    source = comparison.panel.source
    rows = comparison.codes.dropna(subset=["p"]).sort_values(["p", "code"], kind="stable")
    if comparison.correction is not None:
        rows = rows[rows["corrected"].isna()]
    if source is None or not source.automatic:
        return _reviewed(comparison, say)
    if not len(source.codings):
        return []
    checked = comparison.correction is not None or comparison.uncorrected is not None
    beginning = "" if checked else say("summary_unchecked")
    if rows.empty or rows.iloc[0]["verdict"] not in ("clear", "uncertain"):
        return [beginning] if beginning else []
    row = rows.iloc[0].to_dict()
    return [f"{beginning} {describe_tipping(comparison, row, row['code'], say)}".strip()]


def _reviewed(comparison: ComparisonTables, say: Wording) -> list[str]:
    """Say what counted and how much a person looked at, where a person did."""
    source = comparison.panel.source
    combined = source.combined if source else None
    origins = "; ".join(say_origins(combined.imports if combined else (), say))
    imported = [say("summary_imported", origins=origins)] if origins else []
    return [*say_counted(comparison, say), *imported]


def _recounts(comparison: ComparisonTables, say: Wording) -> list[str]:
    """Say for the changes with the most evidence what their p is when they are counted otherwise."""
    rows = comparison.codes[comparison.codes["verdict"].isin(["clear", "uncertain"])].sort_values(["p", "code"])
    lines = []
    for code, change in rows[["code", "difference"]].head(_RECOUNTED).itertuples(index=False):
        own = comparison.recounts[comparison.recounts["code"] == code].to_dict("records")
        found = [
            say("summary_recount_untested", how=say(f"recount_{row['counted']}"))
            if _missing(row["p"])
            else say_turned(
                say("summary_recount", p=row["p"], how=say(f"recount_{row['counted']}")), row["direction"], change, say
            )
            for row in own
        ]
        lines += [say("summary_recounts", code=code, found=", ".join(found))] if found else []
    return lines


def say_turned(told: str, direction: str, change: float, say: Wording) -> str:
    """Add to what is told of a recount that it goes the other way, where it does.

    Parameters
    ----------
    told : str
        Of the recount.
    direction : str
        `up`, `down` or `same`, counted so.
    change : float
        The difference in the table of codes.
    say : Wording
        The language.

    Returns
    -------
    str

    Examples
    --------
    >>> from bp_qual.wording import Wording
    >>> say_turned("p .031", "up", -0.1, Wording("en")), say_turned("p .031", "up", 0.1, Wording("en"))
    ('p .031 (then a rise)', 'p .031')
    """
    turned = direction == ("down" if change > 0 else "up")
    return say(f"recount_turned_{direction}", told=told) if turned else told


def _interval(low: float, high: float, say: Wording) -> str:
    if _missing(low):
        return ""
    if low == 0 or high == float("inf"):
        return f"({say.span(low, high)})"
    return say("summary_interval", low=low, high=high)


def _missing(value: float) -> bool:
    return value != value
