"""The matrix by change, after Saldaña: for each theme and person a row a descriptor, with what the interviews show.

It is a framework matrix with other rows: what a person wrote is read back and kept by the same means. Here is what
stands beside each field, and by which names its rows are known again, in either language.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from bp_qual.compare.choices import Choices
from bp_qual.compare.descriptors import DESCRIPTORS, FINDINGS, NEEDED, Said, ThemeCourse, describe_courses
from bp_qual.display import visible
from bp_qual.framework.layouts import say_passage, say_place
from bp_qual.framework.marks import text_mark
from bp_qual.framework.matrix import (
    Cell,
    CellKey,
    Framework,
    label_of_count,
    mark_quotes,
    quotes_by_cell,
    read_notes,
    read_written,
    source_of,
)
from bp_qual.panel import Panel
from bp_qual.quotes import Quote, find_quotes
from bp_qual.wording import LANGUAGES, Wording, choose_language

if TYPE_CHECKING:
    import pandas as pd

REMARKS = ("differences", "conditions", "interrelations", "development", "through_line")
ASPECTS = (*DESCRIPTORS, *REMARKS)
_EVERYONE = ""  # the person of the rows about all persons
_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class _Theme:
    """What is known of one code: the course of each person, the quotes, and when the topic guide asked for it."""

    code: str
    courses: Mapping[str, ThemeCourse]
    quotes: Mapping[CellKey, list[Quote]]
    asked: tuple[str, ...]

    def quotes_of(self, person: str) -> tuple[Quote, ...]:
        """Return all that a person said, wave after wave."""
        waves = self.courses[person].said
        return tuple(quote for said in waves for quote in self.quotes.get((person, self.code, said.wave), ()))


def make_change_matrix(
    panel: Panel,
    *,
    summaries: pd.DataFrame | None = None,
    asked: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    context: int = 1,
    language: str | None = None,
) -> Framework:
    """Lay out the longitudinal matrix after Saldaña: what changed in each theme, for all persons and for each.

    Parameters
    ----------
    panel : Panel
        From `count_codes`, so that there are quotes.
    summaries : DataFrame, optional
        What `read_framework` gave back of such a matrix. What was written is kept as it is; it is stale where what
        stands beside it has changed since.
    asked : mapping of str to tuple of str
        Codes that the topic guide asked for in some waves only, with those waves (`Study.asked`).
    context : int
        How many sentences to show around each quote.
    language : str, optional
        Language of the matrix, `nl` or `en`; that of the codebook if not given. A matrix in one language goes on in
        the other.

    Returns
    -------
    Framework
        For `write_framework`: a table for each code; rows for all persons and for each person, one for each descriptor
        (`describe_courses` says what makes it) and five for notes; one column.

    Raises
    ------
    ValueError
        Where the counts came from elsewhere, without codings.

    Examples
    --------
    >>> from bp_qual.panel import make_panel
    >>> make_change_matrix(make_panel([], [{"person": "P01", "wave": "2010", "words": 900}], codes=["hokjes"]))
    Traceback (most recent call last):
    ValueError: a framework matrix shows quotes, and these counts came without codings.
    """
    source = source_of(panel)
    say = Wording(choose_language(language, panel.language))
    quotes = quotes_by_cell(find_quotes(source.codings, corpus=source.corpus, context=context))
    courses = describe_courses(panel)
    written = read_written(_in_own_terms(summaries), source.codebook)
    cells = []
    for code in panel.codes:
        own = {person: courses[person, code] for person in panel.persons}
        asking = Choices(panel.waves[0], panel.waves[-1], asked=dict(asked)).asked_unevenly(code, panel.waves)
        theme = _Theme(code, own, quotes, tuple(wave for wave in panel.waves if asking and wave in asked[code]))
        cells += [_cell(row, written.pop(row.key, ("", "", "")), say) for row in _rows(theme, say)]
    carried = tuple(
        Cell(*_shown_key(key, say), summary=text, written_for=mark) for key, (text, mark, _) in written.items()
    )
    rows = tuple(_row_name(person, aspect, say) for person in (_EVERYONE, *panel.persons) for aspect in ASPECTS)
    return Framework(
        rows, panel.codes, (say("longitudinal_words"),), dict(panel.labels), tuple(cells), carried,
        read_notes(summaries), say.language, *label_of_count(source.combined), by_change=True,
    )  # fmt: skip


def is_by_change(summaries: pd.DataFrame) -> bool:
    """Return whether what was read back is of a matrix by change; False also where nobody wrote anything in it.

    >>> from bp_qual.framework.matrix import summary_table
    >>> is_by_change(summary_table([("P01 · ontbreekt", "hokjes", "In eigen woorden", "Nee.", "", "", "")]))
    True
    """
    return bool(summaries["wave"].isin(_columns()).any())


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: whose it is, what stands beside the field, and the same without words of a language."""

    key: CellKey
    told: tuple[str, ...]
    facts: tuple[object, ...]


def _rows(theme: _Theme, say: Wording) -> Iterator[_Row]:
    for aspect in ASPECTS:
        told, facts = _of_everyone(theme, aspect, say)
        yield _Row((_EVERYONE, theme.code, aspect), tuple(told), facts)
    for person, course in theme.courses.items():
        quotes = theme.quotes_of(person)
        for aspect in ASPECTS:
            told = [*_say_course(course, aspect, say), *_say_asked(theme, aspect, say)]
            with_quotes = _shows_quotes(course, aspect)
            told += [_say_quote(quote, say) for quote in quotes if with_quotes]
            shown = mark_quotes(quotes) if with_quotes or aspect in REMARKS else ""
            counts = tuple((said.wave, said.mentions, said.gap) for said in course.said)
            found = course.findings.items() if aspect in REMARKS else course.found(aspect).items()
            yield _Row((person, theme.code, aspect), tuple(told), (counts, tuple(found), theme.asked, shown))


def _say_course(course: ThemeCourse, aspect: str, say: Wording) -> Iterator[str]:
    """Yield what the counts of one person say under a descriptor, then the counts; notes have the counts alone."""
    known = tuple(said.wave for said in course.known)
    ends = {"before": known[0], "after": known[-1]} if known else {}
    found = {} if aspect in REMARKS else course.found(aspect)
    for name, about in found.items():
        yield say(f"longitudinal_{name}", waves=about, n=int(about[0]) if name.startswith("only_") else 0, **ends)
    if aspect not in REMARKS and not found and not (aspect == "missing" and course.gaps):
        yield _say_nothing(course, aspect, known, say)
    if found or aspect in REMARKS:
        yield " · ".join(_say_count(said, say) for said in course.said)
    else:
        yield from (_say_count(said, say) for said in course.gaps)


def _say_nothing(course: ThemeCourse, aspect: str, known: tuple[str, ...], say: Wording) -> str:
    if not known:
        return say("longitudinal_too_few_none")
    if not course.needs_more(aspect):
        return say("longitudinal_nothing", waves=known)
    return say("longitudinal_too_few" if len(known) < NEEDED["increase"] else "longitudinal_two_only", waves=known)


def _say_count(said: Said, say: Wording) -> str:
    if said.gap:
        why = say("longitudinal_no_words" if said.gap == "no_words" else said.gap)
        return say("longitudinal_gap", wave=said.wave, why=why)
    return say("longitudinal_count", wave=said.wave, n=said.mentions, words=said.words)


def _say_asked(theme: _Theme, aspect: str, say: Wording) -> Iterator[str]:
    if theme.asked and aspect in ("increase", "decrease", "surge", "missing"):
        yield say("longitudinal_asked", waves=theme.asked)


def _say_quote(quote: Quote, say: Wording) -> str:
    place, _, turn = say_place(quote, say).rpartition(", ")
    return say("longitudinal_quote", wave=quote.wave, said=say_passage(quote), interview=place, turn=turn)


def _shows_quotes(course: ThemeCourse, aspect: str) -> bool:
    """Return whether the quotes stand in a row: where it has evidence; of one known interview under what is missing."""
    if aspect == "missing":
        return course.needs_more("increase")
    return aspect in DESCRIPTORS and bool(course.found(aspect))


def _of_everyone(theme: _Theme, aspect: str, say: Wording) -> tuple[list[str], tuple[object, ...]]:
    """Return how many persons and who, under a descriptor; what could be known of them all stands by each number."""
    courses = theme.courses.values()
    if aspect in REMARKS:
        facts = tuple((course.person, tuple(course.findings.items())) for course in courses)
        return [], facts
    able = [course for course in courses if not course.needs_more(aspect) and course.known]
    those = {name: tuple(course.person for course in able if name in course.findings) for name in FINDINGS[aspect]}
    told = [
        say("longitudinal_those", what=say(f"longitudinal_those_{name}"), n=len(who), among=len(able), persons=who)
        for name, who in those.items()
        if who
    ]
    gaps = _gaps_of(courses) if aspect == "missing" else ()
    if not able and aspect in NEEDED:
        told.append(say("longitudinal_nobody_known", n=NEEDED[aspect]))
    elif not told and not gaps:
        told.append(say("longitudinal_nobody", among=len(able)))
    told += [
        say("longitudinal_gap", wave=wave, why=f"{_say_gap(gap, say)}: {', '.join(who)}") for wave, gap, who in gaps
    ]
    return [*told, *_say_asked(theme, aspect, say)], (tuple(those.items()), len(able), gaps, theme.asked)


def _gaps_of(courses: Collection[ThemeCourse]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    found: dict[tuple[str, str], list[str]] = {}
    for course in courses:
        for said in course.gaps:
            found.setdefault((said.wave, said.gap), []).append(course.person)
    waves = dict.fromkeys(said.wave for course in courses for said in course.said)
    return tuple((wave, gap, tuple(who)) for now in waves for (wave, gap), who in found.items() if wave == now)


def _say_gap(gap: str, say: Wording) -> str:
    return say("longitudinal_no_words" if gap == "no_words" else gap)


def _cell(row: _Row, written: tuple[str, str, str], say: Wording) -> Cell:
    summary, written_for, _ = written
    told = tuple(map(visible, row.told)) or (say("longitudinal_for_notes"),)
    return Cell(
        *_shown_key(row.key, say), fingerprint=text_mark(repr(row.facts)), summary=summary, written_for=written_for,
        told=told,
    )  # fmt: skip


def _shown_key(key: CellKey, say: Wording) -> CellKey:
    """Return a key as the matrix shows it; one that is of no descriptor stays as it is."""
    person, code, aspect = key
    return (_row_name(person, aspect, say), code, say("longitudinal_words")) if aspect in ASPECTS else key


def _row_name(person: str, aspect: str, say: Wording) -> str:
    return visible(f"{person or say('longitudinal_everyone')}{_BETWEEN}{say(f'longitudinal_row_{aspect}')}")


def _columns() -> set[str]:
    return {Wording(language)("longitudinal_words") for language in LANGUAGES}


def _in_own_terms(summaries: pd.DataFrame | None) -> pd.DataFrame | None:
    """Return what was read back with persons and descriptors instead of the names of rows, in whichever language."""
    if summaries is None:
        return None
    named = {}
    for say in map(Wording, LANGUAGES):
        for aspect in ASPECTS:
            named[say(f"longitudinal_row_{aspect}")] = (aspect, say("longitudinal_everyone"))
    rows = []
    for row in summaries.itertuples(index=False):
        person, _, name = row.person.rpartition(_BETWEEN)
        aspect, everyone = named.get(name, ("", ""))
        known = bool(aspect) and row.wave in _columns()
        rows.append((_EVERYONE if person == everyone else person, aspect) if known else (row.person, row.wave))
    persons, waves = ([row[n] for row in rows] for n in (0, 1))
    return summaries.assign(person=persons, wave=waves)
