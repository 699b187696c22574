"""Every ``qtbot`` has a minute, and tells what it waited for when that is over."""

import inspect

import pytest
from pytestqt.qtbot import QtBot

from tests.support.patient_bot import PatientBot, values, words
from tests.support.waiting import PATIENCE_MS, TURN_MS


def test_every_wait_of_a_qtbot_has_a_minute(qtbot: QtBot) -> None:
    assert isinstance(qtbot, PatientBot)
    defaults = {
        name: inspect.signature(method).parameters["timeout"].default
        for name, method in inspect.getmembers(PatientBot, inspect.isfunction)
        if "timeout" in inspect.signature(method).parameters
    }
    assert len(defaults) >= 6
    assert set(defaults.values()) == {PATIENCE_MS}


def test_a_wait_that_fails_says_what_it_waited_for_and_what_it_saw(qtbot: QtBot) -> None:
    heard = ["Saving"]

    with pytest.raises(qtbot.TimeoutError) as gave_up:
        qtbot.waitUntil(lambda: heard == ["Saved"], timeout=TURN_MS)

    assert "until heard == ['Saved']" in str(gave_up.value)
    assert "heard = ['Saving']" in str(gave_up.value)


def test_each_side_of_a_condition_is_shown() -> None:
    line, most = [3], 2
    both = lambda: not line and most > 4  # noqa: E731
    assert words(both) == "not line and most > 4"
    assert list(values(both)) == ["line = [3]", "most = 2"]

    broken = lambda: bool(line[7])  # noqa: E731
    assert list(values(broken)) == ["line[7] = a fault: IndexError('list index out of range')"]


def test_a_condition_that_is_a_method_is_shown_by_its_name() -> None:
    assert words("left".isupper) == "str.isupper"
    assert list(values("left".isupper)) == ["'left'"]
