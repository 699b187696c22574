"""The full report: for a commissioner and for the file. Nothing of the advice is left out."""

import datetime
from collections.abc import Iterable, Iterator

from advisor.models.advice import Advice, Finding, Verdict
from advisor.models.blocks import (
    Block,
    Bullets,
    Contents,
    Heading,
    Notice,
    Paragraph,
    Role,
    Table,
    Tone,
)
from advisor.models.document import Document
from advisor.models.evidence import Effect
from advisor.models.ids import ConfigurationId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.questionnaire import Nature
from advisor.paper import cards
from advisor.paper.items import opening_blocks, tallies
from advisor.paper.plan_tables import action_blocks, answer_blocks
from advisor.paper.reference import evidence_blocks, source_blocks
from advisor.telling.grammar import unique
from advisor.telling.naming import coded_title, own_risk_words, provenance, short_citation, title_of
from advisor.telling.opening import answered_sentence, summary_sentence
from advisor.telling.order import applying, worst_first
from advisor.telling.words import NO_PROOF, NOT_SAFE, OPEN_ANSWER, VERDICT, pointing


def compose(pack: Pack, plan: Plan, advice: Advice, made_on: datetime.date) -> Document:
    """Return the report on a plan. The same arguments give the same document."""
    return Document(
        title=title_of(plan),
        kind="Full report",
        language=pack.language,
        provenance=provenance(pack, made_on),
        blocks=tuple(_blocks(pack, plan, advice)),
        subject=plan.id,
    )


def _blocks(pack: Pack, plan: Plan, advice: Advice) -> Iterator[Block]:
    yield tallies(advice)
    yield Paragraph(text=summary_sentence(advice.summary), role=Role.LEAD)
    yield Paragraph(text=f"{answered_sentence(advice.summary)} {NO_PROOF}")
    if plan.description.strip():
        yield Paragraph(text=plan.description)
    yield from opening_blocks(pack, advice, whole_notes=False)
    yield Contents()
    yield from _open_questions(pack, advice)
    yield from _tensions(pack, advice)
    yield from _findings(pack, plan, advice)
    yield from _may_apply(pack, advice)
    yield from _not_covered(pack, advice)
    yield from _does_not_apply(pack, advice)
    yield from answer_blocks(pack, plan)
    yield from action_blocks(pack, plan, advice)
    yield from _scope_notes(pack, advice)
    yield from evidence_blocks(pack)
    yield from source_blocks(pack, advice)


def _open_questions(pack: Pack, advice: Advice) -> Iterator[Block]:
    yield Heading(level=1, text="Find out or decide first")
    if not advice.open_questions:
        yield Paragraph(text="No open question could change a verdict.")
        return
    rows = []
    for each in advice.open_questions:
        question = pack.questionnaire[each.question]
        todo = "Find out" if question.nature is Nature.CONTEXT else "Decide"
        rows.append(
            (todo, question.text, OPEN_ANSWER[each.open], f"{each.could_settle} of {each.touches}")
        )
    yield Table(
        header=("To do", "Question", "So far", "Could settle alone"),
        rows=tuple(rows),
        summary="Open questions, the most useful first, with how many of the verdicts that "
        "depend on each could be settled by its answer alone.",
        widths=(14, 50, 18, 18),
    )


def _tensions(pack: Pack, advice: Advice) -> Iterator[Block]:
    if not advice.tensions:
        return
    tensions = {tension.id: tension for tension in pack.tensions}
    yield Heading(level=1, text="Both sides of your choices")
    yield Paragraph(
        text="Each of these choices can do good and harm at once. The two sides are shown "
        "together and never weighed against each other."
    )
    for advised in advice.tensions:
        tension = tensions[advised.id]
        question = pack.questionnaire[advised.question]
        yield Heading(level=2, text=tension.title)
        yield Paragraph(text=f"You chose: {question.option(advised.option).label}. {tension.text}")
        yield Table(
            header=("May do good", "May do harm"),
            rows=(
                (
                    _side(pack, advice, advised.benefit_side, adverse=False),
                    _side(pack, advice, advised.risk_side, adverse=True),
                ),
            ),
            summary=f"Both sides of the choice {tension.title}.",
            widths=(50, 50),
        )


def _side(pack: Pack, advice: Advice, side: Iterable[ConfigurationId], *, adverse: bool) -> str:
    wanted = frozenset(side)
    lines = [
        cards.status_line(pack, finding)
        for finding in advice.findings
        if finding.configuration in wanted
        and finding.is_live
        and finding.effect.is_adverse is adverse
    ]
    return "\n".join(unique(lines)) or "Nothing here for this plan"


def _findings(pack: Pack, plan: Plan, advice: Advice) -> Iterator[Block]:
    yield Heading(level=1, text="Risks")
    risks = worst_first(applying(advice, Effect.HARMS))
    yield from _cards(pack, advice, risks, "No risk that we know of applies for certain.", 2)
    if plan.own_risks:
        yield Heading(level=2, text="Risks added by you")
        yield Bullets(items=own_risk_words(plan))
    yield Heading(level=1, text="Benefits")
    benefits = applying(advice, Effect.BENEFITS)
    yield from _cards(pack, advice, benefits, "No benefit applies for certain.", 2)
    yield Heading(level=1, text="Take-up")
    yield Heading(level=2, text="What may help")
    helps = applying(advice, Effect.ENCOURAGES)
    yield from _cards(pack, advice, helps, "Nothing applies for certain.", 3)
    yield Heading(level=2, text="What may hinder")
    hinders = applying(advice, Effect.DISCOURAGES)
    yield from _cards(pack, advice, hinders, "Nothing applies for certain.", 3)


def _cards(
    pack: Pack, advice: Advice, findings: Iterable[Finding], none: str, level: int
) -> Iterator[Block]:
    found = False
    for finding in findings:
        found = True
        yield cards.card_of(pack, advice, finding, level)
    if not found:
        yield Paragraph(text=none)


def _may_apply(pack: Pack, advice: Advice) -> Iterator[Block]:
    yield Heading(level=1, text="May apply")
    findings = advice.with_verdict(Verdict.MAY_APPLY)
    if not findings:
        yield Paragraph(text="No verdict depends on an open answer.")
    for finding in findings:
        yield cards.open_card_of(pack, finding, 2)


def _not_covered(pack: Pack, advice: Advice) -> Iterator[Block]:
    findings = advice.with_verdict(Verdict.NOT_COVERED)
    yield Heading(level=1, text=VERDICT[Verdict.NOT_COVERED])
    if not findings:
        yield Paragraph(text="The evidence speaks about a format that you chose for every point.")
        return
    yield Paragraph(
        text=f"The evidence does not speak about these points for the formats you chose. {NOT_SAFE}"
    )
    yield Table(
        header=("Point", "What it is about"),
        rows=tuple(_titled_rows(pack, findings)),
        summary="Points that the evidence does not cover for the formats chosen.",
        widths=(38, 62),
    )


def _titled_rows(pack: Pack, findings: Iterable[Finding]) -> Iterator[tuple[str, str]]:
    for configuration_id in unique(finding.configuration for finding in findings):
        configuration = pack.configuration_by_id[ConfigurationId(configuration_id)]
        yield coded_title(configuration), configuration.summary


def _does_not_apply(pack: Pack, advice: Advice) -> Iterator[Block]:
    findings = advice.with_verdict(Verdict.DOES_NOT_APPLY)
    yield Heading(level=1, text="Does not apply, and why")
    if not findings:
        yield Paragraph(text="There is no point that does not apply.")
        return
    yield Table(
        header=("Point", "Why not"),
        rows=tuple(
            (
                f"{coded_title(pack.configuration_by_id[finding.configuration])} – "
                f"{pointing(finding)}",
                cards.why_not(pack, finding),
            )
            for finding in findings
        ),
        summary="Points that do not apply to this plan, each with the answers that rule it out.",
        widths=(38, 62),
    )


def _scope_notes(pack: Pack, advice: Advice) -> Iterator[Block]:
    if not advice.scope_notes:
        return
    notes = {note.id: note for note in pack.scope_notes}
    yield Heading(level=1, text="Where the evidence stops")
    for advised in advice.scope_notes:
        note = notes[advised.id]
        sources = "; ".join(short_citation(pack.source_by_id[source]) for source in note.sources)
        yield Heading(level=2, text=note.title)
        yield Notice(
            tone=Tone.CAUTION if advised.verdict is Verdict.APPLIES else Tone.QUIET,
            title=VERDICT[advised.verdict],
            paragraphs=(note.text, *((f"Sources: {sources}",) if sources else ())),
        )
