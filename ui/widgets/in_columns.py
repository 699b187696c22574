"""Cards in as many columns as a page has room for, none wider than reads well."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.flowing import in_columns
from ui.widgets.pile import Pile

_LEAST = 560
_AROUND = 48
"""What a card in a column may have at its sides beside the words."""


class InColumns(Pile):
    """A pile in columns, read down one and then the next. A card that grows keeps its column.

    A column is at least so wide as ``least`` says, at a text size of 100 per cent.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        gap: int = 12,
        least: int = _LEAST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, gap=gap, parent=parent)
        self._least = least
        # For each number of columns, for layouts ask for widths that a page never has.
        self._settled: dict[int, tuple[tuple[QWidget, ...], list[int]]] = {}

    def most_columns(self, width: int) -> int:
        """Return how many columns there is room for in a width."""
        metrics = self._theme.metrics
        return max(1, (width + self._between) // (metrics.px(self._least) + self._between))

    @property
    def _between(self) -> int:
        return max(self.gap, self._theme.metrics.space(12))

    def _forget_all(self) -> None:
        self._settled.clear()
        super()._forget_all()

    def _place(self) -> None:
        if self.isVisible():
            for card, area in self._areas(self.width()):
                card.setGeometry(area)

    def _height_at(self, width: int) -> int:
        return max((area.bottom() + 1 for _card, area in self._areas(width)), default=0)

    def _areas(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Return where the cards that are shown stand in a width."""
        gap, between, metrics = self.gap, self._between, self._theme.metrics
        shown = tuple(card for card in self.cards if not card.isHidden())
        count = max(1, min(len(shown), self.most_columns(width)))
        most = metrics.reading_width + (metrics.px(_AROUND) if count > 1 else 0)
        wide = min(most, (width - between * (count - 1)) // count)
        heights = [self._height_of(card, wide) for card in shown]
        settled_for, columns = self._settled.get(count, ((), []))
        if shown != settled_for:
            columns = in_columns(heights, count, gap)
            self._settled[count] = shown, columns
        tops = [0] * count
        areas = []
        for card, height, column in zip(shown, heights, columns, strict=True):
            left = column * (wide + between)
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                left = width - left - wide
            areas.append((card, QRect(left, tops[column], wide, height)))
            tops[column] += height + gap
        return areas


class Abreast(Pile):
    """A few cards of one height beside each other, or under one another where room is short."""

    def __init__(
        self, theme: Theme, *, least: int, gap: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, gap=gap, parent=parent)
        self._least = least

    def heightForWidth(self, width: int) -> int:
        if not self._are_beside(width):
            return super().heightForWidth(width)
        return self._highest(width)

    def _place(self) -> None:
        if not self._are_beside(self.width()):
            super()._place()
            return
        wide, high = self._wide(self.width()), self._highest(self.width())
        for at, card in enumerate(self.cards if self.isVisible() else ()):
            left = at * (wide + self.gap)
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                left = self.width() - left - wide
            card.setGeometry(left, 0, wide, high)

    def _highest(self, width: int) -> int:
        wide = self._wide(width)
        return max((self._height_of(card, wide) for card in self.cards), default=0)

    def _are_beside(self, width: int) -> bool:
        return self._wide(width) >= self._theme.metrics.px(self._least)

    def _wide(self, width: int) -> int:
        """Return the width of each card."""
        number = max(1, len(self.cards))
        return (width - self.gap * (number - 1)) // number
