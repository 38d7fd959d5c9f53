"""Where a study stands: what a folder holds, what was done with it, and which command comes next."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count, islice
from pathlib import Path

from bp_qual.codebook import Codebook, read_codebook
from bp_qual.coding import check_examples
from bp_qual.coding.by_hand.coder_files import FOLDER as CODINGS
from bp_qual.display import first_few, in_shell, show_name, skips
from bp_qual.errors import BpQualError, TranscriptError
from bp_qual.files import read_bytes
from bp_qual.report.run_record import (
    RECORD,
    changed_outputs,
    earlier_inputs,
    earlier_not_read,
    is_of_comparison,
    sha256,
)
from bp_qual.study.after_comparing import TypedBehind, after_comparing
from bp_qual.study.gathering import gather_study
from bp_qual.study.interview_files import transcript_files, unread_talk, without_papers
from bp_qual.study.judged_samples import judged_names
from bp_qual.study.same_again import as_options, options_again, said_in_study
from bp_qual.study.sample_units import FOLDER as SAMPLES
from bp_qual.study.study_folder import Study
from bp_qual.wording import Remark, choose_language

_MOST_FILES = 3000  # in a folder without a study.yaml: a home folder, say, is not searched for interviews
Record = dict[str, dict[str, str]]
_Run = tuple[Path, Record, dict[str, str]]  # its folder, what it was made of, and what is now
_COPYING = 60  # seconds in which a whole study is copied
_MOST_BESIDE = 100  # folders of results beside a study
_WITHOUT_ROW = ("not listed", "persons in a name", "not among the transcripts")  # of files that can be read
_LEFT_OUT = ("left out", "left out with a name", "left out perhaps")
_OWN_FILES = ("study.yaml", "interviews.csv", "persons.csv")


@dataclass(frozen=True, slots=True)
class NextStep:
    """What a folder holds of a study, and what comes next; both can be said in English and in Dutch.

    >>> print(NextStep((Remark("standing empty"),), Remark("next init here")))
    There are no interviews in this folder.
    Have study.yaml, interviews.csv and a starter codebook proposed: bp-qual init .
    """

    seen: tuple[Remark, ...]
    next: Remark
    language: str = ""

    def __str__(self) -> str:
        return self.say(choose_language(None, self.language))

    def say(self, language: str) -> str:
        """Return it in English (`en`) or Dutch (`nl`), a line for each thing.

        >>> NextStep((), Remark("next check")).say("nl")
        'Bekijk welke, en wat eraan te doen is: bp-qual check'
        """
        return "\n".join(remark.say(language) for remark in (*self.seen, self.next))


def find_next_step(folder: Path | str = ".") -> NextStep:
    """Look at a folder: is there a study, has it been compared, and what has changed since?

    Nothing is written, and no interview of a study is read further than to see whether it is the same file.

    Parameters
    ----------
    folder : Path or str
        The folder of a study, or one where there might be one.

    Returns
    -------
    NextStep

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as empty:
    ...     print(find_next_step(empty).seen[0])
    There are no interviews in this folder.
    """
    folder = Path(folder)
    is_study = (folder / "study.yaml").is_file() or (folder / "interviews.csv").is_file()
    below = () if is_study else tuple(sorted(path.parent.name for path in folder.glob("*/study.yaml")))
    if not is_study and _holds_more_than(folder, _MOST_FILES):
        return _elsewhere(below) if below else NextStep((Remark("standing large"),), Remark("next init new"))
    study, problems = gather_study(folder)
    n, whose = len(study.interviews), {person for own in study.interviews for person in own.persons}
    if not is_study and below and not any(own.file.parent.samefile(folder) for own in study.interviews):
        return _elsewhere(below)
    if not is_study:
        return _before_init(folder, study, n, len(whose))
    persons = len(whose | {person for person, _ in study.missing})
    waves = [wave.id for wave in study.waves]
    sizes = {"n": n, "persons": persons, "waves": len(waves), "names": ", ".join(waves)}
    seen = Remark("standing study", values={"name": study.name or show_name(folder.resolve()), **sizes})
    *more, coming = _what_is_to_do(study, len(problems))
    return NextStep((seen, *more), coming, study.language)


def _before_init(folder: Path, study: Study, n: int, persons: int) -> NextStep:
    """Return what is to be said of a folder without a study.yaml, in the language of what is said in its files."""
    from bp_qual.study.starter import guess_spoken  # the readers, of no use where a study.yaml says the language

    files = transcript_files(folder) if folder.is_dir() else ()
    if not files:
        return NextStep(*_without_transcripts(folder))
    seen = [Remark("standing interviews", values={"n": n, "persons": persons})] if n else []
    talks = without_papers(files)[0]
    if silent := len({file.resolve() for file in talks} - {own.file.resolve() for own in study.interviews}):
        kind = "standing more files" if n else "standing file" if silent == 1 else "standing files"
        seen.append(Remark(kind, values={"n": silent}))
    return NextStep((*seen,), Remark("next init here"), guess_spoken(folder, files))


def _without_transcripts(folder: Path) -> tuple[tuple[Remark, ...], Remark]:
    """Return what is to be said of a folder in which nothing can be read, and what comes before `init`."""
    for kind, files in unread_talk(folder).items():
        values = {"n": len(files), "files": first_few([file.name for file in files])}
        return (Remark(f"standing {kind}", values=values),), Remark(f"next {kind}")
    return (Remark("standing empty"),), Remark("next init new")


def _elsewhere(below: tuple[str, ...]) -> NextStep:
    return NextStep(
        (Remark("standing elsewhere", values={"folders": first_few(below)}),),
        Remark("next there", values={"folder": below[0]}),
    )


def _holds_more_than(folder: Path, most: int) -> bool:
    """Return whether so many files are below a folder; no more are counted."""
    files = chain.from_iterable(names for _, _, names in os.walk(folder))
    return next(islice(files, most, None), None) is not None


def _what_is_to_do(study: Study, problems: int) -> tuple[Remark, ...]:
    """Return what is to be said of a study, and as the last what comes next.

    Files that cannot be read are told beside a comparison that was made without them.
    """
    book = None
    try:
        book = read_codebook(study.codebook) if study.codebook is not None else None
    except BpQualError as error:
        problems += len(error.problems)
    problems += len(check_examples(book)) if book is not None else 0
    unread = len(study.unread) - len(_unlisted(study))
    run = None if problems else _last_run(study)
    if problems or (study.unread and run is None):
        return Remark("standing problems", values={"n": problems + len(study.unread)}), Remark("next check")
    if book is None or study.codebook is None:
        return Remark("standing no codebook"), Remark("next codebook")
    if len(study.waves) < 2:
        return Remark("standing one wave"), Remark("next wave")
    if run is None:
        return _before_comparing(study)
    folder, record, now = run
    skipped = _unreadable(study, now.keys() - record["transcripts"].keys())
    unread += len(skipped)
    told = (Remark("standing unread", values={"n": unread}),) if unread else ()
    now = {interview: digest for interview, digest in now.items() if interview not in skipped}
    lacking = {*study.missing, *((person, i.wave) for i in study.interviews if i.id in skipped for person in i.persons)}
    return *told, *_since_comparing(study, book, study.codebook, (folder, record, now), lacking)


def _unlisted(study: Study) -> list[Path]:
    """Return the files that can be read and are called after persons of the study, and that no row names."""
    return [Path(one.problem.where) for one in study.unread if one.problem.kind in _WITHOUT_ROW]


def _unreadable(study: Study, interviews: Collection[str]) -> set[str]:
    """Return which interviews that a comparison does not know cannot be read: they were skipped, and are not new."""
    from bp_qual.readers import read_data

    found = set[str]()
    for interview in study.interviews:
        if interview.id in interviews:
            try:
                data = read_bytes(interview.file)
                read_data(data, where=show_name(interview.file), encoding=study.encoding, columns=study.columns)
            except TranscriptError:
                found.add(interview.id)
    return found


def _since_comparing(
    study: Study, book: Codebook, file: Path, run: _Run, lacking: set[tuple[str, str]]
) -> tuple[Remark, ...]:
    """Return what is to be said of the latest comparison, and as the last what comes next.

    ``lacking`` are persons and waves of which an interview is not read.
    """
    folder, record, now = run
    called = folder.name if folder.parent == study.folder else f"../{folder.name}"
    values = {"folder": called, **{name: record["settings"].get(name, "?") for name in ("before", "after")}}
    touched = changed_outputs(folder)
    options = options_again(record["settings"], study)
    skip = skips(len(study.interviews) > len(now) or bool(study.unread))
    kind, typed = "next compare", as_options(options)
    if any((folder / name).is_file() for name in touched):
        kind, called = "next compare elsewhere", _free_name(called, study.folder)
    again = Remark(kind, values={"folder": called, "options": typed, "skip": skip})
    left = [*_unlisted(study)]
    left += [study.folder / str(note.values["file"]) for note in study.notes if note.kind in _LEFT_OUT]
    values_left = {"n": len(left), "files": first_few([show_name(path.name) for path in left])}
    told: tuple[Remark, ...] = (Remark("standing unlisted", values=values_left),) if left else ()
    is_new = _any_is_later(study, left, folder / RECORD)
    changes = [*_changes(study, book, record, now), *_changes_beside(study, folder, record, lacking)]
    if changes or is_new:
        changes += [Remark("new files")] if is_new else []
        own = (
            said_in_study(options) if record["study"].get("study.yaml") != _digest(study.folder / "study.yaml") else {}
        )
        told += (Remark("standing otherwise", values={"options": as_options(own).strip()}),) if own else ()
        coming = Remark("next check new", values=again.values) if is_new else again
        return Remark("standing changed", values={**values, "changes": tuple(changes)}), *told, coming
    if touched:
        return Remark("standing touched", values=values), *told, again
    by_machine = {name: value for name, value in options.items() if name not in ("--count", "--coder")}
    by_machine |= {"--count": "machine"} if study.count not in (None, "machine") else {}
    machine = f" -o {in_shell(_free_name(called, study.folder))}{as_options(by_machine)}{skip}"
    is_by_hand = record["settings"].get("count", "machine") != "machine"
    typed_behind = TypedBehind(skip, typed, machine if is_by_hand else "")
    after = after_comparing(folder, called, book, file, typed_behind)
    return Remark("standing compared", values=values), *told, *after


def _any_is_later(study: Study, files: Iterable[Path], record: Path) -> bool:
    """Return whether a file was written, or put where it is, after a comparison; not by a copy of the whole study.

    A copy gives all files one time (`git clone`): then what was written within a minute of the record tells nothing.
    """
    try:
        then = record.stat()
        oldest = min((path.stat().st_mtime for path in study.files), default=0.0)
    except OSError:
        return False
    copying = _COPYING if oldest > then.st_mtime - _COPYING else 0
    for file in files:
        with contextlib.suppress(OSError):
            its = file.stat()
            if its.st_mtime > then.st_mtime + copying or its.st_ctime > then.st_ctime + _COPYING:
                return True
    return False


def _changes_beside(study: Study, folder: Path, record: Record, lacking: set[tuple[str, str]]) -> Iterator[Remark]:
    """Yield what a comparison would say otherwise now, of interviews that are not read and of samples."""
    was = earlier_not_read(folder)
    if was is not None and was != lacking:
        yield Remark("changed not read")
    by_hand = [*(study.folder / CODINGS).glob("*.jsonl"), *(study.folder / SAMPLES).glob("*.csv")]
    if _any_is_later(study, by_hand, folder / RECORD):
        with contextlib.suppress(BpQualError):
            if names := set(judged_names(study)) - {record["settings"].get("sample", "")}:
                yield Remark("changed sample", values={"names": ", ".join(sorted(names))})


def _before_comparing(study: Study) -> tuple[Remark, ...]:
    """Return what is to be said of a study of which nothing was compared, and what comes next."""
    waves: dict[str, set[str]] = {}
    for own in study.interviews:
        for person in own.persons:
            waves.setdefault(person, set()).add(own.wave)
    seen = [Remark("standing not compared")]
    if all(len(own) < 2 for own in waves.values()):
        seen.append(Remark("standing nobody twice"))
    if any(note.kind in ("cells guessed", "keys guessed") for note in study.notes):
        seen.append(Remark("standing guessed"))
    folder = "uit" if study.language == "nl" else "out"
    kind = "next check first" if len(seen) > 1 else "next compare"
    return *seen, Remark(kind, values={"folder": folder, "options": "", "skip": ""})


def _free_name(called: str, folder: Path) -> str:
    """Return the name of a folder that is not there yet, like another."""
    return next(name for number in count(2) if not (folder / (name := f"{called}-{number}")).exists())


def _last_run(study: Study) -> _Run | None:
    """Return the folder in or beside a study that holds its latest comparison, what that was made of, and what is now.

    Beside it lie the results of other studies too, of a copy of this one perhaps: those of this one know most of its
    interviews and hold one as it is, and no study beside it has more of the files that they were made of.
    """
    home = study.folder.resolve()
    inside = sorted(study.folder.glob("*/run.json"))
    beside = [path for path in sorted(home.parent.glob("*/run.json")) if path.parent != home]
    now: dict[str, str] = {}
    found = filter(lambda path: is_of_comparison(path.parent), (*inside, *beside[:_MOST_BESIDE]))
    for path in sorted(found, key=lambda path: path.stat().st_mtime, reverse=True):
        record = earlier_inputs(path.parent)
        now = now or {interview.id: _digest(interview.file) for interview in study.interviews}
        if record and (path in inside or _is_of(home, record, now)):
            return path.parent, record, now
    return None


def _is_of(home: Path, record: Record, now: dict[str, str]) -> bool:
    """Return whether what lies beside a study was made of it, and not of another study there."""
    before = record["transcripts"]
    if not now.items() & before.items() or 2 * len(now.keys() & before.keys()) <= len(before):
        return False
    others = [place for place in sorted(home.parent.iterdir()) if place.is_dir() and place != home]
    own = _files_known(home, record)
    return all(_files_known(other, record) <= own for other in others[:_MOST_BESIDE])


def _files_known(folder: Path, record: Record) -> int:
    """Return how many of the files that describe a study a record knows as they are."""
    try:
        there = (name for name in _OWN_FILES if (folder / name).is_file())
        return sum(record["study"].get(name) == _digest(folder / name) for name in there)
    except OSError:  # somebody else's folder, which may not be looked into
        return 0


def _changes(study: Study, book: Codebook, record: Record, now: dict[str, str]) -> Iterator[Remark]:
    """Yield what is not as it was when a comparison was made."""
    before = record["transcripts"]
    counts = {
        "changed interviews": sum(now[name] != before[name] for name in now.keys() & before.keys()),
        "new interviews": len(now.keys() - before.keys()),
        "gone interviews": len(before.keys() - now.keys()),
    }
    yield from (Remark(kind, values={"n": n}) for kind, n in counts.items() if n)
    if book.sha256 != record["codebook"].get("sha256"):
        then = record["codebook"].get("name", book.name)
        yield Remark("changed codebook") if then == book.name else Remark("other codebook", values={"name": then})
    elif (book.name, book.version) != (record["codebook"].get("name"), record["codebook"].get("version")):
        yield Remark("renamed codebook", values={"name": book.name, "version": book.version})
    files = {path.name: _digest(path) for path in study.inputs if path.name in _OWN_FILES}
    if changed := sorted(name for name in _OWN_FILES if files.get(name, "") != record["study"].get(name, "")):
        yield Remark("changed study files", values={"names": ", ".join(changed)})
    by_hand = {name: digest for name, digest in record["study"].items() if name.startswith((CODINGS, SAMPLES))}
    if any(_digest(study.folder / name) != digest for name, digest in by_hand.items()):
        yield Remark("changed codings")


def _digest(file: Path) -> str:
    try:
        return sha256(read_bytes(file))
    except BpQualError:
        return ""
