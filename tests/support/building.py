"""Small packs and plans built by hand: each call names only what its test is about."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypedDict, Unpack

from advisor.models.conditions import Condition
from advisor.models.evidence import (
    Action,
    Branch,
    Confidence,
    Configuration,
    Coverage,
    Domain,
    Effect,
    Mechanism,
    Modifier,
    Need,
    Rule,
    ScopeNote,
    Service,
    Serving,
    Tension,
    Variant,
)
from advisor.models.gates import Gate, Level
from advisor.models.ids import (
    ActionId,
    BranchId,
    ConfigurationId,
    GateId,
    OptionId,
    PlanId,
    QuestionId,
    RuleId,
    ScopeNoteId,
    SectionId,
    TensionId,
)
from advisor.models.pack import Pack, PackVersion, Scope, Term
from advisor.models.plan import Answer, GivenAnswer, OpenAnswer, Plan
from advisor.models.questionnaire import (
    Nature,
    Option,
    Question,
    QuestionKind,
    Questionnaire,
    Section,
)

SECTION = SectionId("start")


class Asked(TypedDict, total=False):
    """What any kind of question may also say."""

    ask_when: Condition | None
    nature: Nature
    core: bool


def single(name: str, *options: str, **more: Unpack[Asked]) -> Question:
    """A question with one choice among options."""
    return _question(name, QuestionKind.SINGLE, options, **more)


def multiple(
    name: str, *options: str, exclusive: Iterable[str] = (), **more: Unpack[Asked]
) -> Question:
    """A question with several choices among options, some of which exclude all others."""
    return _question(name, QuestionKind.MULTIPLE, options, exclusive=exclusive, **more)


def yes_no(name: str, **more: Unpack[Asked]) -> Question:
    """A question for yes or no."""
    return _question(name, QuestionKind.YES_NO, (), **more)


def number(name: str, minimum: int, maximum: int, **more: Unpack[Asked]) -> Question:
    """A question for a whole number, both ends included."""
    return _question(name, QuestionKind.NUMBER, (), minimum=minimum, maximum=maximum, **more)


def _question(
    name: str,
    kind: QuestionKind,
    options: Iterable[str],
    *,
    exclusive: Iterable[str] = (),
    minimum: int = 0,
    maximum: int = 0,
    ask_when: Condition | None = None,
    nature: Nature = Nature.DESIGN,
    core: bool = False,
) -> Question:
    return Question(
        id=QuestionId(name),
        section=SECTION,
        core=core,
        text=f"{name}?",
        why="Because it matters.",
        kind=kind,
        nature=nature,
        options=tuple(
            Option(id=OptionId(option), label=option, exclusive=option in exclusive)
            for option in options
        ),
        minimum=minimum,
        maximum=maximum,
        ask_when=ask_when,
    )


def branch(
    name: str,
    when: Condition,
    *answered_by: str,
    elsewhere: bool = False,
    variants: Mapping[str, Condition] | None = None,
) -> Branch:
    """A branch with the actions that answer it, and its other wordings by their text."""
    return Branch(
        id=BranchId(name),
        when=when,
        note="A note.",
        sign="A sign.",
        elsewhere=elsewhere,
        answered_by=tuple(map(ActionId, answered_by)),
        variants=tuple(Variant(when=one, text=text) for text, one in (variants or {}).items()),
    )


def configuration(
    name: str,
    *rules: Condition | Iterable[Branch],
    domain: Domain = Domain.RISK,
    effect: Effect = Effect.HARMS,
    coverage: Mapping[str, Coverage] | None = None,
    covered_when: Condition | None = None,
    answered_by: Iterable[str] = (),
    stronger: Iterable[Modifier] = (),
    weaker: Iterable[Modifier] = (),
    needs: Iterable[Need] = (),
) -> Configuration:
    """A configuration whose rules are called ``name-1``, ``name-2`` …

    A rule that is given as a condition has one branch, called *only*, which ``answered_by``
    answers.
    """
    branches = (
        tuple(rule) if isinstance(rule, Iterable) else (branch("only", rule, *answered_by),)
        for rule in rules
    )
    return Configuration(
        id=ConfigurationId(name),
        domain=domain,
        theme="A theme",
        rests_on="a finding",
        supplementary=False,
        title=f"{name} in one line",
        summary="A summary.",
        context="A context.",
        mechanism=Mechanism(resource="A resource.", reasoning="A reasoning."),
        outcome="An outcome.",
        split_confidence=Confidence.HIGH,
        evidence="named",
        rules=tuple(
            Rule(id=RuleId(f"{name}-{place}"), effect=effect, branches=its)
            for place, its in enumerate(branches, start=1)
        ),
        stronger_when=tuple(stronger),
        weaker_when=tuple(weaker),
        coverage=MappingProxyType(
            {OptionId(option): rating for option, rating in (coverage or {}).items()}
        ),
        principles=(),
        sources=(),
        covered_when=covered_when,
        needs=tuple(needs),
    )


def action(
    name: str,
    *serves: str,
    safety: bool = False,
    stage: str = "plan",
    applies_when: Condition | None = None,
    in_place_when: Condition | None = None,
) -> Action:
    """An action that lessens what it serves."""
    return Action(
        id=ActionId(name),
        text=f"Do {name}.",
        stage=stage,
        owner="lead",
        done_when="It is done.",
        serves=tuple(
            Serving(configuration=ConfigurationId(served), how=Service.LESSENS) for served in serves
        ),
        evidence="named",
        sources=(),
        safety=safety,
        applies_when=applies_when,
        in_place_when=in_place_when,
    )


def gate(
    name: str,
    when: Condition,
    *actions: str,
    level: Level = Level.STOP,
) -> Gate:
    """A gate that is missing under a condition."""
    return Gate(
        id=GateId(name),
        level=level,
        when=when,
        text=f"{name} is missing.",
        in_place=f"{name} is there.",
        actions=tuple(map(ActionId, actions)),
    )


def scope_note(name: str, when: Condition) -> ScopeNote:
    """A scope note under a condition."""
    return ScopeNote(id=ScopeNoteId(name), when=when, title=name, text="A text.", sources=())


def tension(
    name: str, question: str, option: str, benefits: Iterable[str], risks: Iterable[str]
) -> Tension:
    """A design choice with two sides."""
    return Tension(
        id=TensionId(name),
        title=name,
        question=QuestionId(question),
        option=OptionId(option),
        benefit_side=tuple(map(ConfigurationId, benefits)),
        risk_side=tuple(map(ConfigurationId, risks)),
        text="A text.",
    )


def pack(
    questions: Iterable[Question],
    configurations: Iterable[Configuration] = (),
    actions: Iterable[Action] = (),
    scope_notes: Iterable[ScopeNote] = (),
    tensions: Iterable[Tension] = (),
    gates: Iterable[Gate] = (),
    covered_when: Condition | None = None,
) -> Pack:
    """A pack with two stages, *plan* and *run*."""
    return Pack(
        version=PackVersion(id="small", version="1"),
        title="A small pack",
        language="en",
        licence="CC0-1.0",
        review_due="2030-01-01",
        scope=Scope(about="Tests.", covered=(), not_a=(), covered_when=covered_when),
        principles=(),
        evidence_ladder=(Term(id="named", label="Named"),),
        stages=(Term(id="plan", label="Plan"), Term(id="run", label="Run")),
        owners=(Term(id="lead", label="Lead"),),
        questionnaire=Questionnaire(
            sections=(Section(id=SECTION, title="Start", intro=""),), questions=tuple(questions)
        ),
        configurations=tuple(configurations),
        actions=tuple(actions),
        sources=(),
        scope_notes=tuple(scope_notes),
        tensions=tuple(tensions),
        glossary=MappingProxyType({}),
        gates=tuple(gates),
    )


def plan(**answers: GivenAnswer | OpenAnswer | str | set[str]) -> Plan:
    """A plan with these answers; a set of option ids is a multiple answer."""
    return Plan(
        id=PlanId("00000000-0000-4000-8000-000000000000"),
        title="A plan",
        answers=MappingProxyType(
            {QuestionId(name): Answer(value=_value(value)) for name, value in answers.items()}
        ),
    )


def _value(value: GivenAnswer | OpenAnswer | str | set[str]) -> GivenAnswer | OpenAnswer:
    if isinstance(value, set | frozenset):
        return frozenset(map(OptionId, value))
    if isinstance(value, str) and not isinstance(value, OpenAnswer):
        return OptionId(value)
    return value
