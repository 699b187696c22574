"""What the shipped fonts can draw, worked out from the fonts themselves.

``python -m tests.support.font_coverage`` writes ``resources/fonts/coverage.json`` anew; do
so after a font was added or changed. The program reads the file and never opens a font.
"""

import json
from pathlib import Path

from fontTools.ttLib import TTFont

from advisor import locations
from advisor.export.cleaning import FAMILIES


def computed() -> str:
    """Return the file: for each family the ranges of code points that all its weights draw."""
    families = {
        family: json.dumps(_ranges(set.intersection(*_points(family)))) for family in FAMILIES
    }
    lines = ",\n".join(f"  {json.dumps(family)}: {ranges}" for family, ranges in families.items())
    return f"{{\n{lines}\n}}\n"


def _points(family: str) -> list[set[int]]:
    files = sorted(locations.fonts_folder().glob(f"{family.replace(' ', '')}-*.ttf"))
    # The paper uses no italics.
    return [_drawn(file) for file in files if "Italic" not in file.name]


def _drawn(file: Path) -> set[int]:
    with TTFont(file) as font:
        points: dict[int, str] = font.getBestCmap()
    return {point for point in points if point >= ord(" ")}


def _ranges(points: set[int]) -> list[list[int]]:
    ranges: list[list[int]] = []
    for point in sorted(points):
        if ranges and point == ranges[-1][1] + 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return ranges


if __name__ == "__main__":
    (locations.fonts_folder() / "coverage.json").write_text(computed(), "utf-8")
