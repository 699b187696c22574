"""The package for Debian is laid out as Debian's own tools expect it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from advisor.locations import APPLICATION
from installers.deb import make_deb


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """Return what the package of a program that is no more than a script puts into a system."""
    if shutil.which("dpkg-deb") is None:
        pytest.skip("dpkg-deb is there on Debian only")
    folder, into = tmp_path / APPLICATION, tmp_path / "unpacked"
    folder.mkdir()
    program = folder / APPLICATION
    program.write_text("#!/bin/sh\necho ready\n", "utf-8")
    program.chmod(0o755)
    package = make_deb(folder, tmp_path, work=tmp_path, version="1.2.0", date="2026-12-01")
    subprocess.run(["dpkg-deb", "--raw-extract", package, into], check=True)
    return into


def test_its_command_starts_the_program(unpacked: Path) -> None:
    ran = subprocess.run(
        [unpacked / "usr/bin" / APPLICATION], capture_output=True, text=True, check=True
    )

    assert ran.stdout == "ready\n"


def test_manual_news_and_changelog_are_compressed(unpacked: Path) -> None:
    documents = unpacked / "usr/share/doc" / APPLICATION

    assert {each.name for each in documents.iterdir()} == {"NEWS.gz", "changelog.gz", "copyright"}
    assert [each.name for each in (unpacked / "usr/share/man/man1").iterdir()] == [
        f"{APPLICATION}.1.gz"
    ]


def test_its_changelog_is_of_debians_form(unpacked: Path) -> None:
    if shutil.which("dpkg-parsechangelog") is None:
        pytest.skip("dpkg-parsechangelog is of Debian's dpkg-dev")
    file = unpacked / "usr/share/doc" / APPLICATION / "changelog.gz"

    said = subprocess.run(
        ["dpkg-parsechangelog", "-l", str(file)], capture_output=True, text=True, check=True
    )

    assert said.stderr == ""
    assert "Version: 1.2.0" in said.stdout
    assert "Date: Tue, 01 Dec 2026 00:00:00 +0000" in said.stdout
