"""The line of study.yaml that names the columns of a table."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence


def columns_line(columns: Mapping[str, tuple[str, ...]]) -> str:
    """Return the line of study.yaml that names the columns of answers, and that of the persons if there is one.

    >>> columns_line({"person": ("nr",), "questions": ("sterk", "zwak: wat")})
    'columns: {person: "nr", questions: ["sterk", "zwak: wat"]}'
    """
    person = f"person: {json.dumps(columns['person'][0], ensure_ascii=False)}, " if "person" in columns else ""
    return f"columns: {{{person}questions: {_yaml_list(columns['questions'])}}}"


def _yaml_list(texts: Sequence[str]) -> str:
    return json.dumps([" ".join(text.split()) for text in texts], ensure_ascii=False)
