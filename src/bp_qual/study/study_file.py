"""``study.yaml``: what a researcher says about a study, read with every mistake at its line.

Only what the file says; whether the files it names are there is the business of `bp_qual.study`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bp_qual.coding.counting import COUNTS, Count
from bp_qual.display import shown
from bp_qual.errors import Problem
from bp_qual.files.as_written import composed
from bp_qual.files.barred_names import split_names
from bp_qual.files.file_names import fault_of_name
from bp_qual.files.yaml_text import Entries, Field, Items, Text, YamlReading, read_yaml
from bp_qual.matching.languages import fault_of_language
from bp_qual.readers.table_headings import COLUMNS
from bp_qual.study.interviews import LONGEST_ID, Wave, id_too_long
from bp_qual.study.name_patterns import fault_of_pattern
from bp_qual.study.written_dates import is_date
from bp_qual.transcripts import ROLES
from bp_qual.transcripts.speakers import explain_pattern, label_key
from bp_qual.wording import Remark

STUDY_FIELDS = (
    Field("study", "text", "The name of the study, as the report prints it."),
    Field(
        "language",
        "text",
        "The language of the transcripts, as a code: nl, en, de ... (default: that of the codebook).",
    ),
    Field("waves", "waves", "The rounds, oldest first: an id, or {id, from, to}."),
    Field("transcripts", "text", "The folder with the interviews, relative to this file."),
    Field("filename", "text", "How a file name says who and when: {person}_{wave}."),
    Field("interviews", "text", "The CSV that says which file is whose interview, in which wave."),
    Field("persons", "text", "The CSV with what is known of each person."),
    Field("codebook", "text", "The codebook, relative to this file."),
    Field("speakers", "speakers", "Which labels belong to which role: {interviewer: [I], respondent: [R]}."),
    Field("labels", "text", "How speakers are marked, where that is not recognised: '{name} >', 'I:|R:'."),
    Field("encoding", "text", "The encoding of text files that are not UTF-8."),
    Field("columns", "columns", "The columns of tables: {speaker: RS, text: words} or {person: id, questions: [...]}."),
    Field("model", "text", "An installed spaCy pipeline for token patterns that ask for it (nl_core_news_sm)."),
    Field("asked", "asked", "For a code, the waves whose topic guide asked for it."),
    Field("plan", "texts", "The codes that were to be tested, decided before looking."),
    Field("count", "text", "What counts: machine, reviewed or human; see Coding by hand."),
    Field("coders", "texts", "Whose codings by hand count, where several have coded: names, or any, all or team."),
    Field("sample", "text", "The sample that corrects the change, where several have been coded: samples/NAME.csv."),
    Field("sample_coder", "text", "Who coded that sample, where several have."),
    Field("different", "texts", "Names that look alike and are two persons, waves or labels: 'P02 | P02b'."),
    Field("guessed", "texts", "What `bp-qual init` guessed in this file; take out what you looked over."),
    Field("margin", "text", "The factor within which a code of the plan counts as having stayed (1.5)."),
    Field("floor", "text", "Minimum words per wave for a person to be compared (300)."),
)
WAVE_FIELDS = (
    Field("id", "text", "The name of the wave.", required=True),
    Field("from", "text", "The first date of the window, as 2008-11."),
    Field("to", "text", "The last date of the window."),
)
STUDY_FILE = "study.yaml"
DEFAULT_PATTERN = "{person}_{wave}"
DEFAULT_FLOOR = 300


@dataclass(frozen=True, slots=True)
class StudyFile:
    """What ``study.yaml`` says; every name of a file as it is written there.

    Examples
    --------
    >>> StudyFile().filename
    '{person}_{wave}'
    """

    study: str = ""
    language: str = ""
    waves: tuple[Wave, ...] = ()
    transcripts: str = "."
    filename: str = DEFAULT_PATTERN
    interviews: str = ""
    persons: str = ""
    codebook: str = ""
    speakers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    labels: str = ""
    encoding: str = ""
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    model: str = ""
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plan: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()
    different: tuple[frozenset[str], ...] = ()
    floor: int = DEFAULT_FLOOR
    margin: float | None = None
    count: Count | None = None
    coders: tuple[str, ...] = ()
    sample: str = ""
    sample_coder: str = ""


def read_study_file(file: Path, data: bytes | None = None) -> tuple[StudyFile, tuple[Problem, ...]]:
    """Return what a ``study.yaml`` says as far as it can be understood, and every problem in it.

    What is in it can be given, where it was fetched already.

    Examples
    --------
    >>> read_study_file(Path("no/such/study.yaml"))[1][0].what
    'does not exist.'
    """
    reading = read_yaml(file, data)
    if reading.root is None:
        return StudyFile(), tuple(reading.problems)
    root = reading.mapping(reading.root, _INSIDE)
    reading.check_keys(root, STUDY_FIELDS, _INSIDE)
    language = root.get("language")
    wrong_language = fault_of_language(language) if isinstance(language, Text) else None
    if wrong_language:
        reading.report(language, *wrong_language)
    model = reading.text(root, "model", _INSIDE)
    if model and not re.fullmatch(r"[A-Za-z]\w*", model):
        reading.report(root["model"], "no pipeline", {"value": shown(model)})
    plain = {name: reading.text(root, name, _INSIDE, default) for name, default in _PLAIN.items()}
    plain["language"] = "" if wrong_language else plain["language"]  # told above
    _check_file_names(root, reading)
    if "labels" in root and (wrong := explain_pattern(plain["labels"])):
        reading.report(root["labels"], "no pattern of labels", {"fault": wrong})
        plain["labels"] = ""  # the transcripts are read without it, so that their own problems are told too
    waves = _read_waves(root, reading)
    if "filename" in root and (fault := fault_of_pattern(plain["filename"], [wave.id for wave in waves])):
        reading.report(root["filename"], *fault)
        plain["filename"] = ""  # whose interviews the files are cannot be said
    found = StudyFile(
        **plain,
        waves=waves,
        speakers=_read_speakers(root, reading),
        columns=_read_columns(root, reading),
        asked=_read_asked(root, reading),
        plan=reading.texts(root, "plan", _INSIDE),
        guessed=reading.texts(root, "guessed", _INSIDE),
        different=_read_different(root, reading),
        floor=_read_floor(root, reading),
        margin=_read_margin(root, reading),
        count=_read_count(root, reading),
        coders=tuple(map(composed, reading.texts(root, "coders", _INSIDE))),
    )
    return found, tuple(reading.problems)


def _check_file_names(root: Entries, reading: YamlReading) -> None:
    """Report what cannot be the name of a file: of a sample, and of those who coded."""
    for key in ("sample", "sample_coder", "coders"):
        said, usual = root.get(key), "sample" if key == "sample" else "anna"
        for name in said if isinstance(said, Items) else (said,):
            if isinstance(name, Text) and name and (fault := fault_of_name(composed(name), usual)):
                reading.report(name, "no name of a file", fault)


_INSIDE = Remark("the study file")
_WAVE = Remark("a wave")
_SPEAKERS, _COLUMNS, _ASKED = (Remark("the key", values={"key": key}) for key in ("speakers", "columns", "asked"))
_PLAIN = {
    "study": "",
    "language": "",
    "transcripts": ".",
    "filename": DEFAULT_PATTERN,
    "interviews": "",
    "persons": "",
    "codebook": "",
    "labels": "",
    "encoding": "",
    "model": "",
    "sample": "",
    "sample_coder": "",
}


def _read_waves(root: Entries, reading: YamlReading) -> tuple[Wave, ...]:
    waves: dict[str, Wave] = {}
    lines: dict[str, int] = {}
    for item in reading.items(root, "waves", _INSIDE):
        if isinstance(item, Text):
            wave = Wave(str(item))
        else:
            entry = reading.mapping(item, _WAVE)
            reading.check_keys(entry, WAVE_FIELDS, _WAVE)
            wave = Wave(*(reading.text(entry, key, _WAVE) for key in ("id", "from", "to")))
            for key in ("from", "to"):
                date = reading.text(entry, key, _WAVE)
                if date and not is_date(date):
                    reading.report(entry[key], "date of a wave", {"value": shown(date)})
            if wave.start and wave.end and wave.start[: len(wave.end)] > wave.end:
                reading.report(entry["to"], "ends before it begins", {"start": wave.start, "end": wave.end})
        if len(wave.id) > LONGEST_ID:
            reading.report(item, "id too long", id_too_long("wave", wave.id))
        elif wave.id in waves:
            reading.report(item, "wave twice", {"wave": wave.id, "line": lines[wave.id]})
        elif wave.id:
            waves[wave.id], lines[wave.id] = wave, item.line
    return tuple(waves.values())


def _read_speakers(root: Entries, reading: YamlReading) -> dict[str, tuple[str, ...]]:
    if "speakers" not in root:
        return {}
    entry = reading.mapping(root["speakers"], _SPEAKERS)
    reading.check_keys(entry, [Field(role, "texts") for role in ROLES if role != "unknown"], _SPEAKERS)
    labels = {role: reading.texts(entry, role, _SPEAKERS) for role in entry}
    _check_one_role_each(labels, reading)
    return {str(role): tuple(map(str, own)) for role, own in labels.items()}


def _check_one_role_each(labels: Mapping[str, tuple[Text, ...]], reading: YamlReading) -> None:
    """Report a label that stands under two roles, however it is written: one of them would win."""
    roles: dict[str, tuple[str, Text]] = {}
    for role, own in labels.items():
        for label in own:
            first, written = roles.setdefault(label_key(label) or label, (role, label))
            if first != role:
                said = {"label": shown(label), "role": shown(role), "other": shown(first), "line": written.line}
                reading.report(label, "label of two roles", said)


def _read_columns(root: Entries, reading: YamlReading) -> dict[str, tuple[str, ...]]:
    if "columns" not in root:
        return {}
    entry = reading.mapping(root["columns"], _COLUMNS)
    reading.check_keys(entry, [Field(name, "texts") for name in COLUMNS], _COLUMNS)
    headings = {str(name): tuple(map(str, reading.texts(entry, name, _COLUMNS))) for name in entry}
    return {name: texts for name, texts in headings.items() if texts}


def _read_asked(root: Entries, reading: YamlReading) -> dict[str, tuple[str, ...]]:
    if "asked" not in root:
        return {}
    entry = reading.mapping(root["asked"], _ASKED)
    return {code: reading.texts(entry, code, _ASKED) for code in entry}


def _read_different(root: Entries, reading: YamlReading) -> tuple[frozenset[str], ...]:
    groups = list[frozenset[str]]()
    for text in reading.texts(root, "different", _INSIDE):
        groups.append(frozenset(filter(None, (composed(name) for name in split_names(text)))))
        if len(groups[-1]) < 2:
            reading.report(text, "different from nobody", {"name": shown(text)})
    return tuple(groups)


def _read_margin(root: Entries, reading: YamlReading) -> float | None:
    if "margin" not in root:
        return None
    text = reading.text(root, "margin", _INSIDE)
    if re.fullmatch(r"\d{1,3}([.,]\d{1,3})?", text) and (margin := float(text.replace(",", "."))) > 1:
        if "plan" not in root:
            reading.report(root["margin"], "margin without plan")
        return margin
    reading.report(root["margin"], "no margin", {"value": shown(text)})
    return None


def _read_count(root: Entries, reading: YamlReading) -> Count | None:
    text = reading.text(root, "count", _INSIDE)
    for count in COUNTS:
        if text == count:
            return count
    if "count" in root:
        reading.report(root["count"], "no rule of counting", {"value": shown(text)})
    return None


def _read_floor(root: Entries, reading: YamlReading) -> int:
    text = reading.text(root, "floor", _INSIDE, str(DEFAULT_FLOOR))
    if text.isascii() and text.isdigit() and len(text) <= 9:
        return int(text)
    reading.report(root["floor"], "no floor", {"value": shown(text)})
    return DEFAULT_FLOOR
