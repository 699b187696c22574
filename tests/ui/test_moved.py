"""What newer evidence changed is told with the advice, once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from advisor.models.comparison import Comparison, NewerAdvice, VerdictChange
from advisor.models.findings import Verdict
from advisor.models.ids import RuleId
from tests.support.drafts import a_plan
from tests.support.fake_advisor import FakeAdvisor
from tests.support.program import Driven
from ui.advice.moved_card import MovedCard

MOVED = Comparison(
    gained=(
        VerdictChange(
            rule=RuleId("N01-harms"), before=Verdict.DOES_NOT_APPLY, after=Verdict.APPLIES
        ),
    )
)


@pytest.fixture
def advisor() -> FakeAdvisor:
    return FakeAdvisor((a_plan(),))


@pytest.fixture
def driven(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, advisor: FakeAdvisor
) -> Iterator[Driven]:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path))
    made = Driven(qtbot, monkeypatch, advisor)
    yield made
    made.rest()
    made.close()


def cards(driven: Driven) -> list[MovedCard]:
    driven.house.open(a_plan())
    driven.rest()
    driven.window.show_page("advice")
    driven.rest()
    return driven.program.window.findChildren(MovedCard)


def test_a_plan_advised_on_older_evidence_shows_what_changed(
    driven: Driven, advisor: FakeAdvisor
) -> None:
    advisor.moved = NewerAdvice(comparison=MOVED, earlier="2026.11", before=None)

    (card,) = cards(driven)

    assert "1 statement changed." in card.summary.text()


def test_a_plan_advised_on_the_newest_evidence_shows_no_changes(driven: Driven) -> None:
    assert cards(driven) == []
