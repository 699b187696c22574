"""What is opened in other programs: a file, a folder, an address."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from advisor.language import _
from ui.shell.notices import Notices
from ui.widgets.notice import NoticeKind

_FOLDERS_OF_A_BUNDLE = ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH")


def open_outside(what: Path | str, notices: Notices) -> None:
    """Open a path or an address in the program that is meant for it, or say that there is none."""
    _leave_out_the_bundle()
    url = QUrl.fromLocalFile(str(what)) if isinstance(what, Path) else QUrl(what)
    if not QDesktopServices.openUrl(url):
        words = _("No program on this computer opens this. It is here: {place}")
        notices.tell(NoticeKind.WARNING, words.format(place=what))


def _leave_out_the_bundle() -> None:
    """Let other programs find their own libraries: with a bundle's, a PDF reader may not start.

    A bundle starts with its folders in the environment, which whatever it starts is given too, and
    needs them no more once its window is there. What the person had there before comes back
    where PyInstaller has kept it.
    """
    if not getattr(sys, "frozen", False):
        return
    for name in _FOLDERS_OF_A_BUNDLE:
        before = os.environ.get(f"{name}_ORIG")
        if before is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = before
