"""What the shipped fonts can draw, worked out from the fonts themselves.

``python -m tests.support.font_coverage`` writes ``coverage.json`` and ``form-font.json`` in
``resources/fonts`` again; do so after a font was added or changed. The program reads these
files and never looks into a font.
"""

import json
from pathlib import Path

from fontTools.ttLib import TTFont

from advisor import locations
from advisor.pdf.cleaning import FAMILIES
from advisor.pdf.form_font import FORM_FONT


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


def form_font() -> str:
    """Return the measures, in thousandths, of the font that form fields are typed in."""
    with TTFont(locations.fonts_folder() / FORM_FONT) as font:
        scale = 1000 / font["head"].unitsPerEm
        cmap: dict[int, str] = font.getBestCmap()
        metrics = font["hmtx"].metrics

        def width(code: int) -> int:
            letter = bytes([code]).decode("cp1252", "replace")
            glyph = cmap.get(ord(letter), ".notdef")
            advance: float = metrics[glyph][0] * scale
            return round(advance)

        head, os2 = font["head"], font["OS/2"]
        measures = {
            "ascent": round(font["hhea"].ascent * scale),
            "box": [round(side * scale) for side in (head.xMin, head.yMin, head.xMax, head.yMax)],
            "cap_height": round(os2.sCapHeight * scale),
            "descent": round(font["hhea"].descent * scale),
            "name": font["name"].getDebugName(6),
            "widths": [width(code) for code in range(32, 256)],
        }
    return json.dumps(measures) + "\n"


if __name__ == "__main__":
    (locations.fonts_folder() / "coverage.json").write_text(computed(), "utf-8")
    (locations.fonts_folder() / "form-font.json").write_text(form_font(), "utf-8")
