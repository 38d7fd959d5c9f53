"""Names that say nothing but persons and waves of the study, in whatever way: `P01 en P02 2020.doc`, `2020/P01`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from bp_qual.errors import Problem
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.alike_ids import LookAlikes
from bp_qual.study.interviews import Interview, Wave
from bp_qual.study.packed_names import PACKED
from bp_qual.study.papers import is_of_papers
from bp_qual.study.unread_kinds import SELDOM_TALK
from bp_qual.transcripts.moments import ANY_MONTH
from bp_qual.transcripts.plain_letters import without_accents
from bp_qual.transcripts.speakers.titles_before_names import TITLE

_WORD = lazy_pattern(r"[^\W_]+")
_YEAR = lazy_pattern(r"(?:19|20)\d\d")
_MONTH = lazy_pattern(without_accents(ANY_MONTH), re.IGNORECASE)
_DIGITS, _ID = lazy_pattern(r"\d+"), lazy_pattern(r"[^\W\d_]+\d+")
_BESIDE = frozenset(
    (
        *("en", "and", "und", "et", "met", "with", "files", "ronde", "round", "wave"),
        *("interview", "interviews", "gesprek", "gesprekken", "transcript", "transcripts", "transcripten", "verslag"),
    )
)
_LONGEST = 6  # words of a name
_Words = tuple[str, ...]


class StudyNames:
    """The persons and waves of a study by the words of their names, to be found in the names of files.

    Parameters
    ----------
    persons : collection of str
        Of the study.
    waves : sequence of str
        Of the study.
    read : collection of (person, wave)
        Whose interviews are read.
    years : mapping of str to str, optional
        The wave of years that are none, but lie in its dates.

    Examples
    --------
    >>> read = {("P01", "2010"), ("P02", "2010"), ("P03", "2010"), ("P03", "2020")}
    >>> names = StudyNames(("P01", "P02", "P03"), ("2010", "2020"), read)
    >>> for name in ("P01 en P02_2020.doc", "2020/P01", "P01 20.doc", "P01.doc", "P03.doc", "P01 over 2020.doc"):
    ...     names.missed(Path(name))
    (('P01', '2020'), ('P02', '2020'))
    (('P01', '2020'),)
    (('P01', '2020'),)
    (('P01', '2020'),)
    ()
    ()
    """

    def __init__(
        self,
        persons: Collection[str],
        waves: Sequence[str],
        read: Collection[tuple[str, str]],
        years: Mapping[str, str] | None = None,
    ) -> None:
        self.persons, self.waves, self.read = persons, waves, read
        self._persons = {_words(name): name for name in persons}
        initials = Counter(filter(None, map(_with_initial, self._persons)))
        self._initials = {
            short: name for words, name in self._persons.items() if initials[short := _with_initial(words)] == 1
        }
        self._alike = LookAlikes(persons)
        self.years = years or {}
        within = {(year,): wave for year, wave in self.years.items()}
        self._dated = within | {_words(name): name for name in waves} | _short_years(waves)
        self._waves = {_words(name): name for name in waves if not name.isdecimal() or _YEAR.fullmatch(name)}
        self._glued = {"".join(_words(f"{person}{wave}")): (person, wave) for person in persons for wave in waves}
        self._cut = {glued[2:]: whose for glued, whose in self._glued.items()}

    def wave_of(self, said: str) -> str:
        """Return the wave of the study that a name says, be it by a year that lies in its dates; else what it says."""
        return said if said in self.waves else self.years.get(said, said)

    @property
    def lacking(self) -> tuple[str, ...]:
        """The persons of whom an interview is not read in each wave."""
        return tuple(p for p in sorted(self.persons) if any((p, wave) not in self.read for wave in self.waves))

    @classmethod
    def of(
        cls, interviews: Iterable[Interview], waves: Iterable[str] = (), years: Mapping[str, str] | None = None
    ) -> StudyNames:
        """Return those of the interviews that are read, and of the waves that a study states.

        Parameters
        ----------
        interviews : iterable of Interview
            That are read.
        waves : iterable of str
            That the study states.
        years : mapping of str to str, optional
            The wave of years that lie in its dates.

        Returns
        -------
        StudyNames
        """
        read = {(person, interview.wave) for interview in interviews for person in interview.persons}
        return cls({person for person, _ in read}, sorted({*waves, *(wave for _, wave in read)}), read, years)

    def missed(self, path: Path, *, is_cut: bool = False) -> tuple[tuple[str, str], ...]:
        """Return the persons and waves of which an entry can be the interview, less those that are read.

        None where its name says anything else; the folder in which it lies may say the wave or the person. Where
        neither says a wave, it is the one that a person lacks, if it is one. Of a name that is cut the first two
        letters are lost, as in that of a lock of Word.
        """
        if path.suffix.lower() in SELDOM_TALK:
            return ()
        words = _words(path.stem)
        if len(words) == 1 and (whole := self._glued.get(words[0])):  # P012020
            return () if whole in self.read else (whole,)
        if is_cut and (whole := self._cut.get("".join(words))):
            return () if whole in self.read else (whole,)
        said = self._said_in(words) or self._said_with_a_date(path, words)
        if said is None:
            return ()
        whose, when = said
        if not whose or not when:
            whose, when = self._said_around(path, whose, when)
        if len(when) > 1:
            return ()
        found = []
        for person in whose:
            lacking = [wave for wave in self.waves if (person, wave) not in self.read]
            wave = when[0] if when else lacking[0] if len(lacking) == 1 else ""
            if lacking and (wave or not when) and (person, wave) not in self.read:
                found.append((person, wave))
        return tuple(dict.fromkeys(found))

    def lacking_alike(self, path: Path, person: str, wave: str) -> tuple[str, ...]:
        """Return the persons whose interview of a wave is not read and whom a person that is none of them can be.

        Parameters
        ----------
        path : Path
            Of the file that is called after that person: a form or a picture is of nobody.
        person, wave : str
            As its name says them.

        Returns
        -------
        tuple of str
        """
        is_seldom = path.suffix.lower() in SELDOM_TALK and path.suffix.lower() not in PACKED
        if person in self.persons or is_seldom or is_of_papers(path.stem):
            return ()
        if wave not in self.waves and not _YEAR.fullmatch(wave):
            return ()
        return tuple(other for other in self._alike.of(person) if (other, wave) not in self.read)

    def also_named(self, path: Path, persons: Collection[str], wave: str) -> tuple[str, ...]:
        """Return who else the name of an interview's file speaks of, and is read in other waves but not in this one.

        Parameters
        ----------
        path : Path
            The file.
        persons : collection of str
            Whose interview it is: what their own ids say is of nobody else.
        wave : str
            Of the interview.

        Returns
        -------
        tuple of str
        """
        found = self._persons_of(_words(path.stem))
        own = self.alike(persons)
        return tuple(person for person in found if person not in own and (person, wave) not in self.read)

    def alike(self, persons: Iterable[str]) -> frozenset[str]:
        """Return persons with all those of the study whose ids can be theirs."""
        return frozenset(other for person in persons for other in (person, *self._alike.of(person)))

    def named_in(self, path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the persons and the waves that the name of a file says, or else the folders in which it lies.

        A person that is a bare number is named where the name says nothing but persons and waves, and is no number of
        a talk or a part; a wave that is a bare number of one or two digits is never.
        """
        told = (self._named_in(name) for name in (path.stem, *(folder.name for folder in path.parents)))
        said = [(persons, waves) for persons, waves in told if persons or waves]
        return (
            next((persons for persons, _ in said if persons), ()),
            next((waves for _, waves in said if waves), ()),
        )

    def _named_in(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        words = _words(name)
        waves = dict.fromkeys(self._waves[part] for part in _parts(words) if part in self._waves)
        numbers = [word for word in words if word.isdecimal() and (word,) not in self._waves]
        is_bare = len(numbers) == 1 and all(word in numbers or (word,) in self._waves for word in words)
        found = [person for person in self._persons_of(words) if is_bare or not person.isdecimal()]
        return tuple(person for person in found if person not in waves), tuple(waves)

    def _persons_of(self, words: _Words) -> dict[str, None]:
        return dict.fromkeys(self._persons[part] for part in _parts(words) if part in self._persons)

    def _said_around(self, path: Path, whose: list[str], when: list[str]) -> tuple[list[str], list[str]]:
        """Return who and when, as the folders around a file say what its name does not: 2010/P03/opname.mp3."""
        for folder in path.parents:
            around = self._said_in(_words(folder.name)) or ([], [])
            whose, when = whose or around[0], when or around[1]
            if not any(around):
                break
        return whose, when

    def _said_with_a_date(self, path: Path, words: _Words) -> tuple[list[str], list[str]] | None:
        """Return who and when, where a year is no wave but when somebody was met: `Round 1/Keith 2010.doc`."""
        if any(map(_YEAR.fullmatch, self.waves)):
            return None
        said = self._said_in(tuple(word for word in words if not _YEAR.fullmatch(word)))
        return said if said and self._said_around(path, *said)[1] else None

    def waiting_for(self, folder: Path) -> tuple[tuple[str, str], ...]:
        """Return whose interviews belong in an empty folder that is called after a wave, less those that are read."""
        whose, when = self._said_in(_words(folder.name)) or ([], [])
        if whose or len(when) != 1:
            return ()
        return tuple((person, when[0]) for person in sorted(self.persons) if (person, when[0]) not in self.read)

    def joined_in(self, person: str) -> tuple[str, ...]:
        """Return the persons that the name of a person is put together of, as in P01_P02; none where it is not."""
        words = _words(person)
        if words[:1] in self._persons and len(words) > 1:  # P01+02
            begin = _DIGITS.sub("", words[0])
            words = tuple(f"{begin}{word}" if (f"{begin}{word}",) in self._persons else word for word in words)
        whose = (self._said_in(words, max(1, len(words) - 1)) or ([], []))[0] if len(words) > 1 else []
        if not whose and any((word,) in self._persons for word in words) and len(set(map(_shape, words))) == 1:
            whose = [self._persons.get((word,), word.upper()) for word in words]  # where nothing is known of P02
        return tuple(dict.fromkeys(whose)) if len(set(whose)) > 1 else ()

    def _person_called(self, words: _Words) -> str:
        """Return the person whose name some words are, also one of two names of which the first is its initial."""
        return self._persons.get(words) or self._persons.get(_with_initial(words)) or self._initials.get(words, "")

    def _said_in(self, words: _Words, longest: int = _LONGEST) -> tuple[list[str], list[str]] | None:
        """Return the persons and waves that some words say; None where they say anything else."""
        whose, when, at = list[str](), list[str](), 0
        while at < len(words):
            for size in range(min(longest, _LONGEST, len(words) - at), 0, -1):
                part = words[at : at + size]
                if (person := self._person_called(part)) or part in self._dated:
                    (whose if person else when).append(person or self._dated[part])
                    at += size
                    break
            else:
                if not _is_beside(words[at], words[at + 1 :]):
                    return None
                at += 1
        return whose, when


def _is_beside(word: str, following: _Words) -> bool:
    """Return whether a word names nobody and no wave: a word for a talk, a title before a name, the month of a year."""
    is_month = bool(following and _YEAR.fullmatch(following[0]) and _MONTH.fullmatch(word))
    return word in _BESIDE or is_month or bool(following and TITLE.match(f"{word} "))


def years_within(waves: Iterable[Wave]) -> dict[str, str]:
    """Return the wave of each year in whose dates it lies, and no other's: 2010 in a wave 2009 from 2009 to 2010.

    >>> years_within([Wave("2009", start="2009-01", end="2010-12"), Wave("2019", start="2019-05")])
    {'2009': '2009', '2010': '2009'}
    """
    dated = [wave for wave in waves if wave.start and wave.end]
    held = {
        str(year): [wave.id for wave in dated if wave.holds(str(year))]
        for wave in dated
        for year in range(int(wave.start[:4]), int(wave.end[:4]) + 1)
    }
    return {year: own[0] for year, own in held.items() if len(own) == 1}


def undeclared_couples(interviews: Sequence[Interview]) -> tuple[Problem, ...]:
    """Return a problem for each file whose name joins two persons, and which would be the interview of a third.

    Examples
    --------
    >>> named = [(Path(f"{person}_2010.txt"), {person: ()}) for person in ("P01", "P02", "P01_P02")]
    >>> undeclared_couples([Interview(file, whose, "2010", "the file name") for file, whose in named])[0].what
    'is called after P01 and P02, and would count as the interview of one person, P01_P02.'
    """
    stated = {person for interview in interviews for person in interview.persons if not _is_guessed(interview)}
    names = StudyNames.of(interviews)
    found = (
        (interview, person, names.joined_in(person))
        for interview in interviews
        for person in interview.persons
        if person not in stated
    )
    return tuple(
        Problem(interview.file.name, "couple as one person", {"persons": joined, "person": person})
        for interview, person, joined in found
        if joined
    )


def _is_guessed(interview: Interview) -> bool:
    return interview.known_from == "the file name" or bool(interview.clues)


def _words(name: str) -> _Words:
    """Return the words of a name, without capitals and accents; P01P02 is two."""
    found = list[str]()
    for word in _WORD.findall(without_accents(name).casefold()):
        parts = _ID.findall(word)
        found += parts if len(parts) > 1 and "".join(parts) == word else [word]
    return tuple(found)


def _parts(words: _Words) -> Iterator[_Words]:
    """Yield all that stands together in some words."""
    for at in range(len(words)):
        yield from (words[at : at + size] for size in range(1, min(_LONGEST, len(words) - at) + 1))


def _with_initial(words: _Words) -> _Words:
    """Return a name of several words with the first shortened to its initial; nothing of other names."""
    is_name = len(words) > 1 and len(words[0]) > 1 and all(map(str.isalpha, words))
    return (words[0][0], *words[1:]) if is_name else ()


def _shape(word: str) -> str:
    return _DIGITS.sub("0", word)


def _short_years(waves: Iterable[str]) -> dict[_Words, str]:
    """Return the last two digits of years of which only one has them."""
    years = [wave for wave in waves if len(wave) == 4 and wave.isdecimal()]
    return {(year[2:],): year for year in years if sum(other[2:] == year[2:] for other in years) == 1}
