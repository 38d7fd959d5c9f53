"""Write docs/reference.md: every command, public name and codebook key, in the words of the code itself.

Run it after any of these changed: `python scripts/write_reference.py`. A test says so when it was forgotten.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

import bp_qual
from bp_qual.cli import main
from bp_qual.files.yaml_text import Field
from bp_qual.study.study_file import STUDY_FIELDS, WAVE_FIELDS

ROOT = Path(__file__).parents[1]
HEAD = """# Reference

Made by `scripts/write_reference.py` from the code: every command, every public name and every key of a codebook.
What they are *for* is told in [the first study](first_study.md) and the other [pages](README.md).
"""


def render_reference() -> str:
    """Return the page."""
    parts = [HEAD, "## Commands\n", *_commands(main, "bp-qual"), "## Python\n", *_names(), "## Keys of a codebook\n"]
    schema = json.loads((ROOT / "codebook.schema.json").read_text("utf-8"))
    parts.append(_keys("The file itself", schema["properties"]))
    parts += [_keys(title, keys) for title, keys in _definitions(schema["definitions"])]
    parts.append("## Keys of study.yaml\n")
    parts += [_fields("The file itself", STUDY_FIELDS), _fields("A wave", WAVE_FIELDS)]
    return "\n".join(parts).rstrip() + "\n"


def _commands(group: click.Group, path: str) -> Iterator[str]:
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path} {name}")
        else:
            yield _command(command, f"{path} {name}")


def _command(command: click.Command, path: str) -> str:
    context = click.Context(command, info_name=path)
    usage = " ".join(command.collect_usage_pieces(context))
    lines = [f"### `{path}`\n", f"    {path} {usage}\n", _first_paragraph(command.help or ""), ""]
    records = [p.get_help_record(context) for p in command.params if isinstance(p, click.Option)]
    rows = [f"| `{names.replace('|', '/')}` | {_cell(text)} |" for names, text in filter(None, records)]
    return "\n".join([*lines, *_table("option", rows)])


def _names() -> Iterator[str]:
    rows = []
    for name in sorted(bp_qual.__all__, key=str.lower):
        value = getattr(bp_qual, name)
        rows.append(f"| `{_signature(name, value)}` | {_cell(_first_paragraph(inspect.getdoc(value) or ''))} |")
    yield "\n".join(_table("`import bp_qual as bq`", rows))


def _signature(name: str, value: object) -> str:
    if inspect.isclass(value) or not callable(value):
        return name
    arguments = [
        f"{'*, ' if parameter.kind is parameter.KEYWORD_ONLY and first else ''}{parameter.name}"
        for parameter, first in _keyword_starts(inspect.signature(value))
    ]
    return f"{name}({', '.join(arguments)})"


def _keyword_starts(signature: inspect.Signature) -> Iterator[tuple[inspect.Parameter, bool]]:
    """Yield each parameter, and whether it is the first that must be named."""
    seen = False
    for parameter in signature.parameters.values():
        named = parameter.kind is parameter.KEYWORD_ONLY
        yield parameter, named and not seen
        seen = seen or named


def _definitions(definitions: dict[str, dict[str, object]]) -> Iterator[tuple[str, dict[str, dict[str, object]]]]:
    """Yield what a code and each kind of term may hold."""
    for name, definition in definitions.items():
        options = [definition, *definition.get("anyOf", []), *definition.get("oneOf", [])]
        keys = {key: value for option in options for key, value in option.get("properties", {}).items()}
        if keys:
            yield f"A {name}", keys


def _keys(title: str, properties: dict[str, dict[str, object]]) -> str:
    rows = [f"| `{key}` | {_cell(str(value.get('description', '')))} |" for key, value in properties.items()]
    return "\n".join([f"### {title}\n", *_table("key", rows)])


def _fields(title: str, fields: Iterable[Field]) -> str:
    return "\n".join([f"### {title}\n", *_table("key", [f"| `{f.name}` | {_cell(f.about)} |" for f in fields])])


def _table(head: str, rows: list[str]) -> list[str]:
    return [f"| {head} | |", "|---|---|", *rows, ""] if rows else []


def _first_paragraph(text: str) -> str:
    return re.sub(r"\s+", " ", text.split("\n\n")[0].replace("\b", "")).strip()


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|").replace("``", "`").strip()


if __name__ == "__main__":
    (ROOT / "docs" / "reference.md").write_text(render_reference(), "utf-8")
    sys.stdout.write("docs/reference.md written\n")
