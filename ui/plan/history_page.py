"""*What changed*: the changes of a plan, the newest first, each with what was before."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from advisor.language import _
from advisor.telling.history import ToldEdit
from advisor.telling.spoken import in_one_run
from ui.awake.as_far import AsFar
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.finding import BuildsOn
from ui.widgets.in_columns import InColumns
from ui.widgets.layouts import fill
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.tab_order import TabOrder
from ui.widgets.text import MUTED, Heading, Summary, Text

Edit = tuple[ToldEdit, Callable[[], object] | None]
"""A change as it is told, and what puts back what was before it, where that can be done."""


class Edits(InColumns, BuildsOn):
    """The changes, made as far down as ``depth`` returns."""

    def __init__(self, theme: Theme, depth: Callable[[], int]) -> None:
        super().__init__(theme)
        self._depth = depth
        self._pieces = AsFar(self, self._is_short)

    def make(self, cards: Iterable[Callable[[], object]]) -> None:
        """Show these changes, from the first one on."""
        self.clear()
        self._pieces.make(cards)

    def clear(self) -> None:
        """Hold no change any more, nor one that is to come."""
        self._pieces.clear()
        super().clear()

    def build_all(self) -> None:
        self._pieces.build_all()

    def finish_now(self) -> None:
        """Make what is missing at once, down to the end."""
        self._pieces.finish_now()

    @Slot()
    def go_on(self) -> None:
        """Make more where more are wanted by now."""
        self._pieces.go_on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pieces.go_on()

    def _is_short(self) -> bool:
        # In more than one column each that is made would move others to another place.
        width = self.width()
        return self.most_columns(width) > 1 or self.heightForWidth(width) <= self._depth()


class HistoryPage(ScrollColumn):
    """Lists the changes of a plan."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, wide=True)
        self.setAccessibleName(_("What changed"))
        self.heading = Heading(_("What changed"), level=1)
        self._lead = Summary("", of=self.heading, tint=MUTED)
        self._pile = Edits(theme, self._depth)
        fill(self.column, self.heading, self._lead, self._pile)
        self.column.addStretch(1)
        self.tab_order = TabOrder(self.page)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._pile.go_on)
        bar.rangeChanged.connect(self._pile.go_on)

    @property
    def cards(self) -> tuple[QWidget, ...]:
        """The changes that are shown, the newest first."""
        return self._pile.cards

    def show_edits(self, edits: Sequence[Edit], *, is_cut: bool) -> None:
        """Show changes; ``is_cut`` when there are older ones that are not shown."""
        # Who pressed a button that goes finds the keyboard at the top, and not nowhere.
        here = QApplication.focusWidget()
        if here is not None and self._pile.isAncestorOf(here):
            self.heading.take_focus()
        if not edits:
            self._lead.sum_up(_("Nothing was changed in this plan so far."))
        elif is_cut:
            words = _("The newest changes come first. Only the newest {n} are shown.")
            self._lead.sum_up(words.format(n=len(edits)))
        else:
            self._lead.sum_up(_("The newest changes come first."))
        self._pile.make(self._pieces_of(edits))

    def let_go(self) -> None:
        """Hold no change any more, until changes are shown again."""
        self._pile.clear()

    def finish_now(self) -> None:
        """Make what is missing at once."""
        self._pile.finish_now()

    def _depth(self) -> int:
        """Return how far down changes are wanted: as far as is seen, and a screen further."""
        seen = self.verticalScrollBar().value() + 2 * self.viewport().height()
        return seen - self._pile.mapTo(self.page, QPoint()).y()

    def _pieces_of(self, edits: Sequence[Edit]) -> Iterator[Callable[[], object]]:
        seen: Counter[str] = Counter()
        for told, put_back in edits:
            name = _("{what}, {when}").format(what=_what(told), when=told.when)
            seen[name] += 1
            if seen[name] > 1:
                # More than one change of the same in a minute: each has a name of its own.
                name = _("{name} ({n})").format(name=name, n=seen[name])
            yield partial(self._add, told, name, put_back)

    def _add(self, told: ToldEdit, name: str, put_back: Callable[[], object] | None) -> None:
        self._pile.add(EditCard(self._theme, told, name, put_back))


class EditCard(Card):
    """One change: when and by whom, what it was about, before and now."""

    def __init__(
        self, theme: Theme, told: ToldEdit, name: str, put_back: Callable[[], object] | None
    ) -> None:
        super().__init__(theme)
        heading = Heading(_what(told), level=2, parent=self)
        self.column.addWidget(heading)
        made = _("{when}, by {who}").format(when=told.when, who=told.who)
        self.column.addWidget(Text(made, role=TextRole.SMALL, tint=MUTED, parent=self))
        before = [_("Before: {words}").format(words=words) for words in told.before]
        now = [_("Now: {words}").format(words=words) for words in told.now]
        heading.read_here(in_one_run((made, *before, *now)))
        fill(self.column, *(Text(words, tint=MUTED, parent=self) for words in before))
        fill(self.column, *(Text(words, parent=self) for words in now))
        self.put_back: Button | None = None
        if put_back is not None:
            self.put_back = Button(
                theme,
                _("Put this one back"),
                glyph=Glyph.UNDO_2,
                name=_("Put this one back: {change}").format(change=name),
                parent=self,
            )
            self._do = put_back
            self.put_back.clicked.connect(self._put_back)
            self.column.addWidget(self.put_back)

    def _put_back(self) -> None:
        self._do()


def _what(told: ToldEdit) -> str:
    if not told.about:
        return told.done
    return _("{done}: {about}").format(done=told.done, about=told.about)
