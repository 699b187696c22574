"""How the register fits its pages: how wide its columns are, and how many texts each cell shows.

Only the typesetter knows how high a text becomes. Here that is reckoned from its letters, closely
enough to choose by.
"""

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor.language import ngettext

Cells = tuple[tuple[str, ...], ...]
"""What each column of words could say of one risk, the most important text first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The words of one risk: its title and the field's term, and what its cells could say."""

    title: str
    term: str = ""
    cells: Cells


MOST = 3
"""How many texts a cell shows at most; the table for a spreadsheet has all."""

_FEWEST_PAGES = 2
"""One page would leave out too much."""

_ROOM, _HEAD_OF_PAPER = 163, 26
"""The millimetres that risks have on a page, and how many the head of the paper takes."""
_SPARE, _REMARK = 6, 10
"""What stays free of a page, since heights are reckoned, and what a remark at the end takes."""
_NO_BREAK = "\N{NO-BREAK SPACE}"

_SHARED, _NARROWEST, _STEP = 220, 30, 2
"""What the columns share, the least that one has, and what moves between two, in millimetres."""
_EDGES, _BULLET, _LETTER = 3.6, 3.8, 1.72
"""What of a column stays blank, what a list takes of it, and how wide a letter is, with what a line
leaves at its end."""
_HEAD, _LINE = 9.5, 3.95
"""How high the head of a risk is, with the edges of its row, and a line."""
_HEAD_WIDTH, _HEAD_LINE, _TITLE_LETTER, _TERM_LETTER = 138, 4.6, 1.97, 1.46
"""What a line of a head has for words, how much higher each line more makes it, and how wide the
letters of title and term are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """The widths of the columns in millimetres, and for each risk what its cells show."""

    widths: tuple[int, ...]
    shown: tuple[tuple[int, ...], ...]


def fit(risks: Sequence[Texts], *, order: Sequence[int], remark: bool) -> Fit:
    """Return how the risks stand on as few pages as they can, but on two if one would do.

    One text in each cell sets how many pages there are. Each cell shows as many as cost no page
    more; where the pages have room left, more is said column by column in the ``order`` given, of
    the first risks first. ``remark``: one follows the table.
    """
    after = _REMARK if remark else 0
    fewest = max(_FEWEST_PAGES, _Table(risks, 1).pages(after))
    tables = (_Table(risks, most) for most in range(MOST, 0, -1))
    table = next(each for each in tables if each.most == 1 or each.pages(after) <= fewest)
    _fill(table, fewest, after, order)
    return Fit(widths=table.widths, shown=tuple(map(tuple, table.shown)))


def left_out(texts: Sequence[str], shown: int) -> str:
    """Say how many texts a cell leaves out; nothing where it shows all."""
    more = len(texts) - shown
    words = ngettext("And {n} more.", "And {n} more.", more).format(n=more) if more else ""
    # In a narrow column it would break over lines that nobody reckoned with.
    return words.replace(" ", _NO_BREAK)


class _Table:
    """The risks with up to ``most`` texts in each of their cells, and the best widths for these."""

    def __init__(self, risks: Sequence[Texts], most: int) -> None:
        self.most = most
        self.cells = [risk.cells for risk in risks]
        self.shown = [[min(most, len(texts)) for texts in cells] for cells in self.cells]
        self._heads = [*map(_height_of_head, risks)]
        self._letters = [
            [_letters(texts, shown) for texts, shown in zip(*each, strict=True)]
            for each in zip(self.cells, self.shown, strict=True)
        ]
        self.widths = self._best_widths()
        self._heights = [*map(self._height, range(len(risks)))]

    def show(self, risk: int, column: int, shown: int) -> None:
        """Have a cell show so many texts."""
        self.shown[risk][column] = shown
        self._letters[risk][column] = _letters(self.cells[risk][column], shown)
        self._heights[risk] = self._height(risk)

    def pages(self, after: float) -> int:
        """Return how many pages the risks take, with so many millimetres behind them."""
        pages, left = 1, _room(0)
        for height in self._heights:
            if height > left < _room(pages - 1):
                pages, left = pages + 1, _room(pages)
            left -= height
        return pages if after <= left else pages + 1

    def _height(self, risk: int) -> float:
        """Return how high a risk is, in millimetres."""
        cells = zip(self._letters[risk], self.widths, strict=True)
        return self._heads[risk] + _LINE * max(
            sum(math.ceil(letters / _letters_a_line(width, texts)) for letters in texts)
            for texts, width in cells
        )

    def _best_widths(self) -> tuple[int, ...]:
        """Return the widths with which the table is about as low as it can be.

        Room goes from one column to another as long as that makes the table lower.
        """
        columns = max(map(len, self.cells), default=1)
        best = (_SHARED // columns,) * columns
        lowest = self._lines_in_all(best)
        while True:
            low, other = min((self._lines_in_all(each), each) for each in _moved(best))
            if low >= lowest:
                return best
            lowest, best = low, other

    def _lines_in_all(self, widths: tuple[int, ...]) -> float:
        """Return how many lines the risks have, with parts of lines.

        Whole lines would hide that a column is a little too narrow.
        """
        return sum(
            max(
                sum(texts) / _letters_a_line(width, texts)
                for texts, width in zip(cells, widths, strict=True)
            )
            for cells in self._letters
        )


def _height_of_head(risk: Texts) -> float:
    width = len(risk.title) * _TITLE_LETTER + len(risk.term) * _TERM_LETTER
    return _HEAD + _HEAD_LINE * (math.ceil(width / _HEAD_WIDTH) - 1)


def _letters(texts: Sequence[str], shown: int) -> list[int]:
    """Return how long each text is that a cell shows, the last with what it says of the others."""
    letters = [len(text) for text in texts[:shown]] or [0]
    letters[-1] += len(left_out(texts, shown))
    return letters


def _letters_a_line(width: int, texts: Sequence[int]) -> float:
    return (width - _EDGES - (_BULLET if len(texts) > 1 else 0)) / _LETTER


def _moved(widths: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for giver, taker in itertools.permutations(range(len(widths)), 2):
        if widths[giver] - _STEP >= _NARROWEST:
            moved = list(widths)
            moved[giver] -= _STEP
            moved[taker] += _STEP
            yield tuple(moved)


def _room(page: int) -> float:
    return _ROOM - _SPARE - (0 if page else _HEAD_OF_PAPER)


def _fill(table: _Table, pages: int, after: float, order: Sequence[int]) -> None:
    """Have the cells say more while that takes no page more."""
    for shown, column, risk in itertools.product(range(1, MOST), order, range(len(table.cells))):
        if table.shown[risk][column] == shown < len(table.cells[risk][column]):
            table.show(risk, column, shown + 1)
            if table.pages(after) > pages:
                table.show(risk, column, shown)
