"""Every field that somebody types or chooses in the window, each with a hand on its real widget.

A field of domain/fields.py that is neither here nor said to be no such field (NOT_BY_HAND) fails test_typed_over.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDateEdit, QLineEdit, QPlainTextEdit, QWidget

from inspector_app.core.domain.changes import Edit
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.services import case_facts, concerns, evidence, marking, week
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.findings.section_list import RECOMMENDATIONS
from inspector_app.ui.places.findings.text_item import TextItem
from inspector_app.ui.places.findings.text_list import TextList
from inspector_app.ui.places.week.event_editor import EventEditor

Key = tuple[str, str]  # entity, field
_MADE = "given when it is made or begun, and typed nowhere afterwards"
_ACT = "what a button does to the whole item, never a value typed or chosen for a field"
_IMPORTED = "comes with a document or a card"
NOT_BY_HAND: dict[Key, str] = {
    **dict.fromkeys((("inspection", "service"), ("person", "name"), ("person", "role")), _MADE),
    **dict.fromkeys((("finding", "standard"), ("finding", "kind"), ("source", "event")), _MADE),
    **dict.fromkeys((("comment", "about"), ("comment", "text")), _MADE),
    **dict.fromkeys((("inspection", "notice"), ("person", "signing"), ("person", "sealing")), _IMPORTED),
    **dict.fromkeys((("totals", "yes"), ("totals", "of")), _IMPORTED),
    **dict.fromkeys(((e, "position") for e in ("case", "finding", "recommendation", "score")), _ACT),
    **dict.fromkeys(
        (
            (entity, "deleted")
            for entity in (
                "person",
                "case",
                "interview",
                "finding",
                "recommendation",
                "comment",
                "event",
                "source",
                "score",
            )
        ),
        _ACT,
    ),
    **dict.fromkeys(
        (("review", "stage"), ("review", "accepted"), ("comment", "answered"), ("concern", "closed")), _ACT
    ),
    **dict.fromkeys((("second", "first_done"), ("second", "second_done"), ("second", "first_marks")), _ACT),
    **dict.fromkeys((("second", "marker"), ("bearing", "bears")), _ACT),
    ("case", "inspector"): "given by an act that leaves a contested one to the conflict desk (services/sharing.py)",
    ("case", "takeover"): "the reason of one taking over; the next has a reason of its own",
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


def pressing(parent: QWidget, key: str, shows: Callable[[], object], *, settles: bool = False) -> Hand:
    return Hand(parent, lambda: QTest.keyClicks(parent, key), shows, chosen=True, settles=settles)


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

    judged: str
    blind: str
    case: str  # on which nothing is answered
    interview: str
    event: str
    source: str
    score: str
    concern: str
    finding: str
    recommendation: str


def items(workspace: Workspace) -> Items:
    case = workspace.case_id("C03")
    source = evidence.add(workspace, "survey", "Children asked", date(2026, 3, 10))
    evidence.link(workspace, source, "1.1.1a")
    texts = {"finding": {"standard": "2.1", "kind": "narrative", "position": 1}, "recommendation": {"position": 1}}
    for entity, values in texts.items():
        edits = [Edit(entity, EntityId(f"{entity}-1"), field, value) for field, value in values.items()]
        workspace.editor.do(f"{entity}-1", edits)
    marking.ask(workspace, workspace.case_id("C02"), workspace.me)
    return Items(
        workspace.case_id("C01"), workspace.case_id("C02"), case, case_facts.add_interview(workspace, case, "child"),
        week.add(workspace, "2026-03-10", "9.30 Meeting", week.plan(workspace)), source,
        evidence.add_score(workspace, source), concerns.raise_(workspace, case, datetime(2026, 3, 10, 9, 30)),
        "finding-1", "recommendation-1",
    )  # fmt: skip


# the fields, place by place


def by_hand(workspace: Workspace, of: Items) -> list[ByHand]:
    """Every field that is typed or chosen, but those of frameworks with stars (`with_stars`)."""
    return [
        *_case_facts(of), *_interview(of), *_answers(of), *_on_paper(of), *_evidence(of), *_ratings(), *_findings(of),
        *_week(workspace, of), *_concern(workspace, of), *_setting_up(),
    ]  # fmt: skip


_TEXTS = ("as it was", "as Bob has it", "as Ruth types it")
_DAYS = ("2026-03-10", "2026-03-11", "2026-03-12")


def _case_facts(of: Items) -> Iterable[ByHand]:
    def line(field: str, text: str) -> Callable[[Any], Hand]:
        def go(driver: Any) -> Hand:
            panel = _facts(driver, of.case)
            box = panel.ref.box if field == "ref" else panel.lines[field].box
            return typing(box, text, panel.flush)

        return go

    values: dict[str, tuple[Value, Value, Value]] = {
        "ref": ("C03", "C03 Bob", "C03 Ruth"), "age": (15, 16, 17),
        **dict.fromkeys(("began", "ended"), ("2025-12-01", "2025-12-02", "2025-12-03")),
        **dict.fromkeys(("type", "gender", "ethnicity", "disability", "care"), _TEXTS),
    }  # fmt: skip
    for field, held in values.items():
        typed = "3/12/2025" if field in ("began", "ended") else str(held[2])
        yield ByHand("case", "case", of.case, field, *held, line(field, typed))

    def sample(driver: Any) -> Hand:
        return choosing(_facts(driver, of.case).sample, "children")

    yield ByHand("case", "case", of.case, "sample", "victims", "adults", "children", sample)


def _facts(driver: Any, case: str) -> Any:
    driver.desk.open_case(case, "2.1.1")
    page = driver.desk.page("case")
    if page.asides.current != "facts":
        page.asides.show("facts")
    return page.asides.facts


def _interview(of: Items) -> Iterable[ByHand]:
    def part(field: str, text: str) -> Callable[[Any], Hand]:
        def go(driver: Any) -> Hand:
            panel = _facts(driver, of.case)
            item = panel.interviews.items[of.interview]
            return typing(getattr(item, field).box, text, panel.flush)

        return go

    yield ByHand("case", "interview", of.interview, "role", *_TEXTS, part("role", _TEXTS[2]))
    yield ByHand("case", "interview", of.interview, "day", *_DAYS, part("day", "12/3/2026"))
    yield ByHand("case", "interview", of.interview, "note", *_TEXTS, part("note", _TEXTS[2]))


def _answers(of: Items) -> Iterable[ByHand]:
    def row(case: str, prompt: str, field: str) -> Callable[[Any], Hand]:
        def go(driver: Any) -> Hand:
            driver.desk.open_case(case, "2.1.1")
            page = driver.desk.page("case")
            page.asides.close()
            found = page.view.row_for(prompt or None)
            if field == "answer":
                found.setFocus()
                return pressing(found, "-", lambda: found.answer and found.answer.value, settles=True)
            found.enter_note()
            return typing(found.note.box, _TEXTS[2], page.flush)

        return go

    for case, prefix in ((of.judged, ""), (of.blind, "second_")):
        for kind, path, prompt, text in (("judgement", "2.1.1", "", "rationale"), ("prompt", "2.1.1/a", "a", "note")):
            entity, item = f"{prefix}{kind}", f"{case}/{path}"
            yield ByHand("case", entity, item, "answer", "yes", "no", "na", row(case, prompt, "answer"))
            yield ByHand("case", entity, item, text, *_TEXTS, row(case, prompt, text))


def _on_paper(of: Items) -> Iterable[ByHand]:
    def line(item: str, field: str) -> Callable[[Any], Hand]:
        def go(driver: Any) -> Hand:
            driver.desk.show_page("paper")
            keying = driver.desk.page("paper").keying
            keying.open(of.judged)
            place = next(n for n, row in enumerate(keying.lines.rows) if row.id == item)
            keying.list.go_to(place)
            if field == "answer":
                answered = lambda: keying.lines.rows[place].answer and keying.lines.rows[place].answer.value  # noqa: E731
                return pressing(keying.list, "-", answered, settles=True)
            return typing(keying.note.box, _TEXTS[2], keying.flush)

        return go

    for entity, path, text in (("judgement", "2.1.2", "rationale"), ("prompt", "2.1.2/a", "note")):
        item = f"{of.judged}/{path}"
        yield ByHand("paper", entity, item, "answer", "yes", "no", "na", line(item, "answer"))
        yield ByHand("paper", entity, item, text, *_TEXTS, line(item, text))


def _evidence(of: Items) -> Iterable[ByHand]:
    def part(find: Callable[[Any], Any], text: str) -> Callable[[Any], Hand]:
        def go(driver: Any) -> Hand:
            driver.desk.show_page("evidence")
            page = driver.desk.page("evidence")
            page.open(of.source)
            return typing(find(page.open_source.view), text, page.flush)

        return go

    def kind(driver: Any) -> Hand:
        driver.desk.show_page("evidence")
        page = driver.desk.page("evidence")
        page.open(of.source)
        return choosing(page.open_source.view.kind, "observation")

    yield ByHand("evidence", "source", of.source, "kind", "survey", "meeting", "observation", kind)
    yield ByHand("evidence", "source", of.source, "day", *_DAYS, part(lambda v: v.day.box, "12/3/2026"))
    yield ByHand("evidence", "source", of.source, "title", *_TEXTS, part(lambda v: v.title.box, _TEXTS[2]))
    yield ByHand("evidence", "source", of.source, "who", *_TEXTS, part(lambda v: v.who.box, _TEXTS[2]))
    yield ByHand("evidence", "source", of.source, "note", *_TEXTS, part(lambda v: v.note.box, _TEXTS[2]))
    for field in ("asked", "answered"):
        people = part(lambda v, field=field: v.survey.people[field].box, "0")
        yield ByHand("evidence", "source", of.source, field, 30, 31, 0, people)
    for field, held in (("question", _TEXTS), ("said", _TEXTS), ("count", (3, 4, 0)), ("of", (0, 8, 9))):
        figure = part(lambda v, field=field: v.survey.boxes[of.score].lines[field].box, str(held[2]))
        yield ByHand("evidence", "score", of.score, field, *held, figure)
    said = part(lambda v: v.links.boxes["1.1.1a"].note.box, _TEXTS[2])
    yield ByHand("evidence", "bearing", f"{of.source}/1.1.1a", "note", *_TEXTS, said)


def _ratings() -> Iterable[ByHand]:
    def given(driver: Any) -> Any:
        driver.desk.show_page("ratings")
        return driver.desk.page("ratings").panels["V1"].given["V1.2"]

    def panel(driver: Any) -> Any:
        driver.desk.show_page("ratings")
        of = driver.desk.page("ratings").panels["2.1"]
        of.panel.set_open(True)
        return of.panel.inside

    def word(of: Callable[[Any], Any]) -> Callable[[Any], Hand]:
        return lambda driver: pressing(of(driver).words, "3", lambda: of(driver).words.word)

    def text(of: Callable[[Any], Any], name: str) -> Callable[[Any], Hand]:
        return lambda driver: typing(getattr(of(driver), name).box, _TEXTS[2], driver.desk.page("ratings").flush)

    words = ("Outstanding", "Inadequate", "Good")
    yield ByHand("ratings", "rating", "V1.2", "rating", *words, word(given))
    yield ByHand("ratings", "rating", "V1.2", "rationale", *_TEXTS, text(given, "rationale"))
    yield ByHand("ratings", "panel", "2.1", "to", *words, word(panel))
    yield ByHand("ratings", "panel", "2.1", "reason", *_TEXTS, text(panel, "reason"))
    yield ByHand(
        "ratings", "panel", "2.1", "question", None, "2.1.1", "2.1.2", lambda d: choosing(panel(d).question, "2.1.2")
    )


def with_stars() -> list[ByHand]:
    """The fields of a framework in which themes have stars and scores."""

    def given(driver: Any) -> Any:
        driver.desk.show_page("ratings")
        return driver.desk.page("ratings").panels["T1"].given["T1"]

    def stars(driver: Any) -> Hand:
        return pressing(given(driver).words, "3", lambda: given(driver).words.word)

    def score(driver: Any) -> Hand:
        return typing(given(driver).score.box, "0", driver.desk.page("ratings").flush)

    return [
        ByHand("ratings", "rating", "T1", "stars", 1, 2, 3, stars),
        ByHand("ratings", "rating", "T1", "case_score", 70, 80, 0, score),
    ]


def _findings(of: Items) -> Iterable[ByHand]:
    def section(driver: Any, ref: str) -> Any:
        driver.desk.show_page("findings")
        page = driver.desk.page("findings")
        page._show_section(ref)
        return page

    def text(ref: str, item: str) -> Callable[[Any], Hand]:
        def go(driver: Any) -> Hand:
            page = section(driver, ref)
            box = next(found.note.box for found in page.findChildren(TextItem) if found.row.id == item)
            return typing(box, _TEXTS[2], page.flush)

        return go

    def owner(driver: Any) -> Hand:
        page = section(driver, RECOMMENDATIONS)
        box = next(found.owner for found in page.findChildren(TextList) if of.recommendation in found.items)
        return typing(box, _TEXTS[2], page.flush)

    def marking_(driver: Any) -> Hand:
        page = section(driver, "2.1")
        return typing(page.desk.marking, _TEXTS[2], page.flush)

    yield ByHand("findings", "inspection", "inspection", "marking", *_TEXTS, marking_)
    yield ByHand("findings", "finding", of.finding, "text", *_TEXTS, text("2.1", of.finding))
    of_it = text(RECOMMENDATIONS, of.recommendation)
    yield ByHand("findings", "recommendation", of.recommendation, "text", *_TEXTS, of_it)
    yield ByHand("findings", "recommendation", of.recommendation, "to", *_TEXTS, owner)


def _week(workspace: Workspace, of: Items) -> Iterable[ByHand]:
    def editor(driver: Any) -> EventEditor:
        driver.desk.show_page("week")
        page = driver.desk.page("week")
        if not page.findChildren(EventEditor):
            page._open(of.event)
        found: EventEditor = page.findChildren(EventEditor)[-1]
        return found

    def flush(driver: Any) -> Callable[[], object]:
        return lambda: driver.desk.page("week").flush()

    def line(name: str, text: str) -> Callable[[Any], Hand]:
        return lambda driver: typing(getattr(editor(driver), name), text, flush(driver))

    def choice(name: str, value: str) -> Callable[[Any], Hand]:
        return lambda driver: replace(
            choosing(getattr(editor(driver), name), value), shows=lambda: getattr(editor(driver), name).currentData()
        )

    people = [person.id for person in workspace.team()]
    cases = [of.judged, of.blind, of.case]
    yield ByHand("week", "event", of.event, "title", *_TEXTS, line("title", _TEXTS[2]))
    yield ByHand("week", "event", of.event, "time", "09:30", "10:00", "11:15", line("time", "11.15"))
    yield ByHand("week", "event", of.event, "kind", "meeting", "case", "other", choice("kind", "other"))
    yield ByHand("week", "event", of.event, "person", None, people[1], people[0], choice("person", people[0]))
    yield ByHand("week", "event", of.event, "case", *cases, choice("case", cases[2]))
    yield ByHand("week", "event", of.event, "day", *_DAYS, choice("day", _DAYS[2]))


def _concern(workspace: Workspace, of: Items) -> Iterable[ByHand]:
    def card(driver: Any) -> Any:
        driver.desk.show_page("concerns")
        return driver.desk.page("concerns").cards[of.concern]

    def note(field: str) -> Callable[[Any], Hand]:
        return lambda driver: typing(card(driver).notes[field].box, _TEXTS[2], card(driver).flush)

    def line(field: str, text: str) -> Callable[[Any], Hand]:
        return lambda driver: typing(card(driver).lines[field], text, card(driver).flush)

    for field in ("what", "told", "outcome"):
        yield ByHand("concerns", "concern", of.concern, field, *_TEXTS, note(field))
    for field in ("day", "told_day"):
        yield ByHand("concerns", "concern", of.concern, field, *_DAYS, line(field, "12/3/2026"))
    for field in ("time", "told_time"):
        yield ByHand("concerns", "concern", of.concern, field, "09:30", "10:00", "11:15", line(field, "11.15"))
    cases = (of.judged, of.blind, of.case)
    yield ByHand("concerns", "concern", of.concern, "case", *cases, lambda d: choosing(card(d).case, of.case))


def _setting_up() -> Iterable[ByHand]:
    def page(driver: Any) -> Any:
        driver.desk.show_page("setup")
        return driver.desk.page("setup")

    def day(step: str, name: str, value: str) -> Callable[[Any], Hand]:
        return lambda driver: dating(getattr(getattr(page(driver), step), name), value, page(driver).flush)

    def nation(driver: Any) -> Hand:
        return clicking(page(driver).dates._nations.button(1))

    whole = ("inspection", "inspection")
    yield ByHand(
        "setting up", *whole, "start", "2026-03-09", "2026-03-02", "2026-03-10", day("dates", "start", "2026-03-10")
    )
    yield ByHand(
        "setting up", *whole, "end", "2026-03-20", "2026-03-19", "2026-03-27", day("dates", "end", "2026-03-27")
    )
    yield ByHand("setting up", *whole, "nation", None, "england", "wales", nation)
    for field, name, days in (
        ("return_start", "start", ("2026-04-20", "2026-04-21", "2026-04-22")),
        ("return_end", "end", ("2026-04-24", "2026-04-27", "2026-04-28")),
    ):
        yield ByHand("setting up", *whole, field, *days, day("return_", name, days[2]))
