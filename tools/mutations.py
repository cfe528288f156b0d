# SPDX-License-Identifier: AGPL-3.0-or-later
"""The small spoilings of a Python module with which `make mutants` tries the tests.

One at a time: a condition turned round, a bound moved by one, a word changed, a fault not told.
The Italian of a message is left alone (what stands from the third argument of `Fault` on, in a
decorator, or reads as a sentence): words are for people to judge, not for a test to repeat.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from types import CodeType

Put = Callable[[ast.AST], object]

_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,), ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
}  # fmt: skip
_SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
_SENTENCE = re.compile(r"[A-ZÀ-Ý][\w'’,.>]*(?: [\w'’,.>]+)+")  # of a table of messages
_NOTHING = ast.YieldFrom(ast.Tuple([], ast.Load()))
_UNTOUCHED = ("annotation", "returns", "decorator_list", "type_params")


@dataclass(frozen=True)
class Mutant:
    """One module with one thing spoiled.

    Attributes:
        path: the module, from the project's root.
        line: where it is spoiled, from 1.
        place: the function or the name that holds it, "" when none does.
        before: what the line says.
        after: what it says now.
        silenced: a whole check that now finds nothing.
        code: the spoiled module, compiled.
    """

    path: str
    line: int
    place: str
    before: str
    after: str
    silenced: bool
    code: CodeType

    @property
    def name(self) -> str:
        """What tells it from the others, without the line, which moves when others do."""
        return f"{self.path} {self.place}: {self.before} -> {self.after}"


def mutants_of(path: str, source: str) -> Iterator[Mutant]:
    """Yield every mutant of a module: first the silenced checks, then the rest from the top."""
    tree = ast.parse(source)
    for place, function in _named(tree):
        if isinstance(function, ast.FunctionDef) and _is_check(function):
            body, function.body = function.body, [ast.Expr(_NOTHING)]
            code = _compiled(tree, path)
            function.body = body
            yield Mutant(path, function.lineno, place, "the check", "nothing", True, code)
    for place, top in _named(tree):
        for node, put in _places(top):
            for after in _changes(node):
                ast.copy_location(after, node)
                before, said = _said(node), _said(after)
                put(after)
                code = _compiled(tree, path)
                put(node)
                yield Mutant(path, node.lineno, place, before, said, False, code)


def _named(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """Yield each statement of a module with its name."""
    for top in tree.body:
        if isinstance(top, ast.FunctionDef | ast.ClassDef):
            yield top.name, top
        elif isinstance(top, ast.Assign | ast.AnnAssign):
            targets = top.targets if isinstance(top, ast.Assign) else [top.target]
            yield ast.unparse(targets[0]), top


def _is_check(function: ast.FunctionDef) -> bool:
    return any(ast.unparse(each).startswith("check(") for each in function.decorator_list)


def _places(node: ast.AST) -> Iterator[tuple[ast.expr | ast.stmt, Put]]:
    """Yield every expression and statement inside a node, with what puts another in its place."""
    for field, value in ast.iter_fields(node):
        if field in _UNTOUCHED or (field == "keywords" and _tells(node)):
            continue
        several = isinstance(value, list)
        for number, child in enumerate(value if several else [value]):
            if not isinstance(child, ast.AST) or _is_words(node, field, number, child):
                continue
            if isinstance(child, ast.expr | ast.stmt):
                yield child, partial(value.__setitem__, number) if several else partial(setattr, node, field)  # fmt: skip
            yield from _places(child)


def _tells(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "Fault"


def _is_words(parent: ast.AST, field: str, number: int, child: ast.AST) -> bool:
    """Whether this is a docstring, a message or the fixed part of an f-string."""
    if isinstance(parent, ast.Expr | ast.JoinedStr | ast.FormattedValue):
        return isinstance(child, ast.Constant | ast.JoinedStr) or field == "conversion"
    sentence = isinstance(child, ast.Constant) and _SENTENCE.fullmatch(str(child.value))
    return bool(sentence) or (_tells(parent) and field == "args" and number >= 2)


def _changes(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """Yield what may stand in the place of a node."""
    if isinstance(node, ast.Compare):
        for number, sign in enumerate(node.ops):
            for other in _COMPARISONS[type(sign)]:
                signs = [*node.ops[:number], other(), *node.ops[number + 1 :]]
                yield ast.Compare(node.left, signs, node.comparators)
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        for number in range(len(node.values)):
            rest = [*node.values[:number], *node.values[number + 1 :]]
            yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.BinOp) and type(node.op) in _SUMS:
        yield ast.BinOp(node.left, _SUMS[type(node.op)](), node.right)
    elif isinstance(node, ast.Constant):
        yield from (ast.Constant(value) for value in _other_values(node.value))
    else:
        yield from _other_ways(node)


def _other_values(value: object) -> Iterator[str | float]:
    """Yield the wrong values nearest to a constant."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        yield from (value + 1, value - 1)
    elif isinstance(value, str):
        yield f"{value}XX" if value else "XX"


def _other_ways(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """Yield what turns the flow of a function."""
    if isinstance(node, ast.If) and _is_plain(node.test):
        yield ast.If(_not(node.test), node.body, node.orelse)
    elif isinstance(node, ast.IfExp) and _is_plain(node.test):
        yield ast.IfExp(_not(node.test), node.body, node.orelse)
    elif isinstance(node, ast.Continue):
        yield ast.Break()
    elif isinstance(node, ast.Yield | ast.YieldFrom):
        yield _NOTHING
    elif isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
        for number, loop in enumerate(node.generators):
            if loop.ifs:
                all_of_it = ast.comprehension(loop.target, loop.iter, [], loop.is_async)
                fields = dict(ast.iter_fields(node))
                loops = [*node.generators[:number], all_of_it, *node.generators[number + 1 :]]
                yield type(node)(**{**fields, "generators": loops})


def _is_plain(test: ast.expr) -> bool:
    """Whether no change of the condition's own does the same as turning it round."""
    return not isinstance(test, ast.Compare | ast.UnaryOp)


def _not(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _said(node: ast.AST) -> str:
    """Return the source of a node in one short line."""
    text = ast.unparse(ast.fix_missing_locations(node)).splitlines()[0]
    return text if len(text) <= 100 else f"{text[:99]}…"


def _compiled(tree: ast.Module, path: str) -> CodeType:
    return compile(ast.fix_missing_locations(tree), path, "exec", dont_inherit=True)
