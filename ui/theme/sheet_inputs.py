"""What the style sheet is made from."""

from pathlib import Path

from advisor.models.values import Value
from ui.theme.colours import Colours
from ui.theme.metrics import Metrics


class SheetInputs(Value):
    """What the sheet is made from; `pictures` is the folder of the small control pictures."""

    colours: Colours
    metrics: Metrics
    pictures: Path

    def picture(self, name: str) -> str:
        """Return the style sheet's word for one control picture in this theme."""
        return f'url("{(self.pictures / self.colours.name / name).as_posix()}.svg")'
