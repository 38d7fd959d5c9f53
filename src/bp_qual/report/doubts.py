"""What there is to doubt: the sections at the end of a report, each with what is known about it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from bp_qual.compare.correction import decided_change
from bp_qual.compare.summary import say_turned
from bp_qual.compare.tipping import describe_tipping
from bp_qual.compare.who_coded import say_beside, say_counted
from bp_qual.report.facts import Facts

_REVIEWED = ("automatic", "accepted", "rejected", "added")
_BY_HAND = ("added",)


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason to doubt, with what is known about it.

    >>> Doubt("Who is missing", ("P02 left.",)).rows
    ()
    """

    heading: str
    sentences: tuple[str, ...]
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def list_doubts(facts: Facts) -> tuple[Doubt, ...]:
    """Return the reasons to doubt, in the order of the report.

    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> from bp_qual.report.facts import gather_facts
    >>> from bp_qual.wording import Wording
    >>> words = [{"person": "P01", "wave": wave, "words": 2000} for wave in ("2010", "2020")]
    >>> change = compare_waves(make_panel([{"person": "P01", "wave": "2020", "code": "a", "mentions": 4}], words))
    >>> [doubt.heading for doubt in list_doubts(gather_facts(change, Wording("en")))]
    ['Who asked, how much and how long', 'Sample size', 'What was asked']
    """
    return tuple(
        doubt
        for doubt in (
            _coder_doubt(facts),
            _drift(facts),
            _interviewing(facts),
            _recounts(facts),
            _attrition(facts),
            _dropouts(facts),
            _leaning(facts),
            _few_persons(facts),
            _asked(facts),
        )
        if doubt
    )


def _changed(facts: Facts) -> list[dict[str, Any]]:
    """The rows of codes whose change is called clear or uncertain."""
    codes = facts.comparison.codes
    rows: list[dict[str, Any]] = codes[codes["verdict"].isin(["clear", "uncertain"])].to_dict("records")
    return rows


def _coder_doubt(facts: Facts) -> Doubt | None:
    """Say how unequally the automatic coding would have to err to make each change from nothing."""
    say, change, source = facts.say, facts.comparison, facts.comparison.panel.source
    if source is None:
        return None
    if not source.automatic:
        return _review_doubt(facts)
    if not len(source.codings):
        return None
    tipping = [
        describe_tipping(change, row, facts.label(row["code"]), say)
        for row in _changed(facts)
        if math.isnan(row.get("corrected", math.nan))
    ]
    if change.correction is not None:
        first = change.correction.say_sample(say)
    else:
        first = change.uncorrected.say(say.language) if change.uncorrected else say("doubt_unchecked")
    return Doubt(say("doubt_coder"), (first, *say_beside(source.combined, say), *tipping))


def _review_doubt(facts: Facts) -> Doubt | None:
    """Say who looked at the coding and how much of it, code by code and wave by wave."""
    say, source, rows = facts.say, facts.comparison.panel.source, facts.comparison.review.to_dict("records")
    done = source.reviewed if source else None
    if source is None or source.combined is None or done is None:
        return None
    counted = _REVIEWED if source.combined.count == "reviewed" else _BY_HAND
    columns = (say("code"), say("wave"), say("head_coded_of"), *(say(f"head_{name}") for name in counted))
    cells = tuple(
        (
            facts.label(row["code"]),
            row["wave"],
            f"{row['coded']}/{row['interviews']}",
            *(say.number(row[name]) for name in counted),
        )
        for row in rows
    )
    own = say(f"doubt_{source.combined.together or 'one'}_coder")
    proposed = [remark.say(say.language) for remark in source.combined.proposed]
    told = (*say_counted(facts.comparison, say, named=False), *proposed, *say_beside(source.combined, say), own)
    return Doubt(say("doubt_coder"), told, columns, cells)


def _attrition(facts: Facts) -> Doubt | None:
    say, change = facts.say, facts.comparison
    rows = change.attrition[change.attrition["status"] != "compared"].to_dict("records")
    if not rows:
        return None
    columns = (say("person"), say("head_status"), f"{say('words')} {change.before}", f"{say('words')} {change.after}")
    cells = tuple(
        (
            row["person"],
            say(f"status_{row['status']}"),
            say.number(row["words_before"]),
            say.number(row["words_after"]),
        )
        for row in rows
    )
    text = say("doubt_attrition_text", before=change.before, after=change.after)
    return Doubt(say("doubt_attrition"), (text,), columns, cells)


def _drift(facts: Facts) -> Doubt | None:
    say, rows = facts.say, facts.comparison.drift.to_dict("records")
    if not rows:
        return None
    columns = (say("code"), say("word"), say("wave"), say("head_moves"), say("head_mentions"))
    cells = tuple(
        (facts.label(row["code"]), row["term"], row["wave"], say.number(row["persons"]), say.number(row["mentions"]))
        for row in rows
    )
    return Doubt(say("doubt_drift"), (say("doubt_drift_text"),), columns, cells)


def _interviewing(facts: Facts) -> Doubt | None:
    """Say who interviewed in either wave, how much they said, and how long the interviews were."""
    say, change = facts.say, facts.comparison
    sentences = tuple(say.sentence(remark.say(say.language)) for remark in change.design)
    if not sentences:
        return None
    rows = change.interviewers.to_dict("records")
    columns = (
        say("wave"), say("interviewer"), say("head_interviews"), say("head_moves"), say("words"),
        say("head_share_words"),
    )  # fmt: skip
    cells = tuple(
        (
            row["wave"],
            row["interviewer"] or say("not_known"),
            *(say.number(row[name]) for name in ("interviews", "persons", "words", "share_words")),
        )
        for row in rows
    )
    return Doubt(say("doubt_interviewing"), sentences, columns if cells else (), cells)


def _recounts(facts: Facts) -> Doubt | None:
    """Set beside each change that is called clear or uncertain what it is when counted otherwise."""
    say, table = facts.say, facts.comparison.recounts
    columns = (say("code"), say("head_counted"), say("head_ratio"), "p")
    cells = tuple(
        (
            facts.label(row["code"]),
            say_turned(say(f"recount_{row['counted']}"), row["direction"], changed["difference"], say),
            say.ratio(row["ratio"]) if row["ratio"] > 0 else "–",
            "–" if math.isnan(row["p"]) else say.p(row["p"]),
        )
        for changed in _changed(facts)
        for row in table[table["code"] == changed["code"]].to_dict("records")
    )
    return Doubt(say("doubt_recounts"), (say("doubt_recounts_text"),), columns, cells) if cells else None


def _dropouts(facts: Facts) -> Doubt | None:
    say, change, rows = facts.say, facts.comparison, facts.comparison.dropouts.to_dict("records")
    if not rows:
        return None
    columns = (
        say("code"),
        f"{say('completers')} ({rows[0]['completers']})",
        f"{say('dropouts')} ({rows[0]['dropouts']})",
    )
    cells = tuple(
        (facts.label(row["code"]), say.rate(row["rate_completers"]), say.rate(row["rate_dropouts"])) for row in rows
    )
    text = say("doubt_dropouts_text", before=change.before, after=change.after, measure=facts.unit)
    rose = {row["code"] for row in _changed(facts) if decided_change(row) > 0}
    bounds = [
        say(
            "doubt_bound", code=facts.label(row["code"]), bound=say.rate(row["change_at_least"]), unit=facts.unit,
            change=say.rate(row["change_completers"]),
        )
        for row in rows
        if row["code"] in rose
    ]  # fmt: skip
    return Doubt(say("doubt_dropouts"), (text, *bounds), columns, cells)


def _leaning(facts: Facts) -> Doubt | None:
    """Say of each change that is called clear or uncertain on whom it leans most."""
    say, codes = facts.say, facts.comparison.codes.to_dict("records")
    changed = {row["code"]: row for row in codes if row["verdict"] in ("clear", "uncertain") and row["ratio"] > 0}
    rows = [row for row in facts.comparison.effects.to_dict("records") if row["code"] in changed and row["leaning_on"]]
    sentences = [
        say(
            "doubt_leaning_text",
            person=row["leaning_on"],
            code=facts.label(row["code"]),
            ratio=say.ratio(changed[row["code"]]["ratio"]),
            without=say.ratio(row["ratio_without"]),
        )
        for row in rows
        if row["ratio_without"] > 0
    ]
    return Doubt(say("doubt_leaning"), tuple(sentences)) if sentences else None


def _few_persons(facts: Facts) -> Doubt | None:
    say = facts.say
    compared = say.many("person", facts.comparison.compared)
    return Doubt(say("doubt_few"), (say("doubt_few_text", n=compared),))


def _asked(facts: Facts) -> Doubt:
    say, change = facts.say, facts.comparison
    codings = facts.codings
    sentences = [say("doubt_asked_text")]
    if codings is not None and len(codings) and codings["prompted"].any():
        share = {wave: codings.loc[codings["wave"] == wave, "prompted"] for wave in (change.before, change.after)}
        told = {name: say.number(100 * rows.mean() if len(rows) else float("nan")) for name, rows in share.items()}
        sentences.append(
            say("doubt_prompted", before=change.before, after=change.after, n=told[change.before], m=told[change.after])
        )
    once = [remark for remark in change.remarks if remark.kind == "asked once"]
    sentences += [say.sentence(f"{facts.label(remark.code)}: {remark.say(say.language)}") for remark in once]
    return Doubt(say("doubt_asked"), tuple(sentences))
