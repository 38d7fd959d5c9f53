"""Codings of other programs into a study: each quote at its place or listed, kept as what that coder did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence, Set
from dataclasses import replace
from pathlib import Path

from bp_qual.codebook import Codebook, read_codebook
from bp_qual.coding.by_hand import list_coders, place_codings, read_history
from bp_qual.coding.by_hand.following import followed
from bp_qual.coding.by_hand.log import ENDING
from bp_qual.coding.by_hand.log import FOLDER as CODINGS
from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.exchange.blank_cells import BLANKS, Blanks
from bp_qual.exchange.code_cells import as_they_are
from bp_qual.exchange.coding_formats import Known, read_received
from bp_qual.exchange.received import Received
from bp_qual.exchange.sheets_of_coders import SHEETS, Sheets
from bp_qual.exchange.spelled_alike import find_spelled_alike, say_spelled_alike, with_doubts
from bp_qual.files import check_targets, keep_earlier, write_atomically
from bp_qual.files.table_bytes import table_bytes
from bp_qual.files.taking_back import Before, taken_back_on_error
from bp_qual.files.unfinished import marked_unfinished
from bp_qual.study.codes_by_coder import coded_before, codes_in_use, say_codes_of_others, sought_by_coder
from bp_qual.study.copies import copy_before, note_made
from bp_qual.study.corpus_reading import doubted_words, read_corpus
from bp_qual.study.cut_passages import cut_table
from bp_qual.study.earlier_lists import interviews_of_project, say_absent, say_earlier
from bp_qual.study.founding import STUDY_FILE, founded, name_codebook
from bp_qual.study.import_answers import Answers, answer, finish_again, say_in_no_file, unanswered, with_texts
from bp_qual.study.import_codebook import (
    NAME,
    choose_codebook_file,
    find_continued,
    find_first_made,
    is_made_here,
    write_new_codes,
)
from bp_qual.study.import_events import Coded, at_known_ends, find_new, record_import, save_events
from bp_qual.study.import_extent import (
    left_anywhere,
    say_others,
    say_places_cut,
    say_taken_for_whole,
    say_told_apart,
)
from bp_qual.study.import_finished import codes_looked_for, finish, left_in_doubt, left_open, said_finished, still_open
from bp_qual.study.import_left_open import leave_open, opened_before, say_opened_by_others
from bp_qual.study.import_mending import check_table, finished_rows, list_to_mend, listed_table
from bp_qual.study.import_report import CodingImport, codings_table, say_merged
from bp_qual.study.received_coders import (
    NOBODY,
    check_said,
    name_coders,
    say_codebooks,
    say_devices,
    say_renamed,
    say_taken_whole,
)
from bp_qual.study.received_codes import MatchedCodes, match_codes, with_own_ids
from bp_qual.study.received_interviews import InterviewFinder, say_by_text, say_other_waves, say_respelled
from bp_qual.study.received_memos import place_memos
from bp_qual.study.received_places import Listed, Placed, place_all, said_in
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark, choose_language

_BY_HAND = ("list", "word", "annotations")  # files in which people write the name of a code themselves


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
        A list of quotations (.csv or .xlsx), a REFI-QDA project (.qdpx), a project of Taguette (.sqlite3) or of
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
    sheets : {"", "coders", "none"}
        What the names of the sheets of a workbook are that are no waves, interviews or codes, where no column says who
        coded: ``coders``, or ``none`` (all is of one coder).
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
        raise ValueError(f"sheets is coders or none, not {sheets!r}")
    if coder:
        check_said(coder)
    with (
        marked_unfinished("import") as mark,
        taken_back_on_error() as before,
        founded(path, study, before, mark, dry_run=dry_run) as (found, received),
    ):
        done = _import(
            path, found, received, before, mark, coder=coder, all_coded=all_coded, empty=empty, not_coded=not_coded,
            blanks=blanks, as_spelled=as_spelled, one_codebook=one_codebook, sheets=sheets, dry_run=dry_run,
            listed_in=Path(listed_in) if listed_in else None,
        )  # fmt: skip
        if done.codebook and not isinstance(study, Study) and done.codebook.is_relative_to(found.folder):
            return replace(done, codebook=Path(study) / done.codebook.relative_to(found.folder))
        return done


def _import(
    path: Path,
    study: Study,
    received: Received | None,
    before: Before,
    mark: Callable[[Path], None],
    *,
    coder: str,
    all_coded: bool,
    empty: Sequence[str],
    not_coded: Sequence[str],
    blanks: Blanks,
    as_spelled: bool,
    one_codebook: bool,
    sheets: Sheets,
    dry_run: bool,
    listed_in: Path | None,
) -> CodingImport:
    """Import codings into a study that has interviews."""
    corpus = read_corpus(study)
    answers = Answers.of(corpus, empty=empty, not_coded=not_coded)
    standing = study if study.codebook else replace(study, codebook=find_first_made(study))
    own = read_codebook(standing.codebook) if standing.codebook else None
    continued, codebook = find_continued(standing, own)
    settled = own if standing.codebook and own and not is_made_here(standing.codebook, own) else None
    finder = InterviewFinder(corpus)
    known = Known(
        _names_of(codebook), finder.knows, _names_of(settled), blanks, said_in(corpus), finder.says_wave,
        [*list_coders(study.folder), *coder.split("=")], sheets,
    )  # fmt: skip
    received = received or read_received(path, known)
    passages, coders = name_coders(received, coder, list_coders(study.folder))
    _check_answers(show_name(path), dict.fromkeys(coders.values()), answers, all_coded=all_coded)
    matched = match_codes(
        with_own_ids(received.codes) if received.form in _BY_HAND and received.finished else received.codes,
        codebook,
        name=study.name or NAME,
        language=study.language or corpus.language or "nl",
        bare=received.form in _BY_HAND and not received.program,
    )
    alike = []
    if received.form in _BY_HAND and not received.program and not as_spelled:
        alike = find_spelled_alike(received.codes, matched.ids, _names_of(settled))
        received = replace(received, doubts=with_doubts(received.doubts, alike))
    received = as_they_are(received) if as_spelled else received
    added = matched.new
    if own and (continued or not study.codebook) and any(matched.ids):
        there_already = own.ids if study.codebook else ()
        matched = replace(matched, new=tuple(code for code in matched.sought if code not in there_already))
    finder = InterviewFinder(corpus)
    placed, listed = place_all(passages, finder)
    noted = [part for part in placed if part.passage.memo and not part.passage.codes]
    placed = [part for part in placed if part.passage.codes or not part.passage.memo]
    coded, listed = _with_codes(placed, listed, matched, coders)
    histories = {
        name: followed(read_history(study.folder, name, matched.codebook), corpus)
        for name in dict.fromkeys(coders.values())
    }
    there = {name: place_codings(history, corpus).codings for name, history in histories.items()}
    coded = at_known_ends(coded, there, {transcript.interview: transcript for transcript in corpus.transcripts})
    nothing = bool(passages) and not (coded or noted or answers.empty or all_coded)
    mended = received.form == "list" and received.program == "bp_qual"
    told_by_file = bool(received.finished) and not mended
    said, told = ({}, ()) if nothing else said_finished(received, matched, coders, finder, mended=mended)
    doubted = left_open(listed, matched, coders)
    in_use = codes_in_use(study.folder, matched, corpus) if one_codebook else None
    sought = sought_by_coder(received, passages, matched, coders, one_codebook=in_use)
    looked_for = coded_before(histories, sought, corpus) if one_codebook else {}
    looked_for |= codes_looked_for(coded, listed, sought, coders, said, told=told_by_file)
    unsure = left_in_doubt(placed, received, matched, coders)
    undecided = {key: {*doubted.get(key, ()), *unsure.get(key, ())} for key in {**doubted, **unsure}}
    others = opened_before(looked_for, histories, received, mended=mended)
    unfinished = {key: {*undecided.get(key, ()), *others.get(key, ())} for key in {**undecided, **others}}
    marks = finish({} if nothing else looked_for, unfinished, matched, coders, corpus)
    new = find_new(coded, noted, coders, marks, matched.codebook, histories, there)
    ids = {event.id for events in new.values() for event in events}
    interviews = {name: {mark.interview for mark in own} for name, own in marks.items()}
    shared = _shared(interviews.values(), corpus)
    untouched = [name for name in _untouched(coded, listed, corpus) if not any(name == of for _, of in said)]
    answers = answers.with_rest(untouched) if all_coded else answers
    kept_codes = {*matched.codebook.ids} - ({*added} if nothing else set())
    opened = leave_open(doubted, unsure, histories, matched.codebook, kept_codes, received)
    new = {name: [*opened[name], *events] for name, events in new.items()}
    for name, history in histories.items():
        left = [part for part in listed if coders[part.passage.coder] == name]
        new[name] += finish_again(marks[name], answers, history) if all_coded else ()
        new[name] += [
            *with_texts(answer(answers, sought[name], matched.codebook, history, undecided), corpus),
            *record_import(received, name, coded, left, history),
        ]
    memos, not_taken = ({}, ()) if nothing else place_memos(received, matched, coders, finder, histories)
    new = {name: [*events, *memos.get(name, ())] for name, events in new.items()}
    says = mended or nothing or told_by_file
    gaps = (
        ()
        if says
        else say_in_no_file(looked_for, sought, matched.codebook, histories, new, corpus, show_name(path.name))
    )
    about = interviews_of_project(received, coded, said, finder)
    new_codes = () if nothing else matched.new
    says_wave = any(wave.casefold() in path.stem.casefold() for wave in corpus.waves)
    stem = NOBODY if says_wave or finder.knows(path.stem) else path.stem  # that is not the name of an interview
    file = (continued or choose_codebook_file(standing, codebook, matched, stem)) if new_codes else None
    named = _is_named(study, file)
    founds = bool(file and named and not study.codebook)
    left_over = listed_table(listed, received.codes, coders)
    cut = cut_table([*placed, *noted], received.codes, coders)
    if not dry_run:
        mark(study.folder / CODINGS)
    kept = None
    check = check_table(coded, received.codes, coders)
    if listed_in and (len(left_over) or len(cut) or len(check)):  # first: where it cannot be written, nothing is
        language = choose_language(None, study.language or corpus.language)
        certain = {key: codes - unsure.get(key, set()) for key, codes in doubted.items()}
        rest = finished_rows(still_open(looked_for, certain, matched, received.codes), corpus)
        sheet = table_bytes(list_to_mend(left_over, cut, check, rest, language), listed_in.suffix.lower())
        check_targets({listed_in: sheet})
        before.note(listed_in)
        kept = keep_earlier(listed_in, sheet)
        write_atomically(listed_in, sheet)
    if not dry_run:
        if any(new.values()) or (file and added):
            copy_before(standing, before)
        if file and added:
            before.note(file)
            write_new_codes(standing, file, matched.codebook)
        if file and founds:
            before.note(study.folder / STUDY_FILE)
            whose = tuple(histories) if len(histories) == 1 else () if shared else ("any",)
            name_codebook(study.folder, file, coders=whose, language=matched.codebook.language)
        files = [path for path in (file, study.folder / STUDY_FILE) if path and path.exists()]
        files = [path for path in files if before.files.get(path, b"") is None]
        logs = [study.folder / CODINGS / f"{name}{ENDING}" for name, events in new.items() if events]
        note_made(study.folder, [*files, *(path for path in logs if not path.exists())], before)
        save_events(new, study, before)
    return CodingImport(
        where=show_name(path),
        coders=tuple(histories),
        codings=codings_table(coded, ids),
        listed=left_over,
        cut=cut,
        check=check,
        new_codes=new_codes,
        codebook=file,
        first=codebook is None,
        labels={code: matched.codebook.label(code) for code in new_codes},
        counts=named,
        human=founds or study.count == "human",
        without=tuple(name for name in unanswered(untouched, histories) if name not in answers.told),
        interviews={name: len(own) for name, own in interviews.items() if own},
        shared=shared,
        anywhere=left_anywhere(coded),
        unnamed=0 if coder else sum(row.coder == NOBODY for row in coded),
        lost=(*received.lost, *say_others(received.passages, passages), *not_taken),
        notes=(
            *doubted_words(corpus),
            *received.notes,
            *matched.notes,
            *say_spelled_alike(received.codes, alike),
            *(told or say_taken_for_whole(received, interviews.values())),
            *(() if says else say_codes_of_others(sought, matched, interviews)),
            *([Remark("nothing placed")] if nothing and matched.new else []),
            *gaps,
            *say_opened_by_others(others, histories, corpus, matched.codebook),
            *say_earlier(received, coded, there, histories, about),
            *say_absent(received, coded, there, histories, study.folder, corpus, matched.codebook, about),
            *say_renamed(received, coders),
            *(say_devices(coders) if not coder else ()),
            *say_codebooks(coders),
            *say_merged(coded),
            *say_told_apart(passages, (*placed, *noted), listed),
            *say_respelled(finder),
            *say_other_waves([part.passage for part in (*placed, *noted)], finder),
            *say_by_text(finder),
            *say_places_cut(listed),
            *say_taken_whole(received, coder),
            *([Remark("memos kept", values={"n": n})] if (n := sum(map(len, memos.values()))) else []),
        ),
        language=study.language or corpus.language,
        dry_run=dry_run,
        kept=kept,
    )


def _check_answers(where: str, coders: Collection[str], answers: Answers, *, all_coded: bool) -> None:
    """Refuse to say of several coders at once that they coded an interview without finding anything."""
    if len(coders) > 1 and (all_coded or answers.empty):
        raise StudyError(Problem(where, "whose answer", {"coders": list(coders)}))


def _shared(interviews: Iterable[Set[str]], corpus: Corpus) -> tuple[str, ...]:
    """Return the interviews that more than one coder coded."""
    often = Counter(name for own in interviews for name in own)
    return tuple(t.interview for t in corpus.transcripts if often[t.interview] > 1)


def _untouched(coded: Sequence[Coded], listed: Sequence[Listed], corpus: Corpus) -> list[str]:
    """Return the interviews of which the file says nothing."""
    touched = {row.part.transcript.interview for row in coded}
    touched |= {transcript.interview for left in listed if left.passage.codes for transcript in left.transcripts}
    return [t.interview for t in corpus.transcripts if t.interview not in touched]


def _is_named(study: Study, file: Path | None) -> bool:
    """Return whether the study's codebook has all the codes: or a study.yaml can be written that names it."""
    return file is None or file == study.codebook or not (study.codebook or (study.folder / STUDY_FILE).exists())


def _names_of(codebook: Codebook | None) -> list[str]:
    return [name for code in (codebook.codes if codebook else ()) for name in (code.id, *code.label.values())]


def _with_codes(
    placed: Sequence[Placed], listed: Sequence[Listed], matched: MatchedCodes, coders: dict[str, str]
) -> tuple[list[Coded], list[Listed]]:
    """Return each placed passage with each of its codes; without a code, or with one of two of a name, it is listed."""
    coded, left = list[Coded](), [*listed]
    told = set[str]()
    for part in placed:
        ids = [matched.ids[code] for code in part.passage.codes]
        coded += [Coded(part, code, coders[part.passage.coder]) for code in ids if code]
        if not all(ids) or not ids:
            doubtful = tuple(code for code in part.passage.codes if not matched.ids[code])
            passage = replace(part.passage, codes=doubtful)
            if (row := f"{passage.where} {passage.coder}") not in told:
                told.add(row)
                left.append(Listed(passage, "code_twice" if ids else "no_code", transcripts=(part.transcript,)))
    return coded, left
