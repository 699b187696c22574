"""A screen that nobody sees: Xvfb, a window manager and a session bus of the tests' own.

Without a window manager no window is ever active; without a session bus of its own a test
would speak to the screen reader of the person who runs it.
"""

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import pytest
from PIL import Image

from tests.support.waiting import PATIENCE_SECONDS, wait_until

WIDTH, HEIGHT = 1280, 800
PROGRAMS = ("Xvfb", "openbox", "xdotool", "dbus-daemon")
SYSTEM_PYTHON = Path("/usr/bin/python3")
_BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
_CLIPBOARD = """
from PySide6.QtGui import QClipboard, QGuiApplication
application = QGuiApplication([])
for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
    print(application.clipboard().text(mode))
"""
# No decoration and no key of its own: what is shown and pressed is the program's alone.
_WINDOW_MANAGER = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <theme><keepBorder>no</keepBorder></theme>
  <focus><focusNew>yes</focusNew></focus>
  <keyboard>
    <keybind key="A-F4"><action name="Close"/></keybind>
    <keybind key="A-F5"><action name="Unmaximize"/></keybind>
  </keyboard>
  <applications>
    <application class="*" type="normal">
      <decor>no</decor><position force="yes"><x>0</x><y>0</y></position>
    </application>
  </applications>
</openbox_config>
"""


def missing_programs() -> tuple[str, ...]:
    """Return what this machine lacks to show and drive a real window."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if not SYSTEM_PYTHON.exists():
        missing.append(str(SYSTEM_PYTHON))
    else:
        tried = subprocess.run([SYSTEM_PYTHON, "-c", _BINDINGS], capture_output=True, check=False)
        if tried.returncode:
            missing.append("python3-pyatspi, gir1.2-atspi-2.0")
    return tuple(missing)


def refuse(missing: tuple[str, ...], environment: Mapping[str, str]) -> NoReturn:
    """Skip for want of programs; in CI, where they are promised, fail."""
    reason = f"a real window needs {', '.join(missing)}: run .ci/install-system-packages"
    if environment.get("CI"):
        pytest.fail(f"{reason} (CI must have them)")
    pytest.skip(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Screen:
    """A running screen with what belongs to it; `environment` leads a program to it."""

    environment: dict[str, str]
    picture: Path = field(repr=False)

    def keys(self, *keys: str) -> None:
        """Press and release keys, one after another, as a keyboard does: `ctrl+2`, `Tab`."""
        self._xdotool("key", "--delay", "12", *keys)

    def type(self, text: str) -> None:
        """Type plain text."""
        self._xdotool("type", "--delay", "6", text)

    def activate(self, process: int) -> None:
        """Bring the window of a process forward, as a press on the task bar does."""
        window, *_ = self._xdotool("search", "--onlyvisible", "--pid", str(process)).split()
        self._xdotool("windowactivate", "--sync", window)

    def resize(self, width: int, height: int) -> None:
        """Make the active window so large, as a window manager does, also a maximised one."""
        self.keys("alt+F5")
        self._xdotool("getactivewindow", "windowsize", "--sync", str(width), str(height))

    def size(self) -> tuple[int, int]:
        """Return width and height of the active window."""
        told = self._xdotool("getactivewindow", "getwindowgeometry", "--shell")
        values = dict(line.split("=", 1) for line in told.splitlines())
        return int(values["WIDTH"]), int(values["HEIGHT"])

    def title(self) -> str:
        """Return the name of the active window, which every program on the screen may read."""
        return self._xdotool("getactivewindow", "getwindowname").strip()

    def clipboard(self) -> str:
        """Return what is copied and what is selected, which every program may read too."""
        asked = subprocess.run(
            [sys.executable, "-c", _CLIPBOARD],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=True,
        )
        return asked.stdout

    def photograph(self) -> Image.Image:
        """Return what the screen shows."""
        return read_xwd(self.picture.read_bytes())

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=True,
        )
        return done.stdout


def read_xwd(data: bytes) -> Image.Image:
    """Read the picture that Xvfb keeps of its screen (X11's XWDFile.h, version 7)."""
    header_size, _version, _format, _depth, width, height = struct.unpack(">6I", data[:24])
    (bytes_per_line,) = struct.unpack(">I", data[48:52])
    (colours,) = struct.unpack(">I", data[76:80])
    pixels = data[header_size + colours * 12 :]
    size = (width, height)
    return Image.frombytes("RGB", size, pixels, "raw", "BGRX", bytes_per_line)


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """Start a screen, its window manager and a session bus; end all of them afterwards."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    (folder / "openbox.xml").write_text(_WINDOW_MANAGER, encoding="utf-8")
    environment = {
        **os.environ,
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_ACCESSIBILITY": "1",
        "GSETTINGS_BACKEND": "memory",
    }
    with ExitStack() as running:
        size = f"{WIDTH}x{HEIGHT}x24"
        server = f"Xvfb -displayfd {{fd}} -screen 0 {size} -dpi 96 -nolisten tcp -noreset"
        display = _started(running, [*server.split(), "-fbdir", str(folder)], environment)
        environment["DISPLAY"] = f":{display}"
        environment["DBUS_SESSION_BUS_ADDRESS"] = _started(
            running,
            # By a file, which leads to it also from where there is no network.
            ["dbus-daemon", "--session", "--nofork", "--print-address={fd}",
             f"--address=unix:path={runtime}/bus"],
            environment,
        )  # fmt: skip
        _run(running, ["openbox", "--config-file", str(folder / "openbox.xml")], environment)
        _await_window_manager(environment)
        yield Screen(environment=environment, picture=folder / "Xvfb_screen0")


def _started(running: ExitStack, command: list[str], environment: dict[str, str]) -> str:
    """Start a program that writes one line to a descriptor when it is ready; return the line."""
    reading, writing = os.pipe()
    words = [word.replace("{fd}", str(writing)) for word in command]
    try:
        _run(running, words, environment, hand_over=writing)
    finally:
        os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        line = told.readline().strip()
    if not line:
        raise RuntimeError(f"{command[0]} did not start")
    return line


def _run(
    running: ExitStack, words: list[str], environment: dict[str, str], hand_over: int | None = None
) -> None:
    process = subprocess.Popen(
        words,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=() if hand_over is None else (hand_over,),
    )
    running.callback(process.wait)
    running.callback(process.terminate)


def _await_window_manager(environment: dict[str, str]) -> None:
    """Wait until a window manager has announced itself on the root window."""
    asked = ["xdotool", "get_num_desktops"]

    def answers() -> bool:
        return not subprocess.run(
            asked, env=environment, capture_output=True, check=False
        ).returncode

    wait_until(answers, "the window manager")
