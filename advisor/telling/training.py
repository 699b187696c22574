"""The training outline told: the sessions that fit a plan, in the order in which to hold them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from advisor.language import _, ngettext
from advisor.models.advice import Advice
from advisor.models.evidence import Domain
from advisor.models.explanation import Truth
from advisor.models.findings import Verdict
from advisor.models.materials import Session
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules.facts import Facts
from advisor.telling.action import has_no_paid_staff, role_of
from advisor.telling.grammar import named

_MINUTES_AN_HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStory:
    """One session; ``helps_with`` names risks of the plan."""

    title: str
    time: str
    led_by: str
    aim: str
    cover: tuple[str, ...]
    exercise: str
    learnt_when: str
    note: str
    helps_with: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionGroup:
    """Sessions to hold one after the other; the title is empty where they are all there are."""

    title: str
    time: str
    sessions: tuple[SessionStory, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingStory:
    """The outline: the sessions in their order, and those of which it is not known yet."""

    lead: str
    about: str
    before: str
    after: str
    groups: tuple[SessionGroup, ...]
    total: str
    waiting: str

    @property
    def sessions(self) -> tuple[SessionStory, ...]:
        """Every session, in order."""
        return tuple(session for group in self.groups for session in group.sessions)


def tell_training(pack: Pack, plan: Plan, advice: Advice) -> TrainingStory:
    """Tell the sessions that certainly fit; where nobody is paid, the most needed come first."""
    facts = Facts(pack, plan)
    sessions = pack.training.sessions
    fitting = [each for each in sessions if facts.holds(each.applies_when)]
    waiting = [
        each.title
        for each in sessions
        if each.applies_when is not None and facts.truth(each.applies_when) is Truth.OPEN
    ]
    telling = _Telling(pack, plan, advice, facts)
    parts = [("", fitting)]
    if has_no_paid_staff(plan):
        parts = [
            (_("Begin with these"), [each for each in fitting if each.first]),
            (_("Add these soon"), [each for each in fitting if not each.first]),
        ]
    total = _time(sum(each.minutes for each in fitting))
    lead = ngettext(
        "{n} session for this plan, {time}.",
        "{n} sessions for this plan, {time} in all.",
        len(fitting),
    )
    return TrainingStory(
        lead=lead.format(n=len(fitting), time=total),
        about=pack.training.about,
        before=pack.training.before,
        after=pack.training.after,
        groups=tuple(telling.group(title, part) for title, part in parts if part),
        total=total,
        waiting=_waiting(waiting) if waiting else "",
    )


def _waiting(titles: Sequence[str]) -> str:
    return ngettext(
        "Whether you need this as well depends on answers you have not given: {titles}.",
        "Whether you need these as well depends on answers you have not given: {titles}.",
        len(titles),
    ).format(titles=named(titles))


class _Telling:
    def __init__(self, pack: Pack, plan: Plan, advice: Advice, facts: Facts) -> None:
        self._pack = pack
        self._plan = plan
        self._facts = facts
        self._risks = {
            each.configuration: pack.configuration_by_id[each.configuration].title
            for each in advice.findings
            if each.domain is Domain.RISK and each.verdict is Verdict.APPLIES
        }

    def group(self, title: str, sessions: Iterable[Session]) -> SessionGroup:
        sessions = tuple(sessions)
        return SessionGroup(
            title=title,
            time=_time(sum(each.minutes for each in sessions)),
            sessions=tuple(map(self._session, sessions)),
        )

    def _session(self, session: Session) -> SessionStory:
        here = next((each for each in session.variants if self._facts.holds(each.when)), session)
        risks = [self._risks[each] for each in session.configurations if each in self._risks]
        return SessionStory(
            title=here.title or session.title,
            time=_time(session.minutes),
            led_by=role_of(self._pack, self._plan, session.led_by),
            aim=session.aim,
            cover=here.cover or session.cover,
            exercise=here.exercise or session.exercise,
            learnt_when=here.learnt_when or session.learnt_when,
            note=session.note,
            helps_with=_("Meant to help with: {risks}.").format(risks=named(risks))
            if risks
            else "",
        )


def _time(minutes: int) -> str:
    hours, left = divmod(minutes, _MINUTES_AN_HOUR)
    if not hours:
        return _("{minutes} min").format(minutes=left)
    if not left:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=left)
