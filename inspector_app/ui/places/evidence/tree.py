"""Standards, key questions and prompts, word for word, to choose what a source bears on."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem, QWidget

from inspector_app.core.domain.evidence import Subject, matching
from inspector_app.ui.controls.lists.sought import Sought
from inspector_app.ui.look import long_words, sizes, theme

_REF = Qt.ItemDataRole.UserRole
_ACROSS, _DOWN, _HIGH = 16, 10, 280


class SubjectTree(Sought, QTreeWidget):
    """Enter or a double click chooses. What a source bears on already says so."""

    chosen = Signal(str)  # reference
    left = Signal()  # upwards out of it, or by Esc

    def __init__(self, subjects: Sequence[Subject], parent: QWidget) -> None:
        super().__init__(parent)
        self._subjects = {s.ref: s for s in subjects}
        self._items: dict[str, QTreeWidgetItem] = {}
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setItemDelegate(_Wrapped(self))
        self.setIndentation(theme.px(sizes.FAR))
        self.setFixedHeight(theme.px(_HIGH))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAccessibleName("Standards, key questions and prompts")
        for subject in subjects:
            above = next((self._items[ref] for ref in subject.above), None)
            item = QTreeWidgetItem(above) if above is not None else QTreeWidgetItem(self)
            item.setText(0, f"{subject.ref}  {subject.text}")
            item.setData(0, _REF, subject.ref)
            self._items[subject.ref] = item
        self.itemActivated.connect(self._choose)

    def set_linked(self, refs: Iterable[str]) -> None:
        """Say which of them the source bears on."""
        linked = set(refs)
        for ref, item in self._items.items():
            subject = self._subjects[ref]
            item.setText(0, f"{ref}  {subject.text}{'  (linked)' if ref in linked else ''}")

    def narrow(self, typed: str) -> None:
        """Show only what matches, unfolded; "" shows all, folded."""
        found = {s.ref for s in matching(self._subjects.values(), typed)} if typed.strip() else set(self._items)
        shown = found | {above for ref in found for above in self._subjects[ref].above}
        for ref, item in self._items.items():
            item.setHidden(ref not in shown)
            item.setExpanded(bool(typed.strip()))
        first = next((self._items[ref] for ref in self._items if ref in found), None)
        if first is not None:
            self.setCurrentItem(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up from the first line, and Esc, lead back to where one types."""
        here = self.currentItem()
        at_top = not self.indexAbove(self.currentIndex()).isValid()
        if event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Up and at_top):
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here is not None:
            self._choose(here)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(item.data(0, _REF))


class _Wrapped(QStyledItemDelegate):
    """Lines as high as their words need in the width that is left of their indentation."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        tree, depth, above = self.parent(), 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        width = tree.viewport().width() - depth * tree.indentation() if isinstance(tree, QTreeWidget) else 0
        room = QRect(0, 0, max(1, width - theme.px(_ACROSS)), 10_000)
        said = long_words.breakable(str(index.data()))
        words = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, said)
        return QSize(width, words.height() + theme.px(_DOWN))

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """A word that is longer than the line breaks too."""
        super().initStyleOption(option, index)
        option.text = long_words.breakable(option.text)
