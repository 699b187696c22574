"""A team's database: tried before it is used, chosen instead of this computer, and left again."""

import logging
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from advisor.apart import Apart, Ended
from advisor.errors import StorageError
from advisor.language import _, ngettext
from advisor.storage import faults, servers
from advisor.storage.addresses import Address, address_of, place_of, refused
from advisor.storage.engines import server_engine
from advisor.storage.keeping import load_keeping, save_keeping
from advisor.storage.passwords import keep_password, without_password
from advisor.storage.silence import Patience

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamAddress:
    """Where a team's plans are, as a person fills it in. ``computer`` may end with a port."""

    computer: str
    database: str
    name: str
    password: str = ""

    def url(self) -> Address:
        """Return it as the storage takes it. Raises StorageError ``bad-address``."""
        computer = self.computer.strip()
        if not computer:
            raise refused("computer-missing")
        if not self.database.strip():
            raise refused("database-missing")
        plain = _server_of(computer)
        return plain.set(
            username=self.name.strip() or None,
            password=self.password or None,
            database=self.database.strip(),
        )


def _server_of(computer: str) -> Address:
    plain: Path | Address | None = None
    if not set("@/?#") & set(computer):
        with suppress(StorageError):
            plain = address_of(f"postgresql://{computer}")
    if plain is None or isinstance(plain, Path):
        raise refused("computer-unclear")
    return plain


def chosen() -> str:
    """Return what a person calls the team's database in use; empty for this computer."""
    url = chosen_url()
    return "" if url is None else place_of(url)


def chosen_address() -> TeamAddress | None:
    """Return the team's database in use, without its password; None for this computer."""
    url = chosen_url()
    if url is None:
        return None
    computer = f"{url.host or ''}:{url.port}" if url.port else url.host or ""
    return TeamAddress(computer=computer, database=url.database or "", name=url.username or "")


def address_with(password: str) -> Address | None:
    """Return the address of the team's database in use, with a password that was just given."""
    url = chosen_url()
    return None if url is None else url.set(password=password)


def tried(address: TeamAddress) -> str:
    """Reach a team's database, change nothing, and say in a sentence what is there.

    A process of its own does it, so that what speaks to a server loads only where plans are kept
    on one. Raises StorageError where it cannot be reached or used.
    """
    url = address.url()
    process = Apart()
    try:
        (plans,) = process(counted, url)
    except Ended:
        # What was wrong there is found again here, where it is heard.
        (plans,) = counted(url)
    except StorageError as refused:
        log.warning("database refused: %s (%s)", refused.code, refused.details.get("cause", ""))
        raise
    finally:
        process.close()
    if not plans:
        return _("{place} can be used. It is empty: the program makes its tables there.").format(
            place=place_of(url)
        )
    return ngettext(
        "{place} can be used. There is {n} plan.",
        "{place} can be used. There are {n} plans.",
        int(plans),
    ).format(place=place_of(url), n=int(plans))


def counted(url: Address) -> tuple[bytes]:
    """Return how many plans a team's database has, and nothing when it is empty.

    Raises StorageError.
    """
    place = place_of(url)
    with faults.translated(place, reading=True):
        try:
            engine = server_engine(url)
        except ImportError as error:
            raise faults.refusal(servers.NO_DRIVER, place, str(error.name)) from None
        try:
            with Patience(engine).waiting():
                plans = servers.plans_in(engine, place)
        finally:
            engine.dispose()
    return (b"" if plans is None else str(plans).encode(),)


def use(address: TeamAddress, *, remember: bool) -> bool:
    """Keep plans in a team's database from the next start on; return whether its password is kept.

    Plans of this computer stay where they are. ``remember``: put the password into the keyring.
    Raises StorageError.
    """
    url = address.url()
    save_keeping(
        replace(load_keeping(), server=without_password(url).render_as_string(hide_password=False))
    )
    return remember and bool(url.password) and keep_password(url)


def use_own() -> None:
    """Keep plans on this computer from the next start on. Raises StorageError."""
    save_keeping(replace(load_keeping(), server=""))


def chosen_url() -> Address | None:
    """Return the address of the team's database in use, without its password."""
    server = load_keeping().server
    found = address_of(server) if server else None
    return None if isinstance(found, Path) else found
