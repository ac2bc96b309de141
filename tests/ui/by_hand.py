"""Every field that somebody types or chooses in the window, place by place, each with the way to its real widget."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt

from inspector_app.core.domain.cases.case_facts import FACTS
from inspector_app.core.domain.fields import Kind, Value
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.findings.section_list import PREVIOUS, RECOMMENDATIONS
from inspector_app.ui.places.findings.texts.text_item import TextItem
from inspector_app.ui.places.findings.texts.text_list import TextList
from inspector_app.ui.places.week.event_editor import EventEditor
from tests.ui.hands import ByHand, Hand, Items, choosing, clicking, dating, pressing, typing


def by_hand(workspace: Workspace, of: Items) -> list[ByHand]:
    """Every field that is typed or chosen, but those of frameworks with stars (`with_stars`)."""
    return [
        *_case_facts(of), *_interview(of), *_answers(of), *_on_paper(of), *_evidence(of), *_ratings(), *_totals(),
        *_findings(of), *_week(workspace, of), *_concern(workspace, of), *_points(of), *_told(of), *_caseload(of),
        *_setting_up(),
    ]  # fmt: skip


_TEXTS = ("as it was", "as Bob has it", "as Ruth types it")
_DAYS = ("2026-03-10", "2026-03-11", "2026-03-12")
# Three values of a kind, and how the last of them is typed.
_OF_KIND: dict[Kind, tuple[Value, Value, Value, str]] = {
    Kind.TEXT: (*_TEXTS, _TEXTS[2]), Kind.NUMBER: (15, 16, 17, "17"), Kind.DATE: (*_DAYS, "12/3/2026"),
}  # fmt: skip


def _case_facts(of: Items) -> Iterable[ByHand]:
    def line(field: str, text: str) -> Callable[[Any], Hand]:
        def go(driver: Any) -> Hand:
            panel = _facts(driver, of.case)
            box = panel.ref.box if field == "ref" else panel.lines[field].box
            return typing(box, text, panel.flush)

        return go

    facts = {field.code: _OF_KIND[field.kind] for field in FACTS}  # a new fact of a case is tried by itself
    for field, (*held, typed) in {"ref": ("C03", "C03 Bob", "C03 Ruth", "C03 Ruth"), **facts}.items():
        yield ByHand("case", "case", of.case, field, *held, line(field, str(typed)))

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
                return pressing(found, "-", lambda: found.answer and found.answer.value, page.flush, settles=True)
            found.enter_note()
            return typing(found.note.box, _TEXTS[2], page.flush)

        return go

    for case, prefix in ((of.judged, ""), (of.blind, "second_")):
        for kind, path, prompt, text in (("judgement", "2.1.1", "", "rationale"), ("prompt", "2.1.1/a", "a", "note")):
            entity, item = f"{prefix}{kind}", f"{case}/{path}{f'@{of.me}' if prefix else ''}"
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
                return pressing(keying.list, "-", answered, keying.flush, settles=True)
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


def _standard(driver: Any, ref: str) -> Any:
    """What stands beside the table of ratings for a standard, or for that of a key question."""
    driver.desk.show_page("ratings")
    page = driver.desk.page("ratings")
    page.show_standard(ref)
    return page.card(page.table.list.line.standard)


def _ratings() -> Iterable[ByHand]:
    def given(driver: Any) -> Any:
        return _standard(driver, "V1").given["V1.2"]

    def panel(driver: Any) -> Any:
        of = _standard(driver, "2.1")
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

    def members(driver: Any) -> Hand:
        return typing(panel(driver).members, _TEXTS[2], driver.desk.page("ratings").flush)

    yield ByHand("ratings", "panel", "2.1", "members", *_TEXTS, members)
    yield ByHand(
        "ratings", "panel", "2.1", "question", None, "2.1.1", "2.1.2", lambda d: choosing(panel(d).question, "2.1.2")
    )


def _totals() -> Iterable[ByHand]:
    """Of a key question on which no case is judged."""

    def box(field: str) -> Callable[[Any], Hand]:
        def go(driver: Any) -> Hand:
            question = _standard(driver, "2.3.2").questions["2.3.2"]
            page = driver.desk.page("ratings")
            return typing(getattr(question.totals, field), "7" if field == "yes" else "17", page.flush)

        return go

    yield ByHand("ratings", "totals", "2.3.2", "of", 15, 16, 17, box("of"))
    yield ByHand("ratings", "totals", "2.3.2", "yes", 5, 6, 7, box("yes"))


def with_stars() -> list[ByHand]:
    """The fields of a framework in which themes have stars and scores."""

    def given(driver: Any) -> Any:
        return _standard(driver, "T1").given["T1"]

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

    def owner(ref: str, item: str) -> Callable[[Any], Hand]:
        def go(driver: Any) -> Hand:
            page = section(driver, ref)
            box = next(found.owner for found in page.findChildren(TextList) if item in found.items)
            return typing(box, _TEXTS[2], page.flush)

        return go

    def beside(ref: str, item: str, value: Value = "", typed: str = "") -> Callable[[Any], Hand]:
        def go(driver: Any) -> Hand:
            page = section(driver, ref)
            found = next(found.beside for found in page.findChildren(TextItem) if found.row.id == item)
            return choosing(found.box, value) if value else typing(found.line.box, typed, page.flush)

        return go

    def summary(driver: Any) -> Hand:
        pane = section(driver, "2.1").desk.side.summaries
        driver.desk.page("findings")._summarizing.enter()
        rows = [pane.lines.item(n).data(Qt.ItemDataRole.UserRole) for n in range(pane.lines.count())]
        pane.lines.setCurrentRow(rows.index(f"{of.judged}/2.1.1"))
        return typing(pane.line.box, _TEXTS[2], pane.flush)

    yield ByHand("findings", "summary", f"{of.judged}/2.1.1", "text", *_TEXTS, summary)

    def marking_(driver: Any) -> Hand:
        page = section(driver, "2.1")
        return typing(page.desk.marking, _TEXTS[2], page.flush)

    yield ByHand("findings", "inspection", "inspection", "marking", *_TEXTS, marking_)
    yield ByHand("findings", "finding", of.finding, "text", *_TEXTS, text("2.1", of.finding))
    of_it = text(RECOMMENDATIONS, of.recommendation)
    yield ByHand("findings", "recommendation", of.recommendation, "text", *_TEXTS, of_it)
    yield ByHand(
        "findings", "recommendation", of.recommendation, "to", *_TEXTS, owner(RECOMMENDATIONS, of.recommendation)
    )
    words = ("high", "medium", "low", beside(RECOMMENDATIONS, of.recommendation, "low"))
    yield ByHand("findings", "recommendation", of.recommendation, "priority", *words)
    day = beside(RECOMMENDATIONS, of.recommendation, typed="12/3/2026")
    yield ByHand("findings", "recommendation", of.recommendation, "due", *_DAYS, day)
    yield ByHand("findings", "previous", of.previous, "text", *_TEXTS, text(PREVIOUS, of.previous))
    yield ByHand("findings", "previous", of.previous, "to", *_TEXTS, owner(PREVIOUS, of.previous))
    outcome = ("done", "partly", "not", beside(PREVIOUS, of.previous, "not"))
    yield ByHand("findings", "previous", of.previous, "outcome", *outcome)
    yield ByHand("findings", "previous", of.previous, "note", *_TEXTS, beside(PREVIOUS, of.previous, typed=_TEXTS[2]))


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
    yield ByHand("week", "event", of.event, "end", "10:30", "11:00", "12:15", line("end", "12.15"))
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

    def told(field: str, text: str) -> Callable[[Any], Hand]:
        def go(driver: Any) -> Hand:
            line = card(driver).people.lines[of.informed]
            if line.change.text() == "Change":
                line.change.click()
            return typing(line.agreed.box if field == "agreed" else line.lines[field], text, card(driver).flush)

        return go

    for field in ("whom", "by", "agreed"):
        yield ByHand("concerns", "informed", of.informed, field, *_TEXTS, told(field, _TEXTS[2]))
    yield ByHand("concerns", "informed", of.informed, "day", *_DAYS, told("day", "12/3/2026"))
    yield ByHand("concerns", "informed", of.informed, "time", "09:30", "10:00", "11:15", told("time", "11.15"))
    for field in ("day", "told_day"):
        yield ByHand("concerns", "concern", of.concern, field, *_DAYS, line(field, "12/3/2026"))
    for field in ("time", "told_time"):
        yield ByHand("concerns", "concern", of.concern, field, "09:30", "10:00", "11:15", line(field, "11.15"))
    cases = (of.judged, of.blind, of.case)
    yield ByHand("concerns", "concern", of.concern, "case", *cases, lambda d: choosing(card(d).case, of.case))


def _points(of: Items) -> Iterable[ByHand]:
    def view(driver: Any) -> Any:
        driver.desk.show_page("accuracy")
        return driver.desk.page("accuracy").view

    def choice(field: str, value: str) -> Callable[[Any], Hand]:
        return lambda driver: choosing(getattr(view(driver), field), value)

    kinds, decisions = ("slip", "fact", "information"), ("accepted", "partly", "not")
    yield ByHand("accuracy", "point", of.point, "kind", *kinds, choice("kind", kinds[2]))
    yield ByHand("accuracy", "point", of.point, "decision", *decisions, choice("decision", decisions[2]))
    yield ByHand(
        "accuracy", "point", of.point, "reason", *_TEXTS, lambda d: typing(view(d).reason.box, _TEXTS[2], view(d).flush)
    )


def _told(of: Items) -> Iterable[ByHand]:
    def go(driver: Any) -> Hand:
        driver.desk.show_page("told")
        view = driver.desk.page("told").view
        return typing(view.why.box, _TEXTS[2], view.flush)

    yield ByHand("told", "told", of.told, "why", *_TEXTS, go)


def _caseload(_of: Items) -> Iterable[ByHand]:
    lines = ("bail 1", "bail 2", "bail 3")

    def go(driver: Any) -> Hand:
        driver.desk.show_page("profile")
        card = driver.desk.page("profile").cards["children"]
        card.given.set_open(True)
        return typing(card.given.inside.boxes["type"].box, lines[2], driver.desk.page("profile").flush)

    yield ByHand("profile", "caseload", "children/type", "counts", *lines, go)


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
        "setting up", *whole, "gaps", "2026-03-10/2026-03-10", "2026-03-11/2026-03-11",
        "2026-03-10/2026-03-10 2026-03-16/2026-03-22", lambda d: clicking(next(iter(page(d).dates.gaps.boxes.values()))),
    )  # fmt: skip
    yield ByHand(
        "setting up", *whole, "start", "2026-03-09", "2026-03-02", "2026-03-10", day("dates", "start", "2026-03-10")
    )
    yield ByHand(
        "setting up", *whole, "end", "2026-03-27", "2026-03-26", "2026-04-03", day("dates", "end", "2026-04-03")
    )
    yield ByHand("setting up", *whole, "nation", None, "england", "wales", nation)
    for field, name, days in (
        ("return_start", "start", ("2026-04-20", "2026-04-21", "2026-04-22")),
        ("return_end", "end", ("2026-04-24", "2026-04-27", "2026-04-28")),
    ):
        yield ByHand("setting up", *whole, field, *days, day("return_", name, days[2]))
