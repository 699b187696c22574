"""An evidence pack made ready for the rules, once per pack, and a plan seen through it."""

import weakref
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from advisor.models.advice import Truth
from advisor.models.conditions import AllOf, Condition, Not, Test
from advisor.models.evidence import (
    Action,
    Branch,
    Configuration,
    Coverage,
    Gate,
    Modifier,
    Rule,
    ScopeNote,
    SourceSaying,
    Variant,
)
from advisor.models.ids import ConfigurationId, QuestionId, SourceId
from advisor.models.pack import Pack
from advisor.models.plan import GivenAnswer, Plan
from advisor.models.questionnaire import Questionnaire
from advisor.rules.compiling import Compiled, Compiler
from advisor.rules.completions import CERTAIN, POSSIBLE, Outcome, Situation, compile_rule, rated
from advisor.rules.judging import FAILS, HOLDS, OPEN, Explainer, passes, relevance
from advisor.rules.lanes import MOST_LANES, spread

PreparedNotes = tuple[tuple[Compiled, str], ...]
"""Texts, each with the condition under which it is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedText:
    """A text with its other wordings; the first whose condition certainly holds is said."""

    otherwise: str
    variants: PreparedNotes = ()

    def said(self, situation: Situation) -> str:
        """Return the wording that fits a plan."""
        for when, text in self.variants:
            if situation.truth(when) is HOLDS:
                return text
        return self.otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedBranch:
    """A branch of a rule.

    ``elsewhere`` holds where other sources speak for the branch although the review does not;
    None where they never do.
    """

    branch: Branch
    text: PreparedText
    elsewhere: Compiled | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedRule:
    """A rule with everything that its configuration says about it; ``compiled`` judges it."""

    configuration: Configuration
    rule: Rule
    compiled: Compiled
    branches: tuple[PreparedBranch, ...]
    sources: tuple[SourceId, ...]
    elsewhere_sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedRule:
    """A rule of a configuration with its outcome for one plan."""

    prepared: PreparedRule
    outcome: Outcome

    @property
    def configuration(self) -> Configuration:
        """The configuration that the rule belongs to."""
        return self.prepared.configuration

    @property
    def rule(self) -> Rule:
        """The rule."""
        return self.prepared.rule


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedAction:
    """An action with its compiled conditions; ``serves`` is in the order of the pack."""

    action: Action
    text: PreparedText
    serves: tuple[ConfigurationId, ...]
    applies_when: Compiled | None
    in_place_when: Compiled | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedGate:
    """A gate with its compiled condition."""

    gate: Gate
    text: PreparedText
    when: Compiled


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedNeed:
    """What a benefit depends on; ``met_when`` is None where no answer can tell."""

    text: str
    met_when: Compiled | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedNote:
    """A scope note with its compiled condition."""

    note: ScopeNote
    text: PreparedText
    when: Compiled


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPack:
    """All conditions of a pack, compiled, and their tests, each at its place.

    ``visibility`` has every condition under which questions are asked, with those questions;
    ``actions`` go by stage, then by the pack. ``scope`` holds where the pack speaks about whom
    a plan is for.
    """

    questionnaire: Questionnaire
    tests: tuple[Test, ...]
    visibility: tuple[tuple[Compiled, tuple[QuestionId, ...]], ...]
    scope: Compiled | None
    rules: tuple[PreparedRule, ...]
    stronger: Mapping[ConfigurationId, PreparedNotes]
    weaker: Mapping[ConfigurationId, PreparedNotes]
    needs: Mapping[ConfigurationId, tuple[PreparedNeed, ...]]
    gates: tuple[PreparedGate, ...]
    actions: tuple[PreparedAction, ...]
    scope_notes: tuple[PreparedNote, ...]

    def situation(self, plan: Plan, most_lanes: int = MOST_LANES) -> Situation:
        """Return what the rules know about a plan; questions foreign to the pack are left out."""
        given = {
            question: answer.given
            for question, answer in plan.answers.items()
            if answer.given is not None and question in self.questionnaire
        }
        seen = dict(self._seen(plan, given, most_lanes))
        hidden = frozenset(question for question, truth in seen.items() if truth is FAILS)
        asked = (question.id for question in self.questionnaire.questions)
        found = Situation(
            plan=plan,
            questionnaire=self.questionnaire,
            given=given,
            hidden=hidden,
            still_open=frozenset(asked) - given.keys() - hidden,
            bounds=tuple(self._bounds(given, seen)),
            explainer=Explainer(plan.answer, self.questionnaire),
            most_lanes=most_lanes,
        )
        outside = self.scope is not None and found.truth(self.scope) is FAILS
        return replace(found, is_out_of_scope=True) if outside else found

    def _bounds(
        self, given: Mapping[QuestionId, GivenAnswer], seen: Mapping[QuestionId, Truth]
    ) -> Iterator[int]:
        for test in self.tests:
            shown = seen.get(test.question, HOLDS)
            answer = given.get(test.question)
            if shown is FAILS or (answer is not None and not passes(test, answer)):
                yield 0
            else:
                yield POSSIBLE if answer is None or shown is OPEN else CERTAIN

    def _seen(
        self, plan: Plan, given: Mapping[QuestionId, GivenAnswer], most_lanes: int
    ) -> Iterator[tuple[QuestionId, Truth]]:
        for shown_when, questions in self.visibility:
            lanes = spread(shown_when, given, frozenset(), most_lanes)
            if lanes is None:
                truth = relevance(questions[0], plan.answer, self.questionnaire)
            else:
                truth = lanes.truth(0)
            for question in questions:
                yield question, truth


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
        visibility=_visibility(pack.questionnaire, compiler),
        scope=_optional(pack.scope.covered_when, compiler),
        rules=tuple(
            _prepared_rule(configuration, rule, compiler)
            for configuration in pack.configurations
            for rule in configuration.rules
        ),
        stronger={c.id: _notes(c.stronger_when, compiler) for c in pack.configurations},
        weaker={c.id: _notes(c.weaker_when, compiler) for c in pack.configurations},
        needs={c.id: _needs(c, compiler) for c in pack.configurations},
        gates=tuple(
            PreparedGate(
                gate=gate,
                text=_text(gate.text, gate.variants, compiler),
                when=compiler.compile(gate.when),
            )
            for gate in pack.gates
        ),
        actions=tuple(
            _prepared_action(action, pack, compiler)
            for action in sorted(pack.actions, key=lambda action: stages[action.stage])
        ),
        scope_notes=tuple(
            PreparedNote(
                note=note,
                text=_text(note.text, note.variants, compiler),
                when=compiler.compile(note.when),
            )
            for note in pack.scope_notes
        ),
    )
    return replace(ready, tests=compiler.tests)


def _visibility(
    questionnaire: Questionnaire, compiler: Compiler
) -> tuple[tuple[Compiled, tuple[QuestionId, ...]], ...]:
    asked: dict[Condition, list[QuestionId]] = {}
    for question in questionnaire.questions:
        if question.ask_when is not None:
            asked.setdefault(question.ask_when, []).append(question.id)
    return tuple((compiler.compile(when), tuple(behind)) for when, behind in asked.items())


def _prepared_rule(configuration: Configuration, rule: Rule, compiler: Compiler) -> PreparedRule:
    return PreparedRule(
        configuration=configuration,
        rule=rule,
        compiled=compile_rule(configuration, rule, compiler),
        branches=tuple(
            PreparedBranch(
                branch=branch,
                text=_text(branch.note, branch.variants, compiler),
                elsewhere=_optional(_elsewhere(configuration, branch), compiler),
            )
            for branch in rule.branches
        ),
        sources=_sources(configuration.sources),
        elsewhere_sources=_sources(configuration.elsewhere_sources or configuration.sources),
    )


def _sources(sayings: Iterable[SourceSaying]) -> tuple[SourceId, ...]:
    return tuple(saying.source for saying in sayings)


def _elsewhere(configuration: Configuration, branch: Branch) -> Condition | None:
    """Return where a branch is shown under *From other sources*.

    One that rests on other sources: unless no chosen format has anything to do with it. Any
    other: where the review is silent about all formats chosen and other sources are not.
    """
    others = rated(configuration, Coverage.ELSEWHERE)
    speaks = rated(configuration, Coverage.COVERED, Coverage.CONDITIONAL)
    if branch.elsewhere:
        concerned = rated(configuration, *(set(Coverage) - {Coverage.NOT_APPLICABLE}))
        return AllOf((concerned, branch.when)) if configuration.coverage else branch.when
    if not others.options:
        return None
    covered = configuration.covered_when
    spoken_of = () if covered is None else (covered,)
    return AllOf((others, Not(speaks), *spoken_of, branch.when))


def _needs(configuration: Configuration, compiler: Compiler) -> tuple[PreparedNeed, ...]:
    return tuple(
        PreparedNeed(text=need.text, met_when=_optional(need.met_when, compiler))
        for need in configuration.needs
    )


def _prepared_action(action: Action, pack: Pack, compiler: Compiler) -> PreparedAction:
    meant_for = {serving.configuration for serving in action.serves}
    return PreparedAction(
        action=action,
        text=_text(action.text, action.variants, compiler),
        serves=tuple(c.id for c in pack.configurations if c.id in meant_for),
        applies_when=_optional(action.applies_when, compiler),
        in_place_when=_optional(action.in_place_when, compiler),
    )


def _text(text: str, variants: Iterable[Variant], compiler: Compiler) -> PreparedText:
    return PreparedText(
        otherwise=text,
        variants=tuple((compiler.compile(variant.when), variant.text) for variant in variants),
    )


def _notes(modifiers: Iterable[Modifier], compiler: Compiler) -> PreparedNotes:
    return tuple((compiler.compile(one.when), one.because) for one in modifiers)


def _optional(condition: Condition | None, compiler: Compiler) -> Compiled | None:
    return None if condition is None else compiler.compile(condition)
