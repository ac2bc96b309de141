"""What stays together in a report: between which blocks no page may end, whatever draws them."""

from collections.abc import Iterator, Sequence

from inspector_app.core.report.content import Block, Chart, Heading, Paragraph, RatingLine, Table, Voice

_OPENING = 200  # letters of a line or two between a heading and the next
_NAME = 60  # letters that a line of a signature has at most


def leads_on(paragraph: Paragraph) -> bool:
    """Whether it leads to what follows: "One parent said:"."""
    return paragraph.text[-1].text.rstrip().endswith(":") if paragraph.text else False


def is_name(block: object) -> bool:
    """Whether it is a line such as who signed, or what they are."""
    if not (isinstance(block, Paragraph) and block.voice is Voice.BODY and block.text):
        return False
    said = "".join(run.text for run in block.text if not run.foot)
    return 0 < len(said) <= _NAME and not said.rstrip().endswith((".", ":", "!", "?"))


def stays_with(block: object, following: object) -> bool:
    """Whether no page may end between the two: words that lead on, a chart and its words, a signature, a note on either, and
    what stands between a standard's heading and what is said of it."""
    if isinstance(block, Chart):
        return True
    if isinstance(block, RatingLine) or (isinstance(block, Paragraph) and block.voice is Voice.LEAD):
        return following is not None
    if isinstance(block, Paragraph) and isinstance(following, Heading):
        return sum(len(run.text) for run in block.text) <= _OPENING
    noted = isinstance(following, Paragraph) and following.voice is Voice.NOTE
    leads = isinstance(block, Paragraph) and (leads_on(block) or is_bold(block) or noted or is_name(following))
    return leads or is_above(block, following)


def is_above(block: object, following: object) -> bool:
    """Whether it is a note on the chart or table that comes next."""
    return isinstance(block, Paragraph) and block.voice is Voice.NOTE and isinstance(following, Chart | Table)


def is_bold(paragraph: Paragraph) -> bool:
    """Whether all of it is bold, as what stands above the paragraphs that it is about."""
    return bool(paragraph.text) and all(run.bold for run in paragraph.text)


def with_next(blocks: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    """Each block, and whether no page may end between it and the next: a chart is not parted from its table either."""
    for place, block in enumerate(blocks):
        after = blocks[place + 1 : place + 3]
        shown = isinstance(block, Table | Paragraph) and isinstance(_first(after), Chart)
        leads = isinstance(block, Table) and isinstance(_first(after), Paragraph)
        below = leads and isinstance(_first(after[1:]), Chart)
        yield block, shown or below or stays_with(block, _first(after))


def _first(blocks: Sequence[Block]) -> Block | None:
    return blocks[0] if blocks else None
