"""The kinds of files that codings of other programs come in, each with the one function that reads it."""

from __future__ import annotations

import hashlib
import re
import shlex
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from bp_qual.display import show_name
from bp_qual.errors import BpQualError, CodebookError, Problem
from bp_qual.exchange.annotations import read_annotations
from bp_qual.exchange.atlas_export import read_atlas
from bp_qual.exchange.coded_tables import Known, read_coded_table, read_files_of_codes, read_node
from bp_qual.exchange.node_texts import is_node_text
from bp_qual.exchange.qualcoder_project import read_qualcoder
from bp_qual.exchange.quote_lists import LIST_ENDINGS
from bp_qual.exchange.received import Received
from bp_qual.exchange.refi_codebook import MAX_PROJECT
from bp_qual.exchange.refi_package import packed_kind
from bp_qual.exchange.refi_passages import read_refi_project
from bp_qual.exchange.several_coders import with_each_coder
from bp_qual.exchange.taguette_project import read_taguette
from bp_qual.exchange.word_comments import read_word_comments, read_word_text
from bp_qual.files import open_file, read_bytes
from bp_qual.files.decoding import decode_warning
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording import Remark

MAX_BYTES = 100_000_000
MOST_DOCUMENTS = 2_000
QUALCODER = "data.qda"  # in the folder of a project


_Reader = Callable[[BinaryIO, str, Known], Received]
_READERS: dict[str, _Reader] = {
    **{ending: lambda file, where, known: read_coded_table(file.read(), where, known) for ending in LIST_ENDINGS},
    ".qdpx": lambda file, where, _: read_refi_project(file, where),  # its recordings are larger than the memory
    ".sqlite3": lambda file, where, _: read_taguette(file.read(), where),
    ".qda": lambda file, where, _: read_qualcoder(file.read(), where),
    ".docx": lambda file, where, known: _of_word(file.read(), where, known),
    ".txt": lambda file, where, known: _of_text(file.read(), where, known),
    ".json": lambda file, where, known: _of_annotations(file.read(), where, known),
    ".jsonld": lambda file, where, known: _of_annotations(file.read(), where, known),
    ".xml": lambda file, where, known: read_atlas(file.read(), where, settled=known.settled),
}
CODING_ENDINGS = tuple(_READERS)
_IN_FOLDER = ((".docx",), LIST_ENDINGS, (".txt",))
_OWN_FORMATS = {  # of projects that no other program reads
    "ATLAS.ti": lazy_pattern(r"\.(atlproj|hpr|atlcb)\d*", re.IGNORECASE),
    "NVivo": lazy_pattern(r"\.nv(px?|cx|pj|px?db)", re.IGNORECASE),
    "MAXQDA": lazy_pattern(r"\.m(x|ex|qda|qd)\d*", re.IGNORECASE),
    "Quirkos": lazy_pattern(r"\.qrk", re.IGNORECASE),
}

CODEBOOKS = (".qdc", ".yml", ".yaml", ".dic")  # which hold no codings
_OLD_FORMATS = {
    **dict.fromkeys((".xls", ".xlsb", ".ods", ".numbers"), ".xlsx"),
    **dict.fromkeys((".doc", ".odt", ".rtf", ".pages"), ".docx"),
}


def read_received(path: Path, known: Known | None = None) -> Received:
    """Return the codings in a file of another program, before any of them has a place in a study.

    Parameters
    ----------
    path : Path
        A file that ends in one of `CODING_ENDINGS`, the folder of a project of QualCoder, or a folder with Word
        documents, or with a table for each code.
    known : Known, optional
        What the codes of the study are called, and who was interviewed.

    Returns
    -------
    Received

    Raises
    ------
    CodebookError
        Where it cannot be read.

    Examples
    --------
    >>> read_received(Path("codings.pdf"))
    Traceback (most recent call last):
    bp_qual.errors.CodebookError: codings.pdf  is not in a known format for codings. Give a file that ends in ...
    """
    where, known = show_name(path), known or Known()
    try:
        if path.is_dir() and not (path / QUALCODER).exists():
            return _of_folder(path, known)
        file = path / QUALCODER if path.is_dir() else path
        reader = _READERS.get(file.suffix.lower())
        if reader is None:
            if not (path.suffix or path.exists()):
                raise CodebookError(Problem(where, "not there"))
            if file.suffix.lower() in CODEBOOKS:
                raise CodebookError(Problem(where, "a codebook", {"command": _command(path)}))
            if program := next((name for name, kind in _OWN_FORMATS.items() if kind.fullmatch(file.suffix)), ""):
                raise CodebookError(Problem(where, "own format", {"program": program}))
            if kind := packed_kind(file):
                raise CodebookError(Problem(where, kind))
            if newer := _OLD_FORMATS.get(file.suffix.lower()):
                raise CodebookError(Problem(where, "old format", {"ending": newer}))
            raise CodebookError(Problem(where, "no known codings", {"endings": CODING_ENDINGS}))
        with open_file(file, limit=MAX_PROJECT if file.suffix.lower() == ".qdpx" else MAX_BYTES) as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
            if not opened.tell():
                raise CodebookError(Problem(where, "nothing in file"))
            opened.seek(0)
            received = with_each_coder(reader(opened, where, known), known.coders)
    except CodebookError:
        raise
    except BpQualError as error:
        raise CodebookError(error.problems, error.summary) from error
    if known.code and received.form != "list":
        raise CodebookError(Problem(where, "code not asked"))
    return replace(received, digest=digest)


def _command(path: Path) -> str:
    """Return the command that reads a codebook."""
    return show_name(shlex.join(["bp-qual", "codebook", "import", str(path), "-o", "codebook.yaml"]))


def _of_word(data: bytes, where: str, known: Known) -> Received:
    """Return the comments in a Word document as codings, or what NVivo exported of a code to it."""
    if (received := _of_comments({where: data}, where, known)) is not None:
        return received
    text = read_word_text(data, where)
    if not is_node_text(text):
        raise CodebookError(Problem(where, "no comments"))
    return read_node(text, where, known)


def _of_text(data: bytes, where: str, known: Known) -> Received:
    text = decode_warning(data, where=where)
    if not is_node_text(text):
        raise CodebookError(Problem(where, "no references"))
    return read_node(text, where, known)


def _of_annotations(data: bytes, where: str, known: Known) -> Received:
    return read_annotations(data, where, known=known.codes, settled=known.settled)


def _of_folder(path: Path, known: Known) -> Received:
    """Return the codings in a folder and the folders in it; what else is there is named.

    They are comments in Word documents, or where there are none, tables and exports of NVivo, a file for each code.
    """
    there = sorted(file for file in path.rglob("*") if file.is_file() and _is_visible(file.relative_to(path)))
    names = {file: show_name(file.relative_to(path).as_posix()) for file in there}
    of_kind = {ending: [file for file in there if file.suffix.lower() in ending] for ending in _IN_FOLDER}
    contents = {
        kind: {names[file]: read_bytes(file, limit=MAX_BYTES) for file in files[:MOST_DOCUMENTS]}
        for kind, files in of_kind.items()
    }
    documents, tables, plain = contents.values()
    received, read = _of_comments(documents, show_name(path), known), documents
    if received is None:
        texts = {name: read_word_text(data, name) for name, data in documents.items()}
        texts |= {name: decode_warning(data, where=name) for name, data in plain.items()}
        texts = {name: text for name, text in texts.items() if is_node_text(text)}
        if not (texts or tables):
            raise CodebookError(Problem(show_name(path), "no comments" if documents else "no codings in folder"))
        received = read_files_of_codes(tables, texts, show_name(path), known)
        read = tables | {name: data for name, data in (documents | plain).items() if name in texts}
    others = [name for name in names.values() if name not in read]
    digest = hashlib.sha256(b"".join(hashlib.sha256(data).digest() for data in read.values())).hexdigest()
    left = (Remark("lost files", values={"n": len(others), "names": others}),) if others else ()
    return replace(received, digest=digest, lost=(*received.lost, *left))


def _of_comments(documents: Mapping[str, bytes], where: str, known: Known) -> Received | None:
    """Return the comments in Word documents as codings; None where there are none."""
    try:
        return read_word_comments(documents, where, known=known.codes, settled=known.settled)
    except CodebookError as refused:
        if {problem.kind for problem in refused.problems} != {"no comments"}:
            raise
        return None


def _is_visible(path: Path) -> bool:
    """Return whether a file is somebody's, and not what a program keeps beside an open one or hides."""
    return not any(part.startswith((".", "~")) for part in path.parts)
