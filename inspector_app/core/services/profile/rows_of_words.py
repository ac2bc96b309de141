"""Words that come one after the other, or stand in one short list: who guesses a passphrase tries the lists."""

IN_ORDER = (  # two that stand side by side here are one guess
    "monday tuesday wednesday thursday friday saturday sunday monday",
    "january february march april may june july august september october november december january",
    "jan feb mar apr may jun jul aug sep oct nov dec jan",
    "spring summer autumn winter spring",
    "one two three four five six seven eight nine ten eleven twelve",
    "ten twenty thirty forty fifty sixty seventy eighty ninety hundred",
    "first second third fourth fifth sixth seventh eighth ninth tenth",
    "north south east west north",
    "red orange yellow green blue indigo violet",
    "mercury venus earth mars jupiter saturn uranus neptune",
    "alpha bravo charlie delta echo foxtrot golf hotel india juliet",
    "alpha beta gamma delta epsilon",
    "dydd llun dydd mawrth dydd mercher dydd iau dydd gwener dydd sadwrn dydd sul dydd llun",
    "llun mawrth mercher iau gwener sadwrn sul llun",
    "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr ionawr",
    "gwanwyn haf hydref gaeaf gwanwyn",
    "un dau tri pedwar pump chwech saith wyth naw deg",
)
_OTHERS = """
    black white brown purple pink grey gold silver bronze platinum pluto sun moon
    kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu
    breakfast lunch dinner supper hearts spades clubs diamonds ace king queen jack
    dad mum brother son grandmother grandfather auntie uncle
    small medium large huge circle square triangle
    coch melyn gwyrdd glas du gwyn gogledd dwyrain gorllewin
"""
WORDS = frozenset(word for row in (*IN_ORDER, _OTHERS) for word in row.split())
