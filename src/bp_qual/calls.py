"""What a public function is given, held against what its signature says, so that a wrong call is told in one sentence.

A table in place of a panel, the path of a codebook in place of what is read from it, one text where several are asked
for: inside, each would end in an error about something that the caller never wrote. ``bp_qual.__getattr__`` puts
`checked` around every public function; calls between the rooms are left to the type checker.
"""

from __future__ import annotations

import ast
import functools
import importlib
import inspect
from collections.abc import Callable, Iterable, Mapping
from numbers import Integral, Real
from os import PathLike
from typing import TYPE_CHECKING, ParamSpec, TypeGuard, TypeVar

if TYPE_CHECKING:
    import pandas as pd

P = ParamSpec("P")
R = TypeVar("R")

MADE_BY = {
    "Accuracy": "measure_accuracy",
    "Agreement": "measure_agreement",
    "Codebook": "read_codebook",
    "Combined": "combine_codings",
    "Comparison": "compare_waves",
    "Corpus": "read_corpus",
    "Framework": "make_framework",
    "HandCodings": "read_codings",
    "JudgedSample": "choose_judged_sample",
    "Labelled": "label_passages",
    "Panel": "count_codes(codings, corpus, codebook) or make_panel",
    "Sample": "draw_sample",
    "Study": "read_study",
    "Suggestions": "suggest_passages",
    "TalkIndex": "index_corpus",
    "Transcript": "read_transcript",
    "WordChanges": "compare_words",
}
"""The classes that functions take, and the functions that give them."""

_PLAIN: dict[str, tuple[type | tuple[type, ...], str]] = {
    "str": (str, "a text"),
    "bytes": (bytes, "bytes"),
    "int": (Integral, "a whole number"),
    "float": (Real, "a number"),
    "Path": (PathLike, "a path"),
    "None": (type(None), ""),
    "Mapping": (Mapping, "a dict"),
    "Sequence": (Iterable, "a list"),
    "Iterable": (Iterable, "a list"),
    "Collection": (Iterable, "a list"),
}
_LISTS = ("Sequence", "Iterable", "Collection")


def checked(function: Callable[P, R]) -> Callable[P, R]:
    """Return a public function that refuses arguments of another kind than its signature says.

    Parameters
    ----------
    function : callable
        A public function with annotations. Those that name a class of bp_qual, a table, a text, a number, a path, a
        list or a dict are held to; every other is left to the function.

    Returns
    -------
    callable
        The same function; a wrong argument is a ``TypeError`` that says what is asked for, where one gets it, and what
        was given. The value itself is not shown: it may be talk.

    Examples
    --------
    >>> import bp_qual as bq
    >>> bq.plot_change("codes.csv")
    Traceback (most recent call last):
    TypeError: plot_change: comparison is a Comparison, as compare_waves gives it, not a str
    """
    signature = inspect.signature(function)
    asked = {name: _parsed(parameter.annotation) for name, parameter in signature.parameters.items()}

    @functools.wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError:
            return function(*args, **kwargs)  # Python says which argument is missing or not known
        given = bound.arguments
        for name, value in given.items():
            if value is not signature.parameters[name].default and not _fits(value, asked[name]):
                told = " or ".join(filter(None, _described(asked[name])))
                raise TypeError(f"{function.__name__}: {name} is {told}, not {_what(value, asked[name])}")
        given.update({name: plain_columns(value) for name, value in given.items() if _is_frame(value)})
        return function(*bound.args, **bound.kwargs)

    call.__module__ = __name__  # where pickle finds it, by `__getattr__`
    return call


def plain_columns(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table with the columns that pandas makes by itself, where it has those in which nothing is ``pd.NA``.

    ``read_csv(..., dtype_backend=...)`` and ``convert_dtypes`` give such columns; every comparison with an empty cell
    of theirs fails, and the rooms know NaN.

    >>> import pandas as pd
    >>> plain_columns(pd.DataFrame({"n": [1, None], "code": ["a", None]}).convert_dtypes()).isna().sum().tolist()
    [1, 1]
    """
    import pandas as pd

    changed = [place for place, dtype in enumerate(table.dtypes) if getattr(dtype, "na_value", None) is pd.NA]
    if not changed:
        return table
    columns = [
        column.astype(object).where(column.notna(), float("nan")).infer_objects() if place in changed else column
        for place, (_, column) in enumerate(table.items())
    ]
    return pd.concat(columns, axis=1)


def __getattr__(name: str) -> object:
    """Return a public function by its name, as another process asks for it."""
    public: object = getattr(importlib.import_module("bp_qual"), name)
    return public


def _is_frame(value: object) -> TypeGuard[pd.DataFrame]:
    return type(value).__name__ == "DataFrame" and hasattr(value, "dtypes")


def _parsed(annotation: object) -> ast.expr | None:
    """Return what a parameter asks for, as written in the signature; None where nothing is written."""
    return ast.parse(annotation, mode="eval").body if isinstance(annotation, str) else None


def _alternatives(asked: ast.expr) -> list[tuple[str, list[ast.expr]]]:
    """Return the kinds of which one is asked for: the name of each, and what stands between its brackets."""
    if isinstance(asked, ast.BinOp):
        return _alternatives(asked.left) + _alternatives(asked.right)
    inner: list[ast.expr] = []
    if isinstance(asked, ast.Subscript):
        inner = asked.slice.elts if isinstance(asked.slice, ast.Tuple) else [asked.slice]
        asked = asked.value
    name = asked.attr if isinstance(asked, ast.Attribute) else asked.id if isinstance(asked, ast.Name) else ""
    return [("None" if isinstance(asked, ast.Constant) and asked.value is None else name, inner)]


def _fits(value: object, asked: ast.expr | None) -> bool:
    return asked is None or any(_is_one(value, name, inner) for name, inner in _alternatives(asked))


def _is_one(value: object, name: str, inner: list[ast.expr]) -> bool:
    """Tell whether a value is of a kind; what is of no kind that is known here is let through."""
    if name in _LISTS and isinstance(value, str | bytes):
        return False
    if name == "Mapping" and isinstance(value, Mapping):
        return not inner or all(_fits(one, inner[-1]) for one in value.values())
    if name in _PLAIN:
        return isinstance(value, _PLAIN[name][0])
    return (name not in MADE_BY and name != "DataFrame") or name in {kind.__name__ for kind in type(value).__mro__}


def _described(asked: ast.expr | None) -> list[str]:
    """Say what is asked for, each kind once."""
    return list(dict.fromkeys(_say(name, inner) for name, inner in _alternatives(asked))) if asked else []


def _say(name: str, inner: list[ast.expr]) -> str:
    if name in MADE_BY:
        return f"{_one(name)}, as {MADE_BY[name]} gives it"
    if name == "DataFrame":
        return "a table (a DataFrame)"
    told = _PLAIN[name][1] if name in _PLAIN else _one(name)
    several = _several(inner[-1]) if inner and name in (*_LISTS, "Mapping") else ""
    return f"{told} of {several}" if several else told


def _several(asked: ast.expr) -> str:
    """Name what a list or dict holds, where that is simple to say."""
    names = {name for name, _ in _alternatives(asked)}
    if names & set(_LISTS):
        return "lists"
    return "texts" if "str" in names else "numbers" if names & {"int", "float"} else ""


def _what(value: object, asked: ast.expr | None) -> str:
    """Name what was given, and of a dict what it holds that was not asked for."""
    if value is None:
        return "None"
    kind = type(value).__name__
    if isinstance(value, Mapping):
        inner = (
            next((inner for name, inner in _alternatives(asked) if name == "Mapping" and inner), []) if asked else []
        )
        odd = [one for one in value.values() if inner and not _fits(one, inner[-1])]
        return f"{_one(kind)} that holds {_what(odd[0], inner[-1])}" if odd else _one(kind)
    return "a table" if kind == "DataFrame" else _one(kind)


def _one(kind: str) -> str:
    """Return a kind with its article."""
    return f"{'an' if kind[0] in 'aeiouAEIO' else 'a'} {kind}"
