"""The workflow with which others make what people install."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from installers import appimage

ROOT = Path(__file__).parents[2]
JOB = dict[str, Any]


@pytest.fixture(scope="module")
def jobs() -> dict[str, JOB]:
    file = ROOT / ".github/workflows/installers.yml"
    jobs: dict[str, JOB] = yaml.safe_load(file.read_text("utf-8"))["jobs"]
    return jobs


def commands(job: JOB) -> list[str]:
    return [step["run"] for step in job["steps"] if "run" in step]


@pytest.mark.parametrize(
    ("system", "kinds"),
    [("linux", [".AppImage", ".deb", ".tar.xz"]), ("windows", [".exe"]), ("macos", [".dmg"])],
)
def test_each_system_makes_what_its_people_install(
    jobs: dict[str, JOB], system: str, kinds: list[str]
) -> None:
    *_steps, kept = jobs[system]["steps"]

    assert kept["with"]["path"].split() == [f"dist/*{kind}" for kind in kinds]


@pytest.mark.parametrize("system", ["linux", "windows", "macos"])
def test_what_was_made_is_asked_whether_it_works(jobs: dict[str, JOB], system: str) -> None:
    assert any(command.endswith(" selftest") for command in commands(jobs[system]))


def test_the_runtime_of_the_appimage_is_checked_before_anything_is_made(
    jobs: dict[str, JOB],
) -> None:
    linux = jobs["linux"]
    said = "\n".join(commands(linux))

    assert appimage.RUNTIME in linux["env"]
    assert len(linux["env"]["RUNTIME_SHA256"]) == 64
    assert said.index("sha256sum --check") < said.index("make bundle")
