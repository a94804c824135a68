"""Mutants: a module with one small fault each. Tests that mean something fail for every one of them.

A mutant is named by where it stands and what is changed, not by its line, so that the name outlives edits
elsewhere. Nothing is written to any file: a mutant is compiled from the syntax tree in memory.
"""

import ast
import copy
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
LEFT_ALONE = {"annotation", "returns", "decorator_list", "bases"}
"""Parts of the syntax that decide nothing at run time."""
BARE = (ast.Name, ast.Attribute, ast.Call, ast.NamedExpr)
WIDEST = 70


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: `change` inside `owner`, the `nth` of its kind there.

    `owner`: a function, class or constant, "" for the module. `place` and `which` find it again in the syntax
    tree of the same text.
    """

    file: str
    line: int
    owner: str
    change: str
    nth: int
    place: int
    which: int

    @property
    def name(self) -> str:
        """The same for as long as the place itself is not edited."""
        again = f" #{self.nth}" if self.nth > 1 else ""
        return f"{self.file} {self.owner or 'module'}: {self.change}{again}"

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.change}"


@dataclass(frozen=True, slots=True)
class _Place:
    node: ast.AST
    owner: str
    decides: bool


def mutants_of(file: str, source: str) -> list[Mutant]:
    """All mutants of a module, in the order of the text."""
    found: list[Mutant] = []
    seen: Counter[tuple[str, str]] = Counter()
    for at, place in enumerate(_places(ast.parse(source))):
        for which, variant in enumerate(_variants(place)):
            change = f"{_short(place.node)} -> {_short(variant)}"
            seen[place.owner, change] += 1
            line: int = getattr(place.node, "lineno", 0)
            found.append(Mutant(file, line, place.owner, change, seen[place.owner, change], at, which))
    return found


def compiled(source: str, path: str, place: int, which: int) -> CodeType:
    """The module with that fault."""
    tree = ast.parse(source)
    spot = list(_places(tree))[place]
    variant = list(_variants(spot))[which]
    ast.copy_location(variant, spot.node)
    _Swap(spot.node, variant).visit(tree)
    code: CodeType = compile(ast.fix_missing_locations(tree), path, "exec")
    return code


class _Swap(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old = old
        self._new = new

    def visit(self, node: ast.AST) -> ast.AST:
        changed: ast.AST = self._new if node is self._old else self.generic_visit(node)
        return changed


def _places(node: ast.AST, owner: str = "") -> Iterator[_Place]:
    for field, value in ast.iter_fields(node):
        if field in LEFT_ALONE:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _idle(child):
                yield _Place(child, owner, decides=field in ("test", "ifs"))
                yield from _places(child, _inside(owner, child))


def _inside(owner: str, node: ast.AST) -> str:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return f"{owner}.{node.name}" if owner else node.name
    if not owner and isinstance(node, ast.Assign | ast.AnnAssign):
        return ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
    return owner


def _idle(node: ast.AST) -> bool:
    """Docstrings, `assert_never(…)`, and `strict=True`: nothing that any input reaches."""
    if isinstance(node, ast.Expr):
        call = node.value
        never = isinstance(call, ast.Call) and ast.unparse(call.func) == "assert_never"
        return never or isinstance(call, ast.Constant)
    return isinstance(node, ast.keyword) and node.arg == "strict"


def _variants(place: _Place) -> Iterator[ast.AST]:
    """What can stand in the place instead."""
    node = place.node
    yield from _values(node)
    yield from _statements(node)
    if place.decides and isinstance(node, BARE):
        yield ast.UnaryOp(ast.Not(), node)


def _values(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare():
            yield from _compared(node)
        case ast.BoolOp():
            yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        case ast.UnaryOp(ast.Not(), operand):
            yield copy.copy(operand)
        case ast.Constant(bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(int(value) | float(value)):
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case ast.BinOp(left, ast.Add() | ast.Sub() as sign, right) if not _sticks(left, right):
            yield ast.BinOp(left, ast.Sub() if isinstance(sign, ast.Add) else ast.Add(), right)


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Return(value) if value is not None and not _falsy(value):
            yield ast.Return(ast.Constant(None))
        case ast.Expr() | ast.AugAssign() | ast.Continue() | ast.Break() | ast.Raise():
            yield ast.Pass()
        case ast.Assign(targets) if not isinstance(targets[0], ast.Name | ast.Tuple):
            yield ast.Pass()


def _compared(node: ast.Compare) -> Iterator[ast.AST]:
    for at, operator in enumerate(node.ops):
        other = COMPARED[type(operator)]()
        yield ast.Compare(node.left, [*node.ops[:at], other, *node.ops[at + 1 :]], node.comparators)


def _sticks(*sides: ast.AST) -> bool:
    """Strings and rows that are put together: a minus between them is an error, not a fault to find."""
    rows = (ast.JoinedStr, ast.List, ast.Tuple, ast.ListComp)
    return any(
        isinstance(s, rows) or (isinstance(s, ast.Constant) and isinstance(s.value, str)) for s in sides
    )


def _falsy(value: ast.AST) -> bool:
    """False, None and empty rows: `return None` there is mostly no fault."""
    if isinstance(value, ast.Constant):
        return not value.value
    return isinstance(value, ast.Tuple | ast.List) and not value.elts


def _short(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"
