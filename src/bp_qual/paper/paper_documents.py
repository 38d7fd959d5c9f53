"""The Word files of a paper: the methods as text, the tables with their captions and notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bp_qual.display import visible
from bp_qual.files.word_writing import packed_document
from bp_qual.paper.paper_tables import PaperTable
from bp_qual.report.word_report import blank_document
from bp_qual.report.word_tables import add_text_table
from bp_qual.wording import Wording


def methods_document(heading: str, paragraphs: Sequence[str], language: str) -> bytes:
    """Return the methods as a Word file: the paragraph, then the references.

    Parameters
    ----------
    heading : str
        Above it.
    paragraphs : sequence of str
        The text.
    language : str
        For the spelling checker.

    Returns
    -------
    bytes
        A .docx.

    Examples
    --------
    >>> methods_document("Methods", ["We compared."], "en")[:2]
    b'PK'
    """
    document = blank_document(heading, language)
    document.add_heading(visible(heading), 1)
    for paragraph in paragraphs:
        document.add_paragraph(visible(paragraph))
    return packed_document(document)


def tables_document(title: str, tables: Iterable[PaperTable], say: Wording) -> bytes:
    """Return tables as a Word file, each with a caption above it and a note below.

    Parameters
    ----------
    title : str
        The study's name.
    tables : iterable of PaperTable
        In their order.
    say : Wording
        The language.

    Returns
    -------
    bytes
        A .docx.

    Examples
    --------
    >>> tables_document("Study", [PaperTable("who", "Who", ("Person",), (("P01",),))], Wording("en"))[:2]
    b'PK'
    """
    document = blank_document(title or say("article_tables"), say.language)
    for number, table in enumerate(tables, start=1):
        caption = say("article_caption", n=number, text=table.caption)
        add_text_table(document, caption, table.head, table.rows)
        if table.note:
            document.add_paragraph(visible(table.note))
    return packed_document(document)
