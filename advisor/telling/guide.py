"""The guide for providers: one task after another, each with its steps.

The one source of the pages under ``docs/guide``, of the tasks in Help and beside each page (F1),
and of the guide on paper. ``*…*`` marks the name of something in the window.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from advisor.language import N_, _
from advisor.telling.guide_tasks import TASKS, Task

TITLE = N_("Guide for providers")
GOOD_TO_KNOW = N_("Good to know")

_NAME = re.compile(r"\*([^*]+)\*")


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideTask:
    """A task as it is told: when a person has it, its steps in order, and what helps to know."""

    title: str
    purpose: str
    steps: tuple[str, ...]
    good_to_know: tuple[str, ...]


def guide(*, name: str = "“{name}”") -> tuple[GuideTask, ...]:
    """Return all tasks, from the first plan to what a team needs.

    Each name of something in the window is put into ``name``, which has the placeholder ``name``.
    """
    return tuple(_told(task, name) for task in TASKS.values())


def tasks_on(page: str) -> Iterator[GuideTask]:
    """Yield the tasks that are done on a page, by the key of the page."""
    for task, told in zip(TASKS.values(), guide(), strict=True):
        if page in task.pages:
            yield told


def names_in(text: str) -> tuple[str, ...]:
    """Return the names of things in the window that a text of the guide mentions."""
    return tuple(_NAME.findall(text))


def _told(task: Task, name: str) -> GuideTask:
    def say(text: str) -> str:
        return _NAME.sub(lambda found: name.format(name=found.group(1)), _(text))

    return GuideTask(
        title=_(task.title),
        purpose=say(task.purpose),
        steps=tuple(map(say, task.steps)),
        good_to_know=tuple(map(say, task.good_to_know)),
    )
