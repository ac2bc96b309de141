"""Panel mode: all of the screen for the ratings panel, one standard a page, then Overall; evidence is one key away."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from inspector_app.core.domain.cases.second_marking import WHO_SEES
from inspector_app.core.domain.panel.decided import Decided
from inspector_app.core.domain.rows import JUDGEMENT
from inspector_app.core.errors import Expected
from inspector_app.core.services.cases import marking
from inspector_app.core.services.editor import Done
from inspector_app.core.services.results import panel, ratings
from inspector_app.core.services.results.panel import Decision
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.keyed_button import KeyedButton
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.scrolled import Scrolled
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.lists.case_answers import CaseAnswer, behind
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.look import sizes, stylesheet, theme
from inspector_app.ui.look.layout import Across, layout_of
from inspector_app.ui.note.door import door_of_drafts
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.page import CaseAt, Destination, FollowingPage, Item, Shared
from inspector_app.ui.places.ratings.panel.drafted import DRAFT, FIELDS, Drafted
from inspector_app.ui.places.ratings.panel.form import AtPanel, PanelForm
from inspector_app.ui.places.ratings.panel.overall import PanelOverall
from inspector_app.ui.places.ratings.panel.so_far import Standing
from inspector_app.ui.places.ratings.panel.stand import PanelStandard
from inspector_app.ui.words import heading
from inspector_app.ui.words import panel as panel_words

_NARROW = 900  # px at 100%: below it the halves stand below one another
_STANDARD, _FORM = 58, 42  # of the width
_WITH_TITLES = 6  # as many standards have room for their titles side by side
_OVERALL = "overall"
_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


@dataclass(frozen=True, slots=True)
class PanelPlace:
    """At which standard the panel was (reference, or "overall")."""

    subject: str


class PanelPage(FollowingPage):
    """Whatever is typed is kept as a draft; a decision is recorded by its button alone."""

    code = "panel"
    read_by = frozenset({"judgement", "rating", "panel", "totals", "case", "inspection", "own_rating", *WHO_SEES})
    is_written_on = True
    whole = True

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        framework = self._workspace.framework
        self._drafted = Drafted(self._workspace)
        self._read_ratings()
        self.subject = self._rated.standards[0].ref if self._rated.standards else _OVERALL
        self.whose = theme.role(plain_label(parent=self), "strip-whose")
        self.tabs: dict[str, PressButton] = {}
        self.leave_it = theme.role(KeyedButton(say("Leave"), "Esc", self), "strip-tab")
        self.standard, self.overall = PanelStandard(framework, self), PanelOverall(framework, self)
        self.form = PanelForm(framework, door_of_drafts(self._workspace, DRAFT), self._keep, self)
        self._make_tabs()
        self._lay_out()
        self.leave_it.clicked.connect(self._leave_panel)
        self.form.recorded.connect(self._record)
        self.form.withdrawn.connect(self._withdraw)
        self.standard.case_asked.connect(self.want_case)
        self.standard.page_asked.connect(self._go_to)
        self.overall.page_asked.connect(self.want_page)
        self._stale = False  # it was read for its tabs
        self._show_read()

    def _make_tabs(self) -> None:
        named = {standard.ref: f"{standard.ref} {standard.title}" for standard in self._rated.standards}
        overall = {_OVERALL: say("Overall")} if self._workspace.framework.rating.overall or not named else {}
        for ref, said in (named | overall).items():
            tab = theme.role(PressButton(said, self), "strip-tab")
            tab.setCheckable(True)
            tab.setAccessibleName(said)
            tab.setToolTip(say("{standard} · Page Up and Page Down go from one to the next", standard=said))
            tab.clicked.connect(lambda _=False, ref=ref: self.show_subject(ref))
            self.tabs[ref] = tab

    def _name_tabs(self, *, narrow: bool) -> None:
        """By their references alone where the titles would take several lines: the title stands below, in full."""
        alone = narrow or len(self._rated.standards) > _WITH_TITLES
        for ref, tab in self.tabs.items():
            tab.setText(ref if alone and ref != _OVERALL else tab.accessibleName())

    def _lay_out(self) -> None:
        bar = theme.role(QFrame(self), "head")
        head = Flow(theme.role(plain_label(self.title, bar), "strip-heading"), self.whose, *self.tabs.values())
        held = QHBoxLayout(bar)
        held.setContentsMargins(*(theme.px(side) for side in (sizes.PAGE, sizes.CLOSE, sizes.APART, sizes.CLOSE)))
        held.addLayout(head, 1)
        held.addWidget(self.leave_it, 0, Qt.AlignmentFlag.AlignTop)  # never on a line of its own below the standards
        self.sheet = Scrolled(_NARROW, self, part=True)
        halves = self.sheet.add_row(1)
        halves.setSpacing(0)
        self.shown = theme.role(QFrame(self), "sheet")
        one_of = QVBoxLayout(self.shown)
        one_of.setContentsMargins(*(theme.px(sizes.PAGE),) * 4)
        one_of.addWidget(self.standard)
        one_of.addWidget(self.overall)
        one_of.addStretch(1)
        self.sheet.viewport().installEventFilter(self)
        halves.addWidget(self.shown, _STANDARD)
        halves.addWidget(self.form, _FORM)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.sheet, 1)
        layout.addWidget(self.form.acts)

    # what every page can do

    def flush(self) -> bool:
        """Put everything typed on disk."""
        return self.form.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What leads on from a standard is at the foot of what is in view, though the other half be longer."""
        if watched is self.sheet.viewport() and event.type() == QEvent.Type.Resize:
            below = self.sheet.viewport().width() < theme.px(_NARROW)
            high = 0 if below else self.sheet.viewport().height() - 2 * theme.px(sizes.PAGE)
            for half in (self.standard, self.overall):
                half.setMinimumHeight(max(0, high))
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is looked at across a table has larger text where there is room, what is typed in a wide window alone."""
        super().resizeEvent(event)
        layout = layout_of(self.window().size())
        wide, narrow = layout.across is Across.WIDE, layout.across is Across.NARROW
        self.whose.setHidden(narrow)
        self.overall.set_narrow(narrow=narrow)
        self._name_tabs(narrow=narrow)
        roomy, read = not narrow and not layout.short, sizes.PANEL_BODY if wide else sizes.PANEL_SMALL
        self.form.words.set_size_of_text(sizes.PANEL_SMALL if wide else sizes.SMALL if narrow else sizes.BODY)
        for half, sheet in (
            (self.shown, stylesheet.at_panel(theme.px, read) if roomy else ""),
            (self.form, stylesheet.at_panel(theme.px, sizes.PANEL_SMALL) if roomy and wide else ""),
        ):
            if sheet != half.styleSheet():
                half.setStyleSheet(sheet)

    def place(self) -> PanelPlace:
        """Where the panel is."""
        return PanelPlace(self.subject)

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if isinstance(place, PanelPlace):
            self.show_subject(place.subject)

    def arrive(self, at: Destination) -> None:
        """Begin at a standard."""
        if isinstance(at, Item):
            self.show_subject(at.id)

    @property
    def at(self) -> Item:
        """The standard in view, or "overall"."""
        return Item("rating", self.subject)

    @property
    def asked(self) -> CaseAt | None:
        """The key question that makes the rating."""
        question = self.standard.lowest if self.subject != _OVERALL else ""
        return CaseAt("", question, JUDGEMENT) if question else None

    def follow(self, at: Destination) -> None:
        """Be at the standard that one comes from."""
        if isinstance(at, Item) and at.entity == "rating" and at.id != self.subject:
            self.show_subject(at.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; Page Up and Page Down go from standard to standard; 1, 2, 3, 4 choose a rating."""
        super().keyPressEvent(event)
        if event.isAccepted():
            return
        if event.key() == Qt.Key.Key_Escape:
            self._leave_panel()
        elif event.key() in _STEPS:
            self._step(_STEPS[Qt.Key(event.key())])
        elif self.subject != _OVERALL:
            self.form.words.keyPressEvent(event)
            return
        event.accept()

    # showing

    def show_subject(self, subject: str) -> None:
        """Show a standard (reference) or the overall rating; what is typed on the one before is kept."""
        if subject in self.tabs and self.flush():
            self.subject = subject
            self._show()
            self.sheet.verticalScrollBar().setValue(0)

    def _step(self, by: int) -> None:
        subjects = list(self.tabs)
        place = subjects.index(self.subject) + by
        if 0 <= place < len(subjects):
            self.show_subject(subjects[place])
            self.tabs[self.subject].setFocus()

    def _read(self) -> None:
        if self._stale:
            self._stale = False
            self._read_ratings()
            self._show_read()

    def _read_ratings(self) -> None:
        self._inspection = self._workspace.rated_from()
        self._rated = ratings.rate(self._workspace.framework, self._inspection)

    def _show_read(self) -> None:
        self._close = ratings.close_calls(self._workspace)
        named = heading.framework(self._inspection.framework)
        self.whose.setText(say("{service} · {framework}", service=self._inspection.service, framework=named))
        self._show()

    def _show(self) -> None:
        for ref, tab in self.tabs.items():
            tab.setChecked(ref == self.subject)
        hand_on(self, self.tabs[self.subject])
        at_standard = self.subject != _OVERALL
        for widget in (self.standard, self.form, self.form.acts):
            widget.setVisible(at_standard)
        self.overall.setVisible(not at_standard)
        standards = (standard.ref for standard in self._workspace.framework.standards)
        recorded = {standard: panel.record(self._workspace, standard) for standard in standards}
        stands = {rated.ref: panel.stands(recorded[rated.ref]) for rated in self._rated.standards}
        if not at_standard:
            self.overall.show_rated(self._rated, stands)
            return
        hold(self.form, "panel", self.subject)
        rated = self._rated.standard(self.subject)
        lowest = next((q.ref for q in rated.key_questions if q.lowest), "")
        self.standard.show_standard(rated, self._cases(lowest), Counter(question for _, question in self._close))
        self.form.show_standard(
            AtPanel(
                rated=rated,
                whole=self._rated,
                effects=panel.effects(self._workspace.framework, self._inspection, self.subject),
                record=recorded[self.subject],
                drafts=self._drafted.of(self.subject, recorded),
                so_far=self._so_far(stands),
                elsewhere=self._drafted.elsewhere(self.subject, stands),
            )
        )

    def _so_far(self, stands: Mapping[str, Decided | None]) -> list[Standing]:
        return [
            Standing(rated.ref, rated.title, panel_words.so_far(stands[rated.ref], rated))
            for rated in self._rated.standards
        ]

    def _cases(self, question: str) -> list[CaseAnswer]:
        """The cases behind a key question, but for those that this person marks blind."""
        if not question:
            return []
        sample = self._workspace.framework.questions[question][0].sample
        rows = behind(self._inspection, sample, question, ratings.contested(self._workspace), self._close)
        blind = marking.blind_cases(self._workspace)
        return [row for row in rows if row.case not in blind]

    # writing

    def _keep(self, field: str, value: str) -> None:
        try:
            self._drafted.keep(self.subject, field, value)
        except Expected as error:
            self.failed.emit(error)

    def _record(self, decision: Decision) -> None:
        if not self.flush():
            return
        computed = self._rated.standard(self.subject).computed
        kept = say("{standard}: kept as it is.", standard=self.subject)
        said = say("{standard}: recorded.", standard=self.subject) if decision.to else kept
        self._decide(
            lambda: panel.record_decision(self._workspace, self.subject, decision, computed, self.form.over), said
        )

    def _withdraw(self) -> None:
        said = say("{standard}: withdrawn. It stays in the record.", standard=self.subject)
        self._decide(lambda: panel.withdraw(self._workspace, self.subject, self.form.over), said)

    def _decide(self, act: Callable[[], Done], said: str) -> None:
        """Do it and say so, with its undo where it changed anything: what the panel said before is not taken back for it."""
        try:
            done = act()
        except Expected as error:
            self.failed.emit(error)
            return
        self._forget()
        tell(self, said, *([self.undo_of("panel", self.subject)] if done.change else []))

    def _forget(self) -> None:
        """What was a draft is recorded, or is over: the keyboard is ready for the next standard."""
        for field in FIELDS:
            self._keep(field, "")
        self._read_anew()
        self.tabs[self.subject].setFocus()

    # ways

    def _go_to(self, code: str) -> None:
        if code == "compare":
            self.want_page(code, self.asked)
        elif code == "ratings":
            self.want_page(code, Item("rating", self.standard.rated_by_people))
        elif code in ("why", "members", "evidence"):
            self.want_page(code, self.at)
        else:
            self.want_page(code)

    def _leave_panel(self) -> None:
        self.want_page("ratings")  # which follows, and else is as it was left
