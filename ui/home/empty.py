"""Home while there is no plan yet: one sentence, one way to start, three steps, examples."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor.language import N_, _
from advisor.telling.grammar import without_shared_start
from ui.home.example_row import ExampleRow, signs_of
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.cards import Card
from ui.widgets.contents import clear_out
from ui.widgets.layouts import fill, row_of
from ui.widgets.pictures import Picture
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text import MUTED, Heading, LineHeading, LineText, Summary, Text

if TYPE_CHECKING:
    from advisor.telling.plan_lists import ToldPlan

_STEPS = (
    (
        Glyph.CLIPBOARD_LIST,
        N_("1  Answer what you know"),
        N_("Leave out what you do not know yet. You can stop at any time; nothing is lost."),
    ),
    (
        Glyph.LIGHTBULB,
        N_("2  See what may happen"),
        N_("Safety first, then risks, each with one thing to do, and whom it may keep away."),
    ),
    (
        Glyph.PRINTER,
        N_("3  Leave with a checklist"),
        N_("Page 1 stands alone on the wall: stop first, five things to do, what to watch for."),
    ),
)


_LEAD = 900
"""How wide the sentence may be at a text size of 100 per cent."""


class _Rows(Card):
    """A card with rows from edge to edge."""

    def _fit(self) -> None:
        side = self._theme.metrics.space(6)
        self.column.setContentsMargins(side, side, side, side)
        self.column.setSpacing(0)


class EmptyHome(ScrollColumn):
    """What is said and offered before the first plan."""

    def __init__(
        self,
        theme: Theme,
        *,
        start: Callable[[], object],
        bring: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, wide=True, parent=parent)
        self.setAccessibleName(_("Start"))
        self.set_margins(28, 24)
        self.heading = Heading(_("See what your peer support may do for mothers"), level=1)
        self.start = Button(theme, _("&Start a plan"), kind=ButtonKind.PRIMARY, glyph=Glyph.PLUS)
        self.start.clicked.connect(start)
        self.bring = Button(theme, _("&Import a plan…"), glyph=Glyph.UPLOAD)
        self.bring.clicked.connect(bring)
        self._quick = LineText("", role=TextRole.SMALL, tint=MUTED)
        self._examples = _Rows(theme, name=_("Examples"))
        self._examples_title = LineHeading(_("Or look at an example"), level=2)
        self._examples_note = LineText(
            _("All fictional; each opens as a copy that you may change."),
            role=TextRole.SMALL,
            tint=MUTED,
        )
        leads = _("Alt+E leads there.")
        self._examples_title.read_here(f"{self._examples_note.text()} {leads}")
        self._examples_title.setToolTip(leads)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Alt+E"), self, self._go_to_examples, context=within)
        self._build(theme)
        self.show_examples((), lambda _at: None)

    def show_quick_start(self, told: str) -> None:
        """Say what a plan begins with."""
        self._quick.setText(told)

    def show_examples(self, told: "Sequence[ToldPlan]", open_it: Callable[[int], object]) -> None:
        """Offer these examples; ``open_it`` is told the number of one that was pressed."""
        self.has_examples = bool(told)
        clear_out(self._examples.column)
        # That they are fictional is said above them all.
        titles = without_shared_start([each.title for each in told])
        signs = map(signs_of, told)
        longest = (
            max(titles, key=self._width_of, default=""),
            max(signs, key=self._width_of, default=""),
        )
        for at, (each, title) in enumerate(zip(told, titles, strict=True)):
            row = ExampleRow(self._theme, each, title, longest, self._examples)
            row.clicked.connect(partial(self._open, open_it, at))
            self._examples.column.addWidget(row)
        for part in (self._examples, self._examples_title, self._examples_note):
            part.setVisible(bool(told))

    def _go_to_examples(self) -> None:
        first = self._examples.findChild(ExampleRow)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _width_of(self, title: str) -> float:
        return self._theme.size_of(title, TextRole.STRONG).width()

    @staticmethod
    def _open(open_it: Callable[[int], object], at: int, _checked: bool = False) -> None:
        open_it(at)

    def _build(self, theme: Theme) -> None:
        words = _(
            "Say how your programme will run and whom it is for. You see what may help mothers,"
            " what may harm them and what to do about it. Your plans stay on this computer, or in"
            " your team's own database; there is no account."
        )
        self._lead = lead = Summary(words, of=self.heading, role=TextRole.LEAD, tint=MUTED)
        self._fit_lead()
        theme.resized.connect(self._fit_lead)
        steps = Beside(theme, least=280)
        for glyph, title, says in _STEPS:
            steps.add(self._step(theme, glyph, _(title), _(says)))
        fill(self.column, self.heading, lead, row_of(self.start, self.bring, self._quick, gap=14))
        above = row_of(self._examples_title, self._examples_note, gap=12)
        fill(self.column, steps, above, self._examples)
        self.column.addStretch(1)

    def _fit_lead(self) -> None:
        self._lead.setMaximumWidth(self._theme.metrics.px(_LEAD))

    def _step(self, theme: Theme, glyph: Glyph, title: str, says: str) -> Card:
        card = Card(theme)
        row = QHBoxLayout()
        row.setSpacing(theme.metrics.space(12))
        row.addWidget(Picture(theme, glyph, size=20, disc=36), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        heading = Heading(title, level=2)
        heading.read_here(says)
        fill(words, heading, Text(says, role=TextRole.SMALL, tint=MUTED))
        row.addLayout(words, 1)
        card.column.addLayout(row)
        return card
