"""Which file is whose interview, in which wave, and how we know.

``interviews.csv`` is the authority: one row for each person in a file. A pattern for file names fills in the files that
it does not name. Nothing is guessed silently: every `Interview` says where the knowledge came from.
"""

from __future__ import annotations

import contextlib
import csv
import datetime
import difflib
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.files import decode_text, read_bytes

INTERVIEW_COLUMNS = ("file", "person", "wave", "date", "speaker", "language")


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

    ``id`` is made from persons and wave, never from the file name, which may hold a real name.

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


@dataclass(frozen=True, slots=True)
class CsvTable:
    """The rows of a small CSV file as text, each with its line number, read with , or ; or tab between the columns.

    Examples
    --------
    >>> CsvTable(Path("persons.csv"), ("person",), ((2, {"person": "P01"}),)).place(2)
    'persons.csv:2'
    """

    path: Path
    columns: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...] = field(default=())

    def place(self, line: int) -> str:
        """Return ``file:line`` for a message."""
        return f"{self.path}:{line}"


def read_csv_table(path: Path, *, needed: Sequence[str]) -> CsvTable:
    r"""Read a CSV file that a person keeps, whichever of ``,``, ``;`` and tab their program puts between columns.

    Raises
    ------
    StudyError
        When it cannot be decoded, or a needed column is absent, or a column stands twice.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "persons.csv"
    ...     _ = file.write_text("person;type\nP01;doener\n", encoding="utf-8")
    ...     [dict(row) for _, row in read_csv_table(file, needed=["person"]).rows]
    [{'person': 'P01', 'type': 'doener'}]
    """
    text = decode_text(read_bytes(path), where=show_name(path)).text
    skipped = re.match(r"sep=.\n", text)  # a line that Excel puts, and reads, before the first
    text = text[skipped.end() :] if skipped else text
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    try:
        lines = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        remedy = "Look for a quotation mark that is not closed."
        raise StudyError(Problem(f"{path}:{reader.line_num}", f"is no CSV from here on ({error}).", remedy)) from error
    if not lines:
        raise StudyError(Problem(str(path), "is empty.", f"Let the first line be {','.join(needed)}."))
    header = [name.strip().casefold() for name in lines[0][1]]
    problems = [
        Problem(f"{path}:1", f"has no column '{name}'.", _nearest(name, header) or f"Its columns: {', '.join(header)}.")
        for name in needed
        if name not in header
    ]
    problems += [
        Problem(f"{path}:1", f"has the column '{name}' twice.", "Rename one of them.")
        for name, count in Counter(header).items()
        if count > 1 and name
    ]
    if problems:
        raise StudyError(problems)
    rows = []
    for (before, _), (_, row) in itertools.pairwise(lines):
        start = before + 1 + bool(skipped)
        if any(cell.strip() for cell in row):
            cells = dict(zip(header, (cell.strip() for cell in row), strict=False))
            rows.append((start, {name: cells.get(name, "") for name in header}))
    return CsvTable(path, tuple(header), tuple(rows))


def _nearest(name: str, header: Sequence[str]) -> str:
    close = difflib.get_close_matches(name, header, 1)
    return f"Is '{close[0]}' meant?" if close else ""


def interviews_from_csv(
    table: CsvTable, folders: Sequence[Path], waves: Sequence[Wave]
) -> tuple[tuple[Interview, ...], tuple[Problem, ...]]:
    """Return the interviews that ``interviews.csv`` names, and everything that is wrong in it.

    Parameters
    ----------
    table : CsvTable
        The file as read.
    folders : sequence of Path
        Where a file may lie: the study's folder, then the folder of transcripts.
    waves : sequence of Wave
        The waves that the study declares; empty where it declares none.

    Examples
    --------
    >>> table = CsvTable(Path("i.csv"), (), ((2, {"file": "a.txt", "person": "P01", "wave": ""}),))
    >>> print(interviews_from_csv(table, [Path(".")], [])[1][0])
    i.csv:2  says no wave. Fill it in, or delete the row.
    """
    problems: list[Problem] = []
    found: dict[Path, Interview] = {}
    for line, row in table.rows:
        place = table.place(line)
        name, person, wave = row["file"], row["person"], row["wave"]
        missing = [column for column in ("file", "person", "wave") if not row.get(column)]
        if missing:
            problems.append(Problem(place, f"says no {' and no '.join(missing)}.", "Fill it in, or delete the row."))
            continue
        file = _find_file(name, folders)
        if file is None:
            problems.append(Problem(place, f"there is no file '{name}' for {person} in {wave}.", _like(name, folders)))
            continue
        if waves and wave not in {w.id for w in waves}:
            ids = [w.id for w in waves]
            problems.append(Problem(place, f"wave '{wave}' is not in study.yaml.", f"Its waves: {', '.join(ids)}."))
            continue
        date, wrong = _read_date(row.get("date", ""), place)
        problems += wrong
        labels = tuple(label.strip() for label in row.get("speaker", "").split("|") if label.strip())
        before = found.get(file)
        if before is None:
            found[file] = Interview(file, {person: labels}, wave, place, date, row.get("language", ""))
        elif before.wave != wave:
            problems.append(
                Problem(place, f"'{name}' is in wave {wave} here and in {before.wave} above.", "One file, one wave.")
            )
        elif person in before.persons:
            problems.append(Problem(place, f"'{name}' stands twice for {person}.", "Delete one of the rows."))
        else:
            found[file] = replace(before, persons={**before.persons, person: labels})
    return tuple(found.values()), tuple(problems)


def _find_file(name: str, folders: Iterable[Path]) -> Path | None:
    """Return the regular file of this name below one of the folders; a path that leads out of them is not found."""
    for folder in folders:
        file = folder / name.replace("\\", "/")
        with contextlib.suppress(OSError):  # a name that no file can have
            if file.is_file() and file.resolve().is_relative_to(folder.resolve()):
                return file
    return None


def _like(name: str, folders: Iterable[Path]) -> str:
    names = sorted({p.name for folder in folders for p in folder.rglob("*") if p.is_file()})
    written = {n.casefold(): n for n in names if not _other_numbers(n, name)}
    close = difflib.get_close_matches(Path(name).name.casefold(), written, 1, 0.8)
    return f"Is '{written[close[0]]}' meant?" if close else "Put the file there, or delete the row."


def _other_numbers(one: str, other: str) -> bool:
    """Return whether two file names are of different persons or years: P02_2010 is not meant by P09_2010."""
    numbers, others = ([int(number) for number in re.findall(r"\d+", Path(name).name)] for name in (one, other))
    return len(numbers) == len(others) and numbers != others


def _read_date(text: str, place: str) -> tuple[str, list[Problem]]:
    """Return an ISO date; a Dutch 12-5-2010 is understood, anything else is a problem."""
    if not text:
        return "", []
    dutch = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})", text)
    date = f"{dutch[3]}-{int(dutch[2]):02}-{int(dutch[1]):02}" if dutch else text
    if is_date(date):
        return date, []
    return "", [Problem(place, f"'{text}' is not a date.", "Write it as 2010-05-12, 2010-05 or 2010.")]


def is_date(text: str) -> bool:
    """Return whether a text is an ISO date that the calendar has; the day, or day and month, may be absent.

    >>> [is_date(text) for text in ("2010-05-12", "2010-05", "2010", "2010-13", "2020-02-31")]
    [True, True, True, False, False]
    """
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return False
    try:
        datetime.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def name_pattern(pattern: str, waves: Sequence[Wave]) -> re.Pattern[str]:
    r"""Return the regular expression for a pattern such as ``{person}_{wave}``; other ``{names}`` match anything.

    Raises
    ------
    StudyError
        When ``{person}`` or ``{wave}`` is not in the pattern, or stands there twice.

    Examples
    --------
    >>> match = name_pattern("{person}_{wave}", [Wave("2010")]).fullmatch("P01_2010")
    >>> match["person"], match["wave"]
    ('P01', '2010')
    """
    names = re.findall(r"\{(\w+)\}", pattern)
    if names.count("person") != 1 or names.count("wave") != 1:
        raise StudyError(
            f"filename: '{pattern}' must hold {{person}} and {{wave}} once each, as in '{{person}}_{{wave}}'."
        )
    known = "|".join(re.escape(w.id) for w in sorted(waves, key=lambda w: -len(w.id)))
    wave = known or r"(?=\w*\d)[^\W_]+"
    parts = {"person": r"(?P<person>[^\W_][\w .+-]*?)", "wave": f"(?P<wave>{wave})"}
    pieces = re.split(r"(\{\w+\})", pattern)
    return re.compile("".join(parts.get(p[1:-1], r".+?") if p[:1] == "{" else re.escape(p) for p in pieces))


def interviews_from_names(
    files: Iterable[Path], pattern: re.Pattern[str]
) -> tuple[tuple[Interview, ...], tuple[Path, ...]]:
    """Return the interviews whose file names say person and wave, and the files whose names do not.

    Examples
    --------
    >>> pattern = name_pattern("{person}_{wave}", [])
    >>> told, silent = interviews_from_names([Path("P01_2010.txt"), Path("notes.txt")], pattern)
    >>> told[0].wave, silent[0].name
    ('2010', 'notes.txt')
    """
    told, silent = [], []
    for file in files:
        match = pattern.fullmatch(file.stem)
        if match:
            told.append(Interview(file, {match["person"]: ()}, match["wave"], "the file name"))
        else:
            silent.append(file)
    return tuple(told), tuple(silent)


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
    seen: Counter[str] = Counter()
    named = []
    for interview in ordered:
        stem = f"{'+'.join(sorted(interview.persons))}_{interview.wave}"
        seen[stem] += 1
        named.append(replace(interview, id=stem if seen[stem] == 1 else f"{stem}_{seen[stem]}"))
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
            ", ".join(i.file.name for i in group),
            f"{len(group)} files for {person} in wave {wave}.",
            "If these are several interviews, list each in interviews.csv; if not, remove one.",
        )
        for (person, wave), group in sorted(cells.items())
        if len(group) > 1 and any(i.known_from == "the file name" for i in group)
    )


def look_alike_persons(persons: Iterable[str]) -> tuple[str, ...]:
    """Return a sentence for each pair of person ids that differ only in case, zeros or punctuation (P1 and P01).

    Examples
    --------
    >>> look_alike_persons(["P1", "P01", "P2"])
    ("'P01' and 'P1' are counted as different persons. If they are one, give them one id.",)
    """
    groups: dict[str, list[str]] = {}
    for person in sorted(set(persons)):
        key = re.sub(r"[\W_]+", "", re.sub(r"\d+", lambda m: str(int(m[0])), person.casefold()))
        groups.setdefault(key, []).append(person)
    return tuple(
        f"{' and '.join(repr(p) for p in group)} are counted as different persons. If they are one, give them one id."
        for group in groups.values()
        if len(group) > 1
    )
