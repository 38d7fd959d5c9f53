"""The report's sections on persons: who was spoken to when, and what became of each theme in each person."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bp_qual.report.drawings import direction
from bp_qual.report.facts import Facts

_MOST_FILTERS = 2


@dataclass(frozen=True, slots=True)
class Stay:
    """How much one person said in one wave; ``words`` is None where there was no interview, or none that was read.

    >>> make_person_stories(facts)[2].stays  # P03 left the study after the first wave
    (Stay(words=2000, interviews=1, unread=False), Stay(words=None, interviews=0, unread=False))
    """

    words: int | None
    interviews: int
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """The mentions of a code in a wave, and where their quotes are.

    >>> Count(3, "c1-p1-w1").mentions
    3
    """

    mentions: int | None
    anchor: str


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one code in one person.

    >>> make_person_stories(facts)[0].rows[0].rates
    '0 → 30'
    """

    code: str
    code_anchor: str
    label: str
    direction: str
    counts: tuple[Count, ...]
    rates: str
    trajectory: str
    evidence: str


@dataclass(frozen=True, slots=True)
class PersonStory:
    """All that the report says of one person; the quotes themselves are with the codes.

    >>> make_person_stories(facts)[0].sentence
    '2,000 words in 2010; 2,000 words in 2020.'
    """

    id: str
    anchor: str
    types: str
    attributes: Mapping[str, str]
    described: str
    sentence: str
    stays: tuple[Stay, ...]
    rows: tuple[Row, ...]
    silent: str


def make_person_stories(facts: Facts) -> tuple[PersonStory, ...]:
    """Return the story of every person, in the order of the study.

    >>> [story.id for story in make_person_stories(facts)]
    ['P01', 'P02', 'P03']
    """
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in facts.comparison.persons.to_dict("records"):
        rows.setdefault(row["person"], []).append(row)
    types = filter_types(facts)
    return tuple(_tell(facts, person, rows.get(person, []), types[person]) for person in facts.persons)


def filter_types(facts: Facts) -> dict[str, str]:
    """Return for each person the attributes that the page can filter by, as JSON.

    >>> import pandas as pd
    >>> from bp_qual.wording import Wording
    >>> from bp_qual.report.facts import gather_facts
    >>> attributes = pd.DataFrame({"person": ["P01", "P02"], "type": ["doer", "thinker"]})
    >>> filter_types(gather_facts(comparison, Wording("en"), attributes=attributes))
    {'P01': '{"type": "doer"}', 'P02': '{"type": "thinker"}', 'P03': '{}'}
    """
    names = [name for name, _ in attribute_values(facts)]
    own = {person: facts.attributes.get(person, {}) for person in facts.persons}
    return {
        person: json.dumps({name: values[name] for name in names if name in values}) for person, values in own.items()
    }


def attribute_values(facts: Facts) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the attributes worth a filter: the first few that have a few values each.

    >>> import pandas as pd
    >>> from bp_qual.wording import Wording
    >>> from bp_qual.report.facts import gather_facts
    >>> attributes = pd.DataFrame({"person": ["P01", "P02"], "type": ["doer", "thinker"]})
    >>> attribute_values(gather_facts(comparison, Wording("en"), attributes=attributes))
    (('type', ('doer', 'thinker')),)
    """
    found: dict[str, list[str]] = {}
    for person in facts.persons:
        for name, value in facts.attributes.get(person, {}).items():
            found.setdefault(name, []).append(value)
    kept = {name: tuple(sorted(set(values))) for name, values in found.items()}
    shared = [(name, values) for name, values in kept.items() if 1 < len(values) <= 12]
    return tuple(shared[:_MOST_FILTERS])


def _tell(facts: Facts, person: str, rows: list[dict[str, Any]], types: str) -> PersonStory:
    own = facts.attributes.get(person, {})
    spoken = [row for row in rows if any(facts.mentions.get((person, w, row["code"])) for w in facts.waves)]
    named = {row["code"] for row in spoken}
    was_read = any((person, wave) in facts.words for wave in facts.waves)
    silent = [facts.label(r["code"]) for r in rows if r["code"] not in named and r["verdict"] != "not coded"]
    changes = facts.comparison.shrunken
    spoken.sort(key=lambda row: (-abs(changes.get((person, row["code"]), 0.0)), row["code"]))
    return PersonStory(
        id=person,
        anchor=facts.person_anchor(person),
        types=types,
        attributes=own,
        described=" · ".join(f"{name}: {value}" for name, value in own.items()),
        sentence=_sentence(facts, person),
        stays=tuple(
            Stay(
                facts.words.get((person, wave)),
                facts.interviews.get((person, wave), 0),
                (person, wave) in facts.comparison.panel.missing,
            )
            for wave in facts.waves
        ),
        rows=tuple(_row(facts, person, row) for row in spoken),
        silent=facts.say("silent", codes=", ".join(silent)) if silent and was_read else "",
    )


def _sentence(facts: Facts, person: str) -> str:
    say = facts.say
    panel = facts.comparison.panel
    parts = [
        say("person_wave", wave=wave, words=say.many("word", facts.words[person, wave]))
        if (person, wave) in facts.words
        else say("person_unread" if (person, wave) in panel.missing else "person_absent", wave=wave)
        for wave in facts.waves
    ]
    text = "; ".join(parts)
    short = facts.status.get(person) == "too little text"
    return f"{text[0].upper()}{text[1:]}." + (f" {say('person_short')}" if short else "")


def _row(facts: Facts, person: str, row: dict[str, Any]) -> Row:
    say, code, difference = facts.say, row["code"], row["difference"]
    evidence = facts.evidence.get((person, code), "")
    missing = difference != difference
    return Row(
        code=code,
        code_anchor=facts.code_anchor(code),
        label=facts.label(code),
        direction="" if missing else direction(difference),
        counts=tuple(
            Count(facts.mentions.get((person, wave, code)), facts.cell_anchor(code, person, wave))
            for wave in facts.waves
        ),
        rates=say.change(row["rate_before"], row["rate_after"]),
        trajectory=say.state(row["trajectory"]),
        evidence=say.verdict(evidence) if evidence else "",
    )
