"""Each file of a study as it will be in the new one: its name, its content, and every place that was replaced."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Protocol

from bp_qual.coding.by_hand.coder_files import files_by_coder, is_coders_file
from bp_qual.display import show_name
from bp_qual.errors import BpQualError, Problem, StudyError
from bp_qual.files.safe_reading import read_bytes
from bp_qual.files.written_before import kind_of_package
from bp_qual.pseudonyms.changed_codings import MovedTalk, Renewal, change_codings, change_sample
from bp_qual.pseudonyms.changed_matrix import change_file_and_marks
from bp_qual.pseudonyms.dates_in_names import date_in_cell, replace_in_path
from bp_qual.pseudonyms.decided_names import DecidedName, goes_by
from bp_qual.pseudonyms.file_texts import UnreadableFileError, can_change, change_file, codec_of
from bp_qual.pseudonyms.fitted_names import FittedNames, NamesInYaml
from bp_qual.pseudonyms.pieces_as_read import replace_as_read
from bp_qual.pseudonyms.pieces_together import lay_on, replace_together
from bp_qual.pseudonyms.replacing import ReplacedPlace, ReplacedText, Replacer, no_date
from bp_qual.pseudonyms.results_inside import results_in
from bp_qual.pseudonyms.talk_as_text import write_as_text
from bp_qual.readers import read_data
from bp_qual.study import Study
from bp_qual.study.folder_entries import list_entries
from bp_qual.study.interviews import AUDIO, Interview
from bp_qual.study.sample_units import is_sample_file
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.wording import Remark, Wording, choose_language


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file of the new study; `places` are offsets in its texts, one after another with a line end between.

    Examples
    --------
    >>> ChangedFile("a.docx", "a.txt", b"").became_text
    True
    """

    old: str
    name: str
    data: bytes
    places: tuple[ReplacedPlace, ...] = ()
    codec: str = ""  # that of the old file, where both are text

    @property
    def became_text(self) -> bool:
        """Whether it could not keep its format."""
        return PurePosixPath(self.old).suffix != PurePosixPath(self.name).suffix


@dataclass(frozen=True, slots=True)
class FollowingFile:
    """Codings or a sample, which can be changed only when the rest of the new study is read.

    Examples
    --------
    >>> FollowingFile("codings/an.jsonl", "codings/an.jsonl", lambda renewal: b"").old
    'codings/an.jsonl'
    """

    old: str
    name: str
    change: Callable[[Renewal], bytes]


class _Replacing(Protocol):
    def replace(self, text: str) -> ReplacedText:
        """Return a text with the names in it replaced."""


class _Noted:
    """Replaces names in one text of a file after another, and remembers all places as if the texts were one."""

    def __init__(self, replacer: _Replacing) -> None:
        self.replacer = replacer
        self.places: list[ReplacedPlace] = []
        self._old = self._new = 0

    def __call__(self, text: str) -> str:
        done = self.replacer.replace(text)
        self.places += [
            replace(
                place,
                old_start=place.old_start + self._old,
                old_end=place.old_end + self._old,
                start=place.start + self._new,
                end=place.end + self._new,
            )
            for place in done.places
        ]
        self._old += len(text) + 1
        self._new += len(done.text) + 1
        return done.text


def change_study_files(
    study: Study, corpus: Corpus, names: Sequence[DecidedName]
) -> tuple[tuple[ChangedFile, ...], tuple[FollowingFile, ...], tuple[str, ...], tuple[Replacer, ...]]:
    """Return every file of the new study, the files of the old one that are left out, and what replaced the names.

    Parameters
    ----------
    study : Study
        As read.
    corpus : Corpus
        Its interviews.
    names : sequence of DecidedName
        What was decided.

    Returns
    -------
    tuple of ChangedFile
        Interviews first.
    tuple of FollowingFile
        Codings and samples.
    tuple of str
        What is left out: recordings, pictures, results of earlier runs.
    tuple of Replacer
        Each knows which names it replaced.

    Raises
    ------
    StudyError
        Where a file cannot be changed.
    """
    folder = study.folder.resolve()
    say = Wording(choose_language(None, study.language, corpus.language))
    unknown = say("names_unknown")
    talks = {transcript.source: transcript for transcript in corpus.transcripts}
    everywhere = Replacer(names, unknown=unknown).with_dates(date_in_cell)
    persons = {unknown, *(name.pseudonym for name in names if name.kind == "person"), *corpus.persons}
    changed: list[ChangedFile] = []
    following: list[FollowingFile] = []
    moved: dict[str, MovedTalk] = {}
    replacers = [everywhere]
    problems: list[Problem] = []
    interviews = {interview.file.resolve(): interview for interview in study.interviews}
    for path, interview in interviews.items():
        if not path.is_relative_to(folder):
            problems.append(Problem(show_name(path), "interview outside"))
            continue
        old = path.relative_to(folder).as_posix()
        replacer = Replacer(names, goes_by(interview, folder), unknown=unknown, keeps_dates=True)
        replacers.append(replacer)
        talk = talks[show_name(old)]
        try:
            own = {*interview.persons, *(label for labels in interview.persons.values() for label in labels)}
            name = new_name(old, replacer, persons, own, is_id=not _is_listed(interview))
            file, done = _change_interview(path, old, name, replacer, talk, study)
        except BpQualError as error:
            problems += error.problems
            continue
        changed.append(file)
        moved[interview.id] = MovedTalk(talk, everywhere.replace(interview.id).text, done)
    if problems:
        raise StudyError(problems, Remark("nothing replaced"))
    renamed = {PurePosixPath(f.old).name: PurePosixPath(f.name).name for f in changed}
    renamed |= {interview.audio.name: "" for interview in study.interviews if interview.audio is not None}
    of_files = [DecidedName(old, new, "file") for old, new in _told_in_tables(renamed, everywhere)]
    tables = Replacer([*names, *of_files], unknown=unknown).with_dates(date_in_cell)
    round_names = (replace(name, pseudonym=_in_yaml(name.pseudonym)) for name in (*names, *of_files))
    in_yaml = Replacer(round_names, unknown=_in_yaml(unknown)).with_dates(date_in_cell)
    fitted = FittedNames(everywhere)
    yaml_names = NamesInYaml(in_yaml, fitted)
    coders = {path.resolve(): coder for coder, files in files_by_coder(study.folder).items() for path in files}
    others, left_out = _other_files(study, interviews)
    for path in others:
        old = path.relative_to(folder).as_posix()
        if path.suffix.lower() in AUDIO or not can_change(path.name):
            left_out.append(old)
            continue
        data = read_bytes(path, noted=False)
        name = new_name(old, everywhere, persons)
        if path in coders:
            name = fitted.coders_file(old, coders[path])
        elif is_sample_file(path, replace(study, folder=folder)):
            name = str(PurePosixPath(old).with_stem(fitted.sample(path.stem)))
        if is_coders_file(path):
            following.append(FollowingFile(old, name, partial(change_codings, data, moved, everywhere)))
        elif is_sample_file(path, replace(study, folder=folder)):
            following.append(FollowingFile(old, name, partial(change_sample, data, moved, everywhere)))
        else:
            noted = _Noted(yaml_names if path.suffix.lower() in (".yaml", ".yml") else tables)
            new = change_file_and_marks(data, old, noted, keep_authors=False)
            changed.append(ChangedFile(old, name, new, tuple(noted.places), codec_of(data, old)))
    return tuple(changed), tuple(following), tuple(left_out), (*replacers, tables, in_yaml)


def _told_in_tables(renamed: Mapping[str, str], everywhere: Replacer) -> Iterator[tuple[str, str]]:
    """Yield what tables call files, and what they do then: also names that hold a month, or are a date in a cell."""
    whole = everywhere.with_dates(no_date, is_noted=False)
    for old, new in renamed.items():
        if old != new or whole.replace(old).text != old:
            yield old, new
        stem, other = PurePosixPath(old).stem, PurePosixPath(new).stem
        if stem != other and everywhere.replace(stem).text == stem:
            yield stem, other


def _in_yaml(pseudonym: str) -> str:
    """Return a pseudonym with round brackets for square ones, which begin a list in YAML."""
    return pseudonym.replace("[", "(").replace("]", ")")


def _other_files(study: Study, interviews: Mapping[Path, Interview]) -> tuple[list[Path], list[str]]:
    """Return the files of a study that are no interviews, and what is not taken along: results, links, studies."""
    taken: list[Path] = []
    left = list(results_in(study.folder))
    for entry in list_entries(study.folder):
        path = entry.path.resolve()
        own_table = entry.is_own and (is_sample_file(entry.path, study) or _is_matrix(entry.path))
        if path in interviews or entry.is_looked_into:
            continue
        if path.is_file() and (not entry.fault or own_table):
            taken.append(path)
        else:
            left.append(entry.path.relative_to(study.folder).as_posix())
    return taken, left


def _is_matrix(path: Path) -> bool:
    """Return whether a file is a matrix, of either kind, in which people write: whatever it is called."""
    return path.suffix.lower() in (".xlsx", ".docx") and kind_of_package(read_bytes(path, noted=False)) == "matrix"


def _is_listed(interview: Interview) -> bool:
    """Return whether a table says whose an interview is, so that the name of its file is of no account."""
    return interview.known_from.rpartition(":")[2].isdigit()


def new_name(
    old: str, replacer: Replacer, persons: Collection[str], own: Collection[str] = (), *, is_id: bool = False
) -> str:
    """Return the path of a file with the names in it replaced, each part by itself.

    Parameters
    ----------
    old : str
        The path in the study.
    replacer : Replacer
        What replaces names.
    persons, own : collection of str
        What persons are called in names of files, and those who speak in this one.
    is_id : bool
        The name says whose interview it is: what stands in small letters in it changes with the id, which has a row.

    Returns
    -------
    str

    Examples
    --------
    >>> from bp_qual.pseudonyms.decided_names import DecidedName
    >>> new_name("round 1/kees 2010.txt", Replacer([DecidedName("Kees", "P01")]), {"P01"})
    'round 1/P01 2010.txt'
    """
    by = replacer if is_id else replacer.in_file_names(own)
    return "/".join(part.text for part in replace_in_path(old, by, own=own, persons=persons))


def _change_interview(
    path: Path, old: str, name: str, replacer: Replacer, talk: Transcript, study: Study
) -> tuple[ChangedFile, ReplacedText]:
    """Return an interview with its names replaced, and its talk: in its own format where it reads as it should then.

    Where a name stands in pieces there it may read with other line ends; else it becomes plain text.
    """
    data = read_bytes(path, noted=False)
    expected = replacer.replace(talk.text)
    if can_change(path.name):
        codec = codec_of(data, old, encoding=study.encoding)
        together, as_read = partial(replace_together, replacer), partial(replace_as_read, replacer, talk=talk.text)
        for change_all in (
            partial(_change_each, replacer),
            partial(_change_all, together),
            partial(_change_all, as_read),
        ):
            try:
                new, places = change_all(data, old, study.encoding)
                done = lay_on(talk.text, expected, _read_again(new, name, study))
            except (UnreadableFileError, BpQualError):
                continue
            if done is not None:
                return ChangedFile(old, name, new, places, codec), done
    plain = str(PurePosixPath(name).with_suffix(".txt"))
    done = write_as_text(talk, expected, replacer)
    if _read_again(done.text.encode("utf-8"), plain, study) != done.text:
        raise StudyError(Problem(show_name(old), "not as text"))
    places = tuple(place for place in done.places if place.pseudonym)
    return ChangedFile(old, plain, done.text.encode("utf-8"), places), done


def _change_each(replacer: Replacer, data: bytes, name: str, encoding: str) -> tuple[bytes, tuple[ReplacedPlace, ...]]:
    """Return a file with the names in each of its texts replaced, and the places."""
    noted = _Noted(replacer)
    return change_file(data, name, noted, encoding=encoding, keep_authors=False), tuple(noted.places)


def _change_all(
    replace_all: Callable[[Sequence[str]], tuple[tuple[str, ...], tuple[ReplacedPlace, ...]]],
    data: bytes,
    name: str,
    encoding: str,
) -> tuple[bytes, tuple[ReplacedPlace, ...]]:
    """Return a file with the names in all its texts together replaced, and the places."""
    texts: list[str] = []

    def note(text: str) -> str:
        texts.append(text)
        return text

    change_file(data, name, note, encoding=encoding, keep_authors=False)
    made, places = replace_all(texts)
    one_by_one = iter(made)
    return change_file(data, name, lambda _: next(one_by_one), encoding=encoding, keep_authors=False), places


def _read_again(data: bytes, name: str, study: Study) -> str:
    """Return the text of an interview as it is read now; nothing where it cannot be read."""
    try:
        return read_data(data, where=name, encoding=study.encoding, columns=study.columns).text
    except BpQualError:
        return ""
