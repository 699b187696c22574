"""What would have to change, as cards: the smallest way first, the others folded."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.language import _
from advisor.models.changes import Changes
from advisor.models.ids import QuestionId
from advisor.telling.changes import ChangesStory, ToldWay
from advisor.telling.shifts import Shift
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.disclosure import Disclosure
from ui.widgets.layouts import column_in, fill, row_of
from ui.widgets.lines import lines_under, read_in_runs
from ui.widgets.pictures import Picture
from ui.widgets.text import MUTED, LineHeading, Text


class ChangesView(QWidget):
    """Shows a ``ChangesStory``; a button of these words takes the changes of a way.

    What each way is stands as a heading of ``level``; ``about`` is what the ways would change.
    """

    def __init__(
        self,
        theme: Theme,
        story: ChangesStory,
        *,
        words: str,
        about: str,
        act: Callable[[Changes], object],
        level: int = 4,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._story, self._words, self._act = theme, story, words, act
        self._about, self._level = about, level
        self.buttons: list[Button] = []
        column = column_in(self, theme.metrics.space(10))
        column.addWidget(Text(story.intro, parent=self))
        if story.ways:
            column.addWidget(self._way(1, self))
        if story.ways[1:]:
            self.others = Disclosure(theme, story.others, self._make_others, parent=self)
            column.addWidget(self.others)
        if story.lessening:
            title = story.lessening_title
            lines = lines_under(theme, title, story.lessening, are_read=True, parent=self)
            column.addWidget(lines)

    def button_of(self, answers: Mapping[QuestionId, object]) -> Button | None:
        """Return the button of the way that gives just these answers, unfolded, if there is one."""
        ways = self._story.ways
        given = ({each.question: each.after for each in way.changes} for way in ways)
        at = next((at for at, each in enumerate(given) if each == answers), None)
        if at is None:
            return None
        if at:
            self.others.set_open(True)
        return self.buttons[at]

    def _make_others(self) -> QWidget:
        box = QWidget()
        numbers = range(2, len(self._story.ways) + 1)
        fill(column_in(box), *(self._way(number, box) for number in numbers))
        return box

    def _way(self, number: int, parent: QWidget) -> QWidget:
        ways = self._story.ways
        way = ways[number - 1]
        card = WayCard(self._theme, way, self._level, parent)
        # All that a way changes is read at its heading: here it is only told from the others.
        name = _("{words}: way {n} of {all}. {about}").format(
            words=self._words, n=number, all=len(ways), about=self._about
        )
        button = Button(self._theme, self._words, glyph=Glyph.CIRCLE_PLUS, name=name, parent=card)
        button.clicked.connect(partial(self._act, way.changes))
        self.buttons.append(button)
        # Above all that it brings, which may be two screens.
        card.head.addWidget(button)
        return card


class WayCard(Card):
    """One way: what to answer, what that brings and what it costs."""

    def __init__(self, theme: Theme, way: ToldWay, level: int, parent: QWidget) -> None:
        super().__init__(theme, parent=parent)
        heading = LineHeading(way.title, level=level, parent=self)
        self.head = row_of(heading, gap=theme.metrics.space(14))
        self.column.addLayout(self.head)
        told: list[tuple[Text, str]] = []
        for change in way.changed:
            asked = Text(change.asked, role=TextRole.SMALL, tint=MUTED, parent=self)
            becomes = Text(change.told, role=TextRole.STRONG, parent=self)
            # An answer stands nearer to its own question than to the next one.
            pair = QVBoxLayout()
            pair.setSpacing(theme.metrics.space(1))
            fill(pair, asked, becomes)
            self.column.addLayout(pair)
            told += [(asked, change.asked), (becomes, change.told)]
        for words in filter(None, (way.reaches, way.summary)):
            line = Text(words, parent=self)
            self.column.addWidget(line)
            told.append((line, words))
        for shift in way.shifts:
            shown = ShiftLine(theme, shift, self)
            self.column.addWidget(shown)
            told.append((shown.headline, shift.sentence))
        if way.caution:
            line = Text(way.caution, role=TextRole.SMALL, tint=MUTED, parent=self)
            self.column.addWidget(line)
            told.append((line, way.caution))
        read_in_runs(heading, told)


class ShiftLine(QWidget):
    """What one thing is and what it would be."""

    def __init__(self, theme: Theme, shift: Shift, parent: QWidget) -> None:
        super().__init__(parent)
        self.headline = Text(shift.headline, role=TextRole.SMALL_STRONG, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.metrics.space(8), 0, 0, 0)
        column.setSpacing(theme.metrics.space(2))
        column.addWidget(self.headline)
        row = row_of(
            Badge(theme, shift.before, parent=self),
            Picture(theme, Glyph.CHEVRON_RIGHT),
            Badge(theme, shift.after, parent=self),
        )
        column.addLayout(row)
