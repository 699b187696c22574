"""Writes the guide for providers as pages for a browser.

    python -m tests.support.guide docs/guide

A page for each task, with the picture of its screen as `make pictures` drew it, and a list of
all of them. ``tests/telling/test_guide.py`` holds the pages to what the program itself says.
"""

import os
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from advisor.telling.guide import GOOD_TO_KNOW, TITLE, GuideTask, guide
from advisor.telling.guide_tasks import TASKS

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
LOOK = "light-100"
SCREENS = {
    "first-plan": "first-result",
    "answer-questions": "questions",
    "read-advice": "advice",
    "try-another-design": "trial",
    "share-out-work": "actions",
    "papers": "paper",
    "read-checklist-back": "paper",
    "workshop": "workshop",
    "compare": "compare",
    "many-plans": "portfolio",
    "look-up-evidence": "evidence-entry",
    "find": "help-sheet",
    "see-and-hear": "preferences",
    "hand-over": "home",
    "undo-and-restore": "history",
    "team": "preferences",
}
"""The screen that shows each task, as `make pictures` names it."""

_MADE = "Made by `make guide`; do not change it by hand."


def picture_of(key: str) -> Path:
    """Return the picture that the page of a task shows."""
    return PICTURES / f"{SCREENS[key]}-{LOOK}.png"


def pages() -> Iterator[tuple[str, str]]:
    """Yield every page: its file name and its Markdown."""
    ways = [f"[{task.title}]({key}.md)" for key, task in TASKS.items()]
    rows = (f"{n}. {way}" for n, way in enumerate(ways, start=1))
    intro = "One page for each task. The program shows the same beside its pages (F1) and in Help;"
    more = "`python main.py guide -o guide.pdf` puts it on paper."
    yield "README.md", _page(f"# {TITLE}", "", intro, more, "", *rows, "", f"*{_MADE}*")
    following = [*(f"Next: {way}" for _way, way in pairwise(ways)), ""]
    for key, told, then in zip(TASKS, guide(name="**{name}**"), following, strict=True):
        picture = Path(os.path.relpath(picture_of(key), PICTURES.parent / "guide")).as_posix()
        yield f"{key}.md", _page(*_lines(told, picture), "", then or f"[{TITLE}](README.md)")


def _lines(told: GuideTask, picture: str) -> Iterator[str]:
    yield from (f"# {told.title}", "", told.purpose, "")
    yield from (f"{number}. {step}" for number, step in enumerate(told.steps, start=1))
    yield from ("", f"![{told.title}: the page as it looks]({picture})")
    if told.good_to_know:
        yield from ("", f"## {GOOD_TO_KNOW}", "")
        yield from (f"* {each}" for each in told.good_to_know)


def _page(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write into the folder that the command line names; a page that is no more goes."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    written = dict(pages())
    for old in folder.glob("*.md"):
        if old.name not in written:
            old.unlink()
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
