"""One part of the list: a heading with its count, and the statements under it as rows."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.language import _, ngettext
from advisor.models.findings import RiskState
from advisor.models.ids import RuleId
from advisor.telling.advice import AdvicePart, CardBlock
from advisor.telling.cards import CardStory
from advisor.telling.spoken import in_one_run
from ui.advice.asks import Asks
from ui.advice.row import FindingRow, RowWays
from ui.awake.slices import Slices
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.cards import RowsFrame
from ui.widgets.disclosure import Disclosure
from ui.widgets.layouts import FlowLayout, column_in, fit_height, row_in
from ui.widgets.link_button import LinkButton
from ui.widgets.pictures import Picture
from ui.widgets.pile import Pile
from ui.widgets.text import MUTED, LineHeading, LineText, Text

_SIGNS: Mapping[AdvicePart, tuple[Glyph, Tone]] = {
    AdvicePart.HINDERS: (Glyph.DOOR_CLOSED, Tone.CAUTION),
    AdvicePart.HELPS: (Glyph.DOOR_OPEN, Tone.POSITIVE),
    AdvicePart.BENEFITS: (Glyph.SPROUT, Tone.POSITIVE),
    AdvicePart.NOT_SET_UP: (Glyph.CIRCLE_DASHED, Tone.NEUTRAL),
    AdvicePart.MAY_APPLY: (Glyph.CIRCLE_DASHED, Tone.UNCERTAIN),
    AdvicePart.ELSEWHERE: (Glyph.LAYERS, Tone.ACCENT),
    AdvicePart.NOT_COVERED: (Glyph.CIRCLE_SLASH, Tone.NEUTRAL),
    AdvicePart.DOES_NOT_APPLY: (Glyph.CIRCLE_MINUS, Tone.NEUTRAL),
}
_OF_ONE_KIND = (AdvicePart.RISKS, AdvicePart.BENEFITS, AdvicePart.HELPS, AdvicePart.HINDERS)


class SectionView(QWidget):
    """Shows a ``CardBlock``; its rows are made in slices, or when it is opened.

    A row keeps its place while its state changes.
    """

    def __init__(
        self, theme: Theme, block: CardBlock, asks: Asks, ways: RowWays, slices: Slices
    ) -> None:
        super().__init__()
        self._theme, self._block, self._asks, self._ways = theme, block, asks, ways
        self._slices, self._is_beside = slices, False
        self._rows: dict[RuleId, FindingRow] = {}
        self._current: RuleId | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.metrics.space(6))
        self.disclosure: Disclosure | None = None
        self.together: LinkButton | None = None
        self.heading = LineHeading(block.title, level=2, parent=self)
        self.meta = LineText(block.meta, role=TextRole.SMALL, tint=MUTED, parent=self)
        self._column.addLayout(self._make_head())
        self._describe()
        if block.is_closed:
            self._add_closed()
        else:
            self._fill(self._column)

    @property
    def block(self) -> CardBlock:
        """What is shown, made or not."""
        return self._block

    @property
    def rows(self) -> tuple[FindingRow, ...]:
        """The rows that were made so far."""
        return tuple(self._rows.values())

    def show_block(self, block: CardBlock) -> None:
        """Show the same statements as they are now, each in its place."""
        self._block = block
        self.meta.setText(block.meta)
        self._describe()
        if self.together is not None:
            self.together.setVisible(self._has_open_ones)
        for story in block.cards:
            if story.rule in self._rows:
                self._rows[story.rule].show_story(story)

    def show_beside(self, *, is_beside: bool) -> None:
        """Take little room while the pane beside the list tells all."""
        self._is_beside = is_beside
        for row in self._rows.values():
            row.show_beside(is_beside=is_beside)

    def show_current(self, rule: RuleId | None) -> None:
        """Mark the row that is open."""
        self._current = rule
        for each, row in self._rows.items():
            row.show_current(is_current=each == rule)

    def row(self, rule: RuleId) -> FindingRow | None:
        """Return the row of a statement, once it was made; what was closed opens for it."""
        if rule not in self._block.rules:
            return None
        if self.disclosure is not None:
            self.disclosure.set_open(True)
        return self._rows.get(rule)

    def take_focus(self) -> None:
        """Lead the focus to the heading."""
        self.heading.take_focus()

    def _describe(self) -> None:
        """Let a screen reader say at the heading what stands under it; Tab goes to the rows."""
        words = self._block.intro if self._block.cards else self._block.when_empty
        self.heading.describe(in_one_run((self._block.meta, words)))

    def _make_head(self) -> FlowLayout:
        head = FlowLayout(gap=self._theme.metrics.space(8))
        head.addWidget(self._make_title())
        head.addWidget(self.meta)
        if self._block.id is AdvicePart.RISKS:
            words = _("For all open risks together")
            self.together = LinkButton(
                self._theme,
                words,
                name=_("What would have to change: {words}").format(words=words),
                trailing=Glyph.CHEVRON_RIGHT,
                parent=self,
            )
            self.together.clicked.connect(self._asks.together)
            self.together.setVisible(self._has_open_ones)
            head.addWidget(self.together)
        return head

    def _make_title(self) -> QWidget:
        """Return the heading behind its sign, which stays beside it where it wraps."""
        title = QWidget(self)
        row = row_in(title, self._theme.metrics.space(8))
        if self._block.id in _SIGNS:
            glyph, tone = _SIGNS[self._block.id]
            sign = Picture(self._theme, glyph, tone=tone, size=20, parent=title)
            row.addWidget(sign)
        row.addWidget(self.heading, 1)
        fit_height(title)
        return title

    @property
    def _has_open_ones(self) -> bool:
        return any(story.state is RiskState.OPEN for story in self._block.cards)

    def _add_closed(self) -> None:
        count = len(self._block.cards)
        words = ngettext("This statement", "These {n} statements", count).format(n=count)
        self.disclosure = Disclosure(self._theme, words, self._make_closed, parent=self)
        self.disclosure.button.setAccessibleName(f"{words}: {self._block.title}")
        self._column.addWidget(self.disclosure)

    def _make_closed(self) -> QWidget:
        made = QWidget()
        self._fill(column_in(made, self._theme.metrics.space(6)))
        return made

    def _fill(self, column: QVBoxLayout) -> None:
        words = self._block.intro if self._block.cards else self._block.when_empty
        intro = Text(words, role=TextRole.SMALL, tint=MUTED, parent=self)
        intro.setVisible(bool(words))
        # What is to be done about a risk comes before what is to be said of risks.
        if self._block.id is not AdvicePart.RISKS:
            column.addWidget(intro)
        if self._block.cards:
            pile = Pile(self._theme, gap=0)
            column.addWidget(RowsFrame(self._theme, pile, self))
            for story in self._block.cards:
                self._slices.add(partial(self._add_row, story.rule, pile))
        if self._block.id is AdvicePart.RISKS:
            column.addWidget(intro)

    def _add_row(self, rule: RuleId, pile: Pile) -> None:
        story = self._story(rule)
        if story is None:
            return
        row = FindingRow(
            self._theme,
            story,
            self._asks,
            self._ways,
            says_kind=self._block.id not in _OF_ONE_KIND,
        )
        row.has_line = bool(pile.cards)
        row.show_beside(is_beside=self._is_beside)
        row.show_current(is_current=rule == self._current)
        self._rows[rule] = row
        pile.add(row)

    def _story(self, rule: RuleId) -> CardStory | None:
        return next((story for story in self._block.cards if story.rule == rule), None)
