"""The risk register on paper: for trustees to read across, and to score by their own scale."""

from collections.abc import Iterator, Sequence

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.blocks import Paragraph, Role
from advisor.models.document import Block
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.sheets import Column, Content, GroupRow, Room, Row, Ruled, State, Words, Writing
from advisor.paper.cards import TONE
from advisor.paper.register_fit import Texts, fit, left_out
from advisor.telling.advice import AdviceStory, tell
from advisor.telling.register import (
    NOTHING_IN_PLACE,
    NOTHING_TO_DO,
    SCALES,
    YOU_WROTE,
    NumberedOwnRisk,
    RegisterRisk,
    RegisterStory,
    tell_register,
)
from advisor.telling.words import MARK, RISK_STATE

_BLANK: tuple[Content, ...] = ("",) * len(SCALES)
_SCALE_WIDTH = 13
_WHY, _IN_PLACE, _TO_DO, _LEFT, _NOTICED = range(5)
_SAID_FIRST = (_TO_DO, _WHY, _NOTICED, _IN_PLACE)
"""The columns that say more where there is room, what is still to do before all else."""


def compose(pack: Pack, plan: Plan, advice: Advice) -> Iterator[Block]:
    """Yield the register as a paper of its own."""
    return register_blocks(tell(pack, plan, advice), level=1)


def register_blocks(advised: AdviceStory, *, level: int) -> Iterator[Block]:
    """Yield the register for a page on its side; each risk is a heading of the level."""
    told = tell_register(advised)
    if told.when_empty:
        yield Paragraph(text=told.when_empty)
    if told.risks or told.own:
        texts = (*map(_texts, told.risks), *map(_own_texts, told.own))
        fitting = fit(texts, order=_SAID_FIRST, remark=bool(told.more))
        yield Paragraph(text=told.lead)
        yield Ruled(
            columns=tuple(_columns(fitting.widths)),
            rows=tuple(_rows(told, level, texts, fitting.shown)),
            summary=_("The risks of the plan, each with why, what is in place and what is to do."),
            small=True,
        )
    if told.more:
        yield Paragraph(text=told.more, role=Role.SMALL)


def _columns(widths: Sequence[int]) -> Iterator[Column]:
    heads = (
        _("Why it can happen here"),
        _("In place"),
        _("Still to do"),
        _("What is left"),
        _("How we would notice"),
    )
    for head, width in zip(heads, widths, strict=True):
        yield Column(head=head, width=width)
    for scale in SCALES:
        yield Column(head=_(scale.when), over=_(scale.what), width=_SCALE_WIDTH, share=False)


def _texts(risk: RegisterRisk) -> Texts:
    cells = (
        risk.why_here,
        risk.in_place or (_(NOTHING_IN_PLACE),),
        tuple(action.sentence for action in risk.to_do) or (_(NOTHING_TO_DO),),
        (risk.left,),
        risk.signs,
    )
    return Texts(
        title=_numbered(risk.number, risk.title),
        term=_("({words})").format(words=risk.besides) if risk.besides else "",
        cells=cells,
    )


def _own_texts(own: NumberedOwnRisk) -> Texts:
    written = f"{_(YOU_WROTE)} {own.risk.mitigation}" if own.risk.mitigation else ""
    return Texts(title=_numbered(own.number, own.risk.text), cells=((), (), (written,), (), ()))


def _rows(
    told: RegisterStory, level: int, texts: Sequence[Texts], shown: Sequence[Sequence[int]]
) -> Iterator[GroupRow | Row]:
    risks: tuple[RegisterRisk | NumberedOwnRisk, ...] = (*told.risks, *told.own)
    for risk, words, counts in zip(risks, texts, shown, strict=True):
        if isinstance(risk, RegisterRisk):
            yield _head(risk, words, level)
            yield Row(cells=(*map(_some, words.cells, counts), *_BLANK))
        else:
            yield from _own(risk, words, level)


def _head(risk: RegisterRisk, words: Texts, level: int) -> GroupRow:
    return GroupRow(
        title=words.title,
        level=level,
        term=words.term,
        remark=MARK[Mark.MATTERS_MORE] if risk.matters_more else "",
        state=State(tone=TONE[Mark(risk.state.value)], word=RISK_STATE[risk.state]),
        writing=_writing(),
    )


def _own(own: NumberedOwnRisk, words: Texts, level: int) -> Iterator[GroupRow | Row]:
    yield GroupRow(
        title=words.title,
        level=level,
        remark=MARK[Mark.ADDED_BY_YOU],
        writing=_writing(),
    )
    written = own.risk.mitigation
    done = Words(start=_(YOU_WROTE), text=written) if written else ""
    yield Row(cells=(Room(), "", done, "", "", *_BLANK))


def _writing() -> tuple[Writing, ...]:
    return (Writing(hint=_("Owner")), Writing(hint=_("Next look")))


def _numbered(number: int, title: str) -> str:
    return _("{number}. {title}").format(number=number, title=title)


def _some(texts: Sequence[str], shown: int) -> Words:
    return Words(items=tuple(texts[:shown]), small=left_out(texts, shown), run_on=True)
