"""What is nobody's, or another's, between two turns or within one is told; what is not is left alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bp_qual.readers import read_data
from bp_qual.transcripts import Transcript, Turn, read_transcript
from bp_qual.transcripts.usual_within import note_usual_within
from processor_time import assert_keeps_step
from test_unlabelled_paragraphs import SAID, TURNS, read, said_by


def below(tmp_path: Path, *lines: str, times: int = 1) -> Transcript:
    """Return an interview with lines below a question."""
    asked = [line for turn in range(0, 10, 2) for line in (TURNS[turn], *(lines * (turn < 2 * times)), TURNS[turn + 1])]
    return read(tmp_path, "\n".join(asked))


def kinds(transcript: Transcript) -> set[str]:
    return {note.kind for note in transcript.notes} - {"state labels as", "state labels"}


@pytest.mark.parametrize(
    "line",
    [
        "Interview Truus de Vries, 12 mei 2010",
        "Opname onderbroken omdat de telefoon ging.",
        "Note to self: ask about the church next time.",
        "Dat was in mei hoor.",
        "12",
    ],
)
def test_a_line_below_a_question_that_no_label_begins_is_told(tmp_path: Path, line: str) -> None:
    transcript = below(tmp_path, line)
    (note,) = (note for note in transcript.notes if note.kind == "label missing")
    assert line[:30] in str(note)


@pytest.mark.parametrize("line", ["[telefoon gaat]", "(Zij lacht)", "*** pauze ***", "Of was dat later?", "en dan nog"])
def test_remarks_more_questions_and_lines_that_go_on_are_not_told(tmp_path: Path, line: str) -> None:
    assert "label missing" not in kinds(below(tmp_path, line))


def test_a_paragraph_of_its_own_below_a_question_is_not_told(tmp_path: Path) -> None:
    assert "label missing" not in kinds(below(tmp_path, "", "Ik bedoel dat brood."))


def test_lines_below_many_questions_are_how_the_file_was_written(tmp_path: Path) -> None:
    assert "label missing" in kinds(below(tmp_path, "Dat was in mei.", times=1))
    assert "label missing" not in kinds(below(tmp_path, "Dat was in mei.", times=5))


LONE = [*TURNS[:3], "R: Brood bakken, met zijn allen.\n\nMet zijn allen.\n\nJa, de hele straat.", *TURNS[4:]]


def test_a_short_paragraph_between_two_of_one_turn_is_told_where_no_other_turn_has_paragraphs(tmp_path: Path) -> None:
    (note,) = (note for note in read(tmp_path, "\n".join(LONE)).notes if note.kind == "label missing")
    assert "Met zijn allen." in str(note)
    document = "".join(f"<p>{line}</p>" for line in "\n".join(LONE).split("\n") if line)
    assert "label missing" in kinds(read(tmp_path, f"<html><body>{document}</body></html>", "a.html"))


@pytest.mark.parametrize(
    "lines",
    [
        [*LONE, TURNS[2], "R: Met de bus.\n\nUit Assen.", TURNS[0], TURNS[1]],  # paragraphs elsewhere too
        LONE[2:7],  # few turns
        [*LONE[:3], LONE[3].replace("\n\n", "\n"), *LONE[4:]],  # lines, not paragraphs
        [*LONE[:3], LONE[3].replace("Met zijn allen.\n", "Met zijn allen. Dat zei ik al.\n"), *LONE[4:]],
        [*LONE[:3], LONE[3].replace("\n\nMet", "\n\n[Met"), *LONE[4:]],
        [*LONE[:3], LONE[3].replace("\n\nJa, de hele", "\n\nde hele"), *LONE[4:]],
        [*LONE[:3], LONE[3].replace("\n\nMet zijn allen.", ""), *LONE[4:]],
    ],
)
def test_other_paragraphs_of_a_turn_are_not_told(tmp_path: Path, lines: list[str]) -> None:
    assert "label missing" not in kinds(read(tmp_path, "\n".join(lines)))


ASKED_WITHIN = [
    "Die werkte. En uw man? Die was ziek. En uw zoon? Die zat op school.",
    "Die werkte. - En mijn zoon? - Die zat op school.",
    "Met brood. - En was het leuk? - Nou jawel hoor.",
    "- Was het leuk? – Jawel, hoor.",
    "Met brood.\n- En was het leuk?\n- Nou jawel hoor.",
    "Met brood. Hoelang duurde dat bij u? Nou een jaar.",
    "Met brood. Hoelang duurde dat bij u? Een jaar.",
    "Met brood. En wat deed jij toen? Nou, niks.",
    "Met brood. Hoe oud was je toen? Nou, twaalf.",
    "Ik denk met brood. Vond u dat fijn? Ja hoor.",
    "He worked. And your husband? Well, he was ill.",
    "With bread. How long did you stay? Well, a year.",
    "With bread. — Was it nice? — Yes, it was.",
    "Der war da. Und Ihr Mann? Der war krank.",
    "Mit Brot. Warst du allein? Ja, immer.",
    "Avec du pain. Combien de temps avez-vous attendu? Bah, un an.",
    "Where do you live now? Well, in Leeds.",
    "In the street. Where do you live now? Well, in Leeds.",
    "And how is your sister? She is fine.",
    "When did you start? I started in 2005.",
    "Did you like it? I loved it.",
    "Waar woon je nu? In Leeds.",
    "Op straat. Waar woon je nu? Nou, in Leeds.",
    "Bij ons. Heb je kinderen? Ja, twee.",
    "Bij ons. Hoe lang doet u dit al? Nou, tien jaar.",
    "Die werkte. En je man? Mijn man werkt ook.",
    "He worked. And your mother? My mother stayed at home.",
    "Nobody ever told me to stop. So you just stayed? I just stayed.",
    "Was ik maar gegaan. Heeft u spijt? Spijt? Nee hoor.",
    "U zei net: te laat. Gebeurt dat vaak? Vaak? Twee keer.",
    "Vroeger had je één gezicht. Eén gezicht. Wie was dat dan toen? Dat was Ans.",
    "Dat is helemaal weg. Helemaal weg. Hoe merkt u dat? Je zegt goedendag en dan niks.",
    "Met brood. Wat deed jij toen? Ik ging naar huis.",
    "Wo wohnst du jetzt? In Leeds.",
    "Où habites-tu maintenant? À Leeds.",
]
OF_NOBODY = [
    "Met brood. Weet je? Nou zo was dat.", "Met brood. Snap je? Ja zo dus.", "So. You know? Yeah, it was fine.",
    "Wat moet u dan? Niets.", "Hoe zeg je dat? Nou, zo.", "Wat doe je eraan? Nou, niks.", "En waarom? Nou, zomaar.",
    "What can you do? Well, nothing.", "How do you do that? Well, you just do.", "Are you kidding? No way.",
    "Begrijpt u? Zo ging dat. Weet u wel? Zo dus.", "Wat moet je dan? Niets. En hoe zeg je dat? Zo.",
    "Ik heb een lintje, wist u dat? Ja, echt.", "En uw man? En uw zoon?", "Het was 3 - 4 jaar. Wat? - Ja.",
    "Toen vroeg ze: Hoe oud bent u? Nou, zestig.", "Hij zei, Wat deed u daar? Nou, niks.",
    "Zei ze. “Was u dat? Ja dus.”",
    "Hij vraagt mij. Hoe oud bent u? Nou, zestig.", "Hoe oud bent u? Nou, zei ik, zestig.",
    "She’s like, What did you do? Well, nothing.", "She asked. What did you do? Well, nothing.",
    "Where did I live? In Leeds.", "Who helped? My sister.", "You did? It was good.", "Do you mean bread? Well, often.",
    "Bedoel je brood? Nou, vaak.", "At work. How many do you sell? Twelve.",
    "Wie doet dat? Ik. En wie kookt er? Ik ook.", "Mijn man? Mijn man werkt.", "Ze vroeg: En je man? Mijn man werkt.",
    "Ach. Heb je spijt? Spijt? zei ik. Nee.", "Onder de tafel. Onder de tafel! Wat helpt een tafel? Niets.",
    "Dat wel. Heb jij een vak geleerd? Ik bedoel een echt vak.", "Not me. Have you tried that? I have. It was no good.",
    "Somebody would say, have you got a cold? No, I just sneezed.", "Elle criait : vous dormez ? Non, madame.",
    "Maar ziet u wat ik bedoel? Vroeger was dat zo.", "Was glauben Sie? Nichts.",
    "Where do you buy it? You order it.", "I was like what did you do? Well, nothing.",
]  # fmt: skip


@pytest.mark.sweep(15)
@pytest.mark.parametrize("how", ["labels", "bold"])
@pytest.mark.parametrize("said", ASKED_WITHIN)
def test_a_question_to_somebody_that_is_answered_within_the_turn_is_told(tmp_path: Path, said: str, how: str) -> None:
    transcript = answer_so(tmp_path, said, how)
    asked = re.split(r"[.\n–—]|- ", said.split("?")[0])[-1].strip()[:20]
    shown = [note for note in transcript.notes if asked in str(note)]
    assert "asks within a turn" in {note.kind for note in shown} or "\n" in said
    assert shown


@pytest.mark.parametrize("how", ["labels", "bold"])
@pytest.mark.parametrize("said", OF_NOBODY)
def test_what_somebody_asks_of_nobody_or_tells_that_another_asked_is_not_told(
    tmp_path: Path, said: str, how: str
) -> None:
    assert "asks within a turn" not in kinds(answer_so(tmp_path, said, how))


@pytest.mark.parametrize(
    "said",
    [
        "Dus ik erheen en ik vraag: hebben jullie nog wat te doen? Nou, dat hadden ze.",
        "En dan krijg je te horen, heeft u een afspraak? Nee, die had ik niet.",
    ],
)
def test_what_somebody_tells_that_was_asked_is_not_told_in_long_talk_either(tmp_path: Path, said: str) -> None:
    answer = "Dat was toen heel anders dan nu, want de straat was nog van ons samen en dat merkte je."
    turns = [f"I: Hoe was dat in jaar {n}?\nR: {answer} {said if n == 5 else ''}" for n in range(12)]
    assert read(tmp_path, "\n".join(turns)).notes == ()


def answer_so(tmp_path: Path, said: str, how: str) -> Transcript:
    """Return an interview with an answer, its speakers marked by labels or by questions in bold."""
    if how == "labels":
        return read(tmp_path, "\n".join([*TURNS[:3], f"R: {said}", *TURNS[4:]]))
    turns = [*TURNS[:3], f"R: {said}", *TURNS[4:]]
    lines = [f"**{turn[3:]}**" if turn[0] == "I" else turn[3:].replace("\n", " ") for turn in turns]
    return read(tmp_path, "\n\n".join(lines), "a.md")


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_an_answer_between_dashes_in_the_turn_of_an_interviewer_is_told(tmp_path: Path, dash: str) -> None:
    said = f"I: Hoe begon het? {dash} Met soep. {dash} En toen?"
    assert "asks within a turn" in kinds(read(tmp_path, "\n".join([*TURNS[:2], said, *TURNS[3:]])))
    said = f"I: Hoe begon het? {dash} Ik bedoel toen."
    assert "asks within a turn" not in kinds(read(tmp_path, "\n".join([*TURNS[:2], said, *TURNS[3:]])))


ASKED_OF_ALL = ("En wanneer was dat?", "Wie hielp er mee?", "Hoe ging het verder?", "En nu?")


@pytest.mark.parametrize("name", ["a.csv", "a.vtt", "a.txt"])
def test_a_file_full_of_questions_that_are_answered_in_the_same_turn_is_told(tmp_path: Path, name: str) -> None:
    both = [f"{asked} {said}" for asked, said in zip(ASKED_OF_ALL, SAID, strict=True)]
    heads = {"a.csv": "speaker,text\n", "a.vtt": "WEBVTT\n\n", "a.txt": "\n".join(TURNS) + "\n"}
    lines = {"a.csv": 'R,"{}"\n', "a.vtt": "00:00:0{n}.000 --> 00:00:0{n}.900\n<v Jan>{}\n\n", "a.txt": "R: {}\n"}
    text = heads[name] + "".join(lines[name].format(said, n=number) for number, said in enumerate(both))
    (note,) = (note for note in read(tmp_path, text, name).notes if note.kind == "asks within a turn")
    assert all(any(asked in line for line in note.values["lines"]) for asked in ASKED_OF_ALL)


def test_few_such_questions_in_much_talk_are_what_people_ask_themselves(tmp_path: Path) -> None:
    asked = "R: Dicht dus. En wanneer was dat? In mei. Wie hielp er mee? De club. En nu? Nu is er een kapper."
    assert "asks within a turn" in kinds(read(tmp_path, "\n".join([*TURNS[:3], asked, *TURNS[4:]])))
    much = f"R: {'Wij bakten brood voor de hele straat, elke dag. ' * 200}"
    (tmp_path / "much").mkdir()
    told = kinds(read(tmp_path / "much", "\n".join([*TURNS[:3], asked, *TURNS[4:], TURNS[2], much])))
    assert "asks within a turn" not in told


IDLE = "Dicht dus. Wie had dat gedacht? Niemand. Hoe heette hij ook weer? Piet. En wat heb je dan? Een kapper."
BACK = ("Waarvan? Van de bus.", "Welk brood? Wit brood.", "Wie hielp er? De club.", "Hoe dan? Zo.")


def test_what_nobody_waits_for_an_answer_to_and_what_is_asked_back_do_not_fill_a_file_with_questions(
    tmp_path: Path,
) -> None:
    assert "asks within a turn" not in kinds(read(tmp_path, "\n".join([*TURNS[:3], f"R: {IDLE}", *TURNS[4:]])))
    (tmp_path / "back").mkdir()
    back = [line for asked, said in zip(TURNS[::2], BACK, strict=False) for line in (asked, f"R: {said}")]
    assert "asks within a turn" not in kinds(read(tmp_path / "back", "\n".join([*TURNS, *back])))


@pytest.mark.parametrize("said", ["Wie hielp er mee? De buurvrouw, en later de club.", "En nu? Een kapper."])
def test_an_answer_in_the_turn_of_an_interviewer_who_has_the_next_turn_too_is_told(tmp_path: Path, said: str) -> None:
    assert "asks within a turn" in kinds(read(tmp_path, "\n".join([*TURNS[:2], f"I: {said}", *TURNS[4:]])))
    (tmp_path / "answered").mkdir()
    answered = read(tmp_path / "answered", "\n".join([*TURNS[:2], f"I: {said}", *TURNS[3:]]))
    assert "asks within a turn" not in kinds(answered)


@pytest.mark.parametrize("sign", ["/", "|"])
def test_a_label_behind_a_stroke_is_told(tmp_path: Path, sign: str) -> None:
    said = f"R: Die werkte {sign} I ja ja {sign} en mijn zoon {sign} I hm en toen {sign} naar school."
    assert "label within a turn" in kinds(read(tmp_path, "\n".join([*TURNS[:3], said, *TURNS[4:]])))
    plain = f"R: Die werkte {sign} een dag {sign} en mijn zoon."
    assert "label within a turn" not in kinds(read(tmp_path, "\n".join([*TURNS[:3], plain, *TURNS[4:]])))


def test_a_label_within_a_sentence_before_a_turn_of_the_same_label_is_told(tmp_path: Path) -> None:
    said = "I: U zei net R: dat is mijn bus?"
    assert "label within a turn" in kinds(read(tmp_path, "\n".join([*TURNS[:2], said, *TURNS[3:]])))
    ended = "I: U zei iets. R: Dat is mijn bus."
    between = "R: Dat was de bus – I: hm – naar school."
    assert "label within a turn" not in kinds(read(tmp_path, "\n".join([*TURNS[:3], between, *TURNS[4:]])))
    after_that = read(tmp_path, "\n".join([*TURNS[:2], ended, *TURNS[3:]]))
    assert "label within a turn" not in kinds(after_that)
    assert "label within a turn" not in kinds(read(tmp_path, "\n".join([*TURNS[:2], ended, *TURNS[4:]])))


@pytest.mark.parametrize("label", ["MAN VAN TRUUS", "Man van Truus", "Husband of Truus", "Mutter von Truus"])
def test_whose_husband_somebody_is_says_that_they_are_somebody_else(tmp_path: Path, label: str) -> None:
    said = [
        "Eva: Hoeveel?",
        "Truus de Vries: Wel dertig.",
        f"{label}: Veertig.",
        "Eva: En toen?",
        "Truus de Vries: Klaar.",
    ]
    (tmp_path / "study").mkdir()
    transcript = read(tmp_path / "study", "\n".join([*said, f"{label}: Koffie?"]))
    assert said_by(transcript, "other") == ["Veertig.", "Koffie?"]


def test_the_mother_of_nobody_who_speaks_may_be_the_respondent(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Eva: Hoe was dat?\nJan: Hm.\nMoeder van Piet: Goed hoor, dat was toen zo.\n" * 4, "utf-8")
    transcript = read_transcript(path, interview="a", wave="1", persons={"P01": ()})
    assert set(said_by(transcript, "respondent")) == {"Goed hoor, dat was toen zo."}


def test_marks_of_italic_in_markdown_are_no_part_of_words() -> None:
    reading = read_data(b"R: Ik zei _nooit meer_ en **_klaar_**.", where="a.md")
    assert reading.text == "R: Ik zei nooit meer en klaar."
    marks = [(reading.text[mark.start : mark.end], mark.kind) for mark in reading.paragraphs[0].marks]
    assert marks == [("nooit meer", "italic"), ("klaar", "italic"), ("klaar", "bold")]
    assert reading.remainders == {"markup": "__**__**"}


@pytest.mark.parametrize("said", ["een_twee_drie", "_ een", r"\_zo\_", "_ _", "zo_ en _zo", "*lacht*", "__init__.py"])
def test_other_lines_and_stars_in_markdown_stay(said: str) -> None:
    assert read_data(f"R: {said}".encode(), where="a.md").text == f"R: {said}".replace("\\", "")


USUAL = "R: De tuin deden de kinderen. {} Met de school, ja."


@pytest.mark.parametrize(("asks", "said"), [("Int", "Resp"), ("Eva", "Wil"), ("V", "A"), ("**", "**")])
def test_the_usual_label_of_another_file_that_asks_within_an_answer_is_told(
    tmp_path: Path, asks: str, said: str
) -> None:
    def tell(within: str) -> bool:
        turns = [*TURNS[:5], USUAL.format(within), *TURNS[6:]]
        if asks == "**":
            turns = [f"**{turn[3:]}**\n" if turn[0] == "I" else f"{turn[3:]}\n" for turn in turns]
        else:
            turns = [f"{asks if turn[0] == 'I' else said}{turn[1:]}" for turn in turns]
        return "label within a turn" in kinds(read(tmp_path, "\n".join(turns), "a.md" if asks == "**" else "a.txt"))

    assert tell("I: Werkt u daar samen?")
    assert tell("(I: Werkt u daar samen?)") is (asks == "**")  # elsewhere it is read as the interviewer's
    for plain in ("I: ja.", "Dus. Vraag: Wat nu?", "Artikel I: Is dat zo?", "Zo. I: was dat zo?", "Ik: Wie dan?"):
        assert not tell(plain)


@pytest.mark.slow
def test_usual_labels_without_a_question_in_one_line_are_looked_at_in_time_that_grows_with_their_number() -> None:
    """To look from each of them for a question mark to the end of the line took 27 seconds for ten thousand."""

    def look_at(n: int) -> Callable[[], object]:
        text = "Niemand. I: Werkt u daar. " * n
        turn = Turn(0, "Resp", "respondent", 0, len(text), "P01")
        return partial(note_usual_within, Transcript("a", ("P01",), "1", text, (turn,)))

    assert_keeps_step(look_at(4000), look_at(500), bound=20)
