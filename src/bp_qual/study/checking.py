"""Check a study without changing anything: every problem, and everything that deserves a look.

A *problem* stops `compare`; a *note* does not, but the researcher should know of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bp_qual.codebook import Codebook, read_codebook
from bp_qual.coding import check_examples
from bp_qual.display import show_name
from bp_qual.errors import CodebookError, Problem
from bp_qual.report.run_record import changed_outputs, version_problems
from bp_qual.study import Study
from bp_qual.study.corpus_reading import gather_corpus
from bp_qual.study.gathering import gather_study
from bp_qual.study.label_use import suggest_labels
from bp_qual.study.proposals import find_wave
from bp_qual.study.proposed_files import maybe_one_person
from bp_qual.study.spoken_languages import language_notes
from bp_qual.study.study_inputs import foreign_names
from bp_qual.transcripts import Corpus, count_turn_words, sort_key, tell_mixed_rules
from bp_qual.wording import Wording, choose_language


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check found: the study and corpus as far as they can be read, problems, and notes.

    Examples
    --------
    >>> print(Findings(Study(Path(".")), Corpus((), (), ()), (Problem("a.txt", "is empty."),), ("P02 has one wave.",)))
    a.txt  is empty.
    Note: P02 has one wave.
    1 problem, 1 note.
    """

    study: Study
    corpus: Corpus
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    language: str = "en"

    def __str__(self) -> str:
        say = Wording(self.language)
        lines = [*map(str, self.problems), *(say("check_note", text=note) for note in self.notes)]
        return "\n".join([*lines, say("check_total", problems=len(self.problems), notes=len(self.notes))])


def check_study(path: Path | str, *, codebook: Path | str | None = None, language: str | None = None) -> Findings:
    """Read all files of a study and its codebook, and return everything that is wrong or odd in them.

    Parameters
    ----------
    path : Path or str
        The study's folder.
    codebook : Path or str, optional
        A codebook to check instead of the study's own.
    language : str, optional
        Of the notes, `nl` or `en`; the study's if not given, English where it has no texts. Problems are in English.

    Returns
    -------
    Findings
        Problems, which stop `compare`, and notes, which do not.

    Examples
    --------
    >>> check_study("no/such/folder").problems[0].what
    'is not there.'
    """
    study, problems = gather_study(path)
    corpus, unreadable = gather_corpus(study)
    say = Wording(choose_language(language, study.language))
    file = Path(codebook) if codebook else study.codebook
    book, wrong = _check_codebook(file, study.folder) if file else (None, ())
    notes = (*study.notes, *_notes_on_waves(study, say), *_notes_on_transcripts(corpus))
    notes = (*notes, *_notes_on_words(study, corpus, say))
    notes = (*notes, *(language_notes(book, corpus) if book else ()))
    described = {row["person"] for row in study.attributes}
    persons = (person for person in corpus.persons if person not in described)
    notes = (*notes, *maybe_one_person(persons), *_notes_on_first_lines(study, corpus))
    notes = (*notes, *tell_mixed_rules(corpus), *suggest_labels(corpus))
    notes = (*notes, *_notes_on_remainders(corpus, say), *_notes_on_results(study, say))
    if not file and not problems:
        notes = (*notes, say("check_no_codebook"))
    named = foreign_names(study, book) if book else ()
    return Findings(study, corpus, (*problems, *named, *unreadable, *wrong), notes, say.language)


def _check_codebook(file: Path, folder: Path) -> tuple[Codebook | None, tuple[Problem, ...]]:
    """Return a codebook if it can be read, its mistakes, and whether it changed under the version of the last run."""
    try:
        book = read_codebook(file)
        records = (folder / "out" / "run.json", Path("out") / "run.json")
        return book, (*check_examples(book), *version_problems(book, records))
    except CodebookError as error:
        return None, error.problems


def _notes_on_results(study: Study, say: Wording) -> Iterator[str]:
    """Name the results in the study's folder that are not as their record says: edited, or of two runs."""
    changed = changed_outputs(study.folder / "out")
    if changed:
        yield say("check_results_changed", files=", ".join(map(show_name, changed)))


def _notes_on_waves(study: Study, say: Wording) -> Iterator[str]:
    """Name the persons who cannot be compared because they were met in one wave only."""
    met: dict[str, set[str]] = {}
    for interview in study.interviews:
        for person in interview.persons:
            met.setdefault(person, set()).add(interview.wave)
    if len(study.waves) < 2 and study.waves:
        yield say("check_one_wave", wave=study.waves[0].id)
        return
    for wave in study.waves:
        only = sorted((person for person, waves in met.items() if waves == {wave.id}), key=sort_key)
        if only:
            yield say("check_only_in", wave=wave.id, persons=", ".join(only))


def _notes_on_first_lines(study: Study, corpus: Corpus) -> Iterator[str]:
    """Name the files whose first line says another wave than they are listed in, unless their date is known."""
    waves = {wave.id for wave in study.waves}
    for transcript in corpus.transcripts:
        top = transcript.text[: min((turn.start for turn in transcript.turns), default=0)][:500]
        said = find_wave(top.strip().partition("\n")[0])
        if said and said[0] in waves - {transcript.wave} and not transcript.date:
            yield (
                f"{transcript.source or transcript.interview}: its first line says {said[0]}, but it is listed in wave "
                f"{transcript.wave}. Mend whichever is wrong; if the list is right, give the date in interviews.csv."
            )


def _notes_on_transcripts(corpus: Corpus) -> Iterator[str]:
    """Say of each transcript what its reading left open: who speaks, what was guessed, what was odd in the file."""
    for transcript in corpus.transcripts:
        yield from (f"{transcript.source or transcript.interview}: {note}" for note in transcript.notes)


def _notes_on_words(study: Study, corpus: Corpus, say: Wording) -> Iterator[str]:
    """Name the persons whose turns in a wave hold no word, and those who said too little to be compared."""
    said: dict[tuple[str, str], int] = {}
    for transcript in corpus.transcripts:
        for turn, words in zip(transcript.turns, count_turn_words(transcript).tolist(), strict=True):
            if turn.person:
                said[turn.person, transcript.wave] = said.get((turn.person, transcript.wave), 0) + words
    silent = [f"{person} ({wave})" for (person, wave), words in said.items() if not words]
    short = [f"{person} ({wave}, {words})" for (person, wave), words in said.items() if 0 < words < study.floor]
    if silent:
        yield say("check_silent", persons=", ".join(silent))
    if short:
        yield say("check_short", floor=study.floor, persons=", ".join(short))


def _notes_on_remainders(corpus: Corpus, say: Wording) -> Iterator[str]:
    """Say how much of the files is kept apart from the talk, by what it is."""
    sums: dict[str, int] = {}
    for transcript in corpus.transcripts:
        for name, characters in transcript.remainders.items():
            sums[name] = sums.get(name, 0) + characters
    told = ", ".join(f"{name} {say.number(characters)}" for name, characters in sorted(sums.items()) if characters)
    if told:
        yield say("check_apart", parts=told)
