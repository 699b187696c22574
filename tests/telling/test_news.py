from collections.abc import Sequence
from dataclasses import replace

import pytest

from advisor.models.advice import Advice
from advisor.models.evidence import Effect
from advisor.models.findings import GateState, RiskState, Verdict
from advisor.models.ids import OptionId, PlanId, QuestionId, RuleId
from advisor.models.marks import Mark
from advisor.models.plan import Answer, EntryKey, GivenAnswer, Plan
from advisor.rules.engine import advise
from advisor.telling.moves import Turn
from advisor.telling.news import News, news
from advisor.telling.so_far import told_change
from tests.support.fake_advisor import shipped_pack


def advice_on(**answers: GivenAnswer) -> Advice:
    plan = Plan(id=PlanId("plan"), title="Plan")
    for question, value in answers.items():
        plan = plan.with_entry(EntryKey.of_answer(QuestionId(question)), Answer(value=value))
    return advise(shipped_pack(), plan)


GROUP = frozenset({OptionId("group")})
BLANK = advice_on()
PARENTS = advice_on(formats=GROUP, peer_experience=OptionId("parenthood_only"))
GROUPS = advice_on(formats=GROUP)
ONE_TO_ONE = advice_on(formats=frozenset({OptionId("one_to_one")}))


def test_nothing_is_news_before_the_first_advice() -> None:
    assert news(shipped_pack(), None, BLANK) == News(moved=())


def test_the_same_advice_is_no_news() -> None:
    assert news(shipped_pack(), PARENTS, PARENTS).moved == ()
    assert news(shipped_pack(), PARENTS, PARENTS).sentence == ""


def test_a_finding_that_applies_now_is_named() -> None:
    changes = news(shipped_pack(), GROUPS, PARENTS)

    added = [move for move in changes.named if move.turn is Turn.ADDED]
    assert "T01-discourages" in {move.rule for move in added}
    assert "New: keeps mothers away" in changes.sentence


def test_a_finding_that_depends_on_open_answers_again_is_called_open() -> None:
    changes = news(shipped_pack(), PARENTS, GROUPS)

    words = {move.rule: move.news for move in changes.moved}
    assert words[RuleId("T01-discourages")] == "Open again"


def test_of_findings_that_are_ruled_out_one_is_named_and_the_rest_counted() -> None:
    changes = news(shipped_pack(), BLANK, ONE_TO_ONE)
    gone = changes.turned(Turn.RULED_OUT)
    first = next(move for move in gone if move.mark is Mark.RISK)

    assert not {move.turn for move in changes.named} & {Turn.RULED_OUT, Turn.REOPENED}
    assert changes.sentence.endswith(
        f"“{first.title}” does not apply now, and {len(gone) - 1} more."
    )


def test_findings_that_may_apply_again_are_told_so_too() -> None:
    changes = news(shipped_pack(), ONE_TO_ONE, BLANK)
    back = changes.turned(Turn.REOPENED)
    first = next(move for move in back if move.mark is Mark.RISK)

    assert changes.lines[-1] == f"“{first.title}” may apply again, and {len(back) - 1} more."


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        ((Mark.RISK,), "“A” does not apply now."),
        ((Mark.HELPS, Mark.BENEFIT, Mark.RISK), "“C” does not apply now, and 2 more."),
        ((Mark.HINDERS, Mark.BENEFIT), "“B” does not apply now, and 1 more."),
        ((Mark.HELPS,), "1 statement about who comes does not apply now."),
        ((Mark.HELPS, Mark.HINDERS), "2 statements about who comes do not apply now."),
    ],
)
def test_a_risk_is_named_before_a_benefit_and_who_comes_is_only_counted(
    marks: Sequence[Mark], words: str
) -> None:
    gone = news(shipped_pack(), BLANK, GROUPS).turned(Turn.RULED_OUT)[0]
    moved = tuple(
        replace(gone, title=title, mark=mark) for title, mark in zip("ABC", marks, strict=False)
    )

    assert News(moved=moved).lines == (words,)


def test_many_news_are_cut_short_when_they_are_spoken() -> None:
    everything = news(shipped_pack(), BLANK, PARENTS)
    many = News(moved=everything.named[:1] * 5)

    assert many.sentence.endswith(" And 2 more.")


def in_state(state: RiskState) -> Advice:
    """Advice on one risk that applies and is in this state."""
    risk = next(finding for finding in PARENTS.findings if finding.effect is Effect.HARMS)
    return replace(PARENTS, findings=(replace(risk, verdict=Verdict.APPLIES, state=state),))


@pytest.mark.parametrize(
    ("before", "after", "turn", "words"),
    [
        (RiskState.OPEN, RiskState.PARTLY_ADDRESSED, Turn.EASED, "Risk now partly in hand"),
        (RiskState.PARTLY_ADDRESSED, RiskState.ADDRESSED, Turn.EASED, "Risk now in hand"),
        (RiskState.ADDRESSED, RiskState.OPEN, Turn.WORSENED, "Risk now open"),
    ],
)
def test_a_risk_that_changed_its_state_is_told_by_the_new_one(
    before: RiskState, after: RiskState, turn: Turn, words: str
) -> None:
    (move,) = news(shipped_pack(), in_state(before), in_state(after)).moved

    assert move.turn is turn
    assert move.news == words


def other(advice: Advice, state: GateState, text: str) -> Advice:
    """Return the advice with its first gate in another state and words."""
    first, *others = advice.gates
    return replace(advice, gates=(replace(first, state=state, text=text), *others))


def test_what_is_missing_now_is_told_before_all_else_and_in_its_new_words() -> None:
    before = other(PARENTS, GateState.NOT_SAID, "Nobody supervises them.")
    missing = other(PARENTS, GateState.MISSING, "Nobody supervises them.")
    reworded = other(PARENTS, GateState.MISSING, "Nobody outside looks after them.")
    there = other(PARENTS, GateState.FINE, "Nobody supervises them.")

    def told(was: Advice, now: Advice) -> News:
        return news(shipped_pack(), was, now)

    assert told(before, missing).lines == ("Missing: Nobody supervises them.",)
    assert told(before, missing).is_worse
    assert told(missing, reworded).lines == ("Missing: Nobody outside looks after them.",)
    assert not told(missing, reworded).is_worse
    in_place = PARENTS.gates[0].in_place.rstrip(".")
    assert told(missing, there).lines == (f"No longer missing: {in_place}.",)
    assert told(before, there).lines == ()


def test_a_risk_that_matters_more_now_is_told_though_it_applied_before() -> None:
    plain = in_state(RiskState.OPEN)
    (risk,) = plain.findings
    heavier = replace(plain, findings=(replace(risk, matters_more=True),))
    title = shipped_pack().rule_by_id[risk.rule][0].title

    assert news(shipped_pack(), plain, heavier).lines == (f"Matters more here now: {title}.",)
    assert news(shipped_pack(), heavier, plain).lines == (f"No longer matters more here: {title}.",)


def test_an_answer_that_only_words_what_to_do_is_not_said_to_change_nothing() -> None:
    first, *others = PARENTS.actions
    reworded = replace(PARENTS, actions=(replace(first, text="Two of you lead."), *others))

    changes = news(shipped_pack(), PARENTS, reworded)

    assert changes.lines == ()
    plan = Plan(id=PlanId("plan"), title="Plan")
    assert told_change(plan, reworded, changes, is_first=False) == (
        "No statement changes, but what to do about some of them does.",
    )
