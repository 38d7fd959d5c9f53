"""Within an answer: who interrupts in tags or quotation marks, and brackets that hold another's talk or a note."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.transcripts import Transcript
from test_unlabelled_paragraphs import TURNS, read, said_by, told


def answer(tmp_path: Path, said: str, name: str = "a.txt", labels: str = "") -> Transcript:
    parting = "\n\n" if name.endswith("md") else "\n"
    return read(tmp_path, parting.join([*TURNS[:7], f"R: {said}", *TURNS[8:]]), name, labels)


def kinds(transcript: Transcript) -> set[str]:
    return {note.kind for note in transcript.notes} - {"state labels as"}


# --- quotation marks and tags


@pytest.mark.parametrize("marks", ['""', "“”", "„”", "„“", "«»"])
def test_only_the_words_in_quotation_marks_are_the_others(tmp_path: Path, marks: str) -> None:
    transcript = answer(tmp_path, f"Zo was dat {marks[0]}I: was dat de soep?{marks[1]} en dat ging verder.")
    assert "was dat de soep?" in said_by(transcript, "interviewer")
    assert said_by(transcript, "respondent")[3:5] == ["Zo was dat", "en dat ging verder."]


@pytest.mark.parametrize("mark", ['"', "“", "'", "‘"])
def test_a_quotation_mark_before_a_label_that_does_not_close_is_told(tmp_path: Path, mark: str) -> None:
    transcript = answer(tmp_path, f"Zo was dat {mark}I: was dat de soep en dat ging verder.")
    assert "en dat ging verder" in said_by(transcript, "respondent")[3]
    assert kinds(transcript) == {"label within a turn"}


@pytest.mark.parametrize("said", ['Er stond "Vraag: hoe oud bent u?" op.', "Toen las ik “Antwoord: nee” en ging."])
def test_words_that_are_quoted_stay_talk(tmp_path: Path, said: str) -> None:
    assert said_by(answer(tmp_path, said), "respondent")[3] == said
    assert not kinds(answer(tmp_path, said))


NAMED = [turn.replace("I:", "Eva:").replace("R:", "Bep:") for turn in TURNS]


@pytest.mark.parametrize(
    "said", ["Toen riep ze “Eva: kom eens hier” en ging.", "Goed. Eva: een schat van een mens.", "Ja. «Eva: hoi» zo."]
)
def test_a_name_that_is_quoted_or_told_of_begins_no_turn_and_is_told(tmp_path: Path, said: str) -> None:
    transcript = read(tmp_path, "\n".join([*NAMED[:7], f"Bep: {said}", *NAMED[8:]]))
    assert said_by(transcript, "respondent")[3] == said
    assert "label within a turn" in kinds(transcript)


@pytest.mark.parametrize("said", ["Toen zei hij: “I: dat ben ik niet”, en weg.", "Hij schreef “R: nee” op."])
def test_a_letter_in_a_quotation_that_is_told_of_begins_no_turn(tmp_path: Path, said: str) -> None:
    transcript = answer(tmp_path, said)
    assert said_by(transcript, "respondent")[3] == said
    assert "label within a turn" in kinds(transcript)


def test_names_before_small_letters_begin_turns_where_all_turns_begin_so(tmp_path: Path) -> None:
    small = [f"{turn.partition(':')[0]}:{turn.partition(':')[2].lower()}" for turn in NAMED]
    transcript = read(tmp_path, "\n".join([*small[:7], "Bep: goed. Eva: en dat? Bep: dat ook.", *small[8:]]))
    assert said_by(transcript, "respondent")[3:5] == ["goed.", "dat ook."]


def test_a_label_behind_a_quotation_that_closed_begins_a_turn(tmp_path: Path) -> None:
    transcript = answer(tmp_path, 'Hij zei: "Kom maar." I: En toen? R: Toen niets.')
    assert said_by(transcript, "respondent")[3:5] == ['Hij zei: "Kom maar."', "Toen niets."]


@pytest.mark.parametrize("closing", [")", "]"])
def test_a_label_before_a_bracket_that_closes_behind_it_is_told(tmp_path: Path, closing: str) -> None:
    transcript = answer(tmp_path, f"Zo was dat, I: was dat de soep?{closing} en dat ging verder.")
    assert "en dat ging verder" in said_by(transcript, "respondent")[3]
    assert kinds(transcript) >= {"label within a turn"}


@pytest.mark.parametrize("tags", [("[I]", "[/I]"), ("<I>", "</I>")])
def test_what_tags_hold_is_the_others(tmp_path: Path, tags: tuple[str, str]) -> None:
    transcript = answer(tmp_path, f"Zo was dat {tags[0]} was dat de soep? {tags[1]} en dat ging verder.")
    assert "was dat de soep?" in said_by(transcript, "interviewer")
    assert said_by(transcript, "respondent")[3:5] == ["Zo was dat", "en dat ging verder."]
    assert not kinds(transcript)


def test_the_tag_of_a_role_that_does_not_close_is_told_and_a_name_in_brackets_is_not(tmp_path: Path) -> None:
    assert kinds(answer(tmp_path, "Zo was dat [I] was dat de soep? en dat ging verder.")) == {"label within a turn"}
    named = [turn.replace("I:", "Eva:").replace("R:", "Bep:") for turn in TURNS]
    named[7] = "Bep: Dat zei [Eva] toen ook."
    assert not kinds(read(tmp_path, "\n".join(named))) - {"roles guessed"}


# --- brackets


@pytest.mark.parametrize(
    "aside",
    [
        "(dochter roept: kom je eten?)", "(interviewer vraagt: was dat de soep?)", "(I lacht: was dat de soep?)",
        "(vrouw komt binnen: willen jullie koffie?)", "(noot van transcribent: soep niet goed te verstaan)",
        "(I, lachend: was dat de soep?)", "(wife calls out: coffee?)", "(note by transcriber: soup unclear)",
    ],
)  # fmt: skip
def test_talk_in_brackets_behind_words_and_a_colon_is_told(tmp_path: Path, aside: str) -> None:
    transcript = answer(tmp_path, f"Zo was dat {aside} en dat ging verder.")
    assert told(transcript, "voice in brackets") == (aside[:40],)
    assert not kinds(answer(tmp_path, f"Zo was dat {aside} en dat ging verder.", labels="I:|R:"))


@pytest.mark.parametrize(
    "said",
    [
        "Dat kost geld (en dat is het punt: wij hadden niets) en tijd.", "Wij (ik bedoel hier: mijn man en ik) gingen.",
        "Om half tien (9:30 was het) ging ik.", "Dat (maar dat weet u: nooit weer) was dat.",
        "Wij (because of this: no money) went.", "Zo (zie de site https://www.assen.nl) was het.",
        "Zo ((vrouw komt binnen: koffie?)) was het.",
        "Toen (de vrouw die daar toen woonde zei: nee) ging ik.", "[memo: navragen] Ja.",
    ],
)  # fmt: skip
def test_what_is_said_in_brackets_needs_no_note(tmp_path: Path, said: str) -> None:
    assert not kinds(answer(tmp_path, said))


def test_one_word_before_the_colon_is_told_as_a_label(tmp_path: Path) -> None:
    assert kinds(answer(tmp_path, "Zo was dat (zus: kom je eten?) en dat ging verder.")) == {"label within a turn"}


def test_a_smiley_closes_no_bracket(tmp_path: Path) -> None:
    transcript = answer(tmp_path, "Zo was dat toen I: Echt? :) R: Ja.")
    assert said_by(transcript, "respondent")[3:5] == ["Zo was dat toen", "Ja."]


def test_the_english_word_i_in_brackets_is_no_label(tmp_path: Path) -> None:
    said = "That was it (I thought: never) and so I went, and then I knew that I had to."
    assert not told(answer(tmp_path, said), "voice in brackets")


@pytest.mark.parametrize(
    "said", ["Ja [memo: soep nog navragen en zo ging dat.", f"Ja [{'zij wijst naar buiten ' * 12}] hoor."]
)
def test_a_square_bracket_that_holds_no_remark_is_told(tmp_path: Path, said: str) -> None:
    assert kinds(answer(tmp_path, said)) == {"bracket not closed"}
    assert not kinds(answer(tmp_path, said, labels="I:|R:"))


@pytest.mark.parametrize("said", ["Ja #soep en zo.", "Ja. #soep", "Ja. ==code soep=="])
def test_tags_and_marked_words_in_an_answer_are_told(tmp_path: Path, said: str) -> None:
    assert kinds(answer(tmp_path, said, "a.md")) == {"words in brackets"}


@pytest.mark.parametrize("said", ["Ja #00:01:16-1# hoor.", "Dat was #1 voor mij.", "Ja ##soep hoor.", "C# en F#."])
def test_times_numbers_and_codes_are_no_tags(tmp_path: Path, said: str) -> None:
    assert not kinds(answer(tmp_path, said))


# --- who is numbered in brackets


@pytest.mark.parametrize("label", ["R(2)", "R (2)", "R [2]"])
def test_a_number_in_brackets_behind_a_label_is_somebody_else(tmp_path: Path, label: str) -> None:
    transcript = read(tmp_path, "\n".join([*TURNS[:8], f"{label}: Ik was daar ook bij.", *TURNS[8:]]))
    assert "speakers unknown" in kinds(transcript)


@pytest.mark.parametrize("label", ["R (vrouw)", "R (man)", "R, zoon"])
def test_somebody_beside_the_respondent_in_brackets_is_not_the_respondent(tmp_path: Path, label: str) -> None:
    transcript = read(tmp_path, "\n".join([*TURNS[:8], f"{label}: Ik was daar ook bij.", *TURNS[8:]]))
    assert "Ik was daar ook bij." not in said_by(transcript, "respondent")
    assert kinds(transcript)


@pytest.mark.parametrize("label", ["R (65)", "R (lachend)"])
def test_an_age_or_a_remark_in_brackets_behind_a_label_is_the_same_speaker(tmp_path: Path, label: str) -> None:
    transcript = read(tmp_path, "\n".join([*TURNS[:8], f"{label}: Ik was daar ook bij.", *TURNS[8:]]))
    assert "Ik was daar ook bij." in said_by(transcript, "respondent")


# --- what was printed or pasted beside the talk


@pytest.mark.parametrize("name", ["Commented [E1]", "Met opmerkingen [EvS12]", "Comment [A1] "])
def test_a_comment_that_word_printed_beside_the_text_is_told(tmp_path: Path, name: str) -> None:
    assert "comments printed" in kinds(answer(tmp_path, f"Zo was dat. {name}: navragen en dat ging verder."))
    assert "comments printed" not in kinds(answer(tmp_path, "Zo was dat [E1] en dat ging verder."))


def test_a_code_behind_two_tabs_is_told_as_a_cell_beside_the_talk(tmp_path: Path) -> None:
    assert kinds(answer(tmp_path, "Zo was dat.\t\tzorg")) == {"cells beside talk"}
    assert not kinds(answer(tmp_path, "Zo\twas dat."))
    assert not kinds(read(tmp_path, "\n".join(turn.replace(": ", ":\t\t") for turn in TURNS)))
