"""Codings of other programs into a study: each quote at its place or listed, kept as what that coder did."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from bp_qual.codebook import Codebook, codebook_text, read_codebook
from bp_qual.display import show_name
from bp_qual.errors import BpQualError, CodebookError, Problem
from bp_qual.exchange.quote_lists import LIST_ENDINGS, read_quote_list
from bp_qual.exchange.received import Received
from bp_qual.exchange.refi_passages import read_refi_project
from bp_qual.files import read_bytes, write_atomically
from bp_qual.study.corpus_reading import read_corpus
from bp_qual.study.founding import found_study, has_interviews
from bp_qual.study.gathering import read_study
from bp_qual.study.import_events import Coded, find_new, finish, save_events
from bp_qual.study.import_report import CodingImport, codings_table, listed_table
from bp_qual.study.received_coders import name_coders
from bp_qual.study.received_codes import MatchedCodes, match_codes
from bp_qual.study.received_places import Listed, Placed, place_all
from bp_qual.study.study_folder import Study

MAX_BYTES = 100_000_000
_Reader = Callable[[bytes, str, Sequence[str]], Received]
_READERS: dict[str, _Reader] = {
    **{ending: lambda data, where, known: read_quote_list(data, where, known=known) for ending in LIST_ENDINGS},
    ".qdpx": lambda data, where, _: read_refi_project(data, where),
}
CODING_ENDINGS = tuple(_READERS)


def import_codings(
    path: Path | str, study: Study | Path | str, *, coder: str = "", all_coded: bool = False, dry_run: bool = False
) -> CodingImport:
    r"""Take the codings of another program into a study, as what that coder did.

    Every quote gets its place in the transcript, or is listed with the reason. What is there already is not added
    again. An interview counts as finished by a coder for the codes of the file, except those of which a quote there
    has no place. Codes that the codebook lacks are written to a codebook beside it.

    Parameters
    ----------
    path : Path or str
        A list of quotations (.csv or .xlsx), or a REFI-QDA project (.qdpx).
    study : Study, Path or str
        A study, or the folder of one.
    coder : str
        Whose codings they are, where the file does not say; of a file by several coders, the one to take.
    all_coded : bool
        Interviews without any coding in the file were coded too, and nothing was found.
    dry_run : bool
        Write nothing.

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
    path, received = Path(path), None
    if not isinstance(study, Study) and not has_interviews(study) and not dry_run:
        received = read_received(path)
        found_study(received.texts, study)
    study = study if isinstance(study, Study) else read_study(study)
    corpus = read_corpus(study)
    codebook = read_codebook(study.codebook) if study.codebook else None
    received = received or read_received(path, _names_of(codebook))
    passages, coders = name_coders(received, coder)
    matched = match_codes(received.codes, codebook, name=study.name, language=study.language or corpus.language or "nl")
    placed, listed = place_all(passages, corpus)
    noted = [part for part in placed if part.passage.memo and not part.passage.codes]
    placed = [part for part in placed if part.passage.codes or not part.passage.memo]
    coded, listed = _with_codes(placed, listed, matched, coders)
    marks = finish(coded, listed, matched, coders, corpus, everywhere=all_coded)
    new = find_new(coded, noted, coders, marks, matched.codebook, study.folder, corpus)
    file = _codebook_beside(study, matched, path)
    if not dry_run:
        if file and not file.exists():
            write_atomically(file, codebook_text(matched.codebook).encode("utf-8", "replace"))
        save_events(new, study)
    touched = {row.part.transcript.interview for row in coded} | {
        t.interview for left in listed for t in left.transcripts
    }
    return CodingImport(
        where=show_name(path),
        coders=tuple(dict.fromkeys(coders.values())),
        codings=codings_table(coded, {event.id for events in new.values() for event in events}),
        listed=listed_table(listed, received.codes, coders),
        new_codes=matched.new,
        codebook=file,
        without=() if all_coded else tuple(t.interview for t in corpus.transcripts if t.interview not in touched),
        lost=received.lost,
        language=study.language or corpus.language,
        dry_run=dry_run,
    )


def read_received(path: Path, known: Sequence[str] = ()) -> Received:
    """Return the codings in a file of another program, before any of them has a place in a study.

    >>> read_received(Path("codings.docx"))
    Traceback (most recent call last):
    bp_qual.errors.CodebookError: codings.docx  is not in a known format for codings. Give a file that ends in ...
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise CodebookError(Problem(show_name(path), "no known codings", {"endings": CODING_ENDINGS}))
    try:
        data = read_bytes(path, limit=MAX_BYTES)
    except BpQualError as error:
        raise CodebookError(error.problems, error.summary) from error
    return reader(data, show_name(path), known)


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
            if passage.where not in told:
                told.add(passage.where)
                left.append(Listed(passage, "code_twice" if ids else "no_code", transcripts=(part.transcript,)))
    return coded, left


def _codebook_beside(study: Study, matched: MatchedCodes, path: Path) -> Path | None:
    """Return where the codebook with the new codes goes: never over one that is there."""
    if not matched.new:
        return None
    folder = study.codebook.parent if study.codebook else study.folder
    text = codebook_text(matched.codebook).encode("utf-8", "replace")
    stems = ["codebook", f"codebook_{path.stem}", *(f"codebook_{path.stem}-{number}" for number in range(2, 100))]
    files = (folder / f"{stem}.yaml" for stem in stems)
    return next(file for file in files if not file.exists() or (file != study.codebook and file.read_bytes() == text))
