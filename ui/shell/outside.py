"""What is opened in other programs: a file, a folder, an address."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from advisor.language import _
from ui.shell.notices import Notices
from ui.widgets.notice import NoticeKind


def open_outside(what: Path | str, notices: Notices) -> None:
    """Open a path or an address in the program that is meant for it, or say that there is none."""
    url = QUrl.fromLocalFile(str(what)) if isinstance(what, Path) else QUrl(what)
    if not QDesktopServices.openUrl(url):
        words = _("No program on this computer opens this. It is here: {place}")
        notices.tell(NoticeKind.WARNING, words.format(place=what))
