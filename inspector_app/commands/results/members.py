"""The members' own ratings on the terminal: who sits at the panel, giving one sealed, who is in, and the chair's opening."""

import argparse

from inspector_app.commands import opened, session, terminal
from inspector_app.commands.options import Subs, on_workspace
from inspector_app.core.domain.panel.own_ratings import OwnRating, Seat
from inspector_app.core.services.people import team
from inspector_app.core.services.results import own_ratings
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import count, later, say

_SEATS = {Seat.MEMBER: later("member"), Seat.CHAIR: later("chair")}
_NONE = "none"


def add_to(subs: Subs) -> None:
    """Put `members` with its acts among the commands."""
    said = "the panel’s members: their seats, and their own ratings, sealed until the chair opens them"
    acts = subs.add_parser("members", help=said).add_subparsers(required=True, metavar="DO")
    listing = on_workspace(
        acts, "list", list_, "who sits at the panel, who is in on each standard, and what was opened"
    )
    listing.add_argument("--json", action="store_true")
    seat = on_workspace(acts, "seat", seat_, "say how somebody sits at the panel")
    seat.add_argument("person", metavar="PERSON", help="name or id")
    seat.add_argument("seat", choices=[*(held.value for held in Seat), _NONE])
    give = on_workspace(acts, "give", give_, "seal your own rating of a standard")
    give.add_argument("standard", metavar="STANDARD")
    give.add_argument("rating", metavar="RATING", nargs="?", default="", help="none, with --interest")
    give.add_argument("--reason", default="", metavar="TEXT", help="- reads it from standard input")
    give.add_argument("--interest", default="", metavar="TEXT", help="your conflict of interest; open to everybody")
    opening = on_workspace(acts, "open", open_, "open what is sealed on a standard, as the panel’s chair")
    opening.add_argument("standard", metavar="STANDARD")


def list_(options: argparse.Namespace) -> None:
    """Seats, and who is in."""
    with opened.workspace(options, options.workspace) as workspace:
        names = {person.id: person.name for person in workspace.team()}
        seats = own_ratings.seats(workspace)
        rows = own_ratings.by_standard(workspace)
        titles = {ref: workspace.framework.by_ref[ref].title for ref in rows}
    if options.json:
        terminal.tell_json(
            {
                "seats": {names.get(person, person): seat.value for person, seat in seats.items()},
                "standards": {ref: [_json(row, names) for row in of] for ref, of in rows.items()},
            }
        )
        return
    terminal.tell(
        count(len(seats), "{n} seat at the panel", "{n} seats at the panel"),
        *(f"  {names.get(person, person)}: {_SEATS[seat]}" for person, seat in seats.items()),
    )
    for ref, of in rows.items():
        terminal.tell(f"{ref} {titles[ref]}", *(f"  {names.get(row.person, row.person)}: {_state(row)}" for row in of))


def seat_(options: argparse.Namespace) -> None:
    """The lead's word on a seat."""
    wanted = None if options.seat == _NONE else Seat(options.seat)
    with opened.workspace(options, options.workspace) as workspace:
        own_ratings.seat(workspace, team.find(workspace, options.person).id, wanted)
    terminal.tell(say("Noted."))


def give_(options: argparse.Namespace) -> None:
    """One's own rating."""
    with opened.workspace(options, options.workspace) as workspace:
        reason = session.given_text(options.reason)
        own_ratings.give(workspace, options.standard, options.rating, reason, options.interest)
        chair = _name(workspace, own_ratings.chair(workspace))
    terminal.tell(say("Sealed. Whose to open: {name}, who chairs the panel.", name=chair))


def open_(options: argparse.Namespace) -> None:
    """The chair's opening."""
    with opened.workspace(options, options.workspace) as workspace:
        done = own_ratings.open_all(workspace, options.standard)
    terminal.tell(count(done, "{n} rating was opened.", "{n} ratings were opened."))


def _name(workspace: Workspace, person: str) -> str:
    return next((of.name for of in workspace.team() if of.id == person), person)


def _state(row: OwnRating) -> str:
    interest = say("conflict of interest: {text}", text=row.interest) if row.interest else ""
    if row.opened is None:
        return " · ".join(part for part in (say("sealed") if row.given else say("not yet"), interest) if part)
    rating = row.opened.rating or say("no rating")
    again = say("has sealed another since") if row.again else ""
    return " · ".join(part for part in (rating, row.opened.reason, again, interest) if part)


def _json(row: OwnRating, names: dict[str, str]) -> dict[str, object]:
    opened = {"rating": row.opened.rating, "reason": row.opened.reason} if row.opened else None
    return {
        "person": names.get(row.person, row.person), "given": row.given, "interest": row.interest, "opened": opened,
        "opened_by": names.get(row.opened_by, row.opened_by), "opened_at": row.opened_at, "again": row.again,
    }  # fmt: skip
