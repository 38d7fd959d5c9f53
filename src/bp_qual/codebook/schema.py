"""The JSON schema with which editors complete and check a codebook as it is typed.

It is derived from the tables of keys that the reader uses (`loading.CODEBOOK_FIELDS`, `loading.CODE_FIELDS`,
`terms.TERM_FIELDS`), so that the two cannot diverge; a test compares the file `codebook.schema.json` with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from bp_qual.codebook.loading import CODE_FIELDS, CODEBOOK_FIELDS, COLOUR, GUID, ID, VERSION
from bp_qual.codebook.term_lists import LANGUAGE
from bp_qual.codebook.term_patterns import MAX_PATTERN
from bp_qual.codebook.terms import MAX_NEAR, TERM_FIELDS, WORD_CLASSES
from bp_qual.files.yaml_text import Field

Schema = dict[str, Any]


def codebook_schema() -> Schema:
    """Return the schema of a codebook, JSON Schema draft 7.

    >>> codebook_schema()["required"]
    ['language', 'codes']
    """
    schema: Schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Codebook of bp_qual",
        **_mapping(CODEBOOK_FIELDS),
        "definitions": {
            "code": _mapping(CODE_FIELDS),
            "term": {"anyOf": [_text(minLength=1), *_keyed_terms()]},
            "terms": _one_or_more({"$ref": "#/definitions/term"}),
        },
    }
    return schema


def schema_text() -> str:
    """Return the schema as the text of `codebook.schema.json`.

    >>> schema_text().startswith("{")
    True
    """
    return json.dumps(codebook_schema(), indent=2, ensure_ascii=False) + "\n"


def _mapping(fields: Iterable[Field]) -> Schema:
    fields = tuple(fields)
    properties = {key.name: {**_value(key), "description": key.about} for key in fields}
    schema: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    required = [key.name for key in fields if key.required]
    return schema | ({"required": required} if required else {})


def _value(key: Field) -> Schema:
    """Return the schema of the value of a key, by the type its field declares."""
    if key.kind == "choice":  # some editors read a bare yes or no as true or false
        truths: list[object] = [True, False] if set(key.choices) == {"yes", "no"} else []
        return {"enum": [*key.choices, *truths]}
    return {
        "text": _text(),
        "texts": _one_or_more(_text()),
        "id": _text(pattern=f"^{ID.pattern}$"),
        "language": _text(pattern=f"^{LANGUAGE.pattern}$"),
        "version": _text(pattern=f"^{VERSION.pattern}$"),
        "colour": _text(pattern=f"^{COLOUR.pattern}$"),
        "guid": _text(pattern=f"^{GUID.pattern}$"),
        "label": {"anyOf": [_text(), _per_language(_text())]},
        "terms": {"anyOf": [{"$ref": "#/definitions/terms"}, _per_language({"$ref": "#/definitions/terms"})]},
        "files": {"anyOf": [_one_or_more(_text()), _per_language(_one_or_more(_text()))]},
        "old to new": {"type": "object", "additionalProperties": _text()},
        "old to several": {"type": "object", "additionalProperties": _one_or_more(_text())},
        "codes": {"type": "array", "items": {"$ref": "#/definitions/code"}},
    }[key.kind]


def _keyed_terms() -> list[Schema]:
    about = {key.name: key.about for key in TERM_FIELDS}
    part = {"anyOf": [_text(minLength=1), _only("exact", _text(minLength=1), about)]}
    near = _only("near", {"type": "array", "items": part, "minItems": 2, "maxItems": 2}, about)
    within = {"anyOf": [{"type": "integer", "minimum": 1, "maximum": MAX_NEAR}, {"enum": ["sentence"]}]}
    near["properties"]["within"] = {**within, "description": about["within"]}
    tokens = {"type": "array", "items": {"type": "object"}, "minItems": 1}
    lemma = _only("lemma", _text(minLength=1), about)
    lemma["properties"]["as"] = {"enum": list(WORD_CLASSES), "description": about["as"]}
    return [
        lemma,
        _only("exact", _text(minLength=1), about),
        _only("regex", _text(minLength=1, maxLength=MAX_PATTERN), about),
        _only("tokens", tokens, about),
        near,
    ]


def _only(name: str, value: Schema, about: dict[str, str]) -> Schema:
    properties = {name: {**value, "description": about[name]}}
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": [name]}


def _text(**limits: Any) -> Schema:
    """Return the schema of text: editors do not read `2010` and `no` as strings, this package does."""
    return {"type": ["string", "number", "boolean"], **limits}


def _one_or_more(item: Schema) -> Schema:
    return {"anyOf": [item, {"type": "array", "items": item}]}


def _per_language(value: Schema) -> Schema:
    pattern = f"^{LANGUAGE.pattern}$"
    return {"type": "object", "patternProperties": {pattern: value}, "additionalProperties": False}
