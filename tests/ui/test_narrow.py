"""In a window of 800 units with text of 200 %, no page is wider than its place or cuts a word."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from advisor.models.marks import Mark
from advisor.telling.shifts import Shift
from tests.support.audit import faults_of_room
from tests.support.screens import BEFORE_A_PLAN, WITH_A_PLAN, Guide, Screen, running_program
from tests.ui.spoken import name
from ui.advice.trial_parts import ShiftCard
from ui.theme.colours import Contrast, Scheme
from ui.theme.theme import Theme
from ui.widgets.painting import Wrapped
from ui.wizard.section_wizard import SectionWizard


@pytest.fixture(scope="module")
def guide(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guide]:
    """The program in large text and a narrow window, without a plan yet."""
    folder = tmp_path_factory.mktemp("narrow")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ADVISOR_HOME", str(folder))
        with running_program(qapp, folder / "plans.db") as running:
            running.prefer(scheme=Scheme.LIGHT, contrast=Contrast.STANDARD, text_size=200)
            running.program.window.showNormal()
            running.program.window.resize(800, 768)
            yield running


def faults(guide: Guide, screen: Screen) -> list[str]:
    """Show a page; return what is cut on it or sticks out."""
    guide.close_dialogs()
    screen.show(guide)
    guide.settle()
    return faults_of_room(guide.program.window)


@pytest.mark.parametrize(
    "screen", [each for each in BEFORE_A_PLAN if not each.is_dialog], ids=lambda each: each.name
)
def test_nothing_is_cut_before_there_is_a_plan(guide: Guide, screen: Screen) -> None:
    assert faults(guide, screen) == []


@pytest.mark.parametrize(
    "screen", [each for each in WITH_A_PLAN if not each.is_dialog], ids=lambda each: each.name
)
def test_nothing_is_cut_with_a_plan(guide: Guide, screen: Screen) -> None:
    if guide.house.session is None:
        guide.start_from_example()
    guide.close_plan_pages()

    assert faults(guide, screen) == []


def test_nothing_is_cut_where_a_section_ends(guide: Guide) -> None:
    if guide.house.session is None:
        guide.start_from_example()
    guide.close_plan_pages()
    *_sections, section = guide.house.pack.questionnaire.sections
    *_pages, page = guide.session.open_plan.draft.open_pages(section.id)
    last = Screen(
        name="end",
        show=lambda running: running.program.window.show_page("questions", page.questions[0]),
    )

    assert faults(guide, last) == []
    wizard = guide.page.findChildren(SectionWizard)[0]
    finish = wizard.button(SectionWizard.WizardButton.FinishButton)
    assert (finish.text(), name(finish)) == ("&Finish", "Finish section")


@pytest.mark.parametrize("width", [400, 900])
def test_both_states_of_what_would_change_are_drawn_in_their_card(
    theme: Theme, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    shift = Shift(
        title="Support",
        kind="Safety",
        before=Mark.PARTLY_ADDRESSED,
        after=Mark.OPEN,
        weight=1,
        rule=None,
    )
    card = ShiftCard(theme, shift)
    drawn: list[tuple[float, float]] = []

    def note(words: Wrapped, _painter: QPainter, at: QPointF, _colour: str) -> None:
        drawn.append((at.x() + words.natural_width, at.y() + words.height))

    monkeypatch.setattr(Wrapped, "draw", note)
    theme.set_text_size(200)
    card.resize(width, card.heightForWidth(width))
    card.grab()

    assert len(drawn) == 3
    assert all(right <= card.width() and bottom <= card.height() for right, bottom in drawn)
