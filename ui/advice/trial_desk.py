"""Trying other answers: nothing is kept of it unless the person says so, and leaving asks once."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QCloseEvent

from advisor.interview.trial import Trial
from advisor.language import _
from advisor.models.changes import PossibleChanges, Together
from advisor.models.ids import QuestionId, RuleId
from advisor.models.plan import Plan
from advisor.telling.changes import changes_story, together_story
from advisor.telling.commands import Wish
from advisor.telling.trial import kept, tell_trial
from ui.advice.trial_page import TrialPage
from ui.plan.session import PlanDesk, PlanSession
from ui.room import PageKey, Room
from ui.shell.dialogs import CalmDialog
from ui.theme.glyphs import Glyph
from ui.widgets.buttons import ButtonKind
from ui.widgets.notice import NoticeKind
from ui.widgets.text import Text


class TrialDesk(PlanDesk[TrialPage]):
    """Serves the page on which other answers are tried.

    It opens at a statement or at a question, by its id, or at all open risks together.
    """

    def __init__(self, room: Room, session: PlanSession) -> None:
        super().__init__(TrialPage(room.theme))
        self._room, self._session, self._trial = room, session, session.trial
        self._question = ""
        self._is_new = True
        page = self.page
        page.kept.connect(self._keep_and_go)
        page.discarded.connect(self._discard)
        page.taken_back.connect(self._trial.take_back)
        page.tried.connect(self._trial.try_out)
        page.said.connect(self._trial.say)
        page.looked_at.connect(self._look_at)
        self._trial.advised.connect(self._tell)
        self._trial.found.connect(self._offer)
        self._trial.eased.connect(self._tell_together)
        self._trial.undone.connect(page.lead_back)
        page.together.wanted.connect(self._look_for_all)
        page.left.connect(self._stop_looking)
        room.window.pages.guard(self._may_leave)
        room.window.installEventFilter(self)
        session.ending.connect(self._end)

    def arrive(self) -> None:
        """Look at a statement, or at what an answer to a question would change."""
        self._is_new = True
        self.page.forget_ways()
        pack = self._session.open_plan.pack
        self._question = self.at if self.at in pack.questionnaire else ""
        self._trial.look_at(RuleId(self.at) if self.at in pack.rule_by_id else None)
        if self.at == Wish.TOGETHER:
            self._look_for_all()

    def flush(self) -> None:
        self.page.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        window = self._room.window
        closes = watched is window and isinstance(event, QCloseEvent)
        if closes and not self._may_leave(window.close):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    # Telling

    def _tell(self) -> None:
        plan, after = self._session.open_plan, self._trial.after
        if plan.advice is None or after is None:
            return
        story = tell_trial(
            plan.pack, plan.plan, self._trial.trial, plan.advice, after, self._trial.rule
        )
        self.page.show_story(story)
        asked = story.statement.questions if story.statement is not None else ()
        if self._question:
            asked = (QuestionId(self._question),)
        questions = [plan.pack.questionnaire[name] for name in asked]
        self.page.show_questions(questions, self._trial.plan, opened=self._question)
        if self._is_new and self._room.window.current_page == PageKey.TRIAL:
            self._is_new = False
            if self._trial.is_for_all:
                self.page.together.heading.take_focus()
            else:
                self.page.focus_first()

    def _offer(self, possible: PossibleChanges) -> None:
        if self._trial.after is not None:
            pack = self._session.open_plan.pack
            story = changes_story(pack, self._trial.after, possible)
            # The actions of a statement stand beside it; without any way they are what helps.
            self.page.show_ways(replace(story, lessening=()) if story.ways else story)

    def _look_for_all(self) -> None:
        self.page.together.show_looking()
        self._trial.look_for_all()

    def _stop_looking(self) -> None:
        self._trial.stop_looking()
        self.page.together.show_offer()

    def _tell_together(self, together: Together) -> None:
        if self._trial.after is not None:
            pack = self._session.open_plan.pack
            self.page.together.show_story(together_story(pack, self._trial.after, together))

    def _look_at(self, rule: str) -> None:
        self._trial.look_at(RuleId(rule))

    # Ways out

    def _keep(self) -> None:
        """Take all that is tried into the plan, as one step that can be undone."""
        plan = self._session.open_plan
        entries = self._drop().entries(plan.plan)
        plan.change_all(entries)
        if entries:
            self._session.offer_undo(kept(len(entries)))

    def _keep_and_go(self) -> None:
        self._keep()
        self._back()

    def _discard(self) -> None:
        """Leave the plan as it is, and offer to try the same once more."""
        tried = self._drop()
        self._back()
        if tried.answers:
            words = _("Discarded. Your plan is as it was.")
            self._session.offer_undo(words, partial(self._again, tried))

    def _again(self, tried: Trial) -> None:
        self._room.window.show_page(PageKey.TRIAL, self._question or self._trial.rule or "")
        self._trial.begin(tried)

    def _drop(self) -> Trial:
        """Try nothing any more, and return what was tried, with a number that is half typed."""
        self.page.flush()
        return self._trial.end()

    def _back(self) -> None:
        if self._question:
            self._room.window.show_page(PageKey.QUESTIONS, self._question)
        else:
            self._room.window.show_page(PageKey.ADVICE, self._trial.rule or "")
        self._forget_way()

    def _forget_way(self) -> None:
        """What was tried is over: no way back leads to a trial without it."""
        self._room.window.forget_way_to(PageKey.TRIAL)

    def _save_copy(self) -> None:
        title = _("{title} (other answers)").format(title=self._session.open_plan.plan.title)
        copy = replace(self._trial.plan, title=title)
        self._drop()
        adding = partial(self._session.advisor.plans.add, copy)
        self._room.storage.run(adding, self._told_copy)

    def _told_copy(self, copy: Plan) -> None:
        words = _("Saved as “{title}”.").format(title=copy.title)
        self._room.notices.tell(NoticeKind.SUCCESS, words)

    def _may_leave(self, go_on: Callable[[], object]) -> bool:
        """Whether the page may be left at once; where something is tried, that is asked first."""
        if self._room.window.current_page != PageKey.TRIAL:
            return True
        self.page.flush()
        if not self._trial.is_on:
            return True
        dialog = CalmDialog(
            self._room.theme,
            _("Keep the answers that you tried?"),
            glyph=Glyph.SPARKLES,
            parent=self._room.window,
        )
        dialog.column.addWidget(Text(_("So far they are not in your plan.")))
        for words, kind, act in (
            (_("&Keep these answers"), ButtonKind.PRIMARY, self._keep),
            (_("&Discard"), ButtonKind.SECONDARY, self._drop),
            (_("&Save as a copy"), ButtonKind.SECONDARY, self._save_copy),
        ):
            button = dialog.add_button(words, kind, do=dialog.accept)
            button.clicked.connect(act)
            button.clicked.connect(go_on)
            button.clicked.connect(self._forget_way)
        dialog.add_button(_("&Go on trying"), ButtonKind.QUIET)
        dialog.open()
        return False

    def _end(self) -> None:
        self._trial.end()
        self._room.window.pages.guard(None)
        self._room.window.removeEventFilter(self)
