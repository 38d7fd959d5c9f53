"""The files that `init` proposes: study.yaml, interviews.csv and a codebook to begin with.

What is a guess is marked as one, in the column `guessed`, and `check` repeats it until a person empties the cell.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import cast

from bp_qual.display import show_name
from bp_qual.errors import TranscriptError
from bp_qual.files import read_bytes
from bp_qual.files.barred_names import yaml_names
from bp_qual.files.csv_tables import CsvTable
from bp_qual.files.kept_tables import kept_table_bytes, separator_for
from bp_qual.readers import read_data
from bp_qual.readers.columns_to_state import columns_line
from bp_qual.readers.formats import TABLE_ENDINGS
from bp_qual.readers.table_headings import UnknownColumnsError
from bp_qual.study.alike_ids import are_different
from bp_qual.study.interviews import Interview
from bp_qual.study.listed_persons import spell_as_listed
from bp_qual.study.met_apart import find_met_apart
from bp_qual.study.names_in_files import BETWEEN, find_couple
from bp_qual.study.person_spellings import spellings
from bp_qual.study.proposal import Proposal
from bp_qual.study.proposals import propose_interviews, relative_to
from bp_qual.study.round_folders import find_folder_years, waves_in_names
from bp_qual.study.rounds_of_years import find_rounds
from bp_qual.study.study_folder import Study
from bp_qual.study.waves_as_years import in_rounds
from bp_qual.study.waves_of_two_sorts import of_sorts, sorts_of_waves
from bp_qual.transcripts.wave_order import order_waves
from bp_qual.wording import LANGUAGES, Remark, Wording, choose_language

COLUMNS = ("file", "person", "wave", "date", "speaker", "known_from", "guessed")
_BEFORE_NAMES = ("van", "de", "den", "der", "het", "ter", "ten", "von", "la", "el", "du", "al")


def propose_study(
    folder: Path | str, files: Sequence[Path], *, name: str = "", language: str = "nl"
) -> dict[str, bytes]:
    """Return study.yaml, interviews.csv and a first codebook as proposed for a folder, for the researcher to check.

    Parameters
    ----------
    folder : Path or str
        The study's folder.
    files : sequence of Path
        Its transcripts.
    name, language : str
        The name of the study (by default that of the folder) and the language of the interviews.

    Returns
    -------
    dict of str to bytes
        Files by name; nothing is written.

    Examples
    --------
    >>> print(propose_study(".", [Path("P01_2010.txt")], name="Test")["interviews.csv"].decode("utf-8-sig"))
    file;person;wave;date;speaker;known_from;guessed
    P01_2010.txt;P01;2010;;;persoon en ronde uit de bestandsnaam;
    <BLANKLINE>
    """
    folder = Path(folder)
    columns = propose_table_columns(files, folder=folder)
    proposals, rounds = _propose(folder, files, columns)
    rounds = rounds or find_folder_years(proposals, folder)
    rows = [row for proposal in proposals for row in _rows(proposal, folder, choose_language(None, language))]
    table = kept_table_bytes(COLUMNS, rows, separator=separator_for(language))
    study = _study_file(proposals, name or folder.resolve().name, language, columns, rounds)
    book = starter_codebook(name or folder.resolve().name, language)
    return {"study.yaml": study.encode(), "interviews.csv": table, "codebook.yaml": book.encode()}


def propose_persons(folder: Path | str, files: Sequence[Path]) -> dict[Path, tuple[tuple[str, str], ...]]:
    """Return the persons and the wave of each file, as `init` would write them in interviews.csv.

    >>> list(propose_persons(".", [Path("P01_2010.txt")]).values())
    [(('P01', '2010'),)]
    """
    folder = Path(folder)
    proposals, _ = _propose(folder, files, propose_table_columns(files, folder=folder))
    found: dict[Path, list[tuple[str, str]]] = {}
    for proposal in proposals:
        found.setdefault(proposal.file, []).extend((one, proposal.wave) for one in proposal.person.split("+"))
    return {file: tuple(whose) for file, whose in found.items()}


def _propose(
    folder: Path, files: Sequence[Path], columns: Mapping[str, tuple[str, ...]]
) -> tuple[list[Proposal], Mapping[str, Sequence[str]]]:
    """Return a proposal for each file, with the years of rounds that took more than one."""
    proposals = spell_as_listed(propose_interviews(files, folder=folder, columns=columns), folder)
    pairs = _find_look_alikes(proposals)
    rounds = find_rounds(_as_one(proposals, pairs))
    return _in_rounds(_doubt_look_alikes(proposals, pairs), rounds), rounds


def propose_table_columns(files: Iterable[Path], *, folder: Path | str = ".") -> Mapping[str, tuple[str, ...]]:
    """Return what study.yaml could say of the columns of tables with a row a person, where all tables agree on it.

    >>> propose_table_columns([Path("P01.docx")])
    {}
    """
    proposed = list[Mapping[str, tuple[str, ...]]]()
    for file in files:
        if file.suffix.lower() not in TABLE_ENDINGS:
            continue
        try:
            read_data(read_bytes(file, inside=folder), where=show_name(file))
        except UnknownColumnsError as error:
            proposed.append(error.proposed)
        except TranscriptError:
            continue
        else:
            return {}  # columns that study.yaml names are those of every table
    return proposed[0] if proposed and all(columns == proposed[0] for columns in proposed) else {}


def _rows(proposal: Proposal, folder: Path, spoken: str) -> Iterator[list[str]]:
    """Yield the row of a file, one for each person in it."""
    file, persons = relative_to(proposal.file, folder).as_posix(), proposal.person.split("+")
    known_from = proposal.describe_clues(spoken)
    if len(persons) > 1 and "+" not in proposal.speaker:
        known_from += "; " + Remark("two persons").say(spoken)
    elif find_couple(proposal.person):
        known_from += "; " + Remark("one person of two").say(spoken)
    elif BETWEEN.search(proposal.person):
        known_from += "; " + Remark("one with another").say(spoken)
    speakers = proposal.speaker.split("+") if len(persons) > 1 else [proposal.speaker]
    speakers = speakers if len(speakers) == len(persons) else [""] * len(persons)
    for person, speaker in zip(persons, speakers, strict=True):
        guessed = " ".join(name for name in proposal.guessed if name != "speaker" or speaker)
        yield [file, person, proposal.wave, proposal.date, speaker, known_from, guessed]


def _find_look_alikes(proposals: Sequence[Proposal]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of persons who can be one, as no wave has both: Corrie in 2010, Corrie de Wit in 2020."""
    read = [
        Interview(proposal.file, dict.fromkeys(proposal.person.split("+"), ()), proposal.wave, "the file name")
        for proposal in proposals
        if proposal.person and proposal.wave
    ]
    return find_met_apart(Study(Path(), interviews=tuple(read)))


def _as_one(proposals: Sequence[Proposal], pairs: Sequence[tuple[str, str]]) -> Iterator[Proposal]:
    """Yield the proposals, each two look-alikes as one person: whether years lie together rests on who came back."""
    called = {other: one for one, other in pairs}
    return (replace(proposal, person=called.get(proposal.person, proposal.person)) for proposal in proposals)


def _doubt_look_alikes(proposals: Sequence[Proposal], pairs: Sequence[tuple[str, str]]) -> list[Proposal]:
    """Return the proposals; who can be a person of another wave with another id is a guess, to be confirmed."""
    doubted = {person for pair in pairs for person in pair}
    return [
        replace(proposal, guessed=tuple(dict.fromkeys(("person", *proposal.guessed))))
        if doubted.intersection(proposal.person.split("+"))
        else proposal
        for proposal in proposals
    ]


def _in_rounds(proposals: Iterable[Proposal], rounds: Mapping[str, Sequence[str]]) -> list[Proposal]:
    """Return the proposals, each year as the round that it is taken for, which is a guess."""
    of = {year: wave for wave, years in rounds.items() for year in years}
    return [
        replace(proposal, wave=of[proposal.wave], guessed=tuple(dict.fromkeys((*proposal.guessed, "wave"))))
        if of.get(proposal.wave, proposal.wave) != proposal.wave
        else replace(proposal, clues=tuple(in_rounds(clue, of) for clue in proposal.clues))
        for proposal in proposals
    ]


def starter_codebook(name: str, language: str) -> str:
    """Return a codebook to begin with, with one theme that shows how it is written.

    In a language other than Dutch and English it has no terms: words of another language would never be found, and
    what is never found looks like a theme that nobody speaks of.

    >>> starter_codebook("Zorg", "nl").splitlines()[1]
    'codebook: "Zorg"'
    >>> starter_codebook("Soin", "fr").splitlines()[-1].strip()
    "terms: []            # words and phrases in 'fr'; a bare word stands for all its forms"
    """
    written_in = language if language in LANGUAGES else "other"
    template = resources.files("bp_qual.study") / "templates" / f"codebook_{written_in}.yaml"
    text = template.read_text(encoding="utf-8").replace("{name}", _quote(name)).replace("{code}", language)
    return text.replace("{language}", _quote(language) if written_in == "other" else language)


def _study_file(
    proposals: Sequence[Proposal], name: str, language: str, columns: Mapping[str, tuple[str, ...]],
    rounds: Mapping[str, Sequence[str]],
) -> str:  # fmt: skip
    """Return study.yaml as proposed, in words that ask to be checked."""
    say = Wording(choose_language(None, language))
    silent = [proposal for proposal in proposals if not (proposal.person and proposal.wave)]
    lines = [
        f"# {say('init_proposed')}",
        f"study: {_quote(name)}",
        f"language: {language}  # {say('init_language')}",
        *(waves := list(wave_lines(proposals, say, rounds))),
        "transcripts: .",
        "interviews: interviews.csv",
        "codebook: codebook.yaml",
        *([f"{columns_line(columns)}  # {say('init_columns')}"] if columns else []),
        f"# speakers: {{interviewer: [Int], respondent: [Resp]}}  # {say('init_speakers')}",
        *(
            f"# {note.say(say.language)}"
            for note in maybe_one_person(person for proposal in proposals for person in proposal.person.split("+"))
        ),
    ]
    guessed = [
        "language",
        *(["columns"] if columns else []),
        *(["waves"] if len(waves) > 1 and waves[0].startswith("waves:") else []),
    ]
    lines.append(f"guessed: [{', '.join(guessed)}]  # {say('init_confirm')}")
    if said := waves_in_names(proposals):
        lines.insert(3, f"# {say('init_waves_of_folders', said=', '.join(said))}")
    if silent:
        lines.insert(1, f"# {say('init_unclear', n=len(silent))}")
    return "\n".join(lines) + "\n"


def wave_lines(
    proposals: Sequence[Proposal], say: Wording, rounds: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> Iterator[str]:
    """Yield the waves, oldest first; as a comment where nothing says which came first.

    Parameters
    ----------
    proposals : sequence of Proposal
        Those of all interviews, each with its wave.
    say : Wording
        In which language the comments are.
    rounds : mapping of str to sequence of str
        The years of waves that took more than one.

    Yields
    ------
    str
        Lines of study.yaml.

    Examples
    --------
    >>> proposals = [Proposal(Path("a.txt"), "P01", "post"), Proposal(Path("b.txt"), "P01", "pre")]
    >>> list(wave_lines(proposals, Wording("en")))[1:]
    ['  - "pre"', '  - "post"']
    """
    dates: dict[str, list[str]] = {}
    for proposal in proposals:
        if proposal.wave:
            dates.setdefault(proposal.wave, []).extend([proposal.date] if proposal.date else [])
    order = order_waves(dates, dates=dates)
    heard = [(person, proposal.wave) for proposal in proposals for person in proposal.person.split("+")]
    if order.unknown and (sorts := sorts_of_waves(order.waves, heard)):
        yield f"# {say('init_waves_of_sorts', **of_sorts(sorts))}"
        return
    if order.unknown or not order.waves:
        yield f"# waves: {say('init_waves_unknown')}"
        yield f"# waves: [{', '.join(map(_quote, order.waves))}]"
        return
    if rounds:
        yield f"waves:  # {say('init_rounds')}"
        for wave in order.waves:
            years = rounds.get(wave)
            yield (
                f"  - {{id: {_quote(wave)}, from: {years[0]}-01, to: {years[-1]}-12}}"
                if years
                else f"  - {_quote(wave)}"
            )
        return
    guessed = say(f"init_order_{order.known_from}") if order.known_from else say("init_guessed")
    yield f"waves:  # {guessed}; {say('init_window')}: {{id: '2010', from: 2009-01, to: 2011-12}}"
    yield from (f"  - {_quote(wave)}" for wave in order.waves)


def guesses_left(table: CsvTable) -> tuple[Remark, ...]:
    """Return a remark on what `init` guessed in interviews.csv and nobody confirmed yet, if there is anything.

    >>> row = {"file": "a.txt", "guessed": "person speaker"}
    >>> print(*guesses_left(CsvTable(Path("interviews.csv"), (), ((2, row), (3, row)))))
    interviews.csv: init guessed person, speaker (lines 2, 3). Where that is right, empty the cell `guessed`.
    """
    lines: dict[str, list[str]] = {}
    for line, row in table.rows:
        for name in re.findall(r"\w+", row.get("guessed", "")):
            lines.setdefault(name, []).append(str(line))
    if not lines:
        return ()
    by_lines: dict[tuple[str, ...], list[str]] = {}
    for name, numbers in lines.items():
        by_lines.setdefault(tuple(numbers), []).append(name)
    cells = [
        Remark("cell guessed often" if len(at) > 1 else "cell guessed", values={"fields": names, "lines": at})
        for at, names in by_lines.items()
    ]
    return (Remark("cells guessed", values={"file": show_name(table.path.name), "cells": cells}),)


def are_persons_guessed(notes: Iterable[Remark]) -> bool:
    """Return whether one of the notes on a study says that `init` guessed who is who, and nobody confirmed it.

    >>> rows = (((2, {"guessed": "person wave"}),), ((2, {"guessed": "wave"}),))
    >>> [are_persons_guessed(guesses_left(CsvTable(Path("interviews.csv"), (), own))) for own in rows]
    [True, False]
    """
    cells = [
        cell for note in notes if note.kind == "cells guessed" for cell in cast("list[Remark]", note.values["cells"])
    ]
    return any("person" in cast("list[str]", cell.values["fields"]) for cell in cells)


def keys_left(guessed: Sequence[str]) -> tuple[Remark, ...]:
    """Return a remark on what `init` guessed in study.yaml and nobody confirmed yet, if there is anything.

    >>> print(*keys_left(["language", "waves"]))
    study.yaml: init guessed language, waves. Where that is right, take it out of `guessed:`.
    """
    return (Remark("keys guessed", values={"keys": tuple(guessed)}),) if guessed else ()


def maybe_one_person(
    persons: Iterable[str], told: Collection[tuple[str, str]] = (), different: Sequence[Collection[str]] = ()
) -> tuple[Remark, ...]:
    """Return a remark for each two names that may be one person: Mo and Mohammed, De Vries and Mevr. de Vries.

    Parameters
    ----------
    persons : iterable of str
        Their names.
    told : collection of tuple of str
        Pairs that are told of elsewhere are left out.
    different : sequence of collection of str
        Those that study.yaml says are different are left out.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> print(*maybe_one_person(["Mo", "Mohammed", "P01", "P011"]))
    'Mo' and 'Mohammed' may be one person. If they are, give them one id in interviews.csv; ...
    >>> maybe_one_person(["Jan Jansen", "Jan Janssen"], different=[{"Jan Jansen", "Jan Janssen"}])
    ()
    """
    names = sorted({person for person in persons if not re.search(r"\d\Z", person)} - {""})
    return tuple(
        Remark("maybe one person", values={"one": name, "other": other, "named": yaml_names((name, other))})
        for name, other in itertools.combinations(names, 2)
        if (name, other) not in told and _may_be_one(name, other) and not are_different((name, other), different)
    )


def _may_be_one(name: str, other: str) -> bool:
    """Return whether one name is the beginning of the other, a word of it, or the same name in another spelling."""
    if spellings(name) & spellings(other):
        return True
    first, second = (
        [word for word in re.findall(r"[^\W\d_]+", spelling.casefold()) if word not in _BEFORE_NAMES]
        for spelling in (name, other)
    )
    if not first or not second:
        return False
    within = set(first) <= set(second) or set(second) <= set(first)
    begins = len(first) == len(second) == 1 and (first[0].startswith(second[0]) or second[0].startswith(first[0]))
    return within or begins


def _quote(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
