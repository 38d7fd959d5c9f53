"""Who else may speak: names that are shortened, numbers as labels, brackets, and cues after the last name."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.transcripts import Transcript, read_transcript
from test_other_voices import answer
from test_other_voices import kinds as kinds_of
from test_unlabelled_paragraphs import ASKED, SAID, said_by

TOLD = ("Vertel eens over de buurt.", "Wij doen veel samen.", "Ga door.", "Elke week koken wij soep.", "Mooi.", "Ja.")
Labels = dict[str, tuple[str, ...]]


def read_pairs(folder: Path, first: str, then: str, name: str = "a.txt", persons: Labels | None = None) -> Transcript:
    """Read four questions and answers, each in a form with `{}` for its words."""
    parting = "\n\n" if name.endswith("md") else "\n"
    turns = [
        form.format(said)
        for pair in zip(ASKED, SAID, strict=True)
        for form, said in zip((first, then), pair, strict=True)
    ]
    return read_text(folder, parting.join(turns) + "\n", name, persons)


def read_text(folder: Path, text: str, name: str, persons: Labels | None = None, labels: str = "") -> Transcript:
    (folder / name).write_text(text, encoding="utf-8")
    persons = persons or {"P01": ()}
    return read_transcript(folder / name, interview="a", wave="1", persons=persons, labels=labels)


def kinds(transcript: Transcript) -> set[str]:
    return kinds_of(transcript) - {"roles guessed", "role", "roles by look"}


# --- names


@pytest.mark.parametrize(
    "name",
    [
        "Piet EvdB", "Mw. v.d. B.", "mw. v.d. B.", "Dhr. J. v.d. Berg", "Mevr. K.-B.", "De heer v.d. B.", "de heer B.",
        "J.P. v. D.", "Jan v/d Berg", "v.d. Berg", "'t Hart", "’t Hart", "d'Hondt", "Mr. J. Smith Jr.", "Fam. v.d. B.",
    ],
)  # fmt: skip
def test_a_shortened_name_is_a_label_as_a_whole(tmp_path: Path, name: str) -> None:
    transcript = read_pairs(tmp_path, "Int: {}", f"{name}: {{}}")
    assert {turn.speaker for turn in transcript.turns} == {"Int", name}
    assert said_by(transcript, "respondent") == list(SAID)
    assert not kinds(transcript)


def test_the_rest_of_a_name_that_is_not_understood_is_told(tmp_path: Path) -> None:
    transcript = read_pairs(tmp_path, "Int: {}", "de kapper v. B.: {}")
    assert "label within a turn" in kinds(transcript)


@pytest.mark.parametrize("sentence", ["Ik woon bij Jan. B.: is dat zo?", "Dat zei Mw. v.d. B. toen.", "Plan v.: weg."])
def test_a_shortened_name_within_talk_is_no_label(tmp_path: Path, sentence: str) -> None:
    assert said_by(answer(tmp_path, sentence), "respondent")[3] == sentence


@pytest.mark.parametrize(
    "sent", ["[10:02, 3-5-2010] ", "[10:02 AM, 5/3/2010] ", "[3-5-2010, 10:02:09] ", "03/05/2010, 10:02 - "]
)
def test_when_a_message_was_sent_stands_before_a_label(tmp_path: Path, sent: str) -> None:
    transcript = read_pairs(tmp_path, f"{sent}Eva: {{}}", f"{sent}Jan Bos: {{}}")
    assert said_by(transcript, "respondent") == list(SAID)
    assert not kinds(transcript)


# --- numbers


@pytest.mark.parametrize("form", ["{n}: {{}}", "({n}) {{}}", "({n}): {{}}", "**{n}:** {{}}"])
def test_the_fellows_of_a_number_that_the_study_names_are_labels(tmp_path: Path, form: str) -> None:
    transcript = read_pairs(tmp_path, form.format(n=1), form.format(n=2), persons={"P01": ("2",)})
    assert said_by(transcript, "respondent") == list(SAID)
    assert said_by(transcript, "interviewer") == list(ASKED)
    assert not kinds(transcript)


def test_numbers_are_no_labels_where_the_study_names_none(tmp_path: Path) -> None:
    transcript = answer(tmp_path, "Twee dingen.\n1: geld.\n2: tijd.")
    assert {turn.speaker for turn in transcript.turns} == {"I", "R"}


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("sign", [".", ")"])
def test_lines_that_are_all_numbered_are_set_apart_by_what_they_ask(tmp_path: Path, name: str, sign: str) -> None:
    parting = "\n\n" if name.endswith("md") else "\n"
    said = [said for pair in zip(ASKED, SAID, strict=True) for said in pair]
    text = parting.join(f"{number}{sign} {line}" for number, line in enumerate(said, 1))
    transcript = read_text(tmp_path, text, name)
    assert [line.split(" ", 1)[1] for line in said_by(transcript, "respondent")] == list(SAID)
    assert {note.kind for note in transcript.notes} == {"roles by look"}


# --- questions in italics


@pytest.mark.parametrize("mark", ["*", "_", "**"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("then", ["R: {}", "Jan: {}"])
def test_questions_in_italics_above_labelled_answers_are_the_interviewers(
    tmp_path: Path, mark: str, name: str, then: str
) -> None:
    transcript = read_pairs(tmp_path, f"{mark}{{}}{mark}", then, name)
    assert said_by(transcript, "respondent") == list(SAID)
    assert [said.strip("*_") for said in said_by(transcript, "interviewer")] == list(ASKED)
    assert kinds(transcript) == {"questions unlabelled"}


# --- brackets


@pytest.mark.parametrize("said", ["Dat was (was dat Jan?) in mei.", "Wij (en wanneer gingen jullie dan?) gingen weg."])
def test_a_question_in_round_brackets_within_an_answer_is_told(tmp_path: Path, said: str) -> None:
    assert kinds(answer(tmp_path, said)) == {"questions in brackets"}
    assert not kinds(answer(tmp_path, said, labels="I:|R:"))


@pytest.mark.parametrize(
    "said", ["Dat was in (Assen?) zei hij.", "Dat was (toen al?) zo.", "Zo (ik bedoel ons) was het.", "Ja (lacht?) ja."]
)
def test_a_doubted_word_in_brackets_is_no_question(tmp_path: Path, said: str) -> None:
    assert not kinds(answer(tmp_path, said))


@pytest.mark.parametrize("said", ["Dat was memo: hij kijkt weg] in mei.", "Dat was.\nHij kijkt weg] En toen."])
def test_a_square_bracket_that_nothing_opened_is_told(tmp_path: Path, said: str) -> None:
    assert "bracket not opened" in kinds(answer(tmp_path, said))
    assert not kinds(answer(tmp_path, said, labels="I:|R:"))


@pytest.mark.parametrize("said", ["Dat was [lacht] in mei.", "Dat was leuk :] en ja.", "Dat was [een [soort] ding]."])
def test_a_square_bracket_that_was_opened_is_not_told(tmp_path: Path, said: str) -> None:
    assert "bracket not opened" not in kinds(answer(tmp_path, said))


def test_a_remark_over_two_lines_is_told_once(tmp_path: Path) -> None:
    said = "Dat was [hij kijkt naar\nde tuin] en toen."
    assert kinds(answer(tmp_path, said)) == {"bracket not closed"}


# --- cues


def write_cues(ending: str, form: str, named: set[int]) -> str:
    """Return subtitles in which only some cues name a speaker."""
    said = [form.format(("Eva", "Jan")[n % 2], line) if n in named else line for n, line in enumerate(TOLD)]
    mark = "," if ending == "srt" else "."
    cues = (f"{n + 1}\n00:00:{3 * n:02}{mark}000 --> 00:00:{3 * n + 2:02}{mark}000\n{s}\n" for n, s in enumerate(said))
    return ("WEBVTT\n\n" if ending == "vtt" else "") + "\n".join(cues)


@pytest.mark.sweep(11)
@pytest.mark.parametrize("ending", ["srt", "vtt"])
@pytest.mark.parametrize("form", ["{}: {}", "[{}] {}", "({}) {}", "- {}: {}"])
@pytest.mark.parametrize("named", [{0, 1}, {0, 1, 2}, {2, 3}, {1}])
def test_cues_after_the_last_name_and_before_the_first_are_told(
    tmp_path: Path, ending: str, form: str, named: set[int]
) -> None:
    text = write_cues(ending, form, named)
    transcript = read_text(tmp_path, text, f"a.{ending}", {"P01": ("Jan",)})
    told = {"unnamed taken", "unnamed between", "cues unnamed", "late names", "no speaker", "one label"}
    assert kinds(transcript) & told
    assert not kinds(
        read_text(tmp_path, text, f"a.{ending}", {"P01": ("Jan",)}, labels="{name}:|[{name}]|({name})|- {name}:")
    )


@pytest.mark.parametrize("form", ["{}: {}", "[{}] {}", "- {}: {}"])
def test_cues_that_all_name_their_speaker_are_read_without_a_word(tmp_path: Path, form: str) -> None:
    transcript = read_text(tmp_path, write_cues("srt", form, set(range(6))), "a.srt", {"P01": ("Jan",)})
    assert said_by(transcript, "respondent") == list(TOLD[1::2])
    assert not kinds(transcript)


@pytest.mark.parametrize("ending", ["srt", "vtt"])
@pytest.mark.parametrize("names", [("Eva", "Jan"), ("Eva Smit", "Jan de Boer"), ("I", "R")])
def test_who_speaks_only_at_the_end_of_cues_does_not_take_the_beginning_of_the_next(
    tmp_path: Path, ending: str, names: tuple[str, str]
) -> None:
    pairs = [f"{names[0]}: {asked} {names[1]}: {said}" for asked, said in zip(ASKED, SAID, strict=True)]
    mark = "," if ending == "srt" else "."
    cues = (f"{n + 1}\n00:00:{3 * n:02}{mark}000 --> 00:00:{3 * n + 2:02}{mark}000\n{s}\n" for n, s in enumerate(pairs))
    text = ("WEBVTT\n\n" if ending == "vtt" else "") + "\n".join(cues)
    transcript = read_text(tmp_path, text, f"a.{ending}", {"P01": (names[1],)})
    assert said_by(transcript, "respondent") == list(SAID)
    assert said_by(transcript, "interviewer") == list(ASKED)


@pytest.mark.parametrize("said", ["Dus toen heb ik gezegd: kom maar.", "Eerst: dit."])
def test_cues_of_one_speaker_stay_one_line_where_a_colon_names_nobody(tmp_path: Path, said: str) -> None:
    cues = ["Eva: En toen?", f"Jan: Zo was dat. {said}", f"Jan: Ja. {said if 'Dus' in said else 'Zo.'}", "Eva: En nu?"]
    times = (f"00:00:{3 * n:02}.000 --> 00:00:{3 * n + 2:02}.000" for n in range(9))
    text = "WEBVTT\n\n" + "\n\n".join(map("\n".join, zip(times, cues, strict=False))) + "\n"
    (answered,) = said_by(read_text(tmp_path, text, "a.vtt", {"P01": ("Jan",)}), "respondent")
    assert "\n" not in answered


# --- tables


@pytest.mark.parametrize("cell", ["th", "td"])
@pytest.mark.parametrize("heads", [("Vraag", "Antwoord"), ("Question", "Answer"), ("Nr", "Vraag", "Antwoord")])
def test_the_headings_of_a_table_of_questions_are_nobodys_talk(
    tmp_path: Path, cell: str, heads: tuple[str, ...]
) -> None:
    rows = [(str(n), asked, said)[-len(heads) :] for n, (asked, said) in enumerate(zip(ASKED, SAID, strict=True))]
    shown = [f"<{cell}>{f'</{cell}><{cell}>'.join(heads)}</{cell}>", *(f"<td>{'</td><td>'.join(r)}</td>" for r in rows)]
    transcript = read_text(tmp_path, f"<table><tr>{'</tr><tr>'.join(shown)}</tr></table>", "a.html")
    assert said_by(transcript, "respondent") == list(SAID)
    assert [said.lstrip("0123 ") for said in said_by(transcript, "interviewer")] == list(ASKED)
