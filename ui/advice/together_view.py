"""What would put all open risks more in hand together: looked for when it is asked for."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models.changes import Changes
from advisor.telling.changes import ChangesStory
from ui.advice.changes_view import ChangesView
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.buttons import Button
from ui.widgets.contents import clear_out
from ui.widgets.layouts import column_in, fill, row_in, row_of
from ui.widgets.progress import ProgressLine
from ui.widgets.text import MUTED, Heading, Text

_PATIENCE_MS = 300
"""How long nothing is said while answers are looked for."""


class TogetherView(QWidget):
    """Offers to look for answers, says that they are looked for, and shows what was found.

    ``wanted()`` asks to look; ``act`` takes the answers of a way.
    """

    wanted = Signal()

    def __init__(
        self, theme: Theme, act: Callable[[Changes], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._act = theme, act
        self.view: ChangesView | None = None
        self.heading = Heading(_("For all open risks together"), level=2, parent=self)
        self._intro = Text(
            _(
                "A small set of your own answers that puts as many open risks as possible"
                " at least partly in hand."
            ),
            tint=MUTED,
            parent=self,
        )
        self._offer = QWidget(self)
        self.button = Button(
            theme, _("Look for such answers"), glyph=Glyph.SEARCH, parent=self._offer
        )
        self.button.clicked.connect(self.wanted)
        self._offer.setLayout(row_of(self.button))
        self.progress = ProgressLine(theme, name=_("Looking for answers"), parent=self)
        self._found = QWidget(self)
        self._ways = column_in(self._found)
        self._inner = QWidget(self)
        row = row_in(self)
        row.addWidget(self._inner, 1)
        row.addStretch(0)
        fill(
            column_in(self._inner, theme.metrics.space(8)),
            *(self.heading, self._intro, self._offer, self.progress, self._found),
        )
        theme.resized.connect(self._fit)
        self._fit()
        self._soon = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._soon.timeout.connect(self._say_busy)
        self.show_offer()

    def show_offer(self) -> None:
        """Offer to look for answers; show none."""
        self._soon.stop()
        clear_out(self._ways)
        self.view = None
        self.heading.read_here(self._intro.text())
        self._show(offer=True)

    def show_looking(self) -> None:
        """Say in a moment that answers are looked for; those found before stay meanwhile."""
        if self.button.hasFocus():
            # It goes; what is found is read here.
            self.heading.take_focus()
        self._show(offer=False)
        self._soon.start()

    def show_story(self, story: ChangesStory) -> None:
        """Show what was found."""
        self._soon.stop()
        clear_out(self._ways)
        self.view = ChangesView(
            self._theme,
            story,
            words=_("Add to the trial"),
            about=self.heading.text(),
            act=self._act,
            level=3,
            parent=self._found,
        )
        self._ways.addWidget(self.view)
        self.heading.read_here(story.intro)
        self._show(offer=False)
        if not self.heading.hasFocus():
            # Where the keyboard is, what is read at the heading is said when it changes.
            announce(self, story.intro)

    def _fit(self) -> None:
        """Let lines be no longer than reads well."""
        self._inner.setMaximumWidth(self._theme.metrics.reading_width)

    def _show(self, *, offer: bool) -> None:
        self.progress.hide()
        self._offer.setVisible(offer)
        self._intro.setVisible(offer)

    @Slot()
    def _say_busy(self) -> None:
        words = _("Looking for answers that help with all open risks…")
        self.progress.show_busy(words)
        self.progress.show()
        announce(self, words)
