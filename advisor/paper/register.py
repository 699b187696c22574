"""The risk register on paper: for trustees to read across, and to score by their own scale."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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

_WHY, _LEFT, _NOTICED = 46, 37, 41
_WIDE, _NARROW = 62, 44
"""What is still to do has the wider column, unless what is in place says far more."""
_FAR_MORE = 2
_EDGES, _LETTER = 6.5, 1.75
"""What of a column is left blank, and how wide a letter is, in millimetres."""
_FIRST_PAGE, _PAGE, _HEAD, _LINE = 124, 150, 8.5, 3.95
"""How high the room for risks is on the first and each other page, the head of a risk, a line."""
_SPARE, _REMARK = 6, 10
"""What is left free of a page that is filled, and what the remark at the end takes."""

_BLANK: tuple[Content, ...] = ("",) * len(SCALES)
_SCALE_WIDTH = 10


def compose(pack: Pack, plan: Plan, advice: Advice) -> Iterator[Block]:
    """Yield the register as a paper of its own."""
    return register_blocks(tell(pack, plan, advice), level=1)


def register_blocks(advised: AdviceStory, *, level: int) -> Iterator[Block]:
    """Yield the register for a page on its side; each risk is a heading of the level."""
    told = tell_register(advised)
    widths = _widths(told)
    most = _most_lines(told, widths)
    if told.when_empty:
        yield Paragraph(text=told.when_empty)
    if told.risks or told.own:
        yield Paragraph(text=_(LEAD))
        yield Ruled(
            columns=_columns(widths),
            rows=(
                *(
                    row
                    for risk, lines in zip(told.risks, most, strict=True)
                    for row in _risk(risk, level, widths, lines)
                ),
                *(row for own in told.own for row in _own(own, level)),
            ),
            summary=_("The risks of the plan, each with why, what is in place and what is to do."),
            small=True,
        )
    if told.may_apply:
        yield Paragraph(text=_may_apply(told.may_apply), role=Role.SMALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Widths:
    """How wide the two columns are that share what the others leave, in millimetres."""

    in_place: int
    to_do: int


def _widths(told: RegisterStory) -> _Widths:
    in_place = sum(len(text) for risk in told.risks for text in risk.in_place[:MOST])
    to_do = sum(len(text) for risk in told.risks for text in _to_do(risk)[:MOST])
    if in_place > _FAR_MORE * to_do and not told.own:
        return _Widths(in_place=_WIDE, to_do=_NARROW)
    return _Widths(in_place=_NARROW, to_do=_WIDE)


def _most_lines(told: RegisterStory, widths: _Widths) -> tuple[int, ...]:
    """Return how many lines a cell of each risk may have.

    They are as many as cost no page more than few lines do, and more on a page with room for it.
    """
    enough = min(MOST_PAGES, len(_pages(told, widths, _FEW)))
    fitting = (
        lines for lines in range(_FULL, _FEWEST, -1) if len(_pages(told, widths, lines)) <= enough
    )
    least = next(fitting, _FEWEST)
    pages = _pages(told, widths, least)
    most: list[int] = []
    for number, page in enumerate(pages):
        room = (_PAGE if number else _FIRST_PAGE) - _SPARE
        if told.may_apply and number == len(pages) - 1:
            room -= _REMARK
        filling = (
            lines
            for lines in range(_FULL, least, -1)
            if sum(_height(each, widths, lines) for each in page) <= room
        )
        risks = sum(isinstance(each, RegisterRisk) for each in page)
        most += [next(filling, least)] * risks
    return tuple(most)


def _pages(
    told: RegisterStory, widths: _Widths, lines: int
) -> list[list[RegisterRisk | NumberedOwnRisk]]:
    """Return what stands on each page, by about how high it is."""
    pages: list[list[RegisterRisk | NumberedOwnRisk]] = [[]]
    room = float(_FIRST_PAGE)
    everything: tuple[RegisterRisk | NumberedOwnRisk, ...] = (*told.risks, *told.own)
    for each in everything:
        height = _height(each, widths, lines)
        if height > room:
            pages.append([])
            room = float(_PAGE)
        pages[-1].append(each)
        room -= height
    return pages


def _height(each: RegisterRisk | NumberedOwnRisk, widths: _Widths, lines: int) -> float:
    if isinstance(each, RegisterRisk):
        return _HEAD + _LINE * _highest(each, widths, lines)
    return _HEAD + _LINE * _letter_lines(each.risk.mitigation, widths.to_do)


def _highest(risk: RegisterRisk, widths: _Widths, lines: int) -> int:
    """Return how many lines the highest cell of a risk has."""
    cells = (
        _some(risk.why_here, _WHY, lines),
        _some(risk.in_place, widths.in_place, lines),
        _some(_to_do(risk), widths.to_do, lines),
        _some(risk.signs, _NOTICED, lines),
    )
    widest = (_WHY, widths.in_place, widths.to_do, _NOTICED)
    listed = (
        sum(_letter_lines(text, width) for text in cell.items) + bool(cell.small)
        for cell, width in zip(cells, widest, strict=True)
    )
    return max(*listed, _letter_lines(risk.left, _LEFT))


def _letter_lines(text: str, width: int) -> int:
    return math.ceil(len(text) / ((width - _EDGES) / _LETTER))


def _columns(widths: _Widths) -> tuple[Column, ...]:
    return (
        Column(head=_("Why it can happen here"), width=_WHY),
        Column(head=_("In place"), width=widths.in_place),
        Column(head=_("Still to do"), width=widths.to_do),
        Column(head=_("What is left"), width=_LEFT),
        Column(head=_("How we would notice"), width=_NOTICED),
        *(Column(head=_(head), width=_SCALE_WIDTH, share=False, upright=True) for head in SCALES),
    )


def _risk(risk: RegisterRisk, level: int, widths: _Widths, lines: int) -> Iterator[GroupRow | Row]:
    yield GroupRow(
        title=_numbered(risk.number, risk.title),
        level=level,
        term=_("({words})").format(words=risk.besides) if risk.besides else "",
        remark=MARK[Mark.MATTERS_MORE] if risk.matters_more else "",
        state=State(tone=TONE[Mark(risk.state.value)], word=RISK_STATE[risk.state]),
        writing=_writing(),
    )
    in_place = risk.in_place or (_(NOTHING_IN_PLACE),)
    to_do = _to_do(risk) or (_(NOTHING_TO_DO),)
    yield Row(
        cells=(
            _some(risk.why_here, _WHY, lines),
            _some(in_place, widths.in_place, lines),
            _some(to_do, widths.to_do, lines),
            Words(text=risk.left),
            _some(risk.signs, _NOTICED, lines),
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


def _some(texts: Sequence[str], width: int, lines: int) -> Words:
    """Return as many texts as a cell holds, at least one, and say where the others are."""
    shown: list[str] = []
    left = lines
    for text in texts[:MOST]:
        left -= _letter_lines(text, width)
        if shown and left < 0:
            break
        shown.append(text)
    more = len(texts) - len(shown)
    words = ngettext("And {n} more in the annex.", "And {n} more in the annex.", more)
    return Words(items=tuple(shown), small=words.format(n=more) if more else "")


def _may_apply(titles: Sequence[str]) -> str:
    return ngettext(
        "{n} more risk depends on answers you have not given: {titles}.",
        "{n} more risks depend on answers you have not given: {titles}.",
        len(titles),
    ).format(n=len(titles), titles="; ".join(titles))
