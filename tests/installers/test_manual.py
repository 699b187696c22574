import shutil
import subprocess

import pytest

from installers.manual import PAGE, manual


def test_the_page_of_the_manual_is_what_the_commands_say() -> None:
    assert PAGE.read_text("utf-8") == manual(), "run: make manual"


def test_it_can_be_read_without_a_warning() -> None:
    if not shutil.which("man"):
        pytest.skip("man is not installed")

    read = subprocess.run(
        ["man", "--warnings", "-l", str(PAGE)], capture_output=True, text=True, check=True
    )

    assert read.stderr == ""
    assert "EXIT STATUS" in read.stdout
