"""Neighbours of what went wrong in real files: subtitles, PDF, encodings, hidden text, JSON of services, tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.errors import TranscriptError
from bp_qual.readers import NOT_UNDERSTOOD, Reading, read_data
from bp_qual.study import read_corpus
from reader_samples import make_pdf, place_text


def read(data: str | bytes, name: str, columns: dict[str, tuple[str, ...]] | None = None) -> Reading:
    return read_data(data.encode() if isinstance(data, str) else data, where=name, columns=columns)


def labelled(reading: Reading) -> list[tuple[str, str]]:
    return [(line.label, reading.text[line.start : line.end]) for line in reading.paragraphs]


def time_line(start: int) -> str:
    return f"00:00:{start:02},000 --> 00:00:{start + 1:02},000"


TURNS = [("Eva", "Hoe?"), ("Jan", "Zo.")]


# --- Subtitles


def test_a_stamp_above_one_hour_is_counted_in_seconds() -> None:
    reading = read("1\n01:02:03,004 --> 10:00:00,500\nEva: Hoe?\n\n2\n10:00:01,000 --> 10:00:02,000\nJan: Zo.", "a.srt")
    assert [(line.at, line.until) for line in reading.paragraphs] == [(3723.004, 36000.5), (36001.0, 36002.0)]


def test_two_lines_that_come_back_do_not_make_captions_that_roll() -> None:
    said = ["een", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "acht"]
    cues = [f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},200\n{word}" for n, word in enumerate(said)]
    assert read("\n\n".join(cues), "a.srt").text.split("\n") == said


def test_captions_that_roll_are_kept_once() -> None:
    said = ["een", "een\ntwee", "twee\ndrie", "drie\nvier"]
    cues = [f"{n}\n{time_line(n)}\n{words}" for n, words in enumerate(said)]
    assert read("\n\n".join(cues), "a.srt").text.split("\n") == ["een", "twee", "drie", "vier"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.vtt",
            'WEBVTT\n\n1 "Eva" (5)\n00:01.000 --> 00:02.000\nHoe?\n\n2 "Jan" (6)\n00:03.000 --> 00:04.000\nZo.\n',
        ),
        ("a.sbv", "0:00:01.000,0:00:02.000\nEva: Hoe?\n\n0:00:03.000,0:00:04.000\nJan: Zo.\n"),
        ("a.srt", f"1\n{time_line(1)} Eva: Hoe?\n\n2\n{time_line(2)}\nJan: Zo.\n"),
        ("a.srt", f"1\n{time_line(1)}\n>> Eva: Hoe?\n>> Jan: Zo.\n"),
        ("a.txt", f"\n1\n{time_line(1)}\n[Eva]: Hoe?\n\n2\n{time_line(2)}\n(Jan)\nZo.\n"),
        ("a.txt", "<v Eva>Hoe?</v>\n[00:02] <v Jan>Zo.</v>\n"),
        ("a.srt", "1\n00:00:01,000 -->\nEva: Hoe?\n\n2\n00:00:03\nJan: Zo.\n"),
    ],
)
def test_every_shape_of_cues_gives_its_turns(name: str, text: str) -> None:
    assert labelled(read(text, name)) == TURNS


def test_a_cue_whose_time_says_nothing_is_refused_with_its_line() -> None:
    with pytest.raises(TranscriptError, match=r"a\.srt:6  has a time that cannot be read"):
        read(f"1\n{time_line(1)}\nEva: Hoe?\n\n2\n12 --> 13\nJan: Zo.\n", "a.srt")


def test_a_cue_whose_time_is_half_readable_is_kept_and_told() -> None:
    reading = read(f"1\n{time_line(1)}\nEva: Hoe?\n\n2\n00:00:0x,000 --> 00:00:03,000\nJan: Zo.\n", "a.srt")
    assert labelled(reading) == TURNS
    assert [*map(str, reading.notes)] == ["The time of 1 cue could be read only in part (line 6)."]


def test_an_arrow_in_the_talk_is_no_time_line() -> None:
    reading = read(f"1\n{time_line(1)}\nEva: kijk -> daar\n\n2\n{time_line(2)}\nJan: 3 --> 4 meer\n", "a.srt")
    assert labelled(reading) == [("Eva", "kijk -> daar"), ("Jan", "3 --> 4 meer")]


def test_dashes_that_change_the_speaker_without_a_name_are_told() -> None:
    reading = read(f"1\n{time_line(1)}\n- Hoe?\n- Zo.\n", "a.srt")
    assert labelled(reading) == [("", "Hoe?"), ("", "Zo.")]
    assert "dash" in str(reading.notes[0])


def test_laughter_in_brackets_is_nobody() -> None:
    reading = read(f"1\n{time_line(1)}\n(lacht) Nou\n\n2\n{time_line(2)}\n(lacht) Zo.\n", "a.srt")
    assert labelled(reading) == [("", "(lacht) Nou"), ("", "(lacht) Zo.")]


# --- PDF

LINES = ["I: Hoe ging dat met de subsidie?", "R: We kregen subsidie en werkten samen.", "I: En verder?"]


def read_drawn(*pages: str) -> Reading:
    return read(make_pdf([], drawn=list(pages)), "a.pdf")


def lines(left: float = 60, up: float = 780, said: list[str] = LINES, before: str = "") -> str:
    return "".join(place_text(left, up - 16 * n, line, before=before) for n, line in enumerate(said))


def test_spaced_type_is_read_in_whole_words() -> None:
    assert read_drawn(lines(before="3 Tc")).text.split("\n") == LINES


def test_turned_text_is_read_along_its_lines() -> None:
    turned = "".join(f"BT /F1 11 Tf 0 1 -1 0 {100 + 16 * n} 100 Tm ({line}) Tj ET\n" for n, line in enumerate(LINES))
    assert read_drawn(turned).text.split("\n") == LINES


def test_text_turned_in_the_margin_is_kept_apart_and_told() -> None:
    reading = read_drawn(lines() + "BT /F1 11 Tf 0 1 -1 0 30 200 Tm (stempel) Tj ET\n")
    assert reading.text.split("\n") == LINES
    assert reading.remainders == {"turned text": "stempel"}
    assert "stempel" in str(reading.notes[0])


def test_letters_with_blanks_between_them_are_told() -> None:
    reading = read_drawn(place_text(60, 780, "I : H o e g i n g d a t m e t d e s u b s i d i e ?"))
    assert "Its letters are separated" in str(reading.notes[0])


def test_a_header_comes_back_at_one_height_and_nowhere_else() -> None:
    words = ["brood", "molen", "haven", "kade"]
    pages = [
        place_text(60, 810, "Gesprek met Jan Bos")
        + lines(said=[f"I: Vraag {w}?", f"R: Dat {w}."])
        + place_text(300, 30, str(n))
        for n, w in enumerate(words)
    ]
    reading = read_drawn(*pages)
    assert reading.text.split("\n") == [line for w in words for line in (f"I: Vraag {w}?", f"R: Dat {w}.")]


@pytest.mark.parametrize("header", ["Gesprek met Jan Bos", "Interview 3 - 2010"])
def test_two_pages_are_enough_for_a_header_that_stands_apart(header: str) -> None:
    said = [[f"I: Vraag {n} over {w}?" if n % 2 else f"R: Dat was {w}." for n in range(8)] for w in ("brood", "hout")]
    pages = [
        place_text(60, 810, header) + lines(said=talk) + place_text(300, 30, f"pagina {n} van 2")
        for n, talk in enumerate(said, start=1)
    ]
    assert read_drawn(*pages).text.split("\n") == [line for talk in said for line in talk]


@pytest.mark.parametrize("top", ["R: Ja, dat is zo.", "Jan Bos", "Dat was toen altijd zo."])
def test_what_is_said_at_the_top_of_two_pages_is_no_header(top: str) -> None:
    pages = [lines(said=[top, f"Het was {w}.", "Interviewer", f"En {w}?"]) for w in ("brood", "molen")]
    assert read_drawn(*pages).text.split("\n").count(top) == 2


@pytest.mark.parametrize("top", ["R: Ja.", "Jan", "Respondent"])
def test_a_label_at_the_top_of_every_page_is_no_header(top: str) -> None:
    pages = [lines(said=[top, f"Het was {w}.", "Interviewer", f"En {w}?"]) for w in ("brood", "molen", "haven", "kade")]
    assert read_drawn(*pages).text.split("\n").count(top) == 4


def test_names_in_a_column_of_their_own_are_no_second_column_of_text() -> None:
    reading = read_drawn(lines(said=["Eva", "Jan", "Eva"]) + lines(left=150))
    assert reading.text.split("\n") == [
        f"{who}\t{line}" for who, line in zip(("Eva", "Jan", "Eva"), LINES, strict=True)
    ]


def test_names_of_codes_in_small_type_are_told() -> None:
    codes = "".join(place_text(60, 772 - 16 * n, name, size=6) for n, name in enumerate(("Geld", "Samen zijn", "Geld")))
    assert "printed codes" in [note.kind for note in read_drawn(lines() + codes).notes]


# --- Encodings and text that was spoilt before


def test_one_bad_byte_leaves_the_rest_of_the_file_as_it_is() -> None:
    reading = read("R: één café".encode() + b" \x92s avonds", "a.txt")
    assert reading.text == "R: één café ’s avonds"
    assert "byte 15" in str(reading.notes[0])


def test_a_byte_that_is_nothing_is_refused_with_its_place() -> None:
    with pytest.raises(TranscriptError, match=r"0x81 at byte 15, line 1"):
        read("R: één café".encode() + b" \x81s avonds", "a.txt")


@pytest.mark.parametrize("encoding", ["cp850", "mac_roman"])
def test_text_of_an_older_program_is_refused_with_the_encoding_to_name(encoding: str) -> None:
    with pytest.raises(TranscriptError, match=f"encoding: {encoding}"):
        read("R: één café, coördinator en reünie".encode(encoding), "a.txt")


@pytest.mark.parametrize("text", ["R: één café ‘ja’ €5 – zo…", "R: ’t is 10 °C", "R: ÉÉN CAFÉ", "R: Über «oui»"])
def test_windows_text_is_read_as_such(text: str) -> None:
    reading = read(text.encode("cp1252"), "a.txt")
    assert reading.text == text
    assert "Windows-1252" in str(reading.notes[0])


@pytest.mark.parametrize("encoding", ["undefined", "utf-8\0", "base64", "x" * 5000])
def test_an_encoding_that_is_none_is_refused_in_one_line(encoding: str) -> None:
    with pytest.raises(TranscriptError, match="there is no encoding"):
        read_data(b"R: ja \xff", where="a.txt", encoding=encoding)


@pytest.mark.parametrize("text", ["R: CafÃ©.", "R: caf\ufffd.", "R: zoâ€™n", "R: re?nie, caf?s, co?rdinator"])
def test_text_spoilt_before_is_told(text: str) -> None:
    assert "its source as UTF-8" in str(read(text, "a.txt").notes[0])


@pytest.mark.parametrize("text", ["R: één CAFÉ’s “Ëh”…", "R: ja? nee? echt?", "R: een? twee?drie"])
def test_sound_text_is_not_called_spoilt(text: str) -> None:
    assert read(text, "a.txt").notes == ()


# --- Hidden and misplaced text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<style>.weg{display:none}</style><p>R: ja <i class=weg>stiekem</i>hoor</p>"),
        ("a.html", '<p>R: ja <span style="visibility: hidden">stiekem</span>hoor</p>'),
        ("a.rtf", r"{\rtf1 R: ja {\v stiekem }hoor\par}"),
        ("a.rtf", r"{\rtf1{\stylesheet{\*\cs15 \v Weg;}}R: ja {\cs15 stiekem }hoor\par}"),
    ],
)
def test_hidden_text_is_kept_apart(name: str, text: str) -> None:
    reading = read(text, name)
    assert reading.text == "R: ja hoor"
    assert reading.remainders["hidden text"].strip() == "stiekem"


def test_pages_pasted_behind_one_another_are_read_and_so_is_what_follows() -> None:
    page = "<html><head><title>T</title></head><body><p>{}</p></body></html>"
    reading = read(page.format("I: Hoe?") + page.format("R: Zo.") + "R: en meer", "a.html")
    assert reading.text.split("\n") == ["I: Hoe?", "R: Zo.", "R: en meer"]


def test_text_too_deep_in_a_page_is_told() -> None:
    reading = read("".join(f"<span>R: zin{n}<br>" for n in range(3000)), "a.html")
    assert "zin2999" in reading.text + reading.remainders[NOT_UNDERSTOOD]
    assert "not understood" in str(reading.notes[0])


def test_bold_labels_within_a_paragraph_begin_a_line() -> None:
    reading = read("<p><b>Eva:</b> Hoe? <b>Jan</b>: Zo. <b>zeker</b> niet.</p>", "a.html")
    assert reading.text.split("\n") == ["Eva: Hoe?", "Jan: Zo. zeker niet."]


def test_cells_below_question_and_answer_are_turns() -> None:
    rows = "<tr><th>Nr</th><th>Vraag</th><th>Antwoord</th></tr><tr><td>1</td><td>Hoe?</td><td>Zo.</td></tr>"
    assert labelled(read(f"<table>{rows}</table>", "a.html"))[1:] == [("Vraag", "1 Hoe?"), ("Antwoord", "Zo.")]


# --- JSON of services, each as its documentation shows it


def word(start: float, said: str, speaker: int, **more: object) -> dict[str, object]:
    return {"start": start, "end": start + 0.4, "word": said, "speaker": speaker, **more}


SERVICES: dict[str, object] = {
    "Rev": {"monologues": [
        {"speaker": n, "elements": [{"type": "text", "value": said[:-1], "ts": n, "end_ts": n + 1}, {"type": "punct", "value": said[-1]}]}  # noqa: E501
        for n, (_, said) in enumerate(TURNS)
    ]},
    "Amazon": {"jobName": "x", "results": {"transcripts": [{"transcript": "Hoe? Zo."}], "items": [
        {"type": "pronunciation", "start_time": "0.0", "end_time": "0.4", "speaker_label": "0", "alternatives": [{"content": "Hoe"}]},  # noqa: E501
        {"type": "punctuation", "alternatives": [{"content": "?"}]},
        {"type": "pronunciation", "start_time": "1.0", "end_time": "1.4", "speaker_label": "1", "alternatives": [{"content": "Zo"}]},  # noqa: E501
        {"type": "punctuation", "alternatives": [{"content": "."}]},
    ]}},
    "Deepgram": {"metadata": {"sha256": "x"}, "results": {"channels": [{"alternatives": [{"transcript": "Hoe? Zo.", "words": [  # noqa: E501
        word(0, "hoe", 0, punctuated_word="Hoe?"), word(1, "zo", 1, punctuated_word="Zo."),
    ]}]}]}},
    "Azure": {"recognizedPhrases": [
        {"recognitionStatus": "Success", "speaker": n, "offset": f"PT{n}S", "duration": "PT1S", "nBest": [{"lexical": "x", "display": said}]}  # noqa: E501
        for n, (_, said) in enumerate(TURNS)
    ]},
    "Google": {"results": [{"alternatives": [{"transcript": "Hoe? Zo."}]}, {"alternatives": [{"words": [
        {"startTime": "0s", "endTime": "0.4s", "word": "Hoe?", "speakerTag": 0}, {"startTime": "1s", "endTime": "2s", "word": "Zo.", "speakerTag": 1},  # noqa: E501
    ]}]}]},
    "AssemblyAI": {"text": "Hoe? Zo.", "audio_duration": 2, "utterances": [
        {"speaker": str(n), "text": said, "start": n * 60000, "end": n * 60000 + 900} for n, (_, said) in enumerate(TURNS)  # noqa: E501
    ]},
}  # fmt: skip


@pytest.mark.parametrize("more", [{}, {"aAppend": 1, "wWinId": 1}])
def test_the_captions_of_youtube_are_read_in_their_order(more: dict[str, int]) -> None:
    events: list[dict[str, object]] = [{"tStartMs": 0, "dDurationMs": 9000, "id": 1, "wpWinPosId": 1}]
    for start, words in ((160, ["eva: hoe", " ging", " dat"]), (4000, ["jan: goed", " hoor"])):
        segments = [{"utf8": said, "tOffsetMs": 200 * n, "acAsrConf": 0} for n, said in enumerate(words)]
        events += [{"tStartMs": start, "dDurationMs": 5000, "wWinId": 1, "segs": segments}]
        events += [{"tStartMs": start + 3000, "segs": [{"utf8": "\n"}], **more}]
    file = {"wireMagic": "pb3", "pens": [{}], "wsWinStyles": [{}], "wpWinPositions": [{"apPoint": 6}], "events": events}
    reading = read(json.dumps(file), "a.json")
    assert reading.text.split("\n") == ["eva: hoe ging dat", "jan: goed hoor"]
    assert [line.at for line in reading.paragraphs] == [0.16, 4.0]
    assert (reading.notes, dict(reading.remainders)) == ((), {})


@pytest.mark.parametrize("service", SERVICES)
def test_the_json_of_a_service_gives_its_turns(service: str) -> None:
    reading = read(json.dumps(SERVICES[service]), "a.json")
    assert labelled(reading) == [("0", "Hoe?"), ("1", "Zo.")]
    assert reading.notes == ()


@pytest.mark.parametrize(
    "content",
    [
        {"segments": [{"text": "ja", "speaker": "R"}, {"content": "GEHEIM"}]},
        {"segments": [{"text": "ja", "words": [{"word": "ja"}, {"word": "GEHEIM"}]}]},
        {"segments": [{"text": "ja"}, "GEHEIM"]},
        {"segments": [{"text": "ja"}], "utterances": [{"text": "GEHEIM"}]},
    ],
)
def test_words_in_fields_that_nobody_knows_are_told(content: object) -> None:
    reading = read(json.dumps(content), "a.json")
    assert reading.remainders == {NOT_UNDERSTOOD: "GEHEIM"}
    assert "GEHEIM" in str(reading.notes[0])


SENTENCE = "Wij bakken daar samen brood."


@pytest.mark.parametrize(
    "content",
    [
        {"monologues": [{"speaker": "R", "elements": [{"type": "text", "value": "ja"}, {"type": SENTENCE}]}]},
        {"monologues": [{"speaker": "R", "elements": [{"type": "text", "value": "ja"}]}, {"speaker": SENTENCE}]},
        {"segments": [{"text": "ja", "id": SENTENCE}]},
        {"segments": [{"text": "ja", "end": SENTENCE}]},
        {"segments": [{"text": "ja", "name": SENTENCE}]},
        {"results": {"channels": [{"alternatives": [{"transcript": "ja", "confidence": SENTENCE}]}]}},
    ],
)
def test_a_sentence_under_a_known_property_is_told(content: object) -> None:
    reading = read(json.dumps(content), "a.json")
    assert (reading.text, reading.remainders) == ("ja", {NOT_UNDERSTOOD: SENTENCE})
    assert SENTENCE in str(reading.notes[0])


def test_sentences_about_a_recording_are_properties_of_the_file_where_the_talk_does_not_hold_them() -> None:
    about = {"metadata": {"description": SENTENCE, "tags": ["wij bakken daar zelf"]}, "title": "Hoe het zo kwam"}
    said = {"segments": [{"text": "Nou, wij bakken daar zelf."}], "model": "whisper large v3"}
    reading = read(json.dumps(said | about), "a.json")
    assert dict(reading.remainders) == {"properties of the file": SENTENCE}
    assert reading.notes == ()


@pytest.mark.parametrize("number", ["1" + "0" * 400, '"PT99999999999999999999H"', "-1", "1e999"])
def test_a_time_of_any_length_is_no_reason_to_fail(number: str) -> None:
    assert read(f'{{"segments": [{{"text": "ja", "start": {number}}}]}}', "a.json").text == "ja"


# --- Tables


def test_columns_that_are_questions_make_each_row_a_person() -> None:
    reading = read("id,age,Q1 Wat gaat goed?,Wat niet?\nP01,34,De buurt.,Niets\nP02,51,,Alles\n", "a.csv")
    assert labelled(reading) == [
        ("Question", "Q1 Wat gaat goed?"), ("P01", "De buurt."), ("Question", "Wat niet?"), ("P01", "Niets"),
        ("Question", "Wat niet?"), ("P02", "Alles"),
    ]  # fmt: skip


def test_the_study_can_name_the_columns() -> None:
    reading = read("RS,woordelijk\nEva,Hoe?\nJan,Zo.\n", "a.csv", {"speaker": ("RS",), "text": ("woordelijk",)})
    assert labelled(reading) == TURNS
    with pytest.raises(TranscriptError, match="has no column 'tekst'"):
        read("RS,woordelijk\nEva,Hoe?\n", "a.csv", {"speaker": ("RS",), "text": ("tekst",)})


def test_an_old_word_document_is_refused_with_the_line_that_converts_a_folder() -> None:
    with pytest.raises(TranscriptError, match=r"soffice --headless --convert-to docx \*\.doc"):
        read(b"\xd0\xcf\x11\xe0" + b"x" * 2000, "a.doc")


def test_a_study_names_the_columns_of_its_tables(tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_text("nr;Wat ging goed\nP01;De buurt.\nP02;Niets.\n", "utf-8")
    (tmp_path / "interviews.csv").write_text("file,person,wave\nanswers.csv,P01,2010\nanswers.csv,P02,2010\n", "utf-8")
    study = "language: nl\ninterviews: interviews.csv\ncolumns: {person: nr, questions: [Wat ging goed]}\n"
    (tmp_path / "study.yaml").write_text(study, "utf-8")
    (transcript,) = read_corpus(tmp_path).transcripts
    said = [(turn.person, turn.role, transcript.text[turn.start : turn.end]) for turn in transcript.turns]
    assert said == [
        ("", "interviewer", "Wat ging goed"),
        ("P01", "respondent", "De buurt."),
        ("", "interviewer", "Wat ging goed"),
        ("P02", "respondent", "Niets."),
    ]


def test_every_command_tells_that_a_file_is_not_what_it_seems(tmp_path: Path) -> None:
    (tmp_path / "P01_2010.txt").write_bytes("I: Hoe?\nR: één café".encode() + b" \x92s avonds")
    (tmp_path / "book.yaml").write_text(
        "codebook: b\nversion: 1\nlanguage: nl\ncodes:\n- {id: a, terms: [café]}\n", "utf-8"
    )
    (tmp_path / "study.yaml").write_text("language: nl\ncodebook: book.yaml\n", "utf-8")
    done = CliRunner().invoke(main, ["code", str(tmp_path), "-o", str(tmp_path / "codings.csv")])
    assert "P01_2010.txt: 1 byte is geen UTF-8" in done.output


def test_a_cue_that_names_a_second_speaker_does_not_take_the_next_cue_from_the_first() -> None:
    said = [
        "Eva: Hoe gaat het?",
        "Jan: We kregen geld. Eva: Van wie?",
        "Jan: Van de gemeente.",
        "Eva: Ja?",
        "Jan: Zeker.",
    ]
    reading = read("\n\n".join(f"{n}\n{time_line(2 * n)}\n{words}" for n, words in enumerate(said)), "a.srt")
    assert ("Jan", "Van de gemeente.") in labelled(reading)
    assert ("Jan", "We kregen geld. Eva: Van wie?") in labelled(reading)
