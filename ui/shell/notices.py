"""One notice at a time over the page, with at most one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.widgets.notice import Notice, NoticeKind


class Notices(QObject):
    """Tells a person something without stopping them, and does what they choose."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(notice)
        self._notice = notice
        self._act: Callable[[], object] | None = None
        self._is_undo = False
        notice.acted.connect(self._do)
        notice.dismissed.connect(self._forget)

    @property
    def message(self) -> str:
        """What is said at the moment; empty when nothing is."""
        return self._notice.message if self._notice.isVisible() else ""

    @property
    def undoable(self) -> str:
        """What was said to be undoable and still is, shown or not; empty when nothing is."""
        is_offered = self._is_undo and self._act is not None and self._notice.holds
        return self._notice.message if is_offered else ""

    def tell(
        self,
        kind: NoticeKind,
        message: str,
        *,
        action: str = "",
        do: Callable[[], object] | None = None,
    ) -> None:
        """Say something; ``action`` names the button that does ``do``."""
        self._act, self._is_undo = do, False
        self._notice.tell(kind, message, action=action)

    def tell_done(self, message: str) -> None:
        """Say that something was done."""
        self.tell(NoticeKind.SUCCESS, message)

    def tell_failed(self, message: str) -> None:
        """Say that something could not be done."""
        self.tell(NoticeKind.ERROR, message)

    def mention(self, message: str) -> None:
        """Say something that nobody need mind: it goes with the page."""
        self._act = None
        self._notice.mention(message)

    def offer_undo(self, message: str, undo: Callable[[], object], *, stays: bool = False) -> None:
        """Say what was done, and offer to undo it: on this page, or as long as it ``stays``."""
        self._act, self._is_undo = undo, not stays
        self._notice.offer_undo(message, stays=stays)

    def undo(self) -> bool:
        """Undo what was done just now on this page, if that is offered."""
        if not self.undoable:
            return False
        self._notice.hide()
        self._do()
        return True

    def come_along(self) -> None:
        """Let what was said last stay for the page that is about to be shown."""
        self._notice.come_along()

    def clear(self) -> None:
        """Say nothing any more."""
        self._act = None
        self._notice.hide()

    def _do(self) -> None:
        act, self._act = self._act, None
        if act is not None:
            act()

    def _forget(self) -> None:
        self._act = None
