"""The choices with two sides, and the questions still open, as many as a report has room for."""

from dataclasses import dataclass

from advisor.language import _, ngettext
from advisor.telling.advice import AdviceStory
from advisor.telling.opening import FirstQuestion
from advisor.telling.tensions import TensionStory

MOST_QUESTIONS = 7
MOST_CHOICES_BESIDE_QUESTIONS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicesStory:
    """Choices with both sides; ``others`` names those for which there is no room."""

    lead: str
    choices: tuple[TensionStory, ...]
    others: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StillOpen:
    """The first open questions, with how many there are."""

    lead: str
    questions: tuple[FirstQuestion, ...]


def told_choices(told: AdviceStory) -> ChoicesStory:
    """Tell both sides of the choices."""
    if not told.tensions:
        lead = _("Nothing that you chose so far is known to do good and harm at once.")
        return ChoicesStory(lead=lead, choices=(), others="")
    most = MOST_CHOICES_BESIDE_QUESTIONS if told.open_questions else len(told.tensions)
    others = "; ".join(each.title for each in told.tensions[most:])
    return ChoicesStory(
        lead=_(
            "One choice can do good and harm, to different mothers. We show both and never set"
            " one off against the other."
        ),
        choices=told.tensions[:most],
        others=_("These choices have two sides too, see the annex: {titles}.").format(titles=others)
        if others
        else "",
    )


def told_still_open(told: AdviceStory) -> StillOpen:
    """Tell the first questions that are open."""
    number = len(told.open_questions)
    if not number:
        lead = _("No open question could change this advice.")
    elif number <= MOST_QUESTIONS:
        lead = ngettext(
            "{n} question is open that could change this advice.",
            "{n} questions are open that could change this advice: safety, then what decides a"
            " risk, then the rest.",
            number,
        ).format(n=number)
    else:
        lead = _(
            "{n} questions are open that could change this advice. Here are the first {most}:"
            " safety, then what decides a risk, then the rest. All of them are in the annex."
        ).format(n=number, most=MOST_QUESTIONS)
    return StillOpen(lead=lead, questions=told.open_questions[:MOST_QUESTIONS])
