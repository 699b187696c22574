"""The first result: page one of the checklist, live, with what could not be looked at yet."""

from dataclasses import dataclass

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.headline import Headline, headline
from advisor.telling.opening import MOST_FIRST_QUESTIONS, FirstQuestion, open_questions
from advisor.telling.poster import PosterStory, told_poster


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstResult:
    """One sentence, the poster, and the few open questions whose answers say most."""

    headline: Headline
    poster: PosterStory
    questions_title: str
    questions: tuple[FirstQuestion, ...]


def told_first_result(pack: Pack, plan: Plan, advice: Advice) -> FirstResult:
    """Tell what a person gets for the answers given so far."""
    return FirstResult(
        headline=headline(pack, advice),
        poster=told_poster(pack, plan, advice),
        questions_title=_("What we could not look at yet"),
        questions=open_questions(pack, advice)[:MOST_FIRST_QUESTIONS],
    )
