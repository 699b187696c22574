"""The programme in five lines: whom it is for, what happens, who, where, how far along."""

from advisor.interview.route import is_relevant
from advisor.language import N_, _
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.description import DescribedItem, described

MOST_NAMED = 3

_LINES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("Who it is for"), ("experiences", "who_for", "mother_groups", "severity")),
    (N_("What happens"), ("formats", "group_type", "contact_content")),
    (N_("Who provides it"), ("team", "peer_experience", "peer_pay", "supervision")),
    (N_("Where and how much"), ("venue", "support_length", "group_size")),
    (N_("How far along"), ("programme_stage", "funding_months")),
)


def told_programme(pack: Pack, plan: Plan) -> tuple[DescribedItem, ...]:
    """Tell the programme in five lines, from its answers."""
    asked = [
        question
        for question in pack.questionnaire.questions
        if is_relevant(pack.questionnaire, question.id, plan.answer)
    ]
    return tuple(
        described(_(title), (each for each in asked if each.id in questions), plan, MOST_NAMED)
        for title, questions in _LINES
    )
