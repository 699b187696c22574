"""The part of the style sheet for what stands in Qt's own dialogs alone: tabs, frames, choices."""

from ui.theme.sheet_inputs import SheetInputs

MOST_TEXT = 125
"""With larger text Qt's dialogs, which do not scroll, would not fit a screen of 768 lines."""


def foreign(inputs: SheetInputs) -> str:
    """Return the rules that the program's own pages have no use for."""
    c, m = inputs.colours, inputs.metrics
    side = m.px(16)
    return f"""
QLineEdit, QAbstractSpinBox, QComboBox {{ min-height: {m.px(20)}px;
  padding-top: {m.px(2)}px; padding-bottom: {m.px(2)}px; }}
QPushButton {{ padding: {m.px(4)}px {m.px(14)}px; }}
QTabWidget::pane {{ background: {c.page}; border: 1px solid {c.outline}; top: -1px; }}
QTabWidget QStackedWidget, QTabWidget QStackedWidget > QWidget {{ background: {c.page}; }}
QTabBar::tab {{ background: {c.sunken}; color: {c.ink}; border: 1px solid {c.outline};
  padding: {m.px(4)}px {m.px(14)}px; }}
QTabBar::tab:selected {{ background: {c.page}; border-bottom-color: {c.page}; font-weight: 600; }}
QTabBar::tab:focus {{ border: {m.ring}px solid {c.focus}; }}
QGroupBox {{ border: 1px solid {c.outline}; border-radius: {m.radius}px;
  margin-top: {m.px(10)}px; padding: {m.px(8)}px {m.px(4)}px 0 {m.px(4)}px; }}
QGroupBox::title {{ subcontrol-origin: margin; left: {m.px(10)}px; padding: 0 {m.px(4)}px;
  background: {c.page}; color: {c.ink}; }}
QRadioButton, QCheckBox {{ background: transparent; color: {c.ink}; spacing: {m.px(8)}px;
  border: 2px solid transparent; border-radius: {m.radius}px; padding: 2px; }}
QRadioButton:focus, QCheckBox:focus {{ border-color: {c.focus}; }}
QRadioButton:disabled, QCheckBox:disabled, QLabel:disabled {{ color: {c.ink_disabled}; }}
QRadioButton::indicator, QCheckBox::indicator {{ width: {side}px; height: {side}px;
  background: {c.surface}; border: 2px solid {c.outline}; }}
QRadioButton::indicator {{ border-radius: {side // 2 + 2}px; }}
QCheckBox::indicator {{ border-radius: 3px; }}
QRadioButton::indicator:checked {{ background: {c.accent}; border-color: {c.ink}; }}
QCheckBox::indicator:checked {{ image: {inputs.picture("tick")}; border-color: {c.ink}; }}
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled {{ border-color: {c.hairline}; }}
"""
