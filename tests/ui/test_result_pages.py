"""Promises that every page of the results keeps, whatever it shows, and that every widget does."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from advisor.models.ids import ActionId, PlanId
from advisor.models.papers import PaperWish
from advisor.models.plan import Choice, Decision, EntryKey
from advisor.rules.comparing import compare
from advisor.rules.engine import advise
from advisor.telling.action_list import told_list
from advisor.telling.comparison import told_comparison
from advisor.telling.library import entries_of
from tests.support.examples import CLOSED, DROP_IN, MIGRANTS, example, pack, small_pack
from tests.telling.test_papers import done, filled
from tests.ui.compare.test_compare import summary
from tests.ui.gallery import gallery
from tests.ui.paper.test_page import picture
from tests.ui.spoken import spoken
from ui.actions.page import ActionsPage
from ui.advice.head import PICTURE
from ui.advice.page import AdvicePage
from ui.compare.page import ComparePage
from ui.library.page import LibraryPage
from ui.paper.page import PaperPage
from ui.preferences.page import PreferencesPage
from ui.preferences.preferences import Preferences
from ui.theme.theme import Theme
from ui.widgets.one_stop import OneStop
from ui.widgets.text import Heading

Show = Callable[[QWidget], None]
Make = Callable[[Theme], QWidget]
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QLineEdit,
    QPlainTextEdit,
    QAbstractSpinBox,
    QComboBox,
)


def advice_page(theme: Theme) -> AdvicePage:
    page = AdvicePage(theme)
    page.show_advice(small_pack(), example(MIGRANTS), advise(small_pack(), example(MIGRANTS)))
    page.list.finish_now()
    page.list.section("does_not_apply").row(page.list.section("does_not_apply").block.cards[0].rule)
    return page


def statement_page(theme: Theme) -> AdvicePage:
    page = advice_page(theme)
    page.open_finding(page.list.rows[0].story.rule)
    return page


def chain_page(theme: Theme) -> AdvicePage:
    page = advice_page(theme)
    page.head.view.chips[PICTURE].click()
    return page


def actions_page(theme: Theme) -> ActionsPage:
    plan = example(DROP_IN).with_entry(
        EntryKey.of_decision(ActionId("plan-01")), Decision(choice=Choice.WE_WILL, owner="Sam")
    )
    plan = plan.with_entry(
        EntryKey.of_decision(ActionId("plan-02")), Decision(choice=Choice.NOT_FOR_US)
    )
    stages = tuple((stage.id, stage.label) for stage in small_pack().stages)
    page = ActionsPage(theme, stages)
    page.show_list(told_list(small_pack(), plan, advise(small_pack(), plan)))
    page.open_action(EntryKey.of_decision(ActionId("plan-01")))
    return page


def paper_page(theme: Theme) -> PaperPage:
    page = PaperPage(theme)
    page.show_plan(small_pack(), example(DROP_IN))
    page.show_pages(PaperWish(), (picture(),))
    page.preview.finish_now()
    page.show_saved(Path("/plans/A plan with a long name that has to be wrapped.pdf"))
    page.show_filled(filled(replace(done("plan-01"), owner="Amina")))
    return page


def compare_page(theme: Theme) -> ComparePage:
    before, after = example(DROP_IN), example(CLOSED)
    page = ComparePage(theme)
    page.show_plans(PlanId("b"), [summary("a", before.title), summary("b", after.title)])
    page.show_comparison(told_comparison(small_pack(), compare(small_pack(), before, after)))
    page.finish_now()
    return page


def library_page(theme: Theme) -> LibraryPage:
    page = LibraryPage(theme)
    page.show_pack(pack())
    page.show_entries(entries_of(pack()))
    return page


def entry_page(theme: Theme) -> LibraryPage:
    page = library_page(theme)
    page.open_entry("mcleish-2023")
    return page


def preferences_page(theme: Theme) -> PreferencesPage:
    return PreferencesPage(theme, Preferences(), [("Your plans", Path("/home/me/plans"))])


PAGES = [
    advice_page,
    statement_page,
    chain_page,
    actions_page,
    paper_page,
    compare_page,
    library_page,
    entry_page,
    preferences_page,
]
every_page = pytest.mark.parametrize("make", PAGES, ids=lambda make: make.__name__)
with_every_widget = pytest.mark.parametrize(
    "make", [*PAGES, gallery], ids=lambda make: make.__name__
)


def opened(make: Make, theme: Theme, show: Show, width: int = 760) -> QWidget:
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(make(theme))
    theme.style(window)
    window.resize(width, 700)
    show(window)
    return window


def controls(window: QWidget) -> Iterator[QWidget]:
    """Everything a person can work with, without the inner parts of Qt's own widgets."""
    for widget in window.findChildren(QWidget):
        # The heads of a table's columns are read with its cells.
        inner = isinstance(widget.parent(), QAbstractSpinBox | QComboBox | QLineEdit | QTableView)
        seen = widget.isVisibleTo(window) and widget.isEnabled()
        if isinstance(widget, CONTROLS) and seen and not inner:
            yield widget


@with_every_widget
def test_everything_that_can_be_worked_with_has_a_name(
    make: Make, theme: Theme, show: Show
) -> None:
    window = opened(make, theme, show)

    nameless = [
        type(widget).__name__
        for widget in controls(window)
        if not spoken(widget).text(QAccessible.Text.Name)
        and not any(kind for _label, kind in spoken(widget).relations())
    ]

    assert list(controls(window))
    assert nameless == []


@with_every_widget
def test_everything_that_can_be_worked_with_is_reached_by_tab(
    make: Make, theme: Theme, show: Show
) -> None:
    window = opened(make, theme, show)
    by_arrows = {part for keys in window.findChildren(OneStop) for part in keys._row_of}

    unreachable = [
        spoken(widget).text(QAccessible.Text.Name)
        for widget in controls(window)
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        # Of rows that are one stop Tab reaches one; arrows go to the others.
        and not (widget in by_arrows and widget.focusPolicy() & Qt.FocusPolicy.ClickFocus)
        # Tab reaches a group of radio buttons once; arrows go on inside it.
        and not (isinstance(widget, QRadioButton) and not widget.isChecked())
    ]

    assert unreachable == []


@every_page
@pytest.mark.parametrize(("size", "width"), [(100, 480), (200, 760)])
def test_no_words_are_cut_off(make: Make, theme: Theme, show: Show, size: int, width: int) -> None:
    theme.set_text_size(size)
    window = opened(make, theme, show, width)

    for label in window.findChildren(QLabel):
        if label.isVisibleTo(window) and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.height()
            assert label.height() >= needed, label.text()
    for button in window.findChildren(QAbstractButton):
        if not button.isVisibleTo(window):
            continue
        if button.hasHeightForWidth():
            assert button.height() >= button.heightForWidth(button.width()), button.text()
        else:
            assert button.width() >= button.minimumSizeHint().width(), button.text()
        left = button.mapTo(window, QPoint(0, 0)).x()
        assert left >= 0, button.text()
        assert left + button.width() <= window.width() + 1, button.text()


@every_page
def test_a_page_has_one_heading_of_the_first_level_and_leaves_no_level_out(
    make: Make, theme: Theme, show: Show
) -> None:
    window = opened(make, theme, show)
    headings = [each for each in window.findChildren(Heading) if each.isVisibleTo(window)]
    headings.sort(key=lambda each: each.mapTo(window, QPoint(0, 0)).y())
    levels = [each.level for each in headings]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert set(levels) == set(range(1, max(levels) + 1))


@every_page
def test_a_page_never_opens_a_window_of_its_own(make: Make, theme: Theme, show: Show) -> None:
    window = opened(make, theme, show)

    others = [each for each in QApplication.topLevelWidgets() if each.isVisible()]

    assert others == [window]


@every_page
def test_a_page_is_mirrored_for_text_from_the_right(
    make: Make, theme: Theme, show: Show, from_right: None
) -> None:
    window = opened(make, theme, show)

    sides = {
        button.mapTo(window, QPoint(0, 0)).x() + button.width() // 2 > window.width() // 2
        for button in controls(window)
    }

    assert True in sides
    for widget in controls(window):
        left = widget.mapTo(window, QPoint(0, 0)).x()
        assert left >= 0
        assert left + widget.width() <= window.width() + 1
