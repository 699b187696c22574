"""Who may only read, reads; and is told so before typing."""

import json
import sys

import pytest

from tests.support.programs import python

VIEW_ONLY = {"open": "view only", "read": "done", "save": "read-only", "untouched": True}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_a_database_that_can_only_be_read_is_opened_and_says_so() -> None:
    with python("tests.storage.reading_only") as program:
        said, _ = program.communicate()

    assert json.loads(said) == {
        "file read-only": VIEW_ONLY,
        "folder read-only": VIEW_ONLY,
        "both read-only": VIEW_ONLY,
        "file locked away": {"open": "cannot-open", "untouched": True},
        "folder locked away": {"open": "cannot-open", "untouched": True},
        "all rights": {"open": "done", "read": "done", "save": "done", "untouched": False},
    }
