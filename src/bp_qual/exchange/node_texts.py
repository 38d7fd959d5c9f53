r"""What is coded at one code, as NVivo exports it to a document: a heading for each source, and one for each reference.

.. code-block:: text

    <Files\\Interviews\\P01 2010> - § 2 references coded  [4.06% Coverage]

    References 1-2 - 1.88% Coverage

    It was far too much.

The headings are in the language of the program; their signs and numbers are not.
"""

from __future__ import annotations

from bp_qual.errors import CodebookError, Problem
from bp_qual.exchange.workbooks import BookSheet
from bp_qual.lazy_patterns import lazy_pattern

_HEADINGS = ("document", "in folder", "coded text")  # those of a table of NVivo
_SOURCE = lazy_pattern(r"<([^<>\n]{1,500})> - § ?\d+ [^\n\[]{1,60}\[[^\]\n]*%[^\]\n]*\]")
_REFERENCE = lazy_pattern(r"[^\W\d]+ \d+(?:[-–]\d+)? [-–] (?=[^\n]*%)[^\n]{1,40}")
_PARTS = lazy_pattern(r"[\\/]+")


def is_node_text(text: str) -> bool:
    r"""Return whether a text is such an export.

    >>> is_node_text("Name: work\n\n<Internals\\P01> - § 5 references coded  [4.06% Coverage]\n"), is_node_text("P01")
    (True, False)
    """
    return any(_SOURCE.fullmatch(line.strip()) for line in text.splitlines())


def read_node_text(text: str, where: str, name: str) -> BookSheet:
    r"""Return the references of one code as a table with a row for each: the document, its folder, and the words.

    Parameters
    ----------
    text : str
        The document.
    where : str
        What messages call it.
    name : str
        What the table is to be called.

    Returns
    -------
    BookSheet

    Raises
    ------
    CodebookError
        Where it is no such export.

    Examples
    --------
    >>> text = "<Dateien\\Welle 1\\P01> - § 1 Referenz kodiert [1,5% Abdeckung]\nReferenz 1 - 1,5% Abdeckung\nJa.\n"
    >>> read_node_text(text, "work.docx", "work").rows[1]
    (3, ('P01', 'Dateien\\Welle 1', 'Ja.'))
    """
    rows: list[tuple[int, tuple[str, ...]]] = [(1, _HEADINGS)]
    source, first, said = ("", ""), 0, list[str]()

    def keep() -> None:
        if quote := "\n".join(said).strip():
            rows.append((first, (*source, quote)))
        said.clear()

    for number, line in enumerate(text.splitlines(), start=1):
        if found := _SOURCE.fullmatch(line.strip()):
            keep()
            *folders, document = _PARTS.split(found[1].strip())
            source, first = (document, "\\".join(folders)), 0
        elif source[0] and _REFERENCE.fullmatch(line.strip()):
            keep()
            first = number + 1
        elif first:
            first = number if not "".join(said).strip() else first
            said.append(line)
    keep()
    if len(rows) == 1:
        raise CodebookError(Problem(where, "no references"))
    return BookSheet(name, tuple(rows))
