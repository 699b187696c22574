"""The parts of the style sheets for fields, native buttons, progress and menus."""

from ui.theme.sheet_inputs import SheetInputs


def fields(inputs: SheetInputs, kind: str) -> str:
    """Return the rules for one kind of field, by its class of Qt's."""
    c, m = inputs.colours, inputs.metrics
    return f"""
{kind} {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.outline};
  border-radius: {m.radius}px; padding: {m.px(7)}px {m.px(10)}px;
  min-height: {m.px(24)}px; margin: 2px; placeholder-text-color: {c.ink_muted}; }}
{kind}:hover {{ border-color: {c.accent}; }}
{kind}:focus {{ border: {m.ring}px solid {c.focus}; margin: 0px; }}
{kind}:disabled {{ background: {c.sunken}; color: {c.ink_disabled};
  border-color: {c.hairline}; }}
{kind}[faulty="true"] {{ border: 2px solid {c.danger}; margin: 1px; }}
{kind}:focus[faulty="true"] {{ border: {m.ring}px solid {c.focus}; margin: 0px; }}
"""


def spins(inputs: SheetInputs) -> str:
    """Return the rules for what a number has more than another field."""
    c, m = inputs.colours, inputs.metrics
    return f"""
QAbstractSpinBox QLineEdit {{ border: 0; margin: 0; padding: 0; min-height: 0;
  background: transparent; }}
QAbstractSpinBox {{ padding-right: {m.px(36)}px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ subcontrol-origin: border;
  width: {m.px(32)}px; border: 0; border-left: 1px solid {c.hairline}; background: transparent; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; margin: 3px 3px 0 0; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; margin: 0 3px 3px 0; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{
  background: {c.accent_soft}; }}
QAbstractSpinBox::up-arrow {{ image: {inputs.picture("up")};
  width: {m.px(16)}px; height: {m.px(14)}px; }}
QAbstractSpinBox::down-arrow {{ image: {inputs.picture("down")};
  width: {m.px(16)}px; height: {m.px(14)}px; }}
QAbstractSpinBox::up-arrow:off, QAbstractSpinBox::up-arrow:disabled {{
  image: {inputs.picture("up-off")}; }}
QAbstractSpinBox::down-arrow:off, QAbstractSpinBox::down-arrow:disabled {{
  image: {inputs.picture("down-off")}; }}
"""


def combos(inputs: SheetInputs) -> str:
    """Return the rules for what a choice has more than another field, with its list."""
    c, m = inputs.colours, inputs.metrics
    return f"""
QComboBox QLineEdit {{ border: 0; margin: 0; padding: 0; min-height: 0;
  background: transparent; }}
QComboBox {{ padding-right: {m.px(4)}px; combobox-popup: 0; }}
QComboBox::drop-down {{ subcontrol-origin: padding; subcontrol-position: center right;
  width: {m.px(34)}px; border: 0; background: transparent; }}
QComboBox::down-arrow {{ image: {inputs.picture("down")};
  width: {m.px(18)}px; height: {m.px(18)}px; }}
QComboBox::down-arrow:disabled {{ image: {inputs.picture("down-off")}; }}
{choices(inputs, "QComboBox QAbstractItemView")}
QComboBox QAbstractItemView:focus {{ border: 2px solid {c.focus}; }}
"""


def choices(inputs: SheetInputs, view: str) -> str:
    """Return the rules for a list of words to choose from that opens at a field."""
    c, m = inputs.colours, inputs.metrics
    return f"""
{view} {{ background: {c.surface}; color: {c.ink};
  border: 1px solid {c.outline}; border-radius: 0; padding: {m.px(4)}px; outline: 0; }}
{view}::item {{ min-height: {m.px(34)}px; padding: 0 {m.px(8)}px;
  border: 2px solid transparent; border-radius: {m.radius}px; }}
{view}::item:selected {{
  background: {c.accent_soft}; color: {c.accent_ink}; border-color: {c.accent}; }}
"""


def buttons(inputs: SheetInputs) -> str:
    """Return the rules for buttons that Qt has made: the program's own paint themselves."""
    c, m = inputs.colours, inputs.metrics
    return f"""
QPushButton {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.outline};
  border-radius: {m.radius}px; padding: {m.px(8)}px {m.px(18)}px; margin: 2px;
  font-weight: 600; outline: 0; }}
QPushButton:hover {{ background: {c.accent_soft}; border-color: {c.accent}; }}
QPushButton:pressed {{ background: {c.sunken}; }}
QPushButton:default {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
QPushButton:focus {{ border: {m.ring}px solid {c.focus}; margin: 0px; }}
QPushButton:disabled {{ background: {c.page}; color: {c.ink_disabled};
  border-color: {c.hairline}; }}
QToolButton {{ background: transparent; color: {c.ink}; border: 2px solid transparent;
  border-radius: {m.radius}px; padding: {m.px(5)}px; icon-size: {m.px(18)}px; }}
QToolButton:hover {{ background: {c.accent_soft}; }}
QToolButton:focus {{ border-color: {c.focus}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QToolButton::menu-indicator {{ image: none; }}
"""


def menus(inputs: SheetInputs) -> str:
    """Return the rules for a menu and those that open from it."""
    c, m = inputs.colours, inputs.metrics
    return f"""
QMenu {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.outline};
  padding: {m.px(6)}px; }}
QMenu::item {{ padding: {m.px(8)}px {m.px(26)}px {m.px(8)}px {m.px(12)}px;
  border: 2px solid transparent; border-radius: {m.radius}px; background: transparent; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.accent_ink};
  border-color: {c.accent}; }}
QMenu::item:disabled {{ color: {c.ink_disabled}; }}
QMenu::icon {{ padding-left: {m.px(8)}px; }}
QMenu::indicator:checked {{ image: {inputs.picture("tick")};
  width: {m.px(16)}px; height: {m.px(16)}px; }}
QMenu::right-arrow {{ image: {inputs.picture("right")};
  width: {m.px(16)}px; height: {m.px(16)}px; }}
QMenu::separator {{ height: 1px; background: {c.hairline}; margin: {m.px(6)}px {m.px(8)}px; }}
"""


def progress(inputs: SheetInputs) -> str:
    """Return the rules for a bar that says how far something is."""
    c = inputs.colours
    return f"""
QProgressBar {{ background: {c.hairline if c.name != "contrast" else c.surface};
  border: {"1px solid " + c.outline if c.name == "contrast" else "0"};
  border-radius: 4px; min-height: 8px; max-height: 8px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 4px; }}
"""
