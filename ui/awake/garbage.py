"""Python's search for garbage, in the window's thread and nowhere else.

Left to itself Python searches in whichever thread makes an object at the wrong moment, a
worker's too. A closed page is garbage with cycles, and Qt's widgets must be destroyed in the
window's thread: destroyed in another, they crash the program while the window still tells
them something. What was imported is not garbage; to search through it, again and again, would
stop every thread for a tenth of a second each time.
"""

import gc
from typing import clear_overloads

from PySide6.QtCore import QObject, QTimer, Slot

from ui.awake.memory import give_back, keep_together

LOOK_EVERY_MS = 200
GIVE_BACK_EVERY = 10
"""So many searches from one time to the next that what is free goes back to the system: 1 ms."""


class GarbageSearch(QObject):
    """Searches for garbage between the window's events, where Python's counts say it is due.

    From its start on Python itself does not. The search begins with ``leave_what_is_there``.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        keep_together()
        self._looked, self._is_all_due, self._is_much_free = 0, False, False
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.search)

    def leave_what_is_there(self) -> None:
        """Never search through what was imported and made so far; search through the rest."""
        if not gc.get_freeze_count():
            # Kept by Python for whoever asks what a function may be called with: nobody does.
            clear_overloads()
            gc.freeze()
        self._timer.start()

    @Slot()
    def search_all_soon(self) -> None:
        """Much was thrown away: search through everything in the next turn, and give it back.

        By Python's counts it would lie there for half a minute at least, while the next plan's
        pages take as much again.
        """
        self._is_all_due = True

    @Slot()
    def give_back_soon(self) -> None:
        """Something large was let go: give back what is free in the next turn."""
        self._is_much_free = True

    @Slot()
    def search(self) -> None:
        """Search through as much as is due; from time to time give back what is free."""
        ages = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [age for age, (count, limit) in enumerate(ages) if count > limit or self._is_all_due]
        if due:
            gc.collect(max(due))
        self._looked += 1
        if self._looked % GIVE_BACK_EVERY == 0 or self._is_all_due or self._is_much_free:
            give_back()
        self._is_all_due = self._is_much_free = False
