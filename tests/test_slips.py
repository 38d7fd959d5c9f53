"""Slips of the keyboard in labels: read rightly, or told with what to do; never silently the talk of whoever spoke."""

from __future__ import annotations

from pathlib import Path

import pytest

from test_speakers_forms import read, turns

TALK = "I: Hoe ging dat?\nR: Wij bakten brood.\nI: En toen?\nR: Toen niet meer.\n"
ENGLISH = "I: How was it?\nR: Well, I think, and I know, that it was good.\nI: And then?\nR: Then I stopped.\n"


def notes(text: str, folder: Path, *, name: str = "a.txt", labels: str = "") -> str:
    return "\n".join(map(str, read(text, folder, name=name, labels=labels).notes))


@pytest.mark.parametrize(
    "line",
    [
        *("R?: Ja hoor.", "R!: Ja hoor.", "R): Ja hoor.", "R.; Ja hoor.", "R/: Ja hoor.", "R - zucht: Ja hoor."),
        *("R - Ja hoor.", "R – Ja hoor."),
    ],
)
def test_a_label_with_more_signs_before_its_colon_is_read(tmp_path: Path, line: str) -> None:
    assert turns(read(f"{TALK}I: En nu?\n{line}", tmp_path))[-1] == ("r", "Ja hoor.")


@pytest.mark.parametrize(
    "line",
    [
        *("l: En hoe nu?", "1: En hoe nu?", "|: En hoe nu?", "!: En hoe nu?", "i: En hoe nu?"),
        *("I, En hoe nu?", "I En hoe nu?", "I en hoe nu?", "I. En hoe nu?", "I/ En hoe nu?", "I… En hoe nu?"),
        *("l 00:02:00: En hoe nu?", "l – 00:02:00: En hoe nu?"),
        *("IEn hoe nu?", "I“En hoe nu?”", "I [lacht] En hoe nu?", "[I En hoe nu?", ": En hoe nu?"),
    ],
)
def test_a_line_that_begins_with_a_label_in_another_way_is_read_rightly_or_told(tmp_path: Path, line: str) -> None:
    text = f"{TALK}{line}\nR: Nu ook.\n"
    assert ("i", "En hoe nu?") in turns(read(text, tmp_path)) or line[:12] in notes(text, tmp_path)


@pytest.mark.parametrize("line", ["Intervewer: En nu?", "Itnerviewer Zegt", "Respondemt", "Respondnt\tJa."])
def test_a_label_with_a_letter_wrong_is_no_talk_of_another_without_a_word(tmp_path: Path, line: str) -> None:
    text = TALK.replace("I:", "Interviewer:").replace("R:", "Respondent:")
    said = turns(read(f"{text}{line}\nRespondent: Nu ook.\n", tmp_path))
    assert line == "Itnerviewer Zegt" or line.split(":")[0][:9] in notes(
        f"{text}{line}\nRespondent: Nu.\n", tmp_path
    ), said


@pytest.mark.parametrize(
    "line",
    [
        *(
            "I think so, really.",
            "I, for one, think so.",
            "I - I mean it.",
            "I… I don't know.",
            "I'm there.",
            "IJsland.",
        ),
        *(
            "Robert came too.",
            "(I think so.) Really.",
            "10: that is the number. 11: too.",
        ),
    ],
)
def test_talk_that_begins_with_the_letter_of_a_label_is_told_nothing(tmp_path: Path, line: str) -> None:
    assert notes(f"{ENGLISH}{line}\nI: And now?\nR: Now too.\n", tmp_path) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("R: We werken samen I: ja ja R: en dat gaat goed.", ["We werken samen", "ja ja", "en dat gaat goed."]),
        ("I:En hoe?R:Wij doen dat.", ["En hoe?", "Wij doen dat."]),
        ("R: We werken - I: echt waar? - met de buurt.", ["We werken", "echt waar?", "met de buurt."]),
        ("R: We kregen [I een bijdrage?] van de stad.", ["We kregen", "een bijdrage?", "van de stad."]),
        ("R: We kregen (I, een bijdrage?) van de stad.", ["We kregen", "een bijdrage?", "van de stad."]),
    ],
)
def test_a_label_within_a_line_begins_a_turn_without_a_full_stop_before_it(
    tmp_path: Path, text: str, said: list[str]
) -> None:
    before = turns(read(TALK, tmp_path))
    assert [words for _, words in turns(read(TALK + text, tmp_path))[len(before) :]] == said


def test_a_name_within_a_line_is_told_unless_somebody_is_quoted(tmp_path: Path) -> None:
    text = TALK.replace("I:", "Eva:").replace("R:", "Jan:")
    assert "'Maar dat was Eva: nee" not in notes(f"{text}Eva: En?\nJan: Toen zei Eva: kom maar.\n", tmp_path)
    assert "Eva: nee" in notes(f"{text}Eva: En?\nJan: Maar daar kwam niets Eva: nee\n", tmp_path)


@pytest.mark.parametrize("ending", ["txt", "md"])
@pytest.mark.parametrize("question", ["I: En nu?", "**I: En nu?**"])
def test_an_answer_without_a_label_below_a_question_is_told(tmp_path: Path, ending: str, question: str) -> None:
    lines = [*TALK.splitlines(), question, "Nu bakken wij koek.", "I: En dan?", "R: Dan niet."]
    assert "'Nu bakken wij koek.'" in notes("\n\n".join(lines), tmp_path, name=f"a.{ending}")


def test_a_question_without_a_label_within_an_answer_is_told(tmp_path: Path) -> None:
    assert "'En nu?'" in notes(f"{TALK}En nu?\nR: Nu bakken wij koek.\n", tmp_path)


def test_who_goes_on_after_an_interruption_is_told(tmp_path: Path) -> None:
    assert "'de buurt" in notes(f"{TALK}I: En?\nR: We werken met\nI: Ja ja.\nde buurt, en dat gaat.\nI: O.\n", tmp_path)


def test_an_interruption_that_is_set_in_ends_where_lines_are_not(tmp_path: Path) -> None:
    said = turns(read(f"{TALK}I: En?\nR: We werken met\n      I: Ja ja.\nde buurt.\nI: O.", tmp_path))
    assert said[-4:] == [("r", "We werken met"), ("i", "Ja ja."), ("r", "de buurt."), ("i", "O.")]


def test_paragraphs_of_one_turn_are_told_nothing(tmp_path: Path) -> None:
    long = "R: Dat was zo.\n\nEn het ging nog door.\n\nWij bakten toen elke dag, en ook op zondag.\n"
    assert (
        notes(f"{TALK}I: En?\n{long}I: Hoe bedoelt u dat?\n\nIk bedoel dat brood.\n\nR: Dat brood, ja.\n", tmp_path)
        == ""
    )


@pytest.mark.parametrize("line", ["R Ja hoor.", "Nu bakken wij koek.", "Dat was het."])
def test_stating_the_labels_silences_what_is_told_of_them(tmp_path: Path, line: str) -> None:
    assert notes(f"{TALK}I: En?\n{line}\nI: O.\n", tmp_path)
    none = f"|!{line}" if line.startswith("R") else ""
    assert not notes(f"{TALK}I: En?\n{line}\nI: O.\n", tmp_path, labels=f"I:|R:{none}")


@pytest.mark.parametrize("label", ["Ahmed ( )", "Ahmed (?)", "Ahmed []", "Ahmed)"])
def test_a_bracket_that_holds_nothing_is_no_part_of_a_name(tmp_path: Path, label: str) -> None:
    transcript = read(f"Eva: Hoe?\n{label}: Goed.\nEva: En?\n{label}: Ook.", tmp_path, speaker=("Ahmed",))
    assert [turn.speaker for turn in transcript.turns] == ["Eva", "Ahmed"] * 2


def test_below_a_set_in_label_its_own_line_goes_on(tmp_path: Path) -> None:
    read_so = turns(read("I: Hoe ging dat?\n   R: Eigenlijk\ndeden we alles zelf.\nI: En toen?\nR: Niks.", tmp_path))
    assert read_so[1] == ("r", "Eigenlijk deden we alles zelf.")
    own_line = turns(read("I:\nHoe ging dat?\n   R:\nGoed.\nI:\nEn toen?\nR:\nNiks.\n", tmp_path))
    assert own_line[1] == ("r", "Goed.")


def test_a_line_that_may_go_on_behind_the_only_set_in_label_is_told(tmp_path: Path) -> None:
    assert "'brood.'" in notes("R: Wij bakten\n     I: Ja ja.\nbrood.\nI: En?\nR: Zo.", tmp_path)


@pytest.mark.parametrize("line", ["R; [00:01:02] Ja hoor.", "[R]: [00:01:02] Ja hoor.", "R (00:01:02):: Ja hoor."])
def test_a_time_behind_a_label_with_a_slip_is_no_talk(tmp_path: Path, line: str) -> None:
    read_so = read(f"{TALK}I: En nu?\n{line}", tmp_path)
    assert turns(read_so)[-1] == ("r", "Ja hoor.")
    assert read_so.turns[-1].at == 62


def test_who_is_quoted_is_no_speaker_and_is_told_if_it_has_a_name(tmp_path: Path) -> None:
    said = f"{TALK}I: En nu?\nR: We zaten daar.\nKees zegt: dat is zo.\nKees zegt: echt waar."
    assert turns(read(said, tmp_path))[-1] == ("r", "We zaten daar. Kees zegt: dat is zo. Kees zegt: echt waar.")
    assert "'Kees zegt:'" in notes(said, tmp_path)
    assert notes(said.replace("Kees", "Hij"), tmp_path) == ""


def test_one_thing_is_told_once(tmp_path: Path) -> None:
    told = notes(f"{TALK}I: En nu?\nKees zegt: dat is zo.\nI: En toen?\nR: Niks.", tmp_path)
    assert told.partition("If it was read correctly")[0].count("Kees zegt") == 1


def test_a_bracket_closes_what_it_opened(tmp_path: Path) -> None:
    read_so = read(f"{TALK}[I : [00:02:00] Kunt u meer zeggen?\nR: Ja.", tmp_path)
    assert turns(read_so)[-2:] == [("i", "Kunt u meer zeggen?"), ("r", "Ja.")]


def test_a_voice_tag_that_is_missing_or_not_closed_is_told_or_read(tmp_path: Path) -> None:
    talk = "<v Eva>Hoe?\n<v Jan>Goed.\n<v Eva>En toen?\n"
    assert "'Niks meer.'" in notes(f"{talk}Niks meer.\n<v Eva>Oké?\n<v Jan>Ja.", tmp_path)


def test_a_sentence_before_the_first_label_that_begins_with_a_label_is_read_or_told(tmp_path: Path) -> None:
    assert "R - dat was zo." in notes(f"R - dat was zo.\n{TALK}", tmp_path)
    assert turns(read(f"R; Dat was zo.\n{TALK}", tmp_path))[0] == ("r", "Dat was zo.")
    assert "R - Jan, 3 mei" not in notes(f"R - Jan, 3 mei\n{TALK}", tmp_path)  # a title


def test_a_nickname_in_quotation_marks_is_a_label(tmp_path: Path) -> None:
    text = "".join(f"Eva: Hoe {n}?\n“Oma Bep”: Zo {n} was het, met soep.\n" for n in range(4))
    assert turns(read(text, tmp_path))[1] == ("r", "Zo 0 was het, met soep.")
