"""What the disk has done to a plan besides changing an entry, in words."""

from collections.abc import Iterator

from advisor.language import _, ngettext
from advisor.models.stored import PlanTrouble


def trouble_words(trouble: PlanTrouble) -> str:
    """Say what is not as it was saved, what that means for the plan, and what to do."""
    return " ".join(_sentences(trouble))


def _sentences(trouble: PlanTrouble) -> Iterator[str]:
    title = trouble.title
    if trouble.changes:
        yield ngettext(
            "The disk has changed {n} line in the history of “{title}”.",
            "The disk has changed {n} lines in the history of “{title}”.",
            trouble.changes,
        ).format(n=trouble.changes, title=title)
    if trouble.misses_changes:
        yield _("The history of “{title}” misses what was written there.").format(title=title)
    if trouble.misses_words:
        yield _(
            "Something that was said in “{title}” is not in the file any more."
            " Look for it in a copy from before."
        ).format(title=title)
    else:
        yield _("What the plan says now is as it was saved.")
