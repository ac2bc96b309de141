"""What may identify somebody is found by its form or by the names that the inspection knows, and nothing else is."""

import json
from itertools import chain

import pytest

from inspector_app.core import paths
from inspector_app.core.domain.text.identifying import Known, Place, called, look
from inspector_app.core.domain.text.strangers import names_in

NAMES = (
    *("Amina Khan", "Inspector Bo O'Neil", "Jo", "Zoë Fitzgerald-Łukasz"),
    *("Colin Barnes, HMI Probation", "John Young", "Inspector A"),
)
KNOWN = Known(names=NAMES, year=2026, least=5)

FOUND = [
    ("We met Amina Khan.", "name", "Amina Khan"),
    ("amina  khan said so", "name", "amina  khan"),
    ("Mrs Khan said so", "name", "Mrs Khan"),
    ("A. Khan said so", "name", "A. Khan"),
    ("Dr O'Neil came", "name", "Dr O'Neil"),
    ("We met KHAN, AMINA there", "name", "KHAN, AMINA"),
    ("it was for Khan’s children", "name", "Khan"),
    ("as KHAN said", "name", "KHAN"),
    ("as O’Neil said", "name", "O’Neil"),
    ("as ONeil said", "name", "ONeil"),
    ("by Zoe Fitzgerald Lukasz", "name", "Zoe Fitzgerald Lukasz"),
    ("Zoë Fitzgerald-Łukasz", "name", "Zoë Fitzgerald-Łukasz"),
    ("as Barnes said", "name", "Barnes"),
    ("JB (15) was moved", "initials", "JB (15)"),
    ("J.B., aged 14, was moved", "initials", "J.B., aged 14"),
    ("K, 16, and his mother", "initials", "K, 16"),
    ("born on 3 May 2010", "birth", "born on 3 May 2010"),
    ("DOB 03/05/10", "birth", "DOB 03/05/10"),
    ("on 03/05/2010 he", "birth", "03/05/2010"),
    ("since 2011-04-30", "birth", "2011-04-30"),
    ("of 12th March 2009 it", "birth", "12th March 2009"),
    ("lives in M32 0YT now", "postcode", "M32 0YT"),
    ("lives in m32 0yt now", "postcode", "m32 0yt"),
    ("SW1A1AA", "postcode", "SW1A1AA"),
    ("number 943 476 5919.", "nhs", "943 476 5919"),
    ("number 9434765919", "nhs", "9434765919"),
    ("call 07700 900123", "phone", "07700 900123"),
    ("call +44 161 496 0123", "phone", "+44 161 496 0123"),
    ("call (0161) 496 0123", "phone", "(0161) 496 0123"),
    ("write to a.b@trafford.gov.uk.", "mail", "a.b@trafford.gov.uk"),
    ("Mrs Jane Doe said so", "stranger", "Mrs Jane Doe"),
    ("we met Mr O'Brien-Lee there", "stranger", "Mr O'Brien-Lee"),
    ("as Dr. J. Smith wrote", "stranger", "Dr. J. Smith"),
    ("PC Shah had called", "stranger", "PC Shah"),
    ("his mother Karen came", "stranger", "mother Karen"),
    ("her friend, Aaliyah, said", "stranger", "friend, Aaliyah"),
    ("Liam's older brother", "stranger", "Liam's older brother"),
    ("as Łukasz’s dad said", "stranger", "Łukasz’s dad"),
    ("Jayden, aged 15, told us", "stranger", "Jayden, aged 15"),
    ("We met Jayden (15) there", "stranger", "Jayden (15)"),
    ("We met Jayden, 15, there", "stranger", "Jayden, 15,"),
    ("Jayden is 15 years old", "stranger", "Jayden is 15 years old"),
    ("a 15-year-old Jayden", "stranger", "15-year-old Jayden"),
    ("the boy (J.C., 15) was seen", "initials", "J.C., 15"),
    ("a boy called Tyler", "stranger", "boy called Tyler"),
    ("two children were moved", "few", "two children"),
    ("In 3 of 15 cases", "few", "3 of 15 cases"),
    ("only one of the six girls", "few", "one of the six girls"),
    ("J. A. (15 years) told us", "initials", "J. A. (15 years)"),
    ("and J, who is 15, told us", "initials", "J, who is 15"),
    ("a 15-year-old, J, told us", "initials", "15-year-old, J"),
    ("was born on the third of May 2010", "birth", "born on the third of May 2010"),
    ("date of birth: third of May two thousand and ten", "birth", "date of birth: third of May two thousand and ten"),
    ("Her birthday is 12th June.", "birth", "birthday is 12th June"),
    ("on the twenty-first of May 2010", "birth", "twenty-first of May 2010"),
    ("lives in m320yt now", "postcode", "m320yt"),
    ("She lives at 14 Oak Lane, Stretford.", "address", "14 Oak Lane"),
    ("It was flat 3, 22 Chester Road", "address", "flat 3, 22 Chester Road"),
    ("moved to Old Oak Close", "address", "moved to Old Oak Close"),
    ("He goes to Acre Hall Primary", "school", "goes to Acre Hall Primary"),
    (
        "excluded from the Academy of Stretford High School",
        "school",
        "excluded from the Academy of Stretford High School",
    ),
    ("a pupil at St Mary's", "school", "pupil at St Mary's"),
    ("is 2009/1234567A there", "police", "2009/1234567A"),
    ("has 123456/09A there", "police", "123456/09A"),
    ("has A12345678901B there", "pupil", "A12345678901B"),
    ("case ID 12345678", "reference", "case ID 12345678"),
    ("crime number 06GB/1234/25", "reference", "crime number 06GB/1234/25"),
    ("at A1234BC he", "reference", "A1234BC"),
    ("his car, AB12 CDE", "reference", "AB12 CDE"),
    ("call 0044 7700 900123", "phone", "0044 7700 900123"),
    ("he is @jojo_m32", "account", "@jojo_m32"),
    ("see facebook.com/jojo.m32", "account", "facebook.com/jojo.m32"),
    ("on snapchat jojo.m32", "account", "snapchat jojo.m32"),
    ("Everyone calls him Jojo there", "stranger", "calls him Jojo"),
    ("a boy, known as ‘Smiler’, was", "stranger", "boy, known as ‘Smiler"),
    ("his street name is Ghost", "stranger", "his street name is Ghost"),
    ("the victim, Daniel, was hurt", "stranger", "victim, Daniel"),
    ("his case manager Priya did", "stranger", "case manager Priya"),
    ("Priya, his case manager, did", "stranger", "Priya, his case manager"),
    ("three mixed heritage children", "few", "three mixed heritage children"),
    ("Four of the Black and mixed heritage children", "few", "Four of the Black and mixed heritage children"),
    ("the only Roma child", "few", "the only Roma child"),
    ("a single girl was there", "few", "a single girl"),
    ("both girls were moved", "few", "both girls"),
    ("three young people had none", "few", "three young people"),
    ("both young women were moved", "few", "both young women"),
    ("a couple of children had one", "few", "a couple of children"),
    ("one of the brothers", "few", "one of the brothers"),
    ("two families were seen", "few", "two families"),
    ("one care leaver had no home", "few", "one care leaver"),
    ("a single pupil stayed", "few", "a single pupil"),
    ("in three (20%) cases", "few", "three (20%) cases"),
    ("in 3 (20%) of the cases", "few", "3 (20%) of the cases"),
    ("seen in 3/15 cases", "few", "3/15 cases"),
    ("two 15-year-old girls", "few", "two 15-year-old girls"),
    ("roedd dau blentyn yno", "few", "dau blentyn"),
    ("tri o’r plant", "few", "tri o’r plant"),
    ("mewn 3 o 15 achos", "few", "3 o 15 achos"),
    ("y ddwy ferch", "few", "ddwy ferch"),
    ("yr unig blentyn Roma", "few", "unig blentyn"),
    ("dau berson ifanc", "few", "dau berson ifanc"),
    ("un o'r 4 bachgen", "few", "un o'r 4 bachgen"),
    ("It was 14 Heol y Bont, Bangor", "address", "14 Heol y Bont"),
    ("She lives in Ffordd Deg now", "address", "lives in Ffordd Deg"),
    ("at 3a, Stryd Fawr", "address", "3a, Stryd Fawr"),
    ("in Fflat 2, 22 Lôn Cefn Glas", "address", "Fflat 2, 22 Lôn Cefn Glas"),
    ("moved to Maes yr Haf", "address", "moved to Maes yr Haf"),
    ("Mae hi'n byw yng Nghlos y Felin", "address", "byw yng Nghlos y Felin"),
    ("cyfeiriad: Tŷ’r Ysgol", "address", "cyfeiriad: Tŷ’r Ysgol"),
    ("He attends Ysgol Glan Clwyd", "school", "attends Ysgol Glan Clwyd"),
    ("excluded from Ysgol y Strade", "school", "excluded from Ysgol y Strade"),
    ("went to Coleg Menai", "school", "went to Coleg Menai"),
    ("yn mynychu Ysgol Gyfun Gymraeg Glantaf", "school", "mynychu Ysgol Gyfun Gymraeg Glantaf"),
    ("yn mynd i Goleg Sir Gâr", "school", "mynd i Goleg Sir Gâr"),
    ("cyfrif Instagram yw jo.m32 there", "account", "Instagram yw jo.m32"),
    ("enw defnyddiwr: jo_bach", "account", "enw defnyddiwr: jo_bach"),
    ("dyddiad geni: 3 Mai 2010", "birth", "dyddiad geni: 3 Mai 2010"),
    ("ganwyd hi ar 3ydd o Fai 2010", "birth", "ganwyd hi ar 3ydd o Fai 2010"),
    ("ers 12 Mawrth 2009 it", "birth", "12 Mawrth 2009"),
    ("J.B. (15 oed)", "initials", "J.B. (15 oed)"),
]
NOT = [
    "Amina and Khan Street, the Khanate, Jo said; ordinary words.",
    "Young people met HMI Probation. Barnes is a place, and young people live in A Street.",
    "The YJS, 12 of 15 cases, is good. C01, 12. Section 17, 18 and 47.",
    "We visited on 24 March 2026 and since 01/04/2019, in 2024-25.",
    "Standard V1.1 and 2.1.1; 80% of 120 cases; 1,234,567 people.",
    "number 943 476 5918 is none",
    "five children, 15 of 16 cases, twelve girls, none of the boys",
    "It runs from 9 to 13 March at 09:30, 0 of 15 cases.",
    "Children, aged 10 to 17, and those aged 15 were rated Good (15). In March, 15, of Trafford’s boys.",
    "A 15-year-old White boy, the mother and the Youth Justice Service (12), a project called Turnaround.",
    "Safer Trafford’s partnership with Greater Manchester Police; Mother’s Day; Girls aged 14 met Early Break.",
    "An A4 page, M6 motorway, B12 vitamin, page 3.",
    "I was 15. At 13 Crown Court hearings, in 12 Youth Court hearings.",
    "Training at Level 3 for case managers, standards two and victims.",
    "For both the children’s safety and both serious cases. Two case managers and one case study.",
    "chwe phlentyn, deg o blant, 15 o 16 achos, dim un plentyn ar ddeg",
    "The number is 12345, in 2009/10, case 4 of 15; schools were visited, and a case manager told us.",
    "In Trafford, the case manager was new; children attend school, and victims, Black or Asian, are few.",
    "He was moved to Parc YOI; at 12 Llys y Goron hearings, and on 24 Mawrth 2026 in Heol-y-cyw and Stryd Fawr.",
    "Swansea’s Maes project; a scheme called Bryn, Ysgol Haf, and schools such as Ysgol Glan Clwyd and Coleg Menai.",
]


def found(text: str) -> list[tuple[str, str]]:
    return [(one.kind.value, one.said) for one in look([Place("finding", "1", "2.1", text)], KNOWN)]


@pytest.mark.parametrize(("text", "kind", "said"), FOUND)
def test_it_is_found(text: str, kind: str, said: str) -> None:
    assert (kind, said) in found(text)


MONTHS_AND_RATINGS = Known(names=("Theresa May", "Ann Good", "Bo March", "Cy June", "Di Poor", "Ed Mayor"), year=2026)


@pytest.mark.parametrize(
    "text",
    ["This was done in May and not since.", "It began on 3 May, and on the 4th of May.", "It was from May to July.",
     "We wrote by May 2026, as of May, 2026, and by May 14.",
     "At the end of May it stopped, since March to May it ran.",
     "In early March it was.",
     "IN MAY it was", "It ran between March and June.", "It was rated Good.", "This is Good, and that was Poor overall.",
     "It went from Poor to Good or Outstanding.", "The rating of Good stands, as Good as last time."],
)  # fmt: skip
def test_a_month_and_a_rating_are_no_surnames_where_they_are_used_as_such(text: str) -> None:
    assert look([Place("finding", "1", "2.1", text)], MONTHS_AND_RATINGS) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [("as May said", "May"), ("as Good said", "Good"), ("we met Good there", "Good"), ("for May’s children", "May"),
     ("in Mrs May we", "Mrs May"), ("rated by Ann Good", "Ann Good"), ("with March and others", "March"),
     ("in Mayor it", "Mayor"), ("with May, 15, there", "May"),
     ("and told Poor so", "Poor"), ("we met Lee and Good", "Good"), ("it was Good’s case", "Good")],
)  # fmt: skip
def test_a_surname_that_is_a_month_or_a_rating_too_is_found_where_it_is_a_name(text: str, said: str) -> None:
    assert [one.said for one in look([Place("finding", "1", "2.1", text)], MONTHS_AND_RATINGS)] == [said]


def test_the_published_reports_name_no_stranger() -> None:
    for sample in (paths.resources() / "samples").glob("*.json"):
        texts = [one["text"] for one in json.loads(sample.read_text("utf-8"))["findings"]]
        assert len(texts) > 20
        assert list(chain.from_iterable(map(names_in, texts))) == []


@pytest.mark.parametrize("text", NOT)
def test_what_identifies_nobody_by_itself_is_not_pointed_at(text: str) -> None:
    assert found(text) == []


def test_small_numbers_are_pointed_at_where_a_copy_may_not_tell_them_alone() -> None:
    assert look([Place("finding", "1", "2.1", "two children")], Known(year=2026)) == ()


def test_a_place_is_named_alike_on_every_laptop_and_its_name_tells_nothing() -> None:
    (one,) = look([Place("finding", "1", "2.1", "Amina Khan and Amina Khan")], KNOWN)
    (again,) = look([Place("finding", "1", "V1", "by Amina Khan")], KNOWN)
    (other,) = look([Place("finding", "2", "2.1", "Amina Khan")], KNOWN)
    assert one.key == again.key != other.key
    assert "Khan" not in one.key


def test_who_was_there_is_a_person_and_no_office() -> None:
    assert called("Jane Mary Smith, Head of Service, and the Youth Justice Board; Tom Lee") == [
        "Jane Mary Smith",
        "Tom Lee",
    ]


@pytest.mark.parametrize(
    "of", ["w", "A", "Aa", "7", "07 ", "a.", "a-", "Aa-", "Aa Bb ", "Aa’s ", "Mrs ", "@", "C 1", "\u00a0", "one "]
)
def test_a_text_that_goes_on_and_on_is_looked_at_to_its_end(of: str) -> None:
    """An address for mail was looked for from each letter to the end: 300,000 letters took the draft minutes."""
    assert all(said in of * 200_000 for _, said in found(of * (200_000 // len(of))))  # and it comes to an end
