"""From records to what is known: configurations, gates, actions, sources, notes, tensions."""

from collections.abc import Iterable
from types import MappingProxyType

from advisor.models.evidence import (
    Action,
    Branch,
    Confidence,
    Configuration,
    Coverage,
    Domain,
    Effect,
    Effort,
    Mechanism,
    Modifier,
    Need,
    ReadDepth,
    Rule,
    ScopeNote,
    Service,
    Serving,
    Source,
    SourceSaying,
    Tension,
)
from advisor.models.gates import Gate, Level
from advisor.models.ids import (
    ActionId,
    BranchId,
    ConfigurationId,
    GateId,
    OptionId,
    QuestionId,
    RuleId,
    ScopeNoteId,
    SourceId,
    TensionId,
)
from advisor.packs.building_parts import (
    action_ids,
    condition_if_any,
    configuration_ids,
    said,
    source_ids,
    variants,
)
from advisor.packs.conditions import build_condition
from advisor.packs.first_shape import ONLY_BRANCH
from advisor.packs.records import (
    ActionRecord,
    BranchRecord,
    ConfigurationRecord,
    GateRecord,
    ModifierRecord,
    RuleRecord,
    SayingRecord,
    ScopeNoteRecord,
    SourceRecord,
    TensionRecord,
)


def build_configuration(record: ConfigurationRecord) -> Configuration:
    """Return a configuration with its rules and branches."""
    return Configuration(
        id=ConfigurationId(record["id"]),
        domain=Domain(record["domain"]),
        theme=record["theme"],
        rests_on=record["rests_on"],
        supplementary=record["supplementary"],
        title=record["title"],
        summary=record["summary"],
        context=record["context"],
        mechanism=Mechanism(**record["mechanism"]),
        outcome=record["outcome"],
        split_confidence=Confidence(record["split_confidence"]),
        evidence=record["evidence"],
        rules=tuple(map(_rule, record["rules"])),
        stronger_when=_modifiers(record["stronger_when"]),
        weaker_when=_modifiers(record["weaker_when"]),
        coverage=MappingProxyType(
            {OptionId(option): Coverage(word) for option, word in record["coverage"].items()}
        ),
        principles=tuple(record["principles"]),
        sources=_sayings(record["sources"]),
        caution=record.get("caution", ""),
        term=record.get("term", ""),
        voice=record.get("voice", ""),
        sign=record.get("sign", ""),
        measure=record.get("measure", ""),
        needs=tuple(
            Need(text=need["text"], met_when=condition_if_any(need.get("met_when")))
            for need in record.get("needs", ())
        ),
        covered_when=condition_if_any(record.get("covered_when")),
        elsewhere_sources=_sayings(record.get("elsewhere_sources", ())),
        elsewhere_evidence=record.get("elsewhere_evidence", ""),
    )


def _sayings(records: Iterable[SayingRecord]) -> tuple[SourceSaying, ...]:
    return tuple(
        SourceSaying(source=SourceId(saying["id"]), says=saying["says"]) for saying in records
    )


def _rule(record: RuleRecord) -> Rule:
    if "branches" in record:
        branches = tuple(map(_branch, record["branches"]))
    else:
        branches = (
            Branch(
                id=BranchId(ONLY_BRANCH),
                when=build_condition(record["when"]),
                note=record["note"],
                answered_by=action_ids(record.get("answered_by", ())),
            ),
        )
    return Rule(id=RuleId(record["id"]), effect=Effect(record["effect"]), branches=branches)


def _branch(record: BranchRecord) -> Branch:
    return Branch(
        id=BranchId(record["id"]),
        when=build_condition(record["when"]),
        note=record["note"],
        short=record.get("short", ""),
        variants=variants(record.get("variants", ())),
        sign=record.get("sign", ""),
        evidence=record.get("evidence", ""),
        elsewhere=record.get("elsewhere", False),
        answered_by=action_ids(record.get("answered_by", ())),
    )


def _modifiers(records: Iterable[ModifierRecord]) -> tuple[Modifier, ...]:
    return tuple(
        Modifier(when=build_condition(record["when"]), because=record["because"])
        for record in records
    )


def build_gate(record: GateRecord) -> Gate:
    """Return a gate."""
    return Gate(
        id=GateId(record["id"]),
        level=Level(record["level"]),
        when=build_condition(record["when"]),
        text=record["text"],
        in_place=record["in_place"],
        actions=action_ids(record["actions"]),
        variants=variants(record.get("variants", ())),
    )


def build_action(record: ActionRecord) -> Action:
    """Return an action."""
    effort = said(record, "effort")
    return Action(
        id=ActionId(record["id"]),
        text=record["text"],
        stage=record["stage"],
        owner=record["owner"],
        done_when=record["done_when"],
        serves=tuple(
            Serving(
                configuration=ConfigurationId(serving["configuration"]),
                how=Service(serving["how"]),
            )
            for serving in record["serves"]
        ),
        evidence=record["evidence"],
        sources=source_ids(record["sources"]),
        variants=variants(record.get("variants", ())),
        effort=Effort(effort) if effort else None,
        safety=record.get("safety", False),
        deputy=record.get("deputy", ""),
        caution=record.get("caution", ""),
        applies_when=condition_if_any(record.get("applies_when")),
        in_place_when=condition_if_any(record.get("in_place_when")),
    )


def build_source(record: SourceRecord) -> Source:
    """Return a source."""
    return Source(
        id=SourceId(record["id"]),
        citation=record["citation"],
        kind=record["kind"],
        population=record["population"],
        read=ReadDepth(record["read"]),
        says=record["says"],
        doi=record.get("doi", ""),
        url=record.get("url", ""),
        step=record.get("step", ""),
        is_to_be_confirmed=record.get("to_be_confirmed", False),
    )


def build_scope_note(record: ScopeNoteRecord) -> ScopeNote:
    """Return a scope note."""
    return ScopeNote(
        id=ScopeNoteId(record["id"]),
        when=build_condition(record["when"]),
        title=record["title"],
        text=record["text"],
        sources=source_ids(record["sources"]),
        kind=record.get("kind", ""),
        variants=variants(record.get("variants", ())),
        actions=action_ids(record.get("actions", ())),
    )


def build_tension(record: TensionRecord) -> Tension:
    """Return a tension."""
    return Tension(
        id=TensionId(record["id"]),
        title=record["title"],
        question=QuestionId(record["question"]),
        option=OptionId(record["option"]),
        benefit_side=configuration_ids(record["benefit_side"]),
        risk_side=configuration_ids(record["risk_side"]),
        text=record["text"],
        good=record.get("good", ""),
        harm=record.get("harm", ""),
        keeps_safe=record.get("keeps_safe", ""),
        discuss=record.get("discuss", ""),
    )
