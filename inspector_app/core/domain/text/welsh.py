"""The Welsh words in the forms in which texts name somebody: a service in Wales writes addresses and schools in Welsh.

The kind of a place stands before its name there ("Heol y Bont", "Ysgol Glan Clwyd"), and its first letter may be another
behind a preposition ("yng Nghlos y Felin", "i Goleg Menai").
"""

MONTHS = (
    "Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr"
    "|Fawrth|Fai|Fehefin|Orffennaf|Fedi|Dachwedd|Ragfyr"  # o Fai
)
DAY = r"\d{1,2}(?:af|ain|fed|eg|ydd|il)?(?: o)?"  # 3ydd o Fai

_ROADS = (
    "Heol|Hewl|Ffordd|Stryd|L[oô]n|Rhodfa|Maes|Clos|Bryn|Cae|Cilgant|Llys|Plas|Gerddi|Parc|Teras|Rhes|Sgw[aâ]r|Llwybr|Cwrt|Llain"
    "|T[yŷ]|Tai|Coedlan|Rhiw|Dôl|Dol|Gelli|Trem|Gwêl|Tyddyn"
    "|Rodfa|Faes|Glos|Nghlos|Fryn|Mryn|Gae|Nghae|Gilgant|Nghilgant|Lys|Blas|Mhlas|Erddi|Ngerddi|Barc|Mharc|Deras|Nheras|Res"
    "|Lwybr|Gwrt|Nghwrt|D[yŷ]|Nh[yŷ]|Dai|Goedlan|Riw|Ddôl|Ddol"
)
_OF = r"(?:(?:[Yy]r?|a|ar|dan|tan|o|i|[’']r|yn) )"
_WORD = r"[A-ZÂÊÎÔÛŴŶ][\w'’-]+"
_NO_ROAD = r"(?!Llys (?:y Goron|[Yy]nadon|Ieuenctid|Teulu|Sirol)\b|Parc (?:Prison|YOI|Young)\b)"  # courts, a prison
ROAD = rf"{_NO_ROAD}(?:{_ROADS})\b(?:[’']r)? {_OF}?{_WORD}(?: {_OF}?{_WORD}){{0,3}}"
LIVES = r"(?:byw|yn aros|symud(?:odd|wyd)?|lleoli|cyfeiriad(?: yw|:)?)(?: (?:yn|yng|ym|ar|i|mewn|wrth|at))?"

_SCHOOLS = "Ysgol|Coleg|Goleg|Ngholeg|Academi|Cylch Meithrin|Uned Cyfeirio"
SCHOOL = rf"(?:{_SCHOOLS}) {_OF}?{_WORD}(?: {_OF}?{_WORD}){{0,4}}"
AT_SCHOOL = r"(?:mynychu|mynd i|aeth i|gwahardd o|disgybl(?:ion)? (?:yn|yng|o)|fyfyriwr yn|astudio yn|astudio yng)"

_WHO = "(?:ef|hi|fe|e|o|nhw)"
BORN = rf"(?:[Dd]yddiad geni|DG|[Gg]anwyd|[Gg]aned|[Gg]eni|[Pp]en-?blwydd)(?: {_WHO}\b)?(?: (?:ar|yw|oedd|ym|yn))*:?"
OLD = "oed"  # 15 oed

ACCOUNT = r"(?:cyfrif|yw|ydy|oedd|fel|o[’']r enw)"
USERNAME = "[Ee]nw defnyddiwr"

NUMBERS = {  # of men and of women, as their first letter may be
    form: n
    for n, forms in enumerate(
        ("un unig", "dau ddau dwy ddwy", "tri dri thri tair dair thair", "pedwar bedwar phedwar pedair bedair phedair",
         "pum bum phum pump", "chwe chwech", "saith", "wyth", "naw"), 1)
    for form in forms.split()
}  # fmt: skip
PEOPLE = (  # one of them stands behind a number, several behind "o"
    r"(?:(?:p|b|ph|mh)(?:lentyn|lant)|[bf](?:achgen|echgyn)|[mf]erch(?:ed)?|h?achos(?:ion)?|dd?ioddefw(?:r|yr)"
    r"|(?:person|berson|pherson|pobl|bobl|phobl)(?:au)? ifanc|rh?iant|rh?ieni|g?ofalw(?:r|yr)"
    r"|[bf]rawd|brodyr|[cg]hwaer|chwiorydd)"
)
