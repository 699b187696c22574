"""The workshop sheet asks everything and gives nothing of the plan away."""

from advisor.models.blocks import AskedQuestion, BlankRows
from advisor.models.document import Document
from advisor.models.pack import Pack
from advisor.models.questionnaire import Nature, QuestionKind
from tests.support import decided
from tests.support.documents import MADE_ON, Example, worksheet


def _asked(document: Document) -> list[AskedQuestion]:
    return [block for block in document.blocks if isinstance(block, AskedQuestion)]


def test_every_question_is_asked_section_by_section(
    pack: Pack, worksheet_document: Document
) -> None:
    wanted = [
        question.text
        for section in pack.questionnaire.sections
        for question in pack.questionnaire.in_section(section.id)
    ]

    assert [asked.text for asked in _asked(worksheet_document)] == wanted


def test_not_knowing_is_the_last_option_of_every_question(
    pack: Pack, worksheet_document: Document
) -> None:
    natures = {question.text: question.nature for question in pack.questionnaire.questions}

    for asked in _asked(worksheet_document):
        context = natures[asked.text] is Nature.CONTEXT
        assert asked.options[-1] == ("Not sure yet" if context else "Not decided yet")


def test_boxes_take_several_answers_only_where_several_are_meant(
    pack: Pack, worksheet_document: Document
) -> None:
    kinds = {question.text: question.kind for question in pack.questionnaire.questions}

    for asked in _asked(worksheet_document):
        assert asked.several is (kinds[asked.text] is QuestionKind.MULTIPLE)
        assert bool(asked.unit) is (kinds[asked.text] is QuestionKind.NUMBER)


def test_there_is_room_for_decisions(worksheet_document: Document) -> None:
    rows = [block for block in worksheet_document.blocks if isinstance(block, BlankRows)]

    assert [block.count for block in rows] == [10, 6]


def test_nothing_that_was_answered_or_decided_is_printed(
    pack: Pack, decided_example: Example
) -> None:
    told = str(worksheet.compose(pack, *decided_example, MADE_ON).blocks)

    assert decided.OWNER not in told
    assert decided.OWN_RISK not in told
    assert decided_example[0].description not in told
