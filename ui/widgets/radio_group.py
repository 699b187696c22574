"""Moving by key among buttons that belong together."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}
_OTHER_USES = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def stop_at_one(group: QButtonGroup) -> None:
    """Let Tab come to the chosen button of an exclusive group, else to the first.

    The arrow keys do the rest. Qt does so itself from the first time that the keyboard has been
    in the group.
    """
    buttons = group.buttons()
    if not group.exclusive() or not buttons:
        return
    chosen = next((button for button in buttons if button.isChecked()), buttons[0])
    for button in buttons:
        is_stop = button is chosen
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)


def moved_by_arrow(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Move by an arrow key to the next of the buttons like this one, in the order they were made.

    Return whether it was such a key. Qt goes by where the buttons stand: Down would pass by what
    stands in a second column, and who does not see the screen would never hear of it.
    """
    step, parent = _step(button, event), button.parentWidget()
    if not step or parent is None:
        return False
    around = parent.findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    alike = [each for each in around if type(each) is type(button)]
    usable = [each for each in alike if each.isEnabled() and not each.isHidden()]
    following = usable[(usable.index(button) + step) % len(usable)]
    reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
    following.setFocus(reason)
    # As in Qt: the arrows take a choice along that was made, and make none.
    if button.isChecked() and isinstance(button, QRadioButton) and following is not button:
        following.click()
    return True


def _step(button: QAbstractButton, event: QKeyEvent) -> int:
    if event.modifiers() & _OTHER_USES:
        return 0
    step = _STEPS.get(Qt.Key(event.key()), 0)
    is_sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
    is_leftward = button.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return -step if is_sideways and is_leftward else step
