"""Every screen in a language that nobody speaks: what stays English cannot be translated."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from tests.support.audit import seen, spoken
from tests.support.pseudo import data_of_the_program, texts_in, untranslated
from tests.support.pseudo import spoken as spoken_language
from tests.support.screens import (
    BEFORE_A_PLAN,
    REFUSED,
    WITH_A_PLAN,
    Guide,
    Screen,
    running_program,
)

# Tags of rich text, and paths of files.
_MARKUP = re.compile(r"<[^<>]+>|(/[\w.-]+){2,}")


LOGIN = "jo"


@pytest.fixture(scope="module")
def program(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guide]:
    """The program of somebody who has no plan yet, in that language."""
    folder = tmp_path_factory.mktemp("language")
    with pytest.MonkeyPatch.context() as patch, spoken_language(folder / "locale"):
        patch.setenv("ADVISOR_HOME", str(folder))
        patch.setenv("LOGNAME", LOGIN)
        with running_program(qapp, folder / "plans.db") as guide:
            yield guide


def test_every_screen_is_in_the_persons_language(program: Guide) -> None:
    known = data_of_the_program() | {*texts_in(REFUSED), "F1", LOGIN}
    left = [found for screen in BEFORE_A_PLAN for found in english(program, screen, known)]
    program.start_from_example()
    for screen in WITH_A_PLAN:
        left += english(program, screen, known)

    assert not left, "\n" + "\n".join(dict.fromkeys(left))


def english(guide: Guide, screen: Screen, known: frozenset[str]) -> Iterator[str]:
    """Yield where a screen has words that did not go through the catalogue."""
    screen.show(guide)
    guide.settle()
    for window in [guide.program.window, *guide.dialogs()]:
        for widget in seen(window):
            for kind, text in said_by(widget):
                if left := untranslated(_MARKUP.sub(" ", text), known):
                    yield f"{screen.name}: {type(widget).__name__} {kind}: {left}"
    guide.close_dialogs()


def said_by(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Yield every text by which a widget speaks to a person, with what kind of text it is."""
    yield "name", spoken(widget).text(QAccessible.Text.Name)
    yield "description", spoken(widget).text(QAccessible.Text.Description)
    yield "tooltip", widget.toolTip()
    if widget.isWindow():
        yield "title", widget.windowTitle()
    match widget:
        case QLabel() | QAbstractButton():
            yield "text", widget.text()
        case QLineEdit() | QTextEdit():
            yield "placeholder", widget.placeholderText()
        case QComboBox():
            for place in range(widget.count()):
                yield "choice", widget.itemText(place)
        case QAbstractItemView():
            yield from said_by_rows(widget.model())
        case _:
            pass


def said_by_rows(model: QAbstractItemModel) -> Iterator[tuple[str, str]]:
    roles = Qt.ItemDataRole
    for row in range(model.rowCount()):
        for role in (roles.DisplayRole, roles.ToolTipRole, roles.AccessibleTextRole):
            yield f"row, {role.name}", str(model.index(row, 0).data(role) or "")
