"""Coding a study by hand from a notebook: what the page does, as plain functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.coding.agreeing import AGREED
from bp_qual.coding.by_hand import CoderLog, Event, HandCodings, list_coders, read_history
from bp_qual.coding.by_hand.replay import replay
from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.files.as_written import composed
from bp_qual.study.copies import is_copied_today, keep_daily_copy
from bp_qual.study.corpus_reading import read_corpus
from bp_qual.study.gathering import codebook_of, gather_study, read_study
from bp_qual.study.known_subjects import (
    KnownSubjects,
    is_same_event,
    known_subjects,
    refuse_unknown,
    under_codes_now,
)
from bp_qual.study.reading_agreed import read_anyone
from bp_qual.study.row_events import PASSAGES, make_event, without_empty
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark
from bp_qual.wording.guesses import did_you_mean

if TYPE_CHECKING:
    import pandas as pd


def read_codings(
    study: Study | Path | str, *, coder: str = "", corpus: Corpus | None = None, codebook: Codebook | None = None
) -> HandCodings:
    r"""Return what one coder coded by hand in a study, found in the interviews as they are now.

    Parameters
    ----------
    study : Study, Path or str
        A study, or the folder of one.
    coder : str
        Whose codings; may be left out where only one person has coded.
    corpus : Corpus, optional
        The interviews, where they have been read already.
    codebook : Codebook, optional
        Where it has been read already; that of the study if not given. What was done with a code that it has renamed or
        merged counts for the code's successor.

    Returns
    -------
    HandCodings
        Codings, decisions on hits of the codebook, memos, what is done, and what lost its place.

    Raises
    ------
    ValueError
        Where nobody has coded, that coder has not, or several have and none is named.

    Examples
    --------
    >>> import tempfile
    >>> from bp_qual.codebook import Code
    >>> with tempfile.TemporaryDirectory() as study:
    ...     _ = (Path(study) / "P01_2010.txt").write_text("I: Hoe?\nR: Samen.", encoding="utf-8")
    ...     corpus = read_corpus(study)
    ...     codebook = Codebook("Demo", "1", "nl", (Code("a"),))
    ...     row = {"interview": "P01_2010", "start": 11, "end": 16, "code": "a"}
    ...     _ = write_coding(study, row, coder="anna", corpus=corpus, codebook=codebook)
    ...     read_codings(study, corpus=corpus).codings["quote"].tolist()
    ['Samen']
    """
    folder = study.folder if isinstance(study, Study) else Path(study)
    coders, coder = list_coders(folder), composed(coder)
    if coder and coder not in coders:
        raise ValueError(f"{coder!r} has not coded this study. {did_you_mean(coder, coders, 'there are')}".strip())
    if not coder and len(coders) != 1:
        named = f"name one of {', '.join(coders)}" if coders else "there is no file in its folder codings"
        raise ValueError(f"{len(coders) or 'no'} coders have coded this study: {named}")
    return read_anyone(folder, coder or coders[0], corpus or read_corpus(study), codebook or _own_codebook(study))


def _own_codebook(study: Study | Path | str) -> Codebook | None:
    """Return the codebook of a study that names one."""
    gathered = study if isinstance(study, Study) else gather_study(study)[0]
    return codebook_of(gathered) if gathered.codebook is not None else None


def own_coders(folder: Path | str) -> tuple[str, ...]:
    """Return who coded by hand in a study, without `agreed`: that is what they settled between them.

    >>> own_coders("no/such/folder")
    ()
    """
    return tuple(name for name in list_coders(folder) if name != AGREED)


def read_coders(
    study: Study, names: Sequence[str] = (), *, corpus: Corpus, codebook: Codebook
) -> tuple[HandCodings, ...]:
    """Return what several coders coded by hand in a study; all who did if none is named, but for `agreed`.

    Parameters
    ----------
    study : Study
        Whose folder holds their files.
    names : sequence of str
        Two or more coders.
    corpus, codebook : Corpus and Codebook
        The interviews and the codebook, as they are now.

    Returns
    -------
    tuple of HandCodings
        In the order of `names`, else of the alphabet.

    Raises
    ------
    StudyError
        Where one of them has not coded, or there are fewer than two.

    Examples
    --------
    >>> read_coders(Study(Path("no/such/folder")), corpus=corpus, codebook=codebook)
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no/such/folder  agreement takes two coders, and 0 coders coded this study...
    """
    there, names = list_coders(study.folder), tuple(map(composed, names))
    where = show_name(study.folder)
    problems = [_not_here(where, name, there) for name in names if name not in there]
    wanted = tuple(dict.fromkeys(names)) or own_coders(study.folder)
    if not problems and len(wanted) < 2:
        problems.append(Problem(where, "too few coders", {"n": len(wanted)}))
    if problems:
        raise StudyError(problems, Remark("nothing counted"))
    return tuple(read_anyone(study.folder, name, corpus, codebook) for name in wanted)


def choose_coder(folder: Path, asked: str, named: Sequence[str] | None = None, *, count: str = "") -> str:
    """Return whose codings are meant: of who is asked for, else of who is named in study.yaml, else of the only coder.

    Parameters
    ----------
    folder : Path
        The folder of the study.
    asked : str
        Empty where nobody is.
    named : sequence of str
        In study.yaml; None where it has to be one coder, whatever stands there.
    count : str
        What is counted, for the message; empty where nothing else can be.

    Returns
    -------
    str

    Raises
    ------
    StudyError
        Where nobody coded, that coder did not, or several did and none is named.

    Examples
    --------
    >>> choose_coder(Path("no/such/folder"), "", count="human")
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no/such/folder  nobody has coded this study by hand, so nothing can be counted...
    """
    where, coders = show_name(folder), list_coders(folder)
    wanted = (composed(asked),) if asked else tuple(map(composed, named or ())) or coders
    problem = None
    if not coders:
        problem = Problem(where, "nobody coded", {"count": count}) if count else Problem(where, "nobody coded yet")
    elif len(wanted) > 1:
        problem = Problem(where, "one of several coders" if named is None else "several coders", {"coders": [*wanted]})
    elif wanted[0] not in coders:
        problem = _not_here(where, wanted[0], coders)
    if problem is not None:
        raise StudyError(problem, Remark("nothing counted"))
    return wanted[0]


def _not_here(where: str, coder: str, coders: Sequence[str]) -> Problem:
    return Problem(where, "not a coder here", {"coder": coder, "guess": did_you_mean(coder, coders, "there are")})


def write_coding(
    study: Study | Path | str,
    row: Mapping[str, object] | pd.Series[object],
    *,
    coder: str,
    do: str = "add",
    corpus: Corpus | None = None,
    codebook: Codebook | None = None,
) -> Event:
    r"""Record one action of a coder; once this returns, it survives a crash.

    Parameters
    ----------
    study : Study, Path or str
        A study, or the folder of one.
    row : mapping or Series
        For a passage: interview, start, end and code, such as a row of a table of codings. For ``done`` and ``undone``:
        interview, and code where only that code is meant; ``done`` without one is about the codes that there are now.
        With start and end they are about that passage only, such as a unit of a sample (``note``: its name). For
        ``fits``: interview and code, as `confirm_codings` does. For ``summary``: person, code, wave and note, the text
        of that cell of the framework matrix. For ``remove`` and ``undo``: ``of``, the event, or its id. For ``memo``:
        note, and any of interview, start, end, code, person, of. ``id``, if given, makes the same request count once.
    coder : str
        Who did it.
    do : {"add", "accept", "reject", "clear", "done", "undone", "fits", "memo", "summary", "remove", "undo"}
        What was done: a passage coded; a hit of the codebook accepted, rejected, or its decision taken back; an
        interview finished or opened again; codings looked at that are older than their code as it is now; a memo or
        summary written; a coding or memo taken away; any event undone.
    corpus, codebook : Corpus and Codebook, optional
        Where they have been read already.

    Returns
    -------
    Event
        As it was saved.

    Raises
    ------
    ValueError
        For another action, a row without what the action needs, about a code, an interview, an event, a person or a
        wave that is not there, whose words are not at its place, or with the id of another event.
    StoreError
        Where it could not be saved.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as study:
    ...     write_coding(study, {"note": "Begin with P01."}, coder="anna", do="memo").n
    1
    """
    if getattr(row, "ndim", 1) != 1 or not hasattr(row, "items"):
        raise TypeError("write_coding takes a row, not a table: for _, row in table.iterrows(): write_coding(...)")
    row = without_empty(row)
    folder = study.folder if isinstance(study, Study) else Path(study)
    if not is_copied_today(folder):
        keep_daily_copy(study if isinstance(study, Study) else gather_study(study)[0])
    log = CoderLog(folder, coder)
    if isinstance(about := row.get("of"), Event):
        row = {**row, "of": about.id}
    of_talk = do in PASSAGES or do == "done" or "start" in row
    of_codes = do in PASSAGES or do in ("done", "undone", "fits") or (do == "memo" and row.get("code"))
    if (of_talk and not corpus) or (of_codes and not codebook):
        study = study if isinstance(study, Study) else read_study(study)
    corpus = corpus or (read_corpus(study) if of_talk else None)
    codebook = codebook or (codebook_of(study) if of_codes else None)
    row = under_codes_now(row, now := (codebook or _own_codebook(study)) if row.get("code") else None)
    if do == "summary" and not row.get("of"):
        row = {**row, "of": _cell_before(folder, coder, row, now)}
    known = KnownSubjects({event.id for event in log.history.events})
    if do in ("memo", "summary"):  # who is in the study is looked up only where somebody or something is named
        gathered = study if isinstance(study, Study) else gather_study(study)[0]
        known = known_subjects(gathered, corpus, codebook if do == "memo" else None, events=known.events)
    refuse_unknown(row, do, known)
    event = make_event(row, do, corpus, codebook)
    before = next((one for one in log.history.events if one.id == event.id), None)
    if before is not None and not is_same_event(before, event, now):
        raise ValueError(f"{coder} has another event with the id {event.id!r}: leave it out, or take a new one")
    saved = log.append([event])
    return saved[0] if saved else event


def _cell_before(
    folder: Path, coder: str, row: Mapping[str, object] | pd.Series[object], codebook: Codebook | None
) -> str:
    """Return the ids of what stands in a cell of the matrix: a new text takes its place."""
    key = tuple(str(row.get(name, "")) for name in ("person", "code", "wave"))
    cells = replay(read_history(folder, coder, codebook).events).summaries
    return " ".join(name for cell in cells if (cell.person, cell.code, cell.wave) == key for name in cell.ids)
