"""Which file is whose interview, in which wave, and how we know.

``interviews.csv`` is the authority: one row for each person in a file. A pattern for file names fills in the files that
it does not name. Nothing is guessed silently: every `Interview` says where the knowledge came from.
"""

from __future__ import annotations

import itertools
import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bp_qual.display import show_name, shown
from bp_qual.errors import Problem
from bp_qual.files.csv_tables import CsvTable
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.matching.languages import fault_of_language
from bp_qual.study.name_patterns import NamePattern
from bp_qual.study.named_files import NamedFiles
from bp_qual.study.papers import stands_for_papers
from bp_qual.study.recorder_names import is_recorder_name
from bp_qual.study.written_dates import read_dates
from bp_qual.transcripts.moments import cut_dates, find_date, find_date_in_name
from bp_qual.transcripts.speakers import explain_pattern, label_key
from bp_qual.wording import Remark

AUDIO = {
    ".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".mp4": "audio/mp4", ".aac": "audio/aac", ".wav": "audio/wav",
    ".ogg": "audio/ogg", ".oga": "audio/ogg", ".opus": "audio/ogg", ".webm": "audio/webm", ".flac": "audio/flac",
}  # fmt: skip
LONGEST_ID = 500  # letters of a person or wave; names and headings are made of them
_Recording = tuple[Path | None, Remark | None]  # the file, and why there is none
_COPIES = "kopie|copy|copie"
_COPY = lazy_pattern(  # what a file manager adds to the name of a copy
    rf"\A(?:{_COPIES})(?: ?\(\d+\))? (?:van|of|de) |"
    rf"[ _]*-?[ _]*\(?(?<![^\W_])(?:{_COPIES})\)?[ _]*(?:\(\d+\)|\d+)?\Z",
    re.IGNORECASE,
)
_DAY_AND_MONTH = lazy_pattern(r"(?<![^\W_])\d{1,2}([-/. _])\d{1,2}\Z")


@dataclass(frozen=True, slots=True)
class Wave:
    """One round of interviews, with the window of dates that it was held in (empty: not said).

    Examples
    --------
    >>> Wave("2010", start="2008-11", end="2011-12").holds("2011-12-31")
    True
    """

    id: str
    start: str = ""
    end: str = ""

    def holds(self, date: str) -> bool:
        """Return whether an ISO date, possibly without day or month, can lie in the window."""
        early = bool(self.start) and date[: len(self.start)] < self.start[: len(date)]
        late = bool(self.end) and date[: len(self.end)] > self.end[: len(date)]
        return not (early or late)


@dataclass(frozen=True, slots=True)
class Interview:
    """One file of talk: the persons in it with the labels they speak under, the wave, and how we know.

    ``id`` is made from persons and wave, never from the file name, which may hold a real name. ``clues`` say how person
    and wave were guessed, where nobody stated them. ``audio`` is its recording, which is played and never read;
    ``no_audio`` is what the table names as one and is none in the study, and why nothing can be played.
    ``same_talk`` names files that rightly hold the same talk; ``is_stated`` says that somebody wrote down whose it is.

    Examples
    --------
    >>> Interview(Path("stel.txt"), {"P05": ("Annie",), "P09": ("Wim",)}, "2010", "interviews.csv:2").wave
    '2010'
    """

    file: Path
    persons: Mapping[str, tuple[str, ...]]
    wave: str
    known_from: str
    date: str = ""
    language: str = ""
    id: str = ""
    labels: str = ""
    clues: tuple[Remark, ...] = ()
    interviewers: tuple[str, ...] = ()
    audio: Path | None = None
    no_audio: Remark | None = None
    same_talk: tuple[str, ...] = ()
    is_stated: bool = False


def interviews_from_csv(
    table: CsvTable, files: NamedFiles, waves: Sequence[Wave]
) -> tuple[tuple[Interview, ...], tuple[Problem, ...]]:
    """Return the interviews that ``interviews.csv`` names, and everything that is wrong in it.

    Parameters
    ----------
    table : CsvTable
        The file as read.
    files : NamedFiles
        What finds a file by the name that the table gives it.
    waves : sequence of Wave
        The waves that the study declares; empty where it declares none.

    Returns
    -------
    tuple of tuples
        The interviews, and the problems; rows with a problem give no interview.

    Examples
    --------
    >>> from bp_qual.study.named_files import InFolders
    >>> table = CsvTable(Path("i.csv"), (), ((2, {"file": "a.txt", "person": "P01", "wave": ""}),))
    >>> print(interviews_from_csv(table, InFolders([Path(".")]), [])[1][0])
    i.csv:2  says no wave. Fill it in, or delete the row.
    """
    problems: list[Problem] = []
    found: dict[Path, Interview] = {}
    lines: dict[Path, dict[str, int]] = {}
    declared = [wave.id for wave in waves]
    for line, row in table.rows:
        place = table.place(line)
        file, wrong = _find_file(row, files, declared, place)
        problems += wrong
        if file is None:
            continue
        date, wrong = _read_date(row.get("date", ""), place)
        problems += wrong
        recording = _find_recording(row.get("audio", ""), files, place)
        if file not in found:
            found[file], wrong = _new_interview(file, row, place, date, recording)
            problems += wrong
        elif fault := _explain_second(found[file], row, place, lines[file]):
            problems.append(fault)
        else:
            found[file] = _add_person(found[file], row, recording)
        lines.setdefault(file, {}).setdefault(row["person"], line)
    return tuple(found.values()), tuple(problems)


def _find_recording(name: str, files: NamedFiles, place: str) -> _Recording:
    """Return the recording that a row names, or why there is none to play: that stops nobody from coding."""
    audio = files.find(name) if name else None
    if not name or (audio is not None and audio.suffix.lower() in AUDIO):
        return audio, None
    why = Remark("no such audio", values={"name": name, "endings": list(AUDIO)})
    return None, Remark("in file", values={"file": Path(place).name, "note": why})


def note_recordings(interviews: Iterable[Interview]) -> tuple[Remark, ...]:
    """Return a note on each recording that interviews.csv names and that is none in the study.

    >>> note_recordings([Interview(Path("a.txt"), {"P01": ()}, "2010", "interviews.csv:2")])
    ()
    """
    return tuple(interview.no_audio for interview in interviews if interview.no_audio and not interview.audio)


def _find_file(
    row: Mapping[str, str], files: NamedFiles, waves: Sequence[str], place: str
) -> tuple[Path | None, list[Problem]]:
    """Return the file that a row is about, or what is wrong with its file, person or wave."""
    columns = ("file", "person", "wave")
    missing = [Remark("no column", values={"name": column}) for column in columns if not row.get(column)]
    if missing:
        return None, [Problem(place, "row without", {"columns": missing, "person": row.get("person", "")})]
    if long := [column for column in columns[1:] if len(row[column]) > LONGEST_ID]:
        return None, [Problem(place, "id too long", id_too_long(column, row[column])) for column in long]
    name, person, wave = row["file"], row["person"], row["wave"]
    file = files.find(name)
    if file is None:
        values = {"name": name, "person": person, "wave": wave, "guess": files.like(name)}
        return None, [Problem(place, "no such interview", values)]
    if waves and wave not in waves:
        return None, [Problem(place, "wave not in study", {"wave": wave, "waves": list(waves)})]
    return file, []


def _new_interview(
    file: Path, row: Mapping[str, str], place: str, date: str, recording: _Recording
) -> tuple[Interview, list[Problem]]:
    """Return the interview of the first row that names a file, and what is wrong with its labels and its language."""
    pattern, language = row.get("labels", ""), row.get("language", "").casefold()
    unknown = fault_of_language(language) if language else None
    fault = explain_pattern(pattern) if pattern else None
    interview = Interview(
        file,
        {row["person"]: _split_cell(row.get("speaker", ""))},
        row["wave"],
        place,
        date,
        "" if unknown else language,
        labels="" if fault else pattern,
        interviewers=_names_in(row),
        audio=recording[0],
        no_audio=recording[1],
        same_talk=_split_cell(row.get("same_talk", "")),
        is_stated="person" not in row.get("guessed", "").split(),
    )
    wrong = [Problem(place, "labels of interview", {"fault": fault})] if fault else []
    strange = [Problem(place, unknown[0], unknown[1] | {"value": shown(row["language"])})] if unknown else []
    return interview, [*wrong, *strange]


def _explain_second(before: Interview, row: Mapping[str, str], place: str, lines: Mapping[str, int]) -> Problem | None:
    """Return what is wrong where a row names a file that an earlier row has, or None where it adds a person to it."""
    name, person, wave = row["file"], row["person"], row["wave"]
    if before.wave != wave:
        return Problem(
            place, "file in two waves", {"name": name, "wave": wave, "before": before.wave, "line": min(lines.values())}
        )
    if person in before.persons:
        return Problem(place, "file twice", {"name": name, "person": person, "line": lines[person]})
    if both := _labels_of_both(_split_cell(row.get("speaker", "")), before.persons):
        values = {"name": name, "person": person, "other": both[0], "label": both[1], "line": lines[both[0]]}
        return Problem(place, "label of two", values)
    return None


def _add_person(before: Interview, row: Mapping[str, str], recording: _Recording) -> Interview:
    """Return the interview with the person of another row that names its file."""
    names = dict.fromkeys((*before.interviewers, *_names_in(row)))
    persons = {**before.persons, row["person"]: _split_cell(row.get("speaker", ""))}
    shared = (*before.same_talk, *_split_cell(row.get("same_talk", "")))
    audio, no_audio = before.audio or recording[0], before.no_audio or recording[1]
    whole = replace(before, persons=persons, interviewers=tuple(names), same_talk=shared)
    return replace(whole, audio=audio, no_audio=no_audio)


def _labels_of_both(labels: Iterable[str], persons: Mapping[str, tuple[str, ...]]) -> tuple[str, str] | None:
    """Return who else in a file speaks under one of these labels, and the label; None where nobody does."""
    whose = {label_key(label): person for person, own in persons.items() for label in own}
    return next(((whose[label_key(label)], label) for label in labels if label_key(label) in whose), None)


def id_too_long(column: str, said: str) -> dict[str, object]:
    """Return what is said of a person or wave with so long a name that it can only be something else.

    >>> print(Problem("interviews.csv:2", "id too long", id_too_long("wave", "2" * 5000)))
    interviews.csv:2  wave: 5,000 characters, from '22222222222…' on. Use at most 500 characters.
    """
    return {"column": column, "n": len(said), "begin": shown(said, 12), "most": LONGEST_ID}


def _split_cell(cell: str) -> tuple[str, ...]:
    """Return what is in a cell, `|` between several."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _names_in(row: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names in the column `interviewer`: one, or several with | / ; + & 'en' or 'and' between them."""
    names = (name.strip() for name in re.split(r"[|/;+&]|\s(?:en|and)\s", row.get("interviewer", "")))
    return tuple(dict.fromkeys(name for name in names if name))


def _read_date(text: str, place: str) -> tuple[str, list[Problem]]:
    """Return an ISO date, of what has two readings the year; what is no date is a problem."""
    readings = read_dates(text)
    if readings or not text:
        return "".join(readings) if len(readings) < 2 else readings[0][:4], []
    return "", [Problem(place, "date of interview", {"value": text})]


def interviews_from_names(
    files: Iterable[Path], pattern: NamePattern
) -> tuple[tuple[Interview, ...], tuple[Path, ...]]:
    """Return the interviews whose file names say person and wave, and the files whose names do not.

    Examples
    --------
    >>> pattern = NamePattern.parse("{person}_{wave}")
    >>> told, silent = interviews_from_names([Path("P01_2010.txt"), Path("notes.txt")], pattern)
    >>> told[0].wave, silent[0].name
    ('2010', 'notes.txt')
    >>> interviews_from_names([Path("Kopie van P01_2010.txt")], pattern)[0][0].persons
    {'P01': ()}
    >>> files = [Path("P01_2010.txt"), Path("P02_2010.txt"), Path("P01_P02.txt")]
    >>> interviews_from_names(files, pattern)[1][0].name
    'P01_P02.txt'
    """
    read = [(file, pattern.match(_COPY.sub("", file.stem)) or pattern.match(file.stem)) for file in files]
    persons = {whose[0] for _, whose in read if whose}
    told, silent = [], []
    for file, whose in read:
        is_talk = whose and not _is_date_and_id(*whose) and not stands_for_papers(whose[0])
        is_talk = is_talk and not is_recorder_name(file.stem)
        if whose and is_talk and whose[1] not in persons and not _cuts_date(file.stem, *whose):  # P01_P02 says no wave
            told.append(Interview(file, {whose[0]: ()}, whose[1], "the file name"))
        else:
            silent.append(file)
    return tuple(told), tuple(silent)


def _is_date_and_id(person: str, wave: str) -> bool:
    """Return whether a name is a date and a person, so the other way round: 20100312_P01."""
    return find_date(person) != "" and re.fullmatch(r"[A-Za-z]+\d+[a-z]?", wave) is not None


def _cuts_date(stem: str, person: str, wave: str) -> bool:
    """Return whether person and wave are the halves of a name with a date: `Nel 17_6` and 2010, `Nel juni` and 2010.

    With another sign between its numbers than before the year it is no date: `Klas 3-4_2010`.
    """
    if (half := _DAY_AND_MONTH.search(person)) and f"{half[0]}{half[1]}{wave}" not in stem:
        return False
    spoken = person.replace("_", " ")
    bare = cut_dates(spoken)
    across = bool(find_date_in_name(f"{spoken} {wave}")) and not find_date_in_name(wave)
    return any(map(str.isalpha, bare)) and (across or bare.split() != spoken.split())


def name_interviews(interviews: Iterable[Interview]) -> tuple[Interview, ...]:
    """Return the interviews in order of person, wave, date and file, each with its id.

    Examples
    --------
    >>> one = Interview(Path("a.txt"), {"P01": ()}, "2010", "the file name")
    >>> two = Interview(Path("b.txt"), {"P01": ()}, "2010", "the file name")
    >>> [i.id for i in name_interviews([two, one])]
    ['P01_2010', 'P01_2010_2']
    """
    ordered = sorted(interviews, key=lambda i: (sorted(i.persons), i.wave, i.date, i.file.as_posix()))
    stems = [f"{'+'.join(sorted(interview.persons))}_{interview.wave}" for interview in ordered]
    taken, given = set[str](), set(stems)
    numbers: dict[str, Iterator[int]] = defaultdict(lambda: itertools.count(2))
    named = []
    for interview, stem in zip(ordered, stems, strict=True):
        # a wave may be called 2010_2: the second interview of 2010 then is P01_2010_3
        numbered = (f"{stem}_{number}" for number in numbers[stem])
        name = stem if stem not in taken else next(n for n in numbered if n not in taken and n not in given)
        taken.add(name)
        named.append(replace(interview, id=name))
    return tuple(named)


def undeclared_doubles(interviews: Iterable[Interview]) -> tuple[Problem, ...]:
    """Return a problem for each person and wave with several files that nobody declared in interviews.csv.

    Examples
    --------
    >>> both = [Interview(Path(name), {"P01": ()}, "2010", "the file name") for name in ("P01_2010.md", "P01_2010.txt")]
    >>> undeclared_doubles(both)[0].what
    '2 files for P01 in wave 2010.'
    """
    cells: dict[tuple[str, str], list[Interview]] = {}
    for interview in interviews:
        for person in interview.persons:
            cells.setdefault((person, interview.wave), []).append(interview)
    return tuple(
        Problem(
            ", ".join(_told_apart([interview.file for interview in group])),
            "several files",
            {"n": len(group), "person": person, "wave": wave},
        )
        for (person, wave), group in sorted(cells.items())
        if len(group) > 1 and any(i.known_from == "the file name" for i in group)
    )


def tell_doubles(interviews: Iterable[Interview], unsure: Collection[Path]) -> tuple[Remark, ...]:
    """Return a remark for each person and wave with several files of which one or more are there by a guess.

    >>> both = [Interview(Path(name), {"P01": ()}, "2010", "interviews.csv:2") for name in ("P01.txt", "P01 v2.txt")]
    >>> print(*tell_doubles(both, [Path("P01 v2.txt")]))
    P01 in 2010 is 2 files, counted together as 2 interviews: P01.txt, P01 v2.txt. If one is a copy or an older ...
    """
    cells: dict[tuple[str, str], list[Path]] = {}
    for interview in interviews:
        for person in interview.persons:
            cells.setdefault((person, interview.wave), []).append(interview.file)
    return tuple(
        Remark("files counted together", values={"person": person, "wave": wave, "n": len(files), "files": files})
        for (person, wave), paths in sorted(cells.items())
        if len(paths) > 1 and any(path in unsure for path in paths)
        for files in [list(map(show_name, _told_apart(paths)))]
    )


def _told_apart(files: Sequence[Path]) -> list[str]:
    """Return the names of files, with their folders where two have one name: a copy in a folder of copies."""
    names = [file.name for file in files]
    if len(set(names)) == len(names):
        return names
    around = os.path.commonpath([file.parent for file in files])
    return [file.relative_to(around).as_posix() for file in files]
