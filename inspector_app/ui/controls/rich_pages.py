"""Pages of rich text of our own making, to read. Every word of a person in them is escaped, and no file is ever read."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget


class RichEdit(QTextEdit):
    """A page of rich text, only to be read as soon as its flags say so."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> QImage:
        """A dot, for whatever a text names as a picture or a style: given nothing, Qt looks for the file itself."""
        return _dot()


class RichPage(QTextBrowser):
    """A page of rich text whose links are signals, and lead nowhere by themselves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setMinimumSize(1, 1)

    def show_shipped(self, markdown: str) -> None:
        """Show a text that came with the program. Never one that anybody typed: markup in it is obeyed."""
        self.setMarkdown(markdown)

    def loadResource(self, _kind: int, _name: QUrl | str) -> QImage:
        """A dot, as of a RichEdit."""
        return _dot()


def _dot() -> QImage:
    return QImage(1, 1, QImage.Format.Format_Mono)
