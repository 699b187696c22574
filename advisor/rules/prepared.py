"""An evidence pack made ready for the rules, once per pack, and a plan seen through it."""

import weakref
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from advisor.models.advice import Truth
from advisor.models.conditions import Condition
from advisor.models.evidence import Action, Configuration, Modifier, Rule
from advisor.models.ids import ConfigurationId, QuestionId, ScopeNoteId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.questionnaire import Questionnaire
from advisor.rules.completions import Situation, compile_rule
from advisor.rules.lanes import MOST_LANES, Compiled, compile_conditions

PreparedNotes = tuple[tuple[Compiled, str], ...]
"""Texts, each with the condition under which it is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedAction:
    """An action with its compiled conditions; ``serves`` is in the order of the pack."""

    action: Action
    serves: tuple[ConfigurationId, ...]
    applies_when: Compiled | None
    in_place_when: Compiled | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPack:
    """All conditions of a pack, compiled. ``actions`` go by stage, then by the pack."""

    questionnaire: Questionnaire
    asked_when: Mapping[QuestionId, Compiled]
    rules: tuple[tuple[Configuration, Rule, Compiled], ...]
    stronger: Mapping[ConfigurationId, PreparedNotes]
    weaker: Mapping[ConfigurationId, PreparedNotes]
    actions: tuple[PreparedAction, ...]
    scope_notes: tuple[tuple[ScopeNoteId, Compiled], ...]

    def situation(self, plan: Plan, most_lanes: int = MOST_LANES) -> Situation:
        """Return what the rules know about a plan; questions foreign to the pack are left out."""
        given = {
            question: answer.given
            for question, answer in plan.answers.items()
            if answer.given is not None and question in self.questionnaire
        }
        situation = Situation(
            plan=plan, questionnaire=self.questionnaire, given=given, most_lanes=most_lanes
        )
        hidden = (
            question
            for question, asked in self.asked_when.items()
            if situation.truth(asked) is Truth.FAILS
        )
        return replace(situation, hidden=frozenset(hidden))


_prepared: dict[int, PreparedPack] = {}


def prepared(pack: Pack) -> PreparedPack:
    """Return the pack ready for the rules; the work is done once in the life of a pack."""
    known = _prepared.get(id(pack))
    if known is None:
        known = _prepared[id(pack)] = prepare(pack)
        weakref.finalize(pack, _prepared.pop, id(pack), None).atexit = False
    return known


def prepare(pack: Pack) -> PreparedPack:
    """Compile every condition of a pack."""
    questionnaire = pack.questionnaire
    stages = {term.id: place for place, term in enumerate(pack.stages)}
    return PreparedPack(
        questionnaire=questionnaire,
        asked_when={
            question.id: compile_conditions((question.ask_when,), questionnaire)
            for question in questionnaire.questions
            if question.ask_when is not None
        },
        rules=tuple(
            (configuration, rule, compile_rule(configuration, rule, questionnaire))
            for configuration in pack.configurations
            for rule in configuration.rules
        ),
        stronger={c.id: _notes(c.stronger_when, questionnaire) for c in pack.configurations},
        weaker={c.id: _notes(c.weaker_when, questionnaire) for c in pack.configurations},
        actions=tuple(
            _prepared_action(action, pack)
            for action in sorted(pack.actions, key=lambda action: stages[action.stage])
        ),
        scope_notes=tuple(
            (note.id, compile_conditions((note.when,), questionnaire)) for note in pack.scope_notes
        ),
    )


def _prepared_action(action: Action, pack: Pack) -> PreparedAction:
    meant_for = {serving.configuration for serving in action.serves}
    return PreparedAction(
        action=action,
        serves=tuple(c.id for c in pack.configurations if c.id in meant_for),
        applies_when=_optional(action.applies_when, pack.questionnaire),
        in_place_when=_optional(action.in_place_when, pack.questionnaire),
    )


def _notes(modifiers: Iterable[Modifier], questionnaire: Questionnaire) -> PreparedNotes:
    return tuple(
        (compile_conditions((modifier.when,), questionnaire), modifier.because)
        for modifier in modifiers
    )


def _optional(condition: Condition | None, questionnaire: Questionnaire) -> Compiled | None:
    return None if condition is None else compile_conditions((condition,), questionnaire)
