"""Who sees a question differently than it is answered, in sentences."""

from advisor.language import _, ngettext
from advisor.models.ids import QuestionId
from advisor.models.plan import Comment, Plan


def comments_on(plan: Plan, question: QuestionId) -> tuple[Comment, ...]:
    """Return what those say who see a question differently, in the order in which it came."""
    return tuple(comment for comment in plan.comments if comment.question == question)


def seen_differently(plan: Plan, question: QuestionId) -> tuple[str, ...]:
    """Say of each who sees a question differently what it is."""
    return tuple(map(sees_it_differently, comments_on(plan, question)))


def sees_it_differently(comment: Comment) -> str:
    """Say who sees a question differently, and how."""
    if not comment.who:
        return _("Seen differently: {text}").format(text=comment.text)
    return _("Seen differently by {who}: {text}").format(who=comment.who, text=comment.text)


def how_many_differ(number: int) -> str:
    """Say how many questions somebody sees differently; nothing where it is none."""
    words = ngettext("{n} question seen differently", "{n} questions seen differently", number)
    return words.format(n=number) if number else ""
