"""The formats that are read, one row each: adding a format is adding a row here and a reader.

What a file is, is recognised by its first bytes, then by the ending of its name, then (of text) by what is in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from bp_qual.readers.paragraphs import Reading

TEXT, TREE, PACKED, BYTES = "text", "tree", "packed", "bytes"


@dataclass(frozen=True, slots=True)
class Format:
    """One format: the endings of its files, the module and function that read it, and how it is known.

    A `TEXT` is decoded by its reader, which is given `encoding`. A `TREE` is XML known by the name of its `root`; its
    reader is given the parsed tree. A `PACKED` one is a zip file that holds the part `member`. `BYTES` begin with
    `beginning`. `advised` formats are those that messages offer to save a file as; `library` is what the reader needs
    beyond the plain install.

    >>> Format("text", (".txt",), TEXT, "plain_text", "read_text").advised
    False
    """

    name: str
    endings: tuple[str, ...]
    how: str
    module: str
    reader: str
    root: str = ""
    member: str = ""
    beginning: bytes = b""
    advised: bool = False
    library: str = ""

    def load(self) -> Callable[..., Reading]:
        """Return the reader; its module is loaded when the first file needs it."""
        reader: Callable[..., Reading] = getattr(import_module(f"bp_qual.readers.{self.module}"), self.reader)
        return reader


FORMATS = (
    Format("Word", (".docx",), PACKED, "word", "read_word", advised=True),
    Format("OpenDocument", (".odt",), PACKED, "opendocument", "read_opendocument", member="content.xml", advised=True),
    Format(
        "Rich Text",
        (".rtf",),
        BYTES,
        "richtext",
        "read_rich_text",
        beginning=b"{\\rtf1",
        advised=True,
        library="striprtf",
    ),
    Format("PDF", (".pdf",), BYTES, "pdf", "read_pdf", beginning=b"%PDF", advised=True, library="pdfminer.six"),
    Format(
        "Excel", (".xlsx",), PACKED, "tables", "read_xlsx", member="xl/workbook.xml", advised=True, library="openpyxl"
    ),
    Format("OpenDocument sheet", (".ods",), PACKED, "tables", "read_ods"),
    Format("plain text", (".txt", ".text"), TEXT, "plain_text", "read_text", advised=True),
    Format("Markdown", (".md", ".markdown"), TEXT, "plain_text", "read_markdown", advised=True),
    Format("subtitles", (".vtt", ".srt", ".sbv"), TEXT, "subtitles", "read_subtitles", advised=True),
    Format("table in text", (".csv", ".tsv"), TEXT, "tables", "read_csv", advised=True),
    Format("speech recognition", (".json", ".json3"), TEXT, "recognised", "read_recognised"),
    Format("Praat", (".textgrid",), TEXT, "tiers", "read_textgrid"),
    Format("CHAT", (".cha",), TEXT, "chat", "read_chat"),
    Format("web page", (".html", ".htm", ".xhtml"), TEXT, "webpage", "read_webpage"),
    Format("ELAN", (".eaf",), TREE, "tiers", "read_elan", root="ANNOTATION_DOCUMENT"),
    Format("EXMARaLDA", (".exb",), TREE, "tiers", "read_exmaralda", root="basic-transcription"),
    Format("TEI", (".xml", ".tei"), TREE, "tei", "read_tei", root="TEI"),
)

ENDINGS = tuple(ending for row in FORMATS for ending in row.endings)
TABLE_ENDINGS = tuple(ending for row in FORMATS if row.module == "tables" for ending in row.endings)
LIBRARIES = tuple(row.library for row in FORMATS if row.library)


def find_format(name: str) -> Format:
    """Return the format with this name.

    >>> find_format("PDF").endings
    ('.pdf',)
    """
    return next(row for row in FORMATS if row.name == name)


def format_of_ending(ending: str) -> Format | None:
    """Return the format whose files end so, or None.

    >>> format_of_ending(".htm").name
    'web page'
    """
    return next((row for row in FORMATS if ending in row.endings), None)


def advised_endings() -> tuple[str, ...]:
    """Return the endings that a message offers.

    >>> advised_endings()
    ('.docx', '.odt', '.rtf', '.pdf', '.xlsx', '.txt', '.md', '.vtt', '.csv')
    """
    return tuple(row.endings[0] for row in FORMATS if row.advised)
