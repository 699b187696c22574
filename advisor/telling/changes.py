"""What would have to change, in sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor.language import N_, _, ngettext
from advisor.models.changes import Aim, Change, ChangeSet, PossibleChanges
from advisor.models.pack import Pack
from advisor.models.plan import Answer
from advisor.models.questionnaire import Question
from advisor.telling.words import answer_words


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


_NO_SET = {
    Aim.STOP: N_("No small set of your own choices would stop this from applying."),
    Aim.START: N_("No small set of your own choices would let this apply for certain."),
}


def _intro(possible: PossibleChanges) -> str:
    words = _(_NO_SET[possible.aim]) if not possible.sets else _sets(possible)
    if possible.complete:
        return words
    more = _("There may be more: not every combination could be tried.")
    return f"{words} {more}"


def _sets(possible: PossibleChanges) -> str:
    n = len(possible.sets)
    if possible.aim is Aim.STOP:
        words = ngettext(
            "One set of your own choices would stop this from applying.",
            "{n} sets of your own choices would stop this from applying. Any one of them would do.",
            n,
        )
    else:
        words = ngettext(
            "One set of your own choices would let this apply for certain.",
            "{n} sets of your own choices would let this apply for certain."
            " Any one of them would do.",
            n,
        )
    return words.format(n=n)


def _way(pack: Pack, found: ChangeSet, number: int, count: int) -> ChangeStory:
    way = _("Way {number} of {count}").format(number=number, count=count)
    changes = (_change(pack.questionnaire[change.question], change) for change in found.changes)
    return ChangeStory(
        title=way if count > 1 else _("What to change"),
        lines=(*changes, *_effects(pack, found)),
    )


def _change(question: Question, change: Change) -> str:
    before, after = change.before, change.after
    if isinstance(before, frozenset) and isinstance(after, frozenset):
        return _boxes(question, before, after)
    return _("{question} Instead of “{before}”: “{after}”.").format(
        question=question.text,
        before=answer_words(question, Answer(value=before)),
        after=answer_words(question, Answer(value=after)),
    )


def _boxes(question: Question, before: frozenset[object], after: frozenset[object]) -> str:
    added = _quoted(each.label for each in question.options if each.id in after - before)
    taken = _quoted(each.label for each in question.options if each.id in before - after)
    if added and taken:
        words = _("{question} Add {added}. Leave out {taken}.")
    else:
        words = _("{question} Add {added}.") if added else _("{question} Leave out {taken}.")
    return words.format(question=question.text, added=added, taken=taken)


_EFFECTS = (
    ("gained", True, N_("It would also bring the risk or what keeps mothers away: {findings}.")),
    ("lost", False, N_("It would cost you the benefit or help: {findings}.")),
    ("lost", True, N_("It would also stop the risk or what keeps mothers away: {findings}.")),
    ("gained", False, N_("It would also bring the benefit or help: {findings}.")),
)


def _effects(pack: Pack, found: ChangeSet) -> Iterator[str]:
    """Say what else would begin or end, the unwelcome first."""
    moves = {"gained": found.gained, "lost": found.lost}
    for move, unwanted, words in _EFFECTS:
        titles = [
            pack.rule_by_id[rule][0].title
            for rule in moves[move]
            if pack.rule_by_id[rule][1].effect.is_adverse is unwanted
        ]
        if titles:
            yield _(words).format(findings=_quoted(titles))
    if not found.gained and not found.lost:
        yield _("Nothing else that applies would change.")


def _quoted(texts: Iterable[str]) -> str:
    return "; ".join(f"“{text}”" for text in texts)
