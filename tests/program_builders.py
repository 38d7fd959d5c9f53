"""Projects of Taguette and QualCoder, and Word documents with comments, as these programs write them."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

Coded = tuple[str, str]  # what was coded, and with which code

_QUALCODER = """
CREATE TABLE project (databaseversion text, date text, memo text, about text, codername text);
CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text,
    date text, av_text_id integer, risid integer, unique(name));
CREATE TABLE code_image (imid integer primary key, id integer, x1 integer, cid integer, memo text, owner text);
CREATE TABLE code_av (avid integer primary key, id integer, pos0 integer, pos1 integer, cid integer, owner text);
CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text, owner text,
    date text);
CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer, date text,
    owner text);
CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer, owner text,
    date text, memo text);
CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text, date text);
CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer);
CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer, pos1 integer,
    owner text, date text, memo text, avid integer, important integer);
CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text,
    color text, supercid integer);
CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text);
"""


def as_bytes(base: sqlite3.Connection) -> bytes:
    base.commit()
    return base.serialize()


def make_qualcoder(texts: Mapping[str, str], coded: Mapping[str, Sequence[Coded]], *, more: str = "") -> bytes:
    """Return a ``data.qda``: every code below the category `Themes`, the first document the case P01 of 2010."""
    base = sqlite3.connect(":memory:")
    base.executescript(_QUALCODER)
    base.execute("INSERT INTO code_cat VALUES (1, 'Themes', 'Anna', '', 'All of them.', NULL)")
    names = sorted({code for own in coded.values() for _, code in own})
    for number, name in enumerate(names, start=1):
        row = (number, name, "Said together." if number == 1 else "", 1, "#FF8800")
        base.execute("INSERT INTO code_name VALUES (?, ?, ?, ?, 'Anna', '', ?, NULL)", row)
    for number, (name, text) in enumerate(texts.items(), start=1):
        base.execute("INSERT INTO source VALUES (?, ?, ?, NULL, '', 'Anna', '', NULL, NULL)", (number, name, text))
        for quote, code in coded.get(name, ()):
            at = text.index(quote)
            row = (names.index(code) + 1, number, quote, at, at + len(quote))
            base.execute(
                "INSERT INTO code_text VALUES (NULL, ?, ?, ?, ?, ?, 'Anna', '2026-01-02 10:00:00', 'a memo', NULL, 0)",
                row,
            )
    first = len(next(iter(texts.values())))
    base.execute("INSERT INTO cases VALUES (1, 'P01', '', '', '')")
    base.execute("INSERT INTO case_text VALUES (NULL, 1, 1, 0, ?, '', '', '')", (first,))
    base.execute("INSERT INTO attribute VALUES (NULL, 'Ronde', 'file', '2010', 1, '', '')")
    base.executescript(more)
    return as_bytes(base)


def make_taguette(
    documents: Mapping[str, str],
    highlights: Sequence[tuple[str, int, int, str, Sequence[str]]],
    tags: Mapping[str, str],
) -> bytes:
    """Return a project of Taguette: pages of HTML by name, highlights by document, bytes, snippet and tags."""
    base = sqlite3.connect(":memory:")
    base.executescript(
        "CREATE TABLE projects (id INTEGER PRIMARY KEY, name TEXT);"
        "CREATE TABLE documents (id INTEGER PRIMARY KEY, name TEXT, description TEXT, filename TEXT, contents TEXT);"
        "CREATE TABLE tags (id INTEGER PRIMARY KEY, path TEXT, description TEXT);"
        "CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INT, start_offset INT, end_offset INT,"
        " snippet TEXT);"
        "CREATE TABLE highlight_tags (highlight_id INT, tag_id INT); INSERT INTO projects VALUES (1, 'p');"
    )
    ids = {tag: number for number, tag in enumerate(tags, start=1)}
    for number, (name, page) in enumerate(documents.items(), start=1):
        base.execute("INSERT INTO documents VALUES (?, ?, '', ?, ?)", (number, name, f"{name}.docx", page))
    for tag, about in tags.items():
        base.execute("INSERT INTO tags VALUES (?, ?, ?)", (ids[tag], tag, about))
    for number, (name, start, end, snippet, own) in enumerate(highlights, start=1):
        base.execute(
            "INSERT INTO highlights VALUES (?, ?, ?, ?, ?)", (number, [*documents].index(name) + 1, start, end, snippet)
        )
        base.executemany("INSERT INTO highlight_tags VALUES (?, ?)", [(number, ids[tag]) for tag in own])
    return as_bytes(base)


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def make_commented(lines: Sequence[str], comments: Sequence[tuple[str, str, str]]) -> bytes:
    """Return a .docx with comments: what each stands beside, what it says, and who wrote it."""
    body = ""
    marks = [(quote, number) for number, (quote, _, _) in enumerate(comments)]
    for line in lines:
        points = sorted(
            (place, kind, number)
            for quote, number in marks
            if quote in line
            for kind, place in (("End", line.index(quote) + len(quote)), ("Start", line.index(quote)))
        )
        parts, at = "", 0
        for place, kind, number in points:
            parts += f'<w:r><w:t xml:space="preserve">{escape(line[at:place])}</w:t></w:r>'
            parts += f'<w:commentRange{kind} w:id="{number}"/>'
            at = place
        body += f'<w:p>{parts}<w:r><w:t xml:space="preserve">{escape(line[at:])}</w:t></w:r></w:p>'
    said = "".join(
        f'<w:comment w:id="{number}" w:author="{author}" w:date="2026-01-02T10:00:00Z">'
        + "".join(f"<w:p><w:r><w:t>{escape(part)}</w:t></w:r></w:p>" for part in text.split("\n"))
        + "</w:comment>"
        for number, (_, text, author) in enumerate(comments)
    )
    with zipfile.ZipFile(packed := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/comments.xml", f"<w:comments {WORD}>{said}</w:comments>")
    return packed.getvalue()


def make_atlas(
    documents: Mapping[str, Sequence[tuple[str, Sequence[str]]]], *, codes: Mapping[str, str], more: str = ""
) -> bytes:
    """Return the XML of ATLAS.ti 7: for each document what was coded by Super, and with which codes; their comments."""
    ids = {name: f"co_{n}" for n, name in enumerate(codes, start=1)}
    parts, links = list[str](), list[str]()
    for n, (name, quotations) in enumerate(documents.items(), start=1):
        own = ""
        for m, (quote, coded) in enumerate(quotations, start=1):
            lines = "".join(f"<p>{escape(line)}</p>" for line in quote.split("\n") if quote)
            content = f'<content size="{len(quote)}">{lines}</content>' if quote else ""
            own += f'<q name="{escape(quote[:12])}.." id="q{n}_{m}" au="Super" cDate="2010-02-02T10:00:00"'
            own += f' loc="1 @ {m}, 9 @ {m}!">{content}</q>'
            links += [f'<iLink obj="{ids[code]}" qRef="q{n}_{m}" />' for code in coded]
        quotes = f'<quotations size="{len(quotations)}">{own}</quotations>'
        parts.append(f'<primDoc name="{escape(name)}" id="pd_{n}" loc="doc_{n}" au="Super">{quotes}</primDoc>')
    told = [f'<code name="{escape(name)}" id="{ids[name]}" au="Super" color="255">' for name in codes]
    comments = [f"<comment><p>{escape(about)}</p></comment></code>" if about else "</code>" for about in codes.values()]
    codings = f"<objectSegmentLinks><codings>{''.join(links)}</codings></objectSegmentLinks>"
    return (
        '<?xml version="1.0" encoding="utf-8"?><storedHU name="proef">'
        f"<primDocs>{''.join(parts)}</primDocs><codes>{''.join(map(str.__add__, told, comments))}</codes>"
        f"<links>{codings}</links>{more}</storedHU>"
    ).encode()
