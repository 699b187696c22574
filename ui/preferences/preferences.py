"""What a person prefers, kept in one small JSON file.

kept = PreferenceFile(path)
preferences = kept.load()          # defaults when there is no file, or a bad one
kept.trouble                       # a sentence for a notice, or ""
kept.save(replace(preferences, text_size=150))
"""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from advisor.errors import StorageError
from advisor.files import private_folder, replacing
from advisor.language import N_, _
from ui.theme.colours import Contrast, Scheme
from ui.theme.metrics import LEAST_TEXT_SIZE, possible_text_size

_Choice = TypeVar("_Choice", bound=StrEnum)
_PLACE_NUMBERS = 4

SIZES = (100, 125, 150, 175, 200)
"""The sizes of text that are offered, in per cent; keys choose others between them."""

SCHEMES = {
    Scheme.SYSTEM: N_("As the computer is set"),
    Scheme.LIGHT: N_("Light"),
    Scheme.DARK: N_("Dark"),
}
"""What is offered for light and dark."""

ALIKE = N_("While contrast is high, light and dark look the same.")
"""What is said where light and dark are chosen and nothing would be seen of it."""


def nearest_size(percent: int) -> int:
    """Return the size of text on offer that comes nearest."""
    return min(SIZES, key=lambda size: abs(size - percent))


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Preferences as they are stored.

    `text_size` is in per cent, 100 to 200; `window` left, upper, width and height in logical
    pixels, or None.
    """

    scheme: Scheme = Scheme.SYSTEM
    contrast: Contrast = Contrast.SYSTEM
    text_size: int = LEAST_TEXT_SIZE
    is_motion_reduced: bool = False
    has_letter_keys: bool = True
    is_panel_open: bool = True
    window: tuple[int, int, int, int] | None = None
    is_maximised: bool = False


class PreferenceFile:
    """The file of preferences. It is written whole or not at all."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.trouble = ""

    def load(self) -> Preferences:
        """Return the stored preferences; what cannot be read is as if never chosen."""
        self.trouble = ""
        try:
            read: object = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Preferences()
        except (OSError, ValueError, RecursionError):
            read = None
        if not isinstance(read, dict):
            self.trouble = _(
                "Your preferences could not be read, so the usual ones are used. "
                "Choose yours again under Preferences.",
            )
            return Preferences()
        return _preferences({str(key): value for key, value in read.items()})

    def save(self, preferences: Preferences) -> None:
        """Store the preferences; raises StorageError when the file cannot be written."""
        text = json.dumps(asdict(preferences), indent=2, ensure_ascii=False) + "\n"
        try:
            private_folder(self._path.parent)
            with replacing(self._path, private=True) as file:
                file.write(text.encode())
        except OSError as error:
            message = _(
                "Your preferences could not be saved. They hold until you close the program. "
                "Check that the disk is not full and that you may write to its folder.",
            )
            raise StorageError(
                message, code="preferences-not-saved", details={"reason": str(error.errno)}
            ) from error


def _preferences(read: dict[str, object]) -> Preferences:
    usual = Preferences()
    size = read.get("text_size")
    return Preferences(
        scheme=_choice(read.get("scheme"), usual.scheme),
        contrast=_choice(read.get("contrast"), usual.contrast),
        text_size=_size(size) if _is_whole(size) else usual.text_size,
        is_motion_reduced=read.get("is_motion_reduced") is True,
        has_letter_keys=read.get("has_letter_keys") is not False,
        is_panel_open=read.get("is_panel_open") is not False,
        window=_place(read.get("window")),
        is_maximised=read.get("is_maximised") is True,
    )


def _choice(value: object, usual: _Choice) -> _Choice:
    for choice in type(usual):
        if choice == value:
            return choice
    return usual


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _size(value: object) -> int:
    size = value if isinstance(value, int) else LEAST_TEXT_SIZE
    return possible_text_size(size)


def _place(value: object) -> tuple[int, int, int, int] | None:
    if not isinstance(value, list) or len(value) != _PLACE_NUMBERS:
        return None
    numbers = [number for number in value if isinstance(number, int) and abs(number) < 2**15]
    if len(numbers) != _PLACE_NUMBERS or min(numbers[2:]) <= 0:
        return None
    left, upper, width, height = numbers
    return left, upper, width, height
