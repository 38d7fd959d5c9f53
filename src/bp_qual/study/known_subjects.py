"""What a coder's action may be about: a code, an interview, a person and a wave of the study, and what was saved."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus
from bp_qual.wording import Wording
from bp_qual.wording.guesses import did_you_mean

if TYPE_CHECKING:
    import pandas as pd

_OF_SAVED = ("remove", "undo", "memo")  # `of` is what was saved before; of a summary it may be on its way
_OF_CODE = ("add", "accept", "reject", "clear", "done")


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


def persons_and_waves(study: Study, corpus: Corpus | None) -> tuple[frozenset[str], frozenset[str]]:
    """Return everybody a study knows of, interviewed or not, and its waves.

    Parameters
    ----------
    study : Study
        The study as its files describe it.
    corpus : Corpus, optional
        Its interviews, where they have been read.

    Returns
    -------
    frozenset of str
        The persons.
    frozenset of str
        The waves.

    Examples
    --------
    >>> from pathlib import Path
    >>> sorted(persons_and_waves(Study(Path(".")), corpus)[1])
    ['2010', '2020']
    """
    persons = {person for interview in study.interviews for person in interview.persons}
    persons |= {row["person"] for row in study.attributes if row.get("person")}
    waves = {wave.id for wave in study.waves} | {interview.wave for interview in study.interviews}
    if corpus is not None:
        persons |= {*corpus.persons, *(person for person, _ in corpus.missing)}
        waves |= {*corpus.waves, *(wave for _, wave in corpus.missing)}
    return frozenset(persons), frozenset(waves)


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
    if do in _OF_CODE:
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
