"""The documentation is true: its examples run, its links lead somewhere, and nothing public goes without a word.

What runs, in `README.md` and `docs/**/*.md`, page by page, in a scratch folder that holds copies of
`transcripts_sample`, `transcripts_sample_en` and `codebooks`, and two folders with names that say little:

- a fence ```` ```python ```` that holds `>>>`: a doctest (one namespace for the whole page, `...` stands for anything);
- ```` ```python run ````: plain lines, in the same namespace;
- ```` ```sh run ````: each line a command; it must end well, or with 1 where the line ends in `# exit 1`. As in the
  terminal of a reader, the lines after a `cd` run where that led;
- ```` ```csv folder/interviews.csv ````: a file that is written, in a folder that is there where the page began;
- ```` ```text output ````: what the last command before it printed, white space aside, `...` standing for anything.

Other fences are shown and not run.
"""

from __future__ import annotations

import doctest
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import bp_qual
from bp_qual.cli import main
from messy_folders import make_messy_folders

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
FENCE = re.compile(r"^(`{3,})([^\n`]*)\n(.*?)^\1\s*$", re.M | re.S)
SHELL = re.compile(r"[|<>&;$*]")


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block of a page: what stands behind the fence, what is in it, and on which line."""

    info: str
    text: str
    line: int

    @property
    def kind(self) -> str:
        """What is to be done with it: doctest, python, sh, file, output or nothing."""
        words = self.info.split()
        if words[:1] in (["python"], ["pycon"]) and ">>>" in self.text:
            return "doctest"
        if len(words) == 2 and "/" in words[1]:
            return "file"
        return {("python", "run"): "python", ("sh", "run"): "sh", ("text", "output"): "output"}.get(tuple(words), "")


def read_blocks(text: str) -> tuple[Block, ...]:
    """Return the fenced blocks of a page."""
    return tuple(
        Block(match[2].strip(), match[3], text.count("\n", 0, match.start()) + 2) for match in FENCE.finditer(text)
    )


def run_page(text: str, name: str) -> None:
    """Run the blocks of a page in order; raise AssertionError where one does not do what it shows."""
    names: dict[str, object] = {"__name__": "__main__"}
    printed, start = "", Path.cwd()
    for block in read_blocks(text):
        place = f"{name}:{block.line}"
        if block.kind == "doctest":
            run_doctest(block, names, place)
        elif block.kind == "python":
            exec(compile("\n" * (block.line - 1) + block.text, name, "exec"), names)
        elif block.kind == "file":
            (start / block.info.split()[1]).write_text(block.text, "utf-8")
        elif block.kind == "sh":
            for line in filter(None, (line.strip() for line in block.text.splitlines())):
                printed = run_command(line, place)
        elif block.kind == "output":
            assert doctest.OutputChecker().check_output(block.text, printed, FLAGS), (
                f"{place}: it printed\n{printed}\nand not\n{block.text}"
            )


def run_doctest(block: Block, names: dict[str, object], place: str) -> None:
    """Run one interactive example in the names of its page."""
    test = doctest.DocTestParser().get_doctest(block.text, names, place, place, block.line)
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    runner.run(test, out=report.append, clear_globs=False)
    names.update(test.globs)
    assert not runner.failures, "".join(report)


def run_command(line: str, place: str) -> str:
    """Run one command line and return what it printed; stand where it led, as a shell does."""
    command, _, note = line.partition("# exit ")
    wanted = int(note or 0)
    words = shlex.split(command)
    if words[0] == "bp-qual" and not SHELL.search(command):
        result = CliRunner().invoke(main, words[1:], prog_name="bp-qual")
        code, output = result.exit_code, result.output
        if result.exception and not isinstance(result.exception, SystemExit):
            raise AssertionError(f"{place}: {line}") from result.exception
    else:
        path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
        with tempfile.TemporaryDirectory() as aside:
            led = Path(aside) / "led to"
            script = f"{command}\ncode=$?; pwd >{shlex.quote(str(led))}; exit $code"
            environment = os.environ | {"PATH": path}
            done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, env=environment)
            os.chdir(led.read_text("utf-8").rstrip("\n"))
        code, output = done.returncode, done.stdout + done.stderr
    assert code == wanted, f"{place}: {line} ended with {code}:\n{output}"
    return output


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder of one's own, with the sample study and the codebooks."""
    for folder in ("transcripts_sample", "transcripts_sample_en", "codebooks"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    make_messy_folders(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.sweep(2)
@pytest.mark.usefixtures("scratch")
@pytest.mark.parametrize("page", [p for p in PAGES if any(b.kind for b in read_blocks(p.read_text("utf-8")))], ids=str)
def test_every_example_of_a_page_runs(page: Path) -> None:
    run_page(page.read_text("utf-8"), page.name)


@pytest.mark.usefixtures("scratch")
@pytest.mark.parametrize(
    "text",
    [
        "```python\n>>> 1 + 1\n3\n```\n",
        "```python run\nassert 1 == 2\n```\n",
        "```sh run\nbp-qual no-such-command\n```\n",
        "```sh run\nbp-qual --version\n```\n\n```text output\nsomething else\n```\n",
        "```sh run\nbp-qual --version  # exit 1\n```\n",
        "```sh run\ncd codebooks\nls codebooks\n```\n",
    ],
)
def test_an_example_that_is_not_true_is_noticed(text: str) -> None:
    with pytest.raises(AssertionError):
        run_page(text, "page")


def find_commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    """Yield every command with all its words, groups gone into."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from find_commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


def find_keys(schema: object) -> Iterator[str]:
    """Yield every key that a codebook may have."""
    if isinstance(schema, dict):
        for word, value in schema.items():
            if word == "properties":
                yield from value
            yield from find_keys(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from find_keys(value)


def find_code(text: str) -> str:
    """Return what stands in fences and between back ticks."""
    fences = [block.text for block in read_blocks(text)]
    return "\n".join([*fences, *re.findall(r"`([^`\n]+)`", FENCE.sub("", text))])


@pytest.fixture(scope="module")
def shown() -> str:
    """Return all code that the documentation shows."""
    return "\n".join(find_code(page.read_text("utf-8")) for page in PAGES)


def test_every_command_is_documented(shown: str) -> None:
    missing = [path for path, _ in find_commands(main, "bp-qual") if not re.search(rf"{path}\b", shown)]
    assert missing == []


def test_every_public_name_is_documented(shown: str) -> None:
    assert [name for name in bp_qual.__all__ if not re.search(rf"\b{name}\b", shown)] == []


def test_every_key_of_a_codebook_is_documented(shown: str) -> None:
    schema = json.loads((ROOT / "codebook.schema.json").read_text("utf-8"))
    keys = sorted(set(find_keys(schema)))
    assert len(keys) > 10
    assert [key for key in keys if not re.search(rf"\b{key}\b", shown)] == []


@pytest.mark.usefixtures("scratch")
def test_every_column_of_every_table_is_explained_in_its_order() -> None:
    run_command("bp-qual compare transcripts_sample -o out", "tables.md")
    text = (ROOT / "docs" / "tables.md").read_text("utf-8")
    explained = {
        section.split("\n", 1)[0]: re.findall(r"^\| `(\w+)` \|", section, re.M) for section in text.split("\n## ")[1:]
    }
    written = {file.name: file.read_text("utf-8").split("\n", 1)[0].split(",") for file in Path("out").glob("*.csv")}
    assert len(written) >= 6
    assert {name: explained.get(name) for name in written} == written


def test_every_column_of_the_table_of_words_is_explained_in_its_order() -> None:
    from bp_qual.suggestions.word_changes import WORD_COLUMNS

    text = (ROOT / "docs" / "new_words.md").read_text("utf-8")
    section = text.split("\n## The table, column by column")[1].split("\n## ")[0]
    assert tuple(re.findall(r"^\| `(\w+)` \|", section, re.M)) == WORD_COLUMNS


def test_the_reference_says_what_the_code_says() -> None:
    """Run `python scripts/write_reference.py` where this fails."""
    sys.path.insert(0, str(ROOT / "scripts"))
    import write_reference

    assert (ROOT / "docs" / "reference.md").read_text("utf-8") == write_reference.render_reference()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_page_or_file_leads_somewhere(page: Path) -> None:
    text = FENCE.sub("", page.read_text("utf-8"))
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if not re.match(r"\w+:|#", link)]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_is_listed_where_a_reader_looks() -> None:
    seen: set[Path] = set()
    ahead = [ROOT / "README.md", ROOT / "docs" / "README.md"]
    while ahead:
        page = ahead.pop()
        if page in seen or page.suffix != ".md":
            continue
        seen.add(page)
        links = re.findall(r"\]\(([^)\s#]+)", page.read_text("utf-8"))
        ahead += [(page.parent / link).resolve() for link in links if (page.parent / link).is_file()]
    assert [str(page.relative_to(ROOT)) for page in PAGES if page not in seen] == []
