"""An evidence pack made ready for the rules, once per pack, and a plan seen through it."""

import weakref
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from advisor.models.advice import Truth
from advisor.models.conditions import Condition, Test
from advisor.models.evidence import Action, Configuration, Modifier, Rule
from advisor.models.ids import ConfigurationId, QuestionId, ScopeNoteId
from advisor.models.pack import Pack
from advisor.models.plan import GivenAnswer, Plan
from advisor.models.questionnaire import Questionnaire
from advisor.rules.compiling import Compiled, Compiler
from advisor.rules.completions import Situation, compile_rule
from advisor.rules.judging import passes, relevance
from advisor.rules.lanes import MOST_LANES, spread

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
    """All conditions of a pack, compiled, and their tests, each at its place.

    ``gates`` has every condition of visibility with the questions that it hides or shows;
    ``actions`` go by stage, then by the pack.
    """

    questionnaire: Questionnaire
    tests: tuple[Test, ...]
    gates: tuple[tuple[Compiled, tuple[QuestionId, ...]], ...]
    rules: tuple[tuple[Configuration, Rule, Compiled], ...]
    stronger: Mapping[ConfigurationId, PreparedNotes]
    weaker: Mapping[ConfigurationId, PreparedNotes]
    actions: tuple[PreparedAction, ...]
    scope_notes: Mapping[ScopeNoteId, Compiled]

    def situation(self, plan: Plan, most_lanes: int = MOST_LANES) -> Situation:
        """Return what the rules know about a plan; questions foreign to the pack are left out."""
        given = {
            question: answer.given
            for question, answer in plan.answers.items()
            if answer.given is not None and question in self.questionnaire
        }
        hidden = frozenset(self._hidden(plan, given, most_lanes))
        asked = (question.id for question in self.questionnaire.questions)
        return Situation(
            plan=plan,
            questionnaire=self.questionnaire,
            given=given,
            hidden=hidden,
            still_open=frozenset(asked) - given.keys() - hidden,
            decided=tuple(self._decided(given, hidden)),
            most_lanes=most_lanes,
        )

    def _decided(
        self, given: Mapping[QuestionId, GivenAnswer], hidden: frozenset[QuestionId]
    ) -> Iterator[int]:
        known = {question: answer for question, answer in given.items() if question not in hidden}
        for test in self.tests:
            answer = known.get(test.question)
            yield 0 if answer is None else int(passes(test, answer))

    def _hidden(
        self, plan: Plan, given: Mapping[QuestionId, GivenAnswer], most_lanes: int
    ) -> Iterator[QuestionId]:
        for gate, questions in self.gates:
            lanes = spread(gate, given, frozenset(), most_lanes)
            if lanes is None:
                truth = relevance(questions[0], plan.answer, self.questionnaire)
            else:
                truth = lanes.truth(0)
            if truth is Truth.FAILS:
                yield from questions


_prepared: dict[int, PreparedPack] = {}


def prepared(pack: Pack) -> PreparedPack:
    """Return the pack ready for the rules; the work is done once for each pack."""
    known = _prepared.get(id(pack))
    if known is None:
        known = _prepared[id(pack)] = prepare(pack)
        weakref.finalize(pack, _prepared.pop, id(pack), None).atexit = False
    return known


def prepare(pack: Pack) -> PreparedPack:
    """Compile every condition of a pack."""
    compiler = Compiler(pack.questionnaire)
    stages = {term.id: place for place, term in enumerate(pack.stages)}
    ready = PreparedPack(
        questionnaire=pack.questionnaire,
        tests=(),
        gates=_gates(pack.questionnaire, compiler),
        rules=tuple(
            (configuration, rule, compile_rule(configuration, rule, compiler))
            for configuration in pack.configurations
            for rule in configuration.rules
        ),
        stronger={c.id: _notes(c.stronger_when, compiler) for c in pack.configurations},
        weaker={c.id: _notes(c.weaker_when, compiler) for c in pack.configurations},
        actions=tuple(
            _prepared_action(action, pack, compiler)
            for action in sorted(pack.actions, key=lambda action: stages[action.stage])
        ),
        scope_notes={note.id: compiler.compile(note.when) for note in pack.scope_notes},
    )
    return replace(ready, tests=compiler.tests)


def _gates(
    questionnaire: Questionnaire, compiler: Compiler
) -> tuple[tuple[Compiled, tuple[QuestionId, ...]], ...]:
    gated: dict[Condition, list[QuestionId]] = {}
    for question in questionnaire.questions:
        if question.ask_when is not None:
            gated.setdefault(question.ask_when, []).append(question.id)
    return tuple((compiler.compile(gate), tuple(behind)) for gate, behind in gated.items())


def _prepared_action(action: Action, pack: Pack, compiler: Compiler) -> PreparedAction:
    meant_for = {serving.configuration for serving in action.serves}
    return PreparedAction(
        action=action,
        serves=tuple(c.id for c in pack.configurations if c.id in meant_for),
        applies_when=_optional(action.applies_when, compiler),
        in_place_when=_optional(action.in_place_when, compiler),
    )


def _notes(modifiers: Iterable[Modifier], compiler: Compiler) -> PreparedNotes:
    return tuple((compiler.compile(one.when), one.because) for one in modifiers)


def _optional(condition: Condition | None, compiler: Compiler) -> Compiled | None:
    return None if condition is None else compiler.compile(condition)
