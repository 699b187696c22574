"""Words that were looked for, marked where a widget draws them."""

from collections.abc import Iterator, Mapping
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QLabel, QWidget
from shiboken6 import Shiboken

from advisor.models.values import Value
from advisor.telling.places import places

_CUT = "…"


class Marking(Value):
    """How a widget marks words: all of them on `fill` over `edge`, one of them in a `ring`.

    ``at`` is the one that was gone to: the text that it stands in, and where.
    """

    wanted: str
    fill: str
    edge: str
    ring: str
    at: tuple[str, int] | None = None


_markings: dict[QWidget, Marking] = {}


def show_markings(markings: Mapping[QWidget, Marking]) -> None:
    """Let these widgets mark words, and no others."""
    changed = [each for each in _markings.keys() | markings.keys() if Shiboken.isValid(each)]
    _markings.clear()
    _markings.update(markings)
    for widget in changed:
        widget.update()


def marking_of(widget: object) -> Marking | None:
    """Return how a widget marks words at the moment."""
    return _markings.get(widget) if _markings and isinstance(widget, QWidget) else None


def mark_layout(painter: QPainter, layout: QTextLayout, corner: QPointF) -> None:
    """Mark the words in lines that are drawn from `corner`; to be called before they are."""
    marking = marking_of(painter.device())
    if marking is not None:
        _draw(painter, marking, layout, corner, is_filled=True)


def mark_line(painter: QPainter, area: QRectF, flags: int, text: str) -> None:
    """Mark the words in one line that is drawn in `area`, on whatever colour it has."""
    marking = marking_of(painter.device())
    if marking is None:
        return
    place = painter.boundingRect(area, flags, text)
    layout = QTextLayout(text, painter.font())
    layout.beginLayout()
    layout.createLine().setLineWidth(place.width() + 2)
    layout.endLayout()
    _draw(painter, marking, layout, place.topLeft(), is_filled=False)


def mark_label(label: QLabel) -> None:
    """Mark the words on a label; to be called before it draws itself."""
    marking = marking_of(label)
    if marking is None:
        return
    layout, height = _as_drawn(label)
    area, alignment = label.contentsRect(), label.alignment()
    top: float = area.top()
    if alignment & Qt.AlignmentFlag.AlignVCenter:
        top += (area.height() - height) / 2
    elif alignment & Qt.AlignmentFlag.AlignBottom:
        top += area.height() - height
    painter = QPainter(label)
    _draw(painter, marking, layout, QPointF(area.left(), top), is_filled=True)
    painter.end()


def without_mnemonic(text: str) -> str:
    """Return the words of a button as they are read."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def place_in(widget: QWidget, start: int, length: int) -> QRectF:
    """Return where words are seen on a widget: on a label exactly, else all of the widget."""
    if not isinstance(widget, QLabel):
        return QRectF(widget.rect())
    layout, _height = _as_drawn(widget)
    found = QRectF()
    for piece in _boxes(layout, start, length):
        found = found.united(piece)
    return found.translated(QPointF(widget.contentsRect().topLeft()))


def _as_drawn(label: QLabel) -> tuple[QTextLayout, float]:
    """Return the lines of a label as Qt breaks them, and how high they are."""
    layout = QTextLayout(label.text().replace("\n", "\u2028"), label.font())
    option = QTextOption(label.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
    wraps = QTextOption.WrapMode.WordWrap if label.wordWrap() else QTextOption.WrapMode.NoWrap
    option.setWrapMode(wraps)
    option.setTextDirection(label.layoutDirection())
    layout.setTextOption(option)
    leading = QFontMetricsF(label.font()).leading()
    height = -leading
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(label.contentsRect().width())
        height = ceil(height + leading)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, height


def _draw(
    painter: QPainter, marking: Marking, layout: QTextLayout, corner: QPointF, *, is_filled: bool
) -> None:
    text = layout.text()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for start, length in places(text, marking.wanted):
        is_here = marking.at is not None and _is_at(text, start, marking.at)
        for area in _boxes(layout, start, length):
            _draw_mark(painter, marking, area.translated(corner), is_filled, is_here)
    painter.restore()


def _draw_mark(
    painter: QPainter, marking: Marking, area: QRectF, is_filled: bool, is_here: bool
) -> None:
    around = area.adjusted(-2, 0, 2, 0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(marking.fill) if is_filled else Qt.BrushStyle.NoBrush)
    if is_here:
        painter.setPen(QPen(QColor(marking.ring), 2))
        painter.drawRoundedRect(around.adjusted(1, 1, -1, -1), 4, 4)
        return
    painter.drawRoundedRect(around, 3, 3)
    under = QRectF(around.left(), around.bottom() - 2, around.width(), 2)
    painter.fillRect(under, QColor(marking.edge))


def _is_at(drawn: str, start: int, at: tuple[str, int]) -> bool:
    """Whether a mark is the one that was gone to; a line that was cut is told by its beginning."""
    text, place = at
    whole = text.replace("\n", "\u2028")
    return start == place and (drawn == whole or whole.startswith(drawn.removesuffix(_CUT)))


def _boxes(layout: QTextLayout, start: int, length: int) -> Iterator[QRectF]:
    """Yield where a run of letters stands, line by line."""
    end = start + length
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = sorted((_x_of(line, first), _x_of(line, last)))
            yield QRectF(left, line.y(), right - left, line.height())


def _x_of(line: QTextLine, at: int) -> float:
    # Qt's own declaration leaves out that the place comes back too.
    found: object = line.cursorToX(at)
    return float(found[0]) if isinstance(found, tuple) else 0.0
