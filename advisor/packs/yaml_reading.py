"""A strict and small YAML: text, whole numbers, true, false, lists and mappings.

The file is read as a stream of events and never through PyYAML's constructors. So ``no`` and
``12:30`` stay text, a file cannot grow by aliases, and a deep file cannot exhaust the stack.
Refused: anchors, aliases, tags, duplicate keys, several documents, depth over 32, files over
2 MB, anything but UTF-8. Each value keeps the line that it starts on.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml
from yaml import events

from advisor.files import text_of
from advisor.language import _
from advisor.models.texts import harmless, shown
from advisor.packs.records import LARGEST

MOST_VALUES = 40_000
"""The most values that a YAML file may hold: seven times as many as the largest shipped one has."""

MOST_IN_RECORD = 2_000
"""The most values that one record of a file may hold, or what stands under one key of it."""

DEEPEST = 32
"""The most lists and mappings that may lie inside each other."""

PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser where it was built, and the pure Python one elsewhere: same events, slower."""

# A leading zero means octal to one YAML and nothing to another: 012 stays text. So do numbers
# that nobody writes by hand.
_WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_PLAIN_WORDS: Mapping[str, bool | None] = {
    "true": True,
    "True": True,
    "false": False,
    "False": False,
    "": None,
    "~": None,
    "null": None,
}

Step = str | int
Path = tuple[Step, ...]
"""Keys and indices from the top of a file to a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlFault:
    """Something that this YAML refuses, and the line it is on (0: the file as a whole)."""

    line: int
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlDocument:
    """What a file holds: its value, the line of each value by path, and its faults.

    With faults, ``value`` is not to be relied on.
    """

    value: object
    lines: Mapping[Path, int]
    faults: tuple[YamlFault, ...]


def read_yaml(content: bytes) -> YamlDocument:
    """Return what the bytes of a YAML file hold. Never raises for bad content."""
    if len(content) > LARGEST:
        return _refused(
            0, _("The file is larger than {size} MB.").format(size=LARGEST // 1_000_000)
        )
    text = text_of(content)
    if text is None:
        return _refused(0, _("The file is not UTF-8 text. Save it with the encoding UTF-8."))
    builder = _Builder()
    try:
        for event in _events(text):
            builder.take(event)
    except _Stopped:
        pass
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        builder.refuse(line, _syntax(error.problem))
    except (yaml.YAMLError, ValueError, OverflowError):
        builder.refuse(0, _syntax(None))
    return YamlDocument(value=builder.value, lines=builder.lines, faults=tuple(builder.faults))


def _refused(line: int, message: str) -> YamlDocument:
    return YamlDocument(value=None, lines={}, faults=(YamlFault(line=line, message=message),))


def _events(text: str) -> Iterator[events.Event]:
    yield from yaml.parse(text, Loader=PARSER)


def _syntax(problem: str | None) -> str:
    found = _("This is not valid YAML ({problem}).") if problem else _("This is not valid YAML.")
    look = _(
        "Look here and on the line before for a missing quote, a missing colon or a wrong indent."
    )
    return f"{found.format(problem=problem)} {look}"


class _Stopped(Exception):
    """The rest of the file makes no sense after this fault."""


@dataclass(slots=True)
class _Open:
    """A list or mapping that is still being filled; ``key`` waits for its value."""

    container: list[object] | dict[str, object]
    path: Path
    key: str | None = None


@dataclass(slots=True)
class _Builder:
    value: object = None
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[YamlFault] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _documents: int = 0
    _values: int = 0
    _in_record: int = 0

    def refuse(self, line: int, message: str) -> None:
        self.faults.append(YamlFault(line=line, message=message))

    def take(self, event: events.Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 0
        match event:
            case events.DocumentStartEvent():
                self._start_document(line)
            case events.AliasEvent():
                self.refuse(
                    line,
                    _("Aliases (*{alias}) are not read. Write the text again.").format(
                        alias=event.anchor
                    ),
                )
                self._add(None, line)
            case events.ScalarEvent():
                self._see_to_extras(event.anchor, event.tag, line)
                self._take_scalar(event, line)
            case events.MappingStartEvent() | events.SequenceStartEvent():
                self._see_to_extras(event.anchor, event.tag, line)
                self._start({} if isinstance(event, events.MappingStartEvent) else [], line)
            case events.MappingEndEvent() | events.SequenceEndEvent():
                self._open.pop()
            case _:  # the stream's own start and end, and the end of a document
                pass

    def _start_document(self, line: int) -> None:
        self._documents += 1
        if self._documents > 1:
            self.refuse(line, _("The file holds a second document after ---. Keep one."))
            raise _Stopped

    def _see_to_extras(self, anchor: str | None, tag: str | None, line: int) -> None:
        if anchor is not None:
            message = _("Anchors (&{anchor}) are not read. Write the text where it is used.")
            self.refuse(line, message.format(anchor=anchor))
        if tag is not None:
            message = _("Tags ({tag}) are not read. Put text in quotes instead.")
            self.refuse(line, message.format(tag=harmless(tag)))

    def _take_scalar(self, event: events.ScalarEvent, line: int) -> None:
        top = self._open[-1] if self._open else None
        if top is None or isinstance(top.container, list) or top.key is not None:
            self._add(_value_of(event), line)
            return
        key = event.value
        if key in top.container:
            message = _("The key {key} is written twice here. Keep one.")
            self.refuse(line, message.format(key=shown(key)))
        top.key = key
        self.lines[(*top.path, key)] = line

    def _start(self, container: list[object] | dict[str, object], line: int) -> None:
        if len(self._open) == DEEPEST:
            message = _("More than {most} lists and mappings lie inside each other here.")
            self.refuse(line, message.format(most=DEEPEST))
            raise _Stopped
        path = self._add(container, line)
        self._open.append(_Open(container, path))

    def _add(self, value: object, line: int) -> Path:
        """Put a value where it belongs and return its path."""
        self._count(line)
        if not self._open:
            self.value = value
            self.lines[()] = line
            return ()
        top = self._open[-1]
        if isinstance(top.container, list):
            path = (*top.path, len(top.container))
            top.container.append(value)
        elif top.key is None:
            self.refuse(line, _("A key must be one word and not a list, a mapping or an alias."))
            raise _Stopped
        else:
            path = (*top.path, top.key)
            top.container[top.key] = value
            top.key = None
        self.lines.setdefault(path, line)
        return path

    def _count(self, line: int) -> None:
        """Refuse more values than a person would write: each takes memory, and each its checks."""
        self._values += 1
        self._in_record = self._in_record + 1 if len(self._open) > 1 else 0
        if self._values > MOST_VALUES:
            message = _("The file holds more than {most} values.").format(most=MOST_VALUES)
        elif self._in_record > MOST_IN_RECORD:
            message = _("This record holds more than {most} values.").format(most=MOST_IN_RECORD)
        else:
            return
        self.refuse(line, message)
        raise _Stopped


def _value_of(event: events.ScalarEvent) -> str | int | bool | None:
    text = event.value
    if not event.implicit[0]:  # quoted or a block: always text
        return text
    if text in _PLAIN_WORDS:
        return _PLAIN_WORDS[text]
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else text
