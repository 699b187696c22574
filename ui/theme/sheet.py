"""The style sheets, generated from colours and sizes: one for each kind of control that Qt draws.

A sheet stands on its control and on nothing else. Under a sheet Qt keeps 7 KB and more for every
widget there is, whether a rule speaks of it or not, and 3 KB for each rule once more; so pages,
words and surfaces have their look from the theme's font and palette, and what this program draws
itself (`ui.widgets`) takes the same colours and sizes.
"""

from collections.abc import Callable
from enum import StrEnum

from ui.theme.metrics import FAMILIES, TextRole
from ui.theme.sheet_controls import buttons, choices, combos, fields, menus, progress, spins
from ui.theme.sheet_inputs import SheetInputs
from ui.theme.sheet_lists import calendar, scrolling, slim, views


class Sheet(StrEnum):
    """What a style sheet is for."""

    LINE = "line"
    LINES = "lines"
    NUMBER = "number"
    CHOICE = "choice"
    SUGGESTIONS = "suggestions"
    VIEW = "view"
    BARE_VIEW = "bare-view"
    """On whatever the view lies."""
    BAR = "bar"
    SLIM_BAR = "slim-bar"
    MENU = "menu"
    PROGRESS = "progress"
    WHOLE = "whole"
    """For what Qt makes of many controls: its own dialogs, a calendar."""


_Part = Callable[[SheetInputs], str]


def style_sheet(kind: Sheet, inputs: SheetInputs) -> str:
    """Return the sheet of one kind of control in this look."""
    return "\n".join(part(inputs) for part in _PARTS[kind])


def _basics(inputs: SheetInputs) -> str:
    """Return the letters of a control and of its windows: neither has them from what is around."""
    return _letters(inputs, "QWidget")


def _of_view(inputs: SheetInputs) -> str:
    """Return the letters of a view and its heads, and not of what lies on it."""
    return _letters(inputs, "QAbstractItemView")


def _letters(inputs: SheetInputs, kind: str) -> str:
    c, m = inputs.colours, inputs.metrics
    families = ", ".join(f'"{family}"' for family in FAMILIES)
    return f"""
{kind} {{ font-family: {families}; font-size: {m.text_px(TextRole.BODY)}px; color: {c.ink};
  selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
"""


def _menus(inputs: SheetInputs) -> str:
    return f"{_letters(inputs, 'QMenu')}\n{menus(inputs)}"


def _windows(inputs: SheetInputs) -> str:
    c = inputs.colours
    return f"""
QDialog {{ background: {c.page}; }}
QLabel {{ background: transparent; }}
QSplitter::handle {{ background: {c.hairline}; }}
QSizeGrip {{ image: none; }}
QScrollArea {{ background: transparent; border: 0; }}
"""


def _line(inputs: SheetInputs) -> str:
    return fields(inputs, "QLineEdit")


def _lines(inputs: SheetInputs) -> str:
    return fields(inputs, "QPlainTextEdit")


def _number(inputs: SheetInputs) -> str:
    return f"{fields(inputs, 'QAbstractSpinBox')}\n{spins(inputs)}"


def _choice(inputs: SheetInputs) -> str:
    return f"{fields(inputs, 'QComboBox')}\n{combos(inputs)}"


def _suggestions(inputs: SheetInputs) -> str:
    line = f"padding: 0; border: 1px solid {inputs.colours.outline};"
    return f"{choices(inputs, 'QListView')}\nQListView, QListView:focus {{ {line} }}"


def _bare(_inputs: SheetInputs) -> str:
    kinds = "QListView, QTableView, QListView:focus, QTableView:focus"
    return f"""
{kinds} {{ background: transparent; border: 0; }}
QHeaderView[look="clear"] {{ background: transparent; border: 0; }}
"""


def _every_field(inputs: SheetInputs) -> str:
    return "\n".join(each(inputs) for each in (_line, _lines, _number, _choice))


_PARTS: dict[Sheet, tuple[_Part, ...]] = {
    Sheet.LINE: (_basics, _line),
    Sheet.LINES: (_basics, _lines, scrolling, menus),
    Sheet.NUMBER: (_basics, _number),
    Sheet.CHOICE: (_basics, _choice, scrolling, menus),
    Sheet.SUGGESTIONS: (_of_view, _suggestions, scrolling, _menus),
    Sheet.VIEW: (_of_view, views, scrolling, _menus),
    Sheet.BARE_VIEW: (_of_view, views, _bare, scrolling, _menus),
    Sheet.BAR: (scrolling,),
    Sheet.SLIM_BAR: (scrolling, slim),
    Sheet.MENU: (_menus,),
    Sheet.PROGRESS: (progress,),
    Sheet.WHOLE: (
        _basics,
        _windows,
        _every_field,
        buttons,
        menus,
        progress,
        views,
        scrolling,
        calendar,
    ),
}
