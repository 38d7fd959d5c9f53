"""Talk written as plain text, with the label of who speaks before each turn where its own text has none."""

from __future__ import annotations

import re

from bp_qual.pseudonyms.replacing import ReplacedPlace, ReplacedText, Replacer
from bp_qual.transcripts import Transcript


def write_as_text(talk: Transcript, done: ReplacedText, replacer: Replacer) -> ReplacedText:
    r"""Return a talk with its names replaced, in which each turn begins with its label, as plain text is read.

    A format that says apart who speaks (subtitles, a table) has no labels in what is said.

    Parameters
    ----------
    talk : Transcript
        As it was read.
    done : ReplacedText
        What became of its text.
    replacer : Replacer
        For the labels.

    Returns
    -------
    ReplacedText
        A label that came is a place of no length in the old text; one that is no name has no pseudonym.

    Examples
    --------
    >>> from bp_qual.transcripts import Turn
    >>> turns = Turn(0, "I", "interviewer", 0, 4), Turn(1, "R", "respondent", 5, 9)
    >>> talk = Transcript("a", ("P1",), "1", "Hoe?\nJan.", turns)
    >>> replacer = Replacer([])
    >>> write_as_text(talk, replacer.replace(talk.text), replacer).text
    'I: Hoe?\nR: Jan.'
    """
    came = []
    before = 0
    for turn in talk.turns:
        own = talk.text[before : turn.start]
        if turn.speaker and not re.search(re.escape(turn.speaker), own):
            label = replacer.replace(turn.speaker)
            pseudonym = label.places[0].pseudonym if label.places else ""
            came.append((turn.start, f"{turn.speaker}: ", f"{label.text}: ", pseudonym))
        before = turn.end
    if not came:
        return done
    places = [*done.places, *(ReplacedPlace(at, at, 0, 0, *label) for at, *label in came)]
    parts: list[str] = []
    made: list[ReplacedPlace] = []
    at = length = 0
    for place in sorted(places, key=lambda place: (place.old_start, place.old_end)):
        parts += [talk.text[at : place.old_start], place.written]
        length += place.old_start - at
        span = (place.old_start, place.old_end, length, length + len(place.written))
        made.append(ReplacedPlace(*span, place.original, place.written, place.pseudonym))
        at, length = place.old_end, length + len(place.written)
    return ReplacedText("".join([*parts, talk.text[at:]]), tuple(made))
