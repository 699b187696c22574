"""Advice for a terminal: short, in the order in which a coordinator needs it."""

from collections.abc import Iterable

from advisor.export.terminal import TerminalPage
from advisor.language import _, ngettext
from advisor.models.advice import Advice
from advisor.models.evidence import Effect
from advisor.models.findings import RiskState, Verdict
from advisor.models.ids import ActionId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.action import ActionRow
from advisor.telling.actions import told_by_stage
from advisor.telling.advice import AdvicePart, AdviceStory, CardBlock, tell
from advisor.telling.branches import Branch
from advisor.telling.cards import CardStory
from advisor.telling.grammar import beside
from advisor.telling.naming import short_citation
from advisor.telling.opening import FIRST, OUTSIDE, TAKE_CARE
from advisor.telling.words import MARK, NO_ACTION_TESTED, NO_PROOF, RECONSTRUCTION

WIDTH = 80
MOST_NAMED = 6


def advice_text(pack: Pack, plan: Plan, advice: Advice, width: int = WIDTH) -> str:
    """Return the advice as plain text, wrapped at ``width`` characters (at least 40)."""
    told = tell(pack, plan, advice)
    page = TerminalPage(max(40, width))
    page.title(told.plan_title)
    page.paragraph(" ".join(filter(None, (told.headline.sentence, told.caveat))))
    page.paragraph(told.progress)
    named = set[ActionId]()
    _gates(page, told)
    _first(page, told, named)
    _opening(page, told)
    for block in told.blocks:
        _block(page, block, named)
    if advice.covered:
        stages = told_by_stage(pack, plan, advice)
        _safety(page, [row for stage in stages for row in stage.rows], named)
    _closing(page, pack, told)
    return page.text()


def _gates(page: TerminalPage, told: AdviceStory) -> None:
    for group in told.gates:
        page.heading(group.title)
        page.paragraph(group.intro, 2)
        for gate in group.first:
            page.point(gate.sentence, "!" if group.is_missing else "[ ]")
        if n := len(group.more):
            page.point(
                ngettext(
                    "And {n} more; the report and the JSON name it.",
                    "And {n} more; the report and the JSON name them.",
                    n,
                ).format(n=n)
            )


def _first(page: TerminalPage, told: AdviceStory, named: set[ActionId]) -> None:
    if told.first.things:
        page.heading(told.first.title)
    for number, thing in enumerate(told.first.things, start=1):
        _action(page, thing.action, f"{number}.")
        page.paragraph(thing.why, 5)
        named.add(thing.action.id)


def _opening(page: TerminalPage, told: AdviceStory) -> None:
    for title, found in ((TAKE_CARE, told.care), (OUTSIDE, told.outside)):
        if found:
            page.heading(_(title))
        for note in found:
            page.point(note.short, "!")
    if told.first_questions:
        page.heading(_(FIRST))
    for question in told.first_questions:
        page.point(question.sentence, "?")


def _block(page: TerminalPage, block: CardBlock, named: set[ActionId]) -> None:
    """Name everything that applies; of the others the first few, and none that does not."""
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
        _card(page, card, named)


def _card(page: TerminalPage, card: CardStory, named: set[ActionId]) -> None:
    is_told = card.effect is not Effect.HARMS and card.verdict is not Verdict.NOT_COVERED
    beside_title = beside("" if is_told else card.kind, card.extra)
    words = _("{code} {title} ({kind})") if beside_title else _("{code} {title}")
    title = words.format(code=card.configuration, title=card.term_title, kind=beside_title)
    page.point(title, "*", 0)
    if card.verdict is Verdict.APPLIES:
        for branch in card.branches:
            _branch(page, branch)
    if card.still_depends_on:
        page.paragraph(card.still_depends_on, 2)
    for need in card.needs if card.verdict is Verdict.DOES_NOT_APPLY else ():
        page.point(need.sentence)
    if card.elsewhere:
        _elsewhere(page, card, named)
    if card.state is RiskState.ADDRESSED:
        _in_hand(page, card)
    elif card.state is not None:
        _answering(page, card, named)


def _elsewhere(page: TerminalPage, card: CardStory, named: set[ActionId]) -> None:
    """Tell what other sources say, with how well they support it and which they are."""
    if card.verdict is not Verdict.NOT_COVERED:
        page.paragraph(_("From other sources, not counted:"), 2)
    for branch in card.elsewhere:
        _branch(page, branch)
        for action in branch.answers:
            if action.id not in named:
                _action(page, action)
                named.add(action.id)
    steps = dict.fromkeys(branch.step for branch in card.elsewhere)
    sources = "; ".join(short_citation(each.citation) for each in card.elsewhere[0].sources)
    words = _("{step}: {sources}")
    page.paragraph(words.format(step=", ".join(steps), sources=sources), 2)


def _branch(page: TerminalPage, branch: Branch) -> None:
    page.point(branch.told)
    if branch.noticed and not branch.may_only:
        page.paragraph(branch.noticed, 4)


def _answering(page: TerminalPage, card: CardStory, named: set[ActionId]) -> None:
    """Name the key actions of a risk that stand nowhere above."""
    keys = [action for action in card.actions if action.key]
    new = [action for action in keys if action.id not in named]
    for action in new:
        _action(page, action)
        named.add(action.id)
    if keys and not new:
        page.paragraph(_("What answers it is listed above."), 2)


def _in_hand(page: TerminalPage, card: CardStory) -> None:
    """Say what has a risk in hand, so that nobody takes it for a risk that is gone."""
    texts = dict.fromkeys(
        action.text.rstrip(".") for branch in card.certain for action in branch.answers
    )
    page.paragraph(_("In hand by: {actions}.").format(actions="; ".join(texts)), 2)


def _few(page: TerminalPage, cards: tuple[CardStory, ...]) -> None:
    for card in cards[:MOST_NAMED]:
        page.point(_("{title} – {kind}").format(title=card.coded_title, kind=MARK[card.marks[1]]))
    more = len(cards) - MOST_NAMED
    if more > 0:
        page.point(
            ngettext(
                "and {n} more; the report and the JSON name it",
                "and {n} more; the report and the JSON name them",
                more,
            ).format(n=more)
        )


def _action(page: TerminalPage, action: ActionRow, sign: str = "") -> None:
    who = action.state if action.is_declined else action.decision.owner or action.role
    words = (
        _("{action} ({who}; whether it fits depends on open answers)")
        if action.depends
        else _("{action} ({who})")
    )
    said = words.format(action=action.text, who=who)
    page.point(said, sign or ("[x]" if action.in_place else "[ ]"))


def _safety(page: TerminalPage, rows: Iterable[ActionRow], named: set[ActionId]) -> None:
    safety = [row for row in rows if row.safety]
    there = sum(bool(row.in_place) for row in safety)
    rest = [row for row in safety if row.id not in named]
    words = (
        _("{n} of {all} safety actions are shown to be in place. Those not named above are:")
        if rest
        else _("{n} of {all} safety actions are shown to be in place. All are named above.")
    )
    page.heading(_("Safety, in every programme"))
    page.paragraph(words.format(n=there, all=len(safety)), 2)
    for row in rest:
        _action(page, row)


def _closing(page: TerminalPage, pack: Pack, told: AdviceStory) -> None:
    page.heading(_("About this advice"))
    proof = _(NO_PROOF) if told.blocks else ""
    page.paragraph(" ".join(filter(None, (proof, _(NO_ACTION_TESTED)))), 2)
    pack_words = _("Evidence pack {pack}: {title}.").format(pack=pack.version, title=pack.title)
    page.paragraph(f"{_(RECONSTRUCTION)} {pack_words}", 2)
