"""What a person said about one thing, told field by field: an answer, a decision, an own entry.

The same fields say what a decision is, what a filled-in checklist would change, what was typed
and never saved, and what stood in a plan before.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.language import _
from advisor.models import plan
from advisor.models.pack import Pack
from advisor.models.questionnaire import Question
from advisor.rules.facts import Facts
from advisor.telling.grammar import day
from advisor.telling.words import CHOICE, OPEN_ANSWER, answer_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that an entry says: ``said`` is empty where it says nothing.

    ``nothing`` is what stands in a sentence then, such as *nobody*. What an entry says first of
    all needs no ``label``.
    """

    label: str
    said: str
    nothing: str

    @property
    def sentence(self) -> str:
        """The field with what it is called."""
        words = self.said or self.nothing
        return _("{field}: {words}").format(field=self.label, words=words) if self.label else words


def told_decision(decision: plan.Decision) -> tuple[Field, ...]:
    """Tell every field of a decision, those that say nothing included."""
    due = day(decision.due) if decision.due is not None else ""
    return (
        Field(label="", said=CHOICE[decision.choice], nothing=""),
        Field(label=_("Who"), said=decision.owner, nothing=_("nobody")),
        Field(label=_("By when"), said=due, nothing=_("no date")),
        _written(_("Note"), decision.note),
        _written(_("Why not"), decision.reason),
    )


def told_entry(pack: Pack, key: plan.EntryKey, entry: plan.Entry) -> tuple[Field, ...]:
    """Tell all that an entry says, first of all what it says in the main."""
    match entry:
        case plan.PlanName():
            return (_written("", entry.title), _written(_("Description"), entry.description))
        case plan.Answer():
            words = _answered(_question_of(pack, key), entry)
            return (_written("", words), _written(_("Note"), entry.note))
        case plan.Decision():
            return told_decision(entry)
        case plan.OwnAction():
            stages = {stage.id: stage.label for stage in pack.stages}
            stage = _written(_("Stage"), stages.get(entry.stage, entry.stage))
            return (_written("", entry.text), stage, *told_decision(entry.decision))
        case plan.OwnRisk():
            done = _written(_("What you will do about it"), entry.mitigation)
            return (_written("", entry.text), done)
        case plan.Comment():
            return (_written("", entry.text), _written(_("Who"), entry.who))
        case plan.GateTick():
            return (_written("", _("Ticked on {day}").format(day=day(entry.day))),)


def title_of(pack: Pack, key: plan.EntryKey, entry: plan.Entry, facts: Facts | None = None) -> str:
    """Return what an entry is about: the question, the action, or the person's own words.

    With the facts of its plan an action is called as it is worded for that plan.
    """
    match entry:
        case plan.PlanName():
            return _("Name of the plan")
        case plan.Answer():
            question = _question_of(pack, key)
            return question.text if question is not None else key.id
        case plan.Decision():
            action = next((each for each in pack.actions if each.id == key.id), None)
            if action is None:
                return key.id
            return facts.wording(action.text, action.variants) if facts else action.text
        case plan.OwnAction() | plan.OwnRisk():
            return entry.text
        case plan.Comment():
            asked = next(
                (each for each in pack.questionnaire.questions if each.id == entry.question), None
            )
            return asked.text if asked is not None else entry.question
        case plan.GateTick():
            return next((each.in_place for each in pack.gates if each.id == key.id), key.id)


def title_in(pack: Pack, of: plan.Plan | None, key: plan.EntryKey, entry: plan.Entry) -> str:
    """Return what an entry of a plan is about, an action as it is worded for that plan.

    Without the plan, where it is gone, it has the words that stand first.
    """
    return title_of(pack, key, entry, Facts(pack, of) if of is not None else None)


def besides_title(pack: Pack, key: plan.EntryKey, entry: plan.Entry) -> tuple[str, ...]:
    """Return all that an entry says, as sentences, without its title once more."""
    title = title_of(pack, key, entry)
    return tuple(words for words in said(told_entry(pack, key, entry)) if words != title)


def said(fields: Sequence[Field]) -> tuple[str, ...]:
    """Return the fields that say something, each as a sentence."""
    return tuple(field.sentence for field in fields if field.said)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field that says something else than before."""

    before: Field
    now: Field

    @property
    def sentence(self) -> str:
        """What is said now, and what was said before."""
        return _("{field} (was: {before}).").format(
            field=self.now.sentence, before=self.before.said or self.before.nothing
        )


def changed(before: Sequence[Field], now: Sequence[Field]) -> tuple[FieldChange, ...]:
    """Return the fields that differ between two states of one entry."""
    return tuple(
        FieldChange(before=old, now=new)
        for old, new in zip(before, now, strict=True)
        if old.said != new.said
    )


def _question_of(pack: Pack, key: plan.EntryKey) -> Question | None:
    """Return a question; None when the evidence has moved on and asks something else."""
    return next((each for each in pack.questionnaire.questions if each.id == key.id), None)


def _written(label: str, words: str) -> Field:
    return Field(label=label, said=words, nothing=_("nothing"))


def _answered(question: Question | None, answer: plan.Answer) -> str:
    value = answer.value
    if isinstance(value, plan.OpenAnswer):
        return OPEN_ANSWER[value]
    try:
        words = answer_words(question, answer) if question is not None else ""
    except KeyError:
        # The evidence has moved on since and no longer offers this option.
        words = ""
    stored = "; ".join(sorted(value)) if isinstance(value, frozenset) else str(value)
    return words or stored
