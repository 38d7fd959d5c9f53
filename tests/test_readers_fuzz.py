"""Damaged files of every format: read or refused in one line, and no word that the file still holds is lost unsaid."""

from __future__ import annotations

import json
import random
from importlib import import_module

import pytest

from bp_qual.errors import BpQualError, TranscriptError
from bp_qual.readers import NOT_UNDERSTOOD, Reading, read_data
from bp_qual.readers.pdf_large import part_large
from bp_qual.readers.pdf_signs import Letter
from bp_qual.readers.spoilt import concerns_words
from reader_samples import WORDS, damage, make_pdf, make_samples, place_text, words_left

SAMPLES = make_samples()
MODULES = {
    "a.md": "plain_text", "a.vtt": "subtitles", "a.srt": "subtitles", "a.csv": "turn_tables", "a.json": "recognised",
    "rev.json": "recognised", "a.html": "webpage", "a.rtf": "richtext", "a.cha": "chat", "a.TextGrid": "tiers",
    "a.eaf": "tiers", "a.exb": "tiers", "a.xml": "tei", "a.docx": "word", "a.odt": "opendocument",
    "a.ods": "turn_tables",
    "a.xlsx": "turn_tables", "a.pdf": "pdf",
}  # fmt: skip


def everything(reading: Reading) -> str:
    labels = " ".join(line.label for line in reading.paragraphs)
    return "\n".join([reading.text, labels, *reading.remainders.values()])


@pytest.mark.parametrize("name", SAMPLES)
def test_the_sample_of_every_format_is_read_whole(name: str) -> None:
    reading = read_data(SAMPLES[name], where=name)
    assert [word for word in WORDS if word not in reading.text] == []
    assert NOT_UNDERSTOOD not in reading.remainders


@pytest.mark.sweep(7)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_damaged_file_is_read_or_refused_in_one_line_with_its_name(name: str) -> None:
    for number in range(25):
        data = damage(SAMPLES[name], random.Random(f"{name}/{number}"))
        try:
            read_data(data, where=name)
        except BpQualError as err:
            assert str(err).startswith(name)  # noqa: PT017


@pytest.mark.parametrize("name", MODULES)
def test_a_reader_that_drops_its_last_line_does_not_get_away_with_it(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = import_module(f"bp_qual.readers.{MODULES[name]}")
    whole = module.join_pieces
    monkeypatch.setattr(module, "join_pieces", lambda pieces: whole(list(pieces)[:-1]))
    try:
        reading = read_data(SAMPLES[name], where=name)
    except BpQualError as err:
        assert "visible characters" in str(err)  # noqa: PT017
    else:
        assert any("was not understood" in str(note) for note in reading.notes)


def test_a_table_that_loses_a_cell_on_its_way_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The letters of a .csv are counted before it is cut into cells, so the cutting cannot lose one."""
    from bp_qual.files import csv_tables

    split = csv_tables.split_rows
    monkeypatch.setattr(csv_tables, "split_rows", lambda text, sign: [(n, row[:2]) for n, row in split(text, sign)])
    with pytest.raises(BpQualError, match="visible characters"):
        read_data(b"speaker;text;note\nI;Hoe?;\nR;Ja;GEHEIM\n", where="a.csv")


@pytest.mark.parametrize("data", [b'sep=;\nwie;wat\nI;"Hoe; ""zo""?"\nR;Ja, 3,5\n', b'wie\twat\nI\tHoe\nR\tJa "ja\n'])
def test_quotation_marks_and_separators_of_a_table_are_not_taken_for_lost(data: bytes) -> None:
    assert read_data(data, where="a.csv").paragraphs


def test_plain_text_that_loses_a_line_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("bp_qual.readers.plain_text")
    monkeypatch.setattr(module, "_take_off_numbers", lambda text: (text.partition("\n")[2], ""))
    with pytest.raises(BpQualError, match="visible characters"):
        read_data(SAMPLES["a.txt"], where="a.txt")


def test_words_that_a_file_holds_outside_its_talk_are_told() -> None:
    unsaid = {
        "a.xml": (b"</body>", b"<p>grommelzucht</p></body>"),
        "a.eaf": (b"</TIER>", b"grommelzucht</TIER>"),
        "a.exb": (b"</tier>", b"grommelzucht</tier>"),
        "a.json": (b'"language"', b'"remark": "grommelzucht", "language"'),
        "a.rtf": (b"\\par }", b"\\par } grommelzucht"),
        "a.TextGrid": (b"\n4\n2\n", b'\n4\n2\n"grommelzucht"\n'),
    }
    for name, (old, new) in unsaid.items():
        data = SAMPLES[name].replace(old, new, 1) if name != "a.TextGrid" else SAMPLES[name] + b'"grommelzucht"\n'
        reading = read_data(data, where=name)
        assert "grommelzucht" in reading.remainders[NOT_UNDERSTOOD], name
        assert any("grommelzucht" in str(note) for note in reading.notes), name


def test_words_left_are_found_in_the_bytes_of_a_file() -> None:
    assert all(set(words_left(data)) == set(WORDS) for name, data in SAMPLES.items() if name != "a.pdf")


def test_words_under_a_key_that_comes_twice_are_told() -> None:
    reading = read_data(b'{"segments": [{"text": "hier", "speaker": "R", "text": "grommelzucht"}]}', where="a.json")
    assert reading.remainders[NOT_UNDERSTOOD] == "grommelzucht"
    assert any("was not understood" in str(note) for note in reading.notes)


@pytest.mark.parametrize(
    "broken",
    [
        "<p>Nou <met brimmelkast en zolfertuin/p>",
        "<p><b>Eva:</brimmelkast en zolfertuin?</p>",
        '<body"ging dat met brimmelkast en zolfertuin?</p>',
        "<p>En wat<et zolfertuin?</p>",
        "<p>Ja ></pmarrel zolfertuin.</p>",
        "<p>Ja</b< Met brimmelkast en zolfertuin.</p>",
        "<p>Ja</- wat deed zolfertuin?</p>",
        "<p>en later <zolfertuin.</p>",
        "<p>en later <zolfertuin> niet</p>",
        "<p>en later</<zolfertuin?</p>",
        "<p>en later </bzolfertuin</p></div>",
        "<p>Ja<p<p<p< Met brimmelkast en zolfertuin.</p>",
        "<p>Ja <? en zolfertuin ?></p>",
        '<p>Ja <b class="met zolfertuin</b> was dat</p>',
    ],
)
def test_words_that_a_broken_tag_swallows_are_told(broken: str) -> None:
    reading = read_data(
        f"<html><body>{broken}<p><b>Jan:</b> Met plooikwist.</p></body></html>".encode(), where="a.html"
    )
    assert "zolfertuin" in reading.remainders[NOT_UNDERSTOOD]
    assert any("was not understood" in str(note) for note in reading.notes)


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        ("R: 12 ton in 2010", "R: 12 ton in 2010"),
        ("35", "35"),
        ("{\\b R:} niets\\par} } en 3", "R: niets en 3"),
        ("{\\rtf1 {\\fonttbl Arial;} R: caf\\'e9\\par}", "R: café"),
        ("\x00\x00\r\n", ""),
    ],
)
def test_all_that_stands_behind_the_last_brace_of_rich_text_is_told(behind: str, told: str) -> None:
    data = SAMPLES["a.rtf"] + behind.encode()
    assert read_data(data, where="a.rtf").remainders.get(NOT_UNDERSTOOD, "") == told


def test_a_sound_page_has_nothing_swallowed() -> None:
    page = (
        "<!DOCTYPE html><html><head><script>if (a <b && c <d) e();</script></head><body><p hidden>weg</p><br />"
        "<!-- een kleine opmerking hier --><p >Jan: 3 < 4 en ja.</p ><o:p></o:p><![if !vml]><my-part open data-x>"
        "<img alt='a > b' src=x.png hidden><svg><lineair x='1'/><blok>a</blok></svg><input value=ja disabled />"
        '<?xml:namespace prefix = o ns = "urn:x" /><p style="color: red" class=a nowrap>Ja</p></my-part></body></html>'
    )
    assert NOT_UNDERSTOOD not in read_data(page.encode(), where="a.html").remainders


def test_letters_without_width_are_not_taken_for_doubled_and_are_told() -> None:
    data = SAMPLES["a.pdf"].replace(b"/Font << /F1", b"/Fent << /F1")
    reading = read_data(data, where="a.pdf")
    assert [word for word in WORDS if word not in reading.text] == []
    assert any("no width" in str(note) for note in reading.notes)


@pytest.mark.parametrize(
    ("sound", "broken"),
    [
        (b"0 0 1 60 748 Tm (Eva: En", b"En"),
        (b"(Eva: En", b"Eva: En"),
        (b"grolsteek?)", b"grolsteek?"),
        (b"grolsteek?) Tj", b"grolsteek?) </p>Tj"),
        (b"grolsteek?) Tj", b"grolsteek?) () Tj"),
        (b"grolsteek?) Tj", b"grolsteek?) ]j"),
        (b"(Eva: En wat deed kwintelaar daarna met grolsteek?) Tj", b"[(Eva: En wat deed kwintelaar)] w"),
        (b"1 0 0 1 60 748 Tm", b"1 0 0 1 60  1 60  1 60 748 Tm"),
    ],
)
def test_a_pdf_page_with_broken_instructions_is_told_by_its_number(sound: bytes, broken: bytes) -> None:
    data = SAMPLES["a.pdf"]
    reading = read_data(data.replace(sound, broken), where="a.pdf")
    assert "kwintelaar" not in reading.text
    assert any("damaged on page 1" in str(note) for note in reading.notes)
    assert not any("damaged" in str(note) for note in read_data(data, where="a.pdf").notes)


@pytest.mark.parametrize("opened", [b"{", b"[", b"<<", b"(", b"<", b"BI", b"BI /W 1 ID", b"{ BT [", b"(( )"])
@pytest.mark.parametrize("line", [1, -1])
def test_what_a_sign_that_opens_and_never_closes_takes_of_a_pdf_page_is_told(opened: bytes, line: int) -> None:
    sound = [drawn for drawn in SAMPLES["a.pdf"].splitlines() if drawn.endswith(b"Tj ET")][line]
    reading = read_data(SAMPLES["a.pdf"].replace(sound, opened + b" " + sound), where="a.pdf")
    assert any("damaged on page 1" in str(note) for note in reading.notes)


def test_a_pdf_of_which_a_brace_takes_all_is_damaged_and_no_scan() -> None:
    with pytest.raises(TranscriptError, match=r"a\.pdf  is damaged: .* \(p\. 1\)"):
        read_data(SAMPLES["a.pdf"].replace(b"BT /F1", b"{ BT /F1", 1), where="a.pdf")


@pytest.mark.parametrize("pair", [b"{}", b"[]", b"[{}]"])
def test_instructions_of_a_pdf_page_within_a_list_are_told(pair: bytes) -> None:
    sound = b"(Eva: En wat deed kwintelaar daarna met grolsteek?) Tj"
    half = len(pair) // 2
    inside = SAMPLES["a.pdf"].replace(sound, pair[:half] + b" " + sound + b" " + pair[half:])
    assert any("damaged on page 1" in str(note) for note in read_data(inside, where="a.pdf").notes)


def test_instructions_of_a_pdf_page_within_a_dictionary_are_told() -> None:
    sound = b"(Eva: En wat deed kwintelaar daarna met grolsteek?) Tj"
    inside = SAMPLES["a.pdf"].replace(sound, b"/Span << /A Tj >> BDC " + sound + b" EMC")
    assert any("damaged on page 1" in str(note) for note in read_data(inside, where="a.pdf").notes)
    whole = inside.replace(b"/A Tj", b"/A [1 [(b)]]")
    assert not any("damaged" in str(note) for note in read_data(whole, where="a.pdf").notes)


def test_a_text_that_nothing_draws_at_the_end_of_a_pdf_page_is_told() -> None:
    data = SAMPLES["a.pdf"].replace(b"hazewind.) Tj", b"hazewind.) j")
    assert any("damaged on page 1" in str(note) for note in read_data(data, where="a.pdf").notes)


def test_tiers_of_a_textgrid_beyond_the_number_that_it_gives_are_kept_and_told() -> None:
    tier = b'"IntervalTier"\n"%s"\n0\n2\n1\n0\n1\n"%s"\n'
    data = b'"ooTextFile"\n"TextGrid"\n0\n2\n<exists>\n%d\n' + tier % (b"R", b"Ja.") + tier % (b"I", b"Grommelzucht?")
    whole, short = (read_data(data % n, where="a.TextGrid") for n in (2, 1))
    assert "Grommelzucht" in whole.text
    assert "not understood" not in whole.remainders
    assert "Grommelzucht" in short.remainders["not understood"]
    assert any("not understood" in note.kind for note in short.notes)


@pytest.mark.parametrize("broken", [b"BT  Tf  1 0 0 1 60 780", b"BT  1 0 0 1 60 780"])
def test_a_pdf_text_in_no_font_is_told(broken: bytes) -> None:
    data = SAMPLES["a.pdf"].replace(b"BT /F1 11 Tf  1 0 0 1 60 780", broken)
    reading = read_data(data, where="a.pdf")
    assert "brimmelkast" not in reading.text
    assert any("damaged on page 1" in str(note) for note in reading.notes)


@pytest.mark.parametrize("shift", [0, 2.5, 40])
def test_two_lines_of_a_pdf_that_are_printed_over_each_other_are_both_read_and_told(shift: float) -> None:
    first, second = "R: Wij doen hier heel veel samen.", "I: Hoe is dat dan zo gekomen?"
    drawn = [place_text(60, 780, first) + place_text(60 + shift, 780, second) + place_text(60, 740, "R: Vanzelf.")]
    reading = read_data(make_pdf([], drawn=drawn), where="a.pdf")
    assert reading.text.splitlines() == [first, second, "R: Vanzelf."]
    assert [note.kind for note in reading.notes] == ["lines over others"]


def test_a_short_line_of_a_pdf_that_is_printed_over_a_long_one_is_read_apart() -> None:
    long, short = "R: Wij doen hier in deze straat heel veel samen, en dat al jaren lang, vind ik.", "I: En hoe dan?"
    drawn = [place_text(60, 780, long) + place_text(60, 780, short)]
    reading = read_data(make_pdf([], drawn=drawn), where="a.pdf")
    assert reading.text.splitlines() == [long, short]
    assert [note.kind for note in reading.notes] == ["lines over others"]


def google(*alternatives: object) -> Reading:
    content = {"results": [{"alternatives": [{"transcript": "Wij bakken brood."}]}, {"alternatives": alternatives}]}
    return read_data(json.dumps(content).encode(), where="a.json")


def test_what_is_no_second_guess_is_not_passed_over_as_one() -> None:
    guess, whole = {"transcript": "Wij zakken rood."}, {"transcript": "Ja hoor.", "words": []}
    assert google(whole, guess, {"words": []}).remainders == {}
    assert google({"tran": "3s"}, {"word": " fronkelen en later."}).remainders[NOT_UNDERSTOOD].split() == [
        *("3s", "fronkelen", "en", "later."),
    ]
    assert google(whole, "fronkelen").remainders == {NOT_UNDERSTOOD: "fronkelen"}


@pytest.mark.parametrize(
    ("silent", "told"),
    [
        ({"speaker": "J' twarrel gebakken."}, "J' twarrel gebakken."),
        ({"speaker": "Jan Jansen", "text": ""}, ""),  # who said nothing
        ({"speaker": "Jan Jansen", "words": []}, ""),
        ({"speaker": "Eva Smit", "start": 4}, ""),  # who speaks elsewhere
        ({"speaker": "Speaker 3", "start": 4}, ""),
    ],
)
def test_talk_that_damage_put_under_the_name_of_a_speaker_is_told(silent: dict[str, object], told: str) -> None:
    said = [{"speaker": "Eva Smit", "start": 0, "end": 1, "text": "Wij bakken brood."}, silent]
    assert read_data(json.dumps(said).encode(), where="a.json").remainders.get(NOT_UNDERSTOOD, "") == told


LINES = ("I: Hoe ging dat met de tuin?", "R: Met wat hulp heeft iedereen gegraven.", "I: En wat deed u daarna?")


@pytest.mark.parametrize("size", [33, 60, 111])
def test_a_line_of_a_pdf_in_large_letters_over_others_is_read_apart(size: int) -> None:
    """Whether a size was damaged, or a watermark lies under the talk."""
    talk = [place_text(60, 780 - 16 * n, line) for n, line in enumerate(LINES)]
    large = place_text(60, 775 - 16 - 0.2 * size, "Niet verspreiden", size=size)
    for drawn in ("".join([*talk, large]), "".join([large, *talk])):
        reading = read_data(make_pdf([], drawn=[drawn]), where="a.pdf")
        assert sorted(reading.text.splitlines()) == sorted([*LINES, "Niet verspreiden"])
        assert [note.kind for note in reading.notes] == ["lines over others"]


def test_a_heading_and_an_initial_in_large_letters_lie_over_nothing() -> None:
    talk = "".join(place_text(90, 724 - 14 * n, line) for n, line in enumerate(LINES))
    below = "".join(place_text(60, 682 - 14 * n, line) for n, line in enumerate(LINES))
    drawn = place_text(60, 750, "Gesprek", size=36) + place_text(60, 696, "O", size=50) + talk + below
    reading = read_data(make_pdf([], drawn=[drawn]), where="a.pdf")
    assert not reading.notes
    assert all(line in reading.text for line in (*LINES, "Gesprek"))


def test_large_lines_are_looked_at_no_longer_than_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    small = [Letter("a", 5 * n, 5 * n + 5, 100, 110, "", "") for n in range(9)]
    large = [Letter("B", -90 - n, -50 - n, 20, 190 + n, "", "") for n in range(9)]
    over = [Letter("C", 0, 90, 80, 125, "", "")]
    assert part_large([*small, *large, *over])[1] == over
    monkeypatch.setattr(import_module("bp_qual.readers.pdf_large"), "_MOST_LOOKS", 80)
    assert part_large([*small, *large, *over])[1] == []


@pytest.mark.parametrize(
    ("word", "told"),
    [("zolfertuin", ["zolfertuin"]), ("zoln", []), ("20", []), ("geb9kken", ["gebakken"])],
)
def test_a_word_that_a_service_writes_twice_and_not_alike_is_told(word: str, told: list[str]) -> None:
    """But not where the second is written as a number or sign."""
    said = {"word": word, "punctuated_word": "20%" if word == "20" else "Zoln?"}
    said = {"word": "gebakken", "punctuated_word": word} if "9" in word else said
    words = [{"word": "ja", "punctuated_word": "Ja,", "speaker": 0}, {**said, "speaker": 0}]
    data = json.dumps({"results": {"channels": [{"alternatives": [{"words": words}]}]}}).encode()
    assert read_data(data, where="a.json").remainders.get(NOT_UNDERSTOOD, "").split() == told


def test_a_line_drawn_again_for_bold_is_not_taken_for_two() -> None:
    line = "R: Wij doen hier heel veel samen."
    reading = read_data(make_pdf([], drawn=[place_text(60, 780, line) + place_text(60.4, 780, line)]), where="a.pdf")
    assert reading.text == line
    assert not reading.notes


KOFFIE = "R: Samen koffie zetten en bellen, allebei."


@pytest.mark.parametrize("shift", [0, 0.4, 1])
def test_double_letters_in_a_line_drawn_again_for_bold_stay_double(shift: float) -> None:
    again = "".join(place_text(60 + by, 780, KOFFIE) for by in (0, shift))
    by_letter, left = "", 60.0
    for letter in KOFFIE:
        by_letter += place_text(left, 740, letter) + place_text(left + shift, 740, letter)
        left += 8
    reading = read_data(make_pdf([], drawn=[again + by_letter]), where="a.pdf")
    assert reading.text.splitlines()[0] == KOFFIE
    assert reading.text.splitlines()[1].replace(" ", "") == KOFFIE.replace(" ", "")


@pytest.mark.parametrize("closer", [0, 0.8, 1.2])
def test_double_letters_in_type_that_is_set_tight_are_not_taken_for_bold(closer: float) -> None:
    drawn = place_text(60, 780, KOFFIE, before=f"-{closer} Tc") + place_text(60, 740, "I: En dan?")
    reading = read_data(make_pdf([], drawn=[drawn]), where="a.pdf")
    assert reading.text.splitlines()[0].replace(" ", "") == KOFFIE.replace(" ", "")


def test_letters_that_all_lie_on_each_other_are_read_in_the_order_in_which_they_are_drawn_and_told() -> None:
    piled = f"BT /F1 11 Tf 0 0 1 60 76 4 Tm ({KOFFIE}) Tj ET\n"
    reading = read_data(make_pdf([], drawn=[place_text(60, 780, "I: En dan?") + piled]), where="a.pdf")
    assert reading.text.splitlines() == ["I: En dan?", KOFFIE]
    assert [note.kind for note in reading.notes] == ["letters over others"]
    assert concerns_words(reading.notes[0])


def test_letters_of_a_size_below_zero_are_read_in_their_own_direction() -> None:
    """Turned back by the matrix they run as all others; not turned back they run from right to left."""
    line = f"BT /F1 -11 Tf {{}} Tm ({KOFFIE}) Tj ET\n"
    straight = read_data(make_pdf([], drawn=[line.format("-1 0 0 -1 60 780")]), where="a.pdf")
    assert (straight.text, straight.notes) == (KOFFIE, ())
    lines = place_text(60, 700, KOFFIE) + place_text(60, 680, KOFFIE) + line.format("1 0 0 1 500 780")
    turned = read_data(make_pdf([], drawn=[lines]), where="a.pdf")
    assert turned.text.splitlines() == [KOFFIE, KOFFIE]
    assert turned.remainders == {"turned text": KOFFIE}
    assert [note.kind for note in turned.notes] == ["turned text"]
