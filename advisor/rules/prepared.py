"""An evidence pack made ready for the rules, once per pack, and a plan seen through it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from advisor.models import evidence
from advisor.models.conditions import Test
from advisor.models.explanation import Truth
from advisor.models.gates import Gate
from advisor.models.ids import ConfigurationId, QuestionId, SourceId
from advisor.models.plan import GivenAnswer, Plan
from advisor.models.questionnaire import Questionnaire
from advisor.rules.compiling import Compiled
from advisor.rules.completions import CERTAIN, POSSIBLE, Outcome, Situation
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

    branch: evidence.Branch
    text: PreparedText
    elsewhere: Compiled | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedRule:
    """A rule with everything that its configuration says about it; ``compiled`` judges it."""

    configuration: evidence.Configuration
    rule: evidence.Rule
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
    def configuration(self) -> evidence.Configuration:
        """The configuration that the rule belongs to."""
        return self.prepared.configuration

    @property
    def rule(self) -> evidence.Rule:
        """The rule."""
        return self.prepared.rule


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedAction:
    """An action with its compiled conditions; ``serves`` is in the order of the pack."""

    action: evidence.Action
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

    note: evidence.ScopeNote
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
