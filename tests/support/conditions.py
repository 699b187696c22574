"""What was waited for, told as it stands in the test, with what each side of it is worth."""

import ast
import inspect
import linecache
from collections.abc import Callable, Iterator


def words(callback: Callable[[], object]) -> str:
    """Return a condition as it stands in the test, or its name where it is no lambda."""
    expression = _expression(callback)
    if expression is not None:
        return ast.unparse(expression)
    return getattr(callback, "__qualname__", repr(callback))


def values(callback: Callable[[], object]) -> Iterator[str]:
    """Return what each side of a condition is worth now, such as ``state = Standing.SAVING``."""
    expression = _expression(callback)
    if expression is None:
        yield f"{getattr(callback, '__self__', callback)!r}"
        return
    free = inspect.getclosurevars(callback)
    known = {**getattr(callback, "__globals__", {}), **free.nonlocals}
    for part in _parts(expression):
        yield f"{ast.unparse(part)} = {_value(part, known)}"


def _expression(callback: Callable[[], object]) -> ast.expr | None:
    """Return what a lambda returns; None for anything else that can be called."""
    code = getattr(callback, "__code__", None)
    if code is None or code.co_name != "<lambda>":
        return None
    source = "".join(linecache.getlines(code.co_filename))
    ours = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Lambda) and node.lineno == code.co_firstlineno
    ]
    # Two on one line are told apart by the names they use.
    fitting = [node for node in ours if _names(node.body) >= set(code.co_freevars)]
    return fitting[0].body if fitting else None


def _names(expression: ast.expr) -> set[str]:
    return {node.id for node in ast.walk(expression) if isinstance(node, ast.Name)}


def _parts(expression: ast.expr) -> Iterator[ast.expr]:
    """Return the sides of comparisons and conjunctions, each once, without constants."""
    match expression:
        case ast.BoolOp(values=sides):
            for side in sides:
                yield from _parts(side)
        case ast.Compare(left=left, comparators=others):
            yield from (side for side in (left, *others) if not isinstance(side, ast.Constant))
        case ast.UnaryOp(op=ast.Not(), operand=side):
            yield from _parts(side)
        case ast.Call(func=ast.Name(id="bool"), args=[side]):
            yield from _parts(side)
        case _:
            yield expression


def _value(expression: ast.expr, known: dict[str, object]) -> str:
    try:
        value = eval(compile(ast.Expression(expression), "<wait>", "eval"), known)
    except Exception as fault:
        return f"a fault: {fault!r}"
    return repr(value)
