"""Where findings are written: the sections at the left, the texts in the middle, the figures at the right or at the left."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.services.results.reports import DEFAULT_MARKING
from inspector_app.core.services.results.supporting import Offer
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.more_commands import MoreCommands
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.way_back import point, way
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.layouts import tab_through
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.layout import Across, layout_of
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.line import LineBox
from inspector_app.ui.places.findings.figures.live_texts import LiveTexts
from inspector_app.ui.places.findings.section_dots import DotLegend
from inspector_app.ui.places.findings.section_list import PREVIOUS, RECOMMENDATIONS, SectionList, Texts
from inspector_app.ui.places.findings.sheet import TextsSheet, When
from inspector_app.ui.places.findings.side import SidePane
from inspector_app.ui.places.findings.text_bar import TextBar
from inspector_app.ui.places.findings.texts.text_list import Rename

_STACKED, _ABREAST = 720, 1040  # px at 100%: from the first on there is a column beside the texts, from the other two
_ROOMY = 1320  # px at 100%: from here on the list of sections has some more room, too
_LEFT_NARROW, _LEFT, _LEFT_WIDE, _RIGHT_NARROW, _RIGHT, _RIGHT_WIDE = 216, 240, 248, 320, 360, 480
_LEGEND = 840  # px at 100%: from there on what the dots of the sections mean has room under them
_HIGH = 520  # px at 100%: from there on the figures stand over what else is beside the texts


class FindingsDesk(QWidget):
    """Sections, the sheet with the texts of one of them, and what stands beside it; typing is written by the boxes."""

    section_chosen = Signal(str)  # as of SectionList.chosen
    pdf_asked = Signal()
    failed = Signal(object)  # Expected: the marking or an owner could not be saved, and is tried again

    def __init__(self, framework: Framework, rename: Rename, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marking = LineBox(self)
        self.pdf = theme.role(PressButton("Draft findings PDF", self), "primary")
        self.more = MoreCommands(say("More about the findings"), ("accuracy", "returned"), self)
        self.sections = SectionList(framework, self)
        self._standards = frozenset(framework.by_ref)
        self._middle = theme.role(QFrame(self), "card")
        self.bar = TextBar(self._middle)
        self.sheet = TextsSheet(framework, rename, self._middle)
        self.pick, self.turn = DropDown(self), way(self)  # of sections, and to the figures, where there is little room
        self._in_side = False
        self._find: Callable[[str], Sequence[Offer]] = lambda _typed: ()
        self.side = SidePane(lambda typed: self._find(typed), self)
        self.figures = self.side.figures
        self._live = LiveTexts(self)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.sections.chosen.connect(self.section_chosen)
        self.sections.entered.connect(self._enter)
        self.pdf.clicked.connect(self.pdf_asked)
        self.marking.failed.connect(self.failed)
        self.sheet.failed.connect(self.failed)
        self.figures.chosen.connect(self._insert)
        self.figures.freezing.connect(self._freeze)
        self.figures.thawing.connect(lambda: self._live.thaw(self.sheet.last_box))
        self.figures.rewording.connect(self._reword)
        self.figures.left.connect(self.back_to_text)
        self.sheet.entering.connect(self.show_texts)
        self.sheet.cursor_moved.connect(self._offer_freezing)
        self.sheet.state_changed.connect(self._say_state)
        self.pick.activated.connect(self._choose_picked)
        self.turn.clicked.connect(lambda: self._turn(not self._in_side))
        self.side.opened.connect(lambda _: self._turn(self._stacked))

    def _lay_out(self) -> None:
        self.marking.setAccessibleName("Protective marking")
        self.marking.setPlaceholderText(DEFAULT_MARKING)
        self.marking.setToolTip(f"Printed at the head and foot of each page; left empty, {DEFAULT_MARKING}")
        self.pdf.setToolTip(f"Make the draft findings from what is here now ({actions.keys('draft')})")
        self.pick.setAccessibleName(self.sections.accessibleName())
        self._title = theme.role(plain_label("Findings", self), "title")
        self._marked = plain_label("Protective marking", self)
        self._marked.setBuddy(self.marking)
        self._carried = theme.role(plain_label(parent=self), "quiet")
        head = Flow(self._title, self.pick, self.turn, self._carried)
        head.add_gap()
        for widget in (self._marked, self.marking, self.pdf, self.more):
            head.addWidget(widget)
        self._left = QWidget(self)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(sizes.APART))
        column.addWidget(self.sections, 1)
        self._legend = DotLegend(self._left)
        column.addWidget(self._legend)
        self._body = QHBoxLayout()
        self._body.addWidget(self._left)
        self._lay_out_middle()
        self._body.addWidget(self._middle, 1)
        self._body.addWidget(self.side, 1)  # of fixed width, or alone
        layout = QVBoxLayout(self)
        frame(self, layout)  # title, sections and texts stand at the edge of every page
        layout.setSpacing(theme.px(sizes.NEAR))
        layout.addLayout(head)
        self._body.setSpacing(theme.px(sizes.CLOSE))
        layout.addLayout(self._body, 1)
        hand_on(self, self.sections)

    def _lay_out_middle(self) -> None:
        """The bar over the texts, which scroll under it."""
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(*(sizes.EDGE,) * 4)
        middle.setSpacing(0)
        middle.addWidget(self.bar)
        middle.addWidget(theme.role(QFrame(self._middle), "line"))
        middle.addWidget(self.sheet, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the texts and what stands beside them need it more than the list of sections."""
        super().resizeEvent(event)
        roomy = self.width() >= theme.px(_ROOMY)
        self._left.setFixedWidth(theme.px(_LEFT_WIDE if self._wide else _LEFT if roomy else _LEFT_NARROW))
        self.sheet.set_margins(theme.px(sizes.CLOSE if self._stacked else sizes.APART))
        self.figures.set_narrow(not self._abreast)
        right = theme.px(_RIGHT_WIDE if self._wide else _RIGHT if self._abreast else _RIGHT_NARROW)
        self.side.setMinimumWidth(0 if self._stacked else right)
        self.side.setMaximumWidth(sizes.ANY if self._stacked else right)
        self._legend.setVisible(self._abreast and self.height() >= theme.px(_LEGEND))
        if self._stacked and event.oldSize().width() >= theme.px(_STACKED):
            self._in_side = self.side.isAncestorOf(QApplication.focusWidget() or self)  # one stays where one is
        self.side.put_figures_above(not self._stacked and self.height() >= theme.px(_HIGH))
        self._fold()

    @property
    def _wide(self) -> bool:
        return layout_of(self.window().size()).across is Across.WIDE

    @property
    def _stacked(self) -> bool:
        return self.width() < theme.px(_STACKED)

    @property
    def _abreast(self) -> bool:
        return self.width() >= theme.px(_ABREAST)

    def _fold(self) -> None:
        """Without room for it the sections are a drop-down; with hardly any, what is beside the texts takes their place."""
        stacked, abreast = self._stacked, self._abreast
        self._title.setVisible(not stacked)
        for part in (self.marking, self.pdf):
            part.setVisible(not stacked or self._in_side)
        self._marked.setVisible(abreast)
        self.marking.setFixedWidth(theme.px(sizes.BOX_LONG if abreast else sizes.BOX_FIGURES))
        self.sheet.fold_head(folded=stacked or (not abreast and self.height() < theme.px(_HIGH)))
        self._carried.setVisible(bool(self._carried.text()) and abreast)
        self._left.setVisible(abreast)
        self.pick.setVisible(not abreast)
        most = sizes.ANY if stacked else theme.px(sizes.BOX_NAME)  # what is beside it keeps its line
        self.pick.setMaximumWidth(most)
        hand_on(self, self.sections if abreast else self.pick)
        self.turn.setVisible(stacked)
        point(self.turn, say("Texts") if self._in_side else say("Figures"), back=self._in_side)
        self._middle.setVisible(not stacked or not self._in_side)
        self.side.setVisible(not stacked or self._in_side)

    def _turn(self, in_side: bool) -> None:
        self._in_side = in_side
        self._fold()

    # shown

    def set_marking(self, marking: str, door: Door) -> None:
        """Show the protective marking; what is being typed stays."""
        self.marking.show_value(Target("inspection", "inspection", "marking"), marking, door)

    def say_carried(self, said: str) -> None:
        """Say beside the title how much of the section has evidence."""
        self._carried.setText(said)
        self._fold()

    def leave(self, section: str) -> bool:
        """Whether the present section may be left for that one: everything typed is on disk."""
        if section == self.sheet.section or self.flush():
            return True
        self.sections.select(self.sheet.section)
        return False

    def show_section(self, section: str, texts: Texts, when: When, door: Door) -> None:
        """Show the texts of a section; the one already shown keeps its boxes."""
        self.sections.select(section)
        self._show_picked(section)
        self.sheet.show_section(section, self.sections.title(section), texts, when, door)
        recommending = self.sections.offers(RECOMMENDATIONS) and section not in (RECOMMENDATIONS, PREVIOUS)
        self.bar.offer(of_standard=section in self._standards, recommending=recommending)
        self._say_state()
        tab_through([self.sections, self.bar.stop, *self.sheet.stops])

    def _say_state(self) -> None:
        self.bar.say_state(self.sheet.words(), self.sheet.saved())
        item = self.sheet.item_in_hand()
        self.bar.set_ends(first=item is not None and item.first, last=item is not None and item.last)

    def _show_picked(self, section: str) -> None:
        """Offer in the drop-down what the list of sections shows."""
        self.pick.clear()
        for code, words in self.sections.shown():
            self.pick.addItem(words, code)
        self.pick.setCurrentIndex(self.pick.findData(section))

    def _choose_picked(self) -> None:
        """One chooses a section for its texts: they come into view, whatever took their place."""
        self.section_chosen.emit(str(self.pick.currentData()))
        self._turn(False)

    def flush(self) -> bool:
        """Put everything typed on disk. False when something could not be."""
        written = [self.marking.flush(), self.sheet.flush(), self.side.summaries.flush()]
        return all(written)

    def set_find(self, find: Callable[[str], Sequence[Offer]]) -> None:
        """Say how it is found what can carry a sentence."""
        self._find = find

    # figures

    def _reword(self) -> None:
        self._live.reword(self.sheet.last_box)
        self.back_to_text()

    def _insert(self, figure: str) -> None:
        if self.sheet.last_box is None:
            tell(self, "Put the cursor in a text first; the figure goes there.")
            return
        self._live.put(self.sheet.last_box, figure)
        self.back_to_text()

    def set_live(self, known: Mapping[str, str]) -> None:
        """Say what the live figures in the texts say now, by what they are of."""
        self._live.show(known, (item.note.box for item in self.sheet.items()))

    def in_words(self, text: str) -> str:
        """What stands in a text as it is read there, with the figures in their places."""
        return self._live.in_words(text)

    def _offer_freezing(self) -> None:
        self.figures.offer_freezing(self._live.at_cursor(self.sheet.last_box))

    def _freeze(self, reason: str) -> None:
        if self._live.freeze(self.sheet.last_box, reason):
            self.back_to_text()

    def _enter(self) -> None:
        """Go to the first text of the section, or to what adds one."""
        able = (stop for stop in self.sheet.stops if stop.isVisible() and stop.isEnabled())
        next(able, self.sections).setFocus(Qt.FocusReason.TabFocusReason)

    def show_texts(self) -> None:
        """Where texts and what is beside them take turns: the texts."""
        self._turn(False)

    def back_to_text(self) -> None:
        """Put the cursor where it last was in a text."""
        self._turn(False)
        (self.sheet.last_box or self.sections).setFocus(Qt.FocusReason.OtherFocusReason)
