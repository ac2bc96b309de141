"""The dip sample: how many, of which sample and by which seed; the cases that were drawn, and their items to verify."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.second_marking import WHO_SEES
from inspector_app.core.domain.cases.verified import VERIFICATIONS, ItemRow
from inspector_app.core.domain.ids import case_of
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import case_names, dipping, verifying
from inspector_app.core.services.cases.dipping import Dip
from inspector_app.core.services.writing import drafts
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.way_back import way_back
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.fields.choice import Choice
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.beside_list import BesideList
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import plain_label, readable
from inspector_app.ui.controls.lists.wrapped import show_lines, wrapped_list
from inspector_app.ui.controls.telling import gives, refuse, tell, tried, unsay
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Target, door_of_drafts
from inspector_app.ui.note.line import LineBox
from inspector_app.ui.page import CaseAt, FollowingPage, Shared
from inspector_app.ui.places.cases.dip import words
from inspector_app.ui.places.cases.dip.items import Items
from inspector_app.ui.words import verified

_KIND, _DRAW, _FIELDS = "dip", "draw", ("number", "sample", "seed")  # the kind of draft, what it is about, its fields
_SOME = "5"  # cases, until somebody says how many
_DIGITS = 9  # of a number of cases at most


class DipPage(FollowingPage):
    """What was drawn is kept on this laptop by its seed; a verification is an act, and undone as one."""

    code = "dip"
    offers = ("verify", "undo", "redo")
    read_by = frozenset({"judgement", "prompt", "case", "person", *VERIFICATIONS.values(), *WHO_SEES})

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self._found: Dip | None = None
        self._items: dict[str, list[ItemRow]] = {}
        self._item = ""
        self.back = way_back("cases", self)
        self.number, self.seed = LineBox(self), LineBox(self)
        self.number.setAccessibleName(say("How many cases"))
        self.seed.setAccessibleName(say("Seed"))
        self.seed.setPlaceholderText(say("A new one"))
        self.sample = Choice(say("Sample"))
        self.sample.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)  # as high as the boxes beside it
        samples = [(sample.code, sample.title) for sample in self._workspace.framework.samples]
        self.sample.set_choices([("", say("All samples")), *samples])
        self.draw = theme.role(PressButton(say("Draw"), self), "primary")
        self.drawn, self.again = readable(self), theme.role(readable(self), "small")
        self.nothing = Empty(self, *words.NOTHING)
        self.list = wrapped_list(say("Drawn cases"), self)
        self.items = Items(self._workspace.framework, self, may=verifying.may(self._workspace))
        self._lay_out()
        self._connect()
        self._take_up()

    def _lay_out(self) -> None:
        head = Flow(self.back, theme.role(plain_label(self.title, self), "title"))
        wanted = Flow(
            *self._named(say("How many cases"), self.number),
            *self._named(say("Sample"), self.sample),
            *self._named(say("Seed"), self.seed),
            self.draw,
        )
        self.body = BesideList(self.list, self.items, back=say("Drawn cases"), on=say("This case"))
        head.add_gap()
        head.addWidget(self.body.turn)
        inside = theme.role(QWidget(), "page")
        scroll = QScrollArea(self)  # in a low window the lists are not pressed together
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(inside)
        frame(inside, layout)
        layout.setSpacing(theme.px(sizes.CLOSE))
        layout.addLayout(head)
        layout.addLayout(wanted)
        layout.addWidget(self.drawn)
        layout.addWidget(self.again)
        layout.addWidget(self.nothing, 1)
        layout.addWidget(self.body, 1)
        scroll.setWidget(inside)
        self.fill(scroll)
        hand_on(self, self.number)

    def _named(self, name: str, box: QWidget) -> tuple[QWidget, QWidget]:
        label = theme.role(plain_label(name, self), "label")
        label.setBuddy(box)
        return label, box

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.want_page("cases"))
        self.draw.clicked.connect(self._draw_anew)
        for box in (self.number, self.seed):
            box.returnPressed.connect(self._draw_anew)
        self.sample.chosen.connect(lambda code: self._keep("sample", code))
        self.list.currentRowChanged.connect(self._show_case)
        self.list.itemActivated.connect(lambda _item: self.items.take_keyboard())
        self.items.verified.connect(self._verify)
        self.items.wanted.connect(self._go_to)
        actions.make(self, "verify", self.items.verify_here, here=True)

    def _take_up(self) -> None:
        """What was asked for last, and what it drew."""
        kept = drafts.unsent(self._workspace, _KIND, _DRAW)
        texts = {field: kept.get(f"{_DRAW}/{field}", "") for field in _FIELDS}
        door = door_of_drafts(self._workspace, _KIND)
        self.number.show_value(Target("draft", _DRAW, "number"), texts["number"] or _SOME, door)
        self.seed.show_value(Target("draft", _DRAW, "seed"), texts["seed"], door)
        self.sample.show_choice(texts["sample"])
        if texts["seed"]:
            self._take_up_draw()
        self._read()

    def _take_up_draw(self) -> None:
        """Nobody asked for anything now: where the boxes were left with what draws nothing, nothing is drawn and said."""
        try:
            self._found = self._drawn()
        except Expected:
            self._found = None

    # what every page can do

    def flush(self) -> bool:
        """Keep what is typed. False when it could not be."""
        written = [self.number.flush(), self.seed.flush()]
        return all(written)

    def place(self) -> tuple[int, str]:
        """The case and the item in hand."""
        return self.list.currentRow(), self.items.here.id if self.items.here else ""

    def do(self, code: str) -> None:
        """Do one of `offers`."""
        if code == "verify":
            self.items.verify_here()
        else:
            super().do(code)

    def return_to(self, place: object) -> None:
        """Go back to them."""
        if isinstance(place, tuple) and isinstance(place[0], int) and 0 <= place[0] < self.list.count():
            self._item = str(place[1])
            self.list.setCurrentRow(place[0])

    # showing

    def _read(self) -> None:
        if not self._stale:
            return
        self._stale = False
        refs = self._found.drawn if self._found else ()
        ids = {row.ref: row.id for row in case_names.names(self._workspace)}
        self._items = {ref: verifying.items(self._workspace, ids[ref]) for ref in refs if ref in ids}
        self.drawn.setText(words.drawn(self._found) if self._found else "")
        self.again.setText(words.AGAIN.say())
        for widget in (self.drawn, self.again, self.body):
            widget.setVisible(self._found is not None)
        self.nothing.setVisible(self._found is None)
        self._fill_list()

    def _fill_list(self) -> None:
        at = max(0, self.list.currentRow())
        lines = [words.case(ref, rows) for ref, rows in self._items.items()]
        show_lines(self.list, lines, min(at, len(lines) - 1))
        self._show_case()

    def _show_case(self) -> None:
        rows = list(self._items.values())
        at = self.list.currentRow()
        self.items.show_items(rows[at] if 0 <= at < len(rows) else [], self._item)
        self._item = ""

    # acting

    def _draw_anew(self) -> None:
        if not self.flush():
            return
        try:
            found = self._found = self._drawn()
        except Expected as error:
            refuse(self, error)
            return
        unsay(self)  # what was refused before is drawn now
        self._keep("seed", found.seed)
        self.seed.show_value(Target("draft", _DRAW, "seed"), found.seed, door_of_drafts(self._workspace, _KIND))
        self._read_anew()
        self.list.setCurrentRow(next((row for row, items in enumerate(self._items.values()) if items), 0))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drawn(self) -> Dip:
        """What the boxes ask for. Expected: VALUE_INVALID."""
        number, sample = self.number.text().strip(), str(self.sample.currentData() or "")
        if not number.isdecimal() or len(number) > _DIGITS:
            why = "it is written in figures, as 5 is"
            raise Expected(Code.VALUE_INVALID, field="The number of cases", value=number, why=why)
        return dipping.draw(self._workspace, int(number), seed=self.seed.text().strip(), sample=sample)

    def _keep(self, field: str, value: str) -> None:
        tried(self, lambda: drafts.keep(self._workspace, drafts.unsent_name(_KIND, f"{_DRAW}/{field}"), value))

    def _verify(self, item: ItemRow) -> None:
        changed = gives(self, lambda: verifying.verify(self._workspace, item.id))
        if changed is None:
            return
        self._item = item.id
        self._read_anew()
        undo = [self.undo_of(item.verification, item.id)] if changed else []
        tell(self, say("{item}: verified.", item=verified.place(item.ref)), *undo)
        self.items.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, row: ItemRow) -> None:
        question, _, prompt = row.ref.partition("/")
        case = case_of(row.id)
        self.case_wanted.emit(CaseAt(case, question, prompt))
