"""What is typed over the pages of a PDF, in form fields, text boxes and comments, is kept apart and told."""

from __future__ import annotations

import zlib

import pytest

from bp_qual.readers import Reading, TranscriptError, pdf_filled, read_data
from bp_qual.readers.pdf_bounds import Made
from test_pdf_bounds import make_pdf, stream

TALK = b"BT /F1 12 Tf 72 720 Td (I: Hoe ging dat?) Tj ET"
FIELD = "/Type /Annot /Subtype /Widget"


def read(*things: str, more: tuple[str | bytes, ...] = ()) -> Reading:
    """Return what is read of a page with these things over it; what is more has numbers from 7."""
    rest = [one if isinstance(one, bytes) else f"<< {one} >>".encode("latin-1") for one in more]
    over = "<< " + " >> << ".join(things) + " >>"
    data = make_pdf(stream(TALK), "", f"[{over}]".encode("latin-1"), *rest, page=">> /Annots 6 0 R /A <<")
    reading = read_data(data, where="a.pdf")
    assert reading.text == "I: Hoe ging dat?"
    return reading


def told(reading: Reading) -> list[str]:
    return [note.kind for note in reading.notes]


def test_answers_in_form_fields_are_kept_apart_from_top_to_bottom_and_told() -> None:
    low, high = "/V (R: Met de buren.) /Rect [60 500 300 520]", "/V (R: Nou, goed.) /Rect [60 700 300 720]"
    reading = read(f"{FIELD} /FT /Tx {low}", f"{FIELD} /FT /Tx {high}")
    assert reading.remainders == {"form fields": "R: Nou, goed.\nR: Met de buren."}
    assert told(reading) == ["typed over pages"]
    assert "R: Nou, goed. R: Met de buren." in str(reading.notes[0])


def test_a_text_box_and_comments_are_kept_apart_and_told() -> None:
    box, note = "/Subtype /FreeText /Contents (R: Samen.)", "/Subtype /Text /Contents (mooi)"
    link = "/Subtype /Link /Contents (https)"
    reading = read(box, note, link)
    assert reading.remainders == {"box": "R: Samen.", "comments": "mooi"}
    assert told(reading) == ["typed over pages"]
    assert "Samen" in str(reading.notes[0])
    assert "mooi" not in str(reading.notes[0])
    assert told(read(note)) == []
    assert read("/Subtype /FreeText /RC (<p>R: <b>Samen</b>.</p>)").remainders == {"box": "R: Samen."}


def test_a_pdf_with_nothing_but_what_was_typed_over_its_pages_says_what_to_do() -> None:
    data = make_pdf(
        stream(b""), "", f"[<< {FIELD} /FT /Tx /V (R: Nou, goed.) >>]".encode(), page=">> /Annots 6 0 R /A <<"
    )
    with pytest.raises(TranscriptError, match=r"typed over its pages .*'R: Nou, goed\.'\. Print it to a PDF again"):
        read_data(data, where="a.pdf")


def test_a_scan_with_a_field_over_it_is_told_to_be_a_scan() -> None:
    picture = stream(
        bytes(3), "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB"
    )
    over = f"[<< {FIELD} /FT /Tx /V (Interview 3) >>]".encode()
    page = "/XObject << /X 6 0 R >> >> /Annots 7 0 R /A <<"
    with pytest.raises(TranscriptError, match="OCR"):
        read_data(make_pdf(stream(b"/X Do"), "", picture, over, page=page), where="a.pdf")


def test_a_field_on_several_places_is_read_once_and_by_the_one_above_it() -> None:
    reading = read(*[f"{FIELD} /Parent 7 0 R"] * 2, more=("/FT /Tx /T (antwoord) /V (R: Goed.)",))
    assert reading.remainders == {"form fields": "R: Goed."}
    own = read(f"{FIELD} /Parent 7 0 R /V (R: Zelf.)", more=("/V (R: Goed.)",))
    assert own.remainders == {"form fields": "R: Zelf."}
    ticked = read(f"{FIELD} /Parent 7 0 R", more=("/FT /Btn /T (geslacht) /V /Ja",))
    assert ticked.remainders == {"form fields": "geslacht: Ja"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("<FEFF005200E9>", "Ré"),
        ("/Ja", "geslacht: Ja"),
        ("/Off", None),
        ("[(een) (twee)]", "een\ntwee"),
        ("7 0 R", None),
        ("()", None),
        ("42", "42"),
        ("[[[(a)]]]", None),
        ("<< /A (b) >>", None),
        ("true", None),
        ("(een\\r\\ntwee\\rdrie)", "een\ntwee\ndrie"),
        ("<EFBBBF52C3A9>", "Ré"),
        ("<FFFE5200E900>", "Ré"),
        ("null /RV (<p>een</p><p>twee</p>)", "een\ntwee"),
    ],
)
def test_values_of_every_kind(value: str, expected: str | None) -> None:
    reading = read(f"{FIELD} /T (geslacht) /V {value}")
    assert reading.remainders == ({} if expected is None else {"form fields": expected})
    assert told(reading) == ([] if expected is None else ["typed over pages"])


@pytest.mark.parametrize(
    "thing",
    [
        f"{FIELD} /Parent 7 0 R /T 3",
        f"{FIELD} /Rect [a b] /V null",
        "/Subtype (FreeText) /Contents /Nee",
        "/Contents [7 0 R 99 0 R]",
        "",
    ],
)
def test_odd_things_over_a_page_do_no_harm(thing: str) -> None:
    assert read(thing, more=("/Parent 7 0 R /Kids [7 0 R]",)).remainders == {}


def test_what_lies_over_a_page_and_cannot_be_read_is_told() -> None:
    reading = read(
        "/Subtype /Text /Contents (a)",
        "/Subtype /FreeText /Contents 7 0 R",
        "/Subtype /FreeText /Contents 8 0 R",
        f"{FIELD} /V (b) /Rect [{'9' * 400} 0 0 0]",
        more=(
            stream(zlib.compress(b"c"), "/Filter /FlateDecode /DecodeParms << /Predictor 99 >>"),
            stream(b"R: Lang."),
        ),
    )
    assert reading.remainders == {"comments": "a", "form fields": "b", "box": "R: Lang."}
    assert told(reading) == ["page broken", "typed over pages"]


def test_what_lies_over_a_page_counts_for_what_a_pdf_may_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_filled, "_STEPS", 10**9)
    with pytest.raises(TranscriptError, match="refused as unsafe"):
        read(f"{FIELD} /V (b)")
    monkeypatch.undo()
    monkeypatch.setattr(Made.count, "__defaults__", (500,))
    with pytest.raises(TranscriptError, match="refused as unsafe"):
        read("/Subtype /Text /Contents 7 0 R", more=(stream(b"x" * 501),))
