import pytest

from advisor.telling.chain import Chain, Node
from tests.telling.test_chain import chain
from ui.chain.placing import Placing, Space, ordered_contexts, place

EMPTY = Chain(contexts=(), mechanisms=(), outcomes=(), links=(), sentences=())


def space(width: int) -> Space:
    return Space(width=width, gap_across=72, gap_down=12, heading=44, least_column=190)


def height(node: Node, width: int) -> int:
    return 40 + 20 * (len(node.title) * 8 // width)


def placed(width: int) -> Placing:
    return place(chain(), space(width), height)


@pytest.mark.parametrize("width", [300, 714, 900, 1600])
def test_no_two_boxes_lie_over_each_other(width: int) -> None:
    boxes = list(placed(width).places.values())

    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            beside = one.left + one.width <= other.left or other.left + other.width <= one.left
            apart = one.top + one.height <= other.top or other.top + other.height <= one.top
            assert beside or apart


@pytest.mark.parametrize("width", [300, 900, 1600])
def test_every_box_lies_inside_the_picture(width: int) -> None:
    placing = placed(width)

    for box in placing.places.values():
        assert box.left >= 0
        assert box.left + box.width <= width
        assert box.top + box.height <= placing.height


def test_a_finding_has_its_mechanism_and_outcome_in_one_row() -> None:
    places = placed(900).places

    for mechanism in chain().mechanisms:
        assert places[mechanism.id].middle == places[f"o:{mechanism.rule}"].middle


def test_columns_stand_beside_each_other_where_they_fit() -> None:
    assert not placed(714).is_stacked
    assert placed(713).is_stacked


def test_stacked_columns_use_the_whole_width() -> None:
    assert {box.width for box in placed(400).places.values()} == {400}


def test_an_empty_chain_needs_only_its_headings() -> None:
    assert place(EMPTY, space(900), height).places == {}
    assert place(EMPTY, space(900), height).height == 44


def test_contexts_are_ordered_by_what_they_lead_to() -> None:
    drawn = chain()
    row = {node.id: at for at, node in enumerate(drawn.mechanisms)}

    def middle(node: Node) -> float:
        rows = [row[link.end] for link in drawn.links if link.start == node.id]
        return sum(rows) / len(rows)

    middles = [middle(node) for node in ordered_contexts(drawn)]
    assert middles == sorted(middles)
