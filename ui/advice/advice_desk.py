"""The advice on the open plan: always the newest, open at the finding that is wanted."""

from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.changes import Changes, PossibleChanges
from advisor.models.comparison import NewerAdvice
from advisor.models.ids import ActionId, RuleId
from advisor.models.pack import Pack
from advisor.models.papers import PaperKind
from advisor.models.plan import Decision, Plan
from advisor.telling.advice import AdviceStory, tell
from advisor.telling.changes import changes_story
from advisor.telling.commands import Wish
from advisor.telling.naming import file_name
from advisor.telling.newer import told_newer_evidence
from ui.advice.page import AdvicePage
from ui.awake.tasks import Task
from ui.plan.session import AdvisedDesk, PlanSession
from ui.room import PageKey, Room
from ui.widgets.notice import NoticeKind

_Told: TypeAlias = tuple[Plan, Advice, AdviceStory]


def _told(pack: Pack, plan: Plan, advice: Advice) -> _Told:
    """Tell an advice. Runs in the worker."""
    return plan, advice, tell(pack, plan, advice)


class AdviceDesk(AdvisedDesk[AdvicePage]):
    """Serves the advice page of one plan."""

    def __init__(self, room: Room, session: PlanSession) -> None:
        super().__init__(AdvicePage(room.theme))
        self._room, self._session = room, session
        # The advice that is being told or was told last, and that which is shown.
        self._told: Advice | None = None
        self._shown: Advice | None = None
        self._telling: Task | None = None
        # The finding at which the advice opens when it is shown next.
        self._opens_at = ""
        page, show = self.page, room.window.show_page
        page.question_wanted.connect(self._answer)
        page.decision_made.connect(self._decided)
        page.gate_ticked.connect(session.tick_gate)
        page.change_wanted.connect(self._ask_what_would_change)
        page.actions_wanted.connect(partial(show, PageKey.ACTIONS))
        page.first_wanted.connect(partial(show, PageKey.FIRST))
        page.paper_wanted.connect(partial(show, PageKey.PAPER, PaperKind.CHECKLIST))
        page.compare_wanted.connect(partial(show, PageKey.COMPARE))
        page.check_wanted.connect(partial(show, PageKey.PLAN))
        page.trial_wanted.connect(self._try_out)
        page.together_wanted.connect(partial(show, PageKey.TRIAL, Wish.TOGETHER))
        page.picture_made.connect(self._save_picture)
        page.copied.connect(self._copy)
        session.evidence_moved.connect(self._tell_moved)

    def prepare(self) -> None:
        plan = self._session.open_plan
        if plan.advice is not None:
            self.page.sum_up(plan.pack, plan.advice)

    def arrive(self) -> None:
        if self._room.window.page_before != PageKey.ADVICE:
            self.page.settle_places()
        self._opens_at = self.at or self._opens_at
        # In a turn of its own: to show a page and to fill it takes long enough one by one.
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        self.freshen()
        if self._shown is self._session.open_plan.advice:
            self._open_wanted()

    def freshen(self) -> None:
        """Have the newest advice told, which takes a while, and show it then."""
        plan = self._session.open_plan
        advice = plan.advice
        if advice is None or advice is self._told:
            return
        if self._telling is not None:
            self._telling.cancel()
        self._told = advice
        telling = partial(_told, plan.pack, plan.plan, advice)
        self._telling = self._room.thinker.run(telling, self._show)

    def _show(self, told: _Told) -> None:
        plan, advice, story = told
        pack = self._session.open_plan.pack
        is_first, self._shown = self._shown is None, advice
        self.page.sum_up(pack, advice)
        self.page.show_story(pack, plan, story)
        if is_first and self._session.moved is not None:
            self._tell_moved(self._session.moved)
        self._open_wanted()

    def _open_wanted(self) -> None:
        if self._room.window.current_page == PageKey.ADVICE and self._opens_at:
            rule, self._opens_at = self._opens_at, ""
            self.page.open_finding(RuleId(rule))

    def _tell_moved(self, moved: NewerAdvice) -> None:
        plan = self._session.open_plan
        if self._shown is not None:
            self.page.show_moved(told_newer_evidence(plan.pack, plan.plan, moved))

    def _answer(self, question: str) -> None:
        """Let a question be answered, and come back to the finding that led to it."""
        self._opens_at = self.page.finding_in_focus or ""
        self._room.window.lead_to(PageKey.QUESTIONS, question)

    def _decided(self, action: str, decision: Decision) -> None:
        self._session.decide(ActionId(action), decision)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._room.notices.tell(NoticeKind.SUCCESS, _("Copied."))

    def _ask_what_would_change(self, rule: str) -> None:
        asked = partial(
            self._session.advisor.what_would_change, self._session.open_plan.plan, RuleId(rule)
        )
        self._room.thinker.run(asked, self._tell_changes)

    def _tell_changes(self, possible: PossibleChanges) -> None:
        plan = self._session.open_plan
        if plan.advice is not None:
            story = changes_story(plan.pack, plan.advice, possible)
            self.page.show_changes(possible.rule, story)

    def _try_out(self, rule: str, changes: Changes) -> None:
        self._session.trial.try_out(changes)
        self._room.window.show_page(PageKey.TRIAL, rule)

    def _save_picture(self, name: str, picture: bytes) -> None:
        """Ask where a picture of a chain goes, and write it there."""
        stem, ending = Path(name).stem, Path(name).suffix.removeprefix(".")
        self._room.files.ask_save(
            _("Save the picture"),
            _("{kind} files (*.{ending})").format(kind=ending.upper(), ending=ending),
            file_name(stem, ending),
            lambda path: self._room.printer.run(
                partial(self._session.advisor.papers.write_picture, path, picture)
            ),
        )
