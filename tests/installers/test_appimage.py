"""The AppImage: what is in it, and what is said where it cannot be made."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from advisor.locations import APPLICATION
from installers import appimage

RUNTIME = b"\x7fELF\x02\x01\x01\x00AI\x02".ljust(4096, b"\0")
MOMENT = "1764000000"


@pytest.fixture
def runtime(tmp_path: Path) -> Path:
    file = tmp_path / "runtime"
    file.write_bytes(RUNTIME)
    return file


@pytest.fixture
def tree(tmp_path: Path, qapp: QApplication) -> Path:
    """Return the AppDir of a program that is no more than a script."""
    assert qapp is not None  # or the drawing of the icon would make an application of its own
    folder, work = tmp_path / APPLICATION, tmp_path / "work"
    folder.mkdir()
    work.mkdir()
    program = folder / APPLICATION
    program.write_text("#!/bin/sh\necho ready\n", "utf-8")
    program.chmod(0o755)
    return appimage.lay_out_app(folder, work, version="1.2.0", date="2026-12-01")


def need_the_tools() -> None:
    if shutil.which("mksquashfs") is None and "CI" not in os.environ:
        pytest.skip("squashfs-tools is not installed; see .ci/system-packages.txt")


def test_the_folder_in_it_has_what_starts_it_and_what_a_desktop_looks_for(tree: Path) -> None:
    ran = subprocess.run([tree / "AppRun"], capture_output=True, text=True, check=True)

    assert ran.stdout == "ready\n"
    assert (tree / f"{APPLICATION}.desktop").read_text("utf-8").startswith("[Desktop Entry]")
    assert "<svg" in (tree / f"{APPLICATION}.svg").read_text("utf-8")
    assert (tree / ".DirIcon").read_bytes().startswith(b"\x89PNG")
    assert list((tree / "usr/share/metainfo").glob("*.metainfo.xml"))
    assert "MIT License" in (tree / f"usr/share/doc/{APPLICATION}/copyright").read_text("utf-8")


def test_every_link_stays_inside(tree: Path) -> None:
    links = [each for each in tree.rglob("*") if each.is_symlink()]

    assert links
    assert all(not each.readlink().is_absolute() for each in links)
    assert all(each.resolve().is_relative_to(tree.resolve()) for each in links)


def test_it_is_the_runtime_and_behind_it_the_folder(tree: Path, runtime: Path) -> None:
    need_the_tools()
    into = tree.parent

    made = appimage.make_appimage(tree, into, runtime, version="1.2.0", moment=MOMENT)

    assert made.name.startswith(f"{APPLICATION}-1.2.0-")
    assert os.access(made, os.X_OK)
    assert made.read_bytes().startswith(RUNTIME)
    unpacked = into / "unpacked"
    words = ["unsquashfs", "-quiet", "-no-progress", "-offset", str(len(RUNTIME)), "-dest"]
    subprocess.run([*words, str(unpacked), str(made)], check=True, stdout=subprocess.DEVNULL)
    assert {each.name for each in unpacked.iterdir()} == {each.name for each in tree.iterdir()}
    assert int((unpacked / "usr").stat().st_mtime) == int(MOMENT)


def test_the_same_folder_gives_the_same_bytes(
    tree: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need_the_tools()
    made = appimage.make_appimage(tree, tree.parent, runtime, version="1.2.0", moment=MOMENT)
    before = made.read_bytes()
    for each in (tree, *tree.rglob("*")):
        os.utime(each, (1, 1), follow_symlinks=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2")

    again = appimage.make_appimage(tree, tree.parent, runtime, version="1.2.0", moment=MOMENT)

    assert again.read_bytes() == before


def test_a_runtime_that_takes_a_file_out_is_taken(tree: Path) -> None:
    need_the_tools()
    able = tree.parent / "able"
    script = b'#!/bin/sh\nunsquashfs -quiet -no-progress -offset 4096 "$0" "$2"\nexit\n'
    able.write_bytes(script.ljust(4096, b"\n"))
    made = appimage.make_appimage(tree, tree.parent, able, version="1.2.0", moment=MOMENT)

    appimage.prove(made, tree)

    (tree / ".DirIcon").write_bytes(b"another icon")
    with pytest.raises(ValueError, match="cannot read"):
        appimage.prove(made, tree)


def test_a_runtime_that_cannot_read_what_stands_behind_it_is_refused(tree: Path) -> None:
    need_the_tools()
    program = Path(shutil.which("true") or "").read_bytes()
    deaf = tree.parent / "deaf"
    deaf.write_bytes(program[:8] + b"AI\x02" + program[11:])
    made = appimage.make_appimage(tree, tree.parent, deaf, version="1.2.0", moment=MOMENT)

    with pytest.raises(ValueError, match="cannot read"):
        appimage.prove(made, tree)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="an empty file"),
        pytest.param(b"#!/bin/sh\n", id="a script"),
        pytest.param(RUNTIME.replace(b"AI\x02", b"AI\x01"), id="a runtime of type 1"),
        pytest.param(RUNTIME.replace(b"AI\x02", b"\0\0\0"), id="another program"),
    ],
)
def test_what_is_no_runtime_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "runtime"
    file.write_bytes(content)

    with pytest.raises(ValueError, match="is not a runtime"):
        appimage.runtime({appimage.RUNTIME: str(file)})


def test_a_runtime_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        appimage.runtime({appimage.RUNTIME: str(tmp_path / "nowhere")})


def test_without_a_runtime_what_is_needed_is_said() -> None:
    assert appimage.runtime({}) is None
    assert appimage.RUNTIME in appimage.missing(None)


def test_without_the_tool_what_is_needed_is_said(
    runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = appimage.runtime({appimage.RUNTIME: str(runtime)})
    monkeypatch.setenv("PATH", "")

    assert chosen == runtime
    assert "squashfs-tools" in appimage.missing(chosen)
