"""The heads above the columns of the list of plans."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor.language import _
from ui.home.plan_row import columns
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.layouts import fit_height
from ui.widgets.painting import box, mirrored, wrap


class ColumnsHead(QWidget):
    """Decoration: each row is read with what its parts are.

    It takes no room where the columns do not stand beside each other: to come and go by itself
    it would have to wait for the list's width, in the middle of the layout that gives it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        fit_height(self, QSizePolicy.Policy.Expanding)
        theme.measures(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 0 if columns(self._theme, width) is None else self._high + self._apart

    def sizeHint(self) -> QSize:
        return QSize(0, self._high + self._apart)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @property
    def _high(self) -> int:
        return self._theme.metrics.px(30)

    @property
    def _apart(self) -> int:
        """What is left free above the rows."""
        return self._theme.metrics.space(10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        at = columns(self._theme, self.width())
        if at is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c, area = self._theme.colours, QRectF(0, 0, self.width(), self._high)
        box(painter, area, self._theme.metrics.radius, fill=c.sunken, line=c.hairline)
        for words, (start, end) in (
            (_("Plan"), at.name),
            (_("Answered"), at.answered),
            (_("Safety"), at.safety),
            (_("Risks"), at.risks),
            (_("Changed"), at.changed),
        ):
            font = self._theme.font(TextRole.SMALL_STRONG)
            said = wrap(words, font, end - start, direction=self.layoutDirection())
            part = QRectF(start, 0, end - start, area.height())
            place = mirrored(part, area, self.layoutDirection())
            top = area.center().y() - said.height / 2
            said.draw(painter, QPointF(place.left(), top), c.ink_muted)
