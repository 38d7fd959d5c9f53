"""Labels within lines that look as those at the beginning of lines do: in brackets, with a time, a tab, bold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bp_qual.readers import Reading, read_data
from bp_qual.transcripts import Transcript, read_transcript
from bp_qual.transcripts.speakers import labels_within
from bp_qual.transcripts.speakers.forms_within import find_forms
from bp_qual.transcripts.speakers.label_forms import Candidate, find_candidates
from bp_qual.transcripts.speakers.label_names import LabelNames
from processor_time import assert_keeps_step
from test_other_voices import kinds as kinds_of

FORMS = {
    "brackets": "[{name}] ", "brackets and colon": "[{name}]: ", "round": "({name}) ", "tab": "{name}\t",
    "time": "{name} [00:00:0{n}] ", "time and colon": "{name} – 00:00:0{n}: ", "time before": "[00:00:0{n}] {name}\t",
}  # fmt: skip
SHARED = [*(form for name, form in FORMS.items() if name not in ("brackets and colon", "time and colon"))]
ASKED, SAID = ("Hoe ging dat?", "En nu?", "Waarom was dat?"), ("Goed hoor.", "Nu ook.", "Daarom.")


def read(folder: Path, text: str, name: str = "a.txt", labels: str = "") -> Transcript:
    (folder / name).write_text(text, encoding="utf-8")
    return read_transcript(folder / name, interview="a", wave="1", persons={"P01": ()}, labels=labels)


def turn(form: str, name: str, number: int, said: str) -> str:
    return form.format(name=name, n=number) + said


def said_by(transcript: Transcript, speaker: str) -> list[str]:
    return [transcript.text[one.start : one.end] for one in transcript.turns if one.speaker == speaker]


def kinds(transcript: Transcript) -> set[str]:
    return kinds_of(transcript) - {"roles guessed", "role"}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_second_label_behind_a_sentence_begins_a_turn(tmp_path: Path, form: str) -> None:
    pairs = [(turn(form, "Eva", 2 * n, asked), turn(form, "Jan", 2 * n + 1, said)) for n, (asked, said) in ROUNDS]
    lines = [" ".join(pairs[0]), *(one for pair in pairs[1:] for one in pair), *(one for pair in pairs for one in pair)]
    transcript = read(tmp_path, "\n".join(lines))
    assert (said_by(transcript, "Eva"), said_by(transcript, "Jan")) == ([*ASKED, *ASKED], [*SAID, *SAID])
    assert not kinds(transcript)


def cues(form: str, inside: str) -> str:
    """A made-up interview in subtitles, in one of whose cues something stands behind a sentence."""
    said = [("Eva", "Hoe?"), ("Jan", "Goed."), ("Eva", "En nu?"), ("Jan", f"Zo. {inside} Dat is veel."), ("Jan", "Ja.")]
    said += [("Eva", "Waarom?"), ("Jan", "Daarom.")]
    return "WEBVTT\n\n" + "".join(
        f"00:0{n}.000 --> 00:0{n}.900\n{form.format(name=name)}{one}\n\n" for n, (name, one) in enumerate(said)
    )


@pytest.mark.parametrize(
    ("form", "inside", "is_turn"),
    [
        *(("[{name}] ", "[Eva]", True), ("[{name}]: ", "[Eva]:", True), ("({name}) ", "(Eva)", True)),
        *(("({name}): ", "(Eva):", True), ("{name}: ", "[Eva]:", True), ("<v {name}>", "(Eva):", True)),
        *(("[{name}] ", "[lacht]", False), ("({name}) ", "(Piet)", False), ("[{name}] ", "(Eva)", False)),
        *(("{name}: ", "[Eva]", False), ("<v {name}>", "(Eva)", False)),
    ],
)
def test_a_second_name_in_brackets_within_a_cue_begins_a_turn(
    tmp_path: Path, form: str, inside: str, is_turn: bool
) -> None:
    transcript = read(tmp_path, cues(form, inside), "a.vtt")
    assert said_by(transcript, "Eva") == ["Hoe?", "En nu?", *(["Dat is veel."] if is_turn else []), "Waarom?"]
    joined = " ".join(" ".join(said_by(transcript, "Jan")).split())
    assert joined == ("Goed. Zo. Ja. Daarom." if is_turn else f"Goed. Zo. {inside} Dat is veel. Ja. Daarom.")


def test_a_name_in_brackets_at_the_end_of_a_cue_stays_in_its_turn(tmp_path: Path) -> None:
    transcript = read(tmp_path, cues("({name}) ", "(Piet) Weet ik.").replace("Dat is veel.", "(Eva)"), "a.vtt")
    assert [turn.speaker for turn in transcript.turns] == ["Eva", "Jan"] * 3


@pytest.mark.parametrize("form", SHARED)
@pytest.mark.parametrize("parting", ["\n", " "])
def test_speakers_who_share_every_paragraph_are_told_apart(tmp_path: Path, form: str, parting: str) -> None:
    lines = [f"{turn(form, 'Eva', 1, asked)} {turn(form, 'Jan', 2, said)}" for _, (asked, said) in ROUNDS]
    transcript = read(tmp_path, parting.join(lines))
    assert (said_by(transcript, "Eva"), said_by(transcript, "Jan")) == ([*ASKED], [*SAID])


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_label_before_which_no_sentence_ends_is_told(tmp_path: Path, form: str) -> None:
    lines = [turn(form, name, n, said) for n, pair in ROUNDS for name, said in zip(("Eva", "Jan"), pair, strict=True)]
    transcript = read(
        tmp_path, "\n".join([turn(form, "Eva", 8, "En wie toen") + " " + turn(form, "Jan", 9, "Nou, ik."), *lines])
    )
    assert "label within a turn" in kinds(transcript)


def test_bold_labels_without_a_colon_part_a_paragraph(tmp_path: Path) -> None:
    lines = ["**Eva** Hoe ging dat? **Jan** Goed hoor.", "**Eva** En nu?", "**Jan** Nu ook. Ik zag **Jan** ook."]
    transcript = read(tmp_path, "\n\n".join([*lines, "**Eva** Waarom was dat?", "**Jan** Daarom."]), "a.md")
    assert said_by(transcript, "Jan") == ["Goed hoor.", "Nu ook. Ik zag Jan ook.", "Daarom."]


def test_a_label_that_the_study_states_parts_a_paragraph_too(tmp_path: Path) -> None:
    transcript = read(tmp_path, "[Eva] Hoe? [Jan] Goed.\n[Eva] En nu?\n[Jan] Ook.", labels="[{name}]")
    assert said_by(transcript, "Jan") == ["Goed.", "Ook."]


@pytest.mark.parametrize(
    "said",
    ["Goed, en [Jan] kwam ook.", "I – well – I stayed.", "Dat weet ik. [Eva] zei dat niet, maar wel:", "(Jan) ja."],
)
def test_a_name_in_talk_that_is_set_as_labels_are_begins_no_turn(tmp_path: Path, said: str) -> None:
    form = "{name} – " if "–" in said else "[{name}] "
    names = ("I", "R") if "–" in said else ("Eva", "Jan")
    lines = [turn(form, name, n, one) for n, pair in ROUNDS for name, one in zip(names, pair, strict=True)]
    transcript = read(
        tmp_path, "\n".join([*lines, turn(form, names[0], 8, "Echt?"), turn(form, names[1], 9, f"Ja. {said}")])
    )
    assert said_by(transcript, names[1])[-1] == f"Ja. {said}"


def test_a_name_before_a_dash_in_talk_begins_no_turn_though_labels_have_one(tmp_path: Path) -> None:
    said = "Dat weet ik. Eva – Mijn zus – kwam ook."
    transcript = read(tmp_path, f"Eva – Hoe?\nJan – Goed.\nEva – En nu?\nJan – {said}", labels="{name} –")
    assert said_by(transcript, "Jan") == ["Goed.", said]


def test_a_label_behind_a_number_is_told_as_a_slip(tmp_path: Path) -> None:
    lines = [
        turn("[{name}] ", name, n, one) for n, pair in ROUNDS for name, one in zip(("Eva", "Jan"), pair, strict=True)
    ]
    transcript = read(tmp_path, "\n".join([*lines, "[Eva] Echt?", "7) [Jan] Ja hoor.", "[Eva] Mooi."]))
    assert kinds(transcript) & {"label without colon", "label missing", "paragraphs unlabelled"}


def test_the_text_of_a_person_is_not_offered_where_question_and_answer_share_paragraphs(tmp_path: Path) -> None:
    text = "\n\n".join(
        f"~ Eva ~ {asked} ~ Jan ~ {said}" for asked, said in zip(ASKED + ASKED, SAID + SAID, strict=True)
    )
    assert "no speaker but turns" not in kinds(read(tmp_path, text))


def many_names(count: int, turns: int) -> Reading:
    """Return turns of many persons in a form with a tab, and two who speak more and share a line once."""
    said = "".join(f"Persoon {n % count:04}\tJa, dat was zo. Wij deden dat allemaal zo.\n" for n in range(turns))
    often = "Eva\tHoe ging dat?\nJan\tGoed hoor.\n" * (2 * turns // count)
    return read_data(f"{said}{often}Eva\tEn nu? Jan\tNu ook. Persoon {count - 1:04}\tOok.".encode(), where="a.txt")


def labels_of(reading: Reading) -> list[Candidate]:
    return [label for label in find_candidates(reading) if label.style == "tab"]


def test_where_very_many_speak_those_who_speak_most_are_told_apart_within_a_line() -> None:
    reading = many_names(200, 200)
    labels = labels_of(reading)
    found, _ = find_forms(reading, labels, LabelNames({label.label for label in labels}))
    assert [label.label for label in found] == ["Jan"]


@pytest.mark.slow
def test_looking_for_ever_more_names_within_lines_stays_in_step_with_the_text() -> None:
    few, many = many_names(60, 4_000), many_names(4_000, 4_000)

    def look(reading: Reading) -> Callable[[], object]:
        labels = labels_of(reading)
        names = LabelNames({label.label for label in labels})
        return lambda: find_forms(reading, labels, names)

    assert_keeps_step(look(many), look(few), bound=3)


ROUNDS = list(enumerate(zip(ASKED, SAID, strict=True)))


DOTTED = [("I. ", "R. "), ("V. ", "A. "), ("I = ", "R = ")]


@pytest.mark.parametrize(("asks", "answers"), DOTTED)
@pytest.mark.parametrize(
    "said", ["{a}Nou, dat weet ik niet. {q}En daarna? {a}Naar huis.", "{q}Hoe dan? {a}Met de bus."]
)
def test_a_letter_of_a_role_with_the_sign_of_the_file_is_told_in_a_line(
    tmp_path: Path, asks: str, answers: str, said: str
) -> None:
    lines = [f"{asks}{asked}\n{answers}{one}" for _, (asked, one) in ROUNDS]
    transcript = read(tmp_path, "\n".join([*lines, said.format(q=asks, a=answers)]))
    assert "label within a turn" in kinds(transcript)


@pytest.mark.parametrize(
    "said",
    [
        "Dat weet ik. R. Bos kwam ook.",
        "Ja. I. de Wit ook?",
        "Dat was zo. I. Smit kwam ook.",
        "Bij R. Bos? Nee.",
        "Oké. I = Interviewer. R = ik.",
    ],
)
@pytest.mark.parametrize("signs", [("I. ", "R. "), ("I: ", "R: ")])
def test_initials_in_talk_are_no_letters_of_a_role(tmp_path: Path, said: str, signs: tuple[str, str]) -> None:
    lines = [f"{signs[0]}{asked}\n{signs[1]}{one}" for _, (asked, one) in ROUNDS]
    transcript = read(tmp_path, "\n".join([*lines, f"{signs[0]}Echt?", f"{signs[1]}{said}", f"{signs[0]}Mooi."]))
    assert "label within a turn" not in kinds(transcript)


def test_whether_a_letter_is_a_word_of_the_talk_is_asked_seldom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list[str]()
    monkeypatch.setattr(labels_within, "is_word_of", lambda _, label: bool(asked.append(label)))
    lines = [f"I = Hoe {n}?\nR = Goed. I = Echt? R = Ja, {n}." for n in range(9)]
    read(tmp_path, "\n".join(lines))
    assert set(asked) == {"I", "R"}
    assert len(asked) < len(lines)


def test_stars_around_a_label_in_plain_text_are_no_interruption(tmp_path: Path) -> None:
    lines = [f"**I:** {asked}\n\n**R:** {said}" for asked, said in zip(ASKED, SAID, strict=True)]
    text = "\n\n".join([*lines, "**I:** En toen? **R:** Het ging goed op school.", *lines])
    turns = read(tmp_path, text).turns
    assert [turn.speaker for turn in turns] == ["I", "R"] * 7
    assert text[turns[7].start : turns[7].end].strip("* ") == "Het ging goed op school."
