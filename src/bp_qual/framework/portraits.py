"""A portrait: all that a study has of one person on one page, wave beside wave.

It brings together what is elsewhere by theme: when the interviews were and who spoke, how often each theme was said,
the quotes side by side with what a researcher wrote of them, and the memos. It computes nothing that has no other
place: counts are the panel's, what they point at is of `compare.descriptors`, cells are those of the framework matrix.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bp_qual.compare.descriptors import DESCRIPTORS, ThemeCourse, describe_courses
from bp_qual.files.seals import seal_page
from bp_qual.framework.layouts import say_gap, say_stale
from bp_qual.framework.matrix import Cell, Framework, make_framework
from bp_qual.panel import Panel
from bp_qual.report.html import page_part, page_policy, page_template
from bp_qual.report.memo_lines import MemoLine, list_memo_lines
from bp_qual.transcripts import Corpus
from bp_qual.wording import Wording, choose_language

if TYPE_CHECKING:
    import pandas as pd

_BAR, _STEP, _HIGH = 14, 20, 26  # of the small drawing of a theme: a bar, from bar to bar, the highest
ROLES = ("respondent", "interviewer", "other", "unknown")  # whose words are in `wording/portrait_texts.py`
_UNSAID = ("only_speaker", "only_up", "only_down", "never_said")  # not of this person's course alone


@dataclass(frozen=True, slots=True)
class Meeting:
    """The interviews with a person in one wave: names with dates, words, and how many turns each voice had.

    ``words`` is None, and ``gap`` says why, where there was no interview or none that was read.

    >>> Meeting("2010", (("P01_2010", "2010-03-04"),), 1500, "", (("P01", 41), ("interviewer", 40))).words
    1500
    """

    wave: str
    interviews: tuple[tuple[str, str], ...]
    words: int | None
    gap: str
    voices: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PortraitTheme:
    """One theme in one person: its course, what the counts point at, its bars (0 to 1), and a cell for each wave.

    >>> PortraitTheme("a", "Anger", ThemeCourse("P01", "a", ()), (), (), ()).label
    'Anger'
    """

    code: str
    label: str
    course: ThemeCourse
    pointed: tuple[str, ...]
    bars: tuple[float, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Portrait:
    """All that a study has of one person.

    Attributes
    ----------
    person, title, described : str
        Whose it is, the name of the study, and what is known of the person otherwise.
    meetings : tuple of Meeting
        One for each wave.
    themes : tuple of PortraitTheme
        Those that the person spoke of, in the order of the codebook.
    silent : tuple of str
        The names of those that were looked for and never said.
    memos : tuple of MemoLine
        On the person, on the interviews and on passages in them.
    whose : str
        Whose quotes they are, where anybody coded by hand.
    language : str
        Of the page, `nl` or `en`.

    >>> Portrait("P01", "Ageing", "", (), (), (), (), "", "en")
    Portrait of P01: 0 interviews, 0 themes, 0 quotes, 0 memos
    """

    person: str
    title: str
    described: str
    meetings: tuple[Meeting, ...]
    themes: tuple[PortraitTheme, ...]
    silent: tuple[str, ...]
    memos: tuple[MemoLine, ...]
    whose: str
    language: str

    @property
    def was_read(self) -> bool:
        """Whether an interview of the person was read: of others nothing is said of themes.

        >>> Portrait("P01", "Ageing", "", (), (), (), (), "", "en").was_read
        False
        """
        return any(meeting.interviews for meeting in self.meetings)

    def __repr__(self) -> str:
        quotes = sum(len(cell.quotes) for theme in self.themes for cell in theme.cells)
        interviews = sum(len(meeting.interviews) for meeting in self.meetings)
        sizes = {"interviews": interviews, "quotes": quotes, "themes": len(self.themes), "memos": len(self.memos)}
        return Wording(self.language)("portrait_glance", person=self.person, **sizes)

    def to_html(self) -> str:
        """Return the portrait as one page that needs no network.

        >>> "<h1>Portrait of &lt;b&gt;" in Portrait("<b>", "", "", (), (), (), (), "", "en").to_html()
        True
        """
        from markupsafe import Markup

        say, style = Wording(self.language), page_part("report.css") + page_part("portrait.css")
        page = page_template("portrait.html").render(
            portrait=self, say=say, style=Markup(style), policy=page_policy(style), gap=say_gap, stale=say_stale,
            roles=ROLES, bar=_BAR, step=_STEP, high=_HIGH,
        )  # fmt: skip
        return seal_page(page)


def make_portraits(
    panel: Panel,
    *,
    persons: Iterable[str] = (),
    title: str = "",
    attributes: pd.DataFrame | None = None,
    memos: pd.DataFrame | None = None,
    summaries: pd.DataFrame | None = None,
    other_marks: Mapping[tuple[str, str, str], Sequence[str]] | None = None,
    language: str | None = None,
) -> tuple[Portrait, ...]:
    """Make the portrait of each person of a study.

    Parameters
    ----------
    panel : Panel
        From `count_codes`, so that there are quotes.
    persons : iterable of str
        Only these; all if not given.
    title : str
        The study's name.
    attributes : DataFrame, optional
        What is known of the persons (`Study.persons`): a column person and any others.
    memos : DataFrame, optional
        What was noted while coding by hand (`Counted.memos`).
    summaries, other_marks : optional
        What was written in the framework matrix or on the page, as for `make_framework`.
    language : str, optional
        Of the page, `nl` or `en`; that of the codebook if not given.

    Returns
    -------
    tuple of Portrait
        In the order of the panel.

    Raises
    ------
    ValueError
        Where the counts came without codings, or a person is not in them.

    Examples
    --------
    >>> from bp_qual.panel import count_codes
    >>> make_portraits(count_codes(codings, corpus, codebook), persons=["P01"])
    (Portrait of P01: 2 interviews, 2 themes, 3 quotes, 0 memos,)
    """
    if panel.source is None:
        raise ValueError("a portrait shows quotes, and these counts came without codings.")
    wanted = tuple(persons) or panel.persons
    if unknown := [person for person in wanted if person not in panel.persons]:
        raise ValueError(f"not in the panel: {', '.join(unknown)}; it has {', '.join(panel.persons)}.")
    say = Wording(choose_language(language, panel.language))
    framework = make_framework(panel, summaries=summaries, other_marks=other_marks or {})
    cells: dict[tuple[str, str], list[Cell]] = {}
    for cell in framework.cells:
        cells.setdefault((cell.person, cell.code), []).append(cell)
    courses, known = describe_courses(panel), _known_of(attributes)
    return tuple(
        Portrait(
            person, title, " · ".join(known.get(person, ())), _meetings(panel, panel.source.corpus, person),
            tuple(_themes(framework, courses, cells, person)),
            tuple(panel.label(code) for code in panel.codes if "never_said" in courses[person, code].findings),
            _memos_of(memos, person, panel, say), framework.say_whose(say.language), say.language,
        )
        for person in panel.persons if person in wanted
    )  # fmt: skip


def _known_of(attributes: pd.DataFrame | None) -> dict[str, tuple[str, ...]]:
    if attributes is None or attributes.empty:
        return {}
    names = [name for name in attributes.columns if name != "person"]
    rows = attributes.fillna("").astype(str).to_dict("records")
    return {row["person"]: tuple(f"{name}: {row[name]}" for name in names if row[name].strip()) for row in rows}


def _meetings(panel: Panel, corpus: Corpus, person: str) -> tuple[Meeting, ...]:
    words = {
        row.wave: int(row.words) for row in panel.exposure[panel.exposure["person"] == person].itertuples(index=False)
    }
    found = []
    for wave in panel.waves:
        own = [t for t in corpus.transcripts if t.wave == wave and person in t.persons]
        voices = Counter(_voice(turn.role, turn.person) for transcript in own for turn in transcript.turns)
        gap = "" if wave in words else "not_read" if (person, wave) in panel.missing else "not_interviewed"
        ordered = sorted(voices.items(), key=lambda voice: (voice[0] != person, -voice[1], voice[0]))
        interviews = tuple((t.interview, t.date) for t in own)
        found.append(Meeting(wave, interviews, words.get(wave), gap, tuple(ordered)))
    return tuple(found)


def _voice(role: str, person: str) -> str:
    """Return a name for who speaks: an id, or a role; never a label, which may be a name."""
    return person if role == "respondent" and person else role


def _themes(
    framework: Framework,
    courses: Mapping[tuple[str, str], ThemeCourse],
    cells: Mapping[tuple[str, str], Sequence[Cell]],
    person: str,
) -> Iterable[PortraitTheme]:
    highest = max((said.rate for code in framework.codes for said in courses[person, code].known), default=0.0)
    for code in framework.codes:
        course, own = courses[person, code], tuple(cells[person, code])
        if any(cell.quotes or cell.summary for cell in own):
            found = [name for descriptor in DESCRIPTORS for name in course.found(descriptor) if name not in _UNSAID]
            bars = tuple(said.rate / highest if highest and not said.gap else 0.0 for said in course.said)
            yield PortraitTheme(code, framework.labels.get(code) or code, course, tuple(found), bars, own)


def _memos_of(memos: pd.DataFrame | None, person: str, panel: Panel, say: Wording) -> tuple[MemoLine, ...]:
    """Return the memos on a person, and on interviews with that person and what was said in them."""
    if memos is None or memos.empty or panel.source is None:
        return ()
    own = {t.interview for t in panel.source.corpus.transcripts if person in t.persons}
    kept = (memos["person"] == person) | ((memos["person"] == "") & memos["interview"].isin(own))
    return list_memo_lines(memos[kept], panel.labels, say)
