"""Every field of the list (domain/fields.py) is known wherever fields are read, written, shown or kept back."""

import io
import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from inspector_app.core.domain.fields import CASE, ENTITIES, INSPECTION, RATING, Entity, Field, Kind, Value
from inspector_app.core.domain.finding.search import Query
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.domain.whose import RULES, Else
from inspector_app.core.interchange.case_list_headings import personal, tidied
from inspector_app.core.paths import resources
from inspector_app.core.services.cases import case_facts, conflicts, marking
from inspector_app.core.services.documents import case_lists, exchange, paper
from inspector_app.core.services.results import breakdowns, reports
from inspector_app.core.services.search import finding
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log.held import held_by
from inspector_app.ui.words import conflict as words
from tests.services.colleagues import Team

WORDS, STARS = "iyjwcv-2025", "fji-2014"
LISTED = [entity for entity in ENTITIES.values() if entity.listed is not None]
ALL = [pytest.param(e, f, id=f"{e.code}.{f.code}") for e in ENTITIES.values() for f in e.fields]
DOCUMENTED = [(e, f) for e in LISTED for f in e.documented]
OF_STARS = {"stars", "case_score"}  # only a framework that rates in stars has them
COLUMNS = [field for field in CASE.fields if field.headings]  # of a list of cases
# What an item says beside its fields: whose it is, what it is about, and what is listed within it.
ABOUT: dict[str, set[str]] = {
    "": {"format", "version", "framework", "unread", *(str(e.listed) for e in LISTED if e.listed and "." not in e.listed)},
    "team": {"id"}, "judgements": {"case", "question", "by"}, "prompts": {"case", "question", "prompt", "by"},
    "totals": {"question"},
    "caseload": {"sample", "characteristic"},
    "ratings": {"standard", "question"}, "panel": {"standard"}, "interviews": {"case"},
    "findings": {"rests_on"}, "recommendations": {"rests_on"},
    "findings.rests_on": {"case", "question", "prompt", "source", "finding"},
    "concerns": {"people_told"}, "sources": {"figures", "bears_on"}, "sources.bears_on": {"on"},
}  # fmt: skip


class Filled:
    """A workspace in which one thing of each kind has every field set; ids and values by entity and field."""

    def __init__(self, workspace: Workspace, framework: str = WORDS) -> None:
        self.workspace, person = workspace, "somebody"
        case = workspace.case_id("C01") if framework == WORDS else workspace.add_case("C01", "cases")
        rated = "1.1" if framework == WORDS else "T1"
        self.ids = {
            "inspection": "inspection", "person": person, "case": case, "interview": f"{case}/one",
            "judgement": f"{case}/2.1.1", "prompt": f"{case}/2.1.1/a", "rating": rated, "panel": "2.2",
            "totals": "2.2.1", "score": "source/one", "bearing": "source/1.1.2a", "comment": f"{case}/remark",
            "review": case, "second": case, "marking": f"{case}/{person}",
            "second_judgement": f"{case}/2.1.1@{person}", "second_prompt": f"{case}/2.1.1/a@{person}",
            "support": "finding/one", "summary": f"{case}/2.1.1", "seat": person, "own_rating": f"2.1/{person}",
            "caseload": "children/type", "informed": "concern/one",
            "agreed_judgement": f"{case}/2.1.1", "agreed_prompt": f"{case}/2.1.1/a",
            "verified_judgement": f"{case}/2.1.1", "verified_prompt": f"{case}/2.1.1/a",
        }  # fmt: skip
        sample = workspace.framework.samples[0].code
        self.given: dict[tuple[str, str], Value] = {
            ("case", "ref"): "C01", ("case", "sample"): sample, ("case", "inspector"): person, ("event", "case"): case,
            ("event", "person"): person, ("concern", "case"): case, ("rating", "rating"): "Good", ("panel", "to"): "Good",
            ("panel", "question"): "2.2.2", ("finding", "standard"): "2.1", ("totals", "yes"): 3,
            ("caseload", "counts"): "bail 9\nremand 4",
            ("event", "time"): "09:30", ("event", "end"): "10:30", ("concern", "time"): "09:30",
            ("concern", "told_time"): "09:40", ("informed", "time"): "09:50",
            ("support", "on"): f"case/{case}",
            ("rating", "stars"): 3, ("comment", "about"): f"{case}/2.1.1", ("second", "marker"): "",
            ("inspection", "end"): "2026-03-28",
        }  # fmt: skip

    def id(self, entity: Entity) -> EntityId:
        return EntityId(self.ids.get(entity.code, entity.code))

    def value(self, entity: Entity, field: Field) -> Value:
        """A value for the field that no other field has, where its kind allows."""
        number = [f.code for f in entity.fields].index(field.code) + 1
        of_kind: dict[Kind, Value] = {
            Kind.TEXT: f"{entity.code}-{field.code}", Kind.NUMBER: 10 + number, Kind.FLAG: True,
            Kind.CHOICE: (*field.choices, "")[0], Kind.DATE: date(2026, 3, number).isoformat(),
            Kind.SPANS: "2026-03-06/2026-03-08 2026-03-14/2026-03-14",
        }  # fmt: skip
        return self.given.get((entity.code, field.code), of_kind[field.kind])

    def fill(self, *entities: Entity, leave: frozenset[str] = frozenset({"deleted", "signing", "sealing"})) -> None:
        """Give every field of these a value: but what takes a thing away, and keys, which nobody types."""
        for entity in entities:
            wanted = [f for f in entity.fields if f.code not in leave]
            item = self.id(entity)
            self.workspace.editor.do(item, [Edit(entity.code, item, f.code, self.value(entity, f)) for f in wanted])

    def held(self, entity: Entity, field: Field) -> Value:
        with self.workspace.database.read() as connection:
            return held_by(connection, (entity.code, self.id(entity), field.code))[0]


def _filled(make: Callable[..., Workspace], framework: str) -> Filled:
    if framework == STARS:
        made = Filled(make("Stars", STARS), STARS)
        made.fill(INSPECTION)
        made.fill(RATING, leave=frozenset({"rating"}))
        return made
    workspace = make("Words")
    workspace.add_case("C01", "children")
    made = Filled(workspace)
    made.fill(*(e for e in LISTED if e is not RATING))
    made.fill(RATING, leave=frozenset(OF_STARS))
    return made


def _exported(workspace: Workspace, path: Path) -> dict[str, Any]:
    exchange.export(workspace, path)
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _within(tree: Any, path: str) -> Iterator[Any]:
    """The objects at a path such as "sources.figures", and whatever stands at "fieldwork.start"."""
    if isinstance(tree, list):
        for item in tree:
            yield from _within(item, path)
    elif not path:
        yield tree
    elif isinstance(tree, dict):
        first, _, rest = path.partition(".")
        yield from _within(tree[first], rest) if first in tree else ()


def _written_spans(text: str) -> list[object]:
    """As a document has them, one after another."""
    return [dict(zip(("start", "end"), span.split("/"), strict=True)) for span in text.split()]


# documents


@pytest.mark.parametrize("framework", [WORDS, STARS])
def test_an_export_has_every_field_at_its_key(
    framework: str, make_workspace: Callable[..., Workspace], tmp_path: Path
) -> None:
    filled = _filled(make_workspace, framework)
    tree = _exported(filled.workspace, tmp_path / "out.json")
    refs, there = {filled.ids["case"]: "C01"}, {"Ruth Ashdown", "Lead inspector"}
    wanted = [(e, f) for e, f in DOCUMENTED if f.code not in OF_STARS] if framework == WORDS else []
    for entity, field in wanted or [(RATING, RATING.field(code)) for code in OF_STARS]:
        value = filled.value(entity, field)
        path = f"{entity.listed}.{field.key}".lstrip(".")
        said = [held for held in _within(tree, path) if isinstance(held, dict) or held not in there]
        expected = _written_spans(str(value)) if field.kind is Kind.SPANS else [refs.get(str(value), value)]
        assert said == expected, path


@pytest.mark.parametrize("framework", [WORDS, STARS])
def test_an_import_brings_every_field_into_another_workspace(
    framework: str, make_workspace: Callable[..., Workspace], tmp_path: Path
) -> None:
    filled = _filled(make_workspace, framework)
    _exported(filled.workspace, tmp_path / "one.json")
    before = (tmp_path / "one.json").read_text(encoding="utf-8")
    other = make_workspace("Other", framework)
    own = [Edit("inspection", EntityId("inspection"), f.code, filled.held(INSPECTION, f)) for f in INSPECTION.fields]
    other.editor.do(EntityId("inspection"), [e for e in own if INSPECTION.field(e.field).needed])  # as it was set up
    exchange.import_file(other, tmp_path / "one.json")
    _exported(other, tmp_path / "two.json")
    after = (tmp_path / "two.json").read_text(encoding="utf-8")
    for person in other.team():
        after = after.replace(person.id, filled.ids["person"] if person.name == "person-name" else person.id)
    assert after == before
    assert other.problems() == []


def test_what_is_in_no_document_is_not_exported(workspace: Workspace, tmp_path: Path) -> None:
    filled = Filled(workspace)
    filled.fill(*ENTITIES.values())
    _exported(workspace, tmp_path / "out.json")
    text = (tmp_path / "out.json").read_text(encoding="utf-8")
    documented = {(e.code, f.code) for e, f in DOCUMENTED}
    hidden = [
        (e, f)
        for e in ENTITIES.values()
        for f in e.fields
        if f.kind is Kind.TEXT and (e.code, f.code) not in documented
    ]
    assert len(hidden) > 5
    assert [f"{e.code}.{f.code}" for e, f in hidden if f"{e.code}-{f.code}" in text] == []


def _properties(schema: Any, path: str) -> dict[str, Any]:
    """The keys that the schema allows in the items of a list ("" for the document itself)."""
    node = schema
    for part in path.split(".") if path else ():
        node = node["properties"][part]["items"]
    found: dict[str, Any] = node["properties"]
    return found


def _allowed(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    return schema["$defs"][node["$ref"].rpartition("/")[2]] if "$ref" in node else node  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    path = resources() / "schemas" / "inspection.schema.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("entity", LISTED, ids=lambda e: e.code)
def test_the_schema_has_the_keys_of_the_list_and_no_others(entity: Entity, schema: dict[str, Any]) -> None:
    keys = {field.key.partition(".")[0] for field in entity.documented}
    assert set(_properties(schema, str(entity.listed))) == keys | ABOUT.get(str(entity.listed), set())


@pytest.mark.parametrize(("entity", "field"), [pytest.param(e, f, id=f"{e.code}.{f.code}") for e, f in DOCUMENTED])
def test_the_schema_allows_at_each_key_what_its_field_holds(
    entity: Entity, field: Field, schema: dict[str, Any]
) -> None:
    outer, _, inner = field.key.rpartition(".")
    keys = _properties(schema, str(entity.listed))
    node = _allowed((keys[outer]["properties"] if outer else keys)[inner], schema)
    if field.kind is Kind.CHOICE:
        assert set(node["enum"]) - {None} == set(field.choices)
    else:
        names = {Kind.TEXT: "string", Kind.DATE: "string", Kind.NUMBER: "integer", Kind.FLAG: "boolean"}
        names[Kind.SPANS] = "array"
        assert names[field.kind] in node["type"]
        assert ("[0-9]{4}-" in node.get("pattern", "")) == (field.kind is Kind.DATE)


# lists of cases


def test_no_heading_is_that_of_two_columns() -> None:
    headings = [heading for column in COLUMNS for heading in column.headings]
    assert len(headings) == len(set(headings))
    assert [heading for heading in headings if tidied(heading) != heading or personal(heading)] == []
    assert {column.kind for column in COLUMNS} <= {Kind.TEXT, Kind.NUMBER, Kind.DATE}, "what a cell can be read as"


def test_a_list_of_cases_brings_every_column_it_can_have(workspace: Workspace, tmp_path: Path) -> None:
    filled = Filled(workspace)
    filled.given |= {("case", "ref"): "X9", ("case", "inspector"): "Ruth Ashdown"}
    row = [str(filled.value(CASE, column)) for column in COLUMNS]
    text = "\n".join(",".join(cells) for cells in ([c.headings[-1] for c in COLUMNS], row))
    (tmp_path / "list.csv").write_text(text, encoding="utf-8")
    listing = case_lists.open_list(tmp_path / "list.csv")
    assert case_lists.guess(listing, workspace.team()) == {column.code: place for place, column in enumerate(COLUMNS)}
    case_lists.import_cases(
        workspace, case_lists.read(workspace, listing, case_lists.guess(listing, workspace.team())).good
    )
    filled.ids["case"] = workspace.case_id("X9")
    filled.given["case", "inspector"] = workspace.me
    assert {c.code: filled.held(CASE, c) for c in COLUMNS} == {c.code: filled.value(CASE, c) for c in COLUMNS}


# facts and profile


def test_every_counted_field_is_in_the_profile(workspace: Workspace) -> None:
    filled = Filled(workspace)
    filled.fill(CASE)
    (children, *_) = breakdowns.read(workspace)
    counted = {one.title: {part.value for part in one.parts} for one in children.by}
    wanted = {f.name: f for f in CASE.fields if f.profile}
    assert list(counted) == list(wanted)
    assert {n for n, f in wanted.items() if f.kind is Kind.TEXT and filled.value(CASE, f) not in counted[n]} == set()


def test_every_suggested_field_offers_what_the_list_says_and_others_wrote(workspace: Workspace) -> None:
    filled = Filled(workspace)
    filled.fill(CASE)
    offered = case_facts.suggestions(workspace, "children").of_case
    wanted = {f.code: f for f in CASE.fields if f.suggested is not None}
    assert offered.keys() == wanted.keys()
    for code, field in wanted.items():
        assert set(field.suggested or ()) | {filled.value(CASE, field)} <= set(offered[code])


# history, search, conflict desk


@pytest.mark.parametrize(("entity", "field"), ALL)
def test_people_call_it_something_and_nothing_else_by_that_name(entity: Entity, field: Field) -> None:
    assert field.title[:1].islower()
    assert "_" not in field.title
    assert [f.code for f in entity.fields if f.title == field.title] == [field.code]
    assert entity.title[:1].isupper()


def test_every_searched_field_is_found_by_what_stands_in_it(workspace: Workspace) -> None:
    filled = Filled(workspace)
    filled.fill(*(e for e in ENTITIES.values() if not e.code.startswith("second")))
    searched = {(e.code, f.code) for e in ENTITIES.values() for f in e.fields if f.searched} - {("case", "ref")}
    found = {
        (row.entity, code)
        for entity, code in searched
        for group in finding.Finder(workspace).find(Query(f'"{entity}-{code}"')).groups
        for row in group.rows
    }
    assert found == {(entity, code) for entity, code in searched if not entity.startswith("second")}


def test_the_conflict_desk_knows_every_field_that_two_people_can_set_differently(people: Team) -> None:
    mine, theirs = Filled(people.lead), Filled(people.colleague("Bob"))
    mine.ids["second"] = people.lead.case_id("V01")  # on another case, for it hides the answers of its own
    twice = _marked_twice(people, theirs.workspace)
    mine.ids |= {"second_judgement": f"{twice}/2.1.1@{theirs.workspace.me}"}
    mine.ids |= {"second_prompt": f"{twice}/2.1.1/a@{theirs.workspace.me}"}
    by_hand = [(e, f) for e in ENTITIES.values() for f in e.fields if (e.code, f.code) not in _BY_AN_ACT]
    for entity, field in by_hand:
        one, other = _two(entity, field)
        mine.workspace.editor.set(entity.code, mine.id(entity), field.code, one)
        theirs.workspace.editor.set(entity.code, mine.id(entity), field.code, other)
    people.exchange()
    found = conflicts.conflicts(people.lead)
    assert {(c.entity, c.field) for c in found} == {
        (e.code, f.code)
        for e, f in by_hand
        if RULES[e.code, f.code].otherwise is not Else.NOTHING  # Bob's counts for none
    }
    places = [words.place(c) for c in found]
    assert len(set(places)) == len(places)
    for conflict in found:
        field = ENTITIES[conflict.entity].field(conflict.field)
        assert words.place(conflict).endswith(f": {field.title}")
        assert len({words.value(conflict, side.value, {}) for side in conflict.sides}) == 2
        conflicts.settle(people.lead, conflict, conflict.sides[0].value)
    left = conflicts.conflicts(people.lead)  # the case is nobody's now, and Bob's word as good as any
    assert {RULES[c.entity, c.field].otherwise for c in left} == {Else.NOTHING}
    for conflict in left:
        conflicts.settle(people.lead, conflict, conflict.sides[0].value)
    assert conflicts.conflicts(people.lead) == []


# What an act sets and the next such act settles, and what is said of cards, which nobody types or chooses between.
_OF_CARDS = {("person", field) for field in ("signing", "sealing", "card", "said", "withdrawn")}
_SEALED = ("inspection", "sealed")
_OF_MARKING = {("second", "first_marks"), ("second", "settled"), ("marking", "marks"), ("marking", "done")}
_BY_AN_ACT = {("review", "accepted"), ("review", "submitted"), _SEALED} | _OF_MARKING | _OF_CARDS


def _marked_twice(people: Team, second: Workspace) -> str:
    """A case that the lead and somebody have marked, so that what stands of both can be seen."""
    case = people.lead.case_id("C02")
    people.lead.editor.set("case", case, "inspector", people.lead.me)
    marking.ask(people.lead, case, second.me)
    people.exchange()
    for workspace in (people.lead, second):
        marking.done(workspace, case)
    people.exchange()
    return case


def _two(entity: Entity, field: Field) -> tuple[Value, Value]:
    """Two values that two people may have given a field."""
    if field.kind is Kind.CHOICE:
        return field.choices[0], field.choices[1]
    if field.kind is Kind.FLAG:
        return True, False
    of_kind = {Kind.TEXT: "one", Kind.NUMBER: 1, Kind.DATE: "2026-03-01", Kind.SPANS: "2026-03-10/2026-03-10"}
    one = of_kind[field.kind]
    if field.kind is Kind.SPANS:
        return one, "2026-03-10/2026-03-10 2026-03-12/2026-03-13"
    return one, {Kind.TEXT: "another", Kind.NUMBER: 2, Kind.DATE: "2026-03-02"}[field.kind]


# what is personal


def _pdf(made: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages).split())


def test_what_is_personal_is_in_no_draft_findings_and_on_no_blank_pack(workspace: Workspace) -> None:
    filled, now = Filled(workspace), datetime(2026, 3, 9, tzinfo=UTC)
    personal = [(e, f) for e in ENTITIES.values() for f in e.fields if f.personal]
    odd = {Kind.TEXT: "Zebra{}Fish", Kind.NUMBER: 77177, Kind.DATE: "1987-02-03"}
    for number, (entity, field) in enumerate(personal):
        value = odd[field.kind]
        filled.given[entity.code, field.code] = value.format(number) if isinstance(value, str) else value
    filled.fill(*ENTITIES.values())
    inspection = workspace.inspection()
    report = _pdf(reports.draft_findings(workspace.framework, inspection, now))
    blank = _pdf(paper.pack(workspace, [filled.ids["case"]], filled=False, as_at=now))
    for said in (report, blank):
        assert [sign for sign in ("Zebra", "77177", "1987", "87-02") if sign in said] == []
    assert "finding-text" in report, "what is not personal is there to be read"
    assert "Zebra" in _pdf(paper.pack(workspace, [filled.ids["case"]], filled=True, as_at=now))
    assert len(personal) > 15
