"""Sets every test apart from the person's own files, screen, locale and time zone."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings

pytest_plugins = [
    "tests.support.patient_bot",
    "tests.support.documents",
    "tests.support.postgres",
    "tests.support.stalls",
]


def _isolate() -> None:
    """Point every folder that belongs to a person at a new temporary one.

    This runs as the file is imported: Qt reads its settings when it loads, the advisor when
    it first asks for a folder. Programs that a test starts inherit the same folders.
    """
    # Resolved, since macOS keeps its temporary folder behind a link.
    home = Path(tempfile.mkdtemp(prefix="advisor-tests-")).resolve()
    folders = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "roaming",
        "LOCALAPPDATA": home / "local",
        "WIN_PD_OVERRIDE_APPDATA": home / "roaming",
        "WIN_PD_OVERRIDE_LOCAL_APPDATA": home / "local",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_RUNTIME_DIR": home / "runtime",
        "XDG_STATE_HOME": home / "state",
    }
    for name, folder in folders.items():
        folder.mkdir(mode=0o700, exist_ok=True)
        os.environ[name] = str(folder)
    atexit.register(shutil.rmtree, home, ignore_errors=True)


def _forget_the_persons_settings() -> None:
    """Drop what would lead the advisor or a database driver to the person's own things."""
    for name in list(os.environ):
        if name.startswith(("ADVISOR_", "PG")) and not name.startswith("ADVISOR_TEST_"):
            del os.environ[name]
    os.environ.pop("SOURCE_DATE_EPOCH", None)


def _steady_window_system() -> None:
    """Draw the same pixels on every machine, without a screen unless the journey wants one."""
    for name in list(os.environ):
        if name.startswith("QT_"):
            del os.environ[name]
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("ADVISOR_TEST_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = "1"
    os.environ["QT_FONT_DPI"] = "96"


def _steady_language_and_time() -> None:
    for name in list(os.environ):
        if name.startswith(("LC_", "LANG")):
            del os.environ[name]
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ["TZ"] = "UTC"


_isolate()
_forget_the_persons_settings()
_steady_window_system()
_steady_language_and_time()

# A slow machine is no fault of the program.
slow = [HealthCheck.too_slow]
settings.register_profile("dev", deadline=None, suppress_health_check=slow)
settings.register_profile(
    "ci", deadline=None, suppress_health_check=slow, derandomize=True, database=None
)
# What make fuzz tries, as --hypothesis-profile.
settings.register_profile(
    "prove", deadline=None, suppress_health_check=slow, max_examples=50_000, database=None
)
settings.load_profile("ci" if os.environ.get("CI") else "dev")
