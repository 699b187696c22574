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

from advisor.models.papers import PaperFormat
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
from ui.room import PageKey

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


@pytest.fixture(scope="module")
def walked(program: Guide) -> tuple[list[str], set[str]]:
    """What stayed English on the way through every screen, and the pages that were shown."""
    formats = {each.upper() for each in PaperFormat}
    known = data_of_the_program() | {*texts_in(vars(REFUSED)), *formats, "F1", LOGIN}
    left: list[str] = []
    pages: set[str] = set()
    for screen in (*BEFORE_A_PLAN, *WITH_A_PLAN):
        if screen is WITH_A_PLAN[0]:
            program.start_from_example()
        elif screen in WITH_A_PLAN:
            program.close_plan_pages()
        left += english(program, screen, known)
        pages.add(program.program.window.current_page)
    return left, pages


def test_every_screen_is_in_the_persons_language(walked: tuple[list[str], set[str]]) -> None:
    left, _pages = walked

    assert not left, "\n" + "\n".join(dict.fromkeys(left))


def test_every_page_is_among_the_screens(walked: tuple[list[str], set[str]]) -> None:
    """The screens are all that the audits and the pictures see."""
    _left, pages = walked

    assert pages == set(PageKey)


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
