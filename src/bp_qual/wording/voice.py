"""One language of the reader: its texts with their gaps filled, and its way of writing numbers.

A text says by itself how a gap is written: ``{p:p}`` is a p, ``{persons:names}`` are names, ``{n:many person}`` is
"1 person" or "12 persons", ``{labels:quoted}`` are texts between quotation marks, ``{roles:said}`` are other remarks,
``{folder:shell}`` is typed in a terminal, between quotation marks where it holds a blank. A gap called ``before``,
``after`` or something that ends with ``wave``, and each of ``waves``, is a wave: "2020", or "wave 2" where it is called
2 and the text does not say `wave` in front of it.
So whoever fills a text gives plain values, and every number is written by `numerals`.
"""

from __future__ import annotations

import math
import re
import string
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from numbers import Integral, Real
from pathlib import PurePath
from typing import Any, Protocol, runtime_checkable

from bp_qual.display import in_shell, show_name
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording import numerals
from bp_qual.wording.article_texts import ARTICLE
from bp_qual.wording.check_texts import CHECK
from bp_qual.wording.cli_texts import CLI
from bp_qual.wording.codebook_texts import CODEBOOK
from bp_qual.wording.doubt_texts import DOUBTS
from bp_qual.wording.exchange_texts import EXCHANGE
from bp_qual.wording.explain_texts import EXPLAIN
from bp_qual.wording.glance_texts import GLANCE
from bp_qual.wording.grouped_texts import GROUPED
from bp_qual.wording.hand_texts import HAND
from bp_qual.wording.init_texts import INIT
from bp_qual.wording.longitudinal_texts import LONGITUDINAL
from bp_qual.wording.measures import MEASURES
from bp_qual.wording.names_texts import NAMES
from bp_qual.wording.paper_texts import PAPER
from bp_qual.wording.part_names import part_name
from bp_qual.wording.portrait_texts import PORTRAIT
from bp_qual.wording.report_texts import REPORT
from bp_qual.wording.reporting_texts import REPORTING
from bp_qual.wording.sample_texts import SAMPLE
from bp_qual.wording.suggested_texts import SUGGESTED
from bp_qual.wording.summary_texts import SUMMARY
from bp_qual.wording.team_texts import TEAM
from bp_qual.wording.text_parts import text_parts
from bp_qual.wording.texts import LANGUAGES, TEXTS, Bilingual
from bp_qual.wording.validation_texts import SHEET, VALIDATION
from bp_qual.wording.verdicts import RULES
from bp_qual.wording.word_texts import WORDS

_NAMED, _SHOWN = 12, 5
_TABLES = {
    "summary": SUMMARY, "check": CHECK, "init": INIT, "cli": CLI, "explain": EXPLAIN, "codebook": CODEBOOK,
    "glance": GLANCE, "hand": HAND, "exchange": EXCHANGE, "validation": VALIDATION, "paper": PAPER, "sheet": SHEET,
    "coded": TEAM, "names": NAMES, "spoken": WORDS, "suggest": SUGGESTED, "group": GROUPED,
    "sample": SAMPLE, "article": ARTICLE, "longitudinal": LONGITUDINAL, "portrait": PORTRAIT,
    "reporting": REPORTING,
}  # fmt: skip
_FIXED = {name: name for name in ("status", "role")} | {"trajectory": "state"}
_NUMBERS: dict[str, Callable[..., str]] = {
    "number": numerals.number, "rate": numerals.rate, "ratio": numerals.ratio, "limit": numerals.ratio_limit,
    "p": numerals.p_value, "percent": numerals.percent, "step": numerals.step, "signed": numerals.signed,
    "portion": numerals.portion, "decimals": partial(numerals.number, digits=2),
    "tenths": partial(numerals.number, digits=1),
}  # fmt: skip


def choose_language(asked: str | None, *known: str) -> str:
    """Return the language to speak: the one asked for, else the first known one that has texts, else English.

    >>> choose_language(None, "fr", "nl"), choose_language("en", "nl"), choose_language("")
    ('nl', 'en', 'en')
    """
    if asked and asked not in LANGUAGES:
        raise ValueError(f"there are no texts in {asked!r}; choose one of {', '.join(LANGUAGES)}.")
    return asked or next((language for language in known if language in LANGUAGES), "en")


def _text(name: str) -> Bilingual:
    """Return a text by its name: `check_note` stands in the table of `check`, under `note`."""
    table, _, rest = name.partition("_")
    if table in _TABLES and rest in _TABLES[table]:
        return _TABLES[table][rest]
    for texts in (REPORT, DOUBTS):
        if name in texts:
            return texts[name]
    return TEXTS[name]


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts and number forms of one language.

    >>> Wording("nl").number(15204.28, 1), Wording("en").number(15204.28, 1)
    ('15.204,3', '15,204.3')
    """

    language: str

    def __post_init__(self) -> None:
        choose_language(self.language or "none")

    def __call__(self, name: str, /, **values: object) -> str:
        """Return a text, its gaps filled as the text asks.

        >>> Wording("en")("only_in", wave="2020")
        'only in 2020'
        """
        return self.fill(_text(name), **values)

    def fill(self, text: Bilingual, /, **values: object) -> str:
        """Return a text that is given in both languages, its gaps filled.

        >>> Wording("nl").fill(("p {p:p}, {n:many person}", "p {p:p}, {n:many person}"), p=0.4, n=1)
        'p ,40, 1 persoon'

        Where there is nothing to put into a gap, the brackets round it go too, and the blank before it.

        >>> Wording("en").fill(("{n:many wave} ({waves:commas}).", "") , n=0, waves=())
        '0 waves.'
        """
        chosen = text[LANGUAGES.index(self.language)]
        said = _Gaps(self).fill(chosen, values)
        return _NOTHING.sub("", said).replace(_NONE, "") if _NONE in said else said

    def many(self, name: str, count: float, /, **values: object) -> str:
        """Return a text in its singular or plural, with the number in front.

        >>> Wording("nl").many("person", 1), Wording("nl").many("person", 12)
        ('1 persoon', '12 personen')
        """
        return self(f"{name}_{'one' if count == 1 else 'many'}", n=self.number(count), **values)

    def unit(self, measure: str) -> str:
        """Return what a rate is a rate of, in a few words.

        >>> Wording("nl").unit("mentions")
        'per 1.000 woorden'
        """
        return self.fill(MEASURES[measure].unit)

    def axis(self, measure: str) -> str:
        """Return what a rate is a rate of, beside a picture.

        >>> Wording("en").axis("mentions")
        'Mentions per 1,000 words'
        """
        return self.fill(MEASURES[measure].axis)

    def number(self, value: float, digits: int = 0) -> str:
        """Return a number as this language writes it; a missing one is a dash.

        >>> Wording("nl").number(float("nan"))
        '–'
        """
        return numerals.number(value, digits, language=self.language)

    def rate(self, value: float) -> str:
        """Return a rate with two digits that mean something.

        >>> [Wording("nl").rate(value) for value in (0, 0.3, 2.15, 31.2)]
        ['0', '0,30', '2,1', '31']
        """
        return numerals.rate(value, language=self.language)

    def change(self, before: float, after: float) -> str:
        """Return a rate then and later.

        >>> Wording("nl").change(0.8, 2.15)
        '0,80 → 2,1'
        """
        return f"{self.rate(before)} → {self.rate(after)}"

    def step(self, value: float) -> str:
        """Return a number on an axis with as many decimals as it needs.

        >>> Wording("nl").step(0.25)
        '0,25'
        """
        return numerals.step(value, language=self.language)

    def ratio(self, value: float) -> str:
        """Return how many times as often.

        >>> Wording("nl").ratio(2.81), Wording("nl").ratio(1234)
        ('2,8', '> 99')
        """
        return numerals.ratio(value, language=self.language)

    def limit(self, value: float) -> str:
        """Return a limit of a ratio, which reads 1.0 only where it is 1.

        >>> Wording("nl").limit(1.043)
        '1,04'
        """
        return numerals.ratio_limit(value, language=self.language)

    def span(self, low: float, high: float) -> str:
        """Return the two ends of an interval of ratios.

        >>> Wording("nl").span(0.61, 34), Wording("nl").span(0.61, 340)
        ('0,61–34', '0,61 tot > 99')
        >>> Wording("en").span(1.3, math.inf), Wording("nl").span(0.0, 0.8), Wording("nl").span(0.0, math.inf)
        ('at least 1.3', 'hoogstens 0,80', 'naar beide kanten open')
        """
        if math.isinf(high):
            return self("at_least", value=self.limit(low)) if low > 0 else self("no_limits")
        if low == 0:
            return self("at_most", value=self.limit(high))
        ends = self.limit(low), self.limit(high)
        return ("–" if "<" not in ends[0] and ">" not in ends[1] else f" {self('to')} ").join(ends)

    def p(self, value: float) -> str:
        """Return a p-value, never zero.

        >>> [Wording("en").p(value) for value in (0.0004, 0.0156, 0.4)]
        ['< .001', '.016', '.40']
        """
        return numerals.p_value(value, language=self.language)

    def listed(self, parts: Iterable[str], last_by: str = "and") -> str:
        """Return names one after the other, 'and' or 'or' before the last.

        >>> Wording("nl").listed(["hokjes", "samen", "geld"])
        'hokjes, samen en geld'
        """
        *first, last = tuple(parts) or ("",)
        return f"{', '.join(first)} {self(last_by)} {last}" if first else last

    def named(self, names: Iterable[str]) -> str:
        """Return the first twelve names, and how many more there are.

        >>> Wording("nl").named(f"P{number}" for number in range(1, 15))[-17:]
        'P11, P12 en nog 2'
        """
        every = tuple(names)
        more = f" {self('and_more', n=self.number(len(every) - _NAMED))}" if len(every) > _NAMED else ""
        return ", ".join(every[:_NAMED]) + more

    def word(self, column: str, value: str) -> str:
        """Return a fixed word of a table's column in this language; English has the word itself.

        >>> Wording("nl").word("trajectory", "faded"), Wording("nl").word("person", "faded")
        ('verdwenen', 'faded')
        >>> Wording("nl").word("verdict", "not tested")
        'niet getoetst'
        """
        if column == "verdict" and value in RULES:
            return self.verdict(value)
        name = f"{_FIXED.get(column, column)}_{value}"
        return self(name) if self.language != "en" and column in _FIXED and name in TEXTS else value

    def sentence(self, text: str) -> str:
        """Return a text as a sentence of its own; an id at its head stays as it is.

        >>> Wording("en").sentence("one person: no interval"), Wording("en").sentence("p01, p02: too few words.")
        ('One person: no interval.', 'p01, p02: too few words.')
        """
        if re.match(r"\w*[\d_]", text):
            return f"{text}{'' if text.endswith(('.', '?')) else '.'}"
        return f"{text[0].upper()}{text[1:]}{'' if text.endswith(('.', '?')) else '.'}"

    def tongue(self, language: str) -> str:
        """Return what a language is called.

        >>> Wording("nl").tongue("en"), Wording("nl").tongue("fy")
        ('Engels', 'fy')
        """
        return self(f"summary_in_{language}") if f"in_{language}" in SUMMARY else language

    def verdict(self, verdict: str) -> str:
        """Return what a change is called, in words of this language.

        >>> Wording("nl").verdict("uncertain")
        'onzeker'
        """
        return RULES[verdict].word(self.language)

    def wave(self, wave: str) -> str:
        """Return what a wave is called in a sentence: a small number alone would read as a count.

        >>> Wording("nl").wave("2"), Wording("nl").wave("2020")
        ('ronde 2', '2020')
        """
        return self("numbered_wave", number=wave) if wave.isdecimal() and len(wave) <= _SHORT_NUMBER else wave

    def state(self, trajectory: str) -> str:
        """Return what became of a theme in a person, in words of this language.

        >>> Wording("nl").state("faded")
        'verdwenen'
        """
        return self(f"state_{trajectory}") if f"state_{trajectory}" in TEXTS else trajectory


@runtime_checkable
class _Sayable(Protocol):
    """What can be said in a language, and so fill a gap of another text."""

    def say(self, language: str) -> str:
        """Return it in a language."""


_SHORT_NUMBER = 2  # digits of a number that reads as a count: 2010 does not
_NONE = "\x00"  # stands where a gap has nothing in it
_NOTHING = lazy_pattern(r" ?\(\x00\)| \x00(?=[ .,;:)\n]|$)|^\x00 ")


class _Gaps(string.Formatter):
    """Fills the gaps of a text: what is after the colon says how the value is written."""

    def __init__(self, say: Wording) -> None:
        self._say = say

    def fill(self, text: str, values: Mapping[str, object]) -> str:
        """Return a text with its gaps filled: each names a value, never a part of one."""
        said = list[str]()
        for before, name, form, conversion in text_parts(text):
            said.append(before)
            if name is not None:
                said.append(self.format_field(self.convert_field(values[name], conversion), form))
        return "".join(said)

    def format_field(self, value: object, spec: str) -> str:
        """Write one value as its gap asks; a mark where that is nothing."""
        return self._written(value, spec) or _NONE

    def _written(self, value: object, spec: str) -> str:
        say, (form, _, name) = self._say, spec.partition(" ")
        if form == "wave":
            if isinstance(value, str):
                return self._written(say.wave(value), name)
            return self._written([say.wave(str(one)) for one in value] if isinstance(value, Iterable) else value, name)
        if form in _NUMBERS:
            return _NUMBERS[form](value, language=say.language)
        if form == "many" and value is None:
            return say.many(name, math.nan)
        if form == "many" and isinstance(value, Real):
            return say.many(name, int(value) if isinstance(value, Integral) else float(value))
        if form in _LISTS and not isinstance(value, str) and isinstance(value, Iterable):
            return _LISTS[form](say, tuple(value))
        if form == "said" and isinstance(value, _Sayable):
            return _said(say, value)
        if form == "shell":
            return in_shell(str(value))
        if form == "part":
            return part_name(str(value), say.language)
        if form == "state":
            return say.state(str(value))
        if form == "caution":
            return say.fill(MEASURES[str(value)].caution)
        if isinstance(value, PurePath):
            return show_name(str(value))
        return str(super().format_field(value, spec))


def _said(say: Wording, text: object) -> str:
    """Return what fills a gap as it is said within a sentence: of a problem one blank stands behind its place."""
    if not isinstance(text, _Sayable):
        return str(text)
    said, place = text.say(say.language), getattr(text, "where", "")
    return f"{place}{said[len(place) + 1 :]}" if place and said.startswith(f"{place}  ") else said


def _show_some(say: Wording, texts: tuple[str, ...]) -> str:
    """Return the first five texts between quotation marks, and how many more there are."""
    more = f" {say('and_more', n=say.number(len(texts) - _SHOWN))}" if len(texts) > _SHOWN else ""
    return ", ".join(f"'{text}'" for text in texts[:_SHOWN]) + more


def _list_some(say: Wording, texts: tuple[str, ...], most: int = 8) -> str:
    """Return the first eight texts, and how many more there are."""
    more = f" {say('and_more', n=say.number(len(texts) - most))}" if len(texts) > most else ""
    return ", ".join(texts[:most]) + more


_LISTS: dict[str, Callable[[Wording, tuple[Any, ...]], str]] = {
    "names": lambda say, names: say.named(map(str, names)),
    "terms": lambda say, terms: ", ".join(say("term_in", term=term, wave=wave, n=n) for term, wave, n in terms),
    "quoted": lambda _, texts: ", ".join(map(repr, texts)),
    "shown": _show_some,
    "said": lambda say, remarks: ", ".join(remark.say(say.language) for remark in remarks),
    "points": lambda say, remarks: "; ".join(remark.say(say.language) for remark in remarks),
    "joined": lambda say, texts: say.listed(_said(say, text) for text in texts),
    "commas": lambda say, texts: ", ".join(_said(say, text) for text in texts),
    "choice": lambda say, texts: say.listed(texts, "or"),
    "either": lambda say, texts: f" {say('or')} ".join(
        text.say(say.language) if isinstance(text, _Sayable) else repr(text) for text in texts
    ),
    "some": _list_some,
    "part": lambda say, parts: say.listed(part_name(part, say.language) for part in parts),
}
