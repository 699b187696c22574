"""How large a widget would be and must be, as Qt's own layouts work it out.

See ``QWidgetItem`` and ``qSmartMinSize`` of Qt 6, which ask through an item. Here the widget itself
is asked: PySide keeps what it made of an item for as long as the layout is there.
"""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

_CAN_SHRINK = QSizePolicy.PolicyFlag.ShrinkFlag.value


def wanted_size(widget: QWidget) -> QSize:
    """Return how large a widget would be; one that ignores its width would have none."""
    size = widget.sizeHint().expandedTo(widget.minimumSizeHint())
    size = size.boundedTo(widget.maximumSize()).expandedTo(widget.minimumSize())
    policy = widget.sizePolicy()
    if policy.horizontalPolicy() is QSizePolicy.Policy.Ignored:
        size.setWidth(0)
    if policy.verticalPolicy() is QSizePolicy.Policy.Ignored:
        size.setHeight(0)
    return size


def least_size(widget: QWidget) -> QSize:
    """Return how large a widget must be at the least."""
    policy, least = widget.sizePolicy(), widget.minimumSizeHint()
    wanted = least.expandedTo(widget.sizeHint())
    size = QSize(
        _least(policy.horizontalPolicy(), least.width(), wanted.width()),
        _least(policy.verticalPolicy(), least.height(), wanted.height()),
    ).boundedTo(widget.maximumSize())
    fixed = widget.minimumSize()
    return QSize(fixed.width() or size.width(), fixed.height() or size.height())


def _least(policy: QSizePolicy.Policy, least: int, wanted: int) -> int:
    if policy is QSizePolicy.Policy.Ignored:
        return 0
    return max(0, least if policy.value & _CAN_SHRINK else wanted)
