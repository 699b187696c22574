"""Rule bases and plans of any size, the same on every run and every machine.

The smallest base is the shipped pack. Larger ones join the shipped pack's own tests at
random, three to eight to a rule, one rule to a configuration.
"""

import itertools
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from advisor.locations import evidence_folder
from advisor.models import conditions
from advisor.models.conditions import AllOf, AnyOf, Condition, Not, Test
from advisor.models.evidence import Configuration, Coverage, Rule
from advisor.models.ids import ConfigurationId, OptionId, PlanId, RuleId
from advisor.models.pack import Pack
from advisor.models.plan import Answer, GivenAnswer, Plan
from advisor.models.questionnaire import Question, QuestionKind
from advisor.packs.reading import read_pack

SHIPPED = 59


@dataclass(frozen=True, kw_only=True)
class RuleBase:
    """A pack that has nothing but rules, without coverage, so that conditions alone decide."""

    pack: Pack

    @property
    def rules(self) -> list[Condition]:
        return [condition_of(rule) for rule in _rules_of(self.pack)]


def rule_base(size: int) -> RuleBase:
    """Return a base of so many rules; 59 are the shipped ones."""
    shipped = read_pack(evidence_folder()).pack
    everyone = replace(shipped.scope, covered_when=None)
    bare = replace(shipped, scope=everyone, actions=(), gates=(), scope_notes=(), tensions=())
    if size == SHIPPED:
        configurations = tuple(map(_bare, shipped.configurations))
        return RuleBase(pack=replace(bare, configurations=configurations))
    dice = random.Random(size)
    shipped_rules = [condition_of(rule) for rule in _rules_of(shipped)]
    pool = list(dict.fromkeys(t for when in shipped_rules for t in conditions.tests_in(when)))
    template = _bare(shipped.configurations[0])
    made = (_made(template, number, _condition(dice, pool)) for number in range(size))
    return RuleBase(pack=replace(bare, configurations=tuple(made)))


def condition_of(rule: Rule) -> Condition:
    """Return when a rule holds: when any branch does that counts."""
    return AnyOf(tuple(branch.when for branch in rule.counting))


def _rules_of(pack: Pack) -> Iterator[Rule]:
    return itertools.chain.from_iterable(one.rules for one in pack.configurations)


def _bare(configuration: Configuration) -> Configuration:
    nothing: Mapping[OptionId, Coverage] = MappingProxyType({})
    return replace(
        configuration,
        coverage=nothing,
        covered_when=None,
        stronger_when=(),
        weaker_when=(),
        needs=(),
        rules=tuple(replace(rule, branches=rule.counting) for rule in configuration.rules),
    )


def _made(template: Configuration, number: int, when: Condition) -> Configuration:
    branch = replace(template.rules[0].branches[0], when=when, variants=())
    rule = replace(template.rules[0], id=RuleId(f"r{number}"), branches=(branch,))
    return replace(template, id=ConfigurationId(f"c{number}"), rules=(rule,))


def _condition(dice: random.Random, pool: list[Test]) -> Condition:
    tests: list[Condition] = list(dice.sample(pool, dice.randint(3, 8)))
    groups: list[Condition] = []
    while tests:
        size = min(len(tests), dice.randint(1, 3))
        some, tests = tuple(tests[:size]), tests[size:]
        group: Condition = AllOf(some) if dice.random() < 0.7 else AnyOf(some)
        groups.append(Not(group) if dice.random() < 0.15 else group)
    return AnyOf(tuple(groups)) if dice.random() < 0.6 else AllOf(tuple(groups))


def plans(pack: Pack, count: int, share_open: float = 0.0) -> list[Plan]:
    """Return complete plans, or plans with a share of their answers left open."""
    dice = random.Random(f"{count} {share_open}")
    return [_plan(dice, pack, number, share_open) for number in range(count)]


def _plan(dice: random.Random, pack: Pack, number: int, share_open: float) -> Plan:
    answers = {
        question.id: Answer(value=_answer(dice, question))
        for question in pack.questionnaire.questions
        if dice.random() >= share_open
    }
    return Plan(id=PlanId(str(number)), title=f"Plan {number}", answers=answers)


def _answer(dice: random.Random, question: Question) -> GivenAnswer:
    match question.kind:
        case QuestionKind.SINGLE:
            return dice.choice(question.options).id
        case QuestionKind.YES_NO:
            return dice.random() < 0.5
        case QuestionKind.NUMBER:
            return dice.randint(question.minimum, question.maximum)
        case QuestionKind.MULTIPLE:
            first = dice.choice(question.options)
            others = {o.id for o in question.options if not o.exclusive and dice.random() < 0.4}
            return frozenset({first.id}) if first.exclusive else frozenset({first.id, *others})
