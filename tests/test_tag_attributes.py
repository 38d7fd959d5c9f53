"""A tag of a web page with attributes without number is refused at once; a parser took hours over it."""

from __future__ import annotations

import contextlib

import pytest

from bp_qual.errors import TranscriptError
from bp_qual.readers import read_data
from bp_qual.readers.tag_attributes import MOST, check_tags
from processor_time import at_most


def many(n: int, form: str = "a{}=1") -> str:
    return " ".join(form.format(number) for number in range(n))


@pytest.mark.sweep(2)
@pytest.mark.parametrize("form", ["a{}=1", "a{}", 'a{}="1 > 0"', "a{}='x'", '"{}', "a{}\n=\n1"])
@pytest.mark.parametrize("tag", ["p", "html", "body", "b-x", "iframe"])
def test_a_tag_with_very_many_attributes_is_refused_in_time(tag: str, form: str) -> None:
    page = f"<div>\n<{tag} {many(100_000, form)}>R: ja</{tag}></div>"
    refused = pytest.raises(TranscriptError, match=r"^a\.html:2  has a tag with [\d,]+ attributes \(at most 2,000")
    with at_most(20), refused:
        read_data(page.encode(), where="a.html")


@pytest.mark.slow
def test_many_attributes_in_a_page_within_a_page_are_no_attributes() -> None:
    page = f'<p>R: ja</p><iframe srcdoc="<p {many(20_000)}>R: nee</p>"></iframe>'
    with at_most(20):
        assert "R: ja" in read_data(page.encode(), where="a.html").text


def test_as_many_as_are_allowed_are_read_in_time() -> None:
    page = f"<p {many(MOST)}>R: ja</p>" * 50
    with at_most(20):
        assert read_data(page.encode(), where="a.html").text.count("R: ja") == 50


@pytest.mark.sweep(1)
@pytest.mark.parametrize("piece", ["<a ", '<a "', "<a x=", "<a/", "<", "<a x ='", "R: <lacht> ja nee "])
def test_the_look_at_the_tags_takes_no_longer_than_the_page_is_long(piece: str) -> None:
    with at_most(20), contextlib.suppress(TranscriptError):
        check_tags(piece * (1_000_000 // len(piece)), "a.html")
