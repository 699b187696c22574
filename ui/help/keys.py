"""The keys of the window, as they are listed in Help."""

KEYS: tuple[tuple[str, str], ...] = (
    ("Tab, Shift+Tab", "Go to the next or the previous control"),
    ("F6, Shift+F6", "Go round the parts of the window: pages, page, advice so far, status"),
    ("Ctrl+1 to Ctrl+9", "Open a page of the rail"),
    ("Space", "Choose an option, press a button"),
    ("Arrow keys", "Go from option to option, from plan to plan"),
    ("Alt and an underlined letter", "Press that button, such as Alt+C for Continue"),
    ("Ctrl+Z, Ctrl+Shift+Z", "Undo or redo an answer"),
    ("Enter", "Press a button, open a plan"),
    ("Menu key, Shift+F10", "What can be done with a plan"),
    ("F2, Delete", "Rename or delete a plan"),
    ("Ctrl++, Ctrl+-, Ctrl+0", "Larger, smaller, usual text"),
    ("F1", "This help"),
    ("Escape", "Close a dialog; leave the questions for the overview"),
)
