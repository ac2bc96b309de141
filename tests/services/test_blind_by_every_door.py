"""What the first marker writes changes nothing that the second marker's laptop shows, tells, counts or writes, by any door.

Everything is read before and after a package brings other answers and texts of the first: nothing may differ.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from inspector_app.core.domain.by_question import Order
from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.domain.finding.search import Query
from inspector_app.core.domain.returned.difference import Said
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import glances
from inspector_app.core.services.cases import (
    agreeing,
    allocation,
    case_facts,
    compare,
    conflicts,
    how_far,
    marking,
    open_case,
    removing,
    reviews,
    several,
    sharing,
    verifying,
)
from inspector_app.core.services.documents import archive, exchange, paper
from inspector_app.core.services.fieldwork import evidence, likely_sources, setting_up, week
from inspector_app.core.services.people import roles_given
from inspector_app.core.services.results import (
    accuracy,
    breakdowns,
    by_question,
    collected,
    copies,
    day_by_day,
    identifying,
    panel,
    panel_copy,
    ratings,
    reports,
    sealing,
    summaries,
    supporting,
    told,
    why,
)
from inspector_app.core.services.search import finding
from inspector_app.core.services.search.near_searches import near
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import journal
from tests.services.colleagues import Did, Team

pytestmark = pytest.mark.usefixtures("no_backups")

AT = datetime(2026, 3, 11, tzinfo=UTC)
Door = Callable[[Workspace, str, Path], object]


def _draft(workspace: Workspace, scope: Scope) -> object:
    inspection, copy = copies.of_workspace(workspace, scope)
    found = identifying.in_report(workspace, copy, inspection)
    return (
        inspection,
        copy,
        found,
        reports.draft_findings(workspace.framework, inspection, AT, copy=copy, ending=".html"),
    )


def _every_history(workspace: Workspace, case: str) -> Iterator[object]:
    """Of everything of which window or commands show one: the log names every item."""
    with workspace.database.read() as connection:
        items = sorted({(one.entity, one.entity_id) for one in journal.log(connection)})
    for entity, item in items:
        if entity not in ("person", "allowed"):
            yield entity, [(row.value, row.by) for row in workspace.history(entity, item)]


def _exported(workspace: Workspace, path: Path) -> str:
    exchange.export(workspace, path)
    return path.read_text(encoding="utf-8")


def _archived(workspace: Workspace) -> list[tuple[str, str]]:
    with ZipFile(BytesIO(archive.archive(workspace, AT))) as made:
        return [(name, made.read(name).decode()) for name in made.namelist()]


def _by_question(workspace: Workspace) -> object:
    sheet = by_question.read_sheet(workspace)
    columns = [by_question.asked(workspace, sheet, question) for question in workspace.framework.questions]
    return sheet, by_question.grouped(workspace, sheet, "", next(iter(Order)), "2.1.1"), columns


def _refused_or(attempt: Callable[[], object]) -> object:
    try:
        return attempt()
    except Expected as error:
        return error.code, str(error.facts)


DOORS: dict[str, Door] = {
    "case": lambda w, c, p: (open_case.whole_case(w, c), w.case_rows(), w.question_page(c, "2.1.1")),
    "next gap": lambda w, c, p: w.next_gap(c, "2.1.1", None),
    "history": lambda w, c, p: list(_every_history(w, c)),
    "inspection": lambda w, c, p: (w.inspection(), w.rated_from()),
    "ratings": lambda w, c, p: (ratings.rate(w.framework, w.rated_from()), ratings.contested(w), why.ways(w)),
    "panel": lambda w, c, p: [
        (panel.effects(w.framework, w.rated_from(), s.ref), panel.record(w, s.ref))
        for s in ratings.rate(w.framework, w.rated_from()).standards
    ],
    "seal": lambda w, c, p: (sealing.standing(w), sealing.figures(w)),
    "by key question": lambda w, c, p: _by_question(w),
    "compared": lambda w, c, p: [compare.on_cases(w, what) for what in compare.asked(w)],
    "conflicts": lambda w, c, p: (conflicts.count(w), conflicts.conflicts(w), conflicts.settled(w, "")),
    "reviews": lambda w, c, p: (reviews.stages(w), reviews.comments(w, c)),
    "second marking": lambda w, c, p: (
        marking.second_marking(w, c), marking.overall(w), _refused_or(lambda: agreeing.agreeing(w, c)),
    ),
    "week": lambda w, c, p: (week.plan(w), week.standing(w), week.waiting(w, week.standing(w))),
    "setting up": lambda w, c, p: (allocation.loads(w), sharing.cases(w), setting_up.sizes(w)),
    "evidence": lambda w, c, p: [
        evidence.reading(w, known, subject.ref) for known in [evidence.grid(w)] for subject in known.subjects
    ],
    "glance": lambda w, c, p: glances.read_glance(w.database, w.framework, w.me),
    "search": lambda w, c, p: [finding.Finder(w).find(Query(text)) for text in ("heron", "weir", "yes", "reason")],
    "near": lambda w, c, p: [near(finding.Finder(w), Query(text), Ticket()) for text in ("herom", "heron zebra", "otterz")],
    "paper": lambda w, c, p: (paper.keyed(w, c).lines, identifying.in_packs(w, [c], filled=True)),
    "panel's copy": lambda w, c, p: _draft(w, Scope.PANEL),
    "lead's copy": lambda w, c, p: _draft(w, Scope.LEAD),
    "service's copy": lambda w, c, p: _draft(w, Scope.SERVICE),
    "factual accuracy": lambda w, c, p: (rows := accuracy.rows(w), accuracy.effects(w, rows)),
    "told": lambda w, c, p: [(row, told.changed(w, row)) for row in told.rows(w)],
    "document": lambda w, c, p: _exported(w, p / "all.json"),
    "table": lambda w, c, p: _exported(w, p / "all.csv"),
    "archive": lambda w, c, p: _archived(w),
    "summaries": lambda w, c, p: [summaries.of_standard(w, s.ref) for s in w.framework.standards],
    "unused evidence": lambda w, c, p: [supporting.unused(w, s.ref, supporting.links(w)) for s in w.framework.standards],
    "likely evidence": lambda w, c, p: [
        likely_sources.on(w, known, subject.ref) for known in [evidence.grid(w)] for subject in known.subjects
    ],
    "profile": lambda w, c, p: (breakdowns.read(w), breakdowns.outside(w)),
    "day by day": lambda w, c, p: (day_by_day.days(w, AT), collected.of_open(w), panel_copy.told_then(w)),
    "acts": lambda w, c, p: (
        how_far.of_case(w, c), verifying.items(w, c), verifying.looked_at(w, c), several.possible(w, [c]),
        removing.untouched(w, [c]), case_facts.facts(w, c),
    ),
}  # fmt: skip


class Marked:
    """C01 is Ruth's; Tom was asked to mark it second, and has begun."""

    def __init__(self, people: Team) -> None:
        self.people, self.case = people, people.lead.case_id("C01")
        self.lead, self.tom = people.workspaces

    @classmethod
    def begun(cls, people: Team) -> None:
        people.colleague("Tom Okafor")
        marked = cls(people)
        marked.lead.editor.set("case", marked.case, "inspector", marked.lead.me)
        marking.ask(marked.lead, marked.case, marked.tom.me)
        marked.first("yes", "a heron by the weir")
        people.exchange()
        marked.tom.editor.set("second_judgement", f"{marked.case}/2.1.1@{marked.tom.me}", "answer", "no")

    def first(self, answer: str, text: str) -> None:
        """The first's answers to everything, each with a text."""
        _, pages = open_case.whole_case(self.lead, self.case)
        for page in pages:
            self.lead.editor.set("judgement", page.id, "answer", answer)
            self.lead.editor.set("judgement", page.id, "rationale", f"{text} {page.id}")
            for prompt in page.prompts:
                self.lead.editor.set("prompt", prompt.id, "answer", answer)
                self.lead.editor.set("prompt", prompt.id, "note", f"Strength: {text} {prompt.ref}\nQuotation: “{text}”")

    def seen(self, door: str, folder: Path) -> str:
        return repr(DOORS[door](self.tom, self.case, folder))


@pytest.fixture
def marked(after: Callable[[Did], Team]) -> Marked:
    return Marked(after(Marked.begun))


@pytest.mark.parametrize("door", DOORS)
def test_other_answers_of_the_first_change_nothing_for_the_second(marked: Marked, tmp_path: Path, door: str) -> None:
    before = marked.seen(door, tmp_path)
    marked.first("no", "an otter: Jane Smith, born 3.4.2011, SW1A 1AA")
    marked.people.give(marked.lead, marked.tom)
    after = marked.seen(door, tmp_path)
    assert after == before
    assert "otter" not in after


@pytest.mark.parametrize("door", DOORS)
def test_what_the_lead_does_with_the_first_marking_tells_the_second_nothing_of_it(
    marked: Marked, tmp_path: Path, door: str
) -> None:
    """Seals the ratings, and lets words of a pack leave."""
    marked.first("no", "an otter: Jane Smith, born 3.4.2011")
    found = identifying.in_packs(marked.lead, [marked.case], filled=True)
    identifying.allow(marked.lead, found, "the court knows")
    sealing.seal(marked.lead, tmp_path / "record.json")
    marked.people.give(marked.lead, marked.tom)
    told = marked.seen(door, tmp_path)
    assert "otter" not in told
    assert "Jane" not in told
    assert "3.4.2011" not in told
    assert "0 of 1" not in told


def test_ratings_that_were_noted_once_tell_who_marks_blind_nothing_by_any_door(marked: Marked, tmp_path: Path) -> None:
    """With a point on accuracy, with what was told, and by the panel, on two laptops: they count the first's answers."""
    lead, other = marked.lead, marked.people.colleague("Uma Price")
    marked.first("no", "a heron by the weir")
    marked.people.give(lead, other)
    rated = ratings.rate(lead.framework, lead.rated_from())
    (hidden, standard), *_ = [(s.computed, s.ref) for s in rated.standards if s.computed]
    for whom in (lead, other):
        point = accuracy.take_comment(whom, Said("k", "", "the service", "", "It was 2023", "2022"))
        told.add(whom, "the head of service")
        panel.record_decision(whom, standard, panel.Decision(None, "", "Ruth"), hidden, {})
    lead.editor.set("point", point, "rated", f"2.1\t{hidden} then")
    marked.people.exchange()
    assert ("point", point, "rated") in {(c.entity, c.id, c.field) for c in conflicts.conflicts(other)}
    for door in ("factual accuracy", "told", "history", "conflicts", "document", "archive"):
        assert hidden in repr(DOORS[door](other, marked.case, tmp_path)), door
        assert hidden not in marked.seen(door, tmp_path), door
    assert [one.computed for one in panel.records(marked.tom)] == []


def test_who_marks_blind_seals_no_ratings_since_they_lack_the_first_marking(marked: Marked, tmp_path: Path) -> None:
    roles_given.give(marked.lead, marked.tom.me, "Quality lead")
    marked.people.exchange()
    with pytest.raises(Expected) as refused:
        sealing.seal(marked.tom, tmp_path / "record.json")
    assert refused.value.code is Code.NOT_SEALABLE
    assert "C01" in str(refused.value.facts["why"])
    assert not (tmp_path / "record.json").exists()
    assert sealing.standing(marked.lead) is None


def test_the_list_of_inspections_counts_a_case_that_is_marked_blind_by_the_own_answers(marked: Marked) -> None:
    def judged() -> int:
        return glances.read_glance(marked.tom.database, marked.tom.framework, marked.tom.me)[1].judged

    assert judged() == 0
    for page in open_case.whole_case(marked.tom, marked.case)[1]:
        marked.tom.editor.set(page.entity, page.id, "answer", "no")
    assert judged() == 1
