"""Codings by hand and drawn samples in a study with pseudonyms: at their words, and of the texts and codes of now."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand.anchors import anchor_event, find_anchor, hash_text
from bp_qual.coding.by_hand.events import Event, read_events, write_line
from bp_qual.coding.by_hand.following import follow_texts
from bp_qual.coding.by_hand.sketches import sketch_talk
from bp_qual.errors import BpQualError
from bp_qual.files.as_written import composed
from bp_qual.files.csv_tables import CsvCells, parse_csv
from bp_qual.pseudonyms.file_texts import decode_exactly
from bp_qual.pseudonyms.fitted_names import FittedNames
from bp_qual.pseudonyms.replacing import ReplacedText, Replacer
from bp_qual.study.sample_checks import STAMP, stamp_units
from bp_qual.study.sample_units import COLUMNS, DEALT
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.validation.sampling import SAID, hash_passage, stamp_corpus

_CODERS = ("coders", DEALT)


@dataclass(frozen=True, slots=True)
class MovedTalk:
    """An interview before and after: what it is called now, and its text.

    Examples
    --------
    >>> MovedTalk(Transcript("Jan_2010", ("P01",), "2010", "Ja.", ()), "P01_2010", ReplacedText("Ja.", ())).interview
    'P01_2010'
    """

    old: Transcript
    interview: str
    done: ReplacedText

    @property
    def sketch(self) -> str:
        """By which an edited form of the interview with pseudonyms is known."""
        turns = tuple(
            replace(turn, start=self.done.move(turn.start), end=self.done.move(turn.end, is_end=True))
            for turn in self.old.turns
        )
        return sketch_talk(replace(self.old, text=self.done.text, turns=turns))


@dataclass(frozen=True, slots=True)
class Renewal:
    """A study before and after, and what stood for its texts and codes: by `marks`, what stands for them now.

    The codebook is the same but for names, so that whoever coded with the old one coded with the new one.

    Examples
    --------
    >>> old, new = (Codebook(name, "1", "nl", ()) for name in ("Zwolle", "(place 1)"))
    >>> Renewal.of(Corpus((), (), ()), Corpus((), (), ()), old, new).marks[old.coder][:12]
    '(place 1)@1+'
    """

    old: Corpus
    marks: Mapping[str, str]
    codes: Mapping[str, str] = field(default_factory=dict)
    meanings: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, old: Corpus, new: Corpus, before: Codebook | None, after: Codebook | None) -> Renewal:
        """Return what became of two corpora and their codebooks.

        Parameters
        ----------
        old, new : Corpus
            The interviews before and after.
        before, after : Codebook, optional
            The codebook before and after, where there is one that can be read.

        Returns
        -------
        Renewal
        """
        marks = {stamp_corpus(old): stamp_corpus(new)}
        if before is None or after is None:
            return cls(old, marks)
        codes = dict(zip(before.ids, after.ids, strict=True))
        meanings = {(code, before.meaning(code)): after.meaning(now) for code, now in codes.items()}
        return cls(old, marks | {before.coder: after.coder}, codes, meanings)

    def code(self, code: str, fitted: FittedNames) -> str:
        """Return what a code is called now, also one that the codebook has no more."""
        return self.codes.get(code) or (fitted.code(code) if self.codes else code)


def change_codings(data: bytes, moved: Mapping[str, MovedTalk], everywhere: Replacer, renewal: Renewal) -> bytes:
    """Return a coder's file with every event at its words in the new text, what people wrote in it replaced.

    Parameters
    ----------
    data : bytes
        The file.
    moved : mapping of str to MovedTalk
        The interviews, by what they were called.
    everywhere : Replacer
        Replaces names in texts of no single interview.
    renewal : Renewal
        The studies before and after.

    Returns
    -------
    bytes
        A line for each event.

    Examples
    --------
    >>> change_codings(b"", {}, Replacer([]), Renewal(Corpus((), (), ()), {}))
    b''
    """
    events = follow_texts(read_events(data)[0], renewal.old)
    changed = (_change_event(_renewed(event, everywhere, renewal), moved, everywhere) for event in events)
    return b"".join(write_line(event) + b"\n" for event in changed)


def _renewed(event: Event, everywhere: Replacer, renewal: Renewal) -> Event:
    """Return an event with its coders, the codebook of now, and what its code means there."""
    fitted = FittedNames(everywhere)
    return replace(
        event,
        code=renewal.code(event.code, fitted),
        codes=tuple(renewal.code(code, fitted) for code in event.codes),
        coders=tuple(map(fitted.coder, event.coders)),
        codebook=renewal.marks.get(event.codebook, everywhere.replace(event.codebook).text),
        meaning=renewal.meanings.get((event.code, event.meaning), event.meaning),
    )


def _change_event(event: Event, moved: Mapping[str, MovedTalk], everywhere: Replacer) -> Event:
    def change(text: str) -> str:
        return everywhere.replace(text).text

    written = replace(
        event, person=change(event.person), wave=change(event.wave), note=change(event.note),
        quotes=change(event.quotes), file=change(event.file), sketch="",
    )  # fmt: skip
    talk = moved.get(event.interview)
    written = replace(written, interview=change(event.interview) if talk is None else talk.interview)
    if talk is not None and event.text == hash_text(talk.old.text):
        written = replace(written, text=hash_text(talk.done.text), sketch=talk.sketch if event.sketch else "")
    place = find_anchor(event, talk.old.text) if talk is not None and event.start >= 0 else None
    if talk is None or place is None:
        return replace(
            written, quote=change(event.quote), before=change(event.before), after=change(event.after)
        )  # fmt: skip
    start, end = talk.done.move(place[0]), talk.done.move(place[1], is_end=True)
    return anchor_event(written, talk.done.text, start, end)


def change_sample(data: bytes, moved: Mapping[str, MovedTalk], everywhere: Replacer, renewal: Renewal) -> bytes:
    """Return a sample with its passages at their words in the new texts, and the stamps of those.

    Parameters
    ----------
    data : bytes
        The file.
    moved : mapping of str to MovedTalk
        The interviews, by what they were called.
    everywhere : Replacer
        Replaces names in texts of no single interview.
    renewal : Renewal
        The studies before and after.

    Returns
    -------
    bytes
        The table with the columns it had.

    Examples
    --------
    >>> change_sample(b"unit,interview", {}, Replacer([]), Renewal(Corpus((), (), ()), {}))
    b'unit,interview'
    """
    text, codec = decode_exactly(data)
    try:
        table = parse_csv(data, where="", is_heading=_is_heading)
    except BpQualError:
        table = CsvCells("", (), ())
    if not _is_heading(table.header):  # no sample that could be used
        return everywhere.replace(text).text.encode(codec)
    columns = [name.casefold() for name in table.header]
    rows = [dict(zip(columns, map(str.strip, cells), strict=True)) for _, cells in table.rows]
    changed = [_change_unit(row, moved, everywhere, renewal) for row in rows]
    if {row.get(STAMP) for row in rows} == {stamp_units(rows)}:
        stamp = stamp_units(changed)
        changed = [{**row, STAMP: stamp} for row in changed]
    above = "".join(text.splitlines(keepends=True)[: table.line - 1]) or text[: text.startswith("\ufeff")]
    buffer = io.StringIO(newline="")
    written = csv.writer(buffer, delimiter=table.separator, lineterminator="\r\n" if "\r\n" in text else "\n")
    written.writerows([table.header, *(row.values() for row in changed)])
    return (everywhere.replace(above).text + buffer.getvalue()).encode(codec)


def _is_heading(row: Sequence[str]) -> bool:
    names = [cell.strip().casefold() for cell in row]
    return set(COLUMNS) <= set(names) and len(set(names)) == len(names)


def _change_unit(
    row: dict[str, str], moved: Mapping[str, MovedTalk], everywhere: Replacer, renewal: Renewal
) -> dict[str, str]:
    new = {key: renewal.marks.get(cell, everywhere.replace(cell).text) for key, cell in row.items()}
    fitted = FittedNames(everywhere)
    if "codes" in new:
        new["codes"] = " ".join(renewal.code(code, fitted) for code in row["codes"].split(" "))
    new |= {name: " ".join(map(fitted.coder, composed(row[name]).split())) for name in _CODERS if name in row}
    talk = moved.get(row["interview"])
    if talk is not None and row["start"].isdecimal() and row["end"].isdecimal():
        start, end = int(row["start"]), int(row["end"])
        new_start, new_end = talk.done.move(start), talk.done.move(end, is_end=True)
        new |= {"start": str(new_start), "end": str(new_end)}
        if row.get(SAID) == hash_passage(talk.old.text[start:end]):
            new[SAID] = hash_passage(talk.done.text[new_start:new_end])
    return new
