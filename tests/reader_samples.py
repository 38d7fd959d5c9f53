"""One small interview in every format that is read, each with the same made-up words, and ways to damage it."""

from __future__ import annotations

import csv
import html
import io
import json
import random
import re
import textwrap
import zipfile
from collections.abc import Iterator, Sequence

import docx
from openpyxl import Workbook

Talk = Sequence[tuple[str, str]]
TALK = (
    ("Eva", "Hoe ging dat met brimmelkast en zolfertuin?"),
    ("Jan", "Met varnegoor en plooikwist hebben wij twarrel gebakken."),
    ("Eva", "En wat deed kwintelaar daarna met grolsteek?"),
    ("Jan", "Niets dan murvelen, fronkelen en later hazewind."),
)
WORDS = tuple(word for _, said in TALK for word in re.findall("[a-z]{7,}", said))
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def make_samples(talk: Talk = TALK) -> dict[str, bytes]:
    """Return an interview (who says what) by the name of its file: at least one in each format."""
    labelled = [f"{who}: {said}" for who, said in talk]
    times = [
        f"00:{n // 60:02}:{n % 60:02},000 --> 00:{(n + 1) // 60:02}:{(n + 1) % 60:02},000" for n in range(len(talk))
    ]
    lined = [(time, who, said) for time, (who, said) in zip(times, talk, strict=True)]
    vtt = "\n\n".join(f"{time.replace(',', '.')}\n<v {who}>{said}</v>" for time, who, said in lined)
    segments = [{"start": n, "end": n + 1, "text": f" {said}", "speaker": who} for n, (who, said) in enumerate(talk)]
    markdown = "\n\n".join(f"**{who}:** {said}" for who, said in talk)
    marked = [(who, html.escape(said, quote=False)) for who, said in talk]
    said_in_tei = "".join(f'<u who="#{who}">{said}</u>' for who, said in marked)
    return {
        "a.txt": "\n".join(labelled).encode(),
        "a.md": f"---\ntitle: Gesprek\n---\n{markdown}".encode(),
        "a.vtt": f"WEBVTT\n\n{vtt}\n".encode(),
        "a.srt": "\n\n".join(f"{n}\n{t}\n{who}: {said}" for n, (t, who, said) in enumerate(lined, 1)).encode(),
        "a.csv": _table(talk),
        "a.json": json.dumps({"segments": segments, "language": "nl"}).encode(),
        "rev.json": json.dumps({"monologues": list(map(_monologue, talk))}).encode(),
        "a.html": f"<html><body>{''.join(f'<p><b>{w}:</b> {s}</p>' for w, s in marked)}</body></html>".encode(),
        "a.rtf": _rich_text(talk),
        "a.cha": ("@Begin\n" + "".join(f"*{w.upper()}:\t{s}\n" for w, s in talk) + "@End\n").encode(),
        "a.TextGrid": _grid(talk).encode(),
        "a.eaf": _elan(marked).encode(),
        "a.exb": _exmaralda(marked).encode(),
        "a.xml": f"<TEI><text><body>{said_in_tei}</body></text></TEI>".encode(),
        "a.docx": _word(talk),
        "a.odt": make_opendocument("text", "".join(f"<text:p>{w}: {s}</text:p>" for w, s in marked)),
        "a.ods": make_opendocument("spreadsheet", f"<table:table>{_ods_rows(marked)}</table:table>"),
        "a.xlsx": _workbook(talk),
        "a.pdf": make_pdf(_pages(labelled)),
    }


def _table(talk: Talk) -> bytes:
    csv.writer(text := io.StringIO(), lineterminator="\n").writerows([("speaker", "text"), *talk])
    return text.getvalue().encode()


def _rich_text(talk: Talk) -> bytes:
    lines = "".join(f"{{\\b {who}:}} {said}\\par " for who, said in talk)
    signs = (sign if ord(sign) < 128 else f"\\u{ord(sign)}?" for sign in lines)
    return ("{\\rtf1\\ansi " + "".join(signs) + "}").encode("ascii")


def _pages(paragraphs: list[str]) -> list[list[str]]:
    lines = [line for paragraph in paragraphs for line in textwrap.wrap(paragraph, 80, break_on_hyphens=False)]
    return [lines[start : start + 44] for start in range(0, len(lines), 44)]


def _monologue(turn: tuple[str, str]) -> dict[str, object]:
    return {"speaker": turn[0], "elements": [{"type": "text", "value": turn[1], "ts": 1, "end_ts": 2}]}


def _grid(talk: Talk) -> str:
    tiers = ""
    for who in sorted({name for name, _ in talk}):
        said = [(n, text.replace('"', '""')) for n, (name, text) in enumerate(talk) if name == who]
        rows = "\n".join(f'{n}\n{n + 1}\n"{text}"' for n, text in said)
        tiers += f'"IntervalTier"\n"{who}"\n0\n{len(talk)}\n{len(said)}\n{rows}\n'
    return f'File type = "ooTextFile"\nObject class = "TextGrid"\n\n0\n{len(talk)}\n<exists>\n2\n{tiers}'


def _elan(talk: Talk) -> str:
    slots = "".join(f'<TIME_SLOT TIME_SLOT_ID="t{n}" TIME_VALUE="{n * 1000}"/>' for n in range(len(talk) + 1))
    tiers = "".join(
        f'<TIER TIER_ID="{who}{n}" PARTICIPANT="{who}"><ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="t{n}" '
        f'TIME_SLOT_REF2="t{n + 1}"><ANNOTATION_VALUE>{said}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION>'
        "</ANNOTATION></TIER>"
        for n, (who, said) in enumerate(talk)
    )
    return f"<ANNOTATION_DOCUMENT><TIME_ORDER>{slots}</TIME_ORDER>{tiers}</ANNOTATION_DOCUMENT>"


def _exmaralda(talk: Talk) -> str:
    points = "".join(f'<tli id="T{n}" time="{n}"/>' for n in range(len(talk) + 1))
    tiers = "".join(
        f'<tier speaker="{who}" type="t"><event start="T{n}" end="T{n + 1}">{said} </event></tier>'
        for n, (who, said) in enumerate(talk)
    )
    return f"<basic-transcription><common-timeline>{points}</common-timeline>{tiers}</basic-transcription>"


def _word(talk: Talk) -> bytes:
    document = docx.Document()
    for who, said in talk:
        document.add_paragraph(f"{who}: {said}")
    document.save(buffer := io.BytesIO())
    return buffer.getvalue()


def _workbook(talk: Talk) -> bytes:
    book = Workbook()
    book.active.append(["speaker", "text"])
    for turn in talk:
        book.active.append(list(turn))
    book.save(buffer := io.BytesIO())
    return buffer.getvalue()


def _ods_rows(talk: Talk) -> str:
    rows = (("speaker", "text"), *talk)
    cells = ("".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row) for row in rows)
    return "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)


def make_opendocument(kind: str, body: str, looks: str = "") -> bytes:
    """Return an OpenDocument file with a body, and automatic styles."""
    spaces = " ".join(f'xmlns:{name}="{_ODF}{name}:1.0"' for name in ("office", "text", "table", "style"))
    content = f"<office:automatic-styles>{looks}</office:automatic-styles>" if looks else ""
    content += f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    with zipfile.ZipFile(buffer := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", f"<office:document-content {spaces}>{content}</office:document-content>")
    return buffer.getvalue()


def place_text(left: float, up: float, text: str, *, size: float = 11, before: str = "") -> str:
    """Return the operators that draw a text on a page; `before` is put in front (a colour, spacing, a font)."""
    shown = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {size} Tf {before} 1 0 0 1 {left} {up} Tm ({shown}) Tj ET\n"


def make_pdf(pages: list[list[str]], *, drawn: list[str] | None = None) -> bytes:
    """Return a PDF with these lines on its pages, or with pages of drawing operators."""
    contents = drawn or ["".join(place_text(60, 780 - 16 * n, line) for n, line in enumerate(page)) for page in pages]
    font = "<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    for content in contents:
        number = len(objects) + 2
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number} 0 R "
            f"/Resources << /Font {font} >> >>"
        )
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    kids = " ".join(f"{number} 0 R" for number in range(3, len(objects) + 1, 2))
    objects[1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>"
    data, offsets = "%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        offsets.append(len(data.encode("cp1252")))
        data += f"{number} 0 obj\n{item}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = len(data.encode("cp1252"))
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    data += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF"
    return data.encode("cp1252")


_TOKENS = (
    b"9" * 400,
    b"-1",
    b"nan",
    b"1e999",
    b"",
    b"9" * 5000,
    b"\x00",
    b"\xff",
    b"\x92",
    b"&#0;",
    b"<!--",
    b"]]>",
    b"<",
    b">",
)
_TOKENS += (
    b'"',
    b"{",
    b"}",
    b"\\",
    b"\r",
    b"\n\n",
    b"\t",
    b"\xed\xa0\x80",
    b"-->",
    b"--",
    b":",
    b"[",
    b"]",
    b"</p>",
    b"\\v ",
)


def damage(data: bytes, chance: random.Random) -> bytes:
    """Return a file with some of its bytes changed; of a zip file, often a part of it."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _damage_package(data, chance)
    return _damage_bytes(data, chance)


def _damage_bytes(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        if not changed:
            break
        start = chance.randrange(len(changed))
        end = min(len(changed), start + chance.choice((1, 2, 6, 20, 80)))
        how = chance.randrange(7)
        if how == 0:
            changed[start] ^= 1 << chance.randrange(8)
        elif how == 1:
            del changed[start:end]
        elif how == 2:
            changed[start:start] = chance.choice(_TOKENS)
        elif how == 3:
            changed[start:start] = changed[start:end] * chance.choice((1, 3, 50))
        elif how == 4:
            changed[start:end] = chance.choice(_TOKENS)
        elif how == 5 and (numbers := list(re.finditer(rb"\d+", bytes(changed)))):
            number = chance.choice(numbers)
            changed[number.start() : number.end()] = chance.choice(_TOKENS)
        else:
            other = chance.randrange(len(changed))
            changed[start:end] = changed[other : other + end - start]
    return bytes(changed)


def _damage_package(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    place = chance.randrange(len(parts))
    name, content = parts[place]
    how = chance.randrange(6)
    if how == 0:
        parts.pop(place)
    elif how == 1:
        parts[place] = (
            chance.choice(("../x", "word/header1.xml", "content.xml", "a\x01b", "xl/workbook.xml")),
            content,
        )
    elif how == 2:
        parts.append((f"word/extra{place}.xml", content))
    else:
        parts[place] = (name, _damage_bytes(content, chance))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", chance.choice((0, 8, 8, 12, 14))) as archive:
        for part, inner in dict(parts).items():
            archive.writestr(part, inner)
    return buffer.getvalue()


def words_left(data: bytes) -> Iterator[str]:
    """Yield the made-up words that a file still holds as they were, by a search of its bytes or of its parts."""
    raw = data
    if data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                raw = b"\n".join(archive.read(name) for name in archive.namelist())
        except Exception:
            raw = b""
    yield from (word for word in WORDS if word.encode() in raw)
