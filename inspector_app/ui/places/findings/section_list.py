"""The sections of the draft findings that people write, in the order in which they are printed."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QListWidget, QStyle, QStyleOptionViewItem, QWidget

from inspector_app.core.domain import live_figures
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.parts import Holds
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.services.results import findings
from inspector_app.core.services.results.supporting import Links
from inspector_app.core.words import count, later, say
from inspector_app.ui.controls.focus import stay_in_view
from inspector_app.ui.controls.lists.entered import Entered
from inspector_app.ui.controls.lists.wrapped import Wrapped
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.places.findings.section_dots import dot_of, dot_words, drawn

_WORDS, SAID = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2  # how much there is, shown and heard
HEAD = Qt.ItemDataRole.UserRole + 3  # what stands over the first section of a group
_HEAD_HIGH = 28  # px at 100%
_HIGH = 10_000  # px: more than any words need
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SENTENCE = 3  # letters that lead to no section: somebody means to write
_COUNT = 40  # px at 100%: what a number takes at the right
RECOMMENDATIONS = "recommendations"
PREVIOUS = "previous"  # the recommendations of the last inspection
OWNED = dict(
    zip((RECOMMENDATIONS, PREVIOUS), findings.OWNED, strict=True)
)  # the sections of such texts, and their kind


class Texts(NamedTuple):
    """All that is written, in order."""

    findings: Sequence[TextRow]
    recommendations: Sequence[TextRow]
    previous: Sequence[TextRow]


class _Counted(Wrapped):
    """A number, small, at the right of the first line of the words; over the first section of a group, its head."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The words, in the weight of the one that one is on, and the head over them."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        view, font = self.parent(), shown.font
        width = view.viewport().width() if isinstance(view, QListWidget) else 0
        shown.rect = QRect(0, 0, width, _HIGH)
        font.setWeight(font.Weight.DemiBold)
        high = wrapping.height(shown.text, font, self._room(shown, index).width()) + theme.px(sizes.NEAR)
        return QSize(width, high + (theme.px(_HEAD_HIGH) if index.data(HEAD) else 0))

    def _room(self, shown: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Where the words stand: beside the sign, and before the number, which gives way to a long word."""
        style, font = shown.widget.style(), QFont(shown.font)
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, shown.widget)
        room.adjust(theme.px(sizes.HAIR), 0, 0, 0)
        font.setWeight(font.Weight.DemiBold)
        longest = max((QFontMetrics(font).horizontalAdvance(word) for word in shown.text.split()), default=0)
        number = QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(str(index.data(_WORDS) or ""))
        usual = room.adjusted(0, 0, -theme.px(_COUNT), 0)
        beside = room.adjusted(0, 0, -number - theme.px(sizes.CLOSE) if number else 0, 0)
        return next((one for one in (usual, beside) if longest <= one.width()), room)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground and the sign, then the words in the room that the number leaves."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        if index.data(HEAD):
            self._paint_head(painter, shown.rect, str(index.data(HEAD)))
            shown.rect.setTop(shown.rect.top() + theme.px(_HEAD_HIGH))
        text, style = shown.text, shown.widget.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, shown.widget)
        words, font = self._room(shown, index), shown.font
        shown.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        c, here = theme.colours(), bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if here:
            painter.fillRect(
                QRect(shown.rect.topLeft(), QSize(theme.px(sizes.HERE), shown.rect.height())), QColor(c.accent)
            )
        font.setWeight(font.Weight.DemiBold if here else font.Weight.Normal)
        words.setTop(room.center().y() - wrapping.height(text, font, words.width()) // 2)
        wrapping.draw(painter, words, text, font, c.text)
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(c.quiet))
        if words.right() < room.right():  # else the name has its room, and the number is only heard
            painter.drawText(room.adjusted(0, 0, -theme.px(sizes.TIGHT), 0), _RIGHT, str(index.data(_WORDS) or ""))
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, head: str) -> None:
        painter.save()
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(theme.colours().quiet))
        over = QRect(rect.left(), rect.top(), rect.width(), theme.px(_HEAD_HIGH) - theme.px(sizes.TIGHT))
        across = over.adjusted(theme.px(sizes.NEAR), 0, 0, 0)
        painter.drawText(across, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, head)
        painter.restore()


class SectionList(Entered, QListWidget):
    """One line a section, with how many words are written in it."""

    chosen = Signal(str)  # a standard's reference, the code of a section, or RECOMMENDATIONS
    entered = Signal()  # somebody pressed Enter, to write in the one they are on

    def __init__(self, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = dict(_titles(framework))
        self._standards = set(framework.by_ref)
        self._heads = dict(_heads(framework))
        self.addItems(list(self._titles.values()))
        self.setAccessibleName("Sections of the draft findings")
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)  # lines break elsewhere in another width
        side = theme.px(sizes.SIGN)
        self.setIconSize(QSize(side, side))
        self.setItemDelegate(_Counted(self, sizes.SIGN + sizes.CLOSE + sizes.HAIR + _COUNT))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._on_row)
        self.way_to_write = later("Enter goes to the texts of the one shown.")

    def enter(self) -> None:
        """Go on to the texts of the section."""
        self.entered.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The section one is on stays in view, in a smaller window and with larger letters too."""
        super().resizeEvent(event)
        if event.oldSize().height() < self.sizeHintForRow(0):
            self.scrollToTop()  # where it had no room for a line it was scrolled to the one that one is on
        stay_in_view(self)

    def edge_box(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Where a section lies, without the head of the group that begins with it."""
        return self.visualRect(index).adjusted(0, theme.px(_HEAD_HIGH) if index.data(HEAD) else 0, 0, 0)

    def title(self, section: str) -> str:
        """A section's title."""
        return self._titles[section]

    def set_counts(self, texts: Texts, inspected: Collection[str]) -> None:
        """Say at each section how much it has. A standard that is not `inspected` (references) has nothing and goes."""
        self._count(texts)
        for place, ref in enumerate(self._titles):
            empty = not self._rows(texts, ref) and ref in self._standards and ref not in inspected
            self.item(place).setHidden(empty)
        self._head_groups()

    def _head_groups(self) -> None:
        """The first of each group that is shown has its head over it."""
        before = ""
        for place, ref in enumerate(self._titles):
            if not self.item(place).isHidden():
                head = self._heads.get(ref, "")
                self.item(place).setData(HEAD, head if head != before else "")
                before = head

    def _rows(self, texts: Texts, ref: str) -> Sequence[TextRow]:
        owned = {RECOMMENDATIONS: texts.recommendations, PREVIOUS: texts.previous}
        return owned[ref] if ref in owned else [row for row in texts.findings if row.group == ref]

    def _count(self, texts: Texts) -> None:
        for ref in self._titles:
            rows = self._rows(texts, ref)
            self.note(ref, sum(live_figures.words(row.text) for row in rows))

    def note(self, section: str, words: int) -> None:
        """Say that so many words stand in a section by now: one measure in the whole column."""
        item = self.item(list(self._titles).index(section))
        item.setData(_WORDS, str(words) if words else "")
        item.setData(SAID, count(words, "{n} word", "{n} words") if words else "")

    def show_dots(self, texts: Texts, links: Links) -> None:
        """Say before each section whether it is written, and whether evidence carries all of it."""
        self._count(texts)
        for place, ref in enumerate(self._titles):
            item = self.item(place)
            if ref == PREVIOUS:  # what others wrote: the room of a dot
                item.setIcon(drawn(None, self))
                continue
            rows = self._rows(texts, ref)
            dot = dot_of(rows, links, whole=ref == RECOMMENDATIONS)
            item.setIcon(drawn(dot, self))
            said = dot_words(dot, whole=ref == RECOMMENDATIONS)
            item.setToolTip(said)
            parts = (item.text(), item.data(SAID), said)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in parts if part))

    def offers(self, section: str) -> bool:
        """Whether the report has such a section."""
        return section in self._titles

    def shown(self) -> list[tuple[str, str]]:
        """The sections that are offered: code and words of each."""
        return [(code, self.item(n).text()) for n, code in enumerate(self._titles) if not self.item(n).isHidden()]

    def select(self, section: str) -> None:
        """Show which section is shown, without choosing it."""
        self.blockSignals(True)
        self.setCurrentRow(list(self._titles).index(section))
        self.blockSignals(False)

    def _on_row(self, row: int) -> None:
        self.chosen.emit(list(self._titles)[row])


def _heads(framework: Framework) -> Iterator[tuple[str, str]]:
    """Under which head each section stands: standards under that of their domain, then what is about all of them."""
    for standard in framework.standards:
        yield standard.ref, framework.domain(standard.domain).in_report.partition(":")[0]
    kinds = [part.holds for part in framework.parts]
    last = len(kinds) - 1 - kinds[::-1].index(Holds.STANDARDS) if Holds.STANDARDS in kinds else len(kinds)
    for place, part in enumerate(framework.parts[last + 1 :], last + 1):
        if part.holds is Holds.TEXT and part.level == 1:
            after = Holds.FIGURES in kinds[:place]
            yield (
                part.code,
                say("Annexes") if after else say("Throughout") if Holds.FIGURES in kinds else say("At the end"),
            )


def _titles(framework: Framework) -> Iterator[tuple[str, str]]:
    """By reference or code, in printed order. What is headed as a standard is says under which heading it stands."""
    above, standards = "", {standard.title for standard in framework.standards}
    for part in framework.parts:
        above = part.heading if part.level == 1 else above
        if part.holds is Holds.STANDARDS:
            shown = (s for s in framework.standards if not part.domains or s.domain in part.domains)
            yield from ((standard.ref, f"{standard.ref}  {standard.title}") for standard in shown)
        elif part.holds in (Holds.TEXT, Holds.RECOMMENDATIONS):
            among = part.level > 1 and part.heading in standards
            yield part.code, say("{above}: {heading}", above=above, heading=part.heading) if among else part.heading
        if part.holds is Holds.RECOMMENDATIONS:
            yield PREVIOUS, say("Recommendations of the last inspection")
