"""Draws every screen in three themes and at two text sizes, for the documentation.

    python -m tests.support.pictures docs/pictures

The same screens that the audits walk, with one of the fictional examples open.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.screens import BEFORE_A_PLAN, WITH_A_PLAN, Guide, Screen, running_program
from ui.theme.colours import Contrast, Scheme

SIZES = (100, 200)
LARGE = "advice-large.png"
"""The one that stands for all of them: list and statement beside each other on a wide screen."""
MOST_COLOURS = 256
COLOURS = 64
"""Enough for flat colours and smooth letters, at a third of the size."""
_SCREEN = {"name": "wide", "x": 0, "y": 0, "width": 1920, "height": 1200, "logicalDpi": 96}


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """One of the looks that every screen is drawn in."""

    name: str
    scheme: Scheme
    contrast: Contrast
    text_size: int


def looks() -> Iterator[Look]:
    """Return three themes, each at two text sizes."""
    for name, scheme, contrast in (
        ("light", Scheme.LIGHT, Contrast.STANDARD),
        ("dark", Scheme.DARK, Contrast.STANDARD),
        ("contrast", Scheme.DARK, Contrast.HIGH),
    ):
        for size in SIZES:
            yield Look(name=f"{name}-{size}", scheme=scheme, contrast=contrast, text_size=size)


def draw(guide: Guide, screen: Screen, folder: Path) -> None:
    """Draw one screen in every look."""
    for look in looks():
        guide.prefer(scheme=look.scheme, contrast=look.contrast, text_size=look.text_size)
        screen.show(guide)
        guide.settle()
        window = guide.dialogs()[-1] if screen.is_dialog else guide.program.window
        save(window, folder / f"{screen.name}-{look.name}.png")
        guide.close_dialogs()


def save(window: QWidget, path: Path, colours: int = COLOURS) -> None:
    """Write what a window shows to a small PNG file."""
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(kept, "PNG")
    drawn = Image.open(BytesIO(kept.data().data())).convert("RGB")
    flat = drawn.quantize(colours, dither=Image.Dither.NONE)
    flat.save(path, optimize=True)


def draw_all(application: QApplication, home: Path, folder: Path) -> None:
    """Draw every screen into a folder."""
    with running_program(application, home / "plans.db") as guide:
        guide.program.window.resize(1280, 800)
        for screen in BEFORE_A_PLAN:
            draw(guide, screen, folder)
        guide.start_from_example()
        for screen in WITH_A_PLAN:
            guide.close_plan_pages()
            draw(guide, screen, folder)
        draw_large(guide, folder / LARGE)


def draw_large(guide: Guide, path: Path) -> None:
    """Draw the advice in the light theme as a wide screen shows it."""
    look = next(looks())
    guide.prefer(scheme=look.scheme, contrast=look.contrast, text_size=look.text_size)
    guide.program.window.resize(1920, 1080)
    guide.close_plan_pages()
    guide.go("advice")
    save(guide.program.window, path, MOST_COLOURS)


def list_all(folder: Path) -> None:
    """Write the page that shows the pictures of the light theme and leads to the others."""
    lines = [
        "# Every screen",
        "",
        "Made by `make pictures` from one of the fictional examples; do not change them by hand.",
        "Each in the light theme, with links to the others, at 100 and at 200 per cent.",
    ]
    for screen in (*BEFORE_A_PLAN, *WITH_A_PLAN):
        others = ", ".join(f"[{look.name}]({screen.name}-{look.name}.png)" for look in looks())
        lines += ["", f"## {screen.name}", "", f"![{screen.name}]({screen.name}-light-100.png)"]
        lines += ["", others]
    (folder / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Draw into the folder that the command line names."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        (home / "screen.json").write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
        os.environ["ADVISOR_HOME"] = str(home)
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={home / 'screen.json'}"
        os.environ["QT_SCALE_FACTOR"] = "1"
        os.environ["QT_FONT_DPI"] = "96"
        draw_all(QApplication([]), home, folder)
    list_all(folder)


if __name__ == "__main__":
    main()
