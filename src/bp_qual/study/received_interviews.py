"""Which interviews of the study a passage of another program can come from: by document, or by person and wave."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from bp_qual.display import shown
from bp_qual.exchange.received import Passage
from bp_qual.readers import ENDINGS
from bp_qual.study.person_spellings import spellings
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.transcripts.wave_words import find_waves
from bp_qual.wording import Remark

_LONGEST_NAME = 5  # words


class InterviewFinder:
    r"""The interviews of a corpus by what other programs call them.

    Parameters
    ----------
    corpus : Corpus
        The interviews.

    Examples
    --------
    >>> finder = InterviewFinder(corpus)
    >>> [t.interview for t in finder.find(Passage("a.csv:2", "", (), document=r"Files\P01 - 2010.docx"))]
    ['P01_2010']
    >>> [t.interview for t in finder.find(Passage("a.csv:2", "", (), person="p01", wave="2010"))]
    ['P01_2010']
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._named: dict[str, list[Transcript]] = {}
        self._numbered: dict[str, Transcript] = {}  # as only bp_qual calls them: P01_2010_2
        self._by_text: dict[str, tuple[str, ...]] = {}
        self._against: dict[str, tuple[str, ...]] = {}
        same: dict[object, list[Transcript]] = {}
        for transcript in corpus.transcripts:
            same.setdefault((transcript.persons, transcript.wave), []).append(transcript)
        for transcript in corpus.transcripts:
            file, alike = plain_name(transcript.source), same[transcript.persons, transcript.wave]
            for name in {plain_name(transcript.interview), file} - {""}:
                self._named.setdefault(name, []).extend([transcript] if name == file else alike)
            if any(transcript.interview.startswith(f"{other.interview}_") for other in alike):
                self._numbered[transcript.interview] = transcript
        self._called = {plain_name(name, path=False): name for name in corpus.persons}
        self._spelled: dict[str, set[str]] = {}
        for name in corpus.persons:
            for key in spellings(name):
                self._spelled.setdefault(key, set()).add(name)
        self._respelled: dict[str, str] = {}
        self._known: dict[tuple[str, str, str, str], tuple[Transcript, ...]] = {}
        self._mixed = frozenset[str]()  # folders that say no wave

    def read_folders(self, passages: Iterable[Passage]) -> None:
        """Keep which folders, groups and sheets hold several waves: of these the name says none (``Export 2020``).

        One that is called as a wave, and nothing else, says that wave whatever is in it.

        Parameters
        ----------
        passages : iterable of Passage
            All of a file.
        """
        waves: dict[str, set[tuple[str, ...]]] = {}
        for folder, document, wave in {(p.folder, p.document, p.wave) for p in passages}:
            path, name = _split_path(document)
            for place in filter(None, {folder, path}):
                waves.setdefault(place, set()).add(self._waves(wave) or self._waves(name))
        own = {wave.casefold() for wave in self._corpus.waves}
        mixed = (folder for folder, said in waves.items() if len(said - {()}) > 1)
        self._mixed = frozenset(folder for folder in mixed if folder.strip().casefold() not in own)
        self._known.clear()

    def find(self, passage: Passage) -> tuple[Transcript, ...]:
        """Return the interviews that a passage can come from; all where the file does not say."""
        key = (passage.document, passage.folder, passage.person, passage.wave)
        if key not in self._known:
            self._known[key] = tuple(self._find(*key))
        return self._known[key]

    def knows(self, name: str) -> bool:
        """Return whether a name is that of a person or an interview of the study.

        >>> InterviewFinder(corpus).knows("P01"), InterviewFinder(corpus).knows("stress 2010")
        (True, False)
        """
        return bool(name) and (self.is_person(self.person_here(name)) or self._names_interview(name))

    @property
    def transcripts(self) -> tuple[Transcript, ...]:
        """All the interviews."""
        return self._corpus.transcripts

    @property
    def respelled(self) -> dict[str, str]:
        """The persons that were found in another spelling, by how the file has it."""
        return dict(self._respelled)

    def _find(self, document: str, folder: str, person: str, wave: str) -> list[Transcript]:
        if not document and self._is_interview(person):
            document, person = person, ""
        person = self.person_here(person)
        fitting = [t for t in self._corpus.transcripts if self._fits(t, person, wave)]
        if not document:
            return self._also_in(folder, fitting, said=bool(wave))
        named = self._of_document(document, folder)
        if not named:
            return fitting if person and wave else []
        says_person, says_wave = self.is_person(person), bool(self._waves(wave))
        contradicts = (says_person or not person) and (says_wave or not wave) and (says_person or says_wave)
        found = [transcript for transcript in named if transcript in fitting or not contradicts]
        path = document.replace("\\", "/").strip("/")
        if not any(path and path == transcript.source.replace("\\", "/") for transcript in found):
            found = self._also_in(_split_path(document)[0], found, said=True)
        return self._also_in(folder, found, said=True)

    def _also_in(self, folder: str, found: list[Transcript], *, said: bool) -> list[Transcript]:
        """Return interviews, with those of the wave that a folder, group or sheet says: where it contradicts, both."""
        waves = () if folder in self._mixed else self._waves(folder)
        if not waves:
            return found
        if not said:
            return [transcript for transcript in found if transcript.wave in waves]
        if any(transcript.wave in waves for transcript in found):
            return found
        persons = {transcript.persons for transcript in found}
        other = [t.interview for t in self._corpus.transcripts if t.persons in persons and t.wave in waves]
        kept = {*other, *(transcript.interview for transcript in found)}
        return [transcript for transcript in self._corpus.transcripts if transcript.interview in kept]

    def _is_interview(self, name: str) -> bool:
        """Return whether what stands where a person should names an interview: the wave is in it (``P01_2010``)."""
        return bool(name) and not self.is_person(self.person_here(name)) and self._names_interview(name)

    def _names_interview(self, name: str) -> bool:
        says_wave = plain_name(name) in self._named or bool(self._waves(name))
        return says_wave and bool(self._of_document(name, ""))

    def is_person(self, name: str) -> bool:
        """Return whether a name is that of a person of the study; other programs may have names of their own.

        >>> InterviewFinder(corpus).is_person("p01")
        True
        """
        return plain_name(name, path=False) in self._called

    def person_here(self, name: str) -> str:
        """Return a person as the study has it: one that is spelled otherwise is meant where it can be no other.

        >>> InterviewFinder(corpus).person_here("p-1")
        'P01'
        """
        if not name or self.is_person(name):
            return name
        alike = {person for key in spellings(name) for person in self._spelled.get(key, ())}
        if len(alike) != 1:
            return name
        self._respelled[name] = alike.pop()
        return self._respelled[name]

    def _fits(self, transcript: Transcript, person: str, wave: str) -> bool:
        persons = {plain_name(name, path=False) for name in transcript.persons}
        if person and plain_name(person, path=False) not in persons:
            return False
        return not wave or transcript.wave in self._waves(wave)

    def says_wave(self, text: str) -> bool:
        """Return whether a text says a wave of the study.

        >>> InterviewFinder(corpus).says_wave("wave 2010"), InterviewFinder(corpus).says_wave("open coding")
        (True, False)
        """
        return bool(self._waves(text))

    def _waves(self, text: str) -> tuple[str, ...]:
        """Return every wave that a cell, or the name of a document or folder, can mean."""
        known = {wave.casefold(): wave for wave in self._corpus.waves}
        same = known.get(text.strip().casefold())
        return (same,) if same else find_waves(text, self._corpus.waves)

    def _of_document(self, document: str, folder: str) -> list[Transcript]:
        """Return the interviews that a document can be: by name, with its folder, or by the persons and waves in it.

        With two persons or waves in its name it can be each of these; without a wave any interview of that person.
        """
        if document in self._numbered:
            return [self._numbered[document]]
        names = [document, *([f"{folder} {document}", f"{document} {folder}"] if folder else [])]
        for name in names:
            if named := self._named.get(plain_name(name, path=name == document)):
                return [*{transcript.interview: transcript for transcript in named}.values()]
        waves = self._waves(document if folder in self._mixed else f"{folder} {document}")
        meant = self._persons_in(document, folder, self._corpus.persons)
        there = (t for t in self._corpus.transcripts if t.wave in waves or not waves)
        return [transcript for transcript in there if meant.intersection(transcript.persons)]

    def _persons_in(self, document: str, folder: str, persons: Iterable[str]) -> set[str]:
        """Return which of these persons a document names; where it names none, the one whom it spells otherwise.

        Of two in one place the longer is meant: Jan-Willem, and not Jan.
        """
        words = plain_name(f"{folder} {document}").split("_")
        most = max(_LONGEST_NAME, *(name.count("_") + 1 for name in self._called))
        begins = range(len(words))
        runs = [(first, last) for first in begins for last in range(first + 1, min(first + most, len(words)) + 1)]
        named = {run: person for run in runs if (person := self._person_called(words[slice(*run)]))}
        longest = {person for run, person in named.items() if not any(_is_within(run, other) for other in named)}
        if longest:
            return longest.intersection(persons)
        for word in words:  # only names: a number alone can be anything
            if any(sign.isalpha() for sign in word) and (person := self.person_here(word)) != word:
                return {person}
        return set()

    def _person_called(self, words: Sequence[str]) -> str:
        """Return the person whose name is a row of words, also where one writes it in one: Janwillem; empty if nobody.

        In another spelling only a name of several words: a word alone may be part of one.
        """
        name = "_".join(words)
        if name in self._called:
            return self._called[name]
        letters = all(word.isalpha() for word in words)
        if len(words) == 1 or len(words) > _LONGEST_NAME or not letters:
            return ""
        person = self.person_here(" ".join(words))
        return person if self.is_person(person) else ""

    def person_in(self, passage: Passage, transcript: Transcript) -> str:
        """Return whose words a passage in a shared interview holds; empty where the file names nobody, or both.

        The file says it, or the name of a document that is not that of the interview itself.
        """
        document = passage.document
        if not document and self._is_interview(passage.person):
            document = passage.person
        elif passage.person or not document:
            return self.person_here(passage.person)
        plain = {plain_name(document), plain_name(f"{passage.folder} {document}", path=False)}
        if plain & {plain_name(transcript.interview), plain_name(transcript.source)}:
            return ""
        meant = self._persons_in(document, passage.folder, transcript.persons)
        return meant.pop() if len(meant) == 1 else ""

    def of_text(self, passage: Passage, transcripts: Sequence[Transcript], same: Sequence[Transcript]) -> None:
        """Keep that a document was known by its text, where its name, or what the file says beside it, says otherwise.

        Parameters
        ----------
        passage : Passage
            Of that document.
        transcripts, same : sequence of Transcript
            What is meant by all that the file says, and what has its text.
        """
        interviews = tuple(transcript.interview for transcript in same)
        if {t.interview for t in transcripts}.issuperset(interviews):
            return
        named = {transcript.interview for transcript in self._of_document(passage.document, passage.folder)}
        (self._against if named.issuperset(interviews) else self._by_text)[passage.document] = interviews

    @property
    def by_text(self) -> dict[str, tuple[str, ...]]:
        """The documents that have the text of other interviews than their name says, with these."""
        return dict(self._by_text)

    @property
    def against(self) -> dict[str, tuple[str, ...]]:
        """The documents that have the text of what their name says, while a case or variable says another interview."""
        return dict(self._against)


def say_respelled(finder: InterviewFinder) -> tuple[Remark, ...]:
    """Return a remark for each person whom what was looked for spells otherwise than the study does.

    >>> finder = InterviewFinder(corpus)
    >>> _ = finder.find(Passage("a.csv:2", "", (), person="P1", wave="2010"))
    >>> [note.say("en") for note in say_respelled(finder)]
    ['P1 was taken for P01 (the same name in another spelling)']
    """
    values = [{"said": shown(said), "person": shown(person)} for said, person in finder.respelled.items()]
    return tuple(Remark("spelled otherwise", values=names) for names in values)


def say_by_text(finder: InterviewFinder) -> tuple[Remark, ...]:
    """Return which documents were known by their text and not by what the file says of them; nothing where none was.

    >>> say_by_text(InterviewFinder(corpus))
    ()
    """
    kinds = {"known by text": finder.by_text, "known against": finder.against}
    pairs = {
        kind: [f"{shown(name, 60)} → {', '.join(interviews)}" for name, interviews in documents.items()]
        for kind, documents in kinds.items()
    }
    return tuple(Remark(kind, values={"n": len(said), "pairs": said}) for kind, said in pairs.items() if said)


def _split_path(document: str) -> tuple[str, str]:
    r"""Return the folders of a document, and its name.

    >>> _split_path(r"2020\P01_2010.docx"), _split_path("P01_2010")
    (('2020', 'P01_2010.docx'), ('', 'P01_2010'))
    """
    folder, _, name = document.replace("\\", "/").strip().rpartition("/")
    return folder, name


def say_other_waves(placed: Iterable[Passage], finder: InterviewFinder) -> tuple[Remark, ...]:
    """Return what stands where a wave should and is none of the study, in rows whose interview something else said.

    >>> row = Passage("a.csv:2", "money", (0,), document="P01_2010", wave="open coding")
    >>> [str(note) for note in say_other_waves([row], InterviewFinder(corpus))]
    ["in the column of waves stands what is no wave of the study ('open coding'; 1 row); ..."]
    """
    other = {passage.where: passage.wave for passage in placed if passage.wave and not finder.says_wave(passage.wave)}
    said = [shown(wave, 40) for wave in dict.fromkeys(other.values())]
    return (Remark("other waves", values={"n": len(other), "waves": said}),) if other else ()


def _is_within(run: tuple[int, int], other: tuple[int, int]) -> bool:
    return run != other and other[0] <= run[0] and run[1] <= other[1]


def plain_name(name: str, *, path: bool = True) -> str:
    """Return a name in small letters and digits with ``_`` between them, without folders and the ending of a file.

    Parameters
    ----------
    name : str
        As another program writes it.
    path : bool
        Whether folders may stand before it, and the ending of a file behind it.

    Returns
    -------
    str

    Examples
    --------
    >>> plain_name("Internals/Interviews/P01 – 2010.DOCX"), plain_name("Ans/Piet", path=False)
    ('p01_2010', 'ans_piet')
    """
    if path:
        file = PurePosixPath(name.replace("\\", "/").strip())
        name = file.stem if file.suffix.lower() in ENDINGS else file.name
    return "_".join(re.findall(r"[^\W_]+", name.casefold()))
