"""How fast interviews are read, and in how much memory. Run by name:

    python -m pytest benchmarks/bench_reading.py

Twenty Word files of 6,000 words against python-docx's `paragraphs` in the same run, a thousand text files, and the peak
memory of a 50 MB file of subtitles.
"""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bp_qual.readers import read_paragraphs
from bp_qual.transcripts import count_turn_words, read_transcript

WORDS = 6_000


def make_turns(seed: int) -> Iterator[tuple[str, str]]:
    """Yield an interview of 6,000 words: short questions, and answers of many lengths."""
    chance, said, number = random.Random(seed), 0, 0
    vocabulary = ["".join(chance.choices("abcdeghiklmnoprstuvwz", k=chance.randint(2, 10))) for _ in range(2_000)]
    while said < WORDS:
        length = 12 if number % 2 == 0 else chance.choice((3, 12, 40, 90))
        talk = " ".join(chance.choices(vocabulary, k=length)).capitalize()
        yield ("I", f"{talk}?") if number % 2 == 0 else ("R", f"{talk}.")
        said, number = said + length, number + 1


@pytest.fixture(scope="module")
def word_files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("word")
    for seed in range(20):
        document = docx.Document()
        for label, talk in make_turns(seed):
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{label}: ").bold = True
            words = talk.split(" ")
            for place in range(0, len(words), 15):  # Word cuts a line into runs
                paragraph.add_run(" ".join(words[place : place + 15]) + " ")
        document.save(str(folder / f"{seed}.docx"))
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def text_files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("text")
    interviews = ["\n\n".join(f"{label}: {talk}" for label, talk in make_turns(seed)) for seed in range(10)]
    for number in range(1_000):
        (folder / f"{number}.txt").write_text(interviews[number % 10], encoding="utf-8")
    return sorted(folder.iterdir())


@pytest.mark.benchmark(group="20 Word files of 6,000 words")
def test_reading_word_with_our_walk(benchmark: BenchmarkFixture, word_files: list[Path]) -> None:
    readings = benchmark(lambda: [read_paragraphs(file) for file in word_files])
    assert sum(len(reading.text.split()) for reading in readings) >= 20 * WORDS


@pytest.mark.benchmark(group="20 Word files of 6,000 words")
def test_reading_word_with_python_docx(benchmark: BenchmarkFixture, word_files: list[Path]) -> None:
    benchmark(lambda: [[paragraph.text for paragraph in docx.Document(str(file)).paragraphs] for file in word_files])


def read(file: Path) -> int:
    transcript = read_transcript(file, interview=file.stem, wave="2010", persons={"P01": ()})
    return int(count_turn_words(transcript).sum())


@pytest.mark.benchmark(group="1,000 text files of 6,000 words, with speakers and words")
def test_reading_a_thousand_text_files(benchmark: BenchmarkFixture, text_files: list[Path]) -> None:
    words = benchmark.pedantic(lambda: sum(map(read, text_files)), rounds=1)
    assert words > 6_000_000


MEASURE = """
import resource, sys, time
from bp_qual.transcripts import read_transcript
start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
transcript = read_transcript(sys.argv[1], interview="a", wave="2010", persons={"P01": ("Jan",)})
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(len(transcript.turns), round((peak - before) / 1024), round(time.perf_counter() - start, 1))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells memory in another way")
def test_the_peak_memory_of_50_mb_of_subtitles(tmp_path: Path) -> None:
    cue = "{n}\n{at}.000 --> {at}.900\n<v {who}>We werken hier al {n} dagen samen aan de buurt en dat gaat.</v>\n\n"
    with (tmp_path / "long.vtt").open("w", encoding="utf-8") as file:
        file.write("WEBVTT\n\n")
        for number in range(450_000):
            at = f"{number // 3600 % 100:02}:{number // 60 % 60:02}:{number % 60:02}"
            file.write(cue.format(n=number, at=at, who="Eva" if number % 20 == 0 else "Jan"))
    size = (tmp_path / "long.vtt").stat().st_size / 1024**2
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(tmp_path / "long.vtt")], capture_output=True, text=True, check=True
    )
    turns, mebibytes, seconds = map(float, done.stdout.split())
    print(f"\n{size:.0f} MB of subtitles: {turns:,.0f} turns, {mebibytes:,.0f} MB above the start, {seconds:.1f} s")
    assert size > 45
    assert turns == 45_000
    assert mebibytes < 1_000
