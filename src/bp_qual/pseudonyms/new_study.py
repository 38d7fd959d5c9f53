"""Write a study in which names are pseudonyms: a new folder, whole or not at all; the old one is not touched."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bp_qual.codebook import Codebook, read_codebook
from bp_qual.display import show_name
from bp_qual.errors import BpQualError, BpQualWarning, Problem, StoreError, StudyError
from bp_qual.files.new_folder import write_new_folder
from bp_qual.files.safe_reading import read_bytes
from bp_qual.pseudonyms.changed_codings import Renewal
from bp_qual.pseudonyms.changed_files import ChangedFile, change_study_files
from bp_qual.pseudonyms.decided_names import DecidedName, decide, goes_by, left_alone
from bp_qual.pseudonyms.file_texts import holds_pictures
from bp_qual.pseudonyms.forms_of_spelling import as_typed
from bp_qual.pseudonyms.halves_of_names import halves_that_stay
from bp_qual.pseudonyms.key_file import (
    KeptFile,
    KeptPlaces,
    KeptStudy,
    NameKey,
    check_key_place,
    read_key,
    seal_of,
    write_key,
)  # fmt: skip
from bp_qual.pseudonyms.labels_given import find_given_labels
from bp_qual.pseudonyms.name_rows import NameRow
from bp_qual.pseudonyms.name_sheet import read_name_book
from bp_qual.pseudonyms.names_taken import find_taken
from bp_qual.pseudonyms.names_with_s import with_possessives
from bp_qual.pseudonyms.near_spellings import NearSpelling, find_near
from bp_qual.pseudonyms.outside_rows import find_outside
from bp_qual.pseudonyms.proposing import known_persons
from bp_qual.pseudonyms.replacing import Replacer
from bp_qual.pseudonyms.row_conflicts import find_borrowed, find_conflicts
from bp_qual.pseudonyms.terms_in_names import find_changed_terms
from bp_qual.study import Study, read_corpus, read_study
from bp_qual.study.codebook_beside import find_codebook_beside
from bp_qual.study.corpus_reading import doubted_words
from bp_qual.study.notes_on_interviews import relative_name
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.wording import Remark, Wording, choose_language

_SHOWN = 5  # dates that are told


@dataclass(frozen=True, slots=True)
class Pseudonymised:
    """What was made: how many names were replaced how often, and what a person should look at.

    Attributes
    ----------
    folder, key : Path
        The new study, and the key.
    replaced : int
        Places at which something was replaced.
    names : int
        Pseudonyms that were used.
    near : tuple of NearSpelling
        Words within one letter of a listed name that were not replaced.
    turned : mapping of str to str
        Files that became plain text, and their new names.
    left_out : tuple of str
        Files that are not in the new study: recordings, pictures, folders of results, what cannot be read.

    Examples
    --------
    >>> Pseudonymised("en", Path("new"), Path("key.csv"), 3, 2).say()
    'new: 3 places, 2 pseudonyms. The key is key.csv: keep it apart from the study.'
    """

    language: str
    folder: Path
    key: Path
    replaced: int
    names: int
    near: tuple[NearSpelling, ...] = ()
    turned: Mapping[str, str] | None = None
    left_out: tuple[str, ...] = ()
    notes: tuple[Remark, ...] = ()

    def say(self, language: str = "") -> str:
        """Return what was done, and each thing to look at on a line, in English (`en`) or Dutch (`nl`)."""
        say = Wording(choose_language(language or None, self.language))
        where = {"folder": show_name(self.folder), "key": show_name(self.key)}
        lines = [say("names_applied", places=self.replaced, names=self.names, **where)]
        lines += [say("names_turned", old=old, new=new) for old, new in (self.turned or {}).items()]
        lines += [say("names_left_out", files=list(self.left_out))] if self.left_out else []
        lines += [note.say(say.language) for note in self.notes]
        lines += [
            say("names_near", word=near.word, name=near.name, n=near.count, interview=near.interview)
            for near in self.near
        ]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.say()


def apply_pseudonyms(
    study: Study | Path | str, sheet: Path | str, output: Path | str, *, key: Path | str, allow_outside: bool = False
) -> Pseudonymised:
    """Write a new study in which each name that a sheet decides on is a pseudonym, and the key to it.

    Interviews, speakers' labels, file names, tables, the codebook, codings, memos, samples and the framework matrix are
    changed; codings stay at their words. The old study is not touched.

    Parameters
    ----------
    study : Study, Path or str
        A study, or the folder of one.
    sheet : Path or str
        The sheet of names, as decided.
    output : Path or str
        The folder of the new study; it may not be there yet.
    key : Path or str
        The file of the key, outside any study and git work tree. What it says already stands, so that a new wave gets
        the same pseudonyms.
    allow_outside : bool
        Read files that the study names or links to outside its own folder.

    Returns
    -------
    Pseudonymised

    Raises
    ------
    BpQualError
        Where the study cannot be read, the sheet contradicts itself or the key, or something is in the way.

    Examples
    --------
    >>> apply_pseudonyms("no/such/study", "names.xlsx", "new", key="key.csv")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no/such/study  is not there...
    """
    if not isinstance(study, Study):
        study = read_study(study, allow_outside=allow_outside)
    target, key = Path(output), Path(key)
    if target.resolve().is_relative_to(study.folder.resolve()):
        raise StoreError(Problem(show_name(target), "new study in the old"))
    check_key_place(key, [study.folder, target])
    before = read_key(key) if key.exists() else NameKey()
    book = read_name_book(read_bytes(sheet, noted=False), where=show_name(sheet))
    names = decide(book.rows, before.names, where=show_name(sheet))
    left = left_alone(book.rows, before.left, names)
    called = {interview.id: goes_by(interview, study.folder.resolve()) for interview in study.interviews}
    problems = find_conflicts(names, called.values(), where=show_name(sheet))
    made = [name for name in names if name not in before.names]
    problems += find_borrowed(made, (*names, *left), known_persons(study), where=show_name(sheet))
    if problems:
        raise StudyError(problems, Remark("nothing replaced"))
    corpus = read_corpus(study)
    others = [*known_persons(study), *(name.spelling for name in left if not name.only_in)]
    names = with_possessives(names, others)
    if taken := find_taken(made, names, corpus, called, where=show_name(sheet)):
        raise StudyError(taken, Remark("nothing replaced"))
    files, following, left_out, replacers = change_study_files(study, corpus, names)
    earlier = _name_files([*((file.old, file.name) for file in files), *((late.old, late.name) for late in following)])

    doubted: list[Remark] = []
    halves: list[Remark] = []
    changed_terms: list[Remark] = []
    renewed: dict[str, bytes] = {}

    def proof(folder: Path) -> None:
        with _named_within(folder):
            new_corpus = read_corpus(new_study := read_study(folder))
        _check_reading(corpus, new_corpus, {show_name(file.old): show_name(file.name) for file in files})
        doubted.extend(doubted_words(new_study, new_corpus))
        spoken = (talk.text for talk in new_corpus.transcripts)
        halves.extend(halves_that_stay([*spoken, *earlier], {name.pseudonym for name in names}))
        renewal = Renewal.of(corpus, new_corpus, *_codebooks(study, new_study))
        changed_terms.extend(find_changed_terms((study, corpus), (new_study, new_corpus), names))
        renewed.update({file.name: file.change(renewal) for file in following})

    def keep() -> None:
        contents, codecs = {file.name: file.data for file in files} | renewed, {file.name: file.codec for file in files}
        kept = (KeptFile(name, old, seal_of(contents[name]), codecs.get(name, "")) for name, old in earlier.items())
        made = KeptStudy(tuple(kept), tuple(place for file in files for place in _kept(file)))
        write_key(key, before.with_study(names, left, made))

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", BpQualWarning)
        plain = {file.name: file.data for file in files}
        write_new_folder(target, plain, check=proof, first=keep, rest=lambda: renewed)
    # `doubted` is of the new files: no name stands in it
    used_rows = {(as_typed(name.spelling), name.only_in) for replacer in replacers for name in replacer.used}
    idle = [row for row in book.rows if row.is_replaced and (as_typed(row.spelling), row.only_in) not in used_rows]
    used = {place.pseudonym for file in files for place in file.places}
    return Pseudonymised(
        choose_language(None, study.language, corpus.language),
        target,
        key,
        sum(len(file.places) for file in files),
        len(used),
        find_near(corpus, names, called),
        {file.old: file.name for file in files if file.became_text},
        left_out,
        (
            *book.notes(),
            *_idle(idle),
            *_refused(book.rows, before.names),
            *_kept_dates(replacers),
            *find_given_labels(study, names),
            *find_outside(corpus, names, left, called),
            *halves,
            *changed_terms,
            *_guessed_letters(corpus, files),
            *doubted,
            *_notes(study, files),
        ),
    )


def _shape(talk: Transcript) -> list[tuple[str, bool]]:
    return [(turn.role, bool(turn.person)) for turn in talk.turns]


def _idle(rows: Iterable[NameRow]) -> tuple[Remark, ...]:
    """Return what is said of each row that replaced nothing."""
    return tuple(
        Remark("idle only in", values={"name": row.spelling, "places": list(row.only_in)})
        if row.only_in
        else Remark("idle name", values={"name": row.spelling})
        for row in rows
    )


def _refused(rows: Iterable[NameRow], names: Iterable[DecidedName]) -> tuple[Remark, ...]:
    """Return what is said of names that the sheet leaves and the key replaces: what the key says stands."""
    replaced = {(name.spelling, name.only_in) for name in names}
    spellings = [row.spelling for row in rows if not row.is_replaced and (row.spelling, row.only_in) in replaced]
    return (Remark("no against the key", values={"names": spellings}),) if spellings else ()


def _kept_dates(replacers: Iterable[Replacer]) -> tuple[Remark, ...]:
    """Return what is said of dates of which the month is a name, and stayed."""
    dates = sorted({date for replacer in replacers for date in replacer.dates})
    return (Remark("months stay", values={"n": len(dates), "dates": dates[:_SHOWN]}),) if dates else ()


def _guessed_letters(corpus: Corpus, files: Iterable[ChangedFile]) -> list[Remark]:
    """Return of which interviews bytes that are not UTF-8 were read as Windows-1252; the new files hold the letters."""
    called = {show_name(file.old): show_name(file.name) for file in files}
    return [
        Remark("in file", values={"file": called.get(transcript.source, transcript.source), "note": note})
        for transcript in corpus.transcripts
        for note in transcript.notes
        if note.kind in ("byte not utf-8", "bytes not utf-8")
    ]


def _notes(study: Study, files: Iterable[ChangedFile]) -> tuple[Remark, ...]:
    """Return what a person should know: pictures that were not looked into, a codebook that lies elsewhere."""
    pictured = [file.name for file in files if holds_pictures(file.data, file.name)]
    notes = [Remark("pictures not searched", values={"files": pictured})] if pictured else []
    codebook = study.codebook
    if codebook is not None and not codebook.resolve().is_relative_to(study.folder.resolve()):
        notes.append(Remark("codebook elsewhere", values={"file": show_name(codebook)}))
    return tuple(notes)


def _kept(file: ChangedFile) -> list[KeptPlaces]:
    """Return the places of a file by what stood there."""
    by_name: dict[tuple[str, str], list[int]] = {}
    for place in file.places:
        by_name.setdefault((place.original, place.written), []).append(place.start)
    return [KeptPlaces(file.name, *names, tuple(places)) for names, places in by_name.items()]


@contextmanager
def _named_within(folder: Path) -> Iterator[None]:
    """Call the files of a folder that is not there by the time it is read as they are called in it."""
    try:
        yield
    except BpQualError as error:
        inside = f"{show_name(folder)}/"
        problems = (replace(problem, where=problem.where.removeprefix(inside)) for problem in error.problems)
        raise StudyError(problems, Remark("nothing replaced")) from error


def _beside(folder: Path) -> Path | None:
    """Return the codebook in the folder of a study that names none: people code with it all the same."""
    name = find_codebook_beside(folder)
    return folder / name if name else None


def _codebooks(old: Study, new: Study) -> tuple[Codebook | None, Codebook | None]:
    """Return the codebook of both studies; none where it lies elsewhere, and is the same, or could not be read before.

    One that could be read, and cannot with its names replaced, is refused: codes that would get one id.
    """
    books = [s.codebook or _beside(s.folder) for s in (old, new)]
    homes = [s.folder.resolve() for s in (old, new)]
    own = [book and book.resolve().is_relative_to(home) for book, home in zip(books, homes, strict=True)]
    if books[0] is None or books[1] is None or not all(own):
        return None, None
    try:
        before = read_codebook(books[0])
    except BpQualError:
        return None, None
    try:
        with _named_within(new.folder):
            return before, read_codebook(books[1])
    except BpQualError as error:
        refused = Problem(show_name(relative_name(books[1], new.folder)), "codebook reads otherwise")
        raise StudyError([refused, *error.problems], Remark("nothing replaced")) from error


def _name_files(names: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return what the file of each new name was called; two that would get one name are refused."""
    old: dict[str, str] = {}
    problems = []
    for was, name in names:
        if name.casefold() in old:
            values = {"other": old[name.casefold()], "name": name}
            problems.append(Problem(show_name(was), "two files of one name", values))
        old[name.casefold()] = was
    if problems:
        raise StudyError(problems, Remark("nothing replaced"))
    return {name: was for was, name in names}


def _check_reading(old: Corpus, new: Corpus, names: Mapping[str, str]) -> None:
    """Refuse a new study of which a file reads otherwise than the old one, called by these names, but for names."""
    again = {talk.source: _shape(talk) for talk in new.transcripts}
    changed = [talk.source for talk in old.transcripts if again.get(names[talk.source]) != _shape(talk)]
    problems = [Problem(source, "reads otherwise") for source in changed]
    if problems:
        raise StudyError(problems, Remark("nothing replaced"))
