"""What comes in: the codings of a file, the codes they have here, and the study as it stands before they do."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from bp_qual.codebook import Codebook, read_codebook
from bp_qual.coding.by_hand import list_coders
from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.exchange.blank_cells import Blanks
from bp_qual.exchange.code_cells import as_they_are
from bp_qual.exchange.coded_tables import Known
from bp_qual.exchange.coding_formats import read_received
from bp_qual.exchange.received import Passage, Received
from bp_qual.exchange.sheets_of_coders import Sheets
from bp_qual.exchange.spelled_alike import Group, find_spelled_alike, with_doubts
from bp_qual.study.corpus_reading import read_corpus
from bp_qual.study.import_answers import Answers
from bp_qual.study.import_codebook import NAME, find_continued, find_first_made, is_made_here
from bp_qual.study.received_coders import called_before, name_coders
from bp_qual.study.received_codes import MatchedCodes, match_codes, with_own_ids
from bp_qual.study.received_interviews import InterviewFinder
from bp_qual.study.received_places import said_in
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus

_BY_HAND = ("list", "word", "annotations")  # files in which people write the name of a code themselves


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What a researcher says of an import; each as `import_codings` has it.

    >>> ImportChoices(coder="anna").all_coded
    False
    """

    coder: str = ""
    all_coded: bool = False
    empty: tuple[str, ...] = ()
    not_coded: tuple[str, ...] = ()
    blanks: Blanks = ""
    as_spelled: bool = False
    one_codebook: bool = False
    sheets: Sheets = ""
    code: str = ""
    dry_run: bool = False
    listed_in: Path | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file with codings, and the study that they come into.

    Attributes
    ----------
    path : Path
        The file.
    study, standing : Study
        The study, and the same with the codebook that an earlier import made where it names none.
    corpus : Corpus
        Its interviews.
    codebook, continued : Codebook or None, Path or None
        What there is of one before; the file to go on with, where an import wrote that.
    received : Received
        What the file says.
    passages : tuple of Passage
        Those of the coders who are taken.
    coders : dict of str to str
        What each coder of the file is called here.
    matched : MatchedCodes
        Which code here each code of the file is; ``new`` are those that the study does not have.
    added : tuple of str
        Those that no file of the study has yet.
    alike : tuple of tuple of int
        Groups of codes of the file that may be one.
    answers : Answers
        What was said of interviews without a coding.
    """

    path: Path
    study: Study
    standing: Study
    corpus: Corpus
    codebook: Codebook | None
    continued: Path | None
    received: Received
    passages: tuple[Passage, ...]
    coders: dict[str, str]
    matched: MatchedCodes
    added: tuple[str, ...]
    alike: tuple[Group, ...]
    answers: Answers

    @property
    def mended(self) -> bool:
        """Whether it is a list of ours of what had no place, filled in."""
        return self.received.form == "list" and self.received.program == "bp_qual"

    @property
    def told(self) -> bool:
        """Whether the file itself says what is finished."""
        return bool(self.received.finished) and not self.mended


def read_incoming(path: Path, study: Study, received: Received | None, asked: ImportChoices) -> Incoming:
    r"""Read a file with codings, and match its codes and coders with those of a study.

    Parameters
    ----------
    path : Path
        The file.
    study : Study
        A study with interviews.
    received : Received or None
        What was read of the file already.
    asked : ImportChoices
        What was said of it.

    Returns
    -------
    Incoming

    Raises
    ------
    BpQualError
        Where the file or the study cannot be read, or has other coders than were named.

    Examples
    --------
    >>> import tempfile
    >>> from bp_qual.study import read_study
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     table = Path(folder) / "quotes.csv"
    ...     _ = (Path(folder) / "P01_2010.txt").write_text("I: Hoe?\nR: Wij doen dat samen.", encoding="utf-8")
    ...     _ = table.write_text("persoon,jaar,code,citaat\nP01,2010,samen,doen dat samen\n", encoding="utf-8")
    ...     read_incoming(table, read_study(folder), None, ImportChoices(coder="anna")).matched.new
    ('samen',)
    """
    corpus = read_corpus(study)
    answers = Answers.of(corpus, empty=asked.empty, not_coded=asked.not_coded)
    standing = study if study.codebook else replace(study, codebook=find_first_made(study))
    own = read_codebook(standing.codebook) if standing.codebook else None
    continued, codebook = find_continued(standing, own)
    settled = own if standing.codebook and own and not is_made_here(standing, standing.codebook, own) else None
    received = received or _received(path, study, corpus, codebook, settled, asked)
    passages, coders = name_coders(
        received, asked.coder, list_coders(study.folder), partial(called_before, study.folder)
    )
    _check_answers(show_name(path), dict.fromkeys(coders.values()), answers, all_coded=asked.all_coded)
    matched = match_codes(
        with_own_ids(received.codes) if received.form in _BY_HAND and received.finished else received.codes,
        codebook,
        name=study.name or NAME,
        language=study.language or corpus.language or "nl",
        bare=received.form in _BY_HAND and not received.program,
    )
    alike = list[Group]()
    if received.form in _BY_HAND and not received.program and not asked.as_spelled:
        alike = find_spelled_alike(received.codes, matched.ids, _names_of(settled))
        received = replace(received, doubts=with_doubts(received.doubts, alike))
    received = as_they_are(received) if asked.as_spelled else received
    added = matched.new
    if own and (continued or not study.codebook) and any(matched.ids):
        there_already = own.ids if study.codebook else ()
        matched = replace(matched, new=tuple(code for code in matched.sought if code not in there_already))
    return Incoming(
        path, study, standing, corpus, codebook, continued, received, tuple(passages), coders, matched, added,
        tuple(alike), answers,
    )  # fmt: skip


def _received(
    path: Path, study: Study, corpus: Corpus, codebook: Codebook | None, settled: Codebook | None, asked: ImportChoices
) -> Received:
    """Read the file, knowing the interviews, codes and coders of the study."""
    finder = InterviewFinder(corpus)
    known = Known(
        _names_of(codebook), finder.knows, _names_of(settled), asked.blanks, said_in(corpus), finder.says_wave,
        [*list_coders(study.folder), *asked.coder.split("=")], asked.sheets, asked.code,
    )  # fmt: skip
    return read_received(path, known)


def _check_answers(where: str, coders: Collection[str], answers: Answers, *, all_coded: bool) -> None:
    """Refuse to say of several coders at once that they coded an interview without finding anything."""
    if len(coders) > 1 and (all_coded or answers.empty):
        raise StudyError(Problem(where, "whose answer", {"coders": list(coders)}))


def _names_of(codebook: Codebook | None) -> list[str]:
    return [name for code in (codebook.codes if codebook else ()) for name in (code.id, *code.label.values())]
