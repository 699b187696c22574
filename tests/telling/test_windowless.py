"""What pages say is known without a window."""

import subprocess
import sys
from pathlib import Path

STORIES = (
    "advisor.telling.advice_page",
    "advisor.telling.advice_blocks",
    "advisor.telling.changes",
    "advisor.telling.filters",
    "advisor.telling.actions",
    "ui.chain.placing",
    "advisor.telling.chain",
    "advisor.telling.comparison",
    "advisor.telling.library",
    "advisor.telling.papers",
)


def test_no_story_needs_qt() -> None:
    program = f"import sys, {', '.join(STORIES)}; print('PySide6' in sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "False"
