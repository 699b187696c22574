"""No signal only passes another on: who wants to hear something connects to where it happens."""

import ast
from collections.abc import Iterator
from pathlib import Path

UI = Path(__file__).parents[2] / "ui"


def own_signals(tree: ast.AST) -> set[str]:
    """Return the names of the signals that a module declares."""
    return {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func) == "Signal"
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def connections(tree: ast.AST) -> Iterator[tuple[ast.Call, str, ast.expr]]:
    """Yield every ``A.signal.connect(slot)`` with the name of the signal and the slot."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "connect"
            and isinstance(node.func.value, ast.Attribute)
            and node.args
        ):
            yield node, node.func.value.attr, node.args[0]


def emitted_by(slot: ast.expr, tree: ast.AST) -> str:
    """Return the signal that a slot is, or all that it emits, with what it got; else nothing."""
    if not isinstance(slot, ast.Attribute):
        return ""
    if slot.attr == "emit":
        return emitted_by(slot.value, tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == slot.attr:
            return _passed_on(node)
    return slot.attr


def _passed_on(method: ast.FunctionDef) -> str:
    """Return the signal that is all a method emits, with its own arguments as they came."""
    body = method.body[1:] if ast.get_docstring(method) else method.body
    match body:
        case [ast.Expr(ast.Call(ast.Attribute(ast.Attribute(attr=signal), "emit"), arguments))]:
            got = [argument.arg for argument in method.args.args[1:]]
            return signal if [ast.unparse(each) for each in arguments] == got else ""
        case _:
            return ""


def relays(source: str, signals: set[str]) -> list[str]:
    """Return the connections from one of our signals to another that says the same."""
    tree = ast.parse(source)
    return [
        ast.unparse(call)
        for call, name, slot in connections(tree)
        if name in signals and emitted_by(slot, tree) in signals
    ]


def all_signals() -> set[str]:
    return {
        name
        for file in UI.rglob("*.py")
        for name in own_signals(ast.parse(file.read_text(encoding="utf-8")))
    }


def test_no_signal_only_passes_another_on() -> None:
    signals = all_signals()
    found = {
        str(file.relative_to(UI)): passed_on
        for file in sorted(UI.rglob("*.py"))
        if (passed_on := relays(file.read_text(encoding="utf-8"), signals))
    }

    assert signals
    assert found == {}


def test_a_signal_that_is_passed_on_is_found_however_it_is_written() -> None:
    source = """
class Outer:
    said = Signal(str)
    def __init__(self, inner):
        inner.said.connect(self.said)
        inner.said.connect(self.said.emit)
        inner.said.connect(self._pass_on)
        inner.said.connect(self._act)
        inner.said.connect(self._name)
    def _pass_on(self, what):
        self.said.emit(what)
    def _act(self, what):
        self.keep(what)
    def _name(self, what):
        self.said.emit(self.key, what)
"""

    assert len(relays(source, {"said"})) == 3
