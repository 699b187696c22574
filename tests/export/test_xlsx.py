"""The register as a workbook: words stay words, lists and dates are checked."""

import datetime
import io
import math
import zipfile
from dataclasses import replace

import pytest
from openpyxl import Workbook, load_workbook

from advisor.export.csv import table_csv
from advisor.export.xlsx import LONGEST_CELL, workbook
from advisor.models.evidence import Effect
from advisor.models.findings import Verdict
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Decision, EntryKey, OwnRisk, Plan
from advisor.models.tables import DataColumn, DataTable
from advisor.paper.register_table import register_table
from advisor.rules.engine import advise
from advisor.telling.advice import tell
from advisor.telling.register import tell_register
from tests.support import decided
from tests.support.documents import MADE_AT, Example
from tests.support.shipped import all_plans, shipped_pack

FORMULA = "=1+1"


@pytest.fixture
def table(pack: Pack, decided_example: Example) -> DataTable:
    plan, advice = decided_example
    own = OwnRisk(id="f", text=FORMULA, mitigation="https://example.org/a")
    return register_table(pack, replace(plan, own_risks=(*plan.own_risks, own)), advice)


@pytest.fixture
def book(table: DataTable) -> Workbook:
    return load_workbook(io.BytesIO(workbook(table, MADE_AT)))


def test_how_to_use_it_is_read_whole(book: Workbook) -> None:
    sheet = book.worksheets[1]
    width = sheet.column_dimensions["A"].width

    for row in range(1, sheet.max_row + 1):
        text = str(sheet.cell(row, 1).value or "")
        if text:
            assert (sheet.row_dimensions[row].height or 0) >= 15 * math.ceil(len(text) / width)


def test_every_cell_is_in_its_place(table: DataTable, book: Workbook) -> None:
    rows = list(book["Risk register"].iter_rows(values_only=True))

    assert rows[0] == tuple(column.head for column in table.columns)
    said = [
        tuple(cell.date() if isinstance(cell, datetime.datetime) else cell for cell in row)
        for row in rows[1:]
    ]
    assert said == [tuple(cell or None for cell in row) for row in table.rows]


def test_an_action_that_is_left_has_a_row(pack: Pack, decided_example: Example) -> None:
    plan, advice = decided_example
    table = register_table(pack, plan, advice)
    heads = [column.head for column in table.columns]
    rows = [dict(zip(heads, row, strict=True)) for row in table.rows]

    answers = {
        advice.action_by_id[action]
        for finding in advice.with_verdict(Verdict.APPLIES)
        if finding.effect is Effect.HARMS
        for branch in finding.at_work
        for action in branch.answered_by
    }
    left = {action.text for action in answers if not action.in_place}
    assert left == {row["Still to do"] for row in rows if row["State"] and row["Decision"]}


def test_a_row_says_who_does_it_by_when(pack: Pack, decided_example: Example) -> None:
    plan, advice = decided_example
    action = next(each for each in tell_register(tell(pack, plan, advice)).risks[0].to_do).row.id
    meant = Decision(choice=Choice.WE_WILL, owner=decided.OWNER, due=decided.DUE, note=decided.NOTE)
    plan = plan.with_entry(EntryKey.of_decision(action), meant)

    row = register_table(pack, plan, advise(pack, plan)).rows[0]

    assert row[8:12] == ("We will do this", decided.OWNER, decided.DUE, decided.NOTE)


def test_no_word_becomes_a_formula_or_a_link(table: DataTable, book: Workbook) -> None:
    sheet = book["Risk register"]
    own = list(sheet.iter_rows())[len(table.rows)]

    assert (own[1].value, own[1].data_type) == (FORMULA, "s")
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert all(cell.hyperlink is None for row in sheet.iter_rows() for cell in row)
    assert f"'{FORMULA}" in table_csv(table)


@pytest.mark.parametrize("plan", all_plans().values(), ids=lambda plan: plan.title)
def test_no_row_of_the_register_is_cut(plan: Plan) -> None:
    """A spreadsheet shows no row that is higher than a page."""
    shipped = shipped_pack()
    table = register_table(shipped, plan, advise(shipped, plan))
    sheet = load_workbook(io.BytesIO(workbook(table, MADE_AT))).worksheets[0]

    highest = max(sheet.row_dimensions[row].height or 0 for row in range(1, sheet.max_row + 1))
    assert highest < 400


def test_a_wide_table_is_printed_on_as_many_pages_as_it_takes_to_be_read() -> None:
    wide = DataTable(
        title="All plans",
        kind="Portfolio",
        columns=tuple(
            DataColumn(head=f"Risk {number}: feeling that everyone else copes better", width=17)
            for number in range(60)
        ),
        rows=(("open",) * 60,),
    )
    sheet = load_workbook(io.BytesIO(workbook(wide, MADE_AT))).worksheets[0]

    assert sheet.page_setup.fitToWidth == 5
    assert sheet.row_dimensions[1].height == 15 * 4


def test_heads_stay_in_sight_and_come_again_on_every_page(book: Workbook) -> None:
    sheet = book["Risk register"]

    assert sheet.freeze_panes == "C2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.print_title_cols == "$A:$B"
    assert sheet.page_setup.orientation == "landscape"
    assert [found.ref.startswith("A1:") for found in sheet.tables.values()] == [True]
    assert not sheet.merged_cells.ranges
    assert sheet.column_dimensions["F"].width > sheet.column_dimensions["A"].width


def test_state_offers_a_list_and_days_are_checked(table: DataTable, book: Workbook) -> None:
    checks = {
        str(found.sqref).split(":")[0][0]: found
        for found in book["Risk register"].data_validations.dataValidation
    }
    letters = {column.head: chr(65 + n) for n, column in enumerate(table.columns)}

    assert checks[letters["State"]].formula1 == '"Open,Partly in hand,In hand"'
    assert checks[letters["By when"]].type == "date"
    assert checks[letters["Impact now"]].type is None
    assert checks[letters["Impact now"]].prompt == "Use your charity's own scale."


def test_how_to_use_it_has_a_sheet(table: DataTable, book: Workbook) -> None:
    said = [row[0] for row in book["How to use this"].iter_rows(values_only=True)]

    assert said[2:] == list(table.how_to_use)


def test_the_same_table_has_the_same_bytes(table: DataTable) -> None:
    made = workbook(table, MADE_AT)

    assert workbook(table, MADE_AT) == made
    assert workbook(table, MADE_AT + datetime.timedelta(days=1)) != made


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("x" * (LONGEST_CELL + 5), "x" * (LONGEST_CELL - 1) + "…"),
        ("a\r\nb", "a\nb"),
        ("\ud800", "\\ud800"),
    ],
)
def test_what_no_cell_can_hold_is_shortened_or_spelt_out(text: str, kept: str) -> None:
    table = DataTable(
        title="A & B", kind="Kind", columns=(DataColumn(head="One", width=9),), rows=((text,),)
    )

    made = io.BytesIO(workbook(table, MADE_AT))

    assert load_workbook(made)["Kind"]["A2"].value == kept
    with zipfile.ZipFile(made) as parts:
        assert b"A &amp;&amp; B" in parts.read("xl/worksheets/sheet1.xml")


def test_a_table_without_rows_is_a_file_all_the_same() -> None:
    table = DataTable(title="T", kind="Kind", columns=(DataColumn(head="One", width=9),), rows=())

    assert zipfile.is_zipfile(io.BytesIO(workbook(table, MADE_AT)))


def test_how_much_is_written_is_told_and_who_hears_it_can_end_it() -> None:
    columns = (DataColumn(head="Plan", width=20),)
    table = DataTable(
        title="Plans", kind="All", columns=columns, rows=tuple((f"Plan {n}",) for n in range(120))
    )
    told = list[tuple[int, int]]()

    whole = workbook(table, MADE_AT, lambda done, total: told.append((done, total)))

    assert told == [(50, 120), (100, 120)]
    assert whole == workbook(table, MADE_AT)

    def stop(_done: int, _total: int) -> None:
        raise RuntimeError("not wanted")

    with pytest.raises(RuntimeError, match="not wanted"):
        workbook(table, MADE_AT, stop)
