"""The line under the page: whether what was entered is on the disk, and the way to the panel."""

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from advisor.language import _
from advisor.models.texts import in_plain_order
from advisor.telling.grammar import clock
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer, announce
from ui.widgets.buttons import Button
from ui.widgets.cards import Ground, Surface
from ui.widgets.layouts import fill
from ui.widgets.link_button import LinkButton
from ui.widgets.pictures import Picture
from ui.widgets.text import MUTED, LineText

_MOST_WORDS = 140
"""What is said of saving need not have more room than this, its picture in it."""


class StatusLine(Surface):
    """Says "Saved 14:03", "Saving…" or "Not saved" with the reason and a button.

    Before the first save nothing is said without being asked. ``retry_asked`` reports that the
    button was pressed, ``panel_asked`` the one of the closed side panel, ``back_asked`` the one to
    the page before, ``room_changed`` that ``is_long`` is another.
    """

    room_changed = Signal()
    retry_asked = Signal()
    copy_asked = Signal()
    panel_asked = Signal()
    back_asked = Signal()

    def __init__(self, theme: Theme, panel_title: str) -> None:
        super().__init__(theme, Ground.FOOT)
        self._panel_title, self._back_words = panel_title, ""
        self.setAccessibleName(_("Status"))
        self._picture = Picture(theme, Glyph.SAVE, size=16, parent=self)
        self._text = LineText("", role=TextRole.SMALL, tint=MUTED, parent=self)
        self._retry = Button(theme, _("Try to save &again"), parent=self)
        self.copy_button = Button(theme, _("Save a copy &elsewhere"), parent=self)
        # Low ones: many pages have a row of buttons of their own right above.
        self.panel_button = LinkButton(
            theme, panel_title, glyph=Glyph.PANEL_RIGHT_OPEN, parent=self
        )
        self.back_button = LinkButton(theme, "", glyph=Glyph.CHEVRON_LEFT, parent=self)
        self._announcer = Announcer(self)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(8)
        self._row.addWidget(self.back_button)
        self._row.addWidget(self._picture)
        self._row.addWidget(self._text, 1)
        fill(self._row, self._retry, self.copy_button, self.panel_button)
        self._buttons = self.back_button, self._retry, self.copy_button, self.panel_button
        for hidden in (self._picture, *self._buttons):
            hidden.hide()
        self._retry.clicked.connect(self.retry_asked)
        self.copy_button.clicked.connect(self.copy_asked)
        self.panel_button.clicked.connect(self.panel_asked)
        self.back_button.clicked.connect(self.back_asked)
        theme.resized.connect(self._fit)
        self._fit()

    @property
    def words(self) -> str:
        """What is said of saving."""
        return self._text.text()

    @property
    def is_long(self) -> bool:
        """Whether it has a sentence to say, with what can be done about it."""
        return not self._retry.isHidden()

    def show_nothing(self) -> None:
        """Say nothing: there is nothing to save."""
        self._show("", Glyph.CIRCLE_CHECK, Tone.NEUTRAL)

    def show_saving(self) -> None:
        """Say that a save is under way."""
        self._show(_("Saving…"), Glyph.REFRESH_CW, Tone.NEUTRAL)

    def show_saved(self, at: time) -> None:
        """Say that everything entered until `at` is saved; a screen reader hears it once."""
        saved = _("Saved {time}").format(time=clock(at))
        self._show(saved, Glyph.CIRCLE_CHECK, Tone.POSITIVE)
        self._announcer.say_soon(_("Saved"))

    def show_all_saved(self) -> None:
        """Say that everything is saved, where nothing was since the plan was opened."""
        self._show(_("Everything is saved"), Glyph.CIRCLE_CHECK, Tone.POSITIVE)

    def say_again(self) -> None:
        """Let a screen reader hear once more how far what was entered is saved."""
        announce(self, self.words)

    def show_failed(self, reason: str) -> None:
        """Say why the save failed, until it is saved; a screen reader hears it at once."""
        words = in_plain_order(_("Not saved: {reason}").format(reason=reason))
        if words != self.words:
            self._show(words, Glyph.TRIANGLE_ALERT, Tone.DANGER)
            announce(self, words, urgent=True)
        self._offer_ways_on(offered=True)

    def name_panel_button(self, summary: str) -> None:
        """Say in a few words what is in the panel."""
        words = f"{self._panel_title} ({summary})" if summary else self._panel_title
        self.panel_button.setText(words.replace("&", "&&"))

    def show_panel_button(self, *, shown: bool) -> None:
        """Offer the closed panel."""
        self.panel_button.setVisible(shown)
        self._fit_back()
        self._show_if_needed()

    def show_way_back(self, page: str) -> None:
        """Offer the page a person came from, by its title; empty offers nothing."""
        words = _("Back to {page}").format(page=page)
        self.back_button.setAccessibleName(words)
        self.back_button.setAccessibleDescription(_("Alt+Left"))
        self.back_button.setToolTip(_("{words} (Alt+Left)").format(words=words))
        self._back_words = words.replace("&", "&&")
        self.back_button.setVisible(bool(page))
        self._fit_back()
        self._show_if_needed()

    def _show(self, words: str, glyph: Glyph, tone: Tone) -> None:
        self._picture.setVisible(bool(words))
        self._picture.show_glyph(glyph, tone)
        self._text.set_tint(tone if tone is Tone.DANGER else MUTED)
        self._text.setText(words)
        self._offer_ways_on(offered=False)
        self._show_if_needed()

    def _offer_ways_on(self, *, offered: bool) -> None:
        """Offer what can be done about a failed save, or no longer."""
        if offered is self._retry.isHidden():
            for button in (self._retry, self.copy_button):
                button.setVisible(offered)
            self.room_changed.emit()
        self._fit_back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_back()

    def _fit_back(self) -> None:
        """Show the way back without its words where the other buttons need the room."""
        self.back_button.setText(self._back_words)
        shown = [each.sizeHint().width() for each in self._buttons if not each.isHidden()]
        sides = self._row.contentsMargins()
        needed = sum(shown) + (len(shown) + 1) * self._row.spacing() + sides.left() + sides.right()
        picture, words = self._picture.sizeHint().width(), self._text.sizeHint().width()
        said = picture + self._row.spacing() + words if self.words else 0
        if needed + min(said, self._theme.metrics.px(_MOST_WORDS)) > self.width():
            self.back_button.setText("")
        self.back_button.updateGeometry()

    def _show_if_needed(self) -> None:
        """Take no room while there is nothing to say and nothing to press."""
        self.setVisible(bool(self.words) or not all(each.isHidden() for each in self._buttons))

    def _fit(self) -> None:
        metrics = self._theme.metrics
        self._row.setContentsMargins(metrics.space(22), 2, metrics.space(14), 2)
        self.setMinimumHeight(metrics.px(34))
