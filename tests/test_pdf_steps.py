"""PDFs whose instructions take the library without end: each is refused after a fixed number of steps."""

from __future__ import annotations

import pytest

from bp_qual.errors import TranscriptError
from bp_qual.readers import pdf_bounds, read_data
from processor_time import at_most
from test_pdf_bounds import TALK, make_pdf, pack, stream

MIB = 1024 * 1024
LONG = r"^a\.pdf  was refused as unsafe: to draw its pages takes .*Print it to a PDF again.* \.docx or \.txt\.$"
MANY = r"^a\.pdf  was refused as unsafe: .*save"
SYSTEM = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"


def instructions(data: bytes) -> bytes:
    return make_pdf(stream(pack(data), "/Filter /FlateDecode"))


def packed_objects(data: bytes) -> bytes:
    return make_pdf(None, "", stream(pack(data), "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode"))


LONGEST = {
    "numbers": lambda: instructions(b"1 " * MIB),
    "states": lambda: instructions(b"q Q " * MIB),
    "names": lambda: instructions(b"/" * MIB),
    "lists": lambda: instructions(b"[]" * MIB),
    "texts": lambda: instructions(b"BT /F1 12 Tf " + b"()Tj " * MIB + b"ET"),
    "what is no instruction": lambda: instructions(b"x " * MIB),
    "brackets within brackets": lambda: instructions(b"(" * MIB),
    "signs of a name": lambda: instructions(b"/" + b"#41" * MIB),
    "a picture among instructions": lambda: instructions(b"BI ID " + b"E" * MIB),
    "letters of many pages": lambda: make_pdf(stream(b"BT /F1 12 Tf (" + b"a" * 50_000 + b") Tj ET")),
    "objects": lambda: packed_objects(b"[]" * MIB),
    "brackets within brackets of objects": lambda: packed_objects(b"7 0 " + b"(" * MIB),
    "an object": lambda: make_pdf(None, "[" + "1 " * MIB + "]"),
    "what a table of letters says": lambda: make_pdf(
        None, "<< /Type /Font /Subtype /Type1 /BaseFont /A /ToUnicode 6 0 R >>", stream(b"1 " * MIB)
    ),
    "the head of a font": lambda: make_pdf(
        None,
        "<< /Type /Font /Subtype /Type1 /BaseFont /A /FontDescriptor << /FontName /A /FontFile 6 0 R >> >>",
        stream(b"1 " * MIB, f"/Length1 {2 * MIB}"),
    ),
    "what a page uses": lambda: make_pdf(page="/Properties << " + "".join(f"/A{n} 1 " for n in range(99_000)) + ">>"),
}


@pytest.mark.sweep(1)
@pytest.mark.parametrize("what", LONGEST)
def test_a_pdf_that_takes_too_many_steps_is_refused_after_them(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_bounds, "MAX_STEPS", 200_000)
    data = LONGEST[what]()
    with at_most(6), pytest.raises(TranscriptError, match=LONG) as caught:
        read_data(data, where="a.pdf")
    assert "\n" not in str(caught.value)


@pytest.mark.sweep(3)
@pytest.mark.parametrize("sign", [b"q ", b"[", b"<<", b"{"])
def test_what_lies_deeper_than_any_print_has_it_is_refused_before_it_fills_the_memory(sign: bytes) -> None:
    with pytest.raises(TranscriptError, match=MANY):
        read_data(instructions(sign * 20_000), where="a.pdf")


@pytest.mark.slow
def test_a_print_of_a_long_interview_takes_a_sixth_of_the_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred thousand letters, each placed by itself, as browsers print them."""
    monkeypatch.setattr(pdf_bounds, "MAX_STEPS", pdf_bounds.MAX_STEPS // 6)
    line = b"[" + b"(a) -3 " * 80 + b"] TJ T*\n"
    data = instructions(b"BT /F1 2 Tf 2 TL 72 720 Td (R: ja) Tj T* " + line * 1_000 + b"ET")
    assert read_data(data, where="a.pdf").visible > 80_000


def draws(times: int, drawing: bytes) -> bytes:
    """Return a PDF that draws so many times what is drawn apart, which may draw itself."""
    own = "/Type /XObject /Subtype /Form /BBox [0 0 600 800]"
    used = "/XObject << /X 6 0 R >>"
    shared = f"/Resources << {used} /Font << /F1 5 0 R >> >>"
    return make_pdf(
        stream(b"BT /F1 12 Tf 72 740 Td (I: hm) Tj ET " + b"1 0 0 1 0 -20 cm /X Do " * times),
        "",
        stream(drawing, f"{own} {shared}"),
        page=used,
    )


@pytest.mark.slow
def test_a_letterhead_without_text_is_followed_once_however_often_it_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_bounds, "MAX_STEPS", 100_000)
    talk = b"BT /F1 12 Tf (R: ja) Tj ET "
    lines = b"1 1 m 2 2 l S " * 5_000
    assert read_data(draws(200, lines), where="a.pdf").text == "I: hm"
    with pytest.raises(TranscriptError, match=LONG):
        read_data(draws(200, talk + lines), where="a.pdf")


def test_a_drawing_with_text_that_draws_itself_is_read_each_time() -> None:
    reading = read_data(draws(3, b"/X Do BT /F1 12 Tf 72 720 Td (R: ja) Tj ET"), where="a.pdf")
    assert reading.text.count("R: ja") == 3


def test_a_drawing_that_uses_what_its_page_has_is_followed_on_every_page() -> None:
    form = "/Type /XObject /Subtype /Form /BBox [0 0 600 800]"
    text = stream(b"BT /F1 12 Tf 72 700 Td (R: ja) Tj ET", f"{form} /Resources << /Font << /F1 5 0 R >> >>")
    parts = (
        stream(b"/X Do", form),  # 6 draws what X is where it is used: 9 first, 8 then
        stream(b"/Y Do", f"{form} /Resources << /XObject << /Y 6 0 R /X 9 0 R >> >>"),
        text,
        stream(b"1 1 m 2 2 l S", f"{form} /Resources << >>"),
    )
    used = "/XObject << /A 7 0 R /Y 6 0 R /X 8 0 R >>"
    data = make_pdf(stream(b"BT /F1 12 Tf 72 740 Td (I: hm) Tj ET /A Do /Y Do"), "", *parts, page=used)
    assert "R: ja" in read_data(data, where="a.pdf").text


def table_of(ranges: bytes) -> bytes:
    return b"begincmap 100 beginbfrange " + ranges + b" endbfrange endcmap"


WHOLE = table_of(b"<0000> <FFFF> <0000>")
BY_ROW = table_of(b"".join(b"<%02X00> <%02XFF> <%02X00> " % (row, row, row) for row in range(256)))


def with_fonts(number: int, table: bytes, talk: bytes = b"R: Goed hoor.") -> bytes:
    """Return a PDF with so many fonts, each with a table of its own."""
    fonts, more = "", list[bytes]()
    for n in range(number):
        at = 6 + 3 * n
        fonts += f"/G{n} {at} 0 R "
        more += [
            f"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H "
            f"/DescendantFonts [{at + 1} 0 R] /ToUnicode {at + 2} 0 R >>".encode(),
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A {SYSTEM} "
            f"/FontDescriptor << /FontName /A >> >>".encode(),
            stream(pack(table), "/Filter /FlateDecode"),
        ]
    said = "".join(f"{sign:04X}" for sign in talk).encode()
    drawn = b"".join(b"/G%d 12 Tf <%s> Tj T* " % (n, said) for n in range(number))
    data = make_pdf(stream(b"BT 14 TL 72 720 Td " + drawn + b"ET"), "", *more)
    return data.replace(b"/Font << /F1 5 0 R >>", b"/Font << " + fonts.encode() + b">>")


@pytest.mark.slow
@pytest.mark.parametrize("table", [WHOLE, BY_ROW], ids=["whole", "by row"])
def test_eighty_fonts_with_all_letters_as_themselves_are_read(table: bytes) -> None:
    with at_most(6):
        reading = read_data(with_fonts(80, table), where="a.pdf")
        assert reading.text.count("R: Goed hoor.") == 80


def test_a_letter_that_a_table_gives_apart_is_that_letter() -> None:
    table = WHOLE.replace(b"endcmap", b"1 beginbfchar <0047> <0042> endbfchar endcmap")
    assert read_data(with_fonts(1, table), where="a.pdf").text == "R: Boed hoor."


@pytest.mark.slow
def test_tables_of_other_letters_are_still_counted() -> None:
    with pytest.raises(TranscriptError, match="more letters, lists of letters"):
        read_data(with_fonts(80, table_of(b"<0000> <FFFE> <0001>")), where="a.pdf")


def test_a_page_is_drawn_as_before() -> None:
    assert read_data(instructions(TALK), where="a.pdf").text == "I: Hoe gaat het?\nR: Goed hoor."
