"""A state as word, icon and colour, in that order of reliance."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor.models.marks import Mark
from advisor.telling.words import MARK
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.states import SHOWINGS
from ui.theme.theme import Theme
from ui.widgets.finding import ShowsWords
from ui.widgets.layouts import fit_height
from ui.widgets.marking import mark_line
from ui.widgets.painting import box, draw_icon, mirrored
from ui.widgets.roles import Spoken

_ICON = 15


class Tag(QWidget, Spoken, ShowsWords):
    """A few words in a rounded box, with an icon if wanted; they wrap where room is short."""

    spoken_role = QAccessible.Role.StaticText

    def __init__(
        self,
        theme: Theme,
        word: str,
        *,
        glyph: Glyph | None = None,
        tone: Tone = Tone.NEUTRAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._glyph, self._tone = theme, glyph, tone
        fit_height(self, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(word)
        theme.measures(self)

    @property
    def word(self) -> str:
        """The word that is shown and spoken."""
        return self.accessibleName()

    def shown_words(self) -> Sequence[str]:
        return (self.word,)

    def sizeHint(self) -> QSize:
        metrics = self._theme.metrics
        # A mark for a mnemonic would be left out of the measure: a tag has none.
        words = self._theme.size_of(self.word.replace("&", "&&"), TextRole.SMALL_STRONG)
        icon = metrics.px(_ICON) + metrics.px(6) if self._glyph else 0
        width = words.width() + icon + 2 * metrics.px(9)
        return QSize(round(width) + 1, round(words.height()) + 2 * metrics.px(3))

    def minimumSizeHint(self) -> QSize:
        widest = self._theme.widest_word(self.word, TextRole.SMALL_STRONG)
        return QSize(round(self._left + widest) + self._theme.metrics.px(9) + 1, 0)

    def heightForWidth(self, width: int) -> int:
        m = self._theme.metrics
        room = width - self._left - m.px(9)
        words = self._theme.height_in(room, self.word, TextRole.SMALL_STRONG)
        return max(self.sizeHint().height(), round(words) + 2 * m.px(3))

    def paintEvent(self, _event: QPaintEvent) -> None:
        m, tone = self._theme.metrics, self._theme.colours.tones[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        box(painter, area, min(area.height() / 2, m.px(7)), fill=tone.soft, line=tone.edge)
        if self._glyph is not None:
            at = QRectF(m.px(9), 0, m.px(_ICON), area.height())
            place = mirrored(at, area, self.layoutDirection())
            draw_icon(painter, self._theme.pixmap(self._glyph, tone.ink, _ICON, self), place)
        words = QRectF(self._left, 0, area.width() - self._left, area.height())
        painter.setFont(self._theme.font(TextRole.SMALL_STRONG))
        painter.setPen(tone.ink)
        way = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        is_leftward = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side_flag = Qt.AlignmentFlag.AlignRight if is_leftward else Qt.AlignmentFlag.AlignLeft
        words = mirrored(words, area, self.layoutDirection())
        self._draw_word(painter, words, way | side_flag)

    @property
    def _left(self) -> float:
        """Where the word begins."""
        m = self._theme.metrics
        return m.px(9) + (m.px(_ICON) + m.px(6) if self._glyph is not None else 0)

    def _draw_word(self, painter: QPainter, words: QRectF, way: Qt.AlignmentFlag) -> None:
        if self.width() >= self.sizeHint().width():
            mark_line(painter, words, way, self.word)
            painter.drawText(words, way, self.word)
        else:
            room = words.adjusted(0, 0, 1 - self._theme.metrics.px(9), 0)
            painter.drawText(room, way | Qt.TextFlag.TextWordWrap, self.word)


class Badge(Tag):
    """A verdict or state of a finding, a plan or a section."""

    def __init__(self, theme: Theme, mark: Mark, *, parent: QWidget | None = None) -> None:
        showing = SHOWINGS[mark]
        super().__init__(theme, MARK[mark], glyph=showing.glyph, tone=showing.tone, parent=parent)
        # Two or three short words, which stand beside a title: they keep to one line.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
