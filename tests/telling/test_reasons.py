from advisor.models.findings import Finding, Verdict
from advisor.models.ids import OptionId, RuleId
from advisor.models.plan import OpenAnswer, Plan
from advisor.rules.engine import advise
from advisor.telling.why import Reason, reasons_for
from tests.support.examples import (
    DROP_IN,
    ONLINE,
    SPARSE,
    advice_on_example,
    example,
    pack,
    plan_with,
)


def reasons(finding: Finding, plan: Plan) -> tuple[Reason, ...]:
    configuration = pack().configuration_by_id[finding.configuration]
    return reasons_for(finding, configuration, pack().questionnaire, plan)


def of_rule(rule: str, plan: Plan) -> tuple[Reason, ...]:
    return reasons(advise(pack(), plan).finding_by_rule[RuleId(rule)], plan)


def options(*names: str) -> frozenset[OptionId]:
    return frozenset(map(OptionId, names))


def test_a_finding_that_applies_names_the_answer_that_made_it_so() -> None:
    plan = plan_with(formats=options("group"), peer_experience=OptionId("parenthood_only"))

    (reason,) = of_rule("N01-harms", plan)

    assert reason.question == "peer_experience"
    assert reason.answered == "Being a parent"
    assert reason.needed == ""
    assert reason.sentence == "What lived experience must peers have? Being a parent."


def test_answers_that_made_no_difference_are_left_out() -> None:
    finding = advice_on_example(SPARSE).finding_by_rule[RuleId("N08-harms")]

    found = reasons(finding, example(SPARSE))

    assert all("Not answered" not in reason.answered for reason in found)
    assert "support_length" in {reason.question for reason in found}


def test_each_question_is_named_once() -> None:
    for place in (SPARSE, DROP_IN):
        for finding in advice_on_example(place).findings:
            asked = [reason.question for reason in reasons(finding, example(place))]
            assert len(asked) == len(set(asked)), finding.rule


def test_every_finding_has_a_reason() -> None:
    for place in (SPARSE, DROP_IN, ONLINE):
        for finding in advice_on_example(place).findings:
            assert reasons(finding, example(place)), finding.rule


def test_only_the_options_that_told_are_named() -> None:
    plan = plan_with(
        formats=options("one_to_one"),
        peer_experience=OptionId("perinatal_mental_health"),
        publicity=options("peer_stories", "friendship_words"),
    )

    publicity = [each for each in of_rule("T01-encourages", plan) if each.question == "publicity"]

    assert [reason.answered for reason in publicity] == [
        "Stories from peers, told with their consent"
    ]


def test_an_option_that_told_by_being_left_out_is_named_as_such() -> None:
    plan = plan_with(
        formats=options("one_to_one"),
        peer_likeness=options("not_planned"),
        publicity=options("friendship_words"),
        peer_experience=OptionId("perinatal_mental_health"),
    )

    publicity = [each for each in of_rule("T01-discourages", plan) if each.question == "publicity"]

    assert [reason.answered for reason in publicity] == [
        "Not chosen: Stories from peers, told with their consent"
    ]


def test_a_finding_that_may_apply_names_the_open_questions_it_depends_on() -> None:
    for finding in advice_on_example(SPARSE).with_verdict(Verdict.MAY_APPLY):
        found = reasons(finding, example(SPARSE))

        assert [reason.question for reason in found] == list(finding.depends_on)


def test_an_open_answer_keeps_its_kind() -> None:
    plan = plan_with(
        formats=options("group"), low_confidence=OpenAnswer.NOT_SURE, group_type=OptionId("closed")
    )

    answered = {
        reason.answered
        for finding in advise(pack(), plan).findings
        for reason in reasons(finding, plan)
        if reason.question == "low_confidence" and finding.verdict is Verdict.MAY_APPLY
    }

    assert answered == {"Not sure yet"}


def test_a_finding_that_does_not_apply_says_what_the_rule_looks_for() -> None:
    plan = plan_with(
        formats=options("group"),
        peer_experience=OptionId("perinatal_mental_health"),
        experiences=options("low_mood_anxiety"),
        language_help=options("peers_all"),
    )

    found = of_rule("N01-harms", plan)

    assert found
    assert found[0].needed.startswith("It would need an answer that ")
    assert found[0].sentence.endswith(f". {found[0].needed}")


def test_the_nearest_way_to_apply_is_told_and_not_every_way() -> None:
    plan = plan_with(
        formats=options("group"), experiences=options("low_mood_anxiety"), group_size=4
    )

    whole = pack().rule_by_id[RuleId("T09-encourages")][1]
    found = of_rule("T09-encourages", plan)

    assert 0 < len(found) < len(whole.branches) + 1


def test_a_verdict_by_coverage_names_the_kinds_of_support() -> None:
    for finding in advice_on_example(ONLINE).with_verdict(Verdict.NOT_COVERED):
        assert finding.by_coverage
        (reason,) = reasons(finding, example(ONLINE))
        assert reason.question == "formats"
