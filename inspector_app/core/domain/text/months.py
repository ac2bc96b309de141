"""The months as patterns find them in texts: by their English names, whatever language the window has."""

_SHORT = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
BEGUN = f"(?:{_SHORT})[a-z]*"  # or misspelt from its fourth letter on
WHOLE = (  # as it is, or as it is shortened: for within a group
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?"
)
