"""Saves answers as they are given, one after the other, and never loses one.

An answer waits here, outside the database's objects, until the database has said that it is
stored. What could not be saved stays waiting and can be tried again or saved elsewhere; what
was changed elsewhere meanwhile is laid beside ours for the person to choose.
"""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from advisor.errors import AdvisorError
from advisor.models.ids import QuestionId
from advisor.models.plan import Answer, Plan
from ui.tasks import Worker

CHANGED_ELSEWHERE = "changed-elsewhere"
PATIENCE_MS = 5000
"""How long after a refusal the next quiet attempt is made."""


class Standing(StrEnum):
    """What a person may rely on at this moment."""

    SAVED = "saved"
    SAVING = "saving"
    NOT_SAVED = "not_saved"


class Saver(QObject):
    """Saves the answers of one plan.

    ``saved`` carries the question and the answer as stored, with its version;
    ``not_saved`` the refusal; ``changed_elsewhere`` the question, our answer and theirs.
    """

    standing_changed = Signal(Standing)
    saved = Signal(str, object)
    not_saved = Signal(object)
    changed_elsewhere = Signal(str, object, object)

    def __init__(
        self,
        worker: Worker,
        save: Callable[[QuestionId, Answer], Answer],
        read: Callable[[], Plan],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._save = save
        self._read = read
        self._waiting: dict[QuestionId, Answer] = {}
        self._disputed: dict[QuestionId, tuple[Answer, Answer]] = {}
        self._versions: dict[QuestionId, int] = {}
        self._under_way: QuestionId | None = None
        self._refusal: AdvisorError | None = None
        self._standing = Standing.SAVED
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.try_again)

    @property
    def standing(self) -> Standing:
        """Whether everything is saved, about to be, or could not be."""
        return self._standing

    @property
    def unsaved(self) -> tuple[QuestionId, ...]:
        """Questions whose newest answer is not stored yet, disputed ones included."""
        return (*self._waiting, *self._disputed)

    def take(self, question: QuestionId, answer: Answer) -> None:
        """Save an answer as soon as those before it are saved."""
        if question in self._disputed:
            _, theirs = self._disputed[question]
            self._disputed[question] = (answer, theirs)
            return
        self._waiting.pop(question, None)
        self._waiting[question] = answer
        self.try_again()

    def try_again(self) -> None:
        """Save what waits, after a refusal too."""
        if self._under_way is not None:
            return
        question = next(iter(self._waiting), None)
        if question is None:
            self._stand(Standing.NOT_SAVED if self._disputed else Standing.SAVED)
            return
        if self._refusal is None:
            self._stand(Standing.SAVING)
        self._under_way = question
        answer = self._with_version(question, self._waiting[question])
        self._worker.run(
            lambda: (answer, self._save(question, answer)), self._has_saved, self._has_refused
        )

    def keep_ours(self, question: QuestionId) -> None:
        """Save our answer over the one that was saved elsewhere."""
        ours, theirs = self._disputed.pop(question)
        self._versions[question] = theirs.version
        self.take(question, ours)

    def take_theirs(self, question: QuestionId) -> None:
        """Leave the answer that was saved elsewhere as it is."""
        _, theirs = self._disputed.pop(question)
        self._versions[question] = theirs.version
        self.try_again()

    def _with_version(self, question: QuestionId, answer: Answer) -> Answer:
        version = self._versions.get(question, answer.version)
        return Answer(value=answer.value, note=answer.note, version=version)

    def _has_saved(self, pair: tuple[Answer, Answer]) -> None:
        sent, stored = pair
        question = self._settle()
        self._refusal = None
        self._versions[question] = stored.version
        if self._waiting.get(question) == sent:
            del self._waiting[question]
        self.saved.emit(question, stored)
        self.try_again()

    def _has_refused(self, error: AdvisorError) -> None:
        if error.code == CHANGED_ELSEWHERE:
            # The question stays under way until theirs is here, or it would be sent again.
            self._worker.run(self._read, self._lay_beside, self._give_up)
        else:
            self._give_up(error)

    def _lay_beside(self, stored: Plan) -> None:
        question = self._settle()
        theirs = stored.answer(question)
        ours = self._waiting.pop(question)
        self._versions[question] = theirs.version
        if ours == theirs:
            self.saved.emit(question, theirs)
        else:
            self._disputed[question] = (ours, theirs)
            self.changed_elsewhere.emit(question, ours, theirs)
        self.try_again()

    def _give_up(self, error: AdvisorError) -> None:
        # To the end of the queue: one answer that is refused must not hold up the others.
        question = self._settle()
        self._waiting[question] = self._waiting.pop(question)
        is_news = self._refusal is None or self._refusal.message != error.message
        self._refusal = error
        self._stand(Standing.NOT_SAVED)
        self._patience.start()
        if is_news:
            self.not_saved.emit(error)

    def _settle(self) -> QuestionId:
        question = self._under_way
        assert question is not None, "a save reported that was never begun"  # noqa: S101
        self._under_way = None
        return question

    def _stand(self, standing: Standing) -> None:
        if standing is not self._standing:
            self._standing = standing
            self.standing_changed.emit(standing)
