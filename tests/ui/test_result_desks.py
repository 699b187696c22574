import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from advisor.errors import ExportError
from advisor.models.ids import ActionId, GateId, OptionId, PlanId, QuestionId
from advisor.models.papers import DataKind, PaperKind, PaperSize, PaperWish, TableFormat
from advisor.models.plan import (
    UNANSWERED,
    UNDECIDED,
    Answer,
    Choice,
    Decision,
    Entry,
    EntryKey,
    GateTick,
    OwnAction,
    OwnRisk,
)
from advisor.telling.action_list import ListedAction
from tests.support.drafts import CHARITY, FORMATS, GROUP, PLAN, SETTING, a_plan
from tests.support.program import Driven, driven_on
from tests.ui.paper.test_page import picture
from ui.actions.page import ActionsPage
from ui.advice.first_result import FirstResultPage
from ui.advice.page import AdvicePage
from ui.compare.page import ComparePage
from ui.library.page import LibraryPage
from ui.paper import preview
from ui.paper.page import PaperPage
from ui.plan.list_page import QuestionsListPage
from ui.widgets.text import Text


@pytest.fixture
def driven(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Driven]:
    plan = a_plan()
    other = replace(plan, id=PlanId("22222222-2222-4222-8222-222222222222"), title="Highmere")
    with driven_on(qtbot, monkeypatch, tmp_path, plan, other) as made:
        made.plan.say(FORMATS, frozenset({GROUP}))
        made.rest()
        yield made


def paper(driven: Driven) -> PaperPage:
    driven.window.show_page("paper")
    driven.rest()
    assert isinstance(driven.shown, PaperPage)
    return driven.shown


def advice(driven: Driven) -> AdvicePage:
    driven.window.show_page("advice")
    driven.rest()
    assert isinstance(driven.shown, AdvicePage)
    return driven.shown


def actions(driven: Driven) -> ActionsPage:
    driven.window.show_page("actions")
    driven.rest()
    assert isinstance(driven.shown, ActionsPage)
    return driven.shown


def test_the_preview_is_drawn_by_a_worker(driven: Driven) -> None:
    paper(driven)

    assert driven.advisor.papers.made == ["preview of checklist on a4 at 144"]


def stands_by(driven: Driven) -> PaperKind | None:
    """Return for which paper what draws stands by."""
    return driven.advisor.papers.standing_by[-1]


def test_what_draws_stands_by_while_papers_are_looked_at(driven: Driven) -> None:
    paper(driven)
    assert stands_by(driven) is PaperKind.CHECKLIST

    advice(driven)
    assert stands_by(driven) is None

    paper(driven)
    assert stands_by(driven) is PaperKind.CHECKLIST
    driven.house.home.plan_opened.emit(a_plan())
    driven.rest()
    assert stands_by(driven) is None


def test_papers_are_made_from_the_advice_that_the_window_has(
    driven: Driven, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, plan = paper(driven), driven.plan
    driven.choose_file(monkeypatch, tmp_path / "out")
    advised = driven.advisor.advised

    page.head.save_button.click()
    page.data_wanted.emit(DataKind.CSV)
    driven.rest()

    assert driven.advisor.papers.made[1:] == ["checklist on a4", "csv"]
    assert all(advice is plan.advice for advice in driven.advisor.papers.advices)
    assert driven.advisor.advised == advised


def test_a_preview_that_cannot_be_made_says_why(driven: Driven) -> None:
    driven.advisor.papers.refusal = ExportError("A font is missing.")

    page = paper(driven)

    shown = [text.text() for text in page.preview.findChildren(Text)]
    assert "A font is missing." in shown


def test_a_preview_that_is_cancelled_is_not_shown(driven: Driven) -> None:
    page = paper(driven)
    page.preview_wanted.emit(PaperWish(kind=PaperKind.REPORT))

    page.preview_cancelled.emit()
    driven.rest()

    assert not page.preview.sheets.pages


def test_many_pages_that_are_drawn_for_somebody_who_has_left_are_let_go(
    driven: Driven, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = picture()
    monkeypatch.setattr(driven.advisor.papers, "preview", lambda *_wanted, **_how: (drawn,))
    page = paper(driven)
    assert page.preview.count == 1
    monkeypatch.setattr(preview, "_MOST_UNSEEN", len(drawn) - 1)

    driven.window.show_page("actions")
    driven.rest()
    page.preview_wanted.emit(page.wish)
    driven.rest()

    assert page.preview.count == 0


def test_a_document_is_saved_where_the_person_says(
    driven: Driven, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driven.choose_file(monkeypatch, tmp_path / "out.pdf")
    page = paper(driven)

    page.save_wanted.emit(PaperWish(fillable=True))
    driven.rest()

    assert "fillable checklist on a4" in driven.advisor.papers.made
    assert (tmp_path / "out.pdf").exists()
    assert page.saved.isVisibleTo(page)


def test_a_document_is_opened_in_the_program_that_is_meant_for_it(
    driven: Driven, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    page = paper(driven)

    page.head.open_button.click()
    driven.rest()

    assert driven.advisor.papers.made[-1] == "checklist to look at"
    assert opened == ["/looked-at.pdf"]


def test_a_document_that_cannot_be_written_says_why(
    driven: Driven, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driven.choose_file(monkeypatch, tmp_path / "out.pdf")
    page = paper(driven)
    driven.advisor.papers.refusal = ExportError("The folder may only be read.")

    page.save_wanted.emit(PaperWish(kind=PaperKind.REPORT, size=PaperSize.LETTER))
    driven.rest()

    assert driven.window.notice.message == "The folder may only be read."


def test_a_saved_file_and_its_folder_open(
    driven: Driven, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    page = paper(driven)

    page.saved.open_wanted.emit(tmp_path / "out.pdf")
    page.saved.folder_wanted.emit(tmp_path / "out.pdf")

    assert opened == [str(tmp_path / "out.pdf"), str(tmp_path)]


def test_what_no_program_opens_is_said_with_its_place(
    driven: Driven, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    page = paper(driven)

    page.saved.folder_wanted.emit(tmp_path / "out.pdf")

    assert driven.program.room.notices.message.endswith(f"It is here: {tmp_path}")


def test_a_file_that_is_no_checklist_is_refused_calmly(
    driven: Driven, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driven.choose_file(monkeypatch, tmp_path / "holiday.pdf")
    page = paper(driven)

    page.filled_wanted.emit()
    driven.rest()

    assert driven.window.notice.message == "This is not a checklist that was made here."


@pytest.mark.parametrize("key", ["advice", "first"])
def test_a_safety_check_that_is_ticked_is_saved_with_its_day_and_undone(
    driven: Driven, key: str
) -> None:
    driven.window.show_page(key)
    driven.rest()
    page, gate = driven.shown, GateId("gate-safeguarding")
    assert isinstance(page, AdvicePage | FirstResultPage)
    advised = driven.plan.advice

    page.gate_ticked.emit(gate, True)
    driven.rest()

    today = datetime.datetime.now().astimezone().date()
    assert driven.advisor.plans.plan(PLAN).gate_ticks == {gate: GateTick(day=today)}
    assert driven.plan.advice == advised
    driven.plan.undo()
    driven.rest()
    assert driven.advisor.plans.plan(PLAN).gate_ticks == {}


def test_a_filled_in_checklist_is_one_step_and_one_transaction(driven: Driven) -> None:
    page = paper(driven)
    action, gate = EntryKey.of_decision(ActionId("A001")), GateId("gate-checks")
    tick = EntryKey.of_tick(gate)
    driven.plan.change(tick, GateTick(day=datetime.date(2027, 3, 5)))
    driven.rest()
    driven.advisor.plans.transactions.clear()

    page.filled_accepted.emit({action: Decision(owner="Jo"), tick: None})
    driven.rest()
    assert driven.advisor.plans.plan(PLAN).gate_ticks == {}
    driven.plan.undo()
    driven.rest()

    assert driven.advisor.plans.transactions == [(action, tick), (tick, action)]
    stored = driven.advisor.plans.plan(PLAN)
    assert (stored.decision(ActionId("A001")), list(stored.gate_ticks)) == (UNDECIDED, [gate])


def test_what_was_filled_in_is_taken_over(driven: Driven) -> None:
    page = paper(driven)
    will = Decision(choice=Choice.WE_WILL, owner="Jo")

    tea = OwnAction(id="1", text="Tea", stage="run")
    page.filled_accepted.emit({EntryKey.of_decision(ActionId("A001")): will, tea.key: tea})
    driven.rest()

    stored = driven.advisor.plans.plan(PLAN)
    assert stored.decision(ActionId("A001")) == will
    assert [own.text for own in stored.own_actions] == ["Tea"]


@pytest.mark.parametrize(
    ("start", "signal", "what", "key"),
    [
        (advice, "actions_wanted", (), "actions"),
        (advice, "paper_wanted", (), "paper"),
        (advice, "compare_wanted", (), "compare"),
        (advice, "question_wanted", ("setting",), "questions"),
    ],
)
def test_one_page_leads_to_another(
    driven: Driven,
    start: Callable[[Driven], QWidget],
    signal: str,
    what: tuple[str, ...],
    key: str,
) -> None:
    getattr(start(driven), signal).emit(*what)
    driven.rest()

    assert driven.page == key
    if key == "questions":
        assert driven.wizard.shown is not None
        assert "setting" in driven.wizard.shown.page.questions


def test_what_would_have_to_change_is_found_off_the_windows_thread(
    driven: Driven, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = advice(driven)
    told: list[object] = []
    monkeypatch.setattr(
        AdvicePage, "show_changes", lambda _page, rule, story: told.append((rule, story))
    )

    assert page.story is not None
    page.change_wanted.emit(page.story.cards[0].rule)
    driven.rest()

    assert len(told) == 1


@pytest.mark.parametrize("presses", [1, 2])
def test_own_entries_are_saved_and_removed(driven: Driven, presses: int) -> None:
    page = actions(driven)
    tea, stairs = OwnAction(id="1", text="Tea", stage="run"), OwnRisk(id="2", text="Stairs")
    for own in (tea, stairs):
        page.changed.emit(own.key, own)
    driven.rest()
    assert driven.advisor.plans.plan(PLAN).own_risks[0].text == "Stairs"

    # A second press comes before the card is gone.
    for _ in range(presses):
        page.removed.emit(tea.key)
        page.removed.emit(stairs.key)
    driven.rest()

    assert driven.advisor.plans.plan(PLAN).own_actions == ()
    assert driven.advisor.plans.plan(PLAN).own_risks == ()


def test_what_was_removed_can_be_put_back(driven: Driven) -> None:
    page = actions(driven)
    tea = OwnAction(id="1", text="Tea", stage="run", decision=Decision(owner="Amina"))
    stairs = OwnRisk(id="2", text="Stairs", mitigation="A ramp")
    for own in (tea, stairs):
        page.changed.emit(own.key, own)
    driven.rest()

    for own in (tea, stairs):
        page.removed.emit(own.key)
        driven.rest()
        assert driven.program.room.notices.message == f"Removed: {own.text}"
        driven.window.notice.action.click()
        driven.rest()

    stored = driven.advisor.plans.plan(PLAN)
    assert (stored.own_actions, stored.own_risks) == ((tea,), (stairs,))
    assert page.model.line_of(stairs.key) is not None


def test_several_that_were_marked_can_be_unmarked(driven: Driven) -> None:
    page = actions(driven)
    chosen = [ActionId("plan-01"), ActionId("plan-02")]
    marked = Decision(choice=Choice.IN_PLACE)
    page.marked.emit(dict.fromkeys(map(EntryKey.of_decision, chosen), marked))
    driven.rest()
    plans = driven.advisor.plans
    assert [plans.plan(PLAN).decision(each) for each in chosen] == [marked, marked]
    assert driven.program.room.notices.message == "Changed: 2 actions."

    driven.window.notice.action.click()
    driven.rest()

    assert [plans.plan(PLAN).decision(each) for each in chosen] == [Decision(), Decision()]
    assert driven.program.room.notices.message == "Undone: 2 changes"


def test_an_offer_to_undo_goes_with_the_next_step(driven: Driven) -> None:
    page = actions(driven)
    stairs = OwnRisk(id="2", text="Stairs")
    page.changed.emit(stairs.key, stairs)
    page.removed.emit(stairs.key)
    driven.rest()
    assert driven.program.room.notices.message == "Removed: Stairs"

    page.changed.emit(EntryKey.of_decision(ActionId("plan-01")), Decision(owner="Jo"))
    driven.rest()

    assert driven.program.room.notices.message == ""


def press(driven: Driven, keys: str) -> None:
    """Press keys as a person does, on whatever the keyboard is on."""
    focused = driven.focus()
    QTest.keySequence(focused if focused is not None else driven.window, QKeySequence(keys))
    driven.rest()


def kinds_of_steps(driven: Driven) -> list[Callable[[], object]]:
    """One step of every kind, as the pages take them."""
    plan, first = driven.plan, EntryKey.of_decision(ActionId("plan-01"))
    second = EntryKey.of_decision(ActionId("plan-02"))
    tea, stairs = OwnAction(id="1", text="Tea", stage="run"), OwnRisk(id="2", text="Stairs")
    will = Decision(choice=Choice.WE_WILL)
    by_jo = replace(will, owner="Jo")
    dated = replace(by_jo, due=datetime.date(2027, 2, 28))

    return [
        lambda: plan.say(SETTING, CHARITY),
        lambda: plan.note(SETTING, "Registered"),
        lambda: plan.change(first, will),
        lambda: plan.change(first, by_jo),
        lambda: plan.change(first, dated),
        lambda: plan.change(first, replace(dated, note="Soon")),
        lambda: plan.change(tea.key, tea),
        lambda: plan.change(stairs.key, stairs),
        lambda: plan.change(stairs.key, replace(stairs, text="Steep stairs")),
        lambda: plan.remove(tea.key),
        lambda: actions_marked(driven, [first, second]),
        lambda: paper_taken(driven, {second: Decision(note="read"), tea.key: tea}),
        lambda: driven.session.rename("Highmere"),
    ]


def actions_marked(driven: Driven, keys: list[EntryKey]) -> None:
    page = driven.window.pages.made("actions").page
    assert isinstance(page, ActionsPage)
    page.marked.emit(dict.fromkeys(keys, Decision(choice=Choice.IN_PLACE)))


def paper_taken(driven: Driven, entries: dict[EntryKey, Entry]) -> None:
    page = driven.window.pages.made("paper").page
    assert isinstance(page, PaperPage)
    page.filled_accepted.emit(entries)


def test_every_kind_of_step_is_undone_and_done_again(driven: Driven) -> None:
    said: list[list[tuple[EntryKey, Entry]]] = []
    for step in kinds_of_steps(driven):
        said.append(all_said(driven))
        step()
        driven.rest()
    said.append(all_said(driven))

    for wanted in reversed(said[:-1]):
        press(driven, "Ctrl+Z")
        assert all_said(driven) == wanted
    for wanted in said[1:]:
        press(driven, "Ctrl+Shift+Z")
        assert all_said(driven) == wanted


@pytest.mark.parametrize("key", ["plan", "questions", "advice", "actions", "paper"])
def test_undo_works_on_every_page_of_a_plan_and_stays_there(driven: Driven, key: str) -> None:
    stairs = OwnRisk(id="2", text="Stairs")
    driven.plan.change(stairs.key, stairs)
    driven.window.show_page(key)
    driven.rest()

    press(driven, "Ctrl+Z")
    assert driven.advisor.plans.plan(PLAN).own_risks == ()
    assert driven.program.room.notices.message == "Undone: Stairs"
    press(driven, "Ctrl+Shift+Z")
    assert driven.advisor.plans.plan(PLAN).own_risks == (stairs,)
    assert driven.page == key


def test_an_answer_that_is_undone_on_the_list_is_shown_there(driven: Driven) -> None:
    driven.plan.say(SETTING, CHARITY)
    driven.window.show_page("plan")
    driven.rest()
    page = driven.shown
    assert isinstance(page, QuestionsListPage)
    here = page.row(FORMATS)
    assert here is not None
    here.setFocus()

    press(driven, "Ctrl+Z")

    row = page.row(SETTING)
    assert row is not None
    assert driven.page == "plan"
    assert row.accessibleName() == "Answer: Kind of organisation. Not answered"
    assert page.row(FORMATS) is driven.focus()


def all_said(driven: Driven) -> list[tuple[EntryKey, Entry]]:
    """What the plan says in the window, which must be what is stored; empty entries are none."""
    plans = driven.plan.plan, driven.advisor.plans.plan(PLAN)
    shown, stored = (
        [(key, entry) for key, entry in plan.entries() if entry not in (UNANSWERED, UNDECIDED)]
        for plan in plans
    )
    assert dict(shown) == dict(stored)
    return shown


def test_an_undone_decision_is_shown_and_the_keyboard_stays(driven: Driven) -> None:
    page = actions(driven)
    driven.rest()
    page.open_action(EntryKey.of_decision(ActionId("plan-01")))
    (form,) = page.pane.forms
    form.choice.chips[Choice.WE_WILL.value].click()
    driven.rest()
    assert form.owner is not None
    form.owner.take_focus()
    QTest.keyClicks(form.owner.line, "Jo")
    QTest.keyClick(form.owner.line, Qt.Key.Key_Return)
    driven.rest()
    assert form.decision.owner == "Jo"

    # What was typed and taken is one step, what was chosen before it another.
    press(driven, "Ctrl+Z")
    assert (form.owner.text, form.decision.owner) == ("", "")
    assert driven.focus() is form.owner.line
    press(driven, "Ctrl+Z")
    assert form.decision == Decision()


def test_an_answer_leads_back_to_the_finding_it_was_changed_for(driven: Driven) -> None:
    page = advice(driven)
    rule = page.list.rows[0].story.rule
    assert page.open_finding(rule)
    driven.rest()
    assert page.finding_in_focus == rule

    page.question_wanted.emit(FORMATS)
    driven.rest()
    assert driven.window.current_page == "questions"
    driven.window.show_page("home")
    driven.window.show_page("advice")
    driven.rest()

    assert page.finding_in_focus == rule


def test_a_finding_that_is_asked_for_comes_before_the_one_that_was_left(driven: Driven) -> None:
    page = advice(driven)
    assert page.story is not None
    left, wanted, *_ = (story.rule for story in page.story.cards if story.reasons)
    assert page.open_finding(left)
    driven.rest()
    page.question_wanted.emit(FORMATS)
    driven.rest()

    driven.window.show_page("advice", wanted)
    driven.rest()

    assert page.finding_in_focus == wanted


def test_what_was_removed_is_not_offered_to_another_plan(driven: Driven) -> None:
    page = actions(driven)
    stairs = OwnRisk(id="2", text="Stairs")
    page.changed.emit(stairs.key, stairs)
    driven.rest()
    page.removed.emit(stairs.key)
    driven.rest()
    assert driven.program.room.notices.message == "Removed: Stairs"

    driven.house.home.plan_opened.emit(a_plan())
    driven.rest()

    assert driven.program.room.notices.message == ""


def test_two_plans_are_compared(driven: Driven) -> None:
    driven.window.show_page("compare")
    driven.rest()
    assert isinstance(driven.shown, ComparePage)

    assert driven.shown.story is not None
    assert driven.shown.story.before_title == "Lowmere listeners"
    assert len(driven.shown.story.answers) == 1


def compare_page(driven: Driven) -> ComparePage:
    driven.window.show_page("compare")
    driven.rest()
    assert isinstance(driven.shown, ComparePage)
    return driven.shown


def test_a_comparison_is_saved_where_the_person_says(
    driven: Driven, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driven.choose_file(monkeypatch, tmp_path / "two.json")
    page = compare_page(driven)

    page.save_wanted.emit(TableFormat.JSON)
    driven.rest()

    ((form, plans, path),) = driven.advisor.side_by_side.written
    assert (form, path) == (TableFormat.JSON, tmp_path / "two.json")
    assert plans == page.chosen
    assert driven.window.notice.message == f"Saved as {path}."


def test_a_comparison_is_printed_through_the_systems_dialog(driven: Driven) -> None:
    page = compare_page(driven)

    page.print_button.click()
    (dialog,) = driven.window.findChildren(QPrintDialog)
    dialog.finished.emit(QDialog.DialogCode.Accepted)
    driven.rest()

    ((plans, size, _ppi),) = driven.advisor.side_by_side.drawn
    assert plans == page.chosen
    assert size is PaperSize.A4


def test_what_is_printed_to_a_file_is_said_to_be_there(
    driven: Driven, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, drawing = tmp_path / "comparison.pdf", tmp_path / "page.png"
    QImage(21, 30, QImage.Format.Format_RGB32).save(str(drawing))
    drawn = (drawing.read_bytes(),)
    monkeypatch.setattr(driven.advisor.side_by_side, "_drawn", lambda *_plans, **_wish: drawn)

    compare_page(driven).print_button.click()
    (dialog,) = driven.window.findChildren(QPrintDialog)
    dialog.printer().setOutputFileName(str(file))
    dialog.finished.emit(QDialog.DialogCode.Accepted)
    saved = f"Saved as {file}."
    driven.qtbot.waitUntil(lambda: driven.window.notice.message == saved)

    assert file.read_bytes().startswith(b"%PDF")


def test_the_answers_of_the_other_plan_are_taken_over_in_one_step_that_can_be_undone(
    driven: Driven,
) -> None:
    other = next(plan for plan in driven.advisor.plans.stored.values() if plan.title == "Highmere")
    taken = other.with_entry(
        EntryKey.of_answer(QuestionId("supervision")), Answer(value=OptionId("no_supervision"))
    )
    driven.advisor.plans.stored[other.id] = taken
    page = compare_page(driven)
    formats = driven.plan.plan.answer(FORMATS)

    page.taken_over.emit()
    driven.rest()

    assert driven.plan.plan.answer(QuestionId("supervision")).value == "no_supervision"
    # What is open in the other plan stays as it was.
    assert driven.plan.plan.answer(FORMATS) == formats
    assert driven.program.room.notices.message == "1 answer taken over."
    driven.session.undo()
    assert driven.plan.plan.answer(QuestionId("supervision")).value == UNANSWERED.value


def test_a_copy_of_the_open_plan_is_opened_at_its_questions_in_one_press(driven: Driven) -> None:
    driven.window.show_page("compare")
    driven.rest()
    assert isinstance(driven.shown, ComparePage)

    driven.shown.copy_button.click()
    driven.rest()

    assert driven.house.session is not None
    assert driven.house.session.open_plan.plan.title == "Lowmere listeners, changed"
    assert driven.window.current_page == "questions"


def test_a_source_opens_in_the_browser(driven: Driven, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    driven.window.show_page("library")
    assert isinstance(driven.shown, LibraryPage)

    driven.shown.detail.address_wanted.emit("https://doi.org/10.1186/s12884-023-05843-8")

    assert opened == ["https://doi.org/10.1186/s12884-023-05843-8"]


def test_pages_follow_another_plan(driven: Driven) -> None:
    first = advice(driven)
    other = next(each for each in driven.advisor.plans.stored.values() if each.id != PLAN)

    driven.house.home.plan_opened.emit(other)
    driven.rest()
    second = advice(driven)

    assert second is not first
    assert second.story is not None
    assert second.story.plan_title == "Highmere"


def test_a_tick_in_the_advice_is_saved_and_can_be_taken_back(driven: Driven) -> None:
    page = advice(driven)
    row = next(each for each in page.list.rows if each.action is not None)
    assert row.action is not None
    action = row.action
    driven.session.panel.announcer.say_now()

    row.click()
    driven.rest()
    stored = driven.advisor.plans.plan(PLAN).decision(action.id)
    assert stored == Decision(choice=Choice.WE_WILL)
    told = driven.program.room.notices.message
    assert told == f"We will do this. Now partly in hand: “{row.story.title}”."
    # The notice says it, so the panel does not say it again.
    assert not driven.session.panel.announcer.is_waiting
    assert "planned" in row.accessibleName()

    press(driven, "Ctrl+Z")
    assert driven.advisor.plans.plan(PLAN).decision(action.id) == Decision()
    assert not row.isChecked()


def test_what_is_copied_is_on_the_clipboard(driven: Driven) -> None:
    page = advice(driven)
    page.open_finding(page.list.rows[0].story.rule)

    page.pane.copy_button.click()

    assert page.list.rows[0].story.title in QGuiApplication.clipboard().text()
    assert driven.program.room.notices.message == "Copied."


def test_what_is_decided_before_the_list_is_told_anew_takes_nothing_back(driven: Driven) -> None:
    page = actions(driven)
    line = next(each for each in page.model.rows if isinstance(each, ListedAction) and each.row)
    key = ActionId(line.key.id)

    page.table.deciding.decide((line,), Choice.WE_WILL)
    page.table.deciding._name((line,), "Amina")
    page.table.deciding.decide((line,), Choice.IN_PLACE)

    assert driven.plan.plan.decision(key) == Decision(choice=Choice.IN_PLACE, owner="Amina")
    driven.plan.undo()
    page.table.deciding._date((line,), datetime.date(2027, 3, 5))
    decided = driven.plan.plan.decision(key)
    assert (decided.choice, decided.owner) == (Choice.WE_WILL, "Amina")
