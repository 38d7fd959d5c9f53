"""What a coder did as an event, from a row of a table or what the page sends: checked before it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import Event, mark_passage, new_id
from bp_qual.coding.by_hand.anchors import anchor_event
from bp_qual.coding.by_hand.sketches import finish_text
from bp_qual.display import one_line, shown
from bp_qual.files.table_bytes import unescape_cell
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.validation.shown_masked import MASKED, UNMASKED
from bp_qual.wording import Remark
from bp_qual.wording.guesses import did_you_mean

if TYPE_CHECKING:
    import pandas as pd

PASSAGES = ("add", "accept", "reject", "clear")
_ABOUT = {"done": "interview", "undone": "interview", "fits": "interview", "remove": "of", "undo": "of"}


def make_event(
    row: Mapping[str, object] | pd.Series[object], do: str, corpus: Corpus | None, codebook: Codebook | None
) -> Event:
    """Return what a coder did as an event, checked and ready to be saved.

    Parameters
    ----------
    row, do
        As in `write_coding`.
    corpus, codebook : Corpus and Codebook
        The interviews and the codebook; what is about a passage needs both, ``done`` the codebook.

    Returns
    -------
    Event
        Nothing is saved yet.

    Raises
    ------
    ValueError
        For another action, or a row without what the action needs.

    Examples
    --------
    >>> make_event({"interview": "P01_2010", "id": "e1"}, "done", corpus, codebook).interview
    'P01_2010'
    """
    said = {name: row[name] for name in Event.__slots__ if name in row and name != "do"}
    event_id = str(said.pop("id", "")) or new_id()
    if do in PASSAGES or (do in ("done", "undone") and "start" in said):
        _need(said, do, ("interview", "start", "end", *(("code",) if do in PASSAGES else ())))
        if corpus is None or codebook is None:
            raise ValueError(Remark("deed lacks files", values={"do": do}))
        transcript = _interview(corpus, str(said["interview"]))
        start, end = whole_number(said, "start"), whole_number(said, "end")
        note = str(said.get("note", ""))
        _check_words(transcript, start, end, said.get("quote"))
        code, form = str(said.get("code", "")), said.get("form")
        event = mark_passage(do, transcript, start, end, code, codebook, note=note, event_id=event_id)
        return replace(event, form=str(form)) if do == "done" and form in (MASKED, UNMASKED) else event
    if do == "memo":
        _need(said, do, ("note",))
    elif do == "summary":
        _need(said, do, ("person", "code", "wave"))
    elif do in _ABOUT:
        _need(said, do, (_ABOUT[do],))
    else:
        raise ValueError(Remark("no such deed", values={"do": do, "all": (*PASSAGES, "memo", "summary", *_ABOUT)}))
    if do == "done":
        return _finish(said, codebook, event_id, corpus)
    if do == "fits":
        return _confirm(said, codebook, event_id)
    numbers = {name: whole_number(said, name) for name in ("start", "end") if name in said}
    named = ("interview", "code", "person", "wave", "of", "note", "quotes")
    texts = {name: str(said[name]) for name in named if name in said}
    event = Event(event_id, do, **texts, **numbers)  # type: ignore[arg-type]
    return _anchored(event, corpus) if do == "memo" and "start" in said and corpus is not None else event


def _check_words(transcript: Transcript, start: int, end: int, quote: object) -> None:
    """Refuse a row whose words stand elsewhere, as in a table of before the transcript was edited."""
    there = transcript.text[start:end] if 0 <= start < end else ""
    if isinstance(quote, str) and quote.strip() and unescape_cell(quote).split() != there.split():
        shown_there, asked = (shown(one_line(text), 60) for text in (there, quote))
        values = {"start": start, "end": end, "interview": transcript.interview, "there": shown_there, "asked": asked}
        raise ValueError(Remark("other words there", values=values))


def _anchored(memo: Event, corpus: Corpus) -> Event:
    """Return a memo on a passage with what stands there, so that it is found again in a text that was edited."""
    text = _interview(corpus, memo.interview).text
    if not 0 <= memo.start < memo.end <= len(text):
        values = {"start": memo.start, "end": memo.end, "interview": memo.interview}
        raise ValueError(Remark("no passage there", values=values))
    return anchor_event(memo, text, memo.start, memo.end)


def _finish(said: Mapping[str, object], codebook: Codebook | None, event_id: str, corpus: Corpus | None) -> Event:
    """Return that an interview is finished as it reads now, for one code or for every code of the codebook."""
    if codebook is None:
        raise ValueError(Remark("deed lacks files", values={"do": "done"}))
    interview, code, note = (str(said.get(name, "")) for name in ("interview", "code", "note"))
    if code:
        codebook.code(code)
    codes = () if code else codebook.ids
    talks = [t for t in corpus.transcripts if t.interview == interview] if corpus is not None else []
    event = Event(event_id, "done", interview=interview, code=code, codes=codes, codebook=codebook.coder, note=note)
    return finish_text(event, talks[0]) if talks else event


def _confirm(said: Mapping[str, object], codebook: Codebook | None, event_id: str) -> Event:
    """Return that what was coded of a code in an interview fits what the code means now."""
    _need(said, "fits", ("interview", "code"))
    if codebook is None:
        raise ValueError(Remark("deed lacks files", values={"do": "fits"}))
    interview, code, note = (str(said.get(name, "")) for name in ("interview", "code", "note"))
    meaning = codebook.meaning(code)
    return Event(event_id, "fits", interview=interview, code=code, codebook=codebook.coder, meaning=meaning, note=note)


def _need(said: Mapping[str, object], do: str, names: tuple[str, ...]) -> None:
    missing = [name for name in names if not str(said.get(name, ""))]
    if missing:
        raise ValueError(Remark("deed lacks", values={"do": do, "lacking": missing}))


def without_empty(row: Mapping[str, object] | pd.Series[object]) -> dict[str, object]:
    """Return a row of `write_coding` without its empty cells, as a table has them.

    Parameters
    ----------
    row : mapping or Series
        Of names and values.

    Returns
    -------
    dict

    Examples
    --------
    >>> without_empty({"note": "Look.", "code": float("nan"), "start": None})
    {'note': 'Look.'}
    """
    return {str(name): value for name, value in row.items() if isinstance(value, str) or not _is_gap(value)}


def _is_gap(value: object) -> bool:
    return value is None or str(value) in ("nan", "<NA>", "NaT")


def whole_number(row: Mapping[str, object] | pd.Series[object], name: str) -> int:
    """Return a number of a row of `write_coding`.

    >>> whole_number({"start": "24"}, "start"), whole_number({"start": 24.0}, "start")
    (24, 24)
    """
    value = row[name]
    if isinstance(value, float) and value.is_integer():  # as pandas gives whole numbers of a column with a gap
        return int(value)
    try:
        return int(str(value))
    except ValueError:
        raise ValueError(Remark("no whole number", values={"name": name, "value": shown(str(row[name]))})) from None


def _interview(corpus: Corpus, name: str) -> Transcript:
    known = {transcript.interview: transcript for transcript in corpus.transcripts}
    if name not in known:
        guess = did_you_mean(name, known, "there are")
        raise ValueError(Remark("no such interview", values={"name": name, "guess": guess}))
    return known[name]
