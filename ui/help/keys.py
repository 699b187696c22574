"""The keys of the window that open no page, as they are listed in Help."""

from advisor.language import N_

LETTERS = N_(
    "Keys of one letter or figure act only in tables and in workshop mode. They can be turned off"
    " under Preferences."
)

KEYS: tuple[tuple[str, str], ...] = (
    (N_("Tab, Shift+Tab"), N_("Go to the next or the previous control")),
    (
        N_("F6, Shift+F6"),
        N_("Go round the parts of the window: pages, page, advice so far, status"),
    ),
    (N_("Space"), N_("Choose an option, press a button")),
    (N_("Arrow keys"), N_("Go from option to option, from plan to plan")),
    (
        N_("Alt and an underlined letter"),
        N_("Press that button, such as Alt+C for Continue"),
    ),
    (N_("Ctrl+Z, Ctrl+Shift+Z"), N_("Undo or redo a change")),
    (N_("Ctrl+K"), N_("Find anything: in the plan, the advice, the actions and the evidence")),
    (N_("Ctrl+F"), N_("Find on this page")),
    (N_("Ctrl+S"), N_("Say that everything is saved: it is, with every change")),
    (N_("Alt+Left, Alt+Right"), N_("Back to where you were, and forward again")),
    (N_("Enter"), N_("Press a button, open a plan")),
    (N_("Menu key, Shift+F10"), N_("What can be done with a plan")),
    (N_("F2, Delete"), N_("Rename or delete a plan")),
    (N_("Ctrl++, Ctrl+-, Ctrl+0"), N_("Larger, smaller, usual text")),
    (
        N_("1, 2, 3, 0, W, D"),
        N_("In the table of actions: will do, in place, not for us, later, who, by when"),
    ),
    (
        N_("1 to 9 and letters, 0, W, D"),
        N_("In workshop mode: choose, leave open, why we ask, someone sees it differently"),
    ),
    (N_("S, Space"), N_("In the table of all plans: sort by this column")),
    (N_("Escape"), N_("Close a dialog; leave the questions for the overview")),
)
