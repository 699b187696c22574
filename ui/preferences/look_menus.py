"""Colours and text size, to be chosen from the rail on any page."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from advisor.language import _
from advisor.telling.spoken import in_one_run
from ui.preferences.preferences import ALIKE, SCHEMES, SIZES, Preferences
from ui.theme.colours import Contrast

Prefer = Callable[..., object]
"""Takes the preferences that are wanted now, and the words of what was chosen."""


def colours_menu(
    preferences: Preferences, prefer: Prefer, parent: QWidget, *, are_alike: bool
) -> QMenu:
    """Return a menu of light and dark, and of high contrast.

    ``are_alike``: contrast is high, so that nothing is seen of light and dark.
    """
    schemes = (
        (_(words), replace(preferences, scheme=scheme), scheme is preferences.scheme)
        for scheme, words in SCHEMES.items()
    )
    menu = _menu(schemes, prefer, parent, also=_(ALIKE) if are_alike else "")
    if are_alike:
        menu.addAction(_(ALIKE)).setEnabled(False)
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
    """Return a menu of the sizes of text, among them the one that is set by keys."""
    now = preferences.text_size
    offered = sorted({*SIZES, now})
    sizes = ((f"{size} %", replace(preferences, text_size=size), size == now) for size in offered)
    return _menu(sizes, prefer, parent)


def _menu(
    choices: Iterable[tuple[str, Preferences, bool]],
    prefer: Prefer,
    parent: QWidget,
    *,
    also: str = "",
) -> QMenu:
    """Return a menu of choices; ``also`` is said after the words of the one that is chosen."""
    menu = QMenu(parent)
    group = QActionGroup(menu)
    for words, wanted, is_chosen in choices:
        choice = menu.addAction(words)
        choice.setCheckable(True)
        choice.setChecked(is_chosen)
        group.addAction(choice)
        choice.triggered.connect(partial(prefer, wanted, in_one_run((words, also))))
    return menu
