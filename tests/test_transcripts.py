from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bp_qual.errors import Problem, TranscriptError
from bp_qual.readers import count_visible, read_data
from bp_qual.transcripts import ROLES, Corpus, Transcript, Turn, count_turn_words, read_transcript, sort_key
from bp_qual.transcripts import parsing as transcripts
from test_hostile_files import SPECIMENS
from test_readers_word import make_docx, p, r

PANEL = Path(__file__).parents[2] / "shared" / "real" / "maintainers"


def read(path: Path, text: str | bytes, **options: object) -> Transcript:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    settled: dict[str, object] = {"interview": path.stem, "wave": "2010", "persons": {"P01": ()}} | options
    return read_transcript(path, **settled)  # type: ignore[arg-type]


def said(transcript: Transcript, person: str) -> list[str]:
    return [transcript.text[turn.start : turn.end] for turn in transcript.turns if turn.person == person]


def test_a_transcript_knows_who_said_what_and_where(tmp_path: Path) -> None:
    transcript = read(
        tmp_path / "P01_2010.txt", "Vooraf.\nI: Hoe?\n[00:01:00] R: Goed (lacht) hoor.\n", date="2010-05-01"
    )
    assert [(t.index, t.speaker, t.role, t.person, t.at) for t in transcript.turns] == [
        (0, "I", "interviewer", "", None),
        (1, "R", "respondent", "P01", 60.0),
    ]
    assert said(transcript, "P01") == ["Goed (lacht) hoor."]
    assert (transcript.wave, transcript.date, transcript.language) == ("2010", "2010-05-01", "nl")
    assert len(transcript.sha256) == 64
    assert transcript.remainders == {"before the first speaker": 7, "labels": 14}
    assert repr(transcript) == "Transcript P01_2010: P01 in 2010, 2 beurten, 2 woorden van respondenten"


def test_two_persons_in_one_file_each_keep_their_own_words(tmp_path: Path) -> None:
    text = "I: Hoe?\nSamira: Goed hoor.\nBertus: Ook.\nSamira: Ja."
    transcript = read(tmp_path / "a.txt", text, persons={"P09": ("Bertus",), "P04": ("Samira",)})
    assert transcript.persons == ("P04", "P09")
    assert (said(transcript, "P04"), said(transcript, "P09")) == (["Goed hoor.", "Ja."], ["Ook."])


TALK = "We werken sámen met 😀 de buurt\u00ad zorg\u200b, é\u00e9n\u00a0op één."


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("ending", ["txt", "md", "docx", "vtt"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_what_is_found_by_its_place_is_what_was_said(tmp_path: Path, newline: str, ending: str, form: str) -> None:
    import unicodedata

    talk = unicodedata.normalize(form, TALK)
    lines = ["I: Hoe?", f"R: {talk}"]
    if ending == "docx":
        data = make_docx("".join(p(r(line)) for line in lines))
    elif ending == "vtt":
        cues = [f"00:0{n}.000 --> 00:0{n + 1}.000{newline}<v {line[0]}>{line[3:]}" for n, line in enumerate(lines)]
        data = f"WEBVTT{newline * 2}{(newline * 2).join(cues)}{newline}".encode()
    else:
        data = newline.join(lines).encode("utf-8-sig")
    transcript = read(tmp_path / f"a.{ending}", data)
    expected = " ".join(talk.split()) if ending == "vtt" else talk
    assert said(transcript, "P01") == [expected]
    assert "\r" not in transcript.text


@pytest.mark.sweep(19)
@pytest.mark.parametrize("ending", ["txt", "md", "docx"])
@pytest.mark.parametrize(
    "said",
    ["geërfd", "gee\u0308rfd", "ge\u00adërfd", "ge\u200bërfd", "😀 geërfd", "GEËRFD", "geerfd", "\u200bgeërfd\u00a0"],
)
def test_a_term_is_found_however_its_letters_are_written(tmp_path: Path, ending: str, said: str) -> None:
    from bp_qual.codebook import parse_codebook
    from bp_qual.coding import apply_codebook

    book = parse_codebook(
        "codebook: x\nversion: '1'\nlanguage: nl\ncodes:\n  - {id: erf, label: {nl: x}, terms: [geërfd]}\n"
    )
    lines = ["I: Hoe?", f"R: Dat heb ik {said} van hem.", "En dat", "zei ik."]
    data = make_docx("".join(p(r(line)) for line in lines)) if ending == "docx" else "\r\n".join(lines).encode()
    transcript = read(tmp_path / f"a.{ending}", data)
    codings = apply_codebook(book, Corpus((transcript,), ("P01",), ("2010",)))
    assert len(codings) == 1
    row = codings.iloc[0]
    assert transcript.text[row.start : row.end] == row.quote
    assert row.quote in said


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_characters="\0"), max_size=200))
def test_any_text_at_all_is_read_without_losing_a_visible_character(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    data = ("x " + text).encode("utf-8", "ignore")
    folder = tmp_path_factory.getbasetemp()
    for ending in ("txt", "md"):
        transcript = read(folder / f"any.{ending}", data)
        spans = sum(count_visible(transcript.text[turn.start : turn.end]) for turn in transcript.turns)
        rest = sum(
            n for name, n in transcript.remainders.items() if name in ("labels", "headings", "before the first speaker")
        )
        assert spans + rest == count_visible(transcript.text)
        assert all(turn.role in ROLES for turn in transcript.turns)


@pytest.mark.parametrize("name", SPECIMENS)
def test_turns_and_remainders_together_hold_every_visible_character_of_the_file(tmp_path: Path, name: str) -> None:
    transcript = read(tmp_path / name, SPECIMENS[name])
    talk = sum(count_visible(transcript.text[turn.start : turn.end]) for turn in transcript.turns)
    assert talk > 0
    assert talk + sum(transcript.remainders.values()) == read_data(SPECIMENS[name], where=name).visible


def test_a_character_that_came_nowhere_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = transcripts.find_stretches

    def lossy(*args: object, **kwargs: object) -> object:
        talk = real(*args, **kwargs)  # type: ignore[arg-type]
        return type(talk)(talk.stretches[:-1], talk.others)

    monkeypatch.setattr(transcripts, "find_stretches", lossy)
    with pytest.raises(TranscriptError, match=r"a\.txt  has 16 visible characters, but 8 came"):
        read(tmp_path / "a.txt", "I: Hoe?\nR: Goed hoor")


def test_a_link_out_of_the_study_is_refused(tmp_path: Path) -> None:
    (tmp_path / "study").mkdir()
    (tmp_path / "a.txt").write_text("R: ja")
    (tmp_path / "study" / "a.txt").symlink_to(tmp_path / "a.txt")
    with pytest.raises(TranscriptError, match="outside the study"):
        read_transcript(
            tmp_path / "study" / "a.txt", interview="a", wave="1", persons={"P01": ()}, inside=tmp_path / "study"
        )


def make_transcript(person: str, wave: str, name: str = "") -> Transcript:
    turn = Turn(0, "R", "respondent", 3, 11, person)
    return Transcript(name or f"{person}_{wave}", (person,), wave, "R: ja hoor!", (turn,))


def test_a_corpus_is_in_order_whatever_order_the_files_came_in() -> None:
    ones = [make_transcript(person, wave) for person in ("P10", "P2") for wave in ("later", "first")]
    corpus = Corpus(tuple(ones), ("P2", "P10"), ("first", "later"))
    assert [one.interview for one in corpus.transcripts] == ["P2_first", "P2_later", "P10_first", "P10_later"]
    assert corpus == Corpus(tuple(reversed(ones)), ("P2", "P10"), ("first", "later"))


def test_a_corpus_shows_words_and_gaps() -> None:
    corpus = Corpus(
        (make_transcript("P1", "2010"), make_transcript("P1", "2010", "b"), make_transcript("P2", "2020")),
        ("P1", "P2"),
        ("2010", "2020"),
        (Problem("x.docx", "not there"),),
    )
    assert repr(corpus).splitlines() == [
        "3 interviews met 2 personen; woorden van respondenten:",
        "persoon  2010  2020",
        "P1          4     -",
        "P2          -     2",
        "Niet meegenomen: x.docx  bestaat niet. Controleer de naam en de map.",
    ]
    shown = corpus._repr_html_()
    assert '<td style="text-align:right">4</td>' in shown
    assert "Niet meegenomen: x.docx" in shown


def test_a_persons_name_cannot_run_code_in_a_notebook() -> None:
    bad = "<script>alert(1)</script>"
    shown = Corpus((make_transcript(bad, bad),), (bad,), (bad,), (Problem(bad, "not there"),))._repr_html_()
    assert "<script" not in shown


def test_names_are_sorted_as_people_do() -> None:
    assert sorted(["P10", "P2", "P1b", "²"], key=sort_key) == ["P1b", "P2", "P10", "²"]


@pytest.mark.skipif(not PANEL.exists(), reason="the real panel is not here")
def test_the_real_panel_comes_out_as_counted_by_others() -> None:
    with (PANEL / "interviews.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 16
    for row in rows:
        transcript = read_transcript(
            PANEL / row["file"], interview=row["file"], wave=row["wave"], persons={row["person"]: ()}, language="en"
        )
        own = [turn for turn in transcript.turns if turn.person == row["person"]]
        words = count_turn_words(transcript)[[turn.index for turn in own]].sum()
        assert len(own) == int(row["turns"]), row["file"]
        assert abs(words / int(row["words"]) - 1) <= 0.01, row["file"]
        assert {turn.role for turn in transcript.turns if turn.speaker == "Break"} <= {"other"}
        assert all(turn.role in ("respondent", "interviewer", "other") for turn in transcript.turns)


def test_the_grid_of_persons_and_waves_shows_signs_that_turn_the_line_by_their_name() -> None:
    said = Corpus((), ("P\u202e1", "P\x9b2"), ("\u202e2010", "2020")).say("en")
    assert not {"\u202e", "\x9b"} & set(said)
    assert "P‹U+009B›2" in said
