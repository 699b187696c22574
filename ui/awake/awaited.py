"""Something on a long page that somebody wants before it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

FoundT = TypeVar("FoundT")


@dataclass(frozen=True)
class Wish(Generic[FoundT]):
    """What is looked for, and what is to be done with it."""

    find: Callable[[], FoundT | None]
    then: Callable[[FoundT], object]

    def is_met(self) -> bool:
        """Do it if the thing is there by now; False while it is not."""
        found = self.find()
        if found is None:
            return False
        self.then(found)
        return True


class Awaited:
    """What is wanted of a page that is made in slices: the newest wish alone."""

    def __init__(self) -> None:
        self._is_met: Callable[[], bool] | None = None

    @property
    def is_wanted(self) -> bool:
        """Whether there is something to look for."""
        return self._is_met is not None

    def want(self, wish: Wish[FoundT]) -> None:
        """Look for this from now on."""
        self._is_met = wish.is_met

    def look(self) -> None:
        """Look for what is wanted, and forget it once it is found."""
        is_met, self._is_met = self._is_met, None
        if is_met is not None and not is_met() and not self.is_wanted:
            self._is_met = is_met

    def forget(self) -> None:
        """Look no more: all is made."""
        self._is_met = None
