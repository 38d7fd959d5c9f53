"""A time that no file gives is not 0:00: it stays missing, also where others of the file have one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bp_qual import export_codings, import_codings, read_corpus
from bp_qual.exchange.refi_speakers import speaker_lines
from bp_qual.readers import read_paragraphs
from bp_qual.transcripts import Transcript, Turn

REV = {
    "monologues": [{"speaker": n, "elements": [{"type": "text", "value": w}]} for n, w in enumerate(("Hoe?", "Ja."))]
}
WORDS = [{"word": "Hoe?", "speaker": 1}, {"word": "Ja.", "speaker": 2}]
AMAZON_ITEMS = [
    {"type": "pronunciation", "alternatives": [{"content": word}], "speaker_label": f"spk_{n}"}
    for n, word in enumerate(("Hoe?", "Ja."))
]
SHAPES = {
    "segments": {"segments": [{"text": "Hoe?", "speaker": "A"}, {"text": "Ja.", "speaker": "B"}]},
    "list": [{"text": "Hoe?", "speaker": "A"}, {"text": "Ja.", "speaker": "B"}],
    "no number": {"segments": [{"text": "Hoe?", "speaker": "A", "start": "?"}, {"text": "Ja.", "speaker": "B"}]},
    "rev": REV,
    "amazon": {"results": {"items": AMAZON_ITEMS}},
    "deepgram": {"results": {"channels": [{"alternatives": [{"transcript": word}]} for word in ("Hoe?", "Ja.")]}},
    "deepgram words": {"results": {"channels": [{"alternatives": [{"transcript": "Hoe? Ja.", "words": WORDS}]}]}},
    "azure": {"recognizedPhrases": [{"speaker": n, "nBest": [{"display": w}]} for n, w in enumerate(("Hoe?", "Ja."))]},
    "azure fast": {
        "combinedPhrases": [],
        "phrases": [{"speaker": n, "text": w} for n, w in enumerate(("Hoe?", "Ja."))],
    },
    "google": {"results": [{"alternatives": [{"transcript": "Hoe?"}]}, {"alternatives": [{"transcript": "Ja."}]}]},
    "youtube": {"events": [{"segs": [{"utf8": "Hoe?"}]}, {"segs": [{"utf8": "Ja."}]}]},
}
TEXTS = {
    "a.xml": '<TEI><text><body><u who="#A">Hoe?</u><u who="#B">Ja.</u></body></text></TEI>',
    "b.xml": '<TEI><text><timeline><when xml:id="T0"/></timeline><body><u who="#A" start="#T0">Hoe?</u>'
    '<u who="#B" start="#T9">Ja.</u></body></text></TEI>',
    "a.cha": "@Begin\n*A:\thoe ?\n*B:\tja .\n@End\n",
    "a.eaf": "<ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID='a'/></TIME_ORDER>"
    + "".join(
        f"<TIER TIER_ID='{name}'><ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1='a' TIME_SLOT_REF2='a'>"
        f"<ANNOTATION_VALUE>{said}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>"
        for name, said in (("A", "Hoe?"), ("B", "Ja."))
    )
    + "</ANNOTATION_DOCUMENT>",
    "a.exb": "<basic-transcription><common-timeline><tli id='T0'/><tli id='T1'/></common-timeline>"
    "<tier speaker='A' type='t'><event start='T0' end='T1'>Hoe?</event></tier>"
    "<tier speaker='B' type='t'><event start='T1' end='T1'>Ja.</event></tier></basic-transcription>",
    "a.txt": "<v A>Hoe?\n<v B>Ja.\n",
}


def times(path: Path, text: str) -> list[tuple[float | None, float | None]]:
    path.write_text(text, encoding="utf-8")
    return [(line.at, line.until) for line in read_paragraphs(path).paragraphs]


@pytest.mark.parametrize("shape", SHAPES)
def test_speech_that_was_recognised_without_times_has_none(tmp_path: Path, shape: str) -> None:
    assert set(times(tmp_path / "P01_2010.json", json.dumps(SHAPES[shape]))) == {(None, None)}


@pytest.mark.parametrize("name", TEXTS)
def test_a_transcript_without_times_has_none(tmp_path: Path, name: str) -> None:
    assert set(times(tmp_path / name, TEXTS[name])) == {(None, None)}


def test_where_some_have_a_time_the_others_have_none(tmp_path: Path) -> None:
    said = [("A", "Hoe?", None), ("B", "Ja.", 4.5), ("A", "En?", None)]
    segments = [{"speaker": who, "text": text} | ({"start": at} if at else {}) for who, text, at in said]
    found = times(tmp_path / "P01_2010.json", json.dumps({"segments": segments}))
    assert [at for at, _ in found] == [None, 4.5, None]
    cha = "@Begin\n*A:\thoe ? \x152000_3000\x15\n*B:\tja .\n*A:\ten ? \x155000_6000\x15\n@End\n"
    assert times(tmp_path / "a.cha", cha) == [(2.0, 3.0), (None, None), (5.0, 6.0)]
    line = "<when xml:id='T0'/><when xml:id='T1' interval='1.5' since='#T0'/><when xml:id='T2'/>"
    talk = "".join(f"<u who='#{who}' start='#T{n}'>Ja.</u>" for n, who in enumerate("ABA"))
    tei = f"<TEI><text><timeline>{line}</timeline><body>{talk}</body></text></TEI>"
    assert [at for at, _ in times(tmp_path / "a.xml", tei)] == [0.0, 1.5, None]


def test_a_time_of_nothing_that_is_written_is_the_beginning(tmp_path: Path) -> None:
    words = [{"word": "Hoe?", "startTime": {}, "endTime": {"nanos": 500}, "speakerTag": 1}]
    google = {"results": [{"alternatives": [{"words": words}]}]}
    assert times(tmp_path / "P01_2010.json", json.dumps(google))[0][0] == 0.0


def test_a_project_says_where_turns_stand_whose_time_is_not_known_and_gives_them_back(tmp_path: Path) -> None:
    said = (Turn(0, "Jo", "interviewer", 0, 4), Turn(1, "An", "respondent", 5, 8, "P01", 1.5))
    assert speaker_lines(Transcript("P01_2010", ("P01",), "2010", "Hoe?\nJa.", said)) == "Jo: 0–4\nAn = P01: 5–8 (1.5)"
    study, other = tmp_path / "study", tmp_path / "other"
    study.mkdir()
    other.mkdir()
    segments = [{"speaker": who, "text": text} for who, text in (("Jo", "Hoe gaat het?"), ("P01", "Het was druk."))]
    (study / "P01_2010.json").write_text(json.dumps({"segments": segments}), encoding="utf-8")
    (tmp_path / "list.csv").write_text("person,wave,code,quote\nP01,2010,druk,was druk\n", encoding="utf-8")
    import_codings(tmp_path / "list.csv", study, coder="anna")
    export_codings(study, tmp_path / "out.qdpx")
    import_codings(tmp_path / "out.qdpx", other)
    turns = [turn for transcript in read_corpus(other).transcripts for turn in transcript.turns]
    assert [(turn.speaker, turn.at) for turn in turns] == [("Jo", None), ("P01", None)]
