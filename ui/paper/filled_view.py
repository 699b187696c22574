"""What a filled-in checklist would change, before anything is changed."""

from functools import partial

from PySide6.QtCore import Qt, Signal

from advisor.language import _
from advisor.telling.papers import FilledStory
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.cards import Card
from ui.widgets.layouts import FlowLayout, fill
from ui.widgets.text import MUTED, Heading, Text


class FilledView(Card):
    """Shows a ``FilledStory``; ``accepted`` and ``declined`` report what a person chose."""

    accepted = Signal(object)
    declined = Signal()

    def __init__(self, theme: Theme, story: FilledStory) -> None:
        title = _("What the filled-in checklist would change")
        super().__init__(theme, name=title, tone=Tone.ACCENT)
        self._story = story
        self.heading = Heading(title, level=2, parent=self)
        self.column.addWidget(self.heading)
        self.summary = Text(story.summary, parent=self)
        self.column.addWidget(self.summary)
        if not story.is_other_plan:
            for difference in story.differences:
                self.column.addWidget(Text(difference.title, role=TextRole.STRONG, parent=self))
                for line in difference.lines:
                    self.column.addWidget(Text(line, role=TextRole.SMALL, tint=MUTED, parent=self))
        self._add_buttons(theme)

    def take_focus(self) -> None:
        """Lead the focus here and let the summary be said."""
        self.heading.take_focus()
        announce(self, self.summary.text())

    def _add_buttons(self, theme: Theme) -> None:
        row = FlowLayout(gap=6)
        self.accept_button = Button(
            theme,
            _("Change my plan"),
            kind=ButtonKind.PRIMARY,
            glyph=Glyph.FILE_CHECK,
            parent=self,
        )
        self.accept_button.clicked.connect(partial(self.accepted.emit, self._story))
        self.accept_button.setVisible(
            bool(self._story.differences) and not self._story.is_other_plan
        )
        self.decline_button = Button(theme, _("Leave it as it is"), parent=self)
        self.decline_button.clicked.connect(self.declined)
        fill(row, self.accept_button, self.decline_button)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(row)
