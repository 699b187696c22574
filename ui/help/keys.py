"""The one table of keys that open no page: in Help all of them, in the help of a page its own."""

from collections.abc import Iterator
from typing import NamedTuple

from advisor.language import N_

LETTERS = N_(
    "Keys of one letter or figure act only in tables and in workshop mode. They can be turned off"
    " under Preferences."
)


class Key(NamedTuple):
    """Keys and what they do: on some pages alone, else everywhere.

    ``is_basic``: who knows no other key gets along with these.
    """

    keys: str
    what: str
    pages: tuple[str, ...] = ()
    is_basic: bool = False


KEYS: tuple[Key, ...] = (
    Key(N_("Tab, Shift+Tab"), N_("Go to the next or the previous control")),
    Key(
        N_("F6, Shift+F6"),
        N_("Go round the parts of the window: pages, page, advice so far, status"),
        is_basic=True,
    ),
    Key(N_("Space"), N_("Choose an option, press a button"), ("questions", "preferences")),
    Key(
        N_("Arrow keys"),
        N_("Go from option to option, from row to row"),
        ("plan", "questions", "home", "library", "preferences", "paper", "compare"),
    ),
    Key(
        N_("Ctrl+Down, Ctrl+Up"),
        N_("Go to the next question or to the one before, also on the page beside it"),
        ("questions",),
    ),
    Key(
        N_("Alt and an underlined letter"),
        N_("Press that button, such as Alt+C for Continue"),
        ("plan", "questions"),
    ),
    Key(N_("Up, Down"), N_("Go from statement to statement"), ("advice",)),
    Key(N_("Space on a statement"), N_("Take on its first key action, or not"), ("advice",)),
    Key(
        N_("Enter on a statement"),
        N_("Open it; Right leads into it, Escape closes it"),
        ("advice",),
    ),
    Key(
        N_("1, 2, 3, 0, W, D"),
        N_("In the table of actions: will do, in place, not for us, later, who, by when"),
        ("actions",),
    ),
    Key(
        N_("1 to 9 and letters, 0, W, D"),
        N_("In workshop mode: choose, leave open, why we ask, someone sees it differently"),
        ("workshop",),
    ),
    Key(
        N_("Shift and arrow keys, Ctrl+A"),
        N_("In the table of actions: choose several, or all of a group"),
        ("actions",),
    ),
    Key(N_("S, Space"), N_("In the table of all plans: sort by this column"), ("portfolio",)),
    Key(
        N_("Enter"),
        N_("Press a button, open a plan, a row or an entry"),
        ("home", "plan", "portfolio", "library", "actions", "first", "compare"),
    ),
    Key(
        N_("Menu key, Shift+F10"),
        N_("What can be done with a plan, an answer or a statement"),
        ("home", "plan", "advice"),
    ),
    Key(N_("F2, Delete"), N_("Rename or delete a plan"), ("home",)),
    Key(
        N_("Ctrl+Z, Ctrl+Shift+Z"),
        N_("Undo or redo a change"),
        ("home", "plan", "questions", "advice", "first", "trial", "actions"),
    ),
    Key(
        N_("Ctrl+K"),
        N_("Find anything: in the plan, the advice, the actions and the evidence"),
        is_basic=True,
    ),
    Key(N_("Ctrl+F"), N_("Find on this page"), is_basic=True),
    Key(N_("F3, Shift+F3"), N_("Go to the next or the previous place that was found")),
    Key(N_("Ctrl+S"), N_("Say that everything is saved: it is, with every change")),
    Key(N_("Alt+Left, Alt+Right"), N_("Back to where you were, and forward again"), is_basic=True),
    Key(N_("Ctrl++, Ctrl+-, Ctrl+0"), N_("Larger, smaller, usual text")),
    Key(
        N_("Escape"),
        N_("Close a dialog, a bar or help; leave the questions for their list"),
        is_basic=True,
    ),
    Key(N_("F1"), N_("Open and close help for this page"), is_basic=True),
)


def keys_on(page: str) -> Iterator[Key]:
    """Yield the keys for a page: its own first, then those that everyone should know."""
    yield from (key for key in KEYS if page in key.pages)
    yield from (key for key in KEYS if key.is_basic)
