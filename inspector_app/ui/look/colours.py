"""The one table of named colours: light, dark, high contrast (contrast of the pairs in use: tests/ui/test_theme.py)."""

from typing import NamedTuple

from inspector_app.core.domain.rating_inks import ON_WHITE


class Colours(NamedTuple):  # no dataclass: that module alone is a fiftieth of the start
    """The named colours of one theme. `bands` runs from the lowest rating to the highest; `_soft` is a ground."""

    window: str  # behind everything
    surface: str  # cards, boxes, lists
    sunken: str  # heads of tables, sheets that can only be read, the bar of the judgement
    raised: str  # the rail, what is under the pointer, rows of groups
    press: str  # what is pressed
    line: str  # thin decoration; carries no meaning
    border: str  # the edge of something one can act on
    text: str
    quiet: str  # secondary text, icons at rest
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str  # behind the row one is on, and a live figure; `text` stands on it
    focus: str
    strip: str  # the header strip
    strip_text: str
    strip_quiet: str
    strip_line: str
    strip_concern: str
    strip_contested: str
    yes: str
    yes_soft: str
    no: str
    no_soft: str
    na: str
    na_soft: str
    contested: str
    contested_soft: str
    error: str  # errors and concerns; the line under a word that is not in the dictionaries
    error_soft: str
    warn: str  # to check, out of date, no evidence
    warn_soft: str
    teal: str  # the mark of a practice example
    toast: str  # a message that lies over the foot of the page
    toast_text: str
    toast_link: str
    track: str  # the empty part of a bar
    hatch: str  # between the lines of what is provisional
    bands: tuple[str, str, str, str]

    @property
    def track_edge(self) -> str:
        """The edge of the empty part of a bar: seen where its ground alone is too near to what is round it."""
        return self.border if self.surface == self.window else self.track

    @property
    def off(self) -> str:
        """Words of what cannot be done now: quiet ones, and where these are as all others are (high contrast) grey ones."""
        return self.line if self.quiet == self.text else self.quiet

    @property
    def here(self) -> tuple[str, str]:
        """Ground and ink of the page one is on, in the rail; filled where the grounds are all but the same."""
        return (self.accent, self.on_accent) if self.surface == self.window else (self.surface, self.accent)

    @property
    def marks(self) -> tuple[str, str, str, str, str, str]:
        """The marks of a note, in the order of domain/text/marks.py: each has a word and a shape too."""
        return (self.yes, self.no, self.bands[3], self.contested, self.teal, self.warn)


THEMES: dict[str, Colours] = {
    "light": Colours(
        window="#f1f3f5", surface="#ffffff", sunken="#f7f8f9", raised="#e7ebee", press="#d7dce0",
        line="#d7dce0", border="#76828b", text="#17212b", quiet="#4c5862",
        accent="#1a5a87", accent_hover="#134668", on_accent="#ffffff", accent_soft="#deebf4", focus="#1a5a87",
        strip="#14293c", strip_text="#ffffff", strip_quiet="#b6c4d0", strip_line="#2d4458",
        strip_concern="#ffb3aa", strip_contested="#e6bdf5",
        yes="#1f6f47", yes_soft="#e3f1e9", no="#97440f", no_soft="#f8e9df", na="#59656e", na_soft="#e9edf0",
        contested="#73358c", contested_soft="#f1e6f6", error="#a8281f", error_soft="#fbe9e7",
        warn="#8a5300", warn_soft="#fbf0d9", teal="#0f6b73",
        toast="#17212b", toast_text="#ffffff", toast_link="#9fd0f2", track="#e3e7ea", hatch="#ffffff",
        bands=ON_WHITE,
    ),
    "dark": Colours(
        window="#12161a", surface="#1b2026", sunken="#171c21", raised="#283038", press="#3a444e",
        line="#333c45", border="#7f8b95", text="#e8ecef", quiet="#adb8c1",
        accent="#86c0ea", accent_hover="#a6d2f2", on_accent="#08202f", accent_soft="#1f3a4e", focus="#86c0ea",
        strip="#0a0f14", strip_text="#ffffff", strip_quiet="#aab8c4", strip_line="#2b3844",
        strip_concern="#ffb3aa", strip_contested="#e6bdf5",
        yes="#6cc495", yes_soft="#1b3429", no="#eba26c", no_soft="#3b2819", na="#a4afb8", na_soft="#2a3138",
        contested="#d3a0ea", contested_soft="#35243d", error="#f39a90", error_soft="#3c2321",
        warn="#e6b45c", warn_soft="#362b17", teal="#63c7cf",
        toast="#e8ecef", toast_text="#12161a", toast_link="#134f79", track="#2d353d", hatch="#1b2026",
        bands=("#ec8a80", "#e3aa4f", "#6cc495", "#86c0ea"),
    ),
    "contrast": Colours(
        window="#000000", surface="#000000", sunken="#000000", raised="#1c1c1c", press="#4d4d4d",
        line="#8c8c8c", border="#ffffff", text="#ffffff", quiet="#ffffff",
        accent="#ffe100", accent_hover="#fff27a", on_accent="#000000", accent_soft="#003a6b", focus="#ffe100",
        strip="#000000", strip_text="#ffffff", strip_quiet="#ffffff", strip_line="#ffffff",
        strip_concern="#ff9d94", strip_contested="#ff9cff",
        yes="#5cff9d", yes_soft="#00331a", no="#ffb36b", no_soft="#331a00", na="#ffffff", na_soft="#1c1c1c",
        contested="#ff9cff", contested_soft="#330033", error="#ff9d94", error_soft="#2b0000",
        warn="#ffe100", warn_soft="#1f1b00", teal="#7ffcff",
        toast="#ffffff", toast_text="#000000", toast_link="#00408a", track="#262626", hatch="#000000",
        bands=("#ff8d84", "#ffc14d", "#5cff9d", "#7fd0ff"),
    ),
}  # fmt: skip
