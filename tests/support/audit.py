"""What is wrong with a window for people who hear it, enlarge it, or use keys only.

Each function looks at what is to be seen at the moment and returns one sentence a fault.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from ui.widgets.disclosure import Disclosure
from ui.widgets.tab_order import parts_of
from ui.widgets.text import Heading, Text
from ui.wizard.asides import Asides

Role = QAccessible.Role
CONTROLS = frozenset(
    {
        Role.Button,
        Role.ButtonMenu,
        Role.CheckBox,
        Role.ComboBox,
        Role.EditableText,
        Role.Link,
        Role.List,
        Role.RadioButton,
        Role.SpinBox,
        Role.Table,
    }
)
UNSPOKEN = frozenset({Role.Client, Role.Border})
"""Roles of what only holds other things: screen readers pass them by."""
_NO_WORDS = re.compile(r"\b(?!F\d)[A-Z]{1,2}\d\d\b|[?!]\.|\.\.(?!\.)")
_BULLETS = " \u2003•"
_SAID_OF_IT = (QAccessible.Text.Name, QAccessible.Text.Description)
MOST_STEPS = 1500
MOST_AT_ONCE = 1000
"""How many letters may be said at one stop: a run of ``MOST_SAID``, its name, one long answer."""
_LEAST_LABEL = 3
"""Words: shorter labels are not read with their group."""
_SLACK = 1
_ROUNDING = 0.1


def seen(root: QWidget) -> Iterator[QWidget]:
    """Walk the widgets of a window that are shown, outermost first."""
    yield root
    for child in root.children():
        if isinstance(child, QWidget) and not child.isWindow() and child.isVisible():
            yield from seen(child)


def spoken(widget: QWidget) -> QAccessibleInterface:
    """Return what a screen reader is told of a widget."""
    told = QAccessible.queryAccessibleInterface(widget)
    assert told is not None
    return told


def name_of(widget: QWidget) -> str:
    """Return the name a screen reader speaks."""
    return spoken(widget).text(QAccessible.Text.Name)


def called(widget: QWidget) -> str:
    """Name a widget for a report."""
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else name_of(widget)
    return f"{type(widget).__name__} “{words[:60]}”"


def takes_tab(widget: QWidget) -> bool:
    """Whether the Tab key is meant to reach a widget."""
    policy = widget.focusPolicy()
    return bool(policy & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and not _serves(widget)


def _serves(widget: QWidget) -> bool:
    """Whether a widget is a part that another one holds the keyboard for."""
    return widget.focusProxy() is not None or widget.objectName().startswith("qt_")


def faults_of_names(root: QWidget) -> list[str]:
    """Find controls without a name or with a role that is none, and names that mean two things."""
    controls = [widget for widget in seen(root) if takes_tab(widget)]
    faults = [f"no name: {called(each)}" for each in controls if not name_of(each).strip()]
    faults += [
        f"{spoken(each).role().name} is no role for a control: {called(each)}"
        for each in controls
        if spoken(each).role() not in CONTROLS and not is_reading_stop(each)
    ]
    told = Counter(
        (_place(each), name_of(each), spoken(each).text(QAccessible.Text.Description))
        for each in controls
        if not isinstance(each, QLineEdit)
    )
    return faults + [f"{count} times the same: {key}" for key, count in told.items() if count > 1]


def is_reading_stop(widget: QWidget) -> bool:
    """Whether Tab stops so that words are read: at a heading over them, or further on in them."""
    told = spoken(widget)
    if isinstance(widget, Heading):
        return told.role() == Role.Heading and bool(told.text(QAccessible.Text.Description))
    return isinstance(widget, Text) and told.role() == Role.StaticText


def _place(widget: QWidget) -> str:
    """Return the role, and the group that is spoken before the name of an option in it.

    Not for a button, which is also found in a list of all buttons, where no group is spoken.
    """
    if spoken(widget).role() in (Role.Button, Role.ButtonMenu, Role.Link):
        return spoken(widget).role().name
    group = widget.parentWidget()
    while group is not None and (spoken(group).role() != Role.Grouping or not name_of(group)):
        group = group.parentWidget()
    return f"{spoken(widget).role().name} in {name_of(group) if group is not None else ''}"


def faults_of_labels(root: QWidget) -> list[str]:
    """Find buttons whose spoken name does not hold the words that are seen on them (WCAG 2.5.3)."""
    buttons = (each for each in seen(root) if isinstance(each, QAbstractButton))
    told = ((each.text().replace("&&", "\0").replace("&", ""), each) for each in buttons)
    return [
        f"“{name_of(each)}” is the name of what reads “{words}”"
        for words, each in told
        if words.replace("\0", "&").casefold() not in name_of(each).casefold()
    ]


def faults_of_long_runs(root: QWidget) -> list[str]:
    """Find where more is said at once than can be kept in mind, or heard again in part."""
    said = ((each, words) for each in seen(root) for words in (_said_at(each), _said_in(each)))
    return [
        f"{len(words)} letters in one run at {called(each)}"
        for each, words in said
        if len(words) > MOST_AT_ONCE
    ]


def _said_in(group: QWidget) -> str:
    """Return what Orca before 45 reads when the keyboard comes into a group: its longer labels."""
    if spoken(group).role() != Role.Grouping:
        return ""
    names = (name_of(each) for each in seen(group) if spoken(each).role() == Role.StaticText)
    return " ".join(name for name in names if len(name.split()) >= _LEAST_LABEL)


def faults_of_descriptions(root: QWidget) -> list[str]:
    """Find controls of which a part is said twice: with the name and as what describes it."""
    told = ((each, spoken(each)) for each in seen(root) if takes_tab(each))
    faults = []
    for each, said in told:
        name, more = (said.text(part).rstrip(".") for part in _SAID_OF_IT)
        # What is the very same is not said again.
        if name and more and name != more and (more in name or f"{name} (" in more):
            faults.append(f"“{more}” is said twice at {called(each)}")
    return faults


def faults_of_groups(root: QWidget) -> list[str]:
    """Find what a screen reader says on the way to a control without telling anything.

    A group without a name, a dialog that is no window, and a name that is said twice.
    """
    faults = []
    for widget in seen(root):
        role, name = spoken(widget).role(), name_of(widget)
        if not name and role not in UNSPOKEN and _parts(widget):
            faults.append(f"a {role.name} without a name: {called(widget)}")
        if role == Role.Dialog and not widget.isWindow():
            faults.append(f"a dialog that is no window: {called(widget)}")
        if role == Role.Grouping:
            inner = (each for part in _parts(widget) for each in seen(part))
            again = [called(each) for each in inner if name_of(each) == name]
            faults += [f"“{name}” is said again by {each}" for each in again]
    return faults


def _parts(widget: QWidget) -> list[QWidget]:
    """Return what stands in a group; nothing for a control, whose parts are its own."""
    if spoken(widget).role() in CONTROLS or isinstance(widget, QAbstractItemView):
        return []
    children = (each for each in widget.children() if isinstance(each, QWidget))
    return [each for each in children if each.isVisible() and not each.isWindow()]


def faults_of_headings(page: QWidget) -> list[str]:
    """Find a page that has not one heading of level 1, and steps that leave a level out."""
    headings = [widget for widget in seen(page) if isinstance(widget, Heading)]
    faults = [f"an empty heading of level {each.level}" for each in headings if not name_of(each)]
    faults += [
        f"no heading to a screen reader: {called(each)}"
        for each in headings
        if spoken(each).role() != Role.Heading
    ]
    first = [each for each in headings if each.level == 1]
    if len(first) != 1:
        faults.append(f"{len(first)} headings of level 1")
    levels = {each.level for each in headings}
    skipped = set(range(1, max(levels, default=1))) - levels
    return faults + [f"no heading of level {level}" for level in sorted(skipped)]


def faults_of_summaries(page: QWidget) -> list[str]:
    """Find a page whose heading is spoken without the sentence under it that sums the page up."""
    labels = [each for each in _in_reading_order(page) if each.text() and each.isVisible()]
    faults = []
    for heading in (each for each in labels if isinstance(each, Heading) and each.level == 1):
        under = takewhile(_is_no_heading, labels[labels.index(heading) + 1 :])
        sentences = [each.text() for each in under if each.text().endswith(".")][:2]
        told = spoken(heading).text(QAccessible.Text.Description)
        if sentences and not any(each in told for each in sentences):
            faults.append(f"{called(heading)} is not described by “{sentences[0]}”")
    return faults


def faults_of_unheard(page: QWidget) -> list[str]:
    """Find sentences of a page that no control and no heading says to who does not see them.

    What a person has opened is said when it opens.
    """
    told = " ".join(_said_at(each) for each in seen(page))
    sentences = (each for each in seen(page) if isinstance(each, QLabel) and not _is_opened(each))
    return [
        f"never heard: “{each.text()}”"
        for each in sentences
        if each.text().endswith((".", "?")) and each.text().lstrip(_BULLETS) not in told
    ]


def _said_at(widget: QWidget) -> str:
    """Return what is said where the keyboard comes to a control, or is led to a heading."""
    if not isinstance(widget, Heading) and not takes_tab(widget) and not _groups(widget):
        return ""
    told = spoken(widget)
    return f"{told.text(QAccessible.Text.Name)} {told.text(QAccessible.Text.Description)}"


def _groups(widget: QWidget) -> bool:
    return spoken(widget).role() == Role.Grouping


def _is_opened(widget: QWidget) -> bool:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, Disclosure | Asides):
        around = around.parentWidget()
    return around is not None


def faults_of_spoken_words(root: QWidget) -> list[str]:
    """Find ids of the evidence and doubled marks in what is spoken."""
    said = ((each, _said_at(each)) for each in seen(root))
    return [
        f"“{found.group()}” is spoken at {called(each)}"
        for each, words in said
        if (found := _NO_WORDS.search(words))
    ]


def _is_no_heading(label: QLabel) -> bool:
    return not isinstance(label, Heading)


def _in_reading_order(widget: QWidget) -> Iterator[QLabel]:
    if isinstance(widget, QLabel):
        yield widget
    for part in parts_of(widget):
        yield from _in_reading_order(part)


def faults_of_tab_order(window: QWidget) -> list[str]:
    """Press Tab until it comes round, and find what it never reached."""
    wanted = [widget for widget in seen(window) if takes_tab(widget)]
    if not wanted:
        return ["nothing takes the keyboard"]
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    start, reached, faults = QApplication.focusWidget(), [], []
    for _step in range(MOST_STEPS):
        here = QApplication.focusWidget()
        if here is None:
            return ["the keyboard was lost"]
        reached.append(here)
        # What makes way for the focus does so when the page has scrolled to it.
        QApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
        if over := _covering(here):
            faults.append(f"{called(over)} covers the focus: {called(here)}")
        QTest.keyClick(here, Qt.Key.Key_Tab)
        if QApplication.focusWidget() in (start, here):
            break
    else:
        return ["Tab never comes round"]
    missed = [each for each in wanted if each not in reached and not _stands_in(each, reached)]
    faults += [f"Tab does not reach {called(each)}" for each in missed]
    if QApplication.focusWidget() is reached[-1] and len(wanted) > 1:
        faults.append(f"Tab does not leave {called(reached[-1])}")
    return faults


def _covering(widget: QWidget) -> QWidget | None:
    """Return what lies over a widget, or out of whose sight it was scrolled (WCAG 2.2, 2.4.11)."""
    window, seen_of_it = widget.window(), widget.visibleRegion().boundingRect()
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        seen_of_it &= widget.visualRect(widget.currentIndex())
    if seen_of_it.isEmpty():
        return None if widget.size().isEmpty() else widget.parentWidget()
    for spot in (seen_of_it.center(), seen_of_it.topLeft(), seen_of_it.bottomRight()):
        over = window.childAt(widget.mapTo(window, spot))
        if over is None or not (over is widget or widget.isAncestorOf(over)):
            return over
    return None


def _stands_in(widget: QWidget, reached: list[QWidget]) -> bool:
    """Whether Tab came to this radio button's group: the arrow keys do the rest."""
    if not isinstance(widget, QAbstractButton):
        return False
    return isinstance(widget, QRadioButton) and any(
        isinstance(each, QRadioButton) and each.parent() is widget.parent() for each in reached
    )


def faults_of_room(window: QWidget) -> list[str]:
    """Find words that are cut off and parts that stick out of what holds them."""
    faults = []
    for widget in seen(window):
        if _needs_more(widget):
            faults.append(f"cut off: {called(widget)} {_sizes(widget)}")
        if _sticks_out(widget):
            faults.append(f"sticks out: {called(widget)} {widget.geometry().getRect()}")
    return faults


def _needs_more(widget: QWidget) -> bool:
    if isinstance(widget, QAbstractScrollArea | QAbstractItemView):
        return False
    if not isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return False
    width, height = widget.width() + _SLACK, widget.height() + _SLACK
    if widget.hasHeightForWidth():
        return widget.heightForWidth(widget.width()) > height
    hint = widget.minimumSizeHint()
    return hint.width() > width or hint.height() > height


def _sizes(widget: QWidget) -> str:
    hint = widget.sizeHint()
    needed = widget.heightForWidth(widget.width())
    return f"has {widget.width()}x{widget.height()}, hint {hint.width()}x{hint.height()}/{needed}"


def _sticks_out(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if widget.isWindow() or parent is None or _scrolls(parent):
        return False
    room = QRect(QPoint(0, 0), parent.size()).adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    return not room.contains(widget.geometry())


def _scrolls(viewport: QWidget) -> bool:
    """Whether what lies in here may be scrolled to: a page may be longer, never wider."""
    area = viewport.parentWidget()
    if not isinstance(area, QAbstractScrollArea) or area.viewport() is not viewport:
        return False
    page = area.widget() if isinstance(area, QScrollArea) else None
    return page is None or page.width() <= viewport.width() + _SLACK


def faults_of_contrast(window: QWidget, least: float) -> list[str]:
    """Measure in the drawn picture how words stand out from their ground (WCAG 2.2, 1.4.3)."""
    picture = window.grab().toImage()
    faults = []
    for widget in seen(window):
        if not isinstance(widget, QLabel) or not widget.text() or not widget.isEnabled():
            continue
        if widget.visibleRegion().boundingRect() != widget.rect():
            continue
        area = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        ratio = _contrast(picture.copy(area))
        if ratio < least - _ROUNDING:
            faults.append(f"contrast {ratio:.1f}: {called(widget)}")
    return faults


def _contrast(picture: QImage) -> float:
    """Return the ratio between the ground, the commonest colour, and the ink, the farthest."""
    raw = picture.convertToFormat(QImage.Format.Format_RGB888)
    drawn = Image.frombytes(
        "RGB", (raw.width(), raw.height()), raw.bits(), "raw", "RGB", raw.bytesPerLine()
    )
    counted = drawn.getcolors(maxcolors=raw.width() * raw.height()) or []
    lights = [(count, _luminance(colour)) for count, colour in counted if isinstance(colour, tuple)]
    ground = max(lights, default=(0, 1.0))[1]
    return max((_ratio(ground, light) for _count, light in lights), default=1.0)


def _ratio(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _luminance(colour: tuple[int, ...]) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in colour[:3])
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
