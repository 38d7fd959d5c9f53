"""Questions or answers that only their look sets apart, in every format that has looks."""

from __future__ import annotations

import html
from itertools import chain
from pathlib import Path

import pytest

from bp_qual.transcripts import read_transcript
from test_readers_formats import make_odt
from test_readers_word import make_docx

LOOKS = {"": "", "bold": "b", "italic": "i"}
STYLES = (
    '<style:style style:name="bold"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="italic"><style:text-properties fo:font-style="italic"/></style:style>'
)


def in_markdown(lines: list[tuple[str, str]]) -> bytes:
    signs = {"": "", "bold": "**", "italic": "*"}
    return "\n\n".join(f"{signs[look]}{said}{signs[look]}" for look, said in lines).encode()


def in_word(lines: list[tuple[str, str]]) -> bytes:
    runs = (
        f"<w:r><w:rPr>{f'<w:{LOOKS[look]}/>' if look else ''}</w:rPr><w:t>{said}</w:t></w:r>" for look, said in lines
    )
    return make_docx("".join(f"<w:p>{run}</w:p>" for run in runs))


def in_odt(lines: list[tuple[str, str]]) -> bytes:
    said = (f'<text:p><text:span text:style-name="{look}">{said}</text:span></text:p>' for look, said in lines)
    return make_odt("".join(said), automatic=STYLES)


def in_html(lines: list[tuple[str, str]]) -> bytes:
    tag = {"": "span", "bold": "strong", "italic": "em"}
    return "".join(f"<p><{tag[look]}>{html.escape(said)}</{tag[look]}></p>" for look, said in lines).encode()


WRITERS = {"md": in_markdown, "docx": in_word, "odt": in_odt, "html": in_html}


def roles(folder: Path, ending: str, lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
    (folder / f"a.{ending}").write_bytes(WRITERS[ending](lines))
    read = read_transcript(folder / f"a.{ending}", interview="a", wave="1", persons={"P01": ()})
    return [(turn.role[0], read.text[turn.start : turn.end].strip("*")) for turn in read.turns]


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize(("question", "answer"), [("bold", ""), ("italic", ""), ("bold", "italic")])
def test_the_look_of_a_question_tells_who_speaks(tmp_path: Path, ending: str, question: str, answer: str) -> None:
    talk = [((question, f"Vertel over {n}."), (answer, f"Dat was {n}. Toch?")) for n in range(4)]
    said = roles(tmp_path, ending, list(chain.from_iterable(talk)))
    assert said == [(role, said) for pair in talk for role, (_, said) in zip("ir", pair, strict=True)]


@pytest.mark.parametrize("ending", WRITERS)
def test_two_bold_titles_do_not_hide_slanted_questions(tmp_path: Path, ending: str) -> None:
    talk = [(("italic", f"Vertel over {n}."), ("", f"Dat was {n}.")) for n in range(6)]
    said = roles(tmp_path, ending, [("bold", "Deel een"), *chain(*talk[:3]), ("bold", "Deel twee"), *chain(*talk[3:])])
    assert [words for role, words in said if role == "r"] == [f"Dat was {n}." for n in range(6)]


@pytest.mark.parametrize("ending", WRITERS)
def test_a_slanted_word_or_title_is_no_question(tmp_path: Path, ending: str) -> None:
    talk = [(("", f"I: Hoe was {n}?"), ("", f"R: Dat was {n}.")) for n in range(3)]
    said = roles(tmp_path, ending, [("italic", "Opgenomen in de kantine"), *chain(*talk)])
    assert [role for role, _ in said] == list("ir" * 3)


def talk_of(folder: Path, text: str, speaker: str = "") -> tuple[list[tuple[str, str]], str]:
    """Return who says what in a Markdown file, and the notes on it."""
    (folder / "a.md").write_text(text, "utf-8")
    read = read_transcript(folder / "a.md", interview="a", wave="1", persons={"P01": (speaker,) if speaker else ()})
    said = [(turn.role[0], " ".join(read.text[turn.start : turn.end].split())) for turn in read.turns]
    return said, " ".join(map(str, read.notes))


LABELLED = [f"I: Hoe was {n}?\n\nR: Dat was {n}." for n in range(4)]


@pytest.mark.parametrize(
    "title", ["**De verhuizing**", "**Deel 2: De verhuizing**", "## Deel 2: De verhuizing", "**Deel 2**\n\n**Wonen**"]
)
def test_a_bold_title_between_labels_is_nobodys(tmp_path: Path, title: str) -> None:
    said, notes = talk_of(tmp_path, "\n\n".join([*LABELLED[:2], title, *LABELLED[2:]]))
    assert said == [turn for n in range(4) for turn in (("i", f"Hoe was {n}?"), ("r", f"Dat was {n}."))]
    assert not notes


def test_a_bold_line_within_a_turn_stays_there_and_is_told(tmp_path: Path) -> None:
    said, notes = talk_of(tmp_path, "\n\n".join([*LABELLED[:2], "**De verhuizing**", "Die was zwaar.", *LABELLED[2:]]))
    assert ("r", "Dat was 1. De verhuizing Die was zwaar.") in said
    assert "'De verhuizing'. If it is a title" in notes


def test_who_is_set_in_bold_throughout_says_short_bold_lines_too(tmp_path: Path) -> None:
    said, _ = talk_of(
        tmp_path, "\n\n".join(f"**I: Hoe was {n}?**\n\n**En het werk**\n\nR: Dat was {n}." for n in range(3))
    )
    assert said[0] == ("i", "Hoe was 0? En het werk")


@pytest.mark.parametrize("form", ["**{}**\n\n{}", "**{}** {}"])
def test_a_name_that_is_bold_as_all_labels_are_is_one_though_it_stands_once(tmp_path: Path, form: str) -> None:
    turns = [("Eva" if n % 2 else "Jan", f"Dat was {n}.") for n in range(8)]
    turns.insert(5, ("Wim Bos", "Ik ben de molenaar."))
    said, notes = talk_of(tmp_path, "\n\n".join(form.format(*turn) for turn in turns), "Jan")
    assert ("o", "Ik ben de molenaar.") in said
    assert "'Wim Bos'" in notes


def test_a_bold_word_that_begins_a_sentence_is_talk(tmp_path: Path) -> None:
    turns = [f"**{'Eva' if n % 2 else 'Jan'}** Dat was {n}." for n in range(8)]
    said, _ = talk_of(tmp_path, "\n\n".join([*turns[:5], "**Nooit** heb ik dat gezegd.", *turns[5:]]), "Jan")
    assert ("r", "Dat was 4. Nooit heb ik dat gezegd.") in said


@pytest.mark.parametrize("name", ["J. de Boer", "Dr. Bos", "Mw. A. Smit", "R."])
def test_a_slip_behind_a_name_with_full_stops_is_seen(tmp_path: Path, name: str) -> None:
    text = f"Eva Vos: Hoe?\n\n{name}: Goed.\n\nEva Vos: En?\n\n{name}; Mooi hoor.\n\nEva Vos: Ja?\n\n{name}: Klaar."
    said, _ = talk_of(tmp_path, text, name)
    assert [words for role, words in said if role == "r"] == ["Goed.", "Mooi hoor.", "Klaar."]


# --- lines that look otherwise, and what is above the first question

ASKED = [("bold", "Hoe begon het?"), ("", "Met de bus."), ("bold", "En toen?"), ("", "Soep koken."), ("bold", "En nu?")]


def notes(folder: Path, ending: str, lines: list[tuple[str, str]]) -> str:
    (folder / f"a.{ending}").write_bytes(WRITERS[ending](lines))
    return "\n".join(
        map(str, read_transcript(folder / f"a.{ending}", interview="a", wave="1", persons={"P01": ()}).notes)
    )


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("question", ["bold", "italic"])
def test_a_question_that_is_not_set_apart_as_the_others_are_is_told(tmp_path: Path, ending: str, question: str) -> None:
    lines = [*ASKED, ("", "Veel."), ("", "Wie hielp u?"), ("", "De club.")]
    lines = [(question if look else "", said) for look, said in lines]
    assert "not look like the other questions: 'Wie hielp u?'" in notes(tmp_path, ending, lines)
    assert "other questions" not in notes(tmp_path, ending, [*lines[:6], ("", "Wie hielp mij? Niemand."), lines[7]])
    assert "other questions" not in notes(tmp_path, ending, [*lines[:6], (question, "Wie hielp u?"), lines[7]])


@pytest.mark.parametrize("ending", WRITERS)
def test_what_is_set_apart_below_a_question_and_asks_nothing_is_told(tmp_path: Path, ending: str) -> None:
    lines = [*ASKED, ("bold", "Veel te veel."), ("bold", "Wie hielp u?"), ("", "De club.")]
    assert "read as the interviewer's: 'Veel te veel.'" in notes(tmp_path, ending, lines)
    assert "ask nothing" not in notes(tmp_path, ending, [*ASKED, ("", "Veel te veel."), *lines[6:]])


@pytest.mark.parametrize("ending", WRITERS)
def test_a_title_and_what_is_said_of_the_interview_above_the_questions_is_nobodys_talk(
    tmp_path: Path, ending: str
) -> None:
    top = [("bold", "Interview met Kees"), ("", "Datum: 3 mei 2010"), ("", "Locatie: het buurthuis")]
    assert roles(tmp_path, ending, [*top, *ASKED, ("", "Veel.")])[0] == ("i", "Hoe begon het?")
    assert roles(tmp_path, ending, [top[0], *ASKED, ("", "Veel.")])[0] == ("i", "Hoe begon het?")
    assert roles(tmp_path, ending, [("bold", "Vertel over het begin"), ("", "Met de bus."), *ASKED])[0][0] == "i"


def test_a_numbered_line_between_two_numbered_questions_is_one(tmp_path: Path) -> None:
    said = ["1. Hoe begon het?", "Met de bus.", "2. Vertel over toen.", "Soep koken.", "3. En nu?", "1. eten 2. slapen"]
    (tmp_path / "a.txt").write_text("\n\n".join(said), "utf-8")
    read = read_transcript(tmp_path / "a.txt", interview="a", wave="1", persons={"P01": ()})
    assert [turn.role[0] for turn in read.turns] == ["i", "r", "i", "r", "i", "r"]


def test_a_list_in_an_answer_to_a_numbered_question_stays_an_answer(tmp_path: Path) -> None:
    said = [
        "1. Hoe begon het?",
        "Zo:",
        "1. bus",
        "2. trein",
        "2. En nu?",
        "Zo:",
        "1. soep",
        "2. brood",
        "3. Klaar?",
        "Ja.",
    ]
    (tmp_path / "a.txt").write_text("\n\n".join(said), "utf-8")
    read = read_transcript(tmp_path / "a.txt", interview="a", wave="1", persons={"P01": ()})
    assert [turn.role[0] for turn in read.turns] == ["i", "r", "i", "r", "i", "r"]


# --- one question that was forgotten, in a file where all others are set apart

MANY = [(look, f"{said} {n}?" if look else said) for n in range(6) for look, said in (("bold", "Hoe"), ("", "Zo."))]


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("said", ["Vertel eens over de buurt.", "Mm. Kunt u een voorbeeld geven?", "Dus alleen."])
def test_what_stands_between_two_paragraphs_of_an_answer_is_told_where_answers_are_one(
    tmp_path: Path, ending: str, said: str
) -> None:
    assert f"'{said}'" in notes(tmp_path, ending, [*MANY, ("", said), ("", "Ook zo."), *MANY])


@pytest.mark.parametrize("ending", WRITERS)
def test_answers_of_several_paragraphs_are_not_told_where_they_are_usual(tmp_path: Path, ending: str) -> None:
    several = [line for pair in MANY for line in ([pair] if pair[0] else [pair, ("", "Toen."), ("", "Ook zo.")])]
    assert "'Toen.'" not in notes(tmp_path, ending, several)
    assert "paragraphs of an answer" not in notes(tmp_path, ending, [*MANY, ("", "En dat was het."), *MANY])


@pytest.mark.parametrize("ending", WRITERS)
def test_an_answer_that_is_set_apart_is_told_though_the_line_above_asks_nothing(tmp_path: Path, ending: str) -> None:
    odd = [("bold", "Vertel eens."), ("bold", "Het moest. Iemand moest het doen, toch?")]
    assert "read as the interviewer's: 'Het moest" in notes(tmp_path, ending, [*MANY, *odd, *MANY])


@pytest.mark.parametrize("missing", [(0,), (5,), (2, 3), (0, 1), (4, 5), (0, 3, 5)])
def test_numbered_lines_that_ask_nothing_are_questions_wherever_they_stand(tmp_path: Path, missing: tuple[int]) -> None:
    said = [("Vertel eens." if n in missing else "Hoe dan?", f"Antwoord {n}.") for n in range(6)]
    text = "\n".join(f"{n}. {asked}\n{answer}" for n, (asked, answer) in enumerate(said, 1))
    (tmp_path / "a.txt").write_text(text, "utf-8")
    read = read_transcript(tmp_path / "a.txt", interview="a", wave="1", persons={"P01": ()})
    assert [turn.role[0] for turn in read.turns] == ["i", "r"] * 6
    assert not read.remainders


def test_a_list_within_an_answer_goes_on_with_no_numbers_of_questions(tmp_path: Path) -> None:
    text = "1. Hoe dan?\nZo.\n2. En nu?\nDrie dingen:\n3. Geld.\n4. Tijd.\n"
    (tmp_path / "a.txt").write_text(text + "1. Soep.\n2. Brood.\n", "utf-8")
    read = read_transcript(tmp_path / "a.txt", interview="a", wave="1", persons={"P01": ()})
    asked = [read.text[turn.start : turn.end] for turn in read.turns if turn.role == "interviewer"]
    assert asked == ["1. Hoe dan?", "2. En nu?"]


def test_a_question_behind_a_few_words_is_told_also_where_answers_have_several_paragraphs(tmp_path: Path) -> None:
    several = [line for pair in MANY for line in ([pair] if pair[0] else [pair, ("", "Toen."), ("", "Ook zo.")])]
    odd = [("", "Mm. Kunt u een voorbeeld geven?"), ("", "Ja.")]
    assert "'Mm. Kunt u een voorbeeld geven?'" in notes(tmp_path, "md", [*several, *odd])


def test_an_answer_of_three_paragraphs_is_not_told_where_most_have_two(tmp_path: Path) -> None:
    pairs = [line for pair in MANY for line in ([pair] if pair[0] else [pair, ("", "Toen.")])]
    assert "paragraphs of an answer" not in notes(tmp_path, "md", [*pairs, ("", "Ook zo."), *pairs])
