"""Plans for Hypothesis: everything that a plan file can say about a pack."""

import datetime
import uuid
from types import MappingProxyType

from hypothesis import strategies as st

from advisor.models.ids import ActionId, GateId, OptionId, PlanId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import (
    Answer,
    Choice,
    Comment,
    Decision,
    GateTick,
    OpenAnswer,
    OwnAction,
    OwnRisk,
    Plan,
)
from advisor.models.questionnaire import Question, QuestionKind
from advisor.models.texts import TITLE_LENGTH, fault_in_text, tidied

ids = st.uuids().map(str)


def texts(longest: int, *, lines: bool, shortest: int = 0) -> st.SearchStrategy[str]:
    """Any text that may be stored."""
    return (
        st.text(min_size=shortest, max_size=40)
        .map(tidied)
        .filter(lambda text: fault_in_text(text, longest=longest, lines=lines) is None)
        .filter(lambda text: bool(text.strip()) or not shortest)
    )


lines = texts(TITLE_LENGTH, lines=False)
notes = texts(200, lines=True)
said = texts(200, lines=True, shortest=1)


def _values(question: Question) -> st.SearchStrategy[object]:
    options = [option.id for option in question.options]
    alone = [option.id for option in question.options if option.exclusive]
    together = [option for option in options if option not in alone]
    match question.kind:
        case QuestionKind.SINGLE:
            return st.sampled_from(options)
        case QuestionKind.MULTIPLE:
            several = st.frozensets(st.sampled_from(together), min_size=1)
            one = st.sampled_from([frozenset({option}) for option in alone or together])
            return several | one
        case QuestionKind.NUMBER:
            return st.integers(question.minimum, question.maximum)
        case QuestionKind.YES_NO:
            return st.booleans()


def answers(question: Question) -> st.SearchStrategy[Answer]:
    """Any answer to a question that says something."""
    values = _values(question) | st.sampled_from(OpenAnswer)
    return st.builds(Answer, value=values, note=notes).filter(lambda answer: answer != Answer())


days = st.dates(datetime.date(2000, 1, 1), datetime.date(2199, 12, 31))
decisions = st.builds(
    Decision,
    choice=st.sampled_from(Choice),
    owner=lines,
    due=st.none() | days,
    note=notes,
    reason=notes,
)


def plans(pack: Pack) -> st.SearchStrategy[Plan]:
    """Any plan for a pack."""
    stages = [term.id for term in pack.stages]
    own_actions = st.builds(
        OwnAction, id=ids, text=said, stage=st.sampled_from(stages), decision=decisions
    )
    own_risks = st.builds(OwnRisk, id=ids, text=said, mitigation=notes)
    comments = st.builds(
        Comment,
        id=ids,
        question=st.sampled_from([question.id for question in pack.questionnaire.questions]),
        who=texts(TITLE_LENGTH, lines=False),
        text=said,
    )
    return st.builds(
        Plan,
        id=ids.map(PlanId),
        title=texts(TITLE_LENGTH, lines=False, shortest=1),
        description=notes,
        answers=st.fixed_dictionaries(
            {}, optional={q.id: answers(q) for q in pack.questionnaire.questions}
        ).map(MappingProxyType),
        decisions=st.fixed_dictionaries(
            {}, optional={action.id: decisions for action in pack.actions[:3]}
        ).map(MappingProxyType),
        own_actions=st.lists(own_actions, max_size=2, unique_by=lambda own: own.id).map(tuple),
        own_risks=st.lists(own_risks, max_size=2, unique_by=lambda own: own.id).map(tuple),
        comments=st.lists(comments, max_size=2, unique_by=lambda own: own.id).map(tuple),
        gate_ticks=st.fixed_dictionaries(
            {}, optional={gate.id: st.builds(GateTick, day=days) for gate in pack.gates}
        ).map(MappingProxyType),
        pack=st.none() | st.just(pack.version),
    )


def full_plan() -> Plan:
    """One plan for the small pack that says something of everything."""
    return Plan(
        id=PlanId(str(uuid.UUID(int=7))),
        title="Amberfield",
        description="Two lines:\nthis is the second.",
        answers=MappingProxyType(
            {
                QuestionId("formats"): Answer(
                    value=frozenset({OptionId("telephone"), OptionId("group")})
                ),
                QuestionId("leader"): Answer(value=OptionId("trained"), note="Two of them."),
                QuestionId("size"): Answer(value=OpenAnswer.NOT_SURE, note="Ask Rosa."),
                QuestionId("change"): Answer(note="We talk about it in May."),
            }
        ),
        decisions=MappingProxyType(
            {
                ActionId("plan-01"): Decision(
                    choice=Choice.NOT_FOR_US,
                    owner="Rosa",
                    due=datetime.date(2027, 3, 31),
                    note="A note.",
                    reason="A reason.",
                )
            }
        ),
        own_actions=(OwnAction(id=str(uuid.UUID(int=8)), text="Buy biscuits.", stage="run"),),
        own_risks=(OwnRisk(id=str(uuid.UUID(int=9)), text="No biscuits.", mitigation="Fruit."),),
        comments=(
            Comment(
                id=str(uuid.UUID(int=10)),
                question=QuestionId("size"),
                who="The mothers' table",
                text="Eight is enough.",
            ),
        ),
        gate_ticks=MappingProxyType(
            {GateId("gate-number"): GateTick(day=datetime.date(2027, 3, 5))}
        ),
    )
