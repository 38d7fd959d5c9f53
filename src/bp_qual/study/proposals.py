"""Proposals: what a folder of interviews seems to say about persons, waves and speakers.

A proposal is to be looked over by whoever knows the study. Every part of it says where the knowledge came from: the
file's name, a folder, its first lines, or its properties. Nothing here decides anything, and nothing is written.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import TranscriptError
from bp_qual.files import read_bytes
from bp_qual.readers import Reading, read_data
from bp_qual.transcripts import Corpus, count_turn_words, sort_key
from bp_qual.transcripts.speakers import Talk, assign_roles, find_stretches, is_role_label, label_key, suggest_same

_YEAR = re.compile(r"(?<!\d)(?:19[5-9]\d|20[0-4]\d)(?!\d)")
_DATE = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)|(?<!\d)(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?!\d)")
_WAVE = re.compile(
    r"(?:wave|ronde|round|meting|golf|fase|welle|vague|time|tijdstip)[ _-]?(\d{1,2})|(?<![a-z])[tw](\d)(?![a-z\d])"
    r"|\b(before|after|pre|post|voor|na|voormeting|nameting)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[A-Za-z]{1,15}[ _-]?\d{1,4}[a-z]?")
_NOISE = re.compile(
    r"\b(?:interview|transcript(?:ie)?|gesprek|definitief|final|versie\d*|v\d+|anoniem|geanonimiseerd|opname|audio)\b",
    re.IGNORECASE,
)
_MONTHS = (
    "jan",
    "feb",
    "maa|mrt|mar|mär",
    "apr",
    "mei|may|mai",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt|oct",
    "nov",
    "dec|dez",
)
_SPOKEN_DATE = re.compile(
    rf"(?<!\d)(\d{{1,2}})\.? ({'|'.join(_MONTHS)})[a-zä]*\.? (\d{{4}})(?!\d)"
    rf"|\b({'|'.join(_MONTHS)})[a-z]* (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_PERSON_WORDS, _DATE_WORDS, _WAVE_WORDS = (
    frozenset(words.split())
    for words in (
        "respondent participant person persoon geinterviewde deelnemer interviewee code naam name",
        "datum date dateinterviewed interviewdatum interviewdate dag tag",
        "wave ronde round meting golf fase welle",
    )
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a file seems to be: whose interview, in which wave, when; and for each of these how we know.

    Where a file's name holds the ids of several persons, `person` has a `+` between them.

    >>> Proposal(Path("P01_2010.txt"), person="P01", wave="2010", known_from="person and wave from the file name").wave
    '2010'
    """

    file: Path
    person: str = ""
    wave: str = ""
    date: str = ""
    speaker: str = ""
    known_from: str = ""


@dataclass(frozen=True, slots=True)
class LabelUse:
    """How a label is used in a whole study: its role, its persons, and how often it speaks.

    >>> LabelUse("I", "interviewer", (), 20, 204, 1830).files
    20
    """

    label: str
    role: str
    persons: tuple[str, ...]
    files: int
    turns: int
    words: int


def collect_labels(corpus: Corpus) -> tuple[LabelUse, ...]:
    """Return every speaker label of a study with its role and use, most used first.

    >>> collect_labels(Corpus((), (), ()))
    ()
    """
    files, turns, words = Counter[tuple[str, str]](), Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    persons: dict[tuple[str, str], set[str]] = {}
    for transcript in corpus.transcripts:
        counts = count_turn_words(transcript).tolist()
        files.update({(turn.speaker, turn.role) for turn in transcript.turns})
        for turn, count in zip(transcript.turns, counts, strict=True):
            use = (turn.speaker, turn.role)
            turns[use] += 1
            words[use] += count
            persons.setdefault(use, set()).update({turn.person} - {""})
    ordered = sorted(turns, key=lambda use: (-words[use], use))
    return tuple(
        LabelUse(
            label,
            role,
            tuple(sorted(persons[label, role], key=sort_key)),
            files[label, role],
            turns[label, role],
            words[label, role],
        )
        for label, role in ordered
    )


def suggest_labels(corpus: Corpus) -> tuple[str, ...]:
    """Return a sentence for each two spellings in a study that may be one person; nothing is joined.

    Usual names of roles (`Int`, `INT`) and labels that are only ever the interviewer's are not looked at.

    >>> suggest_labels(Corpus((), (), ()))
    ()
    """
    uses: dict[str, list[LabelUse]] = {}
    for use in collect_labels(corpus):
        if not is_role_label(label_key(use.label)):
            uses.setdefault(use.label, []).append(use)
    persons = [label for label, found in uses.items() if any(use.role != "interviewer" for use in found)]
    sentences = []
    for one, two in suggest_same(persons):
        told = " and ".join(f"'{label}' ({sum(use.turns for use in uses[label]):,} turns)" for label in (one, two))
        remedy = "If they are, name both in the column `speaker` of interviews.csv, as in: "
        sentences.append(f"{told} may be one person. {remedy}{one}|{two}")
    return tuple(sentences)


def propose_interviews(files: Iterable[Path], *, folder: Path | str = ".", encoding: str = "") -> tuple[Proposal, ...]:
    """Return a proposal for each file of a folder, from its name, its folders and what stands at its top.

    Parameters
    ----------
    files : iterable of Path
        The files to look at.
    folder : Path or str
        The study's folder: the folders between it and a file are looked at too.
    encoding : str
        The encoding of text files that are not UTF-8.

    Examples
    --------
    >>> [(p.person, p.wave, p.known_from) for p in propose_interviews([Path("Ronde 1/P07.txt")])]
    [('P07', '1', "person from the file name; wave from the folder 'Ronde 1'")]
    """
    proposals = []
    for file in sorted(files, key=lambda file: sort_key(file.as_posix())):
        try:
            reading = read_data(read_bytes(file), where=show_name(file), encoding=encoding)
            talk = find_stretches(reading)
        except TranscriptError:
            reading, talk = Reading("", ()), Talk(())
        proposals.append(_propose(file, Path(folder), reading, talk))
    return tuple(proposals)


def propose_study(
    folder: Path | str, files: Sequence[Path], *, name: str = "", language: str = "nl"
) -> dict[str, bytes]:
    """Return the content of study.yaml and interviews.csv as proposed for a folder, to be looked over.

    Parameters
    ----------
    folder : Path or str
        The study's folder.
    files : sequence of Path
        Its transcripts.
    name, language : str
        The name of the study (by default that of the folder) and the language of the interviews.

    Examples
    --------
    >>> print(propose_study(".", [Path("P01_2010.txt")], name="Test")["interviews.csv"].decode())
    file,person,wave,date,speaker,known_from
    P01_2010.txt,P01,2010,,,person and wave from the file name
    <BLANKLINE>
    """
    folder = Path(folder)
    proposals = propose_interviews(files, folder=folder)
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(["file", "person", "wave", "date", "speaker", "known_from"])
    for one in proposals:
        place, persons = _relative(one.file, folder).as_posix(), one.person.split("+")
        told = one.known_from + "; two persons: say in speaker who is who" * (len(persons) > 1)
        for person in persons:
            writer.writerow([place, person, one.wave, one.date, one.speaker if len(persons) == 1 else "", told])
    study = _study_file(proposals, name or folder.resolve().name, language)
    return {"study.yaml": study.encode(), "interviews.csv": table.getvalue().encode()}


def _propose(file: Path, folder: Path, reading: Reading, talk: Talk) -> Proposal:
    """Gather what name, folders, first lines and properties say; the first to say a thing is believed."""
    found: dict[str, tuple[str, str]] = {}
    for field, value, source in _clues(file, folder, reading, talk):
        found.setdefault(field, (value, source))
    if "wave" not in found and "date" in found:
        found["wave"] = (found["date"][0][:4], f"the year of the date in {found['date'][1]}")
    sources: dict[str, list[str]] = {}
    for field, (_, source) in found.items():
        sources.setdefault(source, []).append(field)
    known_from = "; ".join(f"{' and '.join(fields)} from {source}" for source, fields in sources.items())
    person, wave, date = (found.get(field, ("", ""))[0] for field in ("person", "wave", "date"))
    return Proposal(file, person, wave, date, _respondent(talk, reading), known_from or "nothing said")


def _clues(file: Path, folder: Path, reading: Reading, talk: Talk) -> Iterator[tuple[str, str, str]]:
    """Yield what is said of person, wave and date, the surest first, each with where it is said."""
    stem, parents = file.stem, _relative(file, folder).parts[:-1]
    if date := _find_date(stem):
        yield "date", date, "the file name"
        stem = _DATE.sub(" ", stem)
    wave = _find_wave(stem)
    rest = _NOISE.sub(" ", stem.replace("_", " ").replace(wave[1], " ", 1) if wave else stem.replace("_", " "))
    ids = [re.sub(r"[ _-]", "", found) for found in _PERSON.findall(rest.replace("-", " "))]
    ids = [one for one in dict.fromkeys(ids) if _letters(one) == _letters(ids[0])]
    name = " ".join(rest.replace("-", " ").split())
    if ids:
        yield "person", "+".join(ids), "the file name"
    if wave:
        yield "wave", wave[0], "the file name"
    for parent in reversed(parents):
        if wave := _find_wave(parent):
            yield "wave", wave[0], f"the folder '{show_name(parent)}'"
        elif match := _PERSON.fullmatch(parent.strip()):
            yield "person", re.sub(r"[ _-]", "", match[0]), f"the folder '{show_name(parent)}'"
    yield from _clues_at_top(reading, talk)
    if name and re.search(r"[^\W\d_]", name):
        yield "person", name, "the file name"


def _letters(person: str) -> str:
    return re.sub(r"\d.*", "", person)


def _clues_at_top(reading: Reading, talk: Talk) -> Iterator[tuple[str, str, str]]:
    for source, pairs in (("its first lines", talk.header), ("its front matter or properties", reading.properties)):
        for key, value in pairs.items():
            word = label_key(key)
            if word in _PERSON_WORDS and value and len(value) <= 40:
                yield "person", value, source
            elif word in _WAVE_WORDS and value and len(value) <= 20:
                yield "wave", value, source
            elif word in _DATE_WORDS and (date := _find_date(value)):
                yield "date", date, source
    first = talk.others.get("before the first speaker", ((0, 0),))
    top = reading.text[: first[0][1]][:500] if first else ""
    if date := _find_date(top):
        yield "date", date, "its first lines"
    if (wave := _find_wave(top.partition("\n")[0])) and not _YEAR.fullmatch(wave[0]):
        yield "wave", wave[0], "its first lines"


def _find_wave(text: str) -> tuple[str, str] | None:
    """Return the wave that a name says, and how it says it: a year, or wave 1, T2, before, nameting."""
    text = text.replace("_", " ")
    if years := _YEAR.findall(text):
        return years[-1], years[-1]
    if match := _WAVE.search(text):
        return (match[1] or match[2] or match[3]).lower(), match[0]
    return None


def _find_date(text: str) -> str:
    """Return the first date in a text, in ISO form; day before month, as in Europe."""
    if match := _DATE.search(text):
        year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    elif match := _SPOKEN_DATE.search(text):
        day, name, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
        month = str(next(n for n, names in enumerate(_MONTHS, 1) if name.lower() in names.split("|")))
    else:
        return ""
    return f"{year}-{int(month):02}-{int(day):02}" if 1 <= int(month) <= 12 and 1 <= int(day) <= 31 else ""


def _respondent(talk: Talk, reading: Reading) -> str:
    """Return the label that seems to be the respondent's, where it is not a usual one that needs no telling."""
    if talk.style == "none" or not talk.stretches:
        return ""
    roles = assign_roles(talk, reading.text, persons={"?": ()})
    labels = [label for label, (role, _) in roles.roles.items() if role == "respondent"]
    return labels[0] if len(labels) == 1 and roles.guessed else ""


def _study_file(proposals: Sequence[Proposal], name: str, language: str) -> str:
    """Return study.yaml as proposed, in words that ask to be checked."""
    waves = sorted({one.wave for one in proposals if one.wave}, key=_wave_order)
    silent = [one for one in proposals if not (one.person and one.wave)]
    lines = [
        "# Proposed by bp-qual init from what is in this folder. Look over every line, and interviews.csv too.",
        f"study: {_quote(name)}",
        f"language: {language}",
        "waves:  # oldest first; a window of dates is checked: {id: '2010', from: 2009-01, to: 2011-12}",
        *(f"  - {_quote(wave)}" for wave in waves or ["2010", "2020"]),
        "transcripts: .",
        "interviews: interviews.csv",
        "# codebook: codebook.yaml",
        "speakers: {interviewer: [I, Int, Interviewer], respondent: [R, Resp, Respondent]}",
    ]
    if silent:
        lines.insert(1, f"# Of {len(silent)} files person or wave is not clear: fill them in in interviews.csv.")
    return "\n".join(lines) + "\n"


def _wave_order(wave: str) -> tuple[int, list[tuple[int, str]]]:
    first = wave in ("before", "pre", "voor", "voormeting")
    return 0 if first else 1, sort_key(wave)


def _quote(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _relative(file: Path, folder: Path) -> Path:
    try:
        return file.resolve().relative_to(folder.resolve())
    except ValueError:
        return file
