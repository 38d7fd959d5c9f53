"""Where only looks tell two speakers apart, a line in the other's look is told, whichever of them is set apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.transcripts.parsing import read_transcript

TALK = [
    ("Hoe kwam u hier terecht?", "Nou, via mijn zus, die woonde er al."),
    ("En wat deed u toen?", "Ik ging spitten, met de hele straat."),
    ("Hoe ging dat?", "De dominee gaf ons de sleutel van de zaal. Daar stonden de scheppen."),
    ("Wie kwam er nog meer?", "Eerst de buren, later ook de school."),
    ("Werkt u er nog?", "Ja hoor, elke zaterdag."),
    ("En uw vrouw?", "Die helpt met het zaaien."),
]
LOOKS = {"plain": "{}", "red": '<span style="color:#c00000">{}</span>', "blue": '<span style="color:#0070c0">{}</span>'}
LOOKS |= {"bold": "<b>{}</b>", "italic": "<i>{}</i>"}


def notes(tmp_path: Path, asked: str, answered: str, lines: list[tuple[bool, str]]) -> str:
    file = tmp_path / "a.html"
    said = "".join(f"<p>{LOOKS[asked if asks else answered].format(line)}</p>" for asks, line in lines)
    file.write_text(f"<html><body>{said}</body></html>", "utf-8")
    return "\n".join(map(str, read_transcript(file, interview="a", wave="1", persons={"P01": ()}).notes))


def talk(*lost: int) -> list[tuple[bool, str]]:
    """Give the talk with the answers of which the places are given in the look of the questions."""
    every = [(part == 0, line) for pair in TALK for part, line in enumerate(pair)]
    return [(asks or place // 2 in lost, line) for place, (asks, line) in enumerate(every)]


SIDES = [("red", "plain"), ("plain", "red"), ("red", "blue"), ("plain", "bold"), ("bold", "plain"), ("plain", "italic")]


@pytest.mark.parametrize(("asked", "answered"), SIDES)
def test_a_whole_answer_in_the_look_of_the_questions_is_told(tmp_path: Path, asked: str, answered: str) -> None:
    assert "'De dominee gaf ons" in notes(tmp_path, asked, answered, talk(2))


@pytest.mark.parametrize(("asked", "answered"), SIDES)
def test_no_look_is_doubted_in_a_good_file(tmp_path: Path, asked: str, answered: str) -> None:
    told = notes(tmp_path, asked, answered, talk())
    assert "ooks like the" not in told
    assert "oes not look like" not in told
    read = read_transcript(tmp_path / "a.html", interview="a", wave="1", persons={"P01": ()})
    said = [(turn.role, read.text[turn.start : turn.end]) for turn in read.turns]
    assert said == [line for asks, answer in TALK for line in (("interviewer", asks), ("respondent", answer))]


def test_what_may_be_read_the_wrong_way_round_is_not_offered_as_right(tmp_path: Path) -> None:
    lines = [(asks, line if asks else f"{line[:-1]}, wie niet?") if n < 4 else (asks, line)
             for n, (asks, line) in enumerate(talk())]  # fmt: skip
    told = notes(tmp_path, "plain", "bold", lines)
    assert "exchanged" in told or "swapped" in told
    assert "(heading)|(text)" not in told


@pytest.mark.parametrize("titles", ["<h2>Deel 1</h2>", "<p>Interview 7</p>"])
def test_titles_above_answers_that_are_set_apart_are_nobodys(tmp_path: Path, titles: str) -> None:
    lines = [f"<p>{asks}</p><p><b>{answer}</b></p>" for asks, answer in TALK]
    (tmp_path / "a.html").write_text(f"{titles}{''.join(lines[:3])}<h2>Deel 2</h2>{''.join(lines[3:])}", "utf-8")
    for names in ((), ("(text)",)):
        read = read_transcript(tmp_path / "a.html", interview="a", wave="1", persons={"P01": names})
        assert [read.text[turn.start : turn.end] for turn in read.turns] == [line for pair in TALK for line in pair]
    named = read_transcript(tmp_path / "a.html", interview="a", wave="1", persons={"P01": ("(heading)",)})
    assert {turn.role for turn in named.turns if turn.speaker == "(heading)"} == {"respondent"}


@pytest.mark.parametrize("asked", ["Hoe?", "U zei iets over de wijk. Daar ben ik benieuwd naar. Hoe ging dat?"])
@pytest.mark.parametrize("look", ["bold", "italic"])
def test_answers_set_apart_are_answers_below_long_questions_too(tmp_path: Path, look: str, asked: str) -> None:
    lines = [
        (asks, f"{asked[:-1]} in 19{n + 60}?" if asks else f"Dat was wel goed, in 19{n + 60}.")
        for n, (asks, _) in enumerate(talk())
    ]
    notes(tmp_path, "plain", look, lines)
    read = read_transcript(tmp_path / "a.html", interview="a", wave="1", persons={"P01": ()})
    assert [turn.role for turn in read.turns] == ["interviewer", "respondent"] * len(TALK)


@pytest.mark.parametrize("said", ["Toch?", "Zo ging dat. Niet waar?"])
def test_a_look_that_hardly_anybody_asks_without_is_that_of_the_questions(tmp_path: Path, said: str) -> None:
    lines = [(asks, f"Vertel {n}." if asks else said) for n, (asks, _) in enumerate(talk())]
    notes(tmp_path, "bold", "plain", lines)
    read = read_transcript(tmp_path / "a.html", interview="a", wave="1", persons={"P01": ()})
    assert [turn.role for turn in read.turns] == ["interviewer", "respondent"] * len(TALK)


@pytest.mark.parametrize(("asked", "answered"), SIDES)
@pytest.mark.parametrize(
    "said",
    [
        "Zo zie ik dat nou.",
        "En dat is eigenlijk waar het allemaal om gaat.",
        "That is how I see it.",
        "But it was fun.",
    ],
)
def test_a_sentence_that_goes_on_with_the_answer_is_told(tmp_path: Path, asked: str, answered: str, said: str) -> None:
    lines = talk()
    lines[6:6] = [(True, said), (False, "Echt waar.")]
    assert f"'{said[:40]}'" in notes(tmp_path, asked, answered, lines)


@pytest.mark.parametrize("end", ["Kwam de kerk erbij.", "En ik ging me aan iedereen voorstellen."])
def test_a_sentence_that_ends_an_unfinished_answer_is_told(tmp_path: Path, end: str) -> None:
    lines = talk()
    lines[6:6] = [(False, "Eerst kwam de school en later"), (True, end), (False, "Echt waar.")]
    assert f"'{end}'" in notes(tmp_path, "bold", "plain", lines)


@pytest.mark.parametrize(
    "said",
    [
        *("Vertel eens over uw werk.", "Dan nu het tweede onderwerp.", "En dan het laatste blok.", "En uw vrouw."),
        *(
            "Ik wil het nu over de buurt hebben.",
            "Dat snap ik goed, zegt u maar.",
            "Ja, dat begrijp ik.",
            "I would like to hear more.",
        ),
        *("And now the second topic.", "Tell me about your work.", "So let us talk about the street."),
        *("Dat kan ik me goed voorstellen.", "I can imagine that."),
    ],
)
def test_what_interviewers_say_without_asking_is_not_doubted(tmp_path: Path, said: str) -> None:
    lines = talk()
    lines[6:6] = [(True, said), (False, "Dat ging goed.")]
    assert "ooks like the" not in notes(tmp_path, "bold", "plain", lines)


@pytest.mark.parametrize("said", ["Oké.", "Goed, ja.", "Hmhm.", "Mooi.", "Even stoppen, de bel gaat."])
def test_in_a_file_without_full_stops_one_more_says_nothing(tmp_path: Path, said: str) -> None:
    lines = [(asks, line if asks else line.rstrip(".")) for asks, line in talk()]
    lines[6:6] = [(True, said), (False, "Echt waar")]
    assert "ooks like the" not in notes(tmp_path, "bold", "plain", lines)


@pytest.mark.parametrize("said", ["Oké.", "Hmhm.", "Ja ja, precies.", "Mooi."])
def test_signs_of_listening_do_not_end_an_answer(tmp_path: Path, said: str) -> None:
    lines = talk()
    lines[6:6] = [(False, "En toen ging het goed ja"), (True, said), (False, "Echt waar.")]
    assert "ooks like the" not in notes(tmp_path, "bold", "plain", lines)


@pytest.mark.parametrize(
    "said", ["So that is the end of my list.", "En mijn collega had daar een opmerking over.", "En ons laatste blok."]
)
def test_what_an_interviewer_says_of_its_own_below_a_full_answer_is_not_doubted(tmp_path: Path, said: str) -> None:
    lines = talk()
    lines[6:6] = [(True, said), (False, "Dat is goed.")]
    assert "ooks like the" not in notes(tmp_path, "bold", "plain", lines)


@pytest.mark.parametrize("answer", ["Dat is interessant", "Heel fijn", "Dat weet ik niet meer"])
def test_a_short_answer_without_a_full_stop_is_not_broken_off(tmp_path: Path, answer: str) -> None:
    lines = talk()
    lines[6:6] = [(False, answer), (True, "Dat klinkt zwaar."), (False, "Echt waar.")]
    assert "ooks like the" not in notes(tmp_path, "bold", "plain", lines)


@pytest.mark.parametrize("look", ["bold", "italic"])
@pytest.mark.parametrize("shared", [range(6), range(1, 6), (2,), (1, 4)], ids=["all", "most", "one", "two"])
def test_what_is_plain_behind_a_question_in_its_paragraph_is_the_answer(
    tmp_path: Path, look: str, shared: range | tuple[int, ...]
) -> None:
    file = tmp_path / "a.html"
    pairs = [(LOOKS[look].format(asks), said, " " if n in shared else "</p><p>") for n, (asks, said) in enumerate(TALK)]
    file.write_text("".join(f"<p>{asks}{between}{said}</p>" for asks, said, between in pairs), "utf-8")
    for speaker in ((), ("(text)",)):
        read = read_transcript(file, interview="a", wave="1", persons={"P01": speaker})
        assert [read.text[turn.start : turn.end] for turn in read.turns] == [line for pair in TALK for line in pair]
        assert {note.kind for note in read.notes} <= {"roles by look"}


@pytest.mark.parametrize(
    "said",
    [
        *("<b>Ik?</b> dacht ik toen. Nou, via mijn zus.", "<b>Ik.</b> Via mijn zus.", "Ja. <b>Wie?</b> Mijn zus."),
        "Via mijn zus.</p><p><i>Waarom daar?</i> Dat vroeg ik me toen ook af.",
        *("<b>Hoe?</b> Via mijn zus.", "<b>Mijn zus</b> woonde er al.", "<b>Via</b> mijn zus?"),
    ],
)
def test_no_words_of_an_answer_become_the_question_above_it(tmp_path: Path, said: str) -> None:
    file = tmp_path / "a.html"
    pairs = [(asks, said if n == 1 else answer) for n, (asks, answer) in enumerate(TALK)]
    file.write_text("".join(f"<p><b>{asks}</b></p><p>{answer}</p>" for asks, answer in pairs), "utf-8")
    read = read_transcript(file, interview="a", wave="1", persons={"P01": ()})
    asked = [read.text[turn.start : turn.end] for turn in read.turns if turn.role == "interviewer"]
    assert asked == [asks for asks, _ in TALK]


def joined(question: int, answer: str, *more: str) -> list[tuple[bool, str]]:
    """Give the talk with other words as one answer, perhaps of more lines, and with or without the question below."""
    lines = talk()
    lines[2 * question + 1 : 2 * question + 2] = [(False, line) for line in (answer, *more)]
    return lines


@pytest.mark.parametrize(("asked", "answered"), SIDES[:4])
@pytest.mark.parametrize(
    ("answer", "more", "shown"),
    [
        *(("Ik ging spitten. Was er ook ruzie?", "Over water, altijd.", "'Was er ook ruzie?'"),),
        *(("Ik ging spitten. Wat moet je dan?", "Je doet het gewoon.", ""), ("Ik ging spitten.", "Elke week.", "")),
        *(("Toen vroeg hij: wil jij het doen?", "Dat wilde ik wel.", ""), ("Ik ging spitten. Waarom?", "Zo.", "")),
    ],
)
def test_a_question_at_the_end_of_an_answer_is_told(
    tmp_path: Path, asked: str, answered: str, answer: str, more: str, shown: str
) -> None:
    told = notes(tmp_path, asked, answered, joined(1, answer, more))
    assert shown in told if shown else "oes not look like" not in told


@pytest.mark.parametrize(("asked", "answered"), SIDES[:4])
@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        *(("Was er ook ruzie? Zeker. Over water, altijd over water.", True), ("Was er ruzie? Ik bedoel toen.", False)),
        *(("Was er ruzie? U zei dat net. Dat was later.", False), ("Was er ruzie? Of ging het goed?", False)),
    ],
)
def test_an_answer_behind_a_question_in_its_look_is_told(
    tmp_path: Path, asked: str, answered: str, line: str, is_told: bool
) -> None:
    lines = talk()
    told = notes(tmp_path, asked, answered, [*lines[:4], (True, line), *lines[4:]])
    assert ("'Zeker. Over water" in told) == is_told == ("ooks like the" in told)


@pytest.mark.parametrize(("mark", "is_told"), [("### Was er ook ruzie?", True), ("# 3 was van ons.", False)])
def test_the_mark_of_a_heading_within_a_line_is_told(tmp_path: Path, mark: str, is_told: bool) -> None:
    said = [f"### {asks}\n\n{answer}" for asks, answer in TALK]
    (tmp_path / "a.md").write_text("\n\n".join([*said[:2], f"{said[2]} {mark}", *said[3:]]), "utf-8")
    read = read_transcript(tmp_path / "a.md", interview="a", wave="1", persons={"P01": ()})
    assert any("'Was er ook ruzie?'" in str(note) for note in read.notes) == is_told


def test_signs_of_listening_among_the_questions_hide_none_in_an_answer(tmp_path: Path) -> None:
    lines = talk()
    lines[2], lines[4], lines[6] = (True, "Hm hm."), (True, "Ja ja."), (False, lines[6][1])
    assert "'Wie kwam er nog meer?'" in notes(tmp_path, "bold", "plain", lines)
