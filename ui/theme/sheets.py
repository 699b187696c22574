"""The style sheets of the look that is on, each made when it is first asked for."""

from pathlib import Path

from ui.theme.colours import Colours
from ui.theme.metrics import Metrics
from ui.theme.sheet import Sheet, style_sheet
from ui.theme.sheet_inputs import SheetInputs


class Sheets:
    """One text for each kind of control; `resources` is the folder that ships with the program."""

    def __init__(self, resources: Path) -> None:
        self._pictures = resources / "icons" / "controls"
        self._look: tuple[Colours, Metrics] | None = None
        self._made: dict[Sheet, str] = {}

    def of(self, kind: Sheet, colours: Colours, metrics: Metrics) -> str:
        """Return the sheet of a kind in this look."""
        if self._look != (colours, metrics):
            self._look, self._made = (colours, metrics), {}
        if kind not in self._made:
            self._made[kind] = style_sheet(kind, self._inputs(colours, metrics))
        return self._made[kind]

    def of_dialog(self, colours: Colours, metrics: Metrics, *, scrolls: bool) -> str:
        """Return the sheet for one of Qt's own dialogs; in one that does not scroll, all is low."""
        if scrolls:
            return self.of(Sheet.WHOLE, colours, metrics)
        from ui.theme.sheet_foreign import MOST_TEXT, foreign  # noqa: PLC0415 - hardly ever

        inputs = self._inputs(colours, Metrics(text_size=min(metrics.text_size, MOST_TEXT)))
        return f"{style_sheet(Sheet.WHOLE, inputs)}\n{foreign(inputs)}"

    def _inputs(self, colours: Colours, metrics: Metrics) -> SheetInputs:
        return SheetInputs(colours=colours, metrics=metrics, pictures=self._pictures)
