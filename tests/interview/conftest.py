"""A questionnaire small enough to hold in the head: two sections, every kind of question."""

import pytest

from advisor.interview.draft import InterviewDraft
from advisor.models.conditions import Includes
from advisor.models.ids import OptionId, PlanId, QuestionId, SectionId
from advisor.models.plan import Plan
from advisor.models.questionnaire import (
    Nature,
    Option,
    Question,
    QuestionKind,
    Questionnaire,
    Section,
)

START = SectionId("start")
MORE = SectionId("more")


def options(*ids: str, exclusive: str = "") -> tuple[Option, ...]:
    return tuple(Option(id=OptionId(name), label=name, exclusive=name == exclusive) for name in ids)


def question(
    name: str,
    kind: QuestionKind,
    section: SectionId = START,
    among: tuple[Option, ...] = (),
    only_with: str = "",
) -> Question:
    return Question(
        id=QuestionId(name),
        section=section,
        core=section == START,
        text=name,
        why=name,
        kind=kind,
        nature=Nature.DESIGN,
        options=among,
        maximum=40,
        ask_when=Includes(QuestionId("formats"), OptionId(only_with)) if only_with else None,
    )


def questionnaire_of_two_sections() -> Questionnaire:
    formats = options("group", "telephone", "no_format", exclusive="no_format")
    return Questionnaire(
        sections=(
            Section(id=START, title="Start", intro=""),
            Section(id=MORE, title="More", intro=""),
        ),
        questions=(
            question("formats", QuestionKind.MULTIPLE, among=formats),
            question("group_type", QuestionKind.SINGLE, among=options("a", "b"), only_with="group"),
            question("setting", QuestionKind.SINGLE, among=options("charity", "other")),
            question("group_size", QuestionKind.NUMBER, MORE, only_with="group"),
            question("easy_change", QuestionKind.YES_NO, MORE, only_with="telephone"),
        ),
    )


@pytest.fixture
def questionnaire() -> Questionnaire:
    return questionnaire_of_two_sections()


@pytest.fixture
def draft(questionnaire: Questionnaire) -> InterviewDraft:
    return InterviewDraft(questionnaire, Plan(id=PlanId("plan"), title="Plan"))
