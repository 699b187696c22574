"""The help sheet: what the page beside it is for, its words and its keys."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.telling.guide import TITLE, GuideTask
from advisor.telling.page_help import PageHelp
from advisor.telling.spoken import in_one_run
from ui.help.task import task_disclosure
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.badge import Tag
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.layouts import FlowLayout, column_in, row_of
from ui.widgets.text import MUTED, Heading, LineText, Text


class HelpSheet(QWidget):
    """Shows the help about one page: ``tasks`` of the guide, ``keys`` and what they do.

    ``all_asked`` reports that all of Help is wanted.
    """

    all_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        told: PageHelp,
        tasks: Iterable[GuideTask],
        keys: Iterable[tuple[str, str]],
    ) -> None:
        super().__init__()
        self._theme = theme
        space = theme.metrics.space
        self._column = column_in(self, space(4))
        self._column.setContentsMargins(0, 0, space(8), space(16))
        # Said at the heading over all of it, where the keyboard comes first: not once more here.
        self._explain(_("What this page is for"), told.purpose, stops=False)
        self._explain(_("What to do here"), told.to_do)
        for word in told.words:
            self._explain(word.word, word.meaning)
        self._column.addWidget(Heading(_(TITLE), level=3, parent=self))
        for task in tasks:
            self._column.addWidget(task_disclosure(theme, task, self))
        self._column.addSpacing(space(8))
        heading = Heading(_("Keys here"), level=3, parent=self)
        keys = tuple(keys)
        heading.read_here(in_one_run(map(_key_said, keys)))
        self._column.addWidget(heading)
        for each, what in keys:
            self._column.addLayout(self._key(each, what))
            self._column.addSpacing(space(6))
        self._column.addStretch(1)
        self.all_button = Button(
            theme,
            _("All of Help"),
            kind=ButtonKind.QUIET,
            trailing=Glyph.CHEVRON_RIGHT,
            parent=self,
        )
        self.all_button.clicked.connect(self.all_asked)
        self._column.addWidget(self.all_button)

    def _explain(self, title: str, words: str, *, stops: bool = True) -> None:
        heading = Heading(title, level=3, parent=self)
        if stops:
            heading.read_here(words)
        self._column.addWidget(heading)
        self._column.addWidget(Text(words, role=TextRole.SMALL, tint=MUTED, parent=self))
        self._column.addSpacing(self._theme.metrics.space(8))

    def _key(self, keys: str, what: str) -> FlowLayout:
        # Words that have no room beside long keys go under them.
        words = LineText(what, role=TextRole.SMALL, tint=MUTED, parent=self)
        return row_of(Tag(self._theme, keys, parent=self), words, gap=4)


def _key_said(pair: tuple[str, str]) -> str:
    keys, what = pair
    return _("{keys}: {what}").format(keys=keys, what=what)
