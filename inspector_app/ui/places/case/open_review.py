"""The review and second marking of the case in hand, and the door through which the page reads and moves them."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector_app.core.domain.cases import verified
from inspector_app.core.domain.cases.review import CommentRow, Stage
from inspector_app.core.domain.cases.standing import Standing
from inspector_app.core.domain.cases.verified import ItemRow, Verified
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId, case_of
from inspector_app.core.domain.rows import CaseRow
from inspector_app.core.domain.team import Card
from inspector_app.core.services.cases import allocation, case_work, marking, reviews, verifying
from inspector_app.core.services.cases.marking import SecondMarking
from inspector_app.core.services.editor import Done
from inspector_app.core.services.people import standing, team
from inspector_app.core.services.people.standing import Rights
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.words import review as words

COMMENT = reviews.COMMENT_DRAFT
TAKEOVER, REOPEN, ACCEPT_OWN = "takeover", "reopen", "accept-own"  # kinds of draft too
_REASONS = (TAKEOVER, REOPEN, ACCEPT_OWN)


@dataclass(frozen=True, slots=True)
class Review:
    """What the page shows of a case besides its answers. `drafts` are comments not sent: what about -> text.

    `reasons`: kind of draft -> the reason as far as it is written.
    """

    case: CaseRow
    me: str  # Person.id
    rights: Rights
    stage: Stage
    second: SecondMarking | None
    comments: tuple[CommentRow, ...]
    drafts: dict[str, str]
    reasons: dict[str, str]
    mine_to_take_back: bool
    items: tuple[ItemRow, ...] = ()  # of a case on which anything was verified: what is answered, and how it was
    verifies: bool = False  # whether this person's word on an item counts

    @property
    def verified(self) -> Verified | None:
        """How much of it stands verified."""
        return verified.standing(self.items)

    @property
    def blind(self) -> bool:
        """Whether this person sees only their own second marking of the case."""
        return self.second is not None and self.second.blind

    @property
    def opened(self) -> bool:
        """Whether this person may answer and write notes on the case; their own ones, where they mark it blind."""
        return self.blind or self.rights.answers

    @property
    def ground(self) -> str:
        """What the bar of the case tells before a key is pressed: "colleague", "accepted", or "" for one to work on."""
        if self.blind or (self.rights.works and not self.rights.held.accepted):
            return ""
        return "accepted" if self.rights.held.accepted else "colleague"

    def judgement_on(self, question: str) -> str:
        """Whose judgement on a key question of the case it is, in words."""
        mine = self.blind or self.case.inspector == self.me
        whoever = self.rights.standing is Standing.FREE  # what one answered there oneself is not the other's
        return words.judgement_on(question, mine=mine, name="" if whoever else self.case.inspector_name)

    @property
    def acts(self) -> tuple[str, ...]:
        """The codes of what this person can do now, in the order of their buttons."""
        rights, helps = self.rights, self.rights.standing is Standing.HELPING
        staged = () if self.blind else (*rights.moves(self.stage), *(("take-back",) if self.mine_to_take_back else ()))
        asks = rights.leads or (rights.works and not helps)
        mine = (("take-over",) if self.case.inspector != self.me else ()) + (("ask-help",) if asks else ())
        verify = ("verify",) if self.verifies and not self.blind else ()
        return ("comment", *staged, *mine, *self._second_acts(), *verify)

    def _second_acts(self) -> tuple[str, ...]:
        if self.second is None:
            return ("ask-second",)
        compare = ("second",) if self.second.complete else ()
        finish = ("finished",) if self.second.mine and not self.second.own_done else ()
        asks = () if self.blind or self.second.settled else ("ask-second",)
        return (*compare, *finish, *asks)


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
            rights=standing.rights(here, row.id),
            stage=stage,
            second=marking.second_marking(here, row.id),
            comments=tuple(reviews.comments(here, row.id)),
            drafts=drafts.unsent(here, COMMENT, row.id),
            reasons={kind: drafts.unsent(here, kind, row.id).get(row.id, "") for kind in _REASONS},
            mine_to_take_back=stage.by == self.name and case_work.can_undo(here, "review", row.id),
            items=tuple(verifying.looked_at(here, row.id)),
            verifies=verifying.may(here),
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
        """Who could be asked to help: everybody with a card but whose case it is, oneself last."""
        held = (card for card in team.members(self._workspace) if card.signing and card.id != row.inspector)
        return sorted(held, key=lambda card: card.id == self._workspace.me)

    def markers(self, row: CaseRow, askable: Sequence[Card]) -> list[Card]:
        """Who could be asked to mark it second: of these, who has answered nothing on it."""
        answered = marking.answered(self._workspace, row.id)
        return [card for card in askable if card.id not in answered]

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

    def accept(self, case_id: str, reason: str = "") -> None:
        """Accept the case as it stands; with the lead's reason where they judged it themselves."""
        reviews.accept(self._workspace, case_id, reason)
        self.keep_draft(ACCEPT_OWN, case_id, "")

    def reopen(self, case_id: str, reason: str) -> None:
        """Open an accepted case again."""
        reviews.reopen(self._workspace, case_id, reason)
        self.keep_draft(REOPEN, case_id, "")

    def take_back(self, case_id: str) -> None:
        """Undo what this person last did to the stage."""
        reviews.take_back(self._workspace, case_id)

    def take_over(self, case_id: str, reason: str) -> None:
        """Make the case mine."""
        allocation.take_over(self._workspace, case_id, reason)
        self.keep_draft(TAKEOVER, case_id, "")

    def ask_help(self, case_id: str, person: str) -> None:
        """Ask somebody to help with the case; "" asks nobody any more."""
        allocation.ask_help(self._workspace, case_id, person)

    # comments

    def _keep(self, target: Target, value: Value, _amend: ChangeId | None) -> Done:
        return Done(None, self.keep_draft(target.entity, target.id, str(value or "")), frozenset(), value=value)

    def keep_draft(self, kind: str, about: str, text: str) -> str:
        """Keep a text that is not sent yet; when (ISO 8601, UTC)."""
        return drafts.keep(self._workspace, drafts.unsent_name(kind, about), text)

    def comment(self, about: str, text: str) -> str:
        """Send a comment; its id."""
        made = reviews.comment(self._workspace, case_of(about), about, text)
        self.keep_draft(COMMENT, about, "")
        return made

    def answer(self, comment_id: str, *, answered: bool) -> None:
        """Mark a comment as dealt with, or not."""
        reviews.answer_comment(self._workspace, comment_id, answered=answered)

    def delete(self, comment_id: str) -> None:
        """Take a comment away."""
        reviews.delete_comment(self._workspace, comment_id)

    def bring_back(self, comment_id: str) -> None:
        """Bring back the comment that was just taken away."""
        self._workspace.editor.undo("comment", comment_id)

    def verify(self, item: str) -> bool:
        """Say that an item (its id) is right as it stands; False where that was said."""
        return verifying.verify(self._workspace, item)

    def stands_at(self, entity: str, item: str) -> object:
        """Which steps undo and redo of an item would be of now."""
        return self._workspace.editor.stands_at(entity, item)

    def take_verified_back(self, entity: str, item: str) -> None:
        """Undo that."""
        verifying.take_back(self._workspace, entity, item)

    # second marking

    def ask(self, case_id: str, marker: str, *, beside: bool = False) -> None:
        """Ask somebody to mark the case blind, in the place of who was asked or `beside` them."""
        marking.ask(self._workspace, case_id, marker, beside=beside)

    def withdraw(self, case_id: str) -> None:
        """Ask nobody any more."""
        marking.withdraw(self._workspace, case_id)

    def endable(self, second: SecondMarking | None) -> tuple[bool, bool]:
        """Whether this person may ask another instead of those who are not done, and whether nobody any more."""
        if second is None:
            return True, False
        mine = marking.endable(self._workspace, second.case)
        return bool(mine) and mine >= {one.person for one in second.waiting}, mine >= {m.person for m in second.markers}

    def finish(self, case_id: str) -> None:
        """My marking is done."""
        marking.done(self._workspace, case_id)
