"""What a coder's action may be about: a code, an interview, a person and a wave of the study, and what was saved."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import Event
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus
from bp_qual.wording import Wording
from bp_qual.wording.guesses import did_you_mean

if TYPE_CHECKING:
    import pandas as pd

_OF_SAVED = ("remove", "undo", "memo")  # `of` is what was saved before; of a summary it may be on its way
_OF_CODE = ("add", "accept", "reject", "clear", "done", "fits")


@dataclass(frozen=True, slots=True)
class KnownSubjects:
    """What there is to do something about; None where that is not known, and then anything is taken.

    >>> KnownSubjects({"e1"}).codes is None
    True
    """

    events: Collection[str] | None = None
    codes: Collection[str] | None = None
    interviews: Collection[str] | None = None
    persons: Collection[str] | None = None
    waves: Collection[str] | None = None


def known_subjects(
    study: Study, corpus: Corpus | None, codebook: Codebook | None, *, events: Collection[str] | None = None
) -> KnownSubjects:
    """Return everything of a study that an action may be about: everybody, interviewed or not, and its waves.

    Parameters
    ----------
    study : Study
        The study as its files describe it.
    corpus : Corpus, optional
        Its interviews, where they have been read.
    codebook : Codebook, optional
        Its codes; any code is taken where it is not given.
    events : collection of str, optional
        The ids of what the coder did.

    Returns
    -------
    KnownSubjects

    Examples
    --------
    >>> from pathlib import Path
    >>> known = known_subjects(Study(Path(".")), corpus, None)
    >>> sorted(known.waves), sorted(known.interviews)
    (['2010', '2020'], ['P01_2010', 'P01_2020'])
    """
    persons = {person for interview in study.interviews for person in interview.persons}
    persons |= {row["person"] for row in study.attributes if row.get("person")}
    waves = {wave.id for wave in study.waves} | {interview.wave for interview in study.interviews}
    interviews = {interview.id for interview in study.interviews}
    if corpus is not None:
        persons |= {*corpus.persons, *(person for person, _ in corpus.missing)}
        waves |= {*corpus.waves, *(wave for _, wave in corpus.missing)}
        interviews |= {transcript.interview for transcript in corpus.transcripts}
    codes = None if codebook is None else codebook.ids
    return KnownSubjects(events, codes, frozenset(interviews), frozenset(persons), frozenset(waves))


def under_codes_now(
    row: Mapping[str, object] | pd.Series[object], codebook: Codebook | None
) -> Mapping[str, object] | pd.Series[object]:
    """Return a row of `write_coding` with the code that its code became, where the codebook renamed or merged it.

    Parameters
    ----------
    row : mapping or Series
        As in `write_coding`.
    codebook : Codebook or None
        As it is now.

    Returns
    -------
    mapping or Series

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> book = parse_codebook("{language: nl, renamed: {buurt: wijk}, codes: [{id: wijk}]}")
    >>> under_codes_now({"interview": "P01_2010", "code": "buurt"}, book)["code"]
    'wijk'
    """
    code = str(row.get("code", "")) if codebook is not None else ""
    new = codebook.successors.get(code) if codebook is not None and code not in codebook.ids else None
    return {**row, "code": new} if new else row


def refuse_unknown(
    row: Mapping[str, object] | pd.Series[object], do: str, known: KnownSubjects, language: str = "en"
) -> None:
    """Refuse what is about something that is not there.

    Parameters
    ----------
    row, do
        As in `write_coding`.
    known : KnownSubjects
        What is there.
    language : str
        Language of the error, `en` or `nl`.

    Raises
    ------
    ValueError
        Saying what is not there, and what may have been meant.

    Examples
    --------
    >>> refuse_unknown({"person": "P9", "note": "Shy."}, "memo", KnownSubjects(persons=["P01"]))
    Traceback (most recent call last):
    ValueError: there is no person 'P9' in this study. There are: P01.
    """
    asked: list[tuple[str, Collection[str] | None, str]] = []
    if do in _OF_SAVED:
        asked.append(("of", known.events, "hand_no_event"))
    if do in _OF_CODE or (do == "memo" and not row.get("of")):  # what was saved may be on a code that is gone since
        asked += [("interview", known.interviews, "hand_unknown_interview"), ("code", known.codes, "hand_no_code")]
    if do in ("memo", "summary"):
        asked.append(("person", known.persons, "hand_no_person"))
    if do == "summary":
        asked.append(("wave", known.waves, "hand_no_wave"))
    for name, there, text in asked:
        value = str(row.get(name, ""))
        if value and there is not None and value not in there:
            guess = "" if name == "of" else did_you_mean(value, sorted(there), "there are").say(language)
            raise ValueError(Wording(language)(text, name=value, guess=guess).strip())


def is_same_event(one: Event, other: Event, codebook: Codebook | None) -> bool:
    """Return whether two events do the same, whenever they were saved, and whatever their code is called since.

    Parameters
    ----------
    one, other : Event
        With the same id.
    codebook : Codebook or None
        As it is now.

    Returns
    -------
    bool

    Examples
    --------
    >>> one, other = Event("e1", "memo", note="Shy."), Event("e1", "memo", note="Not shy.")
    >>> is_same_event(one, one, None), is_same_event(one, other, None)
    (True, False)
    """
    one = one if codebook is None else replace(one, code=codebook.successors.get(one.code, one.code))
    names = ("do", "interview", "start", "end", "code", "person", "wave", "of", "note")
    return all(getattr(one, name) == getattr(other, name) for name in names)
