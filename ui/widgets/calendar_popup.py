"""A calendar to pick a date from, which opens under a field."""

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QHBoxLayout,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from advisor.language import _
from advisor.models.days import FIRST_DAY, LAST_DAY
from ui.theme.sheet import Sheet
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.cards import Ground, Surface
from ui.widgets.in_sight import show_whole
from ui.widgets.layouts import fill

_SPOKEN = "dddd d MMMM yyyy"
_SPOKEN_MONTH = "MMMM yyyy"


class CalendarPopup(Surface):
    """A calendar that opens under its field. `picked` carries a `QDate`, null for no date."""

    picked = Signal(QDate)

    def __init__(self, theme: Theme, *, name: str, parent: QWidget) -> None:
        super().__init__(theme, Ground.CARD, parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAccessibleName(name)
        self._make_calendar(name)
        today = Button(theme, _("&Today"), parent=self)
        nothing = Button(theme, _("&No date"), kind=ButtonKind.QUIET, parent=self)
        row = QHBoxLayout()
        fill(row, today, nothing)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        fill(column, self.calendar, row)
        self._make_spoken()
        self.calendar.clicked.connect(self._pick)
        self.calendar.activated.connect(self._pick)
        today.clicked.connect(lambda: self._pick(QDate.currentDate()))
        nothing.clicked.connect(lambda: self._pick(QDate()))
        theme.changed.connect(self._style)
        self._style()
        theme.draws(self.calendar, Sheet.WHOLE)
        theme.style(self)

    def _make_calendar(self, name: str) -> None:
        self.calendar = QCalendarWidget(self)
        self.calendar.setAccessibleName(name)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setGridVisible(False)
        self.calendar.setMinimumDate(QDate(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day))
        self.calendar.setMaximumDate(QDate(LAST_DAY.year, LAST_DAY.month, LAST_DAY.day))

    def open_at(self, corner: QPoint, shown: QDate) -> None:
        """Open with the upper corner at a place on the screen and this date chosen."""
        self.calendar.setSelectedDate(shown if shown.isValid() else QDate.currentDate())
        show_whole(self, corner)
        self._say_date()
        self.calendar.setFocus()

    def _make_spoken(self) -> None:
        """Have a screen reader hear the whole date that the keys move to; Qt says its day alone."""
        for kept_name, words in (
            ("qt_calendar_prevmonth", _("Previous month")),
            ("qt_calendar_nextmonth", _("Next month")),
        ):
            button = self.calendar.findChild(QToolButton, kept_name)
            if button is not None:
                button.setAccessibleName(words)
                button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Of its table a screen reader is told as of one thing, called by the date.
        days = self.calendar.findChild(QTableView, "qt_calendar_calendarview")
        self._days: QWidget = days if days is not None else self.calendar
        self.calendar.selectionChanged.connect(self._say_date)
        self.calendar.currentPageChanged.connect(self._say_month)

    def _say_date(self) -> None:
        """Say a date when the keyboard moves to it; the first one is the name of all days."""
        words = QLocale().toString(self.calendar.selectedDate(), _SPOKEN)
        self._days.setAccessibleName(words)
        if self.isVisible() and self._days.hasFocus():
            announce(self, words)

    def _say_month(self, year: int, month: int) -> None:
        button = QApplication.focusWidget()
        if self.isVisible() and isinstance(button, QToolButton):
            announce(self, QLocale().toString(QDate(year, month, 1), _SPOKEN_MONTH))

    def _style(self) -> None:
        # Qt paints the weekend red, on every background.
        plain = QTextCharFormat()
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
        head = QTextCharFormat()
        head.setForeground(QColor(self._theme.colours.ink_muted))
        head.setFontPointSize(self._theme.metrics.px(10))
        self.calendar.setHeaderTextFormat(head)
        self.calendar.setMinimumSize(self._theme.metrics.px(360), self._theme.metrics.px(270))

    def _pick(self, picked: QDate) -> None:
        self.hide()
        self.picked.emit(picked)
