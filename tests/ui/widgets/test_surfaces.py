from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleStateChangeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.marks import Mark
from advisor.telling.spoken import MOST_SAID
from tests.ui.spoken import name, role, spoken
from ui.shell.dialogs import CalmDialog
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets import announcer
from ui.widgets.announcer import Announcer
from ui.widgets.badge import Badge, Tag
from ui.widgets.cards import Card
from ui.widgets.disclosure import Disclosure
from ui.widgets.layouts import column_in, fill
from ui.widgets.notice import Notice, NoticeKind
from ui.widgets.progress import ProgressLine
from ui.widgets.text import Heading, Text

Show = Callable[[QWidget], None]


def test_a_badge_says_its_state(theme: Theme, qtbot: QtBot) -> None:
    badge = Badge(theme, Mark.ADDRESSED)
    qtbot.addWidget(badge)

    assert (badge.word, name(badge)) == ("In hand", "In hand")


def test_a_badge_is_as_wide_as_its_word_asks(large: Theme, qtbot: QtBot) -> None:
    short, long = Tag(large, "Open"), Tag(large, "Partly addressed", glyph=Glyph.SHIELD_HALF)
    qtbot.addWidget(short)
    qtbot.addWidget(long)

    assert long.sizeHint().width() > 2 * short.sizeHint().width()


def test_a_card_groups_what_is_on_it(theme: Theme, qtbot: QtBot) -> None:
    card = Card(theme, name="Risk: travel cost")
    card.column.addWidget(Text("Pay fares up front."))
    qtbot.addWidget(card)

    assert role(card) == QAccessible.Role.Grouping
    assert name(card) == "Risk: travel cost"
    assert spoken(card).childCount() == 1


@pytest.mark.parametrize("tone", Tone)
def test_a_toned_card_has_an_edge_where_reading_begins(
    theme: Theme, qtbot: QtBot, tone: Tone
) -> None:
    card = Card(theme, tone=tone)
    qtbot.addWidget(card)
    card.resize(200, 100)
    assert card.grab().toImage().pixelColor(2, 50).name() == theme.colours.tones[tone].edge

    card.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert card.grab().toImage().pixelColor(197, 50).name() == theme.colours.tones[tone].edge


def test_a_card_can_lose_its_tone(theme: Theme, qtbot: QtBot) -> None:
    card = Card(theme, tone=Tone.DANGER)
    qtbot.addWidget(card)

    card.set_tone(None)

    assert card.tone is None


def test_a_notice_is_hidden_until_it_has_something_to_say(theme: Theme, show: Show) -> None:
    notice = hosted(Notice(theme), show)
    assert not notice.isVisible()

    notice.tell(NoticeKind.INFO, "The plan was imported.")

    assert notice.isVisible()
    assert role(notice) == QAccessible.Role.AlertMessage
    assert name(notice) == notice.message == "The plan was imported."
    assert not notice.action.isVisible()


def hosted(notice: Notice, show: Show) -> Notice:
    host = QWidget()
    QVBoxLayout(host).addWidget(notice)
    show(host)
    notice.host = host  # type: ignore[attr-defined]
    return notice


@pytest.mark.parametrize("kind", NoticeKind)
def test_each_kind_of_notice_has_its_own_tone(theme: Theme, show: Show, kind: NoticeKind) -> None:
    notice = hosted(Notice(theme), show)

    notice.tell(kind, "Words")

    others = {other for other in NoticeKind if other is not kind}
    tone = notice.tone
    for other in others:
        notice.tell(other, "Words")
        assert notice.tone is not tone


def test_what_was_done_can_be_undone_from_the_notice(
    theme: Theme, show: Show, qtbot: QtBot
) -> None:
    notice = hosted(Notice(theme), show)
    notice.offer_undo("Plan deleted.")
    assert name(notice.action) == "Undo"

    with qtbot.waitSignal(notice.acted):
        QTest.keyClick(notice.action, Qt.Key.Key_Space)

    assert not notice.isVisible()


def test_a_notice_can_be_dismissed(theme: Theme, show: Show, qtbot: QtBot) -> None:
    notice = hosted(Notice(theme), show)
    notice.tell(NoticeKind.WARNING, "An earlier pack.")
    assert name(notice.close_button) == "Dismiss"

    with qtbot.waitSignal(notice.dismissed):
        notice.close_button.click()

    assert not notice.isVisible()


def test_content_is_made_when_it_is_first_opened(theme: Theme, show: Show, qtbot: QtBot) -> None:
    made: list[QWidget] = []

    def make() -> QWidget:
        made.append(Text("It feeds two findings."))
        return made[-1]

    why = Disclosure(theme, "Why we ask", make)
    show(why)
    assert made == []

    with qtbot.waitSignal(why.switched) as heard:
        QTest.keyClick(why.button, Qt.Key.Key_Space)
    why.set_open(False)
    why.set_open(True)

    assert heard.args == [True]
    assert len(made) == 1
    assert made[0].isVisible()


def test_a_screen_reader_hears_whether_it_is_open(theme: Theme, show: Show) -> None:
    why = Disclosure(theme, "Why we ask", lambda: Text("It feeds two findings."))
    show(why)
    before = spoken(why.button).state()
    assert (before.expandable, before.expanded, before.collapsed) == (1, 0, 1)

    why.set_open(True)

    after = spoken(why.button).state()
    assert (after.expandable, after.expanded, after.collapsed) == (1, 1, 0)
    assert role(why.button) == QAccessible.Role.Button
    assert name(why.button) == "Why we ask"


def test_a_screen_reader_is_told_when_it_opens_and_when_it_closes(
    theme: Theme, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    why = Disclosure(theme, "Why we ask", lambda: Text("It feeds two findings."))
    show(why)
    told: list[tuple[bool, bool]] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleStateChangeEvent) and event.object() is why.button:
            told.append((bool(event.changedStates().expanded), why.is_open))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    why.button.click()
    why.button.click()

    assert told == [(True, True), (True, False)]


def test_a_screen_reader_can_open_it(theme: Theme, show: Show) -> None:
    why = Disclosure(theme, "Why we ask", lambda: Text("It feeds two findings."))
    show(why)

    spoken(why.button).actionInterface().doAction("Press")

    assert why.is_open


@pytest.mark.parametrize("is_reduced", [True, False])
def test_the_whole_content_is_in_sight_at_once_or_when_the_motion_ends(
    theme: Theme, show: Show, qtbot: QtBot, is_reduced: bool
) -> None:
    theme.set_motion_reduced(is_reduced)
    content = Text("It feeds two findings. " * 20)
    why = Disclosure(theme, "Why we ask", lambda: content)
    why.resize(300, 400)
    show(why)

    why.set_open(True)

    assert (content.maximumHeight() > 10_000) is is_reduced
    qtbot.waitUntil(lambda: content.maximumHeight() > 10_000)
    assert content.isVisible()


def test_progress_of_nothing_is_no_error(theme: Theme, qtbot: QtBot) -> None:
    line = ProgressLine(theme, name="Questions answered")
    qtbot.addWidget(line)

    line.show_progress(0, 0, "Nothing to answer")

    assert line.bar.value() == 0


def test_work_without_a_known_end_is_shown_as_busy(theme: Theme, qtbot: QtBot) -> None:
    line = ProgressLine(theme, name="Making the pages")
    qtbot.addWidget(line)

    line.show_busy("Making the pages…")

    assert line.words == "Making the pages…"
    assert not line.bar.isVisibleTo(line)


@pytest.mark.parametrize(
    ("announced", "said"), [(["1 finding", "2 findings"], "2 findings"), ([], "")]
)
def test_the_announcer_says_the_newest_if_there_is_anything_to_say(
    show: Show, announced: list[str], said: str
) -> None:
    heading = Heading("Advice so far", level=2)
    show(heading)
    speaker = Announcer(heading)

    for words in announced:
        speaker.say_soon(words)
    speaker.say_now()

    assert speaker.last_said == said


class Going(QObject):
    """Notes whether a screen reader is told that something goes."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[bool] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self.told.append(QAccessible.isActive())
        return super().eventFilter(watched, event)


def test_what_is_announced_comes_up_as_a_notification_and_goes_again(
    show: Show, qtbot: QtBot
) -> None:
    heading = Heading("Advice so far", level=2)
    show(heading)
    QAccessible.setActive(True)
    try:
        announcer.announce(heading, "Saved")
        announcer.announce(heading, "Undone: How long?")
        announcer.announce(heading, "")
    finally:
        QAccessible.setActive(False)

    notes = heading.window().findChildren(announcer.Notification)
    assert {(name(each), role(each)) for each in notes} == {
        ("Saved", QAccessible.Role.Notification),
        ("Undone: How long?", QAccessible.Role.Notification),
    }
    assert all(each.isVisible() for each in notes)
    # Shown still, it would be said again with the window. A reader that is behind is not told.
    going = Going()
    for each in notes:
        each.installEventFilter(going)
    QAccessible.setActive(True)
    try:
        qtbot.waitUntil(lambda: not any(each.isVisible() for each in notes))
    finally:
        QAccessible.setActive(False)
    assert going.told == [False, False]


def test_opening_a_disclosure_says_what_is_in_it_and_closing_it_says_so(
    theme: Theme, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(announcer, "announce", lambda _widget, words: said.append(words))

    def made() -> QWidget:
        box = QWidget()
        fill(column_in(box), Heading("Why here", level=3), Text("You chose a group."))
        return box

    opening = Disclosure(theme, "More", made)
    show(opening)

    opening.button.click()
    opening.button.click()

    assert said == ["Open. Why here You chose a group.", "Closed."]


def test_many_words_are_all_said_and_no_run_is_long(
    theme: Theme, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(announcer, "announce", lambda _widget, words: said.append(words))

    def made() -> QWidget:
        box = QWidget()
        fill(column_in(box), *(Text(f"{number} " + "word " * 50) for number in range(9)))
        return box

    opening = Disclosure(theme, "More", made)
    show(opening)
    opening.button.click()

    assert said[0].startswith("Open. 0 word")
    assert all(len(run) <= MOST_SAID + 20 for run in said)
    assert "".join(said).count("word") == 9 * 50


def test_elsewhere_than_with_orca_all_is_one_announcement(
    theme: Theme, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(announcer, "announce", lambda _widget, words: said.append(words))
    monkeypatch.setattr(announcer, "READ_BY_ORCA", False)
    opening = Disclosure(theme, "More", lambda: Text("word " * 300))
    show(opening)

    opening.button.click()

    assert [run.count("word") for run in said] == [300]


def test_what_a_dialog_announces_is_said_without_what_the_dialog_is(
    theme: Theme, show: Show
) -> None:
    window = QWidget()
    show(window)
    dialog = CalmDialog(theme, "Copies and restore", parent=window)
    dialog.show()
    QAccessible.setActive(True)
    try:
        announcer.announce(dialog.heading, "Copied")
    finally:
        QAccessible.setActive(False)

    (note,) = window.findChildren(announcer.Notification)
    assert note.parentWidget() is window
