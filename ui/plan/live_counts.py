"""What applies so far, in a few numbers with their words."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from advisor.models.advice import Summary
from advisor.models.marks import Mark
from advisor.telling.words import so_far
from ui.theme.metrics import TextRole
from ui.theme.states import SHOWINGS
from ui.theme.theme import Theme
from ui.widgets.pictures import Picture
from ui.widgets.text import MUTED, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One number with its words and the mark whose icon stands beside it."""

    number: int
    one: str
    many: str
    mark: Mark

    @property
    def words(self) -> str:
        """The words that go with the number."""
        return self.one if self.number == 1 else self.many

    @property
    def sentence(self) -> str:
        """The number with its words."""
        return f"{self.number} {self.words}"


def open_risks(summary: Summary) -> Count:
    """Return the number of open risks; while more may apply, none is none so far."""
    many = "open risks" if summary.risks_open else f"open risks{so_far(summary)}"
    return Count(number=summary.risks_open, one="open risk", many=many, mark=Mark.RISK)


def counts(summary: Summary) -> tuple[Count, ...]:
    """Return the numbers that a person wants to see, risks first."""
    eased = summary.risks_partly_addressed + summary.risks_addressed
    return (
        open_risks(summary),
        Count(number=eased, one="risk eased", many="risks eased", mark=Mark.ADDRESSED),
        Count(
            number=summary.benefits,
            one="likely benefit",
            many="likely benefits",
            mark=Mark.BENEFIT,
        ),
        Count(
            number=summary.helps_take_up,
            one="thing may help take-up",
            many="things may help take-up",
            mark=Mark.HELPS,
        ),
        Count(
            number=summary.hinders_take_up,
            one="thing may hinder take-up",
            many="things may hinder take-up",
            mark=Mark.HINDERS,
        ),
        Count(
            number=summary.may_apply,
            one="finding may apply",
            many="findings may apply",
            mark=Mark.MAY_APPLY,
        ),
    )


class CountList(QWidget):
    """The numbers one under the other; those that are nought are left out, open risks never."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[Mark, tuple[Picture, Text, Text]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.metrics.space(8))
        grid.setVerticalSpacing(theme.metrics.space(4))
        grid.setColumnStretch(2, 1)
        for row, mark in enumerate(_MARKS):
            showing = SHOWINGS[mark]
            parts = (
                Picture(theme, showing.glyph, tone=showing.tone, size=18, parent=self),
                Text("", role=TextRole.STRONG, parent=self),
                Text("", role=TextRole.SMALL, tint=MUTED, parent=self),
            )
            for column, part in enumerate(parts):
                grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignVCenter)
            self._rows[mark] = parts

    def show_summary(self, summary: Summary) -> None:
        """Show the numbers of an advice."""
        for count in counts(summary):
            picture, number, words = self._rows[count.mark]
            number.setText(str(count.number))
            words.setText(count.words)
            is_shown = bool(count.number) or count.mark is Mark.RISK
            for part in (picture, number, words):
                part.setVisible(is_shown)


_MARKS = (
    Mark.RISK,
    Mark.ADDRESSED,
    Mark.BENEFIT,
    Mark.HELPS,
    Mark.HINDERS,
    Mark.MAY_APPLY,
)
