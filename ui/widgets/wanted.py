"""How large a widget would be and must be, as Qt's own layouts work it out.

See ``QWidgetItem`` and ``qSmartMinSize`` of Qt 6, which ask through an item. Here the widget itself
is asked: PySide keeps what it made of an item for as long as the layout is there.
"""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

_CAN_SHRINK = QSizePolicy.PolicyFlag.ShrinkFlag.value


class Wanted:
    """What one widget wants, asked as often as a layout likes.

    Its policies are read once: PySide makes an object of each, which takes longer than the rest.
    """

    def __init__(self, widget: QWidget) -> None:
        policy, ignored = widget.sizePolicy(), QSizePolicy.Policy.Ignored
        across, down = policy.horizontalPolicy(), policy.verticalPolicy()
        self.widget = widget
        self._ignores = across is ignored, down is ignored
        self._shrinks = bool(across.value & _CAN_SHRINK), bool(down.value & _CAN_SHRINK)

    def size(self) -> tuple[int, int]:
        """Return how large it would be; one that ignores its width would have none."""
        widget = self.widget
        size = widget.sizeHint().expandedTo(widget.minimumSizeHint())
        size = size.boundedTo(widget.maximumSize()).expandedTo(widget.minimumSize())
        across, down = self._ignores
        return 0 if across else size.width(), 0 if down else size.height()

    def least(self) -> QSize:
        """Return how large it must be at the least."""
        least, fixed = self.widget.minimumSizeHint(), self.widget.minimumSize()
        wanted = least.expandedTo(self.widget.sizeHint())
        width = _least(self._ignores[0], least.width() if self._shrinks[0] else wanted.width())
        height = _least(self._ignores[1], least.height() if self._shrinks[1] else wanted.height())
        size = QSize(width, height).boundedTo(self.widget.maximumSize())
        return QSize(fixed.width() or size.width(), fixed.height() or size.height())

    def height_in(self, width: int) -> int:
        """Return how high it would be in a width."""
        widget = self.widget
        high = widget.heightForWidth(width)
        return max(widget.minimumHeight(), min(widget.maximumHeight(), high))


def _least(is_ignored: bool, wanted: int) -> int:
    return 0 if is_ignored else max(0, wanted)
