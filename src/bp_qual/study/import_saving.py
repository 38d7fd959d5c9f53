"""What an import writes: a list to mend, new codes, what each coder did, and a study.yaml that names the codebook."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.coding.by_hand.coder_files import ENDING
from bp_qual.coding.by_hand.coder_files import FOLDER as CODINGS
from bp_qual.files import check_targets, keep_earlier, write_atomically
from bp_qual.files.table_bytes import table_bytes
from bp_qual.files.taking_back import Before
from bp_qual.study.copies import copy_before, note_made
from bp_qual.study.cut_passages import cut_table
from bp_qual.study.founding import name_codebook
from bp_qual.study.import_codebook import choose_codebook_file, write_new_codes
from bp_qual.study.import_covering import Covered, NewEvents, shared_interviews
from bp_qual.study.import_events import save_events
from bp_qual.study.import_finished import still_open
from bp_qual.study.import_mending import check_table, finished_rows, list_to_mend, listed_table
from bp_qual.study.import_placing import Placement
from bp_qual.study.import_reading import Incoming
from bp_qual.study.received_coders import NOBODY
from bp_qual.study.study_file import STUDY_FILE
from bp_qual.study.study_folder import Study
from bp_qual.wording import choose_language

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class CodebookFile:
    """The codebook that gets the new codes.

    Attributes
    ----------
    file : Path or None
        None where there are none.
    new_codes : tuple of str
        The codes that the study lacks.
    named : bool
        Whether the study's codebook has all codes then: it does already, or a study.yaml can be written that names it.
    founds : bool
        Whether a study.yaml is to name it.
    """

    file: Path | None
    new_codes: tuple[str, ...]
    named: bool
    founds: bool


def plan_codebook(incoming: Incoming, placement: Placement) -> CodebookFile:
    """Return where the codes go that the study lacks; nothing is written yet.

    Parameters
    ----------
    incoming : Incoming
        The file and the study.
    placement : Placement
        Where its passages stand.

    Returns
    -------
    CodebookFile
    """
    study, stem = incoming.study, incoming.path.stem
    new_codes = () if placement.nothing else incoming.matched.new
    if any(wave.casefold() in stem.casefold() for wave in incoming.corpus.waves) or placement.finder.knows(stem):
        stem = NOBODY  # that is the name of an interview
    file = None
    if new_codes:
        chosen = choose_codebook_file(incoming.standing, incoming.codebook, incoming.matched, stem)
        file = incoming.continued or chosen
    named = file is None or file == study.codebook or not (study.codebook or (study.folder / STUDY_FILE).exists())
    return CodebookFile(file, new_codes, named, founds=bool(file and named and not study.codebook))


@dataclass(frozen=True, slots=True, eq=False)
class ListsToMend:
    """What of a file has no place or code, goes on beyond one answer, or was found only nearly: one table each."""

    listed: pd.DataFrame
    cut: pd.DataFrame
    check: pd.DataFrame


def make_lists(incoming: Incoming, placement: Placement) -> ListsToMend:
    """Return what of a file is to be looked at by a person.

    Parameters
    ----------
    incoming : Incoming
        The file and the study.
    placement : Placement
        Where its passages stand.

    Returns
    -------
    ListsToMend
    """
    codes, coders = incoming.received.codes, incoming.coders
    return ListsToMend(
        listed_table(placement.listed, codes, coders),
        cut_table([*placement.placed, *placement.noted], codes, coders),
        check_table(placement.coded, codes, coders),
    )


def save_lists(lists: ListsToMend, incoming: Incoming, covered: Covered, path: Path, before: Before) -> Path | None:
    """Write what is to be mended, where there is any, and return where an earlier list was kept.

    Parameters
    ----------
    lists : ListsToMend
        From `make_lists`.
    incoming : Incoming
        The file and the study.
    covered : Covered
        What stays open until it is mended.
    path : Path
        A .csv or .xlsx.
    before : Before
        Takes it back where the import fails.

    Returns
    -------
    Path or None
    """
    if not (len(lists.listed) or len(lists.cut) or len(lists.check)):
        return None
    language = choose_language(None, incoming.study.language or incoming.corpus.language)
    certain = {key: codes - covered.unsure.get(key, set()) for key, codes in covered.doubted.items()}
    left = still_open(covered.looked_for, certain, incoming.matched, incoming.received.codes)
    rest = finished_rows(left, incoming.corpus)
    sheet = table_bytes(list_to_mend(lists.listed, lists.cut, lists.check, rest, language), path.suffix.lower())
    check_targets({path: sheet})
    before.note(path)
    kept = keep_earlier(path, sheet)
    write_atomically(path, sheet)
    return kept


def save_import(incoming: Incoming, covered: Covered, new: NewEvents, codebook: CodebookFile, before: Before) -> None:
    """Write new codes, what each coder did, and where a study begins with it a study.yaml.

    Parameters
    ----------
    incoming : Incoming
        The file and the study.
    covered, new : Covered and NewEvents
        What is finished by it, and what each coder did.
    codebook : CodebookFile
        From `plan_codebook`.
    before : Before
        Takes all back where one of them fails.
    """
    study, standing, file, book = incoming.study, incoming.standing, codebook.file, incoming.matched.codebook
    if any(new.by_coder.values()) or (file and incoming.added):
        copy_before(standing, before)
    if file and incoming.added:
        write_new_codes(standing, file, book, before)
    if file and codebook.founds:
        before.note(study.folder / STUDY_FILE)
        several = () if shared_interviews(covered.interviews, incoming.corpus) else ("any",)
        whose = tuple(new.by_coder) if len(new.by_coder) == 1 else several
        name_codebook(study.folder, file, coders=whose, language=book.language)
    note_made(study.folder, _made(study, codebook, new, before), before)
    save_events(new.by_coder, study, before)


def _made(study: Study, codebook: CodebookFile, new: NewEvents, before: Before) -> list[Path]:
    """Return the files that the study did not have before."""
    files = [path for path in (codebook.file, study.folder / STUDY_FILE) if path and path.exists()]
    logs = [study.folder / CODINGS / f"{name}{ENDING}" for name, events in new.by_coder.items() if events]
    made = [path for path in files if before.files.get(path, b"") is None]
    return [*made, *(path for path in logs if not path.exists())]
