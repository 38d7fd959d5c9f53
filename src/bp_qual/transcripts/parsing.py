"""Parsing: from a file to a transcript, with every visible character in a turn or in a counted remainder."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

from bp_qual.display import show_name
from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import read_bytes
from bp_qual.readers import Reading, count_visible, read_data
from bp_qual.transcripts.corpus import ROLES, Transcript, Turn, sort_key
from bp_qual.transcripts.interviewers_words import note_interviewers_words
from bp_qual.transcripts.language_codes import is_language_code
from bp_qual.transcripts.reading_notes import describe_doubts, note_cells_beside, note_questions
from bp_qual.transcripts.speakers import Roles, Talk, assign_roles, find_stretches, label_key, offer_labels
from bp_qual.transcripts.speakers.unlabelled import is_unmarked
from bp_qual.wording.remarks import Remark

_OF_SPEAKERS = frozenset(  # notes of readers on who speaks
    ("unnamed between", "unnamed taken", "cues unnamed", "late names", "dashes")
)


def read_transcript(
    path: Path | str,
    *,
    interview: str,
    wave: str,
    persons: Mapping[str, Sequence[str]],
    language: str = "nl",
    speakers: Mapping[str, Sequence[str]] | None = None,
    date: str = "",
    encoding: str = "",
    labels: str = "",
    columns: Mapping[str, tuple[str, ...]] | None = None,
    inside: Path | str | None = None,
    data: bytes | None = None,
) -> Transcript:
    r"""Read one interview from a file of any format that the readers know.

    Parameters
    ----------
    path : Path or str
        The file; with `inside`, a link that leads out of that folder is refused. With `data` it is only named.
    interview, wave, date, language : str
        What the study says about it.
    persons : mapping of str to sequence of str
        Person id to the labels that the person speaks under in this file. Without labels, a label equal to the id
        is the person's; else the study's or the usual labels of respondents; else the guess that who asks the
        questions is the interviewer, which a note tells.
    speakers : mapping of str to sequence of str
        Role to labels, as in the study file: ``{"interviewer": ["I"], "respondent": ["R"]}``.
    encoding : str
        The encoding of a text file that is not UTF-8, UTF-16 or Windows-1252.
    labels : str
        How speakers are marked in this file, where that is not recognised: what is before the talk, with
        `{name}` for whoever speaks and `{time}` for a time, several with `|` between (``"{name} >"``, ``"I:|R:"``).
        Then nothing else is taken for a label but these with a slip, and notes that doubt the reading fall silent,
        but for those on lines that may hold a label all the same: of these a part behind `!` says how lines begin that
        hold none (``"I:|R:|!R. Bos"``).
    columns : mapping of str to tuple of str
        The headings of a table's columns, where their names do not tell what they are: see `columns` of the study file.
    data : bytes, optional
        What is in the file, where that was fetched already; then no file is opened.

    Returns
    -------
    Transcript
        With notes on what is guessed, doubtful or unknown.

    Raises
    ------
    TranscriptError
        The file cannot be read, or a visible character of it would be lost.
    ValueError
        `labels` is no pattern, a role of `speakers` is none, or `language` is no code of one.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "P01_2010.txt"
    ...     _ = path.write_text("I: Hoe gaat het?\nR: Goed (lacht) hoor.", encoding="utf-8")
    ...     read_transcript(path, interview="P01_2010", wave="2010", persons={"P01": ()})
    Transcript P01_2010: P01 in 2010, 2 beurten, 2 woorden van respondenten
    """
    _refuse_words(speakers or {}, language)
    where = show_name(path)
    data = read_bytes(path, inside=inside) if data is None else data
    reading = read_data(data, where=where, encoding=encoding, columns=columns)
    own = [label for names in persons.values() for label in names]
    known = [*own, *(label for names in (speakers or {}).values() for label in names), *persons]

    def read_so(labels: str) -> tuple[Talk, Roles, tuple[Turn, ...]]:
        talk = find_stretches(reading, known=known, own=own, labels=labels)
        roles = assign_roles(talk, reading.text, persons=persons, speakers=speakers)
        return talk, roles, _make_turns(talk, roles)

    talk, roles, turns = read_so(labels)
    apart = _gather_remainders(reading, talk)
    remainders = {name: count for name, rest in sorted(apart.items()) if (count := count_visible(rest))}
    said = _count_talk(reading, turns, talk, where)
    who = tuple(sorted(persons, key=sort_key))
    transcript = Transcript(
        interview,
        who,
        wave,
        reading.text,
        turns,
        language,
        date,
        source=str(path),
        sha256=hashlib.sha256(data).hexdigest(),
        remainders=remainders,
        rule="stated" if any(map(is_unmarked, known)) else talk.style,
    )
    notes = [note for note in reading.notes if not (talk.style == "stated" and note.kind in _OF_SPEAKERS)]
    notes = [note for note in notes if note.kind != "unnamed taken" or _is_taken(note, transcript)]
    notes += note_questions(transcript) if talk.style == "one voice" else ()
    doubts = (*talk.doubts, *(() if talk.style == "stated" else describe_doubts(transcript, apart, said, reading)))
    if talk.style not in ("stated", "none"):
        doubts += note_cells_beside(reading, transcript)
        doubts += note_interviewers_words(transcript, [str(note) for note in (*talk.notes, *doubts)])
    if doubts or any(note.kind in _OF_SPEAKERS for note in notes):
        offers = offer_labels(reading, talk, labels if talk.style == "stated" else "")
        tried = ((offer, *read_so(offer)) for offer in offers)
        kept = (offer for offer, again, _, others in tried if not again.doubts and _are_same(turns, others))
        offer = next(kept, "")
        stated = Remark("state labels as", values={"labels": offer}) if offer else Remark("state labels")
        doubts += (stated,) if doubts or offer else ()
    return replace(transcript, notes=(*notes, *talk.notes, *doubts, *roles.notes))


def _is_taken(note: Remark, transcript: Transcript) -> bool:
    """Whether a piece without a speaker begins in a turn: a label may stand before it after all (`Des; Phones.`)."""
    lines, text = cast("tuple[str, ...]", note.values["lines"]), transcript.text
    found = [list(re.finditer(r"\s+".join(map(re.escape, line.split())), text)) for line in lines]
    starts = [match.start() for matches in found for match in matches]
    return not all(found) or any(turn.start <= start < turn.end for start in starts for turn in transcript.turns)


def _refuse_words(speakers: Collection[str], language: str) -> None:
    """Refuse roles that nobody has and languages that are not given by their code: both would change what counts."""
    roles = [role for role in ROLES if role != "unknown"]
    if strange := [role for role in speakers if role not in roles]:
        raise ValueError(f"speakers: there is no role {strange[0]!r}; there is {', '.join(roles)}")
    if language and not is_language_code(language):
        raise ValueError(f"language is the code of one, such as nl or en, not {language!r}")


def _make_turns(talk: Talk, roles: Roles) -> tuple[Turn, ...]:
    known_as = roles.roles
    return tuple(
        Turn(index, said.speaker, known_as[said.speaker][0], said.start, said.end, known_as[said.speaker][1], said.at)
        for index, said in enumerate(talk.stretches)
    )


def _are_same(turns: Sequence[Turn], others: Sequence[Turn]) -> bool:
    """Whether the same persons say the same in all turns, however their labels are written."""
    said, again = ([replace(turn, speaker=label_key(turn.speaker)) for turn in read] for read in (turns, others))
    return said == again


def _gather_remainders(reading: Reading, talk: Talk) -> dict[str, str]:
    """Return what in a file is not talk, by the name of what it is."""
    rests = dict(reading.remainders)
    for name, spans in talk.others.items():
        rests[name] = "\n".join([*filter(None, [rests.get(name)]), *(reading.text[start:end] for start, end in spans)])
    return rests


def _count_talk(reading: Reading, turns: Sequence[Turn], talk: Talk, where: str) -> int:
    """Return the visible characters of the turns; refuse a transcript in which one is nowhere, or in two places."""
    said = count_visible("".join(reading.text[turn.start : turn.end] for turn in turns))
    spans = [span for others in talk.others.values() for span in others]
    got = said + count_visible("".join(reading.text[start:end] for start, end in spans))
    whole = count_visible(reading.text)
    if got != whole:
        raise TranscriptError(Problem(where, "characters not in turns", {"visible": whole, "read": got}))
    return said
