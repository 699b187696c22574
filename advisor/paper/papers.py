"""Every paper, in one table: the command line's options and the window's cards are made from it.

A paper more is a kind in ``advisor/models/papers.py``, a row here and what composes it.
"""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from advisor.language import N_, _
from advisor.models.advice import Advice
from advisor.models.document import Block, Document
from advisor.models.pack import Pack
from advisor.models.papers import PaperKind, PaperWish
from advisor.models.plan import Plan
from advisor.paper import checklist, report, worksheet
from advisor.telling import naming


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper. Words are marked with ``N_`` and translated when they are said.

    ``option`` explains it on the command line, ``written`` says there that it was written;
    ``is_fillable`` when it can have form fields.
    """

    kind: PaperKind
    title: str
    hint: str
    option: str
    written: str
    blocks: Callable[[Pack, Plan, Advice], Iterator[Block]]
    is_fillable: bool = False

    def compose(self, pack: Pack, plan: Plan, advice: Advice, made_on: datetime.date) -> Document:
        """Return the paper of a plan. The same arguments give the same document."""
        return Document(
            title=naming.title_of(plan),
            kind=_(self.title),
            language=pack.language,
            provenance=naming.provenance(pack, made_on),
            blocks=tuple(self.blocks(pack, plan, advice)),
            subject=plan.id,
        )


PAPERS: tuple[Paper, ...] = (
    Paper(
        kind=PaperKind.CHECKLIST,
        title=N_("Action checklist"),
        hint=N_("For the wall and the trustees: what, who, by when."),
        option=N_("Also write the action checklist."),
        written=N_("Checklist written to {path}"),
        blocks=checklist.compose,
        is_fillable=True,
    ),
    Paper(
        kind=PaperKind.REPORT,
        title=N_("Full report"),
        hint=N_("For commissioners and the file: reasons, sources, open questions."),
        option=N_("Also write the full report."),
        written=N_("Report written to {path}"),
        blocks=report.compose,
    ),
    Paper(
        kind=PaperKind.WORKSHEET,
        title=N_("Workshop sheet"),
        hint=N_("For the team: blank questions and blank decisions."),
        option=N_("Also write blank sheets for a workshop."),
        written=N_("Worksheet written to {path}"),
        blocks=worksheet.compose,
    ),
)
_BY_KIND = {paper.kind: paper for paper in PAPERS}


def paper_of(kind: PaperKind) -> Paper:
    """Return the row of a paper."""
    return _BY_KIND[kind]


def title_of(wish: PaperWish) -> str:
    """Name the document that is wanted."""
    return _(paper_of(wish.kind).title)


def has_fields(wish: PaperWish) -> bool:
    """Whether a document gets form fields: it can have some, and they are wanted."""
    return wish.fillable and paper_of(wish.kind).is_fillable
