"""What is written in the fields of questions and is not saved."""

from collections.abc import Iterable, Mapping

from advisor.language import _, ngettext
from advisor.models.field_words import FieldWords
from advisor.models.ids import QuestionId
from advisor.models.plan import EntryKey, EntryKind, Plan
from advisor.models.stored import entry_with
from advisor.models.texts import harmless

NEW = "new/"
"""What the id of a comment begins with before it is saved; the question follows."""


def not_taken(fields: Iterable[FieldWords]) -> Mapping[QuestionId, str]:
    """Return what stands for an answer or its note and cannot be saved as it is written."""
    keys = ((entry_with(field.field), field.words) for field in fields)
    is_answer = EntryKind.ANSWER
    return {QuestionId(key.id): words for key, words in keys if key and key.kind is is_answer}


def unfinished(plan: Plan, fields: Iterable[FieldWords]) -> Mapping[QuestionId, tuple[str, ...]]:
    """Say of each question what is written in its fields and not saved."""
    said: dict[QuestionId, tuple[str, ...]] = {}
    for field in fields:
        question = _asked(plan, entry_with(field.field))
        if question is not None and field.words.strip():
            words = _("“{words}” is written there, but not saved.")
            told = words.format(words=harmless(field.words.strip()))
            said[question] = (*said.get(question, ()), told)
    return said


def not_on_paper(fields: Iterable[FieldWords]) -> str:
    """Say that something written is not saved, and so on no paper; empty where nothing is."""
    n = sum(bool(field.words.strip()) for field in fields)
    if not n:
        return ""
    words = ngettext(
        "{n} thing that you have written is not saved, and so not on paper.",
        "{n} things that you have written are not saved, and so not on paper.",
        n,
    )
    return words.format(n=n)


def _asked(plan: Plan, key: EntryKey | None) -> QuestionId | None:
    """Return the question that an entry belongs to, if it belongs to one."""
    if key is None or key.kind not in (EntryKind.ANSWER, EntryKind.COMMENT):
        return None
    if key.kind is EntryKind.ANSWER:
        return QuestionId(key.id)
    if key.id.startswith(NEW):
        return QuestionId(key.id.removeprefix(NEW))
    return next((each.question for each in plan.comments if each.id == key.id), None)
