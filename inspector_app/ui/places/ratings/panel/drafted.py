"""What is being written at the panel on each standard: a draft on this laptop, or else what was decided or declared."""

from collections.abc import Mapping, Sequence
from itertools import chain

from inspector_app.core.domain.panel.decided import Decided
from inspector_app.core.services.results import own_ratings, panel
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.core.words import say
from inspector_app.ui.places.ratings.interest import Elsewhere

DRAFT = "panel"  # the kind
FIELDS = ("to", "question", "reason", "members", "interests")


class Drafted:
    """Of one workspace; a subject is the reference of a standard. All that write raise Expected as drafts.keep."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of(self, subject: str, recorded: Mapping[str, Sequence[Decided]]) -> dict[str, str]:
        """Field by field what is written, else what was decided; who sat last, and what they declared before the panel.

        `recorded`: the decisions on each standard.
        """
        kept, decided = drafts.unsent(self._workspace, DRAFT, subject), self._decided(subject, recorded[subject])
        found = {field: kept.get(f"{subject}/{field}") or (decided or {}).get(field, "") for field in FIELDS}
        if decided is None:  # who was rid of an interest when it was decided is not asked again
            found["interests"] = found["interests"] or self._declared(subject)
        return found | {"members": found["members"] or panel.last_members(chain(*recorded.values()))}

    def elsewhere(self, subject: str, stands: Mapping[str, Decided | None]) -> Elsewhere | None:
        """The interests on the nearest standard before it that has some, or after it; `stands`: the decision on each."""
        standards = list(stands)
        place, seated = standards.index(subject), bool(own_ratings.seats(self._workspace))
        for other in (*reversed(standards[:place]), *standards[place + 1 :]):
            decided = stands[other]
            said = decided.interests if decided else self._declared(other) if seated else ""
            if text := drafts.unsent(self._workspace, DRAFT, other).get(f"{other}/interests") or said:
                return Elsewhere(other, text)
        return None

    def keep(self, subject: str, field: str, value: str) -> None:
        """Keep it on this laptop."""
        drafts.keep(self._workspace, drafts.unsent_name(DRAFT, f"{subject}/{field}"), value)

    def _decided(self, subject: str, recorded: Sequence[Decided]) -> dict[str, str] | None:
        """The decision that stands; None for none."""
        last = panel.stands(recorded)
        if last is None:
            return None
        question = self._workspace.editor.held("panel", subject, "question").value
        texts = {"reason": last.reason, "members": last.members, "interests": last.interests}
        return {"to": "" if last.kept else last.to, "question": str(question or "")} | texts

    def _declared(self, subject: str) -> str:
        """What members noted of their own interests before the panel, each with their name."""
        rows = [row for row in own_ratings.rows(self._workspace, subject) if row.interest]
        names = {person.id: person.name for person in self._workspace.team()} if rows else {}
        return "; ".join(say("{name}: {text}", name=names.get(row.person, ""), text=row.interest) for row in rows)
