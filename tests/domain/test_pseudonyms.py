"""Nobody's name or number is a case reference, however it is written; what people call their cases always is one."""

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from inspector_app.core.domain.text.forms import is_nhs
from inspector_app.core.domain.text.identifying import Kind
from inspector_app.core.domain.text.pseudonyms import kind, why_not, worth_a_look

FIRST = ["John", "Siân", "Mohammed", "Zoë", "Ann-Marie", "Łukasz", "Olena", "D'Arcy", "प्रिया", "Юрій"]
LAST = ["Smith", "O'Brien", "McDonald", "ap Rhys", "van der Berg", "Nowak", "Khan", "शर्मा", "Шевченко"]
BETWEEN = st.sampled_from([" ", "  ", ", ", "/", "_", ".", " - ", "-", "\u00a0", "\u200b ", "–", "; "])
SIGNS = st.sampled_from(["", " ", ".", "-", " - ", "/", "_", "\u00a0", "\u2011", "·"])
CASES = st.sampled_from([str, str.upper, str.lower])
ROUND = st.sampled_from(["{}", "({})", "“{}”", "{}.", " {} ", "Case {}", "Ref: {}"])
AREAS = ["SW", "M", "LS", "CF", "B", "NE", "E", "YO"]
OWN = st.text(string.ascii_uppercase, min_size=1, max_size=4)


def apart(groups: list[str], signs: list[str]) -> str:
    return "".join(group + sign for group, sign in zip(groups, [*signs, ""], strict=False))


@given(st.sampled_from(FIRST), st.sampled_from(LAST), BETWEEN, CASES, ROUND, st.booleans())
def test_a_name_is_none_in_any_order_case_and_punctuation(first, last, between, cased, put, turned):  # type: ignore[no-untyped-def]
    parts = [last, first] if turned else [first, last]
    assert kind(put.format(cased(between.join(parts)))) is Kind.NAME


@given(st.sampled_from(FIRST), st.sampled_from(LAST), BETWEEN, CASES, st.integers(1, 9999), st.data())
def test_nor_is_a_name_with_a_number_beside_it(first, last, between, cased, number, data):  # type: ignore[no-untyped-def]
    name = cased(between.join([first, last]))
    form = data.draw(st.sampled_from(["{} ({})", "{} {}", "{}{}", "{}-{}", "{}/{}", "{}, {}", "{} no. {}", "{}_{}"]))
    assert kind(form.format(name, number)) is Kind.NAME
    assert kind(f"{number} {name}") is Kind.NAME
    assert kind(f"C{number % 100:02} {name}") is Kind.NAME


@given(st.integers(0, 999_999_999), st.lists(SIGNS, min_size=2, max_size=2), ROUND)
def test_an_nhs_number_is_none_however_it_is_parted(number, signs, put):  # type: ignore[no-untyped-def]
    figures = next((f"{number:09}{check}" for check in range(10) if is_nhs(f"{number:09}{check}")), "")
    assume(
        figures and (signs[0] or figures[6:8] not in ("19", "20"))
    )  # six figures and a year are a reference: 000317 2024
    assert kind(put.format(apart([figures[:3], figures[3:6], figures[6:]], signs))) in (Kind.NHS, Kind.PHONE)


@given(
    OWN.filter(lambda letters: len(letters) == 2), st.integers(0, 999_999), st.sampled_from("ABCDabcd"), SIGNS, CASES
)
def test_a_national_insurance_number_is_none(letters, number, check, sign, cased):  # type: ignore[no-untyped-def]
    figures = f"{number:06}"
    pairs = sign.join([letters, figures[:2], figures[2:4], figures[4:], check])
    assert kind(cased(pairs)) in (Kind.INSURANCE, Kind.POLICE)
    assert kind(cased(f"{letters}{sign}{figures}{sign}{check}")) in (Kind.INSURANCE, Kind.POLICE)


@given(
    st.sampled_from(AREAS),
    st.integers(1, 99),
    st.integers(0, 9),
    st.sampled_from(["AA", "ZZ", "LD"]),
    SIGNS,
    CASES,
    ROUND,
)
def test_a_postcode_is_none(area, district, sector, unit, sign, cased, put):  # type: ignore[no-untyped-def]
    assert kind(put.format(cased(f"{area}{district}{sign}{sector}{unit}"))) is Kind.POSTCODE


@given(st.sampled_from(["0161 496 {}", "(0161) 496 {}", "0161.496.{}", "0161-496-{}", "0161/496/{}", "0161496{}",
                        "07700 90{}",
                        "+44 161 496 {}", "+44 (0)161-496-{}", "0044 161 496 {}", "44161496{}", "020 7946 {}"]),
       st.integers(0, 9999), ROUND)  # fmt: skip
def test_a_telephone_number_is_none(form, number, put):  # type: ignore[no-untyped-def]
    assert kind(put.format(form.format(f"{number:04}"))) in (Kind.PHONE, Kind.NHS)


@given(st.one_of(
    st.from_regex(r"[A-Za-z]{1,4}[-/ .]?[0-9]{1,6}", fullmatch=True),
    st.from_regex(r"(?:[A-Za-z]{1,4}[-/])?20[0-9]{2}[-/][0-9]{1,6}", fullmatch=True),
    st.from_regex(r"[A-Z]{2,3}/20[0-9]{2}/[0-9]{1,5}", fullmatch=True),
    st.from_regex(r"[0-9]{1,9}", fullmatch=True),
    st.from_regex(r"[0-9]{1,2}/20[0-9]{2}/[0-9]{1,5}", fullmatch=True),
    st.from_regex(r"(?:Child|Case|Victim|YP|Young person|Boy) (?:[A-Z]|[0-9]{1,3}|one|two)", fullmatch=True),
    st.from_regex(r"(?:North|Bury|Salford) [0-9]{1,3}", fullmatch=True),
    st.from_regex(r"C[0-9]{2} \([1-9]\)", fullmatch=True),
))  # fmt: skip
def test_what_people_call_their_cases_is_never_refused(ref: str) -> None:
    assert why_not(ref) == ""


@pytest.mark.parametrize("ref", ["YJ-0123", "C01", "2024/0317", "12345", "1234567890", "YJ/2024/0317-B", "01/2024/00317",
                                 "WX/2025/14", "Salford YOT 3", "GMP 17", "Bury-YJS-12", "Bail sample 4", "Out of court 7",
                                 "Case Twelve", "Victim II", "TŶ-3", "v-3", "C1-2ab", "aaAa/0", "YJ01 2AB", "2026-03-24-1",
                                 "Young person 3 (2)", "CR 0317/24 B", "YJ-2024-01-A", "J-P", "Smith"])  # fmt: skip
def test_ordinary_references(ref: str) -> None:
    assert why_not(ref) == ""


@pytest.mark.parametrize(
    ("ref", "found"),
    [("943.476.5919", Kind.NHS), ("9 4 3 4 7 6 5 9 1 9", Kind.NHS), ("NHS9434765919", Kind.NHS),
     ("９４３４７６５９１９", Kind.NHS),
     ("C01 943 476 5919", Kind.NHS), ("943-476-5919 (2)", Kind.NHS), ("(0161) 496 0000", Kind.PHONE),
     ("tel 07700900123", Kind.PHONE), ("+353 1 234 5678", Kind.PHONE), ("AB123456C", Kind.INSURANCE),
     ("ab 12 34 56 c", Kind.INSURANCE), ("QQ-12-34-56-C", Kind.INSURANCE), ("sw1a 1aa", Kind.POSTCODE),
     ("SW1A1AA", Kind.POSTCODE), ("S W 1 A 1 A A", Kind.POSTCODE), ("m1-1ae", Kind.POSTCODE),
     ("Flat 2, LS1 4AP", Kind.POSTCODE),
     ("01/234567A", Kind.POLICE), ("2012/0052494Q", Kind.POLICE), ("12-52494Q", Kind.POLICE), ("A123456789012", Kind.PUPIL),
     ("02/04/2009", Kind.BIRTH), ("2 April 2009", Kind.BIRTH), ("JS 02-04-2009", Kind.BIRTH), ("DOB 02/04/09", Kind.BIRTH),
     ("D.O.B. 2.4.09", Kind.BIRTH), ("C01 (2nd Apr 2009)", Kind.BIRTH), ("12Sep1994", Kind.BIRTH),
     ("jo @ example.org", Kind.MAIL), ("John Smith (2)", Kind.NAME), ("john.smith2", Kind.NAME), ("JohnSmith", Kind.NAME),
     ("JohnSmith07", Kind.NAME), ("John-Smith", Kind.NAME), ("J Smith 2", Kind.NAME), ("Smith, J. 15", Kind.NAME),
     ("C01 John Smith", Kind.NAME), ("Child Amir", Kind.NAME), ("Boy John 2", Kind.NAME), ("Tom Young", Kind.NAME),
     ("王小明", Kind.NAME), ("Mr Smith", Kind.NAME), ("ﬁona Smith", Kind.NAME)],
)  # fmt: skip
def test_what_leads_to_a_person_is_told_as_what_it_is(ref: str, found: Kind) -> None:
    assert kind(ref) is found


@pytest.mark.parametrize("ref", [
    "Okafor", "Smith", "smith", "SMITH", "O'Brien", "O’Brien", "Siân", "Wójcik", "Nguyễn", "Łukasz", "ﬁona", "Шевченко",
    "शर्मा", "Dafydd.", " Khan ", "Okafor (2)", "Ama\u200bdi",
    "C01 Okafor", "Okafor C01", "C01-Okafor", "YJ12 (Okafor)", "Okafor/WX7",
])  # fmt: skip
def test_a_word_that_may_be_a_surname_is_a_reference_that_is_worth_a_look(ref: str) -> None:
    assert why_not(ref) == ""
    assert "may be somebody’s name" in worth_a_look(ref)


@pytest.mark.parametrize("ref", ["02.04.09", "2009-04-02", "JS020409", "js-02042009", "SMIT 20090402", "C01 2/4/09"])
def test_what_may_have_a_date_of_birth_in_it_is_a_reference_that_is_worth_a_look(ref: str) -> None:
    assert why_not(ref) == ""
    assert "date of birth" in worth_a_look(ref)


@pytest.mark.parametrize("ref", [
    "24/03/2025", "2026-03-24-1", "01/02/26", "WX030225", "45/13/09", "2009-14-02", "WX/2009/14", "020409", "20090402",
    "Care leaver 1", "Year 9 boy", "Dip sample 4", "School 2",
])  # fmt: skip
def test_a_day_since_a_number_and_ordinary_words_are_no_date_of_birth_and_no_name(ref: str) -> None:
    assert why_not(ref) == worth_a_look(ref) == ""


@pytest.mark.parametrize("ref", ["C01", "YJ-0123", "GMP", "J-P", "North", "Alpha", "Case Twelve", "Bury 3",
                                 "Salford YOT 3", "12345", "A", "XI", "Case A", "v-3", "2024/0317", "YP", "Out of court",
                                 "TŶ-3", "a1", "",
                                 "John Smith"])  # fmt: skip
def test_of_other_references_and_of_what_is_refused_nothing_is_said(ref: str) -> None:
    assert worth_a_look(ref) == ""


@pytest.mark.parametrize("ref", ["N/A", "none", "TBC", "?", "\u2013", "NULL", " n/k "])
def test_a_word_for_nothing_is_no_reference_wherever_a_case_is_added(ref: str) -> None:
    assert why_not(ref) == "it says that there is none; a reference is a pseudonym, such as C01"


@pytest.mark.parametrize("name", ["J Ward", "j. ward", "A.M. Young", "Ward, J", "West, P", "T. North", "K Court"])
def test_a_surname_that_is_a_thing_too_is_a_name_by_the_initial_before_it(name: str) -> None:
    assert kind(name) is Kind.NAME


@pytest.mark.parametrize("ref", ["Ward B", "Court 2", "N West", "C North", "J Ward 3", "Case A", "South 12", "Ward, 3"])
def test_a_thing_with_a_letter_behind_it_and_a_side_are_references(ref: str) -> None:
    assert kind(ref) is None


@pytest.mark.parametrize("ref", ["Tom Ward", "Priya Court"])
def test_a_word_before_such_a_surname_is_taken_and_pointed_out(ref: str) -> None:
    assert kind(ref) is None
    assert "may be somebody’s name" in worth_a_look(ref)
