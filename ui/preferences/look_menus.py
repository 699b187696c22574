"""Colours and text size, to be chosen from the rail on any page."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from advisor.language import _
from ui.preferences.preferences import SCHEMES, SIZES, Preferences, nearest_size
from ui.theme.colours import Contrast

Prefer = Callable[..., object]
"""Takes the preferences that are wanted now, and the words of what was chosen."""


def colours_menu(preferences: Preferences, prefer: Prefer, parent: QWidget) -> QMenu:
    """Return a menu of light and dark, and of high contrast."""
    schemes = (
        (_(words), replace(preferences, scheme=scheme), scheme is preferences.scheme)
        for scheme, words in SCHEMES.items()
    )
    menu = _menu(schemes, prefer, parent)
    menu.addSeparator()
    is_high = preferences.contrast is Contrast.HIGH
    wanted = Contrast.STANDARD if is_high else Contrast.HIGH
    words = _("High contrast")
    high = menu.addAction(words)
    high.setCheckable(True)
    high.setChecked(is_high)
    said = _("Standard contrast") if is_high else words
    high.triggered.connect(partial(prefer, replace(preferences, contrast=wanted), said))
    return menu


def text_size_menu(preferences: Preferences, prefer: Prefer, parent: QWidget) -> QMenu:
    """Return a menu of the sizes of text."""
    nearest = nearest_size(preferences.text_size)
    sizes = ((f"{size} %", replace(preferences, text_size=size), size == nearest) for size in SIZES)
    return _menu(sizes, prefer, parent)


def _menu(
    choices: Iterable[tuple[str, Preferences, bool]], prefer: Prefer, parent: QWidget
) -> QMenu:
    menu = QMenu(parent)
    group = QActionGroup(menu)
    for words, wanted, is_chosen in choices:
        choice = menu.addAction(words)
        choice.setCheckable(True)
        choice.setChecked(is_chosen)
        group.addAction(choice)
        choice.triggered.connect(partial(prefer, wanted, words))
    return menu
