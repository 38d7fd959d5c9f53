"""Who speaks in an interview goes out in a REFI-QDA project and comes back, also where its text does not say it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from bp_qual import export_codings, import_codings
from bp_qual.exchange.refi_speakers import speaker_lines
from bp_qual.study import read_corpus, read_study
from bp_qual.transcripts import Transcript, Turn
from refi_builders import pack

CODEBOOK = "codebook: c\nversion: 1.0.0\nlanguage: nl\ncodes:\n  - id: thuis\n    label: Thuis\n"
SAID = (
    ("Leider", "Hoe was het?"),
    ("Marie", '- Wij bleven thuis, "samen". Caf\u00e9 \U0001f600!'),
    ("Piet", "=Wij bleven thuis"),
    ("Leider", "En toen?"),
    ("Piet", "'t Was; goed | mooi"),
    ("Marie", "+31 Wij gingen weg"),
)
SUBTITLES = "WEBVTT\n\n" + "".join(
    f"00:{number:02}.000 --> 00:{number:02}.900\n<v {label}>{words}\n\n" for number, (label, words) in enumerate(SAID)
)
LABELLED = "".join(f"{label}: {words}\n" for label, words in SAID)


def make_study(folder: Path, ending: str, text: str, *, persons: tuple[str, ...] = ("Marie", "Piet")) -> Path:
    folder.mkdir()
    (folder / f"duo{ending}").write_text(text, encoding="utf-8")
    rows = "".join(f"duo{ending},P{n},2010,2010-05-0{n},{label}\n" for n, label in enumerate(persons, start=1))
    (folder / "interviews.csv").write_text(f"file,person,wave,date,speaker\n{rows}", encoding="utf-8")
    (folder / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    (folder / "study.yaml").write_text("language: nl\ncodebook: codebook.yaml\ncount: human\n", encoding="utf-8")
    coded, quotes = folder.parent / "list.csv", ("Wij gingen weg", "Was; goed")
    said = "".join(f"P{n},2010,thuis,{quotes[n - 1]}\n" for n in range(1, len(persons) + 1))
    coded.write_text(f"person,wave,code,quote\n{said}", encoding="utf-8")
    import_codings(coded, folder, coder="anna")
    return folder


def coded_in(folder: Path) -> list[list[object]]:
    """Return what is coded, with whose words it is."""
    events = map(json.loads, (folder / "codings" / "anna.jsonl").read_text("utf-8").splitlines())
    rows = [event for event in events if event["do"] == "add"]
    (talk,) = read_corpus(read_study(folder)).transcripts
    return sorted(
        [row["start"], row["end"], row["quote"], next(t.person for t in talk.turns if t.start <= row["start"] < t.end)]
        for row in rows
    )


@pytest.mark.slow
@pytest.mark.parametrize(("ending", "text"), [(".vtt", SUBTITLES), (".txt", LABELLED)])
@pytest.mark.parametrize("count", [2, 1])
def test_speakers_and_dates_go_out_and_come_back_into_an_empty_folder(
    tmp_path: Path, ending: str, text: str, count: int
) -> None:
    study = make_study(tmp_path / "study", ending, text, persons=("Marie", "Piet")[:count])
    lost = export_codings(study, tmp_path / "out.qdpx")
    assert not [remark for remark in lost if remark.kind == "lost speakers"]
    done = import_codings(tmp_path / "out.qdpx", empty := tmp_path / "empty")
    assert (len(done.listed), coded_in(empty)) == (0, coded_in(study))
    assert [turn[:2] for turn in turns_in(empty)] == [turn[:2] for turn in turns_in(study)]
    (before,), (after,) = (read_corpus(read_study(folder)).transcripts for folder in (study, empty))
    assert (after.text, after.date, after.persons) == (before.text, before.date, before.persons)
    assert not [remark for remark in done.lost if "speakers" in str(remark)]
    again = import_codings(tmp_path / "out.qdpx", study, dry_run=True)
    assert (len(again.listed), again.codings["new"].any()) == (0, False)


def turns_in(folder: Path) -> list[tuple[str, str, int, int]]:
    (talk,) = read_corpus(read_study(folder)).transcripts
    return [(turn.speaker, turn.person, turn.start, turn.end) for turn in talk.turns]


@pytest.mark.slow
def test_a_text_that_was_changed_elsewhere_has_no_speakers_left(tmp_path: Path) -> None:
    study = make_study(tmp_path / "study", ".vtt", SUBTITLES)
    export_codings(study, tmp_path / "out.qdpx")
    with zipfile.ZipFile(tmp_path / "out.qdpx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changed = {name: b"Eerst. " + data if name.endswith(".txt") else data for name, data in parts.items()}
    (tmp_path / "changed.qdpx").write_bytes(pack(changed))
    done = import_codings(tmp_path / "changed.qdpx", tmp_path / "empty")
    assert (len(done.codings), len(done.listed)) == (0, 2)


def test_turns_that_cannot_be_said_are_told_as_before(tmp_path: Path) -> None:
    text = SUBTITLES.replace("<v Marie>", "<v Marie = zij>")
    study = make_study(tmp_path / "study", ".vtt", text, persons=("Marie = zij", "Piet"))
    lost = export_codings(study, tmp_path / "out.qdpx")
    assert [remark.values["n"] for remark in lost if remark.kind == "lost speakers"] == [1]


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("Hoe?\nJa.\nNee.", [("Jo", 0, 4, 0.0), ("An", 5, 13, 1.0)]),  # a turn of two lines
        ("Hoe?\nJa. Nee.", [("Jo", 0, 4, 0.0), ("An", 5, 8, 1.0), ("An", 9, 13, 2.0)]),  # two turns of one speaker
        ("Hoe?\nLacht\nJa.", [("Jo", 0, 4, 0.0), ("An", 11, 14, 1.0)]),  # what nobody says stands between them
        ("Hoe?\nJa.", [("Jo", 0, 4, 2.0), ("An", 5, 8, 1.0)]),  # not in order of time
    ],
)
def test_turns_that_a_list_of_them_would_not_give_back_do_not_go_out(
    text: str, turns: list[tuple[str, int, int, float | None]]
) -> None:
    said = tuple(
        Turn(number, label, "respondent", start, end, "P01" * (label == "An"), at)
        for number, (label, start, end, at) in enumerate(turns)
    )
    assert speaker_lines(Transcript("P01_2010", ("P01",), "2010", text, said)) == ""
