"""Every problem is said in the language of the study: two sentences a kind, in English and in Dutch."""

from __future__ import annotations

import ast
import pickle
import re
import string
from pathlib import Path

import pytest

from bp_qual.errors import CodebookError, Problem
from bp_qual.wording import Remark
from bp_qual.wording.problem_texts import PART_TABLES, PROBLEM_PARTS, PROBLEM_TABLES, PROBLEMS

SOURCE = Path(__file__).parents[1] / "src" / "bp_qual"
TEXTS = [text for sentences in PROBLEMS.values() for text in sentences] + list(PROBLEM_PARTS.values())


def gaps(text: str) -> list[tuple[str, str]]:
    return sorted((name, str(form)) for _, name, form, _ in string.Formatter().parse(text) if name is not None)


def test_both_languages_of_a_problem_have_the_same_gaps() -> None:
    for english, dutch in TEXTS:
        assert gaps(english) == gaps(dutch), english
        assert bool(english) == bool(dutch), english


def test_no_dutch_sentence_is_the_english_one() -> None:
    words = re.compile(r"[a-z]{3,} [a-z]{3,}")
    assert [english for english, dutch in TEXTS if english == dutch and words.search(english)] == []


def test_a_kind_of_problem_stands_in_one_table_only() -> None:
    assert sum(map(len, PROBLEM_TABLES)) == len(PROBLEMS)
    assert sum(map(len, PART_TABLES)) == len(PROBLEM_PARTS)


def test_every_kind_of_problem_is_met_somewhere() -> None:
    modules = [path for path in SOURCE.rglob("*.py") if path.parent.name != "problem_texts"]
    source = "".join(path.read_text("utf-8") for path in modules)
    assert [kind for kind in {**PROBLEMS, **PROBLEM_PARTS} if f'"{kind}"' not in source] == []


def test_an_error_is_said_in_dutch_with_all_its_problems_and_its_closing_line() -> None:
    problem = Problem("thema.yaml:5:9", "not there", excerpt="  naam: x\n  ^^^^")
    error = CodebookError([problem, Problem("b.csv", "more rows too wide", {"n": 1200})], Remark("nothing coded"))
    assert error.say("nl").splitlines() == [
        "thema.yaml:5:9  bestaat niet. Controleer de naam en de map.",
        "      naam: x",
        "      ^^^^",
        "b.csv  heeft nog 1.200 rijen met te veel cellen.",
        "Er is niets gecodeerd.",
    ]
    assert str(error).endswith("b.csv  has 1,200 more rows with too many cells.\nNothing was coded.")


def test_what_a_file_holds_cannot_break_the_line_of_a_problem() -> None:
    said = Problem("a.csv", "column twice", {"name": "a\nb\u202e"}).say("nl")
    assert said.isprintable()


def test_an_error_survives_the_way_back_from_another_process() -> None:
    error = CodebookError(Problem("a.yaml", "no such column", {"name": "x", "guess": Remark("nothing")}))
    assert pickle.loads(pickle.dumps(error)).say("nl") == "a.yaml  heeft geen kolom 'x'."


# --- every raise names a kind of a table ----------------------------------------------------------------------------

ERRORS = {"BpQualError", "TranscriptError", "CodebookError", "StudyError", "StoreError"}


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def literals_in(node: ast.AST | None) -> list[str]:
    """Return the texts that stand in an expression; what is under a condition or in a formatted text too."""
    if isinstance(node, ast.JoinedStr):
        return [ast.unparse(node)]
    if isinstance(node, ast.IfExp):
        return literals_in(node.body) + literals_in(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def said_outside_wording(source: str) -> list[str]:
    """Return the texts that are given to a problem or an error and are no kind of a table."""
    strange = []
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        name, given = name_of(call), {word.arg: word.value for word in call.keywords}
        if name in ("Problem", "report", "problem"):
            kind = given.get("kind") or (call.args[1] if len(call.args) > 1 else None)
            strange += [text for text in literals_in(kind) if text not in PROBLEMS]
        if name in ERRORS:
            strange += [text for argument in (*call.args, *given.values()) for text in literals_in(argument)]
        if name == "WrongOption":
            strange += [text for argument in call.args[:1] for text in literals_in(argument)]
    return strange


def test_no_sentence_is_given_to_a_problem_outside_wording() -> None:
    modules = {path: path.read_text("utf-8") for path in SOURCE.rglob("*.py")}
    told = {path.name: texts for path, source in modules.items() if (texts := said_outside_wording(source))}
    assert told == {}


@pytest.mark.parametrize(
    "source",
    [
        'Problem(where, "is empty.", "Save it again.")',
        'Problem(where, f"is too large ({size} MB).")',
        'Problem(where, kind="is empty.")',
        'Problem(where, "not there" if gone else "is empty.")',
        'StudyError("there are no interviews.")',
        'StudyError(problems, "Nothing was coded.")',
        'StudyError(problems, summary=f"{n} problems.")',
        'reading.report(at, "is no number.")',
        'WrongOption("the waves are the same", "--before")',
    ],
)
def test_a_sentence_outside_wording_is_noticed(source: str) -> None:
    assert said_outside_wording(source)


def test_a_kind_that_no_table_has_is_refused_when_the_problem_is_made() -> None:
    with pytest.raises(ValueError, match=r"there is no problem 'is empty\.'"):
        Problem("a.txt", "is empty.")
