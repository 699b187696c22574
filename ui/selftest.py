"""Proof that the window works: every page of it is painted, without a screen."""

import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QLibraryInfo,
    QMessageLogContext,
    QPluginLoader,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from advisor.language import _, ngettext
from advisor.models.plan import Plan
from advisor.services.proving import DATABASE, NotWell, load_all
from ui.app import Program
from ui.pages import PAGES

_PATIENCE_SECONDS = 120
_NAP_SECONDS = 0.005
_EXAMPLE = 3
_STEP = 5
_FEWEST_COLOURS = 4
"""Paper, text, rail and accent: a page with fewer was not painted."""

_HARMLESS = ("This plugin does not support", "Detected locale")
"""What Qt says of each window that it shows without a screen, and of a machine that was told no
language: it goes on in UTF-8 there."""


def paint_pages(folder: Path) -> str:
    """Load all of the window, show every page of an example plan and look at its picture.

    Raises NotWell where a page stays empty, and where anything is raised or complained about.
    """
    number = load_all("ui")
    _load_plugin_for_screens()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with _heard() as complaints:
        application = QApplication(sys.argv[:1])
        program = Program(application, f"sqlite:///{folder / DATABASE}")
        try:
            program.start()
            _wait(program, lambda: program.house is not None)
            _paint(program, complaints)
        finally:
            program.window.close()
            program.window.deleteLater()
    words = ngettext(
        "The window: {modules} modules load, {n} page is painted.",
        "The window: {modules} modules load, {n} pages are painted.",
        len(PAGES),
    )
    return words.format(modules=number, n=len(PAGES))


def _paint(program: Program, complaints: list[str]) -> None:
    house = program.house
    assert house is not None  # noqa: S101 - waited for
    stored, found = house.advisor.plans, list[Plan]()
    wanted = stored.examples()[_EXAMPLE].id
    program.room.storage.run(partial(stored.plan, wanted), found.append)
    _wait(program, lambda: bool(found))
    house.open(found[0])
    session = house.session
    assert session is not None  # noqa: S101 - just opened
    _wait(program, lambda: session.open_plan.advice is not None)
    advice = session.open_plan.advice
    for page in PAGES:
        key = page.key
        at = advice.findings[0].rule if advice and key == "trial" else ""
        program.window.show_page(key, at)
        # What the window put off to its next turn may still begin something.
        QApplication.processEvents()
        _wait(program, partial(program.window.pages.has, key))
        if _colours(program.window.grab().toImage()) < _FEWEST_COLOURS:
            raise NotWell(_("The page “{page}” stays empty.").format(page=key))
        if complaints:
            words = _("The page “{page}”: {complaint}")
            raise NotWell(words.format(page=key, complaint=complaints[0]))


def _wait(program: Program, holds: Callable[[], bool]) -> None:
    """Let the program run until something holds and nothing is under way."""
    end = time.monotonic() + _PATIENCE_SECONDS
    while program.is_busy or not holds():
        QApplication.processEvents()
        # A loop that never sleeps takes the interpreter back before a worker gets it.
        time.sleep(_NAP_SECONDS)
        if time.monotonic() > end:
            raise NotWell(_("The window does not come to rest."))


def _colours(picture: QImage) -> int:
    places = range(0, picture.height(), _STEP)
    return len({picture.pixel(x, y) for y in places for x in range(0, picture.width(), _STEP)})


def _load_plugin_for_screens() -> None:
    """Load what shows windows on X11: it needs libraries of the system that painting does not."""
    if sys.platform != "linux":
        return
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    plugin = QPluginLoader(str(plugins / "platforms" / "libqxcb.so"))
    if not plugin.load():
        raise NotWell(_("No window can open here: {cause}").format(cause=plugin.errorString()))


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Gather what Qt complains about, and what is raised where nobody catches it."""
    complaints: list[str] = []

    def say(kind: QtMsgType, _where: QMessageLogContext, words: str | None) -> None:
        if kind is not QtMsgType.QtDebugMsg and words and not words.startswith(_HARMLESS):
            complaints.append(words)

    def hear(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        place = traceback.extract_tb(trace)[-1]
        complaints.append(f"{kind.__name__}: {error} ({Path(place.filename).name}:{place.lineno})")

    before, raised = qInstallMessageHandler(say), sys.excepthook
    sys.excepthook = hear
    try:
        yield complaints
    finally:
        qInstallMessageHandler(before)
        sys.excepthook = raised
