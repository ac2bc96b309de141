"""Factual accuracy on the terminal: the service's points, what is decided on each, who signs it off, and the reply."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from inspector_app.commands import opened, session, terminal
from inspector_app.commands.options import Subs, on_workspace
from inspector_app.core.domain.panel.accuracy import DECISIONS, KINDS, Decision, PointKind, PointRow
from inspector_app.core.services.results import accuracy, reports, returned
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import count, say


def add_to(subs: Subs) -> None:
    """Put `accuracy` with its acts among the commands."""
    said = "the service’s points on the factual accuracy of its copy, and the reply"
    acts = subs.add_parser("accuracy", help=said).add_subparsers(required=True, metavar="DO")
    listing = on_workspace(acts, "list", list_, "the points, what was decided, and the effect on text and ratings")
    listing.add_argument("--json", action="store_true")
    add = on_workspace(acts, "add", add_point, "a point that was told otherwise than in the draft")
    add.add_argument("said", metavar="TEXT", help="what the service says; - reads it from standard input")
    add.add_argument("--on", default="", metavar="WORDS", help="words of the draft that it is about")
    take = on_workspace(acts, "take", take_comments, "every comment of a returned draft as a point")
    take.add_argument("file", metavar="DRAFT.docx", type=Path)
    decide = _on_point(on_workspace(acts, "decide", decide_point, "what a point is, and what is answered"))
    decide.add_argument("kind", choices=[kind.value for kind in PointKind])
    decide.add_argument("decision", choices=[decision.value for decision in Decision])
    decide.add_argument("--reason", required=True, metavar="TEXT", help="printed in the reply")
    _on_point(on_workspace(acts, "sign", sign_point, "sign off what somebody else decided"))
    reply = on_workspace(acts, "reply", write_reply, "the reply to the service")
    reply.add_argument("-o", "--output", metavar="OUT", type=Path, required=True, help=".pdf or .docx")
    reply.add_argument("--allow", action="store_true", help="write words though they may identify somebody")


def _on_point(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("point", metavar="NUMBER", type=int, help="as `accuracy list` numbers it")
    parser.set_defaults(wrong=parser.error)
    return parser


def list_(options: argparse.Namespace) -> None:
    """The points."""
    with opened.workspace(options, options.workspace) as workspace:
        rows = accuracy.rows(workspace)
        effects = accuracy.effects(workspace, rows)
    if options.json:
        terminal.tell_json(
            [_json(n, row, effect) for n, (row, effect) in enumerate(zip(rows, effects, strict=True), 1)]
        )
        return
    terminal.tell(count(len(rows), "{n} point", "{n} points"), *(_line(n, row) for n, row in enumerate(rows, 1)))


def add_point(options: argparse.Namespace) -> None:
    """A point that is typed."""
    with opened.workspace(options, options.workspace) as workspace:
        accuracy.add(
            workspace, session.given_text(options.said), about=_about(workspace, options.on), quoted=options.on
        )
    terminal.tell(say("The point is there."))


def take_comments(options: argparse.Namespace) -> None:
    """Every comment of a returned draft."""
    with opened.workspace(options, options.workspace) as workspace:
        came = returned.read(workspace, options.file, session.ticket())
        for said in came.said:
            accuracy.take_comment(workspace, said)
    terminal.tell(count(len(came.said), "{n} comment is a point.", "{n} comments are points."))


def decide_point(options: argparse.Namespace) -> None:
    """What is answered."""
    with opened.workspace(options, options.workspace) as workspace:
        accuracy.decide(workspace, _id(options, workspace), options.kind, options.decision, options.reason)
    terminal.tell(say("Decided. Somebody who judged nothing of it signs it off."))


def sign_point(options: argparse.Namespace) -> None:
    """Signed by who decided nothing."""
    with opened.workspace(options, options.workspace) as workspace:
        accuracy.sign(workspace, _id(options, workspace))
    terminal.tell(say("Signed off."))


def write_reply(options: argparse.Namespace) -> None:
    """The reply."""
    ending = reports.ending_of(options.output, accuracy.ENDINGS)
    with opened.workspace(options, options.workspace) as workspace:
        at = datetime.now(UTC).astimezone()
        made = accuracy.reply(workspace, at, ending, session.ticket(), allow=options.allow)
        reports.save(made, options.output, workspace.laptop, known=accuracy.ENDINGS)
    terminal.tell(f"Reply: {options.output}")


def _id(options: argparse.Namespace, workspace: Workspace) -> str:
    rows = accuracy.rows(workspace)
    if not 1 <= options.point <= len(rows):
        options.wrong(say("argument NUMBER: there is no point {n}", n=options.point))
    return rows[int(options.point) - 1].id


def _about(workspace: Workspace, words: str) -> str:
    """The one text in which these words stand; "" for none or several."""
    texts = [("finding", row) for row in workspace.findings()]
    texts += [("recommendation", row) for row in workspace.recommendations()]
    found = [f"{entity}/{row.id}" for entity, row in texts if words and words in row.text]
    return found[0] if len(found) == 1 else ""


def _line(number: int, row: PointRow) -> str:
    kind = str(KINDS[row.kind]) if row.kind else say("no kind yet")
    decision = str(DECISIONS[row.decision]) if row.decision else say("to decide")
    signed = say("signed off") if row.signed_off else say("waits for a second person") if row.decided else ""
    return f"  {number}. " + " · ".join(part for part in (kind, decision, signed, " ".join(row.said.split())) if part)


def _json(number: int, row: PointRow, effect: list[tuple[str, str, str]]) -> dict[str, object]:
    return {
        "number": number, "kind": row.kind, "about": row.about, "quoted": row.quoted, "said": row.said,
        "source": row.source, "day": row.day, "decision": row.decision, "reason": row.reason, "decided": row.decided,
        "signed_off": row.signed_off, "text_then": row.before, "text_now": row.now,
        "ratings": [{"of": of, "then": then, "now": now} for of, then, now in effect],
    }  # fmt: skip
