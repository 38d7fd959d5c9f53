"""What a recipe of CONTRIBUTING.md asks for and nothing else would miss: each omission fails here by name."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import re
import string
from pathlib import Path
from typing import get_args

import click
import pytest

import bp_qual
from bp_qual import plots
from bp_qual.cli import main
from bp_qual.codebook.versions import KINDS
from bp_qual.coding.by_hand.standing import GONE, MOVED, NOBODY, UNSURE
from bp_qual.coding.counting import Count
from bp_qual.coding.team import TOGETHER
from bp_qual.coding.uncounted import REASONS
from bp_qual.compare.descriptors import DESCRIPTORS, GAPS
from bp_qual.compare.descriptors import FINDINGS as DESCRIBED
from bp_qual.compare.inclusion import NOT_COMPARED
from bp_qual.compare.recounts import RECOUNTS
from bp_qual.exchange.received import FORMS
from bp_qual.framework.by_change import REMARKS
from bp_qual.framework.portraits import ROLES
from bp_qual.matching import languages
from bp_qual.paper.checklists import ITEMS as CHECKLISTS
from bp_qual.paper.paper_tables import _ACCURATE, _AGREEMENTS
from bp_qual.plots.flows import STATES
from bp_qual.pseudonyms.name_bases import KINDS as NAME_KINDS
from bp_qual.pseudonyms.name_rows import BLOCKS
from bp_qual.readers.formats import FORMATS
from bp_qual.report.content import Report
from bp_qual.report.doubts import _REVIEWED
from bp_qual.study.import_mending import CHECKS
from bp_qual.study.import_report import WHYS
from bp_qual.validation.corrected_change import BROAD, NOT_JUDGED, PART_JUDGED, TOO_FEW, TOO_FEW_PERSONS, Per
from bp_qual.validation.sampling import Design
from bp_qual.validation.saying import _ACCURACIES as _MEASURES
from bp_qual.validation.saying import _IN_COMMON, _SHOWN
from bp_qual.wording.voice import _text
from reader_samples import make_samples

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "bp_qual"
_DOUBTS = ("Doubt", "Doubt | None")
PLOTS = [name for name in plots.__all__ if name.startswith("plot_")]


def read_page(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


@pytest.mark.parametrize("ending", [ending for row in FORMATS for ending in row.endings])
def test_a_format_is_named_in_the_documentation(ending: str) -> None:
    assert re.search(rf"(?i){re.escape(ending)}\b", read_page("transcripts.md")), (
        f"name {ending} in docs/transcripts.md"
    )


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
def test_a_format_has_a_sample_that_is_damaged_in_the_tests(row: object) -> None:
    endings = {Path(name).suffix.lower() for name in make_samples()}
    assert endings & set(row.endings), f"add a sample to tests/reader_samples.py: {row.endings}"  # type: ignore[attr-defined]


def test_every_folder_of_a_language_is_in_the_registry() -> None:
    folders = {path.parent.name for path in (PACKAGE / "matching" / "languages").glob("*/*.py")}
    registered = {type(languages.find_language(code)).__module__.split(".")[-2] for code in languages._REGISTRY}
    assert folders <= registered
    packages = {path.parent.name for path in (PACKAGE / "matching" / "languages").glob("*/__init__.py")}
    assert folders - packages == set(), "without an __init__.py it would not be installed"


def test_every_reason_to_doubt_is_in_the_list_of_the_report() -> None:
    tree = ast.parse((PACKAGE / "report" / "doubts.py").read_text("utf-8"))
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    doubts = {name for name, node in functions.items() if node.returns and ast.unparse(node.returns) in _DOUBTS}
    listed, waiting = set[str](), ["list_doubts"]
    while waiting:  # a doubt may be one form of another that is listed
        called = {node.id for node in ast.walk(functions[waiting.pop()]) if isinstance(node, ast.Name)} & doubts
        waiting += called - listed
        listed |= called
    assert doubts - listed == set()


def test_every_field_of_the_report_is_shown_on_the_page_and_in_the_word_file() -> None:
    only_on_the_page = {"before_anchor", "after_anchor", "axis", "types", "wave_words", "version", "hashes"}
    page = (PACKAGE / "report" / "templates" / "report.html").read_text("utf-8")
    word = (PACKAGE / "report" / "word_report.py").read_text("utf-8")
    names = {field.name for field in dataclasses.fields(Report)}
    on_page, in_word = ({name for name in names if re.search(rf"report\.{name}\b", text)} for text in (page, word))
    assert names - on_page == set()
    assert names - in_word == only_on_the_page


def says(call: ast.Call) -> bool:
    """Whether a call is `say("...")`, `facts.say("...")` or `Wording(...)("...")`: a text by its name."""
    made = isinstance(call.func, ast.Call) and ast.unparse(call.func.func) == "Wording"
    return made or ast.unparse(call.func) in ("say", "facts.say")


def names_said(source: str) -> set[str]:
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args and says(node)]
    first = [call.args[0] for call in calls]
    return {name.value for name in first if isinstance(name, ast.Constant) and isinstance(name.value, str)}


def without_words(names: set[str]) -> list[str]:
    missing = []
    for name in sorted(names):
        try:
            english, dutch = _text(name)
        except (KeyError, ValueError):
            missing.append(name)
        else:
            missing += [] if english and dutch else [name]
    return missing


def test_every_text_that_the_code_says_by_name_has_its_words() -> None:
    """A section that is seldom shown (three waves, nobody compared) would otherwise fail in a reader's hands."""
    names = set().union(*(names_said(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")))
    assert len(names) > 200
    assert without_words(names) == []


def test_a_text_without_words_is_noticed() -> None:
    source = 'facts.say("doubt_moon", n=1); Wording("nl")("cli_moon"); say("turn"); remark.say("nl")'
    assert without_words(names_said(source)) == ["cli_moon", "doubt_moon"]


FAMILIES = {  # what a text of these names may end in: `say(f"flow_{state}")`
    "article_again_": (
        *(f"{group}_{what}" for group in ("transcripts", "study") for what in ("changed", "gone", "new")),
        *("codebook", "settings", "versions"),
    ),
    "article_column_": (*_ACCURATE, *_AGREEMENTS),
    "codebook_column_": ("term", "said", "word", "like", "total"),
    "codebook_kind_": KINDS,
    "coded_double_": ("any", "first", "team"),
    "coded_how_": TOGETHER,
    "course_": [f"{kind}_{way}" for kind in ("trend", "bend") for way in ("rise", "fall")],
    "doubt_": [f"{together}_coder" for together in ("one", *TOGETHER)],
    "exchange_": WHYS,
    "exchange_form_": FORMS,
    "exchange_why_": (*WHYS, *CHECKS),
    "explain_": ("counted", "left out", "missed", "code", "quote", "term", "why", "cue"),
    "flow_": STATES,
    "spoken_": ("more", "less"),
    "suggest_": ("by_person", "hits", "counterexamples", "rejected"),
    "hand_": (GONE, MOVED, UNSURE, NOBODY, "no_hit"),
    "head_": ("ratio_text", "moves", *_REVIEWED),
    "init_order_": ("dates", "years", "names"),
    "lede_": ("clear", "uncertain"),
    "longitudinal_": [name for names in DESCRIBED.values() for name in names],
    "longitudinal_row_": (*DESCRIPTORS, *REMARKS),
    "longitudinal_those_": [name for names in DESCRIBED.values() for name in names],
    "matrix_": ("machine", "reviewed", "human"),
    "names_block_": BLOCKS,
    "names_column_": (
        "replace",
        "spelling",
        "replacement",
        "kind",
        "group",
        "only_in",
        "count",
        "remark",
        "block",
        "context",
    ),
    "validation_apart_": ("untouched", "unfinished", "other_codes", "compared"),
    "names_how_": ("decide", "same", "only_in", "add"),
    "names_kind_": NAME_KINDS,
    "names_made_": NAME_KINDS,
    "paper_drawn_": get_args(Design),
    "paper_not_corrected_": ("broad", "unjudged"),
    "portrait_gap_": GAPS,
    "portrait_voice_": ROLES,
    "recount_": RECOUNTS,
    "recount_turned_": ("up", "down"),
    "reporting_": (
        *("number", "item", "study", "yours", "all", "rest", "nothing"),
        *("derived", "themes", "analysis", "again", "doubts"),
        *CHECKLISTS,
        *(f"{name}_{number}" for name, items in CHECKLISTS.items() for number in range(1, items + 1)),
    ),
    "reporting_coders_": get_args(Count),
    "sheet_": ("key", "question", "passage", "codes", "done", "note", "code", "label", "definition", "how_word"),
    "status_": NOT_COMPARED,
    "summary_course_": [f"{kind}_{way}" for kind in ("trend", "bend") for way in ("up", "down")],
    "summary_beside_": ("machine", "person"),
    "summary_counted_": ("reviewed", "human"),
    "summary_uncounted_": [f"{reason}_{number}" for reason in REASONS for number in ("one", "many")],
    "summary_vary_": ("up", "down", "unclear", "untested"),
    "validation_agree_": ("no_variation", "not_computable", *_SHOWN),
    "validation_why_": ("few_persons", "no_difference", "one_person"),
    "validation_change_": (TOO_FEW, TOO_FEW_PERSONS, BROAD, NOT_JUDGED, PART_JUDGED, *get_args(Per)),
    "validation_changes_": _IN_COMMON,
    "validation_head_": ("code", "wave", "judged", "human", "hits", *_MEASURES),
    "who_": [f"{status}_{number}" for status in NOT_COMPARED for number in ("one", "many")],
}


def families_said(source: str) -> set[str]:
    """The beginnings of the names that are put together where they are said."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args]
    many = [call for call in calls if ast.unparse(call.func).endswith("say.many")]
    names = [call.args[0] for call in [*filter(says, calls), *many]]
    return {ast.literal_eval(name.values[0]) for name in names if isinstance(name, ast.JoinedStr)}


def test_every_text_whose_name_is_put_together_has_its_words() -> None:
    """`validate` once ended in a traceback where a code was too rare: one underscore too many in a name."""
    said = set().union(*(families_said(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")))
    assert said == set(FAMILIES), "list what the new names may end in"
    assert without_words({start + end for start, ends in FAMILIES.items() for end in ends}) == []


def test_a_name_that_is_put_together_is_noticed() -> None:
    assert families_said('say(f"moon_{phase}"); say.many(f"tide_{kind}", 3); note(f"other_{x}")') == {"moon_", "tide_"}


def unfilled_gaps(source: str) -> dict[str, set[str]]:
    """The gaps of texts that are said by name, for which the call has no value."""
    unfilled = {}
    for call in ast.walk(ast.parse(source)):
        if not (isinstance(call, ast.Call) and call.args and says(call)):
            continue
        name, given = call.args[0], {keyword.arg for keyword in call.keywords}
        if isinstance(name, ast.Constant) and isinstance(name.value, str) and None not in given:
            gaps = {gap for _, gap, _, _ in string.Formatter().parse(_text(name.value)[0]) if gap}
            if gaps - given:
                unfilled[name.value] = gaps - given
    return unfilled


def test_every_gap_of_a_text_that_the_code_says_by_name_is_filled() -> None:
    """Both languages may have the same wrong gap: it would be met by whoever is the first to be shown that text."""
    for path in PACKAGE.rglob("*.py"):
        assert unfilled_gaps(path.read_text("utf-8")) == {}, path


def test_a_gap_without_a_value_is_noticed() -> None:
    assert unfilled_gaps('say("only_in", ronde="2020"); say("only_in", wave="2020")') == {"only_in": {"wave"}}


@pytest.mark.parametrize("name", PLOTS)
def test_a_plot_is_public_drawn_in_the_gallery_and_tried_with_every_other(name: str) -> None:
    assert name in bp_qual.__all__, f"add {name} to src/bp_qual/__init__.pyi"
    assert name in read_page("gallery.md"), f"show {name} in docs/gallery.md"
    assert name in (ROOT / "tests" / "test_plots.py").read_text("utf-8").split("def every_picture")[1].split("def ")[0]


def test_every_command_is_in_the_list_of_commands() -> None:
    written = set()
    for path in (PACKAGE / "cli").glob("[!_]*.py"):
        module = importlib.import_module(f"bp_qual.cli.{path.stem}")
        written |= {found for _, found in inspect.getmembers(module) if isinstance(found, click.Command)}
    inside = {inner for command in written if isinstance(command, click.Group) for inner in command.commands.values()}
    assert {command.name for command in written - inside} == set(main.commands)


def commands_of(group: click.Group) -> list[click.Command]:
    commands = group.commands.values()
    return [
        inner
        for command in commands
        for inner in (commands_of(command) if isinstance(command, click.Group) else [command])
    ]


@pytest.mark.parametrize("command", commands_of(main), ids=lambda command: command.name)
def test_every_command_can_be_asked_to_speak_another_language(command: click.Command) -> None:
    speaks_its_files = {"init"}  # of a folder that has no language yet
    options = {option for param in command.params for option in param.opts}
    assert "--language" in options or command.name in speaks_its_files, "add @language_option of cli/inputs.py"


def test_every_name_that_a_recipe_mentions_is_in_the_file_it_mentions() -> None:
    """A recipe speaks of a name and of a file in one sentence; the name must be in one of the files of its recipe."""
    recipes = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("## Recipes")[1].split("\n## ")[0]
    sources = {
        path: path.read_text("utf-8")
        for folder in ("src", "tests", "scripts")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix in ("", ".py", ".pyi", ".html")
    }
    missing = []
    for recipe in recipes.split("\n\n"):
        quoted = re.findall(r"`([^`]+)`", recipe)
        files = [
            text
            for path, text in sources.items()
            if any(name.rstrip("/") in path.as_posix() for name in quoted if "/" in name)
        ]
        for name in quoted:
            if re.fullmatch(r"_?[A-Za-z]\w*", name) and not name.startswith("p_"):
                missing += [] if any(re.search(rf"\b{name}\b", text) for text in files) else [name]
    assert missing == []
