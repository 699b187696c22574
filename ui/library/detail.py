"""One entry of the library, read whole."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.telling.outline import Part
from advisor.telling.shelves import SHELF, LibraryEntry, Shelf
from advisor.telling.spoken import in_one_run
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.badge import Tag
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.contents import put_in_place
from ui.widgets.layouts import FlowLayout, column_in
from ui.widgets.lines import read_in_runs
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text import MUTED, Heading, Text


class EntryDetail(ScrollColumn):
    """Shows a ``LibraryEntry`` or what the pack is about.

    ``address_wanted(url)`` asks to open an address.
    """

    address_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._look = theme
        self._content = QWidget()
        self.heading: Heading | None = None
        self.column.addWidget(self._content)
        self.column.addStretch(1)

    def sizeHint(self) -> QSize:
        # It scrolls: a long text does not ask the window for more height than there is.
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def show_entry(self, entry: LibraryEntry) -> None:
        """Show one entry."""
        self._start(_(SHELF[entry.shelf]), entry.title)
        tags = FlowLayout(gap=8)
        # Of a word that is explained, the line is its meaning, which stands below.
        if entry.shelf is not Shelf.GLOSSARY:
            tags.addWidget(Tag(self._look, entry.line, glyph=Glyph.LAYERS, tone=Tone.ACCENT))
        if entry.is_to_be_confirmed:
            word, glyph = _("To be confirmed"), Glyph.CIRCLE_QUESTION_MARK
            tags.addWidget(Tag(self._look, word, glyph=glyph, tone=Tone.CAUTION))
        if tags.count():
            self._box.addLayout(tags)
        self._add_parts(entry.parts, stops=True)
        if entry.address:
            self._add_address(entry.address)

    def show_about(self, parts: Iterable[Part], *, stops: bool = False) -> None:
        """Show what the pack is, what it covers and what it is not; Tab ``stops`` at its parts.

        Not where it stands until the list is come to, which shows an entry in its place.
        """
        self._start(_("Evidence library"), _("About this evidence"))
        self._add_parts(parts, stops=stops)

    def take_focus(self) -> None:
        """Lead the focus to the entry's title."""
        if self.heading is not None:
            # Else shown only a turn later: a window that becomes active meanwhile, as after a
            # dialog, would not give the keyboard to what is not seen yet.
            self._content.show()
            self.heading.take_focus()

    def _start(self, eyebrow: str, title: str) -> None:
        content = QWidget()
        self._box = column_in(content, self._look.metrics.space(8))
        self._box.addWidget(Text(eyebrow, role=TextRole.EYEBROW))
        self.heading = Heading(title, level=2)
        self._box.addWidget(self.heading)
        self._content = put_in_place(self.column, self._content, content)
        self.verticalScrollBar().setValue(0)

    def _add_parts(self, parts: Iterable[Part], *, stops: bool) -> None:
        for part in parts:
            heading = Heading(part.heading, level=3)
            self._box.addWidget(heading)
            lines = []
            for line in part.lines:
                indent = "\u2003" * line.depth + "• " if line.depth else ""
                lines.append((Text(f"{indent}{line.text}"), line.text))
                self._box.addWidget(lines[-1][0])
            if stops:
                read_in_runs(heading, lines)
            else:
                heading.describe(in_one_run(words for _line, words in lines))

    def _add_address(self, address: str) -> None:
        self._box.addWidget(Text(address, role=TextRole.SMALL, tint=MUTED))
        button = Button(
            self._look,
            _("Open in the browser"),
            kind=ButtonKind.QUIET,
            glyph=Glyph.EXTERNAL_LINK,
            name=_("Open in the browser: {address}").format(address=address),
        )
        button.clicked.connect(partial(self._open, address))
        self._box.addWidget(button)

    def _open(self, address: str) -> None:
        self.address_wanted.emit(address)
