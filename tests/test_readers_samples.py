"""Files that others wrote to test their own readers: each is read, or refused with a name.

They come with the source packages of webvtt-py, srt, pympi-ling and praatio, and are no part of this project. Put these
packages into the folder that BP_QUAL_SAMPLES names, or set BP_QUAL_DOWNLOAD=1 to have pip fetch them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from bp_qual.errors import TranscriptError
from bp_qual.readers import count_visible, read_data

PACKAGES = ("webvtt-py==0.6.0", "srt==3.5.3", "pympi-ling==1.71", "praatio==6.2.2")
ENDINGS = (".vtt", ".srt", ".eaf", ".TextGrid")
REFUSED = {
    "empty.vtt": "is empty",
    "no_captions.vtt": "holds no subtitles",
    "invalid_format1.srt": "holds no subtitles",
    "invalid_format2.srt": "holds no subtitles",
    "invalid_format3.srt": "holds no subtitles",
    "invalid_format4.srt": "holds no text",
    "empty_textgrid.TextGrid": "holds no talk",
}


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = Path(os.environ.get("BP_QUAL_SAMPLES", "no such folder"))
    if os.environ.get("BP_QUAL_DOWNLOAD"):
        folder = tmp_path_factory.mktemp("samples")
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "-q",
            "--no-deps",
            "--no-binary",
            ":all:",
            "-d",
            str(folder),
        ]
        for package in PACKAGES:
            subprocess.run([*command, package], check=False, timeout=120, capture_output=True)
    found = {}
    for package in folder.glob("*.tar.gz"):
        with tarfile.open(package) as archive:
            for member in archive:
                if member.isfile() and member.name.endswith(ENDINGS) and (file := archive.extractfile(member)):
                    found[Path(member.name).name] = file.read()
    if not found:
        pytest.skip("the sample files of other packages are not here (BP_QUAL_SAMPLES, BP_QUAL_DOWNLOAD)")
    return found


def test_the_samples_of_other_packages_are_read_or_refused_with_a_name(samples: dict[str, bytes]) -> None:
    wrong = {}
    for name, data in samples.items():
        try:
            reading = read_data(data, where=name)
            if name in REFUSED or not count_visible(reading.text):
                wrong[name] = "was read"
        except TranscriptError as err:
            if REFUSED.get(name, "no reason") not in str(err):
                wrong[name] = str(err)
    assert wrong == {}
    assert len(samples) > 40


def test_speakers_and_rolling_captions_of_the_samples_come_out_right(samples: dict[str, bytes]) -> None:
    teams = read_data(samples["non_padded_timestamps.vtt"], where="a.vtt")
    assert [line.label for line in teams.paragraphs] == ["Jane Doe", "John Smith", "Jane Doe"]
    youtube = read_data(samples["youtube_dl.vtt"], where="a.vtt")
    assert " ".join(youtube.text.split()) == "yeah what this will happen is I'm telling"
    merged = read_data(samples["textgrid_to_merge.TextGrid"], where="a.TextGrid")
    assert {line.label for line in merged.paragraphs} == {"bob", "mary", "sarah"}
