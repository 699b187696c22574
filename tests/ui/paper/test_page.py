import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QAction, QImage, QImageWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.filled import FilledField, Unread
from advisor.models.ids import ActionId, PlanId
from advisor.models.papers import AllPapers, DataKind, PaperFormat, PaperKind, PaperSize, PaperWish
from advisor.models.plan import Choice, Decision, EntryKey
from advisor.paper.papers import PAPERS
from tests.support.examples import CLOSED, example, pack
from tests.telling.test_papers import OWN, done, filled, plan
from tests.ui.spoken import description, name
from ui.awake.printing import unpacked
from ui.paper import preview
from ui.paper.page import PaperPage
from ui.paper.sheets import Sheets
from ui.paper.zoom import LEAST, Fit
from ui.theme.theme import Theme
from ui.widgets.text import Text

Show = Callable[[QWidget], None]
WISHES = list[PaperWish]


def picture(width: int = 210, height: int = 297, colour: int = 0xFFFFFF) -> bytes:
    """Return a PNG picture of a page."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    packed = QBuffer()
    packed.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(packed, QByteArray(b"png")).write(image)
    return bytes(packed.data().data())


@pytest.fixture
def wishes() -> WISHES:
    return []


@pytest.fixture
def page(theme: Theme, show: Show, wishes: WISHES) -> PaperPage:
    made = PaperPage(theme)
    made.preview_wanted.connect(wishes.append)
    made.show_plan(pack(), plan())
    made.resize(760, 900)
    show(made)
    return made


def test_a_preview_is_made_when_the_page_is_seen(theme: Theme, show: Show) -> None:
    page, wishes = PaperPage(theme), WISHES()
    page.preview_wanted.connect(wishes.append)

    page.show_plan(pack(), plan())
    assert wishes == []

    show(page)
    assert wishes == [PaperWish()]


def test_the_same_plan_is_not_drawn_twice(page: PaperPage, wishes: WISHES) -> None:
    page.show_plan(pack(), plan())
    assert len(wishes) == 1

    page.show_plan(pack(), example(CLOSED))
    assert len(wishes) == 2


def test_another_document_is_drawn_anew(page: PaperPage, wishes: WISHES) -> None:
    page.choosing.list.rows[PaperKind.REPORT].click()
    page.choosing.paper_size.chips[PaperSize.LETTER].click()

    assert wishes[1:] == [
        PaperWish(kind=PaperKind.REPORT),
        PaperWish(kind=PaperKind.REPORT, size=PaperSize.LETTER),
    ]


def test_form_fields_do_not_change_the_preview(page: PaperPage, wishes: WISHES) -> None:
    page.choosing.fillable.click()

    assert len(wishes) == 1


def test_only_the_checklist_asks_how_it_will_be_used(page: PaperPage) -> None:
    page.choosing.list.rows[PaperKind.WORKSHEET].click()

    assert not page.choosing.fillable.isEnabled()


def test_every_page_has_a_name(page: PaperPage) -> None:
    page.show_pages(PaperWish(), (picture(), picture()))
    page.preview.finish_now()

    assert [name(shown) for shown in page.preview.sheets.pages] == [
        "Action checklist, page 1 of 2",
        "Action checklist, page 2 of 2",
    ]
    assert name(page.preview.sheets) == "Action checklist: 2 pages."
    assert "screen reader can read the saved PDF" in description(page.preview.sheets)


def test_pages_of_a_document_that_is_no_longer_wanted_are_not_shown(page: PaperPage) -> None:
    page.choosing.list.rows[PaperKind.REPORT].click()

    page.show_pages(PaperWish(), (picture(),))
    page.preview.finish_now()

    assert page.preview.sheets.pages == []


def shown(page: PaperPage, *pictures: bytes) -> Sheets:
    page.show_pages(page.wish, pictures)
    page.preview.finish_now()
    QApplication.processEvents()
    return page.preview.sheets


def test_a_page_is_as_wide_as_the_room_or_seen_whole(page: PaperPage) -> None:
    page.resize(1086, 640)
    sheets = shown(page, picture(), picture())
    (first, _second), view = sheets.pages, sheets.viewport()

    assert view.width() - 40 < first.width() < view.width()
    assert first.height() > view.height()
    page.preview.fit.chips[Fit.PAGE].click()

    assert first.height() <= view.height()
    assert first.height() == pytest.approx(first.width() * 297 / 210, abs=1)


def test_pages_are_made_larger_and_smaller_to_an_end(page: PaperPage) -> None:
    sheets = shown(page, picture())
    before = sheets.page_width
    page.preview.larger.click()
    assert sheets.page_width == round(before * 1.25)
    assert page.preview.fit.selection == ()

    for _step in range(12):
        page.preview.smaller.click()
    assert sheets.page_width == LEAST
    assert not page.preview.smaller.isEnabled()
    assert page.preview.larger.isEnabled()


def test_where_there_is_room_two_pages_stand_side_by_side(page: PaperPage) -> None:
    page.resize(1086, 640)
    first, second, third = shown(page, picture(), picture(), picture()).pages
    assert first.x() == second.x()
    assert first.y() < second.y()

    page.resize(1640, 900)
    QApplication.processEvents()
    assert first.x() < second.x()
    assert first.y() == second.y() < third.y()
    assert first.geometry().intersects(second.geometry()) is False


def test_pages_that_lie_on_their_side_stand_under_one_another(page: PaperPage) -> None:
    page.resize(1640, 900)

    first, second = shown(page, picture(297, 210), picture(297, 210)).pages

    assert first.x() == second.x()
    assert first.y() < second.y()


def test_it_is_said_which_page_is_read_and_the_others_are_a_press_away(page: PaperPage) -> None:
    page.resize(1086, 640)
    preview, sheets = page.preview, shown(page, *[picture()] * 3)
    assert preview._number.text() == "Page 1 of 3"
    assert not preview.before.isEnabled()

    preview.after.click()
    assert preview._number.text() == "Page 2 of 3"
    bar = sheets.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert preview._number.text() == "Page 3 of 3"
    assert not preview.after.isEnabled()
    preview.before.click()
    assert preview._number.text() == "Page 2 of 3"


def test_pages_are_scrolled_by_keys(page: PaperPage) -> None:
    page.resize(1086, 640)
    sheets = shown(page, *[picture()] * 3)
    sheets.setFocus()

    QTest.keyClick(sheets, Qt.Key.Key_PageDown)

    assert sheets.verticalScrollBar().value() > 0


def test_the_pages_stand_beside_the_list_or_under_it_where_there_is_no_room(
    page: PaperPage, qtbot: QtBot
) -> None:
    page.resize(1086, 640)
    shown(page, picture())
    qtbot.waitUntil(lambda: page.preview.x() > page.choosing.x() + page.choosing.list.width())

    page.resize(560, 640)

    qtbot.waitUntil(lambda: page.preview.y() > page.choosing.y() + page.choosing.list.height())


def test_a_row_says_how_many_pages_its_paper_has_once_that_is_known(page: PaperPage) -> None:
    rows = page.choosing.list.rows
    assert rows[PaperKind.CHECKLIST].pages == ""
    shown(page, picture(), picture())
    page.show_count(PaperKind.REPORT, 11)

    assert rows[PaperKind.CHECKLIST].pages == "2 pages"
    assert description(rows[PaperKind.REPORT]) == "For trustees and commissioners 11 pages"
    kinds = {wish.kind for wish in page.uncounted}
    assert kinds == set(rows) - {PaperKind.CHECKLIST, PaperKind.REPORT, PaperKind.ANNEX}

    page.show_plan(pack(), example(CLOSED))
    assert rows[PaperKind.REPORT].pages == ""


def test_waiting_can_be_cancelled_and_tried_again(
    page: PaperPage, qtbot: QtBot, wishes: WISHES
) -> None:
    # Said only when it takes its time.
    assert not page.preview.progress.isVisible()
    qtbot.waitUntil(page.preview.progress.isVisible)
    with qtbot.waitSignal(page.preview_cancelled):
        page.preview.cancel_button.click()
    assert page.preview.words == "The preview was cancelled."
    assert page.focusWidget() is page.preview.retry_button

    page.preview.retry_button.click()

    assert len(wishes) == 2
    qtbot.waitUntil(page.preview.progress.isVisible)


def test_a_preview_that_fails_says_why(page: PaperPage) -> None:
    page.show_refusal(PaperWish(), "The document could not be made.")

    assert page.preview.words == "The document could not be made."
    assert page.preview.retry_button.isVisible()


def test_saving_asks_for_what_is_chosen(page: PaperPage, qtbot: QtBot) -> None:
    page.choosing.fillable.click()
    with qtbot.waitSignal(page.save_wanted) as checklist:
        page.head.save_button.click()
    page.choosing.list.rows[PaperKind.REPORT].click()
    with qtbot.waitSignal(page.save_wanted) as report:
        page.head.save_button.click()

    assert checklist.args == [PaperWish(fillable=True)]
    assert report.args == [PaperWish(kind=PaperKind.REPORT)]


def offered(page: PaperPage) -> dict[str, QAction]:
    """Return what the menu offers, by its words."""
    return {action.text(): action for action in page.head.make_menu().actions() if action.text()}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Save the advice as table (CSV)…", DataKind.CSV),
        ("Save the advice as data (JSON)…", DataKind.JSON),
    ],
)
def test_the_advice_is_offered_as_data(
    page: PaperPage, qtbot: QtBot, words: str, kind: DataKind
) -> None:
    with qtbot.waitSignal(page.data_wanted) as wanted:
        offered(page)[words].trigger()

    assert wanted.args == [kind]


def test_a_filled_in_checklist_is_asked_for(page: PaperPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.filled_wanted):
        page.choosing.filled.click()


def test_the_chosen_paper_can_be_opened_without_saving_it(page: PaperPage, qtbot: QtBot) -> None:
    page.choosing.list.rows[PaperKind.REPORT].click()

    with qtbot.waitSignal(page.open_wanted) as wanted:
        page.head.open_button.click()

    assert wanted.args == [PaperWish(kind=PaperKind.REPORT)]


def test_a_saved_file_can_be_opened_and_found(page: PaperPage, qtbot: QtBot) -> None:
    path = Path("/plans/Small plan.pdf")
    page.show_saved(path)

    assert page.saved.words == "Saved: /plans/Small plan.pdf"
    with qtbot.waitSignal(page.saved.open_wanted) as opened:
        page.saved.open_button.click()
    with qtbot.waitSignal(page.saved.folder_wanted) as found:
        page.saved.folder_button.click()
    assert opened.args == [path]
    assert found.args == [path]


def test_a_filled_in_checklist_changes_nothing_before_it_is_accepted(
    page: PaperPage, qtbot: QtBot
) -> None:
    page.show_saved(Path("/plans/Small plan.pdf"))
    with qtbot.assertNotEmitted(page.filled_accepted):
        page.show_filled(filled(done("plan-01"), done("own-1")))
    assert page.filled is not None
    assert page.filled.heading.hasFocus()
    assert not page.saved.isVisible()

    with qtbot.waitSignal(page.filled_accepted) as accepted:
        page.filled.accept_button.click()

    assert accepted.args is not None
    (entries,) = accepted.args
    first = EntryKey.of_decision(ActionId("plan-01"))
    assert list(entries) == [first, OWN.key]
    assert entries[first] == Decision(choice=Choice.IN_PLACE)


def test_all_that_a_filled_in_checklist_would_change_is_read_where_the_keyboard_comes(
    page: PaperPage,
) -> None:
    typed = Unread(about="plan-01", field=FilledField.DUE, typed="never " * 80)
    page.show_filled(replace(filled(done("plan-01"), done("own-1")), unread=(typed,)))
    assert page.filled is not None

    labels = [each for each in page.filled.findChildren(Text) if each is not page.filled.heading]
    stops = [each for each in labels if each.focusPolicy() is Qt.FocusPolicy.StrongFocus]
    read = " ".join((description(page.filled.heading), *map(name, stops)))

    assert stops, "what is long is read in several places"
    assert all(each.text() in read for each in labels)


def test_a_filled_in_checklist_can_be_left_alone(page: PaperPage, qtbot: QtBot) -> None:
    page.show_filled(filled(done("plan-01")))
    assert page.filled is not None

    with qtbot.assertNotEmitted(page.filled_accepted):
        page.filled.decline_button.click()

    assert page.choosing.filled.hasFocus()
    assert page.filled is None


def test_a_month_is_taken_as_its_last_day_only_when_that_is_confirmed(
    page: PaperPage, qtbot: QtBot
) -> None:
    last = datetime.date(2027, 3, 31)
    month = Unread(about="plan-01", field=FilledField.DUE, typed="end of March", proposed=last)
    page.show_filled(replace(filled(), unread=(month,)))
    assert page.filled is not None
    assert page.filled.proposals is not None
    assert not page.filled.accept_button.isVisible()

    (card,) = page.filled.proposals.cards.values()
    assert card.text() == "Take 31 March 2027 for “end of March”"
    card.click()
    with qtbot.waitSignal(page.filled_accepted) as accepted:
        page.filled.accept_button.click()

    assert accepted.args is not None
    (entries,) = accepted.args
    key = EntryKey.of_decision(ActionId("plan-01"))
    assert entries == {key: Decision(choice=Choice.WE_WILL, due=last)}


def test_a_copy_that_does_not_say_its_plan_asks_first(page: PaperPage) -> None:
    page.show_filled(replace(filled(done("plan-01")), plan=PlanId("")))

    assert page.filled is not None
    assert "does not say which plan" in page.filled.question.text()
    assert page.filled.accept_button.text() == "Yes, change my plan"


def test_a_checklist_of_another_plan_cannot_be_accepted(page: PaperPage) -> None:
    page.show_filled(filled(done("plan-01"), made_for="another"))

    assert page.filled is not None
    assert not page.filled.accept_button.isVisible()


def test_every_paper_is_offered_with_its_title(page: PaperPage) -> None:
    assert {key: row.text() for key, row in page.choosing.list.rows.items()} == {
        paper.kind: paper.title for paper in PAPERS
    }


def test_a_second_checklist_takes_the_place_of_the_first(page: PaperPage) -> None:
    page.show_filled(filled(done("plan-01")))
    first = page.filled

    page.show_filled(filled())

    assert page.filled is not first
    assert page.filled is not None
    assert page.filled.summary.text() == "Nothing differs from your plan."


def test_nothing_is_read_before_a_plan_is_there(theme: Theme, show: Show) -> None:
    page = PaperPage(theme)
    show(page)

    page.show_filled(filled(done("plan-01")))

    assert page.filled is None


def test_a_png_is_unpacked_to_the_picture_it_was_made_of() -> None:
    made = unpacked(picture(30, 40, 0x00AA00))

    assert (made.width(), made.height()) == (30, 40)
    assert made.pixelColor(3, 4).name() == "#00aa00"


def test_only_pages_in_sight_are_held_ready_to_be_painted(page: PaperPage) -> None:
    sheets = shown(page, *(picture(colour=0x00AA00) for _page in range(12)))

    def ready() -> list[int]:
        page.preview.finish_now()
        return [number for number, each in enumerate(sheets.pages, 1) if each.is_ready]

    assert 1 in ready()
    assert 12 not in ready()
    sheets.go_to(12)
    assert 12 in ready()
    assert 1 not in ready()
    assert sheets.pages[-1].grab().toImage().pixelColor(9, 9).name() == "#00aa00"

    page.preview.sheets.hide()
    assert ready() == []
    assert sheets.pages[-1].grab().toImage().pixelColor(9, 9).name() == "#ffffff"


def test_many_pages_are_let_go_and_drawn_again_when_they_are_shown(
    page: PaperPage, wishes: WISHES, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show_pages(page.wish, (picture(), picture()))
    page.preview.finish_now()
    assert not page.let_go()
    assert page.preview.count == len(page.preview.sheets.pages) == 2

    shown = tuple(page.preview.sheets.pages)
    monkeypatch.setattr(preview, "_MOST_UNSEEN", len(picture()))
    assert page.let_go()
    assert not any(each.holds_pages for each in shown)
    assert page.preview.count == len(page.preview.sheets.pages) == 0

    page.show_plan(pack(), plan())
    assert len(wishes) == 2


def test_a_page_is_as_sharp_as_its_size_allows(page: PaperPage) -> None:
    sheets = shown(page, picture(2100, 2970))
    page.preview.finish_now()

    def ready() -> list[bool]:
        return [each.is_ready for each in sheets.pages]

    assert ready() == [True]
    page.preview.larger.click()
    assert ready() == [False]
    page.preview.finish_now()
    assert ready() == [True]


def test_a_paper_is_offered_as_the_kinds_of_file_that_it_can_be(
    page: PaperPage, qtbot: QtBot, wishes: WISHES
) -> None:
    assert "Save as table (Excel)…" not in offered(page)

    page.choosing.list.rows[PaperKind.REGISTER].click()
    drawn = len(wishes)
    with qtbot.waitSignal(page.save_wanted) as saved:
        offered(page)["Save as table (Excel)…"].trigger()

    assert saved.args == [PaperWish(kind=PaperKind.REGISTER, form=PaperFormat.XLSX)]
    assert len(wishes) == drawn


def test_every_kind_of_file_that_a_paper_can_be_is_offered(page: PaperPage) -> None:
    for paper in PAPERS:
        page.choose(paper.kind)
        others = [form for form in paper.formats if form is not PaperFormat.PDF]

        assert len(offered(page)) == len(others) + 3


def test_all_papers_are_asked_for_with_one_press_and_what_is_left_out_is_said(
    page: PaperPage, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(page.all_wanted):
        offered(page)["Save all papers…"].trigger()

    page.show_all_saved(
        AllPapers(folder=tmp_path, written=(tmp_path / "a.pdf",), left_out=("No register.",))
    )

    assert page.saved.words == f"1 paper saved in {tmp_path}\nNo register."


def test_printing_asks_for_a_printer_for_what_is_chosen(page: PaperPage, qtbot: QtBot) -> None:
    page.choosing.list.rows[PaperKind.REPORT].click()

    with qtbot.waitSignal(page.print_wanted) as wanted:
        page.head.print_button.click()

    assert wanted.args is not None
    assert wanted.args[0].kind is PaperKind.REPORT
