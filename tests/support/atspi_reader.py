"""What a screen reader sees and does, as a program: a line of JSON asked, a line answered.

It runs under the system's Python, which has the bindings of the screen readers' interface
(AT-SPI). Everything goes through that interface: nothing here knows the program's own code.
"""

import json
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Asked = dict[str, object]
STATES = ("focused", "focusable", "checked", "enabled", "showing", "expanded", "selected", "active")
MOST = 20_000
COUNTED = (
    *("state-changed", "property-change", "children-changed", "selection-changed"),
    *("model-changed", "visible-data-changed", "active-descendant-changed"),
)
"""The events that a page may send when it is shown; of texts only fields send some."""


class Reader:
    """Hears what all programs announce; looks at one of them at a time."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.focused: Atspi.Accessible | None = None
        self.moves = 0
        self.listener = Atspi.EventListener.new(self._hear)
        # What every Orca says of itself; Orca before 45 hears no "object:announcement".
        self.listener.register("object:state-changed:showing")
        self.listener.register("object:state-changed:focused")
        self.counter: Atspi.EventListener | None = None
        self.events = 0

    def _hear(self, event: Atspi.Event) -> None:
        if event.type.startswith("object:state-changed:showing"):
            if event.detail1 and event.source.get_role() == Atspi.Role.NOTIFICATION:
                self.said.append(event.source.get_name() or "")
        elif event.detail1:
            self.focused = event.source
            self.moves += 1

    def _count(self, _event: Atspi.Event) -> None:
        self.events += 1

    def take_events(self) -> int:
        """Return how many events came since this was last asked, at first none."""
        if self.counter is None:
            self.counter = Atspi.EventListener.new(self._count)
            for kind in COUNTED:
                self.counter.register(f"object:{kind}")
        told, self.events = self.events, 0
        return told

    def attend(self) -> None:
        """Take in what has been signalled until now."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass

    def take_said(self) -> list[str]:
        """Return what was announced since this was last asked."""
        said, self.said = self.said, []
        return said

    def focus(self) -> list[Asked]:
        """Return what has the keyboard, as the last signal told, unless it lost it since."""
        if self.focused is None or not is_in(self.focused, "focused"):
            return []
        return [described(self.focused)]


def application(pid: object) -> Atspi.Accessible | None:
    """Find a program by its process."""
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(place)
        if child is not None and child.get_process_id() == pid:
            return child
    return None


def is_in(thing: Atspi.Accessible, state: str) -> bool:
    return bool(thing.get_state_set().contains(getattr(Atspi.StateType, state.upper())))


def described(thing: Atspi.Accessible) -> Asked:
    """Say of one thing what a screen reader asks."""
    box = thing.get_extents(Atspi.CoordType.SCREEN)
    value: Asked = {
        "role": thing.get_role_name(),
        "name": thing.get_name() or "",
        "description": thing.get_description() or "",
        "states": [state for state in STATES if is_in(thing, state)],
        "box": [box.x, box.y, box.width, box.height],
    }
    if "EditableText" in thing.get_interfaces():
        value["text"] = Atspi.Text.get_text(thing, 0, Atspi.Text.get_character_count(thing))
    level = (thing.get_attributes() or {}).get("level")
    if level:
        value["level"] = int(level)
    return value


def showing(root: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    """Walk what is to be seen, in reading order; what is hidden is left out with all below."""
    waiting, left = [root], MOST
    while waiting and left:
        left -= 1
        found = waiting.pop()
        yield found
        for place in reversed(places_in_view(found)):
            child = found.get_child_at_index(place)
            if child is not None and is_in(child, "showing"):
                waiting.append(child)


def places_in_view(thing: Atspi.Accessible) -> Sequence[int]:
    """Return the places of its children; of a table those of its heads and of the rows in view.

    What manages its descendants must not be read through from end to end: a screen reader asks
    for what is in view, and the program makes each cell of a thousand plans when it is asked for.
    """
    every = range(thing.get_child_count())
    manages = Atspi.StateType.MANAGES_DESCENDANTS
    if "Table" not in thing.get_interfaces() or not thing.get_state_set().contains(manages):
        return every
    rows = Atspi.Table.get_n_rows(thing)
    begun = Atspi.Table.get_index_at(thing, 0, 0) if rows else -1
    wide = Atspi.Table.get_index_at(thing, 1, 0) - begun if rows > 1 else 0
    if begun < 0 or wide <= 0:
        return every
    # A head of the row comes before its cells; the heads of the columns come before all.
    begun -= begun % wide
    box = thing.get_extents(Atspi.CoordType.SCREEN)
    tops = Tops(thing)
    first = max(0, bisect_right(tops, box.y) - 1)
    after = bisect_left(tops, box.y + box.height)
    return (*range(begun), *range(begun + first * wide, begun + after * wide))


class Tops(Sequence[int]):
    """How far down the screen each row of a table begins, asked for one by one."""

    def __init__(self, table: Atspi.Accessible) -> None:
        self.table = table

    def __len__(self) -> int:
        return int(Atspi.Table.get_n_rows(self.table))

    def __getitem__(self, row: int) -> int:  # type: ignore[override]
        cell = Atspi.Table.get_accessible_at(self.table, row, 0)
        return int(cell.get_extents(Atspi.CoordType.SCREEN).y)


def fits(thing: Atspi.Accessible, asked: Asked) -> bool:
    if asked.get("role") and thing.get_role_name() != asked["role"]:
        return False
    own = thing.get_name() or ""
    if asked.get("name") and own != asked["name"]:
        return False
    return str(asked.get("has", "")) in own


def act(thing: Atspi.Accessible, wanted: object) -> bool:
    """Do one of the actions a thing offers; False when it does not offer it."""
    if "Action" not in thing.get_interfaces():
        return False
    for place in range(Atspi.Action.get_n_actions(thing)):
        if Atspi.Action.get_action_name(thing, place) == wanted:
            return bool(Atspi.Action.do_action(thing, place))
    return False


def answer(reader: Reader, asked: Asked) -> object:
    """Do what one line asks."""
    reader.attend()
    if asked["do"] == "heard":
        return reader.take_said()
    if asked["do"] == "moves":
        return reader.moves
    if asked["do"] == "events":
        return reader.take_events()
    if asked["do"] == "focus":
        return reader.focus()
    root = application(asked["pid"])
    if root is not None and asked.get("within"):
        named = (thing for thing in showing(root) if fits(thing, {"has": asked["within"]}))
        # The heading of a group may have its name too.
        root = next((thing for thing in named if thing.get_child_count()), None)
    if root is None:
        return []
    found = (thing for thing in showing(root) if fits(thing, asked))
    if asked["do"] == "find":
        return [described(thing) for thing in found]
    return any(act(thing, asked["action"]) for thing in found)


def tell(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Answer until nobody asks any more."""
    Atspi.set_timeout(4000, 10000)
    reader = Reader()
    # Asking once starts what screen readers are built on.
    Atspi.get_desktop(0).get_child_count()
    tell("ready")
    for line in sys.stdin:
        try:
            told: object = {"answer": answer(reader, json.loads(line))}
        except GLib.Error as error:
            # Something was thrown away while it was looked at; whoever asked looks again.
            told = {"failed": str(error)}
        tell(told)


main()
