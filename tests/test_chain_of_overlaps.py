"""A chain of overlapping codings counts as the page on coding by hand says."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import apply_codebook, import_codings, read_codebook, read_codings, read_corpus, read_study
from bp_qual.coding.combining import combine_codings

QUOTES = ("een twee drie", "drie vier vijf", "vijf zes zeven")


@pytest.mark.sweep(1)
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_of_three_that_overlap_in_turn_the_outer_two_count(tmp_path: Path, order: tuple[int, ...]) -> None:
    (tmp_path / "P01_2010.txt").write_text("I: Tel.\nR: een twee drie vier vijf zes zeven.\n", encoding="utf-8")
    rows = "".join(f"P01,2010,tel,{QUOTES[number]}\n" for number in order)
    (path := tmp_path / "list.csv").write_text(f"person,wave,code,quote\n{rows}", encoding="utf-8")
    import_codings(path, tmp_path, coder="anna")
    corpus, book = read_corpus(read_study(tmp_path)), read_codebook(tmp_path / "codebook.yaml")
    hand = read_codings(tmp_path, coder="anna")
    combined = combine_codings(apply_codebook(book, corpus), hand, corpus, book, count="human")
    assert combined.codings["quote"].tolist() == ["een twee drie", "vijf zes zeven"]
