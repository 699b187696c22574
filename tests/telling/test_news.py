from dataclasses import replace

import pytest

from advisor.models.advice import Advice
from advisor.models.evidence import Effect
from advisor.models.findings import RiskState, Verdict
from advisor.models.ids import OptionId, PlanId, QuestionId, RuleId
from advisor.models.plan import Answer, EntryKey, GivenAnswer, Plan
from advisor.rules.engine import advise
from advisor.telling.moves import Turn
from advisor.telling.news import News, news
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


def test_findings_that_are_ruled_out_are_counted_and_not_named() -> None:
    changes = news(shipped_pack(), BLANK, GROUPS)

    assert changes.ruled_out > 0
    assert not {move.turn for move in changes.named} & {Turn.RULED_OUT, Turn.REOPENED}
    assert changes.sentence.endswith(f"{changes.ruled_out} statements do not apply now.")


def test_findings_that_may_apply_again_are_counted_too() -> None:
    changes = news(shipped_pack(), GROUPS, BLANK)

    assert changes.reopened > 0
    assert changes.lines[-1] == f"{changes.reopened} statements may apply again"
    assert changes.sentence.endswith(f"{changes.lines[-1]}.")


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
