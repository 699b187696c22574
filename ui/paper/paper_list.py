"""The papers that there are, as rows: what each is, whom it is for, and how many pages it has."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from advisor.language import _, ngettext
from advisor.models.papers import PaperKind
from advisor.paper.papers import PAPERS
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.layouts import column_in
from ui.widgets.painting import Wrapped, box, draw_icon, mirrored, wrap
from ui.widgets.radio_group import ChoiceButton, ChoiceGroup

_ICON, _HIGH, _SIDE = 20, 59, 12
_GLYPHS = {
    PaperKind.CHECKLIST: Glyph.LIST_CHECKS,
    PaperKind.REPORT: Glyph.BOOK_OPEN,
    PaperKind.ANNEX: Glyph.LAYERS,
    PaperKind.REGISTER: Glyph.SHIELD,
    PaperKind.LOGIC_MODEL: Glyph.ROUTE,
    PaperKind.EVALUATION: Glyph.EYE,
    PaperKind.TRAINING: Glyph.LIGHTBULB,
    PaperKind.WORKSHEET: Glyph.CLIPBOARD_LIST,
    PaperKind.DESCRIPTION: Glyph.INFO,
    PaperKind.PRINCIPLES: Glyph.STAR,
}
"""The others are drafts to change."""


class PaperRow(ChoiceButton, QRadioButton):
    """One paper to choose. How many pages it has is shown once that is known."""

    spoken_role = QAccessible.Role.RadioButton

    def __init__(
        self, theme: Theme, title: str, hint: str, glyph: Glyph, *, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._hint, self._pages, self._glyph = hint, "", glyph
        self.has_line = False
        self.prepare(theme, title)
        self.setAccessibleDescription(hint)

    @property
    def pages(self) -> str:
        """What is said about its pages; empty while that is not known."""
        return self._pages

    def show_pages(self, number: int | None) -> None:
        """Show how many pages the paper has, or nothing while that is not known."""
        words = ngettext("{n} page", "{n} pages", number or 0).format(n=number)
        self._pages = words if number else ""
        self.setAccessibleDescription(" ".join(filter(None, (self._hint, self._pages))))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        title, hint, _pages = self._words(width)
        m = self._theme.metrics
        return round(max(m.px(_HIGH), title.height + hint.height + 2 + 2 * m.space(8)))

    def sizeHint(self) -> QSize:
        width = self._theme.metrics.px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.metrics.px(180), self._theme.metrics.px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, QRectF(self.rect()))
        self._paint_words(painter, QRectF(self.rect()))

    def _paint_ground(self, painter: QPainter, whole: QRectF) -> None:
        c, m = self._theme.colours, self._theme.metrics
        side = m.space(_SIDE)
        if self.has_line:
            line = QRectF(side, 0, whole.width() - 2 * side, 1)
            painter.fillRect(line, QColor(c.hairline))
        body = whole.adjusted(4, 3, -4, -3)
        if self.isChecked():
            box(painter, body, m.radius + 2, fill=c.accent_soft, line=c.accent, thickness=2)
        elif self.underMouse():
            box(painter, body, m.radius + 2, fill=c.accent_soft)
        if self.hasFocus():
            box(painter, whole.adjusted(1, 0, -1, 0), m.radius + 4, line=c.focus, thickness=m.ring)

    def _paint_words(self, painter: QPainter, whole: QRectF) -> None:
        c, m, way = self._theme.colours, self._theme.metrics, self.layoutDirection()
        side = m.space(_SIDE)
        title, hint, pages = self._words(self.width())
        icon = m.px(_ICON)
        top = whole.center().y() - (title.height + 2 + hint.height) / 2
        ink = c.accent_ink if self.isChecked() else c.ink
        picture = self._theme.pixmap(self._glyph, c.accent_ink, _ICON, self)
        place = QRectF(side + m.space(4), top, icon, title.height)
        draw_icon(painter, picture, mirrored(place, whole, way))
        left, below = self._left, top + title.height + 2
        right = whole.width() - side - pages.natural_width
        room = self.width() - left - side
        for words, at, wide, colour in (
            (title, QPointF(left, top), room - self._taken(pages), ink),
            (hint, QPointF(left, below), room, c.ink_muted),
            (pages, QPointF(right, top + 1), pages.natural_width, c.ink_muted),
        ):
            area = QRectF(at.x(), at.y(), wide, words.height)
            words.draw(painter, mirrored(area, whole, way).topLeft(), colour)

    @property
    def _left(self) -> int:
        m = self._theme.metrics
        return m.space(_SIDE) + m.space(4) + m.px(_ICON) + m.space(14)

    def _words(self, width: int) -> tuple[Wrapped, Wrapped, Wrapped]:
        """Return title, hint and pages, broken into lines."""
        m, way = self._theme.metrics, self.layoutDirection()
        small = self._theme.font(TextRole.SMALL)
        room = width - self._left - m.space(_SIDE)
        wide = wrap(self._pages, small, room).natural_width
        pages = wrap(self._pages, small, wide + 1, direction=way)
        strong = self._theme.font(TextRole.STRONG)
        title = wrap(self.words, strong, room - self._taken(pages), direction=way)
        return title, wrap(self._hint, small, room, direction=way), pages

    def _taken(self, pages: Wrapped) -> float:
        """Return how much of the first line the number of pages takes."""
        return pages.natural_width + self._theme.metrics.space(10) if self._pages else 0


class PaperList(ChoiceGroup):
    """Every paper, one of which is chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(name=_("Which paper"), exclusive=True, parent=parent)
        column = column_in(self, 0)
        self.rows = {
            paper.kind: PaperRow(
                theme,
                _(paper.title),
                _(paper.hint),
                _GLYPHS.get(paper.kind, Glyph.PENCIL),
                parent=self,
            )
            for paper in PAPERS
        }
        self.hold({str(kind): row for kind, row in self.rows.items()})
        for at, row in enumerate(self.rows.values()):
            row.has_line = at > 0
            row.clicked.connect(self.report)
            column.addWidget(row)
