"""All that a comparison needs, read together, so that everything that is wrong in any file is told at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bp_qual.codebook import Codebook, read_codebook
from bp_qual.display import show_name
from bp_qual.errors import CodebookError, Problem, StudyError
from bp_qual.files.yaml_text import Text
from bp_qual.matching.known_languages import refuse_unknown_languages
from bp_qual.study.codebook_beside import no_codebook
from bp_qual.study.corpus_reading import gather_corpus
from bp_qual.study.date_doubts import doubt_dates_on_top
from bp_qual.study.gathering import gather_study
from bp_qual.study.same_talk import note_same_talk
from bp_qual.study.spoken_languages import language_notes
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark
from bp_qual.wording.guesses import did_you_mean


def read_inputs(
    path: Path | str,
    *,
    codebook: Path | str | None = None,
    skip_unreadable: bool = False,
    allow_outside: bool = False,
    needs_codebook: bool = True,
) -> tuple[Study, Corpus, Codebook]:
    """Return everything that a comparison needs, or raise one error that lists all that is wrong in its files.

    Parameters
    ----------
    path : Path or str
        The study's folder.
    codebook : Path or str, optional
        A codebook instead of the one that study.yaml names.
    skip_unreadable : bool
        Go on without transcripts that cannot be read; the corpus names them.
    allow_outside : bool
        Read files that the study names or links to outside its own folder.
    needs_codebook : bool
        Whether a study without a codebook is a problem; else an empty one is returned for it, and for one that
        study.yaml names and that cannot or may not be read, which a note tells.

    Returns
    -------
    tuple of Study, Corpus and Codebook
        As read.

    Raises
    ------
    BpQualError
        With the problems of the study's files, the codebook and the transcripts together.

    Examples
    --------
    >>> read_inputs("no/such/folder")
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no/such/folder  is not there...
    1 problem. Nothing was coded.
    """
    study, wrong = gather_study(path, allow_outside=allow_outside, needs_codebook=needs_codebook)
    problems: list[Problem] = list(wrong)
    if codebook is not None:  # another than the one that study.yaml names, of which there is nothing to say then
        study = replace(study, notes=tuple(note for note in study.notes if note.kind != "codebook unread"))
    file = Path(codebook) if codebook is not None else study.codebook
    book = Codebook("", "", study.language, ())
    unread: tuple[Remark, ...] = ()
    if file is not None:
        try:
            book = refuse_unknown_languages(read_codebook(file))
        except CodebookError as error:
            if needs_codebook or codebook is not None:
                problems += error.problems
            else:
                unread = (Remark("codebook unread", values={"file": show_name(file), "n": len(error.problems)}),)
    elif needs_codebook and not problems:
        problems.append(no_codebook(show_name(path), study.folder))
    study = replace(study, language=study.language or book.language)
    corpus, unreadable = gather_corpus(study)
    if not (skip_unreadable and corpus.transcripts):
        problems += unreadable
    if problems:
        may_skip = unreadable and corpus.transcripts and not skip_unreadable
        kind = "problems, may be skipped" if may_skip else "problems, nothing coded"
        raise StudyError(problems, Remark(kind, values={"n": len(problems)}))
    if not book.codes:
        study = replace(study, language=study.language or next((t.language for t in corpus.transcripts), ""))
    doubts = (
        *unread,
        *doubt_dates_on_top(corpus, study.waves),
        *note_same_talk(corpus, study),
        *language_notes(book, corpus),
    )
    study = replace(study, notes=(*study.notes, *doubts))
    return study, replace(corpus, unread=unreadable), book


def foreign_names(study: Study, codebook: Codebook) -> tuple[Problem, ...]:
    """Return a problem for each code in the plan or the topic guides that the codebook does not have, and each wave.

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> book = parse_codebook("{codebook: Themes, version: 1.0.0, language: en, codes: [{id: money, terms: [grant]}]}")
    >>> print(foreign_names(Study(Path("."), plan=("mony",), inputs=(Path("study.yaml"),)), book)[0])
    study.yaml  'mony' is not a code of the codebook. Did you mean 'money'?
    """
    codes, waves = [code.id for code in codebook.codes], [wave.id for wave in study.waves]
    asked = [wave for waves in study.asked.values() for wave in waves]
    written = [(name, codes, "not of the codebook") for name in (*study.plan, *study.asked)]
    written += [(name, waves, "not of the study") for name in asked]
    where = show_name(study.inputs[0]) if study.inputs else ""
    return tuple(
        Problem(
            f"{where}:{name.line}:{name.column}" if isinstance(name, Text) else where,
            kind,
            {"name": name, "guess": did_you_mean(name, known, "there are")},
        )
        for name, known, kind in written
        if name not in known
    )
