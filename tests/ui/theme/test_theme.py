import gc
import sys
from collections import Counter
from inspect import get_annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.colours import DARK, THEMES, Colours, Contrast, Scheme
from ui.theme.larger import LargerTheme
from ui.theme.metrics import WINDOW_FAMILY, TextRole
from ui.theme.palette import palette
from ui.theme.sheet import Sheet
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.text import Text

_MANY = 200
_LOOKS = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)


class _Listening(QWidget):
    """A styled window with words in it that count what they are told of their look."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = Text("Words", role=TextRole.TITLE, parent=self)
        theme.style(self)
        self.show()
        self._heard = Counter[QEvent.Type]()
        self.words.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _LOOKS:
            self._heard[event.type()] += 1
        return False

    def heard(self) -> dict[QEvent.Type, int]:
        """Return what was heard since this was asked last."""
        heard, self._heard = dict(self._heard), Counter[QEvent.Type]()
        return heard


def _told_of(theme: Theme) -> list[str]:
    """Return what will be told of a theme, in order."""
    told = list[str]()
    theme.resized.connect(lambda: told.append("resized"))
    theme.changed.connect(lambda: told.append("changed"))
    return told


def test_the_system_is_followed_until_a_person_chooses(theme: Theme) -> None:
    hints = QGuiApplication.styleHints()

    theme.choose(scheme=Scheme.SYSTEM, contrast=Contrast.SYSTEM)

    assert theme.colours in THEMES
    assert (theme.colours is DARK) == (hints.colorScheme().name == "Dark")


def test_a_styled_window_changes_with_the_theme(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    theme.style(window)
    window.show()

    with qtbot.waitSignal(theme.changed):
        theme.choose(scheme=Scheme.DARK, contrast=Contrast.STANDARD)

    assert window.palette().color(QPalette.ColorRole.Window).name() == DARK.page


def test_other_colours_leave_everything_in_its_place(theme: Theme, qtbot: QtBot) -> None:
    window, told = _Listening(theme), _told_of(theme)

    theme.choose(scheme=Scheme.DARK, contrast=Contrast.STANDARD)
    others = window.heard()
    theme.set_text_size(150)
    larger = window.heard()
    theme.choose(scheme=Scheme.DARK, contrast=Contrast.HIGH)

    assert others == {QEvent.Type.PaletteChange: 1}
    assert larger == {QEvent.Type.FontChange: 1}
    assert told == ["changed", "resized", "changed", "resized", "changed"]
    assert window.words.palette().color(QPalette.ColorRole.WindowText).name() == (theme.colours.ink)
    qtbot.addWidget(window)


def test_what_is_hidden_gets_the_new_look_when_it_is_shown(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    words, field = Text("Words", role=TextRole.TITLE, parent=page), QLineEdit(page)
    theme.draws(field, Sheet.LINE)
    theme.style(page)

    def look() -> tuple[str, int, str]:
        return page.font().toString(), words.font().pixelSize(), field.styleSheet()

    before = look()
    theme.set_text_size(150)
    hidden = look()
    page.show()

    assert hidden == before
    large = theme.metrics.text_px(TextRole.TITLE)
    assert look() == (theme.font(TextRole.BODY).toString(), large, theme.sheet(Sheet.LINE))


def test_a_dialog_that_is_gone_is_left_alone(theme: Theme, qapp: QApplication) -> None:
    dialog = QDialog()
    theme.style(dialog)
    dialog.deleteLater()
    qapp.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)

    theme.set_text_size(150)

    assert theme.metrics.text_size == 150


def test_choosing_the_same_again_changes_nothing(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(scheme=Scheme.LIGHT, contrast=Contrast.STANDARD)
        theme.set_text_size(100)


def test_the_shipped_font_is_used_in_its_weights(theme: Theme) -> None:
    assert theme.missing_fonts == ()
    for role in TextRole:
        info = QFontInfo(theme.font(role))
        assert info.family() == WINDOW_FAMILY
        assert info.weight() == QFont.Weight(theme.metrics.weight(role))


def test_the_fonts_of_other_scripts_load_afterwards(theme: Theme) -> None:
    theme.load_other_scripts()

    assert theme.missing_fonts == ()


@pytest.mark.parametrize("colours", THEMES, ids=lambda colours: colours.name)
def test_no_role_of_the_palette_is_left_to_the_system(colours: Colours, theme: Theme) -> None:
    made = palette(colours)
    names = (name for name in get_annotations(Colours) if name != "tones")
    known = {value for name in names if isinstance(value := getattr(colours, name), str)}

    used = {
        made.color(QPalette.ColorGroup.Active, role).name()
        for role in QPalette.ColorRole
        if role not in {QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles}
    }

    assert used <= known


def test_a_larger_look_follows_the_one_it_is_of(theme: Theme, qtbot: QtBot) -> None:
    larger, told = LargerTheme(theme, theme), list[int]()
    larger.changed.connect(lambda: told.append(larger.metrics.text_size))
    assert larger.metrics.text_size == 160

    theme.choose(scheme=Scheme.DARK, contrast=Contrast.STANDARD)
    theme.set_text_size(200)
    theme.set_letter_keys(has_them=False)
    theme.set_motion_reduced(False)
    larger.follow()

    assert not larger.is_motion_reduced
    assert larger.colours is theme.colours
    assert larger.metrics.text_size == 230
    assert not larger.has_letter_keys
    assert told == [160, 230, 230]


def test_a_larger_look_goes_with_what_it_is_for(theme: Theme, qtbot: QtBot) -> None:
    host, told = QWidget(), list[int]()
    larger = LargerTheme(theme, host)
    larger.changed.connect(lambda: told.append(larger.metrics.text_size))
    host.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    theme.set_text_size(120)

    assert not told


def test_what_measures_is_asked_anew_when_sizes_change_and_is_not_kept(
    theme: Theme, qtbot: QtBot
) -> None:
    asked: list[QWidget] = []

    class Measured(QWidget):
        def updateGeometry(self) -> None:
            asked.append(self)
            super().updateGeometry()

    here, gone = Measured(), Measured()
    qtbot.addWidget(here)
    theme.measures(here)
    theme.measures(gone)
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    theme.choose(scheme=Scheme.DARK, contrast=Contrast.STANDARD)
    before = list(asked)
    theme.set_text_size(150)

    assert (before, asked) == ([], [here])


def test_buttons_come_and_go_and_leave_nothing(theme: Theme, qtbot: QtBot) -> None:
    def come_and_go() -> int:
        gc.collect()
        before = sys.getallocatedblocks()
        host = QWidget()
        for _each in range(_MANY):
            Button(theme, "Go on", parent=host)
        host.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        del host
        gc.collect()
        return sys.getallocatedblocks() - before

    # What is kept once is kept by the first time.
    come_and_go()
    least = min(come_and_go() for _time in range(6))

    # A signal that one of Qt's own methods is connected to keeps a name for each.
    assert least < _MANY / 2
