import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from advisor.errors import StorageError
from advisor.models.plan import Answer, EntryKey
from advisor.models.stored import Backup, KeptCopy, Unsaved
from advisor.services.unsaved import Offer
from advisor.telling.grammar import moment
from tests.support.drafts import PLAN, SETTING
from tests.support.fake_advisor import FakeAdvisor, FakeUnsaved
from tests.support.rooms import room_of
from tests.support.waiting import PATIENCE_SECONDS
from ui.awake.tasks import Worker
from ui.rescue import rescue_desk
from ui.rescue.copies_dialog import CopiesDialog
from ui.rescue.rescue import RescueDialog
from ui.rescue.rescue_desk import RescueDesk
from ui.rescue.unsaved import UnsavedDialog
from ui.shell.main_window import MainWindow
from ui.theme.theme import Theme
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text import Text

DAMAGED = StorageError("The file with your plans is damaged.", code="damaged")
COPIES = tuple(
    KeptCopy(
        copy=Backup(
            path=Path(f"copy-{number}.db"),
            number=number,
            made=datetime.datetime(2026, 3, number, 12, 0, tzinfo=datetime.UTC),
            why="",
            size=4096,
        ),
        titles=("Lowmere listeners",),
        is_good=True,
    )
    for number in (7, 6)
)
OFFER = Offer(
    typed=Unsaved(plan=PLAN, key=EntryKey.of_answer(SETTING), value=Answer(note="Ask Jo")),
    plan="Lowmere listeners",
    about="What kind of organisation runs the programme?",
    words="Ask Jo",
)


class Desk:
    """A rescue desk over a window, and what it asked for."""

    def __init__(self, theme: Theme, window: MainWindow, worker: Worker) -> None:
        self.window, self.worker = window, worker
        self.desk = RescueDesk(room_of(theme, window, worker))
        self.asked: list[str] = []
        self.desk.mended.connect(lambda: self.asked.append("open"))
        self.desk.put_back.connect(lambda: self.asked.append("read"))
        self.exchanged: tuple[str, Callable[[], object], bool]
        self.desk.exchanged.connect(lambda *told: setattr(self, "exchanged", told))

    def rest(self, qtbot: QtBot) -> None:
        qtbot.waitUntil(lambda: not self.worker.is_busy)

    def dialog(self, kind: type[QDialog]) -> QDialog:
        (shown,) = [each for each in self.window.findChildren(kind) if each.isVisible()]
        return shown


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, show: Callable[[MainWindow], None]) -> Iterator[Desk]:
    window, worker = (
        MainWindow(theme, (), product="Advisor", panel_title="Advice"),
        Worker("rescue"),
    )
    show(window)
    made = Desk(theme, window, worker)
    yield made
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    assert worker.close(PATIENCE_SECONDS)


@pytest.fixture
def copies(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Good copies, and what was done with them."""
    done: list[object] = []
    monkeypatch.setattr(rescue_desk, "ways_on", lambda _error: COPIES)
    monkeypatch.setattr(rescue_desk, "put_copy_back", done.append)
    monkeypatch.setattr(rescue_desk, "begin_empty", lambda: done.append("empty"))
    return done


def rescue(desk: Desk, qtbot: QtBot) -> RescueDialog:
    desk.desk.look_at(DAMAGED)
    desk.rest(qtbot)
    dialog = desk.dialog(RescueDialog)
    assert isinstance(dialog, RescueDialog)
    return dialog


def texts(dialog: QDialog) -> list[str]:
    return [text.text() for text in dialog.findChildren(Text)]


def test_what_happened_is_said_before_the_path_of_the_file(desk: Desk, qtbot: QtBot) -> None:
    damaged = StorageError(
        "/home/ruth/plans.db: The file is damaged.",
        code="damaged",
        details={"place": "/home/ruth/plans.db"},
    )
    desk.desk.look_at(damaged)
    desk.rest(qtbot)

    dialog = desk.dialog(RescueDialog)
    said = texts(dialog)
    assert said.index("The file is damaged.") < said.index("The file: /home/ruth/plans.db")
    dialog.reject()
    told = "The file is damaged. The file: /home/ruth/plans.db"
    assert desk.window.notice.message == told


def test_a_file_that_will_open_later_can_be_tried_again(desk: Desk, qtbot: QtBot) -> None:
    desk.desk.look_at(StorageError("Another program holds the file.", code="busy"))
    desk.rest(qtbot)

    assert desk.window.notice.message == "Another program holds the file."
    desk.window.notice.action.click()
    assert desk.asked == ["open"]


@pytest.mark.parametrize(
    ("chosen", "copy"),
    [
        pytest.param("", COPIES[0].copy, id="the newest when nothing is chosen"),
        pytest.param("6", COPIES[1].copy, id="an older one that is chosen"),
    ],
)
def test_a_good_copy_is_put_back(
    desk: Desk, qtbot: QtBot, copies: list[object], chosen: str, copy: Backup
) -> None:
    dialog = rescue(desk, qtbot)
    assert DAMAGED.message in texts(dialog)

    if chosen:
        dialog.group.cards[chosen].click()
    dialog.put.click()
    desk.rest(qtbot)

    assert copies == [copy]
    assert desk.asked == ["open"]
    assert moment(copy.made) in desk.window.notice.message


def test_one_can_begin_with_no_plans(desk: Desk, qtbot: QtBot, copies: list[object]) -> None:
    rescue(desk, qtbot).begin.click()
    desk.rest(qtbot)

    assert copies == ["empty"]
    assert desk.asked == ["open"]


def test_the_choice_can_wait(desk: Desk, qtbot: QtBot, copies: list[object]) -> None:
    rescue(desk, qtbot).later.click()

    assert copies == []
    assert desk.window.notice.message == DAMAGED.message
    desk.window.notice.action.click()
    desk.rest(qtbot)
    assert desk.dialog(RescueDialog).isVisible()


def test_a_copy_that_cannot_be_put_back_says_why(
    desk: Desk, qtbot: QtBot, copies: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_copy: Backup) -> None:
        raise StorageError("The folder may only be read.")

    monkeypatch.setattr(rescue_desk, "put_copy_back", refuse)

    rescue(desk, qtbot).put.click()
    desk.rest(qtbot)

    assert desk.window.notice.message == "The folder may only be read."
    assert desk.asked == []


def test_what_can_still_be_read_is_saved_and_the_way_on_asked_for_again(
    desk: Desk,
    qtbot: QtBot,
    copies: list[object],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    def save(folder: Path) -> str:
        copies.append(folder)
        return "2 plans could be read."

    monkeypatch.setattr(rescue_desk, "save_what_is_left", save)
    rescue(desk, qtbot).salvage.click()
    asking = desk.dialog(QFileDialog)
    assert isinstance(asking, QFileDialog)
    asking.reject()
    again = desk.dialog(RescueDialog)
    assert isinstance(again, RescueDialog)
    again.salvage.click()

    asking = desk.dialog(QFileDialog)
    assert isinstance(asking, QFileDialog)
    asking.fileSelected.emit(str(tmp_path))
    asking.done(QDialog.DialogCode.Accepted)
    desk.rest(qtbot)

    assert copies == [tmp_path]
    assert "2 plans could be read." in texts(desk.dialog(RescueDialog))


def test_a_file_that_is_gone_has_nothing_to_be_read(theme: Theme) -> None:
    assert not hasattr(RescueDialog(theme, "Gone", COPIES), "salvage")


def test_without_a_copy_one_can_still_start_afresh(
    theme: Theme, opened: Callable[[QDialog], None]
) -> None:
    dialog = RescueDialog(theme, DAMAGED.message, ())
    opened(dialog)

    assert any("no copy" in text for text in texts(dialog))
    assert not hasattr(dialog, "put")
    assert dialog.begin.isVisible()


def advisor_with(unsaved: FakeUnsaved | None) -> FakeAdvisor:
    advisor = FakeAdvisor()
    advisor.unsaved = unsaved
    return advisor


def look_for_unsaved(desk: Desk, qtbot: QtBot, unsaved: FakeUnsaved | None) -> None:
    desk.desk.look_for_unsaved(advisor_with(unsaved))
    desk.rest(qtbot)


@pytest.mark.parametrize("unsaved", [None, FakeUnsaved(())])
def test_nothing_is_asked_when_everything_was_saved(
    desk: Desk, qtbot: QtBot, unsaved: FakeUnsaved | None
) -> None:
    look_for_unsaved(desk, qtbot, unsaved)

    assert desk.window.findChildren(UnsavedDialog) == []


@pytest.mark.parametrize(
    ("left", "said"),
    [((), "It is back where it belongs."), ((OFFER,), "1 could not be put back")],
)
def test_words_that_were_not_saved_are_put_back_and_the_others_counted(
    desk: Desk, qtbot: QtBot, left: tuple[Offer, ...], said: str
) -> None:
    unsaved = FakeUnsaved((OFFER,))
    unsaved.left = left
    look_for_unsaved(desk, qtbot, unsaved)
    dialog = desk.dialog(UnsavedDialog)
    assert isinstance(dialog, UnsavedDialog)
    assert {"Lowmere listeners", "Ask Jo"} <= set(texts(dialog))

    dialog.put.click()
    desk.rest(qtbot)

    assert unsaved.done == "put back"
    assert desk.window.notice.message.startswith(said)
    assert desk.asked == ["read"]


def test_words_can_be_left_out_or_left_for_later(desk: Desk, qtbot: QtBot) -> None:
    unsaved = FakeUnsaved((OFFER,))
    look_for_unsaved(desk, qtbot, unsaved)
    dialog = desk.dialog(UnsavedDialog)
    assert isinstance(dialog, UnsavedDialog)
    dialog.later.click()
    assert unsaved.done == ""

    look_for_unsaved(desk, qtbot, unsaved)
    dialog = desk.dialog(UnsavedDialog)
    assert isinstance(dialog, UnsavedDialog)
    dialog.leave.click()
    desk.rest(qtbot)

    assert unsaved.done == "left out"


def test_a_copy_that_fails_is_mentioned_and_stops_nobody(desk: Desk, qtbot: QtBot) -> None:
    advisor = FakeAdvisor()
    advisor.copies.refusal = StorageError("No copy could be made.")

    desk.desk.keep_copy(advisor)
    desk.rest(qtbot)

    assert advisor.copies.asked == 1
    assert desk.window.notice.message == "No copy could be made."


def test_a_change_waits_half_an_hour_for_its_copy_at_most(desk: Desk, qtbot: QtBot) -> None:
    advisor = FakeAdvisor()

    desk.desk.keep_copies(advisor)
    desk.rest(qtbot)
    assert advisor.copies.asked == 1
    assert desk.desk._round.interval() == 30 * 60 * 1000

    desk.desk._round.timeout.emit()
    desk.rest(qtbot)
    assert advisor.copies.asked == 2


def test_other_evidence_in_the_folder_is_told_beside_what_is_said_already(
    desk: Desk, qtbot: QtBot
) -> None:
    advisor = FakeAdvisor()
    advisor.is_view_only = True
    advisor.evidence.differs = "The evidence folder says something else."
    desk.desk.tell_view_only(advisor)

    desk.desk.tell_other_evidence(advisor)

    desk.rest(qtbot)
    assert "something else" in desk.window.notice.message
    assert desk.window.notice.message.startswith("Your plans can be read")


@pytest.mark.parametrize("is_view_only", [True, False])
def test_that_nothing_can_be_saved_is_said_at_once(desk: Desk, is_view_only: bool) -> None:
    advisor = FakeAdvisor()
    advisor.is_view_only = is_view_only

    desk.desk.tell_view_only(advisor)

    assert desk.window.notice.message.startswith("Your plans can be read") is is_view_only


def copies_shown(desk: Desk, qtbot: QtBot, advisor: FakeAdvisor) -> CopiesDialog:
    desk.desk.show_copies(advisor, lambda: desk.asked.append("let go"))
    desk.rest(qtbot)
    dialog = desk.dialog(CopiesDialog)
    assert isinstance(dialog, CopiesDialog)
    return dialog


def test_a_copy_says_which_plans_are_in_it(desk: Desk, qtbot: QtBot) -> None:
    advisor = FakeAdvisor()
    advisor.copies.there = COPIES

    dialog = copies_shown(desk, qtbot, advisor)

    assert list(dialog.group.cards) == ["7", "6"]
    assert "Lowmere listeners" in dialog.group.cards["6"].accessibleDescription()
    assert not dialog.put.isEnabled()


def test_of_many_copies_the_list_scrolls_and_not_the_dialog(desk: Desk, qtbot: QtBot) -> None:
    advisor, first = FakeAdvisor(), COPIES[0]
    advisor.copies.there = tuple(
        replace(first, copy=replace(first.copy, number=number), is_newer=not number)
        for number in range(12)
    )

    dialog = copies_shown(desk, qtbot, advisor)
    whole, inner = dialog.findChildren(ScrollColumn)
    qtbot.waitUntil(lambda: inner.verticalScrollBar().maximum() > 0)

    assert whole.verticalScrollBar().maximum() == 0


def test_over_a_team_s_plans_no_copy_of_ones_own_is_put(desk: Desk, qtbot: QtBot) -> None:
    advisor = FakeAdvisor()
    advisor.copies.there, advisor.is_shared = COPIES, True

    desk.desk.show_copies(advisor, lambda: desk.asked.append("let go"))
    desk.rest(qtbot)

    assert desk.window.findChildren(CopiesDialog) == []
    assert desk.window.notice.message.startswith("These plans are in a team's database.")
    assert desk.asked == []


def test_a_damaged_copy_cannot_be_chosen(desk: Desk, qtbot: QtBot) -> None:
    advisor = FakeAdvisor()
    advisor.copies.there = (replace(COPIES[0], is_good=False), COPIES[1])

    assert list(copies_shown(desk, qtbot, advisor).group.cards) == ["6"]


def test_one_can_go_back_to_a_copy_at_any_time_and_take_that_back(desk: Desk, qtbot: QtBot) -> None:
    advisor = FakeAdvisor()
    advisor.copies.there, advisor.copies.aside = COPIES, COPIES[0].copy
    dialog = copies_shown(desk, qtbot, advisor)

    dialog.group.cards["6"].click()
    dialog.put.click()
    desk.rest(qtbot)

    assert advisor.copies.put_back == [COPIES[1].copy]
    assert desk.asked == ["let go", "read"]
    words, back, is_undo = desk.exchanged
    assert moment(COPIES[1].copy.made) in words
    assert not is_undo

    back()
    desk.rest(qtbot)
    assert desk.exchanged[0].startswith("Undone: ")
    assert desk.exchanged[2]
    assert advisor.copies.put_back == [COPIES[1].copy, COPIES[0].copy]


def test_a_copy_can_be_made_now(desk: Desk, qtbot: QtBot) -> None:
    advisor = FakeAdvisor()

    copies_shown(desk, qtbot, advisor).make.click()
    desk.rest(qtbot)

    assert advisor.copies.asked == 1


def test_a_second_folder_can_be_given_up(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    advisor = FakeAdvisor()
    advisor.copies.second_folder = tmp_path
    dialog = copies_shown(desk, qtbot, advisor)
    assert str(tmp_path) in texts(dialog)

    dialog.leave.click()
    desk.rest(qtbot)

    assert advisor.copies.second_folder is None


def test_a_folder_that_is_copied_elsewhere_is_said_at_the_start(desk: Desk) -> None:
    advisor = FakeAdvisor()
    advisor.is_view_only, advisor.synced_with = True, "OneDrive"

    desk.desk.watch_over(advisor)

    said = desk.window.notice.message
    assert said.startswith("Your plans can be read")
    assert "OneDrive copies to other computers" in said
