"""Small interviews whose every byte can be damaged; the talk in them is made up."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from bp_qual.errors import BpQualError
from bp_qual.readers import read_data

PLAIN_RTF = rb"""{\rtf1\ansi\ansicpg1252\deff0 \pard I: Hoe qwaai het?\par
R: Goed qwaaj, en \b qwaak\b0  ook.\par
I: En qwaal \u8217 ?toen\'e9?\par
R: \lang1043 qwaam of \i qwaan\i0 .\par}
"""
FULL_RTF = rb"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fswiss Arial;}}{\colortbl;\red0\green0\blue0;}
{\stylesheet{\s0 Normal;}}{\*\generator Riched20;}{\info{\title Gesprek}{\author X}}{\header qwbaa\par}
\pard I: Hoe gaat het?\par
\pard R: Goed qwbab hoor. {\*\bkmkstart eerste}qwbac{\*\bkmkend eerste}\par
I: En de buren? {\pict\wmetafile8 0102ff}\par
R: {\b qwbad} en {\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt qwbae}} samen.\par
R: {\*\atnid AB}{\*\atnauthor Bos}{\*\annotation qwbaf} en {\footnote qwbag} dus.\par
{\listtext 1.\tab}R: qwbah {\object{\*\objdata 01}{\result qwbai}}\par
R: {\upr{qwbaj}{\*\ud{qwbaj}}} {\lang1043 qwbak}\par
\trowd I\cell qwbal\cell\row
}
"""
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Gesprek</title><style>p{color:red}</style></head>
<body class="x"><p>I: Hoe gaat het?</p><p title='a "b"'>R: Goed qwcaa hoor.</p><!-- opm --><p>I: En?</p>
<p>R: <b>qwcab</b> &eacute;n <a href="http://x?a=1&b=2">qwcac</a></p><script>var a="</p>";</script>
<table><tr><td>I</td><td>Hoe?</td></tr><tr><td>R</td><td>qwcad</td></tr></table>
<p>R: qwcae<br>qwcaf &lt; qwcag</p></body></html>"""
VTT = (
    "WEBVTT\n\n1\n00:00:00.000 --> 00:00:01.000\n<v Ann>Hoe qwdaa?\n\nNOTE een\n\n"
    "00:00:01.000 --> 00:00:02.000\n<v Bob>qwdab <i>qwdac</i>\nqwdad\n"
)
SRT = (
    "1\n00:00:00,000 --> 00:00:01,000\nI: Hoe qweaa?\n\n"
    "2\n00:00:01,000 --> 00:00:02,000\nR: qweab <i>qweac</i>\nqwead\n"
)
TABLE = 'speaker,text\nI,"Hoe, qwfaa?"\nR,qwfab en qwfac\nI,"Zei ""qwfad"""\nR,qwfae\n'
JSON = (
    '{"segments": [{"start": 0, "end": 1, "speaker": "I", "text": "Hoe qwgaa?"}, '
    '{"start": 1, "end": 2, "speaker": "R", "text": "qwgab \\u00e9n qwgac"}, '
    '{"start": 2, "end": 3, "speaker": "I", "text": "qwgad"}], "language": "nl"}'
)
TEXT = "I: Hoe qwhaa?\nR: Goed, qwhab\u00e9 en qwhac.\n\nI: qwhad?\nR: qwhae\n"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD = (
    f'<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>I: Hoe qwiaa?</w:t></w:r></w:p><w:p><w:r><w:rPr><w:b/></w:rPr>'
    '<w:t xml:space="preserve">R: qwiab </w:t></w:r><w:ins w:id="1" w:author="X"><w:r><w:t>qwiac</w:t><w:br/><w:t>qwiad'
    "</w:t></w:r></w:ins></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>I</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>qwiae"
    "</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
)
_O = "urn:oasis:names:tc:opendocument:xmlns"
WRITER = (
    f'<office:document-content xmlns:office="{_O}:office:1.0" xmlns:text="{_O}:text:1.0"><office:body><office:text>'
    '<text:p>I: Hoe qwjaa?</text:p><text:p text:style-name="P1">R: <text:span>qwjab</text:span><text:s/>qwjac'
    "<text:line-break/>qwjad</text:p><text:list><text:list-item><text:p>qwjae</text:p></text:list-item></text:list>"
    "</office:text></office:body></office:document-content>"
)
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = (
    f'<worksheet xmlns="{_S}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>speaker</t></is></c><c r="B1" '
    't="inlineStr"><is><t>text</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>I</t></is></c><c r="B2" '
    't="inlineStr"><is><t>Hoe qwkaa?</t></is></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>R</t></is></c>'
    '<c r="B3" t="str"><f>A1</f><v>qwkab</v></c></row><row r="4"><c r="A4" t="inlineStr"><is><t>R</t></is></c>'
    '<c r="B4" t="inlineStr"><is><r><t>qwkac</t></r><r><t> qwkad</t></r></is></c></row></sheetData></worksheet>'
)
SMALL: dict[str, bytes] = {
    "plain.rtf": PLAIN_RTF,
    "full.rtf": FULL_RTF,
    "a.html": PAGE.encode(),
    "a.vtt": VTT.encode(),
    "a.srt": SRT.encode(),
    "a.csv": TABLE.encode(),
    "a.json": JSON.encode(),
    "a.txt": TEXT.encode(),
    "a.docx": WORD.encode(),
    "a.odt": WRITER.encode(),
    "a.xlsx": SHEET.encode(),
}
_SIGNS = {
    "rtf": b"x7 {}\\\n", "html": b"x7 <>\"'&;/!-\n", "vtt": b"x7 <>-\n:", "srt": b"x7 <>-\n:", "csv": b"x7 \",;\n",
    "json": b"x7 {}[]\",:\\\n",
    "txt": b"x7 :\n\xff", "docx": b"x7 <>\"'&/", "odt": b"x7 <>\"'&/", "xlsx": b"x7 <>\"'&/",
}  # fmt: skip
_ENDLESS = ("txt", "csv", "srt", "vtt", "html")  # nothing in them says that they end
_WORD = re.compile(r"qw[a-z]{3}")
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class Damaged:
    """A file of which one byte was damaged: how, its bytes, and the words of the talk that were not touched."""

    how: str
    data: bytes
    words: tuple[str, ...]


def damage_each(name: str, sample: bytes) -> Iterator[Damaged]:
    """Yield a file with each of its bytes damaged in each way, one at a time."""
    signs = [bytes((sign,)) for sign in _SIGNS[name.rpartition(".")[2]]]
    for place in range(len(sample)):
        before, byte, behind = sample[:place], sample[place : place + 1], sample[place + 1 :]
        ways = {"cut": (before, b"", b""), "deleted": (before, b"", behind)}
        ways |= {f"replaced by {sign!r}": (before, sign, behind) for sign in signs if sign != byte}
        ways |= {f"behind a new {sign!r}": (before, sign, byte + behind) for sign in signs}
        for how, (start, new, end) in ways.items():
            known = start if how == "cut" and name.endswith(_ENDLESS) else sample
            kept = list(_words_beside(known, place, inserted=how.startswith("behind")))
            yield Damaged(f"byte {place} {how}", pack(name, start + new + end), tuple(kept))


def _words_beside(sample: bytes, place: int, *, inserted: bool) -> Iterator[str]:
    """Yield the words that a change at a place does not touch."""
    words = [*_WORD.finditer(sample.decode("latin-1"))]
    touched = {word[0] for word in words if word.start() + inserted <= place < word.end()}
    yield from (word[0] for word in words if word[0] not in touched)


def pack(name: str, content: bytes) -> bytes:
    """Return a file whose part with the talk is this: of an archive the rest is made."""
    parts: dict[str, bytes | str] = {}
    if name.endswith(".docx"):
        parts = {
            "[Content_Types].xml": f'<Types xmlns="{_TYPES}"/>',
            "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": content,
        }
    elif name.endswith(".odt"):
        parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    elif name.endswith(".xlsx"):
        parts = {
            "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/xl/workbook.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
            '<Override PartName="/xl/worksheets/sheet1.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{_S}" xmlns:r="{_OFFICE}"><sheets><sheet name="a" sheetId="1" '
            'r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
            f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": content,
        }
    if not parts:
        return content
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part, inner in parts.items():
            archive.writestr(part, inner)
    return buffer.getvalue()


def try_damaged(name: str, damaged: Damaged) -> tuple[str, str]:
    """Return what comes of a damaged file (read, told, refused, or what must not be), and a remark on the last."""
    try:
        reading = read_data(damaged.data, where=name)
    except BpQualError as err:
        return ("refused", "") if str(err).startswith(name) else ("unnamed", str(err))
    except BaseException as err:
        return "traceback", repr(err)
    labels = " ".join(line.label for line in reading.paragraphs)
    notes = " ".join(map(str, reading.notes))
    whole = "\n".join([reading.text, labels, *reading.remainders.values(), notes]).replace("\u00ad", "")
    lost = [word for word in damaged.words if word not in whole]
    if not lost:
        return ("told" if reading.notes else "read"), ""
    is_told = damaged.how.endswith("cut") and reading.notes
    return ("told", "") if is_told else ("lost", ", ".join(lost))
