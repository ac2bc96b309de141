"""Before the ratings panel meets: who sits at it, each member's own rating sealed, and the chair's opening."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.panel.own_ratings import OwnRating, Seat
from inspector_app.core.services.people import roles_given
from inspector_app.core.services.results import own_ratings
from inspector_app.core.services.writing import drafts
from inspector_app.core.words import count, say
from inspector_app.ui.controls.buttons.way_back import way_back
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.beside_list import BesideList
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.lists.lined import Line, LinedList
from inspector_app.ui.controls.telling import tell, tried
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import door_of_drafts
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.page import Destination, FollowingPage, Item, Shared
from inspector_app.ui.places.ratings.interest import Elsewhere
from inspector_app.ui.places.ratings.members import words
from inspector_app.ui.places.ratings.members.own import AtStandard, OwnView
from inspector_app.ui.places.ratings.members.seats import Seats

_DRAFT = "own-rating"
_FIELDS = ("to", "reason", "interest")


class MembersPage(FollowingPage):
    """What is chosen and typed is a draft on this laptop until it is sealed."""

    code = "members"
    read_by = frozenset({"seat", "own_rating", "person", "rating", "inspection"})
    is_written_on = True

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        framework = self._workspace.framework
        self._subjects = ["", *(standard.ref for standard in framework.standards)]
        self._rows: dict[str, list[OwnRating]] = {}
        self._seats: dict[str, Seat] = {}
        self.back = way_back("ratings", self)
        self.counted = theme.role(plain_label(parent=self), "quiet")
        self.list = LinedList(say("Standards"), self)
        self.list.addItems([""] * len(self._subjects))
        self.seats = Seats(self)
        self.own = OwnView(framework, door_of_drafts(self._workspace, _DRAFT), self._keep, self)
        self._lay_out()
        self.back.clicked.connect(lambda: self.want_page("ratings"))
        self.list.currentRowChanged.connect(self._choose)
        self.seats.seated.connect(self._seat)
        self.own.given.connect(self._give)
        self.own.open_all.clicked.connect(self._open)
        self._read()
        shown = [place for place in range(1, self.list.count()) if not self.list.item(place).isHidden()]
        self.list.setCurrentRow(shown[0] if self._seats and shown else 0)

    def _lay_out(self) -> None:
        right = QWidget(self)
        one_of = QVBoxLayout(right)
        one_of.setContentsMargins(0, 0, 0, 0)
        one_of.addWidget(self.seats)
        one_of.addWidget(self.own)
        layout = QVBoxLayout(self)
        self.body = BesideList(self.list, right, back=say("Standards"), on=say("This standard"))
        head = Flow(self.back, theme.role(plain_label(self.title, self), "title"), self.counted)
        head.add_gap()
        head.addWidget(self.body.turn)
        frame(self, layout)
        layout.setSpacing(theme.px(sizes.CLOSE))
        layout.addLayout(head)
        layout.addWidget(self.body, 1)
        hand_on(self, self.list)

    # what every page can do

    def flush(self) -> bool:
        """Put everything typed on disk."""
        return self.own.flush()

    def place(self) -> str:
        """The standard in view; "" for the seats."""
        return self.subject

    def return_to(self, place: object) -> None:
        """Go back to a standard."""
        if place in self._subjects:
            self.list.setCurrentRow(self._subjects.index(str(place)))

    def arrive(self, at: Destination) -> None:
        """Begin at a standard."""
        if isinstance(at, Item):
            self.return_to(at.id)
            self.body.show_parts(True)

    @property
    def at(self) -> Item | None:
        """The standard in view."""
        return Item("rating", self.subject) if self.subject else None

    def follow(self, at: Destination) -> None:
        """Be at the standard that one comes from."""
        if isinstance(at, Item) and at.entity == "rating":
            self.return_to(at.id)

    @property
    def subject(self) -> str:
        """The reference of the standard in view; "" for the seats."""
        return self._subjects[max(0, self.list.currentRow())]

    # showing

    def _read(self) -> None:
        if not self._stale:
            return
        self._stale = False
        self._seats = own_ratings.seats(self._workspace)
        self._rows = own_ratings.by_standard(self._workspace)
        self._names = {person.id: person.name for person in self._workspace.team()}
        self.counted.setText(words.chaired(self._seats, self._names))
        seated = say("Who sits at the panel")
        self.list.show_line(self.list.item(0), seated, Line(seated))  # a name, as those of the standards below it
        for place, ref in enumerate(self._subjects[1:], start=1):
            title = self._workspace.framework.by_ref[ref].title
            self.list.item(place).setHidden(ref not in self._rows)
            self.list.item(place).setText(f"{ref} {title}\n{words.standing(self._seats, self._rows.get(ref, []))}")
        self._show()

    def _choose(self) -> None:
        self.flush()
        self._show()

    def _show(self) -> None:
        ref = self.subject
        self.seats.setVisible(not ref)
        self.own.setVisible(bool(ref))
        if not ref:
            may = roles_given.leads(self._workspace)
            self.seats.show_seats(self._workspace.team(), self._seats, may=may)
            return
        me = self._workspace.me
        hold(self.own, "own_rating", f"{ref}/{me}")
        title = self._workspace.framework.by_ref[ref].title
        self.own.show_standard(
            AtStandard(
                ref=ref, title=title, rows=self._rows.get(ref, []), seats=self._seats, names=self._names, me=me,
                drafts=self._drafts(ref), elsewhere=self._elsewhere(ref),
            )
        )  # fmt: skip

    def _drafts(self, ref: str) -> dict[str, str]:
        """What is being written on the standard, field by field; else what this person sealed."""
        kept = drafts.unsent(self._workspace, _DRAFT, ref)
        sealed = own_ratings.mine(self._workspace, ref)
        row = next((row for row in self._rows.get(ref, ()) if row.person == self._workspace.me), None)
        held = {"to": sealed.rating, "reason": sealed.reason} if sealed else {}
        held["interest"] = row.interest if row else ""
        return {field: kept.get(f"{ref}/{field}") or held.get(field, "") for field in _FIELDS}

    def _elsewhere(self, ref: str) -> Elsewhere | None:
        """This person's interest on the nearest standard before it that has one, or after it."""
        others = [other for other in self._subjects[1:] if other != ref]
        before = self._subjects.index(ref) - 1
        said = [(other, self._drafts(other)["interest"]) for other in [*others[:before][::-1], *others[before:]]]
        return next((Elsewhere(other, text) for other, text in said if text), None)

    # acting

    def _keep(self, field: str, value: str) -> None:
        name = drafts.unsent_name(_DRAFT, f"{self.subject}/{field}")
        tried(self, lambda: drafts.keep(self._workspace, name, value))

    def _seat(self, person: str, seat: str) -> None:
        tried(self, lambda: own_ratings.seat(self._workspace, person, Seat(seat) if seat else None))
        self._read_anew()  # the choice is what holds, whether it was taken or not

    def _give(self, rating: str, reason: str, interest: str) -> None:
        ref = self.subject
        if tried(self, lambda: own_ratings.give(self._workspace, ref, rating, reason, interest)):
            for field in _FIELDS:
                self._keep(field, "")
            self._read_anew()
            undo = self.undo_of("own_rating", f"{ref}/{self._workspace.me}")
            tell(self, say("{standard}: sealed.", standard=ref), undo)

    def invert(self, code: str, entity: str, entity_id: str) -> bool:
        """As every page does it; what was opened stays as it was sealed."""
        if entity == "own_rating" and not tried(
            self, lambda: own_ratings.refuse_opened(self._workspace, entity_id.partition("/")[0])
        ):
            return False
        return super().invert(code, entity, entity_id)

    def _open(self) -> None:
        opened: list[int] = []
        if tried(self, lambda: opened.append(own_ratings.open_all(self._workspace, self.subject))):
            self._read_anew()
            tell(self, count(opened[0], "{n} rating was opened.", "{n} ratings were opened."))
            self.list.setFocus()
