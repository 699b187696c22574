"""The smaller library of languages sorts as the whole one does."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

from installers.icu import make_smaller

SORTED = """
import sys
from PySide6.QtCore import QCollator, QLocale
words = "zoo Zebra apple Äpfel öl Öl ähnlich élan elan 10 9 -1 ß ss".split()
print(*sorted(words, key=QCollator(QLocale(sys.argv[1])).sortKey))
"""


@pytest.fixture(scope="module")
def smaller(tmp_path_factory: pytest.TempPathFactory) -> Path:
    libraries = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath))
    found = list(libraries.glob("libicudata.so.*"))
    if not found or not shutil.which("objcopy"):
        pytest.skip("Qt brings this library on Linux only, and binutils make another of it")
    return make_smaller(found[0], tmp_path_factory.mktemp("icu"), {"en", "sv"})


def said(language: str, preloaded: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", SORTED, language],
        env={**os.environ, "LD_PRELOAD": preloaded},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.mark.parametrize("language", ["en", "sv"])
def test_words_are_sorted_as_with_all_languages(smaller: Path, language: str) -> None:
    assert said(language, str(smaller)) == said(language, "")


def test_a_language_that_is_left_out_is_sorted_as_no_language_in_particular(smaller: Path) -> None:
    assert said("da", str(smaller)) == said("en", "") != said("da", "")


def test_it_is_small(smaller: Path) -> None:
    assert smaller.stat().st_size < 5_000_000


def test_it_asks_for_no_memory_that_can_be_run(smaller: Path) -> None:
    headers = subprocess.run(
        ["readelf", "-lW", str(smaller)], capture_output=True, text=True, check=True
    ).stdout
    [stack] = [line for line in headers.splitlines() if "GNU_STACK" in line]

    assert " RW " in stack
