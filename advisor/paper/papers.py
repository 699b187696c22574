"""Every paper, in one table: the command line's options and the window's cards are made from it.

A paper more is a kind in ``advisor/models/papers.py``, a row here and what composes it, named in
``composing``.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from advisor.errors import ExportError
from advisor.language import N_, _
from advisor.models.advice import Advice
from advisor.models.pack import Pack
from advisor.models.papers import PaperFormat, PaperKind, PaperWish
from advisor.models.plan import Plan
from advisor.telling import naming
from advisor.telling.grammar import beside
from advisor.telling.starters import is_offered, starter_of

if TYPE_CHECKING:
    from advisor.models.document import Document
    from advisor.models.tables import DataTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The title of a document, what it is, and what its foot says before the edition."""

    title: str
    kind: str = ""
    foot: str = ""


def _plan_head(_pack: Pack, plan: Plan) -> Head:
    return Head(title=naming.title_of(plan), foot=_("Not a complete list, and no proof"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper. Words are marked with ``N_`` and translated when they are said.

    ``hint`` says whom it is for, ``file_title`` what its file is called where that is not the
    title. A paper with an ``option`` can be asked for beside the advice on the command line. The
    first of ``formats`` is the one that is written unless another is asked for; ``is_fillable``
    when it can have form fields. ``needs_judgement``: there is none for a form of support that
    the evidence cannot judge, unless (``own_risks_do``) the plan has risks of its own;
    ``needs_coverage``: none for people of whom it does not speak. There is none either where it
    is not ``is_offered`` to a plan. ``head`` gives the title, and the line above it where that is
    not the title of the paper.
    """

    kind: PaperKind
    title: str
    hint: str
    file_title: str = ""
    option: str = ""
    formats: tuple[PaperFormat, ...] = (PaperFormat.PDF,)
    is_fillable: bool = False
    landscape: bool = False
    needs_judgement: bool = False
    own_risks_do: bool = False
    needs_coverage: bool = False
    is_offered: Callable[[Pack, Plan], bool] = lambda _pack, _plan: True
    head: Callable[[Pack, Plan], Head] = _plan_head

    @property
    def name(self) -> str:
        """What its file is called, without the plan."""
        return _(self.file_title or self.title)

    def refusal(self, pack: Pack, plan: Plan, advice: Advice) -> str:
        """Say why there is no such paper for a plan; empty where there is one."""
        if not self.is_offered(pack, plan):
            return _("This paper does not fit your plan: {title}.").format(title=_(self.title))
        is_judged = advice.covered and advice.can_judge
        has_own_risks = self.own_risks_do and bool(plan.own_risks)
        if self.needs_judgement and not is_judged and not has_own_risks:
            return _("We cannot judge this form of support, so there is no paper: {title}.").format(
                title=_(self.title)
            )
        if self.needs_coverage and not advice.covered:
            return _(
                "The evidence does not speak about the people whom this is for, so there is no "
                "paper: {title}."
            ).format(title=_(self.title))
        return ""

    def compose(self, pack: Pack, plan: Plan, advice: Advice, made_on: datetime.date) -> "Document":
        """Return the paper of a plan. The same arguments give the same document.

        Raises ExportError where there is none for this plan.
        """
        from advisor.models.document import Document  # noqa: PLC0415 - advice alone needs no paper
        from advisor.paper.composing import composer_of  # noqa: PLC0415 - as above

        self._check(pack, plan, advice)
        head = self.head(pack, plan)
        return Document(
            title=head.title,
            kind=head.kind or _(self.title),
            language=pack.language,
            provenance=beside(head.foot, naming.provenance(pack, made_on)),
            blocks=tuple(composer_of(self.kind)(pack, plan, advice)),
            subject=plan.id,
            landscape=self.landscape,
        )

    def tabulate(self, pack: Pack, plan: Plan, advice: Advice) -> "DataTable":
        """Return the paper of a plan as a table.

        Raises ExportError where there is none for this plan.
        """
        from advisor.paper.composing import table_of  # noqa: PLC0415 - advice alone needs no paper

        self._check(pack, plan, advice)
        return table_of(self.kind, pack, plan, advice)

    def _check(self, pack: Pack, plan: Plan, advice: Advice) -> None:
        if refusal := self.refusal(pack, plan, advice):
            raise ExportError(refusal)


def _starter(kind: PaperKind, title: str, hint: str) -> Paper:
    """Return the row of a starter, whose texts the evidence pack holds."""

    def head(pack: Pack, _plan: Plan) -> Head:
        told = starter_of(pack, kind)
        return Head(
            title=told.title,
            kind=_("A first draft. For: {readers}").format(readers=told.for_whom),
            foot=_("Not a legal document"),
        )

    return Paper(
        kind=kind,
        title=title,
        hint=hint,
        formats=(PaperFormat.DOCX, PaperFormat.PDF),
        is_offered=partial(is_offered, kind=kind),
        head=head,
    )


PAPERS: tuple[Paper, ...] = (
    Paper(
        kind=PaperKind.CHECKLIST,
        title=N_("Action checklist"),
        hint=N_("For the wall and the trustees: who, by when"),
        option=N_("Also write the action checklist."),
        file_title=N_("Checklist"),
        is_fillable=True,
    ),
    Paper(
        kind=PaperKind.REPORT,
        title=N_("Report"),
        hint=N_("For trustees and commissioners"),
        option=N_("Also write the report."),
    ),
    Paper(
        kind=PaperKind.ANNEX,
        title=N_("Annex"),
        hint=N_("For the file: every reason, action and source"),
    ),
    Paper(
        kind=PaperKind.REGISTER,
        title=N_("Risk register"),
        hint=N_("For trustees: each risk, with room to score"),
        formats=(PaperFormat.PDF, PaperFormat.XLSX, PaperFormat.CSV),
        landscape=True,
        needs_judgement=True,
        own_risks_do=True,
    ),
    Paper(
        kind=PaperKind.LOGIC_MODEL,
        title=N_("Logic model"),
        hint=N_("For a funder: the programme on one page"),
        formats=(PaperFormat.PDF, PaperFormat.SVG, PaperFormat.PNG),
        landscape=True,
        needs_judgement=True,
    ),
    Paper(
        kind=PaperKind.EVALUATION,
        title=N_("Evaluation plan"),
        hint=N_("What to ask mothers, when, and what then"),
        needs_judgement=True,
    ),
    Paper(
        kind=PaperKind.TRAINING,
        title=N_("Training outline"),
        hint=N_("For trainers: sessions and exercises"),
        needs_coverage=True,
    ),
    Paper(
        kind=PaperKind.WORKSHEET,
        title=N_("Workshop sheet"),
        hint=N_("For a meeting: to check, and to settle"),
        option=N_("Also write the sheet for a workshop."),
        needs_coverage=True,
    ),
    Paper(
        kind=PaperKind.DESCRIPTION,
        title=N_("Programme description"),
        hint=N_("For funders and researchers, item by item"),
        needs_coverage=True,
    ),
    Paper(
        kind=PaperKind.PRINCIPLES,
        title=N_("Principles sheet"),
        hint=N_("How you stand to the field's principles"),
        needs_coverage=True,
    ),
    _starter(
        PaperKind.ENDINGS_POLICY,
        N_("Endings policy"),
        N_("A first draft: how support ends"),
    ),
    _starter(
        PaperKind.GROUP_AGREEMENT,
        N_("Group agreement"),
        N_("A first draft, to change together"),
    ),
    _starter(
        PaperKind.PEER_ROLE,
        N_("What peers do and do not do"),
        N_("A first draft of the role"),
    ),
    _starter(
        PaperKind.WHAT_TO_EXPECT,
        N_("What to expect"),
        N_("A first draft for those you support"),
    ),
    _starter(
        PaperKind.FOR_REFERRERS,
        N_("Page for referrers"),
        N_("A first draft for midwives and others"),
    ),
)
_BY_KIND = {paper.kind: paper for paper in PAPERS}


def paper_of(kind: PaperKind) -> Paper:
    """Return the row of a paper."""
    return _BY_KIND[kind]


def title_of(wish: PaperWish) -> str:
    """Name the document that is wanted."""
    return _(paper_of(wish.kind).title)


def name_of(wish: PaperWish) -> str:
    """Return what the file of a document is called, without the plan."""
    return paper_of(wish.kind).name


def has_fields(wish: PaperWish) -> bool:
    """Whether a document gets form fields: it can have some, and they are wanted."""
    return wish.fillable and wish.form is PaperFormat.PDF and paper_of(wish.kind).is_fillable
