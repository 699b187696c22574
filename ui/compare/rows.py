"""The rows of a comparison: an answer in both plans, a statement that differs, and what moved."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor.language import _
from advisor.models.ids import RuleId
from advisor.telling.comparison import AnswerRow, CompareBlock, CompareRow, Side
from advisor.telling.moves import Move
from advisor.telling.spoken import in_one_run
from ui.compare.columns import Columns
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import announce_switched
from ui.widgets.badge import Badge
from ui.widgets.buttons import IconButton
from ui.widgets.cards import Card
from ui.widgets.disclosure import DisclosureButton
from ui.widgets.layouts import FlowLayout, column_in, fill, fit_height, row_of
from ui.widgets.link_button import LinkButton
from ui.widgets.roles import Spoken
from ui.widgets.text import MUTED, Heading, LineHeading, LineText, Text

Titles = tuple[str, str]
"""What the two plans are called."""


class GroupHead(QWidget):
    """What the rows under it are about, and how many there are."""

    def __init__(self, theme: Theme, title: str, how_many: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        side, top = theme.metrics.space(16), theme.metrics.space(14)
        column.setContentsMargins(side, top, side, theme.metrics.space(6))
        heading = LineHeading(title, level=2, role=TextRole.STRONG, parent=self)
        heading.set_tint(Tone.ACCENT)
        counted = LineText(how_many, role=TextRole.SMALL, tint=MUTED, parent=self)
        column.addLayout(row_of(heading, counted, gap=8))


class AnswerLine(Columns):
    """One question with both answers, the second one in bold. ``place`` is which of how many."""

    def __init__(self, theme: Theme, row: AnswerRow, titles: Titles, place: str) -> None:
        super().__init__(theme, has_line=True)
        asked = Heading(row.asked, level=3, role=TextRole.SMALL, parent=self)
        asked.set_tint(MUTED)
        before = self._said(titles[0], row.before, TextRole.SMALL)
        after = self._said(titles[1], row.after, TextRole.SMALL_STRONG)
        asked.read_here(in_one_run((before.accessibleName(), after.accessibleName(), place)))
        self.stop: QWidget = asked
        self.hold(asked, before, after)

    def _said(self, title: str, words: str, role: TextRole) -> Text:
        said = Text(words, role=role, parent=self)
        said.setAccessibleName(_("In “{plan}”: {words}").format(plan=title, words=words))
        return said


class SideCell(QWidget, Spoken):
    """How one thing stands in one plan."""

    spoken_role = QAccessible.Role.Grouping

    def __init__(self, theme: Theme, side: Side, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("In “{plan}”").format(plan=title))
        row = FlowLayout(self, gap=10)
        row.addWidget(Badge(theme, side.mark, parent=self))
        if side.detail:
            row.addWidget(LineText(side.detail, role=TextRole.SMALL, tint=MUTED, parent=self))
        fit_height(self)


class StatementRow(QWidget):
    """One thing in both plans, of one ``part`` of the page; why it is so opens under it.

    ``lead`` leads to the statement in the advice, from the control that ``explained`` carries
    once it is there. ``place`` is which row of how many it is.
    """

    explained = Signal(QWidget)

    def __init__(
        self,
        theme: Theme,
        row: CompareRow,
        part: str,
        titles: Titles,
        lead: Callable[[RuleId], object],
        place: str,
    ) -> None:
        super().__init__()
        self._theme, self._row, self._titles, self._lead = theme, row, titles, lead
        self._place = place
        # A theme may stand in two parts: what helps by it, and what keeps away.
        self._name = _("{title} ({part})").format(title=row.title, part=part)
        self._why: QWidget | None = None
        self._column = column_in(self, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        columns = Columns(theme, has_line=True, at=middle, gap=3 if row.why else 9, parent=self)
        self.button: DisclosureButton | None = None
        if row.why:
            self.button = DisclosureButton(theme, row.title, columns, role=TextRole.SMALL_STRONG)
            self.button.setAccessibleName(
                _("{title}. In “{first}”: {before}. In “{second}”: {after}.").format(
                    title=self._name,
                    first=titles[0],
                    before=row.before.sentence,
                    second=titles[1],
                    after=row.after.sentence,
                )
            )
            self.button.setAccessibleDescription(place)
            self.button.clicked.connect(self._switch)
        self.stop: QWidget = self.button or self._title(columns)
        columns.hold(
            self.stop,
            SideCell(theme, row.before, titles[0], columns),
            SideCell(theme, row.after, titles[1], columns),
        )
        self._column.addWidget(columns)
        fit_height(self)

    def _title(self, parent: QWidget) -> Heading:
        """Return the title of what has no reasons, where a screen reader reads how it stands."""
        title = Heading(self._row.title, level=3, role=TextRole.SMALL_STRONG, parent=parent)
        first, second = self._titles
        said = _("In “{first}”: {before}. In “{second}”: {after}.").format(
            first=first,
            before=self._row.before.sentence,
            second=second,
            after=self._row.after.sentence,
        )
        title.read_here(in_one_run((said, self._place)))
        return title

    def _switch(self) -> None:
        if self.button is None:
            return
        is_open = not self.button.spoken_open
        self.button.show_open(is_open)
        if self._why is None:
            self._why = self._reasons()
            self._column.addWidget(self._why)
            for link in self._why.findChildren(LinkButton):
                self.explained.emit(link)
        self._why.setVisible(is_open)
        announce_switched(self._why, is_open=is_open)

    def _reasons(self) -> QWidget:
        """Return why it stands so in either plan, under the plan that it is about."""
        columns = Columns(self._theme, gap=7, parent=self)
        place = QWidget(columns)
        rule = self._row.rule
        if rule is not None:
            name = _("Open in the advice: {title}").format(title=self._name)
            button = LinkButton(
                self._theme,
                _("Open in the advice"),
                name=name,
                trailing=Glyph.CHEVRON_RIGHT,
                parent=place,
            )
            button.clicked.connect(partial(self._lead, rule))
            place.setLayout(row_of(button))
        columns.hold(place, *(self._lines(cause.lines, columns) for cause in self._row.why))
        return columns

    def _lines(self, lines: tuple[str, ...], parent: QWidget) -> QWidget:
        box = QWidget(parent)
        column = column_in(box, self._theme.metrics.space(4))
        fill(column, *(Text(line, role=TextRole.SMALL, parent=box) for line in lines))
        column.addStretch(1)
        fit_height(box)
        return box


class AlikeView(QWidget):
    """What is the same in both plans, by its kind."""

    def __init__(self, theme: Theme, blocks: tuple[CompareBlock, ...]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.metrics.space(16), 0, 0, 0)
        column.setSpacing(theme.metrics.space(4))
        for block in blocks:
            heading = Heading(block.title, level=2, role=TextRole.STRONG, parent=self)
            column.addWidget(heading)
            for row in block.rows:
                column.addWidget(Text(row.alike, role=TextRole.SMALL, parent=self))


class FindingLine(Card):
    """One finding that differs; its button leads to it by ``lead``."""

    def __init__(self, theme: Theme, move: Move, lead: Callable[[RuleId], object]) -> None:
        super().__init__(theme)
        words = QVBoxLayout()
        words.setSpacing(theme.metrics.space(6))
        words.addWidget(Heading(move.title, level=3, parent=self))
        words.addLayout(row_of(Badge(theme, move.mark, parent=self), gap=8))
        words.addWidget(Text(move.words, role=TextRole.SMALL, tint=MUTED, parent=self))
        for cause in move.why:
            words.addWidget(Text(cause.side, role=TextRole.SMALL_STRONG, parent=self))
            for told in cause.lines:
                words.addWidget(Text(told, role=TextRole.SMALL, parent=self))
        name = _("Open the statement: {finding}. {kind}").format(finding=move.title, kind=move.kind)
        button = IconButton(theme, Glyph.CHEVRON_RIGHT, name=name, parent=self)
        button.clicked.connect(partial(lead, move.rule))
        line = QHBoxLayout()
        line.addLayout(words, 1)
        line.addWidget(button)
        self.column.addLayout(line)
