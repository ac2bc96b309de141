"""The bar over the texts: what is done to the one in hand, figures, new texts of each kind, when it was saved, undo, redo."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from inspector_app.core.domain.text.marks import Mark
from inspector_app.core.words import Later, count, later, say
from inspector_app.ui import actions
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon
from inspector_app.ui.note.tool_row import Paint, Tool, ToolRow
from inspector_app.ui.note.tools import called, shape_of

STRENGTH, IMPROVEMENT, RECOMMENDATION = "strength", "improvement", "recommendation"
_ADDS: dict[str, tuple[Later, Later]] = {  # what is written on it, and what it does
    STRENGTH: (later("Strength"), later("Add a strength")),
    IMPROVEMENT: (later("Area"), later("Add an area for improvement")),
    RECOMMENDATION: (later("Recommendation"), later("Add a recommendation, among the recommendations")),
}


class TextBar(ToolRow):
    """`wanted`: "bold", "list", "figure", one of the kinds above or a command of a text. It takes one line at any width."""

    def __init__(self, parent: QWidget) -> None:
        self._figure = _figure()
        self._tools = {
            "bold": called(Tool("B", None, ""), "bold"),
            "list": _named(_drawn("list", ""), say("List"), say("Make the paragraph a list, or plain again")),
            "text-up": called(Tool("↑", None, ""), "text-up"),
            "text-down": called(Tool("↓", None, ""), "text-down"),
            "text-delete": called(_drawn("bin", ""), "text-delete"),
            "figure": self._figure,
            STRENGTH: _adding(STRENGTH, shape_of(Mark.STRENGTH)),
            IMPROVEMENT: _adding(IMPROVEMENT, shape_of(Mark.IMPROVEMENT)),
            RECOMMENDATION: _adding(RECOMMENDATION, _paint("arrow"), sizes.PICTURE),
            "undo": called(_drawn("undo", ""), "undo"),
            "redo": called(_drawn("redo", ""), "redo"),
        }
        super().__init__(parent, list(self._tools.items()))
        self.setAccessibleName(say("What can be done to the texts"))
        self._words, self._saved = "", ""
        self.said = theme.role(plain_label(parent=self), "small")
        self._lay_out()

    def _lay_out(self) -> None:
        inside = self.inside
        line = theme.role(QFrame(self), "upright")
        line.setFixedSize(sizes.EDGE, theme.px(sizes.PICTURE))
        inside.insertWidget(5, line)
        inside.takeAt(inside.count() - 1)
        inside.insertStretch(inside.count() - 2, 1)
        inside.insertWidget(inside.count() - 2, self.said)
        inside.setSpacing(theme.px(sizes.HAIR))
        across, down = theme.px(sizes.CLOSE), theme.px(sizes.TIGHT)
        inside.setContentsMargins(across, down, across, down)
        kept = self.sizePolicy()
        kept.setHorizontalPolicy(kept.Policy.Ignored)  # it gives way: words go before shapes do
        self.setSizePolicy(kept)

    def offer(self, *, of_standard: bool, recommending: bool) -> None:
        """What can be added here: to a standard its strengths and areas, and recommendations where the report has them."""
        for code in (STRENGTH, IMPROVEMENT):
            self._tools[code].setVisible(of_standard)
        self._tools[RECOMMENDATION].setVisible(recommending)
        self._fit()

    def set_ends(self, *, first: bool, last: bool) -> None:
        """Whether the text in hand has none above, or none below, that it could be moved past."""
        self._tools["text-up"].setEnabled(not first)
        self._tools["text-down"].setEnabled(not last)

    def say_state(self, words: int, saved: str) -> None:
        """How long the section is, and when the text in hand was saved ("saved 14:02", "not saved", "")."""
        self._words, self._saved = count(words, "{n} word", "{n} words"), saved
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, first the number of words goes, then keys, the words on the tools, what was saved."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        whole = say("{words} · {saved}", words=self._words, saved=self._saved) if self._saved else self._words
        brief, wide = (sum(self._widths(brief=brief)) for brief in (True, False))
        saved = self._saved or say("saved {time}", time="00:00")  # has its room before: no word goes as one begins
        keyed, room = wide + self._figure.key_width, self.width() - self._long(saved)
        self.set_brief(room < wide, keyed=room >= keyed)
        taken = brief if room < wide else wide if room < keyed else keyed
        fits = (said for said in (whole, self._saved) if taken + self._long(said) <= self.width())
        self.said.setText(next(fits, ""))

    def _widths(self, *, brief: bool) -> list[int]:
        """Of what is shown, with the room between."""
        shown = [tool for tool in self.buttons if not tool.isHidden()]
        gaps = theme.px(sizes.HAIR) * (len(shown) + 2) + 2 * theme.px(sizes.CLOSE) + sizes.EDGE
        return [gaps, *(theme.px(sizes.TARGET) if brief else tool.width_with_word for tool in shown)]

    def _long(self, said: str) -> int:
        return self.said.fontMetrics().horizontalAdvance(said) + theme.px(sizes.CLOSE)


def _adding(code: str, paint: Paint, shape: int = sizes.SIGN) -> Tool:
    written, does = (str(said) for said in _ADDS[code])
    return _named(Tool("", paint, written, shape), say("{word} ({does})", word=written, does=does), does)


def _figure() -> Tool:
    keys = actions.keys("figure")
    tool = called(Tool("", _paint("insert"), say("Figure"), sizes.PICTURE), "figure", say("Figure"))
    return tool.with_key(keys)


def _named(tool: Tool, name: str, tip: str) -> Tool:
    tool.setAccessibleName(name)
    tool.setToolTip(tip)
    return tool


def _drawn(name: str, word: str) -> Tool:
    return Tool("", _paint(name), word, sizes.PICTURE)


def _paint(name: str) -> Paint:
    """What paints the drawing of that name (resources/icons), in the colour of words."""

    def paint(painter: QPainter, box: QRectF) -> None:
        side = round(box.width())
        drawing = icon(name, theme.colours().text, side, painter.device().devicePixelRatioF())
        drawing.paint(painter, box.toRect(), Qt.AlignmentFlag.AlignCenter)

    return paint
