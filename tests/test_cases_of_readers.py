"""The open cases that are a reader's matter: subtitles, PDF, hidden text, encodings, rows of questions and answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader_case_outcomes import Case, assert_right, needs_cases, read_cases

OF_READERS = (
    "all_in_one_paragraph.docx cp850.txt hidden.html hidden.odt hidden.rtf hidden_by_a_style.docx "
    "joined_under_review.docx question_answer_heads.docx text_spoilt_before.txt voice_tags_in_txt.txt xhtml.html"
)
OF_SPEAKERS = "short_answers.vtt"
READ = [*read_cases("subtitles"), *read_cases("pdf")]
READ = [case for case in READ if case.file.name not in OF_SPEAKERS]
READ += [case for case in read_cases("speakers") if case.file.name in OF_READERS]


@pytest.mark.sweep(6)
@needs_cases
@pytest.mark.parametrize("case", READ, ids=lambda case: case.file.name)
def test_an_open_case_of_a_reader_is_read_as_it_should_be(case: Case, tmp_path: Path) -> None:
    assert_right(case, tmp_path / "study")
