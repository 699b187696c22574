from pathlib import Path

from ui.theme.glyphs import Glyph

FOLDER = Path(__file__).parents[3] / "resources" / "icons"


def test_every_shipped_icon_has_a_name_and_every_name_an_icon() -> None:
    assert {path.stem for path in FOLDER.glob("*.svg")} == {str(glyph) for glyph in Glyph}
