"""Preferences: kept in a file, applied at once, changed by keys and on their page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal

from advisor.errors import StorageError
from advisor.language import _
from advisor.telling.commands import Wish
from ui.preferences.preferences import PreferenceFile, Preferences
from ui.room import Desk, Room
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.menus import open_below
from ui.widgets.notice import NoticeKind

if TYPE_CHECKING:
    from ui.preferences.page import PreferencesPage

Places = Sequence[tuple[str, Path]]
"""Where on this machine something is kept: in words, and as a folder."""


def apply_look(theme: Theme, wanted: Preferences) -> None:
    """Give the program the look that a person prefers."""
    theme.choose(scheme=wanted.scheme, contrast=wanted.contrast)
    theme.set_text_size(wanted.text_size)
    theme.set_motion_reduced(wanted.is_motion_reduced)
    theme.set_letter_keys(wanted.has_letter_keys)


class PreferencesDesk(Desk["PreferencesPage"]):
    """Serves the page, and leads to the part of it that is wanted by name."""

    def __init__(
        self,
        page: "PreferencesPage",
        *,
        show_copies: Callable[[], object],
        show_team: Callable[[], object],
    ) -> None:
        super().__init__(page)
        self._wishes: Mapping[str, Callable[[], object]] = {
            Wish.COPIES: show_copies,
            Wish.TEAM: show_team,
            Wish.TEXT_SIZE: partial(page.lead_to, page.text_size),
            Wish.COLOURS: partial(page.lead_to, page.scheme),
            Wish.CONTRAST: partial(page.lead_to, page.contrast),
            Wish.MOVEMENT: partial(page.lead_to, page.motion),
            Wish.LETTERS: partial(page.lead_to, page.letters),
        }

    def wishes(self) -> Mapping[str, Callable[[], object]]:
        return self._wishes

    def arrive(self) -> None:
        self.fulfil()


class SettingsDesk(QObject):
    """Keeps what a person prefers and serves the preferences page.

    ``preferred_elsewhere`` carries preferences that were changed by a key, not on the page.
    ``show_copies`` shows the copies of the plans, ``show_team`` where they are kept.
    """

    preferred_elsewhere = Signal(object)

    def __init__(
        self,
        room: Room,
        kept: PreferenceFile,
        preferences: Preferences,
        places: Places,
        *,
        show_copies: Callable[[], object],
        show_team: Callable[[], object],
    ) -> None:
        super().__init__(room.window)
        self._room, self._show_copies, self._show_team = room, show_copies, show_team
        self._theme, self._window, self._notices = room.theme, room.window, room.notices
        self._kept, self._preferences, self._places = kept, preferences, places
        self._window.text_size.chosen.connect(self._text_size_chosen)
        rail = self._window.rail
        rail.colours_asked.connect(self._offer_colours)
        rail.text_size_asked.connect(self._offer_text_size)
        self._window.sides.panel_switched.connect(self._panel_switched)
        self._window.closing.connect(self._keep_place)

    @property
    def preferences(self) -> Preferences:
        """What a person prefers now."""
        return self._preferences

    def restore_window(self) -> None:
        """Show the window where and as it was."""
        if self._preferences.window is not None:
            self._window.restore_place(QRect(*self._preferences.window))
        self._window.sides.set_panel_wanted(self._preferences.is_panel_open)
        is_new = self._preferences.window is None
        if self._preferences.is_maximised or (is_new and not self._window.has_room()):
            self._window.showMaximized()
        else:
            self._window.show()
        if self._kept.trouble:
            self._notices.tell(NoticeKind.WARNING, self._kept.trouble)

    def make(self) -> "Desk[PreferencesPage]":
        """Return what serves the preferences page."""
        from ui.preferences.page import PreferencesPage  # noqa: PLC0415 - when it is first shown

        page = PreferencesPage(self._theme, self._preferences, self._places)
        page.changed.connect(self._changed)
        page.copies_wanted.connect(self._show_copies)
        page.team_wanted.connect(self._show_team)
        page.folder_wanted.connect(self._room.open_outside)
        self.preferred_elsewhere.connect(page.show_preferences)
        return PreferencesDesk(page, show_copies=self._show_copies, show_team=self._show_team)

    def _offer_colours(self) -> None:
        from ui.preferences.look_menus import colours_menu  # noqa: PLC0415 - when first asked for

        button = self._window.rail.colours
        are_alike = self._theme.has_high_contrast
        menu = colours_menu(self._preferences, self._look_chosen, button, are_alike=are_alike)
        open_below(menu, button)

    def _offer_text_size(self) -> None:
        from ui.preferences.look_menus import text_size_menu  # noqa: PLC0415 - when first asked for

        button = self._window.rail.text_size
        open_below(text_size_menu(self._preferences, self._look_chosen, button), button)

    def _look_chosen(self, preferences: Preferences, words: str, _checked: bool = False) -> None:
        self._show(preferences)
        announce(self._window, words)
        self.preferred_elsewhere.emit(preferences)

    def _changed(self, preferences: Preferences) -> None:
        # The page knows only what it shows: where the window is, is newer here.
        here = self._preferences
        wanted = replace(
            preferences,
            window=here.window,
            is_maximised=here.is_maximised,
            is_panel_open=here.is_panel_open,
        )
        self._show(wanted)

    def _show(self, wanted: Preferences) -> None:
        """Show what is preferred, the text at its size in turns, and keep it."""
        apply_look(self._theme, replace(wanted, text_size=self._theme.metrics.text_size))
        self._window.text_size.set(wanted.text_size)
        self._prefer(wanted)

    def _text_size_chosen(self, percent: int) -> None:
        self._prefer(replace(self._preferences, text_size=percent))
        # Also at the largest and the least: a key that is answered by nothing seems broken.
        announce(self._window, _("Text size {percent} %").format(percent=percent))
        self.preferred_elsewhere.emit(self._preferences)

    def _panel_switched(self, is_open: bool) -> None:
        self._prefer(replace(self._preferences, is_panel_open=is_open))

    def _keep_place(self) -> None:
        place = self._window.normalGeometry()
        self._prefer(
            replace(
                self._preferences,
                window=(place.x(), place.y(), place.width(), place.height()),
                is_maximised=self._window.isMaximized(),
            )
        )

    def _prefer(self, preferences: Preferences) -> None:
        self._preferences = preferences
        try:
            self._kept.save(preferences)
        except StorageError as error:
            self._notices.tell(NoticeKind.WARNING, error.message)
