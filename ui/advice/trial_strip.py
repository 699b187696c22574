"""The strip over a trial: what is tried, and the two ways out."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from advisor.language import _
from advisor.models.ids import QuestionId
from advisor.telling.spoken import in_one_run
from advisor.telling.trial import TrialStory
from ui.advice.trial_parts import TriedChip
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.contents import clear_out
from ui.widgets.layouts import FlowLayout, fit_height, row_in, row_of
from ui.widgets.pictures import Picture
from ui.widgets.text import Heading, Summary

_EDGE = 5
_LEAST_COLUMN = 340
_SIDE = 26


class TrialStrip(QWidget):
    """Says what is tried, each answer to be taken back, and that nothing is saved."""

    def __init__(
        self,
        theme: Theme,
        *,
        keep: Callable[[], object],
        discard: Callable[[], object],
        take_back: Callable[[QuestionId], object],
    ) -> None:
        super().__init__()
        self._theme, self._take_back = theme, take_back
        fit_height(self)
        self.heading = Heading(_("Try another answer"), level=1, parent=self)
        self._note = Summary(
            _("Nothing is saved yet."),
            of=self.heading,
            role=TextRole.SMALL,
            tint=Tone.UNCERTAIN,
            parent=self,
        )
        self.keep = Button(
            theme, _("&Keep these answers"), kind=ButtonKind.PRIMARY, glyph=Glyph.CHECK, parent=self
        )
        self.discard = Button(theme, _("&Discard"), parent=self)
        self.keep.clicked.connect(keep)
        self.discard.clicked.connect(discard)
        self._chips = FlowLayout(gap=6)
        self._lay_out()

    @property
    def chips(self) -> tuple[TriedChip, ...]:
        """What is tried, one chip for each answer."""
        return tuple(each for each in self._chips.widgets if isinstance(each, TriedChip))

    def sum_up(self, summary: str) -> None:
        """Let a screen reader say with the heading what would change."""
        self.heading.describe(in_one_run((self._note.text(), summary)))

    def show_story(self, story: TrialStory) -> None:
        """Show what is tried now; who took one back stands on the next."""
        had_focus = [chip.hasFocus() for chip in self.chips]
        self.heading.setText(story.title)
        self.keep.setVisible(not story.is_empty)
        self._note.setText(_note(story))
        self._note.setVisible(bool(self._note.text()))
        self.discard.setText(_("&Back to the advice") if story.is_empty else _("&Discard"))
        clear_out(self._chips)
        for change in story.changed:
            chip = TriedChip(self._theme, change, self)
            chip.set_room(self._room())
            chip.clicked.connect(
                lambda _checked=False, question=change.question: self._take_back(question)
            )
            self._chips.addWidget(chip)
        if any(had_focus):
            here = (
                self.chips[min(had_focus.index(True), len(self.chips) - 1)] if self.chips else None
            )
            (here or self.heading).setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Beside the heading they end at the margin; under it they begin where it does.
        way = QBoxLayout.Direction
        is_stacked = self._head.is_stacked
        self._ways_out.setDirection(way.LeftToRight if is_stacked else way.RightToLeft)
        for chip in self.chips:
            chip.set_room(self._room())

    def _room(self) -> int:
        """Return how wide a chip may be."""
        return self.width() - 2 * self._theme.metrics.space(_SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone = self._theme.colours.tones[Tone.UNCERTAIN]
        painter = QPainter(self)
        area = QRectF(self.rect())
        painter.fillRect(area, QColor(tone.soft))
        is_leftward = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = area.right() - _EDGE if is_leftward else area.left()
        painter.fillRect(QRectF(left, area.top(), _EDGE, area.height()), QColor(tone.edge))
        painter.fillRect(QRectF(area.left(), area.bottom() - 2, area.width(), 2), QColor(tone.edge))

    def _lay_out(self) -> None:
        m = self._theme.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(m.space(_SIDE), m.space(10), m.space(_SIDE), m.space(12))
        column.setSpacing(m.space(8))
        words = QWidget(self)
        row = row_in(words, m.space(10))
        picture = Picture(self._theme, Glyph.SPARKLES, tone=Tone.UNCERTAIN, parent=words)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.heading)
        said.addWidget(self._note)
        row.addLayout(said, 1)
        ways_out = QWidget(self)
        self._ways_out = row_in(ways_out, 0)
        self._ways_out.addLayout(row_of(self.discard, self.keep))
        self._ways_out.addStretch(1)
        self._head = Beside(self._theme, least=_LEAST_COLUMN, parent=self)
        self._head.add(words, fills=False, share=3)
        self._head.add(ways_out, fills=False, share=2)
        column.addWidget(self._head)
        column.addLayout(self._chips)


def _note(story: TrialStory) -> str:
    """Return what stands under the heading: what a trial is about, before anything is tried."""
    if not story.is_empty:
        return _("Nothing is saved yet.")
    if story.statement is None:
        return ""
    return _("About “{statement}”").format(statement=story.statement.title)
