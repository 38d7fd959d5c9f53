"""The page 'Writing a codebook' is true: every codebook on it is read, every command run, every term tried."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.codebook import parse_codebook, read_codebook
from bp_qual.codebook.loading import CODE_FIELDS, CODEBOOK_FIELDS
from bp_qual.codebook.terms import TERM_FIELDS
from bp_qual.coding import check_examples
from bp_qual.errors import CodebookError

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "writing_a_codebook.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)([^\n]*)\n(.*?)^```$", PAGE, re.M | re.S)
ROW = re.compile(r"^\| (`.+?`) \| (`.+`) \| (`.+`) \|$", re.M)
TERMS = [tuple(re.findall(r"`([^`]+)`", cell.replace(r"\|", "|")) for cell in row) for row in ROW.findall(PAGE)]
TERMS = [row for row in TERMS if all(row)]


@pytest.mark.slow
def test_every_example_of_the_page_runs_in_its_order(tmp_path, monkeypatch):
    for folder in ("transcripts_sample", "codebooks"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    printed = ""
    for kind, info, text in BLOCKS:
        if kind == "yaml":
            *broken, name = info.split()
            Path(name).write_text(text, encoding="utf-8")
            if broken:
                with pytest.raises(CodebookError):
                    read_codebook(name)
            else:
                assert not check_examples(read_codebook(name))
        elif kind == "sh":
            result = CliRunner().invoke(main, text.split()[1:], prog_name="bp-qual")
            assert result.exception is None or isinstance(result.exception, SystemExit), text
            printed = result.output
            assert printed, text
        elif kind == "text":
            assert printed == text


def test_the_page_tries_enough_terms():
    assert len(TERMS) >= 10


@pytest.mark.parametrize("row", TERMS, ids=lambda row: row[0][0])
def test_a_term_of_the_table_finds_what_the_page_says(row):
    (term,), found, not_found = row
    written = term if term.startswith("{") else f'"{term}"'

    def sentences(many):
        return "[" + ", ".join(f'"{one}"' for one in many) + "]"

    code = f"{{id: a, terms: [{written}], examples: {sentences(found)}, counterexamples: {sentences(not_found)}}}"
    problems = check_examples(parse_codebook(f"language: nl\ncodes:\n  - {code}\n"))
    assert not problems, "\n".join(map(str, problems))


@pytest.mark.parametrize("field", [*CODEBOOK_FIELDS, *CODE_FIELDS, *TERM_FIELDS], ids=lambda field: field.name)
def test_every_key_stands_on_the_page(field):
    keys = PAGE[PAGE.index("## All keys") :]
    assert f"`{field.name}`" in keys
