"""The guide for providers names what is there, and its pages say what the program says."""

import re
from collections import Counter
from pathlib import Path

import pytest

from advisor.telling.guide import guide, names_in, tasks_on
from advisor.telling.guide_tasks import TASKS, Task
from advisor.telling.page_help import pages_with_help
from tests.support.guide import pages, picture_of
from tests.support.messages import messages

DOCS = Path(__file__).parents[2] / "docs" / "guide"
LONGEST = 22


def _texts(task: Task) -> tuple[str, ...]:
    return (task.purpose, *task.steps, *task.good_to_know)


@pytest.mark.parametrize("task", TASKS.values(), ids=TASKS)
def test_what_a_task_names_stands_in_the_window(task: Task) -> None:
    said = {_plain(form) for each in messages() for form in _forms(each.id)}

    named = {name for text in _texts(task) for name in names_in(text)}

    assert {name for name in named if _plain(name) not in said} == set()


@pytest.mark.parametrize("task", TASKS.values(), ids=TASKS)
def test_a_task_is_told_in_short_whole_sentences(task: Task) -> None:
    texts = _texts(task)

    assert all(re.fullmatch(r"[A-Z*].*[.?]", text) for text in texts)
    sentences = [each for text in texts for each in re.split(r"(?<=[.:;?]) ", text)]
    assert max(len(each.split()) for each in sentences) <= LONGEST
    assert 3 <= len(task.steps) <= 6


def test_every_page_that_has_help_has_a_task() -> None:
    assert {page for page in pages_with_help() if not any(tasks_on(page))} == set()
    assert {page for task in TASKS.values() for page in task.pages} <= pages_with_help()


def test_no_task_is_there_twice() -> None:
    assert Counter(task.title for task in TASKS.values()).most_common(1)[0][1] == 1


def test_a_name_is_marked_as_the_reader_wants_it() -> None:
    told = guide(name="<{name}>")[0]

    assert "<Home>" in told.steps[0]
    assert "*" not in "".join(text for task in guide() for text in task.steps)


@pytest.mark.parametrize("key", TASKS)
def test_the_picture_of_a_task_is_there(key: str) -> None:
    assert picture_of(key).is_file(), "run `make pictures`"


def test_the_pages_say_what_the_program_says() -> None:
    there = {page.name: page.read_text(encoding="utf-8") for page in DOCS.glob("*.md")}

    assert there == dict(pages()), "run `make guide`"


def _forms(message: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message)


def _plain(words: str) -> str:
    return words.replace("&", "").rstrip("…")
