"""The first picture comes before anything that it does not show is even imported."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.waiting import PATIENCE_SECONDS
from ui.room import PageKey

ROOT = Path(__file__).parents[2]
OURS = {
    "advisor.bugs",
    "advisor.cli.ending",
    "advisor.cli.headless",
    "advisor.errors",
    "advisor.files",
    "advisor.language",
    "advisor.locations",
    "advisor.logs",
    "advisor.models.field_words",
    "advisor.models.ids",
    "advisor.models.marks",
    "advisor.models.texts",
    "advisor.telling.commands",
    "advisor.models.values",
    "advisor.telling.grammar",
    "advisor.telling.places",
    "advisor.telling.spoken",
    "advisor.version",
    "ui.app",
    "ui.awake",
    "ui.help.beside",
    "ui.help.keys",
    "ui.home",
    "ui.pages",
    "ui.plan.page_rows",
    "ui.preferences",
    "ui.room",
    "ui.shell",
    "ui.theme",
    "ui.widgets",
}
"""Our modules, and the packages with all that is in them, that may be there before it."""

OTHERS = {
    "PySide6",
    "platformdirs",
    "shiboken6",
    "shibokensupport",
    "signature_bootstrap",  # Qt's, and where it is there:
    "typing_extensions",
}
"""Packages of others that may."""

NEVER = {"asyncio.events", "email", "importlib.metadata", "ssl"}
"""Parts of Python that may not: they cost as much as half a page."""

LATER = {"hashlib", "html", "platform"}
"""Parts of Python that come after the first picture: each costs as much as ten of our modules."""

MOST_IN_A_TURN = 12
"""Modules: one takes a millisecond, or two on an old machine."""

FIRST_PAINT = """
import sys
import main
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from ui.app import Program

def generated():
    for name, module in tuple(sys.modules.items()):
        if name.partition(".")[0] in ("advisor", "ui"):
            for kind in vars(module).values():
                if isinstance(kind, type) and "__dataclass_fields__" in vars(kind):
                    yield kind.__qualname__

class Watch(QObject):
    seen = None
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.seen is None:
            self.seen = sorted(sys.modules)
            self.generated = set(generated())
            application.quit()
        return False

application = QApplication([])
program = Program(application)
watch = Watch()
program.home_page.installEventFilter(watch)
program.start()
application.exec()
print(*watch.seen)
print(*watch.generated)
program.close()
"""

OPENED = """
import gc
import os
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.app import Program
from ui.awake import ahead

def ours():
    # A copy, made in one go: another thread may load meanwhile.
    loaded = tuple(sys.modules)
    return {module for module in loaded if module.partition(".")[0] in ("advisor", "ui")}

def load(module):
    before = ours()
    original(module)
    # While the plans are opened, a worker loads too: only what is shown is counted.
    if module in ahead.SHOWN:
        new = ours() - before
        brought.append(len(new))
        print("said by it", *(module for module in new if module.startswith("advisor.")))

def end_at_once(kind, error, trace):
    sys.__excepthook__(kind, error, trace)
    sys.stderr.flush()
    os._exit(1)

# What is raised in a slot is told and forgotten; nothing would end this program any more.
sys.excepthook = end_at_once
brought, original = [], ahead.import_module
ahead.import_module = load
application = QApplication([])
program = Program(application)
program.start()

def look():
    # What was loaded is left alone once all is.
    if program.house is None or program.room.storage.is_busy or not gc.get_freeze_count():
        return
    timer.stop()
    print("opened", program.home_page.empty.isVisibleTo(program.home_page))
    print("left to Python", gc.isenabled(), "leaves", gc.get_freeze_count() > 100_000)
    print("most in one turn", max(brought))
    print("loaded", *sys.modules)
    program.window.close()
    application.quit()

timer = QTimer(interval=20)
timer.timeout.connect(look)
timer.start()
application.exec()
"""


FIRST_LIST = """
from ui.awake.sources import leave_unread
leave_unread()

import sys
from ui.home.listing import first_listing
first_listing()
print(*sys.modules)
"""


SOURCES_READ = """
from ui.awake.sources import leave_unread
import advisor.models.plan
leave_unread()

import linecache
import os
from advisor.services.advisor import Advisor
print(*filter(os.path.exists, linecache.cache), sep="\\n")
"""


def run(script: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("ADVISOR_HOME", str(home))
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def test_no_source_is_read_for_what_is_imported_and_none_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = run(SOURCES_READ, tmp_path, monkeypatch).splitlines()

    assert [source for source in read if "sqlalchemy" in source or "advisor" in source] == []


def test_only_what_it_shows_is_imported_before_the_first_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules, generated = run(FIRST_PAINT, tmp_path, monkeypatch).splitlines()
    seen = modules.split()

    for module in seen:
        package, _dot, inside = module.partition(".")
        if package in {"advisor", "ui"} and inside:
            ways = {".".join(module.split(".")[:depth]) for depth in (2, 3)}
            assert ways & OURS or any(one.startswith(f"{module}.") for one in OURS), module
        elif module not in {"__main__", "main", "advisor", "ui"} and not module.startswith("_"):
            assert package in sys.stdlib_module_names | OTHERS, module
    assert not (NEVER | LATER) & set(seen)
    # A dataclass takes half a millisecond to make; `advisor.models.values` has another base.
    assert set(generated.split()) <= {"Preferences"}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, list[str]]]:
    """The home and the words of a program that was opened and left alone until all was loaded."""
    home = tmp_path_factory.mktemp("opened") / "new"
    with pytest.MonkeyPatch.context() as patch:
        yield home, run(OPENED, home, patch).splitlines()


def test_what_opens_plans_is_not_imported_before_they_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = set(run(FIRST_LIST, tmp_path, monkeypatch).split())

    assert "advisor.storage.first_look" in seen
    slow = {"advisor.rules.engine", "advisor.storage.database", "pydantic", "sqlalchemy", "yaml"}
    assert not (NEVER | slow) & seen


def test_the_plans_open_after_it_in_a_folder_that_did_not_exist(
    opened: tuple[Path, list[str]],
) -> None:
    home, told = opened
    assert "opened True" in told
    assert (home / "plans.db").exists()


def test_what_was_imported_is_not_searched_for_garbage_again(
    opened: tuple[Path, list[str]],
) -> None:
    assert "left to Python False leaves True" in opened[1]


def test_the_pages_load_a_few_modules_in_a_turn_and_a_worker_loads_what_they_say(
    opened: tuple[Path, list[str]],
) -> None:
    told = opened[1]
    most = next(line for line in told if line.startswith("most in one turn"))
    assert int(most.rpartition(" ")[2]) <= MOST_IN_A_TURN
    # Whatever stands here belongs into `SAID`.
    assert {line for line in told if line.startswith("said by it")} == {"said by it"}


def test_what_makes_a_page_is_there_by_then(opened: tuple[Path, list[str]]) -> None:
    loaded = next(line.split() for line in opened[1] if line.startswith("loaded "))
    inside = ast.walk(ast.parse((ROOT / "ui/pages.py").read_text(encoding="utf-8")))
    wanted = {
        node.module
        for node in inside
        if isinstance(node, ast.ImportFrom) and node.col_offset and node.module
    }
    assert len(wanted) > len(PageKey) / 2
    assert wanted <= set(loaded)
