"""A file that comes in once more, corrected: what was coded here before stays, which is told with what to do.

Of a list what earlier lists brought; of a project, which holds all that a coder did in its interviews, whatever that
coder did here: what was exported, changed in another program and imported again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import list_coders, place_codings, read_history
from bp_qual.coding.by_hand.events import Event
from bp_qual.coding.by_hand.following import followed
from bp_qual.coding.by_hand.log import History
from bp_qual.coding.by_hand.replay import replay
from bp_qual.display import one_line, show_name, shown
from bp_qual.exchange.received import BY_ROW, Passage, Received
from bp_qual.study.import_events import Coded, make_event_id
from bp_qual.study.received_coders import called_before, name_coders
from bp_qual.study.received_interviews import InterviewFinder
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

_MOST_SHOWN = 8
_COLUMNS = ["interview", "start", "end", "code", "id", "quote"]


def say_earlier(
    received: Received,
    coded: Sequence[Coded],
    there: Mapping[str, pd.DataFrame],
    histories: Mapping[str, History],
    about: Collection[str] = (),
) -> tuple[Remark, ...]:
    """Return that an earlier list of that name came in, or one that has largely the same rows under another name.

    It has these where at least half of the rows were there already, and codings that came in with other files are not
    in this one: with its codes, or where it has another. A project has largely the same codings where half of its
    places have one already; then each of that coder that it lacks is told.

    Parameters
    ----------
    received : Received
        The file.
    coded : sequence of Coded
        Its codings.
    there : mapping of str to DataFrame
        What each coder had already, with its places.
    histories : mapping of str to History
        What each coder did before.
    about : collection of str
        The interviews that a project says anything of; empty for a list.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> earlier = Event("e1", "import", text="ab", file="list.csv", form="list", at="2026-01-02T10:00:00")
    >>> told = say_earlier(Received("list.csv", (), (), digest="cd"), (), {}, {"anna": History("anna", (earlier,))})
    >>> [(remark.kind, remark.values["day"]) for remark in told]
    [('earlier list', '2026-01-02')]
    """
    imports = [event for history in histories.values() for event in replay(history.events).imports]
    to_mend = received.form == "list" and received.program == "bp_qual"
    if to_mend or any(event.text == received.digest for event in imports):
        return ()
    file = show_name(PurePath(received.where).name)
    changed = [remark for name in histories if about for remark in _say_changed(name, coded, there[name], about)]
    if changed:
        return tuple(changed)
    same = [event for event in imports if event.file == file and event.form == received.form]
    if same:
        return (Remark("earlier list", values={"file": shown(file), "day": max(event.at for event in same)[:10]}),)
    return tuple(remark for name in histories if not about for remark in _say_rows(name, coded, there[name], imports))


def _say_changed(coder: str, coded: Sequence[Coded], there: pd.DataFrame, about: Collection[str]) -> list[Remark]:
    """Return that a project has largely the codings of a coder, and which of these are not in it."""
    places = _places(coder, coded)
    rows = [*there[_COLUMNS].itertuples(index=False, name=None)]
    stale = [(row[0], row[3], row[5]) for row in rows if row[0] in about and row[:4] not in places]
    if not stale or not _is_newer(places, there):
        return []
    values = {"n": len(places & {row[:4] for row in rows}), "of": len(places), "stale": len(stale), "coder": coder}
    return [Remark("changed elsewhere", values={**values, "named": _named(stale)})]


def say_absent(
    received: Received, coded: Sequence[Coded], there: Mapping[str, pd.DataFrame], histories: Mapping[str, History],
    study: Path, corpus: Corpus, codebook: Codebook, about: Collection[str],
) -> tuple[Remark, ...]:  # fmt: skip
    """Return which coders of an earlier state of a project have no coding in it any more, and that theirs stay.

    Parameters
    ----------
    received, coded, there, histories, about
        As in `say_earlier`.
    study : Path
        The folder.
    corpus, codebook : Corpus and Codebook
        What the codings are of.

    Returns
    -------
    tuple of Remark
    """
    newer = {name for name in histories if about and _is_newer(_places(name, coded), there[name])}
    digests = {event.text for name in newer for event in replay(histories[name].events).imports}
    if not digests or received.digest in digests:
        return ()
    known, told = list_coders(study), list[Remark]()
    own = {name.casefold() for name in name_coders(received, "", known, partial(called_before, study))[1].values()}
    for name in (name for name in known if name.casefold() not in own):
        history = followed(read_history(study, name, codebook), corpus)
        came = [event for event in replay(history.events).imports if event.text in digests]
        rows = place_codings(history, corpus).codings[_COLUMNS].itertuples(index=False, name=None) if came else ()
        if stale := [(row[0], row[3], row[5]) for row in rows if row[0] in about]:
            values = {"coder": name, "file": shown(came[-1].file), "stale": len(stale), "named": _named(stale)}
            told.append(Remark("coder not in file", values=values))
    return tuple(told)


def _is_newer(places: Collection[tuple[str, int, int, str]], there: pd.DataFrame) -> bool:
    """Return whether at least half of the places that a project has of a coder were coded here already."""
    spans, known = {place[:3] for place in places}, {row[:3] for row in there[_COLUMNS].itertuples(index=False)}
    return 2 * len(spans & known) >= len(spans) > 0


def _say_rows(coder: str, coded: Sequence[Coded], there: pd.DataFrame, imports: Sequence[Event]) -> list[Remark]:
    """Return that the codings of a coder are largely those of earlier files, and which of these are not in this one."""
    places = _places(coder, coded)
    rows = [*there[_COLUMNS].itertuples(index=False, name=None)]
    known = {row[:4] for row in rows}
    fresh = places - known
    codes, interviews = {code for *_, code in places}, {interview for interview, *_ in places}
    stale = [
        (interview, code, quote)
        for interview, start, end, code, event, quote in rows
        if interview in interviews
        and (interview, start, end, code) not in places
        and event == make_event_id("add", coder, interview, str(start), str(end), code)
        and (code in codes or any(name == interview and first < end and start < last for name, first, last, _ in fresh))
    ]
    if not stale or 2 * len(places & known) < len(places):
        return []
    files, day = sorted({event.file for event in imports}), max((event.at for event in imports), default="")[:10]
    values = {"n": len(places & known), "of": len(places), "stale": len(stale), "coder": coder, "day": day}
    return [Remark("earlier rows", values={**values, "files": files, "named": _named(stale)})]


def _places(coder: str, coded: Sequence[Coded]) -> set[tuple[str, int, int, str]]:
    """Return where a file has codings of a coder, with the code of each."""
    return {
        (row.part.transcript.interview, row.part.start, row.part.end, row.code) for row in coded if row.coder == coder
    }


def _named(stale: Sequence[tuple[str, str, str]]) -> list[str]:
    return [f"{interview}, {code}: '{shown(one_line(quote), 40)}'" for interview, code, quote in stale[:_MOST_SHOWN]]


def interviews_of_project(
    received: Received, coded: Sequence[Coded], said: Iterable[tuple[str, str]], finder: InterviewFinder
) -> set[str]:
    """Return the interviews that a project says anything of; none of a list.

    Parameters
    ----------
    received : Received
        The file.
    coded : sequence of Coded
        Its codings.
    said : iterable of (str, str)
        Coders, and the interviews of which it says what they finished.
    finder : InterviewFinder
        What knows the interviews.

    Returns
    -------
    set of str

    Examples
    --------
    >>> from bp_qual.exchange.received import ReceivedText
    >>> project = Received("a.qdpx", (), (), texts=(ReceivedText("P01_2010", "R: Ja."),), form="refi")
    >>> interviews_of_project(project, [], [], InterviewFinder(corpus))
    {'P01_2010'}
    """
    if received.form in BY_ROW:
        return set()
    texts = (Passage("", "", (), document=t.name, person=t.person, wave=t.wave) for t in received.texts)
    whole = {found[0].interview for text in texts if len(found := finder.find(text)) == 1}
    return whole | {row.part.transcript.interview for row in coded} | {interview for _, interview in said}
