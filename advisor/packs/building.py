"""From a pack's records to the pack. Records are trusted to have the shape of ``records``."""

from collections.abc import Iterable
from types import MappingProxyType

from advisor.models.conditions import Condition
from advisor.models.evidence import (
    Action,
    Confidence,
    Configuration,
    Coverage,
    Domain,
    Effect,
    Mechanism,
    Modifier,
    ReadDepth,
    Rule,
    ScopeNote,
    Service,
    Serving,
    Source,
    SourceSaying,
    Tension,
)
from advisor.models.ids import (
    ActionId,
    ConfigurationId,
    OptionId,
    QuestionId,
    RuleId,
    ScopeNoteId,
    SectionId,
    SourceId,
    TensionId,
)
from advisor.models.pack import Pack, PackVersion, Scope, Term
from advisor.models.questionnaire import (
    Nature,
    Option,
    Question,
    QuestionKind,
    Questionnaire,
    Section,
)
from advisor.packs.conditions import build_condition
from advisor.packs.records import (
    ActionRecord,
    ConditionRecord,
    ConfigurationRecord,
    LadderStepRecord,
    ModifierRecord,
    OptionRecord,
    PackRecords,
    QuestionRecord,
    ScopeNoteRecord,
    SourceRecord,
    TensionRecord,
    TermRecord,
)


def build_pack(records: PackRecords) -> Pack:
    """Return the pack that the records describe.

    Raises KeyError or ValueError when they do not have the shape of ``PackRecords``; whether
    they make sense together is for ``advisor.checks.pack_checks`` to say.
    """
    head = records["pack"]
    return Pack(
        version=PackVersion(id=head["id"], version=head["version"]),
        title=head["title"],
        language=head["language"],
        licence=head["licence"],
        review_due=head["review_due"],
        scope=Scope(
            about=head["about"],
            covered=tuple(head["scope"]["covered"]),
            not_a=tuple(head["not_a"]),
        ),
        principles=_terms(head["principles"]),
        evidence_ladder=_terms(head["evidence_ladder"]),
        stages=_terms(head["stages"]),
        owners=_terms(head["owners"]),
        questionnaire=_questionnaire(records),
        configurations=tuple(map(_configuration, records["configurations"])),
        actions=tuple(map(_action, records["actions"])),
        sources=tuple(map(_source, records["sources"])),
        scope_notes=tuple(map(_scope_note, records["scope_notes"])),
        tensions=tuple(map(_tension, records["tensions"])),
        glossary=MappingProxyType(dict(records["glossary"])),
    )


def _condition_if_any(record: ConditionRecord | None) -> Condition | None:
    return None if record is None else build_condition(record)


def _sources(sources: Iterable[str]) -> tuple[SourceId, ...]:
    return tuple(map(SourceId, sources))


def _configurations(configurations: Iterable[str]) -> tuple[ConfigurationId, ...]:
    return tuple(map(ConfigurationId, configurations))


def _terms(terms: Iterable[TermRecord | LadderStepRecord]) -> tuple[Term, ...]:
    return tuple(
        Term(id=term["id"], label=term["label"], definition=term.get("definition", ""))
        for term in terms
    )


def _questionnaire(records: PackRecords) -> Questionnaire:
    sections = tuple(
        Section(id=SectionId(section["id"]), title=section["title"], intro=section["intro"])
        for section in records["pack"]["sections"]
    )
    # Shown by section, then in the order of the file; sorted() is stable. A question of a
    # section that does not exist comes last and is reported by the checks.
    place = {section.id: number for number, section in enumerate(sections)}
    questions = sorted(
        map(_question, records["questions"]),
        key=lambda question: place.get(question.section, len(place)),
    )
    return Questionnaire(sections=sections, questions=tuple(questions))


def _question(record: QuestionRecord) -> Question:
    return Question(
        id=QuestionId(record["id"]),
        section=SectionId(record["section"]),
        core=record["core"],
        text=record["text"],
        why=record["why"],
        kind=QuestionKind(record["kind"]),
        nature=Nature(record["nature"]),
        hint=record.get("hint", ""),
        options=tuple(map(_option, record.get("options", ()))),
        minimum=record.get("min", 0),
        maximum=record.get("max", 0),
        unit=record.get("unit", ""),
        ask_when=_condition_if_any(record.get("ask_when")),
        tidier=record.get("tidier", ""),
    )


def _option(record: OptionRecord) -> Option:
    return Option(
        id=OptionId(record["id"]),
        label=record["label"],
        hint=record.get("hint", ""),
        exclusive=record.get("exclusive", False),
        informational=record.get("informational", False),
    )


def _configuration(record: ConfigurationRecord) -> Configuration:
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
        rules=_rules(record),
        stronger_when=_modifiers(record["stronger_when"]),
        weaker_when=_modifiers(record["weaker_when"]),
        coverage=MappingProxyType(
            {OptionId(option): Coverage(word) for option, word in record["coverage"].items()}
        ),
        principles=tuple(record["principles"]),
        sources=tuple(
            SourceSaying(source=SourceId(saying["id"]), says=saying["says"])
            for saying in record["sources"]
        ),
        caution=record.get("caution", ""),
    )


def _rules(record: ConfigurationRecord) -> tuple[Rule, ...]:
    return tuple(
        Rule(
            id=RuleId(rule["id"]),
            effect=Effect(rule["effect"]),
            when=build_condition(rule["when"]),
            note=rule["note"],
        )
        for rule in record["rules"]
    )


def _modifiers(records: Iterable[ModifierRecord]) -> tuple[Modifier, ...]:
    return tuple(
        Modifier(when=build_condition(record["when"]), because=record["because"])
        for record in records
    )


def _action(record: ActionRecord) -> Action:
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
        key=record["key"],
        evidence=record["evidence"],
        sources=_sources(record["sources"]),
        safety=record.get("safety", False),
        deputy=record.get("deputy", ""),
        caution=record.get("caution", ""),
        applies_when=_condition_if_any(record.get("applies_when")),
        in_place_when=_condition_if_any(record.get("in_place_when")),
    )


def _source(record: SourceRecord) -> Source:
    return Source(
        id=SourceId(record["id"]),
        citation=record["citation"],
        kind=record["kind"],
        population=record["population"],
        read=ReadDepth(record["read"]),
        says=record["says"],
        doi=record.get("doi", ""),
        url=record.get("url", ""),
    )


def _scope_note(record: ScopeNoteRecord) -> ScopeNote:
    return ScopeNote(
        id=ScopeNoteId(record["id"]),
        when=build_condition(record["when"]),
        title=record["title"],
        text=record["text"],
        sources=_sources(record["sources"]),
    )


def _tension(record: TensionRecord) -> Tension:
    return Tension(
        id=TensionId(record["id"]),
        title=record["title"],
        question=QuestionId(record["question"]),
        option=OptionId(record["option"]),
        benefit_side=_configurations(record["benefit_side"]),
        risk_side=_configurations(record["risk_side"]),
        text=record["text"],
    )
