"""The look and the manners of the program at run time: one `Theme`, given to every widget.

    theme = Theme(resources_folder)
    theme.choose(scheme=Scheme.SYSTEM, contrast=Contrast.SYSTEM)
    theme.set_text_size(150)
    theme.style(window)            # now, and again at every change
    theme.draws(field, Sheet.LINE)

What stands under a styled widget has its font and palette from there. What Qt draws gets the style
sheet of its kind, and words take the letters of their role (`ui.widgets.text`). A widget that
paints itself reads `theme.colours`, `theme.metrics`, `theme.icons` and `theme.font(role)` while it
paints. If it asks for more room where type is larger it says so once, `theme.measures(widget)`.
Where it keeps something that depends on sizes or fonts it connects `theme.resized`, which other
colours leave alone; what depends on colours or on letter keys connects `theme.changed`.
"""

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, Protocol, cast
from weakref import WeakKeyDictionary, WeakSet

from PySide6.QtCore import QEvent, QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPixmap
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from ui.theme.colours import HIGH_CONTRAST, Colours, Contrast, Scheme, colours_for
from ui.theme.fonts import load_fallback_fonts, load_window_fonts
from ui.theme.glyphs import Glyph
from ui.theme.icons import Icons
from ui.theme.metrics import FAMILIES, Metrics, TextRole, possible_text_size
from ui.theme.palette import palette
from ui.theme.sheet import Sheet
from ui.theme.sheets import Sheets
from ui.theme.takers import Takers
from ui.theme.told_once import ToldOnce

_HIGH_ENOUGH = 10_000
_COLOURS = frozenset({QEvent.Type.PaletteChange})
_ALL = _COLOURS | {QEvent.Type.FontChange, QEvent.Type.StyleChange}
"""What widgets are told of another look: of other colours alone, or of other sizes too."""
_LAYOUT = frozenset({QEvent.Type.LayoutRequest})
"""What they ask for then."""


class TakesLook(Protocol):
    """A widget that looks as a theme has it when it is told to."""

    def take_look(self, theme: "Theme") -> None:
        """Look as the theme has it now."""


class Theme(QObject):
    """The current look, the fonts and icons, and the widgets that are painted in it.

    `resources` is the folder that ships with the program. Making a theme loads the window's
    font, so a `QGuiApplication` must exist; with `has_fonts` they are loaded already.
    """

    styling: ClassVar[WeakKeyDictionary[QWidget, "Theme"]] = WeakKeyDictionary()
    """Which theme styles a widget, of all that are styled; see ``over``."""

    changed = Signal()
    resized = Signal()

    def __init__(
        self, resources: Path, parent: QObject | None = None, *, has_fonts: bool = False
    ) -> None:
        super().__init__(parent)
        self.resources = resources
        self._measuring: WeakSet[QWidget] = WeakSet()
        self._foreign: WeakKeyDictionary[QWidget, bool] = WeakKeyDictionary()
        self._outdated: WeakSet[QWidget] = WeakSet()
        self._scheme, self._contrast = Scheme.SYSTEM, Contrast.SYSTEM
        self._fonts: dict[TextRole, QFont] = {}
        self._sizes: dict[tuple[str, TextRole], QSizeF] = {}
        self._sheets, self._takers = Sheets(resources), Takers(self.sheet, self._give)
        self._telling, self._laying_out = ToldOnce(_ALL, self), ToldOnce(_LAYOUT, self)
        self.icons = Icons(resources / "icons")
        self.metrics = Metrics()
        self.is_motion_reduced = False
        self.has_letter_keys = True
        fonts = resources / "fonts"
        self.missing_fonts = () if has_fonts else load_window_fonts(fonts)
        self.colours = self._wanted()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

    @property
    def scheme(self) -> Scheme:
        """What was chosen, which may be to follow the system."""
        return self._scheme

    @property
    def contrast(self) -> Contrast:
        """What was chosen, which may be to follow the system."""
        return self._contrast

    @property
    def has_high_contrast(self) -> bool:
        """Whether contrast is high, by choice or for the system: it has one set of colours."""
        return self.colours is HIGH_CONTRAST

    def choose(self, *, scheme: Scheme, contrast: Contrast) -> None:
        """Choose the colours; every styled window changes at once."""
        self._scheme, self._contrast = scheme, contrast
        self._system_changed()

    def set_text_size(self, percent: int) -> None:
        """Choose the text size; it is kept between 100 and 200 per cent."""
        deque(self._resize(percent), maxlen=0)

    def resize(self, percent: int) -> Iterator[None]:
        """Choose the text size in steps of a moment; yield after each but the last.

        Until then what is seen is partly as it was: it had better not be painted. It is laid out
        in the last step.
        """
        with self._laying_out.held(_LAYOUT):
            yield from self._resize(percent)

    def _resize(self, percent: int) -> Iterator[None]:
        size = possible_text_size(percent)
        if size != self.metrics.text_size:
            self.metrics = Metrics(text_size=size)
            yield from self._change_look(has_same_sizes=False)

    def set_motion_reduced(self, reduced: bool) -> None:
        """Choose whether things appear at once instead of moving."""
        self.is_motion_reduced = reduced

    def set_letter_keys(self, has_them: bool) -> None:
        """Choose whether keys of one letter or figure do something; who names them says so anew."""
        if has_them != self.has_letter_keys:
            self.has_letter_keys = has_them
            self.changed.emit()

    def load_other_scripts(self) -> None:
        """Load the large fonts for scripts and symbols; call it after the first paint."""
        self.missing_fonts += load_fallback_fonts(self.resources / "fonts")

    def style(self, widget: QWidget) -> None:
        """Give a widget and all in it this look now, and at every change.

        Style a dialog, a window that opens over a page, or one region or page of the window. What
        is hidden at a change gets the new look when it is shown: a long page takes long.
        """
        self._put_over(widget)
        self._apply(widget)

    def style_foreign(self, dialog: QWidget, *, scrolls: bool = False) -> None:
        """Give one of Qt's own dialogs this look, with what stands in such alone."""
        self._foreign[dialog] = scrolls
        self.style(dialog)

    def style_once_shown(self, widget: QWidget) -> None:
        """Give a widget that is hidden this look when it is shown, as ``style`` does at once."""
        self._put_over(widget)
        self._outdated.add(widget)

    def _put_over(self, widget: QWidget) -> None:
        Theme.styling[widget] = self
        widget.installEventFilter(self)

    def draws(self, control: QWidget, kind: Sheet) -> None:
        """Have Qt draw a control by the sheet of its kind, now and whenever the look changes.

        Its windows, such as the list of a choice, are drawn by it too.
        """
        self._takers.add(control, kind)

    def gives_look(self, taker: TakesLook) -> None:
        """Have a widget take this look now, and whenever it changes."""
        self._takers.add(cast("QWidget", taker))

    def _give(self, widget: QWidget) -> None:
        cast("TakesLook", widget).take_look(self)

    def renew(self, widget: QWidget) -> bool:
        """Give a styled widget the look of now before it is shown; False if it has it already."""
        is_outdated = widget in self._outdated
        if is_outdated:
            self._apply(widget)
        return is_outdated

    def measures(self, widget: QWidget) -> None:
        """Have a widget asked anew how much room it wants, whenever sizes change.

        Not by a signal: each that Qt's own methods are connected to keeps 64 bytes for good
        (PySide 6.11), and rows and buttons are made by the thousand.
        """
        self._measuring.add(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self.renew(watched)
        return super().eventFilter(watched, event)

    def font(self, role: TextRole) -> QFont:
        """Return the font for a piece of text, for widgets that paint their own."""
        if role not in self._fonts:
            font = QFont(list(FAMILIES))
            font.setPixelSize(self.metrics.text_px(role))
            font.setWeight(QFont.Weight(self.metrics.weight(role)))
            self._fonts[role] = font
        return self._fonts[role]

    def size_of(self, text: str, role: TextRole) -> QSizeF:
        """Return the room that a line of text takes; `&` marks a mnemonic and takes none.

        Layouts ask for it over and over, so it is measured once in each look.
        """
        key = (text, role)
        if key not in self._sizes:
            metrics = QFontMetricsF(self.font(role))
            self._sizes[key] = metrics.size(Qt.TextFlag.TextShowMnemonic, text)
        return self._sizes[key]

    def widest_word(self, text: str, role: TextRole) -> float:
        """Return how wide the widest of some words is: in less room they do not wrap."""
        return max((self.size_of(word, role).width() for word in text.split()), default=0.0)

    def height_in(self, width: float, text: str, role: TextRole) -> float:
        """Return how high words are that wrap in a width."""
        room = QRectF(0, 0, max(1.0, width), _HIGH_ENOUGH)
        metrics = QFontMetricsF(self.font(role))
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()

    def pixmap(self, glyph: Glyph, colour: str, at_100: float, widget: QWidget) -> QPixmap:
        """Return an icon as large as the text asks, for the screen and direction of a widget."""
        return self.icons.pixmap(
            glyph,
            colour,
            self.metrics.px(at_100),
            ratio=widget.devicePixelRatioF(),
            mirrored=widget.layoutDirection() is Qt.LayoutDirection.RightToLeft,
        )

    def sheet(self, kind: Sheet) -> str:
        """Return the style sheet for a kind of control in the current look."""
        return self._sheets.of(kind, self.colours, self.metrics)

    def _system_changed(self) -> None:
        before, wanted = self.colours, self._wanted()
        if wanted is not before:
            self.colours = wanted
            self._look_changed(has_same_sizes=self._keep_sizes(before, wanted))

    @staticmethod
    def _keep_sizes(before: Colours, after: Colours) -> bool:
        """Whether nothing is larger or smaller in other colours: high contrast adds lines."""
        return HIGH_CONTRAST not in (before, after)

    def _wanted(self) -> Colours:
        hints = QGuiApplication.styleHints()
        contrast = hints.accessibility().contrastPreference()
        return colours_for(
            self._scheme,
            self._contrast,
            system_is_dark=hints.colorScheme() is Qt.ColorScheme.Dark,
            system_asks_contrast=contrast is Qt.ContrastPreference.HighContrast,
        )

    def _look_changed(self, *, has_same_sizes: bool) -> None:
        deque(self._change_look(has_same_sizes=has_same_sizes), maxlen=0)

    def _change_look(self, *, has_same_sizes: bool) -> Iterator[None]:
        if not has_same_sizes:
            self._fonts.clear()
            self._sizes.clear()
        # A closed dialog may be gone for Qt while Python still knows its name.
        own = (widget for widget, theme in tuple(Theme.styling.items()) if theme is self)
        styled = [widget for widget in own if Shiboken.isValid(widget)]
        self._outdated.update(styled)
        for widget in filter(QWidget.isVisible, styled):
            if Shiboken.isValid(widget) and widget in self._outdated:
                self._apply(widget, has_same_sizes=has_same_sizes)
                yield
        if not has_same_sizes:
            for widget in filter(Shiboken.isValid, tuple(self._measuring)):
                widget.updateGeometry()
            self.resized.emit()
            yield
        self.changed.emit()
        yield

    def _apply(self, widget: QWidget, *, has_same_sizes: bool = False) -> None:
        self._outdated.discard(widget)
        with self._telling.held(_COLOURS if has_same_sizes else _ALL):
            widget.setFont(self.font(TextRole.BODY))
            widget.setPalette(palette(self.colours))
            if (scrolls := self._foreign.get(widget)) is not None:
                look = self.colours, self.metrics
                widget.setStyleSheet(self._sheets.of_dialog(*look, scrolls=scrolls))
                widget.ensurePolished()
            self._takers.give_look(widget)
