"""The inside of a card: why here, how it happens, how sure, what could be done."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor.language import _, ngettext
from advisor.models.ids import ActionId, ConfigurationId
from advisor.models.marks import Mark
from advisor.telling.action import ActionRow
from advisor.telling.branches import NOT_COUNTED, Branch
from advisor.telling.cards import CardStory
from advisor.telling.changes import ChangesStory
from ui.advice.asks import Asks
from ui.advice.changes_view import ChangesView
from ui.advice.parts import ReasonLine, SourceBlock, titled
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.badge import Badge, Tag
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.disclosure import Disclosure
from ui.widgets.layouts import column_in, fill, put_in_place
from ui.widgets.option_card import TickCard
from ui.widgets.pictures import Picture
from ui.widgets.text import MUTED, Heading, Text, lines_under

FEW_ACTIONS = 6


class CardBody(QWidget):
    """Shows what a ``CardStory`` says below its first lines, in a fixed order."""

    def __init__(self, theme: Theme, story: CardStory, asks: Asks) -> None:
        super().__init__()
        self._theme, self._story, self._asks = theme, story, asks
        self._ticks: dict[str, TickCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.metrics.space(4), 0, 0)
        self._column.setSpacing(theme.metrics.space(10))
        self._changes = QWidget(self)
        self.change_button: Button | None = None
        self._add_why()
        self._add_how()
        self._add_sure()
        if story.actions:
            self._add_actions()
        if story.can_change:
            self._add_change()

    @property
    def ticks(self) -> dict[str, TickCard]:
        """The tick boxes that are shown, by action."""
        return dict(self._ticks)

    def show_story(self, story: CardStory) -> None:
        """Show new ticks in place; the focus stays where it is."""
        self._story = story
        for line in story.actions:
            if line.id in self._ticks:
                self._ticks[line.id].setChecked(line.is_done_or_meant)

    def show_changes(self, story: ChangesStory) -> QWidget:
        """Answer what would have to change; return where it is told."""
        box = ChangesView(self._theme, story, self)
        self._changes = put_in_place(self._column, self._changes, box)
        box.show()
        announce(self, story.intro)
        return box

    # Why

    def _add_why(self) -> None:
        story = self._story
        for branch in story.certain:
            self._add_branch(branch, is_alone=len(story.certain) == 1)
        if story.possible:
            lines = tuple(branch.sentence for branch in story.possible)
            self._add_titled(_("This may apply too"), lines)
        needs = tuple(need.sentence for need in story.needs)
        for title, lines in (
            (story.needs_title, needs),
            (story.stronger_title, story.stronger),
            (_("What eases it here"), story.weaker),
        ):
            if lines:
                self._add_titled(title, lines)
        if story.elsewhere:
            self._add_elsewhere()

    def _add_branch(self, branch: Branch, *, is_alone: bool) -> None:
        """Tell one way in which it comes about: the way where there are more, the sign, why."""
        if not is_alone:
            self._column.addWidget(Text(branch.sentence, role=TextRole.STRONG, parent=self))
            if branch.state is not None:
                badge = Badge(self._theme, Mark(branch.state.value), parent=self)
                self._column.addWidget(badge, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_sign(branch)
        self._column.addWidget(Heading(branch.why_title, level=4, parent=self))
        fill(self._column, *(Text(words, parent=self) for words in branch.why))
        about = "" if is_alone else branch.sentence
        for reason in branch.reasons:
            line = ReasonLine(self._theme, reason, self._asks, self, about=about)
            self._column.addWidget(line)

    def _add_sign(self, branch: Branch) -> None:
        if branch.sign:
            self._add_titled(_("How you would notice"), (branch.sign,))

    def _add_titled(self, title: str, lines: tuple[str, ...]) -> None:
        self._column.addWidget(lines_under(self._theme, title, lines, parent=self))

    def _add_elsewhere(self) -> None:
        """Tell what other sources than the review say, apart from all that counts."""
        self._column.addWidget(Heading(_("From other sources"), level=4, parent=self))
        self._column.addWidget(Text(_(NOT_COUNTED), role=TextRole.SMALL, tint=MUTED, parent=self))
        for branch in self._story.elsewhere:
            self._column.addWidget(Text(branch.sentence, parent=self))
            tag = Tag(self._theme, branch.step, glyph=Glyph.LAYERS, tone=Tone.ACCENT, parent=self)
            self._column.addWidget(tag, 0, Qt.AlignmentFlag.AlignLeft)
            self._add_sign(branch)
            for line in branch.answers:
                if line.id not in self._ticks:
                    self._column.addWidget(self._action(line))
        for source in self._story.elsewhere[0].sources:
            self._column.addWidget(SourceBlock(self._theme, source, parent=self))

    # How and how sure

    def _add_how(self) -> None:
        story = self._story
        self._column.addWidget(Heading(_("How it happens"), level=4, parent=self))
        for title, text in (
            (_("In this context"), story.context),
            (_("What mothers meet"), story.resource),
            (_("How she may take it"), story.reasoning),
            (_("Leading to"), story.outcome),
        ):
            self._add_titled(title, (text,))
        if story.caution:
            self._column.addWidget(_caution(self._theme, story.caution, self))

    def _add_sure(self) -> None:
        story, theme = self._story, self._theme
        self._column.addWidget(Heading(_("How sure"), level=4, parent=self))
        tag = Tag(theme, story.evidence, glyph=Glyph.LAYERS, tone=Tone.ACCENT, parent=self)
        self._column.addWidget(tag, 0, Qt.AlignmentFlag.AlignLeft)
        for line in (story.evidence_meaning, story.confidence, story.provenance):
            if line:
                self._column.addWidget(Text(line, role=TextRole.SMALL, tint=MUTED, parent=self))
        title = _("Sources, and how each was read ({n})").format(n=len(story.sources))
        self.sources = Disclosure(theme, title, self._make_sources, parent=self)
        self._column.addWidget(self.sources)

    def _make_sources(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(self._theme.metrics.space(12), 0, 0, 0)
        for source in self._story.sources:
            column.addWidget(SourceBlock(self._theme, source, parent=box))
        return box

    # What could be done

    def _add_actions(self) -> None:
        theme, actions = self._theme, self._story.actions
        self._column.addWidget(Heading(_("You could"), level=4, parent=self))
        fill(self._column, *map(self._action, actions[:FEW_ACTIONS]))
        if len(actions) > FEW_ACTIONS:
            more = len(actions) - FEW_ACTIONS
            title = ngettext("{n} more action", "{n} more actions", more).format(n=more)
            self._column.addWidget(Disclosure(theme, title, self._make_more_actions, parent=self))
        words = _(
            "A tick says that you will do it. It counts once you mark it as in place, among the"
            " actions. No source tested any single action."
        )
        self._column.addWidget(Text(words, role=TextRole.SMALL, tint=MUTED, parent=self))

    def _make_more_actions(self) -> QWidget:
        box = QWidget()
        fill(column_in(box), *map(self._action, self._story.actions[FEW_ACTIONS:]))
        return box

    def _action(self, line: ActionRow) -> QWidget:
        hint = _hint(line, self._story.configuration)
        if line.shown_by_answers:
            return _in_place(self._theme, line.text, hint)
        tick = TickCard(self._theme, line.text, hint=hint)
        tick.setChecked(line.is_done_or_meant)
        tick.clicked.connect(partial(self._tick, line.id))
        self._ticks[line.id] = tick
        return tick

    def _tick(self, action: ActionId) -> None:
        self._asks.tick(action, self._ticks[action].isChecked())

    # What would have to change

    def _add_change(self) -> None:
        button = Button(
            self._theme,
            _("What would have to change?"),
            kind=ButtonKind.QUIET,
            glyph=Glyph.ROUTE,
            name=_("What would have to change? {finding}").format(finding=self._story.title),
            parent=self,
        )
        button.clicked.connect(self._want_change)
        self.change_button = button
        fill(self._column, button, self._changes)

    @Slot()
    def _want_change(self) -> None:
        self._asks.changes(self._story.rule)


def _hint(row: ActionRow, here: ConfigurationId) -> str:
    """Say what else there is to know about an action, as one line under it."""
    parts = []
    if row.key:
        parts.append(_("Key action."))
    if row.depends:
        parts.append(_("Whether it fits depends on open answers."))
    if row.is_declined:
        parts.append(_("You decided: not for us."))
    if titles := row.purposes_besides(here):
        parts.append(_("Also helps with: {findings}.").format(findings="; ".join(titles)))
    return " ".join(parts)


def _in_place(theme: Theme, text: str, hint: str) -> QWidget:
    words = titled(
        theme, text, " ".join(filter(None, (_("In place, as your answers show."), hint)))
    )
    return _beside(theme, Picture(theme, Glyph.CIRCLE_CHECK, tone=Tone.POSITIVE), words)


def _caution(theme: Theme, text: str, parent: QWidget) -> QWidget:
    words = titled(theme, _("Take care"), text)
    row = _beside(theme, Picture(theme, Glyph.TRIANGLE_ALERT, tone=Tone.CAUTION), words)
    row.setParent(parent)
    return row


def _beside(theme: Theme, picture: QWidget, words: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(theme.metrics.space(8), 0, 0, 0)
    row.setSpacing(theme.metrics.space(12))
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return box
