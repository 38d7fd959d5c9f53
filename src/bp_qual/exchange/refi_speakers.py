"""Who says what, in a REFI-QDA project: a variable of each source, with the persons whose labels stand in its text.

REFI-QDA knows no speakers. Where the text itself names none, as that of subtitles, the variable has the places of
their turns too, with the second at which each begins where that is known: ``Driss = P03: 73–231 (9.5), 310–737``. Other
programs show it as any variable of a document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from bp_qual.exchange.given import names_speakers
from bp_qual.exchange.received import ReceivedText
from bp_qual.exchange.refi_project import values_of
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts import Transcript

SPEAKERS = "speakers (label = person)"  # the name of the variable
_PLACE = r"[0-9]{1,9}–[0-9]{1,9}(?: \([0-9]{1,9}\.[0-9]{1,9}\))?"
_LINE = lazy_pattern(rf"(?P<label>.+?)(?: = (?P<person>.+?))?(?:: (?P<places>{_PLACE}(?:, {_PLACE})*))?")
_Place = tuple[int, int, float | None]  # where a turn starts and ends, and when
_Said = tuple[str, str, tuple[_Place, ...]]  # a label, whose it is, and where it speaks


def speaker_lines(transcript: Transcript) -> str:
    r"""Return who speaks in an interview as the variable says it; nothing where it cannot be said so.

    >>> from bp_qual.transcripts import Turn
    >>> turns = (Turn(0, "Jo", "interviewer", 0, 4, at=0.0), Turn(1, "Driss", "respondent", 5, 8, "P03", 1.5))
    >>> speaker_lines(Transcript("P03_2020", ("P03",), "2020", "Hoe?\nJa.", turns))
    'Jo: 0–4 (0.0)\nDriss = P03: 5–8 (1.5)'
    """
    placed = not names_speakers(transcript)
    said: dict[tuple[str, str], list[_Place]] = {}
    for turn in transcript.turns:
        said.setdefault((turn.speaker, turn.person), []).append((turn.start, turn.end, turn.at))
    meant = [(*who, tuple(own) if placed else ()) for who, own in said.items() if all(who) or placed]
    lines = [_line(*one) for one in meant]
    if _read_lines("\n".join(lines)) != meant or (placed and not carries_turns(transcript)):
        return ""
    return "\n".join(lines)


def carries_turns(transcript: Transcript) -> bool:
    """Return whether a text without labels is its turns, a line each in order of time: as a list of them is read again.

    >>> from bp_qual.transcripts import Turn
    >>> turn = Turn(0, "Driss", "respondent", 0, 3, "P03", 0.5)
    >>> carries_turns(Transcript("P03_2020", ("P03",), "2020", "Ja.", (turn,)))
    True
    """
    turns = transcript.turns
    words = [transcript.text[turn.start : turn.end] for turn in turns]
    times = [turn.at for turn in turns if turn.at is not None]
    return (
        all(turn.speaker for turn in turns)
        and all(before.speaker != after.speaker for before, after in pairwise(turns))
        and times == sorted(times)
        and all(said == said.strip() and "\n" not in said for said in words)
        and "\n".join(words) == transcript.text
    )


def with_speakers(source: Any, text: ReceivedText, variables: Mapping[str, str]) -> ReceivedText:
    """Return a text with who speaks in it, where its source says so and the text is still as it was.

    Parameters
    ----------
    source : lxml element
        The source.
    text : ReceivedText
        Its text.
    variables : mapping of str to str
        What the variables of the project are called, by their ids.

    Returns
    -------
    ReceivedText
    """
    ours = {key: name for key, name in variables.items() if name == SPEAKERS}
    said = [line for _, value in values_of(source, ours) for line in _read_lines(value)]
    if not said:
        return text
    turns = sorted(((*place, label) for label, _, places in said for place in places), key=lambda turn: turn[:2])
    spoken = tuple((label, at, text.text[start:end]) for start, end, at, label in turns)
    if turns and "\n".join(words for *_, words in spoken) != text.text:
        return text
    persons = (text.person,) if text.person else text.persons
    labels = {person: _labels_of(person, said, text.text, spoken) for person in persons}
    return replace(text, labels={person: own for person, own in labels.items() if own}, turns=spoken)


def _line(label: str, person: str, places: Sequence[_Place]) -> str:
    where = ", ".join(f"{start}–{end}" + (f" ({at})" if at is not None else "") for start, end, at in places)
    return f"{label}{' = ' * bool(person)}{person}{': ' * bool(where)}{where}"


def _labels_of(
    person: str, said: Iterable[_Said], text: str, turns: Sequence[tuple[str, float | None, str]]
) -> tuple[str, ...]:
    there = {label for label, *_ in turns}
    own = dict.fromkeys(label for label, whose, _ in said if whose == person)
    return tuple(label for label in own if "|" not in label and (label in there or (not turns and label in text)))


def _read_lines(value: str) -> list[_Said]:
    found = (_LINE.fullmatch(line.strip()) for line in value.split("\n"))
    return [
        (one["label"], one["person"] or "", tuple(_place(said) for said in (one["places"] or "").split(", ") if said))
        for one in found
        if one
    ]


def _place(said: str) -> _Place:
    start, end, *at = said.replace("–", " ").replace("(", "").replace(")", "").split(" ")
    return int(start), int(end), float(at[0]) if at else None
