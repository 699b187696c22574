"""The risk register on paper: for trustees to read across, and to score by their own scale."""

import math
from collections.abc import Iterator, Sequence

from advisor.language import _, ngettext
from advisor.models.advice import Advice
from advisor.models.blocks import Paragraph, Role
from advisor.models.document import Block
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.sheets import Column, Content, GroupRow, Row, Ruled, State, Words, Writing
from advisor.paper.cards import TONE
from advisor.telling.advice import AdviceStory, tell
from advisor.telling.register import (
    LEAD,
    NOTHING_IN_PLACE,
    NOTHING_TO_DO,
    SCALES,
    NumberedOwnRisk,
    RegisterRisk,
    RegisterStory,
    tell_register,
)
from advisor.telling.words import MARK, RISK_STATE

MOST = 3
"""How many things a cell says at most; the table for a spreadsheet has all."""

MOST_PAGES = 3
_FULL, _FEW, _FEWEST = 14, 7, 4
"""How many lines a cell may have: with much room, with little, and with hardly any."""

_WHY, _IN_PLACE, _TO_DO, _LEFT, _NOTICED = 46, 44, 62, 38, 40
_EDGES, _LETTER = 6.5, 1.75
"""What of a column is left blank, and how wide a letter is, in millimetres."""
_FIRST_PAGE, _PAGE, _HEAD, _LINE = 124, 150, 8.5, 3.95
"""How high the room for risks is on the first and each other page, the head of a risk, a line."""

_BLANK: tuple[Content, ...] = ("",) * len(SCALES)
_SCALE_WIDTH = 10


def compose(pack: Pack, plan: Plan, advice: Advice) -> Iterator[Block]:
    """Yield the register as a paper of its own."""
    return register_blocks(tell(pack, plan, advice), level=1)


def register_blocks(advised: AdviceStory, *, level: int) -> Iterator[Block]:
    """Yield the register for a page on its side; each risk is a heading of the level."""
    told = tell_register(advised)
    lines = _lines_that_fit(told)
    if told.when_empty:
        yield Paragraph(text=told.when_empty)
    if told.risks or told.own:
        yield Paragraph(text=_(LEAD))
        yield Ruled(
            columns=_columns(),
            rows=(
                *(row for risk in told.risks for row in _risk(risk, level, lines)),
                *(row for own in told.own for row in _own(own, level)),
            ),
            summary=_("The risks of the plan, each with why, what is in place and what is to do."),
            small=True,
        )
    if told.may_apply:
        yield Paragraph(text=_may_apply(told.may_apply), role=Role.SMALL)


def _lines_that_fit(told: RegisterStory) -> int:
    """Return how many lines a cell may have: as many as cost no page more than few lines do."""
    enough = min(MOST_PAGES, _pages(told, _FEW))
    fitting = (lines for lines in range(_FULL, _FEWEST, -1) if _pages(told, lines) <= enough)
    return next(fitting, _FEWEST)


def _pages(told: RegisterStory, lines: int) -> int:
    """Return about how many pages the risks take."""
    own = [_letter_lines(own.risk.mitigation, _TO_DO) for own in told.own]
    pages, room = 1, float(_FIRST_PAGE)
    for most in (*(_highest(risk, lines) for risk in told.risks), *own):
        height = _HEAD + _LINE * most
        if height > room:
            pages, room = pages + 1, float(_PAGE)
        room -= height
    return pages


def _highest(risk: RegisterRisk, lines: int) -> int:
    """Return how many lines the highest cell of a risk has."""
    cells = (
        (risk.why_here, _WHY),
        (risk.in_place, _IN_PLACE),
        (_to_do(risk), _TO_DO),
        (risk.signs, _NOTICED),
    )
    listed = (
        sum(_letter_lines(text, width) for text in _some(texts, width, lines))
        for texts, width in cells
    )
    return max(*listed, _letter_lines(risk.left, _LEFT))


def _letter_lines(text: str, width: int) -> int:
    return math.ceil(len(text) / ((width - _EDGES) / _LETTER))


def _columns() -> tuple[Column, ...]:
    return (
        Column(head=_("Why it can happen here"), width=_WHY),
        Column(head=_("In place"), width=_IN_PLACE),
        Column(head=_("Still to do"), width=_TO_DO),
        Column(head=_("What is left"), width=_LEFT),
        Column(head=_("How we would notice"), width=_NOTICED),
        *(Column(head=_(head), width=_SCALE_WIDTH, share=False, upright=True) for head in SCALES),
    )


def _risk(risk: RegisterRisk, level: int, lines: int) -> Iterator[GroupRow | Row]:
    yield GroupRow(
        title=_numbered(risk.number, risk.title),
        level=level,
        term=risk.besides,
        remark=MARK[Mark.MATTERS_MORE] if risk.matters_more else "",
        state=State(tone=TONE[Mark(risk.state.value)], word=RISK_STATE[risk.state]),
        writing=_writing(),
    )
    to_do = _to_do(risk)
    yield Row(
        cells=(
            Words(items=_some(risk.why_here, _WHY, lines)),
            Words(items=_some(risk.in_place, _IN_PLACE, lines) or (_(NOTHING_IN_PLACE),)),
            Words(items=_some(to_do, _TO_DO, lines) or (_(NOTHING_TO_DO),)),
            Words(text=risk.left),
            Words(items=_some(risk.signs, _NOTICED, lines)),
            *_BLANK,
        )
    )


def _to_do(risk: RegisterRisk) -> tuple[str, ...]:
    return tuple(action.sentence for action in risk.to_do)


def _own(own: NumberedOwnRisk, level: int) -> Iterator[GroupRow | Row]:
    yield GroupRow(
        title=_numbered(own.number, own.risk.text),
        level=level,
        remark=MARK[Mark.ADDED_BY_YOU],
        writing=_writing(),
    )
    done = Words(small=_("What you wrote"), text=own.risk.mitigation) if own.risk.mitigation else ""
    yield Row(cells=("", "", done, "", "", *_BLANK))


def _writing() -> tuple[Writing, ...]:
    return (Writing(hint=_("Owner")), Writing(hint=_("Next look")))


def _numbered(number: int, title: str) -> str:
    return _("{number}. {title}").format(number=number, title=title)


def _some(texts: Sequence[str], width: int, lines: int) -> tuple[str, ...]:
    """Return as many texts as a cell holds, at least one, and say where the others are."""
    shown: list[str] = []
    left = lines
    for text in texts[:MOST]:
        left -= _letter_lines(text, width)
        if shown and left < 0:
            break
        shown.append(text)
    more = len(texts) - len(shown)
    if more:
        words = ngettext("And {n} more in the annex.", "And {n} more in the annex.", more)
        shown.append(words.format(n=more))
    return tuple(shown)


def _may_apply(titles: Sequence[str]) -> str:
    return ngettext(
        "{n} more risk depends on answers you have not given: {titles}.",
        "{n} more risks depend on answers you have not given: {titles}.",
        len(titles),
    ).format(n=len(titles), titles="; ".join(titles))
