"""A short tour for the first start, which can be left at every step."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from advisor.language import N_, _
from ui.shell.dialogs import CalmDialog
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import ButtonKind
from ui.widgets.text import MUTED, Heading, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to know."""

    title: str
    text: str


STEPS = (
    Step(
        title=N_("Answer what you know"),
        text=N_(
            "A plan has sections. The quick start is enough for a first result. Nothing is"
            " compulsory: “Not sure yet” and “Not decided yet” are answers too, and the advice"
            " tells you which of them matter most. Every answer saves itself."
        ),
    ),
    Step(
        title=N_("See what follows as you go"),
        text=N_(
            "Beside the questions, “Advice so far” shows what your answers mean for mothers and"
            " what the last one changed. F6 takes the keyboard there."
        ),
    ),
    Step(
        title=N_("Decide, and put it on paper"),
        text=N_(
            "The advice leads to actions. Say what you will do, who does it and until when, and"
            " print the checklist. Nothing leaves this machine."
        ),
    ),
)


class Tour(CalmDialog):
    """Three steps, one at a time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Welcome"), glyph=Glyph.HEART_HANDSHAKE, parent=parent)
        self._at = 0
        self._count = Text("", role=TextRole.EYEBROW)
        self._title = Heading("", level=2)
        self._text = Text("")
        for part in (self._count, self._title, self._text):
            self.column.addWidget(part)
        self.column.addWidget(
            Text(_("You find this tour again under Help."), role=TextRole.SMALL, tint=MUTED)
        )
        self.onward = self.add_button("", ButtonKind.PRIMARY, do=self._go_on)
        self.skip = self.add_button(_("&Skip the tour"), ButtonKind.QUIET)
        self._show()

    @property
    def step(self) -> Step:
        """What is told at the moment."""
        return STEPS[self._at]

    def _go_on(self) -> None:
        if self._at + 1 == len(STEPS):
            self.accept()
            return
        self._at += 1
        self._show()
        self._title.take_focus()

    def _show(self) -> None:
        is_last = self._at + 1 == len(STEPS)
        self._count.setText(_("Step {number} of {all}").format(number=self._at + 1, all=len(STEPS)))
        self._title.setText(_(self.step.title))
        self._text.setText(_(self.step.text))
        self.onward.setText(_("&Start") if is_last else _("&Next"))
        self.onward.updateGeometry()
        self.skip.setVisible(not is_last)
