"""Where each thing that can be found belongs: its case, key question and prompt, and the group it is listed in. Pure."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from inspector_app.core.domain.cases.second_marking import place_of
from inspector_app.core.domain.finding.search import CASES, CONCERNS, EVIDENCE, FINDINGS, LATER, RATINGS, WEEK
from inspector_app.core.domain.framework import Framework
from inspector_app.core.storage.reading.finding.read_found import Ground

_LATER_GROUP = {
    "case": CASES, "interview": CASES, "comment": CASES, "source": EVIDENCE, "score": EVIDENCE, "bearing": EVIDENCE,
    "rating": RATINGS, "panel": RATINGS, "finding": FINDINGS, "recommendation": FINDINGS, "previous": FINDINGS, "event": WEEK,
    "concern": CONCERNS, "informed": CONCERNS, "told": RATINGS, "point": FINDINGS,
}  # fmt: skip
Order = tuple[int, str, int, str]
_KINDS = tuple(_LATER_GROUP)  # in a key question's group what is on cases comes first


class FoundPlace(NamedTuple):
    """`group` is the reference of a key question or one of domain.search.LATER. `of`: a standard's reference, or a title."""

    group: str
    case: str = ""
    question: str = ""
    prompt: str = ""
    of: str = ""


class FoundPlaces:
    """Knows the places of one framework and what one person may see."""

    def __init__(self, framework: Framework, ground: Ground) -> None:
        self._framework, self._ground = framework, ground
        self._bears: dict[str, tuple[str, str]] = {}
        for ref, (_, question) in framework.questions.items():
            self._bears |= {ref: (ref, "")} | {f"{ref}{p.ref}": (ref, p.ref) for p in question.prompts}
        self.groups = (*framework.questions, *LATER)
        self._numbers = {code: number for number, code in enumerate(self.groups)}
        self._rank = {case: number for number, case in enumerate(ground.cases)}

    def of(self, entity: str, entity_id: str) -> FoundPlace | None:
        """The place of a thing; None when the person may not see it, or it went with its case or source."""
        if not self._ground.shows(entity, entity_id):
            return None
        first, *rest = place_of(entity_id).split("/")
        if entity not in _LATER_GROUP:  # a judgement or prompt
            return self._asked(first, rest[0], rest[1] if rest[1:] else "")
        if entity == "comment":
            about = self._ground.comments[entity_id]
            return (
                self._asked(first, about.question, about.prompt or "") if about.question else FoundPlace(CASES, first)
            )
        if entity == "bearing":
            question, prompt = self._bears.get(rest[0], ("", ""))
            of = self._ground.sources[first]
            return FoundPlace(question or EVIDENCE, question=question, prompt=prompt, of=of if question else rest[0])
        if entity == "rating" and first in self._framework.questions:
            return FoundPlace(first, question=first)
        return self._by_itself(entity, first, entity_id)

    def covered(self, about: str) -> Callable[[FoundPlace], bool]:
        """What tells whether a place is on the standard (2.2), key question (2.2.2) or prompt (2.2.2/b) asked for."""
        question, _, prompt = about.partition("/")
        standard = self._framework.by_ref.get(about)
        under = {q.ref for q in standard.key_questions} if standard else set[str]()
        asked = question if question in self._framework.questions else None
        return lambda place: (
            (not prompt or place.prompt == prompt)
            if place.question == asked
            else standard is not None and (place.of == about or place.question in under)
        )

    def number(self, group: str) -> int:
        """The place of a group among `groups`."""
        return self._numbers[group]

    def order(self, entity: str, entity_id: str, place: FoundPlace) -> Order:
        """What a group is sorted by: cases in their order, the key question before its prompts."""
        kind = _KINDS.index(entity) if entity in _LATER_GROUP else -1
        return self._rank.get(place.case, len(self._rank)), place.prompt, kind, entity_id

    def asked(self) -> Iterator[tuple[str, str, FoundPlace]]:
        """(entity, id, place) of every judgement and prompt that is asked for on a case, answered or not, seen or not."""
        for case in self._ground.cases.values():
            kept = self._ground.kinds(case.id)
            for _, question in self._framework.sample_questions(case.sample):
                ref, item = question.ref, f"{case.id}/{question.ref}"
                yield kept.judgement, kept.at(item), self._asked(case.id, ref, "")
                for lettered in question.prompts:
                    yield kept.prompt, kept.at(f"{item}/{lettered.ref}"), self._asked(case.id, ref, lettered.ref)

    def _asked(self, case: str, question: str, prompt: str) -> FoundPlace:
        return FoundPlace(question if question in self._framework.questions else CASES, case, question, prompt)

    def _by_itself(self, entity: str, first: str, entity_id: str) -> FoundPlace:
        belongs = self._ground.belongs.get((entity, entity_id), "")
        case = first if entity in ("case", "interview") else belongs if belongs in self._ground.cases else ""
        of = {"rating": first, "panel": first, "finding": self._framework.called(belongs)}.get(
            entity, self._ground.sources.get(first, "")
        )
        return FoundPlace(_LATER_GROUP[entity], case, of=of)
