"""What is opened in another program."""

import os
import sys

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from ui.shell.notices import Notices
from ui.shell.outside import open_outside
from ui.theme.theme import Theme
from ui.widgets.notice import Notice

OURS = "/opt/advisor/_internal"
NAMES = ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH")


@pytest.fixture
def notices(theme: Theme, qtbot: QtBot) -> Notices:
    notice = Notice(theme)
    qtbot.addWidget(notice)
    return Notices(notice)


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    """Collect what stands in the environment whenever another program is started."""
    environments: list[dict[str, str]] = []

    def open_url(_url: QUrl) -> bool:
        environments.append({name: os.environ[name] for name in NAMES if name in os.environ})
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    for name in NAMES:
        monkeypatch.setenv(name, OURS)
    return environments


def test_from_a_bundle_another_program_is_not_given_the_bundles_libraries(
    notices: Notices, given: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    open_outside("https://example.org", notices)

    assert given == [{}]


def test_from_a_bundle_it_is_given_what_the_person_had_each_time(
    notices: Notices, given: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/own")

    open_outside("https://example.org", notices)
    open_outside("https://example.org", notices)

    assert given == [{"LD_LIBRARY_PATH": "/opt/own"}] * 2


def test_from_the_source_it_is_given_all_that_the_person_has(
    notices: Notices, given: list[dict[str, str]]
) -> None:
    open_outside("https://example.org", notices)

    assert given == [dict.fromkeys(NAMES, OURS)]
