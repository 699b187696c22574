"""A class of the window has one of Qt's classes under it, and no second one beside that."""

import importlib
import pkgutil
from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QPaintDevice

import ui


def below(kind: type[object]) -> Iterator[type[object]]:
    kinds: list[type[object]] = kind.__subclasses__()
    for each in kinds:
        yield each
        yield from below(each)


def test_no_class_has_two_of_qts_classes_side_by_side() -> None:
    """PySide would take one for the other: what paints on such a widget reads foreign memory."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    ours = {each for each in below(QObject) if each.__module__.startswith("ui.")}

    doubled = [
        each.__qualname__
        for each in ours
        if sum(issubclass(base, (QObject, QPaintDevice)) for base in each.__bases__) > 1
    ]

    assert len(ours) > 100
    assert doubled == []
