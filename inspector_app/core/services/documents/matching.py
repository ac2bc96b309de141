"""Which person and which case of a workspace a file means: one key, one thing, so that importing twice changes nothing."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from inspector_app.core.domain.ids import new_id
from inspector_app.core.domain.inspection import Case, Inspection, Person
from inspector_app.core.domain.text import alike, pseudonyms
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import references


class Match:
    """The people and cases of a file beside those of the workspace with that id."""

    def __init__(self, workspace: str, there: Inspection, new: Inspection, path: Path) -> None:
        self._workspace, self._there, self._new, self._path = workspace, there, new, path
        self._names = Counter(alike.key(person.name) for person in there.team)

    def people(self) -> dict[str, str]:
        """The person in the workspace for each of the file, by their ids.

        By id; else by name. Somebody who is not here gets an id that the same file gives again. Expected:
        DOCUMENT_INVALID where a name may mean two people.
        """
        here = {person.id for person in self._there.team}
        called = _by_key(references.people(self._there.team))
        names = self._names
        file_names = Counter(alike.key(person.name) for person in self._new.team if person.id not in here)
        found = {}
        for place, person in enumerate(self._new.team):
            key, made = alike.key(person.name), self._id_of(person)
            known = next((i for i in (person.id, made) if i in here), None)
            if known is None and (_is_label(person) or max(names[key], file_names[key]) < 2):
                known = called.get(key)
            elif known is None and names[key]:
                why = f"{person.name} may be more than one person of this inspection"
                raise Expected(Code.DOCUMENT_INVALID, where=self._path, path=f"$.team[{place}].name", why=why)
            found[person.id] = known or made
        return found

    def cases(self) -> dict[str, str]:
        """The case in the workspace for each of the file, by their ids; a new id for one that is not here.

        Expected: DOCUMENT_INVALID where a reference may mean two cases, where one is of another sample here, where one is
        here with the zeros that a spreadsheet takes off, and where one that is not here leads to a person.
        """
        here = {case.id: case for case in self._there.cases}
        called = _by_key(references.references(self._there.cases))
        several = {key for key, times in Counter(alike.key(case.ref) for case in here.values()).items() if times > 1}
        in_file = {alike.key(case.ref) for case in self._new.cases}
        found = {}
        for place, case in enumerate(self._new.cases):
            known = called.get(alike.key(case.ref))
            if known is None:
                self._refuse_without_zeros(place, case)
                self._refuse_unless_pseudonym(place, case)
            else:
                self._refuse_other_sample(place, case, here[known])
                if alike.key(here[known].ref) in several:
                    self._refuse_some_of_several(place, here[known], called, in_file)
            found[case.id] = known or new_id()
        return found

    def inspectors(self, people: Mapping[str, str], cases: Mapping[str, str]) -> dict[str, str]:
        """Whose each case of the file is, by its id, as a person of the workspace; `people` and `cases` as found here.

        A table has one name for several people of it: a case that one of them has stays with that one. Expected:
        DOCUMENT_INVALID where it would be a guess.
        """
        held = {case.id: case.inspector for case in self._there.cases}
        called = {person.id: alike.key(person.name) for person in self._there.team}
        file = {person.id: person for person in self._new.team}
        found = {}
        for place, case in enumerate(self._new.cases):
            named, whose = file.get(case.inspector), held.get(cases[case.id], "")
            found[case.id] = people.get(case.inspector, "")
            if named is None or not _is_label(named) or self._names[key := alike.key(named.name)] < 2:
                continue
            if called.get(whose) != key:
                self._refuse(place, "inspector", f"{named.name} may be more than one person of this inspection")
            found[case.id] = whose
        return found

    def _id_of(self, person: Person) -> str:
        """The same for the same person of the same file, on every laptop."""
        said = "\n".join((self._workspace, person.id, alike.key(person.name)))
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def _refuse_other_sample(self, place: int, case: Case, here: Case) -> None:
        """What was judged on it would belong to no sample any more."""
        if here.sample != case.sample:
            self._refuse(place, "sample", f"case {case.ref} is one of the {here.sample} cases in this workspace")

    def _refuse_without_zeros(self, place: int, case: Case) -> None:
        plain = alike.without_zeros(case.ref)
        like = next((c.ref for c in self._there.cases if alike.without_zeros(c.ref) == plain), "")
        if like:
            why = f"case {case.ref} is not here, and {like} is: a spreadsheet takes zeros off. Write it as it is here"
            self._refuse(place, "ref", why)

    def _refuse_unless_pseudonym(self, place: int, case: Case) -> None:
        if why := pseudonyms.why_not(case.ref):
            self._refuse(place, "ref", f"{case.ref}: {why}")

    def _refuse_some_of_several(self, place: int, here: Case, called: Mapping[str, str], in_file: set[str]) -> None:
        """Two laptops each added a case of that reference. Only a file that tells them apart says which it means."""
        same = {c.id for c in self._there.cases if alike.key(c.ref) == alike.key(here.ref)}
        if not {key for key, case in called.items() if case in same} <= in_file:
            self._refuse(
                place, "ref", f"{len(same)} cases here have the reference {here.ref}; give them different ones first"
            )

    def _refuse(self, place: int, field: str, why: str) -> None:
        raise Expected(Code.DOCUMENT_INVALID, where=self._path, path=f"$.cases[{place}].{field}", why=why)


def _is_label(person: Person) -> bool:
    """As in a table, which has nothing but names: two of one name are told apart there by a number."""
    return person.id == person.name


def _by_key(called: Mapping[str, str]) -> dict[str, str]:
    return {alike.key(name): item for item, name in called.items()}
