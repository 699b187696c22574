"""Why a team's database cannot be used, in the words of the window that asks for its address."""

from advisor.errors import AdvisorError
from advisor.language import N_, _

_BY_CAUSE = {
    "computer-missing": N_(
        "Computer is empty. Fill in the name that you were given, such as db.example.org."
    ),
    "computer-unclear": N_(
        "What stands under Computer is not the name of a computer. Write only the name, such as"
        " db.example.org. A number may follow, as in db.example.org:5433."
    ),
    "database-missing": N_("Database is empty. Fill in the name that you were given."),
}
_BY_CODE = {
    "busy": N_(
        "Someone is changing the database {place} just now. Wait a little, then test again."
    ),
    "connection-lost": N_(
        "The database {place} cannot be reached. Check the network and what you filled in, then"
        " test again."
    ),
    "login-refused": N_(
        "The database {place} does not accept this name and password. Check both, and its own name,"
        " with the person who looks after it, then test again."
    ),
    "newer-file": N_(
        "A newer version of the program made the database {place}. Update the program on this"
        " computer, then test again."
    ),
    "no-database": N_(
        "There is no database {place}. Check its name with the person who looks after it, then"
        " test again."
    ),
    "no-driver": N_(
        "This computer lacks the part of the program that speaks to a team's database. Ask the"
        " person who looks after the program to add it, then test again."
    ),
    "not-our-file": N_(
        "The database {place} is used by another program. Ask the person who looks after it for an"
        " empty one."
    ),
    "password-needed": N_(
        "The database {place} asks for a password. Fill it in under Password, then test again."
    ),
    "server-damaged": N_(
        "The database {place} is damaged. Tell the person who looks after it, and change nothing"
        " until then."
    ),
    "server-too-lax": N_(
        "The database {place} does not promise to keep what it has confirmed. Ask the person who"
        " looks after it to allow synchronous_commit = on, then test again."
    ),
    "server-unproven": N_(
        "The database {place} did not prove that it is the right one, so no password was sent to"
        " it. Ask the person who looks after it to set up its certificate here, then test again."
    ),
    "timeout": N_("The database {place} did not answer in time. Wait a little, then test again."),
}
_OTHERWISE = N_("The database {place} does not let you use it. Ask the person who looks after it.")


def tell_refused(error: AdvisorError) -> str:
    """Say what is wrong, where, and what to do about it in that window."""
    cause, place = error.details.get("cause", ""), error.details.get("place", "")
    words = _BY_CAUSE.get(cause) or _BY_CODE.get(error.code, _OTHERWISE)
    return _(words).format(place=place)
