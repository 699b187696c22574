"""From records to what is known: configurations, gates, actions, sources, notes, tensions."""

from collections.abc import Iterable
from types import MappingProxyType

from advisor.models import evidence, ids
from advisor.models.gates import Gate, Level
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


def build_configuration(record: ConfigurationRecord) -> evidence.Configuration:
    """Return a configuration with its rules and branches."""
    return evidence.Configuration(
        id=ids.ConfigurationId(record["id"]),
        domain=evidence.Domain(record["domain"]),
        theme=record["theme"],
        rests_on=record["rests_on"],
        supplementary=record["supplementary"],
        title=record["title"],
        summary=record["summary"],
        context=record["context"],
        mechanism=evidence.Mechanism(**record["mechanism"]),
        outcome=record["outcome"],
        split_confidence=evidence.Confidence(record["split_confidence"]),
        evidence=record["evidence"],
        rules=tuple(map(_rule, record["rules"])),
        stronger_when=_modifiers(record["stronger_when"]),
        weaker_when=_modifiers(record["weaker_when"]),
        coverage=MappingProxyType(
            {
                ids.OptionId(option): evidence.Coverage(word)
                for option, word in record["coverage"].items()
            }
        ),
        principles=tuple(record["principles"]),
        sources=_sayings(record["sources"]),
        caution=record.get("caution", ""),
        term=record.get("term", ""),
        voice=record.get("voice", ""),
        sign=record.get("sign", ""),
        measure=record.get("measure", ""),
        needs=tuple(
            evidence.Need(text=need["text"], met_when=condition_if_any(need.get("met_when")))
            for need in record.get("needs", ())
        ),
        covered_when=condition_if_any(record.get("covered_when")),
        elsewhere_sources=_sayings(record.get("elsewhere_sources", ())),
        elsewhere_evidence=record.get("elsewhere_evidence", ""),
    )


def _sayings(records: Iterable[SayingRecord]) -> tuple[evidence.SourceSaying, ...]:
    return tuple(
        evidence.SourceSaying(source=ids.SourceId(saying["id"]), says=saying["says"])
        for saying in records
    )


def _rule(record: RuleRecord) -> evidence.Rule:
    if "branches" in record:
        branches = tuple(map(_branch, record["branches"]))
    else:
        branches = (
            evidence.Branch(
                id=ids.BranchId(ONLY_BRANCH),
                when=build_condition(record["when"]),
                note=record["note"],
                answered_by=action_ids(record.get("answered_by", ())),
            ),
        )
    return evidence.Rule(
        id=ids.RuleId(record["id"]), effect=evidence.Effect(record["effect"]), branches=branches
    )


def _branch(record: BranchRecord) -> evidence.Branch:
    return evidence.Branch(
        id=ids.BranchId(record["id"]),
        when=build_condition(record["when"]),
        note=record["note"],
        short=record.get("short", ""),
        variants=variants(record.get("variants", ())),
        sign=record.get("sign", ""),
        evidence=record.get("evidence", ""),
        elsewhere=record.get("elsewhere", False),
        answered_by=action_ids(record.get("answered_by", ())),
    )


def _modifiers(records: Iterable[ModifierRecord]) -> tuple[evidence.Modifier, ...]:
    return tuple(
        evidence.Modifier(when=build_condition(record["when"]), because=record["because"])
        for record in records
    )


def build_gate(record: GateRecord) -> Gate:
    """Return a gate."""
    return Gate(
        id=ids.GateId(record["id"]),
        level=Level(record["level"]),
        when=build_condition(record["when"]),
        text=record["text"],
        in_place=record["in_place"],
        actions=action_ids(record["actions"]),
        variants=variants(record.get("variants", ())),
    )


def build_action(record: ActionRecord) -> evidence.Action:
    """Return an action."""
    effort = said(record, "effort")
    return evidence.Action(
        id=ids.ActionId(record["id"]),
        text=record["text"],
        stage=record["stage"],
        owner=record["owner"],
        done_when=record["done_when"],
        serves=tuple(
            evidence.Serving(
                configuration=ids.ConfigurationId(serving["configuration"]),
                how=evidence.Service(serving["how"]),
            )
            for serving in record["serves"]
        ),
        evidence=record["evidence"],
        sources=source_ids(record["sources"]),
        variants=variants(record.get("variants", ())),
        effort=evidence.Effort(effort) if effort else None,
        safety=record.get("safety", False),
        deputy=record.get("deputy", ""),
        caution=record.get("caution", ""),
        applies_when=condition_if_any(record.get("applies_when")),
        in_place_when=condition_if_any(record.get("in_place_when")),
    )


def build_source(record: SourceRecord) -> evidence.Source:
    """Return a source."""
    return evidence.Source(
        id=ids.SourceId(record["id"]),
        citation=record["citation"],
        kind=record["kind"],
        population=record["population"],
        read=evidence.ReadDepth(record["read"]),
        says=record["says"],
        doi=record.get("doi", ""),
        url=record.get("url", ""),
        step=record.get("step", ""),
        is_to_be_confirmed=record.get("to_be_confirmed", False),
    )


def build_scope_note(record: ScopeNoteRecord) -> evidence.ScopeNote:
    """Return a scope note."""
    return evidence.ScopeNote(
        id=ids.ScopeNoteId(record["id"]),
        when=build_condition(record["when"]),
        title=record["title"],
        text=record["text"],
        sources=source_ids(record["sources"]),
        kind=record.get("kind", ""),
        variants=variants(record.get("variants", ())),
        actions=action_ids(record.get("actions", ())),
    )


def build_tension(record: TensionRecord) -> evidence.Tension:
    """Return a tension."""
    return evidence.Tension(
        id=ids.TensionId(record["id"]),
        title=record["title"],
        question=ids.QuestionId(record["question"]),
        option=ids.OptionId(record["option"]),
        benefit_side=configuration_ids(record["benefit_side"]),
        risk_side=configuration_ids(record["risk_side"]),
        text=record["text"],
        good=record.get("good", ""),
        harm=record.get("harm", ""),
        keeps_safe=record.get("keeps_safe", ""),
        discuss=record.get("discuss", ""),
    )
