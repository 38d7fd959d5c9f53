"""Proposals: what a folder of interviews seems to say about persons, waves and speakers.

A proposal is to be looked over by whoever knows the study. Every part of it says where the knowledge came from: the
file's name, a folder, its first lines, or its properties. Nothing here decides anything, and nothing is written.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import TranscriptError
from bp_qual.files import read_bytes
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Reading, read_data
from bp_qual.readers.turn_tables import ASKED
from bp_qual.study.ages_in_names import without_ages
from bp_qual.study.askers_in_names import find_askers, without_asker
from bp_qual.study.dates_on_top import find_days
from bp_qual.study.hyphened_names import part_years
from bp_qual.study.interview_parts import find_parts
from bp_qual.study.kept_apart import keep_apart
from bp_qual.study.labels_as_persons import GENERIC_LABEL, do_labels_tell, label_or_name, take_labels
from bp_qual.study.month_first import keep_years_at_top, keep_years_of_unsure, spell_month_first
from bp_qual.study.months_as_names import spell_first_names
from bp_qual.study.names_in_files import LETTER, NUMBERED_TALK, abbreviates, find_couple, name_in, without_title
from bp_qual.study.numbered_rounds import join_numbered
from bp_qual.study.one_spelling import spell_alike
from bp_qual.study.proposal import Proposal, known_from, without_field
from bp_qual.study.recorder_names import unrecorded_name
from bp_qual.study.round_folders import FolderRound, find_round_folders, find_rounds_of
from bp_qual.study.round_marks import without_round_marks
from bp_qual.study.running_numbers import without_numbers_of_waves, without_running_numbers
from bp_qual.study.shared_words import without_shared_words
from bp_qual.study.short_dates import spell_short_dates
from bp_qual.study.titles_apart import keep_titles
from bp_qual.study.wave_guesses import guess_waves
from bp_qual.study.waves_as_years import all_rounds, all_years, ask_odd_waves
from bp_qual.study.who_answers import Voices, find_answering, hear_voices
from bp_qual.transcripts import sort_key, speakers
from bp_qual.transcripts.moments import YEAR, find_date, find_date_in_name, find_period
from bp_qual.transcripts.speakers import Talk, label_key
from bp_qual.transcripts.wave_words import find_wave, find_word
from bp_qual.wording import Remark

_MOST_IN_A_YEAR = 3  # waves that months in the names of files can stand for
_WORDS_OF_A_TITLE = 8
_TOP = 500  # letters of a file that may say whose it is
_BARE_NUMBER = lazy_pattern(r"\d{1,5}")
_PERSON = lazy_pattern(r"[A-Za-z]{1,15}[ _-]?(?:\d{6}(?!\d)|\d{1,4}(?!\d*-\d))(?:[a-z]|[A-Z](?![^\W_]))?")
_PLAIN_ID = lazy_pattern(r"[A-Za-z]{1,3}\d{1,4}[a-z]?|(?:resp|respondent|participant|deelnemer)\d{1,4}", re.IGNORECASE)
_RECORDING = lazy_pattern(
    r"(?:opname|int|intv|itv|interview|gespr|gesprek|audio|transcript|bestand|file|recording|rec|track)\d+[a-c]?",
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


def propose_interviews(
    files: Iterable[Path],
    *,
    folder: Path | str = ".",
    encoding: str = "",
    waves: Collection[str] = (),
    columns: Mapping[str, tuple[str, ...]] | None = None,
    among: Sequence[Path] = (),
    only: Collection[Path] | None = None,
) -> tuple[Proposal, ...]:
    """Return a proposal for each file of a folder, from its name, its folders and its first lines.

    Parameters
    ----------
    files : iterable of Path
        The files to look at.
    folder : Path or str
        The study's folder: the folders between it and a file are looked at too.
    encoding : str
        The encoding of text files that are not UTF-8.
    waves : collection of str
        The waves of the study, where they are known.
    columns : mapping of str to tuple of str, optional
        The columns of tables, as study.yaml names them.
    among : sequence of Path
        All interviews of the folder, where `files` are only some of them.
    only : collection of Path, optional
        The files to look into; the others are known by their names alone.

    Returns
    -------
    tuple of Proposal
        In the order of the file names; files that cannot be read are proposed from their names alone.

    Examples
    --------
    >>> [(p.person, p.wave, p.known_from) for p in propose_interviews([Path("Ronde 1/P07.txt")])]
    [('P07', '1', "person from the file name; wave from the folder 'Ronde 1'")]
    """
    files = sorted(files, key=lambda file: sort_key(file.as_posix()))
    known = _names_together(files, folder, waves, among)
    answering: dict[Path, tuple[str, ...]] = {}
    heads: list[tuple[Reading, Talk]] = []
    voices: list[Voices] = []
    for file in files:
        reading = Reading("", ())
        if only is None or file in only:
            with contextlib.suppress(TranscriptError):
                data = read_bytes(file, inside=folder)
                reading = read_data(data, where=show_name(file), encoding=encoding, columns=columns)
        talk = speakers.find_stretches(reading) if reading.text else Talk(())
        answering[file] = _who_answers(reading)
        voices.append(hear_voices(talk, reading.text))
        heads.append(_head(reading, talk))
    askers = find_askers([(file.stem, voice) for file, voice in zip(files, voices, strict=True)])

    def read(place: int, stem: str) -> tuple[str, str]:
        said = _propose(files[place], Path(folder), *heads[place], "", replace(known[files[place]], stem=stem))
        return said.person, said.wave

    whole = part_years([unrecorded_name(file.stem) for file in files], [voice.letters for voice in voices])
    whole = spell_first_names(whole)
    whole = keep_apart(whole, spell_short_dates(spell_month_first(whole)), read)
    whole = keep_apart(whole, without_ages(whole), read)
    whole = keep_apart(whole, without_round_marks(whole), read)
    beside = [file for file in among if file not in known]
    rounds = find_rounds_of([*files, *beside], folder)
    every = without_shared_words([*whole, *(unrecorded_name(file.stem) for file in beside)], rounds)
    whole = keep_apart(whole, every[: len(files)], read)
    whole = keep_apart(whole, without_running_numbers(whole, rounds[: len(files)]), read)
    whole = keep_apart(whole, without_numbers_of_waves(whole, files), read)
    stems = keep_apart(whole, list(map(without_asker, whole, askers)), read)
    askers = [asker if stem != name else "" for asker, stem, name in zip(askers, stems, whole, strict=True)]
    heard = [(read(place, stem)[0], voices[place]) for place, stem in enumerate(stems)]
    known = {file: replace(known[file], stem=stem) for file, stem in zip(files, stems, strict=True)}
    proposals: list[tuple[Proposal, Proposal]] = []
    names: dict[str, set[str]] = {}
    for file, head, (person, _), speaker in zip(files, heads, heard, find_answering(heard, askers), strict=True):
        by_label, named = (
            _propose(file, Path(folder), *head, speaker, replace(known[file], label=label)) for label in (speaker, "")
        )
        proposals.append((by_label, named))
        names.setdefault(speaker, set()).add(person)
    chosen = label_or_name(proposals, names)
    chosen = take_labels(chosen) if do_labels_tell(chosen) else chosen
    chosen = [split for proposal in chosen for split in _one_a_person(proposal, answering.get(proposal.file, ()))]
    one_spelling = list(_number_talks(spell_alike(join_numbered(keep_titles(chosen)))))
    tops = {file: reading.text for file, (reading, _) in zip(files, heads, strict=True)}
    one_spelling = list(keep_years_at_top(keep_years_of_unsure(one_spelling, among or files), tops))
    return tuple(
        one_spelling if waves else _split_years(ask_odd_waves(all_years(all_rounds(one_spelling))), Path(folder))
    )


def propose_by_name(file: Path, folder: Path | str = ".") -> Proposal:
    """Return what the names of a file and of its folders say, without a look into it.

    >>> proposal = propose_by_name(Path("ronde 1/Interview Dirk def.docx"))
    >>> proposal.person, proposal.wave
    ('Dirk', '1')
    """
    (stem,) = spell_first_names(part_years([unrecorded_name(file.stem)]))
    return _propose(file, Path(folder), Reading("", ()), Talk(()), "", _Naming("", (), stem=stem))


def _number_talks(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """Yield the proposals; `Gesprek 2` is the second wave where nothing else says one and somebody has two of them."""
    numbers = {
        proposal.file: match[1]
        for proposal in proposals
        if not proposal.wave and proposal.person and (match := NUMBERED_TALK.search(proposal.file.stem))
    }
    talks: dict[str, set[str]] = {}
    for proposal in proposals:
        if proposal.file in numbers:
            talks.setdefault(proposal.person, set()).add(numbers[proposal.file])
    counted = any(len(own) > 1 for own in talks.values())
    for proposal in proposals:
        number = numbers.get(proposal.file, "") if counted else ""
        clues = (*proposal.clues, known_from(["wave"], Remark("file name")))
        guessed = tuple(dict.fromkeys((*proposal.guessed, "wave")))
        yield replace(proposal, wave=number, clues=clues, guessed=guessed) if number else proposal


def _split_years(proposals: Sequence[Proposal], folder: Path) -> Iterator[Proposal]:
    """Yield the proposals; a year in which one person was met in two seasons or months is as many waves."""
    periods = {proposal.file: _period(proposal.file, folder) for proposal in proposals if YEAR.fullmatch(proposal.wave)}
    in_year: dict[str, set[str]] = {}
    met: dict[tuple[str, str], list[str]] = {}
    for proposal in proposals:
        if period := periods.get(proposal.file):
            in_year.setdefault(proposal.wave, set()).add(period)
            met.setdefault((proposal.person, proposal.wave), []).append(period)
    split = {
        wave
        for (person, wave), own in met.items()
        if person and len(set(own)) == len(own) > 1 and len(in_year[wave]) <= _MOST_IN_A_YEAR
    }
    for proposal in proposals:
        period = periods.get(proposal.file, "") if proposal.wave in split else ""
        guessed = tuple(dict.fromkeys((*proposal.guessed, "wave")))
        yield replace(proposal, wave=period, guessed=guessed) if period else proposal


def _period(file: Path, folder: Path) -> str:
    """Return the word for a round, season or month that the file's name says, else the nearest folder."""
    names = (file.stem, *reversed(relative_to(file, folder).parts[:-1]))
    words = [word[0] for name in names if (word := find_word(name))]
    return next(filter(None, (*words, *map(find_period, names))), "").casefold()


def _who_answers(reading: Reading) -> tuple[str, ...]:
    """Return who answers in a table with questions in its columns and a person in each row."""
    lines = reading.paragraphs
    answers = dict.fromkeys(line.label for line in lines if line.kind != ASKED)
    return tuple(answers) if any(line.kind == ASKED for line in lines) else ()


def _one_a_person(proposal: Proposal, persons: tuple[str, ...]) -> Iterator[Proposal]:
    """Yield a proposal for each person who answers in a table; the proposal itself where it is an interview."""
    if not persons:
        yield proposal
    for person in persons:
        clues = (known_from(["person"], Remark("row of the table")), *without_field("person", proposal.clues))
        guessed = tuple(dict.fromkeys(("person", *proposal.guessed, "speaker")))
        yield replace(proposal, person=person, speaker=person, clues=clues, guessed=guessed)


@dataclass(frozen=True, slots=True)
class _Naming:
    """What is known besides the file: the label of who answers, the waves, and what all names or folders tell.

    `part` is the name of a file that is a part of an interview, without the number of the part; `stem` what
    the name says but for who asked, with its dates in full.
    """

    label: str
    waves: Collection[str]
    together: tuple[str, str] | None = None
    round: FolderRound | None = None
    part: str = ""
    stem: str = ""


def _names_together(
    files: Sequence[Path], folder: Path | str, waves: Collection[str], among: Sequence[Path]
) -> dict[Path, _Naming]:
    """Return what the names and folders of all files together tell of each."""
    together = guess_waves(files, folder=folder, waves=waves)
    rounds = find_round_folders(among or files, folder)
    rounds = {} if waves and not {found.wave for found in rounds.values()} <= set(waves) else rounds
    parts = find_parts(files, together)
    return {file: _Naming("", waves, together.get(file), rounds.get(file), parts.get(file, "")) for file in files}


def _propose(file: Path, folder: Path, reading: Reading, talk: Talk, speaker: str, naming: _Naming) -> Proposal:
    """Gather what name, folders, first lines and properties say; the first to say a thing is believed."""
    found: dict[str, tuple[str, Remark]] = {}
    for field, value, source in _clues(file, folder, reading, talk, naming):
        found.setdefault(field, (value, source))
    if "wave" not in found and "date" in found:
        found["wave"] = (found["date"][0][:4], Remark("year of the date", values={"source": found["date"][1]}))
    sources: dict[str, tuple[Remark, list[str]]] = {}
    for field, (_, source) in found.items():
        sources.setdefault(str(source), (source, []))[1].append(field)
    clues = tuple(known_from(own, said) for said, own in sources.values())
    person, wave, date = (found.get(field, ("", None))[0] for field in ("person", "wave", "date"))
    guessed = _guessed(file, person, wave, date, speaker)
    if naming.together and "wave" not in guessed:
        guessed = (*guessed, "wave")
    if "+" in person:
        speaker = _labels_of(person.split("+"), talk)
    return Proposal(file, person, wave, date, speaker, clues, guessed)


def _are_told_apart(persons: Sequence[str], talk: Talk) -> bool:
    """Return whether two persons have labels of their own, or there are more labels than interviewer and one other."""
    return bool(_labels_of(persons, talk)) or len({stretch.speaker for stretch in talk.stretches} - {""}) > 2


def _labels_of(persons: Sequence[str], talk: Talk) -> str:
    """Return the labels of persons who are named in the talk, with a `+` between; nothing where one of them is not."""
    labels = {label.casefold(): label for label in dict.fromkeys(stretch.speaker for stretch in talk.stretches)}
    named = [labels.get(person.casefold()) or labels.get(person.split()[0].casefold(), "") for person in persons]
    return "+".join(named) if all(named) and len(set(named)) == len(named) else ""


def _guessed(file: Path, person: str, wave: str, date: str, speaker: str) -> tuple[str, ...]:
    """Return what a person must confirm: all but an id and a wave that are the whole of the file's name."""
    plain = file.stem.strip() in (f"{person}_{wave}", f"{person}-{wave}", f"{wave}_{person}", f"{wave}-{person}")
    sure = {"person", "wave"} if plain and _PLAIN_ID.fullmatch(person) else set[str]()
    fields = {"person": person, "wave": wave, "date": date, "speaker": speaker}
    return tuple(name for name, value in fields.items() if value and name not in sure)


def _clues(
    file: Path, folder: Path, reading: Reading, talk: Talk, naming: _Naming
) -> Iterator[tuple[str, str, Remark]]:
    """Yield what is said of person, wave and date, the surest first, each with where it is said."""
    label, waves, stem = naming.label, naming.waves, naming.stem
    name_of_file, parents = Remark("file name"), relative_to(file, folder).parts[:-1]
    wave = find_wave(stem, waves) or naming.together
    if date := find_date_in_name(stem):
        yield "date", date, name_of_file
    if naming.round:
        yield "wave", naming.round.wave, naming.round.source
        if wave and YEAR.fullmatch(wave[0]):
            yield "date", wave[0], name_of_file
    if naming.part and (whose := name_in(naming.part, wave[1] if wave else "")):
        yield "person", without_title(whose), Remark("file name without part")
    name = name_in(stem, wave[1] if wave else "")
    ids = [re.sub(r"[ _-]", "", found) for found in _PERSON.findall(name)]
    ids = [person for person in ids if not _RECORDING.fullmatch(person)] or ids  # `Int02 P07` is the talk of P07
    ids = [person for person in dict.fromkeys(ids) if _letters(person) == _letters(ids[0])]
    told_by_file = not (label and ids and _RECORDING.fullmatch(ids[0]))
    if ids and told_by_file:
        yield "person", "+".join(ids), name_of_file
    elif (couple := find_couple(without_title(name))) and _are_told_apart(couple.split("+"), talk):
        yield "person", couple, name_of_file
    if wave and not waves and not YEAR.fullmatch(wave[0]):  # `2020/Jan - vervolg`: the folder says the wave
        years = [(parent, said[0]) for parent in reversed(parents) if (said := find_wave(parent))]
        yield from (
            ("wave", year, Remark("folder", values={"folder": show_name(parent)}))
            for parent, year in years
            if YEAR.fullmatch(year)
        )
    if wave:
        yield "wave", wave[0], name_of_file if find_wave(stem, waves) else Remark("names of the files")
    for parent in reversed(parents):
        if wave := find_wave(parent, waves):
            yield "wave", wave[0], Remark("folder", values={"folder": show_name(parent)})
        elif (match := _PERSON.fullmatch(parent.strip())) and naming.together != (parent.casefold(), ""):
            yield "person", re.sub(r"[ _-]", "", match[0]), Remark("folder", values={"folder": show_name(parent)})
    yield from _clues_at_top(reading, talk, waves)
    named = (name, *(name_in(parent, "") for parent in parents if not find_wave(parent, waves)))
    is_short = any(abbreviates(label, whose) for whose in named)  # E. in the interview of Els
    if label and not GENERIC_LABEL.fullmatch(label) and not is_short:
        yield "person", without_title(label), Remark("label of who answers")
    says_wave = any(find_wave(part, waves) for part in (stem, *parents))
    if name and (LETTER.search(name) or (says_wave and _BARE_NUMBER.fullmatch(name))):
        yield "person", without_title(name), name_of_file
    for parent in reversed(parents):  # Ahmed/eerste gesprek.docx
        if not find_wave(parent, waves) and LETTER.search(whose := name_in(parent, "")):
            yield "person", without_title(whose), Remark("folder", values={"folder": show_name(parent)})


def _letters(person: str) -> str:
    return re.sub(r"\d.*", "", person)


def _clues_at_top(reading: Reading, talk: Talk, waves: Collection[str]) -> Iterator[tuple[str, str, Remark]]:
    first_lines = Remark("first lines")
    for source, pairs in ((first_lines, talk.header), (Remark("properties"), reading.properties)):
        for key, value in pairs.items():
            word = label_key(key)
            if word in _PERSON_WORDS and value and len(value) <= 40:
                yield "person", value, source
            elif word in _WAVE_WORDS and value and len(value) <= 20:
                yield "wave", value, source
            elif word in _DATE_WORDS and (date := find_date(value)):
                yield "date", date, source
    first = talk.others.get("before the first speaker", ((0, 0),))
    top = reading.text[: first[0][1]] if first else ""
    if date := next(find_days(top), ""):
        yield "date", date, first_lines
    line = top.strip().partition("\n")[0]
    short = len(line.split()) <= _WORDS_OF_A_TITLE  # in a sentence `na` and `nu` are words like any other
    if short and (wave := find_wave(line, waves)) and not YEAR.fullmatch(wave[0]):
        yield "wave", wave[0], first_lines


def _head(reading: Reading, talk: Talk) -> tuple[Reading, Talk]:
    """Return of a file only what may tell about it: its first lines and properties, and a stretch of each speaker."""
    first = {stretch.speaker: stretch for stretch in reversed(talk.stretches)}
    stretches = tuple(reversed(first.values()))
    return replace(reading, text=reading.text[:_TOP], paragraphs=()), replace(talk, stretches=stretches, labels=())


def relative_to(file: Path, folder: Path) -> Path:
    """Return a file's path within a folder, or as it is where it lies elsewhere.

    >>> relative_to(Path("a/b.txt"), Path("a")).as_posix()
    'b.txt'
    """
    try:
        return file.resolve().relative_to(folder.resolve())
    except (ValueError, OSError, RuntimeError):  # lies elsewhere, or is a link to itself
        return file
