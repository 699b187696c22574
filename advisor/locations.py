"""Where things lie on this machine, and whose they are. Nothing else in the program knows a folder.

``ADVISOR_HOME`` in the environment moves everything a person's work is kept in.
"""

import getpass
import os
import shlex
import sys
from pathlib import Path

import platformdirs

APPLICATION = "peer-support-advisor"
COMPLETING = "_PEER_SUPPORT_ADVISOR_COMPLETE"
"""Set in the environment where a shell asks what a word could be completed to."""

SOURCE = "python main.py"
"""How the program is called where it is not installed: help texts in the code say so."""

_PROJECT = Path(__file__).resolve().parent.parent


_LOGIN_LENGTH = 120


def is_bundled() -> bool:
    """Whether the program came as a bundle with all its parts, and not as its source."""
    return bool(getattr(sys, "frozen", False))


def called() -> str:
    """Return what a person types to run the program."""
    is_installed = is_bundled() or Path(sys.argv[0]).stem == APPLICATION
    return (_appimage() or APPLICATION) if is_installed else SOURCE


def _appimage() -> str:
    """Return the AppImage that this runs in, as the person called it, or "" where it is in none.

    Its runtime says so in the environment. A program that another AppImage has started, a terminal
    perhaps, finds that one's words there.
    """
    folder, words = os.environ.get("APPDIR"), os.environ.get("ARGV0")
    if not (is_bundled() and folder and words):
        return ""
    is_inside = Path(sys.executable).resolve().is_relative_to(Path(folder).resolve())
    return shlex.quote(words) if is_inside else ""


def command(words: str) -> str:
    """Return what a person types to run the program with these words."""
    return f"{called()} {words}"


def login_name() -> str:
    """Return the name under which a person is logged in here, or "" where there is none.

    It is kept with the changes of a plan and goes nowhere else.
    """
    try:
        name = getpass.getuser()
    except (ImportError, KeyError, OSError):
        return ""
    # A name from the environment need not be text.
    return name.encode("utf-8", "replace").decode()[:_LOGIN_LENGTH]


def data_folder() -> Path:
    """Return the folder for a person's plans; it may not exist yet."""
    chosen = os.environ.get("ADVISOR_HOME")
    return (
        Path(chosen) if chosen else Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))
    )


def database_path() -> Path:
    """Return the file that holds plans and evidence when no other database is named."""
    return data_folder() / "plans.db"


def backups_folder() -> Path:
    """Return the folder for copies of the database, apart from the database itself."""
    return data_folder() / "backups"


def drafts_path() -> Path:
    """Return the file that keeps what was typed and is not saved yet."""
    return data_folder() / "drafts.jsonl"


def logs_folder() -> Path:
    """Return the folder for logs, which hold decisions of the program and never answers."""
    return data_folder() / "logs"


def preferences_path() -> Path:
    """Return the file that keeps a person's preferences."""
    return data_folder() / "preferences.json"


def keeping_path() -> Path:
    """Return the file that says where plans and their copies are kept."""
    return data_folder() / "keeping.json"


def own_files() -> tuple[Path, ...]:
    """Return the files that the program alone writes; what lies beside one begins with its name."""
    return database_path(), drafts_path(), preferences_path(), keeping_path()


def own_folders() -> tuple[Path, ...]:
    """Return the folders that the program alone writes into."""
    return backups_folder(), logs_folder()


def resources_folder() -> Path:
    """Return the folder that ships with the program."""
    return _PROJECT / "resources"


def evidence_folder() -> Path:
    """Return the folder of the evidence pack that ships with the program."""
    return resources_folder() / "evidence"


def examples_folder() -> Path:
    """Return the folder of the fictional example plans."""
    return resources_folder() / "examples"


def locale_folder() -> Path:
    """Return the folder of the catalogues of translated sentences."""
    return resources_folder() / "locale"


def fonts_folder() -> Path:
    """Return the folder of the shipped fonts."""
    return resources_folder() / "fonts"
