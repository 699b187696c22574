"""What a person is told to type names the program as they have it."""

import sys
from pathlib import Path

import pytest

from advisor import locations
from tests.cli.conftest import Cli


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let this be a bundle in a folder."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "usr/lib/advisor"))
    for name in ("APPDIR", "ARGV0"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def lay_in_an_appimage(bundle: pytest.MonkeyPatch, folder: Path, words: str) -> None:
    bundle.setenv("APPDIR", str(folder))
    bundle.setenv("ARGV0", words)


def test_a_bundle_is_called_by_the_name_that_its_package_gives_it(
    bundle: pytest.MonkeyPatch,
) -> None:
    assert bundle is not None
    assert locations.command("doctor") == "peer-support-advisor doctor"


def test_an_appimage_is_called_as_the_person_called_it(
    bundle: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lay_in_an_appimage(bundle, tmp_path, "./advisor.AppImage")

    assert locations.command("doctor") == "./advisor.AppImage doctor"


def test_what_is_told_can_be_typed_where_a_folder_has_a_blank(
    bundle: pytest.MonkeyPatch, tmp_path: Path, cli: Cli
) -> None:
    lay_in_an_appimage(bundle, tmp_path, "/my programs/advisor.AppImage")

    refused, helped = cli("advize", database=None), cli("--help", database=None)

    assert refused.err.rstrip().endswith("Help: '/my programs/advisor.AppImage' --help")
    assert helped.out.startswith("Usage: '/my programs/advisor.AppImage' [OPTIONS]")


def test_through_a_link_of_a_linked_folder_it_is_the_same(
    bundle: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path, target_is_directory=True)
    lay_in_an_appimage(bundle, link, "advisor")

    assert locations.called() == "advisor"


@pytest.mark.parametrize("is_bundled", [True, False], ids=["bundle", "source"])
def test_the_appimage_of_another_program_is_not_taken_for_ours(
    bundle: pytest.MonkeyPatch, tmp_path: Path, *, is_bundled: bool
) -> None:
    lay_in_an_appimage(bundle, tmp_path / "terminal", "terminal.AppImage")
    bundle.setattr(sys, "frozen", is_bundled)

    assert locations.called() == (locations.APPLICATION if is_bundled else locations.SOURCE)
