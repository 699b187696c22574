"""What is asked and then used by nothing is pointed out, and refuses no pack."""

from dataclasses import replace

from advisor.checks.unused import warnings_in
from advisor.models.conditions import AllOf, AnyOf, AtLeast, Includes, Is
from advisor.models.ids import OptionId, QuestionId
from advisor.models.materials import PaperWords, PlanSentence, SentencePart, Slot, Starters
from advisor.models.pack import Pack
from advisor.models.questionnaire import Question, Role
from tests.checks.soundness import (
    CHANGE,
    FORMATS,
    GROUP,
    LEADER,
    SIZE,
    benefit,
    configuration,
    pack,
    questions,
    warnings,
)
from tests.support import building

EVERY = AnyOf(
    (
        Includes(FORMATS, GROUP),
        Is(LEADER, OptionId("trained")),
        AtLeast(SIZE, 3),
        Is(CHANGE, value=True),
    )
)
QUESTION = "Nothing uses the answer to this question. Use it, or do not ask."
OPTION = "Nothing uses this option. Use it, or mark it with informational: true."


def asking(*more: Question) -> Pack:
    """A pack that uses every question but these."""
    return pack(configuration(EVERY), asked=[*questions(), *more])


def test_a_pack_that_uses_all_it_asks_has_no_warnings() -> None:
    assert warnings(asking()) == []


def test_a_question_that_nothing_uses_is_pointed_out() -> None:
    assert warnings(asking(building.yes_no("idle"))) == [f"questions › idle: {QUESTION}"]


def test_an_informational_question_need_not_be_used() -> None:
    told = replace(building.yes_no("stage"), role=Role.INFORMATIONAL)

    assert warnings(asking(told)) == []


def test_a_question_that_decides_what_is_asked_is_used() -> None:
    first = building.yes_no("first")
    second = building.yes_no("second", ask_when=Is(QuestionId("first"), value=True))

    assert warnings(asking(first, second)) == [f"questions › second: {QUESTION}"]


def test_options_that_make_no_difference_are_pointed_out() -> None:
    many = building.multiple("many", "a", "b", "none", exclusive=["none"])
    one = building.single("one", "a", "b", "c")
    used = AllOf((Includes(many.id, OptionId("a")), Is(one.id, OptionId("a"))))
    checked = pack(configuration(EVERY), benefit(when=used), asked=[*questions(), many, one])

    assert warnings(checked) == [
        f"questions › many › options › b: {OPTION}",
        f"questions › one › options › b: {OPTION}",
        f"questions › one › options › c: {OPTION}",
    ]


def test_the_rest_of_a_single_choice_is_told_apart_by_the_others() -> None:
    one = building.single("one", "a", "b")
    used = benefit(when=Is(one.id, OptionId("a")))

    assert warnings(pack(configuration(EVERY), used, asked=[*questions(), one])) == []


def test_an_informational_option_need_not_be_used() -> None:
    many = building.multiple("many", "a", "b")
    many = replace(many, options=(many.options[0], replace(many.options[1], informational=True)))
    used = benefit(when=Includes(many.id, OptionId("a")))

    assert warnings(pack(configuration(EVERY), used, asked=[*questions(), many])) == []


def test_what_a_tension_a_slot_or_a_sentence_says_is_used() -> None:
    asked = [building.multiple(name, "a", "b") for name in ("tense", "slotted", "said")]
    texts = {OptionId("a"): "A", OptionId("b"): "B"}
    slot = Slot(id="s", label="S", question=QuestionId("slotted"), texts=texts, joined=True)
    part = SentencePart(
        id="p", question=QuestionId("said"), texts={OptionId("a"): "A"}, last=" or "
    )
    plain = pack(
        configuration(EVERY),
        benefit(),
        asked=[*questions(), *asked],
        tensions=[building.tension("t", "tense", "a", ["P01"], ["N01"])],
    )
    checked = replace(
        plain,
        starters=Starters(slots=(slot,)),
        paper_words=PaperWords(plan_in_a_line=(PlanSentence(id="l", opening=(part,), then=()),)),
    )

    # The slot has no line yet, which is a fault and no warning.
    found = [f"{problem.place}: {problem.message}" for problem in warnings_in(checked)]
    assert found == [
        f"questions › tense › options › b: {OPTION}",
        f"questions › said › options › b: {OPTION}",
    ]
