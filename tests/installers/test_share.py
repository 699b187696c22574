"""What a desktop is told about the program is what the desktop's own tools accept."""

import configparser
import os
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from advisor.locations import APPLICATION
from advisor.telling.naming import PLAN_ENDING
from advisor.version import VERSION
from installers.share import write_share


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("share")
    write_share(folder, version=VERSION, date="2026-12-01")
    return folder


def accepted(program: str, *words: str | Path) -> None:
    if shutil.which(program) is None and "CI" not in os.environ:
        pytest.skip(f"{program} is not installed; see .ci/system-packages.txt")
    ran = subprocess.run([program, *map(str, words)], capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "hint" not in ran.stdout


def test_the_entry_of_the_menu_is_sound(share: Path) -> None:
    accepted("desktop-file-validate", share / f"applications/{APPLICATION}.desktop")


def test_the_description_for_software_shops_is_sound(share: Path) -> None:
    [data] = (share / "metainfo").iterdir()

    accepted("appstreamcli", "validate", "--no-net", data)
    assert f'version="{VERSION}"' in data.read_text("utf-8")


def test_a_file_that_the_window_exports_is_of_the_type_that_the_program_opens(share: Path) -> None:
    entry = configparser.RawConfigParser()
    entry.read(share / f"applications/{APPLICATION}.desktop", "utf-8")
    mime = ET.parse(share / f"mime/packages/{APPLICATION}.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    [kind] = mime.findall(f"{space}mime-type")
    glob = kind.find(f"{space}glob")

    assert glob is not None
    assert glob.get("pattern") == f"*.{PLAN_ENDING}"
    assert entry["Desktop Entry"]["MimeType"] == f"{kind.get('type')};"
    assert entry["Desktop Entry"]["Exec"] == f"{APPLICATION} %f"


def test_the_icon_is_the_glyph_that_the_window_shows(share: Path) -> None:
    icon = (share / f"icons/hicolor/scalable/apps/{APPLICATION}.svg").read_text("utf-8")
    glyph = Path("resources/icons/heart-handshake.svg").read_text("utf-8")

    assert re.findall(r' d="([^"]+)"', icon) == re.findall(r' d="([^"]+)"', glyph)
