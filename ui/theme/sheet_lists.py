"""The parts of the style sheets for lists, tables, scroll bars and the calendar."""

from ui.theme.metrics import TextRole
from ui.theme.sheet_inputs import SheetInputs


def scrolling(inputs: SheetInputs) -> str:
    """Return the rules for scroll bars."""
    c, m = inputs.colours, inputs.metrics
    wide = m.px(12)
    return f"""
QScrollBar {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ width: {wide}px; margin: 0; }}
QScrollBar:horizontal {{ height: {wide}px; margin: 0; }}
QScrollBar::handle {{ background: {c.outline}; border-radius: {wide // 2 - 2}px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: {m.px(40)}px; }}
QScrollBar::handle:horizontal {{ min-width: {m.px(40)}px; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::handle:hover {{ background: {c.accent}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
"""


def slim(inputs: SheetInputs) -> str:
    """Return the rules for a narrow scroll bar on the dark ground of the rail, after the others."""
    return f"""
QScrollBar:vertical {{ width: 8px; }}
QScrollBar::handle {{ border-radius: 2px; background: {inputs.colours.on_rail_muted}; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::handle:hover {{ background: {inputs.colours.accent}; }}
"""


def views(inputs: SheetInputs) -> str:
    """Return the rules for lists and tables, and the heads of these."""
    c, m = inputs.colours, inputs.metrics
    return f"""
QAbstractItemView {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.hairline};
  border-radius: {m.radius}px; outline: 0; alternate-background-color: {c.sunken};
  gridline-color: {c.hairline}; selection-background-color: {c.accent_soft};
  selection-color: {c.accent_ink}; }}
QAbstractItemView:focus {{ border: 2px solid {c.focus}; }}
QListView::item, QTreeView::item, QTableView::item {{ padding: {m.px(5)}px {m.px(8)}px;
  border: 1px solid transparent; }}
QListView::item:hover, QTreeView::item:hover {{ background: {c.sunken}; }}
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {{
  background: {c.accent_soft}; color: {c.accent_ink}; border-color: {c.accent}; }}
QHeaderView {{ background: {c.sunken}; border: 0; }}
QTableView QTableCornerButton::section {{ background: {c.sunken}; border: 0;
  border-bottom: 1px solid {c.hairline}; }}
QHeaderView::section {{ background: {c.sunken}; color: {c.ink}; border: 0;
  border-bottom: 1px solid {c.outline}; padding: {m.px(6)}px {m.px(8)}px; font-weight: 600; }}
QTreeView::branch:has-children:closed {{ image: {inputs.picture("right")}; }}
QTreeView::branch:has-children:open {{ image: {inputs.picture("down")}; }}
"""


def calendar(inputs: SheetInputs) -> str:
    """Return the rules for a calendar, after those of what it is made of."""
    c, m = inputs.colours, inputs.metrics
    return f"""
QCalendarWidget {{ background: {c.surface}; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {c.surface};
  border-bottom: 1px solid {c.hairline}; }}
QCalendarWidget QToolButton {{ min-height: {m.px(30)}px; min-width: {m.px(30)}px;
  font-weight: 600; }}
QCalendarWidget QToolButton#qt_calendar_prevmonth {{ qproperty-icon: {inputs.picture("left")}; }}
QCalendarWidget QToolButton#qt_calendar_nextmonth {{ qproperty-icon: {inputs.picture("right")}; }}
QCalendarWidget QSpinBox {{ min-width: {m.px(70)}px; }}
QCalendarWidget QTableView {{ background: {c.surface}; border: 0; border-radius: 0;
  font-size: {m.text_px(TextRole.SMALL)}px; selection-background-color: {c.accent};
  selection-color: {c.on_accent}; }}
QCalendarWidget QTableView:disabled {{ color: {c.ink_disabled}; }}
"""
