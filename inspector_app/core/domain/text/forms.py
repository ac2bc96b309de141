"""The forms in which texts name somebody without a name: births, numbers, places, accounts, small counts. Patterns alone.

What each kind is called, and which are looked for, is said by identifying.py. What is nothing but such a number, as a
reference may be, is read by personal_numbers.py.
"""

import re

from inspector_app.core.domain.text import months, welsh

_YOUNGEST, _OLDEST = 8, 25  # years between a birth and a fieldwork: the children and young adults of an inspection

_TENS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_ORDINAL = (
    rf"(?:{_TENS}|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
    rf"|twentieth|twenty[- ](?:{_TENS})|thirtieth|thirty[- ]first)"
)
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINAL})(?: of)?"
_YEAR = r"(?:(?:19|20)\d\d|two thousand(?: and)?(?: \w+(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)?)"
BIRTH = re.compile(
    rf"\b(?:\d{{1,2}}[./-]\d{{1,2}}[./-](?P<a>(?:19|20)?\d\d)|{_DAY} {months.BEGUN},? (?P<b>(?:19|20)\d\d)"
    rf"|(?P<c>(?:19|20)\d\d)-\d\d-\d\d|{welsh.DAY} (?:{welsh.MONTHS}) (?P<d>(?:19|20)\d\d))\b"
)
SAID_BORN = re.compile(
    r"\b(?:DOB|D\.O\.B\.?|[Dd]ate of birth|[Bb]orn|[Bb]irthday)(?: (?:on|in|is|was|falls on|the))*:? *"
    rf"(?:the )?(?:{_DAY} {months.BEGUN}(?:,? {_YEAR})?|{months.BEGUN},? {_YEAR}|\d[\w/.-]*)"
    rf"|\b{welsh.BORN} *(?:{welsh.DAY} (?:{welsh.MONTHS})(?: {_YEAR})?|(?:{welsh.MONTHS}) {_YEAR}|\d+[/.-]\d[\w/.-]*)"
)

_AGED = rf"\d{{1,2}}(?: ?(?:years?|yrs?|y/?o|{welsh.OLD})(?: old)?)?"
_LETTERS = r"(?:[A-Z]\. ?[A-Z]\. ?[A-Z]\.?|[A-Z]\.? ?[A-Z]\.?|[A-Z])"
INITIALS = re.compile(
    rf"\b{_LETTERS}(?: ?\((?:aged? )?{_AGED}\)|,? aged? \d{{1,2}}\b"
    rf"|, \d{{1,2}}(?=[,.;)]|$| (?:and|years?|{welsh.OLD}|was|is|had|has)\b)|, (?:who )?(?:is|was) (?:aged )?\d{{1,2}}\b)"
    rf"|\b(?:[89]|1\d|2[0-5])[- ]years?[- ]olds?,?(?: (?:boy|girl|child|lad),?)? (?!I\b)[A-Z](?:\.?[A-Z])?\b\.?(?! ?[\w’'])"
)

AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|"
    "GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|"
    "PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
POSTCODE = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b|\b[a-z]{1,2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2}\b"
    rf"|\b(?:{AREAS.lower()})\d[a-z\d]?\d[abd-hjlnp-uw-z]{{2}}\b"
)
_ROADS = (
    "Street|Road|Lane|Avenue|Close|Drive|Way|Court|Crescent|Place|Terrace|Gardens|Grove|Row|Square|Walk|Mews|Rise|House"
    "|Heights|St|Rd|Ave|Ln"
)
_COURTS = "Crown|Youth|Magistrates|Family|County"  # 12 Youth Court hearings
_ROAD = rf"(?:(?!(?:{_COURTS})\b)[A-Z][\w'’-]+ ){{1,3}}(?:{_ROADS})\b"
ADDRESS = re.compile(
    rf"\b(?:(?:[Ff]f?lat|[Nn]o\.?|[Nn]umber|[Rr]hif) \d{{1,4}}[A-Za-z]?,? )?\d{{1,4}}[A-Za-z]?,? (?:{_ROAD}|{welsh.ROAD})"
    rf"|\b(?:lives?|lived|living|staying|stays|moved|placed|address(?: is| was)?:?)(?: (?:at|in|on|to))?"
    rf" (?:{_ROAD}|{welsh.ROAD})|\b{welsh.LIVES} {welsh.ROAD}"
)
_NAME = r"[A-Z][\w.'’-]{0,30}"
_NAMES = rf"{_NAME}(?: (?:(?:of|and|the) )?{_NAME}){{0,4}}"
SCHOOL = re.compile(
    r"\b(?:attend(?:s|ed|ing)?|enrolled (?:at|in)|excluded from|goes to|went to|school(?: is| was|:)) (?:the )?"
    rf"(?:{_NAMES} (?:School|Academy|Primary|College|High|Grammar|PRU)\b|{welsh.SCHOOL})"
    rf"|\b{welsh.AT_SCHOOL} {welsh.SCHOOL}"
    rf"|\b(?:pupil|student) (?:at|of) (?!the\b){_NAMES}\b"
)

NHS = re.compile(r"(?<!\d)\d{3}[ .-]?\d{3}[ .-]?\d{4}(?!\d)")
INSURANCE = re.compile(r"\b[A-Za-z]{2}[ -]?(?:\d{6}|\d\d[ .-]\d\d[ .-]\d\d)[ -]?[A-Da-d]\b")
POLICE = re.compile(r"(?<![\d/])(?:(?:19|20)?\d\d/\d{5,7}|\d{3,6}/\d\d)[A-Z]\b")
PUPIL = re.compile(r"\b[A-Z]\d{11}[A-Z\d]\b")
_SYSTEM = "[Cc]ase|[Cc]rime|[Cc]ustody|[Pp]rison|[Pp]assport|[Pp]upil|[Cc]hild[Vv]iew|[Cc]areworks"
REFERENCE = re.compile(  # of a prison, of a vehicle, and what is said to be a number or reference of somebody's
    r"\b[A-Z]\d{4}[A-Z]{2}\b|\b[A-Z]{2}\d\d ?[A-Z]{3}\b"
    rf"|\b(?:URN|ULN|UPN|PNC|CRO|CHI|NOMIS|(?:{_SYSTEM}) (?:ID|[Rr]ef(?:erence)?|[Nn]o|[Nn]umber))\b\.?:?"
    r"(?: (?:ID|[Nn]o\.?|[Nn]umber|is|was))*:? ?#?(?=[A-Z\d/-]*\d{3})[A-Z\d][A-Z\d/-]{3,19}\b"
)
PHONE = re.compile(r"(?<![\d/])(?:(?:\+|\b00)44[ ()0]{0,4}|\(?0)[1-37-9](?:[ ().-]{0,2}\d){8,9}(?!\d)")
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w")
ACCOUNT = re.compile(
    r"(?<![\w.@])@[A-Za-z_][\w.]{2,30}\b"
    r"|\b(?:facebook|instagram|tiktok|snapchat|twitter|discord|youtube|threads)\.(?:com|gg|net)/[\w.@/-]{2,60}"
    rf"|\b(?:[Ii]nstagram|[Ss]nap(?:chat)?|[Tt]ik[Tt]ok|[Dd]iscord|[Gg]amertag|[Uu]sername|{welsh.USERNAME})"
    rf"(?: (?:account|name|is|was|as|handle|called|{welsh.ACCOUNT}))*:? ['‘“\"]?[a-z]\w*[._\d]\w*"
)

_WORDS = {word: n for n, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), 1)}
_WORDS |= {"the only": 1, "a single": 1, "a couple of": 2, "a pair of": 2}
_PEOPLE = (
    r"(?:children|girls|boys|victims|young (?:people|men|women)|brothers|sisters|siblings|twins"
    r"|pupils|care leavers|families|mothers|fathers)"
)
_ONE_OF_THEM = (
    r"child|girl|boy|victim|young (?:person|man|woman)|brother|sister|sibling|parents?|carers?"
    r"|pupil(?! referral)|care leaver|mother|father"
)
_BOTH = rf"both(?= {_PEOPLE}\b)"
_NUMBER = rf"(?P<n>\d{{1,2}}|{'|'.join(_WORDS)}|{_BOTH})"
_SHARE = r"(?:/\d{1,3}\b| ?\(\d{1,3}(?:\.\d+)? ?(?:%|per cent)\))?"  # 3/15 cases, three (20%) cases
_SORT = r"(?:(?:white|black|asian|mixed|dual|[A-Z][a-z]+)(?:,|[- ]and|[- ]or|/)? )"  # Black and mixed heritage
_BETWEEN = "and|as|at|by|for|from|in|on|or|per|to|with"  # Level 3 for case managers
_NO_CASE = r"(?! (?:manage|work|hold|stud|record|note|law)\w*)"
FEW = re.compile(
    rf"\b{_NUMBER}{_SHARE} (?:(?:out )?of (?:the |these |those |our )?(?:\d+ |(?:{'|'.join(_WORDS)}) )?)?"
    rf"(?-i:{_SORT}{{0,3}})(?:(?!(?:{_BETWEEN})\b)[\w-]+ )?"
    rf"(?:{_PEOPLE}|{_ONE_OF_THEM}|cases|case\b{_NO_CASE})\b",
    re.IGNORECASE,
)
FEW_WELSH = re.compile(
    rf"\b(?<!dim )(?P<n>\d{{1,2}}|{'|'.join(welsh.NUMBERS)}){_SHARE} (?:o(?:[’']r| blith y)? (?:\d+ )?)?{welsh.PEOPLE}\b"
    r"(?! ar (?:ddeg|hugain))",
    re.IGNORECASE,
)


def is_birth(match: re.Match[str], year: int) -> bool:
    """Whether who was born on that day is of an age to be inspected in that year."""
    born = int(match["a"] or match["b"] or match["c"] or match["d"])
    if born < 100:
        born += 2000 if born + 2000 <= year else 1900
    return _YOUNGEST <= year - born <= _OLDEST


def is_nhs(said: str) -> bool:
    """Whether the last of its ten figures is the one that the others make it in an NHS number."""
    digits = [int(sign) for sign in said if sign.isdigit()]
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check % 11 == digits[9] and check != 10


def number(said: str) -> int:
    """What a number in words or figures is; 0 for another word."""
    return (_WORDS | welsh.NUMBERS | {"both": 2}).get(said.casefold()) or (int(said) if said.isdigit() else 0)
