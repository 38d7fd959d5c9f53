"""A command line that cannot be understood is answered in the language of the study, else in that of the computer."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main

# What was typed; the English answer, as click gives it; the Dutch one.
REFUSED = {
    "compare --langauge nl": ("No such option '--langauge'. Did you mean '--language'?", "'--langauge' bestaat niet"),
    "compare --zzz": ("No such option '--zzz'.", "De optie '--zzz' bestaat niet."),
    "comapre": ("No such command 'comapre'. Did you mean 'compare'?", "Het commando 'comapre' bestaat niet."),
    "--zzz": ("No such option '--zzz'.", "De optie '--zzz' bestaat niet."),
    "codebook zzz": ("No such command 'zzz'.", "Het commando 'zzz' bestaat niet."),
    "explain": ("Missing argument 'SENTENCE'.", "'SENTENCE' ontbreekt."),
    "framework": ("Missing option '-o' / '--output'.", "De optie '-o' / '--output' ontbreekt."),
    "quotes --wave": ("Option '--wave' requires an argument.", "De optie '--wave' vraagt een waarde."),
    "compare --overwrite=3": (
        "Option '--overwrite' does not take a value.",
        "De optie '--overwrite' heeft geen waarde.",
    ),
    "compare --seed x": (
        "Invalid value for '--seed': 'x' is not a whole number.",
        "Ongeldige waarde voor '--seed': 'x' is geen geheel getal.",
    ),
    "compare --draws x": ("'x' is not a whole number.", "'x' is geen geheel getal."),
    "compare --draws 3": ("3 is not in the range x>=99.", "3 ligt buiten x>=99."),
    "compare --test u": (
        "'u' is not one of 'permutation', 'wilcoxon', 't'.",
        "'u' is niet een van 'permutation', 'wilcoxon', 't'.",
    ),
    "check . b": ("Got unexpected extra argument (b)", "Een argument te veel (b)"),
    "check . b c": ("Got unexpected extra arguments (b c)", "Te veel argumenten (b c)"),
}


def answer(typed: str, **environment: str) -> str:
    nothing_set = dict.fromkeys(("LC_ALL", "LC_MESSAGES"), "") | {"LANG": "C.UTF-8"}
    result = CliRunner().invoke(main, typed.split(), env=nothing_set | environment)
    assert result.exit_code == 2
    return result.output


@pytest.fixture(autouse=True)
def _somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("typed", REFUSED)
def test_what_click_refuses_is_said_in_the_language_of_the_study(typed: str) -> None:
    Path("study.yaml").write_text("language: nl\n", encoding="utf-8")
    assert REFUSED[typed][1] in answer(typed)
    assert answer(typed).startswith("Gebruik: ")


@pytest.mark.parametrize("typed", REFUSED)
def test_what_click_refuses_stays_in_english_in_an_english_study(typed: str) -> None:
    Path("study.yaml").write_text("language: en\n", encoding="utf-8")
    assert answer(typed, LC_ALL="nl_NL.UTF-8").endswith(f"{REFUSED[typed][0]}\n")


def test_the_study_that_was_typed_tells_the_language_of_a_mistake_before_it() -> None:
    Path("studie").mkdir()
    Path("studie/study.yaml").write_text("language: nl\n", encoding="utf-8")
    assert "bestaat niet" in answer("compare --zzz studie")


@pytest.mark.parametrize("typed", ["explain --language nl", "explain --language=nl", "explain --zzz --language nl"])
def test_a_language_that_is_asked_for_rules_over_all(typed: str) -> None:
    Path("study.yaml").write_text("language: en\n", encoding="utf-8")
    assert answer(typed).startswith("Gebruik: ")


@pytest.mark.parametrize(
    ("environment", "first"),
    [
        ({"LANG": "nl_BE.UTF-8"}, "Gebruik"),
        ({"LC_MESSAGES": "nl_NL", "LANG": "en_GB.UTF-8"}, "Gebruik"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "nl_NL.UTF-8"}, "Usage"),
        ({"LANG": "de_DE.UTF-8"}, "Usage"),
    ],
)
def test_without_a_study_the_computers_language_is_spoken(environment: dict[str, str], first: str) -> None:
    assert answer("explain", **environment).startswith(f"{first}: ")
