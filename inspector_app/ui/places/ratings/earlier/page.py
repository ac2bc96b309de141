"""Earlier inspections beside this one: what was chosen is read in a job, and stands by the rules that made its ratings."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.second_marking import WHO_SEES
from inspector_app.core.domain.collection import Collected, SideBySide
from inspector_app.core.rating import beside_words as said
from inspector_app.core.services.results import earlier, reports
from inspector_app.core.services.results.earlier import Read
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.words import say
from inspector_app.ui import actions, ask
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.way_back import way_back
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.labels import plain_label, readable
from inspector_app.ui.controls.reading import Reading
from inspector_app.ui.controls.telling import tell, tried
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.page import FollowingPage, Shared
from inspector_app.ui.places.ratings.earlier import words
from inspector_app.ui.places.ratings.earlier.side import Side
from inspector_app.ui.words import saved


class EarlierPage(FollowingPage):
    """Which files were chosen is kept on this laptop. They are read anew when the page is made; nothing of them is kept."""

    code = "earlier"
    offers = ("add-earlier", "print-ratings")
    read_by = frozenset({"judgement", "rating", "panel", "totals", "case", "inspection", *WHO_SEES})

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self._read_files = Read({}, {})
        self._beside = earlier.beside(self._workspace, ())
        self._here: Collected | None = None
        self.sides: list[Side] = []
        self.back = way_back("ratings", self)
        self.counted = theme.role(plain_label(parent=self), "quiet")
        self.add = theme.role(PressButton(say("Add…"), self), "primary")
        self.remove = theme.role(PressButton(say("Remove"), self), "plain")
        self.print = theme.role(PressButton(say("Print…"), self), "plain")
        self.print.setToolTip(say("As a PDF to print ({keys})", keys=actions.keys("print-ratings")))
        self.save = theme.role(PressButton(say("Save as a table…"), self), "plain")
        self.menu = QMenu(self)
        self.menu.setAccessibleName(say("What to add"))
        self.work = JobLine(shared.jobs, self.title, self)
        self.work.busy_changed.connect(self.work.setVisible)
        self.work.hide()  # its room is at the foot of what is scrolled, and moves nothing
        self.refused, self.compared = readable(self), theme.role(readable(self), "small")
        self.leave_out = theme.role(PressButton(say("Leave them out"), self), "plain")
        self.nothing = Empty(self, *words.NOTHING)
        self.reading = Reading(self)
        self._lay_out()
        self._connect()
        self._read_chosen(earlier.chosen(self._workspace))
        self._read()

    def _lay_out(self) -> None:
        head = Flow(self.back, theme.role(plain_label(self.title, self), "title"), self.counted)
        head.add_gap()
        for button in (self.remove, self.print, self.save, self.add):
            head.addWidget(button)
        self._inside = theme.role(QWidget(), "page")
        self._said = QVBoxLayout(self._inside)
        self._said.setContentsMargins(0, 0, 0, 0)
        self._said.setSpacing(theme.px(sizes.CLOSE))
        for widget in (self.refused, self.leave_out, self.compared):
            self._said.addWidget(widget)
        self._said.setAlignment(self.leave_out, Qt.AlignmentFlag.AlignLeft)
        self._tables = QWidget(self._inside)
        self._said.addWidget(self._tables)
        self._said.addStretch(1)
        self.reading.setWidget(self._inside)
        self.reading.setWidgetResizable(True)
        self.reading.setFrameShape(QFrame.Shape.NoFrame)
        self.reading.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reading.setAccessibleName(self.title)
        layout = QVBoxLayout(self)
        frame(self, layout)
        layout.setSpacing(theme.px(sizes.CLOSE))
        layout.addLayout(head)
        layout.addWidget(self.nothing, 1)
        layout.addWidget(self.reading, 1)
        layout.addWidget(self.work)
        hand_on(self, self.add)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.want_page("ratings"))
        self.add.clicked.connect(self._open_menu)
        self.remove.clicked.connect(self._remove)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        actions.make(self, "add-earlier", self._add_files, here=True)
        actions.make(self, "print-ratings", self._print, here=True)
        self.leave_out.clicked.connect(lambda: self._choose(list(self._read_files.figures)))

    # what every page can do

    def place(self) -> int:
        """How far the page is scrolled."""
        return self.reading.verticalScrollBar().value()

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if isinstance(place, int):
            self.reading.verticalScrollBar().setValue(place)

    def do(self, code: str) -> None:
        """Do one of `offers`."""
        if code == "add-earlier":
            self._add_files()
        elif code == "print-ratings":
            self._print()
        else:
            super().do(code)

    # choosing

    def _open_menu(self) -> None:
        """Files, or an inspection that is on this laptop; where there is no other, there is nothing to choose between."""
        rows = earlier.on_this_laptop(self._workspace)
        if not rows:
            self._add_files()
            return
        self.menu.clear()
        self.menu.addAction(say("Files…")).triggered.connect(lambda _on=False: self._add_files())
        self.menu.addSection(say("On this laptop"))
        for row in rows:
            action = self.menu.addAction(row.name.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, path=row.path: self._add([Path(path)]))
        self.menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def _add_files(self) -> None:
        self._add(ask.open_files(self, say("Add earlier inspections"), str(words.FILES)))

    def _add(self, paths: Sequence[Path]) -> None:
        if paths and not self.work.busy:
            self._choose([*earlier.chosen(self._workspace), *paths])

    def _choose(self, paths: Sequence[Path]) -> None:
        if tried(self, lambda: earlier.choose(self._workspace, paths)):
            self._read_chosen(earlier.chosen(self._workspace))

    def _read_chosen(self, paths: Sequence[Path]) -> None:
        """Read what was not read yet; what was is not read again."""
        had = {path: one for path, one in self._read_files.figures.items() if path in paths}
        new = [path for path in paths if path not in had]

        def work(ticket: Ticket) -> Read:
            found = earlier.read(self._workspace, new, ticket)
            return Read({path: one for path in paths if (one := {**had, **found.figures}.get(path))}, found.refused)

        if new:
            self.work.run(say("Reading earlier inspections"), work, done=self._take)
        else:
            self._take(Read(had, {}))

    def _take(self, found: Read) -> None:
        self._read_files = found
        self._read_anew()

    def _remove(self) -> None:
        one = self._here
        gone = {
            path for path, other in self._read_files.figures.items() if one is not None and other.digest == one.digest
        }
        if gone:
            self._choose([path for path in earlier.chosen(self._workspace) if path not in gone])

    # showing

    def _read(self) -> None:
        if not self._stale:
            return
        self._stale = False
        shown = self._beside = earlier.beside(self._workspace, self._read_files.figures.values())
        others = sum(len(side.inspections) for side in shown.sides) - 1
        self._show_sides(shown.sides if others else ())
        self.counted.setText(words.counted(others) if others else "")
        self.compared.setText(words.compared(list(said.may_be_compared(shown.sides))))
        same = [path.name for path, one in self._read_files.figures.items() if one.digest == shown.this.digest]
        unread = words.refused(self._read_files.refused) if self._read_files.refused else ""
        self.refused.setText("\n".join([*([unread] if unread else []), *map(words.same, same)]))
        self._show_parts(some=bool(others))

    def _show_sides(self, sides: Sequence[SideBySide]) -> None:
        """They come into view whole: laid out one by one they would lie over one another for a moment."""
        tables, down = QWidget(self._inside), self.reading.verticalScrollBar().value()
        lines = QVBoxLayout(tables)
        lines.setContentsMargins(0, 0, 0, 0)
        self.sides = []
        for one in sides:
            side = Side(one, self._beside.this, self._beside.frameworks.get(one.rules.framework), tables)
            side.chosen.connect(self._choose_line)
            side.seen.connect(self._bring_into_view)
            lines.addWidget(side)
            self.sides.append(side)
        self._said.replaceWidget(self._tables, tables)
        self._tables.hide()
        self._tables.deleteLater()
        self._tables = tables
        tables.show()
        self.reading.verticalScrollBar().setValue(down)

    def _show_parts(self, *, some: bool) -> None:
        for widget in (self.compared, self.remove, self.print, self.save):
            widget.setVisible(some)
        said = bool(self.refused.text())
        self.refused.setVisible(said)
        self.leave_out.setVisible(bool(self._read_files.refused))
        self.reading.setVisible(some or said)
        self.nothing.setVisible(not (some or said))
        self._choose_line(None)

    def _choose_line(self, one: Collected | None) -> None:
        """One is on the line of an inspection: that one can be removed, but not this one."""
        other = one is not None and one is not self._beside.this
        self._here = one if other else None
        self.remove.setEnabled(other)
        self.remove.setToolTip(one.service if other and one else "")

    def _bring_into_view(self, table: QWidget, where: QRect) -> None:
        at = table.mapTo(self._inside, where.center())
        self.reading.ensureVisible(0, at.y(), 0, where.height())

    # on paper and as a table

    def _print(self) -> None:
        """Without others there is no table of them, and no button: the key says so."""
        if self.print.isHidden():
            tell(self, str(words.NOTHING_TO_PRINT))
            return
        shown, as_at = self._beside, datetime.now().astimezone()
        path = ask.save_file(
            self, say("Save the pages"), "PDF (*.pdf)", ask.in_documents(f"{self._named}{reports.ENDING}")
        )
        if path is not None:
            self._write(path, reports.ENDING, lambda: earlier.pdf(self._workspace, shown, as_at))

    def _save(self) -> None:
        shown = self._beside
        path = ask.save_file(
            self, say("Save as a table"), "CSV (*.csv)", ask.in_documents(f"{self._named}{earlier.TABLE}")
        )
        if path is not None:
            self._write(path, earlier.TABLE, lambda: earlier.csv(shown))

    @property
    def _named(self) -> str:
        return say("{service} beside others", service=self._workspace.rated_from().service)

    def _write(self, path: Path, ending: str, made: Callable[[], bytes]) -> None:
        self._shared.jobs.run(
            self,
            lambda _ticket: reports.save(made(), path, self._workspace.laptop, (ending,)),
            done=lambda _: tell(self, saved.open_to_all(path)),
            failed=self.failed.emit,
            asked=path.name,
        )
