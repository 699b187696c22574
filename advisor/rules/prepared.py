"""An evidence pack made ready for the rules, once per pack, and a plan seen through it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from advisor.models import evidence
from advisor.models.conditions import Test
from advisor.models.gates import Gate
from advisor.models.ids import ConfigurationId, QuestionId, SourceId
from advisor.models.plan import GivenAnswer, Plan
from advisor.models.questionnaire import Questionnaire
from advisor.rules.all_conditions import AllConditions
from advisor.rules.all_rules import AllRules
from advisor.rules.compiling import Compiled
from advisor.rules.completions import Outcome, Situation, truth
from advisor.rules.explaining import Told
from advisor.rules.judging import CERTAIN, FAILS, HOLDS, POSSIBLE, passes
from advisor.rules.lanes import MOST_LANES

PreparedNotes = tuple[tuple[Compiled, str], ...]
"""Texts, each with the condition under which it is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedQuestion:
    """A question with every test on it and its place; ``shown_when`` is None if always asked."""

    id: QuestionId
    shown_when: Compiled | None
    tests: tuple[tuple[int, Test], ...]


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
    when: Compiled
    text: PreparedText
    elsewhere: Compiled | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedRule:
    """A rule with everything that its configuration says about it; ``compiled`` judges it.

    Of its ``branches``, ``counting`` has those that can make it apply, ``elsewhere`` those for
    which other sources may speak.
    """

    configuration: evidence.Configuration
    rule: evidence.Rule
    compiled: Compiled
    branches: tuple[PreparedBranch, ...]
    counting: tuple[PreparedBranch, ...]
    elsewhere: tuple[PreparedBranch, ...]
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
    """What a benefit depends on; ``met_when`` is None where no answer can tell.

    ``idle_when``: the plan has none of the kinds of support that it is about.
    """

    text: str
    met_when: Compiled | None
    idle_when: Compiled | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedNote:
    """A scope note with its compiled condition."""

    note: evidence.ScopeNote
    text: PreparedText
    when: Compiled


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPack:
    """All conditions of a pack, compiled, and their tests, each at its place.

    ``questions`` come after those that decide whether they are asked; ``actions`` go by stage,
    then by the pack. ``scope`` holds where the pack speaks about whom a plan is for.
    """

    questionnaire: Questionnaire
    tests: tuple[Test, ...]
    questions: tuple[PreparedQuestion, ...]
    scope: Compiled | None
    rules: tuple[PreparedRule, ...]
    all_rules: AllRules
    stronger: Mapping[ConfigurationId, PreparedNotes]
    weaker: Mapping[ConfigurationId, PreparedNotes]
    needs: Mapping[ConfigurationId, tuple[PreparedNeed, ...]]
    conditions: AllConditions
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
        bounds = [POSSIBLE] * (2 * len(self.tests))
        hidden = self._look_at(given, bounds, most_lanes)
        asked = (question.id for question in self.questionnaire.questions)
        found = Situation(
            plan=plan,
            questionnaire=self.questionnaire,
            given=given,
            hidden=hidden,
            still_open=frozenset(asked) - given.keys() - hidden,
            bounds=bounds,
            told=Told(plan, hidden, self.tests, bounds),
            known=self.conditions.decided(bounds),
            most_lanes=most_lanes,
        )
        outside = self.scope is not None and found.truth(self.scope) is FAILS
        return replace(found, is_out_of_scope=True) if outside else found

    def _look_at(
        self, given: Mapping[QuestionId, GivenAnswer], bounds: list[int], most_lanes: int
    ) -> frozenset[QuestionId]:
        """Set the bounds of every test, and return the questions that are certainly hidden.

        The opposite of a test stands at the same place from the end.
        """
        hidden: set[QuestionId] = set()
        for question in self.questions:
            shown = HOLDS
            if question.shown_when is not None:
                shown = truth(question.shown_when, given, hidden, most_lanes, bounds)
            answer = given.get(question.id)
            if shown is FAILS:
                hidden.add(question.id)
                for place, _test in question.tests:
                    bounds[place], bounds[~place] = 0, CERTAIN
            elif answer is not None:
                passed = (CERTAIN, 0) if shown is HOLDS else (POSSIBLE, POSSIBLE)
                for place, test in question.tests:
                    found = passed if passes(test, answer) else (0, CERTAIN)
                    bounds[place], bounds[~place] = found
        return frozenset(hidden)
