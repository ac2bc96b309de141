"""A returned draft on the terminal: what it says otherwise, and what of that is to be taken."""

import argparse
from pathlib import Path

from inspector_app.commands import opened, session, terminal
from inspector_app.commands.options import Subs, on_workspace
from inspector_app.core.domain.returned.difference import Difference, Returned, Said, What
from inspector_app.core.domain.returned.hunks import State
from inspector_app.core.services.results import returned
from inspector_app.core.words import count, say

_MARKS = {State.OPEN: "open", State.TAKEN: "taken", State.APART: "cannot be taken"}


def add_to(subs: Subs) -> None:
    """Put `returned` among the commands."""
    parser = on_workspace(subs, "returned", read, "what a draft that came back as DOCX says otherwise, and take of it")
    parser.add_argument("file", metavar="DRAFT.docx", type=Path)
    parser.add_argument(
        "--take", nargs="+", type=int, default=[], metavar="NUMBER", help="take these, by their numbers"
    )
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(wrong=parser.error)


def read(options: argparse.Namespace) -> None:
    """List every difference and comment, having taken those that were asked for."""
    with opened.workspace(options, options.workspace) as workspace:
        came = returned.read(workspace, options.file, session.ticket())
        for number in options.take:
            if not 1 <= number <= len(came.differences):
                options.wrong(say("argument --take: there is no difference {n}", n=number))
        wanted = [came.differences[number - 1].key for number in options.take]
        returned.require_places(workspace, came, wanted)
        for key in wanted:
            returned.take(workspace, came, key)
        states = returned.states(workspace, came)
    if options.json:
        terminal.tell_json(_json(came, {key: state.value for key, state in states.items()}))
        return
    terminal.tell(
        count(len(came.differences), "{n} difference", "{n} differences"),
        *(_line(n, d, states[d.key]) for n, d in enumerate(came.differences, 1)),
        count(len(came.said), "{n} comment", "{n} comments"),
        *(_comment(said) for said in came.said),
    )


def _line(number: int, one: Difference, state: State) -> str:
    whose = f" ({one.by})" if one.by else ""
    return f"  {number}. {one.place} · {one.what.value} · {_MARKS[state]}: {_otherwise(one)}{whose}"


def _otherwise(one: Difference) -> str:
    """What it says otherwise: words alone would not tell whether they came or went."""
    removed, added = _short(one.removed), _short(one.added)
    if removed and added:
        return f"“{removed}” → “{added}”"
    return say("“{words}” added", words=added) if added else say("“{words}” removed", words=removed)


def _comment(said: Said) -> str:
    return f"  {said.place} · {said.by}: “{_short(said.quoted)}”: {_short(said.text, 400)}"


def _short(text: str, most: int = 120) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most - 1]}…"


def _json(came: Returned, states: dict[str, str]) -> dict[str, object]:
    return {
        "scope": came.stamp.scope.value if came.stamp else None,
        "made": came.stamp.made.isoformat() if came.stamp else None,
        "differences": [
            {
                "number": n, "what": d.what.value, "place": d.place, "state": states[d.key], "removed": d.removed,
                "added": d.added, "by": d.by, "at": d.at, "can_be_taken": d.what is not What.PRINTED,
            }
            for n, d in enumerate(came.differences, 1)
        ],
        "comments": [
            {"place": s.place, "by": s.by, "at": s.at, "quoted": s.quoted, "text": s.text} for s in came.said
        ],
    }  # fmt: skip
