"""Lines that hold more than one turn: rows of a table under `Vraag | Antwoord`, or with a label in each cell or several
labels in the first; and bold labels within a paragraph.

Nothing here decides who speaks: a heading of a column becomes the label of its cells, a bold label begins a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bp_qual.display import one_line
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.note_headings import heads_notes
from bp_qual.readers.paragraphs import Mark, Piece, count_visible, split_lines
from bp_qual.readers.table_headings import QUESTION_WORDS, heads_no_talk, is_heading
from bp_qual.wording.remarks import Remark

_HEADS = tuple(
    frozenset(words.split())
    for words in (
        "vraag vragen v question questions q frage fragen interviewer interviewster i onderzoeker researcher moderator",
        "antwoord antwoorden a answer answers antwort antworten réponse reponse respondent r geïnterviewde "
        "geinterviewde interviewee participant deelnemer",
    )
)
_TRIM = lazy_pattern(r"[^\w]+$|^[^\w]+|\d+$")
_LONGEST = 50  # letters of a label
_SHORT, _FEW = 25, 3  # letters and words of a label in a cell that holds nothing but labels
_ASKED, _SENTENCE, _SHOWN = 3, 8, 40  # words of a question and of a sentence above headings; letters that are shown
_SAYS_OF_SELF = lazy_pattern(  # and no description of the interview
    r"\b(?:ik|mijn?|mij|wij|we|ons|onze|u|uw|je|jij|jullie|I|my|me|our|us|you|your)\b", re.IGNORECASE
)
_LABELLED = lazy_pattern(r"\s*[^\W_][\w .-]{0,24}:\s+\S", re.DOTALL)


def label_rows(pieces: Iterable[Piece]) -> Iterator[Piece]:
    r"""Yield the lines of a document; below a row of heads (`Vraag | Antwoord`) each cell is a line with its head.

    >>> rows = [Piece(text, kind="row") for text in ("Vraag\tAntwoord", "Hoe?\tZo.", "En?\tNou,\nja.")]
    >>> [(line.label, line.text) for line in label_rows(rows)][:3]
    [('', 'Vraag\tAntwoord'), ('Vraag', 'Hoe?'), ('Antwoord', 'Zo.')]
    """
    heads: tuple[str, ...] = ()
    for piece in pieces:
        cells = piece.text.split("\t") if piece.kind == "row" else []
        if not cells:
            heads = ()
            yield from split_lines(piece)
        elif found := find_heads(cells):
            heads = found
            yield Piece(piece.text.replace("\n", " "), kind="heading", marks=piece.marks)
        elif heads and len(cells) <= len(heads):
            yield from _label_cells(cells, heads)
        else:
            yield from split_row(piece)


def split_row(piece: Piece) -> Iterator[Piece]:
    r"""Yield the turns of a row: `I: Hoe?` beside `R: Zo.`, or a line of the second cell for each label in the first.

    >>> rows = ("I: Hoe?\tR: Zo.", "I\nR\tHoe?\nZo.", "R\tZo.\nEcht.")
    >>> [[line.text for line in split_row(Piece(row, kind="row"))] for row in rows]
    [['I: Hoe?', 'R: Zo.'], ['I\tHoe?', 'R\tZo.'], ['R\tZo.', 'Echt.']]
    """
    cells = [cell for cell in split_lines(piece, "\t") if cell.text.strip()]
    if len(cells) < 2 or piece.kind != "row":
        yield from split_lines(piece)
        return
    if all(_LABELLED.match(cell.text) for cell in cells):
        for cell in cells:
            yield from split_lines(cell)
        return
    labels, said = ([line for line in split_lines(cell) if line.text.strip()] for cell in (cells[0], cells[-1]))
    if len(cells) == 2 and pair_labels(cells[0].text, [line.text for line in said]):
        for label, line in zip(labels, said, strict=True):
            yield label.glue("\t", line)
        return
    yield from split_lines(piece)


def pair_labels(cell: str, lines: Sequence[str]) -> list[str]:
    r"""Return the labels of a cell that has one on each line, as many as lines were said; else nothing.

    >>> pair_labels("I\nR", ["Hoe?", "Zo."]), pair_labels("I\nR", ["Hoe?", "Zo.", "Echt."]), pair_labels("R", ["Zo."])
    (['I', 'R'], [], [])
    """
    if len(lines) < 2:
        return []
    labels = [" ".join(line.split()) for line in cell.split("\n") if line.strip()]
    short = all(
        len(label) <= _SHORT and len(label.split()) <= _FEW and label[0].isalpha() and label[-1] not in ".?!…,"
        for label in labels
    )
    is_pair = short and len(set(labels)) == len(labels) == len(lines)
    return labels if is_pair else []


def find_heads(cells: Sequence[str], *, beside: bool = False) -> tuple[str, ...]:
    """Return the heads of a row whose cells are a word for questions and one for answers, perhaps beside a number.

    Columns of notes, names or times may stand beside them; with `beside`, where other columns are kept apart and told,
    any column may, if the heads say question and answer rather than who speaks.

    >>> find_heads(["Nr", "Vraag", "Antwoord", "Opmerking"]), find_heads(["spreker", "tekst"])
    (('', 'Vraag', 'Antwoord', ''), ())
    >>> find_heads(["Vraag", "Antwoord", "en", "zo"]), find_heads(["Vraag", "Antwoord", "en", "zo"], beside=True)
    ((), ('Vraag', 'Antwoord', '', ''))
    """
    words = [_plain(cell) for cell in cells]
    asks = [place for place, word in enumerate(words) if word in _HEADS[0]]
    answers = [place for place, word in enumerate(words) if word in _HEADS[1]]
    others = [cell for place, cell in enumerate(cells) if place not in (*asks, *answers)]
    odd = [cell for cell in others if cell.strip() and not heads_no_talk(cell) and not heads_notes(cell)]
    is_said = beside and any(words[place] in QUESTION_WORDS for place in asks)
    if len(asks) != 1 or not answers or (odd and not is_said and len(others) > 1):
        return ()
    return tuple(cell.strip() if place in (*asks, *answers) else "" for place, cell in enumerate(cells))


def is_any_heading(row: Sequence[str], columns: Mapping[str, Sequence[str]]) -> bool:
    """Return whether a row holds headings of talk, below a title too: of turns, of question and answer, or as stated.

    >>> is_any_heading(["Nr", "Vraag", "Antwoord"], {}), is_any_heading(["I", "R"], {}), is_any_heading(["Vraag"], {})
    (True, False, False)
    """
    asks = not columns and any(head in QUESTION_WORDS for head in map(_plain, find_heads(row, beside=True)))
    return asks or is_heading(row, columns)


def _plain(cell: str) -> str:
    return _TRIM.sub("", cell.strip().casefold())


def _label_cells(cells: list[str], heads: tuple[str, ...]) -> Iterator[Piece]:
    """Yield the cells of a row as lines of their own; what is in a column of no speaker begins the next cell."""
    before = ""
    for cell, head in zip(cells, heads, strict=False):
        if not head:
            before = f"{cell.strip()} " if cell.strip() else ""
            continue
        for line in f"{before}{cell}".split("\n"):
            if line.strip():
                yield Piece(line.strip(), label=head, kind="row")
        before = ""
    if before:
        yield Piece(before.strip(), kind="row")


def split_at_bold_labels(piece: Piece) -> Iterator[Piece]:
    """Yield a paragraph in lines where bold labels with a colon are in the middle of it.

    >>> marks = (Mark(0, 2, "bold"), Mark(8, 10, "bold"))
    >>> [line.text for line in split_at_bold_labels(Piece("I: Hoe? R: Zo.", marks=marks))]
    ['I: Hoe?', 'R: Zo.']
    """
    starts = [mark.start for mark in piece.marks if mark.start and _is_label(piece, mark)]
    if not starts or piece.label or piece.kind == "row":
        yield piece
        return
    if not any(mark.start == 0 and _is_label(piece, mark) for mark in piece.marks) and len(starts) < 2:
        yield piece
        return
    text = list(piece.text)
    for start in starts:
        if piece.text[start - 1].isspace():
            text[start - 1] = "\n"
    for line in split_lines(Piece("".join(text), kind=piece.kind, at=piece.at, until=piece.until, marks=piece.marks)):
        bare = line.text.rstrip()
        if bare:
            yield Piece(bare, kind=line.kind, at=line.at, until=line.until, marks=line.marks)


def _is_label(piece: Piece, mark: Mark) -> bool:
    if mark.kind != "bold" or mark.end - mark.start > _LONGEST:
        return False
    said = piece.text[mark.start : mark.end + 2].rstrip()
    bold = piece.text[mark.start : mark.end].strip()
    begins = mark.start == 0 or piece.text[mark.start - 1].isspace()
    return begins and len(bold) > 0 and bold[0].isalnum() and ":" in said[len(bold) - 1 :] and "\n" not in bold


def note_above(rows: Iterable[Iterable[str]]) -> tuple[Remark, ...]:
    """Return the note on lines above the headings of a table that ask something, or speak of oneself or to somebody.

    >>> print(*note_above([["Wilt u iets over uzelf vertellen?", "Ik ben Ans."]]))
    Not counted, as header, but it reads as if somebody said it: 'Wilt u iets over uzelf vertellen?' (37 characters)...
    >>> note_above([["Interview 3, Utrecht"], ["Datum", "3 mei 2010"]])
    ()
    """
    cells = [cell.strip() for row in rows for cell in row]
    said = [cell for cell in cells if _reads_as_said(cell)]
    values = (
        {"part": "header", "begin": f"'{one_line(said[0])[:_SHOWN]}'", "n": count_visible("".join(cells))}
        if said
        else {}
    )
    return (Remark("apart may be talk", values=values),) if said else ()


def _reads_as_said(cell: str) -> bool:
    words = len(cell.split())
    is_sentence = cell[-1:] in (*".!…",) and words >= _SENTENCE and _SAYS_OF_SELF.search(cell) is not None
    return is_sentence or (cell[-1:] == "?" and words >= _ASKED)
