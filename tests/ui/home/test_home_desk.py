import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor.errors import Fault, PlanRefused, StorageError
from advisor.models.ids import PlanId
from advisor.models.judged import PlanOrder, PlanSummary
from advisor.models.plan import Plan
from advisor.telling.how_far import tell_quick_start
from tests.support.drafts import a_plan
from tests.support.fake_advisor import FakeAdvisor, FakePlans, shipped_pack
from tests.support.rooms import room_of
from tests.support.waiting import PATIENCE_SECONDS
from ui.awake.tasks import Worker
from ui.home.empty import EmptyHome
from ui.home.example_row import ExampleRow
from ui.home.examples import ExamplesDialog
from ui.home.home_desk import HomeDesk
from ui.home.home_page import HomePage
from ui.home.judging import BATCH
from ui.home.plans_model import PlansModel
from ui.room import PageKey
from ui.shell.dialogs import CalmDialog, FaultsDialog, NameDialog
from ui.shell.main_window import MainWindow
from ui.theme.theme import Theme
from ui.widgets.text import Text

Show = Callable[[QWidget], None]


class House:
    """Home with plans in memory."""

    def __init__(self, theme: Theme, window: MainWindow, worker: Worker) -> None:
        self.window, self.worker = window, worker
        self.advisor, self.pack = FakeAdvisor(), shipped_pack()
        self.plans = self.advisor.plans
        self.home = HomePage(theme, PlansModel())
        self.notice = window.notice
        self.room = room_of(theme, window, worker)
        self.open: PlanId | None = None
        self.renamed: list[str] = []
        self.opened_at: list[tuple[PlanId, PageKey, str]] = []
        self.opened: list[Plan] = []
        self.deleted: list[str] = []
        self.desk = HomeDesk(self.room, self.home, self)
        worker.refused.connect(self.room.refusals.show)
        self.desk.plan_opened.connect(self.opened.append)
        self.desk.steps.deleted.connect(self.deleted.append)
        window.add_page("home", lambda: self.desk, "Home")

    def open_at(self, plan: PlanId, key: PageKey, at: str = "") -> None:
        self.opened_at.append((plan, key, at))

    def keep_advice(self) -> PlanId | None:
        return None

    def left_at(self) -> None:
        return None

    def rename_open(self, plan: PlanId, title: str) -> bool:
        if plan == self.open:
            self.renamed.append(title)
        return plan == self.open

    def dialog(self, kind: type[CalmDialog]) -> CalmDialog:
        shown = [dialog for dialog in self.window.findChildren(kind) if dialog.isVisible()]
        assert len(shown) == 1
        return shown[0]

    @property
    def titles(self) -> list[str]:
        rows = range(self.home.model.rowCount())
        return [str(self.home.model.index(row).data()) for row in rows]


@pytest.fixture
def house(qtbot: QtBot, theme: Theme, show: Show) -> Iterator[House]:
    window, worker = MainWindow(theme, (), product="", panel_title=""), Worker("test-home")
    window.resize(900, 700)
    made = House(theme, window, worker)
    show(window)
    window.pages.show_page("home")
    yield made
    assert worker.close(PATIENCE_SECONDS)


def said_on(dialog: CalmDialog) -> str:
    return " ".join(text.text() for text in dialog.findChildren(Text))


def rest(qtbot: QtBot, house: House) -> None:
    qtbot.waitUntil(lambda: not house.worker.is_busy)


def test_the_list_is_read_off_the_windows_thread(qtbot: QtBot, house: House) -> None:
    house.plans.create("Lowmere")
    house.desk.refresh()
    assert house.titles == []
    rest(qtbot, house)

    assert house.titles == ["Lowmere"]


def test_a_new_plan_asks_for_a_name_and_opens_at_its_first_questions(
    qtbot: QtBot, house: House
) -> None:
    house.home.show_plans([], 0)
    house.home.empty.start.click()
    dialog = house.dialog(NameDialog)
    assert isinstance(dialog, NameDialog)
    assert "19 questions at most, about 7 minutes." in said_on(dialog)

    QTest.keyClicks(dialog.field.line, "Lowmere listeners")
    dialog.confirm_button.click()
    rest(qtbot, house)

    (plan,) = house.plans.stored.values()
    assert plan.title == "Lowmere listeners"
    assert house.opened_at == [(plan.id, PageKey.QUESTIONS, "")]


@pytest.mark.parametrize(("answer", "copied"), [("confirm", ["Example"]), ("cancel", [])])
def test_an_example_that_is_chosen_is_copied_and_opened(
    qtbot: QtBot, house: House, answer: str, copied: list[str]
) -> None:
    house.desk.choose_example()
    rest(qtbot, house)
    dialog = house.dialog(ExamplesDialog)

    getattr(dialog, answer).click()
    rest(qtbot, house)

    assert [plan.title for plan in house.opened] == copied
    assert house.plans.count() == len(copied)


def test_a_plan_is_opened_from_the_list(qtbot: QtBot, house: House) -> None:
    house.plans.create("Lowmere")
    house.desk.refresh()
    rest(qtbot, house)

    house.home.list.opened.emit(house.home.model.summary(house.home.model.index(0)))
    rest(qtbot, house)

    assert [plan.title for plan in house.opened] == ["Lowmere"]


def test_a_plan_that_is_gone_is_said_so_and_leaves_the_list(qtbot: QtBot, house: House) -> None:
    plan = house.plans.create("Lowmere")
    house.desk.refresh()
    rest(qtbot, house)
    summary = house.home.model.summary(house.home.model.index(0))
    house.plans.stored.pop(plan.id)

    house.home.list.opened.emit(summary)
    rest(qtbot, house)

    assert "does not exist" in house.notice.message
    assert house.titles == []


def test_a_plan_gets_another_name(qtbot: QtBot, house: House) -> None:
    house.plans.create("Lowmere")
    (plan,) = house.plans.summaries()
    rename(qtbot, house, plan, "Highmere")

    assert house.titles == ["Highmere"]
    assert house.notice.message == "It is called “Highmere” now."


def rename(qtbot: QtBot, house: House, plan: PlanSummary, title: str) -> None:
    house.desk.rename(plan)
    dialog = house.dialog(NameDialog)
    assert isinstance(dialog, NameDialog)
    dialog.field.line.selectAll()
    QTest.keyClicks(dialog.field.line, title)
    dialog.confirm_button.click()
    rest(qtbot, house)


def test_the_plan_that_is_open_is_renamed_where_it_is_open(qtbot: QtBot, house: House) -> None:
    house.plans.create("Lowmere")
    (plan,) = house.plans.summaries()
    house.open = plan.id

    rename(qtbot, house, plan, "Highmere")

    assert house.renamed == ["Highmere"]
    assert [each.title for each in house.plans.summaries()] == ["Lowmere"]


def test_a_name_that_was_given_elsewhere_is_not_overwritten_in_silence(
    qtbot: QtBot, house: House
) -> None:
    house.plans.create("Lowmere", "In two towns.")
    (plan,) = house.plans.summaries()
    house.plans.rename(plan.id, "Theirs", "In three towns.", plan.version)

    rename(qtbot, house, plan, "Highmere")
    assert house.titles == ["Theirs"]
    assert "“Highmere”" in house.notice.message

    house.notice.action.click()
    rest(qtbot, house)
    assert house.titles == ["Highmere"]
    assert house.plans.plan(plan.id).description == "In three towns."


def test_a_plan_is_duplicated_under_a_name_of_its_own(qtbot: QtBot, house: House) -> None:
    house.plans.create("Lowmere")
    (summary,) = house.plans.summaries()

    house.desk.duplicate(summary)
    rest(qtbot, house)

    assert house.titles == ["Lowmere (copy)", "Lowmere"]
    assert house.notice.message == "Copied."


def test_a_deleted_plan_comes_back_with_undo(qtbot: QtBot, house: House) -> None:
    house.plans.create("Lowmere")
    (summary,) = house.plans.summaries()

    house.desk.steps.delete(summary)
    rest(qtbot, house)
    assert house.titles == []
    assert house.deleted == [summary.id]
    assert "“Lowmere” was deleted." in house.notice.message
    house.notice.action.click()
    rest(qtbot, house)

    assert house.titles == ["Lowmere"]
    assert house.notice.message == "The plan is back."


def test_deleting_is_undone_and_done_again_plan_by_plan(qtbot: QtBot, house: House) -> None:
    for title in ("Lowmere", "Highmere"):
        house.plans.create(title)
    for summary in reversed(house.plans.summaries()):
        house.desk.steps.delete(summary)
        rest(qtbot, house)
    steps, seen = house.desk.steps, []

    for step in (steps.undo, steps.undo, steps.redo, steps.redo):
        assert step()
        rest(qtbot, house)
        seen.append(sorted(house.titles))

    first, second = house.deleted[0], house.deleted[1]
    assert seen == [["Highmere"], ["Highmere", "Lowmere"], ["Highmere"], []]
    assert house.deleted == [first, second, first, second]


def back_and_again(qtbot: QtBot, house: House) -> list[list[str]]:
    """Undo and then do again; return the titles after each."""
    seen = []
    for step in (house.desk.steps.undo, house.desk.steps.redo):
        assert step()
        rest(qtbot, house)
        seen.append(sorted(house.titles))
    return seen


def test_another_name_is_undone_and_done_again(qtbot: QtBot, house: House) -> None:
    house.plans.create("Lowmere")
    (plan,) = house.plans.summaries()
    rename(qtbot, house, plan, "Highmere")

    house.notice.action.click()
    rest(qtbot, house)
    assert house.titles == ["Lowmere"]
    assert house.notice.message == "It is called “Lowmere” now."
    assert not house.desk.steps.can_undo

    house.desk.steps.redo()
    rest(qtbot, house)
    assert house.titles == ["Highmere"]
    assert back_and_again(qtbot, house) == [["Lowmere"], ["Highmere"]]


def test_undo_does_not_take_away_the_name_that_somebody_else_gave(
    qtbot: QtBot, house: House
) -> None:
    house.plans.create("Lowmere")
    (plan,) = house.plans.summaries()
    rename(qtbot, house, plan, "Highmere")
    there = house.plans.plan(plan.id)
    house.plans.rename(plan.id, "Theirs", there.description, there.version)

    house.desk.steps.undo()
    rest(qtbot, house)

    assert house.titles == ["Theirs"]
    assert "was renamed elsewhere" in house.notice.message


def test_an_import_is_undone_and_done_again(qtbot: QtBot, house: House, tmp_path: Path) -> None:
    house.plans.files[tmp_path] = a_plan()
    house.desk.bring_file(tmp_path)
    rest(qtbot, house)
    assert house.notice.message == "“Lowmere listeners” was imported."

    assert back_and_again(qtbot, house) == [[], ["Lowmere listeners"]]

    house.notice.action.click()
    rest(qtbot, house)
    assert house.deleted == [a_plan().id, a_plan().id]
    assert [plan.title for plan in house.plans.deleted()] == ["Lowmere listeners"]


def test_that_a_plan_was_imported_is_told_on_its_first_page(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    house.plans.files[tmp_path] = a_plan()
    house.desk.bring_file(tmp_path)
    rest(qtbot, house)

    house.notice.leave_page()
    assert house.notice.isVisible()
    assert house.notice._said_now.isActive()
    house.notice._said_now.stop()
    house.notice.leave_page()
    assert not house.notice.isVisible()


def test_of_other_plans_nothing_is_undone_that_was_done_to_those_before(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    house.plans.files[tmp_path] = a_plan()
    house.desk.bring_file(tmp_path)
    rest(qtbot, house)
    could_undo = house.desk.steps.can_undo
    assert could_undo

    house.desk.begin_anew()
    rest(qtbot, house)

    assert not house.desk.steps.can_undo
    house.desk.steps.undo()
    rest(qtbot, house)
    assert house.deleted == []


def test_a_plan_that_is_here_already_is_not_taken_away_by_undo(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    house.plans.add(a_plan())
    house.plans.files[tmp_path] = a_plan()

    house.desk.bring_file(tmp_path)
    rest(qtbot, house)

    assert house.notice.message == "“Lowmere listeners” was here already. Nothing was changed."
    assert not house.desk.steps.can_undo


def test_a_copy_is_undone_and_done_again(qtbot: QtBot, house: House) -> None:
    house.plans.create("Lowmere")
    (summary,) = house.plans.summaries()

    house.desk.duplicate(summary)
    rest(qtbot, house)

    assert back_and_again(qtbot, house) == [["Lowmere"], ["Lowmere", "Lowmere (copy)"]]


def test_a_plan_from_the_fold_is_not_brought_back_once_more(qtbot: QtBot, house: House) -> None:
    house.plans.create("Lowmere")
    (summary,) = house.plans.summaries()
    house.desk.steps.delete(summary)
    rest(qtbot, house)

    house.home.deleted.restore_asked.emit(house.plans.deleted()[0])
    rest(qtbot, house)

    assert house.titles == ["Lowmere"]
    assert not house.desk.steps.can_undo


def test_a_plan_that_cannot_be_deleted_stays_and_says_why(qtbot: QtBot, house: House) -> None:
    house.plans.create("Lowmere")
    (summary,) = house.plans.summaries()
    house.plans.refusal = StorageError("The file may only be read.")

    house.desk.steps.delete(summary)
    rest(qtbot, house)

    assert house.notice.message == "The file may only be read."
    assert house.deleted == []


def test_a_plan_is_exported_where_the_person_says(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    plan = house.plans.create("Lowmere")

    house.desk.export_to(plan.id, tmp_path / "plan.json")
    rest(qtbot, house)

    assert house.plans.files == {tmp_path / "plan.json": plan}
    assert "plan.json" in house.notice.message


def test_a_file_is_imported_and_opened(qtbot: QtBot, house: House, tmp_path: Path) -> None:
    house.plans.files[tmp_path] = a_plan()

    house.desk.bring_file(tmp_path)
    rest(qtbot, house)

    assert [plan.title for plan in house.opened] == ["Lowmere listeners"]
    assert house.plans.count() == 1


def refused() -> PlanRefused:
    return PlanRefused(
        "This file is not a plan. Nothing was changed.",
        faults=(
            Fault(place="plan.json, line 3", message="There is no question “format”."),
            Fault(place="plan.json, line 9", message="A number is wanted here."),
        ),
    )


class Another:
    """A file asker that only says that it was asked."""

    def __init__(self, asked: list[str]) -> None:
        self._asked = asked

    def ask_open(self, *_of: object) -> None:
        self._asked.append("another")


def test_a_refused_file_shows_all_its_faults_at_once_and_a_way_on(
    qtbot: QtBot, house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.plans.files[tmp_path] = refused()

    house.desk.bring_file(tmp_path)
    rest(qtbot, house)

    dialog = house.dialog(FaultsDialog)
    assert isinstance(dialog, FaultsDialog)
    shown = " ".join(label.text() for label in dialog.findChildren(Text))
    assert "There is no question" in shown
    assert "A number is wanted here." in shown
    assert house.plans.count() == 0
    asked: list[str] = []
    monkeypatch.setattr(house.desk, "_files", Another(asked))
    dialog.way_on_button.click()
    assert asked == ["another"]


def test_a_search_shows_what_it_finds(qtbot: QtBot, house: House) -> None:
    for title in ("Lowmere", "Highmere", "Riverside"):
        house.plans.create(title)
    house.desk.refresh()
    rest(qtbot, house)

    house.home.search.searched.emit("mere")
    rest(qtbot, house)

    assert house.titles == ["Highmere", "Lowmere"]


def test_enter_opens_the_one_plan_that_is_found_and_leads_to_several(
    qtbot: QtBot, house: House
) -> None:
    for title in ("Lowmere", "Highmere", "Riverside"):
        house.plans.create(title)
    house.desk.refresh()
    rest(qtbot, house)
    opened: list[PlanSummary] = []
    house.home.list.opened.connect(opened.append)
    line = house.home.search.line
    line.setFocus()

    QTest.keyClicks(line, "mere")
    QTest.keyClick(line, Qt.Key.Key_Return)
    rest(qtbot, house)
    assert opened == []
    assert house.home.list.hasFocus()
    assert house.home.list.currentIndex().row() == 0

    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "low")
    QTest.keyClick(line, Qt.Key.Key_Return)
    rest(qtbot, house)
    assert [plan.title for plan in opened] == ["Lowmere"]


def test_down_leads_from_the_search_into_the_list(qtbot: QtBot, house: House) -> None:
    house.plans.create("Lowmere")
    house.desk.refresh()
    rest(qtbot, house)
    line = house.home.search.line
    line.setFocus()

    QTest.keyClick(line, Qt.Key.Key_Down)

    assert house.home.list.hasFocus()
    assert house.home.list.currentIndex().row() == 0


def test_an_older_search_never_covers_a_newer_one(qtbot: QtBot, house: House) -> None:
    house.plans.create("Lowmere")
    house.home.search.searched.emit("nothing like it")
    house.home.search.searched.emit("low")
    rest(qtbot, house)

    assert house.titles == ["Lowmere"]


def test_the_plan_that_was_changed_last_is_gone_on_with_at_the_question_that_waits(
    qtbot: QtBot, house: House
) -> None:
    plan = house.plans.create("Lowmere")
    house.desk.refresh()
    rest(qtbot, house)

    house.home.go_on.go_on.click()
    house.home.go_on.advice.click()

    first = shipped_pack().questionnaire.questions[0].id
    assert house.opened_at == [
        (plan.id, PageKey.QUESTIONS, first),
        (plan.id, PageKey.ADVICE, ""),
    ]


def test_plans_that_were_never_advised_on_are_while_they_are_listed(
    qtbot: QtBot, house: House
) -> None:
    house.plans.create("Lowmere")
    house.desk.refresh()
    rest(qtbot, house)

    shown = house.home.model.summary(house.home.model.index(0))
    assert shown is not None
    assert shown.judged is not None


def test_what_is_asked_meanwhile_waits_for_few_plans_to_be_advised_on(
    qtbot: QtBot, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge, done, may_go_on = house.plans.judge, list[str](), threading.Event()

    def judge_slowly(summaries: Sequence[PlanSummary]) -> tuple[PlanSummary, ...]:
        if len(summaries) > 1:
            done.append(f"{len(summaries)} plans")
            may_go_on.wait()
        return judge(summaries)

    monkeypatch.setattr(house.plans, "judge", judge_slowly)
    # One more: that to go on with is advised on while they are listed.
    for number in range(BATCH + 4):
        house.plans.create(f"Plan {number}")
    house.desk.refresh()
    qtbot.waitUntil(lambda: bool(done))

    house.worker.run(lambda: done.append("a save"))
    may_go_on.set()
    rest(qtbot, house)

    assert done == [f"{BATCH} plans", "a save", "3 plans"]
    rows = range(house.home.model.rowCount())
    shown = [house.home.model.summary(house.home.model.index(row)) for row in rows]
    assert all(each is not None and each.judged is not None for each in shown)


def test_plans_after_those_that_cannot_be_advised_on_are(
    qtbot: QtBot, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge = house.plans.judge

    def judge_the_last(summaries: Sequence[PlanSummary]) -> tuple[PlanSummary, ...]:
        if len(summaries) == BATCH:
            raise StorageError("The disk is full.")
        return judge(summaries)

    monkeypatch.setattr(house.plans, "judge", judge_the_last)
    for number in range(BATCH + 2):
        house.plans.create(f"Plan {number}")
    house.desk.refresh()
    rest(qtbot, house)

    last = house.home.model.summary(house.home.model.index(BATCH + 1))
    assert house.notice.message == "The disk is full."
    assert last is not None
    assert last.judged is not None


def test_a_plan_that_was_deleted_is_brought_back_from_the_fold(qtbot: QtBot, house: House) -> None:
    plan = house.plans.create("Lowmere")
    house.plans.create("Highmere")
    house.plans.delete(plan.id)
    house.desk.refresh()
    rest(qtbot, house)

    house.home.deleted.restore_asked.emit(house.plans.deleted()[0])
    rest(qtbot, house)

    assert sorted(house.titles) == ["Highmere", "Lowmere"]


def test_an_example_of_the_empty_home_opens_as_a_copy(qtbot: QtBot, house: House) -> None:
    house.desk.refresh()
    rest(qtbot, house)
    row = house.home.empty.findChild(ExampleRow)
    assert row is not None
    told = [text.text() for text in house.home.empty.findChildren(Text)]
    assert tell_quick_start(house.pack.questionnaire) in told

    row.click()
    rest(qtbot, house)

    assert [plan.title for plan in house.opened] == ["Example"]


def test_the_examples_are_advised_on_once_however_often_home_is_empty(
    qtbot: QtBot, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.desk.refresh()
    rest(qtbot, house)
    row = house.home.empty.findChild(ExampleRow)
    monkeypatch.delattr(FakePlans, "summary_of")

    house.desk.refresh()
    rest(qtbot, house)

    assert row is not None
    assert house.home.empty.findChild(ExampleRow) is row


def test_the_empty_home_goes_with_the_first_plan_and_comes_back_as_it_was(
    qtbot: QtBot, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.desk.refresh()
    rest(qtbot, house)
    offered = [row.accessibleName() for row in house.home.empty.findChildren(ExampleRow)]
    monkeypatch.delattr(FakePlans, "summary_of")

    plan = house.plans.create("Amberfield")
    house.desk.refresh()
    rest(qtbot, house)
    qtbot.waitUntil(lambda: house.home.findChild(EmptyHome) is None)
    house.plans.delete(plan.id)
    house.desk.refresh()
    rest(qtbot, house)

    assert house.home.is_empty
    there = house.home.empty
    assert offered
    assert [row.accessibleName() for row in there.findChildren(ExampleRow)] == offered
    told = [text.text() for text in there.findChildren(Text)]
    assert tell_quick_start(house.pack.questionnaire) in told


def test_plans_are_sorted_as_a_person_asks(qtbot: QtBot, house: House) -> None:
    for title in ("Amberfield", "Lowmere"):
        house.plans.create(title)
    house.desk.refresh()
    rest(qtbot, house)
    assert house.titles == ["Lowmere", "Amberfield"]

    house.home.order_asked.emit(PlanOrder.NAME)
    rest(qtbot, house)

    assert house.titles == ["Amberfield", "Lowmere"]
