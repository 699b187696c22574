"""How the program ends, as its exit code says."""

from advisor.language import N_

DONE, NOT_DONE, REFUSED = 0, 1, 2
"""Done; could not be done (not found, database, file system); what was given is not taken."""

MEANINGS = {
    DONE: N_("Done."),
    NOT_DONE: N_(
        "It could not be done: something is not there, does not work, or cannot be read or "
        "written. Nothing is half written."
    ),
    REFUSED: N_(
        "What was given is not taken: an unknown command or option, or a file with faults. "
        "Nothing was written."
    ),
}
"""What each exit code means. They never change: scripts rely on them."""
