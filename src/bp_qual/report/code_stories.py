"""The report's sections on codes: the row in the table of change, and the story of each code with its quotes."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bp_qual.compare.correction import decided_change
from bp_qual.quotes import Quote
from bp_qual.report.drawings import End, Interval, Slope, direction, draw_interval, draw_slope
from bp_qual.report.facts import Facts
from bp_qual.wording import by_change, ratio_text

_MOST_WORDS = 12
_SAID_ELSEWHERE = ("one wave only", "not mentioned")


@dataclass(frozen=True, slots=True)
class StoryCell:
    """One person's quotes of one code in one wave.

    >>> StoryCell("2010", "c1-p1-w1", "not mentioned", "", (), "", several=False).heading
    'not mentioned'
    """

    wave: str
    anchor: str
    heading: str
    empty: str
    quotes: tuple[Quote, ...]
    hidden: str
    several: bool


@dataclass(frozen=True, slots=True)
class Who:
    """One person within a code: the quotes of all waves side by side.

    >>> Who("P01", "p1", "{}", "", ()).person
    'P01'
    """

    person: str
    person_anchor: str
    types: str
    change: str
    cells: tuple[StoryCell, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a wave above the quotes of a code.

    >>> Head("2010", "w1", "3 mentions by 2 persons").wave
    '2010'
    """

    wave: str
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class WordCount:
    """A word that was found for a code, and how often in each wave.

    >>> WordCount("subsidie", (2, 5)).counts
    (2, 5)
    """

    text: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CodeStory:
    """All that the report says of one code.

    >>> make_code_stories(facts, 1, {})[0].sentence.split(" (")[0]
    '31 times as often in 2020 as in 2010'
    """

    id: str
    anchor: str
    label: str
    parent: str
    verdict: str
    verdict_word: str
    direction: str
    rate_before: str
    rate_after: str
    ratio: str
    most: str
    rest: str
    short: str
    told: str
    span: str
    p: str
    p_adjusted: str
    notes: tuple[str, ...]
    sentence: str
    interval: Interval
    slope: Slope | None
    meaning: tuple[tuple[str, str], ...]
    words: tuple[WordCount, ...]
    more_words: str
    heads: tuple[Head, ...]
    people: tuple[Who, ...]
    nobody: str


def make_code_stories(facts: Facts, doublings: int, types: Mapping[str, str]) -> tuple[CodeStory, ...]:
    """Return the story of every code, in the order of the codebook.

    ``types`` holds what the page's filter needs to know of each person.

    Parameters
    ----------
    facts : Facts
        From `gather_facts`.
    doublings : int
        How far the axis of ratios reaches on either side of 1, in doublings.
    types : mapping of str to str
        By person, what the page's filter needs to know.

    Returns
    -------
    tuple of CodeStory
        In the order of the codebook.

    Examples
    --------
    >>> [(story.label, story.most) for story in make_code_stories(facts, 1, {})]
    [('contact', '1 of 2 up'), ('money', '1 of 2 down')]
    """
    rows = facts.comparison.codes.to_dict("records")
    return tuple(_tell(facts, row, doublings, types) for row in rows)


def order_by_change(facts: Facts) -> list[str]:
    """Return the codes from the largest rise to the largest fall.

    >>> order_by_change(facts)
    ['contact', 'money']
    """
    rows = facts.comparison.codes.to_dict("records")
    return [row["code"] for row in sorted(rows, key=lambda row: (*by_change(row), facts.label(row["code"])))]


def _tell(facts: Facts, row: Mapping[str, Any], doublings: int, types: Mapping[str, str]) -> CodeStory:
    say, code, change = facts.say, row["code"], facts.comparison
    meaning = facts.meaning.get(code)
    sure = row["verdict"]
    words, more = _words(facts, code)
    parent = meaning.parent if meaning else ""
    return CodeStory(
        id=code,
        anchor=facts.code_anchor(code),
        label=facts.label(code),
        parent=say("part_of", code=facts.label(parent)) if parent else "",
        verdict=sure.replace(" ", "-"),
        verdict_word=say.verdict(sure),
        direction=direction(decided_change(row)),
        rate_before=say.rate(row["rate_before"]),
        rate_after=say.rate(row["rate_after"]),
        ratio=ratio_text(row, change.before, change.after, say),
        most=say(_most(row), n=row["persons"], **row),
        rest=say("up_same" if row["down"] > row["up"] else "down_same", **row) if row["up"] + row["down"] else "",
        short=_short_ratio(row, facts),
        told=_told(row, facts),
        span=say.span(row["ratio_low"], row["ratio_high"]) if row["ratio_high"] > 0 else "",
        p="" if math.isnan(row["p"]) else say.p(row["p"]),
        p_adjusted="" if math.isnan(row["p"]) else f"({say.p(row['p_adjusted'])})",
        notes=tuple(_notes(facts, code)),
        sentence=_sentence(facts, row, sure),
        interval=draw_interval(row, doublings),
        slope=_slope(facts, row),
        meaning=_meaning(facts, code),
        words=words,
        more_words=more,
        heads=tuple(_head(facts, code, wave) for wave in facts.waves),
        people=tuple(_people(facts, code, types)),
        nobody=say("nobody"),
    )


def _notes(facts: Facts, code: str) -> Iterator[str]:
    """Yield what must be known beside the numbers of a code: remarks, and how much of it a person has not coded yet."""
    say, change = facts.say, facts.comparison
    yield from (r.say(say.language) for r in facts.remarks.get(code, ()) if r.kind not in _SAID_ELSEWHERE)
    shares = [facts.reviewed.get((code, wave), (0, 0)) for wave in (change.before, change.after)]
    if any(coded < of for coded, of in shares):
        (coded_before, of_before), (coded_after, of_after) = shares
        known = {"coded_before": coded_before, "of_before": of_before, "coded_after": coded_after, "of_after": of_after}
        yield say("shares_coded", before=change.before, after=change.after, **known)


def _most(row: Mapping[str, Any]) -> str:
    """Name the text that says how most persons moved."""
    if row["up"] + row["down"] == 0:
        return "same_of"
    return "down_of" if row["down"] > row["up"] else "up_of"


def _short_ratio(row: Mapping[str, Any], facts: Facts) -> str:
    """The ratio without its interval; in words where there is none."""
    change = facts.comparison
    return ratio_text({**row, "ratio_low": math.nan, "ratio_high": math.nan}, change.before, change.after, facts.say)


def _told(row: Mapping[str, Any], facts: Facts) -> str:
    """The change that the verdict is about: the ratio, or the corrected one where there is one."""
    if math.isnan(row.get("corrected", math.nan)):
        return _short_ratio(row, facts)
    ratio = row["corrected_ratio"]
    if ratio > 0:
        return facts.say("told_corrected", ratio=ratio)
    return facts.say("told_corrected_by", change=row["corrected"], unit=facts.unit)


def _sentence(facts: Facts, row: Mapping[str, Any], sure: str) -> str:
    """Say in one sentence what the row says in figures."""
    say, change = facts.say, facts.comparison
    if not row["persons"]:
        kind = "sentence_uncoded" if change.compared else "sentence_nobody"
        return say(kind, before=change.before, after=change.after)
    known = {
        "unit": facts.unit,
        "before": change.before,
        "after": change.after,
        "up": row["up"],
        "down": row["down"],
        "same": row["same"],
    }
    known |= {"rate_before": say.rate(row["rate_before"]), "rate_after": say.rate(row["rate_after"])}
    known |= {"persons": say.many("person", row["persons"]), "verdict": say.verdict(sure)}
    if not row["ratio"] > 0:
        return say("sentence_rates", **known)
    known["ratio"] = say.ratio(row["ratio"])
    if not row["ratio_high"] > 0:
        return say("sentence_ratio", **known)
    if row["ratio_low"] == 0 or math.isinf(row["ratio_high"]):
        return say("sentence_limit", limit=say.span(row["ratio_low"], row["ratio_high"]), **known)
    return say("sentence_interval", low=say.limit(row["ratio_low"]), high=say.limit(row["ratio_high"]), **known)


def _meaning(facts: Facts, code: str) -> tuple[tuple[str, str], ...]:
    found = facts.meaning.get(code)
    if found is None:
        return ()
    terms = ", ".join(dict.fromkeys(term.text for term in found.terms))
    texts = {"definition": found.definition, "include": found.include, "exclude": found.exclude, "terms": terms}
    return tuple((name, text) for name, text in texts.items() if text)


def _words(facts: Facts, code: str) -> tuple[tuple[WordCount, ...], str]:
    """Count the words that were found for a code, by wave, the most frequent first."""
    rows = facts.coded.get(code, ())
    spoken = [" ".join(quote.casefold().split()) for quote, _ in rows]
    counts = Counter((word, wave) for word, (_, wave) in zip(spoken, rows, strict=True))
    order = sorted(Counter(spoken).items(), key=lambda item: (-item[1], item[0]))
    shown = [WordCount(word, tuple(counts[word, wave] for wave in facts.waves)) for word, _ in order[:_MOST_WORDS]]
    rest = sum(count for _, count in order[_MOST_WORDS:])
    more = facts.say.many("more_words", len(order) - _MOST_WORDS, mentions=int(rest)) if rest else ""
    return tuple(shown), more


def _head(facts: Facts, code: str, wave: str) -> Head:
    say = facts.say
    counts = [facts.mentions.get((person, wave, code), 0) for person in facts.persons]
    speakers = say.many("person", sum(count > 0 for count in counts))
    text = say.many("head_mention", sum(counts), persons=speakers)
    if (code, wave) in facts.reviewed:
        coded, interviews = facts.reviewed[code, wave]
        text += f"; {say('head_coded', coded=coded, n=interviews)}"
    return Head(wave, facts.wave_anchor(wave), text)


def _people(facts: Facts, code: str, types: Mapping[str, str]) -> list[Who]:
    """Return who spoke of a code in any wave: first those compared, from the largest rise to the largest fall."""
    status = facts.status
    spoke = [p for p in facts.persons if any(facts.mentions.get((p, wave, code)) for wave in facts.waves)]
    change = facts.comparison.shrunken
    ordered = sorted(
        spoke, key=lambda person: (status.get(person) != "compared", -change.get((person, code), -math.inf))
    )
    return [
        Who(
            person,
            facts.person_anchor(person),
            types.get(person, "{}"),
            "" if status.get(person, "") in ("compared", "") else facts.say(f"status_{status[person]}"),
            tuple(_cell(facts, code, person, wave) for wave in facts.waves),
        )
        for person in ordered
    ]


def _cell(facts: Facts, code: str, person: str, wave: str) -> StoryCell:
    say = facts.say
    mentions = facts.mentions.get((person, wave, code))
    quotes = tuple(facts.quotes.get((code, person, wave), ()))
    unread = "not_read" if (person, wave) in facts.comparison.panel.missing else "not_interviewed"
    absent = unread if mentions is None else "not_mentioned"
    if (person, wave, code) in facts.comparison.panel.uncoded:
        absent = "not_coded"
    heading = say.many("mention", mentions) if mentions else say(absent)
    empty = say("no_quotes") if mentions and not quotes else ""
    hidden = ""
    if mentions and quotes and len(quotes) < mentions:
        hidden = say("cell_cut", shown=say.number(len(quotes)), n=say.number(mentions))
    several = facts.interviews.get((person, wave), 1) > 1
    return StoryCell(wave, facts.cell_anchor(code, person, wave), heading, empty, quotes, hidden, several)


def _slope(facts: Facts, row: Mapping[str, Any]) -> Slope | None:
    """Draw the persons who were compared; nothing where there are none or nobody spoke of the code."""
    change, say, code = facts.comparison, facts.say, row["code"]
    compared = set(change.persons_on(code))
    people = [row for row in facts.changes.get(code, ()) if row["person"] in compared]
    spoken = [p for p in people if p["rate_before"] or p["rate_after"]]
    if not spoken:
        return None
    caption = say("slope_caption", measure=facts.measure, n=say.many("person", len(people)))
    if len(people) > len(spoken):
        caption += " " + say.many("slope_silent", len(people) - len(spoken))
    drawn = change.drawn_waves
    ends = [
        End(
            p["person"],
            facts.cell_anchor(code, p["person"], change.after),
            f"{p['person']}: {' → '.join(say.rate(rate) for rate in change.rates_of(p['person'], code))}",
            change.rates_of(p["person"], code),
        )
        for p in spoken
    ]
    everybody = [change.rates_of(p["person"], code) for p in people]
    mean = [sum(rates) / len(everybody) for rates in zip(*everybody, strict=True)]
    return draw_slope(ends, mean, waves=drawn, caption=caption, step=say.step)
