"""One statement in full, beside the list: what may happen, what to do, why, and how sure."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor.language import _
from advisor.models.findings import RiskState
from advisor.models.marks import Mark
from advisor.telling.cards import CardStory
from advisor.telling.changes import ChangesStory
from advisor.telling.key_actions import in_hand_words
from advisor.telling.spoken import in_one_run
from ui.advice.asks import Asks
from ui.advice.change_view import ChangeView
from ui.advice.pane_parts import ActionsPart, HowSure, happening, noticing, reasons
from ui.advice.parts import StateStrip
from ui.advice.row import statement_menu
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.badge import Badge
from ui.widgets.buttons import IconButton
from ui.widgets.cards import Card
from ui.widgets.contents import put_in_place
from ui.widgets.layouts import column_in, fill, row_of
from ui.widgets.link_button import LinkButton
from ui.widgets.menus import open_at
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.tab_order import TabOrder
from ui.widgets.text import MUTED, Heading, LineText, Text

_TWO_COLUMNS = 760


class Pane(Card):
    """Shows a ``CardStory``; ``closed`` reports that a person wants the list alone again."""

    closed = Signal()

    def __init__(self, theme: Theme, asks: Asks) -> None:
        super().__init__(theme)
        self._asks = asks
        self.story: CardStory | None = None
        self.doing: ActionsPart | None = None
        self.change: ChangeView | None = None
        self.heading = Heading("", level=2, parent=self)
        self.copy_button = IconButton(theme, Glyph.COPY, name=_("Copy"), parent=self)
        self.close_button = IconButton(theme, Glyph.X, name=_("Close"), parent=self)
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.closed)
        self._about = LineText("", role=TextRole.SMALL, tint=MUTED, parent=self)
        self._more = Badge(theme, Mark.MATTERS_MORE, parent=self)
        # In sight as soon as the statement is: under all actions it would be a screen further down.
        self.try_button = LinkButton(
            theme, _("Try this instead"), glyph=Glyph.SPARKLES, parent=self
        )
        self.try_button.clicked.connect(self._try_out)
        self.strip = StateStrip(theme, self)
        self._scroll = ScrollColumn(theme, wide=True, parent=self)
        self._scroll.set_margins(0, 4)
        self._scroll.page.setAutoFillBackground(False)
        # Its own height is nobody's: what stands in it is scrolled.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._body = QWidget()
        self._columns: QBoxLayout | None = None
        self._lay_out()
        self.tab_order = TabOrder(self)

    def show_story(self, story: CardStory) -> None:
        """Show a statement; the same one as it is now keeps the focus and what is open."""
        before, self.story = self.story, story
        self._show_head(story)
        is_same = before is not None and _shape(before) == _shape(story)
        if is_same and self.doing is not None:
            self.doing.show_story(story)
            self._show_in_hand(story)
            return
        self._rebuild(story)
        self._scroll.verticalScrollBar().setValue(0)

    def show_changes(self, told: ChangesStory) -> None:
        """Answer what would have to change, and scroll there."""
        if self.change is not None:
            self._scroll.show_whole_soon(self.change.show_changes(told))

    def take_focus(self) -> None:
        """Lead the keyboard and the screen reader to the statement."""
        self.heading.take_focus()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.story is None:
            return
        menu = statement_menu(self, self.story, self._asks)
        for text in self.findChildren(Text):
            if text.hasSelectedText():
                copy = QGuiApplication.clipboard().setText
                menu.addAction(_("Copy the selected words"), partial(copy, text.selectedText()))
        open_at(menu, self, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        metrics = self._theme.metrics
        side = metrics.space(20)
        self.column.setContentsMargins(side, metrics.space(8), metrics.space(8), 4)
        self.column.setSpacing(metrics.space(4))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.heading, 1)
        head.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = self._scroll.column
        about = row_of(self._about, self._more, self.try_button, gap=10)
        fill(column, head, about, self.strip, self._body)
        column.addStretch(1)
        self.column.addWidget(self._scroll, 1)

    def _copy(self) -> None:
        if self.story is not None:
            self._asks.copy(self.story)

    def _try_out(self) -> None:
        if self.story is not None:
            self._asks.trial(self.story.rule, ())

    def _show_head(self, story: CardStory) -> None:
        self.heading.setText(story.title)
        said = (branch.sentence for branch in story.branches)
        self.heading.describe(in_one_run((story.about, *said)))
        self.copy_button.rename(_("Copy: {title}").format(title=story.title))
        self.close_button.rename(_("Close: {title}").format(title=story.title))
        self.try_button.setVisible(story.can_change)
        name = _("Try this instead: {finding}").format(finding=story.title)
        self.try_button.setAccessibleName(name)
        self._about.setText(story.about)
        self._more.setVisible(story.matters_more)
        self.strip.setVisible(story.state is not None)
        if story.state is not None:
            self.strip.show_state(story.state)

    def _rebuild(self, story: CardStory) -> None:
        old, self._body = self._body, QWidget()
        outer = column_in(self._body, self._theme.metrics.space(16))
        self._in_hand = Card(self._theme, tone=Tone.POSITIVE, parent=self._body)
        self._in_hand_words = Text("", parent=self._in_hand)
        self._in_hand.column.addWidget(self._in_hand_words)
        outer.addWidget(self._in_hand)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._columns.setSpacing(self._theme.metrics.space(18))
        self._columns.addLayout(self._what(story), 3)
        self._columns.addLayout(self._why(story), 2)
        outer.addLayout(self._columns)
        put_in_place(self._scroll.column, old, self._body)
        self._show_in_hand(story)
        self._turn()
        # A right click on words is one on the statement: its menu has the words as well.
        for text in self.findChildren(Text):
            text.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _what(self, story: CardStory) -> QVBoxLayout:
        """Return what may happen, what to do about it, and what would have to change."""
        column = self._column()
        self.doing = ActionsPart(self._theme, story, self._asks) if story.actions else None
        self.change = ChangeView(self._theme, story, self._asks) if story.can_change else None
        column.addWidget(happening(self._theme, story))
        if self.doing is not None:
            column.addWidget(self.doing)
        if self.change is not None:
            column.addWidget(self.change)
        column.addStretch(1)
        return column

    def _why(self, story: CardStory) -> QVBoxLayout:
        """Return why it is here, how one would notice, and how sure it is."""
        column = self._column()
        fill(column, *reasons(self._theme, story, self._asks))
        fill(column, *noticing(self._theme, story), HowSure(self._theme, story))
        column.addStretch(1)
        return column

    def _column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.metrics.space(16))
        return column

    def _show_in_hand(self, story: CardStory) -> None:
        is_in_hand = story.state is RiskState.ADDRESSED
        self._in_hand.setVisible(is_in_hand)
        words = (in_hand_words(story.key_actions), story.caution) if is_in_hand else ()
        self._in_hand_words.setText(" ".join(filter(None, words)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Put why and how sure beside the rest where there is room."""
        if self._columns is None:
            return
        way = QBoxLayout.Direction
        is_wide = self.width() >= self._theme.metrics.px(_TWO_COLUMNS)
        self._columns.setDirection(way.LeftToRight if is_wide else way.TopToBottom)


def _shape(story: CardStory) -> tuple[object, ...]:
    """What of a statement has to be built anew when it is another."""
    branches = [(branch.sentence, branch.reasons) for branch in story.branches]
    actions = [row.id for row in story.actions]
    return story.rule, story.verdict, branches, actions, story.needs
