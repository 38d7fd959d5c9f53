"""One damaged byte: no word of the talk is lost without a note or a refusal. The whole is a benchmark of its name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bp_qual.errors import BpQualError
from bp_qual.readers import NOT_UNDERSTOOD, read_data
from bp_qual.readers.richtext_raw import find_unread_words, read_raw
from small_samples import SMALL, damage_each, pack, try_damaged

EACH = 97  # a prime, so that all ways of damage come by


@pytest.mark.sweep(1)
@pytest.mark.parametrize("name", SMALL)
def test_no_word_is_lost_unsaid_by_one_damaged_byte(name: str) -> None:
    for number, damaged in enumerate(damage_each(name, SMALL[name])):
        if number % EACH == 0:
            what, remark = try_damaged(name, damaged)
            assert what in ("read", "told", "refused"), (damaged.how, remark)


@pytest.mark.parametrize("name", SMALL)
def test_the_small_samples_are_read_whole_and_without_a_note(name: str) -> None:
    reading = read_data(pack(name, SMALL[name]), where=name)
    assert NOT_UNDERSTOOD not in reading.remainders
    assert [note.kind for note in reading.notes] == ["files inserted"] * (name == "full.rtf")  # it has an object in it


def refused(data: bytes) -> str:
    with pytest.raises(BpQualError) as caught:
        read_data(data, where="a.rtf")
    return str(caught.value)


@pytest.mark.parametrize(
    "damaged",
    [
        rb"{\rtf1 I: Hoe?\par R: goed {\*\bkmkstart een hoor.\par I: En?\par R: ja\par}",
        rb"{\rtf1{\fonttbl{\f0 Arial;} I: Hoe?\line R: goed}",
        rb"{\rtf1 I: Hoe?\par R: goed {\header kop\par I: En?\par}",
        rb"{\rtf1 I: Hoe?\par R: goed",
    ],
)
def test_rich_text_with_a_group_that_is_not_ended_is_refused(damaged: bytes) -> None:
    assert "lacks a closing brace (missing: 1)" in refused(damaged)


@pytest.mark.parametrize(
    ("damaged", "told"),
    [
        (rb"{\rtf1 I: Hoe?\par R: goed\par}{\header kop}{\f1 R: nog\par}", "kop"),
        (rb"{\rtf1{\colortbl;\red1 I: Hoe?\par R: goed kop\par}{\i R: ja}\par}", "kop"),
        (rb"{\rtf1{\*\bkmkstart I: Hoe?\par R: goed kop\par} R: ja\par}", "kop"),
        (rb"{\rtf1 R: ja {\pict\wmetafile8 01ff kop}\par}", "kop"),
        (rb"{\rtf1 R: ja {\*\otation kop}\par}", "kop"),
        (rb"{\rtf1 R: ja {\object kop}\par}", "kop"),
        (rb"{\rtf1 R: ja {\shp kop{\*\shpinst}}\par}", "kop"),
        (rb"{\rtf1 R: ja\parkop nee\par}", "parkop"),
        (rb"{\rtf1 R: ja\kop nee\par}", "kop"),
        (rb"{\rtf1 {\headerkop\par} R: ja\par}", "headerkop"),
        (rb"{\rtf1 R: ja {\*\annotationkop}\par}", "annotationkop"),
        (rb"{\rtf1 R: ja\par12 nee\par}", "12"),
        (rb"{\rtf1 R: ja {\field{\*\fldinst LINK x\{\fldrslt kop}}\par}", "kop"),
        (rb"{\rtf1 R: ja {\shprslt kop}\par}", "kop"),
        (rb"{\rtf1{\colortbl;\red1 kop;} R: ja\par}", "kop"),
        (rb"{\rtf1{\colortbl;{\b kop}} R: ja\par}", "kop"),
        (rb"{\rtf1 R: ja {\pict\wmetafile8{\b kop}}\par}", "kop"),
        (rb"{\rtf1 R: ja {\*\bkmkstart " + b"zo " * 100 + rb"kop}\par}", "kop"),
        (rb"{\rtf1 R: ja {\*\bkmkstart {\b " + b"zo " * 100 + rb"kop}}\par}", "kop"),
        (rb"{\rtf1 R: ja {\*\bkmkstart kop {\b en\par}}\par}", "kop"),
        (rb"{\rtf1 R: ja {\shprslt een {\nonshppict kop}}\par}", "kop"),
        (rb"{\rtf1 R: ja {\*\bkmkstart kop {\footnote een}}\par}", "kop"),
        (rb"{\rtf1 R: ja\b12 nee\par}", "12"),
        (rb"{\rtf1 R: ja {\*\otation \u-1000 ?}\par}", chr(0x10000 - 1000)),
    ],
)
def test_what_a_damaged_group_of_rich_text_swallows_is_told(damaged: bytes, told: str) -> None:
    reading = read_data(damaged, where="a.rtf")
    assert told in reading.remainders[NOT_UNDERSTOOD].split()
    assert any("was not understood" in str(note) for note in reading.notes)


@pytest.mark.parametrize(
    "sound",
    [
        rb"{\rtf1{\fonttbl{\f0{\*\panose 020206}Times New Roman{\*\falt Times};}} R: ja\par}",
        rb"{\rtf1{\*\ftnsep \pard\plain \chftnsep\par}{\info{\title Een}{\*\company Twee}} R: ja\par}",
        rb"{\rtf1 R: ja {\pict\bin5 {{}{}}{\nonshppict{\pict 01ff}}\par}",
        rb"{\rtf1 ja{\shp{\*\shpinst{\sp{\sn a}}{\shptxt kop\par}}{\shprslt{\*\do{\dptxbxtext kop\par}}}}\par}",
        rb"{\rtf1 R: ge{\field{\*\fldinst LINK}{\fldrslt daa}}n, be\-ter\u8217 's {\deleted weg\par}\par}",
        rb"{\rtf1\cocoartf2580\expandedcolortbl{\*\expandedcolortbl;;}\pardirnatural\partightenfactor0 R: ja\par}",
        rb"{\rtf1{\*\listtable{\list{\listlevel{\leveltext\'01\u8226 ?;}{\levelnumbers;}}}} R: ja\par}",
        rb"{\rtf1 R: {\upr{b?kten}{\*\ud{b\u229 ?kten}}}\par}",
        rb"{\rtf1\ansi\newestword\deff0 R: ja\par}",
    ],
)
def test_what_sound_rich_text_does_not_show_is_not_told(sound: bytes) -> None:
    assert NOT_UNDERSTOOD not in read_data(sound, where="a.rtf").remainders


def test_a_text_that_is_given_twice_is_read_in_unicode() -> None:
    data = rb"{\rtf1 R: {\upr{b?kten}{\*\ud{b\u229 ?kten}}}\par}"
    assert read_data(data, where="a.rtf").text == "R: b\u00e5kten"


def test_a_reader_that_leaves_out_a_group_of_talk_is_found_out() -> None:
    raw = read_raw(r"{\rtf1 R: ja {\b kop} en\par}")
    assert list(find_unread_words(raw, "R: ja en")) == ["kop"]


@pytest.mark.slow
def test_a_million_groups_of_rich_text_within_each_other_are_counted() -> None:
    deep = r"{\info " * 100_000 + "kop" + "}" * 100_000
    assert read_raw(rf"{{\rtf1 R: ja {deep}}}").said.split() == ["R:", "ja"]


@pytest.mark.parametrize(
    ("sound", "damaged"),
    [(b"<v>qwkab</v>", b"<w>qwkab</w>"), (b"</row></sheetData>", b"</row>qwkab</sheetData>")],
)
def test_a_text_of_excel_in_no_cell_is_told(sound: bytes, damaged: bytes) -> None:
    sheet = SMALL["a.xlsx"].replace(sound, damaged)
    reading = read_data(pack("a.xlsx", sheet), where="a.xlsx")
    assert any("in no cell" in str(note) for note in reading.notes)
    assert "qwkab" in reading.remainders[NOT_UNDERSTOOD].split()


def test_a_damaged_part_of_excel_is_refused_with_the_name_of_the_file() -> None:
    with pytest.raises(BpQualError, match=r"^a\.xlsx  is damaged"):
        read_data(pack("a.xlsx", SMALL["a.xlsx"][:-3]), where="a.xlsx")


@pytest.mark.parametrize(
    "damaged",
    [
        b'<p>R: <a href="x>kop</a></p><script>var a="</p>";</script><p>R: ja</p>',
        b'<p title="x>R: kop</p><p>I: <b class="y">Hoe?</b></p><p>R: ja</p>',
        b'<p>R: ja</p><script var a="</p>";</script><p>kop</p>',
        b"<p>R: ja<b-kop</b></p>",
    ],
)
def test_what_a_page_swallows_behind_a_lost_mark_is_told(damaged: bytes) -> None:
    reading = read_data(b"<html><body>" + damaged + b"</body></html>", where="a.html")
    assert "kop" in reading.remainders[NOT_UNDERSTOOD]


def test_an_attribute_with_whole_markup_is_not_taken_for_left_open() -> None:
    page = b"<html><body><p data-x=\"<b>kop</b><br>\">R: ja</p><p title='a > b'>I: En?</p></body></html>"
    assert NOT_UNDERSTOOD not in read_data(page, where="a.html").remainders


def test_a_cell_that_is_too_long_for_a_table_is_refused_for_that() -> None:
    with pytest.raises(BpQualError, match=r"^a\.csv:2  has a cell of more than 131,072 characters"):
        read_data(b"speaker,text\nR," + b"woord " * 30_000 + b"\n", where="a.csv")


def in_page(text: str, page: str = "cp1251") -> bytes:
    return "".join(f"\\'{byte:02x}" for byte in text.encode(page)).encode()


def in_unicode(text: str, behind: str = "?") -> bytes:
    return "".join(f"\\u{ord(sign)} {behind}" for sign in text).encode()


CYRILLIC = rb"{\rtf1\ansi\ansicpg1251 "
BY_FONT = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset204 Arial;}{\f1\fcharset161 Arial;}}\f0 "


@pytest.mark.parametrize(
    "said",
    [
        CYRILLIC + b"R: " + in_page("вместе") + rb"\par}",
        CYRILLIC + b"R: " + "вместе".encode("cp1251") + rb"\par}",  # as bytes, which the format does not have
        CYRILLIC + b"R: " + in_unicode("вместе") + rb"\par}",
        CYRILLIC + rb"\uc0 R: " + in_unicode("вместе", "") + rb"\par}",
        CYRILLIC + rb"\uc3 R: {\uc2 " + in_unicode("вместе", "ab") + rb"}\par}",
        CYRILLIC + rb"\uc3 R: {\b " + in_unicode("вместе", "abc") + rb"}\par}",
        BY_FONT + b"R: " + in_page("вместе") + rb"\par}",
    ],
)
def test_rich_text_in_cyrillic_is_read_however_its_letters_are_written(said: bytes) -> None:
    reading = read_data(said, where="a.rtf")
    assert (reading.text, reading.remainders, reading.notes) == ("R: вместе", {}, ())


@pytest.mark.parametrize("write", [in_page, in_unicode])
@pytest.mark.parametrize(
    ("before", "behind"),
    [
        (CYRILLIC + rb"{\colortbl;\red1 ", rb"} R: ja\par}"),
        (CYRILLIC + rb"{\pict\wmetafile8 ", rb"} R: ja\par}"),
        (CYRILLIC + rb"{\*\bkmkstart ", rb"\par} R: ja\par}"),
        (CYRILLIC + rb"R: ja {\*\otation ", rb"}\par}"),
        (CYRILLIC + rb"R: ja {\object ", rb"}\par}"),
        (CYRILLIC + rb"R: ja {\shprslt ", rb"}\par}"),
    ],
)
def test_cyrillic_words_that_a_damaged_group_swallows_are_told(
    before: bytes, behind: bytes, write: Callable[[str], bytes]
) -> None:
    reading = read_data(before + write("вместе") + behind, where="a.rtf")
    assert "вместе" in reading.remainders[NOT_UNDERSTOOD].split()


def test_words_of_several_code_pages_are_each_held_against_what_was_read() -> None:
    words = in_page("вместе") + rb" {\f1 " + in_page("μαζί", "cp1253") + rb" \u269 ?}"
    assert read_data(BY_FONT + words + rb"\par}", where="a.rtf").remainders == {}
    lost = read_data(BY_FONT + words + rb" {\*\otation " + in_page("μαζί", "cp1253") + rb"}\par}", where="a.rtf")
    assert lost.remainders[NOT_UNDERSTOOD].split() == ["ìáæß"]  # which page it is of, nothing there says


@pytest.mark.parametrize("head", [rb"{\rtf1\ansi\ansicpg932 ", rb"{\rtf1{\fonttbl{\f1\fcharset128 Gothic;}}\f1 "])
def test_two_bytes_of_one_letter_are_not_taken_for_words_of_their_own(head: bytes) -> None:
    reading = read_data(head + rb"R: \'83\'41\'93\'fa ja\par}", where="a.rtf")
    assert (reading.text, reading.remainders) == ("R: ア日 ja", {})


def test_what_stands_behind_rich_text_is_told_once() -> None:
    assert read_data(rb"{\rtf1 R: ja\par} kop", where="a.rtf").remainders == {NOT_UNDERSTOOD: "kop"}


def test_the_address_of_a_link_in_rich_text_is_no_talk() -> None:
    link = rb'{\rtf1 R: ja {\field{\*\fldinst HYPERLINK "http://kop/"}{\fldrslt hier}}\par}'
    reading = read_data(link, where="a.rtf")
    assert (reading.text, reading.remainders) == ("R: ja hier", {})


def test_a_number_that_is_no_sign_is_refused_with_the_name_of_the_file() -> None:
    assert refused(rb"{\rtf1 R: ja \u99999999 ?\par}").startswith("a.rtf  ")


def test_rich_text_of_a_code_page_that_nobody_knows_is_read_as_far_as_it_can_be() -> None:
    assert read_data(rb"{\rtf1\ansi\ansicpg9999 R: ja\par}", where="a.rtf").text == "R: ja"


@pytest.mark.parametrize(
    ("head", "said", "text"),
    [
        (rb"\ansi\ansicpg10000", rb"caf\'8e", "café"),
        (rb"\mac\ansicpg10000", b"caf\x8e", "café"),
        (rb"\mac", rb"caf\'8e", "café"),
        (rb"\mac\ansicpg10000{\fonttbl{\f0\fnil\fcharset256 Times;}}\f0", rb"caf\'8e", "café"),
        (rb"\ansi\ansicpg10007", rb"\'e2\'ec\'e5\'f1\'f2\'e5", "вместе"),
        (rb"\mac\ansicpg10000{\fonttbl{\f0\fcharset84 Geneva;}}", rb"\f0 \'e2\'ec\'e5\'f1\'f2\'e5", "вместе"),
        (rb"\ansi\ansicpg10029", rb"\'e4\'eb", "šŽ"),
        (rb"\pc", rb"caf\'82", "café"),
        (rb"\pca", rb"\'d0", "ð"),
        (rb"\mac\ansicpg1252", rb"caf\'e9", "café"),
    ],
)
def test_rich_text_of_an_old_mac_or_of_dos_is_read_in_its_own_code_page(head: bytes, said: bytes, text: str) -> None:
    plain = read_data(rb"{\rtf1" + head + b" R: " + said + rb"\par}", where="a.rtf")
    assert (plain.text, plain.notes, plain.remainders) == (f"R: {text}", (), {})
    noted = read_data(rb"{\rtf1" + head + rb" R: ja{\footnote " + said + rb"}\par}", where="a.rtf")
    assert (noted.remainders, noted.notes) == ({"footnotes": text}, ())
    swallowed = read_data(rb"{\rtf1" + head + rb" {\colortbl;\red1 - " + said + rb"} R: ja\par}", where="a.rtf")
    assert swallowed.remainders["not understood"]


SAID_IN_RUSSIAN = "Вместе пекли хлеб"


@pytest.mark.parametrize("page", [b"1251", b"1252", b"10000", b"10007"])
def test_cyrillic_in_utf_8_under_another_code_page_is_told(page: bytes) -> None:
    written = rb"{\rtf1\ansi\ansicpg" + page + b" R: " + SAID_IN_RUSSIAN.encode() + rb"\par}"
    assert "for 'пекли'" in str(read_data(written, where="a.rtf").notes[0])


@pytest.mark.parametrize("text", ["R: " + SAID_IN_RUSSIAN, "R: СІРІ, РІЄ", "R: РОССИЯ – Сё С… Р»", "R: Ðe – «Ñ» —"])
def test_letters_that_begin_spoilt_cyrillic_are_not_told_where_they_are_themselves(text: str) -> None:
    assert read_data(text.encode(), where="a.txt").notes == ()
