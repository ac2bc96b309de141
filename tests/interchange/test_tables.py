"""Tables of judgements: what people and Excel make of them, and that a round trip loses nothing."""

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.core import paths
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer, Case, Inspection, Judgement, Person, PromptAnswer
from inspector_app.core.domain.text import alike
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import table
from inspector_app.core.interchange.frameworks.file import parse
from inspector_app.core.interchange.table import Table

HEADING = "case,sample,question,answer,note,inspector\n"


@cache
def framework(framework_id: str = "iyjwcv-2025") -> Framework:
    file = paths.resources() / "frameworks" / f"{framework_id}.json"
    return parse(file.read_text(encoding="utf-8"), file.name)


def read(text: str) -> Table:
    return table.read_csv(text.encode(), "t.csv", framework())


def workbook(*rows: list[Any]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def refusal(data: bytes, name: str = "t.csv") -> Expected:
    with pytest.raises(Expected) as caught:
        (table.read_xlsx if name.endswith("xlsx") else table.read_csv)(data, name, framework())
    return caught.value


def test_a_table_gives_cases_judgements_and_prompts() -> None:
    found = read(
        HEADING
        + 'C01,children,2.1.1,yes,"Enough, and more",Ann\nC01,,2.1.1/a,no,,Ann\nV01,,V1.1,na,,Bob\nC02,children,,,,\n'
    )
    assert found == Table(
        framework="iyjwcv-2025",
        team=(Person("Ann", "Ann"), Person("Bob", "Bob")),
        cases=(
            Case("C01", "C01", "children", inspector="Ann"),
            Case("V01", "V01", "victims", inspector="Bob"),
            Case("C02", "C02", "children"),
        ),
        judgements=(
            Judgement("C01", "2.1.1", Answer.YES, "Enough, and more", "Ann"),
            Judgement("V01", "V1.1", Answer.NA, by="Bob"),
        ),
        prompts=(PromptAnswer("C01", "2.1.1", "a", Answer.NO, by="Ann"),),
    )


@pytest.mark.parametrize(
    "text",
    [
        "case,sample,question,answer\nC01,children,2.1.1,yes\n",
        "\ufeffcase,sample,question,answer\r\nC01,children,2.1.1,yes\r\n",
        "Answer; CASE ;Question;Sample\nY;C01;2.1.1;Children\n",
        "case\tsample\tquestion\tanswer\tnote\nC01\t\t2.1.1\tYES\t\n",
        '"case","sample","question","answer",,\n\n"C01","","2.1.1","yes",,\n,,,,,\n',
    ],
)
def test_headings_order_separators_and_blank_lines_do_not_matter(text: str) -> None:
    assert read(text).judgements == (Judgement("C01", "2.1.1", Answer.YES),)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        *(("yes", Answer.YES), ("Y", Answer.YES), (" No ", Answer.NO), ("n", Answer.NO)),
        *(("NA", Answer.NA), ("N/A", Answer.NA), ("Not  applicable", Answer.NA), ("", None)),
    ],
)
def test_answers_are_understood_as_people_type_them(typed: str, answer: Answer | None) -> None:
    assert read(f"{HEADING}C01,,2.1.1,{typed},,\n").judgements == (Judgement("C01", "2.1.1", answer),)


@pytest.mark.parametrize("typed", ["2.1.1/b", "2.1.1b", "2.1.1 B", " 2.1.1 / b "])
def test_prompts_are_understood_as_people_type_them(typed: str) -> None:
    assert read(f"{HEADING}C01,,{typed},yes,Why,\n").prompts == (PromptAnswer("C01", "2.1.1", "b", Answer.YES, "Why"),)


_REFUSED = [
    ("", 1, "case", "empty"),
    ("\n\n", 1, "case", "empty"),
    ("case,sample,question\n", 1, "answer", "missing"),
    ("case,sample,question,answer,notes\n", 1, '"notes"', "headings are"),
    ("case,sample,question,answer,case\n", 1, "case", "twice"),
    (HEADING + ",,2.1.1,yes,,\n", 2, "case", "missing"),
    (HEADING + "C01,,,yes,,\n", 2, "question", "missing"),
    (HEADING + "C01,,,,,\n", 2, "sample", "which sample"),
    (HEADING + "C01,court,2.1.1,yes,,\n", 2, "sample", "not one of: children, victims"),
    (HEADING + "C01,,2.1.9,yes,,\n", 2, "question", "no key question"),
    (HEADING + "C01,,1.1.1,yes,,\n", 2, "question", "not judged case by case"),
    (HEADING + "C01,,2.1.1,maybe,,\n", 2, "answer", '"maybe" is not yes, no or na'),
    (HEADING + "C01,children,V1.1,yes,,\n", 2, "question", "sample victims"),
    (HEADING + "C01,,2.1.1,yes,,\n\nC01,,V1.1,yes,,\n", 4, "sample", "children by row 2"),
    (HEADING + 'C01,,2.1.1,yes,"a\nb",\nC01,,2.1.1,no,,\n', 3, "question", "row 2 says this"),
    (HEADING + "C01,,2.1.1,yes,a, b, c,d\n", 2, "G", "no heading"),
    (HEADING + 'C01,,2.1.1,yes,"a,\nC02,,2.1.1,yes,b,\n', 2, "(the whole row)", "quotation marks"),
    (HEADING + "C01,,02/01/2001,yes,,\n", 2, "question", "has made the date"),
    (HEADING + "C01,,2-Jan-01,yes,,\n", 2, "question", "format the column as Text"),
]


@pytest.mark.parametrize(("text", "row", "column", "words"), _REFUSED, ids=[w for *_, w in _REFUSED])
def test_a_wrong_row_is_refused_with_row_column_and_reason(text: str, row: int, column: str, words: str) -> None:
    error = refusal(text.encode())
    assert (error.code, error.facts["row"], error.facts["column"]) == (Code.TABLE_INVALID, row, column)
    assert words in str(error.facts["why"])


def test_a_table_in_the_windows_code_page_is_refused() -> None:
    error = refusal((HEADING + "C01,,2.1.1,yes,“quoted”,\n").encode("cp1252"))
    assert (error.code, error.facts["position"]) == (Code.NOT_TEXT, len(HEADING) + 15)  # the sixteenth byte of the row


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        (["C01", None, 2.1, "yes"], "Question", 'has made the number "2.1"'),
        (["C01", None, datetime(2001, 1, 2), "yes"], "Question", 'has made the date "2001-01-02"'),
        ([date(2001, 1, 2), None, "2.1.1", "yes"], "Case", "has made the date"),
        ([1.5, None, "2.1.1", "yes"], "Case", 'has made the number "1.5"'),
        (["C01", None, "2.1.1", "=A1"], "Answer", "never calculated"),
        (["C01", None, "2.1.1", "#N/A"], "Answer", "Excel error #N/A"),
        (["C01", None, "2.1.1", True], "Answer", "not yes, no or na"),
    ],
)
def test_what_excel_does_to_cells_is_refused_by_its_name(row: list[Any], column: str, words: str) -> None:
    error = refusal(workbook(["Case", "Sample", "Question", "Answer"], row), "t.xlsx")
    assert (error.code, error.facts["row"], error.facts["column"]) == (Code.TABLE_INVALID, 2, column)
    assert words in str(error.facts["why"])


def test_a_case_that_excel_took_for_a_number_keeps_its_name() -> None:
    data = workbook([], ["Case", "Sample", "Question", "Answer"], [], [101, None, "2.1.1", "yes"])
    assert table.read_xlsx(data, "t.xlsx", framework()).judgements == (Judgement("101", "2.1.1", Answer.YES),)


def test_a_formula_that_was_calculated_counts_with_its_value() -> None:
    data = workbook(["case", "sample", "question", "answer"], ["C01", None, "2.1.1", "=A1"])
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(kept, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(name, text.replace('<c r="D2"><f>A1</f><v />', '<c r="D2" t="str"><f>A1</f><v>yes</v>'))
    assert table.read_xlsx(kept.getvalue(), "t.xlsx", framework()).judgements[0].answer is Answer.YES


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "damaged"),
        (b"case,sample,question,answer\n", "damaged"),
        (zipped(hello=b"no workbook"), "damaged"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "old kind .xls"),
        (zipped(bomb=bytes(60_000_000)), "unpacks to 60 MB"),
    ],
    ids=["empty", "csv", "zip", "xls", "bomb"],
)
def test_what_is_no_workbook_is_refused(data: bytes, words: str) -> None:
    error = refusal(data, "t.xlsx")
    assert error.code is Code.WORKBOOK_UNREADABLE
    assert words in str(error.facts["why"])


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 6000), st.binary(min_size=1, max_size=40))
def test_a_damaged_workbook_is_read_or_refused(position: int, bytes_there: bytes) -> None:
    data = workbook(["case", "sample", "question", "answer"], ["C01", None, "2.1.1", "yes"])
    position %= len(data)
    try:
        found = table.read_xlsx(data[:position] + bytes_there + data[position + 1 :], "t.xlsx", framework())
    except Expected as error:
        found = error
    assert isinstance(found, Table) or found.code in {Code.TABLE_INVALID, Code.WORKBOOK_UNREADABLE}


def test_formulas_in_notes_go_out_as_text() -> None:
    inspection = replace(
        read(HEADING + "C01,,2.1.1,yes,,\n").as_inspection("Anyshire", date(2025, 3, 24)),
        judgements=(Judgement("C01", "2.1.1", Answer.YES, '=HYPERLINK("x")'),),
    )
    assert b"'=HYPERLINK" in b"".join(table.write_csv(inspection))
    sheet = openpyxl.load_workbook(io.BytesIO(table.write_xlsx(inspection))).active
    assert sheet is not None
    assert (sheet["E2"].value, sheet["E2"].data_type) == ('=HYPERLINK("x")', "s")


def test_a_note_longer_than_a_cell_of_excel_is_refused_and_not_cut() -> None:
    inspection = read(f"{HEADING}C01,,2.1.1,yes,{'x' * 200_000},\n").as_inspection("Anyshire", date(2025, 3, 24))
    with pytest.raises(Expected) as caught:
        table.write_xlsx(inspection)
    assert (caught.value.facts["row"], caught.value.facts["column"]) == (2, "note")
    assert (
        table.read_csv(b"".join(table.write_csv(inspection)), "t.csv", framework()).judgements == inspection.judgements
    )


def test_a_frameworks_own_samples_are_understood() -> None:
    data = b"case,sample,question,answer\nA1,Out-of-Court,3.1.1,yes\n"
    assert table.read_csv(data, "t.csv", framework("yos-2018")).cases == (Case("A1", "A1", "out-of-court"),)


_NAMES = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8)


def _names(most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(_NAMES.map(tidied).filter(bool), unique_by=alike.key, max_size=most)


_CSV = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ["=1", "'=1", "''", "'", "-", "@x"]
)
# An Excel file has one kind of line end and no control characters.
_XLSX = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]) | st.just("\n"), max_size=30) | st.just("=1+1")


@st.composite
def tables(draw: st.DrawFn, notes: st.SearchStrategy[str]) -> Inspection:
    people = [Person(name, name) for name in draw(_names(3))]
    by = st.sampled_from(["", *(p.name for p in people)])
    samples = st.sampled_from(["children", "victims"])
    cases = [Case(r, r, draw(samples), inspector=draw(by)) for r in draw(_names(4))]
    answers = st.sampled_from([None, *Answer])
    asked = [(c.id, q) for c in cases for _, q in framework().sample_questions(c.sample)]
    return Inspection(
        "iyjwcv-2025",
        "Anyshire",
        date(2025, 3, 24),
        date(2025, 3, 28),
        team=tuple(people),
        cases=tuple(cases),
        judgements=tuple(
            Judgement(c, q.ref, draw(answers), draw(notes), draw(by)) for c, q in asked if draw(st.booleans())
        ),
        prompts=tuple(
            PromptAnswer(c, q.ref, p.ref, draw(answers), draw(notes), draw(by))
            for c, q in asked
            for p in q.prompts
            if draw(st.integers(0, 9)) == 0
        ),
    )


def same(found: Table, inspection: Inspection) -> None:
    assert found.cases == inspection.cases
    assert set(found.judgements) == set(inspection.judgements)
    assert set(found.prompts) == set(inspection.prompts)
    assert set(found.team) <= set(inspection.team)


@settings(max_examples=60, deadline=None)
@given(tables(_CSV))
def test_csv_round_trip_loses_nothing(inspection: Inspection) -> None:
    same(table.read_csv(b"".join(table.write_csv(inspection)), "t.csv", framework()), inspection)


@settings(max_examples=25, deadline=None)
@given(tables(_XLSX))
def test_excel_round_trip_loses_nothing(inspection: Inspection) -> None:
    same(table.read_xlsx(table.write_xlsx(inspection), "t.xlsx", framework()), inspection)


@pytest.mark.parametrize(
    "ref", ["0:00", "01-Feb", "1-2-3", "1E+05", "1,2E+05", '="007"', "####", "'0:00", "''01-Feb", "'="]
)
def test_a_reference_that_looks_spoilt_comes_back_from_an_own_export(ref: str) -> None:
    start = date(2025, 3, 24)
    one = Inspection("iyjwcv-2025", "Anyshire", start, start, cases=(Case(ref, ref, "children"),))
    same(table.read_csv(b"".join(table.write_csv(one)), "t.csv", framework()), one)
    same(table.read_xlsx(table.write_xlsx(one), "t.xlsx", framework()), one)


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("\"',;\n\tC01.2a/=y") | st.characters(), max_size=60), st.booleans())
def test_any_text_is_a_table_or_refused(text: str, headed: bool) -> None:
    try:
        found: object = table.read_csv((HEADING * headed + text).encode("utf-8", "replace"), "t.csv", framework())
    except Expected as error:
        found = error.code
    assert isinstance(found, Table) or found is Code.TABLE_INVALID
