"""Two plans beside each other on paper and as a table."""

from collections.abc import Callable

from advisor.models.pack import Pack
from advisor.models.sheets import GroupRow, Row, Ruled
from advisor.paper.comparing import comparison_document, comparison_table
from advisor.pdf.rendering import render
from advisor.rules.comparing import compare
from advisor.telling.comparison import ToldComparison, told_comparison
from tests.support.documents import MADE_AT, MADE_ON, Example
from tests.support.pdfcheck.checking import problems_in

Examples = Callable[[int], Example]


def told(pack: Pack, example: Examples, one: int, other: int) -> ToldComparison:
    return told_comparison(pack, compare(pack, example(one)[0], example(other)[0]))


def test_every_difference_stands_in_one_table_answers_first(pack: Pack, example: Examples) -> None:
    story = told(pack, example, 2, 3)

    blocks = comparison_document(pack, story, MADE_ON).blocks
    [table] = (block for block in blocks if isinstance(block, Ruled))

    groups = [row.title for row in table.rows if isinstance(row, GroupRow)]
    assert groups == [story.answers_title, *(block.title for block in story.blocks)]
    rows = [row for row in table.rows if isinstance(row, Row)]
    assert len(rows) == len(story.answers) + sum(len(block.rows) for block in story.blocks)
    assert [column.head for column in table.columns[1:]] == [story.before_title, story.after_title]


def test_equal_plans_have_no_table_of_differences(pack: Pack, example: Examples) -> None:
    blocks = comparison_document(pack, told(pack, example, 2, 2), MADE_ON).blocks

    assert not [block for block in blocks if isinstance(block, Ruled)]


def test_the_paper_can_be_read_by_everyone(pack: Pack, example: Examples) -> None:
    document = comparison_document(pack, told(pack, example, 2, 4), MADE_ON)

    assert problems_in(render(document, made_at=MADE_AT), archive=True) == {}


def test_the_table_for_a_spreadsheet_has_what_differs_and_what_is_alike(
    pack: Pack, example: Examples
) -> None:
    story = told(pack, example, 2, 3)

    rows = comparison_table(story).rows

    answer, statement, same = story.answers[0], story.blocks[0].rows[0], story.alike[0].rows[0]
    assert (story.answers_title, answer.asked, answer.before, answer.after) in rows
    assert rows[len(story.answers)][1:] == (
        statement.title,
        statement.before.sentence,
        statement.after.sentence,
    )
    assert (story.alike_title, same.title, same.before.sentence, same.after.sentence) in rows
