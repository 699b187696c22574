"""Dialogs in the program's own look, for the few times a notice will not do.

None of them stops the program: call `open()` and connect what they report.

    dialog = ConfirmDialog(theme, _("Delete this plan?"), text, confirm=_("&Delete"), parent=window)
    dialog.accepted.connect(self._delete)
    dialog.open()
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from advisor.language import _
from advisor.models.ids import PlanId
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.cards import Ground, Surface
from ui.widgets.disclosure import Disclosure
from ui.widgets.fields import TextField
from ui.widgets.layouts import FlowLayout, fill
from ui.widgets.line import words_to_read
from ui.widgets.menus import open_by_shift_f10
from ui.widgets.pictures import Picture
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.scrolled_list import ScrolledList
from ui.widgets.text import MUTED, Heading, Text

_WIDTH = 520


class CalmDialog(QDialog):
    """A heading with a picture, content in `column` that scrolls if it must, and buttons.

    The window's name is the heading. Escape closes it as its mildest button would. It is
    thrown away when closed, so each is shown once.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        glyph: Glyph = Glyph.INFO,
        tone: Tone = Tone.ACCENT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading = Heading(title, level=1)
        self.setWindowTitle(self.heading.text())
        self.setAccessibleName(self.heading.text())
        self._scroll = ScrollColumn(theme, wide=True)
        self._scroll.set_margins(0, 0, 10)
        self._scroll.column.addLayout(self._make_head(glyph, tone))
        self._lists: list[ScrolledList] = []
        self.column = QVBoxLayout()
        self.column.setSpacing(theme.metrics.space(12))
        self._scroll.column.addLayout(self.column)
        self._scroll.column.addStretch(1)
        self.buttons = FlowLayout(gap=theme.metrics.space(6))
        self._whole = QVBoxLayout(self)
        side = theme.metrics.space(26)
        self._whole.setContentsMargins(side, theme.metrics.space(22), side, theme.metrics.space(18))
        self._whole.setSpacing(theme.metrics.space(14))
        self._whole.addWidget(self._scroll, 1)
        self._whole.addLayout(self.buttons)
        theme.style(self)
        open_by_shift_f10(self)

    def add_button(
        self,
        text: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        *,
        do: Callable[[], object] | None = None,
        says: SignalInstance | None = None,
    ) -> Button:
        """Add a button at the end of the row; the first one added is pressed by Enter.

        It does something, or accepts the dialog and then ``says`` so, or closes it.
        """
        button = Button(self._theme, text, kind=kind, parent=self)
        button.setAutoDefault(True)
        button.setDefault(self.buttons.count() == 0)
        self.buttons.addWidget(button)
        button.clicked.connect(do or (self.accept if says is not None else self.reject))
        if says is not None:
            button.clicked.connect(says)
        return button

    def add_scrolled(self, *parts: QWidget, least: int) -> None:
        """Add parts that scroll by themselves, in this height at the least."""
        area = ScrolledList(self._theme, wide=True)
        self._lists.append(area)
        fill(area.column, *parts)
        area.column.addStretch(1)
        area.set_margins(0, 0, 0)
        area.setMinimumHeight(self._theme.metrics.px(least))
        self.column.addWidget(area, 1)
        self._scroll.column.setStretchFactor(self.column, 10_000)

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def _make_head(self, glyph: Glyph, tone: Tone) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(self._theme.metrics.space(12))
        picture = Picture(self._theme, glyph, tone=tone, size=26, beside=TextRole.TITLE)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.heading, 1)
        return head

    def _fit(self) -> None:
        """Be as wide as reads well and as high as the words need, inside the screen."""
        area, margins = self.screen().availableGeometry(), self._whole.contentsMargins()
        width = min(self._theme.metrics.px(_WIDTH), area.width() - 40)
        inner = width - margins.left() - margins.right()
        height = self._scroll.height_for(inner) + self.buttons.heightForWidth(inner)
        height += margins.top() + margins.bottom() + self._whole.spacing()
        # Lists show as much as there is room for.
        height += sum(max(0, each.height_for(inner) - each.minimumHeight()) for each in self._lists)
        self.resize(width, min(height, area.height() - 60))


class ConfirmDialog(CalmDialog):
    """Asks before something that is hard to undo. `accepted` and `rejected` report the answer.

    The button says what will be done. With `is_dangerous` Enter does not do it.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str,
        *,
        confirm: str,
        cancel: str = "",
        is_dangerous: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        glyph = Glyph.TRIANGLE_ALERT if is_dangerous else Glyph.CIRCLE_QUESTION_MARK
        tone = Tone.DANGER if is_dangerous else Tone.ACCENT
        super().__init__(theme, title, glyph=glyph, tone=tone, parent=parent)
        self.column.addWidget(Text(text))
        kind = ButtonKind.DANGER if is_dangerous else ButtonKind.PRIMARY
        self.confirm_button = self.add_button(confirm, kind, do=self.accept)
        self.cancel_button = self.add_button(cancel or _("&Cancel"))
        if is_dangerous:
            self.cancel_button.setDefault(True)
            self.cancel_button.setFocus()


class NameDialog(CalmDialog):
    """Asks for one line of text that may not be empty; `named` carries it without outer spaces."""

    named = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        label: str,
        *,
        kept_as: str,
        text: str = "",
        hint: str = "",
        confirm: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, glyph=Glyph.PENCIL, parent=parent)
        self.field = TextField(theme, label, kept_as=kept_as, hint=hint)
        self.field.set_text(text)
        self.field.line.selectAll()
        self.column.addWidget(self.field)
        self.confirm_button = self.add_button(confirm, ButtonKind.PRIMARY, do=self._confirm)
        self.cancel_button = self.add_button(_("&Cancel"))
        self.field.take_focus()
        self.finished.connect(self.field.let_go)

    def _confirm(self) -> None:
        name = self.field.text.strip()
        if not name:
            self.field.show_fault(_("Write a name first."))
            self.field.take_focus()
            # Once the fault has its place, the dialog makes room for it.
            QTimer.singleShot(0, self, self._fit)
            return
        if not self.field.is_possible:
            self.field.take_focus()
            return
        self.accept()
        self.named.emit(name)


def rename_dialog(theme: Theme, plan: PlanId, name: str, parent: QWidget) -> NameDialog:
    """Return a dialog that asks for another name of a plan."""
    from advisor.models.plan import EntryKey  # noqa: PLC0415 - once there are plans
    from advisor.models.stored import field_of  # noqa: PLC0415 - as above

    return NameDialog(
        theme,
        _("Rename plan"),
        _("Name of the plan"),
        kept_as=field_of(EntryKey.of_plan(plan), "title"),
        text=name,
        confirm=_("&Rename"),
        parent=parent,
    )


class FaultsDialog(CalmDialog):
    """All that is wrong with something at once, in a list to read and to copy.

    `faults` are (where, what) pairs. `way_on` names the button of the way on, if there is
    one; `accepted` reports that it was taken.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str,
        faults: Sequence[tuple[str, str]],
        *,
        way_on: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, glyph=Glyph.CIRCLE_ALERT, tone=Tone.CAUTION, parent=parent)
        self._told, self._faults = text, tuple(faults)
        fill(self.column, Text(text), *(_fault(theme, where, what) for where, what in self._faults))
        if way_on:
            self.way_on_button = self.add_button(way_on, ButtonKind.PRIMARY, do=self.accept)
        self.close_button = self.add_button(_("&Close"))
        words = _("C&opy these words")
        self.copy_button = self.add_button(words, ButtonKind.QUIET, do=self._copy)

    def _copy(self) -> None:
        lines = (f"{where}: {what}" if where else what for where, what in self._faults)
        QGuiApplication.clipboard().setText("\n".join((self._told, *lines)))
        announce(self, _("Copied"))


class UnexpectedErrorDialog(CalmDialog):
    """Says calmly that something broke, with details to copy.

    `details` must already be free of answers and names. `quit_asked` reports that the person
    would rather close the program.
    """

    quit_asked = Signal()

    def __init__(self, theme: Theme, details: str, *, parent: QWidget | None = None) -> None:
        title = _("Something went wrong in the program")
        super().__init__(theme, title, glyph=Glyph.CIRCLE_ALERT, tone=Tone.CAUTION, parent=parent)
        self._details = details
        self.column.addWidget(
            Text(
                _(
                    "This is a fault of the program, not yours. Every answer that was shown as "
                    "saved is safe. You can go on, or close the program and open it again."
                )
            )
        )
        self.details = Disclosure(theme, _("Details for a report"), self._make_details)
        self.column.addWidget(self.details)
        self.go_on_button = self.add_button(_("&Go on"), ButtonKind.PRIMARY)
        self.copy_button = self.add_button(_("C&opy details"), do=self._copy)
        words = _("&Close the program")
        self.quit_button = self.add_button(words, ButtonKind.QUIET, says=self.quit_asked)
        # Once the details are there: they are not measured before.
        self.details.switched.connect(self._fit, Qt.ConnectionType.QueuedConnection)

    def _make_details(self) -> QWidget:
        name, height = _("Details for a report"), self._theme.metrics.px(150)
        return words_to_read(self._theme, self._details, name=name, height=height)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        announce(self, _("Copied"))


def _fault(theme: Theme, where: str, what: str) -> QWidget:
    item = Surface(theme, Ground.SUNKEN)
    column = QVBoxLayout(item)
    column.setContentsMargins(12, 8, 12, 10)
    column.setSpacing(2)
    column.addWidget(Text(what))
    if where:
        column.addWidget(Text(where, role=TextRole.SMALL, tint=MUTED))
    return item
