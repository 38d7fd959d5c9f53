"""Comments in Word as codings: what a comment says is the code, what it stands beside is the quote.

A comment may hold several codes: one a line, or between semicolons or upright strokes, or commas
where all the parts are codes. One that is longer than any code is a memo, and so is an answer to a comment, of whoever
answered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from bp_qual.errors import BpQualError, CodebookError, Problem
from bp_qual.exchange.code_cells import CodeCells, code_pieces
from bp_qual.exchange.code_tree import CodeTree, code_path
from bp_qual.exchange.received import Passage, Received
from bp_qual.files import Package, open_package
from bp_qual.readers.markup import parse_xml
from bp_qual.readers.word_parts import find_main_part
from bp_qual.wording import Remark

LONGEST_CODE = 60  # letters of a comment that is a code and no memo
_AROUND = 200
_UNSAID = ("del", "moveFrom", "Fallback", "instrText", "delText", "delInstrText")
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "p": "\n"}


@dataclass(slots=True)
class _Comment:
    """A comment, and what of the text it stands beside."""

    author: str = ""
    at: str = ""
    said: str = ""
    key: str = ""  # of its last paragraph, by which an answer names it
    answers: list[_Comment] = field(default_factory=list)
    start: int = -1
    end: int = -1


def read_word_comments(
    files: Mapping[str, bytes], where: str, *, known: Iterable[str] = (), settled: Collection[str] = ()
) -> Received:
    """Return the comments of Word documents as codings.

    Parameters
    ----------
    files : mapping of str to bytes
        The documents by their names, which say whose interviews they are.
    where : str
        What messages call the file or the folder.
    known, settled : iterable and collection of str
        As in `CodeCells`.

    Returns
    -------
    Received

    Raises
    ------
    CodebookError
        Where one of them cannot be read, or none has a comment.

    Examples
    --------
    >>> read_word_comments({"a.docx": b"PK"}, "a.docx")
    Traceback (most recent call last):
    bp_qual.errors.CodebookError: a.docx  is damaged: it is not a whole zip file. Open it in ... and save it again.
    """
    tree, passages, memos, nowhere = CodeTree(), list[Passage](), 0, 0
    documents = {name: _read_document(data, name if len(files) > 1 else where) for name, data in files.items()}
    said = [comment.said for _, comments in documents.values() for comment in comments]
    cells = CodeCells((text for text in said if not _is_memo(code_pieces(text))), known, settled)
    for name, (text, comments) in documents.items():
        for comment in comments:
            if not 0 <= comment.start < comment.end or not comment.said.strip():
                nowhere += 1
                continue
            passage = _passage(name, text, comment)
            pieces = cells.split(comment.said)
            if _is_memo(pieces):
                memos += 1
                lines = filter(None, (comment.said.strip(), passage.memo))
                passages += [replace(passage, memo="\n".join(lines)), *_answers(passage, comment)]
                continue
            codes = dict.fromkeys(
                tree.number(path) for piece in pieces if (path := code_path(piece, settled=cells.settled))
            )
            passages += [replace(passage, codes=tuple(codes)), *_answers(passage, comment)]
    if not passages:
        raise CodebookError(Problem(where, "no comments"))
    counts = {"lost long comments": memos, "lost comments": nowhere}
    lost = tuple(Remark(kind, values={"n": n}) for kind, n in counts.items() if n)
    return Received(
        where, tuple(passages), tuple(tree.drafts), lost, form="word", notes=cells.notes, doubts=cells.doubts(tree)
    )


def read_word_text(data: bytes, where: str) -> str:
    """Return the text of a document, a paragraph a line.

    >>> read_word_text(b"PK", "a.docx")
    Traceback (most recent call last):
    bp_qual.errors.CodebookError: a.docx  is damaged: it is not a whole zip file. Open it in ... and save it again.
    """
    return _read_document(data, where)[0]


def _is_memo(pieces: Iterable[str]) -> bool:
    return any(len(piece) > LONGEST_CODE for piece in pieces)


def _passage(name: str, text: str, comment: _Comment) -> Passage:
    start, end = comment.start, comment.end
    return Passage(
        f"{name}: {start}–{end}, {comment.author}",
        text[start:end],
        (),
        document=PurePath(name).name,
        folder=PurePath(name).parent.name,
        coder=comment.author,
        memo="\n".join(answer.said for answer in comment.answers if answer.author == comment.author),
        at=comment.at,
        before=text[max(0, start - _AROUND) : start],
        after=text[end : end + _AROUND],
        start=start,
        end=end,
        source=text,
    )


def _answers(passage: Passage, comment: _Comment) -> Iterator[Passage]:
    """Yield a memo for what each of the others answered to a comment."""
    for author in dict.fromkeys(answer.author for answer in comment.answers if answer.author != comment.author):
        own = [answer for answer in comment.answers if answer.author == author]
        yield replace(passage, coder=author, memo="\n".join(answer.said for answer in own), at=own[0].at)


def _read_document(data: bytes, where: str) -> tuple[str, list[_Comment]]:
    """Return the text of a document, and the comments on it in the order of what they stand beside."""
    try:
        package = open_package(data, where=where)
        main = find_main_part(package)
        root = parse_xml(package.read(main), where=where)
        comments = _read_comments(package, main.rpartition("/")[0], where)
    except BpQualError as error:
        raise CodebookError(error.problems, error.summary) from error
    parts, at = list[str](), 0
    for what, value in _walk(root):
        if what == "text":
            parts.append(value)
            at += len(value)
        elif (comment := comments.get(value)) is not None:
            if what == "begin" and comment.start < 0:
                comment.start = at
            elif what == "end":
                comment.end = at
    text = "".join(parts)
    for comment in comments.values():
        held = text[max(comment.start, 0) : max(comment.end, 0)]
        comment.start += len(held) - len(held.lstrip())
        comment.end -= len(held) - len(held.rstrip())
    return text, sorted(comments.values(), key=lambda comment: (comment.start, comment.end))


def _walk(root: Any) -> Iterator[tuple[str, str]]:
    """Yield the text of a document, and where comments begin and end, in order."""
    waiting = [(root, False)]
    while waiting:
        element, left = waiting.pop()
        tag = element.tag.rpartition("}")[2]
        if left:
            yield "text", "\n"
        elif tag in ("commentRangeStart", "commentRangeEnd"):
            yield "begin" if tag.endswith("Start") else "end", _attribute(element, "id")
        elif tag == "t":
            yield "text", element.text or ""
        elif tag in _SIGNS and tag != "p":
            yield "text", _SIGNS[tag]
        elif tag not in _UNSAID:
            waiting += [(element, True)] if tag == "p" else []
            waiting += [(child, False) for child in reversed(element)]


def _read_comments(package: Package, folder: str, where: str) -> dict[str, _Comment]:
    """Return the comments by their ids; an answer is with the comment that it answers."""
    path = f"{folder}/comments.xml".lstrip("/")
    if path not in package.names:
        return {}
    comments: dict[str, _Comment] = {}
    for element in parse_xml(package.read(path), where=where):
        if not element.tag.endswith("}comment"):
            continue
        said = "".join(value for what, value in _walk(element) if what == "text").strip()
        keys = [_attribute(part, "paraId") for part in element.iter()]
        made = _Comment(
            _attribute(element, "author"), _attribute(element, "date"), said, next(filter(None, keys[::-1]), "")
        )
        comments[_attribute(element, "id")] = made
    path = f"{folder}/commentsExtended.xml".lstrip("/")
    if path in package.names:
        of = {comment.key: (number, comment) for number, comment in comments.items() if comment.key}
        for element in parse_xml(package.read(path), where=where).iter():
            answer, asked = (of.get(_attribute(element, name)) for name in ("paraId", "paraIdParent"))
            if answer and asked and answer[0] in comments and answer[0] != asked[0]:
                asked[1].answers.append(comments.pop(answer[0]))
    return comments


def _attribute(element: Any, name: str) -> str:
    """Return an attribute, whatever its namespace."""
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
