"""The files that `init` proposes: study.yaml, interviews.csv and a codebook to begin with.

What is a guess is marked as one, in the column `guessed`, and `check` repeats it until a person empties the cell.
"""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.files.csv_tables import CsvTable
from bp_qual.study.proposals import Proposal, propose_interviews, relative_to
from bp_qual.transcripts.wave_order import order_waves

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
    >>> print(propose_study(".", [Path("P01_2010.txt")], name="Test")["interviews.csv"].decode())
    file,person,wave,date,speaker,known_from,guessed
    P01_2010.txt,P01,2010,,,person and wave from the file name,
    <BLANKLINE>
    """
    folder = Path(folder)
    proposals = propose_interviews(files, folder=folder)
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    for proposal in proposals:
        file, persons = relative_to(proposal.file, folder).as_posix(), proposal.person.split("+")
        known_from = proposal.known_from + "; two persons: say in speaker who is who" * (len(persons) > 1)
        for person in persons:
            speaker, guessed = proposal.speaker if len(persons) == 1 else "", " ".join(proposal.guessed)
            writer.writerow([file, person, proposal.wave, proposal.date, speaker, known_from, guessed])
    study = _study_file(proposals, name or folder.resolve().name, language)
    book = starter_codebook(name or folder.resolve().name, language)
    return {"study.yaml": study.encode(), "interviews.csv": table.getvalue().encode(), "codebook.yaml": book.encode()}


def starter_codebook(name: str, language: str) -> str:
    """Return a codebook to begin with, in Dutch or English, with one theme that shows how it is written.

    >>> starter_codebook("Zorg", "nl").splitlines()[1]
    'codebook: "Zorg"'
    """
    own = language if language in ("nl", "en") else "en"
    template = resources.files("bp_qual.study") / "templates" / f"codebook_{own}.yaml"
    return template.read_text(encoding="utf-8").replace("{name}", _quote(name)).replace("{language}", language)


def _study_file(proposals: Sequence[Proposal], name: str, language: str) -> str:
    """Return study.yaml as proposed, in words that ask to be checked."""
    silent = [proposal for proposal in proposals if not (proposal.person and proposal.wave)]
    lines = [
        "# Proposed by bp-qual init from what is in this folder. Look over every line, and interviews.csv too.",
        f"study: {_quote(name)}",
        f"language: {language}  # guessed from the small words",
        *(waves := list(wave_lines(proposals))),
        "transcripts: .",
        "interviews: interviews.csv",
        "codebook: codebook.yaml",
        "# speakers: {interviewer: [Int], respondent: [Resp]}  # only labels that are not the usual ones",
        *(f"# {sentence}" for sentence in maybe_one_person(proposal.person for proposal in proposals)),
    ]
    guessed = ["language", *(["waves"] if len(waves) > 1 and waves[0].startswith("waves:") else [])]
    lines.append(
        f"guessed: [{', '.join(guessed)}]  # take out what you have looked over; bp-qual check asks until then"
    )
    if silent:
        lines.insert(1, f"# Of {len(silent)} files person or wave is not clear: fill them in in interviews.csv.")
    return "\n".join(lines) + "\n"


def wave_lines(proposals: Sequence[Proposal]) -> Iterator[str]:
    """Yield the waves, oldest first; as a comment where nothing says which came first.

    >>> list(wave_lines([Proposal(Path("a.txt"), "P01", "post"), Proposal(Path("b.txt"), "P01", "pre")]))[1:]
    ['  - "pre"', '  - "post"']
    """
    dates: dict[str, list[str]] = {}
    for proposal in proposals:
        if proposal.wave:
            dates.setdefault(proposal.wave, []).extend([proposal.date] if proposal.date else [])
    order = order_waves(dates, dates=dates)
    told = {"dates": "their dates", "years": "the years in their names", "names": "their names"}
    if order.unknown or not order.waves:
        yield "# waves: put them here, oldest first, and take away the #; nothing says which came first"
        yield f"# waves: [{', '.join(map(_quote, order.waves))}]"
        return
    source = f", in the order of {told[order.known_from]}" if order.known_from else ""
    yield f"waves:  # guessed{source}; with a window of dates: {{id: '2010', from: 2009-01, to: 2011-12}}"
    yield from (f"  - {_quote(wave)}" for wave in order.waves)


def guesses_left(table: CsvTable) -> str:
    """Return a sentence for what `init` guessed in interviews.csv and nobody confirmed yet; empty where nothing is.

    >>> row = {"file": "a.txt", "guessed": "person speaker"}
    >>> guesses_left(CsvTable(Path("interviews.csv"), (), ((2, row), (3, row))))
    'interviews.csv: init guessed person, speaker (lines 2, 3). Where that is right, empty the cell `guessed`.'
    """
    lines: dict[str, list[str]] = {}
    for line, row in table.rows:
        for name in re.findall(r"\w+", row.get("guessed", "")):
            lines.setdefault(name, []).append(str(line))
    if not lines:
        return ""
    by_lines: dict[str, list[str]] = {}
    for name, numbers in lines.items():
        by_lines.setdefault(_some(numbers), []).append(name)
    told = "; ".join(f"{', '.join(names)} (line{'s' * (',' in at)} {at})" for at, names in by_lines.items())
    return f"{show_name(table.path.name)}: init guessed {told}. Where that is right, empty the cell `guessed`."


def keys_left(guessed: Sequence[str]) -> str:
    """Return a sentence for what `init` guessed in study.yaml and nobody confirmed yet; empty where nothing is.

    >>> keys_left(["language", "waves"])
    'study.yaml: init guessed language, waves. Where that is right, take it out of `guessed:`.'
    """
    if not guessed:
        return ""
    return f"study.yaml: init guessed {', '.join(guessed)}. Where that is right, take it out of `guessed:`."


def _some(lines: Sequence[str], most: int = 8) -> str:
    more = f" and {len(lines) - most} more" if len(lines) > most else ""
    return ", ".join(lines[:most]) + more


def maybe_one_person(persons: Iterable[str]) -> tuple[str, ...]:
    """Return a sentence for each two names that may be one person: Mo and Mohammed, De Vries and Mevr. de Vries.

    >>> maybe_one_person(["Mo", "Mohammed", "P01", "P011"])
    ("'Mo' and 'Mohammed' may be one person. If they are, give them one id in interviews.csv.",)
    """
    names = sorted({person for person in persons if not re.search(r"\d\Z", person)} - {""})
    return tuple(
        f"'{name}' and '{other}' may be one person. If they are, give them one id in interviews.csv."
        for name, other in itertools.combinations(names, 2)
        if _may_be_one(name, other)
    )


def _may_be_one(name: str, other: str) -> bool:
    """Return whether one name is the beginning of the other, or a word of it, whichever the case."""
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
