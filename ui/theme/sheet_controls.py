"""The part of the style sheet for fields, native buttons, progress and menus."""

from ui.theme.sheet_inputs import SheetInputs


def controls(inputs: SheetInputs) -> str:
    """Return the rules for what is typed in, pressed and opened."""
    return "\n".join(
        (_fields(inputs), _spins(inputs), _combos(inputs), _buttons(inputs), _progress(inputs))
    )


def _fields(inputs: SheetInputs) -> str:
    c, m = inputs.colours, inputs.metrics
    fields = "QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox"

    def each(state: str) -> str:
        return ", ".join(f"{name}{state}" for name in fields.split(", "))

    return f"""
{fields} {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.outline};
  border-radius: {m.radius}px; padding: {m.px(7)}px {m.px(10)}px;
  min-height: {m.px(24)}px; margin: 2px; placeholder-text-color: {c.ink_muted}; }}
{each(":hover")} {{ border-color: {c.accent}; }}
{each(":focus")} {{ border: {m.ring}px solid {c.focus}; margin: 0px; }}
{each(":disabled")} {{ background: {c.sunken}; color: {c.ink_disabled};
  border-color: {c.hairline}; }}
{each('[faulty="true"]')} {{ border: 2px solid {c.danger}; margin: 1px; }}
{each(':focus[faulty="true"]')} {{ border: {m.ring}px solid {c.focus}; margin: 0px; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: 0; margin: 0; padding: 0;
  min-height: 0; background: transparent; }}
"""


def _spins(inputs: SheetInputs) -> str:
    c, m = inputs.colours, inputs.metrics
    return f"""
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


def _combos(inputs: SheetInputs) -> str:
    c, m = inputs.colours, inputs.metrics
    return f"""
QComboBox {{ padding-right: {m.px(4)}px; combobox-popup: 0; }}
QComboBox::drop-down {{ subcontrol-origin: padding; subcontrol-position: center right;
  width: {m.px(34)}px; border: 0; background: transparent; }}
QComboBox::down-arrow {{ image: {inputs.picture("down")};
  width: {m.px(18)}px; height: {m.px(18)}px; }}
QComboBox::down-arrow:disabled {{ image: {inputs.picture("down-off")}; }}
QComboBox QAbstractItemView, QListView[look="choices"] {{ background: {c.surface}; color: {c.ink};
  border: 1px solid {c.outline}; border-radius: 0; padding: {m.px(4)}px; outline: 0; }}
QComboBox QAbstractItemView::item, QListView[look="choices"]::item {{
  min-height: {m.px(34)}px; padding: 0 {m.px(8)}px;
  border: 2px solid transparent; border-radius: {m.radius}px; }}
QComboBox QAbstractItemView::item:selected, QListView[look="choices"]::item:selected {{
  background: {c.accent_soft}; color: {c.accent_ink}; border-color: {c.accent}; }}
QListView[look="choices"], QListView[look="choices"]:focus {{ padding: 0;
  border: 1px solid {c.outline}; }}
"""


def _buttons(inputs: SheetInputs) -> str:
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


def _progress(inputs: SheetInputs) -> str:
    c = inputs.colours
    return f"""
QProgressBar {{ background: {c.hairline if c.name != "contrast" else c.surface};
  border: {"1px solid " + c.outline if c.name == "contrast" else "0"};
  border-radius: 4px; min-height: 8px; max-height: 8px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 4px; }}
"""
