"""Labels, all made here: a text as it stands, words marked by us, and the mark of what is contested.

Qt takes a text with something like a tag in it for rich text, and then reads any file that it names: a case reference
from a colleague's package could. So no label is left to guess (tests/architecture/test_plain_text.py).
"""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QWidget

from inspector_app.core.words import say
from inspector_app.ui.look import early, long_words, sizes, theme

if TYPE_CHECKING:  # Qt makes these when they are first used
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent


_LINE = 38.5  # times the size of the letters: some 80 of them


def longest_line(font: QFont) -> int:
    """Pixels that a line of text takes at most in these letters, so that it is read with ease."""
    return round(QFontInfo(font).pixelSize() * _LINE)


def plain_label(text: str = "", parent: QWidget | None = None) -> QLabel:
    """A label on one line that shows its text as it stands, from its first measuring on."""
    label = QLabel(parent)
    label.setProperty("textFormat", early.PLAIN)
    label.setText(text)
    return label


class HeldLabel(QLabel):
    """A plain label, wrapped or not, in which n/a stays on one line; it gives its text as it was given."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""
        self.setProperty("textFormat", early.PLAIN)

    def setText(self, text: str) -> None:
        """Show the text."""
        self._text = text
        super().setText(long_words.held(text))

    def text(self) -> str:
        """The text as it was given."""
        return self._text


class _Wrapping(QLabel):
    """Breaks a word that is longer than a line: else it would be as wide as that word, and all beside it cut off."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text, self._beyond = "", 0  # pixels at its right that its lines do not take
        self._heights: dict[tuple[int, int], int] = {}  # by the width that was asked, and the most it may have
        self.setProperty("textFormat", early.PLAIN)
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        """Show the text; rich text, which is ours, breaks where it says."""
        self._text = text
        self._heights.clear()
        super().setText(text if self.property("marked") else long_words.breakable(text))

    def text(self) -> str:
        """The text as it was given."""
        return self._text

    def heightForWidth(self, width: int) -> int:
        """The height of its lines: a layout that is broader than it may be asks as if it could be as broad.

        Kept until it is another: layouts ask six times in seven for what they were told, and Qt sets the lines each time.
        """
        most = self.maximumWidth()
        if (width, most) not in self._heights:
            asked = min(width, most, self._broadest()) + self._beyond
            self._heights[width, most] = super().heightForWidth(asked)
        return self._heights[width, most]

    def sizeHint(self) -> QSize:
        """As high as its lines are in the width that it would have: Qt breaks them in what is left beside the free edge."""
        wanted = super().sizeHint()
        return QSize(wanted.width(), self.heightForWidth(wanted.width())) if self._beyond else wanted

    def changeEvent(self, event: QEvent) -> None:
        """Other letters, or another look, may be of another height."""
        self._heights.clear()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines are no longer than they are read with ease, however broad it is."""
        super().resizeEvent(event)
        beyond, edges = max(0, self.width() - self._broadest()), self.contentsMargins()
        if beyond != self._beyond:
            right, self._beyond = edges.right() - self._beyond, beyond
            self.setContentsMargins(edges.left(), edges.top(), right, edges.bottom())

    def setContentsMargins(self, left: int, top: int, right: int, bottom: int) -> None:  # type: ignore[override]
        """What is kept free beyond its lines comes to the edge at the right."""
        self._heights.clear()
        super().setContentsMargins(left, top, right + self._beyond, bottom)

    def _broadest(self) -> int:
        """Pixels that it takes at most, in its letters."""
        if self.property("broad"):
            return sizes.ANY
        edges = self.contentsMargins()
        return longest_line(self.font()) + edges.left() + edges.right() - self._beyond

    def hold(self, text: str) -> None:
        """What it shows is this text, made rich."""
        self._text = text


class _Readable(_Wrapping):
    """What is copied from it is what was given, without what breaks a long word.

    A caret says that one can write; so none stands in it until a key moves it, to select what is to be copied.
    """

    def focusInEvent(self, event: "QFocusEvent") -> None:
        """One begins where its text does."""
        self._show_caret(shown=False)
        super().focusInEvent(event)
        if not self.hasSelectedText():
            self.setSelection(0, 0)

    def _show_caret(self, *, shown: bool) -> None:
        """Qt has it in a part of its own, which has no name in Python."""
        for part in self.children():
            if part.metaObject().className() == "QWidgetTextControl":
                part.setProperty("cursorWidth", int(shown))

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        if self.hasSelectedText():
            QGuiApplication.clipboard().setText(long_words.whole(self.selectedText()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key that copies."""
        if event.matches(QtGui.QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)
            if event.isAccepted():
                self._show_caret(shown=True)

    def contextMenuEvent(self, event: "QContextMenuEvent") -> None:
        """The menu of a text that can be read and copied."""
        menu = QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(say("Copy"), self.copy).setEnabled(self.hasSelectedText())
        menu.popup(event.globalPos())


def text_label(parent: QWidget) -> QLabel:
    """A wrapping label that shows its text as it stands."""
    return _Wrapping(parent)


def broad_label(parent: QWidget) -> QLabel:
    """Likewise, as broad as its room: of a sentence that has one line kept free for it."""
    label = text_label(parent)
    label.setProperty("broad", True)
    return label


def said_label(parent: QWidget, text: str, role: str = "") -> QLabel:
    """A wrapping label that says this, in the look of a role."""
    label = text_label(parent)
    label.setText(text)
    return theme.role(label, role) if role else label


def show_marked(label: QLabel, html: str) -> None:
    """Show rich text of our own making, in which every word of a person is escaped. The style sheet lets it be so."""
    label.setProperty("marked", True)
    label.setTextFormat(QtCore.Qt.TextFormat.RichText)
    label.setText(html)


def show_noted(label: QLabel, text: str, html: str) -> None:
    """Show a text as rich text of our own making (controls/noted.py); it stays what the label says and gives to a reader."""
    show_marked(label, f'<p style="white-space: pre-wrap; margin: 0">{html}</p>')
    if isinstance(label, _Wrapping):
        label.hold(text)


def readable(parent: QWidget, text: str = "") -> QLabel:
    """A wrapping label at which Tab stops, and of which a person can select and copy words."""
    label = _Readable(parent)
    label.setText(text)
    label.setTextInteractionFlags(
        QtCore.Qt.TextInteractionFlag.TextSelectableByMouse | QtCore.Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
    label.setProperty("reads", True)
    label.setIndent(0)  # its frame would set it off from the heading
    return label


class ContestedLabel(QWidget):
    """A diamond and the word "contested"; there only while two people's values stand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("contested: there are two answers, and ratings count neither")
        self.setToolTip("There are two answers here. Ratings count it as unanswered until somebody answers again.")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def sizeHint(self) -> QSize:
        """The shape and the word."""
        return QSize(
            self.fontMetrics().horizontalAdvance("contested") + theme.px(sizes.SIGN + sizes.CLOSE), theme.px(sizes.CHIP)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The shape, then the word."""
        from inspector_app.ui.look.shapes import paint_answer  # 12 ms: the first screen shows no answer

        painter = QPainter(self)
        side = theme.px(sizes.SIGN)
        paint_answer(painter, QRectF(0, (self.height() - side) / 2, side, side), None, contested=True)
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(theme.colours().contested))
        painter.drawText(
            self.rect().adjusted(side + theme.px(sizes.TIGHT), 0, 0, 0),
            QtCore.Qt.AlignmentFlag.AlignVCenter,
            "contested",
        )


def contested_label(parent: QWidget) -> ContestedLabel:
    """The diamond and the word, of what is settled on the conflict desk alone."""
    label = ContestedLabel(parent)
    label.setAccessibleName("contested: what two people wrote is shown side by side")
    label.setToolTip("Two people wrote different things here. Settle it at the conflict desk.")
    return label
