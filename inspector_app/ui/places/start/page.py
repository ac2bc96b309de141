"""After unlocking: the inspections on this laptop, what one can do with each, and the ways to another one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QVBoxLayout, QWidget

from inspector_app.core.domain.rows import WorkspaceRow
from inspector_app.core.words import count, say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.drawn import draw
from inspector_app.ui.controls.buttons.press_button import PressButton, as_wide_as
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.controls.fields.search_line import searching
from inspector_app.ui.controls.fields.way import Way
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.column import ScrollColumn
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.start.entries import Entries
from inspector_app.ui.places.start.more import More
from inspector_app.ui.words import inspections as words

_WIDE, _WAYS = 1120, 312  # px at 100%: all of it, and the ways on beside the list
_BESIDE = 1000  # from this width on they stand beside it
_FIND = 200


class Start(ScrollColumn):
    """Lists workspaces, the most recent first. Signals what the person wants."""

    open_wanted = Signal(str)  # path of a workspace
    new_wanted = Signal()
    sample_wanted = Signal()
    tour_wanted = Signal()
    file_wanted = Signal()
    join_wanted = Signal()
    person_wanted = Signal()
    command_wanted = Signal(str)  # one of the window's: the guide, the keys, …

    def __init__(self) -> None:
        self._halves, self._right = QBoxLayout(QBoxLayout.Direction.LeftToRight), QWidget()
        self._beside = QVBoxLayout(self._right)
        super().__init__(say("Inspections"), width=_WIDE)
        self.setWindowTitle(say("Inspections"))
        self.wanted = searching(QLineEdit())  # before the list, as Tab goes in the order in which things are made
        self.wanted.setPlaceholderText(say("Find an inspection"))
        self.wanted.setAccessibleName(say("Find an inspection"))
        self._number = theme.role(plain_label(), "quiet")
        self._list = Entries()
        self._nothing = Empty(
            self,
            say("No inspection on this laptop yet"),
            say(
                "Start a new one or, where your lead has begun it, join from a package. Or look round the "
                "sample: the published inspection of Trafford in 2025, in which every answer on a case is "
                "constructed."
            ),
            part=True,
        )
        self._over = theme.role(QFrame(), "line")  # over the ways on, whose own lines are under each
        self._wrong = theme.role(text_label(self), "error")
        self._open = theme.role(PressButton(say("&Open")), "primary")
        self.more = More(self)
        self._keys = theme.role(plain_label(say("↑ ↓ choose · Enter opens")), "small")
        self._archived = theme.role(PressButton(), "plain")
        self._archived.setCheckable(True)
        self._new, self._join, self._file, self._sample, self._tour, self._person = self._ways = tuple(
            Way(drawing, name.say(), about.say()) for drawing, name, about in words.WAYS.values()
        )
        self._lay_out()
        self._connect()

    def set_rows(self, rows: Sequence[WorkspaceRow], on: str = "") -> None:
        """Show these workspaces, standing on the one of that id."""
        self._list.set_rows(rows, on)
        archived = sum(row.archived for row in rows)
        self._number.setText(words.how_many(len(rows)))
        for part in (self._list, self._number, self.wanted, self._keys):
            part.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._archived.setVisible(archived > 0)
        self._archived.setChecked(any(row.archived and row.id == on for row in rows))
        self._archived.setText(count(archived, "Show {n} archived", "Show {n} archived"))
        self._names = [as_it_stands(row.name) for row in rows]
        self._keep_places()
        self.set_busy(False)
        self._offer()
        hand_on(self, self._list if rows else self._new)

    def go(self, way: str) -> None:
        """Go one of `words.WAYS`, as its button does."""
        dict(zip(words.WAYS, self._ways, strict=True))[way].clicked.emit()

    def set_titles(self, titles: Mapping[str, str]) -> None:
        """Say the framework of each inspection by its title; they are read while the list is already shown."""
        self._list.set_titles(titles)

    def set_busy(self, busy: bool) -> None:
        """Say that an inspection is being opened, and take no other wish meanwhile."""
        for widget in (self._list, self._open, self.more, self.wanted, self._archived, *self._ways):
            widget.setEnabled(not busy)
        theme.role(self._wrong, "quiet")
        self._wrong.setText(say("Opening…") if busy else "")

    def set_wrong(self, sentence: str) -> None:
        """Say why an inspection could not be opened."""
        theme.role(self._wrong, "error")
        self._wrong.setText(sentence)

    def _fit(self) -> None:
        """The ways on stand beside the list, or under it where the window is narrow."""
        super()._fit()
        beside = self.viewport().width() >= theme.px(_BESIDE)
        self._halves.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._right.setMinimumWidth(theme.px(_WAYS) if beside else 0)
        self._right.setMaximumWidth(theme.px(_WAYS if beside else _WIDE))
        head = max(self.title.sizeHint().height(), theme.px(sizes.FIELD)) + theme.px(sizes.APART)
        self._beside.setContentsMargins(0, head if beside else 0, 0, 0)  # they begin where the list does

    def _lay_out(self) -> None:
        self.body.removeWidget(self.title)
        self.title.setWordWrap(False)
        self.wanted.setMinimumWidth(theme.px(_FIND))
        head = Flow(self.title, self._number)
        head.add_gap()
        head.addWidget(self.wanted)
        left = QWidget()
        list_of, ways = QVBoxLayout(left), self._beside
        foot = Flow(self._open, self.more)
        foot.add_gap()
        foot.addWidget(self._archived)
        foot.addWidget(self._keys)
        list_of.addLayout(head)
        for column, parts in ((list_of, (self._nothing, self._list)), (ways, (self._over, *self._ways))):
            column.setContentsMargins(0, 0, 0, 0)
            for part in parts:
                column.addWidget(part)
        list_of.addLayout(foot)
        list_of.addWidget(self._wrong)
        ways.addSpacing(theme.px(sizes.APART))
        ways.addLayout(self._lay_out_commands())
        list_of.setSpacing(theme.px(sizes.APART))
        ways.setSpacing(0)
        for column in (list_of, ways):
            column.addStretch(1)
        self._halves.setSpacing(theme.px(2 * sizes.PAGE))
        self._halves.addWidget(left, 1)
        self._halves.addWidget(self._right)
        self.body.addLayout(self._halves, 1)
        self.say_whose()

    def _lay_out_commands(self) -> Flow:
        """What is always at hand, where one who comes for the first time looks; it is under the name in the strip too."""
        self.commands = {
            code: draw(theme.role(PressButton(called.say()), "slight"), drawing)
            for code, (drawing, called) in words.COMMANDS.items()
        }
        for code, button in self.commands.items():
            button.setToolTip(actions.command(code).tip)
            button.clicked.connect(lambda _=False, c=code: self.command_wanted.emit(c))
        return Flow(*self.commands.values())

    def _connect(self) -> None:
        self._list.chosen.connect(self._choose)
        self._list.currentItemChanged.connect(lambda _item, _before: self._offer())
        self._open.clicked.connect(self._list.enter)
        self._archived.toggled.connect(self._list.show_archived)
        self.wanted.textChanged.connect(self._list.narrow)
        self.wanted.returnPressed.connect(self._list.enter)
        signals = (
            self.new_wanted, self.join_wanted, self.file_wanted, self.sample_wanted, self.tour_wanted, self.person_wanted
        )  # fmt: skip
        for button, signal in zip(self._ways, signals, strict=True):
            button.clicked.connect(signal)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the places of the buttons in letters of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_names"):
            self._keep_places()

    def _keep_places(self) -> None:
        """What is beside a button stays where it is, whichever inspection one is on."""
        as_wide_as(self._open, [_opening(name) for name in self._names])
        as_wide_as(self.more, [More.words(name) for name in self._names])

    def _offer(self) -> None:
        """The filled button says which inspection it opens, and the one beside it what else can be done with that."""
        row = self._list.stood_on
        self._open.setVisible(row is not None)
        self.more.offer(row)
        if row is not None:
            self._open.setText(_opening(as_it_stands(row.name)))

    def _choose(self, row: WorkspaceRow) -> None:
        if row.taken:
            self.set_wrong(
                say(
                    "There is a different inspection now at {path}. If the file of {name} was moved, use “Open a "
                    "file”.",
                    path=row.path,
                    name=row.name,
                )
            )
        elif row.missing:
            self.set_wrong(say("There is no file {path} any more. If it was moved, use “Open a file”.", path=row.path))
        else:
            self.open_wanted.emit(row.path)


def _opening(name: str) -> str:
    return say("&Open {name}", name=name)
