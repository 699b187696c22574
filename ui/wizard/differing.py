"""Who sees a question differently: each with what they say, and a form for one more."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models import texts
from advisor.models.plan import Comment, EntryKey, EntryKind
from advisor.models.questionnaire import Question
from advisor.models.stored import field_of
from advisor.telling.disagreement import sees_it_differently
from advisor.telling.unfinished import NEW
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button, ButtonKind, press_by_enter
from ui.widgets.contents import clear_out
from ui.widgets.fields import TextField
from ui.widgets.layouts import column_in, fill, row_in, row_of
from ui.widgets.pictures import Picture
from ui.widgets.text import Text

Differ = Callable[[EntryKey, Comment | None], object]
"""What is done with a comment: it is added or changed, or with None removed."""


class Differing(QWidget):
    """Everybody who sees one question differently, and the way to write down one more.

    ``closed`` comes when the form was left or what was written is kept. ``offers_more``: there is
    a button for one more where there is one already.
    """

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        question: Question,
        differ: Differ,
        parent: QWidget | None = None,
        *,
        offers_more: bool = True,
    ) -> None:
        super().__init__(parent)
        self._theme, self._question, self._differ = theme, question, differ
        self._offers_more = offers_more
        self._comments: tuple[Comment, ...] = ()
        self.form: DifferingForm | None = None
        column = column_in(self, theme.metrics.space(6))
        self._lines_box, self._form_box = QWidget(self), QWidget(self)
        self._lines = column_in(self._lines_box, theme.metrics.space(2))
        self._form_place = column_in(self._form_box)
        self._waits = Text("", role=TextRole.SMALL_STRONG, tint=Tone.CAUTION, parent=self)
        fill(column, self._lines_box, self._form_box, self._waits)
        self._form_box.hide()
        self.more = Button(
            theme,
            _("Someone else sees it differently"),
            kind=ButtonKind.QUIET,
            glyph=Glyph.PLUS,
            name=_("Someone else sees it differently: {question}").format(question=question.text),
            role=TextRole.SMALL_STRONG,
            parent=self,
        )
        self.more.clicked.connect(self._write_more)
        column.addWidget(self.more)
        self._show_lines()

    def show_comments(self, comments: Sequence[Comment]) -> None:
        """Show these; what is being written meanwhile stays."""
        if tuple(comments) != self._comments:
            self._comments = tuple(comments)
            self._show_lines()

    def write(self, comment: Comment | None = None) -> None:
        """Open the form, for one more or for one that is there, with the keyboard in it."""
        if self.form is None or self.form.comment != comment:
            self._close_form()
            self._waits.setText("")
            self.form = DifferingForm(self._theme, self._question, comment, self)
            self.form.kept.connect(self._keep)
            self.form.left.connect(self._leave)
            self.form.put_off.connect(self._put_off)
            self._form_place.addWidget(self.form)
            self._form_box.show()
            self.more.hide()
        self.form.who.take_focus()

    def _write_more(self) -> None:
        self.write()

    def _leave(self) -> None:
        self._close_form()
        self.closed.emit()

    def _put_off(self) -> None:
        self._waits.setText(_("Not noted yet: what you wrote waits until you write here again."))
        announce(self, self._waits.text())
        self._leave()

    def _keep(self, comment: Comment) -> None:
        self._close_form()
        self._differ(comment.key, comment)
        announce(self, _("Noted. {words}").format(words=sees_it_differently(comment)))
        self.closed.emit()

    def _remove(self, comment: Comment, _checked: bool = False) -> None:
        self._differ(comment.key, None)
        self.closed.emit()

    def _change(self, comment: Comment, _checked: bool = False) -> None:
        self.write(comment)

    def _close_form(self) -> None:
        self.form = None
        clear_out(self._form_place)
        self._form_box.hide()
        self._show_more()

    def _show_lines(self) -> None:
        clear_out(self._lines)
        for comment in self._comments:
            self._lines.addWidget(self._line(comment))
        self._lines_box.setVisible(bool(self._comments))
        self._show_more()

    def _show_more(self) -> None:
        is_wanted = self._offers_more and bool(self._comments) and self.form is None
        self.more.setVisible(is_wanted)

    def _line(self, comment: Comment) -> QWidget:
        line, words = QWidget(self), sees_it_differently(comment)
        row = row_in(line, self._theme.metrics.space(8))
        sign = Picture(self._theme, Glyph.MESSAGE_SQUARE, tone=Tone.CAUTION, size=18, parent=line)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Text(words, role=TextRole.SMALL_STRONG, tint=Tone.CAUTION, parent=line), 1)
        for verb, glyph, act in (
            (_("Change"), Glyph.PENCIL, partial(self._change, comment)),
            (_("Remove"), Glyph.TRASH_2, partial(self._remove, comment)),
        ):
            name = _("{verb}: {what}").format(verb=verb, what=words)
            role = TextRole.SMALL_STRONG
            button = Button(
                self._theme,
                verb,
                kind=ButtonKind.QUIET,
                glyph=glyph,
                name=name,
                role=role,
                parent=line,
            )
            button.clicked.connect(act)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line


class DifferingForm(QWidget):
    """Asks who sees it differently, and how. ``kept`` carries the comment; ``left``: nothing.

    What is half written is there again in the next form, until it is kept or given up;
    ``put_off`` says that it waits.
    """

    kept = Signal(object)
    left = Signal()
    put_off = Signal()

    def __init__(
        self,
        theme: Theme,
        question: Question,
        comment: Comment | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.comment, self._question = comment, question
        new = EntryKey(EntryKind.COMMENT, f"{NEW}{question.id}")
        key = comment.key if comment is not None else new
        self.who = TextField(
            theme,
            _("Who sees it differently?"),
            kept_as=field_of(key, "who"),
            hint=_("Such as the mothers or a peer; never a name."),
            asks_no_names=False,
            longest=texts.TITLE_LENGTH,
        )
        self.text = TextField(
            theme,
            _("How do they see it, and why?"),
            kept_as=field_of(key, "text"),
            hint=_("It stands beside the answer, here and on paper. No rule reads it."),
            longest=texts.NOTE_LENGTH,
        )
        for field in (self.who, self.text):
            name = _("{field} {question}").format(field=field.label.text(), question=question.text)
            field.line.setAccessibleName(name)
        if comment is not None:
            self.who.set_text(comment.who)
            self.text.set_text(comment.text)
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        fields = Beside(theme, least=300, parent=self)
        fields.add(self.who, fills=False, share=2)
        fields.add(self.text, fills=False, share=3)
        words = _("Write it down") if self.comment is None else _("Save the change")
        self.keep = Button(theme, words, glyph=Glyph.CHECK, parent=self)
        self.cancel = Button(theme, _("Cancel"), kind=ButtonKind.QUIET, parent=self)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self._give_up)
        self.who.line.returnPressed.connect(self.text.take_focus)
        self.text.line.returnPressed.connect(self._keep)
        fill(column_in(self), fields, row_of(self.keep, self.cancel))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter in the form: what it did there must not press what has the keyboard next."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not press_by_enter(self.focusWidget(), event) and not is_enter:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Leave what is written for another time."""
        was = ("", "") if self.comment is None else (self.comment.who, self.comment.text)
        is_written = (self.who.text.strip(), self.text.text.strip()) != was
        (self.put_off if is_written else self.left).emit()

    def _give_up(self) -> None:
        self._let_go()
        self.left.emit()

    def _let_go(self) -> None:
        self.who.let_go()
        self.text.let_go()

    def _keep(self) -> None:
        who, text = (texts.tidied(field.text).strip() for field in (self.who, self.text))
        if not text:
            self.text.show_fault(_("Write how they see it."))
        for field, is_ready in ((self.who, True), (self.text, bool(text))):
            if not field.is_possible or not is_ready:
                field.take_focus()
                return
        self._let_go()
        new = Comment(id=str(uuid.uuid4()), question=self._question.id, text=text)
        self.kept.emit(replace(self.comment or new, who=who, text=text))
