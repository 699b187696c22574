"""Where in a file something is, in words that lead an author there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advisor.language import _
from advisor.models.texts import harmless
from advisor.packs.yaml_reading import Path, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The value of a file, with the line of each of its parts."""

    name: str
    value: object
    lines: Mapping[Path, int]

    def line_of(self, path: Path) -> int:
        """Return the line of a part; of the nearest thing around it when it is not there."""
        for length in range(len(path), -1, -1):
            if line := self.lines.get(path[:length]):
                return line
        return 1

    def place_of(self, path: Path) -> str:
        """Return a place like ``questions.yaml, line 12: formats › options › online_group``.

        Records in lists go by their id, other items by their number, counted from 1.
        """
        trail = " › ".join(self._trail(path))
        place = line_in(self.name, self.line_of(path))
        return f"{place}: {trail}" if trail else place

    def path_of(self, trail: Iterable[Step]) -> Path:
        """Return the path that a trail of ids, keys and numbers leads along.

        Of two records with the same id the first counts: the second is not built.
        """
        value, path = self.value, tuple[Step, ...]()
        steps = iter(trail)
        for step in steps:
            if step == "branches" and _is_its_own_branch(value):
                next(steps, None)
                continue
            place = _index_of(value, step)
            value, path = _inside(value, place), (*path, place)
        return path

    def _trail(self, path: Path) -> list[str]:
        value, trail = self.value, []
        for step in path:
            value = _inside(value, step)
            trail.append(harmless(step) if isinstance(step, str) else _name_of(value, step))
        return trail


def line_in(file: str, line: int) -> str:
    """Return the place of a line of a file in words."""
    return _("{file}, line {line}").format(file=file, line=line)


def _is_its_own_branch(value: object) -> bool:
    """Whether this is a rule that is written without branches."""
    return isinstance(value, dict) and "branches" not in value and "when" in value


def _index_of(value: object, step: Step) -> Step:
    if not isinstance(value, list) or not isinstance(step, str):
        return step
    for number, item in enumerate(value):
        if isinstance(item, dict) and item.get("id") == step:
            return number
    return step


def _inside(value: object, step: Step) -> object:
    match value:
        case dict():
            return value.get(step)
        case list() if isinstance(step, int) and step < len(value):
            return value[step]
        case _:
            return None


def _name_of(item: object, number: int) -> str:
    match item:
        case {"id": str(identifier)} if identifier:
            return harmless(identifier)
        case _:
            return str(number + 1)
