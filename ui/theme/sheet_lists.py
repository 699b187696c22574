"""The part of the style sheet for lists, tables, scroll bars and the calendar."""

from ui.theme.metrics import TextRole
from ui.theme.sheet_inputs import SheetInputs


def lists(inputs: SheetInputs) -> str:
    """Return the rules for what is scrolled and chosen from."""
    return "\n".join((_scrolling(inputs), _views(inputs), _calendar(inputs)))


def _scrolling(inputs: SheetInputs) -> str:
    c, m = inputs.colours, inputs.metrics
    wide = m.px(12)
    return f"""
QScrollArea {{ background: transparent; border: 0; }}
QScrollBar {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ width: {wide}px; margin: 0; }}
QScrollBar[look="slim"]:vertical {{ width: 8px; }}
QScrollBar[look="slim"]::handle {{ border-radius: 2px; background: {c.on_rail_muted}; }}
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


def _views(inputs: SheetInputs) -> str:
    c, m = inputs.colours, inputs.metrics
    return f"""
QAbstractItemView {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.hairline};
  border-radius: {m.radius}px; outline: 0; alternate-background-color: {c.sunken};
  gridline-color: {c.hairline}; selection-background-color: {c.accent_soft};
  selection-color: {c.accent_ink}; }}
QAbstractItemView:focus {{ border: 2px solid {c.focus}; }}
QAbstractItemView[look="clear"]:focus {{ border: 0; }}
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


def _calendar(inputs: SheetInputs) -> str:
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
