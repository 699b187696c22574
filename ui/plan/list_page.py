"""The list of questions: what is said to each, what matters most, and where to go on."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from advisor.language import _, ngettext
from advisor.models.ids import QuestionId
from advisor.telling.moved_answers import ToldMoves
from advisor.telling.opening import FirstQuestion
from advisor.telling.questions_list import THOSE_WORDS, QuestionsList, Those
from advisor.telling.spoken import in_one_run
from ui.awake.slices import Slices
from ui.plan.answer_row import AnswerRow
from ui.plan.list_head import ListHead
from ui.plan.listed_section import ListWays, SectionOfList
from ui.plan.moved_answers_card import MovedAnswersCard
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.chips import Chips
from ui.widgets.finding import HasSearch
from ui.widgets.in_columns import Abreast
from ui.widgets.layouts import column_in, fill
from ui.widgets.pile import Pile
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.tab_order import TabOrder
from ui.widgets.text import MUTED, Summary, Text
from ui.widgets.two_line_button import TwoLineButton

_CARD, _AHEAD = 280, 60
"""The least width of a card; how far below what is seen rows are made."""


class QuestionsListPage(QWidget, HasSearch):
    """Shows a ``QuestionsList``.

    ``question_wanted`` carries a question to be answered, ``section_opened`` a section to go on
    with, ``moved_taken`` what changes when something said under an earlier edition is used or
    left out. Sections are made as they come into sight, or when all of them are looked through.
    """

    question_wanted = Signal(str)
    section_opened = Signal(str)
    moved_taken = Signal(object)
    advice_asked = Signal()
    rename_asked = Signal()
    history_asked = Signal()
    workshop_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._told: QuestionsList | None = None
        self._moved: ToldMoves | None = None
        self._first: tuple[FirstQuestion, ...] = ()
        self._focus_on: QuestionId | None = None
        self.sections: list[SectionOfList] = []
        self.area = ScrollColumn(theme, wide=True, parent=self)
        self.area.set_margins(26, 14)
        self.head = ListHead(theme, tuple(self._more()))
        self.search, self._announcer = self.head.search, Announcer(self)
        self.sentence = Summary("", of=self.head.heading, role=TextRole.LEAD)
        self.left = Text("", role=TextRole.SMALL, tint=MUTED)
        self.lead = Text("", role=TextRole.SMALL_STRONG)
        self.first_cards = Abreast(theme, least=_CARD)
        self.those = Chips(theme, list(_those()), name=_("Which questions to show"))
        self.those.select((Those.ALL.value,))
        self.nothing_shown = Text(_("No question is shown with this choice."), tint=MUTED)
        self._moved_place, self._list = Pile(theme), Pile(theme, gap=14)
        self.slices = Slices(self)
        self.slices.finished.connect(self._settle)
        self._lay_out()
        self._connect()
        self.tab_order = TabOrder(self)

    def show_plan(
        self,
        told: QuestionsList,
        *,
        moved: ToldMoves | None = None,
        focus_on: QuestionId | None = None,
    ) -> None:
        """Show the questions as they are now, with the keyboard on one that was just changed.

        Rows that are there stay; what is asked differently now comes first.
        """
        before, self._told = self._told, told
        self._focus_on = focus_on
        self.sentence.sum_up(told.sentence, spoken=in_one_run((told.sentence, told.left)))
        self.left.setText(told.left)
        self.left.setVisible(bool(told.left))
        self.head.name_way_on(told.go_on or _("See your &advice"))
        self._show_moved(moved)
        self._show_first(told)
        self._count(told)
        if before is None or _shape(before) != _shape(told):
            self._rebuild()
        else:
            for section, each in zip(self.sections, told.sections, strict=False):
                section.show_section(each)
        if self.slices.is_done:
            self._settle()

    def finish_now(self) -> None:
        """Make what is missing at once."""
        if self.slices.is_done and not self._unmade:
            return
        for _each in range(self._unmade):
            self._add()
        # What is made may ask for more meanwhile, which is there by now.
        self.slices.clear()
        self._settle()

    def row(self, question: QuestionId) -> AnswerRow | None:
        """Return the row of a question, made and shown now."""
        self.finish_now()
        for section in self.sections:
            if (found := section.rows.get(question)) is not None:
                if found.isHidden():
                    self.those.select((Those.ALL.value,))
                    self.search.line.clear()
                    self._filter()
                section.open()
                return found
        return None

    # Building

    def _lay_out(self) -> None:
        column = self.area.column
        fill(column, self.head, self.sentence, self.left, self._moved_place)
        fill(column, self.lead, self.first_cards, self.those, self.nothing_shown, self._list)
        column.addStretch(1)
        column_in(self).addWidget(self.area)
        for hidden in (self._moved_place, self.nothing_shown):
            hidden.hide()

    def _connect(self) -> None:
        self.head.go_on.clicked.connect(self._go_on)
        self.those.selected.connect(self._filter)
        self.search.searched.connect(self._search)
        bar = self.area.verticalScrollBar()
        bar.valueChanged.connect(self._make_more)
        bar.rangeChanged.connect(self._make_more)

    def _show_moved(self, moved: ToldMoves | None) -> None:
        if moved == self._moved:
            return
        self._moved = moved
        self._moved_place.clear()
        if moved is not None:
            self._moved_place.add(MovedAnswersCard(self._theme, moved, self.moved_taken.emit))
        self._moved_place.setVisible(moved is not None)

    def _show_first(self, told: QuestionsList) -> None:
        self.lead.setText(told.lead)
        self.lead.setVisible(bool(told.lead))
        self.first_cards.setVisible(bool(told.first))
        if told.first == self._first:
            return
        self._first = told.first
        self.first_cards.clear()
        for each in told.first:
            card = TwoLineButton(
                self._theme,
                each.text,
                each.effect,
                glyph=Glyph.CIRCLE_DASHED,
                tone=Tone.UNCERTAIN,
                filled=True,
                name=in_one_run((_("Answer: {question}").format(question=each.text), each.effect)),
            )
            card.clicked.connect(partial(self.question_wanted.emit, each.question))
            self.first_cards.add(card)

    def _count(self, told: QuestionsList) -> None:
        for those, number in told.counts().items():
            chip = self.those.chips[those.value]
            chip.say(_("{which} {n}").format(which=THOSE_WORDS[those], n=number))
            chip.setVisible(bool(number) or chip.isChecked() or those is Those.ALL)

    def _rebuild(self) -> None:
        here = QApplication.focusWidget()
        if self._focus_on is None and isinstance(here, AnswerRow) and self.isAncestorOf(here):
            self._focus_on = here.line.question
        self.slices.clear()
        self.sections.clear()
        self._list.clear()
        self._make_more()

    @Slot()
    def _make_more(self) -> None:
        """Make the next section while those that are there do not reach below what is seen."""
        if self._unmade and self.slices.is_done and self._is_short:
            self.slices.add(self._add)

    @property
    def _unmade(self) -> int:
        """How many sections were not made yet."""
        return len(self._told.sections) - len(self.sections) if self._told is not None else 0

    @property
    def _is_short(self) -> bool:
        """Whether more is looked for than is there, or could be scrolled to soon."""
        if self._focus_on is not None or self._looked_for() != (Those.ALL, ""):
            return True
        seen = self.area.verticalScrollBar().value() + self.area.viewport().height()
        made = self._list.y() + self._list.heightForWidth(self._list.width())
        return made < seen + self._theme.metrics.px(_AHEAD)

    def _add(self) -> None:
        """Make the next section as it is by now."""
        if self._told is not None and self._unmade:
            at = len(self.sections)
            ways = ListWays(
                question=self.question_wanted.emit,
                section=self.section_opened.emit,
                move=self._move,
            )
            made = SectionOfList(self._theme, self._told.sections[at], ways)
            self.sections.append(made)
            self._list.add(made, shown=bool(made.show_those(*self._looked_for())))

    @Slot()
    def _settle(self) -> None:
        self._make_more()
        if not self.slices.is_done:
            return
        self._filter()
        self.tab_order.settle()
        question, self._focus_on = self._focus_on, None
        row = self.row(question) if question is not None else None
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    # What a person does

    def _looked_for(self) -> tuple[Those, str]:
        return Those((*self.those.selection, Those.ALL)[0]), self.search.text.strip()

    @Slot()
    def _filter(self, _keys: object = None) -> None:
        self._make_more()
        those, words = self._looked_for()
        shown = 0
        for section in self.sections:
            number = section.show_those(those, words)
            shown += number
            if section.isHidden() is bool(number):
                section.setVisible(bool(number))
        self.nothing_shown.setVisible(not shown and self.slices.is_done)

    @Slot(str)
    def _search(self, words: str) -> None:
        self._filter()
        if words and self._told is not None:
            n = self._told.count(*self._looked_for())
            found = ngettext("{n} question found.", "{n} questions found.", n).format(n=n)
            self._announcer.say_soon(found if n else self.nothing_shown.text())

    def _move(self, row: AnswerRow, step: int) -> None:
        """Lead the keyboard to the row before or after one."""
        rows = [each for section in self.sections for each in section.shown_rows]
        at = rows.index(row) + step
        if 0 <= at < len(rows):
            reason = Qt.FocusReason
            rows[at].setFocus(reason.TabFocusReason if step > 0 else reason.BacktabFocusReason)

    def _go_on(self) -> None:
        if self._told is not None and self._told.waiting is not None:
            self.section_opened.emit(self._told.waiting)
        else:
            self.advice_asked.emit()

    def _more(self) -> Iterator[tuple[str, Callable[[], object]]]:
        yield _("&Rename the plan…"), self.rename_asked.emit
        yield _("What c&hanged"), self.history_asked.emit
        yield _("&Workshop mode (F5)"), self.workshop_asked.emit


def _those() -> Iterator[tuple[str, str]]:
    for those, words in THOSE_WORDS.items():
        yield those.value, words


def _shape(told: QuestionsList) -> tuple[object, ...]:
    """Return which questions stand in which section."""
    return tuple(
        (section.section, *(line.question for line in section.questions))
        for section in told.sections
    )
