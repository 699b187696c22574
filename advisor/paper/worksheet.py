"""The workshop sheet: every question with its options to tick, and empty rows for decisions.

Nothing of the plan but its title is printed: a team thinks afresh, together, on paper.
"""

from collections.abc import Iterator

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.blocks import AskedQuestion, BlankRows, Heading, Notice, Paragraph, Tone
from advisor.models.document import Block
from advisor.models.pack import Pack
from advisor.models.plan import OpenAnswer, Plan
from advisor.models.questionnaire import Question, QuestionKind
from advisor.telling.words import OPEN_ANSWER, YES_NO

ROWS_TO_DECIDE = 10
ROWS_TO_FIND_OUT = 6


def compose(pack: Pack, _plan: Plan, _advice: Advice) -> Iterator[Block]:
    """Yield the sheet for a workshop, top to bottom."""
    yield Notice(
        tone=Tone.CALM,
        title=_("How to use this sheet"),
        paragraphs=(
            _(
                "Talk each question through and tick what is true or what you want. A square box "
                "takes as many ticks as you like, a round one is for one answer only."
            ),
            _(
                "Nothing is compulsory. Where you do not know yet, tick that you are not sure or "
                "have not decided: it is worth as much as an answer."
            ),
            _("Do not write down names or stories of people whom you support."),
        ),
    )
    for section in pack.questionnaire.sections:
        questions = pack.questionnaire.in_section(section.id)
        if questions:
            yield Heading(level=1, text=section.title)
            yield Paragraph(text=section.intro)
            yield from (_asked(question) for question in questions)
    yield from _decisions()


def _asked(question: Question) -> AskedQuestion:
    several = question.kind is QuestionKind.MULTIPLE
    left_open = OpenAnswer.on_purpose(question.nature)
    return AskedQuestion(
        level=2,
        text=question.text,
        hint=question.hint,
        several=several,
        options=(*_options(question), OPEN_ANSWER[left_open]),
        unit=_("How many ({unit})").format(unit=question.unit)
        if question.kind is QuestionKind.NUMBER
        else "",
    )


def _options(question: Question) -> Iterator[str]:
    if question.kind is QuestionKind.YES_NO:
        yield from (YES_NO[True], YES_NO[False])
    for option in question.options:
        hinted = _("{option} ({hint})").format(option=option.label, hint=option.hint)
        yield hinted if option.hint else option.label


def _decisions() -> Iterator[Block]:
    yield Heading(level=1, text=_("What we decide"))
    yield BlankRows(
        header=(_("Action"), _("Who"), _("By when")),
        count=ROWS_TO_DECIDE,
        summary=_("Empty rows for decisions: the action, who does it and by when."),
        widths=(58, 24, 18),
    )
    yield Heading(level=1, text=_("What we have to find out"))
    yield BlankRows(
        header=(_("Question"), _("Who asks whom")),
        count=ROWS_TO_FIND_OUT,
        summary=_("Empty rows for questions to find out, and who asks whom."),
        widths=(58, 42),
    )
