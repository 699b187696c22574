"""The list of all that the advice says, part by part, built in slices."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from advisor.language import _
from advisor.models.ids import RuleId
from advisor.telling.advice import AdvicePart, AdviceStory, same_shape
from ui.advice.asides import AdvicePile
from ui.advice.asks import Asks
from ui.advice.both_sides import BothSides
from ui.advice.first_questions import FirstQuestions
from ui.advice.gates_box import GatesBox
from ui.advice.jumps import Jump
from ui.advice.notes import NoteCard, OwnRiskCard
from ui.advice.order import BOTH_SIDES, NOTES, ORDER, QUESTIONS, jumps_to
from ui.advice.parts_made import PartsMade
from ui.advice.row import FindingRow, RowWays
from ui.advice.section_view import SectionView
from ui.awake.awaited import Wish
from ui.theme.theme import Theme
from ui.widgets.finding import BuildsOn
from ui.widgets.layouts import column_in, fill
from ui.widgets.text import Heading

Landing = SectionView | BothSides


class AdviceList(QWidget, BuildsOn):
    """Shows an ``AdviceStory``. Rows keep their places until ``settle_places``.

    ``built`` follows when all is there down to the depth that is asked for: what nobody has
    scrolled to is not made, and ``let_go_below`` lets go of what nobody needs any more.
    """

    def __init__(self, theme: Theme, asks: Asks, enter: Callable[[FindingRow], object]) -> None:
        super().__init__()
        self._theme, self._asks = theme, asks
        self._ways = RowWays(move=self._move, enter=enter)
        self._story: AdviceStory | None = None
        self._is_beside, self._is_narrow = False, False
        self._current: RuleId | None = None
        self._sections: dict[str, SectionView] = {}
        self._gates: list[GatesBox] = []
        self.both_sides: BothSides | None = None
        self._pile = AdvicePile(theme, gap=14, parent=self)
        self._parts = PartsMade(self._pile, self)
        self._parts.gone.connect(self._gone)
        fill(column_in(self), self._pile)

    @property
    def built(self) -> SignalInstance:
        """All is there that is asked for."""
        return self._parts.built

    @property
    def is_built(self) -> bool:
        """Whether all is there that is asked for."""
        return self._parts.is_done

    @property
    def rows(self) -> tuple[FindingRow, ...]:
        """The rows that were made so far, from top to bottom."""
        made = (self._sections[part] for part in ORDER if part in self._sections)
        return tuple(row for section in made for row in section.rows)

    @property
    def gates(self) -> tuple[GatesBox, ...]:
        """What is missing, and what is not said yet."""
        return tuple(self._gates)

    @property
    def jumps(self) -> tuple[Jump, ...]:
        """The parts that have something in them."""
        return tuple(jumps_to(self._story)) if self._story is not None else ()

    def section(self, part: str) -> SectionView:
        """Return one part of the list."""
        return self._sections[part]

    def finish_now(self) -> None:
        """Build what is missing at once, down to the end."""
        self._parts.finish_now()

    def reach(self, depth: int) -> None:
        """Build the list at least so far down."""
        self._parts.reach(depth)

    def build_all(self) -> None:
        self._parts.reach()

    def let_go_below(self, depth: int) -> None:
        """Let go of the parts that begin farther down: nobody looks at the list."""
        self._parts.let_go_below(depth)

    def show_story(self, story: AdviceStory) -> None:
        """Tell the advice; where only states changed, rows change in place."""
        before, self._story = self._story, story
        if before is None or not same_shape(before, story) or not self._sections:
            self._rebuild(story)
            return
        self._show_gates(story)
        for block in story.blocks:
            if block.id in self._sections:
                self._sections[block.id].show_block(block)
        if self.both_sides is not None:
            self.both_sides.show_stories(story.tensions)

    def settle_places(self) -> None:
        """Put every row where it belongs now: nobody is looking at the list."""
        moved = any(
            [row.story.rule for row in section.rows]
            != [story.rule for story in section.block.cards]
            for section in self._sections.values()
            if section.rows
        )
        if moved and self._story is not None:
            self._rebuild(self._story)

    def show_beside(self, *, is_beside: bool, is_narrow: bool) -> None:
        """Take little room while a statement stands beside the list; in a narrow one rows alone."""
        if (is_beside, is_narrow) == (self._is_beside, self._is_narrow):
            return
        self._is_beside, self._is_narrow = is_beside, is_narrow
        for section in self._sections.values():
            section.show_beside(is_beside=is_beside)
        for made in self._gates:
            made.show_beside(is_beside=is_beside)
        for aside in self._pile.asides:
            aside.setVisible(not is_narrow)
        self._pile.measure_all()

    def show_current(self, rule: RuleId | None) -> None:
        """Mark the row that is open."""
        self._current = rule
        for section in self._sections.values():
            section.show_current(rule)

    def row(self, rule: RuleId) -> FindingRow | None:
        """Return a statement's row if it is there by now; a part that is closed opens for it."""
        for section in self._sections.values():
            if (row := section.row(rule)) is not None:
                return row
        return None

    def with_row(self, rule: RuleId, then: Callable[[FindingRow], object]) -> None:
        """Do this with a statement's row once the list reaches down to it."""
        self._parts.want(Wish(partial(self.row, rule), then))

    def with_landing(self, key: str, below: int, then: Callable[[Landing], object]) -> None:
        """Do this with a part of the list once it is there, with so much below its top."""
        self._parts.want(Wish[Landing](partial(self._landing, key, below), then))

    def part_at(self, top: int) -> str:
        """Return the part that is read when the list is scrolled down so far."""
        found = ""
        for jump in self.jumps:
            part = self.both_sides if jump.key == BOTH_SIDES else self._sections.get(jump.key)
            if part is not None and (not found or part.y() <= top):
                found = jump.key
        return found

    # Building

    def _rebuild(self, story: AdviceStory) -> None:
        here = QApplication.focusWidget()
        had = here.story.rule if isinstance(here, FindingRow) and self.isAncestorOf(here) else None
        self._sections, self._gates, self.both_sides = {}, [], None
        self._parts.clear()
        for at in range(len(story.gates)):
            self._parts.add(partial(self._gates_box, at))
        for key in ORDER:
            self._add_part(key, story)
        if story.own_risks:
            self._add_aside(self._own_risks)
        if had is not None:
            self.with_row(had, _focus)
        self._parts.go_on()

    def _landing(self, key: str, below: int) -> Landing | None:
        part = self.both_sides if key == BOTH_SIDES else self._sections.get(key)
        if part is None or self._parts.is_whole:
            return part
        is_enough = self._parts.height >= part.y() + below
        return part if is_enough else None

    def _gone(self, part: QWidget) -> None:
        self._sections = {key: each for key, each in self._sections.items() if each is not part}
        self._gates = [each for each in self._gates if each is not part]
        if self.both_sides is part:
            self.both_sides = None

    def _add_part(self, key: str, story: AdviceStory) -> None:
        if key == QUESTIONS and story.first_questions:
            make = partial(FirstQuestions, self._theme, story.first_questions, self._asks)
            self._add_aside(make)
        elif key == BOTH_SIDES and story.tensions:
            self._add_aside(self._make_both_sides)
        elif key == NOTES:
            self._add_notes(story)
        for block in story.blocks:
            if block.id == key:
                self._parts.add(partial(self._section, block.id))

    def _add_aside(self, make: Callable[[], QWidget]) -> None:
        self._parts.add(make, shown=lambda: not self._is_narrow)

    @property
    def _told(self) -> AdviceStory:
        """What is told now: a part that is made late tells the newest."""
        if self._story is None:
            raise RuntimeError("nothing is made before it is told")
        return self._story

    def _gates_box(self, at: int) -> QWidget:
        made = GatesBox(self._theme, self._told.gates[at], self._asks)
        made.show_beside(is_beside=self._is_beside)
        self._gates.append(made)
        return made

    def _show_gates(self, story: AdviceStory) -> None:
        """Show the newest gates where the same boxes stand, else build the list anew."""
        if [box.group.is_missing for box in self._gates] != [g.is_missing for g in story.gates]:
            self._rebuild(story)
            return
        for made, group in zip(self._gates, story.gates, strict=True):
            made.show_group(group)

    def _section(self, key: AdvicePart) -> QWidget:
        block = next(each for each in self._told.blocks if each.id == key)
        made = SectionView(self._theme, block, self._asks, self._ways, self._parts.slices)
        made.show_beside(is_beside=self._is_beside)
        made.show_current(self._current)
        self._sections[key] = made
        return made

    def _make_both_sides(self) -> QWidget:
        self.both_sides = BothSides(self._theme, self._told.tensions, self._asks)
        return self.both_sides

    def _add_notes(self, story: AdviceStory) -> None:
        if story.notes:
            title = _("What our evidence leaves out, and what needs care")
            self._add_aside(partial(Heading, title, level=2))
        for note in story.notes:
            self._add_aside(partial(NoteCard, self._theme, note))

    def _own_risks(self) -> QWidget:
        box = QWidget()
        column = column_in(box)
        column.addWidget(Heading(_("Risks added by you"), level=2))
        fill(column, *(OwnRiskCard(self._theme, risk) for risk in self._told.own_risks))
        return box

    # Moving

    def _move(self, row: FindingRow, step: int) -> None:
        """Lead the focus to the row before or after one."""
        rows = [each for each in self.rows if each.isVisibleTo(self)]
        at = rows.index(row) + step
        if 0 <= at < len(rows):
            reason = (
                Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
            )
            rows[at].setFocus(reason)


def _focus(row: FindingRow) -> None:
    row.setFocus(Qt.FocusReason.OtherFocusReason)
