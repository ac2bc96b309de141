"""The review and second marking of the case in hand, and the door through which the page reads and moves them."""

from dataclasses import dataclass

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.domain.review import ACCEPTED, RETURNED, SUBMITTED, CommentRow, Stage
from inspector_app.core.domain.rows import CaseRow
from inspector_app.core.domain.team import Card
from inspector_app.core.services import allocation, drafts, marking, reviews, team
from inspector_app.core.services.editor import Done
from inspector_app.core.services.marking import SecondMarking
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.note.door import Door, Target

COMMENT, TAKEOVER = "comment", "takeover"  # kinds of draft


@dataclass(frozen=True, slots=True)
class Review:
    """What the page shows of a case besides its answers. `drafts` are comments not sent: what about -> text."""

    case: CaseRow
    me: str  # Person.id
    stage: Stage
    second: SecondMarking | None
    comments: tuple[CommentRow, ...]
    drafts: dict[str, str]
    reason: str  # of a take-over that was begun
    mine_to_take_back: bool

    @property
    def blind(self) -> bool:
        """Whether this person sees only their own second marking of the case."""
        return self.second is not None and self.second.blind

    @property
    def acts(self) -> tuple[str, ...]:
        """The codes of what can be done now, in the order of their buttons. Roles are advisory: they decide nothing."""
        stage, found = self.stage, ["comment"]
        moved_on = stage.stage == ACCEPTED and stage.changed_since_accepted
        if not self.blind:
            if stage.contested or moved_on or stage.stage in ("", RETURNED):
                found.append("submit")
            if stage.contested or stage.stage in (SUBMITTED, ACCEPTED):
                found.append("return")
            if stage.contested or moved_on or stage.stage == SUBMITTED:
                found.append("accept")
            if self.mine_to_take_back:
                found.append("take-back")
        if self.case.inspector != self.me:
            found.append("take-over")
        return (*found, *self._second_acts())

    def _second_acts(self) -> tuple[str, ...]:
        if self.second is None:
            return ("ask-second",)
        if self.second.complete:
            return ("second",)
        done = {"first": self.second.first_done, "second": self.second.second_done}
        finish = () if done.get(self.second.mine, True) else ("finished",)
        return (*finish, *(() if self.blind else ("ask-second",)))


class OpenReview:
    """The services of review for one workspace. Every act raises Expected as its service does."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.drafts = Door(self._keep)  # `target.entity` is the kind of draft

    def read(self, row: CaseRow) -> Review:
        """Everything of a case's review as it is stored now. Expected: CASE_UNKNOWN."""

        here = self._workspace
        stage = reviews.stage(here, row.id)
        return Review(
            case=row,
            me=here.me,
            stage=stage,
            second=marking.second_marking(here, row.id),
            comments=tuple(reviews.comments(here, row.id)),
            drafts=drafts.unsent(here, COMMENT, row.id),
            reason=drafts.unsent(here, TAKEOVER, row.id).get(row.id, ""),
            mine_to_take_back=stage.by == self.name and here.editor.can_undo("review", row.id),
        )

    def row(self, case_id: str) -> CaseRow:
        """The case as it is stored now. Expected: CASE_UNKNOWN."""
        return self._workspace.case_row(case_id)

    def stage(self, case_id: str) -> Stage:
        """The stage alone: it may have changed with an answer."""

        return reviews.stage(self._workspace, case_id)

    @property
    def name(self) -> str:
        """The name of who works here."""
        return self._workspace.laptop.person.name

    def askable(self, row: CaseRow) -> list[Card]:
        """Who could mark the case second: everybody with a card but whose case it is."""

        return [card for card in team.members(self._workspace) if card.signing and card.id != row.inspector]

    # stages

    def submit(self, case_id: str) -> None:
        """The case is ready to be reviewed."""

        reviews.submit(self._workspace, case_id)

    def give_back(self, case_id: str) -> None:
        """Return the case with every comment written on it and not sent yet."""

        written = drafts.unsent(self._workspace, COMMENT, case_id)
        given = [(about, text) for about, text in written.items() if text.strip()]
        reviews.return_(self._workspace, case_id, given)
        for about in written:
            self.keep_draft(COMMENT, about, "")

    def accept(self, case_id: str) -> None:
        """Accept the case as it stands."""

        reviews.accept(self._workspace, case_id)

    def take_back(self, case_id: str) -> None:
        """Undo what this person last did to the stage."""
        self._workspace.editor.undo("review", case_id)

    def take_over(self, case_id: str, reason: str) -> None:
        """Make the case mine."""

        allocation.take_over(self._workspace, case_id, reason)
        self.keep_draft(TAKEOVER, case_id, "")

    # comments

    def _keep(self, target: Target, value: Value, _amend: ChangeId | None) -> Done:
        return Done(None, self.keep_draft(target.entity, target.id, str(value or "")), frozenset(), value=value)

    def keep_draft(self, kind: str, about: str, text: str) -> str:
        """Keep a text that is not sent yet; when (ISO 8601, UTC)."""

        return drafts.keep(self._workspace, drafts.unsent_name(kind, about), text)

    def comment(self, about: str, text: str) -> None:
        """Send a comment."""

        reviews.comment(self._workspace, about.split("/")[0], about, text)
        self.keep_draft(COMMENT, about, "")

    def answer(self, comment_id: str, *, answered: bool) -> None:
        """Mark a comment as dealt with, or not."""

        reviews.answer_comment(self._workspace, comment_id, answered=answered)

    def delete(self, comment_id: str) -> None:
        """Take a comment away."""

        reviews.delete_comment(self._workspace, comment_id)

    def bring_back(self, comment_id: str) -> None:
        """Bring back the comment that was just taken away."""
        self._workspace.editor.undo("comment", comment_id)

    # second marking

    def ask(self, case_id: str, marker: str) -> None:
        """Ask somebody to mark the case blind."""

        marking.ask(self._workspace, case_id, marker)

    def withdraw(self, case_id: str) -> None:
        """Ask nobody any more."""

        marking.withdraw(self._workspace, case_id)

    def finish(self, case_id: str) -> None:
        """My marking is done."""

        marking.done(self._workspace, case_id)
