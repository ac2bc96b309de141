"""The sections of the draft findings that people write, in the order in which they are printed."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.parts import Holds
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.services.results.supporting import Links
from inspector_app.core.words import say
from inspector_app.ui.controls.wrapped import Wrapped
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.findings.section_dots import dot_of, drawn

RECOMMENDATIONS = "recommendations"
PREVIOUS = "previous"  # the recommendations of the last inspection


class Texts(NamedTuple):
    """All that is written, in order."""

    findings: Sequence[TextRow]
    recommendations: Sequence[TextRow]
    previous: Sequence[TextRow]


class SectionList(QListWidget):
    """One line a section, with how many texts it has."""

    chosen = Signal(str)  # a standard's reference, the code of a section, or RECOMMENDATIONS

    def __init__(self, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = dict(_titles(framework))
        self._standards = set(framework.by_ref)
        self.addItems(list(self._titles.values()))
        self.setAccessibleName("Sections of the draft findings")
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)  # lines break elsewhere in another width
        side = theme.px(sizes.SIGN)
        self.setIconSize(QSize(side, side))
        self.setItemDelegate(Wrapped(self, sizes.SIGN + sizes.CLOSE))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._on_row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The section one is on stays in view, in a smaller window and with larger letters too."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, lambda: self.scrollTo(self.currentIndex()))  # by then the lines lie anew

    def title(self, section: str) -> str:
        """A section's title."""
        return self._titles[section]

    def set_counts(self, texts: Texts, inspected: Collection[str]) -> None:
        """Say at each section how many texts it has. A standard that is not `inspected` (references) has none and goes."""
        owned = {RECOMMENDATIONS: texts.recommendations, PREVIOUS: texts.previous}
        for place, (ref, title) in enumerate(self._titles.items()):
            count = len(owned[ref]) if ref in owned else sum(row.group == ref for row in texts.findings)
            self.item(place).setText(f"{title}  ({count})" if count else title)
            self.item(place).setHidden(not count and ref in self._standards and ref not in inspected)

    def show_dots(self, texts: Texts, links: Links) -> None:
        """Say before each section whether it is written, and whether evidence carries all of it."""
        for place, ref in enumerate(self._titles):
            item = self.item(place)
            if ref == PREVIOUS:  # what others wrote: the room of a dot
                item.setIcon(drawn(None, self))
                continue
            rows = texts.recommendations if ref == RECOMMENDATIONS else [r for r in texts.findings if r.group == ref]
            dot = dot_of(rows, links, whole=ref == RECOMMENDATIONS)
            item.setIcon(drawn(dot, self))
            item.setToolTip(str(dot.value))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {dot.value}")

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
