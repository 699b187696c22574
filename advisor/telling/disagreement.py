"""Who sees a question otherwise than it is answered, in sentences."""

from advisor.language import _
from advisor.models.ids import QuestionId
from advisor.models.plan import Comment, Plan


def seen_otherwise(plan: Plan, question: QuestionId) -> tuple[str, ...]:
    """Return what was noted about a question, in the order in which it was."""
    return tuple(
        sees_it_otherwise(comment) for comment in plan.comments if comment.question == question
    )


def sees_it_otherwise(comment: Comment) -> str:
    """Say who sees a question otherwise, and how."""
    if not comment.who:
        return _("Seen otherwise: {text}").format(text=comment.text)
    return _("Seen otherwise by {who}: {text}").format(who=comment.who, text=comment.text)
