import sys
from collections.abc import Callable
from types import TracebackType

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from advisor.errors import AdvisorError, Fault, PlanRefused, StorageError
from ui.shell.dialogs import FaultsDialog, UnexpectedErrorDialog
from ui.shell.notices import Notices
from ui.shell.refusals import Bugs, Refusals
from ui.theme.theme import Theme
from ui.widgets.notice import Notice, NoticeKind
from ui.widgets.text import Text

Show = Callable[[QWidget], None]


@pytest.fixture
def window(show: Show) -> QWidget:
    made = QWidget()
    made.resize(700, 500)
    show(made)
    return made


@pytest.fixture
def notice(theme: Theme, window: QWidget) -> Notice:
    return Notice(theme, parent=window)


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(StorageError("The disk is full."), id="no file"),
        pytest.param(PlanRefused("The file is empty."), id="a file without a list of faults"),
    ],
)
def test_a_refusal_is_said_without_stopping_anybody(
    theme: Theme, window: QWidget, notice: Notice, error: AdvisorError
) -> None:
    Refusals(theme, window, Notices(notice)).show(error)

    assert notice.message == error.message
    assert window.findChildren(FaultsDialog) == []


def test_all_faults_of_a_file_are_in_one_dialog(
    theme: Theme, window: QWidget, notice: Notice
) -> None:
    faults = (Fault(place="line 1", message="One."), Fault(place="line 2", message="Two."))
    Refusals(theme, window, Notices(notice)).show(PlanRefused("Not a plan.", faults=faults))

    (dialog,) = window.findChildren(FaultsDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_a_refused_file_changes_no_plan_and_the_sentence_above_its_faults_is_not_said_again(
    theme: Theme, window: QWidget, notice: Notice
) -> None:
    faults = (Fault(place="", message="A word is missing."),)
    error = PlanRefused("It was not read: A word is missing.", faults=faults)
    dialog = Refusals(theme, window, Notices(notice)).show_faults(error)

    told = [text.text() for text in dialog.findChildren(Text) if "missing" in text.text()]
    assert told == ["It was not read: A word is missing. Your plans are unchanged."]
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == told[0]
    dialog.reject()


def test_what_a_notice_offers_is_done_once(notice: Notice) -> None:
    notices, done = Notices(notice), list[str]()
    notices.tell(NoticeKind.ERROR, "Not saved", action="Retry", do=lambda: done.append("retry"))

    notice.action.click()
    notice.action.click()

    assert done == ["retry"]


@pytest.mark.parametrize(
    ("go", "message"),
    [
        pytest.param(
            lambda notice, _notices: notice.close_button.click(), "", id="when it is dismissed"
        ),
        pytest.param(lambda _notice, notices: notices.clear(), "", id="when it is taken back"),
        pytest.param(
            lambda _notice, notices: notices.tell(NoticeKind.INFO, "Saved"),
            "Saved",
            id="when a newer one takes its place",
        ),
    ],
)
def test_what_a_notice_offered_goes_with_it(
    notice: Notice, go: Callable[[Notice, Notices], object], message: str
) -> None:
    notices, done = Notices(notice), list[str]()
    notices.offer_undo("Deleted.", lambda: done.append("undo"))
    assert notices.message == "Deleted."

    go(notice, notices)
    assert notices.message == message
    notice.acted.emit()

    assert done == []


def broken() -> Exception:
    return ValueError("Mothers from Lowmere")


def test_a_bug_is_shown_calmly_with_its_details(theme: Theme, window: QWidget) -> None:
    bugs, found = Bugs(theme, window), list[str]()
    bugs.found.connect(found.append)
    error = broken()

    bugs.hear(type(error), error, error.__traceback__)

    (dialog,) = window.findChildren(UnexpectedErrorDialog)
    assert dialog.isVisible()
    (details,) = found
    assert "ValueError" in details
    dialog.reject()


def test_further_bugs_do_not_pile_up_dialogs(theme: Theme, window: QWidget) -> None:
    bugs, found = Bugs(theme, window), list[str]()
    bugs.found.connect(found.append)
    error = broken()

    for _ in range(3):
        bugs.hear(type(error), error, None)

    (dialog,) = window.findChildren(UnexpectedErrorDialog)
    assert len(found) == 3
    dialog.reject()
    bugs.hear(type(error), error, None)
    shown = [each for each in window.findChildren(UnexpectedErrorDialog) if each.isVisible()]
    assert len(shown) == 1
    shown[0].reject()


def test_the_program_can_be_closed_after_a_bug(theme: Theme, window: QWidget) -> None:
    bugs = Bugs(theme, window)
    error = broken()
    bugs.hear(type(error), error, None)
    (dialog,) = window.findChildren(UnexpectedErrorDialog)

    dialog.quit_button.click()

    assert not window.isVisible()


def test_an_interruption_by_key_is_no_bug(
    theme: Theme, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[type[BaseException]] = []

    def hook(kind: type[BaseException], _e: BaseException, _t: TracebackType | None) -> None:
        heard.append(kind)

    monkeypatch.setattr(sys, "__excepthook__", hook)

    Bugs(theme, window).hear(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert heard == [KeyboardInterrupt]
    assert window.findChildren(UnexpectedErrorDialog) == []


def test_bugs_are_heard_from_the_interpreter(
    theme: Theme, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    bugs = Bugs(theme, window)

    bugs.listen()

    assert sys.excepthook == bugs.hear
