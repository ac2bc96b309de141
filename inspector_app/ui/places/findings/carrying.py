"""The links between texts and evidence on the page: read, shown in margins and panes, made and taken away."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor

from inspector_app.core.domain.draft import support
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.domain.text.sentences import Sentence, sentences_of
from inspector_app.core.services.results import supporting
from inspector_app.core.services.results.supporting import Links, Offer, Offers, Quoted, Unused
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import count, later, say
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.exact_text import offset, units
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.places.findings import inserting, quoting
from inspector_app.ui.places.findings.desk import FindingsDesk
from inspector_app.ui.places.findings.section_list import RECOMMENDATIONS, Texts
from inspector_app.ui.places.findings.side import CARRIED, GAPS, UNUSED
from inspector_app.ui.places.findings.texts.text_item import TextItem
from inspector_app.ui.words import evidence as evidence_words

Try = Callable[
    [Callable[[Workspace], Any]], Any
]  # does something to the texts; None where that was refused, which is told
_WHOLE = "recommendation"  # is carried as a whole
_LOST = "lost/"  # begins the code of a link whose sentence is gone
_SOON = 150  # ms after the last move of the cursor
_INTO_ONE = later("Put the cursor in a sentence to see what supports it, and to link more.")


class Carrying(QObject):
    """Knows what carries what, and the text that one is in."""

    def __init__(self, workspace: Workspace, desk: FindingsDesk, jobs: Jobs, try_: Try) -> None:
        super().__init__(desk)
        self._workspace, self._desk, self._jobs, self._try = workspace, desk, jobs, try_
        self._links: Links = {}
        self._offers: Offers | None = None
        self._rows: Sequence[TextRow] = ()
        self._texts = Texts((), (), ())
        self._section = self._last = ""
        self._ticket: Ticket | None = None
        self._quoted: Sequence[Quoted] = ()
        self._unused: Sequence[Unused] = ()
        self._looked_in = ""
        side = desk.side
        desk.set_find(self._found)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)  # typing does not wait for what stands beside it
        self._soon.timeout.connect(self._show_sentence)
        desk.sheet.cursor_moved.connect(self._soon.start)
        desk.sheet.state_changed.connect(self._count_anew)
        desk.sheet.rests_asked.connect(self._enter_on)
        side.carried.link_asked.connect(self._link)
        side.carried.unlink_asked.connect(self._unlink)
        side.carried.left.connect(desk.back_to_text)
        side.gaps.chosen.connect(self._go_to_gap)
        side.unused.chosen.connect(self._choose_unused)
        side.unused.put_asked.connect(self._put_unused)
        side.opened.connect(lambda _: self._show_pane())
        side.shown_anew.connect(self._soon.start)

    def read(self, section: str, rows: Sequence[TextRow], texts: Texts) -> None:
        """Show what carries the texts of a section (`rows`), and at each of the others whether anything is missing."""
        self._links = supporting.links(self._workspace)
        self._desk.sections.show_dots(texts, self._links)
        self._offers, self._section, self._rows, self._texts = None, section, rows, texts
        for item in self._desk.sheet.items():
            item.set_links(self._links.get(item.row.id, ()))
            if item.beside is not None:
                resting = supporting.resting(item.row.id, self._links)
                item.beside.say_rests(_rests(resting) if item.entity == _WHOLE else "", item.name)
        self._desk.say_carried(self._said())
        if self._desk.side.current == CARRIED and self._here() is None:
            self._soon.start()  # once the page is seen: what can be linked is read first
        else:
            self._show_pane()

    def _count_anew(self) -> None:
        """Count what stands in the texts now: what is typed in them is not read anew."""
        typed = {item.row.id: item.note.box.text() for item in self._desk.sheet.items()}
        changed = {row.id for row in self._rows if typed.get(row.id, row.text) != row.text}
        if not changed:
            return

        def now(rows: Sequence[TextRow]) -> list[TextRow]:
            return [replace(row, text=typed[row.id]) if row.id in changed else row for row in rows]

        self._rows = now(self._rows)
        self._texts = Texts(now(self._texts.findings), now(self._texts.recommendations), self._texts.previous)
        self._desk.sections.show_dots(self._texts, self._links)
        self._desk.say_carried(self._said())
        if self._desk.side.current == GAPS:
            self._show_gaps()

    def _said(self) -> str:
        """How many sentences of the section, or recommendations, have evidence; "" where nothing is written."""
        gaps, of = self._gaps()
        return evidence_words.carried(of - len(gaps), of, whole=self._whole) if of else ""

    @property
    def _whole(self) -> bool:
        return self._section == RECOMMENDATIONS

    def _gaps(self) -> tuple[list[tuple[TextRow, Sentence]], int]:
        """What nothing carries in the section, and of how many."""
        written = [row for row in self._rows if row.text.strip()]
        of = sum(1 if self._whole else len(sentences_of(row.text)) for row in written)
        return supporting.unsupported(self._rows, self._links, whole=self._whole), of

    def enter(self) -> None:
        """Go to where the sentence at the cursor is linked."""
        if self._here() is None:
            tell(self._desk, _INTO_ONE.say())
            return
        self._desk.side.enter_carried()

    def _enter_on(self, text: str) -> None:
        """The same for a text whose button was pressed."""
        self._desk.sheet.enter_words(text)
        self.enter()

    # where one is

    def _here(self) -> tuple[TextItem, str] | None:
        """The text that one is in and the words of the sentence there ("": the whole text); None in none."""
        item = self._desk.sheet.item_in_hand()
        if item is None or item.entity == "previous" or not item.note.box.text().strip():
            return None
        if item.entity == _WHOLE:
            return item, ""
        box = item.note.box
        text = box.text()
        found = support.at(text, offset(text, box.textCursor().position()))
        return (item, found.words) if found is not None else None

    def _show_sentence(self) -> None:
        if self._desk.side.current == CARRIED:
            self._show_pane()

    # the panes

    def _show_pane(self) -> None:
        side = self._desk.side
        shown = {CARRIED: self._show_carried, GAPS: self._show_gaps, UNUSED: self._look_for_unused}
        if side.current in shown:
            shown[side.current]()

    def _show_carried(self) -> None:
        here, pane = self._here(), self._desk.side.carried
        if here is None:
            pane.show_sentence(_INTO_ONE.say(), ())
        else:
            item, sentence = here
            linked = self._of(item, sentence)
            words = self._desk.in_words(sentence) or say("The whole recommendation")
            pane.show_sentence(
                words, [(one.id, self._known().words(one.on) or say("no longer there")) for one in linked]
            )
        pane.offer()

    def _of(self, item: TextItem, sentence: str) -> Sequence[support.Link]:
        linked, text = self._links.get(item.row.id, ()), item.note.box.text()
        if not sentence:
            return linked
        at = [one.words for one in sentences_of(text)].index(sentence)
        return supporting.carried(text, linked)[at]

    def _found(self, typed: str) -> Sequence[Offer]:
        here = self._here()
        if here is None:
            return ()
        whole = here[0].entity == _WHOLE
        found = self._known().matching(typed, self._section, findings=whole)
        if not typed.strip() and (words := self._known().words(self._last) if self._last else ""):
            return [Offer(self._last, words), *(one for one in found if one.on != self._last)]
        return found

    def _known(self) -> Offers:
        if self._offers is None:
            self._offers = Offers(self._workspace, self._desk.in_words)
        return self._offers

    def _show_gaps(self) -> None:
        gaps, of = self._gaps()
        said = f"{evidence_words.carried(of - len(gaps), of, whole=self._whole)}."
        lines = [(f"{row.id}/{sentence.start}", self._desk.in_words(sentence.words)) for row, sentence in gaps]
        said = f"{said} {say('Enter goes to one.')}" if lines else said
        lost = [] if self._whole else [(f"{_LOST}{one.id}", self._lost_words(one)) for one in self._adrift()]
        how = say("Below them: evidence whose sentence is gone; Enter links it with the sentence at the cursor.")
        self._desk.side.gaps.show_these(f"{said} {how}" if lost else said, [*lines, *lost])

    def _adrift(self) -> list[support.Link]:
        """The links of the texts that are shown whose sentence is gone."""
        return [one for row in self._rows for one in supporting.adrift(row.text, self._links.get(row.id, ()))]

    def _lost_words(self, link: support.Link) -> str:
        what = self._known().words(link.on) or say("no longer there")
        return say("{what}: was with “{sentence}”", what=what, sentence=self._desk.in_words(link.sentence))

    def _link_lost(self, link_id: str) -> None:
        """Link what lost its sentence with the one at the cursor, in the same text."""
        lost = next((one for one in self._adrift() if one.id == link_id), None)
        if lost is None:
            return
        here = self._here()
        if here is None or here[0].row.id != lost.text:
            self._desk.sheet.enter_words(lost.text)
            tell(self._desk, say("Put the cursor in the sentence that it supports now, and press Enter on it again."))
            return
        item, sentence = here
        if item.flush() and self._try(lambda w: supporting.relink(w, lost, sentence)) is not None:
            self._belongs_to(item)

    def _go_to_gap(self, code: str) -> None:
        if code.startswith(_LOST):
            self._link_lost(code.removeprefix(_LOST))
            return
        text, _, start = code.partition("/")
        box = self._desk.sheet.enter_words(text)
        if isinstance(box, NoteBox):
            cursor = QTextCursor(box.document())
            cursor.setPosition(units(box.text()[: int(start)]))
            box.setTextCursor(cursor)
            self.enter()

    def _look_for_unused(self) -> None:
        """Looked for in a job: the index may have to be brought up to date first."""
        standard, links = self._section, self._links
        pane = self._desk.side.unused
        if standard not in self._workspace.framework.by_ref:
            pane.show_these(say("Evidence is looked for on the pages of the standards."), ())
            return
        if self._ticket is not None:
            self._ticket.cancel()
        if standard != self._looked_in:  # else what was found before stands there meanwhile
            self._looked_in, self._unused, self._quoted = standard, (), ()
            pane.show_these(say("Looking for what was marked and is in no sentence."), ())
        texts = [row.text for row in self._rows]

        def work(ticket: Ticket) -> tuple[list[Unused], list[Quoted]]:
            offers = Offers(self._workspace, self._desk.in_words)
            unused = supporting.unused(self._workspace, standard, links, ticket, offers=offers)
            return unused, supporting.quotations(self._workspace, standard, texts, ticket, offers=offers)

        self._ticket = self._jobs.run(
            self, work, done=self._show_unused, failed=lambda _: pane.show_these("", ())
        )  # what refuses it refuses the next edit too, which says so

    def _show_unused(self, both: tuple[Sequence[Unused], Sequence[Quoted]]) -> None:
        self._ticket, (found, self._quoted) = None, both
        self._unused = found
        said = _left_over(len(found) + len(self._quoted))
        lines = [(one.on, f"{one.words}: {one.said}" if one.said else one.words) for one in found]
        how = say("Enter links one with the sentence at the cursor; Ctrl+Enter puts what was marked into the text.")
        said = " ".join(filter(None, (said, how if lines else "", quoting.about(self._quoted))))
        self._desk.side.unused.show_these(said, [*quoting.lines(self._quoted), *lines])

    def _choose_unused(self, code: str) -> None:
        """Put a quotation into the text that one is in; link anything else with the sentence at the cursor."""
        if not code.startswith(quoting.CODE):
            self._link(code)
            return
        one, item = self._quoted[int(code.removeprefix(quoting.CODE))], self._desk.sheet.item_in_hand()
        if item is None or item.entity == "previous":
            tell(self._desk, say("Put the cursor in a text first; the quotation goes there."))
        elif quoting.put(item, one, self._try):
            self._desk.back_to_text()

    def _put_unused(self, code: str) -> None:
        """Put what was marked, or a quotation, into the text that one is in."""
        passages = next((one.passages for one in self._unused if one.on == code), ())
        item = self._desk.sheet.item_in_hand()
        if code.startswith(quoting.CODE):
            self._choose_unused(code)
        elif not passages:
            tell(
                self._desk, say("Nothing is marked in it to be put in; Enter links it with the sentence at the cursor.")
            )
        elif item is None or item.entity == "previous":
            tell(self._desk, say("Put the cursor in a text first; what was marked goes there."))
        elif inserting.put(item, passages, code, self._try):
            self._desk.back_to_text()

    # written

    def _link(self, on: str) -> None:
        here = self._here()
        if here is None:
            tell(self._desk, _INTO_ONE.say())
            return
        item, sentence = here
        if item.flush() and self._try(lambda w: supporting.link(w, item.row.id, on, sentence)) is not None:
            self._last = on
            self._desk.side.carried.line.clear()  # what was typed was of this sentence
            self._belongs_to(item)
            self._desk.back_to_text()

    def _unlink(self, link_id: str) -> None:
        here = self._here()
        if self._try(lambda w: supporting.unlink(w, link_id)) is not None and here is not None:
            self._belongs_to(here[0])

    def _belongs_to(self, item: TextItem) -> None:
        """A step of the text was made beside its words: it is what undo takes back next, there and in the pane."""
        item.begin_step()
        hold(self._desk.side.carried, item.entity, item.row.id)


def _rests(resting: supporting.Resting) -> str:
    """What a recommendation rests on, counted."""
    parts = [
        count(resting.findings, "{n} finding", "{n} findings") if resting.findings else "",
        count(resting.cases, "{n} case", "{n} cases") if resting.cases else "",
    ]
    return " · ".join(filter(None, parts)) or say("nothing yet")


def _left_over(number: int) -> str:
    """How much strong evidence is in no sentence, or what would stand here."""
    if not number:
        return say(
            "No strong evidence waits for a sentence. What is marked in a note, a quotation or a source is listed "
            "here until a sentence rests on it."
        )
    return count(
        number,
        "{n} piece of strong evidence is in no sentence.",
        "{n} pieces of strong evidence are in no sentence.",
    )
