"""What a live figure is called in a draft for a word processor, and what that says when the draft comes back."""

_CALLED, _WORDS = "Figure ", ": "
_MOST = 64  # letters of the title of a content control
TAG = "figure:"  # begins its tag, which some programs lose


def figure_title(of: str, words: str) -> str:
    """The title of a figure's content control: what it is of, and its words where there is room for them."""
    whole = f"{_CALLED}{of}{_WORDS}{words}"
    return whole if len(whole) <= _MOST else f"{_CALLED}{of}"[:_MOST]


def read_figure(title: str, tag: str) -> tuple[str, str]:
    """What a content control is the figure of and the words it had ("" where nobody says); ("", "") for another one."""
    of, _, words = title.removeprefix(_CALLED).partition(_WORDS) if title.startswith(_CALLED) else ("", "", "")
    return (tag.removeprefix(TAG) if tag.startswith(TAG) else of), words
