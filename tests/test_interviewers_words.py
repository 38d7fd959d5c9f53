"""What an interviewer says within a respondent's turn is told, whatever marks the speakers; talk about it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.transcripts import Transcript
from test_unlabelled_paragraphs import read

ASKED, SAID = ("Hoe ging dat?", "En toen?", "Waarom was dat?"), ("Goed hoor.", "Nu ook.", "Daarom deden we dat.")
MORE = "Dat weet ik nog goed. Het was koud."
SAYINGS = [
    "Volgende vraag.", "De laatste vraag.", "Dan gaan we naar de volgende vraag.", "Vertel daar eens over.",
    "Vertel eens.", "Oké, vertelt u hier eens iets over.", "Kunt u daar een voorbeeld van geven?",
    "Kun je dat uitleggen?", "Zou u dat kunnen toelichten?", "Next question.", "The next question is about money.",
    "Tell me more about that.", "Could you tell me about that?", "Can you describe a normal day?", "Nächste Frage.",
    "Erzählen Sie mal.", "Können Sie das beschreiben?", "Question suivante.", "Pouvez-vous expliquer cela ?",
]  # fmt: skip
LANGUAGES = {"Frage": "de", "Erzählen": "de", "suivante": "fr"}
LAST = ["En uw man?", "Wat vond uw moeder daarvan?", "And your husband?"]
TALKED_OF = [
    "Hij zei: volgende vraag.", "De volgende vraag die ik kreeg was raar.", "“Vertel eens”, zei ze.",
    'Ze riep: "Goed. Vertel daar eens over."', "Ze zei: “Goed. Vertel daar eens over.”", "Vertel mij wat.",
    "Tell me about it.", "Ik vertel daar graag over.", "Kunt u de vraag herhalen?", "Weet u wat ik bedoel?",
    "Weet je?", "You know what I mean?", "Dat was vertederend.",
]  # fmt: skip


def write(how: str, odd: str) -> str:
    """Return turns in one of some forms, with one more sentence at the end of the third answer."""
    lines = list[str]()
    for number, (asked, said) in enumerate(zip(ASKED * 4, SAID * 4, strict=True)):
        more = odd if number == 2 else ""
        if how == "line":
            lines += [f"I: {asked}", f"R: {said}", MORE, *([more] if more else [])]
        elif how == "bold":
            lines += [f"**{asked}**", f"{said} {MORE} {more}".strip()]
        elif how == "answers only":
            lines += [f"R: {said} {MORE} {more}".strip()]
        else:
            lines += [f"I: {asked}", f"R: {said} {MORE} {more}".strip()]
    return "\n\n".join(lines) if how in ("bold", "paragraph") else "\n".join(lines)


def told_of(transcript: Transcript, said: str) -> list[str]:
    """Return the notes that show a sentence."""
    return [note.kind for note in transcript.notes if said in str(note)]


@pytest.mark.sweep(19)
@pytest.mark.parametrize("how", ["line", "end", "paragraph", "bold", "answers only"])
@pytest.mark.parametrize("odd", SAYINGS)
def test_what_an_interviewer_says_in_the_turn_of_a_respondent_is_told_once(tmp_path: Path, odd: str, how: str) -> None:
    name = "a.md" if how == "bold" else "a.txt"
    language = next((code for word, code in LANGUAGES.items() if word in odd), "nl")
    transcript = read(tmp_path, write(how, odd), name, language=language)
    assert len(told_of(transcript, odd)) == 1
    assert "interviewer's words" not in {note.kind for note in read(tmp_path, write(how, ""), name).notes}


@pytest.mark.parametrize("how", ["line", "end", "paragraph"])
@pytest.mark.parametrize("odd", LAST)
def test_a_short_question_at_the_end_of_an_answer_that_nobody_answers_is_told(
    tmp_path: Path, odd: str, how: str
) -> None:
    assert len(told_of(read(tmp_path, write(how, odd)), odd)) == 1


def test_a_question_of_the_respondent_that_the_interviewer_answers_is_not_told(tmp_path: Path) -> None:
    text = write("end", "En uw man?").replace("I: En toen?", "I: Die ook.", 2).replace("Waarom was dat?", "En daarna?")
    answered = text.replace("En uw man?\nI: Hoe ging dat?", "En uw man?\nI: Die ook, dank u.")
    assert "interviewer's words" not in told_of(read(tmp_path, answered), "En uw man?")


@pytest.mark.parametrize("how", ["line", "end"])
@pytest.mark.parametrize("odd", TALKED_OF)
def test_talk_of_questions_is_not_told(tmp_path: Path, odd: str, how: str) -> None:
    assert "interviewer's words" not in {note.kind for note in read(tmp_path, write(how, odd)).notes}


@pytest.mark.parametrize("how", ["end", "paragraph", "line"])
@pytest.mark.parametrize(
    "odd",
    [
        "It came back with a note: “Can you evidence this?”", 'Op het briefje: "Kunt u dit bewijzen?"',
        "Er stond: Kunt u dit bewijzen?", "And she says, are you health, or what?", "And she says are you done?",
        "Ze vroeg me, hoe doet u dat?", "Toen kwam de vraag: „Hoe doet u dat?“", "She asked. Can you evidence this?",
    ],
)  # fmt: skip
def test_a_question_at_the_end_of_an_answer_that_another_is_quoted_with_is_not_told(
    tmp_path: Path, odd: str, how: str
) -> None:
    assert "interviewer's words" not in {note.kind for note in read(tmp_path, write(how, odd)).notes}


@pytest.mark.parametrize("odd", ["Wat zei uw moeder daarvan?", "What did you say to that?", "“Goed”. En uw man?"])
def test_a_question_about_what_was_said_is_told_as_others_are(tmp_path: Path, odd: str) -> None:
    assert "interviewer's words" in {note.kind for note in read(tmp_path, write("end", odd)).notes}


def test_a_question_to_nobody_at_the_end_of_a_line_is_not_told(tmp_path: Path) -> None:
    assert not told_of(read(tmp_path, write("end", "Hoe moet dat nou?")), "Hoe moet dat nou?")


def test_a_whole_turn_with_its_label_is_not_told(tmp_path: Path) -> None:
    text = write("end", "").replace("R: Nu ook. " + MORE, "R: Vertel eens.")
    assert "interviewer's words" not in {note.kind for note in read(tmp_path, text).notes}


def test_it_falls_silent_once_the_study_says_how_speakers_are_marked_or_it_is_a_turn_of_its_own(tmp_path: Path) -> None:
    odd = "Volgende vraag."
    assert told_of(read(tmp_path, write("line", odd), labels="I:|R:"), odd) == []
    assert told_of(read(tmp_path, write("line", f"I: {odd}")), odd) == []


def test_a_question_of_a_respondent_who_asks_often_is_not_told(tmp_path: Path) -> None:
    turns = [f"I: {asked}\nR: {said} En uw man?\n" for asked, said in zip(ASKED * 4, SAID * 4, strict=True)]
    transcript = read(tmp_path, "".join(turns) + "I: En dan?\nR: Zo.\n" * 9)
    assert "interviewer's words" not in {note.kind for note in transcript.notes}
