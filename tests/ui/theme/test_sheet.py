from inspect import get_annotations
from pathlib import Path

import pytest

from ui.theme.colours import LIGHT, THEMES, Colours
from ui.theme.metrics import Metrics
from ui.theme.sheet import Sheet, style_sheet
from ui.theme.sheet_inputs import SheetInputs

CONTROLS = Path(__file__).parents[3] / "resources" / "icons" / "controls"


def sheet(colours: Colours) -> str:
    inputs = SheetInputs(colours=colours, metrics=Metrics(), pictures=CONTROLS)
    return "\n".join(style_sheet(kind, inputs) for kind in Sheet)


@pytest.mark.parametrize("colours", THEMES, ids=lambda colours: colours.name)
def test_the_pictures_in_the_sheet_exist_in_the_colours_of_the_theme(colours: Colours) -> None:
    for picture in ("down", "up", "left", "right"):
        drawn = (CONTROLS / colours.name / f"{picture}.svg").read_text(encoding="utf-8")
        assert f'stroke="{colours.ink}"' in drawn


@pytest.mark.parametrize("colours", THEMES, ids=lambda colours: colours.name)
def test_every_picture_the_sheet_names_is_there(colours: Colours) -> None:
    named = [part.split('")')[0] for part in sheet(colours).split('url("')[1:]]

    assert named
    assert [path for path in named if not Path(path).is_file()] == []


def test_the_sheet_names_no_colour_outside_the_theme() -> None:
    known = {
        value for name in get_annotations(Colours) if isinstance(value := getattr(LIGHT, name), str)
    }
    for tone in LIGHT.tones.values():
        known |= {tone.ink, tone.soft, tone.edge}

    used = {f"#{part[:6]}" for part in sheet(LIGHT).split("#")[1:] if not part.startswith("qt_")}

    assert used <= known
