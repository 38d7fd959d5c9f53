"""An overview of the codings by hand in a study: who coded what, how much is done, and what cannot be counted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.coding.agreeing import AGREED
from bp_qual.coding.by_hand import (
    Event,
    HandCodings,
    History,
    alike_but_for_capitals,
    list_coders,
    list_strays,
    place_codings,
    read_history,
)
from bp_qual.coding.by_hand.events import SUGGESTED
from bp_qual.coding.by_hand.replay import codes_left
from bp_qual.coding.by_hand.standing import Standing
from bp_qual.coding.combining import combine_codings
from bp_qual.coding.made_with import as_confirmed, redefined_since, say_redefined
from bp_qual.coding.open_codes import find_left_by, say_left_open
from bp_qual.compare.origins import say_form
from bp_qual.display import show_name, visible
from bp_qual.files.as_written import composed
from bp_qual.study.offered_codes import offered_codes
from bp_qual.study.reading_agreed import read_agreed_now
from bp_qual.study.reading_hands import tell_carried, tell_missing, tell_renamed, tell_resaved
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark, Wording

if TYPE_CHECKING:
    import pandas as pd

TABLE_COLUMNS = (
    "coder", "interview", "person", "wave", "turn", "start", "end", "code", "quote", "status", "why", "memo", "at",
    "id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amiss:
    """A coding or decision that cannot be counted as it is: `no code`, `no hit` or `lost`, and then why.

    >>> Amiss("lost", "P01_2010", "a", "samen", "lost_place").why
    'lost_place'
    """

    status: str
    interview: str
    code: str
    quote: str
    why: str = ""
    decided: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Overview:
    """What every coder did in a study.

    Attributes
    ----------
    table : DataFrame
        One row for each coding and decision that holds: coder, interview, person, wave, turn, start, end, code, quote,
        status (`human`; of a hit `accepted` or `rejected`, of a proposal `declined`; `lost`, `no code` or `no hit`),
        why (a lost one has no place), memo, at, id.
    lines : tuple of str
        The same in words: a line for each coder, and for each thing that deserves a look.
    problems : int
        How many things there are that cannot be counted as they are.

    Examples
    --------
    >>> from pathlib import Path
    >>> print(overview_of(Study(Path("no/such/folder")), codings, corpus, codebook).lines[0])
    Nobody has coded this study by hand: there is no file in its folder codings.
    """

    table: pd.DataFrame
    lines: tuple[str, ...]
    problems: int


def overview_of(
    study: Study, hits: pd.DataFrame, corpus: Corpus, codebook: Codebook, *, language: str = "en"
) -> Overview:
    """Return what every coder did in a study.

    Parameters
    ----------
    study : Study
        Whose folder holds the coders' files.
    hits : DataFrame
        From `apply_codebook`: decisions on hits that are no more are listed.
    corpus, codebook : Corpus and Codebook
        As they are now.
    language : str
        Language of the lines: `en` or `nl`.

    Returns
    -------
    Overview
        Rows of all coders, in order of their names.
    """
    import pandas as pd

    say, problems, offered = Wording(language), 0, offered_codes(study)
    rows: list[tuple[object, ...]] = []
    lines: list[str] = []
    coders, there = list_coders(study.folder), {talk.interview for talk in corpus.transcripts}
    for coder in coders:
        history = read_history(study.folder, coder, codebook)
        agreed = read_agreed_now(study.folder, corpus, codebook, hits=hits) if coder == AGREED else None
        hand = agreed.hand if agreed else place_codings(history, corpus)
        own, wrong = _looked_over(history, hand, hits, corpus, codebook, offered, say)
        rows += own
        lines += _coder(hand, corpus, codebook, say)
        told = [note.say(language) for note in agreed.told] if agreed else []
        decided = tuple(event for event in hand.state.decisions if not event.id.startswith(SUGGESTED))
        for made in (hand.state.codings, decided):
            redefined = redefined_since(as_confirmed(made, hand.state), codebook)
            told += say_redefined(redefined, len(made), coder, codebook, say)
        made = (*hand.state.codings, *hand.state.decisions)
        renamed = tell_renamed(coder, hand.renamed, hand.state.marks, there)
        told += [note.say(language) for note in (*renamed, *tell_carried(coder, made, hand.was))]
        lines += [f"  {line}" for line in (*wrong, *_noted(history, hand.state.imports, hand.edited, say), *told)]
        cut = sum(part.unfinished and part.at_end for parts in history.damage.values() for part in parts)
        problems += len(wrong) + cut
    if not rows and not lines:
        lines = [say("hand_nobody")]
    lines += [note.say(language) for note in tell_capitals(coders)]
    lines += (strays := _say_strays(study, say))
    problems += len(strays)
    table = pd.DataFrame(rows, columns=list(TABLE_COLUMNS)).astype(dict.fromkeys(("turn", "start", "end"), "Int64"))
    return Overview(table, tuple(map(visible, lines)), problems)


def _say_strays(study: Study, say: Wording) -> list[str]:
    """Name the files beside those of coders that are not read, because their name is no coder's."""
    strays = [show_name(path.name) for path in list_strays(study.folder)]
    return [say("hand_strays", files=strays)] if strays else []


def tell_capitals(coders: Iterable[str]) -> tuple[Remark, ...]:
    """Say which coders have names that differ in capitals only.

    >>> len(tell_capitals(["Anna", "anna", "bea"])), tell_capitals(["anna", "bea"])
    (1, ())
    """
    alike = alike_but_for_capitals(coders)
    return tuple(Remark("coders in other capitals", values={"coders": names}) for names in alike)


def tell_amiss(
    history: History,
    standings: Iterable[Standing],
    places: Set[object],
    codebook: Codebook,
    there: Collection[str],
    *,
    study: Study | None = None,
    renamed: Mapping[str, str] = MappingProxyType({}),
    language: str = "en",
) -> tuple[str, ...]:
    """Return what deserves a look in the codings of one coder, a line each.

    Parameters
    ----------
    history : History
        What the coder did.
    standings : iterable of Standing
        Where it stands: in all interviews at once, or interview by interview.
    places : set
        Where the codebook has a hit (`places_of`).
    codebook : Codebook
        As it is now.
    there : collection of str
        The interviews that are read now.
    study : Study, optional
        Whose imports may have written a codebook with the codes that this one lacks, which is then named, and whose
        coders may have names that differ in capitals only.
    renamed : mapping of str to str
        What interviews are called now that were called otherwise when the coder did something there.
    language : str
        Language of the lines: `en` or `nl`.

    Returns
    -------
    tuple of str
        Codings without a place, a hit or a code; damaged lines; copies that a sync client made; files not read.

    Examples
    --------
    >>> from bp_qual.coding.by_hand import History
    >>> tell_amiss(History("anna", ()), (), set(), codebook, ())
    ()
    """
    say, codes = Wording(language), set(codebook.ids)
    amiss: list[Amiss] = []
    imports: list[Event] = []
    edited: list[str] = []
    made: list[Event] = []
    marks: list[Event] = []
    for standing in standings:
        marks += standing.state.marks
        made += (*standing.state.codings, *standing.state.decisions)
        amiss += _amiss_in(standing, places, codes)
        imports += standing.state.imports
        edited += standing.edited
    offered = offered_codes(study) if study is not None and any(row.status == "no code" for row in amiss) else {}
    lines = (
        *_say_amiss(amiss, history.coder, codebook, say, offered),
        *_damaged(history, say),
        *_noted(history, imports, edited, say),
        *(note.say(language) for note in tell_renamed(history.coder, renamed, marks, there)),
        *(note.say(language) for note in tell_carried(history.coder, made, history.was)),
        *(note.say(language) for note in tell_capitals(list_coders(study.folder) if study is not None else ())),
        *(_say_strays(study, say) if study is not None else ()),
    )
    return tuple(map(visible, lines))


def tell_gone(hand: HandCodings, codebook: Codebook, study: Study, language: str) -> tuple[str, ...]:
    """Return which codes of one coder's work the codebook has no more, a line each, with what to do.

    Parameters
    ----------
    hand : HandCodings
        What the coder did.
    codebook : Codebook
        As it is now.
    study : Study
        Whose imports may have written a codebook with such a code, which is then named.
    language : str
        Language of the lines: `en` or `nl`.

    Returns
    -------
    tuple of str
    """
    amiss = [
        Amiss("no code", interview, code, "", decided=decided)
        for decided, table in ((False, hand.codings), (True, hand.decisions))
        for interview, code in zip(table["interview"].tolist(), table["code"].tolist(), strict=True)
        if code not in codebook.ids
    ]
    lines = _say_amiss(amiss, hand.coder, codebook, Wording(language), offered_codes(study) if amiss else {})
    return tuple(map(visible, lines))


def _amiss_in(standing: Standing, places: Set[object], codes: Set[str]) -> Iterator[Amiss]:
    for passage in (*standing.codings, *standing.decisions):
        interview, code, *_ = passage.where
        if code not in codes:
            yield Amiss("no code", interview, code, passage.quote, decided=passage.event.do != "add")
        elif passage.event.do != "add" and passage.where not in places and not passage.event.id.startswith(SUGGESTED):
            yield Amiss("no hit", interview, code, passage.quote)
    yield from (Amiss("lost", event.interview, event.code, event.quote, why) for event, why in standing.lost)


def _looked_over(
    history: History,
    hand: HandCodings,
    hits: pd.DataFrame,
    corpus: Corpus,
    codebook: Codebook,
    offered: Mapping[str, tuple[Codebook, str]],
    say: Wording,
) -> tuple[list[tuple[object, ...]], list[str]]:
    """Return the rows of a coder, and what cannot be counted as it is, a line each."""
    combined = combine_codings(hits, hand, corpus, codebook)
    rows = _rows(hand, set(combined.lost["id"]), set(codebook.ids))
    named = [dict(zip(TABLE_COLUMNS, row, strict=True)) for row in rows]
    decided = {*hand.decisions["id"]}
    amiss = [
        Amiss(str(row["status"]), str(row["interview"]), str(row["code"]), str(row["quote"]), str(row["why"]),
              decided=row["id"] in decided)
        for row in named
    ]  # fmt: skip
    return rows, [*_say_amiss(amiss, hand.coder, codebook, say, offered), *_damaged(history, say)]


def _rows(hand: HandCodings, no_hit: set[str], codes: set[str]) -> list[tuple[object, ...]]:
    import pandas as pd

    memos, rows = hand.memo_of, []
    for table in (hand.codings, hand.on_hits, hand.declined.assign(status="declined")):
        for row in table.to_dict("records"):
            status = "no code" if row["code"] not in codes else "no hit" if row["id"] in no_hit else row["status"]
            place = tuple(
                row[name] for name in ("interview", "person", "wave", "turn", "start", "end", "code", "quote")
            )
            memo = memos.get((row["interview"], row["start"], row["end"], row["code"]), "")
            rows.append((hand.coder, *place, status, "", memo, row["at"], row["id"]))
    nowhere = (pd.NA,) * 3
    for row in hand.lost.to_dict("records"):
        place = (row["interview"], "", "", *nowhere, row["code"], row["quote"])
        rows.append((hand.coder, *place, "lost", row["why"], "", row["at"], row["id"]))
    return rows


def _coder(hand: HandCodings, corpus: Corpus, codebook: Codebook, say: Wording) -> Iterator[str]:
    """Yield how much a coder did, and the codes for which interviews that are otherwise finished are not."""
    interviews = [transcript.interview for transcript in corpus.transcripts]
    left = codes_left(hand.state.finished(interviews, codebook.ids), codebook.ids)
    decided = hand.on_hits["status"].value_counts()
    yield say(
        "hand_coder", coder=hand.coder, codings=len(hand.codings), accepted=int(decided.get("accepted", 0)),
        rejected=int(decided.get("rejected", 0)), memos=len(hand.memos), done=len(left),
        interviews=len(interviews),
    )  # fmt: skip
    if len(hand.declined):
        yield "  " + say("hand_declined", n=len(hand.declined))
    for codes in dict.fromkeys(filter(None, left.values())):
        where = [interview for interview, others in left.items() if others == codes]
        yield "  " + say("hand_partly", interviews=where, codes=[codebook.label(code, say.language) for code in codes])
    left_by = find_left_by(hand.state.opened, corpus, codebook)
    yield from ("  " + told for told in say_left_open(left_by, corpus, codebook, say))


def _say_amiss(
    amiss: Iterable[Amiss],
    coder: str,
    codebook: Codebook,
    say: Wording,
    offered: Mapping[str, tuple[Codebook, str]] = MappingProxyType({}),
) -> Iterator[str]:
    """Name each coding that has no place or no hit, and each code that is gone."""
    gone: dict[str, list[bool]] = {}
    for row in amiss:
        if row.status == "no code":
            gone.setdefault(row.code, []).append(row.decided)
        elif row.status in ("lost", "no hit"):
            why = say(f"hand_{row.why or 'no_hit'}")
            code = codebook.label(row.code, say.language) if row.code in codebook.ids else row.code
            yield say("hand_lost", coder=coder, interview=row.interview, code=code, quote=row.quote, why=why)
    for code, decided in gone.items():
        counts = {"n": decided.count(False), "decisions": decided.count(True)}
        if code in codebook.split:
            yield say("hand_split", coder=coder, code=code, codes=list(codebook.split[code]), **counts)
        elif code in offered:
            book, file = offered[code]
            label = book.label(code, say.language)
            name = code if label == code else f"{label} ({code})"
            yield say("hand_offered", coder=coder, code=name, file=file, **counts)
        else:
            yield say("hand_foreign", coder=coder, code=code, **counts)


def _damaged(history: History, say: Wording) -> Iterator[str]:
    for path, parts in history.damage.items():
        yield from (note.say(say.language) for note in tell_resaved(path, parts))
        for part in parts:
            if not (part.unfinished or part.encoding):
                kind = "hand_newer" if part.newer else "hand_damaged"
                yield say(kind, file=show_name(path.name), line=part.line)
    yield from (note.say(say.language) for note in tell_missing(history))


def _noted(history: History, imports: Iterable[Event], edited: Sequence[str], say: Wording) -> Iterator[str]:
    """Say what can be counted as it is: lines cut off, copies of a sync client, texts edited once done."""
    for path, parts in history.damage.items():
        yield from (say("hand_unfinished", file=show_name(path.name), line=p.line) for p in parts if p.unfinished)
    own = next((path for path in history.files if composed(path.stem) == history.coder), None)
    if copies := [show_name(path.name) for path in history.files if path != own]:
        yield say("hand_copies", coder=history.coder, files=copies)
    for event in imports:
        yield say(
            "exchange_overview", coder=history.coder, at=event.at[:10], file=event.file, form=say_form(event, say),
            placed=event.placed, of=event.placed + event.listed, listed=event.listed,
        )  # fmt: skip
    if edited:
        yield say("hand_edited", coder=history.coder, interviews=list(edited))
