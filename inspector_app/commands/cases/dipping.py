"""A dip sample on the terminal: the seed, how it is drawn again, and what was drawn."""

import argparse

from inspector_app.commands import opened, terminal
from inspector_app.commands.options import Subs, on_workspace
from inspector_app.core.services.cases import dipping
from inspector_app.core.words import count, say


def add_to(subs: Subs) -> None:
    """Put `dip` among the commands."""
    parser = on_workspace(subs, "dip", draw, "draw cases to be looked at again, by a seed that is printed")
    parser.add_argument("number", type=int, metavar="NUMBER", help="how many")
    parser.add_argument("--seed", default="", help="draw as this seed drew; a new one without it")
    parser.add_argument("--sample", default="", metavar="CODE", help="of this sample alone")
    parser.add_argument("--json", action="store_true")


def draw(options: argparse.Namespace) -> None:
    """Draw, and say by what."""
    with opened.workspace(options, options.workspace) as workspace:
        found = dipping.draw(workspace, options.number, seed=options.seed, sample=options.sample)
    if options.json:
        terminal.tell_json({"seed": found.seed, "drawn": list(found.drawn), "among": len(found.among)})
        return
    terminal.tell(
        say("Seed: {seed}", seed=found.seed),
        count(len(found.among), "Drawn from {n} case:", "Drawn from {n} cases:"),
        *(f"  {ref}" for ref in found.drawn),
        say(
            "To draw the same again: put the references in the order of the SHA-256 of the seed, a space and the "
            "reference, and take the first."
        ),
    )
