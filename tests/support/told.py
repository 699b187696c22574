"""What of the told values is read by nothing that a layout reaches.

The type checker says of every attribute in the code which class it belongs to, so that a
``title`` that is read of one value never stands for the ``title`` of another.
"""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from mypy.build import build
from mypy.modulefinder import BuildSource
from mypy.nodes import MemberExpr
from mypy.options import Options
from mypy.types import Instance, Type, UnionType, get_proper_type

TELLING = "advisor.telling."
ROOT = Path(__file__).parents[2]
READ = ("models", "telling", "paper", "pdf", "export", "services", "cli")


class Member(NamedTuple):
    """A field, property or method of a class, or with no class a function."""

    owner: str
    name: str


Spot = tuple[int, int, int | None, int | None, str]
Sources = Mapping[str, str]
"""Modules by their name, with their text."""


def sources() -> Sources:
    """Return the told values and all that lays them out."""
    paths = [ROOT / "advisor" / f"{name}.py" for name in ("__init__", "errors", "language")]
    for folder in (*(ROOT / "advisor" / room for room in READ), ROOT / "ui"):
        paths += sorted(folder.rglob("*.py"))
    return {_module(path): path.read_text(encoding="utf-8") for path in paths}


def unread(code: Sources) -> frozenset[Member]:
    """Return the fields and properties of told values that nothing shown rests on.

    A told value may be read by a layout, or by what telling has that a layout reaches.
    """
    # The type checker counts columns otherwise behind letters that are not ASCII.
    code = {name: text.encode("ascii", "replace").decode() for name, text in code.items()}
    owners = _owners(code)
    reads: dict[Member, set[Member]] = defaultdict(set)
    told: set[Member] = set()
    start: set[Member] = set()
    for module, text in code.items():
        tree = ast.parse(text)
        if module.startswith(TELLING):
            told.update(_told(module, tree))
            for member, part in _parts(module, tree):
                reads[member] |= _read_in(part, owners)
        elif not module.startswith("advisor.models"):
            start |= _read_in(tree, owners)
    reached: set[Member] = set()
    while start:
        reached |= start
        start = {found for member in start for found in reads[member]} - reached
    return frozenset(told - reached)


def _module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def _owners(code: Sources) -> Mapping[Spot, frozenset[str]]:
    """Return the told classes whose attributes stand at each place of the code."""
    options = Options()
    options.python_version = (3, 11)
    options.export_types = options.preserve_asts = options.ignore_errors = True
    options.incremental = False
    options.follow_imports = "skip"
    options.namespace_packages = options.explicit_package_bases = True
    built = build([BuildSource(None, module, text) for module, text in code.items()], options)
    owners: dict[Spot, frozenset[str]] = {}
    for node in built.types:
        if isinstance(node, MemberExpr) and node.expr in built.types:
            spot = (node.line, node.column, node.end_line, node.end_column, node.name)
            classes = frozenset(_classes(built.types[node.expr]))
            owners[spot] = owners.get(spot, frozenset()) | classes
    return owners


def _classes(kind: Type) -> Iterator[str]:
    proper = get_proper_type(kind)
    if isinstance(proper, UnionType):
        for item in proper.items:
            yield from _classes(item)
    if isinstance(proper, Instance) and proper.type.fullname.startswith(TELLING):
        yield proper.type.fullname


def _told(module: str, tree: ast.Module) -> Iterator[Member]:
    for node in _dataclasses(tree):
        for part in node.body:
            if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
                yield Member(f"{module}.{node.name}", part.target.id)
            if isinstance(part, ast.FunctionDef) and part.decorator_list:
                yield Member(f"{module}.{node.name}", part.name)


def _dataclasses(tree: ast.Module) -> Iterator[ast.ClassDef]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and "dataclass" in "".join(
            map(ast.unparse, node.decorator_list)
        ):
            yield node


def _parts(module: str, tree: ast.Module) -> Iterator[tuple[Member, ast.AST]]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            for part in node.body:
                if isinstance(part, ast.FunctionDef):
                    yield Member(f"{module}.{node.name}", part.name), part
                    if part.name.startswith("_"):
                        yield Member("", node.name), part
        elif isinstance(node, ast.FunctionDef):
            yield Member("", node.name), node


def _read_in(tree: ast.AST, owners: Mapping[Spot, Iterable[str]]) -> set[Member]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            found.add(Member("", node.id))
        elif isinstance(node, ast.Attribute):
            spot = (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset, node.attr)
            found.add(Member("", node.attr))
            found.update(Member(owner, node.attr) for owner in owners.get(spot, ()))
    return found
