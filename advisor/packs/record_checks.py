"""What the shape of a record cannot say: ids used once, conditions with one form, sound texts.

These faults keep a record from being built; what makes no sense in a pack that could be built
is found by ``advisor.checks.pack_checks``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from advisor.language import _
from advisor.models.texts import NOTE_LENGTH, TITLE_LENGTH, fault_in_text, shown
from advisor.packs.schema import ShapeFault
from advisor.packs.yaml_reading import Path

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_CONDITIONS = frozenset({"when", "ask_when", "applies_when", "in_place_when"})
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


def record_faults(files: Mapping[str, object]) -> Iterator[ShapeFault]:
    """Yield the faults of records, whether or not they have the right shape."""
    for file, value in files.items():
        for path, message in (*_walk(value, ()), *_rule_ids(file, value)):
            yield ShapeFault(file=file, path=path, message=message)


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
            yield from ((path, message) for message in _in_text(value))
        case _:  # numbers and truth values are what they are
            pass


def _in_text(text: str) -> Iterator[str]:
    if not text.strip():
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
            case _:  # conditions and faulty items have no name
                pass


def _repeated(names: Iterable[tuple[Path, str]], path: Path) -> Iterator[tuple[Path, str]]:
    seen: set[str] = set()
    for place, name in names:
        if name in seen:
            message = _("{name} stands here a second time. Each may stand once.")
            yield (*path, *place), message.format(name=shown(name))
        seen.add(name)


def _rule_ids(file: str, value: object) -> Iterator[tuple[Path, str]]:
    """Rule ids are unique in the whole pack and not only in their configuration."""
    if file != "configurations" or not isinstance(value, list):
        return
    names: list[tuple[Path, str]] = []
    for number, configuration in enumerate(value):
        rules = configuration.get("rules") if isinstance(configuration, dict) else None
        if isinstance(rules, list):
            # Repeats inside one configuration are already reported with its list.
            own = {name: place for place, name in _names(rules)}
            names += [((number, "rules", *place), name) for name, place in own.items()]
    yield from _repeated(names, ())
