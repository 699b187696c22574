"""Advice for a terminal: short, in the order in which a coordinator needs it."""

from advisor.export.terminal import TerminalPage
from advisor.language import _, ngettext
from advisor.models.advice import Advice, RiskState
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling import actions
from advisor.telling.action import ActionRow
from advisor.telling.advice import AdvicePart, AdviceStory, CardBlock, tell
from advisor.telling.cards import CardStory
from advisor.telling.headline import CAVEAT
from advisor.telling.opening import BEFORE_YOU_OPEN, FIRST, OUTSIDE
from advisor.telling.words import MARK, NO_ACTION_TESTED, NO_PROOF, RECONSTRUCTION

WIDTH = 80
MOST_NAMED = 6


def advice_text(pack: Pack, plan: Plan, advice: Advice, width: int = WIDTH) -> str:
    """Return the advice as plain text, wrapped at ``width`` characters (at least 40)."""
    told = tell(pack, plan, advice)
    page = TerminalPage(max(40, width))
    page.title(told.plan_title)
    page.paragraph(f"{told.headline} {_(CAVEAT)}")
    page.paragraph(told.progress)
    _opening(page, told)
    for block in told.blocks:
        _block(page, block)
    _safety(page, actions.tell(pack, plan, advice).rows)
    _closing(page, pack)
    return page.text()


def _opening(page: TerminalPage, told: AdviceStory) -> None:
    for gate in told.gates:
        page.heading(_(BEFORE_YOU_OPEN))
        page.point(gate.short, "!")
        for reason in gate.reasons:
            page.point(reason.sentence, "-", 4)
    if told.outside:
        page.heading(_(OUTSIDE))
    for note in told.outside:
        page.point(note.short, "!")
    if told.first_questions:
        page.heading(_(FIRST))
    for question in told.first_questions:
        page.point(question.sentence, "?")


def _block(page: TerminalPage, block: CardBlock) -> None:
    """Name every finding that applies; of the others the first few, and none that does not."""
    if block.id is AdvicePart.DOES_NOT_APPLY:
        return
    page.heading(block.title)
    words = block.intro if block.cards else block.when_empty
    if words:
        page.paragraph(words, 2)
    if block.id in (AdvicePart.MAY_APPLY, AdvicePart.NOT_COVERED):
        _few(page, block.cards)
        return
    for card in block.cards:
        page.point(f"{card.coded_title} ({MARK[card.marks[-1]]})", "*", 0)
        page.paragraph(card.note, 2)
        if card.state in (RiskState.OPEN, RiskState.PARTLY_ADDRESSED):
            for action in card.actions:
                if action.key:
                    _action(page, action)


def _few(page: TerminalPage, cards: tuple[CardStory, ...]) -> None:
    for card in cards[:MOST_NAMED]:
        page.point(f"{card.coded_title} – {MARK[card.marks[-1]]}")
    more = len(cards) - MOST_NAMED
    if more > 0:
        page.point(
            ngettext(
                "and {n} more; the report and the JSON name it",
                "and {n} more; the report and the JSON name them",
                more,
            ).format(n=more)
        )


def _action(page: TerminalPage, action: ActionRow) -> None:
    who = action.state if action.is_declined else action.decision.owner or action.role
    said = _("{action} ({who})").format(action=action.text, who=who)
    page.point(said, "[x]" if action.in_place else "[ ]")


def _safety(page: TerminalPage, rows: tuple[ActionRow, ...]) -> None:
    safety = [row for row in rows if row.safety]
    missing = sum(not row.in_place for row in safety)
    page.heading(_("Safety, in every programme"))
    page.paragraph(
        _("{missing} of {all} safety actions are not yet shown to be in place.").format(
            missing=missing, all=len(safety)
        ),
        2,
    )
    for row in safety:
        _action(page, row)


def _closing(page: TerminalPage, pack: Pack) -> None:
    page.heading(_("About this advice"))
    page.paragraph(f"{_(NO_PROOF)} {_(NO_ACTION_TESTED)}", 2)
    pack_words = _("Evidence pack {pack}: {title}.").format(pack=pack.version, title=pack.title)
    page.paragraph(f"{_(RECONSTRUCTION)} {pack_words}", 2)
