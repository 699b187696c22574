"""A table as a workbook that opens in Excel and LibreOffice.

Every word is written as a word: a text that begins with ``=`` never becomes a formula, and one
that begins with ``http`` never a link. The same table and moment give the same bytes.
"""

import datetime
import io
import math
from collections.abc import Callable
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from advisor.language import _
from advisor.models.days import FIRST_DAY, LAST_DAY
from advisor.models.tables import DataCell, DataColumn, DataTable

LONGEST_CELL = 32_767
"""More letters than this no spreadsheet takes in one cell."""

_SPARE_ROWS = 200
"""Rows below the last one in which lists and dates are still checked."""

_LINE, _HIGHEST_ROW = 15.0, 409.0
"""In points; a higher row no spreadsheet takes."""

_WORDS_WIDTH, _TITLE_LINE, _TITLE_SHARE = 72, 22.0, 1.6
"""Letters in a line of the sheet that is read, and how high and wide its title's are."""

_LETTERS_ACROSS = 220
"""So many letters side by side can still be read on a printed page."""
_BOLD = 1.2
"""How much more room the letters of a head take."""

_A4 = 9
_LONGEST_NAME = 31
_DAY_FORMAT = "d mmm yyyy"
_INK, _TEAL, _RULE = "#1C282D", "#0B5F5C", "#CFC9BB"


Tell = Callable[[int, int], object]
"""Told after some rows how many of all there are by now; whatever it raises ends the work."""

_ROWS_AT_ONCE = 50


def workbook(table: DataTable, made_at: datetime.datetime, tell: Tell | None = None) -> bytes:
    """Return the file: the table on its first sheet, how to use it on the second."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.set_properties(
            {
                "title": _plain(f"{table.title} – {table.kind}"),
                "created": made_at.astimezone(datetime.UTC).replace(tzinfo=None),
            }
        )
        _table(book, table, tell)
        _how_to_use(book, table)
    return file.getvalue()


def _table(book: Workbook, table: DataTable, tell: Tell | None) -> None:
    sheet = book.add_worksheet(table.kind[:_LONGEST_NAME])
    last_row = max(len(table.rows), 1)
    head = book.add_format(
        {"bold": True, "font_color": "#FFFFFF", "bg_color": _TEAL, "text_wrap": True}
        | {"valign": "vcenter", "border": 1, "border_color": _RULE}
    )
    looks = _looks(book)
    sheet.add_table(
        0,
        0,
        last_row,
        len(table.columns) - 1,
        {
            "name": "Register",
            "style": None,
            "columns": [
                {"header": _plain(column.head), "header_format": head} for column in table.columns
            ],
        },
    )
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, column.width, looks.day if column.is_day else looks.words)
        _check(sheet, number, column, last_row + _SPARE_ROWS)
    for row, cells in enumerate(table.rows, start=1):
        sheet.set_row(row, _height(table, cells))
        for number, cell in enumerate(cells):
            _write(sheet, row, number, cell, looks)
        if tell is not None and row % _ROWS_AT_ONCE == 0 and row < len(table.rows):
            tell(row, len(table.rows))
    sheet.set_row(0, max(2 * _LINE, _height_of_heads(table)))
    sheet.freeze_panes(1, table.kept)
    _on_paper(sheet, table)


def _height(table: DataTable, cells: tuple[DataCell, ...]) -> float:
    """Return the height that shows all of a row: not every program finds it by itself."""
    lines = (
        sum(math.ceil(max(1, len(line)) / column.width) for line in str(cell or "").split("\n"))
        for column, cell in zip(table.columns, cells, strict=True)
    )
    return min(_HIGHEST_ROW, _LINE * max(lines))


def _height_of_heads(table: DataTable) -> float:
    lines = (math.ceil(len(column.head) * _BOLD / column.width) for column in table.columns)
    return _LINE * max(lines)


class _Looks(NamedTuple):
    """How cells look by what they hold; a number does not touch the words beside it."""

    words: Format
    day: Format
    number: Format


def _looks(book: Workbook) -> _Looks:
    common = {"text_wrap": True, "valign": "top", "font_color": _INK}
    common |= {"border": 1, "border_color": _RULE}
    return _Looks(
        words=book.add_format(common),
        day=book.add_format(common | {"num_format": _DAY_FORMAT}),
        number=book.add_format(common | {"align": "center"}),
    )


def _check(sheet: Worksheet, number: int, column: DataColumn, last_row: int) -> None:
    """Let a cell offer its list, take a date only, or say what belongs there."""
    options: dict[str, object] = {"validate": "any"}
    if column.choices:
        options = {"validate": "list", "source": [_plain(each) for each in column.choices]}
    elif column.is_day:
        options = {
            "validate": "date",
            "criteria": "between",
            "minimum": FIRST_DAY,
            "maximum": LAST_DAY,
            "error_title": _("This is not a date"),
            "error_message": _("Type a date such as 5 March 2027."),
        }
    if column.hint:
        options |= {"input_title": _plain(column.head)[:32], "input_message": column.hint}
    if column.choices or column.is_day or column.hint:
        sheet.data_validation(1, number, last_row, number, options)


def _write(sheet: Worksheet, row: int, number: int, cell: DataCell, looks: _Looks) -> None:
    match cell:
        case datetime.date():
            sheet.write_datetime(row, number, cell, looks.day)
        case int():
            sheet.write_number(row, number, cell, looks.number)
        case str() if cell:
            sheet.write_string(row, number, _plain(cell), looks.words)
        case _:
            sheet.write_blank(row, number, None, looks.day if cell is None else looks.words)


def _on_paper(sheet: Worksheet, table: DataTable) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.repeat_rows(0)
    if table.kept:
        sheet.repeat_columns(0, table.kept - 1)
    letters = sum(column.width for column in table.columns)
    sheet.fit_to_pages(math.ceil(letters / _LETTERS_ACROSS), 0)
    # An ampersand starts a code in a foot line, so it is doubled; the line takes 255 letters.
    title = _plain(f"{table.title[:80]} – {table.kind}").replace("&", "&&")
    sheet.set_footer(f"&L{title}&R&P / &N")


def _how_to_use(book: Workbook, table: DataTable) -> None:
    sheet = book.add_worksheet(_("How to use this")[:_LONGEST_NAME])
    title = book.add_format({"bold": True, "font_size": 16, "font_color": _INK, "text_wrap": True})
    words = book.add_format({"text_wrap": True, "valign": "top", "font_color": _INK})
    sheet.set_column(0, 0, _WORDS_WIDTH, words)
    head = _plain(f"{table.title} – {table.kind}")
    sheet.set_row(0, _TITLE_LINE * math.ceil(len(head) / (_WORDS_WIDTH / _TITLE_SHARE)))
    sheet.write_string(0, 0, head, title)
    for row, sentence in enumerate(table.how_to_use, start=2):
        sheet.set_row(row, _LINE * (math.ceil(len(sentence) / _WORDS_WIDTH) + 0.5))
        sheet.write_string(row, 0, _plain(sentence), words)
    sheet.set_portrait()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _plain(text: str) -> str:
    """Return a text that a cell can hold: no half letters, and not longer than a cell."""
    whole = text.encode("utf-8", "backslashreplace").decode().replace("\0", "")
    whole = whole.replace("\r\n", "\n").replace("\r", "\n")
    return whole if len(whole) <= LONGEST_CELL else f"{whole[: LONGEST_CELL - 1]}…"
