"""Records that may be written in one of two forms, and in no mixture of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from advisor.language import N_, _
from advisor.models.texts import shown
from advisor.packs.schema import ShapeFault
from advisor.packs.yaml_reading import Path

_Record = Mapping[str, object]
_Places = list[tuple[Path, _Record]]


@dataclass(frozen=True, slots=True)
class _Forms:
    """Two ways to write a record: by one key, or by several that belong together."""

    sentence: str
    by_one: str
    by_several: tuple[str, ...]
    with_several: tuple[str, ...] = ()
    """Keys that may be added to the several."""

    def fault_in(self, record: Mapping[str, object]) -> str | None:
        """Say what is wrong with the form of a record."""
        several = [key for key in record if key in self.by_several or key in self.with_several]
        if self.by_one in record:
            if not several:
                return None
            together = ", ".join([self.by_one, *several])
            return _("{either} Here stand together: {keys}.").format(
                either=self._either(), keys=together
            )
        lacking = [key for key in self.by_several if key not in record]
        if len(lacking) == len(self.by_several):
            return _("{either} Here stands neither.").format(either=self._either())
        return _('The key "{key}" is missing.').format(key=lacking[0]) if lacking else None

    def _either(self) -> str:
        keys = ", ".join(self.by_several)
        return _(self.sentence).format(one=self.by_one, several=keys)


_RULE = _Forms(
    N_("A rule is written either with {one}, or with {several}."),
    "branches",
    ("when", "note"),
    ("answered_by",),
)
_PART = _Forms(
    N_("A part of a sentence is written either with {one}, or with {several}."),
    "choices",
    ("question", "texts", "last"),
    ("before",),
)
_MOVE = _Forms(
    N_("What becomes of an answer is written either with {one}, or with {several}."),
    "becomes",
    ("ask_again",),
)


def faults_in_forms(files: Mapping[str, object]) -> Iterator[ShapeFault]:
    """Yield rules, parts of sentences and moves that mix two forms, or have neither."""
    for file, value in files.items():
        for path, forms, record in _two_formed(file, value):
            if message := forms.fault_in(record):
                yield ShapeFault(file=file, path=path, message=message)
    yield from _faults_in_moves(files.get("moves"))


def _two_formed(file: str, value: object) -> Iterator[tuple[Path, _Forms, _Record]]:
    top: _Places = [((), value)] if isinstance(value, dict) else list(_records(value, ()))
    forms = _RULE
    found: Iterable[tuple[Path, _Record]] = ()
    if file in {"configurations", "configurations_risks"}:
        found = _held(top, "rules")
    elif file == "paper_words":
        sentences = list(_held(top, "plan_in_a_line"))
        forms, found = _PART, chain(_held(sentences, "opening"), _held(sentences, "then"))
    elif file == "moves":
        forms, found = _MOVE, _held(top, "answers")
    return ((path, forms, record) for path, record in found)


def _held(places: _Places, key: str) -> Iterator[tuple[Path, _Record]]:
    """Yield the groups of keys that lie in lists under a key of other groups."""
    for path, record in places:
        yield from _records(record.get(key), (*path, key))


def _records(items: object, path: Path) -> Iterator[tuple[Path, _Record]]:
    """Yield the groups of keys in a list with their places; nothing of what is no list."""
    for number, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield (*path, number), item


def _faults_in_moves(moves: object) -> Iterator[ShapeFault]:
    """Yield answers that are moved twice, and answers that are asked again by ``false``."""
    answers = moves.get("answers") if isinstance(moves, dict) else None
    seen: set[tuple[str, str]] = set()
    for path, move in _records(answers, ("answers",)):
        if move.get("ask_again") is False:
            message = _("Write true here, or say with becomes what the answer becomes.")
            yield ShapeFault(file="moves", path=(*path, "ask_again"), message=message)
        question, option = str(move.get("question", "")), str(move.get("option", ""))
        if (question, option) in seen:
            message = _("{answer} moves a second time. Each may move once.").format(
                answer=shown(option or question)
            )
            yield ShapeFault(file="moves", path=path, message=message)
        seen.add((question, option))
