"""The statements of the evidence as entries of the library."""

from collections.abc import Iterable, Iterator
from functools import partial

from advisor.language import N_, _
from advisor.models.evidence import Branch, Configuration, Coverage, Rule, SourceSaying
from advisor.models.ids import OptionId, QuestionId
from advisor.models.pack import Pack
from advisor.telling.branches import NOT_COUNTED
from advisor.telling.naming import (
    EXTRA,
    cited_with_reading,
    confidence_words,
    provenance_words,
    title_with_term,
)
from advisor.telling.outline import Line, Part, outline, told_part
from advisor.telling.shelves import LibraryEntry, Shelf, kinds_line
from advisor.telling.words import (
    DOMAIN,
    EFFECT_HEADING,
    NO_ACTION_TESTED,
    SERVICE,
)

FORMATS = QuestionId("formats")

_COVERAGE = {
    Coverage.COVERED: N_("The evidence speaks about this"),
    Coverage.CONDITIONAL: N_("The evidence speaks about this in part"),
    Coverage.NOT_APPLICABLE: N_("Cannot happen in this form"),
    Coverage.NOT_COVERED: N_("The evidence does not speak about this"),
    Coverage.ELSEWHERE: N_("The review does not speak about this; other sources do"),
}


def statement(pack: Pack, each: Configuration) -> LibraryEntry:
    """Tell one configuration: context, mechanism, outcome, rules, actions and sources."""
    kinds = (
        DOMAIN[each.domain],
        _(EXTRA) if each.supplementary else "",
        pack.label_of("evidence", each.evidence),
    )
    return LibraryEntry(
        id=each.id,
        shelf=Shelf.CONFIGURATIONS,
        title=title_with_term(each.title, each.term),
        line=kinds_line(*kinds),
        says=each.summary,
        tell=partial(_statement_parts, pack, each),
    )


def _statement_parts(pack: Pack, each: Configuration) -> Iterator[Part]:
    yield told_part(_("In short"), each.summary)
    yield told_part(_("In this context"), each.context)
    yield told_part(_("This may happen"), each.mechanism.resource, each.mechanism.reasoning)
    yield told_part(_("Leading to"), each.outcome)
    yield told_part(_("Take care"), each.caution)
    yield told_part(_("How you would notice"), each.sign)
    if each.needs:
        yield told_part(_("What it depends on"), *(need.text for need in each.needs))
    for rule in each.rules:
        heading = _("{effect}: when").format(effect=EFFECT_HEADING[rule.effect])
        lines = (line for branch in rule.branches for line in _branch(pack, each, rule, branch))
        yield Part(heading=heading, lines=tuple(lines))
    yield told_part(_("For each form of support"), *_coverage(pack, each))
    yield Part(heading=_("What you could do"), lines=tuple(_serving(pack, each)))
    yield Part(heading=_("Both sides of one choice"), lines=tuple(_two_sided(pack, each)))
    yield told_part(
        _("Where it comes from"),
        provenance_words(each),
        confidence_words(each),
        _("Theme: {theme}.").format(theme=each.theme),
    )
    yield Part(heading=_("Sources"), lines=_sourced(pack, each.sources))
    elsewhere = _sourced(pack, each.elsewhere_sources)
    yield Part(heading=_("From other sources"), lines=elsewhere)


def _branch(pack: Pack, each: Configuration, rule: Rule, branch: Branch) -> Iterator[Line]:
    """Tell one way in which a rule comes to apply, and what of it is not the review's."""
    about = f"{rule.id}/{branch.id}" if len(rule.branches) > 1 else rule.id
    yield Line(text=branch.note, about=about)
    if branch.elsewhere:
        yield Line(text=_("From other sources. {words}").format(words=_(NOT_COUNTED)), depth=1)
    if branch.evidence and branch.evidence != each.evidence:
        step = pack.label_of("evidence", branch.evidence)
        yield Line(text=_("How well supported: {step}.").format(step=step), depth=1)
    if branch.sign:
        yield Line(text=_("How you would notice: {sign}").format(sign=branch.sign), depth=1)
    yield from outline(branch.when, pack.questionnaire, 1)
    for action in branch.answered_by:
        words = _("What answers it: {action}").format(action=pack.action_by_id[action].text)
        yield Line(text=words, depth=1, about=action)


def _sourced(pack: Pack, sayings: Iterable[SourceSaying]) -> tuple[Line, ...]:
    return tuple(
        Line(
            text=f"{saying.says} — {cited_with_reading(pack.source_by_id[saying.source])}",
            about=saying.source,
        )
        for saying in sayings
    )


def _two_sided(pack: Pack, each: Configuration) -> Iterator[Line]:
    """Tell the choices with two sides of which a statement is one."""
    for tension in pack.tensions:
        if each.id in (*tension.benefit_side, *tension.risk_side):
            yield Line(text=tension.title, about=tension.id)
            for words, text in (
                (N_("It may help: {words}"), tension.good),
                (N_("It may harm: {words}"), tension.harm),
                (N_("What keeps it safe: {words}"), tension.keeps_safe),
            ):
                if text:
                    yield Line(text=_(words).format(words=text), depth=1)


def _coverage(pack: Pack, each: Configuration) -> Iterator[str]:
    question = pack.questionnaire[FORMATS]
    for option, coverage in each.coverage.items():
        yield _("{form}: {coverage}.").format(
            form=question.option(OptionId(option)).label, coverage=_(_COVERAGE[coverage])
        )


def _serving(pack: Pack, each: Configuration) -> Iterator[Line]:
    """Tell what could be done about a statement, and first that none of it was tested."""
    actions = [action for action in pack.actions if action.serves_configuration(each.id)]
    if actions:
        yield Line(text=_(NO_ACTION_TESTED))
    for action in actions:
        how = next(serving.how for serving in action.serves if serving.configuration == each.id)
        words = _("{purpose}: {action}").format(purpose=SERVICE[how], action=action.text)
        yield Line(text=words, about=action.id)
