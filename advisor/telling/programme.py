"""The programme in five lines: whom it is for, what happens, who, where, how far along."""

from dataclasses import dataclass

from advisor.interview.route import is_relevant
from advisor.language import N_, _
from advisor.models.ids import QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.description import DescribedAnswer, few_words

MOST_NAMED = 3

_LINES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("Who it is for"), ("experiences", "who_for", "mother_groups", "severity")),
    (N_("What happens"), ("formats", "group_type", "contact_content")),
    (N_("Who provides it"), ("team", "peer_experience", "peer_pay", "supervision")),
    (N_("Where and how much"), ("venue", "support_length", "group_size")),
    (N_("How far along"), ("programme_stage", "funding_months")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeLine:
    """One line about the programme: what is answered, and the labels of what is not said yet."""

    title: str
    answers: tuple[DescribedAnswer, ...]
    not_said: str


def told_programme(pack: Pack, plan: Plan) -> tuple[ProgrammeLine, ...]:
    """Tell the programme in five lines, from its answers."""
    return tuple(_line(pack, plan, _(title), questions) for title, questions in _LINES)


def _line(pack: Pack, plan: Plan, title: str, questions: tuple[str, ...]) -> ProgrammeLine:
    answers = []
    not_said = []
    for question in pack.questionnaire.questions:
        if question.id not in questions:
            continue
        if not is_relevant(pack.questionnaire, QuestionId(question.id), plan.answer):
            continue
        answer = plan.answer(question.id)
        label = question.short or question.text
        if answer.given is None:
            not_said.append(label)
        else:
            text = few_words(question, answer, MOST_NAMED)
            answers.append(DescribedAnswer(label=label, text=text))
    return ProgrammeLine(
        title=title,
        answers=tuple(answers),
        not_said=_("Not said yet: {labels}.").format(labels="; ".join(not_said))
        if not_said
        else "",
    )
