"""The list of plans: rows that are painted, so that ten thousand are as quick as ten."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QMenu, QWidget

from advisor.language import _
from advisor.models.ids import PlanId
from ui.home.plan_row import MEASURED, PlanRows
from ui.home.plans_model import PlansModel
from ui.theme.sheet import Sheet
from ui.theme.theme import Theme
from ui.widgets.current_row import SpeaksCurrent
from ui.widgets.menus import open_at

if TYPE_CHECKING:
    from advisor.models.judged import PlanSummary


class PlanList(QListView):
    """Enter or a click opens; the menu key, F2 and Delete do the rest.

    Every signal carries the ``PlanSummary`` of the row it is about.
    """

    opened = Signal(object)
    rename_asked = Signal(object)
    duplicate_asked = Signal(object)
    export_asked = Signal(object)
    delete_asked = Signal(object)

    def __init__(self, theme: Theme, model: PlansModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._cards = PlanRows(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._cards)
        self.setAccessibleName(_("Your plans"))
        self.setAccessibleDescription(
            _("Enter opens a plan, the menu key offers more, F2 renames, Delete deletes.")
        )
        theme.draws(self, Sheet.BARE_VIEW)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        SpeaksCurrent(self)
        theme.resized.connect(self.scheduleDelayedItemsLayout)
        model.modelReset.connect(self._choose_sizes)

    def show_current(self, plan: PlanId | None) -> None:
        """Put the keyboard on a plan, or on the first one."""
        index = self._model.index_of(plan) if plan is not None else QModelIndex()
        if not index.isValid():
            index = self._model.index(0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def menu_for(self, index: QModelIndex) -> QMenu:
        """Return what can be done with a plan."""
        menu, summary = QMenu(self), self._model.summary(index)
        for words, signal in (
            (_("&Open"), self.opened),
            (_("&Rename"), self.rename_asked),
            (_("D&uplicate"), self.duplicate_asked),
            (_("&Export a copy…"), self.export_asked),
            (_("&Delete"), self.delete_asked),
        ):
            menu.addAction(words).triggered.connect(partial(self._tell, signal, summary))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_F2: self.rename_asked,
            Qt.Key.Key_Delete: self.delete_asked,
        }
        summary = self._model.summary(self.currentIndex())
        signal = keys.get(Qt.Key(event.key()))
        if signal is None or summary is None:
            super().keyPressEvent(event)
        else:
            signal.emit(summary)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        summary = self._model.summary(index)
        if event.button() is not Qt.MouseButton.LeftButton or summary is None:
            return
        if self._more_area(index).contains(place):
            self._open_menu(index)
        else:
            self.opened.emit(summary)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_over = self.indexAt(event.position().toPoint()).isValid()
        shape = Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self._open_menu(index, event.globalPos() if by_mouse else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _choose_sizes(self) -> None:
        """Measure every row while they are few; thousands are given one size."""
        self._cards.forget()
        self.setUniformItemSizes(self._model.total > MEASURED)

    def _open_menu(self, index: QModelIndex, at: QPoint | None = None) -> None:
        """Offer what can be done with a plan, at the pointer or below *More*."""
        area = self._more_area(index)
        corner = area.bottomLeft() if area.isValid() else QPoint(0, 0)
        open_at(self.menu_for(index), self, at or self.viewport().mapToGlobal(corner))

    @staticmethod
    def _tell(
        signal: SignalInstance, summary: "PlanSummary | None", _checked: bool = False
    ) -> None:
        if summary is not None:
            signal.emit(summary)

    def _more_area(self, index: QModelIndex) -> QRect:
        return self._cards.more_area(self.visualRect(index), self.layoutDirection())
