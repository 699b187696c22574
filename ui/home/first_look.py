"""The plans are listed before they are open, and what is asked of them is done once they are."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, SignalInstance

from ui.awake.first_paint import FirstPaint
from ui.awake.slices import Slices
from ui.awake.tasks import Worker
from ui.home.home_page import HomePage

if TYPE_CHECKING:
    from ui.home.listing import Listing


def _listing(where: object) -> "Listing | None":
    """Read what Home shows first. Runs in the worker: what is imported takes its time."""
    from ui.home.listing import first_listing  # noqa: PLC0415

    return first_listing(where)


class FirstLook(QObject):
    """Shows the list as soon as it can be read, and keeps what is asked until the plans are open.

    ``then`` has them opened, once they are listed or cannot be. Of each kind of wish the last one
    is kept, in the order in which they came.
    """

    def __init__(self, storage: Worker, page: HomePage, then: Callable[[], None]) -> None:
        super().__init__(page)
        self._storage, self._page, self._then = storage, page, then
        self._wishes: dict[object, Callable[[], object]] = {}
        self._later = Slices(self)
        self._heard: list[tuple[SignalInstance, Callable[..., None]]] = []

    def begin(self, where: object) -> None:
        """List the plans where they can be seen, which is where nothing else was named."""
        self._storage.run(partial(_listing, where), self._show)

    def keep(self, wish: Callable[[], object], kind: object = None) -> None:
        """Do this once the plans are open, in place of another wish of its kind."""
        self._wishes.pop(kind, None)
        self._wishes[kind] = wish

    def ask_again(self) -> None:
        """Do what was kept, a moment later: those who do it hear it by now."""
        wishes = tuple(self._wishes.values())
        self.forget()
        for wish in wishes:
            self._later.add(wish)

    def forget(self) -> None:
        """Keep nothing of what was asked, and hear nothing any more."""
        while self._heard:
            signal, heard = self._heard.pop()
            signal.disconnect(heard)
        self._wishes.clear()

    def _show(self, found: "Listing | None") -> None:
        if found is None:
            self._then()
            return
        self._listen()
        self._page.show_listing(found)
        FirstPaint(self._page.go_on, self._then)

    def _listen(self) -> None:
        page, plans, go_on = self._page, self._page.list, self._page.go_on
        signals = (
            *(page.new_asked, page.example_asked, page.import_asked, page.order_asked),
            *(page.search.searched, page.portfolio_asked, page.deleted.restore_asked),
            *(plans.rename_asked, plans.duplicate_asked, plans.export_asked),
            *(plans.delete_asked, plans.opened, go_on.go_on_asked, go_on.advice_asked),
        )
        for kind, signal in enumerate(signals):
            heard = partial(self._hear, kind, signal)
            signal.connect(heard)
            self._heard.append((signal, heard))

    def _hear(self, kind: int, signal: SignalInstance, *said: object) -> None:
        self.keep(partial(signal.emit, *said), kind)
