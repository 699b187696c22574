"""Lines of words one under another, which Tab reads in runs that are not too long to hear."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.telling.spoken import in_one_run, in_runs
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.text import MUTED, Heading, Text


def read_in_runs(heading: Heading, lines: Sequence[tuple[Text, str]]) -> None:
    """Let what stands under a heading be read there; where it is long, further on too.

    Each line comes with what is said of it; Tab stops at the heading for the first ones, and at
    the first line of every run after them.
    """
    for stop, said in _runs(lines):
        (heading if stop is lines[0][0] else stop).read_here(said)


def _runs(lines: Sequence[tuple[Text, str]]) -> Iterator[tuple[Text, str]]:
    """Yield the first line of each run of them, with what is said there."""
    for run in in_runs([words for _line, words in lines]):
        yield lines[run.start][0], in_one_run(lines[place][1] for place in run)


def lines_under(
    theme: Theme,
    title: str,
    lines: Iterable[str],
    *,
    are_read: bool = False,
    parent: QWidget | None = None,
) -> QWidget:
    """Return lines under a small title, where Tab stops to read them if ``are_read``."""
    box = QWidget(parent)
    column = QVBoxLayout(box)
    column.setContentsMargins(theme.metrics.space(8), 0, 0, 0)
    column.setSpacing(theme.metrics.space(2))
    texts = [Text(title, role=TextRole.SMALL_STRONG, tint=MUTED, parent=box)]
    texts += [Text(line, parent=box) for line in lines]
    for text in texts:
        column.addWidget(text)
    if are_read:
        for stop, said in _runs([(text, text.text()) for text in texts]):
            stop.read_here(said)
    return box
