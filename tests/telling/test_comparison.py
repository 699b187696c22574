from collections.abc import Iterator

from advisor.models.ids import ActionId, OptionId, QuestionId
from advisor.models.marks import Mark
from advisor.models.plan import Answer, Choice, Decision, EntryKey, OpenAnswer, Plan
from advisor.rules.comparing import compare
from advisor.telling.comparison import CompareRow, Side, ToldComparison, told_comparison
from tests.support.examples import CLOSED, DROP_IN, example, pack

BEFORE, AFTER = example(DROP_IN), example(CLOSED)
ONLINE = 4


def story(before: Plan = BEFORE, after: Plan = AFTER) -> ToldComparison:
    return told_comparison(pack(), compare(pack(), before, after))


def answering(plan: Plan, question: str, option: str) -> Plan:
    key = EntryKey.of_answer(QuestionId(question))
    return plan.with_entry(key, Answer(value=OptionId(option)))


def rows(told: ToldComparison) -> Iterator[CompareRow]:
    yield from (row for block in told.blocks for row in block.rows)


def test_plans_that_are_alike_are_told_so() -> None:
    same = story(BEFORE, BEFORE)

    assert same.summary == "The two plans have the same answers and the same advice."
    assert same.blocks == ()
    assert same.answers == ()
    assert same.alike


def test_safety_comes_before_risks_and_risks_before_benefits() -> None:
    titles = [block.title for block in story().blocks]

    assert titles[:3] == ["Safety that differs", "Risks that differ", "Benefits that differ"]


def test_each_thing_is_told_once_as_different_or_alike() -> None:
    told = story()
    rules = [row.rule for row in rows(told)]
    alike = [row.rule for block in told.alike for row in block.rows]

    assert len(set(rules)) == len([rule for rule in rules if rule is not None]) + (None in rules)
    assert not {rule for rule in rules if rule} & {rule for rule in alike if rule}
    live = {each.rule for each in told_rules()}
    assert live <= {*rules, *alike}


def told_rules() -> Iterator[CompareRow]:
    compared = compare(pack(), BEFORE, AFTER)
    for told in (compared.old, compared.new):
        for finding in told.findings:
            if finding.is_live:
                side = Side(mark=Mark.APPLIES)
                yield CompareRow(rule=finding.rule, title="", before=side, after=side)


def test_a_risk_says_in_either_plan_how_far_it_is_and_how_far_its_key_actions_are() -> None:
    row = next(row for row in rows(story()) if row.rule == "N01-harms")

    assert (row.before.mark, row.after.mark) == (Mark.OPEN, Mark.ADDRESSED)
    assert row.before.sentence.startswith("Open, none of")
    assert row.after.sentence.startswith("In hand, all")


def test_how_many_differ_is_said_with_how_many_there_are() -> None:
    told = story(BEFORE, answering(BEFORE, "supervision", "no_supervision"))
    (safety, *_others) = told.blocks

    assert told.answers_how_many == "1 of 56"
    assert safety.how_many == "1 of 10"
    assert safety.rows[0].title == "Every peer has someone to turn to for support in the role."
    assert told.alike_words.startswith("9 things about safety")


def test_answers_are_told_on_both_sides() -> None:
    row = next(row for row in story().answers if row.asked.startswith("How do mothers join"))

    assert (row.before, row.after) == ("Open drop-in", "Closed group")


def test_the_summary_says_what_the_second_plan_costs_and_brings() -> None:
    worse = answering(BEFORE, "supervision", "no_supervision")

    assert story(BEFORE, worse).summary == (
        "With 1 other answer the second plan has one thing not in place that safety needs."
        " Nothing is better."
    )
    assert story(worse, BEFORE).summary == (
        "With 1 other answer the second plan has one more thing in place that safety needs."
        " Nothing is worse."
    )
    assert ", but also " in story(example(1), example(3)).summary


def test_where_much_differs_what_decides_on_coming_has_a_sentence_of_its_own() -> None:
    said = story(example(3), example(7)).summary

    first, second, third = said.split(". ")
    assert first.startswith("With 48 other answers the second plan has 4 risks better in hand")
    assert "keep mothers away" not in first
    assert "say yes" not in first
    assert second == (
        "Of what decides whether mothers come, 1 thing is better and 7 things are worse"
    )
    assert third == "What depends on open answers in the second plan: 13 things."


def test_what_depends_on_open_answers_is_called_neither_better_nor_worse() -> None:
    question = QuestionId("formats")
    opened = AFTER.with_entry(EntryKey.of_answer(question), Answer(value=OpenAnswer.NOT_DECIDED))

    said = story(AFTER, opened).summary

    assert "What depends on open answers in the second plan: " in said
    assert "Nothing is worse" not in said
    assert "fewer risk" not in said


def test_other_decisions_are_named_where_they_make_the_difference() -> None:
    plan = example(1)
    risk = next(row for row in rows(story(plan, example(2))) if row.rule == "N08-harms")
    assert risk.before.mark is Mark.OPEN
    for action in pack().actions:
        key = EntryKey.of_decision(ActionId(action.id))
        plan = plan.with_entry(key, Decision(choice=Choice.WE_WILL))

    said = story(example(1), plan).summary

    assert said.startswith("With other decisions about actions the second plan has ")


def test_answers_that_change_nothing_are_said_to_change_nothing() -> None:
    plan = next(
        answering(AFTER, question.id, option.id)
        for question in pack().questionnaire.questions
        for option in question.options
        if isinstance(AFTER.answer(question.id).value, str)
        and AFTER.answer(question.id).value != option.id
        and not story(AFTER, answering(AFTER, question.id, option.id)).blocks
    )

    assert story(AFTER, plan).summary == "1 answer differs. Nothing in the advice does."


def test_of_a_plan_that_cannot_be_judged_only_the_answers_are_compared() -> None:
    told = story(BEFORE, example(ONLINE))

    assert "We cannot judge this form" in told.summary
    assert told.summary.endswith("So only the answers are compared.")
    assert told.answers
    assert (told.blocks, told.alike) == ((), ())


def test_why_two_plans_differ_is_told_on_both_sides_by_the_answers_that_differ() -> None:
    told = story()
    differing = {row.asked for row in told.answers}
    verdicts = [row for row in rows(told) if row.rule and Mark.OPEN not in _marks(row)]

    assert verdicts
    for row in verdicts:
        assert [cause.side for cause in row.why] == [
            f"In “{BEFORE.title}”",
            f"In “{AFTER.title}”",
        ]
        assert any(
            asked in line for cause in row.why for line in cause.lines for asked in differing
        )


def _marks(row: CompareRow) -> tuple[Mark, Mark]:
    return row.before.mark, row.after.mark


def test_a_risk_in_hand_differently_says_which_way_of_it_is_how_far() -> None:
    row = next(row for row in rows(story()) if row.rule == "N01-harms")

    assert [cause.lines[0].rpartition(" (")[2] for cause in row.why] == ["Open)", "In hand)"]
