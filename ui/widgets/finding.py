"""What a page offers to be found on it: its words, and the way to those that are not seen yet."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from advisor.models.values import Value
from advisor.telling.places import places
from ui.widgets.marking import without_mnemonic
from ui.widgets.tab_order import in_layout, parts_of

if TYPE_CHECKING:
    from ui.widgets.search_field import SearchField


class HasSearch:
    """Mixed into a page that has a search of its own: what is looked for is looked for there."""

    search: "SearchField"


class ShowsPictures:
    """Mixed into a page of which some words stand in pictures, where nothing can be found."""

    def not_searched(self) -> str:
        """Return what is said of them where the words are nowhere else."""
        return ""


class ShowsWords:
    """Mixed into a widget that paints words of its own."""

    def shown_words(self) -> Sequence[str]:
        """Return the words, piece by piece as they are painted where there is room for them."""
        return ()

    def show_whole(self) -> None:
        """Paint all of them from now on: a place in them was gone to."""


class Folds:
    """Mixed into what opens in place: what is folded is found too, and opened then."""

    def folded(self) -> Sequence[QWidget]:
        """Return the parts that open, as far as they were made."""
        return ()

    def unmade(self) -> Sequence[Callable[[], object]]:
        """Return what makes the parts that are not there yet, without opening them."""
        return ()

    def open_part(self, part: QWidget) -> None:
        """Open one of the parts."""


class BuildsOn:
    """Mixed into a list that makes what nobody has scrolled to only when it is asked for."""

    def build_all(self) -> None:
        """Make all of it, in slices."""


class Spot(Value):
    """A place where the words stand: in which text of which widget, and what to open for it."""

    widget: QWidget
    text: str
    start: int
    length: int
    folds: tuple[tuple[Folds, QWidget], ...]

    def unfold(self) -> None:
        """Open what the words are folded in, and have all of them painted."""
        for fold, part in self.folds:
            fold.open_part(part)
        if isinstance(self.widget, ShowsWords):
            self.widget.show_whole()


def spots(page: QWidget, wanted: str) -> Iterator[Spot]:
    """Yield every place on a page where the words stand, in the order in which it is read."""
    for widget, folds in shown(page):
        for text in words_of(widget):
            for start, length in places(text, wanted):
                yield Spot(widget=widget, text=text, start=start, length=length, folds=folds)


def shown(
    widget: QWidget, folds: tuple[tuple[Folds, QWidget], ...] = ()
) -> Iterator[tuple[QWidget, tuple[tuple[Folds, QWidget], ...]]]:
    """Yield what is shown in a widget, and what could be opened, with what has to be opened."""
    yield widget, folds
    if isinstance(widget, QComboBox | QLineEdit | QPlainTextEdit):
        return
    folded = widget.folded() if isinstance(widget, Folds) else ()
    # By the layout first: of a widget that places its stops the rest of the words is seen too.
    layout = widget.layout()
    for part in in_layout(layout) if layout is not None else parts_of(widget):
        if isinstance(widget, Folds) and part in folded:
            yield from shown(part, (*folds, (widget, part)) if part.isHidden() else folds)
        elif not part.isHidden():
            yield from shown(part, folds)


def words_of(widget: QWidget) -> Sequence[str]:
    """Return what is written on a widget itself, not on its parts."""
    if isinstance(widget, ShowsWords):
        return widget.shown_words()
    if isinstance(widget, QLabel | QLineEdit):
        return (widget.text(),)
    if isinstance(widget, QAbstractButton):
        return (without_mnemonic(widget.text()),)
    if isinstance(widget, QPlainTextEdit):
        return (widget.toPlainText(),)
    return (widget.currentText(),) if isinstance(widget, QComboBox) else ()


def stop_for(page: QWidget, spot: Spot) -> QWidget | None:
    """Return where the keyboard goes to for a place: to it, or to what it stands under."""
    if isinstance(spot.widget, QLabel) and spot.widget.buddy() is not None:
        return spot.widget.buddy()
    before: QWidget | None = None
    for widget, _folds in shown(page):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisibleTo(page):
            before = widget
        if widget is spot.widget:
            break
    return before
