import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout

from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.painting import one_line, wrap

WORDS = "Volunteers who have breastfed ring mothers"


@pytest.mark.parametrize(("share", "ending"), [(1.0, "mothers"), (0.5, "…")])
def test_one_line_is_never_broken_and_is_cut_only_where_it_is_too_long(
    theme: Theme, share: float, ending: str
) -> None:
    font, way = theme.font(TextRole.SMALL), Qt.LayoutDirection.LeftToRight
    width = wrap(WORDS, font, 10_000).natural_width * share

    line = one_line(WORDS, font, width, direction=way)

    assert line.layout.lineCount() == 1
    assert line.layout.text().endswith(ending)
    assert line.natural_width <= width + 2


def test_sizes_of_many_texts_are_kept_and_the_lines_of_few(theme: Theme) -> None:
    font = theme.font(TextRole.SMALL)
    first, *others = (wrap(f"{WORDS} {n}", font, 120) for n in range(400))

    lines = sum(isinstance(each, QTextLayout) for each in gc.get_objects())

    assert lines < len(others)
    assert wrap(f"{WORDS} 0", font, 120) is first
    assert first.layout.lineCount() > 1
    assert sum(
        first.layout.lineAt(at).height() for at in range(first.layout.lineCount())
    ) == pytest.approx(first.height)
