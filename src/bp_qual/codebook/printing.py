"""The codebook in print, for a coding team: as an HTML page or a Word document."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from bp_qual.codebook.codes import Code, Codebook
from bp_qual.codebook.terms import Term
from bp_qual.display import escape, visible, word_property
from bp_qual.files.seals import seal_page
from bp_qual.files.word_writing import packed_document

_HEADINGS = {
    "nl": {
        "definition": "Definitie",
        "include": "Wel",
        "exclude": "Niet",
        "examples": "Voorbeelden",
        "counterexamples": "Tegenvoorbeelden",
        "terms": "Gevonden met",
        "unless": "Behalve in",
        "by hand": "wordt met de hand gecodeerd",
        "renamed": "Heette eerst",
    },
    "en": {
        "definition": "Definition",
        "include": "Include",
        "exclude": "Exclude",
        "examples": "Examples",
        "counterexamples": "Counterexamples",
        "terms": "Found by",
        "unless": "Except in",
        "by hand": "is coded by hand",
        "renamed": "Was called",
    },
}
_STYLE = """
body { font: 11pt/1.45 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
h1, h2 { font-family: system-ui, sans-serif; line-height: 1.2; }
h2 { margin: 2rem 0 .4rem; padding-left: .6rem; border-left: .5rem solid var(--colour, #999); break-after: avoid; }
h2 small { font-weight: normal; color: #555; }
section { break-inside: avoid; }
section section { margin-left: 1.5rem; }
dl { display: grid; grid-template-columns: 9rem 1fr; gap: .25rem 1rem; margin: 0; }
dt { color: #555; } dd { margin: 0; } dd p { margin: 0 0 .2rem; white-space: pre-line; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } section section { margin-left: .5rem; } }
"""


def codebook_html(codebook: Codebook, language: str = "") -> str:
    """Return the codebook as one self-contained HTML page, for reading and printing.

    >>> from bp_qual.codebook import parse_codebook
    >>> page = codebook_html(parse_codebook("{language: nl, codes: [{id: a, label: <b>}]}"))
    >>> "<h2" in page, "&lt;b&gt;" in page
    (True, True)
    """
    language = language or codebook.language
    title = f"{codebook.name} {codebook.version}"
    body = [f"<h1>{escape(codebook.name)} <small>{escape(codebook.version)}</small></h1>"]
    if codebook.description:
        body.append(f"<p>{escape(codebook.description)}</p>")
    depth = 0
    for code in codebook.codes:
        level = len(codebook.ancestors(code.id))
        body.append("</section>" * (depth - level) + _html_of(codebook, code, language))
        depth = level + 1
    body.append("</section>" * depth)
    return seal_page(
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="generator" content="bp_qual">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def codebook_docx(codebook: Codebook, language: str = "") -> bytes:
    """Return the codebook as a Word document: a heading and a table for each code.

    >>> import io, docx
    >>> from bp_qual.codebook import parse_codebook
    >>> book = parse_codebook("{codebook: Themes, version: 1.0.0, language: en, codes: [{id: a, label: Anger}]}")
    >>> [line.text for line in docx.Document(io.BytesIO(codebook_docx(book))).paragraphs][:2]
    ['Themes 1.0.0', 'Anger']
    """
    import docx

    language = language or codebook.language
    document = docx.Document()
    properties = document.core_properties
    properties.author = properties.last_modified_by = "bp_qual"
    properties.created = properties.modified = datetime.datetime(2000, 1, 1)
    properties.title, properties.comments, properties.category = word_property(codebook.name), "", "codebook"
    document.add_heading(f"{visible(codebook.name)} {codebook.version}", 0)
    if codebook.description:
        document.add_paragraph(visible(codebook.description))
    for code in codebook.codes:
        level = min(1 + len(codebook.ancestors(code.id)), 9)
        document.add_heading(visible(codebook.label(code.id, language)), level)
        table = document.add_table(rows=0, cols=2, style="Table Grid")
        for heading, texts in [("id", [code.id]), *_rows(codebook, code, language)]:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = heading, visible("\n".join(texts))
        for row in table.rows:
            row.cells[0].width, row.cells[1].width = docx.shared.Cm(3.5), docx.shared.Cm(12.5)
    return packed_document(document)


def _html_of(codebook: Codebook, code: Code, language: str) -> str:
    colour = f' style="--colour: {code.colour}"' if code.colour else ""
    heading = f"<h2{colour}>{escape(codebook.label(code.id, language))} <small>{escape(code.id)}</small></h2>"
    rows = "".join(
        f"<dt>{escape(name)}</dt><dd>{''.join(f'<p>{escape(text)}</p>' for text in texts)}</dd>"
        for name, texts in _rows(codebook, code, language)
    )
    return f'<section id="{escape(code.id)}">{heading}<dl>{rows}</dl>'


def _rows(codebook: Codebook, code: Code, language: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the properties of a code, each as a heading and the texts under it."""
    words = _HEADINGS.get(language, _HEADINGS["en"])
    for key in ("definition", "include", "exclude"):
        if getattr(code, key):
            yield words[key], [getattr(code, key)]
    for key in ("examples", "counterexamples"):
        if getattr(code, key):
            yield words[key], [f"“{sentence}”" for sentence in getattr(code, key)]
    if code.terms:
        yield words["terms"], [", ".join(map(_show, code.terms))]
    elif not code.folder:
        yield words["terms"], [words["by hand"]]
    if code.unless:
        yield words["unless"], [", ".join(map(_show, code.unless))]
    before = [old for changes in (codebook.renamed, codebook.merged) for old, new in changes.items() if new == code.id]
    if before:
        yield words["renamed"], [", ".join(before)]


def _show(term: Term) -> str:
    text = f"‘{term.text}’" if term.kind == "exact" else f"/{term.text}/" if term.kind == "regex" else term.text
    text += f" ({term.word_class})" if term.word_class else ""
    return f"{text} [{term.language}]" if term.language else text
