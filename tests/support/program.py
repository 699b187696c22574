"""The whole window over plans in memory, for tests that go from page to page."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.errors import AdvisorError
from advisor.models.plan import Plan
from tests.support.fake_advisor import FakeAdvisor, shipped_pack
from ui import app
from ui.app import Opened, Program
from ui.plan.open_house import OpenHouse
from ui.plan.open_plan import OpenPlan
from ui.plan.session import PlanSession
from ui.shell.files import Then
from ui.shell.main_window import MainWindow
from ui.wizard.inputs import ChoiceInput
from ui.wizard.section_wizard import SectionWizard
from ui.wizard.wizard_view import WizardView

if TYPE_CHECKING:
    import pytest


class Chosen:
    """A file asker that always chooses the same file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def ask_open(self, _title: str, _kinds: str, then: Then) -> None:
        then(self._path)

    def ask_save(self, _title: str, _kinds: str, _suggested: str, then: Then) -> None:
        then(self._path)

    def ask_folder(self, _title: str, then: Then) -> None:
        then(self._path)


class Driven:
    """A program that is running, and short ways to what a person does with it."""

    def __init__(
        self,
        qtbot: QtBot,
        monkeypatch: "pytest.MonkeyPatch",
        advisor: FakeAdvisor,
        refusals: Sequence[AdvisorError] = (),
        *,
        brought: Path | None = None,
    ) -> None:
        refusing = list(refusals)

        def opened(_url: str | None) -> Opened:
            if refusing:
                raise refusing.pop(0)
            return advisor, shipped_pack()

        monkeypatch.setattr(app, "open_advisor", opened)
        # The screen of the tests is smaller than any that is sold.
        monkeypatch.setattr(MainWindow, "has_room", lambda _window: True)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.qtbot, self.advisor = qtbot, advisor
        self.program = Program(application)
        self.program.room.theme.set_motion_reduced(True)
        self.program.start()
        if brought is not None:
            self.program.bring(brought)
        self.window = self.program.window
        qtbot.waitUntil(lambda: self.program.house is not None or (bool(refusals) and not refusing))
        self.rest()

    @property
    def house(self) -> OpenHouse:
        """What there is once everything is open."""
        assert self.program.house is not None
        return self.program.house

    @property
    def session(self) -> PlanSession:
        """The plan that is open, with all that belongs to it."""
        assert self.house.session is not None
        return self.house.session

    @property
    def plan(self) -> OpenPlan:
        """The plan that is open."""
        return self.session.open_plan

    def choose_file(self, monkeypatch: "pytest.MonkeyPatch", path: Path) -> None:
        """Answer every question for a file with this one."""
        chosen = Chosen(path)
        for asking in ("ask_open", "ask_save"):
            monkeypatch.setattr(self.program.room.files, asking, getattr(chosen, asking))

    def rest(self) -> None:
        """Wait until nothing is under way."""
        # What the window put off to its next turn may still give them work.
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.program.is_busy)
        # What came of it is shown and laid out in the turn after.
        QApplication.processEvents()

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        return self.window.current_page

    @property
    def shown(self) -> QWidget:
        """The page that is shown."""
        widget = self.window.pages.currentWidget()
        assert widget is not None
        return widget

    @property
    def wizard(self) -> SectionWizard:
        """The wizard that is open."""
        assert isinstance(self.shown, WizardView)
        assert self.shown.wizard is not None
        return self.shown.wizard

    def choose(self, question: str, option: str) -> None:
        """Press one option on the page that is open."""
        page = self.wizard.shown
        assert page is not None
        box = next(box for key, box in page.boxes.items() if key == question)
        assert isinstance(box.input, ChoiceInput)
        box.input.group.cards[option].click()

    def focus(self) -> QWidget | None:
        """What the keyboard is on."""
        return QApplication.focusWidget()

    def close(self) -> None:
        """Close the window as a person does."""
        self.window.close()
        self.window.deleteLater()
        self.program.deleteLater()


@contextmanager
def driven_on(
    qtbot: QtBot,
    monkeypatch: "pytest.MonkeyPatch",
    home: Path,
    *plans: Plan,
    size: tuple[int, int] | None = None,
) -> Iterator[Driven]:
    """Run the program on a home of its own with these plans, the first one open.

    It is at rest then, and again before it is closed.
    """
    monkeypatch.setenv("ADVISOR_HOME", str(home))
    made = Driven(qtbot, monkeypatch, FakeAdvisor(plans))
    if size is not None:
        made.window.resize(*size)
    made.house.open(plans[0])
    made.rest()
    yield made
    made.rest()
    made.close()
