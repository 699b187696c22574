"""A task of the guide that unfolds in place: its steps, and what helps to know."""

from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.telling.guide import GOOD_TO_KNOW, GuideTask
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.disclosure import Disclosure
from ui.widgets.layouts import column_in
from ui.widgets.text import MUTED, Heading, Text


def task_disclosure(theme: Theme, task: GuideTask, parent: QWidget) -> Disclosure:
    """Return a task, folded."""
    return Disclosure(theme, task.title, lambda: _content(theme, task), parent=parent)


def _content(theme: Theme, task: GuideTask) -> QWidget:
    content = QWidget()
    column = column_in(content, theme.metrics.space(4))
    column.setContentsMargins(0, 0, 0, theme.metrics.space(8))
    column.addWidget(Text(task.purpose, role=TextRole.SMALL, tint=MUTED, parent=content))
    for number, step in enumerate(task.steps, start=1):
        said = _("{number}. {thing}").format(number=number, thing=step)
        column.addWidget(Text(said, role=TextRole.SMALL, parent=content))
    if task.good_to_know:
        column.addWidget(
            Heading(_(GOOD_TO_KNOW), level=4, role=TextRole.SMALL_STRONG, parent=content)
        )
    for each in task.good_to_know:
        column.addWidget(Text(each, role=TextRole.SMALL, tint=MUTED, parent=content))
    return content
