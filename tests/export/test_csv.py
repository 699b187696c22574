"""The table of findings and actions opens in a spreadsheet and starts no formula."""

import csv
import io
from dataclasses import replace

import pytest

from advisor.export.csv import COLUMNS, advice_csv, csv_bytes
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Decision
from tests.support import decided
from tests.support.documents import Example


def _rows(pack: Pack, example: Example) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(advice_csv(pack, *example))))


def test_every_finding_and_action_has_a_row(pack: Pack, decided_example: Example) -> None:
    plan, advice = decided_example
    rows = _rows(pack, decided_example)

    ids = [(row["record"], row["id"]) for row in rows]
    assert ids == [
        *(("finding", finding.rule) for finding in advice.findings),
        *(("gate", gate.id) for gate in advice.gates),
        *(("action", action.id) for action in advice.actions),
        *(("own action", own.id) for own in plan.own_actions),
    ]


def test_new_columns_stand_at_the_end() -> None:
    assert COLUMNS[20] == "sources"
    assert COLUMNS[21:] == (
        "matters more here",
        "how you would notice",
        "from other sources",
        "depends on these being there",
        "field's term",
    )


def test_a_row_says_each_way_and_its_sign(pack: Pack, decided_example: Example) -> None:
    rows = {row["id"]: row for row in _rows(pack, decided_example)}

    for finding in decided_example[1].findings:
        row = rows[finding.rule]
        assert all(branch.text in row["why or done when"] for branch in finding.at_work)
        assert all(branch.sign in row["how you would notice"] for branch in finding.at_work)
        assert all(need.text in row["depends on these being there"] for need in finding.needs)


def test_a_row_speaks_the_words_of_the_field(pack: Pack, decided_example: Example) -> None:
    rows = {row["id"]: row for row in _rows(pack, decided_example)}

    assert rows["N01-harms"]["verdict"] == "Applies"
    assert rows["N01-harms"]["state"] == "Open"
    assert rows[decided.WILL]["owner"] == decided.OWNER
    assert rows[decided.WILL]["due"] == "2027-03-05"
    assert rows[decided.DECLINED]["decision"] == "Not for us"
    assert rows[decided.DECLINED]["reason"] == decided.REASON


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "＋1", "－1", "＠1", "\0=1"],
)
def test_no_text_starts_a_formula(pack: Pack, decided_example: Example, text: str) -> None:
    plan, advice = decided_example
    action = advice.actions[0]
    decision = Decision(choice=Choice.NOT_FOR_US, reason=text)
    changed = replace(advice, actions=(replace(action, decision=decision), *advice.actions[1:]))

    rows = {row["id"]: row for row in _rows(pack, (plan, changed))}

    assert rows[action.id]["reason"].startswith("'")


def test_the_headers_start_no_formula_and_are_all_there(
    pack: Pack, decided_example: Example
) -> None:
    head = advice_csv(pack, *decided_example).splitlines()[0]

    assert head.split(",") == list(COLUMNS)
    assert all(column[0].isalpha() for column in COLUMNS)


def test_a_file_says_that_it_is_utf_8(pack: Pack, decided_example: Example) -> None:
    text = advice_csv(pack, *decided_example)

    assert not text.startswith("\ufeff")
    assert csv_bytes(text).decode("utf-8-sig") == text
    assert csv_bytes(text).startswith(b"\xef\xbb\xbf")
