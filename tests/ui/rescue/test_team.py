"""Where plans are kept, in the window: a team's database is tried, used and left again."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from advisor.errors import StorageError
from advisor.services import taking_along, team
from advisor.services.team import TeamAddress
from tests.support.drafts import a_plan
from tests.support.fake_advisor import FakeAdvisor
from tests.support.rooms import room_of
from tests.support.waiting import PATIENCE_SECONDS
from tests.ui.spoken import name, role
from ui.awake.tasks import Worker
from ui.rescue.take_along_dialog import TakeAlongDialog
from ui.rescue.team_desk import TeamDesk
from ui.rescue.team_dialog import PasswordDialog, TeamDialog
from ui.shell.main_window import MainWindow
from ui.theme.theme import Theme
from ui.widgets.text import Text

NEEDED = StorageError("team: The database asks for a password.", code="password-needed")
OURS = TeamAddress(computer="db.example.org", database="team", name="ruth")


class Desk:
    """A team desk over a window, and what was done through it."""

    def __init__(self, theme: Theme, window: MainWindow, worker: Worker) -> None:
        self.window, self.worker = window, worker
        self.desk = TeamDesk(room_of(theme, window, worker))
        self.done: list[object] = []
        self.desk.restart_wanted.connect(lambda: self.done.append("start again"))

    def rest(self, qtbot: QtBot) -> None:
        qtbot.waitUntil(lambda: not self.worker.is_busy)

    def dialog(self, kind: type[QDialog]) -> QDialog:
        (shown,) = [each for each in self.window.findChildren(kind) if each.isVisible()]
        return shown


@pytest.fixture
def desk(
    qtbot: QtBot,
    theme: Theme,
    show: Callable[[MainWindow], None],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desk]:
    window, worker = MainWindow(theme, (), product="Advisor", panel_title="Advice"), Worker("team")
    show(window)
    made = Desk(theme, window, worker)
    # A worker holds nothing of Qt, so not the desk either.
    done = made.done

    def used(address: TeamAddress, *, remember: bool) -> bool:
        done.append((address, remember))
        return False

    monkeypatch.setattr(team, "use", used)
    monkeypatch.setattr(team, "use_own", lambda: done.append("own"))
    yield made
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    assert worker.close(PATIENCE_SECONDS)


def shown(desk: Desk, qtbot: QtBot) -> TeamDialog:
    desk.desk.show()
    desk.rest(qtbot)
    dialog = desk.dialog(TeamDialog)
    assert isinstance(dialog, TeamDialog)
    return dialog


def fill_in(dialog: TeamDialog, qtbot: QtBot) -> None:
    fields = (dialog.computer, dialog.database, dialog.name, dialog.password)
    for field, words in zip(fields, ("db.example.org", "team", "ruth", "secret"), strict=True):
        QTest.keyClicks(field.line, words)


def said(dialog: QDialog) -> list[str]:
    return [text.text() for text in dialog.findChildren(Text) if text.isVisibleTo(dialog)]


def test_why_a_database_was_not_reached_can_be_heard_again(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(team, "chosen_address", lambda: None)
    dialog = shown(desk, qtbot)
    dialog.show_refused(StorageError("empty", code="team", details={"cause": "database-missing"}))
    dialog.test.setFocus()

    QTest.keyClick(dialog.test, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)

    heard = QApplication.focusWidget()
    assert isinstance(heard, Text)
    assert role(heard) == QAccessible.Role.StaticText
    assert name(heard) == "Database is empty. Fill in the name that you were given."


def test_why_a_database_was_not_reached_is_seen_where_there_is_little_room(
    desk: Desk, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(team, "chosen_address", lambda: None)
    theme.set_text_size(200)
    dialog = shown(desk, qtbot)
    dialog.test.setFocus()

    dialog.show_refused(StorageError("empty", code="team", details={"cause": "database-missing"}))

    qtbot.waitUntil(lambda: dialog._found.visibleRegion().boundingRect() == dialog._found.rect())


def test_a_database_is_used_only_once_it_was_reached(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[StorageError | str] = [
        StorageError("no connection", code="connection-lost", details={"place": "team on db"}),
        "It can be used.",
    ]

    def tried(_address: TeamAddress) -> str:
        answer = answers.pop(0)
        if isinstance(answer, StorageError):
            raise answer
        return answer

    monkeypatch.setattr(team, "tried", tried)
    monkeypatch.setattr(team, "chosen_address", lambda: None)
    dialog = shown(desk, qtbot)
    fill_in(dialog, qtbot)
    assert not dialog.use.isEnabled()

    dialog.test.click()
    desk.rest(qtbot)
    assert any(words.startswith("The database team on db cannot be") for words in said(dialog))
    assert not dialog.use.isEnabled()

    dialog.test.click()
    desk.rest(qtbot)
    assert "It can be used." in said(dialog)
    dialog.remember.setChecked(True)
    dialog.use.click()
    desk.rest(qtbot)

    filled_in = TeamAddress(
        computer="db.example.org", database="team", name="ruth", password="secret"
    )
    assert desk.done == [(filled_in, True)]
    # There is no keyring here: that is said before the program starts again.
    assert "no keyring" in desk.window.notice.message
    desk.window.notice.action.click()
    assert desk.done[-1] == "start again"


def test_the_keyboard_stays_on_what_tries(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[TeamAddress] = []
    monkeypatch.setattr(team, "chosen_address", lambda: None)
    dialog = shown(desk, qtbot)
    dialog.try_wanted.disconnect()
    dialog.try_wanted.connect(tried.append)

    dialog.test.setFocus()
    for _press in range(2):
        QTest.keyClick(dialog.test, Qt.Key.Key_Space)
    assert len(tried) == 1
    assert "Trying to reach the database…" in said(dialog)
    dialog.show_refused(StorageError("none", code="timeout", details={"place": "team on db"}))

    assert dialog.test.hasFocus()
    QTest.keyClick(dialog.test, Qt.Key.Key_Space)
    assert len(tried) == 2


def test_what_is_changed_has_to_be_tried_again(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(team, "tried", lambda _address: "It can be used.")
    monkeypatch.setattr(team, "chosen_address", lambda: None)
    dialog = shown(desk, qtbot)
    fill_in(dialog, qtbot)
    dialog.test.click()
    desk.rest(qtbot)
    assert dialog.use.isEnabled()

    QTest.keyClicks(dialog.database.line, "2")

    assert not dialog.use.isEnabled()


def test_this_computer_can_be_chosen_again(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(team, "chosen_address", lambda: OURS)
    dialog = shown(desk, qtbot)
    assert dialog.computer.line.text() == "db.example.org"

    dialog.own.click()
    desk.rest(qtbot)

    assert desk.done == ["own", "start again"]


def test_a_password_is_asked_for_and_never_shown(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(team, "chosen", lambda: "team on db.example.org")
    monkeypatch.setattr(team, "address_with", lambda password: f"with {password}")

    desk.desk.ask(NEEDED, desk.done.append)
    dialog = desk.dialog(PasswordDialog)
    assert isinstance(dialog, PasswordDialog)
    assert dialog.password.line.echoMode() is QLineEdit.EchoMode.Password
    assert NEEDED.message in said(dialog)
    QTest.keyClicks(dialog.password.line, "secret")
    dialog.go_on.click()

    assert desk.done == ["with secret"]


def test_plans_of_this_computer_are_chosen_and_copied(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    advisor = FakeAdvisor((a_plan(),))
    [plan] = advisor.plans.summaries()
    done = desk.done

    def take(_advisor: object, plans: object) -> str:
        done.append(plans)
        return "It is there."

    monkeypatch.setattr(taking_along, "first_offer", lambda: (plan,))
    monkeypatch.setattr(taking_along, "take_along", take)
    desk.desk.taken_along.connect(lambda: done.append("read again"))

    desk.desk.offer_to_take_along(advisor)
    desk.rest(qtbot)
    assert "1 plan of this computer can be copied there" in desk.window.notice.message
    desk.window.notice.action.click()
    dialog = desk.dialog(TakeAlongDialog)
    assert isinstance(dialog, TakeAlongDialog)
    assert not dialog.copy.isEnabled()
    dialog.group.cards[plan.id].click()
    dialog.copy.click()
    desk.rest(qtbot)

    assert done == [(plan.id,), "read again"]
    assert desk.window.notice.message == "It is there."
    # The team's address was given at the start, and is kept nowhere.
    monkeypatch.setattr(team, "chosen_address", lambda: None)
    assert said(shown(desk, qtbot))[1].startswith("Now in a team's database, which was named")
