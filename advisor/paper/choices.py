"""Both sides of the choices, and the questions that are still open, in a report."""

from collections.abc import Iterator

from advisor.language import _
from advisor.models.blocks import Paragraph
from advisor.models.document import Block
from advisor.models.sheets import Column, Row, Ruled, Words, Writing
from advisor.telling.advice import AdviceStory
from advisor.telling.choices import told_choices, told_still_open
from advisor.telling.opening import FirstQuestion
from advisor.telling.tensions import TensionStory


def choice_blocks(told: AdviceStory) -> Iterator[Block]:
    """Yield both sides of each choice, side by side."""
    story = told_choices(told)
    yield Paragraph(text=story.lead)
    if story.choices:
        yield Ruled(
            columns=(
                Column(head=_("Your choice"), width=38, share=False),
                Column(head=_("May do good"), width=1),
                Column(head=_("May do harm"), width=1),
                Column(head=_("What keeps it safe"), width=1),
            ),
            rows=tuple(map(_choice, story.choices)),
            summary=_("Choices with the good and the harm that each may do."),
            small=True,
        )
    if story.others:
        yield Paragraph(text=story.others)


def open_blocks(told: AdviceStory) -> Iterator[Block]:
    """Yield the first few questions that are open, with room for who asks and by when."""
    story = told_still_open(told)
    yield Paragraph(text=story.lead)
    if story.questions:
        yield Ruled(
            columns=(
                Column(head=_("Question"), width=1),
                Column(head=_("What hangs on it"), width=66, share=False),
                Column(head=_("Who asks"), width=26, share=False),
                Column(head=_("By when"), width=20, share=False),
            ),
            rows=tuple(map(_question, story.questions)),
            summary=_("Open questions, the most useful first, with room for who asks and when."),
            small=True,
        )


def _choice(tension: TensionStory) -> Row:
    return Row(
        cells=(
            Words(lead=tension.title, small=tension.chosen),
            tension.good,
            tension.harm,
            tension.keeps_safe,
        )
    )


def _question(question: FirstQuestion) -> Row:
    return Row(
        cells=(
            Words(lead=question.label, text=question.asked),
            question.effect,
            Writing(),
            Writing(),
        )
    )
