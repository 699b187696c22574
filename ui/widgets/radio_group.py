"""Buttons to choose by that belong together: which are on, and how the keys move among them."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QRadioButton, QWidget

from ui.theme.theme import Theme
from ui.widgets.painting import prepare_painted
from ui.widgets.roles import Spoken

# What is mixed into a button may use all that a button can do.
if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object

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


class ChoiceButton(Spoken, _Button):
    """Mixed into a radio button or a tick box that paints itself.

    It can be pressed all over, and the arrow keys move on from it.
    """

    def prepare(self, theme: Theme, words: str) -> None:
        """Show these words in this look."""
        self._theme = theme
        prepare_painted(self, theme, words)

    def say(self, words: str) -> None:
        """Show other words, which are its name too."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.updateGeometry()

    @property
    def words(self) -> str:
        """What is written on it."""
        return self.text().replace("&&", "&")

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _moved_by_arrow(self, event):
            super().keyPressEvent(event)


class ChoiceGroup(QFrame, Spoken):
    """Buttons by key, named by the question they answer; ``exclusive`` ones are radio buttons.

    `selected` reports the chosen keys, in the order of the buttons, after a person changed
    them and never after `select`. Where ``arrows_choose`` is off, what an arrow key passes on the
    way to another button is not chosen; Space chooses.
    """

    selected = Signal(tuple)

    spoken_role = QAccessible.Role.Grouping

    def __init__(
        self,
        *,
        name: str,
        exclusive: bool,
        arrows_choose: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.arrows_choose = arrows_choose
        self.setAccessibleName(name)
        # Of grouped buttons Tab reaches only one, which is right for radio buttons alone.
        self._group = QButtonGroup(self) if exclusive else None
        self._by_key: Mapping[str, QAbstractButton] = {}

    def hold(self, by_key: Mapping[str, QAbstractButton]) -> None:
        """Choose by these buttons."""
        self._by_key = by_key
        if self._group is not None:
            for button in by_key.values():
                self._group.addButton(button)
        self._stop_at_one()

    @property
    def selection(self) -> tuple[str, ...]:
        """The chosen keys, in the order of the buttons."""
        return tuple(key for key, button in self._by_key.items() if button.isChecked())

    def select(self, keys: Iterable[str]) -> None:
        """Show these keys as chosen, and no others."""
        wanted = frozenset(keys)
        if self._group is not None:
            self._group.setExclusive(False)
        for key, button in self._by_key.items():
            button.setChecked(key in wanted)
        if self._group is not None:
            self._group.setExclusive(True)
        self._stop_at_one()

    def report(self) -> None:
        """A person has pressed a button: say what is chosen now."""
        # A screen reader presses without moving the keyboard: Qt would leave Tab where it was.
        self._stop_at_one()
        self.selected.emit(self.selection)

    def _stop_at_one(self) -> None:
        """Let Tab come to the chosen radio button, else to the first.

        The arrow keys do the rest. Qt does so itself from the first time that the keyboard has
        been in the group.
        """
        if self._group is None or not self._by_key:
            return
        buttons = tuple(self._by_key.values())
        chosen = next((button for button in buttons if button.isChecked()), buttons[0])
        for button in buttons:
            is_stop = button is chosen
            policy = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)


def _moved_by_arrow(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Move by an arrow key to the next of the buttons like this one, in the order they were made.

    Return whether it was such a key. Qt goes by where the buttons are: Down would pass by what
    is in a second column, and who does not see the screen would never hear of it.
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
    if isinstance(parent, ChoiceGroup) and not parent.arrows_choose:
        return True
    if button.isChecked() and isinstance(button, QRadioButton) and following is not button:
        following.click()
    return True


def _step(button: QAbstractButton, event: QKeyEvent) -> int:
    if event.modifiers() & _OTHER_USES:
        return 0
    step = _STEPS.get(Qt.Key(event.key()), 0)
    is_sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
    return -step if is_sideways and button.isRightToLeft() else step
