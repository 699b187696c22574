"""The guide for providers as text for a terminal."""

from collections.abc import Sequence

from advisor.export.terminal import TerminalPage
from advisor.language import _
from advisor.telling.guide import GOOD_TO_KNOW, TITLE, GuideTask


def guide_text(tasks: Sequence[GuideTask]) -> str:
    """Return the guide as plain text, each task under a heading."""
    page = TerminalPage()
    page.title(_(TITLE))
    for task in tasks:
        page.heading(task.title)
        page.paragraph(task.purpose, 2)
        for number, step in enumerate(task.steps, start=1):
            page.point(step, f"{number}.")
        if task.good_to_know:
            page.paragraph(_(GOOD_TO_KNOW), 2)
        for each in task.good_to_know:
            page.point(each)
    return page.text()
