"""A paper as a table for a spreadsheet: columns with a promise each, and rows of plain values."""

import datetime
from dataclasses import dataclass

DataCell = str | int | datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataColumn:
    """A column: its head, and its width in letters.

    A cell is one of ``choices`` where there are any, and a date where ``is_day``. ``hint`` is
    said when a cell is chosen.
    """

    head: str
    width: int
    choices: tuple[str, ...] = ()
    is_day: bool = False
    hint: str = ""

    def __post_init__(self) -> None:
        if not self.head.strip():
            raise ValueError("Every column has a head.")


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """A table to sort and filter, one thing a row.

    The first ``kept`` columns stay in sight beside the others. ``how_to_use`` are sentences for
    the person who opens it.
    """

    title: str
    kind: str
    columns: tuple[DataColumn, ...]
    rows: tuple[tuple[DataCell, ...], ...]
    how_to_use: tuple[str, ...] = ()
    kept: int = 0

    def __post_init__(self) -> None:
        heads = {column.head.casefold() for column in self.columns}
        if not self.columns or len(heads) != len(self.columns):
            raise ValueError("A table needs columns, each with a head of its own.")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("Every row needs as many cells as there are columns.")
