"""Several files in one: put together, or one inside another. What is read is told apart from what is not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import openpyxl
import pytest

from bp_qual.errors import TranscriptError
from bp_qual.readers import read_data
from reader_samples import make_pdf


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def small_packages(said: str) -> dict[str, dict[str, bytes | str]]:
    """Return the parts of small documents in which somebody says this, by ending."""
    book = openpyxl.Workbook()
    for row in (("speaker", "text"), ("R", said)):
        book.active.append(row)
    book.save(buffer := io.BytesIO())
    with zipfile.ZipFile(buffer) as archive:
        sheet: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    body = f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>R: {said}</w:t></w:r></w:p></w:body></w:document>'
    text = f"<o:body><o:text><t:p>R: {said}</t:p></o:text></o:body></o:document-content>"
    text = f'<o:document-content xmlns:o="{OFFICE}" xmlns:t="{TEXT}">{text}'
    kind = "application/vnd.oasis.opendocument.text"
    return {
        ".docx": {"word/document.xml": body},
        ".odt": {"mimetype": kind, "content.xml": text},
        ".xlsx": sheet,
    }


@pytest.mark.parametrize("ending", [".docx", ".odt", ".xlsx", ".pdf"])
def test_two_documents_put_together_are_refused_and_padding_is_not(ending: str) -> None:
    def made(said: str) -> bytes:
        return make_pdf([[f"R: {said}"]]) if ending == ".pdf" else packed(small_packages(said)[ending])

    first, second = made("Eerste keer."), made("Tweede keer.")
    assert "Tweede keer." in read_data(second + b"\r\n\0\0", where=f"a{ending}").text
    with pytest.raises(TranscriptError, match="as if files were put together"):
        read_data(first + second, where=f"a{ending}")


@pytest.mark.parametrize("place", ["before", "behind"])
def test_text_pasted_to_a_package_is_refused(place: str) -> None:
    made = packed(small_packages("Ja.")[".docx"])
    with pytest.raises(TranscriptError, match="13 bytes"):
        read_data(b"PK ook gezegd" + made if place == "before" else made + b"R: ook gezegd", where="a.docx")
    commented = io.BytesIO(made)
    with zipfile.ZipFile(commented, "a") as archive:
        archive.comment = b"made by a program"
    assert read_data(commented.getvalue(), where="a.docx").text == "R: Ja."


def test_a_part_that_the_directory_of_a_package_does_not_list_is_refused() -> None:
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as archive:
        for name in ("word/a.xml", "word/footnotes.xml", "word/document.xml"):
            archive.writestr(name, small_packages("Ja.")[".docx"]["word/document.xml"])
        del archive.filelist[1]
    with pytest.raises(TranscriptError, match="as if files were put together"):
        read_data(buffer.getvalue(), where="a.docx")


INSIDE = packed(small_packages("Diep erin.")[".docx"])


@pytest.mark.sweep(9)
@pytest.mark.parametrize(
    ("name", "content", "read"),
    [
        ("word/embeddings/Document1.docx", INSIDE, True),
        ("word/afchunk1.docx", INSIDE, True),
        ("word/afchunk1.txt", b"R: Diep erin.", True),
        ("word/afchunk1.html", b"<p>R: Diep erin.</p>", True),
        ("xl/embeddings/Sheet1.xlsx", packed(small_packages("Diep erin.")[".xlsx"]), True),
        ("Object 1", packed(small_packages("Diep erin.")[".odt"]), True),
        ("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0 Diep erin.", False),
        ("word/embeddings/Document1.docx", b"PK\x03\x04 half", False),
        ("ppt/embeddings/slides.pptx", packed({"ppt/slides/slide1.xml": "<a/>"}), False),
    ],
)
@pytest.mark.parametrize("ending", [".docx", ".odt", ".xlsx"])
def test_a_file_inside_a_document_is_kept_apart_and_told(ending: str, name: str, content: bytes, read: bool) -> None:
    reading = read_data(packed({**small_packages("Ja.")[ending], name: content}), where=f"a{ending}")
    assert "Diep erin." not in reading.text
    assert ("Diep erin." in reading.remainders.get("inserted files", "")) == read
    assert [note.kind for note in reading.notes] == ["files inserted"]


@pytest.mark.parametrize(
    "name", ["word/media/image1.png", "Thumbnails/thumbnail.pdf", "word/vbaProject.bin", "word/theme/a.bin"]
)
def test_pictures_and_the_like_inside_a_document_are_not_told(name: str) -> None:
    content = b"\xd0\xcf\x11\xe0" if name.endswith("vbaProject.bin") else b"%PDF-" if "thumb" in name else b"\x89PNG"
    reading = read_data(packed({**small_packages("Ja.")[".docx"], name: content}), where="a.docx")
    assert reading.notes == ()


def test_an_inserted_document_is_known_by_what_names_it_whatever_its_name() -> None:
    relation = f'<Relationship Id="r1" Type="{RELATIONS}/aFChunk" Target="/word/odd.xyz"/>'
    relations = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation}</Relationships>'
    more = {"word/_rels/document.xml.rels": relations, "word/odd.xyz": "iets"}
    reading = read_data(packed({**small_packages("Ja.")[".docx"], **more}), where="a.docx")
    assert [note.kind for note in reading.notes] == ["files inserted"]


@pytest.mark.parametrize("element", ["altChunk", "subDoc"])
def test_a_document_to_be_shown_within_is_told(element: str) -> None:
    parts = small_packages("Ja.")[".docx"]
    shown = str(parts["word/document.xml"]).replace(
        "</w:body>", f'<w:p><w:{element} r:id="r1" xmlns:r="{RELATIONS}"/></w:p></w:body>'
    )
    reading = read_data(packed({"word/document.xml": shown}), where="a.docx")
    assert [note.kind for note in reading.notes] == ["document inserted"]


def test_an_object_inside_rich_text_is_told_with_its_program() -> None:
    inside = rb"{\object\objemb{\*\objclass Word.Document.8}{\*\objdata 010500}{\result {\pict 00}}}\par "
    for data, told in ((inside, ["Word.Document.8"]), (b"", []), (inside.replace(b"Word.Document.8", b""), ["-"])):
        reading = read_data(rb"{\rtf1\ansi I: Hoe?\par " + data + b"R: Ja.}", where="a.rtf")
        assert reading.text == "I: Hoe?\nR: Ja."
        assert [(note.kind, note.values["endings"]) for note in reading.notes] == [("files inserted", told)] * bool(
            told
        )


def test_a_file_attached_to_a_pdf_is_told() -> None:
    made = make_pdf([["R: Ja."]])
    attached = made.replace(b"endobj", b"endobj\n9 0 obj << /Type /EmbeddedFile /Length 0 >> endobj", 1)
    assert [note.kind for note in read_data(attached, where="a.pdf").notes] == ["files inserted"]
    assert read_data(made, where="a.pdf").notes == ()
