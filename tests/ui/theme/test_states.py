import pytest

from advisor.models.findings import RiskState, Verdict
from advisor.models.marks import Mark
from advisor.telling.words import MARK
from ui.theme.states import SHOWINGS


@pytest.mark.parametrize("mark", Mark)
def test_every_mark_has_a_word_an_icon_and_a_tone(mark: Mark) -> None:
    assert MARK[mark]
    assert SHOWINGS[mark].glyph
    assert SHOWINGS[mark].tone


@pytest.mark.parametrize("state", [*Verdict, *RiskState])
def test_the_advisors_verdicts_and_states_have_marks(state: Verdict | RiskState) -> None:
    assert Mark(state.value) in SHOWINGS


def test_marks_that_can_stand_together_differ_in_more_than_colour() -> None:
    together = [Mark.OPEN, Mark.PARTLY_ADDRESSED, Mark.ADDRESSED], [Mark(v) for v in Verdict]
    for marks in together:
        assert len({MARK[mark] for mark in marks}) == len(marks)
        assert len({SHOWINGS[mark].glyph for mark in marks}) == len(marks)
