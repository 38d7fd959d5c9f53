"""Check a study without changing anything: every problem, and everything that deserves a look.

A *problem* stops `compare`; a *note* does not, but the researcher should know of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from bp_qual.codebook import Codebook, read_codebook
from bp_qual.coding import check_examples
from bp_qual.display import show_name
from bp_qual.errors import CodebookError, Problem
from bp_qual.matching.known_languages import refuse_unknown_languages
from bp_qual.report.run_record import changed_outputs
from bp_qual.study import Study
from bp_qual.study.codebook_beside import note_no_codebook
from bp_qual.study.corpus_reading import gather_corpus
from bp_qual.study.date_doubts import doubt_dates_on_top
from bp_qual.study.earlier_runs import changed_since_run
from bp_qual.study.fence import Fence
from bp_qual.study.gathering import gather_study
from bp_qual.study.inflected_terms import note_inflected
from bp_qual.study.label_use import suggest_labels
from bp_qual.study.met_apart import find_met_apart
from bp_qual.study.notes_alike import notes_of_files
from bp_qual.study.proposed_files import maybe_one_person
from bp_qual.study.reading_hands import note_codings
from bp_qual.study.same_talk import note_same_talk
from bp_qual.study.sampled_talk import note_samples
from bp_qual.study.spoken_languages import language_notes
from bp_qual.study.study_inputs import foreign_names
from bp_qual.study.who_speaks import grave_first, note_asking_speakers
from bp_qual.transcripts import Corpus, count_turn_words, note_mixed_rules, sort_key
from bp_qual.transcripts.wave_words import find_wave
from bp_qual.wording import Remark, Wording, choose_language

_IN_ROW = ".csv:"  # what is wrong stands in a row of a table


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check found: the study and corpus as far as they can be read, problems, and notes.

    `unreadable` is how many of the problems are files that every command can go on without.

    Examples
    --------
    >>> print(Findings(Study(Path(".")), Corpus((), (), ()), (Problem("a.txt", "not there"),), ("P02 has one wave.",)))
    a.txt  does not exist. Check the name and the folder.
    Note: P02 has one wave.
    1 problem, 1 note.
    """

    study: Study
    corpus: Corpus
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    language: str = "en"
    unreadable: int = 0

    def __str__(self) -> str:
        say = Wording(self.language)
        lines = [
            *(problem.say(self.language) for problem in self.problems),
            *([say("check_skip")] if self.unreadable and self.corpus.transcripts else []),
            *(say("check_note", text=note) for note in self.notes),
        ]
        return "\n".join([*lines, say("check_total", problems=len(self.problems), notes=len(self.notes))])


def check_study(
    path: Path | str,
    *,
    codebook: Path | str | None = None,
    language: str | None = None,
    allow_outside: bool = False,
    each_file: bool = False,
) -> Findings:
    """Read all files of a study and its codebook, and return everything that is wrong or odd in them.

    Parameters
    ----------
    path : Path or str
        The study's folder.
    codebook : Path or str, optional
        A codebook to check instead of the study's own.
    language : str, optional
        Language of the problems and notes, `nl` or `en`; the study's if not given, English where it has no texts.
    allow_outside : bool
        Read files that the study names or links to outside its own folder.
    each_file : bool
        Give what is noted of many files in the same words for each of them, not once with their number.

    Returns
    -------
    Findings
        Problems, which stop `compare`, and notes, which do not.

    Examples
    --------
    >>> check_study("no/such/folder").problems[0].what
    'is not there.'
    """
    study, problems = gather_study(path, allow_outside=allow_outside)
    corpus, unreadable = gather_corpus(study)
    file = Path(codebook) if codebook else study.codebook
    book, wrong = _check_codebook(file, study, corpus) if file else (None, ())
    grave, of_files = grave_first(notes_of_files(corpus, each_file=each_file))
    notes = [
        *note_asking_speakers(study, corpus),
        *grave,
        *study.notes,
        *_notes_on_waves(study, corpus, problems),
        *of_files,
        *_notes_on_words(study, corpus),
    ]
    notes += (*language_notes(book, corpus), *note_inflected(book, corpus)) if book else ()
    described = {row["person"] for row in study.attributes}
    apart = set(find_met_apart(study))  # of these study.notes tells
    unsure = (person for person in corpus.persons if person not in described)
    notes += maybe_one_person(unsure, apart, study.different)
    notes += [*_notes_on_first_lines(study, corpus), *doubt_dates_on_top(corpus, study.waves)]
    notes += note_same_talk(corpus, study)
    notes += [*note_mixed_rules(corpus), *suggest_labels(corpus)]
    notes += [*_notes_on_remainders(corpus), *_notes_on_results(study), *note_codings(study.folder, book)]
    notes += note_samples(study)
    if not file and not problems:
        notes.append(note_no_codebook(study.folder))
    named = foreign_names(study, book) if book else ()
    known = (study.language, book.language if book else "", *(transcript.language for transcript in corpus.transcripts))
    spoken = choose_language(language, *known)
    told = tuple(note.say(spoken) for note in notes)
    return Findings(study, corpus, (*problems, *named, *unreadable, *wrong), told, spoken, len(unreadable))


def _check_codebook(file: Path, study: Study, corpus: Corpus) -> tuple[Codebook | None, tuple[Problem, ...]]:
    """Return a codebook if it can be read, its mistakes, and whether it changed under the version of the last run."""
    try:
        book = refuse_unknown_languages(read_codebook(file))
        return book, (*check_examples(book), *changed_since_run(book, file, study.folder, corpus))
    except CodebookError as error:
        return None, error.problems


def _notes_on_results(study: Study) -> Iterator[Remark]:
    """Name the results in the study's folder that are not as their record says: edited, or of two runs."""
    results = study.folder / "out"
    changed = changed_outputs(results) if Fence(study.folder).refuse(results) is None else ()
    if changed:
        yield Remark("results changed", values={"files": ", ".join(map(show_name, changed))})


def _notes_on_waves(study: Study, corpus: Corpus, problems: Collection[Problem]) -> Iterator[Remark]:
    """Name the persons who cannot be compared because they were met in one wave only, but those with a row to mend.

    A row that is to be mended and does not say whose it is may be anybody's.
    """
    met: dict[str, set[str]] = {}
    for interview in study.interviews:
        for person in interview.persons:
            met.setdefault(person, set()).add(interview.wave)
    for person, unread in corpus.missing:  # there is an interview, though nobody can read it
        met.setdefault(person, set()).add(unread)
    if len(study.waves) < 2 and study.waves:
        yield Remark("one wave", values={"wave": study.waves[0].id})
        return
    unsure = {str(problem.values.get("person", "")) for problem in problems}
    if any(_IN_ROW in problem.where and not problem.values.get("person") for problem in problems):
        return
    for wave in study.waves:
        only = sorted(
            (person for person, waves in met.items() if waves == {wave.id} and person not in unsure), key=sort_key
        )
        if only:
            yield Remark("interviewed once", values={"wave": wave.id, "persons": ", ".join(only)})


def _notes_on_first_lines(study: Study, corpus: Corpus) -> Iterator[Remark]:
    """Name the files whose name or first line says another wave than they are listed in, unless their date is known."""
    waves = {wave.id for wave in study.waves}
    for transcript in corpus.transcripts:
        name = Path(transcript.source).with_suffix("").as_posix()
        called = find_wave(name, waves)
        if called and called[0] in waves - {transcript.wave} and transcript.wave not in name and not transcript.date:
            values = {"file": transcript.source, "said": called[0], "wave": transcript.wave}
            yield Remark("another wave in name", values=values)
        top = transcript.text[: min((turn.start for turn in transcript.turns), default=0)][:500]
        said = find_wave(top.strip().partition("\n")[0])
        if said and said[0] in waves - {transcript.wave} and not transcript.date:
            file = transcript.source or transcript.interview
            yield Remark("another wave on top", values={"file": file, "said": said[0], "wave": transcript.wave})


def _notes_on_words(study: Study, corpus: Corpus) -> Iterator[Remark]:
    """Name the persons whose turns in a wave hold no word, and those who said too little to be compared."""
    said: dict[tuple[str, str], int] = {}
    for transcript in corpus.transcripts:
        for turn, words in zip(transcript.turns, count_turn_words(transcript).tolist(), strict=True):
            if turn.person:
                said[turn.person, transcript.wave] = said.get((turn.person, transcript.wave), 0) + words
    silent = [f"{person} ({wave})" for (person, wave), words in said.items() if not words]
    short = [f"{person} ({wave}, {words})" for (person, wave), words in said.items() if 0 < words < study.floor]
    if silent:
        yield Remark("silent", values={"persons": ", ".join(silent)})
    if short:
        yield Remark("short", values={"floor": study.floor, "persons": ", ".join(short)})


def _notes_on_remainders(corpus: Corpus) -> Iterator[Remark]:
    """Say how much of the files is kept apart from the talk, by what it is."""
    sums: dict[str, int] = {}
    for transcript in corpus.transcripts:
        for name, characters in transcript.remainders.items():
            sums[name] = sums.get(name, 0) + characters
    parts = [
        Remark("part kept apart", values={"part": part, "n": characters})
        for part, characters in sorted(sums.items())
        if characters
    ]
    if parts:
        yield Remark("kept apart", values={"parts": parts})
