"""What is written in a field and saved nowhere yet: kept while it is typed, there again later.

A field says under which name it keeps its words and finds the rest itself: the plan by the page
it stands on, and who keeps them by the window.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models.field_words import FieldWords
from ui.theme.theme import Theme
from ui.widgets.labelled import Labelled

KEEP_MS = 800
"""How long what is typed waits at most before it is handed on, while typing goes on too."""

_PLAN = "plan of the fields"

Write = Callable[[tuple[FieldWords, ...]], object]


class KeptWords(QObject):
    """What stands in the fields of a window; it goes on to ``write`` a moment after it was typed.

    Without anybody who writes it down it lasts as long as the window.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known: dict[tuple[str, str], FieldWords] = {}
        self._changed: dict[tuple[str, str], FieldWords] = {}
        self._write: Write | None = None
        self._pause = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._pause.timeout.connect(self.flush)

    def serve(self, known: Sequence[FieldWords], write: Write) -> None:
        """Take up what was written before, and hand on what is written from now on."""
        self._known = {**{field.place: field for field in known}, **self._known}
        self._write = write
        self.flush()

    def kept(self, plan: str, field: str) -> FieldWords | None:
        """Return what was written in a field, unless it is settled."""
        return self._known.get((plan, field))

    def waiting(self, plan: str) -> tuple[FieldWords, ...]:
        """Return what is written in the fields of a plan and not settled."""
        return tuple(field for field in self._known.values() if field.plan == plan)

    def keep(self, field: FieldWords) -> None:
        """Keep what is written in a field, or nothing once it is settled."""
        known = self._known.pop(field.place, None)
        if not field.is_settled:
            self._known[field.place] = field
        if self._known.get(field.place) != known:
            self._changed[field.place] = field
            if not self._pause.isActive():
                self._pause.start()

    def flush(self) -> None:
        """Hand on at once what waits."""
        self._pause.stop()
        if self._write is not None and self._changed:
            changed, self._changed = tuple(self._changed.values()), {}
            self._write(changed)


class KeepsWords:
    """A window that keeps what stands in its fields and in those of its dialogs."""

    kept_words: KeptWords


def belongs_to(page: QWidget, plan: str) -> None:
    """Let the fields of a page keep their words with a plan."""
    page.setProperty(_PLAN, plan)


class Box(Protocol):
    """What words are written in."""

    @property
    def words(self) -> str:
        """What is written."""

    def write(self, words: str, /) -> None:
        """Show words, as nobody's typing."""

    def forget_steps(self) -> None:
        """Have nothing to undo."""


class KeptField(Labelled):
    """A field whose words are kept until they are saved or given up.

    ``kept_as`` names the field among those of its plan, the same each time it is made; without a
    name nothing is kept. What was kept is there when the field is first shown, as if it had just
    been typed. Where something else was saved meanwhile it is only shown, with a fault, and stands
    for nothing until somebody writes on.

    A subclass has the ``_box`` that is written in, and says with ``_hold`` what is saved.
    """

    _box: Box

    def __init__(
        self,
        theme: Theme,
        label: str,
        field: QWidget,
        *,
        kept_as: str,
        hint: str = "",
        note: str = "",
        hidden_label: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._kept_as, self._plan, self._is_from_before = kept_as, "", False
        self._held_words = ""
        self._keeper: KeptWords | None = None
        super().__init__(
            theme, label, field, hint=hint, note=note, hidden_label=hidden_label, parent=parent
        )

    @property
    def kept_as(self) -> str:
        """The name under which the words are kept; empty where they are not."""
        return self._kept_as

    @property
    def written(self) -> str:
        """What is written, letter for letter."""
        return self._box.words

    def let_go(self) -> None:
        """Keep nothing of what is written: it was taken, or given up."""
        self._keep(self._held_words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._kept_as and self._keeper is None:
            # Whoever shows the field may still tell it what is saved.
            QTimer.singleShot(0, self, self._find_kept)

    def _take_typed(self) -> None:
        """A person wrote; a subclass reports it. Whoever did may mean to go on writing."""
        self._is_from_before = False
        self._tell_written()

    def _come_back(self) -> None:
        """What was written stands there again."""
        self._take_typed()

    def _hold(self, words: str) -> None:
        """Know what is saved, or stands for nothing: undoing that is not the field's."""
        self._held_words = words
        if self.written.strip() == words.strip():
            self._is_from_before = False
            self._box.forget_steps()
        self._tell_written()

    def _tell_written(self) -> None:
        if not self._is_from_before:
            self._keep(self.written)

    def _keep(self, words: str) -> None:
        if self._keeper is not None:
            place = {"plan": self._plan, "field": self._kept_as}
            self._keeper.keep(FieldWords(**place, words=words, instead_of=self._held_words))

    def _find_kept(self) -> None:
        keeper, self._plan = _around(self)
        if keeper is None or self._keeper is not None:
            return
        self._keeper = keeper
        kept = keeper.kept(self._plan, self._kept_as)
        if kept is None or kept.words.strip() in (self.written.strip(), self._held_words.strip()):
            self._tell_written()
            return
        self._box.write(kept.words)
        if kept.instead_of.strip() == self._held_words.strip():
            self._come_back()
        else:
            self._is_from_before = True
            words = _(
                "You wrote this earlier. “{saved}” was saved meanwhile. Write on to change it."
            )
            self.show_fault(words.format(saved=self._held_words))


def _around(widget: QWidget) -> tuple[KeptWords | None, str]:
    """Return who keeps the words of a field, and the plan that it belongs to."""
    plan, at = "", widget.parentWidget()
    while at is not None:
        plan = plan or str(at.property(_PLAN) or "")
        if isinstance(at, KeepsWords):
            return at.kept_words, plan
        at = at.parentWidget()
    return None, plan
