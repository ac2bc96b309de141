"""How the report puts ratings, titles and typed texts into words."""

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def quoted(word: str) -> str:
    """A rating word in quotation marks, as the published footnotes have it."""
    return f"'{word}'"


def superscript(mark: str) -> str:
    """A footnote's number as superscript digits, so that it is read as one also when the text is copied out."""
    return mark.translate(_SUPERSCRIPT)


def within_sentence(title: str) -> str:
    """A title as it stands inside a sentence: assessing, but V1 and YJS stay."""
    return title if title[1:2].isupper() or title[1:2].isdigit() else title[:1].lower() + title[1:]


def shortened(text: str, most: int = 160) -> str:
    """A title that must stay on a few lines, as in a row of a table; the whole of it stands at its own heading."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of what somebody typed: a line break ends one, and empty ones go."""
    return [line.strip() for line in text.splitlines() if line.strip()]
