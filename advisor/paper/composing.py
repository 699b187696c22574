"""What composes each paper. Loads with the first paper: advice alone needs none of it."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from advisor.models.advice import Advice
from advisor.models.document import Block
from advisor.models.pack import Pack
from advisor.models.papers import PaperKind
from advisor.models.plan import Plan
from advisor.models.tables import DataTable
from advisor.paper import (
    annex,
    checklist,
    description,
    evaluation,
    logic_model,
    principles,
    register,
    report,
    training,
    worksheet,
)
from advisor.paper.register_table import register_table
from advisor.paper.starters import starter_blocks
from advisor.telling.starters import starter_of


def _starter(
    pack: Pack, plan: Plan, _advice: Advice, *, kind: PaperKind, signed: bool = False
) -> Iterator[Block]:
    """Compose a starter, whose texts the evidence pack holds."""
    return starter_blocks(pack, plan, starter_of(pack, kind), signed=signed)


_SIGNED = (PaperKind.ENDINGS_POLICY, PaperKind.GROUP_AGREEMENT, PaperKind.PEER_ROLE)
_UNSIGNED = (PaperKind.WHAT_TO_EXPECT, PaperKind.FOR_REFERRERS)

_BLOCKS: Mapping[PaperKind, Callable[[Pack, Plan, Advice], Iterator[Block]]] = {
    PaperKind.CHECKLIST: checklist.compose,
    PaperKind.REPORT: report.compose,
    PaperKind.ANNEX: annex.compose,
    PaperKind.REGISTER: register.compose,
    PaperKind.LOGIC_MODEL: logic_model.compose,
    PaperKind.EVALUATION: evaluation.compose,
    PaperKind.TRAINING: training.compose,
    PaperKind.WORKSHEET: worksheet.compose,
    PaperKind.DESCRIPTION: description.compose,
    PaperKind.PRINCIPLES: principles.compose,
    **{kind: partial(_starter, kind=kind, signed=True) for kind in _SIGNED},
    **{kind: partial(_starter, kind=kind) for kind in _UNSIGNED},
}


def blocks_of(kind: PaperKind, pack: Pack, plan: Plan, advice: Advice) -> Iterator[Block]:
    """Yield the blocks of a paper."""
    return _BLOCKS[kind](pack, plan, advice)


def table_of(kind: PaperKind, pack: Pack, plan: Plan, advice: Advice) -> DataTable:
    """Return a paper as a table. Raises ValueError for one that is no table."""
    if kind is not PaperKind.REGISTER:
        raise ValueError(f"The paper {kind} is no table.")
    return register_table(pack, plan, advice)
