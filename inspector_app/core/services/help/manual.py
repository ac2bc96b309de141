"""What is told to people about the program, as it is shipped: the guide with the parts of the README that it leads to.

Guide, README and list of changes have one owner each, the file in the checkout; a built program holds copies.
"""

import re
from pathlib import Path

from inspector_app.core import paths

TOLD_IN_README = ("As a team", "Keys", "Where things are")  # the guide leads there, and help has no other page
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)#]*)(#[\w-]+)?\)")


def text() -> str:
    """The whole of it in Markdown, every link leading to a heading in it; other documents are only named."""
    readme = (paths.documents() / "README.md").read_text(encoding="utf-8")
    parts = [(paths.documents() / "docs" / "guide.md").read_text(encoding="utf-8")]
    parts += [_section(readme, heading) for heading in TOLD_IN_README]
    return _LINK.sub(_led, "\n\n".join(part.strip() for part in parts)) + "\n"


def picture(name: str) -> Path | None:
    """The file of a picture that the guide names ("pictures/week.png"); None where it is no picture of the guide."""
    folder = paths.documents() / "docs" / "pictures"
    file = folder / name.removeprefix("pictures/")
    return file if file.suffix == ".png" and file.parent == folder and file.is_file() else None


def fragment(heading: str) -> str:
    """What leads to a heading, as in a link ("As a team": "as-a-team")."""
    return re.sub(r"[^\w -]", "", heading.strip().lower()).replace(" ", "-")


def _led(link: "re.Match[str]") -> str:
    """A link within the text; of one that leads out of it, its words."""
    words, file, at = link.groups()
    known = {"#" + fragment(heading) for heading in TOLD_IN_README}
    return f"[{words}]({at})" if at and (not file or at in known) else words


def _section(readme: str, heading: str) -> str:
    """A section of the README with what stands under it, as one of the guide's."""
    _, head, rest = re.split(rf"^(#+ {re.escape(heading)})$", readme, maxsplit=1, flags=re.MULTILINE)
    level = len(head) - len(head.lstrip("#"))
    return f"## {heading}" + re.split(rf"^#{{1,{level}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]
