"""Closing the window without losing a word."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QCloseEvent

from advisor.language import _
from ui.plan.open_plan import OpenPlan
from ui.plan.save_queue import SaveState
from ui.room import Room
from ui.shell.dialogs import ConfirmDialog

PATIENCE_MS = 5000
_GLANCE_MS = 20


class Closing(QObject):
    """Lets the window close once everything is saved, or once the person says so."""

    def __init__(
        self,
        room: Room,
        plan: OpenPlan,
        save_elsewhere: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._window, self._plan = room.theme, room.window, plan
        self._save_elsewhere = save_elsewhere
        self._is_agreed = False
        self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and isinstance(event, QCloseEvent) and not self._may_close():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _may_close(self) -> bool:
        if self._is_agreed:
            return True
        self._window.flush()
        if self._settles():
            return True
        self._ask()
        return False

    def _settles(self) -> bool:
        """Wait for what is being saved; a refusal or a long wait ends it."""
        clock, loop = QElapsedTimer(), QEventLoop()
        clock.start()
        while self._plan.saver.state is SaveState.SAVING and clock.elapsed() < PATIENCE_MS:
            QTimer.singleShot(_GLANCE_MS, loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return self._plan.saver.state is SaveState.SAVED

    def _ask(self) -> None:
        dialog = ConfirmDialog(
            self._theme,
            _("Some changes are not saved"),
            _(
                "What you changed last could not be saved. If you close now, it is lost."
                " You can save a copy of the whole plan elsewhere first."
            ),
            confirm=_("Close &without saving"),
            cancel=_("&Save a copy elsewhere"),
            is_dangerous=True,
            parent=self._window,
        )
        dialog.accepted.connect(self._close)
        dialog.cancel_button.clicked.connect(self._save_elsewhere)
        dialog.open()

    def _close(self) -> None:
        self._is_agreed = True
        self._window.close()
