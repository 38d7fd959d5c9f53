from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bp_qual.transcripts.sentence_ends import MAX_SENTENCE, find_sentences
from bp_qual.transcripts.speech import (
    count_words,
    count_words_in,
    find_angled,
    find_asides,
    find_lines_apart,
    find_words,
    find_words_in,
)


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in find_words(text).tolist()]


def sentences(text: str, language: str = "nl") -> list[str]:
    return [text[start:end] for start, end in find_sentences(text, language=language).tolist()]


@pytest.mark.parametrize(
    "aside",
    [
        "(lacht)", "(lacht hard)", "(hij lacht)", "(lange stilte)", "[onverstaanbaar]", "[00:12:04]", "(00:12)",
        "#00:01:16-1#", "#00:01:16#", "00:12:04", "00:12:04.120", "[unintelligible 00:12]", "[naam]", "(pauze)",
        "(Gelächter)", "(rire)", "(soupir)", "*zucht*", "<laughs>", "{laughter}", "((räuspert sich))",
        "[laughs]", "(LACHT)", "(ja ja)", "(Mhm.)", "<hm>", "{hmhm, ja}", "(uh-huh)", "(oké)",
    ],
)  # fmt: skip
def test_what_happens_around_the_talk_is_not_counted(aside: str) -> None:
    text = f"Nou {aside} ja."
    assert [text[start:end] for start, end in find_asides(text).tolist()] == [aside]
    assert words(text) == ["Nou", "ja."]


@pytest.mark.parametrize(
    "said",
    [
        "(en dat bedoel ik)",
        "(de gemeente dus)",
        "(2010)",
        "*heel*",
        "<b>",
        "10:30",
        "#zorg",
        "(1)",
        "(stil)",
        "(ja dus)",
        "(m)",
    ],
)
def test_what_people_say_in_parentheses_is_talk(said: str) -> None:
    assert find_asides(f"Nou {said} ja.").tolist() == []


@pytest.mark.parametrize(
    "line",
    [
        "(Zij staat op en laat foto's zien)", "((hier begint het tweede bandje))", "<hier begint het tweede bandje>",
        "{de telefoon gaat}", "*** hier begint het tweede bandje ***", "--- bandje 2 - kant A ---",
        "=== pauze om 3 ===",
    ],
)  # fmt: skip
def test_a_line_all_in_brackets_or_between_signs_is_not_counted_and_is_listed(line: str) -> None:
    text = f"Wij zijn de\n{line}\nbuurt."
    assert words(text) == ["Wij", "zijn", "de", "buurt."]
    assert [text[start:end] for start, end in find_lines_apart(text)] == [line]


@pytest.mark.parametrize("line", ["(Wij) en (zij)", "-- en toen --", "** vet **", "a *** b ***", "(open", "- een -"])
def test_a_line_that_is_not_all_apart_is_talk(line: str) -> None:
    assert find_asides(f"Wij\n{line}\nbuurt.").tolist() == []


def test_what_whoever_typed_explains_and_codes_with_two_hashes_are_not_counted() -> None:
    assert words("Bij de raad (= de wijkraad) (interviewer wijst naar buiten) dus ##geld hoor") == [
        "Bij", "de", "raad", "dus", "hoor"
    ]  # fmt: skip
    assert words("De (onderzoekers zijn er) raad a##b #metoo") == [
        "De",
        "(onderzoekers",
        "zijn",
        "er)",
        "raad",
        "a##b",
        "#metoo",
    ]


@pytest.mark.parametrize("words", ["<subsidie>", "{tweede bandje}", "/I met wie dan/", "// met wie dan //"])
def test_words_in_brackets_of_a_kind_that_nobody_speaks_in_are_listed(words: str) -> None:
    text = f"Nou {words} ja, en/of nee, 2 < 3 / 4 / 5, http://a.nl/b/ dus {{lacht}}."
    assert [text[start:end] for start, end in find_angled(text)] == [words]


def test_an_aside_ends_with_its_line() -> None:
    assert words("een [twee\ndrie] vier") == ["een", "[twee", "drie]", "vier"]
    assert words("een (\nlacht) vier") == ["een", "lacht)", "vier"]


def test_a_word_holds_a_letter_a_digit_or_a_dash() -> None:
    assert words("Ja... 25, -- maar ! ? « 😀 zo'n e-mail … ") == ["Ja...", "25,", "--", "maar", "zo'n", "e-mail"]


def test_an_aside_glued_to_a_word_does_not_take_the_word_with_it() -> None:
    assert words("goed[lacht]zo") == ["goed", "zo"]


@pytest.mark.parametrize("text", ["café", "cafe\u0301", "ca\u00adfé", "ca\u200bfé", "𝒳𝒴", "हिन्दी", "中文"])
def test_accents_soft_hyphens_and_foreign_letters_stay_in_one_word(text: str) -> None:
    assert words(f"een {text} twee") == ["een", text, "twee"]


def test_no_break_spaces_part_words() -> None:
    assert words("een\u00a0twee\u3000drie") == ["een", "twee", "drie"]


@given(st.text(alphabet=st.sampled_from("ab 1-–.,[]()\n\té😀\u00ad\u200b\u3000𝒳"), max_size=60))
def test_words_are_the_runs_between_white_space_outside_asides(text: str) -> None:
    outside = list(text)
    for start, end in find_asides(text).tolist():
        outside[start:end] = " " * (end - start)
    expected = [run for run in "".join(outside).split() if re.search(r"[^\W_]|[-–]", run)]
    assert words(text) == expected


@pytest.mark.slow
@given(st.lists(st.text(alphabet="ab .\n", max_size=12), max_size=8))
def test_counting_all_turns_at_once_is_counting_each(turns: list[str]) -> None:
    text, spans = "", []
    for turn in turns:
        spans.append((len(text) + 2, len(text) + 2 + len(turn)))
        text += "R:" + turn + "\n"
    array = np.array(spans, dtype=np.int64).reshape(-1, 2)
    assert count_words_in(text, array).tolist() == [count_words(text, start, end) for start, end in spans]


SAID = st.lists(
    st.sampled_from(
        [
            "ja",
            "(Zij wijst naar buiten)",
            "(lacht)",
            "--- tweede bandje ---",
            "0:08",
            "12:30",
            "\n",
            " ",
            "(",
            ")",
            "[x]",
            ".",
        ]
    ),
    max_size=6,
).map("".join)


@pytest.mark.slow
@given(st.lists(st.tuples(st.sampled_from(["I: ", "R:", "\n", ""]), SAID), min_size=1, max_size=6))
def test_words_of_all_turns_at_once_are_those_of_each_alone(turns: list[tuple[str, str]]) -> None:
    text, spans = "", []
    for label, said in turns:
        text += label
        spans.append((len(text), len(text) + len(said)))
        text += said
    found = find_words_in(text, np.array(spans))
    assert [words.tolist() for words in found] == [find_words(text, *span).tolist() for span in spans]
    assert count_words_in(text, np.array(spans)).tolist() == [len(words) for words in found]


def test_sentences_end_where_people_stop() -> None:
    text = "Dat was dhr. Jansen. We werken samen! Echt waar?\nJa, bijv. op dinsdag… En dan (lacht)."
    assert sentences(text) == [
        "Dat was dhr. Jansen.",
        "We werken samen!",
        "Echt waar?",
        "Ja, bijv. op dinsdag…",
        "En dan (lacht).",
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        *(
            ("nl", said)
            for said in ("Dat duurde ca. 5 jaar.", "In art. 5 staat dat.", "Ik zag bijv. Jan en resp. Piet.")
        ),
        *(("nl", said) for said in ("Wij gaan t.o.v. Utrecht vooruit.", "Zie blz. 4.", "In okt. 2011 was het max. 3.")),
        *(
            ("en", said)
            for said in ("It took approx. 5 years.", "Prof. Jones came.", "It was at No. 10.", "See fig. 3.")
        ),
    ],
)
def test_an_abbreviation_that_goes_on_ends_no_sentence(language: str, said: str) -> None:
    assert sentences(said, language) == [said]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        *(
            ("nl", said)
            for said in ("Kom. Nu!", "Dat was het max. Toen niet.", "Nee. 5 jaar niet.", "Met Jan. 5 jaar.")
        ),
        *(("en", said) for said in ("Oh no. 5 people came.", "It was 5 p.m. We left.")),
    ],
)
def test_a_word_that_only_looks_like_an_abbreviation_ends_its_sentence(language: str, said: str) -> None:
    assert len(sentences(said, language)) == 2


def test_a_line_end_within_a_sentence_does_not_end_it_and_a_blank_line_does() -> None:
    assert sentences("We werken al jaren\nsamen\n\nmet iedereen") == ["We werken al jaren\nsamen", "met iedereen"]


def test_a_sentence_without_a_word_is_none() -> None:
    assert sentences("Ja. [stilte]. ... ! (lacht). Nee.") == ["Ja.", "Nee."]
    assert sentences("-- [lacht en huilt]") == []


def test_talk_without_full_stops_is_cut_into_bounded_pieces() -> None:
    text = " ".join(["en toen"] * 500)
    pieces = find_sentences(text).tolist()
    assert max(count_words(text, *piece) for piece in pieces) == MAX_SENTENCE
    assert sum(count_words(text, *piece) for piece in pieces) == 1000


@given(st.text(alphabet=st.sampled_from("abc ABC.?!\n\u00a0()é1"), max_size=120), st.sampled_from(["nl", "en", "xx"]))
def test_sentences_are_in_order_do_not_overlap_and_hold_every_word(text: str, language: str) -> None:
    spans = find_sentences(text, language=language).tolist()
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    held = sum(count_words(text, *span) for span in spans)
    assert held >= len([w for w in find_words(text).tolist() if re.search(r"[^\W_]", text[slice(*w)])])
