"""What a window did in its longest turn is seen and told."""

import time

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from tests.support.metered import StallMeter
from tests.support.stalls import named


def test_what_ran_in_the_longest_turn_is_named(qtbot: QtBot) -> None:
    parent = QObject()
    meter = StallMeter(parent)

    def busy() -> None:
        """Take longer than any turn before, and so long that no other one will."""
        begun = time.thread_time()
        while not meter.has_looked or time.thread_time() - begun < 0.3 + 2 * meter.longest_cpu:
            sum(range(1000))

    QTimer.singleShot(0, busy)
    qtbot.waitUntil(lambda: any("busy" in place for look in meter.longest_doing for place in look))

    assert meter.longest_cpu > 0
    parent.deleteLater()


def test_what_was_seen_most_often_is_told_first() -> None:
    looks = [
        ("enum.py:7 name", "ui/theme/theme.py:9 style", "ui/run.py:1 run_window"),
        ("ui/run.py:1 run_window",),
        ("ui/theme/theme.py:9 style", "ui/run.py:1 run_window"),
        ("threading.py:3 wait",),
    ]

    assert named(looks).split("\n    ") == [
        "",
        "ui/theme/theme.py:9 style (2)",
        "ui/run.py:1 run_window (1)",
        "Qt (1)",
    ]
    assert named([]) == ""
