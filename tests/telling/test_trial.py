"""What other answers would change, in words."""

import pytest

from advisor.interview.trial import Trial
from advisor.models.ids import OptionId, QuestionId, RuleId
from advisor.models.marks import Mark
from advisor.models.plan import Choice, Decision, EntryKey, GivenAnswer
from advisor.rules.engine import advise
from advisor.telling.chain import CUT_MARK, Cut
from advisor.telling.trial import TrialStory, kept, tell_trial
from tests.support.examples import CLOSED, DROP_IN, example, pack

DRAGS, STRAIN = RuleId("N04-harms"), RuleId("X08-harms")
LEADERS = frozenset(map(OptionId, ("trained_facilitator", "second_facilitator")))
GROUP_SETUP, SUPERVISION = QuestionId("group_setup"), QuestionId("supervision")


def told(trial: Trial, at: RuleId | None = None, of: int = DROP_IN) -> TrialStory:
    plan = example(of)
    before, after = advise(pack(), plan), advise(pack(), trial.on(plan))
    return tell_trial(pack(), plan, trial, before, after, at)


def test_what_is_tried_is_told_with_what_goes_and_what_comes() -> None:
    story = told(Trial().trying(GROUP_SETUP, LEADERS))

    assert story.title == "You are trying one other answer"
    (change,) = story.changed
    assert (change.before, change.after) == (
        "None of these",
        "A leader trained to run groups; A second leader",
    )
    assert kept(len(story.changed)) == "1 answer kept."


def test_the_first_difference_is_looked_at_unless_another_statement_is_wanted() -> None:
    trial = Trial().trying(GROUP_SETUP, LEADERS)

    first, wanted = told(trial).statement, told(trial, DRAGS).statement

    assert first is not None
    assert wanted is not None
    assert first.rule == told(trial).shifts[0].rule
    assert (wanted.rule, wanted.mark) == (DRAGS, Mark.OPEN)


def test_ways_are_cut_by_the_answers_that_put_their_actions_in_place() -> None:
    statement = told(Trial().trying(GROUP_SETUP, LEADERS), DRAGS).statement

    assert statement is not None
    chain = statement.chain
    cuts = {node.title: link.cut for node, link in zip(chain.contexts, chain.links, strict=False)}
    assert list(cuts.values()) == [Cut.PARTLY, Cut.PARTLY, Cut.WHOLE]
    assert [node.detail for node in chain.contexts] == [
        "Now: A leader trained to run groups; A second leader",
        "Now: A leader trained to run groups; A second leader",
        "",
    ]
    assert statement.cut == (
        "Partly cut: 2 of 3 ways to this risk. Still open: A chat can carry distress at hours"
        " when nobody is there to answer well."
    )
    assert [action.is_new for action in statement.actions].count(True) == 1


def test_an_action_that_is_planned_is_marked_so_and_not_as_undecided() -> None:
    plan = example(DROP_IN)
    finding = advise(pack(), plan).finding_by_rule[STRAIN]
    wanted = finding.counting[0].answered_by[0]
    plan = plan.with_entry(EntryKey.of_decision(wanted), Decision(choice=Choice.WE_WILL))
    before = advise(pack(), plan)

    statement = tell_trial(pack(), plan, Trial(), before, before, STRAIN).statement

    assert statement is not None
    (planned,) = (action for action in statement.actions if action.is_planned)
    assert planned.text == before.action_by_id[wanted].text
    assert not planned.is_in_place


def test_a_way_that_is_there_no_more_is_cut() -> None:
    phone = Trial().trying(QuestionId("formats"), frozenset({OptionId("telephone")}))

    statement = told(phone, DRAGS).statement

    assert statement is not None
    assert {link.cut for link in statement.chain.links[:-1]} == {Cut.CUT}
    assert statement.cut == "Cut: 3 of 3 ways to this risk."
    assert statement.mark is Mark.DOES_NOT_APPLY


@pytest.mark.parametrize(
    ("question", "answer", "lost", "said"),
    [
        ("contact_promise", OptionId("weekly"), "P12-benefits", "Lost: 2 of 2 ways to it."),
        ("isolation", OptionId("few"), "T03-encourages", "The only way to it would be lost."),
    ],
)
def test_what_is_welcome_is_lost_and_not_cut(
    question: str, answer: GivenAnswer, lost: str, said: str
) -> None:
    trial = Trial().trying(QuestionId(question), answer)

    statement = told(trial, RuleId(lost), CLOSED).statement

    assert statement is not None
    assert {link.cut for link in statement.chain.links[:-1]} == {Cut.LOST}
    assert {node.marks for node in statement.chain.contexts} == {(Mark.LOST,)}
    assert {node.detail for node in statement.chain.contexts} == {"Gone with these answers"}
    assert "Lost" in statement.chain.outcomes[0].spoken
    assert (statement.mark, statement.cut) == (Mark.LOST, said)


def test_only_what_is_cut_is_marked_as_in_hand() -> None:
    welcome = {cut for cut, mark in CUT_MARK.items() if mark is Mark.ADDRESSED}

    assert welcome == {Cut.CUT}


@pytest.mark.parametrize("rule", ["N04-harms", "P12-benefits"])
def test_what_the_evidence_would_not_cover_is_neither_cut_nor_lost(rule: str) -> None:
    online = Trial().trying(QuestionId("formats"), frozenset({OptionId("online_group")}))

    statement = told(online, RuleId(rule), CLOSED).statement

    assert statement is not None
    assert statement.mark is Mark.NOT_COVERED
    assert {link.cut for link in statement.chain.links[:-1]} <= {Cut.NOT_COVERED}
    assert statement.cut == ""


def test_what_is_worse_comes_first_and_what_stays_is_counted() -> None:
    worse = Trial().trying(SUPERVISION, OptionId("no_supervision"))

    story = told(worse.trying(GROUP_SETUP, LEADERS))

    assert story.shifts[0].is_worse
    assert story.summary.startswith("There would be one risk better in hand")
    assert "but also one thing not in place" in story.summary
    assert story.stays[0] == "8 risks stay open."


def test_before_anything_is_tried_nothing_is_different() -> None:
    story = told(Trial(), DRAGS)

    assert (story.is_empty, story.shifts, story.stays, story.summary) == (True, (), (), "")
    assert story.statement is not None
    assert story.statement.cut == ""
    assert GROUP_SETUP in story.statement.questions
