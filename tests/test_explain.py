"""Explaining: every hit says why, and what came close says why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.coding.explanation import explain
from test_coding import make_book


def lines(term: str, sentence: str, more: str = "", language: str = "nl") -> list[str]:
    book = make_book(f"{{id: a, terms: [{term}]{more}}}", language=language)
    return [str(one) for one in explain(book, sentence).findings]


@pytest.mark.parametrize(
    ("term", "sentence", "expected"),
    [
        ("wijk", "Mooie wijken.", "+ a: 'wijken' by 'wijk': a form of 'wijk'"),
        (
            "subsidie~",
            "De gemeentesubsidie.",
            "+ a: 'gemeentesubsidie' by 'subsidie~': a compound with 'subsidie' in it",
        ),
        (
            "op de kaart zetten",
            "Dat zette ons op de kaart.",
            "+ a: 'zette ons op de kaart' by 'op de kaart zetten': the words of the phrase",
        ),
        ("korte lijnen", "Die korte lijntjes.", "+ a: 'korte lijntjes' by 'korte lijnen': the words follow each other"),
        (
            "{near: [bang, donker]}",
            "Bang in het donker.",
            "+ a: 'Bang in het donker' by 'bang … donker': both",
        ),
        ("wijk", "Geen wijk.", "+ a: 'wijk' by 'wijk' [denied: Geen]: the word as it is"),
        (
            "meedenken",
            "Zij denkt dat ik met de bus mee kan.",
            "? a: 'denkt dat ik met de bus mee' by 'meedenken': both halves",
        ),
        (
            "wijk",
            "Een wijkagent.",
            "? a: 'wijkagent' by 'wijk': the word is part of a longer one; 'wijk~' would find it",
        ),
        ("duurzaam", "De duurzaamheid.", "? a: 'duurzaamheid' by 'duurzaam': another word with the same beginning"),
        ("{exact: SAMEN}", "Wij samen.", "? a: 'samen' by 'SAMEN': the term is exact"),
        ("50%", "50 procent.", "? a: '50' by '50%': the term is looked for as it is written, signs included"),
        ("dr. Jansen", "Naar dr Jansen.", "? a: 'dr Jansen' by 'dr. Jansen': the term is looked for as it is written"),
        ("korte lijnen", "Een korte straat met lijnen.", "? a: 'korte straat met lijnen' by 'korte lijnen': all words"),
    ],
)
def test_a_finding_says_why(term: str, sentence: str, expected: str) -> None:
    assert any(line.startswith(expected) for line in lines(term, sentence)), lines(term, sentence)


def test_what_is_left_out_says_what_took_it_away() -> None:
    assert lines("partner", "Mijn partner.", ", unless: [mijn partner]") == [
        "- a: 'partner' by 'partner': it lies in 'mijn partner', which is listed under unless"
    ]
    assert lines("partner", "Geen partner.", ", negated: drop") == [
        "- a: 'partner' by 'partner': it is denied, and the code says negated: drop"
    ]
    assert "- a: 'buurt' by 'buurt': it overlaps another hit of the code, which counts" in lines(
        "de buurt, buurt", "In de buurt."
    )


def test_only_the_hit_inside_an_unless_term_is_said_to_lie_in_it() -> None:
    said = "In de buurt. Mooie buurt, nare buurt. De wijk."
    book = make_book("{id: a, terms: [buurt], unless: [de buurt]}, {id: b, terms: [wijk, de wijk]}")
    left_out = [str(finding) for finding in explain(book, said).findings if finding.outcome == "left out"]
    assert left_out == [
        "- a: 'buurt' by 'buurt': it lies in 'de buurt', which is listed under unless",
        "- b: 'wijk' by 'wijk': it overlaps another hit of the code, which counts",
    ]


def test_what_a_term_nearly_found_is_told_also_where_another_term_hit() -> None:
    near, hit = "? a: 'korte straat met lijnen' by 'korte lijnen'", "+ a: 'lijnen' by 'lijn'"
    found = lines("korte lijnen, lijn", "Een korte straat met lijnen.")
    assert [any(line.startswith(start) for line in found) for start in (hit, near)] == [True, True]


def test_a_sentence_without_anything_says_so_and_shows_itself_in_a_notebook() -> None:
    found = explain(make_book("{id: a, terms: [wijk]}"), "Niks <b>.")
    assert repr(found).endswith("niets gevonden, en niets kwam in de buurt")
    assert repr(found.in_language("en")).endswith("nothing found, and nothing came close")
    assert "Niks &lt;b&gt;" in found._repr_html_()


def test_the_command_explains_with_a_codebook(tmp_path: Path) -> None:
    from bp_qual.cli import main

    book = tmp_path / "book.yaml"
    book.write_text("codebook: B\nversion: 1.0.0\nlanguage: nl\ncodes: [{id: a, terms: [wijk]}]\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["explain", "Onze wijken.", "--codebook", str(book)])
    assert result.exit_code == 0, result.output
    assert "+ a: 'wijken' door 'wijk': een vorm van 'wijk'" in result.output
