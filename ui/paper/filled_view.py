"""What a filled-in checklist would change, before anything is changed."""

from PySide6.QtCore import Qt, Signal, Slot

from advisor.language import _
from advisor.telling.not_taken import NotTaken
from advisor.telling.papers import FilledStory
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.cards import Card
from ui.widgets.layouts import FlowLayout, fill
from ui.widgets.lines import read_in_runs
from ui.widgets.option_group import CardOption, OptionGroup
from ui.widgets.text import MUTED, Heading, Text


class FilledView(Card):
    """Shows a ``FilledStory``; ``accepted`` and ``declined`` report what a person chose.

    ``accepted`` carries the story and the proposals that were confirmed.
    """

    accepted = Signal(object, object)
    declined = Signal()

    def __init__(self, theme: Theme, story: FilledStory) -> None:
        title = _("What the filled-in checklist would change")
        super().__init__(theme, tone=Tone.ACCENT)
        self._story = story
        self.proposals: OptionGroup | None = None
        self.heading = Heading(title, level=2, parent=self)
        self.column.addWidget(self.heading)
        self.summary = Text(story.summary, parent=self)
        self.column.addWidget(self.summary)
        self._lines = [(self.summary, story.summary)]
        if not story.is_other_plan:
            self._add_story(theme)
        read_in_runs(self.heading, self._lines)
        self._add_buttons(theme)
        self._show_whether_anything_is_taken()

    @property
    def confirmed(self) -> tuple[NotTaken, ...]:
        """The proposals that a person ticked."""
        chosen = self.proposals.selection if self.proposals is not None else ()
        return tuple(self._story.proposals[int(key)] for key in chosen)

    def _add_story(self, theme: Theme) -> None:
        for warning in self._story.warnings:
            self._add(warning)
        for difference in self._story.differences:
            self._add(difference.title, *difference.lines, role=TextRole.STRONG)
        if self._story.not_taken:
            why = (each.why for each in self._story.not_taken)
            self._add(_("Not taken:"), *why, role=TextRole.STRONG)
        offers = tuple(
            CardOption(key=str(place), title=each.offer)
            for place, each in enumerate(self._story.proposals)
        )
        if offers:
            name = _("Days to confirm")
            self.proposals = OptionGroup(theme, offers, name=name, multiple=True, parent=self)
            self.proposals.selected.connect(self._show_whether_anything_is_taken)
            self.column.addWidget(self.proposals)
        if self._story.asks:
            self.question = self._add(self._story.asks, role=TextRole.STRONG)

    def _add(self, words: str, *small: str, role: TextRole = TextRole.BODY) -> Text:
        """Add a line with smaller ones under it, which a screen reader reads with it."""
        line = Text(words, role=role, parent=self)
        self.column.addWidget(line)
        self._lines.append((line, words))
        for each in small:
            under = Text(each, role=TextRole.SMALL, tint=MUTED, parent=self)
            self.column.addWidget(under)
            self._lines.append((under, each))
        return line

    def take_focus(self) -> None:
        """Lead the focus here; what would change is read here and, where it is long, further on."""
        self.heading.take_focus()

    def _add_buttons(self, theme: Theme) -> None:
        row = FlowLayout(gap=6)
        self.accept_button = Button(
            theme,
            _("Yes, change my plan") if self._story.asks else _("Change my plan"),
            kind=ButtonKind.PRIMARY,
            glyph=Glyph.FILE_CHECK,
            parent=self,
        )
        self.accept_button.clicked.connect(self._accept)
        self.decline_button = Button(theme, _("Leave it as it is"), parent=self)
        self.decline_button.clicked.connect(self.declined)
        fill(row, self.accept_button, self.decline_button)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(row)

    @Slot()
    def _show_whether_anything_is_taken(self) -> None:
        taken = bool(self._story.differences or self.confirmed)
        self.accept_button.setVisible(taken and not self._story.is_other_plan)

    @Slot()
    def _accept(self) -> None:
        self.accepted.emit(self._story, self.confirmed)
