"""One question that would be answered otherwise, in words."""

from dataclasses import dataclass
from typing import NamedTuple

from advisor.language import _, ngettext
from advisor.models.ids import QuestionId
from advisor.models.plan import Answer, GivenAnswer, OpenAnswer
from advisor.models.questionnaire import Question
from advisor.telling.grammar import either, quoted
from advisor.telling.words import answer_words

Said = GivenAnswer | OpenAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChange:
    """One question that would be answered otherwise.

    ``before`` and ``after`` are what of the answer goes and comes; ``instead`` are other
    answers that would do as well, and ``more`` says how many there are that are too long to
    name. ``rest_stays`` where only some of several ticks change; then nothing may go, or
    nothing come. ``only_these`` where ticks are the whole of an answer that said none of them.
    """

    question: QuestionId
    asked: str
    before: str
    after: str
    instead: tuple[str, ...] = ()
    more: int = 0
    rest_stays: bool = False
    only_these: bool = False

    @property
    def sentence(self) -> str:
        """The change as a line that can be read alone."""
        if self.rest_stays:
            return _("{question} {change}.").format(question=self.asked, change=self.told)
        words = _("{question} Instead of “{before}”: {after}.")
        if self.only_these:
            words = _("{question} Instead of “{before}”: {after}, and nothing else on this list.")
        return words.format(question=self.asked, before=self.before, after=self._any_of(self.after))

    @property
    def told(self) -> str:
        """The change beside its question."""
        if not self.rest_stays:
            words = _("“{before}” becomes {after}")
            if self.only_these:
                words = _("“{before}” becomes {after}, and nothing else on this list")
            return words.format(before=self.before, after=self._any_of(self.after))
        if not self.before:
            return _("Add {after}").format(after=self._any_of(self.after))
        if not self.after:
            return _("Leave out {before}").format(before=self._any_of(self.before))
        return _("Leave out “{before}” and add {after}").format(
            before=self.before, after=self._any_of(self.after)
        )

    @property
    def new(self) -> str:
        """What is so after the change, in few words."""
        if not self.rest_stays:
            return self.after
        if not self.after:
            return _("without “{before}”").format(before=self.before)
        return _("also “{after}”").format(after=self.after)

    def _any_of(self, first: str) -> str:
        """Name all answers of which any would do."""
        named = quoted([first, *self.instead])
        if self.more:
            others = ngettext("one other answer like it", "{n} other answers like it", self.more)
            named.append(others.format(n=self.more))
        return either(named)


def told_change(question: Question, before: Said, after: Said, *instead: Said) -> ToldChange:
    """Tell one change by what of the answer goes and what comes.

    Of several ticks only those that change are told, unless none would stay. Other answers of
    several ticks are counted: named, they could not be told apart.
    """
    sides = _sides(question, before, after)
    named = [
        said for said in (_sides(question, before, each) for each in instead) if _alike(sides, said)
    ]
    return ToldChange(
        question=question.id,
        asked=question.text,
        before="; ".join(sides.gone),
        after="; ".join(sides.new),
        instead=tuple((*said.new, *said.gone)[0] for said in named),
        more=len(instead) - len(named),
        rest_stays=sides.rest_stays,
        only_these=not sides.rest_stays and _says_no_more(question, after),
    )


def _says_no_more(question: Question, value: Said) -> bool:
    """Whether ticks say of all others on the list that they are not so.

    “None of these” says so itself.
    """
    if not isinstance(value, frozenset) or not value:
        return False
    return not any(each.exclusive for each in question.options if each.id in value)


class _Sides(NamedTuple):
    """What of an answer goes and what comes, in the words of the questionnaire."""

    gone: tuple[str, ...]
    new: tuple[str, ...]
    rest_stays: bool


def _sides(question: Question, before: Said, after: Said) -> _Sides:
    if isinstance(before, frozenset) and isinstance(after, frozenset) and before & after:
        gone = tuple(each.label for each in question.options if each.id in before - after)
        new = tuple(each.label for each in question.options if each.id in after - before)
        return _Sides(gone, new, rest_stays=True)
    return _Sides(_words(question, before), _words(question, after), rest_stays=False)


def _words(question: Question, value: Said) -> tuple[str, ...]:
    if isinstance(value, frozenset) and value:
        return tuple(each.label for each in question.options if each.id in value)
    return (answer_words(question, Answer(value=value)) or _("Nothing ticked"),)


def _alike(first: _Sides, other: _Sides) -> bool:
    """Whether another answer can be named beside the first: it is one thing where that is."""
    if first.rest_stays != other.rest_stays:
        return False
    if not first.rest_stays:
        return len(first.new) == len(other.new) == 1
    return tuple(map(len, first[:2])) == tuple(map(len, other[:2])) in ((0, 1), (1, 0))
