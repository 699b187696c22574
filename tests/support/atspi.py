"""A screen reader for tests: finds, hears and acts through AT-SPI only.

The bindings exist for the system's Python alone, so ``atspi_reader.py`` runs there and answers
over a pipe.
"""

import json
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.waiting import wait_until
from tests.support.x11 import SYSTEM_PYTHON

_READER = Path(__file__).with_name("atspi_reader.py")


@dataclass(frozen=True, kw_only=True, slots=True)
class Thing:
    """Something on the screen as a screen reader is told of it. `box`: x, y, width, height."""

    role: str
    name: str
    description: str
    states: frozenset[str]
    box: tuple[int, int, int, int]
    text: str | None = None
    level: int | None = None

    def fits(self, role: str, name: str = "", has: str = "") -> bool:
        """Whether it has this role and this name, or a name with this part."""
        return self.role == role and name in ("", self.name) and has in self.name

    @property
    def words(self) -> str:
        """What would be read out."""
        return f"{self.role} “{self.name}”"


class ScreenReader:
    """Reads one program. What it looks for is waited for, as a person would."""

    def __init__(self, process: subprocess.Popen[str], pid: int) -> None:
        self._process, self._pid = process, pid
        self._said: list[str] = []

    def find(self, role: str = "", name: str = "", *, has: str = "") -> Thing:
        """Return the first in reading order with this role and name; wait until it is there.

        `has` is a part of the name.
        """
        found: list[Thing] = []

        def look() -> bool:
            found[:] = self.every(role, name, has=has)
            return bool(found)

        self.wait(look, f"{role or 'something'} named “{name or has}”")
        return found[0]

    def find_gone(self, role: str = "", name: str = "", *, has: str = "") -> None:
        """Wait until nothing with a name is there in this role.

        AT-SPI may keep an empty entry, without a name, for what was closed.
        """

        def is_gone() -> bool:
            return not any(thing.name for thing in self.every(role, name, has=has))

        self.wait(is_gone, f"end of {role} “{name or has}”")

    def every(self, role: str = "", name: str = "", *, has: str = "") -> list[Thing]:
        """Return all that is to be seen with this role and name, in reading order."""
        return self._things("find", role=role, name=name, has=has)

    def tree(self) -> list[Thing]:
        """Return all that is to be seen, in reading order."""
        return self._things("find")

    @property
    def focus(self) -> Thing | None:
        """What has the keyboard."""
        return next(iter(self._things("focus")), None)

    @property
    def moves(self) -> int:
        """How often the keyboard has moved so far, as the signals told."""
        told = self._ask(do="moves")
        return told if isinstance(told, int) else 0

    def count_events(self) -> int:
        """Return how many events a screen reader was sent since this was last asked.

        At rest, that is: all of the program is read meanwhile, which takes its time.
        """
        number, is_calm = 0, False
        while not is_calm:
            told = self._ask(do="events")
            self.tree()
            more = self._ask(do="events")
            assert isinstance(told, int)
            assert isinstance(more, int)
            number += told + more
            is_calm = not more
        return number

    def find_focus(self, role: str, name: str = "", *, has: str = "") -> Thing:
        """Wait until the keyboard is on something with this role and name, and return it."""
        return self._await_focus(
            lambda held: held.fits(role, name, has), f"keyboard on {role} “{name or has}”"
        )

    def find_next_focus(self, before: int) -> Thing:
        """Wait until the keyboard has moved since so many moves, and return where it is."""
        self.wait(lambda: self.moves > before, "move of the keyboard")
        return self._await_focus(lambda _held: True, "keyboard anywhere")

    def _await_focus(self, is_wanted: Callable[[Thing], bool], wanted: str) -> Thing:
        held: list[Thing] = []

        def look() -> bool:
            held[:] = [thing for thing in self._things("focus") if is_wanted(thing)]
            return bool(held)

        self.wait(look, wanted)
        return held[0]

    def press(self, name: str = "", *, has: str = "") -> None:
        """Press the first button of this name."""
        self._act("Press", "push button", name, has=has)

    def toggle(self, role: str, name: str, *, within: str = "") -> None:
        """Tick or choose an option, the first of its name in the group `within`."""
        self._act("Toggle", role, name, within=within)

    def take_focus(self, role: str, name: str = "", *, has: str = "") -> None:
        """Move the keyboard to a control."""
        self._act("SetFocus", role, name, has=has)

    def _act(self, action: str, role: str, name: str, **more: str) -> None:
        asked = {"action": action, "role": role, "name": name, **more}
        self.wait(lambda: self._ask(do="act", **asked) is True, f"{asked}")

    def heard(self, words: str) -> bool:
        """Whether these words were announced since the last `forget`."""
        self._listen()
        return any(words in said for said in self._said)

    def hear(self, words: str) -> None:
        """Wait until these words are announced."""
        self.wait(lambda: self.heard(words), f"announcement “{words}”")

    @property
    def announcements(self) -> tuple[str, ...]:
        """All that was announced since the last `forget`, in order."""
        self._listen()
        return tuple(self._said)

    def forget(self) -> None:
        """Forget what was announced."""
        self._listen()
        self._said.clear()

    def wait(self, holds: Callable[[], bool], wanted: str) -> None:
        """Wait until something holds; fail with what is on the screen instead."""

        def seen() -> str:
            shown = "\n".join(thing.words for thing in self.tree() if thing.name)
            return f"announced: {self._said}; shown:\n{shown}"

        wait_until(holds, wanted, seen=seen)

    def _listen(self) -> None:
        told = self._ask(do="heard")
        if isinstance(told, list):
            self._said.extend(told)

    def _things(self, do: str, **words: str) -> list[Thing]:
        told = self._ask(do=do, **words)
        return [_thing(value) for value in told] if isinstance(told, list) else []

    def _ask(self, **asked: object) -> object:
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("the screen reader has no pipe")
        self._process.stdin.write(json.dumps({"pid": self._pid, **asked}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the screen reader ended")
        answer: object = json.loads(line).get("answer", [])
        return answer


def _thing(value: dict[str, object]) -> Thing:
    box, states, level, text = value["box"], value["states"], value.get("level"), value.get("text")
    assert isinstance(box, list)
    assert isinstance(states, list)
    return Thing(
        role=str(value["role"]),
        name=str(value["name"]),
        description=str(value["description"]),
        states=frozenset(states),
        box=(box[0], box[1], box[2], box[3]),
        text=text if isinstance(text, str) else None,
        level=level if isinstance(level, int) else None,
    )


@contextmanager
def screen_reader(environment: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Start what screen readers are built on, before any program it shall read."""
    process = subprocess.Popen(
        [SYSTEM_PYTHON, _READER],
        env=dict(environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        if process.stdout is None or "ready" not in process.stdout.readline():
            raise RuntimeError("the screen reader did not start")
        yield process
    finally:
        process.kill()
        process.communicate()
