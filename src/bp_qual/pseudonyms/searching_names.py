"""Search a study for names that a key holds: in every file, in file names, and inside the files of a zip."""

from __future__ import annotations

import json
import re
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath

from bp_qual.display import show_name
from bp_qual.errors import BpQualError, BpQualWarning, Problem, StudyError
from bp_qual.files.safe_reading import open_package, read_bytes
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.dates_in_names import date_in_cell, file_named_in, replace_in_path
from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.pseudonyms.file_texts import ZIPS, can_change, decode_exactly, holds_pictures, texts_of
from bp_qual.pseudonyms.key_file import NameKey, read_key
from bp_qual.pseudonyms.months_in_dates import date_with_month
from bp_qual.pseudonyms.names_that_stay import StayingNames, study_in
from bp_qual.pseudonyms.names_with_s import with_possessives
from bp_qual.pseudonyms.parcel_fields import attribute_words, without_guids
from bp_qual.pseudonyms.replacing import ReplacedText, Replacer
from bp_qual.readers import read_data
from bp_qual.wording import Wording

_MARKED = frozenset((".html", ".htm", ".rtf", ".md"))
_ESCAPED = frozenset((".json", ".jsonl"))
_OF_CODERS = frozenset(("codings", "samples"))  # files in these are called after coders and samples, not by names
_LANGUAGE = lazy_pattern(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?-[A-Z]{2}")  # ja-JP; a script of a font is Hans
_ESCAPES = lazy_pattern(r"(?:\\(?:u[0-9a-fA-F]{4}|[nrtbf\"/\\]))+")


@dataclass(frozen=True, slots=True)
class FoundInFile:
    """A name of the key that stands in a file, and how often.

    Examples
    --------
    >>> FoundInFile("a.txt", "Jan", 2).count
    2
    """

    file: str
    spelling: str
    count: int


@dataclass(frozen=True, slots=True)
class DatesInFile:
    """Dates in a file of which the month is a name of the key.

    Examples
    --------
    >>> DatesInFile("a.txt", ("3 May 2010",)).file
    'a.txt'
    """

    file: str
    dates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameCheck:
    """What a search found, in how many files, which files could not be searched, and what stays.

    `stays` is what was decided, `dates` has a name of the key as its month: a person should look at each.

    Examples
    --------
    >>> NameCheck((), 12, ()).say("en")
    'No name of the key stands in any of 12 files.'
    """

    found: tuple[FoundInFile, ...]
    files: int
    unsearched: tuple[str, ...]
    stays: tuple[FoundInFile, ...] = ()
    dates: tuple[DatesInFile, ...] = ()

    def say(self, language: str) -> str:
        """Return what was found, in English (`en`) or Dutch (`nl`)."""
        say = Wording(language)
        lines = [say("names_found_in", file=f.file, name=f.spelling, n=f.count) for f in self.found]
        lines += [say("names_stays_in", file=f.file, name=f.spelling, n=f.count) for f in self.stays]
        lines += [say("names_dates_in", file=in_file.file, dates=list(in_file.dates)) for in_file in self.dates]
        lines += [say("names_unsearched", files=list(self.unsearched))] if self.unsearched else []
        told = "names_no_other_found" if self.stays or self.dates else "names_none_found"
        none = say(told, n=self.files)
        return "\n".join([*lines, *([] if self.found else [none])])


def find_leftover_names(folder: Path | str, *, key: Path | str) -> NameCheck:
    """Return every place in a folder at which a name of the key still stands.

    Recordings and pictures are not searched, and named.

    Parameters
    ----------
    folder : Path or str
        A study, or any other folder.
    key : Path or str
        The key.

    Returns
    -------
    NameCheck

    Raises
    ------
    StudyError
        Where the key cannot be read, or there is no such folder.

    Examples
    --------
    >>> find_leftover_names("no/such/folder", key="no/such/key.csv")
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no/such/key.csv  does not exist. Check the name and the folder.
    """
    held, folder = read_key(key), Path(folder)
    if not folder.is_dir():  # else no name would be found in it
        raise StudyError(Problem(show_name(folder), "not there"))
    pseudonyms = {name.pseudonym for name in held.names}
    replaced = (name for name in held.names if name.spelling not in pseudonyms)
    names = with_possessives(replaced, (name.spelling for name in held.left if not name.only_in))
    staying = StayingNames.of(folder, held.names, held.left)
    found: Counter[tuple[str, str]] = Counter()
    stays: Counter[tuple[str, str]] = Counter()
    dates: list[DatesInFile] = []
    searches: dict[frozenset[str], tuple[Replacer, Replacer]] = {}
    unsearched: list[str] = []
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    paths = _NamesOfFiles(folder, names, held, files)
    for path in files:
        shown = show_name(path.relative_to(folder))
        data = read_bytes(path, noted=False)
        texts = list(_searched(data, path.name))
        if not texts or holds_pictures(data, path.name):
            unsearched.append(shown)
        decided = staying.in_file(path.relative_to(folder).as_posix())
        if decided not in searches:
            others = Replacer((name for name in names if name.spelling not in decided), keeps_dates=True)
            searches[decided] = others, Replacer(DecidedName(name, "") for name in decided)
        for counts, replacer in zip((found, stays), searches[decided], strict=True):
            replacer.dates.clear()
            inside = replacer.with_dates(paths.date_of)
            counted = _count(inside, texts) | _count(inside, _as_read(data, path.name))
            replacer.dates -= paths.with_dates
            for spelling, count in (counted + _counted(paths.replaced(path, replacer))).items():
                counts[shown, spelling] += count
            dates += [DatesInFile(shown, tuple(sorted(replacer.dates)))] if replacer.dates else []
    return NameCheck(_found(found), len(files), tuple(unsearched), _found(stays), tuple(dates))


class _NamesOfFiles:
    """The names of the files of a folder, in which dates may stay; other files that name such a file do not tell it."""

    def __init__(self, folder: Path, names: Iterable[DecidedName], key: NameKey, files: Iterable[Path]) -> None:
        self._folder, self._own = folder, dict[Path, set[str]]()
        self._persons = {name.pseudonym for name in key.names if name.kind == "person"}
        study = study_in(folder)
        for interview in study.interviews if study is not None else ():
            self._own[interview.file.resolve()] = {*interview.persons, *chain(*interview.persons.values())}
            self._persons |= set(interview.persons)
        search = Replacer(names)
        self.with_dates: set[str] = set()
        for path in files:
            search.dates.clear()
            self.replaced(path, search)
            self.with_dates |= {path.name} if search.dates else set()

    def replaced(self, path: Path, replacer: Replacer) -> tuple[ReplacedText, ...]:
        """Return the parts of the name of a file with the names in it replaced."""
        own = self._own.get(path.resolve(), ())
        called = path.relative_to(self._folder).as_posix()
        if path.parent.name not in _OF_CODERS:
            replacer = replacer.in_file_names(own)
        return replace_in_path(called, replacer, own=own, persons=self._persons)

    def date_of(self, text: str, start: int, end: int) -> str:
        """Return the date of which a stretch of a text is the month, or the file whose name has it."""
        file = file_named_in(text, start, end, self.with_dates)
        return file or date_with_month(text, start, end) or date_in_cell(text, start, end)


def _found(counts: Counter[tuple[str, str]]) -> tuple[FoundInFile, ...]:
    return tuple(FoundInFile(file, spelling, count) for (file, spelling), count in sorted(counts.items()))


def _count(replacer: Replacer, texts: Iterable[str]) -> Counter[str]:
    """Return how often each name stands in texts."""
    return _counted(map(replacer.replace, texts))


def _counted(texts: Iterable[ReplacedText]) -> Counter[str]:
    places = (place for text in texts for place in text.places)
    return Counter(re.sub(r"\s+", " ", place.original) for place in places)


def _as_read(data: bytes, name: str) -> Iterator[str]:
    r"""Yield what a person reads in a file whose letters may stand there otherwise: as marks, entities or escapes.

    >>> list(_as_read(b"<p>Ke<b>es</b> Andr&eacute;</p>", "a.html")), list(_as_read(rb'"\nAndr\u00e9"', "a.json"))
    (['Kees André'], ['"\nAndré"'])
    """
    ending = PurePosixPath(name.lower()).suffix
    if ending in _MARKED:
        with suppress(BpQualError), warnings.catch_warnings():
            warnings.simplefilter("ignore", BpQualWarning)
            yield read_data(data, where=name).text
    elif ending in _ESCAPED:
        yield _ESCAPES.sub(lambda found: json.loads(f'"{found[0]}"'), decode_exactly(data)[0])


def _searched(data: bytes, name: str) -> Iterator[str]:
    """Yield every text in a file; of a zip the raw text of its parts too, for what stands in attributes."""
    if not can_change(name):
        try:
            yield read_data(data, where=name).text
        except BpQualError:
            return
    texts = texts_of(data, name)
    yield from texts
    if PurePosixPath(name.lower()).suffix not in ZIPS:
        return
    seen = {*texts, *re.findall(r"\w+", " ".join(texts))}  # of words of their own, whole values only
    for part, raw in _parts(data):
        yield without_guids(part)
        yield from _as_read(raw, part)
        if part.endswith((".xml", ".rels", ".qde")):
            found = re.findall(r"""(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""", decode_exactly(raw)[0])
            attributes = [
                attribute_words(key.rpartition(":")[2], one or other)
                for key, one, other in found
                if key != "script" and not _LANGUAGE.fullmatch(one or other)
            ]
            yield "\n".join(value for value in attributes if value not in seen)


def _parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        package = open_package(data)
        for part in package.names:
            yield part, package.read(part)
    except BpQualError:
        return
