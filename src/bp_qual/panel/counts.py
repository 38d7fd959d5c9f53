"""The panel: how often each person spoke of each code in each wave, and how much that person said at all.

Zeros are written out for everybody who was interviewed; who was not interviewed in a wave has no row for it, never a
zero. Nothing is compared here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.codebook import Codebook
from bp_qual.codebook.migration import refuse_mixed_versions
from bp_qual.coding.combining import Combined
from bp_qual.coding.read_back import COUNTED, as_id, check_codings, refuse_unknown_ids, without_doubles
from bp_qual.display import escape, visible
from bp_qual.errors import warn_caller
from bp_qual.panel.segments import Segments, cut_in_segments
from bp_qual.panel.source import Source, unsought_codes
from bp_qual.panel.uncoded import Cells, coded_table, split_missing, uncoded_cells, uncoded_rows, without_uncoded
from bp_qual.transcripts import Corpus, sort_key
from bp_qual.transcripts.wave_order import order_waves
from bp_qual.wording import Wording, choose_language

if TYPE_CHECKING:
    import pandas as pd

COUNT_COLUMNS = ("person", "wave", "code", "mentions", "sentences", "present")
EXPOSURE_COLUMNS = ("person", "wave", "interviews", "words", "sentences", "turns")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Panel:
    """Counts of codes for every person interviewed in every wave, with how much was said.

    Attributes
    ----------
    counts : DataFrame
        person, wave, code, mentions, sentences (that hold a mention), present (1 or 0). What was not coded has no row.
    exposure : DataFrame
        person, wave, interviews, words, sentences, turns: of the respondent.
    persons, waves, codes : tuple of str
        In the order of the tables; waves in the order of time. A person of whom no interview could be read is there,
        without a row in the tables.
    labels : mapping of str to str
        What a code is called, where the codebook says so.
    source : Source or None
        The corpus, codings, codebook and segments that were counted; None for counts from elsewhere.
    uncoded : frozenset of tuple of str
        Person, wave and code of what nobody looked for in an interview: no count is known, not even zero.
    unread : frozenset of tuple of str
        Person and wave of interviews that could not be read, where there is no source that knows them.
    without_terms : tuple of str
        The codes without any term, in a panel that only the computer coded: nobody looked for them.

    >>> make_panel([{"person": "P01", "wave": "2010", "code": "hokjes", "mentions": 3}],
    ...            [{"person": "P01", "wave": "2010", "words": 1000}])
    Panel: 1 person · 1 wave (2010) · 1 code · 3 mentions in 1,000 respondent words
    """

    counts: pd.DataFrame
    exposure: pd.DataFrame
    persons: tuple[str, ...]
    waves: tuple[str, ...]
    codes: tuple[str, ...]
    labels: Mapping[str, str] = field(default_factory=dict)
    source: Source | None = None
    uncoded: Cells = frozenset()
    unread: frozenset[tuple[str, str]] = frozenset()
    without_terms: tuple[str, ...] = ()

    @property
    def coded(self) -> pd.DataFrame:
        """Whether each code was looked for in each person and wave: person, wave, code, coded (True or False).

        >>> set(panel.coded["coded"])
        {True}
        """
        return coded_table(self.exposure, self.codes, self.uncoded)

    @property
    def missing(self) -> frozenset[tuple[str, str]]:
        """Person and wave of the interviews that exist and could not be read: no count is known, not even zero.

        >>> make_panel([], [{"person": "P01", "wave": "1", "words": 9}], codes=["a"]).missing
        frozenset()
        """
        return frozenset(self.source.corpus.missing) if self.source else self.unread

    def label(self, code: str) -> str:
        """Return what a code is called, or its id where it has no name.

        >>> count_codes(codings, corpus, codebook).label("money")
        'Money'
        >>> panel.label("money")  # counts from elsewhere have no labels unless they are given
        'money'
        """
        return self.labels.get(code, code)

    @property
    def language(self) -> str:
        """The language of the codebook that was counted with, or an empty string.

        >>> panel.language, count_codes(codings, corpus, codebook).language
        ('', 'en')
        """
        return self.source.codebook.language if self.source else ""

    def __repr__(self) -> str:
        return self.say(choose_language(None, self.language))

    def say(self, language: str) -> str:
        """Return what was counted, in English (`en`) or Dutch (`nl`).

        >>> panel.say("nl")
        'Panel: 3 personen · 2 rondes (2010, 2020) · 2 codes · 70 vermeldingen in 10.000 woorden van respondenten'
        """
        sizes = {"persons": len(self.persons), "n": len(self.waves), "codes": len(self.codes)}
        mentions, words = int(self.counts["mentions"].sum()), int(self.exposure["words"].sum())
        text = Wording(language)("glance_panel", waves=self.waves, mentions=mentions, words=words, **sizes)
        return visible(text)

    def _repr_html_(self) -> str:
        say = Wording(choose_language(None, self.language))
        words = self.exposure.pivot(index="person", columns="wave", values="words").reindex(columns=list(self.waves))
        grid = words.to_html(na_rep="–", float_format=say.number, border=0)
        return f"<p>{escape(repr(self))}. {say('glance_panel_words')}</p>{grid}"


def count_codes(codings: pd.DataFrame | Combined, corpus: Corpus, codebook: Codebook) -> Panel:
    """Count the codings of every person in every wave, with how much that person said.

    A person interviewed twice in a wave gets one row: sums. A code of the codebook that nobody mentions is there with
    zeros. Codings with status `rejected` do not count, nor do those of an interview that nobody finished: what was not
    coded is no zero, nor is a code without terms where the codebook alone coded. Of two interviews in one wave both
    must be finished.

    Parameters
    ----------
    codings : DataFrame or Combined
        As `apply_codebook` gives them, sub-codes rolled up: every row counts once. A table that was read back from a
        file is fine: its ids become text again. Or what counts of a person's codings and the codebook's, from
        `combine_codings`, which knows what was not coded.
    corpus : Corpus
        The interviews that were coded.
    codebook : Codebook
        Whose codes are counted.

    Returns
    -------
    Panel
        Counts and exposure of every person in every wave, with the texts behind them.

    Raises
    ------
    CodebookError
        Where the codings come from more than one version of the codebook.
    ValueError
        Where the table lacks a column, a coding lies in no respondent's turn of the corpus, or has a code that the
        codebook does not have.

    Examples
    --------
    >>> import pandas as pd
    >>> from bp_qual.codebook import Code, Term
    >>> from bp_qual.transcripts import Transcript, Turn
    >>> turns = (Turn(0, "R", "respondent", 0, 15, "P01"),)
    >>> corpus = Corpus((Transcript("P01_2010", ("P01",), "2010", "Ja hoor. Samen.", turns),), ("P01",), ("2010",))
    >>> codebook = Codebook("Demo", "1", "nl", (Code("samen"), Code("hokjes", terms=(Term("hok", "lemma"),))))
    >>> row = {"interview": "P01_2010", "person": "P01", "wave": "2010", "turn": 0, "start": 9, "end": 14,
    ...        "code": "samen", "quote": "Samen", "negated": False, "prompted": False, "status": "auto"}
    >>> count_codes(pd.DataFrame([row]), corpus, codebook).counts.to_dict("list")["mentions"]
    [1, 0]
    """
    combined = codings if isinstance(codings, Combined) else None
    table = check_codings(codings.codings if isinstance(codings, Combined) else codings, corpus, needed=COUNTED)
    refuse_mixed_versions(table)
    codes = tuple(code.id for code in codebook.codes)
    kept = without_doubles(table[table["status"] != "rejected"])
    without_terms = unsought_codes(combined, kept, codebook)
    uncoded = uncoded_cells(combined, corpus, without_terms)
    refuse_unknown_ids(kept, corpus)
    counted = without_uncoded(kept.reset_index(drop=True), uncoded)
    segments = cut_in_segments(corpus, counted, codes)
    exposure = _exposure_of(corpus, segments)
    rows = counted[["person", "wave", "code"]].assign(sentence=segments.sentence)
    cells = rows.groupby(["person", "wave", "code"], sort=False)["sentence"].agg(["size", "nunique"])
    cells = cells.reset_index().rename(columns={"size": "mentions", "nunique": "sentences"})
    labels = {code.id: _label(code.label, codebook.language, code.id) for code in codebook.codes}
    counts = _written_out(cells, exposure, codes, uncoded, sentences_known=True)
    persons = _persons(exposure, corpus.missing)
    source = Source(corpus, counted, codebook, segments, combined)
    return Panel(counts, exposure, persons, corpus.waves, codes, labels, source, uncoded, without_terms=without_terms)


def make_panel(
    counts: pd.DataFrame | Sequence[Mapping[str, object]],
    exposure: pd.DataFrame | Sequence[Mapping[str, object]],
    *,
    waves: Sequence[str | int] = (),
    codes: Sequence[str] = (),
    labels: Mapping[str, str] | None = None,
    coded: pd.DataFrame | Sequence[Mapping[str, object]] | None = None,
    unread: Iterable[tuple[str, str]] = (),
) -> Panel:
    """Make a panel from counts that come from anywhere, such as an export of NVivo.

    Parameters
    ----------
    counts : DataFrame or rows
        person, wave, code, mentions; sentences too, if they were counted. Rows for the same cell are added up, and a
        cell without a row is a zero if the person was interviewed in that wave. Where mentions are missing the cell was
        not coded: it is absent, and no zero.
    exposure : DataFrame or rows
        person, wave, words; interviews, sentences and turns too, if they were counted. One row for each interview or
        for each person and wave: they are added up.
    waves, codes : sequence of str
        Their order; waves in the order of time. Without it codes are sorted by name, and waves by the years or the
        usual words in their names (2010, mei2011; pre, post), as `order_waves` says.
    labels : mapping of str to str, optional
        What the codes are called.
    coded : DataFrame or rows, optional
        person, wave, code and coded, True or False: what was looked for at all. Without a row, and without the table,
        everything was. A cell that was not coded is absent, never zero.
    unread : iterable of tuple of str
        Person and wave of interviews that exist and could not be read: such a person is no dropout.

    Returns
    -------
    Panel
        The same as of `count_codes`, but without texts: nothing that needs quotes or sentences can be made of it.

    Raises
    ------
    ValueError
        For a missing column, a number below zero, missing words, a count for somebody without words in that wave, or
        waves that nothing orders.

    Examples
    --------
    >>> exposure = [{"person": "P01", "wave": wave, "words": 2000} for wave in ("2010", "2020")]
    >>> make_panel([{"person": "P01", "wave": "2010", "code": "hokjes", "mentions": 3}], exposure).counts
      person  wave    code  mentions  sentences  present
    0    P01  2010  hokjes         3        NaN        1
    1    P01  2020  hokjes         0        NaN        0
    """
    _warn_of_doubles(exposure)
    spoken = _added_up(exposure, "exposure", ("person", "wave"), ("words",), ("interviews", "sentences", "turns"))
    counts, missing = split_missing(counts)
    cells = _added_up(counts, "counts", ("person", "wave", "code"), ("mentions",), ("sentences",))
    spoken["interviews"] = spoken["interviews"].fillna(spoken["rows"]).astype(int)
    _refuse_unknown(spoken, cells, waves, codes)
    order = tuple(map(as_id, waves)) or _order_of(spoken["wave"])
    persons = sorted(set(spoken["person"]), key=sort_key)
    placed = spoken.assign(first=spoken["person"].map(persons.index), then=spoken["wave"].map(order.index))
    spoken = placed.sort_values(["first", "then"], kind="stable")
    spoken = spoken[list(EXPOSURE_COLUMNS)].reset_index(drop=True)
    names = tuple(map(str, codes)) or tuple(sorted({*cells["code"], *(code for *_, code in missing)}, key=sort_key))
    known = len(cells) > 0 and bool(cells["sentences"].notna().all())
    interviewed = set(zip(spoken["person"], spoken["wave"], strict=True))
    uncoded = uncoded_rows(coded, cells) | {cell for cell in missing if cell[:2] in interviewed}
    counted = _written_out(cells, spoken, names, uncoded, sentences_known=known)
    gaps = frozenset((as_id(person), as_id(wave)) for person, wave in unread)
    everybody = _persons(spoken, gaps)
    return Panel(counted, spoken, everybody, order, names, dict(labels or {}), uncoded=uncoded, unread=gaps)


def _order_of(waves: Iterable[str]) -> tuple[str, ...]:
    order = order_waves(waves)
    named = ", ".join(map(repr, order.waves))
    if order.unknown:
        raise ValueError(f"nothing says which of these waves came first: give them in order, as waves=({named})")
    if order.by_short_years and list(order.waves) != sorted(order.waves, key=sort_key):
        said = f"the waves were taken as years, in the order {named}. If that is right, say so: waves=({named})"
        warn_caller(UserWarning(said))
    return order.waves


def _exposure_of(corpus: Corpus, segments: Segments) -> pd.DataFrame:
    import pandas as pd

    sums: dict[tuple[str, str], list[int]] = {}
    for transcript in corpus.transcripts:
        for person in transcript.persons:
            row = sums.setdefault((person, transcript.wave), [0, 0, 0, 0])
            row[0] += 1
            row[3] += sum(turn.role == "respondent" and turn.person == person for turn in transcript.turns)
    cell = segments.person * len(corpus.waves) + segments.wave
    for cell_id in np.unique(cell).tolist():
        person, wave = divmod(cell_id, len(corpus.waves))
        sentences = segments.words[slice(*np.searchsorted(cell, [cell_id, cell_id + 1]))]
        row = sums[corpus.persons[person], corpus.waves[wave]]
        row[1:3] = [int(sentences.sum()), len(sentences)]
    rank = {wave: number for number, wave in enumerate(corpus.waves)}
    places = sorted(sums, key=lambda cell_id: (sort_key(cell_id[0]), rank[cell_id[1]]))
    return pd.DataFrame([(*cell_id, *sums[cell_id]) for cell_id in places], columns=list(EXPOSURE_COLUMNS))


def _written_out(
    cells: pd.DataFrame,
    exposure: pd.DataFrame,
    codes: tuple[str, ...],
    uncoded: Cells,
    *,
    sentences_known: bool,
) -> pd.DataFrame:
    """Give every interviewed person a row for every code that was looked for, zeros included."""
    import pandas as pd

    frame = exposure[["person", "wave"]].merge(pd.DataFrame({"code": list(codes)}, dtype=object), how="cross")
    frame = without_uncoded(frame, uncoded)
    counts = frame.merge(cells[["person", "wave", "code", "mentions", "sentences"]], how="left")
    counts["mentions"] = counts["mentions"].fillna(0).astype(int)
    if sentences_known:
        counts["sentences"] = counts["sentences"].fillna(0).astype(int)
    counts["present"] = (counts["mentions"] > 0).astype(int)
    return counts[list(COUNT_COLUMNS)]


def _added_up(
    rows: pd.DataFrame | Sequence[Mapping[str, object]],
    name: str,
    keys: tuple[str, ...],
    needed: tuple[str, ...],
    known: tuple[str, ...],
) -> pd.DataFrame:
    """Check a table from elsewhere, and add up the rows of each cell; ``rows`` tells how many there were."""
    import pandas as pd

    given = pd.DataFrame(rows)
    columns = [*keys, *needed]
    table = given if len(given.columns) else pd.DataFrame(columns=columns)
    missing = [column for column in columns if column not in table.columns]
    if missing:
        raise ValueError(f"{name} lacks the column {', '.join(missing)}; it needs {', '.join(columns)}")
    table = table[[*columns, *(column for column in known if column in table.columns)]].copy()
    for key in keys:
        table[key] = table[key].map(as_id)
    for column in table.columns[len(keys) :]:
        numbers = pd.to_numeric(table[column], errors="coerce")
        wrong = ~(numbers >= 0) | (numbers % 1 != 0) | (numbers == float("inf"))
        if wrong.any():
            place = ", ".join(table.loc[wrong, list(keys)].iloc[0])
            raise ValueError(f"{name}: {column} of {place} must be a whole number, zero or more")
        table[column] = numbers.astype("int64")
    grouped = table.groupby(list(keys), sort=True)
    sums = grouped.sum(numeric_only=True).assign(rows=grouped.size()).reset_index()
    return sums.reindex(columns=[*keys, *needed, *known, "rows"])


def _warn_of_doubles(exposure: pd.DataFrame | Sequence[Mapping[str, object]]) -> None:
    """Warn of rows that are the same in everything: two interviews are seldom of exactly the same length."""
    import pandas as pd

    table = pd.DataFrame(exposure)
    if not {"person", "wave", "words"} <= set(table.columns):
        return
    twice = table[table.astype(str).duplicated() & (pd.to_numeric(table["words"], errors="coerce") > 0)]
    if len(twice):
        shown = ", ".join(f"{as_id(row['person'])} in {as_id(row['wave'])}" for _, row in twice.head(5).iterrows())
        told = (
            f"exposure holds the same row twice: {shown}. The words were added up, as of two interviews; if it is one, "
            "take a row out."
        )
        warn_caller(UserWarning(told))


def _refuse_unknown(
    exposure: pd.DataFrame, counts: pd.DataFrame, waves: Sequence[str | int], codes: Sequence[str]
) -> None:
    interviewed = set(zip(exposure["person"], exposure["wave"], strict=True))
    counted = dict.fromkeys(zip(counts["person"], counts["wave"], strict=True))
    lost = [" in ".join(place) for place in counted if place not in interviewed]
    if lost:
        raise ValueError(f"counts without words to set them against: {', '.join(lost[:5])}. Add them to exposure")
    for name, given, known in (("waves", waves, exposure["wave"]), ("codes", codes, counts["code"])):
        unnamed = sorted(set(known) - set(map(str, given)))
        if given and unnamed:
            raise ValueError(f"{name} does not name {', '.join(unnamed)}, which the tables have")


def _persons(exposure: pd.DataFrame, unread: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return who was interviewed, in order: also of whom no interview could be read, and nothing is counted."""
    return tuple(sorted({*exposure["person"], *(person for person, _ in unread)}, key=sort_key))


def _label(labels: Mapping[str, str], language: str, code: str) -> str:
    return labels.get(language) or next(iter(labels.values()), "") or code
