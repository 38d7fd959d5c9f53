"""Forms of labels that real transcripts have, and what must not be taken for one."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from bp_qual.errors import TranscriptError
from bp_qual.readers import read_data
from bp_qual.transcripts import Corpus, Transcript, note_mixed_rules, read_transcript
from bp_qual.transcripts.speakers import explain_pattern, find_stretches
from processor_time import assert_keeps_step
from test_readers_word import make_docx, p, r


def read(
    text: str, folder: Path, *, name: str = "a.txt", speaker: tuple[str, ...] = (), labels: str = ""
) -> Transcript:
    (folder / name).write_text(text, encoding="utf-8")
    return read_transcript(folder / name, interview="a", wave="1", persons={"P01": speaker}, labels=labels)


def turns(transcript: Transcript) -> list[tuple[str, str]]:
    return [(turn.role[0], " ".join(transcript.text[turn.start : turn.end].split())) for turn in transcript.turns]


@pytest.mark.parametrize(
    "text",
    [
        "[Eva] (0:02 - 0:34)\nHoe?\n\n[Jan] (0:35 - 1:20)\nGoed.\n\n[Eva] (1:21 - 1:30)\nEn?\n\n[Jan] (2:31)\nOok.",
        "(Eva)\nHoe?\n(Jan)\nGoed.\n(Eva)\nEn?\n(Jan)\nOok.",
        "<Eva> Hoe?\n<Jan> Goed.\n<Eva> En?\n<Jan> Ook.",
        "<v Eva>Hoe?</v>\n<v Jan>Goed.</v>\n<v Eva>En?</v>\n<v Jan>Ook.</v>",
        "@Eva: Hoe?\n@Jan: Goed.\n@Eva: En?\n@Jan: Ook.",
        "#1: Hoe?\n#2: Goed.\n#1: En?\n#2: Ook.",
        "Eva - 00:10 - Hoe?\nJan - 00:12 - Goed.\nEva - 00:14 - En?\nJan - 00:16 - Ook.",
        "0:00\nEva: Hoe?\n0:08\nJan: Goed.\n0:12\nEva: En?\n0:16\nJan: Ook.",
        "Eva: Hoe? Jan: Goed. Eva: En? Jan: Ook.",
        "Eva (ES): Hoe?\nJan (JB): Goed.\nES: En?\nJB: Ook.",
        "Eva\u202f: Hoe?\nJan\u00a0: Goed.\nEva: En?\nJan: Ook.",
        "Eva: Hoe?\nJan (lachend): Goed.\nEva: En?\nJan; Ook.",
        "* Eva: Hoe?\n* Jan: Goed.\n* Eva: En?\n* Jan: Ook.",
        "[1u02] Eva: Hoe?\n[1u03] Jan: Goed.\n[1u04] Eva: En?\n[1u05] Jan: Ook.",
        "1'02\" Eva: Hoe?\n1'08\" Jan: Goed.\n1'20\" Eva: En?\n2'00\" Jan: Ook.",
        "Eva 0.01: Hoe?\nJan 0.08: Goed.\nEva 0.12: En?\nJan 1.02: Ook.",
        "[12-03-20 14:05:11] Eva: Hoe?\n[12-03-20 14:05:31] Jan: Goed.\n[12-03-20 14:06:11] Eva: En?\n"
        "[12-03-20 14:07:00] Jan: Ook.",
        "12/03/2020, 2:05 PM - Eva: Hoe?\n12/03/2020, 2:06 PM - Jan: Goed.\n12/03/2020, 2:07 PM - Eva: En?\n"
        "12/03/2020, 2:09 PM - Jan: Ook.",
    ],
)
def test_a_label_is_seen_in_its_form(tmp_path: Path, text: str) -> None:
    said = [("i", "Hoe?"), ("r", "Goed."), ("i", "En?"), ("r", "Ook.")]
    assert turns(read(text, tmp_path, speaker=("Jan",) if "Jan" in text else ("#2",))) == said


def test_numbers_beside_labels_count_what_is_told(tmp_path: Path) -> None:
    text = "I: Wat is er nodig?\nR: Dit.\n#1: Geld.\n#2: Tijd.\nI: En?\nR: Dat.\n#1: Mensen.\n#2: Een zaal.\n"
    assert turns(read(text, tmp_path))[1] == ("r", "Dit. #1: Geld. #2: Tijd.")


def test_numbers_that_speakers_have_are_offered_as_a_pattern(tmp_path: Path) -> None:
    text = "1: Hoe ging het?\n2: Goed hoor.\n1: En toen?\n2: Brood bakken.\n1: Klaar?\n2: Ja.\n"
    assert "write {name}: in the column `labels`" in str(read(text, tmp_path).notes[0])
    stated = read(text, tmp_path, speaker=("2",), labels="{name}:")
    assert turns(stated)[1] == ("r", "Goed hoor.")
    assert not stated.notes


@pytest.mark.parametrize(
    ("opening", "closing"), [("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"), ("((", "))"), ("//", "//"), ("/", "/")]
)
def test_an_interruption_is_the_turn_of_the_one_who_interrupts(tmp_path: Path, opening: str, closing: str) -> None:
    transcript = read(f"I: Hoe?\nR: We kregen {opening}I: hm{closing} een bijdrage.", tmp_path)
    assert turns(transcript) == [("i", "Hoe?"), ("r", "We kregen"), ("i", "hm"), ("r", "een bijdrage.")]


@pytest.mark.parametrize(
    ("asks", "answers", "called"),
    [
        ("I", "R", "(interviewer: hm)"), ("I", "R", "(V: hm)"), ("I", "R", "(Intv: hm)"), ("I", "R", "(int.: hm)"),
        ("I", "R", "(onderzoeker: hm)"), ("Interviewer", "Respondent", "(I: hm)"), ("Interviewer", "Kees", "(I: hm)"),
        ("Eva Bos", "Kees", "(I: hm)"), ("Eva Bos", "Kees", "(Eva: hm)"), ("Eva Bos", "Kees", "(EB: hm)"),
        ("Eva Bos", "Kees", "//Eva: hm//"), ("I", "R", "(= I: hm)"), ("I", "R", "–I: hm–"), ("I", "R", "-I: hm-"),
    ],
)  # fmt: skip
def test_who_interrupts_may_be_called_otherwise_than_before_a_turn(
    tmp_path: Path, asks: str, answers: str, called: str
) -> None:
    talk = f"{asks}: Hoe?\n{answers}: We kregen {called} een bijdrage.\n{asks}: En toen?\n{answers}: Goed."
    transcript = read(talk, tmp_path, speaker=(answers,))
    assert [(turn.role, transcript.text[turn.start : turn.end]) for turn in transcript.turns] == [
        ("interviewer", "Hoe?"), ("respondent", "We kregen"), ("interviewer", "hm"), ("respondent", "een bijdrage."),
        ("interviewer", "En toen?"), ("respondent", "Goed."),
    ]  # fmt: skip


@pytest.mark.parametrize("called", ["(man: hoeveel dan)", "(dochter: nee hoor)", "(red.: tweede bandje)"])
def test_an_interruption_of_somebody_unknown_is_told(tmp_path: Path, called: str) -> None:
    transcript = read(f"I: Hoe?\nR: We kregen {called} geld.\nI: En?\nR: Goed.", tmp_path)
    assert called in str(next(note for note in transcript.notes if note.kind == "label within a turn"))
    quiet = read("I: Hoe?\nR: We kregen [lees: zij kregen] geld (met de bus) om 10:30.\nI: En?\nR: Goed.", tmp_path)
    assert "label within a turn" not in {note.kind for note in quiet.notes}


@pytest.mark.parametrize("dash", ["-", "–", "—", "--", "––"])
def test_between_dashes_somebody_interrupts_and_the_other_goes_on(tmp_path: Path, dash: str) -> None:
    transcript = read(f"I: Hoe?\nR: We kregen {dash} I: o jee {dash} een bijdrage.", tmp_path)
    assert turns(transcript) == [("i", "Hoe?"), ("r", "We kregen"), ("i", "o jee"), ("r", "een bijdrage.")]


@pytest.mark.parametrize("breaks", ["</w:t></w:r></w:p><w:p><w:r><w:t>", "</w:t><w:br/><w:t>"])
def test_a_line_of_times_with_single_digits_above_a_name_is_not_said(tmp_path: Path, breaks: str) -> None:
    said = [("Eva Smit", "Hoe?"), ("Jan Bos", "Goed."), ("Eva Smit", "En?"), ("Jan Bos", "Ook.")]
    cues = [(f"0:{number}:7.120 --&gt; 0:{number}:10.49", *cue) for number, cue in enumerate(said)]
    (tmp_path / "a.docx").write_bytes(make_docx("".join(p(r(breaks.join(cue))) for cue in cues)))
    transcript = read_transcript(tmp_path / "a.docx", interview="a", wave="1", persons={"P01": ("Jan Bos",)})
    assert turns(transcript) == [("i", "Hoe?"), ("r", "Goed."), ("i", "En?"), ("r", "Ook.")]


@pytest.mark.parametrize("label", ["Jan (respondent)", "Mevrouw Bos (geïnterviewde)", "Jan (resp)", "Jan (deelnemer)"])
def test_a_name_with_the_role_in_brackets_has_that_role(tmp_path: Path, label: str) -> None:
    transcript = read(f"Eva (interviewer): Hoe?\n{label}: Goed.\nEva (interviewer): En?\n{label}: Ook.", tmp_path)
    assert turns(transcript) == [("i", "Hoe?"), ("r", "Goed."), ("i", "En?"), ("r", "Ook.")]
    assert not transcript.notes


def test_of_two_names_with_the_role_of_a_respondent_nobody_is_the_one_person(tmp_path: Path) -> None:
    transcript = read("I: Hoe?\nJan (respondent): Goed.\nI: En?\nBep (respondent): Ook.", tmp_path)
    assert {turn.role for turn in transcript.turns} == {"interviewer", "unknown"}


@pytest.mark.parametrize("answer", ["Ja.", "Yeah.", "Genau.", "Oké", "Precies", "Hm"])
def test_an_answer_is_no_speaker_and_costs_no_file_its_labels(tmp_path: Path, answer: str) -> None:
    stamped = "\n\n".join(f"Eva  0{n}:01\nHoe {n}?\n\nJan  0{n}:20\n{answer}" for n in range(6))
    assert turns(read(stamped, tmp_path, speaker=("Jan",)))[:2] == [("i", "Hoe 0?"), ("r", answer)]
    bare = "\n\n".join(f"00:0{n}:04 {answer}\n\n00:0{n}:08 We opened it in spring, my sister and I." for n in range(6))
    assert {turn.speaker for turn in read(bare, tmp_path).turns} == {""}


@pytest.mark.parametrize(
    "head", ["January 22, 2019, 10:15AM", "22 January 2019, 10:15am", "Dienstag, 22. Mai 2019 10:15"]
)
@pytest.mark.parametrize("times", [2, 3])
def test_a_date_with_a_time_is_no_speaker(tmp_path: Path, head: str, times: int) -> None:
    talk = "\n".join(f"Eva Mei   {n}:04\nHoe {n}?\nJan   {n}:33\nZo {n}." for n in range(times))
    transcript = read(f"{head}\n31m 12s\n{talk}", tmp_path)
    assert {turn.speaker for turn in transcript.turns} == {"Eva Mei", "Jan"}


def test_the_last_line_in_which_a_program_names_itself_is_not_said(tmp_path: Path) -> None:
    foot = "Transcribed by https://otter.ai"
    talk = "\n".join(f"I: Hoe {n}?\nR: Zo {n}." for n in range(3))
    assert turns(read(f"{talk}\n\n{foot}\n", tmp_path))[-1] == ("r", "Zo 2.")
    assert turns(read(f"{talk}\n\n{foot} en dat is raar\n", tmp_path))[-1][1].endswith("raar")


@pytest.mark.parametrize("line", ["Voorbeeld: de molen brandde af.", "Bijlage 5: Interview met een bakker"])
def test_one_colon_does_not_make_a_file_a_labelled_one(tmp_path: Path, line: str) -> None:
    text = "\n\n".join([line, *(f"**Vertel over {n}.**\n\nBrood {n}. Toch?" for n in range(4))])
    assert turns(read(text, tmp_path, name="a.md"))[:2] == [("i", "Vertel over 0."), ("r", "Brood 0. Toch?")]


@pytest.mark.parametrize("look", ["## {}", "**{}**"])
def test_what_is_set_apart_is_the_question_whatever_signs_it_has(tmp_path: Path, look: str) -> None:
    text = "\n\n".join(f"{look.format(f'Vertel {n}.')}\n\nDat? Dat was {n}. Toch?" for n in range(3))
    assert [role for role, _ in turns(read(text, tmp_path, name="a.md"))] == ["i", "r"] * 3


@pytest.mark.parametrize(("top", "is_talk"), [
    ("Respondent: vrouw, 44 jaar", False), ("Interviewer: Marie", False),
    ("Respondent: Ja hoor.", True), ("Interviewer: Hoe?", True), ("Interviewer: wij gaan nu van start met", True),
])  # fmt: skip
def test_a_line_at_the_top_that_says_who_the_respondent_is_was_not_said(
    tmp_path: Path, top: str, is_talk: bool
) -> None:
    read_so = read(f"{top}\n\nEva: Hoe ging dat?\nJan: Goed.\nEva: En toen?\nJan: Ook goed.", tmp_path)
    assert (top.split(": ")[1] in [said for _, said in turns(read_so)]) == is_talk


@pytest.mark.parametrize("look", ["{}", "*{}*", "**{}**"])
@pytest.mark.parametrize(
    ("late", "line"),
    [("", "Length: 54 minutes"), ("Truus: Koffie?", "Length: 54 minutes"), ("", "Mrs Bakker: aged 54, a resident")],
)
def test_lines_with_a_colon_at_the_top_are_no_speakers(tmp_path: Path, look: str, late: str, line: str) -> None:
    asked = [f"{look.format(f'How was {n}?')}\n\nThat was {n}." for n in range(5)]
    text = "\n\n".join((f"Interviewer: Eva Miller\n\n{line}", *asked[:3], *filter(None, [late]), *asked[3:]))
    read_so = turns(read(text, tmp_path, name="a.md"))
    assert "54" not in " ".join(said for _, said in read_so)


@pytest.mark.parametrize(
    ("label", "line", "is_told"), [("R", "R, samen gewerkt", True), ("Jan", "Jan, kom eens", False)]
)
def test_a_letter_and_a_comma_may_be_a_slip_and_a_name_and_a_comma_calls_somebody(
    tmp_path: Path, label: str, line: str, is_told: bool
) -> None:
    asked = f"I: Hoe ging dat?\n{label}: Goed.\nI: En toen?\n{label}: Ook goed.\nI: Ja?\n{line}"
    assert any(line in str(note) for note in read(asked, tmp_path).notes) == is_told


def test_a_row_with_one_cell_is_of_its_own_column_and_a_line_below_the_table_goes_on_with_the_last(
    tmp_path: Path,
) -> None:
    table = "| Vraag | Antwoord |\n|---|---|\n| Hoe? | Goed. |\n| En? | |\n\nEn dat was alles."
    said = turns(read(table, tmp_path, name="a.md"))
    assert said[:3] == [("i", "Hoe?"), ("r", "Goed."), ("i", "En?")]
    assert "En dat was alles." in said[-1][1]


def test_columns_called_question_and_answer_say_who_speaks(tmp_path: Path) -> None:
    said = [("i", "Hoe?"), ("r", "Goed."), ("i", "En?"), ("r", "Ook.")]
    assert turns(read("Nr\tVraag\tAntwoord\n1\tHoe?\tGoed.\n2\tEn?\tOok.", tmp_path)) == said
    assert turns(read("| Q | A |\n|---|---|\n| Hoe? | Goed. |\n| En? | Ook. |", tmp_path, name="a.md")) == said


def test_labels_on_one_side_leave_the_other_side_its_words_and_are_told(tmp_path: Path) -> None:
    said = [("i", "1. Hoe?"), ("r", "Goed."), ("i", "2. En?"), ("r", "Ook.")]
    answers = read("1. Hoe?\nAntwoord: Goed.\n2. En?\nAntwoord: Ook.", tmp_path)
    assert turns(answers) == said
    assert "Only 'Antwoord' has a label" in str(answers.notes[0])
    questions = read("Vraag: Hoe?\nGoed.\nVraag: En?\nOok.", tmp_path)
    assert [role for role, _ in turns(questions)] == ["i", "r"] * 2


def test_a_passer_by_with_one_question_is_not_the_interviewer(tmp_path: Path) -> None:
    text = "\n".join(f"EV: Vertel {n}{'?' if n % 2 else '.'}\nJB: Wij bakten brood." for n in range(4))
    transcript = read(f"{text}\nBuurman: Is dit nummer twaalf?", tmp_path)
    assert {turn.speaker: turn.role for turn in transcript.turns} == {
        "EV": "interviewer", "JB": "respondent", "Buurman": "other",
    }  # fmt: skip


def test_the_names_of_codes_above_labels_are_nobodys(tmp_path: Path) -> None:
    text = "\n".join(f"Q4.{n}\nInterviewer1\nHoe {n}?\nInterviewee1\nGoed {n}." for n in range(4))
    assert turns(read(text, tmp_path))[:2] == [("i", "Hoe 0?"), ("r", "Goed 0.")]
    assert read(text, tmp_path).remainders["headings"] == 12


@pytest.mark.parametrize("half", ["PM", "pm", "p.m.", "AM", "am"])
@pytest.mark.parametrize("form", ["{} 2:0{} {half}\n{}", "{} [2:0{} {half}]\n{}", "[2:0{1} {half}] {0}: {2}"])
def test_the_half_of_the_day_behind_a_time_was_not_said(tmp_path: Path, form: str, half: str) -> None:
    if half == "am" and "{half}]" in form:
        return  # `am` is a German word
    said = [("Eva", 0, "Hoe?"), ("Jan", 1, "Goed."), ("Eva", 2, "En?"), ("Jan", 3, "Ook.")]
    text = "\n\n".join(form.format(*turn, half=half) for turn in said)
    assert turns(read(text, tmp_path, speaker=("Jan",))) == [("i", "Hoe?"), ("r", "Goed."), ("i", "En?"), ("r", "Ook.")]


def test_a_german_word_behind_a_time_was_said(tmp_path: Path) -> None:
    text = "0:01 Eva: Wann?\n0:02 Jan: Am Anfang.\nEva 0:03 Und?\nJan 0:04 am Ende."
    assert turns(read(text, tmp_path, speaker=("Jan",)))[-1] == ("r", "am Ende.")


# --- a pattern of the user's own


@pytest.mark.parametrize(
    ("labels", "line"),
    [("{name} >", "{} > {}"), ("{time} {name} -", "00:03 {} - {}"), ("{name}~|x", "{}~ {}"), ("Eva.|Jan.", "{}. {}")],
)
def test_the_study_can_say_how_speakers_are_marked(tmp_path: Path, labels: str, line: str) -> None:
    text = "\n".join(
        line.format(*turn) for turn in (("Eva", "Hoe?"), ("Jan", "Goed."), ("Eva", "En?"), ("Jan", "Ook: ja."))
    )
    transcript = read(text, tmp_path, speaker=("Jan",), labels=labels)
    assert turns(transcript) == [("i", "Hoe?"), ("r", "Goed."), ("i", "En?"), ("r", "Ook: ja.")]
    assert transcript.rule == "stated"


@pytest.mark.parametrize("labels", ["{Name}:", "{time}", "", "{name} {name}", "{time} {time} {name}"])
def test_a_pattern_that_names_nobody_is_refused(tmp_path: Path, labels: str) -> None:
    assert explain_pattern(labels)
    if labels:
        with pytest.raises(ValueError, match="labels"):
            read("Eva: Hoe?", tmp_path, labels=labels)


def test_a_pattern_that_finds_nothing_is_told(tmp_path: Path) -> None:
    assert "No line begins as `labels` says" in str(read("I: Hoe?\nR: Goed.", tmp_path, labels="{name} >").notes[0])


# --- notes

DOUBTFUL = {
    "before the first speaker": "Wij begonnen in 1990 met zijn tweeën.\nI: En?\nR: Goed.\nI: Ja?\nR: Ja.",
    "Begins with a speaker's label": "I: Hoe?\nR: Goed.\nI: En?\nR Samen gewerkt.\nI: Ja?\nR: Ja.",
    "of the words": "\n".join(["I: Hoe ging dat nu precies, en wie waren erbij, toen in dat jaar?\nR: Ja."] * 8),
    "Check whether a label": "\n".join(["I: Hoe ging dat?\nR: Goed hoor."] * 8) + "\nEn toen, " + "dat was zo " * 40,
    "is kept apart": "\n\n".join(["I: Hoe?\n\nR: Goed.\n\n# Dit was een hele zin en geen kop."] * 3),
}  # fmt: skip


@pytest.mark.parametrize("told", DOUBTFUL)
def test_what_may_be_misread_is_told_until_the_study_states_the_labels(tmp_path: Path, told: str) -> None:
    assert told in " ".join(map(str, read(DOUBTFUL[told], tmp_path, name="a.md").notes))
    assert told not in " ".join(map(str, read(DOUBTFUL[told], tmp_path, name="a.md", labels="I:|R:|!R Samen").notes))


def test_a_good_file_is_told_nothing(tmp_path: Path) -> None:
    top = "Gesprek 3, in het buurthuis\nDatum: 3 mei 2010\n\n"
    assert read(top + "\n".join(["I: Hoe ging dat?\nR: Nou, dat ging goed."] * 12), tmp_path).notes == ()


def test_an_answer_of_thirty_words_is_no_long_turn_however_short_the_others_are(tmp_path: Path) -> None:
    short = "\n".join(["I: Hoe?\nR: Ja."] * 3)
    assert read(f"{short}\nI: En?\nR: {'dat was zo ' * 10}", tmp_path).notes == ()
    assert read(f"{short}\nI: En?\nR: {'dat was zo ' * 15}", tmp_path).notes[0].kind == "long turn"


def test_files_that_are_read_by_different_rules_are_told(tmp_path: Path) -> None:
    one = read("I: Hoe?\nR: Goed.", tmp_path)
    two = read("**Hoe?**\n\nGoed.\n\n**En?**\n\nOok.", tmp_path, name="a.md")
    stated = read("**Hoe?**\n\nGoed.\n\n**En?**\n\nOok.", tmp_path, name="a.md", speaker=("(text)",))
    assert "by headings or bold lines in 1" in str(note_mixed_rules(Corpus((one, two), (), ("1",)))[0])
    assert note_mixed_rules(Corpus((one, stated), (), ("1",))) == ()


# --- laws


@pytest.mark.slow
def test_the_time_does_not_grow_with_the_square_of_the_labels() -> None:
    def look_at(count: int) -> Callable[[], object]:
        names = [f"Naam{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}" for n in range(count)]
        reading = read_data("\n".join(f"{name}: Hoe gaat het?\nI: Goed." for name in names).encode(), where="a.txt")
        return lambda: find_stretches(reading)

    assert_keeps_step(look_at(8_000), look_at(500), share=16, bound=64)  # 256 if it were square


PIECES = (
    *("I", "R", "Eva", "Jan", ":", " : ", "\u00a0:", ";", " - ", " > ", "|", "\t", "\n", "\n", "\n\n", " ", " "),
    *("(", ")", "[", "]", "//", "{", "}", "<v Jan>", "</v>", "*", "**", "#", "@", "[00:01]", "0:08", "(0:01 - 0:04)"),
    *("Vraag", "Q1", "Antwoord", "Q4.4", "Ja.", "Hoe ging dat?", "(I: hm)", "//R: ja//", "Break", "1.", "12 "),
    *("\u200b", "“Piet”", "# ", "R (lachend)", "Datum: 3 mei", "|---|", "R:", "I:", "Jan:", "Eva:"),
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_no_visible_character_is_lost_or_doubled_whatever_labels_a_text_has(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(150):
        text = "".join(chance.choices(PIECES, k=chance.randint(3, 80)))
        labels, own = chance.choice(("", "", "{name}:", "I:|R:")), chance.choice(((), ("Jan",), ("(2)",), ("(text)",)))
        try:
            transcript = read(text, tmp_path, name=chance.choice(("a.txt", "a.md")), speaker=own, labels=labels)
        except TranscriptError as error:
            if "visible characters" in str(error):
                raise
            continue
        ends = [0, *(turn.end for turn in transcript.turns)]
        assert all(turn.start >= end for turn, end in zip(transcript.turns, ends, strict=False)), text


def test_speakers_that_a_letter_tells_apart_are_not_perhaps_one(tmp_path: Path) -> None:
    text = "Speaker A: Hoe?\nSpeaker B: Goed.\nSpeaker A: En?\nSpeaker B: Ook."
    read_so = read(text, tmp_path, speaker=("Speaker B",))
    assert [role for role, _ in turns(read_so)] == ["i", "r", "i", "r"]
    assert not read_so.notes


def test_a_person_is_found_by_the_name_before_what_is_in_brackets(tmp_path: Path) -> None:
    text = "Eva (interviewer): Hoe?\nJan (bewoner): Goed.\nEva (interviewer): En?\nJan (bewoner): Ook."
    assert [role for role, _ in turns(read(text, tmp_path, speaker=("Jan",)))] == ["i", "r", "i", "r"]
    two = text.replace("Eva (interviewer)", "Jan (interviewer)")
    assert "Nobody speaks as 'Jan'" in str(read(two, tmp_path, speaker=("Jan",)).notes[0])


@pytest.mark.parametrize("top", ["", "Datum: 3 mei\n"])
def test_a_label_with_a_slip_at_the_top_is_told(tmp_path: Path, top: str) -> None:
    said = read(f"{top}Saiksa: Zo gaat dat\nJan: Ja.\n" + "Saskia: En?\nJan: Ook.\n" * 12, tmp_path)
    assert "'Saiksa" in " ".join(map(str, said.notes))


@pytest.mark.parametrize("talk", ["I: Hoe?\nR: Zo.\nI: En?\nR: Ook.", "Eva: Hoe?\nJan: Zo.\nEva: En?\nJan: Ook."])
@pytest.mark.parametrize(
    ("top", "speakers"),
    [
        *(("Length: 48 minutes\n", 0), ("Datum: 3 mei\nGroep: A\n\n", 0), ("Einde: 14:00\nRegio: noord\n", 0)),
        *(("Datum: 3 mei\nBo: Hallo\n", 1), ("Datum: 3 mei\n\nBo: Graag\n", 1), ("Datum: 3 mei\nBo: Koffie?\n", 1)),
    ],
)
def test_lines_below_a_known_one_at_the_top_are_no_speakers(tmp_path: Path, talk: str, top: str, speakers: int) -> None:
    said = read(top + talk, tmp_path)
    assert len(turns(said)) == 4 + speakers
    assert not [note for note in said.notes if note.kind == "perhaps speakers"]


def test_a_numbered_word_of_a_header_is_no_speaker(tmp_path: Path) -> None:
    text = "Bijlage 3: Interview met mevrouw B.\nDatum: 3 mei 2010\nI: Hoe?\nR: Goed.\nI: En?\nR: Ook."
    assert [role for role, _ in turns(read(text, tmp_path))] == ["i", "r", "i", "r"]


@pytest.mark.parametrize("sign", ["-", "–", ">", ";", "|", "="])
def test_who_asks_before_the_sign_of_those_the_study_names_is_heard(tmp_path: Path, sign: str) -> None:
    talk = "Lotte - Wie begint?\nMurat - De speeltuin.\nIneke - Dat klopt.\nKijk - zo is het.\nLotte - En wat nog?\n"
    talk += "Ineke - Licht.\nKijk - dat is nodig.\nMurat - De mijne ook."
    said = read(talk.replace("-", sign), tmp_path, speaker=("Murat", "Ineke"))
    assert [role for role, _ in turns(said)] == [*"irrirr"]
    assert f"Kijk {sign} zo is het." in turns(said)[2][1]


@pytest.mark.parametrize(("asks", "answers"), [("I", "R"), ("Lotte", "Murat")])
@pytest.mark.parametrize("begin", ["Luister", "Thema"])
def test_who_does_not_ask_before_a_dash_is_no_speaker(tmp_path: Path, asks: str, answers: str, begin: str) -> None:
    talk = f"{asks} - Wie begint?\n{answers} - Ik.\n{begin} - Een.\n{asks} - En wat nog?\n{answers} - Licht.\n"
    talk += f"{begin} - Twee.\nIneke - Dat klopt.\n{asks} - Is dat alles?\nIneke - Ja."
    said = read(talk, tmp_path, speaker=(answers, "Ineke"))
    assert [role for role, _ in turns(said)] == [*"irirrir"]
    assert f"{begin} - Een." in turns(said)[1][1]


def test_a_name_that_comes_back_before_a_dash_and_does_not_ask_is_told(tmp_path: Path) -> None:
    said = read(
        "I - Wie begint?\nBert - Ik.\nI - En u?\nMurat - Ook.\nBert - Dat klopt.\nMurat - Ja.",
        tmp_path,
        speaker=("Murat",),
    )
    assert "'Bert:'" in " ".join(map(str, said.notes))
