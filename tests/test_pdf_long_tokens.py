"""One name, number, comment or hexadecimal text that goes on and on: the library would copy all of it at each part."""

from __future__ import annotations

import pytest

from bp_qual.errors import TranscriptError
from bp_qual.readers import read_data
from processor_time import at_most
from test_pdf_bounds import TALK, make_pdf, pack, stream

MIB = 1024 * 1024
UNSAFE = r"^a\.pdf  was refused as unsafe: "
BEGINS = {"comment": b"%", "hexadecimals": b"<4", "name": b"/", "number": b"1", "word": b"a"}
TYPE_1 = "/Type /Font /Subtype /Type1 /BaseFont /A"


def packed(data: bytes, more: str = "") -> bytes:
    return stream(pack(data), f"/Filter /FlateDecode {more}")


PLACES = {
    "objects": lambda data: make_pdf(None, "", packed(b"7 0 " + data, "/Type /ObjStm /N 1 /First 4")),
    "instructions": lambda data: make_pdf(packed(data)),
    "letters": lambda data: make_pdf(None, f"<< {TYPE_1} /ToUnicode 6 0 R >>", packed(data)),
    "font": lambda data: make_pdf(
        None,
        f"<< {TYPE_1} /FontDescriptor << /FontName /A /FontFile 6 0 R >> >>",
        packed(data, f"/Length1 {len(data)}"),
    ),
    "file": lambda data: make_pdf(None, "", b"[ " + data),
}


@pytest.mark.sweep(1)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("sort", BEGINS)
def test_what_goes_on_and_on_is_refused_before_it_is_copied(place: str, sort: str) -> None:
    data = PLACES[place](BEGINS[sort] + b"1" * (40 * MIB if place in ("objects", "font") else 4 * MIB))
    with at_most(6), pytest.raises(TranscriptError, match=UNSAFE):
        read_data(data, where="a.pdf")


@pytest.mark.slow
def test_a_file_of_one_line_is_looked_through_from_its_end_in_time_that_keeps_step_with_it() -> None:
    data = make_pdf(stream(TALK)).replace(b"\n%%EOF", b" ") + b"x" * (40 * MIB)
    with at_most(6), pytest.raises(TranscriptError):
        read_data(data, where="a.pdf")


def test_a_signature_in_hexadecimals_and_long_comments_are_read() -> None:
    data = make_pdf(None, "", b"<" + b"0" * 200_000 + b">", b"% " + b"- " * 20_000 + b"\n1")
    assert read_data(data, where="a.pdf").visible
