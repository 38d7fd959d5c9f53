from __future__ import annotations

import random

import pytest

from bp_qual.readers import Mark, Paragraph, Piece, Reading, join_pieces, read_data
from bp_qual.transcripts.speakers import Stretch, Talk, assign_roles, find_stretches, suggest_same


def talk_of(text: str, *, known: tuple[str, ...] = (), name: str = "a.txt") -> list[tuple[str, str]]:
    reading = read_data(text.encode(), where=name)
    talk = find_stretches(reading, known=known)
    return [(stretch.speaker, reading.text[stretch.start : stretch.end]) for stretch in talk.stretches]


def talk_of_pieces(*pieces: Piece) -> tuple[Talk, Reading]:
    text, lines = join_pieces(pieces)
    reading = Reading(text, lines)
    return find_stretches(reading), reading


def roles_of(text: str, persons: dict[str, tuple[str, ...]], **speakers: list[str]) -> dict[str, tuple[str, str]]:
    reading = read_data(text.encode(), where="a.txt")
    known = [*persons, *(label for labels in persons.values() for label in labels)]
    return dict(
        assign_roles(find_stretches(reading, known=known), reading.text, persons=persons, speakers=speakers).roles
    )


def notes_of(text: str, persons: dict[str, tuple[str, ...]]) -> str:
    reading = read_data(text.encode(), where="a.txt")
    return " ".join(map(str, assign_roles(find_stretches(reading), reading.text, persons=persons).notes))


# --- labels

QA = [("I", "Hoe gaat het?"), ("R", "Goed, dank je.\nEcht goed."), ("I", "Hoezo dan?"), ("R", "Nou: zo is het.")]
STYLES = {
    "colon": "{label}: {talk}",
    "space before the colon": "{label} : {talk}",
    "no space after the colon": "{label}:{talk}",
    "tab": "{label}\t{talk}",
    "own line": "{label}:\n{talk}",
    "own line, trailing blanks": "{label}:   \n{talk}",
    "time stamp before": "[00:01:02] {label}: {talk}",
    "bare time stamp before": "0:01:02 {label}: {talk}",
    "time stamp after": "{label} [00:01:02]: {talk}",
    "time behind the colon": "{label}: [00:01:02] {talk}",
    "paragraph number": "12  {label}: {talk}",
    "paragraph number with a point": "12. {label}: {talk}",
    "dash": "- {label}: {talk}",
    "f4": "{label}: {talk} #00:01:16-1#",
    "zero width space": "\u200b{label}\u200b: {talk}",
    "id": "[id1] {label}: {talk}",
    "stars in plain text": "**{label}:** {talk}",
    "stars before the colon": "*{label}*: {talk}",
}
NAMES = [
    ("I", "R"),
    ("Interviewer", "Respondent"),
    ("Eva", "Jan"),
    ("EVA", "JAN"),
    ("Eva van der Wit", "J. de Boer"),
    ("DB", "AV"),
]


@pytest.mark.sweep(38)
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("names", NAMES)
def test_labels_are_seen_in_every_style(style: str, names: tuple[str, str]) -> None:
    turns = [(names[label == "R"], talk) for label, talk in QA]
    text = "\n\n".join(STYLES[style].format(label=label, talk=talk) for label, talk in turns)
    expected = [(label, f"{talk} #00:01:16-1#" if style == "f4" else talk) for label, talk in turns]
    assert talk_of(text) == expected


def test_names_in_bold_are_labels_in_markdown_with_and_without_a_colon() -> None:
    for mark in ("**{}:** {}", "**{}**: {}", "**{}** – {}", "**{}** - {}"):
        text = "\n\n".join(mark.format(label, talk) for label, talk in QA)
        assert talk_of(text, name="a.md") == QA


def test_otter_names_with_a_time_on_their_own_line_are_labels() -> None:
    text = "\n\n".join(f"Speaker {label}  0:0{n}\n{talk}" for n, (label, talk) in enumerate(QA))
    assert talk_of(text) == [(f"Speaker {label}", talk) for label, talk in QA]
    reading = read_data(text.encode(), where="a.txt")
    assert [stretch.at for stretch in find_stretches(reading).stretches] == [0, 1, 2, 3]


def test_names_alone_on_a_line_are_labels_if_talk_follows_each() -> None:
    text = "\n".join(f"{'Eva Smit' if label == 'I' else 'Jan Boer'}\n{talk}" for label, talk in QA)
    assert [speaker for speaker, _ in talk_of(text)] == ["Eva Smit", "Jan Boer"] * 2


def test_short_answers_on_lines_of_their_own_are_no_labels() -> None:
    text = "I: Klaar?\nR: Ja\nNee\nJa\nNee\nI: En nu?\nR: Mooi"
    assert [speaker for speaker, _ in talk_of(text)] == ["I", "R", "I", "R"]


def test_a_row_of_a_table_with_a_speaker_column_is_a_turn() -> None:
    talk, reading = talk_of_pieces(
        Piece("INT\tHoe?", kind="row"), Piece("P07\tGoed.\tx", kind="row"), Piece("Echt.", kind="row")
    )
    assert [(s.speaker, reading.text[s.start : s.end]) for s in talk.stretches] == [
        ("INT", "Hoe?"),
        ("P07", "Goed.\tx\nEcht."),
    ]


def test_a_line_without_a_label_continues_the_turn() -> None:
    assert talk_of("I: Hoe?\n\nR: Goed.\n\nEn verder ook.") == [("I", "Hoe?"), ("R", "Goed.\n\nEn verder ook.")]


@pytest.mark.parametrize(
    "said", ["Online: daar vond ik het.", "Om 10:30 begon het.", "Kijk eens: zo.", "http://x.nl is van mij."]
)
def test_a_colon_in_talk_is_no_label_in_a_long_file(said: str) -> None:
    text = "\n".join(["I: Hoe gaat het?\nR: Goed."] * 6 + [said])
    assert talk_of(text)[-1] == ("R", f"Goed.\n{said}")


def test_a_word_that_people_also_say_is_no_label_even_if_it_comes_back() -> None:
    text = "\n".join(["I: Hoe gaat het?\nR: Goed, kijk maar.\nKijk: zo is het."] * 3 + ["Wil: Ik wil ook."] * 20)
    assert [speaker for speaker, _ in talk_of(text)] == ["I", "R"] * 3 + ["Wil"] * 20
    assert talk_of(text, known=("Kijk",))[2] == ("Kijk", "zo is het.")


def test_others_who_speak_are_told() -> None:
    assert "Also speak here, and are not counted: 'Oma'." in notes_of("I: Hoe?\nR: Goed.\nOma: Koffie.", {"P01": ()})


def test_a_label_that_was_left_in_the_talk_is_told() -> None:
    reading = read_data("\n".join(["I: Hoe?\nR: Goed."] * 6 + ["Online: daar."]).encode(), where="a.txt")
    assert "Read as talk and not as a speaker: 'Online:'." in str(find_stretches(reading).doubts[0])


def test_a_third_party_who_speaks_once_is_heard() -> None:
    text = "\n".join(["I: Hoe?\nR: Goed."] * 6 + ["KRISTIN: Koffie?", "Cable Guy: Hallo!"])
    assert [speaker for speaker, _ in talk_of(text)][-2:] == ["KRISTIN", "Cable Guy"]


def test_lines_above_the_first_turn_are_not_talk() -> None:
    top = "Gesprek 3, verzonnen\nDatum: 3 mei 2010\nRespondent: P07\nInterviewer: Eva\n\n"
    text = f"{top}I: Hoe?\nR: Goed.\nI: En?\nR: Zo."
    reading = read_data(text.encode(), where="a.txt")
    talk = find_stretches(reading)
    assert [stretch.speaker for stretch in talk.stretches] == ["I", "R", "I", "R"]
    assert talk.header == {"Datum": "3 mei 2010", "Respondent": "P07", "Interviewer": "Eva"}
    assert reading.text[slice(*talk.others["before the first speaker"][0])].endswith("Interviewer: Eva\n\n")


def test_headings_between_turns_are_not_talk() -> None:
    reading = read_data(b"I: Hoe?\n\nR: Goed.\n\n## Deel twee\n\nEn ook zo.\n\nI: Ja?", where="a.md")
    talk = find_stretches(reading)
    assert [(s.speaker, reading.text[s.start : s.end]) for s in talk.stretches] == [
        ("I", "Hoe?"), ("R", "Goed."), ("R", "En ook zo."), ("I", "Ja?"),
    ]  # fmt: skip
    assert [reading.text[slice(*span)] for span in talk.others["headings"]] == ["Deel twee"]


def test_a_label_the_study_names_counts_even_once_and_in_small_letters() -> None:
    text = "\n".join(["I: Hoe?\nR: Goed."] * 6 + ["mevrouw k: Nou."])
    assert talk_of(text)[-1][0] == "R"
    assert talk_of(text, known=("mevrouw k",))[-1][0] == "mevrouw k"


@pytest.mark.parametrize("form", [
    "{label} 00:{minute:02}:00\n{said}", "{label} (00:{minute:02}:00)\n{said}", "{label} [00:{minute:02}:00] {said}",
    "{label} - 00:{minute:02}:00: {said}", "[{label}] {said}", "{label}\n{said}",
])  # fmt: skip
def test_in_every_form_a_label_that_the_study_names_counts_even_once(form: str) -> None:
    said = [("Eva", "Hoe ging het?"), ("Jan", "Wij bakten brood.")] * 5 + [("vrouw k", "Nou, dat was zo.")]
    text = "\n\n".join(form.format(label=name, minute=n, said=words) for n, (name, words) in enumerate(said))
    assert talk_of(text)[-1][0] == "Jan"
    assert talk_of(text, known=("vrouw k",))[-2:] == [("Jan", "Wij bakten brood."), ("vrouw k", "Nou, dat was zo.")]


def test_lines_of_one_voice_in_a_row_are_one_turn_when_the_format_names_the_voice() -> None:
    talk, _ = talk_of_pieces(
        Piece("Hoe?", label="Eva", at=1.0), Piece("Goed.", label="Jan"), Piece("Echt.", label="Jan")
    )
    assert [(s.speaker, s.at) for s in talk.stretches] == [("Eva", 1.0), ("Jan", None)]


def test_without_labels_headings_are_questions_and_the_rest_answers() -> None:
    talk, reading = talk_of_pieces(
        Piece("Wat doet u?", kind="heading"),
        Piece("Van alles."),
        Piece("Echt."),
        Piece("En nu?", kind="heading"),
        Piece("Niks."),
    )
    assert [(s.speaker, reading.text[s.start : s.end]) for s in talk.stretches] == [
        ("(heading)", "Wat doet u?"), ("(text)", "Van alles.\nEcht."), ("(heading)", "En nu?"), ("(text)", "Niks."),
    ]  # fmt: skip


def test_without_labels_numbered_questions_are_questions() -> None:
    text = "1. Wat doet u?\n\nVan alles.\n\n2) En nu?\n\nNiks. 3. Of toch?"
    assert [speaker for speaker, _ in talk_of(text)] == ["(heading)", "(text)"] * 2
    listed = (
        Piece("Wat doet u?", kind="item"),
        Piece("Van alles."),
        Piece("En nu?", kind="item"),
        Piece("Een", kind="item"),
    )
    talk, _ = talk_of_pieces(*listed)
    assert [stretch.speaker for stretch in talk.stretches] == ["(heading)", "(text)"] * 2


def test_a_label_in_colour_needs_no_colon() -> None:
    lines = [Piece(f"{who} {said}", marks=(Mark(0, len(who), "colour", "0000FF"),)) for who, said in QA]
    talk, reading = talk_of_pieces(*lines)
    assert [(s.speaker, reading.text[s.start : s.end]) for s in talk.stretches] == QA


def test_without_labels_a_colour_parts_two_speakers() -> None:
    red = (Mark(0, 6, "colour", "FF0000"),)
    talk, _ = talk_of_pieces(Piece("Hoe dan?"), Piece("Zomaar", marks=red), Piece("Echt?"), Piece("Jazeker", marks=red))
    assert [s.speaker for s in talk.stretches] == ["(plain)", "(coloured)"] * 2


def test_without_any_mark_nobody_is_taken_to_speak() -> None:
    text = "Hoe gaat het met je?\nGoed.\nEn verder?\nOok goed."
    assert {speaker for speaker, _ in talk_of(text)} == {""}
    assert set(roles_of(text, {"P01": ()}).values()) == {("unknown", "")}


def test_alternation_is_offered_and_happens_only_when_the_study_says_so() -> None:
    text = "Hoe gaat het met je?\n\nGoed.\nEcht.\n\nEn verder?\n\nOok goed."
    reading = read_data(text.encode(), where="a.txt")
    assert "write (2) in the column `speaker`" in str(find_stretches(reading).notes[0])
    said = [("(1)", "Hoe gaat het met je?"), ("(2)", "Goed.\nEcht."), ("(1)", "En verder?"), ("(2)", "Ook goed.")]
    assert talk_of(text, known=("(1)", "(2)")) == said
    assert talk_of(text.replace("\n\n", "\n").replace("\nEcht.", ""), known=("(1)", "(2)"))[1] == ("(2)", "Goed.")
    speakers = {"interviewer": ["(1)"], "respondent": ["(2)"]}
    roles = assign_roles(find_stretches(reading, known=("(1)", "(2)")), text, persons={"P01": ()}, speakers=speakers)
    assert roles.roles == {"(1)": ("interviewer", ""), "(2)": ("respondent", "P01")}


def test_a_text_by_one_person_is_theirs_when_the_study_says_so() -> None:
    text = "Lieve mensen.\n\nWe werken samen."
    assert "write (text) in the column `speaker`" in str(
        find_stretches(read_data(text.encode(), where="a.txt")).notes[0]
    )
    assert talk_of(text, known=("(text)",)) == [("(text)", text)]


# --- roles


def test_the_study_knows_best_who_is_who() -> None:
    text = "Anna: Hoe?\nBert: Goed.\nCas: Ook."
    assert roles_of(text, {"P01": ("Bert",), "P02": ("Cas",)}, interviewer=["Anna"]) == {
        "Bert": ("respondent", "P01"), "Cas": ("respondent", "P02"), "Anna": ("interviewer", ""),
    }  # fmt: skip


def test_a_label_that_is_the_persons_id_is_the_person() -> None:
    assert roles_of("Int: Hoe?\nP07: Goed.\nKees: Ik ook.", {"P07": ()}) == {
        "P07": ("respondent", "P07"), "Int": ("interviewer", ""), "Kees": ("other", ""),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("I", "R"), ("i", "r"), ("Interviewer", "Geïnterviewde"), ("Vraag", "Antwoord"), ("V", "A"),
        ("Q", "A"), ("I", "B"), ("Interviewerin", "Befragter"), ("Enquêteur", "Répondant"),
        ("Intervieweur", "Interviewé"),
        ("Int.", "Resp."), ("I1", "R1"),
    ],
)  # fmt: skip
def test_usual_labels_of_four_languages_need_no_study_file(asks: str, answers: str) -> None:
    text = f"{asks}: Vertel.\n{answers}: Wat wil je weten?\n{asks}: Alles.\n{answers}: Nou?"
    assert roles_of(text, {"P01": ()}) == {asks: ("interviewer", ""), answers: ("respondent", "P01")}
    assert "guess" not in notes_of(text, {"P01": ()})


def test_initials_that_happen_to_be_usual_labels_are_not_taken_for_them() -> None:
    for asks, answers in (("A", "B"), ("B", "A"), ("M", "F"), ("F", "M")):
        text = f"{asks}: Hoe gaat het met je?\n{answers}: Goed. Heel goed ook.\n"
        text += f"{asks}: En nu?\n{answers}: Nou, dat zien we wel."
        assert roles_of(text, {"P01": ()}) == {asks: ("interviewer", ""), answers: ("respondent", "P01")}
        assert "A guess" in notes_of(text, {"P01": ()})


def test_two_respondents_of_one_person_are_not_joined() -> None:
    assert roles_of("I: Hoe?\nR1: Goed.\nR2: Ook.", {"P01": ()}) == {
        "I": ("interviewer", ""), "R1": ("unknown", ""), "R2": ("unknown", ""),
    }  # fmt: skip
    assert roles_of("I: Hoe?\nR: Goed.", {"P01": (), "P02": ()})["R"] == ("unknown", "")


def test_a_named_speaker_who_is_not_there_is_told_and_nobody_takes_the_place() -> None:
    text = "I: Hoe?\nJan de Bor: Goed."
    assert roles_of(text, {"P01": ("Jan de Boer",)})["Jan de Bor"] == ("unknown", "")
    notes = notes_of(text, {"P01": ("Jan de Boer",)})
    assert "Nobody speaks as 'Jan de Boer' (P01). Is 'Jan de Bor' meant?" in notes
    assert "No talk was found of P01" in notes


def test_a_spelling_of_the_respondent_that_differs_is_suggested_and_not_merged() -> None:
    text = "\n".join(["I: Hoe?\nJan de Boer: Goed."] * 3 + ["JAN DE BOER: Ook dat."] * 2)
    assert roles_of(text, {"P01": ("Jan de Boer",)})["JAN DE BOER"] == ("unknown", "")
    assert "Perhaps one speaker: 'JAN DE BOER' and 'Jan de Boer'" in notes_of(text, {"P01": ("Jan de Boer",)})


@pytest.mark.parametrize("label", ["Break", "Pauze", "Clip from the show", "Muziek"])
def test_a_break_is_no_person(label: str) -> None:
    assert roles_of(f"Eva: Hoe?\n{label}: x\nJan: Goed. En zo voort.\n{label}: y", {"P01": ()})[label] == ("other", "")


def test_a_guess_names_the_one_who_asks_and_says_that_it_is_one() -> None:
    text = "Eva: Hoe gaat het?\nJan: Goed, ik heb van alles te doen.\nEva: Wat dan?\nJan: Nou, de tuin.\nOma: Koffie."
    assert roles_of(text, {"P01": ()})["Jan"] == ("respondent", "P01")
    assert roles_of(text, {"P01": ()})["Eva"] == ("interviewer", "")
    assert notes_of(text, {"P01": ()}).startswith("A guess")


# --- spellings


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Justin Garisson", "Justin Garrison"), ("BRIAN", "Brian"), ("Zoe", "Zoë"), ("D.B.", "DB"),
        ("Participant", "Particpant"),
        ("Rich Iannone", "Rich lannone"), ("Steve Francia", "Steve Francis"), ("anna de wit", "Anna de Wit"),
    ],
)  # fmt: skip
def test_spellings_that_may_be_one_person_are_suggested(one: str, two: str) -> None:
    assert suggest_same([one, two, "Somebody Else"]) == (tuple(sorted([one, two])),)


@pytest.mark.parametrize(
    "labels", [("R1", "R2"), ("P01", "P02"), ("Jan", "Jans"), ("I", "R"), ("Speaker 1", "Speaker 2")]
)
def test_numbers_and_short_names_are_never_suggested_for_one_letter(labels: tuple[str, str]) -> None:
    assert suggest_same(labels) == ()


def test_the_order_of_labels_does_not_matter() -> None:
    labels = ["Anna de Wit", "anna de wit", "Anna de Witt", "Bert", "bert", "Cas"]
    expected = suggest_same(labels)
    random.Random(1).shuffle(labels)
    assert suggest_same(labels) == expected


def test_no_turn_overlaps_and_every_character_has_a_place() -> None:
    text = "Kop\nDatum: 3 mei\n" + "\n\n".join(f"[0:01] {label}: {talk}" for label, talk in QA)
    reading = read_data(text.encode(), where="a.txt")
    talk = find_stretches(reading)
    spans = sorted(
        [(s.start, s.end) for s in talk.stretches] + [span for spans in talk.others.values() for span in spans]
    )
    covered = "".join(reading.text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert isinstance(talk.stretches[0], Stretch)
    assert isinstance(reading.paragraphs[0], Paragraph)


@pytest.mark.parametrize(("letter", "other"), [("F", "Marieke"), ("I", "Eva"), ("V", "Eva")])
def test_a_letter_that_answers_whoever_asks_is_an_initial(letter: str, other: str) -> None:
    text = "".join(f"{other}: Hoe ging het {n}?\n{letter}: Het ging zo, in jaar {n}.\n" for n in range(5))
    found = roles_of(text, {"P01": ()})
    assert (found[other][0], found[letter]) == ("interviewer", ("respondent", "P01"))
    turned = text.replace(f"{letter}:", "#:").replace(f"{other}:", f"{letter}:").replace("#:", f"{other}:")
    found = roles_of(turned, {"P01": ()})
    assert (found[letter][0], found[other]) == ("interviewer", ("respondent", "P01"))


def test_whoever_asks_beside_an_initial_may_ask_without_a_sign_as_often() -> None:
    asked = "KW: Hoe ging het?\nF: Dat ging zo.\nKW: Vertel eens.\nF: Wij bakten brood.\n" * 5
    assert roles_of(asked, {"P01": ()}) == {"KW": ("interviewer", ""), "F": ("respondent", "P01")}
    told = asked.replace("Hoe ging het?", "Tja.")
    assert roles_of(told.replace("KW:", "#:").replace("F:", "KW:").replace("#:", "F:"), {"P01": ()})["KW"] == (
        "respondent", "P01",
    )  # fmt: skip


def test_a_letter_that_the_study_names_is_what_it_says() -> None:
    text = "".join(f"Eva: Hoe ging het {n}?\nF: Het ging zo, in jaar {n}.\n" for n in range(5))
    assert roles_of(text, {"P01": ("Eva",)}, interviewer=["F"])["F"] == ("interviewer", "")


def test_the_only_other_speaker_is_the_interviewer_though_hardly_a_question_is_asked() -> None:
    text = "\n".join(f"Eva: Oké, {n}.\nJan: Wij bakten brood in jaar {n}." for n in range(6))
    assert roles_of(text, {"P01": ("Jan",)})["Eva"] == ("interviewer", "")


def test_who_says_one_thing_in_a_long_talk_is_no_interviewer() -> None:
    text = "\n".join(f"Jan: Wij bakten brood in jaar {n}." for n in range(8)) + "\nBuurman: Dag hoor."
    assert roles_of(text, {"P01": ("Jan",)})["Buurman"] == ("other", "")


def test_two_letters_whose_roles_who_asks_turns_round_are_initials() -> None:
    text = "P: Hoe ging dat?\nI: Goed, met zijn allen.\n" * 6
    assert roles_of(text, {"P01": ()}) == {"P": ("interviewer", ""), "I": ("respondent", "P01")}
    assert "A guess" in notes_of(text, {"P01": ()})
    assert roles_of(text, {"P01": ("I",)}) == {"I": ("respondent", "P01"), "P": ("interviewer", "")}


@pytest.mark.parametrize(("asks", "answers"), [("R", "I"), ("Respondent", "Interviewer")])
def test_usual_labels_keep_their_roles_and_it_is_told_where_who_asks_turns_them_round(asks: str, answers: str) -> None:
    text = f"{asks}: Hoe ging dat?\n{answers}: Goed, met zijn allen.\n" * 6
    assert roles_of(text, {"P01": ()}) == {asks: ("respondent", "P01"), answers: ("interviewer", "")}
    told = f"'{answers}' was read as the interviewer, but hardly asks, and '{asks}' mostly does"
    assert told in notes_of(text, {"P01": ()})
    assert told not in notes_of(text, {"P01": (asks,)})
    assert roles_of(text, {"P01": (answers,)}) == {answers: ("respondent", "P01"), asks: ("interviewer", "")}


# --- what is no speaker, and who is nobody in particular


WORDS_OF_TALK = ["Wij", "Kijk", "Gevolg", "Stel", "We", "Look", "Listen", "Result", "Wir", "Schau", "Nous", "Regarde"]


@pytest.mark.parametrize("word", WORDS_OF_TALK)
@pytest.mark.parametrize("times", [1, 2])
def test_a_word_that_sentences_begin_with_is_no_speaker_beside_two_others(word: str, times: int) -> None:
    said = "Met soep. Toen zei hij:" + f"\n{word}: dat is te vroeg." * times
    text = f"I: Hoe begon het?\nR: {said}\nI: En?\nR: Zo."
    talk = find_stretches(read_data(text.encode(), where="a.txt"))
    assert [stretch.speaker for stretch in talk.stretches] == ["I", "R", "I", "R"]
    assert f"{word}:" in str(next(note for note in talk.doubts if note.kind == "perhaps speakers"))


def test_a_pronoun_is_a_speaker_where_no_two_others_are() -> None:
    assert [speaker for speaker, _ in talk_of("Ik: Hoe dan?\nHij: Zo.\nIk: En nu?\nHij: Ook zo.")] == ["Ik", "Hij"] * 2


@pytest.mark.parametrize("label", ["R1+R2", "R1 en R2", "R1 & R2", "R1/R2", "Allen", "Samen", "Both", "Tous", "Alle"])
def test_who_speaks_for_several_respondents_is_not_guessed_to_be_the_person(label: str) -> None:
    text = f"I: Hoe zijn jullie begonnen?\nR1: Met soep.\nR2: Met brood.\nI: En verder?\n{label}: Samen."
    assert roles_of(text, {"P01": ()}) == {
        "I": ("interviewer", ""), "R1": ("unknown", ""), "R2": ("unknown", ""), label: ("unknown", ""),
    }  # fmt: skip


@pytest.mark.parametrize("name", ["R", "Respondent ", "Deelnemer ", "P"])
def test_three_who_speak_once_each_are_not_one_person(name: str) -> None:
    text = "I: Wie bent u?\n" + "\n".join(f"{name}{number}: Ik woon hier." for number in (1, 2, 3))
    assert {speaker for speaker, _ in talk_of(text)} == {"I", *(f"{name}{number}" for number in (1, 2, 3))}


@pytest.mark.parametrize(("asks", "answers"), [("Vraag ", "Antwoord "), ("I", "R"), ("Q", "A")])
def test_numbers_that_count_the_questions_are_joined(asks: str, answers: str) -> None:
    text = "\n".join(f"{asks}{number}: Hoe dan?\n{answers}{number}: Zo." for number in (1, 2, 3))
    assert {speaker for speaker, _ in talk_of(text)} == {asks.strip(), answers.strip()}


@pytest.mark.parametrize(
    ("line", "small", "speaks"),
    [
        ("Den Haag – Leiden: gewerkt.", False, False),
        ("Karin Smit: en ik ook.", False, True),
        ("Den Haag: Daar werkte ik.", False, True),
        ("Eva Smit – Rabobank: Goedemorgen.", False, True),
        ("Eva Smit: goedemorgen.", True, True),
        ("EVA: Goedemorgen.", False, True),
    ],
)
def test_names_with_a_dash_before_a_sentence_that_goes_on_are_no_speaker(line: str, small: bool, speaks: bool) -> None:
    turns = "I: Hoe ging dat?\nR: Nou, goed hoor.\n" * 6
    said, label = f"{turns.lower() if small else turns}R: Eerst dit.\n{line}\n{turns}", line.partition(":")[0]
    talk = find_stretches(read_data(said.encode(), where="a.txt"))
    assert (label in {stretch.speaker for stretch in talk.stretches}) == speaks
    assert speaks or ("perhaps speakers", (f"{label}:",)) in [
        (note.kind, note.values.get("labels")) for note in talk.doubts
    ]


def test_where_no_talk_of_a_person_is_found_the_labels_that_are_there_are_named() -> None:
    text = "Interviewer: Hoe?\nMarijke: Goed.\nInterviewer: En nu?\nMarijke: Nou, goed."
    notes = notes_of(text, {"P01": ("Jan",)})
    assert "No talk was found of P01" in notes
    assert "Unknown who this is: 'Marijke'." in notes
    assert "Of others it was found" not in notes  # whoever asks is not the person
    notes = notes_of(f"{text}\nBreak: \nWim: Ja.", {"P01": ("Jan",), "P02": ("Marijke",)})
    assert "No talk was found of P01" in notes
    assert "Of others it was found: 'Marijke'" in notes
    assert "'Interviewer', 'Break'" not in notes.partition("Of others")[2]
