"""Names of people never become references, and no column of staff is taken for the child's reference."""

import pytest

from inspector_app.core.domain.cases.case_list import Heading
from inspector_app.core.interchange import case_list
from inspector_app.core.interchange.case_list_cells import Wrong, reference
from inspector_app.core.interchange.case_list_headings import guess, is_own_number, personal


@pytest.mark.parametrize(
    "name",
    ["John Smith", "Siân Jones", "Zoë Smith", "Łukasz Nowak", "JONES Sian", "Jones, Siân", "Seren ap Rhys", "Ann McDonald",
     "Sean O'Brien", "Sean O’Brien", "Sean Oʼbrien", "smith john", "J. Smith", "J Smith", "Smith J.", "Smith,J",
     "Chloé Dubois",     "Mary-Jane Watson", "Anne‑Marie Roux", "Sia\u0302n Jones",
     "Юрий Гагарин", "محمد علي", "王 小明", "李 雷", "van der Berg, P.",
     "De la Cruz María", "D’Arcy Jones",
     "प्रिया शर्मा", "தமிழ் செல்வன்", "J.-P. Smith", "St. John Smith", "Mr. J Smith", "Smith/Jones", "Smith & Jones",
     "Smith (John)",
     "John Smith (Jnr)", "“Jo” Smith", "Smith – John", "Smith; John", "John_Smith", "John.Smith", "Tom Smith - YOT",
     "Child John Smith", "O`Brien Sean", "Sean O´Brien", "Sean O′Brien", "D‘Souza Ann"],
)  # fmt: skip
def test_a_persons_name_is_no_reference(name: str) -> None:
    with pytest.raises(Wrong, match="looks like a person’s name"):
        reference(name)


@pytest.mark.parametrize(
    "ref",
    ["C01", "YJ/07", "Case A", "Child 7", "Young person B", "A1 North", "C01 (2)", "Victim one", "Sample II", "J5", "Smith",
     "7", "TŶ-3", "north 12", "Boy A", "Girl B", "YP one", "Subject C", "Case-A", "A/B", "J-P", "Young person 3 (2)"],
)  # fmt: skip
def test_a_pseudonym_is_one(ref: str) -> None:
    assert reference(ref) == ref


@pytest.mark.parametrize(
    ("headings", "place"),
    [
        (["Case holder", "YJS ref", "Type"], 1), (["Case Manager", "Child ID"], 1), (["Allocated worker", "Case No."], 1),
        (["Case worker", "Child's ID number"], 1), (["Case owner", "Our ref."], 1), (["Case status", "Case ref no"], 1),
        (["CaseHolder", "CaseRef"], 1), (["CASEMANAGER", "CASEID"], 1), (["keyworkerId", "ClientNo"], 1),
        (["SW ref", "URN"], 1), (["Worker", "ChildView No."], 1),
        (["Case holder", "Disposal"], None), (["Social worker case", "PSN ref"], 1), (["Case", "Order ref"], 0),
        (["YP No.", "Case holder"], 0), (["Disposal", "Young person's number"], 1), (["No. of children", "Type"], None),
        (["Referral type no.", "YP No."], 1), (["Number child contacts"], None),
        (["Referral source code"], None), (["Area code", "Disposal"], None), (["Court code", "Start"], None),
        (["Niche ref"], None), (["Case status code"], None), (["School URN"], None), (["Plan id", "Order"], None),
        (["Referral source code", "YJS code"], 1), (["Crime ref", "Our ref"], 1), (["Child's code", "Ward code"], 0),
        (["YP number", "Case ref"], 1), (["Allocated officer", "Pupil num", "Start"], 1), (["YP officer no"], None),
        (["Client code", "Order"], 0), (["Service user num."], 0), (["Number of previous orders"], None),
        (["Officer", "YP URN"], 1), (["YJ worker", "YJ no"], 1), (["Referral date", "Referral no"], 1),
        (["Case ID (worker)", "Case ID (child)"], 1), (["Case responsible", "Our ref"], 1), (["Case coordinator"], None),
        (["Gweithiwr achos", "Rhif achos"], 1), (["Case reviewer", "Cyfeirnod"], 1), (["Case handler", "YOT number"], 1),
    ],
)  # fmt: skip
def test_the_childs_reference_is_guessed_and_never_a_member_of_staff(headings: list[str], place: int | None) -> None:
    found = guess(Heading(i, text, personal(text)) for i, text in enumerate(headings))
    assert found.get("ref") == place


@pytest.mark.parametrize(
    ("heading", "own"),
    [
        *(
            (heading, True)
            for heading in ("Child ID", "ChildView No.", "YP ref", "Client number", "Young person ID", "PSN")
        ),
        *((heading, False) for heading in ("Case ref", "Pseudonym", "Reference", "HMIP ref", "Case no", "Child", "ID")),
    ],
)
def test_a_column_of_the_services_own_numbers_is_told_by_its_heading(heading: str, own: bool) -> None:
    assert is_own_number(heading) is own


@pytest.mark.parametrize("heading", ["Pupil", "Client", "SERVICE USER", "Learners", "ServiceUser", "young_person"])
def test_a_column_called_by_who_it_is_about_holds_names_or_the_references(heading: str) -> None:
    """It was neither: names were offered as what a column might be, and references had to be found by hand."""
    names = case_list.open_text(
        f"{heading},Start\nJohn Smith,1/2/2026\nCarter,2/2/2026\nP3,3/2/2026\n".encode(), "list.csv"
    )
    assert names.headings[0].personal == "names of people"
    refs = case_list.open_text(
        f"{heading},Start\nP1,1/2/2026\nChild A,2/2/2026\nJohn Smith,3/2/2026\n".encode(), "list.csv"
    )
    assert guess(refs.headings)["ref"] == 0
    beside = case_list.open_text(f"{heading},Case ref\nP1,C01\n".encode(), "list.csv")
    assert guess(beside.headings)["ref"] == 1


@pytest.mark.parametrize(
    "heading",
    ["DateOfBirth", "ChildName", "CHILDSURNAME", "HomeAddress", "mobNo", "MotherName", "DoB", "NHSNumber",
     "DOB1", "dob2", "YPDOB", "NAME1", "SURNAME2", "NHSNUMBER", "NHSNO", "PNCNo", "PNC1", "TELNO", "Addr1", "NINumber",
     "Known as"],
)  # fmt: skip
def test_a_column_that_leads_to_a_person_is_told_however_its_heading_is_written(heading: str) -> None:
    assert personal(heading)


def test_headings_as_databases_write_them_are_read_as_those_with_blanks() -> None:
    headings = ["CaseRef", "OrderType", "START_DATE", "EndOfOrder", "caseworkerName"]
    found = guess(Heading(i, text, personal(text)) for i, text in enumerate(headings))
    assert found == {"ref": 0, "type": 1, "began": 2, "ended": 3}


@pytest.mark.parametrize(
    ("headings", "cells", "columns"),
    [
        ("Childview ID;Order / disposal;Start of intervention", "NB1;Referral Order;03/06/2026", "ref type began"),
        ("Intervention;Intervention commenced;Childview No", "YRO;2026-06-09;NB1", "type began ref"),
        ("Case opened;Legal outcome;Outcome Name;Case", "17-Jun-26;YRO;YRO;NB1", "began type - ref"),
        ("Offence type;Order length (months);Legal order;Client ref", "Theft;12;YRO;NB1", "- - type ref"),
        ("Age group;Age at outcome;Ref", "10-13;12;NB1", "- age ref"),
        ("Ethnic code;Client ref;Gender at birth;CIC", "W1;NB1;M;N", "ethnicity ref gender care"),
        ("Core+ ID;Programme start;Programme end;Reason for end", "NB1;2026-01-05;2026-04-05;Moved", "ref began ended"),
        ("Case end;Opening date;Ref", "1/5/2026;2/2/2026;7", "ended began ref"),
        ("Ref;Date finished;Licence end;Start", "7;1/5/2026;;2/2/2026", "ref ended - began"),
        ("Outcome;Date of outcome;Expires;Ref", "22;9 June 2026 00:00;01/09/2026;7", "type began ended ref"),
    ],
)
def test_what_a_column_holds_says_more_than_a_word_in_its_heading(headings: str, cells: str, columns: str) -> None:
    """“Start of intervention” was the type, “Order length” too, and “Ethnic code” the reference."""
    listing = case_list.open_text(f"{headings}\n{cells}\n".encode(), "list.csv")
    expected = {code: place for place, code in enumerate(columns.split()) if code != "-"}
    assert guess(listing.headings) == expected


def test_a_reference_of_which_a_spreadsheet_made_days_is_still_the_reference() -> None:
    listing = case_list.open_text(b"Case ref;Type\n01/02/2026;bail\n02/02/2026;bail\n", "list.csv")
    assert guess(listing.headings)["ref"] == 0


def test_a_column_called_case_that_holds_names_is_never_imported() -> None:
    """It was the reference, and every row was refused for it."""
    named = case_list.open_text(b"Case,Ref no,Start\nJo Smith,7,1/2/2026\nAnn Lee,8,1/2/2026\n", "list.csv")
    assert (named.headings[0].personal, guess(named.headings)["ref"]) == ("names of people", 1)
    numbered = case_list.open_text(b"Case,Start\nC1,1/2/2026\nAnn Lee,1/2/2026\nC3,1/2/2026\n", "list.csv")
    assert guess(numbered.headings)["ref"] == 0


@pytest.mark.parametrize(
    "heading",
    ["Enw", "Cyfenw", "Dyddiad geni", "Cyfeiriad", "Cod post", "Rhif ffôn", "E-bost", "Mam", "Rhieni", "Llythrennau"],
)
def test_what_leads_to_a_person_is_known_by_its_heading_in_welsh(heading: str) -> None:
    assert personal(heading)


@pytest.mark.parametrize("heading", ["Dyddiad cychwyn", "Rhif achos", "Rhyw", "Oedran", "Trosedd"])
def test_what_leads_to_nobody_in_welsh_does_not(heading: str) -> None:
    assert not personal(heading)


@pytest.mark.parametrize("ref", ["NYJS/0042/A", "WMYOT 12 B", "CYJS-7-A", "YOS/3/C", "Victim 7 (adult)", "LBYJB 4 d"])
def test_the_letters_of_a_service_are_no_surname(ref: str) -> None:
    assert reference(ref) == ref


@pytest.mark.parametrize(
    "name", ["ELYOT 01 J", "Adult John Smith", "WYATT/0042/A", "Tom (adult)", "Yosef 7 A", "Amir child"]
)
def test_a_name_beside_figures_is_one_though_it_ends_as_a_service_does(name: str) -> None:
    with pytest.raises(Wrong, match="looks like a person’s name"):
        reference(name)


@pytest.mark.parametrize("heading", ["M/F", "F / M", "M-F", "Male/Female", "m_f"])
def test_a_heading_that_names_both_is_of_gender(heading: str) -> None:
    assert guess([Heading(0, heading, personal(heading))]) == {"gender": 0}


@pytest.mark.parametrize(
    ("heads", "row", "columns"),
    [
        ("Ref.;Outcome given;Date given;CLA Y/N", "G1;YRO with ISS;12/06/2026;N", "ref type began care"),
        ("Ref;Order made;Imposed on;LAC?", "G1;Referral Order;12 June 2026;Y", "ref type began care"),
        ("Ref;Sentenced;Date made", "G1;DTO 8 months;12.6.26", "ref - began"),
        ("Ref;Outcome given;Sentence", "G1;3/6/2026;YRO", "ref began type"),
        ("Ref;Start date;Type", "G1;TBC;YRO", "ref began type"),
    ],
)
def test_a_heading_of_a_day_over_words_is_none_of_a_day(heads: str, row: str, columns: str) -> None:
    """“Outcome given” over words was taken for the day, and “Date given” was not read."""
    listing = case_list.open_text(f"{heads}\n{row}\n".encode(), "list.csv")
    found = {place: code for code, place in guess(listing.headings).items()}
    assert [found.get(place, "-") for place in range(len(heads.split(";")))] == columns.split(" ")
