"""What would have to change, in sentences. Knows no window."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.models.changes import Aim, Change, ChangeSet, PossibleChanges
from advisor.models.evidence import Effect
from advisor.models.pack import Pack
from advisor.models.plan import Answer, GivenAnswer, OpenAnswer
from advisor.models.questionnaire import Question
from advisor.telling.words import answer_words

UNWANTED = frozenset({Effect.HARMS, Effect.DISCOURAGES})


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeStory:
    """One small set of changed choices with everything it would do, both ways."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesStory:
    """The answer to what would have to change."""

    intro: str
    ways: tuple[ChangeStory, ...]


def changes_story(pack: Pack, possible: PossibleChanges) -> ChangesStory:
    """Tell the sets of changes for one finding, smallest first."""
    return ChangesStory(
        intro=_intro(possible),
        ways=tuple(
            _way(pack, found, number, len(possible.sets))
            for number, found in enumerate(possible.sets, start=1)
        ),
    )


def _intro(possible: PossibleChanges) -> str:
    aim = (
        "would stop this from applying"
        if possible.aim is Aim.STOP
        else "would let this apply for certain"
    )
    if not possible.sets:
        words = f"No small set of your own choices {aim}."
    elif len(possible.sets) == 1:
        words = f"One set of your own choices {aim}."
    else:
        words = f"{len(possible.sets)} sets of your own choices {aim}. Any one of them would do."
    if possible.complete:
        return words
    return f"{words} There may be more: not every combination could be tried."


def _way(pack: Pack, found: ChangeSet, number: int, count: int) -> ChangeStory:
    title = f"Way {number} of {count}" if count > 1 else "What to change"
    changes = (_change(pack.questionnaire[change.question], change) for change in found.changes)
    return ChangeStory(title=title, lines=(*changes, *_effects(pack, found)))


def _change(question: Question, change: Change) -> str:
    before, after = change.before, change.after
    if isinstance(before, frozenset) and isinstance(after, frozenset):
        return f"{question.text} {_boxes(question, before, after)}"
    return f"{question.text} Instead of {_words(question, before)}: {_words(question, after)}."


def _boxes(question: Question, before: frozenset[object], after: frozenset[object]) -> str:
    added = [f"“{each.label}”" for each in question.options if each.id in after - before]
    taken = [f"“{each.label}”" for each in question.options if each.id in before - after]
    parts = []
    if added:
        parts.append(f"Add {', '.join(added)}.")
    if taken:
        parts.append(f"Leave out {', '.join(taken)}.")
    return " ".join(parts)


def _words(question: Question, value: GivenAnswer | OpenAnswer) -> str:
    return f"“{answer_words(question, Answer(value=value))}”"


def _effects(pack: Pack, found: ChangeSet) -> Iterable[str]:
    """Say what else would begin or end, the unwelcome first."""
    for words, rules, unwanted in (
        ("It would also bring the risk or hindrance", found.gained, True),
        ("It would cost you the benefit or help", found.lost, False),
        ("It would also stop the risk or hindrance", found.lost, True),
        ("It would also bring the benefit or help", found.gained, False),
    ):
        titles = [
            f"“{pack.rule_by_id[rule][0].title}”"
            for rule in rules
            if (pack.rule_by_id[rule][1].effect in UNWANTED) is unwanted
        ]
        if titles:
            yield f"{words}: {'; '.join(titles)}."
    if not found.gained and not found.lost:
        yield "Nothing else that applies would change."
