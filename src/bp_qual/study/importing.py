"""Codings of other programs into a study: each quote at its place or listed, kept as what that coder did."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bp_qual.coding.by_hand.coder_files import FOLDER as CODINGS
from bp_qual.display import show_name
from bp_qual.exchange.blank_cells import BLANKS, Blanks
from bp_qual.exchange.received import Received
from bp_qual.exchange.sheets_of_coders import SHEETS, Sheets
from bp_qual.exchange.spelled_alike import say_spelled_alike
from bp_qual.files.taking_back import Before, taken_back_on_error
from bp_qual.files.unfinished import marked_unfinished
from bp_qual.study.codes_by_coder import say_codes_of_others
from bp_qual.study.codes_in_no_file import say_in_no_file
from bp_qual.study.corpus_reading import doubted_words
from bp_qual.study.earlier_lists import interviews_of_project, say_absent, say_earlier
from bp_qual.study.founding import founded
from bp_qual.study.import_answers import unanswered
from bp_qual.study.import_covering import Covered, NewEvents, cover_incoming, make_new_events, shared_interviews
from bp_qual.study.import_extent import (
    left_anywhere,
    say_others,
    say_places_cut,
    say_taken_for_whole,
    say_told_apart,
)
from bp_qual.study.import_left_open import say_opened_by_others
from bp_qual.study.import_placing import Placement, place_incoming
from bp_qual.study.import_reading import ImportChoices, Incoming, read_incoming
from bp_qual.study.import_report import CodingImport, codings_table, say_merged
from bp_qual.study.import_saving import CodebookFile, ListsToMend, make_lists, plan_codebook, save_import, save_lists
from bp_qual.study.received_coders import (
    NOBODY,
    check_said,
    say_codebooks,
    say_devices,
    say_renamed,
    say_same_file,
    say_taken_whole,
)
from bp_qual.study.received_interviews import say_by_text, say_other_waves, say_respelled
from bp_qual.study.study_folder import Study
from bp_qual.wording import Remark


def import_codings(
    path: Path | str,
    study: Study | Path | str,
    *,
    coder: str = "",
    all_coded: bool = False,
    empty: Sequence[str] = (),
    not_coded: Sequence[str] = (),
    blanks: Blanks = "",
    as_spelled: bool = False,
    one_codebook: bool = False,
    sheets: Sheets = "",
    code: str = "",
    dry_run: bool = False,
    listed_in: Path | str | None = None,
) -> CodingImport:
    r"""Import the codings of another program into a study, recorded as that coder's own.

    Every quote gets its place in the transcript, or is listed with the reason. What is there already is not added
    again. An interview counts as finished by a coder for the codes of the file, except those of which a quote there
    has no place. Codes that the codebook lacks are written to a codebook beside it.

    Parameters
    ----------
    path : Path or str
        A list of quotations (.csv or .xlsx) or a folder with one for each code, what NVivo exports of a code (.docx or
        .txt), a REFI-QDA project (.qdpx), a project of Taguette (.sqlite3) or of
        QualCoder (a folder that ends in .qda), the XML that ATLAS.ti exports (.xml), Word documents with comments
        (.docx, or the folder they are in) or Web Annotations (.json).
    study : Study, Path or str
        A study, or the folder of one.
    coder : str
        Whose codings they are, where the file names nobody; in a file that names coders, the one to take, with what is
        under no name. ``AB=anna`` takes what the file has under AB as anna's.
    all_coded : bool
        Every interview without any coding in the file was coded too, and nothing was found.
    empty, not_coded : sequence of str
        Interviews without any coding that were coded, with nothing found, and that were not coded. The answer is kept;
        of a file by several coders it is that of the one who is named.
    blanks : {"", "above", "none"}
        What an empty cell below a code or a person in a list says: the same as the one ``above`` it, or ``none``.
    as_spelled : bool
        Codes of a list whose names differ by a blank, an accent or a letter are different codes, and one with a sign
        between the names of others (``work / home``) is one. Otherwise they may be one, or several, and where the one
        is coded the other is not finished.
    one_codebook : bool
        Who coded in the file looked for every code of it, and for every other with which anybody codes here, in each
        interview that they coded. Otherwise a code that only another coder, or another file, has is not finished.
    sheets : {"", "coders", "codes", "none"}
        What the names of the sheets of a workbook are that are no waves, interviews or codes: ``coders``, where no
        column says who coded; ``codes`` of the rows on sheets without a column of codes; or ``none`` (all is of one
        coder).
    code : str
        The code of all quotes of a list without a column of codes, such as NVivo writes for each code: written as in
        that column, ``work > stress``.
    dry_run : bool
        Write nothing into the study.
    listed_in : Path or str, optional
        A .csv or .xlsx in which what has no place, and what goes on beyond one answer, is written as well, where there
        is any, with the reasons in the language of the study.

    Returns
    -------
    CodingImport
        The codings with their places, what has none, and what is not carried over.

    Raises
    ------
    BpQualError
        Where the file or the study cannot be read, or the file has several coders and not the one that is named.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     study, table = Path(folder) / "study", Path(folder) / "quotes.csv"
    ...     study.mkdir()
    ...     _ = (study / "P01_2010.txt").write_text("I: Hoe?\nR: Wij doen dat samen.", encoding="utf-8")
    ...     _ = table.write_text("persoon,jaar,code,citaat\nP01,2010,samen,doen dat samen\n", encoding="utf-8")
    ...     done = import_codings(table, study, coder="anna")
    >>> done.codings[["interview", "start", "end", "code", "coder"]].values.tolist()
    [['P01_2010', 15, 29, 'samen', 'anna']]
    """
    path = Path(path)
    if blanks not in BLANKS:
        raise ValueError(f"blanks is above or none, not {blanks!r}")
    if sheets not in SHEETS:
        raise ValueError(f"sheets is coders, codes or none, not {sheets!r}")
    if coder:
        check_said(coder)
    asked = ImportChoices(
        coder, all_coded, tuple(empty), tuple(not_coded), blanks, as_spelled, one_codebook, sheets, code.strip(),
        dry_run, Path(listed_in) if listed_in else None,
    )  # fmt: skip
    with (
        marked_unfinished("import") as mark,
        taken_back_on_error() as before,
        founded(path, study, before, mark, asked) as (found, received),
    ):
        done = _import(path, found, received, before, mark, asked)
        if done.codebook and not isinstance(study, Study) and done.codebook.is_relative_to(found.folder):
            return replace(done, codebook=Path(study) / done.codebook.relative_to(found.folder))
        return done


def _import(
    path: Path, study: Study, received: Received | None, before: Before, mark: Callable[[Path], None],
    asked: ImportChoices,
) -> CodingImport:  # fmt: skip
    """Import codings into a study that has interviews."""
    incoming = read_incoming(path, study, received, asked)
    placement = place_incoming(incoming, asked)
    covered = cover_incoming(incoming, placement, asked)
    new = make_new_events(incoming, placement, covered, asked)
    codebook = plan_codebook(incoming, placement)
    lists = make_lists(incoming, placement)
    if not asked.dry_run:
        mark(study.folder / CODINGS)
    kept = save_lists(lists, incoming, covered, asked.listed_in, before) if asked.listed_in else None
    if not asked.dry_run:
        save_import(incoming, covered, new, codebook, before)
    return _report(incoming, placement, covered, new, codebook, lists, kept, asked)


def _report(
    incoming: Incoming, placement: Placement, covered: Covered, new: NewEvents, codebook: CodebookFile,
    lists: ListsToMend, kept: Path | None, asked: ImportChoices,
) -> CodingImport:  # fmt: skip
    """Return what was imported, what was not, and what is to be known of it."""
    matched, received, study, coded = incoming.matched, incoming.received, incoming.study, placement.coded
    coded_in = covered.coded_in(placement)
    silent = unanswered(covered.untouched, placement.histories)
    return CodingImport(
        where=show_name(incoming.path),
        coders=tuple(placement.histories),
        codings=codings_table(coded, new.ids),
        listed=lists.listed,
        cut=lists.cut,
        check=lists.check,
        new_codes=codebook.new_codes,
        codebook=codebook.file,
        first=incoming.codebook is None,
        labels={code: matched.codebook.label(code) for code in codebook.new_codes},
        counts=codebook.named,
        human=codebook.founds or study.count == "human",
        without=tuple(name for name in silent if name not in covered.answers.told),
        interviews={name: len(own) for name, own in coded_in.items() if own},
        shared=shared_interviews(coded_in, incoming.corpus),
        anywhere=left_anywhere(coded),
        unnamed=0 if asked.coder else sum(row.coder == NOBODY for row in coded),
        lost=(*received.lost, *say_others(received.passages, incoming.passages), *new.not_taken),
        notes=tuple(_notes(incoming, placement, covered, new, asked)),
        language=study.language or incoming.corpus.language,
        dry_run=asked.dry_run,
        kept=kept,
    )


def _notes(
    incoming: Incoming, placement: Placement, covered: Covered, new: NewEvents, asked: ImportChoices
) -> Iterator[Remark]:
    """Yield what is to be known of an import: of the file, of what is finished by it, and of what was there before."""
    received = incoming.received
    yield from doubted_words(incoming.study, incoming.corpus)
    yield from received.notes
    yield from incoming.matched.notes
    yield from say_spelled_alike(received.codes, incoming.alike)
    yield from _notes_on_finished(incoming, placement, covered, new)
    yield from _notes_on_earlier(incoming, placement, covered)
    yield from say_renamed(received, incoming.coders)
    yield from () if asked.coder else say_devices(incoming.coders)
    yield from say_same_file(incoming.coders, asked.coder)
    yield from say_codebooks(incoming.coders)
    yield from say_merged(placement.coded)
    with_place = (*placement.placed, *placement.noted)
    yield from say_told_apart(incoming.passages, with_place, placement.listed)
    yield from say_respelled(placement.finder)
    yield from say_other_waves([part.passage for part in with_place], placement.finder)
    yield from say_by_text(placement.finder)
    yield from say_places_cut(placement.listed)
    yield from say_taken_whole(received, asked.coder)
    if new.memos:
        yield Remark("memos kept", values={"n": new.memos})


def _notes_on_finished(incoming: Incoming, placement: Placement, covered: Covered, new: NewEvents) -> Iterator[Remark]:
    """Yield what is to be known of what coders looked for."""
    matched, corpus, histories = incoming.matched, incoming.corpus, placement.histories
    says = incoming.mended or placement.nothing or incoming.told
    yield from covered.told or say_taken_for_whole(incoming.received, covered.interviews.values())
    if not says:
        yield from say_codes_of_others(covered.sought, matched, covered.interviews)
    if placement.nothing and matched.new:
        yield Remark("nothing placed")
    if not says:
        yield from say_in_no_file(incoming, placement, covered, new)
    for (coder, interview), persons in covered.rowless.items():
        yield Remark("no row for", values={"coder": coder, "interview": interview, "persons": persons})
    yield from say_opened_by_others(covered.others, histories, corpus, matched.codebook)


def _notes_on_earlier(incoming: Incoming, placement: Placement, covered: Covered) -> Iterator[Remark]:
    """Yield what is to be known of earlier states of the file."""
    received, coded, there, histories = incoming.received, placement.coded, placement.there, placement.histories
    about = interviews_of_project(received, coded, covered.said, placement.finder)
    yield from say_earlier(received, coded, there, histories, about)
    study, book = incoming.study.folder, incoming.matched.codebook
    yield from say_absent(received, coded, there, histories, study, incoming.corpus, book, about)
