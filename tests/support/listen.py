"""What the real Orca says on a way through the window by keys: for ears, not for CI.

    python -m tests.support.listen                    from an empty home to the first questions
    python -m tests.support.listen ctrl+n Tab Tab     these keys, on an empty home

A word is a key as xdotool names it; ``Tab*5`` presses it five times, ``type:Sunrise`` types,
``press:Advice`` presses the first button with these words in its name, and ``at:Questions`` waits
until the keyboard is on what has these words in its name: what is typed before goes astray.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.support.atspi import screen_reader
from tests.support.real_program import RealProgram, real_program
from tests.support.waiting import wait_until
from tests.support.x11 import missing_programs, screen

WAY = (
    *("ctrl+n", "at:What is the programme called?", "type:Sunrise", "Return", "at:Page 1"),
    *("Tab", "space", "Tab", "Return"),
    *("alt+c", "Tab", "space", "F6", "F6", "ctrl+z", "ctrl+3", "Tab*3", "ctrl+4", "Tab*6", "F1"),
)
_SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*)' ?[\[{]")
_ECHO = re.compile(r"^(?:[\w ]{1,20}|.) $")
"""The keys themselves, which Orca names when they are pressed."""
_EACH_LINE_AT_ONCE = """
from orca import debug

debug.debugFile.reconfigure(line_buffering=True)
"""
_CALM_SECONDS = 1.6
_MOST_SECONDS = 12.0


class Orca:
    """The screen reader, whose words are read where it writes them down."""

    def __init__(self, log: Path) -> None:
        self._log, self._read = log, 0

    def said(self) -> list[str]:
        """Return what was said since this was last asked, once nothing more comes."""
        calm_since = begun = time.monotonic()
        size = -1
        while time.monotonic() - calm_since < _CALM_SECONDS:
            if time.monotonic() - begun > _MOST_SECONDS:
                break
            if size != (size := self._log.stat().st_size):
                calm_since = time.monotonic()
            time.sleep(0.05)
        text = self._log.read_text(encoding="utf-8", errors="replace")
        new, self._read = text[self._read :], len(text)
        return [words for words in _SPOKEN.findall(new) if not _ECHO.match(words)]


@contextmanager
def orca(environment: Mapping[str, str], folder: Path) -> Iterator[Orca]:
    """Start Orca without a voice: then it writes down what it would say."""
    log, own = folder / "orca.log", folder / "orca"
    own.mkdir()
    (folder / "speechd.py").write_text("raise ImportError", encoding="utf-8")
    (own / "orca-customizations.py").write_text(_EACH_LINE_AT_ONCE, encoding="utf-8")
    process = subprocess.Popen(
        ["orca", "--debug-file", str(log), "--user-prefs", str(own)],
        env={**environment, "PYTHONPATH": str(folder), "HOME": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def speaks() -> bool:
        return log.exists() and "SPEECH OUTPUT" in log.read_text(encoding="utf-8", errors="replace")

    try:
        wait_until(speaks, "Orca")
        yield Orca(log)
    finally:
        process.kill()
        process.wait()


def presses(words: Sequence[str]) -> Iterator[str]:
    """Yield what is done, one thing after another."""
    for word in words:
        key, _star, times = word.partition("*")
        yield from [key] * int(times or 1)


def do(program: RealProgram, word: str) -> None:
    """Press a key, type words, press a button by its name, or wait for the keyboard somewhere."""
    what, _colon, words = word.partition(":")
    if words and what == "type":
        program.screen.type(words)
    elif words and what == "press":
        program.reader.press(has=words)
    elif words and what == "at":
        program.reader.wait(lambda: _is_at(program, words), f"keyboard at “{words}”")
    else:
        program.screen.keys(word)


def _is_at(program: RealProgram, words: str) -> bool:
    focus = program.reader.focus
    return focus is not None and words in focus.name


def listen(words: Sequence[str]) -> None:
    """Go this way through the program, and tell what Orca says after each step."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "screen").mkdir()
        with (
            screen(folder / "screen") as shown,
            screen_reader(shown.environment) as reading,
            orca(shown.environment, folder) as heard,
            real_program(shown, reading, folder / "program") as program,
        ):
            program.reader.find_focus("push button", "Start a plan")
            _tell("start", heard)
            for word in presses(words):
                do(program, word)
                _tell(word, heard)


def _tell(word: str, heard: Orca) -> None:
    sys.stdout.write("\n    ".join((word, *heard.said())) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Listen, or say in a sentence what is missing."""
    lacking = [*missing_programs(), *([] if shutil.which("orca") else ["orca"])]
    if lacking:
        sys.exit(f"To listen to the window, {', '.join(lacking)} must be installed.")
    listen(sys.argv[1:] or WAY)


if __name__ == "__main__":
    main()
