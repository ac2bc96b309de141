"""Calibration on the terminal: constructed cases marked blind, and what they come to by prompt."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from inspector_app.commands import opened, terminal
from inspector_app.commands.options import Subs, on_workspace
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.rating import calibration as rules
from inspector_app.core.rating.calibration import Differs
from inspector_app.core.services.results import calibration
from inspector_app.core.services.results.calibration import Mine
from inspector_app.core.words import count, listed, say
from inspector_app.ui.words.answers import WORDS

_WORDS = {"yes": Answer.YES, "no": Answer.NO, "na": Answer.NA, "clear": None}


def add_to(subs: Subs) -> None:
    """Put `calibration` with its acts among the commands."""
    said = "constructed cases with definitive answers, marked blind; differences by prompt, in no rating"
    acts = subs.add_parser("calibration", help=said).add_subparsers(required=True, metavar="DO")
    on_workspace(acts, "list", list_, "the sets for this framework, and how far you are")
    for name, run, text in (
        ("show", show_, "the cases and what is asked; after you finished the definitive answers too"),
        ("mark", mark_, "answer an item of a constructed case"),
        ("finish", finish_, "you are done: the definitive answers are shown, and yours change no more"),
        ("save", save_, "your marks as a file without a name"),
        ("results", results_, "by prompt, of your marks or, with files, of the team’s"),
    ):
        on_workspace(acts, name, run, text).add_argument("set", metavar="SET", help="as `calibration list` names it")
    mark, results = acts.choices["mark"], acts.choices["results"]
    mark.add_argument("case", metavar="CASE")
    mark.add_argument("item", metavar="QUESTION[/PROMPT]")
    mark.add_argument("answer", choices=list(_WORDS))
    acts.choices["save"].add_argument("-o", dest="out", metavar="OUT", type=Path, required=True)
    results.add_argument("marks", metavar="MARKS", type=Path, nargs="*", help="files that colleagues saved")
    results.add_argument("--json", action="store_true")


def list_(options: argparse.Namespace) -> None:
    """The sets."""
    with opened.workspace(options, options.workspace) as workspace:
        for one in calibration.sets(workspace):
            mine = calibration.mine(workspace, one.id)
            terminal.tell(f"{one.id}: {one.title}", f"  {one.notice}", f"  {_how_far(mine)}")


def show_(options: argparse.Namespace) -> None:
    """A set, to be read."""
    with opened.workspace(options, options.workspace) as workspace:
        mine, framework = calibration.mine(workspace, options.set), workspace.framework
    terminal.tell(mine.of.title, mine.of.notice, _how_far(mine))
    for case in mine.of.cases:
        terminal.tell("", f"{case.ref}  {case.title}", case.text)
        for one in case.answers:
            given = mine.marks.get((one.case, one.item))
            terminal.tell(f"  {one.item}  {rules.text_of(framework, one.item)}", f"    {_said(given)}")
            if mine.finished:
                terminal.tell(f"    {say('Definitive: {answer}', answer=_said(one.answer))}. {one.reason}")


def mark_(options: argparse.Namespace) -> None:
    """An answer."""
    with opened.workspace(options, options.workspace) as workspace:
        answer = _WORDS[options.answer]
        mine = calibration.mark(workspace, options.set, options.case, options.item, answer)
    terminal.tell(_how_far(mine))


def finish_(options: argparse.Namespace) -> None:
    """Done."""
    with opened.workspace(options, options.workspace) as workspace:
        calibration.finish(workspace, options.set)
        found = calibration.own(workspace, options.set)
    terminal.tell(*_lines(found))


def save_(options: argparse.Namespace) -> None:
    """The file."""
    with opened.workspace(options, options.workspace) as workspace:
        calibration.save(workspace, options.set, options.out)
    terminal.tell(say("Saved to {path}. Nothing in it says whose marks they are.", path=options.out))


def results_(options: argparse.Namespace) -> None:
    """By prompt."""
    with opened.workspace(options, options.workspace) as workspace:
        found = (
            calibration.team(workspace, options.set, options.marks)
            if options.marks
            else calibration.own(workspace, options.set)
        )
    if options.json:
        terminal.tell_json({"items": [_json(one) for one in found], "prompts": [
            {"item": row.item, "agreed": row.agreed, "of": row.of} for row in rules.by_prompt(found)
        ]})  # fmt: skip
        return
    terminal.tell(*_lines(found))


def _how_far(mine: Mine) -> str:
    if mine.finished:
        return say("Finished.")
    return count(mine.left, "{n} item to answer", "{n} items to answer") if mine.left else say("All answered.")


def _said(answer: Answer | None) -> str:
    return WORDS[answer].say() if answer else say("not answered")


def _lines(found: Sequence[Differs]) -> Iterator[str]:
    yield say("By prompt, those answered otherwise most often first:")
    for row in rules.by_prompt(found):
        yield f"  {say('{item}: {agreed} of {of} as definitive', item=row.item, agreed=row.agreed, of=row.of)}"
    for one in found:
        if one.others or one.open:
            known = one.definitive
            others = [f"{_said(answer)} {number}" for answer, number in one.others]
            others += [f"{_said(None)} {one.open}"] if one.open else []
            yield f"{known.case} {known.item}: {_said(known.answer)} {one.as_definitive}; {listed(others)}"
            yield f"  {known.reason}"


def _json(one: Differs) -> dict[str, object]:
    known = one.definitive
    return {
        "case": known.case, "item": known.item, "definitive": known.answer.value, "as_definitive": one.as_definitive,
        "others": {answer.value: number for answer, number in one.others}, "open": one.open,
    }  # fmt: skip
