"""How the program ends, as its exit code says."""

DONE, NOT_DONE, REFUSED = 0, 1, 2
"""Done; could not be done (not found, database, file system); what was given is not taken."""
