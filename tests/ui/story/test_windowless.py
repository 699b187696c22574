"""What pages say is known without a window."""

import subprocess
import sys
from pathlib import Path

STORIES = (
    "ui.story.advice",
    "ui.story.blocks",
    "ui.story.changes",
    "ui.story.filters",
    "ui.actions.story",
    "ui.chain.placing",
    "ui.chain.story",
    "ui.compare.story",
    "ui.library.story",
    "ui.paper.story",
)


def test_no_story_needs_qt() -> None:
    program = f"import sys, {', '.join(STORIES)}; print('PySide6' in sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "False"
