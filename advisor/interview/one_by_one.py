"""One question after another, for a room that answers together, and the keys that answer it."""

from advisor.interview.draft import InterviewDraft
from advisor.models.ids import QuestionId

OPEN_KEYS = "0N"
"""The keys that leave a question open; the first is shown."""
WHY_KEY, DIFFERS_KEY = "W", "D"
"""The keys that open why we ask, and that somebody sees it differently."""
OPTION_KEYS = "123456789ABCEFGHIJKLMOPQRSTUVXYZ"
"""The keys that choose an option, the first for the first: figures, then what letters are left."""


class OneByOne:
    """Goes through the questions that are asked of a plan, as they are now.

    Which are asked may change with every answer; the question that is open stays until another
    is opened, or until it is not asked any more.
    """

    def __init__(self, draft: InterviewDraft) -> None:
        self._draft = draft
        self._order = tuple(question.id for question in draft.questionnaire.questions)
        self._at = draft.waiting() or self.asked[0]

    @property
    def asked(self) -> tuple[QuestionId, ...]:
        """The questions that are asked now, in their order."""
        return tuple(question for question in self._order if self._draft.is_relevant(question))

    @property
    def question(self) -> QuestionId:
        """The question that is open; the nearest that is asked once that one is not."""
        asked = self.asked
        if self._at in asked:
            return self._at
        place = self._order.index(self._at)
        return next((each for each in asked if self._order.index(each) > place), asked[-1])

    @property
    def number(self) -> int:
        """Which of the questions that are asked is open, the first being 1."""
        return self.asked.index(self.question) + 1

    def open(self, question: QuestionId) -> None:
        """Open a question, or the nearest that is asked."""
        self._at = question

    def go_on(self) -> bool:
        """Open the next question; return whether there is one."""
        return self._step(1)

    def go_back(self) -> bool:
        """Open the question before; return whether there is one."""
        return self._step(-1)

    def _step(self, step: int) -> bool:
        asked, place = self.asked, self.number - 1 + step
        if not 0 <= place < len(asked):
            return False
        self._at = asked[place]
        return True
