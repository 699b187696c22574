"""Workshop mode: one large question at a time, for a room that answers together."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from advisor.interview.draft import InterviewDraft
from advisor.interview.one_by_one import DIFFERS_KEY, OPEN_KEYS, OPTION_KEYS, WHY_KEY, OneByOne
from advisor.language import _
from advisor.models.ids import QuestionId
from advisor.models.plan import EntryKey, EntryKind
from advisor.telling.feeding import WizardWords
from advisor.telling.workshop_mode import (
    tell_keys,
    tell_place,
    tell_question,
    tell_writing_keys,
)
from ui.theme.larger import LargerTheme
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind, press_by_enter
from ui.widgets.cards import Rule
from ui.widgets.contents import put_in_place
from ui.widgets.layouts import column_in, fill
from ui.widgets.letters import LetterShortcuts
from ui.widgets.progress import ProgressLine
from ui.widgets.roles import heard_if
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.tab_order import TabOrder
from ui.widgets.text import MUTED, Text
from ui.wizard.reports import Reports
from ui.wizard.workshop_question import WorkshopQuestion

_LETTERS = dict.fromkeys(OPTION_KEYS + OPEN_KEYS + WHY_KEY + DIFFERS_KEY)


class WorkshopPage(QWidget):
    """Asks what ``going`` has open, in type that is read from across a room.

    Keys of one letter answer wherever the keyboard is, but not in a field of words.
    """

    def __init__(
        self,
        theme: Theme,
        words: WizardWords,
        draft: InterviewDraft,
        going: OneByOne,
        reports: Reports,
    ) -> None:
        super().__init__()
        self._words, self._draft, self._going, self._reports = words, draft, going, reports
        self._theme, self._says_keys = LargerTheme(theme, self), True
        self.whole = QWidget(self)
        self.progress = ProgressLine(theme, name=_("Questions of this plan"), parent=self.whole)
        self.leave = Button(theme, _("&Leave workshop mode"), parent=self.whole)
        self.leave.clicked.connect(reports.leave)
        self.area = ScrollColumn(theme, wide=True, parent=self.whole)
        self.area.set_margins(26, 12)
        self.asked = self._make()
        self.back = Button(self._theme, _("&Back"), parent=self.whole)
        self.next = Button(self._theme, "", kind=ButtonKind.PRIMARY, parent=self.whole)
        self.keys = Text("", role=TextRole.SMALL, tint=MUTED, parent=self.whole)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self._lay_out(theme)
        self._theme.style(self.whole)
        self._tab_order = TabOrder(self.whole)
        self.setMinimumSize(1, 1)
        self._listen()
        self._theme.changed.connect(self._name)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show_keys)
        self._name()

    def open(self) -> None:
        """Show the question that is open now, the keyboard at its heading; its keys are heard."""
        self._says_keys = True
        self._show()

    def _go_to(self) -> None:
        """Show a question after another."""
        self._says_keys = False
        self._show()

    def _show(self) -> None:
        self._theme.follow()
        self.asked.flush()
        if self.asked.question.id == self._going.question:
            self.asked.show_answer()
        else:
            self.asked = put_in_place(self.area.column, self.asked, self._make())
            self.asked.show()
        self.area.verticalScrollBar().setValue(0)
        self._name()
        self._tab_order.settle()
        self.asked.take_focus()

    def show_change(self, key: EntryKey) -> None:
        """Show what was said or undone; an answer to another question leads there."""
        question = QuestionId(key.id)
        is_here = question == self.asked.question.id
        if key.kind is EntryKind.ANSWER and not is_here and question in self._going.asked:
            self._going.open(question)
            self._go_to()
        else:
            self.asked.show_answer()
            self._name()

    def flush(self) -> None:
        """Report at once what still waits for a pause in typing."""
        self.asked.flush()

    def go_on(self) -> None:
        """Open the next question; after the last, the way out."""
        self.flush()
        if not self.asked.is_possible:
            self.asked.input.take_focus()
        elif self._going.go_on():
            self._go_to()
        else:
            self._reports.finish()

    def go_back(self) -> None:
        """Open the question before, if there is one."""
        self.flush()
        if self._going.go_back():
            self._go_to()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if press_by_enter(self.focusWidget(), event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        else:
            super().keyPressEvent(event)

    def _listen(self) -> None:
        letters = LetterShortcuts(self._theme, self)
        for letter in _LETTERS:
            letters.add(letter, partial(self._press, letter))
        for key, act in (
            (Qt.Key.Key_Right, self.go_on),
            (Qt.Key.Key_Left, self.go_back),
            (Qt.Key.Key_Escape, self._leave),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _press(self, letter: str) -> None:
        did = self.asked.press(letter)
        if did is self.asked or did is self.asked.why:
            # What it opens unfolds under it; closed, the whole question is seen again.
            self.area.show_from_top(did)
        elif did is not None:
            self.area.show_whole_soon(did)

    def _leave(self) -> None:
        if not self.asked.leave_field():
            self._reports.leave()

    def _make(self) -> WorkshopQuestion:
        question = self._draft.questionnaire[self._going.question]
        return WorkshopQuestion(
            self._theme, question, self._words, self._draft, self._reports, self.area
        )

    def _name(self) -> None:
        going, question = self._going, self.asked.question
        is_last = going.number == len(going.asked)
        self.next.setText(_("&Finish") if is_last else _("&Next"))
        self.next.updateGeometry()
        self.back.setEnabled(going.number > 1)
        keys = tell_keys(question, has_letters=self._theme.has_letter_keys)
        self._show_keys()
        # Heard once: said with every question, they would be most of what is said.
        said = keys if self._says_keys else ""
        heard = tell_question(going, question, self._draft.answer(question.id), said)
        # It is read when the keyboard comes to the heading. What a key has answered is said by
        # itself, and a share of a hundred before the question would say less than its place.
        with heard_if(heard=False):
            self.progress.show_progress(going.number, len(going.asked), tell_place(going))
            self.asked.heading.setAccessibleDescription(heard)

    def _show_keys(self) -> None:
        """Show what the keys do where the keyboard is."""
        asked = self.asked
        if asked.is_in_number or asked.is_in_words:
            keys = tell_writing_keys(is_number=asked.is_in_number)
        else:
            keys = tell_keys(asked.question, has_letters=self._theme.has_letter_keys)
        self.keys.setText(keys)

    def _lay_out(self, theme: Theme) -> None:
        space = theme.metrics.space
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.setContentsMargins(space(26), space(12), space(26), 0)
        top.setSpacing(space(16))
        top.addWidget(self.progress, 1)
        top.addWidget(self.leave)
        foot.setContentsMargins(space(26), space(6), space(26), space(6))
        foot.setSpacing(space(12))
        foot.addWidget(self.back)
        foot.addWidget(self.keys, 1)
        foot.addWidget(self.next)
        self.area.column.addWidget(self.asked)
        self.area.column.addStretch(1)
        column = column_in(self.whole, 0)
        fill(column, top)
        column.addWidget(self.area, 1)
        fill(column, Rule(self._theme, self.whole), foot)
        column_in(self, 0).addWidget(self.whole)
