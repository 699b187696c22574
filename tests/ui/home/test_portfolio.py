"""All plans in one table: read some at a time, sorted, explained, opened, saved."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.ids import PlanId, RuleId
from advisor.models.judged import PlanSummary
from advisor.models.papers import PaperSize, TableFormat
from tests.support.examples import example
from tests.support.fake_advisor import FakeAdvisor, shipped_pack
from tests.support.rooms import room_of
from tests.support.waiting import PATIENCE_SECONDS
from ui.awake.tasks import Worker
from ui.home import portfolio_model
from ui.home.judging import BATCH
from ui.home.portfolio_desk import PortfolioDesk
from ui.home.portfolio_model import SAFETY
from ui.home.portfolio_page import PortfolioPage
from ui.room import PageKey
from ui.shell.files import FileAsker
from ui.shell.main_window import MainWindow
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.text import Heading

Show = Callable[[QWidget], None]
ONLINE, ENDINGS = 4, "N08-harms"


class House:
    """The table of the examples, with plans in memory; remembers what was opened."""

    def __init__(self, theme: Theme, window: MainWindow, worker: Worker) -> None:
        self.advisor, self.pack = FakeAdvisor(tuple(map(example, range(8)))), shipped_pack()
        self.opened: list[tuple[PlanId, PageKey, str]] = []
        self.desk = PortfolioDesk(room_of(theme, window, worker), self)
        window.add_page("portfolio", lambda: self.desk, "All plans")

    def open_at(self, plan: PlanId, key: PageKey, at: str = "") -> None:
        self.opened.append((plan, key, at))

    @property
    def page(self) -> PortfolioPage:
        return self.desk.page

    @property
    def titles(self) -> list[str]:
        plans, down = self.page.table.plans, Qt.Orientation.Vertical
        return [str(plans.headerData(row, down)) for row in range(plans.rowCount())]


@pytest.fixture
def house(qtbot: QtBot, theme: Theme, show: Show) -> Iterator[House]:
    window, worker = MainWindow(theme, (), product="", panel_title=""), Worker("test-portfolio")
    window.resize(1366, 768)
    made = House(theme, window, worker)
    show(window)
    window.show_page("portfolio")
    qtbot.waitUntil(lambda: made.page.table.plans.rowCount() == 8)
    yield made
    assert worker.close(PATIENCE_SECONDS)


def at(house: House, plan: int, risk: str = ENDINGS) -> None:
    """Move to the cell where a plan and a risk meet."""
    table = house.page.table
    table.setCurrentIndex(table.plans.place(example(plan).id, RuleId(risk)))


def test_every_plan_is_advised_on_and_shown(house: House) -> None:
    assert sorted(house.titles) == sorted(example(place).title for place in range(8))
    assert house.page.first.text() == "In 6 of 8 plans something is missing that safety needs."
    assert house.page.table.hasFocus()


def test_a_cell_is_spoken_with_its_risk_and_a_row_once_with_its_plan(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(house, 1)
    here, title = house.page.table.currentIndex(), example(1).title
    cells = [here.siblingAtColumn(column) for column in range(house.page.table.plans.columnCount())]

    def said() -> list[str]:
        return [cell.data(Qt.ItemDataRole.AccessibleTextRole) for cell in cells]

    assert said()[here.column()] == "Hurt by how support ends, Open"
    assert [words.startswith(title) for words in said()].count(True) == 1
    assert said()[0].startswith(f"{title}, Safety, ")
    monkeypatch.setattr(portfolio_model, "READ_BY_ORCA", False)
    assert said()[here.column()] == f"{title}, Hurt by how support ends, Open"
    assert here.data() == "Open"


def test_a_plan_that_cannot_be_judged_has_one_cell_over_all_risks(house: House) -> None:
    row = house.titles.index(example(ONLINE).title)
    table = house.page.table

    assert table.columnSpan(row, 1) == table.plans.columnCount() - 1
    assert table.plans.index(row, 1).data() == (
        "We cannot judge this form: the evidence does not cover it."
    )


def test_s_sorts_by_the_chosen_column_and_stays_on_the_cell(house: House) -> None:
    at(house, 2)
    table, before = house.page.table, house.titles

    QTest.keyClick(table, Qt.Key.Key_S)

    words = [str(table.plans.index(row, table.currentIndex().column()).data()) for row in range(8)]
    assert words[:5] == ["Open"] * 5
    assert house.titles[-1] == example(ONLINE).title
    assert house.titles[table.currentIndex().row()] == example(2).title
    QTest.keyClick(table, Qt.Key.Key_S)
    assert house.titles == before


def test_s_does_nothing_once_such_keys_are_turned_off_and_space_still_sorts(
    house: House, theme: Theme
) -> None:
    at(house, 2)
    table, before = house.page.table, house.titles
    assert "S sorts" in house.page.keys_hint.text()

    theme.set_letter_keys(has_them=False)
    QTest.keyClick(table, Qt.Key.Key_S)
    unsorted = house.titles
    QTest.keyClick(table, Qt.Key.Key_Space)

    assert unsorted == before
    assert house.titles != before
    for told in (house.page.keys_hint.text(), table.accessibleDescription()):
        assert "Space sorts" in told
        assert "S sorts" not in told


def test_enter_opens_the_risk_in_its_plan(house: House) -> None:
    at(house, 1)

    QTest.keyClick(house.page.table, Qt.Key.Key_Return)

    assert house.opened == [(example(1).id, PageKey.ADVICE, ENDINGS)]
    table = house.page.table
    table.setCurrentIndex(table.currentIndex().siblingAtColumn(SAFETY))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert house.opened[-1] == (example(1).id, PageKey.ADVICE, "")


def test_the_chosen_cell_is_explained_below(house: House, qtbot: QtBot) -> None:
    at(house, 1)

    qtbot.waitUntil(lambda: "key actions" in house.page._cell_words.text())
    assert house.page._cell_title.text() == f"{example(1).title}: Hurt by how support ends"


def test_the_risk_is_named_where_the_keyboard_comes_to_another_plan(
    house: House, qtbot: QtBot
) -> None:
    """A screen reader says all cells of that plan first, and not which one it is on."""
    said = house.page._announcer
    at(house, 1)
    qtbot.waitUntil(lambda: said.last_said.startswith("Hurt by how support ends. Applies, open. "))

    QTest.keyClick(house.page.table, Qt.Key.Key_Right)

    qtbot.waitUntil(lambda: said.last_said.startswith("Applies, "))


def test_a_cell_that_is_left_before_it_was_explained_is_told_no_more(
    house: House, qtbot: QtBot
) -> None:
    """Its words would be taken for those of the cell that one went on to."""
    said, table = house.page._announcer, house.page.table
    at(house, 1)
    house.desk._explain()
    task = house.desk._explaining
    assert task is not None

    QTest.keyClick(table, Qt.Key.Key_Right)
    task.report()
    before = said.is_waiting
    qtbot.waitUntil(lambda: bool(said.last_said))

    assert not before
    title = table.plans.risk(table.currentIndex())
    assert title is not None
    assert said.last_said.startswith(title.title)


def test_who_comes_back_finds_the_cell_and_the_order_in_which_they_left(
    house: House, qtbot: QtBot
) -> None:
    at(house, 2)
    before = house.titles
    QTest.keyClick(house.page.table, Qt.Key.Key_S)
    shown, table = house.titles, house.page.table
    assert shown != before
    qtbot.waitUntil(lambda: bool(house.page._announcer.last_said))
    house.page._announcer.last_said = ""
    loaded: list[object] = []
    table.plans.modelReset.connect(lambda: loaded.append(None))

    house.desk.arrive()

    qtbot.waitUntil(lambda: bool(loaded))
    assert house.titles == shown
    row, risk = table.plans.row(table.currentIndex()), table.plans.risk(table.currentIndex())
    assert row is not None
    assert risk is not None
    assert (row.plan, risk.rule) == (example(2).id, ENDINGS)
    said = house.page._announcer
    qtbot.waitUntil(lambda: said.last_said.startswith("Hurt by how support ends. Applies, "))


def test_on_a_small_screen_the_way_to_the_chosen_cell_stands_beside_its_words(
    house: House, qtbot: QtBot
) -> None:
    # As wide as the page is in a window of 1024, beside the rail.
    house.page.window().resize(776, 700)
    QApplication.processEvents()
    at(house, 1)
    page, button = house.page, house.page.open_button

    qtbot.waitUntil(button.isVisible)
    QApplication.processEvents()
    words = page.cell_card.findChild(Heading)

    assert words is not None
    assert button.mapTo(page, QPoint()).x() > words.mapTo(page, QPoint(words.width(), 0)).x()


def test_where_nothing_must_be_put_right_first_no_line_is_left_empty(house: House) -> None:
    story = house.page.table.plans._story
    assert story is not None
    assert house.page.first.isVisible()

    house.page.show_story(replace(story, first=""))

    assert house.page.first.isHidden()


def test_stopping_shows_the_plans_that_are_known_by_then(
    house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans, plan, may_go_on = house.advisor.plans, example(0), threading.Event()
    judge = plans.judge

    def judge_first(summaries: Sequence[PlanSummary]) -> tuple[PlanSummary, ...]:
        if len(summaries) < BATCH:
            may_go_on.wait()
        return judge(summaries)

    monkeypatch.setattr(plans, "judge", judge_first)
    ids = [PlanId(f"copy-{number}") for number in range(BATCH + 5)]
    plans.stored = {each: replace(plan, id=each) for each in ids}
    house.desk.arrive()
    qtbot.waitUntil(lambda: len(house.desk._judging.waiting) == 5)

    house.page.stop.click()
    may_go_on.set()

    qtbot.waitUntil(lambda: house.page.note.text() != "")
    assert house.page.note.text() == f"You stopped at {BATCH} of {BATCH + 5} plans."
    assert house.page.table.plans.rowCount() == BATCH


def test_what_is_shown_is_saved(
    house: House, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tmp_path / "all.xlsx"
    monkeypatch.setattr(FileAsker, "ask_save", lambda *asked: asked[-1](chosen))

    house.page.save_buttons[TableFormat.XLSX].click()

    written = house.advisor.side_by_side.written
    qtbot.waitUntil(lambda: bool(written))
    form, plans, path = written[0]
    assert (form, path) == (TableFormat.XLSX, chosen)
    assert sorted(plans) == sorted(example(place).id for place in range(8))


def found(house: House, qtbot: QtBot, wanted: str) -> list[PlanId]:
    """Look for plans; return those that are shown then."""
    house.page.search.line.setText(wanted)
    qtbot.waitUntil(lambda: 0 < len(house.titles) < 8)
    return list(house.page.table.plans.plans(all_of_them=False))


def choose(house: House, button: Button, at: int) -> str:
    """Press a button that asks which plans are meant, and choose; return what was chosen."""
    button.click()
    (menu,) = [each for each in house.page.findChildren(QMenu) if each.isVisible()]
    action = menu.actions()[at]
    menu.close()
    action.trigger()
    return action.text()


def test_where_some_plans_are_shown_it_is_asked_which_to_save_and_to_print(
    house: House, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_as: list[str] = []

    def ask_save(*asked: object) -> None:
        asked_as.append(str(asked[1]))
        choose_file = asked[-1]
        assert callable(choose_file)
        choose_file(tmp_path / "some.pdf")

    monkeypatch.setattr(FileAsker, "ask_save", ask_save)
    house.page.table.sort_by(SAFETY)
    every = house.page.table.plans.plans(all_of_them=True)
    these = found(house, qtbot, "low")
    pdf = house.page.save_buttons[TableFormat.PDF]

    chosen = [choose(house, pdf, 0), choose(house, pdf, 1)]

    written = house.advisor.side_by_side.written
    qtbot.waitUntil(lambda: len(written) == 2)
    assert chosen == [f"Save these {len(these)}", "Save all 8"]
    assert [plans for _form, plans, _path in written] == [tuple(these), every]
    assert asked_as == [f"Save {len(these)} plans in one table", "Save 8 plans in one table"]
    assert choose(house, house.page.print_button, 0) == f"Print these {len(these)}"
    (dialog,) = house.page.window().findChildren(QPrintDialog)
    dialog.finished.emit(QDialog.DialogCode.Accepted)
    drawn = house.advisor.side_by_side.drawn
    qtbot.waitUntil(lambda: bool(drawn))
    assert drawn[0][0] == tuple(these)


def test_other_kinds_of_file_ask_which_plans_are_meant_too(house: House, qtbot: QtBot) -> None:
    these = found(house, qtbot, "low")

    csv = next(each for each in house.page.make_menu().actions() if "CSV" in each.text()).menu()
    assert isinstance(csv, QMenu)
    assert [each.text() for each in csv.actions()] == [f"These {len(these)}", "All 8"]


def test_sorting_keeps_the_place_and_is_no_new_layout(house: House) -> None:
    table, laid_out = house.page.table, list[str]()
    table.plans.layoutChanged.connect(lambda: laid_out.append("again"))
    house.page.window().resize(700, 768)
    across = table.horizontalScrollBar()
    at(house, 3)
    across.setValue(across.maximum())
    place, widths = across.value(), [table.columnWidth(at) for at in range(3)]

    table.sort_by(SAFETY)

    row = table.plans.row(table.currentIndex())
    assert row is not None
    assert row.plan == example(3).id
    assert across.value() == place > 0
    assert [table.columnWidth(at) for at in range(3)] == widths
    assert laid_out == []


def test_a_plan_is_found_by_its_name_in_whatever_order_the_plans_stand(
    house: House, qtbot: QtBot
) -> None:
    wanted = example(ONLINE).title
    house.page.table.sort_by(SAFETY)
    house.page.search.line.setText(wanted.upper())

    qtbot.waitUntil(lambda: house.titles == [wanted])
    house.page.table.sort_by(SAFETY)
    assert house.titles == [wanted]
    house.page.search.line.setText("no such plan")
    qtbot.waitUntil(house.page.none_found.isVisible)
    assert house.page.none_found.text() == "No plan has “no such plan” in its name."
    assert not house.page.table.isVisible()

    house.page.search.empty()
    assert len(house.titles) == 8
    assert house.page.table.isVisible()
    assert not house.page.none_found.isVisible()


def test_the_advice_on_a_plan_is_kept_while_its_cells_are_looked_at(
    house: House, qtbot: QtBot
) -> None:
    words = house.page._cell_words
    at(house, 1)
    qtbot.waitUntil(lambda: "key actions" in words.text())
    advised = house.advisor.advised

    at(house, 1, "N01-harms")
    qtbot.waitUntil(lambda: words.text().startswith("Applies, open. Peers may not"))
    assert house.advisor.advised == advised

    at(house, 2)
    qtbot.waitUntil(lambda: house.advisor.advised == advised + 1)
    # Read anew, plans may be others.
    house.desk.arrive()
    assert house.desk._known == {}


def test_the_table_is_printed_through_the_systems_dialog(house: House, qtbot: QtBot) -> None:
    house.page.print_button.click()
    (dialog,) = house.page.window().findChildren(QPrintDialog)
    dialog.finished.emit(QDialog.DialogCode.Accepted)

    drawn = house.advisor.side_by_side.drawn
    qtbot.waitUntil(lambda: bool(drawn))
    plans, size, _ppi = drawn[0]
    assert sorted(plans) == sorted(example(place).id for place in range(8))
    assert size is PaperSize.A4


def test_on_a_narrow_page_the_files_stand_in_the_menu(house: House) -> None:
    page = house.page
    before = [each.text() for each in page.make_menu().actions()]
    assert all(button.isVisible() for button in page.save_buttons.values())

    page.window().resize(860, 700)
    QApplication.processEvents()

    after = [each.text() for each in page.make_menu().actions()]
    assert len(after) == len(before) + len(page.save_buttons)
    assert not any(button.isVisible() for button in page.save_buttons.values())
    middle = page.heading.mapTo(page, page.heading.rect().center()).y()
    print_middle = page.print_button.mapTo(page, page.print_button.rect().center()).y()
    assert abs(middle - print_middle) < page.print_button.height() / 2


@pytest.mark.parametrize(
    ("words", "form"),
    [("Save as table (CSV)…", TableFormat.CSV), ("Save as JSON…", TableFormat.JSON)],
)
def test_other_kinds_of_file_are_offered(
    house: House, qtbot: QtBot, words: str, form: TableFormat
) -> None:
    actions = {action.text(): action for action in house.page.make_menu().actions()}

    with qtbot.waitSignal(house.page.save_wanted) as wanted:
        actions[words].trigger()

    assert wanted.args == [form, house.page.table.plans.plans(all_of_them=True)]


@pytest.fixture
def slow(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Save a workbook that is not written to its end."""
    chosen = tmp_path / "all.xlsx"
    monkeypatch.setattr(FileAsker, "ask_save", lambda *asked: asked[-1](chosen))
    house.advisor.side_by_side.may_write.clear()
    house.page.save_buttons[TableFormat.XLSX].click()
    yield chosen
    house.advisor.side_by_side.may_write.set()


def test_how_much_is_written_is_said_while_it_takes_its_time(
    house: House, qtbot: QtBot, slow: Path
) -> None:
    assert not house.page.saving.isVisible()
    qtbot.waitUntil(house.page.saving.isVisible)
    assert house.page.saving.words == "Writing: 1 of 8 plans"

    house.advisor.side_by_side.may_write.set()
    qtbot.waitUntil(lambda: not house.page.saving.isVisible())

    assert house.advisor.side_by_side.written[0][2] == slow


def test_writing_can_be_cancelled_and_then_nothing_is_saved(
    house: House, qtbot: QtBot, slow: Path
) -> None:
    qtbot.waitUntil(house.page.cancel.isVisible)

    house.page.cancel.click()
    house.advisor.side_by_side.may_write.set()
    house.page.save_wanted.emit(TableFormat.CSV, [example(0).id])
    written = house.advisor.side_by_side.written
    qtbot.waitUntil(lambda: bool(written))

    assert [form for form, _plans, _path in written] == [TableFormat.CSV]
    assert not slow.exists()
