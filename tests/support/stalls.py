"""Says at the end of a run how long a window was deaf in each journey."""

from collections.abc import Iterator

import pytest

from tests.support.real_program import Report

KEPT = "stood still"


def keep(item: pytest.Item, report: Report) -> None:
    """Keep with a test how quickly its window answered."""
    longest = f"{report.longest_ms} ms at the longest, {report.longest_cpu_ms} ms of them its own"
    item.user_properties.append((KEPT, longest))


def kept(reports: list[pytest.TestReport]) -> Iterator[str]:
    """Return a line for each journey."""
    for report in reports:
        for name, told in getattr(report, "user_properties", ()):
            if name == KEPT and report.when == "call":
                yield f"{report.nodeid.rpartition('::')[2]}: {told}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the lines, if any journey was made."""
    lines = list(kept(terminalreporter.getreports("passed")))
    if lines:
        terminalreporter.section("how long windows stood still")
        for line in lines:
            terminalreporter.line(line)
