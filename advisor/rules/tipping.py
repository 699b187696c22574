"""Which way each answer to an open question would tip what may apply.

Exact over all other open answers, on the same lanes as the verdict: an answer keeps the lanes
in which it is given, and the verdict is what holds on those.
"""

from collections.abc import Iterable, Iterator, Mapping

from advisor.models.advice import Advice
from advisor.models.findings import Verdict
from advisor.models.ids import RuleId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.questionnaire import Question, QuestionKind
from advisor.models.tips import Numbers, Tip, Tipping
from advisor.rules.compiling import AskedQuestion
from advisor.rules.completions import verdict_within
from advisor.rules.kinds import Kind, intervals, kind_of, kinds_with
from advisor.rules.lanes import Axis, Lanes
from advisor.rules.preparing import prepared


def tips(pack: Pack, plan: Plan, advice: Advice) -> Mapping[RuleId, tuple[Tip, ...]]:
    """Return for each rule that may apply what each answer would make of it.

    ``advice`` is that of the pack on the plan, or on the plan of a moment ago: a page may be
    shown before the newest answer is advised on, and what was answered since tips nothing.
    Questions and their answers follow the questionnaire; a rule with too many possible answers
    has no tips.
    """
    ready = prepared(pack)
    situation = ready.situation(plan)
    found: dict[RuleId, tuple[Tip, ...]] = {}
    for each in ready.rules:
        finding = advice.finding_by_rule[each.rule.id]
        if finding.verdict is not Verdict.MAY_APPLY or not finding.exact:
            continue
        lanes = situation.lanes(each.compiled)
        if lanes is not None:
            asked = {question.id: question for question in each.compiled.questions}
            axes = {axis.question: axis for axis in lanes.axes}
            found[each.rule.id] = tuple(
                tip
                for name in finding.depends_on
                if name in axes
                for tip in _tips(pack.questionnaire[name], asked[name], axes[name], lanes)
            )
    return found


def _tips(question: Question, asked: AskedQuestion, axis: Axis, lanes: Lanes) -> Iterator[Tip]:
    for answer, kinds in _answers(question, asked):
        given = axis.of_kinds(_bits(asked, kinds), lanes.every)
        yield Tip(question=question.id, answer=answer, verdict=verdict_within(lanes.columns, given))


def _answers(question: Question, asked: AskedQuestion) -> Iterator[tuple[Tipping, Iterable[Kind]]]:
    """Yield what can be answered, each with the kinds of answer that it may turn out to be."""
    tests = asked.tests
    match question.kind:
        case QuestionKind.SINGLE:
            for option in question.options:
                yield option.id, (kind_of(tests, option.id),)
        case QuestionKind.YES_NO:
            for each in (True, False):
                yield each, (kind_of(tests, each),)
        case QuestionKind.NUMBER:
            for least, most in intervals(question, tests):
                yield Numbers(least, most), (kind_of(tests, least),)
        case QuestionKind.MULTIPLE:
            for option in question.options:
                yield option.id, kinds_with(question, tests, option)


def _bits(asked: AskedQuestion, kinds: Iterable[Kind]) -> int:
    return sum(1 << asked.kinds.index(kind) for kind in set(kinds))
