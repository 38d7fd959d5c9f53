"""Proposed passages as a sheet in which a person says yes or no, and what was said there, saved as that person's work.

A yes is a coding by hand as any other; a no is a decision that the passage is not that code, so that it is not proposed
again. The ids of both begin with `SUGGESTED`: by that it is known how often proposals were right, in each wave.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import CoderLog, Event, HandCodings, ids_at, list_coders, new_id
from bp_qual.coding.by_hand.events import SUGGESTED
from bp_qual.coding.by_hand.standing import find_turn
from bp_qual.errors import StudyError
from bp_qual.files.table_bytes import unescape_cell
from bp_qual.study.copies import is_copied_today, keep_daily_copy
from bp_qual.study.hand_coding import read_codings
from bp_qual.study.row_events import make_event
from bp_qual.study.sampled_talk import find_sampled, note_damaged
from bp_qual.study.settled_sheets import decided_rows
from bp_qual.study.sheet_places import read_place
from bp_qual.study.study_folder import Study
from bp_qual.suggestions import Suggestions
from bp_qual.suggestions.known_passages import rows_within
from bp_qual.suggestions.list_notes import note_lists
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.validation.sheet_marks import as_mark
from bp_qual.wording import Remark, Wording

if TYPE_CHECKING:
    import pandas as pd

FITS = "fits"
SHEET_COLUMNS = (
    "code", "interview", "person", "wave", "turn", "start", "end", "quote", FITS, "like", "like_from", "also_like",
    "also_like_from", "above_known", "remark", "key",
)  # fmt: skip
_NEEDED = ("code", "interview", "quote", FITS)
_KEYED = ("code", "interview", "start", "end")
_FEWEST_MOVED = 2  # rows with the code of another: one may be a change of mind

Place = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class JudgedSuggestions:
    """How many proposed passages were accepted, declined and taken back, and the rows that could not be read.

    ``codes`` are those that something was said of, ``hand`` is what the coder has now.

    >>> JudgedSuggestions(2, 1, 0, ()).accepted
    2
    """

    accepted: int
    declined: int
    removed: int
    told: tuple[Remark, ...]
    codes: tuple[str, ...] = ()
    hand: HandCodings | None = None


def suggestion_sheet(suggestions: Suggestions) -> pd.DataFrame:
    """Return proposed passages as a table with an empty column `fits`, in which a person writes yes or no.

    Column `remark` says what can be told of the list of a code (`note_lists`); column `key` tells whether the code of a
    row is still the one for which its passage was proposed.

    >>> from bp_qual.suggestions import suggest_passages
    >>> sheet = suggestion_sheet(suggest_passages(codebook, corpus, codings, codes=["money"]))
    >>> sheet[["quote", "fits"]].values.tolist()[0]
    ['There was never enough.', '']
    """
    notes = note_lists(suggestions.table, suggestions.known, Wording(suggestions.language))
    remark = suggestions.table["code"].map(lambda code: notes.get(code, ""))
    table = suggestions.table.assign(**{FITS: "", "remark": remark})
    places = zip(*(table[name].astype(str).tolist() for name in _KEYED), strict=True)
    return table.assign(key=[_key_of(*place) for place in places])[list(SHEET_COLUMNS)]


def save_suggestions(study: Study, path: Path, corpus: Corpus, codebook: Codebook, *, coder: str) -> JudgedSuggestions:
    """Save what a coder said of proposed passages, in the coder's own file.

    Parameters
    ----------
    study : Study
        Whose folder.
    path : Path
        The sheet, .xlsx or .csv, with yes or no in the column `fits`; rows may be sorted or taken out, and columns
        added. A row is known by its code, interview and words; a row that is read again changes nothing.
    corpus, codebook : Corpus and Codebook
        As they are now.
    coder : str
        Who said it.

    Returns
    -------
    JudgedSuggestions

    Raises
    ------
    BpQualError
        Where it cannot be read, or has no such columns.
    """
    said, blank, told = _read_judged(path, corpus, codebook)
    hand = (
        read_codings(study, coder=coder, corpus=corpus, codebook=codebook)
        if coder in list_coders(study.folder)
        else None
    )
    told += _emptied(blank, hand, coder) if hand is not None else []
    own = [place for place, fits in said.items() if not fits and hand is not None and _own_at(place, hand, codebook)]
    told += [Remark("suggested own coding", values={"n": len(own), "coder": coder})] if own else []
    told += _in_samples(said, study, corpus)
    answers = [(place, fits) for place, fits in said.items() if place not in own]
    events = [event for place, fits in answers for event in _events(place, fits, hand, corpus, codebook)]
    if events and not is_copied_today(study.folder):
        keep_daily_copy(study)
    if events:
        CoderLog(study.folder, coder).append(events, command="suggest --read")
    did = Counter(event.do for event in events)
    codes = tuple(dict.fromkeys(place[3] for place in said))
    now = read_codings(study, coder=coder, corpus=corpus, codebook=codebook) if events else hand
    return JudgedSuggestions(did["add"], did["reject"], did["remove"], tuple(told), codes, now)


def _in_samples(said: Mapping[Place, bool], study: Study, corpus: Corpus) -> list[Remark]:
    """Return what must be said where somebody answered on passages that are to be coded blind, in a sample."""
    import pandas as pd

    try:
        sampled = find_sampled(study, corpus)
    except StudyError as error:
        return note_damaged(error.problems)
    rows = pd.DataFrame([place[:3] for place in said], columns=["interview", "start", "end"])
    n = int(rows_within(rows, sampled).sum()) if len(rows) else 0
    return [Remark("suggested in sample", values={"n": n})] if n else []


def _own_at(place: Place, hand: HandCodings, codebook: Codebook) -> bool:
    """Return whether a coder coded something of a passage with its code, or one below it, by other means than this."""
    interview, start, end, code = place
    made = hand.codings[~hand.codings["id"].str.startswith(SUGGESTED)]
    return any(ids_at(made, interview, start, end, name) for name in (code, *codebook.descendants(code)))


def _emptied(places: Sequence[Place], hand: HandCodings, coder: str) -> list[Remark]:
    """Return what must be said of places without a mark now at which a coder accepted or declined what was proposed."""
    accepted = hand.codings[hand.codings["id"].str.startswith(SUGGESTED)]
    declined = hand.decisions[hand.decisions["status"] == "rejected"]
    counts = {
        kind: sum(bool(ids_at(table, *place)) for place in places) if len(table) else 0
        for kind, table in (("suggested emptied", accepted), ("suggested no emptied", declined))
    }
    return [Remark(kind, values={"n": n, "coder": coder}) for kind, n in counts.items() if n]


def _read_judged(path: Path, corpus: Corpus, codebook: Codebook) -> tuple[dict[Place, bool], list[Place], list[Remark]]:
    """Return what was said of each place, the places without a mark, and what must be told of unclear rows."""
    said, blank = dict[Place, bool | None](), list[Place]()
    first = dict[Place, str]()
    gone = Counter[str]()
    texts = {transcript.interview: transcript for transcript in corpus.transcripts}
    rows, told = decided_rows(path, _NEEDED, "no suggestion sheet")
    moved = _moved_codes(rows, {*codebook.ids, *codebook.successors})
    told += [Remark("suggested codes moved", values={"places": moved, "n": len(moved)})] if moved else []
    for where, row in rows:
        if where in moved:
            continue
        text, place = row[FITS].strip(), _place(row, texts, codebook)
        mark = as_mark(text)
        if not text:
            blank += [place] if not isinstance(place, str) else []
        elif mark is None:
            told.append(Remark("suggested no mark", values={"place": where, "text": text}))
        elif place == "suggested no code":
            gone[row["code"].strip()] += 1
        elif isinstance(place, str):
            values = {"place": where, "text": row["quote"].strip()} | {"interview": row["interview"].strip()}
            told.append(Remark(place, values=values))
        elif first.setdefault(place, where) and said.setdefault(place, mark) is not mark:
            told.append(Remark("suggested twice", values={"place": where, "before": first[place]}))
            said[place] = None
    told += [_gone(code, n, codebook) for code, n in gone.items()]
    return {place: mark for place, mark in said.items() if mark is not None}, blank, told


def _key_of(code: str, interview: str, start: str, end: str) -> str:
    """Return the key of a row; it begins with a letter, so that no spreadsheet takes it for a number."""
    return "p" + hashlib.sha256("\x1f".join((code, interview, start, end)).encode("utf-8", "replace")).hexdigest()[:10]


def _moved_codes(rows: Sequence[tuple[str, Mapping[str, str]]], codes: Collection[str]) -> list[str]:
    """Return where the code of a row is that of another, which lost it: the column was sorted alone.

    Who writes another code in a row, or empties its key, has changed their mind.
    """
    changed = list[tuple[str, str, str]]()
    known = {*codes, *(row["code"].strip() for _, row in rows)}
    for where, row in rows:
        key, code, interview = (row.get(name, "").strip() for name in ("key", "code", "interview"))
        places = [str(read_place(row.get(name, ""))) for name in ("start", "end")]
        if not key or key == _key_of(code, interview, *places):
            continue
        own = next((other for other in sorted(known) if key == _key_of(other, interview, *places)), "")
        changed += [(where, own, code)] if own else []
    lost = Counter(own for _, own, _ in changed)
    moved = [where for where, _, code in changed if lost[code]]
    return moved if len(moved) >= _FEWEST_MOVED else []


def _gone(code: str, n: int, codebook: Codebook) -> Remark:
    """Say that rows are of a code that the codebook has no more, and what to do about it."""
    if code in codebook.split:
        return Remark("suggested split code", values={"n": n, "code": code, "codes": list(codebook.split[code])})
    return Remark("suggested no code", values={"n": n, "code": code})


def _place(row: Mapping[str, str], texts: Mapping[str, Transcript], codebook: Codebook) -> Place | str:
    """Return where the passage of a row is now: as written where its words stand there, else where they stand once.

    Where it is nowhere, the kind of remark that says why.
    """
    transcript, code = texts.get(row["interview"].strip()), row["code"].strip()
    code = codebook.successors.get(code, code)
    quote = unescape_cell(row["quote"]).strip()
    if transcript is None:
        return "suggested no interview"
    if code not in codebook.ids:
        return "suggested no code"
    start, end = (read_place(row.get(name, "")) for name in ("start", "end"))
    if start is not None and end is not None and quote:
        is_there = transcript.text[start:end].split() == quote.split()
        if is_there and find_turn(transcript, start, end):
            return transcript.interview, start, end, code
    start = transcript.text.find(quote) if quote else -1
    if start < 0 or transcript.text.find(quote, start + 1) >= 0 or not find_turn(transcript, start, start + len(quote)):
        return "suggested no place"
    end = start + len(quote)
    if any(_is_within_word(transcript.text, place) for place in (start, end)):
        return "suggested cut"
    return transcript.interview, start, end, code


def _is_within_word(text: str, place: int) -> bool:
    """Return whether there are letters or digits on both sides of a place."""
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def _events(place: Place, fits: bool, hand: HandCodings | None, corpus: Corpus, codebook: Codebook) -> Iterator[Event]:
    """Yield what is new in what was said of a place."""
    interview, start, end, code = place
    row = {"interview": interview, "start": start, "end": end, "code": code}
    there = ids_at(hand.codings, *place) if hand is not None else []
    refused = hand is not None and bool(ids_at(hand.decisions[hand.decisions["status"] == "rejected"], *place))
    if fits:
        if refused:
            yield make_event({**row, "id": SUGGESTED + new_id()}, "clear", corpus, codebook)
        if not there:
            yield make_event({**row, "id": SUGGESTED + new_id()}, "add", corpus, codebook)
        return
    for coding in there:
        yield make_event({"of": coding}, "remove", corpus, codebook)
    if not refused:
        yield make_event({**row, "id": SUGGESTED + new_id()}, "reject", corpus, codebook)
