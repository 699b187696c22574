"""The risk register: every risk with its state, own risks last, three pages at most."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from advisor.errors import ExportError
from advisor.models.blocks import Paragraph
from advisor.models.evidence import Effect
from advisor.models.findings import RiskState, Verdict
from advisor.models.ids import PlanId
from advisor.models.pack import Pack
from advisor.models.papers import PaperKind
from advisor.models.plan import OwnRisk, Plan
from advisor.models.sheets import GroupRow, Row, Ruled, Words
from advisor.paper import register_fit
from advisor.paper.papers import paper_of
from advisor.paper.register import register_blocks
from advisor.paper.register_fit import Texts
from advisor.pdf.rendering import render
from advisor.rules.engine import advise
from advisor.telling.advice import tell
from advisor.telling.register import tell_register
from tests.support.documents import MADE_AT, MADE_ON, Example
from tests.support.paper import page_count, page_sizes
from tests.support.shipped import all_plans, shipped_pack

LANDSCAPE = {(842, 595)}
NOT_JUDGED = 5
register = paper_of(PaperKind.REGISTER)
JUDGED = [plan for plan in all_plans().values() if advise(shipped_pack(), plan).can_judge]


def _table(pack: Pack, example: Example) -> Ruled:
    [table] = (
        block
        for block in register_blocks(tell(pack, *example), level=2)
        if isinstance(block, Ruled)
    )
    return table


def test_every_risk_that_applies_stands_in_it_with_its_state(
    pack: Pack, decided_example: Example
) -> None:
    _plan, advice = decided_example
    applies = {
        (pack.configuration_by_id[finding.configuration].title, finding.state)
        for finding in advice.with_verdict(Verdict.APPLIES)
        if finding.effect is Effect.HARMS
    }

    risks = tell_register(tell(pack, *decided_example)).risks

    assert {(risk.title, risk.state) for risk in risks} == applies
    states = [list(RiskState).index(risk.state) for risk in risks]
    assert states == sorted(states)
    assert [risk.number for risk in risks] == list(range(1, len(risks) + 1))


def test_a_key_action_is_either_in_place_or_to_do(pack: Pack, decided_example: Example) -> None:
    _plan, advice = decided_example
    risks = tell_register(tell(pack, *decided_example)).risks

    for action in (each for each in advice.actions if each.key):
        done = [risk for risk in risks if action.text in risk.in_place]
        to_do = [risk for risk in risks if action.id in {each.row.id for each in risk.to_do}]
        if action.in_place:
            assert not to_do
        elif any(
            finding.effect is Effect.HARMS and action.id in branch.answered_by
            for finding in advice.with_verdict(Verdict.APPLIES)
            for branch in finding.at_work
        ):
            assert to_do
            assert not done


def test_own_risks_come_last_and_have_no_state(pack: Pack, decided_example: Example) -> None:
    plan, _advice = decided_example
    groups = [row for row in _table(pack, decided_example).rows if isinstance(row, GroupRow)]

    [own] = [row for row in groups if row.state is None]
    assert own is groups[-1]
    assert own.title == f"{len(groups)}. {plan.own_risks[0].text}"
    assert own.remark == "Added by you"


def test_the_scales_are_left_blank(pack: Pack, decided_example: Example) -> None:
    table = _table(pack, decided_example)

    assert [(column.over, column.head) for column in table.columns[-4:]] == [
        ("Likelihood", "before"),
        ("Likelihood", "now"),
        ("Impact", "before"),
        ("Impact", "now"),
    ]
    rows = [row for row in table.rows if isinstance(row, Row)]
    assert all(row.cells[-4:] == ("", "", "", "") for row in rows)


def test_a_cell_says_how_much_it_leaves_out(pack: Pack, example: Callable[[int], Example]) -> None:
    table = _table(pack, example(4))
    told = tell_register(tell(pack, *example(4)))

    rows = [row for row in table.rows if isinstance(row, Row)]
    for risk, row in zip(told.risks, rows, strict=True):
        cell = row.cells[2]
        assert isinstance(cell, Words)
        more = len(risk.to_do) - len(cell.items)
        # Never broken over two lines.
        kept = "\N{NO-BREAK SPACE}"
        assert cell.small == (f"And{kept}{more}{kept}more." if more > 0 else "")


def test_a_cell_says_more_where_the_pages_have_room(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, advice = example(1)
    many = tuple(OwnRisk(id=str(n), text=f"Risk {n}", mitigation="Ask. " * 30) for n in range(20))
    crowded = _table(pack, (replace(plan, own_risks=many), advice))

    assert _items(_table(pack, (plan, advice))) > _items(crowded)


def test_the_wider_column_is_for_what_says_more(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    all_to_do, all_in_place = _table(pack, example(2)), _table(pack, example(3))

    assert all_to_do.columns[2].width > all_to_do.columns[1].width
    assert all_in_place.columns[1].width > all_in_place.columns[2].width


def test_pages_with_room_say_more_of_the_risks(
    pack: Pack, example: Callable[[int], Example], monkeypatch: pytest.MonkeyPatch
) -> None:
    filled = _table(pack, example(2))
    monkeypatch.setattr(register_fit, "_fill", lambda *_: None)

    assert _items(filled) > _items(_table(pack, example(2)))


def test_the_first_risks_say_more_though_others_move_to_a_page_that_is_there_anyway() -> None:
    short = Texts(title="1. Risk", cells=(("A few words of it.",) * 3,) * 5)
    long = Texts(title="2. Risk", cells=(("As many words as a cell has room for. " * 9,) * 2,) * 5)

    fitting = register_fit.fit((*(short,) * 9, *(long,) * 5), order=range(5), remark=False)

    assert fitting.shown[0] == (3, 3, 3, 3, 3)
    assert fitting.shown[-1] == (1, 1, 1, 1, 1)


def test_a_long_title_costs_no_page(pack: Pack, example: Callable[[int], Example]) -> None:
    plan, advice = example(2)
    named = replace(plan, title="The Lowmere and Fenby perinatal peer support partnership, " * 3)

    assert (
        page_count(_drawn(pack, (plan, advice))) == page_count(_drawn(pack, (named, advice))) == 2
    )


def _drawn(pack: Pack, example: Example) -> bytes:
    return render(register.compose(pack, *example, MADE_ON), made_at=MADE_AT)


def _items(table: Ruled) -> int:
    cells = [cell for row in table.rows if isinstance(row, Row) for cell in row.cells]
    return sum(len(cell.items) for cell in cells if isinstance(cell, Words))


@cache
def _made(title: str) -> bytes:
    [plan] = (each for each in JUDGED if each.title == title)
    document = register.compose(shipped_pack(), plan, advise(shipped_pack(), plan), MADE_ON)
    return render(document, made_at=MADE_AT)


@pytest.mark.parametrize("title", [plan.title for plan in JUDGED])
def test_it_is_short_enough_to_read_across_a_table(title: str) -> None:
    assert page_count(_made(title)) <= 3
    assert set(page_sizes(_made(title))) == LANDSCAPE


def test_most_plans_have_it_on_two_pages() -> None:
    pages = [page_count(_made(plan.title)) for plan in JUDGED]

    assert pages.count(2) > 0.8 * len(pages)


def test_a_form_that_cannot_be_judged_has_none_but_for_own_risks(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, advice = example(NOT_JUDGED)
    with pytest.raises(ExportError, match="cannot judge"):
        register.compose(pack, plan, advice, MADE_ON)
    with pytest.raises(ExportError, match="cannot judge"):
        register.tabulate(pack, plan, advice)

    own = replace(plan, own_risks=(OwnRisk(id="r", text="The hall floods"),))
    table = _table(pack, (own, advise(pack, own)))

    assert [row.title for row in table.rows if isinstance(row, GroupRow)] == ["1. The hall floods"]


def test_own_risks_alone_are_not_taken_for_all_there_are(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, _advice = example(NOT_JUDGED)
    own = replace(plan, own_risks=(OwnRisk(id="r", text="The hall floods"),))
    advice = advise(pack, own)
    blocks = register_blocks(tell(pack, own, advice), level=1)

    said = [block.text for block in blocks if isinstance(block, Paragraph)]
    how_to_use = register.tabulate(pack, own, advice).how_to_use

    limit, lead = said
    assert "That does not mean that there is no risk." in limit
    assert lead.startswith("These are the risks that you added.")
    assert how_to_use[:2] == (limit, lead)


def test_a_workbook_without_a_row_says_which_risks_depend_on_answers(pack: Pack) -> None:
    plan = Plan(id=PlanId("empty"), title="Empty")

    table = register.tabulate(pack, plan, advise(pack, plan))

    assert table.rows == ()
    assert any("depend on answers you have not given: Feeling" in each for each in table.how_to_use)
