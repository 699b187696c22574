"""*Advice so far*: what applies, what the last answer changed, the newest findings."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.findings import Finding
from advisor.models.ids import RuleId
from advisor.models.pack import Pack
from advisor.telling.headline import headline, in_short
from advisor.telling.news import News, recent
from advisor.telling.words import kind_words, marks_of
from ui.plan.live_counts import CountList
from ui.theme.metrics import TextRole
from ui.theme.states import SHOWINGS
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.layouts import clear_out, fill
from ui.widgets.pictures import Picture
from ui.widgets.text import MUTED, Heading, Text

MOST_SENTENCES = 2
"""How many of the ways in which a risk comes about there is room for."""


class LivePanel(QWidget):
    """Shows advice while it grows. ``advice_asked`` reports that a person wants to see all of it.

    A screen reader is told what changed, politely and only once answering has paused.
    """

    advice_asked = Signal()

    def __init__(self, theme: Theme, pack: Pack) -> None:
        super().__init__()
        self._theme, self._pack = theme, pack
        self._recent: tuple[RuleId, ...] = ()
        self.announcer = Announcer(self)
        self._empty = Text(
            _(
                "As you answer, this panel says what may help mothers, what may harm them,"
                " and what the last answer changed."
            ),
            tint=MUTED,
            parent=self,
        )
        self.counts = CountList(theme, self)
        self._cannot_judge = Text("", parent=self)
        self._changes_heading = Heading(_("Your last answer"), level=3, parent=self)
        self._changes = Text("", role=TextRole.SMALL, parent=self)
        self._heading = Heading(_("Newest in the advice"), level=3, parent=self)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.metrics.space(8))
        self.see_all = Button(theme, _("See all a&dvice"), parent=self)
        self.see_all.clicked.connect(self.advice_asked)
        self._lay_out()
        self._show_parts(is_empty=True)

    @property
    def summary(self) -> str:
        """What the panel holds, for the button that opens it."""
        return self._summary

    def show_advice(self, advice: Advice, changes: News) -> None:
        """Show the newest advice and what the last answer changed."""
        self._recent = recent(self._recent, changes, advice)
        self._summary = in_short(advice)
        self.counts.show_advice(advice)
        is_judged = advice.can_judge and advice.covered
        self._cannot_judge.setText("" if is_judged else headline(self._pack, advice).sentence)
        self._changes.setText("\n".join(changes.lines))
        self._show_cards([advice.finding_by_rule[rule] for rule in self._recent])
        self._show_parts(is_empty=not advice.summary.answered)
        self.announcer.say_soon(changes.sentence)

    def _lay_out(self) -> None:
        self._summary = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, self._theme.metrics.space(6), self._theme.metrics.space(16))
        column.setSpacing(self._theme.metrics.space(12))
        changes = QVBoxLayout()
        changes.setSpacing(self._theme.metrics.space(4))
        fill(changes, self._changes_heading, self._changes)
        fill(column, self._empty, self._cannot_judge, self.counts, changes)
        fill(column, self._heading, self._cards)
        column.addWidget(self.see_all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _show_parts(self, *, is_empty: bool) -> None:
        self._empty.setVisible(is_empty)
        self.counts.setVisible(not is_empty)
        self._cannot_judge.setVisible(not is_empty and bool(self._cannot_judge.text()))
        self.see_all.setVisible(not is_empty)
        self._heading.setVisible(bool(self._recent))
        for part in (self._changes_heading, self._changes):
            part.setVisible(bool(self._changes.text()) and not is_empty)

    def _show_cards(self, findings: Sequence[Finding]) -> None:
        clear_out(self._cards)
        for finding in findings:
            configuration = self._pack.configuration_by_id[finding.configuration]
            note = " ".join(branch.text for branch in finding.at_work[:MOST_SENTENCES])
            self._cards.addWidget(
                FindingCard(self._theme, finding, configuration.title, note, self)
            )


class FindingCard(Card):
    """One finding in short: what it is, its title, why it is here."""

    def __init__(
        self, theme: Theme, finding: Finding, title: str, note: str, parent: QWidget | None = None
    ) -> None:
        showing = SHOWINGS[marks_of(finding)[1]]
        word = kind_words(finding)
        super().__init__(theme, name=f"{word}: {title}", tone=showing.tone, parent=parent)
        side = theme.metrics.space(14)
        self.column.setContentsMargins(side, theme.metrics.space(10), side, theme.metrics.space(10))
        self.column.setSpacing(theme.metrics.space(3))
        first = QHBoxLayout()
        first.setSpacing(theme.metrics.space(6))
        first.addWidget(Picture(theme, showing.glyph, tone=showing.tone, size=16, parent=self))
        first.addWidget(Text(word, role=TextRole.SMALL_STRONG, tint=showing.tone, parent=self), 1)
        small = Text(note.strip(), role=TextRole.SMALL, parent=self)
        fill(self.column, first, Text(title, role=TextRole.STRONG, parent=self), small)

    def _fit(self) -> None:
        """The panel is narrow: its cards keep the small margins they were given."""
