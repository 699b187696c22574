import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor.models.filled import FilledField, Unread
from advisor.models.ids import ActionId, PlanId
from advisor.models.papers import AllPapers, PaperFormat, PaperKind, PaperSize, PaperWish
from advisor.models.plan import Choice, Decision, EntryKey
from advisor.paper.papers import PAPERS
from tests.support.examples import CLOSED, example, pack
from tests.telling.test_papers import OWN, done, filled, plan
from tests.ui.spoken import name
from ui.awake.printing import unpacked
from ui.paper.page import FILLABLE, PaperPage
from ui.theme.theme import Theme

Show = Callable[[QWidget], None]
WISHES = list[PaperWish]


def picture(width: int = 210, height: int = 297) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    return image


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
    page.kind.cards[PaperKind.REPORT].click()
    page.paper_size.chips[PaperSize.LETTER].click()

    assert wishes[1:] == [
        PaperWish(kind=PaperKind.REPORT),
        PaperWish(kind=PaperKind.REPORT, size=PaperSize.LETTER),
    ]


def test_form_fields_do_not_change_the_preview(page: PaperPage, wishes: WISHES) -> None:
    page.form.chips[FILLABLE].click()

    assert len(wishes) == 1
    assert page.wish == PaperWish(fillable=True)


def test_only_the_checklist_asks_how_it_will_be_used(page: PaperPage) -> None:
    page.kind.cards[PaperKind.WORKSHEET].click()

    assert not page.form.isEnabled()


def test_every_page_has_a_name(page: PaperPage) -> None:
    page.show_pages(PaperWish(), (picture(), picture()))
    page.preview.finish_now()

    assert [name(shown) for shown in page.preview.pages] == [
        "Action checklist, page 1 of 2",
        "Action checklist, page 2 of 2",
    ]
    assert "2 pages" in page.preview.words
    assert "screen reader can read the saved PDF" in page.preview.words


def test_pages_of_a_document_that_is_no_longer_wanted_are_not_shown(page: PaperPage) -> None:
    page.kind.cards[PaperKind.REPORT].click()

    page.show_pages(PaperWish(), (picture(),))
    page.preview.finish_now()

    assert page.preview.pages == []


def test_pages_keep_their_shape_at_every_zoom_to_its_end_and_fit_the_room(
    page: PaperPage,
) -> None:
    page.show_pages(PaperWish(), (picture(),))
    page.preview.finish_now()
    (shown,) = page.preview.pages

    heights = [shown.heightForWidth(900)]
    page.preview.larger.click()
    heights.append(shown.heightForWidth(900))
    page.preview.smaller.click()
    page.preview.smaller.click()
    heights.append(shown.heightForWidth(900))

    heights.append(shown.heightForWidth(300))
    assert page.preview.smaller.isEnabled()
    page.preview.smaller.click()
    heights.append(shown.heightForWidth(900))

    assert heights == [round(width * 297 / 210) + 2 for width in (440, 640, 340, 300, 260)]
    assert not page.preview.smaller.isEnabled()
    assert page.preview.larger.isEnabled()


def test_pages_stand_beside_the_choices_until_they_are_wanted_larger(
    page: PaperPage, qtbot: QtBot
) -> None:
    page.resize(1032, 800)
    page.show_pages(PaperWish(), (picture(),))
    page.preview.finish_now()
    left, right = page.kind.x(), page.preview.x()
    assert right > left + page.kind.width()

    page.preview.larger.click()

    qtbot.waitUntil(lambda: page.preview.x() == 0 and page.preview.y() > 0)


def test_waiting_can_be_cancelled_and_tried_again(
    page: PaperPage, qtbot: QtBot, wishes: WISHES
) -> None:
    assert page.preview.progress.isVisible()
    with qtbot.waitSignal(page.preview_cancelled):
        page.preview.cancel_button.click()
    assert page.preview.words == "The preview was cancelled."
    assert page.focusWidget() is page.preview.retry_button

    page.preview.retry_button.click()

    assert len(wishes) == 2
    assert page.preview.progress.isVisible()


def test_a_preview_that_fails_says_why(page: PaperPage) -> None:
    page.show_refusal(PaperWish(), "The document could not be made.")

    assert page.preview.words == "The document could not be made."
    assert page.preview.retry_button.isVisible()


def test_saving_asks_for_what_is_chosen(page: PaperPage, qtbot: QtBot) -> None:
    page.form.chips[FILLABLE].click()
    with qtbot.waitSignal(page.save_wanted) as checklist:
        page.save_button.click()
    page.kind.cards[PaperKind.REPORT].click()
    with qtbot.waitSignal(page.save_wanted) as report:
        page.save_button.click()

    assert checklist.args == [PaperWish(fillable=True)]
    assert report.args == [PaperWish(kind=PaperKind.REPORT)]


@pytest.mark.parametrize(
    ("button", "signal", "wish"),
    [
        ("csv_button", "data_wanted", ["csv"]),
        ("json_button", "data_wanted", ["json"]),
        ("filled_button", "filled_wanted", []),
    ],
)
def test_data_and_the_reading_of_a_checklist_are_asked_for(
    page: PaperPage, qtbot: QtBot, button: str, signal: str, wish: list[str]
) -> None:
    with qtbot.waitSignal(getattr(page, signal)) as wanted:
        getattr(page, button).click()

    assert wanted.args == wish


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
    with qtbot.assertNotEmitted(page.filled_accepted):
        page.show_filled(filled(done("plan-01"), done("own-1")))
    assert page.filled is not None
    assert page.filled.heading.hasFocus()

    with qtbot.waitSignal(page.filled_accepted) as accepted:
        page.filled.accept_button.click()

    assert accepted.args is not None
    (entries,) = accepted.args
    first = EntryKey.of_decision(ActionId("plan-01"))
    assert list(entries) == [first, OWN.key]
    assert entries[first] == Decision(choice=Choice.IN_PLACE)


def test_a_filled_in_checklist_can_be_left_alone(page: PaperPage, qtbot: QtBot) -> None:
    page.show_filled(filled(done("plan-01")))
    assert page.filled is not None

    with qtbot.assertNotEmitted(page.filled_accepted):
        page.filled.decline_button.click()

    assert page.filled_button.hasFocus()
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
    assert {key: card.text() for key, card in page.kind.cards.items()} == {
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
    made = picture(30, 40)
    made.setPixel(3, 4, 0xFF00AA00)
    packed = QBuffer()
    packed.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(packed, QByteArray(b"png")).write(made)
    assert unpacked(bytes(packed.data().data())) == made


def test_a_paper_is_offered_as_the_kinds_of_file_that_it_can_be(
    page: PaperPage, qtbot: QtBot, wishes: WISHES
) -> None:
    offered = page.format.chips
    assert [key for key, chip in offered.items() if chip.isVisible()] == [PaperFormat.PDF]

    page.kind.cards[PaperKind.REGISTER].click()
    drawn = len(wishes)
    offered[PaperFormat.XLSX].click()
    with qtbot.waitSignal(page.save_wanted) as saved:
        page.save_button.click()

    assert saved.args == [PaperWish(kind=PaperKind.REGISTER, form=PaperFormat.XLSX)]
    assert len(wishes) == drawn

    page.kind.cards[PaperKind.CHECKLIST].click()
    assert page.wish == PaperWish()


def test_all_papers_are_asked_for_with_one_press_and_what_is_left_out_is_said(
    page: PaperPage, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(page.all_wanted):
        page.all_button.click()

    page.show_all_saved(
        AllPapers(folder=tmp_path, written=(tmp_path / "a.pdf",), left_out=("No register.",))
    )

    assert page.saved.words == f"1 paper saved in {tmp_path}\nNo register."


def test_printing_asks_for_a_printer_for_what_is_chosen(page: PaperPage, qtbot: QtBot) -> None:
    page.kind.cards[PaperKind.REPORT].click()

    with qtbot.waitSignal(page.print_wanted) as wanted:
        page.print_button.click()

    assert wanted.args is not None
    assert wanted.args[0].kind is PaperKind.REPORT
