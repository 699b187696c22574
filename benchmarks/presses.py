"""What a person does on the pages of an open plan, and what each of it takes."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from benchmarks.window import Taken, Window, least, middle, open_plan

if TYPE_CHECKING:
    from ui.advice.page import AdvicePage

RUNS = 3
ANSWERS = 8


def everything(window: Window) -> Iterator[tuple[str, Taken]]:
    """Yield what each thing takes."""
    from ui.room import PageKey  # noqa: PLC0415

    for key in PageKey:
        if window.program.window.pages.has(key):
            yield f"{key}, made", least([made(window, key) for _run in range(RUNS)])
            yield f"{key}, shown again", least([shown(window, key) for _run in range(RUNS)])
    yield "a statement beside the list", least(statements(window))
    yield "an answer, saved and advised on", middle(answers(window))
    window.show(PageKey.ADVICE)
    window.rest()
    yield "another theme, on the advice", least(themes(window))
    yield "another text size, on the advice", least(sizes(window))
    yield "a plan closed, and its waste", least(closings(window))


def made(window: Window, key: str) -> Taken:
    """Take the time of a page that was not there before."""
    _leave(window, key)
    if key != "home":
        window.program.window.forget_page(key)
        window.rest()
    return window.taken(partial(window.show, key))


def shown(window: Window, key: str) -> Taken:
    """Take the time of a page that was shown before."""
    _leave(window, key)
    return window.taken(partial(window.show, key))


def _elsewhere(key: str) -> str:
    return "help" if key == "home" else "home"


def _leave(window: Window, key: str) -> None:
    window.show(_elsewhere(key))
    window.rest()


def statements(window: Window) -> list[Taken]:
    """Open one statement after the other beside the list."""
    window.program.window.forget_page("advice")
    window.show("advice")
    window.rest()
    page = cast("AdvicePage", window.page)
    rules = [row.story.rule for row in page.list.rows]
    return [window.taken(partial(page.open_finding, rule)) for rule in rules[: RUNS + 1]]


def answers(window: Window) -> list[Taken]:
    """Answer questions of one screen in turn, each another way than before."""
    from advisor.models.questionnaire import QuestionKind  # noqa: PLC0415
    from ui.widgets.radio_group import ChoiceButton  # noqa: PLC0415

    plan = window.session.open_plan
    asked = next(
        question
        for question in plan.pack.questionnaire.questions
        if question.kind is QuestionKind.SINGLE and plan.plan.answer(question.id).given is not None
    )
    window.show("questions", asked.id)
    window.rest()
    runs = []
    for _run in range(ANSWERS):
        options = [each for each in window.page.findChildren(ChoiceButton) if each.isVisible()]
        other = next(each for each in options if not each.isChecked())
        runs.append(window.taken(other.click))
    return runs


def themes(window: Window) -> list[Taken]:
    """Change between light and dark."""
    from ui.theme.colours import Scheme  # noqa: PLC0415

    return [
        window.taken(partial(_prefer, window, scheme=scheme))
        for scheme in (Scheme.DARK, Scheme.LIGHT) * RUNS
    ]


def sizes(window: Window) -> list[Taken]:
    """Change the size of the text up and down."""
    size = window.program.window.text_size
    return [window.taken(partial(size.set, percent)) for percent in (125, 100) * RUNS]


def _prefer(window: Window, **wanted: object) -> None:
    from ui.preferences.settings_desk import apply_look  # noqa: PLC0415

    settings = window.program.settings
    apply_look(window.program.room.theme, replace(settings.preferences, **wanted))  # type: ignore[arg-type]


def closings(window: Window) -> list[Taken]:
    """Close the plan with all its pages made, and search for what is left of it."""
    import gc  # noqa: PLC0415

    runs, title = [], window.session.open_plan.plan.title
    for _run in range(RUNS):
        for key in ("questions", "advice", "actions", "paper"):
            window.show(key)
            window.rest()
        window.show("home")
        window.rest()
        house = window.program.house
        assert house is not None
        closed = window.taken(house.close)
        waste = window.taken(gc.collect)
        runs.append(Taken(closed.whole + waste.whole, max(closed.longest, waste.longest)))
        open_plan(window, title)
    return runs
