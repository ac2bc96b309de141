"""The agreed version of a case that was marked twice: shown, made, settled."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from fractions import Fraction
from typing import Any

from inspector_app.commands import opened, session, terminal
from inspector_app.core.domain.days import when
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.rating.agreement import Agreement
from inspector_app.core.services.cases import agreeing
from inspector_app.core.services.cases.agreeing import Agreeing, Item
from inspector_app.core.services.cases.comparing import Marked
from inspector_app.core.words import count

WHICH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ANSWERS = {Answer.YES: "Yes", Answer.NO: "No", Answer.NA: "not applicable", None: "no answer"}


def show(options: argparse.Namespace) -> None:
    """How far the agreed version of a case is, and how far the two markings agreed before."""
    with opened.workspace(options, options.workspace) as workspace:
        found = agreeing.agreeing(workspace, workspace.case_id(options.case), names=options.names)
    if options.json:
        terminal.tell_json(_json(found))
    else:
        terminal.tell(*_lines(found))


def equal(options: argparse.Namespace) -> None:
    """Agree on all that both answered alike, or open it again."""
    with opened.workspace(options, options.workspace) as workspace:
        act = agreeing.open_equal if options.undo else agreeing.agree_equal
        number = act(workspace, workspace.case_id(options.case))
    what = "open again" if options.undo else "agreed together"
    terminal.tell(f"{options.case}: {count(number, '{n} equal answer', '{n} equal answers')}: {what}")


def keep(options: argparse.Namespace) -> None:
    """Settle a difference as marking one or two has it."""
    with opened.workspace(options, options.workspace) as workspace:
        case = workspace.case_id(options.case)
        agreeing.keep(workspace, case, options.item, which=WHICH.index(options.which) + 1)
        found = agreeing.agreeing(workspace, case)
    terminal.tell(f"{options.case} {options.item}: {options.which} kept", _left(found))


def write(options: argparse.Namespace) -> None:
    """Settle a difference by an answer and a note of its own."""
    note = session.given_text(options.note)
    with opened.workspace(options, options.workspace) as workspace:
        case = workspace.case_id(options.case)
        agreeing.write(workspace, case, options.item, Answer(options.answer), note)
        found = agreeing.agreeing(workspace, case)
    terminal.tell(f"{options.case} {options.item}: {_ANSWERS[Answer(options.answer)]}", _left(found))


def settle(options: argparse.Namespace) -> None:
    """Make the agreed version the answers of the case."""
    with opened.workspace(options, options.workspace) as workspace:
        agreeing.settle(workspace, workspace.case_id(options.case))
    terminal.tell(f"{options.case}: settled; the agreed version is what counts now")


def reopen(options: argparse.Namespace) -> None:
    """Open a settled agreed version again."""
    with opened.workspace(options, options.workspace) as workspace:
        agreeing.reopen(workspace, workspace.case_id(options.case))
    terminal.tell(f"{options.case}: open again; its answers stay as they are until it is settled again")


def _lines(found: Agreeing) -> Iterator[str]:
    again = "to be settled again. " if found.was_settled else ""
    yield f"{found.case_ref}: {'settled' if found.settled else again + _left(found)}"
    for item in found.items:
        for number, side in enumerate(item.marks):
            yield from terminal.text_under(f"  {item.ref} {WHICH[number]}: {_marked(side)}", side.text)
        yield from terminal.text_under(f"  {item.ref} agreed: {_agreed(item)}", item.text)
    at = when.printed(datetime.fromisoformat(found.at).astimezone())
    yield f"Different: {found.figures.different} of {found.figures.items}"
    yield f"Agreement of the markings as they were when all were done: {at}"
    for name, figures in _figures(found):
        yield f"  {name}: {figures.agreed} of {figures.pairs}; AC1 {_two(figures.gwet_ac1)}; kappa {_two(figures.kappa)}"


def _left(found: Agreeing) -> str:
    return count(len(found.open), "{n} item is still open.", "{n} items are still open.")


def _marked(side: Marked) -> str:
    return f"{_ANSWERS[side.answer]} ({side.by})" if side.by else _ANSWERS[side.answer]


def _agreed(item: Item) -> str:
    if item.contested or item.disputed:
        return (
            "contested; keep or write one" if item.contested else "a marker’s, which does not count; keep or write one"
        )
    return "open" if item.agreed is None else _ANSWERS[item.agreed]


def _figures(found: Agreeing) -> tuple[tuple[str, Agreement], ...]:
    figures = found.figures
    return (("All", figures.figures), ("Judgements", figures.judgements), ("Prompts", figures.prompts))


def _two(value: Fraction | None) -> str:
    return "not shown" if value is None else f"{float(value):.2f}"


def _json(found: Agreeing) -> dict[str, Any]:
    figures = {
        name.lower(): {
            "pairs": of.pairs,
            "agreed": of.agreed,
            "percent": None if of.percent is None else float(of.percent),
            "ac1": None if of.gwet_ac1 is None else float(of.gwet_ac1),
            "kappa": None if of.kappa is None else float(of.kappa),
        }
        for name, of in _figures(found)
    }
    items = [{"item": item.ref, **asdict(item)} for item in found.items]
    return {"case": found.case_ref, "settled": found.settled, "at": found.at, "figures": figures, "items": items}
