"""What composes each paper; it loads with the first paper of its kind. Advice alone needs none."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from typing import TypeAlias, cast

from advisor.models.advice import Advice
from advisor.models.document import Block
from advisor.models.pack import Pack
from advisor.models.papers import PaperKind
from advisor.models.plan import Plan
from advisor.models.tables import DataTable
from advisor.telling.starters import starter_of

Compose: TypeAlias = Callable[[Pack, Plan, Advice], Iterator[Block]]


def _starter(
    pack: Pack, plan: Plan, _advice: Advice, *, kind: PaperKind, signed: bool = False
) -> Iterator[Block]:
    """Compose a starter, whose texts the evidence pack holds."""
    from advisor.paper.starters import starter_blocks  # noqa: PLC0415 - as every other composer

    return starter_blocks(pack, plan, starter_of(pack, kind), signed=signed)


_SIGNED = (PaperKind.ENDINGS_POLICY, PaperKind.GROUP_AGREEMENT, PaperKind.PEER_ROLE)

_MODULES: Mapping[PaperKind, str] = {
    PaperKind.CHECKLIST: "advisor.paper.checklist",
    PaperKind.REPORT: "advisor.paper.report",
    PaperKind.ANNEX: "advisor.paper.annex",
    PaperKind.REGISTER: "advisor.paper.register",
    PaperKind.LOGIC_MODEL: "advisor.paper.logic_model",
    PaperKind.EVALUATION: "advisor.paper.evaluation",
    PaperKind.TRAINING: "advisor.paper.training",
    PaperKind.WORKSHEET: "advisor.paper.worksheet",
    PaperKind.DESCRIPTION: "advisor.paper.description",
    PaperKind.PRINCIPLES: "advisor.paper.principles",
}
"""Each with a function ``compose``. All of them together take a tenth of a second to load."""


def composer_of(kind: PaperKind) -> Compose:
    """Return what yields the blocks of a paper."""
    if kind in _MODULES:
        return cast("Compose", import_module(_MODULES[kind]).compose)
    return partial(_starter, kind=kind, signed=kind in _SIGNED)


def table_of(kind: PaperKind, pack: Pack, plan: Plan, advice: Advice) -> DataTable:
    """Return a paper as a table. Raises ValueError for one that is no table."""
    if kind is not PaperKind.REGISTER:
        raise ValueError(f"The paper {kind} is no table.")
    from advisor.paper.register_table import register_table  # noqa: PLC0415 - as above

    return register_table(pack, plan, advice)
