"""Half an emoji, as programs that count in UTF-16 cut it off: no text of ours, and no reason to break down."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bp_qual import export_codings, import_codings, read_codings, read_corpus, write_coding
from bp_qual.coding.by_hand import Event
from bp_qual.coding.by_hand.events import read_events, write_line

HALF = "\ud83d"
TALK = "I: Hoe?\nR: Iedere dinsdag een pan soep 😀 voor wie kwam.\n"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    for name in ("P01_2010", "P01_2020", "P02_2010", "P02_2020"):
        (folder / f"{name}.txt").write_text(TALK, encoding="utf-8")
    return folder


def write_annotation(path: Path, **said: str) -> Path:
    said = {"tag": "soep", "exact": "een pan soep", "memo": "", "name": "anna", "source": "P01_2010"} | said
    selector = {"type": "TextQuoteSelector", "exact": said["exact"]}
    selector |= {key: said[key] for key in ("prefix", "suffix") if key in said}
    body = [{"purpose": "tagging", "value": said["tag"]}, {"purpose": "commenting", "value": said["memo"]}]
    target = {"source": said["source"], "selector": [selector]}
    annotation = {"type": "Annotation", "body": body, "creator": {"name": said["name"]}, "target": target}
    path.write_text(json.dumps([annotation]), encoding="utf-8")
    return path


@pytest.mark.slow
@pytest.mark.parametrize(
    "said",
    [
        {"tag": f"soep {HALF}"},
        {"tag": f"eten > soep {HALF}"},
        {"exact": f"een pan soep {HALF}"},
        {"exact": f"nergens gezegd {HALF}"},
        {"memo": f"mooi {HALF}"},
        {"name": f"an{HALF}na"},
        {"prefix": "\ude00 dinsdag "},
        {"suffix": f" {HALF}"},
        {"source": f"P01_2010{HALF}"},
    ],
)
def test_an_annotation_with_half_an_emoji_is_read_and_the_study_stays_whole(
    study: Path, tmp_path: Path, said: dict[str, str]
) -> None:
    path = write_annotation(tmp_path / "half.json", **said)
    done = import_codings(path, study, listed_in=tmp_path / "listed.csv")
    done.say("nl").encode()
    assert len(done.codings) + len(done.listed) > 0
    import_codings(path, study)
    coders = [file.stem for file in (study / "codings").glob("*.jsonl")]
    for coder in coders:
        state = read_codings(study, coder=coder)
        assert HALF not in repr(state.codings.values.tolist()) + repr(state.memos.values.tolist())
    if len(done.codings):
        export_codings(study, tmp_path / "out.csv")


def test_a_quote_that_was_cut_through_an_emoji_is_found_by_its_words(study: Path, tmp_path: Path) -> None:
    path = write_annotation(tmp_path / "half.json", exact=f"een pan soep {HALF}", suffix="\ude00 voor")
    done = import_codings(path, study)
    assert done.codings["quote"].tolist() == ["een pan soep "]


def test_half_an_emoji_in_a_memo_and_a_code_is_the_sign_for_a_letter_that_is_lost(study: Path, tmp_path: Path) -> None:
    path = write_annotation(tmp_path / "half.json", memo=f"mooi {HALF}", tag=f"soep {HALF}")
    done = import_codings(path, study)
    assert done.codings["memo"].tolist() == ["mooi \ufffd"]
    assert [*done.labels.values()] == ["soep \ufffd"]


def test_a_whole_emoji_that_json_writes_as_two_halves_stays(study: Path, tmp_path: Path) -> None:
    done = import_codings(write_annotation(tmp_path / "whole.json", memo="mooi 😀"), study)
    assert done.codings["memo"].tolist() == ["mooi 😀"]


def test_half_an_emoji_in_a_transcript_of_speech_recognition_is_told_as_a_letter_that_is_lost(study: Path) -> None:
    said = {"segments": [{"start": 1, "end": 2, "text": f"Ja hoor {HALF} graag", "speaker": "A"}]}
    (study / "P03_2010.json").write_text(json.dumps(said), encoding="utf-8")
    corpus = read_corpus(study)
    read = next(transcript for transcript in corpus.transcripts if transcript.interview == "P03_2010")
    assert "Ja hoor \ufffd graag" in read.text
    assert "lost before this file was saved" in " ".join(note.say("en") for note in read.notes)


def test_half_an_emoji_in_the_file_of_a_coder_is_no_half_once_it_is_read() -> None:
    events, damage = read_events(write_line(Event("e1", "memo", note=f"mooi {HALF}")) + b"\n")
    assert ([event.note for event in events], damage) == (["mooi \ufffd"], ())


def test_a_coding_in_a_notebook_with_half_an_emoji_leaves_the_study_whole(study: Path, tmp_path: Path) -> None:
    import_codings(write_annotation(tmp_path / "one.json"), study)
    start = TALK.index("dinsdag")
    said = {"interview": "P01_2020", "start": start, "end": start + 7, "code": "soep", "note": f"let op {HALF}"}
    write_coding(study, said, coder="anna")
    assert "let op \ufffd" in [*read_codings(study, coder="anna").memo_of.values()]
