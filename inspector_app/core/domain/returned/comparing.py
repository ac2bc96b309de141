"""A returned draft compared with the texts of the inspection: every difference by itself, and every comment. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from inspector_app.core.domain.returned import hunks, lines, marks, placing
from inspector_app.core.domain.returned.difference import Difference, KnownText, Returned, Said, What, of_hunk
from inspector_app.core.domain.returned.hunks import Hunk
from inspector_app.core.domain.returned.lines import Figures
from inspector_app.core.domain.returned.marks import Stamp, TextMark
from inspector_app.core.domain.returned.placing import DraftLine, Placed
from inspector_app.core.domain.returned.read import Document, Kept, Piece
from inspector_app.core.domain.text.typed_lines import QUOTE, TypedLine
from inspector_app.core.domain.text.typed_lines import lines as lines_of

_CHART = marks.of_words("")  # the mark of a picture that the program draws


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with the digest of its id, and the lines that the draft had of it."""

    known: KnownText
    digest: str
    base: str
    lines: tuple[TypedLine, ...]


def compared(document: Document, texts: Sequence[KnownText], inspection: str, stamp: Stamp | None) -> Returned:
    """What a document says otherwise than these texts, which are all that there are by now (`inspection`: its id)."""
    return _Comparing(document, texts, inspection, stamp).returned()


def _prints(line: TypedLine) -> bool:
    """Whether anything of a line is in a draft: of the sign of a box alone nothing is."""
    return bool(line.words) or line.sign.strip() != QUOTE


def _next(lines: Sequence[TypedLine], last: int) -> range:
    """Which line may stand behind the last: the first after it that prints, and any before that."""
    after = next((number for number in range(last + 1, len(lines)) if _prints(lines[number])), last)
    return range(last + 1, after + 1)


class _Comparing:
    def __init__(self, document: Document, texts: Sequence[KnownText], inspection: str, stamp: Stamp | None) -> None:
        self._document, self._stamp, self._figures = document, stamp, Figures()
        read = (_Text(t, marks.id_of(inspection, t.id), b, tuple(lines_of(b))) for t in texts for b in [_base(t)])
        self._texts = {text.known.id: text for text in read}
        self._ids = {text.digest: text.known.id for text in self._texts.values()}
        self._whole = {
            m.text for p in document.paragraphs for n in p.marks if (m := marks.read_text(n)) and m.line is None
        }
        self._placed = placing.placed(document.paragraphs, list(self._had()), self._figures)
        self._of = placing.by_text(self._placed, self._ids)

    def returned(self) -> Returned:
        of_texts = {key: list(self._of_text(text)) for key, text in self._texts.items()}
        order = {key: place for place, key in enumerate(self._of)}
        in_order = sorted(of_texts, key=lambda key: order.get(key, len(order)))
        found = [d for key in in_order for d in of_texts[key]]
        found += [*self._orders(), *_Printed(self._placed).differences()]
        texts = [self._texts[key].known for key in self._of]
        known = {m.text for one in self._placed for m in one.marks}
        return Returned(
            stamp=self._stamp,
            differences=_each_once(found),
            said=tuple(self._said()),
            changed_since=sum(text.base is not None and text.base != text.text for text in texts),
            unknown=sum(text.base is None for text in texts),
            gone_since=len(known - set(self._ids)),
            pictures=sum(max(one.paragraph.pictures - (one.printed == _CHART), 0) for one in self._placed),
        )

    def _had(self) -> Iterator[DraftLine]:
        """The lines that the draft had, by which one without its mark is known."""
        for text in self._texts.values():
            if not text.known.printed:
                continue
            if text.digest in self._whole or (text.known.kind != "narrative" and text.known.entity == "finding"):
                yield DraftLine(TextMark(text.digest, "", None), lines.printed(text.lines, self._figures))
            else:
                for number, line in enumerate(text.lines):
                    yield DraftLine(TextMark(text.digest, "", number), lines.printed((line,), self._figures))

    # one text

    def _of_text(self, text: _Text) -> Iterator[Difference]:
        found = self._of.get(text.known.id, [])
        if not any(one.marks for one in found):
            if text.known.printed and any(map(_prints, text.lines)):
                yield self._gone(text)
            return
        whole = any(mark.line is None for one in found for mark in one.marks)
        now = self._whole_text(text, found) if whole else self._text(text, found)
        base = text.base
        if text.known.base is None:  # how the draft had it is what its tracked changes were made on
            was = text.base if whole else self._text(text, found, without=Kept.ADDED)
            base = was if was != now else text.base
        # what two people wrote stays apart, for each of them is named with it
        alone = len({piece.by for one in found for piece in one.paragraph.pieces if piece.by}) < 2
        yield from (self._changed(text, base, hunk, found) for hunk in hunks.hunks(base, now, join=alone))
        if whole:
            yield from (self._added(text, one) for one in found if one.new)

    def _whole_text(self, text: _Text, found: Sequence[Placed]) -> str:
        own = next(one for one in found if one.marks)
        said = lines.of_whole(lines.written(own.paragraph, self._figures), text.base, self._figures)
        before, _, after = text.base.partition(text.base.strip())  # blanks round a text print nothing
        return f"{before}{said}{after}" if said else text.base

    def _text(self, text: _Text, found: Sequence[Placed], without: Kept = Kept.REMOVED) -> str:
        """The text as it came back, or (without what was added) as it went out."""
        wide = "\n\n" if "\n\n" in text.base else "\n"
        said, last = "", -1
        for one in found:
            own = [m.line for m in one.marks if m.text == text.digest]
            numbers = [line for line in own if line is not None and line < len(text.lines)]
            words = lines.written(one.paragraph, self._figures, without)
            base = [text.lines[n] for n in numbers]
            line = (
                lines.of_paragraph(words, base, self._figures)
                if base
                else lines.new_line(words, one.paragraph, self._figures)
            )
            if not line:
                continue
            follows = bool(numbers) and last >= 0 and numbers[0] in _next(text.lines, last)
            gap = text.base[text.lines[last].end : text.lines[numbers[0]].start] if follows else wide
            said, last = (f"{said}{gap}{line}" if said else line), numbers[-1] if numbers else -1
        shown = [line for line in text.lines if _prints(line)]
        first, end = (shown[0].start, shown[-1].end) if shown else (0, 0)
        return f"{text.base[:first]}{said}{text.base[end:]}"

    def _changed(self, text: _Text, base: str, hunk: Hunk, found: Sequence[Placed]) -> Difference:
        removed, added, before, after = of_hunk(base, hunk)
        by, at = _whose([piece for one in found for piece in one.paragraph.pieces], removed, added)
        known = text.known
        return Difference(
            key=_key(known.id, base, str(hunk.start), str(hunk.end), added),
            what=What.WORDS,
            place=found[0].place,
            entity=known.entity, id=known.id, base=base, hunk=hunk,
            removed=removed, added=added, before=before, after=after, by=by, at=at,
            group=known.group, kind=known.kind, known_base=known.base is not None,
        )  # fmt: skip

    def _added(self, text: _Text, one: Placed) -> Difference:
        words = lines.new_line(lines.written(one.paragraph, self._figures), one.paragraph, self._figures)
        words = words.removeprefix("- ")
        by, at = _whose(one.paragraph.pieces, "", words)
        known = text.known
        return Difference(
            key=_key("new", known.id, words), what=What.NEW, place=one.place, entity=known.entity, id=known.id,
            added=words, by=by, at=at, group=known.group, kind=known.kind,
        )  # fmt: skip

    def _gone(self, text: _Text) -> Difference:
        known = text.known
        pieces = [p for paragraph in self._document.paragraphs if paragraph.gone for p in paragraph.pieces]
        by, at = _whose(pieces, text.base, "")
        return Difference(
            key=_key("gone", known.id, text.base), what=What.GONE, place=known.group, entity=known.entity, id=known.id,
            removed=text.base, base=text.base, by=by, at=at, group=known.group, kind=known.kind,
        )  # fmt: skip

    # the order of texts

    def _orders(self) -> Iterator[Difference]:
        now = list(self._of)
        lists: dict[tuple[str, str, str], list[str]] = {}
        for key, text in self._texts.items():
            if key in self._of:
                lists.setdefault((text.known.entity, text.known.group, text.known.kind), []).append(key)
        for (entity, group, kind), before in lists.items():
            after = sorted(before, key=now.index)
            if after != before:
                yield Difference(
                    key=_key("order", *after), what=What.ORDER, place=self._of[after[0]][0].place, entity=entity,
                    id=after[0], group=group, kind=kind, ids=tuple(after),
                    added="\n".join(self._texts[key].known.text for key in after),
                    removed="\n".join(self._texts[key].known.text for key in before),
                )  # fmt: skip

    # comments

    def _said(self) -> Iterator[Said]:
        under: dict[str, tuple[str, str, str]] = {}
        for one in _all_placed(self._document, self._placed):
            text = self._texts.get(self._ids.get(one.marks[0].text, "") if one.marks else "")
            for quoted in one.paragraph.quoted:
                under[quoted.comment] = (one.place, text.known.id if text else "", quoted.words)
        for comment in self._document.comments:
            place, of, words = under.get(comment.id, ("", "", ""))
            entity = self._texts[of].known.entity if of else ""
            key = _key("said", comment.by, comment.at, comment.text, words, of)
            yield Said(key, place, comment.by, comment.at, comment.text, " ".join(words.split()), entity, of)


class _Printed:
    """What was changed of what the program writes: told, and not to be taken."""

    def __init__(self, placed: Sequence[Placed]) -> None:
        self._placed = placed

    def differences(self) -> Iterator[Difference]:
        table: list[str] = []
        owner = False
        for one in self._placed:
            if one.paragraph.in_table:
                table.append(one.paragraph.reads())
                yield from self._tracked(one)
            elif one.table:
                words, table = "".join(table), []
                if marks.of_words(words) != one.printed:
                    yield Difference(_key("table", one.place, words), What.PRINTED, one.place)
            elif (one.printed and marks.of_words(one.paragraph.reads()) != one.printed) or (one.new and not owner):
                yield self._words(one)
            owner = bool(one.marks) or (owner and one.new)

    def _tracked(self, one: Placed) -> Iterator[Difference]:
        if any(piece.kept is not Kept.KEPT for piece in one.paragraph.pieces):
            yield self._words(one)

    def _words(self, one: Placed) -> Difference:
        was, now = one.paragraph.reads(Kept.ADDED), one.paragraph.reads()
        by, at = _whose(one.paragraph.pieces, was, now)
        return Difference(
            key=_key("printed", one.place, was, now), what=What.PRINTED, place=one.place,
            removed=was if was != now else "", added=now, by=by, at=at,
        )  # fmt: skip


def _base(text: KnownText) -> str:
    return text.text if text.base is None else text.base


def _all_placed(document: Document, placed: Sequence[Placed]) -> Iterator[Placed]:
    """The paragraphs, and those that are gone, under which somebody may have said why."""
    yield from placed
    yield from (
        Placed(p, "", tuple(m for n in p.marks if (m := marks.read_text(n)))) for p in document.paragraphs if p.gone
    )


def _each_once(found: Sequence[Difference]) -> tuple[Difference, ...]:
    return tuple({difference.key: difference for difference in found}.values())


def _whose(pieces: Sequence[Piece], removed: str, added: str) -> tuple[str, str]:
    """Who made a change and when, by the tracked words that are in it."""
    for piece in pieces:
        words = piece.text.strip()
        within = added if piece.kept is Kept.ADDED else removed if piece.kept is Kept.REMOVED else ""
        if piece.by and words and within and (words in within or within.strip() in words):
            return piece.by, piece.at
    return "", ""


def _key(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
