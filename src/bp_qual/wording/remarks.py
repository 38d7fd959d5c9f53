"""Remarks: what a reader must know beside a number, as small values that can be said in English and in Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bp_qual.wording.numerals import p_value

LANGUAGES = ("en", "nl")
_NAMED = 12

SENTENCES: dict[str, tuple[str, str]] = {
    # beside a code
    "too few changed": (
        "too few for a test ({changed} changed; {needed} needed)",
        "te weinig voor een toets ({changed} veranderd; {needed} nodig)",
    ),
    "nobody compared": (
        "nobody with enough words in both waves",
        "niemand met genoeg woorden in beide golven",
    ),
    "not mentioned": ("not mentioned by these persons", "door deze personen niet genoemd"),
    "one wave only": (
        "only in {wave}: no ratio",
        "alleen in {wave}: geen verhouding",
    ),
    "one person carries": (
        "{person} alone carries {wave}: no interval of the ratio",
        "{person} draagt {wave} alleen: geen interval om de verhouding",
    ),
    "one person": ("one person: no interval", "één persoon: geen interval"),
    "not looked for": (
        "has no terms: not looked for here",
        "heeft geen termen: hier niet naar gezocht",
    ),
    "asked once": (
        "asked for in {wave} only: not tested",
        "alleen in {wave} naar gevraagd: niet getoetst",
    ),
    "no spread": (
        "everybody changed alike: no t test",
        "iedereen veranderde evenveel: geen t-toets",
    ),
    "exploratory": (
        "not in the plan: p_adjusted is a share of false findings (BH)",
        "niet in het plan: p_adjusted is een aandeel valse vondsten (BH)",
    ),
    "drift": (
        "found in one wave only: {terms}; a new word, or a new theme?",
        "alleen in één golf gevonden: {terms}; een nieuw woord of een nieuw thema?",
    ),
    # beside a person
    "perhaps": ("perhaps {trajectory} (tentative, p {p})", "misschien {trajectory} (voorzichtig, p {p})"),
    "not interviewed": ("not interviewed in {wave}", "niet geïnterviewd in {wave}"),
    "no words": ("no words in {wave}", "geen woorden in {wave}"),
    "too little text": (
        "too little text in {wave} ({words} words; {floor} needed)",
        "te weinig tekst in {wave} ({words} woorden; {floor} nodig)",
    ),
    # about the whole
    "left out, one wave": (
        "{persons}: interviewed in one of the two waves only, so left out of what changed",
        "{persons}: in maar een van de twee golven geïnterviewd, dus buiten de verandering gehouden",
    ),
    "left out, little text": (
        "{persons}: fewer than {floor} words in a wave, so kept in the tables but left out of what changed",
        "{persons}: minder dan {floor} woorden in een golf, dus wel in de tabellen maar buiten de verandering gehouden",
    ),
    "no pairs": (
        "nobody has enough words in both {before} and {after}: nothing can be compared within persons",
        "niemand heeft genoeg woorden in zowel {before} als {after}: binnen personen valt niets te vergelijken",
    ),
    "smallest p": (
        "so few are compared ({compared}) that no p can be smaller than {p}",
        "zo weinigen zijn vergeleken ({compared}) dat geen p kleiner kan zijn dan {p}",
    ),
    "turns depend on style": (
        "turns get longer or shorter with the interviewer and the transcriber: a change in this measure may be theirs",
        "beurten worden langer of korter door interviewer en uitwerker: een verschil in deze maat kan van hen zijn",
    ),
    "false flags": (
        "{shown} of {cells} persons x codes with a mention changed clearly; chance alone could show {chance}",
        "{shown} van {cells} personen x codes met een vermelding veranderden duidelijk; toeval kan er {chance} geven",
    ),
    "no test possible": (
        "so few are compared ({compared}) that no test is possible ({needed} changed needed): read this as description",
        "zo weinigen zijn vergeleken ({compared}) dat geen toets kan ({needed} veranderd nodig): lees als beschrijving",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark: its kind, the code or person it stands beside (empty: the whole), and what it fills in.

    A fraction among the values is a p, a list names persons, a tuple holds terms found in one wave only.

    >>> remark = Remark("too few changed", "opvolging", {"changed": 3, "needed": 6})
    >>> print(remark)
    too few for a test (3 changed; 6 needed)
    >>> remark.say("nl")
    'te weinig voor een toets (3 veranderd; 6 nodig)'
    """

    kind: str
    code: str = ""
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.say("en")

    def say(self, language: str) -> str:
        """Return the remark in English (`en`) or Dutch (`nl`).

        >>> Remark("one person").say("en")
        'one person: no interval'
        """
        if language not in LANGUAGES:
            raise ValueError(f"remarks are said in {' and '.join(LANGUAGES)}, not in {language!r}")
        shown = {name: _shown(value, language) for name, value in self.values.items()}
        return SENTENCES[self.kind][LANGUAGES.index(language)].format(**shown)


def _shown(value: object, language: str) -> object:
    """Word a value: a p, persons (the first twelve by name), or terms with their wave and how many used them."""
    if isinstance(value, list):
        more = ("and {} more", "en nog {}")[LANGUAGES.index(language)].format(len(value) - _NAMED)
        return ", ".join(value[:_NAMED]) + (f" {more}" if len(value) > _NAMED else "")
    if isinstance(value, float):
        return p_value(value, language)
    if isinstance(value, tuple):
        persons = ("persons", "personen")[LANGUAGES.index(language)]
        return ", ".join(f"'{term}' ({wave}, {count} {persons})" for term, wave, count in value)
    return value
