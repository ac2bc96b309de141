"""The guide on the screen: its text, its pictures as wide as there is room, and the places where a word stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from inspector_app.core.services.help import manual
from inspector_app.ui.controls.rich_pages import RichPage
from inspector_app.ui.look import sizes, theme

_HEADINGS = {1: sizes.TITLE, 2: sizes.HEADING, 3: sizes.BODY}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the guide: its words and level, where it stands in the text, and all that stands under it."""

    heading: str
    level: int
    begins: int
    ends: int
    text: str


class GuideView(RichPage):
    """Shows the guide, or another text of the program's own. Reads no file but its pictures; no link leads out of it."""

    moved = Signal(str)  # the heading that was gone to

    def __init__(self, parent: QWidget, name: str, markdown: str) -> None:
        super().__init__(parent)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # everything in it fits the width
        self.setAccessibleName(name)
        self._pictures: dict[str, QImage] = {}
        self.document().setDefaultFont(theme.font())
        self.document().setDocumentMargin(theme.px(sizes.FAR))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Link, QColor(theme.colours().accent))
        self.setPalette(palette)
        self.show_shipped(markdown)
        _dress(self.document())
        self.sections = tuple(_sections(self.document()))
        self.anchorClicked.connect(lambda link: self._follow(link.fragment()))

    def sizeHint(self) -> QSize:
        """As high as its window lets it be."""
        return QSize(theme.px(sizes.COLUMN), theme.px(sizes.TALL))

    def loadResource(self, _kind: int, name: QUrl | str) -> QImage:
        """A picture of the guide, no wider than there is room; a dot for whatever else is named."""
        called = name.toString() if isinstance(name, QUrl) else name
        file = manual.picture(called)
        if file is None:
            return QImage(1, 1, QImage.Format.Format_Mono)
        self._pictures.setdefault(called, QImage(str(file)))
        return self._fitted(self._pictures[called])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the width, before the text round them is laid out."""
        for name, picture in self._pictures.items():
            kind = QTextDocument.ResourceType.ImageResource.value
            self.document().addResource(kind, QUrl(name), self._fitted(picture))
        self.document().markContentsDirty(0, self.document().characterCount())
        super().resizeEvent(event)

    def go(self, heading: str) -> None:
        """Bring a heading to the top; the first where there is none of these words."""
        found = next((section for section in self.sections if section.heading == heading), self.sections[0])
        self._bring(found.begins, top=True)
        self.moved.emit(found.heading)

    def show_place(self, place: QTextCursor) -> None:
        """Select a place that was found, and bring it into view."""
        self._bring(place.selectionStart(), top=False)
        self.setTextCursor(place)

    def places(self, words: Sequence[str]) -> list[QTextCursor]:
        """Where any of the words stands, in order; they are lit, and no others."""
        found = sorted((at for word in words for at in _found(self.document(), word)), key=QTextCursor.selectionStart)
        lit = []
        for at in found:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = at
            mark.format.setBackground(QColor(theme.colours().accent_soft))
            mark.format.setForeground(QColor(theme.colours().text))
            mark.format.setFontUnderline(True)
            lit.append(mark)
        self.setExtraSelections(lit)
        return found

    def _follow(self, fragment: str) -> None:
        for section in self.sections:
            if manual.fragment(section.heading) == fragment:
                self.go(section.heading)

    def _bring(self, position: int, *, top: bool) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self.setTextCursor(cursor)  # from the end, what is gone to comes in at the top
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        above = self.cursorRect(cursor).top() - (theme.px(sizes.NEAR) if top else self.viewport().height() // 3)
        bar.setValue(bar.value() + above)

    def _fitted(self, picture: QImage) -> QImage:
        room = max(1, self.viewport().width() - 2 * theme.px(sizes.FAR))
        if picture.width() <= room:
            return picture
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _sections(document: QTextDocument) -> Iterator[Section]:
    heads = [block for block in _blocks(document) if block.blockFormat().headingLevel()]
    ends = [*(block.position() for block in heads[1:]), document.characterCount() - 1]
    for head, end in zip(heads, ends, strict=True):
        under = QTextCursor(head)
        under.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        text = under.selectedText()
        yield Section(
            heading=head.text(), level=head.blockFormat().headingLevel(), begins=head.position(), ends=end, text=text
        )


def _found(document: QTextDocument, word: str) -> Iterator[QTextCursor]:
    at = document.find(word)
    while not at.isNull():
        yield at
        at = document.find(word, at)


def _dress(document: QTextDocument) -> None:
    """Headings at the sizes of the window, keys in its own letters, strong, and room between what is said."""
    for block in _blocks(document):
        level = block.blockFormat().headingLevel()
        if level:
            _space(block, above=theme.px(sizes.FAR) if level < len(_HEADINGS) else theme.px(sizes.NEAR))
            _give(document, block.position(), block.length() - 1, _strong(_HEADINGS.get(level, sizes.BODY)))
            continue
        if QTextCursor(block).currentTable() is None:
            _space(block)
        for position, length in _keys(block):
            _give(document, position, length, _strong(sizes.BODY))


def _keys(block: QTextBlock) -> list[tuple[int, int]]:
    """Where what was written as code stands in a block, and how long it is."""
    found, parts = [], block.begin()
    while not parts.atEnd():
        if parts.fragment().charFormat().fontFixedPitch():
            found.append((parts.fragment().position(), parts.fragment().length()))
        parts += 1
    return found


def _space(block: QTextBlock, above: int = 0) -> None:
    spaced = block.blockFormat()
    spaced.setTopMargin(above)
    spaced.setBottomMargin(theme.px(sizes.CLOSE))
    QTextCursor(block).setBlockFormat(spaced)


def _strong(size: int) -> QTextCharFormat:
    dressed = QTextCharFormat()
    dressed.setFont(theme.font(size, bold=True))
    return dressed


def _give(document: QTextDocument, position: int, length: int, dressed: QTextCharFormat) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
    plain = cursor.charFormat()
    plain.clearProperty(QTextFormat.Property.FontSizeAdjustment)
    plain.merge(dressed)
    cursor.setCharFormat(plain)
