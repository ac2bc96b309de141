"""The head of the evidence page: which of its two views is shown, what is let through, and the way to a new source."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from inspector_app.core.domain.framework import Standard
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.drawn import draw
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.segments import Segments
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.fields.search_line import searching
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.evidence.list_model import Filter
from inspector_app.ui.words import evidence as evidence_words

_SUMMED = 1500  # px at 100%: from this width there is room for what the evidence comes to
_MANY = 99  # sources: of more the button is wider
VIEWS = (("sources", "Sources"), ("grid", "Grid"))


class EvidenceHead(QWidget):
    """Signals what is asked; the filters are the same for both views, but for that on thin evidence."""

    view_wanted = Signal(str)  # "sources" or "grid"
    filtered = Signal()
    add_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # In the order of Tab, which is that in which they are made.
        self.title = theme.role(plain_label("Evidence", self), "title")
        self.views = {code: PressButton(words, self) for code, words in VIEWS}
        self.more = theme.role(PressButton("Filters", self), "answer")
        self.summary = theme.role(plain_label(parent=self), "quiet")
        self.thin = QCheckBox("&Thin only", self)
        self.kind, self.standard, self.text = DropDown(self), DropDown(self), QLineEdit(self)
        self.add = draw(theme.role(PressButton(actions.command("add-source").text, self), "primary"), "add")
        self._lay_out()
        for signal in (self.kind.currentIndexChanged, self.standard.currentIndexChanged, self.text.textChanged):
            signal.connect(lambda *_: self.filtered.emit())
        self.thin.toggled.connect(lambda _: self.filtered.emit())
        self.add.clicked.connect(self.add_wanted)
        self.more.toggled.connect(lambda _: self._show_filters())

    def _lay_out(self) -> None:
        views = Segments(list(self.views.values()), self)
        for code, button in self.views.items():
            button.setToolTip(f"{actions.command('evidence-view').tip} ({actions.keys('evidence-view')})")
            button.clicked.connect(lambda _=False, asked=code: self.view_wanted.emit(asked))
        self._keep_room()
        self.kind.addItem("All kinds", "")
        for kind, words in evidence_words.KINDS.items():
            self.kind.addItem(words.say(), str(kind))
        self.standard.addItem("", "")
        self.kind.setAccessibleName("Show which kind of source")
        self.standard.setAccessibleName("Show evidence on")
        self.standard.setMaximumWidth(theme.px(sizes.BOX_NAME))
        self.text.setAccessibleName("Filter by title, date or who")
        self.text.setPlaceholderText("Title, date or who")
        searching(self.text)
        self.text.setFixedWidth(theme.px(sizes.BOX_NAME))
        self.thin.setToolTip("Show only prompts with no source, one source, or one kind of source")
        self.add.setToolTip(f"{actions.command('add-source').tip} ({actions.keys('add-source')})")
        self.more.setCheckable(True)
        self.more.setAccessibleName("Show the filters")
        self.more.hide()
        self._line = line = Flow(self.title, views, self.more, self.summary)
        line.add_gap()
        for widget in (self.thin, self.kind, self.standard, self.text, self.add):  # it comes and goes, and moves none
            line.addWidget(widget)
        self.setLayout(line)

    def _keep_room(self) -> None:
        """How many sources there are has its room before there is one: beside it is the way to the grid."""
        sources = self.views["sources"]
        self.say_sources(_MANY)
        sources.ensurePolished()
        sources.setMinimumWidth(sources.sizeHint().width())
        self.say_sources(0)

    def lead(self, way: QWidget) -> None:
        """Put here the way between the list and what one is on, where there is room for one of them alone."""
        self._line.addWidget(way)

    def set_standards(self, standards: Sequence[Standard], every: str) -> None:
        """Offer to show the evidence on one of these, or on `every` one; what is chosen stays, if it is among them."""
        self.standard.setItemText(0, every)
        wanted = [standard.ref for standard in standards]
        if wanted == [self.standard.itemData(place) for place in range(1, self.standard.count())]:
            return
        chosen, was = self.standard.currentData(), self.standard.blockSignals(True)
        while self.standard.count() > 1:
            self.standard.removeItem(1)
        for standard in standards:
            self.standard.addItem(f"{standard.ref}  {standard.title}", standard.ref)
        self.standard.setCurrentIndex(max(0, self.standard.findData(chosen)))
        self.standard.blockSignals(was)

    def set_low(self, low: bool) -> None:
        """In a low window what is below needs the room: the title goes, and the filters until they are asked for."""
        self.title.setHidden(low)
        self.summary.setHidden(low or self.width() < theme.px(_SUMMED))
        self.more.setVisible(low)
        self._show_filters()

    def _show_filters(self) -> None:
        low = not self.more.isHidden()
        for widget in (self.kind, self.standard, self.text):
            widget.setVisible(not low or self.more.isChecked())
        self.thin.setVisible(self.views["grid"].isChecked() and not self.kind.isHidden())
        used = self.filter() != Filter() or self.thin.isChecked()
        self.more.setText("Filters (in use)" if used else "Filters")

    def say_sources(self, number: int) -> None:
        """Say how many there are."""
        self.views["sources"].setText(say("Sources {n}", n=number) if number else str(dict(VIEWS)["sources"]))

    def set_view(self, code: str) -> None:
        """Show which view is in sight."""
        self.views[code].setChecked(True)
        self._show_filters()

    def filter(self) -> Filter:
        """What is let through."""
        return Filter(str(self.kind.currentData()), str(self.standard.currentData()), self.text.text())

    def set_filter(self, wanted: Filter, *, thin: bool = False) -> None:
        """Let this through; `filtered` is said once."""
        self.blockSignals(True)
        self.kind.setCurrentIndex(max(0, self.kind.findData(wanted.kind)))
        self.standard.setCurrentIndex(max(0, self.standard.findData(wanted.standard)))
        self.text.setText(wanted.text)
        self.thin.setChecked(thin)
        self.blockSignals(False)
        self.filtered.emit()
