"""What is to be put on paper: the list of the papers, and under it on which sheets and for whom."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor.language import _
from advisor.models.papers import PaperSize
from ui.paper.paper_list import PaperList
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.cards import Card
from ui.widgets.chips import Chips
from ui.widgets.layouts import column_in, row_of
from ui.widgets.link_button import LinkButton
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text import MUTED, LineText
from ui.widgets.tick_line import TickLine

_NO_LIMIT = 16_777_215


class Choosing(QWidget):
    """The list scrolls; what stands under it stays in sight."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._is_beside = theme, True
        self.list = PaperList(theme)
        self._scroll = ScrollColumn(theme, wide=True, parent=self)
        card = Card(theme)
        card.column.addWidget(self.list)
        self._card = card
        self._scroll.column.addWidget(card)
        self._scroll.column.addStretch(1)
        sizes = ((PaperSize.A4, _("A4")), (PaperSize.LETTER, _("Letter")))
        self.paper_size = Chips(theme, sizes, name=_("Paper size"))
        self.paper_size.select((PaperSize.A4,))
        self.fillable = TickLine(
            theme,
            _("To fill in on a screen"),
            meaning=_("The saved PDF has fields to type and tick in, and can be read back."),
            role=TextRole.SMALL_STRONG,
        )
        self.filled = LinkButton(theme, _("Read a filled-in checklist…"), glyph=Glyph.UPLOAD)
        self._under = QWidget(self)
        rows = column_in(self._under, theme.metrics.space(4))
        label = LineText(_("Paper"), role=TextRole.SMALL, tint=MUTED)
        rows.addLayout(row_of(label, self.paper_size, self.fillable, gap=10))
        rows.addLayout(row_of(self.filled))
        column = column_in(self, theme.metrics.space(8))
        column.addWidget(self._scroll, 1)
        column.addWidget(self._under)
        theme.resized.connect(self._fit)
        self._fit()

    def forget_counts(self) -> None:
        """Show of no paper how many pages it has: they may have others now."""
        for row in self.list.rows.values():
            row.show_pages(None)

    def show_beside(self, width: int | None) -> None:
        """Be so wide beside the pages; or, for None, over them and as high as all papers need."""
        self._is_beside = width is not None
        self.setFixedWidth(width) if width is not None else self.setMinimumWidth(0)
        self.setMaximumWidth(width or _NO_LIMIT)
        self._fit()

    def _fit(self) -> None:
        self._scroll.set_margins(0, 2)
        self._card.column.setContentsMargins(0, 4, 0, 4)
        whole = 0 if self._is_beside else self._scroll.height_for(max(1, self.width()))
        self._scroll.setMinimumHeight(whole)
        policy = QSizePolicy.Policy.Ignored if self._is_beside else QSizePolicy.Policy.Fixed
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, policy)
