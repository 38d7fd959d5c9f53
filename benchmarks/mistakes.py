"""Small mistakes that can be made in a module, one at a time: what `mutate.py` tries on the tests."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OPPOSITE: dict[type, type] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mistake: the module, the line and its statement, what was written and what stands there now, the source."""

    module: Path
    line: int
    statement: range
    before: str
    after: str
    source: str


def changed(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the mistakes that can be made in one node, each as a new node."""
    match node:
        case ast.Compare(ops=[operator]) if type(operator) in OPPOSITE:
            yield _with(node, ops=[OPPOSITE[type(operator)]()])
        case ast.BoolOp():
            yield _with(node, op=OPPOSITE[type(node.op)]())
            yield from (
                _with(node, values=node.values[:i] + node.values[i + 1 :])
                for i in range(len(node.values))
                if len(node.values) > 1
            )
        case ast.BinOp(op=operator) if type(operator) in OPPOSITE and not _is_text(node):
            yield _with(node, op=OPPOSITE[type(operator)]())
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield node.operand
        case ast.Constant(value=bool()):
            yield ast.Constant(not node.value)
        case ast.Constant(value=int() | float()):
            yield ast.Constant(node.value + 1)
        case ast.IfExp():
            yield node.body
            yield node.orelse
        case ast.If() | ast.comprehension(ifs=[_, *_]):
            yield from _without_condition(node)


def _with(node: ast.AST, **fields: object) -> ast.AST:
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def _without_condition(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.comprehension):
        yield _with(node, ifs=node.ifs[1:])
    elif isinstance(node, ast.If) and "TYPE_CHECKING" not in ast.unparse(node.test):
        yield _with(node, test=ast.Constant(value=False))


def _is_text(node: ast.BinOp) -> bool:
    return any(
        isinstance(side, ast.JoinedStr | ast.List | ast.Tuple) or _is_string(side) for side in (node.left, node.right)
    )


def _is_string(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def find_places(tree: ast.Module) -> Iterator[tuple[ast.AST, str, int | None, int]]:
    """Yield each piece of code inside a function as (parent, field, index, line)."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    nested = {id(inner) for node in functions for inner in ast.walk(node) if inner is not node}
    for function in (node for node in functions if id(node) not in nested):
        for parent in _code_of(function):
            for field, index, child in _children(parent):
                yield parent, field, index, getattr(child, "lineno", getattr(parent, "lineno", function.lineno))


def _code_of(node: ast.AST) -> Iterator[ast.AST]:
    """Walk over a function without its types and the errors it raises."""
    yield node
    for _, _, child in _children(node):
        if not isinstance(child, ast.Raise):
            yield from _code_of(child)


def _children(node: ast.AST) -> Iterator[tuple[str, int | None, ast.AST]]:
    for field, value in ast.iter_fields(node):
        if field not in ("annotation", "returns", "decorator_list") and not _is_strict(node):
            for index, child in enumerate(value if isinstance(value, list) else [value]):
                if isinstance(child, ast.AST):
                    yield field, index if isinstance(value, list) else None, child


def _is_strict(node: ast.AST) -> bool:
    """Return whether this is `zip(..., strict=True)`, which only ever stops a programmer."""
    return isinstance(node, ast.keyword) and node.arg == "strict"


def find_mutants(module: Path, source: str) -> list[Mutant]:
    """Return every mistake that can be made in a module."""
    tree, mutants = ast.parse(source), []
    for parent, field, index, line in find_places(tree):
        held = getattr(parent, field)
        child = held if index is None else held[index]
        for new in changed(child):
            _put(parent, field, index, new)
            whole = ast.unparse(ast.fix_missing_locations(tree))
            _put(parent, field, index, child)
            mutants.append(Mutant(module, line, _statement(tree, line), _short(child), _short(new), whole))
    return mutants


def _statement(tree: ast.Module, line: int) -> range:
    """Return the lines of the innermost statement that holds a line."""
    spans = [(node.lineno, node.end_lineno or node.lineno) for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    first, last = min((span for span in spans if span[0] <= line <= span[1]), key=lambda span: span[1] - span[0])
    return range(first, last + 1)


def _put(parent: ast.AST, field: str, index: int | None, node: ast.AST) -> None:
    if index is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[index] = node


def _short(node: ast.AST) -> str:
    return ast.unparse(ast.fix_missing_locations(node)).strip().split("\n")[0][:90]
