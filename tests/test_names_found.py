"""Names and identifiers are found in talk by capitals, lists and the words around; all persons here are invented."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

import name_lines_apart
import name_lines_blind
import name_lines_second_en
import name_lines_second_nl
from bp_qual.pseudonyms.found_names import LIKELY, PERHAPS, FoundName, find_names
from bp_qual.pseudonyms.identifiers import find_identifiers, is_bsn, is_iban
from bp_qual.pseudonyms.name_words import has_capitals
from bp_qual.pseudonyms.word_evidence import NameLexicon
from name_lines import DUTCH, ENGLISH, Mark, in_view, put_away
from processor_time import at_most


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SHARED = Path(__file__).parents[2] / "shared"
lexicon_of = cache(NameLexicon)  # read where the first test asks for it
OWN = {"nl": DUTCH, "en": ENGLISH}
APART = {"nl": name_lines_apart.DUTCH, "en": name_lines_apart.ENGLISH}
BLIND = {
    "nl": (name_lines_blind.DUTCH, name_lines_blind.DUTCH_SMALL),
    "en": (name_lines_blind.ENGLISH, name_lines_blind.ENGLISH_SMALL),
}
SECOND = {
    "nl": (name_lines_second_nl.DUTCH, name_lines_second_nl.DUTCH_SMALL),
    "en": (name_lines_second_en.ENGLISH, name_lines_second_en.ENGLISH_SMALL),
}
SMALL = _words("van von de den der ter ten te 't t s el al la da dos op aan in het di del")


def named(text: str, language: str = "nl", *, blocks: Sequence[str] = (LIKELY,), **options) -> list[str]:
    found = find_names(text, lexicon_of(language), **options)
    return [text[name.start : name.end] for name in found if name.block in blocks]


def kinds(text: str, language: str = "nl") -> dict[str, str]:
    return {text[name.start : name.end]: name.kind for name in find_names(text, lexicon_of(language))}


def telling_words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    import re

    words = [(start + m.start(), start + m.end()) for m in re.finditer(r"[^\W_]+(?:['’.-][^\W_]+)*", text[start:end])]
    return [(a, b) for a, b in words if text[a:b].lower() not in SMALL] or [(start, end)]


def score(lines: Sequence[tuple[str, list[Mark]]], find: Callable[[str], list]) -> tuple[float, float]:
    """Recall (a mark is found if every telling word lies in a proposal) and precision (a proposal touches one)."""
    marked = met = proposed = right = 0
    for text, marks in lines:
        found = [(name.start, name.end) for name in find(text)]
        for start, end, kind in marks:
            if kind != "neutral":
                marked += 1
                telling = telling_words(text, start, end)
                met += all(any(a <= x and y <= b for a, b in found) for x, y in telling)
        for a, b in found:
            over = [kind for start, end, kind in marks if start < b and a < end]
            if not over or any(kind != "neutral" for kind in over):
                proposed += 1
                right += bool(over)
    return met / marked, right / proposed


def score_both(lines: Sequence[tuple[str, list[Mark]]], language: str) -> tuple[float, float, float, float]:
    """Score what is proposed as likely, in the lines as they are and without capitals."""
    written = score(lines, lambda text: _likely(text, language, capitals=True))
    small = [(text.lower(), marks) for text, marks in lines]
    return (*written, *score(small, lambda text: _likely(text, language, capitals=False)))


def _likely(text: str, language: str, *, capitals: bool) -> list[FoundName]:
    return [name for name in find_names(text, lexicon_of(language), capitals=capitals) if name.block == LIKELY]


def open_lines(language: str) -> list[tuple[str, list[Mark]]]:
    path = SHARED / "talk" / f"names_{language}_open.tsv"
    if not path.is_file():
        pytest.skip("the marked lines are not here")
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    marks = [[] if row["marks"] == "-" else [mark.split(":") for mark in row["marks"].split()] for row in rows]
    return [
        (row["text"], [(int(a), int(b), kind) for a, b, kind in line]) for row, line in zip(rows, marks, strict=True)
    ]


def test_a_capital_inside_a_sentence_is_a_name() -> None:
    assert named("Toen kwam Sjouwke langs en die had Wubbie bij zich.") == ["Sjouwke", "Wubbie"]


def test_months_days_and_peoples_are_no_names() -> None:
    assert named("Op een Vrijdag in Maart kwam een Turkse man.") == []
    assert named("On a Friday in March a Polish lady came.", "en") == []


def test_a_word_of_the_language_at_the_start_of_a_sentence_is_no_name() -> None:
    assert named("Fietsen deden we altijd. Natuurlijk wel.") == []


def test_an_unknown_word_at_the_start_of_a_sentence_is_a_name() -> None:
    assert named("Brechtje was er ook.") == ["Brechtje"]


def test_an_ordinary_word_that_is_a_first_name_too_is_perhaps_a_name_at_the_start_of_a_sentence() -> None:
    assert named("Will you come? Mark that.", "en", blocks=(PERHAPS,)) == ["Will"]
    assert "Will" not in named("Will you come?", "en")


def test_tussenvoegsels_initials_and_double_names_belong_to_the_name() -> None:
    assert named("Dat deed J. v.d. Berg, niet Anna de Wit-Pronk of Van der Meer.") == [
        "J. v.d. Berg",
        "Anna de Wit-Pronk",
        "Van der Meer",
    ]


def test_a_small_word_at_the_start_of_a_sentence_is_no_part_of_the_name_behind_it() -> None:
    assert named("Was Anneke er? En Gerda? Toen Wiebe kwam. Mooi was dat.") == ["Anneke", "Gerda", "Wiebe"]


def test_a_title_makes_a_person_and_stays_outside_the_name() -> None:
    assert kinds("Ik zag mevrouw Best en dokter Appel.") == {"Best": "person", "Appel": "person"}


def test_a_point_after_a_title_or_initial_ends_no_sentence() -> None:
    assert named("We asked Mr. Table and J. Chair.", "en") == ["Table", "J. Chair"]


def test_two_names_on_both_sides_of_a_full_stop_are_two() -> None:
    assert named("Toen kwam Fenna. Sietske ook.") == ["Fenna", "Sietske"]


def test_places_and_organisations_are_told_from_persons() -> None:
    assert kinds("Ze ging naar Zwolle met Stichting Zonnebries en Wiebe.") == {
        "Zwolle": "place",
        "Stichting Zonnebries": "organisation",
        "Wiebe": "person",
    }


def test_without_capitals_lists_and_titles_decide() -> None:
    assert named("toen zei mevrouw de bruin dat anneke uit den haag kwam", capitals=False) == [
        "de bruin",
        "anneke",
        "den haag",
    ]


def test_without_capitals_a_word_beside_an_organisation_is_part_of_it() -> None:
    assert named("we gingen naar stichting windkracht toe", capitals=False) == ["stichting windkracht"]
    assert named("hij zat op school en was lid van een vereniging", capitals=False) == []


def test_the_whole_file_decides_whether_there_are_capitals() -> None:
    assert not has_capitals(["ja dat was jan. en toen kwam Piet. ik weet het niet."])
    assert has_capitals(["Ja dat was Jan. en toen kwam Piet. Ik weet het niet."])


def test_a_name_that_the_study_gives_is_found_in_small_letters_too() -> None:
    assert "flurk" in named("Toen zei flurk dat het kon.", sure=frozenset({"flurk"}))
    assert named("Toen zei flurk dat het kon.") == []


def test_a_word_that_the_study_has_in_small_letters_is_ordinary() -> None:
    own = NameLexicon("nl", ordinary=frozenset({"blurken"}))
    assert [f.block for f in find_names("Blurken deed hij.", own)] == []
    assert [f.block for f in find_names("Blurken deed hij.", lexicon_of("nl"))] == [LIKELY]


@pytest.mark.parametrize(
    ("text", "kind", "kept"),
    [
        ("Bel 010 - 412 34 56 maar.", "phone", "010 - 412 34 56"),
        ("Bel (020) 123 45 67.", "phone", "(020) 123 45 67"),
        ("Ring +44 7700 900123.", "phone", "+44 7700 900123"),
        ("Mail j.smit@post.example.", "email", "j.smit@post.example"),
        ("Kijk op www.wijk.example/agenda.", "url", "www.wijk.example/agenda"),
        ("Ze is @bep_uit_oost.", "handle", "@bep_uit_oost"),
        ("Naar NL91 ABNA 0417 1643 00.", "iban", "NL91 ABNA 0417 1643 00"),
        ("Mijn BSN is 123456782.", "bsn", "123456782"),
        ("It is QQ 12 34 56 C.", "bsn", ""),
        ("It is AB 12 34 56 C.", "bsn", "AB 12 34 56 C"),
        ("Op 1011 AB.", "postcode", "1011 AB"),
        ("At LS6 2AB.", "postcode", "LS6 2AB"),
        ("De auto 12-ABC-3.", "plate", "12-ABC-3"),
        ("Geboren 3 mei 1948.", "birth", "3 mei 1948"),
        ("Born on 3rd May 1948.", "birth", "3rd May 1948"),
        ("Ik woon op de Kerklaan 12.", "address", "Kerklaan 12"),
        ("We're at 14 Tulip Close.", "address", "14 Tulip Close"),
        ("We're at Flat 2, 14 Tulip Close.", "address", "Flat 2, 14 Tulip Close"),
        ("It's 20 minutes drive.", "address", ""),
        ("Ring (212) 555-0199.", "phone", "(212) 555-0199"),
        ("bel nul zes een twee acht en veertig nul drie", "phone", "nul zes een twee acht en veertig nul drie"),
        ("it's oh one six one double four nine six", "phone", "oh one six one double four nine six"),
        ("oh one two three", "phone", ""),
        ("born on the third of may nineteen forty", "birth", "third of may nineteen forty"),
        ("geboren drie mei negentienachtenveertig", "birth", "drie mei negentienachtenveertig"),
        ("bep punt smit apenstaartje post punt nl", "email", "bep punt smit apenstaartje post punt nl"),
        ("i was at home dot com", "email", ""),
        ("het kenteken was gz 123 b", "plate", "gz 123 b"),
        ("the plate was 3 d printed", "plate", ""),
    ],
)
def test_an_identifier_is_found_whole(text: str, kind: str, kept: str) -> None:
    found = [text[i.start : i.end] for i in find_identifiers(text) if i.kind == kind]
    assert found == ([kept] if kept else [])


@pytest.mark.parametrize("sign", [*"!#$%&'*+-/=?^_`{|}~.", "’"])
def test_an_address_with_any_sign_that_one_may_have_is_one_identifier(sign: str) -> None:
    said = f"Mail 'o{sign}brien@x.example' of https://x.example/@o.brien maar."
    assert [(i.kind, said[i.start : i.end]) for i in find_identifiers(said)] == [
        ("email", f"o{sign}brien@x.example"),
        ("url", "https://x.example/@o.brien"),
    ]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("text", ["a/" * 9999, "a'" * 9999, "''//" * 9999, "a" * 9999, ("a" * 99 + "=") * 99])
def test_a_long_row_of_signs_takes_no_time(text: str) -> None:
    with at_most(2):
        find_identifiers(f"{text} a@")


def test_numbers_with_wrong_check_digits_are_no_identifiers() -> None:
    assert not is_bsn("123456789")
    assert not is_iban("NL91ABNA0417164301")
    assert [i.kind for i in find_identifiers("Er kwamen er 123456789.")] == []


def test_years_and_numbered_words_are_no_postcode_and_no_address() -> None:
    assert find_identifiers("In 1997 en 2003 in de vergadering 3, 2005 is lang geleden.") == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_lines_in_view_are_found_as_the_page_on_names_says(language: str) -> None:
    recall, precision, small_recall, small_precision = score_both(in_view(OWN[language]), language)
    assert recall >= 0.97
    assert precision >= 0.9
    assert small_recall >= 0.8
    assert small_precision >= 0.8


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_open_lines_are_found_as_the_page_on_names_says(language: str) -> None:
    recall, precision, small_recall, small_precision = score_both(open_lines(language), language)
    assert recall >= 0.96
    assert precision >= 0.9
    assert small_recall >= 0.85
    assert small_precision >= 0.78


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_lines_full_of_traps_are_found_as_the_page_on_names_says(language: str) -> None:
    recall, precision, small_recall, small_precision = score_both(in_view(APART[language]), language)
    assert recall >= 0.97
    assert precision >= 0.9
    assert small_recall >= 0.92
    assert small_precision >= 0.85


@pytest.mark.parametrize(("language", "bounds"), [("nl", (0.93, 0.88, 0.8, 0.88)), ("en", (0.95, 0.94, 0.89, 0.81))])
def test_the_half_of_the_lines_that_nobody_read_stays_as_good(language: str, bounds: tuple[float, ...]) -> None:
    assert all(got >= bound for got, bound in zip(score_both(put_away(APART[language]), language), bounds, strict=True))


def score_blind(
    half: Callable[[str], list[tuple[str, list[Mark]]]], language: str, lines: dict[str, tuple[str, str]] = BLIND
) -> tuple[float, ...]:
    """Score the blind writer's lines, the same without capitals, and those that were written in small letters."""
    written, small = lines[language]
    found = score(half(small), lambda text: _likely(text, language, capitals=False))
    return (*score_both(half(written), language), *found)


@pytest.mark.parametrize(
    ("half", "language", "bounds"),
    [
        (in_view, "nl", (0.97, 0.95, 0.94, 0.96, 0.97, 0.97)),
        (in_view, "en", (0.97, 0.97, 0.93, 0.95, 0.97, 0.97)),
        (put_away, "nl", (0.93, 0.94, 0.8, 0.86, 0.75, 0.93)),
        (put_away, "en", (0.94, 0.96, 0.8, 0.79, 0.93, 0.84)),
    ],
)
def test_the_lines_of_a_blind_writer_are_found_as_the_page_on_names_says(
    half: Callable[[str], list[tuple[str, list[Mark]]]], language: str, bounds: tuple[float, ...]
) -> None:
    assert all(got >= bound for got, bound in zip(score_blind(half, language), bounds, strict=True))


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("half", "language", "bounds"),
    [
        (in_view, "nl", (0.99, 0.99, 0.93, 0.98, 0.97, 0.99)),
        (in_view, "en", (0.99, 0.98, 0.95, 0.97, 0.97, 0.99)),
        (put_away, "nl", (0.967, 0.93, 0.88, 0.85, 0.99, 0.95)),
        (put_away, "en", (0.96, 0.92, 0.88, 0.93, 0.85, 0.94)),
    ],
)
def test_the_lines_of_a_second_blind_writer_are_found_as_the_page_on_names_says(
    half: Callable[[str], list[tuple[str, list[Mark]]]], language: str, bounds: tuple[float, ...]
) -> None:
    found = score_blind(half, language, SECOND)
    assert all(got >= bound for got, bound in zip(found, bounds, strict=True)), found


if __name__ == "__main__":  # the lines that were put away, scored by name: python tests/test_names_found.py
    for tongue in OWN:
        sys.stdout.write(f"{tongue} {score_both(put_away(OWN[tongue]), tongue)}\n")
