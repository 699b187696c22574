"""One page with every widget, for tests that look at all of them at once."""

import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.models.marks import Mark
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.badge import Badge, Tag
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.cards import Card
from ui.widgets.chips import Chips
from ui.widgets.date_field import DateField
from ui.widgets.disclosure import Disclosure
from ui.widgets.fields import ChoiceField, NoteField, TextField
from ui.widgets.layouts import FlowLayout
from ui.widgets.link_button import LinkButton
from ui.widgets.notice import Notice, NoticeKind
from ui.widgets.option_group import CardOption, OptionGroup
from ui.widgets.pictures import Picture
from ui.widgets.progress import ProgressLine
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.search_field import SearchField
from ui.widgets.text import ERROR, MUTED, Heading, Text
from ui.widgets.tick_line import TickLine
from ui.widgets.two_line_button import TwoLineButton
from ui.widgets.whole_number import NumberField

OPTIONS = (
    CardOption(key="one", title="One to one, in person", hint="At home or a place mothers choose"),
    CardOption(key="group", title="In a group, in person", hint="Usually at a community venue"),
    CardOption(key="phone", title="By phone & online"),
    CardOption(key="none", title="None of these", exclusive=True),
    CardOption(key="open", title="Not decided yet", exclusive=True, apart=True),
)


def gallery(theme: Theme) -> QWidget:
    """Return a styled window that holds one of each widget."""
    window = QWidget()
    page = ScrollColumn(theme)
    whole = QVBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(page)
    for widget in (*_words(theme), *_choices(theme), *_fields(theme), *_surfaces(theme)):
        page.column.addWidget(widget)
    page.column.addStretch(1)
    window.setWindowTitle("Gallery")
    theme.style(window)
    return window


def _words(theme: Theme) -> list[QWidget]:
    notice = Notice(theme)
    notice.tell(NoticeKind.ERROR, "The disk is full. Your answers are still here.", action="&Again")
    row = QWidget()
    flow = FlowLayout(row)
    for mark in Mark:
        flow.addWidget(Badge(theme, mark))
    flow.addWidget(Tag(theme, "Moderate evidence", glyph=Glyph.LAYERS))
    return [
        Text("STEP 1 OF 5", role=TextRole.EYEBROW),
        Heading("How support is offered", level=1),
        Text("How, where and how often support is offered", tint=MUTED),
        Text("Something is wrong", tint=ERROR),
        notice,
        row,
    ]


def _choices(theme: Theme) -> list[QWidget]:
    group = OptionGroup(theme, OPTIONS, name="How will mothers meet their supporter?")
    group.select(["group"])
    several = OptionGroup(theme, OPTIONS, name="Which ways?", multiple=True)
    several.select(["one", "phone"])
    row = QWidget()
    flow = FlowLayout(row)
    for kind in ButtonKind:
        flow.addWidget(Button(theme, f"&{kind.capitalize()}", kind=kind, glyph=Glyph.CHECK))
    flow.addWidget(IconButton(theme, Glyph.PENCIL, name="Rename plan"))
    chips = Chips(theme, [("all", "All"), ("risks", "Risks (4)")], name="Show")
    chips.select(["all"])
    tick = TickLine(theme, "Pay fares up front", meaning="We will do this")
    tick.setChecked(True)
    risk = TwoLineButton(
        theme,
        "Travel cost keeps mothers away",
        "Pay fares up front rather than refund them later.",
        glyph=Glyph.TRIANGLE_ALERT,
        tone=Tone.DANGER,
    )
    link = LinkButton(theme, "Change", name="Change: who it is for", glyph=Glyph.PENCIL)
    return [group, several, row, chips, tick, risk, link]


def _fields(theme: Theme) -> list[QWidget]:
    text = TextField(theme, "Name of the plan", kept_as="field", hint="So that you find it again")
    text.show_fault("Another plan has this name. Choose a different one.")
    number = NumberField(theme, "How many supporters?", kept_as="field")
    number.set_number(7)
    note = NoteField(theme, "Note", kept_as="field")
    note.set_text("Three volunteers already; two more start in March.")
    date = DateField(theme, "By when", kept_as="field")
    date.set_date(datetime.date(2026, 12, 3))
    month = DateField(theme, "By when, once more", kept_as="field")
    month.line.setText("March 2031")
    month.line.editingFinished.emit()
    choice = ChoiceField(theme, "Owner", [("", "Nobody yet"), ("a", "Amina")])
    return [text, number, note, date, month, choice, SearchField(theme, "Search plans")]


def _surfaces(theme: Theme) -> list[QWidget]:
    progress = ProgressLine(theme, name="Questions answered")
    progress.show_progress(6, 17, "6 of 17 questions answered")
    widgets: list[QWidget] = [progress]
    for tone in (None, *Tone):
        card = Card(theme, name="Travel", tone=tone)
        card.column.addWidget(Heading("Travel cost keeps mothers away", level=3))
        card.column.addWidget(Text("Pay fares up front rather than refund them later."))
        widgets.append(card)
    why = Disclosure(theme, "Why we ask", lambda: Text("It feeds two findings."))
    why.set_open(True)
    return [*widgets, why, Picture(theme, Glyph.SPARKLES)]
