"""A date, written or picked from a calendar."""

import datetime

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent

from advisor.language import _
from advisor.models.days import fault_in_day, names_other_year, read_day
from advisor.telling.spoken import in_one_run
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.kept import KeptField
from ui.widgets.line import Line

_SHOWN = "d MMM yyyy"
_ASKED = "dddd d MMM yyyy"
_MONTHS, _WEEKDAYS = range(1, 13), range(1, 8)


class _DateLine(Line):
    opened = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F4 or (is_alt and event.key() == Qt.Key.Key_Down):
            self.opened.emit()
            return
        super().keyPressEvent(event)


class DateField(KeptField):
    """A date or nothing. `edited` carries a `datetime.date`, or None when emptied.

    What cannot be read as a date stays as written, with a fault under it, and is not reported.
    Where it may mean a day, as the last one of a month, that is asked: Enter takes it, and so does
    a button. Alt+Down or F4 opens the calendar, Escape closes it. `chosen` follows a day that was
    taken by any of these.
    """

    edited = Signal(object)
    chosen = Signal()

    def __init__(self, theme: Theme, label: str, *, kept_as: str, hint: str = "") -> None:
        self._date: datetime.date | None = None
        self.line = self._box = _DateLine(theme)
        day = QLocale().toString(_soon(), _SHOWN)
        # A bare date would look like one that was set.
        like = _("like {date}")
        self.line.setPlaceholderText(like.format(date=day))
        super().__init__(theme, label, self.line, kept_as=kept_as, hint=hint)
        self._hint = in_one_run((hint, self.line.placeholderText()))
        self.line.setAccessibleDescription(self._hint)
        name = _("Choose from a calendar: {field}").format(field=label)
        self.button = IconButton(theme, Glyph.CALENDAR, name=name)
        self._theme, self._name = theme, label
        self._popup: CalendarPopup | None = None
        self._proposed: datetime.date | None = None
        self._asked_about = ""  # The words of which a day is proposed.
        self.take_button: Button | None = None
        self.add_beside(self.button)
        self.line.setMinimumWidth(theme.metrics.px(130))
        self.line.opened.connect(self._open)
        self.line.textEdited.connect(self._take_typed)
        # Before they are read: what is asked only now is taken by the next Enter.
        self.line.returnPressed.connect(self._take_if_asked)
        self.line.editingFinished.connect(self._read)
        self.button.clicked.connect(self._open)

    @property
    def popup(self) -> CalendarPopup:
        """The calendar, made when it is first opened: it costs as much as thirty fields."""
        if self._popup is None:
            self._popup = CalendarPopup(self._theme, name=self._name, parent=self)
            self._popup.picked.connect(self._picked)
        return self._popup

    @property
    def date(self) -> datetime.date | None:
        """The date that is there, or None."""
        return self._date

    def set_date(self, shown: datetime.date | None) -> None:
        """Show a date, or nothing; what is written instead of it and was not taken yet stays."""
        if shown != self._date:
            self._show(shown)

    def _show(self, shown: datetime.date | None) -> None:
        self._date = shown
        self._proposed = None
        self.line.write(_words(shown))
        self.show_fault("")
        self._hold(_words(shown))

    def _come_back(self) -> None:
        super()._come_back()
        self._judge(asked=_("You wrote this earlier. That is {date}. Enter takes it."))

    def _open(self) -> None:
        shown = QDate(self._date.year, self._date.month, self._date.day) if self._date else QDate()
        self.popup.open_at(self.line.mapToGlobal(QPoint(0, self.line.height())), shown)

    def _picked(self, picked: QDate) -> None:
        self.line.setFocus()
        self._take(_python(picked))
        self.chosen.emit()

    def _read(self) -> None:
        if self._is_from_before:
            return
        if not self.line.text().strip():
            self._take(None)
            return
        day = self._judge()
        if day is not None:
            self._take(day)

    def _judge(self, *, asked: str = "") -> datetime.date | None:
        """Return the day that is written; one that is only proposed, or ``asked``, is offered."""
        written = self.line.text().strip()
        months = [QLocale().monthName(month) for month in _MONTHS]
        today = datetime.datetime.now().astimezone().date()
        weekdays = [QLocale().dayName(day) for day in _WEEKDAYS]
        # What was written earlier may have been written on another day.
        is_new = not asked
        read = read_day(
            written, today=today, months=months, weekdays=weekdays, is_written_today=is_new
        )
        is_asked = read is not None and (read.is_proposal or bool(asked))
        self._proposed = read.day if read is not None and is_asked else None
        if read is None:
            self.show_fault(_fault_in(written))
        elif is_asked:
            self._asked_about = written
            self._offer(read.day, asked or _("That is {date}. Enter takes it."))
        else:
            return read.day
        return None

    def _offer(self, day: datetime.date, asked: str) -> None:
        """Ask whether a day is meant, with a button that says yes."""
        meant = _words(day)
        if self.take_button is None:
            self.take_button = Button(self._theme, "", kind=ButtonKind.SECONDARY, parent=self)
            self.take_button.hide()
            self.take_button.clicked.connect(self.take_proposed)
            self._column.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.take_button.setText(_("Yes, {date}").format(date=meant))
        self.take_button.setAccessibleName(
            _("{field}: yes, {date}").format(field=self._name, date=meant)
        )
        # Who wrote "next Friday" sees that it is one.
        self.show_fault(asked.format(date=_words(day, _ASKED)), is_question=True)

    def _make_room(self) -> None:
        super()._make_room()
        if self.take_button is not None:
            self.take_button.setVisible(self._proposed is not None)

    def take_proposed(self) -> None:
        """Take the day that is asked about, if there is one: yes is said to it."""
        if self._proposed is not None:
            self.line.setFocus()
            self._take(self._proposed)
            self.chosen.emit()

    def _take_if_asked(self) -> None:
        if self.line.text().strip() == self._asked_about:
            self.take_proposed()

    def _take(self, taken: datetime.date | None) -> None:
        was = self._date
        self._show(taken)
        if taken != was:
            self.edited.emit(taken)


def _fault_in(written: str) -> str:
    if names_other_year(written):
        return fault_in_day(datetime.date.min) or ""
    example = QLocale().toString(_soon(), _SHOWN)
    return _("This is not a date. Write it like {example}.").format(example=example)


def _soon() -> QDate:
    """Return a date to write like: one that is still to come, its day no month."""
    then = QDate.currentDate().addMonths(2)
    return QDate(then.year(), then.month(), 25)


def _words(shown: datetime.date | None, way: str = _SHOWN) -> str:
    if shown is None:
        return ""
    return QLocale().toString(QDate(shown.year, shown.month, shown.day), way)


def _python(read: QDate) -> datetime.date | None:
    return datetime.date(read.year(), read.month(), read.day()) if read.isValid() else None
