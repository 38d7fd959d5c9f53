"""Comments in Word documents that are made otherwise than Word makes them: what is there is read, and nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from bp_qual.exchange.coding_formats import read_received
from bp_qual.exchange.word_comments import read_word_comments
from program_builders import WORD, make_commented

LINES = ("R: It is far too much.", "R: My sister helps me.")
MUCH, SISTER = ("far too much", "stress", "anna"), ("My sister", "family", "anna")


def edited(data: bytes, old: str, new: str) -> bytes:
    """Return a document with something else in the part with its comments."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    assert old in files["word/comments.xml"]
    files["word/comments.xml"] = files["word/comments.xml"].replace(old, new)
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def test_a_document_without_comments_beside_one_with_them_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(buffer := io.BytesIO(make_commented(LINES, [MUCH]))) as archive:
        kept = {name: archive.read(name) for name in archive.namelist() if name != "word/comments.xml"}
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as archive:
        for name, data in kept.items():
            archive.writestr(name, data)
    (tmp_path / "P01_2010.docx").write_bytes(make_commented(LINES, [MUCH]))
    (tmp_path / "P02_2010.docx").write_bytes(buffer.getvalue())
    assert [passage.quote for passage in read_received(tmp_path).passages] == ["far too much"]


@pytest.mark.parametrize(
    "between", ["<!-- made by hand -->", '<w:note w:id="1"><w:p><w:r><w:t>sleep</w:t></w:r></w:p></w:note>']
)
def test_what_is_no_comment_in_the_part_with_the_comments_is_none(between: str) -> None:
    data = make_commented(LINES, [MUCH, SISTER])
    begin = data_of(data).index('<w:comment w:id="1"')
    second = data_of(data)[begin:].removesuffix("</w:comments>")
    received = read_word_comments({"P01.docx": edited(data, second, between)}, "P01.docx")
    assert [code.name for code in received.codes] == ["stress"]


def data_of(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/comments.xml").decode()


def test_a_mark_within_a_comment_is_no_part_of_what_it_says() -> None:
    data = edited(make_commented(LINES, [MUCH]), "<w:t>stress", '<w:commentRangeStart w:id="7"/><w:t>stress')
    assert [code.name for code in read_word_comments({"P01.docx": data}, "P01.docx").codes] == ["stress"]


def with_answers(*pairs: tuple[str, str]) -> bytes:
    """Return a document in which the second comment has the paragraph B and the first A, with who answers whom."""
    data = make_commented(LINES, [MUCH, ("far too much", "Really?", "bert")])
    data = edited(data, "<w:p><w:r><w:t>stress", '<w:p w:paraId="A"><w:r><w:t>stress')
    data = edited(data, "<w:p><w:r><w:t>Really?", '<w:p w:paraId="B"><w:r><w:t>Really?')
    said = "".join(f'<w:ex w:paraId="{answer}" w:paraIdParent="{asked}"/>' for answer, asked in pairs)
    with zipfile.ZipFile(buffer := io.BytesIO(data), "a") as archive:
        archive.writestr("word/commentsExtended.xml", f"<w:exs {WORD}>{said}</w:exs>")
    return buffer.getvalue()


@pytest.mark.parametrize("pairs", [(("B", "A"),), (("B", "A"), ("B", "A"))])
def test_an_answer_to_a_comment_is_a_memo_of_who_answered(pairs: tuple[tuple[str, str], ...]) -> None:
    received = read_word_comments({"P01.docx": with_answers(*pairs)}, "P01.docx")
    assert [(code.name) for code in received.codes] == ["stress"]
    assert [(passage.coder, passage.memo) for passage in received.passages] == [("anna", ""), ("bert", "Really?")]


@pytest.mark.parametrize("pair", [("B", ""), ("", "A"), ("B", "B"), ("B", "elsewhere"), ("elsewhere", "A")])
def test_a_comment_that_answers_none_of_the_document_is_one_of_its_own(pair: tuple[str, str]) -> None:
    received = read_word_comments({"P01.docx": with_answers(pair)}, "P01.docx")
    assert [code.name for code in received.codes] == ["stress", "Really?"]


def test_a_comment_without_a_name_for_its_paragraph_is_answered_by_none() -> None:
    data = edited(with_answers(("B", "")), ' w:paraId="A"', "")
    assert [code.name for code in read_word_comments({"P01.docx": data}, "P01.docx").codes] == ["stress", "Really?"]


@pytest.mark.parametrize("name", ["Work more than 40 :: hours", "A → B"])
def test_a_comment_that_is_a_name_of_the_codebook_is_no_path(name: str) -> None:
    data = make_commented(LINES, [("far too much", name, "anna")])
    said = read_word_comments({"P01.docx": data}, "P01.docx", known=[name], settled=[name])
    assert [code.name for code in said.codes] == [name]
