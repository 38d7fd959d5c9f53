"""Files of a study's folder that are not read: whose interview each would be, and what to do about it.

An interview that lies there and is not read is a problem, because its person would seem not to have been interviewed;
a recording beside its transcript, a picture or a form is named in a note.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bp_qual.display import first_few, show_name
from bp_qual.errors import Problem
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.dossiers import find_in_dossiers
from bp_qual.study.folder_entries import FolderEntry
from bp_qual.study.interviews import Interview
from bp_qual.study.name_patterns import NamePattern
from bp_qual.study.named_in_passing import named_in_passing
from bp_qual.study.named_together import StudyNames
from bp_qual.study.unread_contents import Held, find_held, may_hold_several
from bp_qual.study.unread_kinds import COMPANIONS, PICTURES, RECORDINGS, SELDOM_TALK, WRITTEN
from bp_qual.transcripts.plain_letters import without_accents

_PERSON = lazy_pattern(r"[A-Za-z]{1,12}[-_. ]?\d{1,6}[a-z]?")


@dataclass(frozen=True, slots=True)
class UnreadInterview:
    """An interview that lies in the study's folder and is not read: whose it is (empty: unknown), and the problem.

    `others` are further persons and waves of which interviews may lie in the same place, a folder or a packed file.

    Examples
    --------
    >>> UnreadInterview("P01", "2010", Problem("P01_2010.doc", "old word not read")).wave
    '2010'
    """

    person: str
    wave: str
    problem: Problem
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """What is not read of a study's folder: interviews, other files, results of bp_qual, and what cannot be seen.

    `unseen` are packed files of which no name says whose they are, and which cannot be listed; `lacking` are the
    persons of whom an interview is not read; `recordings` lie in a person's folder beside the interviews they are of.

    Examples
    --------
    >>> Unread((), (FolderEntry(Path("photo.jpg")),)).others[0].path.name
    'photo.jpg'
    """

    interviews: tuple[UnreadInterview, ...] = ()
    others: tuple[FolderEntry, ...] = ()
    results: tuple[Path, ...] = ()
    unseen: tuple[Path, ...] = ()
    lacking: tuple[str, ...] = ()
    recordings: tuple[FolderEntry, ...] = ()

    @property
    def held(self) -> tuple[tuple[str, str], ...]:
        """Whose interviews may be in what cannot be looked into; the wave is unknown, and empty."""
        return tuple((person, "") for person in self.lacking if self.unseen)


def find_unread(
    entries: Iterable[FolderEntry],
    interviews: Sequence[Interview],
    *,
    pattern: NamePattern,
    waves: Collection[str] = (),
    hinted: Mapping[Path, tuple[str, str]] | None = None,
    years: Mapping[str, str] | None = None,
) -> Unread:
    """Sort the entries of a folder that no reader takes into interviews that are missed and other files.

    Parameters
    ----------
    entries : iterable of FolderEntry
        What lies there, less what is read.
    interviews : sequence of Interview
        Those that are read.
    pattern : NamePattern
        How a name says person and wave.
    waves : collection of str
        The study's waves, where they are stated.
    hinted : mapping of Path to (person, wave), optional
        What the folder or the first lines of a file say.
    years : mapping of str to str, optional
        The wave of years that lie in its dates.

    Returns
    -------
    Unread
        An entry is an interview where its name says person and wave, as far as these are known or look like it, and no
        other file of that person and wave is read. So is every folder that cannot be looked into, and every folder
        with such a name of which no file is read.

    Examples
    --------
    >>> left = [FolderEntry(Path(name)) for name in ("P01_2010.doc", "photo.jpg")]
    >>> unread = find_unread(left, [], pattern=NamePattern.parse("{person}_{wave}"))
    >>> print(unread.interviews[0].problem.what, [entry.path.name for entry in unread.others])
    is a Word 97-2003 document (.doc), which is not read. ['photo.jpg']
    """
    sorting = _Sorting(list(entries), interviews, pattern, waves, hinted or {}, years)
    for entry in sorting.entries:
        sorting.place(entry)
    return sorting.found()


class _Sorting:
    """Entries that are not read, put one by one where they belong."""

    def __init__(
        self,
        entries: Sequence[FolderEntry],
        interviews: Sequence[Interview],
        pattern: NamePattern,
        waves: Collection[str],
        hinted: Mapping[Path, tuple[str, str]],
        years: Mapping[str, str] | None,
    ) -> None:
        self.entries, self.pattern, self.waves, self.hinted = entries, pattern, waves, hinted
        self.names = StudyNames.of(interviews, waves, years)
        self.called = {_folded(person): person for person in sorted(self.names.persons)}
        self.dossiers = find_in_dossiers(entries, interviews, self.names.waves)
        self.without_endings = {interview.file.with_suffix("") for interview in interviews}
        self.filled = {parent for interview in interviews for parent in interview.file.parents}
        self.occupied = {parent for entry in entries for parent in entry.path.parents}
        self.around = {parent for entry in entries if entry.is_looked_into for parent in entry.path.parents}
        self.missed: list[UnreadInterview] = []
        self.others: list[FolderEntry] = []
        self.results: list[Path] = []
        self.unseen: list[Path] = []

    def place(self, entry: FolderEntry) -> None:
        """Put an entry among the interviews that are missed, the other files, the results, or what cannot be seen."""
        if entry.path in self.dossiers.known or (entry.is_looked_into and entry.path in self.filled):
            return
        if entry.path in self.dossiers.surplus:
            self.others.append(entry)
        elif entry.path not in self.occupied and _is_empty(entry) and (waited := self.names.waiting_for(entry.path)):
            problem = Problem(show_name(entry.path), "empty folder of a wave")
            self.missed.append(UnreadInterview(*waited[0], problem, waited[1:]))
        elif may_hold_several(entry):
            self._place_holder(entry)
        elif (interview := self._as_interview(entry)) is not None:
            self.missed.append(interview)
        elif entry.is_own:
            self.results.append(entry.path)
        elif not (entry.is_looked_into or is_described(entry) or is_written_as(entry, self.without_endings)):
            self.others.append(entry)

    def found(self) -> Unread:
        """Return where the entries were put."""
        recordings = tuple(entry for entry in self.entries if entry.path in self.dossiers.known)
        found = (tuple(self.missed), tuple(self.others), tuple(self.results), tuple(self.unseen))
        return Unread(*found, self.names.lacking, recordings)

    def _place_holder(self, entry: FolderEntry) -> None:
        """Put a folder or packed file where it belongs: several interviews may be in it."""
        said = partial(_said_by_name, pattern=self.pattern, called=self.called, names=self.names)
        held = find_held(entry, said, self.called, self.names.waves)
        whose = tuple(one for one in held.whose if one not in self.names.read)
        may_be_lacking = held.is_unseen and bool(self.names.lacking)
        self.unseen += [entry.path] if may_be_lacking else []
        if whose or entry.is_folder:
            self.missed.append(UnreadInterview(*(whose or (("", ""),))[0], _problem(entry, whose, held), whose[1:]))
        elif not may_be_lacking:
            self.others.append(entry)

    def _as_interview(self, entry: FolderEntry) -> UnreadInterview | None:
        """Return the interview that a file seems to hold, by its name or what is known of it; None without such."""
        names = self.names
        hint = self.hinted.get(entry.path, ("", ""))
        person, said = _whose(entry, self.pattern, self.called, names) or hint
        wave = names.wave_of(said)
        person = person if person in names.persons else self.called.get(_folded(person), person)
        person, *others_alike = names.lacking_alike(entry.path, person, wave) or (person,)
        unsure = person not in names.persons or wave not in names.waves
        is_open = unsure and entry.path not in self.around  # a folder of folders is no interview
        if is_open and (together := names.missed(entry.path, is_cut=entry.is_locked)):
            return UnreadInterview(*together[0], _problem(entry), together[1:])
        if not person or (person, wave) in names.read:
            return None
        known = not self.waves or wave in self.waves  # the second talk can be of any wave
        alike = tuple((other, wave) for other in others_alike)
        return UnreadInterview(person, wave if known else "", _problem(entry), alike)


def is_written_as(entry: FolderEntry, files: Collection[Path]) -> bool:
    """Return whether a document was saved as a file of another kind: Kees.doc as Kees.docx.

    Parameters
    ----------
    entry : FolderEntry
        The document.
    files : collection of Path
        The other files, without their endings.

    Returns
    -------
    bool

    Examples
    --------
    >>> [is_written_as(FolderEntry(Path(name)), {Path("Kees")}) for name in ("Kees.doc", "Kees.jpg", "Els.doc")]
    [True, False, False]
    """
    is_written = entry.path.suffix.lower() in WRITTEN and entry.fault is None
    return is_written and entry.path.with_suffix("") in files


def is_described(entry: FolderEntry) -> bool:
    """Return whether an entry is a file that describes a study, such as an earlier version of its codebook.

    >>> is_described(FolderEntry(Path("codebook_1.yaml"))), is_described(FolderEntry(Path("photo.jpg")))
    (True, False)
    """
    return entry.fault is None and not entry.path.is_symlink() and entry.path.suffix.lower() in COMPANIONS


def may_be_document(file: Path) -> bool:
    """Return whether a file of a kind that is not read may hold talk, as far as its ending says.

    >>> [may_be_document(Path(name)) for name in ("P01.doc", "P01.pages", "P01.mp3", "P01.jpg", "P01.docx")]
    [True, True, False, False, False]
    """
    from bp_qual.readers import ENDINGS

    return file.suffix.lower() not in (*SELDOM_TALK, *RECORDINGS, *COMPANIONS, *ENDINGS)


def is_recording(file: Path) -> bool:
    """Return whether a file is of sound or film, as far as its ending says.

    >>> is_recording(Path("P01.mp3"))
    True
    """
    return file.suffix.lower() in RECORDINGS


def _whose(
    entry: FolderEntry, pattern: NamePattern, called: Collection[str], names: StudyNames
) -> tuple[str, str] | None:
    """Return person and wave as the name says them, where that can be meant; ``called`` are the persons, folded."""
    match = next(filter(None, map(pattern.match, _without_endings(entry.path))), None)
    if match is None:
        return None
    person, wave = match[0], names.wave_of(match[1])
    likely = _folded(person) in called or looks_like_person(person) or names.lacking_alike(entry.path, person, wave)
    if not likely or (wave not in names.waves and entry.path.suffix.lower() in SELDOM_TALK):
        return None
    return person, wave


def _said_by_name(
    path: Path, pattern: NamePattern, called: Collection[str], names: StudyNames
) -> tuple[tuple[str, str], ...]:
    """Return the persons and waves that the name of a packed file says, in whatever way."""
    if path.name.startswith(".") or "__MACOSX" in path.parts:
        return ()
    if whose := _whose(FolderEntry(path), pattern, called, names):
        return tuple((other, whose[1]) for other in names.lacking_alike(path, *whose)) or (whose,)
    return names.missed(path) or tuple(sorted(named_in_passing([path], names, pattern)))


def looks_like_person(name: str) -> bool:
    """Return whether a name looks like the id of a person: letters and a number.

    >>> looks_like_person("P14"), looks_like_person("result")
    (True, False)
    """
    return _PERSON.fullmatch(name) is not None


def _without_endings(path: Path) -> Iterator[str]:
    """Yield a name without its ending, whole, and without the endings before the last: P01_2010.docx.bak is P01_2010.

    >>> list(_without_endings(Path("P01_2010.docx.bak")))
    ['P01_2010.docx', 'P01_2010.docx.bak', 'P01_2010']
    """
    yield path.stem
    yield path.name
    left = Path(path.stem)
    while left.suffix:
        left = left.with_suffix("")
        yield left.name


def _is_empty(entry: FolderEntry) -> bool:
    """Return whether an entry is a folder with nothing in it but what is hidden."""
    return entry.is_looked_into and all(item.name.startswith(".") for item in entry.path.iterdir())


def _folded(person: str) -> str:
    """Return a person's id without case, doubled blanks and accents."""
    return " ".join(without_accents(person).casefold().split())


def _problem(entry: FolderEntry, whose: Sequence[tuple[str, str]] = (), held: Held | None = None) -> Problem:
    from bp_qual.readers import ENDINGS

    where, ending = show_name(entry.path), entry.path.suffix.lower()
    if entry.fault:
        return entry.fault
    if ending in (".doc", ".dot"):
        return Problem(where, "old word not read")
    if ending in RECORDINGS:
        return Problem(where, "recording")
    if ending in PICTURES:
        return Problem(where, "picture of an interview")
    if held is not None:
        persons = [f"{person} ({wave})" if wave else person for person, wave in whose]
        kind = "packed interviews" if held.is_listed else "packed and not listed"
        return Problem(where, kind, {"ending": ending, "persons": first_few(persons)})
    if not ending:
        return Problem(where, "no ending")
    if ending in ENDINGS:
        return Problem(where, "not among the transcripts")
    return Problem(where, "not a read ending", {"ending": show_name(ending), "endings": ENDINGS})
