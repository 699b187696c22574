import shutil
import subprocess
from pathlib import Path

import pytest

from installers.release import checksums, refusal_of, trials

CHANGES = "# Changelog\n\n## 1.2.0 (2026-12-01)\n\n* New.\n\n## 1.1.0 (unreleased)\n\n## 1.10.0"


def test_what_is_committed_and_told_can_be_released() -> None:
    assert refusal_of("", CHANGES, "1.2.0") == ""


@pytest.mark.parametrize(
    ("uncommitted", "version", "says"),
    [
        (" M main.py", "1.2.0", "not committed"),
        ("", "1.3.0", "no entry of 1.3.0"),
        ("", "1.2", "no entry of 1.2."),
        ("", "1.1.0", "on which day 1.1.0"),
        ("", "1.10.0", "on which day 1.10.0"),
    ],
)
def test_what_is_not_ready_is_not_released(uncommitted: str, version: str, says: str) -> None:
    assert says in refusal_of(uncommitted, CHANGES, version)


def test_what_was_made_is_asked_whether_it_works(tmp_path: Path) -> None:
    program = str(tmp_path / "peer-support-advisor/peer-support-advisor")
    alone = trials(tmp_path)
    image = tmp_path / "advisor.AppImage"
    image.touch()

    assert alone == [[program, "selftest"]]
    assert trials(tmp_path) == [*alone, [str(image), "--appimage-extract-and-run", "selftest"]]


def test_every_file_of_a_release_has_a_checksum_that_the_usual_tool_takes(tmp_path: Path) -> None:
    (tmp_path / "a.deb").write_bytes(b"package")
    (tmp_path / "folder").mkdir()
    (tmp_path / "SHA256SUMS").write_text(checksums(tmp_path), "utf-8")
    assert checksums(tmp_path).split()[1::2] == ["a.deb"]
    if not shutil.which("sha256sum"):
        pytest.skip("sha256sum is not installed")

    said = subprocess.run(["sha256sum", "--check", "SHA256SUMS"], cwd=tmp_path, check=False)

    assert said.returncode == 0
