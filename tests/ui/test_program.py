from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWizard
from pytestqt.qtbot import QtBot

from advisor.errors import AdvisorError, ExportError, Fault, PackRefused, StorageError
from advisor.models.ids import ActionId, OptionId, QuestionId, SectionId
from advisor.models.papers import PaperFormat, PaperKind
from advisor.models.plan import (
    Answer,
    Decision,
    Entry,
    EntryKey,
    OpenAnswer,
    OwnAction,
    OwnRisk,
    PlanName,
)
from advisor.models.stored import PlanTrouble
from advisor.telling.advice import AdvicePart
from advisor.telling.commands import COMMANDS, Wish
from advisor.version import VERSION
from tests.support.drafts import CHARITY, FORMATS, GROUP, PLAN, SETTING, a_plan
from tests.support.fake_advisor import FakeAdvisor
from tests.support.program import Driven
from tests.support.shipped import progress_with, shipped_pack
from ui.advice.first_result import FirstResultPage
from ui.advice.page import AdvicePage
from ui.help.sheet import HelpSheet
from ui.paper.page import PaperPage
from ui.plan.conflict import ConflictDialog
from ui.plan.list_page import QuestionsListPage
from ui.room import Desk
from ui.shell.dialogs import CalmDialog, ConfirmDialog, FaultsDialog, NameDialog
from ui.widgets.text import Heading, Text

Start = Callable[..., Driven]
WHO_FOR, MOSTLY = QuestionId("who_for"), OptionId("mostly_struggling")


@pytest.fixture
def start(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Start]:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path))
    running: list[Driven] = []

    def started(*, with_plan: bool = True, refusals: Sequence[AdvisorError] = ()) -> Driven:
        advisor = FakeAdvisor((a_plan(),) if with_plan else ())
        driven = Driven(qtbot, monkeypatch, advisor, refusals)
        running.append(driven)
        return driven

    yield started
    for driven in running:
        for dialog in driven.window.findChildren(CalmDialog):
            dialog.reject()
        driven.advisor.plans.refusal = None
        driven.rest()
        driven.close()


def open_plan(driven: Driven) -> QuestionsListPage:
    driven.house.open(a_plan())
    driven.rest()
    assert isinstance(driven.shown, QuestionsListPage)
    return driven.shown


def answering(driven: Driven) -> None:
    """Answer on the second page, which asks what kinds of support there are."""
    open_plan(driven).head.go_on.click()
    driven.wizard.next()
    driven.qtbot.waitUntil(lambda: isinstance(driven.focus(), Heading))


def dialog_in(driven: Driven, kind: type[CalmDialog]) -> CalmDialog:
    (dialog,) = [each for each in driven.window.findChildren(kind) if each.isVisible()]
    return dialog


def test_the_window_opens_at_home_with_its_plans(start: Start) -> None:
    driven = start()

    assert driven.page == "home"
    assert driven.program.home_page.list.isVisible()


def test_nothing_stands_before_an_empty_home(start: Start) -> None:
    driven = start(with_plan=False)

    assert driven.window.findChildren(CalmDialog) == []
    assert driven.focus() is driven.program.home_page.empty.start


def test_whatever_can_be_wanted_by_name_is_done_by_its_page(start: Start) -> None:
    driven = start()
    open_plan(driven)

    for each in COMMANDS:
        desk = driven.window.pages.made(each.page)
        assert isinstance(desk, Desk)
        assert each.at in {"", Wish.TOGETHER, *desk.wishes()}, each.title
    papers = driven.window.pages.made("paper")
    assert isinstance(papers, Desk)
    assert set(PaperFormat) <= set(papers.wishes())


def test_from_a_new_plan_to_its_advice(start: Start) -> None:
    driven = start(with_plan=False)
    driven.house.home._create("Lowmere")
    driven.rest()
    assert driven.page == "questions"
    assert driven.window.trail.title_behind == "Home"

    driven.wizard.next()
    driven.choose("formats", "group")
    driven.wizard.next()
    driven.choose("group_type", "open_drop_in")
    driven.wizard.next()
    driven.choose("who_for", "all_parents")
    driven.rest()
    assert driven.window.panel.isVisible()
    assert driven.session.panel.summary == "Check first: 17 · 5 open risks"
    driven.window.show_page("advice")
    driven.rest()

    assert isinstance(driven.shown, AdvicePage)
    assert driven.shown.story is not None
    assert driven.shown.story.of(AdvicePart.RISKS)
    (stored,) = driven.advisor.plans.stored.values()
    assert len(stored.answers) == 3


def test_an_answer_is_saved_and_counted_wherever_the_plan_is_shown(start: Start) -> None:
    driven = start()
    answering(driven)

    driven.choose("formats", "group")
    driven.rest()

    assert driven.window.status_line.words.startswith("Saved")
    assert driven.advisor.plans.plan(PLAN).answer(FORMATS).value == frozenset({GROUP})
    asked = progress_with(formats=frozenset({GROUP})).asked
    rail = driven.window.rail.entries
    assert f"1 of {asked} answered" in rail["plan"].accessibleDescription()
    assert "5 open risks" in rail["advice"].accessibleDescription()

    driven.window.show_page("home")
    driven.rest()
    index = driven.program.home_page.model.index(0)
    said = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    asked = len(shipped_pack().questionnaire.questions)
    assert f"1 of {asked} answered." in said
    assert " 5 open, " in said


def test_go_on_leads_to_the_page_that_was_left(start: Start) -> None:
    driven = start()
    driven.house.home.page.list.opened.emit(driven.advisor.plans.summaries()[0])
    driven.rest()
    draft = driven.plan.draft
    wanted = draft.open_pages(draft.questionnaire.sections[4].id)[1]
    driven.window.show_page("questions", wanted.questions[0])
    driven.rest()
    driven.window.show_page("home")
    driven.rest()
    going_on = driven.house.home.page.going_on
    assert going_on is not None
    assert going_on.line.startswith(f"{draft.questionnaire.sections[4].title}, page 2 of ")
    draft.go_to(draft.pages(draft.questionnaire.sections[0].id)[0])

    driven.house.home.page.go_on.go_on.click()
    driven.rest()

    assert driven.page == "questions"
    assert draft.page == wanted


def test_f6_reaches_the_advice_and_comes_back(start: Start) -> None:
    driven = start()
    answering(driven)
    driven.choose("formats", "group")
    driven.rest()
    seen = set()
    for _ in range(4):
        QTest.keyClick(driven.window, Qt.Key.Key_F6)
        focused = driven.focus()
        assert focused is not None
        seen.add(driven.window.panel.isAncestorOf(focused))

    assert seen == {True, False}


def test_leaving_the_wizard_leads_to_the_list_with_its_progress(start: Start) -> None:
    driven = start()
    answering(driven)
    driven.choose("formats", "group")

    QTest.keyClick(driven.wizard, Qt.Key.Key_Escape)

    assert driven.page == "plan"
    assert isinstance(driven.shown, QuestionsListPage)
    driven.shown.finish_now()
    asked = len(shipped_pack().questionnaire.in_section(SectionId("start")))
    assert driven.shown.sections[0].progress.text() == f"1 of {asked} answered"


def test_an_answer_that_is_changed_leads_back_to_its_row(start: Start) -> None:
    driven = start()
    page = open_plan(driven)
    row = page.row(SETTING)
    assert row is not None

    row.click()
    driven.rest()
    assert driven.page == "questions"
    driven.choose("setting", CHARITY)
    QTest.keyClick(driven.wizard, Qt.Key.Key_Escape)
    page.finish_now()

    assert driven.page == "plan"
    assert driven.focus() is page.row(SETTING)


def test_finish_leads_back_to_the_list_whoever_came_to_change_one_answer(start: Start) -> None:
    driven = start()
    page = open_plan(driven)
    last = driven.plan.draft.open_pages(SectionId("start"))[-1].questions[-1]
    row = page.row(last)
    assert row is not None

    row.click()
    driven.rest()
    driven.wizard.button(QWizard.WizardButton.FinishButton).click()
    page.finish_now()

    assert driven.page == "plan"
    assert driven.focus() is page.row(last)


def test_undo_goes_to_the_answer_that_it_takes_back(start: Start) -> None:
    driven = start()
    answering(driven)
    driven.choose("formats", "group")
    driven.wizard.next()
    driven.wizard.next()

    QTest.keyClick(driven.wizard, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    driven.rest()

    assert driven.wizard.currentId() == 1
    assert driven.advisor.plans.plan(PLAN).answer(FORMATS).value is OpenAnswer.NOT_ANSWERED
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(driven.wizard, Qt.Key.Key_Z, keys)
    driven.rest()
    assert driven.advisor.plans.plan(PLAN).answer(FORMATS).value == frozenset({GROUP})


def test_undo_leaves_the_keyboard_where_it_is_when_the_answer_is_on_this_page(
    start: Start,
) -> None:
    driven = start()
    answering(driven)
    driven.choose("formats", "group")
    page = driven.wizard.shown
    assert page is not None
    other = next(box for question, box in page.boxes.items() if question != FORMATS)
    other.why_button.setFocus()

    QTest.keyClick(driven.wizard, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    driven.rest()

    assert driven.advisor.plans.plan(PLAN).answer(FORMATS).value is OpenAnswer.NOT_ANSWERED
    assert driven.focus() is other.why_button


def test_undo_with_nothing_to_undo_does_nothing(start: Start) -> None:
    driven = start()
    answering(driven)

    QTest.keyClick(driven.wizard, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert driven.wizard.currentId() == 1


def test_a_failed_save_keeps_the_answer_and_offers_two_ways_on(start: Start) -> None:
    driven = start()
    answering(driven)
    driven.advisor.plans.refusal = StorageError("The disk is full.")
    driven.choose("formats", "group")
    driven.rest()

    assert driven.window.status_line.words == "Not saved: The disk is full."
    assert driven.window.status_line.copy_button.isVisible()
    assert not driven.window.notice.isVisible()
    driven.advisor.plans.refusal = None
    driven.window.status_line.retry_asked.emit()
    driven.rest()

    assert driven.window.status_line.words.startswith("Saved")
    assert not driven.window.notice.isVisible()
    assert driven.advisor.plans.plan(PLAN).answer(FORMATS).value == frozenset({GROUP})


@pytest.mark.parametrize("choice", ["ours", "theirs"])
def test_two_answers_to_one_question_are_both_shown_and_one_is_chosen(
    start: Start, choice: str
) -> None:
    driven = start()
    answering(driven)
    driven.wizard.next()
    driven.wizard.next()
    theirs = Answer(value=MOSTLY, note="Agreed on Monday")
    driven.advisor.plans.save(PLAN, EntryKey.of_answer(WHO_FOR), theirs)
    driven.choose("who_for", "all_parents")
    driven.rest()

    dialog = dialog_in(driven, ConflictDialog)
    assert isinstance(dialog, ConflictDialog)
    getattr(dialog, choice).click()
    driven.rest()

    stored = driven.advisor.plans.plan(PLAN).answer(WHO_FOR)
    assert stored.value == ("all_parents" if choice == "ours" else MOSTLY)
    assert driven.window.status_line.words.startswith("Saved")


def test_asked_for_it_says_that_all_is_saved_before_anything_was_entered(start: Start) -> None:
    driven = start()
    open_plan(driven)
    before = driven.window.status_line.words

    QTest.keyClick(driven.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert (before, driven.window.status_line.words) == ("", "Everything is saved")


def test_a_choice_between_two_answers_can_wait(start: Start) -> None:
    driven = start()
    answering(driven)
    driven.wizard.next()
    driven.wizard.next()
    driven.advisor.plans.save(PLAN, EntryKey.of_answer(WHO_FOR), Answer(value=MOSTLY))
    driven.choose("who_for", "all_parents")
    driven.rest()

    dialog = dialog_in(driven, ConflictDialog)
    assert isinstance(dialog, ConflictDialog)
    dialog.later.click()
    assert "Both are kept" in driven.window.notice.message
    driven.window.notice.action.click()

    assert dialog_in(driven, ConflictDialog).isVisible()


def test_disputes_of_every_kind_are_laid_before_the_person_one_after_the_other(
    start: Start,
) -> None:
    driven = start()
    open_plan(driven)
    plan, plans = driven.plan, driven.advisor.plans
    decision = EntryKey.of_decision(ActionId("A001"))
    action, risk = OwnAction(id="1", text="Tea", stage="run"), OwnRisk(id="2", text="Stairs")
    plan.change(action.key, action)
    plan.change(risk.key, risk)
    driven.rest()
    plans.save(PLAN, decision, Decision(owner="Ann"))
    plans.save(PLAN, action.key, replace(action, text="Coffee", version=1))
    plans.remove(PLAN, risk.key, 1)
    plans.save(PLAN, EntryKey.of_plan(PLAN), PlanName(title="Theirs"))

    ours: dict[EntryKey, Entry] = {
        decision: Decision(owner="Jo"),
        action.key: replace(action, text="Cake"),
    }
    plan.change_all({**ours, risk.key: replace(risk, text="Ramp")})
    plan.rename("Ours", "")
    driven.rest()
    for choice in ("ours", "theirs", "ours", "theirs"):
        getattr(dialog_in(driven, ConflictDialog), choice).click()
        driven.rest()

    stored = plans.plan(PLAN)
    assert stored.entry(decision) == Decision(owner="Jo")
    assert [own.text for own in stored.own_actions] == ["Coffee"]
    assert [own.text for own in stored.own_risks] == ["Ramp"]
    assert stored.title == plan.plan.title == "Theirs"
    assert "Theirs" in driven.window.windowTitle()
    assert driven.window.status_line.words.startswith("Saved")


def test_a_failed_save_is_said_once_with_its_true_reason(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "ui.shell.status_line.announce", lambda _widget, words, **_how: said.append(words)
    )
    driven = start()
    answering(driven)
    driven.advisor.plans.refusal = StorageError("The disk is full.")
    driven.choose("formats", "group")
    driven.rest()
    driven.choose("formats", "one_to_one")
    driven.rest()

    assert said == ["Not saved: The disk is full."]

    driven.advisor.plans.refusal = StorageError("Another program holds the file.")
    driven.window.status_line.retry_asked.emit()
    driven.rest()
    assert driven.window.status_line.words == "Not saved: Another program holds the file."


def test_the_way_on_of_a_failed_save_puts_a_copy_of_everything_where_it_is_wanted(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driven = start()
    answering(driven)
    driven.choose_file(monkeypatch, tmp_path / "copy.json")
    driven.advisor.plans.refusal = StorageError("The disk is full.")
    driven.choose("formats", "group")
    driven.rest()

    driven.advisor.plans.refusal = None
    driven.window.status_line.copy_button.click()
    driven.rest()

    ((path, copy),) = driven.advisor.plans.files.items()
    assert path == tmp_path / "copy.json"
    assert not isinstance(copy, Exception)
    assert copy.answer(FORMATS).value == frozenset({GROUP})
    assert "copy.json" in driven.window.notice.message


def test_a_picture_is_saved_as_papers_are_and_refused_in_words(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driven = start()
    answering(driven)
    driven.window.show_page("advice")
    assert isinstance(driven.shown, AdvicePage)
    driven.choose_file(monkeypatch, tmp_path / "chain.png")

    driven.shown.picture_made.emit("chain.png", b"picture")
    driven.rest()
    assert (tmp_path / "chain.png").read_bytes() == b"picture"

    driven.advisor.papers.refusal = ExportError("Cannot write chain.png: the disk is full.")
    driven.shown.picture_made.emit("chain.png", b"another")
    driven.rest()
    assert (tmp_path / "chain.png").read_bytes() == b"picture"
    assert driven.window.notice.message == "Cannot write chain.png: the disk is full."


def test_closing_waits_for_the_last_answer(start: Start, qtbot: QtBot) -> None:
    driven = start()
    answering(driven)
    driven.choose("formats", "group")

    driven.window.close()

    assert driven.advisor.plans.plan(PLAN).answer(FORMATS).value == frozenset({GROUP})
    assert driven.advisor.closed


def test_closing_with_something_unsaved_asks_first(start: Start) -> None:
    driven = start()
    answering(driven)
    driven.advisor.plans.refusal = StorageError("The disk is full.")
    driven.choose("formats", "group")
    driven.rest()

    event = QCloseEvent()
    QApplication.sendEvent(driven.window, event)

    assert not event.isAccepted()
    dialog = dialog_in(driven, ConfirmDialog)
    assert isinstance(dialog, ConfirmDialog)
    dialog.confirm_button.click()
    assert not driven.window.isVisible()


def test_a_plan_that_is_deleted_is_open_no_more(start: Start) -> None:
    driven = start()
    answering(driven)
    driven.window.show_page("home")
    driven.rest()
    summary = driven.program.home_page.model.summary(driven.program.home_page.model.index(0))
    assert summary is not None

    driven.house.home.steps.delete(summary)
    driven.rest()

    assert driven.house.session is None
    assert not driven.window.rail.entries["plan"].isVisible()


def test_what_the_disk_did_to_a_history_is_said_when_the_plan_is_opened(start: Start) -> None:
    driven = start()
    plan = a_plan()
    driven.advisor.plans.troubles[plan.id] = PlanTrouble(
        plan=plan.id, title=plan.title, changes=2, misses_changes=False, misses_words=False
    )

    open_plan(driven)

    assert driven.program.room.notices.message == (
        f"The disk has changed 2 lines in the history of “{plan.title}”."
        " What the plan says now is as it was saved."
    )


def test_a_new_name_shows_everywhere(start: Start) -> None:
    driven = start()
    open_plan(driven)

    driven.house.home.rename(driven.advisor.plans.summaries()[0])
    dialog = dialog_in(driven, NameDialog)
    assert isinstance(dialog, NameDialog)
    dialog.field.set_text("Highmere")
    dialog.confirm_button.click()
    driven.rest()

    assert driven.advisor.plans.plan(PLAN).title == "Highmere"
    assert "Highmere" in driven.window.windowTitle()


@pytest.mark.parametrize("key", ["library", "preferences", "help", "compare", "plan", "actions"])
def test_every_page_opens_with_the_focus_on_its_heading(start: Start, key: str) -> None:
    driven = start()
    open_plan(driven)

    driven.window.show_page(key)
    driven.rest()

    focused = driven.focus()
    assert driven.page == key
    assert isinstance(focused, Heading)
    assert focused.level == 1


def test_f1_opens_help_beside_the_page_from_where_all_of_help_tells_the_version(
    start: Start,
) -> None:
    driven = start()

    QTest.keyClick(driven.window, Qt.Key.Key_F1)
    driven.rest()

    assert driven.page == "home"
    sheet = driven.window.sheet.findChild(HelpSheet)
    assert sheet is not None
    sheet.all_button.click()
    driven.rest()
    assert driven.page == "help"
    said = [text.text() for text in driven.window.findChildren(Text)]
    assert f"Peer support advisor {VERSION}." in said


def test_a_database_that_cannot_be_opened_says_why_and_can_be_tried_again(start: Start) -> None:
    driven = start(refusals=[StorageError("Another program holds the file.", code="busy")])
    assert driven.program.house is None
    assert driven.window.notice.message == "Another program holds the file."
    assert driven.program.home_page.none_found.text() == "Your plans are not open."
    assert not driven.program.home_page.opening.isVisible()

    driven.window.notice.action.click()
    driven.qtbot.waitUntil(lambda: driven.program.house is not None)
    driven.rest()

    assert driven.program.home_page.list.isVisible()


def test_pages_that_need_no_plans_open_all_the_same(start: Start) -> None:
    driven = start(refusals=[StorageError("Another program holds the file.", code="busy")])

    driven.window.rail.press("help")
    driven.rest()
    assert driven.page == "help"
    driven.window.rail.press("library")
    driven.rest()

    assert driven.page == "help"


def test_damaged_evidence_shows_all_its_faults(start: Start) -> None:
    faults = (Fault(place="questions.yaml, line 3", message="There is no section “begin”."),)
    driven = start(refusals=[PackRefused("The evidence is damaged.", faults=faults)])

    dialog = dialog_in(driven, FaultsDialog)
    assert isinstance(dialog, FaultsDialog)
    dialog.way_on_button.click()
    driven.qtbot.waitUntil(lambda: driven.program.house is not None)
    driven.rest()


def test_the_end_of_the_quick_start_is_a_first_result(start: Start) -> None:
    driven = start()
    answering(driven)
    quick = driven.plan.pack.questionnaire.core[0].section
    assert driven.plan.draft.page.section == quick

    driven.wizard.accept()
    driven.rest()

    assert isinstance(driven.shown, FirstResultPage)
    assert driven.window.windowTitle().startswith("Your first result")
    driven.shown.checklist.click()
    driven.rest()
    assert isinstance(driven.shown, PaperPage)
    assert driven.shown.wish.kind is PaperKind.CHECKLIST


def test_who_came_from_elsewhere_goes_back_there_at_the_end_of_the_quick_start(
    start: Start,
) -> None:
    driven = start()
    open_plan(driven)
    driven.window.show_page("advice")
    driven.rest()
    driven.window.show_page("questions", FORMATS)

    driven.wizard.accept()
    driven.rest()

    assert driven.page == "advice"


def test_going_on_from_the_first_result_leads_to_what_is_not_answered(start: Start) -> None:
    driven = start()
    open_plan(driven)
    driven.window.show_page("first")
    driven.rest()
    assert isinstance(driven.shown, FirstResultPage)

    driven.shown.go_on.click()
    driven.rest()

    assert driven.page == "questions"


def test_a_plan_without_an_answer_has_its_checks_under_advice_in_the_rail(start: Start) -> None:
    driven = start()
    driven.house.open(replace(a_plan(), answers={}))
    driven.rest()

    said = driven.window.rail.entries["advice"].accessibleDescription()
    assert said.startswith("Check first: ")
