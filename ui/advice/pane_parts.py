"""The parts of the pane, in the order in which a tired person needs them."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.language import _, ngettext
from advisor.models.findings import Verdict
from advisor.models.ids import ActionId
from advisor.models.marks import Mark
from advisor.telling.action import ActionRow
from advisor.telling.branches import NOT_COUNTED
from advisor.telling.cards import CardStory
from advisor.telling.key_actions import without
from advisor.telling.spoken import in_one_run
from ui.advice.action_choice import ActionChoice
from ui.advice.asks import Asks
from ui.advice.parts import Part, ReasonLine, SourceBlock
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.badge import Badge, Tag
from ui.widgets.disclosure import Disclosure
from ui.widgets.layouts import column_in, fill, row_of
from ui.widgets.lines import lines_under
from ui.widgets.text import MUTED, Heading, Text


def happening(theme: Theme, story: CardStory) -> QWidget:
    """What may happen, what it may lead to, and what eases it."""
    lines = [branch.sentence for branch in story.certain]
    lead = _("Leading to: {outcome}").format(outcome=story.outcome)
    part = Part(theme, _("What may happen"), (*lines, lead))
    if story.possible:
        told = tuple(branch.sentence for branch in story.possible)
        part.column.addWidget(lines_under(theme, _("This may apply too"), told, parent=part))
    if story.needs:
        needs = tuple(need.sentence for need in story.needs)
        part.column.addWidget(lines_under(theme, story.needs_title, needs, parent=part))
    part.column.addWidget(
        Disclosure(theme, _("How it happens"), partial(_how, theme, story), parent=part)
    )
    return part


def _how(theme: Theme, story: CardStory) -> QWidget:
    box = QWidget()
    column = column_in(box, theme.metrics.space(6))
    for title, text in (
        (_("In this context"), story.context),
        (_("What mothers meet"), story.resource),
        (_("How she may take it"), story.reasoning),
    ):
        column.addWidget(lines_under(theme, title, (text,), parent=box))
    return box


class ActionsPart(Part):
    """What you could do: the key actions, and the rest folded."""

    def __init__(self, theme: Theme, story: CardStory, asks: Asks) -> None:
        super().__init__(theme, _("What you could do"))
        self._theme, self._story, self._asks = theme, story, asks
        self.choices: dict[ActionId, ActionChoice] = {}
        self._still_open = Text("", role=TextRole.SMALL, tint=MUTED, parent=self)
        self.column.addWidget(self._still_open)
        keys = story.key_actions.rows
        fill(self.column, *map(self._choice, keys))
        others = without(story.actions, story.key_actions)
        if others and keys:
            n = len(others)
            words = ngettext("{n} more action", "{n} more actions", n).format(n=n)
            self.more = Disclosure(theme, words, partial(self._make_more, others), parent=self)
            self.column.addWidget(self.more)
        else:
            fill(self.column, *map(self._choice, others))
        self._meaning = _meaning_of_tick(story)
        self.column.addWidget(Text(self._meaning, role=TextRole.SMALL, tint=MUTED, parent=self))
        self.show_story(story)

    def show_story(self, story: CardStory) -> None:
        """Show the newest ticks in place; the focus stays where it is."""
        self._story = story
        keys = story.key_actions
        self.show_meta(keys.words)
        self._still_open.setText(keys.still_open)
        self._still_open.setVisible(bool(keys.still_open))
        self.describe(in_one_run((keys.words, keys.still_open, self._meaning)))
        for row in (*keys.rows, *story.actions):
            if row.id in self.choices:
                self.choices[row.id].show_row(row)

    def _make_more(self, rows: tuple[ActionRow, ...]) -> QWidget:
        box = QWidget()
        newest = {row.id: row for row in self._story.actions}
        fill(column_in(box, 4), *(self._choice(newest.get(row.id, row)) for row in rows))
        return box

    def _choice(self, row: ActionRow) -> ActionChoice:
        choice = ActionChoice(self._theme, row, self._story.configuration, self._asks, self)
        self.choices[row.id] = choice
        return choice


def _meaning_of_tick(story: CardStory) -> str:
    """Say what a tick does, and what it does not."""
    untested = _("No source tested any single action.")
    tick = (
        _(
            "A tick says that you will do it. That can put the risk partly in hand. It is in"
            " hand once every key action is marked as in place."
        )
        if story.key_actions.rows
        else _("A tick says that you will do it. Mark it as in place once it is so.")
    )
    return " ".join((tick, untested))


def reasons(theme: Theme, story: CardStory, asks: Asks) -> Iterator[QWidget]:
    """Why it is here: the answers behind it, what weighs more or less, what others say."""
    if story.certain:
        yield _why(theme, story, asks)
    for title, lines in (
        (story.stronger_title, story.stronger),
        (story.weaker_title, story.weaker),
    ):
        if lines:
            yield Part(theme, title, lines)
    if story.elsewhere:
        yield _elsewhere(theme, story, asks)


def _why(theme: Theme, story: CardStory, asks: Asks) -> QWidget:
    """Tell the answers behind each way in which it comes about, with its state."""
    part = Part(theme, story.certain[0].why_title)
    for branch in story.certain:
        about = branch.sentence if len(story.certain) > 1 else ""
        told = in_one_run((about, *branch.why, *(reason.sentence for reason in branch.reasons)))
        if branch is story.certain[0]:
            part.describe(told)
        if about:
            line = Text(about, role=TextRole.SMALL_STRONG, parent=part)
            part.column.addWidget(line)
            if branch is not story.certain[0]:
                line.read_here(told)
        if about and branch.state is not None:
            badge = Badge(theme, Mark(branch.state.value), parent=part)
            part.column.addLayout(row_of(badge))
        fill(part.column, *(Text(words, parent=part) for words in branch.why))
        for reason in branch.reasons:
            part.column.addWidget(ReasonLine(theme, reason, asks, part, about=about))
    return part


def _elsewhere(theme: Theme, story: CardStory, asks: Asks) -> QWidget:
    """What other sources than the review say, apart from all that counts."""
    part = Part(theme, _("From other sources"), (_(NOT_COUNTED),))
    shown = {row.id for row in story.actions}
    for branch in story.elsewhere:
        part.column.addWidget(Text(branch.sentence, parent=part))
        tag = Tag(theme, branch.step, glyph=Glyph.LAYERS, tone=Tone.ACCENT, parent=part)
        part.column.addLayout(row_of(tag))
        if branch.sign:
            title = _("How you would notice")
            part.column.addWidget(lines_under(theme, title, (branch.sign,), parent=part))
        for row in branch.answers:
            if row.id not in shown:
                shown.add(row.id)
                choice = ActionChoice(theme, row, story.configuration, asks, part)
                part.column.addWidget(choice)
    for source in story.elsewhere[0].sources:
        part.column.addWidget(SourceBlock(theme, source, parent=part))
    return part


def noticing(theme: Theme, story: CardStory) -> Iterator[QWidget]:
    """How one would notice that it happens."""
    signs = dict.fromkeys(branch.sign for branch in story.certain if branch.sign)
    if signs:
        yield Part(theme, _("How you would notice"), signs)


class HowSure(QWidget):
    """How sure it is: one line, and all behind it on demand."""

    def __init__(self, theme: Theme, story: CardStory) -> None:
        super().__init__()
        self._theme, self._story = theme, story
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        n = len(story.sources)
        words = ngettext("How sure: {step}, {n} source", "How sure: {step}, {n} sources", n)
        title = words.format(step=story.evidence, n=n)
        self.disclosure = Disclosure(theme, title, self._make, parent=self)
        column.addWidget(self.disclosure)

    def _make(self) -> QWidget:
        story, box = self._story, QWidget()
        column = column_in(box, self._theme.metrics.space(6))
        column.addWidget(Heading(_("How sure"), level=3, parent=box))
        for line in (story.evidence_meaning, story.confidence, story.provenance):
            if line:
                column.addWidget(Text(line, role=TextRole.SMALL, parent=box))
        if story.caution and story.verdict is not Verdict.DOES_NOT_APPLY:
            title = _("Take care")
            column.addWidget(lines_under(self._theme, title, (story.caution,), parent=box))
        for source in story.sources:
            column.addWidget(SourceBlock(self._theme, source, parent=box))
        return box
