"""From records to what the papers are made from, and to the moves between editions."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from advisor.models import materials
from advisor.models.ids import OptionId, QuestionId
from advisor.models.moves import ActionMove, AnswerMove, Moves
from advisor.packs.building_parts import (
    action_ids,
    condition_if_any,
    configuration_ids,
    variants,
)
from advisor.packs.conditions import build_condition
from advisor.packs.material_records import (
    AnswerMoveRecord,
    BlockRecord,
    CountRecord,
    EvaluationRecord,
    LookingRecord,
    MovesRecord,
    PaperWordsRecord,
    PartRecord,
    SentenceRecord,
    SessionRecord,
    SessionVariantRecord,
    SlotRecord,
    StarterRecord,
    TemplatesRecord,
    TrainingRecord,
)


def build_evaluation(record: EvaluationRecord) -> materials.Evaluation:
    """Return the evaluation plan."""
    return materials.Evaluation(
        about=record["about"],
        how_to_ask=tuple(record["how_to_ask"]),
        answers=tuple(record["answers"]),
        read_by=MappingProxyType({often: str(owner) for often, owner in record["read_by"].items()}),
        no_harm_found=record["no_harm_found"],
        questions=tuple(map(_looking, record["questions"])),
        counts=tuple(map(_count, record["counts"])),
    )


def build_training(record: TrainingRecord) -> materials.Training:
    """Return the training outline."""
    return materials.Training(
        about=record["about"],
        before=record["before"],
        after=record["after"],
        sessions=tuple(map(_session, record["sessions"])),
    )


def build_starters(record: TemplatesRecord) -> materials.Starters:
    """Return the wording starters."""
    return materials.Starters(
        about=record["about"],
        how=record["how"],
        slots=tuple(map(_slot, record["slots"])),
        templates=tuple(map(_starter, record["templates"])),
    )


def build_paper_words(record: PaperWordsRecord) -> materials.PaperWords:
    """Return the words that several papers need."""
    return materials.PaperWords(
        plan_in_a_line=tuple(map(_sentence, record["plan_in_a_line"])),
        workshop_timetable=tuple(
            materials.TimetableRow(
                minutes=row["minutes"],
                what=row["what"],
                you_need=row["you_need"],
                only_with=row.get("only_with", ""),
            )
            for row in record["workshop_timetable"]
        ),
    )


def build_moves(record: MovesRecord) -> Moves:
    """Return how a plan of the edition before moves to this one."""
    return Moves(
        before=record["from"],
        after=record["to"],
        answers=tuple(map(_answer_move, record["answers"])),
        actions=tuple(
            ActionMove(
                action=action_ids([move["action"]])[0],
                into=action_ids(move["into"]),
                why=move["why"],
            )
            for move in record["actions"]
        ),
    )


def _looking(record: LookingRecord) -> materials.EvaluationQuestion:
    return materials.EvaluationQuestion(
        id=record["id"],
        kind=record["kind"],
        configurations=configuration_ids(record["configurations"]),
        question=record["question"],
        asked_by=record["asked_by"],
        ask_at=record["ask_at"],
        if_yes=record["if_yes"],
        follow_up=record.get("follow_up", ""),
        variants=variants(record.get("variants", ())),
        applies_when=condition_if_any(record.get("applies_when")),
    )


def _count(record: CountRecord) -> materials.EvaluationCount:
    return materials.EvaluationCount(
        id=record["id"],
        what=record["what"],
        why=record["why"],
        configurations=configuration_ids(record["configurations"]),
        how_often=record["how_often"],
    )


def _session(record: SessionRecord) -> materials.Session:
    return materials.Session(
        id=record["id"],
        title=record["title"],
        aim=record["aim"],
        minutes=record["minutes"],
        led_by=record["led_by"],
        cover=tuple(record["cover"]),
        actions=action_ids(record["actions"]),
        configurations=configuration_ids(record["configurations"]),
        exercise=record["exercise"],
        learnt_when=record["learnt_when"],
        first=record.get("first", False),
        note=record.get("note", ""),
        applies_when=condition_if_any(record.get("applies_when")),
        variants=tuple(map(_session_variant, record.get("variants", ()))),
    )


def _session_variant(record: SessionVariantRecord) -> materials.SessionVariant:
    return materials.SessionVariant(
        when=build_condition(record["when"]),
        title=record.get("title", ""),
        cover=tuple(record.get("cover", ())),
        exercise=record.get("exercise", ""),
        actions=action_ids(record.get("actions", ())),
        learnt_when=record.get("learnt_when", ""),
    )


def _question_if_any(question: str | None) -> QuestionId | None:
    return None if question is None else QuestionId(question)


def _texts(texts: Mapping[str, str]) -> Mapping[OptionId, str]:
    return MappingProxyType({OptionId(option): text for option, text in texts.items()})


def _slot(record: SlotRecord) -> materials.Slot:
    return materials.Slot(
        id=record["id"],
        label=record["label"],
        question=_question_if_any(record.get("question")),
        texts=_texts(record.get("texts", {})),
        joined=record.get("joined", False),
    )


def _starter(record: StarterRecord) -> materials.Starter:
    return materials.Starter(
        id=record["id"],
        kind=record["kind"],
        title=record["title"],
        for_whom=record["for_whom"],
        note=record["note"],
        configurations=configuration_ids(record["configurations"]),
        blocks=tuple(map(_block, record["blocks"])),
        applies_when=condition_if_any(record.get("applies_when")),
    )


def _block(record: BlockRecord) -> materials.StarterBlock:
    return materials.StarterBlock(
        id=record["id"],
        lines=tuple(record["lines"]),
        heading=record.get("heading", ""),
        when=condition_if_any(record.get("when")),
    )


def _sentence(record: SentenceRecord) -> materials.PlanSentence:
    return materials.PlanSentence(
        id=record["id"],
        opening=_parts(record["opening"]),
        then=_parts(record["then"]),
        opening_else=record.get("opening_else", ""),
    )


def _parts(records: Iterable[PartRecord]) -> tuple[materials.SentencePart, ...]:
    return tuple(
        materials.SentencePart(
            id=record["id"],
            join=record.get("join", ""),
            when=condition_if_any(record.get("when")),
            choices=tuple(
                materials.Choice(text=choice["text"], when=condition_if_any(choice.get("when")))
                for choice in record.get("choices", ())
            ),
            before=record.get("before", ""),
            question=_question_if_any(record.get("question")),
            texts=_texts(record.get("texts", {})),
            last=record.get("last", ""),
        )
        for record in records
    )


def _answer_move(record: AnswerMoveRecord) -> AnswerMove:
    option, becomes = record.get("option"), record.get("becomes")
    return AnswerMove(
        question=QuestionId(record["question"]),
        why=record["why"],
        option=None if option is None else OptionId(option),
        becomes=(
            None
            if becomes is None
            else (QuestionId(becomes["question"]), tuple(map(OptionId, becomes["options"])))
        ),
    )
