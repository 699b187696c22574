from collections.abc import Callable

from advisor.export.listings import (
    configuration_text,
    configurations_text,
    plan_text,
    questions_text,
    sources_text,
)
from advisor.models.advice import Advice
from advisor.models.evidence import ReadDepth
from advisor.models.ids import QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Answer, EntryKey, OpenAnswer, Plan
from advisor.telling.words import RECONSTRUCTION

Example = tuple[Plan, Advice]


def _flat(text: str) -> str:
    return " ".join(text.split())


def test_every_question_and_option_is_listed(pack: Pack) -> None:
    text = _flat(questions_text(pack))

    for question in pack.questionnaire.questions:
        assert question.text in text
        assert all(option.label in text for option in question.options)


def test_a_question_says_how_to_leave_it_open(pack: Pack) -> None:
    text = questions_text(pack)

    ways = text.count('"open": "not_sure"') + text.count('"open": "not_decided"')
    assert ways == len(pack.questionnaire.questions)


def test_every_configuration_is_shown_whole(pack: Pack) -> None:
    for configuration in pack.configurations:
        text = _flat(configuration_text(pack, configuration.id))

        assert configuration.mechanism.reasoning in text
        assert all(branch.note in text for rule in configuration.rules for branch in rule.branches)
        assert all(saying.source in text for saying in configuration.sources)


def test_conditions_are_told_in_words_and_not_in_code(pack: Pack) -> None:
    text = _flat(configuration_text(pack, "N06"))

    assert "is at least" in text
    assert "All of these:" in text
    assert "includes_any_of" not in text


def test_what_the_review_names_and_what_is_reconstruction_is_said(pack: Pack) -> None:
    assert RECONSTRUCTION in _flat(configurations_text(pack))
    extra = sum(each.supplementary for each in pack.configurations)
    assert _flat(configurations_text(pack)).count("· extra, not from the review ·") == extra > 0


def test_every_source_says_how_much_was_read(pack: Pack) -> None:
    text = _flat(sources_text(pack))

    by_title = sum(source.read is ReadDepth.TITLE_ONLY for source in pack.sources)
    in_part = text.count("Abstract read.") + text.count("Read in part.")
    assert in_part + by_title == len(pack.sources)
    assert in_part > 0


def test_a_plan_is_shown_with_its_notes_decisions_and_own_entries(
    pack: Pack, decided_example: Example
) -> None:
    plan, _ = decided_example
    plan = plan.with_entry(
        EntryKey.of_answer(QuestionId("isolation")),
        Answer(value=OpenAnswer.NOT_SURE, note="ask at the hub"),
    )

    text = _flat(plan_text(pack, plan))

    assert "Not sure yet" in text
    assert "Note: ask at the hub" in text
    assert all(own.text in text for own in plan.own_actions)
    assert all(risk.text in text for risk in plan.own_risks)
    assert all(decision.reason in text for decision in plan.decisions.values())


def test_lines_fit_a_terminal(pack: Pack, example: Callable[[int], Example]) -> None:
    texts = (questions_text(pack), plan_text(pack, example(4)[0]), configurations_text(pack))

    assert all(len(line) <= 88 for text in texts for line in text.splitlines())
