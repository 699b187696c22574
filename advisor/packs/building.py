"""From a pack's records to the pack. Records are trusted to have the shape of ``records``."""

from collections.abc import Iterable
from types import MappingProxyType

from advisor.models import questionnaire
from advisor.models.ids import (
    OptionId,
    QuestionId,
    SectionId,
)
from advisor.models.materials import Evaluation, PaperWords, Starters, Training
from advisor.models.pack import Pack, PackVersion, Scope, Term
from advisor.packs.building_parts import condition_if_any, said
from advisor.packs.evidence_building import (
    build_action,
    build_configuration,
    build_gate,
    build_scope_note,
    build_source,
    build_tension,
)
from advisor.packs.head_records import HeadRecord, LadderStepRecord, OwnerRecord, TermRecord
from advisor.packs.material_building import (
    build_evaluation,
    build_moves,
    build_paper_words,
    build_starters,
    build_training,
)
from advisor.packs.records import OptionRecord, PackRecords, QuestionRecord


def build_pack(records: PackRecords) -> Pack:
    """Return the pack that the records describe.

    Raises KeyError or ValueError when they do not have the shape of ``PackRecords``; whether
    they make sense together is for ``advisor.checks.pack_checks`` to say.
    """
    head = records["pack"]
    # Packs of the first shape lack the later files.
    there = records.keys()
    return Pack(
        version=PackVersion(id=head["id"], version=head["version"]),
        title=head["title"],
        language=head["language"],
        licence=head["licence"],
        review_due=head["review_due"],
        scope=_scope(head),
        balance=head.get("balance", ""),
        principles=_terms(head["principles"]),
        evidence_ladder=_terms(head["evidence_ladder"]),
        stages=_terms(head["stages"]),
        owners=_terms(head["owners"]),
        questionnaire=_questionnaire(records),
        configurations=tuple(
            map(build_configuration, (*records["configurations"], *records["configurations_risks"]))
        ),
        gates=tuple(map(build_gate, records["gates"])),
        actions=tuple(map(build_action, records["actions"])),
        sources=tuple(map(build_source, records["sources"])),
        scope_notes=tuple(map(build_scope_note, records["scope_notes"])),
        tensions=tuple(map(build_tension, records["tensions"])),
        glossary=MappingProxyType(dict(records["glossary"])),
        evaluation=build_evaluation(records["evaluation"])
        if "evaluation" in there
        else Evaluation(),
        training=build_training(records["training"]) if "training" in there else Training(),
        starters=build_starters(records["templates"]) if "templates" in there else Starters(),
        paper_words=build_paper_words(records["paper_words"])
        if "paper_words" in there
        else PaperWords(),
        moves=build_moves(records["moves"]) if "moves" in there else None,
    )


def _scope(head: HeadRecord) -> Scope:
    return Scope(
        about=head["about"],
        covered=tuple(head["scope"]["covered"]),
        not_a=tuple(head["not_a"]),
        covered_when=condition_if_any(head["scope"].get("covered_when")),
        not_covered_text=head["scope"].get("not_covered_text", ""),
    )


def _terms(terms: Iterable[TermRecord | LadderStepRecord | OwnerRecord]) -> tuple[Term, ...]:
    return tuple(
        Term(
            id=term["id"],
            label=term["label"],
            definition=str(term.get("definition", "")),
            hat=str(term.get("hat", "")),
        )
        for term in terms
    )


def _questionnaire(records: PackRecords) -> questionnaire.Questionnaire:
    sections = tuple(
        questionnaire.Section(
            id=SectionId(section["id"]),
            title=section["title"],
            intro=section["intro"],
            short=section.get("short", ""),
        )
        for section in records["pack"]["sections"]
    )
    # Shown by section, then in the order of the file; sorted() is stable. A question of a
    # section that does not exist comes last and is reported by the checks.
    place = {section.id: number for number, section in enumerate(sections)}
    questions = sorted(
        map(_question, records["questions"]),
        key=lambda question: place.get(question.section, len(place)),
    )
    return questionnaire.Questionnaire(sections=sections, questions=tuple(questions))


def _question(record: QuestionRecord) -> questionnaire.Question:
    known_by = said(record, "known_by")
    return questionnaire.Question(
        id=QuestionId(record["id"]),
        section=SectionId(record["section"]),
        core=record["core"],
        text=record["text"],
        why=record["why"],
        kind=questionnaire.QuestionKind(record["kind"]),
        nature=questionnaire.Nature(record["nature"]),
        hint=record.get("hint", ""),
        options=tuple(map(_option, record.get("options", ()))),
        minimum=record.get("min", 0),
        maximum=record.get("max", 0),
        unit=record.get("unit", ""),
        ask_when=condition_if_any(record.get("ask_when")),
        tidier=record.get("tidier", ""),
        short=record.get("short", ""),
        role=questionnaire.Role(record.get("role", questionnaire.Role.EXPOSURE)),
        known_by=questionnaire.KnownBy(known_by) if known_by else None,
    )


def _option(record: OptionRecord) -> questionnaire.Option:
    return questionnaire.Option(
        id=OptionId(record["id"]),
        label=record["label"],
        short=record.get("short", ""),
        hint=record.get("hint", ""),
        exclusive=record.get("exclusive", False),
        informational=record.get("informational", False),
        role=questionnaire.Role(record["role"]) if "role" in record else None,
    )
