"""One interview, saved in every way in which interviews come, is coded and counted the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from docx import Document

from bp_qual.codebook import read_codebook
from bp_qual.coding import apply_codebook
from bp_qual.panel import count_codes
from bp_qual.study import read_corpus
from reader_samples import make_samples

REPOSITORY = Path(__file__).parents[1]
CODEBOOK = read_codebook(REPOSITORY / "codebooks" / "best_persons.yaml")
Talk = list[tuple[str, str]]


@cache
def talk_of_the_sample() -> tuple[tuple[str, str], ...]:
    """Return who says what in one interview of the sample, each turn one paragraph: I for the interviewer, else R."""
    (transcript,) = (t for t in read_corpus(REPOSITORY / "transcripts_sample").transcripts if t.interview == "P08_2020")
    return tuple(
        ("I" if turn.role == "interviewer" else "R", " ".join(transcript.text[turn.start : turn.end].split()))
        for turn in transcript.turns
    )


def as_lines(talk: Talk, place: Path) -> None:
    place.with_suffix(".txt").write_text("\n\n".join(f"{who}: {said}" for who, said in talk), encoding="utf-8")


def as_windows_lines(talk: Talk, place: Path) -> None:
    text = "\r\n".join(f"{who}:\t{said}" for who, said in talk)
    place.with_suffix(".txt").write_bytes(b"\xef\xbb\xbf" + text.encode())


def as_old_windows_text(talk: Talk, place: Path) -> None:
    text = "\r\n".join(f"{who}: {said}" for who, said in talk)
    place.with_suffix(".txt").write_bytes(text.encode("cp1252"))


def as_labels_on_their_own_line(talk: Talk, place: Path) -> None:
    names = {"I": "Interviewer", "R": "Respondent"}
    place.with_suffix(".txt").write_text("\n\n".join(f"{names[who]}\n{said}" for who, said in talk), encoding="utf-8")


def as_time_stamped_lines(talk: Talk, place: Path) -> None:
    lines = [f"[00:{number:02}:07] {who}: {said}" for number, (who, said) in enumerate(talk)]
    place.with_suffix(".txt").write_text("\n".join(lines), encoding="utf-8")


def as_subtitles(talk: Talk, place: Path) -> None:
    names = {"I": "Interviewer", "R": "Respondent"}
    cues = [f"00:{n:02}:00.000 --> 00:{n:02}:59.000\n<v {names[who]}>{said}" for n, (who, said) in enumerate(talk)]
    place.with_suffix(".vtt").write_text("\n\n".join(["WEBVTT", *cues]) + "\n", encoding="utf-8")


def as_subtitles_with_names_in_the_text(talk: Talk, place: Path) -> None:
    cues = [f"{n + 1}\n00:{n:02}:00,000 --> 00:{n:02}:59,000\n{who}: {said}\n" for n, (who, said) in enumerate(talk)]
    place.with_suffix(".srt").write_text("\n".join(cues), encoding="utf-8")


def as_markdown(talk: Talk, place: Path) -> None:
    place.with_suffix(".md").write_text("\n\n".join(f"**{who}:** {said}" for who, said in talk), encoding="utf-8")


def as_rich_text(talk: Talk, place: Path) -> None:
    pytest.importorskip("striprtf")
    lines = [f"{who}: {said}".encode("cp1252") for who, said in talk]
    escaped = ["".join(chr(byte) if byte < 128 else f"\\'{byte:02x}" for byte in line) for line in lines]
    body = "\\par\n".join(escaped)
    place.with_suffix(".rtf").write_bytes(f"{{\\rtf1\\ansi\\ansicpg1252\\deff0\n{body}\\par\n}}".encode("ascii"))


def as_word(talk: Talk, place: Path) -> None:
    document = Document()
    document.add_heading("Gesprek", level=1)
    for who, said in talk:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{who}:").bold = True
        half = len(said) // 2
        paragraph.add_run(f" {said[:half]}")
        paragraph.add_run(said[half:])
    document.save(str(place.with_suffix(".docx")))


def as_a_word_table(talk: Talk, place: Path) -> None:
    document = Document()
    table = document.add_table(rows=0, cols=2)
    for who, said in talk:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = who, said
    document.save(str(place.with_suffix(".docx")))


WAYS = (
    *(as_lines, as_windows_lines, as_old_windows_text, as_labels_on_their_own_line, as_time_stamped_lines),
    *(as_subtitles, as_subtitles_with_names_in_the_text, as_markdown, as_rich_text, as_word, as_a_word_table),
)


def read_as(way: Callable[[Talk, Path], None], folder: Path) -> tuple[list[tuple[object, ...]], pd.DataFrame]:
    """Save the interview in a way and read it as a study of one file; return what is found, and in how much talk."""
    way(list(talk_of_the_sample()), folder / "P08_2020")
    corpus = read_corpus(folder)
    codings = apply_codebook(CODEBOOK, corpus)
    found = codings[["person", "wave", "code", "quote", "term", "negated", "prompted"]]
    return list(found.itertuples(index=False, name=None)), count_codes(codings, corpus, CODEBOOK).exposure


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[tuple[object, ...]], pd.DataFrame]:
    return read_as(as_lines, tmp_path_factory.mktemp("plain"))


def save_sample(name: str) -> Callable[[Talk, Path], None]:
    """Return what saves the interview as this sample of a format is saved."""

    def save(talk: Talk, place: Path) -> None:
        named = [({"I": "Interviewer", "R": "Respondent"}[who], said) for who, said in talk]
        place.with_suffix(Path(name).suffix).write_bytes(make_samples(named)[name])

    return save


@pytest.mark.sweep(4)
@pytest.mark.parametrize("name", make_samples())
def test_in_whatever_format_an_interview_is_the_same_is_found_in_as_many_words(name, plain, tmp_path: Path):
    found, exposure = read_as(save_sample(name), tmp_path)
    assert found == plain[0]
    pd.testing.assert_frame_equal(exposure, plain[1])


@pytest.mark.sweep(2)
@pytest.mark.parametrize("way", WAYS[1:], ids=lambda way: way.__name__)
def test_however_an_interview_is_saved_the_same_is_found_in_as_many_words(way, plain, tmp_path: Path):
    found, exposure = read_as(way, tmp_path)
    assert len(found) > 15
    assert found == plain[0]
    pd.testing.assert_frame_equal(exposure, plain[1])


def test_a_word_less_would_be_seen(plain, tmp_path: Path):
    """The teeth: the same interview without its last word is another one."""

    def cut(talk: Talk, place: Path) -> None:
        as_lines([*talk[:-1], (talk[-1][0], talk[-1][1].rsplit(" ", 1)[0])], place)

    assert not read_as(cut, tmp_path)[1].equals(plain[1])
