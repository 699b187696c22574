import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.logbook import keep_log


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_what_the_program_did_is_written_with_its_time_and_place(tmp_path: Path) -> None:
    assert keep_log(tmp_path / "logs")

    logging.getLogger("ui.home").info("a plan was opened")

    (line,) = (tmp_path / "logs" / "advisor.log").read_text(encoding="utf-8").splitlines()
    assert line.endswith("INFO ui.home: a plan was opened")


def test_the_reasons_of_every_day_are_left_out(tmp_path: Path) -> None:
    keep_log(tmp_path)

    logging.getLogger("ui.home").debug("because")

    assert (tmp_path / "advisor.log").read_text(encoding="utf-8") == ""


def test_the_program_runs_without_a_log_where_none_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    assert not keep_log(tmp_path / "file" / "logs")
