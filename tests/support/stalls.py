"""Says at the end of a run how long a window was deaf in each journey, and what ran meanwhile."""

from collections import Counter
from collections.abc import Iterable, Iterator

import pytest

from tests.support.real_program import Report

KEPT = "stood still"
MOST_NAMED = 4


def keep(item: pytest.Item, report: Report) -> None:
    """Keep with a test how quickly its window answered."""
    longest = f"{report.longest_ms} ms at the longest, {report.longest_cpu_ms} ms of them its own"
    item.user_properties.append((KEPT, f"{longest}{named(report.longest_doing)}"))


def named(looks: Iterable[Iterable[str]]) -> str:
    """Return where the program's own code was found in a turn, and in how many looks at it."""
    found = Counter(next(filter(_is_ours, look), "Qt") for look in looks)
    told = [f"{place} ({often})" for place, often in found.most_common(MOST_NAMED)]
    return "".join(f"\n    {place}" for place in told)


def _is_ours(place: str) -> bool:
    return place.startswith(("ui/", "advisor/"))


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
