"""What is shown when something is refused, and when the program itself is at fault."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtWidgets import QWidget

from advisor.bugs import redacted
from advisor.errors import AdvisorError, FileRefused
from advisor.language import _
from advisor.telling.spoken import in_one_run
from ui.shell.notices import Notices
from ui.theme.theme import Theme
from ui.widgets.notice import NoticeKind

if TYPE_CHECKING:
    from ui.shell.dialogs import FaultsDialog, UnexpectedErrorDialog

_log = logging.getLogger(__name__)


class Refusals(QObject):
    """Shows refusals: all faults of a file in one dialog, everything else as a notice."""

    def __init__(self, theme: Theme, window: QWidget, notices: Notices) -> None:
        super().__init__(window)
        self._theme, self._window, self._notices = theme, window, notices

    def show(self, error: AdvisorError) -> None:
        """Say what was refused, where, and what to do."""
        if isinstance(error, FileRefused) and error.faults:
            self.show_faults(error)
        else:
            self._notices.tell(NoticeKind.ERROR, error.message)

    def show_faults(
        self, error: FileRefused, *, way_on: str = "", go_on: Callable[[], object] | None = None
    ) -> "FaultsDialog":
        """Show every fault of a file at once, and the way on."""
        from ui.shell.dialogs import FaultsDialog  # noqa: PLC0415 - where something is refused

        dialog = FaultsDialog(
            self._theme,
            _("This file cannot be taken"),
            in_one_run((error.message, _("Your plans are unchanged."))),
            # What the sentence above says already is not said again.
            [
                (fault.place, fault.message)
                for fault in error.faults
                if fault.place or fault.message not in error.message
            ],
            way_on=way_on,
            parent=self._window,
        )
        if go_on is not None:
            dialog.accepted.connect(go_on)
        dialog.open()
        return dialog


class Bugs(QObject):
    """Hears every exception that nobody caught, once each, and shows it calmly.

    ``found`` carries the details that are shown. They name places in the program and never
    an answer: what the exception itself says is left out, for it may hold one.
    """

    found = Signal(str)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._open: UnexpectedErrorDialog | None = None

    def listen(self) -> None:
        """Hear exceptions from now on, instead of the interpreter's own report."""
        sys.excepthook = self.hear

    def hear(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Show one exception; while one is shown, others are only reported."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = redacted(error, qt=qVersion())
        _log.error("unexpected: %s", details)
        self.found.emit(details)
        if self._open is None:
            from ui.shell.dialogs import UnexpectedErrorDialog  # noqa: PLC0415 - where all fails

            self._open = UnexpectedErrorDialog(self._theme, details, parent=self._window)
            self._open.quit_asked.connect(self._window.close)
            self._open.finished.connect(self._closed)
            self._open.open()

    def _closed(self, _result: int) -> None:
        self._open = None
