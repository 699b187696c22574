"""What stands beside a program: entry in the menu, icon, file type, manual, completion."""

import shutil
from pathlib import Path
from string import Template

from advisor.cli.completion import script_for
from advisor.locations import APPLICATION
from installers.manual import PAGE

LINUX = Path(__file__).parent / "linux"
_PLACES = {
    "desktop": "applications/{name}.desktop",
    "svg": "icons/hicolor/scalable/apps/{name}.svg",
    "mime.xml": "mime/packages/{name}.xml",
}
_COMPLETIONS = {
    "bash": "bash-completion/completions/{name}",
    "zsh": "zsh/vendor-completions/_{name}",
    "fish": "fish/vendor_completions.d/{name}.fish",
}
_DATA = "metainfo/local.peer_support_advisor.advisor.metainfo.xml"


def write_share(share: Path, *, version: str, date: str) -> None:
    """Write all of it, laid out like ``/usr/share``; ``date`` as 2026-12-01."""
    for ending, place in _PLACES.items():
        target = share / place.format(name=APPLICATION)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(LINUX / f"{APPLICATION}.{ending}", target)
    manual = share / f"man/man1/{APPLICATION}.1"
    manual.parent.mkdir(parents=True)
    shutil.copyfile(PAGE, manual)
    for shell, place in _COMPLETIONS.items():
        script = share / place.format(name=APPLICATION)
        script.parent.mkdir(parents=True)
        script.write_text(script_for(shell), "utf-8")
    data = share / _DATA
    data.parent.mkdir(parents=True, exist_ok=True)
    words = Template((LINUX / f"{APPLICATION}.metainfo.xml").read_text("utf-8"))
    data.write_text(words.substitute(version=version, date=date), "utf-8")
