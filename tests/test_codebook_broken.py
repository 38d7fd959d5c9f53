"""Broken codebooks, and the message that each gives: line, column, what is wrong, and what to do."""

from __future__ import annotations

import jsonschema
import pytest
import yaml

from bp_qual.codebook import parse_codebook
from bp_qual.codebook.schema import codebook_schema
from bp_qual.errors import CodebookError

HEAD = "codebook: X\nversion: 1.0.0\nlanguage: nl\ncodes:\n"
CODE = HEAD + "  - id: a\n"

# what is wrong in the file: (text, line:column, a piece of what is said, a piece of the remedy)
BROKEN: dict[str, tuple[str, str, str, str]] = {
    # not YAML at all
    "nothing": ("", "", "is empty", ""),
    "only a comment": ("# nothing\n", "", "is empty", ""),
    "one word": ("samenwerking", "1:1", "must be lines 'key: value', not text", ""),
    "a list": ("- a\n- b\n", "1:1", "must be lines 'key: value', not a list", ""),
    "tab": (CODE + "\tlabel: x\n", "6:1", "indented with a tab", "Use spaces"),
    "tab after spaces": (CODE + "    terms:\n    \t- x\n", "7:5", "indented with a tab", "Use spaces"),
    "space from a web page": (CODE + "    terms:\n    \u00a0 - x\n", "7:5", "special kind of space", "the space bar"),
    "open quote": (CODE + '    label: "x\n', "6:12", "never closed", "Close it"),
    "open bracket": (CODE + "    terms: [x, y\n", "6:12", "not closed with ]", "Close it"),
    "open brace": (CODE + "    label: {nl: x\n", "6:12", "not closed with }", "Close it"),
    "colon in text": (CODE + "    label: x: y\n", "6:13", "a colon where none is allowed", "in quotes"),
    "list behind key": (CODE + "    terms: - x\n", "6:12", "a list begins behind its key", "on the next line"),
    "wildcard without quotes": (CODE + "    terms:\n      - *werk*\n", "7:9", "a * or & begins a text", "in quotes"),
    "star alone": (CODE + "    terms:\n      - *\n", "7:9", "a * or & begins a text", "in quotes"),
    "anchor": (CODE + "    label: &x y\n", "6:12", "'&x' is an anchor", "in quotes"),
    "anchor on a code": (HEAD + "  - &x\n    id: a\n", "5:5", "'&x' is an anchor", "in quotes"),
    "alias": (CODE + "    label: *x\n", "6:12", "'*x' is an alias", "in quotes"),
    "merge key": (CODE + "    <<: *x\n", "6:9", "'*x' is an alias", "in quotes"),
    "tag": (CODE + "    label: !!python/name:os.system x\n", "6:12", "is a tag of YAML", "in quotes"),
    "hidden by an escape": (CODE + '    terms: ["sa\\em\\x9b"]\n', "6:13", "hidden character U+001B", "Delete it"),
    "file tag": (CODE + "    terms: !file words.txt\n", "6:12", "'!file' is a tag", "terms_from: words.txt"),
    "at sign": (CODE + "    label: @x\n", "6:12", "cannot begin with '@'", "in quotes"),
    "percent": (CODE + "    label: %x\n", "6:12", "cannot begin with '%'", "in quotes"),
    "backtick": (CODE + "    label: `x`\n", "6:12", "cannot begin with '`'", "in quotes"),
    "backslash": (CODE + '    terms: [{regex: "\\w+"}]\n', "6:22", "a backslash in double quotes", "single quotes"),
    "indentation": (
        HEAD + "  - id: a\n - id: b\n",
        "6:2",
        "does not fit the lines above",
        "its neighbours",
    ),
    "key too far left": (CODE + "   label: x\n", "6:4", "belongs to no list item", "its neighbours"),
    "text after a quote": (CODE + "    label: 'x' y\n", "6:16", "does not fit", "closing quote"),
    "two documents": (CODE + "---\ncodebook: Y\n", "6:1", "a second document", "'---'"),
    "text after the end": (CODE + "...\nlabel: x\n", "7:1", "after the end", "'...'"),
    "hidden character": (CODE + "    label: a\x07b\n", "6:13", "hidden character U+0007", "Delete it"),
    "too deep": (CODE + "    label: " + "[" * 30 + "]" * 30 + "\n", "6:29", "more than 20 levels", "flatter"),
    "key that is a list": (CODE + "    [x, y]: z\n", "6:5", "a key must be a word, not a list", "quotes"),
    # keys
    "same key twice": (
        CODE + "    label: x\n    label: y\n",
        "7:5",
        "a second time; the first is on line 6",
        "Keep one",
    ),
    "unknown key": (CODE + "    inclde: x\n", "6:5", "unknown key 'inclde' in code 'a'", "Did you mean 'include'?"),
    "key in capitals": (CODE + "    Terms: [x]\n", "6:5", "unknown key 'Terms'", "Did you mean 'terms'?"),
    "strange key": (CODE + "    zzz: x\n", "6:5", "unknown key 'zzz'", "It may hold: id, label"),
    "unknown key of the codebook": ("langage: nl\n" + CODE, "1:1", "unknown key 'langage'", "'language'"),
    "no language": ("codebook: X\ncodes:\n  - id: a\n", "1:1", "has no 'language'", "Add a line"),
    "no codes": ("codebook: X\nlanguage: nl\n", "1:1", "has no 'codes'", "Add a line"),
    "codes without a list": ("language: nl\ncodes: x\n", "2:8", "must be a list, not text", "'- '"),
    "language as a name": ("language: Dutch\ncodes: [{id: a}]\n", "1:11", "'Dutch' is no language", "'nl'"),
    "language as nonsense": ("language: x1\ncodes: [{id: a}]\n", "1:11", "'x1' is no language", "two letters"),
    "version with a letter": (
        "version: v1\nlanguage: nl\ncodes: [{id: a}]\n",
        "1:10",
        "'v1' is not a valid version",
        "1.0.0",
    ),
    # codes
    "code as text": (HEAD + "  - samenwerking\n", "5:5", "is text, not lines", "'- id: samenwerking'"),
    "code as list": (HEAD + "  - [a]\n", "5:5", "is a list", "'- id: ...'"),
    "no id": (HEAD + "  - label: x\n", "5:5", "has no 'id'", "Add a line"),
    "empty id": (HEAD + "  - id:\n    label: x\n", "5:8", "is not a valid id", "Use letters"),
    "id with a space": (HEAD + "  - id: a b\n", "5:9", "'a b' is not a valid id", "Use letters"),
    "same id twice": (CODE + "  - id: a\n", "6:9", "'a' is used twice; the first is on line 5", "another id"),
    "same id in a sub-code": (CODE + "    codes: [{id: a}]\n", "6:18", "'a' is used twice", "another id"),
    "label as list": (CODE + "    label: [x]\n", "6:12", "'label' of code 'a' must be text", ""),
    "label in no language": (CODE + "    label: {dutch: x}\n", "6:13", "'dutch' in the label", "Did you mean 'nl'?"),
    "definition as list": (CODE + "    definition: [x]\n", "6:17", "must be text, not a list", "one line"),
    "example with a colon": (
        CODE + "    examples:\n      - hij zei: nee\n",
        "7:9",
        "must be a list of texts",
        "quotes",
    ),
    "empty example": (CODE + "    examples: ['']\n", "6:16", "an empty sentence", "delete it"),
    "negated": (CODE + "    negated: dropp\n", "6:14", "'negated' of code 'a' is 'dropp'", "Did you mean 'drop'?"),
    "colour": (CODE + "    colour: red\n", "6:13", "'red' is not a valid colour", "#1b9e77"),
    "guid": (CODE + "    guid: 12-34\n", "6:11", "'12-34' is not a valid guid", "36 characters"),
    "folder": (CODE + "    folder: maybe\n", "6:13", "'folder' of code 'a' is 'maybe'", "It may be: no, yes"),
    "parent that is no code": (CODE + "    parent: aa\n", "6:13", "which is no code", "Did you mean 'a'?"),
    "parent of itself": (CODE + "    parent: a\n", "6:13", "ends up under itself", "Remove one"),
    "parents in a circle": (CODE + "    parent: b\n  - {id: b, parent: a}\n", "6:13", "under itself", "the cycle"),
    "two parents": (
        CODE + "    codes:\n      - {id: b, parent: c}\n  - id: c\n",
        "7:25",
        "but its parent is 'c'",
        "Delete",
    ),
    # terms
    "empty term": (CODE + "    terms:\n      -\n", "7:8", "an empty term in code 'a'", "delete the line"),
    "term without a letter": (CODE + "    terms: ['*']\n", "6:13", "holds no word", "Write a word"),
    "curly quotes": (CODE + "    terms: [“samen doen”]\n", "6:13", "are part of the term", "straight ones"),
    "curly quotes, exact": (CODE + "    terms: [{exact: ‘S’}]\n", "6:21", "are part of the term", "straight ones"),
    "term in a list": (CODE + "    terms: [[x]]\n", "6:13", "must be text, not a list", "its own '- '"),
    "same term twice": (CODE + "    terms: [x, y, X]\n", "6:19", "'X' occurs twice in code 'a'", "Delete one"),
    "~ inside": (CODE + "    terms: [sub~sidie]\n", "6:13", "'~' in the term", "after a single word"),
    "~ on a phrase": (CODE + "    terms: [de subsidie~]\n", "6:13", "'~' in the term", "after a single word"),
    "choice of whole terms": (CODE + "    terms: [a|b]\n", "6:13", "a choice of whole terms", "a line of its own"),
    "choice with a gap": (CODE + "    terms: [houden met| mee]\n", "6:13", "without a word on both sides", "'met|mee'"),
    "unknown kind of term": (CODE + "    terms: [{regx: x}]\n", "6:14", "unknown key 'regx'", "Did you mean 'regex'?"),
    "term with a colon": (CODE + "    terms:\n      - zeg: nee\n", "7:9", "unknown key 'zeg'", "It may hold"),
    "two kinds at once": (CODE + "    terms: [{exact: x, regex: y}]\n", "6:13", "exactly one of", ""),
    "empty exact": (CODE + "    terms: [{exact: ''}]\n", "6:21", "an empty term", "as they must appear"),
    "regex that does not compile": (CODE + "    terms: [{regex: '(a'}]\n", "6:21", "does not compile", "single quotes"),
    "regex for nothing": (CODE + "    terms: [{regex: 'a*'}]\n", "6:21", "the empty string", "Use +"),
    "regex for a mere place": (CODE + "    terms: [{regex: '\\b'}]\n", "6:21", "the empty string", "Use +"),
    "regex too deep": (
        CODE + "    terms: [{regex: '" + "(" * 480 + "a" + ")" * 480 + "'}]\n",
        "6:21",
        "nested too deeply",
        "simpler",
    ),
    "regex that runs away": (
        CODE + "    terms: [{regex: '(a|aa)+$'}]\n",
        "6:21",
        "does not terminate",
        "Do not repeat",
    ),
    "regex too long": (CODE + "    terms: [{regex: '" + "a" * 1001 + "'}]\n", "6:21", "longer than 1,000", "Split it"),
    "regex as list": (CODE + "    terms: [{regex: [a]}]\n", "6:21", "must be text", "single quotes"),
    "near with one": (CODE + "    terms: [{near: [a]}]\n", "6:20", "needs two terms", "within: 5"),
    "near with a regex": (
        CODE + "    terms: [{near: [a, {regex: b}]}]\n",
        "6:24",
        "plain and exact terms",
        "two plain",
    ),
    "within as a word": (CODE + "    terms: [{near: [a, b], within: sentense}]\n", "6:36", "'within'", "'sentence'"),
    "within too far": (CODE + "    terms: [{near: [a, b], within: 500}]\n", "6:36", "is '500'", "from 1 to 50"),
    "within without near": (CODE + "    terms: [{exact: a, within: 5}]\n", "6:32", "belongs to near", "Delete it"),
    "tokens without a list": (CODE + "    terms: [{tokens: x}]\n", "6:22", "must be a list", "LOWER"),
    "token as text": (CODE + "    terms: [{tokens: [x]}]\n", "6:23", "must be in braces", "LOWER"),
    "unknown token key": (CODE + "    terms: [{tokens: [{LOWR: x}]}]\n", "6:24", "'LOWR' is not a key", "'LOWER'"),
    "token value": (CODE + "    terms: [{tokens: [{LOWER: [x]}]}]\n", "6:22", "spaCy refuses", "spacy.io"),
    "terms in no language": (CODE + "    terms: {dutch: [x]}\n", "6:13", "'dutch' in 'terms'", "Did you mean 'nl'?"),
    "unless that is empty": (CODE + "    unless: ['']\n", "6:14", "an empty term", "delete the line"),
    "word list outside": (CODE + "    terms_from: ../x.txt\n", "6:17", "outside the folder of the codebook", "next to"),
    "word list missing": (CODE + "    terms_from: gone.txt\n", "6:17", "'gone.txt' does not exist. Check the name", ""),
    # what became of the old codes
    "renamed to nothing": (CODE + "renamed: {b: aa}\n", "6:14", "'renamed' leads to 'aa'", "Did you mean 'a'?"),
    "renamed the wrong way": (CODE + "renamed: {a: b}\n", "6:11", "still a code of this version", "on the left"),
    "merged as text": (CODE + "merged: b\n", "6:9", "'merged' must be lines", ""),
    "split into nothing": (CODE + "split: {b: [a, c]}\n", "6:16", "'split' leads to 'c'", ""),
}


def test_the_table_holds_sixty_broken_codebooks_and_more():
    assert len(BROKEN) >= 60


@pytest.mark.sweep(36)
@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_codebook_is_refused_with_its_place_and_a_remedy(case):
    text, place, what, remedy = BROKEN[case]
    with pytest.raises(CodebookError) as caught:
        parse_codebook(text, "x.yaml")
    expected = f"x.yaml:{place}" if place else "x.yaml"
    found = [problem for problem in caught.value.problems if problem.where == expected and what in problem.what]
    assert found, f"expected {expected} {what!r}, got:\n{caught.value}"
    assert any(remedy in problem.remedy for problem in found), f"got:\n{caught.value}"
    assert "Nothing was coded" in str(caught.value.summary)


@pytest.mark.parametrize("case", BROKEN)
def test_a_caret_stands_under_the_place(case):
    text = BROKEN[case][0]
    with pytest.raises(CodebookError) as caught:
        parse_codebook(text, "x.yaml")
    for problem in caught.value.problems:
        if problem.where.count(":") == 2:
            line, column = map(int, problem.where.split(":")[1:])
            written = text.split("\n")[line - 1]
            shown, carets = problem.excerpt.split("\n")
            at = carets.index("^")
            there = written[column - 1 : column]
            assert shown[at : at + 1] == (there if there.isprintable() else " ")


# What a schema cannot say: how codes, terms and files hang together, and what is in a text.
ONLY_THE_READER = {
    *("same key twice", "same id twice", "same id in a sub-code", "empty codes", "two documents", "too deep"),
    *("empty example", "parent that is no code", "parent of itself", "parents in a circle", "two parents"),
    *("within without near", "term without a letter", "same term twice", "~ inside", "~ on a phrase"),
    *("choice of whole terms", "choice with a gap", "curly quotes", "curly quotes, exact"),
    *("regex that does not compile", "regex for nothing", "regex for a mere place", "regex too deep"),
    *("regex that runs away", "unknown token key", "token value", "word list outside", "word list missing"),
    *("renamed to nothing", "renamed the wrong way", "split into nothing", "empty id", "space from a web page"),
    *("anchor", "anchor on a code", "hidden by an escape"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_the_schema_refuses_it_too_wherever_a_schema_can(case):
    try:
        value = yaml.safe_load(BROKEN[case][0])
    except (yaml.YAMLError, ValueError):
        return
    wrong = list(jsonschema.Draft7Validator(codebook_schema()).iter_errors(value))
    assert wrong or case in ONLY_THE_READER


@pytest.mark.parametrize("pattern", ["a{999999999}", "a{3,999999999}", "(a{999}){999}", "((a{99}){99}){99}"])
def test_a_regex_that_would_take_all_memory_is_refused_before_it_is_compiled(pattern: str) -> None:
    text = (
        f"name: b\nversion: 1\nlanguage: nl\ncodes:\n  - id: a\n    label: A\n    terms:\n      - regex: '{pattern}'\n"
    )
    with pytest.raises(CodebookError, match="repeats something more than 100,000 times"):
        parse_codebook(text, "book.yaml")


@pytest.mark.parametrize(
    "operators",
    [
        *(["{0,999999999}"], ["{999999999}"], ["{,999999999}"], ["{999999999,}"], ["{0," + "9" * 5_000 + "}"]),
        *(["{0,6}"] * 2, ["?"] * 11, ["*"] * 11, ["+"] * 11, ["{600}"] * 2),
        *(["{0,}"] * 11, ["{0,12}", "{9,2}"]),
    ],
)
def test_a_token_pattern_that_would_take_all_memory_is_refused_before_spacy_sees_it(operators: list[str]) -> None:
    tokens = ", ".join(f"{{OP: '{operator}'}}" for operator in operators)
    with pytest.raises(CodebookError, match="asks for more than 1,000 words, or for more than 10"):
        parse_codebook(f"{HEAD}    terms:\n      - tokens: [{tokens}]\n", "book.yaml")


def test_a_token_pattern_of_few_repeats_is_taken() -> None:
    tokens = "{LOWER: a}, {OP: '{2,5}'}, {OP: '?'}, {OP: '{3}'}, {LOWER: b, OP: '+'}"
    assert parse_codebook(f"{HEAD}    terms:\n      - tokens: [{tokens}]\n", "book.yaml").codes


@pytest.mark.parametrize("operator", ["{²}", "{a}", "{,}", "{}"])
def test_an_operator_without_a_number_is_refused_as_spacy_does(operator: str) -> None:
    with pytest.raises(CodebookError, match="spaCy"):
        parse_codebook(f"{HEAD}    terms:\n      - tokens: [{{LOWER: a}}, {{OP: '{operator}'}}]\n", "book.yaml")


def test_the_operator_for_a_word_that_is_not_there_is_taken() -> None:
    assert parse_codebook(f"{HEAD}    terms:\n      - tokens: [{{LOWER: a}}, {{LOWER: b, OP: '!'}}]\n").codes


HEAD = "codebook: B\nversion: 1.0.0\nlanguage: nl\ncodes:\n  - id: a\n"


@pytest.mark.parametrize("field", ["terms", "examples"])
def test_an_item_of_a_list_that_is_indented_further_is_refused_with_its_line(field: str) -> None:
    with pytest.raises(CodebookError) as error:
        parse_codebook(f"{HEAD}    {field}:\n      - een\n        - twee\n")
    assert "'twee' is indented further than the item above it" in str(error.value)
    assert ":8:9" in str(error.value)


def test_a_list_in_running_text_is_no_item_too_deep() -> None:
    book = parse_codebook(f"{HEAD}    definition: Dit is\n      - een\n    terms: [b]\n")
    assert book.codes[0].definition == "Dit is - een"
