"""A statement as plain text to take along: what it is, its state, why, what to do, the sources."""

from collections.abc import Iterator

from advisor.language import _
from advisor.models.marks import Mark
from advisor.telling.action import ActionRow
from advisor.telling.cards import CardStory
from advisor.telling.grammar import beside
from advisor.telling.words import EFFECT, MARK


def as_text(story: CardStory) -> str:
    """Return all that stands behind a statement, a line each, under small titles."""
    return "\n".join(_lines(story))


def _lines(story: CardStory) -> Iterator[str]:
    yield story.term_title
    yield _standing(story)
    for branch in story.branches:
        yield branch.told
    reasons = [reason.sentence for reason in story.reasons]
    yield from _listed(_("Why here"), [*reasons, *story.stronger])
    yield from _listed(_("What you could do"), list(map(_action, story.actions)))
    signs = dict.fromkeys(branch.sign for branch in story.certain if branch.sign)
    yield from _listed(_("How you would notice"), list(signs))
    yield from _listed(_("Sources"), [source.citation for source in story.sources])


def _standing(story: CardStory) -> str:
    """Say what it is, whether it applies and how it stands, and how well it is known."""
    kind = EFFECT[story.effect]
    # How it bears on taking up support is a part of whether it applies.
    kind = "" if kind.casefold() in story.status.casefold() else kind
    more = MARK[Mark.MATTERS_MORE] if story.matters_more else ""
    return beside(kind, story.status, more, story.evidence, story.extra)


def _listed(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield title
        yield from (f"– {line}" for line in lines)


def _action(row: ActionRow) -> str:
    return _("{action} ({state})").format(
        action=row.text, state=beside(row.state, row.who_and_when)
    )
