"""Telling a screen reader politely what changed elsewhere on the screen.

Qt passes an announcement on as an event that Orca before 45 has no ear for, while every Orca says
a notification that comes up. So on Linux and its like words come up as a notification, once.
"""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from advisor.language import _
from advisor.telling.spoken import in_runs
from ui.widgets.roles import READ_BY_ORCA, Spoken, heard_if

_SETTLE_MS = 700
_STAYS_MS = 3000


def announce(widget: QWidget, message: str, *, urgent: bool = False) -> None:
    """Let a screen reader say `message`, after what it is saying unless `urgent`."""
    if not message:
        return
    if READ_BY_ORCA:
        _notify(_outermost(widget), message)
        return
    event = QAccessibleAnnouncementEvent(widget, message)
    event.setPoliteness(
        QAccessible.AnnouncementPoliteness.Assertive
        if urgent
        else QAccessible.AnnouncementPoliteness.Polite
    )
    QAccessible.updateAccessibility(event)


def announce_opening(widget: QWidget) -> None:
    """Let a screen reader hear that what a control opens was opened or closed."""
    changed = QAccessible.State()
    changed.expanded = 1
    QAccessible.updateAccessibility(QAccessibleStateChangeEvent(widget, changed))


class Notification(QWidget, Spoken):
    """Words that are spoken and not seen: a screen reader says a notification when it is shown."""

    spoken_role = QAccessible.Role.Notification

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(1, 1)
        self.hide()
        # It goes again, for it would be said once more when the window is shown again.
        self._timer = QTimer(self, singleShot=True, interval=_STAYS_MS)
        self._timer.timeout.connect(self._go)

    def come_up(self, message: str) -> None:
        """Have `message` said."""
        self.setAccessibleName(message)
        self.show()
        self._timer.start()

    def _go(self) -> None:
        # Untold: of a reader that is behind it would take the words that still wait.
        with heard_if(heard=False):
            self.hide()


def _outermost(widget: QWidget) -> QWidget:
    """Return the window in which a dialog or menu was opened.

    A reader says before a notification in what it stands: a dialog each time with its words.
    """
    window = widget.window()
    while (opener := window.parentWidget()) is not None and opener.isVisible():
        window = opener.window()
    return window


def _notify(window: QWidget, message: str) -> None:
    """Say a message by a notification that says nothing else at the moment."""
    if not QAccessible.isActive():
        return
    kept = window.findChildren(Notification, options=Qt.FindChildOption.FindDirectChildrenOnly)
    free = next((each for each in kept if each.isHidden()), None) or Notification(window)
    free.come_up(message)


def announce_switched(content: QWidget, *, is_open: bool) -> None:
    """Let a screen reader say that a person has opened something, with its words, or closed it."""
    words = _words_on(content) if is_open else []
    if not READ_BY_ORCA:
        # The newest of several messages takes the place of those that wait.
        announce(content, " ".join(words))
        return
    # Elsewhere the state of the button is heard when it changes: Qt passes it on there alone.
    told = [_("Open.") if is_open else _("Closed."), *words]
    for run in in_runs(told):
        announce(content, " ".join(told[place] for place in run))


def _words_on(opened: QWidget) -> list[str]:
    """Return the words of what was opened, paragraph by paragraph.

    Not of fields: they say their own when the keyboard comes to them.
    """
    fields: list[QWidget] = [*opened.findChildren(QLineEdit), *opened.findChildren(QPlainTextEdit)]
    if fields:
        return []
    labels = [each for each in opened.findChildren(QLabel) if each.isVisibleTo(opened)]
    if isinstance(opened, QLabel):
        labels.insert(0, opened)
    return [words for each in labels if (words := each.text().strip())]


class Announcer(QObject):
    """Says the newest message once things have settled, so that typing is not talked over."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget, self._message, self.last_said = widget, "", ""
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self.say_now)

    def say_soon(self, message: str) -> None:
        """Say `message` in a moment, unless a newer one replaces it."""
        self._message = message
        self._timer.start()

    @property
    def is_waiting(self) -> bool:
        """Whether a message waits that nobody has heard."""
        return bool(self._message)

    def say_now(self) -> None:
        """Say what is waiting at once."""
        self._timer.stop()
        if self._message:
            self.last_said, self._message = self._message, ""
            announce(self._widget, self.last_said)
