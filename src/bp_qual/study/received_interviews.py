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
from bp_qual.transcripts.wave_words import find_wave
from bp_qual.wording import Remark


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
        same: dict[object, list[Transcript]] = {}
        for transcript in corpus.transcripts:
            same.setdefault((transcript.persons, transcript.wave), []).append(transcript)
        for transcript in corpus.transcripts:
            file, alike = plain_name(transcript.source), same[transcript.persons, transcript.wave]
            for name in {plain_name(transcript.interview), file} - {""}:
                self._named.setdefault(name, []).extend([transcript] if name == file else alike)
            if any(transcript.interview.startswith(f"{other.interview}_") for other in alike):
                self._numbered[transcript.interview] = transcript
        self._spellings = {name: spellings(name) for name in corpus.persons}
        self._respelled: dict[str, str] = {}
        self._known: dict[tuple[str, str, str, str], tuple[Transcript, ...]] = {}

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
        return bool(name) and (self._is_person(self.person_here(name)) or bool(self._of_document(name, "")))

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
            return [transcript for transcript in self._of_document(person, folder) if self._fits(transcript, "", wave)]
        person = self.person_here(person)
        fitting = [t for t in self._corpus.transcripts if self._fits(t, person, wave)]
        if not document:
            return fitting
        named = self._of_document(document, folder)
        if not named:
            return fitting if person and wave else []
        contradicts = self._is_person(person) and (not wave or self._wave(wave))
        return [transcript for transcript in named if transcript in fitting or not contradicts]

    def _is_interview(self, name: str) -> bool:
        """Return whether what stands where a person should names an interview: the wave is in it (``P01_2010``)."""
        said = bool(name) and not self._is_person(self.person_here(name))
        return said and bool(self._wave(name.replace("_", " "))) and bool(self._of_document(name, ""))

    def _is_person(self, name: str) -> bool:
        """Return whether a name is that of a person of the study; other programs may have names of their own."""
        return plain_name(name, path=False) in {plain_name(person, path=False) for person in self._corpus.persons}

    def person_here(self, name: str) -> str:
        """Return a person as the study has it: one that is spelled otherwise is meant where it can be no other.

        >>> InterviewFinder(corpus).person_here("p-1")
        'P01'
        """
        if not name or self._is_person(name):
            return name
        own = spellings(name)
        alike = [person for person, theirs in self._spellings.items() if own & theirs]
        if len(alike) == 1:
            self._respelled[name] = alike[0]
        return alike[0] if len(alike) == 1 else name

    def _fits(self, transcript: Transcript, person: str, wave: str) -> bool:
        persons = {plain_name(name, path=False) for name in transcript.persons}
        if person and plain_name(person, path=False) not in persons:
            return False
        return not wave or self._wave(wave) == transcript.wave

    def _wave(self, text: str) -> str:
        known = {wave.casefold(): wave for wave in self._corpus.waves}
        said = find_wave(text, self._corpus.waves)
        return known.get(text.strip().casefold()) or (said[0] if said else "")

    def _of_document(self, document: str, folder: str) -> list[Transcript]:
        """Return the interviews that a document can be: by name, with its folder, or by the person and wave in it."""
        if document in self._numbered:
            return [self._numbered[document]]
        names = [document, *([f"{folder} {document}", f"{document} {folder}"] if folder else [])]
        for name in names:
            if named := self._named.get(plain_name(name, path=name == document)):
                return [*{transcript.interview: transcript for transcript in named}.values()]
        wave = self._wave(f"{folder} {document}".replace("_", " "))
        there = [t for t in self._corpus.transcripts if t.wave == wave]
        persons = [person for transcript in there for person in transcript.persons]
        meant = self._persons_in(document, folder, persons) if persons else set()
        return [transcript for transcript in there if meant.intersection(transcript.persons)]

    def _persons_in(self, document: str, folder: str, persons: Iterable[str]) -> set[str]:
        """Return which of these persons a document names; where it names none, the one whom it spells otherwise."""
        words = plain_name(f"{folder} {document}").split("_")
        if named := {person for person in persons if _is_in(person, words)}:
            return named
        for word in words:  # only names: a number alone can be anything
            if any(sign.isalpha() for sign in word) and (person := self.person_here(word)) != word:
                return {person}
        return set()

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
        """Keep that a document was known by its text, where that is of other interviews than its name says.

        Parameters
        ----------
        passage : Passage
            Of that document.
        transcripts, same : sequence of Transcript
            What its name says, and what has its text.
        """
        if not {t.interview for t in transcripts}.issuperset(t.interview for t in same):
            self._by_text[passage.document] = tuple(transcript.interview for transcript in same)

    @property
    def by_text(self) -> dict[str, tuple[str, ...]]:
        """The documents that have the text of other interviews than their name says, with these."""
        return dict(self._by_text)


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
    """Return which documents were known by their text and not by their name; nothing where none was.

    >>> say_by_text(InterviewFinder(corpus))
    ()
    """
    pairs = [f"{shown(name, 60)} → {', '.join(interviews)}" for name, interviews in finder.by_text.items()]
    return (Remark("known by text", values={"n": len(pairs), "pairs": pairs}),) if pairs else ()


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


def _is_in(person: str, words: Sequence[str]) -> bool:
    """Return whether a person is named in a row of words."""
    return f"_{plain_name(person, path=False)}_" in "_" + "_".join(words) + "_"
