"""Every paper, in one table: the command line's options and the window's cards are made from it.

A paper more is a kind in ``advisor/models/papers.py``, a row here and what composes it.
"""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from advisor.errors import ExportError
from advisor.language import N_, _
from advisor.models.advice import Advice
from advisor.models.document import Block, Document
from advisor.models.pack import Pack
from advisor.models.papers import PaperFormat, PaperKind, PaperWish
from advisor.models.plan import Plan
from advisor.paper import checklist, evaluation, report, worksheet
from advisor.telling import naming


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper. Words are marked with ``N_`` and translated when they are said.

    ``hint`` says whom it is for, ``name`` is what its file is called. A paper with an
    ``option`` can be asked for beside the advice on the command line. The first of
    ``formats`` is the one that is written unless another is asked for; ``is_fillable`` when it
    can have form fields. ``needs_judgement``: there is none for a form of support that the
    evidence cannot judge.
    """

    kind: PaperKind
    title: str
    hint: str
    name: str
    blocks: Callable[[Pack, Plan, Advice], Iterator[Block]]
    option: str = ""
    formats: tuple[PaperFormat, ...] = (PaperFormat.PDF,)
    is_fillable: bool = False
    landscape: bool = False
    needs_judgement: bool = False

    def refusal(self, advice: Advice) -> str:
        """Say why there is no such paper for a plan; empty where there is one."""
        if self.needs_judgement and not (advice.covered and advice.can_judge):
            return _("We cannot judge this form of support, so there is no paper: {title}.").format(
                title=_(self.title)
            )
        return ""

    def compose(self, pack: Pack, plan: Plan, advice: Advice, made_on: datetime.date) -> Document:
        """Return the paper of a plan. The same arguments give the same document.

        Raises ExportError where there is none for this plan.
        """
        if refusal := self.refusal(advice):
            raise ExportError(refusal)
        return Document(
            title=naming.title_of(plan),
            kind=_(self.title),
            language=pack.language,
            provenance=naming.provenance(pack, made_on),
            blocks=tuple(self.blocks(pack, plan, advice)),
            subject=plan.id,
            landscape=self.landscape,
        )


PAPERS: tuple[Paper, ...] = (
    Paper(
        kind=PaperKind.CHECKLIST,
        title=N_("Action checklist"),
        hint=N_("For the wall and the trustees: what, who, by when."),
        option=N_("Also write the action checklist."),
        name=N_("Checklist"),
        blocks=checklist.compose,
        is_fillable=True,
    ),
    Paper(
        kind=PaperKind.REPORT,
        title=N_("Full report"),
        hint=N_("For commissioners and the file: reasons, sources, open questions."),
        option=N_("Also write the full report."),
        name=N_("Report"),
        blocks=report.compose,
    ),
    Paper(
        kind=PaperKind.EVALUATION,
        title=N_("Evaluation plan"),
        hint=N_("For whoever listens to mothers: what to ask, when, and what to do then."),
        name=N_("Evaluation plan"),
        blocks=evaluation.compose,
        needs_judgement=True,
    ),
    Paper(
        kind=PaperKind.WORKSHEET,
        title=N_("Workshop sheet"),
        hint=N_("For the team: blank questions and blank decisions."),
        option=N_("Also write blank sheets for a workshop."),
        name=N_("Workshop sheet"),
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
