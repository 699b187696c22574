"""The annex: for the file, and for whoever checks. Nothing of the advice is left out."""

from collections.abc import Iterator

from advisor.language import _
from advisor.models import blocks
from advisor.models.advice import Advice
from advisor.models.document import Block
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.paper.cards import card_of
from advisor.paper.items import first_blocks, gate_blocks, tallies
from advisor.paper.plan_tables import action_blocks, answer_blocks
from advisor.paper.reference import evidence_blocks, source_blocks
from advisor.telling.actions import told_by_stage
from advisor.telling.advice import AdvicePart, AdviceStory, CardBlock, tell
from advisor.telling.cards import CardStory
from advisor.telling.naming import short_citation
from advisor.telling.opening import FIRST, NoteStory
from advisor.telling.tensions import TensionStory
from advisor.telling.words import MARK, NO_PROOF


def compose(pack: Pack, plan: Plan, advice: Advice) -> Iterator[Block]:
    """Yield the annex, top to bottom."""
    told = tell(pack, plan, advice)
    yield from tallies(advice)
    yield blocks.Paragraph(text=told.headline.sentence, role=blocks.Role.LEAD)
    proof = _(NO_PROOF) if told.blocks else ""
    yield blocks.Paragraph(text=" ".join(filter(None, (told.caveat, told.progress, proof))))
    if plan.description.strip():
        yield blocks.Paragraph(text=plan.description)
    yield from gate_blocks(told)
    yield from first_blocks(told)
    yield blocks.Contents()
    yield from _open_questions(told)
    yield from _tensions(told)
    for block in told.blocks:
        yield from _findings(block)
        if block.id is AdvicePart.RISKS and told.own_risks:
            yield blocks.Heading(level=2, text=_("Risks added by you"))
            yield blocks.Bullets(items=tuple(risk.sentence for risk in told.own_risks))
    yield from answer_blocks(pack, plan)
    yield from action_blocks(told_by_stage(pack, plan, advice))
    yield from _notes(told)
    yield from evidence_blocks(pack)
    yield from source_blocks(pack, advice)


def _open_questions(told: AdviceStory) -> Iterator[Block]:
    yield blocks.Heading(level=1, text=_(FIRST))
    if not told.open_questions:
        yield blocks.Paragraph(text=_("No open question could change this advice."))
        return
    yield blocks.Table(
        header=(_("To do"), _("Question"), _("So far"), _("What the answer tells")),
        rows=tuple((each.verb, each.text, each.state, each.effect) for each in told.open_questions),
        summary=_("Open questions, the most useful first, with what an answer tells."),
        widths=(11, 34, 15, 40),
    )


def _tensions(told: AdviceStory) -> Iterator[Block]:
    if not told.tensions:
        return
    yield blocks.Heading(level=1, text=_("Both sides of your choices"))
    yield blocks.Paragraph(
        text=_(
            "Each of these choices can do good and harm at once. The two sides are shown "
            "together and never weighed against each other."
        ),
        role=blocks.Role.INTRO,
    )
    for tension in told.tensions:
        yield from _tension(tension)


def _tension(tension: TensionStory) -> Iterator[Block]:
    yield blocks.Heading(level=2, text=tension.title)
    yield blocks.Paragraph(
        text=_("{question} {answer}. {text}").format(
            question=tension.asked, answer=tension.chosen, text=tension.text
        )
    )
    yield blocks.Table(
        header=(_("It may help"), _("It may harm or keep mothers away")),
        rows=(tuple("\n".join(map(_line, side)) for side in (tension.benefits, tension.risks)),),
        summary=_("Both sides of the choice {title}.").format(title=tension.title),
        widths=(50, 50),
    )
    if tension.keeps_safe:
        yield blocks.Paragraph(
            text=_("What keeps it safe: {words}").format(words=tension.keeps_safe)
        )


def _line(card: CardStory) -> str:
    return f"{card.coded_title} – {card.status}"


def _findings(block: CardBlock) -> Iterator[Block]:
    yield blocks.Heading(level=1, text=block.title)
    words = block.intro if block.cards else block.when_empty
    if words:
        yield blocks.Paragraph(text=words, role=blocks.Role.INTRO)
    if block.id is AdvicePart.NOT_COVERED:
        yield _listed(block, _("What it is about"), [card.summary for card in block.cards])
    elif block.id is AdvicePart.NOT_SET_UP:
        yield _listed(block, _("It depends on"), list(map(_needs, block.cards)))
    elif block.id is AdvicePart.DOES_NOT_APPLY:
        yield _listed(block, _("Why not"), list(map(_why_not, block.cards)))
    else:
        for card in block.cards:
            yield card_of(card, 2)


def _listed(block: CardBlock, title: str, words: list[str]) -> blocks.Table:
    return blocks.Table(
        header=(_("Statement"), title),
        rows=tuple(zip(map(_pointing, block.cards), words, strict=True)),
        summary=_("{title}: one statement in each row.").format(title=block.title),
        widths=(38, 62),
    )


def _pointing(card: CardStory) -> str:
    return f"{card.coded_title} – {MARK[card.marks[1]]}"


def _why_not(card: CardStory) -> str:
    lines = (
        line
        for branch in card.branches
        for line in (*branch.why, *(reason.sentence for reason in branch.reasons))
    )
    return "\n".join(lines)


def _needs(card: CardStory) -> str:
    return "\n".join(need.sentence for need in card.needs)


def _notes(told: AdviceStory) -> Iterator[Block]:
    if not told.notes:
        return
    yield blocks.Heading(level=1, text=_("Where the evidence stops, and what needs care"))
    for note in told.notes:
        yield blocks.Heading(level=2, text=note.title)
        yield blocks.Notice(
            tone=blocks.Tone.QUIET if note.may_only else blocks.Tone.CAUTION,
            title=MARK[Mark.MAY_APPLY if note.may_only else Mark.APPLIES],
            paragraphs=tuple(_note(note)),
        )


def _note(note: NoteStory) -> Iterator[str]:
    yield note.text
    if note.citations:
        sources = "; ".join(map(short_citation, note.citations))
        yield _("Sources: {sources}").format(sources=sources)
