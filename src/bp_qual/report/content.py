"""What a report says, section by section, before it becomes a page or a Word file.

`compose_report` returns one frozen value with every sentence, number and drawing in the reader's language and in
the order of reading: what was compared, what changed, each code, each person, how it was done, what to doubt.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bp_qual.compare import Comparison
from bp_qual.compare.choices import FEWEST_CHANGED
from bp_qual.compare.inclusion import NOT_COMPARED
from bp_qual.compare.methods import say_estimand
from bp_qual.compare.trends import strongest_bends, strongest_trends
from bp_qual.extras import installed_version
from bp_qual.plots.change import axis_doublings
from bp_qual.report.code_stories import CodeStory, make_code_stories, order_by_change
from bp_qual.report.doubts import Doubt, list_doubts
from bp_qual.report.drawings import Axis, draw_axis
from bp_qual.report.facts import MOST_QUOTES, Facts, gather_facts
from bp_qual.report.memo_lines import MemoLine, list_memo_lines
from bp_qual.report.person_stories import PersonStory, attribute_values, filter_types, make_person_stories
from bp_qual.report.run_record import NUMBER_MAKERS
from bp_qual.wording import Wording, explain_verdicts
from bp_qual.wording.settings import describe_settings

if TYPE_CHECKING:
    import pandas as pd


_TOO_FEW = ("no test possible", "too few households to test")
_AT_THE_TOP = ("interviewers apart", *_TOO_FEW)


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report in words: what is said, not how it looks.

    >>> compose_report(comparison).lede[0].split(";")[0]
    'Compared from 2010 to 2020: 2 of 3 persons'
    """

    title: str
    subtitle: str
    version: str
    lede: tuple[str, ...]
    types: tuple[tuple[str, tuple[str, ...]], ...]
    compared: tuple[str, ...]
    attributes: tuple[str, ...]
    waves: tuple[str, ...]
    wave_words: tuple[int, ...]
    reading: str
    forest_caption: str
    axis: Axis
    unit: str
    p_heading: str
    before_anchor: str
    after_anchor: str
    codes: tuple[CodeStory, ...]
    by_change: tuple[CodeStory, ...]
    persons: tuple[PersonStory, ...]
    warnings: tuple[str, ...]
    cut: str
    method: tuple[str, ...]
    verdicts: tuple[str, ...]
    settings: tuple[tuple[str, str], ...]
    hashes: tuple[tuple[str, str], ...]
    doubts: tuple[Doubt, ...]
    memos: tuple[MemoLine, ...]


def compose_report(
    comparison: Comparison,
    *,
    title: str = "",
    language: str = "en",
    attributes: pd.DataFrame | None = None,
    most_quotes: int = MOST_QUOTES,
    memos: pd.DataFrame | None = None,
) -> Report:
    """Return everything a report says, in one language.

    Parameters
    ----------
    comparison, title, language, attributes, most_quotes, memos
        As in `render_report`.

    Returns
    -------
    Report
        All its sentences, tables and quotes, the same for HTML and Word.

    Examples
    --------
    >>> compose_report(comparison, language="nl").title
    'Wat er veranderde van 2010 naar 2020'
    """
    say, comparison = Wording(language), comparison.in_language(language)
    facts = gather_facts(comparison, say, attributes=attributes, most_quotes=most_quotes)
    waves = {"before": comparison.before, "after": comparison.after}
    doublings = axis_doublings(comparison.codes.to_dict("records"))
    codes = make_code_stories(facts, doublings, filter_types(facts))
    stories = {story.id: story for story in codes}
    compared = say.many("person", comparison.compared)
    return Report(
        title=f"{title}, {say('from_to', **waves)}" if title else say("change_title", **waves),
        subtitle=_subtitle(facts),
        version=installed_version("bp_qual"),
        lede=_lede(facts, codes),
        types=attribute_values(facts),
        compared=tuple(
            say.sentence(warning.say(language)) for warning in comparison.warnings if _about_who(warning.kind)
        ),
        attributes=tuple(dict.fromkeys(name for own in facts.attributes.values() for name in own)),
        waves=facts.waves,
        wave_words=tuple(sum(n for (_, w), n in facts.words.items() if w == wave) for wave in facts.waves),
        reading=say("reading", unit=facts.unit, **waves),
        forest_caption=say("forest_caption", n=compared, **waves),
        axis=draw_axis(doublings),
        unit=facts.unit,
        p_heading=_p_heading(comparison, say),
        before_anchor=facts.wave_anchor(comparison.before),
        after_anchor=facts.wave_anchor(comparison.after),
        codes=codes,
        by_change=tuple(stories[code] for code in order_by_change(facts)),
        persons=make_person_stories(facts),
        warnings=tuple(say.sentence(w.say(language)) for w in comparison.warnings if not _said_before(w.kind)),
        cut=say("page_cut", most=facts.most) if facts.most else "",
        method=tuple(line for line in comparison.methods(language).splitlines() if line),
        verdicts=(
            *(say("verdict_of_code", rule=rule) for rule in explain_verdicts(language)),
            *(say("verdict_of_person", rule=rule) for rule in explain_verdicts(language, of="persons")),
        ),
        settings=_settings(facts),
        hashes=_hashes(facts),
        doubts=list_doubts(facts),
        memos=list_memo_lines(memos, facts.labels, say),
    )


def _p_heading(comparison: Comparison, say: Wording) -> str:
    """Name the column of p, and for how many codes the second one is corrected, if that is the same for all."""
    if not comparison.tested:
        return say("head_p_none")
    return say("head_p_planned") if comparison.choices.plan else say.many("head_p", comparison.tested)


def _lede(facts: Facts, codes: tuple[CodeStory, ...]) -> tuple[str, ...]:
    """What must be read first: who was compared, what is estimated, what changed, and what makes it doubtful."""
    say = facts.say
    doubts = [say.sentence(r.say(say.language)) for r in facts.comparison.design if r.kind in _AT_THE_TOP]
    estimand = say_estimand(facts.comparison, say)
    return (_who_was_compared(facts), *([estimand] if estimand else []), *_what_changed(facts, codes), *doubts)


def _subtitle(facts: Facts) -> str:
    say, source = facts.say, facts.comparison.panel.source
    parts = [say.many("code", len(facts.codes))]
    if source is not None:
        name = f"{source.codebook.name} {source.codebook.version}".strip()
        parts.insert(0, say("codebook", name=name))
    return " · ".join(parts)


def _who_was_compared(facts: Facts) -> str:
    say, change = facts.say, facts.comparison
    status = list(change.attrition["status"])
    parts = [
        say(
            "who_compared",
            compared=say.number(status.count("compared")),
            n=say.many("person", len(facts.persons)),
            before=change.before,
            after=change.after,
        )
    ]
    left_out = [reason for reason in NOT_COMPARED if reason in status]
    parts += [say.many(f"who_{reason}", status.count(reason), wave=change.after) for reason in left_out]
    source = change.panel.source
    count = len(source.corpus.transcripts) if source else sum(facts.interviews.values())
    interviews = say.many("interview", count)
    words = say.many("word", sum(facts.words.values()))
    return f"{'; '.join(parts)}. {say('who_amount', interviews=interviews, words=words)}"


def _what_changed(facts: Facts, codes: tuple[CodeStory, ...]) -> list[str]:
    """Name the codes whose change is clear, then the uncertain ones; count the rest, tested apart from untested."""
    say, verdicts = facts.say, facts.comparison.codes["verdict"].tolist()
    sentences = []
    for sure in ("clear", "uncertain"):
        named = [f"{story.label} ({story.told})" for story in codes if story.verdict == sure]
        if named:
            sentences.append(say(f"lede_{sure}", codes=say.listed(named)))
    stayed = [story.label for story in codes if story.verdict == "stayed"]
    if stayed:
        margin = facts.comparison.choices.margin
        sentences.append(say("lede_stayed", codes=say.listed(stayed), margin=margin))
    none, unmentioned = verdicts.count("no clear change"), verdicts.count("not mentioned")
    rest = [say.many("lede_none" if sentences else "lede_only", none)] if none else []
    untested = verdicts.count("not tested") + unmentioned
    if untested:
        rest.append(say.many("lede_untested", untested))
        rest[-1] += say.many("lede_unmentioned", unmentioned) if unmentioned else ""
    for verdict, text in (("not asked", "lede_unasked"), ("not coded", "lede_uncoded")):
        if verdict in verdicts:
            rest.append(say.many(text, verdicts.count(verdict)))
    sentences += [say.sentence("; ".join(rest))] if rest else []
    too_few = [say.sentence(r.say(say.language)) for r in facts.comparison.warnings if r.kind in _TOO_FEW]
    if untested and not (facts.comparison.tested or too_few):
        too_few = [say("lede_none_tested", needed=FEWEST_CHANGED)]
    sentences += too_few
    return [" ".join([*sentences, *_trends(facts)])]


def _say_p(row: Mapping[str, Any], say: Wording) -> str:
    """Return the p of a trend or bend; where it is corrected for no other code, only that."""
    if row["tested"] < 2:
        return say("trend_p_alone", p=say.p(row["p"]))
    return say("trend_p", p=say.p(row["p"]), adjusted=say.p(row["p_adjusted"]), n=row["tested"])


def _trends(facts: Facts) -> list[str]:
    """Name the codes that rise or fall over all waves, or come and go, where there are three or more."""
    say, trend = facts.say, facts.comparison.trend
    trends, bends = strongest_trends(trend), strongest_bends(trend, facts.waves)
    named = [
        say(f"course_{kind}_{'rise' if row[size] > 0 else 'fall'}", code=facts.label(row["code"]), p=_say_p(row, say))
        for kind, size, found in (("trend", "slope", trends), ("bend", "bend", bends))
        for row in found.to_dict("records")
    ]
    return [say("lede_trend", n=len(facts.waves), codes=", ".join(named))] if named else []


def _about_who(kind: str) -> bool:
    return kind.startswith(("left out", "no pairs"))


def _said_before(kind: str) -> bool:
    return _about_who(kind) or kind in _AT_THE_TOP


def _settings(facts: Facts) -> tuple[tuple[str, str], ...]:
    versions = {name: installed_version(name) for name in ("bp_qual", *NUMBER_MAKERS)}
    return tuple(describe_settings({**facts.comparison.settings, **versions}, facts.say))


def _hashes(facts: Facts) -> tuple[tuple[str, str], ...]:
    source = facts.comparison.panel.source
    if source is None:
        return ()
    found = [(facts.say("codebook", name=source.codebook.name), source.codebook.sha256)]
    found += [(transcript.interview, transcript.sha256) for transcript in source.corpus.transcripts]
    return tuple((name, digest) for name, digest in found if digest)
