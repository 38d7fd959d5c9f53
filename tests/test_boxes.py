"""Text boxes, asides and captions stand beside the talk: without a label they are nobody's, and named as boxes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bp_qual.readers import count_visible
from bp_qual.transcripts import Transcript, read_transcript
from test_readers_formats import make_odt
from test_readers_word import either, make_docx, p, r

NOTE = "Noot van de redactie over de wijk"
TURNS = ("I: Hoe ging het met u?", "R: Het ging goed met ons in de wijk.", "I: En toen dan?", "R: Toen ook goed hoor.")


def docx(box: str, turns: tuple[str, ...] = TURNS) -> bytes:
    content = f"<w:txbxContent>{p(r(box))}</w:txbxContent>"
    lines = [p(r(said), either(content) if number == 1 else "") for number, said in enumerate(turns)]
    return make_docx("".join(lines))


def odt(box: str, turns: tuple[str, ...] = TURNS) -> bytes:
    frame = f"<draw:frame><draw:text-box><text:p>{box}</text:p></draw:text-box></draw:frame>"
    lines = [f"<text:p>{said}{frame if number == 1 else ''}</text:p>" for number, said in enumerate(turns)]
    return make_odt("".join(lines))


def odt_of_page(box: str, turns: tuple[str, ...] = TURNS) -> bytes:
    frame = f"<draw:frame><draw:text-box><text:p>{box}</text:p></draw:text-box></draw:frame>"
    lines = [f"<text:p>{said}</text:p>{frame if number == 1 else ''}" for number, said in enumerate(turns)]
    return make_odt("".join(lines))


def rtf(box: str, turns: tuple[str, ...] = TURNS) -> bytes:
    shape = rf"{{\shp{{\*\shpinst{{\shptxt {box}\par}}}}}}"
    lines = [f"{said}{shape if number == 1 else ''}\\par " for number, said in enumerate(turns)]
    return (r"{\rtf1\ansi " + "".join(lines) + "}").encode()


def html(tag: str) -> Callable[..., bytes]:
    def make(box: str, turns: tuple[str, ...] = TURNS) -> bytes:
        lines = [f"<p>{said}</p>" for said in turns]
        lines.insert(2, f"<{tag}>{box}</{tag}>")
        return "".join(lines).encode()

    return make


MAKERS = {
    "docx": docx, "odt": odt, "page.odt": odt_of_page, "rtf": rtf,
    "aside.html": html("aside"), "figcaption.html": html("figcaption"),
}  # fmt: skip


def read(folder: Path, name: str, data: bytes, **stated: str) -> Transcript:
    path = folder / (name if "." in name else f"a.{name}")
    path.write_bytes(data)
    return read_transcript(path, interview="P01_2010", wave="2010", persons={"P01": ()}, **stated)


def said(transcript: Transcript) -> list[tuple[str, str]]:
    return [(turn.speaker, transcript.text[turn.start : turn.end]) for turn in transcript.turns]


@pytest.mark.parametrize("name", MAKERS)
def test_a_box_without_a_label_is_nobodys_and_named(tmp_path, name):
    transcript = read(tmp_path, name, MAKERS[name](NOTE))
    assert said(transcript) == [tuple(turn.split(": ", 1)) for turn in TURNS]
    assert transcript.remainders["box"] == count_visible(NOTE)


@pytest.mark.parametrize("name", MAKERS)
def test_a_box_with_a_label_is_talk_of_that_speaker(tmp_path, name):
    transcript = read(tmp_path, name, MAKERS[name]("I: Wat bedoelt u daarmee?"))
    assert said(transcript)[2] == ("I", "Wat bedoelt u daarmee?")
    assert "box" not in transcript.remainders


@pytest.mark.parametrize("name", MAKERS)
def test_what_goes_on_below_a_box_is_still_the_speakers(tmp_path, name):
    turns = (*TURNS[:2], "En dat duurde nog lang.", *TURNS[2:])
    transcript = read(tmp_path, name, MAKERS[name](NOTE, turns))
    assert next(who for who, text in said(transcript) if "duurde" in text) == "R"
    assert not any(NOTE in text for _, text in said(transcript))


@pytest.mark.parametrize("name", ["docx", "aside.html"])
def test_what_follows_a_box_with_a_label_and_has_none_is_told(tmp_path, name):
    turns = (*TURNS[:2], "En dat duurde nog lang.", *TURNS[2:])
    transcript = read(tmp_path, name, MAKERS[name]("I: Wat bedoelt u daarmee?", turns))
    assert any("En dat duurde nog lang." in str(note) for note in transcript.notes)


@pytest.mark.parametrize("tag", ["summary", "legend", "caption"])
def test_what_heads_a_part_of_a_page_is_a_heading(tmp_path, tag):
    transcript = read(tmp_path, "a.html", html(tag)("Blok over werk en zorg"))
    assert said(transcript) == [tuple(turn.split(": ", 1)) for turn in TURNS]
    assert transcript.remainders["headings"] == count_visible("Blok over werk en zorg")


def test_a_closed_dialog_is_hidden_and_an_open_one_is_not(tmp_path):
    shut = read(tmp_path, "a.html", html("dialog")("Wilt u dit bewaren?"))
    assert shut.remainders["hidden text"] == count_visible("Wilt u dit bewaren?")
    page = html("p")("x").replace(b"<p>x</p>", b"<dialog open><p>R: Ja zeker.</p></dialog>")
    assert ("R", "Ja zeker.") in said(read(tmp_path, "b.html", page))


@pytest.mark.parametrize("tag", ["button", "select", "nav"])
def test_buttons_and_lists_to_choose_from_are_no_talk(tmp_path, tag):
    transcript = read(
        tmp_path, "a.html", html(tag)("<option>Reageer hierop</option>" if tag == "select" else "Reageer hierop")
    )
    assert said(transcript) == [tuple(turn.split(": ", 1)) for turn in TURNS]
    assert transcript.remainders["headers and footers"] == count_visible("Reageer hierop")


def test_a_file_whose_talk_is_in_boxes_is_read_as_it_is(tmp_path):
    lines = [f"<w:txbxContent>{p(r(text))}</w:txbxContent>" for text in (*TURNS, "En dat ging zo door.")]
    transcript = read(tmp_path, "docx", make_docx("".join(p(either(line)) for line in lines)))
    assert said(transcript)[-1] == ("R", "Toen ook goed hoor.\nEn dat ging zo door.")
