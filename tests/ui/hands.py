"""Hands on the widgets of fields: what a person does to type or choose, and which fields nobody types (NOT_BY_HAND)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDateEdit, QLineEdit, QPlainTextEdit, QWidget

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.services.cases import case_facts, marking
from inspector_app.core.services.fieldwork import concerns, evidence, week
from inspector_app.core.services.results import accuracy, told
from inspector_app.core.services.workspace import Workspace

Key = tuple[str, str]  # entity, field
_MADE = "given when it is made or begun, and typed nowhere afterwards"
_ACT = "what a button does to the whole item, never a value typed or chosen for a field"
_IMPORTED = "comes with a document or a card"
NOT_BY_HAND: dict[Key, str] = {
    **dict.fromkeys((("inspection", "service"), ("person", "name"), ("person", "role")), _MADE),
    **dict.fromkeys((("finding", "standard"), ("finding", "kind"), ("source", "event")), _MADE),
    **dict.fromkeys((("comment", "about"), ("comment", "text")), _MADE),
    **dict.fromkeys((("point", f) for f in ("about", "quoted", "before", "said", "source", "day", "rated")), _MADE),
    **dict.fromkeys((("inspection", "notice"), ("person", "signing"), ("person", "sealing")), _IMPORTED),
    **dict.fromkeys((("person", "card"), ("person", "said")), _IMPORTED),
    ("person", "withdrawn"): _ACT,
    ("panel", "computed"): _ACT,
    ("panel", "interests"): "recorded with the decision, in one step, over what was shown (services/results/panel.py)",
    **dict.fromkeys(((e, "position") for e in ("case", "finding", "recommendation", "previous", "score")), _ACT),
    **dict.fromkeys(
        (
            (entity, "deleted")
            for entity in (
                "person",
                "case",
                "interview",
                "finding",
                "recommendation",
                "previous",
                "comment",
                "event",
                "source",
                "score",
                "informed",
            )
        ),
        _ACT,
    ),
    **dict.fromkeys(
        (
            ("review", "stage"),
            ("review", "accepted"),
            ("review", "submitted"),
            ("inspection", "sealed"),
            ("allowed", "what"),
            ("allowed", "reason"),
            ("comment", "answered"),
            ("concern", "closed"),
            ("point", "signed"),
            ("point", "deleted"),
            ("seat", "seat"),
            ("verified_judgement", "what"),
            ("verified_prompt", "what"),
            *(("own_rating", field) for field in ("interest", "sealed", "digest", "opened")),
            *(("told", field) for field in ("day", "whom", "said", "rated", "deleted")),
        ),
        _ACT,
    ),
    **dict.fromkeys((("second", "first_done"), ("second", "second_done"), ("second", "first_marks")), _ACT),
    **dict.fromkeys((("marking", "asked"), ("marking", "done"), ("marking", "marks")), _ACT),
    **dict.fromkeys((("second", "settled"), ("agreed_judgement", "answer"), ("agreed_prompt", "answer")), _ACT),
    **dict.fromkeys((("agreed_judgement", "rationale"), ("agreed_prompt", "note")), _ACT),
    **dict.fromkeys((("second", "marker"), ("bearing", "bears")), _ACT),
    ("summary", "of"): "said by the program when a summary is typed",
    **dict.fromkeys((("support", field) for field in ("sentence", "on", "carries")), _ACT),
    (
        "case",
        "inspector",
    ): "given by an act that leaves a contested one to the conflict desk (services/cases/sharing.py)",
    ("case", "takeover"): "the reason of one taking over; the next has a reason of its own",
    ("case", "helper"): _ACT,
    ("review", "reason"): "the reason of one acceptance or reopening; the next has a reason of its own",
}


@dataclass(frozen=True)
class Hand:
    """A hand on the widget of one field. `settles`: marked as contested, the field is settled by choosing again."""

    widget: QWidget
    put: Callable[[], object]  # types or chooses the value
    shows: Callable[[], object]
    flush: Callable[[], object] = lambda: True
    chosen: bool = False
    settles: bool = False


@dataclass(frozen=True)
class ByHand:
    """A field that is typed or chosen at a place: what everybody has, what a colleague and what this hand makes of it."""

    place: str
    entity: str
    id: str
    field: str
    shared: Value
    theirs: Value
    mine: Value
    go: Callable[[Any], Hand]  # goes there in the window

    @property
    def key(self) -> Key:
        return self.entity, self.field

    def __str__(self) -> str:
        return f"{self.place}: {self.entity} {self.field}"


# what a hand does


def typing(box: QLineEdit | QPlainTextEdit, text: str, flush: Callable[[], object]) -> Hand:
    def put() -> None:
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, text)

    return Hand(box, put, box.text if isinstance(box, QLineEdit) else box.toPlainText, flush)


def choosing(box: QComboBox, value: Value) -> Hand:
    def put() -> None:
        place = box.findData(value)
        box.setCurrentIndex(place)
        box.activated.emit(place)

    return Hand(box, put, box.currentData, chosen=True)


def pressing(
    parent: QWidget, key: str, shows: Callable[[], object], flush: Callable[[], object] = lambda: True, *,
    settles: bool = False,
) -> Hand:  # fmt: skip
    return Hand(parent, lambda: QTest.keyClicks(parent, key), shows, flush, chosen=True, settles=settles)


def clicking(button: QAbstractButton) -> Hand:
    return Hand(button, button.click, button.isChecked, chosen=True)


def dating(box: QDateEdit, day: str, flush: Callable[[], object]) -> Hand:
    def put() -> None:
        box.setDate(QDate.fromString(day, Qt.DateFormat.ISODate))

    return Hand(box, put, lambda: box.date().toString(Qt.DateFormat.ISODate), flush)


# the items


@dataclass(frozen=True)
class Items:
    """One of each kind, in a workspace that has cases C01 to C03. C02 is marked blind by who made them."""

    me: str  # who made them
    judged: str
    blind: str
    case: str  # on which nothing is answered
    interview: str
    event: str
    source: str
    score: str
    concern: str
    informed: str
    finding: str
    recommendation: str
    previous: str
    point: str
    told: str


def items(workspace: Workspace) -> Items:
    case = workspace.case_id("C03")
    source = evidence.add(workspace, "survey", "Children asked", date(2026, 3, 10))
    evidence.link(workspace, source, "1.1.1a")
    texts = {
        "finding": {"standard": "2.1", "kind": "narrative", "position": 1},
        "recommendation": {"position": 1},
        "previous": {"position": 1},
    }
    for entity, values in texts.items():
        edits = [Edit(entity, EntityId(f"{entity}-1"), field, value) for field, value in values.items()]
        workspace.editor.do(f"{entity}-1", edits)
    marking.ask(workspace, workspace.case_id("C02"), workspace.me)
    concern = concerns.raise_(workspace, case, datetime(2026, 3, 10, 9, 30))
    return Items(
        workspace.me, workspace.case_id("C01"), workspace.case_id("C02"), case,
        case_facts.add_interview(workspace, case, "child"),
        week.add(workspace, "2026-03-10", "9.30 Meeting", week.plan(workspace)), source,
        evidence.add_score(workspace, source), concern,
        concerns.tell(workspace, concern, "The head", "2026-03-10", "09:40"),
        "finding-1", "recommendation-1", "previous-1", accuracy.add(workspace, "Checks are made."),
        told.add(workspace, "The head of service"),
    )  # fmt: skip
