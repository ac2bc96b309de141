"""What carries the sentences of the findings: linked, unlinked, offered, and what is missing. It stays in the inspectorate.

Each link is a step of its text, which undo of the text takes back. Those that write raise Expected as Editor.do: DISK_FULL,
FOLDER_READ_ONLY, BUSY.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from inspector_app.core.domain import live_figures
from inspector_app.core.domain.draft import recommending, support
from inspector_app.core.domain.draft.support import Link
from inspector_app.core.domain.fields import SUPPORT
from inspector_app.core.domain.finding.search import Found, FoundRow, Query, Wanted
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.inspection import Case
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.domain.text import marks, quoting, typed_lines
from inspector_app.core.domain.text.folding import plain
from inspector_app.core.domain.text.marks import Mark, Marked
from inspector_app.core.domain.text.quoting import Quotation
from inspector_app.core.domain.text.sentences import Sentence, sentences_of
from inspector_app.core.services.documents import text_edits
from inspector_app.core.services.editor import Done
from inspector_app.core.services.search import finding
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read, read_evidence, read_support

Links = Mapping[str, Sequence[Link]]
_STRONG = (Mark.STRENGTH, Mark.IMPROVEMENT, Mark.PRACTICE)  # quotations are listed each by itself
_OFFERED = 60  # more would not be read; typing narrows them


@dataclass(frozen=True, slots=True)
class Offer:
    """What can carry a sentence: `on` as a link names it, and what people call it."""

    on: str
    words: str


@dataclass(frozen=True, slots=True)
class Resting:
    """How many findings a recommendation rests on, and how many cases."""

    findings: int
    cases: int


@dataclass(frozen=True, slots=True)
class Unused:
    """Something marked in a note, or a source, on which no sentence rests: where it is, and what it says.

    `passages`: what was marked there as strength, area or practice example, in full; `said` has them with their marks.
    """

    on: str
    words: str
    said: str = ""
    passages: tuple[str, ...] = ()


def links(workspace: Workspace) -> dict[str, list[Link]]:
    """By the id of each text what carries it."""
    found: dict[str, list[Link]] = defaultdict(list)
    with workspace.database.read() as connection:
        for link in read_support.links(connection):
            found[link.text].append(link)
    return dict(found)


def link(workspace: Workspace, text: str, on: str, sentence: str = "") -> Done:
    """Say that `on` carries a sentence of a text ("": all of it)."""
    return workspace.editor.do(text, list(text_edits.linking(text, on, sentence)))


def unlink(workspace: Workspace, link_id: str) -> Done:
    """Say that it does not carry it any more."""
    text, _, _ = link_id.partition("/")
    return workspace.editor.do(text, [Edit(SUPPORT.code, EntityId(link_id), "carries", None)])


def relink(workspace: Workspace, link: Link, sentence: str) -> Done:
    """Say that what carried a sentence of a text carries that one instead, in one step."""
    gone = Edit(SUPPORT.code, EntityId(link.id), "carries", None)
    return workspace.editor.do(link.text, [gone, *text_edits.linking(link.text, link.on, sentence)])


def resting(text: str, links: Links) -> Resting:
    """What a recommendation rests on, counted."""
    return Resting(len(recommending.findings_of(links.get(text, ()))), len(recommending.cases_of(text, links)))


def carried(text: str, linked: Sequence[Link]) -> list[list[Link]]:
    """What carries each sentence of a text, in order; what carries the whole text carries each."""
    sentences = sentences_of(text)
    places = support.placed(text, (one.sentence for one in linked))
    whole = [one for one in linked if not one.sentence]
    return [
        [*whole, *(one for one in linked if one.sentence and at in places[one.sentence])]
        for at in range(len(sentences))
    ]


def behind(workspace: Workspace, text_id: str, quoted: str = "") -> list[str]:
    """What people call what carries a text, each once: of the sentence with the `quoted` words, where that has links."""
    linked = links(workspace).get(text_id, [])
    if not linked:
        return []
    said = plain(quoted)
    those = [one for one in linked if said and (not one.sentence or said in plain(one.sentence))]
    offers = Offers(workspace)
    return list(dict.fromkeys(words for one in those or linked if (words := offers.words(one.on))))


def adrift(text: str, linked: Sequence[Link]) -> list[Link]:
    """What carried a sentence whose words are gone."""
    places = support.placed(text, (one.sentence for one in linked))
    return [one for one in linked if one.sentence and not places[one.sentence]]


def unsupported(rows: Iterable[TextRow], links: Links, *, whole: bool = False) -> list[tuple[TextRow, Sentence]]:
    """The sentences of these texts that nothing carries, in order; `whole`: the first of a text that nothing carries."""
    found = []
    for row in rows:
        if whole:
            found += [(row, sentence) for sentence in sentences_of(row.text)[:1] if not links.get(row.id)]
            continue
        of_each = carried(row.text, links.get(row.id, ()))
        sentences = zip(sentences_of(row.text), of_each, strict=True)
        found += [(row, sentence) for sentence, on in sentences if not on]
    return found


class Offers:
    """What can carry a sentence here, read once: cases, answers on them, sources, and findings for a recommendation.

    `in_words`: a finding as it reads, with what its live figures say; without it they say what they are of.
    """

    def __init__(self, workspace: Workspace, in_words: Callable[[str], str] | None = None) -> None:
        self._in_words = in_words or _without_figures
        self._framework = workspace.framework
        with workspace.database.read() as connection:
            self._cases = {case.id: case for case in read.cases(connection)}
            self._sources = {row.id: row.title or row.kind for row in read_evidence.sources(connection)}
            self._bears = [(cell.source, cell.subject) for cell in read_evidence.cells(connection)]
            self._findings = {row.id: row for row in read.findings(connection)}

    def words(self, on: str) -> str:
        """What people call something that carries a sentence; "" where it is no more."""
        kind, first, *rest = on.split("/")
        if kind in (support.CASE, support.ANSWER):
            case = self._cases.get(first)
            return _answer(case, *rest) if case is not None else ""
        if kind == support.SOURCE:
            return self._sources.get(first, "")
        found = self._findings.get(first)
        return _finding(self._framework.called(found.group), self._in_words(found.text)) if found is not None else ""

    def matching(self, typed: str, standard: str, *, findings: bool) -> list[Offer]:
        """What has every word that was typed, what belongs to the standard first; some of it, where it is much."""
        asked = plain(typed).split()
        found: dict[str, str] = {}
        for on in self._every(standard, findings, bool(asked)):
            words = self.words(on)
            parts = plain(words)
            if all(word in parts for word in asked):
                found.setdefault(on, words)
            if len(found) >= _OFFERED:
                break
        return [Offer(on, words) for on, words in found.items()]

    def sources_of(self, standard: str) -> list[str]:
        """The ids of the sources that bear on a standard, its key questions or prompts."""
        return list(dict.fromkeys(source for source, subject in self._bears if _within(subject, standard)))

    def _every(self, standard: str, findings: bool, typed: bool) -> Iterator[str]:
        if findings:
            yield from (support.of_finding(i) for i, row in self._findings.items() if row.text.strip())
        of_standard = self.sources_of(standard)
        yield from (support.of_source(source) for source in of_standard)
        sample = self._framework.by_ref[standard].sample if standard in self._framework.by_ref else None
        cases = sorted(self._cases.values(), key=lambda case: case.sample != sample)
        yield from (support.of_case(case.id) for case in cases if sample in (None, case.sample) or typed)
        yield from (support.of_source(source) for source in self._sources if source not in of_standard)
        if typed:  # there are thousands
            for case in cases:
                yield from self._answers(case, standard)

    def _answers(self, case: Case, standard: str) -> Iterator[str]:
        asked = self._framework.sample_questions(case.sample)
        for _, question in sorted(asked, key=lambda one: one[0].ref != standard):
            yield support.of_answer(case.id, question.ref)
            yield from (support.of_answer(case.id, question.ref, prompt.ref) for prompt in question.prompts)


def _within(subject: str, standard: str) -> bool:
    return subject == standard or subject.startswith(f"{standard}.")


def _answer(case: Case, question: str = "", prompt: str = "") -> str:
    return " · ".join(filter(None, (case.ref, f"{question} {prompt}".strip())))


def _without_figures(text: str) -> str:
    return live_figures.in_words(text, {})


def _finding(section: str, text: str) -> str:
    words = typed_lines.in_print(text).split()
    begun = " ".join(words[:8]) + (" …" if len(words) > 8 else "")
    return f"{section}: {begun}"


def unused(
    workspace: Workspace, standard: str, links: Links, ticket: Ticket | None = None, *, offers: Offers | None = None
) -> list[Unused]:
    """Strong evidence on a standard that no sentence rests on: what was marked in notes, and sources that bear on it.

    Looked for by the index, which it brings up to date. `offers`: where they were read already. Expected: DISK_FULL,
    FOLDER_READ_ONLY, BUSY; raises Cancelled.
    """
    used: dict[str, list[str]] = defaultdict(list)
    for link_ in (one for of_text in links.values() for one in of_text):
        used[link_.on].append(link_.sentence)
    offers, found, finder = offers or Offers(workspace), dict[str, Unused](), finding.Finder(workspace)
    for mark in _STRONG:
        query = _marked(standard, mark)
        for row in _rows(finder.find(query, _all(workspace), ticket)):
            on = _on(row)
            note = finder.whole(row, query)[0]
            if on not in found and _only_quoted(note, used.get(on, ())):
                said = _strong(note)
                shown = " · ".join(f"{marks.MARKS[one.kind]}: {one.text}" for one in said) or row.snippet
                found[on] = Unused(on, offers.words(on) or row.title, shown, tuple(one.text for one in said))
    for source in offers.sources_of(standard):
        on = support.of_source(source)
        if on not in used:
            found.setdefault(on, Unused(on, offers.words(on)))
    return list(found.values())


def _only_quoted(note: str, sentences: Sequence[str]) -> bool:
    """Whether these sentences, which a note carries, are its quotations: what else was marked in it is in none of them."""
    quoted = [_bare(one.words) for one in quoting.quotations(note)]
    bare = [_bare(sentence) for sentence in sentences]
    return all(said and any(words in said or said in words for words in quoted) for said in bare)


def _bare(words: str) -> str:
    """What stands between its quotation marks, or what of that is in one sentence."""
    return re.split('[”"»]', plain(words).lstrip(' >“"«'))[0].strip()


def _strong(note: str) -> list[Marked]:
    return [one for one in marks.marked(note) if one.kind in _STRONG and one.text]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of a note or source: what carries it, what people call that, and the quotation itself."""

    on: str
    words: str
    said: Quotation


def quotations(
    workspace: Workspace,
    standard: str,
    texts: Iterable[str],
    ticket: Ticket | None = None,
    *,
    offers: Offers | None = None,
) -> list[Quoted]:
    """The quotations marked on a standard whose words stand in none of these texts. Looked for, and refused, as `unused`."""
    there, offers, finder = plain("\n".join(texts)), offers or Offers(workspace), finding.Finder(workspace)
    query = _marked(standard, Mark.QUOTATION)
    found: dict[tuple[str, Quotation], Quoted] = {}
    for row in _rows(finder.find(query, _all(workspace), ticket)):
        on = _on(row)
        for said in quoting.quotations(finder.whole(row, query)[0]):
            if plain(said.words) not in there:
                found.setdefault((on, said), Quoted(on, offers.words(on) or row.title, said))
    return list(found.values())


def _marked(standard: str, mark: Mark) -> Query:
    return Query(wanted=Wanted(about=standard, mark=mark.value))


def _all(workspace: Workspace) -> Sequence[str]:
    return (*workspace.framework.questions, "evidence")


def _rows(found: Found) -> Iterator[FoundRow]:
    kinds = ("judgement", "prompt", "second_judgement", "second_prompt", "bearing", "source")
    return (row for group in found.groups for row in group.rows if row.entity in kinds)


def _on(row: FoundRow) -> str:
    if row.entity in ("bearing", "source"):
        return support.of_source(row.id.partition("/")[0])
    return support.of_answer(row.case, row.question, row.prompt)
