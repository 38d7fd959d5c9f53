"""Labels that were swapped, or put before the wrong turn, are told; two turns on end that are usual are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.transcripts import Transcript, read_transcript
from test_unlabelled_paragraphs import TURNS, read

KINDS = frozenset(("labels exchanged", "pair exchanged", "asks and goes on", "asks and answers"))
OTHER = {"I": "R", "R": "I"}


def swap(turns: list[str], *places: int) -> list[str]:
    """Return turns with the other label at some places."""
    return [OTHER[turn[0]] + turn[1:] if place in places else turn for place, turn in enumerate(turns)]


def told(folder: Path, turns: list[str]) -> list[str]:
    return [note.kind for note in read(folder, "\n".join(turns)).notes if note.kind in KINDS]


@pytest.mark.parametrize("place", range(0, 16, 2))
def test_a_swapped_question_and_answer_are_told_wherever_they_stand(tmp_path: Path, place: int) -> None:
    assert told(tmp_path, swap(TURNS, place, place + 1)) == ["pair exchanged"]


@pytest.mark.parametrize("place", range(1, 15, 2))
def test_an_answer_and_the_next_question_that_were_swapped_are_told(tmp_path: Path, place: int) -> None:
    assert told(tmp_path, swap(TURNS, place, place + 1)) == ["asks and goes on", "asks and answers"]


@pytest.mark.parametrize("place", range(1, 15))
def test_one_wrong_label_is_told_once(tmp_path: Path, place: int) -> None:
    assert told(tmp_path, swap(TURNS, place)) == [("asks and goes on", "asks and answers")[place % 2]]


@pytest.mark.parametrize("sign", [":", "."])
@pytest.mark.parametrize(("place", "letter"), [(4, "A"), (9, "V")])
def test_the_letter_of_the_other_role_in_another_habit_is_told_once(
    tmp_path: Path, sign: str, place: int, letter: str
) -> None:
    turns = [f"{turn[0]}{sign}{turn[2:]}" for turn in [*TURNS[:place], letter + TURNS[place][1:], *TURNS[place + 1 :]]]
    assert told(tmp_path, turns) == ["asks and goes on" if letter == "A" else "asks and answers"]
    right = [*TURNS[:place], ("V" if letter == "A" else "A") + TURNS[place][1:], *TURNS[place + 1 :]]
    assert told(tmp_path, right) == []
    partner = [*TURNS[:4], "P: Weet jij dat nog?", *TURNS[5:]]  # P is perhaps another respondent
    assert told(tmp_path, partner) == []


@pytest.mark.parametrize("places", [(4, 5, 6, 7), (0, 1, 2, 3), (12, 13, 14, 15)])
def test_two_swapped_pairs_on_end_are_told_together(tmp_path: Path, places: tuple[int, ...]) -> None:
    assert told(tmp_path, swap(TURNS, *places)) == ["labels exchanged"]


def test_labels_in_their_places_are_not_told(tmp_path: Path) -> None:
    assert told(tmp_path, TURNS) == []
    quoted = "R: Er hing een briefje: “Kunt u dit bewijzen?”"
    assert told(tmp_path, [*TURNS[:4], "R: Dat weet ik nog.", quoted, *TURNS[4:]]) == []


def test_two_turns_on_end_that_are_usual_in_a_file_are_not_told(tmp_path: Path) -> None:
    often = [line for turn in TURNS for line in (turn, "I: Goed." if turn[0] == "I" else "R: Weet u?")]
    assert told(tmp_path, often) == []
    few = read(tmp_path, "\n".join([*TURNS[:4], TURNS[4], "I: Goed, dan begin ik.", *TURNS[5:]]))
    assert said_of(few, "asks and answers") == ["Goed, dan begin ik."]


def test_a_respondent_who_asks_at_the_beginning_and_is_answered_is_not_told(tmp_path: Path) -> None:
    asked = ["R: Mag ik zitten?", "I: Natuurlijk.", "R: Dank u.", *TURNS]
    assert told(tmp_path, asked) == []


def said_of(transcript: Transcript, kind: str) -> list[str]:
    return [str(note.values["begin"]).strip("'") for note in transcript.notes if note.kind == kind]


@pytest.mark.parametrize("place", [3, 4, 9, 12])
def test_three_turns_on_end_are_told_where_speakers_take_turns_everywhere_else(tmp_path: Path, place: int) -> None:
    plain = [turn.replace("?", ".") for turn in TURNS]
    wrong = read(tmp_path, "\n".join(swap(plain, place)))
    assert said_of(wrong, "thrice on end") == [plain[place][3:]]
    twice = [*swap(plain, place), plain[-1], *plain]
    assert said_of(read(tmp_path, "\n".join(twice)), "thrice on end") == []
    assert said_of(read(tmp_path, "\n".join(plain)), "thrice on end") == []


def test_three_turns_on_end_are_told_beside_a_respondent_who_asks(tmp_path: Path) -> None:
    asks = ["I: Zo.", "R: Hoe oud bent u?", "I: Negentien.", "R: En waar woont u?", "I: Hier.", "R: Al lang?", "I: Ja."]
    wrong = read(tmp_path, "\n".join(["I: Zo.", "R: Ja.", "I: Goed.", "I: Dat ook.", *asks, "R: Mooi."]))
    assert {"labels exchanged", "thrice on end"} <= {note.kind for note in wrong.notes}


@pytest.mark.parametrize("place", [2, 3, 8, 11])
def test_an_answer_or_question_in_the_turn_before_is_told_where_speakers_take_turns_everywhere_else(
    tmp_path: Path, place: int
) -> None:
    plain = [turn.replace("?", ".") for turn in TURNS]
    glued = [*plain[:place], f"{plain[place]} {plain[place + 1][3:]}", *plain[place + 2 :]]
    (note,) = (note for note in read(tmp_path, "\n".join(glued)).notes if note.kind == "twice on end")
    assert plain[place][3:25] in str(note)


@pytest.mark.parametrize("often", [0, 2])
def test_two_turns_on_end_that_another_said_no_part_of_are_not_told(tmp_path: Path, often: int) -> None:
    short = [*TURNS[:4], "R: Zo was dat", *TURNS[4:]]
    twice = [*short, *(TURNS[3], "R: Met de bus. Uit Assen.", TURNS[2], TURNS[3]) * often]
    assert "twice on end" not in {note.kind for note in read(tmp_path, "\n".join(twice)).notes}


def test_a_respondent_who_tells_something_and_asks_back_three_times_is_not_told(tmp_path: Path) -> None:
    asks = ["R: Dat weet iedereen wel. Hoe oud bent u eigenlijk?", "I: Negenentwintig."]
    more = [
        "R: Dan weet u het niet. Komt u uit de stad?",
        "I: Nee.",
        "R: Dat hoor ik al. Waarvandaan dan?",
        "I: Assen.",
    ]
    assert told(tmp_path, [*TURNS, TURNS[0], *asks, *more, TURNS[1]]) == []
    bare = [turn.replace("Dat weet iedereen wel. ", "").replace("Dan weet u het niet. ", "") for turn in (*asks, *more)]
    assert told(tmp_path, [*TURNS, TURNS[0], *bare, TURNS[1]]) == ["labels exchanged"]


COUPLE = [turn.replace("R:", ("Man:", "Vrouw:")[place % 4 == 3], 1) for place, turn in enumerate(TURNS)]
GROUP = [line for turn in COUPLE for line in ([turn] if turn[0] == "I" else [turn, "Els: Dat was bij ons ook zo."])]


def kinds_of(folder: Path, turns: list[str]) -> list[str]:
    beside = {"twice on end", "asks another", "asks and answers", "asks and goes on", "thrice on end"}
    (folder / "a.txt").write_text("\n".join(turns), encoding="utf-8")
    persons = {"P01": ("Man",), "P02": ("Vrouw",), "P03": ("Els",)}
    transcript = read_transcript(folder / "a.txt", interview="a", wave="1", persons=persons, language="nl")
    return [note.kind for note in transcript.notes if note.kind in beside]


@pytest.mark.parametrize("turns", [COUPLE, GROUP])
def test_labels_of_more_speakers_in_their_places_are_not_told(tmp_path: Path, turns: list[str]) -> None:
    assert kinds_of(tmp_path, turns) == []
    often = [*turns, turns[-1], *turns, turns[-1], *turns, "I: Ja.", "I: Nu iets anders."]
    assert kinds_of(tmp_path, often) == []
    place = turns.index(COUPLE[2])
    assert kinds_of(tmp_path, [*turns[:place], "I: Ja, precies.", *turns[place:]]) == []


@pytest.mark.parametrize("place", range(3, 13, 2))
def test_an_answer_that_lost_its_label_is_told_among_more_speakers(tmp_path: Path, place: int) -> None:
    said = COUPLE[place].partition(": ")[2]
    lost = [*COUPLE[: place - 1], f"{COUPLE[place - 1]} {said}", *COUPLE[place + 1 :]]
    assert kinds_of(tmp_path, lost) == ["twice on end"]


@pytest.mark.parametrize("place", range(2, 14, 2))
def test_a_question_that_lost_its_label_is_told_where_the_interviewer_asks_everything(
    tmp_path: Path, place: int
) -> None:
    lost = [*COUPLE[: place - 1], f"{COUPLE[place - 1]} Zo. {COUPLE[place][3:]}", *COUPLE[place + 1 :]]
    assert kinds_of(tmp_path, lost) == ["asks another"]


def test_an_answer_under_the_label_of_a_moderator_who_goes_on_is_told(tmp_path: Path) -> None:
    places = [place for place, turn in enumerate(GROUP) if turn.startswith("Els") and place + 1 < len(GROUP)]
    for place in places:
        wrong = [*GROUP[:place], GROUP[place].replace("Els:", "I:"), *GROUP[place + 1 :]]
        assert kinds_of(tmp_path, wrong) == ["twice on end"]


@pytest.mark.parametrize(
    "asked",
    ["Of wanneer was dat ook weer, Marie?", "Toch?", "Of niet?", "Hoe was dat, Marie?", "Wie was dat weer?"],
)
def test_a_partner_who_is_asked_once_is_not_told(tmp_path: Path, asked: str) -> None:
    turns = [*COUPLE[:3], f"Man: Dat was in 1990. {asked}", "Vrouw: In 1991, volgens mij.", *COUPLE[4:]]
    assert kinds_of(tmp_path, turns) == []


def test_a_question_that_begins_as_no_other_and_lost_its_label_is_told(tmp_path: Path) -> None:
    turns = [*COUPLE[:3], "Man: Dat was in 1990. Met wie werkte u toen samen?", "Vrouw: Met hem.", *COUPLE[4:]]
    assert kinds_of(tmp_path, turns) == ["asks another"]


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        *(("Hoe lang houden jullie dat vol?", ["asks another"]), ("Zo. Wonen jullie hier?", ["asks another"])),
        *(("Wanneer was dat?", []), ("Toen zei de buurman: wonen jullie hier?", []), ("Wilt u koffie?", [])),
        ("Jullie waren het toch?", []),
    ],
)
def test_one_of_a_couple_does_not_ask_the_other_about_both(tmp_path: Path, asked: str, kinds: list[str]) -> None:
    turns = [*COUPLE[:3], "Man: Ja.", "Vrouw: Nee.", f"Man: {asked}", "Vrouw: Dat weet ik niet.", *COUPLE[4:]]
    assert kinds_of(tmp_path, turns) == kinds


@pytest.mark.parametrize("turns", [COUPLE, GROUP])
def test_a_question_that_nobody_answers_and_is_asked_again_is_not_told(tmp_path: Path, turns: list[str]) -> None:
    asked = ["I: Dan iets anders. Wie wil beginnen?", "I: Niemand?", "Man: Ik wel."]
    assert kinds_of(tmp_path, [*COUPLE[:2], *asked, *turns[turns.index(COUPLE[2]) :]]) == []


def save_rows(path: Path, turns: list[str]) -> None:
    """Write turns as the rows of a table, or as the cues of subtitles."""
    said = [turn.split(": ", 1) for turn in turns]
    if path.suffix == ".csv":
        path.write_text("\n".join(["Spreker;Tekst", *map(";".join, said)]), encoding="utf-8")
        return
    cues = (f"0:00:{n:02}.000 --> 0:00:{n:02}.900\n<v {own}>{talk}" for n, (own, talk) in enumerate(said))
    path.write_text("\n\n".join(["WEBVTT", *cues]), encoding="utf-8")


def told_rows(path: Path, turns: list[str]) -> list[str]:
    save_rows(path, turns)
    notes = read_transcript(path, interview="a", wave="1", persons={"P01": ("R",)}).notes
    return [note.kind for note in notes if note.kind in (*KINDS, "twice on end", "thrice on end")]


@pytest.mark.parametrize("name", ["a.csv", "a.vtt"])
def test_the_slips_that_a_text_may_have_are_told_of_rows_and_cues(tmp_path: Path, name: str) -> None:
    asked, said = TURNS[4][3:], TURNS[5][3:]
    assert told_rows(tmp_path / name, swap(TURNS, 4, 5)) == ["pair exchanged"]
    assert told_rows(tmp_path / name, swap(TURNS, 5)) == ["asks and answers"]
    assert told_rows(tmp_path / name, [*TURNS[:3], f"{TURNS[3]} {asked}", *TURNS[5:]]) == ["asks and goes on"]
    much = f"I: {asked} {said} En de buren, en die van de overkant, die hielpen ook."
    assert told_rows(tmp_path / name, [*TURNS[:4], much, *TURNS[6:]]) == ["twice on end"]


@pytest.mark.parametrize("name", ["a.csv", "a.vtt"])
def test_rows_and_cues_on_end_of_one_turn_are_not_told(tmp_path: Path, name: str) -> None:
    parts = [f"{turn[:3]}{part}" for turn in TURNS for part in turn[3:].replace(", ", ",|").split("|")]
    assert told_rows(tmp_path / name, parts) == []
    often = [part for turn in TURNS for part in (turn, f"{turn[:3]}Dat is het.")]
    assert told_rows(tmp_path / name, often) == []
    assert told_rows(tmp_path / name, TURNS) == []


def test_a_turn_that_a_recorder_cut_once_and_a_cell_of_two_lines_are_not_told(tmp_path: Path) -> None:
    for cut in ("R: Zo was dat.", "R: Maar wat moet je dan?"):
        assert told_rows(tmp_path / "a.vtt", [*TURNS[:5], cut, *TURNS[5:]]) == []
    path = tmp_path / "a.csv"
    save_rows(path, [*TURNS[:5], 'R: "Met wie dan?\nMet hem."', *TURNS[6:]])
    notes = read_transcript(path, interview="a", wave="1", persons={"P01": ("R",)}).notes
    assert {note.kind for note in notes}.isdisjoint({*KINDS, "twice on end"})


def told_in_table(path: Path, rows: list[tuple[str, str]]) -> bool:
    path.write_text("\n".join(map("\t".join, [("Vraag", "Antwoord"), *rows])), encoding="utf-8")
    notes = read_transcript(path, interview="a", wave="1", persons={"P01": ()}).notes
    return any(note.kind == "rows exchanged" for note in notes)


@pytest.mark.parametrize("name", ["a.txt", "a.tsv"])
def test_a_question_and_its_answer_in_each_others_column_are_told(tmp_path: Path, name: str) -> None:
    rows = [
        (asked[3:], f"{said[3:]} Zo ging dat bij ons.") for asked, said in zip(TURNS[::2], TURNS[1::2], strict=True)
    ]
    assert not told_in_table(tmp_path / name, rows)
    long = "Die liet ons eerst een beetje links liggen. Later kwam er iemand, met een map."
    for place in (0, 3, 7):
        exchanged = [*rows[:place], (long, "Hoe ging de gemeente daarmee om?"), *rows[place + 1 :]]
        assert told_in_table(tmp_path / name, exchanged)
    for asked in ("Vertel.", "Vertelt u eens zo uitgebreid mogelijk over het begin van dat alles."):
        assert not told_in_table(tmp_path / name, [*rows[:3], (asked, "Over welk begin dan?"), *rows[4:]])
    announced = ("De volgende stelling luidt: in deze wijk helpen mensen elkaar.", "Ja, maar wie helpt dan de ouderen?")
    assert not told_in_table(tmp_path / name, [*rows[:3], announced, *rows[4:]])
    asked_back = [(long, "Hoe bedoelt u dat?"), ("Zo dus, dat was het.", "Nou, dat was goed.")]
    assert not told_in_table(tmp_path / name, [*rows[:3], *asked_back, *rows[4:]])
