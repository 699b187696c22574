"""A Qt wizard for one section, embedded in the window.

The truth is in the draft: pages come and go by what is relevant, and nothing that was said
is ever taken away by moving about.
"""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget, QWizard

from advisor.interview.draft import InterviewDraft
from advisor.interview.route import Page
from advisor.language import N_, _
from advisor.models.ids import QuestionId, SectionId
from advisor.models.plan import EntryKey, EntryKind
from advisor.telling.feeding import WizardWords
from ui.awake.slices import Slices
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind, IconButton, press_by_enter
from ui.widgets.contents import held_by
from ui.widgets.marking import without_mnemonic
from ui.widgets.roles import Spoken
from ui.wizard.question_page import QuestionPage
from ui.wizard.reports import Reports

_ROOMY, _TIGHT = 640, 400
_FINISH = N_("&Finish section"), N_("&Finish")
NEXT_QUESTION, QUESTION_BEFORE = "Ctrl+Down", "Ctrl+Up"

_Which = QWizard.WizardButton
_AT_START = (_Which.BackButton, _Which.CustomButton2, _Which.CustomButton3)
"""Back, undo, redo."""
_AT_END = (_Which.CustomButton1, _Which.NextButton, _Which.FinishButton)
"""The way out, and the way on."""


class SectionWizard(QWizard, Spoken):
    """The pages of one section. It reports what was given, and that a person wants to leave."""

    # No dialog to a screen reader, which would read all that stands in it at every page.
    spoken_role = QAccessible.Role.Client

    def __init__(
        self,
        theme: Theme,
        words: WizardWords,
        draft: InterviewDraft,
        section: SectionId,
        reports: Reports,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._draft, self.section = theme, draft, section
        self._reports = reports
        # Qt opens a page of its own when it first shows a wizard: that is nobody's step.
        self._is_travelling, self._is_stepping_back = True, False
        self._shown: QuestionPage | None = None
        self._ahead = Slices(self, at_leisure=True)  # the next page is made meanwhile
        self._way_out = _("Go to the list of &questions"), _("&Questions")
        self._at_end: tuple[QWizard.WizardButton, ...] = ()
        self._embed()
        # Held for as long as the wizard lives: a wrapper that is collected takes those of its
        # layout with it. It is the one child that Qt gives a wizard.
        directly = Qt.FindChildOption.FindDirectChildrenOnly
        self._inner = self.findChildren(QWidget, options=directly)[0]
        self._make_buttons()
        self.pages = draft.pages(section)
        for page in self.pages:
            self.setPage(page.number, QuestionPage(theme, words, draft, page, reports, self))
        self.currentIdChanged.connect(self._moved)
        for keys, by in ((NEXT_QUESTION, 1), (QUESTION_BEFORE, -1)):
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, partial(self._step, by), context=within)

    @property
    def shown(self) -> QuestionPage | None:
        """The page that is open."""
        return self._shown

    def make_ahead(self, page: Page | None) -> Iterator[None]:
        """Make a page before it is opened, if there is one; yield after each step of a moment."""
        made = self.page(page.number) if page is not None else None
        if isinstance(made, QuestionPage):
            yield from made.make_ahead(self._shown.size() if self._shown is not None else None)

    def open(self, page: Page, question: QuestionId | None = None) -> None:  # type: ignore[override]
        """Open a page, with the keyboard at its heading or at one of its questions."""
        self._is_travelling = True
        self._travel(page.number)
        self._is_travelling = False
        self._show(question)

    def name_way_out(self, words: str, short: str) -> None:
        """Name the button that leaves the wizard, and its short form for narrow windows."""
        self._way_out = words, short
        self._name_leaving()

    def show_change(self, key: EntryKey) -> None:
        """Show an answer or a comment as the draft has it; of any entry, what can be undone."""
        if self._shown is not None and key.kind is EntryKind.ANSWER:
            self._shown.show_answer(QuestionId(key.id))
        elif self._shown is not None and key.kind is EntryKind.COMMENT:
            self._shown.show_comments()
        self._show_steps()

    def flush(self) -> None:
        """Let the open page report what still waits for a pause in typing."""
        if self._shown is not None:
            self._shown.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_leaving()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._name_leaving()
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours = self._theme.colours
        footer = self.rect()
        footer.setTop(self.button(QWizard.WizardButton.BackButton).y() - self._footer_margin())
        painter = QPainter(self)
        painter.fillRect(footer, QColor(colours.surface))
        footer.setHeight(1)
        painter.fillRect(footer, QColor(colours.hairline))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A dialog keeps Enter for its default button; here it presses what has the focus.
        if not press_by_enter(self.focusWidget(), event):
            super().keyPressEvent(event)

    def validateCurrentPage(self) -> bool:
        # Qt asks before the next page and before the end, also on the way to a page that is opened.
        return self._is_travelling or self._reports.may_go_on()

    def reject(self) -> None:
        # Escape would hide an embedded wizard, and with it the way on.
        self._reports.leave()

    def accept(self) -> None:
        self._reports.finish()

    def _travel(self, number: int) -> None:
        """Go page by page, for a jump would spoil the wizard's history."""
        if self.currentId() == -1 or number < self.startId():
            self.setStartId(min(number, self._first()))
            self.restart()
        step = self.next if number > self.currentId() else self.back
        while self.currentId() != number:
            before = self.currentId()
            step()
            if self.currentId() in (before, -1):
                return

    def _first(self) -> int:
        open_pages = self._draft.open_pages(self.section)
        return open_pages[0].number if open_pages else 0

    def _moved(self, number: int) -> None:
        if self._is_travelling or number == -1:
            return
        if self._shown is not None:
            self._shown.flush()
        self._show(None)
        if self._shown is not None:
            self._draft.go_to(self._shown.page)

    def _show(self, question: QuestionId | None) -> None:
        page = self.currentPage()
        if not isinstance(page, QuestionPage):
            return
        self._shown = page
        page.fill()
        page.tell_whether_last()
        self._show_steps()
        self._fit()
        page.order_tabs(tuple(map(self.button, (*_AT_START, *_AT_END))))
        self._ahead.clear()
        self._ahead.add_steps(self.make_ahead(self._draft.following(page.page)))
        if self._is_stepping_back:
            question = page.asked[-1]
        # The wizard moves the focus itself once it has shown a page: ours comes after.
        QTimer.singleShot(0, page, lambda: page.take_focus(question))

    def _step(self, by: int) -> None:
        """Lead from question to question, and over the ends of a page to the one beside it."""
        page = self._shown
        if page is None or page.step(by):
            return
        if by > 0 and page.nextId() != -1:
            self.next()
        elif by < 0 and len(self.visitedIds()) > 1:
            self._is_stepping_back = True
            self.back()
            self._is_stepping_back = False

    def _fit(self) -> None:
        """Let pages reach the edges and give the buttons room; Qt lays this out again at times."""
        grid = self._inner.layout()
        if not isinstance(grid, QGridLayout):
            return
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        side, top = self._theme.metrics.space(32), self._footer_margin()
        for part in held_by(grid):
            if isinstance(part, QHBoxLayout):
                part.setContentsMargins(side, top, side, top)
            elif type(part) is QWidget:
                part.hide()  # Qt's own ruler

    def _footer_margin(self) -> int:
        return self._theme.metrics.space(5)

    def _embed(self) -> None:
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        # A least size that Qt did not set it leaves alone. Its own it would keep from before the
        # widest button got its short form, and the wizard would stick out of a narrow window.
        self.setMinimumSize(1, 1)
        own = QWizard.WizardOption
        buttons = own.HaveCustomButton1 | own.HaveCustomButton2 | own.HaveCustomButton3
        self.setOptions(own.IndependentPages | own.NoCancelButton | own.NoDefaultButton | buttons)

    def _make_buttons(self) -> None:
        texts = (
            (_Which.BackButton, _("&Back"), ButtonKind.SECONDARY),
            (_Which.CustomButton1, self._way_out[0], ButtonKind.QUIET),
            (_Which.NextButton, _("&Continue"), ButtonKind.PRIMARY),
            (_Which.FinishButton, _(_FINISH[0]), ButtonKind.PRIMARY),
        )
        for which, text, kind in texts:
            button = Button(self._theme, text, kind=kind, parent=self)
            self.setButton(which, button)
            self.setButtonText(which, text)
        self._make_steps()
        self.button(_Which.CustomButton1).clicked.connect(self.reject)
        self._name_leaving()

    def _name_leaving(self) -> None:
        """Shorten the widest button where the row would not fit, or leave it to the rail."""
        leave, (words, short) = _Which.CustomButton1, self._way_out
        # Before it is shown nobody knows how wide it will be.
        room = self.width() if self.isVisible() else self._theme.metrics.px(_ROOMY)
        shown = short if room < self._theme.metrics.px(_ROOMY) else words
        if shown != self.buttonText(leave):
            self.setButtonText(leave, shown)
        self.button(leave).setAccessibleName(without_mnemonic(words))
        end = _AT_END if room >= self._theme.metrics.px(_TIGHT) else _AT_END[1:]
        if end != self._at_end:
            self._at_end = end
            self.setButtonLayout([*_AT_START, _Which.Stretch, *end])
            self.setButtonText(_Which.FinishButton, _(_FINISH[end is not _AT_END]))
            self.button(_Which.FinishButton).setAccessibleName(without_mnemonic(_(_FINISH[0])))
            self._fit()

    def _make_steps(self) -> None:
        self.undo = IconButton(
            self._theme, Glyph.UNDO_2, name=_("Undo the last change (Ctrl+Z)"), parent=self
        )
        self.redo = IconButton(
            self._theme, Glyph.REDO_2, name=_("Redo the change (Ctrl+Shift+Z)"), parent=self
        )
        self.setButton(QWizard.WizardButton.CustomButton2, self.undo)
        self.setButton(QWizard.WizardButton.CustomButton3, self.redo)
        self.undo.clicked.connect(self._reports.undo)
        self.redo.clicked.connect(self._reports.redo)

    def _show_steps(self) -> None:
        """Show what can be undone, and what *Finish* leaves open."""
        if self._shown is not None:
            self._shown.tell_left()
            finish = self.button(_Which.FinishButton)
            finish.setAccessibleDescription(self._shown.left)
            finish.setToolTip(self._shown.left)
        self.undo.setEnabled(self._draft.steps.can_undo)
        self.redo.setEnabled(self._draft.steps.can_redo)
