"""Passwords of a team's database: in the keyring of the system, or nowhere.

They never stand in a file of the program, in a log or in a message. Where the system has no
keyring, the person is asked each time.
"""

import logging

from sqlalchemy import URL

log = logging.getLogger(__name__)

_SERVICE = "peer-support-advisor"


def password_for(url: URL) -> str | None:
    """Return the password that is kept for an address, or None."""
    try:
        import keyring  # noqa: PLC0415 - looks for the system's keyring, for a team only

        return keyring.get_password(_SERVICE, _name_of(url))
    except Exception as error:
        log.warning("the keyring cannot be read: %s", type(error).__name__)
        return None


def keep_password(url: URL) -> bool:
    """Keep the password of an address in the keyring; False where there is none to keep it in."""
    try:
        import keyring  # noqa: PLC0415 - as in ``password_for``

        keyring.set_password(_SERVICE, _name_of(url), url.password or "")
    except Exception as error:
        log.warning("the keyring cannot be written: %s", type(error).__name__)
        return False
    return True


def without_password(url: URL) -> URL:
    """Return an address as it may be shown and kept in a file."""
    # ``URL.set`` takes None for "as it was".
    return URL.create(
        url.drivername, url.username, None, url.host, url.port, url.database, url.query
    )


def _name_of(url: URL) -> str:
    """Return what names an address: everything but the password."""
    return without_password(url).render_as_string()
