"""Help: the guide, the keys, the words of the field, and what this program is."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from advisor.language import _
from advisor.telling.guide import TITLE, guide
from advisor.telling.privacy import TITLE as PRIVACY
from ui.help.keys import KEYS, LETTERS
from ui.help.task import task_disclosure
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import WrappingButton
from ui.widgets.cards import Card
from ui.widgets.coming_back import ComesBack
from ui.widgets.disclosure import Disclosure
from ui.widgets.in_columns import InColumns
from ui.widgets.layouts import fill, row_of
from ui.widgets.line import words_to_read
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text import MUTED, Heading, LineHeading, Text


class HelpPage(ScrollColumn, ComesBack):
    """Everything in one place, the ``keys`` that open pages among it.

    ``guide_wanted`` reports that the guide is wanted as a file, ``privacy_wanted`` what is kept.
    """

    guide_wanted = Signal()
    privacy_wanted = Signal()

    def __init__(
        self, theme: Theme, version: str, licences: Path, keys: Sequence[tuple[str, str]] = ()
    ) -> None:
        super().__init__(theme, wide=True)
        self._licences = licences
        self._cards = InColumns(theme)
        self.setAccessibleName(_("Help"))
        self.heading = Heading(_("Help"), level=1, parent=self)
        fill(self.column, self.heading, self._cards)
        self._add_guide()
        self._add_keys(keys)
        self._words = self._add_card(_("Words of the field"))
        self._add_privacy()
        self._add_about(version)
        self.column.addStretch(1)

    def show_words(self, glossary: Mapping[str, str]) -> None:
        """Explain the words of an evidence pack, in the order of the alphabet."""
        self._words.column.addWidget(
            Disclosure(
                self._theme,
                _("{number} words explained").format(number=len(glossary)),
                lambda: _word_list(glossary),
                parent=self._words,
            )
        )

    def kept(self) -> str | None:
        """Return which of what unfolds is open."""
        folds = enumerate(self.findChildren(Disclosure))
        return " ".join(str(at) for at, each in folds if each.is_open)

    def come_back(self, kept: str) -> None:
        folds = self.findChildren(Disclosure)
        for at in map(int, kept.split()):
            folds[at].set_open(is_open=True)

    def _add_guide(self) -> None:
        card = self._add_card(_(TITLE))
        tasks = QVBoxLayout()
        tasks.setSpacing(0)
        for task in guide():
            tasks.addWidget(task_disclosure(self._theme, task, card))
        card.column.addLayout(tasks)
        self.guide_button = WrappingButton(
            self._theme, _("&Save the guide as PDF…"), glyph=Glyph.FILE_DOWN
        )
        self.guide_button.clicked.connect(self.guide_wanted)
        card.column.addLayout(row_of(self.guide_button))

    def _add_privacy(self) -> None:
        said = _(
            "Plans stay on this computer, or on your team’s server. What is kept about people, "
            "where it lies and how long stands on one page, with a note for trustees on the next."
        )
        card = self._add_card(_(PRIVACY), said=said)
        card.column.addWidget(Text(said, parent=card))
        self.privacy_button = WrappingButton(
            self._theme, _("Save the note for &trustees…"), glyph=Glyph.FILE_DOWN
        )
        self.privacy_button.clicked.connect(self.privacy_wanted)
        card.column.addLayout(row_of(self.privacy_button))

    def _add_keys(self, of_pages: Sequence[tuple[str, str]]) -> None:
        card = self._add_card(_("Keys"), said=_(LETTERS))
        # On a widget of its own: within another layout it is not told of another text size.
        box = QWidget(card)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.metrics.space(20))
        grid.setColumnStretch(1, 1)
        listed = [(_(each.keys), _(each.what)) for each in KEYS]
        for row, (keys, what) in enumerate((*listed, *of_pages)):
            name = _explained(
                LineHeading(keys, level=3, role=TextRole.SMALL_STRONG, parent=card), what
            )
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(what, role=TextRole.SMALL, parent=card), row, 1)
        card.column.addWidget(box)
        card.column.addWidget(Text(_(LETTERS), role=TextRole.SMALL, tint=MUTED, parent=card))

    def _add_about(self, version: str) -> None:
        words = (
            _("Peer support advisor {version}.").format(version=version),
            _(
                "For people who plan community-based perinatal mental health peer support. It is"
                " not a tool to judge how ill a mother is, not for use in a crisis, and not proof"
                " that a programme works."
            ),
            _(
                "Nothing that you enter leaves this computer, unless your team keeps its plans in a"
                " database of its own."
            ),
        )
        card = self._add_card(_("About this program"), said=" ".join(words))
        for sentence in words:
            card.column.addWidget(Text(sentence, parent=card))
        card.column.addWidget(
            Disclosure(self._theme, _("Licences"), self._make_licences, parent=card)
        )

    def _add_card(self, title: str, *, said: str = "") -> Card:
        """Add a card; ``said`` is read at its heading."""
        card = Card(self._theme)
        heading = Heading(title, level=2, parent=card)
        heading.read_here(said)
        card.column.addWidget(heading)
        self._cards.add(card)
        return card

    def _make_licences(self) -> QWidget:
        words, height = self._licences.read_text(encoding="utf-8"), self._theme.metrics.px(280)
        return words_to_read(self._theme, words, name=_("Licences"), height=height)


def _word_list(glossary: Mapping[str, str]) -> QWidget:
    words = QWidget()
    grid = QGridLayout(words)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setColumnStretch(1, 2)
    grid.setColumnStretch(0, 1)
    for row, term in enumerate(sorted(glossary, key=str.casefold)):
        said = glossary[term].strip()
        meaning = Text(said, role=TextRole.SMALL, tint=MUTED, parent=words)
        name = _explained(Heading(term, level=3, role=TextRole.SMALL_STRONG, parent=words), said)
        grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(meaning, row, 1)
    return words


def _explained(heading: Heading, what: str) -> Heading:
    """Return what is explained; a screen reader reads there what stands beside it."""
    heading.read_here(what)
    return heading
