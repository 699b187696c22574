"""The style sheet, generated from colours and sizes.

Only what Qt draws itself is styled here. Option cards, buttons, badges and the rail paint
themselves from the same tokens (`ui.widgets`).
"""

from ui.theme.colours import Tone
from ui.theme.metrics import FAMILIES, TextRole
from ui.theme.sheet_controls import controls
from ui.theme.sheet_inputs import SheetInputs
from ui.theme.sheet_lists import lists


def style_sheet(inputs: SheetInputs) -> str:
    """Return the whole sheet for a window in this look."""
    return "\n".join(
        (_basics(inputs), _text(inputs), _frames(inputs), controls(inputs), lists(inputs))
    )


def _basics(inputs: SheetInputs) -> str:
    c, m = inputs.colours, inputs.metrics
    families = ", ".join(f'"{family}"' for family in FAMILIES)
    return f"""
QWidget {{ font-family: {families}; font-size: {m.text_px(TextRole.BODY)}px; color: {c.ink};
  selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QMainWindow, QDialog, QWizard, QWizardPage {{ background: {c.page}; }}
QLabel {{ background: transparent; }}
QToolTip {{ background: {c.tip}; color: {c.on_tip}; border: 1px solid {c.outline};
  padding: {m.px(5)}px {m.px(8)}px; font-size: {m.text_px(TextRole.SMALL)}px; }}
QSplitter::handle {{ background: {c.hairline}; }}
QSizeGrip {{ image: none; }}
"""


def _text(inputs: SheetInputs) -> str:
    c, m = inputs.colours, inputs.metrics
    sizes = "\n".join(
        f'QLabel[textRole="{role}"] {{ font-size: {m.text_px(role)}px; '
        f"font-weight: {m.weight(role)}; }}"
        for role in TextRole
    )
    tones = "\n".join(f'QLabel[tint="{tone}"] {{ color: {c.tones[tone].ink}; }}' for tone in Tone)
    return f"""
{sizes}
{tones}
QLabel[textRole="eyebrow"] {{ color: {c.accent_ink}; }}
QLabel[tint="muted"] {{ color: {c.ink_muted}; }}
QLabel[tint="error"] {{ color: {c.danger}; }}
QLabel[tint="rail"] {{ color: {c.on_rail}; padding: 2px {m.space(8)}px 12px {m.space(4)}px; }}
QLabel[tint="rail-accent"] {{ color: {c.rail_accent};
  padding: 14px {m.space(12)}px 6px {m.space(12)}px; }}
QLabel[heading="true"], QLabel[stop="true"] {{ border: 0;
  border-bottom: 3px solid transparent; }}
QLabel[ring="true"] {{ border-bottom-color: {c.focus}; }}
"""


def _frames(inputs: SheetInputs) -> str:
    c, m = inputs.colours, inputs.metrics
    return f"""
QFrame[look="card"] {{ background: {c.surface}; border: 1px solid {c.hairline};
  border-radius: {m.card_radius}px; }}
QFrame[look="sunken"] {{ background: {c.sunken}; border: 1px solid {c.hairline};
  border-radius: {m.radius}px; }}
QFrame[look="bar"] {{ background: {c.surface}; border: 0; border-top: 1px solid {c.hairline}; }}
QFrame[look="finder"] {{ background: {c.surface}; border: 0;
  border-bottom: 1px solid {c.hairline}; }}
QFrame[look="panel"] {{ background: {c.surface}; border: 0; border-left: 1px solid {c.hairline}; }}
QFrame[look="rule"] {{ background: {c.hairline}; border: 0; max-height: 1px; min-height: 1px; }}
QWidget[look="page"] {{ background: {c.page}; }}
QWidget[look="clear"] {{ background: transparent; border: 0; }}
"""
