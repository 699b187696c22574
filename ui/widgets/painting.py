"""What the self-painting widgets share: wrapped text, focus rings, rounded boxes."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy

from advisor.models.values import Value
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.layouts import fit_height
from ui.widgets.marking import mark_layout

_BETWEEN = 2


class Wrapped(Value):
    """Plain text broken into lines for one width; long words are broken rather than cut.

    This is how large it is. Its lines take 5 KB of Qt's memory and are only kept a while.
    """

    text: str
    font: QFont
    width: float
    direction: Qt.LayoutDirection
    is_centred: bool
    height: float
    natural_width: float

    @property
    def layout(self) -> QTextLayout:
        """The lines, made again where they have not been asked for lately."""
        return _broken(self.text, self.font, self.width, self.direction, self.is_centred)

    def draw(self, painter: QPainter, at: QPointF, colour: str) -> None:
        """Draw the lines from the upper left corner `at`."""
        layout = self.layout
        mark_layout(painter, layout, at)
        painter.setPen(QColor(colour))
        layout.draw(painter, at)


@lru_cache(maxsize=500)
def wrap(
    text: str,
    font: QFont,
    width: float,
    *,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
    is_centred: bool = False,
) -> Wrapped:
    """Break text into lines no wider than `width` logical pixels.

    Lines begin where reading begins in `direction`; the words of each run in their own.
    Layouts ask for the same text at the same width over and over, so what was measured is kept.
    """
    text = text.replace("\n", "\u2028")
    layout = _broken(text, font, width, direction, is_centred)
    lines = [layout.lineAt(at) for at in range(layout.lineCount())]
    return Wrapped(
        text=text,
        font=font,
        width=width,
        direction=direction,
        is_centred=is_centred,
        height=sum(line.height() for line in lines),
        natural_width=max((line.naturalTextWidth() for line in lines), default=0.0),
    )


@lru_cache(maxsize=200)
def _broken(
    text: str, font: QFont, width: float, direction: Qt.LayoutDirection, is_centred: bool
) -> QTextLayout:
    """Return the lines of a text; as many texts as a window shows stay broken."""
    layout = QTextLayout(text, font)
    is_leftward = direction is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if is_leftward else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(
        Qt.AlignmentFlag.AlignHCenter if is_centred else side | Qt.AlignmentFlag.AlignAbsolute
    )
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def one_line(text: str, font: QFont, width: float, *, direction: Qt.LayoutDirection) -> Wrapped:
    """Return text as one line no wider than `width`, cut at its end where it is longer.

    The whole of it must be told elsewhere: in a tip and in the accessible name.
    """
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
    # What was measured as fitting may be broken for a fraction of a pixel.
    return wrap(shown, font, width + 2, direction=direction)


class TwoLines(Value):
    """A title and, if there is one, a smaller line under it, each broken into lines."""

    title: Wrapped
    detail: Wrapped | None

    @property
    def height(self) -> float:
        """Both of them, and what is between."""
        return self.title.height + (self.detail.height + _BETWEEN if self.detail else 0)

    def draw(self, painter: QPainter, at: QPointF, ink: str, muted: str) -> None:
        """Draw both from the upper left corner `at`, in these colours."""
        self.title.draw(painter, at, ink)
        if self.detail:
            self.detail.draw(painter, at + QPointF(0, self.title.height + _BETWEEN), muted)


def two_lines(
    theme: Theme, title: str, detail: str, width: float, direction: Qt.LayoutDirection
) -> TwoLines:
    """Break a title and what is under it into lines no wider than `width`."""
    small = theme.font(TextRole.SMALL)
    return TwoLines(
        title=wrap(title, theme.font(TextRole.STRONG), width, direction=direction),
        detail=wrap(detail, small, width, direction=direction) if detail else None,
    )


def box(
    painter: QPainter,
    area: QRectF,
    radius: float,
    *,
    fill: str = "",
    line: str = "",
    thickness: float = 1.0,
    dashed: bool = False,
) -> None:
    """Draw a rounded box whose line lies wholly inside `area`."""
    inset = thickness / 2 if line else 0.0
    dashes = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(line), thickness, dashes) if line else Qt.PenStyle.NoPen)
    inner = area.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, radius, radius)


def cover(painter: QPainter, area: QRectF, colour: str) -> None:
    """Cover an area with a colour.

    To find out which ``fillRect`` is meant, PySide loads every gradient that has a name.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(area)


def line_above(painter: QPainter, theme: Theme, row: QRectF) -> None:
    """Draw the thin line that sets a row apart from the one above it."""
    side = theme.metrics.space(12)
    area = QRectF(side, 0, row.width() - 2 * side, 1)
    cover(painter, area, theme.colours.hairline)


def draw_icon(painter: QPainter, picture: QPixmap, area: QRectF) -> None:
    """Draw a picture in the middle of `area`, on whole pixels so that it stays sharp."""
    size = picture.deviceIndependentSize()
    corner = area.center() - QPointF(size.width() / 2, size.height() / 2)
    painter.drawPixmap(QPointF(round(corner.x()), round(corner.y())), picture)


def mirrored(area: QRectF, within: QRectF, direction: Qt.LayoutDirection) -> QRectF:
    """Return `area` as it lies when the text runs in this direction."""
    if direction is Qt.LayoutDirection.LeftToRight:
        return area
    left = within.left() + within.right() - area.right()
    return QRectF(left, area.top(), area.width(), area.height())


def leading(area: QRectF, ring: int, direction: Qt.LayoutDirection) -> tuple[QRectF, QRectF]:
    """Return where a control lies at rest and where its focus ring runs, both inside `area`.

    At rest it begins where the words above it begin; the ring needs room there, so that a
    control with the focus draws its edge in by `ring`.
    """
    rest = area.adjusted(0, ring, -2 * ring, -ring)
    halo = area.adjusted(0, 0, -ring, 0)
    return mirrored(rest, area, direction), mirrored(halo, area, direction)


def prepare_painted(button: QAbstractButton, theme: Theme, words: str) -> None:
    """Prepare a button that paints itself, as high as its words need at its width.

    The words are its name, whatever they hold: never a mnemonic.
    """
    button.setText(words.replace("&", "&&"))
    # A screen reader is told of each name that is set: of the words it was told already.
    if "&" in words:
        button.setAccessibleName(words)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    if isinstance(button, QPushButton):
        button.setAutoDefault(False)
    fit_height(button, QSizePolicy.Policy.Expanding)
    theme.measures(button)
