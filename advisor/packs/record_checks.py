"""What the shape of a record cannot say: ids used once, conditions with one form, sound texts.

These faults keep a record from being built; what makes no sense in a pack that could be built
is found by ``advisor.checks.pack_checks``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from advisor.language import _
from advisor.models.texts import NOTE_LENGTH, TITLE_LENGTH, fault_in_text, shown
from advisor.packs.record_forms import faults_in_forms
from advisor.packs.schema import ShapeFault
from advisor.packs.yaml_reading import Path

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_CONDITIONS = frozenset(
    {"when", "ask_when", "applies_when", "in_place_when", "covered_when", "met_when"}
)
_JOINERS = frozenset({"join", "before", "last"})
"""What stands between texts may be a space alone."""

_STATEMENTS = ("configurations", "configurations_risks")
"""One list in two files."""

_JOINING = ("all", "any", "not")
_TESTS = (
    "is",
    "is_any_of",
    "includes",
    "includes_any_of",
    "includes_none_of",
    "at_least",
    "at_most",
)


def record_faults(
    files: Mapping[str, object], *, first_shape: bool = False
) -> Iterator[ShapeFault]:
    """Yield the faults of records, whether or not they have the right shape."""
    for file, value in files.items():
        for path, message in _walk(value, ()):
            yield ShapeFault(file=file, path=path, message=message)
    yield from _statement_ids(files)
    if not first_shape:
        yield from faults_in_forms(files)


def _walk(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    match value:
        case dict():
            yield from _in_group(value, path)
            for key, inner in value.items():
                if message := fault_in_text(key, longest=TITLE_LENGTH):
                    yield (*path, key), message
                yield from _walk(inner, (*path, key))
        case list():
            yield from _repeated(_names(value), path)
            for number, inner in enumerate(value):
                yield from _walk(inner, (*path, number))
        case str():
            may_be_blank = bool(path) and path[-1] in _JOINERS
            yield from ((path, message) for message in _in_text(value, may_be_blank=may_be_blank))
        case _:  # numbers and truth values are what they are
            pass


def _in_text(text: str, *, may_be_blank: bool) -> Iterator[str]:
    if not text or (not may_be_blank and not text.strip()):
        yield _("This text is empty. Write something, or leave the key out if it may be left out.")
    elif message := fault_in_text(text, longest=NOTE_LENGTH, lines=True):
        yield message


def _in_group(group: Mapping[str, object], path: Path) -> Iterator[tuple[Path, str]]:
    identifier = group.get("id")
    if isinstance(identifier, str) and not _ID.fullmatch(identifier):
        yield (
            (*path, "id"),
            _("{name} cannot be an id. Use up to 64 letters (a to z), digits, - and _.").format(
                name=shown(identifier)
            ),
        )
    for key in _CONDITIONS & group.keys():
        yield from _in_condition(group[key], (*path, key))


def _in_condition(condition: object, path: Path) -> Iterator[tuple[Path, str]]:
    if not isinstance(condition, dict):
        return
    joining = [key for key in _JOINING if key in condition]
    tests = [key for key in _TESTS if key in condition]
    if message := _fault_in_form(joining, tests, has_question="question" in condition):
        yield path, message
    for key in joining:
        yield from _in_parts(condition[key], (*path, key))


def _in_parts(parts: object, path: Path) -> Iterator[tuple[Path, str]]:
    if not isinstance(parts, list):
        yield from _in_condition(parts, path)
        return
    for number, part in enumerate(parts):
        yield from _in_condition(part, (*path, number))


def _fault_in_form(joining: list[str], tests: list[str], *, has_question: bool) -> str | None:
    if len(joining) == 1 and not tests and not has_question:
        return None
    if not joining and has_question and len(tests) == 1:
        return None
    if not joining and has_question and not tests:
        return _("This test lacks what the answer must be: one of {tests}.").format(
            tests=", ".join(_TESTS)
        )
    if not joining and tests and not has_question:
        return _('This test lacks the key "question".')
    return _(
        "A condition is either one of all, any, not; or a question with one test. "
        "Here stand together: {keys}."
    ).format(keys=_listed(joining, tests, has_question=has_question))


def _listed(joining: list[str], tests: list[str], *, has_question: bool) -> str:
    keys = [*joining, *(["question"] if has_question else []), *tests]
    return ", ".join(keys) or _("none of them")


def _names(items: list[object]) -> Iterator[tuple[Path, str]]:
    """Yield what must be unique in a list: its texts, or the ids of its records."""
    for number, item in enumerate(items):
        match item:
            case str():
                yield (number,), item
            case {"id": str(identifier)}:
                yield (number, "id"), identifier
            case {"configuration": str(identifier)}:
                yield (number, "configuration"), identifier
            case {"action": str(identifier)}:
                yield (number, "action"), identifier
            case _:  # conditions and faulty items have no name
                pass


def _repeated(names: Iterable[tuple[Path, str]], path: Path) -> Iterator[tuple[Path, str]]:
    seen: set[str] = set()
    for place, name in names:
        if name in seen:
            yield (*path, *place), _second_time(name)
        seen.add(name)


def _statement_ids(files: Mapping[str, object]) -> Iterator[ShapeFault]:
    """Yield repeats of configurations and rules, whose ids are unique in the whole pack.

    Repeats inside one list are already reported with it.
    """
    configurations, rules = set[str](), set[str]()
    for file in _STATEMENTS:
        value = files.get(file)
        items: list[object] = value if isinstance(value, list) else []
        for path, name in _repeats_of_others(items, (), configurations):
            yield ShapeFault(file=file, path=path, message=_second_time(name))
        for number, item in enumerate(items):
            held = item.get("rules") if isinstance(item, dict) else None
            if isinstance(held, list):
                for path, name in _repeats_of_others(held, (number, "rules"), rules):
                    yield ShapeFault(file=file, path=path, message=_second_time(name))


def _repeats_of_others(
    items: list[object], path: Path, seen: set[str]
) -> Iterator[tuple[Path, str]]:
    """Yield the names of a list that were seen in other lists, and add its own."""
    own = {name: place for place, name in _names(items)}
    for name, place in own.items():
        if name in seen:
            yield (*path, *place), name
    seen.update(own)


def _second_time(name: str) -> str:
    message = _("{name} stands here a second time. Each may stand once.")
    return message.format(name=shown(name))
