"""What has no label in a labelled file: field notes and titles are nobody's talk, and what is left is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.transcripts import Transcript
from bp_qual.transcripts.parsing import read_transcript

ASKED = ("Hoe bent u hier gekomen?", "Wat deed u in het begin?", "Wie hielp u daarbij?", "Hoe ging het verder?")
SAID = (
    "Met de bus uit Assen.",
    "Brood bakken, met zijn allen.",
    "De buurvrouw, en later de club.",
    "Langzaam, maar wel.",
)
TURNS = [turn for asked, said in zip(ASKED, SAID, strict=True) for turn in (f"I: {asked}", f"R: {said}")] * 2
NOTED = "Ze leek moe en keek vaak naar de klok. De keuken rook naar soep."


def read(tmp_path: Path, text: str, name: str = "a.txt", labels: str = "", language: str = "nl") -> Transcript:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_transcript(path, interview="a", wave="1", persons={"P01": ()}, labels=labels, language=language)


def said_by(transcript: Transcript, role: str) -> list[str]:
    return [transcript.text[turn.start : turn.end] for turn in transcript.turns if turn.role == role]


def told(transcript: Transcript, kind: str) -> tuple[str, ...]:
    return tuple(line for note in transcript.notes if note.kind == kind for line in note.values["lines"])


# --- notes after the talk


@pytest.mark.parametrize(
    "tail",
    [
        f"\n\nVeldnotities\n\n{NOTED}",
        f"\n\nNotities 3 mei 2010\n{NOTED}",
        f"\n\nObservaties: {NOTED}",
        f"\n\nObservaties van de interviewer\n{NOTED}",
        f"\n\nNa afloop\n\n{NOTED}",
        f"\n\n-----\n\nField notes\n{NOTED}",
        f"\n\nNotes on the interview, 12/05/2020\n{NOTED}",
        f"\n\nMy reflections:\n{NOTED}",
        f"\nEinde opname. {NOTED}",
        f"\n[Einde van het interview]\n{NOTED}",
        f"\nEnd of recording\n\n{NOTED}",
    ],
)
def test_notes_after_the_last_turn_are_not_its_talk_and_told(tmp_path: Path, tail: str) -> None:
    transcript = read(tmp_path, "\n".join(TURNS) + tail)
    assert said_by(transcript, "respondent")[-1] == SAID[-1]
    assert "notes after the talk" in transcript.remainders
    assert [note.kind for note in transcript.notes if note.kind.startswith("notes")] == ["notes after the talk"]


def test_in_a_short_file_notes_with_a_colon_are_no_speaker(tmp_path: Path) -> None:
    transcript = read(tmp_path, "\n".join(TURNS[:4]) + f"\nObservaties: {NOTED}")
    assert {turn.speaker for turn in transcript.turns} == {"I", "R"}


def test_the_end_of_the_recording_alone_is_nobodys_talk_and_needs_no_note(tmp_path: Path) -> None:
    transcript = read(tmp_path, "\n".join(TURNS) + "\n\nEinde opname.")
    assert said_by(transcript, "respondent")[-1] == SAID[-1]
    assert not [note for note in transcript.notes if note.kind == "notes after the talk"]


@pytest.mark.parametrize(
    "tail",
    [
        "\n\nOpmerkingen had ik verder niet over de buurt.\n\nDank u.",
        "\nNa afloop ging ik naar huis.",
        "\nEinde gesprek was dat.",
        "\n\nNotities maken vond ik lastig",
    ],
)
def test_talk_that_begins_with_such_a_word_stays_talk(tmp_path: Path, tail: str) -> None:
    transcript = read(tmp_path, "\n".join(TURNS) + tail)
    assert said_by(transcript, "respondent")[-1] == SAID[-1] + tail


def test_such_words_between_turns_end_nothing(tmp_path: Path) -> None:
    transcript = read(tmp_path, "\n".join([*TURNS, "", "Einde opname.", "", *TURNS]))
    assert len(transcript.turns) == 2 * len(TURNS)


def test_a_label_of_the_study_is_no_heading_of_notes(tmp_path: Path) -> None:
    transcript = read(tmp_path, "\n".join(TURNS) + f"\nMemo: {NOTED}", labels="I:|R:|Memo:")
    assert transcript.turns[-1].speaker == "Memo"


# --- paragraphs without a label


def test_a_question_and_its_answer_without_labels_are_told_with_whose_talk_they_became(tmp_path: Path) -> None:
    lines = [*TURNS[:6], "Wat betekende dat voor u?", "Ik lag er wakker van.", *TURNS[6:]]
    transcript = read(tmp_path, "\n\n".join(lines))
    assert told(transcript, "paragraphs unlabelled") == ("Wat betekende dat voor u? (R)", "Ik lag er wakker van. (R)")


def test_a_statement_without_a_label_is_told_in_a_file_without_blank_lines(tmp_path: Path) -> None:
    lines = [*TURNS[:6], "Vertel eens over zo'n gesprek.", "Hij zei dat soep geen doel was.", *TURNS[6:]]
    assert len(told(read(tmp_path, "\n".join(lines)), "paragraphs unlabelled")) == 2


def test_what_stands_below_a_label_at_the_end_of_a_line_has_one(tmp_path: Path) -> None:
    lines = [line for turn in TURNS for line in (f"[{turn[0]}] 00:00:03", turn[3:])]
    lines[7:9] = [f"{lines[7]} {lines[8]}"]
    transcript = read(tmp_path, "\n".join(lines))
    assert said_by(transcript, "interviewer") == [*ASKED, *ASKED]
    assert not told(transcript, "paragraphs unlabelled")


def test_a_cue_with_a_slip_in_its_label_was_not_given_to_the_speaker_before(tmp_path: Path) -> None:
    cues = [f"00:{n:02}.000 --> 00:{n:02}.900\n{turn}\n" for n, turn in enumerate(TURNS)]
    slip = [cue.replace("R: Brood bakken", "R; Brood bakken") for cue in cues]
    transcript = read(tmp_path, "WEBVTT\n\n" + "\n".join(slip), "a.vtt")
    assert said_by(transcript, "respondent") == [*SAID, *SAID]
    assert not told(transcript, "unnamed taken")


GONE_ON = "Nu zijn het er veertig, en er staat een hek om de hele tuin."


@pytest.mark.parametrize(
    ("below", "extra", "is_told"),
    [
        *((GONE_ON, "", False), ("Nee hoor, dat was in negentien zeventig, in de winter nog.", "", True)),
        *(("Dat was later.", "", True), (GONE_ON.replace(".", "?"), "", True), (GONE_ON, "R2: Zo was het.", True)),
        *((f"{GONE_ON}\n\nLangzaam, maar wel, en de buurt hielp mee waar dat kon.", "", True),),
    ],
)
def test_of_two_speakers_one_goes_on_in_a_second_paragraph(
    tmp_path: Path, below: str, extra: str, is_told: bool
) -> None:
    lines = [*TURNS[:6], below, *TURNS[6:], *([extra] if extra else [])]
    assert bool(told(read(tmp_path, "\n\n".join(lines)), "paragraphs unlabelled")) == is_told


@pytest.mark.parametrize("time", [" #00:00:10-1#", " 00:00:10", " [00:00:10]"])
def test_a_time_behind_each_paragraph_hides_no_missing_label(tmp_path: Path, time: str) -> None:
    lines = [*TURNS[:6], "Nou, dat valt wel mee.", *TURNS[6:], "R2: Zo was het.", "R2: [onverstaanbaar 0:12]"]
    transcript = read(tmp_path, "\n".join(line + time for line in lines) + "\n[onverstaanbaar 00:03:12]")
    assert told(transcript, "paragraphs unlabelled") == ("Nou, dat valt wel mee. (R)",)


def test_in_a_file_of_turns_with_many_paragraphs_only_a_question_by_itself_is_told(tmp_path: Path) -> None:
    more = "En dat was mooi, vond ik. Wat wil je nog meer?"
    lines = [line for turn in TURNS for line in ([turn, more] if turn.startswith("R") else [turn])]
    assert not told(read(tmp_path, "\n\n".join(lines)), "paragraphs unlabelled")
    lines[5:5] = ["Wat betekende dat voor u?", "Ik lag er wakker van."]
    assert told(read(tmp_path, "\n\n".join(lines)), "paragraphs unlabelled") == ("Wat betekende dat voor u? (R)",)


def test_lines_that_are_broken_off_are_no_paragraphs(tmp_path: Path) -> None:
    lines = [
        *TURNS[:6],
        "R: Het was in de tijd dat",
        "Assen nog geen station had, en dat",
        "weet ik nog goed.",
        *TURNS[6:],
    ]
    assert not told(read(tmp_path, "\n".join(lines)), "paragraphs unlabelled")


def test_what_stands_below_a_heading_without_a_label_is_told(tmp_path: Path) -> None:
    more = "En dat was mooi."
    lines = [line for turn in TURNS for line in ([turn, more] if turn.startswith("R") else [turn])]
    text = "\n\n".join([*lines, "## Samenvatting", NOTED, *lines])
    assert told(read(tmp_path, text, "a.md"), "paragraphs unlabelled") == (f"{NOTED[:40]} (R)",)


def test_stating_how_speakers_are_marked_and_square_brackets_silence_it(tmp_path: Path) -> None:
    lines = [*TURNS[:6], "Wat betekende dat voor u?", *TURNS[6:]]
    assert told(read(tmp_path, "\n\n".join(lines)), "paragraphs unlabelled")
    assert not told(read(tmp_path, "\n\n".join(lines), labels="I:|R:"), "paragraphs unlabelled")
    lines[6] = f"[{lines[6]}]"
    assert not told(read(tmp_path, "\n\n".join(lines)), "paragraphs unlabelled")


def test_a_label_in_small_letters_that_comes_once_is_told(tmp_path: Path) -> None:
    turns = [*TURNS[:4], TURNS[4], f"{TURNS[5]}\nbuurvrouw: Joehoe, ik zet de taart neer.", *TURNS[6:]]
    found = told(read(tmp_path, "\n".join(turns)), "paragraphs unlabelled")
    assert found == ("buurvrouw: Joehoe, ik zet de taart neer. (R)",)
    turns[5] = f"{TURNS[5][:-1]}\nen wel om: meel."
    assert not told(read(tmp_path, "\n".join(turns)), "paragraphs unlabelled")


QA_ = ("Wat betekende dat voor u?", "Ik lag er wakker van.", "En wie wist dat?", "Alleen mijn zus.")


@pytest.mark.parametrize("begin", ["", "- "])
@pytest.mark.parametrize("parting", ["\n", "\n\n"])
@pytest.mark.parametrize("at", [6, len(TURNS)])
@pytest.mark.parametrize("count", [2, 3, 4])
def test_turns_on_end_that_lost_their_labels_are_told(
    tmp_path: Path, begin: str, parting: str, at: int, count: int
) -> None:
    lost = [begin + line for line in QA_[:count]]
    transcript = read(tmp_path, parting.join([*TURNS[:at], *lost, *TURNS[at:]]))
    assert told(transcript, "paragraphs unlabelled") == tuple(f"{line} (R)" for line in lost)


def test_a_question_on_a_line_by_itself_is_told_among_turns_of_many_lines(tmp_path: Path) -> None:
    lines = [line for turn in TURNS for line in ([turn, "En dat was mooi."] if turn.startswith("R") else [turn])]
    assert not told(read(tmp_path, "\n".join(lines)), "paragraphs unlabelled")
    lines[6:6] = QA_
    found = told(read(tmp_path, "\n".join(lines)), "paragraphs unlabelled")
    assert found == (f"{QA_[0]} (R)", f"{QA_[2]} (R)")


@pytest.mark.parametrize(
    "line",
    [
        "xx: daar was ik ook bij.", "man (onbekend): Daar was ik ook bij.", "??: daar was ik ook bij.",
        "?: Daar was ik ook bij.", "(?): daar was ik ook bij.", "Duur: 45 minuten", "Bijlage: de tekening",
        "Duration: 45 minutes",
    ],
)  # fmt: skip
def test_what_begins_as_no_talk_does_is_told_in_turns_of_any_length(tmp_path: Path, line: str) -> None:
    lines = [line for turn in TURNS for line in ([turn, "En dat was mooi."] if turn.startswith("R") else [turn])]
    transcript = read(tmp_path, "\n".join([*lines[:6], line, *lines[6:]]))
    assert told(transcript, "paragraphs unlabelled") == (f"{line} (R)",)
    assert not told(read(tmp_path, "\n".join([*TURNS[:6], f"R: Kijk\n{line}", *TURNS[6:]])), "paragraphs unlabelled")


@pytest.mark.parametrize("rule", ["---", "____________", "* * *"])
def test_what_stands_right_below_a_rule_is_told(tmp_path: Path, rule: str) -> None:
    lines = [line for turn in TURNS for line in ([turn, "En dat was mooi."] if turn.startswith("R") else [turn])]
    transcript = read(tmp_path, "\n".join([*lines, rule, "1 Assen is een stad"]))
    assert told(transcript, "paragraphs unlabelled") == ("1 Assen is een stad (R)",)


@pytest.mark.parametrize("head", ["Reflectie", "Field notes", "Indrukken van de interviewer"])
def test_notes_right_below_a_rule_and_the_last_answer_are_nobodys_talk(tmp_path: Path, head: str) -> None:
    transcript = read(tmp_path, "\n".join([*TURNS, "---", head, NOTED]))
    assert said_by(transcript, "respondent")[-1] == SAID[-1]
    assert "notes after the talk" in transcript.remainders


def test_notes_of_markdown_within_an_answer_are_told(tmp_path: Path) -> None:
    lines = [line for turn in TURNS for line in ([turn, "En dat was mooi."] if turn.startswith("R") else [turn])]
    notes = [
        "- [ ] navragen bij Bep",
        "> [!note] zij kijkt weg",
        "```\nmemo soep\n```",
        "==code: zorg==",
        "#zorg #geld",
    ]
    found = told(read(tmp_path, "\n\n".join([*lines[:6], *notes, *lines[6:]]), "a.md"), "paragraphs unlabelled")
    assert found == tuple(f"{note.strip('`').strip()} (R)" for note in notes)
    plain = ["- brood en soep", "> dat was mooi", "#1 was Bep"]
    assert not told(read(tmp_path, "\n\n".join([*lines[:6], *plain, *lines[6:]]), "a.md"), "paragraphs unlabelled")


def test_a_list_of_links_below_the_last_answer_of_a_web_page_is_told(tmp_path: Path) -> None:
    talk = "".join(f"<p>{turn}</p>" for turn in TURNS)
    transcript = read(tmp_path, f"{talk}<h3>Lees ook</h3><ul><li>Zeilen met de club</li></ul>", "a.html")
    assert told(transcript, "paragraphs unlabelled") == ("Zeilen met de club (R)",)


# --- titles and pages between turns


@pytest.mark.parametrize("line", ["Pagina 3 van 12", "page 4", "Blz. 7"])
def test_the_number_of_a_page_is_nobodys_talk_and_whoever_spoke_goes_on(tmp_path: Path, line: str) -> None:
    transcript = read(tmp_path, "\n".join([*TURNS[:6], line, "En toen ook nog meel.", *TURNS[6:]]))
    assert said_by(transcript, "respondent")[2:4] == [SAID[2], "En toen ook nog meel."]
    assert "headers and footers" in transcript.remainders


@pytest.mark.parametrize(
    ("lines", "is_page"),
    [
        (("Interview 4, Kees - pagina 3", "Interview 4, Kees - pagina 4", "Interview 4, Kees - pagina 6"), True),
        (("Bos (2010) p. 9", "Bos (2010) p. 10"), True),
        (("Gesprek 7 | blz. 3 van 9", "Gesprek 7 | blz. 4 van 9"), True),
        (("3", "4", "5"), True),
        (("3", "4"), False), (("3", "5", "6"), False), (("12", "11", "10"), False),
        (("- 1 -", "- 2 -"), True), (("Blad 2", "Blad 3"), True), (("p. 1", "p. 2"), True),
        (tuple(f"Interview P01 - vertrouwelijk - {n}" for n in (1, 2, 3)), True),
        (("Dat was in - 1", "Dat was in - 2"), False), (("- 3 -",), False),
        (("Er waren er, 4", "Er waren er, 9"), False),
        (("En dat staat op pagina 3",), False), (("Dat staat op pagina 9", "Dat staat op pagina 3"), False),
    ],
)  # fmt: skip
def test_a_footer_with_rising_numbers_is_nobodys_talk(tmp_path: Path, lines: tuple[str, ...], is_page: bool) -> None:
    turns = list(TURNS)
    for number, line in enumerate(lines):
        turns[2 * number + 1] += f"\n\n{line}\n"
    transcript = read(tmp_path, "\n".join(turns))
    assert ("headers and footers" in transcript.remainders) is is_page
    assert not is_page or not told(transcript, "paragraphs unlabelled")
    assert (said_by(transcript, "respondent")[: len(lines)] == list(SAID[: len(lines)])) is is_page


@pytest.mark.parametrize("pages", [("2", "3", "4"), ("Pagina 2", "Pagina 3", "Pagina 4")])
def test_pages_right_below_questions_are_not_told_as_answers(tmp_path: Path, pages: tuple[str, str, str]) -> None:
    turns = list(TURNS)
    for place, line in zip((0, 3, 6), pages, strict=True):
        turns[place] += f"\n{line}"
    assert not told(read(tmp_path, "\n".join(turns)), "label missing")
    turns = [turn.replace("R: ", "", place in (1, 3, 5)) for place, turn in enumerate(TURNS)]
    assert told(read(tmp_path, "\n".join(turns)), "label missing")


def test_three_of_twelve_by_itself_is_an_answer(tmp_path: Path) -> None:
    transcript = read(tmp_path, "\n".join([*TURNS[:6], "3 van 12", *TURNS[6:]]))
    assert said_by(transcript, "respondent")[2].endswith("3 van 12")


@pytest.mark.parametrize("page", ["\f12\n", "12\n\f"])
def test_the_number_of_a_page_beside_a_form_feed_is_nobodys_talk(tmp_path: Path, page: str) -> None:
    transcript = read(tmp_path, "\n".join(TURNS[:6]) + f"\n{page}" + "\n".join(TURNS[6:]))
    assert said_by(transcript, "respondent")[2] == SAID[2]
    assert "headers and footers" in transcript.remainders


@pytest.mark.parametrize("header", ["Interview P01 - vertrouwelijk", "Interview P01, bladzijde {n}"])
def test_a_line_that_comes_back_behind_form_feeds_is_nobodys_talk(tmp_path: Path, header: str) -> None:
    turns = list(TURNS)
    for number in (1, 5):
        turns[number] += f"\n\f{header.format(n=3 * number)}"
    transcript = read(tmp_path, "\n".join(turns))
    assert said_by(transcript, "respondent") == [*SAID, *SAID]
    assert "headers and footers" in transcript.remainders
    once = read(tmp_path, "\n".join([*TURNS[:6], "\fEn dat was dat.", *TURNS[6:]]))
    assert said_by(once, "respondent")[2].endswith("En dat was dat.")


@pytest.mark.parametrize("parting", ["\n", "\n\n"])
def test_a_line_that_comes_back_word_for_word_is_told_once(tmp_path: Path, parting: str) -> None:
    header = "Buurt BV - vertrouwelijk"
    more = [line for turn in TURNS for line in ([turn, "En dat was mooi."] if turn.startswith("R") else [turn])]
    assert not told(read(tmp_path, parting.join(more)), "paragraphs unlabelled")
    lines = [line for at, turn in enumerate(more, 1) for line in ([turn, header] if at in (3, 9, 15) else [turn])]
    assert told(read(tmp_path, parting.join(lines)), "paragraphs unlabelled") == (f"{header} (R)",)


@pytest.mark.parametrize("title", ["Deel B. Samenwerking met de gemeente", "Thema 2", "Part IV - The council"])
def test_the_title_of_a_part_between_turns_is_nobodys_talk(tmp_path: Path, title: str) -> None:
    transcript = read(tmp_path, "\n".join([*TURNS[:6], "", title, "", *TURNS[6:]]))
    assert said_by(transcript, "respondent")[2] == SAID[2]
    assert "headings" in transcript.remainders


@pytest.mark.parametrize("line", ["Deel twee was moeilijker", "Deel B was lastig.", "Thema's genoeg"])
def test_talk_that_begins_like_the_title_of_a_part_stays_talk(tmp_path: Path, line: str) -> None:
    transcript = read(tmp_path, "\n".join([*TURNS[:6], "", line, "", *TURNS[6:]]))
    assert said_by(transcript, "respondent")[2].endswith(line)


def test_links_and_the_footer_of_a_web_page_are_nobodys_talk(tmp_path: Path) -> None:
    talk = "".join(f"<p>{turn}</p>" for turn in TURNS)
    page = f"<nav><a>Home</a></nav><article>{talk}<footer>R: Tot ziens.</footer></article><footer>Copyright</footer>"
    transcript = read(tmp_path, page, "a.html")
    assert said_by(transcript, "respondent")[-1] == "Tot ziens."
    assert "headers and footers" in transcript.remainders


# --- what begins in small letters


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "line",
    ["ja die ook wel.", "en uw man dan?", "r ja die ook.", "// nog beluisteren", "%com: nog", "concept versie 2"],
)
@pytest.mark.parametrize("place", [4, 6])
def test_a_line_that_begins_small_below_a_finished_answer_is_told(
    tmp_path: Path, line: str, between: str, place: int
) -> None:
    lines = [*TURNS[:place], line, *TURNS[place:]]
    notes = " ".join(map(str, read(tmp_path, between.join(lines)).notes))
    assert line[:12] in notes


@pytest.mark.parametrize("line", ["// nog beluisteren", "%com: nog"])
def test_a_remark_of_the_transcriber_is_told_within_a_question_too(tmp_path: Path, line: str) -> None:
    notes = " ".join(map(str, read(tmp_path, "\n".join([*TURNS[:5], line, *TURNS[5:]])).notes))
    assert line in notes


@pytest.mark.parametrize("line", ["// ja ja //", "%"])
def test_what_somebody_said_meanwhile_is_no_remark(tmp_path: Path, line: str) -> None:
    assert not told(read(tmp_path, "\n".join([*TURNS[:5], line, *TURNS[5:]])), "paragraphs unlabelled")


@pytest.mark.parametrize("end", ["dat was toen met dhr.", "dat was in", "dat was bijv."])
def test_a_line_that_goes_on_below_an_unfinished_one_is_not_told(tmp_path: Path, end: str) -> None:
    lines = [*TURNS[:3], f"{TURNS[3]} En {end}", "de Vries zijn huis.", *TURNS[4:]]
    assert not read(tmp_path, "\n".join(lines)).notes


def test_small_letters_are_no_sign_where_everybody_writes_so(tmp_path: Path) -> None:
    lines = [
        line for turn in TURNS for line in (turn.casefold().replace("i:", "I:").replace("r:", "R:"), "en zo was dat.")
    ]
    assert not told(read(tmp_path, "\n".join(lines)), "paragraphs unlabelled")


def test_an_answer_in_small_letters_whose_label_is_lost_is_told(tmp_path: Path) -> None:
    lines = [*TURNS[:4], TURNS[4], "ja die ook wel.", *TURNS[6:]]
    assert told(read(tmp_path, "\n".join(lines)), "label missing") == ("ja die ook wel.",)


def test_a_line_that_goes_on_below_an_abbreviation_is_not_told_between_two_turns_of_one_person(tmp_path: Path) -> None:
    lines = [*TURNS[:3], f"{TURNS[3]} En dat was met dhr.", "de Vries zijn huis.", *TURNS[5:]]
    assert not told(read(tmp_path, "\n".join(lines)), "label missing")


@pytest.mark.parametrize("place", [3, 5, 9])
def test_a_question_that_lost_its_label_is_told_where_the_respondent_asks_too(tmp_path: Path, place: int) -> None:
    turns = [f"{turn} Of niet? Jawel." if turn[0] == "R" else turn for turn in TURNS]
    turns.insert(place + 1, "\nHoe hielp men elkaar in dat jaar?\n\nIedereen kwam.")
    assert "Hoe hielp men elkaar in dat jaar? (R)" in told(read(tmp_path, "\n".join(turns)), "paragraphs unlabelled")


@pytest.mark.parametrize(("places", "is_told"), [([4], True), ([2, 4, 6, 8], False)])
def test_a_line_that_begins_with_a_time_as_labels_do_is_told_where_few_do(
    tmp_path: Path, places: list[int], is_told: bool
) -> None:
    turns = [f"[00:{number:02}:10] {turn}" for number, turn in enumerate(TURNS)]
    for place in places:  # the interviewer's, below which somebody answers or the interviewer goes on
        turns[place] += "\n\n[00:59:01] Daar was iedereen het over eens."
    found = told(read(tmp_path, "\n\n".join(turns)), "paragraphs unlabelled")
    assert any("[00:59:01]" in line for line in found) is is_told
