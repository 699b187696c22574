"""The plan in one or two sentences, in the words of the evidence pack."""

from collections.abc import Iterable, Iterator

from advisor.models.conditions import Condition, Includes, Is
from advisor.models.ids import OptionId, QuestionId
from advisor.models.materials import PlanSentence, SentencePart
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.questionnaire import QuestionKind
from advisor.rules.facts import Facts


def plan_in_a_line(pack: Pack, plan: Plan) -> str:
    """Say what a plan is, for whom and who runs it, as far as that is certain.

    Empty where nothing of it is said yet, or the pack has no words for it.
    """
    teller = _Teller(pack, plan)
    sentences = map(teller.sentence, pack.paper_words.plan_in_a_line)
    return " ".join(filter(None, sentences))


class _Teller:
    def __init__(self, pack: Pack, plan: Plan) -> None:
        self._facts = Facts(pack, plan)
        self._questionnaire = pack.questionnaire

    def sentence(self, sentence: PlanSentence) -> str:
        """Return one sentence with a capital and a full stop; empty where it says nothing."""
        opening = self._joined("", sentence.opening)
        said = self._joined(opening or sentence.opening_else, sentence.then)
        if not opening and said == sentence.opening_else:
            return ""
        return f"{said[0].upper()}{said[1:]}."

    def _joined(self, said: str, parts: Iterable[SentencePart]) -> str:
        for part in parts:
            words = self._part(part)
            if words:
                said = f"{said}{part.join}{words}" if said else words
        return said

    def _part(self, part: SentencePart) -> str:
        if not self._facts.holds(part.when):
            return ""
        for choice in part.choices:
            if self._facts.holds(choice.when):
                return choice.text
        if part.question is None:
            return ""
        *before, last = ("", *self._answered(part.question, part))
        if not last:
            return ""
        words = [text for text in before if text]
        joined = part.last.join(filter(None, (", ".join(words), last)))
        return f"{part.before}{joined}"

    def _answered(self, question: QuestionId, part: SentencePart) -> Iterator[str]:
        """Yield the texts of the options that are answered, in the pack's order."""
        return (text for option, text in part.texts.items() if self._is_so(question, option))

    def _is_so(self, question: QuestionId, option: OptionId) -> bool:
        """Whether an option is certainly chosen; a hidden question has no answer."""
        several = self._questionnaire[question].kind is QuestionKind.MULTIPLE
        test: Condition = Includes(question, option) if several else Is(question, option)
        return self._facts.holds(test)
