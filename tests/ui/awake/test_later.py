"""Parts of Python are there for whoever uses them, and take no room before."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def ran(program: str) -> str:
    """Return what a new Python says that has loaded the storage as the window does."""
    words = (
        "from ui.run import get_ready\nget_ready()\n"
        f"import advisor.storage.database, sys\n{program}"
    )
    done = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert not done.returncode, done.stderr
    return done.stdout


def test_the_storage_loads_without_them() -> None:
    names = "'asyncio.events', 'ssl', 'email', 'sqlalchemy.orm'"
    assert ran(f"print({{{names}}} & set(sys.modules))") == "set()\n"


def test_digests_are_made_without_openssl_and_whoever_wants_it_has_it() -> None:
    program = (
        "import hashlib\nassert '_hashlib' not in sys.modules\n"
        "here = hashlib.sha256(b'words').hexdigest()\n"
        "import hmac, _hashlib, ssl\n"
        "there = _hashlib.openssl_sha256(b'words').hexdigest()\n"
        "print(here == there, hmac._hashopenssl is _hashlib)"
    )
    assert ran(program) == "True True\n"


@pytest.mark.parametrize(
    "program",
    [
        "import asyncio; print(asyncio.run(asyncio.sleep(0, 'done')))",
        "from asyncio import run, sleep; print(run(sleep(0, 'done')))",
        "import asyncio.events; print(asyncio.run(asyncio.sleep(0, 'done')))",
        "from sqlalchemy.util import concurrency as there\n"
        "print('done' if there.iscoroutine(there.asyncio.sleep(0)) else 'no')",
        "import inspect; inspect.getmodule(print)\nimport asyncio\n"
        "print(asyncio.run(asyncio.sleep(0, 'done')))",
    ],
)
def test_whoever_uses_asyncio_has_it_whole(program: str) -> None:
    assert ran(f"{program}\nassert sys.modules['asyncio'].__file__") == "done\n"


@pytest.mark.parametrize(
    "program",
    [
        "from importlib.metadata import version",
        "from importlib import metadata\nversion = metadata.version",
        "import importlib.metadata\nversion = importlib.metadata.version",
        "from sqlalchemy.util.compat import importlib_metadata as there\nversion = there.version",
    ],
)
def test_whoever_asks_about_packages_is_told(program: str) -> None:
    told = ran(f"{program}\nprint(version('sqlalchemy') == sys.modules['sqlalchemy'].__version__)")

    assert told == "True\n"
