"""What differs between two plans, row by row, made as far down as somebody looks."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal, Slot

from advisor.language import _
from advisor.models.ids import RuleId
from advisor.telling.comparison import AnswerRow, CompareRow, ToldComparison
from ui.awake.as_far import AsFar
from ui.compare.rows import AnswerLine, GroupHead, StatementRow, Titles
from ui.theme.theme import Theme
from ui.widgets.finding import BuildsOn
from ui.widgets.one_stop import OneStop
from ui.widgets.pile import Pile

_Row = TypeVar("_Row", AnswerRow, CompareRow)


class Differences(Pile, BuildsOn):
    """The rows under each other, all of them one stop of Tab.

    ``depth`` returns how far down they are wanted: what nobody has scrolled to is not made.
    ``built`` follows when all that is wanted is there. ``lead`` leads to a statement.
    """

    built = Signal()

    def __init__(
        self, theme: Theme, depth: Callable[[], int], lead: Callable[[RuleId], object]
    ) -> None:
        super().__init__(theme, gap=0)
        self._depth, self._lead = depth, lead
        self._pieces = AsFar(self, self._is_short)
        self._pieces.built.connect(self._built)
        self._keys = OneStop(self, self._wants_last)
        self._is_last_wanted = False

    def show_story(self, story: ToldComparison) -> None:
        """Show these rows, from the first one on."""
        self.clear()
        self._pieces.make(self._pieces_of(story))

    def clear(self) -> None:
        """Hold no row any more, nor one that is to come."""
        self._pieces.clear()
        self._keys.clear()
        self._is_last_wanted = False
        super().clear()

    def build_all(self) -> None:
        self._pieces.build_all()

    def finish_now(self) -> None:
        """Make what is missing at once, down to the end."""
        self._pieces.finish_now()

    @Slot()
    def go_on(self) -> None:
        """Make more rows where more are wanted by now."""
        self._pieces.go_on()

    @Slot()
    def _built(self) -> None:
        if self._is_last_wanted:
            self._is_last_wanted = False
            self._keys.go_to_last()
        self.built.emit()

    def _is_short(self) -> bool:
        return self.heightForWidth(self.width()) <= self._depth()

    def _wants_last(self) -> bool:
        """Return whether the last row is there; if not, it is gone to once it is."""
        self._is_last_wanted = not self._pieces.is_whole
        if self._is_last_wanted:
            self.build_all()
        return not self._is_last_wanted

    def _pieces_of(self, story: ToldComparison) -> Iterator[Callable[[], object]]:
        titles = story.before_title, story.after_title
        if story.answers:
            yield partial(self._add_head, story.answers_title, story.answers_how_many)
        for answer, place in _placed(story.answers):
            yield partial(self._add_answer, answer, titles, place)
        for block in story.blocks:
            yield partial(self._add_head, block.title, block.how_many)
            for row, place in _placed(block.rows):
                yield partial(self._add_statement, row, block.title, titles, place)

    def _add_head(self, title: str, how_many: str) -> None:
        self.add(GroupHead(self._theme, title, how_many))

    def _add_answer(self, row: AnswerRow, titles: Titles, place: str) -> None:
        made = AnswerLine(self._theme, row, titles, place)
        self.add(made)
        self._keys.add(made.stop)

    def _add_statement(self, row: CompareRow, part: str, titles: Titles, place: str) -> None:
        made = StatementRow(self._theme, row, part, titles, self._lead, place)
        made.explained.connect(partial(self._keys.add_to, made.stop))
        self.add(made)
        self._keys.add(made.stop)


def _placed(rows: Sequence[_Row]) -> Iterator[tuple[_Row, str]]:
    """Yield rows with words for which of how many each is."""
    for n, row in enumerate(rows, start=1):
        yield row, _("{n} of {all}").format(n=n, all=len(rows))
