"""What a desktop wants beside a program: entry in the menu, icon, file type, description."""

import shutil
from pathlib import Path
from string import Template

from advisor.locations import APPLICATION

LINUX = Path(__file__).parent / "linux"
_PLACES = {
    "desktop": "applications/{name}.desktop",
    "svg": "icons/hicolor/scalable/apps/{name}.svg",
    "mime.xml": "mime/packages/{name}.xml",
}
_DATA = "metainfo/local.peer_support_advisor.advisor.metainfo.xml"


def write_share(share: Path, *, version: str, date: str) -> None:
    """Write all of it, laid out like ``/usr/share``; ``date`` as 2026-12-01."""
    for ending, place in _PLACES.items():
        target = share / place.format(name=APPLICATION)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(LINUX / f"{APPLICATION}.{ending}", target)
    data = share / _DATA
    data.parent.mkdir(parents=True, exist_ok=True)
    words = Template((LINUX / f"{APPLICATION}.metainfo.xml").read_text("utf-8"))
    data.write_text(words.substitute(version=version, date=date), "utf-8")
