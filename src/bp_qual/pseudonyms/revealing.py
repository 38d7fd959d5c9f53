"""Give the originals back from the key: a new folder in which each pseudonym is again what stood there."""

from __future__ import annotations

import bisect
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from bp_qual.display import show_name
from bp_qual.errors import Problem, StoreError
from bp_qual.files.new_folder import write_new_folder
from bp_qual.files.safe_reading import read_bytes
from bp_qual.pseudonyms.changed_matrix import change_file_and_marks
from bp_qual.pseudonyms.document_fields import as_tab
from bp_qual.pseudonyms.file_texts import UnreadableFileError
from bp_qual.pseudonyms.key_file import KeptFile, KeptPlaces, KeptStudy, NameKey, read_key, seal_of
from bp_qual.pseudonyms.parcel_fields import as_identifier
from bp_qual.pseudonyms.results_inside import results_in
from bp_qual.study.folder_entries import list_entries
from bp_qual.wording import Wording


@dataclass(frozen=True, slots=True)
class Revealed:
    """What was given back: places, places whose text was edited since, files that keep their pseudonyms.

    `unknown` are files of the study that the key does not know, `gone` those that it knows and the study has no more;
    `turned` are those that had become plain text, and what they are called.

    Examples
    --------
    >>> Revealed(Path("old"), 3, {}, ()).say("en")
    'old: back in place: 3 names.'
    """

    folder: Path
    places: int
    edited: dict[str, int]
    kept: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    turned: Mapping[str, str] = field(default_factory=dict)

    def say(self, language: str) -> str:
        """Return what was done, in English (`en`) or Dutch (`nl`)."""
        say = Wording(language)
        lines = [say("names_revealed", folder=show_name(self.folder), n=self.places)]
        lines += [say("names_still_text", old=old, new=new) for old, new in self.turned.items()]
        lines += [say("names_edited", file=file, n=count) for file, count in self.edited.items()]
        lines += [say("names_still", files=list(self.kept))] if self.kept else []
        lines += [say("names_unknown_to_key", files=list(self.unknown))] if self.unknown else []
        lines += [say("names_gone", files=list(self.gone))] if self.gone else []
        return "\n".join(lines)


class _Putting:
    """Puts originals back into one text of a file after another."""

    def __init__(self, kept: Iterable[KeptPlaces], called: Mapping[tuple[str, str], str]) -> None:
        back = [(k.places, k.written, called.get((k.original, k.written), k.original)) for k in kept]
        self.places = sorted((start, written, name) for starts, written, name in back for start in starts)
        self.done = 0
        self._at = 0

    def __call__(self, text: str) -> str:
        low = bisect.bisect_left(self.places, (self._at, "", ""))
        parts: list[str] = []
        at = 0
        for start, written, original in self.places[low:]:
            place = start - self._at
            if place > len(text):
                break
            stands = text.startswith((written, as_tab(written), as_identifier(written)), place)
            if place >= at and stands:
                parts += [text[at:place], original]
                at = place + len(written)
                self.done += 1
        self._at += len(text) + 1
        return "".join([*parts, text[at:]])


def reveal_names(study: Path | str, output: Path | str, *, key: Path | str) -> Revealed:
    """Write a folder in which the pseudonyms of a study are again the names that stood there.

    Interviews and tables are as they were, letter for letter where their format is text. Coders' files and samples
    keep their pseudonyms, and are named; so is each file that is not in the new folder, as the key does not know it.

    Parameters
    ----------
    study : Path or str
        The folder that `apply_pseudonyms` wrote.
    output : Path or str
        A folder that is not there yet.
    key : Path or str
        The key.

    Returns
    -------
    Revealed

    Raises
    ------
    BpQualError
        Where the key is none of this study, or something is in the way.

    Examples
    --------
    >>> reveal_names("no/such/study", "old", key="no/such/key.csv")
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no/such/key.csv  does not exist. Check the name and the folder.
    """
    home = Path(study)
    if Path(output).resolve().is_relative_to(home.resolve()):  # the names would be handed on with the study
        raise StoreError(Problem(show_name(output), "new study in the old"))
    made = _made_as(home, read_key(key))
    by_file: dict[str, list[KeptPlaces]] = {}
    for kept in made.places:
        by_file.setdefault(kept.file, []).append(kept)
    turned = {file.old: old for file in made.files if (old := _called_again(file)) != file.old}
    called = {
        (PurePosixPath(file.old).name, PurePosixPath(file.name).name): PurePosixPath(turned[file.old]).name
        for file in made.files
        if file.old in turned
    }  # what a table calls a file is what it is called in the folder
    files: dict[str, bytes] = {}
    edited: dict[str, int] = {}
    still: list[str] = []
    gone = [show_name(file.name) for file in made.files if not (home / file.name).is_file()]
    total = 0
    for file in made.files:
        name = file.name
        if not (home / name).is_file():
            continue
        data = read_bytes(home / name, noted=False, inside=home)
        putting = _Putting(by_file.get(name, ()), called)
        try:
            back = change_file_and_marks(data, name, putting, encoding=file.codec, becomes=file.codec)
        except UnreadableFileError:
            back = data
        if putting.done < len(putting.places):
            edited[name] = len(putting.places) - putting.done
        if name.startswith(("codings/", "samples/")):
            still.append(name)
        total += putting.done
        files[_called_again(file)] = back
    if not files:
        raise StoreError(Problem(show_name(home), "key of another study", {"key": show_name(key)}))
    unknown = tuple(_unknown(home, made.names()))
    write_new_folder(Path(output), files, check=lambda _: None, first=lambda: None)
    there = {old: new for old, new in turned.items() if new in files}
    return Revealed(Path(output), total, edited, tuple(still), unknown, tuple(gone), there)


def _called_again(file: KeptFile) -> str:
    """Return what a file is called with its names: as it was, with the ending that it has now."""
    return str(PurePosixPath(file.old).with_suffix(PurePosixPath(file.name).suffix))


def _made_as(home: Path, key: NameKey) -> KeptStudy:
    """Return which of the studies of a key a folder is: of which it has most files unchanged, then most; the last."""
    seals = {
        (name, seal_of(read_bytes(home / name, noted=False, inside=home)))
        for name in {name for study in key.studies for name in study.names()}
        if (home / name).is_file()
    }
    there = {name for name, _ in seals}

    def fit(study: KeptStudy) -> tuple[int, int]:
        return len(study.seals() & seals), len(study.names() & there)

    return max(reversed(key.studies), key=fit, default=KeptStudy(()))


def _unknown(home: Path, known: Collection[str]) -> Iterator[str]:
    """Yield what lies in a study and is not in the key: what was made or renamed since the key was written."""
    yield from map(show_name, results_in(home))
    for entry in list_entries(home):
        name = entry.path.relative_to(home).as_posix()
        if not entry.is_looked_into and name not in known:
            yield show_name(name)
