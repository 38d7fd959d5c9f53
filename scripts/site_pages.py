"""What the site of the documentation needs beside docs/: pages made from the code and from files of the repository.

mkdocs calls these hooks (mkdocs.yml). A link out of docs/ leads to the page that is made of that file; where there is
none it becomes the name of the file, as there is no address at which everybody has it.
"""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from posixpath import dirname, normpath, relpath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

import bp_qual

ROOT = Path(__file__).parents[1]
PAGES = {"CHANGELOG.md": "changelog.md", "ARCHITECTURE.md": "architecture.md", "CONTRIBUTING.md": "contributing.md"}
PAGE_OF = PAGES | {"README.md": "README.md"}
_FENCE = re.compile(r"(^```.*?^```[^\n]*$)", re.M | re.S)
_ABOVE = re.compile(r"^(```+\w+)[^\n`]*", re.M)
_LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\]]*\])+)\]\((?!https?:|#|mailto:)([^)\s#]+)(#[^)\s]*)?\)")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """List every decision below their index."""
    pages = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    for entries in (entry for part in config.nav or [] for entry in part.values()):
        for entry in entries:
            if isinstance(entry, dict) and "Decisions" in entry:
                entry["Decisions"] = ["decisions/README.md", *(f"decisions/{page.name}" for page in pages)]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made."""
    made = {page: (ROOT / file).read_text("utf-8") for file, page in PAGES.items()}
    made |= {"functions.md": functions_page(), "citation.md": citation_page()}
    for name, text in made.items():
        files.append(File.generated(config, name, content=text))
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Lead the links of a page to other pages; leave of the words above an example its language."""
    parts = _FENCE.split(markdown)
    return "".join(
        _ABOVE.sub(r"\1", part) if at % 2 else lead_links(part, page.file.src_uri) for at, part in enumerate(parts)
    )


def on_post_page(output: str, page: Any, config: MkDocsConfig, **_: Any) -> str:
    """Say of a page below *In het Nederlands* that it is Dutch, for who has it read aloud or translated."""
    dutch = next(part["In het Nederlands"] for part in config.nav or [] if "In het Nederlands" in part)
    is_dutch = any(page.file.src_uri in entry.values() for entry in dutch)
    return output.replace('<html lang="en"', '<html lang="nl"', 1) if is_dutch else output


def lead_links(text: str, page: str) -> str:
    """Return a text whose links to files of the repository lead to pages, as seen from a page of the site.

    >>> lead_links("[the code](../ARCHITECTURE.md#laws), [a test](../tests/x.py), [more](study.md)", "names.md")
    '[the code](architecture.md#laws), a test (`tests/x.py`), [more](study.md)'
    """
    source = {made: file for file, made in PAGES.items()}.get(page, f"docs/{page}")

    def lead(match: re.Match[str]) -> str:
        words, target, anchor = match[1], normpath(f"{dirname(source)}/{match[2]}".lstrip("/")), match[3] or ""
        inside = PAGE_OF.get(target) or (target.removeprefix("docs/") if target.startswith("docs/") else "")
        if inside:
            return f"[{words}]({relpath(inside, dirname(page) or '.')}{anchor})"
        return f"{words} (`{target}`)" if target not in words else words

    return _LINK.sub(lead, text)


def functions_page() -> str:
    """Return the page of everything public with its docstring, by the room it is in."""
    rooms: dict[str, list[str]] = {}
    for name, home in bp_qual._HOMES.items():
        rooms.setdefault(home.split(".")[1], []).append(name)
    lines = ["# Functions in full", "Everything that `import bp_qual as bq` gives, by the room of the code it is in."]
    for room, names in sorted(rooms.items()):
        lines.append(f"## {room}")
        lines += [f"::: {_defined_in(name)}.{name}" for name in sorted(names)]
    return "\n\n".join(lines) + "\n"


def _defined_in(name: str) -> str:
    return str(getattr(inspect.unwrap(getattr(bp_qual, name)), "__module__", bp_qual._HOMES[name]))


def citation_page() -> str:
    """Return how to cite, from CITATION.cff."""
    return f"# How to cite\n\n```yaml\n{(ROOT / 'CITATION.cff').read_text('utf-8')}```\n"
