"""What can be said about a finding, an action or a task by a short word with a sign.

A mark is a meaning. Its word is in ``advisor.telling.words``; the window gives it an icon
and a colour, paper a sign.
"""

from enum import StrEnum


class Mark(StrEnum):
    """A meaning; the values of verdicts and of states of a risk are those of the advice."""

    APPLIES = "applies"
    MAY_APPLY = "may_apply"
    DOES_NOT_APPLY = "does_not_apply"
    NOT_COVERED = "not_covered"
    OPEN = "open"
    PARTLY_ADDRESSED = "partly_addressed"
    ADDRESSED = "addressed"
    RISK = "risk"
    BENEFIT = "benefit"
    HELPS = "helps"
    HINDERS = "hinders"
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    KEY = "key"
    SAFETY = "safety"
    IN_PLACE = "in_place"
    SHOWN_IN_PLACE = "shown_in_place"
    DECLINED = "declined"
    DEPENDS = "depends"
    ADDED_BY_YOU = "added_by_you"
    MISSING = "missing"
    NOT_SAID = "not_said"
    MATTERS_MORE = "matters_more"
    LOST = "lost"
