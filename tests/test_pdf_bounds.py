"""PDFs of a few hundred bytes that ask for gigabytes: each is refused in one line, before any of it is made."""

from __future__ import annotations

import base64
import struct
import zlib

import pytest

from bp_qual.errors import TranscriptError
from bp_qual.readers import read_data
from processor_time import at_most

TALK = b"BT /F1 12 Tf 14 TL 72 720 Td (I: Hoe gaat het?) Tj T* (R: Goed hoor.) Tj ET"
UNSAFE = r"^a\.pdf  was refused as unsafe: "
MIB = 1024 * 1024


def stream(data: bytes, settings: str = "") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (settings.encode(), len(data), data)


def make_pdf(talk: bytes | None = None, font: str = "", *more: bytes, page: str = "", trailer: str = "") -> bytes:
    """Return a PDF of one page; what is more has numbers from 6."""
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> %s >> >>" % page.encode(),
        stream(TALK) if talk is None else talk,
        (font or "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>").encode(),
        *more,
    ]
    objects = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate(bodies, 1))
    return b"%PDF-1.4\n" + objects + f"trailer << /Root 1 0 R /Size {len(bodies) + 1} {trailer} >>\n%%EOF".encode()


def with_table(table: bytes) -> bytes:
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return make_pdf(None, font, stream(b"begincmap\n" + table + b"\nendcmap"))


def with_cid_font(more: str, *parts: bytes) -> bytes:
    font = "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] >>"
    below = f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A {more} >>"
    return make_pdf(None, font, below.encode(), *parts)


def with_glyphs(table: bytes) -> bytes:
    head = struct.pack(">4sHHHH4sLLL", b"\0\1\0\0", 1, 0, 0, 0, b"cmap", 0, 28, len(table) + 12)
    file = head + struct.pack(">HHHHL", 0, 1, 3, 10, 12) + table
    system = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    return with_cid_font(f"{system} /FontDescriptor << /FontFile2 7 0 R >>", stream(file))


def pack(data: bytes) -> bytes:
    return zlib.compress(data, 9)


def pack_lzw(count: int) -> bytes:
    """Return a run of `A` as LZW writes it, about so many long: each code is the one that the next adds."""
    bits, made, code, width = "", 0, 258, 9
    bits += f"{256:09b}{65:09b}"
    while made < count:
        if code == 4_095:
            bits += f"{256:0{width}b}{65:09b}"
            code, width = 258, 9
        bits += f"{code:0{width}b}"
        made += code - 256
        code += 1
        width = 9 + (code >= 511) + (code >= 1_023) + (code >= 2_047)
    return int(bits.ljust(-len(bits) // 8 * -8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")


LARGE = b"q " * (101 * MIB // 2)
FORM = "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
MADE = {
    "letters of a table": lambda: with_table(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange"),
    "letters of a table, in codes": lambda: with_table(b"1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange"),
    "letters of many tables": lambda: with_table(b"1 beginbfrange <000000> <0FFFFF> <0041> endbfrange " * 9),
    "widths": lambda: with_cid_font("/W [0 4000000000 500]"),
    "heights": lambda: with_cid_font("/W2 [0 4000000000 500 0 0]"),
    "letters of a font": lambda: with_glyphs(struct.pack(">HHIIIIII", 12, 0, 28, 0, 1, 0, 2**32 - 1, 0)),
    "letters of a font, over and over": lambda: with_glyphs(
        struct.pack(">HHHHHHH", 4, 0, 0, 20_000, 0, 0, 0) + b"\xff\xff" * 10_000 + b"\0\0" + b"\0\0" * 30_000
    ),
    "row": lambda: make_pdf(
        stream(pack(TALK), "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 999999999 /Colors 99 >>")
    ),
    "row below nothing": lambda: make_pdf(
        stream(pack(TALK), "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 999999999 /Colors -1 >>")
    ),
    "packed twice": lambda: make_pdf(stream(pack(pack(LARGE)), "/Filter [/FlateDecode /FlateDecode]")),
    "packed in hexadecimals": lambda: make_pdf(
        stream(pack(LARGE).hex().encode(), "/Filter [/ASCIIHexDecode /FlateDecode]")
    ),
    "packed in 85 signs": lambda: make_pdf(
        stream(base64.a85encode(pack(LARGE)) + b"~>", "/Filter [/ASCII85Decode /FlateDecode]")
    ),
    "packed in runs": lambda: make_pdf(stream(pack(b"\x81 " * 200_000), "/Filter [/FlateDecode /RunLengthDecode]")),
    "packed as LZW": lambda: make_pdf(stream(pack_lzw(21 * MIB), "/Filter /LZWDecode")),
    "packed many times": lambda: make_pdf(stream(TALK, f"/Filter [{'/DCTDecode ' * 9}]")),
    "instructions": lambda: make_pdf(stream(pack(b"q " * 11 * MIB), "/Filter /FlateDecode")),
    "a drawing over and over": lambda: make_pdf(
        stream(b"/X Do " * 300), "", stream(b"(a) Tj" + b" " * 70_000, FORM), page="/XObject << /X 6 0 R >>"
    ),
    "letters": lambda: make_pdf(stream(b"BT /F1 12 Tf (" + b"a" * 251_000 + b") Tj ET")),
    "many letters for one": lambda: make_pdf(
        stream(b"BT /F1 12 Tf (" + b"a" * 1_000 + b") Tj ET"),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        stream(b"begincmap 1 beginbfchar <61> <" + b"0061" * 6_000 + b"> endbfchar endcmap"),
    ),
}


def test_the_table_of_a_font_that_is_made_up_of_another_counts_once() -> None:
    """Programs that print give each page such a font, with a table of all letters."""
    table = stream(b"begincmap 45 beginbfrange" + b" <0000> <FFFF> <0000>" * 45 + b" endbfrange endcmap")
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>"
    )
    system = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    below = f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A {system} /FontDescriptor << /FontName /A >> >>"
    said = "".join(f"{ord(sign):04X}" for sign in "R: Goed hoor.").encode()
    talk = stream(b"BT /F1 12 Tf 72 720 Td <" + said + b"> Tj ET")
    reading = read_data(make_pdf(talk, font, below.encode(), table), where="a.pdf")
    assert reading.text.strip() == "R: Goed hoor."


@pytest.mark.sweep(1)
@pytest.mark.parametrize("what", MADE)
def test_a_pdf_that_asks_for_too_much_is_refused_before_it_is_made(what: str) -> None:
    data = MADE[what]()
    with at_most(6), pytest.raises(TranscriptError, match=UNSAFE) as caught:
        read_data(data, where="a.pdf")
    assert "\n" not in str(caught.value)


def test_places_of_more_objects_than_a_pdf_can_hold_are_not_gone_through() -> None:
    data = make_pdf().replace(b"/Pages 2 0 R", b"/Pages 9 0 R")
    at = len(data)
    data += b"9 0 obj\n" + stream(b"\0\0\0", "/Type /XRef /Size 999999999999 /W [0 1 1] /Root 1 0 R") + b"\nendobj\n"
    data += b"startxref\n%d\n%%%%EOF" % at
    with at_most(6), pytest.raises(TranscriptError, match=UNSAFE):
        read_data(data, where="a.pdf")


@pytest.mark.parametrize(
    ("filters", "data"),
    [
        ("/FlateDecode", pack(TALK)),
        ("/Fl", pack(TALK)[:-1] + b"x"),
        ("/FlateDecode", pack(TALK)[:-4]),
        ("[/FlateDecode /FlateDecode]", pack(pack(TALK))),
        ("[/ASCIIHexDecode /FlateDecode]", pack(TALK).hex().encode() + b">"),
        ("[/A85 /Fl]", b" <~" + base64.a85encode(pack(TALK), wrapcol=20) + b"~>\n"),
        ("/RunLengthDecode", bytes([len(TALK) - 1]) + TALK + b"\x80"),
    ],
)
def test_talk_that_is_packed_in_any_way_is_read(filters: str, data: bytes) -> None:
    reading = read_data(make_pdf(stream(data, f"/Filter {filters}")), where="a.pdf")
    assert (reading.text, reading.notes) == ("I: Hoe gaat het?\nR: Goed hoor.", ())


def test_talk_behind_a_predictor_is_read() -> None:
    rows = [TALK[at : at + 20].ljust(20) for at in range(0, len(TALK), 20)]
    settings = "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 20 >>"
    packed = pack(b"".join(b"\0" + row for row in rows))
    assert read_data(make_pdf(stream(packed, settings)), where="a.pdf").text == "I: Hoe gaat het?\nR: Goed hoor."


def test_pictures_that_are_large_when_unpacked_do_not_count() -> None:
    picture = stream(pack(bytes(101 * MIB)), "/Type /XObject /Subtype /Image /Filter /FlateDecode")
    data = make_pdf(stream(TALK + b" /X Do"), "", picture, page="/XObject << /X 6 0 R >>")
    assert read_data(data, where="a.pdf").text == "I: Hoe gaat het?\nR: Goed hoor."
