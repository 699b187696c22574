"""The preferences page: how the program looks and moves, and where a person's work lies.

For whoever composes the window::

    page = PreferencesPage(theme, preferences, places)
    page.show_preferences(preferences)

``places`` are (what, folder) pairs, such as ``("Your plans", locations.data_folder())``.
Signals: ``changed(Preferences)`` (apply and save it), ``copies_wanted()``,
``team_wanted()`` and ``folder_wanted(path)``.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot

from advisor.language import _
from ui.preferences.preferences import ALIKE, SCHEMES, SIZES, Preferences, nearest_size
from ui.theme.colours import Contrast, Scheme
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.buttons import Button, WrappingButton
from ui.widgets.cards import Card
from ui.widgets.coming_back import ComesBack
from ui.widgets.in_columns import InColumns
from ui.widgets.layouts import fill, row_of
from ui.widgets.option_group import CardOption, OptionGroup
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text import MUTED, Heading, Summary, Text

_COLUMN = 500
"""The least width of a column of choices."""

CALM, MOVING = "calm", "moving"
LETTERS, NO_LETTERS = "letters", "no letters"


class PreferencesPage(ScrollColumn, ComesBack):
    """Asks how the program should look; every choice shows at once."""

    changed = Signal(object)
    copies_wanted = Signal()
    team_wanted = Signal()
    folder_wanted = Signal(object)

    def __init__(
        self, theme: Theme, preferences: Preferences, places: Sequence[tuple[str, Path]]
    ) -> None:
        super().__init__(theme, wide=True)
        self._preferences = preferences
        self._cards = InColumns(theme, least=_COLUMN)
        self.setAccessibleName(_("Preferences"))
        self.heading = Heading(_("Preferences"), level=1)
        self.column.addWidget(self.heading)
        words = _("Every choice shows at once and is kept on this computer.")
        self.column.addWidget(Summary(words, of=self.heading, tint=MUTED))
        self.column.addWidget(self._cards)
        self._add_looks()
        self._add_copies()
        self._add_places(places)
        self.column.addStretch(1)
        self.show_preferences(preferences)

    @property
    def preferences(self) -> Preferences:
        """The preferences as they are chosen."""
        return self._preferences

    def show_preferences(self, preferences: Preferences) -> None:
        """Show preferences that were changed elsewhere, such as by a key."""
        self._preferences = preferences
        self.text_size.select((str(nearest_size(preferences.text_size)),))
        self.scheme.select((preferences.scheme.value,))
        self.contrast.select((preferences.contrast.value,))
        self.motion.select((CALM if preferences.is_motion_reduced else MOVING,))
        self.letters.select((LETTERS if preferences.has_letter_keys else NO_LETTERS,))

    def lead_to(self, group: OptionGroup) -> None:
        """Put the keyboard on a choice, and show it whole."""
        group.take_focus()
        self.show_whole_soon(group)

    # Building

    def _add_looks(self) -> None:
        self._alike = Text(_(ALIKE), tint=MUTED)
        sizes = [CardOption(key=str(size), title=f"{size} %") for size in SIZES]
        self.text_size = self._group(
            _("Text size"), sizes, lambda key: replace(self._preferences, text_size=int(key))
        )
        self.scheme = self._group(
            _("Colours"),
            [CardOption(key=scheme.value, title=_(words)) for scheme, words in SCHEMES.items()],
            lambda key: replace(self._preferences, scheme=Scheme(key)),
            note=self._alike,
        )
        self._theme.changed.connect(self._show_alike)
        self._show_alike()
        hint = _("Strong colours on black, for those who see little contrast.")
        self.contrast = self._group(
            _("Contrast"),
            [
                CardOption(key=Contrast.SYSTEM.value, title=_("As the computer is set")),
                CardOption(key=Contrast.STANDARD.value, title=_("Standard")),
                CardOption(key=Contrast.HIGH.value, title=_("High"), hint=hint),
            ],
            lambda key: replace(self._preferences, contrast=Contrast(key)),
        )
        self.motion = self._group(
            _("Movement"),
            [
                CardOption(key=MOVING, title=_("Things unfold calmly")),
                CardOption(key=CALM, title=_("No movement: things appear at once")),
            ],
            lambda key: replace(self._preferences, is_motion_reduced=key == CALM),
        )
        self._add_keys()

    def _add_keys(self) -> None:
        hint = _("For those who dictate, or whose hand may touch a key without meaning to.")
        self.letters = self._group(
            _("Keys of one letter in tables and workshop mode"),
            [
                CardOption(key=LETTERS, title=_("On, such as 1 for “We will do this”")),
                CardOption(key=NO_LETTERS, title=_("Off: they do nothing"), hint=hint),
            ],
            lambda key: replace(self._preferences, has_letter_keys=key == LETTERS),
        )

    def _group(
        self,
        title: str,
        options: Sequence[CardOption],
        prefer: Callable[[str], Preferences],
        *,
        note: Text | None = None,
    ) -> OptionGroup:
        card = Card(self._theme)
        card.column.addWidget(Heading(title, level=2))
        group = OptionGroup(self._theme, options, name=title)
        card.column.addWidget(group)
        if note is not None:
            card.column.addWidget(note)
        self._cards.add(card)
        group.selected.connect(lambda keys: self._choose(prefer(*keys)))
        return group

    @Slot()
    def _show_alike(self) -> None:
        """Say beside light and dark that nothing is seen of them while contrast is high."""
        self._alike.setVisible(self._theme.has_high_contrast)

    def _add_copies(self) -> None:
        words = _(
            "The program copies your plans while you work."
            " You can go back to a copy at any time, and take that back."
        )
        card = self._explained(_("Copies and restore"), words)
        self.copies = Button(self._theme, _("Show the copies…"), glyph=Glyph.SAVE)
        self.copies.clicked.connect(self.copies_wanted)
        card.column.addWidget(self.copies)
        self._cards.add(card)

    def _add_places(self, places: Sequence[tuple[str, Path]]) -> None:
        words = _(
            "Nothing leaves this computer, unless a team keeps its plans in a database of its own."
            " There is no account."
        )
        card = self._explained(_("Where your work lies"), words)
        self.team = WrappingButton(self._theme, _("Where plans are kept…"), glyph=Glyph.SETTINGS)
        self.team.clicked.connect(self.team_wanted)
        card.column.addLayout(row_of(self.team))
        for what, folder in places:
            fill(card.column, Text(what, role=TextRole.STRONG), Text(str(folder)))
            button = Button(
                self._theme,
                _("Show in folder"),
                glyph=Glyph.FOLDER_OPEN,
                name=_("Show in folder: {what}").format(what=what),
            )
            button.setAccessibleDescription(str(folder))
            button.clicked.connect(partial(self.folder_wanted.emit, folder))
            card.column.addWidget(button)
        self._cards.add(card)

    def _explained(self, title: str, words: str) -> Card:
        """Return a card with a heading, at which its words are read."""
        card, heading = Card(self._theme), Heading(title, level=2)
        heading.read_here(words)
        fill(card.column, heading, Text(words, tint=MUTED))
        return card

    # Choosing

    def _choose(self, preferences: Preferences) -> None:
        before = self._preferences
        if preferences != before:
            self._preferences = preferences
            self.changed.emit(preferences)
        if preferences.scheme is not before.scheme and self._theme.has_high_contrast:
            announce(self, _(ALIKE))
