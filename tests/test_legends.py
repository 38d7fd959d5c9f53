"""Lines at the top that say who is who under the labels of the talk: kept apart, and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.transcripts.parsing import read_transcript
from talk_builders import FORMATS
from test_unlabelled_paragraphs import SAID, TURNS, read, said_by, told

NAMES = (
    *(["I: Eva Smit", "R: Jan Bos"], ["I: Eva", "R: Mevr. Jansen"], ["I: Eva", "R: Jan Bos"]),
    *(["R: dhr. Bos", "I: Eva Smit"], ["Respondent (R): Mevr. Jansen", "Interviewer (I): Eva"]),
)
LEGENDS = (
    ["I: Eva Smit, onderzoeker", "R: Jan Bos, 65 jaar, voorzitter van de club"],
    ["R : lid van de club"], ["R: respondent (bakker)", "I: interviewer"], ["R: mevrouw De Boer (lid van de club)"],
    ["I: interviewer; R: respondent"], ["I: Eva", "R: Jan (bakker)", "Datum: 3 mei"],
    ["I: Eve Smith, researcher", "R: John Bell (65 years)"], ["I: interviewer", "R: respondent", "R2: partner van R"],
    *NAMES,
)  # fmt: skip


@pytest.mark.parametrize("parting", ["\n\n", "\n"])
@pytest.mark.parametrize("legend", LEGENDS, ids=str)
def test_lines_that_say_who_is_who_are_nobodys_talk(tmp_path: Path, legend: list[str], parting: str) -> None:
    if parting == "\n" and legend in NAMES:
        return  # nothing tells it from a greeting
    text = "\n".join(legend) + parting + "\n".join(TURNS)
    transcript = read(tmp_path, text)
    assert said_by(transcript, "respondent") == [*SAID, *SAID]
    assert told(transcript, "legend")[0] == legend[0]
    assert not told(read(tmp_path, text, labels="I:|R:|R2:"), "legend")
    assert said_by(read(tmp_path, text, labels="I:|R:|R2:"), "respondent")[-8:] == [*SAID, *SAID]


@pytest.mark.parametrize("ending", ["docx", "odt", "html", "md", "rtf"])
def test_they_are_in_every_format(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_bytes(FORMATS[ending]([*LEGENDS[0], *TURNS]))
    transcript = read_transcript(path, interview="a", wave="1", persons={"P01": ()})
    assert said_by(transcript, "respondent") == [*SAID, *SAID]


@pytest.mark.parametrize(
    "first",
    [
        ["I: Hallo Jan", "R: Hallo Eva", ""], ["I: Goedemorgen, Jan Bos", "R: Dag"], ["R: Jan Bos, 65 jaar."],
        ["I: Wie bent u", "R: Jan Bos, 65 jaar, voorzitter"], ["I: Hoe heet u?", "R: Jan Bos, 65 jaar"],
        ["I: Jan", "R: Ja"], ["R: Nou, vrijwilliger ben ik niet"],
        ["I: Mevrouw Jansen", "R: Ja", ""], ["I: Eva", "R: Jan", ""],
        ["R: Vrijwilliger ben ik niet"], ["I: Eva Smit", "R: Jan Bos"],
    ],
)  # fmt: skip
def test_first_words_of_a_talk_stay_talk(tmp_path: Path, first: list[str]) -> None:
    transcript = read(tmp_path, "\n".join([*first, *TURNS]))
    assert not told(transcript, "legend")
    assert "before the first speaker" not in transcript.remainders


def test_a_file_of_nothing_else_is_no_legend(tmp_path: Path) -> None:
    assert not told(read(tmp_path, "I: Eva Smit, onderzoeker\nR: Jan Bos, 65 jaar\n"), "legend")


def test_a_label_that_comes_again_ends_a_legend(tmp_path: Path) -> None:
    transcript = read(tmp_path, "\n".join(["R: Jan Bos, 65 jaar", "R: Bakker", *TURNS]))
    assert told(transcript, "legend") == ("R: Jan Bos, 65 jaar",)
    assert said_by(transcript, "respondent")[0] == "Bakker"


def test_a_legend_is_told_once(tmp_path: Path) -> None:
    transcript = read(tmp_path, "\n".join(["I: Eva", "R: Mevr. Jansen", "", *TURNS]))
    assert told(transcript, "legend") == ("I: Eva", "R: Mevr. Jansen")
    assert not told(transcript, "label within a turn")
