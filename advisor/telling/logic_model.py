"""The programme as a logic model: need, inputs, activities, outputs, outcomes, assumptions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor.language import N_, _
from advisor.models.advice import Advice
from advisor.models.evidence import Effect
from advisor.models.explanation import Truth
from advisor.models.findings import Finding, RiskState
from advisor.models.ids import OptionId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.advice import AdvicePart, AdviceStory
from advisor.telling.cards import CardStory
from advisor.telling.description import described_answer
from advisor.telling.words import RISK_STATE

LEAD = N_(
    "Read from left to right: who comes, what you do, and what may follow. Nothing here is proven:"
    " it says what many mothers report and why it may happen."
)
NO_HELP = N_("Nothing that we know of helps or keeps away so far.")
NO_GAIN = N_("No benefit that we know of is likely so far.")
NOT_ANSWERED = N_("Not answered yet.")
NOTHING_OPEN = N_("Whether it happens here: nothing in this model is proven.")
MOST_CHAINS = 6
MOST_HINDERS = 4
MOST_UNKNOWN = 5
_MOST_OPTIONS = 3
_NEED = (
    *("experiences", "mother_groups", "isolation", "low_confidence", "severity"),
    *("trust_in_services", "practical_barriers", "therapy_wait", "feelings_talk"),
)
_INPUTS = (
    *("team", "peer_experience", "venue", "peer_pay", "supervision", "setting"),
    *("funding_months", "training_topics"),
)
_ACTIVITIES = (
    *("formats", "group_type", "contact_content", "support_length", "contact_promise"),
    *("session_shape", "ways_in", "first_step_help", "practical_help", "ending_steps"),
)
"""The questions whose answers are shown, the most telling first: the last are dropped first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldBenefit:
    """A benefit: likely, depending on what is open, or not set up and what it would take."""

    title: str
    part: AdvicePart
    happens: str
    gain: str
    missing: str

    @property
    def likely(self) -> str:
        """How likely it is, in a few words."""
        return _(_LIKELY[self.part])

    @property
    def instead(self) -> str:
        """What it would take where it is not set up; else empty."""
        if self.part is not AdvicePart.NOT_SET_UP:
            return ""
        return _("It would take: {needs}.").format(needs=self.missing.rstrip("."))

    @property
    def sentence(self) -> str:
        """All of it in words."""
        told = self.instead or f"{self.happens} {self.gain}"
        return _("{title} ({likely}): {told}").format(
            title=self.title, likely=self.likely, told=told
        )


_MEETINGS = frozenset({OptionId("group"), OptionId("one_to_one")})
_CALLS = frozenset({OptionId("telephone")})
_ONLINE = frozenset({OptionId("online_group"), OptionId("online_one_to_one")})
_HELD = {
    (False, False, False): N_("Meetings or calls held"),
    (True, False, False): N_("Meetings held"),
    (False, True, False): N_("Calls made"),
    (False, False, True): N_("Online meetings or chats"),
    (True, True, False): N_("Meetings and calls held"),
    (True, False, True): N_("Meetings held, also online"),
    (False, True, True): N_("Calls and online meetings"),
    (True, True, True): N_("Meetings and calls, also online"),
}
"""What there is to count, by whether people meet, ring and are online."""

_LIKELY = {
    AdvicePart.BENEFITS: N_("Likely"),
    AdvicePart.MAY_APPLY: N_("Depends on what is still open"),
    AdvicePart.NOT_SET_UP: N_("Not yet"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRisk:
    """A risk that applies, with its state; an own risk has none."""

    title: str
    state: RiskState | None

    @property
    def sentence(self) -> str:
        """The risk with its state in words."""
        if self.state is None:
            return self.title
        return _("{state}: {title}").format(state=RISK_STATE[self.state], title=self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogicStory:
    """The logic model of a plan, each list with what matters most first."""

    need: tuple[str, ...]
    inputs: tuple[str, ...]
    activities: tuple[str, ...]
    coming: tuple[str, ...]
    outputs: tuple[str, ...]
    benefits: tuple[ToldBenefit, ...]
    more_benefits: int
    risks: tuple[ToldRisk, ...]
    unknown: tuple[str, ...]


def tell_logic_model(pack: Pack, plan: Plan, advice: Advice, told: AdviceStory) -> LogicStory:
    """Tell the logic model of a plan, from the advice and as it is told."""
    benefits = tuple(_benefits(told))
    return LogicStory(
        need=_answers(pack, plan, _NEED),
        inputs=_answers(pack, plan, _INPUTS),
        activities=_answers(pack, plan, _ACTIVITIES),
        coming=tuple(_coming(told, advice)) or (_(NO_HELP),),
        outputs=tuple(_outputs(plan)),
        benefits=benefits[:MOST_CHAINS],
        more_benefits=max(0, len(benefits) - MOST_CHAINS),
        risks=(
            *(ToldRisk(title=card.title, state=card.state) for card in told.of(AdvicePart.RISKS)),
            *(ToldRisk(title=own.text, state=None) for own in told.own_risks),
        ),
        unknown=tuple(_unknown(pack, advice)) or (_(NOTHING_OPEN),),
    )


def _answers(pack: Pack, plan: Plan, asked: Iterable[str]) -> tuple[str, ...]:
    said = []
    for question_id in map(QuestionId, asked):
        answer = plan.answer(question_id)
        if question_id not in pack.questionnaire or answer.is_open:
            continue
        question = pack.questionnaire[question_id]
        told = described_answer(question, plan, _MOST_OPTIONS)
        said.append(_("{question}: {answer}").format(question=told.label, answer=told.text))
    return tuple(said) or (_(NOT_ANSWERED),)


def _coming(told: AdviceStory, advice: Advice) -> Iterator[str]:
    """Say what helps mothers to come and what may keep them away, in few words."""
    for card in told.of(AdvicePart.HELPS)[:1]:
        yield _("Helps: {words}").format(words=_short(advice.finding_by_rule[card.rule], card))
    for card in told.of(AdvicePart.HINDERS)[:MOST_HINDERS]:
        yield _("May keep away: {words}").format(
            words=_short(advice.finding_by_rule[card.rule], card)
        )


def _outputs(plan: Plan) -> Iterator[str]:
    """Say what there is to count in a programme of this kind."""
    given = plan.answer(QuestionId("formats")).given
    chosen: frozenset[OptionId] = given if isinstance(given, frozenset) else frozenset()
    meets, rings, online = (not chosen.isdisjoint(each) for each in (_MEETINGS, _CALLS, _ONLINE))
    yield _("Mothers offered support")
    yield _("Mothers who started")
    yield _("Mothers who came back") if meets else _("Mothers who stayed in touch")
    yield _(_HELD[meets, rings, online])
    yield _("Peers trained")


def _short(finding: Finding, card: CardStory) -> str:
    return next((each.short for each in finding.at_work if each.short), card.title)


def _benefits(told: AdviceStory) -> Iterator[ToldBenefit]:
    for part in _LIKELY:
        for card in told.of(part):
            if part is AdvicePart.MAY_APPLY and card.effect is not Effect.BENEFITS:
                continue
            missing = [need.text for need in card.needs if need.met is not Truth.HOLDS]
            yield ToldBenefit(
                title=card.title,
                part=part,
                happens=f"{card.resource} {card.reasoning}",
                gain=card.outcome,
                missing="; ".join(text.rstrip(".") for text in missing),
            )


def _unknown(pack: Pack, advice: Advice) -> Iterator[str]:
    for each in advice.open_questions[:MOST_UNKNOWN]:
        question = pack.questionnaire[each.question]
        yield question.short or question.text
