"""Transcripts: who said what, and where in the text it is.

Every offset is a half-open Unicode code point offset into ``Transcript.text``; ``text[start:end] == quote``, always.
The text has LF line ends, no byte order mark and no control characters, and is otherwise as it was written: accents
stay composed or not, soft hyphens, no-break and zero-width characters stay where they are. `docs/transcripts.md` says
what each format's text is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bp_qual.display import escape, one_line, visible
from bp_qual.errors import Problem
from bp_qual.transcripts.speech import Spans, as_spans, count_words_in
from bp_qual.wording import Remark, Wording, choose_language

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
_LONGEST_NUMBER = 4_000  # digits; Python makes no number of more than 4,300
ROLES = ("respondent", "interviewer", "other", "unknown")


@dataclass(frozen=True, slots=True)
class Turn:
    """One stretch of talk by one speaker: the span ``text[start:end]`` of its transcript, without the label.

    Examples
    --------
    >>> Turn(0, "R", "respondent", 3, 10, person="P01")
    Turn(index=0, speaker='R', role='respondent', start=3, end=10, person='P01', at=None)
    """

    index: int
    speaker: str
    role: str
    start: int
    end: int
    person: str = ""
    at: float | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Transcript:
    """One interview: its canonical text and the turns in it.

    `remainders` counts by name the visible characters of the file that are not talk; `notes` are remarks for
    whoever checks the study; `rule` is how the speakers were told apart (labels, headings, colour ...; stated, where
    the study says how). `interviewers` are who held the interview, where interviews.csv says so.

    Examples
    --------
    >>> Transcript("P01_2010", ("P01",), "2010", "R: Ja hoor.", (Turn(0, "R", "respondent", 3, 11, "P01"),))
    Transcript P01_2010: P01 in 2010, 1 beurt, 2 woorden van respondenten
    """

    interview: str
    persons: tuple[str, ...]
    wave: str
    text: str
    turns: tuple[Turn, ...]
    language: str = "nl"
    date: str = ""
    source: str = ""
    sha256: str = ""
    notes: tuple[Remark, ...] = ()
    remainders: Mapping[str, int] = field(default_factory=dict)
    rule: str = ""
    interviewers: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return self.say(choose_language(None, self.language))

    def say(self, language: str) -> str:
        """Return whose interview it is and how long, in English (`en`) or Dutch (`nl`).

        >>> Transcript("P01_2010", ("P01",), "2010", "", ()).say("en")
        'Transcript P01_2010: P01 in 2010, 0 turns, 0 respondent words'
        """
        say = Wording(language)
        counts = zip(self.turns, count_turn_words(self).tolist(), strict=True)
        words = sum(count for turn, count in counts if turn.role == "respondent")
        who = ", ".join(self.persons) or say("glance_nobody")
        values = {"interview": self.interview, "who": who, "wave": self.wave, "turns": len(self.turns)}
        return say("glance_transcript", words=words, **values)


@dataclass(frozen=True, slots=True, repr=False)
class Corpus:
    """All interviews of a study, ordered by person and wave whatever order the files came in.

    It shows itself as a grid of persons and waves with the respondents' words; a gap is a `-`. `unread` are the
    problems of files that were left out; `missing` are the person and wave of interviews that are known to exist and
    could not be read, a `?` in the grid: such a person was interviewed.

    Examples
    --------
    >>> turn = Turn(0, "R", "respondent", 3, 11, "P01")
    >>> one = Transcript("P01_2010", ("P01",), "2010", "R: Ja hoor.", (turn,))
    >>> Corpus((one,), ("P01", "P02"), ("2010", "2020"))
    1 interview met 1 persoon; woorden van respondenten:
    persoon  2010  2020
    P01         2     -
    P02         -     -
    """

    transcripts: tuple[Transcript, ...]
    persons: tuple[str, ...]
    waves: tuple[str, ...]
    unread: tuple[Problem, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Bring the interviews into the order of persons, waves and names; and stay so."""
        persons = {person: place for place, person in enumerate(self.persons)}
        waves = {wave: place for place, wave in enumerate(self.waves)}

        def place(transcript: Transcript) -> tuple[int, int, list[tuple[int, str]]]:
            first = min((persons.get(person, len(persons)) for person in transcript.persons), default=len(persons))
            return first, waves.get(transcript.wave, len(waves)), sort_key(transcript.interview)

        object.__setattr__(self, "transcripts", tuple(sorted(self.transcripts, key=place)))

    @property
    def language(self) -> str:
        """The language that most of the interviews are in, or an empty string.

        >>> corpus.language
        'en'
        """
        return next((name for name, _ in Counter(t.language for t in self.transcripts).most_common(1)), "")

    def __repr__(self) -> str:
        return self.say(choose_language(None, self.language))

    def say(self, language: str) -> str:
        """Return the persons and waves with the words that were said, in English (`en`) or Dutch (`nl`).

        >>> print(Corpus((), (), ("2010",)).say("nl"))
        0 interviews met 0 personen; woorden van respondenten:
        persoon  2010
        """
        say = Wording(language)
        header = [say("glance_person"), *(visible(say.wave(wave)) for wave in self.waves)]
        rows = [[visible(person), *cells] for person, cells in _grid(self, language)]
        widths = [max(len(row[place]) for row in [header, *rows]) for place in range(len(header))]
        lines = ["  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) for row in [header, *rows]]
        left_out = [say("glance_left_out", problem=problem.say(say.language)) for problem in self.unread]
        return "\n".join([_headline(self, language), *lines, *left_out])

    def _repr_html_(self) -> str:
        language = choose_language(None, self.language)
        say = Wording(language)
        header = "".join(f"<th>{escape(cell)}</th>" for cell in (say("glance_person"), *map(say.wave, self.waves)))
        rows = "".join(
            f"<tr><th>{escape(person)}</th>"
            + "".join(f'<td style="text-align:right">{escape(cell)}</td>' for cell in cells)
            + "</tr>"
            for person, cells in _grid(self, language)
        )
        head, title = f"<thead><tr>{header}</tr></thead>", escape(_headline(self, language))
        left_out = (say("glance_left_out", problem=problem.say(say.language)) for problem in self.unread)
        unread = "".join(f"<p>{escape(sentence)}</p>" for sentence in left_out)
        return f"<table><caption>{title}</caption>{head}<tbody>{rows}</tbody></table>{unread}"


def count_turn_words(transcript: Transcript) -> npt.NDArray[np.int64]:
    """Return the number of words in each turn of a transcript.

    >>> turns = (Turn(0, "I", "interviewer", 3, 7), Turn(1, "R", "respondent", 11, 22, "P01"))
    >>> count_turn_words(Transcript("a", ("P01",), "2010", "I: Hoe? R: Zo (lacht).", turns)).tolist()
    [1, 1]
    """
    return count_words_in(transcript.text, turn_spans(transcript))


def turn_spans(transcript: Transcript) -> Spans:
    """Return where the turns of a transcript begin and end.

    >>> turn_spans(Transcript("a", ("P01",), "2010", "R: Zo.", (Turn(0, "R", "respondent", 3, 6, "P01"),))).tolist()
    [[3, 6]]
    """
    return as_spans([(turn.start, turn.end) for turn in transcript.turns])


def sort_key(name: str) -> list[tuple[int, str]]:
    """Return a key that sorts names as people do: P2 before P10.

    >>> sorted(["P10", "P2"], key=sort_key)
    ['P2', 'P10']
    """
    parts = re.findall(r"\d+|\D+", name)
    return [(int(part[:_LONGEST_NUMBER]), part) if part.isdecimal() else (-1, part) for part in parts]


def _grid(corpus: Corpus, language: str) -> list[tuple[str, list[str]]]:
    """Return for each person the words in each wave, `-` where there was no interview, `?` where it was not read."""
    words: dict[tuple[str, str], int] = {}
    gaps = dict.fromkeys(corpus.missing, "?")
    for transcript in corpus.transcripts:
        counts = count_turn_words(transcript).tolist()
        for person in transcript.persons:
            own = sum(n for turn, n in zip(transcript.turns, counts, strict=True) if turn.person == person)
            words[person, transcript.wave] = words.get((person, transcript.wave), 0) + own
    shown = gaps | {at: Wording(language).number(number) for at, number in words.items()}
    held = {person for person, wave in corpus.missing if not wave}  # in which wave is unknown
    return [
        (one_line(name), [shown.get((name, wave), "?" if name in held else "-") for wave in corpus.waves])
        for name in corpus.persons
    ]


def _headline(corpus: Corpus, language: str) -> str:
    """Return how many interviews were read, with how many persons: of how many, where of somebody none could be."""
    who = {person for transcript in corpus.transcripts for person in transcript.persons}
    everybody = who | {person for person, _ in corpus.missing}
    sizes = {"interviews": len(corpus.transcripts), "persons": len(who)}
    say = Wording(language)
    return say("glance_corpus", **sizes) if who == everybody else say("glance_corpus_of", all=len(everybody), **sizes)
