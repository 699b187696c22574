"""Small windows to write who does something, by when, or why it is not for us.

They open where the keyboard is. Enter and a press beside them take what is written; Escape
leaves it as it was.
"""

import datetime
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from advisor.language import _
from advisor.models import texts
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.buttons import Button, ButtonKind, press_by_enter
from ui.widgets.cards import Ground, Surface
from ui.widgets.date_field import DateField
from ui.widgets.fields import TextField
from ui.widgets.in_sight import show_whole
from ui.widgets.layouts import column_in, row_of
from ui.widgets.suggestions import fitting, said_of
from ui.widgets.tab_order import TabOrder
from ui.widgets.text import MUTED, Text

MOST_SUGGESTED = 6


class Writing(Surface):
    """One field over the page, with buttons for what is suggested.

    ``take`` is called once with what was written, when the window goes, unless it was left
    with Escape; not with what is no date: such a window asks about it once. Who presses beside it
    then leaves it, and is asked again where it is opened again.
    """

    def __init__(
        self,
        theme: Theme,
        field: TextField | DateField,
        take: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, Ground.CARD, parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(field.label.text())
        self.field, self._take = field, take
        self._is_left, self._asked_about = False, ""
        pad = theme.metrics.space(14)
        self._column = column_in(self, theme.metrics.space(8))
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.addWidget(field)
        if isinstance(field, DateField):
            field.chosen.connect(self.close)
        self.suggestions: list[Button] = []
        self._words: Sequence[str] = ()
        self.announcer = Announcer(self)
        done = Button(theme, _("&Take this"), kind=ButtonKind.PRIMARY, parent=self)
        leave = Button(theme, _("Leave it"), kind=ButtonKind.QUIET, parent=self)
        done.clicked.connect(self._finish)
        leave.clicked.connect(self._leave)
        self._buttons = row_of(done, leave)
        self._column.addLayout(self._buttons)
        self.setMinimumWidth(theme.metrics.px(300))
        # A window of its own inherits neither font nor palette.
        theme.style(self)

    def suggest(self, words: Sequence[str], write: Callable[[str], object]) -> None:
        """Offer some words, each a button that writes it and is done.

        Those stay that fit what is written. Down leads to them and Up back to the field, where
        whoever writes on goes back to as well.
        """
        self._words = words
        offered = QWidget(self)
        column = column_in(offered, 0)
        for _word in words[:MOST_SUGGESTED]:
            quiet, small = ButtonKind.QUIET, TextRole.SMALL_STRONG
            button = Button(self._theme, "", kind=quiet, role=small, parent=offered)
            button.clicked.connect(partial(self._write, write, button))
            self.suggestions.append(button)
            column.addWidget(button)
        self._none = Text(said_of(0), role=TextRole.SMALL, tint=MUTED, parent=offered)
        column.addWidget(self._none)
        # What is below stays where it is while fewer of them fit.
        column.addStretch(1)
        self._column.insertWidget(self._column.count() - 1, offered, 1)
        self.field.line.textEdited.connect(self._follow)
        self._offer(words)

    @Slot(str)
    def _follow(self, written: str) -> None:
        found = fitting(self._words, written)
        self._offer(found)
        # What does not fit is not taken: that is said already.
        is_fault = bool(self.field.fault) and not found
        self.announcer.say_soon("" if is_fault else said_of(len(found)))

    def _offer(self, words: Sequence[str]) -> None:
        for place, button in enumerate(self.suggestions):
            if place < len(words):
                button.setText(words[place].replace("&", "&&"))
            button.setVisible(place < len(words))
        self._none.setVisible(not (words or self.field.fault))

    def open_at(self, corner: QPoint) -> None:
        """Open with the upper corner at a place on the screen, all of it in sight."""
        self._drop_what_does_not_fit()
        # The arrow keys go by it as well.
        TabOrder(self).settle()
        show_whole(self, corner)
        self._asked_about = self._in_question()
        self.field.take_focus()

    def _drop_what_does_not_fit(self) -> None:
        """Offer fewer words where they would push the buttons off the screen."""
        most = self.screen().availableGeometry().height()
        while self.suggestions:
            self.adjustSize()
            if self.height() <= most:
                return
            self.suggestions.pop().hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if press_by_enter(self.focusWidget(), event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        elif event.key() == Qt.Key.Key_Down and any(map(QWidget.isVisible, self.suggestions)):
            self.suggestions[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.text().isprintable() and event.text() and not self.field.line.hasFocus():
            self.field.take_focus()
            QApplication.sendEvent(self.field.line, event)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        # A press beside a popup closes it; what was written counts all the same.
        if not self._is_left:
            if not self._settles():
                event.ignore()
                return
            self._is_left = True
            if not self.field.fault:
                self.field.let_go()
                self._take()
        super().closeEvent(event)

    def _settles(self) -> bool:
        """Let the field read what is written; False where something is asked about it only now.

        The key or the press that leads here may have let the field read it a moment before: so
        it is the words that decide whether a person has seen the question, not the fault.
        """
        self.field.line.editingFinished.emit()
        before, self._asked_about = self._asked_about, self._in_question()
        return self._asked_about == before or not self._asked_about

    def _in_question(self) -> str:
        """Return the words about which something is asked or said; empty where there is nothing."""
        return self.field.line.text() if self.field.fault else ""

    def _finish(self) -> None:
        """Take what is written, or the day that it was asked about, else stay until it can be."""
        if self._settles() and isinstance(self.field, DateField):
            self.field.take_proposed()
        if not self.field.fault:
            self.close()

    def _leave(self) -> None:
        self._is_left = True
        self.field.let_go()
        self.close()

    def _write(
        self, write: Callable[[str], object], button: Button, _checked: bool = False
    ) -> None:
        write(button.text().replace("&&", "&"))
        self.close()


def ask_who(
    theme: Theme,
    parent: QWidget,
    now: str,
    names: Sequence[str],
    take: Callable[[str], object],
    *,
    kept_as: str,
) -> Writing:
    """Return a window that asks for a name, and offers these."""
    field = TextField(theme, _("Who"), kept_as=kept_as, longest=texts.TITLE_LENGTH)
    field.set_text(now)
    asked = Writing(theme, field, lambda: take(texts.tidied(field.text).strip()), parent)
    if offered := [name for name in names if name != now]:
        asked.suggest(offered, field.set_text)
    return asked


def ask_why(
    theme: Theme, parent: QWidget, now: str, take: Callable[[str], object], *, kept_as: str
) -> Writing:
    """Return a window that asks why something is not for this programme."""
    hint = _("It stays on the checklist with your reason.")
    field = TextField(theme, _("Why not"), kept_as=kept_as, hint=hint, longest=texts.NOTE_LENGTH)
    field.set_text(now)
    return Writing(theme, field, lambda: take(texts.tidied(field.text).strip()), parent)


def ask_when(
    theme: Theme,
    parent: QWidget,
    now: datetime.date | None,
    take: Callable[[datetime.date | None], object],
    *,
    kept_as: str,
) -> Writing:
    """Return a window that asks for a day."""
    field = DateField(theme, _("By when"), kept_as=kept_as, hint=_("Leave blank if open"))
    field.set_date(now)
    return Writing(theme, field, lambda: take(field.date), parent)
