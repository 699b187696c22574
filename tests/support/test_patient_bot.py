"""Every ``qtbot`` has a minute, and tells what it waited for when that is over."""

import inspect

import pytest
from pytestqt.qtbot import QtBot

from tests.support.patient_bot import PatientBot
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
