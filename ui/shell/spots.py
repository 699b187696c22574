"""Where something stands on a page, so that it is found again when the page was made anew."""

from weakref import ref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

Kind = tuple[str, str]
"""What something is, and Qt's own name for it: the parts of what scrolls come in any order."""
Step = tuple[Kind, int]
"""A kind of thing, and the how manieth of its kind it is in what it stands in."""


class Spot:
    """A widget on a page, kept alive by nobody; found by its place where it is gone."""

    def __init__(self, page: QWidget, widget: QWidget) -> None:
        self._widget, self._way = ref(widget), tuple(_way(page, widget))

    @classmethod
    def of(cls, page: QWidget, widget: QWidget | None) -> "Spot | None":
        """Return the spot of a widget, where there is one."""
        return cls(page, widget) if widget is not None else None

    def find(self, page: QWidget) -> QWidget | None:
        """Return the widget, or what stands in its place on the page as it is now."""
        widget = self._widget()
        if widget is not None and Shiboken.isValid(widget) and _is_on(page, widget):
            return widget
        found: QObject = page
        for kind, place in self._way:
            alike = _alike(found, kind)
            if place >= len(alike):
                return None
            found = alike[place]
        return found if isinstance(found, QWidget) else None


def _is_on(page: QWidget, widget: QWidget) -> bool:
    return widget is page or page.isAncestorOf(widget)


def _way(page: QWidget, widget: QWidget) -> list[Step]:
    """Return the steps from a page to something on it."""
    way: list[Step] = []
    here: QObject = widget
    while here is not page:
        around = here.parent()
        if around is None:
            return []
        kind = _kind(here)
        way.append((kind, _alike(around, kind).index(here)))
        here = around
    return way[::-1]


def _kind(thing: QObject) -> Kind:
    return type(thing).__name__, thing.objectName()


def _alike(around: QObject, kind: Kind) -> list[QObject]:
    return [each for each in around.children() if _kind(each) == kind]
