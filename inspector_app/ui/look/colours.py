"""The one table of named colours: light, dark, high contrast."""

from typing import NamedTuple


class Colours(NamedTuple):  # no dataclass: that module alone is a fiftieth of the start
    """The named colours of one theme. `bands` runs from the lowest rating to the highest."""

    window: str  # behind everything
    surface: str  # cards, boxes, lists
    raised: str  # hover, the rail, heads of tables
    line: str  # thin decoration; carries no meaning
    border: str  # the edge of something one can act on
    text: str
    quiet: str  # secondary text
    accent: str
    on_accent: str
    accent_soft: str  # behind the selected row or page; `text` stands on it
    focus: str
    yes: str
    no: str
    na: str
    contested: str
    error: str
    error_soft: str
    spelling: str  # the line under a word that is not in the dictionaries
    marks: tuple[str, str, str, str, str]  # of a note, in the order of domain/marks.py: a word and a shape each
    bands: tuple[str, str, str, str]


THEMES: dict[str, Colours] = {
    "light": Colours(
        window="#f3f4f2", surface="#ffffff", raised="#e8ebea", line="#d3d8d8", border="#79838a",
        text="#1b2227", quiet="#525d65", accent="#1c5d84", on_accent="#ffffff", accent_soft="#dbe9f2", focus="#1c5d84",
        yes="#23734a", no="#9b4a14", na="#626d75", contested="#7a3a94", error="#a8281f", error_soft="#fbe9e6",
        spelling="#c0392b", marks=("#23734a", "#9b4a14", "#1c5d84", "#7a3a94", "#0f6b73"),
        bands=("#a8352b", "#b06400", "#2a7a50", "#1c5d84"),
    ),
    "dark": Colours(
        window="#15181b", surface="#1d2125", raised="#272c31", line="#363d43", border="#7d8891",
        text="#e7eaec", quiet="#aab4bb", accent="#82bde6", on_accent="#0b1a25", accent_soft="#22394a", focus="#82bde6",
        yes="#6cc495", no="#e8a06a", na="#a0abb3", contested="#d09ae8", error="#f39a90", error_soft="#3a2220",
        spelling="#f39a90", marks=("#6cc495", "#e8a06a", "#82bde6", "#d09ae8", "#63c7cf"),
        bands=("#ea8278", "#e3aa4f", "#6cc495", "#82bde6"),
    ),
    "contrast": Colours(
        window="#000000", surface="#000000", raised="#1a1a1a", line="#ffffff", border="#ffffff",
        text="#ffffff", quiet="#ffffff", accent="#ffe100", on_accent="#000000", accent_soft="#003a6b", focus="#ffe100",
        yes="#5cff9d", no="#ffb36b", na="#ffffff", contested="#ff9cff", error="#ff9d94", error_soft="#2b0000",
        spelling="#ff9d94", marks=("#5cff9d", "#ffb36b", "#7fd0ff", "#ff9cff", "#7ffcff"),
        bands=("#ff8d84", "#ffc14d", "#5cff9d", "#7fd0ff"),
    ),
}  # fmt: skip
